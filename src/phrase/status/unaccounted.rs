//! What is said under work that is done in, the clause of it out that nothing accounts for and that has a sign of something left:
//! `Trồng 60 gốc, mưa xuống trồng nốt`.
//!
//! For asking, never for reading. One clause that affirms carries the whole text, so that what the others say is easily lost. A clause without
//! a deed, a thing counted or a word of how well it went is not accounted for; of those that everyday reports have ("phụ huynh không thắc mắc",
//! "âm thanh rõ") one in six would be asked about, so that it also takes a word of a time to come, of others, of a rest or of what is in the way.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::assured::{affirms_in_words, tells_a_deed};
use super::left_open::is_afterwards;
use super::words::heard;
use crate::phrase::nothing::denies_lack;
use crate::phrase::spelled;
use crate::text::clean;

/// Of a time to come, of a rest or of what is in the way, in any clause that does not say "đã" or "xong".
const SIGNS: &str =
    "nốt khất hẹn hẵng giêng đợi chờ lùi im kia vài mấy chỉ kẹt đắt ngại thôi tạm nửa dở gộp kêu chục hoãn rảnh chừng dời thì mà nháp nợ";
/// The same, where nothing accounts for the clause: "thăm 6 đoàn viên ốm" affirms, "kế toán ốm" does not.
const WEAKER: &str = "
    sau còn chưa đang sẽ thiếu ốm mượn định thấy rút khó quá nhờ mất cắt coi vắng dột nghĩ nói tết mưa bão lũ lụt nghỉ tới khác riêng chậm thử
    xin vẫn hư gãy lủng trễ tính muốn bận tuỳ tùy vướng
";
/// The same in two words.
const SIGNS_OF_TWO: &str = "làm tiếp, tính tiếp, lúc nào, lúc đó, bao giờ, xếp lịch, lên lịch, kín lịch, mai lắp, mai làm, mai giao, mai sửa, mai có, mốt làm, mốt có, mốt lắp, qua tháng, sang năm, sang kỳ, sang kì, qua tết, hết tết, lúc khác, tuần tới, bữa nào, không nổi, không tới, không chịu, không nhận";
/// Words that look like the signs: "phía sau", "quyết định", "tạm ứng".
const OTHERS: &str = "
    phía sau, sân sau, cửa sau, cổng sau, dãy sau, mặt sau, khu sau, lần sau, ngay sau, trước sau, sau đó, máy tính, tính năng, vi tính, giới tính,
    tính toán, tính từ, quy định, ổn định, quyết định, nhất định, chỉ định, thẩm định, định kỳ, định kì, chỉ đạo,
    chỉ tiêu, chỉ số, chỉ thị, không chỉ, địa chỉ, tín chỉ, chứng chỉ, khó khăn, vượt khó, vẫn hoạt, vẫn đảm,
    vẫn duy, không còn, trẻ khác, bạn khác, trường khác, khác nhau, quá trình, quá hạn, không thiếu, không vắng, em vắng, riêng biệt, phòng riêng,
    mạng riêng, lối riêng, khu riêng, đang dùng, đang hoạt, đang duy, đang học, đang ôn, chưa xảy, chưa để, chưa có, còn hạn, còn tốt, đèn chờ,
    phòng chờ, nhà chờ, hết dột, cắt xén, cắt tỉa, mất an, quà tết, chúc tết, nghỉ thai, nghỉ hưu, nghỉ lễ, nói được, biết nói, nói chuyện,
    thi thử, cho mượn, mượn sách, mượn trả, nhờ vậy, nhờ đó, nhờ sự, nhờ các, mà còn, kêu gọi, chỉ ra, chỉ dẫn, chỉ rõ, chỉ huy, chỉ cần,
    chỉ trong, chỉ sau, chỉ giới, thôi học, thôi việc, thôi nôi, không nợ, công nợ, di dời, tạm trú, tạm ứng, tạm vắng, chống bão, mưa không,
    chống mưa, mưa bão, lũ lụt, lụt bão, giờ nghỉ, nghỉ hè, nghỉ tết, nghỉ trưa, tính đến, không ngại, trước kia, hôm kia, thấy được, cũng thấy,
    thiếu nhi, thiếu niên, sau khi, sau mỗi, sau giờ, sau tập, nước rút, khi mưa, coi trọng, coi như, rút kinh, tiếng nói, tết trung, đón tết, vui tết, tết nguyên
";
/// End a clause that puts it off, whatever else stands there: "thi công sau", "trồng nốt".
const ENDS: &[&str] = &["sau", "nốt", "tính", "khất", "hẹn", "đợi", "im"];

