//! A workbook in, the same with the signs that a sheet explains read as their meaning out: `x: đã xong; o: đang làm; /: chưa làm`.
//!
//! Only what is explained as a state of work or as a mark is taken, and only in columns that hold little else.

mod painted;
mod pairs;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::phrase;
use crate::text::{clean, fold};

/// A sign that is explained has at most so many letters: "Xanh", "M1".
const LONGEST_SIGN: usize = 6;
/// From this share of its filled cells on, a column is one of signs: of numbers nearly all must be, "x" stands beside words too.
const MOST_NUMBERS: f64 = 0.8;
const MOST: f64 = 0.3;
/// Signs that make a column.
const FEWEST: usize = 2;
/// An empty cell, which may be explained as well.
const EMPTY: &str = "";

/// What a line of signs or of colours begins with, folded.
const LABELS: &[&str] = &["ky hieu", "chu thich", "ghi chu", "quy uoc", "luu y", "cach ghi", "ghi", "trong do"];

/// Writes out the signs of every sheet that explains them; by name of the sheet, what is to be told.
pub(super) fn written_out(workbook: &mut Cow<'_, Workbook>) -> Vec<(Arc<str>, Finding)> {
    let mut told = painted::written_out(workbook);
    for at in 0..workbook.grids.len() {
        let titled = of_titles(&workbook.grids[at]);
        if !titled.is_empty() {
            let grid = &mut workbook.to_mut().grids[at];
            let findings = titled.into_iter().filter_map(|(title, signs)| under_title(grid, title, &signs));
            told.extend(findings.collect::<Vec<_>>());
        }
        let grid = &workbook.grids[at];
        let of_line = || of_grid(grid).map(|(line, signs)| (vec![line], signs));
        let Some((lines, signs)) = of_line().or_else(|| of_column(grid)).or_else(|| pairs::of_rows(grid)) else { continue };
        let Some(line) = lines.first().copied() else { continue };
        let columns = columns_of(grid, line, &signs);
        if columns.is_empty() {
            continue;
        }
        let raw = lines.iter().map(|line| grid.text(*line)).collect::<Vec<_>>().join("; ");
        let letters: Vec<String> = columns.iter().map(|column| Address::letters(*column)).collect();
        let grid = &mut workbook.to_mut().grids[at];
        let mut count = 0;
        // Lines beside the table, or under its marks, are told of and are no part of its rows.
        if lines.len() > 1 || columns.contains(&line.column) {
            grid.rows.iter_mut().for_each(|row| row.cells.retain(|cell| !lines.contains(&Address::new(row.index, cell.column))));
            grid.rows.retain(|row| !row.cells.is_empty());
        }
        let is_line = |row: u32, cell: &Cell| line == Address::new(row, cell.column);
        let cells = grid.rows.iter_mut().flat_map(|row| row.cells.iter_mut().map(|cell| (row.index, cell)));
        for (_, cell) in cells.filter(|(row, cell)| !is_line(*row, cell)) {
            if columns.contains(&cell.column)
                && let Some(meaning) = signs.get(&key(&cell.text))
            {
                count += 1;
                cell.raw = Some(std::mem::replace(&mut cell.text, meaning.clone()));
                cell.kind = CellKind::Text;
            }
        }
        if let Some(meaning) = signs.get(EMPTY) {
            for column in &columns {
                count += fill(grid, (*column, &columns), line, meaning);
            }
        }
        let finding = Finding::new(&finding::SIGNS_EXPLAINED).raw(raw).with("count", count).with("columns", letters.join(", "));
        told.push((Arc::clone(&workbook.grids[at].name), Finding { cell: Some(line), ..finding }));
    }
    told
}

/// The titles that explain the signs below them: "Mức độ thực hiện (1: Hoàn thành; 2: Đang thực hiện; 3: Chưa hoàn thành)".
fn of_titles(grid: &Grid) -> Vec<(Address, BTreeMap<String, String>)> {
    let among_others = grid.rows.iter().filter(|row| row.cells.len() > 2);
    let cells = among_others.flat_map(|row| row.cells.iter().map(|cell| (Address::new(row.index, cell.column), cell)));
    let explains = |cell: &Cell| cell.text.len() < 400 && cell.text.contains('(') && cell.text.contains([':', '=', '-', '–']);
    cells.filter(|(_, cell)| explains(cell)).filter_map(|(at, cell)| Some((at, explained(behind_title(&cell.text)?.1)?))).collect()
}

