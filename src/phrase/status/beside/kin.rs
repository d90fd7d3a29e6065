//! What was planned and what is reported of it in, whether both are of one matter of school work out: `Tổ chức chuyên đề` and
//! `Đã triển khai 2 buổi sinh hoạt theo chủ đề`, though no word of the one stands in the other.
//!
//! For asking, never for reading.

mod vocabulary;

use std::sync::{Arc, LazyLock};

use self::vocabulary::{HOLDS, MAKES_READY, MATTERS, MEETS, READIES};
use super::matter::names_any;
use super::stage::is_of_kind;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::status::assured::{affirms_in_words, begins_with_deed, deed_length, is_said_of_all};
use crate::text::clean;

struct Vocabulary {
    matters: Vec<Phrases>,
    makes_ready: Phrases,
    readies: Phrases,
    meets: Phrases,
    holds: Phrases,
    gives: Phrases,
    deeds_of_means: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    matters: MATTERS.iter().map(|matter| Phrases::of(matter)).collect(),
    makes_ready: Phrases::of(MAKES_READY),
    readies: Phrases::of(READIES),
    meets: Phrases::of(MEETS),
    holds: Phrases::of(HOLDS),
    gives: Phrases::of("ủng hộ, tài trợ, quyên góp, đóng góp, hỗ trợ, góp, cho, vận động"),
    deeds_of_means: Phrases::of("mua, làm, xây, sửa, lắp, đổ, lát, sơn, trồng, đã, hoàn, nghiệm, mái, để"),
});

/// Whether the report speaks of a matter of the plan and tells something done of it; or where either is of no matter that is known, tells
/// something done, and how much or when.
pub(super) fn is_of_one_matter(planned: &[&str], done: &str) -> bool {
    const LONGEST: usize = 300;
    let readies = planned.iter().find(|plan| !plan.is_empty()).is_some_and(|plan| {
        let plan = words(plan);
        KNOWN.makes_ready.begin(&plan) || KNOWN.meets.begin(&plan)
    });
    if done.len() > LONGEST || !tells_more_than_preparing(done, readies) {
        return false;
    }
    let plan: Vec<usize> = planned.iter().flat_map(|text| matters(&words(text))).collect();
    let said = matters(&words(done));
    let counted = || done.contains(|sign: char| sign.is_ascii_digit());
    plan.is_empty() || said.is_empty() && counted() || said.iter().any(|matter| plan.contains(matter))
}

/// Whether the report speaks of a matter of the plan and has a number, a day or a word of what is past: "Công an xã nói chuyện dưới cờ 13/11".
pub(super) fn speaks_of_plan(planned: &str, done: &str) -> bool {
    let said = words(done);
    let past = said.iter().any(|word| word.begins_number() || word.is_written("đã") || word.is_written("rồi") || word.plain == "xong");
    let plan = matters(&words(planned));
    past && tells_more_than_preparing(done, true) && matters(&said).iter().any(|matter| plan.contains(matter))
}

/// Whether the report tells in words, and not by a number alone, that something of a planned matter was done.
pub(super) fn tells_done_of(planned: &str, done: &str) -> bool {
    let words = done.split([',', ';', '\n']).any(|clause| affirms_in_words(&words(clause)));
    words && (names_any(planned, done) && tells_more_than_preparing(done, false) || is_of_one_matter(&[planned], done))
}

/// The matters that a text speaks of.
fn matters(words: &[Word]) -> Vec<usize> {
    (0..KNOWN.matters.len()).filter(|at| KNOWN.matters[*at].stand_in(words)).collect()
}

/// Whether some clause tells something else than what makes a work ready: "Đã phân công đ/c Hạnh phụ trách", "Đã tổ chức họp phụ huynh".
///
/// What makes ready is itself the work where the plan is of such (`readies`).
fn tells_more_than_preparing(done: &str, readies: bool) -> bool {
    let done = clean(done);
    done.split([',', ';', '.', '\n', '(', ')']).any(|clause| {
        let words = words(clause);
        let makes_ready = !readies
            && (0..words.len().min(6))
                .any(|at| KNOWN.makes_ready.begin(&words[at..]) && !words[..at].iter().any(|word| word.plain == "xong"))
            // "Mời công an nói chuyện với học sinh": what those who were asked then did.
            && !words.split_first().is_some_and(|(first, rest)| first.is_written("mời") && first.plain == "moi" && comes_and_does(rest));
        !words.is_empty() && !makes_ready && (affirms_in_words(&words) || counts(&words))
    })
}

