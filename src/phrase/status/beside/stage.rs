//! What was planned and what is reported of it in, whether the report comes no further than a stage before the planned work out:
//! `Xây tường rào` → `Đo đạc xong, cắm mốc xong`; `Tặng xe đạp` → `Danh sách 12 em đã chốt với thôn`.
//!
//! Steps that are none of any work, as papers that ask, are known without the plan (`steps`). What is a stage here may be a work of its own, so
//! that the plan has to begin with a deed that it comes before, and not to name the stage: `Lập danh sách` is done with the list.

mod vocabulary;

use std::sync::LazyLock;

use self::vocabulary::{AGREED, ENDS, KINDS, LEADS, PARTS, PREPARES, SO_FAR, USED};
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::status::assured::{affirms_in_words, begins_with_deed};
use crate::text::clean;

struct Kind {
    deeds: Phrases,
    begun: Phrases,
    prepared: Phrases,
}

struct Vocabulary {
    kinds: Vec<Kind>,
    leads: Phrases,
    agreed: Phrases,
    prepares: Phrases,
    ends: Phrases,
    parts: Phrases,
    so_far: Phrases,
    used: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    kinds: KINDS
        .iter()
        .map(|kind| Kind { deeds: Phrases::of(kind.deeds), begun: Phrases::of(kind.begun), prepared: Phrases::of(kind.prepared) })
        .collect(),
    leads: Phrases::of(LEADS),
    agreed: Phrases::of(AGREED),
    prepares: Phrases::of(PREPARES),
    ends: Phrases::of(ENDS),
    parts: Phrases::of(PARTS),
    so_far: Phrases::of(SO_FAR),
    used: Phrases::of(USED),
});

/// Whether every clause that tells anything tells a stage before the work, and some clause does.
pub(in crate::phrase::status) fn only_stage(planned: &str, done: &str) -> bool {
    const LONGEST: usize = 200;
    if planned.is_empty() || done.len() > LONGEST {
        return false;
    }
    let plan = words(planned);
    // "Đóng 20 tủ"
    let Some(kind) = kind_of(&words(&planned.replace(|sign: char| sign.is_ascii_digit(), ""))) else { return false };
    let done = clean(done);
    let mut stages = 0;
    for clause in done.split([',', ';', '.', '\n', '(', ')', '+']).filter(|clause| clause.chars().any(char::is_alphabetic)) {
        let said = words(clause);
        match is_stage(kind, &plan, &said) {
            true => stages += 1,
            false if KNOWN.ends.stand_in(&said) || said.iter().any(|word| word.plain == "da") || affirms_in_words(&said) => return false,
            false => {}
        }
    }
    stages > 0
}

/// Whether the plan begins with a deed that stages are known of.
pub(super) fn is_of_kind(planned: &str) -> bool {
    kind_of(&words(planned)).is_some()
}

/// The kind of work that the plan begins with.
fn kind_of(plan: &[Word]) -> Option<&'static Kind> {
    if KNOWN.prepares.begin(plan) {
        return None;
    }
    let longest = |kind: &Kind| kind.deeds.beginning(plan).max();
    let known = &KNOWN.kinds;
    known.iter().filter(|kind| longest(kind).is_some()).rev().max_by_key(|kind| longest(kind))
}

/// Whether a clause begins with a stage that the plan does not name, and goes on with nothing but what is agreed of it.
fn is_stage(kind: &Kind, plan: &[Word], clause: &[Word]) -> bool {
    const MOST_LEADS: usize = 7;
    let (mut at, mut of_thing) = (0, false);
    while at < clause.len().min(MOST_LEADS) {
        let rest = &clause[at..];
        let stage = kind.begun.beginning(rest).max().map(|count| (count, false));
        let stage = stage.max(kind.prepared.beginning(rest).max().filter(|_| !of_thing).map(|count| (count, true)));
        if let Some((count, prepared)) = stage {
            let named = plan.windows(count).any(|named| named.iter().zip(rest).all(|(named, said)| said.is(named)));
            let dug = begins_with_deed(rest);
            // "Cột sắt, mái tôn" tells what was built, "cột trồng rồi" how far it came.
            if !prepared && KNOWN.parts.begin(rest) && !tells_how_far(&rest[count..]) {
                return false;
            }
            return !named && goes_no_further(&rest[count..], prepared, dug);
        }
        match KNOWN.leads.beginning(rest).max() {
            Some(count) => at += count,
            None if rest[0].begins_number() => at += 1,
            // "Vở đã nhập kho" of a plan to give them: what is done with the planned thing, and not what is written of it.
            None if plan.iter().any(|named| rest[0].is(named)) => (at, of_thing) = (at + 1, true),
            None => return false,
        }
    }
    false
}

