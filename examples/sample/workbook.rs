//! Books in, the bytes of .xlsx files out. The only module of the example that knows rust_xlsxwriter.

use std::io::{Cursor, Read, Write};

use anyhow::{Context, Result};
use jiff::civil::Date;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::draft::{Book, Head, Role, Row, Sheet, Table, Value};
use crate::lettering;

/// Stands in a formula's cached value until it is taken out of the finished file: the library always writes one.
const NO_VALUE: &str = "987654321012345";

pub fn bytes(book: &Book) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book.modified)?);
    for sheet in &book.sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet.name)?;
        Canvas { worksheet, sheet, row: 0 }.draw()?;
    }
    let bytes = workbook.save_to_buffer()?;
    if book
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.tables)
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.cells)
        .any(|cell| matches!(cell, Value::Formula(_, None)))
    {
        return without_values(&bytes);
    }
    Ok(bytes)
}

/// A plain list with one header row: the register.
pub fn list(name: &str, titles: &[&str], widths: &[f64], rows: &[Vec<Value>], modified: Date) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(modified)?);
    let worksheet = workbook.add_worksheet();
    worksheet.set_name(name)?;
    worksheet.set_freeze_panes(1, 0)?;
    for (column, (title, width)) in (0..).zip(titles.iter().zip(widths)) {
        worksheet.set_column_width(column, *width)?;
        worksheet.write_string_with_format(0, column, *title, &Look::Head.format(None))?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Value::Day(day) => write_day(worksheet, row, column, *day)?,
                cell => {
                    // As text, so that a code keeps its zeros.
                    worksheet.write_string_with_format(row, column, cell.as_text(), &Look::Text.format(None).set_num_format("@"))?;
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

fn properties(modified: Date) -> Result<DocProperties> {
    let (year, month, day) = (modified.year().unsigned_abs(), modified.month().unsigned_abs(), modified.day().unsigned_abs());
    let created = ExcelDateTime::from_ymd(year, month, day)?.and_hms(9, 30, 0)?;
    Ok(DocProperties::new().set_author("Văn thư").set_creation_datetime(&created))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Agency,
    School,
    Title,
    Line,
    Head,
    Text,
    Center,
    Strong,
}

impl Look {
    fn format(self, font: Option<&str>) -> Format {
        let format =
            Format::new().set_font_name(font.unwrap_or("Times New Roman")).set_font_size(12).set_align(FormatAlign::VerticalCenter);
        match self {
            Look::Agency => format.set_align(FormatAlign::Center),
            Look::School => format.set_align(FormatAlign::Center).set_bold(),
            Look::Title => format.set_align(FormatAlign::Center).set_bold().set_font_size(14),
            Look::Line => format.set_italic(),
            Look::Head => bordered(format).set_bold().set_align(FormatAlign::Center).set_background_color(Color::RGB(0xF2_F2_F2)),
            Look::Text => bordered(format),
            Look::Center => bordered(format).set_align(FormatAlign::Center),
            Look::Strong => bordered(format).set_bold(),
        }
    }
}

fn bordered(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_text_wrap()
}

/// A sheet being drawn from the top down.
struct Canvas<'a> {
    worksheet: &'a mut Worksheet,
    sheet: &'a Sheet,
    row: u32,
}

impl Canvas<'_> {
    fn draw(&mut self) -> Result<(), XlsxError> {
        let sheet = self.sheet;
        let wide = sheet.tables.iter().any(|table| table.widths.len() > 5);
        if wide || sheet.tables.is_empty() {
            self.worksheet.set_landscape();
        }
        self.worksheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
        let widest = self.sheet.tables.iter().max_by_key(|table| table.widths.len());
        let last = widest.map_or(6, |table| self.place(table.widths.len() - 1)).max(3);
        if let Some(table) = widest {
            for (column, width) in table.widths.iter().enumerate() {
                self.worksheet.set_column_width(self.place(column), *width)?;
            }
        } else {
            self.worksheet.set_column_range_width(0, last, 20)?;
        }
        for column in &sheet.empty_columns {
            self.worksheet.set_column_width(self.place(*column) - 1, 2)?;
        }
        if let Some(letterhead) = &sheet.letterhead {
            let half = self.half(last);
            self.across(0, half, &letterhead.superior, Look::Agency)?;
            self.across(half + 1, last, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Look::School)?;
            self.row += 1;
            self.across(0, half, &letterhead.school, Look::School)?;
            self.across(half + 1, last, "Độc lập - Tự do - Hạnh phúc", Look::School)?;
            self.row += 2;
            self.across(half + 1, last, &letterhead.place_and_day, Look::Agency)?;
            self.row += 2;
        }
        for line in &sheet.title {
            self.across(0, last, line, Look::Title)?;
            self.row += 1;
        }
        for table in &sheet.tables {
            self.row += 1;
            self.table(table)?;
        }
        if sheet.signed {
            let half = self.half(last);
            self.row += 2;
            self.across(0, half, "Nơi nhận:", Look::Line)?;
            self.across(half + 1, last, "HIỆU TRƯỞNG", Look::School)?;
            self.row += 1;
            self.across(0, half, "- Cơ quan quản lý; - Lưu: VT.", Look::Line)?;
            self.across(half + 1, last, "(Ký tên, đóng dấu)", Look::Agency)?;
        }
        if sheet.ghost {
            self.worksheet.write_string(1_048_575, 16_383, " ")?;
        }
        Ok(())
    }

    /// The sheet column of a table's column.
    fn place(&self, column: usize) -> u16 {
        let empty = self.sheet.empty_columns.iter().filter(|before| **before <= column).count();
        (column + empty) as u16
    }

    /// The last column of the left block above and below the tables: about the middle of the paper.
    fn half(&self, last: u16) -> u16 {
        let Some(table) = self.sheet.tables.iter().max_by_key(|table| table.widths.len()) else { return last / 2 };
        let total: f64 = table.widths.iter().sum();
        let left = (1..table.widths.len()).take_while(|count| table.widths.iter().take(*count).sum::<f64>() <= 0.58 * total).last();
        self.place(left.map_or(0, |count| count - 1)).min(last - 1)
    }

    /// Rows of wrapped text are as high as their longest cell; Excel leaves that to who writes the file.
    fn height<'t>(&mut self, row: u32, cells: impl Iterator<Item = (&'t str, f64)>) -> Result<(), XlsxError> {
        let lines = |text: &str, width: f64| text.lines().map(|line| (line.chars().count() as f64 / width).ceil().max(1.0)).sum::<f64>();
        let most = cells.map(|(text, width)| lines(text, width)).fold(1.0, f64::max);
        self.worksheet.set_row_height(row, 4.0 + 15.5 * most)?;
        Ok(())
    }

    fn across(&mut self, first: u16, last: u16, text: &str, look: Look) -> Result<(), XlsxError> {
        let (text, format) = self.stored(text, look);
        if first == last {
            self.worksheet.write_string_with_format(self.row, first, &text, &format)?;
        } else {
            self.worksheet.merge_range(self.row, first, self.row, last, &text, &format)?;
        }
        Ok(())
    }

    fn stored(&self, text: &str, look: Look) -> (String, Format) {
        let (text, font) = lettering::store(text, self.sheet.lettering);
        (text, look.format(font))
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let last = self.place(table.widths.len() - 1);
        for line in &table.above {
            self.across(0, last, line, Look::Line)?;
            self.row += 1;
        }
        if !table.headless {
            self.head(table)?;
        }
        let first = self.row;
        let mut at = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            at.push(self.row);
            match row.role {
                Role::HeaderAgain => self.head(table)?,
                _ => {
                    self.cells(table, row)?;
                    self.row += 1;
                }
            }
        }
        if first != self.row {
            self.joins(table, &at)?;
        }
        for line in &table.below {
            self.worksheet.write_string_with_format(
                self.row,
                self.place(0),
                self.stored(line, Look::Line).0,
                &self.stored(line, Look::Line).1,
            )?;
            self.row += 1;
        }
        Ok(())
    }

    fn head(&mut self, table: &Table) -> Result<(), XlsxError> {
        let top = self.row;
        for (line, heads) in table.head.iter().enumerate() {
            for (column, head) in heads.iter().enumerate() {
                let Head::Title(title) = head else { continue };
                let right = (column + 1..heads.len()).take_while(|next| matches!(heads[*next], Head::Left)).last().unwrap_or(column);
                let below =
                    (line + 1..table.head.len()).take_while(|next| matches!(table.head[*next][column], Head::Above)).last().unwrap_or(line);
                let (text, format) = self.stored(title, Look::Head);
                let (row, to_row) = (top + line as u32, top + below as u32);
                let (left, right) = (self.place(column), self.place(right));
                if row == to_row && left == right {
                    self.worksheet.write_string_with_format(row, left, &text, &format)?;
                } else {
                    self.worksheet.merge_range(row, left, to_row, right, &text, &format)?;
                }
            }
        }
        for (line, heads) in table.head.iter().enumerate() {
            let own = heads.iter().enumerate().filter_map(|(column, head)| match head {
                Head::Title(title) => {
                    let wide = heads.iter().skip(column + 1).take_while(|next| matches!(next, Head::Left)).count();
                    Some((title.as_str(), table.widths.iter().skip(column).take(wide + 1).sum()))
                }
                Head::Left | Head::Above => None,
            });
            self.height(top + line as u32, own)?;
        }
        self.row += table.head.len() as u32;
        Ok(())
    }

    fn cells(&mut self, table: &Table, row: &Row) -> Result<(), XlsxError> {
        if row.hidden {
            self.worksheet.set_row_hidden(self.row)?;
        }
        if matches!(row.role, Role::Band | Role::Standard(_)) {
            let first = row.cells.iter().position(|cell| *cell != Value::Empty).unwrap_or(0);
            for (column, cell) in row.cells.iter().enumerate().take(first) {
                self.cell(self.row, column, cell, Look::Strong)?;
            }
            let text = row.cells.get(first).map_or("", Value::as_text);
            self.height(self.row, std::iter::once((text, table.widths.iter().skip(first).sum())))?;
            return self.across(self.place(first), self.place(table.widths.len() - 1), text, Look::Strong);
        }
        self.height(self.row, row.cells.iter().map(Value::as_text).zip(table.widths.iter().copied()))?;
        for (column, cell) in row.cells.iter().enumerate() {
            let look = match (row.role, table.widths[column]) {
                (Role::Total, _) if column == 0 => Look::Strong,
                (Role::ColumnNumbers, _) => Look::Center,
                // The narrow columns hold numbers and marks.
                (_, width) if width <= 12.0 => Look::Center,
                _ => Look::Text,
            };
            self.cell(self.row, column, cell, look)?;
        }
        Ok(())
    }

    fn cell(&mut self, row: u32, column: usize, cell: &Value, look: Look) -> Result<(), XlsxError> {
        let place = self.place(column);
        let plain = look.format(None);
        match cell {
            Value::Empty => {
                self.worksheet.write_blank(row, place, &plain)?;
            }
            Value::Text(text) => {
                let (text, format) = self.stored(text, look);
                self.worksheet.write_string_with_format(row, place, &text, &format)?;
            }
            Value::Number(number) => {
                let format = if *number >= 1000.0 { plain.set_num_format("#,##0") } else { plain };
                self.worksheet.write_number_with_format(row, place, *number, &format)?;
            }
            Value::Shown(number, format) => {
                self.worksheet.write_number_with_format(row, place, *number, &plain.set_num_format(*format))?;
            }
            Value::Day(day) => write_day(self.worksheet, row, place, *day)?,
            Value::Formula(formula, result) => {
                let formula = Formula::new(formula).set_result(result.as_deref().unwrap_or(NO_VALUE));
                self.worksheet.write_formula_with_format(row, place, formula, &plain)?;
            }
        }
        Ok(())
    }

    /// Merges the cells that stand below their like.
    fn joins(&mut self, table: &Table, at: &[u32]) -> Result<(), XlsxError> {
        for column in 0..table.widths.len() {
            let mut top = 0;
            while top < table.rows.len() {
                let bottom =
                    (top + 1..table.rows.len()).take_while(|next| table.rows[*next].joined.contains(&column)).last().unwrap_or(top);
                if bottom > top {
                    let place = self.place(column);
                    let cell = table.rows[top].cells[column].clone();
                    let look = if table.widths[column] <= 12.0 { Look::Center } else { Look::Text };
                    self.worksheet.merge_range(at[top], place, at[bottom], place, "", &look.format(None))?;
                    self.cell(at[top], column, &cell, look)?;
                }
                top = bottom + 1;
            }
        }
        Ok(())
    }
}

fn write_day(worksheet: &mut Worksheet, row: u32, column: u16, day: Date) -> Result<(), XlsxError> {
    let value = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs())?;
    worksheet.write_datetime_with_format(row, column, &value, &Look::Center.format(None).set_num_format("dd/mm/yyyy"))?;
    Ok(())
}

/// Takes the cached values out that stand for none.
fn without_values(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for at in 0..archive.len() {
        let mut member = archive.by_index(at)?;
        let name = member.name()?.into_owned();
        let mut text = String::new();
        member.read_to_string(&mut text).with_context(|| name.clone())?;
        writer.start_file(name.as_str(), options)?;
        writer.write_all(text.replace(&format!("<v>{NO_VALUE}</v>"), "").as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}
