//! Lines that each say of a criterion how far it came ("Tiêu chí 1.1: Đạt mức 3", "1.3 - Mức 2", several in one line, a whole text in one cell)
//! in; what they say of each criterion out, as a slip of it would, and the sheet without them.

pub(super) mod statement;

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{Cell, Grid, Row};
use super::slip::Slip;
use crate::model::{Address, Criterion};
use crate::phrase;
use crate::phrase::levels::Reached;
use statement::{Said, Statement, statements};

/// Criteria that make a self-assessment of lines: a note under a plan that names a few is none.
const FEWEST: usize = 5;
/// A longer text beside statements is more than the number of the line.
const LONGEST_NUMBER: usize = 4;

/// The lines on one row of the sheet.
struct Line {
    row: u32,
    said: Vec<(Address, Statement)>,
    /// Something else stands beside them.
    beside: bool,
}

/// The criteria of each list, and the sheet without those lines. `None` where it holds none, or where more stands beside them than they say.
/// `is_of_a_table` tells rows that a table holds.
pub(super) fn taken(grid: &Grid, is_of_a_table: impl Fn(u32) -> bool) -> Option<(Vec<Vec<Slip>>, Grid)> {
    let lines: Vec<Line> = lines(grid).into_iter().filter(|line| !is_of_a_table(line.row)).collect();
    let judged: BTreeSet<Criterion> = lines
        .iter()
        .flat_map(|line| &line.said)
        .filter(|(_, it)| it.said != Said::Unclear)
        .flat_map(|(_, it)| it.criteria.clone())
        .collect();
    if judged.len() < FEWEST || lines.iter().any(|line| line.beside) {
        return None;
    }
    let mut rest = grid.clone();
    rest.rows.retain(|row| !lines.iter().any(|line| line.row == row.index));
    Some((apart(&lines, &rest).iter().map(|list| slips(list)).collect(), rest))
}

/// A criterion that is named again below a line of other text begins another list: what was found, and what is aimed at.
fn apart<'l>(lines: &'l [Line], rest: &Grid) -> Vec<Vec<&'l Line>> {
    let mut lists: Vec<Vec<&Line>> = Vec::new();
    let mut known: BTreeSet<Criterion> = BTreeSet::new();
    let mut begun = 0;
    for line in lines {
        let criteria = || line.said.iter().flat_map(|(_, it)| &it.criteria).copied();
        let text_between = rest.rows.iter().any(|row| (begun..line.row).contains(&row.index) && row.cells.iter().any(is_text));
        if lists.is_empty() || text_between && criteria().any(|criterion| known.contains(&criterion)) {
            known.clear();
            lists.push(Vec::new());
            begun = line.row;
        }
        known.extend(criteria());
        lists.last_mut().into_iter().for_each(|list| list.push(line));
    }
    lists
}

fn is_text(cell: &Cell) -> bool {
    statement::standard(&cell.text).is_none() && cell.text.chars().any(char::is_alphabetic)
}

fn slips(list: &[&Line]) -> Vec<Slip> {
    let mut slips: BTreeMap<Criterion, Slip> = BTreeMap::new();
    for (at, Statement { criteria, said, written }) in list.iter().flat_map(|line| &line.said) {
        for criterion in criteria {
            let slip = slips.entry(*criterion).or_insert_with(|| Slip::of(*criterion, *at, at.row + 1));
            slip.written.insert(*at, written.clone());
            match said {
                Said::Reached(Reached::Up(level)) => slip.conclusions.push((*level, *at)),
                Said::Reached(Reached::Below(level)) => slip.levels.entry(*level).or_default().stated.push((false, *at)),
                Said::Reached(Reached::Gap { .. }) | Said::Unclear => slip.unread.push((*at, written.clone())),
            }
        }
    }
    slips.into_values().collect()
}

fn lines(grid: &Grid) -> Vec<Line> {
    let mut standards = Standards::default();
    let mut lines = Vec::new();
    for row in &grid.rows {
        let said: Vec<_> = row.cells.iter().map(|cell| (cell, of_cell(row, cell, &mut standards))).collect();
        if said.iter().all(|(_, said)| said.is_empty()) {
            continue;
        }
        let beside = said.iter().any(|(cell, said)| said.is_empty() && !is_number(cell) && statement::standard(&cell.text).is_none());
        lines.push(Line { row: row.index, said: said.into_iter().flat_map(|(_, said)| said).collect(), beside });
    }
    lines
}

/// The standard whose title was read last. Few sheets have a line that asks for it.
#[derive(Default)]
struct Standards<'g> {
    number: Option<u8>,
    /// Lines since it was asked for.
    since: Vec<&'g str>,
}

impl Standards<'_> {
    fn now(&mut self) -> Option<u8> {
        let number = |line: &str| phrase::criterion::heading(line).and_then(|heading| heading.number).or_else(|| statement::standard(line));
        self.number = self.since.drain(..).rev().find_map(number).or(self.number);
        self.number
    }
}

