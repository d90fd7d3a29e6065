//! Schools in, counted together by unit and kind, out: everything here adds up, so that a share is always parts over wholes.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use polars::prelude::{BooleanChunked, StringChunked, UInt32Chunked};

use super::{KindFigures, LevelReached, Reported, SchoolFigures, Statistics, Tally, UnitFigures, cost};
use crate::dataset::stamp::UnitStamp;
use crate::dataset::variable::{ACCREDITATION, NATIONAL_STANDARD, RECOGNISED_ON, REGISTERED, SCHOOL_ID, UNIT, UNIT_PARENT};
use crate::dataset::{Dataset, Question};
use crate::framework::Frameworks;
use crate::model::{SchoolKind, UnitName};

/// Cấp độ and mức độ are both valid for five years.
const VALID_YEARS: i32 = 5;

/// What the register says of each school, row by row as the schools stand.
struct Facts<'a> {
    registered: &'a BooleanChunked,
    accreditation: &'a UInt32Chunked,
    national_standard: &'a UInt32Chunked,
    recognised_on: Vec<Option<Date>>,
    cost: std::collections::HashMap<String, i64>,
}

impl<'a> Facts<'a> {
    fn of(dataset: &'a Dataset) -> anyhow::Result<Self> {
        let schools = &dataset.schools;
        Ok(Facts {
            registered: REGISTERED.truths_of(schools)?,
            accreditation: ACCREDITATION.numbers_of(schools)?,
            national_standard: NATIONAL_STANDARD.numbers_of(schools)?,
            recognised_on: RECOGNISED_ON.dates_of(schools)?.collect(),
            cost: cost::by_school(dataset)?,
        })
    }
}

/// Every unit that read schools' files, by name, each with its kinds of school; where roll-ups lie between, those too, before the units in them.
/// Recognitions that end within `expiring_days` of the day of closing are counted as expiring.
///
/// # Errors
/// A table of the dataset lacks a column.
pub fn by_unit(
    dataset: &Dataset,
    statistics: &Statistics,
    frameworks: &Frameworks,
    question: &Question,
    units: &[UnitStamp],
    expiring_days: u32,
) -> anyhow::Result<Vec<UnitFigures>> {
    let (names, parents): (&StringChunked, &StringChunked) = (UNIT.texts_of(&dataset.schools)?, UNIT_PARENT.texts_of(&dataset.schools)?);
    let mut groups = Groups::of(units);
    let counter = Counter { facts: Facts::of(dataset)?, frameworks, question, expiring_days };
    for (row, school) in statistics.by_school.iter().enumerate() {
        debug_assert_eq!(SCHOOL_ID.texts_of(&dataset.schools)?.get(row), Some(school.school_id.as_str()));
        let key = (names.get(row).unwrap_or_default(), parents.get(row).unwrap_or_default());
        for place in groups.places(key) {
            let unit = &mut groups.figures[place];
            counter.add(&mut unit.figures, school, row);
            counter.add(&mut kind_of(&mut unit.by_kind, school.kind).figures, school, row);
        }
    }
    for unit in &mut groups.figures {
        unit.by_kind.sort_by_key(|kind| (kind.kind.is_none(), kind.kind));
    }
    Ok(groups.figures)
}

/// All schools as one.
///
/// # Errors
/// As [`by_unit`].
pub fn whole(
    dataset: &Dataset,
    statistics: &Statistics,
    frameworks: &Frameworks,
    question: &Question,
    expiring_days: u32,
) -> anyhow::Result<UnitFigures> {
    let mut unit = UnitFigures {
        unit: statistics.unit.clone(),
        within: Vec::new(),
        rolled_up: false,
        units: 1,
        figures: Tally::default(),
        by_kind: Vec::new(),
    };
    let counter = Counter { facts: Facts::of(dataset)?, frameworks, question, expiring_days };
    for (row, school) in statistics.by_school.iter().enumerate() {
        counter.add(&mut unit.figures, school, row);
        counter.add(&mut kind_of(&mut unit.by_kind, school.kind).figures, school, row);
    }
    unit.by_kind.sort_by_key(|kind| (kind.kind.is_none(), kind.kind));
    Ok(unit)
}

fn kind_of(kinds: &mut Vec<KindFigures>, kind: Option<SchoolKind>) -> &mut KindFigures {
    let place = kinds.iter().position(|known| known.kind == kind).unwrap_or_else(|| {
        kinds.push(KindFigures { kind, figures: Tally::default() });
        kinds.len() - 1
    });
    &mut kinds[place]
}

/// Units and the roll-ups between, in the order of the figures; a school counts in its unit and in all that hold it.
struct Groups {
    figures: Vec<UnitFigures>,
    of_unit: BTreeMap<(String, String), Vec<usize>>,
}

