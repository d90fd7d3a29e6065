//! Findings: what is wrong with what was sent, where, why, and how to mend it.
//!
//! A fault in the data is a value: it never stops the run. The table of all rules is [`RULES`]; `docs/van-de.md` is written from it.

mod document;
mod rules;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use document::document;
pub use rules::*;

use crate::model::{Address, Origin};

/// What [`TABLE_OF_OTHER_PAPER`] says of the table where it is all that the file holds, and where it is not.
pub const COUNTS_ALONE: &str = "vẫn tính, vì tệp không có bảng nào khác cùng loại";
pub const COUNTS_STILL: &str = "vẫn tính, vì có thể là việc của kế hoạch";
pub const COUNTS_NOT: &str = "không tính";

/// How much a finding weighs. Ordered from light to heavy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing needs mending.
    Info,
    /// Read, but somebody should look.
    Warning,
    /// Something could not be read or counted.
    Error,
}

impl Severity {
    pub fn code(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Severity::Info => "Ghi chú",
            Severity::Warning => "Cần xem lại",
            Severity::Error => "Lỗi",
        }
    }
}

/// One kind of fault: a stable id, and its message with `{fields}` to be filled from the finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable for ever: `F01`. F: file, T: table, R: row, C: cell, S: school, K: framework, X: between rows.
    pub id: &'static str,
    pub severity: Severity,
    /// Names the fault in a few words, for groups and for the list of all rules.
    pub title: &'static str,
    /// What and why, one or two sentences; `{name}` stands for a field of the finding.
    pub message: &'static str,
    /// What to do, addressed to the officer.
    pub remedy: &'static str,
    pub asked: Asked,
}

impl Rule {
    /// What the school is to do, with the placeholders of the message; `None` where that is nothing.
    pub fn for_school(&self) -> Option<Cow<'static, str>> {
        match self.asked {
            Asked::AsOffice => Some(Cow::Owned(self.remedy.replace("đề nghị trường ", ""))),
            Asked::School(text) => Some(Cow::Borrowed(text)),
            Asked::Nobody => None,
        }
    }
}

/// What the school is asked to do, in the file that goes back to it.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// What the remedy says, but for "đề nghị trường", for it is told to the school itself.
    AsOffice,
    School(&'static str),
    /// The office mends it in its own settings and register, or decides; or there is nothing to mend.
    Nobody,
}

/// One fault at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    #[serde(serialize_with = "rule_id", deserialize_with = "rule_of_id")]
    pub rule: &'static Rule,
    pub school_id: Option<String>,
    pub file: Option<Arc<str>>,
    pub sheet: Option<Arc<str>>,
    pub cell: Option<Address>,
    /// The column in question, by the name people know: `Thời gian`.
    pub field: Option<String>,
    /// The text as it stands in the file.
    pub raw: Option<String>,
    /// What the placeholders of the rule's message stand for.
    pub details: BTreeMap<String, String>,
    /// Message and remedy as they were once told, where the details they were told from are not kept.
    pub told: Option<Box<[String; 2]>>,
}

impl Finding {
    pub fn new(rule: &'static Rule) -> Self {
        Finding { rule, school_id: None, file: None, sheet: None, cell: None, field: None, raw: None, details: BTreeMap::new(), told: None }
    }

    /// A finding of an earlier run, in the words of that run.
    pub fn told(rule: &'static Rule, message: &str, remedy: &str) -> Self {
        Finding { told: Some(Box::new([message.to_owned(), remedy.to_owned()])), ..Finding::new(rule) }
    }

    pub fn in_file(mut self, file: &Arc<str>) -> Self {
        self.file = Some(Arc::clone(file));
        self
    }

    pub fn on_sheet(mut self, file: &Arc<str>, sheet: &Arc<str>) -> Self {
        self.file = Some(Arc::clone(file));
        self.sheet = Some(Arc::clone(sheet));
        self
    }

    pub fn at(mut self, origin: &Origin) -> Self {
        self.file = Some(Arc::clone(&origin.file));
        self.sheet = Some(Arc::clone(&origin.sheet));
        self.cell = Some(origin.cell);
        self
    }

    pub fn of_school(mut self, school_id: &str) -> Self {
        self.school_id = Some(school_id.to_owned());
        self
    }

    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    pub fn raw(mut self, raw: impl Into<String>) -> Self {
        self.raw = Some(raw.into());
        self
    }

    /// Fills the placeholder `{name}`; `{raw}` and `{field}` fill themselves.
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.details.insert(name.to_owned(), value.to_string());
        self
    }

    /// The message in Vietnamese, fields filled in.
    pub fn message(&self) -> String {
        self.told.as_ref().map_or_else(|| self.fill(self.rule.message), |told| told[0].clone())
    }

    /// The remedy in Vietnamese, fields filled in.
    pub fn remedy(&self) -> String {
        self.told.as_ref().map_or_else(|| self.fill(self.rule.remedy), |told| told[1].clone())
    }

    /// What the school is to do, in Vietnamese, fields filled in; `None` where that is nothing.
    pub fn for_school(&self) -> Option<String> {
        Some(self.fill(&self.rule.for_school()?))
    }

    /// File, sheet and cell as one text: `[thcs-a.xlsx]KH!B14`.
    pub fn place(&self) -> String {
        match (&self.file, &self.sheet, &self.cell) {
            (Some(file), Some(sheet), Some(cell)) => format!("[{file}]{sheet}!{cell}"),
            (Some(file), Some(sheet), None) => format!("[{file}]{sheet}"),
            (Some(file), _, _) => format!("[{file}]"),
            (None, _, _) => String::new(),
        }
    }

    /// Orders findings for people: by file, sheet, row, column, then rule. Total, so that output never depends on threads.
    pub fn key(&self) -> impl Ord + '_ {
        (
            self.file.as_deref(),
            self.sheet.as_deref(),
            self.cell,
            self.rule.id,
            self.school_id.as_deref(),
            self.field.as_deref(),
            self.raw.as_deref(),
            &self.details,
            &self.told,
        )
    }

    fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some(open) = rest.find('{') {
            text.push_str(&rest[..open]);
            let Some(length) = rest[open..].find('}') else { break };
            let name = &rest[open + 1..open + length];
            match name {
                "raw" => text.push_str(&shortened(self.raw.as_deref().unwrap_or(""))),
                "field" => text.push_str(self.field.as_deref().unwrap_or("")),
                name => text.push_str(self.details.get(name).map_or("", String::as_str)),
            }
            rest = &rest[open + length + 1..];
        }
        text.push_str(rest);
        text
    }
}

/// Long texts in a message are cut at a word, with the mark that says so; the whole stands in `raw`.
pub fn shortened(text: &str) -> String {
    const MOST: usize = 80;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST {
        return line;
    }
    let cut: String = line.chars().take(MOST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{} {}", self.message(), self.remedy())
    }
}

/// The rule of an id: `F01`.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

fn rule_id<S: Serializer>(rule: &'static Rule, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(rule.id)
}

fn rule_of_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static Rule, D::Error> {
    let id = String::deserialize(deserializer)?;
    rule(&id).ok_or_else(|| serde::de::Error::custom(format!("không có quy tắc {id}")))
}
