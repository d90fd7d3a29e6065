//! A plan that names one side of a pair, or both, and its report of the one that is not it, or of one alone, out as what is told instead:
//! `Thành lập đội nam, nữ` → `Đã thành lập đội nam`; `Trồng hoa trước cổng` → `Đã trồng hoa sau trường`.
//!
//! For asking, never for reading.

use std::sync::LazyLock;

use super::scope::{between_spaces, says_of_all};
use super::shortfall::Short;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::cleaned;

/// Sides that exclude each other.
const PAIRS: &[(&str, &str, Kind)] = &[
    ("nam", "nữ", Kind::Sex),
    ("giỏi", "yếu", Kind::OfPupils),
    ("giỏi", "chưa đạt", Kind::OfPupils),
    ("trước", "sau", Kind::Place),
    ("trong", "ngoài", Kind::Place),
    ("trên", "dưới", Kind::Place),
    ("sáng", "chiều", Kind::PartOfDay),
    ("đầu năm", "cuối năm", Kind::Turn),
    ("đầu năm", "giữa năm", Kind::Turn),
    ("giữa năm", "cuối năm", Kind::Turn),
    ("đầu năm", "cuối kỳ", Kind::Turn),
    ("giữa kỳ", "cuối kỳ", Kind::Turn),
    ("giữa học kỳ", "cuối học kỳ", Kind::Turn),
];
/// Beside "trước", "trong" and their like: where something is.
const PLACES: &str = "cổng, sân, trường, nhà, phòng, lớp, cửa, dãy, khu, hành lang, mái, tường, vườn, khuôn viên, văn phòng, bếp, tầng";
const SIDES: &str = "phía, bên, mặt, sân, cổng, cửa, tường, vườn, khu, dãy, nhà, đường";
/// Whoever is good or weak at something.
const PUPILS: &str = "học sinh, hs, em, trẻ, đội tuyển";

/// Before "nam" and "nữ".
const SEXED: &str = "đội, học sinh, hs, em, bé, trẻ, vệ sinh, wc, toilet, nhà tắm, khu, phòng, cho, bóng, bóng đá, bóng chuyền, cầu lông, giáo viên, gv, đồng chí, đoàn viên, đơn, đôi, lớp, ký túc xá, các bạn";
/// Before "sáng" and "chiều".
const OF_DAY: &str = "buổi, ca, mỗi, các, vào, hằng ngày, hàng ngày, học, dạy";

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Behind whom it tells of: "Việt Nam" and "phụ nữ" are no sides.
    Sex,
    /// Behind what it tells of: "sáng kiến" and "chiều cao" are none.
    PartOfDay,
    /// Of places where it stands beside one, and of times elsewhere.
    Place,
    /// Behind those that are so.
    OfPupils,
    /// A turn of the year; both in one plan are two turns.
    Turn,
}

struct Pair {
    sides: [Phrases; 2],
    shown: [&'static str; 2],
    kind: Kind,
}

struct Vocabulary {
    pairs: Vec<Pair>,
    places: Phrases,
    sides: Phrases,
    pupils: Phrases,
    sexed: Phrases,
    of_day: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    pairs: PAIRS
        .iter()
        .map(|(one, other, kind)| Pair { sides: [Phrases::of(one), Phrases::of(other)], shown: [one, other], kind: *kind })
        .collect(),
    places: Phrases::of(PLACES),
    sides: Phrases::of(SIDES),
    pupils: Phrases::of(PUPILS),
    sexed: Phrases::of(SEXED),
    of_day: Phrases::of(OF_DAY),
});

/// The side of the plan that the report does not tell of, and the one it does.
pub(super) fn other_side(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 160;
    if planned.len() > LONGEST || done.len() > LONGEST || says_of_all(&between_spaces(done)) {
        return None;
    }
    let (plan, said) = (words(&cleaned(planned)), words(&cleaned(done)));
    // Without marks "nam" is as well "năm".
    let marked = |text: &str| !text.is_ascii();
    if !marked(planned) || !marked(done) || !plan.first()?.is(said.iter().find(|word| !leads(word))?) {
        return None;
    }
    KNOWN.pairs.iter().find_map(|pair| {
        let names = |words: &[Word], side: usize| (0..words.len()).any(|at| pair.names(words, at, side));
        let (wanted, told) = ([names(&plan, 0), names(&plan, 1)], [names(&said, 0), names(&said, 1)]);
        let planned = match (wanted, told) {
            ([true, true], [true, false] | [false, true]) if pair.kind != Kind::Turn => format!("\"{}, {}\"", pair.shown[0], pair.shown[1]),
            ([true, false], [false, true]) => format!("\"{}\"", pair.shown[0]),
            ([false, true], [true, false]) => format!("\"{}\"", pair.shown[1]),
            _ => return None,
        };
        Some(Short { planned, done: format!("\"{}\"", pair.shown[usize::from(told[1])]) })
    })
}

