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
const FIRST_TITLES: &[&str] = &["tt", "stt", "so tt", "tieu chi", "tieu chuan tieu chi", "tc", "ma"];
/// Openings of titles of works, folded.
const WORKS: &[&str] = &["noi dung", "cong viec", "ten cong viec", "ten viec", "viec", "nhiem vu", "giai phap", "bien phap", "hoat dong"];

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
    /// What stands before it.
    entry: Option<Entry>,
}

/// How the parts of a list are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Roman,
    Figure,
    Letter,
    Bullet,
}

impl Band {
    /// "III. Chuyển sang học kỳ II" behind "II. Đang thực hiện", "Các việc khác:" behind "Các việc đã xong:": the next of the parts, whatever it says.
    fn ends_at(&self, row: &Row) -> bool {
        let Some((entry, cell)) = only_text(row) else { return false };
        match self.entry {
            Some(kind) => entry == Some(kind) && matches!(kind, Entry::Roman | Entry::Letter),
            None => entry.is_none() && cell.column == self.at.column && cell.text.trim_end().ends_with(':'),
        }
    }
}

struct Banded {
    bands: Vec<Band>,
    /// Rows of titles.
    headers: BTreeSet<u32>,
    /// Row → the place of its band.
    of: BTreeMap<u32, usize>,
    /// Rows that head the next part and say no state.
    others: Vec<(u32, String)>,
    /// Rows that say that there is no work of a state.
    none: BTreeSet<u32>,
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
        let others: Vec<String> = self.others.iter().map(|(_, text)| format!("\"{text}\"")).collect();
        let besides =
            if others.is_empty() { String::new() } else { format!(" (dưới {} không lấy tình trạng nào)", others.join(", ")) };
        let told = Finding::new(&finding::STATE_FROM_TITLE).with("count", self.of.len()).with("states", states.join("; "));
        let mut told = told.with("besides", besides);
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
    let mut found = Banded { bands, headers: BTreeSet::new(), of: BTreeMap::new(), others: Vec::new(), none: BTreeSet::new() };
    let mut current = None;
    let mut after_band = false;
    // Where the works stand, and down to which row without a gap.
    let (mut works, mut reached) = (None, 0);
    // Standards, each with its states below it.
    let mut titled = false;
    for row in &grid.rows {
        let own = found.bands.iter().position(|band| band.at.row == row.index);
        let goes_on = row.index <= reached + 1;
        let is_title = || only_text(row).is_some_and(|(_, cell)| phrase::criterion::heading(&cell.text).is_some());
        if own.is_some() {
            (current, reached) = (own, row.index);
        } else if opens_table(row) {
            // Titles that no state stands over are another table's.
            current = current.filter(|_| after_band);
            if current.is_some() || row.index < found.bands[0].at.row {
                found.headers.insert(row.index);
                works = row.cells.iter().find(|cell| titles_works(&cell.text)).map(|cell| cell.column);
            }
            reached = row.index;
        } else if is_title() && (titled || current.is_none()) {
            (titled, current) = (true, None);
        } else if let Some(band) = current.filter(|band| found.bands[*band].ends_at(row)) {
            current = None;
            let of_state = found.bands[band].entry.is_some();
            found.others.extend(only_text(row).filter(|_| of_state).map(|(_, cell)| (row.index, cell.text.clone())));
        } else if let Some(band) = current
            && (row.cells.len() >= 2 && is_numbered(row) || goes_on && works.is_some_and(|works| is_unnumbered(row, works)))
        {
            found.of.insert(row.index, band);
            reached = row.index;
        } else if goes_on {
            reached = row.index;
            // "Không có" right below a state: it is of no work.
            let none = only_text(row).filter(|_| after_band && current.is_some()).filter(|(_, cell)| says_none(&cell.text));
            found.none.extend(none.map(|_| row.index));
        }
        after_band = own.is_some();
    }
    // Of several tables above the first state only the nearest is theirs.
    let first = found.bands[0].at.row;
    let nearest = found.headers.range(..first).next_back().copied();
    // "Đã xong" alone below a work is of that work, and heads nothing.
    let counted = matches!(found.bands[0].entry, Some(Entry::Roman | Entry::Figure | Entry::Letter));
    let is_work = |row: &Row| row.cells.len() >= 2 && (is_numbered(row) || row.cells.len() > 2);
    if !counted && nearest.is_some_and(|titles| grid.rows.iter().any(|row| (titles + 1..first).contains(&row.index) && is_work(row))) {
        return None;
    }
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
        let numbered = run.iter().any(|band| band.entry.is_some());
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
    let (entry, cell) = only_text(row)?;
    let at = Address::new(row.index, cell.column);
    let comes_of = cell.text.trim_start().starts_with(['→', '⇒', '➔', '➜', '=']);
    if comes_of || cell.column > 2 || cell.text.len() > LONGEST * 2 || grid.merge_at(at).is_some_and(|area| area.rows() > 1) {
        return None;
    }
    let (status, words) = state(&cell.text)?;
    Some(Band { at, status, words, entry })
}

/// The one text of a row, and what counts it: in a cell of its own or in the same.
fn only_text(row: &Row) -> Option<(Option<Entry>, &Cell)> {
    match &row.cells[..] {
        [only] => Some((only.text.split_whitespace().next().and_then(entry), only)),
        [number, only] => Some((Some(entry(&number.text)?), only)),
        _ => None,
    }
}

