//! A text in, out what it folds to as a grammar hears it: a word that only looks like one of the grammar's without its marks keeps them, and so matches nothing.
//!
//! "Sửa chữa" is no "chưa", "trẻ" is not late. But marks are forgotten and mistaken, so a written word may be a word of the grammar
//! when it has no mark that this one lacks; hỏi and ngã count as one. A word that is written exactly is that word and no other.

use unicode_normalization::UnicodeNormalization;

use super::token::{Kind, Token, bare};
use crate::text::memory::QuickMap;
use crate::text::{cleaned, is_alphanumeric, lower};

/// The words of a grammar with their marks.
pub(super) struct Lexicon {
    /// By their plain letters.
    words: QuickMap<String, Vec<Known>>,
    unmarked: Vec<(Vec<&'static str>, Vec<&'static str>)>,
}

struct Known {
    letters: Letters,
    heard: String,
    /// A word of the language that is none of the grammar's, and that no slip makes one.
    other: bool,
}

impl Lexicon {
    /// `meant`: words heard without their marks. `apart`: words that keep them, because the grammar means another by the plain letters.
    /// `others`: words that are none of the grammar's although they lack only marks of one. `unmarked`: what a row of words
    /// stands for where it is written without marks, `("hoan lai", "hoãn lai")`.
    pub fn new(meant: &str, apart: &str, others: &str, unmarked: &'static [(&'static str, &'static str)]) -> Self {
        let mut words: QuickMap<String, Vec<Known>> = QuickMap::default();
        for (list, keeps, other) in [(meant, false, false), (apart, true, false), (others, true, true)] {
            for word in list.split_whitespace() {
                let plain = bare(word);
                let heard = if keeps { word.to_owned() } else { plain.clone() };
                words.entry(plain).or_default().push(Known { letters: letters(word), heard, other });
            }
        }
        let unmarked = unmarked.iter().map(|(plain, meant)| (plain.split(' ').collect(), meant.split(' ').collect())).collect();
        Lexicon { words, unmarked }
    }

    /// As [`crate::text::fold`], with the marks of words that are none of the grammar's.
    pub fn hear(&self, text: &str) -> String {
        let text = cleaned(text);
        let text = lower(&text);
        let written: Vec<&str> = text.split(|letter: char| !is_alphanumeric(letter)).filter(|word| !word.is_empty()).collect();
        let mut heard: Vec<String> = written.iter().map(|word| self.hear_word(word)).collect();
        if !self.unmarked.is_empty() {
            self.take_as_meant(&written, &mut heard);
        }
        heard.join(" ")
    }

    /// One word in lower case.
    pub fn hear_word(&self, written: &str) -> String {
        if written.is_ascii() {
            return written.to_owned();
        }
        let plain = bare(written);
        let Some(known) = self.words.get(&plain) else { return plain };
        let letters = letters(written);
        let exact = known.iter().find(|word| word.letters == letters);
        exact
            .or_else(|| known.iter().find(|word| !word.other && letters.may_be(&word.letters)))
            .map_or_else(|| written.to_owned(), |word| word.heard.clone())
    }

    /// Words without marks are taken for those that the words beside them call for, unless they are words as they stand in a text with marks.
    fn take_as_meant(&self, written: &[&str], heard: &mut [String]) {
        let marked = written.iter().filter(|word| !word.is_ascii()).count() * 2 >= written.iter().filter(|word| !is_number(word)).count();
        let open = |word: &str| {
            let own = || self.words.get(word).is_some_and(|known| known.iter().any(|known| known.letters.is_bare()));
            word.is_ascii() && !(marked && own())
        };
        for at in 0..heard.len() {
            for (plain, meant) in &self.unmarked {
                let Some(place) = heard.get(at..at + plain.len()) else { continue };
                let stands = place
                    .iter()
                    .zip(plain)
                    .zip(meant)
                    .enumerate()
                    .all(|(ahead, ((word, plain), meant))| word == meant || word == plain && open(written[at + ahead]));
                if stands {
                    for (word, meant) in heard[at..].iter_mut().zip(meant) {
                        (*meant).clone_into(word);
                    }
                    break;
                }
            }
        }
    }

