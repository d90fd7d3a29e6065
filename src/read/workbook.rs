//! The bytes of a workbook → its grids. The only module that knows calamine.
//!
//! What calamine does not hand out (merged areas in one pass, hidden rows, formulas behind errors) is read from the parts beside it.

mod biff;
mod covered;
mod encoding;
mod far;
mod flat;
mod html;
mod letters;
mod look;
mod notes;
mod odf;
mod own;
mod parts;
mod runs;
mod separated;
mod struck;
mod xlsb;
mod xlsx;
mod xml_2003;

use std::collections::BTreeMap;
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime};
use jiff::civil::Date;

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use super::package::{self, Format, Package};
use crate::finding::{self, Finding, Rule};
use crate::model::{Address, day_shown};
use crate::settings::Limits;
use crate::text;

/// Reads a file by what it is, not by what it is called. `Err` says why nothing could be read; the findings beside a workbook say what was left out.
pub(super) fn read(name: &str, bytes: &[u8], limits: &Limits) -> Result<(Workbook, Vec<Finding>), Box<Finding>> {
    let refuse = |rule: &'static Rule| Err(Box::new(Finding::new(rule)));
    let format = package::sniff(bytes);
    let mut findings = Vec::new();
    if let Some(told) = other_ending(name, format) {
        findings.push(told);
    }
    let mut workbook = match format {
        Format::Xlsx => xlsx::read(&Package::open(bytes, limits)?, limits, &mut findings)?,
        Format::Xlsb => xlsb::read(&Package::open(bytes, limits)?, limits, &mut findings)?,
        Format::Ods => flat::ods(&Package::open(bytes, limits)?, limits, &mut findings)?,
        Format::Xls => flat::xls(bytes, limits, &mut findings)?,
        Format::FlatOds => flat::ods(&Package::of_flat(bytes, limits)?, limits, &mut findings)?,
        Format::SpreadsheetXml => xml_2003::read(bytes, limits, &mut findings)?,
        Format::Html => html::read(bytes, limits, &mut findings)?,
        Format::Text => separated::read(bytes, limits, &mut findings)?,
        Format::Empty => return refuse(&finding::EMPTY_FILE),
        Format::Encrypted => return refuse(&finding::PASSWORD),
        Format::Docx | Format::Doc => return refuse(&finding::WORD_DOCUMENT),
        Format::Pdf => return refuse(&finding::PDF_DOCUMENT),
        Format::Picture => return refuse(&finding::PICTURE),
        Format::Rar => return Err(Box::new(Finding::new(&finding::OTHER_BUNDLE).with("is", "RAR"))),
        Format::SevenZip => return Err(Box::new(Finding::new(&finding::OTHER_BUNDLE).with("is", "7-Zip"))),
        Format::Mail => return refuse(&finding::MAIL),
        Format::Shortcut => return refuse(&finding::SHORTCUT),
        Format::Numbers => return refuse(&finding::NUMBERS),
        Format::Zip if name.to_lowercase().ends_with(".zip") => return refuse(&finding::DAMAGED_BUNDLE),
        Format::Zip => return refuse(&finding::DAMAGED_FILE),
        Format::Pptx | Format::Other => return refuse(&finding::NOT_A_WORKBOOK),
    };
    workbook.grids.iter_mut().for_each(encoding::spread);
    findings.extend(workbook.grids.iter_mut().flat_map(covered::left_out));
    findings.extend(workbook.grids.iter().filter_map(signs_lost));
    notes(&workbook, &mut findings);
    Ok((workbook, findings))
}

/// The sign that stands for a letter that could not be read, told once for a sheet.
fn signs_lost(grid: &Grid) -> Option<Finding> {
    let cells = grid.rows.iter().flat_map(|row| row.cells.iter().map(|cell| (row.index, cell)));
    let mut lost = cells.filter(|(_, cell)| cell.text.contains('\u{FFFD}'));
    let (row, first) = lost.next()?;
    let mut told = Finding::new(&finding::SIGNS_LOST).on_sheet(&"".into(), &grid.name).raw(&first.text).with("count", lost.count() + 1);
    told.cell = Some(Address::new(row, first.column));
    Some(told)
}

