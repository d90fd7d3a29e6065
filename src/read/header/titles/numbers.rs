//! What stands in a column of numbers in, whether it counts the rows or says the criterion of each out.

use super::{ROWS, Title, folded};
use crate::phrase;
use crate::read::grid::Row;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// "1.7", "1.9", "2.2", "3.1": nobody counts so.
    Codes,
    /// "1.1", "1.2", "2.1": the works of each part counted, or the first criteria of each standard.
    Either,
}

/// Titles of numbers, over which codes may stand. Folded.
const NUMBERS: &[&str] = &["tt", "stt", "so tt", "s tt", "so thu tu", "ma viec", "ma cong viec", "ma", "ma so", "so", "viec so"];

/// "TT | Nội dung" over "1.7 | Cử giáo viên đi bồi dưỡng", "3.5 | Mua 15 máy vi tính": numbers that do not count the rows are the codes of criteria.
pub(super) fn name_codes(titles: &mut [Title], below: &[Row]) {
    let names_criteria = |title: &Title| title.leaf.contains("tieu chi") || matches!(title.leaf.as_str(), "tc" | "tch" | "khoan");
    // A self-assessment has the names of the criteria behind them.
    let of_work = |leaf: &str| ["muc do thuc hien", "muc do hoan thanh", "muc do uu tien"].contains(&leaf);
    let names_level = |title: &Title| title.leaf.contains("muc") && !of_work(&title.leaf) || phrase::levels::named(&title.leaf).is_some();
    if titles.iter().any(|title| title.leaf.starts_with("tieu chi")) {
        name_standards(titles, below);
    }
    if titles.iter().any(|title| names_criteria(title) || names_level(title)) {
        // "Mã" over "1.1", "1.2" beside the names of the criteria or their levels.
        let holds_codes = |title: &Title| {
            let numbers = numbers_below(below, title.column);
            let names_one = |text: &&&str| {
                let named = phrase::criterion::parse(text, None, None).criterion.is_some();
                named && phrase::criterion::evidence_code(text).is_none()
            };
            let named = numbers.iter().filter(names_one).count();
            // The titles and the numbers of the columns may stand again among them.
            named > 0 && named * 4 >= numbers.len() * 3
        };
        if let Some(title) = titles.iter_mut().find(|title| matches!(title.leaf.as_str(), "ma" | "ma so") && holds_codes(title)) {
            "ma tieu chi".clone_into(&mut title.leaf);
        }
        return;
    }
    if let Some(title) = titles.iter_mut().find(|title| NUMBERS.contains(&title.leaf.as_str()))
        && of(&numbers_below(below, title.column)) == Some(Kind::Codes)
    {
        "ma tieu chi".clone_into(&mut title.leaf);
    }
}

/// "Mã | Tên" over "MC.1.1.01 | Kế hoạch năm học": the list of what bears the report out.
pub(super) fn are_of_evidence(titles: &[Title], below: &[Row]) -> bool {
    let code = titles.iter().find(|title| matches!(title.leaf.as_str(), "ma" | "ma so" | "ma minh chung"));
    code.is_some_and(|code| {
        let cells = || below.iter().take(ROWS).filter_map(|row| row.get(code.column)).filter(|cell| !cell.text.is_empty());
        let coded = cells().filter(|cell| phrase::criterion::evidence_code(&cell.text).is_some()).count();
        coded > 0 && coded * 2 > cells().count()
    })
}

/// "TC" beside "Tiêu chí" is the standard, where no whole code stands below.
fn name_standards(titles: &mut [Title], below: &[Row]) {
    let holds_codes = |column: u32| {
        let cells = below.iter().take(ROWS).filter_map(|row| row.get(column));
        cells.into_iter().any(|cell| phrase::criterion::parse(&cell.text, None, None).criterion.is_some())
    };
    if let Some(title) = titles.iter_mut().find(|title| title.leaf == "tc" && !holds_codes(title.column)) {
        "tieu chuan".clone_into(&mut title.leaf);
    }
}

/// Whether the numbers below a title of numbers may be codes as well as count the rows.
pub(in crate::read) fn may_be_codes(title: &str, column: u32, below: &[Row]) -> bool {
    NUMBERS.contains(&folded(title).as_str()) && of(&numbers_below(below, column)) == Some(Kind::Either)
}

