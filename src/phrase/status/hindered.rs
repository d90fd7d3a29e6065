//! A text of a result that names what was in the way first in, how far the work has come out: `Do thiếu phòng nên câu lạc bộ chưa mở được`,
//! `Nhận máy rồi nhưng chưa có bàn nên chưa lắp`.

use std::sync::LazyLock;

use super::assured::begins_with_deed;
use super::denied::denied;
use super::parts::PEOPLE;
use super::withdrawn::is_part;
use super::words::heard;
use crate::model::Status;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Behind "chưa": of what was begun.
const BEGUN: &str =
    "xong, đủ, đầy đủ, hết, hoàn thành, hoàn thiện, hoàn tất, hoàn chỉnh, dứt điểm, trọn vẹn, triệt để, thường xuyên, đồng bộ, đều";
/// Behind "chưa": no state of the work.
const OTHERWISE: &str =
    "tốt, cao, nhiều, có, quen, để, xảy ra, phát hiện, từng, bao giờ, ai, vi phạm, kịp, đạt, như, đúng, dám, biết, hiểu, thạo";
/// Behind "chưa", besides the deeds.
const DEEDS: &str = "mở, thành lập, khai giảng, đi, học, dạy, chạy, dám làm, kịp làm, kịp tổ chức, kịp mua, bắt đầu, được";
/// Say that what the work is for has come.
const HAS_COME: &str = "đã, xong, rồi, nhận, được cấp, được trang bị, được tặng, được hỗ trợ, mua về, đã về, về kho, bàn giao, lắp được, mua được, xây được, có máy";

/// No part of the work, whatever it is.
const EFFORTS: &str = "cố gắng, nỗ lực, tích cực, quan tâm, đề nghị, kiến nghị, nhiều lần, tham mưu, liên hệ, đăng tin, thông báo, đăng ký";

struct Vocabulary {
    begun: Phrases,
    otherwise: Phrases,
    deeds: Phrases,
    has_come: Phrases,
    efforts: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    begun: Phrases::of(BEGUN),
    otherwise: Phrases::of(OTHERWISE),
    deeds: Phrases::of(DEEDS),
    has_come: Phrases::of(HAS_COME),
    efforts: Phrases::of(EFFORTS),
});

/// How far the work has come, where one sentence tells why it has come no further.
pub(super) fn hindered(text: &str) -> Option<Status> {
    let written = clean(text).to_lowercase();
    let written = written.trim_end_matches(['.', ' ']);
    if written.contains([';', '\n']) || written.contains(". ") {
        return None;
    }
    come_and_unused(written).or_else(|| not_for_reason(written)).or_else(|| not_for_all_that(written))
}

/// "Nhận máy rồi nhưng chưa có bàn nên chưa lắp": the means are there.
fn come_and_unused(written: &str) -> Option<Status> {
    const TURNS: &[&str] = &[" nhưng ", " song ", ", tuy nhiên ", " mà "];
    let (come, rest) = TURNS.iter().find_map(|turn| written.split_once(turn))?;
    let (reason, outcome) = rest.split_once(" nên chưa ").or_else(|| rest.split_once(" nên vẫn chưa "))?;
    let (come, reason) = (words(come), words(reason));
    let denied = |clause: &[Word]| clause.iter().any(|word| word.is_written("chưa") || word.is_written("không"));
    // "Đã đăng ký nhưng chưa có lớp nên chưa học": to have asked is no part of it; that is read as what stands in the way says.
    let has = KNOWN.has_come.stand_in(&come) && !denied(&come) && !begins_with_reason(&come);
    (has && denied(&reason) && !outcome.is_empty()).then_some(Status::InProgress)
}

