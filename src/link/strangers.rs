//! A table of another paper that counts because its file holds nothing else, beside other files of the school that hold the plan itself: it counts
//! for nothing then.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::version::{Places, drop_places};
use crate::finding::{self, Finding};
use crate::model::FormKind;
use crate::reading::Reading;

pub(super) fn beside_the_plan(reading: &mut Reading) {
    let told: Vec<usize> = (0..reading.findings.len()).filter(|at| reading.findings[*at].rule == &finding::TABLE_OF_OTHER_PAPER).collect();
    if told.is_empty() {
        return;
    }
    let place = |finding: &Finding| Some((finding.file.clone()?, finding.sheet.clone()?));
    let strange: BTreeSet<(Arc<str>, Arc<str>)> = told.iter().filter_map(|at| place(&reading.findings[*at])).collect();
    let plans = reading.actions.iter().map(|row| (&row.school_id, &row.origin));
    let results = reading.reports.iter().map(|row| (&row.school_id, &row.origin));
    let rows = || plans.clone().chain(results.clone());
    let is_strange = |file: &Arc<str>, sheet: &Arc<str>| strange.contains(&(Arc::clone(file), Arc::clone(sheet)));
    // A sheet that holds a table of ours beside the other lost the other already.
    let planned: BTreeSet<&String> =
        rows().filter(|(_, origin)| !is_strange(&origin.file, &origin.sheet)).map(|(school, _)| school).collect();
    let lost = rows().filter(|(school, origin)| planned.contains(school) && is_strange(&origin.file, &origin.sheet));
    let places: Places = lost
        .flat_map(|(school, origin)| {
            [FormKind::Plan, FormKind::Result].map(|form| (Arc::clone(&origin.file), school.clone(), form, Arc::clone(&origin.sheet)))
        })
        .collect();
    if places.is_empty() {
        return;
    }
    let sheets: BTreeSet<(Arc<str>, Arc<str>)> = places.iter().map(|(file, _, _, sheet)| (Arc::clone(file), Arc::clone(sheet))).collect();
    let mut kept = Vec::new();
    for at in told.into_iter().rev() {
        if place(&reading.findings[at]).is_some_and(|place| sheets.contains(&place)) {
            kept.push(reading.findings.remove(at).with("counts", "không tính"));
        }
    }
    drop_places(reading, &places);
    reading.findings.extend(kept);
}
