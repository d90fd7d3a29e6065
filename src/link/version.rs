//! Several files of one school: the same bytes count once, the newer version counts, parts that complete each other all count.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::file_day::NameDay;
use super::file_version::{By, Named, named, tell_stages_apart};
use super::said::{self, Said};
use super::supplement;
use crate::finding::{self, Finding};
use crate::model::{Criterion, Declaration, FormKind, Origin, Period, SchoolKind, SchoolYear, State};
use crate::reading::Reading;

/// Of files with the same bytes, or the same rows, the first by name counts. The same bytes of two schools, each known by the name of its file or
/// folder, are a report of both, and told.
pub(super) fn duplicates(reading: &mut Reading) {
    reading.submissions.sort_by(|a, b| a.file.cmp(&b.file));
    let contents = contents(reading);
    let mut first_of: BTreeMap<(String, BTreeSet<String>), Arc<str>> = BTreeMap::new();
    let mut seen: BTreeMap<String, Arc<str>> = BTreeMap::new();
    let mut dropped: BTreeSet<Arc<str>> = BTreeSet::new();
    for submission in &mut reading.submissions {
        if submission.sha256.is_empty() || submission.state == State::Rejected && submission.school_ids.is_empty() {
            continue;
        }
        let content = contents.get(&submission.file).filter(|_| submission.state == State::Accepted);
        let keys = [Some(&submission.sha256), content].map(|key| Some((key?.clone(), submission.school_ids.clone())));
        let first = keys.iter().flatten().find_map(|key| first_of.get(key)).cloned();
        match first {
            Some(first) => {
                submission.state = State::Duplicate;
                dropped.insert(Arc::clone(&submission.file));
                let mut told = Finding::new(&finding::DUPLICATE_FILE).in_file(&submission.file).with("first", &first);
                told.school_id = submission.school_ids.first().cloned();
                reading.findings.push(told);
            }
            None => {
                if let Some(other) = seen.get(&submission.sha256).filter(|_| submission.state == State::Accepted) {
                    let mut told = Finding::new(&finding::SAME_FILE_OF_OTHER_SCHOOL).in_file(&submission.file).with("first", other);
                    told.school_id = submission.school_ids.first().cloned();
                    reading.findings.push(told);
                }
                seen.entry(submission.sha256.clone()).or_insert_with(|| Arc::clone(&submission.file));
                for key in keys.into_iter().flatten() {
                    first_of.insert(key, Arc::clone(&submission.file));
                }
            }
        }
    }
    if dropped.is_empty() {
        return;
    }
    let about_itself = |finding: &Finding| [&finding::DUPLICATE_FILE, &finding::FILE_NAMES_OTHER_SCHOOL].contains(&finding.rule);
    reading.findings.retain(|finding| about_itself(finding) || finding.file.as_ref().is_none_or(|file| !dropped.contains(file)));
    drop_rows(reading, |origin, _, _| dropped.contains(&origin.file));
}

/// The year and the half a table is of.
type Time = (Option<SchoolYear>, Option<Period>);

/// All rows of a file, without their places, and what it says of when it is from: equal for a file that was only saved again.
fn contents(reading: &Reading) -> BTreeMap<Arc<str>, String> {
    let mut rows: BTreeMap<Arc<str>, Vec<Said>> = BTreeMap::new();
    said::rows(reading, |origin, _, said| rows.entry(Arc::clone(&origin.file)).or_default().push(said()));
    let mut times: BTreeMap<&Arc<str>, BTreeSet<Time>> = BTreeMap::new();
    for table in &reading.stated {
        times.entry(&table.file).or_default().insert((table.year, table.period));
    }
    rows.into_iter()
        .map(|(file, mut rows)| {
            rows.sort_unstable();
            let content = format!("{:?} {:?}", times.get(&file), said::all(&rows));
            (file, content)
        })
        .collect()
}

/// One candidate among several files that hold the same form of the same school.
struct Version {
    file: Arc<str>,
    when: When,
    received: Option<Date>,
    name: Named,
    /// The day its documents are signed.
    signed: Option<Date>,
    /// It calls itself an addition to what was sent.
    adds: bool,
    /// How many schools the file is of: an office's collection is of several.
    schools: usize,
    criteria: BTreeSet<Option<Criterion>>,
    /// What was told where the file is called after another school than its sheets name.
    misnamed: Option<Finding>,
}

/// What a form says of the time it is from, best last: a form that says nothing of it may be of the time reported on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct When {
    of_year: bool,
    of_period: bool,
}

