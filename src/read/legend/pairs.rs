//! Signs and what they mean in two cells side by side, one below another and nothing else on their rows: "● | Hoàn thành" over "○ | Chưa thực hiện".

use std::collections::{BTreeMap, BTreeSet};

use super::{FEWEST, LONGEST_SIGN, key, meant};
use crate::model::Address;
use crate::read::grid::{Grid, Row};

/// What stands before the first of them. Folded.
const LABELS: &[&str] = &["ky hieu", "chu thich", "ghi chu", "quy uoc"];

/// The cells of such rows, and what they say of each sign. Numbers are those of works.
pub(super) fn of_rows(grid: &Grid) -> Option<(Vec<Address>, BTreeMap<String, String>)> {
    let pairs: Vec<(usize, Address, Address, &str, &str)> = grid
        .rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| pair(row).map(|(sign, meaning, at, of)| (place, at, of, sign, meaning)))
        .collect();
    pairs.chunk_by(|one, next| one.0 + 1 == next.0 && one.1.column == next.1.column).find_map(|run| {
        let signs: BTreeMap<String, String> = run.iter().map(|(.., sign, meaning)| (key(sign), (*meaning).to_owned())).collect();
        let said: BTreeSet<_> = run.iter().map(|(.., meaning)| meant(meaning)).collect();
        let once = signs.len() == run.len() && said.len() == run.len();
        let cells = run.iter().flat_map(|(_, at, of, ..)| [*at, *of]).collect();
        (run.len() >= FEWEST && once).then_some((cells, signs))
    })
}

fn pair(row: &Row) -> Option<(&str, &str, Address, Address)> {
    let cells = match &row.cells[..] {
        [label, cells @ ..] if cells.len() == 2 && LABELS.contains(&crate::text::fold(&label.text).as_str()) => cells,
        cells => cells,
    };
    let [sign, meaning] = cells else { return None };
    let text = sign.text.trim();
    let is_sign =
        (1..=LONGEST_SIGN).contains(&text.chars().count()) && !text.contains(' ') && !text.contains(|letter: char| letter.is_ascii_digit());
    // "I | Đã hoàn thành" heads the works below it.
    let counts = text.trim_end_matches(['.', ')']).chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    let alike = meaning.column == sign.column + 1 && meant(&meaning.text).is_some();
    (is_sign && !counts && alike)
        .then(|| (text, meaning.text.trim(), Address::new(row.index, sign.column), Address::new(row.index, meaning.column)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::grid;

    #[test]
    fn signs_stand_beside_their_meanings() {
        let rows: &[&[&str]] =
            &[&["TT", "Việc", "Kết quả"], &["1", "a", "●"], &["", "●", "Hoàn thành"], &["", "◐", "Đang làm"], &["", "○", "Chưa làm"]];
        let (cells, signs) = of_rows(&grid(rows)).expect("three signs");
        assert_eq!((cells.len(), signs.get("◐").map(String::as_str)), (6, Some("Đang làm")));
        for rows in [
            &[&["1", "Hoàn thành"][..], &["2", "Chưa làm"]][..],
            &[&["I", "Đã hoàn thành"], &["1", "a", "b"], &["II", "Chưa làm"]],
            &[&["x", "Hoàn thành"]],
            &[&["a)", "Hoàn thành"], &["b)", "Hoàn thành"]],
            &[&["HT", "Lò Văn A"], &["PHT", "Hà Thị B"]],
        ] {
            assert_eq!(of_rows(&grid(rows)), None, "{rows:?}");
        }
    }
}
