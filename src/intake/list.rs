//! A CSV file in, its rows by column out; back again with everything that was in it, in the way it was written.

use csv::{ReaderBuilder, Terminator, WriterBuilder};

use super::encoding::{Encoding, decoded, encoded, is_left_of};
use crate::text;

/// The columns the program knows, in the order it writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    File,
    Hash,
    Received,
    School,
    Forms,
    Period,
    State,
}

impl Column {
    const ALL: [Column; 7] = [Column::File, Column::Hash, Column::Received, Column::School, Column::Forms, Column::Period, Column::State];

    fn title(self) -> &'static str {
        match self {
            Column::File => "Tệp",
            Column::Hash => "Mã kiểm tra",
            Column::Received => "Ngày nhận",
            Column::School => "Mã trường",
            Column::Forms => "Biểu",
            Column::Period => "Kỳ",
            Column::State => "Tình trạng",
        }
    }

    /// Other ways to name it, folded.
    fn spellings(self) -> &'static [&'static str] {
        match self {
            Column::File => &["tep", "ten tep", "file"],
            Column::Hash => &["ma kiem tra", "sha256", "hash"],
            Column::Received => {
                &["ngay nhan", "ngay", "ngay nop", "ngay gui", "ngay nhan bao cao", "ngay nop bao cao", "ngay gui bao cao", "received on"]
            }
            Column::School => &["ma truong", "truong", "ten truong", "don vi", "ten don vi", "ten co so giao duc", "school"],
            Column::Forms => &["bieu", "bieu mau", "forms"],
            Column::Period => &["ky", "ky bao cao", "period"],
            Column::State => &["tinh trang", "xu ly", "state"],
        }
    }
}

/// One name however its letters are composed (macOS takes them apart), whatever the case and the strokes between folders.
pub fn key(name: &str) -> String {
    text::clean(name).to_lowercase().replace('\\', "/")
}

/// Whether a name in the list is this file's, with or without its ending, or what an old code page left of it. Both as [`key`] gives them.
pub fn is_named(written: &str, file: &str) -> bool {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    [file, stem].iter().any(|name| written == *name || is_left_of(written, name))
}

/// Titles stand in one of this many first rows.
const TITLE_ROWS: usize = 10;

/// The rows of the list, and how its file is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// What stands above the titles: "SỔ THEO DÕI NỘP BÁO CÁO".
    above: Vec<Vec<String>>,
    titles: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// The line of the file each row began on; none for rows that were added.
    lines: Vec<u64>,
    delimiter: u8,
    encoding: Encoding,
    carriage_return: bool,
    /// The file, until something is changed.
    unchanged: Option<Vec<u8>>,
}

impl Default for List {
    /// A new list, as Excel opens it.
    fn default() -> Self {
        List {
            above: Vec::new(),
            titles: Column::ALL.map(|column| column.title().to_owned()).to_vec(),
            rows: Vec::new(),
            lines: Vec::new(),
            delimiter: b',',
            encoding: Encoding::Utf8 { mark: true },
            carriage_return: true,
            unchanged: None,
        }
    }
}

/// Where a column stands among titles.
fn position(titles: &[String], column: Column) -> Option<usize> {
    let named = |title: &String| column.spellings().contains(&text::fold(title).as_str()) || is_left_of(title.trim(), column.title());
    titles.iter().position(named)
}

impl List {
    pub fn parse(bytes: &[u8]) -> anyhow::Result<List> {
        let (text, encoding) = decoded(bytes);
        let count = |delimiter: &u8| text.lines().take(TITLE_ROWS).flat_map(str::bytes).filter(|byte| byte == delimiter).count();
        let delimiter = [b';', b'\t', b','].into_iter().max_by_key(count).unwrap_or(b',');
        let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record?;
            let line = record.position().map_or(0, csv::Position::line);
            rows.push((line, record.iter().map(str::to_owned).collect()));
        }
        Ok(List { delimiter, encoding, carriage_return: text.contains("\r\n"), unchanged: Some(bytes.to_vec()), ..List::of_rows(rows) })
    }

    /// The rows of a sheet, each with its line; the titles are the first that name a day of receipt, else the first at all.
    pub fn of_rows(mut rows: Vec<(u64, Vec<String>)>) -> List {
        let is_titles = |(_, cells): &(u64, Vec<String>)| position(cells, Column::Received).is_some();
        let at = rows.iter().take(TITLE_ROWS).position(is_titles).unwrap_or(0).min(rows.len());
        let mut below = rows.split_off(at);
        let titles = if below.is_empty() { Vec::new() } else { below.remove(0).1 };
        let (lines, below) = below.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())).unzip();
        List { above: rows.into_iter().map(|(_, cells)| cells).collect(), titles, rows: below, lines, ..List::default() }
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        position(&self.titles, column)
    }

    /// The text of a cell, without blanks around it; empty where there is none.
    pub fn get(&self, row: usize, column: Column) -> &str {
        let cell = self.place(column).and_then(|place| self.rows.get(row)?.get(place));
        cell.map_or("", |text| text.trim().trim_start_matches('\''))
    }

    /// Writes a cell; a column that the list does not have stands behind the others.
    pub fn set(&mut self, row: usize, column: Column, text: &str) {
        if text.is_empty() || self.get(row, column) == text {
            return;
        }
        let place = self.place(column).unwrap_or_else(|| {
            self.titles.push(column.title().to_owned());
            self.titles.len() - 1
        });
        let Some(cells) = self.rows.get_mut(row) else { return };
        cells.resize(cells.len().max(place + 1), String::new());
        // A name that a spreadsheet would take for a formula.
        cells[place] = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
        self.unchanged = None;
    }

    /// An empty row below the others.
    pub fn add(&mut self) -> usize {
        self.rows.push(vec![String::new(); self.titles.len()]);
        self.lines.push(0);
        self.unchanged = None;
        self.rows.len() - 1
    }

    /// The row that was entered under this name, with or without folders, before anybody knew its content.
    pub fn row_by_name(&self, file: &str) -> Option<usize> {
        let file = key(file);
        let last = file.rsplit('/').next().unwrap_or(&file);
        let unhashed = |row: &usize| self.get(*row, Column::Hash).is_empty();
        let named = |name: &str| (0..self.rows.len()).filter(unhashed).find(|row| is_named(&key(self.get(*row, Column::File)), name));
        named(&file).or_else(|| named(last))
    }

    pub fn line(&self, row: usize) -> u64 {
        self.lines.get(row).copied().unwrap_or(0)
    }

    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        if let Some(bytes) = &self.unchanged {
            return Ok(bytes.clone());
        }
        let terminator = if self.carriage_return { Terminator::CRLF } else { Terminator::Any(b'\n') };
        let mut writer = WriterBuilder::new().delimiter(self.delimiter).terminator(terminator).flexible(true).from_writer(Vec::new());
        for row in self.above.iter().chain([&self.titles]).chain(&self.rows) {
            writer.write_record(row)?;
        }
        Ok(encoded(&String::from_utf8(writer.into_inner()?)?, self.encoding))
    }
}
