//! The places that a text names out, by kind: `khối 6, 7` → khối: 6, 7; `điểm trường chính`, `lớp Lá, Chồi`.

use crate::phrase::token::Token;
use crate::text::clean;

/// What has a number, a letter or a name of its own, as it is written.
pub(super) const PLACES: &[(&[&str], &str)] = &[
    (&["diem", "truong"], "điểm trường"),
    (&["diem"], "điểm trường"),
    (&["khoi", "lop"], "khối"),
    (&["khoi", "nha"], "khối nhà"),
    (&["khoi"], "khối"),
    (&["lop"], "lớp"),
    (&["phong"], "phòng"),
    (&["day"], "dãy"),
    (&["tang"], "tầng"),
    (&["nha"], "nhà"),
    (&["khu"], "khu"),
    (&["to"], "tổ"),
    (&["mon"], "môn"),
    (&["quy"], "quý"),
    (&["hoc", "ky"], "học kỳ"),
    (&["tieu", "chuan"], "tiêu chuẩn"),
];

/// "Mỗi tổ", "từng lớp"; "mỗi tổ chức" is no team.
pub(super) fn of_each(planned: &str, place: &str) -> Option<String> {
    let plan = clean(planned).to_lowercase();
    let each = ["mỗi", "mọi", "từng"].iter().map(|each| format!("{each} {place}"));
    each.into_iter().find(|each| plan.split_once(each.as_str()).is_some_and(|(_, behind)| !behind.starts_with(" chức")))
}

/// The labels of each kind of place that a text names: `khối 6, 7` → khối: 6, 7; `dãy A` → dãy: A; `điểm trường chính`, `tổ KHTN`, `khối lá`.
pub(in crate::phrase::status) fn labels(tokens: &[Token]) -> Vec<(&'static str, Vec<String>)> {
    const COUNTED: &[&str] = &[
        "em", "hs", "hoc", "gv", "giao", "buoi", "bo", "cai", "chiec", "may", "tiet", "lan", "nguoi", "chau", "tre", "giai", "m", "cuon",
        "tivi", "quat",
    ];
    const NAMES: &[(&str, &[&str])] =
        &[("điểm trường", &["chinh", "trung"]), ("khối", &["la", "choi", "mam"]), ("lớp", &["la", "choi", "mam"])];
    let mut found: Vec<(&'static str, Vec<String>)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let place = PLACES.iter().find(|(words, _)| {
            words.iter().enumerate().all(|(ahead, word)| tokens.get(at + ahead).is_some_and(|token| token.is_word(word)))
        });
        let Some((words, title)) = place else {
            at += 1;
            continue;
        };
        let mut next = at + words.len();
        let mut labels: Vec<String> = Vec::new();
        let name = tokens.get(next).and_then(Token::word).filter(|word| {
            NAMES.iter().any(|(kind, names)| kind == title && names.contains(word)) && !tokens[next].written.starts_with("là")
                || matches!(*title, "tổ" | "môn") && word.len() > 1 && tokens[next].capital
        });
        if name.is_some() {
            labels.push(titled(&tokens[next]));
            next += 1;
        }
        // "Đạt điểm 8" is a mark.
        let numbered = *words != ["diem"];
        while let Some((label, end)) = label(tokens, next).or_else(|| room(tokens, next).filter(|_| *title == "phòng")).filter(|_| numbered)
        {
            // "khối 6, 12 em", but "khối 6, 7 khám ngày 5/10"
            let counts = tokens.get(end).and_then(Token::word).is_some_and(|word| COUNTED.contains(&word));
            let next_one =
                labels.last().and_then(|last| last.parse::<u8>().ok()).is_some_and(|last| label.parse() == Ok(last.saturating_add(1)));
            let alone = labels.is_empty() || next_one || !counts;
            if !alone {
                break;
            }
            labels.push(label);
            next = end;
            let range = tokens.get(next).is_some_and(|token| token.is_sign('-') || token.is_word("den"));
            let goes_on = range || tokens.get(next).is_some_and(|token| token.is_sign(',') || token.is_word("va"));
            if !goes_on {
                break;
            }
            let mut behind = next + 1;
            while tokens.get(behind).and_then(Token::word).is_some_and(|word| words.contains(&word)) {
                behind += 1;
            }
            let last = self::label(tokens, behind).or_else(|| room(tokens, behind).filter(|_| *title == "phòng"));
            let Some((last, end)) = last else { break };
            if range {
                labels.extend(between(labels.last().map_or("", String::as_str), &last));
                labels.push(last);
                next = end;
                break;
            }
            next = behind;
        }
        // "lớp Lá, Chồi"
        while name.is_some() && tokens.get(next).is_some_and(|token| token.is_sign(',') || token.is_word("va")) {
            let known = |word: &&str| NAMES.iter().any(|(kind, names)| kind == title && names.contains(word));
            let Some(token) = tokens.get(next + 1).filter(|token| token.capital && token.word().as_ref().is_some_and(known)) else { break };
            labels.push(titled(token));
            next += 2;
        }
        if !labels.is_empty() {
            match found.iter_mut().find(|(kind, _)| kind == title) {
                Some((_, known)) => labels.into_iter().for_each(|label| {
                    if !known.contains(&label) {
                        known.push(label);
                    }
                }),
                None => found.push((title, labels)),
            }
        }
        at = next.max(at + 1);
    }
    found
}

/// "Toán", as names are written.
fn titled(token: &Token) -> String {
    let mut letters = token.written.chars();
    match letters.next().filter(|_| token.capital) {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => token.written.clone(),
    }
}

/// "101" of a room, whose first figure is its floor.
fn room(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    const HIGHEST: u64 = 599;
    let number = tokens.get(at)?.number().filter(|number| (101..=HIGHEST).contains(number) && number % 100 <= 30)?;
    let counts = tokens.get(at + 1).is_some_and(|next| next.is_sign('%') || next.is_sign('/') || next.is_sign('.'));
    (!counts).then(|| (number.to_string(), at + 1))
}

/// "6", "6A", "A".
pub(super) fn label(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at)?;
    if let Some(number) = token.number().filter(|number| *number < 100) {
        // "6A1", "3 phòng", "5%", "2/3"
        let letter = tokens.get(at + 1).filter(|next| !next.spaced && next.word().is_some_and(|word| word.len() == 1));
        let sign = tokens.get(at + 1).is_some_and(|next| next.is_sign('%') || next.is_sign('/'));
        return (!sign).then(|| match letter {
            Some(letter) => (format!("{number}{}", letter.written.to_uppercase()), at + 2),
            None => (number.to_string(), at + 1),
        });
    }
    const ROMANS: &[&str] = &["ii", "iii", "iv"];
    (token.capital && token.word().is_some_and(|word| word.len() == 1 || ROMANS.contains(&word)))
        .then(|| (token.written.to_uppercase(), at + 1))
}

/// What lies between two labels of a range: 1 and 5, A and D.
fn between(first: &str, last: &str) -> Vec<String> {
    if let (Ok(first), Ok(last)) = (first.parse::<u8>(), last.parse::<u8>()) {
        return (first.saturating_add(1)..last).map(|number| number.to_string()).collect();
    }
    match (first.as_bytes(), last.as_bytes()) {
        ([first @ b'A'..=b'Z'], [last @ b'A'..=b'Z']) => (first + 1..*last).map(|letter| char::from(letter).to_string()).collect(),
        _ => Vec::new(),
    }
}
