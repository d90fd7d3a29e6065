//! Records in, one table a kind of record out. Rows stand in one total order: by school or file, then by origin.

use std::collections::HashMap;
use std::fmt::Debug;

use jiff::civil::Date;
use polars::prelude::{Column, DataFrame};

use super::code::{SEPARATOR, code, codes, parts};
use super::declared_at::{self, Stated};
use super::receipt::{self, Receipt};
use super::variable::{
    ACCREDITATION, ADJUSTED, CELL, CLUSTER, CODE, COLLECTOR, COMMUNE, COMMUNE_BEFORE, COMMUNE_SINCE, CONDITIONS, COST_KIND, COST_PARTS,
    COST_SOURCES, COST_TEXT, COST_VND, CRITERION, DAYS_OVERDUE, DECLARED_AT, DECLARED_LEVEL, DECLARED_MET, DECLARED_OF, DESCRIPTION,
    DISTRICT, DONE_TEXT, DUE, FIELD, FILE, FLAGS, FORMS, FRAMEWORK, ID, KIND, LATE_STATED, LEAD, LEVEL, LEVEL_BAND, MARK, MESSAGE, NAME,
    NATIONAL_STANDARD, NOT_STARTED_TEXT, NOTE, ONGOING_TEXT, OVERDUE, PLACE, RAW, RECEIVED_FROM, RECEIVED_ON, RECOGNISED_ON, REGISTERED,
    REMEDY, REPORTED_TIME, RESULT, RESULT_CELL, RESULT_FILE, RESULT_SHEET, ROW_ID, SCHOOL_ID, SEVERITY, SHA256, SHEET, SPLIT_FROM,
    STANDARD, START, STATE, STATUS, SUBMISSION, TARGET, TARGET_LEVEL, TASK, TIME_KIND, TIME_TEXT, TOOK_IN, UNIT, UNIT_PARENT, frame,
};
use crate::finding::Finding;
use crate::model::{Action, Assessment, Criterion, Declaration, Evidence, Lateness, Origin, School, Submission};
use crate::reading::Reading;

/// One row a school; of a school listed twice, the registered one.
pub fn schools(reading: &Reading, deadline: Date) -> DataFrame {
    let mut schools = ordered(&reading.schools, |school| (&school.id, !school.registered));
    schools.dedup_by(|later, first| later.id == first.id);
    let sent = receipt::of_schools(&reading.submissions);
    let declared = declarations(&reading.declarations);
    let receipt = |school: &School| sent.get(school.id.as_str()).map_or(Receipt::Missing, |sent| sent.receipt(deadline));
    let forms = |school: &School| sent.get(school.id.as_str()).map_or(String::new(), |sent| codes(sent.forms()));
    let total =
        |school: &School, level: usize| declared.get(school.id.as_str()).and_then(|declared| declared.totals.get(level).copied().flatten());
    let mut columns = vec![
        SCHOOL_ID.texts(schools.iter().map(|school| Some(&school.id))),
        NAME.texts(schools.iter().map(|school| Some(&school.name))),
        KIND.texts(schools.iter().map(|school| school.kind.map(|kind| kind.code()))),
        COMMUNE.texts(schools.iter().map(|school| Some(&school.commune))),
        DISTRICT.texts(schools.iter().map(|school| Some(&school.geography.district))),
        COMMUNE_BEFORE.texts(schools.iter().map(|school| Some(&school.geography.commune_before))),
        COMMUNE_SINCE.dates(schools.iter().map(|school| school.geography.changed_on)),
        CLUSTER.texts(schools.iter().map(|school| Some(&school.cluster))),
        TOOK_IN.texts(schools.iter().map(|school| Some(school.lineage.took_in.join(SEPARATOR)))),
        SPLIT_FROM.texts(schools.iter().map(|school| school.lineage.split_from.as_deref())),
        FRAMEWORK.texts(schools.iter().map(|school| school.framework.as_deref())),
        REGISTERED.truths(schools.iter().map(|school| school.registered)),
        SUBMISSION.texts(schools.iter().map(|school| Some(receipt(school).code()))),
        RECEIVED_ON.dates(schools.iter().map(|school| receipt(school).received_on())),
        FORMS.texts(schools.iter().map(|school| Some(forms(school)))),
        ACCREDITATION.numbers(schools.iter().map(|school| school.accreditation.map(u32::from))),
        NATIONAL_STANDARD.numbers(schools.iter().map(|school| school.national_standard.map(u32::from))),
        RECOGNISED_ON.dates(schools.iter().map(|school| school.recognised_on)),
        TARGET_LEVEL.numbers(schools.iter().map(|school| school.target_level.map(u32::from))),
        DECLARED_LEVEL
            .numbers(schools.iter().map(|school| declared.get(school.id.as_str()).and_then(|declared| declared.level).map(u32::from))),
        DECLARED_AT.texts(schools.iter().map(|school| declared.get(school.id.as_str()).and_then(Declared::written_at))),
    ];
    columns.extend([&UNIT, &UNIT_PARENT].map(|unit| unit.texts(schools.iter().map(|_| Some("")))));
    for level in 0..DECLARED_MET.len() {
        columns.push(DECLARED_MET[level].numbers(schools.iter().map(|school| total(school, level).map(|(met, _)| met))));
        columns.push(DECLARED_OF[level].numbers(schools.iter().map(|school| total(school, level).and_then(|(_, of)| of))));
    }
    frame(columns)
}

