//! Columns of codes with the standard in Roman numbers (`I.1`, `II.3` under "Mã") → the codes as the circulars have them (`1.1`, `2.3`).
//!
//! Under "TT" such numbers count the parts of a text and the works of each.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::grid::{Grid, Workbook};
use crate::model::Address;
use crate::text;

/// Codes that make such a column.
const FEWEST: usize = 2;

pub(super) fn written_out(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(codes, |grid, (at, code)| {
        let row = grid.rows.iter_mut().find(|row| row.index == at.row);
        if let Some(cell) = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == at.column)) {
            let before = std::mem::replace(&mut cell.text, code.clone());
            cell.raw.get_or_insert(before);
        }
    })
}

fn codes(grid: &Grid) -> Vec<(Address, String)> {
    let mut by_column: BTreeMap<u32, Vec<(Address, String)>> = BTreeMap::new();
    for row in &grid.rows {
        for cell in &row.cells {
            if let Some(code) = code(&cell.text) {
                by_column.entry(cell.column).or_default().push((Address::new(row.index, cell.column), code));
            }
        }
    }
    by_column.into_values().filter(|codes| codes.len() >= FEWEST && is_titled(grid, codes[0].0)).flatten().collect()
}

/// Whether what stands above the first code, but for the number of its standard, says that codes follow.
fn is_titled(grid: &Grid, first: Address) -> bool {
    let above = grid.rows.iter().rev().filter(|row| row.index < first.row).filter_map(|row| row.get(first.column));
    let title = above.map(|cell| text::fold(&cell.text)).find(|folded| !folded.is_empty() && roman(folded).is_none());
    title.is_some_and(|title| {
        let title = title.strip_prefix("ma ").unwrap_or(&title);
        // "Mã việc" counts works.
        matches!(title, "ma" | "so")
            || ["tieu chi", "tc", "tieu chuan tieu chi", "cac tieu chi"].iter().any(|words| text::opens_with_words(title, words))
    })
}

/// `II.3`, `II.3.`
fn code(text: &str) -> Option<String> {
    const MOST: u8 = 12;
    let (standard, criterion) = text.trim().trim_end_matches('.').split_once('.')?;
    let number: u8 = criterion.trim().parse().ok().filter(|number| (1..=MOST).contains(number))?;
    Some(format!("{}.{number}", roman(&standard.trim().to_lowercase())?))
}

fn roman(lower: &str) -> Option<u8> {
    Some(match lower {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, mended};

    #[test]
    fn codes_under_a_title_of_codes_are_written_out() {
        for title in ["Mã", "Mã tiêu chí", "TC"] {
            let rows: &[&[&str]] =
                &[&[title, "Nội dung"], &["I", "Tổ chức"], &["I.1", "Chiến lược"], &["I.10", "An ninh"], &["II.3.", "Nhân viên"]];
            let expected =
                [format!("0:{title} 1:Nội dung").as_str(), "0:I 1:Tổ chức", "0:1.1 1:Chiến lược", "0:1.10 1:An ninh", "0:2.3 1:Nhân viên"]
                    .map(str::to_owned);
            assert_eq!(mended(grid(rows), written_out), expected);
        }
    }

    #[test]
    fn numbers_of_parts_and_of_works_stay() {
        let rows: &[&[&str]] =
            &[&["TT", "Nội dung"], &["I", "Cơ sở vật chất"], &["I.1", "Mua bàn"], &["I.2", "Sửa cổng"], &["II.1", "Tập huấn"]];
        assert_eq!(mended(grid(rows), written_out)[2], "0:I.1 1:Mua bàn");
        let rows: &[&[&str]] = &[&["Mã việc", "Công việc"], &["I.1", "Mua bàn"], &["I.2", "Sửa cổng"]];
        assert_eq!(mended(grid(rows), written_out)[1], "0:I.1 1:Mua bàn");
        assert_eq!(mended(grid(&[&["Mã", "Việc"], &["I.1", "Mua bàn"]]), written_out)[1], "0:I.1 1:Mua bàn", "one alone may be anything");
    }
}
