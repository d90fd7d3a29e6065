//! What a plan counts and what a result names of it in, fewer than were planned told: `Cử 5 giáo viên đi học` → `Cô Hoa, cô Mận đã có bằng`.
//!
//! For asking, never for reading.

use super::scope::says_of_all;
use super::shortfall::Short;
use crate::phrase::token::{Token, tokens};
use crate::text::fold;

/// What one of those that a plan counts is called with a name behind it: "cô Hoa", "điểm Nà Khoa".
const CALLED: &[(&[&str], &[&str])] = &[
    (&["cô", "thầy"], &["giao", "gv", "dong", "nguoi", "co", "thay", "can", "cbgv"]),
    (&["em", "cháu", "bạn"], &["em", "chau", "hoc", "hs", "tre"]),
    (&["điểm"], &["diem"]),
    (&["thôn", "bản", "ấp"], &["thon", "ban", "ap"]),
];

/// Begin with a capital as names do: "Cô Hiệu trưởng".
const NO_NAMES: &[&str] = &["hieu", "pho", "tong", "to", "bi", "chu", "giao", "y", "bgh", "ht", "pht", "gv"];

/// How many the plan counts, and the names that the result has.
pub(super) fn names_fewer(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 120;
    let said = tokens(done);
    // What is counted is held against the plan by its numbers.
    if done.len() > LONGEST || said.iter().any(|token| token.number().is_some()) || says_of_all(&format!(" {} ", fold(done))) {
        return None;
    }
    let plan = tokens(planned);
    CALLED.iter().find_map(|(called, units)| {
        let (wanted, unit) = (1..plan.len()).find_map(|at| {
            let word = plan[at].word().filter(|unit| units.contains(unit))?;
            let count = plan[at - 1].number().filter(|count| (2..=60).contains(count))?;
            // "5 giáo viên"
            let whole = matches!(word, "giao" | "hoc" | "dong" | "can" | "diem");
            let behind = plan.get(at + 1).filter(|next| whole && next.word().is_some());
            Some((count, behind.map_or_else(|| plan[at].written.clone(), |next| format!("{} {}", plan[at].written, next.written))))
        })?;
        let names = names(&said, called);
        let fewer = !names.is_empty() && (names.len() as u64) < wanted;
        fewer.then(|| Short { planned: format!("{wanted} {unit}"), done: format!("{} {}", called[0], names.join(", ")) })
    })
}

/// "Hoa, Mận" of "Cô Hoa, cô Mận đã có bằng"; "Nà Khoa, Huổi Lóng" of "Điểm Nà Khoa, Huổi Lóng rào xong".
fn names(said: &[Token], called: &[&str]) -> Vec<String> {
    let is_called = |at: usize| said.get(at).is_some_and(|token| called.contains(&token.written.as_str()));
    let mut names = Vec::new();
    let mut at = 0;
    while at < said.len() {
        if !is_called(at) {
            at += 1;
            continue;
        }
        at += 1;
        loop {
            while is_called(at) {
                at += 1;
            }
            let from = at;
            while said.get(at).is_some_and(|token| token.capital && token.word().is_some_and(|word| !NO_NAMES.contains(&word))) {
                at += 1;
            }
            if at == from {
                break;
            }
            let name = said[from..at].iter().map(|token| capital(&token.written)).collect::<Vec<_>>().join(" ");
            if !names.contains(&name) {
                names.push(name);
            }
            if !said.get(at).is_some_and(|token| token.is_sign(',') || token.is_word("va")) {
                break;
            }
            at += 1;
        }
    }
    names
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_names_than_were_counted_are_told() {
        for (planned, done, names) in [
            ("Cử 5 giáo viên đi học nâng chuẩn", "Cô Hoa, cô Mận đã có bằng", "cô Hoa, Mận"),
            ("Làm hàng rào 4 điểm trường", "Điểm Nà Khoa, Huổi Lóng rào xong", "điểm Nà Khoa, Huổi Lóng"),
            ("Giúp 3 em khuyết tật hòa nhập", "Em Páo đã biết viết", "em Páo"),
            ("Cử 3 GV thi huyện", "Thầy Lâm và cô Dung đạt", "cô Lâm, Dung"),
        ] {
            assert_eq!(names_fewer(planned, done).map(|short| short.done).as_deref(), Some(names), "{done}");
        }
        for (planned, done) in [
            ("Cử 2 giáo viên đi học", "Cô Hoa, cô Mận đã có bằng"),
            ("Cử giáo viên đi học", "Cô Hoa đã có bằng"),
            ("Cử 5 giáo viên đi học", "Thầy Hiệu trưởng đã phân công"),
            ("Cử 5 giáo viên đi học", "5 cô đã học, cô Hoa loại giỏi"),
            ("Làm hàng rào 4 điểm trường", "Điểm trường nào cũng rào xong"),
            ("Làm hàng rào 4 điểm trường", "Cả điểm Nà Khoa xa nhất cũng rào xong"),
        ] {
            assert_eq!(names_fewer(planned, done), None, "{done}");
        }
    }
}
