//! SpreadsheetML, the one XML text that Excel 2002 and 2003 call "XML Spreadsheet" and programs without a library for `.xls` write under that
//! name → grids. calamine does not know it.

use std::collections::BTreeMap;

use calamine::DataRef;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::look::Looks;
use super::struck::Struck;
use super::{Collector, grid, letters, notes, property_date, recovered, text_cell};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Area, Cell, CellKind, Workbook};
use crate::read::package;
use crate::read::workbook::parts::unescaped;
use crate::settings::Limits;

const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;
/// Hidden rows or columns that one element may stand for.
const MOST_HIDDEN: u32 = 10_000;

pub(super) fn read(bytes: &[u8], limits: &Limits, findings: &mut Vec<Finding>) -> Result<Workbook, Box<Finding>> {
    let text = letters::decoded(bytes, &[b"encoding="]);
    package::check_markup("XML", text.as_bytes(), limits)?;
    let damaged = |cause: quick_xml::Error| Box::new(Finding::new(&finding::DAMAGED_FILE).with("cause", cause));
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut book = Book { room: limits.cells, ..Book::default() };
    let mut is_over = false;
    loop {
        match reader.read_event().map_err(damaged)? {
            // Two workbooks put one behind the other.
            Event::Start(_) | Event::Empty(_) if is_over => return Err(Box::new(Finding::new(&finding::DAMAGED_FILE))),
            Event::End(element) if element.local_name().as_ref() == "Workbook" => is_over = true,
            Event::Start(element) => book.opens(&element),
            Event::Empty(element) => {
                book.opens(&element);
                book.closes(element.local_name().as_ref(), findings);
            }
            Event::End(element) => book.closes(element.local_name().as_ref(), findings),
            Event::Text(words) => book.said.push_str(&words.xml10_content()),
            Event::CData(words) => book.said.push_str(&words.xml10_content()),
            Event::GeneralRef(name) => book.said.push_str(&unescaped(&format!("&{};", &*name))),
            Event::Eof => break,
            _ => {}
        }
    }
    // What was cut short ends within a sheet.
    if book.sheet.is_some() {
        return Err(Box::new(Finding::new(&finding::DAMAGED_FILE)));
    }
    book.workbook.modified = book.saved.or(book.created).as_deref().and_then(property_date);
    Ok(book.workbook)
}

/// How the cells of a style look, as far as it says; the rest is as in its parent.
#[derive(Debug, Clone, Default)]
struct Style {
    font: Option<String>,
    format: String,
    struck: bool,
}

/// A sheet that is not yet closed.
struct Sheet {
    name: String,
    hidden: bool,
    cells: Collector,
    struck: Struck,
    merges: Vec<Area>,
    hidden_rows: Vec<u32>,
    hidden_columns: Vec<u32>,
    notes: Vec<(Address, String)>,
    /// The cell, row and column that come next.
    at: Address,
    next_row: u32,
    next_column: u32,
    cell: Option<Open>,
}

/// A cell that is not yet closed.
struct Open {
    style: Option<String>,
    formula: Option<String>,
    kind: String,
    value: String,
    columns: u32,
}

#[derive(Default)]
struct Book {
    workbook: Workbook,
    styles: BTreeMap<String, Style>,
    looks: BTreeMap<String, Looks>,
    style: Option<(String, Style)>,
    sheet: Option<Sheet>,
    in_note: bool,
    /// What was said since the last element that matters began.
    said: String,
    saved: Option<String>,
    created: Option<String>,
    room: u64,
}

