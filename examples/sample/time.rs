//! A school year in, a window of time and one of the ways schools write it out. The window is chosen first, the words after it.

use std::collections::BTreeSet;

use ctcl::model::{SchoolYear, Window, WindowFlag, WindowKind};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use crate::rng::Rng;

/// When a piece of work is to be done, in words and in truth.
#[derive(Debug, Clone)]
pub struct Time {
    pub text: String,
    pub window: Window,
}

/// What sort of time is wanted, seen from the day the first half of the year is reported on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Due before the report, with a written year.
    Past,
    /// Due after the report, with a written year.
    Future,
    /// A month or a day without a year.
    Inferred,
    /// The whole year, a half of it, its start or its end.
    Part,
    Open,
    Recurring,
    Conditional,
    /// Weeks of the school year.
    Weeks,
    /// A slip of the pen in the year.
    Slip,
    /// Two times in one cell.
    Two,
}

impl Time {
    pub fn none() -> Self {
        Time { text: String::new(), window: Window::default() }
    }

    /// A mixture as schools write it; mostly dates with a year.
    pub fn any(rng: &mut Rng, year: SchoolYear) -> Self {
        use Wanted::*;
        let kinds = [Past, Future, Inferred, Part, Open, Recurring, Conditional, Weeks, Slip, Two];
        let wanted = kinds[rng.weighted(&[36, 27, 9, 12, 3, 5, 3, 2, 1, 2])];
        Time::of(rng, year, wanted)
    }

    pub fn of(rng: &mut Rng, year: SchoolYear, wanted: Wanted) -> Self {
        match wanted {
            Wanted::Past => written(rng, year, true),
            Wanted::Future => written(rng, year, false),
            Wanted::Inferred => inferred(rng, year),
            Wanted::Part => part(rng, year),
            Wanted::Open => {
                let month = rng.between(8, 11) as i8;
                let start = first_of(year, month);
                let first = year.first();
                match rng.below(3) {
                    0 => time(format!("Từ tháng {month}/{first}"), WindowKind::Open, Some(start), None, &[]),
                    1 => time("Từ đầu năm học", WindowKind::Open, Some(date(first, 9, 5)), None, &[]),
                    _ => time(format!("Từ tháng {month}/{first} đến nay"), WindowKind::Open, Some(start), None, &[]),
                }
            }
            Wanted::Recurring => {
                let words = ["Thường xuyên", "Hằng năm", "Hàng tháng", "Mỗi tháng 01 buổi", "02 tuần/lần", "thường xuyên"];
                time(*rng.pick(&words), WindowKind::Recurring, None, None, &[])
            }
            Wanted::Conditional => {
                let words = ["Khi có kinh phí", "Theo kế hoạch của Sở", "Sau khi được phê duyệt", "Khi có mở lớp"];
                time(*rng.pick(&words), WindowKind::Conditional, None, None, &[])
            }
            Wanted::Weeks => weeks(rng, year),
            Wanted::Slip => slip(rng, year),
            Wanted::Two => {
                let (early, late) = (rng.between(9, 11) as i8, rng.between(2, 5) as i8);
                let text = format!("Tháng {early}/{}\nTháng {late}/{}", year.first(), year.second());
                span(text, Some(first_of(year, early)), first_of(year, late).last_of_month(), &[WindowFlag::Multiple])
            }
        }
    }

    /// A start and an end that can stand in two columns of their own.
    pub fn both_days(rng: &mut Rng, year: SchoolYear) -> Self {
        let (from, to) = if rng.chance(60) { (rng.between(9, 10) as i8, rng.between(11, 12) as i8) } else { (11, rng.between(2, 5) as i8) };
        let start = first_of(year, from).checked_add(rng.between(0, 19).days()).expect("a day of the month");
        let due = first_of(year, to).checked_add(rng.between(9, 24).days()).expect("a day of the month");
        span(format!("{} - {}", day(start), day(due)), Some(start), due, &[])
    }

    /// A due day, as a date cell holds it.
    pub fn one_day(rng: &mut Rng, year: SchoolYear) -> Self {
        let month = *rng.pick(&[10, 11, 12, 2, 3, 4]);
        let due = first_of(year, month).checked_add(rng.between(14, 27).days()).expect("a day of the month");
        span(day(due), Some(due), due, &[])
    }
}

fn time(text: impl Into<String>, kind: WindowKind, start: Option<Date>, due: Option<Date>, flags: &[WindowFlag]) -> Time {
    Time { text: text.into(), window: Window { kind, start, due, flags: flags.iter().copied().collect::<BTreeSet<_>>() } }
}

fn span(text: impl Into<String>, start: Option<Date>, due: Date, flags: &[WindowFlag]) -> Time {
    time(text, WindowKind::Span, start, Some(due), flags)
}

fn first_of(year: SchoolYear, month: i8) -> Date {
    date(year.year_of_month(month), month, 1)
}

