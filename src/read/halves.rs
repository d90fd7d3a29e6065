//! Two plans side by side under the halves of the year ("Học kỳ I: Nội dung, Thời gian | Học kỳ II: Nội dung, Thời gian") → one below the other,
//! what is to be told of it, and where the cells stood.
//!
//! Work without a time of its own has that of its half. Only plans are taken apart: of results told half by half that of the period counts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use super::header::{Matcher, is_title_row};
use super::stood::Stood;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::text;

/// The workbook, such plans one below the other.
pub(super) fn apart<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>, Stood) {
    let (mut laid, mut told, mut stood) = (Cow::Borrowed(workbook), Vec::new(), Stood::default());
    for (sheet, grid) in workbook.grids.iter().enumerate() {
        for at in 0..grid.rows.len() {
            let Some(halves) = halves(grid, at, matcher) else { continue };
            let (rows, cells) = halves.laid(grid);
            let count = rows.len();
            let mended = &mut laid.to_mut().grids[sheet];
            put(mended, &halves, rows);
            stood.add(&grid.name, cells);
            let names: Vec<&str> = halves.groups.iter().map(|group| group.title.as_str()).collect();
            let finding = Finding::new(&finding::HALVES_BESIDE).raw(names.join(" | ")).with("count", count - (names.len() - 1));
            told.push((sheet, Finding { cell: Some(Address::new(halves.titles, halves.groups[0].title_at)), ..finding }));
            // One such table a sheet: what is below it is laid out anew.
            break;
        }
    }
    (laid, told, stood)
}

/// One half: its title, and its columns with theirs.
#[derive(Debug, Clone, PartialEq)]
struct Group {
    title: String,
    title_at: u32,
    columns: Vec<(u32, String, BTreeSet<Field>)>,
}

impl Group {
    fn column(&self, any: &[Field]) -> Option<u32> {
        self.columns.iter().find(|(_, _, fields)| any.iter().any(|field| fields.contains(field))).map(|(column, ..)| *column)
    }

    fn bare(&self) -> Vec<String> {
        self.columns.iter().map(|(_, title, _)| text::fold(title)).collect()
    }
}

struct Halves {
    /// The first and the last row of titles.
    titles: u32,
    last_title: u32,
    groups: Vec<Group>,
    /// Columns of all halves: which row it is, and of what.
    keys: Vec<(u32, String)>,
    codes: Option<u32>,
    /// Where the times of the first half stand, or are put.
    times_at: u32,
    /// The rows below the titles down to the next.
    body: std::ops::Range<usize>,
}

/// What makes a plan.
const WORK: &[Field] = &[Field::Task, Field::Planned];
/// The title of the times where the halves are all that says when.
const TIME_TITLE: &str = "Thời gian";
const TIMES: &[Field] = &[Field::Time, Field::End, Field::Start];
const KEYS: &[Field] = &[Field::Ordinal, Field::Criterion, Field::Standard, Field::Target, Field::Situation, Field::Weakness];

