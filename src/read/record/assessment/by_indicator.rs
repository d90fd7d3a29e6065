//! Rows of a self-assessment that are of one indicator each ("a", "b", "c", "Kết luận") in, one row a criterion out.
//!
//! What the row of the conclusion says holds; without one, a level is met where no indicator of it is unmet. A criterion has not every
//! indicator at every level, so an empty cell says nothing.

use super::{Address, Criterion, Marks};
use crate::text;

/// What a row of a criterion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The row of the criterion itself, which often only names it.
    Title,
    Indicator,
    Conclusion,
}

impl Part {
    pub fn of(written: &str) -> Part {
        let folded = text::fold(written);
        match folded.as_str() {
            "" => Part::Title,
            "ket luan" | "kl" | "ket qua" | "chung" | "danh gia chung" | "tu danh gia" | "danh gia" | "tieu chi" | "ca tieu chi" => {
                Part::Conclusion
            }
            _ => Part::Indicator,
        }
    }
}

/// A criterion and what a row says of it.
pub(super) type Row = (Criterion, Marks, Address, Part);
/// A row of a criterion that is known.
type Said = (Marks, Address, Part);

pub(super) fn whole(rows: Vec<Row>) -> Vec<(Criterion, Marks, Address)> {
    rows.into_iter().map(|(criterion, marks, address, _)| (criterion, marks, address)).collect()
}

/// Rows that stand together, each run of one criterion as one.
pub(super) fn gathered(rows: Vec<Row>) -> Vec<(Criterion, Marks, Address)> {
    let mut found: Vec<(Criterion, Vec<Said>)> = Vec::new();
    for (criterion, marks, address, part) in rows {
        match found.last_mut().filter(|(last, _)| *last == criterion) {
            // A criterion named anew is told twice.
            Some((_, rows)) if part != Part::Title => rows.push((marks, address, part)),
            _ => found.push((criterion, vec![(marks, address, part)])),
        }
    }
    found.into_iter().map(|(criterion, rows)| one(criterion, &rows)).collect()
}

fn one(criterion: Criterion, rows: &[Said]) -> (Criterion, Marks, Address) {
    let says = |(marks, ..): &&Said| !marks.says_nothing();
    let concluding = rows.iter().rev().find(|row| row.2 == Part::Conclusion && says(row));
    if let Some((marks, address, _)) = concluding.or_else(|| rows.iter().find(|row| row.2 == Part::Title && says(row))) {
        return (criterion, marks.clone(), *address);
    }
    let mut all = Marks::default();
    for (marks, ..) in rows {
        for (level, said) in &marks.levels {
            let known = all.levels.entry(*level).or_insert_with(|| said.clone());
            if known.yes && !said.yes {
                *known = said.clone();
            }
        }
        all.unmet = all.unmet.or_else(|| marks.unmet.clone());
        all.unread.extend(&marks.unread);
        all.contradicted.extend(&marks.contradicted);
        all.unsaid |= marks.unsaid;
    }
    // A level above one that is not met is none, whatever its indicators say.
    if let Some(lowest) = all.lowest_unmet() {
        for (_, said) in all.levels.range_mut(lowest + 1..) {
            said.yes = false;
        }
    }
    if all.unmet.is_some() {
        all.levels.clear();
    }
    (criterion, all, rows[0].1)
}
