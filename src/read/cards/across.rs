//! Works side by side, the label of each row at its left ("Công việc | Trồng cây | Mua sách" over "Thời gian | 2/2024 | 10/2023"), or one work
//! alone on its sheet, in; also several such blocks below one another, and labels again before each work. One table with the labels as its titles and a row a work out, and where each of its cells stood.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Labels, counts_cards, is_label};
use crate::model::Address;
use crate::phrase;
use crate::read::grid::{Cell, CellKind, Grid, Row};
use crate::text;

/// Labels that make such a table.
const FEWEST_LABELS: usize = 4;
/// What the first of them names: the number of a work, its criterion, the work itself. Folded.
const OPENINGS: &[&str] = &[
    "stt",
    "tt",
    "so tt",
    "tieu chi",
    "tieu chuan",
    "tc",
    "ma tc",
    "ma tieu chi",
    "noi dung",
    "cong viec",
    "viec",
    "muc tieu",
    "ten cong viec",
    "nhiem vu",
    "hoat dong",
];

/// The blocks of a sheet that have the same labels: one, or one for each standard or for each pair of works.
pub(super) struct Blocks<'g> {
    grid: &'g Grid,
    pub labels: Labels,
    blocks: Vec<Block>,
}

/// The labels below one another and the columns of works beside them.
struct Block {
    /// Folded, and as written.
    titles: Vec<(String, String)>,
    /// Places of its rows on the grid.
    rows: Range<usize>,
    works: BTreeSet<u32>,
}

impl Block {
    fn at(grid: &Grid, start: usize) -> Option<Block> {
        let column = grid.rows[start].cells.first()?.column;
        let mut titles: Vec<(String, String)> = Vec::new();
        let mut end = start;
        while let Some(row) = grid.rows.get(end) {
            let goes_on = end == start || row.index == grid.rows[end - 1].index + 1;
            let Some(label) = row.cells.first().filter(|cell| goes_on && cell.column == column && is_label(&cell.text)) else { break };
            let folded = text::fold(&label.text);
            let heads_next = row.cells.len() == 1 && (phrase::criterion::heading(&label.text).is_some() || counts_cards(&label.text));
            if heads_next || titles.iter().any(|(known, _)| *known == folded) {
                break;
            }
            titles.push((folded, label.text.trim_end_matches([':', ' ']).to_owned()));
            end += 1;
        }
        // The labels may stand again before the next work.
        let again = |cell: &&Cell, row: &Row| text::fold(&cell.text) == text::fold(&row.cells[0].text);
        let block = &grid.rows[start..end];
        let labels: BTreeSet<u32> =
            block.iter().flat_map(|row| row.cells[1..].iter().filter(|cell| again(cell, row)).map(|cell| cell.column)).collect();
        let are_labels = |column: &u32| {
            labels.contains(column) && block.iter().filter_map(|row| Some((row.get(*column)?, row))).all(|(cell, row)| again(&cell, row))
        };
        let works: BTreeSet<u32> = block.iter().flat_map(|row| row.cells[1..].iter().map(|cell| cell.column)).collect();
        let works = works.into_iter().filter(|column| !are_labels(column)).collect();
        Some(Block { titles, rows: start..end, works })
    }
}