/// One row a file.
pub fn submissions(submissions: &[Submission]) -> DataFrame {
    let submissions = ordered(submissions, |submission| &submission.file);
    let school_ids = |submission: &Submission| submission.school_ids.iter().map(String::as_str).collect::<Vec<_>>().join(SEPARATOR);
    frame(vec![
        FILE.texts(submissions.iter().map(|submission| Some(&submission.file))),
        SHA256.texts(submissions.iter().map(|submission| Some(&submission.sha256))),
        SCHOOL_ID.texts(submissions.iter().map(|submission| (!submission.school_ids.is_empty()).then(|| school_ids(submission)))),
        FORMS.texts(submissions.iter().map(|submission| Some(codes(&submission.forms)))),
        RECEIVED_ON.dates(submissions.iter().map(|submission| submission.received_on)),
        RECEIVED_FROM.texts(submissions.iter().map(|submission| Some(submission.received_from.code()))),
        STATE.texts(submissions.iter().map(|submission| Some(submission.state.code()))),
    ])
}

/// One row a verdict: school, criterion, level.
pub fn assessments(assessments: &[Assessment]) -> DataFrame {
    let assessments = ordered(assessments, |row| (&row.school_id, &row.framework, row.criterion, row.level, &row.origin));
    let mut columns = vec![
        SCHOOL_ID.texts(assessments.iter().map(|row| Some(&row.school_id))),
        FRAMEWORK.texts(assessments.iter().map(|row| Some(&row.framework))),
        STANDARD.numbers(assessments.iter().map(|row| row.criterion.standard().map(u32::from))),
        CRITERION.texts(assessments.iter().map(|row| Some(row.criterion.to_string()))),
        LEVEL.numbers(assessments.iter().map(|row| Some(u32::from(row.level)))),
        RESULT.texts(assessments.iter().map(|row| Some(row.result.code()))),
        MARK.texts(assessments.iter().map(|row| Some(&row.mark))),
    ];
    columns.extend(origins(assessments.iter().map(|row| &row.origin)));
    frame(columns)
}