impl Version {
    /// What tells which of two is the newer: the half it reports on before what is called a draft, this before the day it came, the day before that in
    /// its name and that of its signature, these before the number in its name.
    fn weight(&self) -> (When, bool, Option<Date>, Option<NameDay>, Option<Date>, u32) {
        (self.when, !self.name.set_aside, self.received, self.name.day, self.signed, self.name.number)
    }

    /// Whether both speak of a criterion.
    fn meets(&self, other: &Version) -> bool {
        !self.criteria.is_disjoint(&other.criteria)
    }

    /// The same, whatever year stands above it: a year may be what is wrong.
    fn age(&self) -> (bool, bool, Option<Date>, Option<NameDay>, Option<Date>, u32) {
        (self.when.of_period, !self.name.set_aside, self.received, self.name.day, self.signed, self.name.number)
    }
}

/// A file that bears another school's name is a copy whose letterhead was left as it was: beside the school's own it is no version. What is told of
/// each such file, and the versions.
fn copies_apart(versions: Vec<Version>) -> (Vec<(Arc<str>, Finding)>, Vec<Version>) {
    let (misnamed, mut own): (Vec<Version>, Vec<Version>) = versions.into_iter().partition(|version| version.misnamed.is_some());
    let mut copies = Vec::new();
    let mut others = Vec::new();
    for version in misnamed {
        match &version.misnamed {
            Some(told) if own.iter().any(|own| own.meets(&version)) => {
                let told = Finding { rule: &finding::COPY_OF_OTHER_SCHOOL, ..told.clone() };
                copies.push((version.file, told));
            }
            _ => others.push(version),
        }
    }
    own.extend(others);
    (copies, own)
}

