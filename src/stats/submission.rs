//! Schools in, the counts of those that reported out.

use polars::prelude::{DataType, Expr, IntoLazy, lit};

use super::{Reported, SubmissionCounts};
use crate::dataset::variable::{REGISTERED, SUBMISSION};
use crate::dataset::{Dataset, Variable, code};

/// Whether a school has reported, in time or late.
pub(super) fn has_reported() -> Expr {
    is(Reported::OnTime).or(is(Reported::Late))
}

fn is(reported: Reported) -> Expr {
    SUBMISSION.col().eq(lit(code(&reported)))
}

/// With a register the counts are over its schools alone, so that `expected = reported + missing + unreadable`; a school that is not in
/// it is counted apart, in `by_school` and in the figures of its criteria. Without one they are over all schools the files name.
pub(super) fn counts(dataset: &Dataset, expected: bool) -> anyhow::Result<SubmissionCounts> {
    static KINDS: [(Reported, Variable); 4] = [
        (Reported::OnTime, Variable::new("on_time", DataType::UInt32, "Đúng hạn")),
        (Reported::Late, Variable::new("late", DataType::UInt32, "Trễ hạn")),
        (Reported::Missing, Variable::new("missing", DataType::UInt32, "Chưa nộp")),
        (Reported::Unreadable, Variable::new("unreadable", DataType::UInt32, "Không đọc được")),
    ];
    let counted = if expected { dataset.schools.clone().lazy().filter(REGISTERED.col()) } else { dataset.schools.clone().lazy() };
    let sums = KINDS.iter().map(|(reported, variable)| is(*reported).sum().alias(variable.name)).collect::<Vec<_>>();
    let row = counted.select(sums).collect()?;
    let mut numbers = [0; 4];
    for (number, (_, variable)) in numbers.iter_mut().zip(&KINDS) {
        *number = variable.numbers_of(&row)?.get(0).unwrap_or(0) as usize;
    }
    let [on_time, late, missing, unreadable] = numbers;
    let schools = on_time + late + missing + unreadable;
    Ok(SubmissionCounts { expected: expected.then_some(schools), reported: on_time + late, on_time, late, missing, unreadable })
}