/// An ending that says another kind of file than the content is.
fn other_ending(name: &str, format: Format) -> Option<Finding> {
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    let (is, fits) = match format {
        Format::Xlsx => ("Excel (.xlsx)", matches!(ending.as_str(), "xlsx" | "xlsm" | "xltx" | "xltm")),
        Format::Xlsb => ("Excel nhị phân (.xlsb)", ending == "xlsb"),
        Format::Xls => ("Excel 97-2003 (.xls)", matches!(ending.as_str(), "xls" | "xlt")),
        Format::Ods => ("LibreOffice Calc (.ods)", matches!(ending.as_str(), "ods" | "ots")),
        Format::FlatOds => ("LibreOffice Calc dạng XML (.fods)", ending == "fods"),
        Format::SpreadsheetXml => ("bảng tính XML của Excel 2003 (.xml)", ending == "xml"),
        Format::Html => ("trang web (HTML)", matches!(ending.as_str(), "html" | "htm")),
        Format::Text => ("văn bản chia cột (CSV)", matches!(ending.as_str(), "csv" | "tsv" | "txt")),
        _ => return None,
    };
    (!fits).then(|| Finding::new(&finding::OTHER_ENDING).with("ending", ending).with("is", is))
}

fn notes(workbook: &Workbook, findings: &mut Vec<Finding>) {
    if workbook.macros {
        findings.push(Finding::new(&finding::HAS_MACROS));
    }
    if workbook.external_links {
        findings.push(Finding::new(&finding::EXTERNAL_LINKS));
    }
    if workbook.cells_left_out > 0 {
        findings.push(Finding::new(&finding::CELLS_LEFT_OUT).with("count", workbook.cells_left_out));
    }
}

/// Collects the cells of one sheet in any order, within the limits.
struct Collector {
    cells: Vec<(u32, Cell)>,
    room: u64,
    left_out: u64,
    most_rows: u32,
    most_columns: u32,
    /// Cells whose value is no number and no text: infinities, indexes of strings that do not exist.
    bad: Vec<(Address, String)>,
}

impl Collector {
    fn new(room: u64, most_rows: u32, most_columns: u32) -> Self {
        Collector { cells: Vec::new(), room, left_out: 0, most_rows, most_columns, bad: Vec::new() }
    }

    fn push(&mut self, row: u32, cell: Cell) {
        if row >= self.most_rows || cell.column >= self.most_columns || self.cells.len() as u64 >= self.room {
            self.left_out += 1;
        } else if let Some(raw) = infinite(&cell) {
            self.bad.push((Address::new(row, cell.column), raw));
        } else {
            self.cells.push((row, cell));
        }
    }

    /// Takes back cells that the reader took for something they are not.
    fn refuse(&mut self, bad: Vec<(Address, String)>) {
        self.cells.retain(|(row, cell)| !bad.iter().any(|(place, _)| place.row == *row && place.column == cell.column));
        self.bad.extend(bad);
    }

    /// The rows in order. Of a cell given twice the last stands, as in Excel; where they differ its place and its times are told.
    fn rows(mut self) -> (Vec<Row>, BTreeMap<Address, usize>) {
        if !self.cells.is_sorted_by_key(|(row, cell)| (*row, cell.column)) {
            self.cells.sort_by_key(|(row, cell)| (*row, cell.column));
        }
        let mut rows: Vec<Row> = Vec::new();
        let mut twice: BTreeMap<Address, usize> = BTreeMap::new();
        for (index, cell) in self.cells {
            match rows.last_mut() {
                Some(row) if row.index == index => match row.cells.last_mut() {
                    Some(last) if last.column == cell.column => {
                        if last.text != cell.text {
                            *twice.entry(Address::new(index, cell.column)).or_insert(1) += 1;
                        }
                        *last = cell;
                    }
                    _ => row.cells.push(cell),
                },
                _ => rows.push(Row { index, cells: vec![cell] }),
            }
        }
        (rows, twice)
    }
}

