//! The rows below the titles of a table in, those that are surely its own out.

use crate::phrase;
use crate::read::grid::Row;
use crate::text;

/// Up to titles of other things behind a gap: what stands below them says nothing of the columns above.
pub(in crate::read) fn until_others(rows: &[Row]) -> &[Row] {
    let gap = |at: usize| at > 0 && rows[at].index > rows[at - 1].index + 1;
    // "DANH MỤC MINH CHỨNG" over them.
    let headed = |at: usize| at > 1 && rows[at - 1].cells.len() == 1 && gap(at - 1);
    let next = (0..rows.len()).find(|at| (gap(*at) || headed(*at)) && titles_others(&rows[*at]));
    &rows[..next.unwrap_or(rows.len())]
}

/// "Đội ngũ | Số lượng | Tỷ lệ": words side by side, neither a number nor a criterion among them; behind "TT" a day may be.
fn titles_others(row: &Row) -> bool {
    const FEWEST: usize = 2;
    let numbers = row.cells.first().is_some_and(|cell| matches!(text::fold(&cell.text).as_str(), "tt" | "stt" | "so tt"));
    let has_number = |text: &str| text.contains(|letter: char| letter.is_ascii_digit()) && phrase::year::parse(text).is_none();
    row.cells.len() >= FEWEST && row.cells.iter().all(|cell| may_title(&cell.text) && (numbers || !has_number(&cell.text)))
}

/// Whether a text may stand over a column, as far as its looks go: short, with a capital, and no sentence; or a school year.
pub(in crate::read) fn may_title(text: &str) -> bool {
    /// In letters.
    const LONGEST: usize = 60;
    let text = text.trim();
    let is_phrase = text.starts_with(char::is_uppercase) && !text.ends_with(['.', ';']);
    !text::has_more_letters(text, LONGEST) && (is_phrase || phrase::year::parse(text).is_some())
}
