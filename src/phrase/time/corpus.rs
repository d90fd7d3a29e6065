//! Each text means the reading before it, in the school year 2023-2024. A new spelling from a real form is one more string here.

use std::collections::BTreeMap;

use jiff::civil::date;
use proptest::prelude::{Strategy, prop};
use proptest::test_runner::{Config, TestRunner};

use super::parse;
use crate::model::{Calendar, Calendars, SchoolYear, Window, WindowFlag, WindowKind};

const CORPUS: &[(&str, &[&str])] = &[
    (
        "2023-09-01..2023-09-30",
        &[
            "9/2023",
            "Tháng 9/2023",
            "tháng 9 năm 2023",
            "T9/2023",
            "T.9/2023",
            "Th9/2023",
            "Thg 9/2023",
            "thang 9/2023",
            "THÁNG 9/2023",
            "Tháng09/2023",
            "09-2023",
            "9.2023",
            "Tháng 9-2023",
            "tháng 9 2023",
            "Tháng 9, 2023",
            "Tháng 9/ năm 2023",
            "Tháng 9 /2023.",
            "- Tháng 9/2023",
            "Trong tháng 9/2023",
            "(Tháng 9/2023)",
            "Tháng 9/2023 (lần 1)",
            "Thời gian: tháng 9/2023",
            "Tháng 9/2023 (dự kiến)",
            "Tháng 9/23",
            "9/23",
            "2023-09",
            "Tháng 9 năm học 2023-2024",
            "Tháng 9 (năm học 2023-2024)",
            "Tháng 9/2023 và duy trì",
            "tháng 9 của năm học 2023-2024",
            "Hoàn thành: 9/2023",
            "Tha\u{301}ng 9/2023",
            "Tháng\u{a0}9/2023",
            "Tháng 9/2023 (Hội đồng trường)",
            "Tháng 9/2023 theo kế hoạch của Sở",
            "Tháng 9/2023 (theo kế hoạch của Sở)",
            "Hoàn thành\ntrong tháng 9/2023",
            "Tháng\n9/2023",
            "Th¸ng 9/2023",
            "tháng chín năm 2023",
            "<p>Tháng 9/2023</p>",
        ],
    ),
    (
        "2023-09-01..2023-09-30 year_inferred",
        &["Tháng 9", "T9", "tháng 09", "trong tháng 9", "vào tháng 9", "Khoảng tháng 9", "tháng chín", "Các tháng 9"],
    ),
    ("2023-09-01..2023-09-30 repaired", &["Tháng 9/20233", "Tháng 9/202", "9/22023"]),
    (
        "2023-09-01..2023-11-30",
        &[
            "tháng 9,10,11/2023",
            "tháng 9, 10, 11 năm 2023",
            "tháng 9, tháng 10, tháng 11 năm 2023",
            "9-11/2023",
            "Tháng 9 - 11 năm 2023",
            "Tháng 9-10-11/2023",
            "T9-T11/2023",
            "từ tháng 9 đến tháng 11/2023",
            "Tháng 9/2023 - 11/2023",
            "9/2023 → 11/2023",
            "9/2023 -> 11/2023",
            "Từ tháng 9/2023\nđến tháng 11/2023",
            "Từ tháng 9/2023\nĐến tháng 11/2023",
            "Tháng 9/2023 đến hết tháng 11/2023",
            "Bắt đầu 9/2023, hoàn thành 11/2023",
            "Bắt đầu: 01/9/2023\nKết thúc: 30/11/2023",
            "từ tháng 9 năm 2023 tới tháng 11 năm 2023",
            "Từ ngày 01 tháng 9 năm 2023 đến ngày 30 tháng 11 năm 2023",
            "01/9-30/11/2023",
            "Tháng 9/2023 đến cuối tháng 11/2023",
            "Từ tháng 9/2023, hoàn thành trước 30/11/2023",
            "Hằng tháng (từ tháng 9/2023 đến tháng 11/2023)",
            "Hàng tuần từ tháng 9/2023 đến 11/2023",
            "Tháng 9/2023 đến trước tháng 12/2023",
        ],
    ),
    (
        "2023-09-01..2024-05-31",
        &[
            "9/2023 - 5/2024",
            "T9/2023-T5/2024",
            "Tháng 9-5/2024",
            "từ tháng 9 đến tháng 5/2024",
            "Tháng 9,10,11,12/2023, tháng 1,2,3,4,5/2024",
            "tháng 9/2023 đến hết năm học",
        ],
    ),
    (
        "2023-09-01..2024-05-31 year_inferred",
        &["Tháng 9 đến hết tháng 5", "Tháng 9/2023 đến tháng 5", "từ tháng 9 tới tháng 5", "Hàng tháng, từ tháng 9 đến tháng 5"],
    ),
    (
        "2023-09-01..2023-12-31 multiple",
        &[
            "Tháng 9, 12/2023",
            "Tháng 9/2023; tháng 12/2023",
            "- Tháng 9/2023\n- Tháng 12/2023",
            "Lần 1: tháng 9/2023; lần 2: tháng 12/2023",
            "Tháng 9/2023 và 12/2023",
        ],
    ),
    (
        "2023-10-15..2023-10-15",
        &[
            "15/10/2023",
            "15.10.2023",
            "15-10-2023",
            "2023-10-15",
            "2023/10/15",
            "15/10/2023 00:00:00",
            "2023-10-15T00:00:00",
            "ngày 15 tháng 10 năm 2023",
            "15 tháng 10 năm 2023",
            "Lúc 8h00 ngày 15/10/2023",
            "15/10/23",
            "vào ngày 15/10/2023",
        ],
    ),
    ("2023-10-15..2023-10-15 year_inferred", &["15/10", "Ngày 15/10", "ngày 15 tháng 10", "dịp 15/10", "ngày 15.10"]),
    (
        "2023-10-15..2023-10-20",
        &[
            "15-20/10/2023",
            "ngày 15-20/10/2023",
            "từ ngày 15 đến ngày 20/10/2023",
            "15/10-20/10/2023",
            "từ 15 đến 20/10/2023",
            "15.10 - 20.10.2023",
            "15/10/2023-20/10/2023",
        ],
    ),
    ("2023-10-15..2023-10-16", &["ngày 15, 16/10/2023", "15,16/10/2023", "ngày 15 và 16/10/2023", "ngày 15, ngày 16 tháng 10 năm 2023"]),
    ("2023-12-20..2024-01-10", &["từ ngày 20/12 đến ngày 10/01/2024", "20/12-10/1/2024"]),
    (
        "..2023-12-31",
        &[
            "đến hết tháng 12/2023",
            "Chậm nhất 31/12/2023",
            "chậm nhất là ngày 31/12/2023",
            "Hạn cuối 31/12/2023",
            "trước ngày 31/12/2023",
            "Từ nay đến tháng 12/2023",
            "không quá 31/12/2023",
            "hết tháng 12/2023",
            "tới tháng 12/2023",
            "trước năm 2024",
            "Trước tháng 1/2024",
        ],
    ),
    ("..2024-01-15", &["hết học kỳ I", "đến cuối HKI", "Trước HKII", "đến hết HK1", "trước 15/01/2024"]),
    ("..2023-09-05 year_inferred", &["trước khai giảng", "Trước ngày khai giảng", "trước 5/9"]),
    (
        "2023-09-05..2024-01-15",
        &[
            "HK I",
            "HKI",
            "HK1",
            "học kỳ 1 năm học 2023 - 2024",
            "HK1 2023-2024",
            "HKI (2023-2024)",
            "HKI - năm học 2023-2024",
            "Học kì I",
            "Trong học kỳ I",
            "HK.I",
            "Học kỳ một",
            "HKI, năm học 23-24",
            "Hoàn thành trong HKI",
        ],
    ),
    (
        "2023-09-05..2024-05-31",
        &[
            "Cả 2 học kỳ",
            "HK I, II",
            "HK1,2",
            "HKI+II",
            "hk1 & hk2",
            "HK I và II",
            "Suốt năm học",
            "Thường xuyên, cả năm học",
            "Thường xuyên\ntrong năm học",
            "Hàng tháng trong năm học 2023-2024",
            "Năm học 2023/2024",
            "Năm học 2023-24",
            "2023-2024",
            "Xuyên suốt năm học",
            "Các tháng trong năm học",
            "trong năm",
            "Từ đầu năm học đến cuối năm học",
            "liên tục trong năm học",
            "năm học này",
            "NH 23-24",
            "Năm học\n2023-2024",
            "từ 05/9/2023 - 31/05/2024",
        ],
    ),
    ("2024-05-01..2024-05-31", &["Cuối năm học", "cuối kỳ 2", "cuối HKII", "Cuối năm học (tháng 5/2024)", "vào cuối năm học 2023-2024"]),
    ("2024-05-01..2024-05-31 approximate", &["cuối năm", "Vào cuối năm"]),
    ("2023-12-01..2023-12-31", &["cuối năm 2023", "Hoàn thành trong tháng 12/2023"]),
    ("2024-01-01..2024-06-30", &["6 tháng đầu năm 2024", "quý I, II năm 2024", "Quý 1-2/2024", "Q1,Q2/2024"]),
    ("2024-01-01..2024-03-31 year_inferred", &["Quý 1", "Quý I", "quí I"]),
    ("2023-10-08..2023-10-14 year_inferred approximate", &["Tuần 2 tháng 10", "tuần thứ 2 của tháng 10"]),
    ("2023-09-01..2023-09-07 approximate", &["tuần đầu tháng 9/2023", "Tuần 1 tháng 9 năm 2023"]),
    (
        "2023-09-25..2023-11-05 approximate",
        &["Tuần 3 - 8", "từ tuần 3 đến tuần 8", "Tuần 3-tuần 8 năm học 2023-2024", "Tuần 3, 4, 5, 6, 7, 8"],
    ),
    ("2023-11-01..2023-11-30 approximate", &["giữa HKI", "Giữa học kỳ I"]),
    ("2023-01-01..2024-12-31", &["năm 2023 và 2024", "Từ năm 2023-2024", "Giai đoạn 2023 - 2024", "từ 2023 đến 2024"]),
    (
        "2023-09-05.. open",
        &[
            "từ đầu năm học đến nay",
            "Từ năm học 2023-2024",
            "năm học 2023-2024 và các năm sau",
            "Năm học 2023-2024 trở đi",
            "Kể từ ngày 5/9/2023",
            "Bắt đầu từ 5/9/2023",
            "Từ HKI",
        ],
    ),
    (
        "2023-10-01.. open",
        &[
            "từ tháng 10/2023 trở đi",
            "Bắt đầu: 10/2023",
            "tháng 10/2023 và những năm tiếp theo",
            "sau ngày 30/9/2023",
            "sau tháng 9/2023",
            "10/2023 đến nay",
        ],
    ),
    (
        ".. recurring",
        &[
            "thường xuyên",
            "hằng tuần",
            "hàng quý",
            "mỗi tuần",
            "Hàng tuần, hàng tháng",
            "1 lần/tháng",
            "2 lần/năm học",
            "hai lần một năm",
            "2 tuần 1 lần",
            "3 tháng/lần",
            "ít nhất 1 lần/học kỳ",
            "Định kỳ",
            "Thường xuyên, định kỳ",
            "Thường xuyên và đột xuất",
            "Thường xuyên\nHàng tháng",
            "Tháng 9 hằng năm",
            "Cuối năm học hằng năm",
            "đầu mỗi tháng",
            "ngày 25 hàng tháng",
            "Thứ hai hằng tuần",
            "T2-T6 hàng tuần",
            "hàng năm, vào tháng 9",
            "theo quý",
            "Theo từng tháng",
            "Hàng ngày",
            "cuối mỗi học kỳ",
        ],
    ),
    (
        ".. conditional",
        &[
            "theo lịch của Phòng",
            "khi cần",
            "tùy tình hình",
            "tuỳ theo điều kiện",
            "Theo thời khóa biểu",
            "Sau khi kết thúc học kỳ I",
            "Theo công văn số 123/SGDĐT ngày 15/9/2023",
            "nếu có",
            "Đột xuất",
            "Trước khi vào năm học mới",
        ],
    ),
    (
        "2023-09-01.. conditional multiple",
        &["Tháng 9/2023 khi có kinh phí", "Tháng 9/2023\nKhi có mở lớp", "Tháng 9/2023; theo lịch của Phòng"],
    ),
    ("2023-09-01.. recurring multiple", &["Tháng 9/2023 và thường xuyên", "Tháng 9/2023\nThường xuyên"]),
];

