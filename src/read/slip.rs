//! "Phiếu đánh giá tiêu chí", one sheet or block for each criterion in free form, in; what each says of its levels out, and the sheet without it.
//!
//! A slip written whole into one cell is read line by line. Only what is unambiguous is taken: marks in tables of levels, "Mức 1: Đạt", "Kết luận: Đạt Mức 2". All else stays on the sheet.

mod folded;
mod levels;
mod line;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::grid::{Area, Grid, Row};
use super::lined::statement;
use super::table::Table;
use crate::form::Field;
use crate::model::{Address, Criterion};
use crate::phrase;
use crate::text;

/// What one slip says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Slip {
    /// "Tiêu chí 1.1: …", as it stands, and where.
    pub criterion: String,
    pub address: Address,
    /// The rows of the sheet it reaches over.
    pub rows: Range<u32>,
    pub levels: BTreeMap<u8, Level>,
    /// "Kết luận: Đạt Mức 2": the level reached, 0 for none.
    pub conclusions: Vec<(u8, Address)>,
    /// What stands where a conclusion or a mark should, and is none.
    pub unread: Vec<(Address, String)>,
    /// The cells of levels and conclusions, as written.
    pub written: BTreeMap<Address, String>,
    /// What it plans, in words under a heading of their own rather than in a table, and where.
    pub planned: Option<(Address, String)>,
    /// "Mức | Hiện trạng | Đánh giá", or prose, stands over its levels: it is the row of no table.
    pub apart: bool,
}

/// What a slip says of one level.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Level {
    /// "Mức 1: Đạt".
    pub stated: Vec<(bool, Address)>,
    /// Those of its indicators a, b, c.
    pub indicators: Vec<(bool, Address)>,
}

impl Slip {
    fn empty(criterion: String, address: Address, until: u32) -> Slip {
        Slip {
            criterion,
            address,
            rows: address.row..until,
            levels: BTreeMap::new(),
            conclusions: Vec::new(),
            unread: Vec::new(),
            written: BTreeMap::new(),
            planned: None,
            apart: false,
        }
    }

    /// One that is yet to say something of its criterion.
    pub fn of(criterion: Criterion, address: Address, until: u32) -> Slip {
        Slip::empty(format!("Tiêu chí {criterion}"), address, until)
    }

    pub fn says_something(&self) -> bool {
        !self.levels.is_empty() || !self.conclusions.is_empty()
    }

    /// Of the levels left blank those above the highest that is met are not.
    pub fn unmet_above(&mut self, blank: Vec<(u8, Address)>) {
        let top = self.levels.iter().rev().find(|(_, level)| level.stated.iter().any(|(met, _)| *met)).map(|(level, _)| *level);
        for (level, at) in blank.into_iter().filter(|(level, _)| top.is_some_and(|top| *level > top)) {
            self.levels.entry(level).or_default().stated.push((false, at));
        }
    }

    fn cells(&self) -> impl Iterator<Item = Address> {
        let of_levels = self.levels.values().flat_map(|level| level.stated.iter().chain(&level.indicators));
        of_levels.map(|(_, at)| *at).chain(self.conclusions.iter().map(|(_, at)| *at))
    }
}

/// The slips of a sheet, from top to bottom, and the sheet without what was taken from it. `None` where it holds none.
pub(super) fn taken(grid: &Grid) -> Option<(Vec<Slip>, Grid)> {
    let rows = folded::unfolded(grid);
    let headings = headings(&rows);
    if headings.is_empty() {
        return named_by_sheet(grid, &rows);
    }
    let titled = rows.iter().any(|row| row.cells.iter().any(|cell| is_title(&cell.text)));
    let mut rest = grid.clone();
    let mut slips = Vec::new();
    for (at, (place, address, criterion)) in headings.iter().enumerate() {
        let next = headings.get(at + 1);
        let until = next.map_or(u32::MAX, |(_, next, _)| next.row.max(address.row + 1));
        let below = &rows[place + 1..next.map_or(rows.len(), |(next, ..)| *next)];
        let end = below.iter().position(ends).unwrap_or(below.len());
        let mut slip = Slip::empty(criterion.clone(), *address, below.get(end).map_or(until, |row| row.index));
        let rows: Vec<&Row> = below[..end].iter().collect();
        let used = levels::read(grid, &rows, &mut slip);
        if !slip.says_something() && !titled {
            continue;
        }
        slip.planned = planned(&rows, &used);
        rest.rows.retain(|row| !(used.contains(&row.index) || slip.rows.contains(&row.index) && heads_judgement(row)));
        // It heads what is below it, also where that is a table whose first column is the work.
        if rest.merge_at(*address).is_none() {
            rest.merges.push(Area { first: *address, last: Address::new(address.row, address.column + 1) });
        }
        slip.written = written(grid, &slip);
        slips.push(slip);
    }
    rest.merges.sort_by_key(|area| area.first);
    let said = slips.iter().any(Slip::says_something);
    (said || titled && !slips.is_empty()).then_some((slips, rest))
}