fn halves(grid: &Grid, at: usize, matcher: &mut Matcher<'_>) -> Option<Halves> {
    let row = &grid.rows[at];
    if row.cells.len() < 3 || row.cells.iter().filter(|cell| may_name_half(&cell.text)).count() < 2 || !is_title_row(row) {
        return None;
    }
    let below = grid.rows.get(at + 1).filter(|below| below.index == row.index + 1 && is_title_row(below));
    let (groups, last) = match below.and_then(|below| under_titles(row, below, matcher)) {
        Some(groups) => (groups, at + 1),
        None => (within_titles(row, matcher)?, at),
    };
    let same = groups.iter().all(|group| group.bare() == groups[0].bare());
    let names: BTreeSet<String> = groups.iter().map(|group| text::fold(&group.title)).collect();
    if groups.len() < 2 || !same || names.len() < groups.len() || groups[0].column(WORK).is_none() {
        return None;
    }
    let of_groups: BTreeSet<u32> = groups.iter().flat_map(|group| group.columns.iter().map(|(column, ..)| *column)).collect();
    let is_group = |cell: &&Cell| groups.iter().any(|group| group.title_at == cell.column);
    let own = |cell: &&Cell| !of_groups.contains(&cell.column) && !is_group(cell);
    let mut keys = Vec::new();
    let mut codes = None;
    for cell in row.cells.iter().filter(own) {
        let fields = matcher.spelled(&cell.text);
        if fields.contains(&Field::Criterion) {
            codes = Some(cell.column);
        }
        if KEYS.iter().any(|field| fields.contains(field)) {
            keys.push((cell.column, cell.text.clone()));
        }
    }
    let next = (last + 1..grid.rows.len()).find(|next| {
        let row = &grid.rows[*next];
        row.cells.len() >= 3 && is_title_row(row) && row.cells.iter().filter(|cell| !matcher.spelled(&cell.text).is_empty()).count() >= 3
    });
    let body = last + 1..next.unwrap_or(grid.rows.len());
    // The same work in both halves is one work, told half by half.
    let works = |row: &Row| -> Vec<String> {
        let cells = groups.iter().filter_map(|group| row.get(group.column(WORK)?));
        cells.map(|cell| text::fold(&cell.text)).filter(|text| !text.is_empty()).collect()
    };
    if grid.rows[body.clone()].iter().map(works).any(|works| works.len() > 1 && works.iter().all(|work| *work == works[0])) {
        return None;
    }
    let behind = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or_default() + 1;
    let times_at = groups[0].column(TIMES).unwrap_or(behind);
    Some(Halves { titles: row.index, last_title: grid.rows[last].index, groups, keys, codes, times_at, body })
}

/// "Học kỳ I | | Học kỳ II" over "Nội dung | Thời gian | Nội dung | Thời gian".
fn under_titles(row: &Row, below: &Row, matcher: &mut Matcher<'_>) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut ends: Vec<u32> = row.cells.iter().skip(1).map(|cell| cell.column).collect();
    ends.push(u32::MAX);
    for (cell, end) in row.cells.iter().zip(ends).filter(|(cell, _)| names_half(&cell.text)) {
        let under = below.cells.iter().filter(|under| (cell.column..end).contains(&under.column));
        let columns = under.map(|under| (under.column, under.text.clone(), matcher.spelled(&under.text))).collect();
        groups.push(Group { title: cell.text.clone(), title_at: cell.column, columns });
    }
    // A last title that reaches over more than the others has as many as they.
    let fewest = groups.iter().map(|group| group.columns.len()).min().filter(|fewest| *fewest > 0)?;
    if let Some(last) = groups.last_mut() {
        last.columns.truncate(fewest);
    }
    Some(groups)
}

/// "Công việc HKI | Thời gian HKI | Công việc HKII | Thời gian HKII".
fn within_titles(row: &Row, matcher: &mut Matcher<'_>) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    for cell in &row.cells {
        let Some((bare, half)) = named_within(&cell.text) else { continue };
        let fields = matcher.spelled(&bare);
        // "học kỳ I" and "HKI" are the same half.
        let same = |group: &&mut Group| group.title == half || phrase::period::parse(&group.title) == phrase::period::parse(&half);
        match groups.iter_mut().find(same) {
            Some(group) => group.columns.push((cell.column, bare, fields)),
            None => groups.push(Group { title: half, title_at: cell.column, columns: vec![(cell.column, bare, fields)] }),
        }
    }
    (!groups.is_empty()).then_some(groups)
}

/// Cheaply: "Học kỳ I", "HK2", "Từ tháng 8 đến tháng 12", "Quý IV".
fn may_name_half(text: &str) -> bool {
    const LONGEST: usize = 80;
    const WORDS: &[&str] = &["ỳ", "Ỳ", "kì", "KÌ", "Kì", "HK", "hk", "Hk", "háng", "HÁNG", "uý", "UÝ", "úy"];
    text.len() <= LONGEST && WORDS.iter().any(|word| text.contains(word))
}

/// A half of the year, or months.
fn names_half(text: &str) -> bool {
    let months = || text::holds_words(&text::fold(text), "thang") || text::fold(text).starts_with("quy ");
    may_name_half(text)
        && phrase::year::parse(text).is_none_or(|_| phrase::period::parse(text).is_some())
        && (phrase::period::parse(text).is_some() || months() && phrase::time::is_time(text))
}

