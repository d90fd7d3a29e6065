//! Rows of one school told in several tables: the May workbook that still holds January's sheet, a sheet copied before it was worked on.
//! The table of the half reported on speaks, then one that names no half, then that of the other half; of reports month by month the last,
//! of sheets "Lần 1", "Lần 2" the last too; of a plan and the one that replaces it the latter. What only the lower one says stays; a plan without a state says nothing against one with it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::version::{Places, drop_emptied};
use super::wording::written_out;
use crate::finding::{self, Finding};
use crate::model::{Action, Criterion, FormKind, LevelBand, Origin, Period, Status};
use crate::phrase;
use crate::reading::{Reading, Stated};
use crate::text;

/// One table: file, sheet and the first row of its titles.
type Table = (Arc<str>, Arc<str>, u32);

/// File and sheet.
type Sheet<'a> = (&'a Arc<str>, &'a Arc<str>);

/// How much a table has to say of the half reported on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Half {
    Other,
    Unsaid,
    Own,
}

/// Of the half, and of the months within the school year the place of the one reported on; a report of no one month comes after them.
type Weight = (Half, u8);

fn place_of_month(month: Option<u8>) -> u8 {
    month.map_or(12, |month| (month + 4) % 12)
}

/// One row: what it speaks of, whose it is, where it stands.
struct Told<'a> {
    school: &'a str,
    form: FormKind,
    about: String,
    /// Of a plan, when, by whom and for how much: work that is repeated in the year has the same words and another time.
    terms: String,
    origin: &'a Origin,
    /// The first row of the titles of its table, and what that table has to say.
    table: u32,
    weight: Weight,
    /// Of a plan, whether its table is called one that replaces another.
    replaces: bool,
    /// Of a plan, and of a result that says which work it is about.
    status: Option<Status>,
}

impl Told<'_> {
    fn is_beside(&self, other: &Told<'_>) -> bool {
        self.table == other.table && self.origin.sheet == other.origin.sheet && self.origin.file == other.origin.file
    }

    fn table(&self) -> Table {
        (Arc::clone(&self.origin.file), Arc::clone(&self.origin.sheet), self.table)
    }

    /// Of a plan, whether it says how far the work has come: sheets of plans are told apart by that before they are by when they are from.
    fn says_state(&self) -> bool {
        self.form == FormKind::Plan && self.status.is_some_and(|status| status != Status::NoReport)
    }
}

/// What becomes of rows that speak of the same.
#[derive(Default)]
struct Outcome {
    /// School and form → the table that loses rows, the table that speaks for it → how many rows.
    by_half: BTreeMap<(String, FormKind, Table, Table), usize>,
    in_one_file: BTreeMap<(String, FormKind, Table, Table), usize>,
    replaced: BTreeMap<(String, FormKind, Table, Table), usize>,
    findings: Vec<Finding>,
}

/// What each table has to say of the half reported on.
fn weights(reading: &Reading, period: Period) -> Tables<'_> {
    let mut tables = Tables::new();
    for table in &reading.stated {
        let weight = match table.period {
            None => Half::Unsaid,
            Some(stated) if stated == period => Half::Own,
            Some(_) => Half::Other,
        };
        let weight = (weight, place_of_month(table.month));
        let place = (&*table.file, &*table.sheet, table.school_id.as_str(), table.form);
        tables.entry(place).or_default().insert(table.row, weight);
    }
    tables
}

/// Schools of which more than half can be said to be most.
const FEWEST_SCHOOLS: usize = 3;

/// What a school tells of the other half alone: the year's end has no results yet, and those of January stand for it.
pub(super) fn only_of_other_half(reading: &Reading, period: Period) -> Vec<Finding> {
    let tables = weights(reading, period);
    let reports = reading.reports.iter().map(|row| (row.school_id.as_str(), &row.origin, FormKind::Result));
    let stated = reading.actions.iter().filter(|row| row.status != Status::NoReport);
    let results = reports.chain(stated.map(|row| (row.school_id.as_str(), &row.origin, FormKind::Plan))).collect();
    let marks = reading.assessments.iter().map(|row| (row.school_id.as_str(), &row.origin, FormKind::Assessment)).collect();
    let mut told = Vec::new();
    let (mut of_other, mut all) = (BTreeSet::new(), BTreeSet::new());
    for (what, rows) in [("kết quả thực hiện", results), ("tự đánh giá", marks)] {
        let rows: Vec<(&str, &Origin, FormKind)> = rows;
        let mut of_schools: BTreeMap<&str, (Half, usize, &Origin)> = BTreeMap::new();
        for (school, origin, form) in rows {
            let (_, (half, _)) = table(&tables, origin, school, form);
            let of_school = of_schools.entry(school).or_insert((half, 0, origin));
            *of_school = (of_school.0.max(half), of_school.1 + 1, of_school.2.min(origin));
        }
        // A stamp of the other period has said so already.
        let stamped = |origin: &Origin| {
            reading.findings.iter().any(|known| known.rule == &finding::STAMP_OTHER_PERIOD && known.file.as_ref() == Some(&origin.file))
        };
        for (school, (half, count, first)) in of_schools {
            all.insert(school);
            if half != Half::Other {
                continue;
            }
            of_other.insert(school);
            if stamped(first) {
                continue;
            }
            let finding = Finding::new(&finding::ONLY_OF_OTHER_HALF).at(first).of_school(school);
            told.push(finding.with("what", what).with("count", count).with("expected", period.title()));
        }
    }
    // Where most schools are of the other half, the half that was asked for is what is likely wrong.
    if of_other.len() >= FEWEST_SCHOOLS && of_other.len() * 2 > all.len() {
        let doubted = Finding::new(&finding::HALF_OF_MOST_SCHOOLS).with("count", of_other.len()).with("of", all.len());
        told.push(doubted.with("expected", period.title()));
    }
    told
}

