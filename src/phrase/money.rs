//! The text of a cost cell in, its meaning out: an amount in whole đồng, who pays, or neither.

mod again;
mod amount;
mod breaks;
#[cfg(test)]
mod corpus;
mod counted;
mod doubt;
mod label;
mod lines;
mod marks;
mod moved;
mod number;
mod own;
mod payers;
mod piecewise;
mod product;
mod reader;
mod resources;
mod sum;
mod walk;
mod words;

use self::amount::Found;
use self::marks::tokens;
use self::number::{any_number, unit_at};
pub use self::payers::payers;
use self::payers::{BUDGET, SOCIALISED, names_fund, sources, stands};
use self::reader::Reader;
pub use self::resources::may_be_money;
use super::nothing::is_nothing;
use super::telex;
use super::token::{Token, ZEROES, mend_digits};
use crate::model::{Cost, CostKind};
use crate::text::memory::{Memory, MemoryUnder};
use crate::text::{cleaned, fold};

/// `5.000.000` for a message.
pub fn grouped(amount: i64) -> String {
    let digits = amount.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(".")
}

/// What the text says of money; a bare number is in đồng.
pub fn parse(text: &str) -> Cost {
    parse_in(text, 1)
}

/// What the text says of money; a bare number is in units of `unit_vnd` đồng, as the words above the table say. A number with its own unit keeps it.
pub fn parse_in(text: &str, unit_vnd: i64) -> Cost {
    thread_local! {
        static PLAIN: Memory<Cost> = Memory::default();
        static IN_UNITS: MemoryUnder<i64, Cost> = MemoryUnder::default();
    }
    if unit_vnd == 1 {
        return PLAIN.with(|known| known.recall(text, |text| read_anew(text, 1)));
    }
    IN_UNITS.with(|known| known.recall(text, |unit| *unit == unit_vnd, || unit_vnd, |text| read_anew(text, unit_vnd)))
}

fn read_anew(text: &str, unit_vnd: i64) -> Cost {
    let found = read(text, unit_vnd);
    // "EUR" is no "eu" with the key of a mark behind it.
    let foreign = || tokens(text).iter().any(|token| doubt::is_foreign(Some(token)));
    if found.kind != CostKind::Unspecified || !found.sources.is_empty() || foreign() {
        return found;
    }
    let plain = telex::taken_back(text).map(|plain| read(&plain, unit_vnd));
    plain.filter(|cost| cost.kind != CostKind::Unspecified).unwrap_or(found)
}

fn read(text: &str, unit_vnd: i64) -> Cost {
    // "Chưa có" is money still to be found.
    let stated = behind_title(text);
    if is_nothing(stated) && !stated.contains('0') && fold(stated) != "chua co" {
        return Cost::default();
    }
    let text = behind_neutral(text);
    let text = &*cleaned(text);
    let parted = breaks::parted(text);
    let text = parted.as_deref().unwrap_or(text);
    let joined = breaks::joined(text);
    let text = joined.as_deref().unwrap_or(text);
    let mended = mend_digits(text, ZEROES, &[]);
    let mut tokens = lines::unwrapped(tokens(mended.as_deref().unwrap_or(text)), &[BUDGET, SOCIALISED]);
    // `./.` ends a document, and the sums written in words in it.
    while tokens.len() > 1 && tokens.last().is_some_and(|last| ['.', '/', ';', ','].iter().any(|sign| last.is_sign(*sign))) {
        tokens.pop();
    }
    lines::open(&mut tokens);
    let sources = sources(&tokens);
    let (kind, amount_vnd) = match amount::read(&tokens, unit_vnd) {
        Found::Amount(0) => (CostKind::Zero, Some(0)),
        Found::Amount(amount) => (CostKind::Amount, Some(amount)),
        Found::UnitPrice => (CostKind::UnitPrice, None),
        Found::Unclear => (CostKind::Unspecified, None),
        Found::Nothing if stands(&tokens, 0, "khong dong") && tokens.len() == 2 => (CostKind::Zero, Some(0)),
        Found::Nothing if denies(&tokens) && !others_pay(&tokens) => return Cost::default(),
        Found::Nothing => match words::amount(&tokens) {
            Some(amount) => (CostKind::Amount, Some(amount)),
            None if sources.is_empty() && !names_fund(&tokens) => (CostKind::Unspecified, None),
            None => (CostKind::SourceOnly, None),
        },
    };
    Cost { kind, amount_vnd, sources, parts: Vec::new() }
}

