//! Parts of a plan that are named alike beside each other in, the one that its report leaves unsaid out: `đầu năm, cuối năm` → `đầu năm`;
//! `Rà soát, bổ sung quy chế` → `Đã rà soát`.
//!
//! For asking, never for reading. What the parts are is in no list: they share a word at one place and differ at another, or are bare deeds with
//! one thing.

use std::sync::LazyLock;

use super::matter::content;
use super::scope::{between_spaces, says_of_all};
use super::shortfall::Short;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::status::assured::deed_length;
use crate::text::cleaned;

/// Deeds that mean the same beside each other, or of which one is done with the other.
const AS_ONE: &[&str] = &[
    "sửa chữa, sửa, nâng cấp, cải tạo, tu sửa, tu bổ, khắc phục, chỉnh trang, làm mới, duy tu, bảo dưỡng, bảo trì, xây dựng, xây, thay thế, thay, tôn tạo, mở rộng",
    "mua, mua sắm, bổ sung, trang bị, đầu tư, sắm, cấp, cấp phát, lắp đặt, lắp, thay thế, làm, sử dụng, tăng cường, tiếp nhận",
    "xây dựng, hoàn thiện, ban hành, lập, soạn thảo, triển khai, thực hiện, công bố, phổ biến, tổ chức",
    "tuyên truyền, vận động, phổ biến, giáo dục, quán triệt, hướng dẫn, nhắc nhở, phát động",
    "kiểm tra, giám sát, đánh giá, thanh tra, rà soát, thống kê, khảo sát, theo dõi, đôn đốc, phân loại, xếp loại, tư vấn, thẩm định",
    "bồi dưỡng, tập huấn, đào tạo, hướng dẫn, nâng cao, rèn luyện, học tập, tự học, phụ đạo, giúp đỡ, ôn luyện, tuyển chọn, phát triển, phát hiện, kèm cặp",
    "quản lý, sử dụng, khai thác, bảo quản, giữ gìn, bảo vệ, sắp xếp, lưu trữ, lưu, xây dựng",
    "chăm sóc, nuôi dưỡng, giáo dục, bảo vệ, quản lý, trồng, nuôi",
    "tổ chức, triển khai, thực hiện, phát động, hưởng ứng, tham gia, chỉ đạo, tham mưu, phối hợp, chuẩn bị, sơ kết, tổng kết",
    "thu thập, xử lý, phân tích, tổng hợp, lưu trữ, sắp xếp, hoàn thiện, bổ sung, cập nhật, lập",
    "vệ sinh, quét dọn, lau chùi, dọn dẹp, trang trí, dọn",
    "duy trì, phát huy, củng cố, kiện toàn, phát triển, xây dựng, thành lập, nâng cao, giữ vững",
    "động viên, khen thưởng, biểu dương, khuyến khích, quan tâm, thăm hỏi, hỗ trợ, tặng quà, giúp đỡ",
    "họp, bàn, trao đổi, thảo luận, rút kinh nghiệm, góp ý, thống nhất",
    "đổi mới, cải tiến, nâng cao, áp dụng, ứng dụng, vận dụng, sáng tạo",
];
/// Behind which a word is no part of its own: "… và nâng cao chất lượng".
const NO_PARTS: &str = "nâng cao, nâng, đảm bảo, bảo đảm, tăng cường, phát huy, duy trì, tiếp tục, thực hiện, triển khai, sử dụng, các, những, toàn bộ, khác, phục vụ, đáp ứng, tạo, thường xuyên";
/// What goes with a work, or comes before it.
const GOES_WITH: &str = "đặc biệt, nhất là, trong đó, gồm, như, với, theo, để, góp phần, giúp, phối hợp, vận động, huy động, rà soát, chuẩn bị, động viên, khuyến khích, hướng dẫn, theo dõi, chỉ đạo, tuyên truyền, phấn đấu, giữ, phát triển";

struct Vocabulary {
    as_one: Vec<Phrases>,
    no_parts: Phrases,
    goes_with: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    as_one: AS_ONE.iter().map(|line| Phrases::of(line)).collect(),
    no_parts: Phrases::of(NO_PARTS),
    goes_with: Phrases::of(GOES_WITH),
});

