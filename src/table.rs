//! The second waist, in words and numbers: what a workbook shows. Style is meaning, never colour.

mod packed;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::chart::BoundChart;

pub use packed::{Cursor, Listing, Packed, Rows};

/// A workbook as people read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    pub title: String,
    pub author: String,
    /// Stands in the document properties; the day of closing, so that the bytes do not depend on the clock.
    pub created: Date,
    /// Names and values that travel in the document properties: the stamp of a form that is handed out.
    pub properties: Vec<(String, String)>,
    pub sheets: Vec<Sheet>,
    /// What the workbook carries for programs that read it later; people do not see it.
    pub carried: Vec<Carried>,
}

/// Bytes under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The document property of a workbook that was written for the office and is nobody's report; its value says which workbook it is.
pub const OUTPUT_PROPERTY: &str = "ctcl-ket-qua";

/// What the property says of a comparison of two outputs.
pub const COMPARISON: &str = "so-sanh";
/// The list, in an output folder, of the files that were written there.
pub const OUTPUT_LIST: &str = ".ctcl-manifest";

/// The sheet that holds what a book carries.
pub const CARRIED_SHEET: &str = "_ctcl";
/// Stands before what is carried, so that no program takes it for a number or a formula.
pub const CARRIED_MARK: &str = "b64:";

/// One sheet: a title block, then blocks from top to bottom.
///
/// A sheet with a cell to be filled in is locked but for these cells, without a password; a line of its letterhead or signature
/// that still has its dots is to be filled in too.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// At most 31 UTF-16 units, none of `: \ / ? * [ ]`.
    pub name: String,
    /// Organisation lines at the top left and, optionally, the motto at the top right: after a tab in the line.
    pub letterhead: Vec<String>,
    pub title: String,
    pub subtitle: Vec<String>,
    pub blocks: Vec<Block>,
    /// Pages one page wide in landscape; otherwise portrait.
    pub landscape: bool,
    /// Rows above the first row of this table, header included, stay in view: the index among `blocks`.
    pub freeze: Option<usize>,
    /// So many columns of that table stay in view when the others scroll.
    pub frozen_columns: usize,
    /// Set smaller, if need be, to stand on one printed page.
    pub one_page: bool,
    /// Of the last table, how many rows are printed; `None`: all; 0: neither it nor its heading. The rest is for the screen.
    pub printed_rows: Option<usize>,
    /// Of the table people filter, how many columns are printed, and how wide the title block is; `None`: all.
    pub printed_columns: Option<usize>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A line of text across the sheet.
    Note {
        text: String,
        tone: Tone,
    },
    /// A heading above what follows.
    Heading(String),
    /// A line in small print: what this copy is, for those who read it by machine.
    Imprint(String),
    Table(Table),
    /// A table of very many rows.
    Listing(Listing),
    /// A short table and, at its right, the chart drawn from it, so that both are read together.
    Beside(Table, BoundChart),
    /// Native charts side by side, at most as many as fit the page.
    Charts(Vec<BoundChart>),
    /// Place, date, and who signs.
    Signature {
        place_and_date: String,
        title: String,
        name: String,
    },
}

impl Sheet {
    /// Whether something on it is to be filled in.
    pub fn is_form(&self) -> bool {
        self.blocks.iter().filter_map(Block::table).any(Table::is_form)
    }
}

impl Block {
    /// The table in the block, if it holds one; that of a listing is without rows.
    pub fn table(&self) -> Option<&Table> {
        match self {
            Block::Table(table) | Block::Beside(table, _) => Some(table),
            Block::Listing(listing) => Some(&listing.table),
            Block::Note { .. } | Block::Heading(_) | Block::Imprint(_) | Block::Charts(_) | Block::Signature { .. } => None,
        }
    }

    /// The rows of that table.
    pub fn rows(&self) -> Option<Rows<'_>> {
        match self {
            Block::Listing(listing) => Some(Rows::Packed(&listing.rows)),
            other => other.table().map(|table| Rows::Listed(&table.rows)),
        }
    }
}

/// Rows under titles.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Unique in the book, ASCII; charts and formulas name it: `actions`.
    pub id: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// People filter and sort it: becomes a real Excel table.
    pub filter: bool,
}

impl Table {
    /// Whether cells of it are to be filled in.
    pub fn is_form(&self) -> bool {
        let open = |entry: &Entry| *entry != Entry::Closed;
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        self.columns.iter().any(|column| open(&column.entry)) || cells.any(|cell| cell.entry.as_deref().is_some_and(open))
    }

