//! A table of work with two columns that may say how far it has come ("Mức độ thực hiện | Kết quả đạt được") in; the one that does it in the words
//! of states taken, out, where the other was taken and holds none.

use super::grid::Row;
use super::header::{Header, Matcher};
use crate::form::Field;
use crate::phrase;

/// Rows looked at.
const ROWS: usize = 120;
/// Cells that make a column of states.
const FEWEST: usize = 2;

pub(super) fn settle(matcher: &mut Matcher<'_>, header: &mut Header<'_>, body: &[Row]) {
    let Some(taken) = header.columns.iter().position(|assigned| assigned.field == Field::Status) else { return };
    let states = |column: u32| {
        let cells = body.iter().take(ROWS).filter_map(|row| row.get(column));
        cells.filter(|cell| phrase::status::word(&cell.text).is_some()).count()
    };
    if states(header.columns[taken].column) > 0 {
        return;
    }
    let asks = |title: &str, matcher: &mut Matcher<'_>| matcher.spelled(title).contains(&Field::Status);
    let Some(other) = (0..header.unused.len()).find(|at| {
        let (column, title) = &header.unused[*at];
        states(*column) >= FEWEST && asks(title, matcher)
    }) else {
        return;
    };
    let (column, title) = header.unused[other].clone();
    let assigned = &mut header.columns[taken];
    header.unused[other] = (assigned.column, std::mem::replace(&mut assigned.title, title));
    assigned.column = column;
    header.columns.sort_by_key(|assigned| assigned.column);
    header.unused.sort();
}
