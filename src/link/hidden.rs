//! Sheets that are hidden in Excel, or drafts by their name, and say of the same work, or of the same criteria, something else than a sheet people see: drafts.
//! What is shown was sent; the hidden rows count for nothing, and that is told. A visible sheet that was never filled in sends nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::version::{Places, drop_places};
use super::wording::written_out;
use crate::finding::{self, Finding};
use crate::model::{FormKind, Origin, Outcome, Status};
use crate::phrase;
use crate::reading::{Reading, Stated};

/// File, school and form → sheet → its rows.
type Sheets = BTreeMap<(Arc<str>, String, FormKind), BTreeMap<Arc<str>, Rows>>;

/// What the rows of a sheet speak of.
#[derive(Default)]
struct Rows {
    all: BTreeSet<String>,
    /// Those in which something was written of it.
    filled: BTreeSet<String>,
}

impl Rows {
    /// Whether half of what the other sheet has stands here, too. Against what was filled in only what is filled in counts.
    fn have_half_of(&self, other: &Rows) -> bool {
        let (own, of) = if other.filled.is_empty() { (&self.all, &other.all) } else { (&self.filled, &other.filled) };
        own.intersection(of).count() * 2 >= of.len()
    }
}

/// Leaves aside the hidden sheets of which a visible one has at least half; of another half of the year they say something of their own.
pub(super) fn drafts(reading: &mut Reading) {
    if !reading.stated.iter().any(|table| table.hidden || is_draft(&table.sheet)) {
        return;
    }
    let mut places = Places::new();
    let mut told = Vec::new();
    for ((file, school, form), sheets) in by_sheet(reading) {
        let of = |sheet: &Arc<str>| {
            let is_it = |table: &&Stated| table.file == file && table.sheet == *sheet && table.school_id == school && table.form == form;
            reading.stated.iter().filter(is_it).map(|table| (table.hidden, (table.year, table.period, table.month))).collect::<Vec<_>>()
        };
        let (hidden, shown): (Vec<_>, Vec<_>) =
            sheets.iter().partition(|(sheet, _)| is_draft(sheet) || of(sheet).iter().any(|(hidden, _)| *hidden));
        for (sheet, rows) in hidden {
            let when: Vec<_> = of(sheet).into_iter().map(|(_, when)| when).collect();
            let same = |other: &Arc<str>| of(other).iter().any(|(_, of_other)| when.contains(of_other));
            let again = |other: &&(&Arc<str>, &Rows)| other.1.have_half_of(rows) && same(other.0);
            let Some((first, _)) = shown.iter().find(again) else { continue };
            let is_hidden = of(sheet).iter().any(|(hidden, _)| *hidden);
            let rule = if is_hidden { &finding::HIDDEN_DRAFT } else { &finding::NAMED_DRAFT };
            let finding = Finding::new(rule).on_sheet(&file, sheet).of_school(&school).field(form.title());
            told.push(finding.with("first", first).with("count", rows.all.len()));
            places.insert((Arc::clone(&file), school.clone(), form, Arc::clone(sheet)));
        }
    }
    if !places.is_empty() {
        drop_places(reading, &places);
        reading.findings.extend(told);
    }
}

/// "Bản nháp", "KH (nháp)": the name itself says that it is not what was sent.
fn is_draft(sheet: &str) -> bool {
    let lower = sheet.to_lowercase();
    lower.split(|letter: char| !letter.is_alphabetic()).any(|word| matches!(word, "nháp" | "draft"))
}

fn by_sheet(reading: &Reading) -> Sheets {
    let mut sheets = Sheets::new();
    let mut take = |origin: &Origin, school: &str, form: FormKind, is_filled: bool, about: String| {
        let key = (Arc::clone(&origin.file), school.to_owned(), form);
        let rows = sheets.entry(key).or_default().entry(Arc::clone(&origin.sheet)).or_default();
        if is_filled {
            rows.filled.insert(about.clone());
        }
        rows.all.insert(about);
    };
    for row in &reading.actions {
        let about = format!("{} {:?} {:?} {}", row.framework, row.criterion, row.level_band, written_out(&row.task));
        take(&row.origin, &row.school_id, FormKind::Plan, true, about);
    }
    for row in &reading.reports {
        let work = [&row.planned, &row.adjusted].into_iter().find(|work| !phrase::status::is_nothing(work));
        let about = format!("{} {:?} {}", row.framework, row.criterion, written_out(work.map_or("", String::as_str)));
        take(&row.origin, &row.school_id, FormKind::Result, row.status != Status::NoReport, about);
    }
    for row in &reading.assessments {
        let is_filled = row.result != Outcome::NotAssessed;
        take(&row.origin, &row.school_id, FormKind::Assessment, is_filled, format!("{} {}", row.framework, row.criterion));
    }
    sheets
}
