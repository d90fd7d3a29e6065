//! A figure of `thong-ke.json` and the tables of `du-lieu/` in; the rows behind the figure out, such that counting them again gives it.
//!
//! Rows are picked by plain loops, without a query of `stats`: a figure that was counted wrongly there does not come out again here.

pub mod data;
mod definition;
mod kept;
mod part;
mod pick;
mod pointer;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::framework::Frameworks;
use data::Data;
use kept::Kept;

/// What was asked for, what it rests on, and what counting that again comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// As asked for: `/schools/late`.
    pub figure: String,
    /// What is counted, over what, by which rule.
    pub definition: String,
    /// As it stands in `thong-ke.json`.
    pub value: Value,
    /// The rows counted again.
    pub recount: Value,
    pub agrees: bool,
    pub counted: Counted,
    pub rows: Vec<Row>,
}

/// How rows become a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Each row once.
    Rows,
    /// Rows with one `counts_as` once: a school with several rows.
    Distinct,
    /// The sum of `amount`.
    Sum,
    /// By the rule of the framework over all rows: the level of a school.
    Rule,
}

/// One piece of evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The unit that read the file, where the output holds several.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    pub school_id: String,
    pub school: String,
    /// What the row is about: a criterion at a level, a piece of work, a file.
    pub about: String,
    pub file: String,
    pub sheet: String,
    pub cell: String,
    /// As the school wrote it, where the tables keep it.
    pub raw: String,
    pub read: String,
    pub counts_as: String,
    pub amount: i64,
    /// What was found on the same row of the same sheet.
    pub findings: Vec<String>,
}

/// No such figure; what comes near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    pub asked: String,
    pub because: String,
    pub near: Vec<String>,
}

/// Everything figures are explained from; indexed once, asked often.
pub struct Book<'a> {
    statistics: &'a Value,
    kept: Kept<'a>,
    frameworks: &'a Frameworks,
    /// Recognitions that end within so many days are counted as expiring.
    pub expiring_days: u32,
}

/// As the settings have it where they say nothing.
const EXPIRING_DAYS: u32 = 365;

impl<'a> Book<'a> {
    pub fn new(statistics: &'a Value, data: &'a Data, frameworks: &'a Frameworks) -> Self {
        Book { statistics, kept: Kept::new(statistics, data), frameworks, expiring_days: EXPIRING_DAYS }
    }

    /// The evidence for one figure, named by a JSON pointer or as `overdue:SCHOOL:CRITERION`.
    ///
    /// # Errors
    /// Nothing in the figures has this name, or it is no count.
    pub fn figure(&self, name: &str) -> Result<Explanation, Unknown> {
        let (value, pointer) = pointer::value(self.statistics, name)?;
        let parts: Vec<&str> = pointer.iter().map(String::as_str).collect();
        let Some(picked) = self.pick(&parts).or_else(|| self.pick_of_part(&parts)) else {
            return Err(pointer::no_figure(self.statistics, name));
        };
        let recount = match picked.counted {
            Counted::Rows => Value::from(picked.rows.len()),
            Counted::Distinct => Value::from(picked.rows.iter().map(|row| &row.counts_as).collect::<BTreeSet<_>>().len()),
            Counted::Sum => Value::from(picked.rows.iter().map(|row| row.amount).fold(0, i64::saturating_add)),
            Counted::Rule => picked.by_rule.clone(),
        };
        let mut rows = picked.rows;
        for row in &mut rows {
            row.findings = self.kept.findings_at(row);
        }
        let agrees = recount == value || recount.as_i64().is_some_and(|recount| Some(recount) == value.as_i64());
        Ok(Explanation { figure: name.to_owned(), definition: picked.definition, value, recount, agrees, counted: picked.counted, rows })
    }
}
