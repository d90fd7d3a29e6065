//! Words behind "trường" in, the level that the fingers meant out: `THSC`, `Mần non`, `Trung học sơ sở`.

use rapidfuzz::distance::osa;

use super::lexicon::Level;
use super::{SchoolPhrase, Word};
use crate::text::{is_bare_syllable, is_vietnamese_syllable};

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
        // "Mầm mon Hoa Sen": small among capitals, or with a whole name behind it.
        let small = !is_capital(word) || words.len() > length + 1;
        let same_sound = length > 2 || meant.chars().next() == word.folded.chars().next() || small;
        // "Tểu học": a letter was left out or typed twice, where "tiến học" is another word.
        let left_out = meant.len() != word.folded.len() && words.len() > length;
        (alike && (!other_word || *loose && same_sound || left_out)).then_some((*level, length))
    })
}

/// "Mầm mon Hoa Sen": the slip is a small word between capitals, so that it is none of the name.
pub(super) fn begins(words: &[Word<'_>]) -> bool {
    let [first, slipped, name, ..] = words else { return false };
    let capitals = words.iter().all(|word| word.written.chars().all(|letter| !letter.is_lowercase()));
    let small = capitals || slipped.written.starts_with(char::is_lowercase) && is_capital(first) && is_capital(name);
    small && words.len() > 3 && level(words).is_some_and(|(level, _)| level == Level::MamNon)
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
/// What the text names; where that is no kind of school, what it names with the spaces that were left out before capitals.
pub(super) fn or_parted(text: &str, read: impl Fn(&str) -> SchoolPhrase) -> SchoolPhrase {
    let plain = read(text);
    let parted = parted(text).filter(|_| plain.kind.is_none()).map(|parted| read(&parted));
    parted.filter(|parted| parted.kind.is_some() && parted.name.is_some()).unwrap_or(plain)
}

/// `TRƯỜNGTIỂU HỌC HOA SEN`, `TRƯỜNG THCSLÊ LỢI`: between capitals the words themselves show where the space was left out.
fn parted_capitals(text: &str) -> Option<String> {
    const BEFORE: &[&str] = &["TRƯỜNG", "TIỂU HỌC", "MẦM NON", "MẪU GIÁO", "CƠ SỞ", "PHỔ THÔNG", "THCS", "THPT"];
    BEFORE.iter().find_map(|words| {
        let (at, _) = text.match_indices(words).find(|(at, _)| {
            let behind = text[at + words.len()..].split(' ').next().unwrap_or_default();
            !text[..*at].ends_with(char::is_alphabetic) && !behind.is_empty() && is_vietnamese_syllable(&behind.to_lowercase())
        })?;
        let end = at + words.len();
        Some(format!("{} {}", &text[..end], &text[end..]))
    })
}

/// `Trường Mầm nonHoa Sen`, `TrườngTHCS Hoa Sen`, `THCSHoa Sen`: the text with spaces before its capitals.
fn parted(text: &str) -> Option<String> {
    if let Some(parted) = parted_capitals(text) {
        return Some(parted);
    }
    let letters: Vec<char> = text.chars().collect();
    let begins = |at: usize| {
        let [before, own] = [letters[at - 1], letters[at]];
        let next_is_small = letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        own.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && next_is_small)
    };
    let breaks: Vec<usize> = (1..letters.len()).filter(|at| begins(*at)).collect();
    let spaced = |(at, letter): (usize, &char)| [breaks.contains(&at).then_some(' '), Some(*letter)].into_iter().flatten();
    (!breaks.is_empty()).then(|| letters.iter().enumerate().flat_map(spaced).collect())
}
