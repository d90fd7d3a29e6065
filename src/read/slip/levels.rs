//! The rows of a slip in, what they say of its levels out, and which rows said it.

use std::collections::{BTreeMap, BTreeSet};

use super::Slip;
use super::line::{self, Conclusion};
use crate::model::Address;
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::read::grid::{Cell, Grid, Row};
use crate::text;

/// A row of a table of levels has no longer texts but those of its indicators, which open with their letter.
const LONGEST: usize = 60;
/// Cells of a row that is none of prose: "Rà soát chiến lược | Tháng 10/2023".
const WIDE: usize = 2;

/// Columns of the table that is being read.
#[derive(Debug, Default)]
struct Columns {
    /// First column of each level, where levels stand side by side.
    levels: BTreeMap<u32, u8>,
    /// The columns "Đạt" and "Không đạt", where levels stand one below the other.
    met: Option<u32>,
    unmet: Option<u32>,
}

/// Reads the rows into the slip. Returns those that belong to what was read.
pub(super) fn read(grid: &Grid, rows: &[&Row], slip: &mut Slip) -> BTreeSet<u32> {
    let mut used = BTreeSet::new();
    let mut columns = Columns::default();
    let mut current: Option<u8> = None;
    let (mut prose, mut holds_rows) = (false, false);
    for row in rows {
        let cells: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.text.is_empty()).collect();
        if cells.is_empty() {
            continue;
        }
        let belongs = if let Some(levels) = side_by_side(&cells) {
            columns = Columns { levels, ..Columns::default() };
            true
        } else if let Some((met, unmet)) = met_and_unmet(&cells).filter(|_| columns.levels.is_empty()) {
            columns = Columns { met: Some(met), unmet: Some(unmet), ..Columns::default() };
            true
        } else if over_levels(&cells) {
            slip.apart = true;
            true
        } else if concludes(row, &cells, slip) {
            // "Người viết" and the letterhead of the next slip follow, and no more marks.
            columns = Columns::default();
            true
        } else if cells.len() > 1 && is_titles(&cells) || lines(row, &cells, &mut current, slip) {
            true
        } else if columns.levels.is_empty() {
            below(grid, row, &cells, &columns, &mut current, slip)
        } else {
            beside(row, &cells, &columns, slip)
        };
        if belongs {
            // "Mô tả hiện trạng:" between the criterion and its levels or its conclusion.
            slip.apart |= prose && used.is_empty();
            used.insert(row.index);
            continue;
        }
        prose |= cells.len() == 1;
        holds_rows |= cells.len() >= WIDE;
        if cells.iter().any(|cell| cell.text.chars().count() > LONGEST) {
            // Prose ends a table.
            columns = Columns::default();
        }
    }
    // Rows of work below a criterion and what was found of it are those of a table.
    slip.apart &= !holds_rows;
    used
}

/// "Mức 1 | Mức 2 | Mức 3" over columns.
fn side_by_side(cells: &[&Cell]) -> Option<BTreeMap<u32, u8>> {
    let levels: BTreeMap<u32, u8> = cells
        .iter()
        .filter_map(|cell| Some((cell.column, phrase::levels::named(&cell.text).filter(|_| names_level(&cell.text))?)))
        .collect();
    let others = cells.iter().filter(|cell| !levels.contains_key(&cell.column));
    let rising = levels.values().zip(levels.values().skip(1)).all(|(one, next)| one + 1 == *next);
    (levels.len() >= 2 && rising && others.count() <= 1).then_some(levels)
}

fn names_level(text: &str) -> bool {
    text::fold(text).starts_with('m')
}

fn met_and_unmet(cells: &[&Cell]) -> Option<(u32, u32)> {
    let at = |title: &[&str]| cells.iter().find(|cell| title.contains(&text::fold(&cell.text).as_str())).map(|cell| cell.column);
    let (met, unmet) = (at(&["dat"])?, at(&["khong dat", "chua dat"])?);
    // Two marks of two levels look the same; titles stand right behind one another, and with no level before them.
    let titles = cells.iter().all(|cell| is_title(&cell.text)) && !cells.iter().any(|cell| phrase::levels::named(&cell.text).is_some());
    (titles && met + 1 == unmet).then_some((met, unmet))
}

