//! A text of several sentences under work that is done in, whether what they say of themselves comes to less than the first or the last of them out:
//! `Nhà trường chưa có nhân viên. Đã mua đủ sách` and the same turned round are both of work that some of is done.

use super::assured::{affirms, tells_a_deed};
use super::clause::leaves_a_part;
use super::kept_up::keeps_up;
use super::late::is_only_late;
use super::over::{has_ended, is_over, is_whole};
use super::state::is_bare_state;
use super::statement::opening;
use super::steps::{is_mere_consent, only_steps, tells_done};
use super::target::{Aim, aim};
use super::words::heard;
use super::{is_share, said};
use crate::model::Status;
use crate::text::is_vietnamese_syllable;

/// `read`, what was read of the text as a whole, or what its sentences come to, whichever stands first.
pub(super) fn weighed(text: &str, read: Option<Status>) -> Option<Status> {
    let sentences = sentences(text);
    if sentences.len() < 2 {
        return read;
    }
    let mut own: Vec<Option<Status>> = sentences.iter().map(|sentence| said(sentence, Status::Completed)).collect();
    // "Sân sau đang làm. Đã lát sân trước": what leaves a part open behind another sentence does so before it.
    if own[0] == Some(Status::Completed) && !says_done(sentences[0]) && leaves_a_part(&format!("xong, {}", sentences[0])) {
        own[0] = Some(Status::InProgress);
    }
    // "Chưa thực hiện. Phụ huynh ủng hộ": what is said not to have been done at all, is not for what others think of it.
    let denied = (0..own.len()).any(|at| own[at] == Some(Status::NotStarted) && is_bare_state(sentences[at]));
    let told: Vec<bool> = sentences.iter().map(|sentence| says_done(sentence) || !denied && tells(sentence)).collect();
    let is_aside = |at: usize| is_aside(sentences[at]) || is_consent_beside_work(&sentences, at);
    let any = |wanted: Status| (0..own.len()).any(|at| own[at] == Some(wanted) && !is_aside(at));
    let done = (0..own.len()).any(|at| own[at] == Some(Status::Completed) && told[at] && !is_aside(at));
    let speak: Vec<Status> = own.iter().flatten().copied().collect();
    match read {
        // "Không có vướng mắc. 100% học sinh tham gia": one alone says anything.
        _ if speak.len() == 1 => speak.first().copied(),
        // "Chậm so với kế hoạch. Đã mua 5 máy" and the same turned round
        _ if only_late_beside_done(&sentences, &own) => Some(Status::Completed),
        // "Không chậm trễ. Được Hiệu trưởng phê duyệt": only of the two read as one is it denied.
        Some(Status::NotStarted) if !speak.is_empty() && !speak.contains(&Status::NotStarted) => {
            Some(if speak.contains(&Status::InProgress) { Status::InProgress } else { Status::Completed })
        }
        Some(Status::NotStarted) if done || any(Status::InProgress) => Some(Status::InProgress),
        Some(Status::Completed) if (1..own.len()).any(|at| own[at] == Some(Status::InProgress) && !is_aside(at)) => {
            Some(Status::InProgress)
        }
        Some(Status::Completed) if own[0] == Some(Status::InProgress) && !is_aside(0) && !is_left_behind(text, &sentences) => {
            Some(Status::InProgress)
        }
        // "Phụ huynh ủng hộ. Chưa thực hiện": of what is not begun, and nothing done beside it.
        Some(Status::InProgress | Status::Completed) if !done && !any(Status::InProgress) && any(Status::NotStarted) => {
            Some(Status::NotStarted)
        }
        read => read,
    }
}

/// Whether the sentence itself says that something was done; of one without a word of state the column speaks.
fn tells(sentence: &str) -> bool {
    opening(&heard(sentence), is_share(sentence)) == Some(Status::Completed) || tells_a_deed(sentence) || affirms(sentence)
}

/// "Đã mua 5 máy", "Lớp 5A đã có tủ", "Lát sân xong".
fn says_done(sentence: &str) -> bool {
    let said = heard(sentence);
    said.starts_with("da ") || said.contains(" da ") || said.ends_with(" xong")
}

/// Whether all that is not done is that it is late.
fn only_late_beside_done(sentences: &[&str], own: &[Option<Status>]) -> bool {
    let late = |at: usize| own[at] == Some(Status::InProgress) && is_only_late(&heard(sentences[at]));
    let done = |at: usize| own[at] == Some(Status::Completed) && (says_done(sentences[at]) || ends(sentences[at]));
    (0..own.len()).any(late) && (0..own.len()).any(done) && (0..own.len()).all(|at| late(at) || own[at] == Some(Status::Completed))
}

/// Whether what the first sentence leaves open is over by the others: what was asked for was done, an aim was reached.
fn is_left_behind(text: &str, sentences: &[&str]) -> bool {
    let first = heard(sentences[0]);
    let waits = only_steps(std::slice::from_ref(&first))
        || is_only_late(&first)
        || ["chờ ", "dang ", "dang", "du kien "].iter().any(|lead| first.starts_with(lead));
    waits && sentences[1..].iter().any(|sentence| says_done(sentence))
        || sentences[1..].iter().any(|sentence| ends(sentence))
        || aim(text) == Some(Aim::Reached)
}

/// "Đến nay đã hoàn thành", "Nay đã đủ": all of it is over.
fn ends(sentence: &str) -> bool {
    let said = heard(sentence);
    is_over(&said) || is_whole(&said) || has_ended(sentence)
}

/// "Đã mua 10 máy tính. Được Hiệu trưởng phê duyệt": what was agreed to is what was done.
fn is_consent_beside_work(sentences: &[&str], at: usize) -> bool {
    let consents = |sentence: &str| is_mere_consent(&heard(sentence));
    consents(sentences[at]) && sentences.iter().any(|other| !consents(other) && tells_done(&heard(other)))
}

