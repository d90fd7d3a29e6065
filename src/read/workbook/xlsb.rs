//! `.xlsb` → grids: values streamed by calamine; merged areas, hidden rows and how cells look from the records of the parts.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetVisible, Xlsb};

use super::look::{Looks, built_in};
use super::struck::Struck;
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
    let looks = styles(package.member("xl/styles.bin").unwrap_or_default());
    let marked: Vec<bool> = looks.iter().map(|looks| !looks.are_plain()).collect();
    let strikes = looks.iter().any(|looks| looks.struck);
    let mut room = limits.cells;
    for (at, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        let mut collector = Collector::new(room, 1_048_576, 16_384);
        let part = paths.get(at).and_then(|path| package.member(path));
        let beside = part.map_or_else(|| Beside { whole: true, ..Beside::default() }, |part| beside(part, &marked));
        let mut struck = Struck::default();
        let mut looks = |row, column, value: &DataRef<'_>| {
            let looks = beside.styles.get(&(row, column)).and_then(|style| looks.get(*style));
            let cell = looks.map_or_else(|| cell(column, value, None, None), |looks| looks.cell(column, value))?;
            if strikes {
                struck.count(Address::new(row, column), looks.is_some_and(|looks| looks.struck));
            }
            Some(cell)
        };
        // The reader takes the end of the part for the end of the cells.
        if values(&mut book, &sheet.name, &mut looks, &mut collector).is_err() || !beside.whole {
            findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()));
            continue;
        }
        findings.extend(struck.findings(&sheet.name));
        for (place, error) in beside.errors {
            collector.push(place.row, Cell { column: place.column, text: String::new(), raw: Some(error), kind: CellKind::Error });
        }
        collector.left_out += beside.outside;
        room -= collector.cells.len() as u64;
        let mut grid = grid(&sheet.name, sheet.visible != SheetVisible::Visible, collector, &mut workbook.cells_left_out, findings);
        grid.merges = beside.merges;
        (grid.hidden_rows, grid.hidden_columns) = (beside.hidden_rows, beside.hidden_columns);
        grid.struck_rows = struck.rows();
        workbook.grids.push(grid);
    }
    own::leave_out(&mut workbook, book.defined_names(), findings);
    Ok(workbook)
}

fn values(
    book: &mut Xlsb<Cursor<Vec<u8>>>,
    name: &str,
    shown: &mut impl FnMut(u32, u32, &DataRef<'_>) -> Option<Cell>,
    collector: &mut Collector,
) -> Result<(), calamine::XlsbError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Some(found) = reader.next_cell()? {
        let (row, column) = found.get_position();
        if let Some(cell) = shown(row, column, found.get_value()) {
            collector.push(row, cell);
        }
    }
    Ok(())
}

/// What a part holds that calamine passes over.
#[derive(Debug, Default, PartialEq)]
struct Beside {
    merges: Vec<Area>,
    /// Cells of which more is to be known than the value: the style of each.
    styles: HashMap<(u32, u32), usize>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u32>,
    /// Formulas that came to an error.
    errors: Vec<(Address, String)>,
    /// Cells below the last row there can be: calamine takes the first such row for the end.
    outside: u64,
    /// The record that ends the cells was reached: nothing is cut off.
    whole: bool,
}

/// Records `BrtEndSheetData` (2.4.345), `BrtMergeCell` (\[MS-XLSB\] 2.4.696: first and last row, first and last column), `BrtFmlaError` (2.4.674),
/// `BrtRowHdr` (2.4.741) and `BrtColInfo` (2.4.324); `marked` are the styles that change what a cell says.
fn beside(part: &[u8], marked: &[bool]) -> Beside {
    const ROW: u32 = 0;
    const CELLS: std::ops::RangeInclusive<u32> = 2..=11;
    const FORMULA_ERROR: u32 = 11;
    const COLUMNS: u32 = 60;
    const MERGE_CELL: u32 = 176;
    const END_OF_CELLS: u32 = 146;
    const LAST_ROW: u32 = 1_048_575;
    const LAST_COLUMN: u32 = 16_383;
    let mut beside = Beside::default();
    let mut row = 0;
    for (kind, record) in records(part) {
        beside.whole |= kind == END_OF_CELLS;
        if CELLS.contains(&kind) && row <= LAST_ROW && record.len() >= 8 {
            let style = (word(record, 4) & 0x00FF_FFFF) as usize;
            if marked.get(style) == Some(&true) {
                beside.styles.insert((row, word(record, 0)), style);
            }
        }
        if kind == ROW && record.len() >= 4 {
            row = word(record, 0);
            if record.get(11).is_some_and(|bits| bits & 0x10 != 0) {
                beside.hidden_rows.push(row);
            }
        } else if kind == COLUMNS && record.len() >= 18 && record[16] & 1 == 1 {
            beside.hidden_columns.extend(word(record, 0)..=word(record, 4).min(LAST_COLUMN));
        } else if CELLS.contains(&kind) && row > LAST_ROW {
            beside.outside += 1;
        } else if kind == FORMULA_ERROR && record.len() >= 9 {
            beside.errors.push((Address::new(row, word(record, 0)), error_value(record[8]).to_owned()));
        } else if kind == MERGE_CELL && record.len() >= 16 {
            let area =
                Area { first: Address::new(word(record, 0), word(record, 8)), last: Address::new(word(record, 4), word(record, 12)) };
            if area.first.row <= area.last.row && area.first.column <= area.last.column {
                beside.merges.push(area);
            }
        }
    }
    beside.merges.sort();
    beside
}

