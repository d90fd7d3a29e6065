//! Columns of months or terms with crosses (T9 | T10 | T11, Học kỳ I | Học kỳ II) → one column that says when: `tháng 9, 10`.
//!
//! What stands below and is no cross is kept beside the months, so that it is read or asked about, and never lost.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::grid::{Area, Cell, CellKind, Grid, Row, Workbook};
use crate::model::Address;
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::text;

/// The title of the one column that is left, where none of that meaning stands above it.
const TITLE: &str = "Thời gian thực hiện";
/// Months side by side that make a calendar.
const FEWEST_MONTHS: usize = 3;
/// Terms side by side that make one.
const FEWEST_TERMS: usize = 2;
/// Rows below the titles that are looked at for crosses.
const ROWS: usize = 60;

/// The workbook, its calendars of crosses read.
pub(super) fn gathered(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(calendars, gather)
}

/// Titles side by side on one row, each a month or a term.
struct Calendar {
    row: u32,
    /// "Năm 2023 | Năm 2024" over the months: the year of each column.
    years: BTreeMap<u32, i16>,
    /// The row of the next such titles, or the end of the sheet.
    until: u32,
    periods: BTreeMap<u32, Period>,
}

#[derive(Debug, Clone, PartialEq)]
enum Period {
    Month {
        number: u8,
        bare: bool,
    },
    /// "IX": under a title that speaks of months only.
    Roman(u8),
    Term(String),
}

impl Calendar {
    fn columns(&self) -> RangeInclusive<u32> {
        let first = self.periods.keys().next().copied().unwrap_or_default();
        first..=self.periods.keys().next_back().copied().unwrap_or_default()
    }
}

/// `T9`, `Tháng 10`, `9`, `9/2023`; `HKI`, `Quý II`, `Hè`.
fn period(title: &str) -> Option<Period> {
    if title.chars().count() > 22 {
        return None;
    }
    let folded = text::fold(title);
    let own = folded.strip_prefix("nam hoc ").or_else(|| folded.strip_prefix("nh ")).unwrap_or(&folded);
    if phrase::year::parse(title).is_some() && own.split(' ').all(|year| year.len() == 4 && year.starts_with("20")) {
        return Some(Period::Term(format!("năm học {}", own.replace(' ', "-"))));
    }
    const ROMANS: &[&str] = &["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    if let Some(number) = (1..).zip(ROMANS).find_map(|(number, roman)| (title.trim() == *roman).then_some(number)) {
        return Some(Period::Roman(number));
    }
    if title.chars().count() > 14 {
        return None;
    }
    let month = |digits: &str| digits.trim().parse::<u8>().ok().filter(|number| (1..=12).contains(number) && digits.trim().len() <= 2);
    if let Some(number) = month(&folded) {
        return Some(Period::Month { number, bare: true });
    }
    let named = folded.strip_prefix("thang").or_else(|| folded.strip_prefix("th")).or_else(|| folded.strip_prefix('t'));
    if let Some(number) = named.and_then(month) {
        return Some(Period::Month { number, bare: false });
    }
    // "9/2023": fold makes a space of the stroke.
    if let Some((number, year)) = folded.split_once(' ')
        && let (Some(number), true) = (month(number), year.len() == 4 && year.starts_with("20"))
    {
        return Some(Period::Month { number, bare: false });
    }
    const TERMS: &[&str] =
        &["hki", "hkii", "hk1", "hk2", "hoc ky i", "hoc ky ii", "hoc ky 1", "hoc ky 2", "hk i", "hk ii", "hk 1", "hk 2", "he"];
    const QUARTERS: &[&str] = &["quy i", "quy ii", "quy iii", "quy iv", "quy 1", "quy 2", "quy 3", "quy 4"];
    (TERMS.contains(&folded.as_str()) || QUARTERS.contains(&folded.as_str())).then(|| Period::Term(title.trim().to_owned()))
}

