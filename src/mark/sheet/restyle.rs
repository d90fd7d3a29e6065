//! Cells that get another style, where they stand and where none stands yet.

use std::collections::{BTreeMap, BTreeSet};

use super::{Layout, Row, address};
use crate::mark::xml::Edits;
use crate::model::Address;

impl Layout {
    /// Gives each of these cells a style made from its own; cells that are not there are put in.
    pub fn restyle(&self, targets: &BTreeSet<Address>, edits: &mut Edits, mut style: impl FnMut(Address, u32) -> u32) {
        let mut by_row: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for target in targets {
            by_row.entry(target.row).or_default().push(target.column);
        }
        let mut there: BTreeMap<u32, Vec<&Row>> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| by_row.contains_key(&row.index)) {
            there.entry(row.index).or_default().push(row);
        }
        let sorted = self.rows.is_sorted_by_key(|row| row.index);
        let mut numbered: BTreeSet<usize> = BTreeSet::new();
        let mut behind = String::new();
        for (index, columns) in by_row {
            if let Some(rows) = there.get(&index) {
                // A row may stand there twice: what holds the cell is styled.
                let holds = |row: &Row, column: u32| row.cells.iter().any(|cell| cell.column == column);
                let mut left = columns;
                for row in &rows[1..] {
                    let (held, rest): (Vec<u32>, Vec<u32>) = left.into_iter().partition(|column| holds(row, *column));
                    left = rest;
                    if !held.is_empty() {
                        self.restyle_row(row, &held, edits, &mut style);
                    }
                }
                if !left.is_empty() {
                    self.restyle_row(rows[0], &left, edits, &mut style);
                }
                continue;
            }
            let cells: String = columns
                .iter()
                .map(|column| {
                    let at = Address::new(index, *column);
                    format!("<{}c r=\"{at}\" s=\"{}\"/>", self.prefix, style(at, self.column_style(*column)))
                })
                .collect();
            let text = format!("<{0}row r=\"{1}\">{cells}</{0}row>", self.prefix, index + 1);
            let next = if sorted {
                self.rows.get(self.rows.partition_point(|row| row.index <= index))
            } else {
                self.rows.iter().find(|row| row.index > index)
            };
            match next {
                Some(next) => {
                    edits.insert(next.open.start, text);
                    // A row without a number is the one after the row in front of it.
                    if !next.numbered && numbered.insert(next.open.start) {
                        edits.insert(next.name, format!(" r=\"{}\"", next.index + 1));
                    }
                }
                None => behind.push_str(&text),
            }
        }
        if !behind.is_empty() {
            if self.data_end == self.data.end {
                edits.replace(self.data.end - 2..self.data.end, format!(">{behind}</{}>", self.data_name));
            } else {
                edits.insert(self.data_end, behind);
            }
        }
        self.widen(targets, edits);
    }

    fn restyle_row(&self, row: &Row, columns: &[u32], edits: &mut Edits, style: &mut impl FnMut(Address, u32) -> u32) {
        let mut behind = String::new();
        let mut numbered: BTreeSet<usize> = BTreeSet::new();
        for column in columns {
            let at = Address::new(row.index, *column);
            let mut there = row.cells.iter().filter(|cell| cell.column == *column).peekable();
            if there.peek().is_some() {
                for cell in there {
                    match &cell.style {
                        Some((span, own)) => edits.replace(span.clone(), style(at, *own).to_string()),
                        None => edits.insert(cell.after_name, format!(" s=\"{}\"", style(at, 0))),
                    }
                }
                continue;
            }
            let own = row.style.unwrap_or_else(|| self.column_style(*column));
            let text = format!("<{}c r=\"{at}\" s=\"{}\"/>", self.prefix, style(at, own));
            match row.cells.iter().find(|cell| cell.column > *column) {
                Some(next) => {
                    edits.insert(next.start, text);
                    if !next.numbered && numbered.insert(next.start) {
                        edits.insert(next.after_name, format!(" r=\"{}\"", Address::new(row.index, next.column)));
                    }
                }
                None => behind.push_str(&text),
            }
        }
        if !behind.is_empty() {
            if row.empty {
                edits.replace(row.open.end - 2..row.open.end, format!(">{behind}</{}row>", self.prefix));
            } else {
                edits.insert(row.end, behind);
            }
        }
        if let (Some((span, said)), Some(first), Some(last)) = (&row.spans, columns.first(), columns.last()) {
            let ends: Vec<u32> = said.split([' ', ':']).filter_map(|end| end.parse().ok()).collect();
            let (low, high) = (ends.iter().min().copied().unwrap_or(1), ends.iter().max().copied().unwrap_or(1));
            if *first + 1 < low || *last + 1 > high {
                edits.replace(span.clone(), format!("{}:{}", low.min(first + 1), high.max(last + 1)));
            }
        }
    }

    fn column_style(&self, column: u32) -> u32 {
        self.columns.iter().find(|known| (known.first..=known.last).contains(&column)).map_or(0, |known| known.style)
    }

    /// The declared area takes in the cells that were put in.
    fn widen(&self, targets: &BTreeSet<Address>, edits: &mut Edits) {
        let Some((span, said)) = &self.dimension else { return };
        let (first, last) = said.split_once(':').unwrap_or((said, said));
        let (Some(mut first), Some(mut last)) = (address(first), address(last)) else { return };
        let before = (first, last);
        for target in targets {
            first = Address::new(first.row.min(target.row), first.column.min(target.column));
            last = Address::new(last.row.max(target.row), last.column.max(target.column));
        }
        if (first, last) != before {
            edits.replace(span.clone(), format!("{first}:{last}"));
        }
    }
}
