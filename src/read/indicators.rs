//! Columns of indicators under each level (Mức 1: a | b | c | Đạt, Mức 2: …) → one column a level, with its mark and how many indicators are met.
//! So, too, "Mức 1: Đạt | Không đạt", and "Mức 1: Chỉ báo | Đạt/Không đạt" with a row for each indicator (`lettered`).
//!
//! What the level concludes is its mark; without a conclusion the indicators are. Where they contradict each other, or what is left
//! empty may be met or not, the cell says so in words that are no mark, and is asked about.

pub(super) mod beside_codes;
mod lettered;
mod numbered;

use std::borrow::Cow;
use std::ops::RangeInclusive;

use super::grid::{Area, Cell, CellKind, Grid, Row, Workbook};
use crate::model::Address;
use crate::phrase;
use crate::phrase::mark::{Mark, Verdict};
use crate::text;

/// Levels side by side that make such a table.
const FEWEST_LEVELS: usize = 2;
/// Indicators that at least one of them has.
const FEWEST_INDICATORS: usize = 2;
/// Rows below the titles in which a criterion is looked for.
const ROWS: usize = 12;

/// The workbook, its columns of indicators gathered.
pub(super) fn gathered(workbook: &Workbook) -> Cow<'_, Workbook> {
    match workbook.mended(numbered::tables, numbered::put) {
        Cow::Borrowed(workbook) => workbook.mended(tables, gather),
        Cow::Owned(workbook) => Cow::Owned(workbook.mended(tables, gather).into_owned()),
    }
}

/// Titles of levels on one row, each over its indicators.
struct Table {
    first: u32,
    /// The row with the lowest of the titles.
    last: u32,
    /// The row of the next such titles, or the end of the sheet.
    until: u32,
    levels: Vec<Level>,
    shape: Shape,
}

/// What stands under each level.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// "a | b | c | Đạt".
    Indicators,
    /// "Đạt | Không đạt".
    Pairs,
    /// "Chỉ báo | Đạt/Không đạt": a letter and its mark.
    Lettered,
}

struct Level {
    title: String,
    columns: RangeInclusive<u32>,
    indicators: Vec<(u32, String)>,
    /// Where it says whether the level is met.
    concluding: Option<u32>,
    /// "Không đạt" beside "Đạt".
    unmet: Option<u32>,
}

impl Level {
    /// The column that stays.
    fn place(&self) -> u32 {
        self.concluding.unwrap_or(*self.columns.start())
    }
}

/// What a title below a level's is.
#[derive(PartialEq)]
enum Part {
    Indicator,
    Concluding,
    Unmet,
}

/// `answered`: "Đ | KĐ", "Có | Không" stand under the levels, so that "Đ" is no fourth indicator.
fn part(title: &str, level: u8, answered: bool) -> Option<Part> {
    const CONCLUDING: &[&str] = &[
        "dat",
        "co dat",
        "ket qua",
        "kq",
        "ket luan",
        "kl",
        "dat khong dat",
        "dat kd",
        "dat k dat",
        "d kd",
        "danh gia",
        "tu danh gia",
        "dg",
        "tdg",
        "chung",
        "xep loai",
    ];
    let folded = text::fold(title);
    if matches!(folded.as_str(), "khong dat" | "chua dat" | "kd" | "k dat") || answered && folded == "khong" {
        return Some(Part::Unmet);
    }
    if answered && matches!(folded.as_str(), "d" | "co") {
        return Some(Part::Concluding);
    }
    let of_level = format!("muc {level}");
    let bare = folded.strip_suffix(&of_level).map_or(folded.as_str(), str::trim_end);
    if CONCLUDING.contains(&bare) || folded == of_level {
        return Some(Part::Concluding);
    }
    let letter = ["chi bao", "noi ham", "chi so", "cb", "tieu chi"].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    let letter = letter.trim().strip_suffix("neu co").unwrap_or(letter);
    matches!(letter.trim(), "" | "a" | "b" | "c" | "d" | "e" | "g" | "1" | "2" | "3" | "4" | "5").then_some(Part::Indicator)
}

fn tables(grid: &Grid) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    for at in 0..grid.rows.len() {
        if let Some(table) = table(grid, at) {
            if let Some(last) = found.last_mut() {
                last.until = table.first;
            }
            found.push(table);
        }
    }
    found
}

