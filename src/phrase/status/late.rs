//! A text of a result in, whether it calls the work itself late out.

use super::is_nothing;
use super::over::is_over;
use super::software::printed;
use super::words::heard;
use crate::phrase::nothing::LATENESS_DENIED;
use crate::phrase::token::bare;
use crate::text::clean;
use crate::text::memory::Memory;

/// Whether the text itself calls the work late. "Chậm … đã không còn" does not, nor do slow pupils and those who come late.
pub(super) fn says_late(text: &str) -> bool {
    thread_local! {
        static READ: Memory<bool> = Memory::default();
    }
    READ.with(|known| known.recall(text, read))
}

fn read(text: &str) -> bool {
    if is_nothing(text) {
        return false;
    }
    if let Some(state) = printed(text) {
        return state.late_stated;
    }
    let written = clean(text).to_lowercase();
    // A sign before a word parts it from the one before: "phòng học (chậm do thiếu vốn)".
    let mut apart = Vec::new();
    let mut words: Vec<(&str, String)> = Vec::new();
    let mut sign = false;
    for run in written.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = run.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            words.push((word, bare(word)));
            apart.push(std::mem::take(&mut sign));
        }
        sign |= run[word.len()..].contains(['(', ')', ',', ';', ':', '.', '\n', '-', '–']);
    }
    let unmarked = written.is_ascii();
    let bare_at = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", |(_, word)| word.as_str());
    (0..words.len()).any(|at| {
        let joined = |back: usize| (0..back).all(|back| at.checked_sub(back).is_none_or(|at| !apart[at]));
        let before = |back: usize| if joined(back) { bare_at(at.checked_sub(back)) } else { "" };
        let after = |ahead: usize| bare_at(Some(at + ahead));
        // "Chăm sóc" and "chấm bài" look the same without their marks.
        let is_word = |marked: &str, plain: &str| {
            words[at].0 == marked
                || (plain == "cham" && words[at].0 == plain && unmarked && is_late_unmarked(&words, at, &apart))
                // "Chầm so với kế hoạch"
                || ((words[at].0 == plain || plain == "cham" && matches!(words[at].0, "chầm" | "chạm" | "châm"))
                    && matches!((after(1), after(2)), ("tien", "do") | ("so", "voi") | ("ke", "hoach") | ("tre", _) | ("han", _)))
        };
        let denied = ["khong", "tranh", "han"].contains(&before(1))
            // "Chưa quá hạn", "Chưa bị chậm"
            || before(1) == "chua" && is_chua(&words, at - 1)
            || before(2) == "chua" && matches!(before(1), "bi" | "tung" | "he")
            || matches!((before(3), before(2), before(1)), ("chua" | "khong", "bao", "gio") | ("chua", "lan", "nao"))
            || is_dealt_with(&words, at, &apart)
            || matches!((before(2), before(1)), ("khong" | "tranh", "de") | ("xu", "ly"))
            || matches!((before(2), before(1)), ("khong", "bi" | "con" | "the") | ("tinh", "trang") | ("tiep", "thu"))
            || (1..=4).any(|back| (before(back + 1), before(back)) == ("khac", "phuc"))
            // "Không có nội dung nào chậm"
            || (2..=6).any(|back| {
                before(back) == "khong"
                    && (1..back).all(|at| matches!(before(at), "co" | "noi" | "dung" | "viec" | "cong" | "nao" | "bi" | "muc" | "phan" | "hang" | "bo" | "to" | "lop" | "ai" | "ca" | "nhan" | "truong" | "hop"))
            });
        // "Trễ 1 tháng", "muộn hơn dự kiến".
        let by_how_long = |marked: &str| {
            words[at].0 == marked
                && (after(1).parse::<u32>().is_ok() && matches!(after(2), "ngay" | "tuan" | "thang" | "nam" | "quy")
                    || after(1) == "hon" && matches!(after(2), "du" | "ke" | "so" | "thoi"))
        };
        let found = if is_word("chậm", "cham") {
            !is_slow(&words, at, &apart)
                && (!matches!(after(1), "nhat" | "tien" | "noi" | "phat" | "hieu" | "rai" | "lai" | "gio" | "lon") || after(1) == "lai" && (before(2) == "do" || before(1) == "bi"))
                && !matches!(
                    before(1),
                    "sinh"
                        | "tre"
                        | "em"
                        | "hs"
                        | "di"
                        | "doc"
                        | "viet"
                        | "tiep"
                        | "hoc"
                        | "mang"
                        | "wifi"
                        | "internet"
                        | "may"
                        | "chay"
                        | "truyen"
                        | "nuoc"
                        | "lon"
                        | "thu"
                        | "nhan thuc"
                )
                && (before(2), before(1)) != ("khoi", "dong")
                || (after(1), after(2)) == ("tien", "do")
        } else if is_word("trễ", "tre") {
            (matches!(after(1), "han" | "hen" | "tien" | "so" | "ke" | "do" | "vi" | "")
                || apart.get(at + 1) == Some(&true) && at == 0
                || by_how_long("trễ"))
                && !matches!(before(1), "di" | "hoc" | "cham")
        } else if is_word("muộn", "muon") {
            // "Hoàn thành muộn", "Nộp báo cáo muộn"
            let work_late =
                words[at].0 == "muộn" && matches!(after(1), "" | "do" | "vi") && matches!(before(1), "thanh" | "cao" | "hien" | "khai" | "nop" | "xong");
            (matches!((after(1), after(2)), ("so", "voi") | ("tien", "do")) || by_how_long("muộn") || work_late)
                && !matches!(before(1), "di" | "hoc")
        } else {
            let phrase = |phrase: &str| phrase.split(' ').enumerate().all(|(ahead, word)| after(ahead) == word);
            // "Thực phẩm quá hạn đã được loại bỏ"
            // "Bình chữa cháy quá hạn đã được thay", "sách mượn quá hạn", "quá hạn kiểm định"
            let goods = matches!(before(1), "pham" | "thuoc" | "sua" | "hang" | "the" | "bi" | "binh")
                || (1..=4).any(|back| is_goods(before(back + 1), before(back)) && !(1..back).any(|at| before(at) == "da"))
                || matches!((after(2), after(3)), ("kiem", "dinh") | ("su", "dung") | ("luu", "tru") | ("bao", "hanh"));
            // "Tiến độ thực hiện chưa đảm bảo", "tiến độ chưa kịp"
            let lags = matches!(bare_at(Some(at)), "chua" | "khong")
                && matches!((after(1), after(2)), ("dam", "bao") | ("bao", "dam") | ("kip", _) | ("dat", _) | ("theo", "kip"))
                && (1..=4).any(|back| (before(back + 1), before(back)) == ("tien", "do"));
            // "Tiến độ bị kéo dài", "Thời gian thi công bị kéo dài"
            let drawn_out = phrase("keo dai")
                && (1..=3).any(|back| (before(back + 1), before(back)) == ("tien", "do"))
                || phrase("keo dai") && before(1) == "bi" && (2..=5).any(|back| (before(back + 1), before(back)) == ("thoi", "gian"));
            return drawn_out && !is_over(&heard(text)) || lags && !is_over(&heard(text))
                || phrase("qua han") && !goods && !denied && !is_over(&heard(text)) || phrase("chua kip") && after(2) != "thoi" && !is_over(&heard(text))
                || [
                    "chua theo kip",
                    "khong kip",
                    "khong dung thoi gian quy dinh",
                    "khong dung thoi han",
                    "khong dung tien do",
                    "chua dung tien do",
                    "khong dat tien do",
                    "chua dat tien do",
                    "chua dap ung tien do",
                    "khong dap ung tien do",
                    "khong dam bao thoi gian do",
                    "khong dam bao thoi gian vi",
                    "chua dam bao thoi gian do",
                    "khong dam bao tien do",
                    "chua dam bao tien do",
                    "khong bao dam tien do",
                    "chua bao dam tien do",
                    "khong dung ke hoach",
                    "khong dung han",
                    "tre han",
                    "qua thoi han",
                    "chua hoan thanh dung",
                    "khong hoan thanh dung",
                    "chua dung han",
                    "chua hoan thanh theo tien do",
                    "chua theo tien do",
                    "khong theo tien do",
                    "keo dai so voi",
                    "keo dai hon so voi",
                    "keo dai hon du kien",
                    "keo dai hon ke hoach",
                    "hoan thanh sau thoi han",
                    "hoan thanh sau han",
                    "xong sau thoi han",
                    "xong sau han",
                ]
                .iter()
                .any(|known| phrase(known))
                    && !is_over(&heard(text));
        };
        // "Đã bàn giao, trễ 2 tuần": of what is over, when it was.
        let opens_last = at > 0 && apart[at] && words[at..].iter().all(|(_, word)| !matches!(word.as_str(), "da" | "het"));
        found && !denied && (opens_last || !is_over(&heard(text)))
    })
}

