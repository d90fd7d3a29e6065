//! Figures of criteria in, those of their standards out. Items of a Mức 4 list belong to no standard.

use super::affected::AffectedSchools;
use super::scale::Scales;
use super::{CriterionFigures, StandardFigures, actions};
use crate::dataset::Dataset;

/// By framework, then standard. `levels` adds up the verdicts of the criteria (criterion × school); actions that name a standard
/// without a criterion count here too; schools count once each.
pub(super) fn figures(
    dataset: &Dataset,
    scales: &Scales,
    by_criterion: &[CriterionFigures],
    affected: &AffectedSchools,
) -> anyhow::Result<Vec<StandardFigures>> {
    let actions = actions::by_standard(dataset)?;
    let mut figures = Vec::new();
    for scale in &scales.all {
        for standard in &scale.framework.standards {
            let key = (scale.framework.id.clone(), standard.number);
            figures.push(StandardFigures {
                standard: standard.number,
                title: standard.title.clone(),
                levels: Default::default(),
                actions: actions.get(&key).copied().unwrap_or_default(),
                schools_affected: affected.by_standard.get(&key).copied().unwrap_or_default(),
                schools_reported: scale.reported,
                framework: key.0,
            });
        }
    }
    for criterion in by_criterion {
        let own = |figure: &&mut StandardFigures| {
            figure.framework == criterion.framework && Some(figure.standard) == criterion.criterion.standard()
        };
        let Some(figure) = figures.iter_mut().find(own) else { continue };
        for (level, counts) in &criterion.levels {
            let sum = figure.levels.entry(*level).or_default();
            sum.met += counts.met;
            sum.unmet += counts.unmet;
            sum.not_assessed += counts.not_assessed;
            sum.not_reported += counts.not_reported;
        }
    }
    Ok(figures)
}
