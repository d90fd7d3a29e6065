//! The lines of a self-assessment in, the same out without a row that is struck through where its criterion is judged anew on another:
//! "~~2.3 | Mức 2~~" above "2.3 | Mức 1".

use std::collections::BTreeSet;

use super::{Line, LogicalRow, Reason, primary};
use crate::model::{Criterion, FormKind};
use crate::phrase;
use crate::read::grid::Grid;
use crate::read::header::Header;

pub(super) fn without_corrected(lines: Vec<Line>, header: &Header<'_>, grid: &Grid) -> Vec<Line> {
    if header.form.kind != FormKind::Assessment || grid.struck_rows.is_empty() {
        return lines;
    }
    let key = primary(header);
    let named = |row: &LogicalRow| -> Vec<Criterion> {
        phrase::criterion::all(row.text(key), row.standard, row.band).into_iter().filter_map(|named| named.criterion).collect()
    };
    let is_struck = |row: &LogicalRow| row.rows.iter().all(|row| grid.struck_rows.contains(row));
    let standing: BTreeSet<Criterion> = lines.iter().filter_map(Line::data).filter(|row| !is_struck(row)).flat_map(named).collect();
    let corrected = |row: &LogicalRow| {
        let criteria = named(row);
        is_struck(row) && !criteria.is_empty() && criteria.iter().all(|criterion| standing.contains(criterion))
    };
    let left = |row: LogicalRow| row.rows.into_iter().map(|row| Line::Left { row, reason: Reason::Corrected }).collect();
    lines
        .into_iter()
        .flat_map(|line| match line {
            Line::Data(row) if corrected(&row) => left(row),
            line => vec![line],
        })
        .collect()
}
