//! A table in which a column says whose each row is, as an office puts the plans of its schools together → one table a school.

use super::Table;
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::text;

/// Titles of such a column. Folded.
const TITLES: &[&str] = &[
    "truong",
    "ten truong",
    "don vi",
    "ten don vi",
    "don vi truong",
    "truong don vi",
    "ten truong hoc",
    "truong hoc",
    "co so giao duc",
    "ten co so giao duc",
    "don vi truong hoc",
];

/// The parts, each with the name of its school as the last line above it; the table itself where no column names schools.
pub(super) fn parted(table: Table<'_>) -> Vec<Table<'_>> {
    let Some(column) = column(&table) else { return vec![table] };
    let Table { mut header, body, repeats, above, lost, pinned, segment } = table;
    header.unused.retain(|(unused, _)| *unused != column);
    header.columns.retain(|assigned| assigned.column != column);
    header.missing = header.form.lacking(|field| header.columns.iter().any(|assigned| assigned.field == field));
    let mut parts: Vec<Table<'_>> = Vec::new();
    let mut named: Option<String> = None;
    for mut row in body {
        let name = row.get(column).map(|cell| cell.text.clone()).filter(|name| names_school(name));
        let other = name.as_ref().is_some_and(|name| named.as_ref() != Some(name));
        if parts.is_empty() || other && named.is_some() {
            let part = Table {
                header: header.clone(),
                body: Vec::new(),
                repeats: Vec::new(),
                above: above.clone(),
                lost,
                pinned,
                segment: row.index..row.index,
            };
            parts.push(part);
        }
        let Some(part) = parts.last_mut() else { continue };
        if let Some(name) = name.filter(|_| other) {
            part.above.push((Address::new(row.index, column), name.clone()));
            named = Some(name);
        }
        part.segment.end = row.index + 1;
        part.repeats.extend(repeats.iter().filter(|repeat| repeat.start == row.index).cloned());
        row.cells.retain(|cell| cell.column != column || repeats.iter().any(|repeat| repeat.contains(&row.index)));
        if !row.cells.is_empty() {
            part.body.push(row);
        }
    }
    if let Some(first) = parts.first_mut() {
        first.segment.start = segment.start;
    }
    parts
}

/// The column titled as schools are, where most of its cells name one.
fn column(table: &Table<'_>) -> Option<u32> {
    let claimed =
        |field: Field| matches!(field, Field::Lead | Field::Partner | Field::Collector | Field::Place | Field::Note | Field::Content);
    let assigned =
        table.header.columns.iter().filter(|assigned| claimed(assigned.field)).map(|assigned| (assigned.column, &assigned.title));
    let titled = table.header.unused.iter().map(|(column, title)| (*column, title)).chain(assigned);
    titled.filter(|(_, title)| TITLES.contains(&text::fold(title).as_str())).map(|(column, _)| column).find(|column| {
        let cells = || table.body.iter().filter_map(|row| row.get(*column)).map(|cell| cell.text.as_str());
        let named = cells().filter(|text| names_school(text)).count();
        named > 0 && named * 2 > cells().count()
    })
}

fn names_school(text: &str) -> bool {
    phrase::school::parse(text).name.is_some()
}
