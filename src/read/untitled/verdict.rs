//! Two columns of results in; which of them tells what was done and which is the verdict on it out: "Đã sửa 2 phòng | Đang thực hiện".

use super::{BY_CONTENT, states};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::read::grid::Row;
use crate::read::header::{Assigned, Header};
use crate::text;

/// "Kết quả | Tình trạng", "Tình trạng | Tỷ lệ hoàn thành": both titles are those of the one column of states that a form has. Where bare states
/// stand, that is the verdict, which goes before the sentences beside it.
pub(super) fn beside_results(header: &mut Header<'_>, body: &[Row]) {
    let of_work = matches!(header.form.kind, FormKind::Plan | FormKind::Result);
    let by_columns =
        [Field::Outcome, Field::Done, Field::Ongoing, Field::NotStarted].into_iter().any(|field| header.column(field).is_some());
    let work = [Field::Planned, Field::Task, Field::Content].into_iter().find_map(|field| header.column(field)).map(|work| work.column);
    let (Some(told), Some(work)) = (header.column(Field::Status).map(|told| told.column), work) else { return };
    if !of_work || by_columns {
        return;
    }
    let spellings = header.form.column(Field::Status).map_or(&[][..], |column| &column.titles);
    let titled = |title: &str| {
        let leaf = text::fold(title.rsplit(" / ").next().unwrap_or(title));
        spellings.iter().any(|spelling| text::fold(spelling) == leaf)
    };
    // "Kết quả đạt được" is what was aimed at only where nothing else tells of results.
    let aims =
        header.columns.iter().filter(|assigned| assigned.field == Field::Target).map(|assigned| (assigned.column, assigned.title.clone()));
    let mut second = aims.chain(header.unused.iter().cloned()).filter(|(column, title)| *column > work && titled(title));
    let (Some((beside, title)), None) = (second.next(), second.next()) else { return };
    let bare = |column: u32| {
        let cells = states::texts(body, column);
        cells.iter().filter(|text| is_bare(text)).count() as f64 / cells.len().max(1) as f64
    };
    let (verdict, results) = if bare(beside) >= bare(told) { (beside, told) } else { (told, beside) };
    if !header.knows(beside) {
        header.columns.push(Assigned { field: Field::Outcome, column: beside, title, score: BY_CONTENT, runner_up: None });
    }
    for assigned in &mut header.columns {
        match assigned.column {
            column if column == verdict => assigned.field = Field::Outcome,
            column if column == results => assigned.field = Field::Status,
            _ => {}
        }
    }
    header.unused.retain(|(column, _)| *column != beside);
    header.columns.sort_by_key(|assigned| assigned.column);
    header.missing = header.form.lacking(|field| header.column(field).is_some());
}

/// "Đang thực hiện", "Đã xong", "50%".
fn is_bare(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    text.split_whitespace().count() <= MOST_WORDS && (phrase::status::word(text).is_some() || phrase::status::is_bare_state(text))
}
