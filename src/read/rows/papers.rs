//! The rows below a table in, those out that belong to another paper of the school, whose titles no form knows: from its title, alone on its row
//! and apart from the rows above ("ĐÁNH GIÁ GIÁO VIÊN THEO CHUẨN NGHỀ NGHIỆP"), until the titles of the table stand again or a paper of ours begins.

use std::collections::BTreeSet;

use super::Physical;
use crate::read::caption::{Paper, paper};
use crate::read::table::Table;
use crate::text::fold;

/// By row of the sheet.
pub(super) fn rows(rows: &[Physical], table: &Table<'_>) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut within = false;
    let mut above = table.header.end.saturating_sub(1);
    for row in rows {
        let gap = row.index > std::mem::replace(&mut above, row.index) + 1;
        if table.repeats.iter().any(|repeat| repeat.contains(&row.index)) {
            within = false;
            continue;
        }
        let texts = row.texts();
        let mut filled = texts.iter().map(|(_, text)| *text).filter(|text| !text.is_empty());
        if let (Some(only), None) = (filled.next(), filled.next()) {
            let (part, title) = without_part(only);
            if !title.contains(char::is_lowercase)
                && let Some(named) = paper(title)
            {
                within = named == Paper::Other && (gap || part || within);
            }
        }
        if within {
            found.insert(row.index);
        }
    }
    found
}

/// "Phần I. CƠ SỞ DỮ LIỆU": whether a part of the report begins, and what it is called.
fn without_part(text: &str) -> (bool, &str) {
    let title = || {
        let (word, rest) = text.trim().split_once(' ')?;
        let (number, title) = rest.trim_start().split_once(['.', ':', '-', ' '])?;
        let counts = !number.is_empty() && number.chars().all(|sign| sign.is_ascii_digit() || "IVX".contains(sign));
        (fold(word) == "phan" && counts).then(|| title.trim_start_matches(['.', ':', '-', ' ']))
    };
    title().map_or((false, text), |title| (true, title))
}
