//! So many for each that was planned and so many for all of them that is reported in, what is less out: `Dự giờ mỗi giáo viên 2 tiết` → `Đã dự 30 tiết/28 giáo viên`.

use super::shortfall::Short;
use crate::phrase::token::{Token, tokens};

/// "mỗi giáo viên 2 tiết", "2 tiết mỗi giáo viên" and "30 tiết/28 giáo viên": the plan times the heads against what there was.
pub(super) fn fewer_for_each(planned: &str, done: &str) -> Option<Short> {
    let (plan, said) = (tokens(planned), tokens(done));
    let each = plan.iter().position(|token| token.is_word("moi") && token.written == "mỗi")?;
    let counted = |all: &[Token], at: usize| Some((all.get(at)?.number()?, all.get(at + 1)?.word()?.to_owned()));
    // What a number behind a stroke counts is a stretch of time: "2 tiết/năm".
    let mut wanted =
        (0..plan.len()).filter(|at| counted(&plan, *at).is_some() && !at.checked_sub(1).is_some_and(|before| plan[before].is_sign('/')));
    let (at, None) = (wanted.next()?, wanted.next()) else { return None };
    let (of_each, unit) = counted(&plan, at)?;
    let heads_unit = plan.get(each + 1)?.word()?;
    let stroke = (2..said.len()).find(|at| said[*at].is_sign('/'))?;
    let (there, own) = (stroke.saturating_sub(4)..stroke).rev().find_map(|at| counted(&said, at))?;
    let (heads, whom) = counted(&said, stroke + 1)?;
    let same_heads = whom == heads_unit || matches!((heads_unit, whom.as_str()), ("giao", "gv") | ("hoc", "hs") | ("nhan", "nv"));
    let fewer = own == unit && same_heads && there < of_each * heads;
    let unit = &plan[at + 1].written;
    fewer.then(|| Short { planned: format!("{of_each} {unit}"), done: format!("{there} {unit}/{heads}") })
}

#[cfg(test)]
mod tests {
    use super::fewer_for_each;

    #[test]
    fn fewer_than_so_many_for_each_falls_short() {
        const EACH: &str = "Dự giờ mỗi giáo viên 2 tiết/năm";
        let short = |planned, done| fewer_for_each(planned, done).map(|short| (short.planned, short.done));
        assert_eq!(short(EACH, "Đã dự 30 tiết/28 giáo viên"), Some(("2 tiết".to_owned(), "30 tiết/28".to_owned())));
        assert_eq!(short(EACH, "Dự 30 tiết/28 GV"), Some(("2 tiết".to_owned(), "30 tiết/28".to_owned())));
        assert!(short("Mỗi tổ thực hiện 2 chuyên đề", "Thực hiện 5 chuyên đề/4 tổ").is_some());
        for (planned, done) in [
            (EACH, "Đã dự 56 tiết/28 giáo viên"),
            (EACH, "Đã dự 2 tiết/giáo viên"),
            (EACH, "Đã dự 30 tiết/30 tiết"),
            ("Dự giờ giáo viên 2 tiết", "Đã dự 30 tiết/28 giáo viên"),
            ("Mỗi lớp trồng 2 cây", "Đã trồng 30 cây/28 giáo viên"),
        ] {
            assert_eq!(short(planned, done), None, "{planned}: {done}");
        }
    }
}
