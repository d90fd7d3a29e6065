//! `.xlsx` and `.xlsm` → grids: values and styles streamed once, merged areas and hidden rows from the part itself.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, FillPattern, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use memchr::memmem;

use super::look::{Looks, Shows};
use super::runs::{self, Rich};
use super::struck::Struck;
use super::{Collector, cell, grid, property_date, recovered};
use super::{notes, own, parts};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Cell, CellKind, Workbook};
use crate::read::package::Package;
use crate::settings::Limits;

/// No sheet of a school has so many cells in colour; one that is painted to its edge is no message.
const MOST_COLOURED: usize = 20_000;

pub(super) fn read(package: &Package, limits: &Limits, findings: &mut Vec<Finding>) -> Result<Workbook, Box<Finding>> {
    let unreadable = |error: XlsxError| Box::new(Finding::new(&finding::DAMAGED_FILE).with("cause", error));
    let paths = parts::sheet_paths(package);
    if let Some((name, _)) = paths.iter().find(|(_, path)| path.contains("macrosheets")) {
        return Err(Box::new(Finding::new(&finding::MACRO_SHEET).with("sheet", name)));
    }
    let stored = package.stored().map_err(|_| Box::new(Finding::new(&finding::DAMAGED_FILE)))?;
    let mut book = Xlsx::new(Cursor::new(stored)).map_err(unreadable)?;
    let mut workbook = Workbook { macros: package.macros, external_links: package.external_links, ..Workbook::default() };
    if let Ok(properties) = book.workbook_properties() {
        workbook.modified = properties.modified.or(properties.created).as_deref().and_then(property_date);
        workbook.stamp = properties.custom_properties.into_iter().collect();
    }
    let mut room = limits.cells;
    let rich = runs::rich(package.member("xl/sharedStrings.xml").unwrap_or_default());
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let part = paths.get(&sheet.name).and_then(|path| package.member(path)).unwrap_or_default();
        let has_formulas =
            memmem::find(part, b"<f>").is_some() || memmem::find(part, b"<f ").is_some() || memmem::find(part, b":f>").is_some();
        let mut collector = Collector::new(room, 1_048_576, 16_384);
        let (mut struck, mut coloured) = (Struck::default(), Vec::new());
        match values(&mut book, &sheet.name, &of_sheet(part, &rich), &mut collector, &mut struck, &mut coloured) {
            Ok(read) => {
                let stored = parts::cell_count(part);
                if stored > read {
                    let told = Finding::new(&finding::CELLS_UNREAD).with("stored", stored).with("read", read);
                    findings.push(told.on_sheet(&"".into(), &sheet.name.as_str().into()));
                }
            }
            Err(error) => {
                findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()).with("cause", error));
                workbook.cells_left_out += collector.left_out;
                continue;
            }
        }
        findings.extend(struck.findings(&sheet.name));
        collector.refuse(parts::bad_string_indexes(part));
        if has_formulas && let Err(error) = formulas(&mut book, &sheet.name, &mut collector) {
            findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()).with("cause", error));
            continue;
        }
        room -= collector.cells.len() as u64;
        let mut grid = grid(&sheet.name, sheet.visible != SheetVisible::Visible, collector, &mut workbook.cells_left_out, findings);
        grid.merges = parts::merges(part);
        (grid.hidden_rows, grid.hidden_columns) = parts::hidden(part);
        grid.page_header = parts::page_header(part);
        grid.struck_rows = struck.rows();
        grid.coloured = coloured;
        grid.notes = paths.get(&sheet.name).map(|path| notes::of_sheet(package, path)).unwrap_or_default();
        workbook.grids.push(grid);
    }
    own::leave_out(&mut workbook, book.defined_names(), findings);
    Ok(workbook)
}

/// The cells of a sheet whose texts are rich.
fn of_sheet<'r>(part: &[u8], rich: &'r BTreeMap<usize, Rich>) -> BTreeMap<(u32, u32), Cow<'r, Rich>> {
    let mut found: BTreeMap<(u32, u32), Cow<'_, Rich>> =
        runs::inline(part).into_iter().map(|(place, text)| ((place.row, place.column), Cow::Owned(text))).collect();
    if rich.is_empty() {
        return found;
    }
    let of = |index: &[u8]| rich.get(&std::str::from_utf8(index).ok()?.parse::<usize>().ok()?);
    let cells = parts::string_cells(part, |index| of(index).is_some());
    found.extend(cells.into_iter().filter_map(|(place, index)| Some(((place.row, place.column), Cow::Borrowed(of(&index)?)))));
    found
}

