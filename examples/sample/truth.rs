//! What the generator knows about what it wrote: the answers, never read back from the files.

use std::collections::BTreeMap;

use anyhow::Result;
use ctcl::model::{Cost, Criterion, FormKind, LevelBand, Outcome, Period, SchoolKind, SchoolYear, State, Status, Window};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;

/// Everything true of one unit's sample.
#[derive(Debug, Serialize)]
pub struct Truth {
    pub unit: String,
    pub school_year: SchoolYear,
    pub period: Period,
    pub as_of: Date,
    pub schools: Vec<SchoolTruth>,
    pub files: Vec<FileTruth>,
}

impl Truth {
    /// JSON with one record a line: small, and a change shows in the line it belongs to.
    pub fn to_json(&self) -> Result<String> {
        let mut text = String::new();
        lines(&serde_json::to_value(self)?, 0, &mut text);
        text.push('\n');
        Ok(text)
    }
}

/// The depth at which schools hold their actions and verdicts: those stay on one line.
const RECORD: usize = 4;

fn lines(value: &Value, depth: usize, text: &mut String) {
    let (open, close, parts): (char, char, Vec<(String, &Value)>) = match value {
        Value::Object(fields) if depth < RECORD => {
            ('{', '}', fields.iter().map(|(name, part)| (format!("{}: ", Value::from(name.as_str())), part)).collect())
        }
        Value::Array(parts) if depth < RECORD => ('[', ']', parts.iter().map(|part| (String::new(), part)).collect()),
        value => return text.push_str(&value.to_string()),
    };
    text.push(open);
    for (at, (name, part)) in parts.iter().enumerate() {
        let indent = " ".repeat(depth + 1);
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(&indent);
        text.push_str(name);
        lines(part, depth + 1, text);
    }
    if !parts.is_empty() {
        text.push('\n');
        text.push_str(&" ".repeat(depth));
    }
    text.push(close);
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reported {
    OnTime,
    Late,
    Missing,
    Unreadable,
}

#[derive(Debug, Serialize)]
pub struct SchoolTruth {
    pub school_id: String,
    pub name: String,
    pub kind: SchoolKind,
    pub framework: String,
    pub submission: Reported,
    pub received_on: Option<Date>,
    /// The forms in the files that count.
    pub forms: Vec<FormKind>,
    /// The level the criteria give by the framework's rule; `None` where not all are told.
    pub level: Option<u8>,
    /// What the school says of itself in words.
    pub declared_level: Option<u8>,
    /// Level → (met, of), where the school gives totals in words and no table.
    pub declared_totals: BTreeMap<u8, (usize, usize)>,
    pub assessments: Vec<AssessmentTruth>,
    pub actions: Vec<ActionTruth>,
    /// Rows of the evidence form.
    pub evidence: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct AssessmentTruth {
    pub criterion: Criterion,
    pub level: u8,
    pub result: Outcome,
}

#[derive(Debug, Clone, Serialize)]
pub struct ActionTruth {
    pub standard: Option<u8>,
    pub criterion: Option<Criterion>,
    /// The criteria named after the first in the same cell; the work is counted once, on the first.
    pub further_criteria: Vec<Criterion>,
    pub level_band: Option<LevelBand>,
    pub target: String,
    pub task: String,
    pub lead: String,
    pub time_text: String,
    pub window: Window,
    pub cost_text: String,
    pub cost: Cost,
    pub status: Status,
    pub late_stated: bool,
    /// Whether a row of the plan, and a row of the result form, speaks of it.
    pub planned: bool,
    pub reported: bool,
}

#[derive(Debug, Serialize)]
pub struct FileTruth {
    /// Below the unit's folder.
    pub file: String,
    pub school_ids: Vec<String>,
    pub state: State,
    pub modified: Option<Date>,
}
