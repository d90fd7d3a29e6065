//! A text of a result in, whether it comes to nothing because the work was withdrawn, put off or given up out, whatever stands before that as a
//! reason: `Không có mặt bằng, xin rút khỏi kế hoạch`, `Hội thi được dời sang tháng 3`, `… nên BGH quyết định không đi nữa`.
//!
//! Where anything else is told to have been done, or only a part is put off, this says nothing.

use std::sync::{Arc, LazyLock};

use super::assured::begins_with_deed;
use super::when_to_come::is_second_half;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Put the work off by themselves.
const PUT_OFF: &str = "
    xin rút, xin phép không thực hiện, xin phép không tổ chức, xin phép không triển khai, xin phép không làm, xin không thực hiện, xin không tổ chức, rút khỏi kế hoạch, rút ra khỏi kế hoạch, đưa ra khỏi kế hoạch, loại khỏi kế hoạch, bỏ khỏi kế hoạch, xin khất, khất sang, khất đến, khất lại,
    khất tới, hẹn lại, hẹn sang, hẹn tháng, hẹn ra tết, hẹn sau tết, hẹn tuần sau, hẹn tháng sau, hẹn quý sau, hẹn học kỳ 2, hẹn hkii, hẹn hk2,
    hoãn sang, hoãn đến, hoãn lại, hoãn tới, dời sang tháng, dời sang tuần, dời sang năm, dời sang hk, dời sang học kỳ, dời lại, lùi sang tháng, lùi sang tuần,
    lùi sang năm, lùi sang hk, lùi sang học kỳ, lùi lại, để sau tết, để ra tết, để sang năm, để hè, để sang hè, để năm sau, để hkii, để hk2, gác lại,
    đề nghị bỏ, đề nghị rút, đề nghị đưa ra, điều chỉnh sang năm, điều chỉnh sang tháng, điều chỉnh sang hk, điều chỉnh sang học kỳ
";
/// Say who puts it off, or that there was no choice.
const LEADS: &str = "
    nhà trường, trường, bgh, ban giám hiệu, hiệu trưởng, hội đồng, hđt, tổ, ban tổ chức, btc, lãnh đạo, đoàn, công đoàn, liên đội, phải, đành, nên, đã, được, bị,
    quyết định, thống nhất, xin phép, đề nghị, họp, thì, tạm, xin, thôi, buộc phải, buộc, cũng, lại
";
/// Whose decision it is to do a thing no more; of pupils it says that they have improved.
const DECIDES: &str = "nhà trường, trường, bgh, ban giám hiệu, hiệu trưởng, hội đồng, hđt, quyết định, thống nhất, xin phép, đề nghị, thôi, đành, nên, đoàn, btc, ban tổ chức, phụ huynh, phhs, cmhs";
/// Behind "không … nữa", besides the deeds.
const GOES: &str = "đi, làm, học, theo, tiến hành, tuyển, lên, mượn";
/// Behind "không": no deed that is given up.
const STAYS_AWAY: &str =
    "còn, bị, phải, để, có, xảy ra, ai, thể, cho, dùng, sử dụng, bỏ, vi phạm, nộp, báo cáo, thu, phạt, ép, bắt, yêu cầu, dạy thêm";
/// How a thing is moved to another time.
const MOVES: &[&str] = &["lùi", "dời", "chuyển", "hoãn", "đẩy", "giãn"];
const TO: &[&str] = &["sang", "đến", "tới", "qua", "vào"];
/// Before what is put off: only this part of it is.
const PARTS: &str = "còn, phần, số, một số, vài, nhiều, riêng, tổ, dãy, khu, điểm, các nội dung, một vài";
/// Behind those a number names one part of several.
const NUMBERED: &str = "khối, lớp, buổi, đợt, lần, vòng, giai đoạn, hạng mục, phòng, tầng, nội dung, chuyên đề, máy, bài, kỳ";
/// A part of the work is done, or goes on.
const BEGUN: &str = "đã, xong, rồi, đang, mới, chỉ, tiếp tục, hoàn thành, bước đầu, được một";