/// Whether the report has no other deed than such as make a work ready, and the plan does not begin with one: "Liên hệ với chủ trang trại"
/// of a plan to go there.
pub fn only_makes_ready(planned: &str, done: &str) -> bool {
    const LONGEST: usize = 120;
    let plan = words(planned);
    if done.len() <= LONGEST && readies_own(&plan, done) {
        return true;
    }
    if done.len() > LONGEST
        || !is_of_kind(planned) && !KNOWN.holds.begin(&plan)
        || KNOWN.makes_ready.begin(&plan)
        || KNOWN.meets.begin(&plan)
    {
        return false;
    }
    if is_of_kind(planned) && gives_money(done) {
        return true;
    }
    let done = clean(done);
    let clauses: Vec<Arc<[Word]>> =
        done.split([',', ';', '.', '\n', '(', ')', ':', '+']).map(words).filter(|clause| !clause.is_empty()).collect();
    // "Báo cáo tự đánh giá đã gửi": the plan's own deed; "tổ chức" is everybody's.
    let own = |clause: &Arc<[Word]>| clause.windows(2).any(|two| plan.len() > 1 && two[0].is(&plan[0]) && two[1].is(&plan[1]));
    if !KNOWN.holds.begin(&plan) && clauses.iter().any(own) {
        return false;
    }
    let mut deeds = 0;
    for clause in &clauses {
        for at in 0..clause.len() {
            let behind = &clause[at..];
            // "hội thi", "trang trại": a word of the plan is no deed of its own within a clause.
            let planned = |word: &Word| plan.iter().any(|named| named.is(word));
            let deed = begins_with_deed(behind) && (at == 0 || !planned(&behind[0]) || is_past(&clause[at - 1]));
            match KNOWN.makes_ready.begin(behind) {
                // The plan's own word is the work, or a part of it.
                true if planned(&behind[0]) => return false,
                true => deeds += 1,
                false if deed || behind[0].plain == "xong" => return false,
                false => {}
            }
        }
    }
    deeds > 0 && super::counts::counts(&done).is_empty() && !is_said_of_all(&done)
}

/// "Đã chuẩn bị mua ghế đá", "Đã giao tổ Văn tổ chức hội thi": the plan's own deed behind one that makes it ready, and nothing else is told.
fn readies_own(plan: &[Word], done: &str) -> bool {
    const FARTHEST: usize = 6;
    let said = words(done);
    let Some(deed) = said.iter().position(|word| word.is_written("đã")).map(|past| &said[past + 1..]) else { return false };
    let Some(length) = KNOWN.readies.beginning(deed).max().filter(|_| !plan.is_empty() && !KNOWN.readies.begin(plan)) else { return false };
    let own = deed_length(plan).unwrap_or(1);
    let at = (length..deed.len().min(length + FARTHEST))
        .find(|at| deed.get(*at..at + own).is_some_and(|some| some.iter().zip(plan).all(|(one, other)| one.is(other))));
    let more = |word: &Word| word.plain == "xong" || ["đã", "được", "và", "rồi", "hoàn", "để"].iter().any(|turn| word.is_written(turn));
    at.is_some()
        && !done.contains([',', ';', '\n', '+'])
        && !done.trim_end_matches('.').contains(". ")
        && !deed.iter().any(more)
        && !is_said_of_all(done)
}

/// "Phụ huynh đã ủng hộ 50 triệu" of a plan to build: the means, and no deed.
fn gives_money(done: &str) -> bool {
    let said = words(done);
    let given = (0..said.len()).find(|at| KNOWN.gives.begin(&said[*at..]));
    given.is_some_and(|at| {
        let sum = said[at..].iter().position(Word::begins_number);
        sum.and_then(|sum| said.get(at + sum + 1)).is_some_and(|unit| matches!(&*unit.plain, "trieu" | "tr" | "ty" | "000" | "nghin"))
            && !said.iter().any(|word| word.plain == "xong")
            && !said[at..]
                .iter()
                .skip_while(|word| !word.begins_number())
                .any(|word| KNOWN.deeds_of_means.begin(std::slice::from_ref(word)))
    })
}

fn comes_and_does(words: &[Word]) -> bool {
    (0..words.len()).any(|at| begins_with_deed(&words[at..]) && !KNOWN.makes_ready.begin(&words[at..]))
}

fn is_past(word: &Word) -> bool {
    matches!(&*word.plain, "da" | "duoc" | "va" | "roi")
}

