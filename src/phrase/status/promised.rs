//! A folded text of a result in, whether it only says what somebody will do, or when it is to be done, out: `Nhà tài trợ hứa hỗ trợ`, `Nghỉ hè làm`,
//! `HK2 làm`; or that it is late, and was not begun: `Quá hạn, chưa làm`.

use super::barred::barred;
use super::denied::denied;
use super::late::says_late;
use super::when_to_come::is_time_to_come;
use super::words::heard;
use crate::model::Status;

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
        || is_left_to_a_term(folded)
        || WAITS.iter().any(|words| folded.starts_with(words)) && folded.contains(" moi ") && !folded.contains(" da ")
}

/// "HK2 làm", "Đầu HKII mua", "Cuối năm làm luôn": a time to come and a deed, and no more.
fn is_left_to_a_term(folded: &str) -> bool {
    const DEEDS: &[&str] = &[
        "lam",
        "sua",
        "mua",
        "xay",
        "thuc hien",
        "trien khai",
        "sua chua",
        "sua chữa",
        "to chuc",
        "lap",
        "tien hanh",
        "mua sam",
        "xu ly",
        "danh gia",
        "tong ket",
        "so ket",
        "binh xet",
        "xet",
        "thi",
        "hop",
        "kiem tra",
        "khao sat",
        "tinh",
    ];
    const LEADS: &[&str] = &["dau ", "giua ", "cuoi ", "qua ", "sang ", "ra ", "vao ", "den ", "toi ", "trong ", "dip ", "chờ ", "đợi "];
    const BEHIND: &[&str] = &["", " sau", " tiep", " luon", " bu", " lai", " not", " a"];
    let named = |when: &str| {
        let when = when.trim_end();
        let when = when.strip_suffix(" nay").unwrap_or(when);
        when != "nam" && is_time_to_come(when)
            || matches!(
                when,
                "tet"
                    | "sau tet"
                    | "ra tet"
                    | "qua tet"
                    | "nghi tet xong"
                    | "tet xong"
                    | "an tet xong"
                    | "het tet"
                    | "ra giêng"
                    | "ra gieng"
                    | "cuoi ky"
                    | "qua nam moi"
                    | "tuan sau"
                    | "tuan toi"
                    | "thang toi"
                    | "bế giang"
                    | "bế giang xong"
                    | "be giang"
                    | "be giang xong"
                    | "tong ket xong"
                    | "tong ket nam hoc xong"
                    | "nghi hè"
                    | "nghi he"
                    | "het nam hoc"
                    | "het nam hoc nay"
            )
    };
    let ended = BEHIND.iter().filter_map(|behind| folded.strip_suffix(behind));
    let before_deed = ended.flat_map(|rest| DEEDS.iter().filter_map(move |deed| rest.strip_suffix(deed)?.strip_suffix(' ')));
    before_deed
        .map(|when| when.strip_suffix(" se").or(when.strip_suffix(" moi")).unwrap_or(when))
        .any(|when| named(when) || LEADS.iter().filter_map(|lead| when.strip_prefix(lead)).any(named))
}

/// "Quá hạn, chưa làm", "Trễ hạn mà chưa mua": late, and not begun.
pub(super) fn is_late_unbegun(folded: &str) -> bool {
    const LATE: &[&str] = &["cham tien do ", "tre tien do ", "qua thoi han ", "da qua han ", "qua han ", "tre han ", "cham ", "tre "];
    const LEADS: &[&str] = &["so voi ke hoach ", "so voi kh ", "ma ", "nhung ", "van ", "va ", "hien "];
    let Some(mut rest) = LATE.iter().find_map(|late| folded.strip_prefix(late)) else { return false };
    while let Some(behind) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = behind;
    }
    (rest.starts_with("chua ") || rest == "chua") && denied(rest) == Some(Status::NotStarted)
}

/// "Không rõ": nothing is told.
pub(super) fn is_unknown(folded: &str) -> bool {
    matches!(
        folded,
        "khong ro"
            | "khong nắm duoc"
            | "chua nắm duoc"
            | "chua ro"
            | "khong biet"
            | "chua nằm duoc"
            | "khong nằm duoc"
            | "chua nam duoc"
            | "khong nam duoc"
            | "chua biet"
            | "chua co so lieu"
            | "khong co so lieu"
            | "chua co thong tin"
            | "khong co thong tin"
    )
}

