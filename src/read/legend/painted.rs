//! Sheets that explain what their colours mean ("[green] Đã hoàn thành", "Màu đỏ: chưa làm") in, the same with the meaning written into the cells
//! of states that are painted and empty out.
//!
//! Without such a legend nobody can know what a colour means, and it is only told that it stands there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{LABELS, meant, of_grid};
use crate::finding::{self, Finding};
use crate::model::{Address, Status};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::{self, Mark};
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
    // "Không đạt | Mức 1 | Mức 2" may be titles, in colours of their own.
    let only_states = |row: &&Row| {
        let listed = is_label(row) || row.cells.len() == 1;
        let says = |cell: &Cell| if listed { explained(&cell.text).is_some() } else { meant(&cell.text).is_some() };
        painted.contains(&row.index) && row.cells.iter().skip(usize::from(is_label(row))).all(says)
    };
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

/// "Chú thích:" before the colours.
fn is_label(row: &Row) -> bool {
    row.cells.len() > 1 && LABELS.iter().any(|label| text::fold(&row.cells[0].text).starts_with(label))
}

/// What a colour is said to mean: a state, a mark, or a level, of which none is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Meaning {
    Said((Option<Status>, Option<bool>)),
    Level(u8),
}

fn explained(text: &str) -> Option<Meaning> {
    const LONGEST: usize = 40;
    let names_level = || !text::has_more_letters(text, LONGEST) && text::fold(text).contains('m');
    match phrase::levels::reached(text).filter(|_| names_level()) {
        Some(Reached::Up(level)) => Some(Meaning::Level(level)),
        _ => meant(text).map(Meaning::Said),
    }
}

/// Of the meaning of a colour that tells levels, whether any of them is met: "Đ" in green may be Mức 3.
fn is_met(meaning: &str) -> Option<bool> {
    match (explained(meaning)?, meant(meaning)) {
        (Meaning::Level(level), _) => Some(level > 0),
        (Meaning::Said(_), said) => said?.1,
    }
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
    let said: BTreeSet<_> = meanings.values().map(|meaning| explained(meaning)).collect();
    meanings.len() >= FEWEST && said.len() == meanings.len()
}

/// The cells of rows of work in a colour that is explained, empty or with a mark of which the colour tells the level.
fn painted(grid: &Grid, legend: &Legend) -> Vec<(Address, Colour)> {
    let of_work = |at: Address| !legend.rows.contains(&at.row) && grid.row(at.row).is_some_and(|row| row.cells.len() >= OF_WORK);
    let says_no_more = |at: Address, meaning: &String| {
        let own = grid.text(at);
        // "Đ" beside "K"
        let marked = if text::fold(own) == "k" { Some(false) } else { mark::word(own).map(|mark| mark == Mark::Yes) };
        own.is_empty() || is_met(meaning).is_some_and(|met| marked == Some(met))
    };
    let is_own =
        |(at, colour): &&(Address, Colour)| legend.meanings.get(colour).is_some_and(|meaning| says_no_more(*at, meaning)) && of_work(*at);
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
        let text = legend.meanings[colour].clone();
        match row.cells.binary_search_by_key(&at.column, |cell| cell.column) {
            Ok(place) => {
                let cell = &mut row.cells[place];
                let written = std::mem::replace(&mut cell.text, text);
                cell.raw.get_or_insert(written);
                cell.kind = CellKind::Text;
            }
            Err(place) => row.cells.insert(place, Cell { column: at.column, text, raw: None, kind: CellKind::Text }),
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
    const AMBER: Colour = [0xFF, 0xC0, 0];

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
    fn colours_tell_the_level_of_a_mark() {
        let rows: &[&[&str]] = &[
            &["Chú thích:", "Không đạt", "Mức 1", "Mức 2"],
            &["Tiêu chí", "Nội dung", "Kết quả"],
            &["1.1", "Phương hướng", "Đ"],
            &["1.2", "Hội đồng trường", "K"],
            &["1.3", "Tổ chức Đảng", "Đ"],
            &["1.4", "Hiệu trưởng", "K"],
        ];
        let fills = [(0, 1, RED), (0, 2, AMBER), (0, 3, GREEN), (2, 2, GREEN), (3, 2, RED), (4, 2, AMBER), (5, 2, GREEN)];
        let (found, told) = read(rows, &fills);
        let expected = ["0:1.1 1:Phương hướng 2:Mức 2", "0:1.2 1:Hội đồng trường 2:Không đạt", "0:1.3 1:Tổ chức Đảng 2:Mức 1"];
        assert_eq!((&found[1..4], told), (&expected.map(str::to_owned)[..], vec!["T33"]));
        assert!(found[4].ends_with("2:K"), "a mark that denies what its colour says stays: {found:?}");
        let titles: &[&[&str]] = &[&["Tiêu chí", "Kết quả"], &["", "Không đạt", "Mức 1"], &["1.1", "", "x"], &["1.2", "", "x"]];
        assert_eq!(read(titles, &[(1, 1, RED), (1, 2, GREEN), (2, 1, RED), (3, 1, RED)]).0.len(), 4);
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
