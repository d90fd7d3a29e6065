//! The words of frameworks in, told apart by their marks ("Mục 4" is no "Mức 4") and with what the fingers did to them taken back: `Tiêu chẩn 3`.

use std::sync::LazyLock;

use rapidfuzz::distance::osa;

use super::super::heard::Lexicon;
use super::super::token::{self, Kind, Token};
use crate::text::is_bare_syllable;

/// The tokens of the text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new("mức chuẩn khoản điều", "mục", "", &[]));
    let mut tokens = WORDS.hear_tokens(token::tokens(text));
    mend(&mut tokens);
    tokens
}

/// `Têu chí 1.8`, `Tiêu chsi 1.8`, `Tiêu chẩn 3`: of the two words before a number one is right, and the other one slip away.
fn mend(tokens: &mut [Token]) {
    for at in 2..tokens.len() {
        if tokens[at].number().is_none() {
            continue;
        }
        let (Some(first), Some(second)) = (tokens[at - 2].word(), tokens[at - 1].word()) else { continue };
        let meant = match (first, second) {
            ("tieu", "chi" | "chuan") => continue,
            ("tieu", second) => (at - 1, ["chi", "chuan"].into_iter().find(|meant| is_slip(second, meant))),
            (first, "chi" | "chuan") => (at - 2, Some("tieu").filter(|meant| is_slip(first, meant))),
            _ => continue,
        };
        if let (at, Some(meant)) = meant {
            tokens[at].kind = Kind::Word(meant.to_owned());
        }
    }
}

/// "Tiêu cho 3 lớp" and "chỉ tiêu 5" stay what they are: only what is no word, or what nobody says behind "tiêu", is mended.
fn is_slip(word: &str, meant: &str) -> bool {
    let unsaid = meant == "chuan" && word == "chan";
    (unsaid || !is_bare_syllable(word)) && osa::distance(word.chars(), meant.chars()) == 1
}
