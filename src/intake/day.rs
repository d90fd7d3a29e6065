//! The day of receipt as an officer writes it in, the day out; where she leaves out the year, the one nearest to the deadline.

use jiff::ToSpan;
use jiff::civil::Date;

/// A day, with its year or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Whole(Date),
    InAnyYear { day: i8, month: i8 },
}

impl Written {
    /// `08/01/2024`, `2024-01-08`, `8/1/24`, "ngày 8 tháng 1 năm 2024", with or without a time of day; `45299` where Excel shows a day as a number;
    /// `9/1` and "ngày 9 tháng 1" without their year.
    pub fn read(text: &str) -> Option<Written> {
        let numeric = in_figures(text);
        let text = numeric.split([' ', 'T']).next().unwrap_or_default();
        if let Ok(date) = text.parse() {
            return Some(Written::Whole(date));
        }
        if let Ok(count @ 36_526..=73_050) = text.parse::<i32>() {
            return Date::new(1899, 12, 30).ok()?.checked_add(count.days()).ok().map(Written::Whole);
        }
        let mut parts = text.split(['/', '-', '.']).map(str::trim);
        let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let Some(year) = parts.next() else {
            // "8.1" may be any number.
            let is_day = !text.contains('.') && Date::new(2024, month, day).is_ok();
            return is_day.then_some(Written::InAnyYear { day, month });
        };
        let year: i16 = year.parse().ok()?;
        let year = if (0..100).contains(&year) { 2000 + year } else { year };
        // No school reports in another century: such a year is a slip.
        let whole = parts.next().is_none() && (2000..2100).contains(&year);
        if whole { Date::new(year, month, day).ok().map(Written::Whole) } else { None }
    }

    /// The day itself; one without a year where the deadline is known.
    pub fn near(self, deadline: Option<Date>) -> Option<Date> {
        match self {
            Written::Whole(date) => Some(date),
            Written::InAnyYear { day, month } => {
                let deadline = deadline?;
                let years = deadline.year() - 1..=deadline.year() + 1;
                let days = years.filter_map(|year| Date::new(year, month, day).ok());
                days.min_by_key(|date| (*date - deadline).get_days().abs())
            }
        }
    }
}

/// "Ngày 8 tháng 1 năm 2024" → `8/1/2024`, "ngày 8/1" → `8/1`; all else as it is.
fn in_figures(text: &str) -> String {
    let folded = crate::text::clean(text).trim().to_lowercase();
    let Some(rest) = folded.strip_prefix("ngày").or_else(|| folded.contains("tháng").then_some(&folded[..])) else {
        return text.trim().to_owned();
    };
    let parted = rest.replace("tháng", "/").replace("năm", "/").replace(',', " ");
    let mut figures = String::new();
    for letter in parted.chars() {
        // A blank beside a stroke parts nothing.
        if letter != ' ' || !figures.is_empty() && !figures.ends_with(['/', ' ']) {
            figures.push(letter);
        }
    }
    figures.replace(" /", "/").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_as_spreadsheets_write_it() {
        for text in [
            "08/01/2024",
            "8/1/2024",
            "8.1.24",
            "2024-01-08",
            "08/01/2024 00:00",
            "2024-01-08T07:30",
            "45299",
            "8-1-2024",
            "ngày 8 tháng 1 năm 2024",
            "Ngày 08/01/2024",
        ] {
            assert_eq!(Written::read(text), Some(Written::Whole(date(2024, 1, 8))), "{text}");
        }
        for text in ["31/02/2024", "hôm qua", "8/1/202", "8/1/20244", "12", "1/2/3/4", "", "8.1", "31/4", "8/13", "tháng 1", "ngày 8"] {
            assert_eq!(Written::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_without_a_year_is_of_the_year_nearest_to_the_deadline() {
        let read = |text: &str, deadline: Date| Written::read(text)?.near(Some(deadline));
        for text in ["8/1", "08-01", "ngày 8 tháng 1", "Ngày 8/1", "8 tháng 01", "8/1 14:30"] {
            assert_eq!(read(text, date(2024, 1, 10)), Some(date(2024, 1, 8)), "{text}");
        }
        assert_eq!(read("28/12", date(2024, 1, 10)), Some(date(2023, 12, 28)), "before the turn of the year");
        assert_eq!(read("12/5", date(2024, 5, 10)), Some(date(2024, 5, 12)));
        assert_eq!(read("29/2", date(2024, 1, 10)), Some(date(2024, 2, 29)));
        assert_eq!(Written::read("8/1").and_then(|day| day.near(None)), None, "of no year while no deadline is known");
    }
}
