//! The time cells of a row → when its work is to be done, and what is doubtful about it.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::Place;
use crate::finding::{self, Finding, Rule};
use crate::form::Field;
use crate::model::{Address, Window, WindowFlag, WindowKind, day_shown};
use crate::phrase;
use crate::read::grid::{CellKind, day_of_number};
use crate::read::rows::{LogicalRow, Piece};
use crate::text;

/// As it stands: "Tháng 9/2023", "01/9/2023 – 31/12/2023" of two columns.
pub(super) fn text(row: &LogicalRow) -> String {
    match (row.text(Field::Start), row.text(Field::End), row.text(Field::Time)) {
        ("", "", time) => with_steps(row, time).to_owned(),
        (start, "", "") => start.to_owned(),
        ("", end, "") => end.to_owned(),
        ("", end, time) => format!("{time}; {end}"),
        (start, "", end) | (start, end, _) => format!("{start} – {end}"),
    }
}

/// "Học kỳ I (Khảo sát; Thi công)": the steps below the months, which were no part of what was read.
fn with_steps<'r>(row: &'r LogicalRow, time: &'r str) -> &'r str {
    let raw = row.pieces.get(&Field::Time).and_then(|piece| piece.raw.as_deref());
    raw.filter(|raw| !time.is_empty() && raw.strip_prefix(time).is_some_and(|rest| rest.starts_with(" (") && rest.ends_with(')')))
        .unwrap_or(time)
}

/// The time that a short text names, by itself or at its end: "tháng 3", "Hội thi tổ chức vào tháng 3".
pub(super) fn of_text(place: &Place<'_>, text: &str) -> Window {
    const MOST_LETTERS: usize = 50;
    const BEFORE: &[&str] = &[" vào ", " trong ", " từ ", " Từ ", ": "];
    // These belong to the time: "Hoàn thành tháng 5/2024".
    const WITH: &[&str] = &[" tháng ", " ngày ", " trước ", " cuối ", " quý ", " HK", " hk", " học kỳ ", " học kì ", " hè"];
    // "Đến 30/4/2024 hoàn thành"
    const BEHIND: &[&str] = &[" hoàn thành", " bàn giao", " xong", " sẽ ", " nghiệm thu", " tổ chức", " khánh thành", " giao hàng"];
    // "4/4" is all of four.
    let all = text.split_once('/').is_some_and(|(part, whole)| part.trim() == whole.trim());
    // "Đã sửa chữa trong hè" was done in the summer before the year.
    let last_summer = (text.starts_with("Đã ") || text.starts_with("đã ")) && text.contains(" hè") && !text.contains(char::is_numeric);
    if text.is_empty() || all || last_summer || text::has_more_letters(text, MOST_LETTERS) {
        return Window::default();
    }
    let read = |text: &str| phrase::time::parse(text, place.year, &place.context.frameworks.calendars);
    let whole = read(text);
    let end = BEFORE.iter().filter_map(|word| text.rfind(word)).max();
    if whole.kind != WindowKind::Unknown {
        return whole;
    }
    let with = WITH.iter().filter_map(|word| text.find(word)).min();
    let behind = BEHIND.iter().filter_map(|word| text.find(word)).min();
    let parts =
        [opening(text), with.map(|at| &text[at..]), end.map(|at| &text[at + 1..]), end.map(|at| &text[at..]), behind.map(|at| &text[..at])];
    let read = parts.into_iter().flatten().map(|part| read(part.trim().trim_start_matches(':').trim()));
    read.into_iter().find(|window| window.kind != WindowKind::Unknown).unwrap_or(whole)
}

/// "Tháng 5 xét" → "Tháng 5": the time that a text begins with.
fn opening(text: &str) -> Option<&str> {
    const TIMES: &[&str] = &["tháng ", "quý ", "ngày "];
    let lowered = text.to_lowercase();
    let time = TIMES.iter().find(|time| lowered.starts_with(**time))?;
    let number = text.get(time.len()..)?;
    let end = number.find([' ', ',', ':', ';']).unwrap_or(number.len());
    text.get(..time.len() + end)
}

