//! The rows of a table in, those out that count its criteria by standard: "Tiêu chuẩn | Số tiêu chí | Đạt Mức 1" over "1 | 10 | 9", below the last of them.

use std::collections::BTreeSet;

use super::Physical;
use crate::phrase;
use crate::read::by_standard::titles;
use crate::text::{self, fold};

/// By row of the sheet: the titles and the counts below them.
pub(super) fn rows(rows: &[Physical]) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let (mut below, mut titled) = (false, false);
    for row in rows {
        let texts = row.texts();
        let filled = || texts.iter().map(|(_, text)| *text);
        let titles = titles(filled());
        // Titles over two and three rows: "Không đạt | Mức 1 | Mức 2", "SL | % | SL | %".
        titled = titles || titled && divides(filled());
        below = titled || below && counts(row);
        if below {
            found.insert(row.index);
        }
    }
    found
}

/// "Không đạt | Mức 1 | Mức 2", "SL | % | SL | %".
fn divides<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let is_part = |text: &str| {
        let folded = fold(text);
        matches!(folded.as_str(), "" | "sl" | "so luong" | "ty le" | "ti le" | "tl" | "dat" | "khong dat" | "chua dat")
            || phrase::levels::named(text).is_some()
    };
    let mut filled = texts.filter(|text| !text.is_empty()).peekable();
    filled.peek().is_some() && filled.all(is_part)
}

/// "1 | 10 | 9 | 1", "Cộng | 27 | 26 | 1", "Tỷ lệ | | 96%".
fn counts(row: &Physical) -> bool {
    let texts = row.texts();
    let mut filled = texts.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
    let Some(first) = filled.next() else { return false };
    let is_count = |text: &str| text::is_figure(text) || matches!(text, "-" | "–" | "/");
    let folded = fold(first);
    let names = ["tieu chuan", "tc", "cong", "tong", "ty le", "ti le", "muc "].iter().any(|words| folded.starts_with(words));
    let named = names || first.trim_end_matches('.').parse::<u8>().is_ok() || phrase::criterion::heading(first).is_some();
    named && filled.clone().count() >= 2 && filled.all(is_count)
}

/// "Tự đánh giá chung", "Mức đánh giá của trường", "Kết luận chung": what stands before the level of the school as a whole.
pub(in crate::read) fn speaks_of_the_school(label: &str) -> bool {
    const LONGEST: usize = 60;
    const LABELS: &[&str] = &[
        "tu danh gia chung",
        "danh gia chung",
        "ket luan chung",
        "ket qua chung",
        "muc danh gia cua",
        "muc dat cua truong",
        "muc dat cua nha truong",
        "toan truong",
        "truong tu danh gia",
        "nha truong tu danh gia",
    ];
    if text::has_more_letters(label, LONGEST) {
        return false;
    }
    let folded = fold(label);
    LABELS.iter().any(|words| folded.starts_with(words))
}
