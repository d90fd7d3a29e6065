//! A contest that was planned in, where its report tells of the rounds before the last alone told: `Tổ chức thi kể chuyện` → `Đã thi cấp lớp`.
//!
//! For asking, never for reading.

use std::sync::LazyLock;

use super::scope::{between_spaces, says_of_all};
use super::shortfall::Short;
use crate::phrase::spelled::{Phrases, words};

const CONTESTS: &str = "thi, hội thi, cuộc thi, hội giảng, hội diễn, hội khỏe, hội khoẻ, giao lưu, giải, hội thao, liên hoan";
const EARLIER: &[&str] = &["cấp lớp", "cấp tổ", "cấp khối", "vòng loại", "vòng sơ khảo", "sơ khảo", "vòng 1", "vòng một", "bán kết"];
const LAST: &str = "cấp trường, toàn trường, chung kết, chung khảo, vòng 2, vòng hai, vòng cuối, cấp huyện, cấp tỉnh, cấp xã, cấp thành phố, các vòng, \
    trao giải, phát thưởng, tổng kết, giải nhất, đạt giải, và cấp trường";

struct Vocabulary {
    contests: Phrases,
    earlier: Vec<(&'static str, Phrases)>,
    last: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    contests: Phrases::of(CONTESTS),
    earlier: EARLIER.iter().map(|round| (*round, Phrases::of(round))).collect(),
    last: Phrases::of(LAST),
});

pub(super) fn earlier_round(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 120;
    let (plan, said) = (words(planned), words(done));
    if done.len() > LONGEST || !KNOWN.contests.stand_in(&plan) || says_of_all(&between_spaces(done)) {
        return None;
    }
    let (round, _) = KNOWN.earlier.iter().find(|(_, phrase)| phrase.stand_in(&said))?;
    let planned_so = KNOWN.earlier.iter().any(|(_, phrase)| phrase.stand_in(&plan));
    (!planned_so && !KNOWN.last.stand_in(&said)).then(|| Short { planned: format!("\"{planned}\""), done: (*round).to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contest_told_in_its_first_rounds_alone_is_asked_about() {
        for (planned, done, round) in [
            ("Tổ chức thi kể chuyện", "Đã thi cấp lớp", "cấp lớp"),
            ("Tổ chức hội thi giáo viên dạy giỏi", "Đã tổ chức xong vòng 1", "vòng 1"),
            ("Hội khỏe Phù Đổng", "Đã đấu vòng loại", "vòng loại"),
        ] {
            assert_eq!(earlier_round(planned, done).map(|short| short.done).as_deref(), Some(round), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Tổ chức thi kể chuyện", "Đã thi cấp lớp, cấp trường"),
            ("Tổ chức thi kể chuyện cấp lớp", "Đã thi cấp lớp"),
            ("Tổ chức thi kể chuyện", "Đã tổ chức"),
            ("Họp phụ huynh", "Đã họp cấp lớp"),
            ("Tổ chức hội thi", "Đã xong các vòng 1, 2"),
            ("Tổ chức hội thi", "Vòng loại tháng 10, chung kết 20/11"),
        ] {
            assert_eq!(earlier_round(planned, done), None, "{planned}: {done}");
        }
    }
}
