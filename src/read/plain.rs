//! A sheet → its rows as text, as lists of the office are read.

use super::grid::Grid;

/// Columns of a list beyond this one are no columns of a list.
const COLUMNS: usize = 256;

/// The rows from the first of the sheet on, empty ones included; a row ends with its last filled cell. What is merged over several rows, a commune
/// beside its schools, stands in each of them.
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
    for area in grid.merges.iter().filter(|area| area.columns() == 1 && (area.first.column as usize) < COLUMNS) {
        let column = area.first.column as usize;
        let Some(said) = rows.get(area.first.row as usize).and_then(|row| row.get(column)).filter(|said| !said.is_empty()).cloned() else {
            continue;
        };
        for row in rows.iter_mut().take(area.last.row as usize + 1).skip(area.first.row as usize + 1).filter(|row| !row.is_empty()) {
            row.resize(row.len().max(column + 1), String::new());
            row[column].clone_from(&said);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Address;
    use crate::read::grid::{Area, sketch};

    #[test]
    fn what_is_merged_over_rows_stands_in_each() {
        let mut grid = sketch::grid(&[&["Xã A", "1", "Hoa Sen"], &["", "2", "Hoa Mai"], &["", "", ""], &["Xã B", "3", "Hoa Lan"]]);
        grid.merges = vec![
            Area { first: Address::new(0, 0), last: Address::new(2, 0) },
            Area { first: Address::new(3, 0), last: Address::new(9, 1) },
        ];
        assert_eq!(rows(&grid), [vec!["Xã A", "1", "Hoa Sen"], vec!["Xã A", "2", "Hoa Mai"], vec![], vec!["Xã B", "3", "Hoa Lan"]]);
    }
}
