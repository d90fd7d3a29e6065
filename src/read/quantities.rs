//! Columns of how much of each work was planned and how much was done ("Số lượng: Kế hoạch | Thực hiện | Tỷ lệ" over "20 | 12 | 60%") → the share
//! that was done, as the one column that says how far the work has come.
//!
//! The numbers are neither the work nor its state: read as such, "4" would be work and "120" nobody's state.

use std::borrow::Cow;

use super::grid::{CellKind, Grid, Row, Workbook};
use crate::model::Address;
use crate::text;

/// The titles these columns get.
const SHARE: &str = "Tỷ lệ hoàn thành (%)";
const PLANNED: &str = "Số lượng kế hoạch";
const DONE: &str = "Số lượng thực hiện";
/// Folded.
const OF_PLAN: &[&str] = &["ke hoach", "kh", "theo ke hoach", "can thuc hien", "can lam", "phai lam", "chi tieu", "ke hoach giao"];
const OF_DONE: &[&str] = &["thuc hien", "th", "da thuc hien", "da lam", "dat duoc", "dat", "da dat", "hoan thanh", "da hoan thanh"];
const OF_SHARE: &[&str] =
    &["ty le", "ti le", "ty le dat", "ti le dat", "ty le hoan thanh", "ti le hoan thanh", "dat ty le", "ty le thuc hien"];
/// What counts things and neither money nor time. Folded.
const COUNTED: &[&str] = &["so luong", "sl", "khoi luong", "dvt", "don vi tinh", "don vi"];
/// Rows that show it.
const FEWEST: usize = 2;
/// Rows looked at.
const ROWS: u32 = 200;

/// The workbook, such columns put as one.
pub(super) fn compared(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(pairs, put)
}

/// Two titles of one row side by side, and the share behind them, where it has a title.
struct Pair {
    row: u32,
    planned: u32,
    done: u32,
    share: Option<Address>,
}

fn pairs(grid: &Grid) -> Vec<Pair> {
    const LONGEST: usize = 40;
    let named = |text: &str, words: &[&str]| {
        let folded = text::fold(text);
        let bare = COUNTED.iter().find_map(|lead| folded.strip_prefix(lead)?.strip_prefix(' ')).unwrap_or(&folded);
        words.contains(&bare)
    };
    let short = |row: &&Row| row.cells.len() >= 2 && row.cells.iter().all(|cell| cell.text.chars().count() <= LONGEST);
    let mut found: Vec<Pair> = Vec::new();
    for row in grid.rows.iter().filter(short) {
        let pair = row.cells.windows(2).find(|pair| named(&pair[0].text, OF_PLAN) && named(&pair[1].text, OF_DONE));
        let Some([planned, done]) = pair else { continue };
        let beside = Address::new(row.index, done.column + 1);
        let titled = |at: &Address| grid.shown(*at).is_some_and(|cell| named(cell.text.trim_end_matches(['%', '(', ')', ' ']), OF_SHARE));
        let top = |at: Address| grid.get(at).map(|_| at).or_else(|| grid.merge_at(at).map(|area| area.first)).unwrap_or(at);
        let share = Some(beside).filter(titled).map(top);
        let titles =
            || grid.rows.iter().filter(|above| above.index + 2 >= row.index && above.index <= row.index).flat_map(|above| &above.cells);
        let counts = titles().any(|cell| COUNTED.iter().any(|words| text::holds_words(&text::fold(&cell.text), words)));
        let pair = Pair { row: row.index, planned: planned.column, done: done.column, share };
        if (counts || share.is_some()) && of_work(grid, &pair).count() >= FEWEST && !is_of_money(grid, &pair) {
            found.push(pair);
        }
    }
    found
}

/// Rows below that have a number in both columns.
fn of_work<'g>(grid: &'g Grid, pair: &Pair) -> impl Iterator<Item = (&'g Row, f64, f64)> {
    let (row, planned, done) = (pair.row, pair.planned, pair.done);
    let below = grid.rows.iter().filter(move |below| below.index > row && below.index < row + ROWS);
    below.filter_map(move |below| Some((below, number(below, planned)?, number(below, done)?)))
}

