//! Rows of a plan → actions.

use super::cost::{self, Money};
use super::in_words::{self, Works};
use super::moved;
use super::problem::Improved;
use super::states::{beside_its_pace, done_in_future, read_against_column, told_in_work};
use super::window;
use super::{Place, Taken, criteria, piece_text};
use crate::finding;
use crate::form::Field;
use crate::model::{Action, Criterion, LevelBand, Status};
use crate::phrase;
use crate::phrase::status::StatusPhrase;
use crate::read::code::Codes;
use crate::read::rows::LogicalRow;

pub(super) fn take(
    place: &Place<'_>,
    row: &LogicalRow,
    at: usize,
    (works, money): (Works, &Money<'_>),
    codes: &mut Codes<'_>,
    taken: &mut Taken,
) {
    let findings = &mut taken.reading.findings;
    let coded = criteria(place, row, at, codes, findings);
    let task = task(row);
    let target = piece_text(row.pieces.get(&Field::Target));
    let said = |text: &str| !phrase::status::is_nothing(text) && !phrase::status::is_placeholder(text);
    if !said(&task) && !said(&target) {
        // The template's row for a criterion without anything planned. What else stands there must not vanish.
        if let Some((field, piece)) = row.pieces.iter().find(|(field, piece)| {
            !matches!(
                field,
                Field::Ordinal
                    | Field::Criterion
                    | Field::Standard
                    | Field::Item
                    | Field::Task
                    | Field::Target
                    | Field::Content
                    | Field::Situation
            ) && said(&piece.text)
                && row.rows.contains(&piece.address.row)
        }) {
            findings.push(place.finding(&finding::ROW_NOT_UNDERSTOOD, piece.address).field(field.title()).raw(&piece.text));
        } else {
            findings.push(place.finding(&finding::ROW_EMPTY, row.address()));
        }
        return;
    }
    let work_cell = row
        .pieces
        .get(&Field::Task)
        .or_else(|| row.pieces.get(&Field::Content))
        .or_else(|| row.pieces.get(&Field::Target))
        .map_or_else(|| row.address(), |piece| piece.address);
    let mut found = coded.criteria;
    if found.is_empty() && !coded.refused {
        found = works.named(place, row, &[row.text(Field::Content), &task, &target, row.text(Field::Note)]);
        findings.extend(in_words::several(place, &found, &task, work_cell));
    }
    let mut refused = coded.refused;
    if found.is_empty()
        && !refused
        && let Some(piece) = row.pieces.get(&Field::Content).filter(|piece| opens_with_code(&piece.text))
    {
        // "1.4", "2.2. Giáo viên" where the plan says what is to be improved.
        let named = codes.resolve(at, row, piece);
        refused = named.refused;
        found = named.criteria;
        findings.extend(named.findings.into_iter().map(|told| place.placed(told, piece.address).field(Field::Content.title())));
    }
    if found.is_empty() && !refused {
        let has_column = place.header.column(Field::Criterion).is_some();
        let unsaid = has_column && (coded.standard.is_none() || coded.unread.is_some());
        let rule = if unsaid { &finding::ROW_WITHOUT_CRITERION } else { &finding::TASK_WITHOUT_CRITERION };
        let why = coded.unread.map_or_else(String::new, |text| format!(" (ô mã ghi \"{}\")", finding::shortened(&text)));
        findings.push(place.finding(rule, work_cell).raw(&task).with("why", why));
    }
    let window = window::of(place, row, &finding::TIME_UNREAD, findings);
    findings.extend(moved::told(place, row, window.due));
    let cost = cost::of_row(place, row, money, findings);
    let columns = [Field::Done, Field::Ongoing, Field::NotStarted];
    let is_said = |text: &str| !phrase::status::is_unsaid(text) && !phrase::status::is_placeholder(text);
    let marked = |field: Field| row.pieces.get(&field).filter(|piece| is_said(&piece.text));
    let by_columns = columns.into_iter().any(|field| marked(field).is_some());
    let status_piece = row.pieces.get(&Field::Status).or_else(|| columns.into_iter().find_map(marked));
    let status = if by_columns && !row.pieces.contains_key(&Field::Status) {
        let [done, ongoing, not_started] = columns.map(|field| row.text(field));
        let said = phrase::status::of_plan(&task, done, ongoing, not_started);
        findings.extend(read_against_column(place, row, &task, said.status));
        Some(said)
    } else {
        status_piece.filter(|piece| !piece.text.is_empty() && !phrase::status::is_placeholder(&piece.text)).and_then(|piece| {
            let read = phrase::status::state_of_plan(&task, &piece.text);
            // "10 máy | Hoàn thành"
            let judged = || phrase::status::state(row.text(Field::Outcome)).is_some();
            if read.is_some() || phrase::status::is_unsaid(&piece.text) || judged() {
                return read;
            }
            findings.push(place.finding(&finding::STATUS_UNREAD, piece.address).field(Field::Status.title()).raw(&piece.text));
            Some(StatusPhrase { status: Status::InProgress, late_stated: false })
        })
    };
    let status = beside_its_pace(place, row, status, window.due);
    let in_work = told_in_work(&task).filter(|_| status.is_none());
    if let Some((_, said, read)) = &in_work {
        findings.push(place.finding(&finding::RESULT_IN_WORK, work_cell).raw(*said).with("status", read.status.title()));
    }
    let status = status.or(in_work.map(|(_, _, read)| read));
    // The rows have set apart what stood behind the time.
    if let (Some(said), Some(time), Some(read)) = (row.pieces.get(&Field::Status), row.pieces.get(&Field::Time), &status)
        && said.address == time.address
    {
        let told = place.finding(&finding::RESULT_IN_TIME, said.address).raw(&said.text);
        findings.push(told.with("status", read.status.title()));
    }
    let (work, in_work) = in_work.map_or((task.as_str(), None), |(work, said, _)| (work, Some(said)));
    if status.as_ref().is_some_and(|said| said.status == Status::Completed) {
        findings.extend(status_piece.and_then(|piece| done_in_future(place, piece)));
    }
    let code_cell = super::CODE_FIELDS
        .into_iter()
        .filter_map(|field| row.pieces.get(&field))
        .map(|piece| piece.address)
        .find(|address| row.rows.contains(&address.row));
    // Work merged over several rows is read where it stands; the row itself is where its own cells are.
    let own_cell = if row.rows.contains(&work_cell.row) { work_cell } else { row.address() };
    let origin = place.origin(code_cell.unwrap_or(own_cell));
    let action = Action {
        school_id: place.school_id.to_owned(),
        framework: place.framework.id.clone(),
        standard: coded.standard,
        criterion: None,
        level_band: row.band,
        target,
        task: work.to_owned(),
        lead: lead(row),
        time_text: window::text(row),
        window,
        cost_text: cost::text(row, money),
        cost,
        conditions: piece_text(row.pieces.get(&Field::Conditions)),
        note: piece_text(row.pieces.get(&Field::Note)),
        adjusted: String::new(),
        done_text: in_work
            .or_else(|| row.pieces.get(&Field::Status).map(|piece| piece.text.as_str()))
            .unwrap_or(row.text(Field::Done))
            .to_owned(),
        ongoing_text: row.text(Field::Ongoing).to_owned(),
        not_started_text: row.text(Field::NotStarted).to_owned(),
        reported_time: String::new(),
        status: status.as_ref().map_or(Status::NoReport, |status| status.status),
        late_stated: status.as_ref().is_some_and(|status| status.late_stated),
        result_origin: status.is_some().then(|| place.origin(status_piece.map_or(work_cell, |piece| piece.address))),
        origin,
    };
    // One row is one piece of work, counted once, whatever number of criteria it names.
    let criterion = found.first().copied();
    let level_band = action.level_band.or(matches!(criterion, Some(Criterion::Level4 { .. })).then_some(LevelBand::Four));
    taken.reading.actions.push(Action {
        criterion,
        standard: criterion.and_then(Criterion::standard).or(action.standard),
        level_band,
        ..action
    });
    taken.improved.push(Improved::of(row));
}

/// The work: its own column; in the 2026 plan the activity, and what is to be improved where no activity is written.
fn task(row: &LogicalRow) -> String {
    let task = row.text(Field::Task);
    if task.is_empty() { row.text(Field::Content).to_owned() } else { task.to_owned() }
}

fn opens_with_code(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit()) && phrase::criterion::parse(text, None, None).criterion.is_some()
}

/// Who leads, and who helps where that stands in a column of its own, as the one column of the form has both.
pub(super) fn lead(row: &LogicalRow) -> String {
    let said = |field: Field| Some(row.text(field)).filter(|text| !text.is_empty() && !phrase::status::is_nothing(text));
    match (row.text(Field::Lead), said(Field::Partner)) {
        (lead, None) => lead.to_owned(),
        ("", Some(partner)) => format!("phối hợp: {partner}"),
        (lead, Some(partner)) => format!("{lead}; phối hợp: {partner}"),
    }
}
