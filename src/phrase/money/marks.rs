//! The words of money that others look like without their marks: three "ngăn" are no thousands, "tình trạng bị hỏng" is no province that equips.

use std::sync::LazyLock;

use super::super::heard::Lexicon;
use super::super::token::{self, Token};

/// The tokens of the text, their words told apart by their marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
        let meant = "đồng động đóng ngân ngàn nghìn triệu tỷ tỉ trăm tỉnh tính cấp hằng hàng xã vận mỗi từ tự tư";
        Lexicon::new(meant, "mới", "", &[])
    });
    let mut tokens = WORDS.hear_tokens(token::tokens(text));
    join_areas(&mut tokens);
    tokens
}

/// `50m2`: the 2 is none of the count.
fn join_areas(tokens: &mut Vec<Token>) {
    for at in (1..tokens.len()).rev() {
        if tokens[at - 1].is_word("m") && matches!(tokens[at].written.as_str(), "2" | "3") && !tokens[at].spaced {
            tokens.remove(at);
        }
    }
}
