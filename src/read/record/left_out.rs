//! Rows without a criterion of their own: told, for they are counted by another row.

use super::{CODE_FIELDS, Place};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::read::rows::LogicalRow;

/// Rows that name their criterion to one that does not: then leaving it out is no custom of the table.
const NAMED_TO_ONE: usize = 6;

/// Rows above the criterion they are counted for, told once for a table.
pub(super) fn told_around(place: &Place<'_>, rows: &[&LogicalRow]) -> Option<Finding> {
    let around: Vec<&&LogicalRow> = rows.iter().filter(|row| row.around).collect();
    let first = around.first()?;
    let own: Vec<u32> = around.iter().flat_map(|row| row.rows.iter().copied()).collect();
    let told = place.finding(&finding::CRITERION_IN_THE_MIDDLE, first.address()).field(Field::Criterion.title());
    Some(told.with("count", around.len()).with("rows", super::spans(&own)))
}

pub(super) fn told(place: &Place<'_>, rows: &[&LogicalRow]) -> Vec<Finding> {
    let own = rows.iter().filter(|row| !row.same_criterion && CODE_FIELDS.into_iter().any(|field| !row.text(field).is_empty())).count();
    let taken_over: Vec<&&LogicalRow> = rows.iter().filter(|row| row.same_criterion).collect();
    // Each row with a number of its own is a row of its own.
    let numbered = |row: &LogicalRow| {
        place.header.column(Field::Ordinal).is_none() || row.text(Field::Ordinal).chars().any(|letter| letter.is_ascii_digit())
    };
    if taken_over.is_empty() || taken_over.len() * NAMED_TO_ONE > own || !taken_over.iter().all(|row| row.left_out && numbered(row)) {
        return Vec::new();
    }
    let told = |row: &&&LogicalRow| {
        let code = CODE_FIELDS.into_iter().map(|field| row.text(field)).find(|text| !text.is_empty()).unwrap_or_default();
        place.finding(&finding::CRITERION_LEFT_OUT, row.address()).field(Field::Criterion.title()).raw(finding::shortened(code))
    };
    taken_over.iter().map(told).collect()
}