    /// What may be written into a cell of a row.
    pub fn entry<'a>(&'a self, row: &'a Row, column: usize) -> &'a Entry {
        if row.kind != RowKind::Plain {
            return &Entry::Closed;
        }
        let own = row.cells.get(column).and_then(|cell| cell.entry.as_deref());
        own.or_else(|| self.columns.get(column).map(|column| &column.entry)).unwrap_or(&Entry::Closed)
    }
}

/// One column: its title, how its values are set, and how wide it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub title: String,
    /// Columns next to each other with the same group stand under one merged title.
    pub group: Option<String>,
    /// Width in characters of the body font.
    pub width: f64,
    pub align: Align,
    /// A bar in the cell in proportion to the share.
    pub bars: bool,
    /// A note on the title: what to write, with an example.
    pub note: Option<String>,
    /// What may be written into its cells.
    pub entry: Entry,
}

/// What may be written into a cell of a form that is handed out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    #[default]
    Closed,
    /// Any text. Nothing that is typed is turned into a number or a date: "10/2023" stays what it is.
    Open,
    /// One of these; Excel holds 255 characters of them, commas included.
    Choice(Vec<String>),
}

impl Column {
    pub fn text(title: &str, width: f64) -> Self {
        let title = title.to_owned();
        Column { title, group: None, width, align: Align::Left, bars: false, note: None, entry: Entry::Closed }
    }

    pub fn centred(title: &str, width: f64) -> Self {
        Column { align: Align::Centre, ..Column::text(title, width) }
    }

    pub fn number(title: &str, width: f64) -> Self {
        Column { align: Align::Right, ..Column::text(title, width) }
    }

    pub fn under(mut self, group: &str) -> Self {
        self.group = Some(group.to_owned());
        self
    }

    pub fn with_bars(mut self) -> Self {
        self.bars = true;
        self
    }

    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    pub fn with_entry(mut self, entry: Entry) -> Self {
        self.entry = entry;
        self
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// One row of cells, as many as the table has columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub kind: RowKind,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    Plain,
    /// Opens a group: its first cell's text runs over the whole width.
    Group,
    Total,
}

/// One cell: a value, what it means, and where it leads. A district's data sheets hold a million of them, so what few cells have stands apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    pub value: Value,
    pub tone: Tone,
    /// A live formula whose cached result is `value`. Names tables and columns: `COUNTIFS(...)`.
    pub formula: Option<Box<str>>,
    /// Where a click leads: a file and cell of a school, or a sheet of this book.
    pub link: Option<Box<Link>>,
    /// What may be written into it, where that is not what its column says.
    pub entry: Option<Box<Entry>>,
}

impl Cell {
    pub fn new(value: Value) -> Self {
        Cell { value, tone: Tone::Plain, formula: None, link: None, entry: None }
    }

    pub fn empty() -> Self {
        Cell::new(Value::Empty)
    }

    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Cell::new(if text.is_empty() { Value::Empty } else { Value::Text(text) })
    }

    pub fn count(count: usize) -> Self {
        Cell::new(Value::Count(count as i64))
    }

    pub fn share(part: usize, whole: usize) -> Self {
        Cell::new(Value::Share { part: part as i64, whole: whole as i64 })
    }

    pub fn date(date: Option<Date>) -> Self {
        Cell::new(date.map_or(Value::Empty, Value::Date))
    }

    pub fn money(vnd: Option<i64>) -> Self {
        Cell::new(vnd.map_or(Value::Empty, Value::Money))
    }

    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    pub fn formula(mut self, formula: impl Into<Box<str>>) -> Self {
        self.formula = Some(formula.into());
        self
    }

    pub fn link(mut self, link: Link) -> Self {
        self.link = Some(Box::new(link));
        self
    }

    pub fn entry(mut self, entry: Entry) -> Self {
        self.entry = Some(Box::new(entry));
        self
    }
}

/// What a cell holds, typed: dates are dates, shares are numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    Empty,
    Text(String),
    Count(i64),
    /// Written as part ÷ whole; empty when the whole is nothing.
    Share {
        part: i64,
        whole: i64,
    },
    Date(Date),
    /// Whole đồng.
    Money(i64),
}

/// What a cell means. The writer decides what that looks like, on screen and in grey print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tone {
    Plain,
    /// Nothing to do.
    Good,
    /// Look at this.
    Warning,
    /// Something is wrong or overdue.
    Bad,
    /// Said for completeness.
    Muted,
    /// A figure to be seen first.
    Strong,
    /// Nothing can stand here: the framework has no such criterion.
    Absent,
    /// Mức 0 to 4 reached.
    Level(u8),
}

/// Where a click leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Link {
    /// A cell of a school's file, as an address relative to the workbook: `../bao-cao/a.xlsx`, `KH`, `B14`.
    External { file: String, sheet: String, cell: String },
    /// A sheet of this book.
    Internal { sheet: String },
}