/// What a number that is none says: `inf`, `NaN`. Error values such as `#NUM!` are no such numbers.
fn infinite(cell: &Cell) -> Option<String> {
    let raw = cell.raw.as_ref().filter(|_| cell.kind == CellKind::Error)?;
    raw.parse::<f64>().is_ok_and(|number| !number.is_finite()).then(|| raw.clone())
}

/// A value of calamine as a cell; `None` for what shows nothing.
fn cell(column: u32, value: &DataRef<'_>, font: Option<&str>, decimals: Option<u8>) -> Option<Cell> {
    match value {
        DataRef::Empty => None,
        DataRef::String(raw) => text_cell(column, raw, font),
        DataRef::SharedString(raw) => text_cell(column, raw, font),
        DataRef::Int(value) => Some(number_cell(column, *value as f64, decimals)),
        DataRef::Float(value) => Some(number_cell(column, *value, decimals)),
        DataRef::Bool(value) => {
            Some(Cell { column, text: if *value { "TRUE" } else { "FALSE" }.to_owned(), raw: None, kind: CellKind::Boolean })
        }
        DataRef::DateTime(value) => Some(date_cell(column, value)),
        DataRef::DateTimeIso(raw) | DataRef::DurationIso(raw) => Some(iso_cell(column, raw)),
        DataRef::Error(error) => Some(Cell { column, text: String::new(), raw: Some(error.to_string()), kind: CellKind::Error }),
    }
}

fn text_cell(column: u32, raw: &str, font: Option<&str>) -> Option<Cell> {
    if let Some(signs) = font.and_then(|font| text::symbols(raw, font)) {
        return Some(Cell { column, text: signs.trim().to_owned(), raw: Some(raw.to_owned()), kind: CellKind::Text });
    }
    if is_error_shown(raw) {
        return Some(Cell { column, text: String::new(), raw: Some(raw.to_owned()), kind: CellKind::Error });
    }
    let (text, converted) = text::read(raw, font);
    let kind = if converted { CellKind::Converted } else { CellKind::Text };
    (!text.is_empty()).then(|| Cell { column, raw: (text != raw).then(|| raw.to_owned()), text, kind })
}

/// LibreOffice stores the error of a formula as the text it shows: `Err:509`, `#NAME?`.
fn is_error_shown(raw: &str) -> bool {
    const ERRORS: &[&str] = &["#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#ERROR!", "#SPILL!", "#CALC!"];
    raw.strip_prefix("Err:").is_some_and(|number| number.len() == 3 && number.bytes().all(|sign| sign.is_ascii_digit()))
        || ERRORS.contains(&raw)
}

fn number_cell(column: u32, value: f64, decimals: Option<u8>) -> Cell {
    if !value.is_finite() {
        return Cell { column, text: String::new(), raw: Some(value.to_string()), kind: CellKind::Error };
    }
    Cell { column, text: value.to_string(), raw: None, kind: CellKind::Number { value, decimals } }
}

fn date_cell(column: u32, value: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    let date = i16::try_from(year)
        .ok()
        .zip(i8::try_from(month).ok())
        .zip(i8::try_from(day).ok())
        .and_then(|((year, month), day)| Date::new(year, month, day).ok());
    match date {
        Some(date) if value.is_datetime() && value.as_f64() >= 1.0 => dated(column, date),
        _ => number_cell(column, value.as_f64(), None),
    }
}

fn iso_cell(column: u32, raw: &str) -> Cell {
    match raw.get(..10).and_then(|day| day.parse::<Date>().ok()) {
        Some(date) => dated(column, date),
        None => Cell { column, text: raw.to_owned(), raw: None, kind: CellKind::Text },
    }
}

fn dated(column: u32, date: Date) -> Cell {
    Cell { column, text: day_shown(date), raw: None, kind: CellKind::Date(date) }
}

/// Decimals that a number format fixes: `0.00` shows two, `General` none in particular.
fn decimals(format: &str) -> Option<u8> {
    let section = format.split(';').next()?;
    let (before, after) = section.split_once('.')?;
    let zeros = after.bytes().take_while(|byte| *byte == b'0').count();
    let plain = before.bytes().all(|byte| matches!(byte, b'0' | b'#' | b',')) && after.len() == zeros;
    (plain && zeros > 0).then(|| u8::try_from(zeros).unwrap_or(u8::MAX))
}