/// "Kết quả (Đ: đã làm; C: chưa làm)": the title, and what stands in its brackets.
fn behind_title(text: &str) -> Option<(&str, &str)> {
    let (title, inner) = text.trim().strip_suffix(')')?.split_once('(')?;
    (title.chars().any(char::is_alphabetic)).then_some((title.trim(), inner))
}

/// Writes out the signs below a title that explains them, and leaves the title without them; `None` where none of them stands there.
fn under_title(grid: &mut Grid, title: Address, signs: &BTreeMap<String, String>) -> Option<(Arc<str>, Finding)> {
    let name = Arc::clone(&grid.name);
    let mut count = 0;
    let mut below = grid.rows.iter_mut().filter(|row| row.index > title.row).flat_map(|row| &mut row.cells);
    for cell in below.by_ref().filter(|cell| cell.column == title.column) {
        if let Some(meaning) = signs.get(&key(&cell.text)) {
            count += 1;
            cell.raw = Some(std::mem::replace(&mut cell.text, meaning.clone()));
            cell.kind = CellKind::Text;
        }
    }
    drop(below);
    let row = grid.rows.iter_mut().find(|row| row.index == title.row).filter(|_| count > 0)?;
    let cell = row.cells.iter_mut().find(|cell| cell.column == title.column)?;
    let whole = cell.text.clone();
    cell.text = behind_title(&whole)?.0.to_owned();
    cell.raw = Some(whole.clone());
    let finding = Finding::new(&finding::SIGNS_EXPLAINED).raw(whole).with("count", count).with("columns", Address::letters(title.column));
    Some((name, Finding { cell: Some(title), ..finding }))
}

/// Writes the meaning of an empty cell into those of a column, in the rows below its title that begin with a number or a code; returns how many.
fn fill(grid: &mut Grid, (column, columns): (u32, &BTreeSet<u32>), line: Address, meaning: &str) -> usize {
    let filled = |row: &Row| row.get(column).is_some();
    let Some(title) = grid.rows.iter().find(|row| row.index != line.row && row.cells.len() >= 3 && filled(row)).map(|row| row.index) else {
        return 0;
    };
    let begins = |row: &Row| {
        let first = row.cells.first().map(|cell| fold(&cell.text)).unwrap_or_default();
        first.trim_start_matches(|letter: char| letter.is_alphabetic() || letter == ' ').starts_with(|letter: char| letter.is_ascii_digit())
    };
    let mut count = 0;
    // A criterion that has no mark at all has each of its levels met.
    let named = |row: &Row| row.cells.first().is_some_and(|cell| phrase::criterion::parse(&cell.text, None, None).criterion.is_some());
    // Above a level that is not met none is, marked or not.
    let denied = |row: &Row| {
        let before = row.cells.iter().filter(|cell| cell.column < column && columns.contains(&cell.column));
        before.into_iter().any(|cell| phrase::mark::word(&cell.text) == Some(phrase::mark::Mark::No))
    };
    let is_of_table = |row: &Row| !denied(row) && (row.cells.len() >= 3 && begins(row) || row.cells.len() <= 3 && named(row));
    for row in grid.rows.iter_mut().filter(|row| row.index > title && row.index != line.row && is_of_table(row)) {
        if let Err(place) = row.cells.binary_search_by_key(&column, |cell| cell.column) {
            row.cells.insert(place, Cell { column, text: meaning.to_owned(), raw: None, kind: CellKind::Text });
            count += 1;
        }
    }
    count
}

fn key(sign: &str) -> String {
    clean(sign).to_lowercase()
}

/// The line that explains signs, which stands alone in its row, and what it says of each.
fn of_grid(grid: &Grid) -> Option<(Address, BTreeMap<String, String>)> {
    grid.rows.iter().filter(|row| row.cells.len() <= 2).find_map(|row: &Row| {
        let cell = row
            .cells
            .iter()
            .find(|cell| cell.text.len() < 400 && (cell.text.contains([':', '=', '(', '-', '–']) || cell.text.contains(" là ")))?;
        let signs = explained(&cell.text)?;
        Some((Address::new(row.index, cell.column), signs))
    })
}

