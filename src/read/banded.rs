//! Rows that are nothing but a state, over the rows that have come so far ("I | Đã hoàn thành", "2. Việc đang làm") → a column with the state of
//! each row. Where the table has a column of states that says something else, the state stands before it: "Đã hoàn thành: Có chứng chỉ".

pub(super) mod alone;
pub(super) mod beside;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use super::stood::Stood;
use crate::finding::{self, Finding};
use crate::model::{Address, Status};
use crate::phrase;
use crate::text;

/// The title of the column where the table has none of states.
const TITLE: &str = "Tình trạng";
/// Titles of states, folded.
const TITLES: &[&str] = &["tinh trang", "ket qua", "ket qua thuc hien", "tinh hinh", "tinh hinh thuc hien", "tien do"];
/// The first titles of tables of work, folded.
const FIRST_TITLES: &[&str] = &["tt", "stt", "so tt", "tieu chi", "tieu chuan tieu chi", "noi dung", "cong viec", "viec"];

/// The workbook, states that stand over rows beside each of them; by sheet what is to be told of it, and where each state stands.
pub(super) fn gathered(workbook: &Workbook) -> (Cow<'_, Workbook>, Vec<(usize, Finding)>, Stood) {
    let mut stood = Stood::default();
    let mut told = Vec::new();
    for (at, grid) in workbook.grids.iter().enumerate() {
        let Some(found) = found(grid) else { continue };
        told.push((at, found.told()));
        let (column, _) = found.column(grid);
        let empty = |row: &u32| grid.row(*row).is_none_or(|row| row.get(column).is_none());
        let of_bands = found.of.iter().filter(|(row, _)| empty(row)).map(|(row, band)| (Address::new(*row, column), found.bands[*band].at));
        stood.add(&grid.name, of_bands.collect());
    }
    (workbook.mended(|grid| found(grid).into_iter().collect(), put), told, stood)
}

/// A row that says a state, and its words: `Đã hoàn thành`.
struct Band {
    at: Address,
    status: Status,
    words: String,
    /// A number stands before it.
    numbered: bool,
}

struct Banded {
    bands: Vec<Band>,
    /// Rows of titles.
    headers: BTreeSet<u32>,
    /// Row → the place of its band.
    of: BTreeMap<u32, usize>,
}

impl Banded {
    /// Where the states are put: a column of states that the table has, or one behind all others.
    fn column(&self, grid: &Grid) -> (u32, Option<u32>) {
        let last = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or_default();
        let is_state = |cell: &&Cell| TITLES.contains(&text::fold(&cell.text).as_str());
        let own = self.headers.iter().filter_map(|header| grid.row(*header)).find_map(|row| row.cells.iter().find(is_state));
        let own = own.map(|cell| cell.column);
        (own.unwrap_or(last + 1), own)
    }

    fn told(&self) -> Finding {
        let states: Vec<&str> = self.bands.iter().map(|band| band.words.as_str()).collect();
        let mut told = Finding::new(&finding::STATE_FROM_TITLE).with("count", self.of.len()).with("states", states.join("; "));
        told.cell = self.bands.first().map(|band| band.at);
        told
    }
}

/// Two states at least, rows below them, and titles above the first or below each. Below a state may be nothing, where the others show what it is.
fn found(grid: &Grid) -> Option<Banded> {
    let bands: Vec<Band> = grid.rows.iter().filter_map(|row| band(row, grid)).collect();
    let bands = without_lists(bands, grid);
    if !bands.iter().any(|band| band.status != bands[0].status) {
        return None;
    }
    let mut found = Banded { bands, headers: BTreeSet::new(), of: BTreeMap::new() };
    let mut current = None;
    let mut after_band = false;
    for row in &grid.rows {
        let own = found.bands.iter().position(|band| band.at.row == row.index);
        if own.is_some() {
            current = own;
        } else if opens_table(row) {
            // Titles that no state stands over are another table's.
            current = current.filter(|_| after_band);
            if current.is_some() || row.index < found.bands[0].at.row {
                found.headers.insert(row.index);
            }
        } else if let Some(band) = current.filter(|_| row.cells.len() >= 2 && is_numbered(row)) {
            found.of.insert(row.index, band);
        }
        after_band = own.is_some();
    }
    // Of several tables above the first state only the nearest is theirs.
    let first = found.bands[0].at.row;
    let nearest = found.headers.range(..first).next_back().copied();
    found.headers.retain(|header| *header > first || Some(*header) == nearest);
    const ALL_STATES: usize = 3;
    let filled = (0..found.bands.len()).filter(|band| found.of.values().any(|of| of == band)).count();
    // "1 | Đã hoàn thành" over "2 | Đang thực hiện" are the results of works by their numbers.
    let numbered = |band: &Band| {
        grid.row(band.at.row).is_some_and(|row| row.cells.len() > 1 && row.cells[0].text.starts_with(|first: char| first.is_ascii_digit()))
    };
    let all_states = found.bands.len() >= ALL_STATES && !found.bands.iter().any(numbered);
    let shown = filled >= 2 || filled == 1 && (found.headers.len() == found.bands.len() || all_states);
    (shown && !found.headers.is_empty()).then_some(found)
}