/// Of several files with the same form of the same school the newest counts. Files whose criteria do not meet complete each other.
pub(super) fn supersede(reading: &mut Reading, year: SchoolYear, period: Period) {
    let mut lost: Lost = Lost::new();
    let mut told_of = Vec::new();
    for ((school, form), versions) in candidates(reading, year, period, &mut told_of) {
        let (copies, versions) = copies_apart(versions);
        if let Some(taken) = versions.iter().max_by_key(|version| version.weight()) {
            for (file, told) in copies {
                told_of.push(told.with("taken", &taken.file).field(form.title()));
                lost.insert((file, form, school.clone()), Replaced::Whole);
            }
        }
        let overlap = |(at, version): (usize, &Version)| versions[..at].iter().any(|other| version.meets(other));
        if !versions.iter().enumerate().any(overlap) {
            continue;
        }
        let newest = versions.iter().map(Version::weight).max();
        let leaders: Vec<&Version> = versions.iter().filter(|version| Some(version.weight()) == newest).collect();
        let Some(taken) = leaders.iter().max_by(|a, b| b.schools.cmp(&a.schools).then(a.file.cmp(&b.file))) else { continue };
        let newest = leaders.len() == 1 && is_newest(taken, &versions);
        // Whichever is the newer, nothing is lost where a plan holds all that slips say again.
        let holds_all = |whole: &&&Version| {
            let parts = versions.iter().filter(|part| part.file != whole.file);
            parts.into_iter().all(|part| supplement::is_covered(reading, (&school, form), &part.file, &whole.file))
        };
        let whole = if newest { None } else { leaders.iter().find(holds_all) };
        let (taken, decided) = (whole.unwrap_or(taken), newest || whole.is_some());
        let mut covered = taken.criteria.clone();
        let mut others: Vec<&Version> = versions.iter().filter(|version| version.file != taken.file).collect();
        others.sort_by(|a, b| b.weight().cmp(&a.weight()).then(a.file.cmp(&b.file)));
        for version in others {
            let place = (Arc::clone(&version.file), form, school.clone());
            let one_year = taken.when.of_year == version.when.of_year;
            let is_part = covered.len() * 2 < version.criteria.len();
            if decided
                && one_year
                && (is_part || taken.adds)
                && let Some(supplement) = supplement::of(reading, (&school, form), &version.file, &taken.file, taken.adds)
            {
                let told = Finding::new(&finding::WORKS_ADDED).in_file(&taken.file).of_school(&school).field(form.title());
                told_of.push(told.with("older", &version.file).with("again", supplement.again.len()).with("added", supplement.added));
                covered.extend(version.criteria.iter().copied());
                lost.insert(place, Replaced::Rows(supplement.again));
                continue;
            }
            // The half before told what this one does not tell again.
            if decided && one_year && form == FormKind::Result && taken.when.of_period && !version.when.of_period {
                let left = supplement::left_as_told(reading, &school, &version.file, &taken.file);
                if !left.is_empty() {
                    let told = Finding::new(&finding::LEFT_AS_TOLD).in_file(&version.file).of_school(&school).field(form.title());
                    told_of.push(told.with("newer", &taken.file).with("count", left.len()));
                    lost.insert(place, Replaced::AllBut(left));
                    continue;
                }
            }
            // What covers less than half of what came before adds to it.
            if decided && is_part && one_year {
                let told = Finding::new(&finding::SUPPLEMENT).in_file(&taken.file).of_school(&school).field(form.title());
                let replaced: BTreeSet<Option<Criterion>> = covered.intersection(&version.criteria).copied().collect();
                told_of.push(told.with("older", &version.file).with("count", replaced.len()).with("of", version.criteria.len()));
                covered.extend(version.criteria.iter().copied());
                lost.insert(place, Replaced::Criteria(replaced));
                continue;
            }
            lost.insert(place, Replaced::Whole);
            let finding = if decided {
                let how = if whole.is_some() { "có đủ các việc của tệp này" } else { how(taken, version) };
                Finding::new(&finding::SUPERSEDED_FILE).with("newer", &taken.file).with("how", how)
            } else {
                Finding::new(&finding::VERSIONS_UNDECIDED).with("taken", &taken.file)
            };
            told_of.push(finding.in_file(&version.file).of_school(&school).field(form.title()));
        }
    }
    told_of = once_a_file(told_of);
    if lost.is_empty() {
        reading.findings.extend(told_of);
        return;
    }
    drop_rows(reading, |origin, (form, school), criterion| match lost.get(&(Arc::clone(&origin.file), form, school.to_owned())) {
        Some(Replaced::Whole) => true,
        Some(Replaced::Criteria(criteria)) => criterion.is_some_and(|criterion| criteria.contains(&criterion)),
        Some(Replaced::Rows(rows)) => rows.contains(origin),
        Some(Replaced::AllBut(rows)) => !rows.contains(origin),
        None => false,
    });
    for submission in &mut reading.submissions {
        let counted = |form: &FormKind| {
            let whole = |school: &String| lost.get(&(Arc::clone(&submission.file), *form, school.clone())) == Some(&Replaced::Whole);
            !submission.school_ids.iter().all(whole)
        };
        let main = |form: &&FormKind| matches!(form, FormKind::Plan | FormKind::Result | FormKind::Assessment | FormKind::Evidence);
        if submission.state == State::Accepted
            && submission.forms.iter().filter(main).count() > 0
            && !submission.forms.iter().filter(main).any(counted)
        {
            submission.state = State::Superseded;
        }
    }
    let superseded: BTreeSet<Arc<str>> = reading
        .submissions
        .iter()
        .filter(|submission| submission.state == State::Superseded)
        .map(|submission| Arc::clone(&submission.file))
        .collect();
    reading.findings.retain(|finding| finding.file.as_ref().is_none_or(|file| !superseded.contains(file)));
    reading.findings.extend(told_of);
}

/// Whether something says that this one is newer than all others, and nothing that one of them is.
fn is_newest(taken: &Version, versions: &[Version]) -> bool {
    let others = || versions.iter().filter(|version| version.file != taken.file);
    let dated = versions.iter().all(|version| version.received.is_some());
    let signed = versions.iter().all(|version| version.signed.is_some());
    let named = versions.iter().all(|version| version.name.day.is_some());
    let numbered = versions.iter().any(|version| version.name.number > 0);
    let alone_sent = !taken.name.set_aside && others().all(|other| other.name.set_aside);
    (dated || named || signed || numbered || alone_sent || others().all(|other| other.when < taken.when))
        && others().all(|other| other.age() <= taken.age())
}

fn how(taken: &Version, older: &Version) -> &'static str {
    if taken.when.of_period != older.when.of_period {
        "báo cáo của kỳ này"
    } else if taken.when.of_year != older.when.of_year {
        "ghi đúng năm học này"
    } else if taken.name.set_aside != older.name.set_aside {
        "tên của tệp này hoặc của thư mục chứa nó ghi là bản nháp hay bản cũ"
    } else if taken.received != older.received {
        "ngày nhận sau"
    } else if taken.name.day != older.name.day {
        "ngày trong tên tệp hoặc tên thư mục sau"
    } else if taken.signed != older.signed {
        "ngày ký sau"
    } else {
        match taken.name.by {
            By::Count => "số lần trong tên tệp lớn hơn",
            By::FolderCount => "số lần trong tên thư mục lớn hơn",
            By::FolderWord => "tên thư mục ghi là bản sửa hoặc bản chính thức",
            By::Word | By::Nothing => "tên tệp ghi là bản sửa",
        }
    }
}

