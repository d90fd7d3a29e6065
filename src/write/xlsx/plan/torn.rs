//! A planned sheet in; what its pages may not tear, which titles they repeat, and how a long table falls on them out.

use std::ops::Range;

use super::{Piece, SheetPlan, What};
use crate::table::{Block, Row, RowKind, Rows, Table};
use crate::write::xlsx::grid::Span;
use crate::write::xlsx::paper::{Together, breaks};

/// A heading above a table, in points.
const HEADING: f64 = 40.0;

/// Of a page, what may stay blank where a table that would fit the next one could begin here; a table of few rows moves whole.
const MOST_BLANK: f64 = 0.35;
const FEW_ROWS: usize = 6;
/// Of a table that goes over several pages, rows on the last.
const LEAST_LAST_ROWS: usize = 3;

/// What a sheet may shrink to, of the size its width asks for.
const LEAST_SHRUNK: f64 = 0.85;

/// The titles to print on every page, and the rows before which pages end.
pub struct Pages {
    pub repeat: Option<Range<u32>>,
    pub breaks: Vec<u32>,
}

/// How a sheet falls on pages. Its last table moves whole to the next page only where little of this one stays blank.
pub fn pages(sheet: &SheetPlan, page: f64) -> Pages {
    let fall = |flows: bool| {
        let repeat = repeated(sheet, page, flows);
        let titles = repeat.clone().map(|rows| (rows.end, sheet.heights[rows.start as usize..rows.end as usize].iter().sum()));
        let together = together(sheet, page, flows);
        let breaks = breaks(&sheet.heights, page, titles, &together);
        if !sheet.growing.is_empty() {
            // Where a page ends is known once the form is filled in.
            return Pages { repeat, breaks: signed_with_rows(sheet, &breaks) };
        }
        Pages { repeat, breaks: without_stump(sheet, breaks, &together) }
    };
    let kept = fall(false);
    if leaves_much_blank(sheet, page, &kept.breaks) { fall(true) } else { kept }
}

/// The last rows of a form that goes over a page stand with its signature, however far those above grow; other pages end where they may.
fn signed_with_rows(sheet: &SheetPlan, breaks: &[u32]) -> Vec<u32> {
    const LEAST: u32 = 2;
    let Some((row, piece)) = last_table(sheet) else { return Vec::new() };
    let body = row + piece.header_rows;
    let end = body + piece.rows.len() as u32;
    if breaks.is_empty() {
        return Vec::new();
    }
    let kinds: Vec<RowKind> = piece.listed().iter().map(|row| row.kind).collect();
    let opens_group = |at: u32| at.checked_sub(body + 1).and_then(|before| kinds.get(before as usize)) == Some(&RowKind::Group);
    let mut at = end.saturating_sub(LEAST);
    while at > body && opens_group(at) {
        at -= 1;
    }
    if at > body { vec![at] } else { Vec::new() }
}

/// The last page of a long table holds a few rows at least: what the page before can spare.
fn without_stump(sheet: &SheetPlan, mut breaks: Vec<u32>, together: &[Together]) -> Vec<u32> {
    let Some((row, piece)) = last_table(sheet) else { return breaks };
    let body = row + piece.header_rows;
    let end = body + piece.rows.len() as u32;
    let printed = sheet.printed.map_or(end, |last| end.min(last + 1));
    let Some(index) = breaks.iter().rposition(|at| *at < printed) else { return breaks };
    let before = index.checked_sub(1).map_or(0, |index| breaks[index]);
    let least = printed.saturating_sub(LEAST_LAST_ROWS as u32);
    let is_free = |at: u32| !together.iter().any(|part| part.first < at && at <= part.last);
    // What follows the table stands on its last page too.
    let nothing_follows = sheet.parts.iter().all(|part| part.row < printed);
    let spared = (before.max(body) + LEAST_LAST_ROWS as u32..=least).rev().find(|at| is_free(*at));
    if let Some(at) = spared.filter(|at| nothing_follows && *at < breaks[index]) {
        breaks[index] = at;
    }
    breaks
}

