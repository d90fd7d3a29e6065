//! What comes back in, how often out: `hằng năm`, `mỗi tháng 01 buổi`, `2 lần/năm học`.

use super::Part;
use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::lexicon::{EVERY, OCCASIONS, PERIODS, Period};

/// `hằng năm`, `mỗi tháng 01 buổi`, `cuối mỗi học kỳ`, `hàng tuần, tháng`.
pub(super) fn every(cursor: &mut Cursor<'_>) -> Option<Period> {
    let start = cursor.at;
    let edged = cursor.take_any(&["dau", "giua", "cuoi"]);
    let named = cursor.take_any(EVERY) || (edged && cursor.take("cac"));
    let by_period = |cursor: &mut Cursor<'_>| cursor.take("theo") && (cursor.take("tung") || period_alone(cursor));
    if !named && !by_period(cursor) {
        cursor.at = start;
        return None;
    }
    let Some(mut longest) = period(cursor) else {
        cursor.at = start;
        return None;
    };
    loop {
        let before = cursor.at;
        let joined = matches!(cursor.sign(0), Some(',' | '/' | '-')) || cursor.word(0) == Some("va");
        cursor.at += usize::from(joined);
        match (joined, cursor.number(1).is_none().then(|| period(cursor)).flatten()) {
            (true, Some(next)) => longest = longest.max(next),
            _ => {
                cursor.at = before;
                break;
            }
        }
    }
    if cursor.count(0) && cursor.word(1).is_some_and(|word| OCCASIONS.contains(&word)) {
        cursor.at += 2;
    }
    Some(longest)
}

/// `theo quý`, and no more: `theo tháng 9` is a time.
fn period_alone(cursor: &mut Cursor<'_>) -> bool {
    let start = cursor.at;
    let alone = period(cursor).is_some() && (cursor.peek(0).is_none() || cursor.sign(0).is_some());
    cursor.at = start;
    alone
}

fn period(cursor: &mut Cursor<'_>) -> Option<Period> {
    let (length, period) =
        PERIODS.iter().filter_map(|(name, period)| Some((cursor.matches(name)?, *period))).max_by_key(|(length, _)| *length)?;
    cursor.at += length;
    Some(period)
}

/// `1 lần/tháng`, `02 tuần/lần`, `hai lần một năm`, `1 tháng 1 lần`.
pub(super) fn frequency(cursor: &mut Cursor<'_>) -> Option<Period> {
    let start = cursor.at;
    let mut read = || {
        let counted = cursor.count(0);
        // `Tháng 2 lần`, `ngày 2 buổi`.
        if !counted && let Some(period) = period(cursor) {
            let often = cursor.number(0).is_some_and(|count| count < 100) && matches!(cursor.word(1), Some("lan" | "buoi" | "tiet"));
            cursor.at += 2;
            return often.then_some(period);
        }
        cursor.at += usize::from(counted);
        let first = occasion_or_period(cursor)?;
        cursor.at += usize::from(cursor.sign(0) == Some('/'));
        cursor.take_any(&["trong", "moi", "tren"]);
        cursor.at += usize::from(cursor.count(0));
        let second = occasion_or_period(cursor)?;
        match (first, second) {
            (None, Some(period)) | (Some(period), None) if counted => Some(period),
            _ => None,
        }
    };
    let found = read();
    if found.is_none() {
        cursor.at = start;
    }
    found
}

/// `Some(None)` for an occasion, `Some(Some(…))` for a period.
fn occasion_or_period(cursor: &mut Cursor<'_>) -> Option<Option<Period>> {
    if cursor.word(0).is_some_and(|word| OCCASIONS.contains(&word)) {
        cursor.at += 1;
        return Some(None);
    }
    period(cursor).map(Some)
}

/// `Thứ hai`, `chủ nhật`: says nothing unless something says that it comes back.
pub(super) fn weekly(cursor: &mut Cursor<'_>, part: &mut Part) -> bool {
    let start = cursor.at;
    let named = cursor.take("chu nhat")
        || (cursor.take("thu") && cursor.count(0) && {
            cursor.at += 1;
            true
        });
    if named {
        cursor.take("dau tuan");
        part.weekday = true;
        if cursor.matches("hang").or(cursor.matches("moi")).is_some() {
            return every(cursor).is_some();
        }
    } else {
        cursor.at = start;
    }
    false
}