/// "2 tivi", "mỗi tổ 3 lần".
fn counts(words: &[Word]) -> bool {
    words.iter().rev().skip(1).any(Word::begins_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_of_nothing_but_what_makes_ready_is_told_from_the_work() {
        for (planned, done) in [
            ("Tổ chức học ngoại khóa tại trang trại", "Liên hệ với chủ trang trại"),
            ("Tổ chức giải bóng đá học sinh", "Các lớp đăng ký đội"),
            ("Làm mái che sân trường", "Phụ huynh đã ủng hộ 50 triệu"),
            ("Tổ chức hội thi làm đồ dùng dạy học", "Ban hành thể lệ hội thi"),
            ("Xây dựng mô hình lớp học thông minh", "Tham quan mô hình ở trường Lê Lợi"),
            ("Mua sắm ghế đá", "Đã chuẩn bị mua sắm ghế đá"),
            ("Tổ chức 2 hội thi kể chuyện", "Đã giao Tổ chuyên môn tổ chức hội thi kể chuyện"),
            ("Nâng cấp sân bóng đá", "Đã đăng ký nâng cấp sân bóng đá với Phòng GD"),
            ("Gieo 3 luống rau", "Đã phân công người gieo rau"),
        ] {
            assert!(only_makes_ready(planned, done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Tự đánh giá chất lượng giáo dục", "Báo cáo tự đánh giá đã gửi Phòng GD&ĐT"),
            ("Tổ chức dạy kỹ năng", "Mời chuyên gia về dạy kỹ năng cho học sinh"),
            ("Tổ chức tham quan", "Thuê xe, đưa học sinh đi Đền Hùng"),
            ("Tổ chức hội thi", "Họp phân công, thi ngày 5/11"),
            ("Họp cha mẹ học sinh", "Mời cha mẹ học sinh họp ngày 17/9"),
            ("Mua máy tính", "Chọn được 10 máy"),
            ("Làm mái che sân trường", "Phụ huynh ủng hộ 50 triệu làm mái che"),
            ("Kiện toàn tổ tư vấn", "Phân công cô Hoa"),
            ("Đăng ký mua sách", "Đã đăng ký mua sách"),
            ("Rà soát hồ sơ", "Đã phân công rà soát, bổ sung đủ"),
            ("Trồng cây xanh", "Đã huy động phụ huynh trồng cây"),
        ] {
            assert!(!only_makes_ready(planned, done), "{planned}: {done}");
        }
    }

    #[test]
    fn a_plan_and_a_report_of_one_matter_are_told_though_they_share_no_word() {
        for (planned, done) in [
            ("Tổ chức chuyên đề cấp trường", "Đã triển khai 2 buổi sinh hoạt theo chủ đề"),
            ("Mua 40 bộ bàn ghế học sinh", "Nhập kho 40 bộ, hóa đơn ngày 28/9, đã giao các lớp"),
            ("Tu sửa phòng học", "Tổ Tự nhiên gia cố lại 35 tấm trần"),
            ("Phát triển đảng viên", "Kết nạp được 2 quần chúng ưu tú"),
            ("Sơ kết học kỳ I", "Họp hội đồng ngày 6/1, có báo cáo"),
            ("Thay bàn ghế hư", "Bỏ 22 bộ cũ, đóng 22 bộ gỗ keo"),
            ("Trao học bổng cho học sinh nghèo", "Tặng 20 suất, mỗi suất 500.000đ"),
            ("Ngoại khóa văn học dân gian", "Các em đóng kịch Tấm Cám, hát quan họ tại sân trường 15/12"),
            ("Đẩy mạnh công tác chuyên môn", "Thi đố vui được 3 lượt"),
        ] {
            assert!(is_of_one_matter(&[planned], done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Xây nhà nội trú", "Xong phần san gạt"),
            ("Nâng cấp trang web", "Thuê được người rồi"),
            ("Xây nhà đa năng", "Đã phê duyệt dự toán"),
            ("Làm mái che sân trường", "Đã tổ chức họp phụ huynh"),
            ("Tổ chức ngày hội đọc sách", "Đã phân công đ/c Hạnh phụ trách"),
            ("Sửa mái tôn", "Đã được UBND huyện ghi vốn năm 2024"),
            ("Mua máy tính", "Đã tiêm phòng cho 40 cháu"),
            ("Sửa nhà vệ sinh", "Nhà tài trợ đã đồng ý"),
        ] {
            assert!(!is_of_one_matter(&[planned], done), "{planned}: {done}");
        }
    }
}
