//! The words of frameworks that others look like without their marks: "Mục 4" is no "Mức 4".

use std::sync::LazyLock;

use super::super::heard::Lexicon;
use super::super::token::{self, Token};

/// The tokens of the text, their words told apart by their marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new("mức chuẩn khoản điều", "mục", "", &[]));
    WORDS.hear_tokens(token::tokens(text))
}
