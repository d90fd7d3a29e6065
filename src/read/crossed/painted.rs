//! Months without crosses in, the cells below them that are painted out: a bar of colour says when the work is done.

use std::collections::BTreeMap;

use super::{Calendar, ROWS, is_bar, is_cross};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Grid, Row};

/// Cells beside the months that make a row of work; who signs below stands in fewer.
pub(super) const BESIDE: usize = 2;

/// What is to be told of times that were read from colours.
pub(super) fn told(grid: &Grid, calendar: &Calendar) -> Finding {
    let rows = || grid.rows.iter().filter(|row| calendar.holds(row.index) && is_work(row, calendar));
    let read = rows().filter(|row| !painted(grid, row, calendar).is_empty()).count();
    let mixed: Vec<String> = rows().filter(|row| own(grid, row, calendar).1).map(|row| (row.index + 1).to_string()).collect();
    let besides = match mixed.is_empty() {
        true => String::new(),
        false => format!("; dòng {} có nhiều màu nên không lấy", mixed.join(", ")),
    };
    let titles = [calendar.columns().start(), calendar.columns().end()].map(|column| grid.text(Address::new(calendar.row, *column)));
    let told = Finding::new(&finding::TIME_BY_COLOUR).with("count", read).with("besides", besides);
    let told = told.with("first", titles[0]).with("last", titles[1]);
    Finding { cell: Some(Address::new(calendar.row, *calendar.columns().start())), ..told }
}

fn is_work(row: &Row, calendar: &Calendar) -> bool {
    let columns = calendar.columns();
    row.cells.iter().filter(|cell| !columns.contains(&cell.column)).count() >= BESIDE
}

/// Whether no crosses stand below the titles, and cells are painted in some rows of work. Words may stand in the bars, and are fewer than these.
pub(super) fn is_painted(grid: &Grid, at: usize, calendar: &Calendar) -> bool {
    if grid.coloured.is_empty() {
        return false;
    }
    let columns = calendar.columns();
    let (mut bars, mut words) = (0, 0);
    for row in grid.rows[at + 1..].iter().take(ROWS).filter(|row| is_work(row, calendar)) {
        let paint = painted(grid, row, calendar);
        for cell in row.cells.iter().filter(|cell| columns.contains(&cell.column)) {
            if is_cross(&cell.text) || !paint.contains(&cell.column) && !is_bar(grid, row, cell, &columns) {
                return false;
            }
            words += 1;
        }
        bars += paint.len();
    }
    bars > 0 && words * 2 <= bars
}

/// The painted cells of a row of work; none where the row itself is painted, or where several colours may mean several things.
pub(super) fn painted(grid: &Grid, row: &Row, calendar: &Calendar) -> Vec<u32> {
    match own(grid, row, calendar) {
        (columns, false) if is_work(row, calendar) => columns,
        _ => Vec::new(),
    }
}

/// Painted cells below the months in no colour that the row has beside them, and whether they are of several colours.
fn own(grid: &Grid, row: &Row, calendar: &Calendar) -> (Vec<u32>, bool) {
    let columns = calendar.columns();
    let from = grid.coloured.partition_point(|(at, _)| at.row < row.index);
    let own = || grid.coloured[from..].iter().take_while(|(at, _)| at.row == row.index);
    let stripe =
        |colour: &[u8; 3]| own().any(|(at, other)| other == colour && !columns.contains(&at.column) && row.get(at.column).is_some());
    let bars: BTreeMap<u32, [u8; 3]> =
        own().filter(|(at, colour)| columns.contains(&at.column) && !stripe(colour)).map(|(at, colour)| (at.column, *colour)).collect();
    let several = bars.values().any(|colour| Some(colour) != bars.values().next());
    // Of merged cells the first alone is painted.
    let until = |column: u32| {
        let at = Address::new(row.index, column);
        grid.merge_at(at).filter(|area| area.first == at).map_or(column, |area| area.last.column)
    };
    let reached = columns.clone().filter(|column| bars.keys().any(|first| (*first..=until(*first)).contains(column)));
    (reached.collect(), several)
}
