//! The rows of a table in, those out that count its criteria by standard: "Tiêu chuẩn | Số tiêu chí | Đạt Mức 1" over "1 | 10 | 9", below the last of them.

use std::collections::BTreeSet;

use super::Physical;
use crate::phrase;
use crate::text::fold;

/// By row of the sheet: the titles and the counts below them.
pub(super) fn rows(rows: &[Physical]) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut below = false;
    for row in rows {
        below = titles(row) || below && counts(row);
        if below {
            found.insert(row.index);
        }
    }
    found
}

/// "Tiêu chuẩn | Số tiêu chí | Đạt Mức 1 | Không đạt".
fn titles(row: &Physical) -> bool {
    const LONGEST: usize = 60;
    let texts = row.texts();
    let mut filled = texts.iter().map(|(_, text)| *text).filter(|text| !text.is_empty()).peekable();
    let is_title = |text: &&str| text.len() <= LONGEST && text.starts_with(char::is_alphabetic);
    if !filled.peek().is_some_and(is_title) {
        return false;
    }
    let folded: Vec<String> = filled.map(fold).collect();
    let counts_criteria = |title: &String| {
        ["so tieu chi", "tong so tieu chi", "so luong tieu chi", "sl tieu chi", "so tc", "tong so tc"]
            .iter()
            .any(|words| title.starts_with(words))
    };
    folded[0].starts_with("tieu chuan") && folded[1..].iter().any(counts_criteria)
}

/// "1 | 10 | 9 | 1", "Cộng | 27 | 26 | 1", "Tỷ lệ | | 96%".
fn counts(row: &Physical) -> bool {
    let texts = row.texts();
    let mut filled = texts.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
    let Some(first) = filled.next() else { return false };
    let is_count =
        |text: &str| text.trim_end_matches('%').trim().replace(',', ".").parse::<f64>().is_ok() || matches!(text, "-" | "–" | "/");
    let names = ["tieu chuan", "tc", "cong", "tong", "ty le", "ti le"].iter().any(|words| fold(first).starts_with(words));
    let named = names || first.trim_end_matches('.').parse::<u8>().is_ok() || phrase::criterion::heading(first).is_some();
    named && filled.clone().count() >= 2 && filled.all(is_count)
}
