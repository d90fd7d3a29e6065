//! The levels that a text names: `Mức 2` alone, behind a code, reached, or declared of all criteria and of the school.

mod by_standard;
mod declared;
mod of_others;
mod of_school;
mod reached;
mod said;
mod unmet;

pub use by_standard::{OfStandard, of_standard};
pub use declared::{all, counts, parse};
pub use reached::{Reached, reached};
pub use said::LevelPhrase;
pub use unmet::{Unmet, unmet};

use std::sync::LazyLock;

use super::heard::Lexicon;
use super::token::{self, Token};
use crate::text;
use crate::text::memory::Memory;

/// "Mục 2" is no "Mức 2".
static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new("mức đạt", "mục", "", &[]));

fn tokens(text: &str) -> Vec<Token> {
    WORDS.hear_tokens(token::tokens(text).to_vec())
}

/// The one level that a cell names and nothing else: `Mức 2`, `M2`, `Mức II:`, `2`, `Mức 2 (chỉ báo a, b, c)`.
pub fn named(text: &str) -> Option<u8> {
    const LONGEST: usize = 60;
    thread_local! {
        static READ: Memory<Option<u8>> = Memory::default();
    }
    if text.len() > LONGEST || !may_open_a_level(text) || !may_open_a_level(opening(text)) {
        return None;
    }
    READ.with(|known| known.recall(text, read_named))
}

fn opening(text: &str) -> &str {
    text.split([':', '(', '\n']).next().unwrap_or_default()
}

fn read_named(text: &str) -> Option<u8> {
    let opening = opening(text);
    // A number with anything else behind it is no level.
    let alone = opening.len() == text.len();
    let folded = WORDS.hear(opening);
    let bare = ["muc do ", "muc do", "muc ", "muc", "m "].iter().find_map(|word| folded.strip_prefix(word));
    let bare = bare.or_else(|| folded.strip_prefix('m')).unwrap_or(&folded).trim();
    number(bare).filter(|_| alone || bare.len() < folded.len())
}

/// Whether a text opens as "Mức 2", "M2", "2", "II", "hai", "ba" do: nearly all that this is asked of do not, and need not be heard.
fn may_open_a_level(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphanumeric());
    // Markup is not what a text opens with, and letters beyond those of Vietnamese may be these in disguise.
    text::may_be_marked_up(text)
        || first.is_some_and(|first| text::plain_letter(first).is_none_or(|first| matches!(first, 'm' | 'i' | 'h' | 'b' | '1'..='4')))
}

/// The level that stands behind the code of a criterion, and what stands before it: `1.1 - Mức 2`, `Tiêu chí 1.1 (Mức 2)`.
pub fn of_code(text: &str) -> Option<(&str, u8)> {
    const LONGEST: usize = 200;
    let lower = text.to_lowercase();
    if text.len() > LONGEST || lower.len() != text.len() {
        return None;
    }
    let opens = |at: &usize| !lower[..*at].ends_with(char::is_alphanumeric);
    let behind = |at: usize| text[at..].trim_end_matches([')', '.', ':', ';', ' ']);
    let (at, level) = lower.rmatch_indices('m').map(|(at, _)| at).filter(opens).find_map(|at| Some((at, named(behind(at))?)))?;
    let code = &text[..at];
    let code =
        code.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | '(' | ',' | ':' | '/' | ';' | '.'));
    (code.contains(|letter: char| letter.is_ascii_digit())).then_some((code, level))
}

fn number(text: &str) -> Option<u8> {
    match text {
        "1" | "i" | "mot" => Some(1),
        "2" | "ii" | "hai" => Some(2),
        "3" | "iii" | "ba" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::*;

    proptest! {
        #[test]
        fn what_opens_no_level_names_none(text in "\\PC{0,12}|[ .~\"<&_;]{0,3}[mMứỨcC1-4IVivhHbBaàđĐoột ]{0,8}") {
            assert!(may_open_a_level(opening(&text)) || read_named(&text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn a_level_alone_and_one_behind_a_code_are_read() {
        for (text, level) in [
            ("Mức 1", 1),
            ("MỨC 2", 2),
            ("M3", 3),
            ("Mức hai", 2),
            ("Mức II:", 2),
            ("2", 2),
            ("Mức độ 3", 3),
            ("Mức 2 (a, b, c)", 2),
            ("Mức 1: a) Phù hợp", 1),
        ] {
            assert_eq!(named(text), Some(level), "{text}");
        }
        for text in ["", "Mức", "5", "Mức 5", "Mức 1, 2", "12", "1.1", "2 (hai)", "Mức 2/3", "Mức đạt", "x", "Mô tả"] {
            assert_eq!(named(text), None, "{text}");
        }
        for (text, code, level) in [
            ("1.1 - Mức 2", "1.1", 2),
            ("Tiêu chí 1.10 (Mức 1)", "Tiêu chí 1.10", 1),
            ("Tiêu chí 1.1: Mức 3", "Tiêu chí 1.1", 3),
            ("1.1, mức 2.", "1.1", 2),
            ("1.1/M2", "1.1", 2),
            ("1.1 M2", "1.1", 2),
        ] {
            assert_eq!(of_code(text), Some((code, level)), "{text}");
        }
        for text in ["1.1", "Mức 2", "Tiêu chí 1.1: Phương hướng, mục tiêu", "Tiêu chí 3.1 mức sống 2", "1.1 Mức 1, 2"]
        {
            assert_eq!(of_code(text), None, "{text}");
        }
    }
}
