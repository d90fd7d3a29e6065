//! Actions in, the money they plan out.

use polars::prelude::{IntoLazy, lit};

use super::CostFigures;
use crate::dataset::variable::{COST_KIND, COST_SOURCES, COST_VND};
use crate::dataset::{Dataset, SEPARATOR, code};
use crate::model::CostKind;

/// An amount for which no source is named.
const UNSTATED: &str = "unstated";

/// The sum of amounts written as a total. A source without an amount, a unit price, "theo thực tế" add nothing.
/// An amount for which two sources are named is theirs together: it cannot be divided.
pub(super) fn planned(dataset: &Dataset) -> anyhow::Result<CostFigures> {
    let is = |kind: CostKind| COST_KIND.col().eq(lit(code(&kind)));
    let rows = dataset
        .actions
        .clone()
        .lazy()
        .filter(is(CostKind::Amount).or(is(CostKind::Zero)))
        .select([COST_VND.col(), COST_SOURCES.col()])
        .collect()?;
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
