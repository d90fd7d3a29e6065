//! `.xls` and `.ods` → grids: calamine holds these whole, the areas that merge come from beside.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Data, DataRef, Ods, OdsError, Range, Reader, SheetVisible, Xls};
use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};

use super::{Collector, cell, far, grid, own, property_date};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Area, Workbook};
use crate::read::package::Package;
use crate::settings::Limits;

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
    for sheet in book.sheets_metadata().to_vec() {
        let Ok(range) = book.worksheet_range(&sheet.name) else {
            findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()));
            continue;
        };
        let collector = collect(&range, Collector::new(room, 65_536, 256));
        room -= collector.cells.len() as u64;
        let mut grid = grid(&sheet.name, sheet.visible != SheetVisible::Visible, collector, &mut workbook.cells_left_out, findings);
        grid.merges = book
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default()
            .into_iter()
            .map(|area| Area { first: Address::new(area.start.0, area.start.1), last: Address::new(area.end.0, area.end.1) })
            .collect();
        grid.merges.sort();
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
    let layouts = layouts(&content);
    let mut room = limits.cells;
    for (at, sheet) in book.sheets_metadata().to_vec().into_iter().enumerate() {
        let Ok(range) = book.worksheet_range(&sheet.name) else {
            findings.push(Finding::new(&finding::BROKEN_SHEET).on_sheet(&"".into(), &sheet.name.as_str().into()));
            continue;
        };
        let collector = collect(&range, Collector::new(room, 1_048_576, 16_384));
        room -= collector.cells.len() as u64;
        let mut grid = grid(&sheet.name, sheet.visible != SheetVisible::Visible, collector, &mut workbook.cells_left_out, findings);
        if let Some(layout) = layouts.get(at) {
            grid.merges.clone_from(&layout.merges);
            grid.hidden_rows.clone_from(&layout.hidden_rows);
        }
        workbook.grids.push(grid);
    }
    own::leave_out(&mut workbook, book.defined_names(), findings);
    Ok(workbook)
}

fn collect(range: &Range<Data>, mut collector: Collector) -> Collector {
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let value = borrowed(value);
        let (row, column) = (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
        if let Some(cell) = cell(first_column.saturating_add(column), &value, None, None) {
            collector.push(first_row.saturating_add(row), cell);
        }
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

/// What `content.xml` says of a sheet beside its values.
#[derive(Debug, Default, PartialEq)]
struct Layout {
    merges: Vec<Area>,
    hidden_rows: Vec<u32>,
}

/// One layout per sheet, in order. Repeats are counted, never unrolled.
fn layouts(content: &[u8]) -> Vec<Layout> {
    let mut layouts: Vec<Layout> = Vec::new();
    let Ok(text) = std::str::from_utf8(content) else { return layouts };
    let mut reader = XmlReader::from_str(text);
    let (mut row, mut next_row, mut column) = (0u32, 0u32, 0u32);
    loop {
        let element = match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => element,
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => continue,
        };
        match element.name().as_ref() {
            "table:table" => {
                layouts.push(Layout::default());
                (row, next_row, column) = (0, 0, 0);
            }
            "table:table-row" => {
                let repeated = number(&element, "table:number-rows-repeated").unwrap_or(1);
                (row, column) = (next_row, 0);
                next_row = next_row.saturating_add(repeated);
                let hidden = element
                    .attributes()
                    .flatten()
                    .any(|found| found.key.as_ref() == "table:visibility" && found.value.as_ref() == "collapse");
                if let (true, Some(layout)) = (hidden, layouts.last_mut()) {
                    layout.hidden_rows.extend((row..next_row).take(10_000));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let columns = number(&element, "table:number-columns-spanned").unwrap_or(1);
                let rows = number(&element, "table:number-rows-spanned").unwrap_or(1);
                if let (true, Some(layout)) = (columns > 1 || rows > 1, layouts.last_mut()) {
                    let last = Address::new(row.saturating_add(rows - 1), column.saturating_add(columns - 1));
                    layout.merges.push(Area { first: Address::new(row, column), last });
                }
                column = column.saturating_add(number(&element, "table:number-columns-repeated").unwrap_or(1));
            }
            _ => {}
        }
    }
    for layout in &mut layouts {
        layout.merges.sort();
    }
    layouts
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    element.attributes().flatten().find(|found| found.key.as_ref() == name)?.value.parse().ok().filter(|number| *number > 0)
}
