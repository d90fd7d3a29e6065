//! A sheet in, the same without what lies under cells merged within a row, and what is to be told of texts under any, out: Excel shows the first cell of an area, and nobody sees the others.

use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::Grid;

/// Leaves out texts that other programs left under cells merged within a row, where they say another thing than the cell that is seen; told cell by cell.
/// Under a cell merged over rows a table that a page end broke may go on: what lies there is read, and told too.
/// Where nothing is seen, what lies beneath is all there is, and stays.
pub(super) fn left_out(grid: &mut Grid) -> Vec<Finding> {
    let mut findings = Vec::new();
    for area in &grid.merges {
        let from = grid.rows.partition_point(|row| row.index < area.first.row);
        let Some(first) = grid.rows.get(from).filter(|row| row.index == area.first.row) else { continue };
        let Some(seen) = first.get(area.first.column).map(|cell| cell.text.clone()).filter(|text| !text.is_empty()) else { continue };
        let one_row = area.first.row == area.last.row;
        let rule = if one_row { &finding::COVERED_CELLS } else { &finding::COVERED_CELLS_READ };
        for row in grid.rows[from..].iter_mut().take_while(|row| row.index <= area.last.row) {
            let index = row.index;
            let covered =
                |column: u32| (area.first.column..=area.last.column).contains(&column) && Address::new(index, column) != area.first;
            for cell in row.cells.iter().filter(|cell| covered(cell.column) && !cell.text.is_empty() && cell.text != seen) {
                let told = Finding::new(rule).on_sheet(&"".into(), &grid.name).with("seen", finding::shortened(&seen)).raw(&cell.text);
                findings.push(Finding { cell: Some(Address::new(index, cell.column)), ..told });
            }
            if one_row {
                row.cells.retain(|cell| !covered(cell.column));
            }
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::{Area, Cell, CellKind, Row};

    #[test]
    fn what_nobody_sees_is_left_out_and_told() {
        let cell = |column: u32, text: &str| Cell { column, text: text.to_owned(), raw: None, kind: CellKind::Text };
        let row = |index: u32, cells: Vec<Cell>| Row { index, cells };
        let area =
            |rows: (u32, u32), columns: (u32, u32)| Area { first: Address::new(rows.0, columns.0), last: Address::new(rows.1, columns.1) };
        let rows = vec![
            row(0, vec![cell(0, "TRƯỜNG A"), cell(1, "TRƯỜNG A"), cell(2, "TRƯỜNG B")]),
            row(2, vec![cell(1, "kept")]),
            row(3, vec![cell(0, "1.1")]),
            row(4, vec![cell(0, "1.2")]),
        ];
        let merges = vec![area((0, 0), (0, 3)), area((2, 2), (0, 1)), area((3, 4), (0, 0))];
        let mut grid = Grid { name: "KH".into(), rows, merges, ..Grid::default() };
        let told = left_out(&mut grid);
        let rules: Vec<&str> = told.iter().map(|finding| finding.rule.id).collect();
        assert_eq!(rules, ["T43", "T44"]);
        assert_eq!((told[0].cell, told[0].raw.as_deref()), (Some(Address::new(0, 2)), Some("TRƯỜNG B")));
        // The copy of what is seen goes without a word, and where nothing is seen what lies beneath stays.
        let left: Vec<(u32, usize)> = grid.rows.iter().map(|row| (row.index, row.cells.len())).collect();
        assert_eq!(left, [(0, 1), (2, 1), (3, 1), (4, 1)]);
        assert_eq!(left_out(&mut grid).len(), 1, "what is read is told again");
    }
}
