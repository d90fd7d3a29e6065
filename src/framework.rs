//! The circulars in, as data: standards, criteria, levels, the rule that gives a school its level; the framework of a school out.

mod calendar;
mod file;
mod fingerprint;
mod level;

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use crate::model::{Calendars, Criterion, SchoolKind, SchoolYear};
use crate::template;
use crate::template::Shelf;

pub use calendar::ordered;
pub use level::{LevelRule, Requirement, Scope};

/// The level whose items are a list of their own in the 2018 sets.
pub const LEVEL_OF_LIST: u8 = 4;

/// One set of standards: `tt18-2018`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    pub id: String,
    /// Shared by the sets of one circular whose forms and rules are alike: `tt57-2026`; else the id.
    pub family: String,
    /// `18/2018/TT-BGDĐT`.
    pub circular: String,
    pub title: String,
    pub kinds: Vec<SchoolKind>,
    /// One word for all kinds, where their names are too long for the title of a row: `phổ thông`.
    pub schools: Option<String>,
    pub in_force_from: Date,
    pub in_force_to: Option<Date>,
    /// The school year from which the kinds use it; `None`: since ever.
    pub default_from_year: Option<SchoolYear>,
    pub target_level: u8,
    /// By number.
    pub standards: Vec<Standard>,
    /// By code.
    pub criteria: Vec<CriterionInfo>,
    /// By number; empty where the circular has no such list.
    pub level4: Vec<Level4Item>,
    /// From level 1 upwards, without a gap.
    pub rules: Vec<LevelRule>,
    /// With fewer criteria judged there is no verdict.
    pub judged_at_least: Option<usize>,
}

/// Tiêu chuẩn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standard {
    pub number: u8,
    pub title: String,
}

/// Tiêu chí.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionInfo {
    pub criterion: Criterion,
    pub title: String,
    /// From 1 upwards, without a gap.
    pub levels: BTreeSet<u8>,
    pub mandatory: bool,
    /// How many indicators each level has, where known.
    pub indicators: Vec<u8>,
}

/// Khoản of the Mức 4 list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level4Item {
    pub item: u8,
    pub title: String,
}

impl Level4Item {
    pub fn criterion(&self) -> Criterion {
        Criterion::Level4 { item: self.item }
    }
}

impl Framework {
    /// Whether `name` is its id or its family.
    pub fn answers_to(&self, name: &str) -> bool {
        self.id == name || self.family == name
    }

    pub fn info(&self, criterion: Criterion) -> Option<&CriterionInfo> {
        self.criteria.iter().find(|info| info.criterion == criterion)
    }

    /// Whether the criterion, or the item of the Mức 4 list, is one of this framework.
    pub fn has(&self, criterion: Criterion) -> bool {
        self.title_of(criterion).is_some()
    }

    pub fn title_of(&self, criterion: Criterion) -> Option<&str> {
        match criterion {
            Criterion::Numbered { .. } => self.info(criterion).map(|info| info.title.as_str()),
            Criterion::Level4 { item } => self.level4.iter().find(|listed| listed.item == item).map(|listed| listed.title.as_str()),
        }
    }

    pub fn standard_title(&self, number: u8) -> Option<&str> {
        self.standards.iter().find(|standard| standard.number == number).map(|standard| standard.title.as_str())
    }

    /// The levels a criterion can have; an item of the Mức 4 list has level 4 only; none for a stranger.
    pub fn levels_of(&self, criterion: Criterion) -> BTreeSet<u8> {
        match criterion {
            Criterion::Numbered { .. } => self.info(criterion).map(|info| info.levels.clone()).unwrap_or_default(),
            Criterion::Level4 { .. } if self.has(criterion) => BTreeSet::from([LEVEL_OF_LIST]),
            Criterion::Level4 { .. } => BTreeSet::new(),
        }
    }

    /// What counts at a level, by code: the criteria that have it, or the items of the Mức 4 list. The denominator of every share.
    pub fn criteria_with(&self, level: u8) -> impl Iterator<Item = Criterion> {
        let listed = self.level4.iter().filter(move |_| level == LEVEL_OF_LIST).map(Level4Item::criterion);
        self.criteria.iter().filter(move |info| info.levels.contains(&level)).map(|info| info.criterion).chain(listed)
    }

    /// The levels a school can reach, from 1.
    pub fn levels(&self) -> impl Iterator<Item = u8> {
        self.rules.iter().map(|rule| rule.level)
    }
}