/// Of the lines of a cell; a cell that says more than statements and titles of standards says none.
fn of_cell<'g>(row: &Row, cell: &'g Cell, standards: &mut Standards<'g>) -> Vec<(Address, Statement)> {
    let mut said = Vec::new();
    for line in cell.text.lines().filter(|line| !line.trim().is_empty()) {
        standards.since.push(line);
        if statement::may_judge(line) {
            said.extend(statements(line, standards.now()).into_iter().map(|it| (Address::new(row.index, cell.column), it)));
        }
    }
    said
}

fn is_number(cell: &Cell) -> bool {
    cell.text.chars().count() <= LONGEST_NUMBER && !cell.text.chars().any(|letter| letter.is_alphabetic() && letter.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::grid::sketch::grid;

    fn told(rows: &[&[&str]]) -> Vec<String> {
        let lists = taken(&grid(rows), |_| false).map_or_else(Vec::new, |(lists, _)| lists);
        let of = |slip: &Slip| {
            let said = slip.conclusions.iter().map(|(level, _)| level.to_string());
            let said = said.chain(slip.levels.keys().map(|level| format!("<{level}"))).chain(slip.unread.iter().map(|_| "?".to_owned()));
            format!("{}={}", slip.criterion.trim_start_matches("Tiêu chí "), said.collect::<Vec<_>>().join("/"))
        };
        lists.iter().map(|slips| slips.iter().map(of).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn each_line_gives_its_criterion_the_level_it_names() {
        let expected = ["1.1=3 1.2=0 1.10=2 2.1=1 2.2=2"];
        let whole = "Tiêu chuẩn 1: Tổ chức\n- Tiêu chí 1.1: Đạt Mức 3\n- Tiêu chí 1.2: Không đạt\n- Tiêu chí 1.10: đạt mức 2\n\
            Tiêu chuẩn 2: Cán bộ\n- Tiêu chí 2.1: Đạt Mức 1\n- Tiêu chí 2.2: Đạt Mức 2";
        let sheets: [&[&[&str]]; 5] = [
            &[
                &["Tiêu chuẩn 1: Tổ chức"],
                &["Tiêu chí 1: Đạt mức 3"],
                &["Tiêu chí 2: Không đạt"],
                &["Tiêu chí 10 - Mức 2"],
                &["Tiêu chuẩn 2"],
                &["Tiêu chí 1: Mức 1"],
                &["Tiêu chí 2 (Mức 2)"],
            ],
            &[&["1", "1.1 - Mức 3"], &["2", "1.2 - Không đạt"], &["3", "1.10: M2"], &["4", "2.1: M1"], &["5", "2.2: Mức 2"]],
            &[&["Tiêu chuẩn 1", "TC 1.1: M3, TC 1.2: KĐ, TC 1.10: M2"], &["Tiêu chuẩn 2: TC 2.1: M1; TC 2.2: M2."]],
            &[&[whole]],
            &[&["Tiêu chí 1.1: Mức 3", "Tiêu chí 2.1: Mức 1"], &["Tiêu chí 1.2: chưa đạt", "Tiêu chí 2.2, 1.10: Mức 2"]],
        ];
        for sheet in sheets {
            assert_eq!(told(sheet), expected, "{sheet:?}");
        }
    }

    #[test]
    fn what_is_aimed_at_below_is_a_list_of_its_own() {
        let found = ["Tiêu chí 1.1: Mức 1", "Tiêu chí 1.2: Mức 1", "Tiêu chí 1.3: Mức 2", "Tiêu chí 1.4: Mức 2", "Tiêu chí 1.5: Mức 2"];
        let aims = found.map(|line| line.replace("Mức 1", "Mức 2"));
        let rows: Vec<&str> = found.into_iter().chain(["II. Đăng ký phấn đấu"]).chain(aims.iter().map(String::as_str)).collect();
        let rows: Vec<[&str; 1]> = rows.into_iter().map(|line| [line]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
        assert_eq!(told(&rows), ["1.1=1 1.2=1 1.3=2 1.4=2 1.5=2", "1.1=2 1.2=2 1.3=2 1.4=2 1.5=2"]);
    }

    #[test]
    fn rows_that_say_more_or_say_it_of_few_criteria_are_left() {
        let few: &[&[&str]] = &[&["Tiêu chí 1.1: Mức 1"], &["Tiêu chí 1.2: Mức 1"], &["Tiêu chí 1.3: Mức 2"], &["Tiêu chí 1.4: Mức 2"]];
        assert!(told(few).is_empty());
        let mut beside = few.to_vec();
        beside.push(&["Tiêu chí 1.5: Mức 2", "Cần bổ sung hồ sơ"]);
        assert!(told(&beside).is_empty());
    }
}
