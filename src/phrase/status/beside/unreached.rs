//! What was planned and what is reported of it in, where whatever the report counts stays below the one count of the plan told:
//! `Trồng 100 cây keo` → `Trồng 60 gốc`.
//!
//! For asking, never for reading: what is counted may be called otherwise, but of what was to be a hundred no number comes up to a hundred.

use super::counts::{Counted, SHARE, TIMES, counts};
use super::matter::names_any;
use super::shortfall::Short;
use crate::phrase::token::{Token, tokens};
use crate::text::clean;

/// Counted of a work, and no part of what was to be reached: where, when and how it was done, and what it won.
const OF_ANOTHER: &[&str] = &[
    "buoi", "tiet", "giai", "bai", "to", "doan", "chuyen", "luot", "hoi", "cuoc", "ban", "trang", "mon", "dong", "cong", "lop", "nhom",
    "khoi", "phong", "diem", "day", "tang", "truong", "doi", "dai", "vi", "loai", "hcv", "hcb", "hcd", "gio", "m", "km", "kg", "noi",
    "hang", "dieu", "khong", "tap", "don", "huy", "nha", "cap", "xa", "thon",
];
/// Say that all of it is done.
const OF_ALL: &[&str] =
    &["đủ", "toàn", "cả", "tất", "đều", "mỗi", "từng", "các", "hoàn", "vượt", "không", "thêm", "du", "toan", "ca", "tat", "deu"];

/// The count of the plan, and all that the report counts, where none of it nor its sum comes up to it.
pub(super) fn unreached(planned: &str, done: &str) -> Option<Short> {
    let told = clean(done).to_lowercase();
    if told.split(|sign: char| !sign.is_alphanumeric()).any(|word| OF_ALL.contains(&word)) || told.contains("100%") {
        return None;
    }
    let plan = counts(planned);
    let mut wanted = plan.iter().filter(|(unit, _)| *unit != SHARE && *unit != TIMES && !matches!(&***unit, "dieu" | "khong" | "cong"));
    let ((unit, wanted), None) = (wanted.next()?, wanted.next()) else { return None };
    let [wanted] = &wanted[..] else { return None };
    let lowers = clean(planned).to_lowercase().starts_with("giảm");
    if wanted.count < 2.0 || wanted.per.is_some() || lowers {
        return None;
    }
    let said = counts(done);
    let mut counted: Vec<&Counted> = said
        .iter()
        .filter(|(told, _)| *told == unit || *told != TIMES && !OF_ANOTHER.contains(&told.as_str()))
        .flat_map(|(_, counted)| counted)
        .collect();
    counted.retain(|told| told.per.is_none() && !told.written.ends_with('%'));
    let tokens = tokens(done);
    // "Sửa 4": the deed of the plan, and how many.
    let alone = (1..tokens.len()).find(|at| {
        tokens[*at].number().is_some()
            && tokens.get(at + 1).is_none_or(|next| next.is_sign(',') && tokens.get(at + 2).is_some_and(|next| next.spaced))
            && tokens[at - 1].word().is_some_and(|deed| self::tokens(planned).iter().take(2).any(|token| token.is_word(deed)))
    });
    let shown: Vec<&str> = counted.iter().map(|told| told.written.as_str()).chain(alone.map(|at| tokens[at].written.as_str())).collect();
    let sum: f64 = counted.iter().map(|told| told.count).sum();
    let reached =
        sum >= wanted.count || (0..tokens.len()).any(|at| may_count(&tokens, at).is_some_and(|count| count as f64 >= wanted.count));
    (!shown.is_empty() && !reached).then(|| Short { planned: wanted.written.clone(), done: shown.join(", ") })
}

