//! A self-assessment turned round, its criteria as titles of columns, in; what it says of each criterion out, as a slip of that criterion would.
//!
//! Read where its rows are levels ("Mức 1 | x | x"), where its one row says the level reached ("Mức đạt | Mức 2 | Mức 1"), or where each row
//! is of one school. Anything else, as a row for each campus, stays on the sheet.

mod asked;
mod by_school;
mod counts_of_schools;
mod of_school;
mod resent;

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Cell, Grid, Row};
use super::slip::Slip;
use crate::model::{Address, Criterion};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::{Mark, Verdict};
use crate::text;

pub(super) use by_school::taken as of_schools;
pub(super) use of_school::{Collected, Count, OfSchool, Resent, Unused};

/// Codes side by side that make such a table.
const FEWEST: usize = 2;
/// A longer title is that of something else.
const LONGEST: usize = 24;

/// What a row says of each criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Unmet,
    Level(u8),
    /// The level reached.
    Reached,
}

/// The criteria, from above downwards and from left to right, and the sheet without them. `None` where there are none.
pub(super) fn taken(grid: &Grid) -> Option<(Vec<Slip>, Grid)> {
    let mut slips = Vec::new();
    let mut used: BTreeSet<u32> = BTreeSet::new();
    for at in 0..grid.rows.len() {
        let Some(codes) = codes(&grid.rows[at]) else { continue };
        let Some(rows) = rows(grid, at, &codes) else { continue };
        let end = rows.last().map_or(grid.rows[at].index, |(row, _)| row.index) + 1;
        slips.extend(codes.iter().map(|(column, criterion)| {
            let mut slip = Slip::of(*criterion, Address::new(grid.rows[at].index, *column), end);
            read(grid, *column, &rows, &mut slip);
            slip
        }));
        used.extend(rows.iter().map(|(row, _)| row.index).chain([grid.rows[at].index]));
    }
    if slips.is_empty() {
        return None;
    }
    let mut rest = grid.clone();
    rest.rows.retain(|row| !used.contains(&row.index));
    Some((slips, rest))
}

/// "Mức | 1.1 | 1.2 | 1.3": the columns of codes that rise from left to right, behind no more than two other titles.
fn codes(row: &Row) -> Option<BTreeMap<u32, Criterion>> {
    const MOST_OTHERS: usize = 2;
    let code = |cell: &Cell| {
        let named = || phrase::criterion::parse(&cell.text, None, None).criterion.filter(|it| matches!(it, Criterion::Numbered { .. }));
        if cell.text.chars().count() <= LONGEST { named() } else { None }
    };
    let first = row.cells.iter().take(MOST_OTHERS + 1).position(|cell| code(cell).is_some())?;
    let codes: BTreeMap<u32, Criterion> = row.cells[first..].iter().map_while(|cell| Some((cell.column, code(cell)?))).collect();
    // Anything behind them is a column that nobody knows.
    let whole = first + codes.len() == row.cells.len() || row.cells[first + codes.len()..].iter().all(|cell| is_remark(&cell.text));
    let rises = codes.values().zip(codes.values().skip(1)).all(|(one, next)| one < next);
    (codes.len() >= FEWEST && whole && rises && codes.keys().next() > Some(&0)).then_some(codes)
}

fn is_remark(title: &str) -> bool {
    matches!(text::fold(title).as_str(), "ghi chu" | "tong" | "tong so" | "cong")
}

