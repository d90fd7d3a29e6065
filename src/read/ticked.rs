//! Columns side by side that hold nothing but crosses → one column with the titles that are crossed: who does it (`HT | PHT | TTCM`),
//! how far it has come (`Hoàn thành tốt | Hoàn thành | Không hoàn thành`, `0% | 50% | 100%`), what a title over them asks.
//!
//! Left as they are: months (`crossed`), levels, and the three states that the forms have columns for.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::content;
use super::grid::{Area, Cell, CellKind, Grid, Row, Workbook};
use super::header;
use crate::model::{Address, Status};
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::text;

const DOERS: &str = "Người thực hiện";
const STATES: &str = "Tình trạng";
/// Columns, and crosses in all of them, that make such a table.
const FEWEST: usize = 2;
/// A longer title is no choice.
const LONGEST: usize = 40;
/// A row of a table has so many cells; the signature below it has fewer.
const CELLS: usize = 3;

/// States that the forms know as titles of columns. Folded.
const OF_FORMS: &[&str] = &[
    "xong",
    "da xong",
    "hoan thanh",
    "da hoan thanh",
    "hoan thanh mot phan",
    "da thuc hien",
    "da trien khai",
    "da lam",
    "dang",
    "dang lam",
    "dang thuc hien",
    "dang trien khai",
    "chua",
    "chua xong",
    "chua lam",
    "chua thuc hien",
    "chua trien khai",
    "chua hoan thanh",
    "khong hoan thanh",
    "khong thuc hien",
];

/// The same states as they are shortened, and the words that the forms know.
const SHORTENED: &[(&str, &str)] =
    &[("ht", "Hoàn thành"), ("dth", "Đang thực hiện"), ("cht", "Chưa hoàn thành"), ("cth", "Chưa thực hiện"), ("kth", "Không thực hiện")];

/// The workbook, its columns of crosses read.
pub(super) fn gathered(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(choices, gather)
}

/// Titles side by side, of which the rows below cross some.
struct Choice {
    /// The row of the titles, and of the title over them.
    row: u32,
    over: Option<u32>,
    title: String,
    columns: RangeInclusive<u32>,
    titles: Vec<String>,
    /// What the titles are short for, where the forms have a column for each.
    written_out: Vec<&'static str>,
}

fn is_cross(cell: &Cell) -> bool {
    cell.text.chars().count() <= 3 && phrase::mark::parse(&cell.text) == Some(Mark::Yes) && !cell.text.contains(char::is_numeric)
}

fn choices(grid: &Grid) -> Vec<Choice> {
    if grid.rows.iter().flat_map(|row| &row.cells).filter(|cell| is_cross(cell)).nth(FEWEST - 1).is_none() {
        return Vec::new();
    }
    let mut found: Vec<Choice> = Vec::new();
    for (at, row) in grid.rows.iter().enumerate().filter(|(_, row)| row.cells.len() >= FEWEST) {
        let below = grid.rows[at + 1..].iter().filter(|row| row.cells.len() >= CELLS);
        let title_at = |column: u32| row.get(column).filter(|cell| !is_cross(cell) && cell.text.chars().count() <= LONGEST);
        let only_crossed = |column: u32| below.clone().filter_map(|row| row.get(column)).all(is_cross);
        let crosses = |column: u32| below.clone().filter_map(|row| row.get(column)).count();
        for run in runs(row.cells.iter().map(|cell| cell.column).filter(|column| title_at(*column).is_some() && only_crossed(*column))) {
            let crossed: usize = run.clone().map(crosses).sum();
            // "Ghi chú" behind them is empty from end to end.
            let last = run.clone().rev().find(|column| crosses(*column) > 0).unwrap_or(*run.start());
            let over = over(grid, row.index, *run.start());
            let last = over.map_or(last, |area| area.last.column.clamp(last, *run.end()));
            let columns = *run.start()..=last;
            if crossed < FEWEST
                || columns.clone().count() < FEWEST
                || columns.clone().filter(|column| crosses(*column) > 0).count() < FEWEST
            {
                continue;
            }
            let titles: Vec<String> = columns.clone().filter_map(|column| Some(title_at(column)?.text.clone())).collect();
            let written_out = written_out(&titles);
            if !written_out.is_empty() {
                found.push(Choice { row: row.index, over: None, title: String::new(), columns, titles, written_out });
                continue;
            }
            let asked = over.and_then(|area| grid.get(area.first)).map(|cell| cell.text.as_str());
            if let Some(title) = asked_by(asked, &titles) {
                found.push(Choice { row: row.index, over: over.map(|area| area.first.row), title, columns, titles, written_out });
            }
        }
    }
    found
}

