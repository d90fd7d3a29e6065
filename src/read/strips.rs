//! Little tables of other things that stand beside the work, a blank column between ("Nội dung | 2022-2023 | 2023-2024" to the right of the plan),
//! in; the workbook without them out, and what is told of each. In one table with the work they would be columns of it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::by_standard::counts_criteria;
use super::content;
use super::grid::{Cell, Grid, Row, Workbook};
use super::header::{Matcher, may_title};
use super::rows::count_columns;
use super::stood::Stood;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::text;

/// The workbook, such tables left out; by sheet what is told of them. Those that are read themselves stand below the work.
pub(super) fn left_out<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>, Stood) {
    let found = workbook.grids.iter().map(|grid| strips(grid, |text| matcher.spelled(text))).collect();
    apart(workbook, found)
}

fn apart(workbook: &Workbook, found: Vec<Vec<Strip>>) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>, Stood) {
    let mut stood = Stood::default();
    let mut told = Vec::new();
    for (at, (grid, strips)) in workbook.grids.iter().zip(&found).enumerate() {
        told.extend(strips.iter().filter(|strip| !strip.is_read).map(|strip| (at, strip.told(grid))));
        for strip in strips.iter().filter(|strip| strip.is_read) {
            let cells = strip.rows(grid).flat_map(|row| strip.cells(row).map(|cell| Address::new(row.index, cell.column)));
            stood.add(&grid.name, cells.map(|own| (strip.below(grid, own), own)).collect());
        }
    }
    let without = |grid: &mut Grid, strip: &Strip| {
        let below: Vec<Row> = strip.rows(grid).filter(|_| strip.is_read).map(|row| strip.row_below(grid, row)).collect();
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
    /// It counts criteria, or is a table of works of its own.
    is_read: bool,
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

/// `spelled`: the fields that a text is a title of.
fn strips(grid: &Grid, mut spelled: impl FnMut(&str) -> BTreeSet<Field>) -> Vec<Strip> {
    let mut found: Vec<Strip> = Vec::new();
    for at in 0..grid.rows.len() {
        if found.last().is_some_and(|last| last.last >= grid.rows[at].index) {
            continue;
        }
        let Some(block) = Block::at(grid, at) else { continue };
        if block.is_the_work(&mut spelled) || block.repeats_labels() || block.repeats_titles() {
            continue;
        }
        let titled = block.has_titles(&mut spelled);
        let beside_rows = titled && block.begins_beside_rows();
        if !beside_rows && !block.stands_beside() {
            continue;
        }
        let begins_elsewhere = titled && (block.begins_beside_lines(&mut spelled) || block.stands_far_off(&mut spelled));
        let begins_elsewhere = begins_elsewhere || beside_rows || block.begins_beside_column_numbers();
        let other = begins_elsewhere || block.counts_rows() || block.lists_people() || block.counts_criteria();
        let is_apart = other && !block.speaks_of_work() || beside_rows;
        if is_apart || block.counts_things() && !block.is_of_work(&mut spelled) {
            let strip = block.strip();
            // What is below the work already moves the place of the next.
            if !strip.is_read || !found.iter().any(|other| other.is_read) {
                found.push(strip);
            }
        }
    }
    found
}

/// What stands beside a row of a block, where it is no work.
#[derive(PartialEq)]
enum Beside {
    Titles,
    Line,
}

/// Who does the work, when, for how much, or how far it has come.
fn tells_of_work(cell: &Cell) -> bool {
    let text = cell.text.as_str();
    let timed = || phrase::time::is_time(text) && phrase::year::parse(text).is_none();
    let told = || phrase::status::word(text).is_some() || phrase::mark::parse(text).is_some();
    !text::is_figure(text) && (content::is_role(text) || told() || timed() || phrase::money::parse(text).amount_vnd.is_some())
}

/// "Tiêu chuẩn 1: …", "Tiêu chí 1.5: …".
fn heads(text: &str) -> bool {
    ["tieu chuan", "tieu chi"].iter().any(|word| text::opens_with_words(&text::fold(text), word))
}

/// Titles behind a blank column and the rows below them. They may as well be columns of the work that are not filled to the end: what else they
/// are must show.
struct Block<'g> {
    grid: &'g Grid,
    /// Place of the row of titles.
    at: usize,
    own: &'g [Cell],
    rows: Vec<&'g Row>,
}

impl<'g> Block<'g> {
    fn at(grid: &'g Grid, at: usize) -> Option<Block<'g>> {
        let titles = &grid.rows[at];
        let own = titles.cells.chunk_by(|one, next| one.column + 1 == next.column).last()?;
        let block = Block { grid, at, own, rows: Vec::new() };
        let apart = own[0].column > FEWEST as u32 && grid.merge_at(Address::new(titles.index, block.between())).is_none();
        if own.len() < FEWEST || !apart || !own.iter().all(|cell| may_title(&cell.text)) {
            return None;
        }
        let below = grid.rows[at + 1..].iter().zip(titles.index + 1..).take_while(|(row, index)| row.index == *index);
        let rows = below.map(|(row, _)| row).take_while(|row| block.right(row) >= FEWEST && row.get(block.between()).is_none());
        let rows: Vec<&Row> = rows.collect();
        (!rows.is_empty()).then_some(Block { rows, ..block })
    }

    fn first(&self) -> u32 {
        self.own[0].column
    }

    /// The blank column.
    fn between(&self) -> u32 {
        self.first() - 1
    }

    /// Cells of a row from the blank column on.
    fn right(&self, row: &Row) -> usize {
        row.cells.iter().filter(|cell| cell.column >= self.between()).count()
    }

    /// The work goes on where the block has ended, as rows do that have no column of it.
    fn stands_beside(&self) -> bool {
        let below = self.grid.rows[self.at + 1 + self.rows.len()..].iter().take_while(|row| self.right(row) == 0);
        below.into_iter().any(|row| row.cells.len() >= FEWEST)
    }

    /// Whether its first row is one of titles, and none of the rows below a title of the work: "Đã mua | Đủ" under "Kết quả" is no title of what
    /// follows. Titles are ours, are years, stand over figures, or begin each cell below them ("Nhóm" over "Nhóm 1").
    fn has_titles(&self, mut spelled: impl FnMut(&str) -> BTreeSet<Field>) -> bool {
        let titles = &self.grid.rows[self.at];
        let above = self.at.checked_sub(1).map(|above| &self.grid.rows[above]).filter(|above| above.index + 1 == titles.index);
        let mut above = above.into_iter().flat_map(|above| &above.cells).filter(|cell| cell.column >= self.first());
        // "Hoàn thành" may be told as well as head a column; "Thời gian" only heads one.
        let is_state = |field: &Field| matches!(field, Field::Done | Field::Ongoing | Field::NotStarted | Field::Met | Field::Unmet);
        let mut tells = |cell: &Cell| tells_of_work(cell) && spelled(&cell.text).iter().all(is_state);
        if self.own.iter().any(&mut tells) || above.any(|cell| !spelled(&cell.text).is_empty()) {
            return false;
        }
        let over = |title: &Cell, is: &dyn Fn(&str) -> bool| self.texts(title.column).next().is_some() && self.texts(title.column).all(is);
        let begins = |title: &Cell| over(title, &|text| text::opens_with_words(&text::fold(text), &text::fold(&title.text)));
        let is_title = |title: &Cell| {
            !spelled(&title.text).is_empty() || phrase::year::parse(&title.text).is_some() || over(title, &text::is_figure) || begins(title)
        };
        self.lists_people() || self.own.iter().any(is_title)
    }

    /// Its titles stand beside a row of the work, and above them there is nothing but a line: "1 | 1.1 | Sửa mái | | Nội dung | 2022-2023".
    fn begins_beside_rows(&self) -> bool {
        let left = self.grid.rows[self.at].cells.iter().filter(|cell| cell.column < self.between());
        let is_code = |text: &str| phrase::criterion::parse(text, None, None).criterion.is_some();
        let is_standard = |text: &str| phrase::criterion::heading(text).is_some_and(|heading| heading.number.is_some());
        let is_row = |cell: &Cell| text::is_figure(&cell.text) || is_standard(&cell.text) || is_code(&cell.text);
        let mut above = self.grid.rows[..self.at].iter().rev().zip(1..);
        let first = self.grid.rows[self.at].index;
        let bare = above.by_ref().take_while(|(row, back)| row.index + back == first).all(|(row, _)| self.right(row) <= 1);
        bare && self.rows.len() >= FEWEST && left.into_iter().any(is_row)
    }

    /// Its titles are those of a plan ("Tiêu chí", "Công việc", "Hạn") and none to their left is: what stands there is the other table. Where
    /// those to the left are such titles as well, its rows are works too: the second half of a plan, or what came of the first.
    fn is_the_work(&self, mut spelled: impl FnMut(&str) -> BTreeSet<Field>) -> bool {
        const FEWEST_OF_WORK: usize = 4;
        let left = self.grid.rows[self.at].cells.iter().filter(|cell| cell.column < self.between());
        let strange = left.map(|cell| spelled(&cell.text).is_empty()).collect::<Vec<_>>();
        let own: Vec<BTreeSet<Field>> = self.own.iter().map(|title| spelled(&title.text)).filter(|fields| !fields.is_empty()).collect();
        let coded = own.iter().any(|fields| fields.contains(&Field::Criterion));
        let works = || own.iter().any(|fields| fields.contains(&Field::Task) || fields.contains(&Field::Planned));
        coded && own.len() >= FEWEST_OF_WORK && !strange.is_empty() && (!strange.contains(&false) || works() && !self.counts_things())
    }

    /// Its first column says in each row what the first of the row says ("Thời gian | 10/2023 | | Thời gian | 12/2023"): two works, label by label.
    fn repeats_labels(&self) -> bool {
        let again = |row: &Row| row.get(self.first()).is_some_and(|cell| text::fold(&cell.text) == text::fold(&row.cells[0].text));
        again(&self.grid.rows[self.at]) && self.rows.iter().all(|row| again(row))
    }

    /// Each of its titles stands to its left, too: the table goes on beside itself.
    fn repeats_titles(&self) -> bool {
        let titles = &self.grid.rows[self.at].cells;
        let left: Vec<String> = titles.iter().filter(|cell| cell.column < self.between()).map(|cell| text::fold(&cell.text)).collect();
        self.own.len() > FEWEST && self.own.iter().all(|title| left.contains(&text::fold(&title.text)))
    }

    /// Behind so many blank columns, its rows full and none of its titles one of ours: nobody leaves out that many within a table.
    fn stands_far_off(&self, mut spelled: impl FnMut(&str) -> BTreeSet<Field>) -> bool {
        const FAR: u32 = 3;
        let before = self.grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).filter(|column| *column < self.first()).max();
        let full = self.rows.iter().all(|row| self.own.iter().all(|title| row.get(title.column).is_some()));
        let far = before.is_some_and(|before| before + FAR < self.first());
        far && full && self.rows.len() >= FEWEST && self.own.iter().all(|title| spelled(&title.text).is_empty())
    }

    /// "1 | 2 | 3 | | Nhóm 1 | Giáo viên A": the numbers of the columns go on to the last one.
    fn begins_beside_column_numbers(&self) -> bool {
        let first = self.rows[0];
        let left = first.cells.iter().filter(|cell| cell.column < self.between()).map(|cell| cell.text.as_str());
        count_columns(left) && self.own.iter().all(|title| !first.get(title.column).is_some_and(|cell| text::is_figure(&cell.text)))
    }

    /// Its rows stand beside what is no work: the titles of it, lines above them, names of standards and criteria; and none stand further down.
    fn begins_beside_lines(&self, mut spelled: impl FnMut(&str) -> BTreeSet<Field>) -> bool {
        let filled = |row: &Row| self.own.iter().all(|title| row.get(title.column).is_some());
        let mut titles = |cells: &[Cell]| cells.iter().filter(|cell| !spelled(&cell.text).is_empty()).count();
        // Between the work and the block another may stand.
        let work = self.grid.rows[self.at].cells.chunk_by(|one, next| one.column + 1 == next.column).next().unwrap_or_default();
        let work = work.last().filter(|_| work.len() > FEWEST).map_or(self.between(), |last| last.column + 1).min(self.between());
        let mut beside = |row: &Row| {
            let left = &row.cells[..row.cells.partition_point(|cell| cell.column < work)];
            let right = &row.cells[row.cells.partition_point(|cell| cell.column < self.between())..];
            let is_line = left.len() <= 1 || left.len() == 2 && left.iter().any(|cell| heads(&cell.text));
            if is_line { Some(Beside::Line) } else { (titles(left) > FEWEST && titles(right) == 0).then_some(Beside::Titles) }
        };
        let [first, second, ..] = self.rows[..] else { return false };
        let above = beside(&self.grid.rows[self.at]);
        let ends =
            || self.grid.rows[self.at + 1 + self.rows.len()..].iter().take_while(|row| row.cells.len() > 1).all(|row| self.right(row) == 0);
        let begins = match beside(first) {
            Some(Beside::Titles) => above == Some(Beside::Line),
            Some(Beside::Line) => self.rows.iter().all(|row| beside(row).is_some()) && ends(),
            None => false,
        };
        begins && filled(first) && filled(second)
    }

    /// Amounts or levels stand in its titles and nowhere to their left: "Đơn vị | Đơn giá | Thành tiền" behind "Công việc".
    fn is_of_work(&self, mut spelled: impl FnMut(&str) -> BTreeSet<Field>) -> bool {
        let left = self.grid.rows[self.at].cells.iter().filter(|cell| cell.column < self.between());
        let left: BTreeSet<Field> = left.flat_map(|cell| spelled(&cell.text)).collect();
        let mut own = self.own.iter().flat_map(|cell| spelled(&cell.text));
        own.any(|field| matches!(field, Field::Cost | Field::Level) && !left.contains(&field))
    }

    fn texts(&self, column: u32) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.get(column)).map(|cell| cell.text.as_str())
    }

    fn titled(&self, is: impl Fn(&str) -> bool) -> bool {
        self.own.iter().any(|title| is(&text::fold(&title.text)))
    }

    /// "TT | Hạng mục" over rows with numbers of their own.
    fn counts_rows(&self) -> bool {
        let numbers = matches!(text::fold(&self.own[0].text).as_str(), "tt" | "stt" | "so tt");
        numbers && self.rows.len() >= FEWEST && self.texts(self.first()).all(text::is_figure)
    }

    fn lists_people(&self) -> bool {
        self.titled(|title| matches!(title, "ho va ten" | "ho ten"))
    }

    /// "Mức | Số tiêu chí đạt | Tỷ lệ".
    fn counts_criteria(&self) -> bool {
        self.titled(counts_criteria)
    }

    /// Figures under two titles and more, beside what they count; or one row of nothing else.
    fn counts_things(&self) -> bool {
        let figures = |title: &Cell| self.texts(title.column).next().is_some() && self.texts(title.column).all(text::is_figure);
        let named = self.rows.len() >= FEWEST && self.own.len() > FEWEST && self.texts(self.first()).all(|text| !text::is_figure(text));
        let one = self.rows.len() == 1 && self.own.len() > FEWEST && figures(&self.own[0]);
        (named || one) && self.own[1..].iter().all(figures)
    }

    /// A second table of works is read by others.
    fn speaks_of_work(&self) -> bool {
        let cells = || self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.column >= self.first());
        !self.lists_people() && cells().filter(|cell| tells_of_work(cell)).count() * 3 > cells().count()
    }

    fn strip(&self) -> Strip {
        let titles = self.grid.rows[self.at].index;
        // "KẾT QUẢ KHẢO SÁT" over the titles.
        let above = self.at.checked_sub(1).map(|above| &self.grid.rows[above]).filter(|above| above.index + 1 == titles);
        let caption = above.filter(|above| self.right(above) == 1).and_then(|above| above.get(self.first()));
        let captioned = caption.is_some_and(|cell| may_title(&cell.text));
        Strip {
            first: Address::new(titles - u32::from(captioned), self.first()),
            titles,
            last: self.rows.last().map_or(titles, |row| row.index),
            is_read: self.counts_criteria() || self.speaks_of_work(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::grid;

    fn widths(rows: &[&[&str]]) -> Vec<usize> {
        let workbook = Workbook { grids: vec![grid(rows)], ..Workbook::default() };
        let found = vec![strips(&workbook.grids[0], |_| BTreeSet::new())];
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
