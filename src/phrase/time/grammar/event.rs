//! What happens on a day of the calendar in, on which side of it the time lies out: `Trước khi kết thúc HKI`, `đến khi hết HKI`.

use super::{Limit, part, pieces};
use crate::model::WindowKind;
use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::lexicon::UNTIL_END;
use crate::phrase::time::when::Unit;
use crate::phrase::token::Token;

/// Takes what stands before the end in `Từ khi phê duyệt đến 31/12/2023`, `Từ ngày ban hành đến hết tháng 12`: when it begins nobody knows, and the end is written.
pub(super) fn from_event(cursor: &mut Cursor<'_>) -> bool {
    const LONGEST: usize = 10;
    let start = cursor.at;
    let by_day = cursor.take_any(&["tu ngay", "ke tu ngay", "tinh tu ngay"]);
    let led = by_day || cursor.take_any(&["tu khi", "ke tu khi", "tinh tu khi", "tu luc", "sau khi", "ngay sau khi"]);
    let words =
        cursor.tokens[cursor.at..].iter().take_while(|token| token.word().is_some_and(|word| !matches!(word, "den" | "toi"))).count();
    let end = cursor.at + words;
    let follows = |at: usize| {
        let mut rest = Cursor { tokens: cursor.tokens, at, head: None, context: cursor.context };
        let ends = matches!(cursor.tokens.get(at).and_then(Token::word), Some("den" | "toi"));
        ends && part(&mut rest).is_some_and(|rest| !rest.items.is_empty() && !rest.conditional)
    };
    // "Từ ngày khai giảng đến 31/12": that day is in the calendar.
    let known = || Cursor { tokens: cursor.tokens, at: cursor.at, head: None, context: cursor.context }.times().is_some();
    let found = led && (1..=LONGEST).contains(&words) && !(by_day && known()) && follows(end);
    cursor.at = if found { end } else { start };
    found
}

/// Takes `trước khi kết thúc` of `Trước khi kết thúc HKI`, `trước khi` of `Trước khi khai giảng`: what follows stands in the calendar.
pub(super) fn before_event(cursor: &mut Cursor<'_>, limit: &mut Limit) -> bool {
    let (start, head) = (cursor.at, cursor.head);
    let mut found = cursor.take_any(&["truoc khi", "xong truoc khi"]);
    let ends = found && cursor.take_any(&["ket thuc", "het"]);
    let begins = found && cursor.take_any(&["vao", "buoc vao", "bat dau", "bat dau vao", "sang"]);
    let event = cursor.at;
    let times = found.then(|| cursor.times()).flatten();
    found = times.is_some_and(|times| match &times[..] {
        [only] => match only.unit {
            Unit::Opening | Unit::Tet | Unit::FullMoon(_) | Unit::Closing { .. } => true,
            Unit::Summer => !ends,
            Unit::Semester(_) | Unit::SchoolYear => ends || begins,
            Unit::CalendarYear | Unit::Month(_) | Unit::Quarter(_) => ends,
            _ => false,
        },
        _ => false,
    }) && cursor.peek(0).is_none_or(|next| next.word().is_none());
    cursor.head = head;
    cursor.at = if found { event } else { start };
    limit.until |= found && ends;
    limit.before |= found && !ends;
    found
}

/// Takes `đến khi kết thúc` of `đến khi kết thúc HKI`: what ends stands in the calendar.
pub(super) fn until_end(cursor: &mut Cursor<'_>) -> bool {
    let (start, head) = (cursor.at, cursor.head);
    let led = cursor.take_any(UNTIL_END);
    let event = cursor.at;
    let found = led && cursor.times().is_some();
    (cursor.at, cursor.head) = (if found { event } else { start }, head);
    found
}

/// Takes "kết thúc" where the stretch itself is what ends.
pub(super) fn closing(cursor: &mut Cursor<'_>) -> bool {
    let start = cursor.at;
    let found = cursor.take("ket thuc")
        && ["hoc ky", "hoc ki", "hk", "hki", "hkii", "hkl", "hkll", "ky", "ki", "nam hoc"]
            .iter()
            .any(|unit| cursor.matches(unit).is_some());
    if !found {
        cursor.at = start;
    }
    found
}

/// Takes `Theo kế hoạch của Sở` of `Theo kế hoạch của Sở (tháng 10/2023)`: where a time is stated behind it, the plan is its reason.
/// The date behind a paper with a number is that of the paper.
pub(super) fn planned_for(cursor: &mut Cursor<'_>) -> bool {
    const PLANS: &[&str] = &["theo ke hoach", "theo kh", "theo lich", "theo tien do"];
    let Some(led) = PLANS.iter().filter_map(|plan| cursor.matches(plan)).max() else { return false };
    let words = cursor.tokens[cursor.at + led..].iter().take_while(|token| token.word().is_some() || token.is_sign('&')).count();
    let at = cursor.at + led + words;
    let begin = match cursor.tokens.get(at) {
        Some(sign) if sign.is_sign('(') => at,
        Some(sign) if sign.is_sign(',') || sign.is_sign(':') || sign.is_sign('-') => at + 1,
        _ => return false,
    };
    let mut rest = Cursor { tokens: cursor.tokens, at: begin, head: None, context: cursor.context };
    let stated = pieces(&mut rest).filter(|_| rest.at == cursor.tokens.len());
    let found = stated.is_some_and(|stated| !stated.is_empty() && stated.iter().all(|piece| piece.kind == WindowKind::Span));
    cursor.at = if found { begin } else { cursor.at };
    found
}
