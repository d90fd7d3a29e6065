//! Little tables that count works and list none ("Nội dung | Số lượng | Tỷ lệ" over "Đã hoàn thành | 7 | 53%", "Tiêu chí | Số việc | Đã xong" over
//! numbers) in; the workbook without them out, and what is told of each. Read as rows of a plan they would be works, or the rest of the last one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::grid::{Cell, Grid, Row, Workbook};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::phrase;
use crate::text;
use crate::text::memory::Memory;

/// The workbook, such tables left out; by sheet what is told of them.
pub(super) fn left_out(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Counts>> = workbook.grids.iter().map(tables).collect();
    let told = found.iter().enumerate().flat_map(|(at, counts)| counts.iter().map(move |counts| (at, counts.told()))).collect();
    let without = |grid: &mut Grid, counts: &Counts| {
        grid.rows.retain(|row| !counts.rows.contains(&row.index));
    };
    (workbook.mended_where(&found, without), told)
}

/// Rows of counts, their titles among them.
struct Counts {
    rows: Range<u32>,
    first: Address,
    name: String,
    count: usize,
}

impl Counts {
    fn told(&self) -> Finding {
        let mut told = Finding::new(&finding::FORM_NOT_COUNTED).with("form", format!("\"{}\"", self.name)).with("count", self.count);
        told.cell = Some(self.first);
        told
    }
}

/// Rows that make such a table.
const FEWEST: usize = 2;
/// What heads or names a count, in letters.
const LONGEST: usize = 60;
const MOST_COLUMNS: usize = 10;

fn tables(grid: &Grid) -> Vec<Counts> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < grid.rows.len() {
        let counts = under_titles(grid, at).or_else(|| by_itself(grid, at));
        match counts {
            Some((rows, titles)) => {
                let (first, last) = (&grid.rows[at], &grid.rows[at + rows - 1]);
                let name: Vec<&str> = first.cells.iter().map(|cell| cell.text.as_str()).collect();
                found.push(Counts {
                    rows: first.index..last.index + 1,
                    first: Address::new(first.index, first.cells[0].column),
                    name: name.join(" | "),
                    count: rows - titles,
                });
                at += rows;
            }
            None => at += 1,
        }
    }
    found
}

/// What a title says of the cells below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    Number,
    /// "Số việc", "Tổng số nhiệm vụ": of works.
    Works,
    /// "Số lượng": of what the row names.
    Count,
    Share,
    State,
    Note,
    Other,
}

/// But for [`Title::State`], which takes longest to know.
fn title(text: &str) -> Title {
    thread_local! {
        static READ: Memory<Title> = Memory::default();
    }
    // Every short row may be that of the titles.
    READ.with(|known| known.recall(text, read_title))
}

fn read_title(text: &str) -> Title {
    let folded = text::fold(text);
    let opens = |words: &[&str]| words.iter().any(|words| text::opens_with_words(&folded, words));
    match folded.as_str() {
        "tt" | "stt" | "so tt" | "so thu tu" | "no" => Title::Number,
        "so luong" | "sl" | "tong so" | "tong" | "tong cong" | "so" => Title::Count,
        _ if text.contains('%') || opens(&["ty le", "ti le"]) => Title::Share,
        _ if counts_works(&folded) => Title::Works,
        _ if opens(&["ghi chu", "ly do", "nguyen nhan"]) => Title::Note,
        _ => Title::Other,
    }
}

/// "so viec", "tong so cong viec theo ke hoach", "so luong nhiem vu da hoan thanh".
fn counts_works(folded: &str) -> bool {
    const WORKS: &[&str] = &["viec", "cong viec", "dau viec", "nhiem vu", "hoat dong", "giai phap", "noi dung", "hang muc"];
    let counted = ["tong so luong ", "tong so ", "so luong ", "so ", "tong "].iter().find_map(|words| folded.strip_prefix(words));
    let counted = counted.map(|counted| counted.strip_prefix("cac ").unwrap_or(counted));
    counted.is_some_and(|counted| WORKS.iter().any(|work| text::opens_with_words(counted, work)))
}

/// "7", "7/13": how many; "53%", "53,8": which share; "-": none.
fn is_count(text: &str) -> bool {
    let number = |text: &str| !text.trim().is_empty() && text.trim().bytes().all(|digit| digit.is_ascii_digit()) && text.trim().len() <= 4;
    number(text) || text.split_once('/').is_some_and(|(met, of)| number(met) && number(of))
}

