//! Works written into columns of months ("Tiêu chí | Tháng 9 | Tháng 10" over "1.1 | Rà soát chiến lược | Công bố"), quarters, terms or years →
//! each work in a row of its own with its time, what is to be told of it, and where the cells stood.
//!
//! Steps of a work that has a column of its own ("Sửa phòng | Khảo sát | Thi công") say when it is done: the months that hold one.
//!
//! The first work of a row stays where it is; the others are laid below the sheet under the same titles. What a work of several months says in
//! each of them is one work. Money stays with the first, so that it counts once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::content;
use super::crossed::is_cross;
use super::crossed::period::{Period, runs, year_in, years_above};
use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use super::header::Matcher;
use super::monthly::says_what_came;
use super::stood::Stood;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::text;

/// The titles of the two columns that are left.
const WORK: &str = "Công việc";
const TIME: &str = "Thời gian";
/// Months side by side that make such a table, and works below them.
const FEWEST: usize = 2;
/// Of what stands below so much is a work to be done.
const MOST: f64 = 0.75;
/// Rows above the titles that may say what the table is.
const ABOVE: u32 = 12;

/// The workbook, each work of such plans in a row of its own.
pub(super) fn apart<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>, Stood) {
    let (mut laid, mut told, mut stood) = (Cow::Borrowed(workbook), Vec::new(), Stood::default());
    for (sheet, grid) in workbook.grids.iter().enumerate() {
        // One such table a sheet: what is below it is laid out anew.
        let Some(plan) = grid.rows.iter().find_map(|row| plan(grid, row, matcher)) else { continue };
        let (rows, cells, count) = plan.laid(grid);
        told.push((sheet, plan.told(grid, count)));
        plan.put(&mut laid.to_mut().grids[sheet], rows);
        stood.add(&grid.name, cells);
    }
    (laid, told, stood)
}

struct Plan {
    /// Works stand beside the months, and below these their steps.
    of_steps: bool,
    /// The first and the last row of titles.
    top: u32,
    row: u32,
    /// The row of the next titles, or the end of the sheet.
    until: u32,
    months: BTreeMap<u32, (Period, Option<i16>)>,
    /// The titles of the other columns.
    others: BTreeMap<u32, Address>,
    codes: Option<u32>,
    money: Vec<u32>,
}

/// One work of a row: where it stands, and when it is to be done.
struct Work {
    column: u32,
    text: String,
    time: String,
}

fn plan(grid: &Grid, row: &Row, matcher: &mut Matcher<'_>) -> Option<Plan> {
    if row.cells.len() < FEWEST || !row.cells.iter().any(|cell| cell.text.contains(|sign: char| sign.is_ascii_digit() || sign == 'I')) {
        return None;
    }
    let months = runs(row, FEWEST).into_iter().find(|run| {
        let named = |period: &Period| matches!(period, Period::Month { bare: false, .. } | Period::Term(_));
        run.values().all(named)
    })?;
    let years = years_above(grid, row.index, &months);
    let over = row.index.checked_sub(1).and_then(|above| grid.row(above)).filter(|above| are_titles(above));
    let (first, last) = (*months.keys().next()?, *months.keys().next_back()?);
    let is_month = |column: u32| (first..=last).contains(&column);
    let mut others: BTreeMap<u32, Address> = BTreeMap::new();
    for titles in over.into_iter().chain([row]) {
        others.extend(
            titles.cells.iter().filter(|cell| !is_month(cell.column)).map(|cell| (cell.column, Address::new(titles.index, cell.column))),
        );
    }
    let (mut codes, mut money, mut of_steps) = (None, Vec::new(), false);
    for (column, at) in &others {
        let title = grid.text(*at);
        let fields = matcher.spelled(title);
        let is = |any: &[Field]| any.iter().any(|field| fields.contains(field));
        if is(&[Field::Time, Field::Start, Field::End]) {
            return None;
        }
        of_steps |= is(&[Field::Task, Field::Planned, Field::Adjusted]) && !is(&[Field::Criterion, Field::Target]);
        if is(&[Field::Criterion, Field::Standard]) && codes.is_none_or(|_| fields.contains(&Field::Criterion)) {
            codes = Some(*column);
        }
        if is(&[Field::Cost]) || text::fold(title).contains("kinh phi") {
            money.push(*column);
        }
    }
    let dated = |(column, period): (u32, Period)| {
        let year = years.get(&column).copied().or_else(|| year_in(grid.text(Address::new(row.index, column))));
        (column, (period, year))
    };
    let mut plan = Plan {
        of_steps,
        top: over.map_or(row.index, |over| over.index),
        row: row.index,
        until: u32::MAX,
        months: months.into_iter().map(dated).collect(),
        others,
        codes,
        money,
    };
    let next = grid.rows.iter().find(|next| next.index > row.index && next.cells.len() >= 2 && !runs(next, FEWEST).is_empty());
    plan.until = next.map_or(u32::MAX, |next| next.index);
    let over_months = over.and_then(|over| grid.shown(Address::new(over.index, first)));
    let told_above = || over_months.is_some_and(|cell| says_what_came(&cell.text)) || is_of_results(grid, plan.top);
    (plan.holds_works(grid) && (of_steps || codes.is_some()) && !told_above()).then_some(plan)
}

