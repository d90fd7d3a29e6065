//! A text of a result in, the same with the slip of its first word taken back out: `Chưaa thực hiện`, `Đangthực hiện`.

use rapidfuzz::distance::osa;

use crate::text::{fold, is_bare_syllable, is_vietnamese_syllable};

/// The text with a slip taken back in one of two words that decide beside each other, where what is written is no syllable: "chunẩ bị",
/// "hoàn thnàh".
pub(super) fn mended_within(text: &str) -> Option<String> {
    const DECIDE: &[(&str, &str)] = &[
        ("chuẩn", "bị"),
        ("hoàn", "thành"),
        ("thực", "hiện"),
        ("triển", "khai"),
        ("tiến", "hành"),
        ("nghiệm", "thu"),
        ("bàn", "giao"),
        ("phê", "duyệt"),
        ("chuyển", "sang"),
        ("khởi", "công"),
    ];
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let meant = words.windows(2).find_map(|two| {
        let (one, other) = (fold(two[0]), fold(two[1]));
        DECIDE.iter().find_map(|(first, second)| {
            let (own, next) = (fold(first), fold(second));
            match () {
                () if one == own && is_slip_of(&other, &next) => Some((two[1], *second)),
                () if other == next && is_slip_of(&one, &own) => Some((two[0], *first)),
                () => None,
            }
        })
    });
    meant.map(|(slip, word)| text.replacen(slip, word, 1))
}

/// "thnah", "thah": no syllable, and one letter or two beside each other away from the word.
fn is_slip_of(word: &str, meant: &str) -> bool {
    const SHORTEST: usize = 3;
    word.len() >= SHORTEST && word != meant && !is_bare_syllable(word) && osa::distance(word.chars(), meant.chars()) == 1
}

/// The text with its first word mended, where that is no syllable: one slip away from one that turns the meaning, `Chưaa thực hiện`,
/// or such a word grown together with the next, `Đangthực hiện`.
pub(super) fn mended_opening(text: &str) -> Option<String> {
    const MEANT: &[&str] = &["chua", "dang", "khong"];
    const LEADS: &[&str] = &["chưa", "đang", "không", "đã", "sẽ"];
    let text = text.trim_start();
    // "Kh làm được": the plan is "KH".
    const BEHIND_NOT: &[&str] = &["làm", "thực hiện", "triển khai", "có", "đủ", "kịp", "được", "mua", "tổ chức", "đạt"];
    if let Some(said) =
        text.strip_prefix("Kh ").or(text.strip_prefix("kh ")).filter(|said| BEHIND_NOT.iter().any(|word| said.starts_with(word)))
    {
        return Some(format!("không {said}"));
    }
    let word = text.split(|letter: char| !letter.is_alphabetic()).next()?;
    let lower = word.to_lowercase();
    let grown = LEADS.iter().find(|lead| lower.strip_prefix(**lead).is_some_and(is_vietnamese_syllable));
    if let Some(lead) = grown.filter(|_| !is_vietnamese_syllable(&lower)) {
        let end: usize = word.chars().take(lead.chars().count()).map(char::len_utf8).sum();
        return Some(format!("{lead} {}", &text[end..]));
    }
    let folded = fold(word);
    // "Chuă làm": no word has such a mark.
    if MEANT.contains(&folded.as_str()) && !word.is_ascii() && !is_vietnamese_syllable(&lower) {
        return Some(format!("{folded}{}", &text[word.len()..]));
    }
    if folded.len() < 4 || is_bare_syllable(&folded) {
        return None;
    }
    let meant = MEANT.iter().find(|meant| osa::distance(folded.chars(), meant.chars()) == 1)?;
    Some(format!("{meant}{}", &text[word.len()..]))
}
