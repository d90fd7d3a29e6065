//! A piece of work a school planned, and what it said became of it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Address, Cost, Criterion, LevelBand, Origin, Window, WindowFlag};

/// One planned piece of work of one school: a plan row, joined to its result row when there is one.
/// A result row without a plan row is an action too, then `origin` is the result row's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    pub school_id: String,
    pub framework: String,
    pub standard: Option<u8>,
    /// `None` where the plan names no criterion (plan of 3 columns).
    pub criterion: Option<Criterion>,
    pub level_band: Option<LevelBand>,
    /// Kết quả cần đạt, mục tiêu cải tiến.
    pub target: String,
    /// Công việc, giải pháp.
    pub task: String,
    /// Chủ trì, phối hợp.
    pub lead: String,
    pub time_text: String,
    pub window: Window,
    pub cost_text: String,
    pub cost: Cost,
    pub conditions: String,
    pub note: String,
    /// The work as the plan was adjusted during the year.
    pub adjusted: String,
    pub done_text: String,
    pub ongoing_text: String,
    pub not_started_text: String,
    /// The time that the result form gives the work: when it was completed, or is to be. The plan's time stays `window`.
    pub reported_time: String,
    pub status: Status,
    /// The report itself says the work is late.
    pub late_stated: bool,
    pub origin: Origin,
    /// Where the result was read, when one was.
    pub result_origin: Option<Origin>,
}

/// One row of the result form, before it has been joined to the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    pub school_id: String,
    pub framework: String,
    pub standard: Option<u8>,
    pub criterion: Option<Criterion>,
    pub level_band: Option<LevelBand>,
    /// The work as it stood in the plan at the start of the year.
    pub planned: String,
    pub adjusted: String,
    pub done_text: String,
    pub ongoing_text: String,
    pub not_started_text: String,
    pub note: String,
    /// Who did it, where the result form has a column of it.
    pub lead: String,
    /// The time in the result form's own column, as written and as read.
    pub time_text: String,
    pub window: Window,
    /// What it costs, where the result stands in the columns of a plan.
    pub cost_text: String,
    pub cost: Cost,
    /// The time that `done_text` names, where it says nothing else: "Thực hiện trong hè 2024".
    pub done_at: Window,
    /// The cell that says how far the work has come, where one does.
    pub said_at: Option<Address>,
    pub status: Status,
    pub late_stated: bool,
    pub origin: Origin,
}

impl Report {
    /// Where the report says how far the work has come: that cell, else the row.
    pub fn said(&self) -> Origin {
        Origin { cell: self.said_at.unwrap_or(self.origin.cell), ..self.origin.clone() }
    }
}

/// How far a piece of work has come, by what the school reports.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Completed,
    InProgress,
    NotStarted,
    /// Nothing was said of it.
    #[default]
    NoReport,
}

impl Status {
    pub const ALL: [Status; 4] = [Status::Completed, Status::InProgress, Status::NotStarted, Status::NoReport];

    pub fn code(self) -> &'static str {
        match self {
            Status::Completed => "completed",
            Status::InProgress => "in_progress",
            Status::NotStarted => "not_started",
            Status::NoReport => "no_report",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Status::Completed => "Hoàn thành",
            Status::InProgress => "Đang thực hiện",
            Status::NotStarted => "Chưa triển khai",
            Status::NoReport => "Chưa báo cáo",
        }
    }
}

/// Whether a piece of work is past its due date, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lateness {
    /// Completed, or due on the day or later.
    No,
    /// Past due, but the date was inferred, mended or approximate, or nothing was reported.
    Possible,
    /// Past due by a date the school wrote out, with a status it reported.
    Certain,
    /// Not completed, and no due date.
    Undetermined,
}

impl Lateness {
    pub fn code(self) -> &'static str {
        match self {
            Lateness::No => "no",
            Lateness::Possible => "possible",
            Lateness::Certain => "certain",
            Lateness::Undetermined => "undetermined",
        }
    }
}

impl Lateness {
    /// Whether work is overdue on the day of closing. Formula: not completed and `due < as_of`;
    /// certain only when the due date was written out and a status was reported.
    pub fn of(status: Status, due: Option<Date>, flags: &BTreeSet<WindowFlag>, as_of: Date) -> Lateness {
        if status == Status::Completed {
            return Lateness::No;
        }
        let Some(due) = due else { return Lateness::Undetermined };
        if due >= as_of {
            return Lateness::No;
        }
        let supposed = [WindowFlag::YearInferred, WindowFlag::Approximate, WindowFlag::Repaired];
        let written_out = !supposed.iter().any(|flag| flags.contains(flag));
        if written_out && status != Status::NoReport { Lateness::Certain } else { Lateness::Possible }
    }

    /// Days past due, for work that is certainly or possibly overdue.
    pub fn days(self, due: Option<Date>, as_of: Date) -> Option<i32> {
        match self {
            Lateness::Certain | Lateness::Possible => due.map(|due| (as_of - due).get_days()),
            Lateness::No | Lateness::Undetermined => None,
        }
    }
}

impl Action {
    /// As [`Lateness::of`].
    pub fn lateness(&self, as_of: Date) -> Lateness {
        Lateness::of(self.status, self.window.due, &self.window.flags, as_of)
    }

    /// Days past due, for work that is certainly or possibly overdue.
    pub fn days_overdue(&self, as_of: Date) -> Option<i32> {
        self.lateness(as_of).days(self.window.due, as_of)
    }
}
