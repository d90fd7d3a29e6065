//! "4.1 | Ban đại diện cha mẹ học sinh" over "| Chỉ báo a | Đạt", "| Chỉ báo b | Đạt": letters of indicators below the names of criteria, whose
//! codes stand in a column of their own → the letters below the codes, where rows of indicators have them, and "Mã" over these named what it is.

use std::borrow::Cow;

use super::FEWEST_LEVELS;
use crate::model::Criterion;
use crate::phrase;
use crate::read::grid::{Grid, Row, Workbook};
use crate::text;

/// Rows of letters that make such a table.
const FEWEST: usize = 2;
/// Rows of titles.
const TITLES: u32 = 3;
/// "Chỉ báo a", "Nội hàm b)".
const LONGEST: usize = 16;

enum Mend {
    /// A letter, the column it stands in, and that of the codes.
    Letter { row: u32, from: u32, to: u32 },
    /// The title of the codes.
    Title { row: u32, column: u32 },
}

/// The workbook, the letters of indicators below the codes.
pub(in crate::read) fn put(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(mends, put_one)
}

fn mends(grid: &Grid) -> Vec<Mend> {
    let heads: Vec<(u32, u32)> = grid.rows.iter().filter_map(|row| Some((row.index, first_level(row)?))).collect();
    let until = |at: usize| heads.get(at + 1).map_or(u32::MAX, |(next, _)| *next);
    heads.iter().enumerate().flat_map(|(at, (head, levels))| below(grid, *head, until(at), *levels)).collect()
}

/// The first column of levels side by side.
fn first_level(row: &Row) -> Option<u32> {
    let levels = || row.cells.iter().filter(|cell| phrase::levels::named(&cell.text).is_some_and(|level| level <= 3));
    let first = levels().next().map(|cell| cell.column).filter(|column| *column > 1)?;
    (levels().count() >= FEWEST_LEVELS).then_some(first)
}

fn below(grid: &Grid, head: u32, until: u32, levels: u32) -> Vec<Mend> {
    let titles = |column: u32| {
        let rows = grid.rows.iter().filter(move |row| (head.saturating_sub(TITLES)..=head).contains(&row.index));
        rows.filter_map(move |row| Some((row.index, text::fold(&row.get(column)?.text))))
    };
    // "Chỉ báo", "Tiêu chí, chỉ báo": its letters are read where they stand.
    let of_indicators =
        |column: u32| titles(column).any(|(_, title)| ["chi bao", "noi ham", "chi so"].iter().any(|word| title.contains(word)));
    let mut found = Vec::new();
    let mut codes = None;
    // The columns of the code and of the name above, and how many letters follow.
    let mut open: Option<(u32, u32, u8)> = None;
    for row in grid.rows.iter().filter(|row| row.index > head && row.index < until) {
        if let Some((code, name)) = coded(row, levels) {
            open = Some((code, name, 0));
            continue;
        }
        let Some((code, name, letters)) = open else { continue };
        let is_next = row.get(name).is_some_and(|cell| letter(&cell.text) == Some(b'a' + letters));
        if is_next && row.get(code).is_none_or(|cell| cell.text.is_empty()) {
            found.push(Mend::Letter { row: row.index, from: name, to: code });
            codes = Some((code, name));
            open = Some((code, name, letters + 1));
        } else {
            open = None;
        }
    }
    let Some((code, name)) = codes.filter(|_| found.len() >= FEWEST) else { return Vec::new() };
    if of_indicators(name) {
        found.clear();
    }
    let unnamed = titles(code).find(|(_, title)| matches!(title.as_str(), "ma" | "ma so" | "ma tc"));
    found.extend(unnamed.map(|(row, _)| Mend::Title { row, column: code }));
    found
}

/// The columns of a bare code, and of the name behind it.
fn coded(row: &Row, levels: u32) -> Option<(u32, u32)> {
    let mut before = row.cells.iter().filter(|cell| cell.column < levels);
    let code = before.find(|cell| cell.text.starts_with(|sign: char| sign.is_ascii_digit()) && cell.text.parse::<Criterion>().is_ok())?;
    let name = before.find(|cell| cell.text.contains(char::is_alphabetic) && letter(&cell.text).is_none())?;
    Some((code.column, name.column))
}

/// `a` of "a", "b)", "Chỉ báo c".
fn letter(text: &str) -> Option<u8> {
    let is_one = !text::has_more_letters(text, LONGEST) && phrase::mark::is_indicator(text);
    text::fold(text).split(' ').next_back().filter(|_| is_one)?.bytes().next()
}

fn put_one(grid: &mut Grid, mend: &Mend) {
    let (Mend::Letter { row, .. } | Mend::Title { row, .. }) = *mend;
    let Ok(at) = grid.rows.binary_search_by_key(&row, |row| row.index) else { return };
    let cells = &mut grid.rows[at].cells;
    match *mend {
        Mend::Title { column, .. } => {
            if let Some(cell) = cells.iter_mut().find(|cell| cell.column == column) {
                "Mã tiêu chí".clone_into(&mut cell.text);
            }
        }
        Mend::Letter { from, to, .. } => {
            cells.retain(|cell| cell.column != to);
            if let Some(cell) = cells.iter_mut().find(|cell| cell.column == from) {
                cell.column = to;
            }
            cells.sort_by_key(|cell| cell.column);
            grid.merges.retain(|area| !(area.first.column == to && (area.first.row..=area.last.row).contains(&row)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, mended};

    #[test]
    fn letters_below_names_go_below_the_codes() {
        let rows = |title: &'static str, first: &'static str, second: &'static str| {
            let sheet: &[&[&str]] =
                &[&["Mã", title, "Mức 1", "Mức 2"], &["4.1", "Ban đại diện"], &["", first, "Đ", "Đ"], &["", second, "Đ"]];
            mended(grid(sheet), put)[2..].to_vec()
        };
        assert_eq!(rows("Tên tiêu chí", "a", "b"), ["0:a 2:Đ 3:Đ", "0:b 2:Đ"]);
        assert_eq!(rows("Nội dung", "Chỉ báo a", "Chỉ báo b)"), ["0:Chỉ báo a 2:Đ 3:Đ", "0:Chỉ báo b) 2:Đ"]);
        // A column of indicators is read as it stands; "b" first, and what is no letter, is of nothing.
        for title in ["Chỉ báo", "Tiêu chí, chỉ báo"] {
            assert_eq!(rows(title, "a", "b"), ["1:a 2:Đ 3:Đ", "1:b 2:Đ"]);
        }
        assert_eq!(rows("Nội dung", "b", "c"), ["1:b 2:Đ 3:Đ", "1:c 2:Đ"]);
        assert_eq!(rows("Nội dung", "a", "Phòng học"), ["1:a 2:Đ 3:Đ", "1:Phòng học 2:Đ"]);
    }
}
