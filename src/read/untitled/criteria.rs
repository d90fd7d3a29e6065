//! Columns of criteria whose titles alone do not settle what they are: what stands below them does.

use super::{BY_CONTENT, FEWEST_CELLS, ROWS, SURE, agreement};
use crate::form::{Content, Field};
use crate::model::FormKind;
use crate::phrase;
use crate::read::content::profiles;
use crate::read::grid::Row;
use crate::read::header::{Assigned, Header};
use crate::text;

fn names_criteria(title: &str) -> bool {
    let folded = text::fold(title);
    folded.contains("tieu chi") || matches!(folded.as_str(), "tc" | "tch")
}

/// "Tiêu chí TĐG" over nothing but codes, in a table of work that has no other column of criteria: whatever else its title says.
pub(in crate::read) fn with_criteria(header: &mut Header<'_>, body: &[Row]) {
    let has_codes = [Field::Criterion, Field::Standard, Field::Item].into_iter().any(|field| header.column(field).is_some());
    if has_codes || !matches!(header.form.kind, FormKind::Plan | FormKind::Result) {
        return;
    }
    let mut named = header.unused.iter().filter(|(_, title)| names_criteria(title));
    let (Some((column, title)), None) = (named.next().cloned(), named.next()) else { return };
    let rows: Vec<&Row> = body.iter().take(ROWS).filter(|row| row.get(column).is_some()).collect();
    let coded = profiles(&rows).get(&column).map_or(0.0, |profile| agreement(profile, Content::Code));
    if rows.len() < FEWEST_CELLS || coded < SURE {
        return;
    }
    header.unused.retain(|(unused, _)| *unused != column);
    header.columns.push(Assigned { field: Field::Criterion, column, title, score: BY_CONTENT, runner_up: None });
    header.columns.sort_by_key(|assigned| assigned.column);
}

/// "Tiêu chí | Tên tiêu chí": of two columns that both are of criteria the one holds the codes, as numbers of the rows, the other the names.
pub(in crate::read) fn with_codes_beside_names(header: &mut Header<'_>, body: &[Row]) {
    const MOST_NAMES: f64 = 0.2;
    let Some(names) = header.column(Field::Criterion).map(|assigned| assigned.column) else { return };
    if codes_behind_numbers(header, body, names) {
        return;
    }
    let titled = |column: u32| header.unused.iter().find(|(unused, title)| *unused == column && names_criteria(title));
    let Some((codes, title)) = names.checked_sub(1).and_then(titled).cloned() else { return };
    let rows: Vec<&Row> = body.iter().take(ROWS).filter(|row| row.get(names).is_some() && row.get(codes).is_some()).collect();
    let profiles = profiles(&rows);
    let coded = |column: u32| profiles.get(&column).map_or(0.0, |profile| agreement(profile, Content::Code));
    if coded(codes) < SURE || coded(names) > MOST_NAMES {
        return;
    }
    header.unused.retain(|(unused, _)| *unused != codes);
    if header.column(Field::Ordinal).is_none() {
        header.columns.push(Assigned { field: Field::Ordinal, column: codes, title, score: BY_CONTENT, runner_up: None });
    } else if let Some(named) = header.columns.iter_mut().find(|assigned| assigned.field == Field::Criterion) {
        let before = std::mem::replace(named, Assigned { column: codes, title, ..named.clone() });
        header.unused.push((before.column, before.title));
        header.unused.sort();
    }
    header.columns.sort_by_key(|assigned| assigned.column);
}

/// "Tiêu chí" over two columns, "1 | Tiêu chí 1.2" below it: the first holds the numbers of the rows, which have no other column, the second the codes.
fn codes_behind_numbers(header: &mut Header<'_>, body: &[Row], titled: u32) -> bool {
    let untitled = !header.knows(titled + 1) && !header.unused.iter().any(|(column, _)| *column == titled + 1);
    let rows: Vec<&Row> = body.iter().take(ROWS).filter(|row| row.get(titled).is_some() && row.get(titled + 1).is_some()).collect();
    if !untitled || header.column(Field::Ordinal).is_some() || header.form.column(Field::Ordinal).is_none() || rows.len() < FEWEST_CELLS {
        return false;
    }
    let profiles = profiles(&rows);
    let holds = |content: Content| profiles.get(&titled).map_or(0.0, |profile| agreement(profile, content));
    let is_coded =
        |row: &&&Row| row.get(titled + 1).is_some_and(|cell| phrase::criterion::parse(&cell.text, None, None).criterion.is_some());
    let coded = rows.iter().filter(is_coded).count() as f64 / rows.len() as f64;
    let moves = holds(Content::Code) == 0.0 && holds(Content::Ordinal) >= SURE && coded >= SURE;
    let Some(codes) = header.columns.iter_mut().find(|assigned| assigned.field == Field::Criterion).filter(|_| moves) else { return false };
    let numbers = Assigned { field: Field::Ordinal, ..codes.clone() };
    codes.column = titled + 1;
    header.columns.push(numbers);
    header.columns.sort_by_key(|assigned| assigned.column);
    true
}
