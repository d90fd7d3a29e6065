//! From each form, hundreds of tables as schools deform them: what is read must be right, and what is not right must be told.

mod draft;
mod luck;
mod mutate;

use std::collections::BTreeMap;
use std::sync::Arc;

use ctcl::finding::{self, Finding, Severity};
use ctcl::form::Field;
use ctcl::read::Source;
use ctcl::reading::Reading;

use crate::paper::{Office, workbook};

use draft::{Draft, Entry, FORMS, Record, draft};
use luck::Luck;
use mutate::{Laid, Layout, lay, mutate};

/// Of each form.
const MUTATIONS: u64 = 500;
/// Of all fields, how many must be read as they stand.
const RIGHT_PERCENT: f64 = 99.0;

struct Case {
    seed: u64,
    draft: Draft,
    layout: Layout,
    laid: Laid,
}

#[derive(Default)]
struct Score {
    fields: usize,
    wrong: usize,
    silent: Vec<String>,
    told: Vec<String>,
}

#[test]
fn deformed_tables_are_read_right_or_it_is_told() {
    let offices: BTreeMap<i16, Office> = [2023, 2026].map(|year| (year, Office::in_year(year))).into();
    let mut shown = Vec::new();
    let mut holds = true;
    for (form, (name, ..)) in FORMS.iter().enumerate() {
        let score = of_form(form, &offices);
        let percent = 100.0 * (score.fields - score.wrong) as f64 / score.fields as f64;
        holds &= percent >= RIGHT_PERCENT && score.silent.is_empty();
        shown.push(format!(
            "{}: {percent:.3}% of {} fields right, {} wrong, {} of them silently\n    {}\n    told: {}",
            name,
            score.fields,
            score.wrong,
            score.silent.len(),
            first(&score.silent, 6),
            if percent < RIGHT_PERCENT { first(&score.told, 6) } else { String::new() }
        ));
    }
    assert!(holds, "\n{}", shown.join("\n"));
}

fn first(lines: &[String], count: usize) -> String {
    lines.iter().take(count).cloned().collect::<Vec<_>>().join("\n    ")
}

fn of_form(form: usize, offices: &BTreeMap<i16, Office>) -> Score {
    let mut cases: Vec<Case> = Vec::new();
    let year = if FORMS[form].0.ends_with("2026") { 2026 } else { 2023 };
    let office = &offices[&year];
    for seed in 0..=MUTATIONS {
        let mut luck = Luck::of(FORMS[form].0, seed);
        let mut draft = draft(form, office, &mut luck);
        // The first is the table as printed: what even that does not read right is no mutation's fault.
        let plain = Layout::plain(&draft);
        let layout = if seed == 0 { plain } else { mutate(&mut draft, office, &mut luck) };
        let laid = lay(&draft, &layout, &mut luck);
        cases.push(Case { seed, draft, layout, laid });
    }
    let sources: Vec<Source> =
        cases.iter().map(|case| Source::in_memory(&file(case), workbook(std::slice::from_ref(&case.laid.paper)))).collect();
    let mut score = Score::default();
    let mut of_file = by_file(office.read(&sources));
    for case in &cases {
        judge(case, &of_file.remove(&*file(case)).unwrap_or_default(), &mut score);
    }
    score
}

fn file(case: &Case) -> String {
    format!("{:04}.xlsx", case.seed)
}

fn by_file(reading: Reading) -> BTreeMap<Arc<str>, Reading> {
    let mut files: BTreeMap<Arc<str>, Reading> = BTreeMap::new();
    for action in reading.actions {
        files.entry(Arc::clone(&action.origin.file)).or_default().actions.push(action);
    }
    for report in reading.reports {
        files.entry(Arc::clone(&report.origin.file)).or_default().reports.push(report);
    }
    for evidence in reading.evidence {
        files.entry(Arc::clone(&evidence.origin.file)).or_default().evidence.push(evidence);
    }
    for assessment in reading.assessments {
        files.entry(Arc::clone(&assessment.origin.file)).or_default().assessments.push(assessment);
    }
    for finding in reading.findings {
        if let Some(file) = &finding.file {
            files.entry(Arc::clone(file)).or_default().findings.push(finding);
        }
    }
    files
}

