//! The lines of a table in, the same out with the state of each work where it belongs: of what is told half by half that by the half reported
//! on, and what stands behind the time ("Tháng 11/2023 (đã xong)") apart from it.

use super::{Line, LogicalRow, Piece};
use crate::form::Field;
use crate::model::Period;
use crate::phrase;

const STATES: &[Field] = &[Field::Status, Field::Outcome, Field::Done, Field::Ongoing, Field::NotStarted];

pub(super) fn told_last(mut lines: Vec<Line>, reported: Option<Period>) -> Vec<Line> {
    let Some(reported) = reported else { return lines };
    for line in &mut lines {
        let Line::Data(row) = line else { continue };
        for (_, piece) in row.pieces.iter_mut().filter(|(field, _)| STATES.contains(field)) {
            let Some(last) = phrase::status::told_last(&piece.text, reported).map(str::to_owned) else { continue };
            let whole = std::mem::replace(&mut piece.text, last);
            piece.raw.get_or_insert(whole);
        }
    }
    lines
}

/// Of rows that say how far they have come nowhere else.
pub(super) fn behind_the_time(mut lines: Vec<Line>) -> Vec<Line> {
    for line in &mut lines {
        let Line::Data(row) = line else { continue };
        if !STATES.iter().any(|field| !row.text(*field).is_empty()) {
            set_apart(row);
        }
    }
    lines
}

fn set_apart(row: &mut LogicalRow) {
    let Some(time) = row.pieces.get_mut(&Field::Time) else { return };
    let Some((when, said)) = parts(&time.text).map(|(when, said)| (when.to_owned(), said.to_owned())) else { return };
    let state = Piece { text: said, raw: Some(time.text.clone()), address: time.address, kind: time.kind };
    let whole = std::mem::replace(&mut time.text, when);
    time.raw.get_or_insert(whole);
    row.pieces.insert(Field::Status, state);
}

/// The time, and the state behind it.
fn parts(text: &str) -> Option<(&str, &str)> {
    let in_brackets = || text.trim_end().strip_suffix(')')?.rsplit_once('(');
    let (when, said) = in_brackets().or_else(|| [": ", " - ", "\n", ", "].iter().find_map(|sign| text.rsplit_once(sign)))?;
    let (when, said) = (when.trim_end(), said.trim());
    (phrase::status::is_bare_state(said) && phrase::time::is_time(when)).then_some((when, said))
}
