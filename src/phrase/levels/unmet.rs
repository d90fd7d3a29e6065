//! A line that says which criteria, or how many, do not meet a level, in; that number out: "Các tiêu chí chưa đạt Mức 2: 1.4, 3.2",
//! "Số tiêu chí không đạt Mức 1: 2/28", "Tất cả các tiêu chí đều đạt Mức 1".

use super::declared::is_aim;
use super::of_others::{counts_of_others, is_condition};
use super::{number, tokens};
use crate::model::Criterion;
use crate::text::fold;

/// What is said not to meet a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet {
    pub level: u8,
    pub count: u32,
    /// Of how many, where the line says it.
    pub of: Option<u32>,
    /// Those that the line names; none where it only counts.
    pub named: Vec<Criterion>,
}

/// What the words before the level come to.
enum Head {
    /// "Tất cả các tiêu chí đạt"
    All,
    /// "Không có tiêu chí nào chưa đạt"
    Nobody,
    /// "Các tiêu chí chưa đạt": those behind the level.
    Those,
    /// "Có 02 tiêu chí chưa đạt"
    Counted(u32),
}

/// `None` for what is aimed at, found by others, or said of some of the criteria.
pub fn unmet(text: &str) -> Option<Unmet> {
    const LONGEST: usize = 240;
    let lower = text.to_lowercase();
    let at = lower.find("mức ").filter(|_| text.len() <= LONGEST)?;
    let (head, behind) = (&lower[..at], &lower[at + "mức ".len()..]);
    let folded = fold(head);
    if !folded.ends_with("dat") && !folded.ends_with("dat duoc") && !folded.ends_with("dat tu") || !folded.contains("tieu chi") {
        return None;
    }
    let behind = behind.strip_prefix("độ ").unwrap_or(behind);
    let written: String = behind.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    let level = number(&written).filter(|level| (1..=3).contains(level))?;
    let rest = behind[written.len()..].trim_start();
    let rest = rest.strip_prefix("trở lên").unwrap_or(rest).trim();
    let tokens = tokens(text);
    let of_some = ["tieu chuan", "chi bao", "bat buoc", "con lai"].iter().any(|words| fold(text).contains(words));
    if of_some || is_aim(&tokens) || counts_of_others(&tokens, tokens.len()) || is_condition(&tokens, tokens.len()) {
        return None;
    }
    let (count, of, named) = match read_head(&folded, head)? {
        Head::All => {
            let excepted = rest.trim_start_matches([',', ' ', '(']);
            match ["trừ", "ngoại trừ"].iter().find_map(|word| excepted.strip_prefix(word)) {
                Some(excepted) => codes(excepted.trim_end_matches([')', '.'])).map(|named| (counted(&named), None, named))?,
                None if matches!(rest.trim_end_matches('.'), "" | "(100%)" | ", tỷ lệ 100%" | ", đạt tỷ lệ 100%") => {
                    (0, None, Vec::new())
                }
                None => return None,
            }
        }
        Head::Nobody => (0, None, Vec::new()),
        Head::Counted(count) => {
            let listed = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inside, _)| inside);
            let listed = listed.or_else(|| rest.strip_prefix(':'));
            let named = listed.and_then(codes).unwrap_or_default();
            if !named.is_empty() && counted(&named) != count {
                return None;
            }
            (count, None, named)
        }
        Head::Those => those(rest)?,
    };
    of.is_none_or(|of| count <= of).then_some(Unmet { level, count, of, named })
}

