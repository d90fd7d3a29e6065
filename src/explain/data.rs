//! The tables of a dataset in, their rows as plain structs out: only the columns that figures rest on.

use jiff::civil::Date;
use polars::prelude::DataFrame;

use crate::dataset::variable::{
    ACCREDITATION, CELL, CLUSTER, COMMUNE, COMMUNE_BEFORE, COMMUNE_SINCE, COST_KIND, COST_PARTS, COST_SOURCES, COST_TEXT, COST_VND,
    CRITERION, DECLARED_AT, DECLARED_LEVEL, DECLARED_MET, DECLARED_OF, DISTRICT, DONE_TEXT, DUE, FILE, FLAGS, FORMS, FRAMEWORK, ID, KIND,
    LEVEL, MARK, MESSAGE, NAME, NATIONAL_STANDARD, NOT_STARTED_TEXT, ONGOING_TEXT, OVERDUE, RECEIVED_ON, RECOGNISED_ON, REGISTERED, RESULT,
    SCHOOL_ID, SEVERITY, SHEET, STANDARD, STATE, STATUS, SUBMISSION, TASK, TIME_TEXT, UNIT, UNIT_PARENT,
};
use crate::dataset::{Dataset, Variable};

/// All rows, in the order of the files.
#[derive(Debug, Clone, Default)]
pub struct Data {
    pub schools: Vec<School>,
    pub submissions: Vec<Submission>,
    pub assessments: Vec<Assessment>,
    pub actions: Vec<Action>,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, Default)]
pub struct School {
    pub id: String,
    pub name: String,
    pub framework: Option<String>,
    pub registered: bool,
    /// `on_time`, `late`, `missing`, `unreadable`.
    pub submission: String,
    pub received_on: Option<Date>,
    pub declared_level: Option<u32>,
    /// Where the level and the totals are said, as `dataset::declared_at` reads it.
    pub declared_at: String,
    pub declared_met: [Option<u32>; 4],
    pub declared_of: [Option<u32>; 4],
    /// `mam_non`, `thcs`.
    pub kind: Option<String>,
    pub commune: String,
    pub commune_before: String,
    pub commune_since: Option<Date>,
    pub district: String,
    pub cluster: String,
    /// The unit that read its files, and the unit above that.
    pub unit: String,
    pub unit_parent: String,
    pub accreditation: Option<u32>,
    pub national_standard: Option<u32>,
    pub recognised_on: Option<Date>,
}

impl School {
    pub fn reported(&self) -> bool {
        matches!(self.submission.as_str(), "on_time" | "late")
    }
}

#[derive(Debug, Clone, Default)]
pub struct Submission {
    pub file: String,
    /// Those of all schools it speaks for, `;` between.
    pub school_ids: String,
    pub forms: String,
    pub received_on: Option<Date>,
    pub state: String,
}

/// Where a row was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    pub file: String,
    pub sheet: String,
    pub cell: String,
}

#[derive(Debug, Clone, Default)]
pub struct Assessment {
    pub school_id: String,
    pub framework: String,
    pub standard: Option<u32>,
    pub criterion: String,
    pub level: u32,
    pub result: String,
    /// As it stands in the cell.
    pub mark: String,
    pub origin: Origin,
}

#[derive(Debug, Clone, Default)]
pub struct Action {
    pub school_id: String,
    pub framework: String,
    pub standard: Option<u32>,
    pub criterion: Option<String>,
    pub task: String,
    pub time_text: String,
    pub due: Option<Date>,
    pub flags: String,
    pub cost_text: String,
    pub cost_kind: String,
    pub cost_vnd: Option<i64>,
    pub cost_sources: String,
    pub cost_parts: String,
    pub done_text: String,
    pub ongoing_text: String,
    pub not_started_text: String,
    pub status: String,
    pub overdue: String,
    pub origin: Origin,
}

#[derive(Debug, Clone, Default)]
pub struct Finding {
    pub id: String,
    pub severity: String,
    pub school_id: Option<String>,
    pub message: String,
    pub origin: Origin,
}

impl Data {
    /// The rows of the tables.
    ///
    /// # Errors
    /// A table lacks a column.
    pub fn of_dataset(dataset: &Dataset) -> anyhow::Result<Data> {
        Ok(Data {
            schools: schools(&dataset.schools)?,
            submissions: submissions(&dataset.submissions)?,
            assessments: assessments(&dataset.assessments)?,
            actions: actions(&dataset.actions)?,
            findings: findings(&dataset.findings)?,
        })
    }
}