/// Short words only, two at least: "TT | Tiêu chí | HỌC KỲ I | HỌC KỲ II".
fn are_titles(row: &Row) -> bool {
    const LONGEST: usize = 80;
    let is_title = |cell: &Cell| cell.text.contains(char::is_alphabetic) && !text::has_more_letters(&cell.text, LONGEST);
    row.cells.len() >= 2 && row.cells.iter().all(is_title)
}

/// "BÁO CÁO KẾT QUẢ …" above the table: what stands below was done.
fn is_of_results(grid: &Grid, top: u32) -> bool {
    let above = grid.rows.iter().filter(|row| row.index < top && row.index + ABOVE >= top);
    let mut lines = above.flat_map(|row| &row.cells).map(|cell| text::fold(&cell.text));
    lines.any(|line| ["bao cao", "ket qua", "tong hop ket qua"].iter().any(|words| line.starts_with(words)))
}

impl Plan {
    fn is_month(&self, column: u32) -> bool {
        self.months.contains_key(&column)
    }

    fn rows<'g>(&self, grid: &'g Grid) -> impl Iterator<Item = &'g Row> {
        let (from, until) = (self.row, self.until);
        grid.rows.iter().filter(move |row| row.index > from && row.index < until)
    }

    /// Words of a work below, and neither marks, states, amounts nor who does it.
    fn holds_works(&self, grid: &Grid) -> bool {
        let rows = self.rows(grid).filter(|row| self.is_of_table(grid, row));
        let cells: Vec<&Cell> = rows.flat_map(|row| row.cells.iter().filter(|cell| self.is_month(cell.column))).collect();
        let works = cells.iter().filter(|cell| names_work(&cell.text) || self.of_steps && is_step(&cell.text)).count();
        // "Xong" and "Làm" alone may as well be states.
        let begins = !self.of_steps || cells.iter().any(|cell| names_work(&cell.text) || is_beginning(&cell.text));
        let crossed = cells.iter().any(|cell| is_cross(&cell.text));
        // "Số lớp | 12 | 12 | 13"
        let first = grid.rows.iter().find(|row| row.index > self.row);
        let counts = first.is_some_and(|row| row.cells.iter().any(|cell| self.is_month(cell.column) && text::is_figure(&cell.text)));
        !crossed && !counts && begins && works >= FEWEST && works as f64 >= MOST * cells.len() as f64
    }

    /// Whether works of the row are some criterion's, and no names of who signs below: nobody's name stands behind a number.
    fn is_of_table(&self, grid: &Grid, row: &Row) -> bool {
        let digit = |column: &u32| {
            let cell = grid.shown(Address::new(row.index, *column));
            cell.is_some_and(|cell| cell.text.contains(|sign: char| sign.is_ascii_digit()))
        };
        let coded = self.others.keys().filter(|column| !self.money.contains(column)).any(digit);
        let goes_on = || {
            let above = row.index.checked_sub(1).and_then(|above| grid.row(above)).filter(|above| above.index > self.row);
            row.cells.iter().all(|cell| self.is_month(cell.column) && names_work(&cell.text))
                && above.is_some_and(|above| self.is_of_table(grid, above))
        };
        coded || goes_on()
    }

    fn works(&self, grid: &Grid, row: &Row) -> Vec<Work> {
        let mut found: Vec<(u32, &str, Vec<u32>)> = Vec::new();
        for cell in row.cells.iter().filter(|cell| self.is_month(cell.column) && !phrase::status::is_nothing(&cell.text)) {
            let at = Address::new(row.index, cell.column);
            let until = grid.merge_at(at).filter(|area| area.first == at).map_or(cell.column, |area| area.last.column);
            let months: Vec<u32> = self.months.range(cell.column..=until).map(|(column, _)| *column).collect();
            match found.iter_mut().find(|(_, text, _)| text::fold(text) == text::fold(&cell.text)) {
                Some((.., own)) => own.extend(months),
                None => found.push((cell.column, &cell.text, months)),
            }
        }
        found.into_iter().map(|(column, text, months)| Work { column, text: text.to_owned(), time: self.said(&months) }).collect()
    }

    /// `tháng 9, 10`; `tháng 12/2023, 1/2024`; `Quý III; Quý IV`.
    fn said(&self, columns: &[u32]) -> String {
        let mut months: Vec<String> = Vec::new();
        let mut terms: Vec<String> = Vec::new();
        for (period, year) in columns.iter().filter_map(|column| self.months.get(column)) {
            match period {
                Period::Term(term) => terms.push(term.clone()),
                Period::Month { number, .. } | Period::Roman(number) | Period::Week(number) => {
                    months.push(year.map_or_else(|| number.to_string(), |year| format!("{number}/{year}")));
                }
            }
        }
        if months.is_empty() { terms.join("; ") } else { format!("tháng {}", months.join(", ")) }
    }

    fn first(&self) -> u32 {
        self.months.keys().next().copied().unwrap_or_default()
    }

    /// `tháng 9, 10 (Khảo sát; Thi công)`: when the steps of a row are done, and which they are. What a step says of time is not when it is done.
    fn steps(&self, grid: &Grid, row: &Row) -> Option<Cell> {
        let works = self.works(grid, row);
        let filled: Vec<u32> =
            self.months.keys().copied().filter(|column| grid.shown(Address::new(row.index, *column)).is_some()).collect();
        let said: Vec<&str> = works.iter().map(|work| work.text.as_str()).collect();
        let time = self.said(&filled);
        let whole = format!("{time} ({})", said.join("; "));
        let cell = |text: String| Cell { column: self.first(), text, raw: Some(whole), kind: CellKind::Text };
        (!said.is_empty()).then(|| cell(time))
    }

    fn told(&self, grid: &Grid, count: usize) -> Finding {
        let titles = [self.months.keys().next(), self.months.keys().next_back()]
            .map(|column| column.map_or("", |column| grid.text(Address::new(self.row, *column))));
        let rule = if self.of_steps { &finding::STEPS_UNDER_MONTHS } else { &finding::WORKS_UNDER_MONTHS };
        let finding = Finding::new(rule).with("count", count);
        let finding = finding.with("first", titles[0]).with("last", titles[1]);
        Finding { cell: Some(Address::new(self.row, self.first())), ..finding }
    }

    /// The works behind the first of each row, under titles of their own, where their cells stood, and how many works there are in all.
    fn laid(&self, grid: &Grid) -> (Vec<Row>, BTreeMap<Address, Address>, usize) {
        let mut index = grid.rows.last().map_or(0, |row| row.index) + 2;
        let mut stood = BTreeMap::new();
        let text = |column: u32, text: &str| Cell { column, text: text.to_owned(), raw: None, kind: CellKind::Text };
        let of_all: Vec<(u32, Address)> =
            self.others.iter().filter(|(column, _)| !self.money.contains(column)).map(|(column, at)| (*column, *at)).collect();
        let titles = of_all.iter().map(|(column, at)| text(*column, grid.text(*at)));
        let own = [text(self.first(), WORK), text(self.first() + 1, TIME)];
        let mut rows = vec![row_of(index, titles.chain(own).collect())];
        stood.extend(of_all.iter().map(|(column, at)| (Address::new(index, *column), *at)));
        let mut count = 0;
        let mut code: Option<Cell> = None;
        let mut heading: Option<&Row> = None;
        for row in self.rows(grid) {
            if row.cells.len() == 1 && !self.is_month(row.cells[0].column) {
                heading = Some(row);
            }
            if !self.is_of_table(grid, row) {
                continue;
            }
            let shown = |column: u32| grid.shown(Address::new(row.index, column)).map(|cell| Cell { column, ..cell.clone() });
            code = self.codes.and_then(shown).or(code);
            let works = self.works(grid, row);
            if self.of_steps {
                count += usize::from(!works.is_empty());
                continue;
            }
            count += works.len();
            for work in works.iter().skip(1) {
                // "Tiêu chí 4" is of the standard above it.
                let is_whole = code.as_ref().is_some_and(|code| code.text.contains('.'));
                if let Some(heading) = heading.take().filter(|_| !is_whole) {
                    index += 1;
                    rows.push(Row { index, cells: heading.cells.clone() });
                    stood.extend(
                        heading.cells.iter().map(|cell| (Address::new(index, cell.column), Address::new(heading.index, cell.column))),
                    );
                }
                index += 1;
                let keys = of_all.iter().filter(|(column, _)| Some(*column) != self.codes).filter_map(|(column, _)| shown(*column));
                let own = [text(self.first(), &work.text), text(self.first() + 1, &work.time)];
                let laid = row_of(index, keys.chain(code.clone()).chain(own).collect());
                // The work itself is what somebody looks for.
                stood.extend(laid.cells.iter().map(|cell| (Address::new(index, cell.column), Address::new(row.index, work.column))));
                rows.push(laid);
            }
        }
        (if rows.len() > 1 { rows } else { Vec::new() }, stood, count)
    }

    /// Leaves the first work of each row under the two titles, and puts the others below the sheet.
    fn put(&self, grid: &mut Grid, rows: Vec<Row>) {
        let first = self.first();
        let text = |column: u32, text: &str| Cell { column, text: text.to_owned(), raw: None, kind: CellKind::Text };
        let titles = if self.of_steps { vec![text(first, TIME)] } else { vec![text(first, WORK), text(first + 1, TIME)] };
        let of_row = |row: &Row| match self.of_steps {
            true => self.steps(grid, row).map(|steps| vec![steps]),
            false => self.works(grid, row).first().map(|work| vec![text(first, &work.text), text(first + 1, &work.time)]),
        };
        let of_table = self.rows(grid).filter(|row| self.is_of_table(grid, row));
        let works: BTreeMap<u32, Vec<Cell>> = of_table.map(|row| (row.index, of_row(row).unwrap_or_default())).collect();
        let tall = |row: u32| (self.top..=self.row).contains(&row);
        let last = self.months.keys().next_back().copied().unwrap_or_default();
        let is_month = |column: u32| (first..=last).contains(&column);
        grid.merges.retain(|area| !(is_month(area.first.column) && (tall(area.first.row) || works.contains_key(&area.first.row))));
        for row in &mut grid.rows {
            let cells: &[Cell] = match works.get(&row.index) {
                Some(cells) => cells,
                None if row.index == self.top => &titles,
                None if tall(row.index) => &[],
                None => continue,
            };
            row.cells.retain(|cell| !is_month(cell.column));
            row.cells.extend(cells.iter().cloned());
            row.cells.sort_by_key(|cell| cell.column);
        }
        grid.rows.retain(|row| !row.cells.is_empty());
        grid.rows.extend(rows);
    }
}