/// The first such clause, as it is written.
pub fn unaccounted(done: &str) -> Option<String> {
    let text = [" - ", " – ", ", ", ". "].iter().fold(clean(done).to_lowercase(), |text, part| text.replace(part, "; "));
    let written: Vec<&str> = text.split([';', '\n', '(', ')', ':', '+', '*']).map(behind_concession).collect();
    let conceded = |at: usize| written.get(at + 1).is_some_and(|next| next.starts_with("nhưng ") || next.starts_with("song "));
    let mut open = (0..written.len()).filter(|at| !conceded(*at) && is_unaccounted(written[*at]));
    open.next().map(|at| written[at].to_owned()).or_else(|| below_total(&written))
}

/// "Trời mưa nhưng hội thi vẫn thành công": what was overcome is left out.
fn behind_concession(clause: &str) -> &str {
    let clause = clause.split_once(" nhưng ").map_or(clause, |(_, behind)| behind).trim();
    let concedes = ["tuy ", "dù ", "mặc dù "].iter().any(|lead| clause.starts_with(lead));
    if concedes { "" } else { clause }
}

fn is_unaccounted(clause: &str) -> bool {
    let spelled = spelled::words(clause);
    let claimed = spelled.is_empty() || affirms_in_words(&spelled);
    let words: Vec<&str> = clause.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    !words.iter().any(|word| matches!(*word, "đã" | "xong" | "đều"))
        && words.last() != Some(&"rồi")
        && !tells_how_late(&words)
        && !denies_lack(clause)
        && !is_afterwards(&heard(clause))
        && (has_sign(clause, &words, claimed) || is_put_off(&words) || leaves_others(&words))
}

/// "trễ 3 tuần", "muộn 5 ngày so với kế hoạch": when it was done.
fn tells_how_late(words: &[&str]) -> bool {
    const LONGEST: usize = 7;
    matches!(words, ["trễ" | "muộn" | "chậm", count, "ngày" | "tuần" | "tháng", ..] if count.parse::<u8>().is_ok())
        && words.len() <= LONGEST
}

fn has_sign(clause: &str, words: &[&str], claimed: bool) -> bool {
    let pair = |at: usize| words.get(at..at + 2).map(|two| two.join(" ")).unwrap_or_default();
    (0..words.len()).any(|at| {
        // "các đoàn thể khác", "cổng mới" tell what things are; "tầng trên mới đổ sàn" how far it came.
        let other = KNOWN.others.contains(&*pair(at))
            || at > 0 && KNOWN.others.contains(&*pair(at - 1))
            || words[at] == "khác" && at + 1 == words.len()
            // "chừng 40 lượt"; "SDD nhẹ cân còn 3,2%" came down to it, and "còn 3 phòng" leaves them.
            || matches!(words[at], "chừng" | "còn") && words.get(at + 1).is_some_and(|next| next.starts_with(|sign: char| sign.is_ascii_digit()))
                && (words[at] == "chừng" || at > 0 && clause.contains('%'));
        let only_now = || words[at] == "mới" && at + 1 < words.len() && tells_a_deed(&words[at + 1..].join(" "));
        KNOWN.of_two.contains(&*pair(at))
            || !other && (KNOWN.signs.contains(words[at]) || !claimed && (KNOWN.weaker.contains(words[at]) || only_now()))
    }) || !claimed && words.len() > 1 && words.last() == Some(&"hết")
}

struct Vocabulary {
    signs: HashSet<&'static str>,
    weaker: HashSet<&'static str>,
    of_two: HashSet<&'static str>,
    others: HashSet<&'static str>,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    signs: SIGNS.split_whitespace().collect(),
    weaker: WEAKER.split_whitespace().collect(),
    of_two: SIGNS_OF_TWO.split(',').map(str::trim).collect(),
    others: OTHERS.split(',').map(str::trim).collect(),
});

/// "thi công sau", "hai vòi kia thay van mới được", "để cô Hà nghỉ sinh vào rồi lập".
fn is_put_off(words: &[&str]) -> bool {
    match words {
        [.., before, end] if ENDS.contains(end) => !KNOWN.others.contains(&*format!("{before} {end}")),
        [_, .., "mới", "được"] => true,
        ["để" | "đợi" | "hết" | "khi", .., "rồi", _] => true,
        _ => false,
    }
}

/// "số kia bảo hiểm huyện đối chiếu", "vẫn 41 em"; "trước kia" is another matter.
fn leaves_others(words: &[&str]) -> bool {
    words.windows(2).any(|two| match two {
        [before, "kia"] => !matches!(*before, "trước" | "hôm" | "xưa"),
        ["vẫn", count] => count.starts_with(|sign: char| sign.is_ascii_digit()),
        _ => false,
    })
}