/// A number whose format shows per cent, as it shows: 0.5 is `50%`.
fn as_share(cell: Cell) -> Cell {
    let CellKind::Number { value, .. } = cell.kind else { return cell };
    let shown = format!("{}%", (value * 10_000.0).round() / 100.0);
    Cell { raw: Some(cell.text), text: shown, kind: CellKind::Text, ..cell }
}

/// A text typed with a leading sign, which Excel took for a formula and could not work out: `-Duy trì` shows `#NAME?`.
fn recovered(column: u32, formula: &str) -> Option<Cell> {
    // A name no Excel of ours knows, in a formula all the same: `_xlfn.XLOOKUP(A1, B:B, C:C)`, `'Năm trước'!B2`.
    let function = formula.split_once('(').is_some_and(|(name, _)| {
        let name = name.trim_start_matches(['=', '+', '-']);
        !name.is_empty()
            && name.bytes().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || matches!(letter, b'_' | b'.'))
    });
    if function || formula.contains('!') {
        return None;
    }
    let letters = formula.chars().filter(|letter| letter.is_alphabetic()).count();
    let words = formula.split_whitespace().count();
    let calls = formula.contains('(') && formula.contains(')') && words == 1;
    if letters < 3 || calls {
        return None;
    }
    let text = text::clean(formula.trim_start_matches('='));
    Some(Cell { column, text, raw: Some(format!("={formula}")), kind: CellKind::Recovered })
}

/// A date as document properties hold it: `2024-01-08T07:30:00Z`.
fn property_date(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

fn grid(name: &str, hidden: bool, mut collector: Collector, left_out: &mut u64, findings: &mut Vec<Finding>) -> Grid {
    *left_out += collector.left_out;
    let name: Arc<str> = name.into();
    let at = |rule: &'static Rule, place: Address, raw: &str| {
        let mut finding = Finding::new(rule).on_sheet(&"".into(), &name).raw(raw);
        finding.cell = Some(place);
        finding
    };
    findings.extend(std::mem::take(&mut collector.bad).iter().map(|(place, raw)| at(&finding::BAD_VALUE, *place, raw)));
    let (rows, twice) = collector.rows();
    let grid = Grid { name: Arc::clone(&name), hidden, rows, ..Grid::default() };
    for row in &grid.rows {
        for cell in row.cells.iter().filter(|cell| !text::fits_cell(&cell.text)) {
            let start: String = cell.text.chars().take(60).collect();
            let told = at(&finding::TEXT_TOO_LONG, Address::new(row.index, cell.column), &format!("{start}…"));
            findings.push(told.with("letters", cell.text.chars().count()).with("lines", cell.text.lines().count()));
        }
    }
    findings.extend(twice.iter().map(|(place, count)| at(&finding::DUPLICATE_CELL, *place, grid.text(*place)).with("count", count)));
    grid
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_format_fixes_decimals_only_when_it_says_so() {
        for (format, expected) in
            [("0.00", Some(2)), ("#,##0.0", Some(1)), ("General", None), ("0", None), ("0.0%", None), ("dd/mm/yyyy", None)]
        {
            assert_eq!(decimals(format), expected, "{format}");
        }
    }

    #[test]
    fn a_text_taken_for_a_formula_comes_back() {
        assert_eq!(recovered(0, "-Duy trì").map(|cell| cell.text), Some("-Duy trì".to_owned()));
        assert_eq!(recovered(0, "SUM(A1:A3)"), None);
        assert_eq!(recovered(0, "A1"), None);
        assert_eq!(recovered(0, "XLOOKUP(A1, B1:B9, C1:C9)"), None);
        assert_eq!(recovered(0, "Sheet9!A1"), None);
        assert_eq!(recovered(0, "-Mua sắm (nếu có kinh phí)").map(|cell| cell.text), Some("-Mua sắm (nếu có kinh phí)".to_owned()));
    }
}
