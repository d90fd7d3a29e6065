//! Columns of months or terms with crosses (T9 | T10 | T11, Học kỳ I | Học kỳ II) → one column that says when: `tháng 9, 10`.
//!
//! What stands below and is no cross is kept beside the months, so that it is read or asked about, and never lost. Where nothing stands below
//! and cells are painted instead, the paint is read as crosses are, and told.

mod painted;
pub(super) mod period;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use self::painted::{is_painted, painted};
use self::period::{Period, of_weeks, runs, year_in, years_above};
use super::content;
use super::grid::{Area, Cell, CellKind, Grid, Row, Workbook};
use crate::finding::Finding;
use crate::model::Address;
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::text;

/// The title of the one column that is left, where none of that meaning stands above it.
const TITLE: &str = "Thời gian thực hiện";
/// Months side by side that make a calendar.
const FEWEST_MONTHS: usize = 3;
/// Rows below the titles that are looked at for crosses.
const ROWS: usize = 60;

/// The workbook, its calendars of crosses read; by sheet what is to be told of those that are painted.
pub(super) fn gathered(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Calendar>> = workbook.grids.iter().map(calendars).collect();
    let of_sheets = workbook.grids.iter().zip(&found).enumerate();
    let painted = of_sheets.flat_map(|(at, (grid, found))| {
        found.iter().filter(|calendar| calendar.painted).map(move |calendar| (at, painted::told(grid, calendar)))
    });
    let told = painted.collect();
    (workbook.mended_where(&found, gather), told)
}

/// Titles side by side on one row, each a month or a term.
struct Calendar {
    row: u32,
    /// "Năm 2023 | Năm 2024" over the months: the year of each column.
    years: BTreeMap<u32, i16>,
    /// "9/2023 | 10/2023": the years that titles name themselves.
    named: BTreeMap<u32, i16>,
    /// The row of the next such titles, or the end of the sheet.
    until: u32,
    periods: BTreeMap<u32, Period>,
    /// The month over each week.
    months: BTreeMap<u32, String>,
    /// Nothing stands below, and cells are painted.
    painted: bool,
}

impl Calendar {
    fn columns(&self) -> RangeInclusive<u32> {
        let first = self.periods.keys().next().copied().unwrap_or_default();
        first..=self.periods.keys().next_back().copied().unwrap_or_default()
    }

    fn counts_weeks_of_year(&self) -> bool {
        self.periods.values().any(|period| matches!(period, Period::Week(6..)))
    }

    /// Whether the row is one of those below the titles.
    fn holds(&self, row: u32) -> bool {
        row > self.row && row < self.until
    }
}

