//! Tables that stand side by side on one sheet: where a table leaves columns over, whether these are a table of their own.

use super::{Found, Table, in_one_piece};
use crate::form::Field;
use crate::read::grid::{Area, Grid, Row};
use crate::read::header::{Header, Matcher};
use crate::settings::Pin;
use crate::text;

/// Rows below a header in which the header of the table beside it may stand.
const WITHIN: u32 = 12;
/// Columns among which a second table is looked for: every one of them is tried as its first, over all the others.
const MOST_COLUMNS: usize = 48;
/// Columns of a table that deserves the name.
const FEWEST_COLUMNS: usize = 3;

/// The tables that a part of a sheet holds beside one another, from left to right, where `whole` is how it reads in one piece.
/// `None` where that one piece leaves nothing over that reads as a table.
pub(super) fn apart<'a>(
    grid: &Grid,
    whole: &Table<'a>,
    matcher: &mut Matcher<'a>,
    pins: &[&Pin],
    known: &[Header<'a>],
) -> Option<Found<'a>> {
    if whole.pinned || whole.lost || left_over(whole) < 2 {
        return None;
    }
    let until = whole.header.end + WITHIN;
    let columns = |row: &Row| row.cells.iter().map(|cell| cell.column).collect::<Vec<_>>();
    let mut filled: Vec<u32> = grid.rows.iter().filter(|row| whole.segment.contains(&row.index)).flat_map(columns).collect();
    filled.sort_unstable();
    filled.dedup();
    filled.truncate(MOST_COLUMNS);
    let end = filled.last().map_or(0, |last| last + 1);
    let mut best: Option<(usize, u32)> = None;
    for cut in filled.iter().copied().skip(2) {
        let read = |columns: std::ops::Range<u32>, matcher: &mut Matcher<'a>| {
            let side = part(grid, whole.segment.start..until, columns);
            let mut found = in_one_piece(&side, matcher, pins, known);
            let sure = !found.refused && found.tables.iter().all(|table| !table.lost);
            let table = sure.then(|| found.tables.drain(..).next()).flatten()?;
            // A row of the whole table must not end up above the titles of a part of it.
            let orphan = side.rows.iter().any(|row| (whole.header.end..table.header.first).contains(&row.index));
            (!orphan).then_some(table)
        };
        let Some(left) = read(0..cut, matcher) else { continue };
        let Some(right) = read(cut..end, matcher) else { continue };
        let count = left.header.columns.len() + right.header.columns.len();
        let better = best.is_none_or(|(most, _)| count > most);
        if better && count > whole.header.columns.len() && are_two(&left.header, &right.header, &filled) {
            best = Some((count, cut));
        }
    }
    let (_, cut) = best?;
    let mut found = Found::default();
    for columns in [0..cut, cut..u32::MAX] {
        let side = super::find(&part(grid, whole.segment.clone(), columns), matcher, pins, known);
        found.refused |= side.refused;
        found.findings.extend(side.findings);
        found.tables.extend(side.tables);
    }
    Some(found)
}

/// Whether two headers beside one another are two tables and not the halves of one: an empty column parts them, or what names a row stands in both.
fn are_two(left: &Header<'_>, right: &Header<'_>, filled: &[u32]) -> bool {
    let (Some(first), Some(end), Some(start)) = (left.columns.first(), left.columns.last(), right.columns.first()) else { return false };
    let parted = (end.column + 1..start.column).any(|column| !filled.contains(&column));
    let names = |field: Field| matches!(field, Field::Ordinal | Field::Criterion | Field::Item | Field::Standard);
    // "Kế hoạch cải tiến" is only somewhat like "Tiêu chí".
    let named = |header: &Header<'_>| header.columns.iter().any(|assigned| names(assigned.field) && !assigned.is_doubtful());
    let twice = left
        .columns
        .iter()
        .filter(|assigned| right.columns.iter().any(|other| text::fold(&other.title) == text::fold(&assigned.title)))
        .count();
    let whole = |header: &Header<'_>| header.columns.len() >= FEWEST_COLUMNS;
    // Without a gap the second begins as tables do: with what names its rows, or as the first does.
    let begins = names(start.field) && !start.is_doubtful() || text::fold(&start.title) == text::fold(&first.title);
    // "Tiêu chí | Kết quả | | Tiêu chí | Kết quả": a narrow table in two halves.
    let halves = twice >= 2 && twice == left.columns.len() && twice == right.columns.len() && named(left);
    (halves || whole(left) && whole(right)) && (parted || begins && (twice >= 2 || named(left) && named(right)))
}

/// Whether a title that names the rows of a table ("Tiêu chí") stands over another of its columns, too, and nothing was made of that.
pub(super) fn names_rows_twice(table: &Table<'_>) -> bool {
    let leaf = |title: &str| text::fold(title.rsplit(" / ").next().unwrap_or_default());
    let names = |field: Field| matches!(field, Field::Ordinal | Field::Criterion | Field::Item | Field::Standard);
    let named = table.header.columns.iter().filter(|assigned| names(assigned.field));
    named.into_iter().any(|assigned| table.header.unused.iter().any(|(_, title)| leaf(title) == leaf(&assigned.title)))
}

/// Columns that a table has filled and does not know.
fn left_over(table: &Table<'_>) -> usize {
    let mut strange: Vec<u32> = table.header.unused.iter().map(|(column, _)| *column).collect();
    let mut untitled: Vec<u32> = Vec::new();
    for row in &table.body {
        for cell in row.cells.iter().filter(|cell| !table.header.knows(cell.column) && !strange.contains(&cell.column)) {
            untitled.push(cell.column);
        }
    }
    untitled.sort_unstable();
    strange.extend(untitled.chunk_by(|a, b| a == b).filter(|cells| cells.len() >= 2).map(|cells| cells[0]));
    strange.len()
}

/// Some rows and columns of a sheet, where they stand on it.
fn part(grid: &Grid, rows: std::ops::Range<u32>, columns: std::ops::Range<u32>) -> Grid {
    part_of(grid, rows, |column| columns.contains(&column))
}

/// The same, of columns that need not stand side by side.
pub(super) fn part_of(grid: &Grid, rows: std::ops::Range<u32>, is_own: impl Fn(u32) -> bool) -> Grid {
    let within = |area: &&Area| rows.contains(&area.first.row) && is_own(area.first.column);
    Grid {
        name: std::sync::Arc::clone(&grid.name),
        hidden: grid.hidden,
        rows: grid
            .rows
            .iter()
            .filter(|row| rows.contains(&row.index))
            .map(|row| Row { index: row.index, cells: row.cells.iter().filter(|cell| is_own(cell.column)).cloned().collect() })
            .filter(|row| !row.cells.is_empty())
            .collect(),
        merges: grid.merges.iter().filter(within).copied().collect(),
        hidden_rows: grid.hidden_rows.clone(),
        hidden_columns: grid.hidden_columns.clone(),
        struck_rows: grid.struck_rows.clone(),
        coloured: grid.coloured.clone(),
        page_header: Vec::new(),
        notes: grid.notes.clone(),
    }
}