/// Whether this is a title of numbers, which says nothing of criteria.
pub(in crate::read) fn is_of_numbers(title: &str) -> bool {
    NUMBERS.contains(&folded(title).as_str())
}

/// Whether numbers that texts open with do not count them.
pub(in crate::read) fn are_codes(numbers: &[&str]) -> bool {
    of(numbers) == Some(Kind::Codes)
}

/// What stands in a column beside work: titles over the rows have nothing beside them but their number, and perhaps what they come to ("I | Tiêu
/// chuẩn 1 | 20.000.000"); the titles of the columns may stand again, and their numbers below them.
fn numbers_below(below: &[Row], column: u32) -> Vec<&str> {
    const FEWEST_CELLS: usize = 3;
    let counts = |row: &&Row| row.cells.iter().zip(1..).all(|(cell, number)| cell.text.trim_matches(['(', ')', ' ']).parse() == Ok(number));
    let rows = below.iter().take(ROWS).filter(|row| row.cells.len() >= FEWEST_CELLS && !counts(row));
    let texts = rows.filter_map(|row| row.get(column)).map(|cell| cell.text.trim());
    let is_roman = |text: &str| text.trim_end_matches('.').bytes().all(|letter| b"IVX".contains(&letter));
    texts.filter(|text| !is_roman(text) && !NUMBERS.contains(&folded(text).as_str())).collect()
}

/// `None` where some number is no code: "1", "2", "2.1" count.
fn of(numbers: &[&str]) -> Option<Kind> {
    let codes: Vec<Vec<u8>> = numbers.iter().map(|text| code(text)).collect::<Option<_>>()?;
    let first = codes.first()?;
    if codes.iter().any(|code| code.len() != first.len()) {
        return None;
    }
    let begins = first[1..].iter().all(|part| *part == 1);
    let jumps = usize::from(!begins) + codes.windows(2).filter(|pair| !follows(&pair[0], &pair[1])).count();
    // One row taken out leaves a gap in a count, too.
    Some(if jumps * 3 > codes.len() { Kind::Codes } else { Kind::Either })
}

/// "1.7"; "1.3.1" for the first work of a criterion.
fn code(text: &str) -> Option<Vec<u8>> {
    const MOST_STANDARDS: u8 = 5;
    const MOST_CRITERIA: u8 = 12;
    let parts: Vec<u8> = text.trim_end_matches('.').split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts[..] {
        [1..=MOST_STANDARDS, 1..=MOST_CRITERIA] | [1..=MOST_STANDARDS, 1..=MOST_CRITERIA, 1..=u8::MAX] => Some(parts),
        _ => None,
    }
}

/// "1.2" behind "1.1", "2.1" behind any of the first part.
fn follows(above: &[u8], own: &[u8]) -> bool {
    let differs = above.iter().zip(own).position(|(above, own)| above != own);
    let Some(at) = differs else { return false };
    let next = own[at] == above[at] + 1 && own[at + 1..].iter().all(|part| *part == 1);
    // The last of ten, as Excel stores it.
    next || above[at] == 9 && own[at] == 1 && at + 1 == own.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_jump_are_codes() {
        for numbers in
            [&["1.7", "3.5"][..], &["1.7", "1.9", "2.2", "2.3", "3.1", "3.2", "3.4", "3.6", "4.1"], &["1.1", "1.1", "1.2", "1.2"], &["2.4"]]
        {
            assert_eq!(of(numbers), Some(Kind::Codes), "{numbers:?}");
        }
        for numbers in [
            &["1.1", "1.2", "2.1"][..],
            &["1.1", "1.2", "1.4", "1.5"],
            &["1.1"],
            &["2.3", "2.4", "2.5", "3.1", "3.2"],
            &["1.1.1", "1.1.2", "1.2.1"],
        ] {
            assert_eq!(of(numbers), Some(Kind::Either), "{numbers:?}");
        }
        for numbers in [&["1", "2", "2.1", "2.2"][..], &[], &["1.7", "a"], &["7.1", "7.4"], &["1.1", "1.3.1"]] {
            assert_eq!(of(numbers), None, "{numbers:?}");
        }
    }
}
