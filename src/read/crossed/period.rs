//! A title in, the month, week or term it names out; titles side by side in, those that follow one another out.

use std::collections::BTreeMap;

use crate::model::Address;
use crate::phrase;
use crate::read::grid::{Cell, Grid, Row};
use crate::text;

/// Terms side by side that make a calendar.
const FEWEST_TERMS: usize = 2;

#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) enum Period {
    Month {
        number: u8,
        bare: bool,
    },
    /// "IX": under a title that speaks of months only.
    Roman(u8),
    /// "Tuần 2": under the title of its month only.
    Week(u8),
    Term(String),
}

/// Weeks of a school year, those of its ends included.
const WEEKS_OF_YEAR: u8 = 40;
/// The longest title of a period, in letters.
const LONGEST: usize = 22;

/// `T9`, `Tháng 10`, `9`, `9/2023`, `9/23`; `HKI`, `Quý II/2024`, `Hè`, `Nửa đầu HKI`, `Tháng 8-9`.
pub(in crate::read) fn period(title: &str) -> Option<Period> {
    if title.len() > LONGEST * 3 || !may_be_period(title) || title.chars().count() > LONGEST {
        return None;
    }
    let folded = text::fold(title);
    let own = folded.strip_prefix("nam hoc ").or_else(|| folded.strip_prefix("nh ")).unwrap_or(&folded);
    if phrase::year::parse(title).is_some() && own.split(' ').all(|year| year.len() == 4 && year.starts_with("20")) {
        return Some(Period::Term(format!("năm học {}", own.replace(' ', "-"))));
    }
    const ROMANS: &[&str] = &["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let bare = title.trim();
    if let Some(number) = (1..).zip(ROMANS).find_map(|(number, roman)| (bare == *roman).then_some(number)) {
        return Some(Period::Roman(number));
    }
    if is_term(&folded) {
        return Some(Period::Term(bare.to_owned()));
    }
    let month = |digits: &str| digits.trim().parse::<u8>().ok().filter(|number| (1..=12).contains(number) && digits.trim().len() <= 2);
    if let Some(number) = month(&folded) {
        return Some(Period::Month { number, bare: true });
    }
    let week = |digits: &str| digits.parse::<u8>().ok().filter(|number| (1..=WEEKS_OF_YEAR).contains(number));
    if let Some(number) = folded.strip_prefix("tuan ").and_then(week) {
        return Some(Period::Week(number));
    }
    let named = folded.strip_prefix("thang").or_else(|| folded.strip_prefix("th")).or_else(|| folded.strip_prefix('t'));
    if let Some(number) = named.and_then(month) {
        return Some(Period::Month { number, bare: false });
    }
    // "9/2023", "T9/23": fold makes a space of the stroke.
    let year = |year: &str| year.starts_with('2') && year.bytes().all(|digit| digit.is_ascii_digit()) && matches!(year.len(), 2 | 4);
    let (first, second) = named.unwrap_or(&folded).trim().split_once(' ')?;
    let number = month(first)?;
    if year(second) {
        return Some(Period::Month { number, bare: false });
    }
    (named.is_some() && month(second) == Some(number % 12 + 1)).then(|| Period::Term(format!("tháng {first}-{second}")))
}

/// Cheaply, for it is asked of every short cell: what names a period holds a digit, or ends in a Roman one, or is "Hè".
fn may_be_period(title: &str) -> bool {
    let mut last = ' ';
    for letter in title.chars() {
        match text::plain_letter(letter) {
            Some('0'..='9') | None => return true,
            Some(letter) if letter.is_ascii_alphabetic() => last = letter,
            Some(_) => {}
        }
    }
    matches!(last, 'i' | 'v' | 'x' | 'e') || text::may_be_marked_up(title)
}

/// "hk i", "quy iv 2023", "nua dau hki".
fn is_term(folded: &str) -> bool {
    const TERMS: &[&str] = &["hki", "hkii", "hk1", "hk2", "hoc ky i", "hoc ky ii", "hoc ky 1", "hoc ky 2", "hk i", "hk ii", "hk 1", "hk 2"];
    const QUARTERS: &[&str] = &["quy i", "quy ii", "quy iii", "quy iv", "quy 1", "quy 2", "quy 3", "quy 4"];
    const PARTS: &[&str] = &["nua dau ", "nua cuoi ", "dau ", "giua ", "cuoi "];
    if !folded.starts_with(['h', 'q', 'n', 'd', 'g', 'c']) {
        return false;
    }
    let year = |rest: &str| rest.strip_prefix(' ').is_some_and(|year| year.len() == 4 && year.starts_with("20"));
    let quarter = |name: &&str| folded.strip_prefix(*name).is_some_and(|rest| rest.is_empty() || year(rest));
    let part = PARTS.iter().find_map(|part| folded.strip_prefix(part)).is_some_and(|rest| TERMS.contains(&rest));
    folded == "he" || TERMS.contains(&folded) || QUARTERS.iter().any(quarter) || part
}

/// Neighbouring titles of periods, each the one after that to its left; of months at least so many.
pub(in crate::read) fn runs(row: &Row, fewest_months: usize) -> Vec<BTreeMap<u32, Period>> {
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
                    (Period::Week(before), Period::Week(number)) => *number == before + 1 || *number == 1,
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
        run.len() >= if terms { FEWEST_TERMS } else { fewest_months }
    });
    runs
}

