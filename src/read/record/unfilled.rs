//! A form that came back as it was handed out: said once, its rows neither counted nor told one by one.

use super::{Place, Taken, spans};
use crate::finding::{self, Finding, Rule};
use crate::form::Field;
use crate::model::{FormKind, LevelBand, Outcome, Status};
use crate::phrase;
use crate::read::rows::{Line, LogicalRow};

/// Looks at what a table gave; where nothing was filled in, puts one finding in the place of those of its rows.
pub(super) fn settle(place: &Place<'_>, rows: &[&LogicalRow], taken: &mut Taken) {
    // A remark, or something beside the known columns, was written by somebody.
    let remarked = rows.iter().any(|row| said(row, &[Field::Note]) || !row.extra.is_empty());
    // A form as it was handed out has its titles.
    let written = remarked || rows.iter().any(|row| says_there_is_none(row));
    if rows.is_empty() || place.supposed || written && !place.untouched || !is_unfilled(place, rows, taken) {
        return;
    }
    taken.unfilled = true;
    let reading = &mut taken.reading;
    let of_rows: [&Rule; 2] = [&finding::ROW_EMPTY, &finding::MARK_MISSING];
    reading.findings.retain(|finding| !of_rows.contains(&finding.rule));
    reading.assessments.clear();
    reading.reports.clear();
    taken.problems.clear();
    reading.findings.push(told_of(place, rows));
}

/// That the form of these lines came back as it was handed out.
pub(in crate::read) fn told(place: &Place<'_>, lines: &[Line]) -> Finding {
    let rows: Vec<&LogicalRow> = lines.iter().filter_map(Line::data).collect();
    told_of(place, &rows)
}

fn told_of(place: &Place<'_>, rows: &[&LogicalRow]) -> Finding {
    let indexes: Vec<u32> = rows.iter().flat_map(|row| row.rows.iter().copied()).collect();
    let told = Finding::new(rule(place)).with("form", &place.header.form.title).with("count", rows.len()).with("rows", spans(&indexes));
    place.placed(told, rows[0].address())
}

/// What a school may leave aside is only remarked.
fn rule(place: &Place<'_>) -> &'static Rule {
    let form = place.header.form;
    match form.kind {
        FormKind::Plan | FormKind::Result => &finding::FORM_UNFILLED,
        FormKind::Assessment if form.band != Some(LevelBand::Four) => &finding::FORM_UNFILLED,
        _ => &finding::PART_UNFILLED,
    }
}

fn is_unfilled(place: &Place<'_>, rows: &[&LogicalRow], taken: &Taken) -> bool {
    let told_of = |rule: &Rule| taken.reading.findings.iter().filter(|finding| finding.rule == rule).count();
    match place.header.form.kind {
        FormKind::Plan | FormKind::Evidence => told_of(&finding::ROW_EMPTY) == rows.len(),
        FormKind::Result if place.untouched => true,
        FormKind::Result => told_of(&finding::ROW_EMPTY) == rows.len() || place.stamped && says_nothing(rows, taken),
        FormKind::Assessment => {
            let judged = taken.reading.assessments.iter().any(|row| row.result != Outcome::NotAssessed);
            if place.header.form.column(Field::Level).is_some() {
                return !judged && !rows.iter().any(|row| said(row, &[Field::Outcome, Field::Met, Field::Unmet]));
            }
            // What could not be read was written by somebody.
            !judged && told_of(&finding::MARK_MISSING) == rows.len() && told_of(&finding::MARK_UNREAD) == 0
        }
        FormKind::Problems => !rows.iter().any(|row| said(row, &[Field::Situation, Field::Weakness, Field::Cause])),
        FormKind::FollowUp => !rows.iter().any(|row| said(row, &[Field::Content, Field::Outcome, Field::Adjustment, Field::Assessor])),
    }
}

/// "Không có" where the work stands, or before it: there is nothing to plan, and the school has said so.
fn says_there_is_none(row: &LogicalRow) -> bool {
    const WORK: [Field; 6] = [Field::Standard, Field::Criterion, Field::Content, Field::Planned, Field::Task, Field::Target];
    WORK.iter().any(|field| phrase::status::is_nothing_in_words(row.text(*field)))
}

/// The plan was printed in by the office, and nothing was written of it.
fn says_nothing(rows: &[&LogicalRow], taken: &Taken) -> bool {
    let report = [Field::Adjusted, Field::Done, Field::Ongoing, Field::NotStarted, Field::Status, Field::Outcome];
    taken.reading.reports.iter().all(|report| report.status == Status::NoReport) && !rows.iter().any(|row| said(row, &report))
}

fn said(row: &LogicalRow, fields: &[Field]) -> bool {
    fields.iter().map(|field| row.text(*field)).any(|text| !text.is_empty() && !phrase::status::is_placeholder(text))
}
