//! A plan row and the result joined to it in, what their times say against each other out. The due date stays the plan's.

use jiff::civil::Date;

use crate::finding::{self, Finding};
use crate::model::{Action, Report, Status, day_shown};

/// What is to be said before the result is joined.
pub(super) fn told(action: &Action, report: &Report, deadline: Date) -> Vec<Finding> {
    let at = |rule| Finding::new(rule).at(&report.said()).of_school(&report.school_id).raw(&report.time_text);
    let mut findings: Vec<Finding> = done_in_future(report, deadline).into_iter().collect();
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

/// Work that is said to be done, at a time that only begins after the day of the report.
pub(super) fn done_in_future(report: &Report, deadline: Date) -> Option<Finding> {
    if report.status != Status::Completed {
        return None;
    }
    let times = [(&report.window, &report.time_text), (&report.done_at, &report.done_text)];
    times.into_iter().find_map(|(window, text)| {
        let start = window.begins_behind(deadline)?;
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
