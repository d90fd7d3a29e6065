//! Works and results of one school that nothing has joined yet in; pairs of which each is the only one the other can mean out.
//!
//! Schools report in fewer and other words than they plan: "Mua thêm 200 đầu sách" of "Bổ sung 200 đầu sách tham khảo cho thư viện". What words
//! weigh is how few of the school's works have them; where two works are about as close, neither is meant surely.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::LazyLock;

use crate::text::memory::Memory;

/// Of the weight of a result's words, what must stand in the work too; and of the work's in the result.
const LEAST_OF_RESULT: f64 = 0.8;
const LEAST_OF_WORK: f64 = 0.35;
/// Where the work's words all stand in a longer result, what they must weigh there, and what that counts.
const LEAST_OF_LONGER: f64 = 0.5;
const WHOLE: f64 = 0.9;
/// From this on another work is nearly the same.
const LEAST_OF_TWIN: f64 = 0.6;
/// By how much the closest must be closer than the next.
const MARGIN: f64 = 0.1;
/// Words of a wording that can be weighed.
const FEWEST_WORDS: usize = 3;

/// What says the same of works, the longest first. Folded.
const SAME: &[(&str, &str)] = &[
    ("mua sam bo sung", "mua"),
    ("mua bo sung", "mua"),
    ("mua sam them", "mua"),
    ("trang bi them", "mua"),
    ("trang bi", "mua"),
    ("mua sam", "mua"),
    ("mua them", "mua"),
    ("bo sung", "mua"),
    ("sua chua", "sua"),
    ("tu sua", "sua"),
    ("xay dung", "xay"),
    ("xay moi", "xay"),
    ("lap dat", "lap"),
    ("md1", "muc do 1"),
    ("md2", "muc do 2"),
    ("giup do", "ho tro"),
    ("thanh lap", "lap"),
    ("tuyen dung", "tuyen"),
    ("lam nha", "xay nha"),
    ("trong them", "trong"),
    ("hoc ky ii", "hk2"),
    ("hoc ky 2", "hk2"),
    ("ky ii", "hk2"),
    ("ky 2", "hk2"),
    ("hoc ky i", "hk1"),
    ("hoc ky 1", "hk1"),
    ("ky i", "hk1"),
    ("ky 1", "hk1"),
    ("mon ta", "mon tieng anh"),
    ("anh van", "tieng anh"),
    ("dau sach", "sach"),
    ("ti vi", "tivi"),
    ("ti le", "ty le"),
    ("may vi tinh", "may tinh"),
];
/// Words that say nothing of which work it is. Folded.
const EMPTY: &[&str] = &[
    "cho", "cua", "tai", "o", "va", "cac", "nhung", "trong", "ve", "voi", "theo", "de", "them", "to", "chuc", "thuc", "hien", "tham",
    "gia", "di",
];

/// Deeds that are no others: who mends has not bought. Folded.
const DEEDS: &[&str] = &["mua", "sua", "xay", "lap", "son", "thay", "lat", "tuyen", "cu", "hop", "thi", "kiem", "thanh"];
/// Of these a wording has the one or the other. Folded.
const OPPOSITE: &[(&str, &str)] =
    &[("dau", "cuoi"), ("nam", "nu"), ("truoc", "sau"), ("tren", "duoi"), ("hk1", "hk2"), ("truong", "huyen"), ("truong", "tinh")];

/// The words by which a folded wording is known.
fn words(wording: &str) -> BTreeSet<String> {
    in_order(wording).iter().cloned().collect()
}

/// A wording is laid beside many others.
fn in_order(wording: &str) -> Rc<[String]> {
    thread_local! {
        static READ: Memory<Rc<[String]>> = Memory::of_long_readings();
    }
    READ.with(|known| known.recall(wording, |wording| in_order_anew(wording).into()))
}

fn in_order_anew(wording: &str) -> Vec<String> {
    static APART: LazyLock<Vec<(String, String)>> =
        LazyLock::new(|| SAME.iter().map(|(said, same)| (format!(" {said} "), format!(" {same} "))).collect());
    let mut text = format!(" {wording} ");
    for (said, same) in APART.iter() {
        if text.contains(said) {
            text = text.replace(said, same);
        }
    }
    // "03 máy", "Địa lí".
    let bare = |word: &str| match word {
        "ly" | "ky" | "ty" | "sy" | "my" | "hy" => format!("{}i", &word[..1]),
        _ if is_number(word) => word.trim_start_matches('0').to_owned(),
        _ => word.to_owned(),
    };
    text.split(' ').filter(|word| !word.is_empty() && !EMPTY.contains(word)).map(bare).collect()
}

/// What tells things of one name apart: "khối 6", "khu A".
fn is_number(word: &str) -> bool {
    word.len() == 1 || word.starts_with(|sign: char| sign.is_ascii_digit())
}

