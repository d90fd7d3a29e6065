//! A table in which a column, or a row over others, says whose each row is, as an office puts the plans of its schools together → one table a school.

use std::collections::{BTreeMap, BTreeSet};

use super::Table;
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::read::grid::Row;
use crate::text;

/// Titles of such a column. Folded.
const TITLES: &[&str] = &[
    "truong",
    "ten truong",
    "don vi",
    "ten don vi",
    "don vi truong",
    "truong don vi",
    "ten truong hoc",
    "truong hoc",
    "co so giao duc",
    "ten co so giao duc",
    "don vi truong hoc",
];

/// The parts, each with the name of its school as the last line above it; the table itself where neither a column nor rows name schools.
pub(super) fn parted(table: Table<'_>) -> Vec<Table<'_>> {
    let Some(column) = column(&table) else { return by_rows(table) };
    let Table { mut header, body, repeats, above, lost, pinned, beside_work, segment } = table;
    header.unused.retain(|(unused, _)| *unused != column);
    header.columns.retain(|assigned| assigned.column != column);
    header.missing = header.form.lacking(|field| header.columns.iter().any(|assigned| assigned.field == field));
    let mut parts: Vec<Table<'_>> = Vec::new();
    let mut named: Option<String> = None;
    for mut row in body {
        let name = row.get(column).map(|cell| cell.text.clone()).filter(|name| names_school(name));
        let other = name.as_ref().is_some_and(|name| named.as_ref() != Some(name));
        if parts.is_empty() || other && named.is_some() {
            let part = Table {
                header: header.clone(),
                body: Vec::new(),
                repeats: Vec::new(),
                above: above.clone(),
                lost,
                pinned,
                beside_work,
                segment: row.index..row.index,
            };
            parts.push(part);
        }
        let Some(part) = parts.last_mut() else { continue };
        if let Some(name) = name.filter(|_| other) {
            part.above.push((Address::new(row.index, column), name.clone()));
            named = Some(name);
        }
        part.segment.end = row.index + 1;
        part.repeats.extend(repeats.iter().filter(|repeat| repeat.start == row.index).cloned());
        row.cells.retain(|cell| cell.column != column || repeats.iter().any(|repeat| repeat.contains(&row.index)));
        if !row.cells.is_empty() {
            part.body.push(row);
        }
    }
    if let Some(first) = parts.first_mut() {
        first.segment.start = segment.start;
    }
    parts
}

/// "I | TRƯỜNG MẦM NON HOA MƠ" over the rows of that school.
fn by_rows(table: Table<'_>) -> Vec<Table<'_>> {
    let bands: BTreeMap<u32, (Address, String)> =
        table.body.iter().filter_map(|row| Some((row.index, headed_by(row)?))).filter(|(row, _)| !is_repeat(&table, *row)).collect();
    let schools: BTreeSet<String> = bands.values().map(|(_, name)| text::fold(name)).collect();
    // One such row may be what is left of a letterhead; several, and the first right below the titles, head rows.
    if schools.len() < 2 || table.body.first().is_none_or(|first| !bands.contains_key(&first.index)) {
        return vec![table];
    }
    let mut parts: Vec<Table<'_>> = Vec::new();
    for row in table.body {
        match bands.get(&row.index) {
            Some(line) => {
                let above = table.above.iter().cloned().chain([line.clone()]).collect();
                let segment = row.index..row.index + 1;
                let (body, repeats) = (Vec::new(), Vec::new());
                parts.push(Table {
                    header: table.header.clone(),
                    body,
                    repeats,
                    above,
                    lost: table.lost,
                    pinned: table.pinned,
                    beside_work: table.beside_work,
                    segment,
                });
            }
            None => {
                let Some(part) = parts.last_mut() else { continue };
                part.repeats.extend(table.repeats.iter().filter(|repeat| repeat.start == row.index).cloned());
                part.segment.end = row.index + 1;
                part.body.push(row);
            }
        }
    }
    parts
}

fn is_repeat(table: &Table<'_>, row: u32) -> bool {
    table.repeats.iter().any(|repeat| repeat.contains(&row))
}

/// The school that a row names, where it says nothing else but its number.
fn headed_by(row: &Row) -> Option<(Address, String)> {
    let mut filled = row.cells.iter().filter(|cell| !cell.text.is_empty());
    let (first, second, None) = (filled.next()?, filled.next(), filled.next()) else { return None };
    let is_entry = |text: &str| text.trim_matches(['.', ')', ' ']).chars().count() <= 4;
    let cell = second.filter(|_| is_entry(&first.text)).or(second.is_none().then_some(first))?;
    let bare = without_entry(&cell.text);
    let named = phrase::school::parse(bare);
    let folded = text::fold(bare);
    let whole = named.kind.is_some() && named.name.is_some() && folded.split(' ').count() <= MOST_WORDS;
    let opens = OPENINGS.iter().any(|opening| folded.starts_with(opening));
    (whole && opens).then(|| (Address::new(row.index, cell.column), bare.to_owned()))
}

/// "1. Trường …", "I/ Trường …".
fn without_entry(text: &str) -> &str {
    match text.split_once(['.', ')', '/', '-']) {
        Some((entry, rest)) if entry.trim().chars().count() <= 4 && entry.chars().all(char::is_alphanumeric) => rest.trim_start(),
        _ => text.trim_start(),
    }
}

/// A name with what stands before it; a sentence has more.
const MOST_WORDS: usize = 12;
/// What the name of a school begins with. Folded.
const OPENINGS: &[&str] = &["truong ", "don vi truong ", "ten truong ", "mn ", "th ", "thcs ", "thpt ", "mam non ", "tieu hoc "];

/// The column titled as schools are, where most of its cells name one.
fn column(table: &Table<'_>) -> Option<u32> {
    let claimed =
        |field: Field| matches!(field, Field::Lead | Field::Partner | Field::Collector | Field::Place | Field::Note | Field::Content);
    let assigned =
        table.header.columns.iter().filter(|assigned| claimed(assigned.field)).map(|assigned| (assigned.column, &assigned.title));
    let unused = || table.header.unused.iter().map(|(column, title)| (*column, title));
    let cells = |column: u32| table.body.iter().filter_map(move |row| row.get(column)).map(|cell| cell.text.as_str());
    let named = |column: u32| cells(column).filter(|text| names_school(text)).count();
    let titled = unused().chain(assigned).filter(|(_, title)| TITLES.contains(&text::fold(title).as_str())).map(|(column, _)| column);
    let by_title = titled.into_iter().find(|column| named(*column) > 0 && named(*column) * 2 > cells(*column).count());
    // "Thầy cô công tác tại trường nào?" over nothing but schools.
    let asks = |title: &str| text::fold(title).split(' ').any(|word| matches!(word, "truong" | "vi"));
    by_title.or_else(|| {
        let asked = unused().filter(|(_, title)| asks(title)).map(|(column, _)| column);
        asked.into_iter().find(|column| {
            let schools: BTreeSet<String> = cells(*column).filter(|text| names_school(text)).map(text::fold).collect();
            schools.len() >= 2 && named(*column) == cells(*column).count()
        })
    })
}

fn names_school(text: &str) -> bool {
    phrase::school::parse(text).name.is_some()
}