/// "H: hoàn thành" over "C: chưa làm" in a column of their own beside the table, and what they say of each sign.
fn of_column(grid: &Grid) -> Option<(Vec<Address>, BTreeMap<String, String>)> {
    let mut columns: BTreeMap<u32, Vec<Address>> = BTreeMap::new();
    // The last cell of a row at most: what a table says stands before it.
    for (row, cell) in grid.rows.iter().filter_map(|row| Some((row, row.cells.last()?))) {
        if cell.text.len() < 60
            && cell.text.contains([':', '=', '(', '-', '–'])
            && pair(clean(&cell.text).trim().trim_start_matches(['-', '+', '*', ' '])).is_some()
        {
            columns.entry(cell.column).or_default().push(Address::new(row.index, cell.column));
        }
    }
    let lines = columns.into_values().find(|lines| lines.len() >= FEWEST)?;
    let bare: Vec<&str> = lines.iter().map(|line| grid.text(*line).trim().trim_start_matches(['-', '+', '*', ' '])).collect();
    let signs = explained(&bare.join("; "))?;
    Some((lines, signs))
}

/// "Ký hiệu: x: đã xong; o: đang làm" → `x` → `đã xong`, `o` → `đang làm`; `None` unless two signs are told apart.
fn explained(line: &str) -> Option<BTreeMap<String, String>> {
    let line = clean(line);
    let mut text = line.trim().trim_start_matches(['*', '-', ' ']);
    if let Some((label, rest)) = text.split_once(':')
        && let label = fold(label)
        && LABELS.iter().any(|known| label.starts_with(known))
    {
        text = rest;
    }
    let text = text.trim().strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(text);
    let mut signs = BTreeMap::new();
    for part in text.split([';', ',', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let Some((sign, meaning)) = pair(part) else { continue };
        if signs.insert(key(&sign), meaning).is_some() {
            return None;
        }
    }
    if let Some(only) = one_mark(&signs) {
        return Some(only);
    }
    let said: BTreeSet<_> = signs.values().map(|meaning| meant(meaning)).collect();
    (signs.len() >= FEWEST && said.len() >= FEWEST).then_some(signs)
}

/// "✗ là đạt", "x: không đạt": one sign of the two; where it says that a level is not met, an empty cell can only say that it is.
fn one_mark(signs: &BTreeMap<String, String>) -> Option<BTreeMap<String, String>> {
    let (sign, meaning) = signs.iter().next().filter(|_| signs.len() == 1)?;
    let met = phrase::mark::word(meaning)? == phrase::mark::Mark::Yes;
    phrase::mark::sign(sign)?;
    let empty = (!met).then(|| (EMPTY.to_owned(), "Đạt".to_owned()));
    Some(signs.iter().map(|(sign, meaning)| (sign.clone(), meaning.clone())).chain(empty).collect())
}

/// `x: đã xong`, `A - hoàn thành`, `Xanh = đã xong`, `o là đang làm`, `đã xong (x)`.
fn pair(part: &str) -> Option<(String, String)> {
    let bare = |text: &str| text.trim().trim_matches(['"', '“', '”', '\'', '(', ')', '[', ']']).trim().to_owned();
    let is_sign = |sign: &str| {
        let letters = sign.chars().count();
        (1..=LONGEST_SIGN).contains(&letters) && !sign.contains(' ')
    };
    // "Dấu x là chưa làm, để trống là đã làm"
    let named = |sign: &str| {
        const LEADS: &[&str] = &["tô màu", "ô màu", "màu", "dấu", "ký hiệu", "kí hiệu", "chữ", "ô", "nếu", "đánh"];
        let lower = key(sign);
        let mut own = lower.as_str();
        // "Đánh dấu x"
        while let Some(rest) = LEADS.iter().find_map(|lead| own.strip_prefix(lead)?.strip_prefix(' ')) {
            own = rest;
        }
        if matches!(fold(own).as_str(), "de trong" | "bo trong" | "trong" | "khong ghi" | "khong danh dau") {
            EMPTY.to_owned()
        } else {
            bare(own)
        }
    };
    let sides = [": ", "=", " là ", " - ", " – ", ":"].iter().find_map(|between| part.split_once(between));
    if let Some((sign, meaning)) = sides {
        let (sign, meaning) = (named(&bare(sign)), bare(meaning));
        if (is_sign(&sign) || sign == EMPTY) && meant(&meaning).is_some() {
            return Some((sign, meaning));
        }
    }
    // "± đang thực hiện": what is no letter and no number stands for what is behind it.
    if let Some((sign, meaning)) = part.split_once(' ')
        && is_sign(sign)
        && !sign.chars().any(char::is_alphanumeric)
        && meant(meaning.trim()).is_some()
    {
        return Some((bare(sign), meaning.trim().to_owned()));
    }
    // "(x) chưa đạt", "chưa đạt (x)"
    let before = || part.strip_prefix('(')?.split_once(')').map(|(sign, meaning)| (meaning.trim_start_matches([':', '=', ' ']), sign));
    let (meaning, sign) = part.strip_suffix(')').and_then(|part| part.rsplit_once('(')).or_else(before)?;
    let (meaning, sign) = (bare(meaning), bare(sign));
    (is_sign(&sign) && meant(&meaning).is_some()).then_some((sign, meaning))
}

/// What a meaning is of: a state of work or a mark.
fn meant(meaning: &str) -> Option<(Option<crate::model::Status>, Option<bool>)> {
    const LONGEST: usize = 40;
    if meaning.chars().count() > LONGEST {
        return None;
    }
    let state = phrase::status::word(meaning).map(|said| said.status);
    let mark = phrase::mark::word(meaning).map(|mark| mark == phrase::mark::Mark::Yes);
    (state.is_some() || mark.is_some()).then_some((state, mark))
}

/// The columns that hold these signs and little else, from the first sign to the last.
fn columns_of(grid: &Grid, line: Address, signs: &BTreeMap<String, String>) -> BTreeSet<u32> {
    let mut cells: BTreeMap<u32, Vec<bool>> = BTreeMap::new();
    let mut numbers: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for row in &grid.rows {
        for cell in row.cells.iter().filter(|cell| line != Address::new(row.index, cell.column)) {
            let is_sign = cell.text.len() <= 4 * LONGEST_SIGN && signs.contains_key(&key(&cell.text));
            let column = cells.entry(cell.column).or_default();
            if is_sign || !column.is_empty() {
                column.push(is_sign);
            }
            if is_sign && let Ok(number) = cell.text.parse() {
                numbers.entry(cell.column).or_default().push(number);
            }
        }
    }
    let first = cells.iter().filter(|(_, column)| column.contains(&true)).map(|(column, _)| *column).min();
    // The first column of a table counts its rows, in letters too.
    let counting = grid.rows.iter().filter(|row| row.cells.len() >= 3).filter_map(|row| Some(row.cells.first()?.column)).min();
    let levels = levels_of_signs(grid, line, signs);
    cells.retain(|column, filled| {
        let last = filled.iter().rposition(|is_sign| *is_sign).map_or(0, |at| at + 1);
        let count = filled[..last].iter().filter(|is_sign| **is_sign).count();
        // "1, 2, 3" in the first of them numbers the rows.
        let numeric = numbers.contains_key(column);
        let counts_up = numbers.get(column).is_some_and(|numbers| numbers.windows(2).all(|pair| pair[0] < pair[1]));
        let numbers_rows = first == Some(*column) && counts_up;
        // Where empty cells are explained one sign may be all.
        let fewest = if signs.contains_key(EMPTY) { 1 } else { FEWEST };
        let most = if numeric { MOST_NUMBERS } else { MOST };
        Some(*column) != counting && count >= fewest && count as f64 >= most * last as f64 && !numbers_rows
    });
    // "Mức 1" beside "Mức 2" holds no sign where it is met throughout, and "Mức 3" perhaps one.
    let beside = !cells.is_empty();
    cells.into_keys().chain(levels.into_iter().filter(|_| beside)).collect()
}

/// The columns under titles of levels that hold nothing but these signs and dashes.
fn levels_of_signs(grid: &Grid, line: Address, signs: &BTreeMap<String, String>) -> BTreeSet<u32> {
    let titles = |row: &&Row| row.cells.iter().filter(|cell| is_level(cell)).count() >= 2;
    let Some(titles) = grid.rows.iter().find(titles) else { return BTreeSet::new() };
    let is_bare = |cell: &Cell| signs.contains_key(&key(&cell.text)) || phrase::mark::parse(&cell.text) == Some(phrase::mark::Mark::Dash);
    let below = || grid.rows.iter().filter(|row| row.index > titles.index && row.index != line.row);
    let columns = titles.cells.iter().filter(|cell| is_level(cell)).map(|cell| cell.column);
    columns.filter(|column| below().filter_map(|row| row.get(*column)).all(is_bare)).collect()
}

fn is_level(cell: &Cell) -> bool {
    fold(&cell.text).starts_with('m') && phrase::levels::named(&cell.text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_beside_the_table_explain_its_signs() {
        let rows: &[&[&str]] = &[
            &["TT", "Tiêu chí", "Việc", "Kết quả", "", "Ký hiệu"],
            &["1", "1.9", "Công khai", "H", "", "H: hoàn thành"],
            &["2", "3.2", "Sửa cửa", "Đ", "", "Đ: đang làm"],
            &["3", "3.6", "Mua báo", "C", "", "C: chưa làm"],
            &["4", "3.6", "Mua máy", "H"],
        ];
        let workbook = Workbook { grids: vec![crate::read::grid::sketch::grid(rows)], ..Workbook::default() };
        let mut workbook = Cow::Borrowed(&workbook);
        let told = written_out(&mut workbook);
        let read = crate::read::grid::sketch::lines(&workbook.grids[0]);
        assert_eq!((told.len(), read[1].as_str()), (1, "0:1 1:1.9 2:Công khai 3:hoàn thành"));
        assert!(read[2].ends_with("3:đang làm") && read[3].ends_with("3:chưa làm") && read[4].ends_with("3:hoàn thành"), "{read:?}");
    }

    #[test]
    fn signs_are_explained_in_many_ways() {
        for (line, signs) in [
            ("Ký hiệu: x: đã xong; o: đang làm; /: chưa làm", "/ chưa làm|o đang làm|x đã xong"),
            ("Chú thích: x: đã xong; o: đang làm; để trống: chưa làm", " chưa làm|o đang làm|x đã xong"),
            ("Dấu x là chưa làm, để trống là đã làm", " đã làm|x chưa làm"),
            ("Ghi chú: A - hoàn thành; B - đang thực hiện; C - chưa thực hiện", "a hoàn thành|b đang thực hiện|c chưa thực hiện"),
            ("(1: đã xong, 2: đang làm, 3: chưa làm)", "1 đã xong|2 đang làm|3 chưa làm"),
            (
                "Xanh = đã hoàn thành; Vàng = đang thực hiện; Đỏ = chưa thực hiện",
                "vàng đang thực hiện|xanh đã hoàn thành|đỏ chưa thực hiện",
            ),
            ("Ký hiệu: ✓ đã xong; ± đang làm; ✗ chưa làm", "± đang làm|✓ đã xong|✗ chưa làm"),
            ("(v: đạt, x: không đạt)", "v đạt|x không đạt"),
            ("Quy ước: đạt (+), không đạt (-)", "+ đạt|- không đạt"),
            ("Lưu ý: đánh dấu X là chưa đạt, bỏ trống là đạt", " đạt|x chưa đạt"),
            ("Ký hiệu: (x) chưa đạt, ô trống là đạt", " đạt|x chưa đạt"),
            ("Ký hiệu: (✗) chưa đạt, ô trống là đạt", " đạt|✗ chưa đạt"),
            ("Ghi chú: ✗ là đạt", "✗ đạt"),
            ("Ghi chú: x: không đạt", " Đạt|x không đạt"),
        ] {
            let found = explained(line)
                .map(|signs| signs.into_iter().map(|(sign, meaning)| format!("{sign} {meaning}")).collect::<Vec<_>>().join("|"));
            assert_eq!(found.as_deref(), Some(signs), "{line}");
        }
        for line in [
            "Ghi chú: việc 2 đã xong",
            "Tiêu chí 1.1: Đạt",
            "Mức 1: Đạt; Mức 2: Đạt; Mức 3: Không đạt",
            "TM. nhà trường: Hiệu trưởng",
            "x: đã xong; x: chưa xong",
            "Nơi nhận: Phòng GD&ĐT (để báo cáo); Lưu: VT",
            "a: đã xong; b: hoàn thành",
            "Dấu x là chưa làm",
            "1: Đạt",
            "a: không đạt",
            "M1: Đạt",
        ] {
            assert_eq!(explained(line), None, "{line}");
        }
    }
}
