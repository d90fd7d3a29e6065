//! How many indicators each level has beside how many are met ("Mức 1: Số chỉ báo | Đạt" over "3 | 2") → one column a level that says so: `2/3`.
//!
//! Read by themselves, "2" would be no mark and "1" a tick, whatever the level asks for.

use crate::model::Address;
use crate::phrase;
use crate::read::grid::{CellKind, Grid, Row};
use crate::text;

/// Levels side by side that make such a table.
const FEWEST: usize = 2;
/// Rows looked at.
const ROWS: u32 = 200;
/// Titles of the numbers. Folded.
const WHOLE: &[&str] = &["so chi bao", "tong so chi bao", "tong", "tong so", "so cb", "tong so cb", "chi bao", "so luong", "yeu cau"];
const MET: &[&str] = &["dat", "so dat", "so chi bao dat", "chi bao dat", "cb dat", "so cb dat", "da dat", "dat duoc"];

/// Levels of one row, each over two numbers.
pub(super) struct Numbers {
    titles: u32,
    /// Where the level's title stands, how many it has, how many are met.
    levels: Vec<(u32, u32, u32)>,
}

pub(super) fn tables(grid: &Grid) -> Vec<Numbers> {
    grid.rows.iter().filter_map(|row| numbers(grid, row)).collect()
}

fn numbers(grid: &Grid, row: &Row) -> Option<Numbers> {
    let below = grid.row(row.index + 1)?;
    let named = |column: u32, words: &[&str]| below.get(column).is_some_and(|cell| words.contains(&text::fold(&cell.text).as_str()));
    let is_level = |text: &str| phrase::levels::named(text).is_some_and(|level| level <= 3) && text::fold(text).starts_with('m');
    let titles = row.cells.iter().filter(|cell| is_level(&cell.text)).map(|cell| cell.column);
    let levels: Vec<(u32, u32, u32)> =
        titles.filter(|column| named(*column, WHOLE) && named(*column + 1, MET)).map(|column| (column, column, column + 1)).collect();
    let numbers = Numbers { titles: row.index, levels };
    (numbers.levels.len() >= FEWEST && counts(grid, &numbers)).then_some(numbers)
}

fn number(row: &Row, column: u32) -> Option<u8> {
    row.get(column)?.text.trim().parse().ok()
}

/// Whether numbers stand below, and never more met than there are.
fn counts(grid: &Grid, numbers: &Numbers) -> bool {
    let below = || grid.rows.iter().filter(|row| row.index > numbers.titles + 1 && row.index < numbers.titles + ROWS);
    let pairs =
        || below().flat_map(|row| numbers.levels.iter().filter_map(|(_, whole, met)| Some((number(row, *whole)?, number(row, *met)?))));
    pairs().count() >= FEWEST && pairs().all(|(whole, met)| met <= whole)
}

pub(super) fn put(grid: &mut Grid, numbers: &Numbers) {
    let is_whole = |column: u32| numbers.levels.iter().any(|(_, whole, _)| *whole == column);
    let is_met = |column: u32| numbers.levels.iter().any(|(.., met)| *met == column);
    for row in grid.rows.iter_mut().filter(|row| row.index >= numbers.titles && row.index < numbers.titles + ROWS) {
        if row.index == numbers.titles {
            // The title goes to the column that is left.
            row.cells.iter_mut().filter(|cell| is_whole(cell.column)).for_each(|cell| cell.column += 1);
            continue;
        }
        if row.index == numbers.titles + 1 {
            row.cells.retain(|cell| !is_whole(cell.column) && !is_met(cell.column));
            continue;
        }
        let said: Vec<(u32, u8, u8)> =
            numbers.levels.iter().filter_map(|(_, whole, met)| Some((*met, number(row, *met)?, number(row, *whole)?))).collect();
        for (column, met, whole) in said {
            row.cells.retain(|cell| cell.column + 1 != column);
            let Some(cell) = row.cells.iter_mut().find(|cell| cell.column == column) else { continue };
            cell.raw.get_or_insert(std::mem::replace(&mut cell.text, format!("{met}/{whole}")));
            cell.kind = CellKind::Text;
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
    grid.merges.retain(|area| !(area.first.row == numbers.titles && is_whole(area.first.column)));
    // "Tiêu chí" merged over both rows of titles.
    if grid.row(numbers.titles + 1).is_none() {
        let of_titles = |area: &&mut crate::read::grid::Area| area.first.row == numbers.titles && area.last.row == numbers.titles + 1;
        grid.merges.iter_mut().filter(of_titles).for_each(|area| area.last = Address::new(numbers.titles, area.last.column));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    fn read(rows: &[&[&str]]) -> Vec<String> {
        let mut grid = grid(rows);
        for numbers in tables(&grid) {
            put(&mut grid, &numbers);
        }
        lines(&grid)
    }

    #[test]
    fn what_is_met_of_the_indicators_is_told_in_one_column() {
        let rows: &[&[&str]] = &[
            &["Tiêu chí", "Mức 1", "", "Mức 2", "", "Kết luận"],
            &["", "Số chỉ báo", "Đạt", "Số chỉ báo", "Đạt"],
            &["1.1", "3", "3", "1", "1", "Mức 2"],
            &["1.4", "3", "2", "2", "0", "Không đạt"],
        ];
        assert_eq!(read(rows), ["0:Tiêu chí 2:Mức 1 4:Mức 2 5:Kết luận", "0:1.1 2:3/3 4:1/1 5:Mức 2", "0:1.4 2:2/3 4:0/2 5:Không đạt"]);
    }

    #[test]
    fn marks_stay() {
        let rows: &[&[&str]] =
            &[&["Tiêu chí", "Mức 1", "", "Mức 2", ""], &["", "Chỉ báo", "Đạt", "Chỉ báo", "Đạt"], &["1.1", "a", "x", "a", "x"]];
        assert_eq!(read(rows), lines(&grid(rows)));
    }
}
