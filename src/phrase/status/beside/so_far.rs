//! What was planned and what is reported of it in, whether the report says how far the work has come in a place that the plan does not name out:
//! `Lát sân trường` → `Lát tới gốc phượng`, `Nhập hồ sơ 500 học sinh` → `Nhập được khối 6`.
//!
//! For asking, never for reading.

use std::sync::LazyLock;

use super::scope::{labels, names_another_place};
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::token::tokens;

/// Works that go on from place to place.
const ALONG: &str = "thay, mua, cấp, phát, trang bị, lắp, lát, xây, lợp, sơn, quét, đào, láng, đổ, ốp, trồng, rào, kéo, kéo dây, kéo điện, làm, làm đường, nạo vét, san, sửa, viết, viết phiếu, ghép, đánh máy, kiểm kê, thu thập, nhập, nhập liệu, rà soát, cập nhật";
/// Behind "tới", when it was or all of it: "Sơn đến hết dãy B", "Sơn tới nay".
const NO_PLACES: &str = "nay, hết, cuối, toàn, tất cả, tháng, ngày, giờ, từng, các, mọi, mỗi, đâu, năm, lúc, khi, thời, chất lượng";

struct Vocabulary {
    along: Phrases,
    no_places: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary { along: Phrases::of(ALONG), no_places: Phrases::of(NO_PLACES) });

/// Whether the report tells no more than how far the work has come.
pub fn tells_how_far(planned: &str, done: &str) -> bool {
    const LONGEST: usize = 8;
    if planned.is_empty() || done.contains([';', '\n']) {
        return false;
    }
    if names_some_standards(planned, done) || is_first_of_several(planned, done) {
        return true;
    }
    let said = words(done);
    if said.len() > LONGEST || parts_clauses(done) && !done.to_lowercase().contains("khối") {
        return false;
    }
    if (ends_at_a_place(&said) || is_said_of_place(&words(planned), &said)) && names_another_place(planned, done) {
        return true;
    }
    if is_for_one_place(&words(planned), &said)
        && (names_another_place(planned, done) || names_one_team(planned, done) || names_one_age(planned, done))
    {
        return true;
    }
    let said = if said.first().is_some_and(|word| word.plain == "da") { &said[1..] } else { &said[..] };
    let Some(deed) = KNOWN.along.beginning(said).max() else { return false };
    let rest = &said[deed..];
    if rest.len() == 2
        && is_at_place(rest)
        && words(planned).first().is_some_and(|own| own.is(&said[0]))
        && names_another_place(planned, done)
    {
        return true;
    }
    let rest = if rest.first().is_some_and(|word| word.plain == "duoc" || word.plain == "xong") { &rest[1..] } else { rest };
    let sided = is_one_side(rest) && !planned.to_lowercase().contains("mặt ") && !planned.to_lowercase().contains("đoạn ");
    reaches(rest) || sided || is_first_for_some(rest) || rest.len() < said.len() - deed && names_another_place(planned, done)
}

/// A comma that stands between no labels: "Phòng 1, 2".
fn parts_clauses(done: &str) -> bool {
    done.match_indices(", ").any(|(at, sign)| !done[at + sign.len()..].starts_with(|sign: char| sign.is_ascii_digit()))
}

/// "Trẻ đã tiêm mũi 1", "Kiểm tra đợt I", where the plan names no first time: the others come after.
fn is_first_of_several(planned: &str, done: &str) -> bool {
    const TIMES: &[(&str, &str)] = &[("lan", "lần"), ("dot", "đợt"), ("mui", "mũi"), ("vong", "vòng")];
    let (plan, said) = (words(planned), words(done));
    let ordinal = |word: &Word| matches!(&*word.plain, "1" | "i" | "2" | "ii" | "3" | "iii" | "cuoi" | "dau");
    let of_time = |at: usize, words: &[Word]| {
        TIMES.iter().any(|(plain, time)| words[at].plain == *plain && words[at].is_written(time)) && words.get(at + 1).is_some_and(ordinal)
    };
    let first = |at: usize| of_time(at, &said) && matches!(&*said[at + 1].plain, "1" | "i");
    let named: Vec<usize> = (0..said.len()).filter(|at| of_time(*at, &said)).collect();
    let next = named.first().and_then(|at| said.get(at + 2)).is_some_and(|word| matches!(&*word.plain, "2" | "ii" | "va" | "den"));
    matches!(named[..], [only] if first(only)) && !next && !(0..plan.len()).any(|at| of_time(at, &plan))
}

/// "Tiêu chuẩn 1, 2 đã xong" of a self-assessment that has five.
fn names_some_standards(planned: &str, done: &str) -> bool {
    const MOST_OF_SOME: usize = 4;
    const LONGEST: usize = 12;
    let said = words(done);
    let named =
        said.iter().skip(2).take_while(|word| word.begins_number() || word.plain == "va").filter(|word| word.begins_number()).count();
    let standards = |words: &[Word]| words.windows(2).any(|two| two[0].plain == "tieu" && matches!(&*two[1].plain, "chuan" | "chi"));
    said.len() <= LONGEST && said.len() > 2 && standards(&said[..2]) && (1..=MOST_OF_SOME).contains(&named) && !standards(&words(planned))
        // "Tiêu chuẩn 1 đến 5"
        && !said.iter().any(|word| matches!(&*word.plain, "den" | "deu" | "ca" | "dat"))
        && !done.contains(['-', '–'])
}