/// How the styles of cells look: `BrtFont` (2.4.153), `BrtFmt` (2.4.150) and, between `BrtBeginCellXFs` and its end, `BrtXF` (2.4.835).
fn styles(part: &[u8]) -> Vec<Looks> {
    const FONT: u32 = 43;
    const FORMAT: u32 = 44;
    const STYLE: u32 = 47;
    const BEGIN_STYLES: u32 = 617;
    const END_STYLES: u32 = 618;
    let half = |record: &[u8], at: usize| record.get(at..at + 2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let mut fonts: Vec<(Option<String>, bool)> = Vec::new();
    let mut formats: BTreeMap<u16, String> = BTreeMap::new();
    let mut looks = Vec::new();
    let mut of_cells = false;
    for (kind, record) in records(part) {
        match kind {
            FONT => fonts.push((wide(record, 21), half(record, 2).is_some_and(|bits| bits & 0x08 != 0))),
            FORMAT => formats.extend(half(record, 0).zip(wide(record, 2))),
            BEGIN_STYLES => of_cells = true,
            END_STYLES => of_cells = false,
            STYLE if of_cells => {
                let format = half(record, 2).unwrap_or_default();
                let (font, struck) = half(record, 4).and_then(|font| fonts.get(usize::from(font)).cloned()).unwrap_or_default();
                looks.push(Looks::of(formats.get(&format).map_or_else(|| built_in(format), String::as_str), font, struck));
            }
            _ => {}
        }
    }
    looks
}

/// A text behind the number of its letters.
fn wide(record: &[u8], at: usize) -> Option<String> {
    let letters = u32::from_le_bytes(record.get(at..at + 4)?.try_into().ok()?) as usize;
    let units = record.get(at + 4..)?.chunks_exact(2).take(letters).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some(String::from_utf16_lossy(&units.collect::<Vec<u16>>()))
}

fn word(record: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([record[at], record[at + 1], record[at + 2], record[at + 3]])
}

/// Kind and content of each record.
fn records(part: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (kind, after_kind) = variable(part, at, 2)?;
        let (size, start) = variable(part, after_kind, 4)?;
        at = start.checked_add(size as usize)?;
        part.get(start..at).map(|record| (kind, record))
    })
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
    use crate::read::workbook::look::Shows;

    #[test]
    fn merged_areas_are_read_from_their_records() {
        let mut part = vec![0x81, 0x01, 0x00];
        part.extend([0xB0, 0x01, 0x10]);
        for word in [1u32, 3, 0, 2] {
            part.extend(word.to_le_bytes());
        }
        assert_eq!(beside(&part, &[]).merges, [Area { first: Address::new(1, 0), last: Address::new(3, 2) }]);
        assert_eq!(beside(&part[..10], &[]), Beside::default());
    }

    #[test]
    fn a_formula_that_came_to_an_error_is_no_empty_cell() {
        let mut part = vec![0x00, 0x04, 5, 0, 0, 0];
        part.extend([0x0B, 0x09, 2, 0, 0, 0, 0, 0, 0, 0, 0x17]);
        assert_eq!(beside(&part, &[]).errors, [(Address::new(5, 2), "#REF!".to_owned())]);
    }

    #[test]
    fn styles_say_what_a_cell_shows_and_rows_and_columns_whether_they_are_hidden() {
        let record = |kind: &[u8], content: &[u8]| [kind, &[content.len() as u8], content].concat();
        let halves = |halves: &[u16]| halves.iter().flat_map(|half| half.to_le_bytes()).collect::<Vec<u8>>();
        let words = |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<u8>>();
        let text = |text: &str| [words(&[text.len() as u32]), halves(&text.encode_utf16().collect::<Vec<_>>())].concat();
        let font = [halves(&[240, 0x08, 400, 0]), vec![0; 13], text("Arial")].concat();
        let styles = [
            record(&[43], &font),
            record(&[44], &[halves(&[164]), text("mm/yyyy")].concat()),
            record(&[47], &halves(&[0, 17, 0])),
            record(&[0xE9, 0x04], &[]),
            record(&[47], &halves(&[0, 0, 9])),
            record(&[47], &halves(&[0, 164, 0])),
            record(&[0xEA, 0x04], &[]),
        ]
        .concat();
        let looks = super::styles(&styles);
        assert_eq!(
            looks.iter().map(|looks| (&looks.shows, looks.struck)).collect::<Vec<_>>(),
            [(&Shows::Value, false), (&Shows::Month, true)]
        );
        let part = [
            record(&[60], &[words(&[2, 3, 2560, 0]), halves(&[1])].concat()),
            record(&[0], &[words(&[5, 0]), vec![0, 0, 0, 0x10]].concat()),
            record(&[5], &[words(&[1, 1]), vec![0; 8]].concat()),
        ]
        .concat();
        let found = beside(&part, &[false, true]);
        assert_eq!(found.styles, [((5, 1), 1)].into());
        assert_eq!((found.hidden_rows.as_slice(), found.hidden_columns.as_slice()), (&[5][..], &[2, 3][..]));
    }
}
