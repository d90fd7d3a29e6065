//! The text of a time cell in, its window out: `Tháng 8/2020 đến tháng 5/2021` is 01/8/2020 to 31/5/2021.
//!
//! All of the text must be read: a wrong date is far worse than none.

#[cfg(test)]
mod corpus;
mod cursor;
mod each_month;
mod grammar;
mod headed;
mod lexicon;
mod lines;
mod moon;
mod slips;
#[cfg(test)]
mod tests;
mod when;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use self::cursor::Cursor;
use self::grammar::Piece;
use self::lines::{Lines, sentences, unwrapped};
use self::slips::{bare, count_months, join_letters, mend_signs, name_school_years};
use self::when::Context;
use crate::model::{Calendars, SchoolYear, Window, WindowFlag, WindowKind};
use crate::phrase::heard::Lexicon;
use crate::phrase::telex;
use crate::phrase::token::{DIGITS, Token, mend_digits, tokens};
use crate::text::clean;
use crate::text::memory::{Memory, MemoryUnder};

/// What the text says of when. `year` is the plan's school year, to which a month without a year belongs.
///
/// What cannot be read as it stands is tried with other line ends taken for wraps, and with what the fingers did taken back.
pub fn parse(text: &str, year: SchoolYear, calendars: &Calendars) -> Window {
    thread_local! {
        static READ: MemoryUnder<(SchoolYear, Calendars), Window> = MemoryUnder::default();
    }
    let is = |(known, of): &(SchoolYear, Calendars)| *known == year && of == calendars;
    READ.with(|known| known.recall(text, is, || (year, calendars.clone()), |text| read_anew(text, year, calendars)))
}

/// Whether a text is a time by itself; which year does not matter here.
pub fn is_time(text: &str) -> bool {
    thread_local! {
        static READ: Memory<bool> = Memory::default();
    }
    let reads = |text: &str| {
        // Not by `parse`: it remembers the readings of one school year.
        SchoolYear::new(2023).is_some_and(|year| read_anew(text, year, &Calendars::default()).kind != WindowKind::Unknown)
    };
    READ.with(|known| known.recall(text, reads))
}

fn read_anew(text: &str, year: SchoolYear, calendars: &Calendars) -> Window {
    let text = &clean(text);
    let found = read(text, year, calendars);
    if found.kind != WindowKind::Unknown || text.len() > LONGEST_MENDED || !text.contains(char::is_alphanumeric) {
        return found;
    }
    // "10/20" and below it "23": a line that ends within a number.
    if let Some(joined) = slips::joined(text) {
        let found = flagged(read(&joined, year, calendars));
        if found.kind != WindowKind::Unknown {
            return found;
        }
    }
    let plain = telex::taken_back(text).map(|plain| flagged(read(&plain, year, calendars)));
    plain.filter(|window| window.kind != WindowKind::Unknown).unwrap_or(found)
}

/// No time is longer; what is takes long to try in every way.
const LONGEST_MENDED: usize = 240;

/// The text as it stands, else with some of its line ends as wraps.
fn read(text: &str, year: SchoolYear, calendars: &Calendars) -> Window {
    let found = read_lines(text, Lines::AsTheyLook, year, calendars);
    if found.kind != WindowKind::Unknown || text.len() > LONGEST_MENDED {
        return found;
    }
    for texts in unwrapped(text) {
        let mut windows = texts.iter().map(|text| read_lines(text, Lines::Apart, year, calendars));
        let mut known = windows.by_ref().filter(|window| window.kind != WindowKind::Unknown);
        if let Some(first) = known.next() {
            return if known.all(|window| window == first) { first } else { Window::default() };
        }
    }
    found
}

fn read_lines(text: &str, lines: Lines, year: SchoolYear, calendars: &Calendars) -> Window {
    let mended = mend_digits(text, DIGITS, &["t"]);
    let mut tokens = MARKED.hear_tokens(tokens(mended.as_deref().unwrap_or(text)).to_vec());
    let doubled = mend_signs(&mut tokens);
    join_letters(&mut tokens);
    name_school_years(&mut tokens);
    bare(&mut tokens);
    count_months(&mut tokens);
    let tokens = headed::years_behind(&tokens).unwrap_or(tokens);
    let tokens = each_month::days_apart(&tokens).unwrap_or(tokens);
    let mut window = read_tokens(tokens.clone(), lines, year, calendars);
    if window.kind == WindowKind::Unknown
        && let Some(apart) = slips::parted(&tokens)
    {
        window = read_tokens(apart, lines, year, calendars);
    }
    if window.kind == WindowKind::Unknown
        && let Some(tokens) = slips::mended(&tokens)
    {
        return flagged(read_tokens(tokens, lines, year, calendars));
    }
    if window.kind == WindowKind::Unknown
        && let Some(behind) = each_month::behind_work(&tokens)
    {
        // "Họp tổ 2 lần/tháng": how often, and never when.
        let often = read_tokens(behind.to_vec(), lines, year, calendars);
        window = if often.kind == WindowKind::Recurring { often } else { window };
    }
    if mended.is_some() || doubled { flagged(window) } else { window }
}