fn tells_how_far(rest: &[Word]) -> bool {
    (0..rest.len()).any(|at| KNOWN.so_far.begin(&rest[at..]))
}

/// "ký rồi", "đã được huyện thẩm định"; "hợp đồng mua 5 máy", but not "và mua 5 máy", "đã mua". What is `dug` is not planted: "đào hố trồng 20 cây".
fn goes_no_further(rest: &[Word], prepared: bool, dug: bool) -> bool {
    // "hợp đồng mua máy", "dự toán xây tường", "danh sách hỗ trợ"
    let from = usize::from(prepared);
    (from..rest.len()).all(|at| {
        let behind = &rest[at..];
        let joined = at > 0 && matches!(&*rest[at - 1].plain, "va" | "roi");
        // "đo size cho 60 em"
        let for_whom = behind[0].plain == "cho" && behind[0].is_written("cho") && !joined;
        (!begins_with_deed(behind) || for_whom || KNOWN.agreed.begin(behind) && !joined && (prepared || !dug)) && !KNOWN.used.begin(behind)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_before_the_planned_work_is_told_from_the_work() {
        for (planned, done) in [
            ("Xây tường rào 150m", "Đo đạc xong, cắm mốc xong"),
            ("Xây 2 phòng học", "Cất nóc hôm 12/12"),
            ("Xây bếp ăn bán trú", "Bản vẽ đã được huyện thẩm định"),
            ("Lát gạch sân trường", "Gạch, cát, xi măng tập kết đủ ở sân"),
            ("Tặng xe đạp cho học sinh nghèo", "Danh sách 12 em đã chốt với thôn"),
            ("Mua đồ chơi ngoài trời", "Ký hợp đồng với công ty Hoàng Gia ngày 20/12"),
            ("Mua tủ thuốc và giường y tế", "Họp hội đồng đã thống nhất chủ trương"),
            ("Xây nhà vệ sinh cho điểm lẻ", "Đổ móng rồi"),
            ("Mua 20 máy tính", "Đã có 3 báo giá của công ty"),
            ("Đặt tượng danh nhân ở sân trường", "Bệ xây xong"),
            ("Lắp mạng internet thư viện", "Đã đăng ký với Viettel"),
            ("Trồng 50 cây keo", "Hố đào sẵn rồi, chờ giống"),
            ("Tổ chức hội thi bé khéo tay", "Thể lệ đã gửi các lớp"),
            ("Tuyển 2 giáo viên Tiếng Anh", "Thông báo tuyển đã dán ở huyện"),
            ("Cấp sách giáo khoa cho 60 em nghèo", "Rà xong, có 60 em đủ diện"),
            ("Mua máy in màu", "Kế toán lập xong bảng so sánh giá"),
            ("Kết nạp 3 đảng viên", "Cử 3 quần chúng học lớp cảm tình"),
            ("Viết lịch sử nhà trường", "Sưu tầm được ảnh, tư liệu"),
            ("Lắp 10 quạt trần", "Quạt về kho rồi"),
            ("Sơn lại lớp học", "Sơn mua rồi"),
            ("Làm vườn rau", "Phát cỏ xong"),
            ("Làm sổ đỏ cho trường", "Cán bộ địa chính về đo"),
            ("Cử 2 GV học thạc sĩ", "2 cô đã nộp hồ sơ dự tuyển"),
            ("Lợp lại mái tôn", "Đã mời thợ lên xem, hẹn tháng sau"),
            ("Tặng 60 áo ấm cho học sinh", "Đo size xong cho 60 em"),
            ("Cấp phát vở cho học sinh nghèo", "Vở đã nhập kho"),
            ("Xây tường rào", "Tường rào đào móng xong"),
            ("Làm sân khấu ngoài trời", "Nền đổ bê tông xong"),
            ("Bồi dưỡng 15 GV chứng chỉ tin học", "Lớp khai giảng 5/12"),
            ("Kiểm định chất lượng mức độ 3", "Viết được 12 phiếu tiêu chí"),
            ("Tự đánh giá theo Thông tư 18", "Thành lập hội đồng, phân công các nhóm"),
            ("Đóng 20 tủ hồ sơ", "Gỗ xẻ xong"),
            ("Tổ chức thi trạng nguyên Tiếng Việt", "Đăng kí cho 45 em"),
            ("Thi an toàn giao thông cấp huyện", "Chọn đội 5 em, tập từ 1/12"),
            ("Xây phòng Tin học", "Hoàn thiện phần thô"),
            ("Sơn lại dãy phòng học", "Sơn xong lớp 1"),
            ("Quét vôi tường rào", "Đã cạo vôi cũ, quét xong nước đầu"),
            ("Bồi dưỡng giáo viên về STEM", "Đã chọn được đơn vị tập huấn"),
            ("Tổ chức hội thi giáo viên giỏi", "Mua giấy thi"),
        ] {
            assert!(only_stage(planned, done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Đo đạc, lập bản vẽ khuôn viên", "Đo đạc xong, có bản vẽ"),
            ("Lập danh sách học sinh nghèo", "Danh sách 27 em đã chốt với thôn"),
            ("Khảo sát giá thiết bị", "Lấy được 3 báo giá"),
            ("Mua 20 máy tính", "Ký hợp đồng, đã nhận đủ 20 máy"),
            ("Mua 20 máy tính", "Hợp đồng số 12 ngày 5/9, nghiệm thu 15/9"),
            ("Lắp camera", "Khảo sát vị trí, lắp đặt 6 mắt"),
            ("Lắp camera", "Khảo sát và lắp 6 mắt"),
            ("Tặng xe đạp cho học sinh nghèo", "Danh sách 12 em đã được tặng xe"),
            ("Xây 2 phòng học", "Đổ mái xong, đã đưa vào sử dụng"),
            ("Cải tạo vườn trường", "Đào hố trồng 20 cây xoài"),
            ("Xây dựng kế hoạch chiến lược", "Họp hội đồng thống nhất"),
            ("Xây sân khấu", "Khung sắt, mái tôn, sàn gỗ xong"),
            ("Làm cổng trường", "Trụ cổng, cánh cổng đã lắp"),
            ("Tổ chức chuyên đề", "Phân công 3 tổ dạy, dự giờ 6 tiết"),
            ("Thuê bảo vệ", "Ký hợp đồng với ông An"),
            ("Mua sách tham khảo", "Danh mục 120 đầu sách, trị giá 5 triệu"),
            ("Mua máy tính", "Hợp đồng, hóa đơn số 15"),
            ("Khám mắt cho học sinh", "Chuẩn bị phòng, 320 em được khám"),
            ("Làm mái che sân trường", "Cột sắt, mái tôn, diện tích 200m2"),
            ("Tập huấn phòng cháy", "Danh sách 45 người tham gia"),
            ("Tổ chức tham quan", "Thuê xe đưa 120 em đi Đền Hùng"),
            ("Mua máy in", "Máy về rồi"),
            ("Mua máy tính", "Máy tính đã đăng ký vào sổ tài sản"),
            ("Sơn phòng lớp 1", "Sơn xong lớp 1"),
            ("Tự đánh giá theo Thông tư 18", "Thu thập minh chứng, hoàn thành báo cáo, đã nộp"),
            ("Xây sân khấu", "Nền xi măng, mái tôn"),
            ("Sơn lại dãy phòng học", "Sơn xong 2 lớp, khô đẹp"),
            ("Tặng vở cho học sinh nghèo", "Vở đã phát cho 60 em"),
            ("Bồi dưỡng giáo viên", "Danh sách 20 GV đã hoàn thành"),
            ("Sửa mái", "Xong"),
            ("Mua máy in", "Đã mua"),
            ("", "Đổ móng rồi"),
        ] {
            assert!(!only_stage(planned, done), "{planned}: {done}");
        }
    }
}
