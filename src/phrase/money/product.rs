//! A price and a count in, what they come to out: `200k x 30 cái` is 6.000.000 đồng.
//!
//! Only where one factor is surely money and the others surely counts; all else is left to be asked about.

use super::super::token::Token;
use super::number::unit_at;
use super::reader::Reader;

/// No school buys more pieces of one thing in a line of its plan.
const MOST_PIECES: i128 = 100_000;

/// What the products of the text come to together, in đồng. `None` where one of its parts is no product, or not one that can only mean one amount.
pub(super) fn amount(tokens: &[Token]) -> Option<i128> {
    let parts = tokens.split(|token| token.is_sign('\n') || token.is_sign(';') || token.is_sign('+'));
    parts.filter(|part| !part.is_empty()).map(|part| product(part).or_else(|| listed(part))).sum()
}

/// `5 bộ x 2tr, 2 bảng x 2,5tr`: between commas every one is a product.
fn listed(tokens: &[Token]) -> Option<i128> {
    let mut start = 0;
    let mut total = 0;
    let commas = (1..tokens.len()).filter(|at| tokens[at - 1].is_sign(',') && tokens[*at].spaced);
    let ends: Vec<usize> = commas.map(|at| at - 1).chain([tokens.len()]).collect();
    if ends.len() < 2 {
        return None;
    }
    for end in ends {
        total += product(&tokens[start..end])?;
        start = end + 1;
    }
    Some(total)
}

fn product(tokens: &[Token]) -> Option<i128> {
    let tokens = match tokens {
        [first, inner @ .., last] if first.is_sign('(') && last.is_sign(')') => inner,
        _ => tokens,
    };
    // What a bracket at the end says of who pays is no factor.
    let end = tokens.iter().position(|token| token.is_sign('(')).unwrap_or(tokens.len());
    if tokens[end..].iter().any(|token| token.number().is_some()) {
        return None;
    }
    let factors: Vec<Factor> = tokens[..end].split(is_times).map(factor).collect::<Option<_>>()?;
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
    });
    product.filter(|product| *product < i128::from(i64::MAX))
}

enum Factor {
    /// In đồng.
    Price(i128),
    Count(i128),
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
    let number = reader.number()?;
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
    let doubtful = |unit: i64| match number.ambiguous {
        Some('.') => unit >= 1_000_000_000,
        Some(_) => unit >= 1_000_000,
        None => false,
    };
    match unit {
        Some((unit, _)) if !doubtful(unit) => Some(Factor::Price(number.times(unit) + smaller)),
        Some(_) => None,
        // `200.000 x 30`, but not `1.500 quyển x 2`
        None if number.grouped && number.decimals == 0 && number.digits >= 1_000 && behind.first().is_none_or(|next| next.is_sign('/')) => {
            Some(Factor::Price(number.digits))
        }
        None => (number.decimals == 0 && !number.grouped && !number.like_year && (1..=MOST_PIECES).contains(&number.digits))
            .then_some(Factor::Count(number.digits)),
    }
}