/// "Do mưa nên giải bóng đá chưa tổ chức được".
fn not_for_reason(written: &str) -> Option<Status> {
    const LONGEST_SUBJECT: usize = 6;
    if !begins_with_reason(&words(written)) {
        return None;
    }
    let (reason, outcome) = written.split_once(" nên ").or_else(|| written.split_once(", "))?;
    let outcome = words(outcome);
    let at = outcome.iter().position(|word| word.is_written("chưa")).filter(|at| (1..=LONGEST_SUBJECT).contains(at))?;
    let (subject, deed) = (&outcome[..at], &outcome[at + 1..]);
    let subject = match subject {
        [before @ .., last] if ["vẫn", "cũng", "hiện"].iter().any(|lead| last.is_written(lead)) => before,
        subject => subject,
    };
    let past = |clause: &[Word]| clause.iter().any(|word| word.is_written("đã") || word.plain == "xong" || word.is_written("đang"));
    let of_some = subject.iter().any(Word::begins_number) || is_part(subject);
    let of_people = subject.iter().any(|word| PEOPLE.contains(&&*word.plain));
    if of_some || of_people || past(subject) || past(&words(reason)) || KNOWN.otherwise.begin(deed) {
        return None;
    }
    let begun = |at: usize| KNOWN.begun.begin(&deed[at..]);
    match () {
        () if (0..deed.len().min(3)).any(begun) => Some(Status::InProgress),
        () if begins_with_deed(deed) || KNOWN.deeds.begin(deed) => Some(Status::NotStarted),
        () => None,
    }
}

/// "Dù đã cố gắng, đến nay vẫn chưa tuyển được": what was done was no part of the work; "Tuy đã phát động nhưng chưa đủ" is of what was.
fn not_for_all_that(written: &str) -> Option<Status> {
    const CONCEDES: &[&str] = &["mặc dù ", "tuy ", "dù ", "dẫu "];
    let conceded = CONCEDES.iter().find_map(|lead| written.strip_prefix(lead))?;
    let (conceded, said) =
        conceded.split_once(", ").or_else(|| conceded.split_once(" nhưng ")).or_else(|| conceded.split_once(" song "))?;
    let said = ["nhưng ", "song "].iter().find_map(|lead| said.strip_prefix(lead)).unwrap_or(said);
    let conceded = words(conceded);
    let begun = conceded.iter().any(|word| word.is_written("đã") || word.plain == "xong" || word.is_written("được"));
    match denied(&heard(said))? {
        Status::NotStarted if begun && !KNOWN.efforts.stand_in(&conceded) => Some(Status::InProgress),
        status => Some(status),
    }
}

fn begins_with_reason(clause: &[Word]) -> bool {
    clause.first().is_some_and(|first| ["do", "vì", "bởi", "tại"].iter().any(|why| first.is_written(why)))
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::model::Status;

    #[test]
    fn behind_what_was_in_the_way_stands_how_far_the_work_came() {
        for (text, status) in [
            ("Do GV nghỉ thai sản nên chuyên đề Toán chưa tổ chức được", Status::NotStarted),
            ("Vì GV đi học nên câu lạc bộ chưa mở được", Status::NotStarted),
            ("Do trời mưa nên giải bóng đá chưa tổ chức được", Status::NotStarted),
            ("Vì thiếu phòng nên lớp năng khiếu chưa mở", Status::NotStarted),
            ("Do mưa nên sân trường chưa lát xong", Status::InProgress),
            ("Do thiếu vốn nên đã xây nhưng chưa xong", Status::InProgress),
            ("Nhận bàn giao tháng 11 nhưng chưa có thiết bị nên chưa dùng", Status::InProgress),
            ("Lắp xong nhưng chưa đấu điện nên chưa chạy", Status::InProgress),
            ("Được cấp 10 máy nhưng chưa có bàn nên chưa lắp", Status::InProgress),
            ("Kinh phí chưa về nên chưa mua", Status::NotStarted),
            ("Có kế hoạch nhưng chưa có kinh phí nên chưa thực hiện", Status::NotStarted),
            ("Dù đã cố gắng, đến nay vẫn chưa tuyển được GV Tin", Status::NotStarted),
            ("Tuy đã tham mưu nhiều lần nhưng chưa được cấp đất", Status::NotStarted),
            ("Tuy đã mua máy nhưng chưa lắp", Status::InProgress),
            ("Tuy kinh phí hạn hẹp song nhà trường đã hoàn thành việc sơn lại 15 phòng học", Status::Completed),
            ("Mặc dù thiếu người, chưa để xảy ra mất an toàn", Status::Completed),
            ("Do mưa nên nhà trường đã chuyển vào hội trường", Status::Completed),
        ] {
            assert_eq!(parse(text, "", "").status, status, "{text}");
        }
    }
}
