//! The rows of a self-assessment in, those out that are not what the school found of itself this year: "1.1 | 2022-2023 | x" above
//! "| 2023-2024 | x", "| Đánh giá ngoài | x" below "1.1 | Tự đánh giá | x".

use std::collections::{BTreeMap, BTreeSet};

use super::{Physical, Reason, primary};
use crate::form::Field;
use crate::model::{FormKind, SchoolYear};
use crate::phrase;
use crate::read::header::{Header, found_by_others};
use crate::text::fold;

/// By row of the sheet, why. Where such a row names the criterion, the row below it that names none has it from there.
pub(super) fn rows(header: &Header<'_>, rows: &mut [Physical], year: SchoolYear) -> BTreeMap<u32, Reason> {
    if header.form.kind != FormKind::Assessment {
        return BTreeMap::new();
    }
    let by_year = of_other_years(header, rows, year).map(|of| (of, Reason::OtherYear));
    let Some((is_other, reason)) = by_year.or_else(|| Some((of_other_finders(header, rows)?, Reason::OtherFinder))) else {
        return BTreeMap::new();
    };
    let key = primary(header);
    for at in 1..rows.len() {
        if is_other[at - 1]
            && !rows[at].has(key)
            && let Some(named) = rows[at - 1].pieces.get(&key).cloned()
        {
            rows[at].pieces.insert(key, named);
        }
    }
    rows.iter().zip(is_other).filter(|(_, is_other)| *is_other).map(|(row, _)| (row.index, reason)).collect()
}

/// Of each row whether it is of another year, where a column says so and some row is of this one.
fn of_other_years(header: &Header<'_>, rows: &[Physical], year: SchoolYear) -> Option<Vec<bool>> {
    let (column, _) = header.unused.iter().find(|(_, title)| matches!(fold(title).as_str(), "nam hoc" | "nam"))?;
    let of = |row: &Physical| row.extra.iter().find(|(at, _)| at.column == *column).and_then(|(_, text)| phrase::year::parse(text));
    let years: Vec<Option<SchoolYear>> = rows.iter().map(of).collect();
    years.contains(&Some(year)).then(|| years.iter().map(|of| of.is_some_and(|other| other != year)).collect())
}

/// Of each row whether others found it, where a column says who did and some row is the school's own.
fn of_other_finders(header: &Header<'_>, rows: &[Physical]) -> Option<Vec<bool>> {
    let is_own = |text: &str| matches!(fold(text).as_str(), "tu danh gia" | "tdg" | "truong" | "nha truong" | "truong tu danh gia");
    let of = |row: &Physical, column: u32| -> Option<bool> {
        let (_, text) = row.texts().into_iter().find(|(at, text)| at.column == column && !text.is_empty())?;
        if is_own(text) { Some(false) } else { found_by_others(text).map(|_| true) }
    };
    let says_who = |field: Field| matches!(field, Field::Outcome | Field::Note | Field::Content | Field::Indicator | Field::Situation);
    let known = header.columns.iter().filter(|own| says_who(own.field)).map(|own| own.column);
    let columns: BTreeSet<u32> = header.unused.iter().map(|(column, _)| *column).chain(known).collect();
    columns.into_iter().find_map(|column| {
        let found: Vec<Option<bool>> = rows.iter().map(|row| of(row, column)).collect();
        let both = found.contains(&Some(true)) && found.contains(&Some(false));
        both.then(|| found.iter().map(|other| *other == Some(true)).collect())
    })
}
