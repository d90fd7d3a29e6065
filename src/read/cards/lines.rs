//! Lines that each say one thing of a work ("- Công việc: …", "- Thời gian: …") in; the same sheet with label and value in cells of their own out.

use crate::model::Address;
use crate::phrase;
use crate::read::grid::{Cell, CellKind, Grid, Row};

use super::{LONGEST_LABEL, is_label};

const BULLETS: &[char] = &['-', '–', '+', '•', '*', '●', '▪', ' '];
/// Lines of such a sheet: two cards of three labels.
const FEWEST: usize = 6;

/// The sheet with its lines parted; `None` where it has no such lines.
pub(super) fn parted(grid: &Grid) -> Option<Grid> {
    let is_line = |row: &&Row| matches!(&row.cells[..], [only] if parts(&only.text).is_some());
    if grid.rows.iter().filter(is_line).count() < FEWEST {
        return None;
    }
    let mut parted = grid.clone();
    for row in &mut parted.rows {
        let [only] = &row.cells[..] else { continue };
        let Some((label, value)) = parts(&only.text) else { continue };
        row.cells = halves(only, (label, value));
    }
    Some(parted)
}

/// Where the line stands that a cell was parted from.
pub(super) fn whole(grid: &Grid, at: Address) -> Address {
    let stands = grid.get(at).is_some();
    let line = at.column.checked_sub(1).map(|column| Address::new(at.row, column));
    line.filter(|line| !stands && grid.get(*line).is_some()).unwrap_or(at)
}

/// The sheet with the lines parted that name the criterion of the cards below them; `None` where there are none.
pub(super) fn with_criteria_apart(grid: &Grid) -> Option<Grid> {
    let heads = |row: &Row| if let [only] = &row.cells[..] { criterion(&only.text).is_some() } else { false };
    let first = grid.rows.iter().position(heads)?;
    let mut parted = grid.clone();
    for row in parted.rows[first..].iter_mut().filter(|row| heads(row)) {
        let only = row.cells[0].clone();
        let Some((label, value)) = criterion(&only.text) else { continue };
        row.cells = halves(&only, (label, value));
    }
    Some(parted)
}

fn halves(whole: &Cell, (label, value): (&str, &str)) -> Vec<Cell> {
    let cell = |column: u32, text: &str| Cell { column, text: text.to_owned(), raw: Some(whole.text.clone()), kind: CellKind::Text };
    vec![cell(whole.column, label), cell(whole.column + 1, value)]
}

/// "Tiêu chí 1.6: Quản lý …", "2. Tiêu chí 1.6": the word and the code with what stands behind it.
fn criterion(line: &str) -> Option<(&str, &str)> {
    let bare = line.trim_start_matches(BULLETS);
    let numbered = bare.split_once(['.', ')']).filter(|(number, _)| is_number(number)).map_or(bare, |(_, rest)| rest);
    let bare = numbered.trim();
    ["Tiêu chí", "TIÊU CHÍ"].iter().find_map(|word| {
        let rest = bare.strip_prefix(word)?.trim_start();
        let coded = rest.starts_with(|letter: char| letter.is_ascii_digit());
        (coded && phrase::criterion::parse(bare, None, None).criterion.is_some()).then(|| (&bare[..word.len()], rest))
    })
}

/// "2", "IV".
pub(super) fn is_number(text: &str) -> bool {
    const LONGEST: usize = 4;
    let text = text.trim();
    let roman = || text.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
    (1..=LONGEST).contains(&text.len()) && (text.bytes().all(|digit| digit.is_ascii_digit()) || roman())
}

/// "- Thời gian: tháng 9/2023"; "Tiêu chí 1.6: Quản lý …" and "Tiêu chí 1.6" name the criterion by its code.
pub(super) fn parts(line: &str) -> Option<(&str, &str)> {
    if let Some(parts) = criterion(line) {
        return Some(parts);
    }
    let bare = line.trim_start_matches(BULLETS).trim();
    let (label, value) = bare.split_once(':').map(|(label, value)| (label.trim(), value.trim()))?;
    let short = label.chars().count() <= LONGEST_LABEL && !label.contains(|letter: char| letter.is_ascii_digit());
    (short && is_label(label) && !value.is_empty()).then_some((label, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_label_and_what_stands_behind_it() {
        assert_eq!(parts("- Thời gian: Tháng 9/2023"), Some(("Thời gian", "Tháng 9/2023")));
        assert_eq!(parts("+ Kinh phí : 3 triệu"), Some(("Kinh phí", "3 triệu")));
        assert_eq!(parts("Tiêu chí 1.6: Quản lý hành chính"), Some(("Tiêu chí", "1.6: Quản lý hành chính")));
        assert_eq!(parts("2. Tiêu chí 1.6: Quản lý hành chính"), Some(("Tiêu chí", "1.6: Quản lý hành chính")));
        for none in
            ["Nâng cao chất lượng dạy học.", "- Thời gian:", "Nơi nhận:", "1. Mục đích: nâng cao", "Điều 3 của Quyết định: ban hành"]
        {
            assert_eq!(parts(none), None, "{none}");
        }
    }
}
