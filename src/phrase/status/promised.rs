//! A folded text of a result in, whether it only says what somebody will do, or when it is to be done, out: `Nhà tài trợ hứa hỗ trợ`, `Nghỉ hè làm`.

/// "Xã hứa cấp kinh phí", and nothing that was done.
pub(super) fn is_promised(folded: &str) -> bool {
    const GIVES: &[&str] = &["ho", "cap", "ung", "tai", "giup", "dong", "bo", "cho", "trong", "lam", "mua", "sua", "tang"];
    const DONE: &[&str] = &["da", "duoc", "xong", "roi", "nhu"];
    let words: Vec<&str> = folded.split(' ').collect();
    let at = words.iter().position(|word| *word == "hua").filter(|at| *at <= 4);
    let gives = at.and_then(|at| words.get(at + 1)).is_some_and(|next| GIVES.contains(next));
    gives && !words.iter().any(|word| DONE.contains(word))
}

/// "Hè làm", "Nghỉ hè sửa", "Phải đến tháng 5 mới xong".
pub(super) fn is_to_come(folded: &str) -> bool {
    const DEEDS: &[&str] = &["lam", "sua", "mua", "xay", "thuc hien", "trien khai", "sua chua", "to chuc"];
    const WAITS: &[&str] = &["phai den", "phai chờ den", "phai doi den", "phai sang"];
    let in_summer = ["hè ", "nghi hè ", "he ", "nghi he "].iter().find_map(|summer| folded.strip_prefix(summer));
    in_summer.is_some_and(|deed| DEEDS.contains(&deed))
        || WAITS.iter().any(|words| folded.starts_with(words)) && folded.contains(" moi ") && !folded.contains(" da ")
}

#[cfg(test)]
mod tests {
    use crate::model::Status;
    use crate::phrase::status;

    #[test]
    fn what_is_promised_or_left_to_a_time_to_come_is_not_begun() {
        for text in
            ["Nhà tài trợ hứa hỗ trợ", "Xã hứa cấp kinh phí", "Phụ huynh hứa ủng hộ", "Hè làm", "Nghỉ hè sửa", "Phải đến tháng 5 mới xong"]
        {
            assert_eq!(status::parse(text, "", "").status, Status::NotStarted, "{text}");
        }
        for text in ["Nhà tài trợ đã hỗ trợ như đã hứa", "Hè đã làm", "Đã làm trong hè"] {
            assert_eq!(status::parse(text, "", "").status, Status::Completed, "{text}");
        }
        for text in ["Tổ Toán chưa làm", "Khối 4 chưa thực hiện", "Lớp 7B chưa nộp"] {
            assert_ne!(status::parse(text, "", "").status, Status::Completed, "{text}");
        }
    }
}
