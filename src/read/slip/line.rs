//! One line of a slip in, what it says out: the conclusion on the criterion, a level met or not, an indicator.

use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::{Mark, Verdict};
use crate::text;

/// What may stand before a conclusion. Folded.
const LABELS: &[&str] = &[
    "muc tieu chi dat duoc",
    "ket luan",
    "ket qua",
    "tu danh gia",
    "danh gia",
    "tu xep loai",
    "xep loai",
    "cua",
    "ve",
    "nha truong",
    "truong",
    "tieu chi",
    "nay",
    "chung",
    "muc danh gia",
    "muc",
    "la",
    "theo",
    "cac",
    "muc dat duoc",
    "dat duoc",
];
/// Of these one must stand there, unless the words themselves say that a level is met.
const CONCLUDES: &[&str] =
    &["ket luan", "tu danh gia", "ket qua", "xep loai", "muc danh gia", "muc dat duoc", "muc tieu chi dat duoc", "tieu chi dat duoc"];
/// A longer line is prose.
const LONGEST: usize = 140;

/// What a line concludes of its criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Conclusion {
    /// The level reached; 0 for none.
    Reached(u8),
    /// It is a conclusion, and which is not clear: "Kết quả: Đạt Mức 1/2/3" of an empty form.
    Unclear,
}

/// "Kết luận: Tiêu chí đạt Mức 1", "5. Tự đánh giá: Đạt Mức 2", "Tiêu chí 1.1: Không đạt".
pub(super) fn conclusion(text: &str) -> Option<Conclusion> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let folded = text::fold(text);
    let labelled = CONCLUDES.iter().any(|label| folded.contains(label));
    let met = folded.contains("dat muc") || folded.contains("khong dat") || folded.contains("chua dat");
    if !(labelled || met && folded.contains("tieu chi") || folded.starts_with("dat muc ")) {
        return None;
    }
    let rest = behind_labels(&folded);
    if rest.is_empty() {
        return None;
    }
    // A template's choice, still to be made.
    if text.contains('/') && rest.chars().filter(char::is_ascii_digit).count() > 1 {
        return Some(Conclusion::Unclear);
    }
    let behind_colon = || match text.rsplit_once(':').map(|(_, said)| phrase::levels::reached(said)) {
        Some(Some(Reached::Up(level))) if labelled && level <= 3 => Some(level),
        _ => None,
    };
    match reached(rest).or_else(behind_colon) {
        Some(level) => Some(Conclusion::Reached(level)),
        None if labelled && rest.split(' ').count() <= 6 && (met || rest.contains("dat")) => Some(Conclusion::Unclear),
        None => None,
    }
}

/// What is left of a conclusion behind its labels and the code of the criterion.
fn behind_labels(folded: &str) -> &str {
    let mut rest = folded;
    loop {
        let before = rest;
        for label in LABELS {
            // "Mức" is a label only before what says the level again: "Mức đánh giá", "Mức: Đạt Mức 1".
            let behind = rest.strip_prefix(label).filter(|behind| behind.is_empty() || behind.starts_with(' '));
            if let Some(behind) = behind.map(str::trim_start).filter(|behind| *label != "muc" || behind.starts_with("dat")) {
                rest = behind;
            }
        }
        // "5. Tự đánh giá", "Tiêu chí 1.1".
        let digits = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        if digits.len() < rest.len() && digits.starts_with(' ') {
            rest = digits.trim_start();
        }
        if rest == before {
            return rest;
        }
    }
}

/// "dat muc 2", "muc 1", "khong dat", "dat muc 1 chua dat muc 2".
fn reached(folded: &str) -> Option<u8> {
    let level = |text: &str| {
        let bare = text.strip_prefix("dat ").unwrap_or(text).strip_prefix("muc ")?;
        bare.strip_prefix("do ").unwrap_or(bare).parse::<u8>().ok().filter(|level| (1..=3).contains(level))
    };
    if matches!(folded, "khong dat" | "chua dat" | "khong dat muc 1" | "chua dat muc 1") {
        return Some(0);
    }
    if let Some(level) = level(folded) {
        return Some(level);
    }
    // "Đạt Mức 1, 2", "Đạt Mức 1 và Mức 2": those reached, one after the other.
    if let Some(listed) = folded.strip_prefix("dat muc ") {
        let levels: Vec<&str> = listed.split(' ').filter(|word| !matches!(*word, "muc" | "va")).collect();
        if levels.len() > 1 && ["1", "2", "3"].starts_with(&levels) {
            return u8::try_from(levels.len()).ok();
        }
    }
    let (first, second) = [" chua dat ", " khong dat "].iter().find_map(|words| folded.split_once(words))?;
    let met = level(first.trim_end_matches(" nhung"))?;
    (second.strip_prefix("muc ")?.parse::<u8>().ok()? == met + 1).then_some(met)
}