fn is_title(text: &str) -> bool {
    const TITLES: &[&str] = &[
        "chi bao",
        "chi bao neu co",
        "dat khong dat",
        "dat",
        "khong dat",
        "chua dat",
        "noi dung",
        "noi ham",
        "muc",
        "ket qua",
        "tu danh gia",
        "danh gia",
        "ghi chu",
        "cac muc",
        "yeu cau",
        "tt",
        "stt",
        "minh chung",
        "muc chi bao",
        "ket qua tu danh gia",
        "noi dung chi bao",
    ];
    TITLES.contains(&text::fold(text).as_str())
}

/// "Mức | Hiện trạng, kết quả đạt được của tiêu chí | Đánh giá": titles of the levels below.
fn over_levels(cells: &[&Cell]) -> bool {
    const JUDGED: &[&str] = &["danh gia", "tu danh gia", "ket qua", "ket qua tu danh gia", "ket qua danh gia", "dat khong dat"];
    let [first, .., last] = cells else { return false };
    matches!(text::fold(&first.text).as_str(), "muc" | "muc do" | "cac muc" | "muc chi bao")
        && JUDGED.contains(&text::fold(&last.text).as_str())
}

/// A row of titles below those of the levels; "Đạt | Không đạt | Đạt" are marks, and so is what stands behind the label in
/// "Đạt/Không đạt | Đạt | Đạt/Không đạt | Không đạt".
fn is_titles(cells: &[&Cell]) -> bool {
    let is_mark = |cell: &&&Cell| phrase::mark::parse(&cell.text).is_some();
    let marks = cells.iter().filter(is_mark).count();
    let labels = cells.iter().filter(|cell| line::labels_whole(&cell.text)).count();
    cells.iter().all(|cell| is_title(&cell.text)) && marks < cells.len() && !(labels > 0 && marks > 0 && labels + marks == cells.len())
}

/// "Kết luận: Đạt Mức 2", in one cell or beside its label.
fn concludes(row: &Row, cells: &[&Cell], slip: &mut Slip) -> bool {
    let (cell, whole) = match cells {
        [cell] => (*cell, cell.text.clone()),
        [label, cell] => (*cell, format!("{} {}", label.text, cell.text)),
        _ => return false,
    };
    let texts: Vec<&str> = if cells.len() == 1 { whole.lines().collect() } else { vec![whole.as_str()] };
    let mut found = false;
    for text in texts {
        // A level of its own is none of the whole: "Mức 1 | Đạt".
        let folded = text::fold(text);
        if folded.starts_with("muc ") && !["muc d", "muc tieu chi d"].iter().any(|label| folded.starts_with(label)) {
            continue;
        }
        let address = Address::new(row.index, cell.column);
        match line::conclusion(text) {
            // "Trường đạt Mức 1" behind the conclusion is of the school.
            Some(_) if of_school(text) && !slip.conclusions.is_empty() => {}
            Some(Conclusion::Reached(level)) => {
                slip.conclusions.push((level, address));
                found = true;
            }
            Some(Conclusion::Unclear) => {
                slip.unread.push((address, text.to_owned()));
                found = true;
            }
            None => {}
        }
    }
    found
}

fn of_school(text: &str) -> bool {
    let folded = text::fold(text);
    folded.contains("truong") && !folded.contains("tieu chi")
}

/// "Mức 1: Đạt", "Chỉ báo a: Đạt", in one cell; "Mức 2" alone says whose the indicators below are.
fn lines(row: &Row, cells: &[&Cell], current: &mut Option<u8>, slip: &mut Slip) -> bool {
    let [cell] = cells else { return false };
    let address = Address::new(row.index, cell.column);
    let mut found = false;
    for text in cell.text.lines() {
        if let Some((level, met)) = line::level(text) {
            slip.levels.entry(level).or_default().stated.push((met, address));
            (*current, found) = (Some(level), true);
        } else if let (Some(level), Some(met)) = (*current, line::indicator_line(text)) {
            slip.levels.entry(level).or_default().indicators.push((met, address));
            found = true;
        } else if let Some(level) = phrase::levels::named(text).filter(|level| names_level(text) && *level <= 3) {
            *current = Some(level);
        }
    }
    found
}

