//! Two outputs in, what changed from the older to the newer out: schools, criteria, work.
//!
//! Every figure is part of a balance that closes: old, less what left, plus what came, is new. A school that has not reported is kept apart
//! from one that reports otherwise than before, and codes of one framework are never held against those of another.

mod criteria;
mod kinship;
mod linking;
mod pins;
mod schools;
#[cfg(test)]
mod tests;
mod work;

use std::collections::BTreeMap;

use anyhow::bail;
use jiff::civil::Date;
use serde::Serialize;

pub use criteria::{CriteriaBalance, CriterionChange, CriterionTurn, Rewording};
pub use kinship::{Kin, Kinship};
pub use linking::{Certainty, Link};
pub use pins::Pins;
pub use schools::{SchoolChange, SchoolsBalance};
pub use work::{Fate, OverdueBalance, WorkBalance, WorkChange, WorkSide};

use crate::model::{Period, SchoolYear};
use crate::reading::Reading;
use crate::stats::{SchoolFigures, Statistics, UnitName};

/// One of the two outputs.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub statistics: &'a Statistics,
    /// Linked.
    pub reading: &'a Reading,
}

/// Whose figures, of which period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    pub unit: UnitName,
    pub school_year: SchoolYear,
    pub period: Period,
    pub as_of: Date,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changes {
    pub old: Moment,
    pub new: Moment,
    /// Schools that reported.
    pub schools_balance: SchoolsBalance,
    /// Every school of either side, by id.
    pub schools: Vec<SchoolChange>,
    /// Verdicts "met", by framework and level.
    pub criteria_balance: Vec<CriteriaBalance>,
    pub criteria: Vec<CriterionChange>,
    /// Criteria that one framework words otherwise than before: what was met then may be another thing now.
    pub reworded: Vec<Rewording>,
    pub work_balance: WorkBalance,
    /// Of work that stands on both sides: status then, status now, each in the order of `Status::ALL`.
    pub status_moves: [[usize; 4]; 4],
    /// Work certainly or possibly overdue.
    pub overdue_balance: OverdueBalance,
    /// Every piece of work of either side once.
    pub work: Vec<WorkChange>,
    /// Pins that name work that is not there.
    pub idle_pins: Vec<String>,
}

/// Compares two outputs.
///
/// # Errors
/// The older is closed after the newer, or no school is common to both: these are not two periods of one unit.
pub fn between(old: Side<'_>, new: Side<'_>, pins: &Pins) -> anyhow::Result<Changes> {
    let (before, after) = (moment(old), moment(new));
    if before.as_of > after.as_of {
        bail!(
            "kết quả thứ nhất tính đến ngày {}, sau kết quả thứ hai ({}). Hãy ghi kỳ trước rồi đến kỳ sau.",
            before.as_of.strftime("%d/%m/%Y"),
            after.as_of.strftime("%d/%m/%Y")
        );
    }
    let (old_schools, new_schools) = (by_id(old), by_id(new));
    let kinships = kinship::Kinships::between(old, new);
    let related = old_schools.keys().any(|id| new_schools.contains_key(id) || !kinships.heirs(id).is_empty());
    if !old_schools.is_empty() && !new_schools.is_empty() && !related {
        let bare = |id: &&str| id.trim_start_matches('0').to_owned();
        let known: BTreeMap<String, &str> = old_schools.keys().map(|id| (bare(id), *id)).collect();
        if let Some((was, is)) = new_schools.keys().find_map(|id| Some((known.get(&bare(id))?, id))) {
            bail!(
                "mã trường của hai kết quả chỉ khác nhau số 0 ở đầu (kỳ trước \"{was}\", kỳ này \"{is}\"). Hãy sửa danh sách trường bị mất số 0 (cột Mã trường định dạng Văn bản), chạy lại ctcl report cho kỳ ấy rồi so lại."
            );
        }
        bail!("hai kết quả không có trường nào chung: \"{}\" và \"{}\". Hãy kiểm tra lại hai thư mục.", before.unit.name, after.unit.name);
    }
    let (criteria_balance, criteria) = criteria::changes(old, new);
    let worked = work::changes(old, new, pins, &kinships);
    Ok(Changes {
        schools_balance: schools::balance(old, new, &kinships),
        schools: schools::changes(old, new, &kinships),
        criteria_balance,
        criteria,
        reworded: criteria::reworded(old, new),
        work_balance: worked.balance,
        status_moves: worked.status_moves,
        overdue_balance: worked.overdue,
        work: worked.rows,
        idle_pins: worked.idle_pins,
        old: before,
        new: after,
    })
}

fn moment(side: Side<'_>) -> Moment {
    let statistics = side.statistics;
    Moment { unit: statistics.unit.clone(), school_year: statistics.school_year, period: statistics.period, as_of: statistics.as_of }
}

fn by_id<'a>(side: Side<'a>) -> BTreeMap<&'a str, &'a SchoolFigures> {
    side.statistics.by_school.iter().map(|school| (school.school_id.as_str(), school)).collect()
}