/// Things that have a day by which they are to be used or given back.
fn is_goods(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        ("binh", "chua")
            | ("thuc", "pham")
            | ("sach", "muon")
            | ("tai", "lieu")
            | ("hoa", "chat")
            | ("the", "thu")
            | ("vat", "tu")
            | ("the", "bao")
    )
}

/// "Nhà tài trợ chưa chuyển tiền nên chậm": under what is under way or late, what others have not done makes it late. "Chưa thực hiện nên chậm" is
/// of the work.
pub(super) fn is_slowed(folded: &str) -> bool {
    const ENDS: &[&str] =
        &[" nen cham", " nen bi cham", " nen con cham", " nen cham tien do", " nen tre", " nen bi tre", " nen cham so voi ke hoach"];
    ENDS.iter().filter_map(|end| folded.strip_suffix(end)).any(|reason| {
        !["chua ", "khong "].iter().any(|denied| reason.starts_with(denied))
            && !reason.contains("chua thuc hien")
            && !reason.contains("chua trien khai")
    })
}

/// "Không chậm trễ", "Không bị chậm": under what is late or under way that is nothing, under what is done it was done in time.
pub(super) fn is_not_late(text: &str) -> bool {
    let folded = heard(text);
    LATENESS_DENIED.iter().any(|words| folded.starts_with(words)) && is_nothing(text)
}

