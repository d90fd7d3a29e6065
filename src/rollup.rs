//! Outputs of several units in, one dataset a level up out, or why they cannot be put together.
//!
//! The order of the outputs makes no difference, nor whether they were rolled up before: what is put together are the rows, and every
//! figure is counted again from them. Rows are read some schools at a time; whoever counts adds up.

mod bands;
mod conflict;
mod reason;
mod rows;
mod units;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use jiff::civil::Date;
use polars::prelude::DataFrame;

pub use bands::{Bands, SCHOOLS};
pub use reason::{Accepted, Reason};
pub use rows::Settled;
pub use units::Expected;

use crate::dataset::variable::{FILE, SCHOOL_ID};
use crate::dataset::{Dataset, Question, Stamp, Stored, Variable, stamp};
use crate::framework::Frameworks;
use crate::model::{Period, SchoolYear, UnitName};

/// One output, as it was given.
#[derive(Debug, Clone)]
pub struct Part {
    /// As the user knows it: the folder, bundle or workbook.
    pub given: String,
    pub stamp: Stamp,
    pub schools: DataFrame,
    /// All its tables, where they lie.
    pub tables: Stored,
    /// What was changed since it was written, in words.
    pub edited: Option<String>,
    pub settled: Settled,
}

/// What the roll-up is for.
pub struct Wanted<'a> {
    pub unit: UnitName,
    pub school_year: Option<SchoolYear>,
    pub period: Option<Period>,
    pub as_of: Option<Date>,
    /// The last day to report in a half of a year.
    pub deadline: &'a dyn Fn(SchoolYear, Period) -> Date,
    pub frameworks: &'a Frameworks,
    /// The units that should send something, where a list says so.
    pub expected: Option<&'a Expected>,
    pub accepted: &'a Accepted,
}

/// Everything put together; the stamp has no hashes of tables yet.
#[derive(Debug, Clone)]
pub struct Joined {
    pub question: Question,
    pub stamp: Stamp,
    parts: Vec<Part>,
    schools: DataFrame,
    submissions: DataFrame,
    findings: DataFrame,
}

impl Joined {
    /// What the office that rolls up should know at once: who has sent nothing, and what was settled how.
    pub fn told(&self) -> Vec<String> {
        let missing = &self.stamp.missing;
        let missing = (!missing.is_empty()).then(|| format!("{} đơn vị chưa gửi số liệu: {}", missing.len(), missing.join(", ")));
        missing.into_iter().chain(self.stamp.notes.iter().cloned()).collect()
    }

    /// Schools with their rows, so many at a time.
    ///
    /// # Errors
    /// A table cannot be read any more.
    pub fn bands(&self, schools_each: usize) -> anyhow::Result<Bands<'_>> {
        Bands::new(self, schools_each)
    }

    /// Schools, files and findings, without the rows that are only counted.
    pub fn without_rows(&self) -> Dataset {
        let (schools, submissions, findings) = (self.schools.clone(), self.submissions.clone(), self.findings.clone());
        Dataset { schools, submissions, findings, ..Dataset::empty() }
    }

    /// All of it, for those who can hold it.
    ///
    /// # Errors
    /// As [`Joined::bands`].
    pub fn dataset(&self) -> anyhow::Result<Dataset> {
        let mut all = self.without_rows();
        for band in self.bands(SCHOOLS)? {
            let band = band?;
            for (own, more) in
                [(&mut all.assessments, &band.assessments), (&mut all.actions, &band.actions), (&mut all.evidence, &band.evidence)]
            {
                own.vstack_mut(more)?;
            }
        }
        for table in [&mut all.assessments, &mut all.actions, &mut all.evidence] {
            table.rechunk_mut();
        }
        Ok(all)
    }
}

