//! A day in three columns (Ngày, Tháng, Năm) or two (Tháng, Năm; Ngày, Tháng) → one column that holds it whole: `15/10/2023`; and so
//! what is told of a quarter, a term or a week (Quý, Năm; Học kỳ, Năm học; Tuần, Tháng): `quý IV/2023`.
//!
//! What stands below is put together as it stands, so that a day that is none stays visible as such.

use std::borrow::Cow;

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::model::Address;
use crate::text;

/// The title the joined column gets where no wider title stands above it.
const TITLE: &str = "Thời gian";

/// The workbook, its parted days joined.
pub(super) fn joined(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(parted, join)
}

/// Titles side by side on one row, each a part of a day.
struct Parted {
    row: u32,
    first: u32,
    last: u32,
    /// "Tháng | Ngày": the day is written last.
    month_first: bool,
    named: Option<&'static Named>,
}

/// Two titles side by side that together say when, and what makes one time of what stands below them: "quý " and "/".
struct Named {
    /// Folded.
    first: &'static [&'static str],
    second: &'static [&'static str],
    before: &'static str,
    between: &'static str,
}

const NAMED: &[Named] = &[
    Named { first: &["quy"], second: &["nam"], before: "quý ", between: "/" },
    Named { first: &["hoc ky", "hk", "ky"], second: &["nam hoc", "nam"], before: "học kỳ ", between: " năm học " },
    Named { first: &["tuan"], second: &["thang"], before: "tuần ", between: " tháng " },
];

/// Whether nearly every row below fills both columns, with days and months: "Ngày" beside "Tháng" may be when something was, too.
fn holds_days(grid: &Grid, titles: &Row, last: usize, month_first: bool) -> bool {
    let [first, last] = [titles.cells[last - 1].column, titles.cells[last].column];
    let (day, month) = if month_first { (last, first) } else { (first, last) };
    let number = |row: &Row, column: u32| row.get(column).and_then(|cell| cell.text.trim().parse::<u8>().ok());
    let below = || grid.rows.iter().filter(|row| row.index > titles.index && row.get(month).is_some());
    let whole = below().filter(|row| {
        number(row, day).is_some_and(|day| (1..=31).contains(&day)) && number(row, month).is_some_and(|month| (1..=12).contains(&month))
    });
    below().count() > 0 && whole.count() * 5 >= below().count() * 4
}

/// Cheaply: "Năm", "Học kỳ" are a word or two, and hold no digits.
fn may_name(title: &str) -> bool {
    title.len() < 12 && !title.bytes().any(|letter| letter.is_ascii_digit())
}

fn parted(grid: &Grid) -> Vec<Parted> {
    let mut found = Vec::new();
    for row in &grid.rows {
        // Each is compared with several words.
        let folded: Vec<String> =
            row.cells.iter().map(|cell| if may_name(&cell.text) { text::fold(&cell.text) } else { String::new() }).collect();
        let is = |at: usize, part: &str| folded.get(at).is_some_and(|folded| folded == part);
        let beside = |at: usize| row.cells[at - 1].column + 1 == row.cells[at].column;
        for year in (1..row.cells.len()).filter(|at| is(*at, "nam")) {
            if !(is(year - 1, "thang") && beside(year)) {
                continue;
            }
            let with_day = year >= 2 && is(year - 2, "ngay") && beside(year - 1);
            let first = row.cells[if with_day { year - 2 } else { year - 1 }].column;
            found.push(Parted { row: row.index, first, last: row.cells[year].column, month_first: false, named: None });
        }
        // Without a year: "Ngày | Tháng", "Tháng | Ngày".
        for last in (1..row.cells.len()).filter(|last| beside(*last) && !is(last + 1, "nam")) {
            let month_first = is(last - 1, "thang") && is(last, "ngay");
            if (month_first || is(last - 1, "ngay") && is(last, "thang")) && holds_days(grid, row, last, month_first) {
                let (first, last) = (row.cells[last - 1].column, row.cells[last].column);
                found.push(Parted { row: row.index, first, last, month_first, named: None });
            }
        }
        for last in (1..row.cells.len()).filter(|last| beside(*last)) {
            let titled =
                |named: &&Named| named.first.iter().any(|title| is(last - 1, title)) && named.second.iter().any(|title| is(last, title));
            if let Some(named) = NAMED.iter().find(titled) {
                let (first, last) = (row.cells[last - 1].column, row.cells[last].column);
                found.push(Parted { row: row.index, first, last, month_first: false, named: Some(named) });
            }
        }
    }
    found
}

fn join(grid: &mut Grid, days: &Parted) {
    let Parted { row: titles, first, last, .. } = *days;
    // The wider title above becomes the title of the one column that is left.
    let above = titles.checked_sub(1).map(|row| Address::new(row, first));
    let wider = above.filter(|above| grid.merge_at(*above).is_some_and(|area| area.first == *above && area.last.column == last));
    if let Some(above) = wider {
        for area in grid.merges.iter_mut().filter(|area| area.first == above) {
            area.last = Address::new(titles, first);
        }
    }
    for row in grid.rows.iter_mut().filter(|row| row.index >= titles) {
        let whole = match row.index == titles {
            true if wider.is_some() => None,
            true => Some(TITLE.to_owned()),
            false => whole(row, days),
        };
        let Some(start) = row.cells.iter().position(|cell| (first..=last).contains(&cell.column)) else { continue };
        let alone = row.cells[start].column == first && row.cells.get(start + 1).is_none_or(|next| next.column > last);
        if row.index > titles && alone {
            // A phrase, or a whole day, in the first of them: it stays what it is.
            continue;
        }
        row.cells.retain(|cell| !(first..=last).contains(&cell.column));
        if let Some(text) = whole {
            row.cells.insert(start, Cell { column: first, text, raw: None, kind: CellKind::Text });
        }
    }
    grid.rows.retain(|row| !row.cells.is_empty());
}

