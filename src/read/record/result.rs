//! Rows of the result form → reports, still to be joined to the plan.

use super::cost::{self, Money};
use super::in_words::{self, Works};
use super::states::{read_against_column, said_at};
use super::window;
use super::{Place, Taken, criteria, piece_text};
use crate::finding;
use crate::form::Field;
use crate::model::{Criterion, LevelBand, Report, Status};
use crate::phrase;
use crate::phrase::status::StatusPhrase;
use crate::read::code::Codes;
use crate::read::content;
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
    let mut coded = criteria(place, row, at, codes, findings);
    let text = |field: Field| row.text(field);
    let said = |text: &str| !text.is_empty() && !phrase::status::is_placeholder(text);
    let planned = [Field::Planned, Field::Task, Field::Content].into_iter().map(text).find(|text| said(text)).unwrap_or("");
    let (done, ongoing, not_started) = (text(Field::Done), text(Field::Ongoing), text(Field::NotStarted));
    let states = [text(Field::Status), text(Field::Outcome)];
    let anything = [planned, text(Field::Adjusted)].into_iter().any(|text| said(text) && !phrase::status::is_nothing(text))
        || [done, ongoing, not_started].into_iter().chain(states).any(said);
    if !anything {
        findings.push(place.finding(&finding::ROW_EMPTY, row.address()));
        return;
    }
    let by_columns = phrase::status::of_plan(planned, done, ongoing, not_started);
    let has = |field: Field| place.header.column(field).is_some();
    let left_beside = has(Field::Status) && has(Field::Ongoing) && !has(Field::Done) && !has(Field::NotStarted);
    let has_columns = !left_beside && [Field::Done, Field::Ongoing, Field::NotStarted].into_iter().any(has);
    // "Kết quả đạt được | Đánh giá": what the school makes of it itself. "Kết quả | Tiến độ": only how it keeps to its time.
    let beside = phrase::status::state_of_plan(planned, text(Field::Outcome));
    let is_pace = content::says_pace(text(Field::Outcome)) && states[0].chars().any(char::is_alphanumeric);
    let verdict = beside.filter(|_| !has_columns && !is_pace);
    let status = if has_columns {
        by_columns
    } else if let Some(verdict) = verdict {
        verdict
    } else {
        let state = states.into_iter().find(|text| said(text)).unwrap_or("");
        phrase::status::state_of_plan(planned, state).unwrap_or_else(|| {
            if said(state) && !phrase::status::is_nothing(state) {
                let cell = row
                    .pieces
                    .get(&Field::Status)
                    .or_else(|| row.pieces.get(&Field::Outcome))
                    .map_or_else(|| row.address(), |piece| piece.address);
                findings.push(place.finding(&finding::STATUS_UNREAD, cell).field(Field::Status.title()).raw(state));
                return StatusPhrase { status: Status::InProgress, late_stated: false };
            }
            phrase::status::parse("", "", "")
        })
    };
    // "Đã làm 60 m | Còn 40 m": what is left, beside what was done.
    let is_left = left_beside && said(ongoing) && !phrase::status::is_nothing(ongoing) && status.status == Status::Completed;
    let status = if is_left { StatusPhrase { status: Status::InProgress, ..status } } else { status };
    let late = is_pace && beside.is_some_and(|pace| pace.late_stated);
    let status = StatusPhrase { late_stated: status.late_stated || late, ..status };
    if has_columns {
        findings.extend(read_against_column(place, row, planned, status.status));
    }
    if coded.criteria.is_empty() && !coded.refused {
        coded.criteria = works.named(place, row, &[planned, text(Field::Adjusted)]);
        findings.extend(in_words::several(place, &coded.criteria, planned, row.address()));
    }
    if coded.criteria.is_empty() && !coded.refused {
        let unsaid = coded.standard.is_none() || coded.unread.is_some();
        let rule = if unsaid { &finding::ROW_WITHOUT_CRITERION } else { &finding::TASK_WITHOUT_CRITERION };
        let why = coded.unread.take().map_or_else(String::new, |text| format!(" (ô mã ghi \"{}\")", finding::shortened(&text)));
        findings.push(place.finding(rule, row.address()).raw(planned).with("why", why));
    }
    let window = window::of(place, row, &finding::REPORTED_TIME_UNREAD, findings);
    let cost = cost::of_row(place, row, money, findings);
    let code_cell = super::CODE_FIELDS
        .into_iter()
        .filter_map(|field| row.pieces.get(&field))
        .map(|piece| piece.address)
        .find(|address| row.rows.contains(&address.row));
    let done_text = if has_columns { done } else { states.into_iter().find(|text| said(text)).unwrap_or("") };
    let report = Report {
        school_id: place.school_id.to_owned(),
        framework: place.framework.id.clone(),
        standard: coded.standard,
        criterion: None,
        level_band: row.band,
        planned: planned.to_owned(),
        adjusted: piece_text(row.pieces.get(&Field::Adjusted)),
        done_text: done_text.to_owned(),
        ongoing_text: ongoing.to_owned(),
        not_started_text: not_started.to_owned(),
        note: piece_text(row.pieces.get(&Field::Note)),
        lead: super::plan::lead(row),
        time_text: window::text(row),
        window,
        cost_text: cost::text(row, money),
        cost,
        done_at: window::of_text(place, done_text),
        said_at: said_at(row),
        status: status.status,
        late_stated: status.late_stated,
        origin: place.origin(code_cell.unwrap_or_else(|| row.address())),
    };
    let criterion = coded.criteria.first().copied();
    let level_band = report.level_band.or(matches!(criterion, Some(Criterion::Level4 { .. })).then_some(LevelBand::Four));
    taken.reading.reports.push(Report {
        criterion,
        standard: criterion.and_then(Criterion::standard).or(report.standard),
        level_band,
        ..report
    });
}
