//! A year that stands before its times in, the same year behind them out: `Năm 2025: tháng 10, 11` as `tháng 10, 11 năm 2025`.

use crate::phrase::token::Token;

/// Begin a time of the year.
const UNITS: &[&str] = &["thang", "thg", "th", "t", "quy", "qui", "q", "ngay", "dip", "he"];
/// May stand before it.
const LEADS: &[&str] = &["tu", "truoc", "den", "trong", "vao", "dau", "giua", "cuoi", "het"];
/// Name a year of their own, or no time of one.
const OTHERS: &[&str] = &["nam", "nh", "hoc", "hk", "hki", "hkii", "hang", "moi", "tung", "cac"];

/// `None` where no part of the text is headed by a year.
pub(super) fn years_behind(tokens: &[Token]) -> Option<Vec<Token>> {
    let mut found = Vec::with_capacity(tokens.len() + 1);
    let mut turned = false;
    for part in tokens.split_inclusive(|token| token.is_sign(';') || token.is_sign('\n')) {
        let parted = part.last().is_some_and(|token| token.is_sign(';') || token.is_sign('\n'));
        let (own, end) = part.split_at(part.len() - usize::from(parted));
        match year_behind(own) {
            Some(own) => {
                turned = true;
                found.extend(own);
            }
            None => found.extend_from_slice(own),
        }
        found.extend_from_slice(end);
    }
    turned.then_some(found)
}

/// "HKII", "học kỳ 2", and no more.
fn is_half(rest: &[Token]) -> bool {
    let words: Vec<&str> = rest.iter().map(|token| token.word().unwrap_or_default()).collect();
    let number =
        |at: usize| rest.get(at).is_some_and(|token| matches!(token.word(), Some("i" | "ii")) || matches!(token.number(), Some(1 | 2)));
    match words[..] {
        ["hki" | "hkii"] => true,
        ["hk", _] => number(1),
        ["hoc", "ky" | "ki", _] => number(2),
        _ => false,
    }
}

fn year_behind(part: &[Token]) -> Option<Vec<Token>> {
    let stops = part.iter().rev().take_while(|token| token.is_sign('.') || token.is_sign(',')).count();
    let part = &part[..part.len() - stops];
    let named = usize::from(part.first()?.is_word("nam"));
    let year = part.get(named).filter(|year| year.digits() == 4 && (1990..2100).contains(&year.number().unwrap_or_default()))?;
    let behind = &part[named + 1..];
    let sign = |sign: char| behind.first().is_some_and(|token| token.is_sign(sign));
    // "Năm 2025: cả năm"
    let whole = behind
        .iter()
        .filter(|token| !token.is_sign(':') && !token.is_sign(',') && !token.is_sign('(') && !token.is_sign(')') && !token.is_sign('-'));
    let whole: Vec<&str> = whole.map(|token| token.word().unwrap_or_default()).collect();
    if named == 1 && matches!(whole[..], ["ca" | "trong" | "tron" | "suot" | "quanh", "nam"] | ["trong", "ca", "nam"]) {
        return Some(part[..=named].to_vec());
    }
    let rest = match behind {
        // "Năm 2026 (tháng 3)"
        [_, inside @ .., last]
            if sign('(') && last.is_sign(')') && !inside.iter().any(|token| token.is_sign('(') || token.is_sign(')')) =>
        {
            inside
        }
        [_, rest @ ..] if sign(':') || sign(',') && named == 1 => rest,
        _ if named == 1 && behind.first().is_some_and(|token| token.is_word("thang") || token.is_word("quy")) => behind,
        _ => return None,
    };
    // "Năm 2025: 6 tháng đầu năm"
    if let [_, months, edge, named] = rest
        && months.is_word("thang")
        && (edge.is_word("dau") || edge.is_word("cuoi"))
        && named.is_word("nam")
    {
        return Some(rest.iter().cloned().chain([Token { spaced: true, first_of_line: false, ..year.clone() }]).collect());
    }
    let led = usize::from(rest.first()?.word().is_some_and(|word| LEADS.contains(&word)));
    let unit = rest.get(led)?;
    let begins = unit.word().is_some_and(|word| UNITS.contains(&word))
        || unit.number().is_some() && rest.get(led + 1).is_some_and(|next| next.is_sign('/'));
    let other = |token: &Token| token.digits() == 4 || token.word().is_some_and(|word| OTHERS.contains(&word));
    // "Năm 2025, tháng 9 - 12, HKII"
    if !is_half(rest) && (!begins || rest.iter().any(other)) {
        return None;
    }
    let word = Token {
        kind: crate::phrase::token::Kind::Word("nam".to_owned()),
        written: "năm".to_owned(),
        spaced: true,
        capital: false,
        first_of_line: false,
    };
    let mut turned = rest.to_vec();
    // "15/3, 20/4" and "tháng 3" alike take "năm 2026" behind the last of them.
    turned.push(word);
    turned.push(Token { spaced: true, first_of_line: false, ..year.clone() });
    if let Some(first) = turned.first_mut() {
        (first.first_of_line, first.spaced) = (part[0].first_of_line, true);
    }
    Some(turned)
}
