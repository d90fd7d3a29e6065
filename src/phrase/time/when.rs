//! A time as it is written in, its first and last day out: `Tháng 9` of the plan 2023-2024 is 01/9/2023 to 30/9/2023.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::moon::{full_moon, tet};
use crate::model::{Calendars, SchoolYear, WindowFlag};

/// What a time without a year belongs to.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub plan: SchoolYear,
    pub calendars: &'a Calendars,
    /// The phrase speaks of summer: its August ends a school year and begins none.
    pub summer: bool,
}

/// A stretch of time as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct When {
    pub edge: Option<Edge>,
    pub unit: Unit,
    pub year: Year,
    /// The year was mended.
    pub repaired: bool,
    /// The year was taken from the time before, in the same phrase.
    pub carried: bool,
    /// `5.9` is the fifth of September only where a year or the word for day stands by it.
    pub dubious: bool,
}

/// Which part of the stretch is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Early,
    Middle,
    Late,
    FirstHalf,
    SecondHalf,
    /// `10 ngày đầu tháng 9`
    FirstDays(u8),
    LastDays(u8),
    /// `2 tuần đầu năm học`
    FirstWeeks(u8),
    LastWeeks(u8),
}

impl Edge {
    /// That many days at the beginning or the end; `None` where they are more than there are, or the edge counts none.
    fn counted(self, first: Date, last: Date) -> Option<(Date, Date)> {
        let (count, begins) = match self {
            Edge::FirstDays(days) => (i64::from(days), true),
            Edge::LastDays(days) => (i64::from(days), false),
            Edge::FirstWeeks(weeks) => (i64::from(weeks) * 7, true),
            Edge::LastWeeks(weeks) => (i64::from(weeks) * 7, false),
            _ => return None,
        };
        let ahead = (count - 1).days();
        let days = if begins { (first, first.checked_add(ahead).ok()?) } else { (last.checked_sub(ahead).ok()?, last) };
        (first <= days.0 && days.1 <= last).then_some(days)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// The month may stand with the day after it: `từ ngày 15 đến ngày 20/10`.
    Day {
        day: u8,
        month: Option<u8>,
    },
    /// `9` of `9-12/2023`: the time after it says whether it is a day or a month.
    Number(u8),
    Month(u8),
    Quarter(u8),
    Semester(u8),
    Summer,
    SchoolYear,
    CalendarYear,
    /// "Cuối năm": of the calendar or of the school, nobody knows.
    SomeYear,
    /// `6 tháng đầu năm`.
    Months {
        count: u8,
        last: bool,
    },
    /// Of the school year.
    Week(u8),
    /// `None` is the last one.
    WeekOfMonth {
        week: Option<u8>,
        month: u8,
    },
    /// Khai giảng.
    Opening,
    /// Tết Nguyên đán, mùng 1 to mùng 5.
    Tet,
    /// Tháng chạp: the month of the moon before Tết.
    BeforeTet,
    /// Rằm of a month of the moon: of the first after Tết, of the eighth, Trung thu.
    FullMoon(u8),
    /// Sơ kết học kỳ I, tổng kết năm học.
    Closing {
        semester: Option<u8>,
    },
    /// "Nay": the day the plan was written, which is not known.
    Now,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Missing,
    Calendar(i16),
    School(SchoolYear),
}

/// The days of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Days {
    pub first: Date,
    pub last: Date,
    pub flags: BTreeSet<WindowFlag>,
}

impl When {
    pub fn new(unit: Unit, year: Year) -> Self {
        When { edge: None, unit, year, repaired: false, carried: false, dubious: false }
    }