fn is_empty(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// "Đã hoàn thành", "Công việc chưa thực hiện", "Tổng cộng", "Số công việc theo kế hoạch".
fn names_a_count(label: &str) -> bool {
    let folded = text::fold(label);
    if text::holds_words(&folded, "tieu chi") || text::has_more_letters(label, LONGEST) {
        return false;
    }
    let bare = ["so luong ", "so ", "cac ", "nhung "].iter().fold(label.trim(), |label, words| without(label, words));
    let bare = ["cong viec ", "noi dung ", "viec ", "nhiem vu "].iter().fold(bare, |label, words| without(label, words));
    counts_works(&folded) || text::is_total(label) || phrase::status::word(bare).is_some()
}

/// A text without the words it opens with.
fn without<'t>(text: &'t str, folded: &str) -> &'t str {
    let count = folded.split_whitespace().count();
    let opens = text::fold(text).starts_with(folded);
    text.splitn(count + 1, ' ').nth(count).filter(|_| opens).unwrap_or(text)
}

/// The rows below a row, with nothing between them.
fn below(grid: &Grid, at: usize) -> impl Iterator<Item = &Row> {
    let first = grid.rows[at].index;
    grid.rows[at + 1..].iter().zip(first + 1..).take_while(|(row, index)| row.index == *index).map(|(row, _)| row)
}

/// How many rows of counts stand under titles that ask for them, the titles among them, and how many these are.
fn under_titles(grid: &Grid, at: usize) -> Option<(usize, usize)> {
    let upper = &grid.rows[at];
    let are_titles =
        |row: &Row| row.cells.iter().all(|cell| !is_share_or_count(&cell.text) && !text::has_more_letters(&cell.text, LONGEST));
    if !(2..=MOST_COLUMNS).contains(&upper.cells.len()) || !are_titles(upper) {
        return None;
    }
    let mut titles: BTreeMap<u32, &str> = upper.cells.iter().map(|cell| (cell.column, cell.text.as_str())).collect();
    // "Kết quả" over "Số việc | Tỷ lệ".
    let lower = below(grid, at).next().filter(|row| row.cells.len() >= FEWEST && are_titles(row));
    titles.extend(lower.into_iter().flat_map(|row| &row.cells).map(|cell| (cell.column, cell.text.as_str())));
    let mut kinds: BTreeMap<u32, Title> = titles.iter().map(|(column, text)| (*column, title(text))).collect();
    let of = |kinds: &BTreeMap<u32, Title>, kind: Title| kinds.values().any(|own| *own == kind);
    // Nothing but how far the work has come, by its number: a result of each.
    if !of(&kinds, Title::Works) && !of(&kinds, Title::Count) && (!of(&kinds, Title::Share) || of(&kinds, Title::Number)) {
        return None;
    }
    for (column, kind) in kinds.iter_mut().filter(|(_, kind)| **kind == Title::Other) {
        if titles.get(column).is_some_and(|text| phrase::status::word(text).is_some()) {
            *kind = Title::State;
        }
    }
    let has = |kind: Title| of(&kinds, kind);
    if kinds.values().filter(|kind| **kind == Title::Other).count() > FEWEST {
        return None;
    }
    let kind = |cell: &Cell| kinds.get(&cell.column).copied();
    let fits = |cell: &Cell| match kind(cell) {
        Some(Title::Works | Title::Count | Title::State) => is_count(&cell.text) || is_empty(&cell.text),
        Some(Title::Share) => text::is_figure(&cell.text) || is_empty(&cell.text),
        Some(Title::Number | Title::Note | Title::Other) => true,
        None => false,
    };
    let counts = |cell: &Cell| matches!(kind(cell), Some(Title::Works | Title::Count | Title::Share)) && is_share_or_count(&cell.text);
    let titles = 1 + usize::from(lower.is_some());
    let rows = below(grid, at).skip(titles - 1).take_while(|row| row.cells.iter().all(fits) && row.cells.iter().any(counts));
    let rows: Vec<&Row> = rows.collect();
    let label = |row: &&Row| row.cells.iter().find(|cell| kind(cell) == Some(Title::Other)).map(|cell| cell.text.clone());
    let labels: Vec<String> = rows.iter().filter_map(label).collect();
    let of_works = has(Title::Works) && labels.iter().filter(|label| phrase::status::names_deed(label)).count() * 2 <= labels.len();
    let of_states = labels.len() == rows.len() && labels.iter().all(|label| names_a_count(label));
    // "Tổng số việc | Đã xong | Chưa làm" over one row of numbers.
    let fewest = if has(Title::Works) && has(Title::State) { 1 } else { FEWEST };
    (rows.len() >= fewest && (of_works || of_states)).then_some((rows.len() + titles, titles))
}

fn is_share_or_count(text: &str) -> bool {
    is_count(text) || text::is_figure(text)
}

