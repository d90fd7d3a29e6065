//! A newer file of a school that says only some of its works, or new ones, in; the rows of the older file that it says anew out.

use std::collections::BTreeSet;

use super::closest;
use super::wording::written_out;
use crate::model::{Action, Criterion, FormKind, Origin, Report, Status};
use crate::phrase;
use crate::reading::Reading;
use crate::text;

/// What a newer file makes of an older one that still counts.
pub(super) struct Supplement {
    /// Of the older file, what the newer one says anew.
    pub again: BTreeSet<Origin>,
    /// How many rows of the newer file say what the older one does not.
    pub added: usize,
}

/// Whether every work that one file plans beside what it assesses stands in the plan of another, with the same time, person and cost as far as
/// the first says them. Of two plans by themselves the shorter one may be the newer.
pub(super) fn is_covered(reading: &Reading, (school, form): (&str, FormKind), part: &str, whole: &str) -> bool {
    let rows =
        |file: &str| reading.actions.iter().filter(move |row| row.school_id == school && &*row.origin.file == file).collect::<Vec<_>>();
    let agrees = |own: &str, other: &str| own.is_empty() || text::fold(own) == text::fold(other);
    let same = |own: &Action, other: &Action| {
        own.criterion == other.criterion
            && written_out(&own.task) == written_out(&other.task)
            && agrees(&own.time_text, &other.time_text)
            && agrees(&own.lead, &other.lead)
            && agrees(&own.cost_text, &other.cost_text)
            && (own.status == Status::NoReport || own.status == other.status)
    };
    let (part, whole) = (rows(part), rows(whole));
    let on_sheet = |row: &Action, other: &Origin| row.origin.sheet == other.sheet && row.origin.file == other.file;
    let beside_levels =
        |row: &&Action| reading.assessments.iter().any(|judged| judged.school_id == school && on_sheet(row, &judged.origin));
    let restated = || part.iter().all(beside_levels) && !whole.iter().any(beside_levels);
    form == FormKind::Plan && !part.is_empty() && restated() && part.iter().all(|own| whole.iter().any(|other| same(own, other)))
}

/// What a report says of a work, as plan and report have it alike.
fn work_of(row: &Report) -> (Option<Criterion>, String) {
    let work = [&row.planned, &row.adjusted].into_iter().find(|work| !phrase::status::is_nothing(work));
    (row.criterion, work.map(|work| written_out(work)).unwrap_or_default())
}

/// The results of the older file that a report of the later half leaves as they were, for it tells only of what was left then: works of the plan that
/// it does not name. Nothing where some of its own works are not worded as the plan words them, for which they are is not sure.
pub(super) fn left_as_told(reading: &Reading, school: &str, older: &str, newer: &str) -> BTreeSet<Origin> {
    let planned: BTreeSet<(Option<Criterion>, String)> =
        reading.actions.iter().filter(|row| row.school_id == school).map(|row| (row.criterion, written_out(&row.task))).collect();
    let of =
        |file: &str| reading.reports.iter().filter(move |row| row.school_id == school && &*row.origin.file == file).collect::<Vec<_>>();
    let told: BTreeSet<(Option<Criterion>, String)> = of(newer).into_iter().map(work_of).collect();
    if told.is_empty() || !told.is_subset(&planned) {
        return BTreeSet::new();
    }
    let left = of(older).into_iter().filter(|row| row.status != Status::NoReport);
    let left = left.map(|row| (work_of(row), row)).filter(|(work, _)| planned.contains(work) && !told.contains(work));
    left.map(|(_, row)| row.origin.clone()).collect()
}

/// Works are told apart one by one where each of the newer file is one of the older, or where the newer calls itself an addition (`adds`) and
/// mostly says other works. Nothing where it is rather the whole written anew.
pub(super) fn of(reading: &Reading, (school, form): (&str, FormKind), older: &str, newer: &str, adds: bool) -> Option<Supplement> {
    let plan = |row: &Action| (row.origin.clone(), row.criterion, written_out(&row.task));
    let result = |row: &Report| {
        let (criterion, work) = work_of(row);
        (row.origin.clone(), criterion, work)
    };
    let rows = |file: &str| -> Vec<_> {
        match form {
            FormKind::Plan => reading.actions.iter().filter(|row| row.school_id == school && &*row.origin.file == file).map(plan).collect(),
            FormKind::Result => {
                reading.reports.iter().filter(|row| row.school_id == school && &*row.origin.file == file).map(result).collect()
            }
            _ => Vec::new(),
        }
    };
    let (old, new) = (rows(older), rows(newer));
    if new.is_empty() || new.iter().any(|(_, _, words)| words.is_empty()) {
        return None;
    }
    let mut again = BTreeSet::new();
    let mut repeated = 0;
    let criteria: BTreeSet<_> = new.iter().map(|(_, criterion, _)| *criterion).collect();
    for criterion in criteria {
        let of = |rows: &[(Origin, _, String)]| -> Vec<(Origin, String)> {
            rows.iter().filter(|(_, own, _)| *own == criterion).map(|(origin, _, words)| (origin.clone(), words.clone())).collect()
        };
        let (mut old, mut new) = (of(&old), of(&new));
        new.retain(|(_, words)| {
            let same = old.iter().position(|(_, other)| other == words);
            if let Some(at) = same {
                again.insert(old.remove(at).0);
                repeated += 1;
            }
            same.is_none()
        });
        let old_words: Vec<&str> = old.iter().map(|(_, words)| words.as_str()).collect();
        let new_words: Vec<&str> = new.iter().map(|(_, words)| words.as_str()).collect();
        for (work, _) in closest::pairs(&old_words, &new_words) {
            again.insert(old[work].0.clone());
            repeated += 1;
        }
    }
    let added = new.len() - repeated;
    (added == 0 || adds && repeated * 2 < new.len()).then_some(Supplement { again, added })
}