/// Whether the last table moved to a page of its own from one that is hardly filled.
fn leaves_much_blank(sheet: &SheetPlan, page: f64, breaks: &[u32]) -> bool {
    let Some((row, piece)) = last_table(sheet) else { return false };
    let heading = sheet.parts.iter().rev().skip_while(|part| part.row >= row).find(|part| matches!(part.what, What::Heading(_)));
    let begins = [Some(row), heading.map(|part| part.row)].into_iter().flatten().find(|row| breaks.contains(row));
    let charted = sheet.parts.iter().any(|part| part.row == row && matches!(part.what, What::Charts(_)));
    let Some(begins) = begins.filter(|_| !charted && piece.rows.len() >= FEW_ROWS) else { return false };
    let before = breaks.iter().rfind(|row| **row < begins).copied().unwrap_or(0);
    let used: f64 = sheet.heights[before as usize..begins as usize].iter().sum();
    used < page * (1.0 - MOST_BLANK)
}

/// By how much a sheet is to shrink so that what stands first below its title does not leave that alone on a page; `None` where it does not,
/// or where letters would become too small.
pub fn with_its_title(sheet: &SheetPlan, page: f64, breaks: &[u32]) -> Option<f64> {
    let begins = *breaks.first()?;
    let is_title =
        |what: &What| matches!(what, What::Letterhead { .. } | What::Title(_) | What::Subtitle(_) | What::Note { .. } | What::Imprint(_));
    if !sheet.parts.iter().take_while(|part| part.row < begins).all(|part| is_title(&part.what)) {
        return None;
    }
    let first = together(sheet, page, false).into_iter().find(|part| part.first == begins)?;
    let needed: f64 = sheet.heights.get(..=first.last as usize)?.iter().sum();
    Some(page / needed).filter(|closer| (LEAST_SHRUNK..1.0).contains(closer))
}

/// The last table of which something is printed.
fn last_table<'p, 'a>(sheet: &'p SheetPlan<'a>) -> Option<(u32, &'p Piece<'a>)> {
    let printed = sheet.printed.unwrap_or(u32::MAX);
    let tables = sheet.parts.iter().rev().filter(|part| part.row <= printed);
    tables.into_iter().find_map(|part| if let What::Table(piece) = &part.what { Some((part.row, piece)) } else { None })
}

/// The titles to print on every page: those of the last table, where it goes over a page's end. Excel prints them from there on; those
/// of an earlier table would stand above the later ones as well.
fn repeated(sheet: &SheetPlan, page: f64, flows: bool) -> Option<Range<u32>> {
    let (row, last) = last_table(sheet)?;
    (flows || is_torn(sheet, row, last, page)).then(|| row..row + last.header_rows)
}

/// Whether a table is longer than what a page holds under a heading.
fn is_torn(sheet: &SheetPlan, row: u32, piece: &Piece, page: f64) -> bool {
    let last = (row + piece.header_rows) as usize + piece.rows.len();
    let heights = sheet.heights.get(row as usize..last.min(sheet.heights.len())).unwrap_or_default();
    heights.iter().sum::<f64>() + HEADING > page
}

/// What no page end may tear: charts, signatures, a heading and what follows it, titles and the first rows below, the title of a group
/// and its first row, a total and the row above. A table that fits a page is not torn either, but for the last where it `flows`. In the order
/// of their first rows.
fn together(sheet: &SheetPlan, page: f64, flows: bool) -> Vec<Together> {
    let flowing = last_table(sheet).filter(|_| flows).map(|(row, _)| row);
    let mut whole: Vec<Together> = Vec::new();
    let mut within: Vec<Together> = Vec::new();
    let mut heading: Option<u32> = None;
    for part in &sheet.parts {
        let last = match &part.what {
            What::Charts(slots) => last_row_under(sheet, part.row, slots.iter().map(|slot| slot.height).max().unwrap_or(0)),
            What::Signature { rows, .. } => rows[2],
            What::Table(piece) => {
                let body = part.row + piece.header_rows;
                let torn = flowing == Some(part.row) || is_torn(sheet, part.row, piece, page);
                if torn {
                    within.extend(pairs(piece, body));
                }
                let rows = if torn { 2 } else { piece.rows.len().max(1) };
                body + rows as u32 - 1
            }
            What::Heading(_) => {
                heading = Some(part.row);
                continue;
            }
            What::Note { .. } | What::Imprint(_) => continue,
            What::Letterhead { .. } | What::Title(_) | What::Subtitle(_) | What::SignatureRow { .. } => part.row,
        };
        let first = heading.take().unwrap_or(part.row);
        match whole.last_mut() {
            // A chart beside its table.
            Some(before) if part.row <= before.last => before.last = before.last.max(last),
            _ => whole.push(Together { first, last }),
        }
    }
    whole.append(&mut within);
    whole.sort_by_key(|part| part.first);
    whole
}

