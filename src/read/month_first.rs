//! Columns whose days are written as Excel of the United States shows them (`10/31/2023`) → with the day first, as everybody else writes them.
//!
//! `10/31/2023` can be read in one way only; where it stands in a column and no day there can only be read the other way, `11/05/2023` beside
//! it is the fifth of November too.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::grid::{Cell, CellKind, Grid, Workbook};
use crate::finding::{self, Finding};
use crate::model::Address;

/// A row of a table has so many cells; a line above it has fewer.
const CELLS: usize = 2;
/// A longer text is no time.
const LONGEST: usize = 60;

/// The workbook with the day first; by sheet what is to be told of it.
pub(super) fn turned(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Column>> = workbook.grids.iter().map(columns).collect();
    let told = found.iter().enumerate().flat_map(|(at, found)| found.iter().map(move |column| (at, column.told()))).collect();
    (workbook.mended_where(&found, put), told)
}

/// The cells of one column with such days, as they stand and as they are read.
struct Column {
    cells: Vec<(Address, String, String)>,
}

impl Column {
    fn told(&self) -> Finding {
        let (first, raw, read) = self.cells.iter().find(|(_, raw, _)| days(raw).any(|day| day.second > 12)).unwrap_or(&self.cells[0]);
        let told = Finding::new(&finding::MONTH_FIRST).raw(raw).with("read", read).with("count", self.cells.len());
        Finding { cell: Some(*first), ..told }
    }
}

fn columns(grid: &Grid) -> Vec<Column> {
    let cells = grid.rows.iter().filter(|row| row.cells.len() >= CELLS).flat_map(|row| row.cells.iter().map(|cell| (row.index, cell)));
    let mut by_column: BTreeMap<u32, Vec<(Address, &Cell)>> = BTreeMap::new();
    for (row, cell) in cells.filter(|(_, cell)| may_hold_a_day(cell)) {
        by_column.entry(cell.column).or_default().push((Address::new(row, cell.column), cell));
    }
    let month_first = |cells: &Vec<(Address, &Cell)>| {
        let all = || cells.iter().flat_map(|(_, cell)| days(&cell.text));
        all().any(|day| day.second > 12) && all().all(|day| day.first <= 12)
    };
    let turned = |cells: Vec<(Address, &Cell)>| {
        let cells = cells.into_iter().map(|(at, cell)| (at, cell.text.clone(), day_first(&cell.text)));
        Column { cells: cells.filter(|(_, before, after)| before != after).collect() }
    };
    by_column.into_values().filter(month_first).map(turned).collect()
}

fn may_hold_a_day(cell: &Cell) -> bool {
    cell.kind == CellKind::Text && cell.text.len() <= LONGEST && cell.text.contains("/20")
}

/// `10/31/2023`: where its first two numbers stand in the text, and what they are.
struct Day {
    place: Range<usize>,
    first: u8,
    second: u8,
}

fn days(text: &str) -> impl Iterator<Item = Day> {
    let is_number = |letter: char| letter.is_ascii_digit() || letter == '/';
    let starts = text.char_indices().filter(move |(at, letter)| letter.is_ascii_digit() && !text[..*at].ends_with(is_number));
    starts.filter_map(move |(start, _)| {
        let run = &text[start..];
        let run = &run[..run.find(|letter| !is_number(letter)).unwrap_or(run.len())];
        let [first, second, year] = run.split('/').collect::<Vec<_>>()[..] else { return None };
        let number = |digits: &str| digits.parse().ok().filter(|number: &u8| (1..=31).contains(number));
        let (first_number, second_number) = (number(first)?, number(second)?);
        let place = start..start + first.len() + 1 + second.len();
        (year.len() == 4).then_some(Day { place, first: first_number, second: second_number })
    })
}

fn day_first(text: &str) -> String {
    let mut turned = text.to_owned();
    for day in days(text).collect::<Vec<_>>().into_iter().rev() {
        turned.replace_range(day.place, &format!("{:02}/{:02}", day.second, day.first));
    }
    turned
}

fn put(grid: &mut Grid, column: &Column) {
    for (at, before, after) in &column.cells {
        let row = grid.rows.iter_mut().find(|row| row.index == at.row);
        if let Some(cell) = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == at.column)) {
            cell.raw.get_or_insert_with(|| before.clone());
            cell.text.clone_from(after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, mended};

    fn read(days: &[&str]) -> Vec<String> {
        let rows: Vec<[&str; 3]> = days.iter().map(|day| ["1", "Mua sách", *day]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let lines = mended(grid(&rows), |workbook| turned(workbook).0);
        lines.iter().map(|line| line.rsplit("2:").next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn a_column_with_a_day_that_only_stands_second_has_the_month_first() {
        assert_eq!(read(&["10/31/2023", "11/05/2023", "Tháng 9/2023"]), ["31/10/2023", "05/11/2023", "Tháng 9/2023"]);
        assert_eq!(read(&["9/5/2023 - 12/31/2023", "từ 1/15/2024"]), ["05/09/2023 - 31/12/2023", "từ 15/01/2024"]);
    }

    #[test]
    fn days_that_stand_first_anywhere_leave_the_column_as_it_is() {
        for days in [&["10/31/2023", "31/10/2023"][..], &["05/11/2023", "10/12/2023"], &["10/2023", "9/2023"], &["1/10/31/2023"]] {
            assert_eq!(read(days), days);
        }
    }
}
