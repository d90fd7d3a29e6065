//! Tokens of a phrase in, the times it states out: ranges, limits, lists, what comes back and what hangs on something.

mod bracket;
mod celebration;
mod event;
mod frame;
mod label;
mod part;
mod recurring;
mod segment;

use std::collections::BTreeSet;

use jiff::civil::Date;

use self::bracket::bracket;
use self::celebration::celebration;
use self::event::{before_event, closing, from_event, planned_for, until_end};
use self::label::{count_of_listed, count_of_occasions, heading, label, length, occasion, purpose, solar_day, week_of};
use self::recurring::{every, frequency, weekly};
use self::segment::within;
use super::cursor::{Cursor, Head};
use super::lexicon::{
    AFTER, BEFORE, CONDITIONS, ENDS, EVERY, EXTENDED, FILLERS, FROM, MOVED, MOVED_ON, OCCASIONS, ONWARD, ONWARD_ENDS, ONWARD_LEADS,
    ONWARD_UNITS, Period, RECURRING, THROUGHOUT, UNTIL, UNTIL_DONE, VISIONS,
};
use super::when::{Edge, Unit, When, Year};
use crate::model::{WindowFlag, WindowKind};

/// One time of several that a cell may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: WindowKind,
    pub start: Option<Date>,
    pub due: Option<Date>,
    pub flags: BTreeSet<WindowFlag>,
    /// It stands in a sentence or line of its own.
    pub apart: bool,
    /// It says where the time before it ends: `hoàn thành: 12/2023`.
    pub ends: bool,
}

