//! Cells of a sheet and which of them are struck through in, rows that are so from end to end and what is to be told out.

use std::collections::BTreeMap;

use crate::finding::{self, Finding};
use crate::model::Address;

/// What is struck through on a sheet.
#[derive(Default)]
pub(super) struct Struck {
    /// Cells by row, and how many of them are struck through.
    rows: BTreeMap<u32, (usize, usize)>,
    /// Parts of texts, which were left out.
    pub parts: Vec<(Address, String)>,
    /// Whole cells, which were read.
    cells: Vec<Address>,
}

impl Struck {
    pub fn count(&mut self, at: Address, is_struck: bool) {
        let (cells, struck) = self.rows.entry(at.row).or_default();
        *cells += 1;
        *struck += usize::from(is_struck);
        if is_struck {
            self.cells.push(at);
        }
    }

    /// Rows that are struck through from end to end; a number before the row is often not.
    pub fn rows(&self) -> Vec<u32> {
        let whole = |(cells, struck): &(usize, usize)| *struck >= 2 && *struck + 1 >= *cells;
        self.rows.iter().filter(|(_, counts)| whole(counts)).map(|(row, _)| *row).collect()
    }

    /// What is told of parts and of single cells; rows are told with their table.
    pub fn findings(&self, sheet: &str) -> Vec<Finding> {
        let at = |rule, cell: Address| {
            let mut told = Finding::new(rule).on_sheet(&"".into(), &sheet.into());
            told.cell = Some(cell);
            told
        };
        let rows = self.rows();
        let parts = self.parts.iter().map(|(cell, raw)| at(&finding::TEXT_STRUCK, *cell).raw(raw));
        let single: Vec<Address> = self.cells.iter().filter(|cell| !rows.contains(&cell.row)).copied().collect();
        let cells = single.first().map(|first| at(&finding::CELL_STRUCK, *first).with("count", single.len()));
        parts.chain(cells).collect()
    }
}
