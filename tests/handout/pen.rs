//! A workbook that was handed out in, the same workbook filled in as Excel would save it, out: only open cells, texts among the shared strings.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub struct Pen {
    parts: Vec<(String, Vec<u8>)>,
    sheets: Vec<Page>,
    /// Texts typed, to be added to the shared strings.
    typed: Vec<String>,
}

/// The cells of one sheet as they are read, from A1.
pub struct Page {
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

impl Page {
    /// The column whose title says this.
    pub fn column(&self, title: &str) -> usize {
        let found = self.rows.iter().find_map(|row| row.iter().position(|text| text == title));
        found.unwrap_or_else(|| panic!("{}: no title {title:?}", self.name))
    }

    /// Rows, of the form for `column`, whose text there begins so.
    pub fn rows_of(&self, column: usize, opening: &str) -> Vec<usize> {
        (0..self.rows.len()).filter(|row| self.rows[*row].get(column).is_some_and(|text| text.starts_with(opening))).collect()
    }
}

impl Pen {
    pub fn take(bytes: &[u8]) -> Pen {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("the workbook is a zip");
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut member = archive.by_index(at).expect("a member");
            let mut content = Vec::new();
            member.read_to_end(&mut content).expect("the member inflates");
            parts.push((member.name().expect("a name").into_owned(), content));
        }
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("the workbook can be read");
        let sheets = book
            .sheet_names()
            .into_iter()
            .map(|name| {
                let range = book.worksheet_range(&name).expect("the sheet can be read");
                let (height, width) = range.end().map_or((0, 0), |(row, column)| (row as usize + 1, column as usize + 1));
                let text = |row: usize, column: usize| match range.get_value((row as u32, column as u32)) {
                    Some(Data::String(text)) => text.clone(),
                    Some(Data::Empty) | None => String::new(),
                    Some(other) => other.to_string(),
                };
                let rows = (0..height).map(|row| (0..width).map(|column| text(row, column)).collect()).collect();
                Page { name, rows }
            })
            .collect();
        Pen { parts, sheets, typed: Vec::new() }
    }

    pub fn page(&self, name: &str) -> &Page {
        self.sheets.iter().find(|page| page.name == name).unwrap_or_else(|| panic!("no sheet {name}"))
    }

    pub fn names(&self) -> Vec<&str> {
        self.sheets.iter().map(|page| page.name.as_str()).collect()
    }

    /// Types a text into a cell; Excel lets nobody type into a locked one.
    pub fn write(&mut self, sheet: &str, row: usize, column: usize, text: &str) {
        let cell = cell_name(row, column);
        let at = self.sheets.iter().position(|page| page.name == sheet).expect("the sheet is there");
        let part = format!("xl/worksheets/sheet{}.xml", at + 1);
        let index = self.shared_count() + self.typed.len();
        let xml = self.text(&part);
        let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("{sheet}!{cell} has no format"));
        let tag_end = start + xml[start..].find('>').expect("a tag ends") + 1;
        let tag = &xml[start..tag_end];
        let end = if tag.ends_with("/>") { tag_end } else { start + xml[start..].find("</c>").expect("a cell ends") + 4 };
        let style = tag.split("s=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("the cell has a style");
        assert!(self.is_open(style), "{sheet}!{cell} is locked");
        let filled = format!("{}<c r=\"{cell}\" s=\"{style}\" t=\"s\"><v>{index}</v></c>{}", &xml[..start], &xml[end..]);
        self.put(&part, filled);
        self.typed.push(text.to_owned());
        let row_texts = &mut self.sheets[at].rows[row];
        row_texts.resize(row_texts.len().max(column + 1), String::new());
        row_texts[column] = text.to_owned();
    }

    pub fn save(mut self) -> Vec<u8> {
        const STRINGS: &str = "xl/sharedStrings.xml";
        let count = self.shared_count() + self.typed.len();
        let xml = self.text(STRINGS);
        let (head, body) = xml.split_once("<si>").expect("there are strings");
        let head = head.split(" count=").next().expect("a tag").to_owned();
        let body = body.trim_end().strip_suffix("</sst>").expect("the part ends");
        let typed: String = self.typed.iter().map(|text| format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(text))).collect();
        let whole = format!("{head} count=\"{}\" uniqueCount=\"{count}\"><si>{body}{typed}</sst>", count + 500);
        self.put(STRINGS, whole);
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in self.parts {
            archive.start_file(name, SimpleFileOptions::default()).expect("a member begins");
            archive.write_all(&content).expect("a member is written");
        }
        archive.finish().expect("the zip is whole").into_inner()
    }

    fn text(&self, part: &str) -> String {
        let (_, content) = self.parts.iter().find(|(name, _)| name == part).unwrap_or_else(|| panic!("no part {part}"));
        String::from_utf8(content.clone()).expect("the part is text")
    }

    fn put(&mut self, part: &str, text: String) {
        let found = self.parts.iter_mut().find(|(name, _)| name == part).expect("the part is there");
        found.1 = text.into_bytes();
    }

    fn shared_count(&self) -> usize {
        self.text("xl/sharedStrings.xml").matches("<si>").count()
    }

    fn is_open(&self, style: &str) -> bool {
        let styles = self.text("xl/styles.xml");
        let formats = styles.split("<cellXfs").nth(1).and_then(|rest| rest.split("</cellXfs>").next()).expect("there are formats");
        let format = formats.split("<xf ").nth(style.parse::<usize>().expect("a number") + 1).expect("the format is there");
        format.contains("locked=\"0\"")
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn cell_name(row: usize, column: usize) -> String {
    assert!(column < 26, "the forms have few columns");
    format!("{}{}", char::from(b'A' + column as u8), row + 1)
}
