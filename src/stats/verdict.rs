//! Assessment rows in, one verdict for each school, criterion and level out; and the verdicts counted.

use polars::prelude::{DataFrame, DataType, IntoLazy, JoinArgs, JoinType, len, lit};

use super::LevelCounts;
use super::scale::{STEP, Scales, reporting_followers};
use crate::dataset::variable::{CRITERION, FRAMEWORK, LEVEL, RESULT, SCHOOL_ID};
use crate::dataset::{Dataset, Variable};
use crate::model::Outcome;

/// Whether the school meets the criterion at the level of the step.
pub(super) static MET: Variable = Variable::new("met", DataType::Boolean, "Đạt");
static SCHOOLS_MET: Variable = Variable::new("schools_met", DataType::UInt32, "Số trường đạt");
static SCHOOLS_JUDGED: Variable = Variable::new("schools_judged", DataType::UInt32, "Số trường đã tự đánh giá");

/// `school_id`, `step`, `met`: of schools that reported, under their own framework, at levels the criterion has.
/// Where several rows speak of one thing it is met only when none says unmet. A row without a mark is no verdict.
pub(super) fn of_schools(dataset: &Dataset, scales: &Scales) -> anyhow::Result<DataFrame> {
    let met = RESULT.col().eq(lit(Outcome::Met.code()));
    let judged = met.clone().or(RESULT.col().eq(lit(Outcome::Unmet.code())));
    let own = [SCHOOL_ID.col(), FRAMEWORK.col()];
    let on = [FRAMEWORK.col(), CRITERION.col(), LEVEL.col()];
    let steps = scales.table.clone().lazy().select([FRAMEWORK.col(), CRITERION.col(), LEVEL.col(), STEP.col()]);
    let verdicts = dataset
        .assessments
        .clone()
        .lazy()
        .filter(judged)
        .join(reporting_followers(dataset), &own, &own, JoinArgs::new(JoinType::Semi))
        .join(steps, &on, &on, JoinArgs::new(JoinType::Inner))
        .select([SCHOOL_ID.col(), STEP.col(), met.alias(MET.name)])
        .group_by([SCHOOL_ID.col(), STEP.col()])
        .agg([MET.col().all(true)])
        .collect()?;
    Ok(verdicts)
}

/// For each step: `met` and `unmet` over the schools that judged it, `not_assessed` the others that reported, `not_reported` the
/// schools of the framework from which nothing was read.
pub(super) fn counts(scales: &Scales, verdicts: &DataFrame) -> anyhow::Result<Vec<LevelCounts>> {
    let tally = verdicts
        .clone()
        .lazy()
        .group_by([STEP.col()])
        .agg([MET.col().sum().alias(SCHOOLS_MET.name), len().alias(SCHOOLS_JUDGED.name)])
        .collect()?;
    let mut counts = vec![LevelCounts::default(); scales.steps.len()];
    for ((step, met), judged) in
        STEP.numbers_of(&tally)?.iter().zip(SCHOOLS_MET.numbers_of(&tally)?.iter()).zip(SCHOOLS_JUDGED.numbers_of(&tally)?.iter())
    {
        if let (Some(count), Some(met), Some(judged)) = (step.and_then(|step| counts.get_mut(step as usize)), met, judged) {
            count.met = met as usize;
            count.unmet = (judged - met) as usize;
        }
    }
    for (count, step) in counts.iter_mut().zip(&scales.steps) {
        let scale = &scales.all[step.scale];
        count.not_assessed = scale.reported - count.assessed();
        count.not_reported = scale.schools - scale.reported;
    }
    Ok(counts)
}
