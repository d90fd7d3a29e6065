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
        // Between the words of one number stands nothing else.
        let whole = spelled.last().is_none_or(|last| of(UNITS, last).is_some() || matches!(*last, "dong" | "chan" | "vnd" | "d" | "ruoi"));
        // "Hai triệu tư"; "hai triệu tư nhân" goes on.
        let last_word = tokens.get(reader.at + 1).is_none_or(|next| next.word().is_none() || next.is_word("dong"));
        match token.word() {
            Some(_) if token.written == "tư" && last_word && matches!(spelled.last(), Some(&("trieu" | "ty" | "ti"))) => {
                spelled.push("bon")
            }
            Some(word) if !spelled.is_empty() && matches!(word, "dong" | "chan" | "vnd" | "d") => spelled.push(word),
            Some(_) if counted(token, &mut spelled) => {}
            Some(_) if whole => {
                reader.at += reader.is_filler()?;
                continue;
            }
            None if !token.is_sign('/') && !token.is_sign('-') && token.number().is_none() => {}
            _ => return None,
        }
        reader.at += 1;
    }
    value(&spelled)
}

/// Takes a word of a number; whether it is one, behind those before it.
fn counted<'t>(token: &'t Token, spelled: &mut Vec<&'t str>) -> bool {
    let Some(word) = token.word() else { return false };
    let last = spelled.last().copied();
    let behind_digit = last.is_some_and(|last| of(DIGITS, last).is_some_and(|digit| digit > 1));
    match (token.written.as_str(), word) {
        // "Hai mốt", "hai lăm", "hai tư" leave out "mươi".
        ("mốt" | "lăm" | "nhăm" | "tư", _) if behind_digit => spelled.extend(["muoi", word]),
        // "Từ" is a filler as often as it is four; behind tens it is four only.
        ("tư" | "tu", "tu") if last == Some("muoi") => spelled.push(word),
        ("chục", _) if behind_digit || last == Some("mot") => spelled.push("muoi"),
        // "Hai triệu không trăm năm mươi nghìn"
        // "Nửa triệu", "nửa tỷ"
        ("nửa" | "nua", _) if last.is_none() => spelled.push(word),
        ("không" | "khong", _) if last.is_some_and(|last| of(UNITS, last).is_some()) => spelled.push(word),
        _ if of(DIGITS, word).is_some() && word != "tu" || of(UNITS, word).is_some() => spelled.push(word),
        _ if matches!(word, "muoi" | "tram" | "linh" | "le" | "ruoi") => spelled.push(word),
        _ => return false,
    }
    true
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

/// The words of a number that the tokens begin with, and how many tokens they are; `unit` stands before them.
fn spelled<'t>(tokens: &'t [Token], unit: &'t str) -> (Vec<&'t str>, usize) {
    let mut spelled = vec![unit];
    let length = tokens.iter().take_while(|token| counted(token, &mut spelled)).count();
    spelled.remove(0);
    (spelled, length)
}

/// What is said in words behind an amount in figures, and how many words: `năm trăm` of `5 triệu năm trăm`, `hai mươi nghìn` of `5 triệu hai mươi nghìn`.
pub(super) fn part(tokens: &[Token], unit: i64) -> Option<(i128, usize)> {
    let (mut spelled, length) = spelled(tokens, "trieu");
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

/// Whether the tokens begin with words of a number and its unit; "năm 2024" does not.
pub(super) fn goes_on(tokens: &[Token]) -> bool {
    let (spelled, _) = spelled(tokens, "trieu");
    spelled.len() > 1 && spelled.iter().any(|word| of(UNITS, word).is_some() || matches!(*word, "tram" | "muoi"))
}

fn value(words: &[&str]) -> Option<i64> {
    if let ["nua", unit, rest @ ..] = words {
        let currency = rest.iter().all(|word| matches!(*word, "dong" | "chan" | "vnd" | "d"));
        return of(UNITS, unit).filter(|_| currency).map(|unit| unit / 2);
    }
    let (mut total, mut group, mut digit, mut last) = (0_i64, 0_i64, None::<i64>, i64::MAX);
    for word in words {
        match *word {
            // "Không trăm"
            "khong" if digit.is_none() => digit = Some(0),
            "muoi" => group += digit.take().unwrap_or(1) * 10,
            // "Trăm hai mươi triệu"
            "tram" if total == 0 && group == 0 && digit.is_none() => group = 100,
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
    // "Một triệu hai": tenths. "Hai triệu năm" may be one of a year, and "sáu", "tám" lose their marks to other words.
    let spoken = words.iter().rfind(|word| !matches!(**word, "dong" | "chan" | "vnd" | "d"));
    let tenths = spoken.is_some_and(|word| matches!(*word, "hai" | "ba" | "bon" | "bay" | "chin"));
    if tenths && group == 0 && (1_000_000..i64::MAX).contains(&last) {
        total += digit.take()? * last / 10;
    }
    (total > 0 && group == 0 && digit.is_none()).then_some(total)
}