/// Words that others look like without their marks: "hệ", "mới", "hạng", "quỹ"; and "chờ", which is no "cho".
static MARKED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new("hè mỗi hằng hàng quý quí", "chờ đợi", "", &[]));

/// What was mended is not surely so.
fn flagged(mut window: Window) -> Window {
    if window.due.or(window.start).is_some() {
        window.flags.insert(WindowFlag::Repaired);
    }
    window
}

fn read_tokens(tokens: Vec<Token>, lines: Lines, year: SchoolYear, calendars: &Calendars) -> Window {
    let tokens = sentences(tokens, lines);
    if let Some(day) = serial(&tokens, year) {
        return Window { kind: WindowKind::Span, start: Some(day), due: Some(day), flags: BTreeSet::from([WindowFlag::Repaired]) };
    }
    let summer = tokens.iter().any(|token| token.is_word("he"));
    let mut cursor = Cursor { tokens: &tokens, at: 0, head: None, context: Context { plan: year, calendars, summer } };
    match grammar::pieces(&mut cursor) {
        Some(pieces) if cursor.at == tokens.len() => window(pieces),
        _ => Window::default(),
    }
}

/// A date that lost its format is a count of days: `45184` is 15/9/2023. Only a day of the plan's own year is surely one.
fn serial(tokens: &[Token], year: SchoolYear) -> Option<Date> {
    let [only] = tokens else { return None };
    let count = i64::try_from(only.number().filter(|_| only.digits() == 5)?).ok()?;
    let day = date(1899, 12, 30).checked_add(count.days()).ok()?;
    let opens = Date::new(year.first(), 8, 1).ok()?;
    let closes = Date::new(year.second(), 8, 31).ok()?;
    (opens..=closes).contains(&day).then_some(day)
}

/// The pieces as one window: earliest start, latest due; none of them if one has none.
fn window(pieces: Vec<Piece>) -> Window {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match joined.last_mut() {
            // "Bắt đầu: 9/2023; hoàn thành: 12/2023" is one time in two sentences.
            Some(last) if last.kind == WindowKind::Open && piece.ends && piece.kind == WindowKind::Span => {
                if piece.due < last.start {
                    return Window::default();
                }
                last.kind = WindowKind::Span;
                last.due = piece.due;
                last.flags.extend(piece.flags);
            }
            // "Thực hiện: tháng 9/2023. Hoàn thành: tháng 12/2023"
            Some(last)
                if (last.kind, piece.kind) == (WindowKind::Span, WindowKind::Span) && piece.ends && !last.ends && last.due <= piece.due =>
            {
                last.due = piece.due;
                last.flags.extend(piece.flags);
            }
            Some(last) if !piece.apart && follows(last, &piece) => {
                last.due = last.due.max(piece.due);
                last.flags.extend(piece.flags);
            }
            Some(last) if *last == piece => {}
            Some(last) if last.kind == WindowKind::Recurring && piece.kind == WindowKind::Recurring => {}
            _ => joined.push(piece),
        }
    }
    let Some(kind) = [WindowKind::Conditional, WindowKind::Recurring, WindowKind::Open, WindowKind::Span]
        .into_iter()
        .find(|kind| joined.iter().any(|piece| piece.kind == *kind))
    else {
        return Window::default();
    };
    let due = if kind == WindowKind::Span { joined.iter().filter_map(|piece| piece.due).max() } else { None };
    let mut flags = joined.iter().flat_map(|piece| piece.flags.iter().copied()).collect::<BTreeSet<WindowFlag>>();
    if joined.len() > 1 {
        flags.insert(WindowFlag::Multiple);
    }
    Window { kind, start: joined.iter().filter_map(|piece| piece.start).min(), due, flags }
}

/// Whether the second span begins where the first ends, or is the same: "HKI và HKII" is one time, not two.
fn follows(first: &Piece, second: &Piece) -> bool {
    let spans = first.kind == WindowKind::Span && second.kind == WindowKind::Span;
    let same = first.start == second.start && first.due == second.due;
    let next_day = first.due.and_then(|due| due.checked_add(1.day()).ok());
    spans && (same || (next_day.is_some() && next_day == second.start))
}
