//! A workbook of this program in; what it carries for programs, and the sheets that were sealed, out.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Isolation;
use super::grid::{CellKind, Grid};
use super::source::Source;
use super::worker::Worker;
use crate::finding::Finding;
use crate::seal::{self, Cells};
use crate::settings::Limits;
use crate::table::{CARRIED_MARK, CARRIED_SHEET};

/// What a mailed workbook holds for a roll-up.
#[derive(Debug, Clone, Default)]
pub struct Mailed {
    /// By name; empty where the workbook carries nothing, or not whole.
    pub carried: BTreeMap<String, Vec<u8>>,
    pub sheets: Vec<Cells>,
}

/// Opens a workbook in a process of its own, as all files are opened.
///
/// # Errors
/// The file cannot be read as a workbook; the finding says why.
pub fn mailed(source: &Source, limits: &Limits, isolation: &Isolation) -> Result<Mailed, Box<Finding>> {
    let bytes = source.bytes(limits)?;
    let (workbook, _) = Worker::new(isolation, limits).parse(&source.name, &bytes)?;
    let mut mailed = Mailed::default();
    for grid in &workbook.grids {
        if *grid.name == *CARRIED_SHEET {
            mailed.carried = pieces(grid).unwrap_or_default();
        } else {
            mailed.sheets.push(cells(grid));
        }
    }
    Ok(mailed)
}

/// The pieces put together; nothing where one of them is none of ours.
fn pieces(grid: &Grid) -> Option<BTreeMap<String, Vec<u8>>> {
    let mut carried: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for row in &grid.rows {
        let text = |column: u32| row.cells.iter().find(|cell| cell.column == column).map(|cell| cell.raw.as_deref().unwrap_or(&cell.text));
        let piece = STANDARD.decode(text(1)?.strip_prefix(CARRIED_MARK)?).ok()?;
        carried.entry(text(0)?.to_owned()).or_default().extend(piece);
    }
    Some(carried)
}

fn cells(grid: &Grid) -> Cells {
    let value = |cell: &super::grid::Cell| match cell.kind {
        CellKind::Number { value, .. } => seal::number(value),
        CellKind::Date(day) => seal::day(day),
        CellKind::Uncomputed => String::new(),
        _ => seal::text(cell.raw.as_deref().unwrap_or(&cell.text)),
    };
    let rows = grid.rows.iter().map(|row| (row.index, row.cells.iter().map(|cell| (cell.column, value(cell))).collect()));
    Cells { name: grid.name.to_string(), rows: rows.collect() }
}
