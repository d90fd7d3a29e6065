//! Actions in, the money they plan out.

use std::collections::HashMap;

use polars::prelude::{DataFrame, IntoLazy, lit};

use super::CostFigures;
use crate::dataset::variable::{COST_KIND, COST_PARTS, COST_SOURCES, COST_VND, SCHOOL_ID};
use crate::dataset::{Dataset, code, of_codes, of_parts, payers};
use crate::model::{Cost, CostKind};

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
    Ok(amounts.select([SCHOOL_ID.col(), COST_VND.col(), COST_SOURCES.col(), COST_PARTS.col()]).collect()?)
}

/// The sum of amounts written as a total. A source without an amount, a unit price, "theo thực tế" add nothing.
/// What the table divides by who pays is counted divided; an amount for which two sources are named, and no more, is theirs together.
pub(super) fn planned(dataset: &Dataset) -> anyhow::Result<CostFigures> {
    let rows = totals(dataset)?;
    let mut cost = CostFigures::default();
    let texts = COST_SOURCES.texts_of(&rows)?.iter().zip(COST_PARTS.texts_of(&rows)?.iter());
    for (amount_vnd, (sources, parts)) in COST_VND.amounts_of(&rows)?.iter().zip(texts) {
        let sources = of_codes(sources.unwrap_or_default())?;
        let read = Cost { kind: CostKind::Amount, amount_vnd, sources, parts: of_parts(parts.unwrap_or_default())? };
        cost.total_vnd = cost.total_vnd.saturating_add(amount_vnd.unwrap_or(0));
        for share in read.shares() {
            let sum = cost.by_source.entry(payers(&share.sources)).or_default();
            *sum = sum.saturating_add(share.amount_vnd);
        }
    }
    Ok(cost)
}
