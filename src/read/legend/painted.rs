//! Sheets that explain what their colours mean ("[green] Đã hoàn thành", "Màu đỏ: chưa làm") in, the same with the meaning written into the cells
//! of states that are painted and empty out.
//!
//! Without such a legend nobody can know what a colour means, and it is only told that it stands there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{meant, of_grid};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::colour::{Colour, name};
use crate::read::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::text;

/// Colours that are told apart, and cells that are painted with them.
const FEWEST: usize = 2;
/// Filled cells that make a row of work.
const OF_WORK: usize = 3;
/// Words of a title that asks how far the work has come. Folded.
const STATES: &[&str] = &["ket qua", "tinh trang", "trang thai", "tien do", "muc do", "danh gia", "tinh hinh", "theo doi"];

/// What the colours of a sheet mean.
struct Legend {
    meanings: BTreeMap<Colour, String>,
    /// Rows that are nothing but the legend.
    rows: BTreeSet<u32>,
    /// Its words where they stand beside rows of the table.
    beside: Vec<Address>,
    first: Address,
}

impl Legend {
    fn shown(&self) -> String {
        self.meanings.iter().map(|(colour, meaning)| format!("{}: {meaning}", name(*colour))).collect::<Vec<_>>().join("; ")
    }
}

pub(super) fn written_out(workbook: &mut Cow<'_, Workbook>) -> Vec<(Arc<str>, Finding)> {
    let mut told = Vec::new();
    for at in 0..workbook.grids.len() {
        let grid = &workbook.grids[at];
        if grid.coloured.is_empty() {
            continue;
        }
        let Some(legend) = of_cells(grid).or_else(|| of_side(grid)).or_else(|| of_line(grid)) else { continue };
        let painted = painted(grid, &legend);
        let finding = match column_of(grid, &painted) {
            Some(column) => {
                let cells: Vec<(Address, Colour)> = painted.into_iter().filter(|(at, _)| at.column == column).collect();
                let finding = Finding::new(&finding::SIGNS_EXPLAINED).raw(legend.shown());
                let finding = finding.with("count", cells.len()).with("columns", Address::letters(column));
                write(&mut workbook.to_mut().grids[at], &legend, &cells);
                finding
            }
            None => {
                let rows = painted_rows(grid, &legend);
                if rows < FEWEST || asks_for_states(grid) {
                    continue;
                }
                Finding::new(&finding::STATE_BY_COLOUR).with("count", rows).with("colours", legend.shown())
            }
        };
        told.push((Arc::clone(&workbook.grids[at].name), Finding { cell: Some(legend.first), ..finding }));
    }
    told
}

/// Painted cells beside states, or painted states, in one block of rows that say nothing else. Bands over rows of work are none.
fn of_cells(grid: &Grid) -> Option<Legend> {
    let painted: BTreeSet<u32> = grid.coloured.iter().map(|(at, _)| at.row).collect();
    let only_states = |row: &&Row| painted.contains(&row.index) && row.cells.iter().all(|cell| meant(&cell.text).is_some());
    let mut found: Option<Legend> = None;
    for row in grid.rows.iter().filter(only_states) {
        for (at, colour) in grid.coloured.iter().filter(|(at, _)| at.row == row.index) {
            let own = row.get(at.column).or_else(|| row.cells.iter().find(|cell| (1..=2).contains(&cell.column.saturating_sub(at.column))));
            let Some(meaning) = own.map(|cell| cell.text.clone()) else { continue };
            let legend =
                found.get_or_insert_with(|| Legend { meanings: BTreeMap::new(), rows: BTreeSet::new(), beside: Vec::new(), first: *at });
            legend.rows.insert(row.index);
            if legend.meanings.insert(*colour, meaning.clone()).is_some_and(|other| other != meaning) {
                return None;
            }
        }
    }
    let legend = found?;
    let one_block = legend.rows.iter().zip(legend.rows.iter().skip(1)).all(|(row, next)| next - row <= 2)
        && grid
            .rows
            .iter()
            .filter(|row| legend.rows.range(..row.index).next().is_some() && legend.rows.range(row.index..).next().is_some())
            .all(|row| legend.rows.contains(&row.index));
    (one_block && differ(&legend.meanings)).then_some(legend)
}