/// Without states that only stand below one another right above the titles of a table: they say what its colours or its signs mean.
fn without_lists(mut bands: Vec<Band>, grid: &Grid) -> Vec<Band> {
    let place = |band: &Band| grid.rows.partition_point(|row| row.index < band.at.row);
    let mut listed: BTreeSet<u32> = BTreeSet::new();
    for run in bands.chunk_by(|one, next| place(one) + 1 == place(next)) {
        // "I. Đã hoàn thành" over "II. Đang thực hiện": nothing is done so far.
        let numbered = run.iter().any(|band| band.numbered);
        let over_titles = || run.last().and_then(|last| grid.rows.get(place(last) + 1)).is_some_and(opens_table);
        if run.len() > 1 && !numbered && over_titles() {
            listed.extend(run.iter().map(|band| band.at.row));
        }
    }
    bands.retain(|band| !listed.contains(&band.at.row));
    bands
}

/// "I | Đã hoàn thành", "III. NHỮNG VIỆC CHƯA THỰC HIỆN", "1. Việc đã làm xong": alone on its row.
fn band(row: &Row, grid: &Grid) -> Option<Band> {
    const LONGEST: usize = 60;
    let cell = match &row.cells[..] {
        [only] => only,
        [number, only] if is_entry(&number.text) => only,
        _ => return None,
    };
    let at = Address::new(row.index, cell.column);
    if cell.column > 2 || cell.text.len() > LONGEST * 2 || grid.merge_at(at).is_some_and(|area| area.rows() > 1) {
        return None;
    }
    let (status, words) = state(&cell.text)?;
    let numbered = row.cells.len() > 1 || cell.text.split_whitespace().next().is_some_and(is_entry);
    Some(Band { at, status, words, numbered })
}

/// What "1. VIỆC ĐÃ LÀM XONG" says, and its words: `Đã làm xong`.
fn state(text: &str) -> Option<(Status, String)> {
    let words = without_openings(text);
    let folded = text::fold(words);
    let opens = ["da ", "dang ", "chua ", "hoan thanh"].iter().any(|opening| folded.starts_with(opening));
    if !opens || folded.split(' ').count() > 5 {
        return None;
    }
    let status = phrase::status::word(words)?.status;
    let words = words.chars().take(1).flat_map(char::to_uppercase).chain(words.chars().skip(1).flat_map(char::to_lowercase)).collect();
    Some((status, words))
}

/// `đang thực hiện` of "II. NHỮNG VIỆC ĐANG THỰC HIỆN:".
fn without_openings(text: &str) -> &str {
    const OPENINGS: &[&str] = &["nhung", "cac", "so", "viec", "cong", "noi", "dung", "nhiem", "vu", "phan", "muc"];
    let mut rest = text.trim().trim_end_matches([':', '.', ' ']);
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let bare = text::fold(word);
        if !(OPENINGS.contains(&bare.as_str()) || is_entry(word)) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// "I", "2.", "a)", "-".
fn is_entry(text: &str) -> bool {
    let bare = text.trim().trim_end_matches(['.', ')', '/', ':']);
    bare.len() <= 4
        && (bare.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, 'I' | 'V' | 'X' | '-' | '+' | '*'))
            || bare.len() == 1 && bare.chars().all(|letter| letter.is_ascii_alphabetic()))
}

fn opens_table(row: &Row) -> bool {
    row.cells.len() >= 3 && FIRST_TITLES.contains(&text::fold(&row.cells[0].text).as_str())
}

/// Its first cell is a number or a code, or it has as many cells as only a row of a table has.
fn is_numbered(row: &Row) -> bool {
    let opens = |text: &str| {
        text.trim_start_matches(|letter: char| letter.is_alphabetic() || letter == ' ').starts_with(|letter: char| letter.is_ascii_digit())
    };
    row.cells.len() >= 4 || opens(&row.cells[0].text)
}

