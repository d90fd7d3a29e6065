//! Very many rows kept small: of a row only the cells that differ from the row above, as bytes.
//!
//! A district's data sheets hold a million cells, most of them empty or what stands above. As rows of cells they take eight times the memory.

use std::ops::Range;

use super::{Cell, Row, RowKind, Table};

/// A table whose rows are packed: all plain, none to be filled in, no chart drawn from them.
#[derive(Debug, Clone, PartialEq)]
pub struct Listing {
    /// Without its rows.
    pub table: Table,
    pub rows: Packed,
}

impl Listing {
    /// The table with its rows.
    pub fn unpacked(&self) -> Table {
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut cursor = Rows::Packed(&self.rows).cursor();
        while cursor.advance() {
            let row = cursor.row();
            rows.push(row.clone());
        }
        Table { rows, ..self.table.clone() }
    }
}

/// Rows as bytes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Packed {
    /// Cell by cell: nothing more than [`SAME`], or [`OTHER`] and the cell.
    bytes: Vec<u8>,
    count: usize,
    /// The row put in last.
    last: Vec<Cell>,
}

const SAME: u8 = 0;
const OTHER: u8 = 1;

impl Packed {
    /// Adds a row; every row has as many cells as the first.
    pub fn push(&mut self, cells: Vec<Cell>) {
        for (index, cell) in cells.iter().enumerate() {
            if self.last.get(index) == Some(cell) {
                self.bytes.push(SAME);
                continue;
            }
            self.bytes.push(OTHER);
            let bytes = std::mem::take(&mut self.bytes);
            self.bytes = postcard::to_extend(cell, bytes).expect("a cell is made of numbers and texts");
        }
        self.last = cells;
        self.count += 1;
    }

    pub fn len(&self) -> usize {
        self.count
    }

    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl FromIterator<Vec<Cell>> for Packed {
    fn from_iter<T: IntoIterator<Item = Vec<Cell>>>(rows: T) -> Self {
        let mut packed = Packed::default();
        rows.into_iter().for_each(|cells| packed.push(cells));
        packed.bytes.shrink_to_fit();
        packed
    }
}

/// The rows of a table, however they are kept.
#[derive(Debug, Clone, Copy)]
pub enum Rows<'a> {
    Listed(&'a [Row]),
    Packed(&'a Packed),
}

impl<'a> Rows<'a> {
    pub fn len(self) -> usize {
        match self {
            Rows::Listed(rows) => rows.len(),
            Rows::Packed(rows) => rows.len(),
        }
    }

    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    pub fn cursor(self) -> Cursor<'a> {
        self.within(0..self.len())
    }

    /// Over some of the rows.
    pub fn within(self, range: Range<usize>) -> Cursor<'a> {
        let mut cursor = match self {
            Rows::Listed(rows) => Cursor {
                rows: self,
                at: range.start,
                end: range.end.min(rows.len()),
                bytes: &[],
                same: Vec::new(),
                row: empty(),
                first: range.start,
            },
            Rows::Packed(rows) => {
                let (cells, same) = (vec![Cell::empty(); rows.last.len()], vec![false; rows.last.len()]);
                Cursor {
                    rows: self,
                    at: 0,
                    end: range.end.min(rows.len()),
                    bytes: &rows.bytes,
                    same,
                    row: Row { cells, ..empty() },
                    first: range.start,
                }
            }
        };
        while cursor.at < cursor.first.min(self.len()) {
            cursor.unpack();
        }
        cursor
    }
}

fn empty() -> Row {
    Row { kind: RowKind::Plain, cells: Vec::new() }
}

/// Goes over rows one by one; of packed rows one stands in memory.
pub struct Cursor<'a> {
    rows: Rows<'a>,
    at: usize,
    end: usize,
    first: usize,
    bytes: &'a [u8],
    row: Row,
    /// Which cells of the row are as in the row above.
    same: Vec<bool>,
}

impl Cursor<'_> {
    /// Goes on to the next row, where there is one.
    pub fn advance(&mut self) -> bool {
        if self.at >= self.end {
            return false;
        }
        match self.rows {
            Rows::Listed(_) => self.at += 1,
            Rows::Packed(_) => self.unpack(),
        }
        true
    }

    /// The row gone to last.
    pub fn row(&self) -> &Row {
        match self.rows {
            Rows::Listed(rows) => self.at.checked_sub(1).and_then(|at| rows.get(at)).unwrap_or(&self.row),
            Rows::Packed(_) => &self.row,
        }
    }

    /// Whether a cell of the row given last says the same as the one above it, in a row of the same kind.
    pub fn is_as_above(&self, index: usize) -> bool {
        if self.at < self.first + 2 {
            return false;
        }
        match self.rows {
            Rows::Packed(_) => self.same.get(index).copied().unwrap_or(false),
            Rows::Listed(rows) => {
                let (above, row) = (&rows[self.at - 2], &rows[self.at - 1]);
                above.kind == row.kind && above.cells.get(index) == row.cells.get(index)
            }
        }
    }

    fn unpack(&mut self) {
        for (cell, same) in self.row.cells.iter_mut().zip(&mut self.same) {
            let (mark, rest) = self.bytes.split_first().expect("every cell has its mark");
            *same = *mark == SAME;
            self.bytes = rest;
            if !*same {
                (*cell, self.bytes) = postcard::take_from_bytes(rest).expect("what was packed can be unpacked");
            }
        }
        self.at += 1;
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::table::{Column, Link, Tone};

    fn cells(number: usize) -> Vec<Cell> {
        let link = Link::External { file: format!("../{}.xlsx", number / 3), sheet: "KH".to_owned(), cell: format!("B{number}") };
        vec![
            Cell::count(number),
            Cell::text(format!("Trường {}", number / 4)).tone(Tone::Level(3)),
            Cell::empty(),
            if number.is_multiple_of(5) { Cell::empty() } else { Cell::text("KH!B2").link(link) },
            Cell::date(Some(date(2024, 1, 1 + (number % 2) as i8))),
            Cell::text("x").formula(format!("A{}", number / 2)),
            Cell::share(number, 7),
            Cell::money(Some(-5)),
        ]
    }

    #[test]
    fn what_is_packed_comes_back() {
        let columns = (0..8).map(|_| Column::text("a", 9.0)).collect();
        let table = Table { id: "a".to_owned(), columns, rows: Vec::new(), filter: true };
        let listing = Listing { table, rows: (0..40).map(cells).collect() };
        let unpacked = listing.unpacked();
        assert_eq!(unpacked.rows.iter().map(|row| row.cells.clone()).collect::<Vec<_>>(), (0..40).map(cells).collect::<Vec<_>>());
        for rows in [Rows::Packed(&listing.rows), Rows::Listed(&unpacked.rows)] {
            let mut cursor = rows.within(10..13);
            let mut as_above = Vec::new();
            while cursor.advance() {
                let row = cursor.row();
                as_above.push((row.cells[0].clone(), [cursor.is_as_above(1), cursor.is_as_above(2)]));
            }
            assert_eq!(as_above, [(Cell::count(10), [false; 2]), (Cell::count(11), [true; 2]), (Cell::count(12), [false, true])]);
        }
    }
}