/// "Khối 8, 9 thi xong", "Phòng 1, 2 đã thay"
fn ends_at_a_place(said: &[Word]) -> bool {
    const PLACES: &[&str] = &["khối", "lớp", "dãy", "tầng", "tổ", "phòng", "khu"];
    let place = said.first().is_some_and(|word| PLACES.iter().any(|place| word.is(&words(place)[0])));
    let ranged = said.iter().any(|word| matches!(&*word.plain, "den" | "deu" | "ca"));
    let deed = matches!(said, [.., da, deed] if !ranged && da.plain == "da" && KNOWN.along.begin(std::slice::from_ref(deed)));
    place && said.len() > 2 && (deed || said.last().is_some_and(|word| matches!(&*word.plain, "xong" | "roi")))
}

/// "Khối 1, 2 đã ký" of a plan that begins "Ký": its own deed, and no more behind the place.
fn is_said_of_place(plan: &[Word], said: &[Word]) -> bool {
    const PLACES: &[&str] = &["khối", "lớp", "dãy", "tầng", "tổ", "phòng", "khu"];
    let place = said.first().is_some_and(|word| PLACES.iter().any(|place| word.is_written(place)));
    let whole = said.iter().any(|word| matches!(&*word.plain, "den" | "deu" | "ca"));
    let ends = matches!(said, [_, _, .., da, deed] if da.is_written("đã") && plan.first().is_some_and(|own| own.is(deed)));
    place && ends && !whole
}

/// "Đã tập huấn cho tổ Toán", "Đã khám cho trẻ 5 tuổi": a deed, and for one of several at the end.
fn is_for_one_place(plan: &[Word], said: &[Word]) -> bool {
    const PLACES: &[&str] = &["khối", "lớp", "dãy", "tầng", "tổ", "phòng", "khu", "trẻ", "các", "cháu"];
    const LONGEST: usize = 4;
    let Some(at) = said.iter().rposition(|word| word.plain == "cho") else { return false };
    let place = said.get(at + 1).is_some_and(|word| PLACES.iter().any(|place| word.is_written(place)));
    let past = said.first().is_some_and(|word| word.is_written("đã") && word.plain == "da");
    // "Mua máy in cho văn phòng" → "Đã mua cho tổ Văn phòng" and "Đã mua cho phòng Hiệu trưởng" are no parts of it.
    let own = plan.iter().any(|word| word.plain == "cho") || plan.first().is_some_and(|deed| !matches!(&*deed.plain, "mua" | "sam"));
    past && place && own && said.len() - at - 1 <= LONGEST
}

/// "tổ Toán" of a plan that names no team.
fn names_one_team(planned: &str, done: &str) -> bool {
    let teams = |text: &str| labels(&tokens(text)).iter().filter(|(place, _)| *place == "tổ").map(|(_, teams)| teams.len()).sum::<usize>();
    teams(done) == 1 && teams(planned) == 0
}

/// "dãy A", "khối 5".
fn is_at_place(words: &[Word]) -> bool {
    ["khối", "lớp", "dãy", "tầng", "phòng", "khu"].iter().any(|place| words[0].is_written(place))
}

/// "trẻ 5 tuổi" of a plan that names no age.
fn names_one_age(planned: &str, done: &str) -> bool {
    let aged = |text: &str| words(text).windows(2).any(|two| two[0].begins_number() && two[1].is_written("tuổi") && two[1].plain == "tuoi");
    aged(done) && !aged(planned) && !done.contains(['-', '–', ','])
}

/// "mặt ngoài", "đoạn trước cổng", "phía sau"
fn is_one_side(rest: &[Word]) -> bool {
    let Some((part, behind)) = rest.split_first() else { return false };
    let side = behind.first().is_some_and(|side| matches!(&*side.plain, "truoc" | "sau" | "ngoai" | "trong" | "tien" | "dau" | "tu"));
    side && ["mặt", "đoạn", "phía", "bên", "khúc"].iter().any(|word| part.is(&words(word)[0]))
}

/// "trước cho khối 1", "cho GV trước": others come after.
fn is_first_for_some(rest: &[Word]) -> bool {
    let before = |word: &Word| word.plain == "truoc" && word.is_written("trước");
    match rest {
        [first, second, _, ..] if before(first) => second.plain == "cho",
        [first, .., whom, last] if before(last) => first.plain == "cho" && !matches!(&*whom.plain, "nam" | "ky" | "khoa" | "phia" | "lan"),
        _ => false,
    }
}