    /// `None` for days that no calendar has, such as 31/02.
    pub fn days(&self, context: Context<'_>) -> Option<Days> {
        let mut flags = BTreeSet::new();
        let school = match self.year {
            Year::School(year) => year,
            Year::Missing | Year::Calendar(_) => context.plan,
        };
        let calendar = context.calendars.of(school);
        let mut year_of = |month: u8| match self.year {
            Year::Calendar(year) => year,
            Year::School(year) => year.year_of_month(month.cast_signed()),
            Year::Missing => {
                flags.insert(WindowFlag::YearInferred);
                if context.summer && month == 8 { context.plan.second() } else { context.plan.year_of_month(month.cast_signed()) }
            }
        };
        let (first, last) = match self.unit {
            Unit::Number(_) | Unit::Now | Unit::Day { month: None, .. } => return None,
            Unit::Day { day, month: Some(month) } => {
                let day = date(year_of(month), month, day)?;
                (day, day)
            }
            Unit::Month(month) => self.part_of_month(date(year_of(month), month, 1)?)?,
            Unit::Quarter(quarter) => {
                let year = year_of(quarter * 3);
                part(self.edge, date(year, quarter * 3 - 2, 1)?, date(year, quarter * 3, 1)?.last_of_month())?
            }
            Unit::Months { count, last } => {
                let year = year_of(if last { 12 } else { 1 });
                let (from, to) = if last { (13 - count, 12) } else { (1, count) };
                (date(year, from, 1)?, date(year, to, 1)?.last_of_month())
            }
            Unit::WeekOfMonth { week, month } => {
                let days = week_of_month(week, date(year_of(month), month, 1)?)?;
                flags.insert(WindowFlag::Approximate);
                days
            }
            Unit::CalendarYear => match self.year {
                Year::Calendar(year) => part(self.edge, date(year, 1, 1)?, date(year, 12, 31)?)?,
                _ => return None,
            },
            Unit::Summer => {
                let year = match self.year {
                    Year::Calendar(year) => year,
                    Year::School(year) => year.second(),
                    Year::Missing => context.plan.second(),
                };
                part(self.edge, date(year, 6, 1)?, date(year, 8, 31)?)?
            }
            Unit::Semester(1) => part(self.edge, calendar.year_start, calendar.semester1_end)?,
            Unit::Semester(_) => part(self.edge, calendar.semester2_start, calendar.year_end)?,
            Unit::SchoolYear | Unit::SomeYear => part(self.edge, calendar.year_start, calendar.year_end)?,
            Unit::Week(week) => {
                flags.insert(WindowFlag::Approximate);
                let monday = calendar.year_start.checked_sub(1.day()).ok()?.nth_weekday(1, Weekday::Monday).ok()?;
                let first = monday.checked_add((i64::from(week) - 1).weeks()).ok()?;
                (first, first.checked_add(6.days()).ok()?)
            }
            Unit::Opening => (calendar.year_start, calendar.year_start),
            // How long a school rests is its own to say.
            Unit::Tet => {
                flags.insert(WindowFlag::Approximate);
                let first = tet(match self.year {
                    Year::Calendar(year) => year,
                    Year::School(year) => year.second(),
                    Year::Missing => context.plan.second(),
                })?;
                (first, first.checked_add(4.days()).ok()?)
            }
            // It has 29 days or 30.
            Unit::BeforeTet => {
                flags.insert(WindowFlag::Approximate);
                let tet = tet(context.plan.second()).filter(|_| self.year == Year::Missing)?;
                (tet.checked_sub(30.days()).ok()?, tet.checked_sub(1.day()).ok()?)
            }
            // The school keeps the feast about that day.
            Unit::FullMoon(month) => {
                flags.insert(WindowFlag::Approximate);
                let (year, of_first) = (context.plan, month == 1);
                let day = match self.year {
                    Year::Calendar(year) => full_moon(month, year)?,
                    Year::School(year) => full_moon(month, if of_first { year.second() } else { year.first() })?,
                    Year::Missing => full_moon(month, if of_first { year.second() } else { year.first() })?,
                };
                (day, day)
            }
            // The day of the feast is the school's to choose, near the end of what it closes.
            Unit::Closing { semester } => {
                flags.insert(WindowFlag::Approximate);
                let last = if semester == Some(1) { calendar.semester1_end } else { calendar.year_end };
                part(Some(Edge::Late), calendar.year_start, last)?
            }
        };
        let vague = self.edge == Some(Edge::Middle) && !matches!(self.unit, Unit::Month(_) | Unit::Day { .. });
        let weeks = matches!(self.edge, Some(Edge::FirstWeeks(_) | Edge::LastWeeks(_)));
        if vague || weeks || (self.unit == Unit::SomeYear && self.edge.is_some()) {
            flags.insert(WindowFlag::Approximate);
        }
        if self.carried {
            flags.insert(WindowFlag::YearInferred);
        }
        if self.repaired {
            flags.insert(WindowFlag::Repaired);
        }
        (first <= last).then_some(Days { first, last, flags })
    }

