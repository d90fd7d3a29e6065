//! A row in, what it takes from the rows above it out: cells merged downwards, the criterion of the row above, "nt".

use super::{Amount, LogicalRow, Piece, is_code_field, primary, work};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::read::grid::Grid;
use crate::read::header::Header;
use crate::text;

/// Fills what a row takes from above: cells merged downwards, the criterion of the row above, "nt".
pub(super) fn inherit(row: &mut LogicalRow, above: Option<&LogicalRow>, grid: &Grid, header: &Header<'_>, coded: bool) {
    let index = row.rows[0];
    for assigned in &header.columns {
        if row.pieces.get(&assigned.field).is_some_and(|piece| !piece.text.is_empty()) {
            continue;
        }
        let Some(area) = grid.merge_at(Address::new(index, assigned.column)) else { continue };
        if area.first.row < header.end || area.first.row == index || assigned.field == Field::Ordinal {
            continue;
        }
        if let Some(cell) = grid.get(area.first) {
            row.same_criterion |= assigned.field == Field::Criterion;
            row.pieces
                .insert(assigned.field, Piece { text: cell.text.clone(), raw: cell.raw.clone(), address: area.first, kind: cell.kind });
        }
    }
    for money in &header.money {
        let at = Address::new(index, money.column);
        let Some(area) = grid.merge_at(at).filter(|area| area.first.row >= header.end && area.first.row < index) else { continue };
        // The column that opens the area speaks for those it covers.
        let (true, Some(cell)) = (area.first.column == money.column, grid.get(area.first)) else { continue };
        let piece = Piece { text: cell.text.clone(), raw: cell.raw.clone(), address: area.first, kind: cell.kind };
        row.money.entry(money.column).or_insert(Amount { piece, until: area.last.column });
    }
    let Some(above) = above else { return };
    let key = primary(header);
    if !coded
        && is_code_field(key)
        && row.text(key).is_empty()
        && let Some(piece) = above.pieces.get(&key)
    {
        row.pieces.insert(key, piece.clone());
        (row.same_criterion, row.left_out) = (true, true);
    }
    // "Tiêu chí 3.4: Thiếu máy tính" stands once over the activities that mend it.
    // Where each activity has a number of its own, only what names its criterion is surely meant for the next, too.
    if work(header) == Some(Field::Task)
        && row.text(Field::Content).is_empty()
        && !row.text(Field::Task).is_empty()
        && let Some(piece) = above.pieces.get(&Field::Content)
        && (row.text(Field::Ordinal).is_empty() || phrase::criterion::parse(&piece.text, None, None).criterion.is_some())
    {
        row.pieces.insert(Field::Content, piece.clone());
    }
    for (column, amount) in &mut row.money {
        if is_ditto(&amount.piece.text) {
            amount.piece.raw = Some(std::mem::take(&mut amount.piece.text));
            if let Some(upper) = above.money.get(column) {
                amount.piece.text.clone_from(&upper.piece.text);
                amount.piece.kind = upper.piece.kind;
            }
        }
    }
    // "//" under a state denies nothing in a row that has it under its time, too.
    let all_ruled = row.pieces.iter().any(|(field, piece)| may_be_ruled(*field) && is_ruled(&piece.text));
    for (field, piece) in &mut row.pieces {
        if says_again(*field, &piece.text) || is_ruled(&piece.text) && all_ruled && *field == Field::Status {
            piece.raw = Some(std::mem::take(&mut piece.text));
            // Where nothing stands above, nothing is said here either.
            if let Some(upper) = above.pieces.get(field) {
                piece.text.clone_from(&upper.text);
                piece.kind = upper.kind;
            }
        }
    }
}

/// "nt" in the first row below a heading: who and when are those of the row above the heading, and nothing else is.
pub(super) fn inherit_across(row: &mut LogicalRow, above: &LogicalRow) {
    for (field, piece) in &mut row.pieces {
        let of_both = matches!(field, Field::Time | Field::Start | Field::End | Field::Lead | Field::Partner);
        if of_both
            && is_ditto(&piece.text)
            && let Some(upper) = above.pieces.get(field)
        {
            piece.raw = Some(std::mem::replace(&mut piece.text, upper.text.clone()));
            piece.kind = upper.kind;
        }
    }
}

/// "//", "-//-": the same as above where nobody would say that there is nothing, as of money and conditions.
fn is_ruled(text: &str) -> bool {
    let bare = text.trim_matches(['-', '–', ' ', '_', '.']);
    matches!(bare, "//" | "/ /" | "″" | "||") || bare.len() > 2 && bare.bytes().all(|letter| letter == b'/')
}

fn may_be_ruled(field: Field) -> bool {
    matches!(field, Field::Time | Field::Start | Field::End | Field::Lead | Field::Partner | Field::Criterion | Field::Standard)
}

/// "nt", "như trên", ditto marks.
pub(in crate::read) fn is_ditto(text: &str) -> bool {
    const LONGEST: usize = "nhutrennt".len();
    !text::has_more_letters(text, LONGEST) && matches!(text::fold(text).as_str(), "nt" | "n t" | "nhu tren" | "nhu tren nt")
        || matches!(text.trim(), "\"" | "''" | "〃" | "”" | "\"\"" | ",," | "„" | ",, ,,")
}

/// Whether a cell says again what stands above it.
pub(super) fn says_again(field: Field, text: &str) -> bool {
    is_ditto(text) || is_ruled(text) && may_be_ruled(field)
}