/// Rows of a long table that stand with the next one.
fn pairs(piece: &Piece, body: u32) -> Vec<Together> {
    let Rows::Listed(rows) = piece.all else { return Vec::new() };
    let rows = &rows[piece.rows.clone()];
    let with_next = move |(row, pair): (u32, &[Row])| {
        (pair[0].kind == RowKind::Group || pair[1].kind == RowKind::Total).then_some(Together { first: row, last: row + 1 })
    };
    (body..).zip(rows.windows(2)).filter_map(with_next).collect()
}

/// The last row that something so many pixels high covers.
fn last_row_under(sheet: &SheetPlan, first: u32, pixels: u32) -> u32 {
    let mut left = f64::from(pixels) * 72.0 / 96.0;
    let rows = sheet.heights[first as usize..].iter().take_while(|height| {
        let covered = left > 0.5;
        left -= **height;
        covered
    });
    first + (rows.count() as u32).max(1) - 1
}

/// Whether a table goes over a page's end, or would leave much of a page blank, and Excel cannot repeat its titles, because it can for one
/// table of a sheet only: the last.
/// Then each page gets a piece with titles of its own; not where a chart is drawn from rows that follow one another.
pub fn is_torn_by_itself(sheet: &SheetPlan, table: &Table, spans: &[Span], after: &[Block]) -> bool {
    let charted = |block: &Block| match block {
        Block::Charts(charts) => charts.iter().any(|chart| chart.table == table.id),
        Block::Beside(_, chart) => chart.table == table.id,
        _ => false,
    };
    if table.filter
        || table.is_form()
        || sheet.source.one_page
        || !after.iter().any(|block| block.table().is_some())
        || sheet.source.blocks.iter().any(charted)
    {
        return false;
    }
    let page = sheet.page();
    let rows: f64 = table.rows.iter().map(|row| sheet.row_height(table, spans, row)).sum();
    let whole = titles(sheet, table, spans) + rows;
    let left = left_on_page(sheet, page);
    whole + HEADING > page || (whole > left && left > page * MOST_BLANK && table.rows.len() >= FEW_ROWS)
}

/// The room on the page that is being filled.
fn left_on_page(sheet: &SheetPlan, page: f64) -> f64 {
    let begins = breaks(&sheet.heights, page, None, &together(sheet, page, false)).last().copied().unwrap_or(0);
    page - sheet.heights[begins as usize..].iter().sum::<f64>()
}

/// How many rows of a table, from `first` on, find room below its titles on the page that is being filled.
pub fn rows_on_page(sheet: &SheetPlan, table: &Table, spans: &[Span], first: usize) -> usize {
    const LEAST: usize = 2;
    let page = sheet.page();
    let titles = titles(sheet, table, spans);
    let fitting = |room: f64| {
        let mut used = titles;
        let rows = table.rows[first..].iter().take_while(|row| {
            used += sheet.row_height(table, spans, row);
            used <= room
        });
        rows.count()
    };
    let here = fitting(left_on_page(sheet, page));
    let mut rows = if here < LEAST { fitting(page - HEADING).max(LEAST) } else { here };
    let left = table.rows.len() - first;
    if (rows + 1..rows + LEAST_LAST_ROWS).contains(&left) && rows >= 2 * LEAST_LAST_ROWS {
        rows = left - LEAST_LAST_ROWS;
    }
    // The title of a group is not the last row of a page, nor a total the first.
    let kind = |row: usize| table.rows.get(first + row).map(|row| row.kind);
    while rows > LEAST && (kind(rows - 1) == Some(RowKind::Group) || kind(rows) == Some(RowKind::Total)) {
        rows -= 1;
    }
    rows
}

fn titles(sheet: &SheetPlan, table: &Table, spans: &[Span]) -> f64 {
    sheet.title_heights(table, spans).iter().sum()
}