/// The rows below the codes and what each says; `None` where one of them says something else.
fn rows<'g>(grid: &'g Grid, at: usize, codes: &BTreeMap<u32, Criterion>) -> Option<Vec<(&'g Row, Kind)>> {
    let first = *codes.keys().next()?;
    let mut found: Vec<(&Row, Kind)> = Vec::new();
    let mut others = 0;
    for row in &grid.rows[at + 1..] {
        let filled = row.cells.iter().filter(|cell| codes.contains_key(&cell.column) && !cell.text.is_empty());
        let marks =
            filled.clone().filter(|cell| phrase::mark::verdict(&cell.text).is_some() || phrase::levels::reached(&cell.text).is_some());
        if codes_again(row) || filled.clone().count() > 0 && marks.clone().count() == 0 {
            break;
        }
        match kind(row, first, &filled.cloned().collect::<Vec<_>>()) {
            Some(kind) => found.push((row, kind)),
            None if marks.count() > 0 => others += 1,
            // A line below the table.
            None => break,
        }
    }
    let kinds: BTreeSet<Kind> = found.iter().map(|(_, kind)| *kind).collect();
    let each_once = kinds.len() == found.len();
    let by_level = kinds.len() >= 2 && !kinds.contains(&Kind::Reached);
    let by_one_row = kinds.len() == 1 && kinds.contains(&Kind::Reached);
    (others == 0 && each_once && (by_level || by_one_row)).then_some(found)
}

fn codes_again(row: &Row) -> bool {
    codes(row).is_some()
}

/// What the titles before the marks of a row say.
fn kind(row: &Row, first: u32, marks: &[Cell]) -> Option<Kind> {
    const REACHED: &[&str] = &[
        "muc dat",
        "muc dat duoc",
        "dat muc",
        "muc",
        "ket qua",
        "ket qua tu danh gia",
        "tu danh gia",
        "muc tu danh gia",
        "muc danh gia",
        "kq",
        "tdg",
        "ket qua tdg",
        "xep muc",
        "ket luan",
    ];
    let titles: Vec<&str> = row.cells.iter().filter(|cell| cell.column < first).map(|cell| cell.text.as_str()).collect();
    for title in titles.iter().rev() {
        let folded = text::fold(title);
        let level = phrase::levels::named(title).filter(|_| folded.starts_with('m')).or_else(|| match phrase::levels::reached(title) {
            Some(Reached::Up(level)) if level > 0 && folded.starts_with("dat") => Some(level),
            _ => None,
        });
        match level {
            Some(level) if level <= 3 => return Some(Kind::Level(level)),
            _ if matches!(folded.as_str(), "khong dat" | "chua dat" | "kd" | "khong dat muc 1" | "chua dat muc 1") => {
                return Some(Kind::Unmet);
            }
            _ => {}
        }
    }
    let is_number = |title: &&&str| title.parse::<u32>().is_ok();
    let says_so = titles.iter().filter(|title| !is_number(title)).all(|title| REACHED.contains(&text::fold(title).as_str()));
    let levels = marks.iter().filter(|cell| matches!(phrase::levels::reached(&cell.text), Some(Reached::Up(_)))).count();
    (says_so && levels > 0).then_some(Kind::Reached)
}

