//! Two folded wordings in, how surely they speak of the same work out.

use std::collections::BTreeSet;

use rapidfuzz::fuzz;

use super::words::holds_words;

/// From this share of common letters on, two wordings differ by slips and endings only.
const SLIPS: f64 = 0.86;

/// Likeness of two folded wordings, 0 to 1: of letters alone where they are nearly the same, else of letters and words together,
/// as letters in a row are common to any two sentences. Numbers tell works apart that are otherwise of one wording: "đợt 1" is not "đợt 2".
pub fn likeness(one: &str, other: &str) -> f64 {
    const OTHER_NUMBERS: f64 = 0.7;
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    if one == other {
        return 1.0;
    }
    // Of folded texts nearly every letter is one byte.
    let bytes = one.is_ascii() && other.is_ascii();
    let letters = if bytes { fuzz::ratio(one.bytes(), other.bytes()) } else { fuzz::ratio(one.chars(), other.chars()) };
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let whole_words = holds_words(longer, shorter);
    let within = if whole_words && shorter.len() >= 12 { 0.75 + 0.25 * shorter.len() as f64 / longer.len() as f64 } else { 0.0 };
    let letters = if letters >= SLIPS { letters } else { f64::midpoint(letters, shared_words(shorter, longer)) };
    let (ours, theirs) = (numbers(one), numbers(other));
    let agree = ours.is_subset(&theirs) || theirs.is_subset(&ours);
    letters.max(within) * if agree { 1.0 } else { OTHER_NUMBERS }
}

/// The share of the shorter wording's words that the longer has too, each word once.
fn shared_words(shorter: &str, longer: &str) -> f64 {
    let mut left: Vec<&str> = longer.split(' ').collect();
    let (mut all, mut shared) = (0, 0);
    for word in shorter.split(' ') {
        all += 1;
        if let Some(at) = left.iter().position(|other| *other == word) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    f64::from(shared) / f64::from(all)
}

fn numbers(text: &str) -> BTreeSet<&str> {
    text.split(' ').filter(|word| word.bytes().any(|letter| letter.is_ascii_digit())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn numbers_tell_works_apart() {
        let like = |one: &str, other: &str| likeness(&text::fold(one), &text::fold(other));
        assert!(like("Tập huấn giáo viên đợt 1", "Tập huấn giáo viên đợt 2") < 0.72);
        assert!(like("Mua 10 máy tính cho phòng Tin học", "Mua 12 máy tính cho phòng Tin học") < 0.72);
        assert!(like("Mua 10 máy tính cho phòng Tin học", "Mua máy tính cho phòng Tin học") > 0.9);
        assert!(like("Tập huấn giáo viên đợt 1", "Tập huấn cho giáo viên đợt 1.") > 0.9);
    }

    #[test]
    fn another_sentence_about_the_same_school_is_another_work() {
        let like = |one: &str, other: &str| likeness(&text::fold(one), &text::fold(other));
        let (plan, report) = ("Cải tạo sân chơi và cây xanh năm học này", "Cải tạo kế hoạch chiến lược phát triển nhà trường năm học này");
        assert!(like(plan, report) < 0.6, "{}", like(plan, report));
        assert!(like("Kiểm tra tủ sách lớp học tại điểm trường chính", "Kiểm tra sách tham khảo cho thư viện đợt 2.") < 0.6);
        let (plan, report) = ("Tham mưu với UBND phường sửa chữa nhà vệ sinh", "Tham mưu UBND sửa nhà vệ sinh");
        assert!(like(plan, report) > 0.85, "{}", like(plan, report));
        assert!(like("Bổ sung sách tham khảo cho học sinh", "bổ sung sách tham khảo cho HS") > 0.72);
    }
}