/// One finding where the same is said of several forms of a file.
fn once_a_file(findings: Vec<Finding>) -> Vec<Finding> {
    let mut once: Vec<Finding> = Vec::new();
    for finding in findings {
        let same = once.iter_mut().find(|known| {
            known.rule == finding.rule
                && known.file == finding.file
                && known.school_id == finding.school_id
                && known.details == finding.details
        });
        match (same, &finding.field) {
            (Some(known), Some(form)) => known.field = Some(format!("{}, {form}", known.field.as_deref().unwrap_or_default())),
            _ => once.push(finding),
        }
    }
    once
}

/// What of a form in a file a newer file takes the place of.
#[derive(PartialEq)]
enum Replaced {
    Whole,
    Criteria(BTreeSet<Option<Criterion>>),
    Rows(BTreeSet<Origin>),
    AllBut(BTreeSet<Origin>),
}

type Lost = BTreeMap<(Arc<str>, FormKind, String), Replaced>;

fn versions(reading: &Reading, year: SchoolYear, period: Period) -> BTreeMap<(String, FormKind), Vec<Version>> {
    let mut criteria: BTreeMap<(String, FormKind, Arc<str>), BTreeSet<Option<Criterion>>> = BTreeMap::new();
    let mut add = |school: &str, form: FormKind, file: &Arc<str>, criterion: Option<Criterion>| {
        criteria.entry((school.to_owned(), form, Arc::clone(file))).or_default().insert(criterion);
    };
    for row in &reading.actions {
        add(&row.school_id, FormKind::Plan, &row.origin.file, row.criterion);
    }
    for row in &reading.reports {
        add(&row.school_id, FormKind::Result, &row.origin.file, row.criterion);
    }
    for row in &reading.assessments {
        add(&row.school_id, FormKind::Assessment, &row.origin.file, Some(row.criterion));
    }
    for row in &reading.evidence {
        add(&row.school_id, FormKind::Evidence, &row.origin.file, row.criterion);
    }
    let of_stages: BTreeSet<&str> =
        reading.schools.iter().filter(|school| school.kind == Some(SchoolKind::NhieuCap)).map(|school| school.id.as_str()).collect();
    let misnamed: Vec<&Finding> = reading.findings.iter().filter(|told| told.rule == &finding::FILE_NAMES_OTHER_SCHOOL).collect();
    let mut versions: BTreeMap<(String, FormKind), Vec<Version>> = BTreeMap::new();
    for ((school, form, file), criteria) in criteria {
        let submission = reading.submissions.iter().find(|submission| submission.file == file);
        let received = submission.and_then(|submission| submission.received_on);
        let schools = submission.map_or(1, |submission| submission.school_ids.len());
        let mut name = named(&file);
        let stated = || reading.stated.iter().filter(|table| table.file == file && table.school_id == school && table.form == form);
        // A form on several sheets is of this time where one of them is.
        let when =
            When { of_year: is_of(stated().map(|table| table.year), year), of_period: is_of(stated().map(|table| table.period), period) };
        let is_told = |told: &&Finding| told.file.as_ref() == Some(&file) && told.school_id.as_ref() == Some(&school);
        let signed = stated().filter_map(|table| table.signed).max();
        let adds = name.adds || stated().any(|table| table.adds);
        if adds && name.number == 0 {
            (name.number, name.by) = (2, By::Word);
        }
        let misnamed = misnamed.iter().copied().find(is_told).cloned();
        versions.entry((school, form)).or_default().push(Version { file, when, received, name, signed, adds, schools, criteria, misnamed });
    }
    for ((school, _), versions) in &mut versions {
        // A day without its year stands for itself only among others like it, and beside a name without one it tells nothing.
        let years = |version: &Version| version.name.day.map(|day| day.year.is_some());
        if versions.iter().any(|version| years(version).is_none() || years(version) != years(&versions[0])) {
            versions.iter_mut().for_each(|version| version.name.day = None);
        }
        if of_stages.contains(school.as_str()) {
            tell_stages_apart(&mut versions.iter_mut().map(|version| &mut version.name).collect::<Vec<_>>());
        }
    }
    versions
}

