//! A book in, the place of everything on every sheet out: rows, heights, columns, page breaks. Nothing is drawn yet.

pub mod parts;
mod torn;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::grid::{Grid, Span};
use super::names::SheetNames;
use super::paper::Paper;
use super::slot::{Letters, Slot};
use crate::table::{Block, Book, Cursor, Row, RowKind, Rows, Sheet, Table, Tone};

/// A book with every place known.
pub struct Plan<'a> {
    pub sheets: Vec<SheetPlan<'a>>,
    /// Where each table begins, by its id.
    pub places: BTreeMap<&'a str, Place<'a>>,
    /// The name each sheet of the book was given.
    pub names: BTreeMap<&'a str, String>,
    /// Rows from which on a table is written apart.
    pub long: usize,
}

/// One worksheet. A sheet of the book with a table too long for Excel becomes several.
pub struct SheetPlan<'a> {
    pub source: &'a Sheet,
    pub name: String,
    pub grid: Grid,
    /// The right edge of what is printed, in pixels: so far the title block and lines of text reach.
    pub front: u32,
    /// The height of every row, in points.
    pub heights: Vec<f64>,
    /// Rows that grow with what is written into them: their heights are only where they begin.
    pub growing: BTreeSet<u32>,
    /// Rows with a text that is set smaller than the rest.
    pub shrunk: BTreeSet<u32>,
    pub parts: Vec<Part<'a>>,
    /// Header rows to print on every page.
    pub repeat: Option<Range<u32>>,
    /// The first row and the first column that scroll.
    pub freeze: Option<(u32, u16)>,
    pub breaks: Vec<u32>,
    /// What it is printed at, in per cent, where that is less than its width asks for.
    pub scale: Option<u16>,
    /// The last row that is printed, where not all are.
    pub printed: Option<u32>,
}

/// Something at a row.
pub struct Part<'a> {
    pub row: u32,
    pub what: What<'a>,
}

