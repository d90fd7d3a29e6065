//! A cell of a self-assessment in, the mark in it out.

mod share;

pub use share::{Verdict, is_bare_share, verdict};

use crate::text::{fold, has_more_letters};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// x, ✓, Đạt.
    Yes,
    /// Không đạt.
    No,
    /// Dashes and empty boxes: there is no such level, or nothing to mark.
    Dash,
}

/// The two signs that people tell apart where they use both: ✓ beside ☒ is no second tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Tick,
    Cross,
}

/// The sign that a cell holds and nothing else.
pub fn sign(text: &str) -> Option<Sign> {
    let mut signs =
        text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '(' | ')' | '[' | ']' | '.' | '\u{FE0E}' | '\u{FE0F}'));
    let is = |sign: char| match sign {
        '✓' | '✔' | '√' | '☑' | '✅' | 'ü' | 'þ' | '\u{F0FC}' | '\u{F0FE}' | '\u{F052}' | 'v' | 'V' => Some(Sign::Tick),
        'x' | 'X' | '×' | '✕' | '✖' | '✗' | '✘' | '☒' | '❌' | 'х' | 'Х' | 'χ' | 'ý' | 'û' | '\u{F0FD}' | '\u{F0FB}' | '\u{F053}'
        | '\u{F078}' => Some(Sign::Cross),
        _ => None,
    };
    let first = is(signs.next()?)?;
    signs.all(|sign| is(sign) == Some(first)).then_some(first)
}

/// What a cell says in words or their first letters, "Đạt", "KĐ", and not by a sign or a number.
pub fn word(text: &str) -> Option<Mark> {
    let is_word = |folded: &str| folded.contains("dat") || matches!(folded, "d" | "kd" | "cd" | "co" | "khong" | "chua");
    parse(text).filter(|mark| *mark != Mark::Dash && is_word(&fold(text)))
}

/// "a", "b)", "Chỉ báo c", "a) Phù hợp với mục tiêu": one indicator of a level.
pub fn is_indicator(text: &str) -> bool {
    let folded = fold(text);
    let bare = ["chi bao ", "noi ham ", "chi so ", "cb "].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    let (letter, rest) = bare.split_at_checked(1).unwrap_or_default();
    let opens = text.trim_start().chars().nth(1).is_some_and(|sign| matches!(sign, ')' | '.' | ':'));
    matches!(letter, "a" | "b" | "c" | "d" | "e") && (rest.is_empty() || opens && rest.starts_with(' '))
}