/// That it was done in the end; to have reported it is no end.
const OVER: &str = "tổ chức, thực hiện, triển khai, hoàn thành, xong, diễn ra, tiến hành, thi, làm xong, lắp, mua, họp, khám, tập huấn";

struct Vocabulary {
    put_off: Phrases,
    leads: Phrases,
    decides: Phrases,
    goes: Phrases,
    stays_away: Phrases,
    parts: Phrases,
    numbered: Phrases,
    begun: Phrases,
    over: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    put_off: Phrases::of(PUT_OFF),
    leads: Phrases::of(LEADS),
    decides: Phrases::of(DECIDES),
    goes: Phrases::of(GOES),
    stays_away: Phrases::of(STAYS_AWAY),
    parts: Phrases::of(PARTS),
    numbered: Phrases::of(NUMBERED),
    begun: Phrases::of(BEGUN),
    over: Phrases::of(OVER),
});

/// Whether the last word on the work is that it was withdrawn or put off, and nothing of it was done.
pub(super) fn is_withdrawn(text: &str) -> bool {
    let written = clean(text).to_lowercase().replace(" nên ", ", nên ").replace(" nhưng ", ", ");
    let clauses: Vec<Arc<[Word]>> = written.split([',', ';', '\n', '(', ')', ':']).flat_map(|said| said.split(". ")).map(words).collect();
    let clauses: Vec<&Arc<[Word]>> = clauses.iter().filter(|clause| !clause.is_empty()).collect();
    let Some(at) = clauses.iter().position(|clause| puts_off(clause) || gives_up(clause, clauses.len() > 1) || is_moved(clause)) else {
        return false;
    };
    clauses.iter().enumerate().all(|(other, clause)| other == at || tells_no_deed(clause, other < at))
}

/// "Bị hoãn 2 lần, lần 3 đã tổ chức", "Dời từ tháng 10 sang tháng 12, đã thực hiện": what was put off was done after all.
pub(super) fn is_done_after_all(text: &str) -> bool {
    const FARTHEST: usize = 4;
    let written = clean(text).to_lowercase().replace(" nhưng ", ", ");
    let clauses: Vec<Arc<[Word]>> = written.split([',', ';', '\n']).map(words).filter(|clause| !clause.is_empty()).collect();
    let Some((first, later)) = clauses.split_first() else { return false };
    let lead = usize::from(["bị", "phải", "đã", "được", "tạm"].iter().any(|lead| first[0].is_written(lead)));
    let moved = first.get(lead).is_some_and(|word| ["hoãn", "dời", "lùi"].iter().any(|moves| word.is_written(moves)));
    let ends = |clause: &[Word]| {
        let after = clause.iter().take(FARTHEST).position(|word| word.is_written("đã")).map(|at| &clause[at + 1..]);
        let then = clause.len() > 2 && clause[0].is_written("sau") && clause[1].is_written("đó");
        after.or(then.then(|| &clause[2..])).is_some_and(|deed| KNOWN.over.begin(deed))
    };
    let open = |clause: &[Word]| {
        ["chưa", "sẽ", "không", "còn", "hoãn", "dời", "lùi"].iter().any(|word| clause.iter().any(|said| said.is_written(word)))
    };
    moved && later.iter().any(|clause| ends(clause)) && !later.iter().any(|clause| open(clause))
}

/// Why, or what is asked for instead: nothing that was done.
fn tells_no_deed(clause: &[Word], before: bool) -> bool {
    let begun = KNOWN.begun.stand_in(clause);
    let counted = clause.windows(2).any(|two| two[0].is_written("được") && two[1].begins_number());
    // "Do" without a mark may be "đo", and who speaks is no deed: "Báo cáo viên bận".
    let deed = begins_with_deed(clause) && !clause[0].is_written("do") && !clause.get(2).is_some_and(|word| word.is_written("viên"));
    !(begun || counted || before && deed)
}

