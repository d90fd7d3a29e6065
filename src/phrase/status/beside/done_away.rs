//! What was planned and what is reported of it in, whether what was to be done away with is said to be no more out: `Xóa phòng học tạm` →
//! `Trường không còn phòng học tạm`.

use std::sync::LazyLock;

use super::matter::content;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

const DOES_AWAY: &str = "
    xóa, xoá, xóa bỏ, chấm dứt, khắc phục, loại bỏ, giải quyết, sửa, sửa chữa, thay, thay thế, thay mới, giảm, hạn chế, ngăn chặn, ngăn ngừa, phòng chống, xử lý, tháo dỡ, thanh lý, không để, chống
";
const SUBJECTS: &str =
    "nhà trường, trường, toàn trường, các lớp, đến nay, nay, hiện nay, hiện, học sinh, hs, sân trường, phòng học, các phòng, giáo viên";
/// What one is without to one's loss.
const MEANS: &str = "kinh phí, tiền, vốn, nguồn, đất, quỹ đất, mặt bằng, chỗ, người, ai, thời gian, nhân lực, nhân công, hàng, giáo viên dạy, giáo viên phụ trách, điều kiện, khả năng, cách, diện tích, phòng trống, phòng để, chỗ để, vật tư, phù hợp, được";

struct Vocabulary {
    does_away: Phrases,
    subjects: Phrases,
    means: Phrases,
}

static KNOWN: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary { does_away: Phrases::of(DOES_AWAY), subjects: Phrases::of(SUBJECTS), means: Phrases::of(MEANS) });

/// Whether the report is that and no more.
pub(super) fn is_done_away_with(planned: &str, said: &str) -> bool {
    const LONGEST: usize = 8;
    let plan = words(planned);
    let written = clean(said).to_lowercase();
    if !KNOWN.does_away.begin(&plan) || written.trim_end_matches('.').contains([',', ';', '.', '\n', ':']) {
        return false;
    }
    let said = words(&written);
    let mut rest: &[Word] = &said;
    while let Some(count) = KNOWN.subjects.beginning(rest).max() {
        rest = &rest[count..];
    }
    let [not, more, what @ ..] = rest else { return false };
    let things = content(planned);
    not.is_written("không")
        && more.is_written("còn")
        && (1..=LONGEST).contains(&what.len())
        && !KNOWN.means.begin(what)
        && !what.iter().any(Word::begins_number)
        && what.iter().any(|word| things.contains(&word.plain))
}

#[cfg(test)]
mod tests {
    use super::super::beside_plan;
    use super::*;
    use crate::model::Status;

    #[test]
    fn what_is_no_more_was_done_away_with() {
        for (planned, said) in [
            ("Xóa phòng học tạm", "Trường không còn phòng học tạm"),
            ("Sửa mái dột dãy B", "Nay không còn dột"),
            ("Giải quyết tình trạng ghép lớp", "Nhà trường không còn lớp ghép"),
            ("Ngăn chặn học sinh đi xe máy", "Học sinh không còn đi xe máy"),
        ] {
            assert!(is_done_away_with(planned, said), "{planned}: {said}");
            assert_eq!(beside_plan(planned, said, None), Some(Status::Completed), "{planned}: {said}");
        }
        for (planned, said) in [
            ("Xóa phòng học tạm", "Trường không còn quỹ đất"),
            ("Sửa mái dột dãy B", "Nhà trường không còn kinh phí sửa mái"),
            ("Thay bàn ghế cũ", "Không còn phù hợp"),
            ("Mở rộng sân trường", "Trường không còn đất"),
            ("Sửa mái dột dãy B", "Không còn dột, chưa sơn trần"),
            ("Thay máy tính hỏng", "Không còn 5 máy hỏng"),
        ] {
            assert!(!is_done_away_with(planned, said), "{planned}: {said}");
        }
    }
}