fn calendars(grid: &Grid) -> Vec<Calendar> {
    let mut found: Vec<Calendar> = Vec::new();
    for (at, row) in grid.rows.iter().enumerate() {
        for run in runs(row) {
            let years = years_above(grid, row.index, &run);
            let calendar = Calendar { row: row.index, years, until: u32::MAX, periods: run };
            if is_meant(grid, at, &calendar) {
                if let Some(last) = found.last_mut() {
                    last.until = row.index;
                }
                found.push(calendar);
                break;
            }
        }
    }
    found
}

/// Neighbouring titles of periods, each the one after that to its left.
fn runs(row: &Row) -> Vec<BTreeMap<u32, Period>> {
    let mut runs: Vec<BTreeMap<u32, Period>> = Vec::new();
    let mut last: Option<(u32, Period)> = None;
    for cell in &row.cells {
        let Some(own) = period(&cell.text) else {
            last = None;
            continue;
        };
        let goes_on = last.as_ref().is_some_and(|(column, before)| {
            column + 1 == cell.column
                && match (before, &own) {
                    (Period::Month { number: before, .. }, Period::Month { number, .. })
                    | (Period::Roman(before), Period::Roman(number)) => *number == before % 12 + 1,
                    (Period::Term(before), Period::Term(own)) => before != own,
                    _ => false,
                }
        });
        if !goes_on {
            runs.push(BTreeMap::new());
        }
        if let Some(run) = runs.last_mut() {
            run.insert(cell.column, own.clone());
        }
        last = Some((cell.column, own));
    }
    runs.retain(|run| {
        let terms = run.values().any(|period| matches!(period, Period::Term(_)));
        run.len() >= if terms { FEWEST_TERMS } else { FEWEST_MONTHS }
    });
    runs
}

/// Whether titles of periods are a calendar: crosses stand below them, and mere numbers are not those of the columns.
fn is_meant(grid: &Grid, at: usize, calendar: &Calendar) -> bool {
    let columns = calendar.columns();
    let first = calendar.periods.values().next();
    // Crosses under "Học kỳ I" may say when a thing is to be done, or when it was; numbers may be those of the columns.
    let needs_title = match first {
        Some(Period::Month { number: 1..=6, bare: true }) => true,
        Some(Period::Term(_)) => speaks_of_time_or_results(grid, calendar),
        _ => false,
    };
    let titled = above(grid, calendar);
    let of_months = || titled.and_then(|over| grid.get(over)).is_some_and(|cell| text::fold(&cell.text).contains("thang"));
    if matches!(first, Some(Period::Roman(_))) && !of_months() {
        return false;
    }
    if titled.is_none() && calendar.years.is_empty() && (needs_title || is_part_of_another(grid, calendar)) {
        return false;
    }
    let mut marks = 0;
    let mut others = 0;
    for row in grid.rows[at + 1..].iter().take(ROWS) {
        for cell in row.cells.iter().filter(|cell| columns.contains(&cell.column)) {
            if is_cross(&cell.text) {
                marks += 1;
            } else if cell.text != grid.text(Address::new(calendar.row, cell.column)) {
                others += 1;
            }
        }
    }
    marks > 0 && marks >= others
}

fn is_cross(text: &str) -> bool {
    phrase::mark::parse(text) == Some(Mark::Yes) && text.chars().count() <= 2
}

/// The title over the whole calendar, where it speaks of time.
fn above(grid: &Grid, calendar: &Calendar) -> Option<Address> {
    let columns = calendar.columns();
    let over = Address::new(calendar.row.checked_sub(1)?, *columns.start());
    let cell = grid.get(over)?;
    let folded = text::fold(&cell.text);
    let speaks = ["thoi gian", "thang", "tien do", "thoi diem", "lo trinh"].iter().any(|word| folded.contains(word));
    let covers = grid.merge_at(over).is_none_or(|area| area.first == over && area.last.column <= *columns.end());
    (speaks && covers).then_some(over)
}

