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

/// "Niên khóa 2023-2024", "niên học": other names of the school year.
pub(super) fn name_school_years(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        if tokens[at - 1].is_word("nien") && matches!(tokens[at].word(), Some("khoa" | "hoc")) {
            tokens[at - 1].kind = Kind::Word("nam".to_owned());
            tokens[at].kind = Kind::Word("hoc".to_owned());
        }
    }
}

/// The tokens without the brackets around all of them, `(Tháng 3 (26/3))`, and without a title before them, `Thời gian: 1. Tháng 9/2023`.
pub(super) fn bare(tokens: &mut Vec<Token>) {
    while let Some(begin) = bracketed(tokens).map(|end| (tokens.truncate(end), 1).1).or_else(|| titled(tokens)) {
        let lines = tokens[begin..].iter().take_while(|token| token.is_sign('\n')).count();
        tokens.drain(..begin + lines);
        tokens[0].first_of_line = true;
    }
}

/// Where the bracket ends that holds all of the tokens.
fn bracketed(tokens: &[Token]) -> Option<usize> {
    const DEEPEST: usize = 2;
    let end = tokens.len() - tokens.iter().rev().take_while(|token| matches!(token.kind, Kind::Sign('.' | ',' | ';'))).count();
    let mut depth = 0_usize;
    let closes = tokens[..end].iter().position(|token| {
        depth += usize::from(token.is_sign('('));
        depth -= usize::from(token.is_sign(')') && depth > 0);
        depth == 0
    })?;
    let holds_something = tokens[1..closes.max(1)].iter().any(|token| !token.is_sign('\n'));
    let deep = tokens.iter().take_while(|token| token.is_sign('(')).count() > DEEPEST;
    (closes + 1 == end && holds_something && !deep).then_some(closes)
}

/// How many tokens a title that says nothing of when takes, with its colon.
fn titled(tokens: &[Token]) -> Option<usize> {
    const TITLES: &[&[&str]] = &[
        &["thoi", "gian"],
        &["thoi", "gian", "thuc", "hien"],
        &["thoi", "gian", "du", "kien"],
        &["du", "kien"],
        &["thuc", "hien"],
        &["tien", "do"],
    ];
    let colon = tokens.iter().position(|token| token.is_sign(':'))?;
    let stands = |title: &&&[&str]| title.len() == colon && title.iter().zip(tokens).all(|(word, token)| token.is_word(word));
    let holds_something = tokens[colon + 1..].iter().any(|token| token.word().is_some() || token.number().is_some());
    TITLES.iter().find(stands).filter(|_| holds_something).map(|_| colon + 1)
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

/// "Thườngxuyên", "đếntháng 5": the tokens with words of time apart that lost the blank between them. `None` where there are none.
pub(super) fn parted(tokens: &[Token]) -> Option<Vec<Token>> {
    const JOINED: &[&str] = &[
        "tu", "den", "thang", "nam", "hoc", "ky", "ki", "ca", "dau", "cuoi", "giua", "hang", "moi", "thuong", "xuyen", "trong", "truoc",
        "ngay", "quy", "tuan", "khi", "co", "hoan", "thanh", "bat", "het", "va", "sau", "kinh", "phi",
    ];
    fn apart(word: &str) -> Option<(&'static str, &str)> {
        JOINED.iter().find_map(|first| Some((*first, word.strip_prefix(first).filter(|rest| JOINED.contains(rest))?)))
    }
    let mut found = Vec::with_capacity(tokens.len());
    for token in tokens {
        match token.word().filter(|word| !is_bare_syllable(word)).and_then(apart) {
            Some((first, second)) => {
                found.push(Token { kind: Kind::Word(first.to_owned()), written: first.to_owned(), ..token.clone() });
                found.push(Token {
                    kind: Kind::Word(second.to_owned()),
                    written: second.to_owned(),
                    spaced: true,
                    capital: false,
                    first_of_line: false,
                });
            }
            None => found.push(token.clone()),
        }
    }
    (found.len() > tokens.len()).then_some(found)
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
