//! Columns of months that say how far the work had come in each ("Tháng 10 | Tháng 11 | Tháng 12" over "Đang làm | Đang làm | Đã xong") →
//! one column with what the last of them says that is not behind the report.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Context;
use super::content;
use super::crossed::period::{Period, runs};
use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::phrase;
use crate::text;

/// The title of the column that is left.
const TITLE: &str = "Tình trạng";
/// Months side by side, and states below them, that make such a table.
const FEWEST: usize = 2;
/// Of what stands below so much is a state.
const MOST: f64 = 0.75;

/// The workbook, its months of states read; by sheet what is to be told of them.
pub(super) fn gathered<'w>(workbook: &'w Workbook, context: &Context<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Months>> = workbook.grids.iter().map(months).collect();
    let of_sheets = workbook.grids.iter().zip(&found).enumerate();
    let told = of_sheets.flat_map(|(at, (grid, found))| found.iter().map(move |months| (at, told(grid, months)))).collect();
    (workbook.mended_where(&found, |grid, months| gather(grid, months, context)), told)
}

/// Titles of one row, column by column the month each names.
struct Months {
    row: u32,
    /// The row of the next such titles, or the end of the sheet.
    until: u32,
    columns: BTreeMap<u32, u8>,
}

impl Months {
    fn holds(&self, row: &Row) -> bool {
        row.index > self.row && row.index < self.until
    }

    fn cells<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r Cell> {
        row.cells.iter().filter(|cell| self.columns.contains_key(&cell.column) && !cell.text.is_empty())
    }
}

fn months(grid: &Grid) -> Vec<Months> {
    let mut found: Vec<Months> = Vec::new();
    for row in grid.rows.iter().filter(|row| row.cells.len() > FEWEST) {
        let bare = without_states(row);
        for run in runs(bare.as_ref().unwrap_or(row), FEWEST) {
            let month = |period: &Period| match period {
                Period::Month { number, bare: false } => Some(*number),
                _ => None,
            };
            let columns: BTreeMap<u32, u8> = run.iter().filter_map(|(column, period)| Some((*column, month(period)?))).collect();
            let months = Months { row: row.index, until: u32::MAX, columns };
            if months.columns.len() == run.len() && tells_states(grid, &months) && !tells_otherwise(row, &months) {
                if let Some(last) = found.last_mut() {
                    last.until = row.index;
                }
                found.push(months);
                break;
            }
        }
    }
    found
}

/// "Tiến độ T10 | Tiến độ T11" as "T10 | T11"; `None` where no title says more than its month.
fn without_states(row: &Row) -> Option<Row> {
    const SAYING: &[&str] = &["Tiến độ", "Tình trạng", "Kết quả", "KQ", "Tình hình", "TIẾN ĐỘ", "TÌNH TRẠNG", "KẾT QUẢ"];
    const LONGEST: usize = 40;
    let month = |text: &str| {
        let rest = SAYING.iter().find_map(|words| text.strip_prefix(words)).filter(|_| text.len() <= LONGEST)?.trim_start();
        rest.starts_with(['T', 't', 'Đ', 'đ']).then(|| rest.trim_start_matches("đến ").to_owned())
    };
    if !row.cells.iter().any(|cell| month(&cell.text).is_some()) {
        return None;
    }
    let cells = row.cells.iter().map(|cell| Cell { text: month(&cell.text).unwrap_or_else(|| cell.text.clone()), ..cell.clone() });
    Some(Row { index: row.index, cells: cells.collect() })
}

fn tells_states(grid: &Grid, months: &Months) -> bool {
    let below = grid.rows.iter().filter(|row| months.holds(row) && row.cells.len() > 2);
    let cells: Vec<&Cell> =
        below.flat_map(|row| months.cells(row)).filter(|cell| !cell.text.trim_matches(['-', '–', '/', ' ']).is_empty()).collect();
    let is_state = |cell: &&&Cell| phrase::status::word(&cell.text).is_some() || content::tells_state(&cell.text);
    let states = cells.iter().filter(is_state).count();
    states >= FEWEST && states as f64 >= MOST * cells.len() as f64
}

/// Whether another title of the row says how far the work has come.
fn tells_otherwise(titles: &Row, months: &Months) -> bool {
    const STATES: &[&str] = &["tinh trang", "ket qua", "tinh hinh", "trang thai", "den nay", "hien tai"];
    let others = titles.cells.iter().filter(|cell| !months.columns.contains_key(&cell.column));
    others.map(|cell| text::fold(&cell.text)).any(|folded| STATES.iter().any(|words| folded.contains(words)))
}

fn told(grid: &Grid, months: &Months) -> Finding {
    let rows = grid.rows.iter().filter(|row| months.holds(row) && row.cells.len() > 2 && months.cells(row).next().is_some());
    let title = |column: Option<&u32>| column.map_or("", |column| grid.text(Address::new(months.row, *column)));
    let (first, last) = (months.columns.keys().next(), months.columns.keys().next_back());
    let mut told =
        Finding::new(&finding::STATE_OF_LAST_MONTH).with("count", rows.count()).with("first", title(first)).with("last", title(last));
    told.cell = first.map(|column| Address::new(months.row, *column));
    told
}

fn gather(grid: &mut Grid, months: &Months, context: &Context<'_>) {
    let deadline = context.period.map(|period| context.settings.deadline(context.year, period));
    let begun = |column: u32| {
        let month = months.columns.get(&column).copied().unwrap_or_default().cast_signed();
        let first = Date::new(context.year.year_of_month(month), month, 1).ok();
        deadline.zip(first).is_none_or(|(deadline, first)| first <= deadline)
    };
    let Some(place) = months.columns.keys().next().copied() else { return };
    for row in grid.rows.iter_mut().filter(|row| row.index >= months.row && row.index < months.until) {
        let is_title = row.index == months.row;
        if !is_title && (row.cells.len() <= 2 || months.cells(row).next().is_none()) {
            continue;
        }
        let last = months.cells(row).filter(|cell| begun(cell.column)).last().map(|cell| cell.text.clone());
        let raw = months.cells(row).map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
        let text = if is_title { Some(TITLE.to_owned()) } else { last };
        row.cells.retain(|cell| !months.columns.contains_key(&cell.column));
        if let Some(text) = text {
            let at = row.cells.partition_point(|cell| cell.column < place);
            row.cells.insert(at, Cell { column: place, text, raw: Some(raw).filter(|_| !is_title), kind: CellKind::Text });
        }
    }
}
