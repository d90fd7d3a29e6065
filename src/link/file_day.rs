//! The day that the name of a file or folder bears: "KH 05.01.2024", "Nhận ngày 9-1".

use crate::text;

/// Of one that names no year, within its school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NameDay {
    pub year: Option<u16>,
    /// From August on before from January on.
    of_second_year: bool,
    month: u8,
    day: u8,
}

impl NameDay {
    fn of(year: Option<u16>, month: u16, day: u16) -> Option<NameDay> {
        const LAST_OF_YEAR: u16 = 7;
        let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
        let of_second_year = year.is_none() && month <= LAST_OF_YEAR;
        is_day.then_some(NameDay { year, of_second_year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }
}

/// A number, where it begins and where it ends.
struct Number<'n> {
    digits: &'n str,
    start: usize,
    end: usize,
}

impl Number<'_> {
    fn value(&self) -> Option<u16> {
        self.digits.parse().ok()
    }

    /// A day or a month.
    fn short(&self) -> Option<u16> {
        self.value().filter(|_| self.digits.len() <= 2)
    }

    fn year(&self) -> Option<u16> {
        self.value().filter(|year| self.digits.len() == 4 && (2000..2100).contains(year))
    }
}

/// The last day named, and the name without it.
pub(super) fn named(name: &str) -> Option<(NameDay, String)> {
    let numbers = numbers(name);
    let sign = |one: &Number<'_>, next: &Number<'_>| name[one.end..next.start].chars().next().filter(|_| next.start - one.end == 1);
    let whole = numbers.windows(3).rev().find_map(|three| {
        let [one, two, three] = three else { return None };
        let signs = [sign(one, two)?, sign(two, three)?];
        let (day, month, year) = match (one.year(), three.year()) {
            (None, Some(year)) => (one.short()?, two.short()?, year),
            (Some(year), None) => (three.short()?, two.short()?, year),
            _ => return None,
        };
        let day = NameDay::of(Some(year), month, day).filter(|_| signs[0] == signs[1] && ".-_/ ".contains(signs[0]))?;
        Some((day, one.start..three.end))
    });
    let joined = || {
        numbers.iter().rev().filter(|number| number.digits.len() == 8).find_map(|number| {
            let part = |range: std::ops::Range<usize>| number.digits.get(range)?.parse::<u16>().ok();
            let is_year = |year: &u16| (2000..2100).contains(year);
            let forward = part(0..4).filter(is_year).and_then(|year| NameDay::of(Some(year), part(4..6)?, part(6..8)?));
            let day = forward.or_else(|| part(4..8).filter(is_year).and_then(|year| NameDay::of(Some(year), part(2..4)?, part(0..2)?)))?;
            Some((day, number.start..number.end))
        })
    };
    let of_no_year = || {
        numbers.windows(2).rev().find_map(|two| {
            let [one, two] = two else { return None };
            let before = text::fold(&name[..one.start]);
            let is_day = before.trim_end().ends_with("ngay") && matches!(sign(one, two)?, '.' | '-' | '_' | '/');
            let day = NameDay::of(None, two.short()?, one.short()?).filter(|_| is_day)?;
            Some((day, one.start..two.end))
        })
    };
    let (day, at) = whole.or_else(joined).or_else(of_no_year)?;
    Some((day, format!("{} {}", &name[..at.start], &name[at.end..])))
}

fn numbers(name: &str) -> Vec<Number<'_>> {
    let mut numbers: Vec<Number<'_>> = Vec::new();
    for (at, sign) in name.char_indices().filter(|(_, sign)| sign.is_ascii_digit()) {
        let end = at + sign.len_utf8();
        match numbers.last_mut().filter(|last| last.end == at) {
            Some(last) => (last.digits, last.end) = (&name[last.start..end], end),
            None => numbers.push(Number { digits: &name[at..end], start: at, end }),
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn the_day_in_a_name_is_read_however_it_is_written() {
        let read = |name: &str| named(name).map(|(day, _)| (day.year, day.month, day.day));
        for (name, expected) in [
            ("LL KH 05.01.2024", Some((Some(2024), 1, 5))),
            ("KD 2023-12-09", Some((Some(2023), 12, 9))),
            ("KH 2023-2024 05.01.2024", Some((Some(2024), 1, 5))),
            ("KH_20240109", Some((Some(2024), 1, 9))),
            ("KH 09012024", Some((Some(2024), 1, 9))),
            ("Nhận ngày 9-1", Some((None, 1, 9))),
            ("KH 2023-2024", None),
            ("KH 1.1.2", None),
            ("KH 35.01.2024", None),
            ("Tiêu chí 1-1", None),
            ("0770001", None),
        ] {
            assert_eq!(read(name), expected, "{name}");
        }
        assert!(named("ngày 20-12").map(|(day, _)| day) < named("ngày 9-1").map(|(day, _)| day), "within a school year");
        assert_eq!(named("KH 05.01.2024 (2)").map(|(_, rest)| rest).as_deref(), Some("KH   (2)"));
    }
}
