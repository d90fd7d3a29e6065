//! Workbooks in, one reading out: files are found, parsed where a crash costs only themselves, and understood.

mod aside;
mod banded;
mod bundle;
mod by_level;
mod by_month;
mod by_standard;
mod caption;
mod cards;
mod carried;
mod code;
mod colour;
mod content;
mod continued;
mod counted;
mod crossed;
mod dated;
mod day;
mod done_on;
mod file;
mod files;
mod from_second;
mod granted;
mod grid;
mod halves;
mod header;
mod indicators;
mod labelled;
mod lasting;
mod legend;
mod level4;
mod level_named;
mod levels_judged;
mod levels_told;
mod lined;
mod listed;
mod lost;
mod month_first;
mod monthly;
mod names;
mod package;
mod parted;
mod plain;
mod processor;
mod quantities;
mod record;
mod roman;
mod rows;
mod section;
mod slip;
mod source;
mod stamped;
mod stood;
mod strips;
mod swapped;
mod table;
mod ticked;
mod turned;
mod twofold;
mod untitled;
mod verdict_beside;
mod when;
mod who;
mod work_counts;
mod workbook;
mod worker;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::finding::{self, Finding};
use crate::form::Forms;
use crate::framework::Frameworks;
use crate::model::{Address, Held, Period, ReceivedFrom, SchoolYear, Sheet, State, Submission};
use crate::reading::Reading;
use crate::register::{ListSheet, Register};
use crate::settings::{Limits, Settings};

pub use aside::wrote;
pub use carried::{Mailed, mailed};
pub use files::{find, find_outputs, located};
pub use source::Source;
pub use when::{When, when};
pub use worker::{SUBCOMMAND as WORKER_SUBCOMMAND, serve};

use grid::{Cell, CellKind, Grid};
use header::Matcher;
use worker::Worker;

/// What reading needs to know beforehand.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub forms: &'a Forms,
    pub frameworks: &'a Frameworks,
    pub register: &'a Register,
    pub settings: &'a Settings,
    pub year: SchoolYear,
    /// The period that is reported on, where that is known.
    pub period: Option<Period>,
}

/// Where files are parsed.
#[derive(Debug, Clone)]
pub enum Isolation {
    /// In processes of this program, replaced when one dies: no file can end the run.
    Workers(PathBuf),
    /// In this process: for tests and examples with files of their own making.
    InProcess,
}

/// Reads every table of every workbook. `done` is told after each file.
pub fn workbooks(sources: &[Source], context: Context<'_>, isolation: &Isolation, done: &(dyn Fn() + Sync)) -> Reading {
    // A worker process and the headers already judged are handed on: rayon begins far more pieces of work than it has threads.
    let idle: Mutex<Vec<(Matcher<'_>, Worker<'_>)>> = Mutex::new(Vec::new());
    let held = || idle.lock().unwrap_or_else(PoisonError::into_inner);
    let names: std::collections::BTreeSet<String> = sources.iter().map(|source| source.name.to_lowercase()).collect();
    let is_here = |name: &str| names.contains(&name.to_lowercase());
    let parts: Vec<Reading> = sources
        .par_iter()
        .map(|source| {
            let free = held().pop();
            let (mut matcher, mut worker) =
                free.unwrap_or_else(|| (Matcher::new(&context), Worker::new(isolation, &context.settings.limits)));
            let part = match aside::by_name(&source.name, is_here) {
                Some(told) => rejected(source, String::new(), told.in_file(&source.name), None),
                None => one(source, &context, &mut matcher, &mut worker),
            };
            held().push((matcher, worker));
            done();
            part
        })
        .collect();
    Reading::of_parts(parts)
}

/// The sheets of a workbook that hold something, their rows as text: for registers and lists of the office itself.
///
/// # Errors
/// The file cannot be read as a workbook; the finding says why.
pub fn plain_sheets(source: &Source, limits: &Limits, isolation: &Isolation) -> Result<Vec<ListSheet>, Box<Finding>> {
    let bytes = source.bytes(limits)?;
    let (workbook, _) = Worker::new(isolation, limits).parse(&source.name, &bytes)?;
    let filled = workbook.grids.iter().filter(|grid| !grid.rows.is_empty());
    Ok(filled.map(|grid| ListSheet { name: grid.name.to_string(), rows: plain::rows(grid) }).collect())
}

