//! A table of another paper that counts because its file holds nothing else, beside other files of the school that hold the plan itself: it counts
//! for nothing then, unless it speaks of the works of that plan.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::closest;
use super::version::{Places, drop_places};
use super::wording::written_out;
use crate::finding::{self, Finding};
use crate::model::{FormKind, Origin};
use crate::reading::Reading;

/// File and sheet.
pub(super) type Sheet = (Arc<str>, Arc<str>);

pub(super) fn beside_the_plan(reading: &mut Reading) {
    let place = |finding: &Finding| Some((finding.file.clone()?, finding.sheet.clone()?));
    // A table that stands beside one of ours in its file was left there already, and the rest of its sheet is ours.
    let counts = |finding: &Finding| finding.details.get("counts").is_some_and(|counts| counts == finding::COUNTS_ALONE);
    let is_told = |finding: &&Finding| finding.rule == &finding::TABLE_OF_OTHER_PAPER && counts(finding);
    let strange: BTreeSet<Sheet> = reading.findings.iter().filter(is_told).filter_map(place).collect();
    if strange.is_empty() {
        return;
    }
    let mut works: BTreeMap<&str, BTreeMap<Option<Sheet>, Vec<String>>> = BTreeMap::new();
    let plans = reading.actions.iter().map(|row| (row.school_id.as_str(), &row.origin, &row.task));
    let results = reading.reports.iter().map(|row| (row.school_id.as_str(), &row.origin, &row.planned));
    for (school, origin, work) in plans.chain(results) {
        let sheet = Some(sheet_of(origin)).filter(|sheet| strange.contains(sheet));
        works.entry(school).or_default().entry(sheet).or_default().push(written_out(work));
    }
    let mut places = Places::new();
    let mut dropped: BTreeSet<Sheet> = BTreeSet::new();
    for (school, of_sheets) in &works {
        let Some(planned) = of_sheets.get(&None) else { continue };
        for (sheet, told) in of_sheets {
            let Some((file, sheet)) = sheet.as_ref().filter(|_| !speaks_of(planned, told)) else { continue };
            dropped.insert((Arc::clone(file), Arc::clone(sheet)));
            places.extend([FormKind::Plan, FormKind::Result].map(|form| (Arc::clone(file), (*school).to_owned(), form, Arc::clone(sheet))));
        }
    }
    if places.is_empty() {
        return;
    }
    let is_dropped = |finding: &Finding| is_told(&finding) && place(finding).is_some_and(|place| dropped.contains(&place));
    let told: Vec<Finding> = reading.findings.iter().filter(|finding| is_dropped(finding)).cloned().collect();
    reading.findings.retain(|finding| !is_dropped(finding));
    drop_places(reading, &places);
    reading.findings.extend(told.into_iter().map(|finding| finding.with("counts", finding::COUNTS_NOT)));
}

pub(super) fn sheet_of(origin: &Origin) -> Sheet {
    (Arc::clone(&origin.file), Arc::clone(&origin.sheet))
}

/// Whether at least half of what is told are works that were planned.
pub(super) fn speaks_of(planned: &[String], told: &[String]) -> bool {
    let known: BTreeSet<&str> = planned.iter().map(String::as_str).collect();
    let (same, other): (Vec<&str>, Vec<&str>) = told.iter().map(String::as_str).partition(|work| known.contains(work));
    let planned: Vec<&str> = known.into_iter().filter(|work| !same.contains(work)).collect();
    (same.len() + closest::pairs(&planned, &other).len()) * 2 >= told.len()
}
