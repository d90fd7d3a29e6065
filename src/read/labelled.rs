//! Cells that hold a whole work, line by line under labels ("Mua sách.\n- Người thực hiện: …\n- Thời gian: tháng 11/2023"), in; the same table with a
//! column for each label out, and where its cells stood.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use super::header::{Matcher, is_title_row};
use super::stood::Stood;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;

/// Cells that make such a column.
const FEWEST: usize = 2;
/// From this share of its filled cells on a column is one.
const SHARE: f64 = 0.6;
/// A longer text before a colon is no label.
const LONGEST_LABEL: usize = 40;
/// The work itself, and what is asked of it.
const WORK: &[Field] = &[Field::Task, Field::Planned];
const ASKED: &[Field] =
    &[Field::Time, Field::Start, Field::End, Field::Lead, Field::Partner, Field::Cost, Field::Conditions, Field::Target];

/// A cell, its work apart from what its labels say.
struct Parts {
    work: String,
    /// In the order of the cell: the field, the label as written, what stands behind it.
    labelled: Vec<(Field, String, String)>,
}

/// Such cells under one title.
struct Column {
    titles: u32,
    at: u32,
    rows: Vec<(u32, Parts)>,
}

/// The workbook with such columns taken apart; by sheet what is to be told, and where the cells stood.
pub(super) fn apart<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>, Stood) {
    let mut stood = Stood::default();
    let found: Vec<Option<Column>> = workbook.grids.iter().map(|grid| column(grid, matcher)).collect();
    if found.iter().all(Option::is_none) {
        return (Cow::Borrowed(workbook), Vec::new(), stood);
    }
    let mut parted = workbook.clone();
    let mut told = Vec::new();
    for (sheet, column) in found.into_iter().enumerate() {
        let Some(column) = column else { continue };
        let grid = &mut parted.grids[sheet];
        let labels = lay(grid, &column, &mut stood);
        let finding = Finding::new(&finding::WORK_IN_ONE_CELL).with("count", column.rows.len()).with("labels", labels.join(", "));
        told.push((sheet, Finding { cell: Some(Address::new(column.titles, column.at)), ..finding }));
    }
    (Cow::Owned(parted), told, stood)
}

/// Puts what is labelled behind the last column, under its labels; these, quoted.
fn lay(grid: &mut Grid, column: &Column, stood: &mut Stood) -> Vec<String> {
    let mut labels: Vec<(Field, &str)> = Vec::new();
    for (field, label, _) in column.rows.iter().flat_map(|(_, parts)| &parts.labelled) {
        if !labels.iter().any(|(known, _)| known == field) {
            labels.push((*field, label));
        }
    }
    let behind = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or_default() + 1;
    let place = |field: Field| behind + labels.iter().position(|(known, _)| *known == field).unwrap_or_default() as u32;
    let cell = |column: u32, text: &str| Cell { column, text: text.to_owned(), raw: None, kind: CellKind::Text };
    let mut from = BTreeMap::new();
    for row in &mut grid.rows {
        let own = Address::new(row.index, column.at);
        let mut cells: Vec<Cell> = Vec::new();
        if row.index == column.titles {
            cells.extend(labels.iter().map(|(field, label)| cell(place(*field), label)));
        } else if let Some((_, parts)) = column.rows.iter().find(|(index, _)| *index == row.index) {
            cells.extend(parts.labelled.iter().map(|(field, _, text)| cell(place(*field), text)));
            if let Some(whole) = row.cells.iter_mut().find(|cell| cell.column == column.at) {
                let text = std::mem::replace(&mut whole.text, parts.work.clone());
                whole.raw.get_or_insert(text);
            }
        }
        cells.sort_by_key(|cell| cell.column);
        from.extend(cells.iter().map(|cell| (Address::new(row.index, cell.column), own)));
        row.cells.extend(cells);
    }
    stood.add(&grid.name, from);
    labels.iter().map(|(_, label)| format!("\"{label}\"")).collect()
}

