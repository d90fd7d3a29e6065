//! "Mức 1 | 1.1, 1.2, 1.3 | 3", "Mức 2 | 1.1, 1.3 | 2": rows that list the criteria of a level in, one row a criterion, of its highest level, out.

use std::collections::{BTreeMap, BTreeSet};

use super::by_indicator::Row;
use super::{LogicalRow, Marks};
use crate::form::Field;
use crate::model::Criterion;
use crate::phrase;

/// Whether each row is of another level, and some list several criteria.
pub(super) fn is_by_level(rows: &[&LogicalRow]) -> bool {
    const FEWEST: usize = 2;
    // Four levels and none.
    const MOST: usize = 5;
    let codes = |row: &LogicalRow| phrase::criterion::all(row.text(Field::Criterion), None, None).len();
    let level = |row: &LogicalRow| phrase::levels::reached(row.text(Field::Outcome));
    // Figures of other things that came into the table name neither.
    let (of_levels, others): (Vec<&LogicalRow>, Vec<&LogicalRow>) = rows.iter().partition(|row| level(row).is_some());
    let levels: Vec<_> = of_levels.iter().map(|row| level(row)).collect();
    let differ = levels.iter().enumerate().all(|(at, level)| !levels[..at].contains(level));
    let lists = of_levels.iter().any(|row| codes(row) >= FEWEST);
    (FEWEST..=MOST).contains(&levels.len()) && differ && lists && others.iter().all(|row| codes(row) == 0)
}

/// A criterion at Mức 2 is listed at Mức 1, too, or only there: its highest level holds.
pub(super) fn gathered(rows: Vec<Row>) -> Vec<Row> {
    let mut unmet: BTreeSet<Criterion> = BTreeSet::new();
    let mut highest: BTreeMap<Criterion, Row> = BTreeMap::new();
    let top = |marks: &Marks| marks.highest().map_or(0, |(level, _)| level);
    for row in rows {
        if row.1.unmet.is_some() {
            unmet.insert(row.0);
        }
        match highest.get(&row.0) {
            Some(known) if top(&known.1) >= top(&row.1) => {}
            _ => drop(highest.insert(row.0, row)),
        }
    }
    highest
        .into_values()
        .map(|(criterion, mut marks, address, part)| {
            // Listed as met and as unmet: left to the judge of contradictions.
            if unmet.contains(&criterion) && marks.unmet.is_none() {
                marks.unmet = marks.levels.values().next().cloned();
            }
            (criterion, marks, address, part)
        })
        .collect()
}