/// The part that the report does not name, where it names the one beside it.
pub(super) fn part_beside(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 160;
    const MOST_WORDS: usize = 12;
    let said = words(done);
    if planned.len() > LONGEST || said.is_empty() || said.len() > MOST_WORDS {
        return None;
    }
    let planned = cleaned(planned);
    if says_of_all(&between_spaces(done)) {
        return other_numbered(&planned, done, &said);
    }
    let text = planned.to_lowercase();
    let parts: Vec<&str> = text
        .split([',', ';', '\n'])
        .flat_map(|part| part.split(" và "))
        .map(|part| part.trim().trim_end_matches('.').trim())
        .filter(|part| !part.is_empty())
        .collect();
    let pairs = || parts.windows(2).map(|two| (two[0], two[1]));
    pairs()
        .find_map(|(one, other)| named_alike(one, other, &said))
        .or_else(|| first_of_deeds(&parts, done, &said))
        .or_else(|| one_whole(&parts, &said))
        .or_else(|| other_numbered(&planned, done, &said))
}

/// "Công khai đầu năm" and "cuối năm", "phía trước" and "phía sau": the end of the one is named as the other is, but for a word.
fn named_alike(one: &str, other: &str, said: &[Word]) -> Option<Short> {
    const LONGEST_NAME: usize = 4;
    let (first, second) = (words(one), words(other));
    (2..=LONGEST_NAME.min(first.len()).min(second.len())).find_map(|length| {
        let (mine, yours) = (&first[first.len() - length..], &second[..length]);
        let differ: Vec<usize> = (0..length).filter(|at| !mine[*at].is(&yours[*at])).collect();
        let [at] = differ[..] else { return None };
        let told = (stands_in(mine, said), stands_in(yours, said));
        let names = |word: &Word| said.iter().any(|said| said.is(word));
        let shown = |text: &str, end: bool| {
            let written: Vec<&str> = text.split(' ').collect();
            let from = if end { written.len().saturating_sub(length) } else { 0 };
            written[from..(from + length).min(written.len())].join(" ")
        };
        let (mine_shown, yours_shown) = (shown(one, true), shown(other, false));
        match told {
            (true, false) if !names(&yours[at]) => Some(Short { planned: yours_shown, done: mine_shown }),
            (false, true) if !names(&mine[at]) => Some(Short { planned: mine_shown, done: yours_shown }),
            _ => None,
        }
    })
}

/// "Rà soát" of "Rà soát, bổ sung quy chế": a bare deed and another before their thing.
fn first_of_deeds(parts: &[&str], done: &str, said: &[Word]) -> Option<Short> {
    const LONGEST_DEED: usize = 2;
    let [first, second, ..] = parts else { return None };
    let (one, other) = (words(first), words(second));
    let joined = done.contains([',', ';', '\n']) || said.iter().any(|word| word.is_written("và"));
    let as_one = KNOWN.as_one.iter().any(|line| line.beginning(&one).any(|length| length == one.len()) && line.begin(&other));
    let names = |word: &Word| said.iter().any(|said| said.is(word));
    let length = deed_length(&other).unwrap_or(1);
    let untold = other.len() > length && !other[..length].iter().any(names);
    let bare = one.len() <= LONGEST_DEED && !one.iter().any(Word::begins_number) && !other[0].begins_number();
    (bare && untold && !joined && !as_one && !KNOWN.no_parts.begin(&other) && !KNOWN.no_parts.begin(&one) && stands_in(&one, said)).then(
        || {
            let deed: Vec<&str> = second.split(' ').take(LONGEST_DEED).collect();
            Short { planned: format!("\"{}\"", deed.join(" ")), done: format!("\"{first}\"") }
        },
    )
}

/// "Đánh bóng lối đi" of "Đánh bóng lối đi và thay mái giếng": all of one part, and of the other no word.
fn one_whole(parts: &[&str], said: &[Word]) -> Option<Short> {
    const FEWEST: usize = 3;
    let bare = |words: &[Word]| -> Vec<String> {
        words.iter().filter(|word| !word.begins_number() && word.plain != "xong").map(|word| word.plain.clone()).collect()
    };
    let [first, second] = parts else { return None };
    let told = bare(said);
    let whole = |part: &str| {
        let part = bare(&words(part));
        part.len() >= FEWEST && told.windows(part.len()).any(|some| some == part)
    };
    let untold = |part: &str| {
        let (words, names) = (words(part), content(part));
        words.len() >= FEWEST
            && names.len() >= 2
            && !KNOWN.no_parts.begin(&words)
            && !KNOWN.goes_with.begin(&words)
            && !names.iter().any(|name| told.contains(name))
    };
    let short = |told: &str, left: &str| Short { planned: format!("\"{left}\""), done: format!("\"{told}\"") };
    match (whole(first) && untold(second), whole(second) && untold(first)) {
        (true, _) => Some(short(first, second)),
        (_, true) => Some(short(second, first)),
        _ => None,
    }
}

