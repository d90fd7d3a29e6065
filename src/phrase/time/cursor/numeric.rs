//! Digits in, times out: `15/10/2023`, `09-2023`, `20/11`, `9` of `9-12/2023`.

use super::{Cursor, Head};
use crate::model::SchoolYear;
use crate::phrase::time::when::{Unit, When, Year};
use crate::phrase::token::Token;

impl Cursor<'_> {
    /// Times that begin with a digit.
    pub(super) fn numeric(&mut self) -> Option<When> {
        self.number(0)?;
        if let Some(when) = self.full_date() {
            return Some(when);
        }
        match self.head {
            Some(Head::Quarter) => return self.quarter(),
            Some(Head::Week) => {
                self.at -= usize::from(self.at > 0 && self.tokens[self.at - 1].is_word("tuan"));
                self.take("tuan");
                return self.week();
            }
            // `HKII: 2/2024` is a month.
            Some(Head::Semester)
                if self.small(0, 2).is_some()
                    && self.digits(0) == 1
                    && !(self.sign(1) == Some('/') && self.at > 0 && self.tokens[self.at - 1].is_sign(':')) =>
            {
                let semester = self.small(0, 2)?;
                self.at += 1;
                let mut when = When::new(Unit::Semester(semester), Year::Missing);
                self.year_beside(&mut when, None)?;
                return Some(when);
            }
            // `Hè năm 2024 và 2025`
            Some(Head::Summer) if self.plausible_year(0).is_some() && !matches!(self.sign(1), Some('/' | '-' | '.')) => {
                let year = self.plausible_year(0)?;
                self.at += 1;
                return Some(When::new(Unit::Summer, Year::Calendar(year)));
            }
            _ => {}
        }
        if self.head != Some(Head::Year)
            && self.head != Some(Head::Month)
            && let Some(year) = self.next_school_pair()
        {
            return Some(When::new(Unit::SchoolYear, Year::School(year)));
        }
        if self.head != Some(Head::Day)
            && self.head != Some(Head::Month)
            && let Some(year) = self.plausible_year(0)
        {
            self.at += 1;
            if let (Some('-' | '/'), Some(month), 2) = (self.sign(0), self.small(1, 12), self.digits(1)) {
                self.at += 2;
                return Some(When::new(Unit::Month(month), Year::Calendar(year)));
            }
            self.head = Some(Head::Year);
            return Some(When::new(Unit::CalendarYear, Year::Calendar(year)));
        }
        self.month_and_year().or_else(|| self.day_or_number())
    }

    /// `2024-2025`, and `24-25` behind `NH 23-24`.
    fn next_school_pair(&mut self) -> Option<SchoolYear> {
        let start = self.at;
        let listed = self.head == Some(Head::SchoolYear);
        let found = self.school_pair(listed).filter(|year| !listed || (year.first() - self.context.plan.first()).abs() <= 6);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    pub(super) fn digits(&self, ahead: usize) -> usize {
        self.peek(ahead).map_or(0, Token::digits)
    }

    /// `15/10/2023`, `5.9.2025`, `5-9-2025`, `20/11/23`, `2023-10-15`.
    pub(super) fn full_date(&mut self) -> Option<When> {
        let (first, second) = (self.sign(1)?, self.sign(3)?);
        // `15-10/2023`: fifteen is no month, so the two are no range of months.
        let mixed = (first, second) == ('-', '/')
            && self.number(0).is_some_and(|day| day > 12)
            && (1..=4).all(|ahead| self.peek(ahead).is_some_and(|token| !token.spaced));
        if (first != second && !mixed)
            || !matches!(first, '/' | '.' | '-')
            || self.after_month_word()
            || (self.head == Some(Head::Month) && first == '-')
        {
            return None;
        }
        let inner = self.small(2, 12)?;
        let written_out = second != '-' || self.short_year_after_dashes();
        let (day, year, repaired) = if let (Some(year), Some(day)) = (self.plausible_year(0), self.small(4, 31)) {
            (day, year, false)
        } else {
            let (year, repaired) = self.year_of_month(4, inner, written_out)?;
            (self.small(0, 31)?, year, repaired)
        };
        self.at += 5;
        let unit = Unit::Day { day, month: Some(inner) };
        Some(When { repaired, ..When::new(unit, Year::Calendar(year)) })
    }

    /// `15-09-23`: three pairs of digits of which the last can be no month.
    fn short_year_after_dashes(&self) -> bool {
        (0..=4).step_by(2).all(|ahead| self.digits(ahead) == 2) && self.number(4).is_some_and(|year| year > 12)
    }

    /// Whether the number here is surely that of a month: `Tháng 9`.
    pub(super) fn after_month_word(&self) -> bool {
        let dot = usize::from(self.at > 1 && self.tokens[self.at - 1].is_sign('.'));
        self.at > dot && matches!(self.tokens[self.at - 1 - dot].word(), Some("thang" | "thg" | "th" | "t" | "tg"))
    }

    /// `9/2023`, `09-2023`, `Tháng 9/226`, `tháng 9/24`.
    pub(super) fn month_and_year(&mut self) -> Option<When> {
        let month = self.small(0, 12).filter(|_| self.head != Some(Head::Day))?;
        let sign = self.sign(1).filter(|sign| matches!(sign, '/' | '.' | '-'))?;
        let (year, repaired) = self.year_of_month(2, month, sign == '/')?;
        let spaced_dot = sign == '.' && self.peek(2)?.spaced;
        if spaced_dot {
            return None;
        }
        self.at += 3;
        let mut when = When { repaired, ..When::new(Unit::Month(month), Year::Calendar(year)) };
        // `9/2023-2024` may be one month or many.
        if self.sign(0) == Some('-') && self.plausible_year(1).is_some() && !matches!(self.sign(2), Some('/' | '-' | '.')) {
            return None;
        }
        when.repaired = repaired;
        Some(when)
    }

    /// `20/11`, `28 tháng 9`, `ngày 15`, `9` of `9-12/2023`.
    pub(super) fn day_or_number(&mut self) -> Option<When> {
        let day = self.small(0, 31)?;
        let (next, month) = (self.sign(1), self.small(2, 12));
        let dated =
            (next == Some('/') && self.number(2).is_some()) || (next == Some('.') && self.peek(2).is_some_and(|token| !token.spaced));
        if dated {
            let month = month.filter(|_| {
                (self.head != Some(Head::Month) || (day > 12 && !self.after_month_word())) && self.digits(0) <= 2 && self.digits(2) <= 2
            })?;
            self.at += 3;
            let mut when = When::new(Unit::Day { day, month: Some(month) }, Year::Missing);
            self.year_beside(&mut when, Some(month))?;
            when.dubious = next == Some('.') && self.head != Some(Head::Day);
            return Some(when);
        }
        if self.digits(0) > 2 {
            return None;
        }
        // `20-11`: no range of days runs backwards.
        let close = |ahead: usize| self.peek(ahead).is_some_and(|token| !token.spaced);
        if let (Some('-'), Some(month), 13.., 1 | 2) = (next, month, day, self.digits(2))
            && close(1)
            && close(2)
            && self.head != Some(Head::Month)
            && !matches!(self.sign(3), Some('/' | '.' | '-'))
            && self.word(3) != Some("thang")
        {
            self.at += 3;
            let mut when = When::new(Unit::Day { day, month: Some(month) }, Year::Missing);
            self.year_beside(&mut when, Some(month))?;
            return Some(when);
        }
        self.at += 1;
        if self.head == Some(Head::Month) {
            let mut when = When::new(Unit::Month(Some(day).filter(|month| *month <= 12)?), Year::Missing);
            self.year_beside(&mut when, Some(day))?;
            return Some(when);
        }
        let before = self.at;
        let head = self.head;
        // `ngày 15, tháng 10`
        let listed = head == Some(Head::Day) && self.sign(0) == Some(',') && self.word(1) == Some("thang") && self.number(2).is_some();
        self.at += usize::from(listed);
        self.skip_sign('/');
        self.take("cua");
        if self.at_month_word() {
            let month = self.month()?;
            self.head = head;
            let Unit::Month(number) = month.unit else { return None };
            return Some(When { unit: Unit::Day { day, month: Some(number) }, ..month });
        }
        self.at = before;
        let unit = if self.head == Some(Head::Day) { Unit::Day { day, month: None } } else { Unit::Number(day) };
        Some(When::new(unit, Year::Missing))
    }
}
