//! The tables of a workbook in, those out that only show how a form is to be filled in: on a sheet "Hướng dẫn", beside the form itself.

use std::collections::BTreeSet;

use super::File;
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Grid, Workbook};
use crate::read::table::Table;
use crate::text;

/// What such a sheet is called, or opens with. Folded.
const OPENINGS: &[&str] = &["huong dan", "vi du", "mau vi du", "bieu mau vi du", "vd "];
/// Lines of a sheet among which its title is.
const LINES: usize = 3;

/// The places, among the tables, of those that are guidance. A school that filled in only the sheet with the guidance has no other.
pub(super) fn of(workbook: &Workbook, tables: &[(usize, Table<'_>)]) -> BTreeSet<usize> {
    let guides = |at: usize| is_guidance(&workbook.grids[at]);
    let told_elsewhere =
        |table: &Table<'_>| tables.iter().any(|(at, other)| !guides(*at) && other.header.form.kind == table.header.form.kind);
    tables.iter().enumerate().filter(|(_, (at, table))| guides(*at) && told_elsewhere(table)).map(|(place, _)| place).collect()
}

fn is_guidance(grid: &Grid) -> bool {
    let opens = |text: &str| {
        let folded = text::fold(text);
        OPENINGS.iter().any(|opening| folded.starts_with(opening))
    };
    let name = text::fold(&grid.name);
    let lines = grid.rows.iter().take(LINES).filter(|row| row.cells.len() == 1).flat_map(|row| &row.cells);
    opens(&name) || matches!(name.as_str(), "hd" | "hdsd") || lines.into_iter().any(|cell| opens(&cell.text))
}

impl File<'_> {
    pub(super) fn shown_how(&mut self, grid: &Grid, table: &Table<'_>) {
        let header = &table.header;
        let told = Finding::new(&finding::GUIDANCE_NOT_COUNTED).with("form", &header.form.title).with("count", table.body.len());
        let cell = Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column));
        self.on_sheet(grid, Finding { cell: Some(cell), ..told });
    }
}
