//! A text whose parts each have their own state in, what they say together out: `Tầng 1: 100%; tầng 2: 40%`, a list with a state in each line.

use super::clause::is_to_come;
use super::numbered::without_number;
use super::words::heard;
use crate::model::Status;
use crate::text::clean;

/// `read`: what the text of a part says. `None` where the text has no such parts.
pub(super) fn together(text: &str, read: impl Fn(&str) -> Option<Status>) -> Option<Status> {
    let parts = labelled(text).or_else(|| lines(text))?;
    // "- Đã lập hồ sơ\n- Tháng 3 thi công"
    let to_come = |part: &str| is_to_come(&heard(part).split(' ').collect::<Vec<_>>());
    let of_part =
        |(at, part): (usize, &String)| if part.is_empty() || at > 0 && to_come(part) { Some(Status::NotStarted) } else { read(part) };
    let said: Vec<Option<Status>> = parts.iter().enumerate().map(of_part).collect();
    // "- 45 cuốn sách\n- 3 máy tính": things, and no state of any.
    if said.iter().all(Option::is_none) {
        return None;
    }
    let all = |wanted: Status| {
        said.iter().all(|status| *status == Some(wanted) || *status == (wanted == Status::NotStarted).then_some(Status::NoReport))
    };
    if all(Status::Completed) {
        Some(Status::Completed)
    } else if said.iter().all(|status| matches!(status, None | Some(Status::NotStarted))) {
        Some(Status::NotStarted)
    } else {
        Some(Status::InProgress)
    }
}

/// "Máy tính: xong; máy in: chưa" → `xong`, `chưa`.
fn labelled(text: &str) -> Option<Vec<String>> {
    /// A longer label is a sentence.
    const LONGEST_LABEL: usize = 5;
    /// A longer answer tells more than a state.
    const LONGEST_ANSWER: usize = 6;
    let text = text.replace(". ", "; ").replace(": ", ":").replace(':', ": ");
    let parts: Vec<&str> = text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    // "Tầng 1: 100%, tầng 2: 40%"
    let by_comma: Vec<&str> = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let parts = if parts.len() < 2 && by_comma.iter().all(|part| part.contains(':')) { by_comma } else { parts };
    // "KH: 20 tiết; TH: 14 tiết" are no parts.
    let aims =
        ["kh:", "kế hoạch:", "chỉ tiêu:", "ct:"].iter().any(|aim| text.trim_start_matches(['-', '+', ' ']).to_lowercase().starts_with(aim));
    if parts.len() < 2 || aims {
        return None;
    }
    parts
        .iter()
        .map(|part| {
            let (label, answer) = part.split_once(':')?;
            let words = |text: &str| text.split_whitespace().count();
            let named = (1..=LONGEST_LABEL).contains(&words(label)) && label.chars().any(char::is_alphabetic);
            // "Minh chứng: QĐ 15"
            let paper = ["minh chứng", "mc", "lý do", "nguyên nhân", "ghi chú", "kết quả", "số tiền", "kinh phí"]
                .iter()
                .any(|paper| clean(label).to_lowercase().trim_start_matches(['-', '+', ' ']).starts_with(paper));
            (named && !paper && words(answer) <= LONGEST_ANSWER).then(|| answer.trim().to_owned())
        })
        .collect()
}

/// The lines of a list with bullets or numbers.
fn lines(text: &str) -> Option<Vec<String>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let bullet =
        |line: &str| line.strip_prefix(['-', '+', '*', '•', '–']).or_else(|| without_number(line)).map(|rest| rest.trim().to_owned());
    let all: Vec<String> = lines.iter().filter_map(|line| bullet(line)).filter(|line| !line.is_empty()).collect();
    (all.len() >= 2 && all.len() == lines.len()).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::status::parse;

    #[test]
    fn parts_with_states_of_their_own_are_said_together() {
        for (text, status) in [
            ("Tầng 1: 100%; tầng 2: 40%", Status::InProgress),
            ("Tầng 1: 100%, tầng 2: 0%", Status::InProgress),
            ("Nội dung 1: 100%; nội dung 2: 100%", Status::Completed),
            ("- Máy tính: 10/10\n- Máy in: 0/2", Status::InProgress),
            ("- Máy tính: xong\n- Máy in: không", Status::InProgress),
            ("Nội dung 1, 2: hoàn thành. Nội dung 3: hủy", Status::InProgress),
            ("+ Đã họp tổ\n+ Đã dự giờ 2/4 tiết", Status::InProgress),
            ("- Đã sơn cổng\n- Đã lát sân", Status::Completed),
            ("1) Chưa vận động\n2) Đã xây dựng góc thư viện ở 8 lớp", Status::InProgress),
            ("1. Đã thay 6 bồn\n2. Đã họp 1/2 lần", Status::InProgress),
            ("1. Chưa mua\n2. Chưa lắp", Status::NotStarted),
            ("a) Đã mua\nb) Đã lắp", Status::Completed),
            ("1/ Đã mua\n2/ Đang lắp", Status::InProgress),
            ("- Máy tính: chưa mua\n- Máy in: chưa", Status::NotStarted),
            ("- Đã lập hồ sơ\n- Tháng 3 thi công", Status::InProgress),
            ("- Đã lập hồ sơ\n- Đã thi công tháng 11", Status::Completed),
        ] {
            assert_eq!(parse(text, "", "").status, status, "{text}");
        }
        for text in [
            "Kết quả: 3 giải Nhất; 2 giải Nhì",
            "Đã mua: 5 máy",
            "Đã họp, kết luận: thống nhất mua 5 máy tính cho phòng tin học",
            "Đã mua 5 máy\nđã lắp",
            "1/10 họp\n15/11 xong",
        ] {
            assert_eq!(together(text, |_| None), None, "{text}");
        }
    }
}
