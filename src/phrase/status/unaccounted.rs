//! What is said under work that is done in, the clause of it out that nothing accounts for and that has a sign of something left:
//! `Trồng 60 gốc, mưa xuống trồng nốt`.
//!
//! For asking, never for reading. One clause that affirms carries the whole text, so that what the others say is easily lost. A clause without
//! a deed, a thing counted or a word of how well it went is not accounted for; of those that everyday reports have ("phụ huynh không thắc mắc",
//! "âm thanh rõ") one in six would be asked about, so that it also takes a word of a time to come, of others, of a rest or of what is in the way.

use super::assured::{affirms_in_words, in_clauses};
use super::left_open::is_afterwards;
use super::words::heard;
use crate::phrase::spelled;

/// Of a time to come, of a rest or of what is in the way, in a clause that nothing accounts for.
const SIGNS: &str = "
    sau mới nốt tính khất hẹn hẵng giêng khi đợi chờ định lùi im kia vài mấy riêng chỉ vẫn còn khác chưa đang sẽ quá mưa bão lũ lụt ốm bận kẹt đắt
    ngại xa hư thiếu thôi rút vướng khó nhờ tạm nửa dở chậm trễ vắng gộp thấy nói kêu xin chục mất cắt hoãn cấm rảnh chừng khoảng gần coi dời thì mà
    tới tết nghỉ muốn nghĩ thử nháp tuỳ tùy gãy nợ dột lủng hay mượn
";
/// The same in two words.
const SIGNS_OF_TWO: &str = "làm tiếp, tính tiếp, lúc nào, lúc đó, bao giờ, xếp lịch, lên lịch, kín lịch, qua tháng, sang năm, sang kỳ, sang kì, qua tết, hết tết, lúc khác, tuần tới, bữa nào";
/// Words that look like the signs: "phía sau", "vững chắc", "lớp mới", "trời nắng".
const OTHERS: &str = "
    phía sau, sân sau, cửa sau, cổng sau, dãy sau, mặt sau, khu sau, lần sau, ngay sau, trước sau, sau đó, đổi mới, gv mới, viên mới, sinh mới, cổng mới,
    loa mới, máy mới, sách mới, trình mới, nông thôn mới, thôn mới, mới đây, mới mua, mới nhất, máy tính, giới tính, tính năng, vi tính, tính toán, tính
    từ, trong khi, khi cần, trước khi, quy định, ổn định, quyết định, nhất định, chỉ định, thẩm định, định kỳ, định kì, chỉ đạo, chỉ tiêu, chỉ số, chỉ
    thị, không chỉ, địa chỉ, tín chỉ, chứng chỉ, khó khăn, vượt khó, vùng xa, ở xa, nhà xa, từ xa, vẫn hoạt, vẫn đảm, vẫn duy, không còn, trẻ khác, bạn
    khác, trường khác, khác nhau, quá trình, quá hạn, không thiếu, không vắng, em vắng, riêng biệt, phòng riêng, mạng riêng, lối riêng, khu riêng, đang
    sử, đang dùng, đang hoạt, đang duy, đang học, đang ôn, chưa xảy, chưa để, chưa có, còn hạn, còn tốt, đèn chờ, phòng chờ, nhà chờ, hết dột, cắt xén,
    cắt tỉa, mất an, không mất, quà tết, chúc tết, nghỉ thai, nghỉ hưu, nghỉ lễ, hay nói, nói được, biết nói, nói chuyện, thi thử, cho mượn, mượn sách,
    mượn trả, nhờ vậy, nhờ đó, nhờ sự, nhờ các
";
/// End a clause that puts it off, whatever else stands there: "thi công sau", "trồng nốt".
const ENDS: &[&str] = &["sau", "nốt", "tính", "khất", "hẹn", "đợi", "im"];

/// The first such clause, as it is written.
pub fn unaccounted(done: &str) -> Option<String> {
    let text = in_clauses(done);
    let text = text.replace(", ", "; ").replace(". ", "; ");
    let written: Vec<&str> = text.split([';', '\n', '(', ')', ':', '+', '*']).map(str::trim).collect();
    let puts_off = |clause: &&&str| {
        let spelled = spelled::words(clause);
        let claimed = spelled.is_empty() || affirms_in_words(&spelled);
        let words: Vec<&str> = clause.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        !words.iter().any(|word| matches!(*word, "đã" | "xong" | "đều"))
            && !is_afterwards(&heard(clause))
            && (!claimed && has_sign(&words) || is_put_off(&words) || leaves_others(&words))
    };
    written.iter().find(puts_off).map(|clause| (*clause).to_owned()).or_else(|| below_total(&written))
}

fn has_sign(words: &[&str]) -> bool {
    let pair = |at: usize| words.get(at..at + 2).map(|two| two.join(" ")).unwrap_or_default();
    (0..words.len()).any(|at| {
        let other = is_listed(OTHERS, &pair(at)) || at > 0 && is_listed(OTHERS, &pair(at - 1));
        is_listed(SIGNS_OF_TWO, &pair(at)) || SIGNS.split_whitespace().any(|sign| sign == words[at]) && !other
    }) || words.len() > 1 && words.last() == Some(&"hết")
}

fn is_listed(listed: &str, two: &str) -> bool {
    listed.split(',').any(|words| words.trim() == two)
}

/// "thi công sau", "hai vòi kia thay van mới được", "để cô Hà nghỉ sinh vào rồi lập".
fn is_put_off(words: &[&str]) -> bool {
    match words {
        [.., before, end] if ENDS.contains(end) => !is_listed(OTHERS, &format!("{before} {end}")),
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
            "Mỗi GV mới được dự ít nhất 3 tiết",
        ] {
            assert_eq!(unaccounted(done), None, "{done}");
        }
    }
}
