//! "Đề nghị | Được duyệt" side by side over amounts, with no word of money above them, in; the same titles with that word out: what is asked for
//! and what is granted are told apart by the titles of columns of money.

use std::borrow::Cow;

use super::grid::{Cell, Grid, Row, Workbook};
use crate::finding::{self, Finding};
use crate::model::{Address, CostKind};
use crate::phrase;
use crate::text;

/// What asks, and what grants. Folded.
const ASKED: &[&str] = &["de nghi", "de xuat", "xin", "dang ky", "du tru", "nhu cau"];
const GRANTED: &[&str] = &["duyet", "duoc duyet", "phe duyet", "duoc phe duyet", "duoc cap", "duyet cap", "duyet chi", "da duyet", "cap"];
/// Who does, before or behind.
const WHO: &[&str] = &["truong", "nha truong", "cap tren", "phong", "ubnd", "xa", "phong gd dt", "phong gddt", "so", "duoc"];
/// Amounts that make a column, and rows looked at.
const FEWEST: usize = 2;
const ROWS: usize = 120;
/// From this share of its filled cells on a column holds amounts.
const MOST: f64 = 0.75;
/// What stands where nothing is asked for or granted; a dash folds to nothing.
const NOTHING: &[&str] = &["", "khong", "khong co", "chua", "chua duyet"];
/// A smaller bare number may count anything.
const LEAST_VND: i64 = 10_000;

/// The two titles, from the left.
struct Pair {
    row: u32,
    asked: u32,
    granted: u32,
}

/// The workbook with such titles made titles of money; by sheet what is to be told.
pub(super) fn titled(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Pair>> = workbook.grids.iter().map(pairs).collect();
    let told = found.iter().enumerate().flat_map(|(sheet, pairs)| pairs.iter().map(move |pair| (sheet, pair)));
    let told = told.map(|(sheet, pair)| (sheet, told_of(&workbook.grids[sheet], pair))).collect();
    let titled = workbook.mended_where(&found, |grid, pair| {
        for (column, title) in [(pair.asked, "Kinh phí đề nghị"), (pair.granted, "Kinh phí được duyệt")] {
            let row = grid.rows.iter_mut().find(|row| row.index == pair.row);
            if let Some(cell) = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == column)) {
                cell.raw = Some(std::mem::replace(&mut cell.text, title.to_owned()));
            }
        }
    });
    (titled, told)
}

fn told_of(grid: &Grid, pair: &Pair) -> Finding {
    let (asked, granted) = (Address::new(pair.row, pair.asked), Address::new(pair.row, pair.granted));
    let told = Finding::new(&finding::ASKED_AND_GRANTED).raw(grid.text(granted)).with("asked", grid.text(asked));
    Finding { cell: Some(granted), ..told }
}

fn pairs(grid: &Grid) -> Vec<Pair> {
    let pair = |(at, row): (usize, &Row)| {
        let place = row.cells.windows(2).position(|two| says(&two[0], ASKED) && says(&two[1], GRANTED))?;
        let (asked, granted) = (row.cells[place].column, row.cells[place + 1].column);
        let headed = (asked..=granted).any(|column| names_money_above(grid, Address::new(row.index, column)));
        let below = &grid.rows[at + 1..];
        (!headed && row.cells.len() > 2 && [asked, granted].iter().all(|column| holds_amounts(grid, below, *column))).then_some(Pair {
            row: row.index,
            asked,
            granted,
        })
    };
    grid.rows.iter().enumerate().filter(|(_, row)| row.is_worded()).filter_map(pair).collect()
}

/// "Trường đề nghị", "Cấp trên duyệt": the word, and who.
fn says(cell: &Cell, words: &[&str]) -> bool {
    const LONGEST: usize = 40;
    if text::has_more_letters(&cell.text, LONGEST) {
        return false;
    }
    let folded = text::fold(&cell.text);
    words.iter().any(|word| {
        folded.find(word).is_some_and(|at| {
            let (before, after) = (folded[..at].trim(), folded[at + word.len()..].trim());
            [before, after].iter().all(|beside| beside.is_empty() || WHO.contains(beside))
        })
    })
}

