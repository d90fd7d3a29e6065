//! Tokens in, a stretch of the school year out: `Quý IV/2023`, `HKI`, `Năm học 2023-2024`, `Ngày khai giảng`.

use super::{Cursor, Head};
use crate::model::SchoolYear;
use crate::phrase::time::lexicon::ROMANS;
use crate::phrase::time::when::{Unit, When, Year};

impl Cursor<'_> {
    /// `Ngày khai giảng năm học 2023-2024`, `tổng kết năm học`, `sơ kết học kỳ I`.
    pub(super) fn feast(&mut self) -> Option<When> {
        let start = self.at;
        if self.take_any(&["khai giang", "le khai giang", "ngay khai giang", "ngay le khai giang"]) {
            if self.day_follows() {
                return self.numeric();
            }
            self.take("nam hoc");
            let year = self.school_pair(false).map_or(Year::Missing, Year::School);
            // The plan's own, most likely.
            let carried = self.take_any(&["moi", "mới"]);
            return Some(When { carried, ..When::new(Unit::Opening, year) });
        }
        if self.take_any(&["be giang nam hoc", "be giang", "le be giang", "ngay be giang", "le tong ket"]) {
            if self.day_follows() {
                return self.numeric();
            }
            self.take("nam hoc");
            let year = self.school_pair(false).map_or(Year::Missing, Year::School);
            return Some(When::new(Unit::Closing { semester: None }, year));
        }
        if let Some(month) = self.full_moon() {
            if self.day_follows() {
                return self.numeric();
            }
            self.head = None;
            return Some(When::new(Unit::FullMoon(month), self.year_of_feast()));
        }
        if let Some(tet) = self.tet() {
            return Some(tet);
        }
        self.take_any(&["ngay", "le", "dip", "hoi nghi"]);
        if self.take_any(&["so ket", "tong ket"]) {
            let year = self.take_any(&["nam hoc", "nh"]);
            if year && self.day_follows() {
                return self.numeric();
            }
            let found = if year { self.school_year() } else { self.semester() };
            let semester = found.as_ref().map(|when| when.unit);
            if let (Some(When { year, .. }), Some(unit)) = (found, semester) {
                let semester = if let Unit::Semester(semester) = unit { Some(semester) } else { None };
                if self.day_follows() {
                    return self.numeric();
                }
                return Some(When::new(Unit::Closing { semester }, year));
            }
        }
        // "Từ khai giảng đến tổng kết"
        let until = start > 0 && matches!(self.tokens[start - 1].word(), Some("den" | "toi" | "truoc" | "het"));
        if until
            && self.tokens[self.at - 1].is_word("ket")
            && self.at > start
            && self.tokens[self.at - 2].is_word("tong")
            && self.peek(0).is_none()
        {
            return Some(When::new(Unit::Closing { semester: None }, Year::Missing));
        }
        self.at = start;
        None
    }

    /// `Rằm tháng Tám`, `Tết Trung thu`, `Rằm tháng Giêng`: the month of the moon.
    fn full_moon(&mut self) -> Option<u8> {
        const EIGHTH: &[&str] = &[
            "ram thang tam",
            "ram thang 8",
            "ngay ram thang tam",
            "tet trung thu",
            "trung thu",
            "dip tet trung thu",
            "dip trung thu",
            "ngay tet trung thu",
        ];
        const FIRST: &[&str] = &["ram thang gieng", "ngay ram thang gieng"];
        if self.take_any(EIGHTH)
            || self.word(0) == Some("ram") && self.word(1) == Some("thang") && self.number(2) == Some(8) && self.sign(3) != Some('/') && {
                self.at += 3;
                true
            }
        {
            return Some(8);
        }
        self.take_any(FIRST).then_some(1)
    }

    /// `Tết`, `dịp Tết Nguyên đán`, `nghỉ Tết Giáp Thìn 2024`; other feasts are "Tết" with more words.
    fn tet(&mut self) -> Option<When> {
        const STEMS: &[&str] = &["giap", "at", "binh", "dinh", "mau", "ky", "canh", "tan", "nham", "quy"];
        const BRANCHES: &[&str] = &["ty", "suu", "dan", "mao", "thin", "ngo", "mui", "than", "dau", "tuat", "hoi"];
        let start = self.at;
        self.take_any(&["dip nghi", "ky nghi", "dip", "nghi", "ngay"]);
        if self.take("tet duong lich") {
            return Some(When::new(Unit::Day { day: 1, month: Some(1) }, Year::Missing));
        }
        if !self.take_any(&["tet nguyen dan", "tet am lich", "tet co truyen", "tet ta", "tet"]) {
            self.at = start;
            return None;
        }
        let named = self.word(0).is_some_and(|word| STEMS.contains(&word)) && self.word(1).is_some_and(|word| BRANCHES.contains(&word));
        self.at += if named { 2 } else { 0 };
        self.head = None;
        Some(When::new(Unit::Tet, self.year_of_feast()))
    }

    /// `2024`, `năm 2024` behind the name of a feast.
    fn year_of_feast(&mut self) -> Year {
        let year = usize::from(self.word(0) == Some("nam"));
        match self.plausible_year(year).filter(|_| !self.school_pair_follows()) {
            Some(found) => {
                self.at += year + 1;
                Year::Calendar(found)
            }
            None => Year::Missing,
        }
    }

    /// Takes "ngày" where the day of a feast itself is written: `Lễ khai giảng 5/9`, `Sơ kết HKI ngày 10/01/2024`.
    fn day_follows(&mut self) -> bool {
        let named = usize::from(self.word(0) == Some("ngay"));
        let follows =
            self.small(named, 31).is_some() && matches!(self.sign(named + 1), Some('/' | '-')) && self.small(named + 2, 12).is_some();
        if follows {
            self.at += named;
            self.head = Some(Head::Day);
        }
        follows
    }

    pub(super) fn quarter(&mut self) -> Option<When> {
        let spoken = match self.peek(0).map(|token| token.written.as_str()) {
            Some("ba") => Some((3, 1)),
            Some("tư" | "bốn") => Some((4, 1)),
            _ => None,
        };
        let quarter = self.small(0, 4).map(|quarter| (quarter, 1)).or_else(|| self.named(ROMANS)).or(spoken)?;
        self.at += quarter.1;
        self.at += usize::from(self.sign(0) == Some('.') && self.plausible_year(1).is_some());
        let mut when = When::new(Unit::Quarter(quarter.0), Year::Missing);
        self.year_beside(&mut when, Some(quarter.0 * 3))?;
        Some(when)
    }

    pub(super) fn semester(&mut self) -> Option<When> {
        let start = self.at;
        if self.take_any(&["ca hai hoc ky", "hai hoc ky", "ca hai hoc ki", "hai hoc ki", "ca hai ky"])
            || (self.number(0) == Some(2) && matches!(self.word(1), Some("hoc" | "hk" | "ky")) && {
                self.at += 1;
                self.take_any(&["hoc ky", "hoc ki", "hk", "ky"])
            })
        {
            self.take_any(&["cua nam hoc", "nam hoc", "nh"]);
            return self.school_year();
        }
        let joined = match self.word(0) {
            Some("hki" | "hkl") => Some(1),
            Some("hkii" | "hkll") => Some(2),
            _ => None,
        };
        let semester = if let Some(semester) = joined {
            self.at += 1;
            Some(semester)
        } else if let Some(semester) = self.glued_semester() {
            Some(semester)
        } else if self.take_any(&["hoc ky", "hoc ki", "hky", "hk", "ky", "ki", "h ky"]) {
            // `HK.I`, `Học kỳ: I`, `HK-I`
            let glued = self.peek(0).is_some_and(|dash| !dash.spaced);
            let _ = self.skip_sign('.') || self.skip_sign(':') || glued && self.skip_sign('-');
            self.ordinal(2).or_else(|| {
                let (semester, length) = self.named(ROMANS).filter(|(semester, _)| *semester <= 2)?;
                self.at += length;
                Some(semester)
            })
        } else {
            None
        };
        let Some(semester) = semester else {
            self.at = start;
            return None;
        };
        self.head = Some(Head::Semester);
        let mut when = When::new(Unit::Semester(semester), Year::Missing);
        self.year_beside(&mut when, None)?;
        Some(when)
    }

    /// `Học kỳII`
    fn glued_semester(&mut self) -> Option<u8> {
        const GLUED: &[(&str, u8)] = &[("hoc kyi", 1), ("hoc kii", 1), ("hoc kyl", 1), ("hoc kyii", 2), ("hoc kiii", 2), ("hoc kyll", 2)];
        let (semester, length) = self.named(GLUED)?;
        self.at += length;
        Some(semester)
    }

    pub(super) fn school_year(&mut self) -> Option<When> {
        self.head = None;
        let mut when = When::new(Unit::SchoolYear, Year::Missing);
        // "Năm học tới" of a plan of 2023-2024.
        let next = ["tiep theo", "ke tiep", "toi", "sau"].iter().find_map(|next| self.matches(next));
        if let Some(length) = next.filter(|length| self.word(*length).is_none() && self.number(*length).is_none()) {
            self.at += length;
            when.year = Year::School(SchoolYear::new(self.context.plan.second())?);
            when.carried = true;
            return Some(when);
        }
        let start = self.at;
        self.skip_sign(':');
        let bracket = self.skip_sign('(');
        match self.school_pair(true) {
            Some(year) => {
                when.year = Year::School(year);
                self.head = Some(Head::SchoolYear);
                if bracket && !self.skip_sign(')') {
                    return None;
                }
            }
            None if !bracket && self.number(0).is_some() => match self.damaged_pair() {
                Some(year) => {
                    when.year = Year::School(year);
                    when.repaired = true;
                }
                // `Năm học 2023`: the plan's own year, or nobody knows which.
                None => {
                    // "Năm học 2023 đến 2025" is two of them, or three.
                    let goes_on = matches!(self.sign(1), Some('-' | ',')) || matches!(self.word(1), Some("den" | "toi"));
                    let alone = !goes_on || self.number(2).is_none();
                    let year = self.plausible_year(0).filter(|year| alone && *year == self.context.plan.first())?;
                    self.at += 1;
                    when.year = Year::School(SchoolYear::new(year)?);
                }
            },
            None => self.at = start,
        }
        Some(when)
    }
}