/// Whether each names a number that the other does not: "khối 6" and "khối 7".
fn differ_by_number(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let beside = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).any(|word| is_number(word));
    beside(one, other) && beside(other, one)
}

/// Whether each says the other of two opposites: "đầu năm" and "cuối năm".
fn are_opposite(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let only = |words: &BTreeSet<String>, own: &str, against: &str| words.contains(own) && !words.contains(against);
    OPPOSITE.iter().any(|(a, b)| only(one, a, b) && only(other, b, a) || only(one, b, a) && only(other, a, b))
}

/// Whether a result begins with another deed than the work names, or with another thing that it was done to: "Sửa máy tính", "Mua kệ sách" and
/// "Mua sách". Both are folded and written out.
pub(super) fn is_another_deed(work: &str, result: &str) -> bool {
    another_deed(&words(work), &in_order(result))
}

fn another_deed(work: &BTreeSet<String>, result: &[String]) -> bool {
    let Some((deed, rest)) = result.split_first() else { return false };
    let thing = rest.iter().find(|word| !is_number(word));
    DEEDS.contains(&deed.as_str()) && !work.contains(deed) || thing.is_some_and(|thing| !work.contains(thing))
}

/// Whether two wordings, folded and written out, can only be two works: each says the other of two opposites.
pub(crate) fn are_opposites(one: &str, other: &str) -> bool {
    are_opposite(&words(one), &words(other))
}

/// Whether of two works that differ by a word the result has that of the one: "môn TA" is neither "môn Toán" nor "môn Tiếng Anh".
fn tells_apart(work: &BTreeSet<String>, twin: &BTreeSet<String>, result: &BTreeSet<String>) -> bool {
    let is_near = result.intersection(twin).count() as f64 >= LEAST_OF_TWIN * result.len() as f64;
    let own = || work.difference(twin);
    !is_near || own().next().is_none() || own().any(|word| result.contains(word))
}

/// Whether a result cannot be of this work rather than of any other of the school's: it names another of its kind, or nothing of what tells
/// it apart. All wordings are folded and written out.
pub(super) fn may_be_of_another<'w>(work: &str, others: impl Iterator<Item = &'w str>, result: &str) -> bool {
    let (work, result) = (words(work), words(result));
    let letters = |words: &BTreeSet<String>| words.iter().filter(|word| word.len() == 1).cloned().collect::<BTreeSet<_>>();
    let other_letter = differ_by_number(&letters(&work), &letters(&result));
    other_letter || are_opposite(&work, &result) || others.into_iter().any(|other| !tells_apart(&work, &words(other), &result))
}

/// The works all of whose words stand in one result, where there are several: "Lắp quạt, đèn các phòng học".
pub(super) fn all_told(works: &[&str], result: &str) -> Vec<usize> {
    let result = words(result);
    let works: Vec<BTreeSet<String>> = works.iter().map(|work| words(work)).collect();
    let is_told = |work: &BTreeSet<String>| work.len() >= FEWEST_WORDS && work.len() < result.len() && work.is_subset(&result);
    let told: Vec<usize> = (0..works.len()).filter(|at| is_told(&works[*at])).collect();
    // The whole result is what they are together, and none is part of another.
    let together: BTreeSet<&String> = told.iter().flat_map(|at| &works[*at]).collect();
    let apart = told.iter().all(|at| told.iter().all(|other| at == other || !works[*at].is_subset(&works[*other])));
    if told.len() >= 2 && apart && together.len() == result.len() { told } else { Vec::new() }
}

