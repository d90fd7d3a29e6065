//! What was judged of each criterion in, the level of the school out; the rule itself is data.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::Framework;
use crate::model::{Criterion, Outcome};

/// What a school needs for a level, beside all that the levels below need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelRule {
    pub level: u8,
    pub require: Vec<Requirement>,
}

/// "Ít nhất 5 trong 7 tiêu chí còn lại đạt Mức 1."
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    pub of: Scope,
    /// The level the criteria must have reached.
    pub at: u8,
    /// `None`: every one of them.
    pub at_least: Option<usize>,
    /// Not assessed counts as unmet, because schools assess it only when they claim it.
    pub unassessed_is_unmet: bool,
}

/// The criteria a requirement speaks of; of them, those that have the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    All,
    Mandatory,
    Others,
    /// The items of the Mức 4 list.
    Level4,
}

/// How criteria that were not assessed are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unassessed {
    Met,
    Unmet,
}

impl Framework {
    /// The level a school reached, 0 to 4; `None` where too little is known to tell.
    ///
    /// What was not assessed is taken once as met and once as unmet: only when both give one level is it the level.
    pub fn school_level(&self, outcome: impl Fn(Criterion, u8) -> Outcome) -> Option<u8> {
        if self.judged_at_least.is_some_and(|least| self.judged(&outcome) < least) {
            return None;
        }
        let lowest = self.level_when(Unassessed::Unmet, &outcome);
        let highest = self.level_when(Unassessed::Met, &outcome);
        (lowest == highest).then_some(lowest)
    }

    /// What is missing to `level`: criteria that are unmet or not assessed, where their requirement does not hold without them.
    /// By criterion, then level.
    pub fn missing_for(&self, level: u8, outcome: impl Fn(Criterion, u8) -> Outcome) -> Vec<(Criterion, u8)> {
        let needed = self.rules.iter().filter(|rule| rule.level <= level).flat_map(|rule| &rule.require);
        let open = needed.filter(|requirement| !self.holds(requirement, Unassessed::Unmet, &outcome));
        let missing: BTreeSet<(Criterion, u8)> = open
            .flat_map(|requirement| self.members(requirement).map(|criterion| (criterion, requirement.at)))
            .filter(|(criterion, at)| self.standing(*criterion, *at, &outcome) != Outcome::Met)
            .collect();
        missing.into_iter().collect()
    }

    /// The verdict on a criterion at a level, by what was judged at any of its levels: levels are cumulative, so what is met at
    /// Mức 3 is met at Mức 1, and what is unmet at Mức 1 is unmet at Mức 3. A verdict on the level itself stands.
    pub fn standing(&self, criterion: Criterion, level: u8, outcome: impl Fn(Criterion, u8) -> Outcome) -> Outcome {
        let own = outcome(criterion, level);
        if own != Outcome::NotAssessed {
            return own;
        }
        let levels = self.levels_of(criterion);
        if levels.iter().any(|other| *other > level && outcome(criterion, *other) == Outcome::Met) {
            Outcome::Met
        } else if levels.iter().any(|other| *other < level && outcome(criterion, *other) == Outcome::Unmet) {
            Outcome::Unmet
        } else {
            Outcome::NotAssessed
        }
    }

    /// How many criteria have a verdict at some level.
    fn judged(&self, outcome: &impl Fn(Criterion, u8) -> Outcome) -> usize {
        let judged =
            |criterion: Criterion, levels: &BTreeSet<u8>| levels.iter().any(|level| outcome(criterion, *level) != Outcome::NotAssessed);
        self.criteria.iter().filter(|info| judged(info.criterion, &info.levels)).count()
    }

    fn level_when(&self, unassessed: Unassessed, outcome: &impl Fn(Criterion, u8) -> Outcome) -> u8 {
        let reached =
            self.rules.iter().take_while(|rule| rule.require.iter().all(|requirement| self.holds(requirement, unassessed, outcome)));
        reached.last().map_or(0, |rule| rule.level)
    }