/// What must not be read as a time, or not as any one time.
const UNKNOWN: &[&str] = &[
    "",
    "Không",
    "-",
    "…",
    "Nhà trường",
    "Hiệu trưởng",
    "Tổ chuyên môn",
    "Ban giám hiệu tháng 9/2023",
    "Tổ chức hội thi vào tháng 10/2023",
    "10 triệu",
    "Đã thực hiện",
    "Hoàn thành",
    "Chưa",
    "tháng 13/2023",
    "ngày 31/02/2024",
    "29/02/2023",
    "31/9/2023",
    "0/2023",
    "32/10/2023",
    "9/2203",
    "10/15/2023",
    "Tháng 9/10",
    "Từ 30/10/2023 đến 15/9/2023",
    "Từ tháng 9/2024 đến tháng 8/2024",
    "Năm học 2023-2025",
    "năm học 2024-2023",
    "Năm học mới",
    "Các năm học",
    "3 tháng",
    "trong vòng 3 tháng",
    "2 tuần",
    "trong 3 năm",
    "45214",
    "12",
    "tháng",
    "học kỳ",
    "tuần",
    "cuối tháng",
    "Tháng sau",
    "tuần sau",
    "năm sau",
    "sau Tết",
    "Tháng 2/2024 (âm lịch)",
    "tháng giêng",
    "Tuần 60",
    "Tuần 3 HKII",
    "HK3",
    "Quý 5",
    "T99",
    "T2, T4, T6",
    "Thứ 7",
    "Tháng 9/2023 (31/02/2024)",
    "Tháng 9/2023-2024",
    "5.9",
    "1.10",
    "1/2/3/4",
    "1-2-3-4-5",
    "từ",
    "đến",
    ":",
    ";;;",
    "((",
    "))",
    "()",
    "2023)",
    "Đến nay",
    "Từ nay",
    "Kế hoạch năm học",
    "Tháng 9/2023\nNhà trường",
    "9/2023-",
    "Từ tháng 9/2023 đến",
    "Không xác định",
    "Tháng 9/2023 đến tháng 13/2023",
    "Trong quá trình dạy học",
    "15. 10. 2023",
    "08/2023/HĐ",
    "Tháng 99999999999999999999",
    "Việt Nam",
    "1,5 tháng",
    "ngày",
    "Ngày 15",
    "tháng 0",
];

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
    let wrong: Vec<String> = CORPUS
        .iter()
        .flat_map(|(meaning, texts)| texts.iter().map(move |text| (meaning, text)))
        .filter_map(|(meaning, text)| {
            let read = told(&parse(text, year(2023), &Calendars::default()));
            (read != *meaning).then(|| format!("{text:?} is {meaning}, read as {read}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
    assert_eq!(told(&parse("Tháng 9/20255", year(2023), &Calendars::default())), "..  unknown".replace("  ", " "));
    assert_eq!(told(&parse("Tháng 9/226", year(2026), &Calendars::default())), "2026-09-01..2026-09-30 repaired");
    assert_eq!(told(&parse("năm 20201", year(2020), &Calendars::default())), ".. unknown");
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
}
