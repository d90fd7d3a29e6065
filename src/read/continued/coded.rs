//! Results under the criteria of a plan in, and no number beside them ("Tiêu chí | Kết quả thực hiện | Đánh giá"); whether they are that, and no
//! self-assessment, out.

use super::column::{Column, NAMES, RESULTS};
use crate::form::Field;
use crate::phrase;
use crate::read::grid::Row;

/// Titles of criteria where the number of a row may stand. Folded.
const TITLES: &[&str] = &["tieu chi", "tieu chuan tieu chi", "ma tieu chi", "tieu chi so", "tc", "ma tc"];

/// Whether a folded title opens such a table, or one of many others.
pub(super) fn opens(title: &str) -> bool {
    TITLES.contains(&title)
}

/// The code as a number of its row.
pub(super) fn number(text: &str) -> Option<Vec<String>> {
    phrase::criterion::parse(text, None, None).criterion.map(|criterion| vec![criterion.to_string()])
}

/// Whether the columns name no work and say in words how far it has come: "Đang thực hiện" is no level.
pub(super) fn tell_results(columns: &[Column], body: &[Row]) -> bool {
    const FEWEST: usize = 2;
    let speaks = |column: &&Column| column.is(RESULTS) || column.is(&[Field::Outcome]);
    let told: Vec<u32> = columns.iter().filter(speaks).map(|column| column.at).collect();
    let coded: Vec<&Row> = body.iter().filter(|row| row.cells.first().is_some_and(|cell| number(&cell.text).is_some())).collect();
    let says = |row: &&&Row| {
        let texts = || told.iter().filter_map(|column| row.get(*column)).map(|cell| cell.text.as_str());
        texts().any(|text| phrase::status::word(text).is_some()) && !texts().any(|text| phrase::levels::reached(text).is_some())
    };
    let named = columns.iter().any(|column| column.is(NAMES) && !column.is(RESULTS));
    !named && coded.len() >= FEWEST && coded.iter().filter(says).count() * 2 > coded.len()
}
