//! A text of a result in, the state out that software for tasks or a list to choose from prints in English: `Not started`, `In progress`, `Overdue`.
//!
//! Only the whole text is such a state.

use super::StatusPhrase;
use crate::model::Status;
use crate::phrase::nothing::behind_number;
use crate::text::cleaned;

const STATES: &[(Status, &[&str])] = &[
    (
        Status::Completed,
        &[
            "done",
            "completed",
            "complete",
            "finished",
            "finish",
            "closed",
            "resolved",
            "delivered",
            "yes",
            "passed",
            "fully completed",
            "completed on time",
            "100 done",
            "100 completed",
            "100 complete",
        ],
    ),
    (
        Status::InProgress,
        &[
            "in progress",
            "inprogress",
            "in process",
            "wip",
            "work in progress",
            "processing",
            "ongoing",
            "on going",
            "doing",
            "started",
            "on track",
            "in review",
            "under review",
            "partial",
            "partially",
            "partially done",
            "partially completed",
            "partly done",
            "incomplete",
            "not completed",
            "not complete",
            "not finished",
            "unfinished",
            "waiting",
            "pending",
            "on hold",
            "hold",
            "blocked",
            "at risk",
            "almost done",
            "working",
            "working on it",
        ],
    ),
    (
        Status::NotStarted,
        &[
            "not started",
            "notstarted",
            "not start",
            "not yet",
            "not yet started",
            "not done",
            "to do",
            "todo",
            "planned",
            "open",
            "postponed",
            "deferred",
            "cancelled",
            "canceled",
            "dropped",
            "no",
        ],
    ),
];

/// Late, and under way.
const LATE: &[&str] = &["overdue", "late", "delayed", "delay", "behind", "behind schedule", "past due", "out of date"];

/// The state that the whole text prints.
pub(super) fn printed(text: &str) -> Option<StatusPhrase> {
    const LONGEST: usize = 30;
    if text.len() > LONGEST {
        return None;
    }
    let text = cleaned(text);
    let text = behind_number(text.trim());
    if !text.is_ascii() || !text.contains(|sign: char| sign.is_ascii_alphabetic()) {
        return None;
    }
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join(" ");
    if LATE.contains(&words.as_str()) {
        return Some(StatusPhrase { status: Status::InProgress, late_stated: true });
    }
    let (status, _) = STATES.iter().find(|(_, states)| states.contains(&words.as_str()))?;
    Some(StatusPhrase { status: *status, late_stated: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_text_is_a_printed_state() {
        for (text, status, late) in [
            ("Done", Status::Completed, false),
            ("COMPLETED", Status::Completed, false),
            ("In Progress", Status::InProgress, false),
            ("1. In\u{a0}progress", Status::InProgress, false),
            ("in-progress", Status::InProgress, false),
            ("On hold", Status::InProgress, false),
            ("Not started", Status::NotStarted, false),
            ("Not_Started", Status::NotStarted, false),
            ("Cancelled", Status::NotStarted, false),
            ("Overdue", Status::InProgress, true),
            ("Delayed", Status::InProgress, true),
        ] {
            assert_eq!(printed(text), Some(StatusPhrase { status, late_stated: late }), "{text}");
        }
        for text in ["Open day", "Plan", "Closed camera", "Sách Let's go", "STEM", "e-Learning", "", "-", "100", "Hold on 3"] {
            assert_eq!(printed(text), None, "{text}");
        }
    }
}