/// One row a piece of work; `row_id` counts them from 1.
pub fn actions(actions: &[Action], as_of: Date) -> DataFrame {
    let actions = ordered(actions, |action| (&action.school_id, &action.origin));
    let result = |action: &&Action, part: fn(&Origin) -> String| action.result_origin.as_ref().map(part);
    let mut columns = vec![
        ROW_ID.numbers((1..).take(actions.len()).map(Some)),
        SCHOOL_ID.texts(actions.iter().map(|action| Some(&action.school_id))),
        FRAMEWORK.texts(actions.iter().map(|action| Some(&action.framework))),
        STANDARD.numbers(actions.iter().map(|action| Criterion::standard_or(action.criterion, action.standard).map(u32::from))),
        CRITERION.texts(actions.iter().map(|action| action.criterion.map(|criterion| criterion.to_string()))),
        LEVEL_BAND.texts(actions.iter().map(|action| action.level_band.map(|band| band.code()))),
        TARGET.texts(actions.iter().map(|action| Some(&action.target))),
        TASK.texts(actions.iter().map(|action| Some(&action.task))),
        LEAD.texts(actions.iter().map(|action| Some(&action.lead))),
        TIME_TEXT.texts(actions.iter().map(|action| Some(&action.time_text))),
        TIME_KIND.texts(actions.iter().map(|action| Some(code(&action.window.kind)))),
        START.dates(actions.iter().map(|action| action.window.start)),
        DUE.dates(actions.iter().map(|action| action.window.due)),
        FLAGS.texts(actions.iter().map(|action| Some(codes(&action.window.flags)))),
        COST_TEXT.texts(actions.iter().map(|action| Some(&action.cost_text))),
        COST_KIND.texts(actions.iter().map(|action| Some(code(&action.cost.kind)))),
        COST_VND.amounts(actions.iter().map(|action| action.cost.amount_vnd)),
        COST_SOURCES.texts(actions.iter().map(|action| Some(codes(&action.cost.sources)))),
        COST_PARTS.texts(actions.iter().map(|action| Some(parts(&action.cost.parts)))),
        CONDITIONS.texts(actions.iter().map(|action| Some(&action.conditions))),
        NOTE.texts(actions.iter().map(|action| Some(&action.note))),
        ADJUSTED.texts(actions.iter().map(|action| Some(&action.adjusted))),
        DONE_TEXT.texts(actions.iter().map(|action| Some(&action.done_text))),
        ONGOING_TEXT.texts(actions.iter().map(|action| Some(&action.ongoing_text))),
        NOT_STARTED_TEXT.texts(actions.iter().map(|action| Some(&action.not_started_text))),
        REPORTED_TIME.texts(actions.iter().map(|action| Some(&action.reported_time))),
        STATUS.texts(actions.iter().map(|action| Some(action.status.code()))),
        LATE_STATED.truths(actions.iter().map(|action| action.late_stated)),
        OVERDUE.texts(actions.iter().map(|action| Some(Lateness::code(action.lateness(as_of))))),
        DAYS_OVERDUE.days(actions.iter().map(|action| action.days_overdue(as_of))),
    ];
    columns.extend(origins(actions.iter().map(|action| &action.origin)));
    columns.extend([
        RESULT_FILE.texts(actions.iter().map(|action| result(action, |origin| origin.file.to_string()))),
        RESULT_SHEET.texts(actions.iter().map(|action| result(action, |origin| origin.sheet.to_string()))),
        RESULT_CELL.texts(actions.iter().map(|action| result(action, |origin| origin.cell.to_string()))),
    ]);
    frame(columns)
}

/// One row a piece of evidence.
pub fn evidence(evidence: &[Evidence]) -> DataFrame {
    let evidence = ordered(evidence, |row| (&row.school_id, &row.origin));
    let mut columns = vec![
        SCHOOL_ID.texts(evidence.iter().map(|row| Some(&row.school_id))),
        FRAMEWORK.texts(evidence.iter().map(|row| Some(&row.framework))),
        STANDARD.numbers(evidence.iter().map(|row| Criterion::standard_or(row.criterion, row.standard).map(u32::from))),
        CRITERION.texts(evidence.iter().map(|row| row.criterion.map(|criterion| criterion.to_string()))),
        CODE.texts(evidence.iter().map(|row| row.code.as_deref())),
        DESCRIPTION.texts(evidence.iter().map(|row| Some(&row.description))),
        PLACE.texts(evidence.iter().map(|row| Some(&row.place))),
        COLLECTOR.texts(evidence.iter().map(|row| Some(&row.collector))),
        TIME_TEXT.texts(evidence.iter().map(|row| Some(&row.time_text))),
        COST_TEXT.texts(evidence.iter().map(|row| Some(&row.cost_text))),
        NOTE.texts(evidence.iter().map(|row| Some(&row.note))),
    ];
    columns.extend(origins(evidence.iter().map(|row| &row.origin)));
    frame(columns)
}