impl Groups {
    fn of(units: &[UnitStamp]) -> Groups {
        // From above: the last roll-up a unit went through first, so that a group stands before what it holds.
        let mut paths: BTreeMap<(Vec<String>, Option<&UnitName>), usize> = BTreeMap::new();
        for leaf in units {
            let above: Vec<String> = leaf.within.iter().rev().cloned().collect();
            for depth in 1..=above.len() {
                *paths.entry((above[..depth].to_vec(), None)).or_default() += 1;
            }
            paths.insert((above, Some(&leaf.unit)), 1);
        }
        let mut groups = Groups { figures: Vec::new(), of_unit: BTreeMap::new() };
        for ((path, leaf), units) in &paths {
            let (unit, within) = match leaf {
                Some(unit) => ((*unit).clone(), path.clone()),
                None => {
                    let name = path.last().cloned().unwrap_or_default();
                    (UnitName { name, ..UnitName::default() }, path[..path.len().saturating_sub(1)].to_vec())
                }
            };
            groups.figures.push(UnitFigures {
                unit,
                within,
                rolled_up: leaf.is_none(),
                units: *units,
                figures: Tally::default(),
                by_kind: Vec::new(),
            });
        }
        let roll_ups = paths.keys().enumerate().filter(|(_, (_, leaf))| leaf.is_none());
        let roll_ups: BTreeMap<&[String], usize> = roll_ups.map(|(place, (path, _))| (path.as_slice(), place)).collect();
        for (place, ((path, leaf), _)) in paths.iter().enumerate() {
            let Some(unit) = leaf else { continue };
            let mut places: Vec<usize> = (1..=path.len()).filter_map(|depth| roll_ups.get(&path[..depth]).copied()).collect();
            places.push(place);
            groups.of_unit.entry((unit.name.clone(), unit.parent.clone())).or_default().extend(places);
        }
        groups
    }

    fn places(&self, (name, parent): (&str, &str)) -> Vec<usize> {
        let mut places = self.of_unit.get(&(name.to_owned(), parent.to_owned())).cloned().unwrap_or_default();
        places.sort_unstable();
        places.dedup();
        places
    }
}

struct Counter<'a> {
    facts: Facts<'a>,
    frameworks: &'a Frameworks,
    question: &'a Question,
    expiring_days: u32,
}

impl Counter<'_> {
    fn add(&self, tally: &mut Tally, school: &SchoolFigures, row: usize) {
        self.add_submission(tally, school, row);
        tally.self_assessed += usize::from(school.submission.counts() && !school.criteria_met.is_empty());
        self.add_level(tally, school);
        let of = |numbers: &UInt32Chunked| numbers.get(row).and_then(|number| u8::try_from(number).ok()).filter(|number| *number > 0);
        let (accreditation, standard) = (of(self.facts.accreditation), of(self.facts.national_standard));
        if let Some(level) = accreditation {
            *tally.accreditation.entry(level).or_default() += 1;
        }
        if let Some(level) = standard {
            *tally.national_standard.entry(level).or_default() += 1;
        }
        if accreditation.or(standard).is_some() {
            let end = self.facts.recognised_on.get(row).copied().flatten().map(|day| day.saturating_add(VALID_YEARS.years()));
            let soon = self.question.as_of.saturating_add(i64::from(self.expiring_days).days());
            tally.expiring += usize::from(end.is_some_and(|end| end >= self.question.as_of && end <= soon));
        }
        tally.actions.add(&school.actions);
        tally.cost_vnd = tally.cost_vnd.saturating_add(self.facts.cost.get(&school.school_id).copied().unwrap_or(0));
        tally.findings.error += school.findings.error;
        tally.findings.warning += school.findings.warning;
        tally.findings.info += school.findings.info;
    }

    /// As the counts of the whole: with a register its schools alone.
    fn add_submission(&self, tally: &mut Tally, school: &SchoolFigures, row: usize) {
        let counts = &mut tally.schools;
        let registered = self.facts.registered.get(row).unwrap_or(false);
        if self.question.expected {
            *counts.expected.get_or_insert(0) += usize::from(registered);
            if !registered {
                return;
            }
        }
        match school.submission {
            Reported::OnTime => counts.on_time += 1,
            Reported::Late => counts.late += 1,
            Reported::Missing => counts.missing += 1,
            Reported::Unreadable => counts.unreadable += 1,
        }
        counts.reported = counts.on_time + counts.late;
    }

    fn add_level(&self, tally: &mut Tally, school: &SchoolFigures) {
        let (Some(reached), Some(framework)) = (school.level, school.framework.as_deref().and_then(|id| self.frameworks.get(id))) else {
            return;
        };
        if !school.submission.counts() {
            return;
        }
        let levels = tally.levels.entry(framework.id.clone()).or_default();
        for level in framework.levels() {
            let counted: &mut LevelReached = levels.entry(level).or_default();
            counted.judged += 1;
            counted.reached += usize::from(reached >= level);
        }
    }
}
