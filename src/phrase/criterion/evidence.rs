//! The text of an evidence cell in, its code and the criterion in the code out: `[H1-1.10-01]`.

use super::super::token::{Kind, Token, tokens};
use super::{CriterionPhrase, numbered};

/// Whether an `H` before a figure, or `MC`, stands anywhere.
fn may_hold_evidence(text: &str) -> bool {
    let pairs = text.as_bytes().windows(2);
    pairs.into_iter().any(|pair| matches!(pair, [b'H' | b'h', b'0'..=b'9' | b' '] | [b'M' | b'm', b'C' | b'c']))
}

/// The evidence code in the text, without its brackets, and the criterion in it: `[H1-1.10-01]`, `(MC.1.4.01)`.
pub fn evidence_code(text: &str) -> Option<(String, CriterionPhrase)> {
    if !may_hold_evidence(text) {
        return None;
    }
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| code_at(&tokens, at)).map(|(_, code, phrase)| (code, phrase))
}

/// The tokens without the evidence codes among them.
pub(super) fn without_codes(tokens: &[Token]) -> Vec<Token> {
    let mut rest = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match code_at(tokens, at) {
            Some((end, ..)) => at = end,
            None => {
                rest.push(token.clone());
                at += 1;
            }
        }
    }
    rest
}

/// The code that begins at the place, and where it ends.
fn code_at(tokens: &[Token], at: usize) -> Option<(usize, String, CriterionPhrase)> {
    let (first, form) = match tokens[at].word()? {
        "h" => (at + 1, Form::Box),
        // `MC: 1.1.01`
        "mc" => (at + 1 + usize::from(tokens.get(at + 1).is_some_and(|sign| sign.is_sign(':'))), Form::Plain),
        _ => return None,
    };
    let fresh = at == 0 || tokens[at].spaced || !matches!(tokens[at - 1].kind, Kind::Word(_) | Kind::Number(_));
    let mut numbers = Vec::new();
    let mut next = first;
    let mut code = tokens[at].written.to_uppercase();
    loop {
        let sign = tokens.get(next).filter(|token| ['.', '-'].iter().any(|sign| token.is_sign(*sign)));
        let begins = numbers.is_empty();
        let place = next + usize::from(sign.is_some());
        let Some(number) = tokens.get(place).filter(|token| token.digits() > 0 && token.digits() <= 3) else { break };
        if sign.is_none() && !begins {
            break;
        }
        code.push_str(sign.map_or("", |sign| sign.written.as_str()).replace(['–', '—'], "-").as_str());
        code.push_str(&number.written);
        numbers.push(number.number()?);
        next = place + 1;
    }
    let (standard, number) = match (form, &numbers[..]) {
        (Form::Box, [_, standard, number, _]) | (Form::Plain, [standard, number, _]) => (*standard, *number),
        _ => return None,
    };
    fresh.then(|| Some((next, code, numbered(standard, number)?)))?
}

#[derive(Clone, Copy)]
enum Form {
    /// `H1-1.10-01`: the box, the criterion, the piece.
    Box,
    /// `MC.1.4.01`: the criterion, the piece.
    Plain,
}
