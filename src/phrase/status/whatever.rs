//! A text of a result in, how far the work has come out where its grammar alone says so, whatever the deed is: `Bể bơi đang được lát lại`,
//! `Không gieo nữa do rét`, `Chưa mua ghế, đã sửa bàn`.

use std::sync::{Arc, LazyLock};

use super::assured::{begins_with_deed, deed_length};
use crate::model::Status;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Behind "đang được": the work is done, and this is what it is for.
const USES: &str = "sử dụng, dùng, duy trì, vận hành, hoạt động, khai thác, phát huy, áp dụng, quan tâm, trưng bày, treo, lưu, lưu trữ, bảo quản, giữ gìn, quản lý, ôn, luyện tập, học, nuôi, chăm sóc, hưởng, nhân rộng";
/// Of which to give a part is to give.
const GIVES: &str =
    "hỗ trợ, đóng góp, góp, tài trợ, giúp, giúp đỡ, ủng hộ, miễn, giảm, miễn giảm, đáp ứng, trích, chi, dành, trả, bù, phụ cấp";
/// Behind "chưa": of what has begun, and of how well it went.
const BEGUN: &str = "xong, đủ, đầy đủ, hết, hoàn thành, hoàn thiện, hoàn tất, hoàn chỉnh, tốt, cao, nhiều, đều, ổn, tròn, đạt, như, trọn vẹn, toàn bộ, thường xuyên, kịp, đúng, để, xảy ra, từng, bao giờ, phát hiện, ai, có, dứt";
/// Steps and papers, no part of the work.
const STEPS: &str = "báo cáo, đề nghị, đề xuất, trình, gửi, xin, lập, liên hệ, họp, chuyển, kiến nghị, tham mưu, đăng ký, đưa, điều chỉnh, dời, thông báo, có, yêu cầu, ký, chuẩn bị, phân công, lên kế hoạch, khảo sát, chỉ đạo, xây dựng kế hoạch, bàn, hợp đồng, đôn đốc, nhắc nhở";
/// Behind "không", no deed that is given up: "không còn dột nữa".
const NO_DEEDS: &str = "còn, bị, xảy ra, phải, lo, để, có, ai, thể, thấy";
const LATE: &str = "chậm, trễ, muộn, quá hạn, quá thời hạn, trễ hạn, chậm tiến độ, trễ tiến độ";
/// By how much it was late, and against what.
const BY_HOW_MUCH: &str = "so, với, kế, hoạch, dự, kiến, tiến, độ, hạn, ngày, tuần, tháng, hơn, khoảng, gần, một, vài, chút, ít, thời, gian, quy, định, hơi, bị, có, phần, đã, tuy, dù, mặc, chưa, không, hề, từng, bao, giờ, lần, nào, công, việc";

struct Vocabulary {
    uses: Phrases,
    gives: Phrases,
    begun: Phrases,
    steps: Phrases,
    no_deeds: Phrases,
    late: Phrases,
    by_how_much: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    uses: Phrases::of(USES),
    gives: Phrases::of(GIVES),
    begun: Phrases::of(BEGUN),
    steps: Phrases::of(STEPS),
    no_deeds: Phrases::of(NO_DEEDS),
    late: Phrases::of(LATE),
    by_how_much: Phrases::of(BY_HOW_MUCH),
});

/// "Quá hạn 1 tuần, đã nộp" → "đã nộp", "Chưa từng trễ, đã làm đúng hạn" → "đã làm đúng hạn": what is told behind the lateness, or that there was none.
pub(super) fn behind_lateness(text: &str) -> Option<String> {
    let written = clean(text).to_lowercase().replace(" nhưng ", ", ").replace(" song ", ", ");
    let written = written.trim_start_matches(['-', '+', '*', ' ']);
    let (first, rest) = written.split_once([',', ';'])?;
    let lead = words(first);
    let late = (0..lead.len()).any(|at| KNOWN.late.begin(&lead[at..]));
    let known = |at: usize| lead[at].begins_number() || KNOWN.late.begin(&lead[at..]) || KNOWN.by_how_much.begin(&lead[at..=at]);
    let rest = rest.trim();
    let said = ["nay ", "đến nay ", "hiện ", "hiện nay ", "nhà trường ", "trường "]
        .iter()
        .find_map(|lead| rest.strip_prefix(lead))
        .unwrap_or(rest);
    let past = words(said).first().is_some_and(is_past);
    (late && past && (0..lead.len()).all(known)).then(|| said.to_owned())
}