fn table(grid: &Grid, at: usize) -> Option<Table> {
    let row = &grid.rows[at];
    let level_of = |cell: &Cell| phrase::levels::named(&cell.text).filter(|level| *level <= 3 && text::fold(&cell.text).starts_with('m'));
    let named: Vec<(usize, u8)> = row.cells.iter().enumerate().filter_map(|(place, cell)| Some((place, level_of(cell)?))).collect();
    let rising = named.windows(2).all(|pair| pair[0].1 + 1 == pair[1].1);
    if named.len() < FEWEST_LEVELS || !rising || row.cells[named[0].0].column == 0 {
        return None;
    }
    let below: Vec<&Row> = (1..=2).filter_map(|down| grid.row(row.index + down)).collect();
    // "Chỉ báo" may stand over the letters.
    let lettered = |row: &&Row| {
        let first = row.cells.iter().filter(|cell| cell.column >= row.cells[0].column);
        first
            .filter(|cell| {
                let folded = text::fold(&cell.text);
                matches!(folded.as_str(), "a" | "b" | "c" | "khong dat" | "chua dat" | "kd" | "k dat" | "khong")
                    || lettered::is_title(&folded)
            })
            .count()
            >= 2
    };
    let last = *below.iter().find(|row| lettered(row))?;
    let titled = |title: &str| last.cells.iter().any(|cell| text::fold(&cell.text) == title);
    let answered = titled("d") && titled("kd") || titled("co") && titled("khong");
    let leaf = |column: u32| (row.index + 1..=last.index).rev().find_map(|row| grid.shown(Address::new(row, column)));
    let mut levels = Vec::new();
    for (order, (place, level)) in named.iter().enumerate() {
        let cell = &row.cells[*place];
        let next = row.cells.get(place + 1).map_or(u32::MAX, |next| next.column);
        let merged = grid.merge_at(Address::new(row.index, cell.column)).map(|area| area.last.column);
        let reach =
            last.cells.iter().map(|cell| cell.column).filter(|column| (cell.column..next).contains(column)).max().unwrap_or(cell.column);
        let mut end = merged.unwrap_or(reach).min(next - 1);
        let (mut indicators, mut concluding, mut unmet) = (Vec::new(), None, None);
        // A level with one indicator, or whose indicators are not told apart, has its mark right under its own title.
        let whole = end == cell.column && leaf(cell.column).is_none_or(|leaf| leaf.text == cell.text);
        if whole {
            concluding = Some(cell.column);
        }
        for column in (cell.column..=end).filter(|_| !whole) {
            let title = leaf(column).filter(|leaf| leaf.text != cell.text)?;
            match part(&title.text, *level, answered)? {
                Part::Indicator => indicators.push((column, title.text.clone())),
                Part::Concluding if concluding.is_none() => concluding = Some(column),
                Part::Unmet if unmet.is_none() => unmet = Some(column),
                Part::Concluding | Part::Unmet => return None,
            }
        }
        // "Kết quả Mức 1" right behind the indicators; a bare "Kết quả" behind the last level may be that of the criterion.
        let beside = row.cells.get(place + 1).filter(|beside| beside.column == end + 1 && concluding.is_none());
        if let Some(beside) = beside.filter(|beside| part(&beside.text, *level, answered) == Some(Part::Concluding)) {
            let names_it = text::fold(&beside.text).ends_with(&format!("muc {level}"));
            if names_it || order + 1 < named.len() {
                concluding = Some(beside.column);
                end = beside.column;
            }
        }
        levels.push(Level { title: cell.text.clone(), columns: cell.column..=end, indicators, concluding, unmet });
    }
    let shape = shape(grid, &levels, last.index)?;
    let table = Table { first: row.index, last: last.index, until: u32::MAX, levels, shape };
    let rows = grid.rows.iter().filter(|row| row.index > table.last).take(ROWS);
    rows.clone().any(|row| is_coded(row, &table)).then_some(table)
}

fn shape(grid: &Grid, levels: &[Level], last: u32) -> Option<Shape> {
    let each = |is: &dyn Fn(&Level) -> bool| levels.iter().all(is);
    if each(&|level| level.indicators.is_empty() && level.concluding.is_some() && level.unmet.is_some()) {
        return Some(Shape::Pairs);
    }
    if each(&|level| lettered::is_meant(grid, level, last)) {
        return Some(Shape::Lettered);
    }
    let several = levels.iter().any(|level| level.indicators.len() >= FEWEST_INDICATORS);
    let whole = |level: &Level| level.concluding.is_some() && level.unmet.is_none() && level.columns.clone().count() == 1;
    (several && each(&|level| !level.indicators.is_empty() || whole(level))).then_some(Shape::Indicators)
}