impl Book {
    fn opens(&mut self, element: &BytesStart<'_>) {
        let name = element.local_name();
        if matches!(name.as_ref(), "Data" | "LastSaved" | "Created" | "Visible") {
            self.said.clear();
        }
        match name.as_ref() {
            "Style" => {
                let parent = attribute(element, "Parent").unwrap_or_else(|| "Default".to_owned());
                let style = self.styles.get(&parent).cloned().unwrap_or_default();
                self.style = attribute(element, "ID").map(|id| (id, style));
            }
            "Font" => {
                if let Some((_, style)) = &mut self.style {
                    style.font = attribute(element, "FontName").or(style.font.take());
                    style.struck = attribute(element, "StrikeThrough").map_or(style.struck, |struck| struck != "0");
                }
            }
            "NumberFormat" => {
                if let Some((_, style)) = &mut self.style {
                    style.format = attribute(element, "Format").map_or(String::new(), |format| in_signs(&format));
                }
            }
            "Worksheet" => self.begins_sheet(attribute(element, "Name").unwrap_or_default()),
            "Comment" => self.in_note = true,
            "Data" if !self.in_note => {
                if let Some(cell) = self.sheet.as_mut().and_then(|sheet| sheet.cell.as_mut()) {
                    cell.kind = attribute(element, "Type").unwrap_or_default();
                }
            }
            "Column" | "Row" | "Cell" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.opens(element);
                }
            }
            _ => {}
        }
    }

    fn closes(&mut self, name: &str, findings: &mut Vec<Finding>) {
        match (name, &mut self.sheet) {
            ("Style", _) => {
                if let Some((id, style)) = self.style.take() {
                    self.looks.insert(id.clone(), Looks::of(&style.format, style.font.clone(), style.struck));
                    self.styles.insert(id, style);
                }
            }
            ("LastSaved", _) => self.saved = Some(std::mem::take(&mut self.said)),
            ("Created", _) => self.created = Some(std::mem::take(&mut self.said)),
            ("Visible", Some(sheet)) => sheet.hidden = self.said.contains("Hidden"),
            ("Comment", _) => self.in_note = false,
            ("Data", Some(sheet)) if self.in_note => {
                sheet.notes.extend(notes::said(&self.said).map(|said| (sheet.at, said)));
            }
            ("Data", Some(sheet)) => {
                if let Some(cell) = &mut sheet.cell {
                    cell.value = std::mem::take(&mut self.said);
                }
            }
            ("Cell", Some(sheet)) => sheet.ends_cell(&self.looks),
            ("Worksheet", _) => self.ends_sheet(findings),
            _ => {}
        }
    }

    fn begins_sheet(&mut self, name: String) {
        self.sheet = Some(Sheet {
            name,
            hidden: false,
            cells: Collector::new(self.room, MOST_ROWS, MOST_COLUMNS),
            struck: Struck::default(),
            merges: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
            notes: Vec::new(),
            at: Address::default(),
            next_row: 0,
            next_column: 0,
            cell: None,
        });
    }

    fn ends_sheet(&mut self, findings: &mut Vec<Finding>) {
        let Some(mut sheet) = self.sheet.take() else { return };
        self.room -= sheet.cells.cells.len() as u64;
        findings.extend(sheet.struck.findings(&sheet.name));
        let mut read = grid(&sheet.name, sheet.hidden, sheet.cells, &mut self.workbook.cells_left_out, findings);
        sheet.merges.sort();
        sheet.notes.sort();
        read.merges = sheet.merges;
        read.hidden_rows = sheet.hidden_rows;
        read.hidden_columns = sheet.hidden_columns;
        read.struck_rows = sheet.struck.rows();
        read.notes = sheet.notes;
        self.workbook.grids.push(read);
    }
}

impl Sheet {
    fn opens(&mut self, element: &BytesStart<'_>) {
        // Places count from 1; what says none follows the one before.
        let index = number(element, "Index").and_then(|index| index.checked_sub(1));
        let more = number(element, "Span").unwrap_or(0);
        let hidden = attribute(element, "Hidden").is_some_and(|hidden| hidden != "0");
        match element.local_name().as_ref() {
            "Column" => {
                let first = index.unwrap_or(self.next_column);
                self.next_column = first.saturating_add(more).saturating_add(1);
                if hidden {
                    self.hidden_columns.extend((first..self.next_column).take(MOST_HIDDEN as usize));
                }
            }
            "Row" => {
                self.at = Address::new(index.unwrap_or(self.next_row), 0);
                self.next_row = self.at.row.saturating_add(more).saturating_add(1);
                self.next_column = 0;
                if hidden {
                    self.hidden_rows.extend((self.at.row..self.next_row).take(MOST_HIDDEN as usize));
                }
            }
            _ => {
                self.at.column = index.unwrap_or(self.next_column);
                let columns = number(element, "MergeAcross").unwrap_or(0);
                let rows = number(element, "MergeDown").unwrap_or(0);
                if (columns > 0 || rows > 0) && self.at.row < MOST_ROWS && self.at.column < MOST_COLUMNS {
                    let last = Address::new(
                        self.at.row.saturating_add(rows).min(MOST_ROWS - 1),
                        self.at.column.saturating_add(columns).min(MOST_COLUMNS - 1),
                    );
                    self.merges.push(Area { first: self.at, last });
                }
                let (style, formula) = (attribute(element, "StyleID"), attribute(element, "Formula"));
                self.cell = Some(Open { style, formula, kind: String::new(), value: String::new(), columns });
            }
        }
    }

