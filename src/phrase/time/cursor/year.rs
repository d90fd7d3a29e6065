//! The year beside a time in, whole or mended out: `năm 2023`, `, năm học 23-24`, `(2023-2024)`.

use super::Cursor;
use crate::model::SchoolYear;
use crate::phrase::time::when::{Unit, When, Year, mended};

impl Cursor<'_> {
    /// The year after a time: `năm 2023`, `, năm học 23-24`, `(2023-2024)`. `None` when one stands there that cannot be read.
    pub(super) fn year_beside(&mut self, when: &mut When, month: Option<u8>) -> Option<()> {
        let start = self.at;
        let separator = self.sign(0).filter(|sign| matches!(sign, ',' | '-' | '(' | '/'));
        self.at += usize::from(separator.is_some());
        self.take_any(&["cua", "trong", "thuoc"]);
        if self.take_any(&["nam hoc nay", "nh nay"]) || (month.is_none() && self.take("nam nay")) {
            return Some(());
        }
        if self.take_any(&["nam hoc", "namhoc", "nh"]) {
            self.skip_sign(':');
            if let Some(year) = self.school_pair(true) {
                when.year = Year::School(year);
                return self.closing(separator);
            }
            let own = separator.is_none() && self.number(0).is_none();
            self.at = if own { self.at } else { start };
            return Some(());
        }
        if let Some(month) = month
            && self.word(0) == Some("nam")
            && self.number(1).is_none()
        {
            return self.said_year(when, month).or_else(|| {
                self.at = start;
                Some(())
            });
        }
        let named = self.take("nam");
        let attached = separator == Some('/') || (separator == Some('-') && self.plausible_year(0).is_some() && self.sign(1) != Some('-'));
        // "HKI năm 2023-2024"
        if month.is_none() && (!named || matches!(when.unit, Unit::Semester(_))) && self.school_pair_follows() {
            when.year = Year::School(self.school_pair(true)?);
            return self.closing(separator);
        }
        if named && self.year_of_semester(when) {
            return self.closing(separator);
        }
        let calendar = month.is_some() || when.unit == Unit::Summer;
        let plain = named && separator != Some('-');
        if calendar && (plain || attached || (separator != Some('-') && self.plausible_year(0).is_some())) {
            let apart = separator.is_none() || attached || named || self.peek(0).is_some_and(|token| token.digits() == 4);
            if apart && self.number(0).is_some() && !self.school_pair_follows() {
                let (year, repaired) = match month {
                    Some(month) => self.year_of_month(0, month, named || attached)?,
                    None => (self.plausible_year(0)?, false),
                };
                self.at += 1;
                when.year = Year::Calendar(year);
                when.repaired = repaired;
                return self.closing(separator);
            }
        }
        self.at = start;
        Some(())
    }

    /// `HKII năm 2026` of the plan of 2025-2026: the calendar year in which that half of the plan's own year lies.
    fn year_of_semester(&mut self, when: &mut When) -> bool {
        let Unit::Semester(half) = when.unit else { return false };
        let plan = self.context.plan;
        let own = if half == 1 { plan.first() } else { plan.second() };
        let alone = !matches!(self.sign(1), Some('-' | '/' | '.' | '_')) && self.word(1) != Some("den");
        if self.plausible_year(0) != Some(own) || !alone {
            return false;
        }
        self.at += 1;
        when.year = Year::School(plan);
        true
    }

    /// `tháng 5 năm sau`, `tháng 9 năm nay`: where it is the plan's own year that is meant.
    fn said_year(&mut self, when: &mut When, month: u8) -> Option<()> {
        let plan = self.context.plan;
        let own = if self.take_any(&["nam sau", "nam toi"]) { plan.second() } else { plan.first() };
        let said = self.at > 0 && matches!(self.tokens[self.at - 1].word(), Some("sau" | "toi")) || self.take("nam nay");
        if !said || plan.year_of_month(month.cast_signed()) != own {
            return None;
        }
        when.year = Year::Calendar(own);
        when.carried = true;
        Some(())
    }

    pub(super) fn closing(&mut self, separator: Option<char>) -> Option<()> {
        (separator != Some('(') || self.skip_sign(')')).then_some(())
    }

    pub(super) fn school_pair_follows(&mut self) -> bool {
        let start = self.at;
        let follows = self.school_pair(true).is_some();
        self.at = start;
        follows
    }

    /// `2023-2024`, `2023 – 2024`, `2023-24`, and `23-24` where the words before allow it. Only two years that follow each other.
    pub(super) fn school_pair(&mut self, short: bool) -> Option<SchoolYear> {
        let gap = match self.sign(1) {
            Some('-' | '/' | '_') => 2,
            Some('.') if short && self.digits(0) == 4 && self.digits(2) == 4 => 2,
            None if short && self.digits(0) == 4 && self.digits(1) == 4 => 1,
            // `năm học 2023 đến 2024`
            None if short && matches!(self.word(1), Some("den")) && self.digits(0) == 4 && self.digits(2) == 4 => 2,
            _ => return None,
        };
        // `2023-10-15`, `2023-24/12`: the second number belongs to something else.
        if matches!(self.sign(gap + 1), Some('/' | '.')) && self.peek(gap + 2).is_some_and(|token| token.digits() > 0 && !token.spaced) {
            return None;
        }
        let (first, second) = (self.number(0)?, self.number(gap)?);
        let first = match (self.digits(0), self.digits(gap)) {
            (4, 4) if second == first + 1 => first,
            // `năm 2024 - 25 tháng 5`: a day.
            (4, 2) if second == (first + 1) % 100 && self.word(gap + 1) != Some("thang") => first,
            (2, 2) if short && second == first + 1 => 2000 + first,
            _ => return None,
        };
        let year = SchoolYear::new(i16::try_from(first).ok()?)?;
        self.at += gap + 1;
        Some(year)
    }

    /// `2020-20211`: one of the two years is whole and says what the other must be.
    pub(super) fn damaged_pair(&mut self) -> Option<SchoolYear> {
        if self.sign(1) != Some('-') {
            return None;
        }
        let year = match (self.plausible_year(0), self.plausible_year(2)) {
            (Some(first), None) => mended(&self.peek(2)?.written, &[first + 1]).map(|_| first),
            (None, Some(second)) => mended(&self.peek(0)?.written, &[second - 1]),
            _ => None,
        }?;
        let plan = [self.context.plan.first(), self.context.plan.second()];
        let year = SchoolYear::new(year).filter(|year| plan.contains(&year.first()) || plan.contains(&year.second()))?;
        self.at += 3;
        Some(year)
    }

    pub(super) fn plausible_year(&self, ahead: usize) -> Option<i16> {
        let year = i16::try_from(self.number(ahead)?).ok()?;
        (self.digits(ahead) == 4 && (SchoolYear::FIRST..=SchoolYear::LAST).contains(&year)).then_some(year)
    }

    /// The year of a month, mended where it has a digit too many or too few; of two digits only near the plan.
    pub(super) fn year_of_month(&self, ahead: usize, month: u8, short: bool) -> Option<(i16, bool)> {
        if let Some(year) = self.plausible_year(ahead) {
            // "30/10/2032" of the plan of 2023-2024: two digits have changed places.
            const FAR: i16 = 6;
            let (plan, own) = (self.context.plan, self.context.plan.year_of_month(month.cast_signed()));
            let swapped = year / 100 * 100 + year % 10 * 10 + year / 10 % 10;
            let far = !(plan.first() - FAR..=plan.second() + FAR).contains(&year);
            return Some(if far && swapped == own { (own, true) } else { (year, false) });
        }
        let token = self.peek(ahead)?;
        match token.digits() {
            2 if short => {
                let year = 2000 + i16::try_from(token.number()?).ok()?;
                // `9/20` of later plans is a year cut off behind its century.
                let cut_off = year == 2020 && self.context.plan.first() > 2021;
                (year > 2012 && !cut_off && (self.context.plan.first() - 5..=self.context.plan.first() + 10).contains(&year))
                    .then_some((year, false))
            }
            3 | 5 if short => mended(&token.written, &[self.context.plan.year_of_month(month.cast_signed())]).map(|year| (year, true)),
            _ => None,
        }
    }
}
