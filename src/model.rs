//! What the program talks about: schools, criteria, pieces of work, and where each was read. Knows no library of its own.

mod action;
mod calendar;
mod criterion;
mod origin;
mod record;
mod school;
mod sheet;
mod unit;

pub use action::{Action, Lateness, Report, Status};
pub use calendar::{Calendar, Calendars, Period, SchoolYear, day_shown};
pub use criterion::{Criterion, LevelBand};
pub use origin::{Address, Origin};
pub use record::{Assessment, Declaration, Evidence, FormKind, Outcome, ReceivedFrom, State, Submission};
pub use school::{Geography, Lineage, School, SchoolKind};
pub use sheet::{Held, Sheet};
pub use unit::UnitName;

/// The time of a piece of work, as a cell gives it: `Tháng 8/2020 đến tháng 5/2021`.
///
/// Only a span has a due date, so only a span can be overdue: "khi có mở lớp" never is.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Window {
    pub kind: WindowKind,
    pub start: Option<jiff::civil::Date>,
    pub due: Option<jiff::civil::Date>,
    /// In the order of [`WindowFlag`], each at most once.
    pub flags: std::collections::BTreeSet<WindowFlag>,
}

impl Window {
    /// The day on which it begins, or at the latest ends, where that lies behind another day.
    pub fn begins_behind(&self, day: jiff::civil::Date) -> Option<jiff::civil::Date> {
        self.start.or(self.due).filter(|start| self.kind == WindowKind::Span && *start > day)
    }
}

/// What sort of time a cell states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WindowKind {
    /// Has a due date.
    Span,
    /// Has a start only: "từ tháng 9/2020".
    Open,
    /// "Thường xuyên", "hằng năm".
    Recurring,
    /// "Khi có kinh phí".
    Conditional,
    /// Nothing that can be read as a time.
    #[default]
    Unknown,
}

/// What had to be supposed to read a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WindowFlag {
    /// The year came from the plan's school year.
    YearInferred,
    /// A week of the school year stands for its days.
    Approximate,
    /// Several times stood in one cell.
    Multiple,
    /// A year with a digit too many or too few was mended.
    Repaired,
}

/// What a cell says of money: an amount, a source, or neither.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Cost {
    pub kind: CostKind,
    /// Whole đồng.
    pub amount_vnd: Option<i64>,
    pub sources: std::collections::BTreeSet<CostSource>,
    /// Who pays how much, where the table divides the amount; together they are the amount.
    pub parts: Vec<CostPart>,
}

/// The part of an amount that some pay, together where there are several; nobody named where empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CostPart {
    pub sources: std::collections::BTreeSet<CostSource>,
    pub amount_vnd: i64,
}

impl Cost {
    /// The amount by who pays it: in its parts where it is divided, else whole.
    pub fn shares(&self) -> Vec<CostPart> {
        match (&self.parts[..], self.amount_vnd) {
            ([], Some(amount_vnd)) => vec![CostPart { sources: self.sources.clone(), amount_vnd }],
            (parts, _) => parts.to_vec(),
        }
    }
}

/// What sort of statement about money a cell makes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostKind {
    Amount,
    /// `0đ`: an amount, and it is nothing.
    Zero,
    /// "Ngân sách": who pays, not how much.
    SourceOnly,
    /// `300k/tháng`: never a total.
    UnitPrice,
    /// "Theo thực tế".
    Unspecified,
    /// "Không", "-", or an empty cell.
    #[default]
    None,
}

/// Who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostSource {
    /// Ngân sách, chi thường xuyên.
    Budget,
    /// Xã hội hóa, vận động, tài trợ.
    Socialised,
}
