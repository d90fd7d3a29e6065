//! What letters are and how they are written small, as the standard library has it, for those of Vietnamese by one look into a table.

use std::borrow::Cow;
use std::sync::LazyLock;

const ADDITIONAL: usize = 0x1E00;
const LATIN: usize = 0x250;
/// Letters with and without marks; all Vietnamese is written in them.
const ALL: usize = LATIN + 0x100;

/// Of each such letter whether it is a letter or a digit, and how it is written small, where that is one letter.
static LETTERS: LazyLock<Vec<(bool, Option<char>)>> = LazyLock::new(|| {
    let codes = (0..LATIN).chain(ADDITIONAL..ADDITIONAL + 0x100).map(|code| char::from_u32(code as u32).unwrap_or(' '));
    let small = |letter: char| {
        let mut small = letter.to_lowercase();
        small.next().filter(|_| small.next().is_none())
    };
    codes.map(|letter| (letter.is_alphanumeric(), small(letter))).collect()
});

fn place(letter: char) -> Option<usize> {
    match letter as usize {
        code if code < LATIN => Some(code),
        code if (ADDITIONAL..ADDITIONAL + ALL - LATIN).contains(&code) => Some(code - ADDITIONAL + LATIN),
        _ => None,
    }
}

/// As [`char::is_alphanumeric`].
pub fn is_alphanumeric(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    place(letter).map_or_else(|| letter.is_alphanumeric(), |place| LETTERS[place].0)
}

/// As [`str::to_lowercase`]; what is written small already comes back as it is.
pub fn lower(text: &str) -> Cow<'_, str> {
    let letters = &*LETTERS;
    let small = |letter: char| place(letter).and_then(|place| letters[place].1);
    if text.chars().all(|letter| small(letter) == Some(letter)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(small).collect::<Option<String>>().unwrap_or_else(|| text.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::*;

    #[test]
    fn every_letter_is_what_the_standard_library_says() {
        for letter in (0..0x3000).filter_map(char::from_u32) {
            assert_eq!(is_alphanumeric(letter), letter.is_alphanumeric(), "{letter:?}");
            let text = format!("a{letter} Đ");
            assert_eq!(lower(&text), text.to_lowercase(), "{letter:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]
        #[test]
        fn texts_are_written_small_as_the_standard_library_does(text in "[A-ZÀ-ỹĐưΣİ \u{300}]{0,12}|\\PC{0,12}") {
            assert_eq!(lower(&text), text.to_lowercase());
        }
    }
}
