//! The words of frameworks in, told apart by their marks ("Mục 4" is no "Mức 4") and with what the fingers did to them taken back: `Tiêu chẩn 3`.

use std::sync::LazyLock;

use rapidfuzz::distance::osa;

use super::super::heard::Lexicon;
use super::super::token::{self, Kind, Token};
use crate::text::is_bare_syllable;

/// The tokens of the text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new("mức chuẩn khoản điều", "mục", "", &[]));
    let mut tokens = WORDS.hear_tokens(token::tokens(text).to_vec());
    part(&mut tokens);
    mend(&mut tokens);
    count(&mut tokens);
    tokens
}

/// `Tiêuchuẩn 3`: the space between the two words was left out.
fn part(tokens: &mut Vec<Token>) {
    for at in (0..tokens.len()).rev() {
        if tokens[at].is_word("tieuchuan") {
            let second = Token { kind: Kind::Word("chuan".to_owned()), capital: false, spaced: true, ..tokens[at].clone() };
            tokens[at].kind = Kind::Word("tieu".to_owned());
            tokens.insert(at + 1, second);
        }
    }
}

/// `Tiêu chí thứ ba`, `Tiêu chuẩn thứ nhất`, `Tiêu chí III`: numbers in words and in Roman figures. A single letter may be a mark or an indicator.
fn count(tokens: &mut Vec<Token>) {
    const SAID: &[&str] = &["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];
    const ROMAN: &[(&str, u64)] = &[("ii", 2), ("iii", 3), ("iv", 4), ("vi", 6), ("vii", 7), ("viii", 8), ("ix", 9)];
    for at in 1..tokens.len() {
        let Some(own) = tokens.get(at).and_then(Token::word) else { continue };
        let named = matches!(tokens[at - 1].word(), Some("chi" | "chuan" | "khoan"));
        let of_criteria = at > 1 && tokens[at - 2].is_word("tieu") && tokens[at - 1].is_word("chi");
        let said = || SAID.iter().zip(1..).find(|(word, _)| tokens.get(at + 1).is_some_and(|next| next.is_word(word)));
        let roman = || ROMAN.iter().find(|(word, _)| *word == own).filter(|_| of_criteria);
        if named
            && own == "thu"
            && let Some((_, number)) = said()
        {
            (tokens[at].kind, tokens[at].written) = (Kind::Number(number), number.to_string());
            tokens.remove(at + 1);
        } else if let Some((_, number)) = roman() {
            (tokens[at].kind, tokens[at].written) = (Kind::Number(*number), number.to_string());
        } else if let Some(number) = written_out(tokens, at) {
            (tokens[at].kind, tokens[at].written) = (Kind::Number(number), number.to_string());
        }
    }
}

/// `Tiêu chuẩn hai`, `tiêu chí ba của tiêu chuẩn một`: with its marks ("các tiêu chuẩn sau:"), and where the name ends with it ("tiêu chuẩn một số
/// trường", "tiêu chuẩn năm học").
fn written_out(tokens: &[Token], at: usize) -> Option<u64> {
    const NUMBERS: &[&str] = &["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let named = at > 1 && tokens[at - 2].is_word("tieu") && matches!(tokens[at - 1].word(), Some("chi" | "chuan"));
    let several = at > 2 && matches!(tokens[at - 3].word(), Some("cac" | "nhung" | "moi" | "mot"));
    let ends = tokens.get(at + 1).is_none_or(|next| match next.word() {
        Some(word) => matches!(word, "cua" | "thuoc" | "tieu"),
        None => next.number().is_none() && !next.is_sign('/'),
    });
    let number = NUMBERS.iter().zip(1..).find(|(word, _)| tokens[at].written == **word).map(|(_, number)| number);
    number.filter(|_| named && !several && ends)
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
