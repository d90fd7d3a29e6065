//! Assessments in; out comes one verdict for each school, criterion and level, and which row it rests on.

use std::collections::BTreeMap;

use crate::model::{Assessment, Criterion, Outcome};
use crate::stats::{CriterionFigures, LevelCounts, SchoolFigures};
use crate::text::memory::QuickMap;

/// Whether a row of the assessments carries a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Counted,
    /// Another row says the same, or says it is unmet, of this school, criterion and level.
    Repeated,
    /// The school is counted under another framework, or not at all.
    Foreign,
    /// The criterion does not have the level.
    NoSuchLevel,
}

/// One verdict for each school, criterion and level: unmet as soon as one row says so, met when another does.
pub struct Verdicts<'a> {
    /// One for each assessment, in their order.
    pub standings: Vec<Standing>,
    outcomes: QuickMap<(&'a str, Criterion, u8), Outcome>,
}

impl<'a> Verdicts<'a> {
    pub fn new<'f>(assessments: &'a [Assessment], schools: impl Iterator<Item = &'f SchoolFigures>, criteria: &[CriterionFigures]) -> Self {
        let reported = schools.filter(|figures| figures.submission.counts());
        let frameworks: QuickMap<&str, &str> =
            reported.map(|figures| (figures.school_id.as_str(), figures.framework.as_deref().unwrap_or(""))).collect();
        let levels: QuickMap<(&str, Criterion), &BTreeMap<u8, LevelCounts>> =
            criteria.iter().map(|figures| ((figures.framework.as_str(), figures.criterion), &figures.levels)).collect();
        let mut deciding: QuickMap<(&str, Criterion, u8), usize> = QuickMap::default();
        let mut standings = vec![Standing::Repeated; assessments.len()];
        for (index, assessment) in assessments.iter().enumerate() {
            if frameworks.get(assessment.school_id.as_str()).copied().unwrap_or("") != assessment.framework {
                standings[index] = Standing::Foreign;
                continue;
            }
            if !levels
                .get(&(assessment.framework.as_str(), assessment.criterion))
                .is_some_and(|levels| levels.contains_key(&assessment.level))
            {
                standings[index] = Standing::NoSuchLevel;
                continue;
            }
            let known = deciding.entry((assessment.school_id.as_str(), assessment.criterion, assessment.level)).or_insert(index);
            if weight(assessment.result) > weight(assessments[*known].result) {
                *known = index;
            }
        }
        for index in deciding.values() {
            standings[*index] = Standing::Counted;
        }
        let outcomes = deciding.into_iter().map(|(key, index)| (key, assessments[index].result)).collect();
        Verdicts { standings, outcomes }
    }

    pub fn outcome(&self, school_id: &str, criterion: Criterion, level: u8) -> Outcome {
        self.outcomes.get(&(school_id, criterion, level)).copied().unwrap_or(Outcome::NotAssessed)
    }

    /// The highest level reached with all lower ones; 0 when the lowest is unmet, `None` when it was not judged.
    pub fn reached(&self, school_id: &str, criterion: Criterion, levels: impl IntoIterator<Item = u8>) -> Option<u8> {
        let mut reached = None;
        for level in levels {
            match self.outcome(school_id, criterion, level) {
                Outcome::Met => reached = Some(level),
                Outcome::Unmet => return reached.or(Some(0)),
                Outcome::NotAssessed => return reached,
            }
        }
        reached
    }

    /// How many of the levels are met: equal to [`Verdicts::reached`] wherever the school is consistent.
    pub fn met(&self, school_id: &str, criterion: Criterion, levels: impl IntoIterator<Item = u8>) -> usize {
        levels.into_iter().filter(|level| self.outcome(school_id, criterion, *level) == Outcome::Met).count()
    }

    /// How many of the levels were judged.
    pub fn judged(&self, school_id: &str, criterion: Criterion, levels: impl IntoIterator<Item = u8>) -> usize {
        levels.into_iter().filter(|level| self.outcome(school_id, criterion, *level) != Outcome::NotAssessed).count()
    }
}

fn weight(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::NotAssessed => 0,
        Outcome::Met => 1,
        Outcome::Unmet => 2,
    }
}