/// The one column of a sheet whose cells are such, where no column of its own says when.
fn column(grid: &Grid, matcher: &mut Matcher<'_>) -> Option<Column> {
    let may_be = |cell: &Cell| cell.text.matches(':').nth(1).is_some() && cell.text.contains(['\n', ';']);
    let first = grid.rows.iter().position(|row| row.cells.iter().any(may_be))?;
    let at = grid.rows[first].cells.iter().find(|cell| may_be(cell))?.column;
    let titles = grid.rows[..first].iter().rev().find(|row| row.get(at).is_some() && row.cells.len() > 1 && is_title_row(row))?;
    let says_when = |cell: &Cell, matcher: &mut Matcher<'_>| {
        let fields = matcher.spelled(&cell.text);
        [Field::Time, Field::End].iter().any(|field| fields.contains(field))
    };
    if titles.cells.iter().any(|cell| says_when(cell, matcher)) {
        return None;
    }
    let below: Vec<&Row> = grid.rows.iter().filter(|row| row.index > titles.index && row.cells.len() > 1).collect();
    let filled = below.iter().filter(|row| row.get(at).is_some()).count();
    let rows: Option<Vec<Option<(u32, Parts)>>> = below
        .iter()
        .filter_map(|row| Some((row.index, row.get(at)?)))
        .map(|(index, cell)| {
            // A label twice in a cell is of two works, and what is of which is not clear.
            parts(&cell.text, matcher).map(|parts| parts.map(|parts| (index, parts))).ok()
        })
        .collect();
    let rows: Vec<(u32, Parts)> = rows?.into_iter().flatten().collect();
    let timed = rows.iter().filter(|(_, parts)| parts.labelled.iter().any(|(field, ..)| matches!(field, Field::Time | Field::End))).count();
    (timed >= FEWEST && rows.len() as f64 >= SHARE * filled as f64).then_some(Column { titles: titles.index, at, rows })
}

/// A label that stands twice in one cell.
struct Twice;

/// What a cell says of its work; nothing where it is not so written.
fn parts(text: &str, matcher: &mut Matcher<'_>) -> Result<Option<Parts>, Twice> {
    let mut work = String::new();
    let mut labelled: Vec<(Field, String, String)> = Vec::new();
    let mut of_work = true;
    let mut named = false;
    for line in text.split_inclusive(['\n', ';']) {
        let bare = line.trim().trim_start_matches(['-', '–', '+', '•', '*', ' ']);
        if bare.trim_end_matches(';').is_empty() {
            continue;
        }
        match label(bare, matcher) {
            Some((None, _, rest)) => {
                if std::mem::replace(&mut named, true) {
                    return Err(Twice);
                }
                of_work = true;
                add(&mut work, rest, line);
            }
            Some((Some(field), label, rest)) => {
                if labelled.iter().any(|(known, ..)| *known == field) {
                    return Err(Twice);
                }
                of_work = false;
                labelled.push((field, label.to_owned(), String::new()));
                labelled.last_mut().into_iter().for_each(|(.., text)| add(text, rest, line));
            }
            None if of_work => add(&mut work, bare, line),
            None => labelled.last_mut().into_iter().for_each(|(.., text)| add(text, bare, line)),
        }
    }
    labelled.iter_mut().for_each(|(.., text)| trim_end(text));
    trim_end(&mut work);
    Ok((!work.is_empty() && !labelled.is_empty()).then_some(Parts { work, labelled }))
}

/// A line behind what stands there, parted from it as it was written.
fn add(text: &mut String, line: &str, whole: &str) {
    let line = line.trim();
    text.push_str(line);
    if whole.ends_with('\n') && !line.is_empty() {
        text.push('\n');
    } else if whole.ends_with(';') {
        text.push(' ');
    }
}

fn trim_end(text: &mut String) {
    let length = text.trim_end_matches(|sign: char| sign.is_whitespace() || sign == ';').len();
    text.truncate(length);
}

/// "Người thực hiện: Hiệu trưởng" → the field, unless it is that of the work, the label and what stands behind it.
fn label<'t>(line: &'t str, matcher: &mut Matcher<'_>) -> Option<(Option<Field>, &'t str, &'t str)> {
    let (label, rest) = line.split_once(':')?;
    let label = label.trim();
    if label.is_empty() || label.chars().count() > LONGEST_LABEL {
        return None;
    }
    let fields = matcher.spelled(label);
    if WORK.iter().any(|field| fields.contains(field)) {
        return Some((None, label, rest));
    }
    let field = ASKED.iter().find(|field| fields.contains(field))?;
    Some((Some(*field), label, rest))
}
