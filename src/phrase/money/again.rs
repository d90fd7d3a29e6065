//! An amount and what is said of it again in, whether the two contradict each other out: `60 triệu (5 máy x 12 triệu)`.

use super::super::token::Token;
use super::number::{Number, unit_at};
use super::reader::Reader;
use super::sum::Sum;
use super::{product, words};

/// What is worked out by hand is rounded at times.
pub(super) fn differs(worked_out: i128, stated: i128) -> bool {
    (worked_out - stated).abs() * 100 > worked_out
}

/// `7-5 triệu`: no range falls. `500 - 1 triệu` does not: its first end is in thousands.
pub(super) fn falls(low: &Sum, high: &Sum, number: Number, unit: i64) -> bool {
    if low.has_unit {
        return low.value > high.value;
    }
    let count = low.value / i128::from(unit);
    count < 100 && count > number.times(1)
}

/// How long the bracket is that multiplies, and what it comes to where that is sure.
pub(super) fn working(tokens: &[Token]) -> Option<(usize, Option<i128>)> {
    let end = tokens.iter().position(|token| token.is_sign(')'))?;
    let inside = &tokens[1..end];
    let multiplies = inside.windows(2).any(|pair| product::is_times(&pair[0]) && pair[1].number().is_some());
    multiplies.then(|| (end + 1, product::amount(inside, 1)))
}

/// Whether a bracket counts pieces, and says nothing else: `(24 cái)`.
pub(super) fn counts(tokens: &[Token]) -> bool {
    let Some(end) = tokens.iter().position(|token| token.is_sign(')')) else { return false };
    let count = tokens[0].number().is_some_and(|count| count > 1) && tokens[0].digits() <= 3;
    count && end > 1 && tokens[1..end].iter().all(|token| token.word().is_some()) && unit_at(&tokens[1..end], false).is_none()
}

/// What a bracket behind an amount says again, and nothing else: `(Năm triệu đồng)`, `(5 triệu)`.
pub(super) fn said_again(tokens: &[Token]) -> Option<i128> {
    let inside = &tokens[..tokens.iter().position(|token| token.is_sign(')'))?];
    if let Some(amount) = words::amount(inside) {
        return Some(i128::from(amount));
    }
    let mut reader = Reader { tokens: inside, at: 0 };
    let number = reader.peek(0)?.number().and_then(|_| reader.number())?;
    let (unit, length) = unit_at(&inside[reader.at..], false)?;
    (number.ambiguous.is_none() && reader.at + length == inside.len()).then(|| number.times(unit))
}
