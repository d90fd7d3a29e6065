//! "Mức 1: Chỉ báo | Đạt/Không đạt, Mức 2: …" over a row for each indicator ("1.1 | a | Đạt | a | Đạt", "| b | Đạt"), or over "a, b, c | Đạt"
//! → one row a criterion, one mark a level. A row "Đạt/Không đạt" below the letters is of the level as a whole.

use super::{Level, Table, code, none_above_unmet, text_cell};
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::read::grid::{Cell, Grid, Row};
use crate::text;

/// "Chỉ báo", "Chỉ báo (nếu có)", "Nội hàm", of a folded title.
pub(super) fn is_title(folded: &str) -> bool {
    ["chi bao", "noi ham", "chi so"].iter().any(|word| text::opens_with_words(folded, word))
}

/// Whether the level has a column of letters and one of marks, by what stands below.
pub(super) fn is_meant(grid: &Grid, level: &Level, last: u32) -> bool {
    let ([(column, title)], Some(_), None) = (&level.indicators[..], level.concluding, level.unmet) else { return false };
    let cells = || grid.rows.iter().filter(|row| row.index > last).filter_map(|row| row.get(*column));
    let letters = cells().filter(|cell| is_letters(&cell.text)).count();
    let marks = cells().filter(|cell| phrase::mark::parse(&cell.text).is_some_and(|mark| mark != Mark::Dash)).count();
    is_title(&text::fold(title)) && letters > marks
}

/// "a", "b)", "a, b, c", "a) Phù hợp với mục tiêu", "*": the indicators a mark is of.
fn is_letters(text: &str) -> bool {
    let is_letter = |word: &str| matches!(word.trim_end_matches([')', '.', ':']), "a" | "b" | "c" | "d" | "e" | "*");
    let lower = text.to_lowercase();
    let mut words = lower.split([',', ';', '\n', ' ']).filter(|word| !matches!(*word, "" | "và"));
    let Some(first) = words.next() else { return false };
    is_letter(first) && (first.ends_with([')', '.', ':']) || words.all(is_letter))
}

/// "Đạt/Không đạt", "Kết luận": the row of the level as a whole.
fn is_whole(text: &str) -> bool {
    const WHOLE: &[&str] = &["dat khong dat", "ket luan", "ket qua", "chung", "danh gia chung", "tu danh gia", "danh gia", "kl", "kq"];
    WHOLE.contains(&text::fold(text).as_str())
}

pub(super) fn gather(grid: &mut Grid, table: &Table) {
    let within = |column: u32| table.levels.iter().any(|level| level.columns.contains(&column));
    let end = table.levels.iter().map(|level| *level.columns.end()).max().unwrap_or_default();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for at in 0..grid.rows.len() {
        let row = &grid.rows[at];
        if row.index <= table.last || row.index >= table.until {
            continue;
        }
        let belongs = |cell: &Cell| is_letters(&cell.text) || is_whole(&cell.text) || phrase::mark::parse(&cell.text).is_some();
        let named = code(row, table);
        let same = || groups.last().and_then(|rows| code(&grid.rows[rows[0]], table)) == named;
        // A remark may stand behind the levels, on any of the rows.
        let own = |cell: &&Cell| cell.column <= end;
        let further = || {
            row.cells.iter().any(|cell| within(cell.column))
                && row.cells.iter().filter(own).all(|cell| within(cell.column) && belongs(cell))
        };
        let goes_on = open && if named.is_some() { same() } else { further() };
        match groups.last_mut() {
            Some(rows) if goes_on => rows.push(at),
            _ if named.is_some() => groups.push(vec![at]),
            _ => {
                open = false;
                continue;
            }
        }
        open = true;
    }
    let said: Vec<(Vec<usize>, Vec<Cell>)> = groups
        .into_iter()
        .map(|rows| {
            let cells = table.levels.iter().filter_map(|level| one(level, rows.iter().map(|at| &grid.rows[*at])));
            let cells = none_above_unmet(cells);
            (rows, cells)
        })
        .collect();
    for (rows, cells) in said {
        for at in &rows {
            grid.rows[*at].cells.retain(|cell| !within(cell.column));
        }
        put(&mut grid.rows[rows[0]], cells);
        // What a further row repeats of the first says nothing.
        let first = grid.rows[rows[0]].clone();
        for at in &rows[1..] {
            grid.rows[*at].cells.retain(|cell| first.get(cell.column).is_none_or(|own| own.text != cell.text));
        }
    }
    for row in grid.rows.iter_mut().filter(|row| (table.first..=table.last).contains(&row.index)) {
        row.cells.retain(|cell| !within(cell.column));
        if row.index == table.first {
            put(row, table.levels.iter().map(|level| text_cell(level.place(), level.title.clone(), None)).collect());
        }
    }
}

fn put(row: &mut Row, cells: Vec<Cell>) {
    row.cells.extend(cells);
    row.cells.sort_by_key(|cell| cell.column);
}