/// A row for each of a table, still empty.
fn blank<T: Default>(table: &DataFrame) -> Vec<T> {
    (0..table.height()).map(|_| T::default()).collect()
}

/// Puts a column of texts into the rows.
fn texts<T>(rows: &mut [T], table: &DataFrame, variable: &Variable, put: impl Fn(&mut T, Option<String>)) -> anyhow::Result<()> {
    for (row, text) in rows.iter_mut().zip(variable.texts_of(table)?.iter()) {
        put(row, text.map(str::to_owned));
    }
    Ok(())
}

fn numbers<T>(rows: &mut [T], table: &DataFrame, variable: &Variable, put: impl Fn(&mut T, Option<u32>)) -> anyhow::Result<()> {
    for (row, number) in rows.iter_mut().zip(variable.numbers_of(table)?.iter()) {
        put(row, number);
    }
    Ok(())
}

fn dates<T>(rows: &mut [T], table: &DataFrame, variable: &Variable, put: impl Fn(&mut T, Option<Date>)) -> anyhow::Result<()> {
    for (row, date) in rows.iter_mut().zip(variable.dates_of(table)?) {
        put(row, date);
    }
    Ok(())
}

fn origins<T>(rows: &mut [T], table: &DataFrame, origin: impl Fn(&mut T) -> &mut Origin) -> anyhow::Result<()> {
    texts(rows, table, &FILE, |row, text| origin(row).file = text.unwrap_or_default())?;
    texts(rows, table, &SHEET, |row, text| origin(row).sheet = text.unwrap_or_default())?;
    texts(rows, table, &CELL, |row, text| origin(row).cell = text.unwrap_or_default())
}

fn schools(table: &DataFrame) -> anyhow::Result<Vec<School>> {
    let mut rows: Vec<School> = blank(table);
    texts(&mut rows, table, &SCHOOL_ID, |row, text| row.id = text.unwrap_or_default())?;
    texts(&mut rows, table, &NAME, |row, text| row.name = text.unwrap_or_default())?;
    texts(&mut rows, table, &FRAMEWORK, |row, text| row.framework = text)?;
    for (row, registered) in rows.iter_mut().zip(REGISTERED.truths_of(table)?.iter()) {
        row.registered = registered.unwrap_or(false);
    }
    texts(&mut rows, table, &SUBMISSION, |row, text| row.submission = text.unwrap_or_default())?;
    dates(&mut rows, table, &RECEIVED_ON, |row, date| row.received_on = date)?;
    numbers(&mut rows, table, &DECLARED_LEVEL, |row, level| row.declared_level = level)?;
    texts(&mut rows, table, &DECLARED_AT, |row, text| row.declared_at = text.unwrap_or_default())?;
    texts(&mut rows, table, &KIND, |row, text| row.kind = text)?;
    texts(&mut rows, table, &COMMUNE, |row, text| row.commune = text.unwrap_or_default())?;
    texts(&mut rows, table, &COMMUNE_BEFORE, |row, text| row.commune_before = text.unwrap_or_default())?;
    dates(&mut rows, table, &COMMUNE_SINCE, |row, date| row.commune_since = date)?;
    texts(&mut rows, table, &DISTRICT, |row, text| row.district = text.unwrap_or_default())?;
    texts(&mut rows, table, &CLUSTER, |row, text| row.cluster = text.unwrap_or_default())?;
    texts(&mut rows, table, &UNIT, |row, text| row.unit = text.unwrap_or_default())?;
    texts(&mut rows, table, &UNIT_PARENT, |row, text| row.unit_parent = text.unwrap_or_default())?;
    numbers(&mut rows, table, &ACCREDITATION, |row, level| row.accreditation = level)?;
    numbers(&mut rows, table, &NATIONAL_STANDARD, |row, level| row.national_standard = level)?;
    dates(&mut rows, table, &RECOGNISED_ON, |row, date| row.recognised_on = date)?;
    for place in 0..4 {
        numbers(&mut rows, table, &DECLARED_MET[place], |row, met| row.declared_met[place] = met)?;
        numbers(&mut rows, table, &DECLARED_OF[place], |row, of| row.declared_of[place] = of)?;
    }
    Ok(rows)
}

