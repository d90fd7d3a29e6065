//! Works side by side, the label of each row at its left ("Công việc | Trồng cây | Mua sách" over "Thời gian | 2/2024 | 10/2023"), or one work
//! alone on its sheet, in; one table with the labels as its titles and a row a work out, and where each of its cells stood.

use std::collections::{BTreeMap, BTreeSet};

use super::{Labels, is_label};
use crate::model::Address;
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

/// The labels below one another and the columns of works beside them.
pub(super) struct Block<'g> {
    grid: &'g Grid,
    pub labels: Labels,
    /// Places of its rows on the grid.
    rows: std::ops::Range<usize>,
    pub works: BTreeSet<u32>,
}

impl<'g> Block<'g> {
    /// The first such block of a sheet.
    pub fn of(grid: &'g Grid) -> Option<Block<'g>> {
        let opens = |row: &Row| {
            let folded = row.cells.first().filter(|_| row.cells.len() > 1).map(|cell| text::fold(&cell.text)).unwrap_or_default();
            OPENINGS.iter().any(|words| folded == *words || folded.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ')))
        };
        let start = grid.rows.iter().position(opens)?;
        let column = grid.rows[start].cells[0].column;
        let mut titles: Vec<(String, String)> = Vec::new();
        let mut end = start;
        while let Some(row) = grid.rows.get(end) {
            let goes_on = end == start || row.index == grid.rows[end - 1].index + 1;
            let Some(label) = row.cells.first().filter(|cell| goes_on && cell.column == column && is_label(&cell.text)) else { break };
            let folded = text::fold(&label.text);
            if titles.iter().any(|(known, _)| *known == folded) {
                return None;
            }
            titles.push((folded, label.text.trim_end_matches([':', ' ']).to_owned()));
            end += 1;
        }
        let works: BTreeSet<u32> = grid.rows[start..end].iter().flat_map(|row| row.cells[1..].iter().map(|cell| cell.column)).collect();
        let labels = Labels { first: Address::new(grid.rows[start].index, column), titles };
        let is_one = labels.titles.len() >= FEWEST_LABELS && labels.speak_of_work() && labels.name_a_criterion();
        (is_one && !works.is_empty()).then_some(Block { grid, labels, rows: start..end, works })
    }

    /// Whether a row of the sheet is one of its own: titles found there would be values.
    pub fn holds(&self, row: u32) -> bool {
        self.grid.rows[self.rows.clone()].iter().any(|own| own.index == row)
    }

    /// The sheet with the block as a table, and where the cells of the table, and those below it, stood.
    pub fn table(&self) -> (Grid, BTreeMap<Address, Address>) {
        let Block { grid, labels, rows, works } = self;
        let column = |place: usize| labels.first.column + u32::try_from(place).unwrap_or_default();
        let cell = |place: usize, text: &str, kind: CellKind| Cell { column: column(place), text: text.to_owned(), raw: None, kind };
        let mut stood = BTreeMap::new();
        let titles = labels.titles.iter().enumerate().map(|(place, (_, title))| cell(place, title, CellKind::Text)).collect();
        let mut made = vec![Row { index: labels.first.row, cells: titles }];
        let block = &grid.rows[rows.clone()];
        for (place, row) in block.iter().enumerate() {
            stood.insert(Address::new(labels.first.row, column(place)), Address::new(row.index, labels.first.column));
        }
        for (at, work) in (1u32..).zip(works) {
            let index = labels.first.row + at;
            let mut cells = Vec::new();
            for (place, row) in block.iter().enumerate() {
                // What is merged over several works is of each.
                let own = Address::new(row.index, *work);
                let Some(shown) = grid.shown(own).filter(|shown| shown.column != labels.first.column) else { continue };
                stood.insert(Address::new(index, column(place)), Address::new(row.index, shown.column));
                cells.push(Cell { column: column(place), ..shown.clone() });
            }
            made.push(Row { index, cells });
        }
        // What stands below goes down where the works are more than the labels.
        let made_until = labels.first.row + u32::try_from(works.len()).unwrap_or_default();
        let below = grid.rows.get(rows.end).map_or(made_until + 1, |row| row.index);
        let down = (made_until + 1).saturating_sub(below);
        let mut table = (*grid).clone();
        let moved = grid.rows[rows.end..].iter().map(|row| Row { index: row.index + down, cells: row.cells.clone() });
        for (row, cell) in grid.rows[rows.end..].iter().filter(|_| down > 0).flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
            stood.insert(Address::new(row.index + down, cell.column), Address::new(row.index, cell.column));
        }
        table.rows = grid.rows[..rows.start].iter().cloned().chain(made).chain(moved).collect();
        table.merges.retain(|area| area.last.row < labels.first.row);
        (table, stood)
    }
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
        let (table, stood) = Block::of(&drawn).expect("a block").table();
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
        assert_eq!(Block::of(&drawn).map(|block| block.works.len()), Some(2));
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
            assert!(Block::of(&grid(rows)).is_none(), "{rows:?}");
        }
    }
}