/// "HT | ĐTH | CHT"; "HT" alone beside others is the head of the school.
fn written_out(titles: &[String]) -> Vec<&'static str> {
    let long = |title: &String| SHORTENED.iter().find(|(short, _)| text::fold(title) == *short).map(|(_, long)| *long);
    let found: Vec<&str> = titles.iter().filter_map(long).collect();
    let distinct: BTreeSet<&str> = found.iter().copied().collect();
    if found.len() == titles.len() && distinct.len() == titles.len() { found } else { Vec::new() }
}

/// Columns that stand side by side.
fn runs(columns: impl Iterator<Item = u32>) -> Vec<RangeInclusive<u32>> {
    let columns: Vec<u32> = columns.collect();
    columns.chunk_by(|one, next| one + 1 == *next).filter_map(|run| Some(*run.first()?..=*run.last()?)).collect()
}

/// The title merged over the column and others, right above the row.
fn over(grid: &Grid, row: u32, column: u32) -> Option<Area> {
    let above = Address::new(row.checked_sub(1)?, column);
    grid.merge_at(above).copied().filter(|area| area.columns() > 1 && area.rows() == 1)
}

/// What the titles are the choices of; `None` where they are left to others.
fn asked_by(over: Option<&str>, titles: &[String]) -> Option<String> {
    let of_others = |title: &String| {
        let folded = text::fold(title);
        matches!(folded.as_str(), "dat" | "khong dat" | "chua dat" | "d" | "kd" | "a" | "b" | "c")
            || names_level(title)
            || phrase::time::is_time(title)
            || phrase::period::parse(title).is_some()
            || phrase::criterion::parse(title, None, None).criterion.is_some()
    };
    let over_of_others = |title: &str| phrase::period::parse(title).is_some() || names_level(title) || header::are_numbers(title, titles);
    // "Không | Không" on the row of a criterion: marks, and no choice between them.
    let are_marks = titles.iter().all(|title| phrase::mark::parse(title).is_some());
    if are_marks || titles.iter().any(of_others) || over.is_some_and(over_of_others) {
        return None;
    }
    let doers = titles.iter().filter(|title| is_doer(title)).count();
    if doers * 2 > titles.len() {
        return Some(over.filter(|title| says_who(title)).unwrap_or(DOERS).to_owned());
    }
    let states: Vec<Option<Status>> = titles.iter().map(|title| phrase::status::state(title).map(|said| said.status)).collect();
    if states.iter().all(Option::is_some) {
        let kinds: BTreeSet<Status> = states.iter().flatten().copied().collect();
        // "Đã xong | Đang làm | Chưa làm": the forms have a column for each.
        let apart = kinds.len() == titles.len() && !titles.iter().any(|title| title.contains('%'));
        let of_forms = apart || titles.iter().all(|title| OF_FORMS.contains(&text::fold(title).as_str()));
        return (!of_forms).then(|| over.filter(|title| !says_who(title)).unwrap_or(STATES).to_owned());
    }
    match over {
        // "Kết quả thực hiện" over states and what stands beside them ("Lý do") is no choice.
        Some(title) if states.iter().all(Option::is_none) => Some(title.to_owned()),
        Some(_) => None,
        None => same_opening(titles),
    }
}

