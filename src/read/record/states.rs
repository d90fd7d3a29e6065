//! What the cells of a row say of how far its work has come in, where they say it and what is to be asked about it out.

use super::{Place, window};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, Status, day_shown};
use crate::phrase;
use crate::read::rows::{LogicalRow, Piece};

/// The first cell of the row's own that says how far the work has come.
pub(super) fn said_at(row: &LogicalRow) -> Option<Address> {
    let fields = [Field::Done, Field::Status, Field::Outcome, Field::Ongoing, Field::NotStarted];
    let mut own = fields.iter().filter_map(|field| row.pieces.get(field)).filter(|piece| row.rows.contains(&piece.address.row));
    own.find(|piece| !phrase::status::is_nothing(&piece.text)).map(|piece| piece.address)
}

/// What one of the columns says, counted as something else for what its words say; of two columns each may be right.
pub(super) fn read_against_column(place: &Place<'_>, row: &LogicalRow, status: Status) -> Option<Finding> {
    const COLUMNS: [(Field, Status); 3] =
        [(Field::Done, Status::Completed), (Field::Ongoing, Status::InProgress), (Field::NotStarted, Status::NotStarted)];
    let mut said = COLUMNS.iter().filter(|(field, _)| !phrase::status::is_nothing(row.text(*field)));
    let (Some((field, column)), None) = (said.next(), said.next()) else { return None };
    let piece = row.pieces.get(field)?;
    let read = phrase::status::against_column(&piece.text, *column).filter(|read| *read == status)?;
    Some(place.finding(&finding::READ_AGAINST_COLUMN, piece.address).field(field.title()).raw(&piece.text).with("status", read.title()))
}

/// "Hoàn thành tháng 5/2024" in January.
pub(super) fn done_in_future(place: &Place<'_>, piece: &Piece) -> Option<Finding> {
    let deadline = place.context.settings.deadline(place.context.year, place.context.period?);
    let start = window::of_text(place, &piece.text).begins_behind(deadline)?;
    let told = place.finding(&finding::DONE_IN_FUTURE, piece.address).raw(&piece.text);
    Some(told.with("start", day_shown(start)).with("deadline", day_shown(deadline)))
}