/// Leaves each row once where several tables tell it.
pub(super) fn once(reading: &mut Reading, period: Period) {
    let tables = weights(reading, period);
    let mut outcome = Outcome::default();
    let (plans, (reports, marks)) = {
        let reading = &*reading;
        rayon::join(|| plans(reading, &tables), || rayon::join(|| reports(reading, &tables), || marks(reading, &tables)))
    };
    let works = works(&plans);
    // Work that the plan has twice in the same words has two results.
    let expected = |told: &Told| works.get(&(told.school, told.about.as_str())).copied().unwrap_or(1);
    let plans = repeated(&plans, &|_| 1, &mut outcome);
    let reports = repeated(&reports, &expected, &mut outcome);
    let marks = repeated(&marks, &|_| 1, &mut outcome);
    if plans.is_empty() && reports.is_empty() && marks.is_empty() {
        return;
    }
    keep(&mut reading.actions, &plans);
    keep(&mut reading.reports, &reports);
    keep(&mut reading.assessments, &marks);
    let lists = [
        (&finding::TOLD_IN_OTHER_HALF, outcome.by_half),
        (&finding::ROWS_COPIED, outcome.in_one_file),
        (&finding::PLAN_REPLACED, outcome.replaced),
    ];
    let mut places = Places::new();
    let mut findings = outcome.findings;
    for (rule, counts) in lists {
        for ((school, form, (file, sheet, row), (first_file, first_sheet, _)), count) in counts {
            let is_it = |table: &&Stated| table.file == file && table.sheet == sheet && table.row == row && table.form == form;
            let stated = reading.stated.iter().find(is_it);
            let half = stated.and_then(|table| table.period).map_or("một kỳ không ghi rõ", Period::title);
            let half = stated.and_then(|table| table.month).map_or_else(|| half.to_owned(), |month| format!("tháng {month}"));
            let told = Finding::new(rule).on_sheet(&file, &sheet).of_school(&school).field(form.title());
            findings.push(told.with("found", half).with("count", count).with("counted", format!("[{first_file}]{first_sheet}")));
            places.insert((file, school, form, sheet));
        }
    }
    drop_emptied(reading, &places);
    reading.findings.extend(findings);
}

/// File, sheet, school and form → the first rows of the tables there, and what each has to say.
type Tables<'a> = BTreeMap<(&'a str, &'a str, &'a str, FormKind), BTreeMap<u32, Weight>>;

/// The table a row stands in, the last that begins above it, by the first row of its titles, and what it has to say.
fn table(tables: &Tables<'_>, origin: &Origin, school: &str, form: FormKind) -> (u32, Weight) {
    let of_sheet = tables.get(&(&*origin.file, &*origin.sheet, school, form));
    let above = of_sheet.and_then(|rows| rows.range(..=origin.cell.row).next_back());
    above.map_or((0, (Half::Unsaid, place_of_month(None))), |(row, weight)| (*row, *weight))
}

fn keep<T>(rows: &mut Vec<T>, dropped: &BTreeSet<usize>) {
    let mut at = 0;
    rows.retain(|_| {
        at += 1;
        !dropped.contains(&(at - 1))
    });
}

/// The words of a work under its criterion, as plan and result have them alike.
fn about(framework: &str, criterion: Option<Criterion>, band: Option<LevelBand>, work: &str) -> String {
    format!("{framework} {criterion:?} {band:?} {}", written_out(work))
}

/// School and words → how many rows of one sheet of the plan have them.
fn works<'a>(plans: &'a [Told<'_>]) -> BTreeMap<(&'a str, &'a str), usize> {
    let mut of_sheets: BTreeMap<(&str, &str, Sheet), usize> = BTreeMap::new();
    for row in plans {
        *of_sheets.entry((row.school, &row.about, (&row.origin.file, &row.origin.sheet))).or_default() += 1;
    }
    let mut works = BTreeMap::new();
    for ((school, about, _), count) in of_sheets {
        let most: &mut usize = works.entry((school, about)).or_default();
        *most = count.max(*most);
    }
    works
}

