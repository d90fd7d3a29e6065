//! What was planned several times, over several years or for some people in, where the report tells of one time, of some years or of others told:
//! `Trao đổi chuyên môn 2 lần` → `Sang trường Kim Đồng ngày 3/11`.
//!
//! For asking, never for reading.

use std::sync::LazyLock;

use super::counts::{Counted, TIMES, counts};
use super::scope::{between_spaces, says_of_all};
use super::shortfall::Short;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::token::{Token, tokens};

/// "2 lần", and one day or one class in the report, and nothing else counted.
pub(super) fn one_turn(planned: &str, done: &str) -> Option<Short> {
    const TURNS: &[&str] = &[TIMES, "buoi", "cuoc"];
    let plan = counts(planned);
    let wanted = TURNS.iter().find_map(|unit| match &plan.get(*unit)?[..] {
        [wanted] if (2.0..=12.0).contains(&wanted.count) && wanted.per.is_none_or(|per| per >= super::counts::Per::Term) => Some(wanted),
        _ => None,
    })?;
    let counted = counts(done).into_values().flatten().any(|Counted { count, .. }| count >= wanted.count);
    if let Some(occasions) = occasions(done).filter(|occasions| !counted && (occasions.len() as f64) < wanted.count) {
        return Some(Short { planned: wanted.written.clone(), done: occasions.join(", ") });
    }
    if counted || done.contains([',', ';', '\n']) || says_of_all(&between_spaces(done)) {
        return None;
    }
    let said = tokens(done);
    let whole = |token: &Token| matches!(&*token.written, "và" | "đủ" | "đến" | "xong" | "các" | "mỗi" | "lần" | "đợt" | "hai");
    if said.iter().any(whole) {
        return None;
    }
    let days: Vec<String> = (0..said.len()).filter_map(|at| day(&said, at)).collect();
    let class = || {
        let place = said.first().filter(|first| matches!(&*first.written, "khối" | "lớp" | "tổ"))?;
        let label = said.get(1).filter(|label| label.number().is_some() || label.capital)?;
        Some(format!("{} {}", place.written, label.written))
    };
    // "Cân đo tháng 9" of three times a year
    let month = || {
        let at = said.iter().position(|token| token.written == "tháng")?;
        let number = said.get(at + 1).filter(|_| at > 0)?.number().filter(|month| (1..=12).contains(month))?;
        (said.len() <= at + 4).then(|| format!("tháng {number}"))
    };
    let done = match &days[..] {
        [day] => day.clone(),
        [] => class().or_else(month)?,
        _ => return None,
    };
    Some(Short { planned: wanted.written.clone(), done })
}

