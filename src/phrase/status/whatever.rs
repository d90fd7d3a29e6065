//! A text of a result in, how far the work has come out where its grammar alone says so, whatever the deed is: `Bể bơi đang được lát lại`,
//! `Không gieo nữa do rét`, `Chưa mua ghế, đã sửa bàn`.

use std::sync::{Arc, LazyLock};

use super::assured::{begins_with_deed, deed_length};
use super::coming::{is_coming, left_to_a_time_ahead};
use super::declined::is_declined;
use super::everyday::in_everyday_words;
use super::hindered::hindered;
use super::reached::comes_up_to_part;
use super::some_left::is_some_left;
use super::statement::opening;
use super::withdrawn::{is_done_after_all, is_withdrawn};
use crate::model::Status;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Behind "đang được": the work is done, and this is what it is for.
const USES: &str = "sử dụng, dùng, duy trì, vận hành, hoạt động, khai thác, phát huy, áp dụng, quan tâm, trưng bày, treo, lưu, lưu trữ, bảo quản, giữ gìn, quản lý, ôn, luyện tập, học, nuôi, chăm sóc, hưởng, nhân rộng";
/// Behind "còn": how a thing is, and nothing left.
const KEEPS: &str = "tốt, mới, dùng, hạn, hoạt động, nguyên, sử dụng, lại đã, ít";
/// Of which to give a part is to give.
const GIVES: &str =
    "hỗ trợ, đóng góp, góp, tài trợ, giúp, giúp đỡ, ủng hộ, miễn, giảm, miễn giảm, đáp ứng, trích, chi, dành, trả, bù, phụ cấp";
/// Behind "chưa": of what has begun, and of how well it went.
const BEGUN: &str = "xong, đủ, đầy đủ, hết, hoàn thành, hoàn thiện, hoàn tất, hoàn chỉnh, tốt, cao, nhiều, đều, ổn, tròn, đạt, như, trọn vẹn, toàn bộ, thường xuyên, kịp, đúng, để, xảy ra, từng, bao giờ, phát hiện, ai, có, dứt";
/// Steps and papers, no part of the work.
const STEPS: &str = "báo cáo, đề nghị, đề xuất, trình, gửi, xin, lập, liên hệ, họp, chuyển, kiến nghị, tham mưu, đăng ký, đưa, điều chỉnh, dời, thông báo, có, yêu cầu, ký, chuẩn bị, phân công, lên kế hoạch, khảo sát, chỉ đạo, xây dựng kế hoạch, bàn, hợp đồng, đôn đốc, nhắc nhở";
/// Behind "không", no deed that is given up: "không còn dột nữa".
const NO_DEEDS: &str = "còn, bị, xảy ra, phải, lo, để, có, ai, thể";
const LATE: &str = "chậm, trễ, muộn, quá hạn, quá thời hạn, trễ hạn, chậm tiến độ, trễ tiến độ";
/// By how much it was late, and against what.
const BY_HOW_MUCH: &str = "so, với, kế, hoạch, dự, kiến, tiến, độ, hạn, ngày, tuần, tháng, hơn, khoảng, gần, một, vài, chút, ít, thời, gian, quy, định, hơi, bị, có, phần, đã, tuy, dù, mặc, chưa, không, hề, từng, bao, giờ, lần, nào, công, việc";

struct Vocabulary {
    uses: Phrases,
    keeps: Phrases,
    means: Phrases,
    gives: Phrases,
    begun: Phrases,
    steps: Phrases,
    no_deeds: Phrases,
    late: Phrases,
    by_how_much: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    uses: Phrases::of(USES),
    keeps: Phrases::of(KEEPS),
    means: Phrases::of("kinh phí, kp, vốn, tiền, ngân sách, nguồn"),
    gives: Phrases::of(GIVES),
    begun: Phrases::of(BEGUN),
    steps: Phrases::of(STEPS),
    no_deeds: Phrases::of(NO_DEEDS),
    late: Phrases::of(LATE),
    by_how_much: Phrases::of(BY_HOW_MUCH),
});

/// The plain words, as the grammar of statements hears them.
fn spelled(clause: &[Word]) -> String {
    clause.iter().map(|word| word.plain.as_str()).collect::<Vec<_>>().join(" ")
}

