//! What is said under work that is done in, whether its words are understood to say so out: `Đã lắp 5 camera`, `Tổ chức 2 buổi tập huấn`, `12 máy tính`.
//!
//! A text may say anything, so what is known here is what affirms: a deed that schools do, a thing counted, a paper issued, how well it went.
//! All else counts as its column says, and is told.

mod vocabulary;

use std::sync::{Arc, LazyLock};

use super::parts::PEOPLE;
use super::software::printed;
use crate::model::Status;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

struct Vocabulary {
    deeds: Phrases,
    leads: Phrases,
    doers: Phrases,
    well: Phrases,
    things: Phrases,
    whole: Phrases,
    turned: Phrases,
    ends: Phrases,
    begins: Phrases,
    when: Phrases,
    befallen: Phrases,
    hoped: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    deeds: Phrases::of(vocabulary::DEEDS),
    leads: Phrases::of(vocabulary::LEADS),
    doers: Phrases::of(vocabulary::DOERS),
    well: Phrases::of(vocabulary::WELL),
    things: Phrases::of(vocabulary::THINGS),
    whole: Phrases::of(vocabulary::WHOLE),
    turned: Phrases::of(vocabulary::TURNED),
    ends: Phrases::of(vocabulary::ENDS),
    begins: Phrases::of(vocabulary::BEGINS),
    when: Phrases::of(vocabulary::WHEN),
    befallen: Phrases::of(vocabulary::BEFALLEN),
    hoped: Phrases::of(vocabulary::HOPED),
});

/// The clauses of a text.
fn clauses(text: &str) -> Vec<Arc<[Word]>> {
    text.split([',', ';', '.', '\n', '(', ')', ':', '+', '*']).map(words).filter(|clause| !clause.is_empty()).collect()
}

fn in_clauses(done: &str) -> String {
    // A slide is no failing: "Hàn xích đu, sơn cầu trượt"; "không còn dột nữa" is no half.
    let done = clean(done).to_lowercase().replace("cầu trượt", "cầu tuột");
    let done = if done.contains("không ") { done.replace(" nữa", "") } else { done };
    done.replace(" - ", ", ").replace(" – ", ", ").replace(" nhưng ", ", ")
}

/// A tick or a cross.
fn is_mark(clauses: &[Arc<[Word]>]) -> bool {
    clauses.iter().flat_map(|clause| clause.iter()).map(|word| word.plain.len()).sum::<usize>() <= 1
}

/// Whether the text is understood to say that the work is done.
pub(super) fn affirms(done: &str) -> bool {
    // "Done"
    if printed(done).is_some_and(|state| state.status == Status::Completed) {
        return true;
    }
    // "115%"
    if done.trim().strip_suffix('%').is_some_and(|share| share.trim().parse::<u32>().is_ok_and(|share| share >= 100)) {
        return true;
    }
    let clauses = clauses(&in_clauses(done));
    is_mark(&clauses) || clauses.iter().any(|clause| says_done(clause))
}

/// Whether some clause takes back what the others say.
pub(super) fn turns(done: &str) -> bool {
    let text = in_clauses(done);
    let written = clean(done).to_lowercase();
    let clauses = clauses(&text);
    let deed = clauses.iter().any(|clause| is_deed(clause) || is_led(clause, is_deed));
    // "Có 1 công ty nhận lời tài trợ": a promise, until it is kept.
    let promised = text.split_once("nhận lời").is_some_and(|(_, rest)| !rest.contains(" đã ") && !rest.contains(" trao"));
    // "Đã mua nhưng hàng lỗi phải đổi": what follows a turn has to affirm too.
    let turned =
        written.split([',', ';', '.', '\n']).filter_map(behind_turn).any(|tail| !says_done(&words(tail)) && !words(tail).is_empty());
    !is_mark(&clauses)
        && (promised || turned || clauses.iter().any(|clause| is_turned(clause) || counts_a_part(clause, deed)) || has_low_share(&text))
}

/// What stands behind "nhưng" or "song"; "song song", "song ngữ" are other words.
fn behind_turn(clause: &str) -> Option<&str> {
    const OTHERS: &[&str] = &["song", "ngữ", "phương", "sắt", "cửa"];
    // "Phun rồi mà mối vẫn ăn"
    let still = |tail: &str| tail.split(' ').take(4).any(|word| matches!(word, "vẫn" | "lại" | "chẳng"));
    let turn = clause.split_once("nhưng ").or_else(|| clause.split_once(" mà ").filter(|(_, tail)| still(tail))).map(|(_, tail)| tail);
    turn.or_else(|| {
        let (before, tail) = clause.split_once(" song ")?;
        (!before.ends_with("song") && !OTHERS.iter().any(|word| tail.starts_with(word))).then_some(tail)
    })
}

