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
        let cell = |column: u32, text: &str| Cell { column, text: text.to_owned(), raw: Some(only.text.clone()), kind: CellKind::Text };
        row.cells = vec![cell(only.column, label), cell(only.column + 1, value)];
    }
    Some(parted)
}

/// Where the line stands that a cell was parted from.
pub(super) fn whole(grid: &Grid, at: Address) -> Address {
    let stands = grid.get(at).is_some();
    let line = at.column.checked_sub(1).map(|column| Address::new(at.row, column));
    line.filter(|line| !stands && grid.get(*line).is_some()).unwrap_or(at)
}

/// "- Thời gian: tháng 9/2023"; "Tiêu chí 1.6: Quản lý …" and "Tiêu chí 1.6" name the criterion by its code.
pub(super) fn parts(line: &str) -> Option<(&str, &str)> {
    let bare = line.trim_start_matches(BULLETS).trim();
    for word in ["Tiêu chí", "TIÊU CHÍ"] {
        if let Some(rest) = bare.strip_prefix(word).map(str::trim_start)
            && rest.starts_with(|letter: char| letter.is_ascii_digit())
            && phrase::criterion::parse(bare, None, None).criterion.is_some()
        {
            return Some((&bare[..word.len()], rest));
        }
    }
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
        for none in
            ["Nâng cao chất lượng dạy học.", "- Thời gian:", "Nơi nhận:", "1. Mục đích: nâng cao", "Điều 3 của Quyết định: ban hành"]
        {
            assert_eq!(parts(none), None, "{none}");
        }
    }
}
