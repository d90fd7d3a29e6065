//! A plan that brings a number down, and what is reported of it in, whether it came so low out: `Giảm tỷ lệ học sinh yếu xuống dưới 2%` → `Còn 1,4% HS yếu`.
//!
//! What is left there is what was to be reached, and no rest of the work. A number of another thing answers nothing.

use super::matter::content;
use crate::phrase::status::lessened::{Amount, ONCE, amounts, is_open};
use crate::text::{clean, fold};

/// Begin what is to come down, or to stay low.
const DEEDS: &[&str] =
    &["giam", "ha ", "keo giam", "khong che", "han che", "duy tri", "giu ", "phan dau giam", "tiep tuc giam", "dua ", "phan dau"];
/// Before the number that is not to be exceeded.
const BOUNDS: &[&str] = &["dưới", "xuống", "còn", "quá", "<", "≤"];
/// Before the number that there is now, where another stands before it.
const NOW: &[&str] = &["nay", "hiện", "còn", "xuống", "kỳ", "hki"];
/// What is said of any such number.
const OF_ANY: &[&str] = &[
    "ty", "le", "hien", "muc", "cuoi", "dau", "truong", "chi", "giam", "xuong", "so", "hoc", "sinh", "tre", "em", "chau", "toan", "thoi",
    "diem",
];
/// One of a school.
const PUPILS: &[&str] = &["em", "học", "hs", "trẻ", "cháu", "trường", "bạn", "người"];

/// Whether the report tells nothing but the number that the plan has a bound for, and it keeps the bound.
pub(super) fn comes_below(planned: &str, said: &str) -> bool {
    against_bound(planned, said).is_some_and(|(bound, now)| now <= bound)
}

/// "Sĩ số 38 học sinh/lớp" of a plan to have no more than 35: it tells nothing but such a number, and the bound is not kept.
pub(super) fn stays_above(planned: &str, said: &str) -> bool {
    against_bound(planned, said).is_some_and(|(bound, now)| now > bound)
}

/// The bound of the plan, and the number that there is now.
fn against_bound(planned: &str, said: &str) -> Option<(f64, f64)> {
    let (plan, told) = (clean(planned).to_lowercase(), clean(said).to_lowercase());
    let folded = fold(&plan);
    if !DEEDS.iter().any(|deed| folded.starts_with(deed)) || is_open(&told) {
        return None;
    }
    let bound = bound(&plan)?;
    let (told, plan_words) = (told.replace(['(', ')', ':', '–'], " "), content(planned));
    let words: Vec<&str> = told.split_whitespace().collect();
    let numbers = amounts(&words);
    let now = match &numbers[..] {
        [only] => only,
        [before, now] if was_before(&words, before.at) && behind(&words, now.at, NOW) && before.unit == now.unit => now,
        _ => return None,
    };
    let of_thing = content(said).into_iter().all(|word| {
        let of_any = OF_ANY.contains(&word.as_str()) || ONCE.iter().any(|once| fold(once).split(' ').any(|part| part == word));
        of_any || word.parse::<f64>().is_ok() || plan_words.contains(&word)
    });
    (of_thing && alike(&bound, now)).then_some((bound.count, now.count))
}

/// "Tăng lên 3,4%" of a plan to lessen it, "Giảm còn 80%" of one to raise it.
pub(super) fn moves_against(planned: &str, said: &str) -> bool {
    const UP: &[&str] = &["tang", "len"];
    const DOWN: &[&str] = &["giam", "tut", "sut", "xuong"];
    let (plan, told) = (fold(planned), fold(said));
    let first = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
    let told = first(told.strip_prefix("da ").or(told.strip_prefix("lai ")).unwrap_or(&told));
    let lessens = ["giam", "ha", "keo"].contains(&first(&plan).as_str()) && UP.contains(&told.as_str());
    let raises = ["tang", "nang"].contains(&first(&plan).as_str()) && DOWN.contains(&told.as_str());
    let of_any = |word: &String| {
        let word = word.as_str();
        word.parse::<f64>().is_ok() || UP.contains(&word) || DOWN.contains(&word) || OF_ANY.contains(&word)
    };
    (lessens || raises) && said.contains(|sign: char| sign.is_ascii_digit()) && content(said).iter().all(of_any)
}

/// "dưới 2%", "không quá 35 em", "xuống còn 5 em": the one number that the plan has, but for the one it begins from.
fn bound(plan: &str) -> Option<Amount> {
    let text = plan.replace(['(', ')', ':', '–'], " ").replace("vượt quá", "");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut wanted = amounts(&words).into_iter().filter(|amount| !was_before(&words, amount.at));
    let bound = wanted.next().filter(|_| wanted.next().is_none())?;
    behind(&words, bound.at, BOUNDS).then_some(bound)
}

/// "%" of both, or pupils, however they are called.
fn alike(bound: &Amount, now: &Amount) -> bool {
    let is_pupils = |unit: &str| PUPILS.contains(&unit);
    bound.unit == now.unit || is_pupils(&bound.unit) && (is_pupils(&now.unit) || now.unit.is_empty())
}

