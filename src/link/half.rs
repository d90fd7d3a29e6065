//! Rows of one school told in several tables: the May workbook that still holds January's sheet, a result sheet begun anew beside the old one.
//! The table of the half reported on speaks, then one that names no half, then that of the other half; what only the lower one says stays.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::version::{Places, drop_emptied};
use super::wording::written_out;
use crate::finding::{self, Finding};
use crate::model::{Action, FormKind, Origin, Period, Status};
use crate::phrase;
use crate::reading::Reading;
use crate::text;

/// File and sheet.
type Sheet = (Arc<str>, Arc<str>);

/// How much a table has to say of the half reported on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    OtherHalf,
    Unsaid,
    OwnHalf,
}

/// One row: what it speaks of, whose it is, where it stands.
struct Told<'a> {
    school: &'a str,
    form: FormKind,
    about: String,
    origin: &'a Origin,
    status: Option<Status>,
}

/// What becomes of rows that speak of the same.
#[derive(Default)]
struct Outcome {
    /// School and form → the sheet that loses rows, the sheet that speaks for it → how many rows.
    by_half: BTreeMap<(String, FormKind, Sheet, Sheet), usize>,
    in_one_file: BTreeMap<(String, FormKind, Sheet, Sheet), usize>,
    findings: Vec<Finding>,
}

/// Leaves each row once where several tables tell it.
pub(super) fn once(reading: &mut Reading, period: Period) {
    let mut weights: BTreeMap<(Sheet, String, FormKind), Weight> = BTreeMap::new();
    for table in &reading.stated {
        let weight = match table.period {
            None => Weight::Unsaid,
            Some(stated) if stated == period => Weight::OwnHalf,
            Some(_) => Weight::OtherHalf,
        };
        let place = ((Arc::clone(&table.file), Arc::clone(&table.sheet)), table.school_id.clone(), table.form);
        weights.entry(place).and_modify(|known| *known = weight.max(*known)).or_insert(weight);
    }
    let weigh = |told: &Told| weights.get(&(sheet(told.origin), told.school.to_owned(), told.form)).copied().unwrap_or(Weight::Unsaid);
    let mut outcome = Outcome::default();
    let plans = repeated(&plans(reading), &weigh, &mut outcome);
    let reports = repeated(&reports(reading), &weigh, &mut outcome);
    let marks = repeated(&marks(reading), &weigh, &mut outcome);
    if plans.is_empty() && reports.is_empty() && marks.is_empty() {
        return;
    }
    keep(&mut reading.actions, &plans);
    keep(&mut reading.reports, &reports);
    keep(&mut reading.assessments, &marks);
    let lists = [(&finding::TOLD_IN_OTHER_HALF, outcome.by_half), (&finding::RESULTS_COPIED, outcome.in_one_file)];
    let mut places = Places::new();
    let mut findings = outcome.findings;
    for (rule, counts) in lists {
        for ((school, form, (file, sheet), (first_file, first_sheet)), count) in counts {
            let stated = reading.stated.iter().find(|table| table.file == file && table.sheet == sheet && table.form == form);
            let half = stated.and_then(|table| table.period).map_or("không rõ kỳ", Period::title);
            let told = Finding::new(rule).on_sheet(&file, &sheet).of_school(&school).field(form.title());
            findings.push(told.with("found", half).with("count", count).with("counted", format!("[{first_file}]{first_sheet}")));
            places.insert((file, school, form, sheet));
        }
    }
    drop_emptied(reading, &places);
    reading.findings.extend(findings);
}

fn sheet(origin: &Origin) -> Sheet {
    (Arc::clone(&origin.file), Arc::clone(&origin.sheet))
}

fn keep<T>(rows: &mut Vec<T>, dropped: &BTreeSet<usize>) {
    let mut at = 0;
    rows.retain(|_| {
        at += 1;
        !dropped.contains(&(at - 1))
    });
}

/// Work planned: the same words under the same criterion. A row without words is like no other.
fn plans(reading: &Reading) -> Vec<Told<'_>> {
    let about = |at: usize, row: &Action| match text::fold(&row.task) {
        words if words.is_empty() => format!("{at}"),
        words => format!("{} {:?} {:?} {words}", row.framework, row.criterion, row.level_band),
    };
    let rows = reading.actions.iter().enumerate();
    rows.map(|(at, row)| Told { school: &row.school_id, form: FormKind::Plan, about: about(at, row), origin: &row.origin, status: None })
        .collect()
}

/// Results: of the same work under the same criterion; where the form does not repeat the work, of the same criterion.
fn reports(reading: &Reading) -> Vec<Told<'_>> {
    let rows = reading.reports.iter().map(|row| {
        let work = [&row.planned, &row.adjusted].into_iter().find(|work| !phrase::status::is_nothing(work));
        let about = format!(
            "{} {:?} {:?} {}",
            row.framework,
            row.criterion,
            row.level_band,
            work.map_or_else(String::new, |work| written_out(work))
        );
        let status = work.map(|_| row.status);
        Told { school: &row.school_id, form: FormKind::Result, about, origin: &row.origin, status }
    });
    rows.collect()
}

/// Marks: of the same criterion at the same level.
fn marks(reading: &Reading) -> Vec<Told<'_>> {
    let rows = reading.assessments.iter().map(|row| {
        let about = format!("{} {} {}", row.framework, row.criterion, row.level);
        Told { school: &row.school_id, form: FormKind::Assessment, about, origin: &row.origin, status: None }
    });
    rows.collect()
}

/// The rows that another table speaks for, by their place in the list.
fn repeated(rows: &[Told<'_>], weigh: &dyn Fn(&Told) -> Weight, outcome: &mut Outcome) -> BTreeSet<usize> {
    let mut groups: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        groups.entry((row.school, &row.about)).or_default().push(at);
    }
    let mut dropped = BTreeSet::new();
    for group in groups.into_values() {
        let Some(first) = group.iter().copied().max_by(|a, b| {
            let order = |at: usize| (weigh(&rows[at]), std::cmp::Reverse(rows[at].origin));
            order(*a).cmp(&order(*b))
        }) else {
            continue;
        };
        let first = &rows[first];
        for at in group {
            let row = &rows[at];
            if sheet(row.origin) == sheet(first.origin) {
                continue;
            }
            let key = || (row.school.to_owned(), row.form, sheet(row.origin), sheet(first.origin));
            if weigh(row) < weigh(first) {
                *outcome.by_half.entry(key()).or_default() += 1;
            } else if let (Some(here), Some(there), true) = (row.status, first.status, row.origin.file == first.origin.file) {
                if here == there {
                    *outcome.in_one_file.entry(key()).or_default() += 1;
                } else {
                    let told = Finding::new(&finding::RESULTS_DIFFER).at(row.origin).of_school(row.school).with("first", first.origin);
                    outcome.findings.push(told.with("here", here.title().to_lowercase()).with("there", there.title().to_lowercase()));
                }
            } else {
                continue;
            }
            dropped.insert(at);
        }
    }
    dropped
}