/// All frameworks, and the calendars of the school years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frameworks {
    /// By id.
    pub all: Vec<Framework>,
    pub calendars: Calendars,
}

impl Frameworks {
    /// Those built in, and those of the office's folder.
    ///
    /// # Errors
    /// A file that is not whole and sound: which, on which line, and what would be right.
    pub fn load(folder: Option<&Path>) -> anyhow::Result<Frameworks> {
        let all = file::frameworks(&template::sources(Shelf::Frameworks, folder)?)?;
        let calendars = calendar::calendars(&template::calendar(folder)?)?;
        Ok(Frameworks { all, calendars })
    }

    pub fn get(&self, id: &str) -> Option<&Framework> {
        self.all.iter().find(|framework| framework.id == id)
    }

    /// Whether `name` is the id or the family of a framework.
    pub fn knows(&self, name: &str) -> bool {
        self.all.iter().any(|framework| framework.answers_to(name))
    }

    /// The framework a school of this kind uses in this school year: the one that took over last.
    pub fn of(&self, kind: SchoolKind, year: SchoolYear) -> Option<&Framework> {
        let begun = |framework: &&Framework| framework.kinds.contains(&kind) && framework.default_from_year.is_none_or(|from| from <= year);
        self.all.iter().filter(begun).max_by_key(|framework| framework.default_from_year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(text: &str) -> SchoolYear {
        text.parse().expect("a school year")
    }

    fn frameworks() -> Frameworks {
        Frameworks::load(None).expect("the built-in files are sound")
    }

    #[test]
    fn the_kind_and_the_school_year_decide_the_framework() {
        let frameworks = frameworks();
        for (kind, school_year, id) in [
            (SchoolKind::MamNon, "2023-2024", Some("tt19-2018")),
            (SchoolKind::TieuHoc, "2015-2016", Some("tt17-2018")),
            (SchoolKind::Thcs, "2025-2026", Some("tt18-2018")),
            (SchoolKind::Thpt, "2018-2019", Some("tt18-2018")),
            (SchoolKind::NhieuCap, "2024-2025", Some("tt18-2018")),
            (SchoolKind::Gdtx, "2025-2026", None),
            (SchoolKind::MamNon, "2026-2027", Some("tt57-2026-mam-non")),
            (SchoolKind::NhieuCap, "2026-2027", Some("tt57-2026-pho-thong")),
            (SchoolKind::Gdtx, "2030-2031", Some("tt57-2026-gdtx")),
        ] {
            assert_eq!(frameworks.of(kind, year(school_year)).map(|framework| framework.id.as_str()), id, "{kind:?} {school_year}");
        }
    }

    #[test]
    fn only_criteria_that_have_a_level_are_counted_at_it() {
        let frameworks = frameworks();
        for (id, counts) in [
            ("tt19-2018", [25, 25, 19, 6]),
            ("tt17-2018", [27, 27, 19, 5]),
            ("tt18-2018", [28, 28, 20, 6]),
            ("tt57-2026-mam-non", [15, 15, 0, 0]),
            ("tt57-2026-pho-thong", [15, 15, 0, 0]),
            ("tt57-2026-gdtx", [15, 15, 0, 0]),
        ] {
            let framework = frameworks.get(id).expect(id);
            assert_eq!([1, 2, 3, 4].map(|level| framework.criteria_with(level).count()), counts, "{id}");
            let mandatory = framework.criteria.iter().filter(|info| info.mandatory).count();
            assert_eq!(mandatory, if framework.family == "tt57-2026" { 8 } else { 0 }, "{id}");
        }
    }

    #[test]
    fn codes_and_titles_stand_in_the_order_people_count() {
        let frameworks = frameworks();
        let framework = frameworks.get("tt18-2018").expect("built in");
        let codes: Vec<String> = framework.criteria.iter().map(|info| info.criterion.to_string()).collect();
        assert_eq!(codes[8..11], ["1.9", "1.10", "2.1"]);
        assert_eq!(framework.title_of("3.6".parse().expect("a code")), Some("Thư viện"));
        assert_eq!(framework.title_of(Criterion::Level4 { item: 4 }), Some("Thư viện hiện đại kết nối mạng"));
        assert_eq!(framework.title_of("6.1".parse().expect("a code")), None);
        assert_eq!(framework.standard_title(2), Some("Cán bộ quản lý, giáo viên, nhân viên và học sinh"));
    }
}