fn behind(words: &[&str], at: usize, known: &[&str]) -> bool {
    words[at.saturating_sub(2)..at].iter().any(|word| known.contains(word))
}

/// "đầu năm 7,1%", "từ 7,1%".
fn was_before(words: &[&str], at: usize) -> bool {
    let linked = usize::from(at > 0 && matches!(words[at - 1], "là" | "có"));
    let before = |count: usize| words[at.saturating_sub(count + linked)..at - linked].join(" ");
    at > 0 && (words[at - 1] == "từ" || (1..=4).any(|count| ONCE.contains(&before(count).as_str())))
}

#[cfg(test)]
mod tests {
    use super::{comes_below, moves_against, stays_above};

    #[test]
    fn what_does_not_keep_the_bound_is_not_done() {
        assert!(stays_above("Duy trì sĩ số dưới 35 học sinh/lớp", "Sĩ số 38 học sinh/lớp"));
        assert!(stays_above("Giảm tỷ lệ học sinh yếu xuống dưới 2%", "Tỷ lệ học sinh yếu 3,1%"));
        assert!(!stays_above("Duy trì sĩ số dưới 35 học sinh/lớp", "Sĩ số 34 học sinh/lớp"));
        assert!(!stays_above("Duy trì sĩ số dưới 35 học sinh/lớp", "Biên chế 38 lớp"));
        assert!(!stays_above("Duy trì tỷ lệ chuyên cần trên 95%", "Tỷ lệ chuyên cần 98%"));
    }

    #[test]
    fn what_went_the_other_way_is_not_done() {
        assert!(moves_against("Giảm tỷ lệ học sinh yếu xuống dưới 2%", "Tăng lên 3,4%"));
        assert!(moves_against("Nâng tỷ lệ chuyên cần lên 98%", "Giảm còn 92%"));
        assert!(!moves_against("Giảm tỷ lệ học sinh yếu xuống dưới 2%", "Giảm còn 1,4%"));
        assert!(!moves_against("Giảm tỷ lệ học sinh yếu", "Tăng 2 buổi phụ đạo"));
        assert!(!moves_against("Nâng tỷ lệ chuyên cần", "Giảm 5 em bỏ học"));
    }

    #[test]
    fn a_number_that_keeps_the_bound_is_what_was_planned() {
        const WEAK: &str = "Giảm tỷ lệ học sinh yếu xuống dưới 2%";
        const THIN: &str = "Giảm tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân xuống dưới 5%";
        for (planned, said) in [
            (WEAK, "Còn 1,4% HS yếu"),
            (WEAK, "Học sinh yếu còn 1,4%"),
            (WEAK, "Hiện nay 1,4%"),
            (WEAK, "Tỷ lệ HS yếu cuối học kỳ I: 1,8%"),
            (THIN, "Tỷ lệ nhẹ cân: 4,2%"),
            (THIN, "Đầu năm 7,1%, hiện nay 4,0%"),
            (THIN, "Tỷ lệ trẻ nhẹ cân từ 7,1% xuống còn 4,0%"),
            ("Giảm tỷ lệ học sinh bỏ học còn dưới 1%", "Tỷ lệ bỏ học: 0%"),
            ("Khống chế tỷ lệ lưu ban không quá 1%", "Tỷ lệ lưu ban 0,6%"),
            ("Giảm số học sinh yếu xuống còn 5 em", "Còn 4 em yếu"),
            ("Phấn đấu giảm tỉ lệ trẻ thấp còi dưới 3%", "Tỉ lệ thấp còi 2,9%"),
            ("Giảm tỷ lệ học sinh yếu từ 5% xuống dưới 2%", "Còn 1,4%"),
        ] {
            assert!(comes_below(planned, said), "{planned}: {said}");
        }
        for (planned, said) in [
            (WEAK, "Còn 3,1% HS yếu"),
            (WEAK, "Học sinh khá 1,4%"),
            (WEAK, "Còn 1,4% HS yếu, đang phụ đạo"),
            (WEAK, "Giảm 1,4%, còn 3,1%"),
            (WEAK, "Chưa đạt, còn 1,9%"),
            (WEAK, "Còn 2 em"),
            (THIN, "Đầu năm 7,1%, hiện nay 6,0%"),
            (THIN, "Tỷ lệ thấp còi: 4,2%"),
            (THIN, "Nhẹ cân 4,2%, thấp còi 6,1%"),
            ("Nâng tỷ lệ chuyên cần lên trên 98%", "Còn 1,4%"),
            ("Giảm 5 học sinh yếu", "Còn 4 em yếu"),
            ("Phấn đấu còn dưới 2% học sinh yếu, trên 30% học sinh giỏi", "Học sinh giỏi 1%"),
            ("Phấn đấu tỷ lệ chuyên cần vượt quá 95%", "Tỷ lệ chuyên cần 93%"),
            ("Sửa chữa phòng học, còn dưới 2 phòng hỏng", "Còn 1 phòng hỏng"),
        ] {
            assert!(!comes_below(planned, said), "{planned}: {said}");
        }
    }
}