/// "Công việc HKI" → "Công việc" and "HKI".
fn named_within(title: &str) -> Option<(String, String)> {
    if !may_name_half(title) || is_half_alone(title) {
        return None;
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    let trimmed = |words: &[&str]| words.join(" ").trim_matches(|sign: char| matches!(sign, '(' | ')' | '-' | ':' | ',' | ' ')).to_owned();
    // The half stands before or behind what it is of.
    let parts = (1..words.len()).flat_map(|at| {
        let (front, back) = words.split_at(at);
        [(trimmed(front), trimmed(back)), (trimmed(back), trimmed(front))]
    });
    let mut named = parts.filter(|(bare, half)| !bare.is_empty() && is_half_alone(half));
    named.next()
}

fn is_half_alone(text: &str) -> bool {
    const HALVES: &[&str] = &[
        "hki",
        "hkii",
        "hk1",
        "hk2",
        "hoc ky i",
        "hoc ky ii",
        "hoc ky 1",
        "hoc ky 2",
        "hk i",
        "hk ii",
        "hk 1",
        "hk 2",
        "ky i",
        "ky ii",
        "ky 1",
        "ky 2",
    ];
    HALVES.contains(&text::fold(text).as_str())
}

impl Halves {
    /// The rows of all halves but the first, titles included, and where their cells stood.
    fn laid(&self, grid: &Grid) -> (Vec<Row>, BTreeMap<Address, Address>) {
        let mut index = grid.rows.last().map_or(0, |row| row.index) + 2;
        let (mut rows, mut stood) = (Vec::new(), BTreeMap::new());
        for group in &self.groups[1..] {
            let titles = self.keys.iter().map(|(column, title)| (*column, title.clone(), Address::new(self.titles, *column)));
            let own = group.columns.iter().zip(&self.groups[0].columns);
            let own = own.map(|((from, title, _), (to, ..))| (*to, title.clone(), Address::new(self.last_title, *from)));
            let when = self.adds_times().then(|| (self.times_at, TIME_TITLE.to_owned(), Address::new(self.titles, group.title_at)));
            rows.push(lay(index, titles.chain(own).chain(when).collect(), &mut stood));
            let mut code: Option<(String, Address)> = None;
            let mut last_work = rows.len();
            for row in &grid.rows[self.body.clone()] {
                let of = |column: u32| row.get(column).map(|cell| (cell.text.clone(), Address::new(row.index, column)));
                if let Some(own) = self.codes.and_then(of) {
                    code = Some(own);
                }
                let heads = row.cells.len() <= 2 && row.cells.iter().all(|cell| self.keys.iter().any(|(key, _)| *key == cell.column));
                if !(heads || self.works(group, row)) {
                    continue;
                }
                index += 1;
                let mut texts: Vec<(u32, String, Address)> =
                    self.keys.iter().filter_map(|(column, _)| of(*column).map(|(text, at)| (*column, text, at))).collect();
                if let (Some(column), Some((text, at)), false) = (self.codes, &code, heads)
                    && !texts.iter().any(|(known, ..)| *known == column)
                {
                    texts.push((column, text.clone(), *at));
                }
                for ((from, ..), (to, ..)) in group.columns.iter().zip(&self.groups[0].columns) {
                    texts.extend(of(*from).map(|(text, at)| (*to, text, at)));
                }
                let mut laid = lay(index, texts, &mut stood);
                // Days and amounts keep their kind.
                for ((from, ..), (to, ..)) in group.columns.iter().zip(&self.groups[0].columns) {
                    if let (Some(cell), Some(own)) = (row.get(*from), laid.cells.iter_mut().find(|cell| cell.column == *to)) {
                        *own = Cell { column: *to, ..cell.clone() };
                    }
                }
                if !heads {
                    self.time_of_half(group, &mut laid);
                }
                rows.push(laid);
                last_work = if heads { last_work } else { rows.len() };
            }
            // "Nơi nhận:" heads nothing.
            rows.truncate(last_work);
            index += 2;
        }
        (rows, stood)
    }

    /// Whether the row has work of that half, and not the name of who signs below.
    fn works(&self, group: &Group, row: &Row) -> bool {
        let filled = |column: u32| row.get(column).is_some_and(|cell| !phrase::status::is_nothing(&cell.text));
        let digit = |cell: &Cell| cell.text.contains(|letter: char| letter.is_ascii_digit());
        // "1", "TC 1.3": nobody's name stands behind a number.
        let numbered = || self.keys.iter().any(|(key, _)| row.get(*key).is_some_and(digit));
        let beside = || group.column(TIMES).is_some_and(filled) || numbered();
        group.column(WORK).is_some_and(filled) && beside()
    }

    fn adds_times(&self) -> bool {
        self.groups[0].column(TIMES).is_none()
    }

    /// "Học kỳ II" is when its work is to be done, where nothing else is said.
    fn time_of_half(&self, group: &Group, row: &mut Row) {
        let column = self.times_at;
        if let Err(place) = row.cells.binary_search_by_key(&column, |cell| cell.column) {
            row.cells.insert(place, Cell { column, text: group.title.clone(), raw: None, kind: CellKind::Text });
        }
    }
}

/// A row of these texts by column.
fn lay(index: u32, texts: Vec<(u32, String, Address)>, stood: &mut BTreeMap<Address, Address>) -> Row {
    let mut cells = Vec::new();
    for (column, text, at) in texts {
        stood.insert(Address::new(index, column), at);
        cells.push(Cell { column, text, raw: None, kind: CellKind::Text });
    }
    cells.sort_by_key(|cell| cell.column);
    Row { index, cells }
}

/// Leaves the first half where it stands, under its own titles, and puts the others below.
fn put(grid: &mut Grid, halves: &Halves, rows: Vec<Row>) {
    let others: BTreeSet<u32> = halves.groups[1..].iter().flat_map(|group| group.columns.iter().map(|(column, ..)| *column)).collect();
    let first = &halves.groups[0];
    let body: BTreeSet<u32> = grid.rows[halves.body.clone()].iter().map(|row| row.index).collect();
    grid.merges.retain(|area| !(halves.titles..=halves.last_title).contains(&area.first.row));
    for row in &mut grid.rows {
        if row.index == halves.titles {
            let of_first = |cell: &Cell| first.columns.iter().any(|(column, ..)| *column == cell.column);
            let title = |cell: &Cell| halves.groups.iter().any(|group| group.title_at == cell.column);
            row.cells.retain(|cell| !others.contains(&cell.column) && !of_first(cell) && !title(cell));
            row.cells.extend(first.columns.iter().map(|(column, title, _)| Cell {
                column: *column,
                text: title.clone(),
                raw: None,
                kind: CellKind::Text,
            }));
            let when =
                halves.adds_times().then(|| Cell { column: halves.times_at, text: TIME_TITLE.to_owned(), raw: None, kind: CellKind::Text });
            row.cells.extend(when);
            row.cells.sort_by_key(|cell| cell.column);
        } else if row.index == halves.last_title {
            row.cells.clear();
        } else if body.contains(&row.index) && halves.groups[1..].iter().any(|group| halves.works(group, row)) {
            row.cells.retain(|cell| !others.contains(&cell.column));
        }
        if body.contains(&row.index) && halves.works(first, row) {
            halves.time_of_half(first, row);
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
    grid.rows.extend(rows);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_and_months_are_told_from_other_titles() {
        for title in ["Học kỳ I", "HKII", "HỌC KỲ 2 (2023-2024)", "Từ tháng 8 đến tháng 12/2023", "Quý IV/2023"] {
            assert!(names_half(title), "{title}");
        }
        for title in ["Kế hoạch đầu năm", "Năm học 2023-2024", "Kỳ vọng", "Đợt 1", "Thời gian (tháng)", "Quý phụ huynh"]
        {
            assert!(!names_half(title), "{title}");
        }
        let within = |title| named_within(title).map(|(bare, half)| format!("{bare} + {half}"));
        assert_eq!(within("Công việc HK1").as_deref(), Some("Công việc + HK1"));
        assert_eq!(within("Thời gian (học kỳ II)").as_deref(), Some("Thời gian + học kỳ II"));
        assert_eq!(within("HKI: Nội dung").as_deref(), Some("Nội dung + HKI"));
        assert_eq!(within("Học kỳ I"), None);
    }
}
