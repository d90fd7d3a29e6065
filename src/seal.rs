//! The data sheets of a workbook in, a seal out that tells later whether somebody changed what stands there.
//!
//! Sorting, filtering, hiding, formats, a moved column and a resaved file are no change; another value, a row more or less is.
//! Columns of formulas are left out: what they say follows from the rest.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, date};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::table::{Block, Book, Rows, Table, Value};

/// Of a long text the beginning is compared: what a cell of Excel can hold, less the mark that says it was cut.
const MOST_LETTERS: usize = 30_000;
/// Letters of the hash of a row.
const ROW: usize = 16;

/// The seals of the sheets of a book.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    pub sheets: Vec<Sheet>,
}

/// One sealed table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its sheet; where that was too long for Excel, it goes on over sheets `_2`, `_3`.
    pub name: String,
    /// The sealed columns.
    pub titles: Vec<String>,
    /// Hashes of the rows, sorted and strung together.
    pub rows: String,
}

/// A sheet as it was read back.
#[derive(Debug, Clone, Default)]
pub struct Cells {
    pub name: String,
    /// By row, from 0; of each the filled cells by column.
    pub rows: Vec<(u32, Vec<(u32, String)>)>,
}

/// What differs from the seal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Rows that were not sealed so: sheet and row, from 1.
    pub changed: Vec<(String, u32)>,
    /// How many sealed rows are there no more.
    pub gone: usize,
    /// A sheet or a column that is missing.
    pub missing: Vec<String>,
}

impl Difference {
    pub fn is_none(&self) -> bool {
        *self == Difference::default()
    }

    /// For people: where the first of them are.
    pub fn spoken(&self) -> String {
        let mut parts: Vec<String> = self.missing.iter().map(|name| format!("thiếu {name}")).collect();
        if let Some((sheet, _)) = self.changed.first() {
            let rows: Vec<String> = self.changed.iter().filter(|(of, _)| of == sheet).take(5).map(|(_, row)| row.to_string()).collect();
            let more = if self.changed.len() > rows.len() {
                format!(" và {} dòng khác", self.changed.len() - rows.len())
            } else {
                String::new()
            };
            parts.push(format!("trang {sheet} dòng {}{more} không còn như khi ghi", rows.join(", ")));
        }
        if self.gone > self.changed.len() {
            parts.push(format!("mất {} dòng", self.gone - self.changed.len()));
        }
        parts.join("; ")
    }
}

impl Seal {
    /// Of the tables with these ids, wherever they stand in the book.
    pub fn of(book: &Book, tables: &[&str]) -> Seal {
        let blocks = book.sheets.iter().flat_map(|sheet| sheet.blocks.iter().map(move |block| (sheet, block)));
        let sealed = blocks.filter_map(|(sheet, block)| match block {
            Block::Table(_) | Block::Listing(_) => {
                let table = block.table().filter(|table| tables.contains(&table.id.as_str()))?;
                Some((&sheet.name, table, block.rows()?))
            }
            _ => None,
        });
        let sealed: Vec<_> = sealed.collect();
        Seal { sheets: sealed.into_par_iter().map(|(name, table, rows)| of_table(name, table, rows)).collect() }
    }

    /// What differs between the seal and the sheets as they are.
    pub fn difference(&self, cells: &[Cells]) -> Difference {
        let mut difference = Difference::default();
        for sheet in &self.sheets {
            sheet.compare(cells, &mut difference);
        }
        difference
    }
}

impl Sheet {
    fn continues_on(&self, name: &str) -> bool {
        name == self.name
            || name.strip_prefix(&self.name).and_then(|rest| rest.strip_prefix('_')).is_some_and(|rest| rest.parse::<u32>().is_ok())
    }

    fn compare(&self, cells: &[Cells], difference: &mut Difference) {
        let mut sealed: HashMap<&str, usize> = HashMap::new();
        let mut at = 0;
        while let Some(hash) = self.rows.get(at..at + ROW) {
            *sealed.entry(hash).or_default() += 1;
            at += ROW;
        }
        let mut found = false;
        for part in cells.iter().filter(|part| self.continues_on(&part.name)) {
            let Some((header, places)) = self.header(part) else {
                difference.missing.push(format!("cột của trang {}", part.name));
                continue;
            };
            found = true;
            for (row, values) in part.rows.iter().filter(|(row, _)| *row > header) {
                let values: BTreeMap<u32, &str> = values.iter().map(|(column, text)| (*column, text.as_str())).collect();
                let of_row: Vec<&str> = places.iter().map(|place| values.get(place).copied().unwrap_or_default()).collect();
                if of_row.iter().all(|text| text.is_empty()) {
                    continue;
                }
                match sealed.get_mut(hash(&of_row).as_str()) {
                    Some(left) if *left > 0 => *left -= 1,
                    _ => difference.changed.push((part.name.clone(), row + 1)),
                }
            }
        }
        if !found && !self.rows.is_empty() {
            difference.missing.push(format!("trang {}", self.name));
        }
        difference.gone += sealed.values().sum::<usize>();
    }

    /// The row of titles, and where each sealed column stands.
    fn header(&self, part: &Cells) -> Option<(u32, Vec<u32>)> {
        let titles: Vec<String> = self.titles.iter().map(|title| text(title)).collect();
        part.rows.iter().find_map(|(row, values)| {
            let place = |title: &String| values.iter().find(|(_, text)| text == title).map(|(column, _)| *column);
            titles.iter().map(place).collect::<Option<Vec<u32>>>().map(|places| (*row, places))
        })
    }
}

