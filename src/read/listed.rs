//! Lines that list criteria by the level they reached ("- Các tiêu chí đạt Mức 2: 1.1, 1.3, 2.4", "Mức 3: 1.4; 5.5", "Không đạt: 3.2") in;
//! what they say of each criterion out, as a slip of it would. One named under several levels has the highest of them.

use std::collections::BTreeMap;

use super::grid::{Grid, Row};
use super::slip::Slip;
use crate::model::{Address, Criterion};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::text;

/// Levels that are listed, and criteria of all lists: one line of a plan that names some criteria is no self-assessment.
const FEWEST_LEVELS: usize = 2;
const FEWEST_CRITERIA: usize = 8;
/// Cells of such a row: the level, the codes, how many.
const MOST_CELLS: usize = 3;

/// The criteria in order, and the sheet without those lines. `None` where it holds none.
pub(super) fn taken(grid: &Grid) -> Option<(Vec<Slip>, Grid)> {
    let lists: Vec<(&Row, List)> = grid.rows.iter().filter_map(|row| Some((row, list(row)?))).collect();
    let mut reached: BTreeMap<Criterion, (u8, Address)> = BTreeMap::new();
    for (row, List { level, criteria, column, .. }) in &lists {
        for criterion in criteria {
            let here = (*level, Address::new(row.index, *column));
            reached.entry(*criterion).and_modify(|known| *known = here.max(*known)).or_insert(here);
        }
    }
    let levels: std::collections::BTreeSet<u8> = reached.values().map(|(level, _)| *level).collect();
    let named_once = lists.iter().enumerate().all(|(at, (_, list))| lists[..at].iter().all(|(_, above)| above.level != list.level));
    // One list that is not understood would leave its criteria out unsaid.
    if levels.len() < FEWEST_LEVELS || reached.len() < FEWEST_CRITERIA || !named_once || grid.rows.iter().any(is_unread) {
        return None;
    }
    let slips = reached.into_iter().map(|(criterion, (level, at))| {
        let mut slip = Slip::of(criterion, at, at.row + 1);
        slip.conclusions.push((level, at));
        slip.written.extend(grid.get(at).map(|cell| (at, cell.as_written())));
        slip
    });
    let slips = slips.collect();
    let mut rest = grid.clone();
    let titles = lists.first().and_then(|(first, _)| titles(grid, first.index));
    rest.rows.retain(|row| titles != Some(row.index) && !lists.iter().any(|(of, _)| of.index == row.index));
    Some((slips, rest))
}

/// "Mức | Số tiêu chí | Các tiêu chí" right above the first of the lists.
fn titles(grid: &Grid, first: u32) -> Option<u32> {
    let row = grid.rows.iter().rev().find(|row| row.index < first)?;
    let folded: Vec<String> = row.cells.iter().map(|cell| text::fold(&cell.text)).collect();
    let [label, others @ ..] = &folded[..] else { return None };
    let names_levels = ["muc", "ket qua", "xep loai", "dat muc"].iter().any(|words| text::opens_with_words(label, words));
    (names_levels && others.iter().any(|title| text::holds_words(title, "tieu chi"))).then_some(row.index)
}

/// One line.
#[derive(Debug, PartialEq)]
struct List {
    level: u8,
    criteria: Vec<Criterion>,
    /// Where the codes stand.
    column: u32,
}

fn list(row: &Row) -> Option<List> {
    let (first, others) = row.cells.split_first()?;
    let found = match others {
        [] => {
            let at = codes_begin(&first.text)?;
            (level(&first.text[..at])?, criteria(&first.text[at..])?, first.column)
        }
        // "Mức 2 | 12 | 1.1, 1.3, …": how many of them stands first.
        [count, codes] if is_number(&count.text) && codes.text.contains('.') => (level(&first.text)?, criteria(&codes.text)?, codes.column),
        [codes, rest @ ..] if row.cells.len() <= MOST_CELLS && rest.iter().all(|cell| counts(&cell.text)) => {
            (level(&first.text)?, criteria(&codes.text)?, codes.column)
        }
        _ => return None,
    };
    let (level, criteria, column) = found;
    Some(List { level, criteria, column })
}