/// The year over each of the months, where titles of years and nothing else stand over all of them.
pub(in crate::read) fn years_above(grid: &Grid, row: u32, periods: &BTreeMap<u32, Period>) -> BTreeMap<u32, i16> {
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

/// A row of weeks under the titles of their months, which name them by a letter or a bare number ("T1 | T2 | T3 | T4" under "Tháng 9"), each
/// called a week; `None` for every other row.
pub(in crate::read) fn of_weeks(grid: &Grid, row: &Row) -> Option<Row> {
    const WEEKS: u8 = 5;
    let above = row.index.checked_sub(1).filter(|above| grid.row(*above).is_some())?;
    let of_month = |column: u32| {
        let over = grid.shown(Address::new(above, column)).filter(|_| column > 0)?;
        matches!(period(&over.text), Some(Period::Month { bare: false, .. })).then_some(())
    };
    let week = |cell: &Cell| match period(&cell.text) {
        Some(Period::Month { number, .. }) if number <= WEEKS => Some(number),
        Some(Period::Roman(number)) if number <= WEEKS => Some(number),
        _ => None,
    };
    let weeks: BTreeMap<u32, u8> =
        row.cells.iter().filter(|cell| of_month(cell.column).is_some()).filter_map(|cell| Some((cell.column, week(cell)?))).collect();
    // The first of some month stands beside its second.
    let counted = weeks.iter().any(|(column, number)| *number == 1 && weeks.get(&(column + 1)) == Some(&2));
    if !counted {
        return None;
    }
    let named = |cell: &Cell| match weeks.get(&cell.column) {
        Some(number) => Cell { text: format!("Tuần {number}"), ..cell.clone() },
        None => cell.clone(),
    };
    Some(Row { index: row.index, cells: row.cells.iter().map(named).collect() })
}

/// The year that the title of a month names itself: "T9/2023", "9/23".
pub(in crate::read) fn year_in(title: &str) -> Option<i16> {
    let folded = text::fold(title);
    let (_, year) = folded.rsplit_once(' ')?;
    let number = year.parse::<i16>().ok()?;
    match year.len() {
        4 => Some(number).filter(|number| (2000..2100).contains(number)),
        2 => Some(2000 + number).filter(|_| year.starts_with('2')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_quarters_and_parts_of_terms_are_periods() {
        let month = |number, bare| Some(Period::Month { number, bare });
        for (title, expected) in [
            ("T9", month(9, false)),
            ("Tháng 10", month(10, false)),
            ("9", month(9, true)),
            ("9/2023", month(9, false)),
            ("9/23", month(9, false)),
            ("T12/2023", month(12, false)),
            ("IX", Some(Period::Roman(9))),
            ("Tuần 3", Some(Period::Week(3))),
            ("Quý IV/2023", Some(Period::Term("Quý IV/2023".to_owned()))),
            ("Nửa đầu HKI", Some(Period::Term("Nửa đầu HKI".to_owned()))),
            ("Tháng 8-9", Some(Period::Term("tháng 8-9".to_owned()))),
            ("Tháng 12-1", Some(Period::Term("tháng 12-1".to_owned()))),
            ("Tháng", None),
            ("TT", None),
            ("Tiêu chí", None),
            ("13", None),
            ("Đầu năm", None),
            ("8-12", None),
        ] {
            assert_eq!(period(title), expected, "{title}");
        }
    }
}
