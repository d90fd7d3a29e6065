//! A plan to get a thing and what is reported of it in, whether the thing is in use out: `Ứng dụng phần mềm thư viện` → `Phần mềm đang được sử dụng`.

use std::sync::LazyLock;

use super::matter::names_any;
use crate::phrase::spelled::{Phrases, Word, words};

/// Begin plans after which a thing is there. What is mended or built anew was there, and in use, before.
const GETS: &str = "mua, mua sắm, mua mới, trang bị, lắp, lắp đặt, cài, cài đặt, ứng dụng, sử dụng, đưa, triển khai, kết nối, nối mạng, thiết lập, tạo, lập, thành lập, khai thác, vận hành, thuê, xin, đầu tư";
/// Behind "đang", "đang được".
const USES: &str = "đưa vào sử dụng, sử dụng, dùng, hoạt động, vận hành, khai thác, chạy, sinh hoạt, phát huy hiệu quả, phát huy tác dụng";
/// How well, how often and where.
const HOW: &str = "tốt, ổn định, bình thường, hiệu quả, có hiệu quả, hằng ngày, hàng ngày, thường xuyên, đều, đều đặn, rất, rất tốt, khá, ở, tại, trong, cho, để, toàn trường, các, lớp, phòng, trường, nhà trường, hằng tuần, hàng tuần, hằng tháng, hàng tháng, mỗi tuần, mỗi ngày, liên tục, phục vụ";
/// That it is not what was planned, or not for good.
const NOT_YET: &str = "thử, thử nghiệm, tạm, tạm thời, nhờ, mượn, chung, đỡ, cũ, chưa, một số, vài, thí điểm, hỏng, lỗi, kém, yếu, chậm, thiếu, tiếp tục, bảo trì";

static KNOWN: LazyLock<[Phrases; 4]> = LazyLock::new(|| [GETS, USES, HOW, NOT_YET].map(Phrases::of));

/// "Phần mềm VietBiblio đang được sử dụng", "Đang sử dụng phần mềm VietBiblio".
pub(super) fn is_in_use(planned: &str, said: &str) -> bool {
    const MOST_WORDS: usize = 12;
    let plan = words(planned);
    if said.contains([',', ';', '\n', '(', ':']) || said.trim_end_matches('.').contains('.') || has_number(&plan) {
        return false;
    }
    let [gets, _, how, not_yet] = &*KNOWN;
    let clause = words(said);
    let Some(at) = clause.iter().position(|word| word.is_written("đang") && word.plain == "dang") else { return false };
    let (thing, behind) = (&clause[..at], &clause[at + 1..]);
    // Behind the use stands how it goes, or the thing itself.
    let Some(rest) = behind_use(behind) else { return false };
    // Whatever was built or mended, where it is "đưa vào sử dụng" it is done.
    let is_there = gets.begin(&plan) || behind.iter().any(|word| word.is_written("đưa"));
    if clause.len() > MOST_WORDS || !is_there || has_number(&clause) || not_yet.stand_in(&clause) {
        return false;
    }
    let named = names_any(planned, &plain(thing)) || names_any(planned, &plain(rest));
    named && (rest.is_empty() || how.begin(rest) || thing.is_empty())
}

/// What stands behind "sử dụng", "được sử dụng", "được giáo viên sử dụng".
pub(super) fn behind_use(words: &[Word]) -> Option<&[Word]> {
    const MOST_USERS: usize = 3;
    let uses = &KNOWN[1];
    let is_suffered = words.first().is_some_and(|word| word.is_written("được"));
    let mut from = if is_suffered { 1..=1 + MOST_USERS } else { 0..=0 };
    let at = from.find(|at| words.get(*at..).is_some_and(|words| uses.begin(words)))?;
    // "được sửa để sử dụng": for what is no use.
    let user = &words[at.min(1)..at];
    let length = uses.beginning(&words[at..]).max()?;
    (!user.iter().any(|word| word.is_written("để"))).then(|| &words[at + length..])
}

fn has_number(words: &[Word]) -> bool {
    words.iter().any(Word::begins_number)
}

fn plain(words: &[Word]) -> String {
    words.iter().map(|word| &*word.plain).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::is_in_use;

    #[test]
    fn a_thing_that_was_to_be_got_and_is_in_use_is_there() {
        for (planned, said) in [
            ("Ứng dụng phần mềm quản lý thư viện", "Phần mềm VietBiblio đang được sử dụng"),
            ("Ứng dụng phần mềm quản lý thư viện", "Đang sử dụng phần mềm VietBiblio"),
            ("Mua máy lọc nước", "Máy đang dùng tốt"),
            ("Lắp đặt hệ thống camera", "Hệ thống camera đang vận hành ổn định"),
            ("Kết nối mạng các phòng học", "Mạng đang hoạt động bình thường"),
            ("Lập trang web của trường", "Trang web đang hoạt động"),
            ("Xây nhà vệ sinh", "Nhà vệ sinh đang được đưa vào sử dụng"),
            ("Lắp bảng tương tác", "Bảng tương tác đang được giáo viên sử dụng"),
            ("Thành lập câu lạc bộ Tiếng Anh", "Câu lạc bộ đang sinh hoạt hằng tuần"),
        ] {
            assert!(is_in_use(planned, said), "{planned}: {said}");
        }
        for (planned, said) in [
            ("Ứng dụng phần mềm quản lý thư viện", "Phần mềm đang dùng thử"),
            ("Ứng dụng phần mềm quản lý thư viện", "Phần mềm đang được cài đặt"),
            ("Ứng dụng phần mềm quản lý thư viện", "Đang sử dụng sổ tay"),
            ("Lắp bảng tương tác", "Bảng đang được sửa để sử dụng"),
            ("Mua máy lọc nước", "Máy cũ đang dùng tốt"),
            ("Mua máy lọc nước", "Đang dùng nhờ máy lọc nước của trạm xá"),
            ("Mua 5 máy lọc nước", "Máy đang dùng tốt"),
            ("Sửa nhà vệ sinh", "Nhà vệ sinh đang sử dụng"),
            ("Lắp mái che sân trường", "Mái che đang lắp"),
            ("Mua máy tính", "Máy đang dùng tốt, còn thiếu bàn"),
        ] {
            assert!(!is_in_use(planned, said), "{planned}: {said}");
        }
    }
}
