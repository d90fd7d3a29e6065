//! Verdicts in, how many criteria each school meets at each level, and the level it has reached, out.

use std::collections::{BTreeMap, HashMap};

use polars::prelude::DataFrame;

use super::scale::{STEP, Scales};
use super::verdict::MET;
use crate::dataset::variable::SCHOOL_ID;
use crate::framework::Framework;
use crate::model::{Criterion, Outcome};

/// What the verdicts of one school come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Standing {
    /// Level → (criteria met, criteria that have this level), for every level of the framework.
    pub criteria_met: BTreeMap<u8, (usize, usize)>,
    /// By the rule of the framework, 19/2018, 17/2018, 18/2018 or 57/2026/TT-BGDĐT; what was not assessed is told to the rule as such.
    pub level: Option<u8>,
}

/// Of each school with a verdict at all.
pub(super) fn of_schools(scales: &Scales, verdicts: &DataFrame) -> anyhow::Result<HashMap<String, Standing>> {
    let mut outcomes: HashMap<&str, HashMap<(Criterion, u8), Outcome>> = HashMap::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for ((school_id, step), met) in
        SCHOOL_ID.texts_of(verdicts)?.iter().zip(STEP.numbers_of(verdicts)?.iter()).zip(MET.truths_of(verdicts)?.iter())
    {
        let (Some(school_id), Some(step), Some(met)) = (school_id, step.and_then(|step| scales.steps.get(step as usize)), met) else {
            continue;
        };
        outcomes.entry(school_id).or_default().insert((step.criterion, step.level), if met { Outcome::Met } else { Outcome::Unmet });
        places.insert(school_id, step.scale);
    }
    let denominators: Vec<BTreeMap<u8, usize>> = scales.all.iter().map(|scale| denominators(scale.framework)).collect();
    let standing = |(school_id, outcomes): (&str, HashMap<(Criterion, u8), Outcome>)| {
        let place = *places.get(school_id)?;
        let mut criteria_met: BTreeMap<u8, (usize, usize)> = denominators[place].iter().map(|(level, of)| (*level, (0, *of))).collect();
        for ((_, level), outcome) in &outcomes {
            if let (Outcome::Met, Some((met, _))) = (outcome, criteria_met.get_mut(level)) {
                *met += 1;
            }
        }
        let level = scales.all[place]
            .framework
            .school_level(|criterion, level| outcomes.get(&(criterion, level)).copied().unwrap_or(Outcome::NotAssessed));
        Some((school_id.to_owned(), Standing { criteria_met, level }))
    };
    Ok(outcomes.into_iter().filter_map(standing).collect())
}

/// Level → how many criteria, or items of the Mức 4 list, have it.
pub(super) fn denominators(framework: &Framework) -> BTreeMap<u8, usize> {
    let mut of = BTreeMap::new();
    let listed = framework.level4.iter().map(|item| item.criterion());
    for criterion in framework.criteria.iter().map(|info| info.criterion).chain(listed) {
        for level in framework.levels_of(criterion) {
            *of.entry(level).or_default() += 1;
        }
    }
    of
}
