//! Columns of months that say how far the work had come in each ("Tháng 10 | Tháng 11 | Tháng 12" over "Đang làm | Đang làm | Đã xong"), or of
//! quarters, days or rounds ("KQ lần 1 | KQ lần 2") → one column with what the last of them says that is not behind the report.
//!
//! What the others say is kept beside it, as the record: the state is one, and nothing of what a school wrote is lost.

mod halved;
mod moment;
mod record;

use std::borrow::Cow;
use std::collections::BTreeSet;

use self::moment::{Moment, When, moment};
use super::Context;
use super::content;
use super::grid::{Cell, Grid, Row, Workbook};
use crate::finding::{self, Finding};
use crate::model::{Address, Criterion, Status};
use crate::phrase;
use crate::text;

pub(super) use halved::titled;
pub(super) use record::{holds_record, without_record};

/// Columns side by side, and states below them, that make such a table.
const FEWEST: usize = 2;
/// Of what stands below so much is a state.
const MOST: f64 = 0.75;
/// Of what stands below so much may be of another kind, where the titles say that they tell what came of the work.
const OTHERS: f64 = 0.25;

/// The workbook, its months of states read; by sheet what is to be told of them.
pub(super) fn gathered<'w>(workbook: &'w Workbook, context: &Context<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<Told>> = workbook.grids.iter().map(|grid| told_by_time(grid, context)).collect();
    let of_sheets = workbook.grids.iter().zip(&found).enumerate();
    let findings = of_sheets.flat_map(|(at, (grid, found))| {
        let of_table = |told: &Told| [Some(read(grid, told)), went_back(grid, told, context)];
        found.iter().flat_map(of_table).flatten().map(move |finding| (at, finding))
    });
    let findings = findings.collect();
    (workbook.mended_where(&found, |grid, told| record::gather(grid, told, context)), findings)
}

/// Titles of one row side by side, by column when each tells of.
struct Told {
    row: u32,
    /// The title over all of them, and over nothing else.
    over: Option<Address>,
    /// The row of the next such titles, or the end of the sheet.
    until: u32,
    columns: Vec<(u32, When)>,
}

impl Told {
    fn first(&self) -> u32 {
        self.columns.iter().map(|(column, _)| *column).min().unwrap_or_default()
    }

    fn last(&self) -> u32 {
        self.columns.iter().map(|(column, _)| *column).max().unwrap_or_default()
    }

    fn has(&self, column: u32) -> bool {
        (self.first()..=self.last()).contains(&column)
    }

    /// A row of work below the titles.
    fn holds(&self, row: &Row) -> bool {
        row.index > self.row && row.index < self.until && row.cells.len() > 2
    }

    fn cells<'r>(&self, row: &'r Row) -> impl Iterator<Item = &'r Cell> {
        row.cells.iter().filter(|cell| self.has(cell.column) && !cell.text.is_empty())
    }

    /// What a row says, in the order of time, as far as the report goes.
    fn until_report<'r>(&self, row: &'r Row, context: &Context<'_>) -> Vec<&'r Cell> {
        let deadline = context.period.map(|period| context.settings.deadline(context.year, period));
        let begun = |when: &When| match (when, deadline) {
            (When::From(first), Some(deadline)) => *first <= deadline,
            _ => true,
        };
        let columns = self.columns.iter().filter(|(_, when)| begun(when)).map(|(column, _)| *column);
        columns.filter_map(|column| row.get(column)).filter(|cell| !cell.text.is_empty()).collect()
    }

    /// The last of them that says something of its own.
    fn newest<'r>(&self, row: &'r Row, context: &Context<'_>) -> Option<&'r Cell> {
        let cells = self.until_report(row, context);
        let own = cells.iter().rev().find(|cell| !is_blank(&cell.text) && !says_the_same(&cell.text));
        own.or(cells.last()).copied()
    }
}

