//! The feasts of the moon that school years know in, their days out: Tết, rằm tháng Giêng, Trung thu.

use jiff::ToSpan;
use jiff::civil::Date;

/// The first day of the lunar year by the Vietnamese calendar (UTC+7), a month and a day for each year from [`FIRST_TET`] on.
const TET: &[(i8, i8)] = &[
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 2),
    (1, 23),
    (2, 11),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 15),
    (2, 4),
    (1, 24),
    (2, 12),
];
const FIRST_TET: i16 = 2016;

/// Mùng 1 Tết Nguyên đán of a calendar year; `None` outside 2016 to 2040.
pub(super) fn tet(year: i16) -> Option<Date> {
    let (month, day) = *TET.get(usize::try_from(year - FIRST_TET).ok()?)?;
    Date::new(year, month, day).ok()
}

/// Rằm tháng Tám of each year from [`FIRST_TET`] on.
const MID_AUTUMN: &[(i8, i8)] = &[
    (9, 15),
    (10, 4),
    (9, 24),
    (9, 13),
    (10, 1),
    (9, 21),
    (9, 10),
    (9, 29),
    (9, 17),
    (10, 6),
    (9, 25),
    (9, 15),
    (10, 3),
    (9, 22),
    (9, 12),
    (10, 1),
    (9, 19),
    (9, 8),
    (9, 27),
    (9, 16),
    (10, 4),
    (9, 24),
    (9, 13),
    (10, 2),
    (9, 20),
];

/// The fifteenth of the first or the eighth month of the moon; `None` for other months and outside 2016 to 2040.
pub(super) fn full_moon(month: u8, year: i16) -> Option<Date> {
    match month {
        1 => tet(year)?.checked_add(14.days()).ok(),
        8 => {
            let (month, day) = *MID_AUTUMN.get(usize::try_from(year - FIRST_TET).ok()?)?;
            Date::new(year, month, day).ok()
        }
        _ => None,
    }
}