/// "Chậm tiến độ", "Quá hạn", "Không đúng tiến độ", and nothing of what was done.
pub(super) fn is_only_late(folded: &str) -> bool {
    /// "Đã quá hạn"
    const LED: &str = "da ";
    let folded = folded.strip_prefix(LED).unwrap_or(folded);
    let begins = [
        "cham",
        "tre",
        "qua han",
        "qua thoi han",
        "khong kip",
        "chua kip",
        "khong dung tien do",
        "khong dung han",
        "khong dam bao tien do",
        "khong bao dam tien do",
        "trien khai cham",
        "thuc hien cham",
        "tien hanh cham",
        "tien do cham",
        "tien do con cham",
        "lam cham",
        "hoi cham",
        "dang cham",
        "con cham",
    ]
    .iter()
    .any(|words| folded == *words || folded.starts_with(&format!("{words} ")));
    begins && !["da ", "hoan thanh", " xong"].iter().any(|words| folded.contains(words))
}

/// "Cham do thieu von", "cham 2 thang", "tien do con cham" in a text without marks, where "cham bai" and "cham soc" are other words.
fn is_late_unmarked(words: &[(&str, String)], at: usize, apart: &[bool]) -> bool {
    const BEHIND: &[&str] = &["do", "vi", "so", "hon", "tien", "nhung", "hoan", "trien", "thuc", "ke", "nen", "nay", "hang", "mat", "qua"];
    const COUNTED: &[&str] = &["ngay", "tuan", "thang", "nam", "quy", "hang", "noi", "viec"];
    let plain = |at: usize| words.get(at).map_or("", |(_, word)| word.as_str());
    let ends = at + 1 == words.len() || apart[at + 1];
    let counted = plain(at + 1).parse::<u32>().is_ok() && COUNTED.contains(&plain(at + 2));
    let led = at > 0 && !apart[at] && matches!(plain(at - 1), "da" | "duoc" | "thi" | "bai");
    !led && (ends || counted || BEHIND.contains(&plain(at + 1)))
}

/// "Chưa", which "chữa" is not.
fn is_chua(words: &[(&str, String)], at: usize) -> bool {
    matches!(words[at].0, "chưa" | "chua")
}