/// What stands behind `Kinh phí:`; the whole text where it begins with no such title.
fn behind_title(text: &str) -> &str {
    match text.split_once(':') {
        Some((title, rest)) if is_title(title) && rest.chars().any(|sign| !sign.is_whitespace()) => rest.trim(),
        _ => text,
    }
}

/// What stands behind `KP:`, and behind the dash of a single line: neither says anything of the amount.
fn behind_neutral(text: &str) -> &str {
    const NEUTRAL: &[&str] =
        &["kinh phi", "kp", "so tien", "chi phi", "muc chi", "du kien", "du kien kinh phi", "kinh phi du kien", "kp du kien"];
    let rest = match text.split_once(':') {
        Some((title, rest)) if NEUTRAL.contains(&fold(title).as_str()) => rest.trim(),
        _ => text.trim(),
    };
    let single = ["- ", "+ ", "* ", "• "].iter().find_map(|mark| rest.strip_prefix(mark)).filter(|line| !line.contains('\n'));
    single.map_or(rest, str::trim)
}

fn is_title(words: &str) -> bool {
    const MORE: &[&str] = &["kinh phi du kien", "kinh phi thuc hien", "kp du kien", "du kien", "tong cong", "tong so", "tong kp"];
    let folded = fold(words);
    TITLES.contains(&folded.as_str()) || MORE.contains(&folded.as_str())
}

/// Whether a number that is written in full has a larger unit behind it all the same: `15.000.000 triệu đồng`. It is read without the unit.
pub fn is_unit_behind_full(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < 6 || !text.chars().any(char::is_alphabetic) {
        return false;
    }
    any_number(&tokens(text), |number, behind| unit_at(behind, false).is_some_and(|(unit, _)| number.is_in_full(unit)))
}

/// Whether the text says, in words that leave no doubt, that no sum is fixed yet: `Theo thực tế`, `Chưa xác định`.
pub fn is_left_open(text: &str) -> bool {
    const OPEN: &[&str] = &[
        "theo thuc te",
        "theo nhu cau",
        "theo nhu cau thuc te",
        "theo tinh hinh thuc te",
        "theo phat sinh thuc te",
        "theo thuc te phat sinh",
        "theo quy dinh",
        "tuy thuc te",
        "tuy tinh hinh",
        "tuy tinh hinh thuc te",
        "tuy nhu cau",
        "chua xac dinh",
        "chua du kien",
        "chua ro",
        "chua co du toan",
        "se du toan sau",
        "du toan sau",
        "bo sung sau",
        "theo kha nang",
    ];
    OPEN.contains(&fold(text).as_str())
}

/// The unit that words above a table or in a title state, in đồng: `ĐVT: triệu đồng` is 1,000,000.
pub fn unit(text: &str) -> Option<i64> {
    thread_local! {
        static READ: Memory<Option<i64>> = Memory::default();
    }
    READ.with(|known| known.recall(text, read_unit))
}

/// A line that says nothing but what the amounts count.
pub fn is_unit_line(line: &str) -> bool {
    line.chars().count() <= 60 && line.parse::<f64>().is_err() && unit(line).is_some()
}

fn read_unit(text: &str) -> Option<i64> {
    let tokens = tokens(text);
    let is_title = TITLES.iter().any(|title| stands(&tokens, 0, title));
    // "Kinh phí, triệu đồng"
    let behind_comma = is_title && tokens.iter().filter(|token| token.is_sign(',') || token.number().is_some()).count() == 1;
    let whole_bracket = tokens.first().is_some_and(|token| token.is_sign('('));
    (0..tokens.len()).find_map(|at| {
        let start = match UNIT_WORDS.iter().find(|words| stands(&tokens, at, words)) {
            Some(words) => at + words.split(' ').count(),
            None if tokens[at].is_sign(',') && behind_comma => {
                let (value, length) = unit_at(&tokens[at + 1..], false)?;
                return (at + 1 + length == tokens.len()).then_some(value);
            }
            None if tokens[at].is_sign('(') && (is_title || (whole_bracket && at == 0)) => at + 1,
            None => return None,
        };
        let start =
            start + tokens[start..].iter().take_while(|token| token.is_sign(':') || token.is_sign('(') || token.is_word("la")).count();
        let (value, length) = unit_at(&tokens[start..], true)?;
        let ends = tokens.get(start + length).is_none_or(|token| [')', '\n', ',', '.', ';'].iter().any(|sign| token.is_sign(*sign)));
        ends.then_some(value)
    })
}

