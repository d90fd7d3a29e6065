//! Tables of another school year beside those of the year reported on: last year's file left in the folder, last year's sheet left in the
//! workbook. They count only where the school sent nothing else, for then the year in the title may be what is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::version::{Places, drop_places};
use super::wording::written_out;
use crate::finding::{self, Finding};
use crate::model::{FormKind, SchoolYear, WindowFlag};
use crate::reading::{Reading, Stated};

/// Drops the rows of another year where the same form of the same school is there for `year`.
pub(super) fn set_aside(reading: &mut Reading, year: SchoolYear) {
    let mut stated: BTreeMap<(String, FormKind), Vec<(SchoolYear, Stated)>> = BTreeMap::new();
    for table in reading.stated.iter().filter_map(|table| Some((table.year?, table.clone()))) {
        stated.entry((table.1.school_id.clone(), table.1.form)).or_default().push(table);
    }
    let current = with_dates_of(reading, year);
    let filled = filled(reading);
    let is_plan = |table: &&Stated| {
        let place = (Arc::clone(&table.file), table.school_id.clone(), FormKind::Plan, Arc::clone(&table.sheet));
        table.form == FormKind::Plan && table.year == Some(year) && filled.contains(&place)
    };
    let planned: BTreeMap<String, Stated> =
        reading.stated.iter().filter(is_plan).map(|table| (table.school_id.clone(), table.clone())).collect();
    let mut places = Places::new();
    let mut told = Vec::new();
    for ((school, form), tables) in stated {
        let place = |table: &Stated| (Arc::clone(&table.file), school.clone(), form, Arc::clone(&table.sheet));
        let own: BTreeMap<_, _> = tables.iter().filter(|(of, _)| *of == year).map(|(_, table)| (place(table), table)).collect();
        let first = own.iter().find(|(place, _)| filled.contains(*place)).map(|(_, table)| *table);
        // Last year's report over this year's plan, and of other work.
        let first = first.or_else(|| planned.get(&school).filter(|_| form == FormKind::Result && !speaks_of_plan(reading, &school)));
        let Some(first) = first else { continue };
        for (other, table) in tables.iter().filter(|(of, _)| *of != year) {
            let place = place(table);
            if own.contains_key(&place)
                || !filled.contains(&place)
                || current.contains(&(Arc::clone(&table.file), Arc::clone(&table.sheet), form))
            {
                continue;
            }
            if places.insert(place) {
                let finding = Finding::new(&finding::OTHER_YEAR_LEFT_OUT).on_sheet(&table.file, &table.sheet).of_school(&school);
                let finding = finding.field(form.title()).with("found", other).with("expected", year);
                told.push(finding.with("counted", format!("[{}]{}", first.file, first.sheet)));
            }
        }
    }
    if places.is_empty() {
        return;
    }
    drop_places(reading, &places);
    // Of a plan that does not count, no work is counted twice.
    let is_dropped = |finding: &Finding| {
        let on = |sheet: &str| {
            places.iter().any(|(file, _, form, at)| *form == FormKind::Plan && finding.file.as_ref() == Some(file) && at.as_ref() == sheet)
        };
        finding.rule == &finding::PLAN_REPEATED
            && (finding.sheet.as_deref().is_some_and(on) || finding.details.get("first").is_some_and(|first| on(first)))
    };
    reading.findings.retain(|finding| !is_dropped(finding));
    // That a file is of another year is now said of each of its tables.
    let files: BTreeSet<&Arc<str>> = places.iter().map(|(file, ..)| file).collect();
    reading
        .findings
        .retain(|finding| finding.rule != &finding::OTHER_YEAR || finding.file.as_ref().is_none_or(|file| !files.contains(file)));
    reading.findings.extend(told);
}

/// Where most files are of one other year, the year that was asked for is what is likely wrong.
pub(super) fn of_most_files(reading: &Reading, year: SchoolYear) -> Option<Finding> {
    const FEWEST: usize = 3;
    let mut files: BTreeMap<&Arc<str>, BTreeSet<SchoolYear>> = BTreeMap::new();
    for table in &reading.stated {
        files.entry(&table.file).or_default().extend(table.year);
    }
    let mut count: BTreeMap<SchoolYear, usize> = BTreeMap::new();
    let stated = files.values().filter(|years| !years.is_empty());
    let of = stated.clone().count();
    for other in stated.filter(|years| !years.contains(&year)).filter_map(|years| years.last()) {
        *count.entry(*other).or_default() += 1;
    }
    let (found, count) = count.into_iter().max_by_key(|(year, count)| (*count, *year))?;
    let told = || Finding::new(&finding::YEAR_OF_MOST_FILES).with("count", count).with("of", of);
    (count >= FEWEST && count * 2 > of).then(|| told().with("found", found).with("expected", year))
}

/// Whether half of what the school reports is told in the words of its plan: then the year above the report is what is wrong.
fn speaks_of_plan(reading: &Reading, school: &str) -> bool {
    let works: BTreeSet<String> = reading.actions.iter().filter(|row| row.school_id == school).map(|row| written_out(&row.task)).collect();
    let reported = || reading.reports.iter().filter(|row| row.school_id == school);
    let known = reported().filter(|row| works.contains(&written_out(&row.planned))).count();
    known * 2 >= reported().count()
}

/// Where rows of a form stand.
fn filled(reading: &Reading) -> Places {
    let mut places = Places::new();
    super::said::rows(reading, |origin, (school, form), _| {
        places.insert((Arc::clone(&origin.file), school.to_owned(), form, Arc::clone(&origin.sheet)));
    });
    places
}

/// Sheets and forms with work that is dated in the year itself, the year written out: there the title is wrong, not the table.
fn with_dates_of(reading: &Reading, year: SchoolYear) -> BTreeSet<(Arc<str>, Arc<str>, FormKind)> {
    let within = |window: &crate::model::Window| {
        let day = window.due.or(window.start);
        !window.flags.contains(&WindowFlag::YearInferred) && day.is_some_and(|day| day.year() == year.year_of_month(day.month()))
    };
    let planned = reading.actions.iter().filter(|row| within(&row.window)).map(|row| (&row.origin, FormKind::Plan));
    let reported = reading.reports.iter().filter(|row| within(&row.window)).map(|row| (&row.origin, FormKind::Result));
    planned.chain(reported).map(|(origin, form)| (Arc::clone(&origin.file), Arc::clone(&origin.sheet), form)).collect()
}
