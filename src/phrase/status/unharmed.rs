//! A text of a result in, whether its last word is that an evil has not befallen or a burden is taken off out: `Do làm tốt công tác phòng dịch nên
//! chưa có ca mắc nào`, `Trường không còn phải thuê phòng nữa`. Such a work came to what it was for.

use std::sync::LazyLock;

use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

const EVILS: &str = "
    ca mắc, ca nhiễm, ca bệnh, ca nào, ca dương tính, ổ dịch, dịch bệnh, dịch, tai nạn, vụ việc, vụ, sự việc, sự cố, cháy, cháy nổ, ngộ độc, đuối nước, bạo lực,
    vi phạm, mất an ninh, mất trật tự, mất cắp, mất trộm, mất an toàn, thương tích, tử vong, xâm hại, ma túy, tệ nạn, đánh nhau, bị tai nạn, bị thương, bị đuối nước, bị ngộ độc, bị xâm hại,
    bỏ học, tảo hôn, đơn thư, khiếu nại, khiếu kiện, mất đoàn kết
";
/// Between "chưa" and the evil.
const BEFALLS: &str = "có, xảy ra, để, để xảy ra, ghi nhận, phát hiện, phát sinh, xuất hiện, bị, thấy, trường hợp, học sinh, hs, trẻ, cháu, em, bé, giáo viên, gv, ai, nào, một, 1, bất kỳ, còn, hề, từng, mắc";
/// Before it, who is spoken of and when.
const SUBJECTS: &str = "nhà trường, trường, toàn trường, học sinh, hs, trẻ, các em, các lớp, các cháu, đến nay, hiện nay, hiện, từ đầu năm, từ đầu năm học, trong năm, trong năm học, năm học này, học kỳ i, hk1, hki, tới nay, đến thời điểm này, giáo viên, gv, cô trò, cô và trẻ, điểm trường, các điểm trường, lớp";
/// Said by them to be had no more.
const BURDENS: &str = "
    thuê, mượn, học nhờ, học tạm, học ca, học ghép, học chung, ngồi ghép, ngồi chung, dùng chung, ở nhờ, ở tạm, ở trọ, thuê trọ, xách nước, gánh nước, chở nước, mua nước, đi xa, đi nhờ,
    đi bộ, đội mưa, dạy chay, học chay, chờ, chờ đợi, lo, chen, ăn nhờ, nấu nhờ, đi học nhờ, dồn lớp, ghép lớp, che bạt, che tạm, để xe ngoài, sơ tán, nghỉ học
";
/// In any other clause: that the work stands still or goes on.
const OPEN: &str = "chưa, không, thiếu, đang, sẽ, chờ, hoãn, hủy, lùi";

struct Vocabulary {
    evils: Phrases,
    befalls: Phrases,
    subjects: Phrases,
    burdens: Phrases,
    open: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    evils: Phrases::of(EVILS),
    befalls: Phrases::of(BEFALLS),
    subjects: Phrases::of(SUBJECTS),
    burdens: Phrases::of(BURDENS),
    open: Phrases::of(OPEN),
});

/// Whether the last clause says so, and no other that something is open.
pub(super) fn is_unharmed(text: &str) -> bool {
    const LONGEST: usize = 14;
    let written = clean(text).to_lowercase().replace(" nên ", ", ").replace(" vì vậy ", ", ").replace(" do đó ", ", ");
    if !["chưa", "không", "chua", "khong"].iter().any(|deny| written.contains(deny)) {
        return false;
    }
    let clauses: Vec<_> = written.split([',', ';', '.', '\n']).map(words).filter(|clause| !clause.is_empty()).collect();
    let Some((last, before)) = clauses.split_last() else { return false };
    last.len() <= LONGEST && (befell_nobody(last) || is_relieved(last)) && !before.iter().any(|clause| KNOWN.open.stand_in(clause))
}

