//! Rows of a text → which of them have more fields or fewer than the others, and may stand in wrong columns. Excel gives every row as many fields
//! as the widest, or leaves out the empty ones at the end of many rows together.

use csv::StringRecord;

use super::SEPARATORS;
use crate::finding::{self, Finding, Rule};

/// To so many full rows one may be short by mistake; where more are, the writer leaves out what is empty.
const FULL_TO_A_SHORT_ONE: usize = 10;

pub(super) fn told(text: &str, rows: &[StringRecord], separator: u8, usual: usize) -> Vec<Finding> {
    let told = |rule: &'static Rule, rows: Vec<usize>| {
        let rows: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
        (!rows.is_empty()).then(|| Finding::new(rule).with("rows", rows.join(", ")))
    };
    let wide = (0..rows.len()).filter(|at| is_wider(&rows[*at], usual)).collect();
    [told(&finding::MORE_FIELDS, wide), told(&finding::FEWER_FIELDS, shorter(text, rows, separator, usual))].into_iter().flatten().collect()
}

/// Something stands in more fields than there are, or an amount was torn apart: "Mua máy,2,500,000,,".
fn is_wider(row: &StringRecord, usual: usize) -> bool {
    let is_number = |field: &str, most: usize| (1..=most).contains(&field.len()) && field.bytes().all(|byte| byte.is_ascii_digit());
    let torn = || row.iter().zip(row.iter().skip(1)).any(|(field, next)| is_number(field, 3) && next.len() == 3 && is_number(next, 3));
    row.len() > usual && (row.iter().skip(usual).any(|field| !field.trim().is_empty()) || torn())
}

fn shorter(text: &str, rows: &[StringRecord], separator: u8, usual: usize) -> Vec<usize> {
    let filled: Vec<usize> = (0..rows.len()).filter(|at| !is_empty(&rows[*at])).collect();
    let is_full = |at: usize| rows[at].len() >= usual;
    let is_short = |at: usize| (2..usual).contains(&rows[at].len());
    let first = filled.iter().position(|at| is_full(*at)).unwrap_or(filled.len());
    let last = filled.iter().rposition(|at| is_full(*at)).map_or(first, |last| last + 1);
    let full = filled.iter().filter(|at| is_full(**at)).count();
    let mut short: Vec<usize> = filled[first..last].iter().copied().filter(|at| is_short(*at)).collect();
    if short.len() > (full / FULL_TO_A_SHORT_ONE).max(1) {
        short.clear();
    }
    // The text ends within the row below the last full one.
    let is_cut = !text.ends_with(['\n', '\r']) && last + 1 == filled.len();
    short.extend(filled.last().copied().filter(|at| is_cut && is_short(*at)));
    short.extend(filled.iter().copied().filter(|at| is_parted_otherwise(&rows[*at], separator, usual)));
    short.sort_unstable();
    short
}

/// "2;Sửa rào;10/2023" in a text that commas part.
fn is_parted_otherwise(row: &StringRecord, separator: u8, usual: usize) -> bool {
    let parts = |other: &u8| *other != separator && row[0].bytes().filter(|byte| byte == other).count() + 1 == usual;
    row.len() == 1 && SEPARATORS.iter().any(parts)
}

fn is_empty(row: &StringRecord) -> bool {
    row.iter().all(|field| field.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::separated;

    fn told_of(text: &str) -> Vec<(&'static str, String)> {
        let rows = separated(text, b',').expect("rows");
        told(text, &rows, b',', 4).into_iter().map(|told| (told.rule.id, told.details["rows"].clone())).collect()
    }

    #[test]
    fn a_row_of_another_number_of_fields_is_told() {
        let head = "TRƯỜNG THCS HOA SEN\nTT,Việc,Thời gian,Kinh phí\n1,Mua máy,9/2023,0\n";
        let tail = "3,Sơn,10/2023,0\n4,Quét,11/2023,0\n";
        for (row, rule) in [
            ("2,Sửa rào,10/2023", "F64"),
            ("2,Sửa,rào,10/2023,0", "F62"),
            ("2,Mua máy,9/2023,5,000,", "F62"),
            ("2;Sửa rào;10/2023;0", "F64"),
        ] {
            assert_eq!(told_of(&format!("{head}{row}\n{tail}")), [(rule, "4".to_owned())], "{row}");
        }
        assert_eq!(told_of(&format!("{head}{tail}5,Trồng")), [("F64", "6".to_owned())]);
    }

    #[test]
    fn titles_lines_and_rows_without_their_empty_ends_are_none() {
        let head = "TRƯỜNG THCS HOA SEN\n\nTT,Việc,Thời gian,Kinh phí\n1,Mua máy,9/2023,0\n";
        assert!(told_of(&format!("{head}Tiêu chuẩn 2\n3,Sơn,10/2023,0\n4,Quét,11/2023,0\nNơi nhận:,Hiệu trưởng\n")).is_empty());
        assert!(told_of(&format!("{head}2,Sơn,9/2023\n3,Quét,9/2023\n4,Vẽ,9/2023,0\n5,Lát\n6,Trồng,9/2023,0\n")).is_empty());
    }
}