/// Hands over the cells that show something; returns how many there were.
fn values(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    rich: &BTreeMap<(u32, u32), Cow<'_, Rich>>,
    collector: &mut Collector,
    struck: &mut Struck,
    coloured: &mut Vec<(Address, [u8; 3])>,
) -> Result<usize, XlsxError> {
    let mut reader = book.worksheet_cells_reader(name)?;
    let mut read = 0;
    let styles: Vec<Looks> = reader
        .styles()
        .iter()
        .map(|style| {
            let format = style.number_format.as_ref().map_or("", |format| &format.format_code);
            let font = style.font.as_ref().and_then(|font| font.name.as_ref()).map(|name| name.to_string());
            Looks::of(format, font, style.font.as_ref().is_some_and(|font| font.has_strikethrough()))
        })
        .collect();
    let fills: Vec<Option<[u8; 3]>> = reader.styles().iter().map(fill).collect();
    // Most workbooks strike nothing through, and nothing is counted in them.
    let strikes = !rich.is_empty() || styles.iter().any(|looks| looks.struck);
    while let Some((found, style)) = reader.next_cell_with_style_id()? {
        read += 1;
        let looks = styles.get(style);
        let font = looks.and_then(|looks| looks.font.as_deref());
        let (row, column) = found.get_position();
        if let Some(colour) = fills.get(style).copied().flatten().filter(|_| coloured.len() < MOST_COLOURED) {
            coloured.push((Address::new(row, column), colour));
        }
        let mut whole = looks.is_some_and(|looks| looks.struck);
        let cell = match rich.get(&(row, column)) {
            Some(text) => {
                let (cell, left_out) = text.cell(column, font);
                whole |= text.is_struck();
                struck.parts.extend(left_out.filter(|_| !whole).map(|raw| (Address::new(row, column), raw)));
                cell
            }
            None => cell(column, found.get_value(), font, looks.and_then(|looks| looks.decimals)),
        };
        if let Some(cell) = cell {
            if strikes {
                struck.count(Address::new(row, column), whole);
            }
            collector.push(row, looks.map_or(&Shows::Value, |looks| &looks.shows).apply(cell));
        }
    }
    Ok(read)
}

/// The colour behind a cell; white is none.
fn fill(style: &Style) -> Option<[u8; 3]> {
    const WHITE: [u8; 3] = [255; 3];
    let fill = style.fill.as_ref().filter(|fill| fill.pattern == FillPattern::Solid)?;
    let colour = fill.get_color()?;
    Some([colour.red, colour.green, colour.blue]).filter(|colour| *colour != WHITE)
}

/// A second pass for what only the formula tells: texts Excel took for formulas, and results that were never stored.
fn formulas(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, collector: &mut Collector) -> Result<(), XlsxError> {
    let mut unsettled: BTreeMap<(u32, u32), String> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Some(found) = reader.next_cell_with_formula()? {
        if let (Some(formula), DataRef::Empty | DataRef::Error(_)) = (found.formula, &found.value) {
            unsettled.insert(found.pos, formula);
        }
    }
    for (row, cell) in &mut collector.cells {
        if cell.kind != CellKind::Error {
            continue;
        }
        // What Excel knows no name for was never meant as a formula; of other errors only what is written in Vietnamese.
        let nameless = cell.raw.as_deref() == Some("#NAME?");
        let meant_as_text = |formula: &String| nameless || !formula.is_ascii();
        if let Some(text) =
            unsettled.remove(&(*row, cell.column)).filter(meant_as_text).and_then(|formula| recovered(cell.column, &formula))
        {
            *cell = text;
        }
    }
    for ((row, column), formula) in unsettled {
        let raw = Some(format!("={formula}"));
        let known = collector.cells.iter().any(|(at, cell)| *at == row && cell.column == column);
        let typed = formula.starts_with(['-', '+']) && formula.split_whitespace().count() >= 2 && !formula.contains(['(', '!', '"']);
        if let Some(text) = recovered(column, &formula).filter(|_| typed && !known) {
            collector.push(row, text);
        } else if !known {
            collector.push(row, Cell { column, text: String::new(), raw, kind: CellKind::Uncomputed });
        }
    }
    Ok(())
}
