//! Lists of phrases written with their marks in, whether the words of a text begin with one, end with one or hold one out.
//!
//! "Nhận" is no "nhân": a word with marks is the word of a phrase that has the same; a word without any may be each.

use std::collections::HashMap;
use std::sync::Arc;

use super::heard::{Letters, letters};
use super::token::bare;
use crate::text::cleaned;
use crate::text::memory::Memory;

/// A word of a text.
pub(super) struct Word {
    /// Its letters without marks, in lower case.
    pub plain: String,
    letters: Letters,
}

impl Word {
    /// Whether it may be the word that is written so with its marks.
    pub fn is_written(&self, marked: &str) -> bool {
        self.plain == bare(marked) && self.letters.is(&letters(marked))
    }

    /// Whether it may be the other word: one of the two without marks may be each.
    pub fn is(&self, other: &Word) -> bool {
        is(self, other)
    }

    pub fn begins_number(&self) -> bool {
        self.plain.starts_with(|sign: char| sign.is_ascii_digit())
    }
}

/// The words of a text, without the signs between them.
pub(super) fn words(text: &str) -> Arc<[Word]> {
    thread_local! {
        static READ: Memory<Arc<[Word]>> = Memory::of_long_readings();
    }
    READ.with(|known| known.recall(text, read))
}

fn read(text: &str) -> Arc<[Word]> {
    let text = cleaned(text).to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| match with_y(word) {
            Some(word) => Word { plain: bare(&word), letters: letters(&word) },
            None => Word { plain: bare(word), letters: letters(word) },
        })
        .collect()
}

/// "kí" → "ký", "lí" → "lý", "tỉ" → "tỷ": both are written.
pub(super) fn with_y(word: &str) -> Option<String> {
    const LETTERS: &[(char, char)] = &[('i', 'y'), ('í', 'ý'), ('ì', 'ỳ'), ('ỉ', 'ỷ'), ('ĩ', 'ỹ'), ('ị', 'ỵ')];
    let last = word.chars().next_back()?;
    let (_, y) = LETTERS.iter().find(|(i, _)| *i == last)?;
    let before = &word[..word.len() - last.len_utf8()];
    matches!(before, "k" | "l" | "m" | "t" | "s" | "h" | "qu").then(|| format!("{before}{y}"))
}

/// Phrases, by the letters of their first word.
pub(super) struct Phrases {
    by_first: HashMap<String, Vec<Arc<[Word]>>>,
}

impl Phrases {
    /// Of a list with commas between the phrases.
    pub fn of(listed: &str) -> Phrases {
        let mut by_first: HashMap<String, Vec<Arc<[Word]>>> = HashMap::new();
        for phrase in listed.split(',').map(words).filter(|phrase| !phrase.is_empty()) {
            by_first.entry(phrase[0].plain.clone()).or_default().push(phrase);
        }
        Phrases { by_first }
    }

    /// How many words each of the phrases has that the words begin with.
    pub fn beginning(&self, words: &[Word]) -> impl Iterator<Item = usize> {
        let near = words.first().and_then(|first| self.by_first.get(&first.plain)).into_iter().flatten();
        near.filter(move |phrase| phrase.len() <= words.len() && phrase.iter().zip(words).all(|(meant, word)| is(word, meant)))
            .map(|phrase| phrase.len())
    }

    /// What stands behind the phrases that the words begin with, one after another.
    pub fn behind<'w>(&self, words: &'w [Word]) -> &'w [Word] {
        let mut rest = words;
        while let Some(count) = self.beginning(rest).max() {
            rest = &rest[count..];
        }
        rest
    }

    pub fn begin(&self, words: &[Word]) -> bool {
        self.beginning(words).next().is_some()
    }

    pub fn stand_in(&self, words: &[Word]) -> bool {
        (0..words.len()).any(|at| self.begin(&words[at..]))
    }

    pub fn end(&self, words: &[Word]) -> bool {
        (0..words.len()).any(|at| self.beginning(&words[at..]).any(|count| at + count == words.len()))
    }
}

fn is(word: &Word, meant: &Word) -> bool {
    word.plain == meant.plain && word.letters.is(&meant.letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_told_by_its_marks_where_it_has_any() {
        let known = Phrases::of("nhận, xóa, sắp xếp, trồng, đăng ký");
        for text in ["Đăng kí 5 em", "dang ki", "Nhận 5 máy", "nhan 5 may", "xoá bỏ", "XÓA", "Sắp  xếp hồ sơ", "sap xep", "trong 20 cay"]
        {
            assert!(known.begin(&words(text)), "{text}");
        }
        for text in ["Nhân viên y tế", "nhấn mạnh", "xoa", "Sắp xong", "sáp xếp", "Trông trẻ", ""] {
            assert_eq!(known.begin(&words(text)), text == "xoa", "{text}");
        }
        assert!(known.stand_in(&words("đã được nhận")) && known.end(&words("đã được nhận")));
        assert!(!known.end(&words("nhận rồi")));
    }
}
