//! Tokens in, what the fingers did to them taken back: `Thnág 10//2023`, `Hcọ kỳ I`.

use rapidfuzz::distance::osa;

use crate::phrase::token::{Kind, Token};
use crate::text::is_bare_syllable;

/// The words that are mended. Short ones have too many neighbours.
const MEANT: &[&str] = &[
    "thang", "ngay", "nam", "tuan", "quy", "hoc", "truoc", "cuoi", "giua", "trong", "hoan", "thanh", "thuong", "xuyen", "hang", "dinh",
    "suot", "nghi", "doan", "giai", "bat", "dau", "ket", "thuc", "nhat", "cham", "tiep",
];

/// `10//2023`. True where a sign was typed twice; a dash of two, `2023--2024`, is one.
pub(super) fn mend_signs(tokens: &mut Vec<Token>) -> bool {
    tokens.dedup_by(|next, token| token.is_sign('-') && next.is_sign('-') && !next.spaced && !token.first_of_line);
    let before = tokens.len();
    tokens.dedup_by(|next, token| token.is_sign('/') && next.is_sign('/'));
    tokens.len() < before
}

/// `N.H` as `NH`, `T/x` as `TX`: the letters of a shortened word with a sign between them.
pub(super) fn join_letters(tokens: &mut Vec<Token>) {
    const SHORTENED: &[&str] = &["nh", "nhoc", "hk", "tx", "hky", "txuyen", "thxuyen"];
    for at in (2..tokens.len()).rev() {
        let Some([first, sign, second]) = tokens.get(at - 2..=at) else { continue };
        if !(sign.is_sign('.') || sign.is_sign('/')) || sign.spaced || second.spaced {
            continue;
        }
        let (Some(one), Some(other)) = (first.word(), second.word()) else { continue };
        let joined = format!("{one}{other}");
        if SHORTENED.contains(&joined.as_str()) {
            let joined = match joined.as_str() {
                "hky" => "hk".to_owned(),
                "nhoc" => "nh".to_owned(),
                _ => joined,
            };
            tokens[at - 2].written.clone_from(&joined);
            tokens[at - 2].kind = Kind::Word(joined);
            tokens.drain(at - 1..=at);
        }
    }
}

/// `15-Oct-23`, `Sep-23`: the months that an Excel in English shows, as numbers between strokes.
pub(super) fn count_months(tokens: &mut [Token]) {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let joins = |token: Option<&Token>| token.is_some_and(|token| (token.is_sign('-') || token.is_sign('/')) && !token.spaced);
    for at in 0..tokens.len() {
        let Some(month) = tokens[at].word().and_then(|word| MONTHS.iter().position(|name| *name == word)) else { continue };
        let year = tokens.get(at + 2).is_some_and(|token| matches!(token.digits(), 2 | 4) && !token.spaced);
        let before = at.checked_sub(1).map(|before| &tokens[before]);
        let day = at > 1 && joins(before) && tokens[at - 2].number().is_some();
        // "Mar-2" may be a day, and then of no year.
        if !joins(tokens.get(at + 1)) || !year || !(day || before.is_none_or(|before| !joins(Some(before)))) {
            continue;
        }
        tokens[at].kind = Kind::Number(month as u64 + 1);
        tokens[at].written = (month + 1).to_string();
        tokens[at + 1].kind = Kind::Sign('/');
        if day {
            tokens[at - 1].kind = Kind::Sign('/');
        }
    }
}

/// The text without the line ends between two figures.
pub(super) fn joined(text: &str) -> Option<String> {
    let is_figure = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let within = |at: usize| is_figure(text[..at].chars().next_back()) && is_figure(text[at + 1..].chars().next());
    let breaks: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).filter(|at| within(*at)).collect();
    let mut found = text.to_owned();
    for at in breaks.iter().rev() {
        found.remove(*at);
    }
    (!breaks.is_empty()).then_some(found)
}

/// The tokens with every word mended that is no syllable even without marks and that is one slip away from a single word of time. `None` where there is none.
///
/// "Tầng 10", "hạng 3" and "Thánh 3" stay what they are.
pub(super) fn mended(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut found = tokens.to_vec();
    let mut slipped = false;
    for token in &mut found {
        let Kind::Word(word) = &token.kind else { continue };
        // A word heard with its marks is another one.
        if word.len() < 4 || !word.is_ascii() || MEANT.contains(&word.as_str()) || is_bare_syllable(word) {
            continue;
        }
        let mut near = MEANT.iter().filter(|meant| osa::distance(word.chars(), meant.chars()) == 1);
        if let (Some(meant), None) = (near.next(), near.next()) {
            token.kind = Kind::Word((*meant).to_owned());
            slipped = true;
        }
    }
    slipped.then_some(found)
}