    fn ends_cell(&mut self, looks: &BTreeMap<String, Looks>) {
        let Some(open) = self.cell.take() else { return };
        self.next_column = self.at.column.saturating_add(open.columns).saturating_add(1);
        let looks = open.style.as_ref().and_then(|style| looks.get(style)).or_else(|| looks.get("Default"));
        if let Some(cell) = open.cell(self.at.column, looks) {
            self.struck.count(self.at, looks.is_some_and(|looks| looks.struck));
            self.cells.push(self.at.row, cell);
        }
    }
}

impl Open {
    fn cell(&self, column: u32, looks: Option<&Looks>) -> Option<Cell> {
        let shown = |value: DataRef<'_>| match looks {
            Some(looks) => looks.cell(column, &value),
            None => super::cell(column, &value, None, None),
        };
        let cell = match self.kind.as_str() {
            "Number" => match self.value.trim().parse() {
                Ok(number) => shown(DataRef::Float(number)),
                Err(_) => text_cell(column, &self.value, None),
            },
            "DateTime" => shown(DataRef::DateTimeIso(self.value.trim().to_owned())),
            "Boolean" => shown(DataRef::Bool(self.value.trim() == "1")),
            _ => shown(DataRef::SharedString(&self.value)),
        };
        let Some(formula) = self.formula.as_deref().map(|formula| formula.trim_start_matches('=')) else { return cell };
        match cell {
            None => {
                let raw = Some(format!("={formula}"));
                Some(Cell { column, text: String::new(), raw, kind: CellKind::Uncomputed })
            }
            // What Excel knows no name for was never meant as a formula.
            Some(cell) if cell.kind == CellKind::Error => {
                let meant_as_text = cell.raw.as_deref() == Some("#NAME?") || !formula.is_ascii();
                Some(recovered(column, formula).filter(|_| meant_as_text).unwrap_or(cell))
            }
            computed => computed,
        }
    }
}

/// The formats that have a name here, as they are written elsewhere.
fn in_signs(format: &str) -> String {
    match format {
        "Fixed" | "Standard" => "0.00",
        "Percent" => "0.00%",
        other => other,
    }
    .to_owned()
}

