//! A sheet as a grid of filled cells: what every format comes to before anything is understood.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

use crate::model::Address;

/// A workbook: its sheets in order, and what the file says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    pub grids: Vec<Grid>,
    /// The day it was last saved, by the document properties.
    pub modified: Option<Date>,
    /// Custom document properties, as the program's own templates are stamped with.
    pub stamp: std::collections::BTreeMap<String, String>,
    /// Carries a VBA project; it is never run nor copied.
    pub macros: bool,
    /// Draws values from other files; only what is stored is read.
    pub external_links: bool,
    /// A filled cell outside the sheet Excel knows, or over the limits: how many were left out.
    pub cells_left_out: u64,
}

/// One sheet. Only filled cells are kept, so a space at XFD1048576 costs one cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Grid {
    pub name: Arc<str>,
    pub hidden: bool,
    /// By row, then column; only rows with a filled cell.
    pub rows: Vec<Row>,
    /// Merged areas, by first row, then first column.
    pub merges: Vec<Area>,
    /// Rows and columns that Excel does not show, from 0.
    pub hidden_rows: Vec<u32>,
    pub hidden_columns: Vec<u32>,
    /// Rows of which every filled cell is struck through, from 0.
    pub struck_rows: Vec<u32>,
    /// Cells with a fill that is seen, filled in or not, and its red, green and blue; by row, then column. Known of `.xlsx` alone.
    pub coloured: Vec<(Address, [u8; 3])>,
    /// What is pinned to cells as comments, by cell.
    pub notes: Vec<(Address, String)>,
    /// What is printed above each page, line by line. Known of `.xlsx` alone.
    pub page_header: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    pub index: u32,
    /// By column.
    pub cells: Vec<Cell>,
}

/// One filled cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    pub column: u32,
    /// What it says, cleaned: NFC, no tags, spaces folded.
    pub text: String,
    /// What stands in the file, where that differs from `text`.
    pub raw: Option<String>,
    pub kind: CellKind,
}

/// What sort of value the file stores.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum CellKind {
    Text,
    /// Text that came in TCVN3, VNI or CP1258 and was converted.
    Converted,
    /// Decimals that the number format shows, where it fixes them.
    Number {
        value: f64,
        decimals: Option<u8>,
    },
    Date(Date),
    Boolean,
    /// An error value such as `#REF!`.
    Error,
    /// Text typed with a leading sign that Excel took for a formula; recovered from it.
    Recovered,
    /// A formula whose result was never stored.
    Uncomputed,
}

/// A rectangle of cells, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Area {
    pub first: Address,
    pub last: Address,
}

impl Area {
    pub fn contains(&self, address: Address) -> bool {
        (self.first.row..=self.last.row).contains(&address.row) && (self.first.column..=self.last.column).contains(&address.column)
    }

    pub fn rows(&self) -> u32 {
        self.last.row - self.first.row + 1
    }

    pub fn columns(&self) -> u32 {
        self.last.column - self.first.column + 1
    }
}

impl Cell {
    /// What stands in the file.
    pub fn as_written(&self) -> String {
        self.raw.as_ref().unwrap_or(&self.text).trim().to_owned()
    }
}

impl Row {
    /// Whether a letter stands in every cell, as in titles: rows of work begin with a number.
    pub fn is_worded(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.chars().any(char::is_alphabetic))
    }

    pub fn get(&self, column: u32) -> Option<&Cell> {
        self.cells.binary_search_by_key(&column, |cell| cell.column).ok().map(|at| &self.cells[at])
    }
}

impl Workbook {
    /// The workbook, what `find` finds on its sheets put as `mend` puts it. Most workbooks have nothing of it and are not copied.
    pub fn mended<T>(&self, find: impl Fn(&Grid) -> Vec<T>, mend: impl Fn(&mut Grid, &T)) -> Cow<'_, Workbook> {
        self.mended_where(&self.grids.iter().map(find).collect::<Vec<_>>(), mend)
    }

    /// As [`mended`](Self::mended), with what was found on each sheet.
    pub fn mended_where<T>(&self, found: &[Vec<T>], mend: impl Fn(&mut Grid, &T)) -> Cow<'_, Workbook> {
        if found.iter().all(Vec::is_empty) {
            return Cow::Borrowed(self);
        }
        let mut workbook = self.clone();
        for (grid, found) in workbook.grids.iter_mut().zip(found) {
            found.iter().for_each(|found| mend(grid, found));
        }
        Cow::Owned(workbook)
    }
}

impl Grid {
    pub fn row(&self, index: u32) -> Option<&Row> {
        self.rows.binary_search_by_key(&index, |row| row.index).ok().map(|at| &self.rows[at])
    }

    pub fn get(&self, address: Address) -> Option<&Cell> {
        self.row(address.row)?.get(address.column)
    }

    /// The text of a cell, empty where nothing stands.
    pub fn text(&self, address: Address) -> &str {
        self.get(address).map_or("", |cell| cell.text.as_str())
    }

    /// The merged area a cell lies in.
    pub fn merge_at(&self, address: Address) -> Option<&Area> {
        let end = self.merges.partition_point(|area| area.first.row <= address.row);
        self.merges[..end].iter().rev().find(|area| area.contains(address))
    }

    /// The cell that shows at `address`: in a merged area, its first.
    pub fn shown(&self, address: Address) -> Option<&Cell> {
        self.get(address).or_else(|| self.merge_at(address).and_then(|area| self.get(area.first)))
    }
}

/// A day stored as a bare number, where the cell lost its format of a date: days since the end of 1899, of this century only.
pub fn day_of_number(value: f64) -> Option<Date> {
    let days = (value.fract() == 0.0 && (36_526.0..73_050.0).contains(&value)).then_some(value as i32)?;
    date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
}

/// Grids as tests draw them.
#[cfg(test)]
pub(super) mod sketch {
    use super::*;

    /// A sheet as it stands once a workbook of it alone was mended.
    pub fn mended(grid: Grid, mend: impl Fn(&Workbook) -> Cow<'_, Workbook>) -> Vec<String> {
        lines(&mend(&Workbook { grids: vec![grid], ..Workbook::default() }).grids[0])
    }

    /// Texts from the first column on; empty ones are no cells, rows of them no rows.
    pub fn grid(rows: &[&[&str]]) -> Grid {
        let cell =
            |(column, text): (usize, &&str)| Cell { column: column as u32, text: (*text).to_owned(), raw: None, kind: CellKind::Text };
        let rows = rows.iter().enumerate().map(|(index, texts)| Row {
            index: index as u32,
            cells: texts.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(cell).collect(),
        });
        Grid { rows: rows.filter(|row| !row.cells.is_empty()).collect(), ..Grid::default() }
    }

    /// `0:Việc 1:Thời gian`: each row, its cells by column.
    pub fn lines(grid: &Grid) -> Vec<String> {
        let line = |row: &Row| row.cells.iter().map(|cell| format!("{}:{}", cell.column, cell.text)).collect::<Vec<_>>().join(" ");
        grid.rows.iter().map(line).collect()
    }
}
