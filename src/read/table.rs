//! A sheet → the tables on it: where each begins, what it is, which rows are below it, and the lines of text around it.

mod beside;
mod by_school;
mod joint;

use std::ops::Range;

use super::grid::{Cell, Grid, Row};
use super::header::{Assigned, Header, Matcher, PLAIN, found_by_others, until_others};
use super::{by_level, by_standard, caption, from_second, levels_told, lost, section, untitled, verdict_beside};
use crate::finding::{self, Finding};
use crate::form::{Content, Field};
use crate::model::Address;
use crate::phrase;
use crate::settings::Pin;
use crate::text;

/// A table: its header, the rows below it, and the lines above it back to the table before.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub header: Header<'a>,
    /// From above downwards.
    pub body: Vec<Row>,
    /// Where the header stands again within the body.
    pub repeats: Vec<Range<u32>>,
    /// Rows between the table before (or the top of the sheet) and this header.
    pub above: Vec<(Address, String)>,
    /// Told with every table whose header was not found but made out.
    pub lost: bool,
    pub pinned: bool,
    /// It is made of columns of a plan: a self-assessment of its own speaks rather.
    pub beside_work: bool,
    /// The rows of the sheet from the end of the table before to its own end.
    pub segment: Range<u32>,
}

impl Table<'_> {
    /// The row of the body with this number on the sheet.
    pub fn row(&self, index: u32) -> Option<&Row> {
        self.body.binary_search_by_key(&index, |row| row.index).ok().map(|at| &self.body[at])
    }

    /// Behind its last row that is filled like one: what follows are lines of text, which may say of levels what no column of it asks.
    pub fn end_of_rows(&self, grid: &Grid) -> u32 {
        const ROW: usize = 3;
        let fewest = self.header.columns.len().min(ROW);
        let own = grid.rows.iter().rev().filter(|row| (self.header.end..self.segment.end).contains(&row.index));
        own.into_iter().find(|row| row.cells.len() >= fewest).map_or(self.header.end, |last| last.index + 1)
    }

    /// Of these rows of the sheet none is its own, unless it begins within them. Where its titles stand among them again, what is below these
    /// is, and the first of them heads it.
    pub fn leave_out(&mut self, rows: &Range<u32>) {
        let again = self.repeats.iter().map(|titles| titles.start).find(|start| rows.contains(start));
        let left = again.map_or(rows.clone(), |again| rows.start + 1..again);
        if !rows.contains(&self.header.first) {
            self.body.retain(|row| !left.contains(&row.index));
        }
    }
}

/// What a sheet holds.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    pub tables: Vec<Table<'a>>,
    /// To be completed with file and sheet by the caller.
    pub findings: Vec<Finding>,
    /// Something was taken for a table, and refused because it was not sure.
    pub refused: bool,
}