/// Painted cells beside states at the right of the table, each colour and each state once: the last two cells of their rows.
fn of_side(grid: &Grid) -> Option<Legend> {
    let mut columns: BTreeMap<u32, Vec<(Address, Colour, Address, &str)>> = BTreeMap::new();
    for (at, colour) in grid.coloured.iter().filter(|(at, _)| grid.text(*at).is_empty()) {
        let last =
            grid.row(at.row).and_then(|row| row.cells.last()).filter(|last| (1..=2).contains(&last.column.saturating_sub(at.column)));
        if let Some(last) = last.filter(|last| meant(&last.text).is_some()) {
            columns.entry(at.column).or_default().push((*at, *colour, Address::new(at.row, last.column), &last.text));
        }
    }
    columns.into_values().find_map(|cells| {
        let meanings: BTreeMap<Colour, String> = cells.iter().map(|(_, colour, _, text)| (*colour, (*text).to_owned())).collect();
        let once = meanings.len() == cells.len() && cells.windows(2).all(|pair| pair[1].0.row == pair[0].0.row + 1);
        let beside = cells.iter().map(|(.., at, _)| *at).collect();
        (once && differ(&meanings)).then(|| Legend { meanings, rows: BTreeSet::new(), beside, first: cells[0].0 })
    })
}

/// "Xanh: đã hoàn thành; đỏ: chưa làm": the colours by their names, of which each is that of one fill on the sheet.
fn of_line(grid: &Grid) -> Option<Legend> {
    let (first, signs) = of_grid(grid)?;
    let fills: BTreeSet<Colour> = grid.coloured.iter().map(|(_, colour)| *colour).collect();
    let mut meanings = BTreeMap::new();
    for (sign, meaning) in &signs {
        let is_called = |colour: &&Colour| name(**colour) == sign || name(**colour).split(' ').next() == Some(sign);
        let mut called = fills.iter().filter(is_called);
        let colour = called.next().filter(|_| called.next().is_none());
        meanings.extend(colour.map(|colour| (*colour, meaning.clone())));
    }
    differ(&meanings).then_some(Legend { meanings, rows: BTreeSet::new(), beside: Vec::new(), first })
}

fn differ(meanings: &BTreeMap<Colour, String>) -> bool {
    let said: BTreeSet<_> = meanings.values().map(|meaning| meant(meaning)).collect();
    meanings.len() >= FEWEST && said.len() == meanings.len()
}

/// The empty cells of rows of work in a colour that is explained.
fn painted(grid: &Grid, legend: &Legend) -> Vec<(Address, Colour)> {
    let of_work = |at: Address| !legend.rows.contains(&at.row) && grid.row(at.row).is_some_and(|row| row.cells.len() >= OF_WORK);
    let is_own = |(at, colour): &&(Address, Colour)| legend.meanings.contains_key(colour) && grid.text(*at).is_empty() && of_work(*at);
    grid.coloured.iter().filter(is_own).copied().collect()
}

/// The one column of these cells; of several, where whole rows are painted, the one whose title asks for states.
fn column_of(grid: &Grid, painted: &[(Address, Colour)]) -> Option<u32> {
    let mut counts: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
    for (at, _) in painted {
        counts.entry(at.column).or_insert((0, at.row)).0 += 1;
    }
    let titled = |column: u32, first: u32| {
        let above = grid.rows.iter().rev().filter(|row| row.index < first && row.cells.len() >= OF_WORK);
        above
            .filter_map(|row| row.get(column))
            .map(|cell| text::fold(&cell.text))
            .find(|title| STATES.iter().any(|words| title.contains(words)))
    };
    let mut found = counts.iter().filter(|(column, (count, first))| *count >= FEWEST && titled(**column, *first).is_some());
    let (column, _) = found.next().filter(|_| found.next().is_none())?;
    Some(*column)
}

/// Rows of work that are painted over most of their cells.
fn painted_rows(grid: &Grid, legend: &Legend) -> usize {
    let of_work = grid.rows.iter().filter(|row| row.cells.len() >= OF_WORK && !legend.rows.contains(&row.index));
    let is_painted = |row: &&Row| {
        let own = |column: u32| {
            grid.coloured.iter().any(|(at, colour)| *at == Address::new(row.index, column) && legend.meanings.contains_key(colour))
        };
        row.cells.iter().filter(|cell| own(cell.column)).count() * 2 >= row.cells.len()
    };
    of_work.filter(is_painted).count()
}

fn asks_for_states(grid: &Grid) -> bool {
    let rows = grid.rows.iter().filter(|row| row.cells.len() >= OF_WORK);
    rows.flat_map(|row| &row.cells)
        .any(|cell| !text::has_more_letters(&cell.text, 40) && STATES.iter().any(|words| text::fold(&cell.text).starts_with(words)))
}