fn read(grid: &Grid, column: u32, rows: &[(&Row, Kind)], slip: &mut Slip) {
    let mut blank: Vec<(u8, Address)> = Vec::new();
    for (row, kind) in rows {
        let own = Address::new(row.index, column);
        // A mark merged over several criteria is a mark of each.
        let area = grid.merge_at(own).filter(|area| area.first.row == row.index);
        let at = area.map_or(own, |area| area.first);
        let text = grid.text(at);
        if !text.is_empty() {
            slip.written.insert(at, text.to_owned());
        }
        match (kind, phrase::mark::verdict(text)) {
            (Kind::Reached, _) => match phrase::levels::reached(text) {
                Some(Reached::Up(level)) => slip.conclusions.push((level, at)),
                _ if text.is_empty() => {}
                _ => slip.unread.push((at, text.to_owned())),
            },
            (Kind::Level(level), None) if text.is_empty() => blank.push((*level, own)),
            (_, None) if text.is_empty() => {}
            (_, Some(Verdict::Said(Mark::Dash))) => {}
            (Kind::Unmet, Some(Verdict::Said(_))) => slip.levels.entry(1).or_default().stated.push((false, at)),
            (Kind::Level(level), Some(Verdict::Said(mark))) => slip.levels.entry(*level).or_default().stated.push((mark == Mark::Yes, at)),
            (_, None | Some(Verdict::Contradicts)) => slip.unread.push((at, text.to_owned())),
        }
    }
    slip.unmet_above(blank);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::{grid, lines};

    /// `1.1 123`: the levels each criterion is said to have, `!` for what cannot be read.
    fn shown(rows: &[&[&str]]) -> Option<Vec<String>> {
        let (slips, _) = taken(&grid(rows))?;
        let said = |slip: &Slip| {
            let levels = slip.levels.iter().flat_map(|(level, said)| said.stated.iter().map(move |(met, _)| (level, met)));
            let levels: String = levels.map(|(level, met)| format!("{}{level}", if *met { "+" } else { "-" })).collect();
            let concluded: String = slip.conclusions.iter().map(|(level, _)| format!("={level}")).collect();
            format!("{} {levels}{concluded}{}", slip.criterion, "!".repeat(slip.unread.len()))
        };
        Some(slips.iter().map(said).collect())
    }

    #[test]
    fn rows_of_levels_are_read_for_each_criterion() {
        let rows: &[&[&str]] = &[
            &["Tiêu chí", "1.1", "1.2", "1.3", "1.10"],
            &["Không đạt", "", "", "x", ""],
            &["Mức 1", "x", "x", "", "x"],
            &["Mức 2", "x", "", "", "?"],
            &["", "", "", "HIỆU TRƯỞNG"],
        ];
        let read = ["Tiêu chí 1.1 +1+2", "Tiêu chí 1.2 +1-2", "Tiêu chí 1.3 -1", "Tiêu chí 1.10 +1!"];
        assert_eq!(shown(rows), Some(read.map(str::to_owned).to_vec()));
        assert_eq!(lines(&taken(&grid(rows)).expect("a table").1), ["3:HIỆU TRƯỞNG"]);
    }

    #[test]
    fn one_row_may_say_the_level_reached() {
        let rows: &[&[&str]] = &[&["TT", "Nội dung", "TC 1.1", "TC 1.2", "TC 1.3"], &["1", "Mức đạt", "Mức 2", "Không đạt", "1, 2"]];
        assert_eq!(shown(rows), Some(["Tiêu chí 1.1 =2", "Tiêu chí 1.2 =0", "Tiêu chí 1.3 =2"].map(str::to_owned).to_vec()));
    }

    #[test]
    fn rows_of_campuses_of_schools_and_of_other_things_stay() {
        let sheets: [&[&[&str]]; 6] = [
            &[
                &["Nội dung", "1.1", "1.2", "1.3"],
                &["Điểm trường chính", "Mức 2", "Mức 1", "Mức 2"],
                &["Điểm trường lẻ", "Mức 1", "Mức 1", "Mức 2"],
            ],
            &[&["Nhóm", "1.1", "1.2", "1.3"], &["Nhóm 1", "x", "", "x"], &["Nhóm 2", "", "x", ""]],
            &[&["Mức", "1.1", "1.2", "1.3"], &["Mức 1", "x", "x", "x"], &["Đánh giá ngoài", "Mức 1", "Mức 2", "Mức 1"]],
            &[&["Mức", "1.1", "1.3", "1.2"], &["Mức 1", "x", "x", "x"], &["Mức 2", "x", "", ""]],
            &[&["Mức", "1.1", "1.2", "1.3"], &["Mức 1", "x", "x", "x"], &["Mức 1", "x", "", ""]],
            &[&["TT", "Tiêu chí", "Mức 1"], &["1", "1.1", "x"], &["2", "1.2", "x"]],
        ];
        for rows in sheets {
            assert_eq!(shown(rows), None, "{rows:?}");
        }
    }
}