/// Rows that each name what they count, the first of them works: "Tổng số công việc | 13" over "Đã hoàn thành | 7".
fn by_itself(grid: &Grid, at: usize) -> Option<(usize, usize)> {
    let counts = |row: &Row| match row.cells.iter().position(|cell| !is_share_or_count(&cell.text)) {
        Some(label) => {
            let behind = &row.cells[label + 1..];
            label <= 1
                && !behind.is_empty()
                && behind.iter().all(|cell| is_share_or_count(&cell.text))
                && names_a_count(&row.cells[label].text)
        }
        None => false,
    };
    let strong = |row: &Row| row.cells.iter().any(|cell| counts_works(&text::fold(&cell.text)));
    let first = &grid.rows[at];
    let titled = !counts(first) && is_bare_title(grid, at);
    let start = if titled { at + 1 } else { at };
    let own = grid.rows.get(start).filter(|row| counts(row) && strong(row) && (!titled || row.index == first.index + 1))?;
    let rows = 1 + below(grid, start).take_while(|row| counts(row)).count();
    (rows >= FEWEST && own.cells.len() > 1).then_some((rows + usize::from(titled), usize::from(titled)))
}

/// "Nội dung | Kết quả", with nothing right above it.
fn is_bare_title(grid: &Grid, at: usize) -> bool {
    const MOST: usize = 4;
    let row = &grid.rows[at];
    let parted = at == 0 || grid.rows[at - 1].index + 1 < row.index || grid.rows[at - 1].cells.len() == 1;
    let is_title = |cell: &Cell| !is_share_or_count(&cell.text) && !text::has_more_letters(&cell.text, LONGEST);
    parted && (2..=MOST).contains(&row.cells.len()) && row.cells.iter().all(is_title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, mended};

    fn left(rows: &[&[&str]]) -> Vec<String> {
        mended(grid(rows), |workbook| left_out(workbook).0)
    }

    #[test]
    fn rows_that_count_works_are_left_out_with_their_titles() {
        let tables: [&[&[&str]]; 10] = [
            &[&["Tổng số việc", "Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"], &["3", "1", "1", "1"]],
            &[
                &["TT", "Tiêu chuẩn", "Số việc", "Kết quả"],
                &["", "", "", "Xong", "Tỷ lệ"],
                &["1", "1", "3", "2", "67%"],
                &["2", "2", "1", "", "0%"],
            ],
            &[&["Nội dung", "Số lượng", "Tỷ lệ"], &["Tổng số công việc", "3", "100%"], &["Đã hoàn thành", "1", "33%"]],
            &[&["TT", "Kết quả thực hiện", "Số việc", "Tỷ lệ %"], &["1", "Hoàn thành", "1", "33,3"], &["", "Tổng cộng", "3", "100"]],
            &[&["Tiêu chí", "Số việc", "Hoàn thành", "Tỷ lệ"], &["1.2", "2", "1", "50%"], &["1.3", "1", "0", "0%"]],
            &[&["Nội dung", "Kết quả"], &["Số công việc theo kế hoạch", "3"], &["Số công việc hoàn thành", "1"]],
            &[&["Trạng thái", "Số lượng"], &["Hoàn thành", "1"], &["Chưa thực hiện", "1"]],
            &[&["Người phụ trách", "Tổng số việc", "Đã xong", "Chưa làm"], &["P.HT", "1", "", "1"], &["Kế toán", "1", "1", ""]],
            &[
                &["Nội dung", "Số lượng", "Ghi chú"],
                &["Công việc đã hoàn thành", "1"],
                &["Công việc chưa thực hiện", "1", "Thiếu kinh phí"],
            ],
            &[&["Tổng số công việc", "13"], &["Đã hoàn thành", "7", "53,8%"], &["Chưa hoàn thành", "6"]],
        ];
        for rows in tables {
            assert_eq!(left(rows), Vec::<String>::new(), "{rows:?}");
        }
    }

    #[test]
    fn works_and_results_with_numbers_beside_them_are_kept() {
        let tables: [&[&[&str]]; 5] = [
            &[&["TT", "Kết quả", "Tỷ lệ %"], &["1", "Hoàn thành", "100"], &["2", "Đang thực hiện", "50"]],
            &[&["Công việc", "Số lượng", "Đã thực hiện"], &["Mua máy tính", "5", "3"], &["Trồng cây", "20", "20"]],
            &[&["TT", "Nội dung", "Số hoạt động", "Đã thực hiện"], &["1", "Tổ chức chuyên đề", "5", "3"], &["2", "Mở lớp bơi", "2", "2"]],
            &[&["Công việc", "Tỷ lệ hoàn thành"], &["Sửa mái", "100%"], &["Sơn tường", "50%"]],
            &[&["Mức", "Số lượng"], &["Số tiêu chí đạt Mức 1", "28"], &["Số tiêu chí đạt Mức 2", "20"]],
        ];
        for rows in tables {
            assert_eq!(left(rows).len(), rows.len(), "{rows:?}");
        }
    }
}
