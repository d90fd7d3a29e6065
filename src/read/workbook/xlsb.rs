//! `.xlsb` → grids: values streamed by calamine, merged areas from the records of the part.

use std::io::Cursor;

use calamine::{Reader, SheetVisible, Xlsb};

use super::{Collector, cell, grid, own, parts, property_date};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Area, Cell, CellKind, Workbook};
use crate::read::package::Package;
use crate::settings::Limits;

pub(super) fn read(package: &Package, limits: &Limits, findings: &mut Vec<Finding>) -> Result<Workbook, Box<Finding>> {
    let damaged = || Box::new(Finding::new(&finding::DAMAGED_FILE));
    let stored = package.stored().map_err(|_| damaged())?;
    let mut book = Xlsb::new(Cursor::new(stored)).map_err(|_| damaged())?;
    let mut workbook = Workbook { macros: package.macros, external_links: package.external_links, ..Workbook::default() };
    if let Ok(properties) = book.workbook_properties() {
        workbook.modified = properties.modified.or(properties.created).as_deref().and_then(property_date);
        workbook.stamp = properties.custom_properties.into_iter().collect();
    }
    let paths = parts::binary_sheet_paths(package);
    let mut room = limits.cells;
    for (at, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        let mut collector = Collector::new(room, 1_048_576, 16_384);
        let part = paths.get(at).and_then(|path| package.member(path));
        let beside = part.map_or_else(|| Beside { whole: true, ..Beside::default() }, beside);
        // The reader takes the end of the part for the end of the cells.
        if values(&mut book, &sheet.name, &mut collector).is_err() || !beside.whole {
            findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()));
            continue;
        }
        for (place, error) in beside.errors {
            collector.push(place.row, Cell { column: place.column, text: String::new(), raw: Some(error), kind: CellKind::Error });
        }
        collector.left_out += beside.outside;
        room -= collector.cells.len() as u64;
        let mut grid = grid(&sheet.name, sheet.visible != SheetVisible::Visible, collector, &mut workbook.cells_left_out, findings);
        grid.merges = beside.merges;
        workbook.grids.push(grid);
    }
    own::leave_out(&mut workbook, book.defined_names(), findings);
    Ok(workbook)
}

fn values(book: &mut Xlsb<Cursor<Vec<u8>>>, name: &str, collector: &mut Collector) -> Result<(), calamine::XlsbError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Some(found) = reader.next_cell()? {
        let (row, column) = found.get_position();
        if let Some(cell) = cell(column, found.get_value(), None, None) {
            collector.push(row, cell);
        }
    }
    Ok(())
}

/// What a part holds that calamine passes over.
#[derive(Debug, Default, PartialEq)]
struct Beside {
    merges: Vec<Area>,
    /// Formulas that came to an error.
    errors: Vec<(Address, String)>,
    /// Cells below the last row there can be: calamine takes the first such row for the end.
    outside: u64,
    /// The record that ends the cells was reached: nothing is cut off.
    whole: bool,
}

/// Records `BrtEndSheetData` (2.4.345), `BrtMergeCell` ([MS-XLSB] 2.4.696: first and last row, first and last column) and `BrtFmlaError` (2.4.674).
fn beside(part: &[u8]) -> Beside {
    const ROW: u32 = 0;
    const CELLS: std::ops::RangeInclusive<u32> = 2..=11;
    const FORMULA_ERROR: u32 = 11;
    const MERGE_CELL: u32 = 176;
    const END_OF_CELLS: u32 = 146;
    const LAST_ROW: u32 = 1_048_575;
    let mut beside = Beside::default();
    let mut row = 0;
    let mut at = 0;
    while let Some((kind, after_kind)) = variable(part, at, 2) {
        let Some((size, start)) = variable(part, after_kind, 4) else { break };
        let Some(record) = start.checked_add(size as usize).and_then(|end| part.get(start..end)) else { break };
        beside.whole |= kind == END_OF_CELLS;
        let word = |index: usize| u32::from_le_bytes([record[index], record[index + 1], record[index + 2], record[index + 3]]);
        if kind == ROW && record.len() >= 4 {
            row = word(0);
        } else if CELLS.contains(&kind) && row > LAST_ROW {
            beside.outside += 1;
        } else if kind == FORMULA_ERROR && record.len() >= 9 {
            beside.errors.push((Address::new(row, word(0)), error_value(record[8]).to_owned()));
        } else if kind == MERGE_CELL && record.len() >= 16 {
            let area = Area { first: Address::new(word(0), word(8)), last: Address::new(word(4), word(12)) };
            if area.first.row <= area.last.row && area.first.column <= area.last.column {
                beside.merges.push(area);
            }
        }
        at = start + size as usize;
    }
    beside.merges.sort();
    beside
}

/// The errors of \[MS-XLSB\] 2.5.97.2.
fn error_value(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#?",
    }
}

/// Seven bits a byte, lowest first, at most `most` bytes; for kinds the bits stay as they stand ([MS-XLSB] 2.1.4).
fn variable(part: &[u8], start: usize, most: usize) -> Option<(u32, usize)> {
    let mut value = 0u32;
    for step in 0..most {
        let byte = *part.get(start + step)?;
        value |= u32::from(byte & 0x7F) << (7 * step);
        if byte & 0x80 == 0 {
            return Some((value, start + step + 1));
        }
    }
    Some((value, start + most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_areas_are_read_from_their_records() {
        let mut part = vec![0x81, 0x01, 0x00];
        part.extend([0xB0, 0x01, 0x10]);
        for word in [1u32, 3, 0, 2] {
            part.extend(word.to_le_bytes());
        }
        assert_eq!(beside(&part).merges, [Area { first: Address::new(1, 0), last: Address::new(3, 2) }]);
        assert_eq!(beside(&part[..10]), Beside::default());
    }

    #[test]
    fn a_formula_that_came_to_an_error_is_no_empty_cell() {
        let mut part = vec![0x00, 0x04, 5, 0, 0, 0];
        part.extend([0x0B, 0x09, 2, 0, 0, 0, 0, 0, 0, 0, 0x17]);
        assert_eq!(beside(&part).errors, [(Address::new(5, 2), "#REF!".to_owned())]);
    }
}