/// "Lý do: chờ kinh phí", "Vì trời mưa": why, and not how far; "Sẽ tiếp tục duy trì" is said of what is done.
fn is_aside(sentence: &str) -> bool {
    const LEADS: &[&str] = &["ly do", "nguyen nhan", "do ", "vi ", "de nghi", "kien nghi", "ghi chu", "tuy ", "mac du "];
    let said = heard(sentence);
    LEADS.iter().any(|lead| said.starts_with(lead)) || said.strip_prefix("se ").is_some_and(keeps_up)
}

/// Behind fewer words a number and its stop are those of an entry.
const FEWEST: usize = 3;

/// What stands on lines of its own or behind a full stop, without the number before it.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut from = 0;
        for (at, _) in line.match_indices(". ") {
            let last = line[from..at].rsplit(' ').next().unwrap_or_default();
            let behind = line[at + 2..].trim_start();
            let ends = (last.chars().count() > 2 || is_vietnamese_syllable(last))
                && last.chars().next_back().is_some_and(|sign| sign.is_lowercase() || sign == ')' || sign == '%');
            // "Sẽ mua trong tháng 4. Đã lắp mạng"; "1. Đã mua" is an entry, "TS. Hoa" a name.
            let figure = last.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '/' | 'H' | 'K' | 'I'));
            let words = line[from..at].split(' ').filter(|word| !word.is_empty()).count();
            let counted = figure && words >= FEWEST;
            // "Không có vướng mắc. 100% học sinh tham gia"
            let begins = behind.starts_with(|sign: char| sign.is_uppercase() || ends && sign.is_ascii_digit());
            if (ends || counted) && begins {
                found.push(line[from..at].trim());
                from = at + 2;
            }
        }
        found.push(line[from..].trim());
    }
    found.retain(|sentence| sentence.chars().any(char::is_alphabetic));
    found.iter_mut().for_each(|sentence| *sentence = sentence.trim_end_matches(['.', ' ']));
    found
}

#[cfg(test)]
mod tests {
    use crate::model::Status;
    use crate::phrase::status::parse;

    #[test]
    fn two_sentences_come_to_the_same_either_way_round() {
        let of = |done: &str| parse(done, "", "").status;
        for (one, other, status) in [
            ("Nhà trường chưa có nhân viên thư viện", "Đã hoàn thành việc mua sách", Status::InProgress),
            ("Chưa lắp đặt máy chiếu", "Đã khởi công nhà xe", Status::InProgress),
            ("Đã vận động được 25/50 triệu đồng", "Không thu khoản nào ngoài quy định", Status::InProgress),
            ("Lắp được 4/6 bộ máy chiếu", "Tổ chức thành công Hội khỏe Phù Đổng", Status::InProgress),
            ("Đã mua 10 máy tính", "Tổ chức thành công Hội khỏe Phù Đổng", Status::Completed),
            ("Chưa mua máy", "Chưa lắp mạng", Status::NotStarted),
            ("Đã mua 5 máy tính", "Đạt 60%", Status::InProgress),
            ("Học sinh hứng thú", "Đạt 60%", Status::InProgress),
            ("Chưa thực hiện", "Phụ huynh ủng hộ", Status::NotStarted),
            ("Chưa có kinh phí", "Trồng 20 cây xanh", Status::InProgress),
            ("Chưa thực hiện", "Lát sân xong", Status::InProgress),
            ("Sẽ mua thêm trong tháng 4", "Đã mua 5 máy tính", Status::InProgress),
            ("Chuyển sang HKII", "Đã lập kế hoạch", Status::InProgress),
            ("Chậm so với kế hoạch", "Đã mua 5 máy tính", Status::Completed),
            ("Mới tập huấn được tổ Toán", "Tiếp tục duy trì", Status::InProgress),
            ("Sân sau đang làm", "Đã bê tông hóa sân trước", Status::InProgress),
            ("Dãy B sẽ sơn trong hè", "Sơn xong dãy A", Status::InProgress),
            ("Không có vướng mắc", "100% học sinh tham gia", Status::Completed),
            ("Được Hiệu trưởng phê duyệt", "Đã mua 10 máy tính", Status::Completed),
            ("Đã thống nhất trong cuộc họp phụ huynh", "Đã hoàn thành", Status::Completed),
            ("Được Hiệu trưởng phê duyệt", "Lắp xong 4 camera", Status::Completed),
            ("Được Hiệu trưởng phê duyệt", "Không chậm trễ", Status::InProgress),
            ("Đã ký hợp đồng", "Nhà thầu đang thi công", Status::InProgress),
        ] {
            for sign in [". ", "\n"] {
                for text in [format!("{one}{sign}{other}"), format!("{other}{sign}{one}")] {
                    assert_eq!(of(&text), status, "{text}");
                }
            }
        }
        for (text, status) in [
            // What was asked for, was done: here the order tells.
            ("Đã gửi tờ trình. Đã mua 5 máy tính", Status::Completed),
            ("Đã mua 5 máy tính. Đã gửi tờ trình", Status::InProgress),
            ("Đã hoàn thành. Sẽ tiếp tục duy trì", Status::Completed),
            ("Chưa thực hiện. Lý do: đã hết kinh phí", Status::NotStarted),
            ("Chưa mua được. Nhà trường sẽ mua vào HKII", Status::NotStarted),
            ("Đã mua 10 máy. Máy chạy tốt, không hỏng", Status::Completed),
            ("Đã hoàn thành. Không có vướng mắc", Status::Completed),
            ("Đã có đ/c. Hoa phụ trách", Status::Completed),
        ] {
            assert_eq!(of(text), status, "{text}");
        }
    }
}
