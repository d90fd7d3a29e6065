//! One text and one spelling of a title in, how alike they are out. Every spelling is taken apart once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use rapidfuzz::distance::osa;
use rapidfuzz::fuzz;

use super::title::Title;
use super::{COLUMN_THRESHOLD, PLAIN};
use crate::text;

/// One way to write a title, taken apart once.
pub(super) struct Spelling<'t> {
    text: Cow<'t, str>,
    words: Vec<Word>,
    /// Which of [`TURNING`] stand in it, a bit for each.
    turning: u16,
    /// A bit for each word: texts that share none share no word.
    signature: u64,
    /// Its numbers in order, each behind a space.
    numbers: String,
    letters: Letters,
}

impl<'t> Spelling<'t> {
    pub fn new(text: impl Into<Cow<'t, str>>) -> Self {
        let text = text.into();
        let (mut words, mut turning, mut signature) = (Vec::with_capacity(8), 0, 0);
        let mut start = 0;
        for word in text.split(' ') {
            let end = start + word.len();
            if !word.is_empty() {
                words.push(Word::new(word, start..end));
                turning |= TURNING.iter().position(|turn| *turn == word).map_or(0, |at| 1 << at);
                signature |= bit(word);
            }
            start = end + 1;
        }
        let mut own = String::new();
        for number in numbers(&text) {
            own.push(' ');
            own.push_str(number);
        }
        let letters = Letters::of(&text);
        Spelling { text, words, turning, signature, numbers: own, letters }
    }

    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &self.text[word.place.clone()])
    }

    /// Whether a word of another text is one of its own.
    fn has_word_of(&self, other: &Spelling<'_>, word: &Word) -> bool {
        let same = |own: &Word| own.is_short() || self.text[own.place.clone()] == other.text[word.place.clone()];
        self.words.iter().any(|own| own.opening == word.opening && same(own))
    }

    /// Whether every word of it is one of the other's; of two words, in their order: "chỉ tiêu" is no "tiêu chí".
    fn is_within(&self, other: &Spelling<'_>) -> bool {
        self.signature & !other.signature == 0
            && self.words.iter().all(|word| other.has_word_of(self, word))
            && !self.is_turned_round_in(other)
    }

    fn is_turned_round_in(&self, other: &Spelling<'_>) -> bool {
        let mut own = self.words();
        let (Some(first), Some(second), None) = (own.next(), own.next(), own.next()) else { return false };
        let from = other.words().position(|word| word == first).unwrap_or(0);
        !other.words().skip(from + 1).any(|word| word == second)
    }

    fn has_numbers_of(&self, other: &Spelling<'_>) -> bool {
        self.numbers.len() == other.numbers.len() && (self.numbers.is_empty() || self.numbers == other.numbers)
    }

    fn shares_a_word_with(&self, other: &Spelling<'_>) -> bool {
        self.signature & other.signature != 0 && self.words.iter().any(|word| other.has_word_of(self, word))
    }
}

/// A word of a text: where it stands, and its first letters as one number. Hundreds of spellings are compared word by word with every
/// title, and nearly all words are no longer than that.
struct Word {
    place: Range<usize>,
    /// As many of its bytes as a number has, then noughts, which no text has.
    opening: u64,
}

impl Word {
    fn new(word: &str, place: Range<usize>) -> Self {
        let mut opening = [0; size_of::<u64>()];
        for (byte, letter) in opening.iter_mut().zip(word.bytes()) {
            *byte = letter;
        }
        Word { place, opening: u64::from_le_bytes(opening) }
    }

    /// Whether the opening is all of it, and a nought says so.
    fn is_short(&self) -> bool {
        self.place.len() < size_of::<u64>()
    }
}

/// The bit of a word in a signature: by its ends and its length, which is quick and tells most words apart.
fn bit(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let (first, last) = (bytes.first().copied().unwrap_or(0), bytes.last().copied().unwrap_or(0));
    let middle = bytes.get(bytes.len() / 2).copied().unwrap_or(0);
    1 << ((usize::from(first) * 7 + usize::from(last) * 13 + usize::from(middle) * 31 + bytes.len()) % 64)
}

fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty())
}

/// How often each letter stands in a text: no two texts have more letters in common than this allows, in whatever order.
struct Letters {
    /// By the low bits of each byte; bytes that share them are counted as one letter, which only allows more.
    counts: [u16; 32],
    total: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut counts = [0u16; 32];
        // A text beyond all titles is counted short of its end, and `most_alike` then says nothing.
        for byte in text.bytes().take(Self::MOST) {
            counts[usize::from(byte & 31)] += 1;
        }
        Letters { counts, total: text.len() }
    }

    const MOST: usize = u16::MAX as usize;

    /// What the share of letters in common cannot exceed.
    fn most_alike(&self, other: &Letters) -> f64 {
        if self.total.max(other.total) > Self::MOST {
            return 1.0;
        }
        let common: u32 = self.counts.iter().zip(&other.counts).map(|(one, other)| u32::from(*one.min(other))).sum();
        2.0 * f64::from(common) / (self.total + other.total) as f64 + ROUNDING
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
    likeness_from(title, spelling, 0.0)
}

