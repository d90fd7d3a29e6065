//! The titles of a header in, those that speak of another school year than the one reported on out: "Năm học 2022-2023 / Mức 1" beside
//! "Năm học 2023-2024 / Mức 1", "Mức đạt năm học 2022-2023", "Mức năm trước".

use std::sync::Arc;

use crate::model::SchoolYear;
use crate::read::header::judged::Judged;

/// For each title, whether what stands below it is not of this year: another title says the same of this year, or the title itself is of none but that one.
pub(super) fn titles(judged: &[Arc<Judged>], year: SchoolYear) -> Vec<bool> {
    let of_this = |title: &Judged| judged.iter().any(|other| other.year == Some(year) && other.besides_year == title.besides_year);
    let other = |title: &Judged| title.year.is_some_and(|named| named != year) && (title.is_of_its_year || of_this(title));
    judged.iter().map(|title| title.is_of_last_year || other(title)).collect()
}