/// A row below "Mức 1 | Mức 2 | Mức 3": marks of indicators where a letter stands beside any of them, else of the levels.
fn beside(row: &Row, cells: &[&Cell], columns: &Columns, slip: &mut Slip) -> bool {
    let level_of = |column: u32| columns.levels.range(..=column).next_back().map(|(_, level)| *level);
    let is_label = |cell: &&&Cell| line::indicator(&cell.text) || matches!(cell.text.trim(), "*" | "**");
    let labelled = cells.iter().any(|cell| is_label(&cell));
    let says = |cell: &&&Cell| !is_label(cell) && !line::labels_whole(&cell.text);
    let marks: Vec<(u8, &Cell)> = cells.iter().filter(says).filter_map(|cell| Some((level_of(cell.column)?, *cell))).collect();
    let before: Vec<&&Cell> = cells.iter().filter(|cell| level_of(cell.column).is_none() && says(cell)).collect();
    let known = |text: &str| {
        is_title(text) || line::conclusion(text).is_some() || text::fold(text).contains("ket luan") || text::fold(text).contains("danh gia")
    };
    if marks.is_empty() || !before.iter().all(|cell| known(&cell.text)) || marks.iter().any(|(_, cell)| cell.text.chars().count() > LONGEST)
    {
        return false;
    }
    // "Không đạt | | | x": what the marks of the row say.
    let denies = before.iter().any(|cell| line::met(&cell.text) == Some(false));
    for (level, cell) in marks {
        let address = Address::new(row.index, cell.column);
        match phrase::mark::parse(line::behind_whole(&cell.text)) {
            Some(Mark::Dash) => {}
            Some(mark) => {
                let of = slip.levels.entry(level).or_default();
                let said = (mark == Mark::Yes && !denies, address);
                if labelled { of.indicators.push(said) } else { of.stated.push(said) }
            }
            None => slip.unread.push((address, cell.text.clone())),
        }
    }
    true
}

/// "Mức 1 | a) … | Đạt", and the rows of its further indicators below it.
fn below(grid: &Grid, row: &Row, cells: &[&Cell], columns: &Columns, current: &mut Option<u8>, slip: &mut Slip) -> bool {
    let level = cells.iter().take(2).find_map(|cell| phrase::levels::named(&cell.text).filter(|_| names_level(&cell.text)));
    if let Some(level) = level {
        *current = (level <= 3).then_some(level);
    }
    let merged = || {
        let first = row.cells.first().map_or(0, |cell| cell.column);
        (0..first).find_map(|column| {
            let area = grid.merge_at(Address::new(row.index, column))?;
            grid.get(area.first).and_then(|cell| phrase::levels::named(&cell.text).filter(|_| names_level(&cell.text)))
        })
    };
    let labelled = cells.iter().take(3).any(|cell| line::indicator(&cell.text));
    let Some(of) = level.or_else(merged).or(current.filter(|_| labelled)) else { return false };
    let said: Vec<(bool, Address)> = cells
        .iter()
        .filter(|cell| !line::indicator(&cell.text))
        .filter_map(|cell| {
            let met = line::met(&cell.text)?;
            let address = Address::new(row.index, cell.column);
            Some((if Some(cell.column) == columns.unmet { false } else { met }, address))
        })
        .collect();
    let text_at = |address: Address| row.get(address.column).map_or("", |cell| cell.text.as_str());
    let [only] = said[..] else {
        // Marked both ways, or beside columns that nobody knows.
        for (_, address) in &said {
            slip.unread.push((*address, text_at(*address).to_owned()));
        }
        return !said.is_empty();
    };
    // A mark under "Đạt" or "Không đạt", else words that say which.
    let cell = text_at(only.1);
    let placed = [columns.met, columns.unmet].contains(&Some(only.1.column)) || text::fold(cell).contains("dat");
    if !placed {
        slip.unread.push((only.1, cell.to_owned()));
        return true;
    }
    let level = slip.levels.entry(of).or_default();
    if labelled {
        level.indicators.push(only)
    } else {
        level.stated.push(only)
    }
    true
}
