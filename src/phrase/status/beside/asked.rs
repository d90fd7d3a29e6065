//! What is reported of a plan to ask others in, how far the asking has come out: `Tham mưu UBND xã xây phòng học` → `Đã gửi tờ trình` is done, for to
//! build is not the school's.

use crate::model::Status;
use crate::phrase::status::steps::is_asked;
use crate::phrase::status::words::heard;

/// Begin plans of asking.
const ASKS: &[&str] = &["tham muu", "de nghi", "de xuat", "kien nghi", "xin", "trinh"];

/// How far the asking has come whose report by itself tells a step before the work, or that nothing has come of it yet.
pub(super) fn how_far_asked(planned: &str, said: &str, by_itself: Status) -> Option<Status> {
    let plan = heard(planned);
    let asks = ASKS.iter().any(|asks| plan.strip_prefix(asks).is_some_and(|rest| rest.starts_with(' ')));
    // "Đề nghị công nhận trường chuẩn, xây phòng học": more than the asking was planned.
    if !asks || plan.starts_with("de nghi cong nhan") {
        return None;
    }
    let clauses: Vec<String> = said.split([',', ';', '.', '\n', '(', ')']).map(heard).filter(|clause| !clause.is_empty()).collect();
    match by_itself {
        Status::InProgress
            if clauses.iter().any(|clause| is_asked(clause) || repeats(&plan, clause)) && !clauses.iter().any(|clause| is_open(clause)) =>
        {
            Some(Status::Completed)
        }
        Status::NotStarted if clauses.iter().all(|clause| awaits_answer(clause)) => Some(Status::InProgress),
        _ => None,
    }
}

/// "Nhà trường đã đề nghị UBND xã cấp đất": the words of the plan, said to be done.
fn repeats(plan: &str, clause: &str) -> bool {
    let behind = ["da ", "truong da ", "nha truong da ", "bgh da "].iter().find_map(|lead| clause.strip_prefix(lead));
    behind.is_some_and(|deed| deed == plan || deed.starts_with(&format!("{plan} ")))
}

fn is_open(clause: &str) -> bool {
    clause.split(' ').any(|word| matches!(word, "chua" | "chờ" | "đợi" | "dang" | "se" | "khong" | "thieu" | "moi" | "du"))
}

/// "Chưa được UBND xã trả lời", "Cấp trên chưa phản hồi": who waits for an answer has asked.
fn awaits_answer(clause: &str) -> bool {
    const ANSWERS: &[&str] = &["tra loi", "phan hoi", "phe duyet", "duyet", "y kien", "dong y", "chap thuan", "giai quyet", "xem xet"];
    let behind = clause.strip_prefix("chua ").or_else(|| Some(clause.split_once(" chua ")?.1));
    // "Chưa thực hiện vì chờ phê duyệt" has not been asked.
    let because = |rest: &str| rest.split(' ').any(|word| matches!(word, "vi" | "do" | "chờ" | "cho"));
    behind.is_some_and(|rest| !because(rest) && ANSWERS.iter().any(|answer| rest.ends_with(answer)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_to_be_asked_for_is_done_when_it_is_asked() {
        for (planned, said, by_itself, status) in [
            ("Tham mưu UBND xã xây thêm 4 phòng học", "Đã gửi tờ trình lên UBND xã", Status::InProgress, Some(Status::Completed)),
            ("Đề nghị cấp kinh phí mua máy", "Đã gửi công văn đề nghị", Status::InProgress, Some(Status::Completed)),
            ("Xin chủ trương xây nhà đa năng", "Nhà trường đã có văn bản xin chủ trương", Status::InProgress, Some(Status::Completed)),
            ("Tham mưu UBND xã cấp đất", "Đã gửi tờ trình, chờ trả lời", Status::InProgress, None),
            ("Tham mưu UBND xã cấp đất", "Đang làm tờ trình", Status::InProgress, None),
            ("Xây nhà đa năng", "Đã gửi tờ trình", Status::InProgress, None),
            ("Tham mưu UBND xã cấp đất", "Chưa được UBND xã trả lời", Status::NotStarted, Some(Status::InProgress)),
            ("Tham mưu UBND xã cấp đất", "Chưa tham mưu", Status::NotStarted, None),
            ("Tham mưu UBND xã cấp đất", "Chưa thực hiện vì chờ phê duyệt", Status::NotStarted, None),
            ("Đề nghị UBND xã cấp đất", "Trường đã đề nghị UBND xã cấp đất trong tháng 11", Status::InProgress, Some(Status::Completed)),
            ("Đề nghị UBND xã cấp đất", "Đã đề nghị UBND xã cấp đất, chưa có trả lời", Status::InProgress, None),
            ("Xây nhà đa năng", "Chưa được phê duyệt", Status::NotStarted, None),
        ] {
            assert_eq!(how_far_asked(planned, said, by_itself), status, "{planned}: {said}");
        }
    }
}
