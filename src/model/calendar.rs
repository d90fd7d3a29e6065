//! School years, their halves and their dates.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A day as everybody in the office writes it: `05/01/2024`.
pub fn day_shown(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A school year by the calendar year it begins in: 2023-2024 is `SchoolYear(2023)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(i16);

impl SchoolYear {
    /// The years a school document can speak of; anything else is a slip of the pen.
    pub const FIRST: i16 = 1990;
    pub const LAST: i16 = 2100;

    /// `None` outside [`SchoolYear::FIRST`]..=[`SchoolYear::LAST`].
    pub fn new(first: i16) -> Option<Self> {
        (Self::FIRST..=Self::LAST).contains(&first).then_some(SchoolYear(first))
    }

    /// The calendar year it begins in: months 8 to 12.
    pub fn first(self) -> i16 {
        self.0
    }

    /// The calendar year it ends in: months 1 to 7.
    pub fn second(self) -> i16 {
        self.0 + 1
    }

    /// The calendar year of a month that was written without one.
    pub fn year_of_month(self, month: i8) -> i16 {
        if month >= 8 { self.first() } else { self.second() }
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.first(), self.second())
    }
}

impl FromStr for SchoolYear {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("năm học \"{text}\" không đúng dạng 2023-2024");
        let (first, second) = text.trim().split_once('-').ok_or_else(wrong)?;
        let first: i16 = first.trim().parse().map_err(|_| wrong())?;
        let second: i16 = second.trim().parse().map_err(|_| wrong())?;
        if second != first.saturating_add(1) {
            return Err(wrong());
        }
        SchoolYear::new(first).ok_or_else(wrong)
    }
}

impl Serialize for SchoolYear {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SchoolYear {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The half of the school year a report closes: by 10/01 and by 10/5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    Hk1,
    Hk2,
}

impl Period {
    pub fn code(self) -> &'static str {
        match self {
            Period::Hk1 => "hk1",
            Period::Hk2 => "hk2",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Period::Hk1 => "Học kỳ I",
            Period::Hk2 => "Cuối năm học",
        }
    }
}

/// The dates of one school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    pub year_start: Date,
    pub semester1_end: Date,
    pub semester2_start: Date,
    pub year_end: Date,
}

/// The calendars of all years: those listed, and the common one for the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendars {
    pub listed: BTreeMap<SchoolYear, Calendar>,
}

impl Calendars {
    /// The dates of `year`: 5/9, 15/1, 16/1 and 31/5 where nothing else is listed.
    pub fn of(&self, year: SchoolYear) -> Calendar {
        self.listed.get(&year).copied().unwrap_or(Calendar {
            year_start: date(year.first(), 9, 5),
            semester1_end: date(year.second(), 1, 15),
            semester2_start: date(year.second(), 1, 16),
            year_end: date(year.second(), 5, 31),
        })
    }
}