/// The time of a row, from one column or from two. What cannot be read is told by `unread`.
pub(super) fn of(place: &Place<'_>, row: &LogicalRow, unread: &'static Rule, findings: &mut Vec<Finding>) -> Window {
    let plain = |piece: &Piece| match piece.kind {
        // A year that cannot be is mended as it is in a text.
        CellKind::Date(date) if !(place.year.first() - 6..=place.year.second() + 6).contains(&date.year()) => {
            phrase::time::parse(&day_shown(date), place.year, &place.context.frameworks.calendars)
        }
        CellKind::Date(date) => Window { kind: WindowKind::Span, start: Some(date), due: Some(date), flags: BTreeSet::new() },
        // A day that lost the look of one.
        CellKind::Number { value, .. } if day_of_number(value).is_some() => {
            let flags = BTreeSet::from([WindowFlag::Repaired]);
            Window { kind: WindowKind::Span, start: day_of_number(value), due: day_of_number(value), flags }
        }
        _ if of_terms(place, piece).is_some() => {
            phrase::time::parse(&of_terms(place, piece).unwrap_or_default(), place.year, &place.context.frameworks.calendars)
        }
        CellKind::Number { .. } if piece.text.len() <= 2 => {
            phrase::time::parse(&format!("tháng {}", piece.text), place.year, &place.context.frameworks.calendars)
        }
        _ if of_months(place, piece) => {
            let months = piece.text.trim().replace('/', ", ");
            phrase::time::parse(&format!("tháng {months}"), place.year, &place.context.frameworks.calendars)
        }
        _ => phrase::time::parse(without_page(&piece.text), place.year, &place.context.frameworks.calendars),
    };
    let parse = |piece: &Piece| {
        let window = plain(piece);
        if window.kind != WindowKind::Span || !is_before(place, piece) {
            return window;
        }
        let before =
            phrase::time::parse(&format!("trước {}", piece.text.trim().to_lowercase()), place.year, &place.context.frameworks.calendars);
        // Of a day that only says until when, the start is no part.
        if matches!(piece.kind, CellKind::Text) && before.due.is_some() { before } else { Window { start: None, ..window } }
    };
    let filled = |field: Field| row.pieces.get(&field).filter(|piece| !piece.text.is_empty());
    let window = match (filled(Field::Start), filled(Field::End), filled(Field::Time)) {
        (Some(start), Some(end), _) | (Some(start), None, Some(end)) => {
            let (start, end) = (parse(start), parse(end));
            let in_order = start.start.zip(end.due).is_none_or(|(start, due)| start <= due);
            if end.due.is_some() && in_order {
                Window { kind: WindowKind::Span, start: start.start, due: end.due, flags: start.flags.union(&end.flags).copied().collect() }
            } else if in_order && start.start.is_some() && end.kind != WindowKind::Unknown {
                Window { kind: if end.kind == WindowKind::Span { WindowKind::Open } else { end.kind }, start: start.start, ..end }
            } else {
                if let (false, Some(first), Some(due)) = (in_order, start.start, end.due) {
                    due_before_start(place, &text(row), first, due, row.address(), findings);
                    return Window::default();
                }
                Window::default()
            }
        }
        // "Tháng 9-12/2023 | 15/12/2023": the day it is to be completed, beside the time it takes.
        (None, Some(end), Some(time)) => {
            let (end, time) = (parse(end), parse(time));
            match end.due {
                Some(due) => Window { start: time.start.filter(|start| *start <= due), ..end },
                None => time,
            }
        }
        (None, Some(end), None) => {
            let end = parse(end);
            Window { start: None, ..end }
        }
        (Some(start), None, None) => {
            let start = parse(start);
            Window { kind: if start.start.is_some() { WindowKind::Open } else { start.kind }, due: None, ..start }
        }
        (None, None, Some(time)) => parse(time),
        (None, None, None) => return Window::default(),
    };
    let time = text(row);
    let cell = [Field::Time, Field::End, Field::Start].into_iter().filter_map(filled).map(|piece| piece.address).next().unwrap_or_default();
    if let Some((first, due)) = (window.kind == WindowKind::Unknown).then(|| reversed(place, &time)).flatten() {
        due_before_start(place, &time, first, due, cell, findings);
        return window;
    }
    notes(place, &window, unread, &time, cell, findings);
    window
}

/// "Xong trước | Tháng 2/2024": the title says that it is to be done before that.
fn is_before(place: &Place<'_>, piece: &Piece) -> bool {
    let title = place.header.columns.iter().find(|assigned| assigned.column == piece.address.column);
    title.is_some_and(|assigned| {
        let folded = text::fold(&assigned.title);
        let bare = folded.trim_end_matches(" ngay").trim_end_matches(" thang");
        bare.rsplit_once(" truoc")
            .is_some_and(|(verb, rest)| rest.is_empty() && ["xong", "thanh", "ht"].iter().any(|word| verb.ends_with(word)))
    })
}

/// "11/2023 (tiếp theo trang sau)": where the table goes on is no part of a time.
fn without_page(text: &str) -> &str {
    let Some((time, remark)) = text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('(')) else { return text };
    let folded = text::fold(remark);
    let of_pages =
        folded == "tiep theo" || folded == "tiep" || folded == "tt" || folded.contains("trang sau") || folded.contains("trang truoc");
    if of_pages && !time.trim().is_empty() { time.trim_end() } else { text }
}

