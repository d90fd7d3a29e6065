//! The text of a time cell in, its window out: `Tháng 8/2020 đến tháng 5/2021` is 01/8/2020 to 31/5/2021.
//!
//! All of the text must be read: a wrong date is far worse than none.

#[cfg(test)]
mod corpus;
mod cursor;
mod grammar;
mod lexicon;
#[cfg(test)]
mod tests;
mod when;

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use self::cursor::Cursor;
use self::grammar::Piece;
use self::lexicon::SLIPS;
use self::when::Context;
use crate::model::{Calendars, SchoolYear, Window, WindowFlag, WindowKind};
use crate::phrase::token::{Kind, Token, mend_digits, tokens};

/// What the text says of when. `year` is the plan's school year, to which a month without a year belongs.
pub fn parse(text: &str, year: SchoolYear, calendars: &Calendars) -> Window {
    let mended = mend_digits(text, DIGITS, &["t"]);
    let mut tokens = tokens(mended.as_deref().unwrap_or(text));
    let slipped = mend_slips(&mut tokens);
    let tokens = sentences(tokens);
    if let Some(day) = serial(&tokens, year) {
        return Window { kind: WindowKind::Span, start: Some(day), due: Some(day), flags: BTreeSet::from([WindowFlag::Repaired]) };
    }
    let summer = tokens.iter().any(|token| token.is_word("he"));
    let mut cursor = Cursor { tokens: &tokens, at: 0, head: None, context: Context { plan: year, calendars, summer } };
    let mut window = match grammar::pieces(&mut cursor) {
        Some(pieces) if cursor.at == tokens.len() => window(pieces),
        _ => Window::default(),
    };
    if (mended.is_some() || slipped) && window.due.or(window.start).is_some() {
        window.flags.insert(WindowFlag::Repaired);
    }
    window
}

/// What is typed for 0 and 1.
const DIGITS: &[(char, char)] = &[('O', '0'), ('o', '0'), ('О', '0'), ('о', '0'), ('l', '1'), ('L', '1'), ('I', '1')];

/// Takes back what the fingers did: `Thánng 10//2023`. True where something was.
///
/// Only words that no Vietnamese text has and only before a number: "tầng 10" and "hạng 3" stay what they are.
fn mend_slips(tokens: &mut Vec<Token>) -> bool {
    let mut slipped = false;
    for at in 1..tokens.len() {
        let meant = tokens[at - 1].word().and_then(|word| SLIPS.iter().find(|(typed, _)| *typed == word)).map(|(_, meant)| *meant);
        if let Some(meant) = meant
            && tokens[at].number().is_some()
        {
            tokens[at - 1].kind = Kind::Word(meant.to_owned());
            slipped = true;
        }
    }
    let before = tokens.len();
    tokens.dedup_by(|next, token| token.is_sign('/') && next.is_sign('/'));
    slipped || tokens.len() < before
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

/// Line ends and full stops as `;`; lines that only wrap are joined; marks that begin a line are dropped.
fn sentences(tokens: Vec<Token>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut read_to = 0;
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let next = tokens.get(at + 1);
        if at < read_to {
            continue;
        }
        if numbers(&tokens[at..], found.last()) {
            read_to = at + 2;
            continue;
        }
        match token.kind {
            Kind::Sign('-' | '+' | '*' | '•' | '·') if token.first_of_line => {}
            Kind::Sign('\n') => {
                let goes_on =
                    next.is_none_or(|next| (next.word().is_some() && !next.capital) || matches!(next.kind, Kind::Sign(',' | ')' | '(')));
                let wraps = goes_on || found.last().is_none_or(|last| expects_more(last, next.is_some_and(|next| next.number().is_some())));
                if !wraps {
                    found.push(Token { kind: Kind::Sign(';'), ..token.clone() });
                }
            }
            // `Tháng 9;10;11/2023`
            Kind::Sign(';')
                if next.is_some_and(|next| next.number().is_some()) && found.last().is_some_and(|last| last.number().is_some()) =>
            {
                found.push(Token { kind: Kind::Sign(','), ..token.clone() });
            }
            Kind::Sign('.') => {
                let numeric = next.is_some_and(|next| next.number().is_some() && !next.spaced)
                    && found.last().is_some_and(|last| last.number().is_some());
                let shortened = found.last().is_some_and(|last| matches!(last.word(), Some("t" | "th" | "thg" | "tg" | "hk" | "nh" | "q")));
                if numeric {
                    found.push(token.clone());
                } else if !shortened && next.is_some_and(|next| next.word().is_some()) {
                    found.push(Token { kind: Kind::Sign(';'), ..token.clone() });
                }
            }
            _ => found.push(token.clone()),
        }
    }
    while found.last().is_some_and(|last| matches!(last.kind, Kind::Sign(';' | ',' | '…'))) {
        found.pop();
    }
    found
}

/// Whether the tokens begin with the number of an entry in a list: `1. Tháng 9`, `a) Tháng 9`.
fn numbers(tokens: &[Token], before: Option<&Token>) -> bool {
    let [number, sign, next, ..] = tokens else { return false };
    let counts = number.number().is_some_and(|number| number <= 20) || matches!(number.word(), Some("a" | "b" | "c"));
    let begins = number.first_of_line || before.is_some_and(|before| before.is_sign(';'));
    begins && counts && (sign.is_sign(')') || sign.is_sign('.') && next.spaced) && next.word().is_some()
}

/// Whether a line that ends so must go on in the next.
fn expects_more(last: &Token, number_follows: bool) -> bool {
    match last.word() {
        Some("den" | "tu" | "va" | "trong" | "truoc" | "cuoi" | "dau") => true,
        Some("thang" | "ngay" | "nam" | "hoc" | "tuan" | "quy") => number_follows,
        _ => matches!(last.kind, Kind::Sign('-' | ',' | ';' | ':' | '/' | '(')),
    }
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
                if (last.kind, piece.kind) == (WindowKind::Span, WindowKind::Span)
                    && piece.ends
                    && !last.ends
                    && piece.apart
                    && last.due <= piece.due =>
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
