//! The rows of a table of levels in, how their marks are to be taken out: what a cross says, and what a percentage does.

use std::collections::BTreeSet;

use super::{Place, has_level};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Criterion, LevelBand};
use crate::phrase;
use crate::phrase::mark::{Mark, Sign};
use crate::read::rows::{LogicalRow, Piece};

/// How the marks of a table are to be taken.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Habits {
    /// Ticks stand beside crosses.
    pub crosses_deny: bool,
    /// "✗" is all that is marked with, and stands as "x" would.
    pub crosses_affirm: bool,
    /// "Không đạt" stands in the column of that name.
    pub unmet_words: bool,
    /// "+" stands beside "-": a dash is its opposite.
    pub dashes_deny: bool,
    /// "100%", "67%": how many of the indicators of a level are met.
    pub shares: bool,
}

impl Habits {
    /// Tells what is taken otherwise than it is written.
    pub fn of(place: &Place<'_>, rows: &[&LogicalRow], findings: &mut Vec<Finding>) -> Habits {
        let shares = shares_of_indicators(place, rows);
        let crosses = crosses(place, rows);
        for (rule, cells) in [(&finding::SHARES_OF_INDICATORS, &shares), (&finding::CROSSES_AFFIRM, &crosses)] {
            if let Some(first) = cells.first() {
                findings.push(place.finding(rule, first.address).raw(&first.text).with("count", cells.len()));
            }
        }
        Habits {
            crosses_deny: crosses_may_deny(rows),
            crosses_affirm: !crosses.is_empty(),
            unmet_words: unmet_in_words(rows),
            dashes_deny: dashes_deny(rows),
            shares: !shares.is_empty(),
        }
    }
}

fn marks(row: &LogicalRow) -> impl Iterator<Item = (u8, &Piece)> {
    row.pieces.iter().filter_map(|(field, piece)| Some((field.level()?, piece))).filter(|(_, piece)| !piece.text.is_empty())
}

/// Whether ticks, or "Đ", and crosses stand side by side under levels: a cross may then say that the level is not met.
fn crosses_may_deny(rows: &[&LogicalRow]) -> bool {
    rows.iter().any(|row| {
        let signs = || marks(row).filter_map(|(_, piece)| phrase::mark::sign(&piece.text));
        let affirms = || marks(row).any(|(_, piece)| phrase::mark::word(&piece.text) == Some(Mark::Yes));
        (signs().any(|sign| sign == Sign::Tick) || affirms()) && signs().any(|sign| sign == Sign::Cross)
    })
}

/// Whether the column "Không đạt" holds that word, and so no bare marks.
pub(super) fn unmet_in_words(rows: &[&LogicalRow]) -> bool {
    rows.iter().any(|row| phrase::mark::word(row.text(Field::Unmet)) == Some(Mark::No))
}

/// Whether "+" is the mark under levels.
fn dashes_deny(rows: &[&LogicalRow]) -> bool {
    let texts = || rows.iter().flat_map(|row| marks(row)).map(|(_, piece)| piece.text.trim());
    texts().any(|text| text == "+") && texts().all(|text| matches!(text, "" | "+" | "-" | "–" | "−"))
}

/// The criterion whose code the row spells out.
fn named(row: &LogicalRow) -> Option<Criterion> {
    phrase::criterion::parse(row.text(Field::Criterion), None, None).criterion
}

