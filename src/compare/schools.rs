//! The schools of both sides in; who reports now, who no longer does, and whose level changed, out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::kinship::Kinships;
use super::{Kin, Side, by_id};
use crate::model::SchoolKind;
use crate::stats::Reported;
use crate::text::clean;

/// Schools that reported: `old - no_longer - left - passed_on + newly + entered + descended = new`. Counts what `schools.reported` of `thong-ke.json` counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct SchoolsBalance {
    pub old: usize,
    /// Expected on both sides; reported then, not now.
    pub no_longer: usize,
    /// Reported then; not counted on the new side at all, as a school that left the register.
    pub left: usize,
    /// Reported then; not there any more, for it has become part of another or was split.
    pub passed_on: usize,
    /// Expected on both sides; not reported then, now.
    pub newly: usize,
    /// Reports now; was not counted on the old side at all.
    pub entered: usize,
    /// Reports now; was not there then, and has come of one that was.
    pub descended: usize,
    pub new: usize,
}

/// One school then and now; `None` where a side does not know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolChange {
    pub school_id: String,
    pub name: String,
    /// Its name then, where it was another.
    pub old_name: Option<String>,
    /// Of a school that is not there any more, or was divided: those in which it goes on.
    pub heirs: Vec<Kin>,
    /// Of a school that took others in or was split from one: those.
    pub forebears: Vec<Kin>,
    pub kind: Option<SchoolKind>,
    pub old_submission: Option<Reported>,
    pub new_submission: Option<Reported>,
    pub old_framework: Option<String>,
    pub new_framework: Option<String>,
    pub old_level: Option<u8>,
    pub new_level: Option<u8>,
}

impl SchoolChange {
    /// Did not report then, or was not there; reports now.
    pub fn reports_newly(&self) -> bool {
        !counts(self.old_submission) && counts(self.new_submission)
    }

    pub fn reports_no_longer(&self) -> bool {
        counts(self.old_submission) && !counts(self.new_submission)
    }

    /// Reported on both sides, under different frameworks: nothing of its criteria can be compared.
    pub fn changed_framework(&self) -> bool {
        counts(self.old_submission) && counts(self.new_submission) && self.old_framework != self.new_framework
    }
}

fn counts(submission: Option<Reported>) -> bool {
    submission.is_some_and(Reported::counts)
}

pub(super) fn balance(old: Side<'_>, new: Side<'_>, kinships: &Kinships<'_>) -> SchoolsBalance {
    let (before, after) = (counted(old), counted(new));
    let reported = |side: &BTreeMap<&str, bool>| side.values().filter(|reported| **reported).count();
    let mut balance = SchoolsBalance { old: reported(&before), new: reported(&after), ..SchoolsBalance::default() };
    for (id, reported) in &before {
        match (reported, after.get(id)) {
            (true, Some(false)) => balance.no_longer += 1,
            (true, None) if kinships.heirs(id).is_empty() => balance.left += 1,
            (true, None) => balance.passed_on += 1,
            _ => {}
        }
    }
    for (id, reported) in &after {
        match (reported, before.get(id)) {
            (true, Some(false)) => balance.newly += 1,
            (true, None) if kinships.forebears(id).is_empty() => balance.entered += 1,
            (true, None) => balance.descended += 1,
            _ => {}
        }
    }
    balance
}

/// The schools that `schools.*` counts, and whether each reported: those of the register where there is one, else all.
fn counted<'a>(side: Side<'a>) -> BTreeMap<&'a str, bool> {
    let all = side.statistics.schools.expected.is_none();
    let registered: BTreeSet<&str> =
        side.reading.schools.iter().filter(|school| school.registered).map(|school| school.id.as_str()).collect();
    let schools = by_id(side).into_iter().filter(|(id, _)| all || registered.contains(id));
    schools.map(|(id, school)| (id, school.submission.counts())).collect()
}

pub(super) fn changes(old: Side<'_>, new: Side<'_>, kinships: &Kinships<'_>) -> Vec<SchoolChange> {
    let (before, after) = (by_id(old), by_id(new));
    let ids: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    ids.into_iter()
        .filter_map(|id| {
            let (before, after) = (before.get(id).copied(), after.get(id).copied());
            let known = after.or(before)?;
            Some(SchoolChange {
                school_id: id.to_owned(),
                name: known.name.clone(),
                old_name: before.map(|school| &school.name).filter(|name| clean(name) != clean(&known.name)).cloned(),
                heirs: kinships.heirs(id),
                forebears: kinships.forebears(id),
                kind: known.kind,
                old_submission: before.map(|school| school.submission),
                new_submission: after.map(|school| school.submission),
                old_framework: before.and_then(|school| school.framework.clone()),
                new_framework: after.and_then(|school| school.framework.clone()),
                old_level: before.and_then(|school| school.level),
                new_level: after.and_then(|school| school.level),
            })
        })
        .collect()
}
