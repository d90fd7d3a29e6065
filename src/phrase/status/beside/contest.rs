//! What was planned and what is reported of it in, whether a contest or a club is answered by what came of it out: `Thao giảng chào mừng 20/11` →
//! `16 tiết, xếp loại giỏi 13`, `Mở câu lạc bộ cờ vua` → `Sinh hoạt đều chiều thứ sáu`. Who won has taken part, and a club that meets is there.

use std::sync::LazyLock;

use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Before the name of a contest.
const TAKES_PART: &str =
    "tổ chức, tham gia, tham dự, dự, dự thi, cử, hưởng ứng, phối hợp, tích cực, tốt, các, giáo viên, học sinh, hs, gv, đội tuyển, trẻ, cho";
const CONTESTS: &str = "
    thi, hội thi, cuộc thi, kỳ thi, hội giảng, thao giảng, giải, hội khỏe, hội khoẻ, hội thao, hội diễn, liên hoan, olympic, trạng nguyên, rung chuông vàng, hội thi giáo viên, khoa học kỹ thuật,
    đấu trường, giao hữu, văn nghệ
";
/// What came of it.
const RESULTS: &str = "
    giải, huy chương, hcv, hcb, hcđ, vàng, bạc, giỏi, xếp loại, xếp thứ, xếp hạng, xếp nhất, xếp nhì, xếp ba, nhất, nhì, khuyến khích, được công nhận, công nhận, đạt, đậu, đỗ, trúng giải, được giải, đoạt giải, cúp, giấy khen, bằng khen
";
/// Counted of it.
const UNITS: &str = "
    tiết, bài, sản phẩm, em, học sinh, hs, giáo viên, gv, đồng chí, đ c, đội, tiết mục, giải, huy chương, hcv, hcb, hcđ, vàng, bạc, đồng, nhất, nhì, ba, khuyến khích, kk, tốt, khá, giỏi, đề tài, dự án, mô hình, cô, thầy, lớp, vận động viên, vđv, cá nhân, tập thể
";
const LEADS: &str = "được, đạt, có, giành, đoạt, kết quả, toàn trường, gồm, với, trong đó";
const CLUBS: &str = "câu lạc bộ, clb, đội bóng, đội văn nghệ, đội tuyển, đội trống, đội kèn, học sinh năng khiếu, lớp năng khiếu, lớp võ, lớp bơi, lớp vẽ, lớp đàn, nhóm đọc";
const FOUNDS: &str = "mở, thành lập, duy trì, tổ chức, xây dựng, bồi dưỡng, các, thêm, 1, 2, 3, một, hai, ba, 01, 02, 03";
const MEETS: &str = "sinh hoạt, tập, tập luyện, luyện tập, luyện, học, chơi, hoạt động, gặp nhau";
/// How often, or when in the week.
const OFTEN: &str = "
    đều, đều đặn, thường xuyên, hằng tuần, hàng tuần, mỗi tuần, tuần một buổi, tuần hai buổi, tuần ba buổi, tuần 1 buổi, tuần 2 buổi, tuần 3 buổi, buổi tuần, lần tuần, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy, thứ 2, thứ 3, thứ 4, thứ 5, thứ 6, thứ 7, chủ nhật, cn, hằng tháng, hàng tháng
";
const OPEN: &str = "chưa, không, sẽ, đang, mới, chờ, dự kiến, còn, hoãn, tạm, chỉ, vòng loại, sắp, từ tháng, bắt đầu";

struct Vocabulary {
    takes_part: Phrases,
    contests: Phrases,
    results: Phrases,
    units: Phrases,
    leads: Phrases,
    clubs: Phrases,
    founds: Phrases,
    meets: Phrases,
    often: Phrases,
    open: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    takes_part: Phrases::of(TAKES_PART),
    contests: Phrases::of(CONTESTS),
    results: Phrases::of(RESULTS),
    units: Phrases::of(UNITS),
    leads: Phrases::of(LEADS),
    clubs: Phrases::of(CLUBS),
    founds: Phrases::of(FOUNDS),
    meets: Phrases::of(MEETS),
    often: Phrases::of(OFTEN),
    open: Phrases::of(OPEN),
});