fn judge(case: &Case, reading: &Reading, score: &mut Score) {
    let findings: Vec<&Finding> = reading.findings.iter().collect();
    let mut found: BTreeMap<u32, BTreeMap<Field, Vec<String>>> = BTreeMap::new();
    let mut add = |row: u32, field: Field, text: String| found.entry(row).or_default().entry(field).or_default().push(text);
    let code = |criterion: Option<ctcl::model::Criterion>| criterion.map(|criterion| criterion.to_string()).unwrap_or_default();
    for action in &reading.actions {
        let row = action.origin.cell.row;
        add(row, Field::Criterion, code(action.criterion));
        for (field, text) in [
            (Field::Target, &action.target),
            (Field::Task, &action.task),
            (Field::Lead, &action.lead),
            (Field::Time, &action.time_text),
            (Field::Cost, &action.cost_text),
            (Field::Conditions, &action.conditions),
            (Field::Note, &action.note),
            (Field::Status, &action.done_text),
        ] {
            add(row, field, text.clone());
        }
    }
    for report in &reading.reports {
        let row = report.origin.cell.row;
        add(row, Field::Criterion, code(report.criterion));
        for (field, text) in [
            (Field::Planned, &report.planned),
            (Field::Adjusted, &report.adjusted),
            (Field::Done, &report.done_text),
            (Field::Status, &report.done_text),
            (Field::Ongoing, &report.ongoing_text),
            (Field::NotStarted, &report.not_started_text),
            (Field::Note, &report.note),
        ] {
            add(row, field, text.clone());
        }
    }
    for evidence in &reading.evidence {
        let row = evidence.origin.cell.row;
        add(row, Field::Criterion, code(evidence.criterion));
        add(row, Field::EvidenceCode, evidence.code.clone().unwrap_or_default());
        for (field, text) in [
            (Field::Evidence, &evidence.description),
            (Field::Place, &evidence.place),
            (Field::Collector, &evidence.collector),
            (Field::Time, &evidence.time_text),
            (Field::Cost, &evidence.cost_text),
            (Field::Note, &evidence.note),
        ] {
            add(row, field, text.clone());
        }
    }
    for assessment in &reading.assessments {
        let row = assessment.origin.cell.row;
        let field = [Field::Level1, Field::Level2, Field::Level3, Field::Met][usize::from(assessment.level) - 1];
        add(row, field, format!("{} {}", assessment.criterion, assessment.result.code()));
    }
    for (at, entry) in case.draft.entries.iter().enumerate() {
        let rows = &case.laid.rows[at];
        let here: Vec<(u32, BTreeMap<Field, Vec<String>>)> = rows.iter().filter_map(|row| found.remove_entry(row)).collect();
        let expected = if let Entry::Record(record) = entry { expected(case, record) } else { Vec::new() };
        if expected.is_empty() && !here.is_empty() {
            wrong(case, rows, None, "a record where none stands", &findings, score);
        }
        if here.len() > 1 {
            wrong(case, rows, None, "one record read as two", &findings, score);
        }
        for (field, text) in expected {
            score.fields += 1;
            let read = here.first().and_then(|(_, fields)| fields.get(&field)).cloned().unwrap_or_default();
            let same = read.len() == 1 && words(&read[0]) == words(&text);
            if !same {
                let what = format!("{field}: {text:?} read as {read:?}");
                wrong(case, rows, Some(field), &what, &findings, score);
            }
        }
    }
    for row in found.keys() {
        wrong(case, &[*row], None, "a record outside the table", &findings, score);
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// What a reader of the table would write down of a record.
fn expected(case: &Case, record: &Record) -> Vec<(Field, String)> {
    let mut expected = Vec::new();
    let criterion = record.criterion.clone().unwrap_or_default();
    let cell = |field: Field| case.draft.at(field).map_or("", |at| record.cells[at].as_str());
    if case.draft.form.starts_with("assessment") {
        let office_levels = [(1, Field::Level1), (2, Field::Level2), (3, Field::Level3)];
        for (_, field) in office_levels.into_iter().filter(|(_, field)| case.draft.at(*field).is_some()) {
            let exists = field != Field::Level3 || case.has_third_level(&criterion);
            if exists {
                let result = if cell(field).is_empty() { "unmet" } else { "met" };
                expected.push((field, format!("{criterion} {result}")));
            }
        }
        return expected;
    }
    if case.draft.form == "level4-2018" {
        let result = if cell(Field::Met).is_empty() { "unmet" } else { "met" };
        return vec![(Field::Met, format!("{criterion} {result}"))];
    }
    let foreign_note = case.draft.columns.iter().any(|column| column.field.is_none() && column.title.starts_with("Ghi chú"));
    for (at, column) in case.draft.columns.iter().enumerate() {
        match column.field {
            Some(Field::Ordinal | Field::Content | Field::Indicator) | None => {}
            // The list of evidence that the 2026 plan foresees is not kept.
            Some(Field::Evidence) if case.draft.form.starts_with("plan") => {}
            Some(Field::Criterion) => expected.push((Field::Criterion, criterion.clone())),
            // Kept without the brackets around it.
            Some(Field::EvidenceCode) => expected.push((Field::EvidenceCode, record.cells[at].trim_matches(['[', ']']).to_owned())),
            Some(field) => expected.push((field, record.cells[at].clone())),
        }
    }
    // What the table does not say must not be read into it.
    let kept = |field: Field| case.draft.at(field).is_some();
    let texts: &[Field] = if case.draft.form.starts_with("plan") {
        &[Field::Target, Field::Lead, Field::Cost, Field::Conditions, Field::Note]
    } else {
        &[Field::Note]
    };
    for field in texts {
        if !(kept(*field) || *field == Field::Note && foreign_note) {
            expected.push((*field, String::new()));
        }
    }
    expected
}

impl Case {
    /// By the marks of the framework of lower secondary schools.
    fn has_third_level(&self, criterion: &str) -> bool {
        THIRD_LEVELS.with(|known| known.contains(criterion))
    }
}

thread_local! {
    static THIRD_LEVELS: std::collections::BTreeSet<String> = {
        let frameworks = ctcl::framework::Frameworks::load(None).expect("the built-in frameworks are sound");
        let framework = frameworks.get("tt18-2018").expect("built in");
        framework.criteria_with(3).map(|criterion| criterion.to_string()).collect()
    };
}

fn wrong(case: &Case, rows: &[u32], field: Option<Field>, what: &str, findings: &[&Finding], score: &mut Score) {
    score.wrong += 1;
    let told = findings.iter().find(|finding| speaks_of(finding, case, rows, field));
    let titles: Vec<&str> = case.draft.columns.iter().map(|column| column.title.as_str()).collect();
    let line = format!("{} seed {} {:?} {titles:?} rows {rows:?}: {what}", case.draft.form, case.seed, case.layout.done);
    match told {
        Some(finding) => score.told.push(format!("{line} [{}]", finding.rule.id)),
        None => score.silent.push(line),
    }
}

/// Whether a finding leads somebody to the wrong field: it names the row, the column, or says that the table or the file was not read.
fn speaks_of(finding: &Finding, case: &Case, rows: &[u32], field: Option<Field>) -> bool {
    let Some(cell) = finding.cell else { return finding.rule.severity == Severity::Error };
    if finding.rule == &finding::ROWS_NOT_TAKEN {
        return finding.details.get("rows").is_some_and(|listed| rows.iter().any(|row| lists(listed, row + 1)));
    }
    if rows.contains(&cell.row) {
        return true;
    }
    let column = field.and_then(|field| case.draft.at(field)).map(|at| u32::from(case.laid.first_column) + at as u32);
    let whole = [&finding::TABLE_UNCERTAIN, &finding::COLUMN_MISSING].contains(&finding.rule);
    let of_column = [&finding::COLUMN_UNCERTAIN, &finding::COLUMN_UNUSED].contains(&finding.rule)
        && (column == Some(cell.column) || field.is_some_and(|field| finding.field.as_deref() == Some(field.title())));
    whole && case.laid.header.contains(&cell.row) || of_column
}

/// Whether "10, 18-20 (tiêu đề lặp lại); 31 (chữ ký)" names a row.
fn lists(listed: &str, row: u32) -> bool {
    listed.split(';').filter_map(|part| part.split('(').next()).flat_map(|rows| rows.split(',')).any(|rows| {
        let mut ends = rows.trim().split('-').filter_map(|end| end.parse::<u32>().ok());
        let first = ends.next();
        first.is_some_and(|first| (first..=ends.next().unwrap_or(first)).contains(&row))
    })
}
