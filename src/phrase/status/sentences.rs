//! A text of several sentences under work that is done in, whether what they say of themselves comes to less than the first or the last of them out:
//! `Nhà trường chưa có nhân viên. Đã mua đủ sách` and the same turned round are both of work that some of is done.

use super::statement::opening;
use super::words::heard;
use super::{is_share, said};
use crate::model::Status;

/// `read`, what was read of the text as a whole, or that only some of it is done.
pub(super) fn weighed(text: &str, read: Option<Status>) -> Option<Status> {
    let sentences = sentences(text);
    if sentences.len() < 2 || !matches!(read, Some(Status::Completed | Status::NotStarted)) {
        return read;
    }
    let own: Vec<Option<Status>> = sentences.iter().map(|sentence| said(sentence, Status::Completed)).collect();
    let less = match read {
        Some(Status::NotStarted) => (1..sentences.len()).any(|at| {
            // Of a sentence without a word of state the column speaks, and not the sentence.
            let said = heard(sentences[at]);
            let told = said.starts_with("da ") || opening(&said, is_share(sentences[at])) == Some(Status::Completed);
            let done = own[at] == Some(Status::Completed) && told;
            (done || own[at] == Some(Status::InProgress)) && !explains(sentences[at])
        }),
        _ => (1..sentences.len()).any(|at| own[at] == Some(Status::InProgress) && !explains(sentences[at])),
    };
    if less { Some(Status::InProgress) } else { read }
}

/// "Lý do: chờ kinh phí", "Vì trời mưa": why, and not how far.
fn explains(sentence: &str) -> bool {
    let said = heard(sentence);
    ["ly do", "nguyen nhan", "do ", "vi ", "de nghi", "kien nghi", "ghi chu", "tuy ", "mac du "].iter().any(|lead| said.starts_with(lead))
}

/// What stands on lines of its own or behind a full stop, without the number before it.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut from = 0;
        for (at, _) in line.match_indices(". ") {
            let last = line[from..at].rsplit(' ').next().unwrap_or_default();
            let ends =
                last.chars().count() > 2 && last.chars().next_back().is_some_and(|sign| sign.is_lowercase() || sign == ')' || sign == '%');
            if ends && line[at + 2..].trim_start().starts_with(char::is_uppercase) {
                found.push(line[from..at].trim());
                from = at + 2;
            }
        }
        found.push(line[from..].trim());
    }
    found.retain(|sentence| sentence.chars().any(char::is_alphabetic));
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
        ] {
            for sign in [". ", "\n"] {
                for text in [format!("{one}{sign}{other}"), format!("{other}{sign}{one}")] {
                    assert_eq!(of(&text), status, "{text}");
                }
            }
        }
        for (text, status) in [
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