/// Whether the report is nothing but what came of a contest, or tells when a club meets.
pub(super) fn tells_what_came_of_it(planned: &str, said: &str) -> bool {
    let plan = words(planned);
    let said = clean(said).to_lowercase();
    if KNOWN.open.stand_in(&words(&said)) {
        return false;
    }
    KNOWN.contests.begin(KNOWN.takes_part.behind(&plan)) && is_result(&said)
        || KNOWN.clubs.begin(KNOWN.founds.behind(&plan)) && meets(&said)
}

/// "4/5 giáo viên được công nhận", "16 tiết, xếp loại giỏi 13", "Được 2 huy chương vàng, 3 bạc".
fn is_result(said: &str) -> bool {
    const LONGEST: usize = 9;
    let clauses: Vec<_> = said.split([',', ';', '.', '(', ')', '\n', ':']).map(words).filter(|clause| !clause.is_empty()).collect();
    let result = |clause: &[Word]| KNOWN.results.stand_in(clause);
    let counted = |clause: &[Word]| {
        let clause = KNOWN.leads.behind(clause);
        let numbers = clause.iter().take_while(|word| word.begins_number()).count();
        (1..=2).contains(&numbers) && KNOWN.units.begin(&clause[numbers..])
    };
    clauses.iter().all(|clause| clause.len() <= LONGEST && (counted(clause) || result(clause)))
        && clauses.iter().any(|clause| result(clause) && clause.iter().any(Word::begins_number))
}

/// "Sinh hoạt đều chiều thứ sáu", "Đội bóng bàn tập tuần hai buổi".
fn meets(said: &str) -> bool {
    const LONGEST: usize = 14;
    const FARTHEST: usize = 5;
    let said = words(said);
    let meets = (0..said.len().min(FARTHEST)).any(|at| KNOWN.meets.begin(&said[at..]));
    said.len() <= LONGEST && meets && KNOWN.often.stand_in(&said)
}

#[cfg(test)]
mod tests {
    use super::super::beside_plan;
    use super::*;
    use crate::model::Status;

    #[test]
    fn who_won_has_taken_part_and_a_club_that_meets_is_there() {
        for (planned, said) in [
            ("Thi giáo viên dạy giỏi cấp huyện", "4/5 giáo viên được công nhận"),
            ("Thao giảng chào mừng 20/11", "16 tiết, xếp loại giỏi 13"),
            ("Tham gia hội khỏe Phù Đổng cấp huyện", "Được 2 huy chương vàng, 3 bạc"),
            ("Tổ chức hội thi kể chuyện theo sách", "22 tiết mục, 3 giải nhất"),
            ("Tham gia cuộc thi khoa học kỹ thuật", "2 dự án, 1 giải ba cấp huyện"),
            ("Mở câu lạc bộ cờ vua", "Sinh hoạt đều chiều thứ sáu"),
            ("Bồi dưỡng học sinh năng khiếu", "Đội bóng bàn tập tuần hai buổi"),
            ("Thành lập 2 câu lạc bộ thể thao", "Các em tập 2 buổi/tuần"),
        ] {
            assert!(tells_what_came_of_it(planned, said), "{planned}: {said}");
            assert_eq!(beside_plan(planned, said, None), Some(Status::Completed), "{planned}: {said}");
        }
        for (planned, said) in [
            ("Bồi dưỡng giáo viên nâng chuẩn", "4/5 giáo viên đạt chuẩn"),
            ("Thi giáo viên dạy giỏi cấp huyện", "5 giáo viên đăng ký"),
            ("Thi giáo viên dạy giỏi cấp huyện", "Mới thi xong phần lý thuyết, 4 giáo viên đạt"),
            ("Tham gia hội khỏe Phù Đổng cấp huyện", "Tập luyện 3 môn"),
            ("Tham gia giải bóng đá thiếu niên", "Đang đá vòng bảng, thắng 2 trận"),
            ("Tổ chức hội thi văn nghệ", "Đạt giải sẽ trao vào 20/11"),
            ("Mở câu lạc bộ cờ vua", "Chưa sinh hoạt đều"),
            ("Mở câu lạc bộ cờ vua", "Dự kiến sinh hoạt chiều thứ sáu"),
            ("Xây phòng tập", "Các em tập 2 buổi/tuần ngoài sân"),
        ] {
            assert!(!tells_what_came_of_it(planned, said), "{planned}: {said}");
        }
    }
}
