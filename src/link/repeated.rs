//! Rows of a sheet that say word for word what another row of it says: a block that was pasted twice, a table with its copy beside it. Each counts
//! once, and the others are told. In such a block the short rows are copies too.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::version::drop_rows;
use crate::finding::{self, Finding};
use crate::model::{Action, Address, Evidence, FormKind, Origin, Report};
use crate::reading::Reading;

/// Fewer words may well be said twice, unless a longer row was copied as far.
const FEWEST_WORDS: usize = 3;

/// File, sheet, form and whose.
type Sheet = (Arc<str>, Arc<str>, FormKind, String);

/// File, sheet, whose, and all that the row says.
type Words<'r> = (&'r Arc<str>, &'r Arc<str>, &'r str, Vec<String>);

/// All that a row says, and whether that is too much to be said twice by chance.
struct Said {
    words: Vec<String>,
    is_long: bool,
}

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
    rows: impl Iterator<Item = (&'r Origin, &'r String, Option<Said>)>,
    again: &mut BTreeMap<Sheet, Vec<(Address, Address)>>,
) {
    let rows: Vec<_> = rows.collect();
    let mut at: BTreeMap<&Origin, usize> = BTreeMap::new();
    for (origin, ..) in &rows {
        *at.entry(*origin).or_default() += 1;
    }
    // Several works that one cell lists stand or fall together.
    let rows = rows.into_iter().filter(|(origin, ..)| at[*origin] == 1).filter_map(|(origin, school, said)| Some((origin, school, said?)));
    let (long, short): (Vec<_>, Vec<_>) = rows.partition(|(.., said)| said.is_long);
    let sheet = |origin: &Origin, school: &str| (Arc::clone(&origin.file), Arc::clone(&origin.sheet), form, school.to_owned());
    let mut seen: BTreeMap<Words<'_>, Address> = BTreeMap::new();
    for (origin, school, said) in long {
        let first = *seen.entry((&origin.file, &origin.sheet, school, said.words)).or_insert(origin.cell);
        if first != origin.cell {
            again.entry(sheet(origin, school)).or_default().push((origin.cell, first));
        }
    }
    let mut seen: BTreeMap<Words<'_>, Vec<Address>> = BTreeMap::new();
    for (origin, school, said) in short {
        let before = seen.entry((&origin.file, &origin.sheet, school, said.words)).or_default();
        if let Some(copied) = again.get_mut(&sheet(origin, school)) {
            let first = before.iter().find(|first| copied.iter().any(|pair| distance(*pair) == distance((origin.cell, **first)))).copied();
            copied.extend(first.map(|first| (origin.cell, first)));
        }
        before.push(origin.cell);
    }
}

/// Rows and columns from where a row stands first to where it stands again.
fn distance((again, first): (Address, Address)) -> (i64, i64) {
    let far = |again: u32, first: u32| i64::from(again) - i64::from(first);
    (far(again.row, first.row), far(again.column, first.column))
}

fn said_of_plan(row: &Action) -> Option<Said> {
    let beside =
        [&row.lead, &row.time_text, &row.cost_text, &row.conditions, &row.note, &row.done_text, &row.ongoing_text, &row.not_started_text];
    let code = format!("{} {:?} {:?}", row.framework, row.criterion, row.level_band);
    said(code, &[&row.task, &row.target], &beside)
}

fn said_of_result(row: &Report) -> Option<Said> {
    let beside = [&row.done_text, &row.ongoing_text, &row.not_started_text, &row.lead, &row.time_text, &row.note];
    let code = format!("{} {:?} {:?}", row.framework, row.criterion, row.level_band);
    said(code, &[&row.planned, &row.adjusted], &beside)
}

fn said_of_evidence(row: &Evidence) -> Option<Said> {
    let code = format!("{} {:?} {:?}", row.framework, row.criterion, row.code);
    said(code, &[&row.description], &[&row.place, &row.collector, &row.time_text, &row.cost_text, &row.note])
}

/// `None` for what says nothing beside the work: a list of the same things may well stand twice.
fn said(code: String, work: &[&String], beside: &[&String]) -> Option<Said> {
    let words: usize = work.iter().map(|text| text.split_whitespace().count()).sum();
    let tells = words > 0 && beside.iter().any(|text| text.chars().any(char::is_alphanumeric));
    let all = std::iter::once(code).chain(work.iter().chain(beside).map(|text| (*text).clone()));
    tells.then(|| Said { words: all.collect(), is_long: words >= FEWEST_WORDS })
}