/// Every table of a sheet, from top to bottom, then from left to right. `known` are headers of earlier sheets, for a table that goes on without one.
pub(super) fn find<'a>(grid: &Grid, matcher: &mut Matcher<'a>, pins: &[&Pin], known: &[Header<'a>]) -> Found<'a> {
    let Found { tables, findings, refused } = in_one_piece(grid, matcher, pins, known);
    let mut found = Found { tables: Vec::new(), findings, refused };
    for table in tables {
        // Titles that name its rows twice over are of two tables, however well the levels of one go with the work of the other.
        let twice = beside::names_rows_twice(&table);
        if !twice && let Some(parts) = joint::apart(grid, &table, matcher, pins, known) {
            found.tables.extend(parts);
            continue;
        }
        match beside::apart(grid, &table, matcher, pins, known) {
            Some(parts) => {
                found.refused |= parts.refused;
                found.findings.extend(parts.findings);
                found.tables.extend(parts.tables);
            }
            None => {
                let parts = if twice { joint::apart(grid, &table, matcher, pins, known) } else { None };
                let (parts, told) = parts.map_or_else(|| by_school::parted(table), |parts| (parts, None));
                found.tables.extend(parts);
                found.findings.extend(told);
            }
        }
    }
    found
}

/// Every table of a sheet that stand one below the other.
fn in_one_piece<'a>(grid: &Grid, matcher: &mut Matcher<'a>, pins: &[&Pin], known: &[Header<'a>]) -> Found<'a> {
    let mut found = Found::default();
    let mut starts: Vec<(usize, usize, Header<'a>, bool)> = Vec::new();
    let mut at = 0;
    while at < grid.rows.len() {
        let row = grid.rows[at].index;
        let pinned = pins.iter().find(|pin| pin.header_row == row + 1).and_then(|pin| pinned_header(grid, matcher, pin));
        let is_pinned = pinned.is_some();
        let Some(mut header) = pinned.or_else(|| matcher.header(grid, at)) else {
            at += 1;
            continue;
        };
        if !is_pinned && starts.last().is_some_and(|(_, _, above, _)| begins_too_soon(grid, matcher, at, &header, above)) {
            at += 1;
            continue;
        }
        let again = starts.last().map(|(_, _, above, _)| above).filter(|above| !is_pinned && stand_again(grid, row, above));
        if let Some(above) = again.filter(|_| !is_headed(grid, matcher, at, &header)) {
            header = Header { first: row, end: row + above.end - above.first, ..above.clone() };
            let end = grid.rows.partition_point(|row| row.index < header.end);
            starts.push((at, end, header, false));
            at = end;
            continue;
        }
        let end = grid.rows.partition_point(|row| row.index < header.end);
        let own = own_rows(matcher, &grid.rows[end..]);
        if !is_pinned {
            untitled::without_disagreeing(&mut header, own);
            verdict_beside::settle(matcher, &mut header, own);
            untitled::criteria::with_codes_beside_names(&mut header, own);
            untitled::criteria::with_criteria(&mut header, own);
        }
        let told = if is_pinned || !looks_meant(&header) { Vec::new() } else { untitled::complete(matcher, &mut header, own) };
        let mut lists_choices = false;
        if !is_pinned {
            section::complete(&mut header, &grid.rows[end..], grid);
            by_level::settle(matcher, &mut header, &grid.rows[end..]);
            from_second::settle(&mut header, own);
            levels_told::settle(matcher, &mut header, own);
            lists_choices = untitled::choices::without_levels(&mut header, own);
        }
        if !is_pinned && stands_in_body(grid, matcher, at, &header, starts.last().map(|(_, end, above, _)| (*end, above))) {
            at += 1;
        } else if is_pinned || matcher.is_sure(&header) {
            if starts.last().is_none_or(|(_, _, last, _)| !last.repeats(&header)) {
                found.findings.extend(told);
            }
            starts.push((at, end, header, is_pinned));
            at = end.max(at + 1);
        } else if lists_choices {
            // Nor is it a table whose titles were lost.
            found.refused = true;
            found.findings.push(untitled::choices::told(&header, own));
            at = (end + own.len()).max(at + 1);
        } else {
            // "Tiêu chuẩn | Tổng số tiêu chí | Không đạt | Mức 1": what the table above comes to.
            let ours =
                || !by_standard::heads_counts(&grid.rows[at]) && !counts_work(&header, own) && !caption::of_another_paper(grid, at, own);
            if looks_meant(&header) && ours() {
                found.refused = true;
                found.findings.push(refusal(&header));
            }
            at += 1;
        }
    }
    if starts.is_empty() && !found.refused {
        lost_header(grid, matcher, known, &mut found);
        return found;
    }
    let mut before = 0;
    let count = starts.len();
    let ends: Vec<usize> = starts.iter().skip(1).map(|(start, ..)| *start).chain([grid.rows.len()]).collect();
    for ((start, end, header, pinned), body_end) in starts.into_iter().zip(ends).take(count) {
        let body = &grid.rows[end.min(body_end)..body_end];
        if let Some(last) = found.tables.last_mut()
            && last.header.repeats(&header)
            && !names_a_school_between(grid, start)
            && !states_a_unit_between(grid, start)
            && time_named_between(grid, &last.header, start).is_none()
            && finder_named_between(grid, last, start).is_none()
            && form_named_between(grid, matcher, last, start).is_none()
        {
            let over = rows_over(grid, last.header.first, start);
            last.repeats.push(grid.rows[start - over].index..header.end);
            last.body.extend(grid.rows[start..body_end].iter().cloned());
            last.segment.end = end_of(grid, body_end);
            before = body_end;
            continue;
        }
        if let Some(last) = found.tables.last_mut().filter(|last| last.header.repeats(&header))
            && let Some(title) = time_named_between(grid, &last.header, start)
                .or_else(|| finder_named_between(grid, last, start))
                .or_else(|| form_named_between(grid, matcher, last, start))
        {
            let title = grid.rows[title].index;
            last.body.retain(|row| row.index < title);
        }
        let above_from = found
            .tables
            .last()
            .map_or(before, |last| grid.rows.partition_point(|row| last.body.last().is_some_and(|end| row.index <= end.index)).min(start));
        let above_from = if found.tables.is_empty() { 0 } else { above_from.min(first_line_above(grid, start)) };
        let above = lines(&grid.rows[above_from..start]);
        let segment = found.tables.last().map_or(0, |last| last.segment.end)..end_of(grid, body_end);
        found.tables.push(Table {
            header,
            body: body.to_vec(),
            repeats: Vec::new(),
            above,
            lost: false,
            pinned,
            beside_work: false,
            segment,
        });
        before = body_end;
    }
    found
}

/// Whether the titles of the table above stand from this row on word for word: they are its titles on the next page, of no more rows than there,
/// whatever form the lines around them would make of them.
fn stand_again(grid: &Grid, row: u32, above: &Header<'_>) -> bool {
    let texts = |row: u32| grid.row(row).map(|row| row.cells.iter().map(|cell| (cell.column, text::fold(&cell.text))).collect::<Vec<_>>());
    (above.first..above.end).all(|title| texts(title) == texts(row + title - above.first))
}

/// How many rows right above a header that stands again say what stood over it the first time: "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", on every page.
fn rows_over(grid: &Grid, first: u32, again: usize) -> usize {
    let first = grid.rows.partition_point(|row| row.index < first);
    let same = |over: &usize| {
        let (Some(upper), Some(row)) = (first.checked_sub(*over), again.checked_sub(*over)) else { return false };
        let texts = |row: &Row| row.cells.iter().map(|cell| (cell.column, text::fold(&cell.text))).collect::<Vec<_>>();
        row > first && grid.rows[row].cells.len() == 1 && texts(&grid.rows[upper]) == texts(&grid.rows[row])
    };
    (1..=JUST_OVER).take_while(same).count()
}

/// Lines that stand over a table on every page.
const JUST_OVER: usize = 4;

/// The rows below a header up to a line that stands by itself as the title of a form, or to titles of other things behind a gap.
fn own_rows<'g>(matcher: &Matcher<'_>, rows: &'g [Row]) -> &'g [Row] {
    let rows = until_others(rows);
    let next = rows.iter().position(|row| matches!(&row.cells[..], [only] if matcher.titles_form(&only.text, None)));
    &rows[..next.unwrap_or(rows.len())]
}

/// The row of the sheet after the last of the first so many filled ones.
fn end_of(grid: &Grid, count: usize) -> u32 {
    grid.rows[..count].last().map_or(0, |row| row.index + 1)
}

/// Whether the titles of the table above stand again within these rows, and no more of them than there: what stands over them are its
/// last rows before the page ended, however like titles their texts are.
fn begins_too_soon<'a>(grid: &Grid, matcher: &mut Matcher<'a>, at: usize, header: &Header<'a>, above: &Header<'a>) -> bool {
    let rows = |header: &Header<'_>| header.end - header.first;
    let end = grid.rows.partition_point(|row| row.index < header.end);
    rows(header) > rows(above)
        && (at + 1..end).any(|next| matcher.header(grid, next).is_some_and(|below| above.repeats(&below) && below.end == header.end))
}

/// Whether a row that reads like titles is one of the rows of the table above: nothing parts it from them, and it is neither
/// those titles again nor titles beyond doubt, nor does a line above it name its form.
fn stands_in_body(grid: &Grid, matcher: &Matcher<'_>, at: usize, header: &Header<'_>, above: Option<(usize, &Header<'_>)>) -> bool {
    let Some((_, above)) = above.filter(|(body, _)| *body <= at) else { return false };
    let parted = grid.rows[at].index > grid.rows[at - 1].index + 1 || grid.rows[at - 1].cells.len() == 1;
    // "đồ chơi ngoài trời | năm học | thực hiện": what the page end left of a row.
    if !parted && grid.rows[at].cells.iter().all(|cell| cell.text.starts_with(char::is_lowercase)) && !above.repeats(header) {
        return true;
    }
    let plain = header.columns.iter().filter(|assigned| assigned.score >= PLAIN).count();
    let weak = header.columns.len() < 4 || plain * 2 < header.columns.len();
    let begins = parted && (!weak || is_of_another(header, above) || is_headed(grid, matcher, at, header));
    // "Cử 02 giáo viên đi học | Hoàn thành | Kế hoạch": words of titles in a row of work, under "Mức độ" and "Minh chứng".
    let plain = header.is_plain() && (parted || header.columns.len() > 2);
    !begins && !above.repeats(header) && !plain
}

/// Whether a header is that of a whole form other than the one above: so many texts that read like its titles stand in no row of work.
fn is_of_another(header: &Header<'_>, above: &Header<'_>) -> bool {
    const COLUMNS: usize = 6;
    header.columns.len() >= COLUMNS && header.missing.is_empty() && header.form.kind != above.form.kind
}

/// Whether one of the lines right above a header stands there by itself as the title of its form: "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN".
fn is_headed(grid: &Grid, matcher: &Matcher<'_>, at: usize, header: &Header<'_>) -> bool {
    const LINES: usize = 3;
    grid.rows[..at].iter().rev().take(LINES).take_while(|row| row.cells.len() == 1).any(|row| {
        let line = &row.cells[0].text;
        matcher.titles_form(line, Some(header.form.kind))
    })
}

/// Texts of rows, cell by cell, line by line.
pub(super) fn lines(rows: &[Row]) -> Vec<(Address, String)> {
    rows.iter()
        .flat_map(|row| row.cells.iter().map(move |cell| (Address::new(row.index, cell.column), cell)))
        .flat_map(|(address, cell)| cell.text.lines().map(move |line| (address, line.trim().to_owned())))
        .filter(|(_, line)| !line.is_empty())
        .collect()
}

/// The lines right above a header: rows with few cells, back to the first that looks like a row of the table before.
fn first_line_above(grid: &Grid, start: usize) -> usize {
    let mut first = start;
    while first > 0 && grid.rows[first - 1].cells.len() <= 2 {
        first -= 1;
    }
    first
}

fn names_a_school_between(grid: &Grid, start: usize) -> bool {
    let from = first_line_above(grid, start);
    lines(&grid.rows[from..start]).iter().any(|(_, line)| phrase::school::parse(line).name.is_some())
}

/// "ĐVT: nghìn đồng" above a header that stands again: its amounts are not those of the table before.
fn states_a_unit_between(grid: &Grid, start: usize) -> bool {
    let from = first_line_above(grid, start);
    lines(&grid.rows[from..start]).iter().any(|(_, line)| phrase::money::is_unit_line(line))
}

/// "KẾT QUẢ HỌC KỲ II" above a header that stands again: what follows is of another time than the table before. The place of that line.
fn time_named_between(grid: &Grid, last: &Header<'_>, start: usize) -> Option<usize> {
    let names = |line: &str| phrase::period::parse(line).is_some() || phrase::year::parse(line).is_some();
    // Rows of a narrow table are as short as titles; only lines right above the header are its titles.
    const LINES: usize = 4;
    let below = grid.rows.partition_point(|row| row.index < last.end);
    let lines = (below..start).rev().take(LINES).take_while(|at| grid.rows[*at].cells.len() == 1);
    lines.filter(|at| grid.rows[*at].cells.iter().any(|cell| names(&cell.text) && is_title(grid, last, *at, cell))).last()
}

/// "KẾT QUẢ ĐÁNH GIÁ NGOÀI" above a header that stands again, or, below what others found, "KẾT QUẢ TỰ ĐÁNH GIÁ": who found what follows is
/// not who found what is above. The place of that line.
fn finder_named_between(grid: &Grid, last: &Table<'_>, start: usize) -> Option<usize> {
    const LINES: usize = 3;
    let below = grid.rows.partition_point(|row| row.index < last.header.end);
    let of_others = || last.above.iter().rev().take(LINES).any(|(_, line)| found_by_others(line).is_some());
    let names = |line: &str| found_by_others(line).is_some() || text::fold(line).contains("tu danh gia") && of_others();
    let lines = (below..start).rev().take(LINES).take_while(|at| grid.rows[*at].cells.len() == 1);
    lines.filter(|at| grid.rows[*at].cells.iter().any(|cell| names(&cell.text))).last()
}

/// "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH" above a header that stands again, which nothing above the first table is called: what follows is
/// another paper in the same columns, and not the next page. The place of that line.
fn form_named_between(grid: &Grid, matcher: &Matcher<'_>, last: &Table<'_>, start: usize) -> Option<usize> {
    const LINES: usize = 4;
    let below = grid.rows.partition_point(|row| row.index < last.header.end);
    let known = |line: &str| last.above.iter().any(|(_, above)| text::fold(above) == text::fold(line));
    let names = |line: &str| caption::reports_on_a_plan(&text::fold(line)).is_some() || matcher.titles_form(line, None);
    let lines = (below..start).rev().take(LINES).take_while(|at| grid.rows[*at].cells.len() == 1);
    let apart = |at: usize| at > 0 && grid.rows[at - 1].index + 1 < grid.rows[at].index;
    let titles = |at: usize, cell: &Cell| (apart(at) || !cell.text.contains(char::is_lowercase)) && names(&cell.text) && !known(&cell.text);
    lines.filter(|at| grid.rows[*at].cells.iter().any(|cell| titles(*at, cell))).last()
}

/// Whether the one cell of a row right above a header stands there as a title, and is not what is left of a row that ran over
/// the page: "năm học 2023-2024" below "Trong", in the column of times.
fn is_title(grid: &Grid, last: &Header<'_>, at: usize, cell: &Cell) -> bool {
    let row = grid.rows[at].index;
    let parted = at == 0 || grid.rows[at - 1].index + 1 < row;
    let wide = grid.merge_at(Address::new(row, cell.column)).is_some_and(|area| area.columns() > 1);
    let of_times = last.columns.iter().any(|assigned| assigned.column == cell.column && assigned.field.content() == Content::Time);
    !cell.text.starts_with(char::is_lowercase) && (parted || wide || !of_times)
}

/// Enough of a form that leaving it aside must be told.
fn looks_meant(header: &Header<'_>) -> bool {
    header.columns.len() >= 3
        && header.score >= 0.45
        && header.form.columns.iter().filter(|column| column.needed).count() > header.missing.len()
}

/// "Người phụ trách | Số việc | Đã xong | Chưa làm" over numbers: how many works, and none of them.
fn counts_work(header: &Header<'_>, own: &[Row]) -> bool {
    let is_state = |field: Field| matches!(field, Field::Done | Field::Ongoing | Field::NotStarted);
    let states: Vec<u32> = header.columns.iter().filter(|assigned| is_state(assigned.field)).map(|assigned| assigned.column).collect();
    let cells = || own.iter().flat_map(|row| states.iter().filter_map(|column| row.get(*column))).map(|cell| cell.text.trim());
    states.len() >= 2 && cells().next().is_some() && cells().all(|text| text.parse::<u16>().is_ok())
}

fn refusal(header: &Header<'_>) -> Finding {
    let cell = Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column));
    let shown: Vec<String> = header.columns.iter().map(|assigned| assigned.title.clone()).collect();
    let mut finding = if header.missing.is_empty() {
        let candidates: Vec<String> = std::iter::once((header.form.id.as_str(), header.score))
            .chain(header.others.iter().copied())
            .map(|(id, score)| format!("{id} ({score:.2})"))
            .collect();
        Finding::new(&finding::TABLE_UNCERTAIN).with("candidates", candidates.join(", "))
    } else {
        let missing: Vec<&str> = header.missing.iter().map(|field| field.title()).collect();
        Finding::new(&finding::COLUMN_MISSING).with("form", &header.form.title).with("columns", missing.join(", "))
    };
    finding.cell = Some(cell);
    finding.raw(shown.join(" | ")).with("row", header.first + 1)
}

fn pinned_header<'a>(grid: &Grid, matcher: &Matcher<'a>, pin: &Pin) -> Option<Header<'a>> {
    let form = matcher.form(&pin.form)?;
    let first = pin.header_row.checked_sub(1)?;
    let columns = pin
        .columns
        .iter()
        .map(|(field, column)| Assigned {
            field: *field,
            column: *column,
            title: grid.text(Address::new(first, *column)).to_owned(),
            score: 1.0,
            runner_up: None,
        })
        .collect::<Vec<_>>();
    let mut header = Header { columns, score: 1.0, ..Header::empty(form, first, first + 1) };
    header.columns.sort_by_key(|assigned| assigned.column);
    Some(header)
}

