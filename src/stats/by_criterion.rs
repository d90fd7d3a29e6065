//! Every criterion of every framework that a school follows in, its figures out: also of those of which nobody said anything.

use std::collections::BTreeMap;

use polars::prelude::DataFrame;

use super::affected::AffectedSchools;
use super::scale::Scales;
use super::{CriterionFigures, LevelCounts, actions, verdict};
use crate::dataset::Dataset;
use crate::model::Criterion;

/// By framework, then criterion, items of the Mức 4 list last.
pub(super) fn figures(
    dataset: &Dataset,
    scales: &Scales,
    verdicts: &DataFrame,
    affected: &AffectedSchools,
) -> anyhow::Result<Vec<CriterionFigures>> {
    let actions = actions::by_criterion(dataset)?;
    let mut levels: BTreeMap<(usize, Criterion), BTreeMap<u8, LevelCounts>> = BTreeMap::new();
    for (step, counts) in scales.steps.iter().zip(verdict::counts(scales, verdicts)?) {
        levels.entry((step.scale, step.criterion)).or_default().insert(step.level, counts);
    }
    let mut figures = Vec::new();
    for (place, scale) in scales.all.iter().enumerate() {
        for (criterion, title) in &scale.criteria {
            let key = (scale.framework.id.clone(), *criterion);
            figures.push(CriterionFigures {
                criterion: *criterion,
                title: (*title).to_owned(),
                levels: levels.remove(&(place, *criterion)).unwrap_or_default(),
                actions: actions.get(&key).copied().unwrap_or_default(),
                schools_affected: affected.by_criterion.get(&key).map_or(0, |affected| affected.schools),
                schools_reported: scale.reported,
                framework: key.0,
            });
        }
    }
    Ok(figures)
}
