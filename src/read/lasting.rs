//! A start beside how long the work takes ("Bắt đầu | Số tháng") → a start and an end.
//!
//! What is no number of days, weeks or months stays, with the unit of its title, so that it is asked about and never read as a month.

use std::borrow::Cow;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Context;
use super::grid::{Cell, CellKind, Grid, Workbook};
use crate::model::{WindowKind, day_shown};
use crate::phrase;
use crate::text;

/// The title the lengths get.
const TITLE: &str = "Kết thúc";
/// Titles of a start, folded.
const STARTS: &[&str] = &[
    "bat dau",
    "ngay bat dau",
    "thoi gian bat dau",
    "thang bat dau",
    "thoi diem bat dau",
    "tg bat dau",
    "tu ngay",
    "tu thang",
    "khoi cong",
    "ngay khoi cong",
];
/// Words that make a title one of a length, folded: "Số tháng thực hiện", "Thời lượng (tuần)", "Thời gian thực hiện (ngày)".
const LENGTHS: &[&str] = &["so", "thoi luong", "trong", "thoi gian thuc hien", "thoi gian", "so luong", "keo dai"];

#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Days,
    Weeks,
    Months,
}

impl Unit {
    fn of(folded: &str) -> Option<Unit> {
        let says = |word: &str| folded.split(' ').any(|own| own == word);
        let named = [("thang", Unit::Months), ("tuan", Unit::Weeks), ("ngay", Unit::Days)].into_iter().filter(|(word, _)| says(word));
        let mut named = named.map(|(_, unit)| unit);
        named.next().filter(|_| named.next().is_none())
    }

    fn title(self) -> &'static str {
        match self {
            Unit::Days => "ngày",
            Unit::Weeks => "tuần",
            Unit::Months => "tháng",
        }
    }
}

/// The workbook, its lengths of time made ends.
pub(super) fn ended<'w>(workbook: &'w Workbook, context: &Context<'_>) -> Cow<'w, Workbook> {
    workbook.mended(lasting, |grid, found| end(grid, found, context))
}

/// Titles of one row: where a start stands, and where a length.
struct Lasting {
    row: u32,
    start: u32,
    length: u32,
    unit: Option<Unit>,
}

fn lasting(grid: &Grid) -> Vec<Lasting> {
    const LONGEST: usize = 40;
    let mut found = Vec::new();
    for row in grid.rows.iter().filter(|row| row.cells.len() >= 2 && row.is_worded()) {
        // Titles hold no digits; most cells are not folded.
        let titles = row.cells.iter().filter(|cell| cell.text.len() <= LONGEST && !cell.text.bytes().any(|letter| letter.is_ascii_digit()));
        let Some(start) = titles.clone().find(|cell| may_start(&cell.text) && STARTS.contains(&text::fold(&cell.text).as_str())) else {
            continue;
        };
        let beside = titles.map(|cell| (cell.column, text::fold(&cell.text))).filter(|(column, _)| *column != start.column);
        let ends = |folded: &str| ["ket thuc", "hoan thanh", "den", "han", "xong"].iter().any(|word| text::holds_words(folded, word));
        if beside.clone().any(|(_, folded)| ends(&folded)) {
            continue;
        }
        let length = beside.clone().find_map(|(column, folded)| length(&folded).map(|unit| (column, unit)));
        if let Some((length, unit)) = length {
            found.push(Lasting { row: row.index, start: start.column, length, unit });
        }
    }
    found
}

fn may_start(title: &str) -> bool {
    ["ắt", "ẮT", "at ", "ừ ", "Ừ ", "hởi", "HỞI"].iter().any(|letters| title.contains(letters))
}

/// The unit that the title of a length names; inside `None` where each cell has to.
fn length(folded: &str) -> Option<Option<Unit>> {
    let opens = LENGTHS.iter().any(|words| folded == *words || folded.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ')));
    match Unit::of(folded) {
        Some(unit) if opens => Some(Some(unit)),
        _ => (folded == "thoi luong").then_some(None),
    }
}

fn end(grid: &mut Grid, found: &Lasting, context: &Context<'_>) {
    let last = grid.rows.iter().rposition(|row| row.get(found.start).is_some()).map_or(0, |at| grid.rows[at].index);
    for row in grid.rows.iter_mut().filter(|row| (found.row..=last).contains(&row.index)) {
        let start = row.get(found.start).cloned();
        let Ok(at) = row.cells.binary_search_by_key(&found.length, |cell| cell.column) else { continue };
        let cell = &row.cells[at];
        let text = if row.index == found.row {
            TITLE.to_owned()
        } else {
            let Some((number, unit)) = measured(&cell.text, found.unit) else { continue };
            let day = start.and_then(|start| last_day(&start, number, unit, context));
            day.map_or_else(|| format!("{number} {}", unit.title()), day_shown)
        };
        let raw = Some(cell.as_written());
        row.cells[at] = Cell { column: found.length, text, raw, kind: CellKind::Text };
    }
}

/// `3`, `3 tháng`, `02 tuần`.
fn measured(text: &str, unit: Option<Unit>) -> Option<(i32, Unit)> {
    let folded = text::fold(text);
    let (number, own) = folded.split_once(' ').map_or((folded.as_str(), None), |(number, own)| (number, Some(own)));
    let unit = match own {
        Some(own) => Unit::of(own)?,
        None => unit?,
    };
    number.parse().ok().filter(|number| (1..=1000).contains(number)).map(|number| (number, unit))
}

/// The last day of so many months, weeks or days: three months from September end with November.
fn last_day(start: &Cell, number: i32, unit: Unit, context: &Context<'_>) -> Option<Date> {
    let window = match start.kind {
        CellKind::Date(day) => (day, day),
        _ => {
            let text = if start.text.trim().parse::<u8>().is_ok() { format!("tháng {}", start.text.trim()) } else { start.text.clone() };
            let read = phrase::time::parse(&text, context.year, &context.frameworks.calendars);
            (read.start?, if read.kind == WindowKind::Span { read.due? } else { read.start? })
        }
    };
    let (first, last) = window;
    // "9/2023" is the whole of September, of which only whole months can be counted from.
    let of_month = first != last;
    let end = match unit {
        Unit::Months => first.checked_add(number.months()).ok()?,
        _ if of_month => return None,
        Unit::Weeks => first.checked_add(number.weeks()).ok()?,
        Unit::Days => first.checked_add(number.days()).ok()?,
    };
    end.yesterday().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_a_length_says_or_leaves_to_each_cell_what_it_counts() {
        for (title, expected) in [
            ("so thang", Some(Some(Unit::Months))),
            ("so ngay thuc hien", Some(Some(Unit::Days))),
            ("thoi gian thuc hien thang", Some(Some(Unit::Months))),
            ("thoi luong tuan", Some(Some(Unit::Weeks))),
            ("thoi luong", Some(None)),
            ("thoi gian", None),
            ("thang", None),
            ("so tt", None),
            ("so ngay thang", None),
        ] {
            assert_eq!(length(title), expected, "{title}");
        }
        assert_eq!(measured("3", Some(Unit::Months)), Some((3, Unit::Months)));
        assert_eq!(measured("02 tuần", None), Some((2, Unit::Weeks)));
        assert_eq!(measured("cả năm", Some(Unit::Months)), None);
        assert_eq!(measured("3", None), None);
    }
}