/// "Khối 5", "Buổi 3", "Phần còn lại".
pub(super) fn is_part(subject: &[Word]) -> bool {
    let numbered = KNOWN
        .numbered
        .beginning(subject)
        .any(|count| subject.get(count).is_some_and(|next| next.begins_number() || next.is_written("thứ")));
    numbered
        || KNOWN.parts.begin(subject)
        || subject.first().is_some_and(Word::begins_number)
        || subject.windows(2).any(|two| two[0].is_written("còn") && two[1].is_written("lại"))
}

/// "nhà trường xin rút nội dung này", "khất sang tháng 2".
fn puts_off(clause: &[Word]) -> bool {
    // "Xin dời"
    if let [asks, what] = clause {
        return asks.is_written("xin") && ["dời", "lùi", "hoãn", "khất", "rút", "hủy"].iter().any(|off| what.is_written(off));
    }
    // "nên nhà trường thôi"
    if let [so, who @ .., stops] = clause
        && so.is_written("nên")
        && stops.is_written("thôi")
        && who.len() <= 2
    {
        return KNOWN.decides.begin(who);
    }
    let mut at = 0;
    while at < clause.len() {
        if KNOWN.put_off.begin(&clause[at..]) {
            // "Đã xin rút hồ sơ" is of a paper.
            let of_paper = clause[at..].windows(2).any(|two| two[0].is_written("hồ") && two[1].is_written("sơ"));
            return !of_paper && !clause[at..].iter().any(|word| word.plain == "xong");
        }
        match KNOWN.leads.beginning(&clause[at..]).max() {
            Some(count) => at += count,
            None => return false,
        }
    }
    false
}

/// "BGH quyết định không đi nữa", behind a reason "nên không tổ chức nữa".
fn gives_up(clause: &[Word], for_reason: bool) -> bool {
    const FARTHEST: usize = 6;
    let Some(at) = clause.iter().position(|word| word.is_written("không")).filter(|at| (1..=FARTHEST).contains(at)) else { return false };
    let deed = &clause[at + 1..];
    let until = ["do", "vì"];
    let ends = deed
        .iter()
        .position(|word| word.is_written("nữa"))
        .is_some_and(|end| end + 1 == deed.len() || deed.get(end + 1).is_some_and(|next| until.iter().any(|why| next.is_written(why))));
    let decided = KNOWN.decides.stand_in(&clause[..at]) && (for_reason || !clause[..at].iter().any(|word| word.is_written("nên")));
    ends && decided
        && !KNOWN.stays_away.begin(deed)
        && (begins_with_deed(deed) || KNOWN.goes.begin(deed))
        && !clause[..at].iter().any(|word| word.is_written("đã") || word.is_written("học") || word.is_written("hs"))
}

/// "Hội thi được dời sang tháng 3", "Hội thi bị lùi đến 26/3": a time of the second half of the year; whatever else is moved goes to a place.
fn is_moved(clause: &[Word]) -> bool {
    const FARTHEST: usize = 7;
    let is = |at: usize, known: &[&str]| clause.get(at).is_some_and(|word| known.iter().any(|meant| word.is_written(meant)));
    let Some(at) = (1..clause.len().min(FARTHEST)).find(|at| is(*at, MOVES) && is(at - 1, &["được", "bị", "phải"])) else {
        return false;
    };
    let to = (at + 1..clause.len()).take(3).find(|to| is(*to, TO));
    !is_part(&clause[..at]) && to.is_some_and(|to| is_to_come(&clause[to + 1..])) && !KNOWN.begun.stand_in(clause)
}

