//! What is reported in, whether it tells of a number that has come down out: `Giảm tỷ lệ học sinh yếu từ 5% còn 1%`, and, of a plan to lessen it,
//! `Còn 8 tiết, trước là 30 tiết`. What is left there is what was to be reached, and no rest of the work.

use crate::text::clean;

/// Begin what was to have less of something.
const LESSENS: &[&str] = &["giảm", "tinh giản", "tinh giảm", "tinh gọn", "hạ", "hạn chế", "cắt giảm", "kéo giảm", "rút gọn", "giảm thiểu"];
/// Begin what was to have more of something.
const RAISES: &[&str] = &["tăng", "nâng", "tăng thêm", "nâng cao", "tăng cường", "mở rộng"];
/// Before the number that once was.
pub(super) const ONCE: &[&str] = &[
    "trước",
    "trước đây",
    "trước kia",
    "trước đó",
    "đầu năm",
    "đầu năm học",
    "năm ngoái",
    "năm trước",
    "năm học trước",
    "cùng kỳ",
    "cùng kỳ năm trước",
    "hồi đầu năm",
];
/// That it goes on, or comes to too little.
const OPEN: &[&str] = &["chưa", "không", "đang", "sẽ", "tiếp", "chờ", "kh", "kế", "chỉ tiêu", "thiếu", "vẫn"];

pub(super) struct Amount {
    pub at: usize,
    pub count: f64,
    pub unit: String,
}

/// Whether a text tells of itself that something was lessened: its own deed, or a rate.
pub(super) fn has_lessened(text: &str) -> bool {
    let text = clean(text).to_lowercase();
    let rest = text.strip_prefix("đã ").unwrap_or(&text);
    let deed = LESSENS.iter().any(|deed| rest.strip_prefix(deed).is_some_and(|rest| rest.starts_with(' ')));
    let rate = ["tỷ lệ ", "tỉ lệ "].iter().any(|rate| rest.starts_with(rate));
    (deed || rate) && falls(&text)
}

/// Whether a plan to lessen something, that does not say to how much, is answered by a number that has come down.
pub(super) fn lessens_as_planned(planned: &str, said: &str) -> bool {
    let plan = clean(planned).to_lowercase();
    let lessens = LESSENS.iter().any(|deed| plan.strip_prefix(deed).is_some_and(|rest| rest.starts_with(' ')));
    lessens && !plan.contains(|sign: char| sign.is_ascii_digit()) && falls(&clean(said).to_lowercase())
}

/// Whether a text tells of itself that something was raised from one number to another: "Tăng số tiết thực hành từ 20 tiết lên 34 tiết".
pub(super) fn has_raised(text: &str) -> bool {
    let text = clean(text).to_lowercase();
    let rest = text.strip_prefix("đã ").unwrap_or(&text);
    RAISES.iter().any(|deed| rest.strip_prefix(deed).is_some_and(|rest| rest.starts_with(' '))) && rises(&text)
}

/// Whether a plan to raise something, that does not say to how much, is answered by a number that has gone up.
pub(super) fn raises_as_planned(planned: &str, said: &str) -> bool {
    let plan = clean(planned).to_lowercase();
    let raises = RAISES.iter().any(|deed| plan.strip_prefix(deed).is_some_and(|rest| rest.starts_with(' ')));
    raises && !plan.contains(|sign: char| sign.is_ascii_digit()) && rises(&clean(said).to_lowercase())
}