fn number(row: &Row, column: u32) -> Option<f64> {
    row.get(column)?.text.trim().replace(',', ".").parse().ok().filter(|number| (0.0..1e9).contains(number))
}

/// Amounts planned and spent are said by columns of their own.
fn is_of_money(grid: &Grid, pair: &Pair) -> bool {
    const MONEY: &[&str] = &["kinh phi", "tien", "dong", "von", "chi", "ngan sach"];
    let over = (pair.row.saturating_sub(3)..pair.row).filter_map(|row| grid.shown(Address::new(row, pair.planned)));
    let mut titles = over.map(|cell| text::fold(&cell.text));
    titles.any(|title| title.len() <= 60 && MONEY.iter().any(|words| text::holds_words(&title, words)))
}

fn put(grid: &mut Grid, pair: &Pair) {
    let shares: Vec<(u32, String)> = of_work(grid, pair)
        .filter(|(_, planned, _)| *planned > 0.0)
        .map(|(row, planned, done)| (row.index, format!("{}%", if done >= planned { 100.0 } else { (done / planned * 100.0).floor() })))
        .collect();
    let mut say = |at: Address, text: &str| {
        let row = grid.rows.iter_mut().find(|row| row.index == at.row);
        if let Some(cell) = row.and_then(|row| row.cells.iter_mut().find(|cell| cell.column == at.column)) {
            cell.raw.get_or_insert(std::mem::replace(&mut cell.text, text.to_owned()));
            cell.kind = CellKind::Text;
        }
    };
    say(Address::new(pair.row, pair.planned), PLANNED);
    match pair.share {
        Some(share) => {
            say(Address::new(pair.row, pair.done), DONE);
            say(share, SHARE);
        }
        None => {
            say(Address::new(pair.row, pair.done), SHARE);
            shares.iter().for_each(|(row, share)| say(Address::new(*row, pair.done), share));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, mended};

    #[test]
    fn what_was_done_of_what_was_planned_is_a_share() {
        let rows: &[&[&str]] = &[
            &["TT", "Công việc", "ĐVT", "Kế hoạch", "Thực hiện"],
            &["1", "Mua máy", "cái", "4", "4"],
            &["2", "Mua sách", "quyển", "200", "50"],
            &["3", "Tập huấn", "người", "20", ""],
        ];
        let read = mended(grid(rows), compared);
        assert_eq!(read[0], "0:TT 1:Công việc 2:ĐVT 3:Số lượng kế hoạch 4:Tỷ lệ hoàn thành (%)");
        assert_eq!(read[1..], ["0:1 1:Mua máy 2:cái 3:4 4:100%", "0:2 1:Mua sách 2:quyển 3:200 4:25%", "0:3 1:Tập huấn 2:người 3:20"]);
        let with_share: &[&[&str]] = &[&["Việc", "Kế hoạch", "Đạt", "Tỷ lệ"], &["a", "4", "4", "100%"], &["b", "4", "2", "50%"]];
        assert_eq!(mended(grid(with_share), compared)[0], "0:Việc 1:Số lượng kế hoạch 2:Số lượng thực hiện 3:Tỷ lệ hoàn thành (%)");
    }

    #[test]
    fn money_and_months_and_texts_stay() {
        let sheets: [&[&[&str]]; 3] = [
            &[&["Việc", "Kinh phí", ""], &["", "Kế hoạch", "Thực hiện", "Tỷ lệ"], &["a", "5", "4", "80%"], &["b", "5", "5", "100%"]],
            &[&["Việc", "Kế hoạch", "Thực hiện"], &["a", "9", "10"], &["b", "11", "12"]],
            &[&["Việc", "SL", "Kế hoạch", "Thực hiện"], &["a", "1", "Mua máy", "Đã mua"], &["b", "1", "Mua sách", "Đang mua"]],
        ];
        for rows in sheets {
            let before = grid(rows);
            assert_eq!(mended(before.clone(), compared), super::super::grid::sketch::lines(&before), "{rows:?}");
        }
    }
}