/// How far the work has come, where a text under what is done says so by its grammar.
pub(super) fn stated_of_any(text: &str) -> Option<Status> {
    let written = clean(text).to_lowercase().replace(" nhưng ", ", ");
    if let Some((head, "chưa" | "chua" | "chưa làm" | "chưa có")) = written.trim_end_matches(['.', ' ']).rsplit_once(": ")
        && !head.contains([',', ';', ':'])
    {
        return Some(Status::NotStarted);
    }
    let clauses: Vec<Arc<[Word]>> = written.split([',', ';', '.', '\n', '(', ')']).map(words).filter(|clause| !clause.is_empty()).collect();
    let (first, later) = clauses.split_first()?;
    if is_being_done(first) && !later.iter().any(|clause| tells_end(clause))
        || gives_a_part(first) && !later.iter().any(|clause| tells_end(clause))
    {
        return Some(Status::InProgress);
    }
    if is_given_up(first) || is_put_off_for_reason(first, later) || later.is_empty() && is_not_yet_had(first) {
        return Some(Status::NotStarted);
    }
    does_another(first, later).then_some(Status::InProgress)
}

fn is_past(word: &Word) -> bool {
    word.plain == "da" && word.is_written("đã")
}

fn tells_end(clause: &[Word]) -> bool {
    clause.iter().any(|word| is_past(word) || word.plain == "xong")
}

/// "Bể bơi đang được lát lại"; "đang được sử dụng tốt" is done.
fn is_being_done(clause: &[Word]) -> bool {
    (1..clause.len().saturating_sub(2)).any(|at| {
        clause[at].is_written("đang")
            && clause[at + 1].is_written("được")
            && !KNOWN.uses.begin(&clause[at + 2..])
            && !clause[..at].iter().any(is_past)
    })
}

/// "Đã chống thấm một phần sân"; "đã hỗ trợ một phần học phí" is done.
fn gives_a_part(clause: &[Word]) -> bool {
    const FARTHEST: usize = 4;
    let Some(past) = clause.iter().position(is_past) else { return false };
    let deed = &clause[past + 1..];
    let part = deed.windows(2).position(|two| (two[0].is_written("một") || two[0].plain == "1") && two[1].is_written("phần"));
    part.is_some_and(|at| (1..=FARTHEST).contains(&at)) && !KNOWN.gives.begin(deed)
}

/// "Không gieo nữa do rét".
fn is_given_up(clause: &[Word]) -> bool {
    const FARTHEST: usize = 6;
    clause[0].is_written("không")
        && clause.len() > 2
        && !KNOWN.no_deeds.begin(&clause[1..])
        && clause.iter().take(FARTHEST).any(|word| word.is_written("nữa"))
        && !clause.iter().any(is_past)
}

/// "Do mưa bão, sẽ làm trong HKII": why, and that it is to come.
fn is_put_off_for_reason(first: &[Word], later: &[Arc<[Word]>]) -> bool {
    let reason = |word: &Word| ["do", "vì", "bởi"].iter().any(|why| word.is_written(why));
    let comes = |clause: &[Word]| clause.iter().take(3).any(|word| word.is_written("sẽ"));
    let begun = |word: &Word| is_past(word) || ["đang", "mới", "chỉ", "còn", "tiếp"].iter().any(|open| word.is_written(open));
    let all = || std::iter::once(first).chain(later.iter().map(|clause| &**clause));
    let within = first.windows(2).any(|two| two[0].is_written("nên") && two[1].is_written("sẽ"));
    reason(&first[0]) && (within || later.iter().any(|clause| comes(clause))) && !all().any(|clause| clause.iter().any(begun))
}

