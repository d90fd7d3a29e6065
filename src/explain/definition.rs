//! Codes and dates in, the words people read out.

use jiff::civil::Date;

use super::data::{Action, Assessment};
use crate::model::SchoolKind;

pub const ACTIONS: &str = "Một việc là một dòng kế hoạch của một trường, ghép với dòng kết quả của nó; dòng kết quả không ghép được với kế hoạch cũng là một việc.";
pub const AFFECTED: &str = "Trường bị ảnh hưởng: đã nộp báo cáo và chưa đạt tiêu chí ở mức bằng hoặc dưới mức phấn đấu, hoặc có việc chắc chắn quá hạn ở tiêu chí. Mỗi trường tính một lần.";

pub fn submission(code: &str) -> &'static str {
    match code {
        "on_time" => "đúng hạn",
        "late" => "trễ hạn",
        "missing" => "chưa nộp",
        "unreadable" => "chỉ có tệp không đọc được",
        "reported" => "đã nộp (đúng hạn hoặc trễ hạn)",
        _ => "phải nộp",
    }
}

pub fn state(code: &str) -> &'static str {
    match code {
        "accepted" => "được tính",
        "superseded" => "được thay bằng bản mới hơn",
        "duplicate" => "trùng tệp khác",
        _ => "không đọc được",
    }
}

/// Whether an action belongs to a part of the counts.
pub type Belongs = fn(&Action) -> bool;

/// What a part of the counts of actions counts, and whether an action belongs to it.
pub fn part(name: &str) -> Option<(&'static str, Belongs)> {
    Some(match name {
        "total" => ("mọi việc", |_| true),
        "completed" => ("việc đã hoàn thành", |action| action.status == "completed"),
        "in_progress" => ("việc đang thực hiện", |action| action.status == "in_progress"),
        "not_started" => ("việc chưa triển khai", |action| action.status == "not_started"),
        "no_report" => ("việc không có báo cáo kết quả", |action| action.status == "no_report"),
        "overdue" => (
            "việc chắc chắn quá hạn: chưa hoàn thành, hạn ghi rõ và trước ngày chốt số liệu, trường có báo tình trạng",
            |action| action.overdue == "certain",
        ),
        "possibly_overdue" => ("việc có thể quá hạn: hạn do suy đoán hoặc trường chưa báo tình trạng", |action| {
            action.overdue == "possible"
        }),
        "undetermined" => ("việc chưa hoàn thành và không rõ hạn", |action| action.overdue == "undetermined"),
        _ => return None,
    })
}

/// The texts a school wrote about a piece of work.
pub fn raw(action: &Action) -> String {
    let texts = [
        ("Thời gian", &action.time_text),
        ("Kinh phí", &action.cost_text),
        ("Đã xong", &action.done_text),
        ("Đang làm", &action.ongoing_text),
        ("Chưa làm", &action.not_started_text),
    ];
    let said = texts.into_iter().filter(|(_, text)| !text.trim().is_empty());
    said.map(|(title, text)| format!("{title}: {}", text.split_whitespace().collect::<Vec<_>>().join(" "))).collect::<Vec<_>>().join(" · ")
}

pub fn read(action: &Action) -> String {
    let mut said = vec![action.due.map_or_else(|| "không rõ hạn".to_owned(), |due| format!("hạn {}", date(due)))];
    if !action.flags.is_empty() {
        said.push(format!("về thời gian: {}", flags(&action.flags)));
    }
    said.push(status(&action.status).to_owned());
    said.extend(match action.overdue.as_str() {
        "certain" => Some("chắc chắn quá hạn".to_owned()),
        "possible" => Some("có thể quá hạn".to_owned()),
        _ => None,
    });
    said.extend(action.cost_vnd.map(|amount| format!("{} đồng", number(amount))));
    said.join(", ")
}

/// What a school put into the cell of a mark.
pub fn mark(row: &Assessment) -> String {
    if row.mark.is_empty() { "(không đánh dấu)".to_owned() } else { row.mark.split_whitespace().collect::<Vec<_>>().join(" ") }
}

pub fn verdict(row: &Assessment) -> String {
    let result = match row.result.as_str() {
        "met" => "Đạt",
        "unmet" => "Không đạt",
        _ => "Chưa đánh giá",
    };
    format!("Mức {}: {result}", row.level)
}

pub fn status(code: &str) -> &'static str {
    match code {
        "completed" => "hoàn thành",
        "in_progress" => "đang thực hiện",
        "not_started" => "chưa triển khai",
        _ => "chưa báo cáo",
    }
}

fn flags(codes: &str) -> String {
    let word = |code: &str| match code {
        "year_inferred" => "năm do suy đoán".to_owned(),
        "approximate" => "ước chừng".to_owned(),
        "repaired" => "đã sửa lỗi viết".to_owned(),
        "multiple" => "nhiều mốc".to_owned(),
        other => other.to_owned(),
    };
    codes.split(';').map(word).collect::<Vec<_>>().join(", ")
}

pub fn severity(code: &str) -> &'static str {
    match code {
        "error" => "lỗi",
        "warning" => "cần xem lại",
        _ => "ghi chú",
    }
}

/// The kind of school, in the words of `by_group`.
pub fn kind(code: &str) -> &'static str {
    SchoolKind::ALL.into_iter().find(|kind| kind.code() == code).map_or("", SchoolKind::title)
}

pub fn source(code: &str) -> &'static str {
    match code {
        "budget" => "ngân sách",
        "socialised" => "xã hội hóa",
        "unstated" => "không ghi nguồn",
        _ => "ghi nhiều nguồn chung một số tiền",
    }
}

pub fn date(date: Date) -> String {
    date.strftime("%d/%m/%Y").to_string()
}

/// 1.234.567
pub fn number(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}
