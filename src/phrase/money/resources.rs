//! What stands under "Nguồn lực bảo đảm" in, whether it may speak of money out: "Tổ văn phòng, 12 giờ rà soát mỗi tháng" is of people and hours.

use super::marks::tokens;
use super::number::{any_number, unit_at};
use super::stands;

/// Words that speak of money whatever number stands beside them. Folded.
const MONEY: &[&str] = &["kinh phi", "tien", "ngan sach", "von", "chi phi", "du toan", "du tru", "kp", "nsnn", "xhh"];
/// A number from here on may be an amount without its unit; hours, lessons, people and machines are fewer.
const LEAST: i128 = 10_000;

/// Whether a number in the text may be an amount: money is spoken of, a unit of money stands behind it, or it is as great as amounts are.
pub fn may_be_money(text: &str) -> bool {
    let tokens = tokens(text);
    // "2 giờ mỗi quý" is of time.
    if text.to_lowercase().contains("quỹ") || (0..tokens.len()).any(|at| MONEY.iter().any(|words| stands(&tokens, at, words))) {
        return true;
    }
    any_number(&tokens, |number, behind| unit_at(behind, false).is_some() || number.times(1) >= LEAST)
}

#[cfg(test)]
mod tests {
    use super::may_be_money;

    #[test]
    fn resources_are_no_money_unless_they_may_be() {
        for text in [
            "Tổ văn phòng và 12 giờ rà soát mỗi tháng",
            "48 tiết dự giờ",
            "02 máy chiếu của trường",
            "Biểu mẫu trực tuyến",
            "Hội đồng TĐG, 2 giờ họp mỗi quý",
        ] {
            assert!(!may_be_money(text), "{text}");
        }
        for text in ["15 triệu", "Khoảng 500 nghìn mỗi lớp", "5.000.000", "Kinh phí 20", "Quỹ hội cha mẹ học sinh 15", "30k/em"]
        {
            assert!(may_be_money(text), "{text}");
        }
    }
}
