//! A row that speaks of all criteria without a row of their own ("Các tiêu chí còn lại | Đạt Mức 2") in, which they are out.

use std::collections::BTreeSet;

use super::{LogicalRow, Place};
use crate::form::Field;
use crate::model::Criterion;
use crate::phrase;
use crate::text::fold;

/// The criteria of the framework that no row names: of the standard that the row names, else of the one it stands under, where others have
/// such a row too. `None` where the row is another one, and where nobody can tell whether it means its standard or all.
pub(super) fn meant(place: &Place<'_>, rows: &[&LogicalRow], row: &LogicalRow) -> Option<Vec<Criterion>> {
    if !speaks_of_others(row) {
        return None;
    }
    let named: BTreeSet<Criterion> = rows
        .iter()
        .flat_map(|row| phrase::criterion::all(row.text(Field::Criterion), row.standard, row.band))
        .filter_map(|named| named.criterion)
        .collect();
    let left: Vec<Criterion> =
        place.framework.criteria.iter().map(|info| info.criterion).filter(|criterion| !named.contains(criterion)).collect();
    let of = |standard: u8| left.iter().copied().filter(|criterion| criterion.standard() == Some(standard)).collect::<Vec<_>>();
    if let Some(standard) = phrase::criterion::all(row.text(Field::Criterion), None, None).iter().find_map(|named| named.standard) {
        return Some(of(standard));
    }
    let such = rows.iter().filter(|row| speaks_of_others(row)).count();
    match row.standard {
        None => (such == 1).then_some(left),
        Some(standard) => {
            let own = of(standard);
            (such > 1 || own.len() == left.len()).then_some(own)
        }
    }
}

fn speaks_of_others(row: &LogicalRow) -> bool {
    const OPENINGS: &[&str] = &[
        "cac tieu chi con lai",
        "nhung tieu chi con lai",
        "tat ca cac tieu chi con lai",
        "tieu chi con lai",
        "cac tieu chi khac",
        "cac tc con lai",
    ];
    let folded = fold(row.text(Field::Criterion));
    OPENINGS.iter().any(|words| folded.starts_with(words))
}
