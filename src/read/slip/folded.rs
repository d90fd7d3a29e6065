//! The rows of a sheet in; the same rows out, where a cell that holds a whole slip is a row for each of its lines.

use std::borrow::Cow;

use super::{heading, line};
use crate::read::grid::{Cell, Grid, Row};

/// Lines that a slip has at least: its criterion, and two that say something of it.
const FEWEST: usize = 3;
/// A longer text beside it is more than the number of the slip.
const LONGEST_NUMBER: usize = 4;

/// The rows, from above downwards; those of one cell have its row and its column.
pub(super) fn unfolded(grid: &Grid) -> Cow<'_, [Row]> {
    if !grid.rows.iter().any(is_folded) {
        return Cow::Borrowed(&grid.rows);
    }
    grid.rows.iter().flat_map(|row| if is_folded(row) { lines(row) } else { vec![row.clone()] }).collect()
}

/// Whether all that stands on a row are whole slips, and numbers before them.
fn is_folded(row: &Row) -> bool {
    let is_number = |cell: &Cell| cell.text.chars().count() <= LONGEST_NUMBER;
    row.cells.iter().any(holds_slip) && row.cells.iter().all(|cell| holds_slip(cell) || is_number(cell))
}

/// A cell that names a criterion and, on lines below, says what came of it.
fn holds_slip(cell: &Cell) -> bool {
    let mut lines = cell.text.lines().filter(|text| !text.trim().is_empty());
    cell.text.lines().nth(FEWEST - 1).is_some()
        && lines.any(|text| heading(&one(0, cell, text), None).is_some())
        && lines.any(|text| line::conclusion(text).is_some() || line::level(text).is_some())
}

fn lines(row: &Row) -> Vec<Row> {
    let slips = row.cells.iter().filter(|cell| holds_slip(cell));
    slips.flat_map(|cell| cell.text.lines().filter(|text| !text.trim().is_empty()).map(|text| one(row.index, cell, text))).collect()
}

fn one(index: u32, cell: &Cell, text: &str) -> Row {
    Row { index, cells: vec![Cell { text: text.trim().to_owned(), raw: None, ..cell.clone() }] }
}