/// The year over each of the months, where titles of years and nothing else stand over all of them.
fn years_above(grid: &Grid, row: u32, periods: &BTreeMap<u32, Period>) -> BTreeMap<u32, i16> {
    let year = |column: u32| {
        let cell = grid.shown(Address::new(row.checked_sub(1)?, column))?;
        let folded = text::fold(&cell.text);
        let year = folded.strip_prefix("nam ").unwrap_or(&folded);
        year.parse::<i16>().ok().filter(|number| year.len() == 4 && (2000..2100).contains(number))
    };
    let months = periods.values().all(|period| matches!(period, Period::Month { .. } | Period::Roman(_)));
    let years: BTreeMap<u32, i16> = periods.keys().filter_map(|column| Some((*column, year(*column)?))).collect();
    if months && years.len() == periods.len() { years } else { BTreeMap::new() }
}

/// Whether titles beside the terms say when the work is to be done, or what came of it.
fn speaks_of_time_or_results(grid: &Grid, calendar: &Calendar) -> bool {
    const WORDS: &[&str] =
        &["thoi gian", "thoi han", "tien do", "han", "thoi diem", "ket qua", "tinh trang", "muc do", "hoan thanh", "danh gia"];
    let titles = [calendar.row.checked_sub(1), Some(calendar.row)].into_iter().flatten().filter_map(|row| grid.row(row));
    titles.flat_map(|row| &row.cells).any(|cell| {
        let folded = format!(" {} ", text::fold(&cell.text));
        WORDS.iter().any(|words| folded.contains(&format!(" {words} ")))
    })
}

/// Whether a wider title that does not speak of time stands over the calendar.
fn is_part_of_another(grid: &Grid, calendar: &Calendar) -> bool {
    let Some(row) = calendar.row.checked_sub(1) else { return false };
    let over = Address::new(row, *calendar.columns().start());
    grid.shown(over).is_some()
        && grid.merge_at(over).is_some_and(|area| area.columns() > 1 && area.last.column <= *calendar.columns().end())
}

