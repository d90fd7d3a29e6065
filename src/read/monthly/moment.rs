//! A title in, the time or the round of reporting it names out: "KQ tháng 10", "Quý IV", "Kết quả đến 30/10/2023", "Lần 2".

use jiff::civil::Date;

use crate::phrase;
use crate::read::Context;
use crate::read::crossed::period::{Period, period};
use crate::text;

/// When a column tells of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment {
    pub when: When,
    /// The title itself says that it tells what came of the work.
    pub says: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum When {
    /// "Lần 2": the second, whenever it was.
    Round(u8),
    /// The day it begins with.
    From(Date),
}

/// Words that say what came of the work. Folded.
const TELLING: &[&str] = &[
    "ket qua thuc hien den",
    "ket qua thuc hien",
    "ket qua",
    "kq thuc hien",
    "kqth",
    "kq",
    "tien do thuc hien",
    "tien do",
    "tinh hinh thuc hien",
    "tinh hinh",
    "tinh trang",
    "trang thai",
    "bao cao",
    "danh gia",
    "kiem tra",
    "theo doi",
    "cap nhat",
    "da lam",
    "da thuc hien",
    "thuc hien den",
];
/// Words between these and the time. Folded.
const BETWEEN: &[&str] = &["tinh den", "den het", "den ngay", "den", "trong", "cua"];
/// What numbers a round of reporting. Folded.
const ROUNDS: &[&str] = &["lan", "dot"];
/// Rounds that have names, in their order. Folded.
const NAMED: [&[&str]; 2] =
    [&["giua ky", "giua ki", "giua hoc ky", "giua hk", "so ket"], &["cuoi ky", "cuoi ki", "cuoi hoc ky", "cuoi hk", "tong ket"]];
/// The longest such title, in letters.
const LONGEST: usize = 48;

/// What else is numbered in titles.
const OTHERS: &[&str] = &["Tiêu ch", "TC", "Mức"];

/// Cheaply: a short text with a number, and no mere number, code or amount of money.
pub(super) fn may_name(title: &str) -> bool {
    if text::has_more_letters(title, LONGEST) {
        return false;
    }
    // "Quý IV", "Giữa HKI"
    let is_roman = |word: &str| word.ends_with(['I', 'V', 'X']) && word.bytes().all(|letter| letter.is_ascii_uppercase());
    let roman = || title.contains(' ') && title.split(|sign: char| !sign.is_alphanumeric()).any(is_roman);
    let named = || ["iữa ", "IỮA ", "uối ", "UỐI ", " kết", "Sơ k", "SƠ K", "KẾT", "ổng k"].iter().any(|letters| title.contains(letters));
    if !title.contains(|sign: char| sign.is_ascii_digit()) && !roman() {
        return named();
    }
    let bare = title.trim_start_matches(['(', '-', ' ']);
    if !bare.starts_with(|letter: char| letter.is_ascii_digit()) {
        return !OTHERS.iter().any(|other| bare.starts_with(other));
    }
    // "30/10/2023", "30-10", "30.10.2023"
    let month = || title.contains(".20") || title.contains("háng");
    title.contains(['/', '-', '–']) || month() || title.matches('.').count() == 2 && !title.contains("000")
}

pub(super) fn moment(title: &str, context: &Context<'_>) -> Option<Moment> {
    if !may_name(title) {
        return None;
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    let (says, rest) = match behind(&words, TELLING) {
        Some(rest) => (true, rest),
        None => (false, &words[..]),
    };
    let mut rest = behind(rest, BETWEEN).unwrap_or(rest);
    if rest.is_empty() {
        return None;
    }
    let folded = text::fold(&rest.join(" "));
    if let Some(round) = (1..).zip(NAMED).find_map(|(round, names)| names.contains(&folded.as_str()).then_some(round)) {
        return Some(Moment { when: When::Round(round), says });
    }
    if let Some(numbered) = behind(rest, ROUNDS) {
        let number = numbered.first()?.trim_end_matches([':', ',', '.']);
        let number = number.parse::<u8>().ok().or_else(|| roman(number)).filter(|number| (1..=12).contains(number))?;
        rest = &numbered[1..];
        if rest.is_empty() {
            return Some(Moment { when: When::Round(number), says });
        }
    }
    let bare = rest.join(" ");
    let bare = bare.trim_matches(['(', ')', ':', '-', '–', ' ']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let named = behind(&words, BETWEEN).map_or_else(|| bare.to_owned(), |rest| rest.join(" "));
    Some(Moment { when: When::From(begins(&named, context)?), says })
}

/// The words behind the first of these that the text opens with.
fn behind<'w, 't>(words: &'w [&'t str], openings: &[&str]) -> Option<&'w [&'t str]> {
    let folded: Vec<String> = words.iter().take(5).map(|word| text::fold(word)).collect();
    openings.iter().find_map(|opening| {
        let count = opening.split(' ').count();
        (folded.len() >= count && folded[..count].join(" ") == *opening).then(|| &words[count..])
    })
}

fn roman(number: &str) -> Option<u8> {
    (1..).zip(["I", "II", "III", "IV"]).find_map(|(value, roman)| (number == roman).then_some(value))
}

/// The day with which a month, a quarter or a part of a half begins, or the day itself. Whole halves and years are told by other rules.
fn begins(named: &str, context: &Context<'_>) -> Option<Date> {
    let folded = text::fold(named);
    const HALVES: &[&str] = &["hk", "hoc ky", "hoc ki", "ca nam", "nam", "nh ", "dau nam", "giua nam", "cuoi nam", "he"];
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20");
    if HALVES.iter().any(|words| folded.starts_with(words)) || folded.split(' ').all(is_year) {
        return None;
    }
    if let Some(Period::Month { number, bare }) = period(named)
        && !folded.contains("20")
    {
        let month = number.cast_signed();
        return Date::new(context.year.year_of_month(month), month, 1).ok().filter(|_| !bare);
    }
    let window = phrase::time::parse(named, context.year, &context.frameworks.calendars);
    let month = || folded.strip_prefix('t').map(|rest| format!("tháng {}", rest.replacen(' ', "/", 1)));
    let window = match window.start.or(window.due) {
        Some(_) => window,
        None => phrase::time::parse(&month()?, context.year, &context.frameworks.calendars),
    };
    // What came of the work of other years is no state of this year's.
    let summer = Date::new(context.year.first(), 6, 1).ok()?;
    window.start.or(window.due).filter(|day| *day >= summer)
}