/// "Nhân viên chưa được bồi dưỡng do vướng lịch": nothing else is told.
fn is_not_yet_had(clause: &[Word]) -> bool {
    const LONGEST_SUBJECT: usize = 7;
    let Some(at) = clause.windows(2).position(|two| two[0].is_written("chưa") && two[1].is_written("được")) else { return false };
    let deed = &clause[at + 2..];
    let reason = deed.iter().any(|word| ["do", "vì", "bởi"].iter().any(|why| word.is_written(why)));
    (1..=LONGEST_SUBJECT).contains(&at) && reason && begins_with_deed(deed) && !KNOWN.begun.begin(deed) && !clause.iter().any(is_past)
}

/// "Chưa mua ghế, đã sửa bàn": of two deeds the second.
fn does_another(first: &[Word], later: &[Arc<[Word]>]) -> bool {
    let undone = first.get(1..).filter(|_| first[0].is_written("chưa")).unwrap_or_default();
    let Some(length) = deed_length(undone).filter(|length| undone.len() > *length) else { return false };
    !KNOWN.begun.begin(undone)
        && later.iter().any(|clause| {
            let deed = clause.iter().position(is_past).filter(|at| *at <= 1).map(|at| &clause[at + 1..]).unwrap_or_default();
            let same = deed.len() >= length && deed[..length].iter().zip(undone).all(|(one, other)| one.is(other));
            begins_with_deed(deed) && !KNOWN.steps.begin(deed) && !same
        })
}

#[cfg(test)]
mod tests {
    use crate::model::Status;
    use crate::phrase::status;

    #[test]
    fn grammar_tells_how_far_a_work_has_come_whatever_the_deed() {
        for (text, wanted) in [
            ("Bể bơi mini đang được lát lại", Status::InProgress),
            ("Đội cờ đỏ đang được củng cố", Status::InProgress),
            ("Thảm xốp dang duoc ghep", Status::InProgress),
            ("Đã chống thấm một phần sân bóng", Status::InProgress),
            ("Đã gieo 1 phần vườn rau", Status::InProgress),
            ("Chưa tu sửa phòng y tế, đã kiện toàn hội đồng thi đua", Status::InProgress),
            ("Không gieo nữa do rét", Status::NotStarted),
            ("Không bồi dưỡng nữa do vướng thủ tục", Status::NotStarted),
            ("Nhân viên cấp dưỡng chưa được bồi dưỡng do vướng lịch", Status::NotStarted),
            ("Vườn thuốc nam: chưa", Status::NotStarted),
            ("Do mưa bão, sẽ thực hiện trong học kỳ II", Status::NotStarted),
            ("Không: nhà thầu chậm", Status::NotStarted),
            ("Không, vì chưa đủ người", Status::NotStarted),
            ("Quá hạn 1 tuần, đã nộp", Status::Completed),
            ("Trễ hạn nhưng đã hoàn thành", Status::Completed),
            ("Chưa từng trễ, đã mua đúng hạn", Status::Completed),
            ("Chậm 3 ngày so với kế hoạch, đã lợp xong mái", Status::Completed),
            ("Hệ thống camera đang được sử dụng tốt", Status::Completed),
            ("Đã hỗ trợ một phần học phí cho học sinh nghèo", Status::Completed),
            ("Mái không còn dột nữa", Status::Completed),
            ("Đã chống thấm một phần, phần còn lại đã xong trong tháng 12", Status::Completed),
        ] {
            assert_eq!(status::parse(text, "", "").status, wanted, "{text}");
        }
        for text in ["Chậm 2 tuần, đã làm 3/5 phòng", "Quá hạn 1 tháng, đã lập dự toán", "Chưa mua, đã gửi tờ trình"]
        {
            assert_ne!(status::parse(text, "", "").status, Status::Completed, "{text}");
        }
        assert!(status::parse("Quá hạn 1 tuần, đã nộp", "", "").late_stated);
        assert!(!status::parse("Chưa từng trễ, đã mua đúng hạn", "", "").late_stated);
    }
}
