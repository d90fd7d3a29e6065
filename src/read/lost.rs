//! A table whose header was lost → its columns by what stands in them: codes, times, money, marks, roles.

mod results;

use std::collections::BTreeMap;

use super::content::{Profile, code_column, profiles};
use super::grid::{Grid, Row};
use super::header::{Assigned, Header, Matcher};
use crate::form::{Content, Field, Form};
use crate::model::FormKind;
use crate::phrase;
use crate::text;

/// Rows with a code that make a table.
const FEWEST_ROWS: usize = 3;
/// From this mean agreement of columns and content on, a form is taken.
const AGREEMENT: f64 = 0.7;

/// What it counts for that the circular of a form is in force.
const IN_FORCE: f64 = 0.04;

pub(super) enum Lost<'a> {
    Sure(Header<'a>),
    Unsure { row: u32, candidates: Vec<String> },
}

/// `None` where nothing below looks like a table.
pub(super) fn header<'a>(grid: &Grid, matcher: &Matcher<'a>, known: &[Header<'a>]) -> Option<Lost<'a>> {
    if let Some(header) = numbered_on(grid, known) {
        return Some(Lost::Sure(header));
    }
    let coded: Vec<&Row> = grid.rows.iter().filter(|row| code_column(row).is_some()).collect();
    if coded.len() < FEWEST_ROWS {
        return goes_on(grid, &coded, known).map(Lost::Sure);
    }
    let mut by_column: BTreeMap<u32, usize> = BTreeMap::new();
    for row in &coded {
        *by_column.entry(code_column(row)?).or_default() += 1;
    }
    let (&column, &count) = by_column.iter().max_by_key(|(_, count)| **count)?;
    if count < FEWEST_ROWS {
        return None;
    }
    let rows: Vec<&Row> = coded.into_iter().filter(|row| code_column(row) == Some(column)).collect();
    let first = first_row(grid, rows[0].index);
    let profiles = profiles(&rows);
    if profiles.len() < 3 {
        return None;
    }
    if let Some(header) =
        known.iter().find(|header| header.column(Field::Criterion).is_some_and(|code| code.column == column) && fits(header, &profiles))
    {
        return Some(Lost::Sure(Header { first, end: first, unused: Vec::new(), ..header.clone() }));
    }
    let above: Vec<String> =
        grid.rows.iter().take_while(|row| row.index < first).flat_map(|row| &row.cells).map(|cell| text::fold(&cell.text)).collect();
    let titled =
        |form: &Form| form.titles.iter().map(|title| text::fold(title)).any(|title| above.iter().any(|line| line.contains(&title)));
    let mut of_results = matcher.forms().map(|(form, _)| form).filter(|form| form.kind == FormKind::Result && titled(form));
    if let Some(header) = of_results.find_map(|form| results::header(form, &rows, column, first)) {
        return Some(Lost::Sure(header));
    }
    let mut agreeing: Vec<(f64, Header<'a>)> = matcher
        .forms()
        .filter_map(|(form, in_force)| Some((in_force, align(form, &profiles, first)?)))
        .map(|(in_force, (score, header))| {
            // Of two forms that fit, the one whose circular is in force.
            let known = if titled(header.form) { 0.15 } else { 0.0 } + if in_force { IN_FORCE } else { 0.0 };
            (score + known, header)
        })
        .collect();
    agreeing.sort_by(|a, b| b.0.total_cmp(&a.0));
    let candidates = agreeing.iter().take(3).map(|(score, header)| format!("{} ({score:.2})", header.form.id)).collect();
    let best = agreeing.first()?;
    let rival = agreeing.iter().skip(1).find(|(_, other)| other.form.kind != best.1.form.kind).map_or(0.0, |(score, _)| *score);
    if best.0 >= AGREEMENT && best.0 - rival >= 0.04 {
        let (_, header) = agreeing.into_iter().next()?;
        return Some(Lost::Sure(header));
    }
    Some(Lost::Unsure { row: first, candidates })
}

/// The last table of the sheets before that goes on, by its numbers: the first row of work is no first, all stand in the columns of that table,
/// and these hold what they hold there.
fn numbered_on<'a>(grid: &Grid, known: &[Header<'a>]) -> Option<Header<'a>> {
    const CELLS: usize = 3;
    let header = known.last()?;
    let numbers = header.column(Field::Ordinal)?.column;
    let rows: Vec<&Row> = grid.rows.iter().filter(|row| row.cells.len() >= CELLS).collect();
    let number = |row: &Row| row.get(numbers).and_then(|cell| cell.text.trim().trim_end_matches('.').parse::<u32>().ok());
    let counted: Vec<u32> = rows.iter().filter_map(|row| number(row)).collect();
    let goes_on = number(rows.first()?)? > 1 && counted.windows(2).all(|two| two[1] == two[0] + 1);
    let profiles = profiles(&rows);
    if !goes_on || profiles.len() < CELLS || !profiles.keys().all(|column| header.knows(*column)) || !fits(header, &profiles) {
        return None;
    }
    let first = first_row(grid, rows[0].index);
    Some(Header { first, end: first, unused: Vec::new(), ..header.clone() })
}

