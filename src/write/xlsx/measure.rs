//! Tables in, what their columns and rows need out, so that no word is cut and no number shows as `####`.

use std::borrow::Cow;

use super::grid::{self, Need, PADDING_PIXELS};
use super::wording::legible;
use crate::table::{Align, Cell, Column, RowKind, Rows, Table, Tone, Value};
use crate::write::lettering::Face;

/// The size of the body, in points.
pub const BODY: u8 = 12;
/// Excel's tallest row, in points.
const TALLEST: f64 = 409.0;
/// Height of a line as Excel sets Times New Roman: 15.75 points for size 12.
const LINE: f64 = 15.75 / 12.0;
/// Above and below the lines together, in points.
const AIR: f64 = 4.5;
/// Screens round the widths of letters to whole pixels, so lines run longer than on paper.
const SCREEN: f64 = 1.05;
/// A column grows for a long word up to this; longer ones break between letters.
const MOST_GROWN_CHARACTERS: f64 = 26.0;
const MOST_LINK_CHARACTERS: f64 = 44.0;
/// One step of Excel's indent, at the edge the text is set to.
const INDENT_PIXELS: u32 = 9;
/// Beside the longest word of a column's title.
const TITLE_AIR: u32 = 4;
/// A column grows by so much for texts that then stand on one line.
const MOST_EASED: f64 = 1.3;
/// Below this size a cell is not set, however long its text.
const SMALLEST: u8 = 8;

/// The widths of the columns of a table.
pub fn columns(table: &Table, rows: Rows<'_>) -> Vec<Need> {
    let mut needed: Vec<Needed> = table.columns.iter().map(Needed::by_title).collect();
    let mut cursor = rows.cursor();
    let mut same = vec![false; needed.len()];
    while cursor.advance() {
        // Rows of one school stand together: many cells say what the one above says.
        same.iter_mut().enumerate().for_each(|(index, same)| *same = cursor.is_as_above(index));
        let row = cursor.row();
        if row.kind == RowKind::Group {
            continue;
        }
        for (((needed, cell), column), _) in needed.iter_mut().zip(&row.cells).zip(&table.columns).zip(&same).filter(|(_, same)| !**same) {
            needed.take(cell, face(cell, row.kind), column);
        }
    }
    needed.into_iter().map(Needed::settled).collect()
}

/// What a column needs by the cells seen so far.
struct Needed {
    least: u32,
    wanted: u32,
    /// The width in which every text stands on one line, as long as every text can be eased.
    on_one_line: Option<u32>,
}

impl Needed {
    fn by_title(column: &Column) -> Needed {
        let longest_word = padded(Face::SheetBold.longest_word(&column.title, points_to_pixels(BODY)));
        let wanted = grid::pixels(column.width);
        Needed { least: (longest_word + TITLE_AIR).min(grid::pixels(MOST_GROWN_CHARACTERS)), wanted, on_one_line: Some(wanted) }
    }

    fn take(&mut self, cell: &Cell, face: Face, column: &Column) {
        let size = points_to_pixels(BODY);
        let width = match &cell.value {
            Value::Empty => return,
            // Some programs set a link in one line only.
            Value::Text(text) if cell.link.is_some() => padded(face.width(text, size)).min(grid::pixels(MOST_LINK_CHARACTERS)),
            Value::Text(text) => {
                let (whole, longest_word) = face.widths(text, size);
                let whole = padded(whole) + indent(column.align);
                let eased = (f64::from(self.wanted) * MOST_EASED) as u32;
                self.on_one_line = self.on_one_line.filter(|_| whole <= eased).map(|widest| widest.max(whole));
                padded(longest_word).min(grid::pixels(MOST_GROWN_CHARACTERS))
            }
            number => padded(face.width(&shown(number), size)) + 4,
        };
        self.least = self.least.max(width + indent(column.align));
    }

    fn settled(self) -> Need {
        Need { least: self.least, wanted: self.on_one_line.unwrap_or(self.wanted).max(self.least) }
    }
}

