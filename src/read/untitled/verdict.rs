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
    let work = [Field::Planned, Field::Task, Field::Content].into_iter().find_map(|field| header.column(field)).map(|work| work.column);
    let (Some((told, told_title)), Some(work)) = (header.column(Field::Status).map(|told| (told.column, told.title.clone())), work) else {
        return;
    };
    let spellings = header.form.column(Field::Status).map_or(&[][..], |column| &column.titles);
    let titled = |title: &str| {
        // "Tình trạng (Hoàn thành/Đang thực hiện/Chưa)"
        let whole = text::fold(leaf(title));
        let bare = text::fold(leaf(title).split('(').next().unwrap_or_default());
        spellings.iter().map(|spelling| text::fold(spelling)).any(|spelling| spelling == whole || spelling == bare)
    };
    const COLUMNS: [Field; 4] = [Field::Outcome, Field::Done, Field::Ongoing, Field::NotStarted];
    let by_columns = header.columns.iter().any(|assigned| COLUMNS.contains(&assigned.field) && !titled(&assigned.title));
    if !of_work || by_columns {
        return;
    }
    // "Kết quả đạt được" is what was aimed at only where nothing else tells of results, and a state no one of its three.
    let borrowed = |field: Field| field == Field::Target || COLUMNS.contains(&field);
    let taken = header.columns.iter().filter(|assigned| borrowed(assigned.field)).map(|assigned| (assigned.column, assigned.title.clone()));
    let mut second = taken.chain(header.unused.iter().cloned()).filter(|(column, title)| *column > work && titled(title));
    let (Some((beside, title)), None) = (second.next(), second.next()) else { return };
    // The states stand in the one more than in the other; where neither says, the titles do.
    let rank = |column: u32, title: &str| {
        let cells = states::texts(body, column);
        let bare = cells.iter().filter(|text| is_bare(text)).count() * 100 / cells.len().max(1);
        (bare, !["ket qua", "kq"].iter().any(|words| text::fold(leaf(title)).starts_with(words)))
    };
    let (verdict, results) = if rank(beside, &title) >= rank(told, &told_title) { (beside, told) } else { (told, beside) };
    if !header.knows(beside) {
        header.columns.push(Assigned { field: Field::Outcome, column: beside, title, score: BY_CONTENT, runner_up: None });
    }
    for (column, field) in [(verdict, Field::Outcome), (results, Field::Status)] {
        let pair = header.columns.iter_mut().filter(|assigned| assigned.column == column);
        pair.for_each(|assigned| (assigned.field, assigned.runner_up) = (field, None));
    }
    header.unused.retain(|(column, _)| *column != beside);
    header.columns.sort_by_key(|assigned| assigned.column);
    header.missing = header.form.lacking(|field| header.column(field).is_some());
}

/// The lowest of titles over one another.
fn leaf(title: &str) -> &str {
    title.rsplit(" / ").next().unwrap_or(title)
}

/// "Đang thực hiện", "Đã xong", "50%", or the number it is stored as.
fn is_bare(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    text.parse::<f64>().is_ok()
        || text.split_whitespace().count() <= MOST_WORDS && (phrase::status::word(text).is_some() || phrase::status::is_bare_state(text))
}
