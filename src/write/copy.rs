//! Sheets as they were sent in, a plain workbook with the same cells at the same addresses out: for formats whose files cannot be added to.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet};

use super::xlsx::SheetNames;
use crate::model::{Address, Held, Sheet};

/// The most letters a cell of Excel takes, in UTF-16 units.
const MOST_UNITS: usize = 32_767;

/// The workbook, and the name each sheet has there: Excel refuses some that other programs take. `saved` is when the original was last saved.
///
/// # Errors
/// More sheets or cells than Excel has room for.
pub fn to_bytes(sheets: &[Sheet], saved: Option<Date>) -> anyhow::Result<(Vec<u8>, Vec<String>)> {
    let mut workbook = Workbook::new();
    // No clock: where nothing is known of the original, a day long before any report.
    let (year, month, day) = saved.map_or((2000, 1, 1), |date| (date.year(), date.month(), date.day()));
    let when = ExcelDateTime::from_ymd(u16::try_from(year)?, u8::try_from(month)?, u8::try_from(day)?)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&when));
    let mut given = SheetNames::default();
    let mut names = Vec::new();
    for sheet in sheets {
        let name = given.give(&sheet.name);
        let page = workbook.add_worksheet().set_name(&name)?;
        names.push(name);
        page.set_hidden(sheet.hidden && sheets.iter().any(|other| !other.hidden));
        fill(page, sheet)?;
    }
    if sheets.is_empty() {
        workbook.add_worksheet();
    }
    Ok((workbook.save_to_buffer()?, names))
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> anyhow::Result<()> {
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut taken: Vec<(Address, Address)> = Vec::new();
    for (first, last) in &sheet.merges {
        let apart =
            |(a, b): &(Address, Address)| a.row > last.row || b.row < first.row || a.column > last.column || b.column < first.column;
        if first != last && taken.iter().all(apart) {
            page.merge_range(first.row, column(first.column)?, last.row, column(last.column)?, "", &plain)?;
            taken.push((*first, *last));
        }
    }
    let mut widths: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
    for (at, held) in &sheet.cells {
        let (row, col) = (at.row, column(at.column)?);
        let shown = match held {
            Held::Text(text) => {
                page.write_string_with_format(row, col, shortened(text), &plain)?;
                text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
            }
            Held::Number(number, decimals) => {
                let format =
                    decimals.filter(|decimals| *decimals > 0).map(|decimals| format!("0.{}", "0".repeat(usize::from(decimals.min(15)))));
                page.write_number_with_format(
                    row,
                    col,
                    *number,
                    &format.map_or_else(|| plain.clone(), |format| plain.clone().set_num_format(format)),
                )?;
                8
            }
            Held::Date(date) => {
                let day = u16::try_from(date.year())
                    .ok()
                    .and_then(|year| ExcelDateTime::from_ymd(year, date.month().unsigned_abs(), date.day().unsigned_abs()).ok());
                match day {
                    Some(day) => page.write_datetime_with_format(row, col, &day, &plain.clone().set_num_format("dd/mm/yyyy"))?,
                    None => page.write_string_with_format(row, col, date.to_string(), &plain)?,
                };
                10
            }
            Held::Boolean(value) => {
                page.write_boolean_with_format(row, col, *value, &plain)?;
                6
            }
        };
        // What runs over several columns says nothing of the width of its first.
        if !taken.iter().any(|(first, last)| first == at && last.column > first.column) {
            let width = widths.entry(at.column).or_insert(0);
            *width = (*width).max(shown);
        }
    }
    for (at, width) in widths {
        page.set_column_width(column(at)?, (width as f64 + 2.0).clamp(6.0, 36.0))?;
    }
    Ok(())
}

fn column(at: u32) -> anyhow::Result<u16> {
    Ok(u16::try_from(at)?)
}

fn shortened(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MOST_UNITS
    });
    end.map_or(text, |(end, _)| &text[..end])
}
