//! How a table begins its works, seen over all its rows: what one row says alone may mean either.

use super::coded::has_code;
use super::wording::starts_low;
use super::{Physical, names_the_row, stitch, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::read::header::Header;

#[derive(Clone, Copy, Default)]
pub(super) struct Habits {
    /// Most works, of those that surely begin one, begin with a small letter.
    pub low: bool,
    /// Works without a number stand behind bullets, each with its own state.
    pub bulleted: bool,
}

impl Habits {
    pub fn of(header: &Header<'_>, rows: &[Physical]) -> Habits {
        let Some(work) = work(header) else { return Habits::default() };
        let begins_work = |row: &&Physical| row.has(Field::Ordinal) || has_code(row, header, None, None);
        let (begun, further): (Vec<&Physical>, Vec<&Physical>) = rows.iter().filter(|row| row.has(work)).partition(begins_work);
        let told =
            |row: &Physical| row.pieces.iter().any(|(field, piece)| *field != work && !names_the_row(*field) && !piece.text.is_empty());
        Habits {
            low: begun.iter().filter(|row| starts_low(row.text(work))).count() * 2 > begun.len(),
            bulleted: header.form.kind == FormKind::Result
                && further.iter().any(|row| stitch::bulleted(row.text(work)).is_some() && told(row)),
        }
    }
}
