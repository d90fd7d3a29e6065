//! Random readings over few schools, criteria and days, so that records meet.

use jiff::ToSpan;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::select;

use super::sample::{DEADLINE, action, assessment, origin, school, submission};
use crate::finding::{Finding, RULES};
use crate::model::{
    Action, Assessment, Cost, CostKind, CostSource, Declaration, FormKind, Outcome, School, State, Status, Submission, WindowFlag,
};
use crate::reading::Reading;

const SCHOOLS: [&str; 5] = ["a", "b", "c", "d", "nobody"];
const CODES: [&str; 7] = ["1.1", "1.1", "1.10", "1.10", "2.1", "M4.1", "7.7"];
const STATES: [State; 4] = [State::Accepted, State::Superseded, State::Duplicate, State::Rejected];
pub const FORMS: [FormKind; 3] = [FormKind::Plan, FormKind::Assessment, FormKind::Evidence];
const OUTCOMES: [Outcome; 3] = [Outcome::Met, Outcome::Unmet, Outcome::NotAssessed];
const COSTS: [CostKind; 4] = [CostKind::Amount, CostKind::Zero, CostKind::UnitPrice, CostKind::SourceOnly];

fn day(offset: i64) -> Date {
    DEADLINE.checked_add(offset.days()).expect("a day near the deadline")
}

fn school_id() -> impl Strategy<Value = &'static str> {
    select(&SCHOOLS[..])
}

fn framework_id() -> impl Strategy<Value = &'static str> {
    select(&["one", "one", "one", "one", "one", "one", "two", "unknown"][..])
}

fn schools() -> impl Strategy<Value = Vec<School>> {
    vec((option::weighted(0.9, framework_id()), any::<bool>()), 4)
        .prop_map(|rows| SCHOOLS.iter().zip(rows).map(|(id, (framework, registered))| school(id, framework, registered)).collect())
}

fn submissions() -> impl Strategy<Value = Vec<Submission>> {
    let one = (school_id(), select(&STATES[..]), vec(select(&FORMS[..]), 0..3), option::of(-3..4i64));
    vec(one, 0..10).prop_map(|rows| {
        let numbered = rows.into_iter().enumerate();
        numbered
            .map(|(number, (id, state, forms, received))| submission(&format!("{number}.xlsx"), id, state, &forms, received.map(day)))
            .collect()
    })
}

fn assessments() -> impl Strategy<Value = Vec<Assessment>> {
    let one = (school_id(), framework_id(), select(&CODES[..]), 1..5u8, select(&OUTCOMES[..]), 0..40u32);
    vec(one, 0..90).prop_map(|rows| {
        rows.into_iter().map(|(id, framework, code, level, result, row)| assessment(id, framework, code, level, result, row)).collect()
    })
}

/// School, framework, criterion, standard, row.
type Place = (&'static str, &'static str, Option<&'static str>, Option<u8>, u32);
/// Status, due date as days from the deadline, whether its year is inferred, cost, amount, sources.
type Work = (Status, Option<i64>, bool, CostKind, i64, (bool, bool));

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let place = (school_id(), framework_id(), option::weighted(0.8, select(&CODES[..])), option::of(1..4u8), 0..40u32);
    let work = (
        select(&Status::ALL[..]),
        option::weighted(0.8, -5..3i64),
        any::<bool>(),
        select(&COSTS[..]),
        0..1_000_000i64,
        any::<(bool, bool)>(),
    );
    vec((place, work), 0..30).prop_map(|rows| {
        let build = |((id, framework, code, standard, row), (status, due, inferred, kind, amount, (budget, socialised))): (Place, Work)| {
            let mut action: Action = action(id, framework, code, status, due.map(day), row);
            action.standard = standard;
            action.window.flags.extend(Some(WindowFlag::YearInferred).filter(|_| inferred));
            let sources = [(budget, CostSource::Budget), (socialised, CostSource::Socialised)]
                .into_iter()
                .filter_map(|(named, source)| named.then_some(source))
                .collect();
            let amount_vnd = match kind {
                CostKind::Amount | CostKind::UnitPrice => Some(amount),
                CostKind::Zero => Some(0),
                _ => None,
            };
            action.cost = Cost { kind, amount_vnd, sources, parts: Vec::new() };
            action
        };
        rows.into_iter().map(build).collect()
    })
}

fn declarations() -> impl Strategy<Value = Vec<Declaration>> {
    // Rows are numbered, so that which statement comes first is never in doubt.
    vec((school_id(), 0..6u8, 0..4u32, option::of(1..4u32), any::<bool>()), 0..12).prop_map(|rows| {
        let build = |(row, (id, level, met, of, total)): (u32, (&str, u8, u32, Option<u32>, bool))| {
            let (school_id, origin) = (id.to_owned(), origin(id, row));
            if total {
                Declaration::CriteriaMet { school_id, level, met, of, origin }
            } else {
                Declaration::SchoolLevel { school_id, level, origin }
            }
        };
        (0..).zip(rows).map(build).collect()
    })
}

fn findings() -> impl Strategy<Value = Vec<Finding>> {
    vec((0..RULES.len(), option::of(school_id())), 0..20).prop_map(|rows| {
        let build = |(rule, id): (usize, Option<&str>)| id.map_or(Finding::new(RULES[rule]), |id| Finding::new(RULES[rule]).of_school(id));
        rows.into_iter().map(build).collect()
    })
}

pub fn readings() -> impl Strategy<Value = Reading> {
    (schools(), submissions(), assessments(), actions(), declarations(), findings()).prop_map(
        |(schools, submissions, assessments, actions, declarations, findings)| Reading {
            schools,
            submissions,
            assessments,
            actions,
            reports: Vec::new(),
            evidence: Vec::new(),
            declarations,
            stated: Vec::new(),
            findings,
        },
    )
}

/// The same records in another order.
pub fn shuffled(reading: Reading) -> impl Strategy<Value = Reading> {
    let Reading { schools, submissions, assessments, actions, reports, evidence, declarations, stated, findings } = reading;
    let records = (
        Just(schools).prop_shuffle(),
        Just(submissions).prop_shuffle(),
        Just(assessments).prop_shuffle(),
        Just(actions).prop_shuffle(),
        Just(declarations).prop_shuffle(),
        Just(findings).prop_shuffle(),
    );
    records.prop_map(move |(schools, submissions, assessments, actions, declarations, findings)| Reading {
        schools,
        submissions,
        assessments,
        actions,
        reports: reports.clone(),
        evidence: evidence.clone(),
        declarations,
        stated: stated.clone(),
        findings,
    })
}
