//! An amount among others in, what its words call it out: `Tổng`, who pays, or what is bought.

use super::super::token::Token;
use super::reader::Reader;
use super::sources;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// Nothing, or words that say no more than that it is money.
    None,
    /// "Tổng", "cộng".
    Total,
    Payer,
    /// `Giải nhất 500k`, `10tr bàn`.
    Thing,
}

/// What the words about the number at the place, up to the next comma or line end on both sides, call it.
pub(super) fn of(tokens: &[Token], at: usize) -> Label {
    let parts = |token: &Token| {
        [',', ';', '\n', '+', '(', ')', '='].iter().any(|sign| token.is_sign(*sign)) || token.is_word("va") || token.is_word("cong")
    };
    let start = tokens[..at].iter().rposition(parts).map_or(0, |sign| sign + 1);
    let end = tokens[at..].iter().position(parts).map_or(tokens.len(), |length| at + length);
    let summed = start.checked_sub(1).is_some_and(|before| tokens[before].is_word("cong"));
    let own = &tokens[start..end];
    if summed || own.iter().any(|token| token.is_word("tong")) {
        return Label::Total;
    }
    if !sources(own).is_empty() {
        return Label::Payer;
    }
    // `2023: 20tr`, `3) 5tr`: its year or its number is a name.
    let year = own.len() > 2 && own[0].digits() == 4 && own[1].is_sign(':');
    let entry = start > 1
        && tokens[start - 1].is_sign(')')
        && tokens[start - 2].number().is_some()
        && (start < 3 || !tokens[start - 3].is_sign('('));
    if year || entry {
        return Label::Thing;
    }
    let mut reader = Reader { tokens: own, at: 0 };
    while let Some(token) = own.get(reader.at) {
        let unit = super::number::unit_at(&own[reader.at..], false).map(|(_, length)| length);
        match token.word() {
            Some("so" | "chan" | "ruoi") | None => reader.at += unit.unwrap_or(1),
            Some(_) => match unit.or_else(|| reader.is_filler()) {
                Some(length) => reader.at += length,
                None => return Label::Thing,
            },
        }
    }
    Label::None
}
