//! Rows of a school that an office's own collection repeats in: counted once, in the file the school itself sent.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::said::{self, Said};
use super::version::{Places, drop_places};
use crate::finding::{self, Finding};
use crate::model::{FormKind, Period, SchoolYear};
use crate::reading::Reading;

/// What a file says of a school in one form.
#[derive(Default)]
struct Told {
    rows: Vec<Said>,
    sheets: BTreeSet<Arc<str>>,
    /// The year and the half its tables are of.
    times: BTreeSet<(Option<SchoolYear>, Option<Period>)>,
}

/// School and form → file → what it says.
type BySchool = BTreeMap<(String, FormKind), BTreeMap<Arc<str>, Told>>;

/// A form of a school in a file of several schools, word for word as in the school's own, is told and left out.
pub(super) fn once(reading: &mut Reading) {
    let schools: BTreeMap<&Arc<str>, usize> =
        reading.submissions.iter().map(|submission| (&submission.file, submission.school_ids.len())).collect();
    let is_collection = |file: &Arc<str>| schools.get(file).is_some_and(|count| *count > 1);
    if !schools.keys().any(|file| is_collection(file)) {
        return;
    }
    let mut copies = Places::new();
    let mut findings = Vec::new();
    for ((school, form), files) in by_school(reading) {
        let (collections, own): (Vec<_>, Vec<_>) = files.iter().partition(|(file, _)| is_collection(file));
        for (file, told) in collections {
            let same = own.iter().find(|(_, own)| own.rows == told.rows && own.times == told.times);
            if let Some((first, _)) = same {
                let finding = Finding::new(&finding::COLLECTED_AGAIN).in_file(file).of_school(&school).field(form.title());
                findings.push(finding.with("first", first).with("count", told.rows.len()));
                copies.extend(told.sheets.iter().map(|sheet| (Arc::clone(file), school.clone(), form, Arc::clone(sheet))));
            }
        }
    }
    if !copies.is_empty() {
        drop_places(reading, &copies);
        reading.findings.extend(findings);
    }
}

fn by_school(reading: &Reading) -> BySchool {
    let mut found = BySchool::new();
    said::rows(reading, |origin, (school, form), said| {
        let told = found.entry((school.to_owned(), form)).or_default().entry(Arc::clone(&origin.file)).or_default();
        told.rows.push(said());
        told.sheets.insert(Arc::clone(&origin.sheet));
    });
    for told in found.values_mut().flat_map(BTreeMap::values_mut) {
        told.rows.sort_unstable();
    }
    for table in &reading.stated {
        let of = found.get_mut(&(table.school_id.clone(), table.form)).and_then(|files| files.get_mut(&table.file));
        if let Some(told) = of {
            told.times.insert((table.year, table.period));
        }
    }
    found
}