/// The table of an earlier sheet that goes on in few rows: the sheet opens with one of them, in the columns of that table and no others.
fn goes_on<'a>(grid: &Grid, coded: &[&Row], known: &[Header<'a>]) -> Option<Header<'a>> {
    let first = grid.rows.first()?.index;
    let begins = |row: &&&Row| first_row(grid, row.index) == first;
    let column = coded.first().filter(begins).and_then(|row| code_column(row))?;
    let profiles = profiles(coded);
    let header = known.iter().rev().find(|header| {
        let names = header.column(Field::Criterion).is_some_and(|code| code.column == column);
        names && profiles.len() >= 3 && profiles.keys().all(|column| header.knows(*column)) && fits(header, &profiles)
    })?;
    Some(Header { first, end: first, unused: Vec::new(), ..header.clone() })
}

/// Titles of standards and bands right above the first coded row belong to the table.
fn first_row(grid: &Grid, coded: u32) -> u32 {
    let at = grid.rows.partition_point(|row| row.index < coded);
    let above = grid.rows[..at].iter().rev().take_while(|row| {
        row.cells.iter().any(|cell| phrase::criterion::heading(&cell.text).is_some() || phrase::criterion::band(&cell.text).is_some())
    });
    above.last().map_or(coded, |row| row.index)
}

/// What speaks against a field where no title stands for it: one column of times is the time, not half of a pair, one of roles is who leads;
/// and what the form as it is handed out does not have, "Hiện trạng", "Chưa triển khai", is not what its columns of words hold.
fn unlikely(form: &Form, field: Field) -> f64 {
    let halved = if matches!(field, Field::Start | Field::End | Field::Partner) { 0.1 } else { 0.0 };
    let added = if form.blank.as_ref().is_some_and(|blank| blank.column(field).is_none()) { 0.15 } else { 0.0 };
    halved + added
}

/// "Không" is what columns of money and of words say where there is nothing.
fn agreement(profile: &Profile, content: Content) -> f64 {
    let own = profile.agreement(content);
    match content {
        Content::Money if own > 0.0 => (own + profile.nothing).min(1.0),
        Content::Text => own.max(0.6 * profile.nothing),
        _ => own,
    }
}

fn fits(header: &Header<'_>, profiles: &BTreeMap<u32, Profile>) -> bool {
    let contents: Vec<f64> = header
        .columns
        .iter()
        .filter_map(|assigned| {
            let content = header.form.columns.iter().find(|column| column.field == assigned.field)?.content;
            (content != Content::Text).then(|| profiles.get(&assigned.column).map(|profile| agreement(profile, content)))?
        })
        .collect();
    !contents.is_empty() && contents.iter().sum::<f64>() / contents.len() as f64 >= AGREEMENT
}

/// The best way to lay the form's columns, in their order, over the table's; every column of the table is used or passed over.
fn align<'a>(form: &'a Form, profiles: &BTreeMap<u32, Profile>, first: u32) -> Option<(f64, Header<'a>)> {
    let columns: Vec<(&u32, &Profile)> = profiles.iter().collect();
    let (wide, long) = (columns.len(), form.columns.len());
    const PASSED: f64 = -0.25;
    let mut best = vec![vec![f64::MIN; long + 1]; wide + 1];
    let mut step = vec![vec![0u8; long + 1]; wide + 1];
    best[0][0] = 0.0;
    for at in 0..=wide {
        for of in 0..=long {
            if best[at][of] == f64::MIN {
                continue;
            }
            let here = best[at][of];
            let mut offer = |to_at: usize, to_of: usize, score: f64, how: u8| {
                if score > best[to_at][to_of] {
                    best[to_at][to_of] = score;
                    step[to_at][to_of] = how;
                }
            };
            if at < wide && of < long {
                offer(
                    at + 1,
                    of + 1,
                    here + agreement(columns[at].1, form.columns[of].content) - unlikely(form, form.columns[of].field),
                    1,
                );
            }
            if at < wide {
                offer(at + 1, of, here + PASSED, 2);
            }
            if of < long && !form.columns[of].needed {
                // Of columns that hold the same the first is the likelier: what is left out stands mostly at the end.
                offer(at, of + 1, here - 0.02 - 0.0002 * (long - of) as f64, 3);
            }
        }
    }
    if best[wide][long] == f64::MIN {
        return None;
    }
    let mut header = Header::empty(form, first, first);
    let (mut at, mut of) = (wide, long);
    let mut sum = 0.0;
    while at > 0 || of > 0 {
        match step[at][of] {
            1 => {
                (at, of) = (at - 1, of - 1);
                let score = agreement(columns[at].1, form.columns[of].content);
                sum += score;
                header.columns.push(Assigned {
                    field: form.columns[of].field,
                    column: *columns[at].0,
                    title: String::new(),
                    score,
                    runner_up: None,
                });
            }
            2 => {
                at -= 1;
                header.unused.push((*columns[at].0, String::new()));
            }
            _ => of -= 1,
        }
    }
    header.columns.reverse();
    header.score = sum / wide as f64;
    (header.columns.len() >= 3).then_some((header.score, header))
}