/// "tới gốc phượng"
fn reaches(rest: &[Word]) -> bool {
    rest.first().is_some_and(|word| word.is_written("tới") && word.plain == "toi" || word.is_written("đến") && word.plain == "den")
        && rest.len() > 1
        && !rest[1].begins_number()
        && !KNOWN.no_places.begin(&rest[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_a_work_has_come_is_told_from_its_end() {
        for (planned, done) in [
            ("Lát sân trường 800m2", "Lát tới gốc phượng"),
            ("Xây tường rào", "Đã xây đến cổng phụ"),
            ("Cập nhật hồ sơ 500 HS", "Nhập được khối 6"),
            ("Sơn các phòng học", "Sơn xong dãy B"),
            ("Sơn lại toàn bộ tường rào", "Sơn mặt ngoài"),
            ("Lát vỉa hè", "Lát được đoạn trước cổng"),
            ("Đổi mới sách giáo khoa", "Mua cho GV trước"),
            ("Thay 40 bộ bàn ghế", "Thay trước cho khối 1"),
            ("Thi học kỳ", "Khối 8, 9 thi xong"),
            ("Thay 10 quạt trần", "Phòng 1, 2 đã thay"),
            ("Tiêm phòng cho trẻ", "Trẻ đã tiêm mũi 1"),
            ("Kiểm tra nội bộ", "Kiểm tra đợt I"),
            ("Tập huấn giáo viên", "Xong lần 1"),
            ("Hồ sơ TĐG", "Viết đến TC 3.2"),
            ("Ký cam kết với phụ huynh", "Khối 1, 2 đã ký"),
            ("Tập huấn CNTT cho giáo viên", "Đã tập huấn cho tổ Toán"),
            ("Khám sức khỏe định kỳ cho học sinh", "Đã khám cho trẻ 5 tuổi"),
            ("Lắp ti vi", "Đã lắp cho khối 5"),
            ("Thay hệ thống điện", "Đã thay dãy A"),
            ("Hoàn thành hồ sơ công nhận chuẩn quốc gia", "Tiêu chuẩn 1, 2 đã xong"),
        ] {
            assert!(tells_how_far(planned, done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Sơn lại dãy B", "Sơn xong dãy B"),
            ("Thay quạt phòng 1, 2", "Phòng 1, 2 đã thay"),
            ("Lắp quạt các lớp", "Khối 1 đến khối 5 đã lắp"),
            ("Kiểm tra nền nếp", "Kiểm tra 1 lần/tuần"),
            ("Tổ chức ngoại khóa", "Đã tổ chức 1 lần"),
            ("Kiểm tra nội bộ đợt 1", "Kiểm tra đợt 1"),
            ("Họp phụ huynh", "Đã họp lần 1 và lần 2"),
            ("Họp phụ huynh", "Đã họp lần 1, 2"),
            ("Họp phụ huynh", "Mỗi tháng họp 1 lần"),
            ("Sửa phòng học", "Phòng học đã sửa"),
            ("Sơn mặt ngoài tường rào", "Sơn mặt ngoài"),
            ("Thi học kỳ khối 8, 9", "Khối 8, 9 thi xong"),
            ("Thi học kỳ", "Các khối thi xong"),
            ("Mua sách cho giáo viên", "Mua cho GV từ kỳ trước"),
            ("Sơn các phòng học", "Đã sơn đến hết dãy C"),
            ("Rà soát hồ sơ", "Rà soát đến tháng 12"),
            ("Hoàn thành hồ sơ công nhận chuẩn quốc gia", "Tiêu chuẩn 1 đến 5 đã xong"),
            ("Cải tiến tiêu chí 1.5", "Tiêu chí 1.5 đã xong"),
            ("Tuyên truyền an toàn giao thông", "Tuyên truyền đến phụ huynh"),
            ("Ký cam kết với phụ huynh", "Các khối đã ký"),
            ("Ký cam kết với phụ huynh khối 1, 2", "Khối 1, 2 đã ký"),
            ("Ký cam kết với phụ huynh", "Khối 1 đến khối 5 đã ký"),
            ("Tập huấn CNTT cho tổ Toán", "Đã tập huấn cho tổ Toán"),
            ("Tập huấn CNTT cho giáo viên", "Đã tập huấn cho các tổ"),
            ("Khám sức khỏe cho trẻ 5 tuổi", "Đã khám cho trẻ 5 tuổi"),
            ("Khám sức khỏe cho trẻ", "Đã khám cho trẻ 3-5 tuổi"),
            ("Mua máy in", "Đã mua cho tổ Văn phòng"),
            ("Tập huấn cho giáo viên", "Đã tập huấn cho tổ chuyên môn"),
            ("Hỗ trợ học sinh nghèo", "Đã hỗ trợ cho các em"),
            ("Sơn các phòng học", "Sơn xong"),
            ("Sơn các phòng học", "Sơn 12 phòng, dãy A và dãy B sạch đẹp"),
        ] {
            assert!(!tells_how_far(planned, done), "{planned}: {done}");
        }
    }
}
