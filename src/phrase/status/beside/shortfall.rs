//! What both the plan and the report count in, whether the report comes up to the plan out; and how less than that is said.

use std::borrow::Cow;

use super::counts::counts;
use crate::phrase::status::figures;

/// Less than was planned: `16 lớp`, `9 lớp`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    pub planned: String,
    pub done: String,
}

impl Short {
    /// The same as a reader is told it: what is counted stands there with all of its name, "28 giáo viên" and not "28 giáo".
    pub fn in_full(self, planned: &str, done: &str) -> Short {
        Short { planned: named_in_full(&self.planned, planned), done: named_in_full(&self.done, done) }
    }
}

/// Each count of a list with the words that follow it in the text, up to a sign or a word that begins something else.
fn named_in_full(counts: &str, text: &str) -> String {
    const MOST: usize = 4;
    const OTHERS: &[&str] = &[
        "cho", "của", "ở", "trong", "tại", "và", "với", "đã", "để", "do", "từ", "đến", "theo", "vào", "trước", "sau", "trên", "dưới", "là",
        "được", "bằng", "về", "mỗi", "có", "năm", "tháng", "ngày", "mới", "cũ", "hỏng", "hết", "đạt", "tham", "còn", "nhưng", "chưa",
        "đang", "xong", "rồi", "thì", "mà", "đi",
    ];
    let text = in_figures(text);
    let lower = text.to_lowercase();
    // Found in small letters, shown as written.
    let text = if lower.len() == text.len() { &*text } else { &lower };
    let in_full = |count: &str| {
        let is_count = count.starts_with(|first: char| first.is_ascii_digit()) && count.ends_with(char::is_alphabetic);
        let found = is_count.then(|| lower.match_indices(&count.to_lowercase()).map(|(at, found)| at + found.len()).next()).flatten()?;
        let behind = text[found..].strip_prefix(' ')?;
        let end = behind.find(|sign: char| !sign.is_alphabetic() && sign != ' ').unwrap_or(behind.len());
        let words: Vec<&str> = behind[..end].split(' ').filter(|word| !word.is_empty()).take_while(|word| !OTHERS.contains(word)).collect();
        (!words.is_empty() && words.len() <= MOST).then(|| format!("{count} {}", words.join(" ")))
    };
    counts.split(", ").map(|count| in_full(count).unwrap_or_else(|| count.to_owned())).collect::<Vec<_>>().join(", ")
}

/// Whether of the one thing that both count there are as many as were planned; `None` where they count no such thing.
pub(super) fn outnumbers(planned: &str, done: &str) -> Option<bool> {
    let (planned, done) = (in_figures(planned), in_figures(done));
    let (plan, said) = (counts(&planned), counts(&done));
    let (unit, told) = said.iter().next().filter(|_| said.len() == 1)?;
    match (&plan.get(unit)?[..], &told[..]) {
        ([wanted], [told]) if wanted.per.is_none() && told.per.is_none() => Some(told.count >= wanted.count),
        _ => None,
    }
}

/// Numbers in words as figures.
pub(super) fn in_figures(text: &str) -> Cow<'_, str> {
    figures::in_figures(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_has_all_of_its_name() {
        for (count, text, told) in [
            ("28 giáo", "Bồi dưỡng 28 giáo viên", "28 giáo viên"),
            ("2 đảng", "Kết nạp 2 đảng viên; bồi dưỡng 3 quần chúng", "2 đảng viên"),
            ("2 bộ", "Mua hai bộ máy chiếu", "2 bộ máy chiếu"),
            ("16 lớp", "Lắp tivi cho 16 lớp", "16 lớp"),
            ("9 lớp", "Đã lắp cho 9 lớp trong tháng 10", "9 lớp"),
            ("4 máy, 3 máy", "Mua 4 máy, 3 máy in", "4 máy, 3 máy in"),
            ("2 lớp", "Mở 2 lớp bồi dưỡng học sinh giỏi cấp trường", "2 lớp"),
            ("100%", "100% học sinh", "100%"),
        ] {
            assert_eq!(named_in_full(count, text), told, "{text}");
        }
    }
}
