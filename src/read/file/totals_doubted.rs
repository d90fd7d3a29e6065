//! Totals in words where no table of criteria stands beside them, in; what about them cannot be true of the school out.

use std::collections::BTreeMap;

use crate::finding::{self, Finding};
use crate::framework::Framework;
use crate::model::{Declaration, Origin};
use crate::phrase::levels::Unmet;

/// Totals of one school and level, as they are written.
type Totals<'d> = Vec<(u32, Option<u32>, &'d Origin)>;

/// The criteria that lines say do not meet a level, by school and level.
pub(super) type Lists = BTreeMap<(String, u8), (Unmet, Origin)>;

/// Of criteria that do not meet Mức 2 and that do not meet Mức 1 two lists may leave those of the other out, or not: what the upper one comes
/// to is not known where one of the lower is not in it, and is left out of `declared`.
pub(super) fn lists_apart(declared: &mut Vec<Declaration>, lists: &Lists) -> Vec<(Origin, Finding)> {
    let mut doubts = Vec::new();
    for ((school, level), (upper, origin)) in lists {
        let below = || lists.iter().filter(|((of, under), _)| of == school && under < level).map(|(_, (lower, _))| lower);
        let apart = below().any(|lower| {
            lower.count > upper.count || !upper.named.is_empty() && lower.named.iter().any(|named| !upper.named.contains(named))
        });
        if apart {
            let is_this =
                |said: &Declaration| matches!(said, Declaration::CriteriaMet { level: of, origin: at, .. } if of == level && at == origin);
            declared.retain(|said| !is_this(said));
            let raw = [format!("Mức {level}: {} tiêu chí chưa đạt", upper.count)];
            doubts.push((origin.clone(), doubt(school, &raw, "có tiêu chí chưa đạt mức dưới mà không ghi ở mức này, không tính")));
        }
    }
    doubts
}

/// Each doubt with the total it is about. Totals of far fewer criteria than there are count some of them only, and are left out of `declared`.
pub(super) fn doubted(declared: &mut Vec<Declaration>, framework: &Framework) -> Vec<(Origin, Finding)> {
    let criteria = |level: u8| u32::try_from(framework.criteria_with(level).count()).unwrap_or(u32::MAX);
    let of_some = |said: &Declaration| matches!(said, Declaration::CriteriaMet { level, of: Some(of), .. } if *level < 4 && of.saturating_mul(2) < criteria(*level));
    let mut doubts = Vec::new();
    for said in declared.iter().filter(|said| of_some(said)) {
        let Declaration::CriteriaMet { school_id, level, met, of, origin } = said else { continue };
        let why = format!("Mức {level} có {} tiêu chí nên đây là số của một phần, không tính", criteria(*level));
        doubts.push((origin.clone(), doubt(school_id, &[written(*level, *met, *of)], &why)));
    }
    declared.retain(|said| !of_some(said));
    let mut totals: BTreeMap<&str, BTreeMap<u8, Totals<'_>>> = BTreeMap::new();
    for said in declared.iter() {
        if let Declaration::CriteriaMet { school_id, level, met, of, origin } = said {
            totals.entry(school_id).or_default().entry(*level).or_default().push((*met, *of, origin));
        }
    }
    for (school_id, levels) in &mut totals {
        for (level, totals) in levels.iter_mut() {
            totals.sort_by_key(|(.., origin)| *origin);
            let (met, of, origin) = totals[0];
            if let Some(other) = totals.iter().find(|(other, ..)| *other != met) {
                let both = [written(*level, met, of), written(*level, other.0, other.1)];
                doubts.push((other.2.clone(), doubt(school_id, &both, "hai số khác nhau, lấy số ghi trước")));
            }
            let whole = criteria(*level);
            if *level < 4 && (met > whole || of.is_some_and(|of| of != whole)) {
                doubts.push((origin.clone(), doubt(school_id, &[written(*level, met, of)], &format!("Mức {level} có {whole} tiêu chí"))));
            }
        }
        let first = |level: u8| levels.get(&level).map(|totals| totals[0]);
        for (below, above) in [(1, 2), (2, 3)] {
            if let (Some(low), Some(high)) = (first(below), first(above))
                && high.0 > low.0
            {
                let both = [written(below, low.0, low.1), written(above, high.0, high.1)];
                doubts.push((high.2.clone(), doubt(school_id, &both, "mức trên không thể nhiều hơn mức dưới")));
            }
        }
    }
    doubts
}

fn written(level: u8, met: u32, of: Option<u32>) -> String {
    let of = of.map_or_else(String::new, |of| format!("/{of}"));
    format!("Mức {level}: {met}{of}")
}

fn doubt(school_id: &str, totals: &[String], why: &str) -> Finding {
    Finding::new(&finding::TOTALS_DOUBTED).of_school(school_id).raw(totals.join("; ")).with("why", why)
}
