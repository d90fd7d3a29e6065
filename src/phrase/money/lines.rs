//! Tokens of a cell in, the same without what its layout put there out: line ends that only wrap a sum (`15` and below it `triệu`), brackets about all of it.

use super::super::token::Token;
use super::number::unit_at;

/// The tokens without mere wraps; the phrases are those that say who pays.
pub(super) fn unwrapped(tokens: Vec<Token>, phrases: &[&[&str]]) -> Vec<Token> {
    if !tokens.iter().any(|token| token.is_sign('\n')) {
        return tokens;
    }
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut wrapped = false;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_sign('\n') && wraps(&found, &tokens[at + 1..], phrases) {
            wrapped = true;
            continue;
        }
        let first_of_line = token.first_of_line && !std::mem::take(&mut wrapped);
        found.push(Token { first_of_line, ..token.clone() });
    }
    found
}

/// Takes away brackets and quotation marks about the whole: `(5 cái x 2 triệu = 10 triệu)`.
pub(super) fn open(tokens: &mut Vec<Token>) {
    const MOST: usize = 3;
    for _ in 0..MOST {
        let [first, inner @ .., last] = &tokens[..] else { return };
        let bracket = first.is_sign('(') && last.is_sign(')') && is_balanced(inner);
        let quoted = first.is_sign('"') && last.is_sign('"') && !inner.iter().any(|token| token.is_sign('"'));
        if inner.is_empty() || !(bracket || quoted) {
            return;
        }
        tokens.pop();
        tokens.remove(0);
        tokens[0].first_of_line = true;
    }
}

fn is_balanced(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    for token in tokens {
        if token.is_sign('(') {
            depth += 1;
        } else if token.is_sign(')') {
            let Some(outer) = depth.checked_sub(1) else { return false };
            depth = outer;
        }
    }
    depth == 0
}

fn wraps(before: &[Token], after: &[Token], phrases: &[&[&str]]) -> bool {
    let (Some(last), Some(next)) = (before.last(), after.first()) else { return false };
    // `15 000` and below it `000`: no amount begins so.
    let thousands = last.number().is_some() && next.digits() == 3 && next.written.starts_with('0');
    // `5.000.` and below it `250đ`; but `1.` may number what stands below it.
    let grouped = matches!(before, [.., number, mark] if number.number().is_some() && (mark.is_sign('.') || mark.is_sign(','))
        && next.digits() == 3 && (next.written.starts_with('0') || !number.first_of_line));
    let unit = last.number().is_some() && unit_at(after, false).is_some();
    let ranged = (last.is_sign('-') && !last.first_of_line || last.is_word("den") || last.is_word("tu")) && next.number().is_some();
    let reckoned = [last, next].iter().any(|token| token.is_sign('=') || token.is_sign('×') || token.is_word("x"))
        || last.is_sign('*') && !last.first_of_line;
    thousands || grouped || unit || ranged || reckoned || parts_phrase(before, after, phrases)
}

/// Whether a phrase begins in one line and ends in the next.
fn parts_phrase(before: &[Token], after: &[Token], phrases: &[&[&str]]) -> bool {
    phrases.iter().flat_map(|phrases| phrases.iter()).any(|phrase| {
        let words: Vec<&str> = phrase.split(' ').collect();
        (1..words.len()).any(|split| {
            let (first, second) = words.split_at(split);
            before.len() >= first.len()
                && before[before.len() - first.len()..].iter().zip(first).all(|(token, word)| token.is_word(word))
                && after.len() >= second.len()
                && after.iter().zip(second).all(|(token, word)| token.is_word(word))
        })
    })
}
