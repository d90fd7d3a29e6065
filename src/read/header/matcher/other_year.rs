//! The titles of a header in, those that say of another school year what one says of the year reported on out: "Năm học 2022-2023 / Mức 1 | … |
//! Năm học 2023-2024 / Mức 1".

use std::sync::Arc;

use crate::model::SchoolYear;
use crate::read::header::judged::Judged;

/// For each title, whether another of them says the same of the year reported on.
pub(super) fn titles(judged: &[Arc<Judged>], year: SchoolYear) -> Vec<bool> {
    let of_this = |title: &Judged| judged.iter().any(|other| other.year == Some(year) && other.besides_year == title.besides_year);
    judged.iter().map(|title| title.year.is_some_and(|named| named != year) && of_this(title)).collect()
}
