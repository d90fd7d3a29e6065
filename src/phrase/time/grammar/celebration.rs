//! Words behind a month that name what it celebrates in, skipped out: `chào mừng 20/11` of `Tháng 11/2023 (chào mừng 20/11)`. The work has the month.

use super::{Item, Part};
use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::lexicon::TIME_WORDS;
use crate::phrase::time::when::Unit;
use crate::phrase::token::Token;

const LEADS: &[&str] = &["chao mung", "ky niem", "le ky niem", "nhan dip", "nhan ngay", "nhan ky niem", "huong ung", "mung"];

/// Say what a day is called, where words follow: `ngày Sách và Văn hóa đọc 21/4`. "Ngày 21/4" is the day itself.
const NAMED: &[&str] = &["ngay hoi", "ngay le", "ngay", "le", "tuan le"];

/// Say that what follows is a time of the work all the same. Folded.
const OF_WORK: &[&str] =
    &["hoan", "xong", "bat", "lui", "chuyen", "keo", "gia", "khi", "neu", "theo", "hang", "moi", "nop", "cuoi", "dau", "giua"];

/// Takes the celebration behind a month or a day of it, up to the end of what is said; its days lie in that month.
pub(super) fn celebration(cursor: &mut Cursor<'_>, part: &Part) -> bool {
    let sign = usize::from(matches!(cursor.sign(0), Some('-' | ',' | ':')));
    let rest = &cursor.tokens[(cursor.at + sign).min(cursor.tokens.len())..];
    let length = rest.iter().position(|token| token.is_sign(';') || token.is_sign(')')).unwrap_or(rest.len());
    let found = celebrates(&rest[..length], &part.items);
    cursor.at += if found { sign + length } else { 0 };
    found
}

/// Whether all of the tokens name what the month of one of the items celebrates.
pub(super) fn celebrates(tokens: &[Token], items: &[Item]) -> bool {
    let stands = |phrase: &&str| phrase.split(' ').enumerate().all(|(at, word)| tokens.get(at).is_some_and(|token| token.is_word(word)));
    let lead = LEADS.iter().find(|phrase| stands(phrase)).map(|phrase| phrase.split(' ').count());
    let named = || {
        let phrase = NAMED.iter().find(|phrase| stands(phrase))?;
        let length = phrase.split(' ').count();
        tokens.get(length)?.word().filter(|word| !TIME_WORDS.contains(word) && !OF_WORK.contains(word)).map(|_| length)
    };
    let Some(mut at) = lead.or_else(named) else { return false };
    if at == tokens.len() {
        return false;
    }
    while let Some(token) = tokens.get(at) {
        let next = tokens.get(at + 1);
        let follows = |word: &str| next.is_some_and(|next| next.is_word(word));
        at += match token.word() {
            Some("ngay" | "nam") => 1,
            Some("ky") if follows("niem") => 2,
            Some(word) if TIME_WORDS.contains(&word) || OF_WORK.contains(&word) => return false,
            Some(_) => 1,
            None if token.number().is_some() => match day_of(&tokens[at..], items) {
                Some(length) => length,
                // "Kỷ niệm 41 năm", "năm 2023"
                None if follows("nam") || at > 0 && tokens[at - 1].is_word("nam") => 1,
                None => return false,
            },
            None if [',', '-', '"', '&'].iter().any(|sign| token.is_sign(*sign)) => 1,
            None => return false,
        };
    }
    true
}

/// How many tokens the day is that the tokens begin with, where it lies in the month of one of the items.
fn day_of(tokens: &[Token], items: &[Item]) -> Option<usize> {
    let [day, sign, month, rest @ ..] = tokens else { return None };
    let joined = |sign: &Token| ['/', '-', '.'].iter().any(|joins| sign.is_sign(*joins));
    let month = month.number().filter(|_| joined(sign) && day.number().is_some_and(|day| day <= 31))?;
    let within = items.iter().any(|item| match item.when.unit {
        Unit::Month(of) | Unit::Day { month: Some(of), .. } => u64::from(of) == month,
        _ => false,
    });
    let dated = matches!(rest, [sign, year, ..] if joined(sign) && matches!(year.digits(), 2 | 4));
    within.then_some(if dated { 5 } else { 3 })
}
