//! A self-assessment with columns of Mức 2 and Mức 3 alone in; whether it needs none of Mức 1, out.

use super::grid::Row;
use super::header::Header;
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;

const ROWS: usize = 60;
/// Rows that make such a table.
const FEWEST: usize = 5;

/// A school that has Mức 1 everywhere may leave its column out. A column of marks that no title names may be that one: then it stays missing.
pub(super) fn settle(header: &mut Header<'_>, body: &[Row]) {
    let alone = header.form.kind == FormKind::Assessment && header.missing == [Field::Level1];
    let levels = [Field::Level2, Field::Level3].map(|field| header.column(field).map(|assigned| assigned.column));
    let [Some(second), Some(third)] = levels else { return };
    if !alone || third != second + 1 {
        return;
    }
    let is_mark = |text: &str| phrase::mark::verdict(text).is_some() || phrase::levels::reached(text).is_some();
    let strange = |column: u32| !header.columns.iter().any(|assigned| assigned.column == column);
    let rows = || body.iter().take(ROWS).filter(|row| row.get(second).is_some() || row.get(third).is_some());
    let marked = rows().flat_map(|row| &row.cells).any(|cell| strange(cell.column) && is_mark(&cell.text));
    if !marked && rows().count() >= FEWEST {
        header.missing.clear();
    }
}
