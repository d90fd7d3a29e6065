//! What was planned and what is reported of it in, whether the report tells that the planned thing is being worked on, or that the planned deed was
//! done to a part of all, out: `Cải tạo sân chơi` → `Sân chơi đang lát gạch`, `Dự giờ 100% giáo viên` → `Dự được 20/25 GV`.

use super::in_use::behind_use;
use super::matter::names_any;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::status::assured::begins_with_deed;
use std::sync::LazyLock;

/// Behind "đang", of what is there.
const USES: &str = "sử dụng, đưa vào sử dụng, dùng, hoạt động, chạy, duy trì, phát huy, vận hành, khai thác, sinh hoạt, phục vụ, áp dụng, phát triển, học, ôn, ôn luyện, tập, tập luyện, luyện tập, tham gia, thực hiện tốt, xanh, ra hoa";
/// Whose work is no state of the planned thing.
const PEOPLE: &str = "học sinh, hs, giáo viên, gv, trẻ, cháu, em, phụ huynh, nhân viên, nv, cán bộ, cbgv";

/// Deeds of those who build and make ready.
const WORKS: &str = "thi công, hoàn thiện, chuẩn bị, khởi công, gấp rút, được";

static KNOWN: LazyLock<[Phrases; 3]> = LazyLock::new(|| [USES, PEOPLE, WORKS].map(Phrases::of));

/// Whether the one clause of the report says so.
pub(super) fn is_under_way(planned: &str, said: &str) -> bool {
    if said.contains([',', ';', '.', '\n', '(', ':']) {
        return false;
    }
    let clause = words(said);
    is_worked_on(planned, said, &clause) || was_done_to_a_part(&words(planned), &clause)
}

/// "Sân chơi đang lát gạch" of a plan that names it.
fn is_worked_on(planned: &str, said: &str, clause: &[Word]) -> bool {
    const LONGEST: usize = 4;
    let Some(at) = clause.iter().position(|word| word.is_written("đang") && word.plain == "dang") else { return false };
    let (thing, deed) = (&clause[..at], &clause[at + 1..]);
    let past = clause.iter().any(|word| ["đã", "xong", "rồi"].iter().any(|end| word.is_written(end)));
    (1..=LONGEST).contains(&thing.len())
        && !past
        && !KNOWN[1].stand_in(thing)
        && (begins_with_deed(deed) || KNOWN[2].begin(deed))
        && !KNOWN[0].begin(deed)
        && behind_use(deed).is_none()
        && said.to_lowercase().split_once(" đang ").is_some_and(|(thing, _)| names_any(planned, thing))
}

/// "Dự được 20/25 GV" of a plan that begins "Dự"; "Khen được 20/25 em" and "Đạt 20/25" are what came of it.
fn was_done_to_a_part(plan: &[Word], clause: &[Word]) -> bool {
    const LONGEST: usize = 8;
    let clause = if clause.first().is_some_and(|word| word.is_written("đã")) { &clause[1..] } else { clause };
    let Some(own) = clause.first().filter(|deed| plan.first().is_some_and(|planned| planned.is(deed))) else { return false };
    let number = |at: usize| clause.get(at).and_then(|word| word.plain.parse::<u32>().ok());
    let Some(at) = (1..clause.len()).find(|at| number(*at).is_some()) else { return false };
    let part = matches!((number(at), number(at + 1)), (Some(part), Some(whole)) if part < whole) && number(at + 2).is_none();
    let got = matches!(&*clause[at - 1].plain, "duoc" | "xong");
    got && part && clause.len() > at + 2 && clause.len() <= LONGEST && !matches!(&*own.plain, "khen" | "dat" | "phan" | "nang" | "tuyen")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_being_done_to_the_planned_thing_is_under_way() {
        for (planned, said) in [
            ("Cải tạo sân chơi", "Sân chơi đang lát gạch"),
            ("Sửa nhà vệ sinh", "Nhà vệ sinh đang sửa"),
            ("Xây nhà đa năng", "Nhà đa năng đang thi công"),
            ("Dự giờ 100% giáo viên", "Dự được 20/25 GV"),
            ("Khám sức khỏe cho trẻ", "Đã khám được 180/210 trẻ"),
        ] {
            assert!(is_under_way(planned, said), "{planned}: {said}");
        }
        for (planned, said) in [
            ("Cải tạo sân chơi", "Sân chơi đang sử dụng"),
            ("Ứng dụng phần mềm", "Phần mềm đang được sử dụng"),
            ("Xây nhà vệ sinh", "Nhà vệ sinh đang được đưa vào sử dụng"),
            ("Mua máy tính", "Máy tính đang hoạt động tốt"),
            ("Thành lập câu lạc bộ", "Câu lạc bộ đang sinh hoạt đều"),
            ("Bồi dưỡng giáo viên", "Giáo viên đang soạn giáo án điện tử"),
            ("Cải tạo sân chơi", "Sân chơi đã lát gạch, đang sơn viền"),
            ("Cải tạo sân chơi", "Vườn đang cải tạo"),
            ("Trồng cây xanh", "Cây đang ra hoa"),
            ("Dự giờ 100% giáo viên", "Dự được 25/25 GV"),
            ("Dự giờ giáo viên", "Dự được 20 tiết ngày 5/10"),
            ("Khen thưởng học sinh", "Khen được 20/25 em"),
            ("Phụ đạo học sinh yếu", "Có 18/20 em tiến bộ"),
        ] {
            assert!(!is_under_way(planned, said), "{planned}: {said}");
        }
    }
}
