//! A sheet → its rows as text, as lists of the office are read.

use super::grid::Grid;

/// Columns of a list beyond this one are no columns of a list.
const COLUMNS: usize = 256;

/// The rows from the first of the sheet on, empty ones included; a row ends with its last filled cell.
pub(super) fn rows(grid: &Grid) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for row in &grid.rows {
        rows.resize(row.index as usize, Vec::new());
        let width = row.cells.last().map_or(0, |cell| cell.column as usize + 1).min(COLUMNS);
        let mut texts = vec![String::new(); width];
        for cell in row.cells.iter().filter(|cell| (cell.column as usize) < width) {
            texts[cell.column as usize].clone_from(&cell.text);
        }
        rows.push(texts);
    }
    rows
}