/// "Mức 1", "Đạt mức II", "Kết quả mức 3 (Đạt/Không đạt)".
fn names_level(title: &str) -> bool {
    let folded = text::fold(title);
    let words: Vec<&str> = folded.split(' ').collect();
    let numbered = |rest: &[&str]| matches!(rest, ["1" | "2" | "3" | "4" | "i" | "ii" | "iii" | "iv", ..]);
    // "Mức 2", "Đạt mức độ 2"
    let behind = |at: usize| numbered(words[at + 1..].strip_prefix(&["do"]).unwrap_or(&words[at + 1..]));
    (0..words.len()).any(|at| words[at] == "muc" && behind(at)) || header::names_level(title)
}

fn is_doer(title: &str) -> bool {
    const MORE: &[&str] = &["cong doan", "doan", "doi", "chi bo", "hoi", "cmhs", "to"];
    let bare = text::fold(title);
    let bare = bare.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
    content::is_role(bare) || MORE.iter().any(|word| bare == *word || bare.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

fn says_who(title: &str) -> bool {
    let folded = text::fold(title);
    ["nguoi", "don vi", "bo phan", "phu trach", "thanh vien", "chu tri"].iter().any(|word| folded.contains(word))
}

/// "Mức độ A | Mức độ B | Mức độ C": the words they all begin with.
fn same_opening(titles: &[String]) -> Option<String> {
    const WORDS: usize = 2;
    let opening: Vec<&str> = titles.first()?.split(' ').collect();
    let opening = opening.get(..opening.len().checked_sub(1)?).filter(|words| words.len() >= WORDS)?.join(" ");
    titles.iter().all(|title| title.strip_prefix(opening.as_str()).is_some_and(|rest| rest.starts_with(' '))).then_some(opening)
}

fn gather(grid: &mut Grid, choice: &Choice) {
    if !choice.written_out.is_empty() {
        for row in grid.rows.iter_mut().filter(|row| row.index >= choice.row) {
            let titles = row.cells.iter_mut().filter(|cell| choice.columns.contains(&cell.column) && !is_cross(cell));
            for cell in titles {
                let at = choice.titles.iter().position(|title| *title == cell.text);
                let Some(long) = at.and_then(|at| choice.written_out.get(at)) else { continue };
                cell.raw.get_or_insert(std::mem::replace(&mut cell.text, (*long).to_owned()));
            }
        }
        return;
    }
    let first = *choice.columns.start();
    let text_cell = |text: String, raw: Option<String>| Cell { column: first, text, raw, kind: CellKind::Text };
    // The choices alone below the titles of the other columns leave their title to that row.
    let alone = grid.row(choice.row).is_some_and(|row| row.cells.iter().all(|cell| choice.columns.contains(&cell.column)));
    let titled = if alone { choice.over.unwrap_or(choice.row) } else { choice.row };
    for row in grid.rows.iter_mut().filter(|row| row.index >= choice.row) {
        let of_table = row.index == choice.row || row.cells.len() >= CELLS;
        let titles_again = row.index > choice.row && row.cells.iter().any(|cell| choice.columns.contains(&cell.column) && !is_cross(cell));
        if !of_table || titles_again {
            continue;
        }
        let crossed: Vec<String> = choice
            .columns
            .clone()
            .zip(&choice.titles)
            .filter(|(column, _)| row.index > choice.row && row.get(*column).is_some())
            .map(|(_, title)| title.clone())
            .collect();
        row.cells.retain(|cell| !choice.columns.contains(&cell.column));
        let said = match row.index == choice.row {
            true if titled != choice.row => None,
            true => Some(text_cell(choice.title.clone(), Some(choice.titles.join(" | ")))),
            false if crossed.is_empty() => None,
            false => Some(text_cell(crossed.join(", "), Some(format!("x: {}", crossed.join(", "))))),
        };
        put(row, said);
    }
    // The title over them stands beside the others now.
    if let Some(over) = choice.over {
        if let Some(row) = grid.rows.iter_mut().find(|row| row.index == over) {
            row.cells.retain(|cell| !choice.columns.contains(&cell.column));
            if titled == over {
                put(row, Some(text_cell(choice.title.clone(), Some(choice.titles.join(" | ")))));
            }
        }
        grid.rows.retain(|row| !row.cells.is_empty());
        grid.merges.retain(|area| !(area.first.row == over && choice.columns.contains(&area.first.column)));
    }
}

fn put(row: &mut Row, cell: Option<Cell>) {
    row.cells.extend(cell);
    row.cells.sort_by_key(|cell| cell.column);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{self, grid};

    fn shown(grid: Grid) -> Vec<String> {
        sketch::mended(grid, gathered)
    }

    #[test]
    fn who_is_crossed_does_it() {
        let rows: &[&[&str]] = &[
            &["TT", "Công việc", "Thời gian", "HT", "PHT 1", "TTCM", "GV"],
            &["1", "Chia lớp", "11/2023", "x", "x"],
            &["2", "Sửa phòng", "11/2023", "", "x"],
            &["3", "Mua đồ chơi", "12/2023", "", "", "", "x"],
            &["", "", "", "HIỆU TRƯỞNG"],
        ];
        assert_eq!(
            shown(grid(rows)),
            [
                "0:TT 1:Công việc 2:Thời gian 3:Người thực hiện",
                "0:1 1:Chia lớp 2:11/2023 3:HT, PHT 1",
                "0:2 1:Sửa phòng 2:11/2023 3:PHT 1",
                "0:3 1:Mua đồ chơi 2:12/2023 3:GV",
                "3:HIỆU TRƯỞNG",
            ]
        );
    }

    #[test]
    fn the_state_that_is_crossed_is_that_of_the_work() {
        for titles in [["Hoàn thành tốt", "Hoàn thành", "Không hoàn thành"], ["0%", "50%", "100%"], ["Mức độ A", "Mức độ B", "Mức độ C"]]
        {
            let rows: &[&[&str]] = &[
                &["TT", "Công việc", "Thời gian", titles[0], titles[1], titles[2], "Ghi chú"],
                &["1", "Sửa phòng 1", "11/2023", "x"],
                &["2", "Sửa phòng 2", "11/2023", "", "x"],
                &["3", "Sửa phòng 3", "11/2023", "", "", "✓"],
            ];
            let lines = shown(grid(rows));
            assert!(lines[0].ends_with("6:Ghi chú") && !lines[0].contains("4:"), "{lines:?}");
            let said: Vec<&str> = lines[1..].iter().filter_map(|line| line.split_once(" 3:").map(|(_, said)| said)).collect();
            assert_eq!(said, titles);
        }
    }

    #[test]
    fn columns_that_others_read_stay() {
        let titles: [[&str; 3]; 7] = [
            ["Đã xong", "Đang làm", "Chưa làm"],
            ["Mức 1", "Mức 2", "Mức 3"],
            ["Đạt mức 1", "Đạt mức 2", "Đạt mức 3"],
            ["GV", "Ngân sách", "Xã hội hóa"],
            ["T9", "T10", "T11"],
            ["Đạt", "Không đạt", "Ghi chú"],
            ["Kinh phí", "Nguồn", "Ghi chú"],
        ];
        for titles in titles {
            let rows: &[&[&str]] = &[
                &["TT", "Công việc", "Thời gian", titles[0], titles[1], titles[2]],
                &["1", "Sửa phòng 1", "11/2023", "x"],
                &["2", "Sửa phòng 2", "11/2023", "", "x"],
                &["3", "Sửa phòng 3", "11/2023", "", "", "x"],
            ];
            let workbook = Workbook { grids: vec![grid(rows)], ..Workbook::default() };
            assert!(matches!(gathered(&workbook), Cow::Borrowed(_)), "{titles:?}");
        }
    }
}