/// "-", "/": nothing new.
fn is_blank(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// "Như trên", "nt", "Không thay đổi": as the time before.
fn says_the_same(text: &str) -> bool {
    const SAME: &[&str] = &["nt", "nhu tren", "nhu cu", "khong thay doi", "khong doi", "giu nguyen", "chua co thay doi"];
    let folded = text::fold(text);
    SAME.contains(&folded.as_str()) || ["nhu thang ", "nhu quy ", "nhu lan ", "nhu dot "].iter().any(|words| folded.starts_with(words))
}

fn told_by_time(grid: &Grid, context: &Context<'_>) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    for row in grid.rows.iter().filter(|row| row.cells.len() >= FEWEST) {
        let runs = runs(row, context);
        if runs.is_empty() || is_work(row) {
            continue;
        }
        for run in runs {
            let columns: Vec<(u32, When)> = run.iter().map(|(column, moment)| (*column, moment.when)).collect();
            let mut told = Told { row: row.index, over: None, until: u32::MAX, columns };
            told.over = over(grid, &told);
            let says = run.iter().all(|(_, moment)| moment.says) || told.over.is_some_and(|at| says_what_came(grid.text(at)));
            if tells_states(grid, &told, says) && !tells_otherwise(grid, row, &told) {
                if let Some(last) = found.last_mut() {
                    last.until = row.index;
                }
                found.push(told);
                break;
            }
        }
    }
    found
}

/// "3 | 1.2 | Sửa phòng học | 05/09/2023 | 30/09/2023": days from one on to another, and no titles.
fn is_work(row: &Row) -> bool {
    let numbers = |text: &str| text.trim().trim_end_matches('.').parse::<u32>().is_ok_and(|number| number < 1900);
    let codes = |text: &str| matches!(phrase::criterion::parse(text, None, None).criterion, Some(Criterion::Numbered { .. }));
    row.cells.iter().any(|cell| numbers(&cell.text) || codes(&cell.text))
}

/// Neighbouring titles that each name another time, one after the other; in the order of time.
fn runs(row: &Row, context: &Context<'_>) -> Vec<Vec<(u32, Moment)>> {
    let may_name: Vec<bool> = row.cells.iter().map(|cell| moment::may_name(&cell.text)).collect();
    // Most rows end here.
    if !may_name.windows(FEWEST).any(|pair| pair.iter().all(|may| *may)) {
        return Vec::new();
    }
    let mut runs: Vec<Vec<(u32, Moment)>> = Vec::new();
    let mut last: Option<u32> = None;
    for cell in &row.cells {
        let Some(own) = moment(&cell.text, context) else {
            last = None;
            continue;
        };
        if last != Some(cell.column.wrapping_sub(1)) {
            runs.push(Vec::new());
        }
        runs.last_mut().into_iter().for_each(|run| run.push((cell.column, own)));
        last = Some(cell.column);
    }
    for run in &mut runs {
        if run.windows(2).all(|pair| pair[0].1.when > pair[1].1.when) {
            run.reverse();
        }
    }
    // "Tháng 1 … Tháng 12" of a calendar year goes from one school year into the next.
    let month = |when: When| match when {
        When::From(day) => Some(day.month()),
        When::Round(_) => None,
    };
    let follows = |pair: &[(u32, Moment)]| {
        let (before, own) = (pair[0].1.when, pair[1].1.when);
        before < own || month(before).zip(month(own)).is_some_and(|(before, own)| own == before % 12 + 1)
    };
    let alike =
        |run: &[(u32, Moment)]| run.iter().map(|(_, moment)| matches!(moment.when, When::Round(_))).collect::<BTreeSet<bool>>().len() == 1;
    runs.retain(|run| run.len() >= FEWEST && alike(run) && run.windows(2).all(follows));
    runs
}

/// The title over these columns alone.
fn over(grid: &Grid, told: &Told) -> Option<Address> {
    let at = Address::new(told.row.checked_sub(1)?, told.first());
    grid.get(at)?;
    let ends = grid.merge_at(at).map_or_else(|| told.first(), |area| area.last.column);
    // Not merged, it stands over what has no title of its own above.
    let untitled = || (told.first() + 1..=told.last()).all(|column| grid.get(Address::new(at.row, column)).is_none());
    (ends == told.last() || ends == told.first() && untitled()).then_some(at)
}

/// "Kết quả thực hiện", "Kiểm tra tiến độ".
pub(super) fn says_what_came(title: &str) -> bool {
    const STATES: &[&str] =
        &["tinh trang", "ket qua", "kq", "tinh hinh", "trang thai", "tien do", "theo doi", "kiem tra", "danh gia", "muc do"];
    let folded = text::fold(title);
    STATES.iter().any(|words| text::holds_words(&folded, words)) && !is_aimed(&folded)
}