/// "4. Kế hoạch cải tiến chất lượng", alone in its row.
pub(super) fn heads_plan(text: &str) -> bool {
    const LONGEST: usize = 80;
    let bare = without_number(text).trim_end_matches([':', '.', ' ']);
    bare.chars().count() <= LONGEST && !bare.contains(':') && text::opens_with_words(&text::fold(bare), "ke hoach cai tien")
}

/// "5.1. Tự đánh giá từng chỉ báo:", with nothing said: what was planned ends there.
fn heads_judgement(row: &Row) -> bool {
    let [only] = &row.cells[..] else { return false };
    let bare = without_number(&only.text);
    bare.len() < only.text.len() && text::opens_with_words(&text::fold(bare), "tu danh gia") && line::conclusion(&only.text).is_none()
}

/// The first words under the heading of the plan, where no table stands there.
fn planned(rows: &[&Row], used: &BTreeSet<u32>) -> Option<(Address, String)> {
    const SHORTEST: usize = 20;
    let begins = rows.iter().position(|row| matches!(&row.cells[..], [only] if heads_plan(&only.text)))?;
    let own = || rows[begins + 1..].iter().take_while(|row| !used.contains(&row.index) && !heads_judgement(row));
    if own().any(|row| row.cells.len() > 1) {
        return None;
    }
    let cell = own().flat_map(|row| row.cells.iter().map(|cell| (row.index, cell))).find(|(_, cell)| !cell.text.is_empty())?;
    let (row, cell) = cell;
    let says = cell.text.chars().count() >= SHORTEST && !text::opens_with_words(&text::fold(&cell.text), "khong");
    says.then(|| (Address::new(row, cell.column), cell.text.clone()))
}

/// What stands below the slips of a standard and is none: "Đánh giá chung về Tiêu chuẩn 1", "Kết luận về Tiêu chuẩn 1", "Phần III. KẾT LUẬN",
/// and the table of its criteria.
fn ends(row: &Row) -> bool {
    const OPENINGS: &[&str] =
        &["danh gia chung ve tieu chuan", "ket luan ve tieu chuan", "ket luan tieu chuan", "phan ii", "phan iii", "phan iv"];
    let Some(first) = row.cells.first() else { return false };
    let folded = text::fold(&first.text);
    match row.cells.len() {
        1 => {
            OPENINGS.iter().any(|words| text::opens_with_words(&folded, words))
                || phrase::criterion::heading(&first.text).is_some_and(|heading| heading.number.is_some())
        }
        _ => matches!(folded.as_str(), "tieu chi" | "tieu chuan" | "tieu chuan tieu chi") && heading(row, None).is_none(),
    }
}

/// "TC 1.1" is what the sheet is called, and its levels are all that stands there: "Mức 1: Chỉ báo | Đạt/Không đạt".
fn named_by_sheet(grid: &Grid, rows: &[Row]) -> Option<(Vec<Slip>, Grid)> {
    let criterion = code(&grid.name).filter(|criterion| matches!(criterion, Criterion::Numbered { .. }))?;
    let first = rows.first()?;
    let named = |row: &Row| row.cells.iter().any(|cell| code(&cell.text).is_some());
    if rows.iter().any(named) {
        return None;
    }
    let mut slip = Slip::of(criterion, Address::new(first.index, first.cells.first()?.column), u32::MAX);
    let used = levels::read(grid, &rows.iter().collect::<Vec<_>>(), &mut slip);
    if !slip.says_something() {
        return None;
    }
    let mut rest = grid.clone();
    rest.rows.retain(|row| !used.contains(&row.index));
    slip.written = written(grid, &slip);
    Some((vec![slip], rest))
}

fn written(grid: &Grid, slip: &Slip) -> BTreeMap<Address, String> {
    slip.cells().filter_map(|at| Some((at, grid.get(at)?))).map(|(at, cell)| (at, cell.as_written())).collect()
}

