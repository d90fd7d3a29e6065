//! Tokens of several lines in, sentences out: a line end that only wraps a time is dropped, any other parts two times.

use super::lexicon::{EVERY, PERIODS, RECURRING};
use crate::phrase::token::{Kind, Token};

/// How the line ends of a text are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// A line goes on where its last word or the next one's first says so.
    AsTheyLook,
    /// Every line is a time of its own.
    Apart,
}

/// A text of more lines is a list, and not one time that was wrapped.
const MOST_WRAPS: usize = 4;

/// Every way to take some of the line ends for mere wraps, fewest first; each group has as many of them.
pub(super) fn unwrapped(text: &str) -> Vec<Vec<String>> {
    let lines: Vec<&str> = text.lines().collect();
    let ends = lines.len().saturating_sub(1);
    if !(1..=MOST_WRAPS).contains(&ends) {
        return Vec::new();
    }
    let joined = |wraps: u32| {
        let mut whole = String::from(lines[0]);
        for (at, line) in lines[1..].iter().enumerate() {
            whole.push(if wraps & (1 << at) == 0 { '\n' } else { ' ' });
            whole.push_str(line);
        }
        whole
    };
    let of = |count: usize| (0..1_u32 << ends).filter(|wraps| wraps.count_ones() as usize == count).map(joined).collect();
    (0..=ends).map(of).collect()
}

/// Line ends and full stops as `;`; lines that only wrap are joined; marks that begin a line are dropped.
pub(super) fn sentences(tokens: Vec<Token>, lines: Lines) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut read_to = 0;
    // `./.` ends a document, and the cells of many a form.
    let mut tokens = tokens;
    let dots = tokens.iter().rev().take_while(|token| token.is_sign('.')).count();
    if let [.., dot, slash] = &tokens[..tokens.len() - dots]
        && dots > 0
        && dot.is_sign('.')
        && slash.is_sign('/')
    {
        tokens.truncate(tokens.len() - dots - 2);
    }
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let next = tokens.get(at + 1);
        if at < read_to {
            continue;
        }
        if numbers(&tokens[at..], found.last()) {
            read_to = at + 2;
            continue;
        }
        match token.kind {
            Kind::Sign('-' | '+' | '*' | '•' | '·') if token.first_of_line && !next.is_some_and(|next| next.is_sign('\n')) => {}
            // "Từ 9/2023" and below it "- 12/2023": a range, for what began above has no end of its own.
            Kind::Sign('\n')
                if lines == Lines::AsTheyLook && next.is_some_and(|next| next.is_sign('-')) && is_open_range(&tokens[..at]) =>
            {
                found.push(Token { first_of_line: false, ..tokens[at + 1].clone() });
                read_to = at + 2;
            }
            Kind::Sign('\n') => {
                if lines == Lines::Apart || !wraps(&found, &tokens[at + 1..]) {
                    found.push(Token { kind: Kind::Sign(';'), ..token.clone() });
                }
            }
            // `Tháng 9;10;11/2023`, `Quý I; II/2024`, `HKI; HKII`, `HKI; năm học 2023-2024`
            Kind::Sign(';')
                if next.is_some_and(is_numeral) && found.last().is_some_and(is_numeral)
                    || is_plain_list(&found, &tokens[at + 1..])
                    || is_beside_rhythm(&found, &tokens[at + 1..])
                    || is_year_of(&found, &tokens[at + 1..]) =>
            {
                found.push(Token { kind: Kind::Sign(','), ..token.clone() });
            }
            Kind::Sign('.') => {
                let numeric = next.is_some_and(|next| next.number().is_some() && !next.spaced)
                    && found.last().is_some_and(|last| last.number().is_some());
                let shortened = found.last().is_some_and(|last| matches!(last.word(), Some("t" | "th" | "thg" | "tg" | "hk" | "nh" | "q")));
                if numeric {
                    found.push(token.clone());
                } else if !shortened && next.is_some_and(|next| next.word().is_some()) {
                    found.push(Token { kind: Kind::Sign(';'), ..token.clone() });
                }
            }
            _ => found.push(token.clone()),
        }
    }
    while found.last().is_some_and(|last| matches!(last.kind, Kind::Sign(';' | ',' | '…'))) {
        found.pop();
    }
    // `Tháng 9/2023/`
    if let [.., year, stroke] = &found[..]
        && year.digits() == 4
        && stroke.is_sign('/')
    {
        found.pop();
    }
    found
}

/// Whether the tokens begin with the number of an entry in a list: `1. Tháng 9`, `a) Tháng 9`, `1. 15/10/2023`.
fn numbers(tokens: &[Token], before: Option<&Token>) -> bool {
    let [number, sign, next, rest @ ..] = tokens else { return false };
    let counts = number.number().is_some_and(|number| number <= 20) || matches!(number.word(), Some("a" | "b" | "c"));
    let begins = number.first_of_line || before.is_some_and(|before| before.is_sign(';'));
    // `1. 9/2023` may be the first of September.
    let whole_date = matches!(rest, [one, _, other, ..] if one.is_sign('/') && other.is_sign('/'));
    let entry = next.word().is_some() || (next.number().is_some() && next.spaced && (sign.is_sign(')') || whole_date));
    begins && counts && (sign.is_sign(')') || sign.is_sign('.') && next.spaced) && entry
}

