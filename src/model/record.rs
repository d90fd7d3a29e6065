//! The other rows a school sends, and the files they came in.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Criterion, Origin};

/// What a school says of one criterion at one level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    pub school_id: String,
    pub framework: String,
    pub criterion: Criterion,
    /// 1 to 4; an item of the Mức 4 list has level 4 only.
    pub level: u8,
    pub result: Outcome,
    /// As it stands in the file, of the cell that decided it: `x`, `Đạt Mức 2`; of marks that contradict each other all; empty without a mark.
    pub mark: String,
    /// The cell that decided it: the mark, or the criterion where there was no mark.
    pub origin: Origin,
}

/// The verdict on one criterion at one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Met,
    Unmet,
    /// The row stands there without a mark.
    NotAssessed,
}

impl Outcome {
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Met => "met",
            Outcome::Unmet => "unmet",
            Outcome::NotAssessed => "not_assessed",
        }
    }
}

/// One piece of evidence a school means to collect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub school_id: String,
    pub framework: String,
    pub standard: Option<u8>,
    pub criterion: Option<Criterion>,
    /// `[H1-1.1-01]`, `(MC.1.1.01)`, where one is given.
    pub code: Option<String>,
    pub description: String,
    pub place: String,
    pub collector: String,
    pub time_text: String,
    pub cost_text: String,
    pub note: String,
    pub origin: Origin,
}

/// What a school states about itself as a whole, in words: "Tổng số các tiêu chí đạt Mức 3: 13/19", "Mức đánh giá: Mức 2".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Declaration {
    CriteriaMet { school_id: String, level: u8, met: u32, of: Option<u32>, origin: Origin },
    SchoolLevel { school_id: String, level: u8, origin: Origin },
}

/// The forms a file can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    Plan,
    Result,
    Assessment,
    Evidence,
    /// Part IV of the 2026 plan: which criterion each problem belongs to.
    Problems,
    /// Part VI of the 2026 plan: follow-up at the end of each half.
    FollowUp,
}

impl FormKind {
    pub fn code(self) -> &'static str {
        match self {
            FormKind::Plan => "plan",
            FormKind::Result => "result",
            FormKind::Assessment => "assessment",
            FormKind::Evidence => "evidence",
            FormKind::Problems => "problems",
            FormKind::FollowUp => "follow_up",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            FormKind::Plan => "Kế hoạch",
            FormKind::Result => "Kết quả thực hiện",
            FormKind::Assessment => "Tự đánh giá",
            FormKind::Evidence => "Minh chứng",
            FormKind::Problems => "Hạn chế và nguyên nhân",
            FormKind::FollowUp => "Theo dõi",
        }
    }
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Accepted,
    /// A newer file of the same school says the same forms again.
    Superseded,
    /// The same bytes, or the same content, came before.
    Duplicate,
    /// Could not be read, or holds nothing that can be counted.
    Rejected,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            State::Accepted => "accepted",
            State::Superseded => "superseded",
            State::Duplicate => "duplicate",
            State::Rejected => "rejected",
        }
    }
}

/// One file given, and its one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    pub file: Arc<str>,
    /// Of the bytes, in hexadecimal; empty when they could not be read.
    pub sha256: String,
    /// The schools it speaks for; most often one.
    pub school_ids: BTreeSet<String>,
    pub forms: BTreeSet<FormKind>,
    pub received_on: Option<Date>,

    pub received_from: ReceivedFrom,
    pub state: State,
}

/// How the date of receipt is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceivedFrom {
    /// The office's own list, `so-nhan.csv`.
    Intake,
    /// The document properties: when it was last saved.
    Document,
    /// A date in the file name.
    FileName,
    /// Not known.
    #[default]
    None,
}

impl ReceivedFrom {
    pub fn code(self) -> &'static str {
        match self {
            ReceivedFrom::Intake => "intake",
            ReceivedFrom::Document => "document",
            ReceivedFrom::FileName => "file_name",
            ReceivedFrom::None => "none",
        }
    }
}
