//! A text of a result in, whether all it tells is when the work is to be done out: `Tổ chức Hội thao vào ngày 26/3 tới`, `Họp phụ huynh vào tuần sau`.

use std::sync::LazyLock;

use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// What is got ready for that time, or said at each such time: the time is not that of the work.
const OTHERWISE: &str = "
    cho, chuẩn bị, phục vụ, để, kế hoạch, lịch, nhiệm vụ, công việc, công tác, phương hướng, hoạt động, chủ đề, nội dung, hằng, hàng, mỗi, từng, định kỳ,
    hướng, kỷ niệm, chào mừng, trước, sẵn sàng, đến, của, thực đơn, bài
";
/// Something was done.
const DONE: &str = "đã, xong, rồi, đang, hoàn thành, mới, chỉ, được, tiếp tục, duy trì";
/// Lead in a time.
const LEADS: &str = "vào, trong, ngày, thứ, dịp, sáng, chiều, tối, cuối, đầu, giữa, lễ";

struct Vocabulary {
    otherwise: Phrases,
    done: Phrases,
    leads: Phrases,
}

static KNOWN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary { otherwise: Phrases::of(OTHERWISE), done: Phrases::of(DONE), leads: Phrases::of(LEADS) });

/// Whether the one sentence ends with a time to come, and tells nothing that was done.
pub(super) fn is_coming(text: &str) -> bool {
    const LONGEST: usize = 16;
    let written = clean(text).to_lowercase();
    let written = written.trim_end_matches(['.', ' ']);
    if written.contains([',', ';', '\n', '(', ':', '%']) || written.contains(". ") {
        return false;
    }
    let said = words(written);
    if said.len() < 3 || said.len() > LONGEST || KNOWN.otherwise.stand_in(&said) || KNOWN.done.stand_in(&said) {
        return false;
    }
    let Some((last, before)) = said.split_last() else { return false };
    let named = |word: &Word| ["tuần", "tháng", "năm", "kỳ", "quý", "hè", "học"].iter().any(|time| word.is_written(time));
    match last {
        // "26/3 tới", "tháng 2 sắp tới", "tuần tới"
        last if last.is_written("tới") => {
            let before = match before {
                [before @ .., soon] if soon.is_written("sắp") => before,
                before => before,
            };
            let day = matches!(before, [.., day, month] if day.begins_number() && month.begins_number());
            let dated = matches!(before, [.., lead, number] if number.begins_number() && ["tháng", "ngày", "quý", "tuần", "thứ"].iter().any(|time| lead.is_written(time)));
            day || dated || before.last().is_some_and(named) && is_led(before)
        }
        // "vào tuần sau"
        last if last.is_written("sau") => before.last().is_some_and(named) && is_led(before),
        _ => false,
    }
}

/// "vào tuần", "thứ năm tuần": the time is led in, or nothing else stands before it.
fn is_led(time: &[Word]) -> bool {
    const FARTHEST: usize = 4;
    let from = time.len().saturating_sub(FARTHEST);
    (from..time.len()).any(|at| KNOWN.leads.begin(&time[at..]))
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::model::Status;

    #[test]
    fn a_time_to_come_at_the_end_says_that_the_work_is_not_begun() {
        for text in [
            "Tổ chức Hội thao vào ngày 26/3 tới",
            "Tổ chức vào ngày 8/3 sắp tới",
            "Thi vào thứ năm tuần tới",
            "Tập huấn vào tháng 2 tới",
            "Khai mạc ngày 15/1 tới",
            "Họp phụ huynh vào tuần sau",
            "Bế giảng xong mới làm",
            "Nghỉ hè mới sửa",
            "Hết năm học mới đánh giá",
        ] {
            assert_eq!(parse(text, "", "").status, Status::NotStarted, "{text}");
        }
        for text in [
            "Đã trồng cây từ cổng tới nhà xe",
            "Tuyên truyền tới 100% PHHS",
            "Bàn giao tới từng lớp",
            "Họp giao ban triển khai nhiệm vụ tuần tới",
            "Mua đủ sách cho năm học tới",
            "Xây dựng thực đơn của tuần sau vào thứ sáu",
            "Nộp báo cáo hằng tháng vào ngày 5 tháng sau",
            "Lên lịch trực tuần sau",
            "Chuẩn bị tốt các điều kiện khai giảng vào tháng 9 tới",
            "Sửa cửa sổ phòng phía sau",
            "Trồng rau ở vườn sau",
        ] {
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
        }
    }
}
