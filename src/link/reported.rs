//! What a report says of a work in, the action as it stands then out: one that was planned, several told together, or one that no plan has.

use jiff::civil::Date;

use crate::model::{Action, Cost, Report, Status};
use crate::phrase;

/// Two results of one work as one: completed when both are, not started when none has begun.
pub(super) fn together(one: Report, other: Report) -> Report {
    let both = |a: &str, b: &str| [a, b].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n");
    let status = match (one.status, other.status) {
        (one, other) if one == other => one,
        (Status::NotStarted, Status::NoReport) | (Status::NoReport, Status::NotStarted) => Status::NotStarted,
        _ => Status::InProgress,
    };
    Report {
        planned: both(&one.planned, &other.planned),
        adjusted: both(&one.adjusted, &other.adjusted),
        done_text: both(&one.done_text, &other.done_text),
        ongoing_text: both(&one.ongoing_text, &other.ongoing_text),
        not_started_text: both(&one.not_started_text, &other.not_started_text),
        // The later of two times is when the whole is to be done.
        time_text: both(&one.time_text, &other.time_text),
        window: if other.window.due > one.window.due { other.window } else { one.window },
        note: both(&one.note, &other.note),
        cost_text: both(&one.cost_text, &other.cost_text),
        cost: Cost::default(),
        status,
        late_stated: one.late_stated || other.late_stated,
        ..one
    }
}

/// Takes what the report says into the planned work; what the plan has of its own stays.
pub(super) fn report_on(action: &mut Action, report: Report) {
    let said = report.said();
    action.criterion = action.criterion.or(report.criterion);
    action.standard = action.standard.or(report.standard);
    action.level_band = action.level_band.or(report.level_band);
    action.adjusted = report.adjusted;
    action.done_text = report.done_text;
    action.ongoing_text = report.ongoing_text;
    action.not_started_text = report.not_started_text;
    if action.time_text.is_empty() && report.window.due.is_some() {
        action.time_text.clone_from(&report.time_text);
        action.window = report.window;
    }
    action.reported_time = report.time_text;
    if action.note.is_empty() {
        action.note = report.note;
    }
    if action.lead.is_empty() {
        action.lead = report.lead;
    }
    action.status = report.status;
    action.late_stated = report.late_stated;
    action.result_origin = Some(said);
}

/// "Đúng tiến độ" of work due only after this report says that it goes on.
pub(super) fn keep_under_way(action: &mut Action, deadline: Date) {
    let later = action.window.due.is_some_and(|due| due > deadline);
    let said = [&action.done_text, &action.ongoing_text, &action.not_started_text];
    let mut told = said.into_iter().filter(|text| !phrase::status::is_nothing(text)).peekable();
    if later && action.status == Status::Completed && told.peek().is_some() && told.all(|text| phrase::status::is_on_time(text)) {
        action.status = Status::InProgress;
    }
}

/// A result row that no plan row answers to: an action whose time and cost are its own, where it states them.
pub(super) fn alone(report: Report) -> Action {
    let task = [&report.planned, &report.adjusted, &report.done_text, &report.ongoing_text, &report.not_started_text]
        .into_iter()
        .find(|text| !phrase::status::is_nothing(text))
        .cloned()
        .unwrap_or_default();
    Action {
        school_id: report.school_id,
        framework: report.framework,
        standard: report.standard,
        criterion: report.criterion,
        level_band: report.level_band,
        target: String::new(),
        task,
        lead: report.lead,
        time_text: report.time_text.clone(),
        window: report.window,
        cost_text: report.cost_text,
        cost: report.cost,
        conditions: String::new(),
        note: report.note,
        adjusted: report.adjusted,
        done_text: report.done_text,
        ongoing_text: report.ongoing_text,
        not_started_text: report.not_started_text,
        reported_time: report.time_text,
        status: report.status,
        late_stated: report.late_stated,
        origin: report.origin.clone(),
        result_origin: Some(report.origin),
    }
}