/// What is drawn at a row.
pub enum What<'a> {
    /// Lines at the left and, after a tab, at the right: the motto.
    Letterhead {
        lines: &'a [String],
        left: Span,
        right: Span,
    },
    Title(String),
    Subtitle(&'a str),
    Note {
        text: &'a str,
        tone: Tone,
    },
    Heading(&'a str),
    Imprint(&'a str),
    Table(Piece<'a>),
    Charts(Vec<Slot<'a>>),
    Signature {
        lines: [&'a str; 3],
        rows: [u32; 3],
        span: Span,
    },
    /// On a form, whose rows grow: all of the signature in one row, which no page end can tear, and the imprint beside it.
    SignatureRow {
        lines: [&'a str; 3],
        imprint: &'a str,
        left: Span,
        right: Span,
    },
}

/// A table, or as much of it as one worksheet holds.
pub struct Piece<'a> {
    pub table: &'a Table,
    /// All rows of the table.
    pub all: Rows<'a>,
    /// What Excel calls it.
    pub name: String,
    /// Where each column stands.
    pub spans: Vec<Span>,
    pub rows: Range<usize>,
    /// One row of titles, or two with those of groups above.
    pub header_rows: u32,
}

impl<'a> Piece<'a> {
    pub fn cursor(&self) -> Cursor<'a> {
        self.all.within(self.rows.clone())
    }

    /// Its rows side by side, unpacked: for tables that are not very long.
    pub fn listed(&self) -> Cow<'a, [Row]> {
        match self.all {
            Rows::Listed(rows) => Cow::Borrowed(&rows[self.rows.clone()]),
            Rows::Packed(_) => {
                let mut rows = Vec::with_capacity(self.rows.len());
                let mut cursor = self.cursor();
                while cursor.advance() {
                    let row = cursor.row();
                    rows.push(row.clone());
                }
                Cow::Owned(rows)
            }
        }
    }

    /// Whether no row is a title of a group or a total.
    fn is_plain(&self) -> bool {
        match self.all {
            Rows::Listed(rows) => rows[self.rows.clone()].iter().all(|row| row.kind == RowKind::Plain),
            Rows::Packed(_) => true,
        }
    }
}

/// Where the cells of a table are, for charts.
pub struct Place<'a> {
    pub table: &'a Table,
    pub sheet: String,
    pub first_row: u32,
    /// How many rows stand on that sheet.
    pub rows: usize,
    pub spans: Vec<Span>,
}

/// Plans a whole book; no worksheet gets more rows than `most_rows`.
pub fn of(book: &Book, most_rows: u32) -> anyhow::Result<Plan<'_>> {
    let tables = tables_of(book);
    let mut plan = Plan { sheets: Vec::new(), places: BTreeMap::new(), names: BTreeMap::new(), long: LONG };
    let mut names = SheetNames::default();
    // Every sheet of the book has its name before continuations take theirs.
    let given: Vec<String> = book.sheets.iter().map(|sheet| names.give(&sheet.name)).collect();
    for (sheet, name) in book.sheets.iter().zip(&given) {
        plan.names.entry(&sheet.name).or_insert_with(|| name.clone());
    }
    for (sheet, name) in book.sheets.iter().zip(given) {
        parts::plan_sheet(&mut plan, sheet, name, &mut names, &tables, most_rows)?;
    }
    for sheet in &mut plan.sheets {
        sheet.finish();
    }
    Ok(plan)
}

fn tables_of(book: &Book) -> BTreeMap<&str, &Table> {
    book.sheets.iter().flat_map(|sheet| &sheet.blocks).filter_map(Block::table).map(|table| (table.id.as_str(), table)).collect()
}

/// Rows from which on a table is written apart.
const LONG: usize = 1_000;

impl<'a> Plan<'a> {
    /// The tables of a sheet that are written apart, with the first row of their body.
    pub fn written_apart<'s>(&'s self, sheet: &'s SheetPlan<'a>) -> impl Iterator<Item = (u32, &'s Piece<'a>)> {
        let pieces = sheet.parts.iter().filter_map(|part| if let What::Table(piece) = &part.what { Some((part.row, piece)) } else { None });
        pieces.filter(|(_, piece)| self.is_written_apart(sheet, piece)).map(|(row, piece)| (row + piece.header_rows, piece))
    }

    /// Whether the rows of a table are very many and all of one kind, and the library need not know them: no chart keeps their figures.
    pub fn is_written_apart(&self, sheet: &SheetPlan, piece: &Piece) -> bool {
        let is_charted = |table: &str| {
            let parts = self.sheets.iter().flat_map(|sheet| &sheet.parts);
            let mut slots = parts.filter_map(|part| if let What::Charts(slots) = &part.what { Some(slots) } else { None }).flatten();
            slots.any(|slot| slot.chart.table == table)
        };
        piece.rows.len() >= self.long
            && piece.table.filter
            && !sheet.source.is_form()
            && piece.spans.iter().all(|span| span.first == span.last)
            && piece.is_plain()
            && !is_charted(&piece.table.id)
    }
}

impl SheetPlan<'_> {
    /// The columns that text across the sheet stands in.
    pub fn printed_columns(&self) -> Span {
        self.grid.span(0, self.front)
    }

    /// The height of a printed page, in points of the sheet.
    fn page(&self) -> f64 {
        Paper::new(self.source.landscape).height(self.front)
    }

    /// The sizes of letters on its charts.
    fn letters(&self) -> Letters {
        Letters::at(Paper::new(self.source.landscape).scale(self.front))
    }

    /// How far charts reach. At the very edge they would touch the next column, and some programs would print that too.
    fn chart_edge(&self) -> u32 {
        const OFF_THE_EDGE: u32 = 4;
        self.front.saturating_sub(OFF_THE_EDGE)
    }

    /// Page breaks, once all rows have their heights.
    fn finish(&mut self) {
        if self.source.one_page {
            return;
        }
        let mut pages = torn::pages(self, self.page());
        if let Some(closer) = torn::with_its_title(self, self.page(), &pages.breaks) {
            let scale = Paper::new(self.source.landscape).scale(self.front) * closer;
            self.scale = Some((scale * 100.0) as u16);
            pages = torn::pages(self, self.page() / closer);
        }
        let torn::Pages { repeat, breaks } = pages;
        self.repeat = repeat;
        self.breaks = breaks;
    }
}
