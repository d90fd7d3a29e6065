//! The register an office fills in: titles, a note for each column, one example row.

use jiff::civil::Date;

use crate::register::{COLUMNS, EXAMPLE_NOTE};
use crate::table::{Block, Book, Cell, Column, Row, RowKind, Sheet, Table, Tone};

pub fn book() -> Book {
    let columns =
        COLUMNS.iter().map(|column| Column::text(column.title, if column.title.starts_with("Tên") { 34.0 } else { 16.0 })).collect();
    let example = COLUMNS.iter().map(|column| Cell::text(column.example)).collect();
    let blank = || Row { kind: RowKind::Plain, cells: COLUMNS.iter().map(|_| Cell::empty()).collect() };
    let mut rows = vec![Row { kind: RowKind::Plain, cells: example }];
    rows.extend(std::iter::repeat_with(blank).take(60));
    let notes = COLUMNS
        .iter()
        .map(|column| Row {
            kind: RowKind::Plain,
            cells: vec![Cell::text(column.title).tone(Tone::Strong), Cell::text(column.note), Cell::text(column.example)],
        })
        .collect();
    let list = Sheet {
        name: "Danh sách trường".to_owned(),
        letterhead: Vec::new(),
        title: "DANH SÁCH TRƯỜNG".to_owned(),
        subtitle: vec![EXAMPLE_NOTE.to_owned()],
        blocks: vec![Block::Table(Table { id: "danh_sach".to_owned(), columns, rows, filter: false })],
        landscape: true,
        freeze: Some(0),
        frozen_columns: 0,
        one_page: false,
        printed_rows: None,
        printed_columns: None,
    };
    let guide = Sheet {
        name: "Cách điền".to_owned(),
        letterhead: Vec::new(),
        title: "CÁCH ĐIỀN".to_owned(),
        subtitle: Vec::new(),
        blocks: vec![Block::Table(Table {
            id: "cach_dien".to_owned(),
            columns: vec![Column::text("Cột", 22.0), Column::text("Ghi gì", 70.0), Column::text("Ví dụ", 26.0)],
            rows: notes,
            filter: false,
        })],
        landscape: true,
        freeze: None,
        frozen_columns: 0,
        one_page: false,
        printed_rows: None,
        printed_columns: None,
    };
    // A date of its own, so that the same program always writes the same bytes.
    let created = Date::constant(2026, 1, 1);
    Book {
        title: "Danh sách trường".to_owned(),
        author: String::new(),
        created,
        properties: Vec::new(),
        sheets: vec![list, guide],
        carried: Vec::new(),
    }
}
