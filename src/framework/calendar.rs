//! The file of school-year calendars in, the dates of every school year out.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{Calendar, Calendars, SchoolYear};
use crate::template::{Day, DayOfYear, Source, Spanned};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    default: Common,
    #[serde(default)]
    year: Vec<Listed>,
}

/// Days and months; the year follows from the school year.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    year_start: Spanned<DayOfYear>,
    semester1_end: DayOfYear,
    semester2_start: DayOfYear,
    year_end: DayOfYear,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    school_year: Spanned<SchoolYear>,
    year_start: Day,
    semester1_end: Day,
    semester2_start: Day,
    year_end: Day,
    #[serde(default)]
    #[expect(dead_code, reason = "for those who read the file")]
    source: String,
}

pub(super) fn calendars(source: &Source) -> anyhow::Result<Calendars> {
    let file: File = source.parse()?;
    let mut listed = BTreeMap::new();
    for entry in file.year {
        let (span, year) = (entry.school_year.span(), entry.school_year.into_inner());
        let calendar = Calendar {
            year_start: entry.year_start.0,
            semester1_end: entry.semester1_end.0,
            semester2_start: entry.semester2_start.0,
            year_end: entry.year_end.0,
        };
        ordered(year, &calendar).map_err(|message| source.refusal(span.clone(), message))?;
        if listed.insert(year, calendar).is_some() {
            return Err(source.refusal(span, format!("năm học {year} đã ghi ở trên")));
        }
    }
    for year in (SchoolYear::FIRST..=SchoolYear::LAST).filter_map(SchoolYear::new) {
        let common = file.default.of(year);
        let whole = common.ok_or_else(|| "không phải ngày có trong mọi năm".to_owned());
        let calendar = whole.and_then(|calendar| ordered(year, &calendar).map(|()| calendar));
        let calendar = calendar.map_err(|message| source.refusal(file.default.year_start.span(), message))?;
        listed.entry(year).or_insert(calendar);
    }
    Ok(Calendars { listed })
}

impl Common {
    fn of(&self, year: SchoolYear) -> Option<Calendar> {
        let day = |day: DayOfYear| day.in_year(year.year_of_month(day.month));
        Some(Calendar {
            year_start: day(*self.year_start.get_ref())?,
            semester1_end: day(self.semester1_end)?,
            semester2_start: day(self.semester2_start)?,
            year_end: day(self.year_end)?,
        })
    }
}

/// Refuses dates that do not follow one another, or lie outside July of the first year to August of the second.
///
/// # Errors
/// In Vietnamese, which two.
pub fn ordered(year: SchoolYear, calendar: &Calendar) -> Result<(), String> {
    let steps = [
        ("year_start", calendar.year_start),
        ("semester1_end", calendar.semester1_end),
        ("semester2_start", calendar.semester2_start),
        ("year_end", calendar.year_end),
    ];
    for pair in steps.windows(2) {
        if let [(before, first), (after, second)] = pair
            && first >= second
        {
            return Err(format!("năm học {year}: {before} ({first}) phải trước {after} ({second})"));
        }
    }
    let (from, to) = (jiff::civil::date(year.first(), 7, 1), jiff::civil::date(year.second(), 8, 31));
    for (name, day) in steps {
        if !(from..=to).contains(&day) {
            return Err(format!("năm học {year}: {name} ({day}) không thuộc năm học này"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Frameworks;
    use super::*;

    #[test]
    fn every_year_has_its_dates_listed_or_common() {
        let calendars = Frameworks::load(None).expect("the built-in files are sound").calendars;
        let of = |text: &str| calendars.of(text.parse().expect("a school year"));
        assert_eq!(of("2024-2025").semester1_end, date(2025, 1, 18));
        assert_eq!(of("2019-2020").year_end, date(2020, 7, 15));
        assert_eq!(of("2031-2032"), Calendars::default().of(SchoolYear::new(2031).expect("a school year")), "the file and the model agree");
    }

    #[test]
    fn wrong_calendars_are_refused_with_their_line() {
        const DEFAULT: &str =
            "[default]\nyear_start = \"5/9\"\nsemester1_end = \"15/1\"\nsemester2_start = \"16/1\"\nyear_end = \"31/5\"\n";
        const LISTED: &str = "[[year]]\nschool_year = \"2023-2024\"\nyear_start = 2023-09-05\nsemester1_end = 2024-01-15\nsemester2_start = 2024-01-16\nyear_end = 2024-05-31\n";
        for (text, message) in [
            (
                format!("{DEFAULT}{}", LISTED.replace("2024-01-16", "2024-01-10")),
                "dòng 7: năm học 2023-2024: semester1_end (2024-01-15) phải trước semester2_start (2024-01-10)",
            ),
            (
                format!("{DEFAULT}{}", LISTED.replace("2023-2024", "2022-2023")),
                "dòng 7: năm học 2022-2023: year_start (2023-09-05) không thuộc năm học này",
            ),
            (format!("{DEFAULT}{LISTED}{LISTED}"), "dòng 13: năm học 2023-2024 đã ghi ở trên"),
            (DEFAULT.replace("31/5", "14/1"), "dòng 2: năm học 1990-1991: semester2_start (1991-01-16) phải trước year_end (1991-01-14)"),
            (DEFAULT.replace("31/5", "31/6"), "dòng 5: ngày \"31/6\" không đúng dạng \"10/01\" (ngày/tháng)"),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            std::fs::write(folder.path().join("calendar.toml"), &text).expect("a file");
            let said = Frameworks::load(Some(folder.path())).expect_err(message).to_string();
            assert!(said.ends_with(&format!("calendar.toml, {message}")), "{said}");
        }
    }
}
