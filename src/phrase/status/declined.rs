//! A text of a result in, whether it says that a deed was not done, and why out: `Không đăng ký vì thiếu cầu thủ`, `Trùng lịch thi nên không tham gia`.

use std::sync::LazyLock;

use super::assured::begins_with_deed;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Besides the deeds that schools do.
const GOES: &str = "đi, dự, tham gia, cử, đăng ký, mở lớp, ra lớp, thi";
/// No work that is given up, or one that is better not done.
const BETTER_NOT: &str = "
    để, có, thu, phạt, xử phạt, kỷ luật, giảm, tăng, mắc, cho, dùng, sử dụng, yêu cầu, ghép, chuyển, nhận, vay, hủy, bỏ, xử lý, chặt, cắt, tháo dỡ, kêu gọi, chi, nộp, báo cáo, ghi,
    tính, xếp, nhắc nhở, chấm, dạy, tách, dồn, dời, di dời, huy động, xác định, thống nhất, phát, phát triển, xóa, in ra, tổ chức dạy thêm, thi lại, tuyển dụng trái, ôn, chia
";
/// What is kept from: "không tham gia tệ nạn".
const EVILS: &str = "tệ nạn, ma túy, cờ bạc, đánh nhau, bạo lực, đua xe, mạng xã hội, vi phạm, thêm, nghỉ, trái, sai, ngoài, quá, riêng, nhầm, chậm, muộn, thiếu";
const WHY: &[&str] = &["vì", "do", "bởi", "tại"];
/// Something was done, or another thing instead.
const OTHERWISE: &[&str] =
    &["đã", "xong", "rồi", "vẫn", "đang", "mà", "thay", "chuyển", "nhưng", "vẫn", "riêng", "một", "vài", "số", "còn", "nên"];

struct Vocabulary {
    goes: Phrases,
    better_not: Phrases,
    evils: Phrases,
}

static KNOWN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary { goes: Phrases::of(GOES), better_not: Phrases::of(BETTER_NOT), evils: Phrases::of(EVILS) });

/// Whether the text says so, and of nothing else that it was done.
pub(super) fn is_declined(text: &str) -> bool {
    let written = clean(text).to_lowercase();
    if written.contains([',', ';', '\n', ':']) || written.trim_end_matches('.').contains(". ") {
        return false;
    }
    let said = words(&written);
    let otherwise = |words: &[Word]| words.iter().any(|word| OTHERWISE.iter().any(|other| word.is_written(other)));
    // "Không đăng ký vì thiếu cầu thủ"
    let (first, rest) = match said.split_first() {
        Some(split) => split,
        None => return false,
    };
    if first.is_written("không") || first.plain == "ko" {
        let why = rest.iter().position(|word| WHY.iter().any(|why| word.is_written(why))).filter(|at| *at > 0 && at + 1 < rest.len());
        return why.is_some_and(|why| is_work(&rest[..why]) && !otherwise(&rest[..why]) && !otherwise(&rest[why..]));
    }
    // "Trùng lịch thi nên không tham gia"
    let given = ["được", "đủ", "tặng", "tốt", "nghiêm", "nhờ", "cao"];
    said.windows(2).position(|two| two[0].is_written("nên") && two[1].is_written("không")).is_some_and(|at| {
        let reason = &said[..at];
        let well = reason.iter().any(|word| given.iter().any(|given| word.is_written(given)));
        at > 0 && !well && !otherwise(reason) && is_work(&said[at + 2..]) && !otherwise(&said[at + 2..])
    })
}

/// A deed and what it was to be done with.
fn is_work(deed: &[Word]) -> bool {
    const LONGEST: usize = 8;
    deed.len() <= LONGEST
        && (begins_with_deed(deed) || KNOWN.goes.begin(deed))
        && !KNOWN.better_not.begin(deed)
        && !KNOWN.evils.stand_in(deed)
}

#[cfg(test)]
mod tests {
    use super::super::{parse, word};
    use super::*;
    use crate::model::Status;

    #[test]
    fn what_was_not_done_for_a_reason_is_not_begun() {
        for text in [
            "Không đăng ký vì thiếu cầu thủ",
            "Không cử ai đi vì trùng lịch thi",
            "Không tham gia do thiếu kinh phí",
            "Không dự vì học sinh ôn thi",
            "Không mở lớp do không đủ học sinh",
            "Không đi vì mưa bão",
            "Không thuê vì giá cao",
            "Không trồng vì đất đá",
            "Không lắp do nhà trường không có điện ba pha",
            "Mượn của Đoàn xã nên không sắm",
            "Trùng lịch thi nên không tham gia",
        ] {
            assert!(is_declined(text), "{text}");
            assert_eq!(parse(text, "", "").status, Status::NotStarted, "{text}");
            assert_eq!(word(text).map(|said| said.status), Some(Status::NotStarted), "{text}");
        }
        for text in [
            "Không thu tiền vì đã miễn phí",
            "Không xử phạt vì không có vi phạm",
            "Không phạt học sinh vì các em đã nhận lỗi",
            "Không thiếu giáo viên vì đã hợp đồng",
            "Không đánh nhau vì đã cam kết",
            "Không tham gia tệ nạn vì được giáo dục tốt",
            "Ý thức tốt nên không tham gia tệ nạn",
            "Có bảo vệ trực nên không mất cắp",
            "Hợp đồng giáo viên thỉnh giảng nên không ghép lớp",
            "Tuyên truyền tốt nên không có vi phạm",
            "Không tổ chức tập trung vì dịch mà tổ chức theo lớp",
            "Không tổ chức tập trung do dịch, tổ chức theo từng lớp",
            "Một số lớp không tham gia vì trùng lịch",
            "Không mua thêm vì đủ dùng",
            "Không để xảy ra tai nạn do làm tốt tuyên truyền",
        ] {
            assert!(!is_declined(text), "{text}");
        }
    }
}
