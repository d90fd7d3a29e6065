//! A column of states or of levels in, whether it is the list that the cells of another choose from, and says nothing of the rows it stands beside.

use std::collections::BTreeSet;

use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::read::grid::Row;
use crate::read::header::Header;
use crate::text;

/// Choices are this many, each in so many words.
const CHOICES: std::ops::RangeInclusive<usize> = 3..=8;
const MOST_WORDS: usize = 4;

/// Leaves out what was taken for the states of the works, where it is such a list.
pub(super) fn left_out(header: &mut Header<'_>, body: &[Row]) {
    let lists: Vec<u32> = header
        .columns
        .iter()
        .filter(|assigned| matches!(assigned.field, Field::Status | Field::Done | Field::Ongoing | Field::NotStarted))
        .filter(|assigned| are_listed(header, body, assigned.column))
        .map(|assigned| assigned.column)
        .collect();
    super::leave_out(header, &lists);
}

/// Leaves out what was taken for the levels of the criteria, where it is such a list; whether it was.
pub(in crate::read) fn without_levels(header: &mut Header<'_>, body: &[Row]) -> bool {
    let of_levels = header.columns.iter().filter(|assigned| assigned.field == Field::Outcome);
    let lists: Vec<u32> = of_levels.filter(|assigned| are_levels(header, body, assigned.column)).map(|assigned| assigned.column).collect();
    super::leave_out(header, &lists);
    !lists.is_empty()
}

/// What is told of a sheet of choices: that it is known, and counts nowhere.
pub(in crate::read) fn told(header: &Header<'_>, body: &[Row]) -> Finding {
    let all = header.columns.iter().map(|assigned| (assigned.column, &assigned.title));
    let mut titles: Vec<(u32, &String)> = all.chain(header.unused.iter().map(|(column, title)| (*column, title))).collect();
    titles.sort_unstable();
    let titles: Vec<&str> = titles.into_iter().map(|(_, title)| title.as_str()).collect();
    let told = Finding::new(&finding::FORM_NOT_COUNTED).with("form", format!("\"{}\"", titles.join(" | "))).with("count", body.len());
    Finding { cell: Some(Address::new(header.first, 0)), ..told }
}

/// The levels once each, upwards from the first row on, and nothing beside the criteria below: "1.1 | Không đạt", "1.2 | Mức 1", "1.3 | Mức 2", "1.4 |", …
fn are_levels(header: &Header<'_>, body: &[Row], column: u32) -> bool {
    const FEWEST_LEVELS: usize = 3;
    let run = body.iter().take_while(|row| row.get(column).is_some()).count();
    let levels = body[..run].iter().filter_map(|row| row.get(column)).map(|cell| phrase::levels::reached(&cell.text));
    let levels: Vec<u8> = levels.map_while(|level| if let Some(Reached::Up(level)) = level { Some(level) } else { None }).collect();
    let scale =
        levels.len() == run && levels.len() >= FEWEST_LEVELS && levels[0] <= 1 && levels.windows(2).all(|pair| pair[1] == pair[0] + 1);
    let rest = &body[run..];
    scale && header.form.kind == FormKind::Assessment && rest.len() > run && rest.iter().all(|row| row.get(column).is_none())
}

/// Behind a blank column, from the first row on without a gap, every state once and nothing else; it goes on below the last work, the works go on
/// below it, its title says so, or is the first of them.
pub(super) fn are_listed(header: &Header<'_>, body: &[Row], column: u32) -> bool {
    const FEWEST_CELLS: usize = 3;
    let knows = |column: u32| header.knows(column) || header.unused.iter().any(|(unused, _)| *unused == column);
    let blank = |column: u32| !knows(column) && body.iter().all(|row| row.get(column).is_none());
    if !column.checked_sub(1).is_some_and(blank) {
        return false;
    }
    let run: Vec<&Row> = body
        .iter()
        .zip(header.end..)
        .take_while(|(row, index)| row.index == *index && row.get(column).is_some())
        .map(|(row, _)| row)
        .collect();
    let all = body.iter().filter(|row| row.get(column).is_some()).count() == run.len();
    let mut choices: Vec<String> = run.iter().filter_map(|row| row.get(column)).map(|cell| text::fold(&cell.text)).collect();
    let is_choice = |text: &String| text.split(' ').count() <= MOST_WORDS && phrase::status::word(text).is_some();
    let title = titled(header, column);
    let opens = title.as_ref().is_some_and(is_choice);
    choices.extend(title.clone().filter(|_| opens));
    let differ = choices.iter().collect::<BTreeSet<_>>().len() == choices.len();
    if !CHOICES.contains(&choices.len()) || !differ || !all || !choices.iter().all(is_choice) {
        return false;
    }
    let runs_past = || run.last().is_some_and(|last| last.cells.len() == 1);
    let works_go_on = || body[run.len()..].iter().filter(|row| row.cells.len() >= FEWEST_CELLS).nth(1).is_some();
    opens || runs_past() || works_go_on() || title.is_some_and(|title| names_list(&title))
}

fn titled(header: &Header<'_>, column: u32) -> Option<String> {
    let read = header.columns.iter().map(|assigned| (assigned.column, &assigned.title));
    let mut all = read.chain(header.unused.iter().map(|(unused, title)| (*unused, title)));
    all.find(|(at, _)| *at == column).map(|(_, title)| text::fold(title))
}

/// "Danh mục tình trạng", "Các lựa chọn". Folded.
fn names_list(title: &str) -> bool {
    ["danh muc", "danh sach", "ds", "cac", "lua chon", "chon trong"].iter().any(|words| text::opens_with_words(title, words))
}