/// The crosses "✗" under levels, where they can only say that these are met: they alone are marked with, a level is crossed and one above it that the
/// criterion has is not, and nowhere is a level passed over below one of several crosses. What denies would be crossed from some level upwards.
fn crosses<'r>(place: &Place<'_>, rows: &[&'r LogicalRow]) -> Vec<&'r Piece> {
    let own = || rows.iter().filter(|row| row.band != Some(LevelBand::Four));
    let pieces = || own().flat_map(|row| marks(row)).map(|(_, piece)| piece);
    let is_cross = |piece: &&Piece| phrase::mark::sign(&piece.text) == Some(Sign::Cross) && phrase::mark::parse(&piece.text).is_none();
    if !pieces().all(|piece| is_cross(&piece) || phrase::mark::parse(&piece.text) == Some(Mark::Dash)) {
        return Vec::new();
    }
    let crossed = |row: &LogicalRow| -> BTreeSet<u8> { marks(row).filter(|(_, piece)| is_cross(piece)).map(|(level, _)| level).collect() };
    let affirms = |row: &&&LogicalRow| {
        let top = crossed(row).last().copied();
        named(row).zip(top).is_some_and(|(criterion, top)| has_level(place, Some(criterion), top + 1))
    };
    let passes_over = |row: &&LogicalRow| {
        let crossed = crossed(row);
        crossed.len() > 1 && crossed.last().is_some_and(|top| crossed.len() < usize::from(*top))
    };
    let in_unmet = || rows.iter().filter(|row| phrase::mark::sign(row.text(Field::Unmet)) == Some(Sign::Cross)).count();
    const FEWEST: usize = 2;
    let affirmed = own().filter(affirms).count() >= FEWEST || in_unmet() > 0;
    if affirmed && !own().any(passes_over) { pieces().filter(is_cross).collect() } else { Vec::new() }
}

/// `67` of "67%", "66,7 %".
pub(super) fn percent(text: &str) -> Option<f64> {
    const LONGEST: usize = 8;
    let number = text.trim().strip_suffix('%').filter(|_| text.len() <= LONGEST)?.trim_end().replace(',', ".");
    number.parse().ok().filter(|share| (0.0..=100.0).contains(share))
}

/// The percentages under levels, where they are shares of the indicators: whole numbers of as many as that level of that criterion has, in all rows,
/// and some of them all.
fn shares_of_indicators<'r>(place: &Place<'_>, rows: &[&'r LogicalRow]) -> Vec<&'r Piece> {
    const FEWEST: usize = 5;
    let own = rows.iter().filter(|row| row.band != Some(LevelBand::Four));
    let shares: Vec<(Option<Criterion>, u8, &'r Piece, f64)> = own
        .flat_map(|row| marks(row).map(move |(level, piece)| (named(row), level, piece)))
        .filter_map(|(criterion, level, piece)| Some((criterion, level, piece, percent(&piece.text)?)))
        .collect();
    let of = |criterion: Option<Criterion>, level: u8| -> Option<u8> {
        place.framework.info(criterion?)?.indicators.get(usize::from(level.checked_sub(1)?)).copied().filter(|of| *of > 0)
    };
    let fits = |(criterion, level, _, share): &(Option<Criterion>, u8, &Piece, f64)| {
        let no_such_level = criterion.is_some() && !has_level(place, *criterion, *level);
        no_such_level
            || of(*criterion, *level).is_some_and(|of| (0..=of).any(|met| (f64::from(met) * 100.0 / f64::from(of) - share).abs() < 1.0))
    };
    let some_in_full = shares.iter().any(|(.., share)| *share == 100.0);
    // Shares of two and three say more than "0%" and "100%", which fit everything.
    let parted = shares.iter().filter(|(.., share)| *share > 0.0 && *share < 100.0).count();
    let surely = parted == 0 || shares.iter().filter(|(criterion, level, ..)| of(*criterion, *level) > Some(1)).count() >= FEWEST;
    if shares.len() >= FEWEST && some_in_full && surely && shares.iter().all(fits) {
        shares.into_iter().map(|(_, _, piece, _)| piece).collect()
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_whole_texts() {
        assert_eq!(percent("67%"), Some(67.0));
        assert_eq!(percent("66,7 %"), Some(66.7));
        for text in ["67", "100% học sinh", "120%", "-5%", "%", ""] {
            assert_eq!(percent(text), None, "{text}");
        }
    }
}
