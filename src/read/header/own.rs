//! The rows below the titles of a table in, those that are surely its own out.

use crate::read::grid::{Cell, Row};
use crate::text;

/// Up to titles of other things behind a gap: what stands below them says nothing of the columns above.
pub(in crate::read) fn until_others(rows: &[Row]) -> &[Row] {
    let gap = |at: usize| at > 0 && rows[at].index > rows[at - 1].index + 1;
    // "DANH MỤC MINH CHỨNG" over them.
    let headed = |at: usize| at > 1 && rows[at - 1].cells.len() == 1 && gap(at - 1);
    let next = (0..rows.len()).find(|at| (gap(*at) || headed(*at)) && titles_others(&rows[*at]));
    &rows[..next.unwrap_or(rows.len())]
}

/// "Đội ngũ | Số lượng | Tỷ lệ": words side by side, neither a number nor a criterion among them.
fn titles_others(row: &Row) -> bool {
    const FEWEST: usize = 2;
    const LONGEST: usize = 60;
    let is_title = |cell: &Cell| {
        let capital = cell.text.starts_with(char::is_uppercase) && !cell.text.contains(|letter: char| letter.is_ascii_digit());
        capital && !text::has_more_letters(&cell.text, LONGEST)
    };
    row.cells.len() >= FEWEST && row.cells.iter().all(is_title)
}
