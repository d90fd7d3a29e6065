//! "Hoàn thành / Đang thực hiện / Chưa hoàn thành", the three choices of the form of 2026: where a column offers what is under way apart,
//! "Chưa hoàn thành" is what is not begun, as it is in a column of its own; told once for a table.

use super::{Place, Taken};
use crate::finding;
use crate::form::Field;
use crate::model::{Address, Status};
use crate::phrase;
use crate::read::rows::{LogicalRow, Piece};

/// Settles what such a column says, once all of its rows are read.
pub(super) fn settle(place: &Place<'_>, rows: &[&LogicalRow], taken: &mut Taken) {
    let Some(column) = place.header.column(Field::Status) else { return };
    let pieces = || rows.iter().filter_map(|row| row.pieces.get(&Field::Status)).filter(|piece| !piece.text.is_empty());
    let chosen: Vec<&Piece> = pieces().filter(|piece| phrase::status::is_unfinished(&piece.text)).collect();
    let Some(first) = chosen.first() else { return };
    // "Chưa thực hiện" beside it: then it has begun.
    let unbegun = |text: &str| phrase::status::word(text).is_some_and(|said| said.status == Status::NotStarted);
    let of_form = place.header.form.blank.as_ref().and_then(|blank| blank.column(Field::Status)).map_or(&[][..], |blank| &blank.choices);
    let offered = || of_form.iter().map(String::as_str).chain([column.title.as_str()]).chain(pieces().map(|piece| piece.text.as_str()));
    if !offered().any(phrase::status::offers_under_way) || pieces().any(|piece| unbegun(&piece.text)) || names_unbegun(&column.title) {
        return;
    }
    let is_chosen = |at: Option<Address>| at.is_some_and(|at| chosen.iter().any(|piece| piece.address == at));
    let mut count = 0;
    for action in taken.reading.actions.iter_mut().filter(|action| action.status == Status::InProgress) {
        if is_chosen(action.result_origin.as_ref().map(|origin| origin.cell)) {
            action.status = Status::NotStarted;
            count += 1;
        }
    }
    for report in taken.reading.reports.iter_mut().filter(|report| report.status == Status::InProgress) {
        if is_chosen(report.said_at) {
            report.status = Status::NotStarted;
            count += 1;
        }
    }
    if count > 0 {
        let told = place.finding(&finding::UNFINISHED_IS_UNBEGUN, first.address).field(Field::Status.title()).raw(&first.text);
        taken.reading.findings.push(told.with("count", count));
    }
}

/// "Mức độ thực hiện (Hoàn thành/Chưa hoàn thành/Chưa thực hiện)".
fn names_unbegun(title: &str) -> bool {
    let mut parts = title.split(['/', ',', ';', '(', ')', '|']);
    parts.any(|part| phrase::status::word(part.trim()).is_some_and(|said| said.status == Status::NotStarted))
}
