//! The lines of a table in, the same out where each number and criterion stands in the middle of the rows it is meant for, as a clerk types what
//! should have been merged: "| Lập kế hoạch", "1 | 1.7 | Thi giảng", "| Tổng kết", "| Lắp bàn", "2 | 3.3 | Mua hóa chất", "| Xử lý chất thải".
//!
//! That the first rows have none says that it is so; how many follow shows that it is so throughout, or nothing is changed.

use super::{Line, LogicalRow, Reason, is_code_field, primary};
use crate::form::Field;
use crate::model::FormKind;
use crate::read::header::Header;

/// Criteria in the middle of several rows that make it a custom of the table.
const FEWEST: usize = 2;

pub(super) fn around(mut lines: Vec<Line>, header: &Header<'_>) -> Vec<Line> {
    let key = primary(header);
    if !is_code_field(key) || !matches!(header.form.kind, FormKind::Plan | FormKind::Result) {
        return lines;
    }
    let mut blocks = Vec::new();
    for part in parts(&lines) {
        match centred(&lines, &part, key) {
            Some(found) => blocks.extend(found),
            None => return lines,
        }
    }
    if blocks.iter().filter(|block| block.before > 0).count() < FEWEST {
        return lines;
    }
    for Block { own, rows, .. } in &blocks {
        let Some(piece) = lines[*own].data().and_then(|row| row.pieces.get(&key)).cloned() else { continue };
        for at in rows.iter().filter(|at| *at < own) {
            if let Line::Data(row) = &mut lines[*at] {
                row.pieces.insert(key, piece.clone());
                (row.same_criterion, row.left_out, row.around) = (false, false, true);
            }
        }
    }
    lines
}

/// A row that names its criterion, among those it is in the middle of.
struct Block {
    own: usize,
    rows: Vec<usize>,
    before: usize,
}

/// The rows between titles of standards and other lines that part them, by their places; those of a page's end part nothing.
fn parts(lines: &[Line]) -> Vec<Vec<usize>> {
    let mut parts = vec![Vec::new()];
    for (at, line) in lines.iter().enumerate() {
        match line {
            Line::Data(_) => parts.last_mut().into_iter().for_each(|part: &mut Vec<usize>| part.push(at)),
            Line::Left { reason: Reason::RepeatedHeader | Reason::ColumnNumbers | Reason::PageNumber, .. } => {}
            _ => parts.push(Vec::new()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The blocks of a part, each with as many rows above its criterion as below; `None` where they do not come out so.
fn centred(lines: &[Line], part: &[usize], key: Field) -> Option<Vec<Block>> {
    let names = |at: usize| {
        let row = lines[at].data()?;
        let own = row.pieces.get(&key).is_some_and(|piece| row.rows.contains(&piece.address.row)) && !row.same_criterion;
        (own || may_be_without(row, key)).then_some(own)
    };
    let own: Vec<bool> = part.iter().map(|at| names(*at)).collect::<Option<_>>()?;
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < part.len() {
        let before = own[at..].iter().position(|own| *own)?;
        let end = at + 2 * before + 1;
        if end > part.len() || own[at + before + 1..end].contains(&true) {
            return None;
        }
        blocks.push(Block { own: part[at + before], rows: part[at..end].to_vec(), before });
        at = end;
    }
    // Where the first criterion stands on the first row, those below it are its own.
    (blocks.iter().all(|block| block.before == 0) || blocks.first().is_some_and(|block| block.before > 0)).then_some(blocks)
}

/// No criterion, or the one of the row above for want of another.
fn may_be_without(row: &LogicalRow, key: Field) -> bool {
    row.left_out || !row.pieces.contains_key(&key)
}