/// "Mức 1: Đạt", "- Mức 2 – Không đạt".
pub(super) fn level(text: &str) -> Option<(u8, bool)> {
    if text.chars().count() > 60 {
        return None;
    }
    let text = text.trim().trim_start_matches(['-', '+', '•', '*', ' ']);
    let (level, mark) = [":", " - ", " – "].iter().find_map(|sign| text.split_once(sign))?;
    let starts = text::fold(level).starts_with('m');
    Some((phrase::levels::named(level).filter(|level| starts && *level <= 3)?, met(mark)?))
}

/// Whether a mark says that something is met.
pub(super) fn met(text: &str) -> Option<bool> {
    match phrase::mark::verdict(text)? {
        Verdict::Said(Mark::Yes) => Some(true),
        Verdict::Said(Mark::No) => Some(false),
        Verdict::Said(Mark::Dash) | Verdict::Contradicts => None,
    }
}

/// "Đạt/Không đạt" before the marks of the whole criterion.
pub(super) fn labels_whole(text: &str) -> bool {
    text::fold(text) == WHOLE
}

const WHOLE: &str = "dat khong dat";

/// "Đạt/Không đạt: Đạt": the mark behind that label.
pub(super) fn behind_whole(text: &str) -> &str {
    text.split_once(':').filter(|(label, _)| labels_whole(label)).map_or(text, |(_, mark)| mark)
}

/// `a`, `b)`, `Chỉ báo c`, and the "a) Phù hợp với mục tiêu …" that opens with one.
pub(super) fn indicator(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['-', '+', ' ']);
    let folded = text::fold(text);
    let named = ["chi bao ", "noi ham ", "chi so "].iter().find_map(|word| folded.strip_prefix(word));
    let is_letter = |word: &str| matches!(word, "a" | "b" | "c" | "d" | "e");
    if let Some(rest) = named {
        return rest.split(' ').next().is_some_and(is_letter);
    }
    let mut letters = text.chars();
    let opens = letters.next().is_some_and(|letter| ('a'..='e').contains(&letter.to_ascii_lowercase()));
    opens && letters.next().is_none_or(|sign| matches!(sign, ')' | '.' | ':'))
}

/// "Chỉ báo a: Đạt".
pub(super) fn indicator_line(text: &str) -> Option<bool> {
    let (label, mark) = text.rsplit_once(':')?;
    (text.chars().count() <= 400 && indicator(label)).then(|| met(mark))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conclusions_are_read() {
        for (text, level) in [
            ("Kết luận: Tiêu chí đạt Mức 1", 1),
            ("Tự đánh giá: Đạt Mức 2", 2),
            ("5. Tự đánh giá: Đạt Mức 2.", 2),
            ("Kết quả: Đạt Mức 3", 3),
            ("Tiêu chí 1.1: Đạt Mức 2", 2),
            ("Tiêu chí 1.10 đạt Mức 2", 2),
            ("Nhà trường tự đánh giá tiêu chí 1.1: Không đạt", 0),
            ("Tự đánh giá: Chưa đạt Mức 1", 0),
            ("Kết luận: Đạt Mức 1, 2", 2),
            ("Kết luận: Đạt Mức 1, chưa đạt Mức 2", 1),
            ("Tự đánh giá tiêu chí: Mức 2", 2),
            ("Đạt Mức 3", 3),
            ("Mức đánh giá: Mức 2", 2),
            ("Kết luận về tiêu chí: đạt mức độ 1", 1),
            ("Mức tiêu chí đạt được: Mức 2", 2),
            ("5.2. Mức tiêu chí đạt được: Đạt Mức 3", 3),
            ("Kết luận: Mức II", 2),
            ("Kết quả: K. đạt", 0),
        ] {
            assert_eq!(conclusion(text), Some(Conclusion::Reached(level)), "{text}");
        }
        for text in ["Kết quả: Đạt Mức 1/2/3", "Tự đánh giá: Đạt", "Kết luận: Không đạt Mức 2", "Tự đánh giá: Đạt/Không đạt"]
        {
            assert_eq!(conclusion(text), Some(Conclusion::Unclear), "{text}");
        }
        for text in
            ["", "Tiêu chí 1.1: Phương hướng, chiến lược", "5. Tự đánh giá", "Phấn đấu đạt Mức 3", "Mức 1: Đạt", "Kế hoạch cải tiến"]
        {
            assert_eq!(conclusion(text), None, "{text}");
        }
    }

    #[test]
    fn levels_and_indicators_are_read() {
        assert_eq!(level("Mức 1: Đạt"), Some((1, true)));
        assert_eq!(level("- Mức 2 – Không đạt."), Some((2, false)));
        for text in ["Mức 1: a) Phù hợp mục tiêu", "Mức 1", "Đạt Mức 1", "1: Đạt"] {
            assert_eq!(level(text), None, "{text}");
        }
        assert_eq!(indicator_line("Chỉ báo a: Đạt"), Some(true));
        assert_eq!(indicator_line("b) Được xác định bằng văn bản: Không đạt"), Some(false));
        assert!(indicator("a") && indicator("c)") && indicator("Chỉ báo b") && !indicator("an ninh") && !indicator("x"));
    }
}
