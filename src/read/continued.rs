//! A table of work whose other columns stand in a table of their own, under the same numbers ("STT | Nội dung | Giải pháp", and below it or on the
//! next sheet "STT | Người thực hiện | Thời gian | Kinh phí") → one table; results that name the works by their numbers alone ("Việc số | Kết quả")
//! → the same with the names beside them; and where each of the cells stood.

mod coded;
mod column;
mod named;
mod numbers;
mod part;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::grid::{Area, Cell, CellKind, Grid, Workbook};
use super::header::{Matcher, unit_of};
use super::stood::Stood;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use part::Part;

/// The workbook with such tables made whole; by sheet what is to be told, and where the cells stood.
pub(super) fn joined<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>, Stood) {
    let mut joined = Cow::Borrowed(workbook);
    let (mut told, mut stood) = (Vec::new(), Stood::default());
    let parts = part::parts(workbook, matcher);
    // What goes on stands behind what it goes on from.
    let Some(begin) = parts.iter().position(Part::names_work) else { return (joined, told, stood) };
    let mut first = &parts[begin];
    for part in &parts[begin + 1..] {
        if part.names_work() && !part.goes_on(first) {
            first = part;
            continue;
        }
        let rows = part.rows_of(first);
        if part.tells_results() && (rows.is_none() || !part.asks_more(first)) {
            told.extend(named::by_number(&mut joined, first, part).into_iter().map(|finding| (part.sheet, finding)));
        } else if let Some(rows) = rows {
            told.push((part.sheet, finding_of(part, workbook, first, rows.len())));
            join(joined.to_mut(), first, part, &rows, &mut stood);
        } else if !part.names_work() && part.goes_on(first) {
            let lost = Finding::new(&finding::RESULTS_WITHOUT_WORK).raw(part.title()).with("rows", part.spans());
            told.push((part.sheet, Finding { cell: Some(part.at()), ..lost }));
        }
    }
    (joined, told, stood)
}

fn finding_of(part: &Part, workbook: &Workbook, first: &Part, count: usize) -> Finding {
    let columns: Vec<&str> = part.new_columns(first).map(|column| column.title.as_str()).collect();
    let told = Finding::new(&finding::TABLE_GOES_ON).raw(columns.join(" | ")).with("count", count);
    let told = told.with("first", format!("\"{}\" dòng {}", workbook.grids[first.sheet].name, first.titles + 1));
    Finding { cell: Some(part.at()), ..told }
}

/// Lays the columns of the part beside the rows of the first, and takes it from where it stood.
fn join(workbook: &mut Workbook, first: &Part, part: &Part, rows: &[(u32, u32)], stood: &mut Stood) {
    let source = workbook.grids[part.sheet].clone();
    let from = std::sync::Arc::clone(&source.name);
    take_out(&mut workbook.grids[part.sheet], part);
    let grid = &mut workbook.grids[first.sheet];
    let mut behind = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or_default() + 1;
    let mut cells = BTreeMap::new();
    for column in part.new_columns(first) {
        for titles in first.again.iter().chain([&first.titles]) {
            put(grid, Address::new(*titles, behind), titled(column, &source, part));
        }
        cells.insert(Address::new(first.titles, behind), (std::sync::Arc::clone(&from), Address::new(part.titles, column.at)));
        let row_of: BTreeMap<u32, u32> = rows.iter().map(|(own, first)| (*own, *first)).collect();
        for (own, first) in rows {
            let Some(cell) = source.row(*own).and_then(|row| row.get(column.at)) else { continue };
            let at = Address::new(*first, behind);
            put(grid, at, Cell { column: behind, ..cell.clone() });
            cells.insert(at, (std::sync::Arc::clone(&from), Address::new(*own, column.at)));
        }
        // "Tháng 10" merged over three rows is that of all three.
        let tall = source.merges.iter().filter(|area| area.first.column == column.at && area.columns() == 1 && area.rows() > 1);
        let moved = tall.filter_map(|area| {
            let ends = (row_of.get(&area.first.row)?, row_of.get(&area.last.row)?);
            Some(Area { first: Address::new(*ends.0, behind), last: Address::new(*ends.1, behind) })
        });
        grid.merges.extend(moved.collect::<Vec<_>>());
        behind += 1;
    }
    grid.merges.sort_unstable();
    let name = std::sync::Arc::clone(&grid.name);
    stood.add_from(&name, cells);
}

/// The title as it is written, with the unit that stands above its own table: "Kinh phí (triệu đồng)".
fn titled(column: &column::Column, source: &Grid, part: &Part) -> Cell {
    const LINES: usize = 3;
    let end = source.rows.partition_point(|row| row.index < part.titles);
    let lines = source.rows[..end].iter().rev().take(LINES).take_while(|row| row.cells.len() <= 2);
    let unit = lines.flat_map(|row| &row.cells).find(|cell| phrase::money::unit(&cell.text).is_some());
    let text = match unit.filter(|_| column.fields.contains(&Field::Cost) && unit_of(&column.title).is_none()) {
        // "(nghìn đồng)": who pays is read with a unit behind it, and with nothing else.
        Some(unit) => format!("{} ({})", column.title, unit.text.rsplit(':').next().unwrap_or_default().trim_matches(['(', ')', ' '])),
        None => column.title.clone(),
    };
    Cell { column: column.at, text, raw: Some(column.title.clone()), kind: CellKind::Text }
}

fn put(grid: &mut Grid, at: Address, cell: Cell) {
    if let Ok(place) = grid.rows.binary_search_by_key(&at.row, |row| row.index) {
        let cells = &mut grid.rows[place].cells;
        let place = cells.partition_point(|known| known.column < at.column);
        cells.insert(place, Cell { column: at.column, ..cell });
    }
}

/// Its rows, and the lines right above it that head nothing else: "(tiếp theo)", "ĐVT: đồng".
fn take_out(grid: &mut Grid, part: &Part) {
    let first = grid.rows.partition_point(|row| row.index < part.titles);
    let heads = |row: &&super::grid::Row| row.cells.len() == 1 && part::heads_what_goes_on(&row.cells[0].text);
    let lines = grid.rows[..first].iter().rev().take_while(heads).count();
    let from = grid.rows[first - lines].index;
    grid.rows.retain(|row| !(from..=part.last).contains(&row.index));
    grid.merges.retain(|area| !(from..=part.last).contains(&area.first.row));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch;

    #[test]
    fn what_heads_the_rest_of_a_table_goes_with_it() {
        let rows: &[&[&str]] = &[&["TT", "a"], &["1", "b"], &["(tiếp theo)"], &["TT", "c"], &["1", "d"], &["HIỆU TRƯỞNG"]];
        let mut grid = sketch::grid(rows);
        take_out(&mut grid, &Part { sheet: 0, titles: 3, last: 4, ..Part::default() });
        assert_eq!(sketch::lines(&grid), ["0:TT 1:a", "0:1 1:b", "0:HIỆU TRƯỞNG"]);
    }
}
