//! Schools by where they belong in, every figure of each group out: by commune, by the communes and districts there were before, by cluster.
//! A school belongs to one group of each kind, so that the groups add up to the whole.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use polars::prelude::{BooleanChunked, DataFrame, NewChunkedArray};

use super::{GroupFigures, Grouping, Statistics, UnitName, compute, tally, together};
use crate::dataset::variable::{CLUSTER, COMMUNE, COMMUNE_BEFORE, COMMUNE_SINCE, DISTRICT, KIND, SCHOOL_ID, UNIT};
use crate::dataset::{Dataset, Question, SEPARATOR, of_code};
use crate::framework::Frameworks;
use crate::model::SchoolKind;

/// Stands where nothing is known.
const UNKNOWN: &str = "Chưa rõ";

/// Figures by group, of some schools after others: each school once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Groups(BTreeMap<Key, GroupFigures>);

/// The place of the grouping among those asked for, whether nothing is known, and the name folded: "Xã Ban Mai" and "xã Ban Mai" are one.
type Key = (usize, bool, String);

impl Groups {
    /// The groups of each kind asked for.
    ///
    /// # Errors
    /// A table of the dataset lacks a column.
    pub fn of(
        dataset: &Dataset,
        frameworks: &Frameworks,
        target_level: impl Fn(&str) -> u8,
        question: &Question,
        groupings: &[Grouping],
        expiring_days: u32,
    ) -> anyhow::Result<Groups> {
        let mut groups = BTreeMap::new();
        for (place, grouping) in groupings.iter().enumerate() {
            for ((unknown, folded), Group { name, schools }) in members(dataset, *grouping, question.as_of)? {
                let part = only(dataset, &schools)?;
                let unit = UnitName { name: name.clone(), ..UnitName::default() };
                let statistics = compute(&part, frameworks, &target_level, unit, question)?;
                let whole = tally::whole(&part, &statistics, frameworks, question, expiring_days)?;
                let Statistics { by_criterion, by_standard, lagging, cost, .. } = statistics;
                let figures = GroupFigures {
                    by: *grouping,
                    name,
                    figures: whole.figures,
                    by_kind: whole.by_kind,
                    by_criterion,
                    by_standard,
                    lagging,
                    cost,
                };
                groups.insert((place, unknown, folded), figures);
            }
        }
        Ok(Groups(groups))
    }

    /// Takes in the groups of other schools, by the same groupings.
    pub fn absorb(&mut self, more: Groups) {
        for (key, more) in more.0 {
            match self.0.get_mut(&key) {
                None => drop(self.0.insert(key, more)),
                Some(own) => {
                    own.name = own.name.clone().min(more.name);
                    own.figures.absorb(&more.figures);
                    together::add_kinds(&mut own.by_kind, more.by_kind);
                    together::add_criteria(&mut own.by_criterion, more.by_criterion);
                    together::add_standards(&mut own.by_standard, more.by_standard);
                    together::add_lagging(&mut own.lagging, more.lagging, &own.by_criterion);
                    own.cost.add(more.cost);
                }
            }
        }
    }

    /// By name; those of whom nothing is known last.
    pub fn figures(self) -> Vec<GroupFigures> {
        self.0.into_values().collect()
    }
}

#[derive(Default)]
struct Group {
    /// Of several spellings the first in the alphabet, so that the order of schools says nothing.
    name: String,
    schools: HashSet<String>,
}

/// The schools of each group, by whether its name is unknown, and by the name folded: "Xã Ban Mai" and "xã Ban Mai" are one.
fn members(dataset: &Dataset, grouping: Grouping, as_of: Date) -> anyhow::Result<BTreeMap<(bool, String), Group>> {
    let schools = &dataset.schools;
    let column = |variable: &'static crate::dataset::Variable| variable.texts_of(schools);
    let (ids, communes, befores) = (column(&SCHOOL_ID)?, column(&COMMUNE)?, column(&COMMUNE_BEFORE)?);
    let (districts, clusters, kinds, units) = (column(&DISTRICT)?, column(&CLUSTER)?, column(&KIND)?, column(&UNIT)?);
    let mut groups: BTreeMap<(bool, String), Group> = BTreeMap::new();
    for (row, since) in COMMUNE_SINCE.dates_of(schools)?.enumerate() {
        let text = |column: &polars::prelude::StringChunked| column.get(row).unwrap_or_default().trim().to_owned();
        let (now, before) = (text(communes), text(befores));
        let changed = if before.is_empty() { now.clone() } else { before };
        let name = match grouping {
            Grouping::Commune if since.is_some_and(|since| as_of < since) => changed,
            Grouping::Commune | Grouping::CommuneNew => now,
            Grouping::CommuneBefore => changed,
            Grouping::District => text(districts),
            Grouping::Cluster => text(clusters),
            Grouping::Unit => text(units),
            Grouping::Kind => kinds.get(row).map(of_code::<SchoolKind>).transpose()?.map_or("", SchoolKind::title).to_owned(),
        };
        let (unknown, name) = if name.is_empty() { (true, UNKNOWN.to_owned()) } else { (false, name) };
        let group = groups.entry((unknown, name.to_lowercase())).or_default();
        if group.name.is_empty() || name < group.name {
            group.name = name;
        }
        group.schools.insert(text(ids));
    }
    Ok(groups)
}

/// The rows of some schools; a file that speaks for several is in each of their groups.
fn only(dataset: &Dataset, schools: &HashSet<String>) -> anyhow::Result<Dataset> {
    let rows = |table: &DataFrame| -> anyhow::Result<DataFrame> {
        let own = SCHOOL_ID.texts_of(table)?.iter().map(|ids| ids.is_some_and(|ids| ids.split(SEPARATOR).any(|id| schools.contains(id))));
        Ok(table.filter(&BooleanChunked::from_iter_values(SCHOOL_ID.name.into(), own))?)
    };
    Ok(Dataset {
        schools: rows(&dataset.schools)?,
        submissions: rows(&dataset.submissions)?,
        assessments: rows(&dataset.assessments)?,
        actions: rows(&dataset.actions)?,
        evidence: rows(&dataset.evidence)?,
        findings: rows(&dataset.findings)?,
    })
}
