//! Our sheet "Cần sửa": every mark, gravest first, with a link to its cell.

use std::cmp::Reverse;

use super::book::{Book, quoted};
use super::style::{Look, Styles};
use super::xml::escaped;
use super::{Mark, TITLE, TITLES};
use crate::model::Address;

const GUIDE: &str = "Bấm vào ô ở cột D để đến chỗ cần sửa. Sửa xong, lưu lại và gửi lại chính tệp này: trang này, các ghi chú và màu do chương trình thêm sẽ được bỏ qua khi đọc.";
const WIDTHS: [f64; 7] = [6.0, 13.0, 22.0, 10.0, 62.0, 62.0, 8.0];

/// The sheet, and the area it fills.
pub(super) struct Listing {
    pub xml: String,
    pub area: String,
}

pub(super) fn listing(book: &Book, styles: &mut Styles, marks: &[Mark], remarks: &[String]) -> Listing {
    let place = |mark: &Mark| mark.sheet.as_ref().and_then(|name| book.sheets.iter().position(|sheet| sheet.name == *name));
    let mut sorted: Vec<&Mark> = marks.iter().collect();
    sorted.sort_by(|one, other| {
        let key = |mark: &Mark| (Reverse(mark.severity), place(mark), mark.cell);
        key(one).cmp(&key(other)).then_with(|| (&one.code, &one.message).cmp(&(&other.code, &other.message)))
    });

    let mut sheet = Sheet { rows: String::new(), row: 0, links: String::new() };
    sheet.line(styles.for_listing(Look::Title), TITLE);
    sheet.line(styles.for_listing(Look::Line), GUIDE);
    for remark in remarks {
        sheet.line(styles.for_listing(Look::Line), remark);
    }
    sheet.row += 1;
    let head = styles.for_listing(Look::Head);
    let top = sheet.row;
    sheet.cells(&TITLES.map(|title| (head, Value::Text(title.to_owned()))));
    let (body, link) = (styles.for_listing(Look::Body), styles.for_listing(Look::Link));
    for (number, mark) in sorted.iter().enumerate() {
        let there = place(mark).and(mark.sheet.as_ref());
        let target = mark.cell.zip(there).map(|(cell, name)| format!("{}!{cell}", quoted(name)));
        if let Some(target) = &target {
            sheet.link(3, target);
        }
        let severity = styles.for_listing(Look::Severity(mark.severity));
        sheet.cells(&[
            (body, Value::Number(number + 1)),
            (severity, Value::Text(mark.severity.title().to_owned())),
            (body, Value::Text(mark.sheet.clone().unwrap_or_default())),
            (if target.is_some() { link } else { body }, Value::Text(mark.cell.map_or_else(String::new, |cell| cell.to_string()))),
            (body, Value::Text(mark.message.clone())),
            (body, Value::Text(mark.remedy.clone())),
            (body, Value::Text(mark.code.clone())),
        ]);
    }
    let last = Address::new(sheet.row.saturating_sub(1), TITLES.len() as u32 - 1);
    let columns: String = WIDTHS
        .iter()
        .enumerate()
        .map(|(at, width)| format!("<col min=\"{0}\" max=\"{0}\" width=\"{width}\" customWidth=\"1\"/>", at + 1))
        .collect();
    let links = if sheet.links.is_empty() { String::new() } else { format!("<hyperlinks>{}</hyperlinks>", sheet.links) };
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{main}\" xmlns:r=\"{office}\"><sheetPr><tabColor rgb=\"FFC00000\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:{last}\"/><sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\"><pane ySplit=\"{}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>{columns}</cols><sheetData>{}</sheetData>{links}<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
        top + 1,
        top + 2,
        sheet.rows,
        main = book.main,
        office = book.office,
    );
    Listing { xml, area: format!("$A$1:$G${}", last.row + 1) }
}

enum Value {
    Number(usize),
    Text(String),
}

struct Sheet {
    rows: String,
    /// The next row, from 0.
    row: u32,
    links: String,
}

impl Sheet {
    fn line(&mut self, style: u32, text: &str) {
        self.cells(&[(style, Value::Text(text.to_owned()))]);
    }

    fn cells(&mut self, cells: &[(u32, Value)]) {
        let columns = cells.len();
        // Not every program makes rows as high as their text when it opens a file.
        let lines = |((_, value), width): (&(u32, Value), f64)| match value {
            Value::Text(text) => text.lines().map(|line| line.chars().count() / (width as usize).max(1) + 1).sum(),
            Value::Number(_) => 1,
        };
        let lines: usize = cells.iter().zip(WIDTHS).map(lines).max().unwrap_or(1).clamp(1, 26);
        let cells: String = cells
            .iter()
            .enumerate()
            .map(|(column, (style, value))| {
                let at = Address::new(self.row, column as u32);
                match value {
                    Value::Number(number) => format!("<c r=\"{at}\" s=\"{style}\"><v>{number}</v></c>"),
                    Value::Text(text) if text.is_empty() => format!("<c r=\"{at}\" s=\"{style}\"/>"),
                    Value::Text(text) => {
                        format!("<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text))
                    }
                }
            })
            .collect();
        let height = if columns > 1 { format!(" ht=\"{}\" customHeight=\"1\"", 15 * lines + 3) } else { String::new() };
        self.rows.push_str(&format!("<row r=\"{}\"{height}>{cells}</row>", self.row + 1));
        self.row += 1;
    }

    /// A link on the row that comes next.
    fn link(&mut self, column: u32, target: &str) {
        let at = Address::new(self.row, column);
        let target = escaped(target);
        self.links.push_str(&format!("<hyperlink ref=\"{at}\" location=\"{target}\" display=\"{target}\"/>"));
    }
}