fn put(grid: &mut Grid, found: &Banded) {
    let (column, own) = found.column(grid);
    let apart = own.is_none();
    let bands: BTreeSet<u32> = found.bands.iter().map(|band| band.at.row).collect();
    grid.rows.retain(|row| !bands.contains(&row.index));
    for row in &mut grid.rows {
        if apart && found.headers.contains(&row.index) {
            row.cells.push(Cell { column, text: TITLE.to_owned(), raw: None, kind: CellKind::Text });
            continue;
        }
        let Some(band) = found.of.get(&row.index) else { continue };
        let words = &found.bands[*band].words;
        match row.cells.binary_search_by_key(&column, |cell| cell.column) {
            Err(place) => row.cells.insert(place, Cell { column, text: words.clone(), raw: None, kind: CellKind::Text }),
            Ok(place) if phrase::status::word(&row.cells[place].text).is_none() => {
                let cell = &mut row.cells[place];
                cell.raw = Some(cell.as_written());
                cell.text = format!("{words}: {}", cell.text);
                cell.kind = CellKind::Text;
            }
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    fn shown(rows: &[&[&str]]) -> Vec<String> {
        sketch::mended(grid(rows), |workbook| gathered(workbook).0)
    }

    #[test]
    fn states_over_rows_stand_beside_each_of_them() {
        let rows: &[&[&str]] =
            &[&["TT", "Việc", "Ghi chú"], &["I", "Đã hoàn thành"], &["1", "a", "b"], &["II. NHỮNG VIỆC CHƯA THỰC HIỆN"], &["2", "c"]];
        assert_eq!(shown(rows), ["0:TT 1:Việc 2:Ghi chú 3:Tình trạng", "0:1 1:a 2:b 3:Đã hoàn thành", "0:2 1:c 3:Chưa thực hiện"]);
        let rows: &[&[&str]] = &[
            &["TT", "Việc", "Kết quả"],
            &["I", "Đang thực hiện"],
            &["1", "a", "Có chứng chỉ"],
            &["II", "Đã xong"],
            &["2", "b", "Chưa xong"],
        ];
        assert_eq!(shown(rows), ["0:TT 1:Việc 2:Kết quả", "0:1 1:a 2:Đang thực hiện: Có chứng chỉ", "0:2 1:b 2:Chưa xong"]);
    }

    #[test]
    fn each_table_may_have_its_state_above_it() {
        let rows: &[&[&str]] = &[
            &["1. Việc đã làm xong"],
            &["TT", "Việc", "Kết quả cụ thể"],
            &["1", "a", "b"],
            &["2. Việc đang làm"],
            &["TT", "Việc", "Vướng gì"],
            &["1", "c", "d"],
            &["TT", "Việc", "Thời gian"],
            &["1", "e", "f"],
        ];
        let told = shown(rows);
        assert_eq!(
            told[..3],
            ["0:TT 1:Việc 2:Kết quả cụ thể 3:Tình trạng", "0:1 1:a 2:b 3:Đã làm xong", "0:TT 1:Việc 2:Vướng gì 3:Tình trạng"]
        );
        assert_eq!(told[3..], ["0:1 1:c 2:d 3:Đang làm", "0:TT 1:Việc 2:Thời gian", "0:1 1:e 2:f"]);
    }

    #[test]
    fn below_a_state_may_be_nothing() {
        let rows: &[&[&str]] =
            &[&["I. ĐÃ HOÀN THÀNH"], &["TT", "Việc", "Ghi chú"], &["1", "a", ""], &["II. ĐANG THỰC HIỆN"], &["TT", "Việc", "Ghi chú"]];
        let title = "0:TT 1:Việc 2:Ghi chú 3:Tình trạng";
        assert_eq!(shown(rows), [title, "0:1 1:a 3:Đã hoàn thành", title]);
        let rows: &[&[&str]] =
            &[&["TT", "Việc", "Ghi chú"], &["I", "Đã hoàn thành"], &["1", "a", ""], &["II", "Đang thực hiện"], &["III", "Chưa thực hiện"]];
        assert_eq!(shown(rows), [title, "0:1 1:a 3:Đã hoàn thành"]);
    }

    #[test]
    fn states_listed_above_the_titles_explain_colours_and_stay() {
        let rows: &[&[&str]] = &[
            &["", "Hoàn thành"],
            &["", "Đang thực hiện"],
            &["", "Chưa thực hiện"],
            &["TT", "Việc", "Ghi chú"],
            &["1", "a", "b"],
            &["2", "c", "d"],
        ];
        assert_eq!(shown(rows), sketch::lines(&grid(rows)));
        let between: &[&[&str]] = &[&["TT", "Việc", "Ghi chú"], &["1", "e", "f"]];
        let rows = [between, rows].concat();
        assert_eq!(shown(&rows), sketch::lines(&grid(&rows)));
        let numbered: &[&[&str]] = &[
            &["I. ĐÃ HOÀN THÀNH"],
            &["II. ĐANG THỰC HIỆN"],
            &["TT", "Việc", "Ghi chú"],
            &["1", "a", ""],
            &["III. CHƯA LÀM"],
            &["2", "b", "c"],
        ];
        assert_ne!(shown(numbered), sketch::lines(&grid(numbered)));
    }

    #[test]
    fn one_state_alone_and_states_of_single_works_stay() {
        let rows: &[&[&str]] = &[&["TT", "Việc", "Ghi chú"], &["I", "Đã hoàn thành"], &["1", "a", "b"]];
        assert_eq!(shown(rows), sketch::lines(&grid(rows)));
        let rows: &[&[&str]] = &[&["TT", "Việc", "Kết quả"], &["1", "a", "Đã xong"], &["", "", "Đang làm"], &["", "", "Đã xong"]];
        assert_eq!(shown(rows), sketch::lines(&grid(rows)));
    }
}
