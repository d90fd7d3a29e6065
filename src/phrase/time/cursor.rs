//! Tokens in, single times out: `tháng 9/2023`, `cuối HKI`, `15.10.2023`, with whatever year stands beside them.

mod numeric;
mod term;
mod week;
mod year;

use super::lexicon::{COUNTS, MONTH_NAMES, ROMANS};
use super::when::{Context, Edge, Unit, When, Year, mended};
use crate::phrase::token::Token;

/// What a number without a word of its own is: `3` of `Tháng 2, 3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Day,
    Month,
    Quarter,
    Semester,
    Summer,
    Week,
    Year,
    SchoolYear,
}

pub(super) struct Cursor<'a> {
    pub tokens: &'a [Token],
    pub at: usize,
    pub head: Option<Head>,
    pub context: Context<'a>,
}

impl<'a> Cursor<'a> {
    pub fn peek(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(self.at + ahead)
    }

    pub fn sign(&self, ahead: usize) -> Option<char> {
        match self.peek(ahead)?.kind {
            crate::phrase::token::Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    pub fn number(&self, ahead: usize) -> Option<u64> {
        self.peek(ahead)?.number()
    }

    fn small(&self, ahead: usize, most: u8) -> Option<u8> {
        u8::try_from(self.number(ahead)?).ok().filter(|number| (1..=most).contains(number))
    }

    pub fn word(&self, ahead: usize) -> Option<&'a str> {
        self.peek(ahead)?.word()
    }

    /// How many tokens the phrase takes at this place.
    pub fn matches(&self, phrase: &str) -> Option<usize> {
        let mut length = 0;
        for word in phrase.split(' ') {
            if self.word(length) != Some(word) {
                return None;
            }
            length += 1;
        }
        Some(length)
    }

    /// A count of years: not "tư", which is also "từ".
    fn few(&self) -> bool {
        self.head.is_none() && (self.number(0).is_some_and(|count| count <= 5) || matches!(self.word(0), Some("hai" | "ba" | "bon")))
    }

    pub fn take(&mut self, phrase: &str) -> bool {
        let length = self.matches(phrase);
        self.at += length.unwrap_or(0);
        length.is_some()
    }

    /// Takes the longest phrase that stands here.
    pub fn take_any(&mut self, phrases: &[&str]) -> bool {
        let length = phrases.iter().filter_map(|phrase| self.matches(phrase)).max();
        self.at += length.unwrap_or(0);
        length.is_some()
    }

    pub fn named(&self, names: &[(&str, u8)]) -> Option<(u8, usize)> {
        names.iter().filter_map(|(name, value)| Some((*value, self.matches(name)?))).max_by_key(|(_, length)| *length)
    }

    fn skip_sign(&mut self, sign: char) -> bool {
        let found = self.sign(0) == Some(sign);
        self.at += usize::from(found);
        found
    }

    /// One time, or several that share their unit (`đầu và cuối học kỳ I`). Stays where it is when there is none.
    pub fn times(&mut self) -> Option<Vec<When>> {
        let start = self.at;
        let found = self.read_times();
        if found.is_none() {
            self.at = start;
        }
        found
    }

    fn read_times(&mut self) -> Option<Vec<When>> {
        if matches!(self.word(0), Some("cac" | "nhung"))
            && matches!(self.word(1), Some("thang" | "ngay" | "tuan"))
            && self.number(2).is_some()
        {
            self.at += 1;
        }
        let mut edges = Vec::new();
        while let Some(edge) = self.edge() {
            edges.push(edge);
            let before = self.at;
            if !(self.take("va") || self.skip_sign(',') || self.skip_sign('-')) {
                break;
            }
            if self.matches("dau").or(self.matches("giua")).or(self.matches("cuoi")).is_none() {
                self.at = before;
                break;
            }
        }
        if !edges.is_empty() {
            self.take("cua");
        }
        let when = self.unit(!edges.is_empty())?;
        if edges.is_empty() {
            return Some(vec![when]);
        }
        if matches!(
            when.unit,
            Unit::Week(_)
                | Unit::WeekOfMonth { .. }
                | Unit::Number(_)
                | Unit::Now
                | Unit::Opening
                | Unit::Tet
                | Unit::BeforeTet
                | Unit::FullMoon(_)
                | Unit::Months { .. }
        ) {
            return None;
        }
        Some(edges.into_iter().map(|edge| When { edge: Some(edge), ..when.clone() }).collect())
    }

    fn edge(&mut self) -> Option<Edge> {
        if let Some(edge) = self.counted_edge() {
            return Some(edge);
        }
        [
            ("nua dau", Edge::FirstHalf),
            ("thuong tuan", Edge::Early),
            ("trung tuan", Edge::Middle),
            ("ha tuan", Edge::Late),
            ("nua cuoi", Edge::SecondHalf),
            ("nua sau", Edge::SecondHalf),
            ("dau", Edge::Early),
            ("giua", Edge::Middle),
            ("cuoi", Edge::Late),
        ]
        .into_iter()
        .find_map(|(phrase, edge)| self.take(phrase).then_some(edge))
    }

    /// `10 ngày đầu`, `hai tuần cuối`. Not "tư" and "sáu", which are also "từ" and "sau".
    fn counted_edge(&mut self) -> Option<Edge> {
        const COUNTED: &[(&str, u8)] = &[("hai", 2), ("ba", 3), ("bon", 4), ("muoi", 10)];
        let count = self.small(0, 31).or_else(|| self.named(COUNTED).map(|(count, _)| count))?;
        let edge = match (self.word(1)?, self.word(2)?) {
            ("ngay", "dau") => Edge::FirstDays(count),
            ("ngay", "cuoi") => Edge::LastDays(count),
            ("tuan", "dau") => Edge::FirstWeeks(count),
            ("tuan", "cuoi") => Edge::LastWeeks(count),
            _ => return None,
        };
        self.at += 3;
        let _ = self.take("tien") || self.take("cung");
        Some(edge)
    }

    fn unit(&mut self, edged: bool) -> Option<When> {
        if self.take("tuan") {
            return self.week();
        }
        // `2 tháng hè`
        let counted = self.few() && self.word(1) == Some("thang") && self.word(2) == Some("he");
        self.at += usize::from(counted);
        if self.take_any(&["ky nghi he", "dip he", "nghi he", "mua he", "thang he", "he"]) {
            let mut when = When::new(Unit::Summer, Year::Missing);
            self.head = None;
            // "Hè này", "hè tới": the one that ends the plan's year.
            if !self.take_any(&["nam hoc nay", "nam nay", "nay", "toi", "sap toi"]) {
                self.year_beside(&mut when, None)?;
            }
            self.head = matches!(when.year, Year::Calendar(_)).then_some(Head::Summer);
            return Some(when);
        }
        if self.at_month_word() {
            return self.month();
        }
        if let Some(when) = self.feast() {
            return Some(when);
        }
        if matches!(self.word(0), Some("ngay" | "ng")) && self.number(1).is_some() {
            self.at += 1;
            self.head = Some(Head::Day);
            return self.numeric();
        }
        if matches!(self.word(0), Some("quy" | "qui" | "q")) {
            self.at += 1;
            self.head = Some(Head::Quarter);
            return self.quarter();
        }
        let joined = ["qi", "qii", "qiii", "qiv"].iter().zip(1..).find_map(|(name, quarter)| self.take(name).then_some(quarter));
        if let Some(quarter) = joined {
            self.head = Some(Head::Quarter);
            let mut when = When::new(Unit::Quarter(quarter), Year::Missing);
            self.year_beside(&mut when, Some(quarter * 3))?;
            return Some(when);
        }
        if let Some(when) = self.semester() {
            return Some(when);
        }
        // `Trong 2 năm học 2023-2024 và 2024-2025`
        let several = self.few() && self.word(1) == Some("nam") && self.word(2) == Some("hoc") && self.number(3).is_some();
        self.at += usize::from(several);
        if self.take_any(&["nam hoc nay", "nam hoc", "namhoc", "nh nay", "nh"]) {
            return self.school_year();
        }
        if self.take_any(&["nay", "hien nay", "bay gio", "thoi diem nay", "thoi diem hien tai"]) {
            return Some(When::new(Unit::Now, Year::Missing));
        }
        // `Hai năm 2024, 2025`, `các năm 2024, 2025`, `năm tài chính 2024`: from January to December in Vietnam.
        let listed = self.plausible_year(2).is_some() && self.plausible_year(4).is_some();
        let several = (self.few() || self.word(0) == Some("cac")) && self.word(1) == Some("nam") && listed;
        self.at += usize::from(several);
        if let Some(length) = ["nam tai chinh", "nam ngan sach"].iter().find_map(|name| self.matches(name))
            && self.plausible_year(length).is_some()
        {
            self.at += length - 1;
            return self.calendar_year(edged);
        }
        if self.word(0) == Some("nam") {
            return self.calendar_year(edged);
        }
        self.months_of_year().or_else(|| self.numeric()).or_else(|| self.inherited())
    }

    /// `tháng`, `thg.`, or a `T` before a number.
    fn at_month_word(&mut self) -> bool {
        let length = match self.word(0) {
            Some("thang" | "thg") => 1,
            Some("t" | "th" | "tg") => 1,
            _ => return false,
        };
        let long = self.word(0) == Some("thang");
        let dot = usize::from(!long && self.sign(length) == Some('.'));
        if !long && self.number(length + dot).is_none() {
            return false;
        }
        let colon = usize::from(long && self.sign(length) == Some(':') && self.number(length + 1).is_some());
        self.at += length + dot + colon;
        true
    }

    fn month(&mut self) -> Option<When> {
        self.head = Some(Head::Month);
        if self.number(0).is_some() {
            return self.numeric();
        }
        // "Giêng" is said of January as well; nothing but the moon has a "chạp".
        if self.take("chap") {
            self.head = None;
            return Some(When::new(Unit::BeforeTet, Year::Missing));
        }
        // "Tháng sau" is the next one, "tháng năm" may be months and years.
        let spoken = match self.peek(0).map(|token| token.written.as_str()) {
            Some("sáu") => Some((6, 1)),
            Some("năm") if self.word(1) == Some("nam") || self.sign(1) == Some('/') => Some((5, 1)),
            _ => None,
        };
        let (month, length) = spoken.or_else(|| self.named(MONTH_NAMES))?;
        if self.peek(0)?.written == "từ" {
            return None;
        }
        self.at += length;
        let mut when = When::new(Unit::Month(month), Year::Missing);
        if self.sign(0) == Some('/') && self.plausible_year(1).is_some() {
            self.at += 1;
        }
        self.year_beside(&mut when, Some(month))?;
        Some(when)
    }

    fn calendar_year(&mut self, edged: bool) -> Option<When> {
        // "Cả năm 2023-2024"
        let whole = self.at > 0 && matches!(self.tokens[self.at - 1].word(), Some("ca" | "suot" | "tron" | "toan"));
        if whole && !edged {
            let start = self.at;
            self.at += 1;
            if let Some(year) = self.school_pair(false) {
                return Some(When::new(Unit::SchoolYear, Year::School(year)));
            }
            self.at = start;
        }
        if let Some(year) = self.plausible_year(1) {
            self.at += 2;
            self.head = Some(Head::Year);
            return Some(When::new(Unit::CalendarYear, Year::Calendar(year)));
        }
        let digits = self.peek(1).filter(|token| matches!(token.digits(), 3 | 5));
        if let Some(digits) = digits {
            let year = mended(&digits.written, &[self.context.plan.first(), self.context.plan.second()])?;
            self.at += 2;
            return Some(When { repaired: true, ..When::new(Unit::CalendarYear, Year::Calendar(year)) });
        }
        // "Cả năm", "trong năm", "cuối năm": the year of the school.
        let led = self.at > 0 && matches!(self.tokens[self.at - 1].word(), Some("ca" | "trong" | "suot" | "tron" | "toan"));
        if !(edged || led) || self.number(1).is_some() {
            return None;
        }
        self.at += 1;
        Some(When::new(Unit::SomeYear, Year::Missing))
    }

    /// `6 tháng đầu năm 2024`.
    fn months_of_year(&mut self) -> Option<When> {
        let start = self.at;
        let read = |cursor: &mut Self| {
            let count = cursor.small(0, 11).or_else(|| cursor.named(COUNTS).map(|(count, _)| count))?;
            cursor.at += 1;
            let last = match () {
                () if cursor.take("thang dau nam") => false,
                () if cursor.take("thang cuoi nam") => true,
                () => return None,
            };
            // The school year begins in autumn: its first six months are no half of a calendar year.
            if cursor.word(0) == Some("hoc") {
                return None;
            }
            let mut when = When::new(Unit::Months { count, last }, Year::Missing);
            if let Some(year) = cursor.plausible_year(0) {
                cursor.at += 1;
                when.year = Year::Calendar(year);
            }
            Some(when)
        };
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    /// A number, or a Roman one, that takes its unit from the time before.
    fn inherited(&mut self) -> Option<When> {
        match self.head? {
            Head::Quarter => self.quarter(),
            // `Tháng IX - XII/2023`; a word such as "hai" is no month without its own "tháng".
            Head::Month if self.word(0)?.bytes().all(|letter| b"ivx".contains(&letter)) => self.month(),
            // "Tháng mười một, mười hai năm 2023"
            Head::Month if self.lists_month_in_words() => self.month(),
            Head::Week if self.word(0) == Some("thu") => self.week(),
            Head::Semester => {
                let (semester, length) = self.named(ROMANS).filter(|(semester, _)| *semester <= 2)?;
                self.at += length;
                let mut when = When::new(Unit::Semester(semester), Year::Missing);
                self.year_beside(&mut when, None)?;
                Some(when)
            }
            _ => None,
        }
    }

    /// A number in words that no other word looks like, and which counts nothing behind it: "mười ngày".
    fn lists_month_in_words(&self) -> bool {
        const UNLIKE: &[&str] = &["mười", "chín", "tám", "bảy"];
        let named = self.peek(0).is_some_and(|token| UNLIKE.contains(&token.written.as_str()));
        let length = self.named(MONTH_NAMES).map_or(1, |(_, length)| length);
        let behind =
            self.word(length).is_none_or(|word| matches!(word, "va" | "den") || word == "nam" && self.plausible_year(length + 1).is_some());
        // "Tháng hai, ba năm 2024"
        let dated = self.word(length) == Some("nam") && self.plausible_year(length + 1).is_some();
        let said =
            self.named(MONTH_NAMES).is_some() && self.word(0).is_some_and(|word| word.len() > 1 && !word.starts_with(['i', 'v', 'x']));
        (named || dated && said) && behind && self.number(length).is_none()
    }

    /// `lúc 8h30`, `00:00:00`, `7h30 - 10h30`: the hours say nothing of the day. True of the second where they are a range.
    pub fn take_hours(&mut self) -> Option<bool> {
        if !self.take_hour() {
            return None;
        }
        let before = self.at;
        let ranged = (self.skip_sign('-') || self.take("den")) && self.take_hour();
        self.at = if ranged { self.at } else { before };
        Some(ranged)
    }

    fn take_hour(&mut self) -> bool {
        let start = self.at;
        if self.word(0) == Some("t") && self.sign(2) == Some(':') {
            self.at += 1;
        }
        let clock = self.number(0).is_some_and(|hour| hour < 24);
        if clock && self.sign(1) == Some(':') && self.number(2).is_some_and(|minute| minute < 60) {
            self.at += 3;
            while self.sign(0) == Some(':') && self.number(1).is_some() {
                self.at += 2;
            }
            return true;
        }
        if clock && matches!(self.word(1), Some("h" | "gio" | "g")) {
            self.at += 2;
            if self.number(0).is_some_and(|minute| minute < 60)
                && (self.peek(0).is_some_and(|token| !token.spaced) || matches!(self.word(1), Some("phut" | "ngay")))
            {
                self.at += 1;
                self.take("phut");
            }
            return true;
        }
        self.at = start;
        false
    }

    pub fn count(&self, ahead: usize) -> bool {
        self.number(ahead).is_some_and(|count| count < 100)
            || self.word(ahead).is_some_and(|word| COUNTS.iter().any(|(name, _)| *name == word))
    }
}