/// Whether the line before goes on in the one that follows.
fn wraps(before: &[Token], after: &[Token]) -> bool {
    let goes_on = match after.first() {
        None => true,
        // A dash on a line of its own.
        Some(next) if next.is_sign('-') && after.get(1).is_some_and(|token| token.is_sign('\n')) => true,
        Some(next) => (next.word().is_some() && !next.capital) || matches!(next.kind, Kind::Sign(',' | ')' | '(')),
    };
    goes_on
        || is_label(before)
        || before.last().is_none_or(|last| expects_more(last, after.first().is_some_and(is_numeral)))
        || is_year_of(before, after)
}

/// "Kết thúc" on a line of its own: the day stands below it.
fn is_label(before: &[Token]) -> bool {
    const LABELS: &[&[&str]] =
        &[&["ket", "thuc"], &["hoan", "thanh"], &["thoi", "gian", "ket", "thuc"], &["thoi", "gian", "hoan", "thanh"]];
    let line = before.iter().rev().take_while(|token| !token.is_sign(';')).count();
    let line = &before[before.len() - line..];
    LABELS.iter().any(|label| line.len() == label.len() && line.iter().zip(*label).all(|(token, word)| token.is_word(word)))
}

/// Whether the last line says from when, and not until when.
fn is_open_range(before: &[Token]) -> bool {
    let line: Vec<&Token> = before.iter().rev().take_while(|token| !token.is_sign('\n')).collect();
    let opens = line.last().is_some_and(|first| first.is_word("tu")) && line.len() > 1;
    opens && !line.iter().any(|token| token.is_sign('-') || matches!(token.word(), Some("den" | "toi" | "het" | "tro")))
}

/// `1`, and `I` of a half year or a quarter.
fn is_numeral(token: &Token) -> bool {
    token.number().is_some() || matches!(token.word(), Some("i" | "ii" | "iii" | "iv"))
}

/// Whether on both sides of a `;` stands nothing but a time and its number, so that a comma would do.
fn is_plain_list(before: &[Token], after: &[Token]) -> bool {
    const UNITS: &[&str] = &["thang", "t", "hoc", "ky", "ki", "hk", "hki", "hkii", "quy", "qui", "ngay", "tuan"];
    let ends = |token: &&Token| token.is_sign(';') || token.is_sign('\n') || token.is_sign(',');
    let plain = |token: &Token| {
        is_numeral(token) || token.is_sign('/') || token.is_sign('.') || token.word().is_some_and(|word| UNITS.contains(&word))
    };
    let (mut left, mut right) = (before.iter().rev().take_while(|token| !ends(token)), after.iter().take_while(|token| !ends(token)));
    !before.is_empty() && !after.is_empty() && left.all(plain) && right.all(plain)
}

/// Whether on one side of a `;` stands only how often: "Thường xuyên; từ 9/2023" is "Thường xuyên, từ 9/2023".
fn is_beside_rhythm(before: &[Token], after: &[Token]) -> bool {
    let ends = |token: &&Token| token.is_sign(';') || token.is_sign('\n');
    let words = |side: Vec<&Token>| {
        side.iter().filter(|token| !token.is_sign('.')).map(|token| token.word()).collect::<Option<Vec<_>>>().map(|words| words.join(" "))
    };
    let is_rhythm = |words: Option<String>| {
        words.is_some_and(|words| {
            let every = words.split_once(' ').filter(|(every, _)| EVERY.contains(every));
            RECURRING.contains(&words.as_str()) || every.is_some_and(|(_, unit)| PERIODS.iter().any(|(period, _)| *period == unit))
        })
    };
    let mut left: Vec<&Token> = before.iter().rev().take_while(|token| !ends(token)).collect();
    left.reverse();
    is_rhythm(words(left)) || is_rhythm(words(after.iter().take_while(|token| !ends(token)).collect()))
}

/// Whether a line that ends so must go on in the next.
fn expects_more(last: &Token, number_follows: bool) -> bool {
    match last.word() {
        Some("den" | "tu" | "va" | "trong" | "truoc" | "cuoi" | "dau") => true,
        Some("thang" | "ngay" | "nam" | "hoc" | "tuan" | "quy" | "qui" | "nhat" | "hk" | "nh" | "ky" | "ki") => number_follows,
        _ => matches!(last.kind, Kind::Sign('-' | ',' | ';' | ':' | '/' | '(')),
    }
}

/// `Hè` and below it `2024`, `Học kỳ I` and below it `2023-2024`: the year of the time above, not a time of its own.
fn is_year_of(before: &[Token], after: &[Token]) -> bool {
    let line = after.iter().take_while(|token| !token.is_sign('\n')).count();
    let is_year = |token: &Token| token.digits() == 4;
    // "2023." and "2023)" are the year all the same.
    let closing = |token: &&Token| token.number().is_none() && token.word().is_none();
    let year = &after[..line - after[..line].iter().rev().take_while(closing).count()];
    // "HKI" and below it "Năm học 2023-2024".
    let named = match year {
        [year, school, ..] if year.is_word("nam") && school.is_word("hoc") => 2,
        [year, ..] if year.is_word("nam") || year.is_word("nh") => 1,
        _ => 0,
    };
    let alone = match &year[named..] {
        [year] => is_year(year),
        [first, sign, second] => {
            // `Năm học 23-24`
            let short = named > 0 && [first, second].iter().all(|token| token.digits() == 2);
            (is_year(first) && is_year(second) || short) && (sign.is_sign('-') || sign.is_sign('/'))
        }
        _ => false,
    };
    let above = before.iter().rev().take_while(|token| !token.is_sign(';'));
    let mut dated = before.is_empty();
    above.for_each(|token| dated |= is_year(token));
    alone && !dated
}
