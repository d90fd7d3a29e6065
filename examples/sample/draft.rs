//! A form as it will stand on a sheet: titles, header rows, rows, what stands above and below. Knows no library.

use std::collections::BTreeSet;

use ctcl::model::{Criterion, FormKind};
use jiff::civil::Date;

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Value {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A number with a number format of its own: 1.1 shown as `1.10`.
    Shown(f64, &'static str),
    Day(Date),
    /// A formula with its cached value; without one it was saved by a program that does not reckon.
    Formula(String, Option<String>),
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Value::Empty } else { Value::Text(text) }
    }

    pub fn as_text(&self) -> &str {
        if let Value::Text(text) = self { text } else { "" }
    }
}

/// What a row is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// "MỨC 4", over the whole width.
    Band,
    /// "Tiêu chuẩn 2: …".
    Standard(u8),
    Body(Option<Criterion>),
    /// The table's header again, as on the next printed page.
    HeaderAgain,
    /// (1) (2) (3) …
    ColumnNumbers,
    /// Nothing, or dots to be filled in.
    Filler,
    Total,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub role: Role,
    pub cells: Vec<Value>,
    /// Columns merged with the cell above.
    pub joined: BTreeSet<usize>,
    pub hidden: bool,
}

impl Row {
    pub fn new(role: Role, cells: Vec<Value>) -> Self {
        Row { role, cells, joined: BTreeSet::new(), hidden: false }
    }
}

/// One cell of the header.
#[derive(Debug, Clone, PartialEq)]
pub enum Head {
    Title(String),
    /// Merged with the cell to the left.
    Left,
    /// Merged with the cell above.
    Above,
}

impl Head {
    pub fn row(titles: &[&str]) -> Vec<Head> {
        titles
            .iter()
            .map(|title| match *title {
                "<" => Head::Left,
                "^" => Head::Above,
                title => Head::Title(title.to_owned()),
            })
            .collect()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub form: FormKind,
    /// Lines that stand above, over the whole width: the form's name, "ĐVT: triệu đồng".
    pub above: Vec<String>,
    /// `<` in a header row is merged to the left, `^` upwards.
    pub head: Vec<Vec<Head>>,
    pub rows: Vec<Row>,
    /// Lines that stand below.
    pub below: Vec<String>,
    pub widths: Vec<f64>,
    /// The header row was lost when the form was copied.
    pub headless: bool,
}

impl Table {
    pub fn column(&self, title: &str) -> Option<usize> {
        self.head
            .iter()
            .find_map(|row| row.iter().position(|head| matches!(head, Head::Title(text) if text.replace('\n', " ").contains(title))))
    }

    pub fn bodies(&self) -> Vec<usize> {
        (0..self.rows.len()).filter(|at| matches!(self.rows[*at].role, Role::Body(_))).collect()
    }
}

/// How the text of a sheet is stored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lettering {
    #[default]
    Composed,
    /// Letters and their marks apart (NFD), with Ð for Đ.
    Decomposed,
    Tcvn3,
    Vni,
}

/// The two blocks at the top of an official paper, and the place and day.
#[derive(Debug, Clone, PartialEq)]
pub struct Letterhead {
    pub superior: String,
    pub school: String,
    pub place_and_day: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub letterhead: Option<Letterhead>,
    pub title: Vec<String>,
    pub tables: Vec<Table>,
    pub signed: bool,
    pub lettering: Lettering,
    /// Table columns before which an empty sheet column stands.
    pub empty_columns: Vec<usize>,
    /// A space in the last cell a sheet can have.
    pub ghost: bool,
}

/// One workbook of one school.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    pub sheets: Vec<Sheet>,
    pub modified: Date,
}

impl Book {
    pub fn table(&mut self, form: FormKind) -> Option<&mut Table> {
        self.sheets.iter_mut().flat_map(|sheet| &mut sheet.tables).find(|table| table.form == form)
    }

    pub fn sheet(&mut self, form: FormKind) -> Option<&mut Sheet> {
        self.sheets.iter_mut().find(|sheet| sheet.tables.iter().any(|table| table.form == form))
    }
}