    fn holds(&self, requirement: &Requirement, unassessed: Unassessed, outcome: &impl Fn(Criterion, u8) -> Outcome) -> bool {
        let met = |criterion: &Criterion| match self.standing(*criterion, requirement.at, outcome) {
            Outcome::Met => true,
            Outcome::Unmet => false,
            Outcome::NotAssessed => unassessed == Unassessed::Met && !requirement.unassessed_is_unmet,
        };
        let enough = requirement.at_least.unwrap_or_else(|| self.members(requirement).count());
        self.members(requirement).filter(met).count() >= enough
    }

    /// The criteria a requirement speaks of.
    pub(super) fn members(&self, requirement: &Requirement) -> impl Iterator<Item = Criterion> {
        let Requirement { of, at, .. } = *requirement;
        self.criteria_with(at).filter(move |criterion| match (of, criterion) {
            (Scope::Level4, Criterion::Level4 { .. }) => true,
            (Scope::Level4, Criterion::Numbered { .. }) | (_, Criterion::Level4 { .. }) => false,
            (Scope::All, _) => true,
            (Scope::Mandatory, _) => self.info(*criterion).is_some_and(|info| info.mandatory),
            (Scope::Others, _) => self.info(*criterion).is_some_and(|info| !info.mandatory),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Frameworks;
    use super::*;

    fn framework(id: &str) -> Framework {
        Frameworks::load(None).expect("the built-in files are sound").get(id).expect("built in").clone()
    }

    fn code(text: &str) -> Criterion {
        text.parse().expect("a code")
    }

    /// The criteria that stand out are as said; every other one is met at its levels up to `level`.
    fn met_to(level: u8, exceptions: &[(&str, u8, Outcome)]) -> impl Fn(Criterion, u8) -> Outcome {
        let exceptions: Vec<(Criterion, u8, Outcome)> = exceptions.iter().map(|(text, at, outcome)| (code(text), *at, *outcome)).collect();
        move |criterion, at| match exceptions.iter().find(|(other, other_at, _)| (*other, *other_at) == (criterion, at)) {
            Some((_, _, outcome)) => *outcome,
            None if at <= level => Outcome::Met,
            None if at == 4 => Outcome::NotAssessed,
            None => Outcome::Unmet,
        }
    }

    #[test]
    fn a_school_of_2018_has_the_level_that_every_criterion_has() {
        let set = framework("tt18-2018");
        for level in 0..=4 {
            assert_eq!(set.school_level(met_to(level, &[])), Some(level));
        }
        assert_eq!(set.school_level(met_to(3, &[("2.2", 2, Outcome::Unmet)])), Some(1));
        assert_eq!(set.school_level(met_to(3, &[("2.2", 1, Outcome::Unmet)])), Some(0));
    }

    #[test]
    fn a_criterion_without_level_3_does_not_hinder_level_3() {
        let set = framework("tt18-2018");
        assert!(!set.levels_of(code("1.2")).contains(&3));
        assert_eq!(set.school_level(met_to(3, &[("1.2", 3, Outcome::Unmet)])), Some(3));
    }

    #[test]
    fn level_4_needs_level_3_and_every_item_of_the_list() {
        let set = framework("tt17-2018");
        assert_eq!(set.school_level(met_to(4, &[])), Some(4));
        assert_eq!(set.school_level(met_to(4, &[("M4.5", 4, Outcome::Unmet)])), Some(3));
        assert_eq!(set.school_level(met_to(4, &[("M4.5", 4, Outcome::NotAssessed)])), Some(3));
        assert_eq!(set.school_level(met_to(4, &[("3.6", 3, Outcome::Unmet)])), Some(2));
    }

    #[test]
    fn what_was_not_assessed_leaves_the_level_open_only_where_it_decides() {
        let set = framework("tt18-2018");
        assert_eq!(set.school_level(met_to(3, &[("2.2", 3, Outcome::NotAssessed)])), None);
        assert_eq!(set.school_level(met_to(3, &[("2.2", 3, Outcome::NotAssessed), ("3.1", 3, Outcome::Unmet)])), Some(2));
        assert_eq!(set.school_level(|_, _| Outcome::NotAssessed), None);
        assert_eq!(
            set.school_level(|criterion, at| if (criterion, at) == (code("1.1"), 1) { Outcome::Unmet } else { Outcome::NotAssessed }),
            Some(0)
        );
    }

    #[test]
    fn a_mark_at_the_highest_level_alone_stands_for_those_below() {
        let set = framework("tt18-2018");
        let highest_only = |criterion: Criterion, at: u8| {
            let highest = set.levels_of(criterion).last().copied();
            if at == 4 || highest != Some(at) { Outcome::NotAssessed } else { Outcome::Met }
        };
        assert_eq!(set.school_level(highest_only), Some(3));
    }

    #[test]
    fn of_2026_the_mandatory_criteria_and_five_of_the_others_decide() {
        let set = framework("tt57-2026-pho-thong");
        assert_eq!(set.school_level(met_to(1, &[])), Some(1));
        assert_eq!(set.school_level(met_to(2, &[])), Some(2));
        let two_others = [("1.1", 1, Outcome::Unmet), ("1.2", 1, Outcome::Unmet), ("1.1", 2, Outcome::Unmet), ("1.2", 2, Outcome::Unmet)];
        assert_eq!(set.school_level(met_to(1, &two_others)), Some(1));
        assert_eq!(set.school_level(met_to(2, &two_others)), Some(1), "none may be below Mức 1 at Mức 2");
        let three_others = [("1.1", 1, Outcome::Unmet), ("1.2", 1, Outcome::Unmet), ("2.3", 1, Outcome::Unmet)];
        assert_eq!(set.school_level(met_to(1, &three_others)), Some(0));
        assert_eq!(set.school_level(met_to(2, &[("1.3", 2, Outcome::Unmet)])), Some(1));
        assert_eq!(set.school_level(met_to(2, &[("1.3", 1, Outcome::Unmet)])), Some(0));
        assert_eq!(set.school_level(met_to(2, &[("1.1", 2, Outcome::Unmet), ("1.2", 2, Outcome::Unmet)])), Some(2));
    }

    #[test]
    fn of_2026_fewer_than_fifteen_judged_give_no_verdict() {
        let set = framework("tt57-2026-gdtx");
        assert_eq!(set.school_level(met_to(2, &[("4.3", 1, Outcome::NotAssessed), ("4.3", 2, Outcome::NotAssessed)])), None);
        assert_eq!(set.school_level(|criterion, _| if criterion == code("1.3") { Outcome::Unmet } else { Outcome::NotAssessed }), None);
    }

    #[test]
    fn what_is_missing_to_a_level_is_named_once_and_in_order() {
        let set = framework("tt18-2018");
        let outcome = met_to(
            3,
            &[("3.6", 2, Outcome::Unmet), ("1.10", 1, Outcome::NotAssessed), ("1.10", 2, Outcome::NotAssessed), ("2.1", 3, Outcome::Unmet)],
        );
        assert_eq!(set.missing_for(2, &outcome), [(code("1.10"), 1), (code("1.10"), 2), (code("3.6"), 2)]);
        assert_eq!(set.missing_for(3, &outcome).len(), 4);
        assert_eq!(set.missing_for(4, &outcome).len(), 10);
        assert!(set.missing_for(0, &outcome).is_empty());
    }

    #[test]
    fn where_enough_of_the_others_are_met_the_rest_is_not_missing() {
        let set = framework("tt57-2026-mam-non");
        let outcome = met_to(1, &[("1.1", 1, Outcome::Unmet), ("1.2", 1, Outcome::Unmet)]);
        assert!(set.missing_for(1, outcome).is_empty());
    }
}
