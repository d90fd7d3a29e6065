//! "4. Kế hoạch cải tiến chất lượng" of a slip, written line by line ("- Giải pháp: …", "- Thời gian: …"), in; the same lines as a table with a row a
//! work out.

use std::collections::BTreeMap;

use super::{Labels, lines};
use crate::model::Address;
use crate::read::grid::{Cell, CellKind, Grid, Row};
use crate::read::slip;
use crate::text;

/// A line of what is planned: where it stands, what it calls itself, and what it says.
struct Line<'a> {
    at: Address,
    label: &'a str,
    value: &'a str,
}

/// The sheet with such lines laid out, where each cell of them stood, and where the first of them is.
pub(super) fn laid(grid: &Grid) -> Option<(Grid, BTreeMap<Address, Address>, Address)> {
    let headings = grid.rows.iter().enumerate().filter(|(_, row)| matches!(&row.cells[..], [only] if slip::heads_plan(&only.text)));
    let blocks: Vec<Vec<Line>> = headings.map(|(at, _)| block(&grid.rows[at + 1..])).filter(|block| speaks_of_work(block)).collect();
    let first = blocks.first()?[0].at;
    let mut table = grid.clone();
    let mut stood = BTreeMap::new();
    for block in &blocks {
        let rows = rows(block, &mut stood);
        let within = block[0].at.row..=block[block.len() - 1].at.row;
        table.rows.retain(|row| !within.contains(&row.index));
        table.rows.extend(rows);
        table.merges.retain(|area| !within.contains(&area.first.row));
    }
    table.rows.sort_by_key(|row| row.index);
    Some((table, stood, first))
}

/// What is said below the plan, and not of it: "Tự đánh giá: Đạt Mức 2", "Tiêu chí 1.2: …" of the next slip, "Người viết: …".
const BEHIND: &[&str] = &["tu danh gia", "danh gia", "ket luan", "ket qua", "muc", "tieu chi", "tc", "nguoi viet", "nguoi lap", "xac nhan"];

/// The lines right below a heading.
fn block(rows: &[Row]) -> Vec<Line<'_>> {
    rows.iter()
        .map_while(|row| {
            let [only] = &row.cells[..] else { return None };
            let (label, value) = lines::parts(&only.text)?;
            let folded = text::fold(label);
            let is_own = !BEHIND.iter().any(|words| text::opens_with_words(&folded, words));
            is_own.then(|| Line { at: Address::new(row.index, only.column), label, value })
        })
        .collect()
}

fn speaks_of_work(block: &[Line<'_>]) -> bool {
    let Some(first) = block.first() else { return false };
    let titles = block.iter().map(|line| (text::fold(line.label), line.label.to_owned())).collect();
    Labels { first: first.at, titles }.speak_of_work()
}

/// The labels as titles where the first line stood, and a row a work below: a label that comes again begins the next.
fn rows(block: &[Line<'_>], stood: &mut BTreeMap<Address, Address>) -> Vec<Row> {
    let start = block[0].at;
    let mut titles: Vec<(String, &str)> = Vec::new();
    let mut works: Vec<BTreeMap<usize, &Line>> = vec![BTreeMap::new()];
    for line in block {
        let folded = text::fold(line.label);
        let place = titles.iter().position(|(known, _)| *known == folded).unwrap_or_else(|| {
            titles.push((folded, line.label));
            titles.len() - 1
        });
        if works.last().is_some_and(|work| work.contains_key(&place)) {
            works.push(BTreeMap::new());
        }
        if let Some(work) = works.last_mut() {
            work.insert(place, line);
        }
    }
    let column = |place: usize| start.column + u32::try_from(place).unwrap_or_default();
    let cell = |place: usize, text: &str| Cell { column: column(place), text: text.to_owned(), raw: None, kind: CellKind::Text };
    let mut rows = vec![Row { index: start.row, cells: titles.iter().enumerate().map(|(place, (_, title))| cell(place, title)).collect() }];
    stood.extend((0..titles.len()).map(|place| (Address::new(start.row, column(place)), start)));
    for (index, work) in (start.row + 1..).zip(&works) {
        stood.extend(work.iter().map(|(place, line)| (Address::new(index, column(*place)), line.at)));
        rows.push(Row { index, cells: work.iter().map(|(place, line)| cell(*place, line.value)).collect() });
    }
    rows
}