/// What the rows of a criterion say of one level.
#[derive(Default)]
struct Said {
    /// The mark of each indicator, as far as it has one.
    indicators: Vec<Option<Mark>>,
    whole: Option<Mark>,
    /// Every letter and mark, as written.
    listed: Vec<String>,
    /// Something there is no mark.
    unread: bool,
    /// Anything stands where marks do.
    marked: bool,
}

fn one<'r>(level: &Level, rows: impl Iterator<Item = &'r Row>) -> Option<Cell> {
    let (letters, marks) = (level.indicators[0].0, level.place());
    let mut said = Said::default();
    for row in rows {
        let text_at = |column: u32| row.get(column).map_or("", |cell| cell.text.trim());
        let (letter, mark) = (text_at(letters), text_at(marks));
        let lines = letter.lines().count();
        if lines > 1 && mark.lines().count() == lines {
            letter.lines().zip(mark.lines()).for_each(|(letter, mark)| said.take(letter.trim(), mark.trim()));
        } else {
            said.take(letter, mark);
        }
    }
    let listed = said.listed.join("; ");
    said.marked.then(|| text_cell(marks, said.verdict().unwrap_or_else(|| listed.clone()), Some(listed)))
}

impl Said {
    fn take(&mut self, letter: &str, mark: &str) {
        let read = phrase::mark::parse(mark);
        if mark.is_empty() && !is_letters(letter) {
            // "-" and a label say nothing by themselves.
            return;
        }
        self.listed.push(if letter.is_empty() { mark.to_owned() } else { format!("{}: {mark}", text_of(letter)) });
        self.marked |= !mark.is_empty();
        self.unread |= read.is_none() && !mark.is_empty();
        let below_letters = letter.is_empty() && !self.indicators.is_empty();
        if is_whole(letter) || below_letters {
            self.whole = self.whole.or(read.filter(|mark| *mark != Mark::Dash));
        } else if read != Some(Mark::Dash) {
            self.indicators.push(read);
        }
    }

    /// In words that `phrase::mark` reads; `None` where there is no verdict to be had.
    fn verdict(&self) -> Option<String> {
        let count = |mark: Mark| self.indicators.iter().filter(|own| **own == Some(mark)).count();
        let (met, unmet, of) = (count(Mark::Yes), count(Mark::No), self.indicators.len());
        let share = || format!("{met}/{of} chỉ báo");
        match self.whole {
            _ if self.unread => None,
            Some(Mark::Yes) if unmet > 0 => Some(format!("Đạt ({})", share())),
            Some(Mark::Yes) => Some("Đạt".to_owned()),
            Some(_) if of > 0 && met == of => Some(format!("Không đạt ({})", share())),
            Some(_) => Some("Không đạt".to_owned()),
            None if of == 0 => Some("-".to_owned()),
            None if unmet > 0 || met == of => Some(share()),
            // Some are met, and nothing is said of the others.
            None => None,
        }
    }
}

/// The letter of "a) Phù hợp với mục tiêu".
fn text_of(letter: &str) -> &str {
    letter.split_once([')', ':']).map_or(letter, |(letter, _)| letter)
}

#[cfg(test)]
mod tests {
    use super::super::gathered;
    use crate::read::grid::sketch::{self, grid};

    #[test]
    fn rows_of_letters_are_one_row_a_criterion() {
        let rows: &[&[&str]] = &[
            &["Tiêu chí", "Mức 1", "", "Mức 2", ""],
            &["", "Chỉ báo", "Đạt/Không đạt", "Chỉ báo (nếu có)", "Đạt/Không đạt"],
            &["1.1", "a", "Đạt", "a", "Đạt"],
            &["", "b", "Đạt", "-", "-"],
            &["", "c", "Đạt", "", ""],
            &["1.2", "a", "Đạt", "*", "Không đạt"],
            &["", "b", "Không đạt"],
            &["1.3", "a, b, c", "Đạt", "-", "-"],
            &["1.4", "a\nb", "Đạt\nKhông đạt", "a", "x"],
            &["1.5", "a", "Đạt", "a", "Đạt"],
            &["", "b", "Không đạt", "", ""],
            &["", "Đạt/Không đạt", "Đạt", "Đạt/Không đạt", "Đạt"],
            &["1.6", "a", "Đạt", "a", ""],
            &["", "b", "", "b", ""],
            &["", "", "", "HIỆU TRƯỞNG"],
        ];
        assert_eq!(
            sketch::mended(grid(rows), gathered),
            [
                "0:Tiêu chí 2:Mức 1 4:Mức 2",
                "0:1.1 2:3/3 chỉ báo 4:1/1 chỉ báo",
                "0:1.2 2:1/2 chỉ báo 4:0/1 chỉ báo",
                "0:1.3 2:1/1 chỉ báo 4:-",
                "0:1.4 2:1/2 chỉ báo 4:1/1 chỉ báo",
                "0:1.5 2:Đạt (1/2 chỉ báo) 4:Đạt",
                "0:1.6 2:a: Đạt; b: ",
                "3:HIỆU TRƯỞNG",
            ]
        );
    }
}
