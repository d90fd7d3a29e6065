//! A conclusion beside columns of levels ("Kết quả: Mức 2") → held against the marks of its row, and taken where there are none.

use super::{Marks, Place, Said};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Criterion, LevelBand};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::Mark;
use crate::read::rows::{LogicalRow, Piece};

/// Whether the table has such a column.
pub(super) fn stands_beside_levels(place: &Place<'_>) -> bool {
    [Field::Outcome, Field::Level1].iter().all(|field| place.header.column(*field).is_some())
}

/// What a row of such a table concludes.
pub(super) fn of<'r>(place: &Place<'_>, row: &'r LogicalRow) -> Option<&'r Piece> {
    let piece = row.pieces.get(&Field::Outcome).filter(|piece| !piece.text.is_empty())?;
    (stands_beside_levels(place) && row.band != Some(LevelBand::Four)).then_some(piece)
}

/// What a conclusion comes to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Concluded {
    Level(u8),
    /// "Đạt": some level.
    Met,
}

/// Takes the conclusion where nothing is marked; tells where marks say otherwise. Back comes what has no reading beside marks.
pub(super) fn settle<'r>(
    place: &Place<'_>,
    said: &'r Piece,
    criterion: Option<Criterion>,
    marks: &mut Marks,
    findings: &mut Vec<Finding>,
) -> Option<&'r Piece> {
    let is_dash = phrase::mark::parse(&said.text) == Some(Mark::Dash);
    let concluded = match (phrase::levels::reached(&said.text), phrase::mark::word(&said.text)) {
        (Some(Reached::Up(level)), _) => Some(Concluded::Level(level)),
        (None, Some(Mark::No)) => Some(Concluded::Level(0)),
        (None, Some(Mark::Yes)) => Some(Concluded::Met),
        _ => None,
    };
    let nothing = marks.unmet.is_none() && marks.levels.is_empty() && marks.unread.is_empty() && marks.contradicted.is_empty();
    let contradicts = marks.unmet.is_some() && marks.highest().is_some();
    let marked = marks.highest().map_or(0, |(level, _)| level);
    match concluded {
        _ if is_dash => None,
        Some(Concluded::Level(0)) if nothing => {
            marks.unmet = Some(Said::of(said, true));
            None
        }
        Some(Concluded::Level(level)) if nothing => {
            marks.levels.insert(level, Said::of(said, true));
            None
        }
        // Marks that have no reading were told; what they come to is said here.
        Some(Concluded::Level(level)) if !marks.unread.is_empty() && marks.unmet.is_none() && !contradicts && level >= marked => {
            match level {
                0 => marks.unmet = Some(Said::of(said, true)),
                level => drop(marks.levels.insert(level, Said::of(said, true))),
            }
            None
        }
        Some(Concluded::Met) | None if nothing => {
            findings.push(place.finding(&finding::MARK_UNREAD, said.address).field(Field::Outcome.title()).raw(&said.text));
            None
        }
        None => Some(said),
        Some(concluded) => {
            let agrees = if concluded == Concluded::Met { marked > 0 } else { concluded == Concluded::Level(marked) };
            if let Some(criterion) = criterion.filter(|_| !agrees && !contradicts && marks.unread.is_empty()) {
                let shown = if marked == 0 { "Không đạt".to_owned() } else { format!("Mức {marked}") };
                let told = place.finding(&finding::CONCLUSION_DIFFERS, said.address).raw(&said.text);
                findings.push(told.with("criterion", criterion).with("marked", shown));
            }
            None
        }
    }
}

/// Conclusions in words that are none, told once for the table.
pub(super) fn unused(place: &Place<'_>, unread: &[&Piece]) -> Option<Finding> {
    let (first, column) = unread.first().zip(place.header.column(Field::Outcome))?;
    let told = place.finding(&finding::COLUMN_UNUSED, first.address).raw(&column.title).with("form", &place.header.form.title);
    Some(told.with("count", unread.len()).with("texts", format!("\"{}\"", finding::shortened(&first.text))))
}