/// "đến nay chưa có ca mắc nào", "chưa để xảy ra tai nạn".
fn befell_nobody(clause: &[Word]) -> bool {
    let rest = KNOWN.subjects.behind(clause);
    let Some((deny, rest)) = rest.split_first() else { return false };
    let led = KNOWN.befalls.behind(rest);
    let Some(count) = KNOWN.evils.beginning(led).max() else { return false };
    let behind_it = KNOWN.befalls.behind(&led[count..]);
    // "Không vi phạm vì được nhắc nhở thường xuyên"
    if deny.is_written("không") && led.len() == rest.len() {
        return ["vì", "nhờ", "do"].iter().any(|why| behind_it.first().is_some_and(|word| word.is_written(why)))
            && ["được", "đã", "có"].iter().any(|got| behind_it.get(1).is_some_and(|word| word.is_written(got)));
    }
    deny.is_written("chưa") && led.len() < rest.len() && !behind_it.iter().any(|word| word.is_written("được"))
}

/// "trường không còn phải thuê phòng nữa", "không phải mượn phòng của xã nữa".
fn is_relieved(clause: &[Word]) -> bool {
    let rest = KNOWN.subjects.behind(clause);
    let no_more = |words: &[&str]| rest.len() > words.len() && words.iter().zip(rest).all(|(word, said)| said.is_written(word));
    let again = clause.last().is_some_and(|last| last.is_written("nữa"));
    let lead = if no_more(&["không", "còn", "phải"]) || no_more(&["không", "còn", "cảnh"]) {
        3
    } else if no_more(&["không", "phải"]) && again || no_more(&["không", "còn"]) || no_more(&["khỏi", "phải"]) {
        2
    } else {
        return false;
    };
    KNOWN.burdens.begin(&rest[lead..])
}

#[cfg(test)]
mod tests {
    use super::super::{parse, word};
    use super::*;
    use crate::model::Status;

    #[test]
    fn an_evil_that_has_not_befallen_is_what_the_work_was_for() {
        for text in [
            "Do làm tốt công tác phòng dịch nên chưa có ca mắc nào",
            "Chưa có ca mắc nào",
            "Đến nay chưa để xảy ra tai nạn thương tích",
            "Tuyên truyền thường xuyên, từ đầu năm chưa có vụ việc nào",
            "Do tuyên truyền tốt nên chưa xảy ra vụ việc nào",
            "Toàn trường chưa phát hiện trường hợp vi phạm",
            "Chưa có học sinh nào bị đuối nước",
            "Chưa để xảy ra mất an ninh trường học",
            "Không vi phạm vì được nhắc nhở thường xuyên",
            "Không bỏ học vì được hỗ trợ gạo",
            "Không còn phải thuê phòng nữa",
            "Trường không còn phải thuê phòng nữa",
            "Học sinh không còn phải học ca 3",
            "Không còn phải mượn phòng của xã",
            "Đã có giếng khoan nên cô và trẻ không phải xách nước nữa",
        ] {
            assert!(is_unharmed(text), "{text}");
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
            assert_eq!(word(text).map(|said| said.status), Some(Status::Completed), "{text}");
        }
        for text in [
            "Chưa có bình chữa cháy",
            "Chưa có phòng cách ly ca mắc",
            "Chưa có kế hoạch phòng chống dịch",
            "Chưa xử lý được vi phạm",
            "Chưa tổ chức tập huấn phòng đuối nước",
            "Chưa có học sinh giỏi",
            "Chưa có giáo viên",
            "Do thiếu kinh phí nên chưa có phòng nào được sửa",
            "Do dịch nên chưa có lớp nào thực hiện",
            "Chưa mua bình chữa cháy, chưa có vụ cháy nào",
            "Không còn phải thực hiện theo chỉ đạo mới",
            "Không còn phải làm vì Sở đã làm thay",
            "Không phải mua",
            "Không mượn được phòng",
            "Chữa cháy",
        ] {
            assert!(!is_unharmed(text), "{text}");
        }
    }
}
