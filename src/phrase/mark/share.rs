//! A mark, alone or with how many of its indicators are met, in; whether it says yes out: `Đạt (3/3 chỉ báo)`, `2/3`, `x (1/1)`.

use super::{Mark, parse};
use crate::text::fold;

/// What a cell says of one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Said(Mark),
    /// The word says one thing, the number of indicators another: `Đạt (2/3 chỉ báo)`.
    Contradicts,
}

/// No level has more indicators.
const MOST: u8 = 9;
const INDICATORS: &[&str] = &["chi bao", "cb", "noi ham", "noi dung", "yeu cau", "chi so"];

/// The mark of a cell. A level is met where all its indicators are.
pub fn verdict(text: &str) -> Option<Verdict> {
    if let Some(mark) = parse(text) {
        return Some(Verdict::Said(mark));
    }
    if denies_with_reason(text) {
        return Some(Verdict::Said(Mark::No));
    }
    let (word, is_all) = percent(text).or_else(|| shared(text).map(|(word, met, of)| (word, met == of)))?;
    let all = if is_all { Mark::Yes } else { Mark::No };
    let own = if word.is_empty() { all } else { parse(&word).filter(|mark| *mark != Mark::Dash)? };
    Some(if own == all { Verdict::Said(own) } else { Verdict::Contradicts })
}

/// "Chưa đạt (thiếu phòng)", "Không đạt do thiếu giáo viên": why it is not met stands behind that it is not.
fn denies_with_reason(text: &str) -> bool {
    const LONGEST: usize = 160;
    const WORDS: &[&str] = &["khong dat", "chua dat", "kd", "k dat", "ko dat"];
    const REASONS: &[&str] = &["do ", "vi ", "thieu ", "con thieu ", "con ", "chua co ", "khong co "];
    if text.len() > LONGEST || !text.trim_start().starts_with(['K', 'k', 'C', 'c']) {
        return false;
    }
    let folded = fold(text);
    let Some(rest) = WORDS.iter().find_map(|word| folded.strip_prefix(word)).and_then(|rest| rest.strip_prefix(' ')) else {
        return false;
    };
    let signed = text.trim_start().split(['(', ':', ',', '-']).next().is_some_and(|opening| WORDS.contains(&fold(opening).as_str()));
    let more =
        rest.split(' ').any(|word| matches!(word, "dat" | "muc" | "danh") || word.starts_with(|letter: char| letter.is_ascii_digit()));
    (signed || REASONS.iter().any(|reason| rest.starts_with(reason))) && !more
}

/// Whether the number of indicators is all that a cell says of its level: `3/3 chỉ báo`.
pub fn is_bare_share(text: &str) -> bool {
    text.trim_start().starts_with(|letter: char| letter.is_ascii_digit()) && parse(text).is_none() && shared(text).is_some()
}

/// "Đạt (100%)", "Không đạt 67%": the word, and whether that is all of the indicators. A bare share of hundred is looked at with its table.
fn percent(text: &str) -> Option<(String, bool)> {
    const LONGEST: usize = 40;
    let bare = text.trim().trim_end_matches([')', ']']).strip_suffix('%').filter(|_| text.len() <= LONGEST)?.trim_end();
    let word = bare.trim_end_matches(|sign: char| sign.is_ascii_digit() || sign == ',' || sign == '.');
    let share: f64 = bare[word.len()..].replace(',', ".").parse().ok()?;
    let word = word.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '(' | '[' | ':' | '-' | '–' | ',')).trim();
    (!word.is_empty() && (0.0..=100.0).contains(&share)).then(|| (word.to_owned(), share >= 100.0))
}

/// The word, how many are met, of how many.
fn shared(text: &str) -> Option<(String, u8, u8)> {
    const LONGEST: usize = 60;
    let (before, after) = text.split_once('/').filter(|_| text.len() <= LONGEST)?;
    let (before, after) = (before.trim_end(), after.trim_start());
    let met = before.chars().next_back()?.to_digit(10)?;
    let of = after.chars().next()?.to_digit(10)?;
    let (before, after) = (&before[..before.len() - 1], &after[1..]);
    let goes_on = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '.' | ',' | '%');
    if before.ends_with(goes_on) || after.starts_with(goes_on) || after.contains('/') {
        return None;
    }
    let folded = fold(after);
    let rest = INDICATORS.iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded).trim();
    let word = before.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '(' | '[' | ':' | '-' | '–' | ',')).trim();
    let (met, of) = (u8::try_from(met).ok()?, u8::try_from(of).ok()?);
    let word = if word.is_empty() { rest } else { word };
    (met <= of && (1..=MOST).contains(&of) && (rest.is_empty() || word == rest)).then(|| (word.to_owned(), met, of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_met_by_all_its_indicators() {
        for text in
            ["Đạt (3/3 chỉ báo)", "Đạt 3/3", "3/3", "1/1 chỉ báo", "đạt 3/3 CB", "x (3/3)", "✓ 2/2", "3/3 chỉ báo đạt", "Đạt: 3 / 3", "Đạt"]
        {
            assert_eq!(verdict(text), Some(Verdict::Said(Mark::Yes)), "{text}");
        }
        for text in ["Đạt (100%)", "Đạt 100 %", "x (100%)", "Đạt: 100%"] {
            assert_eq!(verdict(text), Some(Verdict::Said(Mark::Yes)), "{text}");
        }
        for text in ["Không đạt (67%)", "Không đạt (1/3)", "2/3", "0/1", "KĐ 2/3 chỉ báo", "0/3 nội hàm", "chưa đạt [1/2]", "1/3 không đạt"]
        {
            assert_eq!(verdict(text), Some(Verdict::Said(Mark::No)), "{text}");
        }
        for text in ["Chưa đạt (thiếu phòng)", "Không đạt do thiếu giáo viên", "KĐ: chưa có hồ sơ", "Chưa đạt, thiếu sách"]
        {
            assert_eq!(verdict(text), Some(Verdict::Said(Mark::No)), "{text}");
        }
        for text in ["Không đạt mức 3, đạt mức 2", "Chưa đạt vì chưa đánh giá", "Đạt (chưa có quyết định)", "Không đạt chuẩn", "Chưa có"]
        {
            assert_eq!(verdict(text), None, "{text}");
        }
        for text in ["Đạt (67%)", "Đạt (2/3 chỉ báo)", "Đạt 2/3", "Không đạt 3/3", "x (0/1)"] {
            assert_eq!(verdict(text), Some(Verdict::Contradicts), "{text}");
        }
    }

    #[test]
    fn other_fractions_are_no_marks() {
        for text in
            ["", "13/19", "10/10", "3/2", "0/0", "1/2/3", "3/3/2024", "Đạt/Không đạt", "3/3%", "khá (3/3)", "Đạt 3/3 x", "a/b", "/", "3/"]
        {
            assert!(!matches!(verdict(text), Some(Verdict::Said(Mark::Yes | Mark::No) | Verdict::Contradicts)), "{text}");
        }
    }
}
