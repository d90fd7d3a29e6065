//! A table that its titles make one of work ("Tiêu chí | Nội dung | Kết quả đạt được") in; where the column of what came of it holds nothing but
//! levels, the self-assessment it is, out.

use super::grid::Row;
use super::header::{Assigned, Header, Matcher};
use crate::form::{Field, Form};
use crate::model::FormKind;
use crate::phrase;
use crate::text;

/// Rows that make a table.
pub(super) const FEWEST: usize = 3;
/// From this share of its cells on, a column holds levels.
pub(super) const SHARE: f64 = 0.8;
/// Rows looked at.
pub(super) const ROWS: usize = 120;
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

/// Who does it, when and for how much is asked of work alone.
pub(super) fn says_when_or_who(header: &Header<'_>) -> bool {
    [Field::Time, Field::Start, Field::End, Field::Lead, Field::Cost].into_iter().any(|field| header.column(field).is_some())
}

/// Every column with its title, understood or not.
pub(super) fn titled(header: &Header<'_>) -> Vec<(u32, String)> {
    let understood = header.columns.iter().map(|assigned| (assigned.column, &assigned.title));
    let all = understood.chain(header.unused.iter().map(|(column, title)| (*column, title)));
    all.map(|(column, title)| (column, title.clone())).collect()
}

/// The self-assessment of one column that names levels.
pub(super) fn of_one_column<'a>(mut forms: impl Iterator<Item = &'a Form>) -> Option<&'a Form> {
    let has_levels = |field: Field| field == Field::Level || field.level().is_some();
    forms.find(|form| {
        form.kind == FormKind::Assessment
            && form.column(Field::Criterion).is_some()
            && form.column(Field::Outcome).is_some()
            && !form.columns.iter().any(|column| has_levels(column.field))
    })
}

pub(super) fn of_levels<'a>(form: &'a Form, header: &Header<'a>, titled: &[(u32, String)], (column, title): (u32, &String)) -> Header<'a> {
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