impl Piece {
    fn of_kind(kind: WindowKind, apart: bool) -> Self {
        Piece { kind, start: None, due: None, flags: BTreeSet::new(), apart, ends: false }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// Nothing stands between it and the time before.
    None,
    And,
    /// A comma or a colon: one of a list, or what the time before is a part of.
    Beside,
    /// `Tháng 10 HKI`: no list, so only what the one says of the other can be meant.
    Of,
    /// `đến`, or a dash.
    To {
        dash: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Limit {
    from: bool,
    until: bool,
    before: bool,
    after: bool,
    ends: bool,
}

struct Item {
    when: When,
    link: Link,
    limit: Limit,
    onward: bool,
    /// Written `T2`, which may be a Monday.
    short: bool,
    /// Whether the year was written.
    dated: bool,
}

/// What one part of the text, up to a full stop or line end, has stated so far.
#[derive(Default)]
struct Part {
    items: Vec<Item>,
    /// Periods of what comes back; `None` for "thường xuyên".
    every: Vec<Option<Period>>,
    /// "và thường xuyên": besides the times before it, not within them. How many those are.
    besides: Option<usize>,
    conditional: bool,
    /// How long it takes is said before the time, which must then have an end: `3 ngày (từ 15/10 đến 17/10)`.
    lasts: bool,
    weekday: bool,
    /// Pieces out of brackets.
    bracketed: Vec<Piece>,
    /// Whether a year, or a week, is written in a bracket.
    bracket_dated: bool,
    bracket_weeks: bool,
}

/// Every time of the text, in order; `None` where a word is left that nobody can place.
pub(super) fn pieces(cursor: &mut Cursor<'_>) -> Option<Vec<Piece>> {
    let mut found = Vec::new();
    let mut apart = false;
    loop {
        // "Hằng tháng; đột xuất" comes back all the same.
        if !found.is_empty()
            && found.iter().all(|piece: &Piece| piece.kind == WindowKind::Recurring)
            && cursor.matches("dot xuat").is_some()
        {
            let behind = cursor.at + 2;
            cursor.at = if cursor.peek(2).is_none_or(|next| next.is_sign(';')) { behind } else { cursor.at };
        }
        let part = part(cursor)?;
        found.extend(part.pieces(cursor, apart)?);
        apart = true;
        match cursor.sign(0) {
            Some(';') => cursor.at += 1,
            _ => return Some(found),
        }
    }
}

fn part(cursor: &mut Cursor<'_>) -> Option<Part> {
    let mut part = Part::default();
    let mut link = Link::None;
    let mut limit = Limit::default();
    cursor.head = None;
    while cursor.peek(0).is_some() && cursor.sign(0) != Some(';') {
        let start = cursor.at;
        if cursor.sign(0) == Some('(') {
            bracket(cursor, &mut part)?;
        } else if weekly(cursor, &mut part) {
            limit.from = false;
        } else if cursor.take_any(RECURRING) {
            span_of_rhythm(cursor);
            part.every.push(None);
            // "Tháng 9/2023 (xây dựng), thường xuyên (thực hiện)": each with what it is for.
            let labelled = cursor.sign(0) == Some('(') && cursor.tokens[..start].iter().any(|token| token.is_sign(')'));
            part.stand_besides(labelled || link == Link::And && start > 0 && cursor.tokens[start - 1].is_word("va"));
        } else if let Some(period) = every(cursor).or_else(|| frequency(cursor)) {
            part.every.push(Some(period));
            part.stand_besides(link == Link::And && start > 0 && cursor.tokens[start - 1].is_word("va"));
        } else if part.items.is_empty() && from_event(cursor) || before_event(cursor, &mut limit) {
        } else if !part.items.is_empty() && link != Link::And && celebration(cursor, &part) {
            link = Link::None;
        } else if until_end(cursor) {
            match part.items.is_empty() {
                true => limit.until = true,
                false => link = Link::To { dash: false },
            }
        } else if !part.items.is_empty() && cursor.take_any(UNTIL_DONE) {
            part.items.last_mut()?.onward = true;
        } else if cursor.matches("theo lo trinh").is_some() && matches!(cursor.word(3), Some("tu" | "den" | "giai")) {
            cursor.at += 3;
        } else if part.items.is_empty() && link == Link::None && planned_for(cursor) {
        } else if part.items.is_empty() && at_need(cursor) {
            part.conditional = true;
        } else if cursor.take_any(CONDITIONS) {
            // "Tháng 9/2023 theo kế hoạch của Sở": the time is stated, the plan is its reason.
            let reason = cursor.tokens[start].is_word("theo");
            // "Từ tháng 9/2023 đến khi hoàn thành": open, as long as nobody says when.
            let open = part.items.last().is_some_and(|item| item.limit.from) && matches!(cursor.tokens[start].word(), Some("den" | "cho"));
            part.conditional = part.items.is_empty() || !(reason || open);
            // "Đang chờ", and nobody says for what.
            if matches!(cursor.tokens[start].word(), Some("chờ" | "đợi")) && cursor.word(0).is_none() {
                return None;
            }
            while cursor.peek(0).is_some() && cursor.sign(0) != Some(';') {
                cursor.at += 1;
            }
        } else if !part.items.is_empty() && cursor.take_any(VISIONS) {
            while cursor.peek(0).is_some() && cursor.sign(0) != Some(';') {
                cursor.at += 1;
            }
        } else if !part.items.is_empty() && onward(cursor) {
            part.items.last_mut()?.onward = true;
        } else if let Some(ranged) = cursor.take_hours() {
            // "Từ 7h30 đến 10h30 ngày 15/10": the day is one.
            limit.from &= !ranged;
        } else if part.items.is_empty() && length(cursor) {
            part.lasts = true;
        } else if part.items.is_empty() && (count_of_occasions(cursor) || count_of_listed(cursor))
            || week_of(cursor)
            || label(cursor)
            || ((part.items.is_empty() && link == Link::None || link == Link::Beside) && heading(cursor))
            || solar_day(cursor)
            || part.items.is_empty() && cursor.take_any(THROUGHOUT)
            || link == Link::Beside && purpose(cursor)
            || cursor.take_any(&["it nhat", "toi thieu", "toi da"])
        {
        } else if cursor.count(0)
            && cursor.word(1).is_some_and(|word| OCCASIONS.contains(&word) || matches!(word, "ngay" | "tuan"))
            && cursor.word(2) == Some("trong")
        {
            // "2 lần trong năm học", "2 ngày trong tháng 10": how often and how long say nothing of when.
            cursor.at += 2;
        } else if let Some(times) = cursor.times() {
            let short = cursor.tokens[start].is_word("t");
            for (place, when) in times.into_iter().enumerate() {
                let dated = when.year != Year::Missing;
                let link = if place == 0 { link } else { Link::And };
                // "Cuối tháng 8 đầu tháng 9": the end of one and the beginning of the next.
                let meets = when.edge == Some(Edge::Early) && part.items.last().is_some_and(|item| item.when.edge == Some(Edge::Late));
                let link = if link == Link::None && meets { Link::And } else { link };
                let ranks = (part.items.last().and_then(|item| item.when.rank()), when.rank());
                let beside = matches!(ranks, (Some(0 | 1), Some(2 | 3)) | (Some(2 | 3), Some(0 | 1)));
                let link = if link == Link::None && beside { Link::Of } else { link };
                if link == Link::None && !part.items.is_empty() {
                    return None;
                }
                part.items.push(Item { when, link, limit, onward: false, short, dated });
            }
            (link, limit) = (Link::None, Limit::default());
        } else if cursor.peek(0).is_some_and(|token| token.written == "tối")
            && (cursor.number(1).is_some() || cursor.word(1) == Some("ngay"))
        {
            // "Tối 19/11" is no "tới 19/11".
            cursor.at += 1;
        } else if part.items.is_empty() && cursor.take_any(EXTENDED) {
            // "Gia hạn đến 30/4/2024", and nothing of when it was to end before.
            limit.until = true;
        } else if part.items.is_empty() && link == Link::None && cursor.take_any(MOVED_ON) {
            // "Lùi sang tháng 3/2024": where it was before is not said.
        } else if link_word(cursor, &part, &mut link, &mut limit) || limit_word(cursor, &mut limit) {
        } else if matches!(cursor.sign(0), Some(',' | '+' | '&' | ':'))
            || (cursor.sign(0) == Some('-') && part.items.is_empty() && link == Link::None)
            || (cursor.sign(0) == Some('/') && part.items.is_empty() && !part.every.is_empty())
            // `HKI/HKII`
            || (cursor.sign(0) == Some('/') && cursor.word(1).is_some() && part.items.last().is_some_and(|item| item.when.rank() == Some(2)))
        {
            let beside = matches!(cursor.sign(0), Some(',' | ':' | '/'));
            // "Triển khai: 10/2023 - Hoàn thành: 3/2024": the colon belongs to the word.
            // "Từ: 9/2023 đến: 12/2023"
            let labels =
                cursor.sign(0) == Some(':') && matches!((link, limit.ends), (Link::To { .. }, true) | (Link::To { dash: false }, _));
            link = match part.items.is_empty() || labels {
                true => link,
                false if beside => Link::Beside,
                false => Link::And,
            };
            cursor.at += 1;
        } else if cursor.take("va") || cursor.take("hoac") {
            // "Trước và trong năm học", "trong và sau năm học": more than one side of the same time.
            if limit.before || limit.after || part.items.is_empty() && part.every.is_empty() && cursor.word(0) == Some("sau") {
                return None;
            }
            link = if part.items.is_empty() && part.every.is_empty() { link } else { Link::And };
        } else if matches!(cursor.sign(0), Some('.' | '"' | '*' | '•' | '!' | ')' | '…')) && cursor.sign(0) != Some(')') {
            cursor.at += 1;
        } else if part.items.is_empty() && occasion(cursor) {
        } else if cursor.take_any(FILLERS) {
            // "2 đợt, tháng 11/2023": what the number counts is no month.
            let number = |item: &Item| matches!(item.when.unit, Unit::Number(_));
            if part.items.last().is_some_and(number) && cursor.tokens[start - 1].number().is_some() {
                return None;
            }
            if cursor.tokens[start..cursor.at].iter().any(|token| matches!(token.word(), Some("doan" | "gd" | "nhiem"))) {
                cursor.head = Some(Head::Year);
            }
        } else {
            return if cursor.sign(0) == Some(')') { Some(part) } else { None };
        }
    }
    // A limit or a connector that limits and connects nothing was not understood.
    let dangling =
        limit.from && !limit.ends || limit.before || limit.after || (limit.until && !limit.ends) || matches!(link, Link::To { .. });
    (!dangling).then_some(part)
}

/// "Đột xuất", and behind it the end or another time: "Đột xuất và thường xuyên", "Đột xuất; hằng tháng".
fn at_need(cursor: &mut Cursor<'_>) -> bool {
    let Some(length) = cursor.matches("dot xuat") else { return false };
    let behind = cursor.at + length;
    let Some(next) = cursor.tokens.get(behind) else { return false };
    let joined = [',', ';', '/', '-', '+', '\n'].iter().any(|sign| next.is_sign(*sign)) || next.is_word("va") || next.is_word("hoac");
    cursor.at = if joined { behind + 1 } else { cursor.at };
    joined
}

/// `đến`, `-`: from the time before to the one after.
fn link_word(cursor: &mut Cursor<'_>, part: &Part, link: &mut Link, limit: &mut Limit) -> bool {
    if part.items.is_empty() {
        return false;
    }
    if cursor.sign(0) == Some('-') {
        cursor.at += 1;
        // "Tháng 9/2023 - thường xuyên" says how, not until when.
        // "Tháng 10/2023 - theo kế hoạch của Phòng" gives a reason.
        let rhythm = RECURRING.iter().chain(EVERY).chain(CONDITIONS).any(|words| cursor.matches(words).is_some());
        *link = if rhythm { Link::Beside } else { Link::To { dash: true } };
        return true;
    }
    let lasts = matches!(cursor.word(0), Some("den" | "toi" | "het" | "cho" | "qua"));
    if lasts && (cursor.take_any(UNTIL) || cursor.take("qua")) {
        *link = Link::To { dash: false };
        return true;
    }
    if moved(cursor) {
        *link = Link::To { dash: false };
        return true;
    }
    let open = part.items.last().is_some_and(|item| item.limit.from);
    if open && cursor.take_any(ENDS) {
        cursor.at += usize::from(cursor.sign(0) == Some(':'));
        *link = Link::To { dash: false };
        limit.from = false;
        return true;
    }
    false
}

/// "lùi sang", "đã gia hạn đến".
fn moved(cursor: &mut Cursor<'_>) -> bool {
    let start = cursor.at;
    cursor.take_any(&["da", "xin", "phai", "duoc"]);
    let found = cursor.take_any(MOVED);
    cursor.at = if found { cursor.at } else { start };
    found
}

fn limit_word(cursor: &mut Cursor<'_>, limit: &mut Limit) -> bool {
    if cursor.take_any(AFTER) {
        limit.after = true;
    } else if cursor.take_any(FROM) {
        limit.from = true;
    } else if closing(cursor) {
        // "Kết thúc học kỳ I": by its end.
        (limit.until, limit.ends) = (true, true);
    } else if cursor
        .matches("hoan thanh")
        .or(cursor.matches("hoan tat"))
        .or(cursor.matches("ket thuc"))
        .or(cursor.matches("xong"))
        .or(cursor.matches("ht"))
        .or(cursor.matches("kt"))
        .or(cursor.matches("thoi gian hoan thanh"))
        .or(cursor.matches("thoi gian ket thuc"))
        .is_some()
    {
        cursor.take_any(ENDS);
        limit.ends = true;
    } else if cursor.take_any(UNTIL) {
        limit.until = true;
    } else if cursor.take_any(BEFORE) {
        limit.before = true;
    } else {
        return false;
    }
    true
}

impl Part {
    /// What comes back does so besides the times before it; what is said behind it is its own: "Tháng 9 và thường xuyên trong năm học".
    fn stand_besides(&mut self, besides: bool) {
        if besides {
            self.besides = Some(self.items.len());
        }
    }
}

/// `trở đi`, `và duy trì các năm học tiếp theo`, `đến những năm sau`.
fn onward(cursor: &mut Cursor<'_>) -> bool {
    let start = cursor.at;
    cursor.at += usize::from(cursor.sign(0) == Some(','));
    let mut follows = || {
        if cursor.take_any(ONWARD) {
            return true;
        }
        cursor.take_any(ONWARD_LEADS);
        cursor.take_any(&["cac", "nhung", "trong cac", "trong nhung"]);
        cursor.take_any(ONWARD_UNITS) && cursor.take_any(ONWARD_ENDS)
    };
    let found = follows();
    cursor.at = if found { cursor.at } else { start };
    found
}

/// "Định kỳ 6 tháng": the stretch belongs to the rhythm.
fn span_of_rhythm(cursor: &mut Cursor<'_>) {
    let rhythm = cursor.at > 0 && matches!(cursor.tokens[cursor.at - 1].word(), Some("ky" | "ki"));
    let ends = cursor.peek(2).is_none_or(|next| next.word().is_none() && next.number().is_none());
    if rhythm && cursor.count(0) && matches!(cursor.word(1), Some("thang" | "tuan" | "nam" | "quy")) && ends && cursor.sign(2) != Some('/')
    {
        cursor.at += 2;
    }
}
