//! What a plan counts in, what its report counts of the same in other words out: `5 giáo viên` and `3 đồng chí`, `200 đầu sách` and
//! `Số sách đã về là 150`.
//!
//! For asking, never for reading.

use std::collections::BTreeMap;

use super::counts::{Counted, SHORT};
use crate::phrase::token::{Token, tokens};

/// Those who work at a school, by the first words that they are counted by.
const STAFF: &[&str] = &["giao", "can", "nhan", "nguoi"];

/// How many the report tells of, and as it is written.
pub(super) fn told_otherwise(planned: &str, unit: &str, done: &str, said: &BTreeMap<String, Vec<Counted>>) -> Option<(f64, String)> {
    staff(planned, unit, said).or_else(|| at_the_end(planned, unit, done))
}

/// "Đã có 3 đồng chí đi học", where nothing else is counted.
fn staff(planned: &str, unit: &str, said: &BTreeMap<String, Vec<Counted>>) -> Option<(f64, String)> {
    let mut all = said.iter();
    let (Some((other, told)), None) = (all.next(), all.next()) else { return None };
    let [told] = &told[..] else { return None };
    ((STAFF.contains(&unit) || counts_members(planned, unit)) && STAFF.contains(&other.as_str()))
        .then(|| (told.count, told.written.clone()))
}

/// "15 cộng tác viên", "4 tuyên truyền viên": whoever is called "viên" is somebody.
fn counts_members(planned: &str, unit: &str) -> bool {
    const NEAR: usize = 2;
    let plan = tokens(planned);
    (1..plan.len()).any(|at| {
        plan[at - 1].number().is_some()
            && plan[at].is_word(unit)
            && !matches!(&*plan[at].written, "công" | "khuôn")
            && plan[at + 1..].iter().take(NEAR).any(|token| token.written == "viên")
    })
}

/// "Số sách đã về là 150", "Tổng số ghế mua được: 20": what is counted first, and how many last.
fn at_the_end(planned: &str, unit: &str, done: &str) -> Option<(f64, String)> {
    /// Behind its number a plan names what it counts: "200 đầu sách".
    const NEAR: usize = 3;
    let said = tokens(done.trim_end_matches(['.', ' ']));
    let (last, before) = said.split_last()?;
    let count = last.number().filter(|count| *count > 0)?;
    let leads = before.last().is_some_and(|lead| lead.is_sign(':') || lead.is_sign('=') || matches!(&*lead.written, "là" | "đạt" | "được"));
    let at = usize::from(before.first()?.is_word("tong"));
    let named = before.get(at).is_some_and(|token| token.written == "số");
    let at = at + 1 + usize::from(before.get(at + 1).is_some_and(|token| token.written == "lượng"));
    let thing = before.get(at).and_then(Token::word).filter(|_| leads && named)?;
    let thing = SHORT.iter().find(|(short, _)| *short == thing).map_or(thing, |(_, whole)| whole);
    let plan = tokens(planned);
    let beside = || {
        let number = plan.iter().position(|token| token.number().is_some())?;
        plan[number + 1..].iter().take(NEAR).any(|token| token.is_word(thing)).then_some(())
    };
    let others = before.iter().any(|token| token.number().is_some());
    (!others && (thing == unit || beside().is_some())).then(|| (count as f64, last.written.clone()))
}

#[cfg(test)]
mod tests {
    use super::super::short::falls_short;

    #[test]
    fn what_is_counted_in_other_words_may_fall_short() {
        for (planned, done) in [
            ("Mua 200 quyển sách", "Số sách đã về là 150"),
            ("Bổ sung 200 đầu sách cho thư viện", "Số sách đã về là 150."),
            ("Mua 40 bộ bàn ghế", "Tổng số bàn ghế mua được: 25"),
            ("Trồng 60 cây xanh", "Số lượng cây đã trồng: 40"),
            ("Cử 5 giáo viên đi học nâng chuẩn", "Đã có 3 đồng chí đi học"),
            ("Cử 5 GV đi học", "Mới có 3 đ/c đi học"),
            ("Bồi dưỡng cho 20 cán bộ", "15 người đã tham gia"),
            ("Tập huấn cho 15 cộng tác viên", "Đã tập huấn cho 6 đ/c"),
            ("Tập huấn 4 tuyên truyền viên", "Đã có 3 người dự"),
        ] {
            assert!(falls_short(planned, done).is_some(), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Mua 200 quyển sách", "Số sách đã về là 210"),
            ("Cử 5 giáo viên đi học", "Đã có 5 đồng chí đi học"),
            ("Cử 5 giáo viên đi học", "Đã cử 5 đồng chí, 2 người học tại chỗ"),
            ("Mua 200 quyển sách", "Số hóa đơn là 15"),
            ("Mua 200 quyển sách", "Số tiền chi là 150"),
            ("Ban hành 3 quyết định", "Quyết định số 2"),
            ("Tập huấn cho 15 cộng tác viên", "Đã tập huấn cho 15 đ/c"),
        ] {
            assert_eq!(falls_short(planned, done), None, "{planned}: {done}");
        }
    }
}
