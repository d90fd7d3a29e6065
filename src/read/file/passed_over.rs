//! The tables of a workbook in, those out that do not say what the school found of itself this year though they look it: what others found
//! ("KẾT QUẢ ĐÁNH GIÁ NGOÀI"), another year's table on the sheet of this year's, levels beside the work of a plan where the school has a
//! self-assessment of its own.

use std::collections::BTreeMap;

use super::File;
use super::whose::{LINES, NotOwn, not_own};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, FormKind, SchoolYear};
use crate::phrase;
use crate::read::grid::{Grid, Workbook};
use crate::read::header::found_by_others;
use crate::read::table::Table;

/// Why a table is passed over.
pub(super) enum Passed {
    NotOwn {
        why: NotOwn,
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
    // "KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2022-2023" in a report of that year is told otherwise.
    let of_this_year = |(_, line): &(Address, String)| phrase::year::parse(line) == Some(year);
    let is_dated = tables.iter().any(|(_, table)| table.above.iter().any(of_this_year));
    for (place, (at, table)) in tables.iter().enumerate().filter(|(_, (_, table))| is_assessment(table)) {
        let titled = || not_own(titles(table), (&workbook.grids[*at].name, begin(table)), year);
        let Some((cell, title, why)) = Some(table).filter(|table| !table.pinned).and_then(|_| titled()) else { continue };
        let counts = match why {
            NotOwn::Earlier(_) => !is_dated || has_rival(tables, place, year),
            // "Mức đăng ký | Đạt | Không đạt" says what came of it.
            NotOwn::Others(_) => table.header.column(Field::Unmet).is_some() && found_by_others(&title).is_none(),
        };
        if !counts {
            passed.insert(place, Passed::NotOwn { why, title, cell });
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

/// Whether a self-assessment of this year stands on the same sheet.
fn has_rival(tables: &[(usize, Table<'_>)], place: usize, year: SchoolYear) -> bool {
    let rivals = tables.iter().enumerate().filter(|(other, (on, _))| *other != place && *on == tables[place].0);
    rivals.into_iter().any(|(_, (_, rival))| is_assessment(rival) && stated_year(rival) == Some(year))
}

fn stated_year(table: &Table<'_>) -> Option<SchoolYear> {
    titles(table).find_map(|(_, line)| phrase::year::parse(line))
}

impl File<'_> {
    /// Levels that are not counted, so many rows of them, and why.
    pub(super) fn not_own(&self, why: NotOwn, title: &str, form: &str, count: usize) -> Finding {
        let told = match why {
            NotOwn::Others(what) => Finding::new(&finding::TABLE_OF_OTHERS).with("what", what),
            NotOwn::Earlier(found) => {
                let told = Finding::new(&finding::TABLE_OF_EARLIER_YEAR).with("form", form);
                told.with("found", found).with("expected", self.context.year)
            }
        };
        told.raw(finding::shortened(title)).with("count", count)
    }

    pub(super) fn passed_over(&mut self, workbook: &Workbook, (at, table): &(usize, Table<'_>), passed: &Passed) {
        let grid = &workbook.grids[*at];
        let count = table.body.len();
        self.refused |= matches!(passed, Passed::NotOwn { .. });
        let (told, cell) = match passed {
            Passed::NotOwn { why, title, cell } => (self.not_own(*why, title, table.header.form.title.as_str(), count), *cell),
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

    /// "Mức hiện tại", "Hiện trạng" of a plan: the only levels that the file has, and whose they are is said nowhere but in that title.
    pub(super) fn levels_of_plan(&mut self, grid: &Grid, table: &Table<'_>, school_id: &str) {
        let Some(column) = table.header.column(Field::Outcome).filter(|_| table.beside_work && is_assessment(table)) else { return };
        let told = Finding::new(&finding::LEVELS_OF_PLAN).of_school(school_id).raw(&column.title).with("count", table.body.len());
        self.on_sheet(grid, Finding { cell: Some(Address::new(table.header.first, column.column)), ..told });
    }
}
