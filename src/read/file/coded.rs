//! Whether a table says itself which criteria its rows are of.

use crate::form::Field;
use crate::phrase;
use crate::read::table::Table;
use crate::text;

pub(super) fn names_criteria(table: &Table<'_>) -> bool {
    let columns = [Field::Criterion, Field::Standard, Field::Item];
    let coded = columns.into_iter().filter_map(|field| table.header.column(field)).any(|assigned| {
        table.body.iter().filter_map(|row| row.get(assigned.column)).any(|cell| {
            let named = phrase::criterion::parse(&cell.text, None, None);
            named.criterion.is_some() || named.standard.is_some()
        })
    });
    // "Phụ trách tiêu chuẩn 1" is said of a person.
    let spoken_of = |line: &str| {
        let folded = text::fold(line);
        let numbered = |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit());
        folded.strip_prefix("tieu chuan ").is_some_and(numbered) || folded.split_once("tieu chi ").is_some_and(|(_, rest)| numbered(rest))
    };
    coded || table.body.iter().flat_map(|row| &row.cells).any(|cell| spoken_of(&cell.text))
}
