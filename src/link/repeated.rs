//! Rows of a sheet that say word for word what another row of it says: a block that was pasted twice, a table with its copy beside it. Each counts
//! once, and the others are told.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::version::drop_rows;
use crate::finding::{self, Finding};
use crate::model::{Action, Address, Evidence, FormKind, Origin, Report};
use crate::reading::Reading;

/// Fewer words may well be said twice.
const FEWEST_WORDS: usize = 3;

/// File, sheet, form and whose.
type Sheet = (Arc<str>, Arc<str>, FormKind, String);

/// File, sheet, whose, and all that the row says.
type Words<'r> = (&'r Arc<str>, &'r Arc<str>, &'r str, Vec<String>);

pub(super) fn once(reading: &mut Reading) {
    let mut again: BTreeMap<Sheet, Vec<(Address, Address)>> = BTreeMap::new();
    let plans = reading.actions.iter().map(|row| (&row.origin, &row.school_id, said_of_plan(row)));
    let results = reading.reports.iter().map(|row| (&row.origin, &row.school_id, said_of_result(row)));
    let evidence = reading.evidence.iter().map(|row| (&row.origin, &row.school_id, said_of_evidence(row)));
    gather(FormKind::Plan, plans, &mut again);
    gather(FormKind::Result, results, &mut again);
    gather(FormKind::Evidence, evidence, &mut again);
    let places: BTreeSet<(Arc<str>, Arc<str>, FormKind, Address)> = again
        .iter()
        .flat_map(|((file, sheet, form, _), rows)| rows.iter().map(|(place, _)| (Arc::clone(file), Arc::clone(sheet), *form, *place)))
        .collect();
    if places.is_empty() {
        return;
    }
    drop_rows(reading, |origin, (form, _), _| places.contains(&(Arc::clone(&origin.file), Arc::clone(&origin.sheet), form, origin.cell)));
    reading.findings.extend(again.into_iter().map(|(sheet, rows)| told(&sheet, &rows)));
}

fn told((file, sheet, form, school): &Sheet, rows: &[(Address, Address)]) -> Finding {
    let (again, first) = rows[0];
    let cells: Vec<String> = rows.iter().map(|(again, _)| again.to_string()).collect();
    let origin = Origin { file: Arc::clone(file), sheet: Arc::clone(sheet), cell: again };
    let told = Finding::new(&finding::ROWS_REPEATED).at(&origin).of_school(school).field(form.title());
    told.with("count", rows.len()).with("cells", cells.join(", ")).with("again", again).with("first", first)
}

fn gather<'r>(
    form: FormKind,
    rows: impl Iterator<Item = (&'r Origin, &'r String, Option<Vec<String>>)>,
    again: &mut BTreeMap<Sheet, Vec<(Address, Address)>>,
) {
    let rows: Vec<_> = rows.collect();
    let mut at: BTreeMap<&Origin, usize> = BTreeMap::new();
    for (origin, ..) in &rows {
        *at.entry(*origin).or_default() += 1;
    }
    let mut seen: BTreeMap<Words<'_>, Address> = BTreeMap::new();
    // Several works that one cell lists stand or fall together.
    for (origin, school, said) in rows.into_iter().filter(|(origin, ..)| at[origin] == 1) {
        let Some(said) = said else { continue };
        let first = *seen.entry((&origin.file, &origin.sheet, school, said)).or_insert(origin.cell);
        if first != origin.cell {
            let sheet = (Arc::clone(&origin.file), Arc::clone(&origin.sheet), form, school.clone());
            again.entry(sheet).or_default().push((origin.cell, first));
        }
    }
}

fn said_of_plan(row: &Action) -> Option<Vec<String>> {
    let beside =
        [&row.lead, &row.time_text, &row.cost_text, &row.conditions, &row.note, &row.done_text, &row.ongoing_text, &row.not_started_text];
    let code = format!("{} {:?} {:?}", row.framework, row.criterion, row.level_band);
    said(code, &[&row.task, &row.target], &beside)
}

fn said_of_result(row: &Report) -> Option<Vec<String>> {
    let beside = [&row.done_text, &row.ongoing_text, &row.not_started_text, &row.lead, &row.time_text, &row.note];
    let code = format!("{} {:?} {:?}", row.framework, row.criterion, row.level_band);
    said(code, &[&row.planned, &row.adjusted], &beside)
}

fn said_of_evidence(row: &Evidence) -> Option<Vec<String>> {
    let code = format!("{} {:?} {:?}", row.framework, row.criterion, row.code);
    said(code, &[&row.description], &[&row.place, &row.collector, &row.time_text, &row.cost_text, &row.note])
}

/// `None` for what is too short to be a copy: a few words, and nothing beside them.
fn said(code: String, work: &[&String], beside: &[&String]) -> Option<Vec<String>> {
    let words: usize = work.iter().map(|text| text.split_whitespace().count()).sum();
    let tells = words >= FEWEST_WORDS && beside.iter().any(|text| text.chars().any(char::is_alphanumeric));
    tells.then(|| std::iter::once(code).chain(work.iter().chain(beside).map(|text| (*text).clone())).collect())
}
