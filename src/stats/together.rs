//! Figures of some schools and of others in, those of all of them out. No school stands in both, so that every figure adds up.

use std::collections::BTreeMap;

use super::{
    ActionCounts, CostFigures, CriterionFigures, KindFigures, Lagging, LevelCounts, StandardFigures, Statistics, SubmissionCounts,
    UnitFigures,
};
use super::{lagging, overdue};
use crate::model::Criterion;

impl Statistics {
    /// Takes in the figures of other schools, counted by the same question, frameworks and units. Groups are put together by [`super::Groups`].
    pub fn absorb(&mut self, more: Statistics) {
        self.target_level.extend(more.target_level);
        self.schools.add(&more.schools);
        self.by_school.extend(more.by_school);
        self.by_school.sort_by(|a, b| a.school_id.cmp(&b.school_id));
        add_criteria(&mut self.by_criterion, more.by_criterion);
        add_standards(&mut self.by_standard, more.by_standard);
        self.actions.add(&more.actions);
        self.overdue.extend(more.overdue);
        overdue::put_in_order(&mut self.overdue);
        add_lagging(&mut self.lagging, more.lagging, &self.by_criterion);
        self.cost.add(more.cost);
        add_units(&mut self.by_unit, more.by_unit);
    }
}

impl SubmissionCounts {
    pub(super) fn add(&mut self, more: &SubmissionCounts) {
        self.expected = match (self.expected, more.expected) {
            (None, None) => None,
            (own, more) => Some(own.unwrap_or(0) + more.unwrap_or(0)),
        };
        self.reported += more.reported;
        self.on_time += more.on_time;
        self.late += more.late;
        self.missing += more.missing;
        self.unreadable += more.unreadable;
    }
}

impl LevelCounts {
    pub(super) fn add(&mut self, more: &LevelCounts) {
        self.met += more.met;
        self.unmet += more.unmet;
        self.not_assessed += more.not_assessed;
        self.not_reported += more.not_reported;
    }
}

impl CostFigures {
    pub(super) fn add(&mut self, more: CostFigures) {
        self.total_vnd = self.total_vnd.saturating_add(more.total_vnd);
        for (source, amount) in more.by_source {
            let sum = self.by_source.entry(source).or_default();
            *sum = sum.saturating_add(amount);
        }
    }
}

/// What is counted of a criterion as of a standard.
struct Counts<'a> {
    levels: &'a mut BTreeMap<u8, LevelCounts>,
    actions: &'a mut ActionCounts,
    affected: &'a mut usize,
    reported: &'a mut usize,
}

impl Counts<'_> {
    fn add(self, more: Counts<'_>) {
        more.levels.iter().for_each(|(level, counts)| self.levels.entry(*level).or_default().add(counts));
        self.actions.add(more.actions);
        *self.affected += *more.affected;
        *self.reported += *more.reported;
    }
}

fn of_criterion(figure: &mut CriterionFigures) -> Counts<'_> {
    let CriterionFigures { levels, actions, schools_affected: affected, schools_reported: reported, .. } = figure;
    Counts { levels, actions, affected, reported }
}

fn of_standard(figure: &mut StandardFigures) -> Counts<'_> {
    let StandardFigures { levels, actions, schools_affected: affected, schools_reported: reported, .. } = figure;
    Counts { levels, actions, affected, reported }
}

/// The criteria of a framework stand together, all of them and in its own order, wherever a school follows it.
pub(super) fn add_criteria(own: &mut Vec<CriterionFigures>, more: Vec<CriterionFigures>) {
    let is_same = |a: &CriterionFigures, b: &CriterionFigures| a.framework == b.framework && a.criterion == b.criterion;
    add_counts(own, more, is_same, of_criterion);
    own.sort_by(|a, b| a.framework.cmp(&b.framework));
}

pub(super) fn add_standards(own: &mut Vec<StandardFigures>, more: Vec<StandardFigures>) {
    let is_same = |a: &StandardFigures, b: &StandardFigures| a.framework == b.framework && a.standard == b.standard;
    add_counts(own, more, is_same, of_standard);
    own.sort_by(|a, b| a.framework.cmp(&b.framework));
}

fn add_counts<T>(own: &mut Vec<T>, more: Vec<T>, is_same: impl Fn(&T, &T) -> bool, counts: impl Fn(&mut T) -> Counts<'_>) {
    for mut figure in more {
        match own.iter_mut().find(|known| is_same(known, &figure)) {
            Some(known) => counts(known).add(counts(&mut figure)),
            None => own.push(figure),
        }
    }
}

/// By the figures of all criteria, which are put together before.
pub(super) fn add_lagging(own: &mut Vec<Lagging>, more: Vec<Lagging>, by_criterion: &[CriterionFigures]) {
    let mut counted: BTreeMap<(String, Criterion), Lagging> = BTreeMap::new();
    for row in std::mem::take(own).into_iter().chain(more) {
        let key = (row.framework.clone(), row.criterion);
        match counted.get_mut(&key) {
            Some(known) => {
                known.schools_affected += row.schools_affected;
                known.unmet += row.unmet;
                known.overdue += row.overdue;
            }
            None => drop(counted.insert(key, row)),
        }
    }
    let in_order = by_criterion.iter().filter_map(|figure| {
        let row = counted.remove(&(figure.framework.clone(), figure.criterion))?;
        Some(Lagging { schools_reported: figure.schools_reported, ..row })
    });
    *own = lagging::ranked(in_order.collect());
}

pub(super) fn add_kinds(own: &mut Vec<KindFigures>, more: Vec<KindFigures>) {
    for figure in more {
        match own.iter_mut().find(|known| known.kind == figure.kind) {
            Some(known) => known.figures.absorb(&figure.figures),
            None => own.push(figure),
        }
    }
    own.sort_by_key(|kind| (kind.kind.is_none(), kind.kind));
}

/// Both were counted by the same units, which therefore stand in the same order.
fn add_units(own: &mut Vec<UnitFigures>, more: Vec<UnitFigures>) {
    if own.is_empty() {
        *own = more;
        return;
    }
    for (known, figure) in own.iter_mut().zip(more) {
        known.figures.absorb(&figure.figures);
        add_kinds(&mut known.by_kind, figure.by_kind);
    }
}
