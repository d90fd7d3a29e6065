//! The rows of a list in, the row of titles and the columns it names out.

use std::collections::BTreeMap;

use super::column::Column;
use crate::text;

/// Titles stand in one of this many first rows.
pub(super) const TITLE_ROWS: usize = 20;

/// The row of titles and the columns it names.
pub(super) struct Header {
    pub row: usize,
    pub columns: BTreeMap<Column, usize>,
}

impl Header {
    pub fn find(rows: &[Vec<String>]) -> Option<Header> {
        let headers = rows.iter().take(TITLE_ROWS).enumerate().map(|(row, cells)| Header { row, columns: columns(cells) });
        headers
            .filter(|header| header.columns.contains_key(&Column::Name))
            .max_by_key(|header| (header.columns.len(), std::cmp::Reverse(header.row)))
    }
}

/// Names and codes have their columns, and stand below them.
pub(super) fn are_a_list(rows: &[Vec<String>]) -> bool {
    let Some(header) = Header::find(rows) else { return false };
    let (Some(name), Some(code)) = (header.columns.get(&Column::Name), header.columns.get(&Column::Code)) else { return false };
    let filled = |cells: &[String], at: usize| cells.get(at).is_some_and(|cell| !text::clean(cell).is_empty());
    rows.iter().skip(header.row + 1).any(|cells| filled(cells, *name) && filled(cells, *code))
}

/// The first column of each meaning.
pub(super) fn columns(cells: &[String]) -> BTreeMap<Column, usize> {
    let mut columns = BTreeMap::new();
    for (at, title) in cells.iter().enumerate() {
        if let Some(column) = Column::of(title) {
            columns.entry(column).or_insert(at);
        }
    }
    columns
}
