//! The clauses of a result in, whether they tell what an inspection found broken and no more out: `Thống kê được 8 cánh hỏng`.
//!
//! What papers or pupils lack is what an inspection is for; what is broken is there to be mended.

use crate::text::fold;

const LOOKS: &[&str] = &["ra soat", "kiem ke", "kiem tra", "thong ke", "khao sat", "phan loai", "dem", "xem"];
/// With their marks, as they are written.
const BROKEN: &[&str] =
    &["hỏng", "hư", "gãy", "vỡ", "dột", "nứt", "cháy", "bong", "rỉ", "gỉ", "mục nát", "sập", "thủng", "hong", "xuống cấp"];
/// What was done about it.
const MENDED: &[&str] = &[
    "thay",
    "sửa",
    "chữa",
    "khắc phục",
    "vá",
    "trám",
    "bù",
    "bổ sung",
    "thanh lý",
    "mua",
    "xử lý",
    "loại bỏ",
    "lợp",
    "lát",
    "hàn",
    "xong",
    "hoàn thành",
    "không",
];

/// `clauses`: in small letters, with their marks.
pub(super) fn only_finds_broken(clauses: &[&str]) -> bool {
    let Some(first) = clauses.first().filter(|first| looks(first)) else { return false };
    let said =
        |text: &str, word: &str| format!(" {} ", text.replace(|sign: char| !sign.is_alphanumeric(), " ")).contains(&format!(" {word} "));
    let any = |text: &str, words: &[&str]| words.iter().any(|word| said(text, word));
    let counted = |text: &str| text.contains(|sign: char| sign.is_ascii_digit());
    // "Kiểm tra phòng cháy, chữa cháy 2 lần"
    let of_fire = |text: &str| text.replace("phòng cháy", "").replace("chữa cháy", "");
    let names_broken = |text: &str| any(&of_fire(text), BROKEN) && (counted(text) || said(text, "phát hiện") || said(text, "số"));
    let short = clauses.len() <= 3 && clauses.iter().all(|clause| !any(clause, MENDED));
    short && (names_broken(first) || clauses[1..].iter().any(|clause| names_broken(clause)))
}

/// Whether the clause opens with an inspection.
pub(super) fn looks(clause: &str) -> bool {
    let clause = fold(clause);
    let rest = ["nha truong ", "truong ", "bgh ", "to ", "bao ve "].iter().find_map(|who| clause.strip_prefix(who)).unwrap_or(&clause);
    let rest = ["da ", "moi ", "vua "].iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
    LOOKS.iter().any(|look| rest.strip_prefix(look).is_some_and(|behind| behind.is_empty() || behind.starts_with(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_broken_is_told_from_an_inspection_and_from_what_was_mended() {
        let found = |text: &str| only_finds_broken(&text.to_lowercase().split([',', ';', '.']).map(str::trim).collect::<Vec<_>>());
        for text in [
            "Thống kê được 8 cánh hỏng",
            "Kiểm kê thấy 12 bộ bàn ghế hư",
            "Đã rà soát, phát hiện 5 bóng đèn cháy",
            "Đếm được 20 ghế gãy",
            "Kiểm tra phát hiện 3 phòng bị dột",
            "Đã thống kê số bàn ghế hỏng",
        ] {
            assert!(found(text), "{text}");
        }
        for text in [
            "Rà soát xong, có 3 hồ sơ chưa đủ minh chứng",
            "Kiểm tra 12 bình, 2 bình hỏng đã thay",
            "Kiểm tra, thay 5 bóng cháy",
            "Kiểm tra máy chạy tốt",
            "Kiểm tra 20 phòng, không phòng nào dột",
            "Kiểm kê, thanh lý 12 bộ bàn ghế hư",
            "Khám cho 320 em, 12 em bị sâu răng",
            "Kiểm tra phòng cháy 2 lần",
            "Thay 8 cánh hỏng",
        ] {
            assert!(!found(text), "{text}");
        }
    }
}
