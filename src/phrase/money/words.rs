//! An amount in words in, its đồng out: `Hai triệu năm trăm nghìn đồng`.

use super::super::token::Token;
use super::reader::Reader;

/// The amount, where the text is nothing else but words about money. `None` for `hàng trăm triệu` and `hai triệu năm`, which may be more than one thing.
pub(super) fn amount(tokens: &[Token]) -> Option<i64> {
    let mut reader = Reader { tokens, at: 0 };
    let mut spelled: Vec<&str> = Vec::new();
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    // `(Viết bằng chữ: năm triệu đồng)`
    let lead = usize::from(matches!(word(0), Some("viet" | "ghi" | "doc")));
    if (word(lead), word(lead + 1)) == (Some("bang"), Some("chu")) {
        reader.at = lead + 2;
    }
    while let Some(token) = tokens.get(reader.at) {
        // "Ngân sách" begins as "ngàn" does.
        if let Some(length) = reader.is_filler().filter(|length| *length > 1) {
            reader.at += length;
            continue;
        }
        match token.word() {
            Some(word) if is_counted(word) || (!spelled.is_empty() && matches!(word, "dong" | "chan" | "vnd" | "d")) => spelled.push(word),
            Some(_) => {
                reader.at += reader.is_filler()?;
                continue;
            }
            None if token.number().is_some() || token.is_sign('/') || token.is_sign('-') => return None,
            None => {}
        }
        reader.at += 1;
    }
    value(&spelled)
}

const DIGITS: &[(&str, i64)] = &[
    ("mot", 1),
    ("hai", 2),
    ("ba", 3),
    ("bon", 4),
    ("tu", 4),
    ("nam", 5),
    ("lam", 5),
    ("nham", 5),
    ("sau", 6),
    ("bay", 7),
    ("tam", 8),
    ("chin", 9),
];

const UNITS: &[(&str, i64)] = &[("nghin", 1_000), ("ngan", 1_000), ("trieu", 1_000_000), ("ty", 1_000_000_000), ("ti", 1_000_000_000)];

fn of(words: &[(&str, i64)], word: &str) -> Option<i64> {
    words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

fn is_counted(word: &str) -> bool {
    // "Từ" is a filler as often as it is four; behind a number word only it is one.
    of(DIGITS, word).is_some() && word != "tu" || of(UNITS, word).is_some() || matches!(word, "muoi" | "tram" | "linh" | "le" | "ruoi")
}

/// What is said in words behind an amount in figures, and how many words: `năm trăm` of `5 triệu năm trăm`, `hai mươi nghìn` of `5 triệu hai mươi nghìn`.
pub(super) fn part(tokens: &[Token], unit: i64) -> Option<(i128, usize)> {
    let mut spelled: Vec<&str> = tokens.iter().map_while(Token::word).take_while(|word| is_counted(word)).collect();
    let length = spelled.len();
    let whole = spelled.iter().any(|word| of(UNITS, word).is_some());
    if !whole && spelled.last() != Some(&"tram") {
        return None;
    }
    if !whole {
        spelled.push(match unit {
            1_000_000_000 => "trieu",
            1_000_000 => "nghin",
            _ => return None,
        });
    }
    value(&spelled).filter(|part| *part < unit).map(|part| (i128::from(part), length))
}

fn value(words: &[&str]) -> Option<i64> {
    let (mut total, mut group, mut digit, mut last) = (0_i64, 0_i64, None::<i64>, i64::MAX);
    for word in words {
        match *word {
            "muoi" => group += digit.take().unwrap_or(1) * 10,
            "tram" => group += digit.take()? * 100,
            "linh" | "le" if digit.is_none() => {}
            "ruoi" if group == 0 && digit.is_none() && last < i64::MAX => {
                total += last / 2;
                last = 1;
            }
            "dong" | "chan" | "vnd" | "d" => {}
            word => match (of(DIGITS, word), of(UNITS, word)) {
                (Some(value), _) if digit.is_none() => digit = Some(value),
                (_, Some(unit)) if unit < last => {
                    let count = group + digit.take().unwrap_or(0);
                    if !(1..=999).contains(&count) {
                        return None;
                    }
                    total += count * unit;
                    (group, last) = (0, unit);
                }
                _ => return None,
            },
        }
    }
    (total > 0 && group == 0 && digit.is_none()).then_some(total)
}
