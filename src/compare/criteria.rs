//! The verdicts of both sides in; criteria gained and lost, school by school, and their balance, out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Side;
use crate::model::{Criterion, Outcome};
use crate::text;

/// Verdicts "met" of one framework at one level, over all its schools and criteria:
/// `old - lost - unassessed - of_schools_left + gained + first_met + of_schools_come = new`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CriteriaBalance {
    pub framework: String,
    pub level: u8,
    pub old: usize,
    /// Met then, unmet now.
    pub lost: usize,
    /// Met then, not assessed now though the school reports.
    pub unassessed: usize,
    /// Met then, by schools that do not report now or follow another framework.
    pub of_schools_left: usize,
    /// Unmet then, met now.
    pub gained: usize,
    /// Not assessed then though the school reported, met now.
    pub first_met: usize,
    /// Met now, by schools that did not report then or followed another framework.
    pub of_schools_come: usize,
    pub new: usize,
}

/// What became of one criterion at one level in a school that reports on both sides under one framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CriterionChange {
    pub school_id: String,
    pub framework: String,
    pub criterion: Criterion,
    pub level: u8,
    pub turn: CriterionTurn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CriterionTurn {
    Gained,
    Lost,
    FirstMet,
    Unassessed,
}

/// A criterion of one framework that is called otherwise now, or is there on one side only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rewording {
    pub framework: String,
    pub criterion: Criterion,
    pub old_title: Option<String>,
    pub new_title: Option<String>,
}

/// Of frameworks that schools follow on both sides; a circular is changed without getting another name.
pub(super) fn reworded(old: Side<'_>, new: Side<'_>) -> Vec<Rewording> {
    let (before, after) = (titles(old), titles(new));
    let follows = |titles: &Titles<'_>, framework: &str| titles.keys().any(|(followed, _)| *followed == framework);
    let keys: BTreeSet<(&str, Criterion)> = before.keys().chain(after.keys()).copied().collect();
    let common = keys.into_iter().filter(|(framework, _)| follows(&before, framework) && follows(&after, framework));
    let told = common.filter_map(|key @ (framework, criterion)| {
        let (was, is) = (before.get(&key).copied(), after.get(&key).copied());
        let changed = was.map(text::fold) != is.map(text::fold);
        let owned = |title: Option<&str>| title.map(str::to_owned);
        changed.then(|| Rewording { framework: framework.to_owned(), criterion, old_title: owned(was), new_title: owned(is) })
    });
    told.collect()
}

type Titles<'a> = BTreeMap<(&'a str, Criterion), &'a str>;

fn titles<'a>(side: Side<'a>) -> Titles<'a> {
    let figures = side.statistics.by_criterion.iter();
    figures.map(|figure| ((figure.framework.as_str(), figure.criterion), figure.title.as_str())).collect()
}

/// Of one school, one criterion at one level.
type Key<'a> = (&'a str, &'a str, Criterion, u8);

pub(super) fn changes(old: Side<'_>, new: Side<'_>) -> (Vec<CriteriaBalance>, Vec<CriterionChange>) {
    let (before, after) = (verdicts(old), verdicts(new));
    let (followed, follows) = (followers(old), followers(new));
    let mut balances: BTreeMap<(&str, u8), CriteriaBalance> = BTreeMap::new();
    let mut changes = Vec::new();
    let keys: BTreeSet<Key> = before.keys().chain(after.keys()).copied().collect();
    for key @ (school, framework, criterion, level) in keys {
        let balance = balances.entry((framework, level)).or_insert_with(|| CriteriaBalance {
            framework: framework.to_owned(),
            level,
            ..CriteriaBalance::default()
        });
        let (was, is) = (before.get(&key).copied(), after.get(&key).copied());
        balance.old += usize::from(was == Some(true));
        balance.new += usize::from(is == Some(true));
        let comparable = followed.get(school) == Some(&framework) && follows.get(school) == Some(&framework);
        let turn = match (was, is) {
            (Some(true), Some(true)) if comparable => continue,
            (Some(true), Some(false)) if comparable => {
                balance.lost += 1;
                CriterionTurn::Lost
            }
            (Some(true), None) if comparable => {
                balance.unassessed += 1;
                CriterionTurn::Unassessed
            }
            (Some(false), Some(true)) if comparable => {
                balance.gained += 1;
                CriterionTurn::Gained
            }
            (None, Some(true)) if comparable => {
                balance.first_met += 1;
                CriterionTurn::FirstMet
            }
            (was, is) => {
                if !comparable {
                    balance.of_schools_left += usize::from(was == Some(true));
                    balance.of_schools_come += usize::from(is == Some(true));
                }
                continue;
            }
        };
        changes.push(CriterionChange { school_id: school.to_owned(), framework: framework.to_owned(), criterion, level, turn });
    }
    (balances.into_values().collect(), changes)
}

/// School → the framework it follows, of schools that reported.
fn followers<'a>(side: Side<'a>) -> BTreeMap<&'a str, &'a str> {
    let reported = side.statistics.by_school.iter().filter(|school| school.submission.counts());
    reported.filter_map(|school| Some((school.school_id.as_str(), school.framework.as_deref()?))).collect()
}

/// What `met` and `unmet` of `thong-ke.json` count: marks of schools that reported, under their own framework, at levels the criterion has.
/// Where several rows speak of one thing it is met only when none says unmet.
fn verdicts<'a>(side: Side<'a>) -> BTreeMap<Key<'a>, bool> {
    let followers = followers(side);
    let has_level: BTreeSet<(&str, Criterion, u8)> = side
        .statistics
        .by_criterion
        .iter()
        .flat_map(|figures| figures.levels.keys().map(|level| (figures.framework.as_str(), figures.criterion, *level)))
        .collect();
    let mut verdicts: BTreeMap<Key, bool> = BTreeMap::new();
    for row in &side.reading.assessments {
        let (school, framework) = (row.school_id.as_str(), row.framework.as_str());
        if !has_level.contains(&(framework, row.criterion, row.level)) || followers.get(school) != Some(&framework) {
            continue;
        }
        let met = match row.result {
            Outcome::Met => true,
            Outcome::Unmet => false,
            Outcome::NotAssessed => continue,
        };
        *verdicts.entry((school, framework, row.criterion, row.level)).or_insert(true) &= met;
    }
    verdicts
}
