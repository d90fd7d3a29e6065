//! The raw text of a cell in, what it says out: composed, in Unicode, without the dirt of programs; and folded, for comparing.

mod cp1258;
mod legacy;
mod letters;
mod likeness;
mod markup;
pub(crate) mod memory;
mod misread;
mod room;
mod separated;
mod spaced;
mod syllable;
mod symbols;
mod wide;
mod words;

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use memory::Memory;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use cp1258::cp1258;
pub use legacy::{is_legacy_font, is_typed_in_unicode, legacy, legacy_font};
pub use letters::{is_alphanumeric, lower};
pub use likeness::likeness;
pub use room::{CELL_LINE_FEEDS, CELL_UNITS, fits_cell};
pub use separated::separated;
pub use syllable::{is_bare_syllable, is_vietnamese_syllable};
pub use symbols::symbols;
pub use wide::{wide, wide_xml};
pub use words::{holds_words, is_figure, is_total, opens_with_words};

/// What a cell says: NFC, in Unicode where it was surely TCVN3, VNI or CP1258, without markup, invisible characters and needless spaces.
///
/// Lines stay lines. Clean text comes back as it is.
pub fn clean(raw: &str) -> String {
    cleaned(raw).into_owned()
}

/// As [`clean`], for a text that is mostly clean already and is only looked at.
pub fn cleaned(raw: &str) -> Cow<'_, str> {
    if is_clean(raw) {
        return Cow::Borrowed(raw);
    }
    let mut text = markup::strip(raw);
    // Soft hyphens are ư in TCVN3, so this stands before anything is dropped.
    if let Some(converted) = legacy(&text, None) {
        text = converted;
    }
    let text = tidy_lines(&compose(&text));
    Cow::Owned(cp1258(&text).unwrap_or(text))
}

/// What a cell says, its font known, and whether it came in an old encoding. Most cells are clean and are looked at once.
pub fn read(raw: &str, font: Option<&str>) -> (String, bool) {
    /// Longer texts seldom stand in a second file, and would fill the memory of a worker.
    const MOST_KEPT: usize = 256;
    thread_local! {
        /// Of a text that is clean, nothing.
        static READ: Memory<Option<(String, bool)>> = Memory::default();
    }
    let anew = |raw: &str| if is_clean(raw) { None } else { Some(read_anew(raw, None)) };
    let known = match raw {
        _ if font.is_some_and(legacy::is_legacy_font) => return read_anew(raw, font),
        _ if raw.len() > MOST_KEPT => anew(raw),
        _ => READ.with(|known| known.recall(raw, anew)),
    };
    known.unwrap_or_else(|| (raw.to_owned(), false))
}

