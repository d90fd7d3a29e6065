//! The schools of both sides in; which of them go on in which others, and therefore whose work belongs together, out.
//!
//! The newer side knows: its register says which schools a school took in, and from which one it was split.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Side, by_id};

/// How one school goes on in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kinship {
    Merged,
    Split,
}

/// One step from then to now, seen from either end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kin {
    pub how: Kinship,
    /// The school at the other end.
    pub school_id: String,
}

/// Every step between schools that were there then and schools that are there now.
#[derive(Default)]
pub(super) struct Kinships<'a> {
    /// Then → now, in the order of the codes.
    steps: BTreeSet<(&'a str, &'a str, Kinship)>,
}

impl<'a> Kinships<'a> {
    pub fn between(old: Side<'a>, new: Side<'a>) -> Self {
        let (before, after) = (by_id(old), by_id(new));
        let mut steps = BTreeSet::new();
        for school in &new.reading.schools {
            let merged = school.lineage.took_in.iter().map(|id| (id.as_str(), Kinship::Merged));
            let split = school.lineage.split_from.iter().map(|id| (id.as_str(), Kinship::Split));
            for (then, how) in merged.chain(split) {
                // A school that is there on both sides goes on as itself: then only what is new comes of it.
                let told = before.contains_key(then)
                    && match how {
                        Kinship::Merged => !after.contains_key(then),
                        Kinship::Split => !before.contains_key(school.id.as_str()),
                    };
                if told && after.contains_key(school.id.as_str()) {
                    steps.insert((then, school.id.as_str(), how));
                }
            }
        }
        Kinships { steps }
    }

    /// The schools in which one of then goes on.
    pub fn heirs(&self, school_id: &str) -> Vec<Kin> {
        self.kin(|(then, now, how)| (*then == school_id).then(|| Kin { how: *how, school_id: (*now).to_owned() }))
    }

    /// The schools of then of which one of now has come.
    pub fn forebears(&self, school_id: &str) -> Vec<Kin> {
        self.kin(|(then, now, how)| (*now == school_id).then(|| Kin { how: *how, school_id: (*then).to_owned() }))
    }

    fn kin(&self, of: impl Fn(&(&'a str, &'a str, Kinship)) -> Option<Kin>) -> Vec<Kin> {
        self.steps.iter().filter_map(of).collect()
    }

    /// Each school that has kin, then or now, with one name for all whose work belongs together.
    pub fn families(&self) -> BTreeMap<&'a str, &'a str> {
        let mut family: BTreeMap<&str, &str> = BTreeMap::new();
        for (then, now, _) in &self.steps {
            let names = [then, now].map(|school| family.get(school).copied().unwrap_or(school));
            let (kept, gone) = (names[0].min(names[1]), names[0].max(names[1]));
            family.extend([(*then, kept), (*now, kept)]);
            family.values_mut().filter(|name| **name == gone).for_each(|name| *name = kept);
        }
        family
    }
}