/// "Họp đầu năm và cuối kỳ I": when, and nothing of all of them.
fn occasions(done: &str) -> Option<Vec<String>> {
    const LONGEST: usize = 14;
    const TERMS: &[&str] = &["năm", "kỳ", "kì", "học", "hk", "hki", "hkii"];
    let said = tokens(done);
    if said.len() > LONGEST
        || says_of_all(&between_spaces(done))
        || said.iter().any(|token| matches!(&*token.written, "lần" | "đợt" | "đến"))
    {
        return None;
    }
    let mut found: Vec<String> = Vec::new();
    for two in said.windows(2) {
        if matches!(&*two[0].written, "đầu" | "giữa" | "cuối") && TERMS.contains(&&*two[1].written) {
            let label = format!("{} {}", two[0].written, two[1].written);
            if !found.contains(&label) {
                found.push(label);
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

/// "3/11", that is no part of a paper's number and no share.
fn day(said: &[Token], at: usize) -> Option<String> {
    let (day, month) = (said[at].number()?, said.get(at + 2)?.number()?);
    let slash = said[at + 1].is_sign('/') && (at == 0 || !said[at - 1].is_sign('/'));
    let led = at > 0 && matches!(&*said[at - 1].written, "ngày" | "hôm" | "sáng" | "chiều" | "vào" | "tối");
    (slash && led && (1..=31).contains(&day) && (1..=12).contains(&month)).then(|| format!("ngày {day}/{month}"))
}

/// "Số hóa năm 2018, 2019" of the years 2018-2023.
pub(super) fn years_left(planned: &str, done: &str) -> Option<Short> {
    let plan = tokens(planned);
    let year = |token: &Token| token.number().filter(|year| (1990..2100).contains(year) && token.digits() == 4);
    let (from, to) = plan.windows(3).find_map(|three| {
        let range = three[1].is_sign('-') || matches!(&*three[1].written, "–" | "đến");
        Some((year(&three[0])?, year(&three[2])?)).filter(|(from, to)| range && from + 1 < *to)
    })?;
    let said = tokens(done);
    let years: Vec<u64> = said.iter().filter_map(year).collect();
    let behind_slash = said.windows(2).any(|two| two[0].is_sign('/') && year(&two[1]).is_some());
    let range = said.windows(2).any(|two| (two[0].is_sign('-') || two[0].is_word("den")) && year(&two[1]).is_some());
    let some = !years.is_empty() && years.iter().all(|year| (from..=to).contains(year)) && (years.len() as u64) < to - from + 1;
    (some && !range && !behind_slash && !says_of_all(&between_spaces(done)))
        .then(|| Short { planned: format!("{from}-{to}"), done: years.iter().map(u64::to_string).collect::<Vec<_>>().join(", ") })
}

/// Heads, teachers, staff, children and parents.
const PEOPLE: &[&str] = &[
    "ban giám hiệu, bgh, hiệu trưởng, phó hiệu trưởng, hiệu phó, cbql, cán bộ quản lý, lãnh đạo, tổ trưởng",
    "giáo viên, gv, gvcn, thầy, cô, cbgv, cán bộ giáo viên, đội ngũ, viên chức, nhà giáo",
    "nhân viên, nv, cấp dưỡng, cô nuôi, bảo vệ",
    "học sinh, hs, trẻ, em, cháu, đội viên",
    "phụ huynh, cha mẹ, cmhs, ph",
];
/// What those do who are taught.
const LEARNS: &str = "dự tập huấn, tham dự tập huấn, được tập huấn, tham gia tập huấn, đi tập huấn, tập huấn, dự lớp, học, học lớp, đi học, tham gia lớp, xem, nghe, dự bồi dưỡng, được bồi dưỡng";

struct Vocabulary {
    people: Vec<Phrases>,
    learns: Phrases,
}

static KNOWN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary { people: PEOPLE.iter().map(|people| Phrases::of(people)).collect(), learns: Phrases::of(LEARNS) });

/// "Ban giám hiệu dự tập huấn" of a plan to train 40 teachers: others than those meant were taught.
pub fn teaches_others(planned: &str, done: &str) -> bool {
    const LONGEST: usize = 90;
    const FARTHEST: usize = 6;
    let (plan, said) = (words(planned), words(done));
    if done.len() > LONGEST {
        return false;
    }
    // "cho giáo viên", "học sinh toàn trường"
    let whom = plan.iter().position(|word| word.is_written("cho") && word.plain == "cho").map_or(&plan[..0], |at| &plan[at..]);
    let meant = groups(whom);
    let Some(own) = (0..KNOWN.people.len()).find(|at| begins_with(&KNOWN.people[*at], &said)) else { return false };
    let learns = (1..said.len().min(FARTHEST)).any(|at| KNOWN.learns.begin(&said[at..]));
    !meant.is_empty() && learns && !meant.contains(&own) && groups(&said).iter().all(|group| !meant.contains(group))
}

fn begins_with(people: &Phrases, said: &[Word]) -> bool {
    let counted = said.iter().take_while(|word| word.begins_number() || matches!(&*word.plain, "cac" | "da")).count();
    people.begin(&said[counted..])
}

fn groups(words: &[Word]) -> Vec<usize> {
    (0..KNOWN.people.len()).filter(|at| KNOWN.people[*at].stand_in(words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_turn_of_several_some_of_the_years_and_others_than_those_meant_are_told() {
        let told = |short: Option<Short>| short.map(|short| format!("{} > {}", short.planned, short.done));
        let of = |text: &str| Some(text.to_owned());
        assert_eq!(told(one_turn("Trao đổi với trường bạn mỗi học kì 2 lần", "Sang trường Kim Đồng ngày 3/11")), of("2 lần > ngày 3/11"));
        assert_eq!(told(one_turn("Tổ chức 2 đợt tham quan", "Khối 3 đi bảo tàng")), of("2 đợt > khối 3"));
        assert_eq!(told(one_turn("Cân đo trẻ 3 lần/năm", "Cân đo tháng 9")), of("3 lần/năm > tháng 9"));
        for (planned, done) in [
            ("Tổ chức 2 đợt tham quan", "Khối 3 ngày 5/10, khối 4 ngày 6/10"),
            ("Tổ chức 2 đợt tham quan", "Ngày 5/10 và ngày 6/11"),
            ("Tổ chức 2 đợt tham quan", "Đủ 2 đợt, đợt cuối ngày 6/11"),
            ("Tổ chức tham quan", "Khối 3 đi bảo tàng ngày 5/10"),
            ("Tuyên truyền 2 lần/tháng", "Ngày 5/10 tuyên truyền dưới cờ"),
            ("Tổ chức 2 buổi ngoại khóa", "Học sinh tham gia sôi nổi"),
            ("Cân đo trẻ 3 lần/năm", "Cân đo tháng 9, 12, 4"),
            ("Cân đo trẻ 3 lần/năm", "Cân đo mỗi tháng 1 lần"),
            ("Cân đo trẻ", "Cân đo tháng 9"),
        ] {
            assert_eq!(told(one_turn(planned, done)), None, "{planned}: {done}");
        }
        assert_eq!(told(years_left("Số hóa hồ sơ giai đoạn 2018-2023", "Số hóa năm 2018, 2019")), of("2018-2023 > 2018, 2019"));
        assert_eq!(told(years_left("Số hóa hồ sơ giai đoạn 2018-2023", "Số hóa xong tháng 11/2023")), None);
        assert_eq!(told(years_left("Số hóa hồ sơ giai đoạn 2018-2023", "Từ 2018 đến 2023 đã số hóa")), None);
        assert_eq!(told(years_left("Kế hoạch năm học 2023-2024", "Ban hành năm 2023")), None);
        for (planned, done) in [
            ("Tập huấn sử dụng phần mềm cho 40 giáo viên", "Ban giám hiệu dự tập huấn"),
            ("Dạy phòng chống đuối nước cho học sinh", "Giáo viên thể dục học lớp dạy bơi"),
        ] {
            assert!(teaches_others(planned, done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Tập huấn phần mềm cho giáo viên", "15 thầy cô dự tập huấn"),
            ("Tập huấn cho cán bộ, giáo viên", "Ban giám hiệu và giáo viên dự tập huấn"),
            ("Tuyên truyền cho học sinh", "Giáo viên tuyên truyền dưới cờ"),
            ("Tập huấn phần mềm", "Ban giám hiệu dự tập huấn"),
        ] {
            assert!(!teaches_others(planned, done), "{planned}: {done}");
        }
    }
}
