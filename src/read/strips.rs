//! Little tables of other things that stand beside the work, a blank column between ("Nội dung | 2022-2023 | 2023-2024" to the right of the plan),
//! in; the workbook without them out, and what is told of each. In one table with the work they would be columns of it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::content;
use super::grid::{Cell, Grid, Row, Workbook};
use super::header::{Matcher, may_title};
use super::stood::Stood;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::text;

/// The workbook, such tables left out; by sheet what is told of them. Those that count criteria stand below the work, where they are read.
pub(super) fn left_out<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>, Stood) {
    let found = workbook.grids.iter().map(|grid| strips(grid, |at, own| goes_on(grid, at, own, matcher))).collect();
    apart(workbook, found)
}

fn apart(workbook: &Workbook, found: Vec<Vec<Strip>>) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>, Stood) {
    let mut stood = Stood::default();
    let mut told = Vec::new();
    for (at, (grid, strips)) in workbook.grids.iter().zip(&found).enumerate() {
        told.extend(strips.iter().filter(|strip| !strip.counts_criteria).map(|strip| (at, strip.told(grid))));
        for strip in strips.iter().filter(|strip| strip.counts_criteria) {
            let cells = strip.rows(grid).flat_map(|row| strip.cells(row).map(|cell| Address::new(row.index, cell.column)));
            stood.add(&grid.name, cells.map(|own| (strip.below(grid, own), own)).collect());
        }
    }
    let without = |grid: &mut Grid, strip: &Strip| {
        let below: Vec<Row> = strip.rows(grid).filter(|_| strip.counts_criteria).map(|row| strip.row_below(grid, row)).collect();
        for row in grid.rows.iter_mut().filter(|row| strip.has(row)) {
            row.cells.retain(|cell| cell.column < strip.first.column);
        }
        grid.rows.retain(|row| !row.cells.is_empty());
        grid.rows.extend(below.into_iter().filter(|row| !row.cells.is_empty()));
    };
    (workbook.mended_where(&found, without), told, stood)
}

/// Cells from here on to the right, down to the last row; the titles may stand below a line.
struct Strip {
    first: Address,
    titles: u32,
    last: u32,
    /// "Mức | Số tiêu chí đạt | Tỷ lệ".
    counts_criteria: bool,
}

/// Titles side by side, and rows below them.
const FEWEST: usize = 2;

impl Strip {
    fn has(&self, row: &Row) -> bool {
        (self.first.row..=self.last).contains(&row.index)
    }

    fn told(&self, grid: &Grid) -> Finding {
        let titles: Vec<&str> = grid.row(self.titles).into_iter().flat_map(|row| self.cells(row)).map(|cell| cell.text.as_str()).collect();
        let told = Finding::new(&finding::FORM_NOT_COUNTED).with("form", format!("\"{}\"", titles.join(" | ")));
        Finding { cell: Some(self.first), ..told.with("count", self.last - self.titles) }
    }

    fn rows<'g>(&self, grid: &'g Grid) -> impl Iterator<Item = &'g Row> {
        grid.rows.iter().filter(|row| self.has(row))
    }

    /// Where a cell is put below all others of the sheet.
    fn below(&self, grid: &Grid, own: Address) -> Address {
        const GAP: u32 = 3;
        let last = grid.rows.last().map_or(0, |row| row.index);
        Address::new(last + GAP + own.row - self.first.row, own.column - self.first.column)
    }

    fn row_below(&self, grid: &Grid, row: &Row) -> Row {
        let below = |cell: &Cell| Cell { column: cell.column - self.first.column, ..cell.clone() };
        let index = self.below(grid, Address::new(row.index, self.first.column)).row;
        Row { index, cells: self.cells(row).map(below).collect() }
    }

    fn cells<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r Cell> {
        let first = self.first.column;
        row.cells.iter().filter(move |cell| cell.column >= first)
    }
}

/// `goes_on`: whether columns of such titles, up to the one that names the rows, are columns of the work.
fn strips(grid: &Grid, mut goes_on: impl FnMut(usize, RangeInclusive<u32>) -> bool) -> Vec<Strip> {
    let mut found: Vec<Strip> = Vec::new();
    for at in 0..grid.rows.len() {
        if found.last().is_none_or(|last| last.last < grid.rows[at].index)
            && let Some((strip, naming)) = strip(grid, at)
            && !goes_on(at, naming)
        {
            found.push(strip);
        }
    }
    found
}