/// "tháng 3/2024", "tuần sau", "HKII", "26/3".
fn is_to_come(when: &[Word]) -> bool {
    let plain = |at: usize| when.get(at).map_or("", |word| word.plain.as_str());
    let month = |word: &str| word.parse::<u8>().is_ok_and(|month| (2..=7).contains(&month));
    let from = usize::from(matches!(plain(0), "dau" | "giua" | "cuoi" | "ngay" | "khoang"));
    let (first, second) = (plain(from), plain(from + 1));
    is_second_half(&format!("{first} {second}"))
        || matches!(
            (first, second),
            ("hkii" | "hk2", _) | ("tuan" | "nam" | "thang" | "quy" | "ky", "sau" | "toi") | ("hk" | "ky", "2" | "ii")
        )
        || matches!((first, second, plain(from + 2)), ("hoc", "ky", "2" | "ii" | "sau") | ("nam", "hoc", "sau" | "toi" | "moi"))
        || first.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)) && month(second)
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::model::Status;

    #[test]
    fn what_was_withdrawn_or_put_off_is_not_begun_whatever_the_reason_before_it() {
        for text in [
            "Không có mặt bằng, xin rút khỏi kế hoạch",
            "Nhà trường xin phép không thực hiện nội dung này",
            "Do thiếu giáo viên, xin phép không tổ chức",
            "Thiếu GV, xin đưa ra khỏi kế hoạch",
            "PHHS không đồng ý, nhà trường xin rút nội dung này",
            "Trường bạn báo bận, khất sang tháng 2",
            "Báo cáo viên bận, hẹn tháng 3",
            "Thợ bận, hẹn ra Tết làm",
            "HS thi học kì, để sau Tết",
            "Hoạt động này được lùi sang tháng 3/2024",
            "Chuyên đề được chuyển sang tháng 4",
            "Hội thi được dời sang tháng 2 theo kế hoạch của cụm",
            "Buổi tập huấn được hoãn đến tháng 3",
            "Hội thi bị lùi đến 26/3",
            "Vì xe đưa đón không đảm bảo nên BGH quyết định không đi nữa",
            "Do trùng lịch thi nên trường không tham gia nữa",
            "Sau khi khảo sát, nhà trường quyết định không lắp nữa",
            "Nhà trường không tổ chức nữa do kinh phí cao",
            "Xin dời",
            "PHHS đề nghị không tổ chức nên nhà trường thôi",
            "Không thu được",
            "Bị hoãn 2 lần, đến nay chưa tổ chức được",
            "Hoãn sang tháng 3, đã báo cáo Phòng GD",
        ] {
            assert_eq!(parse(text, "", "").status, Status::NotStarted, "{text}");
        }
        for text in [
            "Bị hoãn 2 lần, lần 3 đã tổ chức",
            "Dời từ tháng 10 sang tháng 12, đã thực hiện",
            "Đã hoãn 1 tuần do mưa, sau đó tổ chức ngày 22/11",
            "Lùi từ 20/10 sang 17/11, đã tổ chức tốt",
            "Không phát hiện được",
        ] {
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
        }
        for text in [
            "Đã xin dời cột điện",
            "Đã làm 2 buổi, buổi 3 hẹn tháng 2",
            "Mua 2 máy, máy thứ ba hoãn sang tháng 2",
            "Tập huấn 2 buổi, buổi 3 được dời sang tháng 2",
            "Phần còn lại được chuyển sang HKII",
            "Khối 5 được lùi sang tháng 3",
            "Đã mua máy, công ty hẹn tháng 2 lắp",
            "Lịch thi được dời từ tháng 9 sang tháng 10, đã thi xong",
            "Thư viện được dời sang dãy nhà mới, thoáng hơn",
            "Lớp 5A được chuyển sang phòng mới",
            "HS không đi học muộn nữa",
            "Học sinh trong trường không vi phạm nữa",
            "Do đã sửa mái nên phòng học không dột nữa",
            "Vì có bảo vệ nên trường không mất trộm nữa",
            "Nhờ nhắc nhở nên các tổ không nộp trễ nữa",
            "Nhà trường không thu các khoản ngoài quy định nữa",
            "Nhà trường không thu tiền mặt nữa, đã chuyển khoản 100%",
            "Hồ sơ được chuyển sang dạng số",
        ] {
            assert!(!is_withdrawn(text), "{text}");
        }
    }
}
