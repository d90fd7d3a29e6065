//! What the rows below a header become: rows of data as people mean them, titles of standards, sums, and what was left and why.

use std::collections::BTreeMap;

use super::Reason;
use crate::form::Field;
use crate::model::{Address, LevelBand};
use crate::read::grid::CellKind;

/// The text of one field of one row.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct Piece {
    pub text: String,
    pub raw: Option<String>,
    pub address: Address,
    pub kind: CellKind,
}

/// What stands in one of several columns of money.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct Amount {
    pub piece: Piece,
    /// The last column it covers: an amount merged over two sources is theirs together.
    pub until: u32,
}

/// Left or right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Side {
    Left,
    Right,
}

/// One row as people mean it, though it may stand on several rows of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct LogicalRow {
    /// Rows of the sheet, the first first.
    pub rows: Vec<u32>,
    pub pieces: BTreeMap<Field, Piece>,
    /// By column, where the table has several of money.
    pub money: BTreeMap<u32, Amount>,
    /// The standard and the band of levels in force here, by the rows above.
    pub standard: Option<u8>,
    pub band: Option<LevelBand>,
    /// To which side all its cells had slipped by a column.
    pub shifted: Option<Side>,
    /// The criterion was taken over from the row above.
    pub same_criterion: bool,
    /// It was, though no merged cell says so.
    pub left_out: bool,
    /// Its criterion stands in the middle of the rows around it.
    pub around: bool,
    /// A row that was taken for its rest and may be a work of its own.
    pub may_be_two: Option<Address>,
    /// Its time is that of a title above it: "Tháng 9/2023".
    pub titled_time: bool,
    /// Filled cells in columns the form does not know.
    pub extra: Vec<Address>,
}

impl LogicalRow {
    pub fn text(&self, field: Field) -> &str {
        self.pieces.get(&field).map_or("", |piece| piece.text.as_str())
    }

    /// The first filled cell, for findings about the row.
    pub fn address(&self) -> Address {
        let own = self.pieces.values().map(|piece| piece.address).filter(|address| self.rows.contains(&address.row)).min();
        own.or_else(|| self.extra.iter().min().copied()).unwrap_or_else(|| Address::new(self.rows[0], 0))
    }
}

/// What one or more rows of the sheet are.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) enum Line {
    Data(LogicalRow),
    /// "Tiêu chuẩn 2: …", with the title as written.
    Standard {
        number: Option<u8>,
        /// The number is neither written nor known by the title: it is the next.
        guessed: bool,
        title: String,
        address: Address,
    },
    /// "Cộng chung", "Tổng số …".
    Total {
        text: String,
        address: Address,
    },
    /// A title behind which the time of the title above it may no longer hold: the rows below it have none.
    TimeEnds {
        time: String,
        title: String,
        address: Address,
    },
    /// Not data, and why.
    Left {
        row: u32,
        reason: Reason,
    },
}

impl Line {
    pub fn data(&self) -> Option<&LogicalRow> {
        if let Line::Data(row) = self { Some(row) } else { None }
    }
}