impl<'g> Blocks<'g> {
    /// The first such block of a sheet, and those below it that begin as it does.
    pub fn of(grid: &'g Grid) -> Option<Blocks<'g>> {
        let opens = |row: &Row| {
            let folded = row.cells.first().filter(|_| row.cells.len() > 1).map(|cell| text::fold(&cell.text)).unwrap_or_default();
            OPENINGS.iter().any(|words| folded == *words || folded.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ')))
        };
        let start = grid.rows.iter().position(opens)?;
        let first = Block::at(grid, start)?;
        let at = Address::new(grid.rows[start].index, grid.rows[start].cells[0].column);
        let mut labels = Labels { first: at, titles: first.titles.clone() };
        let is_one = labels.titles.len() >= FEWEST_LABELS && labels.speak_of_work() && labels.name_a_criterion();
        if !is_one || first.works.is_empty() {
            return None;
        }
        let begins =
            |row: &Row| row.cells.len() > 1 && row.cells[0].column == at.column && text::fold(&row.cells[0].text) == first.titles[0].0;
        let mut blocks = vec![];
        let mut from = first.rows.end;
        while let Some(next) = grid.rows.get(from..).and_then(|rows| rows.iter().position(begins)) {
            let Some(block) = Block::at(grid, from + next).filter(|block| alike(&block.titles, &first.titles)) else { break };
            let new = block.titles.iter().filter(|title| labels.place(&title.0).is_none()).cloned().collect::<Vec<_>>();
            labels.titles.extend(new);
            from = block.rows.end;
            blocks.push(block);
        }
        blocks.insert(0, first);
        Some(Blocks { grid, labels, blocks })
    }

    /// How many works stand beside one another where they are most.
    pub fn side_by_side(&self) -> usize {
        self.blocks.iter().map(|block| block.works.len()).max().unwrap_or_default()
    }

    /// Whether there is nothing but one work.
    pub fn is_one_work(&self) -> bool {
        self.blocks.len() == 1 && self.side_by_side() == 1
    }

    pub fn are_several(&self) -> bool {
        self.blocks.len() > 1
    }

    /// Whether titles found on a row are none: on a row of its own they would be values. Below its last row another table may begin.
    pub fn allows(&self, row: u32) -> bool {
        row > self.last() || self.blocks.iter().any(|block| self.grid.rows[block.rows.clone()].iter().any(|own| own.index == row))
    }

    /// The last of its rows.
    fn last(&self) -> u32 {
        let end = self.blocks.last().map_or(0, |block| block.rows.end);
        self.grid.rows[..end].last().map_or(0, |row| row.index)
    }

    /// The sheet with the blocks as a table, and where the cells of the table, and those below it, stood.
    pub fn table(&self) -> (Grid, BTreeMap<Address, Address>) {
        let Blocks { grid, labels, blocks } = self;
        let column = |place: usize| labels.first.column + u32::try_from(place).unwrap_or_default();
        let cell = |place: usize, text: &str, kind: CellKind| Cell { column: column(place), text: text.to_owned(), raw: None, kind };
        let mut stood = BTreeMap::new();
        let titles = labels.titles.iter().enumerate().map(|(place, (_, title))| cell(place, title, CellKind::Text)).collect();
        for (at, place) in blocks[0].rows.clone().zip(0..) {
            stood.insert(Address::new(labels.first.row, column(place)), Address::new(grid.rows[at].index, labels.first.column));
        }
        let before = &grid.rows[..blocks[0].rows.start];
        let mut made: Vec<Row> = before.iter().cloned().chain([Row { index: labels.first.row, cells: titles }]).collect();
        // Where works are more than labels, what stands below goes down.
        let mut next = labels.first.row + 1;
        let mut down = 0;
        for (at, block) in blocks.iter().enumerate() {
            for work in &block.works {
                let mut cells = Vec::new();
                for row in &grid.rows[block.rows.clone()] {
                    // What is merged over several works is of each.
                    let own = Address::new(row.index, *work);
                    let Some(shown) = grid.shown(own).filter(|shown| shown.column != labels.first.column) else { continue };
                    let Some(place) = labels.place(&row.cells[0].text) else { continue };
                    stood.insert(Address::new(next, column(place)), Address::new(row.index, shown.column));
                    cells.push(Cell { column: column(place), ..shown.clone() });
                }
                cells.sort_by_key(|cell| cell.column);
                made.push(Row { index: next, cells });
                next += 1;
            }
            let until = blocks.get(at + 1).map_or(grid.rows.len(), |below| below.rows.start);
            let between = &grid.rows[block.rows.end..until];
            down = between.first().map_or(0, |row| next.saturating_sub(row.index));
            for row in between {
                let index = row.index + down;
                if down > 0 {
                    stood.extend(row.cells.iter().map(|cell| (Address::new(index, cell.column), Address::new(row.index, cell.column))));
                }
                made.push(Row { index, cells: row.cells.clone() });
                next = index + 1;
            }
        }
        let mut table = (*grid).clone();
        table.rows = made;
        let last = self.last();
        table.merges.retain(|area| area.last.row < labels.first.row || area.first.row > last);
        for area in table.merges.iter_mut().filter(|area| area.first.row > last) {
            (area.first.row, area.last.row) = (area.first.row + down, area.last.row + down);
        }
        (table, stood)
    }
}

/// Whether blocks have most of their labels in common.
fn alike(one: &[(String, String)], other: &[(String, String)]) -> bool {
    let common = one.iter().filter(|(label, _)| other.iter().any(|(known, _)| known == label)).count();
    common >= super::FEWEST_LABELS && common * 2 > one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    #[test]
    fn works_side_by_side_are_rows_under_their_labels() {
        let rows: &[&[&str]] = &[
            &["TRƯỜNG THCS HOA SEN"],
            &["STT", "1", "2", "3", "4", "5"],
            &["Tiêu chí", "1.3", "3.1", "5.2", "5.3", "5.4"],
            &["Công việc", "Kết nạp đảng viên", "Trồng cây", "Phụ đạo", "Tham quan", "Hội trại"],
            &["Thời gian", "5/2024", "2/2024", "Cả năm học", "3/2024", "4/2024"],
            &[],
            &["", "", "HIỆU TRƯỞNG"],
        ];
        let drawn = grid(rows);
        let (table, stood) = Blocks::of(&drawn).expect("a block").table();
        let shown = lines(&table);
        assert_eq!(shown[1], "0:STT 1:Tiêu chí 2:Công việc 3:Thời gian");
        assert_eq!(shown[3], "0:2 1:3.1 2:Trồng cây 3:2/2024");
        assert_eq!((shown.len(), shown[7].as_str()), (8, "2:HIỆU TRƯỞNG"));
        assert_eq!(stood[&Address::new(3, 2)], Address::new(3, 2));
        assert_eq!(stood[&Address::new(table.rows[7].index, 2)], Address::new(6, 2));
        assert!(table.rows.windows(2).all(|pair| pair[0].index < pair[1].index));
    }

    #[test]
    fn content_is_the_work_where_it_is_said_who_does_it_and_when() {
        let drawn = grid(&[
            &["Mã TC", "1.2", "2.1"],
            &["Nội dung", "Tập huấn", "Mở lớp"],
            &["Cá nhân, bộ phận thực hiện", "Tổng phụ trách", "Kế toán"],
            &["Tiến độ thời gian", "10/2023", "Trước 30/11"],
        ]);
        assert_eq!(Blocks::of(&drawn).map(|blocks| blocks.side_by_side()), Some(2));
    }

    #[test]
    fn tables_and_lists_of_other_things_are_none() {
        let sheets: [&[&[&str]]; 4] = [
            &[&["Tiêu chí", "Công việc", "Thời gian"], &["Tiêu chí 1.1", "a", "9/2023"], &["Tiêu chí 1.2", "b", "9/2023"]],
            &[&["Nội dung", "Năm nay"], &["Số lớp", "12"], &["Số học sinh", "400"], &["Số giáo viên", "22"]],
            &[&["Tiêu chí", "1.1", "1.2"], &["Mức 1", "x", "x"], &["Mức 2", "x", ""], &["Mức 3", "", ""]],
            &[&["Công việc", "a"], &["Thời gian", "b"], &["Công việc", "c"], &["Thời gian", "d"], &["Tiêu chí", "1.1"]],
        ];
        for rows in sheets {
            assert!(Blocks::of(&grid(rows)).is_none(), "{rows:?}");
        }
    }
}
