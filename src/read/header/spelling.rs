//! One text and one spelling of a title in, how alike they are out. Every spelling is taken apart once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use rapidfuzz::fuzz;

use super::PLAIN;
use crate::text;

/// One way to write a title, taken apart once.
pub(super) struct Spelling<'t> {
    text: Cow<'t, str>,
    /// Where its words stand.
    words: Vec<Range<usize>>,
    /// Which of [`TURNING`] stand in it, a bit for each.
    turning: u16,
}

impl<'t> Spelling<'t> {
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        let text = text.into();
        let (mut words, mut turning) = (Vec::with_capacity(16), 0);
        let mut start = 0;
        for word in text.split(' ') {
            let end = start + word.len();
            if !word.is_empty() {
                words.push(start..end);
                turning |= TURNING.iter().position(|turn| *turn == word).map_or(0, |at| 1 << at);
            }
            start = end + 1;
        }
        Spelling { text, words, turning }
    }

    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|place| &self.text[place.clone()])
    }

    fn has(&self, word: &str) -> bool {
        self.words().any(|own| own == word)
    }

    fn numbers(&self) -> impl Iterator<Item = &str> {
        self.text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty())
    }
}

/// Every spelling of every form once: forms share most of their titles.
#[derive(Default)]
pub(super) struct Spellings {
    pub all: Vec<Spelling<'static>>,
    places: HashMap<String, usize>,
}

impl Spellings {
    pub fn place(&mut self, text: &str) -> usize {
        let folded = text::fold(text);
        if let Some(place) = self.places.get(&folded) {
            return *place;
        }
        self.all.push(Spelling::new(folded.clone()));
        self.places.insert(folded, self.all.len() - 1);
        self.all.len() - 1
    }
}

/// A word without its first letter, without its second, and so on.
pub(super) fn without_one(word: &str) -> impl Iterator<Item = String> {
    word.char_indices().map(|(at, letter)| format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]))
}

/// Words that turn the meaning of a title: "đã triển khai" is not "chưa triển khai", however alike the letters.
const TURNING: &[&str] = &["da", "dang", "chua", "khong", "cham", "bat", "ket", "dieu", "hoan"];

/// How like a title is to a spelling, both folded: 1 for the same, 0 for nothing in common.
pub(in crate::read) fn likeness(title: &str, spelling: &str) -> f64 {
    if title == spelling {
        return if title.is_empty() { 0.0 } else { 1.0 };
    }
    spelled_alike(&Spelling::new(title), &Spelling::new(spelling))
}

pub(super) fn spelled_alike(title: &Spelling<'_>, spelling: &Spelling<'_>) -> f64 {
    if title.text == spelling.text {
        return if title.text.is_empty() { 0.0 } else { 1.0 };
    }
    let (shorter, longer) = if title.text.len() <= spelling.text.len() { (title, spelling) } else { (spelling, title) };
    if shorter.text.len() <= 3 || !title.numbers().eq(spelling.numbers()) {
        return 0.0;
    }
    let contained = (shorter.words.len() >= 2 || shorter.text.len() >= 6) && shorter.words().all(|word| longer.has(word));
    let containment = if contained { 0.62 + 0.36 * shorter.text.len() as f64 / longer.text.len() as f64 } else { 0.0 };
    // Letters cannot agree more than the lengths allow.
    let most = 2.0 * shorter.text.len() as f64 / (shorter.text.len() + longer.text.len()) as f64;
    let ratio = if most <= containment.max(0.5) { 0.0 } else { fuzz::ratio(title.text.bytes(), spelling.text.bytes()) };
    // Short titles share letters by chance; without one word in common only a slip of the hand makes them alike.
    let strangers = !title.words().any(|word| spelling.has(word));
    let score = if strangers && ratio < PLAIN { ratio * 0.85 } else { ratio }.max(containment);
    if title.turning != spelling.turning && ratio < 0.93 { score * 0.7 } else { score }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::header::COLUMN_THRESHOLD;

    #[test]
    fn titles_are_alike_by_letters_and_by_words() {
        for (title, spelling, least) in [
            ("thoi gian thuc hien", "thoi gian thuc hien", 1.0),
            ("thoi gian thuc hin", "thoi gian thuc hien", 0.9),
            ("cong viec giai phap can thuc hien trong nam", "cong viec giai phap can thuc hien", 0.85),
            ("tieu chi", "tieu chuan tieu chi", 0.7),
        ] {
            assert!(likeness(title, spelling) >= least, "{title} ~ {spelling}: {}", likeness(title, spelling));
        }
    }

    #[test]
    fn titles_that_turn_the_meaning_are_not_alike() {
        for (title, spelling) in [("muc 1", "muc 2"), ("dat", "khong dat"), ("chua trien khai", "da trien khai"), ("tt", "kt")] {
            assert!(likeness(title, spelling) < COLUMN_THRESHOLD, "{title} ~ {spelling}: {}", likeness(title, spelling));
        }
    }
}
