//! What was planned and what a free column of results says of it in, whether nothing would be asked about it under a title of done work out:
//! `Tham gia cuộc thi UPU` → `26 bài dự thi`.
//!
//! Such a text has no word of state, so that what might be of a part, of another thing or of a time to come is left to be asked about.

use super::answer::{answers, copies_plan, names_plan};
use super::kin::only_makes_ready;
use super::outcome::{lacks_outcome, tells_outcome};
use super::scope::names_another_place;
use super::short::falls_short;
use super::so_far::tells_how_far;
use crate::model::Status;
use crate::phrase::status::doubt::{Doubt, doubt};
use crate::phrase::status::parse;
use crate::phrase::status::words::heard;
use crate::phrase::token::{Token, tokens};

pub(super) fn leaves_nothing_to_ask(planned: &str, said: &str) -> bool {
    let told = heard(said);
    let (plan, tokens) = (tokens(planned), tokens(said));
    if tokens.len() < 2 || !said.chars().any(char::is_alphabetic) || names_only_a_paper(&told, said) {
        return false;
    }
    if denies(&told, &tokens) || counts_a_part(&tokens) || counts_others(&plan, &tokens) || tells_when_to_come(&told, &tokens) {
        return false;
    }
    // "Tăng 32% so với đầu năm" of a plan to come up to 30 %
    if planned.contains('%') && said.contains('%') || names_another_place(planned, said) || tells_how_far(planned, said) {
        return false;
    }
    let doubtful = |doubt: Doubt| doubt != Doubt::Unclear || !(names_plan(planned, said) || tells_outcome(planned, said));
    parse(said, "", "").status == Status::Completed
        && !doubt(said).is_some_and(doubtful)
        && answers(&[planned], said)
        && !copies_plan(planned, said)
        && !lacks_outcome(planned, said)
        && !only_makes_ready(planned, said)
        && falls_short(planned, said).is_none()
}

/// "Có QĐ" of a plan to build.
fn names_only_a_paper(told: &str, said: &str) -> bool {
    let own = told.strip_prefix("da ").unwrap_or(told);
    own.starts_with("co ") && own.split(' ').count() <= 5 && !said.contains(|sign: char| sign.is_ascii_digit())
}

/// "Không còn hàng", "Mỗi lớp mới 1 ngăn", "Vẫn ghi".
fn denies(told: &str, tokens: &[Token]) -> bool {
    told.starts_with("van ")
        || behind_none(told).split(' ').any(|word| matches!(word, "chua" | "khong" | "dang" | "se" | "chờ" | "thieu" | "chỉ"))
        || tokens.windows(2).any(|two| two[0].written == "mới" && two[1].number().is_some())
}

/// "Học kì I không có em nào bỏ học": that none did what is ill denies nothing.
fn behind_none(told: &str) -> &str {
    const ILLS: &[&str] = &["bỏ hoc", "vi pham", "tai nan", "bao luc", "danh nhau", "ngo doc", "dich benh", "luu ban", "khieu nai"];
    match told.split_once("khong co ") {
        Some((before, rest)) if before.split(' ').count() <= 6 && ILLS.iter().any(|ill| rest.contains(ill)) => before,
        _ => told,
    }
}

/// "20/64 em bơi được"
fn counts_a_part(tokens: &[Token]) -> bool {
    tokens.windows(4).any(|four| {
        let (Some(part), Some(whole)) = (four[0].number(), four[2].number()) else { return false };
        four[1].is_sign('/') && part < whole && four[3].word().is_some()
    })
}

/// "10 người trực" of a plan for "10 bình"
fn counts_others(plan: &[Token], tokens: &[Token]) -> bool {
    plan.iter().any(|token| token.number().is_some())
        && tokens.first().is_some_and(|first| first.number().is_some())
        && tokens.get(1).and_then(Token::word).is_some_and(|unit| plan.iter().all(|token| !token.is_word(unit)))
}

/// "Tháng 3 đi", "Dồn vào dịp 26/3": of the year's second half, and of nothing that is told as past.
fn tells_when_to_come(told: &str, tokens: &[Token]) -> bool {
    let later = |at: usize| tokens.get(at).and_then(Token::number).is_some_and(|month| (2..=7).contains(&month));
    let past = tokens.iter().any(|token| matches!(token.written.as_str(), "đã" | "xong" | "rồi"));
    let month = (1..tokens.len()).any(|at| later(at) && tokens[at - 1].is_word("thang"));
    let day = (2..tokens.len()).any(|at| {
        let of_year = tokens.get(at + 1).is_some_and(|next| next.is_sign('/'));
        later(at) && !of_year && tokens[at - 1].is_sign('/') && tokens[at - 2].number().is_some_and(|day| day > 7)
    });
    !past && (month || day || ["he ", "hkii", "hk2", "cuoi nam", "cuoi ky"].iter().any(|time| told.starts_with(time)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_a_part_or_of_a_time_to_come_is_left_to_be_asked_about() {
        for (planned, said) in [
            ("Tham gia cuộc thi UPU", "26 bài dự thi"),
            ("Xây dựng tập thể đoàn kết", "Nội bộ đoàn kết, thống nhất cao"),
            ("Làm phù hiệu cho HS", "486 cái"),
            ("Nâng cao vai trò GVCN", "GVCN bám lớp, nắm hoàn cảnh từng em"),
            ("Tham gia thi GVDG huyện", "4 GV đạt, 1 giải ba"),
        ] {
            assert!(leaves_nothing_to_ask(planned, said), "{planned}: {said}");
        }
        for (planned, said) in [
            ("Mua bàn bóng bàn", "Không còn hàng"),
            ("Tủ sách lớp", "Mỗi lớp mới 1 ngăn"),
            ("Học sinh khối 5 biết bơi", "20/64 em bơi được"),
            ("Lắp đặt 10 bình chữa cháy", "10 người trực"),
            ("Tổ chức giao lưu với trường vùng cao", "Tháng 3 đi"),
            ("Tổ chức hội diễn văn nghệ", "Dồn vào dịp 26/3 luôn cho tiện"),
            ("Xây nhà đa năng", "Có QĐ"),
            ("Kê bàn ghế chuẩn", "Lớp 6 kê lại"),
            ("Tổ chức tập huấn PCCC", "Công an huyện nhận lời"),
            ("Mua 15 bộ bàn ghế", "Về được 7 bộ"),
            ("Họp tháng 12", "7/12"),
        ] {
            assert!(!leaves_nothing_to_ask(planned, said), "{planned}: {said}");
        }
    }
}