const UNIT_WORDS: &[&str] = &["don vi tinh", "dv tinh", "dvt", "don vi tien", "don vi"];
const TITLES: &[&str] = &[
    "kinh phi",
    "kp",
    "du kien kinh phi",
    "so tien",
    "thanh tien",
    "du toan",
    "chi phi",
    "muc chi",
    "nguon kinh phi",
    "tong kinh phi",
    "tong",
];

/// "Không phát sinh", "không có kinh phí": that nothing is to be paid. "Không xác định" says nothing.
fn denies(tokens: &[Token]) -> bool {
    const DENIALS: &[&str] = &[
        "khong co",
        "khong can",
        "khong phat sinh",
        "khong ton",
        "khong tinh",
        "ko ton",
        "ko can",
        "ko co",
        "khong su dung",
        "khong dung",
        "khong kinh phi",
        "khong mat",
        "khong phai",
        "khong chi",
        "khong thu",
        "khong yeu cau",
        "mien phi",
    ];
    let colon = tokens.iter().position(|token| token.is_sign(':')).map_or(0, |at| at + 1);
    let words = tokens[..colon].iter().filter_map(Token::word).collect::<Vec<_>>().join(" ");
    let start = if is_title(&words) { colon } else { 0 };
    let at = start + tokens[start..].iter().position(|token| token.word().is_some()).unwrap_or(0);
    // "Không (lồng ghép)", "Không, chỉ cần nhân lực"
    let only = stands(tokens, at, "khong")
        && tokens.get(at + 1).is_none_or(|next| [',', '(', '.', ';', '-'].iter().any(|sign| next.is_sign(*sign)));
    // "Không tính được" says that nobody knows.
    let unknown = stands(tokens, at, "khong tinh duoc") || stands(tokens, at, "khong tinh toan");
    DENIALS.iter().any(|words| stands(tokens, at, words)) && !unknown || only || ends_in_denial(tokens)
}

/// "Lồng ghép, không tốn kinh phí": whether the last that is said is that nothing is to be paid.
fn ends_in_denial(tokens: &[Token]) -> bool {
    const LAST: &[&str] =
        &["khong ton kinh phi", "khong can kinh phi", "khong phat sinh kinh phi", "khong mat kinh phi", "khong ton tien", "khong ton kp"];
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    LAST.iter().any(|phrase| words.ends_with(&phrase.split(' ').collect::<Vec<_>>()))
}

/// "Không dùng ngân sách, vận động phụ huynh": behind the denial somebody is named who pays.
fn others_pay(tokens: &[Token]) -> bool {
    let apart = |token: &Token| [',', ';', '\n', '('].iter().any(|sign| token.is_sign(*sign));
    tokens.iter().position(apart).is_some_and(|at| !denies(&tokens[at + 1..]) && !sources(&tokens[at + 1..]).is_empty())
}

impl Reader<'_> {
    /// Words about money that add nothing to the amount.
    fn is_filler(&self) -> Option<usize> {
        const FILLERS: &[&str] = &[
            "khoang",
            "du kien",
            "tu",
            "nguon",
            "kinh phi",
            "so tien",
            "tien",
            "uoc tinh",
            "uoc",
            "tam tinh",
            "chi",
            "trong do",
            "gom",
            "bao gom",
            "la",
            "cua",
            "dia phuong",
            "tinh",
            "huyen",
            "xa",
            "quan",
            "nha truong",
            "truong",
            "ho tro",
            "cap",
            "va",
            "hoi",
            "ban dai dien",
            "hoc sinh",
            "toi da",
            "toi thieu",
            "tren",
            "duoi",
            "gan",
            "hon",
            "moi nam",
            "thuong xuyen",
            "hoa",
            "cong dong",
        ];
        let of = |phrases: &[&str]| {
            phrases.iter().filter(|phrase| stands(self.tokens, self.at, phrase)).map(|phrase| phrase.split(' ').count()).max()
        };
        of(FILLERS).max(of(BUDGET)).max(of(SOCIALISED))
    }
}
