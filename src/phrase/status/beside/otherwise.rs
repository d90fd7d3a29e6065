//! What was planned and what is reported of it in, whether the report tells of something that stands in its place, or of when it is held every year, out:
//! for asking, never for reading.

use crate::phrase::status::words::heard;
use crate::text::clean;

/// "Thuê máy thay cho mua" of a plan to buy, "Tổ chức ngày 21/4 hằng năm": neither says that what was planned was done.
pub fn does_otherwise(planned: &str, done: &str) -> bool {
    let plan = heard(planned);
    let deed = plan.split(' ').next().unwrap_or_default();
    let told = clean(done).to_lowercase();
    stands_for(deed, &told) || is_held_yearly(&told)
}

fn stands_for(deed: &str, told: &str) -> bool {
    let instead = [" thay cho ", " thay vì ", " chứ không "].iter().find_map(|words| told.split_once(words));
    let goes_back = |rest: &str| {
        let rest = heard(rest);
        let rest = rest.strip_prefix("viec ").or(rest.strip_prefix("phai ")).unwrap_or(&rest);
        rest.split(' ').next() == Some(deed)
    };
    instead.is_some_and(|(_, rest)| !deed.is_empty() && goes_back(rest))
}

/// A habit, and no word of its having been kept.
fn is_held_yearly(told: &str) -> bool {
    const PAST: &[&str] = &["đã", "xong", "được", "rồi", "vừa", "đều", "nền nếp", "nề nếp"];
    const MOST_WORDS: usize = 9;
    let told = told.trim_end_matches(['.', ' ']);
    let yearly = ["hằng năm", "hàng năm", "mỗi năm"].iter().any(|words| told.ends_with(words));
    let words = || told.split(' ');
    yearly
        && words().count() <= MOST_WORDS
        && told.contains(|sign: char| sign.is_ascii_digit())
        && !words().any(|word| PAST.contains(&word))
        && (told.contains("ngày ") || told.contains("tháng ") || told.contains("dịp "))
}

#[cfg(test)]
mod tests {
    use super::does_otherwise;

    #[test]
    fn what_stands_in_its_place_is_not_what_was_planned() {
        for (planned, done) in [
            ("Mua máy photocopy", "Thuê máy thay cho mua"),
            ("Mua máy photocopy", "Thuê máy thay vì mua mới"),
            ("Xây nhà xe", "Dựng tạm mái tôn chứ không xây"),
            ("Tổ chức Ngày hội đọc sách", "Tổ chức ngày 21/4 hằng năm"),
            ("Tổ chức ngày hội đọc sách", "Tổ chức vào tháng 4 hàng năm"),
        ] {
            assert!(does_otherwise(planned, done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Mua máy photocopy", "Mua máy mới thay cho máy cũ"),
            ("Thay bóng đèn", "Lắp đèn led thay cho đèn cũ"),
            ("Tổ chức ngày hội đọc sách", "Đã tổ chức ngày 21/4, duy trì hằng năm"),
            ("Tổ chức ngày hội đọc sách", "Tổ chức đều hằng năm"),
            ("Tổ chức ngày hội đọc sách", "Tổ chức ngày 21/4"),
        ] {
            assert!(!does_otherwise(planned, done), "{planned}: {done}");
        }
    }
}
