//! What the cells of a row say of how far its work has come in, where they say it and what is to be asked about it out.

use jiff::civil::Date;

use super::{Place, window};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, Status, day_shown};
use crate::phrase;
use crate::phrase::status::StatusPhrase;
use crate::read::content;
use crate::read::rows::{LogicalRow, Piece};
use crate::text;

/// The first cell of the row's own that says how far the work has come.
pub(super) fn said_at(row: &LogicalRow) -> Option<Address> {
    let fields = [Field::Done, Field::Status, Field::Outcome, Field::Ongoing, Field::NotStarted];
    let mut own = fields.iter().filter_map(|field| row.pieces.get(field)).filter(|piece| row.rows.contains(&piece.address.row));
    own.find(|piece| !phrase::status::is_unsaid(&piece.text)).map(|piece| piece.address)
}

/// What one of the columns says, counted as something else for what its words say; of two columns each may be right.
pub(super) fn read_against_column(place: &Place<'_>, row: &LogicalRow, planned: &str, status: Status) -> Option<Finding> {
    const COLUMNS: [(Field, Status); 3] =
        [(Field::Done, Status::Completed), (Field::Ongoing, Status::InProgress), (Field::NotStarted, Status::NotStarted)];
    let mut said = COLUMNS.iter().filter(|(field, _)| !phrase::status::is_unsaid(row.text(*field)));
    let (Some((field, column)), None) = (said.next(), said.next()) else { return None };
    let piece = row.pieces.get(field)?;
    let read = phrase::status::against_column(planned, &piece.text, *column).filter(|read| *read == status)?;
    Some(place.finding(&finding::READ_AGAINST_COLUMN, piece.address).field(field.title()).raw(&piece.text).with("status", read.title()))
}

/// The state of a work beside what is said of its pace in a column of its own ("Chậm 2 tháng"), which stands for it where nothing else is said;
/// work that is on time, and due only later, is under way.
pub(super) fn beside_its_pace(place: &Place<'_>, row: &LogicalRow, said: Option<StatusPhrase>, due: Option<Date>) -> Option<StatusPhrase> {
    let pace = phrase::status::state(row.text(Field::Outcome));
    let beside = [Field::Done, Field::Ongoing, Field::NotStarted, Field::Status].into_iter().map(|field| row.text(field));
    let only_on_time = beside.chain([row.text(Field::Outcome)]).filter(|text| !text.is_empty()).all(phrase::status::is_on_time);
    let late = pace.as_ref().is_some_and(|pace| pace.late_stated);
    // "Đã mua 5 bộ | Hoàn thành": what the school makes of it itself.
    let verdict = pace.filter(|_| !content::says_pace(row.text(Field::Outcome)));
    let said = verdict.or(said).map(|said| StatusPhrase { late_stated: said.late_stated || late, ..said }).or(pace)?;
    let deadline = place.context.period.map(|period| place.context.settings.deadline(place.context.year, period));
    let later = due.zip(deadline).is_some_and(|(due, deadline)| due > deadline);
    let status = if said.status == Status::Completed && only_on_time && later { Status::InProgress } else { said.status };
    Some(StatusPhrase { status, ..said })
}

/// The work and what is said of it in the same cell: "Mua tủ hóa chất\nKết quả: chưa mua", "Họp hội đồng trường (đã xong)".
pub(super) fn told_in_work(text: &str) -> Option<(&str, &str, StatusPhrase)> {
    const OPENINGS: &[&str] = &["kết quả", "kq", "kết quả thực hiện", "kết quả đạt được", "tình trạng", "tiến độ"];
    let state = |work: &'_ str, said: &'_ str| (!work.trim().is_empty()).then(|| phrase::status::state(said)).flatten();
    // "Kết quả: 100% học sinh đạt chuẩn" may be what is aimed at.
    let tells = |said: &str| text::fold(said).split(' ').any(|word| matches!(word, "da" | "dang" | "chua" | "xong"));
    for (at, line) in text.match_indices('\n').map(|(at, _)| (at, &text[at + 1..])) {
        // "→ Kết quả: đã rà soát", "=> Đã rà soát"
        let line = line.trim_start();
        let behind_arrow = line.strip_prefix("=>").or_else(|| line.strip_prefix(['→', '⇒', '➔', '➜']));
        let labelled = behind_arrow.unwrap_or(line).trim_start_matches(['-', '+', '*', ' ']).split_once(':');
        let labelled = labelled.filter(|(opening, _)| OPENINGS.contains(&opening.trim().to_lowercase().as_str()));
        // "Đã hoàn thành" and nothing else on the last line; "đã làm" may be the rest of the one above.
        let bare = line.trim_start_matches(['-', '+', '*', ' ']).trim_end_matches(['.', ' ']);
        let alone = || (bare.starts_with(char::is_uppercase) && phrase::status::is_bare_state(bare)).then_some(bare);
        let said = labelled.map(|(_, said)| said).or(behind_arrow).or_else(alone);
        if let Some(said) = said.map(str::trim).filter(|said| tells(said)) {
            return state(&text[..at], said).map(|read| (text[..at].trim_end(), said, read));
        }
    }
    let in_brackets = || text.trim_end().strip_suffix(')')?.rsplit_once('(');
    let (work, said) = in_brackets().or_else(|| text.rsplit_once(" - "))?;
    let said = said.trim();
    phrase::status::is_bare_state(said).then(|| state(work, said)).flatten().map(|read| (work.trim_end(), said, read))
}

/// "Hoàn thành tháng 5/2024" in January.
pub(super) fn done_in_future(place: &Place<'_>, piece: &Piece) -> Option<Finding> {
    let deadline = place.context.settings.deadline(place.context.year, place.context.period?);
    // "Đã lợp mái. Sẽ tiếp tục duy trì trong HKII": the time of what is to come is none of what is done.
    let past: Vec<&str> =
        piece.text.split_inclusive(['.', ';', ',', '\n']).filter(|clause| !clause.to_lowercase().contains("sẽ ")).collect();
    let start = window::of_text(place, &past.concat()).begins_behind(deadline)?;
    let told = place.finding(&finding::DONE_IN_FUTURE, piece.address).raw(&piece.text);
    Some(told.with("start", day_shown(start)).with("deadline", day_shown(deadline)))
}
