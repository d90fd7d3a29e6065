//! Figures in, the words and numbers of a Vietnamese report out: `1.234`, `13/19 (68,4 %)`, `10/01/2024`.

use jiff::civil::Date;

use crate::finding::Severity;
use crate::framework::Frameworks;
use crate::model::{Criterion, Lateness, LevelBand, Outcome, ReceivedFrom, State, WindowFlag, WindowKind};
use crate::table::Tone;

/// `1234567` as `1.234.567`.
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    if value < 0 {
        text.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

pub fn count(value: usize) -> String {
    number(i64::try_from(value).unwrap_or(i64::MAX))
}

/// `68,4 %`, rounded half up to one decimal; a dash when the whole is nothing.
pub fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let tenths = (part * 1000 + whole / 2) / whole;
    format!("{},{}\u{a0}%", count(tenths / 10), tenths % 10)
}

/// `13/19 trường (68,4 %)`.
pub fn share_of(part: usize, whole: usize, things: &str) -> String {
    format!("{}/{} {things} ({})", count(part), count(whole), percent(part, whole))
}

/// `13/19 (68,4 %)`: a share never stands without its parts.
pub fn share(part: usize, whole: usize) -> String {
    format!("{}/{} ({})", count(part), count(whole), percent(part, whole))
}

pub fn date(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// `Hoa Phượng, ngày 10 tháng 01 năm 2024`; without a place, the day alone.
pub fn place_and_date(place: &str, date: Date) -> String {
    let day = format!("ngày {:02} tháng {:02} năm {}", date.day(), date.month(), date.year());
    if place.is_empty() { day } else { format!("{place}, {day}") }
}

pub fn money(vnd: i64) -> String {
    format!("{} đồng", number(vnd))
}

/// `tệp PDF` of "Tệp PDF", as it stands within a sentence.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// One line without control characters, cut at a word with the mark that says so.
pub fn brief(text: &str, most: usize) -> String {
    let line = text
        .split_whitespace()
        .map(|word| word.chars().filter(|letter| !letter.is_control()).collect::<String>())
        .collect::<Vec<_>>()
        .join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    let kept = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{kept}…")
}

/// `TT 18/2018`.
pub fn circular(frameworks: &Frameworks, id: &str) -> String {
    let Some(framework) = frameworks.get(id) else { return id.to_owned() };
    format!("TT {}", framework.circular.split("/TT-").next().unwrap_or(&framework.circular))
}

/// `TT 18/2018 (trung học)`: short enough for a row title, and no two frameworks alike.
pub fn framework(frameworks: &Frameworks, id: &str) -> String {
    let circular = circular(frameworks, id);
    let Some(framework) = frameworks.get(id) else { return circular };
    let kinds = || framework.kinds.iter().map(|kind| kind.title()).collect::<Vec<_>>().join(", ");
    let kinds = framework.schools.clone().unwrap_or_else(kinds);
    if kinds.is_empty() { circular } else { format!("{circular} ({kinds})") }
}

/// `Tiêu chí 1.10`, `Mức 4, khoản 3`.
pub fn criterion(criterion: Criterion) -> String {
    match criterion {
        Criterion::Numbered { .. } => format!("Tiêu chí {criterion}"),
        Criterion::Level4 { item } => format!("Mức 4, khoản {item}"),
    }
}

pub fn level(level: u8) -> String {
    if level == 0 { "Chưa đạt Mức 1".to_owned() } else { format!("Mức {level}") }
}

pub fn band(band: LevelBand) -> &'static str {
    match band {
        LevelBand::OneToThree => "Mức 1, 2, 3",
        LevelBand::Four => "Mức 4",
    }
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "Đạt",
        Outcome::Unmet => "Không đạt",
        Outcome::NotAssessed => "Chưa đánh giá",
    }
}

pub fn lateness(lateness: Lateness) -> &'static str {
    match lateness {
        Lateness::No => "Không",
        Lateness::Possible => "Có thể",
        Lateness::Certain => "Chắc chắn",
        Lateness::Undetermined => "Chưa rõ hạn",
    }
}

pub fn lateness_tone(lateness: Lateness) -> Tone {
    match lateness {
        Lateness::Certain => Tone::Bad,
        Lateness::Possible => Tone::Warning,
        Lateness::No => Tone::Plain,
        Lateness::Undetermined => Tone::Muted,
    }
}

pub fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warning,
        Severity::Info => Tone::Muted,
    }
}

pub fn window_kind(kind: WindowKind) -> &'static str {
    match kind {
        WindowKind::Span => "Có hạn",
        WindowKind::Open => "Chỉ có ngày bắt đầu",
        WindowKind::Recurring => "Thường xuyên, định kỳ",
        WindowKind::Conditional => "Khi có điều kiện",
        WindowKind::Unknown => "Không ghi hoặc không đọc được",
    }
}

pub fn window_flag(flag: WindowFlag) -> &'static str {
    match flag {
        WindowFlag::YearInferred => "năm suy từ năm học",
        WindowFlag::Approximate => "ngày gần đúng",
        WindowFlag::Multiple => "nhiều mốc trong một ô",
        WindowFlag::Repaired => "năm ghi sai đã sửa",
    }
}

pub fn state(state: State) -> &'static str {
    match state {
        State::Accepted => "Được dùng",
        State::Superseded => "Đã có bản mới hơn",
        State::Duplicate => "Trùng tệp khác",
        State::Rejected => "Không dùng được",
    }
}

pub fn received_from(source: ReceivedFrom) -> &'static str {
    match source {
        ReceivedFrom::Intake => "Sổ nhận",
        ReceivedFrom::Document => "Thuộc tính tệp",
        ReceivedFrom::FileName => "Tên tệp",
        ReceivedFrom::None => "Không rõ",
    }
}

/// The sources of money as `by_source` names them.
pub fn cost_source(code: &str) -> &str {
    match code {
        "budget" => "Ngân sách nhà nước",
        "socialised" => "Xã hội hóa",
        "budget+socialised" => "Ngân sách và xã hội hóa (không tách được)",
        "unstated" => "Không ghi nguồn",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn numbers_read_as_in_a_vietnamese_report() {
        assert_eq!(number(0), "0");
        assert_eq!(number(1234), "1.234");
        assert_eq!(number(-1_234_567), "-1.234.567");
        assert_eq!(share(13, 19), "13/19 (68,4\u{a0}%)");
        assert_eq!(share(0, 0), "0/0 (–)");
        assert_eq!(percent(1, 1), "100,0\u{a0}%");
        assert_eq!(date(day(2024, 1, 5)), "05/01/2024");
        assert_eq!(money(12_500_000), "12.500.000 đồng");
    }

    #[test]
    fn a_long_text_is_cut_at_a_word_and_says_so() {
        assert_eq!(brief("Sửa chữa\n phòng  học", 40), "Sửa chữa phòng học");
        assert_eq!(brief("Sửa chữa phòng học bộ môn", 12), "Sửa chữa…");
        assert_eq!(brief("\u{1b}[31mđỏ", 40), "[31mđỏ");
    }
}
