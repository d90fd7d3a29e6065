//! A day that several months share in, that day of each out: `Ngày 10 các tháng 10, 12` as `10/10, 10/12`; and how often a work is done that stands
//! before: `Họp tổ 2 lần/tháng`.

use super::lexicon::TIME_WORDS;
use crate::phrase::token::{Kind, Token};

/// `None` where no day stands before "các tháng".
pub(super) fn days_apart(tokens: &[Token]) -> Option<Vec<Token>> {
    let word = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is_word(word));
    let month = |at: usize| tokens.get(at).filter(|token| token.number().is_some_and(|month| (1..=12).contains(&month)));
    let (from, day) = (0..tokens.len()).find_map(|at| {
        let day = tokens.get(at + 1).filter(|day| word(at, "ngay") && day.number().is_some_and(|day| (1..=31).contains(&day)))?;
        let led = usize::from(word(at + 2, "cua") || word(at + 2, "trong"));
        (word(at + 2 + led, "cac") && word(at + 3 + led, "thang")).then_some((at, (day, at + 4 + led)))
    })?;
    let (day, mut at) = day;
    let mut found = tokens[..from].to_vec();
    let sign =
        |sign: char| Token { kind: Kind::Sign(sign), written: sign.to_string(), spaced: false, capital: false, first_of_line: false };
    let mut count = 0;
    while let Some(own) = month(at) {
        if count > 0 {
            found.push(sign(','));
        }
        found.extend([day.clone(), sign('/'), Token { spaced: false, ..own.clone() }]);
        (count, at) = (count + 1, at + 1);
        let joined = tokens.get(at).is_some_and(|next| next.is_sign(',') || next.is_word("va"));
        if !joined || month(at + 1).is_none() {
            break;
        }
        at += 1;
    }
    found.extend_from_slice(&tokens[at..]);
    (count > 1).then_some(found)
}

/// The tokens from the number on, where before it stand some words that name no time.
pub(super) fn behind_work(tokens: &[Token]) -> Option<&[Token]> {
    const MOST_WORDS: usize = 5;
    const OTHERS: &[&str] = &["hang", "moi", "khong", "ko", "chua"];
    let words = tokens.iter().take_while(|token| token.word().is_some()).count();
    let plain = tokens[..words].iter().filter_map(Token::word).all(|word| !TIME_WORDS.contains(&word) && !OTHERS.contains(&word));
    let last = tokens.get(words.checked_sub(1)?)?.word()?;
    // "Lớp 2 lần/tháng" may name the class; "họp tổ 2 lần" does not.
    let named = matches!(last, "lop" | "khoi" | "lan" | "dot" | "thu");
    let counted = tokens.get(words).is_some_and(|token| token.number().is_some());
    (plain && !named && counted && words <= MOST_WORDS).then(|| &tokens[words..])
}