fn read_anew(raw: &str, font: Option<&str>) -> (String, bool) {
    // A sign nobody sees within a word would make two of it, which no Vietnamese word is.
    let seen =
        || raw.chars().filter(|sign| !matches!(sign, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')).collect::<String>();
    match misread::misread(raw).or_else(|| legacy(raw, font)).or_else(|| cp1258(&seen())) {
        Some(converted) => (clean(&converted), true),
        None => (clean(raw), false),
    }
}

/// Every letter with its marks in one character.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// For comparing: lower case, no diacritics, one space between runs of letters and digits: `Tiêu chí 1.10` is `tieu chi 1 10`.
///
/// Markup is left out; text in an old encoding is not converted, [`clean`] does that once for every cell.
pub fn fold(text: &str) -> String {
    /// Shorter texts are folded sooner than looked up, and longer ones seldom stand in a second place.
    const LETTERS_KEPT: RangeInclusive<usize> = 12..=256;
    thread_local! {
        static FOLDED: Memory<String> = Memory::default();
    }
    let anew = |text: &str| if may_be_marked_up(text) { folded(&cleaned(text)) } else { folded(text) };
    if LETTERS_KEPT.contains(&text.len()) { FOLDED.with(|known| known.recall(text, anew)) } else { anew(text) }
}

/// Whether some sign stands in the text that markup begins with.
pub fn may_be_marked_up(text: &str) -> bool {
    memchr::memchr3(b'<', b'&', b'_', text.as_bytes()).is_some()
}

/// Whether more letters and digits than `most` are left when the text is folded: for what is compared with a short word, cheaper than folding it.
/// Where markup may stand, nothing is said.
pub fn has_more_letters(text: &str, most: usize) -> bool {
    !may_be_marked_up(text) && text.chars().filter(|letter| is_alphanumeric(*letter)).nth(most).is_some()
}

/// The letter in lower case without its marks, where it is one of Vietnamese; of others nothing is said.
pub fn plain_letter(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    match is_vietnamese(letter).then(|| base(&BASES, letter))? {
        Base::Letter(plain) => Some(plain),
        _ => None,
    }
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let bases = &*BASES;
    // Whether a letter stands last, so that a gap may follow.
    let mut open = false;
    for letter in text.chars() {
        match base(bases, letter) {
            Base::Letter(letter) => {
                folded.push(letter);
                open = true;
            }
            Base::Gap if open => {
                folded.push(' ');
                open = false;
            }
            Base::Gap | Base::Nothing => {}
            Base::Other => {
                for letter in letter.to_lowercase().nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)) {
                    let is_letter = letter.is_alphanumeric();
                    if is_letter || open {
                        folded.push(if is_letter { letter } else { ' ' });
                    }
                    open = is_letter;
                }
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// What a letter comes to when folded.
#[derive(Clone, Copy)]
enum Base {
    Letter(char),
    Gap,
    /// A mark on the letter before, or a character nobody sees.
    Nothing,
    /// Rare: worked out each time.
    Other,
}

const LATIN: usize = 0x250;
const ADDITIONAL: u32 = 0x1E00;

/// Latin letters with and without marks are looked up: folding is asked of every title and every phrase, many times over.
static BASES: LazyLock<Vec<Base>> =
    LazyLock::new(|| (0..LATIN as u32).chain(ADDITIONAL..0x1F00).map(|code| char::from_u32(code).map_or(Base::Gap, worked_out)).collect());

fn base(bases: &[Base], letter: char) -> Base {
    match u32::from(letter) {
        code if (code as usize) < LATIN => bases[code as usize],
        code @ ADDITIONAL..0x1F00 => bases[LATIN + (code - ADDITIONAL) as usize],
        _ if is_invisible(letter) || unicode_normalization::char::is_combining_mark(letter) => Base::Nothing,
        _ => Base::Other,
    }
}

fn worked_out(letter: char) -> Base {
    if is_invisible(letter) {
        return Base::Nothing;
    }
    let mut letters = look_alike(letter).to_lowercase().nfd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter));
    match (letters.next(), letters.next()) {
        (Some('đ'), None) => Base::Letter('d'),
        (Some(letter), None) if letter.is_alphanumeric() => Base::Letter(letter),
        (Some(_), None) => Base::Gap,
        _ => Base::Other,
    }
}

/// True only where [`clean`] would change nothing: this is asked of every cell.
fn is_clean(raw: &str) -> bool {
    if spaced::may_be(raw) && raw.split('\n').any(|line| spaced::joined(line).is_some()) {
        return false;
    }
    let mut previous = '\n';
    let (mut ascii, mut composed) = (true, true);
    for letter in raw.chars() {
        match letter {
            ' ' if previous == ' ' || previous == '\n' => return false,
            '\n' if previous == ' ' || (previous == '\n') => return false,
            '<' | '&' => return false,
            'x' if previous == '_' => return false,
            letter if letter.is_ascii_control() && letter != '\n' => return false,
            letter if letter.is_ascii() => {}
            letter if is_vietnamese(letter) => ascii = false,
            letter if !is_settled(letter) => return false,
            _ => (ascii, composed) = (false, false),
        }
        previous = letter;
    }
    if !raw.is_empty() && (previous == ' ' || previous == '\n') {
        return false;
    }
    let composed = composed || is_nfc_quick(raw.chars()) == IsNormalized::Yes;
    ascii || (composed && misread::misread(raw).is_none() && legacy(raw, None).is_none() && cp1258(raw).is_none())
}

/// The letters of Vietnamese, and some of their neighbours, each one character: nearly all there is outside ASCII.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, '\u{C0}'..='\u{CF}' | '\u{D1}'..='\u{EF}' | '\u{F1}'..='\u{17F}' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | '\u{1EA0}'..='\u{1EF9}')
}

/// Other letters and signs outside ASCII that stand in clean text and need no second look.
fn is_settled(letter: char) -> bool {
    !matches!(letter, 'Ð' | 'ð' | 'Ɖ' | 'ɖ' | 'Ƣ' | 'ƣ' | '\u{FF01}'..='\u{FF5E}')
        && !is_invisible(letter)
        && !letter.is_control()
        && !letter.is_whitespace()
        && !unicode_normalization::char::is_combining_mark(letter)
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{00AD}'
            | '\u{034F}'
            | '\u{061C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    )
}

/// Look-alikes to the letters they stand for, and every letter with its marks in one character.
///
/// NFC leaves `e + ´ + ^` apart, because the two marks are of one class: the mark of the vowel must come before that of the tone.
fn compose(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().filter(|letter| !is_invisible(*letter)).map(look_alike).nfd().collect();
    let mut start = 0;
    while start < letters.len() {
        let mut end = start + 1;
        while end < letters.len() && unicode_normalization::char::is_combining_mark(letters[end]) {
            end += 1;
        }
        letters[start + 1..end].sort_by_key(|mark| !matches!(mark, '\u{0302}' | '\u{0306}' | '\u{031B}'));
        start = end;
    }
    letters.into_iter().nfc().collect()
}

fn look_alike(letter: char) -> char {
    match letter {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' | 'ɖ' => 'đ',
        'Ƣ' => 'Ư',
        'ƣ' => 'ư',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        letter => letter,
    }
}

/// One space where there were several, none at the ends of lines, no empty lines.
fn tidy_lines(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for line in text.split(['\n', '\r', '\u{000B}', '\u{000C}', '\u{0085}', '\u{2028}', '\u{2029}']) {
        let before = tidy.len();
        let joined = spaced::joined(line);
        let line = joined.as_deref().unwrap_or(line);
        for word in line.split(|letter: char| letter.is_whitespace() || letter == '\t') {
            let mut word = word.chars().filter(|letter| !letter.is_control()).peekable();
            if word.peek().is_none() {
                continue;
            }
            if tidy.len() > before {
                tidy.push(' ');
            } else if before > 0 {
                tidy.push('\n');
            }
            tidy.extend(word);
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::*;

    #[test]
    fn clean_text_comes_back_as_it_is() {
        for text in
            ["", "Tiêu chí 1.10", "a\nb", "Trường THCS Tôn Thất Tùng", "25 °C, 10 m²", "“Hoa Sen” – năm 2023…", "hoà bình, thuý", "a_b"]
        {
            assert!(is_clean(text), "{text}");
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn a_cell_says_the_same_however_it_was_typed() {
        const CORPUS: &[(&str, &[&str])] = &[
            (
                "Tiêu chí 1.8",
                &[
                    "<i>Tiêu chí</i> 1.8",
                    " Tiêu  chí\u{a0}1.8 ",
                    "<p>Tiêu chí 1.8</p>",
                    "Tie\u{302}u chi\u{301} 1.8",
                    "Tiêu&nbsp;chí 1.8",
                    "Tiêu\tchí 1.8",
                ],
            ),
            ("việt", &["vie\u{323}\u{302}t", "vie\u{302}\u{323}t", "viẹ\u{302}t", "vi\u{ea}\u{323}t"]),
            ("tiếng", &["tie\u{301}\u{302}ng", "tié\u{302}ng", "tie\u{302}\u{301}ng"]),
            ("Đường", &["Ðường", "\u{110}\u{1b0}o\u{31b}\u{300}ng", "Đƣờng", "Đ\u{1b0}ờng\u{200b}", "Đu\u{31b}o\u{300}\u{31b}ng"]),
            (
                "một\nhai",
                &[
                    "một\r\nhai",
                    "một_x000D_\nhai",
                    "một<br/>hai",
                    "<p>một</p><p>hai</p>",
                    "một \n\n hai\n",
                    "một\u{2028}hai",
                    "một_x000A_hai",
                ],
            ),
            ("GD&ĐT", &["GD&amp;ĐT", "GD&#38;ĐT", "GD&#x26;ĐT", "GD&ĐT"]),
            ("2023", &["２０２３", " 2023\u{0}", "20\u{ad}23"]),
        ];
        for (meaning, texts) in CORPUS {
            for text in *texts {
                assert_eq!(&clean(text), meaning, "{text:?}");
            }
        }
    }

    #[test]
    fn a_cell_in_an_old_encoding_is_told_from_one_that_is_only_untidy() {
        for (raw, font, text, converted) in [
            ("Tiêu chí 1.10", None, "Tiêu chí 1.10", false),
            ("Tiêu chí 1.10", Some("Times New Roman"), "Tiêu chí 1.10", false),
            (" Tiêu  chí ", None, "Tiêu chí", false),
            ("Tr\u{AD}êng THCS", None, "Trường THCS", true),
            ("TR\u{AD}êNG", Some(".VnTimeH"), "TRƯỜNG", true),
            ("đă đăng kư", None, "đã đăng ký", true),
        ] {
            assert_eq!(read(raw, font), (text.to_owned(), converted), "{raw:?} {font:?}");
        }
    }

    #[test]
    fn what_is_no_markup_stays() {
        for text in ["a < b và c > d", "sĩ số <35 em", "R&D", "x & y", "AT&T;", "<>", "_x12", "_x000G_"] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn folding_joins_spellings() {
        assert_eq!(fold("  Tiêu CHÍ – 1.10: "), "tieu chi 1 10");
        assert_eq!(fold("Hoà"), fold("hòa"));
        assert_eq!(fold("ĐƯỜNG"), "duong");
        assert_eq!(fold("Ðu\u{31b}o\u{300}ng"), "duong");
        assert_eq!(fold("-"), "");
    }

    #[test]
    fn cleaning_decides_on_old_encodings_first() {
        assert_eq!(clean("Tr\u{AD}êng THCS"), "Trường THCS");
        assert_eq!(clean("tieâu chuaån  1"), "tiêu chuẩn 1");
        assert_eq!(clean("đă đăng kư"), "đã đăng ký");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn any_text_is_cleaned_once_and_for_all(text in "\\PC{0,40}|[ \n\ta-zà-ỹđƯ\u{300}\u{301}\u{302}\u{323}\u{31b}<>&;_x0D/.\u{AD}]{0,30}") {
            let once = clean(&text);
            assert_eq!(compose(&once), once);
            let folded = fold(&text);
            assert_eq!(fold(&folded), folded);
        }
    }

    #[test]
    fn signs_nobody_sees_make_no_old_encoding_of_a_word() {
        for (raw, text) in [("địa phư\u{200b}ơng", "địa phương"), ("nă\u{ad}ng lực", "năng lực"), ("quản lý\u{feff}", "quản lý")]
        {
            assert_eq!(read(raw, None), (text.to_owned(), false), "{raw:?}");
        }
    }
}
