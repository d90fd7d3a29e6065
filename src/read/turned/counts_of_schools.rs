//! How many criteria each of several schools met, level by level, in one table: "Tên trường | Số tiêu chí đạt Mức 1 | Số tiêu chí đạt Mức 2",
//! or "Số tiêu chí đạt" above "Mức 1 | Mức 2 | Mức 3".

use std::collections::BTreeMap;

use crate::model::Address;
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::read::counted;
use crate::read::grid::{Cell, Grid, Row};
use crate::text;

use super::asked::asks_for_the_school;
use super::of_school::{Collected, Count, OfSchool, names_down};

/// Levels that make such a table.
const FEWEST: usize = 2;
/// What is no more than this in every cell may be levels rather than counts.
const HIGHEST_LEVEL: u32 = 4;

/// Adds the schools below the titles; `None` where these ask for something else.
pub(super) fn rows(grid: &Grid, at: usize, collected: &mut Collected) -> Option<()> {
    let (titles, below) = (&grid.rows[at], &grid.rows[at + 1..]);
    let level = |cell: &Cell| counted::level(&cell.text).filter(|level| *level > 0);
    let mut levels: BTreeMap<u32, u8> = titles.cells.iter().filter_map(|cell| Some((cell.column, level(cell)?))).collect();
    // Most rows end here.
    if levels.len() < FEWEST {
        return None;
    }
    if at == 0 || !grid.rows[at - 1].cells.iter().any(|cell| counts_criteria(&cell.text)) {
        levels.retain(|column, _| titles.get(*column).is_some_and(|cell| counts_criteria(&cell.text)));
    }
    let distinct = levels.values().collect::<std::collections::BTreeSet<_>>().len();
    if distinct < FEWEST || distinct < levels.len() {
        return None;
    }
    let counts = |row: &Row| -> Vec<Count> {
        let own = row.cells.iter().filter_map(|cell| Some((cell, *levels.get(&cell.column)?)));
        let count = |(cell, level): (&Cell, u8)| {
            let (met, of) = counted::count(&cell.text)?;
            Some(Count { level, met, of, at: Address::new(row.index, cell.column) })
        };
        own.filter_map(count).collect()
    };
    let is_filled = |row: &&Row| row.cells.iter().any(|cell| levels.contains_key(&cell.column));
    let is_total = |row: &Row| row.cells.iter().any(|cell| text::is_total(&cell.text));
    let rows: Vec<&Row> = below.iter().take_while(is_filled).filter(|row| !is_total(row)).collect();
    let all: Vec<Count> = rows.iter().flat_map(|row| counts(row)).collect();
    let filled = rows.iter().flat_map(|row| &row.cells).filter(|cell| levels.contains_key(&cell.column)).count();
    if all.len() < filled || all.iter().all(|count| count.met <= HIGHEST_LEVEL) {
        return None;
    }
    let names = names_down(&rows, |column| !levels.contains_key(&column))?;
    let is_reached = |cell: &&Cell| cell.column != names && !levels.contains_key(&cell.column) && asks_for_the_school(&cell.text);
    let reached = titles.cells.iter().find(is_reached).map(|cell| cell.column);
    let level_at = |cell: &Cell| if let Some(Reached::Up(level)) = phrase::levels::reached(&cell.text) { Some(level) } else { None };
    for row in &rows {
        let name = row.get(names).map(|cell| cell.text.clone()).unwrap_or_default();
        let whole = reached.and_then(|column| Some((Address::new(row.index, column), level_at(row.get(column)?)?)));
        collected.schools.push(OfSchool {
            name: (Address::new(row.index, names), name),
            slips: Vec::new(),
            reached: whole,
            counts: counts(row),
        });
    }
    collected.leave(titles, &rows, |column| column == names || Some(column) == reached || levels.contains_key(&column));
    Some(())
}

/// "Số tiêu chí đạt", "Tổng số TC đạt Mức 1".
fn counts_criteria(title: &str) -> bool {
    /// A longer text tells of criteria.
    const MOST_LETTERS: usize = 60;
    if text::has_more_letters(title, MOST_LETTERS) {
        return false;
    }
    let folded = text::fold(title);
    let says = |words: &str| text::holds_words(&folded, words);
    (says("so") || says("so luong") || says("sl")) && (says("tieu chi") || says("tc")) && !says("khong dat") && !says("chua dat")
}

#[cfg(test)]
mod tests {
    use crate::read::grid::sketch::grid;
    use crate::read::turned::by_school::taken;
    use crate::read::turned::of_school::OfSchool;

    fn shown(rows: &[&[&str]]) -> Vec<String> {
        let Some((collected, _)) = taken(&grid(rows)) else { return Vec::new() };
        let of = |school: &OfSchool| {
            let counts = school.counts.iter().map(|count| format!("{}={}/{:?}", count.level, count.met, count.of));
            format!("{}: {} {:?}", school.name.1, counts.collect::<Vec<_>>().join(" "), school.reached.map(|(_, level)| level))
        };
        collected.schools.iter().map(of).collect()
    }

    #[test]
    fn each_row_counts_the_criteria_of_its_school() {
        let titles = ["TT", "Tên trường", "Số tiêu chí đạt Mức 1", "Số tiêu chí đạt Mức 2", "Trường đạt mức"];
        let rows: &[&[&str]] = &[
            &titles,
            &["1", "Trường THCS Hoa Sen", "28/28", "20", "Mức 1"],
            &["2", "Trường Tiểu học Sao Mai", "27", "19"],
            &["", "Cộng", "55", "39"],
        ];
        let told = ["Trường THCS Hoa Sen: 1=28/Some(28) 2=20/None Some(1)", "Trường Tiểu học Sao Mai: 1=27/None 2=19/None None"];
        assert_eq!(shown(rows), told);
        let headed: &[&[&str]] = &[
            &["TT", "Tên trường", "Số TC đạt"],
            &["", "", "Mức 1", "Mức 2", "Mức 3"],
            &["1", "Trường THCS Hoa Sen", "28", "20", "7"],
            &["2", "Trường Tiểu học Sao Mai", "27", "19", "5"],
        ];
        assert_eq!(shown(headed).len(), 2);
    }

    #[test]
    fn levels_and_counts_of_other_things_are_none() {
        let names = ["Trường THCS Hoa Sen", "Trường Tiểu học Sao Mai"];
        for (one, other, cells) in [
            ("Mức 1", "Mức 2", ["x", "x"]),
            ("Số tiêu chí đạt Mức 1", "Số tiêu chí đạt Mức 2", ["Đạt", "x"]),
            ("Số giáo viên đạt Mức 1", "Số giáo viên đạt Mức 2", ["28", "20"]),
            ("Số tiêu chí", "Số lớp", ["28", "20"]),
        ] {
            let row = |name| [name, cells[0], cells[1]];
            let rows = [["Tên trường", one, other], row(names[0]), row(names[1])];
            assert_eq!(shown(&rows.each_ref().map(|row| &row[..])), Vec::<String>::new(), "{one}");
        }
    }
}
