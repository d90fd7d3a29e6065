//! A row of a list that is no school in, what it says of the rows around it out.

use super::Row;
use crate::model::SchoolKind;
use crate::phrase;
use crate::register::cell;
use crate::register::column::Column;
use crate::text;

/// A row that is no school, and its text.
#[derive(Debug, PartialEq)]
pub(super) enum Section<'a> {
    /// "I. MẦM NON (3 trường)": the rows below are of this kind.
    Kind(&'a str, SchoolKind),
    /// "Xã An Bình": the rows below lie there.
    Commune(&'a str),
    /// "Tổng cộng | 7 trường": sections end.
    Total(&'a str),
    /// "- Điểm lẻ Thôn 3": a part of the school above.
    Campus(&'a str),
}

pub(super) fn of<'r>(row: &'r Row<'_>) -> Option<Section<'r>> {
    let named = named_in(row);
    if let Some(total) = row.texts().find(|text| text::is_total(text)).filter(|_| !is_school(named)) {
        return Some(Section::Total(total));
    }
    let has_code = !cell::code(&row.text(Column::Code)).is_empty();
    if is_campus(named) && !has_code {
        return Some(Section::Campus(named));
    }
    if has_code && row.filled() > 1 {
        return None;
    }
    let mut texts = row.texts().filter(|text| !is_number(text));
    let (text, None) = (texts.next()?, texts.next()) else { return None };
    let words = text.split_once([' ', '.', ')', '-']).filter(|(number, _)| is_number(number)).map_or(text, |(_, words)| words);
    let words = words.split('(').next().unwrap_or_default();
    let words = words.trim_matches(|letter: char| letter == ':' || letter == '.' || letter == '-' || letter.is_whitespace());
    if is_commune(words) {
        return Some(Section::Commune(words));
    }
    // "Trường Mầm non Hoa Sen" with nothing beside it is a school, though "Trường Mầm non" is a kind.
    let title = without_lead(words);
    cell::kind(title).filter(|_| !is_school(text)).map(|kind| Section::Kind(title, kind))
}

/// What stands in the column of names.
fn named_in<'r>(row: &'r Row<'_>) -> &'r str {
    let cell = row.block.columns.get(&Column::Name).and_then(|at| row.cells.get(*at));
    cell.map_or("", |cell| cell.trim())
}

/// Whether it names a school, its kind and its own name: not "Mầm non", not "7 trường".
fn is_school(text: &str) -> bool {
    const OF_ALL: &[&str] = &["cong lap", "ngoai cong lap", "tu thuc", "dan lap", "xa", "phuong", "thi tran", "huyen"];
    let phrase = phrase::school::parse(text);
    let own = |name: String| {
        let folded = text::fold(&name);
        !OF_ALL.iter().any(|word| text::opens_with_words(&folded, word))
    };
    phrase.kind.is_some() && phrase.name.is_some_and(own)
}

/// "Khối Mầm non", "Các trường tiểu học": the kind alone.
pub(super) fn without_lead(words: &str) -> &str {
    const LEADS: [&str; 7] = ["khối ", "bậc ", "cấp học ", "cấp ", "ngành học ", "các trường ", "trường "];
    let small = words.to_lowercase();
    LEADS.iter().find(|lead| small.starts_with(**lead)).and_then(|lead| words.get(lead.len()..)).unwrap_or(words)
}

/// `I.`, `2)`, `A`.
fn is_number(text: &str) -> bool {
    let text = text.trim_end_matches(['.', ')', '/']);
    text.len() <= 4 && !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit() || b"IVXABCDE".contains(&letter))
}

fn is_commune(words: &str) -> bool {
    const SORTS: &[&str] = &["xa", "phuong", "thi tran", "tt", "dac khu"];
    let folded = text::fold(words);
    SORTS.iter().any(|sort| folded.strip_prefix(sort).is_some_and(|rest| rest.starts_with(' ')))
}

fn is_campus(name: &str) -> bool {
    const SORTS: &[&str] = &["diem truong", "diem le", "diem chinh", "khu le", "khu chinh", "phan hieu", "co so 1", "co so 2", "co so 3"];
    let folded = text::fold(name.trim_start_matches(['-', '+', '•', ' ']));
    SORTS.iter().any(|sort| text::opens_with_words(&folded, sort))
}
