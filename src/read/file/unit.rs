//! The unit of the amounts of a table, in đồng: "ĐVT: triệu đồng".

use super::super::header;
use crate::form::Field;
use crate::phrase;
use crate::read::grid::Grid;
use crate::read::table::Table;

/// Where the table says it: in the title of the cost or right under it, above the table, below it.
pub(super) fn of(grid: &Grid, table: &Table<'_>) -> Option<i64> {
    let in_title = || table.header.column(Field::Cost).and_then(|cost| header::unit_of(&cost.title));
    let above = || table.above.iter().rev().find_map(|(_, line)| phrase::money::unit(line));
    in_title().or_else(|| under_title(table)).or_else(above).or_else(|| below(grid, table))
}

/// "(triệu đồng)" in the row below the titles that says what is to be written.
fn under_title(table: &Table<'_>) -> Option<i64> {
    const HINTS: usize = 2;
    let cost = table.header.column(Field::Cost)?;
    let hints = table.body.iter().take(HINTS).filter_map(|row| row.get(cost.column)).map(|cell| cell.text.trim());
    hints.filter(|hint| hint.starts_with('(') && hint.ends_with(')')).find_map(phrase::money::unit)
}

/// "(Đơn vị tính: triệu đồng)" alone on its row below the last table of a sheet.
fn below(grid: &Grid, table: &Table<'_>) -> Option<i64> {
    let last_on_sheet = table.body.last().is_some_and(|last| grid.rows.last().is_some_and(|row| row.index == last.index));
    let lone = table.body.iter().rev().filter(|row| row.cells.len() == 1).map(|row| &row.cells[0].text);
    lone.filter(|line| last_on_sheet && phrase::money::is_unit_line(line)).find_map(|line| phrase::money::unit(line))
}
