//! Amounts of which only one is that of the work in, the words that hold it out: what is planned beside what is spent of it, the
//! later of two.

use super::super::token::Token;
use super::doubt::SPENT;
use super::number::unit_at;
use super::reader::Reader;

/// Lead in the amount that was planned. Folded.
const PLANNED: &[&str] = &["du toan", "tong du toan", "ke hoach", "kh", "theo ke hoach", "duoc duyet", "duoc giao", "tong kinh phi"];

/// The part of the tokens that is to be read; `None` where all of them are.
pub(super) fn part(tokens: &[Token]) -> Option<&[Token]> {
    later_of_two(tokens).or_else(|| {
        let clauses = clauses(tokens);
        let [first, second] = clauses[..] else { return None };
        let spent = |clause: &[Token]| {
            let of_year = behind_year(clause);
            let rest = of_year.unwrap_or(clause);
            let done = opens(rest, SPENT) || opens(rest, &["thuc hien", "th", "da th"]);
            (done || of_year.is_some_and(|rest| opens(rest, &["chi"]))) && has_amount(clause)
        };
        // "Năm 2024: 50tr" beside what was spent is what is planned for that year.
        let planned = |clause: &[Token]| {
            let dated = clause.iter().any(|token| token.digits() == 4);
            let led = opens(clause, PLANNED) || dated && opens(clause, &["du kien"]) || behind_year(clause).is_some() && !spent(clause);
            led && has_amount(clause)
        };
        // Either may come first.
        match (planned(first) && spent(second), planned(second) && spent(first)) {
            (true, false) => Some(first),
            (false, true) => Some(second),
            _ => None,
        }
    })
}

/// "Đề nghị 15 triệu, được duyệt 10 triệu", "Đã có 10 triệu, còn thiếu 5 triệu": two amounts of which nobody can say what they come to.
pub(super) fn is_at_odds(tokens: &[Token]) -> bool {
    const ASKED: &[&str] = &["nhu cau", "de nghi", "de xuat", "xin", "can", "kinh phi can"];
    const GRANTED: &[&str] =
        &["kha nang", "duoc", "duyet", "phe duyet", "xa duyet", "huyen duyet", "dap ung", "moi duoc", "chi duoc", "chi co"];
    const HELD: &[&str] = &["da co", "hien co", "moi co", "da huy dong", "da van dong"];
    const LACKING: &[&str] = &["con thieu", "thieu", "chua co"];
    let clauses = clauses(tokens);
    let [first, second, ..] = clauses[..] else { return false };
    let pairs = |one: &[&str], other: &[&str]| opens(first, one) && opens(second, other);
    // "3,2 tỷ; năm 2023 bố trí 1,5 tỷ"
    let part_of_it =
        || second.iter().any(|token| token.is_word("tri")) && !first.iter().any(|token| token.is_word("tri")) && names_nothing(first);
    has_amount(first) && has_amount(second) && (part_of_it() || pairs(ASKED, GRANTED) || pairs(HELD, LACKING))
}

/// "Đã chi 5 triệu, còn lại 7 triệu": whether the text begins with what is spent.
pub(super) fn is_spent_first(tokens: &[Token]) -> bool {
    opens(tokens, SPENT)
}

/// "Giảm từ 30 triệu xuống 20 triệu", "Điều chỉnh 15 triệu thành 12 triệu", "10 triệu, điều chỉnh thành 12 triệu".
fn later_of_two(tokens: &[Token]) -> Option<&[Token]> {
    const CHANGED: &[&str] = &["giam", "tang", "dieu chinh", "ha", "nang"];
    let changed = (0..tokens.len()).find(|at| opens(&tokens[*at..], if *at == 0 { CHANGED } else { &["dieu chinh"] }))?;
    let turn = changed + tokens[changed..].iter().position(|token| matches!(token.word(), Some("xuong" | "len" | "thanh")))?;
    (has_amount(&tokens[..turn]) && has_amount(&tokens[turn..])).then(|| &tokens[turn + 1..])
}

fn opens(tokens: &[Token], phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| phrase.split(' ').enumerate().all(|(at, word)| tokens.get(at).is_some_and(|token| token.is_word(word))))
}

/// What stands behind `Năm 2023` or `2023:`, where a clause begins so.
fn behind_year(clause: &[Token]) -> Option<&[Token]> {
    let named = usize::from(opens(clause, &["nam"]));
    let year = clause.get(named).filter(|token| token.digits() == 4)?;
    let sign = usize::from(clause.get(named + 1).is_some_and(|token| token.is_sign(':')));
    year.number().filter(|year| named + sign > 0 && (2000..2100).contains(year)).map(|_| &clause[named + 1 + sign..])
}

/// `KH: 20tr / TH: 15tr`, `KH 20tr - TH 15tr`: whether the sign parts what is planned from what is spent.
fn parts_plan_and_spending(tokens: &[Token], at: usize) -> bool {
    let sign = tokens[at].is_sign('/') || tokens[at].is_sign('-') && tokens[at].spaced;
    sign && opens(&tokens[at + 1..], &["kh", "ke hoach", "th", "thuc hien", "quyet toan"])
}

/// The parts between commas, semicolons, line ends and brackets; a comma within a number parts nothing.
fn clauses(tokens: &[Token]) -> Vec<&[Token]> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        let comma = token.is_sign(',') && tokens.get(at + 1).is_none_or(|next| next.spaced || next.number().is_none());
        // "Đã chi năm 2023: 30tr. Năm 2024: 50tr"
        let stop = token.is_sign('.') && tokens.get(at + 1).is_some_and(|next| next.spaced && next.word().is_some());
        if comma || stop || [';', '\n', '(', ')'].iter().any(|sign| token.is_sign(*sign)) || parts_plan_and_spending(tokens, at) {
            found.push(&tokens[start..at]);
            start = at + 1;
        }
    }
    found.push(&tokens[start..]);
    found.retain(|clause| !clause.is_empty());
    found
}

/// Whether nothing but a number and its unit stands there.
fn names_nothing(clause: &[Token]) -> bool {
    let unit = |at: usize| {
        unit_at(&clause[at..], false).is_some() || at > 0 && unit_at(&clause[at - 1..], false).is_some_and(|(_, length)| length > 1)
    };
    (0..clause.len()).all(|at| clause[at].word().is_none() || unit(at))
}

/// A number with a unit, or one so large that it can count nothing else: "Kế hoạch số 12" names a paper.
fn has_amount(tokens: &[Token]) -> bool {
    const LARGE: i128 = 100_000;
    let mut reader = Reader { tokens, at: 0 };
    while let Some(token) = tokens.get(reader.at) {
        let Some(number) = token.number().and_then(|_| reader.number()) else {
            reader.at += 1;
            continue;
        };
        if unit_at(&tokens[reader.at..], false).is_some() || number.decimals == 0 && number.digits >= LARGE {
            return true;
        }
    }
    false
}
