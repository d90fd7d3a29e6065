//! The rows of a list in, the row of titles and the columns it names out.

use std::collections::BTreeMap;
use std::ops::Range;

use super::column::Column;
use crate::model::SchoolKind;
use crate::text;

/// Titles stand in one of this many first rows.
pub(super) const TITLE_ROWS: usize = 20;

/// The row of titles and the columns it names.
pub(super) struct Header {
    pub row: usize,
    pub columns: BTreeMap<Column, usize>,
}

/// Columns of a list that stand side by side, and what they are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub span: Range<usize>,
    pub columns: BTreeMap<Column, usize>,
    /// What all its schools are.
    pub kind: Option<SchoolKind>,
}

impl Header {
    pub fn find(rows: &[Vec<String>]) -> Option<Header> {
        let headers = rows.iter().take(TITLE_ROWS).enumerate().map(|(row, cells)| Header { row, columns: columns(cells) });
        headers
            .filter(|header| header.columns.contains_key(&Column::Name))
            .max_by_key(|header| (header.columns.len(), std::cmp::Reverse(header.row)))
    }
}

/// The list once, or as often as its titles stand beside one another: a long list is laid in two halves on one page.
pub(super) fn blocks(titles: &[String], columns: &BTreeMap<Column, usize>) -> Vec<Block> {
    let folded: Vec<String> = titles.iter().map(|title| text::fold(title)).collect();
    let Some(name) = columns.get(&Column::Name).copied() else { return Vec::new() };
    let first = columns.values().copied().min().unwrap_or(name);
    // The list begins where its first title does: with its numbers, or with the first column that is known.
    let begin = (0..=first).find(|at| !folded[*at].is_empty() && count(&folded, &folded[*at]) > 1).unwrap_or(first);
    let again: Vec<usize> = (name + 1..folded.len()).filter(|at| folded[*at] == folded[name]).collect();
    let shift = again.first().map_or(usize::MAX, |second| second - name);
    let alike = |shift: usize| columns.values().all(|at| folded.get(at + shift) == Some(&folded[*at]));
    let is_repeated = again.iter().enumerate().all(|(at, place)| *place == name + shift * (at + 1) && alike(place - name));
    if again.is_empty() || !is_repeated {
        return vec![Block { span: 0..usize::MAX, columns: columns.clone(), kind: None }];
    }
    let block = |nth: usize| {
        let by = shift * nth;
        let end = if nth == again.len() { usize::MAX } else { begin + by + shift };
        Block { span: begin + by..end, columns: columns.iter().map(|(column, at)| (*column, at + by)).collect(), kind: None }
    };
    (0..=again.len()).map(block).collect()
}

fn count(titles: &[String], title: &str) -> usize {
    titles.iter().filter(|other| *other == title).count()
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