/// Whether the text says of all of the work how it went: "Đã xong", "Thực hiện tốt", "Không có học sinh bỏ học".
pub(super) fn is_said_of_all(done: &str) -> bool {
    clauses(&in_clauses(done)).iter().any(|clause| {
        KNOWN.well.stand_in(clause)
            || KNOWN.whole.beginning(clause).any(|count| count == clause.len())
            || clause.first().is_some_and(|word| matches!(&*word.plain, "khong" | "chua" | "qd" | "quyet"))
            || clause.iter().any(|word| word.plain == "giai")
    })
}

/// "Xã hội hóa đạt thấp", "còn dãy B".
fn is_turned(words: &[Word]) -> bool {
    // "không còn hộ nào từ chối", "không phòng nào bị dột"
    if words[0].plain == "khong" && words.iter().take(6).any(|word| word.plain == "nao") {
        return false;
    }
    // "Không tuyển được người"
    let unable = |at: usize| {
        words[at].plain == "khong"
            && words.get(at + 1).is_some_and(|next| !matches!(&*next.plain, "de" | "ai" | "co" | "phai"))
            && words[at + 1..].iter().skip(1).take(2).any(|word| word.plain == "duoc")
    };
    KNOWN.turned.stand_in(words)
        || (0..words.len()).any(unable)
        || misses_hope(words)
        || signs_up(words)
        || declines(words)
        || KNOWN.begins.begin(words) && !is_of_source(words)
        || words.len() > 1 && KNOWN.ends.end(words)
        || lasts_only(words)
        || befalls(words)
        || has_only_now(words)
        || is_of_end_to_come(words)
        || KNOWN.befallen.stand_in(words) && !is_mended(words) && !is_deed(words) && !is_led(words, is_deed)
}

/// "Lắp xong không hoạt động", "các tổ không tham gia", "sách không có": what was hoped for did not come.
fn misses_hope(words: &[Word]) -> bool {
    // "không thể không dùng", "không chỉ tham gia", "không chạy theo thành tích", "không sử dụng điện thoại"
    const FORBIDDEN: &[&str] = &[
        "theo", "dien", "tien", "thuoc", "bao", "chat", "ma", "tui", "do", "nhua", "phao", "xe", "dong", "trai", "sai", "ngoai", "qua",
        "them",
    ];
    let none = |at: &usize| words[*at].plain == "khong";
    let missed = |at: usize| {
        let rest = &words[at + 1..];
        KNOWN.hoped.beginning(rest).any(|count| rest.get(count).is_none_or(|next| !FORBIDDEN.contains(&&*next.plain)))
    };
    let absent = words.len() >= 3 && words.len() <= 6 && words[words.len() - 2].plain == "khong" && words[words.len() - 1].plain == "co";
    absent || (0..words.len()).filter(none).any(missed)
}

/// "Nhà trường không cử đội tham gia vì trùng lịch thi": what has to be excused was not done.
fn declines(words: &[Word]) -> bool {
    let Some(at) = words.iter().take(5).position(|word| word.plain == "khong").filter(|at| *at > 0) else { return false };
    let reason = |at: usize| matches!(&*words[at].plain, "vi" | "do") && words.get(at + 1).is_some();
    KNOWN.doers.begin(words)
        && words.get(at + 1..).is_some_and(|rest| !rest.is_empty() && is_deed(rest))
        && (at + 2..words.len()).any(reason)
}

/// "Có 4 GV đăng ký học B2": who means to come has not been.
fn signs_up(words: &[Word]) -> bool {
    let people = |word: &Word| PEOPLE.contains(&&*word.plain);
    (2..words.len().saturating_sub(1)).any(|at| {
        words[at].plain == "dang"
            && words[at + 1].plain == "ky"
            && people(&words[at - 1])
            && words[..at].iter().rev().take(3).any(|word| word.begins_number() && word.plain != "100")
    })
}

/// "vốn do hội khuyến học tài trợ": what was built, and by whose means.
fn is_of_source(words: &[Word]) -> bool {
    words[0].plain == "von" && words.get(1).is_some_and(|next| matches!(&*next.plain, "do" | "tu"))
}

