//! What comes back in, how often out: `hằng năm`, `mỗi tháng 01 buổi`, `2 lần/năm học`.

use super::Part;
use crate::phrase::time::cursor::{Cursor, Head};
use crate::phrase::time::lexicon::{EVERY, LONG_OCCASIONS, OCCASIONS, PERIODS, Period};

/// What there is every so often without being a period: `sau mỗi đợt kiểm tra`.
const EVENTS: &[&str] =
    &["lan", "ky thi", "ki thi", "dot", "giai doan", "chu de", "chu diem", "bai", "tiet", "chuyen de", "hoi thi", "cuoc", "buoi"];

/// `hằng năm`, `mỗi tháng 01 buổi`, `cuối mỗi học kỳ`, `hàng tuần, tháng`.
pub(super) fn every(cursor: &mut Cursor<'_>) -> Option<Period> {
    let start = cursor.at;
    // "Giữa và cuối mỗi học kỳ"
    while matches!(cursor.word(0), Some("dau" | "giua" | "cuoi"))
        && (cursor.word(1) == Some("va") || cursor.sign(1) == Some(','))
        && matches!(cursor.word(2), Some("dau" | "giua" | "cuoi"))
    {
        cursor.at += 2;
    }
    let edged = cursor.take_any(&[
        "dau",
        "giua",
        "cuoi",
        "sau",
        "truoc",
        // "Cuối tháng hàng tháng"
        "dau thang",
        "giua thang",
        "cuoi thang",
        "dau tuan",
        "cuoi tuan",
        "dau quy",
        "cuoi quy",
    ]);
    let named = cursor.take_any(EVERY) || (edged && cursor.take("cac"));
    // `Sau mỗi đợt kiểm tra`: whatever it is, it comes back.
    if named && cursor.tokens[cursor.at - 1].is_word("moi") && cursor.take_any(EVENTS) {
        while cursor.word(0).is_some_and(|word| !matches!(word, "trong" | "tu" | "den" | "va")) {
            cursor.at += 1;
        }
        return Some(Period::Year);
    }
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
    // "Mỗi năm ít nhất 1 lần"
    let bounded = ["it nhat", "toi thieu", "toi da", "khong qua"].iter().find_map(|bound| cursor.matches(bound)).unwrap_or(0);
    if cursor.count(bounded) && occasion(cursor, bounded + 1).is_some() {
        cursor.at += bounded;
    }
    let slash = usize::from(cursor.sign(0) == Some('/'));
    if cursor.count(slash)
        && let Some(length) = occasion(cursor, slash + 1)
    {
        cursor.at += slash + 1 + length;
    } else if slash == 1 && cursor.word(1) == Some("lan") {
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
    // "Hằng tháng và đột xuất": need is no "đợt".
    if cursor.matches("dot xuat").is_some() {
        return None;
    }
    cursor.at += length;
    Some(period)
}

/// `1 lần/tháng`, `02 tuần/lần`, `hai lần một năm`, `1 tháng 1 lần`.
pub(super) fn frequency(cursor: &mut Cursor<'_>) -> Option<Period> {
    let start = cursor.at;
    let mut read = || {
        // "Cứ 2 tuần một lần"; "cũ" is another word.
        cursor.at += usize::from(cursor.peek(0).is_some_and(|token| token.written == "cứ"));
        // `Không quá 2 lần/năm`, `từ 2 đến 3 lần/năm`, `3-4 lần/năm`
        cursor.take_any(&["khong qua", "tren", "duoi", "tu", "hon"]);
        let ranged = cursor.count(0) && (cursor.sign(1) == Some('-') || cursor.word(1) == Some("den")) && cursor.count(2);
        cursor.at += if ranged { 2 } else { 0 };
        let counted = cursor.count(0);
        // `Tháng/lần`
        if !counted && cursor.at == start && cursor.peek(0).is_some_and(|token| token.first_of_line) {
            let before = cursor.at;
            if let Some(period) = period(cursor)
                && cursor.sign(0) == Some('/')
                && cursor.word(1) == Some("lan")
            {
                cursor.at += 2;
                return Some(period);
            }
            cursor.at = before;
        }
        // `Tháng 2 lần`, `ngày 2 buổi`.
        if !counted && let Some(period) = period(cursor) {
            let often = cursor.number(0).is_some_and(|count| count < 100) && matches!(cursor.word(1), Some("lan" | "buoi" | "tiet"));
            cursor.at += 2;
            return often.then_some(period);
        }
        cursor.at += usize::from(counted);
        let first = occasion_or_period(cursor)?;
        cursor.at += usize::from(cursor.sign(0) == Some('/'));
        let within = cursor.take("trong");
        cursor.take_any(&["moi", "tren"]);
        // `2 lần trong năm học` lies within the year, as "thường xuyên trong năm học" does.
        if within && first.is_none() && !cursor.count(0) && cursor.word(0) == Some("nam") {
            return None;
        }
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

/// How many words the occasion is that stands `ahead`: `buổi`, `chuyên đề`.
fn occasion(cursor: &Cursor<'_>, ahead: usize) -> Option<usize> {
    let long = |occasion: &str| occasion.split(' ').enumerate().all(|(at, word)| cursor.word(ahead + at) == Some(word));
    let short = cursor.word(ahead).is_some_and(|word| OCCASIONS.contains(&word));
    short.then_some(1).or_else(|| LONG_OCCASIONS.iter().any(|occasion| long(occasion)).then_some(2))
}

/// `Some(None)` for an occasion, `Some(Some(…))` for a period.
fn occasion_or_period(cursor: &mut Cursor<'_>) -> Option<Option<Period>> {
    if let Some(length) = occasion(cursor, 0) {
        cursor.at += length;
        return Some(None);
    }
    period(cursor).map(Some)
}

/// `Thứ hai`, `chủ nhật`, `thứ 2 đến thứ 6`: says nothing unless something says that it comes back.
pub(super) fn weekly(cursor: &mut Cursor<'_>, part: &mut Part) -> bool {
    if cursor.head == Some(Head::Week) || !weekday(cursor) {
        return false;
    }
    let before = cursor.at;
    let ranged = matches!(cursor.sign(0), Some('-')) || cursor.word(0) == Some("den");
    cursor.at += usize::from(ranged);
    if ranged && !weekday(cursor) {
        cursor.at = before;
    }
    // "Thứ 2, 4, 6 hằng tuần"
    while (cursor.sign(0) == Some(',') || cursor.word(0) == Some("va"))
        && matches!(cursor.number(1), Some(2..=7))
        && !matches!(cursor.sign(2), Some('/' | '.' | '-'))
    {
        cursor.at += 2;
    }
    // "Thứ hai đầu tuần": of every week, where no week is named.
    if cursor.take("dau tuan") && cursor.peek(0).is_none_or(|next| next.is_sign(';')) {
        part.every.push(Some(Period::Week));
    }
    part.weekday = true;
    true
}

/// Takes one day of the week.
fn weekday(cursor: &mut Cursor<'_>) -> bool {
    let start = cursor.at;
    if cursor.take("chu nhat") {
        return true;
    }
    // "CN 22/10/2023", "T7, 21/10/2023": before a whole date it is no month.
    let short = match (cursor.word(0), cursor.number(1)) {
        (Some("cn"), _) => 1,
        (Some("t"), Some(2..=7)) => 2,
        _ => 0,
    };
    let date = short + usize::from(matches!(cursor.sign(short), Some(',' | '(' | '-')) || cursor.word(short) == Some("ngay"));
    let dated = [0, 2, 4].iter().all(|ahead| cursor.number(date + ahead).is_some())
        && [1, 3].iter().all(|ahead| matches!(cursor.sign(date + ahead), Some('/' | '.' | '-')));
    // "T7, CN hằng tuần"
    let sunday = cursor.word(0) == Some("cn")
        && (cursor.peek(1).is_none_or(|next| next.word().is_none()) || EVERY.iter().any(|every| cursor.word(1) == Some(every)));
    if short > 0 && (dated || sunday) {
        cursor.at += short;
        return true;
    }
    let named = cursor.take("thu") && (cursor.count(0) || cursor.word(0) == Some("nam"));
    cursor.at = if named { cursor.at + 1 } else { start };
    named
}

/// Whether the tokens are a day of the week and no more.
pub(super) fn is_weekday(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_any(&["buoi sang", "buoi chieu", "sang", "chieu", "toi"]);
    weekday(cursor) && cursor.peek(0).is_none()
}