    /// The tokens with their words as they are heard.
    pub fn hear_tokens(&self, tokens: Vec<Token>) -> Vec<Token> {
        let hear = |mut token: Token| {
            if let Kind::Word(_) = token.kind
                && !token.written.is_ascii()
            {
                let written: String = token.written.nfc().collect();
                token.kind = Kind::Word(self.hear_word(&written));
            }
            token
        };
        tokens.into_iter().map(hear).collect()
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|letter| letter.is_ascii_digit())
}

/// A word taken apart: each letter with the mark of its quality (â, ă, ơ, đ), and the tone, wherever it was put: hoà is hòa.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Letters {
    letters: Vec<(char, Option<char>)>,
    tone: Option<char>,
}

pub(super) fn letters(word: &str) -> Letters {
    let mut found = Letters { letters: Vec::with_capacity(word.len()), tone: None };
    for letter in word.nfd() {
        match letter {
            'đ' => found.letters.push(('d', Some('đ'))),
            '\u{0302}' | '\u{0306}' | '\u{031B}' => {
                if let Some(last) = found.letters.last_mut() {
                    last.1 = Some(letter);
                }
            }
            '\u{0300}' | '\u{0301}' | '\u{0303}' | '\u{0309}' | '\u{0323}' => found.tone = Some(letter),
            letter => found.letters.push((letter, None)),
        }
    }
    found
}

impl Letters {
    /// Whether the other word is this one with all its marks.
    fn may_be(&self, meant: &Letters) -> bool {
        const HOI: char = '\u{0309}';
        const NGA: char = '\u{0303}';
        let tone = match (self.tone, meant.tone) {
            (None, _) | (Some(HOI | NGA), Some(HOI | NGA)) => true,
            (written, meant) => written == meant,
        };
        tone && self.letters.len() == meant.letters.len()
            && self.letters.iter().zip(&meant.letters).all(|(written, meant)| written.1.is_none() || written == meant)
    }

    /// Whether the other word is this one; a word without any mark may be any. Hỏi and ngã count as one.
    pub fn is(&self, meant: &Letters) -> bool {
        const SLIPS: [Option<char>; 2] = [Some('\u{0309}'), Some('\u{0303}')];
        let tone = self.tone == meant.tone || SLIPS.contains(&self.tone) && SLIPS.contains(&meant.tone);
        tone && self.letters == meant.letters || self.is_bare() && self.may_be(meant)
    }

    fn is_bare(&self) -> bool {
        self.tone.is_none() && self.letters.iter().all(|(_, mark)| mark.is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::new(
            "chưa đã hoàn thành cho bổ để hạn sửa mới",
            "hoãn chờ chữa",
            "đa mời",
            &[("cho duyet", "chờ duyet"), ("sua chua", "sua chữa")],
        )
    }

    #[test]
    fn a_word_with_marks_of_its_own_is_none_of_the_grammar() {
        for (text, heard) in [
            ("Sửa chữa", "sua chữa"),
            ("chứa", "chứa"),
            ("đá", "đá"),
            ("đa dạng", "đa dang"),
            ("mỗi", "mỗi"),
            ("đề", "đề"),
            ("Hoãn", "hoãn"),
        ] {
            assert_eq!(lexicon().hear(text), heard, "{text}");
        }
    }

    #[test]
    fn forgotten_marks_and_slips_of_the_tone_are_heard() {
        for (text, heard) in [
            ("CHƯA", "chua"),
            ("chua", "chua"),
            ("Đả hòan thành", "da hoan thanh"),
            ("da hoàn thanh", "da hoan thanh"),
            ("dã hoan thành", "da hoan thanh"),
            ("sữa", "sua"),
            ("hoản", "hoãn"),
            ("Tháng 9/2023", "thang 9 2023"),
            ("cha\u{309}", "cha"),
        ] {
            assert_eq!(lexicon().hear(text), heard, "{text}");
        }
    }

    #[test]
    fn words_without_marks_are_what_their_neighbours_call_for() {
        for (text, heard) in [
            ("da gui, cho duyet", "da gui chờ duyet"),
            ("đã gửi cho duyệt viên", "da gui cho duyet vien"),
            ("sua chua xong", "sua chữa xong"),
            ("Sửa chua xong", "sua chữa xong"),
            ("Sửa chưa xong", "sua chua xong"),
        ] {
            assert_eq!(lexicon().hear(text), heard, "{text}");
        }
    }
}