/// "Kết quả cần đạt", "Kết quả mong đợi", "Chỉ số đánh giá kết quả": what is to come, and by what it is seen.
fn is_aimed(folded: &str) -> bool {
    ["can dat", "mong doi", "mong muon", "du kien", "phai dat", "dau ra", "ky vong", "chi so", "chi bao", "tieu chi danh gia"]
        .iter()
        .any(|words| folded.contains(words))
}

fn tells_states(grid: &Grid, told: &Told, says: bool) -> bool {
    let below = grid.rows.iter().filter(|row| told.holds(row));
    let cells: Vec<&Cell> = below.flat_map(|row| told.cells(row)).filter(|cell| !is_blank(&cell.text)).collect();
    let is_state = |cell: &&&Cell| phrase::status::word(&cell.text).is_some() || content::tells_state(&cell.text);
    let is_other = |cell: &&&Cell| {
        let text = &cell.text;
        let number = || text.trim().parse::<f64>().is_ok();
        phrase::levels::named(text).is_some() || number() || phrase::mark::parse(text).is_some() && !is_state(cell)
    };
    let states = cells.iter().filter(is_state).count();
    if says && states > 0 && cells.iter().filter(is_other).count() as f64 <= OTHERS * cells.len() as f64 {
        return true;
    }
    states >= FEWEST && states as f64 >= MOST * cells.len() as f64
}

/// Whether another title beside these says how far the work has come.
fn tells_otherwise(grid: &Grid, titles: &Row, told: &Told) -> bool {
    const STATES: &[&str] = &["tinh trang", "ket qua", "tinh hinh", "trang thai", "den nay", "hien tai"];
    // A line alone is the name of the table: "KẾT QUẢ THỰC HIỆN".
    let above = titles.index.checked_sub(1).and_then(|above| grid.row(above)).filter(|above| above.cells.len() > 1);
    let others = titles.cells.iter().chain(above.into_iter().flat_map(|row| &row.cells)).filter(|cell| !told.has(cell.column));
    let mut others = others.filter(|cell| !text::has_more_letters(&cell.text, 60)).map(|cell| text::fold(&cell.text));
    others.any(|folded| !is_aimed(&folded) && STATES.iter().any(|words| folded.contains(words)))
}

fn read(grid: &Grid, told: &Told) -> Finding {
    let rows = grid.rows.iter().filter(|row| told.holds(row) && told.cells(row).next().is_some());
    let title = |column: u32| grid.text(Address::new(told.row, column));
    let finding = Finding::new(&finding::STATE_OF_LAST_MONTH).with("count", rows.count());
    let finding = finding.with("first", title(told.first())).with("last", title(told.last()));
    Finding { cell: Some(Address::new(told.row, told.first())), ..finding }
}

/// Work that was done at one time and is not at a later one.
fn went_back(grid: &Grid, told: &Told, context: &Context<'_>) -> Option<Finding> {
    let state = |cell: &Cell| phrase::status::state(&cell.text).map(|said| said.status);
    let rows = grid.rows.iter().filter(|row| told.holds(row));
    let back: Vec<(Address, String)> = rows
        .filter_map(|row| {
            let newest = told.newest(row, context)?;
            let until = told.until_report(row, context);
            let before = until.iter().take_while(|cell| cell.column != newest.column);
            let done = before.filter(|cell| state(cell) == Some(Status::Completed) && content::says_state(&cell.text)).last()?;
            let open = matches!(state(newest), Some(Status::InProgress | Status::NotStarted));
            let said = || format!("{} | {}", finding::shortened(&done.text), finding::shortened(&newest.text));
            open.then(|| (Address::new(row.index, newest.column), said()))
        })
        .collect();
    let (first, said) = back.first()?;
    let cells = back.iter().map(|(at, _)| at.to_string()).collect::<Vec<_>>().join(", ");
    let finding = Finding::new(&finding::STATE_WENT_BACK).raw(said).with("count", back.len()).with("cells", cells);
    Some(Finding { cell: Some(*first), ..finding })
}