    /// Đầu, giữa, cuối tháng: to day 10, to day 20, to the last.
    fn part_of_month(&self, first: Date) -> Option<(Date, Date)> {
        let last = first.last_of_month();
        let on = |day: i8| first.with().day(day).build().ok();
        Some(match self.edge {
            None => (first, last),
            Some(Edge::Early) => (first, on(10)?),
            Some(Edge::Middle) => (on(11)?, on(20)?),
            Some(Edge::Late) => (on(21)?, last),
            Some(Edge::FirstHalf) => (first, on(15)?),
            Some(Edge::SecondHalf) => (on(16)?, last),
            Some(counted) => counted.counted(first, last)?,
        })
    }

    /// Where it lies within a year, to tell whether a range runs over New Year.
    fn place(&self) -> Option<(u8, u8)> {
        match self.unit {
            Unit::Day { day, month: Some(month) } => Some((month, day)),
            Unit::Month(month) => Some((month, 0)),
            Unit::WeekOfMonth { week, month } => Some((month, week.unwrap_or(5) * 7)),
            Unit::Quarter(quarter) => Some((quarter * 3 - 2, 0)),
            _ => None,
        }
    }
}

/// The first calendar month of a long stretch is its beginning, the last its end; the month of its middle day is about its middle.
fn part(edge: Option<Edge>, first: Date, last: Date) -> Option<(Date, Date)> {
    let half = first.checked_add(((last - first).get_days() / 2).days()).ok()?;
    // "Nửa đầu năm 2024" is six months, and no 183 days.
    let is_year = first.day_of_year() == 1 && last.day_of_year() == last.days_in_year();
    let middle = if is_year { Date::new(first.year(), 6, 30).ok()? } else { half };
    let on_month_of = |day: Date| (day.first_of_month().max(first), day.last_of_month().min(last));
    Some(match edge {
        None => (first, last),
        Some(Edge::Early) => on_month_of(first),
        Some(Edge::Middle) => on_month_of(half),
        Some(Edge::Late) => on_month_of(last),
        Some(Edge::FirstHalf) => (first, middle),
        Some(Edge::SecondHalf) => (middle.tomorrow().ok()?, last),
        Some(counted) => counted.counted(first, last)?,
    })
}

fn week_of_month(week: Option<u8>, first: Date) -> Option<(Date, Date)> {
    let last = first.last_of_month();
    let Some(week) = week else { return Some((last.checked_sub(6.days()).ok()?, last)) };
    let start = first.checked_add((i64::from(week) * 7 - 7).days()).ok()?;
    let end = start.checked_add(6.days()).ok()?.min(last);
    (start <= last).then_some((start, end))
}

fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Gives the times of one phrase what they left to their neighbours: `15/9-30/10/2023`, `Tháng 11-2/2024`, `từ 9/2023 đến tháng 5`.
pub(super) fn complete(times: &mut [When], plan: SchoolYear) {
    for at in (1..times.len()).rev() {
        let (left, right) = times.split_at_mut(at);
        if let (Some(earlier), Some(later)) = (left.last_mut(), right.first()) {
            earlier.take_unit(later);
            earlier.lead_into(later, plan);
            if earlier.year == Year::Missing {
                earlier.year = earlier.year_beside(later, -1);
                earlier.repaired |= earlier.year != Year::Missing && later.repaired;
            }
        }
    }
    for at in 1..times.len() {
        let (left, right) = times.split_at_mut(at);
        if let (Some(earlier), Some(later)) = (left.last(), right.first_mut())
            && later.year == Year::Missing
        {
            later.year = later.year_beside(earlier, 1);
            // A school year stands for all that is said beside it, and a month for its days: "Tháng 10/2023, chậm nhất 25/10".
            later.carried = matches!(later.year, Year::Calendar(_)) && later.place().is_some() && !later.is_of_month(earlier);
        }
    }
}

impl When {
    /// Whether it is a day of the other, which is a month.
    fn is_of_month(&self, other: &When) -> bool {
        matches!((self.unit, other.unit), (Unit::Day { month: Some(month), .. }, Unit::Month(of)) if month == of)
    }