/// Puts the outputs together.
///
/// # Errors
/// What speaks against it, each with the names it concerns and how to mend it.
pub fn join(mut parts: Vec<Part>, wanted: &Wanted<'_>) -> anyhow::Result<Joined> {
    if parts.is_empty() {
        bail!("Không có kết quả nào để gộp.");
    }
    parts.sort_by(|a, b| key(&a.stamp).cmp(&key(&b.stamp)));
    let mut judge = conflict::Judge::new(wanted);
    judge.edited(&parts);
    judge.frameworks(&parts);
    judge.units(&mut parts);
    let (school_year, period) = judge.time(&parts)?;
    let schools = judge.schools(&mut parts)?;
    let mut notes = schools;
    let accepted = judge.verdict()?;

    let days: Vec<Date> = parts.iter().map(|part| part.stamp.as_of).collect();
    let latest = days.iter().copied().max().unwrap_or_default();
    let as_of = wanted.as_of.unwrap_or(latest);
    if days.iter().any(|day| *day != as_of) {
        let closed = parts.iter().filter(|part| part.stamp.as_of != as_of);
        let closed: Vec<String> = closed.map(|part| format!("{} ({})", part.stamp.unit.full(), spoken(part.stamp.as_of))).collect();
        notes.push(format!("Việc quá hạn tính lại đến ngày {} cho đơn vị chốt số liệu ngày khác: {}", spoken(as_of), closed.join(", ")));
    }
    let mut units: Vec<stamp::UnitStamp> = parts.iter().flat_map(leaves).collect();
    units.sort_by(|a, b| (&a.unit, &a.within, &a.sha256).cmp(&(&b.unit, &b.within, &b.sha256)));
    let expected = units.iter().all(|unit| unit.expected);
    let without: Vec<String> = units.iter().filter(|unit| !unit.expected).map(|unit| unit.unit.full()).collect();
    if !expected && without.len() < units.len() {
        notes.push(format!("Không tính số trường phải nộp, vì có đơn vị không dùng danh sách trường: {}", without.join(", ")));
    }
    let mut missing: Vec<String> = parts.iter().flat_map(|part| part.stamp.missing.iter().cloned()).collect();
    if let Some(list) = wanted.expected {
        missing.extend(list.missing(&parts));
        let strangers = list.strangers(&parts);
        if !strangers.is_empty() {
            notes.push(format!("Đơn vị gửi số liệu nhưng không có trong danh sách đơn vị: {}", strangers.join(", ")));
        }
    }
    missing.sort();
    missing.dedup();
    let earlier = parts.iter().flat_map(|part| part.stamp.accepted.iter().map(|note| format!("{}: {note}", part.stamp.unit.full())));
    let accepted: Vec<String> = earlier.chain(accepted).collect();
    notes.extend(parts.iter().flat_map(|part| part.stamp.notes.iter().map(|note| format!("{}: {note}", part.stamp.unit.full()))));
    let question = Question { school_year, period, as_of, deadline: (wanted.deadline)(school_year, period), expected };
    let stamp = Stamp {
        schema: stamp::SCHEMA.to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        unit: wanted.unit.clone(),
        rolled_up: true,
        as_of,
        units,
        missing,
        accepted,
        notes,
        tables: BTreeMap::new(),
    };
    let whole = |name: &str, by| whole(&parts, name, by, as_of);
    let (schools, submissions, findings) = (whole("schools", &SCHOOL_ID)?, whole("submissions", &FILE)?, whole("findings", &FILE)?);
    Ok(Joined { question, stamp, schools, submissions, findings, parts })
}

/// One table of all outputs.
fn whole(parts: &[Part], name: &str, by: &Variable, as_of: Date) -> anyhow::Result<DataFrame> {
    let mut all: Option<DataFrame> = None;
    for part in parts {
        let table = if name == "schools" { part.schools.clone() } else { part.tables.table(name)? };
        let table = part.prepared(name, table, as_of)?;
        match &mut all {
            None => all = Some(table),
            Some(all) => drop(all.vstack_mut(&table).context("bảng dữ liệu của các đơn vị không cùng cột")?),
        }
    }
    let mut all = all.unwrap_or_default();
    rows::put_in_order(&mut all, by).context("không xếp được các dòng")?;
    Ok(all)
}

/// What the order of outputs rests on: never how or in which order they were given.
fn key(stamp: &Stamp) -> (&UnitName, &BTreeMap<String, String>) {
    (&stamp.unit, &stamp.tables)
}

/// The units of an output; those of a roll-up have gone through one more.
fn leaves(part: &Part) -> Vec<stamp::UnitStamp> {
    let mut units = part.stamp.units.clone();
    if part.stamp.rolled_up {
        units.iter_mut().for_each(|unit| unit.within.push(part.stamp.unit.name.clone()));
    }
    units
}

fn spoken(day: Date) -> String {
    day.strftime("%d/%m/%Y").to_string()
}
