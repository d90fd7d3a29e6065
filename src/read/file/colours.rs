//! Rows that say nothing of their work and are painted instead: green for done, red for not begun.
//!
//! What a colour means nobody can know where no legend says it (`legend::painted`), so it is not read; that it stands there is told.

use std::collections::BTreeMap;

use super::File;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::read::colour::{Colour, name};
use crate::read::grid::Grid;
use crate::read::record::spans;
use crate::read::rows::{Line, LogicalRow};
use crate::read::table::Table;

/// More colours than this paint the table, not the state of its work.
const MOST_COLOURS: usize = 4;
const FEWEST_ROWS: usize = 2;

impl File<'_> {
    /// Rows whose columns of states are empty, and in colour.
    pub(super) fn colours(&mut self, grid: &Grid, table: &Table<'_>, lines: &[Line], school_id: &str) {
        let fields = [Field::Done, Field::Ongoing, Field::NotStarted, Field::Status];
        let states: Vec<u32> = fields.into_iter().filter_map(|field| Some(table.header.column(field)?.column)).collect();
        if grid.coloured.is_empty() || states.is_empty() {
            return;
        }
        let of = |row: &LogicalRow| colour_of(grid, table, row.rows[0], &states);
        let data: Vec<(&LogicalRow, Option<Colour>)> =
            lines.iter().filter_map(|line| if let Line::Data(row) = line { Some((row, of(row))) } else { None }).collect();
        let is_silent =
            |row: &LogicalRow| fields.iter().all(|field| row.pieces.get(field).is_none_or(|piece| phrase::status::is_nothing(&piece.text)));
        let mut silent: BTreeMap<Colour, Vec<u32>> = BTreeMap::new();
        for (row, colour) in data.iter().filter(|(row, _)| is_silent(row)) {
            if let Some(colour) = colour {
                silent.entry(*colour).or_default().push(row.rows[0]);
            }
        }
        let count: usize = silent.values().map(Vec::len).sum();
        let one_for_all = data.iter().all(|(_, colour)| *colour == data[0].1);
        let in_turn = data.windows(3).all(|three| three[0].1 == three[2].1);
        if count < FEWEST_ROWS || silent.len() > MOST_COLOURS || one_for_all || in_turn && data.len() > 3 {
            return;
        }
        let shown: Vec<String> = silent.iter().map(|(colour, rows)| format!("{} (dòng {})", name(*colour), spans(rows))).collect();
        let first = silent.values().flatten().min().copied().unwrap_or_default();
        let mut told = Finding::new(&finding::STATE_BY_COLOUR).of_school(school_id).with("count", count).with("colours", shown.join("; "));
        told.cell = Some(Address::new(first, states[0]));
        self.on_sheet(grid, told);
    }
}

/// The colour of a row: that of its states, or that of most of its cells.
fn colour_of(grid: &Grid, table: &Table<'_>, row: u32, states: &[u32]) -> Option<Colour> {
    let from = grid.coloured.partition_point(|(at, _)| at.row < row);
    let own = grid.coloured[from..].iter().take_while(|(at, _)| at.row == row).filter(|(at, _)| table.header.knows(at.column));
    if let Some((_, colour)) = own.clone().find(|(at, _)| states.contains(&at.column)) {
        return Some(*colour);
    }
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    own.for_each(|(_, colour)| *counts.entry(*colour).or_default() += 1);
    let (colour, cells) = counts.into_iter().max_by_key(|(_, cells)| *cells)?;
    (cells * 2 >= table.header.columns.len()).then_some(colour)
}
