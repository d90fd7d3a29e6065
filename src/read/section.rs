//! Rows that are nothing but a time ("Tháng 9/2023", "I. HỌC KỲ I", "Tuần 2") in, when the work below them is to be done out.

use super::grid::{CellKind, Grid, Row};
use super::header::Header;
use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::phrase::time::is_time;
use crate::text;

/// A row of its own that says when.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TimeTitle {
    pub address: Address,
    /// The time alone: `Tháng 9/2023` of "I. Công việc tháng 9/2023: khai giảng".
    pub time: String,
    /// It says more than the time, or begins as the rest of a sentence does: in the column of the work it would be work.
    pub may_be_work: bool,
}

/// Longer lines are sentences.
const LONGEST: usize = 80;
/// What may open such a title. Folded.
const OPENINGS: &[&str] =
    &["cac", "cong", "viec", "nhiem", "vu", "noi", "dung", "ke", "hoach", "hoat", "dong", "trong", "tam", "thoi", "gian", "thuc", "hien"];

/// "9/2023", typed alone on its row, that Excel made the first of a month of.
pub(super) fn first_of_month(kind: CellKind, address: Address) -> Option<TimeTitle> {
    let CellKind::Date(day) = kind else { return None };
    let time = format!("Tháng {}/{}", day.month(), day.year());
    (day.day() == 1).then_some(TimeTitle { address, time, may_be_work: true })
}

/// The time that the filled cells of a row name, where they name nothing else; the number of an entry may stand before it.
pub(super) fn time_title(texts: &[(Address, &str)]) -> Option<TimeTitle> {
    let (address, text) = match texts {
        [(address, text)] => (*address, *text),
        [(_, number), (address, text)] if is_entry(number) => (*address, *text),
        _ => return None,
    };
    if text.chars().count() > LONGEST {
        return None;
    }
    let bare = without_openings(without_entry(without_lines(text)));
    let whole = bare.trim_end_matches([':', '.', ' ']);
    if is_period(whole) || is_span_of_days(whole) {
        return Some(TimeTitle { address, time: whole.to_owned(), may_be_work: text.starts_with(char::is_lowercase) });
    }
    let opening = bare.find([':', '(', '–']).or_else(|| bare.find(" - "))?;
    let time = bare[..opening].trim();
    is_period(time).then(|| TimeTitle { address, time: time.to_owned(), may_be_work: true })
}

