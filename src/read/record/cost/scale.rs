//! A cell of money and the unit that its column states in, what the school means out: `15.000.000` below "triệu đồng" is written in full, and no fifteen thousand billions.

use super::read;
use crate::finding::Finding;
use crate::model::{Cost, CostKind};
use crate::phrase;
use crate::read::grid::CellKind;
use crate::read::rows::Piece;

/// A new building costs so much, and nothing else in a school's plan.
const LARGE: i64 = 10_000_000_000;
/// No piece of work of a school costs so much.
const ABSURD: i64 = 100_000_000_000;
/// What is written in full comes to so much; smaller numbers count units.
const IN_FULL: i64 = 100_000;
/// Hardly anything costs less.
const SMALL: i64 = 10_000;

/// What a bare number of one column counts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scale {
    pub unit_vnd: Option<i64>,
    /// Its numbers are written in full, whatever its title says.
    in_full: bool,
}

/// What a cell comes to, and what is to be told of it.
pub(super) struct Weighed {
    pub cost: Cost,
    doubt: Option<Doubt>,
}

enum Doubt {
    /// Written in full below a unit; what the unit would make of it, where that can be said.
    InFull { stated: Option<i64> },
    /// `500.000` below "nghìn đồng" would do, but other cells of the column are written in full.
    AsOthers { stated: i64 },
    /// `15.000.000 triệu đồng`.
    UnitBehind,
    /// It may be so, and is asked about.
    Large { stated: i64 },
    /// It cannot be so, and nothing else can be meant.
    Absurd { stated: i64 },
    /// `15` below "đồng".
    Small { stated: i64 },
}

impl Scale {
    /// A column in which some number can only be written in full, and none only in units, is written in full.
    pub(super) fn of<'p>(unit_vnd: Option<i64>, pieces: impl Iterator<Item = &'p Piece>) -> Self {
        let Some(unit) = unit_vnd.filter(|unit| *unit > 1) else { return Self { unit_vnd, in_full: false } };
        let mut in_full = false;
        for piece in pieces {
            let (stated, full) = (read(piece, unit), read(piece, 1));
            match (stated.amount_vnd, full.amount_vnd) {
                (Some(stated), Some(full)) if stated == full => {}
                (Some(stated), full) if stated < LARGE && full.is_none_or(|full| full < IN_FULL) => {
                    return Self { unit_vnd, in_full: false };
                }
                (Some(LARGE..), Some(IN_FULL..LARGE)) => in_full = true,
                _ => in_full |= is_only_in_full(&stated, &full),
            }
        }
        Self { unit_vnd, in_full }
    }

    pub(super) fn weigh(self, piece: &Piece) -> Weighed {
        let unit = self.unit_vnd.unwrap_or(1);
        let cost = read(piece, unit);
        let sure = |cost| Weighed { cost, doubt: None };
        let doubted = |cost, doubt| Weighed { cost, doubt: Some(doubt) };
        if cost.amount_vnd.is_some() && phrase::money::is_unit_behind_full(&piece.text) {
            return doubted(cost, Doubt::UnitBehind);
        }
        if unit == 1 {
            let small = self.unit_vnd.is_some() && is_bare(piece) && cost.amount_vnd.is_some_and(|amount| (1..IN_FULL).contains(&amount));
            return match cost.amount_vnd.filter(|_| small) {
                Some(stated) => doubted(cost, Doubt::Small { stated }),
                None => sure(cost),
            };
        }
        let full = read(piece, 1);
        match (cost.amount_vnd, full.amount_vnd) {
            (Some(stated), Some(amount)) if stated == amount => sure(cost),
            (Some(stated @ LARGE..), Some(IN_FULL..LARGE)) => doubted(full, Doubt::InFull { stated: Some(stated) }),
            (Some(stated), Some(SMALL..LARGE)) if self.in_full => doubted(full, Doubt::AsOthers { stated }),
            (Some(stated @ ABSURD..), _) => {
                doubted(Cost { kind: CostKind::Unspecified, amount_vnd: None, ..cost }, Doubt::Absurd { stated })
            }
            (Some(stated @ LARGE..), Some(SMALL..)) => doubted(cost, Doubt::Large { stated }),
            _ if is_only_in_full(&cost, &full) => doubted(full, Doubt::InFull { stated: None }),
            _ => sure(cost),
        }
    }
}

/// `500.000` below "triệu đồng": as a fraction it has three noughts too many.
fn is_only_in_full(stated: &Cost, full: &Cost) -> bool {
    stated.kind == CostKind::Unspecified && full.amount_vnd.is_some_and(|amount| (IN_FULL..LARGE).contains(&amount))
}

/// A number and no word: nothing in the cell says what it counts.
pub(super) fn is_bare(piece: &Piece) -> bool {
    matches!(piece.kind, CellKind::Number { .. }) || !piece.text.chars().any(char::is_alphabetic)
}

impl Weighed {
    /// What is to be told of the cell, with the words of it.
    pub(super) fn told(&self, told: impl FnOnce() -> Finding) -> Option<Finding> {
        let doubt = self.doubt.as_ref()?;
        let by_unit = |stated: &i64| format!("theo đơn vị của cột là {} đồng", phrase::money::grouped(*stated));
        let in_full = || format!("hiểu là số ghi đủ, {} đồng", phrase::money::grouped(self.cost.amount_vnd.unwrap_or_default()));
        let large = "quá lớn với một việc của trường";
        let (why, taken) = match doubt {
            Doubt::InFull { stated: Some(stated) } => (format!("{}, {large}", by_unit(stated)), in_full()),
            Doubt::InFull { stated: None } => ("không hợp với đơn vị của cột".to_owned(), in_full()),
            Doubt::AsOthers { stated } => (format!("{}, nhưng cột này có ô ghi đủ số", by_unit(stated)), in_full()),
            Doubt::UnitBehind => ("ghi đủ số mà còn ghi đơn vị ở sau".to_owned(), in_full()),
            Doubt::Large { stated } => (format!("{}, rất lớn với một việc của trường", by_unit(stated)), "vẫn tính như vậy".to_owned()),
            Doubt::Absurd { stated } => (format!("{}, {large}", by_unit(stated)), "không cộng vào tổng".to_owned()),
            Doubt::Small { stated } => (format!("{}, quá nhỏ với một việc của trường", by_unit(stated)), "vẫn tính như vậy".to_owned()),
        };
        Some(told().with("why", why).with("taken", taken))
    }
}
