//! The rows of a table in, those out that are nothing but the number of a page where texts stand: "2" right above the titles that stand again on
//! the next page, and the one that counts on below the last row.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Physical;

/// By row of the sheet.
pub(super) fn numbers(rows: &[Physical], repeats: &[Range<u32>]) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut last = None;
    for (at, row) in rows.iter().enumerate() {
        let Some(number) = number(row) else { continue };
        let below = rows.get(at + 1);
        let ends_page = below.is_some_and(|below| repeats.iter().any(|repeat| repeat.contains(&below.index)));
        if ends_page || below.is_none() && last.is_some_and(|last| number == last + 1) {
            found.insert(row.index);
            last = Some(number);
        }
    }
    found
}

fn number(row: &Physical) -> Option<u32> {
    let texts = row.texts();
    let mut filled = texts.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
    let (Some(only), None) = (filled.next(), filled.next()) else { return None };
    only.parse().ok().filter(|number| (1..1000).contains(number) && !only.starts_with('0'))
}
