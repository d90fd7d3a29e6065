//! `ctcl parse`: how one phrase is read.

use std::ffi::OsString;
use std::io::{self, BufRead};

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::json;

use super::{DONE, screen};
use crate::framework::Frameworks;
use crate::model::{Criterion, LevelBand, SchoolKind, SchoolYear, Status};
use crate::phrase;
use crate::phrase::criterion::CriterionPhrase;

pub(super) const EXAMPLE: &str = "Ví dụ:\n  ctcl parse time \"Tháng 9/2023 đến tháng 5/2024\" --year 2023-2024\n";

#[derive(Args)]
pub(super) struct Arguments {
    /// Loại: time (thời gian), money (kinh phí), criterion (tiêu chí), status (ba ô kết quả, cách nhau bằng tab), school (tên trường)
    #[arg(value_name = "LOẠI", help_heading = "Đối số")]
    kind: Kind,
    /// Các cụm chữ; không có thì đọc từng dòng từ stdin
    #[arg(value_name = "CỤM CHỮ", allow_hyphen_values = true, help_heading = "Đối số")]
    texts: Vec<String>,
    /// Năm học của kế hoạch, ví dụ 2023-2024 (mặc định: năm học hiện nay)
    #[arg(long, value_name = "NĂM HỌC", help_heading = "Tùy chọn")]
    year: Option<SchoolYear>,
    /// Tiêu chuẩn đang xét, cho "Tiêu chí 8" không ghi tiêu chuẩn
    #[arg(long, value_name = "SỐ", help_heading = "Tùy chọn")]
    standard: Option<u8>,
    /// Nhóm mức đang xét: 123 hoặc 4
    #[arg(long, value_name = "NHÓM", help_heading = "Tùy chọn")]
    level_band: Option<Band>,
    /// In mỗi cụm một dòng JSON
    #[arg(long, help_heading = "Tùy chọn")]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Time,
    Money,
    Criterion,
    Status,
    School,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Band {
    #[value(name = "123")]
    OneToThree,
    #[value(name = "4")]
    Four,
}

/// Phrases may begin with a dash ("- Tiêu chí 2.1", "--"), so the options of this command are put before them, and `--` between.
/// What stands behind a `--` is phrases alone; one with nothing behind it is a phrase.
pub(super) fn options_first(arguments: Vec<OsString>) -> Vec<OsString> {
    let is_parse = arguments.get(1).is_some_and(|command| command == "parse" || command == "doc");
    if !is_parse {
        return arguments;
    }
    let mut given = arguments.into_iter().peekable();
    let mut first: Vec<OsString> = given.by_ref().take(2).collect();
    let mut phrases: Vec<OsString> = Vec::new();
    while let Some(argument) = given.next() {
        let text = argument.to_string_lossy();
        let name = text.split('=').next().unwrap_or_default();
        match name {
            "--json" | "--help" | "-h" => first.push(argument),
            "--year" | "--standard" | "--level-band" => {
                let has_value = text.contains('=');
                first.push(argument);
                if !has_value {
                    first.extend(given.next());
                }
            }
            "--" if given.peek().is_some() => {
                phrases.extend(given.by_ref());
            }
            _ => phrases.push(argument),
        }
    }
    if !phrases.is_empty() {
        first.push("--".into());
    }
    first.extend(phrases);
    first
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<u8> {
    let frameworks = Frameworks::load(None)?;
    let year =
        arguments.year.or_else(current_year).ok_or_else(|| anyhow::anyhow!("không rõ năm học; hãy thêm --year, ví dụ --year 2023-2024"))?;
    let answer = |text: &str| -> anyhow::Result<()> {
        let value = reading(arguments, text, year, &frameworks)?;
        screen::result(&format!("{}\n", if arguments.json { serde_json::to_string(&value)? } else { screen::visible(&spoken(&value)) }))
    };
    if arguments.texts.is_empty() {
        for line in io::stdin().lock().lines() {
            answer(&line?)?;
        }
    } else {
        for text in &arguments.texts {
            answer(text)?;
        }
    }
    Ok(DONE)
}

fn reading(arguments: &Arguments, text: &str, year: SchoolYear, frameworks: &Frameworks) -> anyhow::Result<serde_json::Value> {
    let band = arguments.level_band.map(|band| match band {
        Band::OneToThree => LevelBand::OneToThree,
        Band::Four => LevelBand::Four,
    });
    Ok(match arguments.kind {
        Kind::Time => with_text(text, &phrase::time::parse(text, year, &frameworks.calendars))?,
        Kind::Money => {
            let cost = phrase::money::parse(text);
            json!({"text": text, "kind": cost.kind, "amount_vnd": cost.amount_vnd, "sources": cost.sources})
        }
        Kind::Criterion => {
            let all = phrase::criterion::all(text, arguments.standard, band);
            criterion(text, &all, frameworks, arguments.json)
        }
        Kind::Status => {
            let mut texts = text.split('\t').map(str::trim);
            let mut next = || texts.next().unwrap_or_default();
            let found = phrase::status::parse(next(), next(), next());
            json!({"status": found.status, "late_stated": found.late_stated})
        }
        Kind::School => {
            let found = phrase::school::parse(text);
            json!({"text": text, "kind": found.kind, "name": found.name})
        }
    })
}

/// The first criterion that the text names, where a framework has it: none has a `6.1` or a `1.11`. People are also told of what else it names;
/// the line for programs has its own keys and no more.
fn criterion(text: &str, all: &[CriterionPhrase], frameworks: &Frameworks, json: bool) -> serde_json::Value {
    let first = all.first().cloned().unwrap_or_default();
    let found = if is_known(&first, frameworks) { first.clone() } else { CriterionPhrase::default() };
    let mut value = json!({"text": text, "standard": found.standard, "criterion": found.criterion, "level4_item": found.level4_item, "indicator": found.indicator});
    if !json {
        let codes = |all: &[CriterionPhrase]| all.iter().filter_map(code).collect::<Vec<_>>();
        value["others"] = json!(codes(&all[1.min(all.len())..]));
        value["in_no_framework"] = json!(if found == first { None } else { code(&first) });
    }
    value
}

/// As people write it: `1.10`, `M4.3`, `tiêu chuẩn 9`.
fn code(found: &CriterionPhrase) -> Option<String> {
    let criterion = found.criterion.or_else(|| found.level4_item.map(|item| Criterion::Level4 { item }));
    criterion.map(|criterion| criterion.to_string()).or_else(|| found.standard.map(|standard| format!("tiêu chuẩn {standard}")))
}

/// Whether a framework has what the text names: none has a `6.1` or a `1.11`.
fn is_known(found: &CriterionPhrase, frameworks: &Frameworks) -> bool {
    let mut all = frameworks.all.iter();
    match found.criterion.or_else(|| found.level4_item.map(|item| Criterion::Level4 { item })) {
        Some(criterion) => all.any(|framework| framework.has(criterion)),
        None => found.standard.is_none_or(|standard| all.any(|framework| framework.standard_title(standard).is_some())),
    }
}

fn with_text(text: &str, value: &impl Serialize) -> anyhow::Result<serde_json::Value> {
    let mut object = json!({"text": text});
    if let (Some(object), serde_json::Value::Object(fields)) = (object.as_object_mut(), serde_json::to_value(value)?) {
        object.extend(fields);
    }
    Ok(object)
}

/// One line for people: only what is known.
fn spoken(value: &serde_json::Value) -> String {
    let serde_json::Value::Object(fields) = value else { return value.to_string() };
    let text = fields.get("text").and_then(serde_json::Value::as_str);
    let known =
        fields.iter().filter(|(name, value)| *name != "text" && !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty()));
    let parts: Vec<String> = known
        .map(|(name, value)| {
            let value = match value {
                serde_json::Value::String(text) => word(name, text),
                serde_json::Value::Array(list) => {
                    list.iter().filter_map(serde_json::Value::as_str).map(|text| word(name, text)).collect::<Vec<_>>().join(", ")
                }
                serde_json::Value::Bool(is_so) => if *is_so { "có" } else { "không" }.to_owned(),
                other => other
                    .as_i64()
                    .map_or_else(|| other.to_string(), |number| if name == "amount_vnd" { dotted(number) } else { number.to_string() }),
            };
            format!("{} {value}", title(name))
        })
        .collect();
    let parts = if parts.is_empty() { "không hiểu".to_owned() } else { parts.join(" · ") };
    screen::visible(&text.map_or_else(|| parts.clone(), |text| format!("{text} → {parts}")))
}

/// A code as people say it; what is no code stays as it is.
fn word(name: &str, text: &str) -> String {
    const WORDS: &[(&str, &[(&str, &str)])] = &[
        (
            "kind",
            &[
                ("span", "có hạn"),
                ("open", "chỉ có ngày bắt đầu"),
                ("recurring", "thường xuyên, định kỳ"),
                ("conditional", "khi có điều kiện"),
                ("unknown", "không đọc được"),
                ("amount", "số tiền"),
                ("zero", "không đồng"),
                ("source_only", "chỉ ghi nguồn"),
                ("unit_price", "đơn giá"),
                ("none", "không có kinh phí"),
                ("unspecified", "không nêu số tiền"),
            ],
        ),
        (
            "flags",
            &[
                ("year_inferred", "năm suy từ năm học"),
                ("approximate", "ngày gần đúng"),
                ("multiple", "nhiều mốc trong một ô"),
                ("repaired", "năm ghi sai đã sửa"),
            ],
        ),
        ("sources", &[("budget", "ngân sách nhà nước"), ("socialised", "xã hội hóa")]),
    ];
    let known = WORDS.iter().filter(|(of, _)| *of == name).flat_map(|(_, words)| *words).find(|(code, _)| *code == text);
    let kind = || SchoolKind::ALL.into_iter().find(|kind| name == "kind" && kind.code() == text).map(SchoolKind::title);
    let status = || Status::ALL.into_iter().find(|status| name == "status" && status.code() == text).map(Status::title);
    if let Some(said) = known.map(|(_, said)| *said).or_else(kind).or_else(status) {
        return said.to_owned();
    }
    let day = matches!(name, "start" | "due").then(|| text.parse::<jiff::civil::Date>().ok()).flatten();
    day.map_or_else(|| text.to_owned(), |day| day.strftime("%d/%m/%Y").to_string())
}

/// `15.000.000`
fn dotted(number: i64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(".")
}

fn title(name: &str) -> &str {
    match name {
        "kind" => "loại:",
        "start" => "bắt đầu:",
        "due" => "hạn:",
        "flags" => "lưu ý:",
        "amount_vnd" => "số tiền (đồng):",
        "sources" => "nguồn:",
        "standard" => "tiêu chuẩn:",
        "criterion" => "tiêu chí:",
        "level4_item" => "khoản Mức 4:",
        "indicator" => "chỉ báo:",
        "status" => "tình trạng:",
        "late_stated" => "tự ghi chậm:",
        "name" => "tên:",
        "others" => "còn:",
        "in_no_framework" => "không bộ tiêu chuẩn nào có:",
        other => other,
    }
}

/// The school year of today: from July on, the one that is about to begin.
fn current_year() -> Option<SchoolYear> {
    let today = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    SchoolYear::new(if today.month() >= 7 { today.year() } else { today.year() - 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_stand_anywhere_and_phrases_may_begin_with_a_dash() {
        let ordered = |line: &str| {
            let arguments = line.split(' ').map(OsString::from).collect();
            options_first(arguments).iter().map(|argument| argument.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
        };
        for (given, expected) in [
            ("ctcl parse time T9 --year 2023-2024", "ctcl parse --year 2023-2024 -- time T9"),
            ("ctcl parse money -- --json", "ctcl parse -- money --json"),
            ("ctcl parse --json money -- -5", "ctcl parse --json -- money -5"),
            ("ctcl parse money --json --", "ctcl parse --json -- money --"),
            ("ctcl parse money - --json", "ctcl parse --json -- money -"),
            ("ctcl report a --json", "ctcl report a --json"),
        ] {
            assert_eq!(ordered(given), expected, "{given}");
        }
    }

    #[test]
    fn what_people_are_told_holds_no_word_of_code() {
        let frameworks = Frameworks::load(None).expect("ours");
        let year = SchoolYear::new(2023).expect("a year");
        for (kind, text, said) in [
            (Kind::Time, "Tháng 5", "Tháng 5 → loại: có hạn · bắt đầu: 01/05/2024 · hạn: 31/05/2024 · lưu ý: năm suy từ năm học"),
            (Kind::Money, "15tr (ngân sách)", "15tr (ngân sách) → loại: số tiền · số tiền (đồng): 15.000.000 · nguồn: ngân sách nhà nước"),
            (Kind::Status, "Đã xong\t\t", "tình trạng: Hoàn thành · tự ghi chậm: không"),
            (Kind::Criterion, "Tiêu chí 1.1, 1.2", "Tiêu chí 1.1, 1.2 → tiêu chuẩn: 1 · tiêu chí: 1.1 · còn: 1.2"),
            (Kind::Criterion, "Tiêu chí 1.11", "Tiêu chí 1.11 → không bộ tiêu chuẩn nào có: 1.11"),
            (Kind::Criterion, "TIÊU CHUẨN 9", "TIÊU CHUẨN 9 → không bộ tiêu chuẩn nào có: tiêu chuẩn 9"),
            (Kind::School, "Trường TH Hoa Sen", "Trường TH Hoa Sen → loại: Tiểu học · tên: Hoa Sen"),
        ] {
            let arguments = Arguments { kind, texts: Vec::new(), year: None, standard: None, level_band: None, json: false };
            assert_eq!(spoken(&reading(&arguments, text, year, &frameworks).expect("read")), said);
        }
    }

    /// The lines are read by other programs: no key more, no key less.
    #[test]
    fn a_line_has_the_keys_that_were_promised() {
        let frameworks = Frameworks::load(None).expect("ours");
        let year = SchoolYear::new(2023).expect("a year");
        for (kind, keys) in [
            (Kind::Time, &["text", "kind", "start", "due", "flags"][..]),
            (Kind::Money, &["text", "kind", "amount_vnd", "sources"]),
            (Kind::Criterion, &["text", "standard", "criterion", "level4_item", "indicator"]),
            (Kind::Status, &["status", "late_stated"]),
            (Kind::School, &["text", "kind", "name"]),
        ] {
            let arguments = Arguments { kind, texts: Vec::new(), year: None, standard: None, level_band: None, json: true };
            let line = reading(&arguments, "10 triệu (NSNN)", year, &frameworks).expect("read");
            let found: Vec<&str> = line.as_object().expect("an object").keys().map(String::as_str).collect();
            assert_eq!(found, keys);
        }
    }
}
