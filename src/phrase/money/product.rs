//! A price and a count in, what they come to out: `200k x 30 cái` is 6.000.000 đồng.
//!
//! Only where one factor is surely money and the others surely counts; all else is left to be asked about.

use super::super::token::Token;
use super::label::{self, Label};
use super::number::{Number, unit_at};
use super::reader::Reader;

/// No school buys more pieces of one thing in a line of its plan.
const MOST_PIECES: i128 = 100_000;

/// What the products of the text come to together, in đồng. `None` where one of its parts is no product, or not one that can only mean one amount.
///
/// `unit` is what a bare number counts.
pub(super) fn amount(tokens: &[Token], unit: i64) -> Option<i128> {
    let parts = tokens.split(|token| token.is_sign('\n') || token.is_sign(';') || token.is_sign('+'));
    let one = |part| product(part, unit).or_else(|| listed(part, unit)).or_else(|| bought(part));
    parts.filter(|part| !part.is_empty()).map(one).sum()
}

/// `5 bộ x 2tr, 2 bảng x 2,5tr, nước uống 200.000đ`: between commas stand products and amounts with the name of what is paid.
fn listed(tokens: &[Token], unit: i64) -> Option<i128> {
    let mut start = 0;
    let mut total = 0;
    let commas = (1..tokens.len()).filter(|at| tokens[at - 1].is_sign(',') && tokens[*at].spaced);
    let ends: Vec<usize> = commas.map(|at| at - 1).chain([tokens.len()]).collect();
    if ends.len() < 2 {
        return None;
    }
    for end in ends {
        let part = &tokens[start..end];
        total += product(part, unit).or_else(|| bought(part))?;
        start = end + 1;
    }
    Some(total)
}

/// `Nước uống 200.000đ`: one amount, and the name of what it is for. Of `NS 1 triệu` nobody knows whether it comes on top.
fn bought(tokens: &[Token]) -> Option<i128> {
    let at = tokens.iter().position(|token| token.number().is_some())?;
    let mut reader = Reader { tokens, at };
    let number = reader.number()?;
    let unit = unit_at(&tokens[reader.at..], false);
    reader.at += unit.map_or(0, |(_, length)| length);
    // "Còn lại 5 triệu", "đã chi 5 triệu", "thành tiền 8 triệu" are no further thing.
    let told_apart = |token: &Token| matches!(token.word(), Some("con" | "da" | "thieu" | "thanh" | "moi" | "hoac" | "du" | "x"));
    let named = label::of(tokens, at) == Label::Thing && !tokens[..at].iter().any(told_apart);
    let sure = unit.map_or(number.grouped && number.digits >= 100_000, |(unit, _)| !number.is_doubtful(unit) && !number.is_in_full(unit));
    let words = |tokens: &[Token]| tokens.iter().all(|token| token.word().is_some() || token.is_sign(':') || token.is_sign('-'));
    (named && sure && words(&tokens[..at]) && reader.at == tokens.len()).then(|| number.times(unit.map_or(1, |(unit, _)| unit)))
}

fn product(tokens: &[Token], unit: i64) -> Option<i128> {
    let tokens = match tokens {
        [first, inner @ .., last] if first.is_sign('(') && last.is_sign(')') => inner,
        _ => tokens,
    };
    // What a bracket at the end says of who pays is no factor.
    let end = tokens.iter().position(|token| token.is_sign('(')).unwrap_or(tokens.len());
    if tokens[end..].iter().any(|token| token.number().is_some()) {
        return None;
    }
    let mut factors: Vec<Factor> = tokens[..end].split(is_times).map(factor).collect::<Option<_>>()?;
    // `12 lớp x 2` below "triệu đồng"
    if unit > 1
        && factors.iter().all(|factor| !matches!(factor, Factor::Price(_)))
        && let Some(bare) = factors.iter_mut().find(|factor| matches!(factor, Factor::Bare(_)))
        && let Factor::Bare(number) = bare
    {
        *bare = Factor::Price(number.times(unit));
    }
    let factors: Vec<Factor> = factors.into_iter().map(Factor::counted).collect::<Option<_>>()?;
    let prices = factors.iter().filter(|factor| matches!(factor, Factor::Price(_))).count();
    if factors.len() < 2 || prices != 1 {
        return None;
    }
    // `50.000đ/em/tháng x 9 tháng`: for how many of them, it does not say.
    let by = |tokens: &[Token]| tokens.iter().filter(|token| token.is_sign('/')).count();
    if by(&tokens[..end]) > factors.len() - prices {
        return None;
    }
    let product = factors.iter().try_fold(1_i128, |product, factor| match factor {
        Factor::Price(value) | Factor::Count(value) => product.checked_mul(*value),
        Factor::Bare(_) => None,
    });
    product.filter(|product| *product < i128::from(i64::MAX))
}

enum Factor {
    /// In đồng.
    Price(i128),
    Count(i128),
    /// With no word that says what it counts.
    Bare(Number),
}

impl Factor {
    /// A number that is no price counts something.
    fn counted(self) -> Option<Self> {
        match self {
            Factor::Bare(number) => count(number),
            known => Some(known),
        }
    }
}

fn count(number: Number) -> Option<Factor> {
    let counts = number.decimals == 0 && !number.grouped && !number.like_year && (1..=MOST_PIECES).contains(&number.digits);
    counts.then_some(Factor::Count(number.digits))
}

pub(super) fn is_times(token: &Token) -> bool {
    token.is_sign('×') || token.is_sign('*') || token.is_word("x")
}

/// The one number between two signs of multiplying, with the words about it: `5 triệu/tháng`, `30 cái`.
fn factor(tokens: &[Token]) -> Option<Factor> {
    let at = tokens.iter().position(|token| token.number().is_some())?;
    let known = |token: &Token| token.word().is_some() || [':', '/', '.', '-', '₫'].iter().any(|sign| token.is_sign(*sign));
    if !tokens[..at].iter().all(known) {
        return None;
    }
    let mut reader = Reader { tokens, at };
    let mut number = reader.number()?;
    // `5-7 triệu`: the upper end.
    let ranged = reader.sign(0, '-') && reader.peek(1).is_some_and(|next| next.number().is_some());
    if ranged {
        reader.at += 1;
        let low = std::mem::replace(&mut number, reader.number()?);
        let rises = low.ambiguous.is_none() && low.times(1_000) < number.times(1_000);
        if !rises || unit_at(&tokens[reader.at..], false).is_none() {
            return None;
        }
    }
    let rest = &tokens[reader.at..];
    let unit = unit_at(rest, false);
    reader.at += unit.map_or(0, |(_, length)| length);
    // `1tr5`
    let smaller = unit.map_or(0, |(unit, _)| reader.smaller_parts(unit));
    let behind = &tokens[reader.at..];
    // `2tr/1 lớp`
    let one = |at: usize| behind[at].number() == Some(1) && at > 0 && behind[at - 1].is_sign('/');
    if !(0..behind.len()).all(|at| known(&behind[at]) || one(at)) {
        return None;
    }
    match unit {
        Some((unit, _)) if !number.is_doubtful(unit) && !number.is_in_full(unit) => Some(Factor::Price(number.times(unit) + smaller)),
        Some(_) => None,
        // `200.000 x 30`, but not `1.500 quyển x 2`
        None if number.grouped && number.decimals == 0 && number.digits >= 1_000 && behind.first().is_none_or(|next| next.is_sign('/')) => {
            Some(Factor::Price(number.digits))
        }
        None if tokens.len() == reader.at && at == 0 && number.ambiguous.is_none() => Some(Factor::Bare(number)),
        None => count(number),
    }
}