/// The bytes of a file as one number, in hexadecimal.
pub fn fingerprint(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a file is a workbook of XML parts, whatever it is called: `.xlsx`, `.xlsm`.
pub fn is_package(bytes: &[u8]) -> bool {
    package::sniff(bytes) == package::Format::Xlsx
}

/// What stands in a workbook of any format, sheet by sheet, and the day it was last saved: for a copy of it.
///
/// # Errors
/// The file cannot be read as a workbook; the finding says why.
pub fn contents(name: &str, bytes: &[u8], limits: &Limits, isolation: &Isolation) -> Result<(Vec<Sheet>, Option<Date>), Box<Finding>> {
    let (workbook, _) = Worker::new(isolation, limits).parse(name, bytes)?;
    let modified = workbook.modified;
    Ok((workbook.grids.into_iter().map(sheet).collect(), modified))
}

fn sheet(grid: Grid) -> Sheet {
    let held = |cell: Cell| match cell.kind {
        CellKind::Number { value, decimals } => Held::Number(value, decimals),
        CellKind::Date(date) => Held::Date(date),
        CellKind::Boolean => Held::Boolean(cell.text == "TRUE"),
        _ => Held::Text(cell.raw.unwrap_or(cell.text)),
    };
    let cells = grid.rows.into_iter().flat_map(|row| {
        let index = row.index;
        row.cells.into_iter().map(move |cell| (Address::new(index, cell.column), held(cell)))
    });
    Sheet {
        name: grid.name,
        hidden: grid.hidden,
        cells: cells.collect(),
        merges: grid.merges.iter().map(|area| (area.first, area.last)).collect(),
    }
}

fn one<'a>(source: &Source, context: &Context<'a>, matcher: &mut Matcher<'a>, worker: &mut Worker<'_>) -> Reading {
    let school = || who::school_of_file(&source.name, context).map(|school| school.id);
    let bytes = match source.bytes(&context.settings.limits) {
        Ok(bytes) => bytes,
        Err(finding) => return rejected(source, String::new(), *finding, school()),
    };
    let sha256 = fingerprint(&bytes);
    let (workbook, findings) = match worker.parse(&source.name, &bytes) {
        Ok(parsed) => parsed,
        Err(finding) => {
            return match aside::register_in_text(finding.rule, &bytes) {
                Some(told) => rejected(source, sha256, told.in_file(&source.name), None),
                None => rejected(source, sha256, finding.in_file(&source.name), school()),
            };
        }
    };
    if let Some(told) = aside::by_content(&workbook) {
        return rejected(source, sha256, told.in_file(&source.name), None);
    }
    // The parsing is over; what is left is our own code, and if that fails it costs this file only.
    let read = catch_unwind(AssertUnwindSafe(|| file::read(&source.name, sha256.clone(), &workbook, context, matcher)));
    let Ok(mut reading) = read else {
        *matcher = Matcher::new(context);
        return rejected(source, sha256, Finding::new(&finding::READER_CRASH).in_file(&source.name), school());
    };
    if !reading.submissions.iter().any(|submission| submission.state == State::Accepted)
        && let Some(told) = aside::register(&workbook)
    {
        return rejected(source, sha256, told.in_file(&source.name), None);
    }
    for mut finding in findings {
        finding.file = Some(Arc::clone(&source.name));
        reading.findings.push(finding);
    }
    reading
}

fn rejected(source: &Source, sha256: String, finding: Finding, school: Option<String>) -> Reading {
    let finding = match &school {
        Some(school) => finding.of_school(school),
        None => finding,
    };
    let submission = Submission {
        file: Arc::clone(&source.name),
        sha256,
        school_ids: school.into_iter().collect(),
        forms: std::collections::BTreeSet::new(),
        received_on: None,
        received_from: ReceivedFrom::None,
        state: State::Rejected,
    };
    Reading { submissions: vec![submission], findings: vec![finding], ..Reading::default() }
}