/// "Đã mua lần hai" of "Mua bục lần một": what the plan ends with has another number.
fn other_numbered(planned: &str, done: &str, said: &[Word]) -> Option<Short> {
    const NUMBERS: &[&str] = &["mot", "hai", "ba", "bon", "i", "ii", "iii", "iv"];
    const TIMES: &[&str] =
        &["thang", "ngay", "nam", "tuan", "khoang", "duoc", "du", "den", "tu", "gom", "cho", "la", "muc", "do", "ky", "dien", "quy"];
    let plan = words(planned);
    let is_number = |word: &Word| NUMBERS.contains(&&*word.plain) || word.plain.parse::<u8>().is_ok();
    let [.., head, number] = &plan[..] else { return None };
    if !is_number(number) || TIMES.contains(&&*head.plain) || head.begins_number() || done.contains(['/', '%']) {
        return None;
    }
    let named = |number: &Word| said.windows(2).any(|two| two[0].is(head) && two[1].is(number));
    let at = said.windows(2).position(|two| two[0].is(head) && is_number(&two[1]) && !two[1].is(number))?;
    let counted = plan.len() > 2 && plan[plan.len() - 3].begins_number();
    let shown = |text: &str, at: usize| {
        let written: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        written.get(at..at + 2).map(|two| two.join(" ")).unwrap_or_default()
    };
    (!named(number) && !counted).then(|| Short { planned: shown(planned, plan.len() - 2), done: shown(&cleaned(done), at) })
}

fn stands_in(part: &[Word], said: &[Word]) -> bool {
    said.windows(part.len()).any(|some| some.iter().zip(part).all(|(said, part)| said.is(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_beside_the_one_that_is_told_is_asked_about() {
        for (planned, done, left) in [
            ("Công khai đầu năm, cuối năm", "Đã công khai đầu năm", "cuối năm"),
            ("Nâng cấp mái hiên phía trước và phía sau", "Xong phía trước", "phía sau"),
            ("Nâng cấp mái hiên phía trước và phía sau", "Mái hiên phía sau đã nâng cấp", "phía trước"),
            ("Rà soát, bổ sung quy chế", "Đã rà soát", "\"bổ sung\""),
            ("Rà soát, bổ sung quy chế", "Đã rà soát quy chế", "\"bổ sung\""),
            ("Vệ sinh, khử khuẩn lớp học", "Nhà trường đã vệ sinh lớp học", "\"khử khuẩn\""),
            ("Đo đạc, cắm mốc khu đất", "Da do dac xong", "\"cắm mốc\""),
            ("Công khai gói thầu số 1, gói thầu số 2", "Xong gói thầu số 1", "gói thầu số 2"),
            ("Đánh bóng lối đi và thay mái giếng khoan", "Đã đánh bóng xong lối đi", "\"thay mái giếng khoan\""),
            ("Mua bục phát biểu lần một", "Đã mua lần hai", "lần một"),
            ("Gieo và ghép cây giống", "Đã gieo cây giống", "\"ghép cây\""),
        ] {
            assert_eq!(part_beside(planned, done).map(|short| short.planned).as_deref(), Some(left), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Công khai đầu năm, cuối năm", "Đã công khai đầu năm và cuối năm"),
            ("Công khai đầu năm, cuối năm", "Đã công khai đầy đủ"),
            ("Công khai đầu năm, cuối năm", "Đã công khai"),
            ("Đánh bóng lối đi và thay mái giếng khoan", "Đã đánh bóng lối đi, mái giếng thay rồi"),
            ("Tổ chức dạy bơi, góp phần phòng đuối nước", "Đã tổ chức dạy bơi"),
            ("Mua bục phát biểu lần một", "Đã mua lần 1 và lần hai, lần một 3 cái"),
            ("Họp phụ huynh tháng 9", "Đã họp tháng 10"),
            ("Rà soát, bổ sung quy chế", "Đã rà soát và điều chỉnh quy chế"),
            ("Rà soát, bổ sung quy chế", "Đã bổ sung quy chế"),
            ("Sửa chữa, nâng cấp nhà vệ sinh", "Đã sửa chữa nhà vệ sinh"),
            ("Quản lý, sử dụng tài sản", "Đã quản lý tốt"),
            ("Kiểm tra và nâng cao chất lượng bữa ăn", "Đã kiểm tra 12 lần"),
            ("Đo đạc, cắm mốc khu đất", "Đã hoàn thành"),
        ] {
            assert_eq!(part_beside(planned, done), None, "{planned}: {done}");
        }
    }
}