/// A level and codes behind it, with more that is not understood.
fn is_unread(row: &Row) -> bool {
    let of_level = |label: &str| level(label).is_some();
    let begins = match &row.cells[..] {
        [line] => codes_begin(&line.text).is_some_and(|at| at > 0 && line.text[at..].contains('.') && of_level(&line.text[..at])),
        [label, codes, ..] => of_level(&label.text) && codes_begin(&codes.text) == Some(0),
        [] => false,
    };
    begins && list(row).is_none()
}

/// Where the list begins: at its first code, or behind the colon where it names none.
fn codes_begin(line: &str) -> Option<usize> {
    let is_code = |at: &usize| {
        let mut letters = line[*at..].chars();
        let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
        digit(letters.next())
            && letters.next() == Some('.')
            && digit(letters.next())
            && !line[..*at].ends_with(|before: char| before.is_ascii_digit() || before == '.')
    };
    let code = line.char_indices().map(|(at, _)| at).find(is_code);
    code.or_else(|| line.find(':').map(|at| at + 1))
}

/// `2` of "- Các tiêu chí đạt Mức 2 gồm:", "Mức 2 (12 tiêu chí):"; 0 of "Tiêu chí không đạt:".
fn level(label: &str) -> Option<u8> {
    const AROUND: &[&str] =
        &["cac", "nhung", "tieu", "chi", "tc", "so", "tong", "co", "gom", "bao", "la", "danh", "sach", "o", "tai", "nha", "truong"];
    let before_bracket = label.split('(').next().unwrap_or_default();
    let folded = text::fold(before_bracket.trim_start_matches(|letter: char| !letter.is_alphabetic()));
    // "a) Các tiêu chí", "I. Đạt Mức 3"
    let folded = folded
        .split_once(' ')
        .filter(|(entry, _)| matches!(*entry, "a" | "b" | "c" | "d" | "i" | "ii" | "iii" | "iv"))
        .map_or(folded.as_str(), |(_, rest)| rest);
    let words: Vec<&str> = folded.split(' ').filter(|word| !AROUND.contains(word)).collect();
    // "Mức 2 12 tiêu chí": how many, behind the level.
    let words = match &words[..] {
        [rest @ .., count] if rest.len() >= 2 && rest[rest.len() - 2] == "muc" && count.parse::<u8>().is_ok() => rest,
        whole => whole,
    };
    match phrase::levels::reached(&words.join(" "))? {
        Reached::Up(level) => Some(level),
        _ => None,
    }
}

/// The codes of a list that holds nothing else, "không có" being none.
fn criteria(list: &str) -> Option<Vec<Criterion>> {
    const AROUND: &[&str] = &["tieu", "chuan", "chi", "tc", "va", "gom", "cac", "co"];
    if matches!(text::fold(list).as_str(), "khong" | "khong co" | "0" | "khong co tieu chi nao" | "") {
        return Some(Vec::new());
    }
    let listed = list.split('(').next().filter(|before| before.contains('.')).unwrap_or(list);
    let listed = listed.replace(['–', '÷'], "-").replace(" -", "-").replace("- ", "-");
    let pieces = listed
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';' | '(' | ')' | ':' | '&' | '+'))
        .filter(|piece| !piece.is_empty());
    let mut criteria = Vec::new();
    for piece in pieces {
        let piece = piece.trim_end_matches('.');
        if let Some(run) = run(piece) {
            criteria.extend(run);
            continue;
        }
        match phrase::criterion::parse(piece, None, None).criterion {
            Some(criterion @ Criterion::Numbered { .. }) if piece.contains('.') => criteria.push(criterion),
            _ if AROUND.contains(&text::fold(piece).as_str()) || piece.len() <= 2 && piece.parse::<u8>().is_ok() => {}
            _ => return None,
        }
    }
    Some(criteria)
}

/// "1.7-1.9": of one standard, in order.
fn run(piece: &str) -> Option<Vec<Criterion>> {
    let (first, last) = piece.split_once('-')?;
    let code = |text: &str| match phrase::criterion::parse(text.trim(), None, None).criterion? {
        Criterion::Numbered { standard, number } if text.contains('.') => Some((standard, number)),
        _ => None,
    };
    let ((standard, from), (other, to)) = (code(first)?, code(last)?);
    (standard == other && from < to).then(|| (from..=to).map(|number| Criterion::Numbered { standard, number }).collect())
}

