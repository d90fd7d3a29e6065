//! The lines that head levels in, out whether they say that these are not what the school found of itself this year: what others found
//! ("KẾT QUẢ ĐÁNH GIÁ NGOÀI"), what is aimed at ("ĐĂNG KÝ MỨC ĐẠT"), what an earlier year came to.

use crate::model::{Address, SchoolYear};
use crate::phrase;
use crate::read::header::found_by_others;
use crate::text;

/// Lines among which the title of a table is.
pub(super) const LINES: usize = 4;
/// Longer lines are sentences, not titles.
const LONGEST: usize = 160;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotOwn {
    /// What the levels are instead.
    Others(&'static str),
    Earlier(SchoolYear),
}

const AIMS: NotOwn = NotOwn::Others("mức phấn đấu, đăng ký");

/// The title that says so, and what it says: by the nearest of the lines (`above`, the nearest first) that says whose the levels are, else by
/// the name of the sheet, told at `begin`.
pub(super) fn not_own<'t>(
    above: impl Iterator<Item = &'t (Address, String)>,
    (sheet, begin): (&str, Address),
    year: SchoolYear,
) -> Option<(Address, String, NotOwn)> {
    let mut lines = above.take(LINES).filter(|(_, line)| line.chars().count() <= LONGEST);
    match lines.find_map(|(cell, line)| Some((*cell, line.clone(), says(line, year)?))) {
        Some((cell, line, found)) => Some((cell, line, found?)),
        None => Some((begin, sheet.to_owned(), says(sheet, year)??)),
    }
}

/// What a line says of the levels below it: that they are the school's own of this year, that they are not, or nothing.
fn says(line: &str, year: SchoolYear) -> Option<Option<NotOwn>> {
    // "Theo kết quả đánh giá ngoài năm 2021: 24/28 tiêu chí đạt Mức 2" gives a number of its own and heads nothing.
    // Nor does "Kết luận của Đoàn kiểm tra: trường đạt Mức 2".
    if phrase::levels::counts(line) || text::fold(line).contains("truong dat muc") {
        return None;
    }
    if let Some(what) = found_by_others(line) {
        return Some(Some(NotOwn::Others(what)));
    }
    let folded = text::fold(line);
    let holds = |words: &[&str]| words.iter().any(|words| text::holds_words(&folded, words));
    let found = holds(&["danh gia", "tdg", "ket qua"]);
    if !found && aims(&folded) {
        return Some(Some(AIMS));
    }
    let named = phrase::year::parse(line);
    let both = line.contains(&year.to_string());
    match named.filter(|named| *named < year && found && !both) {
        Some(named) => Some(Some(NotOwn::Earlier(named))),
        None => found.then_some(None),
    }
}

/// "ĐĂNG KÝ MỨC ĐẠT TỪNG TIÊU CHÍ", "II. Mục tiêu phấn đấu cuối năm học", "CHỈ TIÊU CỦA CÁC TRƯỜNG"; no sentence such as
/// "Mục tiêu: nâng cao chất lượng".
fn aims(folded: &str) -> bool {
    const AIMS: &[&str] = &["phan dau", "dang ky", "dang ki", "muc tieu", "chi tieu"];
    const BEFORE: &[&str] = &["bang", "bieu", "phieu", "tong hop", "ban", "cac", "noi dung", "phu luc", "muc", "du kien", "ke hoach"];
    let entry = |word: &str| word.len() <= 4 && word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x') || letter.is_ascii_digit());
    let mut rest = folded.split_once(' ').filter(|(first, _)| entry(first) || first.len() == 1).map_or(folded, |(_, rest)| rest);
    loop {
        if AIMS.iter().any(|words| text::opens_with_words(rest, words)) {
            break;
        }
        // "Kế hoạch năm học 2024-2025, phấn đấu:"
        if let Some(behind) = rest.strip_prefix("nam hoc ") {
            rest = behind.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ' ');
            continue;
        }
        let Some(next) = BEFORE.iter().find_map(|words| rest.strip_prefix(words)?.strip_prefix(' ')) else { return false };
        rest = next;
    }
    // A title says of what, or by when.
    const TITLED: &[&str] = &["muc", "tieu chi", "tieu chuan", "nam hoc", "cuoi nam", "hoc ky", "truong", "phan dau"];
    rest.split(' ').count() <= 2 || TITLED.iter().any(|words| text::holds_words(&rest[rest.find(' ').unwrap_or(0)..], words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> String {
        match says(line, SchoolYear::new(2023).expect("a year")) {
            None => "nothing".to_owned(),
            Some(None) => "own".to_owned(),
            Some(Some(NotOwn::Earlier(year))) => year.to_string(),
            Some(Some(AIMS)) => "aims".to_owned(),
            Some(Some(NotOwn::Others(_))) => "others".to_owned(),
        }
    }

    #[test]
    fn a_title_says_whose_the_levels_are() {
        for (expected, lines) in [
            (
                "aims",
                &[
                    "ĐĂNG KÝ MỨC ĐẠT TỪNG TIÊU CHÍ NĂM HỌC 2023-2024",
                    "II. Mục tiêu phấn đấu đến cuối năm học",
                    "CHỈ TIÊU PHẤN ĐẤU CỦA CÁC TRƯỜNG",
                    "Bảng đăng ký các tiêu chí",
                    "PHIẾU ĐĂNG KÝ MỨC ĐẠT",
                    "Mục tiêu phấn đấu:",
                    "Kế hoạch phấn đấu đạt mức các tiêu chí",
                    "Đăng ký",
                    "Kế hoạch năm học 2024-2025, phấn đấu:",
                ][..],
            ),
            ("2022-2023", &["KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2022-2023", "Kết quả năm học 2022-2023"]),
            (
                "others",
                &[
                    "KẾT QUẢ ĐÁNH GIÁ NGOÀI",
                    "KẾT QUẢ KIỂM TRA CỦA PHÒNG GD&ĐT",
                    "KẾT QUẢ KIỂM TRA, ĐÁNH GIÁ CỦA PHÒNG GD&ĐT NĂM HỌC 2023-2024",
                    "Phòng GD&ĐT kiểm tra",
                ],
            ),
            (
                "own",
                &[
                    "KẾT QUẢ TỰ ĐÁNH GIÁ",
                    "TỰ ĐÁNH GIÁ SO VỚI MỤC TIÊU",
                    "Kết quả phấn đấu",
                    "Kết quả đạt được so với năm học 2022-2023 (năm học 2023-2024)",
                    "KẾT QUẢ TỰ ĐÁNH GIÁ CỦA TRƯỜNG, PHÒNG KIỂM TRA",
                ],
            ),
            (
                "nothing",
                &[
                    "Mục tiêu: nâng cao chất lượng giáo dục",
                    "Theo kết quả đánh giá ngoài năm 2021: 24/28 tiêu chí đạt Mức 2",
                    "Phòng GD&ĐT kiểm tra lại, xác định 23/28 tiêu chí đạt Mức 2",
                    "Kết luận của Đoàn kiểm tra: trường đạt Mức 2",
                    "TRƯỜNG THCS HOA SEN",
                    "BÁO CÁO NĂM HỌC 2023-2024",
                    "(Kèm theo công văn của Phòng GD&ĐT)",
                    "Mức 1",
                ],
            ),
        ] {
            for line in lines {
                assert_eq!(told(line), expected, "{line}");
            }
        }
    }
}
