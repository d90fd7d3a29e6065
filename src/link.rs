//! Rows that belong together, whatever file they came in: versions of one submission, and the plan row of a result row.

mod closest;
mod collected;
mod copied;
mod costs;
mod dated;
mod file_day;
mod file_version;
mod hidden;
mod join;
mod other_year;
mod progress;
mod put_off;
mod repeated;
mod reported;
mod said;
mod same_year;
mod strangers;
mod supplement;
mod told_twice;
mod version;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

pub(crate) use closest::{are_opposites, pairs as closest_pairs};
pub(crate) use wording::{is_within, written_out};

use crate::finding::{self, Finding};
use crate::framework::Frameworks;
use crate::intake::Intake;
use crate::model::{Period, ReceivedFrom, School, SchoolYear, State};
use crate::reading::Reading;

/// What linking needs to know beforehand.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub frameworks: &'a Frameworks,
    /// The schools of the register, in its order.
    pub register: &'a [School],
    pub intake: &'a Intake,
    pub year: SchoolYear,
    pub period: Period,
    pub deadline: Date,
    /// What was read for the other half of this school year, linked.
    pub first_half: Option<&'a Reading>,
}

/// Completes a reading: dates of receipt, one version of each form of each school, results joined to plans, every school once.
pub fn link(mut reading: Reading, context: Context<'_>) -> Reading {
    receipts(&mut reading, &context);
    copied::sheets(&mut reading);
    repeated::once(&mut reading);
    hidden::drafts(&mut reading);
    progress::lists(&mut reading, context.year);
    let planned = put_off::Planned::of(&reading);
    told_twice::once(&mut reading, context.period);
    copied::plans(&mut reading);
    let doubted = other_year::of_most_files(&reading, context.year);
    reading.findings.extend(doubted);
    version::duplicates(&mut reading);
    collected::once(&mut reading);
    other_year::set_aside(&mut reading, context.year);
    strangers::beside_the_plan(&mut reading);
    version::supersede(&mut reading, context.year, context.period);
    let of_other_half = told_twice::only_of_other_half(&reading, context.period);
    reading.findings.extend(of_other_half);
    if let Some(first_half) = context.first_half {
        same_year::plans(&mut reading, first_half);
    }
    join::results(&mut reading, context.deadline);
    planned.told(&mut reading, &context);
    prose_beside_plan(&mut reading);
    reading.stated.clear();
    schools(&mut reading, &context);
    reading.sort();
    reading
}

/// The words of its slips say nothing that is missed where a school has its plan as a table.
fn prose_beside_plan(reading: &mut Reading) {
    let with_plan: BTreeSet<&str> = reading.actions.iter().map(|action| action.school_id.as_str()).collect();
    let missed = |told: &Finding| {
        told.rule != &finding::PLAN_IN_PROSE || told.school_id.as_ref().is_none_or(|school| !with_plan.contains(school.as_str()))
    };
    reading.findings.retain(missed);
}

/// The office's own list first; the document's date only where it can be the date of this report:
/// a file saved again years later says nothing of when it came.
fn receipts(reading: &mut Reading, context: &Context<'_>) {
    const LATEST_DAYS: i32 = 240;
    for submission in &mut reading.submissions {
        let of_file = context.intake.received(&submission.file, &submission.sha256);
        if let Some(date) = of_file.or_else(|| context.intake.received_of(&submission.school_ids)) {
            submission.received_on = Some(date);
            submission.received_from = ReceivedFrom::Intake;
            continue;
        }
        let plausible = |date: &Date| date.year() >= context.year.first() && (*date - context.deadline).get_days() <= LATEST_DAYS;
        submission.received_on = submission.received_on.filter(plausible);
        if submission.received_on.is_none() {
            submission.received_from = ReceivedFrom::None;
        }
    }
    of_copies(reading);
    for submission in &reading.submissions {
        if submission.received_on.is_none() && submission.state == State::Accepted {
            let mut told = Finding::new(&finding::RECEIPT_UNKNOWN).in_file(&submission.file);
            told.school_id = submission.school_ids.first().cloned();
            reading.findings.push(told);
        }
    }
}

/// What the office's list says of one copy holds for every file with the same bytes.
fn of_copies(reading: &mut Reading) {
    let mut listed: BTreeMap<String, Date> = BTreeMap::new();
    for submission in reading.submissions.iter().filter(|submission| submission.received_from == ReceivedFrom::Intake) {
        if let Some(date) = submission.received_on.filter(|_| !submission.sha256.is_empty()) {
            listed.entry(submission.sha256.clone()).and_modify(|first| *first = date.min(*first)).or_insert(date);
        }
    }
    for submission in reading.submissions.iter_mut().filter(|submission| submission.received_from != ReceivedFrom::Intake) {
        if let Some(date) = listed.get(&submission.sha256) {
            submission.received_on = Some(*date);
            submission.received_from = ReceivedFrom::Intake;
        }
    }
}

/// School → framework → how many rows follow it.
fn rows_by_framework(reading: &Reading) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut rows: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    let assessed = reading.assessments.iter().map(|row| (&row.school_id, &row.framework));
    let planned = reading.actions.iter().map(|row| (&row.school_id, &row.framework));
    for (school, framework) in assessed.chain(planned) {
        *rows.entry(school.clone()).or_default().entry(framework.clone()).or_default() += 1;
    }
    rows
}

/// The framework of the school's kind and year where any row follows it, else the one most rows follow: an old form among new ones
/// does not move the school to another set.
fn followed(rows: Option<&BTreeMap<String, usize>>, own: Option<&str>) -> Option<String> {
    let rows = rows?;
    match own.filter(|own| rows.contains_key(*own)) {
        Some(own) => Some(own.to_owned()),
        None => rows.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0))).map(|(id, _)| id.clone()),
    }
}

/// The register's schools, then strangers by id; each with the framework it reports under.
fn schools(reading: &mut Reading, context: &Context<'_>) {
    let rows = rows_by_framework(reading);
    let mut found: BTreeMap<String, School> = BTreeMap::new();
    for school in std::mem::take(&mut reading.schools) {
        found.entry(school.id.clone()).or_insert(school);
    }
    for school in found.values_mut() {
        let own = school.kind.and_then(|kind| context.frameworks.of(kind, context.year)).map(|framework| framework.id.as_str());
        school.framework = followed(rows.get(&school.id), own).or(school.framework.take());
    }
    let mut schools: Vec<School> = context
        .register
        .iter()
        .map(|school| {
            let reported = found.remove(&school.id).and_then(|found| found.framework);
            let usual = || school.kind.and_then(|kind| context.frameworks.of(kind, context.year)).map(|framework| framework.id.clone());
            School { framework: reported.or_else(usual), ..school.clone() }
        })
        .collect();
    schools.extend(found.into_values());
    reading.schools = schools;
}