/// "hết dột", "không hư hỏng", "chống dột".
fn is_mended(words: &[Word]) -> bool {
    words.iter().take(3).any(|word| matches!(&*word.plain, "het" | "khong" | "chong"))
}

/// "Xảy ra 2 ca ngộ độc"; that none occurred is well.
fn befalls(words: &[Word]) -> bool {
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain.as_str());
    let at = usize::from(plain(0) == "de");
    plain(at) == "xay" && plain(at + 1) == "ra" && words.get(at + 2).is_some_and(|count| count.begins_number() && count.plain != "0")
}

/// "Duy trì được 1 tháng", "Duy trì được hết tháng 11": how long it went on, and that it goes on no more.
fn lasts_only(words: &[Word]) -> bool {
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain.as_str());
    (2..words.len()).any(|at| {
        plain(at) == "duoc"
            && matches!((plain(at - 2), plain(at - 1)), ("duy", "tri") | ("hoat", "dong") | ("sinh", "hoat"))
            && (plain(at + 1) == "het" && plain(at + 2) == "thang"
                || plain(at + 1).parse::<u8>().is_ok_and(|count| count <= 2) && matches!(plain(at + 2), "thang" | "tuan" | "buoi"))
    })
}

/// "Trường mới mua loại nhỏ", "Trạm Y tế mới khám cho khối lá"; "trường mới được xây" is a new school.
fn has_only_now(words: &[Word]) -> bool {
    (1..words.len().min(5)).any(|at| {
        words[at].plain == "moi"
            && words[at].is_written("mới")
            && words.get(at + 1).is_some_and(|next| next.plain != "duoc")
            && is_deed(&words[at + 1..])
            // "Học bạ điện tử mới triển khai lớp 1": of things, where it is counted or named how far.
            && (KNOWN.doers.begin(words) || words[at + 1..].iter().take(5).any(Word::begins_number))
    }) && !words.iter().any(|word| matches!(&*word.plain, "ngay" | "xong" | "nay"))
        // "Quy chế mới ban hành 15/10"
        && !words.windows(2).any(|two| two[0].begins_number() && two[1].begins_number())
}

/// "Hết tháng 2 mới xong", "hết tháng 1 mới bàn giao", "Giữa kỳ II mới xong", "Tháng 2 có hàng": of the year's second half.
fn is_of_end_to_come(words: &[Word]) -> bool {
    const ENDS: &[&str] = &["xong", "ban", "hoan", "nghiem", "co", "ve", "giao", "lap", "bao"];
    let plain = |at: usize| words.get(at).map_or("", |word| word.plain.as_str());
    (0..words.len()).any(|at| {
        let month = plain(at + 1).parse::<u8>().is_ok_and(|month| (1..=7).contains(&month));
        let then = match plain(at) {
            "thang" if month => at + 2,
            "ky" | "ki" if matches!(plain(at + 1), "ii" | "2") => at + 2,
            "hkii" | "hk2" => at + 1,
            // "Đến 30/1/2024 mới xong"
            "den" | "toi" | "ngay"
                if words.get(at + 1).is_some_and(Word::begins_number) && plain(at + 2).parse::<u8>().is_ok_and(|month| month <= 7) =>
            {
                at + 3 + usize::from(words.get(at + 3).is_some_and(Word::begins_number))
            }
            _ => return false,
        };
        let deed = || ENDS.contains(&plain(then + 1)) || words.get(then + 1..).is_some_and(|rest| !rest.is_empty() && is_deed(rest));
        plain(then) == "moi" && deed() && !words[..at].iter().any(|word| word.plain == "da")
            || plain(at) == "thang" && plain(at + 1) != "1" && plain(then) == "co" && matches!(plain(then + 1), "hang" | "ket") && at <= 2
    })
}

