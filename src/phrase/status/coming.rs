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

/// "thứ bảy tuần này trồng", "tuần sau lắp": what a clause that begins with a time to come says is done then.
pub(super) fn left_to_a_time_ahead(clause: &[Word]) -> Option<&[Word]> {
    const DAYS: &[&str] = &["hai", "ba", "tư", "năm", "sáu", "bảy"];
    let is = |at: usize, word: &str| clause.get(at).is_some_and(|said| said.is_written(word));
    let ahead = |at: usize| is(at, "tới") || is(at, "sau");
    let day = is(0, "thứ") && (DAYS.iter().any(|day| is(1, day)) || clause.get(1).is_some_and(Word::begins_number))
        || is(0, "chủ") && is(1, "nhật");
    let of_week = day && is(2, "tuần") && (is(3, "này") || ahead(3));
    let time = match () {
        () if of_week => 4,
        () if day && (is(2, "tới") || is(2, "này")) => 3,
        () if is(0, "cuối") && is(1, "tuần") && (is(2, "này") || ahead(2)) => 3,
        () if ["tuần", "tháng"].iter().any(|unit| is(0, unit)) && ahead(1) => 2,
        () if ["ngày", "sáng", "chiều"].iter().any(|part| is(0, part)) && is(1, "mai") => 2,
        () => return None,
    };
    let deed = &clause[time..];
    let deed = if deed.first().is_some_and(|word| word.is_written("sẽ") || word.is_written("mới")) { &deed[1..] } else { deed };
    (!deed.is_empty() && !KNOWN.done.stand_in(deed) && !KNOWN.otherwise.stand_in(deed)).then_some(deed)
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
    fn what_is_left_to_a_time_ahead_is_under_way() {
        for text in [
            "Cây giống đã về, thứ bảy tuần này trồng",
            "Vật tư đã về, tuần sau lắp",
            "Đã mua vật tư, thứ hai tới sửa",
            "Đã đặt mua sách, tháng sau giao",
            "Đã mời báo cáo viên, sáng mai tập huấn",
        ] {
            assert_eq!(parse(text, "", "").status, Status::InProgress, "{text}");
        }
        for text in [
            "Đã sửa xong, tuần sau bàn giao đưa vào hoạt động",
            "Đã họp tổ, tháng sau tiếp tục duy trì",
            "Trồng cây thứ bảy tuần này",
            "Đã tập huấn, thứ sáu tuần trước kiểm tra lại",
        ] {
            assert_ne!(parse(text, "", "").status, Status::NotStarted, "{text}");
        }
    }

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
