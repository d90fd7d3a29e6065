//! What one table says of several schools, and the column that names them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Address;
use crate::phrase;
use crate::read::grid::Row;
use crate::read::slip::Slip;
use crate::text;
use crate::text::memory::Memory;

/// What is said of one school.
#[derive(Clone)]
pub(in crate::read) struct OfSchool {
    /// Empty where its row names none.
    pub name: (Address, String),
    pub slips: Vec<Slip>,
    /// The level it says it reached as a whole, beside its criteria.
    pub reached: Option<(Address, u8)>,
    /// How many criteria it says it met.
    pub counts: Vec<Count>,
}

/// How many criteria met a level, and of how many where that is said.
#[derive(Clone, Copy)]
pub(in crate::read) struct Count {
    pub level: u8,
    pub met: u32,
    pub of: Option<u32>,
    pub at: Address,
}

/// Schools of one table or of several.
#[derive(Default)]
pub(in crate::read) struct Collected {
    pub schools: Vec<OfSchool>,
    /// Columns beside names and levels, their titles, and how often and with what the rows fill them.
    pub unused: Vec<Unused>,
    /// Schools that answered an online form again.
    pub resent: Vec<Resent>,
    pub used: BTreeSet<u32>,
}

pub(in crate::read) struct Unused {
    pub at: Address,
    pub title: String,
    pub texts: Vec<String>,
    /// What the figures would have counted of it.
    pub counted: Option<&'static str>,
}

/// A school's answers to an online form, of which the last counts.
pub(in crate::read) struct Resent {
    pub school: String,
    /// The row that counts, and when it was sent.
    pub last: (u32, String),
    /// Those before.
    pub earlier: Vec<(u32, String)>,
}

/// The column in which most rows name a school.
pub(super) fn names_down(rows: &[&Row], may: impl Fn(u32) -> bool) -> Option<u32> {
    let mut named: BTreeMap<u32, usize> = BTreeMap::new();
    for cell in rows.iter().flat_map(|row| &row.cells).filter(|cell| may(cell.column) && names_school(&cell.text)) {
        *named.entry(cell.column).or_default() += 1;
    }
    let (column, count) = named.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (count * 2 > rows.len()).then_some(column)
}

pub(super) fn names_school(text: &str) -> bool {
    /// Letters of the longest name with its kind in full; what is longer tells of a school.
    const MOST_LETTERS: usize = 100;
    thread_local! {
        static READ: Memory<bool> = Memory::default();
    }
    let names = |text: &str| {
        let school = phrase::school::parse(text);
        school.name.is_some() && school.kind.is_some()
    };
    !text::has_more_letters(text, MOST_LETTERS) && READ.with(|known| known.recall(text, names))
}