/// As [`likeness`], where less than `least` says nothing: it may come out as 0, and much sooner.
pub(in crate::read) fn likeness_from(title: &str, spelling: &str, least: f64) -> f64 {
    if title == spelling {
        return if title.is_empty() { 0.0 } else { 1.0 };
    }
    if title.len().min(spelling.len()) <= SHORT || !numbers(title).eq(numbers(spelling)) {
        return 0.0;
    }
    let (shorter, longer) = (title.len().min(spelling.len()) as f64, title.len().max(spelling.len()) as f64);
    if most_by_letters(shorter, longer).max(by_words(shorter, longer)) + ROUNDING < least {
        return 0.0;
    }
    alike_from(&Spelling::new(title), &Spelling::new(spelling), least)
}

/// "Hoàn thàh", "Chưa hoàn thhành": one slip of the fingers from a state of work, which titles beside it are read by.
pub(super) fn mend_states(titles: &mut [Title]) {
    const STATES: &[&str] = &[
        "hoan thanh",
        "da hoan thanh",
        "chua hoan thanh",
        "da thuc hien",
        "dang thuc hien",
        "chua thuc hien",
        "da trien khai",
        "dang trien khai",
        "chua trien khai",
    ];
    for title in titles {
        let slipped = |state: &&&str| osa::distance(title.leaf.chars(), state.chars()) == 1;
        if !STATES.contains(&title.leaf.as_str())
            && let Some(state) = STATES.iter().find(slipped)
        {
            (*state).clone_into(&mut title.leaf);
        }
    }
}

/// Two ways of reckoning one figure may differ in its last places.
const ROUNDING: f64 = 1e-9;

/// How like a text is to each of the spellings of all forms. It is like very few, and those alone are kept: of the hundreds of spellings
/// by their places, in order.
pub(super) struct Likenesses(Vec<(usize, f64)>);

impl Likenesses {
    pub fn of(text: &str, spellings: &[Spelling<'_>]) -> Self {
        let title = Spelling::new(text);
        let likenesses = spellings.iter().map(|spelling| spelled_alike(&title, spelling)).enumerate();
        Likenesses(likenesses.filter(|(_, likeness)| *likeness > 0.0).collect())
    }

    /// The spellings it is like, by their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, f64)> {
        self.0.iter().copied()
    }

    /// Whether some spelling is so like it.
    pub fn any_from(&self, least: f64) -> bool {
        self.0.iter().any(|(_, likeness)| *likeness >= least)
    }
}

/// How like a title is to the spelling of a column; 0 for what no title is taken for, whatever stands above it.
fn spelled_alike(title: &Spelling<'_>, spelling: &Spelling<'_>) -> f64 {
    /// What a title under the right group gains, and some room.
    const GAINED: f64 = 0.07;
    if are_other_days(&title.text, &spelling.text) { 0.0 } else { alike_from(title, spelling, COLUMN_THRESHOLD - GAINED) }
}

/// "Ngày ban hành" and "Ngày hết hạn", "Ngày ký" and "Ngày KT": a day is told by what happens on it, however much of the title is "Ngày".
fn are_other_days(title: &str, spelling: &str) -> bool {
    const SLIPS: f64 = 0.8;
    let (Some(one), Some(other)) = (title.strip_prefix("ngay "), spelling.strip_prefix("ngay ")) else { return false };
    one != other && !text::holds_words(one, other) && !text::holds_words(other, one) && fuzz::ratio(one.bytes(), other.bytes()) < SLIPS
}

/// Texts of so few letters are alike only when they are the same.
const SHORT: usize = 3;

/// Letters cannot agree more than the lengths allow.
fn most_by_letters(shorter: f64, longer: f64) -> f64 {
    2.0 * shorter / (shorter + longer)
}

/// What it counts for that all words of the shorter stand in the longer.
fn by_words(shorter: f64, longer: f64) -> f64 {
    0.62 + 0.36 * shorter / longer
}