fn day(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// Times with their year written out.
fn written(rng: &mut Rng, year: SchoolYear, past: bool) -> Time {
    let month = if past { rng.between(9, 12) } else { rng.between(2, 5) } as i8;
    let start = first_of(year, month);
    let due = start.last_of_month();
    let y = start.year();
    let mid = start.checked_add(rng.between(9, 24).days()).expect("a day of the month");
    match rng.below(16) {
        0 => span(format!("Tháng {month}/{y}"), Some(start), due, &[]),
        1 => span(format!("tháng {month} năm {y}"), Some(start), due, &[]),
        2 => span(format!("T{month}/{y}"), Some(start), due, &[]),
        3 => span(format!("{month:02}/{y}"), Some(start), due, &[]),
        4 => span(format!("Tháng {month}/{y} "), Some(start), due, &[]),
        5 => span(format!("Trước ngày {}", day(mid)), None, mid, &[]),
        6 => span(format!("Chậm nhất {}", day(mid)), None, mid, &[]),
        7 => span(format!("Đến hết tháng {month}/{y}"), None, due, &[]),
        8 => span(format!("Cuối tháng {month}/{y}"), Some(date(y, month, 21)), due, &[]),
        9 => span(format!("Giữa tháng {month}/{y}"), Some(date(y, month, 11)), date(y, month, 20), &[]),
        10 => span(format!("Đầu tháng {month}/{y}"), Some(start), date(y, month, 10), &[]),
        11 => span(day(mid), Some(mid), mid, &[]),
        12 => span(format!("Ngày {}", day(mid)), Some(mid), mid, &[]),
        13 if past => span(format!("Quý IV/{}", year.first()), Some(date(year.first(), 10, 1)), date(year.first(), 12, 31), &[]),
        13 => span(format!("Quý I/{}", year.second()), Some(date(year.second(), 1, 1)), date(year.second(), 3, 31), &[]),
        14 if past => range(rng, year, 8, month),
        14 => range(rng, year, 9, month),
        _ => {
            let from = first_of(year, 9).checked_add(rng.between(5, 20).days()).expect("a day of the month");
            if from < mid {
                span(format!("Từ {} đến {}", day(from), day(mid)), Some(from), mid, &[])
            } else {
                span(format!("Hoàn thành trước {}", day(mid)), None, mid, &[])
            }
        }
    }
}

fn range(rng: &mut Rng, year: SchoolYear, from: i8, to: i8) -> Time {
    let (start, end) = (first_of(year, from), first_of(year, to));
    let (y1, y2) = (start.year(), end.year());
    let text = match rng.below(4) {
        0 => format!("Tháng {from}/{y1} đến tháng {to}/{y2}"),
        1 => format!("Từ tháng {from}/{y1} đến {to}/{y2}"),
        2 => format!("Tháng {from}/{y1}-{to}/{y2}"),
        _ => format!("Bắt đầu: {from}/{y1}; hoàn thành: {to}/{y2}"),
    };
    span(text, Some(start), end.last_of_month(), &[])
}

fn inferred(rng: &mut Rng, year: SchoolYear) -> Time {
    let month = *rng.pick(&[9, 10, 11, 12, 2, 3, 4]);
    let start = first_of(year, month);
    let mid = start.checked_add(rng.between(9, 24).days()).expect("a day of the month");
    let flags = [WindowFlag::YearInferred];
    match rng.below(4) {
        0 => span(format!("Tháng {month}"), Some(start), start.last_of_month(), &flags),
        1 => span(format!("Ngày {}/{month}", mid.day()), Some(mid), mid, &flags),
        2 => span(format!("Hoàn thành trước {}/{month}", mid.day()), None, mid, &flags),
        _ => span("Tháng 9 đến tháng 5", Some(first_of(year, 9)), first_of(year, 5).last_of_month(), &flags),
    }
}

/// The common calendar: 5/9, 15/1, 16/1, 31/5.
fn part(rng: &mut Rng, year: SchoolYear) -> Time {
    let (first, second) = (year.first(), year.second());
    let (begin, half, next, end) = (date(first, 9, 5), date(second, 1, 15), date(second, 1, 16), date(second, 5, 31));
    let short = format!("{}-{}", first % 100, second % 100);
    match rng.below(14) {
        0 => span(format!("Năm học {year}"), Some(begin), end, &[]),
        1 => span("Cả năm học", Some(begin), end, &[]),
        2 => span("Trong năm học", Some(begin), end, &[]),
        3 => span("Suốt năm học", Some(begin), end, &[]),
        4 => span("Học kỳ I", Some(begin), half, &[]),
        5 => span(format!("HKI, năm học {short}"), Some(begin), half, &[]),
        6 => span("Học kì 2", Some(next), end, &[]),
        7 => span("HKII", Some(next), end, &[]),
        8 => span("Cuối năm học", Some(date(second, 5, 1)), end, &[]),
        9 | 10 => span("Đầu năm học", Some(begin), date(first, 9, 30), &[]),
        11 => span(format!("Đầu năm học {year}"), Some(begin), date(first, 9, 30), &[]),
        12 => span("HKI và HKII", Some(begin), end, &[]),
        _ => span(format!("Hè {second}"), Some(date(second, 6, 1)), date(second, 8, 31), &[]),
    }
}

/// Week 1 begins on the first Monday on or after the start of the school year.
fn weeks(rng: &mut Rng, year: SchoolYear) -> Time {
    let begin = date(year.first(), 9, 5);
    let monday =
        if begin.weekday() == Weekday::Monday { begin } else { begin.nth_weekday(1, Weekday::Monday).expect("a Monday in September") };
    let from = rng.between(2, 8);
    let to = from + rng.between(1, 5);
    let start = monday.checked_add((7 * (from - 1)).days()).expect("a day of the year");
    let due = monday.checked_add((7 * to - 1).days()).expect("a day of the year");
    span(format!("Tuần {from} - {to}"), Some(start), due, &[WindowFlag::Approximate])
}

fn slip(rng: &mut Rng, year: SchoolYear) -> Time {
    let month = rng.between(9, 12) as i8;
    let start = first_of(year, month);
    let first = year.first();
    // A digit doubled at the end, or the zero left out: one year of the two fits, and only one.
    let wrong = if rng.chance(50) { format!("{first}{}", first % 10) } else { format!("{}{}", first / 1000, first % 100) };
    span(format!("Tháng {month}/{wrong}"), Some(start), start.last_of_month(), &[WindowFlag::Repaired])
}