/// "I", "1, 2" under a title that says they are terms or quarters: `học kỳ I`.
fn of_terms(place: &Place<'_>, piece: &Piece) -> Option<String> {
    const LONGEST: usize = 12;
    const NUMBERS: &[&str] = &["I", "II", "III", "IV", "1", "2", "3", "4"];
    if piece.text.len() > LONGEST {
        return None;
    }
    let listed: Vec<&str> = piece.text.split([',', ';', '-', '–', '+', ' ']).filter(|part| !matches!(*part, "" | "và")).collect();
    let title =
        place.header.columns.iter().find(|assigned| assigned.column == piece.address.column).map(|assigned| text::fold(&assigned.title))?;
    let says = |words: &[&str]| words.iter().any(|words| text::holds_words(&title, words));
    // "3", "10-12" of the school year's weeks; "Số tuần" counts them.
    if says(&["tuan"]) && !says(&["thang", "so tuan", "ngay"]) {
        let is_week = |part: &&&str| part.parse::<u8>().is_ok_and(|number| (1..=45).contains(&number));
        return (!listed.is_empty() && listed.iter().filter(is_week).count() == listed.len())
            .then(|| format!("tuần {}", piece.text.trim()));
    }
    if listed.is_empty() || !listed.iter().all(|part| NUMBERS.contains(part)) {
        return None;
    }
    let name = if says(&["hoc ky", "hk", "ky"]) { "học kỳ" } else { says(&["quy"]).then_some("quý")? };
    Some(listed.iter().map(|number| format!("{name} {number}")).collect::<Vec<_>>().join("; "))
}

/// "10", "9; 3", "10/11" under a title that says they are months.
fn of_months(place: &Place<'_>, piece: &Piece) -> bool {
    let months = |text: &str| text.parse::<u8>().is_ok_and(|number| (1..=12).contains(&number));
    let listed = piece.text.split([',', ';', '-', '–', ' ', '/']).filter(|part| !part.is_empty());
    let title = place.header.columns.iter().find(|assigned| assigned.column == piece.address.column).map(|assigned| &assigned.title);
    listed.clone().count() > 0
        && listed.clone().all(months)
        && title.is_some_and(|title| {
            let folded = text::fold(title);
            folded.split(' ').any(|word| word == "thang") && !(piece.text.contains('/') && folded.contains("ngay"))
        })
}

/// "Từ 30/10/2023 đến 15/9/2023": two times that are clear, in the wrong order.
fn reversed(place: &Place<'_>, time: &str) -> Option<(Date, Date)> {
    let parse = |text: &str| phrase::time::parse(text.trim(), place.year, &place.context.frameworks.calendars);
    let (first, second) = [" đến ", " - ", " – ", "-", "–"].iter().find_map(|sign| time.split_once(sign))?;
    let (first, second) = (parse(first), parse(second));
    first.start.zip(second.due).filter(|(start, due)| due < start)
}

fn due_before_start(place: &Place<'_>, time: &str, start: Date, due: Date, cell: Address, findings: &mut Vec<Finding>) {
    let told = place.finding(&finding::DUE_BEFORE_START, cell).field(Field::Time.title()).raw(time);
    findings.push(told.with("start", day_shown(start)).with("due", day_shown(due)));
}

fn notes(place: &Place<'_>, window: &Window, unread: &'static Rule, time: &str, cell: Address, findings: &mut Vec<Finding>) {
    let shown = |date: Option<Date>| date.map_or_else(|| "?".to_owned(), day_shown);
    if window.kind == WindowKind::Unknown && !phrase::status::is_nothing(time) {
        findings.push(place.finding(unread, cell).field(Field::Time.title()).raw(time));
    }
    if window.flags.contains(&WindowFlag::Repaired) {
        findings.push(
            place
                .finding(&finding::TIME_REPAIRED, cell)
                .field(Field::Time.title())
                .raw(time)
                .with("start", shown(window.start))
                .with("due", shown(window.due)),
        );
    }
    if let Some(due) = window.due {
        let year = place.year;
        // A plan may reach years ahead ("giai đoạn 2025-2030"), never back behind the summer before its year. One day or month of the year after
        // may have got the year in which it was typed: Excel gives it to "15/11".
        let ahead = date(year.second(), 9, 1)..date(year.second() + 1, 6, 1);
        let single = window.start.is_some_and(|start| (start.year(), start.month()) == (due.year(), due.month()));
        let far = due < date(year.first(), 6, 1) || due.year() > year.second() + 6 || single && ahead.contains(&due);
        if far {
            findings.push(
                place
                    .finding(&finding::DUE_OUTSIDE_PLAN, cell)
                    .field(Field::Time.title())
                    .raw(time)
                    .with("due", day_shown(due))
                    .with("year", year),
            );
        }
    }
}
