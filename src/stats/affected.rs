//! Verdicts and actions in, the schools that each criterion holds back out.

use std::collections::HashMap;

use polars::prelude::{DataFrame, DataType, Expr, IntoLazy, JoinArgs, JoinType, LazyFrame, UnionArgs, concat, len, lit};

use super::scale::{STEP, Scales, TARGETED, reporting_followers};
use super::verdict::MET;
use crate::dataset::variable::{CRITERION, FRAMEWORK, OVERDUE, SCHOOL_ID, STANDARD};
use crate::dataset::{Dataset, Variable, of_code};
use crate::model::{Criterion, Lateness};

static UNMET: Variable = Variable::new("unmet", DataType::Boolean, "Không đạt");
static LATE: Variable = Variable::new("overdue", DataType::Boolean, "Có việc quá hạn");
static SCHOOLS: Variable = Variable::new("schools", DataType::UInt32, "Số trường bị ảnh hưởng");
static SCHOOLS_UNMET: Variable = Variable::new("schools_unmet", DataType::UInt32, "Số trường không đạt");
static SCHOOLS_LATE: Variable = Variable::new("schools_overdue", DataType::UInt32, "Số trường có việc quá hạn");

/// Schools affected by one criterion, each once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Affected {
    pub schools: usize,
    /// Unmet at or below the target level.
    pub unmet: usize,
    /// With a certainly overdue action on it.
    pub overdue: usize,
}

/// Schools affected, by framework and criterion, and by framework and standard.
pub(super) struct AffectedSchools {
    pub by_criterion: HashMap<(String, Criterion), Affected>,
    /// A school that several criteria of the standard hold back counts once; so does one with overdue work on the standard itself.
    pub by_standard: HashMap<(String, u8), usize>,
}

/// A school is affected by a criterion when it reported and, under its own framework, the criterion is unmet at or below the target
/// level, or it has a certainly overdue action on it.
pub(super) fn pairs(dataset: &Dataset, scales: &Scales, verdicts: &DataFrame) -> anyhow::Result<AffectedSchools> {
    let step = [STEP.col()];
    let own = [SCHOOL_ID.col(), FRAMEWORK.col()];
    let targeted = scales.table.clone().lazy().filter(TARGETED.col());
    let unmet = verdicts
        .clone()
        .lazy()
        .filter(MET.col().not())
        .join(targeted, &step, &step, JoinArgs::new(JoinType::Inner))
        .select(pair(true, false));
    let late = dataset
        .actions
        .clone()
        .lazy()
        .filter(OVERDUE.col().eq(lit(Lateness::Certain.code())))
        .join(reporting_followers(dataset), &own, &own, JoinArgs::new(JoinType::Semi))
        .select(pair(false, true));
    let pairs = concat([unmet, late], UnionArgs::default())?
        .group_by([SCHOOL_ID.col(), FRAMEWORK.col(), STANDARD.col(), CRITERION.col()])
        .agg([UNMET.col().any(true), LATE.col().any(true)])
        .collect()?
        .lazy();
    Ok(AffectedSchools { by_criterion: by_criterion(pairs.clone())?, by_standard: by_standard(pairs)? })
}

fn pair(unmet: bool, late: bool) -> [Expr; 6] {
    [SCHOOL_ID.col(), FRAMEWORK.col(), STANDARD.col(), CRITERION.col(), lit(unmet).alias(UNMET.name), lit(late).alias(LATE.name)]
}

fn by_criterion(pairs: LazyFrame) -> anyhow::Result<HashMap<(String, Criterion), Affected>> {
    let counts = pairs
        .filter(CRITERION.col().is_not_null())
        .group_by([FRAMEWORK.col(), CRITERION.col()])
        .agg([len().alias(SCHOOLS.name), UNMET.col().sum().alias(SCHOOLS_UNMET.name), LATE.col().sum().alias(SCHOOLS_LATE.name)])
        .collect()?;
    let numbers =
        SCHOOLS.numbers_of(&counts)?.iter().zip(SCHOOLS_UNMET.numbers_of(&counts)?.iter()).zip(SCHOOLS_LATE.numbers_of(&counts)?.iter());
    let mut criteria = HashMap::new();
    for ((framework, criterion), ((schools, unmet), overdue)) in
        FRAMEWORK.texts_of(&counts)?.iter().zip(CRITERION.texts_of(&counts)?.iter()).zip(numbers)
    {
        let (Some(framework), Some(criterion)) = (framework, criterion) else { continue };
        let [schools, unmet, overdue] = [schools, unmet, overdue].map(|number| number.unwrap_or(0) as usize);
        criteria.insert((framework.to_owned(), of_code(criterion)?), Affected { schools, unmet, overdue });
    }
    Ok(criteria)
}

fn by_standard(pairs: LazyFrame) -> anyhow::Result<HashMap<(String, u8), usize>> {
    let counts = pairs
        .filter(STANDARD.col().is_not_null())
        .group_by([FRAMEWORK.col(), STANDARD.col()])
        .agg([SCHOOL_ID.col().n_unique().alias(SCHOOLS.name)])
        .collect()?;
    let mut standards = HashMap::new();
    for ((framework, standard), schools) in
        FRAMEWORK.texts_of(&counts)?.iter().zip(STANDARD.numbers_of(&counts)?.iter()).zip(SCHOOLS.numbers_of(&counts)?.iter())
    {
        let (Some(framework), Some(Ok(standard))) = (framework, standard.map(u8::try_from)) else { continue };
        standards.insert((framework.to_owned(), standard), schools.unwrap_or(0) as usize);
    }
    Ok(standards)
}