/// "Hoàn thành 5/10 phòng", "Đã tập huấn 15/20 GV"; "15/20 GV đạt chuẩn" is what came of it, and 5/9 alone may be a day.
fn counts_a_part(words: &[Word], deed: bool) -> bool {
    const COUNTED: &[&str] =
        &["phong", "lop", "bo", "may", "cai", "chiec", "noi", "muc", "hang", "cong", "viec", "khoi", "truong", "giao", "tieu", "chi"];
    let count = |word: &Word| word.plain.parse::<u32>().ok();
    // "Cải tạo 1/2"
    if deed
        && let [.., part, whole] = words
        && matches!((count(part), count(whole)), (Some(part), Some(whole @ 2..=4)) if part < whole)
    {
        return true;
    }
    // "2/5 GV đạt B1": of whom not half came to it, however it is told; prizes are for few.
    let few = words.len() >= 3
        && matches!((count(&words[0]), count(&words[1])), (Some(part), Some(whole)) if part * 2 < whole && whole > 3)
        && (PEOPLE.contains(&&*words[2].plain) || COUNTED.contains(&&*words[2].plain))
        && words.iter().any(|word| word.plain == "dat")
        && !words.iter().any(|word| word.plain == "giai");
    few || words.windows(3).enumerate().any(|(place, at)| {
        let what = at[2].plain.as_str();
        // "Xếp hạng 3/25 trường"
        let ranks = place > 0 && matches!(&*words[place - 1].plain, "hang" | "thu");
        matches!((count(&at[0]), count(&at[1])), (Some(part), Some(whole)) if part < whole && !ranks)
            && (COUNTED.contains(&what) && (deed || what != "giao") || PEOPLE.contains(&what) && deed)
    })
}

/// "Đạt 65%": what is short of nine tenths is seldom all. "Giảm 50%" is another matter, and so is a share of people.
fn has_low_share(text: &str) -> bool {
    const TO_EACH: &[&str] = &["thu", "tiem", "kham", "cap", "phat"];
    // "vượt chỉ tiêu 0,6%": a comma in a number parts no clauses.
    let text = text.replace(", ", "; ");
    text.split([';', '\n']).any(|clause| {
        let Some(end) = clause.find('%') else { return false };
        let number = clause[..end].trim_end();
        let digits = number.len() - number.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',')).len();
        let whole = number[number.len() - digits..].split(['.', ',']).next().unwrap_or_default();
        // "Thu 70% số em": of what is done to each, a share of people is one of the work.
        let to_each = words(clause).first().is_some_and(|deed| TO_EACH.contains(&&*deed.plain));
        whole.parse::<u32>().is_ok_and(|percent| (1..90).contains(&percent))
            && (to_each
                || !words(clause).iter().any(|word| {
                    matches!(
                        &*word.plain,
                        "giam"
                            | "tang"
                            | "len"
                            | "vuot"
                            | "ty"
                            | "ti"
                            | "yeu"
                            | "gioi"
                            | "kha"
                            | "loai"
                            | "duoi"
                            | "con"
                            | "sdd"
                            | "suy"
                            | "coi"
                            | "beo"
                            | "tb"
                    ) || PEOPLE.contains(&&*word.plain)
                }))
    })
}

fn says_done(words: &[Word]) -> bool {
    is_counted(words) || affirms_in_words(words)
}

/// "12 máy tính", "Quỹ khuyến học 20 triệu", "Sĩ số duy trì 412/412": a number that may be of what was done.
fn is_counted(words: &[Word]) -> bool {
    let count = |word: &Word| word.plain.parse::<u32>().ok().filter(|count| *count > 1);
    words.len() <= 8 && words.iter().rev().skip(1).any(Word::begins_number)
        || words.windows(2).any(|two| count(&two[0]).is_some() && count(&two[0]) == count(&two[1]))
}

/// Whether some word of the clause says that it was done, whatever it counts.
pub(super) fn affirms_in_words(words: &[Word]) -> bool {
    if KNOWN.whole.beginning(words).any(|count| count == words.len()) {
        return true;
    }
    // "Nhà trường không cử đội tham gia": a deed is none behind what denies it or puts it off.
    let denied = words.iter().position(|word| matches!(&*word.plain, "khong" | "chua" | "se" | "sap" | "chang")).unwrap_or(words.len());
    let stands = |at: usize| at < denied && is_deed(&words[at..]);
    // "46 em dự cấp trường"
    let who = usize::from(words.len() > 1 && words[0].begins_number());
    let by_doer = || KNOWN.doers.begin(&words[who..]) && (1..words.len().min(8)).any(stands);
    let led = || {
        (1..words.len()).any(|at| {
            (matches!(&*words[at - 1].plain, "da" | "duoc") || words[at - 1].plain == "deu" && at <= 7)
                && (stands(at) || granted(&words[at..]))
        })
    };
    let timed = || (1..words.len().min(7)).take_while(|at| is_when(&words[*at - 1])).any(stands);
    is_deed(words) || KNOWN.well.stand_in(words) || KNOWN.things.begin(words) || by_doer() || led() || timed() || trails(words)
}