/// One row a finding.
pub fn findings(findings: &[Finding]) -> DataFrame {
    let findings = ordered(findings, |finding| finding.key());
    frame(vec![
        ID.texts(findings.iter().map(|finding| Some(finding.rule.id))),
        SEVERITY.texts(findings.iter().map(|finding| Some(finding.rule.severity.code()))),
        SCHOOL_ID.texts(findings.iter().map(|finding| finding.school_id.as_deref())),
        FILE.texts(findings.iter().map(|finding| finding.file.as_deref())),
        SHEET.texts(findings.iter().map(|finding| finding.sheet.as_deref())),
        CELL.texts(findings.iter().map(|finding| finding.cell.map(|cell| cell.to_string()))),
        FIELD.texts(findings.iter().map(|finding| finding.field.as_deref())),
        RAW.texts(findings.iter().map(|finding| finding.raw.as_deref())),
        MESSAGE.texts(findings.iter().map(|finding| Some(finding.message()))),
        REMEDY.texts(findings.iter().map(|finding| Some(finding.remedy()))),
    ])
}

/// File, sheet and cell.
fn origins<'r>(origins: impl Iterator<Item = &'r Origin> + Clone) -> [Column; 3] {
    [
        FILE.texts(origins.clone().map(|origin| Some(&origin.file))),
        SHEET.texts(origins.clone().map(|origin| Some(&origin.sheet))),
        CELL.texts(origins.map(|origin| Some(origin.cell.to_string()))),
    ]
}

/// Sorted by `key`; rows of one key by all that they hold, so that equal rows alone may change places.
fn ordered<'r, T: Debug, K: Ord>(rows: &'r [T], key: impl Fn(&'r T) -> K) -> Vec<&'r T> {
    let mut rows: Vec<&T> = rows.iter().collect();
    rows.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| format!("{a:?}").cmp(&format!("{b:?}"))));
    rows
}

/// What a school says of itself in words.
#[derive(Debug, Default)]
struct Declared<'r> {
    level: Option<u8>,
    /// For Mức 1 to 4: criteria met, and of how many.
    totals: [Option<(u32, Option<u32>)>; 4],
    /// Where each of them is said.
    at: Vec<(Stated, &'r Origin)>,
}

impl Declared<'_> {
    fn written_at(&self) -> Option<String> {
        declared_at::written(self.at.iter().copied())
    }
}

/// What each school declares; of two statements about one thing the first, by origin, stands.
fn declarations(declarations: &[Declaration]) -> HashMap<&str, Declared<'_>> {
    let origin = |declaration: &'_ Declaration| match declaration {
        Declaration::CriteriaMet { origin, .. } | Declaration::SchoolLevel { origin, .. } => origin.clone(),
    };
    let mut schools: HashMap<&str, Declared<'_>> = HashMap::new();
    for declaration in ordered(declarations, origin) {
        match declaration {
            Declaration::CriteriaMet { school_id, level, met, of, origin } => {
                let declared = schools.entry(school_id).or_default();
                let total = usize::from(*level).checked_sub(1).and_then(|place| declared.totals.get_mut(place));
                if let Some(total) = total.filter(|total| total.is_none()) {
                    *total = Some((*met, *of));
                    declared.at.push((Stated::Met(*level), origin));
                }
            }
            Declaration::SchoolLevel { school_id, level, origin } => {
                let declared = schools.entry(school_id).or_default();
                if declared.level.is_none() {
                    declared.level = Some(*level);
                    declared.at.push((Stated::Level, origin));
                }
            }
        }
    }
    schools
}
