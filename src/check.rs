//! What only several rows together show: contradictions, gaps, reports that say nothing. To be looked at, never guilt.

mod level;
mod previous;
mod work;

use std::collections::{BTreeMap, HashMap};

use crate::finding::Finding;
use crate::framework::{Framework, Frameworks};
use crate::model::{Assessment, Criterion, Outcome};
use crate::reading::Reading;

pub use previous::repeated;

/// What checking needs to know beforehand.
pub struct Context<'a> {
    pub frameworks: &'a Frameworks,
    /// The level a framework's schools are measured against.
    pub target_level: &'a dyn Fn(&str) -> u8,
}

/// Adds what a linked reading shows across rows.
pub fn all(reading: &mut Reading, context: &Context<'_>) {
    let mut findings = Vec::new();
    let verdicts = verdicts(reading);
    let first_rows = FirstRows::of(reading);
    level::twice(reading, &mut findings);
    level::rows_of_standards(reading, context, &mut findings);
    level::gaps(reading, &verdicts, &first_rows, context, &mut findings);
    work::forms(reading, &mut findings);
    work::weak_criteria(reading, &verdicts, &first_rows, context, &mut findings);
    work::hollow_results(reading, &mut findings);
    work::done_in_doubt(reading, &mut findings);
    reading.findings.extend(findings);
    reading.sort();
}

/// School and framework → criterion and level → verdict. Of several verdicts on one thing the worst stands.
type Verdicts = BTreeMap<(String, String), BTreeMap<(Criterion, u8), Outcome>>;

fn verdicts(reading: &Reading) -> Verdicts {
    let mut verdicts = Verdicts::new();
    for row in &reading.assessments {
        let verdict = verdicts
            .entry((row.school_id.clone(), row.framework.clone()))
            .or_default()
            .entry((row.criterion, row.level))
            .or_insert(row.result);
        *verdict = worse(*verdict, row.result);
    }
    verdicts
}

/// Not met outweighs met; a verdict outweighs none.
fn worse(one: Outcome, other: Outcome) -> Outcome {
    match (one, other) {
        (Outcome::Unmet, _) | (_, Outcome::Unmet) => Outcome::Unmet,
        (Outcome::Met, _) | (_, Outcome::Met) => Outcome::Met,
        (Outcome::NotAssessed, Outcome::NotAssessed) => Outcome::NotAssessed,
    }
}

fn framework_of<'a>(context: &Context<'a>, id: &str) -> Option<&'a Framework> {
    context.frameworks.get(id)
}

/// Where a school's self-assessment stands: findings about a criterion lead there.
struct FirstRows<'a> {
    whole: HashMap<(&'a str, &'a str), &'a Assessment>,
    by_criterion: HashMap<(&'a str, &'a str, Criterion), &'a Assessment>,
}

impl<'a> FirstRows<'a> {
    fn of(reading: &'a Reading) -> Self {
        let mut rows = FirstRows { whole: HashMap::new(), by_criterion: HashMap::new() };
        for row in &reading.assessments {
            let (school, framework) = (row.school_id.as_str(), row.framework.as_str());
            let first = rows.whole.entry((school, framework)).or_insert(row);
            if row.origin < first.origin {
                *first = row;
            }
            rows.by_criterion.entry((school, framework, row.criterion)).or_insert(row);
        }
        rows
    }

    /// The first row of a school's self-assessment, by its place.
    fn of_school(&self, school: &'a str, framework: &'a str) -> Option<&'a Assessment> {
        self.whole.get(&(school, framework)).copied()
    }

    /// The row read first of one criterion, else the first of the whole.
    fn of_criterion(&self, school: &'a str, framework: &'a str, criterion: Criterion) -> Option<&'a Assessment> {
        self.by_criterion.get(&(school, framework, criterion)).copied().or_else(|| self.of_school(school, framework))
    }
}

/// Every one of them: a finding is never cut short.
fn listed(criteria: &[Criterion]) -> String {
    criteria.iter().map(Criterion::to_string).collect::<Vec<_>>().join(", ")
}

fn about(finding: Finding, row: Option<&Assessment>, school: &str) -> Finding {
    match row {
        Some(row) => finding.at(&row.origin).of_school(school),
        None => finding.of_school(school),
    }
}
