//! Every text of the corpus is read as it says; nothing else is read at all; nothing breaks.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::{Strategy, prop};
use proptest::test_runner::{Config, TestRunner};
use unicode_normalization::UnicodeNormalization;

use super::corpus::{BESIDE, CORPUS, FEASTS, LINES, MENDED, MOVED, THROUGH, UNKNOWN};
use super::parse;
use crate::model::{Calendar, Calendars, SchoolYear, Window, WindowFlag, WindowKind};

fn year(first: i16) -> SchoolYear {
    SchoolYear::new(first).expect("a year of this century")
}

fn told(window: &Window) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    let mut words = vec![format!("{}..{}", day(window.start), day(window.due))];
    words.extend(match window.kind {
        WindowKind::Span => None,
        kind => Some(format!("{kind:?}").to_lowercase()),
    });
    words.extend(window.flags.iter().map(|flag| {
        String::from(match flag {
            WindowFlag::YearInferred => "year_inferred",
            WindowFlag::Approximate => "approximate",
            WindowFlag::Multiple => "multiple",
            WindowFlag::Repaired => "repaired",
        })
    }));
    words.join(" ")
}

#[test]
fn every_spelling_means_its_time() {
    let wrong: Vec<String> = [CORPUS, BESIDE, FEASTS, LINES, MENDED, MOVED, THROUGH]
        .into_iter()
        .flatten()
        .flat_map(|(meaning, texts)| texts.iter().map(move |text| (meaning, text)))
        .filter_map(|(meaning, text)| {
            let read = told(&parse(text, year(2023), &Calendars::default()));
            (read != *meaning).then(|| format!("{text:?} is {meaning}, read as {read}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same words as other keyboards and programs write them.
fn variants(text: &str) -> [String; 7] {
    [
        text.nfd().collect(),
        text.to_uppercase(),
        text.replace(' ', "  "),
        text.replace(' ', "\u{a0}"),
        format!(" {text} ."),
        // `a) Tháng 9`: a bracket of its own.
        if text.matches('(').count() == text.matches(')').count() { format!("({text})") } else { text.to_owned() },
        format!("Thời gian: {text}"),
    ]
}

#[test]
fn a_time_does_not_depend_on_how_it_was_typed() {
    let mut compared = 0;
    let texts =
        CORPUS.iter().chain(BESIDE).chain(FEASTS).chain(MENDED).chain(MOVED).chain(THROUGH).flat_map(|(_, texts)| *texts).chain(UNKNOWN);
    // In capitals a wrapped line and a new one look the same; old fonts and tags are letters of their own.
    let wrong: Vec<String> = texts
        .filter(|text| !text.contains(['\n', '<', '¸']))
        .flat_map(|text| variants(text).map(|variant| (text, variant)))
        .inspect(|_| compared += 1)
        .filter_map(|(text, variant)| {
            let read = |text: &str| told(&parse(text, year(2023), &Calendars::default()));
            (read(text) != read(&variant)).then(|| format!("{text:?} is {}, {variant:?} is {}", read(text), read(&variant)))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(compared > 1000);
}

#[test]
fn what_is_no_time_is_unknown() {
    let wrong: Vec<String> = UNKNOWN
        .iter()
        .map(|text| (text, parse(text, year(2023), &Calendars::default())))
        .filter(|(_, window)| *window != Window::default())
        .map(|(text, window)| format!("{text:?} read as {}", told(&window)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_dates_of_a_year_come_from_its_calendar() {
    let calendar = Calendar {
        year_start: date(2025, 9, 1),
        semester1_end: date(2026, 1, 18),
        semester2_start: date(2026, 1, 19),
        year_end: date(2026, 6, 15),
    };
    let calendars = Calendars { listed: BTreeMap::from([(year(2025), calendar)]) };
    assert_eq!(told(&parse("HKI", year(2025), &calendars)), "2025-09-01..2026-01-18");
    assert_eq!(told(&parse("Cuối năm học 2025-2026", year(2023), &calendars)), "2026-06-01..2026-06-15");
    assert_eq!(told(&parse("Tuần 1", year(2025), &calendars)), "2025-09-01..2025-09-07 approximate");
}

#[test]
fn a_year_is_mended_only_to_the_plans_own() {
    assert_eq!(told(&parse("Tháng 9/20255", year(2023), &Calendars::default())), ".. unknown");
    assert_eq!(told(&parse("Tháng 9/226", year(2026), &Calendars::default())), "2026-09-01..2026-09-30 repaired");
    assert_eq!(told(&parse("năm 20201", year(2020), &Calendars::default())), ".. unknown");
}

/// A day as people write it.
fn days(day: Date) -> Vec<String> {
    let (d, m, y) = (day.day(), day.month(), day.year());
    let short = y - 2000;
    vec![
        format!("{d}/{m}/{y}"),
        format!("{d:02}/{m:02}/{y}"),
        format!("{d}.{m}.{y}"),
        format!("{d:02}-{m:02}-{y}"),
        format!("{d:02}-{m:02}-{short}"),
        format!("{y}-{m:02}-{d:02}"),
        format!("{d}/{m}/{short}"),
        format!("{d} / {m} / {y}"),
        format!("ngày {d} tháng {m} năm {y}"),
        format!("{d} tháng {m} năm {y}"),
        format!("Ngày {d:02}/{m:02}/{y}"),
        format!("ngày {d}.{m}.{y}"),
    ]
}

/// A month as people write it.
fn months(day: Date) -> Vec<String> {
    let (m, y) = (day.month(), day.year());
    vec![
        format!("{m}/{y}"),
        format!("{m:02}-{y}"),
        format!("{m}.{y}"),
        format!("T{m}/{y}"),
        format!("Tháng {m}/{y}"),
        format!("tháng {m:02} năm {y}"),
        format!("Thg {m}/{y}"),
        format!("tháng {m} - {y}"),
        format!("T{m:02}/{}", y - 2000),
    ]
}

#[test]
fn a_date_is_read_back_however_it_is_written() {
    let read = |text: &str| told(&parse(text, year(2023), &Calendars::default()));
    let first = date(2023, 8, 1);
    for ahead in (0..330).step_by(7) {
        let (from, to) = (first + ahead.days(), first + (ahead + 11).days());
        for (one, other) in days(from).iter().zip(days(to)) {
            assert_eq!(read(one), format!("{from}..{from}"), "{one}");
            for until in ["trước", "đến", "chậm nhất", "Hoàn thành trước", "không quá", "hết"] {
                assert_eq!(read(&format!("{until} {one}")), format!("..{from}"), "{until} {one}");
            }
            assert_eq!(read(&format!("từ {one}")), format!("{from}.. open"), "từ {one}");
            for (before, between) in [("từ ", " đến "), ("", " - "), ("", " – "), ("Từ ", " tới hết "), ("bắt đầu ", ", kết thúc ")]
            {
                let text = format!("{before}{one}{between}{other}");
                assert_eq!(read(&text), format!("{from}..{to}"), "{text}");
            }
        }
    }
    for ahead in 0..10 {
        let (from, to) = (first + ahead.months(), first + (ahead + 1).months());
        for (one, other) in months(from).iter().zip(months(to)) {
            assert_eq!(read(one), format!("{from}..{}", from.last_of_month()), "{one}");
            assert_eq!(read(&format!("đến hết {one}")), format!("..{}", from.last_of_month()), "đến hết {one}");
            assert_eq!(read(&format!("trước {one}")), format!("..{}", from - 1.day()), "trước {one}");
            for (before, between) in [("từ ", " đến "), ("", " - "), ("", " → "), ("Từ ", " đến hết ")] {
                let text = format!("{before}{one}{between}{other}");
                assert_eq!(read(&text), format!("{from}..{}", to.last_of_month()), "{text}");
            }
        }
    }
}

/// Whatever is typed, nothing breaks, and a window is whole: a span has a due date and does not end before it begins.
fn check(text: &str) {
    for first in [1990, 2023, 2100] {
        let window = parse(text, year(first), &Calendars::default());
        assert_eq!(window.kind == WindowKind::Span, window.due.is_some(), "{text:?}");
        assert!(window.start.is_none() || window.due.is_none() || window.start <= window.due, "{text:?}");
    }
}

#[test]
fn no_text_is_too_strange() {
    let words: Vec<&'static str> = "tháng ngày năm học năm tuần quý HK I II HKI từ đến trước sau hết đầu giữa cuối và , ; : / - . ( ) \n 1 2 9 12 15 31 99 2023 2024 20233 226 23 trở đi hằng mỗi thường xuyên khi theo lần nay hè \
                                    khai giảng 6 tháng đầu năm T9 9/2023 15/10 bắt đầu hoàn thành"
        .split(' ')
        .collect();
    let mixes = prop::collection::vec((prop::sample::select(words), prop::bool::ANY), 0..14).prop_map(|words| {
        words.into_iter().map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_owned() }).collect::<String>()
    });
    let mut runner = TestRunner::new(Config { cases: 6000, failure_persistence: None, ..Config::default() });
    runner
        .run(&mixes, |text| {
            check(&text);
            Ok(())
        })
        .expect("every mix of words is read or unknown");
    runner
        .run(&"\\PC{0,40}", |text| {
            check(&text);
            Ok(())
        })
        .expect("every text is read or unknown");
    // A line of brackets, as some draw it: read without a step into each.
    for drawn in ["(", "[ ", "((Tháng 9 "] {
        check(&drawn.repeat(10_000));
    }
}