/// Whether the columns of a strip up to the one that names its rows are columns that the table to its left lacks: "Mức đạt" behind "Tiêu chí".
fn goes_on(grid: &Grid, at: usize, own: RangeInclusive<u32>, matcher: &mut Matcher<'_>) -> bool {
    /// Rows of titles; a line by itself titles no column.
    const ROWS: usize = 3;
    let left = |row: &Row| row.cells.partition_point(|cell| cell.column < *own.start());
    let left = grid.rows[..=at].iter().rev().take(ROWS).map(|row| &row.cells[..left(row)]).filter(|cells| cells.len() >= FEWEST).flatten();
    let left: BTreeSet<Field> = left.flat_map(|cell| matcher.spelled(&cell.text)).collect();
    let titles = grid.rows[at].cells.iter().filter(|cell| own.contains(&cell.column));
    let titles: Vec<BTreeSet<Field>> = titles.map(|cell| matcher.spelled(&cell.text)).collect();
    // What counts its own rows is a table of its own.
    let counts = titles.first().is_some_and(|first| first.contains(&Field::Ordinal));
    !counts && titles.iter().any(|own| !own.is_empty() && !own.iter().any(names_rows) && own.is_disjoint(&left))
}

/// What any table may begin with: numbers, names of what its rows are about, people.
fn names_rows(field: &Field) -> bool {
    use Field::{Collector, Content, Criterion, Item, Lead, Ordinal, Partner, Planned, Standard, Task};
    matches!(field, Ordinal | Criterion | Standard | Item | Task | Planned | Content | Lead | Partner | Collector)
}

/// The table whose titles stand in this row behind a blank column, and its columns up to the one that names the rows.
fn strip(grid: &Grid, at: usize) -> Option<(Strip, RangeInclusive<u32>)> {
    let titles = &grid.rows[at];
    let own = titles.cells.chunk_by(|one, next| one.column + 1 == next.column).last()?;
    let first = own[0].column;
    let between = first.checked_sub(1).filter(|between| *between >= FEWEST as u32)?;
    let is_covered = grid.merge_at(Address::new(titles.index, between)).is_some();
    if own.len() < FEWEST || is_covered || !own.iter().all(|cell| may_title(&cell.text)) || own.iter().any(titles_work) {
        return None;
    }
    let right = |row: &Row| row.cells.iter().filter(|cell| cell.column >= between).count();
    let is_own = |row: &&Row| right(row) >= FEWEST && row.get(between).is_none();
    let below = grid.rows[at + 1..].iter().zip(titles.index + 1..).take_while(|(row, index)| row.index == *index).map(|(row, _)| row);
    let rows: Vec<&Row> = below.take_while(is_own).collect();
    let last = rows.last()?.index;
    // Columns of the work itself are filled where the work is.
    let is_bare = |row: &&Row| row.cells.len() >= FEWEST && right(row) == 0;
    let alone = grid.rows[at + 1 + rows.len()..].iter().take_while(|row| right(row) == 0).filter(is_bare).count();
    let of_work = |cell: &&Cell| {
        let text = cell.text.as_str();
        let timed = || phrase::time::is_time(text) && phrase::year::parse(text).is_none();
        let told = || phrase::status::word(text).is_some() || phrase::mark::parse(text).is_some();
        !text::is_figure(text) && (content::is_role(text) || told() || timed() || phrase::money::parse(text).amount_vnd.is_some())
    };
    // "KẾT QUẢ KHẢO SÁT" over the titles.
    let is_caption =
        |above: &&Row| above.index + 1 == titles.index && above.cells.iter().filter(|cell| cell.column >= between).count() == 1;
    let caption = at
        .checked_sub(1)
        .map(|above| &grid.rows[above])
        .filter(is_caption)
        .and_then(|above| above.get(first))
        .filter(|cell| may_title(&cell.text));
    let counts_criteria = own.iter().any(|cell| text::holds_words(&text::fold(&cell.text), "tieu chi"));
    let start = titles.index - u32::from(caption.is_some());
    let strip = Strip { first: Address::new(start, first), titles: titles.index, last, counts_criteria };
    let cells = || rows.iter().flat_map(|row| strip.cells(row));
    let in_words = |title: &Cell| rows.iter().filter_map(|row| row.get(title.column)).any(|cell| !text::is_figure(&cell.text));
    if own.iter().any(|title| tells_results(title) && in_words(title)) {
        return None;
    }
    let of_people = own.iter().any(|title| matches!(text::fold(&title.text).as_str(), "ho va ten" | "ho ten"));
    let speaks_of_work = !of_people && cells().filter(of_work).count() * 3 > cells().count();
    // Each row names what it is about; one row of numbers does not.
    let numbers = rows.iter().all(|row| row.get(first).is_none_or(|cell| text::is_figure(&cell.text)));
    let label = if numbers { first + 1 } else { first };
    let named = rows.iter().all(|row| row.get(label).is_some_and(|cell| !text::is_figure(&cell.text)));
    let enough = rows.len() >= FEWEST && named || own.len() > FEWEST && rows.len() == 1 && cells().all(|cell| text::is_figure(&cell.text));
    let naming = if named { first..=label } else { first..=first };
    (enough && alone > 0 && !speaks_of_work).then_some((strip, naming))
}