/// What "1. VIỆC ĐÃ LÀM XONG (12 việc)" says, and its words: `Đã làm xong`.
fn state(text: &str) -> Option<(Status, String)> {
    const OPENINGS: &[&str] = &["da ", "dang ", "chua ", "hoan thanh", "khong ", "tiep tuc "];
    const MOST_WORDS: usize = 5;
    let words = without_count(without_openings(text));
    let folded = text::fold(words);
    let opens = OPENINGS.iter().any(|opening| folded.starts_with(opening));
    if !opens || folded.split(' ').count() > MOST_WORDS {
        return None;
    }
    let status = phrase::status::word(words)?.status;
    let words = words.chars().take(1).flat_map(char::to_uppercase).chain(words.chars().skip(1).flat_map(char::to_lowercase)).collect();
    Some((status, words))
}

/// `đang thực hiện` of "II. NHỮNG VIỆC ĐANG THỰC HIỆN:".
fn without_openings(text: &str) -> &str {
    const OPENINGS: &[&str] = &[
        "nhung", "cac", "so", "viec", "cong", "tac", "noi", "dung", "nhiem", "vu", "phan", "muc", "nhom", "danh", "sach", "hoat", "dong",
        "giai", "bien", "phap", "dau",
    ];
    let mut rest = text.trim().trim_end_matches([':', '.', ' ']);
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let bare = text::fold(word);
        if !(OPENINGS.contains(&bare.as_str()) || entry(word).is_some()) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// `đã hoàn thành` of "đã hoàn thành (12 việc)", "đã hoàn thành: 12".
fn without_count(text: &str) -> &str {
    let counts = |rest: &str| rest.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
    match text.split_once(['(', ':']) {
        Some((words, rest)) if counts(rest) => words.trim_end(),
        _ => text,
    }
}

/// "Không có", "(Không)", "Không có nội dung nào".
fn says_none(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let folded = text::fold(text.trim_matches(['(', ')', '-', '.', ' ']));
    matches!(folded.as_str(), "khong" | "chua co" | "ko") || folded.starts_with("khong co") && folded.split(' ').count() <= MOST_WORDS
}

/// "I", "2.", "a)", "-".
fn entry(text: &str) -> Option<Entry> {
    const LONGEST: usize = 4;
    let bare = text.trim().trim_end_matches(['.', ')', '/', ':']);
    let all = |signs: fn(char) -> bool| !bare.is_empty() && bare.len() <= LONGEST && bare.chars().all(signs);
    if all(|sign| matches!(sign, 'I' | 'V' | 'X')) {
        Some(Entry::Roman)
    } else if all(|sign| sign.is_ascii_digit()) {
        Some(Entry::Figure)
    } else if all(|sign| matches!(sign, '-' | '+' | '*')) {
        Some(Entry::Bullet)
    } else {
        (bare.len() == 1 && all(|sign| sign.is_ascii_alphabetic())).then_some(Entry::Letter)
    }
}

fn opens_table(row: &Row) -> bool {
    row.cells.len() >= 3 && (FIRST_TITLES.contains(&text::fold(&row.cells[0].text).as_str()) || titles_works(&row.cells[0].text))
}

/// "Nội dung công việc", "Nhiệm vụ": no longer than a title is.
fn titles_works(text: &str) -> bool {
    const MOST_WORDS: usize = 6;
    let folded = text::fold(text);
    folded.split(' ').count() <= MOST_WORDS && WORKS.iter().any(|words| text::opens_with_words(&folded, words))
}

/// A work that no number counts, in the column of works: with what is said of it, or behind a dash.
fn is_unnumbered(row: &Row, works: u32) -> bool {
    row.get(works)
        .is_some_and(|cell| !cell.text.is_empty() && (row.cells.len() >= 2 || cell.text.trim_start().starts_with(['-', '+', '•'])))
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
    grid.rows.retain(|row| {
        !bands.contains(&row.index) && !found.none.contains(&row.index) && !found.others.iter().any(|(other, _)| *other == row.index)
    });
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
        let rows: &[&[&str]] = &[
            &["TT", "Việc", "Ghi chú"],
            &["I", "Đã hoàn thành"],
            &["1", "a", "b"],
            &["II", "Đang thực hiện"],
            &["2", "c", ""],
            &["III", "Chưa thực hiện"],
            &["", "Không có"],
        ];
        let read = ["0:TT 1:Việc 2:Ghi chú 3:Tình trạng", "0:1 1:a 2:b 3:Đã hoàn thành", "0:2 1:c 3:Đang thực hiện"];
        assert_eq!(shown(rows), read);
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
    fn states_below_their_works_head_no_others() {
        let rows: &[&[&str]] = &[
            &["TT", "Việc", "Hạn"],
            &["1", "a", "9/2023"],
            &["", "Đã hoàn thành"],
            &["2", "b", "10/2023"],
            &["", "Chưa thực hiện"],
            &["3", "c", "11/2023"],
            &["", "Đang thực hiện"],
        ];
        assert_eq!(shown(rows), sketch::lines(&grid(rows)));
        let rows: &[&[&str]] =
            &[&["Việc", "Tiêu chí", "Hạn"], &["a", "1.1", "9/2023"], &["→ Đã hoàn thành"], &["b", "1.5", "10/2023"], &["→ Chưa thực hiện"]];
        assert_eq!(shown(rows), sketch::lines(&grid(rows)));
    }

    #[test]
    fn one_state_alone_and_states_of_single_works_stay() {
        let rows: &[&[&str]] = &[&["TT", "Việc", "Ghi chú"], &["I", "Đã hoàn thành"], &["1", "a", "b"]];
        assert_eq!(shown(rows), sketch::lines(&grid(rows)));
        let rows: &[&[&str]] = &[&["TT", "Việc", "Kết quả"], &["1", "a", "Đã xong"], &["", "", "Đang làm"], &["", "", "Đã xong"]];
        assert_eq!(shown(rows), sketch::lines(&grid(rows)));
    }
}