/// By the name behind the prefix: `ss:Index` mostly, `Index` where the prefix is of the whole text.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    element.attributes().flatten().find(|found| found.key.local_name().as_ref() == name).map(|found| unescaped(&found.value))
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::lines;

    fn book(styles: &str, table: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><DocumentProperties><Created>2024-01-05T08:00:00Z</Created>\
             </DocumentProperties><Styles>{styles}</Styles><Worksheet ss:Name=\"Kế hoạch\"><Table>{table}</Table></Worksheet></Workbook>"
        )
    }

    fn read_book(text: &str) -> Result<Workbook, Box<Finding>> {
        read(text.as_bytes(), &Limits::default(), &mut Vec::new())
    }

    #[test]
    fn cells_lie_where_their_index_puts_them() {
        let table = "<Column ss:Index=\"3\" ss:Hidden=\"1\" ss:Span=\"1\"/>\
             <Row><Cell ss:MergeAcross=\"2\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">TRƯỜNG &amp; LỚP</Data></Cell><Cell><Data ss:Type=\"String\">d</Data></Cell></Row>\
             <Row ss:Index=\"4\" ss:Hidden=\"1\"><Cell ss:Index=\"2\"><Data ss:Type=\"Number\">1.5</Data></Cell><Cell/>\
             <Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">một<B> hai</B>&#10;ba</ss:Data>\
             <Comment ss:Author=\"a\"><ss:Data><B>Tên:</B>\nlùi lại</ss:Data></Comment></Cell></Row><Row><Cell><Data ss:Type=\"String\">x</Data></Cell></Row>";
        let workbook = read_book(&book("", table)).expect("a workbook");
        let grid = &workbook.grids[0];
        assert_eq!(&*grid.name, "Kế hoạch");
        assert_eq!(lines(grid), ["0:TRƯỜNG & LỚP 3:d", "1:1.5 3:một hai\nba", "0:x"]);
        assert_eq!(grid.rows.iter().map(|row| row.index).collect::<Vec<_>>(), [0, 3, 4]);
        assert_eq!((&grid.hidden_rows[..], &grid.hidden_columns[..]), (&[3][..], &[2, 3][..]));
        assert_eq!(grid.merges, [Area { first: Address::new(0, 0), last: Address::new(1, 2) }]);
        assert_eq!(grid.notes, [(Address::new(3, 3), "lùi lại".to_owned())]);
        assert_eq!(workbook.modified.map(|day| day.to_string()).as_deref(), Some("2024-01-05"));
    }

    #[test]
    fn values_are_as_their_styles_show_them() {
        let styles = "<Style ss:ID=\"Default\"><Font ss:FontName=\".VnTime\"/></Style><Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style>\
             <Style ss:ID=\"m\"><NumberFormat ss:Format=\"mmm\\-yy\"/></Style><Style ss:ID=\"c\"><NumberFormat ss:Format=\"Fixed\"/></Style>\
             <Style ss:ID=\"u\"><Font ss:FontName=\"Times New Roman\" ss:StrikeThrough=\"1\"/></Style>";
        let cell =
            |style: &str, kind: &str, value: &str| format!("<Cell ss:StyleID=\"{style}\"><Data ss:Type=\"{kind}\">{value}</Data></Cell>");
        let first = [
            cell("p", "Number", "0.5"),
            cell("m", "DateTime", "2023-10-01T00:00:00.000"),
            cell("d", "DateTime", "2023-12-15T00:00:00.000"),
            cell("c", "Number", "1.1"),
            cell("Default", "String", "KÕ ho¹ch c¶i tiÕn"),
            "<Cell ss:Formula=\"=-Duy trì\"><Data ss:Type=\"Error\">#NAME?</Data></Cell>".to_owned(),
            "<Cell ss:Formula=\"=RC[-1]\"/>".to_owned(),
            cell("Default", "Error", "#REF!"),
        ];
        let struck = [cell("u", "String", "một"), cell("u", "String", "hai")];
        let table = format!("<Row>{}</Row><Row>{}</Row>", first.concat(), struck.concat());
        let workbook = read_book(&book(styles, &table)).expect("a workbook");
        let grid = &workbook.grids[0];
        assert_eq!(lines(grid)[0], "0:50% 1:10/2023 2:15/12/2023 3:1.1 4:Kế hoạch cải tiến 5:-Duy trì 6: 7:");
        let kinds: Vec<CellKind> = grid.rows[0].cells.iter().map(|cell| cell.kind).collect();
        assert!(matches!(kinds[3], CellKind::Number { decimals: Some(2), .. }), "{kinds:?}");
        assert_eq!(kinds[5..], [CellKind::Recovered, CellKind::Uncomputed, CellKind::Error]);
        assert_eq!(grid.struck_rows, [1]);
    }

    #[test]
    fn what_is_cut_short_or_written_to_harm_is_refused_and_nothing_breaks_the_reader() {
        let whole = book("", "<Row><Cell><Data ss:Type=\"String\">x</Data></Cell></Row>");
        let refused = |text: &str| read_book(text).expect_err("refused").rule.id;
        assert_eq!(refused(&whole[..whole.len() - 40]), "F02");
        assert_eq!(refused(&format!("{whole}{}", &whole[whole.find("<Workbook").expect("a root")..])), "F02");
        assert_eq!(refused(&whole.replace("<Workbook", "<!DOCTYPE a [<!ENTITY b \"c\">]><Workbook")), "F13");
        assert_eq!(refused(&whole.replace("<Row>", &"<Row>".repeat(100))), "F09");
        for odd in
            ["ss:Index=\"4294967295\" ss:MergeAcross=\"4294967295\" ss:MergeDown=\"4294967295\"", "ss:Index=\"0\"", "ss:Index=\"-1\""]
        {
            let odd =
                book("", &format!("<Row {odd} ss:Span=\"4294967295\"><Cell {odd}><Data ss:Type=\"Number\">1e400</Data></Cell></Row>"));
            let _ = read_book(&odd);
        }
    }
}
