//! A book of tables in, the bytes of an .xlsx workbook out, as a careful officer would set it by hand.
//!
//! First everything gets its place ([`plan`]), then it is drawn ([`draw`]). The same book gives the same bytes.

mod carried;
mod chart;
mod draw;
mod entry;
mod grid;
mod growing;
mod measure;
mod names;
mod paper;
mod plan;
mod style;
mod wording;

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::Context;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

pub use names::SheetNames;

use crate::table::Book;

/// Rows of a worksheet; longer tables go on over sheets `_2`, `_3`.
const MOST_ROWS: u32 = 1_048_576;

/// A quarter of the work of the usual level 6, for a quarter more bytes: nearly all of a large workbook is drawn XML being packed.
const COMPRESSION: u8 = 2;

/// Draws a book. Fails only where the book is at odds with itself: a chart of a table that is not there.
pub fn to_bytes(book: &Book) -> anyhow::Result<Vec<u8>> {
    with_row_limit(book, MOST_ROWS)
}

fn with_row_limit(book: &Book, most_rows: u32) -> anyhow::Result<Vec<u8>> {
    let plan = plan::of(book, most_rows)?;
    // The library panics where its temporary file cannot be written to its end; in memory it needs none.
    catch_unwind(AssertUnwindSafe(|| drawn(book, &plan, true))).unwrap_or_else(|_| drawn(book, &plan, false))
}

/// `rows_on_disk`: long sheets do not stay in memory until the book is packed.
fn drawn(book: &Book, plan: &plan::Plan, rows_on_disk: bool) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_default_format(&style::body(), grid::LINE_PIXELS, grid::COLUMN_PIXELS)?;
    workbook.set_properties(&properties(book)?);
    let mut styles = style::Styles::default();
    for sheet in &plan.sheets {
        let on_disk = rows_on_disk && plan.goes_downwards(sheet) && workbook.add_worksheet_with_low_memory().is_ok();
        if !on_disk {
            workbook.add_worksheet();
        }
        let worksheet = workbook.worksheets_mut().last_mut().expect("one was just added");
        draw::sheet(worksheet, sheet, plan, &mut styles).with_context(|| format!("Không vẽ được trang {}", sheet.name))?;
        if on_disk {
            // Without a row behind the last, the library writes the last twice. This one shows nothing.
            worksheet.write_blank(sheet.heights.len() as u32, 0, &style::body())?;
        }
    }
    if !book.carried.is_empty() {
        carried::sheet(&mut workbook, &book.carried)?;
    }
    let bytes = workbook.save_to_buffer()?;
    let growing: Vec<_> = plan.sheets.iter().map(|sheet| &sheet.growing).collect();
    growing::release(bytes, &growing)
}

fn properties(book: &Book) -> anyhow::Result<DocProperties> {
    let created = book.created;
    let day = ExcelDateTime::from_ymd(created.year().try_into()?, created.month().try_into()?, created.day().try_into()?)?;
    let mut properties = DocProperties::new().set_title(wording::legible(&book.title)).set_author(wording::legible(&book.author));
    for (name, value) in &book.properties {
        properties = properties.set_custom_property(name, value.as_str());
    }
    Ok(properties.set_creation_datetime(&day))
}

#[cfg(test)]
mod tests;
