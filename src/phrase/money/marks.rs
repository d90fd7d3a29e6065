//! The words of money that others look like without their marks: three "ngăn" are no thousands, "tình trạng bị hỏng" is no province that equips.

use std::sync::LazyLock;

use super::super::heard::Lexicon;
use super::super::token::{self, Token};

/// The tokens of the text, their words told apart by their marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
        let meant = "đồng động đóng ngân ngàn nghìn triệu tỷ tỉ trăm tỉnh tính cấp hằng hàng xã vận mỗi";
        Lexicon::new(meant, "mới", "", &[])
    });
    WORDS.hear_tokens(token::tokens(text))
}