/// Numbers with strokes between them; anything else as it stands, side by side.
fn whole(row: &Row, days: &Parted) -> Option<String> {
    let parts: Vec<&str> =
        row.cells.iter().filter(|cell| (days.first..=days.last).contains(&cell.column)).map(|cell| cell.text.as_str()).collect();
    if let (Some(Named { before, between, .. }), [first, second]) = (days.named, &parts[..]) {
        // "Quý IV | 2023", "Tuần 2 | Tháng 10" say themselves what they are.
        let bare = |text: &str, name: &str| {
            let opens = text.to_lowercase().starts_with(name.trim());
            if opens { text[name.trim().len()..].trim().to_owned() } else { text.to_owned() }
        };
        return Some(format!("{before}{}{between}{}", bare(first, before), bare(second, between)));
    }
    let parts: Vec<&str> = if days.month_first { parts.into_iter().rev().collect() } else { parts };
    let numbers = parts.iter().all(|part| part.len() <= 4 && part.bytes().all(|letter| letter.is_ascii_digit()));
    (!parts.is_empty()).then(|| parts.join(if numbers { "/" } else { " " }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::Area;
    use crate::read::grid::sketch::{self, grid};

    fn shown(grid: Grid) -> Vec<String> {
        sketch::mended(grid, joined)
    }

    #[test]
    fn parts_of_a_day_become_one_column() {
        let rows: &[&[&str]] =
            &[&["Việc", "Ngày", "Tháng", "Năm"], &["a", "15", "10", "2023"], &["b", "", "11", "2023"], &["c", "Thường xuyên"], &["d"]];
        assert_eq!(shown(grid(rows)), ["0:Việc 1:Thời gian", "0:a 1:15/10/2023", "0:b 1:11/2023", "0:c 1:Thường xuyên", "0:d"]);
        assert_eq!(shown(grid(&[&["Tháng", "Năm"], &["10", "2023"]])), ["0:Thời gian", "0:10/2023"]);
        assert_eq!(shown(grid(&[&["Ngày", "Tháng", "Năm"], &["cuối", "10", "2023"]])), ["0:Thời gian", "0:cuối 10 2023"]);
    }

    #[test]
    fn the_wider_title_is_the_title_of_what_is_left() {
        let mut sheet = grid(&[&["Việc", "Hoàn thành"], &["", "Ngày", "Tháng", "Năm"], &["a", "31", "2", "2024"]]);
        sheet.merges = vec![Area { first: Address::new(0, 1), last: Address::new(0, 3) }];
        assert_eq!(shown(sheet), ["0:Việc 1:Hoàn thành", "0:a 1:31/2/2024"]);
    }

    #[test]
    fn a_day_and_a_month_without_a_year_are_joined_where_they_are_numbers() {
        let rows: &[&[&str]] = &[&["Việc", "Tháng", "Ngày"], &["a", "10", "15"], &["b", "11", "20"]];
        assert_eq!(shown(grid(rows)), ["0:Việc 1:Thời gian", "0:a 1:15/10", "0:b 1:20/11"]);
        assert_eq!(shown(grid(&[&["Ngày", "Tháng"], &["15", "10"]])), ["0:Thời gian", "0:15/10"]);
    }

    #[test]
    fn a_quarter_a_term_or_a_week_is_joined_with_what_it_is_of() {
        let rows: &[&[&str]] = &[&["Việc", "Quý", "Năm"], &["a", "IV", "2023"], &["b", "Quý I", "2024"], &["c", "Thường xuyên"]];
        assert_eq!(shown(grid(rows)), ["0:Việc 1:Thời gian", "0:a 1:quý IV/2023", "0:b 1:quý I/2024", "0:c 1:Thường xuyên"]);
        let rows: &[&[&str]] = &[&["Việc", "Học kỳ", "Năm học"], &["a", "I", "2023-2024"]];
        assert_eq!(shown(grid(rows)), ["0:Việc 1:Thời gian", "0:a 1:học kỳ I năm học 2023-2024"]);
        let rows: &[&[&str]] = &[&["Việc", "Tuần", "Tháng"], &["a", "Tuần 2", "10"], &["b", "4", "Tháng 3"]];
        assert_eq!(shown(grid(rows)), ["0:Việc 1:Thời gian", "0:a 1:tuần 2 tháng 10", "0:b 1:tuần 4 tháng 3"]);
    }

    #[test]
    fn other_titles_stay() {
        let rows: &[&[&str]] = &[&["Tháng", "", "Năm"], &["Năm học", "Tháng"], &["Ngày", "Tháng"], &["a", "b"]];
        assert_eq!(shown(grid(rows)), shown(grid(rows)));
        assert!(matches!(joined(&Workbook { grids: vec![grid(rows)], ..Workbook::default() }), Cow::Borrowed(_)));
    }
}
