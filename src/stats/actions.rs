//! Actions in, counts of them out: all, or by school, criterion or standard.

use std::collections::HashMap;

use polars::prelude::{DataFrame, DataType, Expr, IntoLazy, JoinArgs, JoinType, LazyFrame, len, lit};

use super::ActionCounts;
use super::scale::followers;
use crate::dataset::variable::{CRITERION, FRAMEWORK, OVERDUE, SCHOOL_ID, STANDARD, STATUS};
use crate::dataset::{Dataset, Variable, of_code};
use crate::model::{Criterion, Lateness, Status};

static TOTAL: Variable = Variable::new("total", DataType::UInt32, "Số công việc");
static STATUSES: [(Status, Variable); 4] = [
    (Status::Completed, Variable::new("completed", DataType::UInt32, "Hoàn thành")),
    (Status::InProgress, Variable::new("in_progress", DataType::UInt32, "Đang thực hiện")),
    (Status::NotStarted, Variable::new("not_started", DataType::UInt32, "Chưa triển khai")),
    (Status::NoReport, Variable::new("no_report", DataType::UInt32, "Chưa báo cáo")),
];
static LATENESSES: [(Lateness, Variable); 3] = [
    (Lateness::Certain, Variable::new("certainly_overdue", DataType::UInt32, "Quá hạn")),
    (Lateness::Possible, Variable::new("possibly_overdue", DataType::UInt32, "Có thể quá hạn")),
    (Lateness::Undetermined, Variable::new("undetermined", DataType::UInt32, "Không xác định hạn")),
];

/// Every action of the dataset.
pub(super) fn of_all(dataset: &Dataset) -> anyhow::Result<ActionCounts> {
    let counts = dataset.actions.clone().lazy().select(sums()).collect()?;
    Ok(counts_of(&counts)?.into_iter().next().unwrap_or_default())
}

pub(super) fn by_school(dataset: &Dataset) -> anyhow::Result<HashMap<String, ActionCounts>> {
    let counts = dataset.actions.clone().lazy().group_by([SCHOOL_ID.col()]).agg(sums()).collect()?;
    let schools = SCHOOL_ID.texts_of(&counts)?.iter().zip(counts_of(&counts)?);
    Ok(schools.filter_map(|(school_id, counts)| Some((school_id?.to_owned(), counts))).collect())
}

/// Actions that name a criterion of the framework their school follows.
pub(super) fn by_criterion(dataset: &Dataset) -> anyhow::Result<HashMap<(String, Criterion), ActionCounts>> {
    let counts = under_own_framework(dataset)
        .filter(CRITERION.col().is_not_null())
        .group_by([FRAMEWORK.col(), CRITERION.col()])
        .agg(sums())
        .collect()?;
    let mut criteria = HashMap::new();
    for ((framework, criterion), counts) in
        FRAMEWORK.texts_of(&counts)?.iter().zip(CRITERION.texts_of(&counts)?.iter()).zip(counts_of(&counts)?)
    {
        if let (Some(framework), Some(criterion)) = (framework, criterion) {
            criteria.insert((framework.to_owned(), of_code(criterion)?), counts);
        }
    }
    Ok(criteria)
}

/// Actions by the standard of their criterion; those that name a standard only, by that.
pub(super) fn by_standard(dataset: &Dataset) -> anyhow::Result<HashMap<(String, u8), ActionCounts>> {
    let counts = under_own_framework(dataset)
        .filter(STANDARD.col().is_not_null())
        .group_by([FRAMEWORK.col(), STANDARD.col()])
        .agg(sums())
        .collect()?;
    let mut standards = HashMap::new();
    for ((framework, standard), counts) in
        FRAMEWORK.texts_of(&counts)?.iter().zip(STANDARD.numbers_of(&counts)?.iter()).zip(counts_of(&counts)?)
    {
        if let (Some(framework), Some(Ok(standard))) = (framework, standard.map(u8::try_from)) {
            standards.insert((framework.to_owned(), standard), counts);
        }
    }
    Ok(standards)
}

fn under_own_framework(dataset: &Dataset) -> LazyFrame {
    let own = [SCHOOL_ID.col(), FRAMEWORK.col()];
    dataset.actions.clone().lazy().join(followers(dataset), &own, &own, JoinArgs::new(JoinType::Semi))
}

fn sums() -> Vec<Expr> {
    let statuses = STATUSES.iter().map(|(status, variable)| STATUS.col().eq(lit(status.code())).sum().alias(variable.name));
    let latenesses = LATENESSES.iter().map(|(lateness, variable)| OVERDUE.col().eq(lit(lateness.code())).sum().alias(variable.name));
    std::iter::once(len().alias(TOTAL.name)).chain(statuses).chain(latenesses).collect()
}

/// One row a group.
fn counts_of(groups: &DataFrame) -> anyhow::Result<Vec<ActionCounts>> {
    let numbers = |variable: &Variable| -> anyhow::Result<Vec<usize>> {
        Ok(variable.numbers_of(groups)?.iter().map(|number| number.unwrap_or(0) as usize).collect())
    };
    let [completed, in_progress, not_started, no_report] = [0, 1, 2, 3].map(|place| numbers(&STATUSES[place].1));
    let [certain, possible, undetermined] = [0, 1, 2].map(|place| numbers(&LATENESSES[place].1));
    let (completed, in_progress, not_started, no_report) = (completed?, in_progress?, not_started?, no_report?);
    let (certain, possible, undetermined) = (certain?, possible?, undetermined?);
    let rows = numbers(&TOTAL)?.into_iter().enumerate().map(|(row, total)| ActionCounts {
        total,
        completed: completed[row],
        in_progress: in_progress[row],
        not_started: not_started[row],
        no_report: no_report[row],
        overdue: certain[row],
        possibly_overdue: possible[row],
        undetermined: undetermined[row],
    });
    Ok(rows.collect())
}
