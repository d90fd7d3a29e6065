//! Tokens behind "tuần" in, weeks out: of the school year (`tuần 3`), or of a month (`tuần thứ hai của tháng 9`).

use super::{Cursor, Head};
use crate::phrase::time::lexicon::{ORDINALS, ROMANS};
use crate::phrase::time::when::{Unit, When, Year};

impl Cursor<'_> {
    pub(super) fn week(&mut self) -> Option<When> {
        self.head = Some(Head::Week);
        self.take_any(&["le", "hoc"]);
        let week = if self.take_any(&["dau tien", "dau", "mot"]) {
            Some(1)
        } else if self.take_any(&["cuoi cung", "cuoi"]) {
            None
        } else {
            Some(self.ordinal(53).or_else(|| self.roman())?)
        };
        let start = self.at;
        let joined = matches!(self.sign(0), Some(',' | '/'));
        self.at += usize::from(joined);
        self.take_any(&["cua", "trong"]);
        if self.at_month_word() {
            let month = self.month()?;
            let Unit::Month(number) = month.unit else { return None };
            self.head = Some(Head::Week);
            let unit = Unit::WeekOfMonth { week, month: number };
            return week.is_none_or(|week| week <= 5).then_some(When { unit, ..month });
        }
        self.at = start;
        let week = week?;
        // Weeks of the second half are counted on or counted anew: nobody knows which.
        let before = self.at;
        self.skip_sign(',');
        self.take_any(&["cua", "trong"]);
        match self.semester() {
            Some(When { unit: Unit::Semester(1), year, .. }) => return Some(When::new(Unit::Week(week), year)),
            Some(_) => return None,
            None => self.at = before,
        }
        self.head = Some(Head::Week);
        let mut when = When::new(Unit::Week(week), Year::Missing);
        self.year_beside(&mut when, None)?;
        Some(when)
    }

    /// `II` of `Tuần II tháng 10`.
    fn roman(&mut self) -> Option<u8> {
        let (number, length) = self.named(ROMANS).filter(|(_, length)| *length == 1)?;
        self.at += length;
        Some(number)
    }

    /// `3`, `thứ 3`, `thứ ba`.
    pub(super) fn ordinal(&mut self, most: u8) -> Option<u8> {
        let counted = self.take("thu");
        if let Some(number) = self.small(0, most) {
            self.at += 1;
            return Some(number);
        }
        let (number, length) = self.named(ORDINALS).filter(|(number, _)| counted && *number <= most)?;
        self.at += length;
        Some(number)
    }
}