/// Work planned: the same words under the same criterion. A row without words is like no other.
fn plans<'a>(reading: &'a Reading, tables: &Tables<'_>) -> Vec<Told<'a>> {
    let terms = |row: &Action| text::fold(&format!("{} {} {}", row.time_text, row.lead, row.cost_text));
    let adjusted: BTreeSet<(&Arc<str>, &Arc<str>, u32)> =
        reading.stated.iter().filter(|table| table.replaces).map(|table| (&table.file, &table.sheet, table.row)).collect();
    let rows = reading.actions.iter().enumerate().map(|(at, row)| {
        let about = if row.task.is_empty() { at.to_string() } else { about(&row.framework, row.criterion, row.level_band, &row.task) };
        let (table, weight) = table(tables, &row.origin, &row.school_id, FormKind::Plan);
        Told {
            replaces: adjusted.contains(&(&row.origin.file, &row.origin.sheet, table)),
            school: &row.school_id,
            form: FormKind::Plan,
            about,
            table,
            weight,
            terms: terms(row),
            origin: &row.origin,
            status: Some(row.status),
        }
    });
    rows.collect()
}

/// Results: of the same work under the same criterion; where the form does not repeat the work, of the same criterion.
fn reports<'a>(reading: &'a Reading, tables: &Tables<'_>) -> Vec<Told<'a>> {
    let rows = reading.reports.iter().map(|row| {
        let work = [&row.planned, &row.adjusted].into_iter().find(|work| !phrase::status::is_nothing(work));
        let about = about(&row.framework, row.criterion, row.level_band, work.map_or("", String::as_str));
        let status = work.map(|_| row.status);
        let (table, weight) = table(tables, &row.origin, &row.school_id, FormKind::Result);
        Told {
            school: &row.school_id,
            form: FormKind::Result,
            about,
            table,
            weight,
            terms: String::new(),
            origin: &row.origin,
            replaces: false,
            status,
        }
    });
    rows.collect()
}

/// Marks: of the same criterion at the same level.
fn marks<'a>(reading: &'a Reading, tables: &Tables<'_>) -> Vec<Told<'a>> {
    let rows = reading.assessments.iter().map(|row| {
        let about = format!("{} {} {}", row.framework, row.criterion, row.level);
        let (table, weight) = table(tables, &row.origin, &row.school_id, FormKind::Assessment);
        Told {
            school: &row.school_id,
            form: FormKind::Assessment,
            about,
            table,
            weight,
            terms: String::new(),
            origin: &row.origin,
            replaces: false,
            status: None,
        }
    });
    rows.collect()
}

/// "Lần 2" → `Lần`, 2; "KH (2)" → `KH`, 2: of sheets of one name the one with the higher number was written later.
fn numbered(sheet: &str) -> (&str, u32) {
    let name = sheet.trim_end_matches([')', ' ']);
    let stem = name.trim_end_matches(|letter: char| letter.is_ascii_digit());
    (stem.trim_end_matches([' ', '(', '_', '-', '.']), name[stem.len()..].parse().unwrap_or(1))
}

/// The rows that another table speaks for, by their place in the list.
fn repeated(rows: &[Told<'_>], expected: &dyn Fn(&Told) -> usize, outcome: &mut Outcome) -> BTreeSet<usize> {
    let mut groups: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        groups.entry((row.school, &row.about)).or_default().push(at);
    }
    let mut dropped = BTreeSet::new();
    for group in groups.into_values() {
        let Some(first) = group.iter().copied().max_by_key(|at| {
            let row = &rows[*at];
            let (stem, number) = numbered(&row.origin.sheet);
            // A form that was left empty says nothing against the one that was filled in.
            let filled = row.status != Some(Status::NoReport);
            (row.says_state(), row.replaces, row.weight, filled, Reverse((&row.origin.file, stem)), number, Reverse(row.origin))
        }) else {
            continue;
        };
        let first = &rows[first];
        if group.len() <= expected(first) {
            continue;
        }
        for at in group {
            let row = &rows[at];
            if row.is_beside(first) {
                continue;
            }
            let one_file = row.origin.file == first.origin.file;
            let replaced = one_file && first.replaces && !row.replaces;
            if one_file && row.terms != first.terms && !replaced {
                continue;
            }
            let key = || (row.school.to_owned(), row.form, row.table(), first.table());
            match (row.status, first.status) {
                _ if row.weight < first.weight => *outcome.by_half.entry(key()).or_default() += 1,
                _ if !one_file => continue,
                _ if replaced => *outcome.replaced.entry(key()).or_default() += 1,
                // A plan to which no state was written yet agrees with the one to which it was.
                (Some(here), Some(there)) if here != there && (row.says_state() || row.form != FormKind::Plan) => {
                    let told = Finding::new(&finding::RESULTS_DIFFER).at(row.origin).of_school(row.school).with("first", first.origin);
                    outcome.findings.push(told.with("here", here.title().to_lowercase()).with("there", there.title().to_lowercase()));
                }
                (None, None) if row.form != FormKind::Plan => continue,
                _ => *outcome.in_one_file.entry(key()).or_default() += 1,
            }
            dropped.insert(at);
        }
    }
    dropped
}
