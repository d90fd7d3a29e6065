//! A text of a result in, whether it says of something that it is still in bad order out: `Hồ sơ còn lộn xộn`, `Sinh hoạt tổ còn mang tính hình thức`.
//!
//! What was done is none of it: `Đã sắp xếp hồ sơ còn lộn xộn`, `Phụ đạo học sinh còn yếu`.

use std::sync::LazyLock;

use super::assured::begins_with_deed;
use crate::phrase::spelled::{Phrases, words};

/// Behind "còn".
const ILLS: &str = "lộn xộn, lỏng lẻo, hình thức, chung chung, sơ sài, bất cập, lúng túng, rời rạc, đơn điệu, manh mún, tùy tiện, qua loa, đối phó, nhếch nhác, tạm bợ, bề bộn, nặng nề, nặng về, mờ nhạt, dàn trải, chiếu lệ, lơ là, bừa bộn, luộm thuộm, thụ động, nghèo nàn, hạn chế, bị động, chồng chéo, cứng nhắc, máy móc";
/// Between "còn" and what is ill.
const MUCH: &str = "rất, khá, hơi, quá, nhiều, mang, mang tính, mang nặng tính, có phần, có, tương đối, chút";

static KNOWN: LazyLock<[Phrases; 2]> = LazyLock::new(|| [ILLS, MUCH].map(Phrases::of));

pub(super) fn is_in_bad_order(text: &str) -> bool {
    const LONGEST: usize = 12;
    let [ills, much] = &*KNOWN;
    text.split([',', ';', '.', '\n', '(']).any(|clause| {
        let words = words(clause);
        let Some(at) = words.iter().position(|word| word.is_written("còn") && word.plain == "con") else { return false };
        let done = words[..at].iter().any(|word| ["đã", "xong", "khắc", "giúp"].iter().any(|deed| word.is_written(deed)));
        // "Sinh hoạt tổ" is a thing as well.
        let deed = begins_with_deed(&words) && words[0].plain != "sinh";
        let denied = at > 0 && ["không", "chẳng", "hết"].iter().any(|none| words[at - 1].is_written(none));
        at > 0 && !denied && words.len() <= LONGEST && !done && !deed && ills.begin(much.behind(&words[at + 1..]))
    })
}

#[cfg(test)]
mod tests {
    use super::is_in_bad_order;

    #[test]
    fn what_is_still_in_bad_order_is_no_work_done() {
        for text in [
            "Hồ sơ còn lộn xộn",
            "Nề nếp còn lỏng lẻo",
            "Sinh hoạt tổ còn mang tính hình thức",
            "Đã họp tổ, nội dung sinh hoạt còn chung chung",
            "Công tác phối hợp còn nhiều bất cập",
            "Giáo viên còn khá lúng túng khi dùng bảng tương tác",
        ] {
            assert!(is_in_bad_order(text), "{text}");
        }
        for text in [
            "Đã sắp xếp hồ sơ còn lộn xộn",
            "Phụ đạo học sinh còn thụ động",
            "Hồ sơ gọn gàng, không còn lộn xộn",
            "Không còn hình thức",
            "Còn hình thức thi viết",
            "Trường còn nhiều hoạt động khác",
        ] {
            assert!(!is_in_bad_order(text), "{text}");
        }
    }
}
