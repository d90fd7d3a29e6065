//! Words typed with the accents' keys still in them in, what they fold to out: `Thuwowngf xuyeen` is `thuong xuyen`.

use crate::text::is_bare_syllable;

/// The text with every such word taken back, without accents; `None` where there is none.
///
/// Only a word that is no syllable, and is one without the keys: "HKI" and "excel" stay.
pub(super) fn taken_back(text: &str) -> Option<String> {
    let mut changed = false;
    let mut found = String::with_capacity(text.len());
    for run in text.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = run.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        match plain(word) {
            Some(plain) => {
                changed = true;
                found.push_str(&plain);
                found.push_str(&run[word.len()..]);
            }
            None => found.push_str(run),
        }
    }
    changed.then_some(found)
}

/// The letters of one word without the keys of accents and tones: `nawm` is `nam`, `hojc` is `hoc`, `ddaauf` is `dau`.
fn plain(word: &str) -> Option<String> {
    if word.len() < 2 || !word.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let mut found = String::with_capacity(word.len());
    let mut vowel = false;
    for letter in word.to_ascii_lowercase().chars() {
        match letter {
            // No syllable has these behind its vowel, nor a w anywhere.
            's' | 'f' | 'r' | 'x' | 'j' if vowel => {}
            'w' => {}
            'a' | 'e' | 'o' | 'd' if found.ends_with(letter) => {}
            letter => found.push(letter),
        }
        vowel |= matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    }
    (vowel && found.len() < word.len() && !is_bare_syllable(&word.to_ascii_lowercase()) && is_bare_syllable(&found)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_accents_are_taken_back() {
        for (text, meant) in [
            ("Thuwowngf xuyeen", Some("thuong xuyen")),
            ("Hojc kyf I, nawm hocj 2023-2024", Some("hoc ky I, nam hoc 2023-2024")),
            ("5 trieeuj ddoongf", Some("5 trieu dong")),
            ("Tieeu chis 1.2", Some("tieu chi 1.2")),
            ("Tháng 9/2023", None),
            ("HKI", None),
            ("BGH, CMHS", None),
            ("excel, form", None),
        ] {
            assert_eq!(taken_back(text).as_deref(), meant, "{text}");
        }
    }
}
