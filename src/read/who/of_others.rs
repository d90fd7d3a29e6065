//! A line that names a school in, out whether it is one beside the school whose paper this is: "Trường THCS Lê Lợi (trường kết nghĩa)",
//! "Kính gửi: Trường THCS Lê Lợi", "(Trường THCS Lê Lợi cũ)".

use crate::text;

/// What a partner is called, and a school that is no more, beside its name. Folded.
const BESIDE: &[&str] = &[
    "ket nghia",
    "truong ban",
    "don vi ban",
    "phoi hop",
    "lien ket",
    "doi tac",
    "giup do",
    "ho tro",
    "hoc nho",
    "muon co so",
    "tham khao",
    "truoc day",
    "tien than",
    "truoc sap nhap",
    "truoc khi sap nhap",
    "da sap nhap",
    "da giai the",
    "ten cu",
];

/// Whether what stands in brackets behind the name, or the word behind it, or the address before it, says so.
pub(super) fn is_named_beside(line: &str) -> bool {
    let folded = text::fold(line);
    // "CŨ" of capitals without marks may be a name; so may "Cư", "Cử".
    let lower = line.to_lowercase();
    let former = lower.trim_end_matches([')', '.', ';', ':', ' ']).ends_with(" cũ") || lower.contains("(cũ)") || lower.contains(" cũ)");
    // Brackets that stand around the whole hold the name itself.
    let bracketed = || line.split_once('(').filter(|(name, _)| !name.trim().is_empty()).map(|(_, inside)| text::fold(inside));
    let beside = || bracketed().is_some_and(|inside| BESIDE.iter().any(|words| text::holds_words(&inside, words)));
    former || text::opens_with_words(&folded, "kinh gui") || beside()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_receivers_and_schools_that_are_no_more_are_told_from_the_letterhead() {
        for line in [
            "Trường THCS Lê Lợi (trường kết nghĩa) đạt Mức 3",
            "Trường THCS Lê Lợi (đơn vị phối hợp)",
            "Trường THCS Lê Lợi (trước đây)",
            "Trường THCS Lê Lợi (đã sáp nhập tháng 8/2023)",
            "Trường THCS Lê Lợi (cũ)",
            "Trường THCS Lê Lợi cũ",
            "(Trường THCS Lê Lợi cũ)",
            "Kính gửi: Trường THCS Lê Lợi",
            "Trường THCS Lê Lợi (tham khảo)",
        ] {
            assert!(is_named_beside(line), "{line}");
        }
        for line in [
            "TRƯỜNG THCS LÊ LỢI",
            "Trường THCS Lê Lợi (xã Suối Mây)",
            "Trường Tiểu học Bình An (cơ sở 2)",
            "(TRƯỜNG THCS LÊ LỢI)",
            "Trường THCS Củ Chi",
            "Trường Mầm non Hồ Cư",
            "Trường Phối hợp THCS Lê Lợi",
            "Trường MN Hoa Sen (tư thục)",
            "Trường THCS Lê Lợi (mã 79123456)",
        ] {
            assert!(!is_named_beside(line), "{line}");
        }
    }
}