/// "Quá hạn 1 tuần, đã nộp" → "đã nộp", "Chưa từng trễ, đã làm đúng hạn" → "đã làm đúng hạn": what is told behind the lateness, or that there was none.
pub(super) fn behind_lateness(text: &str) -> Option<String> {
    let written = clean(text).to_lowercase().replace(" nhưng ", ", ").replace(" nhung da ", ", da ").replace(" song ", ", ");
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
    if let Some(status) = in_everyday_words(&written) {
        return Some(status);
    }
    if is_done_after_all(text) {
        return Some(Status::Completed);
    }
    if is_withdrawn(text) || is_coming(text) || is_declined(text) {
        return Some(Status::NotStarted);
    }
    if is_some_left(text) || comes_up_to_part(text) {
        return Some(Status::InProgress);
    }
    if let Some(status) = hindered(text) {
        return Some(status);
    }
    let clauses: Vec<Arc<[Word]>> = written.split([',', ';', '.', '\n', '(', ')']).map(words).filter(|clause| !clause.is_empty()).collect();
    let (first, later) = clauses.split_first()?;
    if is_being_done(first) && !later.iter().any(|clause| tells_end(clause))
        || gives_a_part(first) && !later.iter().any(|clause| tells_end(clause))
    {
        return Some(Status::InProgress);
    }
    if is_made_not_finished(first, later) {
        return Some(Status::InProgress);
    }
    if leaves_the_rest(&written) || ends_and_leaves(first, later) || is_only_some(first) || later.is_empty() && is_not_over(first) {
        return Some(Status::InProgress);
    }
    if is_given_up(first) || is_put_off_for_reason(first, later) || later.is_empty() && (is_not_yet_had(first) || is_not_able(first)) {
        return Some(Status::NotStarted);
    }
    let is_made = || first.iter().any(is_past) || is_done_already(first);
    let left = later.first().and_then(|clause| left_to_a_time_ahead(clause)).is_some_and(begins_with_deed) && is_made();
    // Whether it is paid for is not whether it is done.
    let lacks = |rest: &[Word]| {
        rest[0].is_written("chưa") && !["thanh", "quyết"].iter().any(|pays| rest.get(1).is_some_and(|word| word.is_written(pays)))
    };
    let halfway = is_done_already(first) && later.first().is_some_and(|rest| lacks(rest));
    (left || halfway || does_another(first, later)).then_some(Status::InProgress)
}

/// "Dây kéo rồi": it is done already.
fn is_done_already(clause: &[Word]) -> bool {
    clause.len() > 1 && clause.last().is_some_and(|word| word.is_written("rồi"))
}

fn is_past(word: &Word) -> bool {
    word.plain == "da" && word.is_written("đã")
}

