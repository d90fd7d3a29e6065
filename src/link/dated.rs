//! A plan row and the result joined to it in, what their times say against each other out. The due date stays the plan's.

use jiff::civil::Date;

use crate::finding::{self, Finding};
use crate::model::{Action, Report, Status, day_shown};
use crate::phrase;
use crate::text;

/// What is to be said before the result is joined.
pub(super) fn told(action: &Action, report: &Report, deadline: Date) -> Vec<Finding> {
    let at = |rule| Finding::new(rule).at(&report.said()).of_school(&report.school_id).raw(&report.time_text);
    let mut findings: Vec<Finding> = done_in_future(report, deadline).into_iter().collect();
    // "Quét vôi trong hè" of work due in August was done in the summer before the school year.
    let summer = report.done_text.split(|letter: char| !letter.is_alphabetic()).any(|word| word.eq_ignore_ascii_case("hè") || word == "Hè");
    if summer && report.time_text.is_empty() && action.window.due.is_some_and(|due| due <= deadline) {
        findings.clear();
    }
    let Some(due) = report.window.due else { return findings };
    if action.time_text.is_empty() {
        findings.push(at(&finding::DUE_FROM_RESULT).with("due", day_shown(due)));
    } else if let Some(planned) = action.window.due
        && report.status != Status::Completed
        && planned != due
    {
        findings.push(at(&finding::REPORTED_TIME_DIFFERS).with("reported", day_shown(due)).with("planned", day_shown(planned)));
    }
    findings
}

/// "Bắt đầu nhận hồ sơ từ 20/5", told in January: what begins only after the day of the report has not begun.
pub(super) fn not_before_its_time(report: Report, deadline: Date) -> Report {
    let begins = text::fold(&report.done_text).starts_with("bat dau ");
    let later = report.done_at.start.is_some_and(|start| start > deadline);
    let alone = [&report.ongoing_text, &report.not_started_text].into_iter().all(|text| phrase::status::is_nothing(text));
    let status = if begins && later && alone && report.status == Status::InProgress { Status::NotStarted } else { report.status };
    Report { status, ..report }
}

/// Work that is said to be done, at a time that only begins after the day of the report.
pub(super) fn done_in_future(report: &Report, deadline: Date) -> Option<Finding> {
    if report.status != Status::Completed {
        return None;
    }
    // "Đã lợp mái. Sẽ tiếp tục duy trì trong HKII": the time is of what is to come, and asked about by its words.
    let to_come = report.done_text.to_lowercase().contains("sẽ ");
    // "Đến hết tháng 3/2024" beside the work is its term, before which it may well be done; said of what is done it is when that was.
    let planned = report.window.start.and(report.window.begins_behind(deadline));
    let done = report.done_at.begins_behind(deadline).filter(|_| !to_come);
    [(planned, &report.time_text), (done, &report.done_text)].into_iter().find_map(|(start, text)| {
        let start = start?;
        Some(
            Finding::new(&finding::DONE_IN_FUTURE)
                .at(&report.said())
                .of_school(&report.school_id)
                .raw(text)
                .with("start", day_shown(start))
                .with("deadline", day_shown(deadline)),
        )
    })
}
