//! A text in, the day and the month of a code that went through a date out.

use super::grid::day_of_number;
use crate::text;

/// A code that became a date and then a text, `1-Oct`, `Oct-1`, `01/10`, `10-Thg1`, or a number of days, `45931`, whatever stands behind it.
pub(super) fn day_and_month(text: &str) -> Option<(i8, i8)> {
    let opening = text.split(':').next().unwrap_or_default().trim();
    if let Some(day) = opening.parse().ok().filter(|_| opening.len() == 5).and_then(day_of_number) {
        return Some((day.day(), day.month()));
    }
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (first, second) = text.trim().split_once(['-', '/', ' '])?;
    let digits = |part: &str| (part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok()).flatten();
    let month = |part: &str| {
        let folded = text::fold(part);
        let named = MONTHS.iter().position(|month| folded == *month).and_then(|at| i8::try_from(at + 1).ok());
        named.or_else(|| digits(folded.strip_prefix("thg")?.trim()))
    };
    match (digits(first), digits(second)) {
        // "3-4" may be two criteria; with two figures or a stroke it is a day.
        (Some(day), Some(of)) if text.contains('/') || first.trim().len() == 2 && second.trim().len() == 2 => Some((day, of)),
        (Some(day), None) => Some((day, month(second)?)),
        (None, Some(day)) => Some((day, month(first)?)),
        _ => None,
    }
}

/// Whether a text is a code that went through a date.
pub(super) fn is_day(text: &str) -> bool {
    day_and_month(text).is_some()
}