/// Whether a table with codes of its own holds the headings of slips: they are its rows, unless each stands apart.
pub(super) fn are_rows_of(slips: &[Slip], tables: &[Table<'_>]) -> bool {
    if slips.iter().all(|slip| slip.apart) {
        return false;
    }
    let coded = |table: &&Table<'_>| [Field::Criterion, Field::Item].into_iter().any(|field| table.header.column(field).is_some());
    tables
        .iter()
        .filter(coded)
        .any(|table| slips.iter().any(|slip| (table.header.end..table.segment.end).contains(&slip.address.row) && in_columns(table, slip)))
}

fn in_columns(table: &Table<'_>, slip: &Slip) -> bool {
    let columns = || table.header.columns.iter().map(|assigned| assigned.column);
    columns().min().is_some_and(|first| first <= slip.address.column) && columns().max().is_some_and(|last| slip.address.column <= last)
}

/// "PHIẾU ĐÁNH GIÁ TIÊU CHÍ".
fn is_title(text: &str) -> bool {
    const LONGEST: usize = 120;
    if text.chars().count() > LONGEST {
        return false;
    }
    let folded = text::fold(text);
    folded.starts_with("phieu") && folded.contains("tieu chi")
}

/// Every row that names one criterion and heads what is below, with its place; the same one named again right below goes on.
fn headings(rows: &[Row]) -> Vec<(usize, Address, String)> {
    let mut found: Vec<(usize, Address, String)> = Vec::new();
    let mut standard = None;
    for (place, row) in rows.iter().enumerate() {
        if let Some(heading) = row.cells.first().and_then(|cell| phrase::criterion::heading(&cell.text)) {
            standard = heading.number.or(standard);
        }
        let Some((address, named)) = heading(row, standard).filter(|_| !is_one_of_a_list(rows, place)) else { continue };
        let same = |(_, _, known): &(usize, Address, String)| code(known) == code(&named);
        // "PHIẾU ĐÁNH GIÁ TIÊU CHÍ 1.1" and below it "Tiêu chí 1.1: …".
        if !found.last().is_some_and(same) {
            found.push((place, address, named));
        }
    }
    found
}

/// "Tiêu chí 1.1: Mức 1: Đạt; Mức 2: Không đạt" right above or below another such line.
fn is_one_of_a_list(rows: &[Row], place: usize) -> bool {
    let judges = |at: usize| rows.get(at).is_some_and(|row| row.cells.len() == 1 && statement::judges(&row.cells[0].text));
    judges(place) && (judges(place + 1) || place > 0 && judges(place - 1))
}

/// "1. Tiêu chí 1.1. Phương hướng", "2.1.3. Tiêu chí 1.3": what stands behind the number of the entry.
fn without_number(text: &str) -> &str {
    let number =
        |entry: &str| !entry.is_empty() && entry.len() <= 3 && entry.chars().all(|sign| sign.is_ascii_digit() || "IVX".contains(sign));
    let Some((entry, rest)) = text.trim_start().split_once(' ') else { return text };
    let Some(entry) = entry.strip_suffix(['.', ')', '/']) else { return text };
    if entry.split('.').all(number) { rest } else { text }
}

fn code(text: &str) -> Option<Criterion> {
    phrase::criterion::parse(text, None, None).criterion
}

fn heading(row: &Row, standard: Option<u8>) -> Option<(Address, String)> {
    const LONGEST: usize = 400;
    let (cell, named) = match &row.cells[..] {
        [cell] => (cell, cell.text.lines().next().unwrap_or_default().to_owned()),
        [label, cell] if text::fold(&label.text) == "tieu chi" => (cell, format!("Tiêu chí {}", cell.text)),
        _ => return None,
    };
    let folded = text::fold(without_number(&named));
    if named.chars().count() > LONGEST
        || !(folded.starts_with("tieu chi ") || folded.starts_with("phieu") && folded.contains("tieu chi "))
        || line::conclusion(&named).is_some()
    {
        return None;
    }
    let [only] = &phrase::criterion::all(&named, standard, None)[..] else { return None };
    let criterion = only.criterion?;
    // "Tiêu chí 2" below "Tiêu chuẩn 1".
    let whole = if code(&named) == Some(criterion) { named } else { format!("Tiêu chí {criterion}") };
    Some((Address::new(row.index, cell.column), whole))
}