/// Whether a row names a criterion before the levels.
fn is_coded(row: &Row, table: &Table) -> bool {
    code(row, table).is_some()
}

/// The cell before the levels that names a criterion.
fn code<'r>(row: &'r Row, table: &Table) -> Option<&'r str> {
    let first = *table.levels[0].columns.start();
    let mut before = row.cells.iter().take_while(|cell| cell.column < first).map(|cell| cell.text.as_str());
    before.find(|text| phrase::criterion::parse(text, None, None).criterion.is_some())
}

/// Whether a row is of one indicator: a letter stands before the levels.
fn is_of_indicator(row: &Row, table: &Table) -> bool {
    let first = *table.levels[0].columns.start();
    row.cells.iter().take_while(|cell| cell.column < first).any(|cell| matches!(text::fold(&cell.text).as_str(), "a" | "b" | "c" | "d"))
}

fn gather(grid: &mut Grid, table: &Table) {
    if table.shape == Shape::Lettered {
        lettered::gather(grid, table);
    } else {
        gather_rows(grid, table);
    }
    let within = |column: u32| table.levels.iter().any(|level| level.columns.contains(&column));
    grid.rows.retain(|row| !row.cells.is_empty());
    grid.merges.retain(|area| !((table.first..=table.last).contains(&area.first.row) && within(area.first.column)));
    if table.last > table.first {
        let down = |level: &Level| Area { first: Address::new(table.first, level.place()), last: Address::new(table.last, level.place()) };
        grid.merges.extend(table.levels.iter().map(down));
        grid.merges.sort();
    }
}

fn gather_rows(grid: &mut Grid, table: &Table) {
    let within = |column: u32| table.levels.iter().any(|level| level.columns.contains(&column));
    let titles = |row: u32| (table.first..=table.last).contains(&row);
    let merges = grid.merges.clone();
    // Beside "+" a dash is its opposite.
    let signs = grid
        .rows
        .iter()
        .filter(|row| row.index > table.last && row.index < table.until)
        .any(|row| row.cells.iter().any(|cell| within(cell.column) && cell.text.trim() == "+"));
    for row in grid.rows.iter_mut().filter(|row| row.index >= table.first && row.index < table.until) {
        let of_titles = titles(row.index);
        let mut whole: Vec<Cell> = Vec::new();
        if of_titles {
            let top = row.index == table.first;
            whole.extend(table.levels.iter().filter(|_| top).map(|level| text_cell(level.place(), level.title.clone(), None)));
        } else {
            let is_mark = |cell: &Cell| phrase::mark::verdict(&cell.text).is_some();
            let own = || row.cells.iter().filter(|cell| within(cell.column) && !cell.text.is_empty());
            // Lines of the signature, a row of numbers, and counts of a standard stay what they are.
            let marked = own().all(is_mark) && own().next().is_some();
            if !(is_coded(row, table) || marked && (table.shape == Shape::Indicators || is_of_indicator(row, table))) {
                continue;
            }
            whole.extend(none_above_unmet(table.levels.iter().filter_map(|level| one(row, &merges, level, signs))));
        }
        row.cells.retain(|cell| !within(cell.column));
        row.cells.extend(whole);
        row.cells.sort_by_key(|cell| cell.column);
    }
}

/// "Không đạt" at a level above one that is not met contradicts none of its indicators.
fn none_above_unmet(cells: impl Iterator<Item = Cell>) -> Vec<Cell> {
    let mut cells: Vec<Cell> = cells.collect();
    let mut unmet = false;
    for cell in &mut cells {
        match phrase::mark::verdict(&cell.text) {
            Some(Verdict::Contradicts) if unmet && cell.text.starts_with("Không đạt") => "Không đạt".clone_into(&mut cell.text),
            said => unmet |= said == Some(Verdict::Said(Mark::No)),
        }
    }
    cells
}

fn text_cell(column: u32, text: String, raw: Option<String>) -> Cell {
    Cell { column, text, raw, kind: CellKind::Text }
}