fn gather(grid: &mut Grid, calendar: &Calendar) {
    let columns = calendar.columns();
    let (first, last) = (*columns.start(), *columns.end());
    let over = above(grid, calendar);
    if let Some(over) = over {
        for area in grid.merges.iter_mut().filter(|area| area.first == over) {
            area.last = Address::new(calendar.row.max(area.last.row), first);
        }
        if !grid.merges.iter().any(|area| area.first == over) {
            let area = Area { first: over, last: Address::new(calendar.row, first) };
            let place = grid.merges.partition_point(|known| known.first < area.first);
            grid.merges.insert(place, area);
        }
    }
    if let Some(above) = calendar.row.checked_sub(1).filter(|_| !calendar.years.is_empty()) {
        // The years are said with the months.
        let titles = |area: &Area| area.first.row == above && columns.contains(&area.first.column) && area.last.row == above;
        grid.merges.retain(|area| !titles(area));
        for row in grid.rows.iter_mut().filter(|row| row.index == above) {
            row.cells.retain(|cell| !columns.contains(&cell.column));
        }
    }
    let merges = grid.merges.clone();
    let until = |row: u32, column: u32| {
        let at = Address::new(row, column);
        merges.iter().find(|area| area.first == at).map_or(column, |area| area.last.column.min(last))
    };
    for row in grid.rows.iter_mut().filter(|row| (calendar.row..calendar.until).contains(&row.index)) {
        let own: Vec<&Cell> = row.cells.iter().filter(|cell| columns.contains(&cell.column)).collect();
        let Some(start) = row.cells.iter().position(|cell| columns.contains(&cell.column)) else { continue };
        let (text, raw) = if row.index == calendar.row {
            (over.is_none().then(|| TITLE.to_owned()), None)
        } else {
            if !own.iter().any(|cell| is_cross(&cell.text)) {
                // A line below the table, or words of a time in the first column: it stays what it is.
                continue;
            }
            let crossed: Vec<(&u32, &Period)> = own
                .iter()
                .filter(|cell| is_cross(&cell.text))
                .flat_map(|cell| calendar.periods.range(cell.column..=until(row.index, cell.column)))
                .collect();
            let words = own.iter().filter(|cell| !is_cross(&cell.text)).map(|cell| cell.text.clone());
            let shown = std::iter::once(said(&crossed, &calendar.years)).chain(words).collect::<Vec<_>>().join("; ");
            let raw = own.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ");
            (Some(shown), Some(raw))
        };
        row.cells.retain(|cell| !columns.contains(&cell.column));
        if let Some(text) = text {
            row.cells.insert(start, Cell { column: first, text, raw, kind: CellKind::Text });
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
}

/// `tháng 9, 10`; `tháng 12/2023, 1/2024`; `HKI; HKII`.
fn said(periods: &[(&u32, &Period)], years: &BTreeMap<u32, i16>) -> String {
    let months: Vec<String> = periods
        .iter()
        .filter_map(|(column, period)| match period {
            Period::Month { number, .. } | Period::Roman(number) => {
                Some(years.get(column).map_or_else(|| number.to_string(), |year| format!("{number}/{year}")))
            }
            Period::Term(_) => None,
        })
        .collect();
    if !months.is_empty() {
        return format!("tháng {}", months.join(", "));
    }
    let terms: Vec<&str> =
        periods.iter().filter_map(|(_, period)| if let Period::Term(term) = period { Some(term.as_str()) } else { None }).collect();
    terms.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    fn shown(grid: Grid) -> Vec<String> {
        sketch::mended(grid, gathered)
    }

    #[test]
    fn crosses_under_months_become_months() {
        let rows: &[&[&str]] = &[
            &["Việc", "T11", "T12", "T1", "Kinh phí"],
            &["a", "x", "x", "", "5 triệu"],
            &["b", "", "", "X"],
            &["c"],
            &["", "", "", "HIỆU TRƯỞNG"],
        ];
        assert_eq!(
            shown(grid(rows)),
            ["0:Việc 1:Thời gian thực hiện 4:Kinh phí", "0:a 1:tháng 11, 12 4:5 triệu", "0:b 1:tháng 1", "0:c", "3:HIỆU TRƯỞNG"]
        );
    }

    #[test]
    fn numbers_under_a_title_of_time_are_months() {
        let mut sheet = grid(&[&["Việc", "Thời gian (tháng)"], &["", "9", "10", "11"], &["a", "", "x"]]);
        sheet.merges = vec![Area { first: Address::new(0, 1), last: Address::new(0, 3) }];
        assert_eq!(shown(sheet), ["0:Việc 1:Thời gian (tháng)", "0:a 1:tháng 10"]);
    }

    #[test]
    fn a_cross_merged_over_months_counts_for_each_and_words_are_kept() {
        let mut sheet = grid(&[&["Việc", "T9", "T10", "T11"], &["a", "", "x"], &["b", "x", "15/10"]]);
        sheet.merges = vec![Area { first: Address::new(1, 2), last: Address::new(1, 3) }];
        assert_eq!(shown(sheet), ["0:Việc 1:Thời gian thực hiện", "0:a 1:tháng 10, 11", "0:b 1:tháng 9; 15/10"]);
        let alone: &[&[&str]] = &[&["Việc", "HKI", "HKII"], &["a", "x", "x"], &["b", "", "x"]];
        assert_eq!(shown(grid(alone)), ["0:Việc 1:Thời gian thực hiện", "0:a 1:HKI; HKII", "0:b 1:HKII"]);
        let terms: &[&[&str]] = &[&["Việc", "Tiến độ"], &["", "Học kỳ I", "Học kỳ II"], &["a", "x", "x"], &["b", "", "x"]];
        assert_eq!(shown(grid(terms)), ["0:Việc 1:Tiến độ", "0:a 1:Học kỳ I; Học kỳ II", "0:b 1:Học kỳ II"]);
    }

    #[test]
    fn numbers_of_columns_and_amounts_by_month_stay() {
        for rows in [
            &[&["1", "2", "3", "4"][..], &["a", "x", "x", ""]],
            &[&["Việc", "T9", "T10", "T11"], &["a", "100", "200", ""]],
            &[&["Việc", "T9", "T10"], &["a", "x", ""]],
            &[&["Việc", "HKI", "HKII", "Kết quả"], &["a", "x", "x"]],
        ] {
            let workbook = Workbook { grids: vec![grid(rows)], ..Workbook::default() };
            assert!(matches!(gathered(&workbook), Cow::Borrowed(_)), "{rows:?}");
        }
    }
}
