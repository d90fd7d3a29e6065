//! The lines of a table in, the same out where a row of work that only names what the works below it have in common is none itself:
//! "Bồi dưỡng giáo viên:" over "- Cử giáo viên đi học | 10/2023", or "1" over "1.1", "1.2". A criterion that it names is that of those works.

use super::wording::{criterion_of_its_own, is_item};
use super::{Line, LogicalRow, Piece, Reason, names_the_row, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::read::grid::CellKind;
use crate::read::header::Header;

pub(super) fn without_headings(lines: Vec<Line>, header: &Header<'_>) -> Vec<Line> {
    let Some(work) = work(header).filter(|_| matches!(header.form.kind, FormKind::Plan | FormKind::Result)) else { return lines };
    let heads: Vec<bool> = (0..lines.len())
        .map(|at| matches!((&lines[at], lines.get(at + 1)), (Line::Data(row), Some(Line::Data(below))) if is_heading(row, below, work)))
        .collect();
    let mut found = Vec::with_capacity(lines.len());
    let mut headed = false;
    let mut named: Option<Named> = None;
    for (line, heads) in lines.into_iter().zip(heads) {
        match line {
            Line::Data(row) if heads => {
                named = Named::by(&row, work);
                found.extend(row.rows.iter().map(|row| Line::Left { row: *row, reason: Reason::Section }));
            }
            Line::Data(mut row) => {
                named = named.filter(|named| named.is_over(&row, work));
                if let Some(named) = &named {
                    named.give(&mut row, work);
                }
                // The row it took its criterion from is no row any more.
                row.same_criterion &= !headed;
                found.push(Line::Data(row));
            }
            line => {
                named = named.filter(|_| matches!(line, Line::Left { reason: Reason::RepeatedHeader | Reason::PageNumber, .. }));
                found.push(line);
            }
        }
        headed = heads;
    }
    found
}

/// "1 | Điểm yếu: Thiếu máy tính (tiêu chí 3.5)": the criterion that a heading names, and how the works under it are listed.
struct Named {
    criterion: Piece,
    /// The number before it; none where bullets list the works.
    number: Option<String>,
}

impl Named {
    fn by(heading: &LogicalRow, work: Field) -> Option<Self> {
        let piece = heading.pieces.get(&work)?;
        let criterion = criterion_of_its_own(&piece.text).filter(|_| !heading.pieces.contains_key(&Field::Criterion))?;
        let criterion =
            Piece { text: format!("Tiêu chí {criterion}"), raw: Some(piece.text.clone()), address: piece.address, kind: CellKind::Text };
        let number = heading.text(Field::Ordinal).trim_end_matches(['.', ')']);
        Some(Named { criterion, number: Some(number.to_owned()).filter(|number| !number.is_empty()) })
    }

    /// "1.2" under "1", each "- …" under a line that is none.
    fn is_over(&self, row: &LogicalRow, work: Field) -> bool {
        let below = |number: &String| {
            let rest = row.text(Field::Ordinal).trim_start_matches('(').strip_prefix(number.as_str()).unwrap_or_default();
            let part = rest.strip_prefix(['.', '-']).unwrap_or_default();
            part.starts_with(char::is_alphanumeric) || matches!(rest.trim_end_matches(['.', ')']), "a" | "b" | "c" | "d" | "e")
        };
        is_item(row.text(work)) || self.number.as_ref().is_some_and(below)
    }

    fn give(&self, row: &mut LogicalRow, work: Field) {
        if !row.pieces.contains_key(&Field::Criterion) && criterion_of_its_own(row.text(work)).is_none() {
            row.pieces.insert(Field::Criterion, self.criterion.clone());
        }
    }
}

/// Nothing but work and what names the row, over a row of the same criterion that is listed under it and says when, who, for how much or what came of it.
fn is_heading(row: &LogicalRow, below: &LogicalRow, work: Field) -> bool {
    let says =
        |row: &LogicalRow| row.pieces.iter().any(|(field, piece)| !names_the_row(*field) && *field != work && !piece.text.is_empty());
    let task = row.text(work);
    !task.is_empty()
        && !says(row)
        && row.money.is_empty()
        && row.extra.is_empty()
        && says(below)
        && (below.same_criterion || !below.pieces.contains_key(&Field::Criterion))
        && (is_item(below.text(work)) && !is_item(task) || is_within(row.text(Field::Ordinal), below.text(Field::Ordinal)))
}

/// "1.1" below "1", "2a" below "2", "a" below "1".
fn is_within(number: &str, below: &str) -> bool {
    let number = number.trim_end_matches(['.', ')']);
    let counts = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
    if counts && below.trim_matches(['.', ')', '(', ' ']) == "a" {
        return true;
    }
    let rest = below.strip_prefix(number).filter(|_| !number.is_empty());
    rest.is_some_and(|rest| matches!(rest.trim_end_matches(['.', ')']), ".1" | "a" | ".a" | "-1"))
}