fn read_head(folded: &str, head: &str) -> Option<Head> {
    const BEFORE: &[&str] = &[
        "ket qua tu danh gia",
        "tu danh gia",
        "ket qua",
        "nha truong",
        "truong",
        "hien nay",
        "hien",
        "den nay",
        "nhu vay",
        "trong do",
        "van",
        "con",
        "co",
    ];
    const LABELS: &[&str] = &["tong so cac", "tong so", "so luong cac", "so luong", "so cac", "so", "danh sach cac", "cac", "nhung"];
    const DENIED: &[&str] = &["chua dat", "khong dat", "con chua dat"];
    let denied = |rest: &str| DENIED.iter().any(|words| rest.strip_suffix(" duoc").unwrap_or(rest) == *words);
    let mut rest = folded;
    // "1. ", "a) "
    if let Some((first, next)) = rest.split_once(' ')
        && first.len() == 1
        && head.trim_start().get(1..).is_some_and(|behind| behind.starts_with(['.', ')']))
    {
        rest = next;
    }
    while let Some(next) = BEFORE.iter().find_map(|words| rest.strip_prefix(words)?.strip_prefix(' ')) {
        rest = next;
    }
    let all =
        ["tat ca cac", "tat ca", "toan bo cac", "toan bo", "100"].iter().find_map(|words| rest.strip_prefix(words)?.strip_prefix(' '));
    if let Some(behind) = all.filter(|_| !rest.starts_with("100") || head.contains("100%")) {
        let behind = behind.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ').strip_prefix("tieu chi ")?;
        return matches!(behind, "dat" | "deu dat" | "dat tu" | "deu dat tu" | "dat duoc").then_some(Head::All);
    }
    if let Some(behind) = ["khong co", "khong con", "khong"].iter().find_map(|words| rest.strip_prefix(words)?.strip_prefix(' ')) {
        let behind = behind.strip_prefix("tieu chi ")?;
        return denied(behind.strip_prefix("nao ").unwrap_or(behind)).then_some(Head::Nobody);
    }
    let label = LABELS.iter().find_map(|words| rest.strip_prefix(words)?.strip_prefix(' '));
    if let Some(behind) = label.unwrap_or(rest).strip_prefix("tieu chi ") {
        return denied(behind).then_some(Head::Those);
    }
    let (count, behind) = rest.split_once(' ')?;
    let count = count.parse().ok().filter(|count| *count < 100)?;
    denied(behind.strip_prefix("tieu chi ")?).then_some(Head::Counted(count))
}

/// Behind "Các tiêu chí chưa đạt Mức 2": ": 1.4, 3.2", "gồm 1.4 và 3.2", ": 2/28", ": không có".
fn those(rest: &str) -> Option<(u32, Option<u32>, Vec<Criterion>)> {
    let opened = rest.starts_with([':', '(', '-', '–']);
    let rest = rest.trim_start_matches([':', '-', '–', ' ']);
    let told = ["bao gồm", "gồm có", "gồm", "là"].iter().find_map(|word| rest.strip_prefix(word)?.strip_prefix([' ', ':']));
    if told.is_none() && !opened {
        return None;
    }
    let rest = told.unwrap_or(rest).trim_start_matches([':', ' ']);
    // A sentence more may follow.
    let rest = rest.split_once(". ").map_or(rest, |(first, _)| first).trim_end_matches(['.', ';', ' ']);
    if matches!(rest, "không" | "không có" | "0" | "không có tiêu chí nào") {
        return Some((0, None, Vec::new()));
    }
    if let Some(named) = codes(rest.trim_matches(['(', ')'])).filter(|named| !named.is_empty()) {
        return Some((counted(&named), None, named));
    }
    // "2/28", "02 tiêu chí", "2/28 (7,1%)", "2/28, tỷ lệ 7,1%"
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number < 100);
    let first = rest.split(['(', ',', ';']).next()?.trim();
    let first = first.split(" tỷ lệ").next()?.split(" tỉ lệ").next()?.trim();
    let first = first.strip_suffix("tiêu chí").unwrap_or(first).trim();
    match first.split_once('/') {
        Some((count, of)) => Some((number(count)?, Some(number(of)?), Vec::new())),
        None => Some((number(first)?, None, Vec::new())),
    }
}

/// "1.4, 3.2", "tiêu chí 1.4 (thiếu giáo viên) và tiêu chí 3.2"; `None` where anything else is among them.
fn codes(text: &str) -> Option<Vec<Criterion>> {
    let mut bare = String::new();
    let mut depth = 0_u32;
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            letter if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    let mut named = Vec::new();
    for part in bare.replace(" và ", ",").split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let code = ["các tiêu chí ", "tiêu chí ", "tc ", "tc"].iter().find_map(|word| part.strip_prefix(word)).unwrap_or(part);
        let is_code =
            code.split('.').count() == 2 && code.split('.').all(|half| !half.is_empty() && half.bytes().all(|of| of.is_ascii_digit()));
        let criterion: Criterion = Some(code).filter(|_| is_code)?.parse().ok()?;
        if !named.contains(&criterion) {
            named.push(criterion);
        }
    }
    Some(named)
}