/// Places of works and of results that belong together, each at most once. `works` and `results` are folded wordings, written out.
pub(crate) fn pairs(works: &[&str], results: &[&str]) -> Vec<(usize, usize)> {
    let works: Vec<BTreeSet<String>> = works.iter().map(|work| words(work)).collect();
    let spoken: Vec<Rc<[String]>> = results.iter().map(|result| in_order(result)).collect();
    let results: Vec<BTreeSet<String>> = spoken.iter().map(|result| result.iter().cloned().collect()).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in works.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let all = works.len() as f64;
    let weight = |word: &String| (1.0 + all / counts.get(word.as_str()).map_or(1.0, |count| *count as f64)).ln();
    let sum = |words: &mut dyn Iterator<Item = &String>| words.map(weight).sum::<f64>();
    let score = |work: &BTreeSet<String>, result: &BTreeSet<String>| {
        if result.len() < FEWEST_WORDS || differ_by_number(work, result) || are_opposite(work, result) {
            return 0.0;
        }
        let shared = sum(&mut work.intersection(result));
        let (of_result, of_work) = (shared / sum(&mut result.iter()), shared / sum(&mut work.iter()));
        // "Ngày hội STEM cấp trường" says more than "Ngày hội STEM".
        let whole = if of_result >= LEAST_OF_LONGER { of_work * WHOLE } else { 0.0 };
        let part = if of_work >= LEAST_OF_WORK { of_result } else { of_result * of_work / LEAST_OF_WORK };
        part.max(whole)
    };
    let scores: Vec<Vec<f64>> = works.iter().map(|work| results.iter().map(|result| score(work, result)).collect()).collect();
    let is_told_apart = |at: usize, other: usize| works.iter().all(|work| tells_apart(&works[at], work, &results[other]));
    let is_alone = |at: usize, other: usize| {
        let own = scores[at][other];
        let next_result = scores[at].iter().enumerate().filter(|(place, _)| *place != other).map(|(_, score)| *score).fold(0.0, f64::max);
        let next_work = scores.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, scores)| scores[other]).fold(0.0, f64::max);
        is_told_apart(at, other)
            && !another_deed(&works[at], &spoken[other])
            && own >= LEAST_OF_RESULT
            && own >= next_result + MARGIN
            && own >= next_work + MARGIN
    };
    (0..works.len()).flat_map(|at| (0..results.len()).map(move |other| (at, other))).filter(|(at, other)| is_alone(*at, *other)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::wording::written_out;

    const WORKS: [&str; 6] = [
        "Bổ sung 200 đầu sách tham khảo cho thư viện",
        "Mua sắm 5 ti vi lắp tại các phòng học khối 6",
        "Mua sắm 4 ti vi lắp tại các phòng học khối 7",
        "Bổ nhiệm tổ trưởng tổ Khoa học tự nhiên",
        "Sửa chữa mái phòng học dãy nhà C",
        "Kiện toàn Hội đồng trường nhiệm kỳ 2023-2028",
    ];

    fn found(result: &str) -> Option<&'static str> {
        let works: Vec<String> = WORKS.iter().map(|work| written_out(work)).collect();
        let works: Vec<&str> = works.iter().map(String::as_str).collect();
        pairs(&works, &[&written_out(result)]).first().map(|(at, _)| WORKS[*at])
    }

    #[test]
    fn other_and_fewer_words_find_their_work() {
        for (result, work) in [
            ("Mua thêm 200 đầu sách cho thư viện", 0),
            ("Mua 5 tivi cho khối 6", 1),
            ("Lắp 4 ti vi các phòng học khối 7", 2),
            ("Bổ nhiệm tổ trưởng tổ KHTN", 3),
            ("Sửa mái dãy C", 4),
            ("Kiện toàn HĐT nhiệm kỳ 2023-2028", 5),
            ("Sửa chữa mái phòng học dãy nhà C bị dột sau bão", 4),
        ] {
            assert_eq!(found(result), Some(WORKS[work]), "{result}");
        }
    }

    #[test]
    fn one_result_may_say_all_that_several_works_do() {
        let works = ["Lắp quạt các phòng học", "Lắp đèn các phòng học", "Lắp rèm các phòng học"].map(written_out);
        let works: Vec<&str> = works.iter().map(String::as_str).collect();
        let told = |result: &str| all_told(&works, &written_out(result));
        assert_eq!(told("Lắp quạt, đèn các phòng học"), [0, 1]);
        for result in ["Lắp quạt các phòng học", "Lắp quạt, đèn, điều hòa các phòng học", "Lắp quạt phòng họp"]
        {
            assert!(told(result).is_empty(), "{result}");
        }
    }

    #[test]
    fn of_opposites_a_work_is_the_one_it_names() {
        let first = |work: &str, result: &str| pairs(&[&written_out(work)], &[&written_out(result)]).len();
        for (work, result) in [
            ("Họp cha mẹ học sinh cuối năm học", "Họp cha mẹ học sinh đầu năm học"),
            ("Xây nhà vệ sinh cho học sinh nữ", "Xây nhà vệ sinh cho học sinh nam"),
            ("Phụ đạo học sinh yếu học kỳ I", "Phụ đạo học sinh yếu HKII"),
        ] {
            assert_eq!((first(work, result), first(work, work)), (0, 1), "{result}");
        }
    }

    #[test]
    fn what_may_be_of_several_or_of_none_is_of_none() {
        for result in [
            "Mua tivi các phòng học",
            "Mua 6 tivi cho khối 8",
            "Bổ nhiệm tổ trưởng tổ Văn phòng",
            "Sửa chữa cổng trường",
            "Kiện toàn Ban đại diện cha mẹ học sinh",
            "Sửa chữa mái nhà xe",
            // Another deed, another thing.
            "Sửa 5 ti vi các phòng học khối 6",
            "Bổ sung 200 kệ sách tham khảo cho thư viện",
            "Mua sách",
        ] {
            assert_eq!(found(result), None, "{result}");
        }
    }
}
