//! Rows of a self-assessment that are of one indicator each ("a", "b", "c", "Kết luận") in, one row a criterion out.
//!
//! What the row of the conclusion says holds; without one, a level is met where no indicator of it is unmet. A criterion has not every
//! indicator at every level, so an empty cell says nothing; but where it has that indicator, "Không đạt" at a level above leaves open what
//! is below.

use super::{Address, Criterion, Marks};
use crate::framework::Framework;
use crate::text;

/// What a row of a criterion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The row of the criterion itself, which often only names it.
    Title,
    /// By its place in the order of letters, from 0, where it has one.
    Indicator(Option<u8>),
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
            _ => Part::Indicator(letter(&folded)),
        }
    }
}

/// "a", "b) Cơ cấu đúng quy định" of a folded text: 0, 1.
fn letter(folded: &str) -> Option<u8> {
    let word = folded.split(' ').find(|word| !matches!(*word, "chi" | "bao" | "noi" | "ham" | "so"))?;
    let [letter @ b'a'..=b'c'] = word.as_bytes() else { return None };
    Some(letter - b'a')
}

/// A criterion and what a row says of it.
pub(super) type Row = (Criterion, Marks, Address, Part);
/// A row of a criterion that is known.
type Said = (Marks, Address, Part);

pub(super) fn whole(rows: Vec<Row>) -> Vec<(Criterion, Marks, Address)> {
    rows.into_iter().map(|(criterion, marks, address, _)| (criterion, marks, address)).collect()
}

/// Rows that stand together, each run of one criterion as one.
pub(super) fn gathered(rows: Vec<Row>, framework: &Framework) -> Vec<(Criterion, Marks, Address)> {
    let mut found: Vec<(Criterion, Vec<Said>)> = Vec::new();
    for (criterion, marks, address, part) in rows {
        match found.last_mut().filter(|(last, _)| *last == criterion) {
            // A criterion named anew is told twice.
            Some((_, rows)) if part != Part::Title => rows.push((marks, address, part)),
            _ => found.push((criterion, vec![(marks, address, part)])),
        }
    }
    found.into_iter().map(|(criterion, rows)| one(criterion, &rows, framework)).collect()
}

fn one(criterion: Criterion, rows: &[Said], framework: &Framework) -> (Criterion, Marks, Address) {
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
    all.levels.retain(|level, said| !said.yes || !rows.iter().any(|row| is_left_open(row, *level, criterion, framework)));
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

/// Whether the indicator, which the criterion has at that level, is left empty there and denied above.
fn is_left_open((marks, _, part): &Said, level: u8, criterion: Criterion, framework: &Framework) -> bool {
    let Part::Indicator(Some(order)) = *part else { return false };
    let has_it = || {
        let info = framework.info(criterion)?;
        let at = info.levels.iter().position(|own| *own == level)?;
        info.indicators.get(at).map(|count| order < *count)
    };
    let is_empty = !marks.levels.contains_key(&level) && !marks.unread.contains(&level) && !marks.contradicted.contains(&level);
    let denied_above = marks.highest().is_none_or(|(top, _)| top < level) && marks.lowest_unmet().is_some_and(|unmet| unmet > level);
    is_empty && denied_above && has_it() == Some(true)
}
