//! Columns that tell of the work time after time in; one with the newest, and one of notes with what was told before and behind it, out.

use super::Told;
use crate::model::Address;
use crate::read::Context;
use crate::read::grid::{Area, Cell, CellKind, Grid, Row};
use crate::text;

/// The titles of the columns that are left.
const TITLE: &str = "Tình trạng";
const NOTES: &str = "Ghi chú";
/// What opens the record in a note.
const RECORD: &str = "Diễn biến: ";

/// A note, without the record in it: what was told before is no shortcoming of what was done since.
pub(in crate::read) fn without_record(note: &str) -> &str {
    note.split_once(RECORD).map_or(note, |(own, _)| own.trim_end_matches([';', ' ']))
}

/// Whether a note holds such a record.
pub(in crate::read) fn holds_record(note: &str) -> bool {
    note.contains(RECORD)
}

pub(super) fn gather(grid: &mut Grid, told: &Told, context: &Context<'_>) {
    let said: Vec<(u32, Option<String>, Option<String>, String)> = grid
        .rows
        .iter()
        .filter(|row| told.holds(row) && told.cells(row).next().is_some())
        .map(|row| {
            let newest = told.newest(row, context);
            let raw = told.cells(row).map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | ");
            (row.index, newest.map(|cell| cell.text.clone()), record(grid, told, row, newest), raw)
        })
        .collect();
    let place = told.first();
    let recorded = said.iter().any(|(_, _, record, _)| record.is_some());
    let notes = notes_beside(grid, told).unwrap_or(place + 1);
    titled(grid, told, (recorded && notes == place + 1).then_some(notes));
    for (index, newest, record, raw) in said {
        let Some(row) = grid.rows.iter_mut().find(|row| row.index == index) else { continue };
        row.cells.retain(|cell| !told.has(cell.column));
        if let Some(text) = newest {
            put(row, Cell { column: place, text, raw: Some(raw), kind: CellKind::Text });
        }
        if let Some(record) = record {
            let own = row.get(notes).map(|cell| format!("{}; ", cell.text.trim_end_matches(['.', ';', ' ']))).unwrap_or_default();
            put(row, Cell { column: notes, text: format!("{own}{RECORD}{record}"), raw: None, kind: CellKind::Text });
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
}

/// "Tháng 10: Đang xin báo giá; Tháng 11: Đã mua": all but the newest, each under its title.
fn record(grid: &Grid, told: &Told, row: &Row, newest: Option<&Cell>) -> Option<String> {
    let others = told.columns.iter().filter_map(|(column, _)| row.get(*column));
    let others = others.filter(|cell| !super::is_blank(&cell.text) && newest.is_none_or(|newest| newest.column != cell.column));
    let said: Vec<String> =
        others.map(|cell| format!("{}: {}", grid.text(Address::new(told.row, cell.column)), cell.text.trim_end_matches('.'))).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The column of notes that the table has.
fn notes_beside(grid: &Grid, told: &Told) -> Option<u32> {
    let rows = [Some(told.row), told.row.checked_sub(1)].into_iter().flatten().filter_map(|row| grid.row(row));
    let mut cells = rows.flat_map(|row| &row.cells).filter(|cell| !told.has(cell.column));
    cells.find(|cell| text::fold(&cell.text) == "ghi chu").map(|cell| cell.column)
}

/// The titles of what is left: on the row of the title over them all, where there is one.
fn titled(grid: &mut Grid, told: &Told, notes: Option<u32>) {
    let place = told.first();
    let top = told.over.map_or(told.row, |over| over.row);
    let over = |area: &Area| (top..=told.row).contains(&area.first.row) && told.has(area.first.column);
    grid.merges.retain(|area| !over(area));
    for row in grid.rows.iter_mut().filter(|row| (top..=told.row).contains(&row.index)) {
        row.cells.retain(|cell| !told.has(cell.column));
        if row.index != top {
            continue;
        }
        put(row, Cell { column: place, text: TITLE.to_owned(), raw: None, kind: CellKind::Text });
        if let Some(column) = notes {
            put(row, Cell { column, text: NOTES.to_owned(), raw: None, kind: CellKind::Text });
        }
    }
    if top < told.row {
        for column in std::iter::once(place).chain(notes) {
            let area = Area { first: Address::new(top, column), last: Address::new(told.row, column) };
            let at = grid.merges.partition_point(|known| known.first < area.first);
            grid.merges.insert(at, area);
        }
    }
}

/// The cell in its place, for the one that stands there.
fn put(row: &mut Row, cell: Cell) {
    match row.cells.binary_search_by_key(&cell.column, |own| own.column) {
        Ok(at) => row.cells[at] = cell,
        Err(at) => row.cells.insert(at, cell),
    }
}
