//! What is said once for a whole sheet: hidden parts, converted letters, dates of documents that do not agree.

use std::ops::Range;

use super::File;
use crate::finding::shortened;
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::dated::{self, Dated};
use crate::read::grid::{CellKind, Grid};
use crate::read::record::spans;
use crate::read::table::{self, Table};

impl File<'_> {
    /// Dates of the documents that do not agree, of a file that speaks for one school.
    pub(super) fn dates(&mut self, grids: &[Grid], tables: &[(usize, Table<'_>)]) {
        if self.schools.len() > 1 {
            return;
        }
        let mut documents = Vec::new();
        for (at, table) in tables {
            let grid = &grids[*at];
            let alone = tables.iter().filter(|(of, _)| of == at).count() == 1;
            let below = if alone { table::lines(&table.body) } else { Vec::new() };
            documents.push((grid, Dated::of(table.header.form.kind, &table.above, &below)));
        }
        for (grid, document) in &documents {
            for finding in dated::within(document, self.context.year) {
                self.on_sheet(grid, finding);
            }
        }
        let all: Vec<&Dated> = documents.iter().map(|(_, document)| document).collect();
        if let Some((at, finding)) = dated::among(&all) {
            self.on_sheet(documents[at].0, finding);
        }
    }

    /// What only notes on cells say; those on the titles of a form of ours tell how to fill it in.
    pub(super) fn cell_notes(&mut self, grid: &Grid, titles: &[Range<u32>]) {
        const SHOWN: usize = 5;
        let notes: Vec<&(Address, String)> =
            grid.notes.iter().filter(|(at, said)| !titles.iter().any(|rows| rows.contains(&at.row)) && grid.text(*at) != said).collect();
        if notes.is_empty() {
            return;
        }
        let shown = notes.iter().take(SHOWN).map(|(at, said)| format!("{at} \"{}\"", shortened(said)));
        let others = notes.iter().skip(SHOWN).map(|(at, _)| at.to_string());
        let listed = shown.chain(others).collect::<Vec<_>>().join(", ");
        let whole = notes.iter().map(|(at, said)| format!("{at}: {said}")).collect::<Vec<_>>().join("\n");
        // Of the sheet and of no cell: a workbook that is handed back keeps the school's notes as they are.
        self.on_sheet(grid, Finding::new(&finding::CELL_NOTES).with("count", notes.len()).with("notes", listed).raw(whole));
    }

    /// What is said once for a whole sheet.
    pub(super) fn notes(&mut self, grid: &Grid) {
        let mut hidden = Vec::new();
        if grid.hidden {
            hidden.push("Cả trang tính".to_owned());
        }
        let rows = grid.rows.iter().filter(|row| grid.hidden_rows.contains(&row.index)).count();
        if rows > 0 {
            hidden.push(format!("{rows} dòng"));
        }
        let columns = grid.hidden_columns.iter().filter(|column| grid.rows.iter().any(|row| row.get(**column).is_some())).count();
        if columns > 0 {
            hidden.push(format!("{columns} cột"));
        }
        if !hidden.is_empty() {
            self.on_sheet(grid, Finding::new(&finding::HIDDEN_CONTENT).with("what", hidden.join(", ")));
        }
        let struck: Vec<u32> = grid.struck_rows.iter().copied().filter(|row| grid.row(*row).is_some()).collect();
        if let Some(first) = struck.first() {
            let mut finding = Finding::new(&finding::ROWS_STRUCK).with("rows", spans(&struck));
            finding.cell = grid.row(*first).and_then(|row| row.cells.first()).map(|cell| Address::new(*first, cell.column));
            self.on_sheet(grid, finding);
        }
        let converted: Vec<Address> = grid
            .rows
            .iter()
            .flat_map(|row| {
                row.cells.iter().filter(|cell| cell.kind == CellKind::Converted).map(|cell| Address::new(row.index, cell.column))
            })
            .collect();
        if let Some(first) = converted.first() {
            let mut finding = Finding::new(&finding::TEXT_CONVERTED).with("count", converted.len());
            finding.cell = Some(*first);
            finding.raw = grid.get(*first).and_then(|cell| cell.raw.clone());
            self.on_sheet(grid, finding);
        }
    }
}
