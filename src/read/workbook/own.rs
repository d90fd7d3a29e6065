//! A workbook that was handed back with our marks → the workbook as the school has it: what we wrote on our sheet is no reading.
//!
//! Notes and fills are no cells, so only the sheet needs leaving out. What a school wrote beside or below our list stays and is read.

use crate::finding::Finding;
use crate::mark::{STAMP, TITLE, TITLES, stamped_area};
use crate::model::Address;
use crate::read::grid::{Grid, Row, Workbook};

/// `names` are the defined names of the workbook and what they stand for.
pub(super) fn leave_out(workbook: &mut Workbook, names: &[(String, String)], findings: &mut Vec<Finding>) {
    let stamped: Vec<_> = names.iter().filter(|(name, _)| name.ends_with(STAMP)).filter_map(|(_, area)| stamped_area(area)).collect();
    workbook.grids.retain_mut(|grid| {
        // The name alone is not believed: a sheet of the school's is never lost for a name that leads to it.
        if grid.text(Address::new(0, 0)) != TITLE {
            return true;
        }
        let stamp = stamped.iter().find(|(sheet, ..)| *sheet == *grid.name).map(|(.., last)| last.row);
        let Some(last) = stamp.max(list_end(grid)) else { return true };
        for row in grid.rows.iter_mut().filter(|row| row.index <= last) {
            row.cells.retain(|cell| cell.column as usize >= TITLES.len());
        }
        grid.rows.retain(|row| !row.cells.is_empty());
        if grid.rows.is_empty() {
            findings.retain(|finding| finding.sheet.as_ref() != Some(&grid.name));
        }
        !grid.rows.is_empty()
    });
}

/// The last row of our list: below its titles every row begins with a number.
fn list_end(grid: &Grid) -> Option<u32> {
    let titles = |at: &usize| {
        TITLES.iter().enumerate().all(|(column, title)| grid.rows[*at].get(column as u32).is_some_and(|cell| cell.text == *title))
    };
    let head = (0..grid.rows.len()).find(titles)?;
    let numbered = |at: &&Row| at.get(0).is_some_and(|cell| cell.text.parse::<u32>().is_ok());
    let last = grid.rows[head + 1..].iter().take_while(numbered).last().unwrap_or(&grid.rows[head]);
    Some(last.index)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::{Cell, CellKind};

    fn grid(name: &str, rows: &[&[&str]]) -> Grid {
        let cell =
            |(column, text): (usize, &&str)| Cell { column: column as u32, text: (*text).to_owned(), raw: None, kind: CellKind::Text };
        let rows = rows.iter().enumerate().map(|(index, texts)| Row {
            index: index as u32,
            cells: texts.iter().enumerate().filter(|(_, text)| !text.is_empty()).map(cell).collect(),
        });
        Grid { name: name.into(), rows: rows.filter(|row| !row.cells.is_empty()).collect(), ..Grid::default() }
    }

    fn left(grids: Vec<Grid>, names: &[(&str, &str)]) -> Vec<String> {
        let mut workbook = Workbook { grids, ..Workbook::default() };
        let names: Vec<(String, String)> = names.iter().map(|(name, area)| ((*name).to_owned(), (*area).to_owned())).collect();
        leave_out(&mut workbook, &names, &mut Vec::new());
        let texts = |grid: &Grid| grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text.clone()).collect::<Vec<_>>().join(" ");
        workbook.grids.iter().map(|grid| format!("{}: {}", grid.name, texts(grid))).collect()
    }

    #[test]
    fn our_sheet_is_left_out_with_its_stamp_or_without() {
        let ours = || grid("Cần sửa", &[&[TITLE], &["Bấm vào ô"], &[], &TITLES, &["1", "Lỗi"], &["2", "Lỗi"]]);
        let school = || grid("KH", &[&["TT"]]);
        assert_eq!(left(vec![ours(), school()], &[(STAMP, "'Cần sửa'!$A$1:$G$6")]), ["KH: TT"]);
        assert_eq!(left(vec![ours(), school()], &[]), ["KH: TT"]);
    }

    #[test]
    fn what_the_school_wrote_there_is_read_and_its_own_sheet_of_that_name_too() {
        let written = grid("Cần sửa", &[&[TITLE], &TITLES, &["1", "Lỗi", "", "", "", "", "", "đã sửa"], &["Ghi thêm"]]);
        assert_eq!(left(vec![written], &[(STAMP, "'Cần sửa'!$A$1:$G$3")]), ["Cần sửa: đã sửa Ghi thêm"]);
        let own = grid("Cần sửa", &[&["TT", "Việc"], &["1", "Mua sách"]]);
        assert_eq!(left(vec![own], &[(STAMP, "'Cần sửa'!$A$1:$G$9")]), ["Cần sửa: TT Việc 1 Mua sách"]);
    }
}