fn submissions(table: &DataFrame) -> anyhow::Result<Vec<Submission>> {
    let mut rows: Vec<Submission> = blank(table);
    texts(&mut rows, table, &FILE, |row, text| row.file = text.unwrap_or_default())?;
    texts(&mut rows, table, &SCHOOL_ID, |row, text| row.school_ids = text.unwrap_or_default())?;
    texts(&mut rows, table, &FORMS, |row, text| row.forms = text.unwrap_or_default())?;
    texts(&mut rows, table, &STATE, |row, text| row.state = text.unwrap_or_default())?;
    dates(&mut rows, table, &RECEIVED_ON, |row, date| row.received_on = date)?;
    Ok(rows)
}

fn assessments(table: &DataFrame) -> anyhow::Result<Vec<Assessment>> {
    let mut rows: Vec<Assessment> = blank(table);
    texts(&mut rows, table, &SCHOOL_ID, |row, text| row.school_id = text.unwrap_or_default())?;
    texts(&mut rows, table, &FRAMEWORK, |row, text| row.framework = text.unwrap_or_default())?;
    numbers(&mut rows, table, &STANDARD, |row, standard| row.standard = standard)?;
    texts(&mut rows, table, &CRITERION, |row, text| row.criterion = text.unwrap_or_default())?;
    numbers(&mut rows, table, &LEVEL, |row, level| row.level = level.unwrap_or_default())?;
    texts(&mut rows, table, &RESULT, |row, text| row.result = text.unwrap_or_default())?;
    texts(&mut rows, table, &MARK, |row, text| row.mark = text.unwrap_or_default())?;
    origins(&mut rows, table, |row| &mut row.origin)?;
    Ok(rows)
}

fn actions(table: &DataFrame) -> anyhow::Result<Vec<Action>> {
    let mut rows: Vec<Action> = blank(table);
    texts(&mut rows, table, &SCHOOL_ID, |row, text| row.school_id = text.unwrap_or_default())?;
    texts(&mut rows, table, &FRAMEWORK, |row, text| row.framework = text.unwrap_or_default())?;
    numbers(&mut rows, table, &STANDARD, |row, standard| row.standard = standard)?;
    texts(&mut rows, table, &CRITERION, |row, text| row.criterion = text)?;
    texts(&mut rows, table, &TASK, |row, text| row.task = text.unwrap_or_default())?;
    texts(&mut rows, table, &TIME_TEXT, |row, text| row.time_text = text.unwrap_or_default())?;
    dates(&mut rows, table, &DUE, |row, date| row.due = date)?;
    texts(&mut rows, table, &FLAGS, |row, text| row.flags = text.unwrap_or_default())?;
    texts(&mut rows, table, &COST_TEXT, |row, text| row.cost_text = text.unwrap_or_default())?;
    texts(&mut rows, table, &COST_KIND, |row, text| row.cost_kind = text.unwrap_or_default())?;
    for (row, amount) in rows.iter_mut().zip(COST_VND.amounts_of(table)?.iter()) {
        row.cost_vnd = amount;
    }
    texts(&mut rows, table, &COST_SOURCES, |row, text| row.cost_sources = text.unwrap_or_default())?;
    texts(&mut rows, table, &COST_PARTS, |row, text| row.cost_parts = text.unwrap_or_default())?;
    texts(&mut rows, table, &DONE_TEXT, |row, text| row.done_text = text.unwrap_or_default())?;
    texts(&mut rows, table, &ONGOING_TEXT, |row, text| row.ongoing_text = text.unwrap_or_default())?;
    texts(&mut rows, table, &NOT_STARTED_TEXT, |row, text| row.not_started_text = text.unwrap_or_default())?;
    texts(&mut rows, table, &STATUS, |row, text| row.status = text.unwrap_or_default())?;
    texts(&mut rows, table, &OVERDUE, |row, text| row.overdue = text.unwrap_or_default())?;
    origins(&mut rows, table, |row| &mut row.origin)?;
    Ok(rows)
}

fn findings(table: &DataFrame) -> anyhow::Result<Vec<Finding>> {
    let mut rows: Vec<Finding> = blank(table);
    texts(&mut rows, table, &ID, |row, text| row.id = text.unwrap_or_default())?;
    texts(&mut rows, table, &SEVERITY, |row, text| row.severity = text.unwrap_or_default())?;
    texts(&mut rows, table, &SCHOOL_ID, |row, text| row.school_id = text)?;
    texts(&mut rows, table, &MESSAGE, |row, text| row.message = text.unwrap_or_default())?;
    origins(&mut rows, table, |row| &mut row.origin)?;
    Ok(rows)
}