/// The likeness where it is `least` or more; else it may be any lower figure. Letters are compared in their order, which takes longest,
/// only where nothing else decides.
fn alike_from(title: &Spelling<'_>, spelling: &Spelling<'_>, least: f64) -> f64 {
    // What is told by a number is told by it: nearly all spellings part from a title here, and their texts are not fetched.
    if title.signature == spelling.signature && title.text == spelling.text {
        return if title.text.is_empty() { 0.0 } else { 1.0 };
    }
    let (shorter, longer) = if title.text.len() <= spelling.text.len() { (title, spelling) } else { (spelling, title) };
    if shorter.text.len() <= SHORT || !title.has_numbers_of(spelling) {
        return 0.0;
    }
    let lengths = (shorter.text.len() as f64, longer.text.len() as f64);
    let contained = (shorter.words.len() >= 2 || shorter.text.len() >= 6) && shorter.is_within(longer);
    let containment = if contained { by_words(lengths.0, lengths.1) } else { 0.0 };
    let turned = title.turning != spelling.turning;
    let score = |ratio: f64, strangers: bool| {
        // Short titles share letters by chance; without one word in common only a slip of the hand makes them alike.
        let score = if strangers && ratio < PLAIN { ratio * 0.85 } else { ratio }.max(containment);
        if turned && ratio < 0.93 { score * 0.7 } else { score }
    };
    if most_by_letters(lengths.0, lengths.1) <= containment.max(0.5) {
        return score(0.0, false);
    }
    // The score grows with the ratio: what the highest possible one does not reach, none does.
    let most = title.letters.most_alike(&spelling.letters);
    if score(most, false) < least {
        return 0.0;
    }
    let strangers = !title.shares_a_word_with(spelling);
    if score(most, strangers) < least { 0.0 } else { score(fuzz::ratio(title.text.bytes(), spelling.text.bytes()), strangers) }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (title, spelling) in [
            ("muc 1", "muc 2"),
            ("dat", "khong dat"),
            ("chua trien khai", "da trien khai"),
            ("tt", "kt"),
            ("tieu chi", "chi tieu"),
            ("tieu chi", "chi tieu can dat"),
        ] {
            assert!(likeness(title, spelling) < COLUMN_THRESHOLD, "{title} ~ {spelling}: {}", likeness(title, spelling));
        }
    }

    /// How like two texts are, with nothing decided beforehand.
    fn in_full(title: &str, spelling: &str) -> f64 {
        let words = |text: &str| -> Vec<String> { text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect() };
        let (own, known) = (words(title), words(spelling));
        if title == spelling {
            return if title.is_empty() { 0.0 } else { 1.0 };
        }
        let (shorter, longer) = if title.len() <= spelling.len() { (title, spelling) } else { (spelling, title) };
        if shorter.len() <= 3 || !numbers(title).eq(numbers(spelling)) {
            return 0.0;
        }
        let in_order = |two: &[String], all: &[String]| {
            let from = all.iter().position(|word| *word == two[0]);
            from.is_some_and(|from| all[from + 1..].contains(&two[1]))
        };
        let contained = (words(shorter).len() >= 2 || shorter.len() >= 6)
            && words(shorter).iter().all(|word| words(longer).contains(word))
            && (words(shorter).len() != 2 || in_order(&words(shorter), &words(longer)));
        let containment = if contained { 0.62 + 0.36 * shorter.len() as f64 / longer.len() as f64 } else { 0.0 };
        let most = 2.0 * shorter.len() as f64 / (shorter.len() + longer.len()) as f64;
        let ratio = if most <= containment.max(0.5) { 0.0 } else { fuzz::ratio(title.bytes(), spelling.bytes()) };
        let strangers = !own.iter().any(|word| known.contains(word));
        let score = if strangers && ratio < PLAIN { ratio * 0.85 } else { ratio }.max(containment);
        let turning = |words: &[String]| TURNING.iter().map(|turn| words.iter().any(|word| word == turn)).collect::<Vec<_>>();
        if turning(&own) != turning(&known) && ratio < 0.93 { score * 0.7 } else { score }
    }

    /// Titles, and what slips of the hand and of the program make of them.
    fn titles() -> Vec<String> {
        let forms = crate::form::Forms::load(None).expect("the built-in files are sound");
        let known = forms.all.iter().flat_map(|form| &form.columns).flat_map(|column| column.titles.iter().chain(&column.groups));
        let mut titles: Vec<String> = known.map(|title| text::fold(title)).collect();
        titles.sort();
        titles.dedup();
        let slipped = titles.iter().step_by(3).enumerate().map(|(at, title)| {
            let mut letters: Vec<char> = title.chars().collect();
            match at % 4 {
                0 => drop(letters.remove(letters.len() / 2)),
                1 => letters.insert(letters.len() / 3, 'q'),
                2 => letters.extend(" chua hoan thanh 2".chars()),
                _ => letters.extend(" truong truong hoc sinh".chars()),
            }
            letters.into_iter().collect()
        });
        let slipped: Vec<String> = slipped.collect();
        titles.extend(slipped);
        titles.extend(
            ["", "muc 1", "muc 2", "a a a a", "ngôn ngữ lạ ξ", "thoi gian thuc hien va hoan thanh cac cong viec trong nam hoc"]
                .map(str::to_owned),
        );
        titles
    }

    #[test]
    fn what_is_decided_early_is_decided_as_in_full() {
        let titles = titles();
        for title in titles.iter().step_by(9) {
            for spelling in &titles {
                let whole = in_full(title, spelling);
                assert_eq!(likeness(title, spelling).to_bits(), whole.to_bits(), "{title} ~ {spelling}");
                for least in [0.55, 0.8, 0.9] {
                    let early = likeness_from(title, spelling, least);
                    assert!(
                        if whole >= least { early.to_bits() == whole.to_bits() } else { early < least },
                        "{title} ~ {spelling}: {early} {whole}"
                    );
                }
            }
        }
    }
}
