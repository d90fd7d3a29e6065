//! Text in, tokens out: numbers, words without their diacritics, and signs. What every grammar reads.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::text::memory::Memory;
use crate::text::{cleaned, lower, plain_letter};

/// One piece of a phrase: `Tháng` `9` `/` `2023`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    /// As it is written, in lower case.
    pub written: String,
    /// Whether a space or the edge of the text stands before it.
    pub spaced: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a line begins with it.
    pub first_of_line: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits that stand together; more than [`MOST_DIGITS`] make a word of it.
    Number(u64),
    /// Letters that stand together, without diacritics: `thang`.
    Word(String),
    /// Anything else but space; all dashes are `-`, all slashes `/`.
    Sign(char),
}

/// A number of more digits is no count of anything.
pub(super) const MOST_DIGITS: usize = 18;

impl Token {
    pub fn number(&self) -> Option<u64> {
        if let Kind::Number(value) = self.kind { Some(value) } else { None }
    }

    pub fn word(&self) -> Option<&str> {
        if let Kind::Word(word) = &self.kind { Some(word) } else { None }
    }

    pub fn is_word(&self, word: &str) -> bool {
        self.word() == Some(word)
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// How many digits a number is written with.
    pub fn digits(&self) -> usize {
        if self.number().is_some() { self.written.len() } else { 0 }
    }
}

/// The tokens of a text, cleaned. Line ends are signs.
pub(super) fn tokens(text: &str) -> Arc<[Token]> {
    thread_local! {
        static READ: Memory<Arc<[Token]>> = Memory::of_long_readings();
    }
    READ.with(|known| known.recall(text, |text| read(text).into()))
}

fn read(text: &str) -> Vec<Token> {
    let text = cleaned(text);
    let mut found: Vec<Token> = Vec::new();
    let mut spaced = true;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut written = String::from(letter);
        let kind = if letter.is_ascii_digit() {
            while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                written.push(digit);
            }
            match written.parse() {
                Ok(value) if written.len() <= MOST_DIGITS => Kind::Number(value),
                _ => Kind::Word(written.clone()),
            }
        } else if letter.is_alphabetic() {
            while let Some(next) = letters.next_if(|next| next.is_alphabetic() || is_combining_mark(*next)) {
                written.push(next);
            }
            Kind::Word(bare(&written))
        } else if letter == ' ' {
            spaced = true;
            continue;
        } else {
            let arrow = matches!(letter, '-' | '=') && letters.next_if_eq(&'>').is_some();
            Kind::Sign(match letter {
                _ if arrow => '-',
                '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' | '~' | '→' | '➔' | '⇒' | '÷' => '-',
                '⁄' | '∕' | '\\' => '/',
                '“' | '”' | '‘' | '’' | '\'' => '"',
                '；' => ';',
                '․' | '。' => '.',
                '…' => '…',
                '[' | '{' => '(',
                ']' | '}' => ')',
                letter => letter,
            })
        };
        let first_of_line = found.last().is_none_or(|last| last.is_sign('\n'));
        spaced |= first_of_line || kind == Kind::Sign('\n');
        // Figures and signs have no capitals.
        let written = if letter.is_alphabetic() { lower(&written).into_owned() } else { written };
        found.push(Token { kind, capital: letter.is_uppercase(), written, spaced, first_of_line });
        spaced = false;
    }
    found
}

/// The text with the letters among its digits as digits, `T1O/2O23` as `T10/2023`; `None` where there are none.
///
/// Only a run of digits and such letters is mended, behind no more than one of `heads`: "Tổ 5O" is, "HKI1" and "10m" are not.
pub(super) fn mend_digits(text: &str, letters: &[(char, char)], heads: &[&str]) -> Option<String> {
    let digit_of = |letter: char| letters.iter().find(|(typed, _)| *typed == letter).map(|(_, digit)| *digit);
    if !text
        .chars()
        .zip(text.chars().skip(1))
        .any(|(one, next)| (one.is_ascii_digit() && digit_of(next).is_some()) || (next.is_ascii_digit() && digit_of(one).is_some()))
    {
        return None;
    }
    let mut mended = String::with_capacity(text.len());
    let mut changed = false;
    for run in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = run.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        let lowered = lower(word);
        let head = heads.iter().filter(|head| lowered.starts_with(**head)).map(|head| head.len()).max().unwrap_or(0);
        let number = word.get(head..).unwrap_or(word);
        let is_number = number.chars().any(|letter| letter.is_ascii_digit())
            && number.chars().any(|letter| !letter.is_ascii_digit())
            && number.chars().all(|letter| letter.is_ascii_digit() || digit_of(letter).is_some());
        if is_number {
            mended.push_str(&word[..word.len() - number.len()]);
            mended.extend(number.chars().map(|letter| digit_of(letter).unwrap_or(letter)));
            mended.push_str(&run[word.len()..]);
            changed = true;
        } else {
            mended.push_str(run);
        }
    }
    changed.then_some(mended)
}

/// O for 0, Latin and Cyrillic.
pub(super) const ZEROES: &[(char, char)] = &[('O', '0'), ('o', '0'), ('О', '0'), ('о', '0')];

/// And l or I for 1.
pub(super) const DIGITS: &[(char, char)] = &[('O', '0'), ('o', '0'), ('О', '0'), ('о', '0'), ('l', '1'), ('L', '1'), ('I', '1')];

/// Lower case, without diacritics.
pub(super) fn bare(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().map(plain_letter).collect::<Option<String>>().unwrap_or_else(|| {
        let letters = word.chars().flat_map(char::to_lowercase).nfd().filter(|letter| !is_combining_mark(*letter));
        letters.map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_falls_into_numbers_words_and_signs() {
        let kinds: Vec<Kind> = tokens("T9/2023 – Hết\nkỳ").iter().map(|token| token.kind.clone()).collect();
        let word = |word: &str| Kind::Word(word.to_owned());
        assert_eq!(
            kinds,
            [word("t"), Kind::Number(9), Kind::Sign('/'), Kind::Number(2023), Kind::Sign('-'), word("het"), Kind::Sign('\n'), word("ky")]
        );
    }

    #[test]
    fn a_letter_that_is_looked_up_comes_out_as_if_worked_out() {
        for letter in ('\0'..='\u{2FF}').chain('\u{1E00}'..='\u{1EFF}').filter(|letter| letter.is_alphabetic()) {
            let worked_out: String = letter.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)).collect();
            let worked_out = worked_out.replace('đ', "d");
            assert_eq!(bare(&letter.to_string()), worked_out, "{letter}");
        }
    }

    #[test]
    fn letters_among_digits_are_digits() {
        for (text, mended) in [
            ("T1O/2O23", Some("T10/2023")),
            ("3O/9", Some("30/9")),
            ("tổ 5", None),
            ("HKI", None),
            ("10 o", None),
            ("10om", None),
            ("O", None),
            ("Khối 1Ổ", None),
        ] {
            assert_eq!(mend_digits(text, ZEROES, &["t"]).as_deref(), mended, "{text}");
        }
    }

    #[test]
    fn a_number_too_long_is_a_word() {
        assert!(tokens("99999999999999999999999")[0].number().is_none());
    }
}
