//! Schools in, the figures of each out, by id: never an order of merit.

use std::collections::{BTreeMap, HashSet};

use polars::prelude::DataFrame;

use super::scale::Scales;
use super::school_level::{self, Standing};
use super::{Forms, SchoolFigures, actions, findings};
use crate::dataset::variable::{
    DECLARED_LEVEL, DECLARED_MET, DECLARED_OF, FORMS, FRAMEWORK, KIND, NAME, RESULT_FILE, SCHOOL_ID, SUBMISSION,
};
use crate::dataset::{Dataset, SEPARATOR, of_code};
use crate::framework::Frameworks;
use crate::model::FormKind;

/// Every school of the dataset, whether it reported or not, whether it is registered or not.
pub(super) fn figures(
    dataset: &Dataset,
    frameworks: &Frameworks,
    scales: &Scales,
    verdicts: &DataFrame,
) -> anyhow::Result<Vec<SchoolFigures>> {
    let schools = &dataset.schools;
    let mut standings = school_level::of_schools(scales, verdicts)?;
    let mut actions = actions::by_school(dataset)?;
    let mut findings = findings::by_school(dataset)?;
    let reporting = reporting(dataset)?;
    let (names, kinds, followed) = (NAME.texts_of(schools)?, KIND.texts_of(schools)?, FRAMEWORK.texts_of(schools)?);
    let (submissions, forms, declared_levels) =
        (SUBMISSION.texts_of(schools)?, FORMS.texts_of(schools)?, DECLARED_LEVEL.numbers_of(schools)?);
    let mut figures = Vec::with_capacity(schools.height());
    for (row, school_id) in SCHOOL_ID.texts_of(schools)?.iter().enumerate() {
        let Some(school_id) = school_id else { continue };
        let framework = followed.get(row);
        let Standing { mut criteria_met, level } = standings.remove(school_id).unwrap_or_default();
        if criteria_met.is_empty() {
            criteria_met = declared_totals(schools, row, framework, frameworks)?;
        }
        figures.push(SchoolFigures {
            school_id: school_id.to_owned(),
            name: names.get(row).unwrap_or_default().to_owned(),
            kind: kinds.get(row).map(of_code).transpose()?,
            framework: framework.map(str::to_owned),
            submission: of_code(submissions.get(row).unwrap_or_default())?,
            forms: forms_of(forms.get(row).unwrap_or_default(), reporting.contains(school_id)),
            criteria_met,
            level,
            declared_level: declared_levels.get(row).and_then(|level| u8::try_from(level).ok()),
            actions: actions.remove(school_id).unwrap_or_default(),
            findings: findings.remove(school_id).unwrap_or_default(),
        });
    }
    Ok(figures)
}

/// The totals a school gives in words, over the criteria its framework has at the level; over what the school says where the framework
/// is not known. More than there are is no figure and is left out.
fn declared_totals(
    schools: &DataFrame,
    row: usize,
    framework: Option<&str>,
    frameworks: &Frameworks,
) -> anyhow::Result<BTreeMap<u8, (usize, usize)>> {
    let framework = framework.and_then(|id| frameworks.get(id));
    let mut totals = BTreeMap::new();
    for (level, (met, of)) in (1..).zip(DECLARED_MET.iter().zip(&DECLARED_OF)) {
        let Some(met) = met.numbers_of(schools)?.get(row) else { continue };
        let of = match framework {
            Some(framework) => Some(framework.criteria_with(level).count()),
            None => of.numbers_of(schools)?.get(row).map(|of| of as usize),
        };
        if let Some(of) = of.filter(|of| *of > 0 && met as usize <= *of) {
            totals.insert(level, (met as usize, of));
        }
    }
    Ok(totals)
}

/// Schools that said of some work how it goes: in a report, or in the plan's own column of progress, which is the report of 2026.
fn reporting(dataset: &Dataset) -> anyhow::Result<HashSet<&str>> {
    let (schools, results) = (SCHOOL_ID.texts_of(&dataset.actions)?, RESULT_FILE.texts_of(&dataset.actions)?);
    Ok(schools.iter().zip(results.iter()).filter_map(|(school, result)| result.and(school)).collect())
}

fn forms_of(codes: &str, reports_progress: bool) -> Forms {
    let has = |form: FormKind| codes.split(SEPARATOR).any(|code| code == form.code());
    Forms {
        plan: has(FormKind::Plan),
        result: has(FormKind::Result) || reports_progress,
        assessment: has(FormKind::Assessment),
        evidence: has(FormKind::Evidence),
    }
}