fn calendars(grid: &Grid) -> Vec<Calendar> {
    let mut found: Vec<Calendar> = Vec::new();
    for (at, row) in grid.rows.iter().enumerate() {
        let weeks = of_weeks(grid, row);
        for run in runs(weeks.as_ref().unwrap_or(row), FEWEST_MONTHS) {
            let (years, months) = (years_above(grid, row.index, &run), months_above(grid, row.index, &run));
            let of_title = |column: &u32| Some((*column, year_in(grid.text(Address::new(row.index, *column)))?));
            let named = run.keys().filter_map(of_title).collect();
            let mut calendar = Calendar { row: row.index, years, named, until: u32::MAX, periods: run, months, painted: false };
            calendar.painted = is_painted(grid, at, &calendar);
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

/// Whether titles of periods are a calendar: crosses stand below them, and mere numbers are not those of the columns.
fn is_meant(grid: &Grid, at: usize, calendar: &Calendar) -> bool {
    let columns = calendar.columns();
    let first = calendar.periods.values().next();
    // Crosses under "Học kỳ I" may say when a thing is to be done, or when it was; numbers may be those of the columns.
    let needs_title = match first {
        Some(Period::Month { number: 1..=6, bare: true }) => true,
        Some(Period::Month { number, bare: true }) => goes_on_counting(&grid.rows[at], *columns.start(), *number),
        Some(Period::Term(_)) => speaks_of_time_or_results(grid, at, calendar),
        // A month has no sixth week: these are counted from the beginning of the school year.
        Some(Period::Week(_)) if calendar.months.is_empty() && !calendar.counts_weeks_of_year() => return false,
        _ => false,
    };
    let titled = above(grid, calendar);
    let of_months = || titled.and_then(|over| grid.get(over)).is_some_and(|cell| text::fold(&cell.text).contains("thang"));
    if matches!(first, Some(Period::Roman(_))) && !of_months() {
        return false;
    }
    if titled.is_none() && calendar.years.is_empty() && calendar.months.is_empty() && (needs_title || is_part_of_another(grid, calendar)) {
        return false;
    }
    let mut marks = 0;
    let mut others = 0;
    for row in grid.rows[at + 1..].iter().take(ROWS) {
        for cell in row.cells.iter().filter(|cell| columns.contains(&cell.column)) {
            if is_cross(&cell.text) || is_bar(grid, row, cell, &columns) {
                marks += 1;
            } else if cell.text != grid.text(Address::new(calendar.row, cell.column)) {
                others += 1;
            }
        }
    }
    calendar.painted || marks > 0 && marks >= others
}

/// "1 | 2 | … | 6 | | 7 | 8 | 9": the numbers of the columns, which an empty column parts.
fn goes_on_counting(row: &Row, first: u32, number: u8) -> bool {
    let before = row.cells.iter().rev().find(|cell| cell.column < first);
    before.is_some_and(|cell| cell.text.parse() == Ok(number - 1))
}

/// "x", "•", "*", "→", "==>": what marks a month, and is no word.
pub(super) fn is_cross(text: &str) -> bool {
    const SIGNS: &[char] = &['•', '*', '●', '■', '▪', '◆', '♦', '★', '►', '▶', '→', '⇒', '⟶', '⟹', '➔', '➜', '─', '━', '═', '█', '▬'];
    const LONGEST: usize = 12;
    if text.chars().count() <= 2 && phrase::mark::parse(text) == Some(Mark::Yes) {
        return true;
    }
    let drawn = |sign: char| SIGNS.contains(&sign) || matches!(sign, '-' | '–' | '=' | '>' | '<' | ' ');
    text.len() <= LONGEST * 3 && text.chars().all(drawn) && text.chars().any(|sign| SIGNS.contains(&sign) || sign == '>')
}

/// A text in a row of work that is merged over several months: "Thi công" from October to December. A state is none, nor is a title.
fn is_bar(grid: &Grid, row: &Row, cell: &Cell, columns: &RangeInclusive<u32>) -> bool {
    let at = Address::new(row.index, cell.column);
    let wide = || grid.merge_at(at).is_some_and(|area| area.first == at && area.columns() > 1 && columns.contains(&area.last.column));
    let of_work = || row.cells.iter().filter(|cell| !columns.contains(&cell.column)).count() >= painted::BESIDE;
    let says = || phrase::status::word(&cell.text).is_some() || content::tells_state(&cell.text);
    columns.contains(&cell.column) && of_work() && wide() && !says() && period::period(&cell.text).is_none()
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

/// The month over each of the weeks: "Tháng 9" over "Tuần 1 | Tuần 2"; none where some week has none.
fn months_above(grid: &Grid, row: u32, periods: &BTreeMap<u32, Period>) -> BTreeMap<u32, String> {
    let month = |column: u32| {
        let cell = grid.shown(Address::new(row.checked_sub(1)?, column))?;
        matches!(period::period(&cell.text), Some(Period::Month { bare: false, .. })).then(|| cell.text.to_lowercase())
    };
    if !periods.values().all(|period| matches!(period, Period::Week(_))) {
        return BTreeMap::new();
    }
    let months: BTreeMap<u32, String> = periods.keys().filter_map(|column| Some((*column, month(*column)?))).collect();
    if months.len() == periods.len() { months } else { BTreeMap::new() }
}

/// Whether titles beside the terms say when the work is to be done, or what came of it. Where a column of its own says what came of it,
/// crosses under the terms do not.
fn speaks_of_time_or_results(grid: &Grid, at: usize, calendar: &Calendar) -> bool {
    const TIMES: &[&str] = &["thoi gian", "thoi han", "tien do", "han", "thoi diem"];
    const RESULTS: &[&str] = &["ket qua", "tinh trang", "muc do", "hoan thanh", "danh gia"];
    let columns = calendar.columns();
    let filled = |column: u32| {
        let cells = grid.rows[at + 1..].iter().take(ROWS).filter_map(|row| row.get(column));
        !columns.contains(&column) && cells.filter(|cell| !is_cross(&cell.text)).nth(1).is_some()
    };
    let titles = [calendar.row.checked_sub(1), Some(calendar.row)].into_iter().flatten().filter_map(|row| grid.row(row));
    titles.flat_map(|row| &row.cells).any(|cell| {
        let folded = text::fold(&cell.text);
        let says = |words: &[&str]| words.iter().any(|words| text::holds_words(&folded, words));
        says(TIMES) || says(RESULTS) && !filled(cell.column)
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
    let over = above(grid, calendar).filter(|_| calendar.months.is_empty());
    let mut is_titled_above = false;
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
    if let Some(above) = calendar.row.checked_sub(1).filter(|_| !calendar.years.is_empty() || !calendar.months.is_empty()) {
        // The years are said with the months, the months with the weeks.
        let titles = |area: &Area| area.first.row == above && columns.contains(&area.first.column) && area.last.row == above;
        grid.merges.retain(|area| !titles(area));
        for row in grid.rows.iter_mut().filter(|row| row.index == above) {
            row.cells.retain(|cell| !columns.contains(&cell.column));
        }
        is_titled_above = title_above(grid, calendar, above);
    }
    // As it was drawn: titles may have been merged anew.
    let drawn = Grid { merges: grid.merges.clone(), rows: Vec::new(), ..Grid::default() };
    let paint: BTreeMap<u32, Vec<u32>> = match calendar.painted {
        true => grid.rows.iter().map(|row| (row.index, painted(grid, row, calendar))).collect(),
        false => BTreeMap::new(),
    };
    for row in grid.rows.iter_mut().filter(|row| (calendar.row..calendar.until).contains(&row.index)) {
        let own: Vec<&Cell> = row.cells.iter().filter(|cell| columns.contains(&cell.column)).collect();
        let paint = paint.get(&row.index).filter(|paint| row.index > calendar.row && !paint.is_empty());
        if own.is_empty() && paint.is_none() {
            continue;
        }
        let (text, raw) = if row.index == calendar.row {
            ((over.is_none() && !is_titled_above).then(|| TITLE.to_owned()), None)
        } else {
            let in_bar = |cell: &Cell| paint.is_some_and(|paint| paint.contains(&cell.column)) && !phrase::time::is_time(&cell.text);
            let named = |cell: &Cell| !is_cross(&cell.text) && (is_bar(&drawn, row, cell, &columns) || in_bar(cell));
            let marked = |cell: &Cell| is_cross(&cell.text) || is_bar(&drawn, row, cell, &columns);
            let until = |cell: &Cell| {
                let at = Address::new(row.index, cell.column);
                drawn.merge_at(at).filter(|area| area.first == at).map_or(cell.column, |area| area.last.column.min(last))
            };
            let mut reached: BTreeSet<u32> = own.iter().filter(|cell| marked(cell)).flat_map(|cell| cell.column..=until(cell)).collect();
            reached.extend(paint.into_iter().flatten());
            if reached.is_empty() {
                // A line below the table, or words of a time in the first column: it stays what it is.
                continue;
            }
            let crossed: Vec<(&u32, &Period)> = calendar.periods.iter().filter(|(column, _)| reached.contains(column)).collect();
            let words = own.iter().filter(|cell| !is_cross(&cell.text) && !named(cell)).map(|cell| cell.text.clone());
            let shown = std::iter::once(said(&crossed, calendar)).chain(words).collect::<Vec<_>>().join("; ");
            // What a bar says of the work is no time: "Thi công", "Tổ văn phòng".
            let bars = own.iter().filter(|cell| named(cell)).map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("; ");
            let shown = if bars.is_empty() { shown } else { format!("{shown} ({bars})") };
            let raw = own.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ");
            (Some(shown), Some(raw).filter(|raw| !raw.is_empty()))
        };
        row.cells.retain(|cell| !columns.contains(&cell.column));
        if let Some(text) = text {
            let start = row.cells.partition_point(|cell| cell.column < first);
            row.cells.insert(start, Cell { column: first, text, raw, kind: CellKind::Text });
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
}

/// Where the months alone stand below the titles of the other columns, the title of the one column that is left goes up to these.
fn title_above(grid: &mut Grid, calendar: &Calendar, above: u32) -> bool {
    let columns = calendar.columns();
    let alone = grid.row(calendar.row).is_some_and(|row| row.cells.iter().all(|cell| columns.contains(&cell.column)));
    let Some(row) = grid.rows.iter_mut().find(|row| row.index == above).filter(|row| alone && row.cells.len() >= 2) else { return false };
    let first = *columns.start();
    let start = row.cells.partition_point(|cell| cell.column < first);
    row.cells.insert(start, Cell { column: first, text: TITLE.to_owned(), raw: None, kind: CellKind::Text });
    true
}

/// `tháng 9, 10`; `tháng 12/2023, 1/2024`; `HKI; HKII`; `tuần 1 tháng 9; tuần 2 tháng 9`.
fn said(periods: &[(&u32, &Period)], calendar: &Calendar) -> String {
    let months: Vec<String> = periods
        .iter()
        .filter_map(|(column, period)| match period {
            Period::Month { number, .. } | Period::Roman(number) => Some(
                calendar
                    .years
                    .get(column)
                    .or_else(|| calendar.named.get(column))
                    .map_or_else(|| number.to_string(), |year| format!("{number}/{year}")),
            ),
            Period::Week(_) | Period::Term(_) => None,
        })
        .collect();
    if !months.is_empty() {
        return format!("tháng {}", months.join(", "));
    }
    let whole = |month: &String| {
        let of_month = calendar.months.iter().filter(|(_, own)| *own == month);
        of_month.clone().count() > 1 && of_month.into_iter().all(|(column, _)| periods.iter().any(|(marked, _)| *marked == column))
    };
    let named = |(column, period): &(&u32, &Period)| match period {
        Period::Term(term) => Some(term.clone()),
        Period::Week(number) => Some(match calendar.months.get(column) {
            Some(month) if whole(month) => month.clone(),
            Some(month) => format!("tuần {number} {month}"),
            None => format!("tuần {number}"),
        }),
        _ => None,
    };
    let mut named: Vec<String> = periods.iter().filter_map(named).collect();
    named.dedup();
    named.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    fn shown(grid: Grid) -> Vec<String> {
        sketch::mended(grid, |workbook| gathered(workbook).0)
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
    fn whatever_sign_marks_a_month_marks_it() {
        for sign in ["•", "*", "●", "→", "-->", "====>", "■", "x"] {
            let rows: &[&[&str]] = &[&["Việc", "T11", "T12", "T1"], &["a", sign, sign], &["b", "", "", sign]];
            assert_eq!(shown(grid(rows)), ["0:Việc 1:Thời gian thực hiện", "0:a 1:tháng 11, 12", "0:b 1:tháng 1"], "{sign}");
        }
        let pairs: &[&[&str]] = &[&["Việc", "Tháng 8-9", "Tháng 10-11"], &["a", "x"], &["b", "", "x"]];
        assert_eq!(shown(grid(pairs)), ["0:Việc 1:Thời gian thực hiện", "0:a 1:tháng 8-9", "0:b 1:tháng 10-11"]);
        let told: &[&[&str]] = &[&["Việc", "HKI", "HKII", "Kết quả"], &["a", "x", "", "Đã xong"], &["b", "", "x", "Chưa"]];
        assert_eq!(shown(grid(told)), ["0:Việc 1:Thời gian thực hiện 3:Kết quả", "0:a 1:HKI 3:Đã xong", "0:b 1:HKII 3:Chưa"]);
    }

    #[test]
    fn weeks_are_of_the_month_over_them() {
        let mut sheet = grid(&[&["Việc", "Tháng 9", "", "Tháng 10"], &["", "Tuần 3", "Tuần 4", "Tuần 1"], &["a", "", "x", "x"]]);
        sheet.merges = vec![Area { first: Address::new(0, 1), last: Address::new(0, 2) }];
        assert_eq!(shown(sheet), ["0:Việc", "1:Thời gian thực hiện", "0:a 1:tuần 4 tháng 9; tuần 1 tháng 10"]);
    }

    #[test]
    fn painted_cells_mark_months_where_nothing_stands_below_and_the_row_is_not_painted() {
        let mut sheet = grid(&[&["Việc", "T11", "T12", "T1", "Ai"], &["a", "", "", "", "HT"], &["b", "", "", "", "HT"]]);
        sheet.coloured =
            [(0, 1), (1, 1), (1, 2), (2, 0), (2, 1)].map(|(row, column)| (Address::new(row, column), [0, 0xB0, 0xF0])).to_vec();
        assert_eq!(shown(sheet), ["0:Việc 1:Thời gian thực hiện 4:Ai", "0:a 1:tháng 11, 12 4:HT", "0:b 4:HT"]);
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
            assert!(matches!(gathered(&workbook).0, Cow::Borrowed(_)), "{rows:?}");
        }
    }
}