    fn take_unit(&mut self, later: &When) {
        self.unit = match (self.unit, later.unit) {
            (Unit::Number(day) | Unit::Day { day, month: None }, Unit::Day { month: Some(month), .. }) => {
                Unit::Day { day, month: Some(month) }
            }
            (Unit::Number(month @ 1..=12), Unit::Month(_)) => Unit::Month(month),
            (Unit::Week(week @ 1..=5), Unit::WeekOfMonth { month, .. }) => Unit::WeekOfMonth { week: Some(week), month },
            (unit, _) => unit,
        };
    }

    /// "Trong hè và đầu năm học 2024-2025": the summer before the year begins, and not the one at its end.
    fn lead_into(&mut self, later: &When, plan: SchoolYear) {
        let of_summer = matches!(self.unit, Unit::Summer | Unit::Month(6..=8)) && self.year == Year::Missing;
        let begins = later.unit == Unit::SchoolYear && later.edge == Some(Edge::Early);
        if of_summer
            && begins
            && let Some(year) = match later.year {
                Year::School(year) => Some(year.first()),
                // "Tháng 6 và đầu năm học" may be the end of this one and the beginning of the next.
                Year::Missing => (self.unit == Unit::Summer).then(|| plan.first()),
                Year::Calendar(_) => None,
            }
        {
            self.year = Year::Calendar(year);
            self.carried = later.year == Year::Missing;
        }
    }

    /// How long a stretch the unit is, for telling a list from what only says of what it is a part.
    pub fn rank(&self) -> Option<u8> {
        match self.unit {
            Unit::SchoolYear | Unit::SomeYear => Some(3),
            Unit::Semester(_) | Unit::Quarter(_) | Unit::Summer => Some(2),
            Unit::Month(_) | Unit::WeekOfMonth { .. } => Some(1),
            Unit::Day { .. } => Some(0),
            _ => None,
        }
    }

    /// `Tháng 3, quý I/2024`: one is a part of the other, so no year lies between them.
    fn shares_quarter(&self, other: &When) -> bool {
        let within = |quarter: u8, unit: Unit| match unit {
            Unit::Month(month) | Unit::Day { month: Some(month), .. } => month.div_ceil(3) == quarter,
            _ => false,
        };
        match (self.unit, other.unit) {
            (Unit::Quarter(quarter), unit) | (unit, Unit::Quarter(quarter)) => within(quarter, unit),
            _ => false,
        }
    }

    /// The year of a neighbour, one further where the two would stand in the wrong order.
    fn year_beside(&self, neighbour: &When, step: i16) -> Year {
        match neighbour.year {
            Year::Missing => Year::Missing,
            Year::School(_) if matches!(self.unit, Unit::CalendarYear) => Year::Missing,
            Year::School(year) => Year::School(year),
            Year::Calendar(year) if self.shares_quarter(neighbour) => Year::Calendar(year),
            Year::Calendar(year) => match (self.place(), neighbour.place()) {
                // "10/10 đến cuối tháng 10/2023": the day lies within the month.
                (Some((month, day)), Some((other, day_of_other))) if month == other && (day == 0 || day_of_other == 0) => {
                    Year::Calendar(year)
                }
                (Some(own), Some(other)) if (step < 0 && own > other) || (step > 0 && own < other) => Year::Calendar(year + step),
                (Some(_), Some(_)) => Year::Calendar(year),
                _ => Year::Missing,
            },
        }
    }
}

/// The one year that a year with a digit too many or too few can be.
pub(super) fn mended(digits: &str, candidates: &[i16]) -> Option<i16> {
    let mut fitting = candidates.iter().copied().filter(|year| {
        let year = year.to_string();
        match digits.len() {
            5 => leaves_out_one(digits, &year),
            3 => leaves_out_one(&year, digits),
            _ => false,
        }
    });
    let only = fitting.next()?;
    fitting.all(|other| other == only).then_some(only)
}

fn leaves_out_one(long: &str, short: &str) -> bool {
    (0..long.len()).any(|out| long.chars().enumerate().filter(|(at, _)| *at != out).map(|(_, digit)| digit).eq(short.chars()))
}
