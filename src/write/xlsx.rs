//! A book of tables in, the bytes of an .xlsx workbook out, as a careful officer would set it by hand.
//!
//! First everything gets its place ([`plan`]), then it is drawn ([`draw`]); the rows of long tables are written apart, on several threads
//! ([`apart`], [`package`]). The same book gives the same bytes.

mod apart;
mod carried;
mod chart;
mod draw;
mod entry;
mod grid;
mod link;
mod measure;
mod names;
mod package;
mod paper;
mod plan;
mod slot;
mod style;
mod value;
mod wording;

use anyhow::Context;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

pub use names::SheetNames;
use package::Rest;

use crate::table::Book;

/// Rows of a worksheet; longer tables go on over sheets `_2`, `_3`.
const MOST_ROWS: u32 = 1_048_576;

/// A quarter of the work of the usual level 6, for a quarter more bytes: nearly all of a large workbook is drawn XML being packed.
const COMPRESSION: u8 = 2;

/// Draws a book. Fails only where the book is at odds with itself: a chart of a table that is not there.
pub fn to_bytes(book: &Book) -> anyhow::Result<Vec<u8>> {
    with_row_limit(book, MOST_ROWS)
}

/// As [`to_bytes`], with at most so many rows on a worksheet.
///
/// # Errors
/// As there.
pub fn with_row_limit(book: &Book, most_rows: u32) -> anyhow::Result<Vec<u8>> {
    drawn(book, &plan::of(book, most_rows)?)
}

fn drawn(book: &Book, plan: &plan::Plan) -> anyhow::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(COMPRESSION);
    workbook.set_default_format(&style::body(), grid::LINE_PIXELS, grid::COLUMN_PIXELS)?;
    workbook.set_properties(&properties(book)?);
    let mut styles = style::Styles::default();
    let mut rests = Vec::with_capacity(plan.sheets.len());
    for sheet in &plan.sheets {
        let worksheet = workbook.add_worksheet();
        let apart = draw::sheet(worksheet, sheet, plan, &mut styles).with_context(|| format!("Không vẽ được trang {}", sheet.name))?;
        rests.push(Rest { growing: Some(&sheet.growing), apart });
    }
    if !book.carried.is_empty() {
        carried::sheet(&mut workbook, &book.carried)?;
    }
    let bytes = workbook.save_to_buffer()?;
    drop(workbook);
    package::complete(bytes, &rests, COMPRESSION)
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