/// "từ 20 tiết lên (đến) 34 tiết".
fn rises(text: &str) -> bool {
    if is_open(text) {
        return false;
    }
    let text = text.replace(['(', ')', ':', '–'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let amounts = amounts(&words);
    let behind = |at: usize, word: &str| at > 0 && words[at - 1] == word;
    let up = |at: usize| behind(at, "lên") || at > 1 && words[at - 2] == "lên" && ["đến", "tới", "thành"].contains(&words[at - 1]);
    let (Some(once), Some(now)) = (amounts.iter().find(|amount| behind(amount.at, "từ")), amounts.iter().find(|amount| up(amount.at)))
    else {
        return false;
    };
    once.at < now.at && once.count < now.count && (once.unit == now.unit || once.unit.is_empty() || now.unit.is_empty())
}

pub(super) fn is_open(text: &str) -> bool {
    OPEN.iter().any(|open| format!(" {text} ").contains(&format!(" {open} ")))
}

/// "từ 5% (xuống) còn 1%", "còn 8 tiết/tháng, trước là 30 tiết".
fn falls(text: &str) -> bool {
    if is_open(text) {
        return false;
    }
    let text = text.replace(['(', ')', ':', '–'], " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let amounts = amounts(&words);
    let before = |at: usize, count: usize| words[at.saturating_sub(count)..at].join(" ");
    let now = amounts.iter().find(|amount| (1..=2).any(|back| amount.at >= back && words[amount.at - back] == "còn"));
    let Some(now) = now else { return false };
    let once = |amount: &&Amount| {
        let from = amount.at < now.at && amount.at > 0 && words[amount.at - 1] == "từ";
        let linked = usize::from(amount.at > 0 && matches!(words[amount.at - 1], "là" | "có" | "tới"));
        let was = amount.at > now.at && (1..=4).any(|count| ONCE.contains(&before(amount.at - linked, count).as_str()));
        from || was
    };
    amounts.iter().find(once).is_some_and(|once| now.count < once.count && (now.unit == once.unit || now.unit.is_empty()))
}

pub(super) fn amounts(words: &[&str]) -> Vec<Amount> {
    let bare = |word: &str| word.trim_matches([',', ';', '.']).to_owned();
    words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| {
            let word = bare(word);
            let share = word.strip_suffix('%');
            let count: f64 = share.unwrap_or(&word).replace(',', ".").parse().ok()?;
            let next = words.get(at + 1).map(|next| bare(next.split('/').next().unwrap_or_default()));
            let unit = match share {
                Some(_) => "%".to_owned(),
                None => next.filter(|next| next.chars().all(char::is_alphabetic)).unwrap_or_default(),
            };
            Some(Amount { at, count, unit })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{parse, state_of_plan, word};
    use super::*;
    use crate::model::Status;

    #[test]
    fn a_number_that_has_come_down_is_no_rest() {
        for text in [
            "Giảm tỷ lệ học sinh yếu từ 5% còn 1%",
            "Giảm tỷ lệ học sinh đi học muộn từ 5% còn 1%",
            "Đã giảm học sinh bỏ học từ 8 em còn 2 em",
            "Tỷ lệ suy dinh dưỡng từ 6% còn 3%",
            "Tỉ lệ trẻ thấp còi từ 7,5% xuống còn 4,2%",
            "Hạ tỷ lệ lưu ban từ 3% còn 0,8%",
            "Tỷ lệ bỏ học còn 0,3% (năm học trước 1,1%)",
        ] {
            assert!(has_lessened(text), "{text}");
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
            assert_eq!(word(text).map(|said| said.status), Some(Status::Completed), "{text}");
        }
        for text in [
            "Sơn từ phòng 1 đến phòng 5, còn 4 phòng",
            "Còn 8 phòng, trước mắt sửa 2 phòng",
            "Tỷ lệ học sinh yếu từ 3% nay còn 5%",
            "Giảm tỷ lệ học sinh yếu từ 5% còn 4%, chưa đạt",
            "Giảm tỷ lệ học sinh yếu từ 5% còn 4%, đang phụ đạo",
            "Từ 9 phòng dột còn 4 phòng",
            "Giảm tỷ lệ lưu ban còn 2% so với kế hoạch 1%",
        ] {
            assert!(!has_lessened(text), "{text}");
        }
    }

    #[test]
    fn a_number_that_has_gone_up_is_what_was_to_be() {
        assert_eq!(parse("Tăng số tiết thực hành từ 20 tiết lên 34 tiết", "", "").status, Status::Completed);
        let of = |planned: &str, said: &str| state_of_plan(planned, said).map(|said| said.status);
        assert_eq!(of("Tăng số giờ thực hành", "Từ 20 tiết lên 34 tiết"), Some(Status::Completed));
        assert_eq!(of("Nâng tỷ lệ giáo viên trên chuẩn", "Từ 60% lên đến 75%"), Some(Status::Completed));
        for (planned, said) in [
            ("Tăng số giờ thực hành", "Từ 34 tiết lên 20 tiết"),
            ("Tăng số giờ thực hành lên 40 tiết", "Từ 20 tiết lên 34 tiết"),
            ("Tăng số giờ thực hành", "Từ 20 tiết lên 34 tiết, đang xếp lịch tiếp"),
            ("Chuyển bàn ghế", "Từ phòng 2 lên phòng 5"),
        ] {
            assert!(!raises_as_planned(planned, said), "{planned}: {said}");
        }
    }

    #[test]
    fn a_plan_to_lessen_is_answered_by_what_has_come_down() {
        let of = |planned: &str, said: &str| state_of_plan(planned, said).map(|said| said.status);
        for (planned, said) in [
            ("Tinh giản hồ sơ sổ sách", "Từ 9 loại còn 4 loại"),
            ("Giảm số tiết dạy thay", "Còn 8 tiết/tháng, trước là 30 tiết"),
            ("Hạn chế học sinh đi xe máy đến trường", "Còn 5 em, đầu năm 21 em"),
            ("Giảm học sinh yếu môn Toán", "Chỉ còn 2 em (trước đây 9 em)"),
        ] {
            assert_eq!(of(planned, said), Some(Status::Completed), "{planned}: {said}");
        }
        for (planned, said) in [
            ("Sửa phòng học bị dột", "Từ 9 phòng còn 4 phòng"),
            ("Giảm số lớp ghép xuống 2 lớp", "Từ 9 lớp còn 4 lớp"),
            ("Giảm số tiết dạy thay", "Còn 30 tiết/tháng, trước là 8 tiết"),
            ("Giảm số tiết dạy thay", "Còn 8 tiết/tháng, trước là 30 tiết, đang giảm tiếp"),
        ] {
            assert_ne!(of(planned, said), Some(Status::Completed), "{planned}: {said}");
        }
    }
}
