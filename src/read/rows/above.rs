//! What stands above a table in, the criterion that it names for every row out.

use super::wording::without_entry;
use super::{Piece, is_code_field, primary};
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::read::grid::{CellKind, Grid};
use crate::read::table::Table;
use crate::text::fold;

/// "Tiêu chí 1.1: …" on a line of its own above a plan that has no column of criteria, as in a slip of that criterion; or the name of its sheet.
pub(super) fn criterion(table: &Table<'_>, grid: &Grid) -> Option<Piece> {
    if is_code_field(primary(&table.header)) || !matches!(table.header.form.kind, FormKind::Plan | FormKind::Result) {
        return None;
    }
    let lines = table.above.iter().rev().take_while(|(_, line)| phrase::criterion::heading(line).is_none());
    let heads = |line: &str| {
        let folded = fold(without_entry(line));
        (folded.starts_with("tieu chi ") || folded.starts_with("phieu") || folded.starts_with("tc "))
            && matches!(&phrase::criterion::all(line, None, None)[..], [only] if only.criterion.is_some())
    };
    let of_plan = table.header.form.kind == FormKind::Plan;
    let above = lines.into_iter().find(|(_, line)| of_plan && heads(line)).map(|(address, line)| (*address, line.as_str()));
    let named = || heads(&grid.name).then(|| (Address::new(table.header.first, 0), &*grid.name));
    let (address, line) = above.or_else(named)?;
    Some(Piece { text: line.to_owned(), raw: None, address, kind: CellKind::Text })
}