fn counted(named: &[Criterion]) -> u32 {
    u32::try_from(named.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_meet_a_level_is_read() {
        for (text, level, count, of, named) in [
            ("Các tiêu chí chưa đạt Mức 2: 1.4, 3.2", 2, 2, None, "1.4 3.2"),
            ("- Tiêu chí không đạt Mức 1: 2.2", 1, 1, None, "2.2"),
            ("Các tiêu chí chưa đạt mức 3 gồm: 1.10; 2.1 và 3.2.", 3, 3, None, "1.10 2.1 3.2"),
            ("Những tiêu chí chưa đạt Mức II là 1.4, tiêu chí 3.2", 2, 2, None, "1.4 3.2"),
            ("Các tiêu chí chưa đạt Mức 2: 1.4 (thiếu giáo viên), 3.2 (thiếu phòng học). Nguyên nhân do kinh phí.", 2, 2, None, "1.4 3.2"),
            ("Các tiêu chí không đạt Mức 1: không có.", 1, 0, None, ""),
            ("Số tiêu chí không đạt Mức 2: 2/28", 2, 2, Some(28), ""),
            ("Tổng số các tiêu chí không đạt mức 1: 0/28, tỷ lệ 0%", 1, 0, Some(28), ""),
            ("Số lượng tiêu chí chưa đạt Mức 2: 02 tiêu chí", 2, 2, None, ""),
            ("Có 02 tiêu chí chưa đạt Mức 2 (1.4; 3.2), 26 tiêu chí đạt Mức 2.", 2, 2, None, "1.4 3.2"),
            ("Trường còn 3 tiêu chí chưa đạt Mức 2", 2, 3, None, ""),
            ("Không có tiêu chí nào chưa đạt Mức 2", 2, 0, None, ""),
            ("Tất cả các tiêu chí đều đạt Mức 1.", 1, 0, None, ""),
            ("100% tiêu chí đạt Mức 1", 1, 0, None, ""),
            ("Tất cả 28 tiêu chí đạt từ Mức 1 trở lên", 1, 0, None, ""),
            ("Tất cả các tiêu chí đạt Mức 2, trừ tiêu chí 1.4 và 3.2", 2, 2, None, "1.4 3.2"),
        ] {
            let named = named.split_whitespace().map(|code| code.parse().expect("a criterion")).collect();
            assert_eq!(unmet(text), Some(Unmet { level, count, of, named }), "{text}");
        }
    }

    #[test]
    fn what_is_aimed_at_or_said_of_some_or_of_others_is_none() {
        for text in [
            "Các tiêu chí đạt Mức 2: 1.1, 1.2",
            "Phấn đấu tất cả các tiêu chí đạt Mức 2",
            "Tất cả các tiêu chí của Tiêu chuẩn 1 đạt Mức 2",
            "Tất cả các tiêu chí bắt buộc đạt Mức 1",
            "Các tiêu chí chưa đạt Mức 2 của Tiêu chuẩn 3: 3.2",
            "Các tiêu chí chưa đạt Mức 2 cần tập trung cải tiến: 1.4, 3.2",
            "Các tiêu chí chưa đạt Mức 2 như 1.4, 3.2",
            "Các tiêu chí chưa đạt Mức 2: xem phụ lục",
            "Các tiêu chí chưa đạt Mức 2",
            "Có 03 tiêu chí chưa đạt Mức 2 (1.4; 3.2)",
            "Đoàn đánh giá ngoài xác định 2 tiêu chí chưa đạt Mức 2",
            "Năm học trước còn 5 tiêu chí chưa đạt Mức 2",
            "Số chỉ báo không đạt Mức 1: 2/84",
            "Tiêu chí 1.4 chưa đạt Mức 2",
            "Tất cả các tiêu chí đạt Mức 1, 2",
            "Các tiêu chí chưa đạt Mức 2: 1.4 - 1.6",
            "Giải pháp cho các tiêu chí chưa đạt Mức 2: bồi dưỡng",
            "Tất cả các trường đạt Mức 2",
            "Trường đạt Mức 1 khi tất cả các tiêu chí đạt Mức 1",
            "Điều kiện đạt Mức 2: tất cả các tiêu chí đạt Mức 2",
            "Số tiêu chí chưa đạt Mức 4: 2",
        ] {
            assert_eq!(unmet(text), None, "{text}");
        }
    }
}