/// Whether a clause begins with who did it and the deed: "Phụ huynh ủng hộ 35 triệu".
pub(super) fn tells_whose_deed(clause: &str) -> bool {
    let words = words(clause);
    let denied = |word: &Word| matches!(&*word.plain, "khong" | "chua" | "se" | "sap");
    KNOWN.doers.begin(&words) && (1..words.len().min(4)).any(|at| is_deed(&words[at..]) && !words[..at].iter().any(denied))
}

/// Whether a clause begins with a deed.
pub(super) fn tells_a_deed(clause: &str) -> bool {
    is_deed(&words(clause))
}

/// How many words the deed has that the words begin with, where it is one that is known.
pub(super) fn deed_length(words: &[Word]) -> Option<usize> {
    KNOWN.deeds.beginning(words).max()
}

/// Whether the words begin with the name of a deed itself, nothing leading to it.
pub(super) fn begins_with_deed(words: &[Word]) -> bool {
    KNOWN.deeds.begin(words)
}

/// The deed, behind whatever leads to it.
fn is_deed(words: &[Word]) -> bool {
    // "dự 45 tiết", "học 2 buổi/tuần"
    let attends = words.len() > 2
        && words[1].begins_number()
        && (words[0].plain == "du" && words[0].is_written("dự") || words[0].plain == "hoc" && matches!(&*words[2].plain, "buoi" | "tiet"));
    attends || KNOWN.deeds.begin(words) || KNOWN.leads.beginning(words).any(|count| count < words.len() && is_deed(&words[count..]))
}

/// Whether behind "đã" or "được" stands what is looked for.
fn is_led(words: &[Word], stands: impl Fn(&[Word]) -> bool) -> bool {
    (1..words.len()).any(|at| matches!(&*words[at - 1].plain, "da" | "duoc") && stands(&words[at..]))
}

/// Behind "được": "UBND xã hỗ trợ 20 triệu".
fn granted(words: &[Word]) -> bool {
    KNOWN.doers.begin(words) && (1..words.len().min(6)).any(|at| is_deed(&words[at..]))
}

fn is_when(word: &Word) -> bool {
    word.begins_number() || KNOWN.when.begin(std::slice::from_ref(word))
}

/// "Tháng 9/2023", "Trong hè": no more than when.
pub(super) fn is_only_when(words: &[Word]) -> bool {
    words.iter().all(is_when)
}

/// "Đồ dùng dạy học tự làm 15 bộ", "Kho học liệu có 50 bài giảng": a thing, and how much of it.
fn trails(words: &[Word]) -> bool {
    (1..words.len().min(7)).any(|at| is_deed(&words[at..]) && words[at..].iter().any(|word| word.plain.parse::<u32>().is_ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_a_thing_counted_a_paper_and_how_it_went_affirm() {
        for done in [
            "Đã lắp 5 camera",
            "Tổ chức 2 buổi tập huấn",
            "12 máy tính",
            "QĐ số 15/QĐ-THCS ngày 05/9/2023",
            "Nhà trường đã tham mưu UBND xã xây 2 phòng học",
            "Được UBND xã hỗ trợ 20 triệu",
            "Giáo viên tham gia đầy đủ",
            "Trong tháng 9 đã kiện toàn hội đồng trường",
            "Thực hiện thường xuyên",
            "Kho học liệu có 50 bài giảng",
            "da lap dat xong",
            "Không xảy ra bạo lực học đường",
            "100%",
            "Đã HT",
            "x",
            "✓",
            "Tỷ lệ học sinh khá giỏi đạt 65%",
            "15/20 giáo viên đạt chuẩn",
            "Sắp xếp lại vị trí việc làm",
        ] {
            assert!(affirms(done) && !turns(done), "{done}");
        }
    }

    #[test]
    fn what_says_less_or_what_nobody_understands_does_not() {
        for done in [
            "Nhà tài trợ đã đồng ý",
            "Xã hội hóa đạt thấp",
            "Đã lợp mái hiên dãy A, còn dãy B",
            "Máy lọc nước hỏng",
            "Đã tập huấn 15/20 GV",
            "Thiết bị tối thiểu đạt 65%",
            "Mới lát sân trước",
            "Sắp xong",
            "Nhân viên y tế",
            "Lãnh đạo xã hứa",
            "Xem xét",
            "abc",
        ] {
            assert!(!affirms(done) || turns(done), "{done}");
        }
    }
}