/// The number that stands there, but for those of days and years; of "60/60" it is the whole.
fn may_count(tokens: &[Token], at: usize) -> Option<u64> {
    let number = tokens[at].number()?;
    let slashed = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_sign('/'));
    let of_day = (slashed(at.checked_sub(1)) || slashed(Some(at + 1))) && !(at >= 2 && tokens[at - 2].number() == Some(number))
        || at.checked_sub(1).is_some_and(|before| tokens[before].is_word("ngay") || tokens[before].is_word("thang"));
    let year = (1990..2100).contains(&number) && tokens[at].digits() == 4;
    // "850.000đ"
    let money = tokens
        .get(at + 1)
        .and_then(Token::word)
        .is_some_and(|unit| matches!(unit, "d" | "dong" | "trieu" | "tr" | "nghin" | "ngan" | "ty" | "vnd"))
        || tokens.get(at + 1).is_some_and(|sign| sign.is_sign('.'))
            && tokens.get(at + 2).is_some_and(|group| group.digits() == 3 && !group.spaced);
    (!of_day && !year && !money).then_some(number)
}

/// "Hiện có 3 lớp ghép" of a plan to come down to 2.
pub(super) fn above_least(planned: &str, done: &str) -> Option<Short> {
    let plan = tokens(planned);
    let down = (1..plan.len()).find(|at| plan[*at - 1].written == "xuống" && plan[*at].number().is_some())?;
    let share = plan.get(down + 1).is_some_and(|next| next.is_sign('%') || next.is_sign(','));
    let (least, said) = (plan[down].number()?, counts(done));
    let mut told = said.iter().filter(|(unit, _)| *unit != SHARE && *unit != TIMES).flat_map(|(_, counted)| counted);
    let (told, None) = (told.next()?, told.next()) else { return None };
    let by = clean(done).to_lowercase().contains("giảm ");
    (!share && !by && told.count > least as f64 && names_any(planned, done))
        .then(|| Short { planned: format!("xuống {least}"), done: told.written.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_counted_stays_below_the_one_count_of_the_plan() {
        for (planned, done, of, some) in [
            ("Trồng 100 cây keo", "Trồng 60 gốc, mưa xuống trồng nốt", "100 cây", "60 gốc"),
            ("Cấp thẻ BHYT cho 120 em", "Cấp 105 thẻ", "120 em", "105 thẻ"),
            ("Đóng 12 kệ sách", "Đóng 5 cái, gỗ hết", "12 kệ", "5 cái"),
            ("Sửa 6 cánh cửa hỏng", "Sửa 4, thiếu bản lề", "6 cánh", "4"),
            ("Bồi dưỡng CNTT cho 40 GV", "Học xong 2 lớp với 26 người", "40 gv", "26 người"),
            ("Hoàn thiện 60 hồ sơ", "Hồ sơ 44 người nhập máy", "60 hồ", "44 người"),
            ("Mua 3 loa", "1 cái, 850.000đ", "3 loa", "1 cái"),
            ("Tuyển sinh 120 học sinh lớp 6", "Có 97 em nộp hồ sơ", "120 học sinh", "97 em"),
        ] {
            let short = unreached(planned, done).map(|short| (short.planned.to_lowercase(), short.done));
            assert_eq!(short, Some((of.to_owned(), some.to_owned())), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Trồng 100 cây keo", "Trồng đủ, mỗi lớp 5 cây"),
            ("Trồng 100 cây keo", "Trồng ngày 12/11/2023"),
            ("Trồng 100 cây keo", "Trồng 60 cây keo và 45 cây bàng"),
            ("Bồi dưỡng 40 GV", "Tổ chức 2 buổi tại 3 điểm trường"),
            ("Mua 12 bộ máy", "12/12 bộ, giao 3 lớp"),
            ("Thực hiện 3 công khai", "Niêm yết tại 2 bảng tin"),
            ("Giảm 5 hộ không có nhà vệ sinh", "Còn 2 hộ"),
            ("Khám mắt cho 600 HS", "Khám 2 đợt, phát hiện cận thị"),
        ] {
            assert!(unreached(planned, done).is_none(), "{planned}: {done}");
        }
        assert!(above_least("Giảm số lớp ghép từ 4 xuống 2", "Hiện có 3 lớp ghép").is_some());
        assert!(above_least("Giảm số lớp ghép từ 4 xuống 2", "Hiện có 2 lớp ghép").is_none());
    }
}
