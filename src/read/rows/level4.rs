//! The list of Mức 4 within a table of criteria: what heads it, and what shows that a row is of it.

use super::{Line, Physical, primary};
use crate::form::Field;
use crate::model::{Criterion, LevelBand};
use crate::phrase;
use crate::read::header::Header;
use crate::text::{fold, has_more_letters};

/// Whether a row of criteria is one of that list by its own cells: "Mức 4" where its standard should stand, "Khoản 2, Điều 22" beside levels.
pub(super) fn is_of_list(row: &Physical, header: &Header<'_>) -> bool {
    let beside_levels = [Field::Met, Field::Level1].iter().all(|field| header.column(*field).is_some());
    header.column(Field::Criterion).is_some() && is_list(row.text(Field::Standard)) || beside_levels && is_item(row.text(primary(header)))
}

/// "Mức 4 (06 khoản)", "Công việc để đạt Mức 4", alone on its row above "Tiêu chí 1" or "Khoản 1": whatever words are around, what stands below
/// begins to count anew.
pub(super) fn heads_list(row: &Physical, below: Option<&Physical>, header: &Header<'_>, lines: &[Line]) -> bool {
    let texts = row.texts();
    let mut filled = texts.iter().map(|(_, text)| *text).filter(|text| !text.is_empty());
    let (Some(only), None, Some(below)) = (filled.next(), filled.next(), below) else { return false };
    let key = primary(header);
    let item = below.text(key);
    let in_list = phrase::criterion::parse(item, None, Some(LevelBand::Four)).level4_item;
    let (Some(number), true) = (in_list, phrase::criterion::names_level4(only)) else { return false };
    // "Tiêu chí 5.1" says itself of which standard it is.
    if phrase::criterion::parse(item, None, None).criterion.is_some() {
        return false;
    }
    let above = lines.iter().rev().find_map(|line| if let Line::Data(row) = line { Some(row) } else { None });
    let last = above.and_then(|above| phrase::criterion::parse(above.text(key), Some(1), None).criterion);
    let goes_on = matches!(last, Some(Criterion::Numbered { number: last, .. }) if number > last);
    is_item(item) || !goes_on
}

/// "Mức 4", "M4" in a column of standards: the rows are items of that list.
fn is_list(text: &str) -> bool {
    const LONGEST: usize = "tieuchimuc4".len();
    !text.is_empty() && !has_more_letters(text, LONGEST) && matches!(fold(text).as_str(), "muc 4" | "m4" | "m 4" | "tieu chi muc 4")
}

/// "Khoản 2", "Khoản 2, Điều 22": an item of that list.
fn is_item(text: &str) -> bool {
    fold(text).strip_prefix("khoan ").is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
}