/// The letters a cell is set in.
pub fn face(cell: &Cell, row: RowKind) -> Face {
    let bold = row != RowKind::Plain || matches!(cell.tone, Tone::Bad | Tone::Strong | Tone::Level(4..));
    if bold { Face::SheetBold } else { Face::SheetRegular }
}

/// What stands in a cell, as long as it can get.
pub fn shown(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Empty => Cow::Borrowed(""),
        Value::Text(text) => legible(text),
        Value::Count(number) | Value::Money(number) => {
            let digits = number.to_string();
            Cow::Owned("0".repeat(digits.len() + digits.len() / 3))
        }
        Value::Share { .. } => Cow::Borrowed("100,0%"),
        Value::Date(_) => Cow::Borrowed("00/00/0000"),
    }
}

/// What the text of a cell has of a column's width: texts at an edge keep off it.
pub fn room(width: u32, align: Align) -> u32 {
    width.saturating_sub(indent(align))
}

fn indent(align: Align) -> u32 {
    match align {
        Align::Left | Align::Right => INDENT_PIXELS,
        Align::Centre => 0,
    }
}

/// How a text is set in a cell: the size, smaller than usual only where the tallest row is too low, and the height it needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    pub size: u8,
    /// In points.
    pub height: f64,
}

/// Fits a text into a width in pixels.
pub fn fit(text: &str, face: Face, size: u8, width: u32) -> Fit {
    let room = f64::from(width.saturating_sub(PADDING_PIXELS).max(8)) / SCREEN;
    let height = |size: u8| {
        let lines = face.line_count(text, points_to_pixels(size), room);
        // Words that end a line in Excel and not here, and the other way, add up in long cells.
        let spare = lines / 12;
        (lines + spare) as f64 * f64::from(size) * LINE + AIR
    };
    let mut set = Fit { size, height: height(size) };
    while set.height > TALLEST && set.size > SMALLEST {
        set = Fit { size: set.size - 1, height: height(set.size - 1) };
    }
    Fit { height: set.height.min(TALLEST), ..set }
}

/// The width in which a text stands on one line, set bold.
pub fn one_line(text: &str, size: u8) -> u32 {
    padded(Face::SheetBold.width(&legible(text), points_to_pixels(size)))
}

fn points_to_pixels(size: u8) -> f64 {
    f64::from(size) * 96.0 / 72.0
}

fn padded(width: f64) -> u32 {
    (width * SCREEN).ceil() as u32 + PADDING_PIXELS + 2
}

#[cfg(test)]
mod tests {
    use super::{columns, fit};
    use crate::table::{Cell, Column, Row, RowKind, Rows, Table};
    use crate::write::lettering::Face;

    #[test]
    fn a_column_grows_for_its_numbers_and_its_longest_word() {
        let rows = vec![Row {
            kind: RowKind::Plain,
            cells: vec![Cell::money(Some(1_234_567_890_123)), Cell::text("Nghiêng-ngả thường"), Cell::text("x".repeat(500))],
        }];
        let table = Table {
            id: "a".to_owned(),
            columns: vec![Column::number("Tiền", 4.0), Column::text("Lời", 3.0), Column::text("Dài", 10.0)],
            rows,
            filter: false,
        };
        let columns = columns(&table, Rows::Listed(&table.rows));
        assert!(columns[0].wanted > 130, "{columns:?}");
        assert!(columns[1].wanted > 80, "{columns:?}");
        assert!(columns[2].wanted < 260, "{columns:?}");
    }

    #[test]
    fn rows_grow_line_by_line_up_to_what_excel_allows() {
        let text = "Bồi dưỡng thường xuyên cho giáo viên ".repeat(4);
        let (wide, narrow) = (fit(&text, Face::SheetRegular, 12, 1200), fit(&text, Face::SheetRegular, 12, 200));
        assert!((wide.height - 20.25).abs() < 0.01, "{wide:?}");
        assert!((4.0..8.0).contains(&(narrow.height / 20.25)), "{narrow:?}");
        let endless = fit(&text.repeat(60), Face::SheetRegular, 12, 200);
        assert_eq!((endless.size, endless.height), (8, 409.0));
    }
}
