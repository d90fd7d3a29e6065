//! Rows that no table of ours holds and that name works of the plan again: "1 | Rà soát chiến lược | | Hoàn thành" below titles that no form has.
//!
//! What stands beside them may be results, which would be lost without a word.

use std::collections::BTreeSet;

use super::File;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::read::grid::{Grid, Row};
use crate::read::record::spans;
use crate::read::rows::{Line, Reason};
use crate::read::table::Table;
use crate::text;

/// Rows that make it a table of these works.
const FEWEST: usize = 2;
/// A shorter text may chance to stand in two tables.
const FEWEST_LETTERS: usize = 10;

impl File<'_> {
    /// Below the rows of a table, under titles of another.
    pub(super) fn works_left_out(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line], school_id: &str) {
        if !matches!(table.header.form.kind, FormKind::Plan | FormKind::Result) {
            return;
        }
        let rows = lines.iter().filter_map(Line::data);
        let own = named(rows.flat_map(|row| [Field::Task, Field::Planned, Field::Content].map(|field| row.text(field))));
        let left = lines.iter().filter_map(|line| match line {
            Line::Left { row, reason: Reason::OtherTable | Reason::OtherPaper | Reason::AfterTable } => table.row(*row),
            _ => None,
        });
        if let Some(told) = told(&own, left) {
            self.on_sheet(grid, told.of_school(school_id));
        }
    }

    /// On a sheet where no table was found, once the works of the file are known.
    pub(super) fn works_on_unread(&mut self, grid: &Grid) {
        let is_unread = |finding: &Finding| finding.rule == &finding::SHEET_WITHOUT_TABLE && finding.sheet.as_ref() == Some(&grid.name);
        let Some(at) = self.reading.findings.iter().position(is_unread) else { return };
        let works = self.reading.actions.iter().map(|action| action.task.as_str());
        let own = named(works.chain(self.reading.reports.iter().map(|report| report.planned.as_str())));
        if let Some(told) = told(&own, grid.rows.iter()) {
            self.reading.findings.remove(at);
            self.on_sheet(grid, told);
        }
    }
}

fn named<'t>(works: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
    works.map(text::fold).filter(|text| text.len() >= FEWEST_LETTERS).collect()
}

/// What is to be told of rows that name the works and say something else beside them and their number.
fn told<'r>(works: &BTreeSet<String>, rows: impl Iterator<Item = &'r Row>) -> Option<Finding> {
    let named = |row: &Row| {
        let cell = row.cells.iter().find(|cell| works.contains(&text::fold(&cell.text))).filter(|_| row.cells.len() > 2)?;
        Some(Address::new(row.index, cell.column))
    };
    let found: Vec<Address> = rows.filter_map(named).collect();
    let rows: Vec<u32> = found.iter().map(|cell| cell.row).collect();
    let told = Finding::new(&finding::WORKS_LEFT_OUT).with("count", found.len()).with("rows", spans(&rows));
    (found.len() >= FEWEST).then(|| Finding { cell: found.first().copied(), ..told })
}