/// "12", "12 tiêu chí".
fn is_number(text: &str) -> bool {
    let bare = text::fold(text);
    let bare = ["tieu chi", "tc"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(&bare);
    bare.trim().parse::<u8>().is_ok()
}

/// "12", "12 tiêu chí", "44,4%".
fn counts(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit()) && text.chars().count() <= 20
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::grid;

    fn told(rows: &[&[&str]]) -> String {
        let slips = taken(&grid(rows)).map_or_else(Vec::new, |(slips, _)| slips);
        slips
            .iter()
            .map(|slip| format!("{}={}", slip.criterion.trim_start_matches("Tiêu chí "), slip.conclusions[0].0))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn lines_give_their_criteria_the_level_they_name() {
        let expected = "1.1=3 1.2=2 1.3=2 1.9=0 1.10=2 2.1=1 2.2=1 3.1=3";
        for lines in [
            [
                "- Các tiêu chí không đạt: 1.9",
                "- Các tiêu chí đạt Mức 1: 2.1, 2.2",
                "- Các tiêu chí đạt Mức 2: 1.2, 1.3, 1.10",
                "- Các tiêu chí đạt Mức 3: 1.1 và 3.1",
            ],
            ["Chưa đạt Mức 1: 1.9.", "Mức 1 (2 tiêu chí): 2.1; 2.2", "Mức 2 (3 tiêu chí): 1.2; 1.3; 1.10", "Mức 3 (2 tiêu chí): 1.1; 3.1"],
            [
                "a) Không đạt gồm TC 1.9",
                "b) Đạt Mức 1 gồm TC 2.1, TC 2.2",
                "c) Đạt Mức 2 gồm TC 1.2, TC 1.3, TC 1.10",
                "d) Đạt Mức 3 gồm TC 1.1, TC 3.1",
            ],
        ] {
            let rows: Vec<[&str; 1]> = lines.iter().map(|line| [*line]).collect();
            assert_eq!(told(&rows.iter().map(|row| &row[..]).collect::<Vec<_>>()), expected, "{lines:?}");
        }
        let unread: &[&[&str]] =
            &[&["Không đạt", "1.9"], &["Đạt Mức 1", "2.1-2.2"], &["Đạt Mức 2", "1.2 hoặc 1.3"], &["Mức 3", "3.1–3.6, 1.10"]];
        assert_eq!(told(unread), "", "one of the lists is not understood");
        assert_eq!(
            told(&[&["Không đạt", "1.9"], &["Đạt Mức 1", "2.1-2.2"], &["Đạt Mức 2", "1.2 - 1.3; 1.10"], &["Mức 3", "3.1–3.2, 1.1"]]),
            "1.1=3 1.2=2 1.3=2 1.9=0 1.10=2 2.1=1 2.2=1 3.1=3 3.2=3"
        );
        assert_eq!(
            told(&[
                &["Không đạt", "1.9", "1"],
                &["Đạt Mức 1", "2.1, 2.2", "2"],
                &["Đạt Mức 2", "1.2, 1.3, 1.10", "3"],
                &["Đạt Mức 3", "1.1, 3.1", "2"]
            ]),
            expected
        );
    }

    #[test]
    fn a_criterion_of_several_lists_has_the_highest() {
        let lists: &[&[&str]] = &[
            &["Tiêu chí đạt Mức 1: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8"],
            &["Tiêu chí đạt Mức 2: 1.1, 1.2, 1.3, 1.4"],
            &["Tiêu chí đạt Mức 3: không có"],
        ];
        assert_eq!(told(lists), "1.1=2 1.2=2 1.3=2 1.4=2 1.5=1 1.6=1 1.7=1 1.8=1");
    }

    #[test]
    fn what_is_no_list_of_levels_is_left() {
        for line in [
            "Tổng số các tiêu chí đạt Mức 3: 13/19, tỷ lệ 68,42%",
            "Các tiêu chí chưa đạt Mức 2: 1.1, 1.2",
            "Phấn đấu các tiêu chí đạt Mức 2: 1.1, 1.2",
            "Mức 2: cải tạo sân theo tiêu chí 3.1",
            "Năm học 2023-2024 đạt Mức 2: 1.1, 1.2",
        ] {
            assert_eq!(list(&grid(&[&[line]]).rows[0]).map(|list| (list.level, list.criteria.len())), None, "{line}");
        }
    }
}
