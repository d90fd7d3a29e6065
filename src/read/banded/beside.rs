//! States that stand side by side over tables side by side ("VIỆC ĐÃ LÀM XONG | | VIỆC CHƯA LÀM") → a column with its state behind each of them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Finding, TITLE, finding, opens_table, state};
use crate::model::Address;
use crate::read::grid::{Cell, CellKind, Grid, Workbook};
use crate::read::stood::Stood;

/// Titles that a table has at least.
const FEWEST_TITLES: usize = 2;

/// A state, and the table under it.
struct Block {
    at: Address,
    words: String,
    /// Where the state is put: behind the last title.
    column: u32,
    first: u32,
}

/// Tables side by side, each under its state.
struct Beside {
    states: u32,
    titles: u32,
    blocks: Vec<Block>,
    /// Rows below the titles that hold work, by the place of the block.
    rows: Vec<(u32, usize)>,
}

/// The workbook, the states beside the works they stand over; by sheet what is to be told of it, and where each state stands.
pub(in crate::read) fn gathered(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>, Stood) {
    let mut stood = Stood::default();
    let mut told = Vec::new();
    for (at, grid) in workbook.grids.iter().enumerate() {
        let Some(found) = found(grid) else { continue };
        let states: Vec<&str> = found.blocks.iter().map(|block| block.words.as_str()).collect();
        let mut finding =
            Finding::new(&finding::STATE_FROM_TITLE).with("count", found.rows.len()).with("states", states.join("; ")).with("besides", "");
        finding.cell = found.blocks.first().map(|block| block.at);
        told.push((at, finding));
        let cells: BTreeMap<Address, Address> =
            found.rows.iter().map(|(row, block)| (Address::new(*row, found.blocks[*block].column), found.blocks[*block].at)).collect();
        stood.add(&grid.name, cells);
    }
    (workbook.mended(|grid| found(grid).into_iter().collect(), put), told, stood)
}

/// Two states at least, that differ, and titles right below that begin alike under each.
fn found(grid: &Grid) -> Option<Beside> {
    grid.rows.windows(2).enumerate().find_map(|(place, pair)| {
        let [states, titles] = pair else { return None };
        let said: Vec<(u32, String, _)> =
            states.cells.iter().map(|cell| state(&cell.text).map(|(status, words)| (cell.column, words, status))).collect::<Option<_>>()?;
        let differ = said.windows(2).all(|pair| pair[0].2 != pair[1].2);
        if said.len() < 2 || !differ || titles.index != states.index + 1 || !opens_table(titles) {
            return None;
        }
        let opening = titles.get(said[0].0)?.text.clone();
        let mut blocks = Vec::new();
        for (place, (first, words, _)) in said.iter().enumerate() {
            let until = said.get(place + 1).map_or(u32::MAX, |(next, ..)| *next);
            let own: Vec<u32> = titles.cells.iter().map(|cell| cell.column).filter(|column| (*first..until).contains(column)).collect();
            let column = own.last()? + 1;
            let alike = titles.get(*first).is_some_and(|title| title.text == opening);
            if !alike || own.len() < FEWEST_TITLES || column >= until {
                return None;
            }
            blocks.push(Block { at: Address::new(states.index, *first), words: words.clone(), column, first: *first });
        }
        let below = grid.rows[place + 2..].iter().enumerate().take_while(|(behind, row)| row.index == titles.index + 1 + *behind as u32);
        let mut rows = Vec::new();
        for (_, row) in below {
            for (place, block) in blocks.iter().enumerate() {
                let cells = row.cells.iter().filter(|cell| (block.first..block.column).contains(&cell.column)).count();
                if row.get(block.column).is_some() {
                    return None;
                }
                if cells >= FEWEST_TITLES {
                    rows.push((row.index, place));
                }
            }
        }
        (!rows.is_empty()).then_some(Beside { states: states.index, titles: titles.index, blocks, rows })
    })
}

fn put(grid: &mut Grid, found: &Beside) {
    grid.rows.retain(|row| row.index != found.states);
    let mut write = |row: u32, column: u32, text: &str| {
        let Some(row) = grid.rows.iter_mut().find(|own| own.index == row) else { return };
        if let Err(place) = row.cells.binary_search_by_key(&column, |cell| cell.column) {
            row.cells.insert(place, Cell { column, text: text.to_owned(), raw: None, kind: CellKind::Text });
        }
    };
    found.blocks.iter().for_each(|block| write(found.titles, block.column, TITLE));
    found.rows.iter().for_each(|(row, block)| write(*row, found.blocks[*block].column, &found.blocks[*block].words));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    fn shown(rows: &[&[&str]]) -> Vec<String> {
        sketch::mended(grid(rows), |workbook| gathered(workbook).0)
    }

    #[test]
    fn each_of_two_tables_has_the_state_above_it() {
        let rows: &[&[&str]] = &[
            &["VIỆC ĐÃ LÀM XONG", "", "", "", "VIỆC CHƯA LÀM"],
            &["Tiêu chí", "Việc", "Hạn", "", "Tiêu chí", "Việc", "Hạn"],
            &["1.3", "a", "b", "", "3.2", "c", "d"],
            &["3.1", "e", "f"],
        ];
        let expected = [
            "0:Tiêu chí 1:Việc 2:Hạn 3:Tình trạng 4:Tiêu chí 5:Việc 6:Hạn 7:Tình trạng",
            "0:1.3 1:a 2:b 3:Đã làm xong 4:3.2 5:c 6:d 7:Chưa làm",
            "0:3.1 1:e 2:f 3:Đã làm xong",
        ];
        assert_eq!(shown(rows), expected);
    }

    #[test]
    fn states_over_columns_of_one_table_stay() {
        for rows in [
            &[&["", "", "Đã xong", "Đang làm", "Chưa làm"][..], &["TT", "Việc", "HKI", "HKI", "HKI"], &["1", "a", "x", "", ""]][..],
            &[&["Đã xong", "", "Chưa xong"], &["TT", "Việc", "TT", "Việc"], &["1", "a", "2", "b"]],
            &[&["Đã xong", "", "", "Đã làm xong"], &["TT", "Việc", "", "TT", "Việc"], &["1", "a", "", "2", "b"]],
        ] {
            assert_eq!(shown(rows), sketch::lines(&grid(rows)), "{rows:?}");
        }
    }
}
