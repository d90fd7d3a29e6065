//! The words of money that others look like without their marks: three "ngăn" are no thousands, "tình trạng bị hỏng" is no province that equips.

use std::sync::LazyLock;

use super::super::heard::Lexicon;
use super::super::token::{self, Kind, Token};

/// The tokens of the text, their words told apart by their marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
        let meant = "đồng động đóng ngân ngàn nghìn triệu tỷ tỉ trăm tỉnh tính cấp hằng hàng xã vận mỗi từ tự tư";
        Lexicon::new(meant, "mới", "", &[])
    });
    let mut tokens = WORDS.hear_tokens(token::tokens(text).to_vec());
    join_areas(&mut tokens);
    join_initials(&mut tokens);
    tokens
}

/// `N.sách`, `X.H.H`: those who pay, shortened with stops between the letters.
fn join_initials(tokens: &mut Vec<Token>) {
    const SHORTENED: &[(&[&str], &[&str])] =
        &[(&["n", "sach"], &["ngan", "sach"]), (&["x", "h", "h"], &["xhh"]), (&["n", "s"], &["ns"]), (&["n", "s", "n", "n"], &["nsnn"])];
    for at in 0..tokens.len() {
        let spells = |(letters, _): &&(&[&str], &[&str])| {
            letters.iter().enumerate().all(|(place, letter)| {
                let joined = place == 0
                    || tokens.get(at + place * 2 - 1).is_some_and(|sign| sign.is_sign('.') && !sign.spaced)
                        && tokens.get(at + place * 2).is_some_and(|next| !next.spaced);
                joined && tokens.get(at + place * 2).is_some_and(|token| token.is_word(letter))
            })
        };
        let Some((letters, words)) = SHORTENED.iter().filter(spells).max_by_key(|(letters, _)| letters.len()) else { continue };
        for (place, word) in words.iter().enumerate() {
            tokens[at + place].kind = Kind::Word((*word).to_owned());
            tokens[at + place].written = (*word).to_owned();
        }
        tokens.drain(at + words.len()..at + letters.len() * 2 - 1);
    }
}

/// `50m2`: the 2 is none of the count.
fn join_areas(tokens: &mut Vec<Token>) {
    for at in (1..tokens.len()).rev() {
        if tokens[at - 1].is_word("m") && matches!(tokens[at].written.as_str(), "2" | "3") && !tokens[at].spaced {
            tokens.remove(at);
        }
    }
}
