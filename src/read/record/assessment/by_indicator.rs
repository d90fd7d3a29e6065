//! Rows of a self-assessment that are of one indicator each ("a", "b", "c", "Kết luận") in, one row a criterion out.
//!
//! What the row of the conclusion says holds; without one, a level is met where no indicator of it is unmet. A criterion has not every
//! indicator at every level, so an empty cell says nothing; but where it has that indicator, "Không đạt" at a level above leaves open what
//! is below. Where only what is met is marked, an indicator the criterion has is not met if it is passed over, or has a dash, before one that
//! is; behind the last it is not where each indicator has a mark of its own.

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

/// Levels with several indicators, all of them marked, that show that each has its own mark.
const FEWEST_WHOLE: usize = 3;

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
    let unmarked = Unmarked::of(&found, framework);
    found.into_iter().map(|(criterion, rows)| one(criterion, &rows, framework, unmarked)).collect()
}

/// What an indicator without a mark, or with a dash, says below or above one that is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unmarked {
    /// What is not met is written out.
    Nothing,
    /// Only what is met is marked; one mark may be that of all indicators.
    UnmetBeforeOthers,
    /// Only what is met is marked, each indicator on its own.
    Unmet,
}

impl Unmarked {
    fn of(found: &[(Criterion, Vec<Said>)], framework: &Framework) -> Unmarked {
        let of_indicators = found.iter().flat_map(|(_, rows)| rows).filter(|row| matches!(row.2, Part::Indicator(_)));
        let denies = |marks: &Marks| marks.unmet.is_some() || marks.lowest_unmet().is_some() || !marks.unread.is_empty();
        if of_indicators.into_iter().any(|row| denies(&row.0)) {
            return Unmarked::Nothing;
        }
        let is_whole = |criterion: Criterion, rows: &[Said], level: u8| {
            let marked = |order: u8| at(rows, order).is_some_and(|row| row.0.levels.contains_key(&level));
            indicators(framework, criterion, level).is_some_and(|count| count > 1 && (0..count).all(marked))
        };
        let whole = found.iter().flat_map(|(criterion, rows)| (1..=3).filter(|level| is_whole(*criterion, rows, *level)));
        if whole.count() >= FEWEST_WHOLE { Unmarked::Unmet } else { Unmarked::UnmetBeforeOthers }
    }
}

/// How many indicators the criterion has at that level.
fn indicators(framework: &Framework, criterion: Criterion, level: u8) -> Option<u8> {
    let info = framework.info(criterion)?;
    let at = info.levels.iter().position(|own| *own == level)?;
    info.indicators.get(at).copied()
}

/// The row of the indicator at that place in the order of letters.
fn at(rows: &[Said], order: u8) -> Option<&Said> {
    rows.iter().find(|row| row.2 == Part::Indicator(Some(order)))
}

/// "a: x; b: x; c: -" of a level of which some indicators are met, and one that has its row and belongs there is not.
fn some_are_unmet(rows: &[Said], level: u8, criterion: Criterion, framework: &Framework, unmarked: Unmarked) -> Option<String> {
    let count = indicators(framework, criterion, level).filter(|_| unmarked != Unmarked::Nothing)?;
    let said = |order: u8| at(rows, order).map(|row| (order, row.0.levels.get(&level)));
    let mut own: Vec<_> = (0..count).filter_map(said).collect();
    let last_marked = own.iter().rposition(|(_, said)| said.is_some())?;
    if unmarked == Unmarked::UnmetBeforeOthers {
        own.truncate(last_marked + 1);
    }
    let shown = own.iter().map(|(order, said)| format!("{}: {}", char::from(b'a' + order), said.map_or("-", |said| said.raw.as_str())));
    own.iter().any(|(_, said)| said.is_none()).then(|| shown.collect::<Vec<_>>().join("; "))
}

/// "Mức 2 (a: x; b: -)" of each criterion with a level that is not met for an indicator without a mark, and where the criterion stands.
pub(super) fn passed_over(judged: &[(Criterion, Marks, Address)]) -> Vec<(Criterion, String, Address)> {
    let levels = |marks: &Marks| {
        let own = marks.levels.iter().filter(|(_, said)| !said.yes && said.raw.starts_with("a: "));
        own.map(|(level, said)| format!("Mức {level} ({})", said.raw)).collect::<Vec<_>>().join(", ")
    };
    let told = judged.iter().map(|(criterion, marks, address)| (*criterion, levels(marks), *address));
    told.filter(|(_, levels, _)| !levels.is_empty()).collect()
}

fn one(criterion: Criterion, rows: &[Said], framework: &Framework, unmarked: Unmarked) -> (Criterion, Marks, Address) {
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
    for (level, said) in all.levels.iter_mut().filter(|(_, said)| said.yes) {
        if let Some(shown) = some_are_unmet(rows, *level, criterion, framework, unmarked) {
            (said.yes, said.raw) = (false, shown);
        }
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

/// Whether the indicator, which the criterion has at that level, is left empty there and denied above.
fn is_left_open((marks, _, part): &Said, level: u8, criterion: Criterion, framework: &Framework) -> bool {
    let Part::Indicator(Some(order)) = *part else { return false };
    let has_it = || indicators(framework, criterion, level).map(|count| order < count);
    let is_empty = !marks.levels.contains_key(&level) && !marks.unread.contains(&level) && !marks.contradicted.contains(&level);
    let denied_above = marks.highest().is_none_or(|(top, _)| top < level) && marks.lowest_unmet().is_some_and(|unmet| unmet > level);
    is_empty && denied_above && has_it() == Some(true)
}