/// Under "Kinh phí" they are titles of money already.
fn names_money_above(grid: &Grid, at: Address) -> bool {
    const TITLES: u32 = 2;
    let above = (1..=TITLES.min(at.row)).filter_map(|up| grid.shown(Address::new(at.row - up, at.column)));
    above.map(|cell| text::fold(&cell.text)).any(|title| text::holds_words(&title, "kinh phi") || text::holds_words(&title, "tien"))
}

fn holds_amounts(grid: &Grid, below: &[Row], column: u32) -> bool {
    let mut lines = grid.rows.iter().filter(|row| row.cells.len() <= 2).flat_map(|row| &row.cells);
    // "ĐVT: triệu đồng"
    let unit = lines.find_map(|cell| phrase::money::unit(&cell.text)).unwrap_or(1);
    let cells: Vec<&str> = below
        .iter()
        .take(ROWS)
        .filter(|row| row.cells.len() > 2)
        .filter_map(|row| row.get(column))
        .map(|cell| cell.text.as_str())
        .collect();
    let cost = |text: &&&str| phrase::money::parse_in(text, unit);
    let amounts =
        cells.iter().filter(|text| matches!(cost(text).kind, CostKind::Amount) && cost(text).amount_vnd >= Some(LEAST_VND)).count();
    let nothing = cells.iter().filter(|text| cost(text).amount_vnd == Some(0) || NOTHING.contains(&text::fold(text).as_str())).count();
    amounts >= FEWEST && (amounts + nothing) as f64 >= MOST * cells.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    fn titles(rows: &[&[&str]]) -> (String, usize) {
        let workbook = Workbook { grids: vec![grid(rows)], ..Workbook::default() };
        let (read, told) = titled(&workbook);
        (lines(&read.grids[0])[0].clone(), told.len())
    }

    #[test]
    fn amounts_asked_for_and_granted_are_titled_as_money() {
        let money = "0:TT 1:Công việc 2:Kinh phí đề nghị 3:Kinh phí được duyệt";
        for (asked, granted) in [("Đề nghị", "Được duyệt"), ("Trường đề nghị", "Cấp trên duyệt"), ("Đề xuất", "Phê duyệt")]
        {
            let rows: [&[&str]; 4] = [
                &["TT", "Công việc", asked, granted],
                &["1", "Sửa sân", "5.000.000", "4.000.000"],
                &["2", "Mua sách", "10 triệu", "Không"],
                &["3", "Mua ghế", "2.000.000đ", "1.500.000đ"],
            ];
            assert_eq!(titles(&rows), (money.to_owned(), 1), "{asked}");
        }
    }

    #[test]
    fn small_numbers_are_amounts_in_the_unit_above_the_table() {
        let rows: [&[&str]; 4] = [
            &["TT", "Công việc", "Đề nghị", "Được duyệt"],
            &["1", "Sửa sân", "5", "4"],
            &["2", "Mua sách", "7.5", "7"],
            &["ĐVT: triệu đồng"],
        ];
        assert_eq!(titles(&rows).1, 1);
    }

    #[test]
    fn words_and_small_numbers_below_are_no_money() {
        let words: [&[&str]; 3] =
            [&["TT", "Công việc", "Đề nghị", "Được duyệt"], &["1", "Sửa sân", "Xi măng", "Đồng ý"], &["2", "Sách", "Sách", "Chưa"]];
        let counts: [&[&str]; 3] = [&["TT", "Công việc", "Đề nghị", "Được duyệt"], &["1", "Máy tính", "5", "4"], &["2", "Bàn", "20", "20"]];
        for rows in [words, counts] {
            assert_eq!(titles(&rows).1, 0, "{rows:?}");
        }
    }
}
