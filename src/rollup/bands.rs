//! Outputs in, their rows out, some schools at a time and in the one order all datasets have: a nation is never held whole.

use std::ops::Range;

use anyhow::Context;
use polars::prelude::{BooleanChunked, DataFrame, NewChunkedArray, StringChunked};

use super::rows::put_in_order;
use super::{Joined, Part};
use crate::dataset::variable::{ROW_ID, SCHOOL_ID};
use crate::dataset::{Dataset, Variable};

/// Schools whose rows are held at once: a few thousand pieces of work, some ten thousand verdicts.
pub const SCHOOLS: usize = 1_000;

/// The tables of rows, which are long; the others are held whole.
const LONG: [&str; 3] = ["assessments", "actions", "evidence"];

/// The schools and rows of band after band.
pub struct Bands<'j> {
    joined: &'j Joined,
    /// The first school of each band; the first band begins before all schools.
    firsts: Vec<String>,
    /// Schools of one band.
    schools_each: usize,
    /// Of each output and long table, the rows among which those of a band stand.
    places: Vec<[Vec<Range<usize>>; LONG.len()]>,
    /// Rows of each long table.
    heights: [usize; LONG.len()],
    next: usize,
    works: u32,
}

impl<'j> Bands<'j> {
    pub(super) fn new(joined: &'j Joined, schools_each: usize) -> anyhow::Result<Self> {
        let ids = SCHOOL_ID.texts_of(&joined.schools)?;
        let firsts = (0..joined.schools.height()).step_by(schools_each.max(1)).map(|row| ids.get(row).unwrap_or_default().to_owned());
        let mut firsts: Vec<String> = firsts.collect();
        if firsts.is_empty() {
            firsts.push(String::new());
        }
        let mut bands = Bands { joined, firsts, schools_each, places: Vec::new(), heights: [0; LONG.len()], next: 0, works: 0 };
        for part in &joined.parts {
            let mut places = [const { Vec::new() }; LONG.len()];
            for (table, places) in places.iter_mut().enumerate() {
                *places = bands.placed(part, table).with_context(|| part.given.clone())?;
            }
            bands.places.push(places);
        }
        Ok(bands)
    }

    /// Pieces of work and verdicts of all bands.
    pub fn rows(&self) -> usize {
        self.heights[0] + self.heights[1]
    }

    /// The rows of one table of an output among which those of each band stand.
    fn placed(&mut self, part: &Part, table: usize) -> anyhow::Result<Vec<Range<usize>>> {
        let column = part.tables.column(LONG[table], &SCHOOL_ID)?;
        let mut places = vec![0..0; self.firsts.len()];
        let mut last: Option<(&str, Option<usize>)> = None;
        for (row, id) in SCHOOL_ID.texts_of(&column)?.iter().enumerate() {
            let id = id.unwrap_or_default();
            let band = match last {
                // Rows of one school stand together.
                Some((known, band)) if known == id => band,
                _ => part.settled.id(id).map(|id| self.firsts.partition_point(|first| first.as_str() <= id).saturating_sub(1)),
            };
            last = Some((id, band));
            let Some(band) = band else { continue };
            let place: &mut Range<usize> = &mut places[band];
            *place = if place.start == place.end { row..row + 1 } else { place.start..row + 1 };
            self.heights[table] += 1;
        }
        Ok(places)
    }

    fn band(&mut self, band: usize) -> anyhow::Result<Dataset> {
        let joined = self.joined;
        let mut dataset = Dataset::empty();
        let from = (band * self.schools_each).min(joined.schools.height());
        dataset.schools = joined.schools.slice(i64::try_from(from)?, self.schools_each);
        dataset.findings = self.within(&joined.findings, band)?;
        for (at, part) in joined.parts.iter().enumerate() {
            for (table, long) in [&mut dataset.assessments, &mut dataset.actions, &mut dataset.evidence].into_iter().enumerate() {
                let place = &self.places[at][table];
                if !place[band].is_empty() {
                    let rows = part.tables.rows(LONG[table], &place[band])?;
                    let rows = self.within(&part.prepared(LONG[table], rows, joined.question.as_of)?, band)?;
                    long.vstack_mut(&rows).context("bảng dữ liệu của các đơn vị không cùng cột")?;
                }
            }
        }
        for long in [&mut dataset.assessments, &mut dataset.actions, &mut dataset.evidence] {
            put_in_order(long, &SCHOOL_ID).context("không xếp được các dòng")?;
        }
        let works = dataset.actions.height();
        dataset.actions.with_column(numbered(&ROW_ID, self.works, works))?;
        self.works += u32::try_from(works).context("quá nhiều việc")?;
        Ok(dataset)
    }

    /// Rows of the schools of a band.
    fn within(&self, table: &DataFrame, band: usize) -> anyhow::Result<DataFrame> {
        let ids: &StringChunked = SCHOOL_ID.texts_of(table)?;
        let from = if band == 0 { "" } else { self.firsts[band].as_str() };
        let before = self.firsts.get(band + 1);
        let inside = ids.iter().map(Option::unwrap_or_default).map(|id| id >= from && before.is_none_or(|before| id < before.as_str()));
        Ok(table.filter(&BooleanChunked::from_iter_values(SCHOOL_ID.name.into(), inside))?)
    }
}

impl Iterator for Bands<'_> {
    type Item = anyhow::Result<Dataset>;

    fn next(&mut self) -> Option<Self::Item> {
        let band = self.next;
        self.next += 1;
        (band < self.firsts.len()).then(|| self.band(band))
    }
}

fn numbered(variable: &Variable, after: u32, rows: usize) -> polars::prelude::Column {
    variable.numbers((after + 1..).take(rows).map(Some))
}
