//! The titles of a plan in, the column of its adjusted times out: "Thời gian (cũ) | Thời gian (điều chỉnh)".

use super::PreparedForm;
use crate::form::Field;
use crate::model::FormKind;
use crate::read::header::moved::moves;
use crate::read::header::title::Title;
use crate::read::header::{Assigned, Header, PLAIN};
use crate::text;

/// What says that a time replaces another. Folded.
const REPLACING: &[&str] = &["sau dieu chinh", "sau khi dieu chinh", "da dieu chinh", "dieu chinh", "gia han", "moi"];
/// What says that a time was replaced, where another replaces it. Folded.
const REPLACED: &[&str] = &["truoc dieu chinh", "truoc khi dieu chinh", "ban dau", "cu"];

/// Gives a plan that has a time the column of those which replace it, row by row.
pub(super) fn time(header: &mut Header<'_>, prepared: &PreparedForm<'_>, titles: &[Title], taken: &mut [bool]) {
    if prepared.form.kind != FormKind::Plan {
        return;
    }
    let is_time = |folded: &str| prepared.times.contains(folded);
    let replaces = |folded: &str| {
        without(folded, REPLACED).is_none() && (moves(folded) || without(folded, REPLACING).is_some_and(|rest| is_time(&rest)))
    };
    // "Thời gian ban đầu" is like "Thời gian bắt đầu", and is when the work was to be done.
    let replaced = |title: &str| without(&text::fold(title), REPLACED).is_some_and(|rest| is_time(&rest));
    let timed = header.columns.iter().rposition(|assigned| matches!(assigned.field, Field::Time | Field::End));
    let first = || header.columns.iter().position(|assigned| assigned.field == Field::Start && replaced(&assigned.title));
    let Some(mut at) = timed.or_else(first) else { return };
    if timed.is_none() {
        header.columns[at].field = Field::Time;
    }
    let Some(adjusted) = (0..titles.len()).find(|title| replaces(&titles[*title].leaf)) else { return };
    // "Hạn điều chỉnh" is but a little like "Điều kiện hỗ trợ".
    let doubtful = |assigned: &Assigned| assigned.column == titles[adjusted].column && assigned.score < PLAIN;
    let of_time = |field: Field| matches!(field, Field::Time | Field::Start | Field::End);
    if let Some(other) = header.columns.iter().position(|assigned| doubtful(assigned) && !of_time(assigned.field)) {
        header.columns.remove(other);
        taken[adjusted] = false;
        at -= usize::from(other < at);
    }
    if taken[adjusted] {
        // The replaced time beside it was not taken: the two change places.
        let old = |title: &usize| {
            !taken[*title] && (is_time(&titles[*title].leaf) || without(&titles[*title].leaf, REPLACED).is_some_and(|rest| is_time(&rest)))
        };
        let (Some(old), true) = ((0..titles.len()).find(old), header.columns[at].column == titles[adjusted].column) else { return };
        let field = header.columns[at].field;
        header.columns[at] = Assigned { field, column: titles[old].column, title: titles[old].shown.clone(), score: 1.0, runner_up: None };
        taken[old] = true;
    }
    // "Thời gian (cũ)" is no doubtful reading beside the one that replaces it.
    if replaced(&header.columns[at].title) {
        (header.columns[at].score, header.columns[at].runner_up) = (1.0, None);
    }
    taken[adjusted] = true;
    header.adjusted = Some((titles[adjusted].column, titles[adjusted].shown.clone()));
}

/// The title without the first of these words that stand in it; `None` where none does.
fn without(folded: &str, words: &[&str]) -> Option<String> {
    let spaced = format!(" {folded} ");
    let found = words.iter().find(|words| spaced.contains(&format!(" {words} ")))?;
    Some(spaced.replacen(&format!(" {found} "), " ", 1).split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_replaces_is_taken_off_a_title() {
        assert_eq!(without("thoi gian sau dieu chinh", REPLACING).as_deref(), Some("thoi gian"));
        assert_eq!(without("han moi", REPLACING).as_deref(), Some("han"));
        assert_eq!(without("thoi gian moi dot", REPLACING).as_deref(), Some("thoi gian dot"));
        assert_eq!(without("thoi gian", REPLACING), None);
    }
}
