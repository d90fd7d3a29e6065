//! Sheets of one file that say the same: a sheet that a clerk copied before working on it counts once; one that was copied and then
//! changed is told, for nobody can know which of the two is meant.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::said::{self, Said};
use super::version::{Places, drop_places};
use crate::finding::{self, Finding};
use crate::model::FormKind;
use crate::reading::Reading;
use crate::text;

/// File, school and form → sheet → what the rows there say.
type Sheets = BTreeMap<(Arc<str>, String, FormKind), BTreeMap<Arc<str>, Vec<Said>>>;

/// File and school → sheet → the works of the plan there, criterion and words.
type Works<'a> = BTreeMap<(&'a Arc<str>, &'a str), BTreeMap<&'a Arc<str>, Vec<String>>>;

/// Of sheets of one file with the same rows of a form the first by name counts.
pub(super) fn sheets(reading: &mut Reading) {
    let mut copies = Places::new();
    let mut told = Vec::new();
    for ((file, school, form), sheets) in by_sheet(reading) {
        let mut first_of: BTreeMap<Vec<Said>, Arc<str>> = BTreeMap::new();
        for (sheet, mut rows) in sheets {
            rows.sort_unstable();
            let Some(first) = first_of.get(&rows) else {
                first_of.insert(rows, sheet);
                continue;
            };
            let finding = Finding::new(&finding::SHEET_COPIED).on_sheet(&file, &sheet).of_school(&school).field(form.title());
            told.push(finding.with("first", first).with("count", rows.len()));
            copies.insert((Arc::clone(&file), school.clone(), form, sheet));
        }
    }
    if !copies.is_empty() {
        drop_places(reading, &copies);
    }
    reading.findings.extend(told);
}

fn by_sheet(reading: &Reading) -> Sheets {
    let mut sheets: Sheets = BTreeMap::new();
    said::rows(reading, |origin, (school, form), said| {
        let key = (Arc::clone(&origin.file), school.to_owned(), form);
        sheets.entry(key).or_default().entry(Arc::clone(&origin.sheet)).or_default().push(said());
    });
    sheets
}

/// Plans with work that stands on another sheet of the same file too, criterion and work word by word.
pub(super) fn plans(reading: &mut Reading) {
    let told = repeated(reading);
    reading.findings.extend(told);
}

fn repeated(reading: &Reading) -> Vec<Finding> {
    let mut works: Works = BTreeMap::new();
    for row in &reading.actions {
        let work = text::fold(&row.task);
        if !work.is_empty() {
            let sheets = works.entry((&row.origin.file, row.school_id.as_str())).or_default();
            sheets.entry(&row.origin.sheet).or_default().push(format!("{} {:?} {:?} {work}", row.framework, row.criterion, row.level_band));
        }
    }
    let mut told = Vec::new();
    for ((file, school), sheets) in works {
        let sheets: Vec<(&Arc<str>, Vec<String>)> = sheets.into_iter().collect();
        for (at, (sheet, rows)) in sheets.iter().enumerate() {
            let again = sheets[..at].iter().find_map(|(first, earlier)| {
                let count = rows.iter().filter(|row| earlier.contains(row)).count();
                (count > 0).then_some((first, count))
            });
            if let Some((first, count)) = again {
                let finding = Finding::new(&finding::PLAN_REPEATED).on_sheet(file, sheet).of_school(school).field(FormKind::Plan.title());
                told.push(finding.with("first", first).with("count", count).with("of", rows.len()));
            }
        }
    }
    told
}