/// "Đã chấn chỉnh các tổ nộp báo cáo quá hạn", "Không còn giáo viên vào lớp chậm giờ": what others were late with is what the work dealt with.
fn is_dealt_with(words: &[(&str, String)], at: usize, apart: &[bool]) -> bool {
    const DEALS: &[(&str, &str)] = &[
        ("chan", "chinh"),
        ("nhac", "nho"),
        ("phe", "binh"),
        ("kiem", "diem"),
        ("xu", "ly"),
        ("giai", "quyet"),
        ("don", "doc"),
        ("khac", "phuc"),
        ("cham", "dut"),
        ("khong", "con"),
        ("khong", "de"),
        ("khong", "co"),
        ("nhac", "cac"),
        ("nhac", "to"),
        ("nhac", "giao"),
        ("danh", "sach"),
        ("kinh", "nghiem"),
        ("tru", "diem"),
        ("gop", "y"),
        ("luu", "y"),
    ];
    /// Of those, what is done about what was late.
    const DEALT: usize = 9;
    /// What stands between is another clause, or speaks of the work itself: "nhắc nhở nhà thầu thi công chậm".
    const ENDS: &[&str] = &["nen", "do", "vi", "nhung", "thau", "dang", "tho", "von", "phi", "tien", "dan", "khien", "lam", "mat", "bang"];
    const FARTHEST: usize = 9;
    let plain = |at: usize| words[at].1.as_str();
    let ends = |at: usize| ENDS.contains(&plain(at)) || matches!(words[at].0, "vẫn" | "van");
    // "Việc chậm nộp hồ sơ đã được chấn chỉnh"
    const FARTHEST_AHEAD: usize = 14;
    for ahead in 1..FARTHEST_AHEAD.min(words.len() - at) {
        if apart[at + ahead] || ends(at + ahead) {
            break;
        }
        // "Việc nộp hồ sơ trễ hạn không còn xảy ra"
        let behind: Vec<&str> = (at + ahead..words.len().min(at + ahead + 3)).map(plain).collect();
        if matches!(
            behind[..],
            ["khong", "con", "xay" | "tai" | "nua" | "ton" | "dien"]
                | ["khong", "tai" | "lap", "dien" | "lai" | "pham" | "phat"]
                | ["khong", "xay", "ra"]
                | ["khong", "con"]
                | ["da", "giam" | "het", ..]
                | ["chấm" | "cham", "dut", ..]
        ) {
            return true;
        }
        let dealt = |at: usize| words.get(at + 1).is_some_and(|next| DEALS[..DEALT].contains(&(plain(at), &next.1)));
        if (plain(at + ahead - 1), plain(at + ahead)) == ("da", "duoc") && at + ahead + 1 < words.len() && dealt(at + ahead + 1) {
            return true;
        }
    }
    for back in 1..=at.min(FARTHEST) {
        let builds = back > 1 && (plain(at - back), plain(at - back + 1)) == ("thi", "cong");
        if apart[at - back + 1] || ends(at - back) || builds {
            return false;
        }
        // "Giao ban nhắc việc nộp báo cáo trễ"
        if words[at - back].0 == "nhắc" && back > 1 || back >= 2 && DEALS.contains(&(plain(at - back), plain(at - back + 1))) {
            return true;
        }
    }
    false
}

/// "Trẻ ăn chậm", "máy tính còn chậm", "đường truyền internet rất chậm": slow, and not late.
fn is_slow(words: &[(&str, String)], at: usize, apart: &[bool]) -> bool {
    const SLOW: &[&str] = &["tre", "trẻ", "em", "be", "sinh", "hs", "chau", "may", "mang", "internet", "wifi", "truyen"];
    const BETWEEN: &[&str] = &[
        "an", "con", "bi", "qua", "rat", "hoi", "chay", "tinh", "thu", "tiep", "noi", "viet", "doc", "hoc", "van", "khoi", "dong", "xu",
        "ly",
    ];
    // "6 máy tính hỏng, chậm"
    let broken = || words[..at].iter().rev().take(6).any(|(word, _)| matches!(*word, "hỏng" | "hư" | "cũ" | "lỗi"));
    if at > 0 && apart[at] && at + 1 == words.len() && broken() {
        return true;
    }
    for back in 1..=at.min(4) {
        if apart[at - back + 1] {
            return false;
        }
        let word = words[at - back].1.as_str();
        if SLOW.contains(&word) {
            return !matches!(words.get(at + 1).map(|(_, word)| word.as_str()), Some("tien" | "so"));
        }
        if !BETWEEN.contains(&word) {
            return false;
        }
    }
    false
}
