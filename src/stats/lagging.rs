//! Figures of criteria in, those that hold schools back out, the heaviest first.

use super::affected::AffectedSchools;
use super::{CriterionFigures, Lagging};

/// Criteria that affect a school.
pub(super) fn list(by_criterion: &[CriterionFigures], affected: &AffectedSchools) -> Vec<Lagging> {
    let mut lagging = Vec::new();
    for figure in by_criterion {
        let Some(affected) = affected.by_criterion.get(&(figure.framework.clone(), figure.criterion)) else { continue };
        lagging.push(Lagging {
            rank: 0,
            framework: figure.framework.clone(),
            criterion: figure.criterion,
            schools_affected: affected.schools,
            schools_reported: figure.schools_reported,
            unmet: affected.unmet,
            overdue: affected.overdue,
        });
    }
    ranked(lagging)
}

/// By affected ÷ reported, then by affected, then as they stand: by framework and criterion. The shares are compared as fractions:
/// a/b before c/d when a·d > c·b.
pub(super) fn ranked(mut lagging: Vec<Lagging>) -> Vec<Lagging> {
    lagging.sort_by(|a, b| {
        let share = |row: &Lagging, other: &Lagging| row.schools_affected as u64 * other.schools_reported as u64;
        share(b, a).cmp(&share(a, b)).then_with(|| b.schools_affected.cmp(&a.schools_affected))
    });
    for (rank, row) in (1..).zip(&mut lagging) {
        row.rank = rank;
    }
    lagging
}
