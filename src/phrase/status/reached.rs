//! A clause of a result in, whether it tells up to which part a work has come out: `Thầy Tâm soạn đến chương 2`, `Xây đến tầng 2`.

use std::sync::LazyLock;

use super::assured::begins_with_deed;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Parts of what is written, built or taught one after the other. Weeks and classes are none: lessons are planned up to a week, and news goes to a class.
const PARTS: &str =
    "chương, bài, trang, mục, tầng, quyển, tập, chuyên đề, mô đun, module, chữ, vần, chủ đề, tiêu chí, câu, phần, hộp, bước";

struct Vocabulary {
    parts: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary { parts: Phrases::of(PARTS) });

/// Whether the last clause ends with such a part, behind a deed; "từ bài 1 đến bài 12" is how much was done.
pub(super) fn comes_up_to_part(text: &str) -> bool {
    const FARTHEST: usize = 6;
    let written = clean(text).to_lowercase();
    let Some(last) = written.trim_end_matches(['.', ' ']).split([',', ';', '\n', '(']).next_back() else { return false };
    let said = words(last);
    let up_to = |word: &Word| word.is_written("đến") || word.is_written("tới");
    let Some(at) = said.iter().rposition(up_to).filter(|at| *at > 0) else { return false };
    let whole = |word: &Word| ["từ", "hết", "các", "đủ", "toàn"].iter().any(|all| word.is_written(all));
    // "đến hết chương 2" comes as far.
    let behind = &said[at + 1 + usize::from(said.get(at + 1).is_some_and(|word| word.is_written("hết")))..];
    let numbered = KNOWN.parts.beginning(behind).any(|count| {
        let number = &behind[count..];
        (1..=2).contains(&number.len()) && number.iter().all(Word::begins_number)
    });
    let deed = (0..at.min(FARTHEST)).any(|from| begins_with_deed(&said[from..at]));
    numbered && deed && !said[..at].iter().any(whole)
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::model::Status;

    #[test]
    fn up_to_which_part_it_has_come_is_no_end() {
        for text in [
            "Thầy Tâm soạn đến chương 2",
            "Đã soạn đến bài 12",
            "Xây đến tầng 2",
            "Tổ Toán biên soạn tới chuyên đề 3",
            "Bồi dưỡng đến hết mô đun 4",
            "Đã thu thập minh chứng đến tiêu chí 3.2",
        ] {
            assert_eq!(parse(text, "", "").status, Status::InProgress, "{text}");
        }
        for text in [
            "Đã soạn từ bài 1 đến bài 12",
            "Phổ biến đến lớp 5",
            "Đã triển khai đến tổ 3",
            "Soạn giáo án đến tuần 20",
            "Đã dạy các bài đến bài 12, ôn tập xong",
            "Đã giao tài liệu đến tay 30 học sinh",
            "Lắp đèn từ tầng 1 đến tầng 3",
        ] {
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
        }
    }
}
