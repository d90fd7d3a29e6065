//! The tables of a workbook in, those out that do not say what the school found of itself this year though they look it: what others found
//! ("KẾT QUẢ ĐÁNH GIÁ NGOÀI"), another year's table on the sheet of this year's, levels beside the work of a plan where the school has a
//! self-assessment of its own.

use std::collections::BTreeMap;

use super::File;
use crate::finding::{self, Finding};
use crate::model::{Address, FormKind, SchoolYear};
use crate::phrase;
use crate::read::grid::Workbook;
use crate::read::header::found_by_others;
use crate::read::table::Table;
use crate::text;

/// Lines above a table among which its title is.
const LINES: usize = 4;

/// Why a table is passed over.
pub(super) enum Passed {
    Others {
        what: &'static str,
        title: String,
        cell: Address,
    },
    /// The year it names, and where the table of this year begins.
    Year {
        found: SchoolYear,
        counted: Address,
    },
    /// Where the self-assessment of its own begins.
    BesideWork {
        counted: String,
    },
}

/// By place among the tables.
pub(super) fn of(workbook: &Workbook, tables: &[(usize, Table<'_>)], year: SchoolYear) -> BTreeMap<usize, Passed> {
    let mut passed = BTreeMap::new();
    for (place, (_, table)) in tables.iter().enumerate().filter(|(_, (_, table))| is_assessment(table)) {
        if let Some((cell, title, what)) = by_others(table, &workbook.grids[tables[place].0].name) {
            passed.insert(place, Passed::Others { what, title, cell });
        }
    }
    let own = |place: &usize, table: &Table<'_>| is_assessment(table) && !table.beside_work && !passed.contains_key(place);
    let first = tables.iter().enumerate().find(|(place, (_, table))| own(place, table)).map(|(_, (at, table))| (*at, begin(table)));
    if let Some((sheet, cell)) = first {
        let counted = format!("[{}]{cell}", workbook.grids[sheet].name);
        for (place, _) in tables.iter().enumerate().filter(|(_, (_, table))| table.beside_work) {
            passed.insert(place, Passed::BesideWork { counted: counted.clone() });
        }
    }
    // What looks back among plans and reports may hold work that goes on.
    for (place, (at, table)) in tables.iter().enumerate().filter(|(_, (_, table))| is_assessment(table)) {
        let Some(found) = stated_year(table).filter(|found| *found != year && !passed.contains_key(&place)) else { continue };
        let beside = tables.iter().enumerate().find(|(other, (on, rival))| {
            on == at && is_assessment(rival) && stated_year(rival) == Some(year) && !passed.contains_key(other)
        });
        if let Some((_, (_, rival))) = beside {
            passed.insert(place, Passed::Year { found, counted: begin(rival) });
        }
    }
    passed
}

fn is_assessment(table: &Table<'_>) -> bool {
    table.header.form.kind == FormKind::Assessment
}

fn begin(table: &Table<'_>) -> Address {
    Address::new(table.header.first, table.header.columns.first().map_or(0, |assigned| assigned.column))
}

/// The lines that stand right above a table, the nearest first.
fn titles<'t>(table: &'t Table<'_>) -> impl Iterator<Item = &'t (Address, String)> {
    let near = table.header.first.saturating_sub(LINES as u32);
    table.above.iter().rev().take(LINES).filter(move |(address, _)| address.row >= near)
}

/// By the nearest line that says who found it, else by the name of the sheet.
fn by_others(table: &Table<'_>, sheet: &str) -> Option<(Address, String, &'static str)> {
    let says = |line: &str| text::fold(line).contains("danh gia") || found_by_others(line).is_some();
    match titles(table).find(|(_, line)| says(line)) {
        Some((cell, title)) => Some((*cell, title.clone(), found_by_others(title)?)),
        None => Some((begin(table), sheet.to_owned(), found_by_others(sheet)?)),
    }
}

fn stated_year(table: &Table<'_>) -> Option<SchoolYear> {
    titles(table).find_map(|(_, line)| phrase::year::parse(line))
}

impl File<'_> {
    pub(super) fn passed_over(&mut self, workbook: &Workbook, (at, table): &(usize, Table<'_>), passed: &Passed) {
        let grid = &workbook.grids[*at];
        let count = table.body.len();
        let (told, cell) = match passed {
            Passed::Others { what, title, cell } => {
                (Finding::new(&finding::TABLE_OF_OTHERS).raw(finding::shortened(title)).with("count", count).with("what", what), *cell)
            }
            Passed::Year { found, counted } => {
                let told = Finding::new(&finding::OTHER_YEAR_LEFT_OUT).field(table.header.form.kind.title());
                let counted = format!("[{}]{}!{counted}", self.name, grid.name);
                (told.with("found", found).with("expected", self.context.year).with("counted", counted), begin(table))
            }
            Passed::BesideWork { counted } => {
                (Finding::new(&finding::LEVELS_BESIDE_WORK).with("count", count).with("counted", counted), begin(table))
            }
        };
        self.on_sheet(grid, Finding { cell: Some(cell), ..told });
    }
}
