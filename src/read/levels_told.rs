//! A table that its titles make one of work ("Tiêu chí | Nội dung | Kết quả đạt được") in; where the column of what came of it holds nothing but
//! levels, the self-assessment it is, out.

use super::Context;
use super::grid::Row;
use super::header::{Assigned, Header, Matcher};
use super::names::Names;
use super::table::Table;
use crate::finding::{self, Finding};
use crate::form::{Field, Form};
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::text;

/// Rows that make a table.
const FEWEST: usize = 3;
/// From this share of its cells on, a column holds levels.
const SHARE: f64 = 0.8;
/// Rows looked at.
const ROWS: usize = 120;
/// What a column counts for that its title and its content made out.
const UNDERSTOOD: f64 = 0.95;

pub(super) fn settle<'a>(matcher: &Matcher<'a>, header: &mut Header<'a>, body: &[Row]) {
    if !matches!(header.form.kind, FormKind::Plan | FormKind::Result) || says_when_or_who(header) {
        return;
    }
    let Some(code) = header.column(Field::Criterion).map(|assigned| assigned.column) else { return };
    let titled = titled(header);
    let coded = || {
        body.iter()
            .take(ROWS)
            .filter(|row| row.get(code).is_some_and(|cell| phrase::criterion::parse(&cell.text, Some(1), None).criterion.is_some()))
    };
    let told = |column: u32| {
        let cells = || coded().filter_map(|row| row.get(column));
        let levels = cells().filter(|cell| names_a_level(&cell.text)).count();
        levels >= FEWEST && levels as f64 >= SHARE * cells().count() as f64
    };
    let mut levels = titled.iter().filter(|(column, _)| *column != code && told(*column));
    let Some((column, title)) = levels.next().filter(|_| levels.next().is_none()) else { return };
    let forms = matcher.forms().map(|(form, _)| form);
    if let Some(form) = of_one_column(forms) {
        *header = of_levels(form, header, &titled, (*column, title));
    }
}

/// Tables that name criteria where others name work ("1.1 | Phương hướng, chiến lược | Đạt"), each judged by a word or by the number of a level:
/// they tell of no work. By table what is to be told of it.
pub(super) fn judged<'a>(tables: &mut [(usize, Table<'a>)], context: &Context<'a>) -> Vec<(usize, Finding)> {
    let mut told = Vec::new();
    for (place, (_, table)) in tables.iter_mut().enumerate().filter(|(_, (_, table))| !table.pinned) {
        let header = &table.header;
        if !matches!(header.form.kind, FormKind::Plan | FormKind::Result) || says_when_or_who(header) {
            continue;
        }
        let column = |fields: &[Field]| fields.iter().find_map(|field| header.column(*field));
        let work = column(&[Field::Planned, Field::Task, Field::Content]);
        let verdict = column(&[Field::Status, Field::Outcome, Field::Done]);
        let (Some(code), Some(work), Some(verdict)) = (header.column(Field::Criterion), work, verdict) else { continue };
        let names: Vec<Names> = context.frameworks.all.iter().map(Names::of).collect();
        let rows = table.body.iter().take(ROWS).filter_map(|row| {
            let criterion = phrase::criterion::parse(&row.get(code.column)?.text, Some(1), None).criterion?;
            let text = text::fold(&row.get(work.column)?.text);
            let verdict = row.get(verdict.column).map_or("", |cell| cell.text.trim());
            Some((names.iter().any(|names| names.is_of(&text, criterion)), verdict))
        });
        let rows: Vec<(bool, &str)> = rows.collect();
        // "Đ" beside "K"
        let is_verdict = |text: &str| phrase::mark::word(text).is_some() || text::fold(text) == "k";
        let by_number = are_levels(rows.iter().map(|(_, verdict)| *verdict));
        let own = rows.iter().filter(|(named, verdict)| *named && (by_number || is_verdict(verdict))).count();
        if own < FEWEST || (own as f64) < SHARE * rows.len() as f64 {
            continue;
        }
        if let Some(form) = of_one_column(context.forms.all.iter()) {
            if by_number {
                let finding = Finding::new(&finding::LEVELS_BY_NUMBER).raw(&verdict.title).with("count", rows.len());
                told.push((place, Finding { cell: Some(Address::new(header.first, verdict.column)), ..finding }));
            }
            let verdict = (verdict.column, &verdict.title.clone());
            table.header = of_levels(form, header, &titled(header), verdict);
        }
    }
    told
}

/// Numbers that can be nothing but levels: 0 to 3 or nothing in every row, and not only the 1 and 0 that also stand for yes and no.
fn are_levels<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let filled: Vec<&str> = cells.filter(|text| !phrase::status::is_nothing(text)).collect();
    filled.len() >= FEWEST && filled.iter().all(|text| matches!(*text, "0" | "1" | "2" | "3")) && filled.iter().any(|text| *text >= "2")
}

/// Who does it, when and for how much is asked of work alone.
fn says_when_or_who(header: &Header<'_>) -> bool {
    [Field::Time, Field::Start, Field::End, Field::Lead, Field::Cost].into_iter().any(|field| header.column(field).is_some())
}

/// Every column with its title, understood or not.
fn titled(header: &Header<'_>) -> Vec<(u32, String)> {
    let understood = header.columns.iter().map(|assigned| (assigned.column, &assigned.title));
    let all = understood.chain(header.unused.iter().map(|(column, title)| (*column, title)));
    all.map(|(column, title)| (column, title.clone())).collect()
}

/// The self-assessment of one column that names levels.
fn of_one_column<'a>(mut forms: impl Iterator<Item = &'a Form>) -> Option<&'a Form> {
    let has_levels = |field: Field| field == Field::Level || field.level().is_some();
    forms.find(|form| {
        form.kind == FormKind::Assessment
            && form.column(Field::Criterion).is_some()
            && form.column(Field::Outcome).is_some()
            && !form.columns.iter().any(|column| has_levels(column.field))
    })
}

fn of_levels<'a>(form: &'a Form, header: &Header<'a>, titled: &[(u32, String)], (column, title): (u32, &String)) -> Header<'a> {
    let names =
        |assigned: &&Assigned| matches!(assigned.field, Field::Ordinal | Field::Standard | Field::Criterion) && assigned.column != column;
    let mut columns: Vec<Assigned> = header.columns.iter().filter(names).cloned().collect();
    columns.push(Assigned { field: Field::Outcome, column, title: title.clone(), score: UNDERSTOOD, runner_up: None });
    columns.sort_by_key(|assigned| assigned.column);
    let unused = titled.iter().filter(|(column, _)| !columns.iter().any(|assigned| assigned.column == *column)).cloned().collect();
    let missing = form.lacking(|field| columns.iter().any(|assigned| assigned.field == field));
    Header { columns, unused, missing, score: header.score.max(UNDERSTOOD), ..Header::empty(form, header.first, header.end) }
}

/// "Đạt Mức 2", "Không đạt"; a bare number may be anything.
fn names_a_level(text: &str) -> bool {
    phrase::levels::reached(text).is_some() && text::fold(text).contains(['m', 'd'])
}