/// Before the deed of a report.
fn leads(word: &Word) -> bool {
    ["đã", "được"].iter().any(|lead| word.is_written(lead))
}

impl Pair {
    fn names(&self, words: &[Word], at: usize, side: usize) -> bool {
        let Some(length) = self.sides[side].beginning(&words[at..]).max() else { return false };
        let (before, behind) = (&words[..at], &words[at + length..]);
        let other = &self.sides[1 - side];
        // "trong và ngoài lớp", "nam, nữ"
        let is_and = |word: &Word| word.is_written("và");
        let joined = other.begin(behind)
            || other.end(before)
            || behind.split_first().is_some_and(|(next, rest)| is_and(next) && other.begin(rest))
            || before.split_last().is_some_and(|(last, rest)| is_and(last) && other.end(rest));
        match self.kind {
            Kind::Turn => true,
            Kind::Sex => joined || KNOWN.sexed.end(before),
            Kind::PartOfDay => joined || KNOWN.of_day.end(before) && behind.first().is_none_or(|next| !next.is_written("tạo")),
            Kind::OfPupils => KNOWN.pupils.end(before),
            Kind::Place => joined || KNOWN.places.begin(behind) || KNOWN.sides.end(before),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_side_told_where_both_or_the_other_were_planned_is_asked_about() {
        for (planned, done, side, told) in [
            ("Thành lập đội bóng đá nam, nữ", "Đã thành lập đội nam", "nam, nữ", "nam"),
            ("Thành lập đội bóng đá nam và nữ", "Thành lập đội bóng nữ", "nam, nữ", "nữ"),
            ("Trồng hoa trước cổng", "Đã trồng hoa sau trường", "trước", "sau"),
            ("Lắp camera trong và ngoài lớp", "Đã lắp camera trong lớp", "trong, ngoài", "trong"),
            ("Sửa nhà vệ sinh nữ", "Đã sửa nhà vệ sinh nam", "nữ", "nam"),
            ("Dạy buổi chiều", "Đã dạy buổi sáng", "chiều", "sáng"),
            ("Sơn tường phía trước", "Đã sơn tường phía sau", "trước", "sau"),
            ("Bồi dưỡng học sinh giỏi", "Đã bồi dưỡng học sinh yếu", "giỏi", "yếu"),
            ("Họp phụ huynh đầu năm", "Đã họp phụ huynh cuối năm", "đầu năm", "cuối năm"),
        ] {
            let short = other_side(planned, done).map(|short| (short.planned, short.done));
            assert_eq!(short, Some((format!("\"{side}\""), format!("\"{told}\""))), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Thành lập đội bóng đá nam, nữ", "Đã thành lập 2 đội"),
            ("Thành lập đội bóng đá nam, nữ", "Đã thành lập đội nam và đội nữ"),
            ("Lắp camera trước cổng", "Đã lắp camera sau Tết"),
            ("Lắp camera trước cổng", "Đã lắp camera"),
            ("Hoàn thành trước khai giảng", "Hoàn thành sau khai giảng 1 tuần"),
            ("Bồi dưỡng học sinh giỏi", "Đã bồi dưỡng 12 em"),
            ("Giảm học sinh yếu", "Tỉ lệ học sinh giỏi tăng"),
            ("Sua nha ve sinh nu", "Da sua nha ve sinh nam 2023"),
            ("Họp phụ huynh đầu năm, cuối năm", "Đã họp phụ huynh đầu năm"),
            ("Trồng cây quanh sân trường", "Đã trồng cây trong sân trường"),
            ("Tổ chức ngày Phụ nữ Việt Nam", "Đã tổ chức ngày Phụ nữ"),
            ("Viết sáng kiến, đo chiều cao", "Đã viết sáng kiến"),
            ("Học 2 buổi sáng, chiều", "Đã học đủ 2 buổi"),
            ("Trang trí trong và ngoài lớp", "Đã trang trí xong trước khai giảng"),
        ] {
            assert_eq!(other_side(planned, done), None, "{planned}: {done}");
        }
    }
}
