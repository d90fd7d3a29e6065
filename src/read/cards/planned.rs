//! "4. Kế hoạch cải tiến chất lượng" of a slip, written line by line ("- Giải pháp: …", "- Thời gian: …"), in; the same lines as a table with a row a
//! work out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Card, Labels, lines, table_of};
use crate::model::Address;
use crate::read::grid::{Cell, CellKind, Grid, Row};
use crate::read::slip;
use crate::text;

/// A line of what is planned: where it stands, what it calls itself, and what it says.
struct Line<'a> {
    at: Address,
    label: &'a str,
    value: String,
}

/// The sheet with such lines laid out, where each cell of them stood, and where the first of them is.
pub(super) fn laid(grid: &Grid) -> Option<(Grid, BTreeMap<Address, Address>, Address)> {
    let headings = grid.rows.iter().enumerate().filter(|(_, row)| matches!(&row.cells[..], [only] if slip::heads_plan(&only.text)));
    let blocks = headings.map(|(at, _)| block(&grid.rows[at + 1..])).filter(|block| !block.is_empty()).map(|block| cards(&block));
    let mut laid: Option<(Grid, BTreeMap<Address, Address>, Address)> = None;
    for (labels, cards) in blocks.filter(|(labels, _)| labels.speak_of_work()) {
        let (before, mut stood, first) = match laid {
            Some((table, stood, first)) => (Cow::Owned(table), stood, first),
            None => (Cow::Borrowed(grid), BTreeMap::new(), labels.first),
        };
        let (table, own) = table_of(&before, &labels, &cards);
        stood.extend(own);
        laid = Some((table, stood, first));
    }
    laid
}

/// What is said below the plan, and not of it: "Tự đánh giá: Đạt Mức 2", "Tiêu chí 1.2: …" of the next slip, "Người viết: …".
const BEHIND: &[&str] = &["tu danh gia", "danh gia", "ket luan", "ket qua", "muc", "tieu chi", "tc", "nguoi viet", "nguoi lap", "xac nhan"];

/// The lines right below a heading; what stands between two of them goes on with the first.
fn block(rows: &[Row]) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut rest: Option<&str> = None;
    for row in rows.iter().take_while(|row| row.cells.len() == 1) {
        let cell = &row.cells[0];
        match (lines::parts(&cell.text), lines.last_mut()) {
            (Some((label, _)), _) if is_behind(label) => break,
            (Some((label, value)), above) => {
                if let (Some(above), Some(more)) = (above, rest.take()) {
                    above.value = format!("{} {more}", above.value);
                }
                lines.push(Line { at: Address::new(row.index, cell.column), label, value: value.to_owned() });
            }
            (None, Some(above))
                if above.at.column == cell.column && rest.is_none() && !cell.text.starts_with(|first: char| first.is_ascii_digit()) =>
            {
                rest = Some(&cell.text);
            }
            (None, _) => break,
        }
    }
    lines
}

fn is_behind(label: &str) -> bool {
    let folded = text::fold(label);
    BEHIND.iter().any(|words| text::opens_with_words(&folded, words))
}

/// The labels, in the order in which they come first, and a card a work: a label that comes again begins the next.
fn cards(block: &[Line<'_>]) -> (Labels, Vec<Card>) {
    let mut titles: Vec<(String, String)> = Vec::new();
    let mut cards: Vec<Card> = vec![(block[0].at.row, BTreeMap::new())];
    for line in block {
        let folded = text::fold(line.label);
        let place = titles.iter().position(|(known, _)| *known == folded).unwrap_or_else(|| {
            titles.push((folded, line.label.to_owned()));
            titles.len() - 1
        });
        if cards.last().is_some_and(|(_, values)| values.contains_key(&place)) {
            cards.push((line.at.row, BTreeMap::new()));
        }
        let cell = Cell { column: line.at.column, text: line.value.clone(), raw: None, kind: CellKind::Text };
        if let Some((_, values)) = cards.last_mut() {
            values.insert(place, (line.at, cell));
        }
    }
    (Labels { first: block[0].at, titles }, cards)
}