fn write(grid: &mut Grid, legend: &Legend, cells: &[(Address, Colour)]) {
    for (at, colour) in cells {
        let Some(row) = grid.rows.iter_mut().find(|row| row.index == at.row) else { continue };
        if let Err(place) = row.cells.binary_search_by_key(&at.column, |cell| cell.column) {
            let text = legend.meanings[colour].clone();
            row.cells.insert(place, Cell { column: at.column, text, raw: None, kind: CellKind::Text });
        }
    }
    grid.rows.iter_mut().for_each(|row| row.cells.retain(|cell| !legend.beside.contains(&Address::new(row.index, cell.column))));
    grid.rows.retain(|row| !legend.rows.contains(&row.index) && !row.cells.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    const GREEN: Colour = [0, 0xB0, 0x50];
    const RED: Colour = [0xFF, 0, 0];

    fn read(rows: &[&[&str]], painted: &[(u32, u32, Colour)]) -> (Vec<String>, Vec<&'static str>) {
        let mut grid = grid(rows);
        grid.coloured = painted.iter().map(|(row, column, colour)| (Address::new(*row, *column), *colour)).collect();
        let workbook = Workbook { grids: vec![grid], ..Workbook::default() };
        let mut workbook = Cow::Borrowed(&workbook);
        let told = written_out(&mut workbook).into_iter().map(|(_, finding)| finding.rule.id).collect();
        (lines(&workbook.grids[0]), told)
    }

    const PLAN: [&[&str]; 3] = [&["TT", "Tiêu chí", "Việc", "Tình trạng"], &["1", "1.4", "Bổ nhiệm"], &["2", "3.2", "Sơn tường"]];

    #[test]
    fn painted_cells_of_states_say_what_the_legend_says() {
        let expected = ["0:1 1:1.4 2:Bổ nhiệm 3:Đã hoàn thành", "0:2 1:3.2 2:Sơn tường 3:Chưa thực hiện"];
        let below: [&[&[&str]]; 2] =
            [&[&[], &["", "Đã hoàn thành"], &["", "Chưa thực hiện"]], &[&["Đã hoàn thành", "Chưa thực hiện"], &[]]];
        let fills: [[(u32, u32, Colour); 2]; 2] = [[(4, 0, GREEN), (5, 0, RED)], [(3, 0, GREEN), (3, 1, RED)]];
        for (legend, fills) in below.iter().zip(fills) {
            let rows = [&PLAN[..], legend].concat();
            let painted = [&[(1, 3, GREEN), (2, 3, RED)][..], &fills].concat();
            let (found, told) = read(&rows, &painted);
            assert_eq!((&found[1..], told), (&expected.map(str::to_owned)[..], vec!["T33"]), "{legend:?}");
        }
        let beside: &[&[&str]] =
            &[PLAN[0], &["1", "1.4", "Bổ nhiệm", "", "", "", "Đã hoàn thành"], &["2", "3.2", "Sơn tường", "", "", "", "Chưa thực hiện"]];
        let (found, told) = read(beside, &[(1, 3, GREEN), (1, 5, GREEN), (2, 3, RED), (2, 5, RED)]);
        assert_eq!((&found[1..], told), (&expected.map(str::to_owned)[..], vec!["T33"]));
        let rows = [&PLAN[..], &[&["Chú thích: Màu xanh: Đã hoàn thành; màu đỏ: Chưa thực hiện"]]].concat();
        let (found, told) = read(&rows, &[(1, 3, GREEN), (2, 3, RED)]);
        assert_eq!((&found[1..3], told), (&expected.map(str::to_owned)[..], vec!["T33"]));
    }

    #[test]
    fn colours_without_a_legend_and_bands_over_work_stay() {
        let bands: &[&[&str]] = &[PLAN[0], &["Đã hoàn thành"], PLAN[1], &["Chưa thực hiện"], PLAN[2]];
        let (found, told) = read(bands, &[(1, 0, GREEN), (3, 0, RED), (2, 3, GREEN), (4, 3, RED)]);
        assert_eq!((found.len(), told.len()), (5, 0), "{found:?}");
        let (found, told) = read(&PLAN, &[(1, 3, GREEN), (2, 3, RED)]);
        assert_eq!((found[1].as_str(), told.len()), ("0:1 1:1.4 2:Bổ nhiệm", 0));
    }

    #[test]
    fn painted_rows_that_no_column_of_states_answers_for_are_told() {
        let legend: &[&[&str]] = &[&["TT", "Tiêu chí", "Việc"], PLAN[1], PLAN[2], &["Đã hoàn thành"], &["Chưa thực hiện"]];
        let rows = (0..3).flat_map(|column| [(1, column, GREEN), (2, column, RED)]);
        let mut painted: Vec<(u32, u32, Colour)> = rows.chain([(3, 0, GREEN), (4, 0, RED)]).collect();
        painted.sort_unstable();
        assert_eq!(read(legend, &painted).1, ["T46"]);
    }
}