fn is_reason(word: &Word) -> bool {
    ["do", "vì", "bởi"].iter().any(|why| word.is_written(why))
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
    let part = deed
        .windows(2)
        .position(|two| (two[0].is_written("một") || two[0].plain == "1") && (two[1].is_written("phần") || two[1].is_written("nửa")));
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

/// "Không gieo được vườn rau do rét".
fn is_not_able(clause: &[Word]) -> bool {
    const FARTHEST: usize = 5;
    clause[0].is_written("không")
        && clause.len() > 2
        && begins_with_deed(&clause[1..])
        && !KNOWN.no_deeds.begin(&clause[1..])
        && clause.iter().take(FARTHEST).skip(2).any(|word| word.is_written("được"))
        && (clause.iter().any(is_reason) || is_all_of_it(clause))
        && !clause.iter().any(is_past)
}

/// "Không thu được": nothing else is told.
fn is_all_of_it(clause: &[Word]) -> bool {
    const LONGEST: usize = 4;
    clause.len() <= LONGEST && clause.last().is_some_and(|word| word.is_written("được")) && !clause[1].is_written("phát")
}

/// "Phần còn lại chuyển qua kỳ sau": the rest is put off, so that some is done.
fn leaves_the_rest(written: &str) -> bool {
    let rest = ["phần còn lại", "số còn lại", "phan con lai", "so con lai"].iter().any(|rest| written.contains(rest));
    let moved =
        ["chuyển", "dời", "lùi", "để ", "sang ", "sẽ ", "hkii", "chuyen", "doi ", "lui ", "se ", "de ", "dự kiến", "tháng", "học kỳ"];
    rest && moved.iter().any(|lead| written.trim_start_matches(['-', ' ']).starts_with(lead)) && !written.contains("đã ")
}

/// "Xong bể nước, còn hố ga".
fn ends_and_leaves(first: &[Word], later: &[Arc<[Word]>]) -> bool {
    const LONGEST: usize = 6;
    let left = |clause: &[Word]| {
        clause.len() > 1
            && clause.len() <= LONGEST
            && clause[0].is_written("còn")
            && !KNOWN.keeps.begin(&clause[1..])
            && !clause.iter().any(is_past)
    };
    first.len() > 1 && first[0].plain == "xong" && later.iter().any(|clause| left(clause))
}

/// "Chỉ đào tạo được 17 trong số 18 giáo viên".
fn is_only_some(clause: &[Word]) -> bool {
    let counted = clause.windows(2).any(|two| two[0].is_written("được") && two[1].begins_number());
    clause[0].is_written("chỉ") && counted && begins_with_deed(&clause[1..])
}

/// "Mái che lợp chưa xong do mưa".
fn is_not_over(clause: &[Word]) -> bool {
    (1..clause.len().saturating_sub(1))
        .any(|at| clause[at].is_written("chưa") && clause[at - 1].plain != "sua" && clause[at + 1].plain == "xong" && at > 1)
        && !clause.iter().any(is_past)
}

/// "Máy lắp nhưng chưa nhập vân tay", "Tường xây, chưa trát": a thing and its deed, then what is not done with it yet.
fn is_made_not_finished(first: &[Word], later: &[Arc<[Word]>]) -> bool {
    const DEEDS: &[&str] =
        &["lắp", "xây", "kéo", "sơn", "dựng", "in", "đào", "đổ", "đóng", "khoan", "mua", "lợp", "lát", "rồi", "về", "trồng", "may", "hàn"];
    let [thing, .., deed] = first else { return false };
    let [next] = later else { return false };
    (2..=4).contains(&first.len())
        && DEEDS.iter().any(|known| deed.is_written(known))
        && !begins_with_deed(first)
        && !["chưa", "không", "do", "vì", "mới", "định", "cần", "chờ", "sẽ", "dự", "để", "nơi"]
            .iter()
            .any(|not| first.iter().any(|word| word.is_written(not)))
        && !thing.begins_number()
        && next[0].is_written("chưa")
        && begins_with_deed(&next[1..])
}

/// "Do mưa bão, sẽ làm trong HKII": why, and that it is to come.
fn is_put_off_for_reason(first: &[Word], later: &[Arc<[Word]>]) -> bool {
    let comes = |clause: &[Word]| clause.iter().take(3).any(|word| word.is_written("sẽ"));
    let begun = |word: &Word| is_past(word) || ["đang", "mới", "chỉ", "còn", "tiếp"].iter().any(|open| word.is_written(open));
    let all = || std::iter::once(first).chain(later.iter().map(|clause| &**clause));
    // "Do rét nên không gieo được"
    let within = first
        .windows(2)
        .any(|two| two[0].is_written("nên") && (two[1].is_written("sẽ") || two[1].is_written("không") || two[1].plain == "ko"));
    let moved = || later.iter().any(|clause| comes(clause) || opening(&spelled(clause), false) == Some(Status::NotStarted));
    // "Chờ kinh phí, sẽ làm sau Tết"
    let means =
        first.len() <= 4 && first[0].is_written("chờ") && KNOWN.means.begin(&first[1..]) && later.iter().any(|clause| comes(clause));
    (means || is_reason(&first[0]) && (within || moved())) && !all().any(|clause| clause.iter().any(begun))
}

/// "Nhân viên chưa được bồi dưỡng do vướng lịch": nothing else is told.
fn is_not_yet_had(clause: &[Word]) -> bool {
    const LONGEST_SUBJECT: usize = 9;
    let Some(at) = clause.iter().position(|word| word.is_written("chưa")) else { return false };
    // "Còn 2 phòng chưa sửa do mưa": the others are.
    if clause[0].begins_number() || ["còn", "riêng", "một", "vài", "nhưng"].iter().any(|lead| clause[0].is_written(lead)) {
        return false;
    }
    let had = usize::from(clause.get(at + 1).is_some_and(|next| next.is_written("được")));
    let deed = &clause[at + 1 + had..];
    let reason = deed.iter().any(is_reason);
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
            ("Phần còn lại chuyển qua kỳ sau", Status::InProgress),
            ("Chuyển qua kỳ sau phần còn lại", Status::InProgress),
            ("Xong bể nước, còn hố ga", Status::InProgress),
            ("Chỉ đào tạo được 17 trong số 18 giáo viên", Status::InProgress),
            ("Mái che lợp chưa xong do mưa", Status::InProgress),
            ("Còn 2 cuộc thi chưa tổ chức do mưa", Status::InProgress),
            ("Không gieo được vườn rau do rét", Status::NotStarted),
            ("Do rét nên không gieo được", Status::NotStarted),
            ("Việc gia cố kho chưa thực hiện được do thợ bận", Status::NotStarted),
            ("Vì thợ bận, để sang năm sau", Status::NotStarted),
            ("Chờ kinh phí, sẽ tiến hành sau Tết", Status::NotStarted),
            ("Không: giá vật liệu tăng", Status::NotStarted),
            ("Khong, vi ngan sach chua phan bo", Status::NotStarted),
            ("Tre han nhung da hoan thanh", Status::Completed),
            ("Xong 3 phòng, còn tốt", Status::Completed),
            ("Không phát hiện được sai phạm", Status::Completed),
            ("Tuan 3 sua chua xong 2 phong", Status::Completed),
            ("Không để xảy ra tai nạn được nêu", Status::Completed),
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
