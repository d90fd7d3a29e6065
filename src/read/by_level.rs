//! A self-assessment in; whether it has a row for each level of a criterion ("1.1 | Mức 2 | Không đạt"), and where the level stands, out.

use std::collections::BTreeSet;

use super::grid::Row;
use super::header::{Assigned, Header, Matcher};
use crate::form::{Field, Form};
use crate::model::FormKind;
use crate::phrase;

/// From this share of its cells on, a column holds levels.
const SHARE: f64 = 0.8;
/// Cells that make such a column.
const FEWEST: usize = 3;
/// Levels that each criterion has on the average, or more; all have two at least, and rows may be missing.
const LEVELS_EACH: f64 = 1.5;
/// Rows looked at.
const ROWS: usize = 120;
/// What a column counts for that its content made out.
const BY_CONTENT: f64 = 0.8;

/// Makes the header that of a table with a row for each level, where its rows say so: levels in a column of their own, or in the cells of the codes.
pub(super) fn settle<'a>(matcher: &Matcher<'a>, header: &mut Header<'a>, body: &[Row]) {
    // Levels in columns of their own leave none to rows.
    if header.form.kind != FormKind::Assessment || header.columns.iter().any(|assigned| assigned.field.level().is_some()) {
        return;
    }
    let Some(form) = matcher.forms().map(|(form, _)| form).find(|form| form.column(Field::Level).is_some()) else { return };
    let body = &body[..body.len().min(ROWS)];
    let Some(code) = code_column(header) else { return };
    if header.form.column(Field::Level).is_none() {
        let in_codes = levels_in_codes(body, code);
        let column = level_column(header, body, code);
        if !(in_codes || column.is_some()) {
            return;
        }
        let Some(turned) = turned(form, header, code, column, body) else { return };
        *header = turned;
    }
    if header.column(Field::Level).is_none() && levels_in_codes(body, code) {
        header.missing.retain(|field| *field != Field::Level);
    }
}

fn code_column(header: &Header<'_>) -> Option<u32> {
    [Field::Criterion, Field::Item].into_iter().find_map(|field| header.column(field)).map(|assigned| assigned.column)
}

/// "1.1 - Mức 2", or "Mức 2" below "1.1".
fn levels_in_codes(body: &[Row], code: u32) -> bool {
    let levels: Vec<u8> = body
        .iter()
        .filter_map(|row| row.get(code))
        .filter_map(|cell| phrase::levels::of_code(&cell.text).map(|(_, level)| level).or_else(|| phrase::levels::named(&cell.text)))
        .collect();
    levels.len() >= FEWEST && levels.iter().collect::<BTreeSet<_>>().len() >= 2
}

/// The column of bare levels that come again and again, below fewer codes than there are levels.
fn level_column(header: &Header<'_>, body: &[Row], code: u32) -> Option<u32> {
    let named: Vec<u32> =
        body.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect::<BTreeSet<_>>().into_iter().collect();
    // "1.1 | Mức 2" and "1.2 | Mức 1" may be what each criterion aims at.
    let codes_beside = |column: u32| {
        let rows = body.iter().filter(|row| row.get(column).is_some());
        rows.filter_map(|row| row.get(code)).map(|cell| cell.text.as_str()).collect::<BTreeSet<_>>().len()
    };
    let mut found = named.into_iter().filter(|column| {
        let marks = header.field_at(*column).is_some_and(|field| !matches!(field, Field::Outcome | Field::Note | Field::Content));
        let cells: Vec<&str> = body.iter().filter_map(|row| row.get(*column)).map(|cell| cell.text.as_str()).collect();
        let levels: Vec<u8> = cells.iter().filter_map(|text| phrase::levels::named(text)).collect();
        let falls = levels.windows(2).filter(|pair| pair[1] < pair[0]).count();
        let rises = levels.windows(2).filter(|pair| pair[1] > pair[0]).count();
        !marks
            && *column != code
            && levels.len() >= FEWEST
            && levels.len() as f64 >= SHARE * cells.len() as f64
            // 1, 2, 3, 1, 2, 3: the levels of one criterion after the other; a level reached by each goes up and down as it will.
            && rises + falls + 1 == levels.len()
            && levels.windows(2).all(|pair| pair[1] == pair[0] + 1 || pair[1] == 1)
            && codes_beside(*column) as f64 <= levels.len() as f64 / LEVELS_EACH
    });
    found.next().filter(|_| found.next().is_none())
}

/// The header as one of the form with levels in rows; `None` where nothing says whether a level is met.
fn turned<'a>(form: &'a Form, header: &Header<'a>, code: u32, level: Option<u32>, body: &[Row]) -> Option<Header<'a>> {
    let mut turned = Header { form, columns: Vec::new(), ..header.clone() };
    let title = |column: u32| {
        let of = header.columns.iter().find(|assigned| assigned.column == column).map(|assigned| assigned.title.clone());
        of.or_else(|| header.unused.iter().find(|(unused, _)| *unused == column).map(|(_, title)| title.clone())).unwrap_or_default()
    };
    let by_content = |field: Field, column: u32| Assigned { field, column, title: title(column), score: BY_CONTENT, runner_up: None };
    for assigned in &header.columns {
        if assigned.column == code {
            turned.columns.push(Assigned { field: Field::Criterion, runner_up: None, ..assigned.clone() });
        } else if Some(assigned.column) != level && form.column(assigned.field).is_some() {
            turned.columns.push(assigned.clone());
        }
    }
    turned.columns.extend(level.map(|column| by_content(Field::Level, column)));
    let judged = |header: &Header<'_>| [Field::Outcome, Field::Met, Field::Unmet].into_iter().any(|field| header.column(field).is_some());
    if !judged(&turned) {
        let marks = |column: u32| {
            let cells: Vec<&str> = body.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).collect();
            cells.len() >= FEWEST && cells.iter().all(|text| phrase::mark::parse(text).is_some())
        };
        let strange: Vec<u32> = header.unused.iter().map(|(column, _)| *column).filter(|column| marks(*column)).collect();
        let [only] = strange[..] else { return None };
        turned.columns.push(by_content(Field::Outcome, only));
    }
    turned.columns.sort_by_key(|assigned| assigned.column);
    turned.unused.retain(|(column, _)| !turned.columns.iter().any(|assigned| assigned.column == *column));
    turned.missing = form.lacking(|field| turned.column(field).is_some() || field == Field::Level);
    turned.missing.is_empty().then_some(turned)
}
