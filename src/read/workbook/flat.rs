//! `.xls` and `.ods` → grids: calamine holds these whole; how cells look, what is hidden and what is noted on cells comes from beside.

use std::borrow::Cow;
use std::io::Cursor;

use super::look::Looks;
use super::struck::Struck;
use super::{Collector, biff, cell, far, grid, odf, own, property_date};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Area, Workbook};
use crate::read::package::Package;
use crate::settings::Limits;
use calamine::{Data, DataRef, Ods, OdsError, Range, Reader, SheetVisible, Xls};

pub(super) fn xls(bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Result<Workbook, Box<Finding>> {
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| {
        let rule = if matches!(error, calamine::XlsError::Password) { &finding::PASSWORD } else { &finding::DAMAGED_FILE };
        Box::new(Finding::new(rule).with("cause", error))
    })?;
    let mut workbook = Workbook::default();
    if let Ok(properties) = book.workbook_properties() {
        workbook.modified = properties.modified.or(properties.created).as_deref().and_then(property_date);
    }
    let mut room = limits.cells;
    let mut beside = biff::beside(bytes);
    for (at, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        let Ok(range) = book.worksheet_range(&sheet.name) else {
            findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()));
            continue;
        };
        let mut struck = beside.strikes().then(Struck::default);
        let collector = collect(&range, Collector::new(room, 65_536, 256), |row, column| beside.looks(at, row, column), struck.as_mut());
        let struck = struck.unwrap_or_default();
        findings.extend(struck.findings(&sheet.name));
        room -= collector.cells.len() as u64;
        let mut grid = grid(&sheet.name, sheet.visible != SheetVisible::Visible, collector, &mut workbook.cells_left_out, findings);
        grid.merges = book
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default()
            .into_iter()
            .map(|area| Area { first: Address::new(area.start.0, area.start.1), last: Address::new(area.end.0, area.end.1) })
            .collect();
        grid.merges.sort();
        grid.struck_rows = struck.rows();
        if let Some(beside) = beside.sheets.get_mut(at) {
            grid.hidden_rows = std::mem::take(&mut beside.hidden_rows);
            grid.hidden_columns = std::mem::take(&mut beside.hidden_columns);
            grid.notes = std::mem::take(&mut beside.notes);
        }
        workbook.grids.push(grid);
    }
    own::leave_out(&mut workbook, book.defined_names(), findings);
    Ok(workbook)
}

pub(super) fn ods(package: &Package, limits: &Limits, findings: &mut Vec<Finding>) -> Result<Workbook, Box<Finding>> {
    if package.member("META-INF/manifest.xml").is_some_and(|manifest| memchr::memmem::find(manifest, b"encryption-data").is_some()) {
        return Err(Box::new(Finding::new(&finding::PASSWORD)));
    }
    let damaged = || Box::new(Finding::new(&finding::DAMAGED_FILE));
    let mut workbook = Workbook::default();
    let mut content = Cow::Borrowed(package.member("content.xml").unwrap_or_default());
    if let Some((kept, left_out)) = far::clipped(&content) {
        workbook.cells_left_out += left_out;
        content = Cow::Owned(kept);
    }
    let stored = package.stored_with("content.xml", &content).map_err(|_| damaged())?;
    let mut book = Ods::new(Cursor::new(stored)).map_err(|error| match error {
        OdsError::Password => Box::new(Finding::new(&finding::PASSWORD)),
        // Rows and columns that are told to repeat: the reader unrolls them.
        OdsError::CellLimitExceeded { max, .. } => Box::new(Finding::new(&finding::PACKAGE_LIMIT).with("limit", format!("{max} ô"))),
        error => Box::new(Finding::new(&finding::DAMAGED_FILE).with("cause", error)),
    })?;
    if let Ok(properties) = book.workbook_properties() {
        workbook.modified = properties.modified.or(properties.created).as_deref().and_then(property_date);
        workbook.stamp = properties.custom_properties.into_iter().collect();
    }
    let layouts = odf::layouts(&content, package.member("styles.xml").unwrap_or_default());
    let mut room = limits.cells;
    for (at, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        let Ok(range) = book.worksheet_range(&sheet.name) else {
            findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()));
            continue;
        };
        let layout = layouts.get(at);
        let looks = |row, column| layout.and_then(|layout| layout.looks.get(&(row, column)));
        let collector = collect(&range, Collector::new(room, 1_048_576, 16_384), looks, None);
        room -= collector.cells.len() as u64;
        let mut grid = grid(&sheet.name, sheet.visible != SheetVisible::Visible, collector, &mut workbook.cells_left_out, findings);
        if let Some(layout) = layout {
            grid.merges.clone_from(&layout.merges);
            grid.hidden_rows.clone_from(&layout.hidden_rows);
            grid.notes.clone_from(&layout.notes);
        }
        workbook.grids.push(grid);
    }
    own::leave_out(&mut workbook, book.defined_names(), findings);
    Ok(workbook)
}

/// The cells of a sheet, each as it looks; which of them are struck through goes to `struck`.
fn collect<'l>(
    range: &Range<Data>,
    mut collector: Collector,
    looks: impl Fn(u32, u32) -> Option<&'l Looks>,
    mut struck: Option<&mut Struck>,
) -> Collector {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let value = borrowed(value);
        let (row, column) = (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
        let (row, column) = (first_row.saturating_add(row), first_column.saturating_add(column));
        let looks = looks(row, column);
        let Some(cell) = looks.map_or_else(|| cell(column, &value, None, None), |looks| looks.cell(column, &value)) else { continue };
        if let Some(struck) = &mut struck {
            struck.count(Address::new(row, column), looks.is_some_and(|looks| looks.struck));
        }
        collector.push(row, cell);
    }
    collector
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(value) => DataRef::DateTime(*value),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}
