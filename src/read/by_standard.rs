//! Titles of a table that counts the criteria of each standard: "Tiêu chuẩn | Số tiêu chí | Đạt Mức 1 | Không đạt".

use super::grid::Row;
use crate::text::fold;

/// Whether a row of the sheet is that of the titles of such a table.
pub(super) fn heads_counts(row: &Row) -> bool {
    titles(row.cells.iter().map(|cell| cell.text.as_str()))
}

/// Whether the texts of a row are those titles.
pub(super) fn titles<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    const LONGEST: usize = 60;
    let mut filled = texts.filter(|text| !text.is_empty()).peekable();
    let is_title = |text: &&str| text.len() <= LONGEST && text.starts_with(char::is_alphabetic);
    if !filled.peek().is_some_and(is_title) {
        return false;
    }
    let folded: Vec<String> = filled.map(fold).collect();
    // "Mức | Tiêu chuẩn 1 | Tiêu chuẩn 2 | Cộng" over the same, turned round.
    let standards = folded[1..].iter().filter(|title| names_standard(title)).count();
    folded[0].starts_with("muc") && standards >= 2
        || folded[0].starts_with("tieu chuan") && folded[1..].iter().any(|title| counts_criteria(title))
}

/// "tieu chuan 2", "tc 2".
fn names_standard(folded: &str) -> bool {
    let number = ["tieu chuan ", "tc "].iter().find_map(|word| folded.strip_prefix(word));
    number.is_some_and(|number| number.parse::<u8>().is_ok())
}

/// "Số tiêu chí", "Tổng số TC": a folded title of how many criteria a standard has.
pub(super) fn counts_criteria(title: &str) -> bool {
    const COUNTS: &[&str] = &["so tieu chi", "tong so tieu chi", "so luong tieu chi", "sl tieu chi", "so tc", "tong so tc"];
    COUNTS.iter().any(|words| title.starts_with(words))
}