/// What only a column of the work is called.
fn titles_work(title: &Cell) -> bool {
    const OF_WORK: &[&str] =
        &["kinh phi", "thoi gian", "thoi han", "han", "nguoi", "phu trach", "tinh trang", "trang thai", "ghi chu", "dieu kien"];
    let folded = text::fold(&title.text);
    OF_WORK.iter().any(|words| text::opens_with_words(&folded, words))
}

/// What came of the work, unless mere numbers stand below it.
fn tells_results(title: &Cell) -> bool {
    const RESULTS: &[&str] = &["ket qua", "kq", "tien do", "tinh hinh", "danh gia", "nhan xet", "da", "dang", "chua", "hoan thanh"];
    let folded = text::fold(&title.text);
    RESULTS.iter().any(|words| text::opens_with_words(&folded, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::grid;

    fn widths(rows: &[&[&str]]) -> Vec<usize> {
        let workbook = Workbook { grids: vec![grid(rows)], ..Workbook::default() };
        let found = vec![strips(&workbook.grids[0], |_, _| false)];
        apart(&workbook, found).0.grids[0].rows.iter().map(|row| row.cells.len()).collect()
    }

    const WORK: [[&str; 3]; 5] = [
        ["TT", "Công việc", "Thời gian"],
        ["1", "Sửa mái", "9/2023"],
        ["2", "Mua sách", "10/2023"],
        ["3", "Trồng cây", ""],
        ["4", "Sơn", "11/2023"],
    ];

    fn beside(strip: &[[&'static str; 3]]) -> Vec<usize> {
        let rows: Vec<Vec<&str>> = WORK
            .iter()
            .enumerate()
            .map(|(at, row)| row.iter().copied().chain([""]).chain(strip.get(at).copied().unwrap_or_default()).collect())
            .collect();
        widths(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    }

    #[test]
    fn a_table_of_other_things_beside_the_work_is_left_out() {
        let facts = [["Nội dung", "2022-2023", "2023-2024"], ["Số lớp", "12", "13"], ["Số học sinh", "395", "410"]];
        assert_eq!(beside(&facts), [3, 3, 3, 2, 3]);
        let titled = [["CÁC CHỈ SỐ", "", ""], ["Nội dung", "2022-2023", "2023-2024"], ["Số lớp", "12", "13"], ["", "", ""]];
        assert_eq!(beside(&titled[..3]), [4, 6, 6, 2, 3], "one row of it only");
        let counts = [["Tổng số việc", "Đã hoàn thành", "Chưa hoàn thành"], ["4", "3", "1"]];
        assert_eq!(beside(&counts), [3, 3, 3, 2, 3]);
        let levels = [["Mức", "Số tiêu chí đạt", "Tỷ lệ"], ["Mức 1", "28/28", "100%"], ["Mức 2", "20/28", "71%"]];
        assert_eq!(beside(&levels), [3, 3, 3, 2, 3, 3, 3, 3], "below the work");
    }

    #[test]
    fn columns_of_the_work_behind_a_blank_one_are_kept() {
        let states = [["Đã xong", "Đang làm", "Ghi chú"], ["x", "", ""], ["x", "", "đủ"], ["", "x", ""], ["", "", ""]];
        assert_eq!(beside(&states), [6, 4, 5, 3, 3]);
        let shares = [["Tỷ lệ", "Ghi chú", "Đề xuất"], ["100%", "đủ", ""], ["50%", "thiếu", ""]];
        assert_eq!(beside(&shares), [6, 5, 5, 2, 3]);
        let results = [["Minh chứng", "Kết quả", "Đề xuất"], ["Hóa đơn", "Mua được 45 cuốn", ""], ["Biên bản", "Họp được 2 buổi", ""]];
        assert_eq!(beside(&results), [6, 5, 5, 2, 3]);
        let plan = [["Phụ trách", "Kinh phí", "Ghi chú"], ["Hiệu trưởng", "5", ""], ["Kế toán", "7", ""]];
        assert_eq!(beside(&plan), [6, 5, 5, 2, 3]);
    }

    #[test]
    fn nothing_is_left_out_of_a_sheet_of_one_table() {
        assert_eq!(beside(&[]), [3, 3, 3, 2, 3]);
    }
}