fn lost_header<'a>(grid: &Grid, matcher: &Matcher<'a>, known: &[Header<'a>], found: &mut Found<'a>) {
    let Some(lost) = lost::header(grid, matcher, known) else { return };
    match lost {
        lost::Lost::Sure(header) => {
            let start = grid.rows.partition_point(|row| row.index < header.first);
            let columns: Vec<String> = header
                .columns
                .iter()
                .map(|assigned| format!("{} = {}", Address::letters(assigned.column), assigned.field.title()))
                .collect();
            let mut finding = Finding::new(&finding::HEADER_LOST).with("form", &header.form.title).with("columns", columns.join(", "));
            finding.cell = Some(Address::new(header.first, header.columns.first().map_or(0, |assigned| assigned.column)));
            found.findings.push(finding);
            let above = lines(&grid.rows[..start]);
            let body = grid.rows[start..].to_vec();
            let segment = 0..end_of(grid, grid.rows.len());
            found.tables.push(Table { header, body, repeats: Vec::new(), above, lost: true, pinned: false, beside_work: false, segment });
        }
        lost::Lost::Unsure { row, candidates } => {
            found.refused = true;
            let mut finding = Finding::new(&finding::TABLE_UNCERTAIN).with("candidates", candidates.join(", ")).with("row", row + 1);
            finding.cell = Some(Address::new(row, 0));
            found.findings.push(finding);
        }
    }
}
