//! Days that Excel of the United States took for others (`5/10/2023`, the fifth of October, stored as the tenth of May) → the days meant.
//!
//! It turns what it can read with the month first into a day and leaves `25/10/2023` a text. So no day it stored comes after the twelfth of its
//! month, no text before the thirteenth; and where that is chance, the days as stored lie within the school year.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use super::Context;
use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::finding::{self, Finding};
use crate::model::{Address, SchoolYear, day_shown};
use crate::text;

/// Days of one column that lie outside the school year: one alone may be a slip of the pen.
const OUTSIDE: usize = 2;
/// A row of a table has so many cells; a line above it has fewer.
const CELLS: usize = 2;

/// The workbook with the days meant; by sheet what is to be told of it.
pub(super) fn turned<'w>(workbook: &'w Workbook, context: &Context<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Column>> = workbook.grids.iter().map(|grid| columns(grid, context.year)).collect();
    let told = found.iter().enumerate().flat_map(|(at, found)| found.iter().map(move |column| (at, column.told()))).collect();
    (workbook.mended_where(&found, put), told)
}

/// The days stored in one column.
struct Column {
    days: Vec<(Address, Date)>,
    year: SchoolYear,
}

impl Column {
    fn told(&self) -> Finding {
        let shows_it = |(_, day): &&(Address, Date)| !is_within(*day, self.year);
        let (at, day) = self.days.iter().find(shows_it).unwrap_or(&self.days[0]);
        let told = Finding::new(&finding::DAY_AND_MONTH_SWAPPED).raw(day_shown(*day)).with("count", self.days.len());
        Finding { cell: Some(*at), ..told.with("read", swapped(*day).map_or_else(String::new, day_shown)).with("year", self.year) }
    }
}

fn columns(grid: &Grid, year: SchoolYear) -> Vec<Column> {
    let mut by_column: BTreeMap<u32, Vec<(u32, &Cell)>> = BTreeMap::new();
    for Row { index, cells } in grid.rows.iter().filter(|row| row.cells.len() >= CELLS) {
        cells.iter().for_each(|cell| by_column.entry(cell.column).or_default().push((*index, cell)));
    }
    let meant = |cells: Vec<(u32, &Cell)>| {
        let days = cells.iter().filter_map(|(row, cell)| match cell.kind {
            CellKind::Date(day) => Some((Address::new(*row, cell.column), day)),
            _ => None,
        });
        let column = Column { days: days.collect(), year };
        let texts: Vec<i8> =
            cells.iter().filter(|(_, cell)| cell.kind == CellKind::Text).filter_map(|(_, cell)| day_of(&cell.text)).collect();
        let outside = column.days.iter().filter(|(_, day)| !is_within(*day, year)).count();
        let explained = column.days.iter().all(|(_, day)| swapped(*day).is_some_and(|day| is_within(day, year)));
        let left_a_text = !texts.is_empty() && texts.iter().all(|day| *day > 12);
        (explained && (outside >= OUTSIDE || outside > 0 && left_a_text) && (left_a_text || texts.is_empty())).then_some(column)
    };
    by_column.into_values().filter(|cells| !is_of_documents(cells)).filter_map(meant).collect()
}

/// "Số, ngày ban hành" above the days: papers are older than the year they are shown in.
fn is_of_documents(cells: &[(u32, &Cell)]) -> bool {
    const TITLES: &[&str] = &["ban hanh", "van ban", "minh chung", "ngay ky", "cong nhan", "quyet dinh"];
    let titles = cells.iter().take_while(|(_, cell)| !matches!(cell.kind, CellKind::Date(_)));
    titles.map(|(_, cell)| text::fold(&cell.text)).any(|title| TITLES.iter().any(|words| text::holds_words(&title, words)))
}

fn swapped(day: Date) -> Option<Date> {
    Date::new(day.year(), day.day(), day.month()).ok()
}

/// From the summer the plan is made in to the one its year ends in.
fn is_within(day: Date, year: SchoolYear) -> bool {
    (date(year.first(), 6, 1)..=date(year.second(), 8, 31)).contains(&day)
}

/// The day of `25/10/2023`, where nothing else is said.
fn day_of(text: &str) -> Option<i8> {
    let [day, month, year] = text.trim().split('/').collect::<Vec<_>>()[..] else { return None };
    let (day, month): (i8, i8) = (day.trim().parse().ok()?, month.trim().parse().ok()?);
    let year: i16 = year.trim().parse().ok()?;
    Date::new(year, month, day).is_ok().then_some(day)
}

fn put(grid: &mut Grid, column: &Column) {
    for (at, day) in &column.days {
        let Some(meant) = swapped(*day) else { continue };
        let row = grid.rows.iter_mut().find(|row| row.index == at.row);
        if let Some(cell) = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == at.column)) {
            let shown = std::mem::replace(&mut cell.text, day_shown(meant));
            cell.raw.get_or_insert(shown);
            cell.kind = CellKind::Date(meant);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::grid;

    /// What stands as `*` in front is a day as Excel stored it.
    fn read(days: &[&str]) -> Vec<String> {
        let rows: Vec<[&str; 2]> = days.iter().map(|day| ["Mua sách", *day]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 2]>::as_slice).collect();
        let mut grid = grid(&rows);
        for cell in grid.rows.iter_mut().flat_map(|row| &mut row.cells) {
            if let Some(stored) = cell.text.strip_prefix('*').map(str::to_owned) {
                let parts: Vec<i16> = stored.split('/').map(|part| part.parse().expect("a number")).collect();
                cell.kind = CellKind::Date(date(parts[2], parts[1] as i8, parts[0] as i8));
                cell.text = stored;
            }
        }
        let year = SchoolYear::new(2023).expect("a year");
        let found = columns(&grid, year);
        found.iter().for_each(|column| put(&mut grid, column));
        grid.rows.iter().map(|row| row.cells[1].text.clone()).collect()
    }

    #[test]
    fn days_that_only_fit_the_year_the_other_way_round_are_turned() {
        let read_beside = read(&["*10/05/2023", "25/12/2023", "*03/08/2024", "15/11/2023", "Tháng 9"]);
        assert_eq!(read_beside, ["05/10/2023", "25/12/2023", "08/03/2024", "15/11/2023", "Tháng 9"]);
        assert_eq!(read(&["*10/05/2023", "*05/10/2024", "*11/11/2023"]), ["05/10/2023", "10/05/2024", "11/11/2023"]);
    }

    #[test]
    fn days_that_fit_as_they_stand_or_neither_way_stay() {
        for days in [
            &["05/10/2023", "25/12/2023"][..],
            // One day may be a slip of the pen.
            &["*10/05/2023", "*11/11/2023"],
            // Somebody stored the twentieth.
            &["*10/05/2023", "*20/12/2023", "15/11/2023"],
            // Somebody typed the fifth, and it stayed a text.
            &["*10/05/2023", "05/11/2023", "15/11/2023"],
            &["*10/05/2021", "15/11/2023", "*08/03/2024"],
            // Papers of last spring.
            &["Số, ngày ban hành", "*10/03/2023", "*09/02/2023"],
        ] {
            let stay: Vec<&str> = days.iter().map(|day| day.trim_start_matches('*')).collect();
            assert_eq!(read(days), stay);
        }
    }
}