/// The mark of a cell; `None` for an empty one and for what is no mark.
pub fn parse(text: &str) -> Option<Mark> {
    /// The most that words of a mark have: "x Không đạt yêu cầu".
    const MOST_LETTERS: usize = 20;
    if has_more_letters(text, MOST_LETTERS) {
        return None;
    }
    let marks: String = text
        .chars()
        .filter(|sign| {
            !sign.is_whitespace()
                && !sign.is_control()
                && !matches!(sign, '(' | ')' | '[' | ']' | '.' | '\u{200B}'..='\u{200F}' | '\u{FE0E}' | '\u{FE0F}')
        })
        .collect();
    if marks.is_empty() {
        // "( )", "[ ]": room for a mark that nobody made.
        let room = |open: char, close: char| text.trim().strip_prefix(open).and_then(|text| text.strip_suffix(close)).is_some();
        return (room('(', ')') || room('[', ']')).then_some(Mark::Dash);
    }
    if marks.chars().all(|sign| matches!(sign, '-' | '–' | '—' | '−' | '‐' | '‑' | '―' | '/' | '\\' | '_')) {
        return Some(Mark::Dash);
    }
    // Boxes that nobody ticked.
    if marks.chars().all(|sign| matches!(sign, '☐' | '□' | '◻' | '⬜' | '❑' | '❏' | '¨' | '\u{F0A8}' | '\u{F06F}' | '\u{F071}'))
    {
        return Some(Mark::Dash);
    }
    // U+F0FC and its like are the ticks of the Wingdings font, ü and þ the same typed by hand; х and χ are x on other keyboards.
    let ticks = |sign: char| {
        matches!(
            sign,
            'x' | 'X'
                | '×'
                | '✕'
                | '✓'
                | '✔'
                | '√'
                | '☑'
                | '☒'
                | '✅'
                | 'х'
                | 'Х'
                | 'χ'
                | '+'
                | '●'
                | '■'
                | 'ü'
                | 'þ'
                | 'ý'
                | '\u{F0FC}'
                | '\u{F0FE}'
                | '\u{F0FD}'
                | '\u{F052}'
                | '\u{F053}'
                | '\u{F078}'
        )
    };
    if marks.chars().all(ticks) && marks.chars().count() <= 3 {
        return Some(Mark::Yes);
    }
    let folded = fold(text);
    // `Đạt (x)`, `x Không đạt`: the word is what is ticked.
    let word = folded.strip_suffix(" x").or_else(|| folded.strip_prefix("x ")).unwrap_or(&folded);
    match word {
        "v" | "d" | "dat" | "co" | "1" | "true" | "yes" | "da dat" | "co dat" | "dat yeu cau" | "dat tieu chi" | "dat chuan" => {
            Some(Mark::Yes)
        }
        "khong dat" | "kd" | "chua dat" | "k dat" | "ko dat" | "kh dat" | "khg dat" | "ch dat" | "cd" | "chua" | "chua dat yeu cau"
        | "khong dat yeu cau" | "0" | "false" | "no" | "khong" | "ko" | "k" => Some(Mark::No),
        "kdg" | "k dg" | "khong danh gia" | "chua danh gia" | "cdg" => Some(Mark::Dash),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_is_its_mark() {
        for text in [
            "x", "X", " x ", "×", "✓", "✔", "✔️", "v", "V", "Đạt", "đạt", "ĐẠT", "đ", "Đ", "+", "1", "(x)", "[x]", "х", "√", "☑", "xx",
            "TRUE", "\u{F0FC}", "x.", "Dat", "ü", "þ", "ý",
        ] {
            assert_eq!(parse(text), Some(Mark::Yes), "{text}");
        }
        for text in ["Không đạt", "KĐ", "chưa đạt", "Không", "kđ", "K.đạt", "0", "FALSE", "KHÔNG ĐẠT"] {
            assert_eq!(parse(text), Some(Mark::No), "{text}");
        }
        for text in ["-", "--", "–", "—", "/", "//", "- -", "\\", "☐", "□", "¨", "KĐG", "Chưa đánh giá", "K.ĐG"] {
            assert_eq!(parse(text), Some(Mark::Dash), "{text}");
        }
        for text in ["", " ", "…", "✗", "2", "Mức 1", "Đạt Mức 2", "13/19", "abc", "xyz", "Nhà trường", "10"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn unseen_spellings_are_their_marks_or_none() {
        let yes = [
            "đạt.",
            "Đạt!",
            "Đ.",
            "đạt (x)",
            "x đạt",
            "Đạt x",
            "\"Đạt\"",
            "- Đạt",
            "Đạt;",
            "Có đạt",
            "Đat",
            "đã đạt",
            "Đạt chuẩn",
            "Đạt tiêu chí",
            "++",
            "Có",
            "1.",
            "Dạt",
            "đạt/x",
            "Đạt ✓",
        ];
        let no = [
            "không đạt.",
            "Không  đạt",
            "Khg đạt",
            "Kh đạt",
            "Không Đạt!",
            "K",
            "kđ.",
            "CĐ",
            "Chưa",
            "chưa đạt.",
            "Không đạt (x)",
            "0.",
            "No",
            "KĐ (x)",
            "Ko đạt",
            "Khong dat",
            "Không đat",
            "Ch đạt",
            "Chưa đạt yêu cầu",
            "Không đạt yêu cầu",
        ];
        let dash = ["- -", "---", "____", "(-)", "–-", "./.", "-/-"];
        let none = [
            "Đạt/Không đạt",
            "Đ/KĐ",
            "K/Đ",
            "đạt, không đạt",
            "Đạt một phần",
            "Đạt 80%",
            "x?",
            "?",
            "Mức 1",
            "M1",
            "tốt",
            "khá",
            "đang thực hiện",
            "1/2",
            "2",
            "đang phấn đấu",
            "Đạt mức 1, 2",
            "đ/c",
            "Đồng",
            "đồng ý",
            "Đội",
            "k có",
            "x x x x",
            "Xong",
            "x Mức 2",
        ];
        let mut wrong = Vec::new();
        for (texts, mark) in [(&yes[..], Some(Mark::Yes)), (&no[..], Some(Mark::No)), (&dash[..], Some(Mark::Dash)), (&none[..], None)] {
            wrong.extend(
                texts.iter().filter(|text| parse(text) != mark).map(|text| format!("{text:?} is {mark:?}, read as {:?}", parse(text))),
            );
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn ticks_and_crosses_are_told_apart() {
        for text in ["✓", "☑", "þ", "V", "(✔)"] {
            assert_eq!(sign(text), Some(Sign::Tick), "{text}");
        }
        for text in ["x", "X", "☒", "✗", "ý", "[x]"] {
            assert_eq!(sign(text), Some(Sign::Cross), "{text}");
        }
        for text in ["", "Đạt", "✓x", "-", "☐", "●"] {
            assert_eq!(sign(text), None, "{text}");
        }
    }
}