/// What a row says of one level, in one cell.
fn one(row: &Row, merges: &[Area], level: &Level, signs: bool) -> Option<Cell> {
    let cell_at = |column: u32| {
        let at = Address::new(row.index, column);
        // A mark merged over several indicators is a mark of each.
        let area = merges.iter().find(|area| area.first.row == row.index && area.contains(at));
        row.get(area.map_or(column, |area| area.first.column)).filter(|cell| !cell.text.is_empty())
    };
    let own: Vec<&Cell> = level.columns.clone().filter_map(cell_at).collect();
    own.first()?;
    let shown = |column: u32, title: &str| cell_at(column).map(|cell| format!("{title}: {}", cell.text));
    let mut listed: Vec<String> = level.indicators.iter().filter_map(|(column, title)| shown(*column, title)).collect();
    listed.extend(level.concluding.and_then(|column| shown(column, "Đạt")));
    listed.extend(level.unmet.and_then(|column| shown(column, "Không đạt")));
    let listed = listed.join("; ");
    let said = verdict(level, signs, cell_at).unwrap_or_else(|| listed.clone());
    Some(text_cell(level.place(), said, Some(listed)))
}

/// The verdict in words that `phrase::mark` reads; `None` where there is none to be had.
fn verdict<'r>(level: &Level, signs: bool, cell_at: impl Fn(u32) -> Option<&'r Cell>) -> Option<String> {
    let mark_at = |column: u32| match cell_at(column) {
        None => Some(None),
        Some(cell) => phrase::mark::parse(&cell.text).map(Some),
    };
    let denied = |mark: Option<Mark>| if signs && mark == Some(Mark::Dash) { Some(Mark::No) } else { mark };
    let marks: Vec<Option<Mark>> = level.indicators.iter().map(|(column, _)| mark_at(*column).map(denied)).collect::<Option<_>>()?;
    let count = |mark: Mark| marks.iter().filter(|own| **own == Some(mark)).count();
    let (met, denied) = (count(Mark::Yes), count(Mark::No));
    let last_marked = marks.iter().rposition(|mark| mark.is_some()).map_or(0, |last| last + 1);
    // An indicator left empty before one that is marked is not met; those behind the last may not be there at all.
    let passed_over = marks[..last_marked].iter().filter(|mark| mark.is_none()).count();
    let behind = marks.len() - last_marked;
    let share = |of: usize| format!("{met}/{of} chỉ báo");
    let unmet = denied + passed_over;
    // What has no reading in the column of the verdict has none at all.
    let concluding = level.concluding.map_or(Some(None), mark_at)?;
    let unmet_column = level.unmet.map_or(Some(None), mark_at)?;
    let text_at = |column: Option<u32>| column.and_then(&cell_at).map_or("", |cell| cell.text.trim());
    let (concluding_text, unmet_text) = (text_at(level.concluding), text_at(level.unmet));
    let answers = |one: &str, other: &str| [one, other].iter().all(|text| matches!(*text, "0" | "1" | "TRUE" | "FALSE"));
    let concluded = match (concluding, unmet_column) {
        (None, None) => None,
        (Some(Mark::Yes), None | Some(Mark::Dash)) => Some(true),
        (Some(Mark::No), None | Some(Mark::Dash)) => Some(false),
        // "1 | 0", "0 | 1".
        (Some(Mark::Yes), Some(Mark::No)) if answers(concluding_text, unmet_text) => Some(true),
        (Some(Mark::No), Some(Mark::Yes)) if answers(concluding_text, unmet_text) => Some(false),
        (None | Some(Mark::Dash), Some(Mark::Yes | Mark::No)) => Some(false),
        // A dash where the level has its verdict: there is no such level.
        (None | Some(Mark::Dash), None | Some(Mark::Dash)) if met + denied == 0 => return Some("-".to_owned()),
        _ => return None,
    };
    match concluded {
        Some(true) if unmet > 0 && met + denied > 0 => Some(format!("Đạt ({})", share(met + unmet))),
        Some(true) => Some("Đạt".to_owned()),
        Some(false) if unmet == 0 && behind == 0 && met > 0 => Some(format!("Không đạt ({})", share(met))),
        Some(false) => Some("Không đạt".to_owned()),
        None if met + denied == 0 => Some("-".to_owned()),
        None if unmet > 0 => Some(share(met + unmet)),
        // All are met, and the verdict is left empty.
        None if level.concluding.is_some() || level.unmet.is_some() => None,
        None => (behind == 0).then(|| share(met)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    fn shown(grid: Grid) -> Vec<String> {
        sketch::mended(grid, gathered)
    }

    #[test]
    fn the_conclusion_is_the_mark_of_its_level() {
        let rows: &[&[&str]] = &[
            &["Tiêu chí", "Mức 1", "", "", "", "Mức 2", "", "", ""],
            &["", "a", "b", "c", "Đạt", "a", "b", "c", "Đạt"],
            &["1.1", "x", "x", "x", "x", "x", "x", "", "x"],
            &["1.2", "x", "", "x", "x", "x", "x", "x", ""],
            &["1.3", "Đ", "KĐ", "Đ", "KĐ", "-", "-", "-", "-"],
            &["", "", "", "", "HIỆU TRƯỞNG"],
        ];
        assert_eq!(
            shown(grid(rows)),
            [
                "0:Tiêu chí 4:Mức 1 8:Mức 2",
                "0:1.1 4:Đạt 8:Đạt",
                "0:1.2 4:Đạt (2/3 chỉ báo) 8:a: x; b: x; c: x",
                "0:1.3 4:Không đạt 8:-",
                "4:HIỆU TRƯỞNG"
            ]
        );
    }

    #[test]
    fn without_a_conclusion_the_indicators_speak_and_what_is_left_empty_at_the_end_does_not() {
        let rows: &[&[&str]] = &[
            &["Tiêu chí", "Mức 1", "", "", "Mức 2", "", ""],
            &["", "a", "b", "c", "a", "b", "c"],
            &["1.1", "x", "x", "x", "x", "", "x"],
            &["1.2", "Đ", "KĐ", "Đ", "Đ", "-", "-"],
            &["1.3", "x", "x", "", "", "", ""],
        ];
        assert_eq!(
            shown(grid(rows)),
            ["0:Tiêu chí 1:Mức 1 4:Mức 2", "0:1.1 1:3/3 chỉ báo 4:2/3 chỉ báo", "0:1.2 1:2/3 chỉ báo 4:1/1 chỉ báo", "0:1.3 1:a: x; b: x"]
        );
    }

    #[test]
    fn the_conclusion_may_stand_beside_and_in_two_columns() {
        let rows: &[&[&str]] = &[
            &["Tiêu chí", "Mức 1", "", "Kết quả Mức 1", "Mức 2", "", ""],
            &["", "Chỉ báo a", "Chỉ báo b", "", "Chỉ báo", "Đạt", "Không đạt"],
            &["1.1", "Đ", "Đ", "Đạt", "x", "x", ""],
            &["1.2", "Đ", "KĐ", "Đạt", "", "", "x"],
            &["1.3", "Đ", "Đ", "Không đạt", "", "x", "x"],
        ];
        assert_eq!(
            shown(grid(rows)),
            [
                "0:Tiêu chí 3:Mức 1 5:Mức 2",
                "0:1.1 3:Đạt 5:Đạt",
                "0:1.2 3:Đạt (1/2 chỉ báo) 5:Không đạt",
                "0:1.3 3:Không đạt (2/2 chỉ báo) 5:Đạt: x; Không đạt: x"
            ]
        );
    }

    #[test]
    fn levels_of_one_column_and_slips_stay() {
        let sheets: [&[&[&str]]; 4] = [
            &[&["Tiêu chí", "Mức 1", "Mức 2", "Mức 3"], &["1.1", "x", "x", ""]],
            &[&["Mức 1", "", "Mức 2", ""], &["a", "Đạt", "b", "Đạt"], &["c", "Đạt", "", ""]],
            &[&["Tiêu chí", "Mức 1", "", "Mức 2", ""], &["", "Tự đánh giá", "ĐGN", "Tự đánh giá", "ĐGN"], &["1.1", "x", "x", "x", ""]],
            &[&["Nội dung", "Mức 1", "", "Mức 2", ""], &["", "a", "b", "a", "b"], &["Không mã", "x", "x", "x", ""]],
        ];
        for rows in sheets {
            let workbook = Workbook { grids: vec![grid(rows)], ..Workbook::default() };
            assert!(matches!(gathered(&workbook), Cow::Borrowed(_)), "{rows:?}");
        }
    }
}
