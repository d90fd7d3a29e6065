//! Words behind "trường" in, the level that the fingers meant out: `THSC`, `Mần non`, `Trung học sơ sở`.

use rapidfuzz::distance::osa;

use super::Word;
use super::lexicon::Level;
use crate::text::is_bare_syllable;

/// The levels that are mended, and whether one of their words may have become another word: "tiến học" may be a name.
const MEANT: &[(&str, Level, bool)] = &[
    ("mam non", Level::MamNon, true),
    ("mau giao", Level::MamNon, true),
    ("tieu hoc", Level::TieuHoc, false),
    ("trung hoc co so", Level::Thcs, true),
    ("trung hoc pho thong", Level::Thpt, true),
];

const SHORT: &[(&str, Level)] = &[("thcs", Level::Thcs), ("thpt", Level::Thpt)];

/// The level that the words begin with but for one slip, and how many words it takes.
pub(super) fn level(words: &[Word<'_>]) -> Option<(Level, usize)> {
    let first = words.first()?;
    let swapped = SHORT.iter().find(|(short, _)| is_capital(first) && is_swapped(&first.folded, short));
    if let Some((_, level)) = swapped {
        return Some((*level, 1));
    }
    MEANT.iter().find_map(|(phrase, level, loose)| {
        let length = phrase.split(' ').count();
        let near = || phrase.split(' ').zip(words).filter(|(meant, word)| word.folded != *meant);
        let (meant, word) = near().next().filter(|_| words.len() >= length && near().count() == 1)?;
        let alike = osa::distance(meant.chars(), word.folded.chars()) == 1;
        // "Mầm Son" may be a name, "Trung học sơ sở" none.
        let other_word = is_bare_syllable(&word.folded);
        let same_sound = length > 2 || meant.chars().next() == word.folded.chars().next();
        (alike && (!other_word || *loose && same_sound)).then_some((*level, length))
    })
}

fn is_capital(word: &Word<'_>) -> bool {
    word.written.starts_with(char::is_uppercase)
}

/// `THSC`: two letters beside each other changed places.
fn is_swapped(word: &str, meant: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    osa::distance(word.chars(), meant.chars()) == 1 && sorted(word) == sorted(meant)
}