fn row_of(index: u32, mut cells: Vec<Cell>) -> Row {
    cells.sort_by_key(|cell| cell.column);
    Row { index, cells }
}

/// "Sửa mái tôn dãy B": two words at least, and nothing that is counted or told otherwise.
fn names_work(text: &str) -> bool {
    const OF_ROLE: usize = 4;
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    // "Phó hiệu trưởng" signs, and "Giáo viên chủ nhiệm" does it.
    let names_somebody = || words <= OF_ROLE && content::opens_with_role(text);
    words >= 2
        && !names_somebody()
        && phrase::status::word(text).is_none()
        && !content::tells_state(text)
        && !phrase::time::is_time(text)
        && phrase::levels::named(text).is_none()
        && phrase::levels::reached(text).is_none()
        && phrase::mark::parse(text).is_none()
        // "Họp cha mẹ" names who pays as well, and no amount.
        && (text.len() > 80 || phrase::money::parse(text).amount_vnd.is_none())
}

/// A step in a word: "Khảo sát", "Làm", "Nghiệm thu".
fn is_step(text: &str) -> bool {
    const STEPS: &[&str] = &["lam", "xong", "hoan thanh", "thuc hien"];
    is_beginning(text) || STEPS.contains(&text::fold(text).as_str())
}

/// One that is no state as well.
fn is_beginning(text: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "bat dau",
        "chuan bi",
        "khao sat",
        "lap ke hoach",
        "xay dung ke hoach",
        "trien khai",
        "khoi cong",
        "thi cong",
        "nghiem thu",
        "ket thuc",
        "tong ket",
        "so ket",
        "ban giao",
        "ban hanh",
        "cong bo",
        "danh gia",
        "kiem tra",
    ];
    BEGINNINGS.contains(&text::fold(text).as_str())
}