fn of_table(name: &str, table: &Table, rows: Rows<'_>) -> Sheet {
    let mut computed = vec![false; table.columns.len()];
    let mut cursor = rows.cursor();
    while cursor.advance() {
        let row = cursor.row();
        computed.iter_mut().zip(&row.cells).for_each(|(computed, cell)| *computed |= cell.formula.is_some());
    }
    let sealed: Vec<usize> = (0..table.columns.len()).filter(|index| !computed[*index]).collect();
    let mut texts = vec![String::new(); sealed.len()];
    let mut hashes = Vec::with_capacity(rows.len());
    let mut cursor = rows.cursor();
    while cursor.advance() {
        let row = cursor.row();
        for (text, index) in texts.iter_mut().zip(&sealed) {
            *text = row.cells.get(*index).map_or_else(String::new, |cell| value(&cell.value));
        }
        hashes.push(hash(&texts));
    }
    let mut rows = hashes;
    rows.sort();
    let titles = sealed.iter().map(|index| table.columns[*index].title.clone()).collect();
    Sheet { name: name.to_owned(), titles, rows: rows.concat() }
}

fn hash(texts: &[impl AsRef<str>]) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.as_ref().as_bytes());
        digest.update([0x1f]);
    }
    digest.finalize().iter().take(ROW / 2).map(|byte| format!("{byte:02x}")).collect()
}

fn value(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(raw) => text(raw),
        Value::Count(amount) | Value::Money(amount) => number(*amount as f64),
        Value::Share { part, whole } if *whole != 0 => number(*part as f64 / *whole as f64),
        Value::Share { .. } => String::new(),
        Value::Date(day) if day.year() >= 1900 => self::day(*day),
        Value::Date(day) => text(&day.strftime("%d/%m/%Y").to_string()),
    }
}

/// A text for comparison: white space and what no cell can hold left out.
pub fn text(raw: &str) -> String {
    raw.chars()
        .filter(|letter| !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '\u{FFFE}' | '\u{FFFF}'))
        .take(MOST_LETTERS)
        .collect()
}

/// A number for comparison.
pub fn number(value: f64) -> String {
    format!("{value}")
}

/// A date for comparison: the number Excel stores.
pub fn day(day: Date) -> String {
    const EPOCH: Date = date(1899, 12, 30);
    number(f64::from((day - EPOCH).get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Cell, Column, Row, RowKind};

    fn book(rows: &[[&str; 2]]) -> Book {
        let row = |cells: &[&str; 2]| Row {
            kind: RowKind::Plain,
            cells: vec![Cell::text(cells[0]), Cell::text(cells[1]), Cell::text("x").formula("A1"), Cell::date(Some(date(2024, 1, 10)))],
        };
        let columns = ["Mã", "Việc", "Quá hạn", "Hạn"].map(|title| Column::text(title, 10.0)).to_vec();
        let table = Table { id: "actions".to_owned(), columns, rows: rows.iter().map(row).collect(), filter: true };
        let sheet = crate::table::Sheet {
            name: "Dữ liệu".to_owned(),
            letterhead: Vec::new(),
            title: String::new(),
            subtitle: Vec::new(),
            blocks: vec![Block::Table(table)],
            landscape: true,
            freeze: None,
            one_page: false,
            frozen_columns: 0,
            printed_columns: None,
            printed_rows: None,
        };
        Book {
            title: String::new(),
            author: String::new(),
            created: date(2024, 1, 10),
            properties: Vec::new(),
            sheets: vec![sheet],
            carried: Vec::new(),
        }
    }

    fn cells(name: &str, rows: &[&[&str]]) -> Cells {
        let row = |(at, cells): (u32, &&[&str])| (at + 4, (0..).zip(cells.iter().map(|cell| text(cell))).collect());
        Cells { name: name.to_owned(), rows: (0..).zip(rows).map(row).collect() }
    }

    #[test]
    fn sorting_and_moving_are_no_change_and_another_value_is() {
        let seal = Seal::of(&book(&[["01", "Xây nhà"], ["02", "Mua  sách\nmới"]]), &["actions"]);
        let header: &[&str] = &["Hạn", "Mã", "Việc"];
        let day = day(date(2024, 1, 10));
        let sorted = cells("Dữ liệu", &[header, &[&day, "02", "Mua sách mới"], &[&day, "01", "Xây nhà"]]);
        assert!(seal.difference(&[sorted]).is_none());
        let over_two =
            [cells("Dữ liệu", &[header, &[&day, "02", "Mua sách mới"]]), cells("Dữ liệu_2", &[header, &[&day, "01", "Xây nhà"]])];
        assert!(seal.difference(&over_two).is_none());
        let edited = cells("Dữ liệu", &[header, &[&day, "02", "Mua sách mới"], &[&day, "01", "Xây nhà đa năng"]]);
        let difference = seal.difference(&[edited]);
        assert_eq!(difference.spoken(), "trang Dữ liệu dòng 7 không còn như khi ghi");
        let shorter = cells("Dữ liệu", &[header, &[&day, "02", "Mua sách mới"]]);
        assert_eq!(seal.difference(&[shorter]).spoken(), "mất 1 dòng");
        let without = cells("Dữ liệu", &[&["Hạn", "Mã"], &[&day, "02"]]);
        assert!(seal.difference(&[without]).spoken().contains("thiếu cột của trang Dữ liệu"));
        assert_eq!(seal.difference(&[]).spoken(), "thiếu trang Dữ liệu; mất 2 dòng");
    }
}
