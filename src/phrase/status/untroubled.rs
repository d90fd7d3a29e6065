//! What a result says of difficulties in, whether it denies them out: `Chưa có vướng mắc gì` says nothing of how far the work has come.

use std::sync::LazyLock;

use crate::phrase::spelled::{Phrases, Word, words};

const TROUBLES: &str = "khó khăn, vướng mắc, vướng, trở ngại, vấn đề, bất cập, khúc mắc, sự cố, tồn tại, phản ánh, kiến nghị, trở lực, rủi ro, lỗi, thắc mắc, khiếu nại";
/// Behind "chưa".
const LEADS: &str = "có, gặp, phát sinh, thấy, nảy sinh, bị, xuất hiện, gì, nhận được, phải, bất kỳ, hề, ý kiến";
/// Behind the trouble.
const BEHIND: &str = "gì, nào, lớn, đáng kể, cả, hết, gì từ phụ huynh, từ phụ huynh, từ cha mẹ học sinh";

struct Vocabulary {
    troubles: Phrases,
    leads: Phrases,
    behind: Phrases,
}

static KNOWN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary { troubles: Phrases::of(TROUBLES), leads: Phrases::of(LEADS), behind: Phrases::of(BEHIND) });

/// Of what stands behind "chưa": "có gì vướng mắc", "gặp khó khăn".
pub(super) fn is_trouble(rest: &str) -> bool {
    is_trouble_in_words(&words(rest))
}

fn is_trouble_in_words(rest: &[Word]) -> bool {
    let led = KNOWN.leads.behind(rest);
    let Some(count) = KNOWN.troubles.beginning(led).max().filter(|_| led.len() < rest.len()) else { return false };
    KNOWN.behind.behind(&led[count..]).is_empty()
}

/// "không có GV nào thiếu": that nothing is missing.
fn lacks_none(clause: &[Word]) -> bool {
    const LONGEST: usize = 8;
    let [first, second, .., last] = clause else { return false };
    clause.len() <= LONGEST
        && first.is_written("không")
        && ["có", "còn"].iter().any(|lead| second.is_written(lead))
        && clause.iter().any(|word| word.is_written("nào"))
        && ["thiếu", "vắng", "trễ", "sót", "muộn"].iter().any(|lack| last.is_written(lack))
}

/// "Chưa có gì vướng mắc, đã thực hiện xong" → "đã thực hiện xong": where something else is told.
pub(super) fn without_denied_trouble(text: &str) -> Option<String> {
    const DENY: &[&str] = &["chưa", "chua", "không", "khong"];
    if !text.contains([',', ';', '\n']) || !DENY.iter().any(|deny| text.to_lowercase().contains(deny)) {
        return None;
    }
    // "phụ huynh chưa có phản ánh gì"
    const FARTHEST: usize = 3;
    let denies = |clause: &str| {
        let said = words(clause);
        if lacks_none(&said) {
            return true;
        }
        let at = said.iter().position(|word| word.is_written("chưa")).filter(|at| *at <= FARTHEST);
        at.is_some_and(|at| is_trouble_in_words(&said[at + 1..]) && !said[..at].iter().any(|word| word.is_written("đã")))
    };
    let clauses: Vec<&str> = text.split_inclusive([',', ';', '\n']).collect();
    let kept: Vec<&str> = clauses.iter().copied().filter(|clause| !denies(clause.trim_end_matches([',', ';', '\n']))).collect();
    let told = kept.concat();
    let told = told.trim().trim_end_matches([',', ';']);
    (kept.len() < clauses.len() && told.chars().any(char::is_alphabetic)).then(|| told.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::{Doubt, doubt, parse};
    use crate::model::Status;

    #[test]
    fn that_there_were_no_difficulties_is_no_state_of_the_work() {
        for text in [
            "Chưa có gì vướng mắc, đã thực hiện xong",
            "Chưa có khó khăn gì, đã triển khai đầy đủ",
            "Chưa gặp khó khăn, đã hoàn thành",
            "Chưa có vướng mắc, thực hiện tốt",
            "Chưa phát sinh vướng mắc, đã xong",
            "Đã lắp 6 camera, chưa gặp sự cố gì",
            "BGH đã duyệt giáo án hằng tuần, không có GV nào thiếu",
            "Đã công khai, chưa nhận được phản ánh nào",
            "Thu đúng quy định, phụ huynh chưa có phản ánh gì",
        ] {
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
            assert_ne!(doubt(text), Some(Doubt::Left), "{text}");
        }
        for (text, status) in [
            ("Chưa có gì", Status::NotStarted),
            ("Chưa có kinh phí, chưa mua", Status::NotStarted),
            ("Chưa có vướng mắc, chưa thực hiện", Status::NotStarted),
            ("Chưa khắc phục được khó khăn, đã xin", Status::NotStarted),
        ] {
            assert_eq!(parse(text, "", "").status, status, "{text}");
        }
    }
}