/// Works and who does them, under titles of criteria, below the name of a plan to improve: evidence, surveys and who writes what stand under such
/// titles as well.
fn is_by_criteria(header: &Header<'_>, body: &[Row], grid: &Grid) -> bool {
    const FEWEST: usize = 2;
    let names_plan = |row: &Row| {
        row.cells.len() <= 2 && {
            let folded = text::fold(&row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "));
            folded.contains("ke hoach") && folded.contains("cai tien")
        }
    };
    header.column(Field::Lead).is_some()
        && body.iter().filter(|row| titles_criterion(row)).count() >= FEWEST
        && grid.rows.iter().take_while(|row| row.index < header.first).any(names_plan)
}

/// "Tiêu chí 1.1: Phương hướng, chiến lược", alone on its row or behind a number.
fn titles_criterion(row: &Row) -> bool {
    let text = match &row.cells[..] {
        [only] => &only.text,
        [number, only] if is_entry(&number.text) => &only.text,
        _ => return false,
    };
    let opening: String = text.chars().take(16).collect();
    text::fold(&opening).starts_with("tieu chi ") && phrase::criterion::parse(text, None, None).criterion.is_some()
}

/// "Tuần 2" below "Tháng 9/2023" is of that month, as the month has no more than five.
pub(super) fn within(outer: &str, own: &str) -> Option<String> {
    let folded = text::fold(own);
    let week = folded.strip_prefix("tuan ")?;
    let of_month = week.chars().all(|letter| matches!(letter, '1'..='5' | ' ')) && names_month(outer);
    let joined = format!("{own} {}", outer.to_lowercase());
    (of_month && is_time(&joined)).then_some(joined)
}

/// Gives a plan without a column of times what titles of months over its rows, or one right above it, say: it lacks nothing then. Nor does one
/// whose works stand under titles of criteria; that it says no times is told.
pub(super) fn complete(header: &mut Header<'_>, body: &[Row], grid: &Grid) {
    let timed = [Field::Time, Field::Start, Field::End].into_iter().any(|field| header.column(field).is_some());
    let lacks_time_only = || header.form.lacking(|field| field == Field::Time || header.column(field).is_some()).is_empty();
    if header.form.kind != FormKind::Plan || timed || header.missing.is_empty() || !lacks_time_only() {
        return;
    }
    // A first row of work without a time above it would have none.
    let rows = body.iter().take_while(|row| row.cells.iter().filter(|cell| header.knows(cell.column)).count() < 3 || titled(row).is_some());
    let above = header.first.checked_sub(1).and_then(|row| grid.row(row)).and_then(titled).is_some_and(|title| names_month(&title.time));
    let opens = above
        || of_sheet(grid).is_some()
        || is_by_criteria(header, body, grid)
        || rows.filter_map(titled).any(|title| heads(&title, header, grid));
    if opens {
        header.missing.clear();
    }
}

/// The month that a sheet is called by: "Tháng 9".
pub(super) fn of_sheet(grid: &Grid) -> Option<TimeTitle> {
    time_title(&[(Address::new(0, 0), &grid.name)]).filter(|title| names_month(&title.time) && !title.may_be_work)
}

/// Whether such a row stands over others in this table, and is not a cell of one.
pub(super) fn heads(title: &TimeTitle, header: &Header<'_>, grid: &Grid) -> bool {
    let area = grid.merge_at(title.address);
    let wide = area.is_some_and(|area| area.columns() > 1);
    let work = [Field::Task, Field::Planned, Field::Content, Field::Evidence].into_iter().find_map(|field| header.column(field));
    let own = match header.field_at(title.address.column) {
        Some(Field::Time | Field::Start) => {
            // Before the work, as "Thời gian | Nội dung" has it; the work of several rows may be merged.
            let open = |column: u32| grid.merge_at(Address::new(title.address.row, column)).is_none();
            let long = area.is_some_and(|area| area.rows() > 1);
            !long && work.is_some_and(|work| title.address.column < work.column && open(work.column))
        }
        Some(Field::End | Field::Note | Field::Status | Field::Lead | Field::Cost) => false,
        Some(_) if work.is_some_and(|work| work.column == title.address.column) => !title.may_be_work,
        _ => true,
    };
    (wide || own) && may_head(title, header.form.kind, true)
}

/// Whether such a title may be of the work of a form. Results are told for a half of the year; so is a plan whose only such title is the
/// line above its header.
pub(super) fn may_head(title: &TimeTitle, form: FormKind, among_others: bool) -> bool {
    match form {
        FormKind::Plan | FormKind::Evidence => among_others || names_month(&title.time),
        FormKind::Result => names_month(&title.time),
        _ => false,
    }
}

pub(super) fn titled(row: &Row) -> Option<TimeTitle> {
    if row.cells.len() > 2 {
        return None;
    }
    if let [cell] = &row.cells[..]
        && let Some(title) = first_of_month(cell.kind, Address::new(row.index, cell.column))
    {
        return Some(title);
    }
    let texts: Vec<(Address, &str)> = row
        .cells
        .iter()
        .map(|cell| (Address::new(row.index, cell.column), cell.text.as_str()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    time_title(&texts)
}

/// A time that is a stretch of the year with a name, and no day, no year of its own and no sentence.
fn is_period(text: &str) -> bool {
    const NAMES: &[&str] = &["thang", "tuan", "ky", "hk", "hki", "hkii", "hk1", "hk2", "quy", "he", "thuong", "dau", "cuoi", "ca"];
    let folded = text::fold(text);
    let mut words = folded.split(' ');
    let month = folded.strip_prefix(['t', 'T']).is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    let named = month || is_month_of_year(text) || words.clone().any(|word| NAMES.contains(&word));
    named && words.all(|word| word != "ngay") && is_time(text)
}

/// "Từ 04/9/2023 đến 09/9/2023", "4/9 - 9/9/2023": from day to day, and nothing else.
fn is_span_of_days(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_day = |text: &str| {
        let text = text.trim().trim_start_matches("ngày ").trim();
        let numbers: Vec<&str> = text.split('/').collect();
        (2..=3).contains(&numbers.len()) && numbers.iter().all(|number| number.parse::<u16>().is_ok()) && numbers[1].len() <= 2
    };
    let span = lower.trim_start_matches("từ ");
    let sides = [" đến ", " - ", " – ", "-"].iter().find_map(|between| span.split_once(between));
    sides.is_some_and(|(from, to)| is_day(from) && is_day(to)) && is_time(text)
}

/// `9/2023`.
fn is_month_of_year(text: &str) -> bool {
    text.split_once('/').is_some_and(|(month, year)| {
        month.trim().parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
            && year.trim().len() == 4
            && year.trim().parse::<u16>().is_ok()
    })
}

fn names_month(text: &str) -> bool {
    let folded = text::fold(text);
    folded.split(' ').any(|word| matches!(word, "thang" | "tuan") || word.strip_prefix('t').is_some_and(|rest| rest.parse::<u8>().is_ok()))
        || is_month_of_year(text)
}

/// `I`, `1.`, `a)`, `*`.
fn is_entry(text: &str) -> bool {
    let bare = text.trim_matches(['.', ')', '(', ' ', '-', '*', '+', '•']);
    let roman = bare.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    let number = bare.len() <= 2 && bare.bytes().all(|letter| letter.is_ascii_digit());
    bare.chars().count() <= 4 && (roman || number || bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic))
}

fn without_entry(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['-', '*', '+', '•', ' ']);
    match text.split_once(['.', ')', '/']) {
        Some((entry, rest)) if rest.starts_with(' ') && is_entry(entry) && !rest.trim().is_empty() => rest.trim_start(),
        _ => text,
    }
}

/// "Tháng 9/2023" of "── Tháng 9/2023 ──", "*** THÁNG 9 ***".
fn without_lines(text: &str) -> &str {
    const LINES: &[char] = &['─', '━', '═', '—', '–', '-', '=', '*', '~', '_', '#', '▪', '■', '●', '•', '★', '►', '◄', '>', '<', '|'];
    if text.starts_with(LINES) && text.ends_with(LINES) { text.trim_matches(|sign| LINES.contains(&sign) || sign == ' ') } else { text }
}

fn without_openings(text: &str) -> &str {
    let mut rest = text;
    while let Some((word, behind)) = rest.split_once(' ')
        && OPENINGS.contains(&text::fold(word).as_str())
        && !behind.trim().is_empty()
    {
        rest = behind.trim_start();
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Option<(String, bool)> {
        time_title(&[(Address::default(), text)]).map(|title| (title.time, title.may_be_work))
    }

    #[test]
    fn months_weeks_and_halves_of_the_year_are_titles() {
        for (text, shown) in [
            ("Tháng 9/2023", "Tháng 9/2023"),
            ("THÁNG 9 NĂM 2023", "THÁNG 9 NĂM 2023"),
            ("I. Tháng 9/2023:", "Tháng 9/2023"),
            ("1) HỌC KỲ I", "HỌC KỲ I"),
            ("* Tháng 10", "Tháng 10"),
            ("Công việc tháng 9/2023", "tháng 9/2023"),
            ("Nội dung công việc trong tháng 11", "tháng 11"),
            ("T9/2023", "T9/2023"),
            ("9/2023", "9/2023"),
            ("Tuần 2", "Tuần 2"),
            ("HKI", "HKI"),
            ("Hè 2024", "Hè 2024"),
            ("Cả năm học", "Cả năm học"),
            ("Thường xuyên", "Thường xuyên"),
            ("Từ 04/9/2023 đến 09/9/2023", "Từ 04/9/2023 đến 09/9/2023"),
            ("1. Từ ngày 4/9 đến ngày 9/9/2023:", "Từ ngày 4/9 đến ngày 9/9/2023"),
            ("02/01/2024 - 31/01/2024", "02/01/2024 - 31/01/2024"),
        ] {
            assert_eq!(time(text), Some((shown.to_owned(), false)), "{text}");
        }
        assert_eq!(time("THÁNG 9/2023: chủ điểm Truyền thống nhà trường"), Some(("THÁNG 9/2023".to_owned(), true)));
        let beside = time_title(&[(Address::new(4, 0), "I"), (Address::new(4, 1), "Tháng 9/2023")]);
        assert_eq!(beside.map(|title| title.address), Some(Address::new(4, 1)));
    }

    #[test]
    fn days_years_and_work_are_none() {
        for text in [
            "",
            "Năm học 2023-2024",
            "2023",
            "Ngày 15 tháng 10 năm 2023",
            "15/10/2023",
            "Tổ chức khai giảng tháng 9",
            "Rà soát hồ sơ",
            "Tiêu chuẩn 1: Tổ chức",
            "Tiêu chí 1.1",
            "Tháng hành động vì trẻ em",
            "Từ trường học đến cuộc sống",
            "Từ 04/9/2023",
            "Từ 2020 đến 2025",
            "Lớp 4/1 - 4/3 thi đua",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn a_week_is_of_the_month_above_it() {
        assert_eq!(within("Tháng 9/2023", "Tuần 2").as_deref(), Some("Tuần 2 tháng 9/2023"));
        assert_eq!(within("Học kỳ I", "Tuần 2"), None);
        assert_eq!(within("Tháng 9/2023", "Tuần 12"), None);
        assert_eq!(within("Tháng 9/2023", "15/9"), None);
    }
}
