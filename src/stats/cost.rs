//! Actions in, the money they plan out.

use std::collections::HashMap;

use polars::prelude::{DataFrame, IntoLazy, lit};

use super::CostFigures;
use crate::dataset::variable::{COST_KIND, COST_SOURCES, COST_VND, SCHOOL_ID};
use crate::dataset::{Dataset, SEPARATOR, code};
use crate::model::CostKind;

/// An amount for which no source is named.
const UNSTATED: &str = "unstated";

/// The sum of each school that plans any.
pub(super) fn by_school(dataset: &Dataset) -> anyhow::Result<HashMap<String, i64>> {
    let rows = totals(dataset)?;
    let mut sums: HashMap<String, i64> = HashMap::new();
    for (school_id, amount) in SCHOOL_ID.texts_of(&rows)?.iter().zip(COST_VND.amounts_of(&rows)?.iter()) {
        let (Some(school_id), Some(amount)) = (school_id, amount) else { continue };
        match sums.get_mut(school_id) {
            Some(sum) => *sum = sum.saturating_add(amount),
            None => drop(sums.insert(school_id.to_owned(), amount)),
        }
    }
    Ok(sums)
}

/// Actions whose amount is written as a total.
fn totals(dataset: &Dataset) -> anyhow::Result<DataFrame> {
    let is = |kind: CostKind| COST_KIND.col().eq(lit(code(&kind)));
    let amounts = dataset.actions.clone().lazy().filter(is(CostKind::Amount).or(is(CostKind::Zero)));
    Ok(amounts.select([SCHOOL_ID.col(), COST_VND.col(), COST_SOURCES.col()]).collect()?)
}

/// The sum of amounts written as a total. A source without an amount, a unit price, "theo thực tế" add nothing.
/// An amount for which two sources are named is theirs together: it cannot be divided.
pub(super) fn planned(dataset: &Dataset) -> anyhow::Result<CostFigures> {
    let rows = totals(dataset)?;
    let mut cost = CostFigures::default();
    for (amount, sources) in COST_VND.amounts_of(&rows)?.iter().zip(COST_SOURCES.texts_of(&rows)?.iter()) {
        let Some(amount) = amount else { continue };
        let source = match sources.unwrap_or_default() {
            "" => UNSTATED.to_owned(),
            sources => sources.replace(SEPARATOR, "+"),
        };
        cost.total_vnd = cost.total_vnd.saturating_add(amount);
        let sum = cost.by_source.entry(source).or_default();
        *sum = sum.saturating_add(amount);
    }
    Ok(cost)
}