/// School and form, with the versions among which one counts: those of each part of the school apart.
fn candidates(reading: &Reading, year: SchoolYear, period: Period, told_of: &mut Vec<Finding>) -> Vec<((String, FormKind), Vec<Version>)> {
    let mut candidates = Vec::new();
    for (whose, versions) in versions(reading, year, period) {
        let parts = parts(whose.1, versions);
        if let [first, _, ..] = parts.as_slice() {
            let files: Vec<&str> = parts.iter().flatten().map(|version| &*version.file).collect();
            let told = Finding::new(&finding::FILES_OF_PARTS).of_school(&whose.0).field(whose.1.title());
            told_of.extend(first.first().map(|first| told.in_file(&first.file).with("files", files.join("\", \""))));
        }
        candidates.extend(parts.into_iter().map(|versions| (whose.clone(), versions)));
    }
    candidates
}

/// The versions of each part of the school, where every file is of one: campuses and teams plan their own works. The school assesses itself as one.
fn parts(form: FormKind, versions: Vec<Version>) -> Vec<Vec<Version>> {
    if form == FormKind::Assessment || versions.iter().any(|version| version.name.part.is_none()) {
        return vec![versions];
    }
    let mut parts: BTreeMap<Option<String>, Vec<Version>> = BTreeMap::new();
    for version in versions {
        parts.entry(version.name.part.clone()).or_default().push(version);
    }
    parts.into_values().collect()
}

/// Whether one of the tables is of this time, or none says of which it is.
fn is_of<T: PartialEq>(stated: impl Iterator<Item = Option<T>>, own: T) -> bool {
    let mut stated = stated.peekable();
    stated.peek().is_none() || stated.any(|time| time.is_none_or(|time| time == own))
}

/// `lost` is asked with the criterion of a row, where it is a row of a table.
pub(super) fn drop_rows(reading: &mut Reading, lost: impl Fn(&Origin, (FormKind, &str), Option<Option<Criterion>>) -> bool) {
    reading.actions.retain(|row| !lost(&row.origin, (FormKind::Plan, &row.school_id), Some(row.criterion)));
    reading.reports.retain(|row| !lost(&row.origin, (FormKind::Result, &row.school_id), Some(row.criterion)));
    reading.assessments.retain(|row| !lost(&row.origin, (FormKind::Assessment, &row.school_id), Some(Some(row.criterion))));
    reading.evidence.retain(|row| !lost(&row.origin, (FormKind::Evidence, &row.school_id), Some(row.criterion)));
    reading.declarations.retain(|row| {
        let (Declaration::CriteriaMet { school_id, origin, .. } | Declaration::SchoolLevel { school_id, origin, .. }) = row;
        !lost(origin, (FormKind::Assessment, school_id), None)
    });
}

/// File, school, form and sheet.
pub(super) type Places = BTreeSet<(Arc<str>, String, FormKind, Arc<str>)>;

/// Takes out the rows there, and what was said of a sheet that gives nothing any more.
pub(super) fn drop_places(reading: &mut Reading, places: &Places) {
    drop_rows(reading, |origin, (form, school), _| {
        places.contains(&(Arc::clone(&origin.file), school.to_owned(), form, Arc::clone(&origin.sheet)))
    });
    drop_emptied(reading, places);
}

/// Of places that lost rows: what was said of a sheet that gives nothing any more goes; a file of which nothing is left is superseded.
pub(super) fn drop_emptied(reading: &mut Reading, places: &Places) {
    let mut left: BTreeSet<(Arc<str>, Arc<str>)> = BTreeSet::new();
    said::rows(reading, |origin, _, _| {
        left.insert((Arc::clone(&origin.file), Arc::clone(&origin.sheet)));
    });
    let all = places.iter().map(|(file, _, _, sheet)| (Arc::clone(file), Arc::clone(sheet)));
    let gone: BTreeSet<(Arc<str>, Arc<str>)> = all.filter(|place| !left.contains(place)).collect();
    reading.findings.retain(|finding| match (&finding.file, &finding.sheet) {
        (Some(file), Some(sheet)) => !gone.contains(&(Arc::clone(file), Arc::clone(sheet))),
        _ => true,
    });
    let files: BTreeSet<&Arc<str>> = left.iter().map(|(file, _)| file).collect();
    for submission in reading.submissions.iter_mut().filter(|submission| submission.state == State::Accepted) {
        if gone.iter().any(|(file, _)| *file == submission.file) && !files.contains(&submission.file) {
            submission.state = State::Superseded;
        }
    }
}