/// "Không, do mưa", "Không vì trùng lịch thi": nothing was done, and why.
pub(super) fn is_not_for_reason(text: &str) -> bool {
    const NOT: &[&str] = &["không", "ko", "chưa", "hông", "hổng", "khong"];
    const WHY: &[&str] = &["do ", "vì ", "bởi ", "tại ", "vi "];
    const LACKS: &[&str] = &["chưa có kinh phí", "chưa có tiền", "thiếu kinh phí", "thiếu người", "hết kinh phí", "không có kinh phí"];
    const BARS: &[&str] = &["chờ ", "vướng ", "kẹt ", "bận ", "mưa", "bão", "lũ", "dịch ", "trùng lịch"];
    let written = text.trim().trim_start_matches(['-', '+', ' ']).to_lowercase();
    let Some(rest) = NOT.iter().find_map(|not| written.strip_prefix(not)) else { return false };
    let apart = rest.trim_start().starts_with([',', ';', ':', '(', '-', '–']);
    let reason = rest.trim_start_matches([' ', ',', ';', ':', '(', '-', '–']);
    let because = WHY.iter().find_map(|why| reason.strip_prefix(why));
    // "Không do trường quản lý", "không vì thế mà"
    let of_whom = |because: &str| ["trường", "nhà trường", "thế", "vậy", "ai"].iter().any(|who| because.starts_with(who));
    // "Không: nhà thầu chậm"
    let bars = || barred(&heard(reason)).is_some() || says_late(reason) || BARS.iter().any(|bar| reason.starts_with(bar));
    // "Không: giá vật liệu tăng"; "Không: 0 vụ vi phạm" denies what is ill.
    let told = || {
        let well = ["vi phạm", "bỏ học", "có ", "còn ", "em ", "học sinh", "tốt", "đủ", "đạt", "đã", "xong"];
        rest.trim_start().starts_with(':')
            && reason.split(' ').count() >= 2
            && !well.iter().any(|word| reason.contains(word))
            && !reason.contains(|sign: char| sign.is_ascii_digit())
    };
    apart && told()
        || apart && (LACKS.iter().any(|lack| reason.starts_with(lack)) || bars() && !reason.contains("đã "))
        || rest.starts_with([' ', ',', ';', ':', '(', '-', '–'])
            && because
                .map(|because| because.replace("chưa đủ", "thiếu").replace("không đủ", "thiếu"))
                .is_some_and(|because| (apart || !of_whom(&because)) && ![" đã ", " đủ", "đã "].iter().any(|done| because.contains(done)))
}

/// "Chưa biết khi nào làm", "Treo lại": not begun.
pub(super) fn is_of_no_time(folded: &str) -> bool {
    const LEADS: &[&str] = &["chua biet khi nao ", "chua biet bao gio ", "khong biet khi nao ", "khong biet bao gio "];
    const DEEDS: &[&str] = &["lam", "mua", "sua", "xay", "to chuc", "thuc hien", "trien khai", "co"];
    matches!(folded, "treo" | "treo lai" | "để treo" | "bi treo")
        || LEADS.iter().find_map(|lead| folded.strip_prefix(lead)).is_some_and(|rest| DEEDS.iter().any(|deed| rest.starts_with(deed)))
}

#[cfg(test)]
mod tests {
    use crate::model::Status;
    use crate::phrase::status;

    #[test]
    fn what_is_promised_or_left_to_a_time_to_come_is_not_begun() {
        for text in [
            "Nhà tài trợ hứa hỗ trợ",
            "Xã hứa cấp kinh phí",
            "Phụ huynh hứa ủng hộ",
            "Hè làm",
            "Nghỉ hè sửa",
            "Phải đến tháng 5 mới xong",
            "HK2 làm",
            "Đầu HK2 làm",
            "Cuối năm làm",
            "Học kỳ II sửa",
            "Sang năm mua",
            "Tuần sau làm",
            "Qua Tết sửa luôn",
            "Quá hạn, chưa làm",
            "Trễ hạn mà vẫn chưa mua",
            "Kế hoạch bị hoãn",
            "Cuối năm đánh giá",
            "HK2 tổng kết",
            "Không, do mưa",
            "Không vì trùng lịch thi",
            "Chưa biết khi nào làm",
            "Treo lại",
            "Chờ hè sửa",
            "Cuối kỳ này họp",
            "Không (chưa có kinh phí)",
            "Chuă làm",
        ] {
            assert_eq!(status::parse(text, "", "").status, Status::NotStarted, "{text}");
        }
        for text in ["Nhà tài trợ đã hỗ trợ như đã hứa", "Hè đã làm", "Đã làm trong hè", "HK2 làm tốt", "Cuối năm đã làm"]
        {
            assert_eq!(status::parse(text, "", "").status, Status::Completed, "{text}");
        }
        for text in ["Tổ Toán chưa làm", "Khối 4 chưa thực hiện", "Lớp 7B chưa nộp"] {
            assert_ne!(status::parse(text, "", "").status, Status::Completed, "{text}");
        }
    }
}