/// "dán được tủ 1 tới tủ 5, tổng 12 tủ": a total above what was come to.
fn below_total(clauses: &[&str]) -> Option<String> {
    let number = |word: &str| word.parse::<u32>().ok();
    let at = clauses.iter().skip(1).position(|clause| clause.starts_with("tổng "))? + 1;
    let total = clauses[at].split(' ').find_map(number)?;
    let before: Vec<&str> = clauses[at - 1].split(' ').collect();
    let last = before.iter().rev().find_map(|word| number(word))?;
    (last < total && before.iter().any(|word| matches!(*word, "được" | "tới" | "đến"))).then(|| clauses[at].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_that_nothing_accounts_for_is_told_where_it_has_a_sign_of_something_left() {
        for (done, words) in [
            ("Trồng 60 gốc, mưa xuống trồng nốt", "mưa xuống trồng nốt"),
            ("Thẩm duyệt xong, thi công sau", "thi công sau"),
            ("Vòng lớp xong, vòng trường xếp sau kỳ thi", "vòng trường xếp sau kỳ thi"),
            ("Vôi mua rồi, bác bảo vệ rảnh lúc nào quét lúc đó", "bác bảo vệ rảnh lúc nào quét lúc đó"),
            ("Bể đổ xong, máy lọc nước và mái che tính tiếp", "máy lọc nước và mái che tính tiếp"),
            ("Đóng 5 cái, gỗ hết", "gỗ hết"),
            ("Thu 15 triệu, vài nhà khất", "vài nhà khất"),
            ("Sửa 4, hai vòi kia thay van mới được", "hai vòi kia thay van mới được"),
            ("Sĩ số bình quân vẫn 41 em/lớp", "sĩ số bình quân vẫn 41 em/lớp"),
            ("QR dán được tủ 1 tới tủ 5, tổng 12 tủ", "tổng 12 tủ"),
            ("Để cô Hà nghỉ sinh vào rồi lập", "để cô hà nghỉ sinh vào rồi lập"),
            ("Lớp mầm 1 có, mầm 2 xài nhờ lớp chồi", "mầm 2 xài nhờ lớp chồi"),
            ("Chỉ khối 9 học", "chỉ khối 9 học"),
            ("Kế toán có chữ ký số thì mới có BGH", "kế toán có chữ ký số thì mới có bgh"),
            ("Đất múc xong, rọ đá xe lên không nổi", "rọ đá xe lên không nổi"),
            ("Tầng trệt tô trát xong, tầng trên mới đổ sàn", "tầng trên mới đổ sàn"),
            ("Bàn có, ghế mượn nhà văn hoá", "ghế mượn nhà văn hoá"),
        ] {
            assert_eq!(unaccounted(done).as_deref(), Some(words), "{done}");
        }
        for done in [
            "x",
            "Đã hoàn thành",
            "Thu đúng, đủ theo hướng dẫn, phụ huynh không thắc mắc",
            "Loa mới 2 cái, âm thanh rõ",
            "Giảm từ 9,2% xuống còn 7,1%",
            "Mỗi lớp 4 quạt, tổng cộng 48 quạt",
            "Xã bàn giao thêm 500m2 đất phía sau",
            "Dạy 2 tiết/tuần, trẻ mạnh dạn giao tiếp",
            "Duy trì vững chắc, đạt PCGD mức độ 3",
            "25/27 GV hoàn thành, 2 GV nghỉ thai sản",
            "Thợ thay 60 viên ngói vỡ, hết dột",
            "Trẻ mạnh dạn, nói được câu đơn giản bằng tiếng Việt",
            "Công đoàn thăm hỏi 6 đoàn viên ốm đau, tặng quà Tết",
            "BGH chỉ đạo các tổ, không chỉ dạy chữ mà còn dạy người",
            "Kêu gọi được 30 triệu, tính đến nay tặng 45 suất",
            "Triển khai tới toàn thể GV, khoảng 200 phụ huynh tham dự",
            "Mỗi lớp có tủ riêng, nhà vệ sinh sạch sẽ",
            "Xin được 20 máy tính, máy vẫn chạy tốt",
            "Phát động phòng chống mưa bão, lũ lụt",
            "Nhập 320 cuốn, trong đó 120 sách giáo khoa mới, 200 truyện thiếu nhi",
            "Thay 6 tấm đan, nạo vét bùn, nước rút nhanh khi mưa lớn",
            "HS biết xử lý khi gặp hoả hoạn, nền nếp sau giờ học",
            "Cổng mới rộng 5m, mở đóng bằng điện",
            "Ký quy chế giữa nhà trường, công an phường và các đoàn thể khác",
            "Biển dời ra rồi, đứng xa cũng thấy",
            "Mỗi GV mới được dự ít nhất 3 tiết",
            "Hoàn thành, trễ 3 tuần",
            "Đã bàn giao, muộn 5 ngày so với kế hoạch",
        ] {
            assert_eq!(unaccounted(done), None, "{done}");
        }
    }
}
