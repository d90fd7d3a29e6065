//! Findings of two versions of the same files → which of them are the same fault, though rows may have moved between.

use std::collections::BTreeMap;

use crate::finding::Finding;

/// Details that tell of a place or a degree, not of the fault.
const FLEETING: &[&str] = &["row", "rows", "file", "sheet", "score", "count"];

/// For each old finding the new one that is the same fault. Each is taken once.
pub(super) fn matched(old: &[&Finding], new: &[&Finding]) -> Vec<Option<usize>> {
    let mut pairs = Pairs { of_old: vec![None; old.len()], taken: vec![false; new.len()] };
    // The very same: place, words and all.
    pairs.by(old, new, |finding| Some((place(finding), said(finding))));
    // The same words in the same column, rows moved.
    pairs.by(old, new, |finding| finding.cell.map(|cell| (finding.rule.id, finding.sheet.clone(), cell.column, said(finding))));
    // Other words at the cell where the old would stand now: changed, and still wrong.
    pairs.by_shifted_place(old, new);
    // A fault of the sheet, the file or the school.
    pairs.by(old, new, |finding| finding.cell.is_none().then(|| (finding.rule.id, finding.sheet.clone(), finding.field.clone())));
    // The sheet was renamed.
    pairs.by(old, new, |finding| {
        let column = finding.cell.map(|cell| cell.column);
        finding.raw.as_ref().filter(|raw| !raw.trim().is_empty()).map(|_| (finding.rule.id, column, said(finding)))
    });
    pairs.of_old
}

type Place<'a> = (&'static str, Option<&'a str>, Option<crate::model::Address>);
type Said<'a> = (Option<&'a str>, Option<&'a str>, Vec<(&'a str, &'a str)>);

fn place(finding: &Finding) -> Place<'_> {
    (finding.rule.id, finding.sheet.as_deref(), finding.cell)
}

fn said(finding: &Finding) -> Said<'_> {
    let lasting = finding.details.iter().filter(|(name, _)| !FLEETING.contains(&name.as_str()));
    (finding.field.as_deref(), finding.raw.as_deref(), lasting.map(|(name, value)| (name.as_str(), value.as_str())).collect())
}

struct Pairs {
    of_old: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Pairs {
    /// Pairs what has the same key, from above downwards.
    fn by<'a, K: Ord>(&mut self, old: &[&'a Finding], new: &[&'a Finding], key: impl Fn(&'a Finding) -> Option<K>) {
        let mut waiting: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (at, finding) in new.iter().enumerate().filter(|(at, _)| !self.taken[*at]) {
            if let Some(key) = key(finding) {
                waiting.entry(key).or_default().push(at);
            }
        }
        for list in waiting.values_mut() {
            list.sort_by_key(|at| std::cmp::Reverse((new[*at].cell, *at)));
        }
        let mut order: Vec<usize> = (0..old.len()).filter(|at| self.of_old[*at].is_none()).collect();
        order.sort_by_key(|at| (old[*at].cell, *at));
        for at in order {
            if let Some(found) = key(old[at]).and_then(|key| waiting.get_mut(&key)).and_then(Vec::pop) {
                self.of_old[at] = Some(found);
                self.taken[found] = true;
            }
        }
    }

    /// By the cell, moved as far as the nearest pair above it on the same sheet was.
    fn by_shifted_place(&mut self, old: &[&Finding], new: &[&Finding]) {
        for at in 0..old.len() {
            let (None, Some(cell)) = (self.of_old[at], old[at].cell) else { continue };
            let above = self
                .of_old
                .iter()
                .enumerate()
                .filter_map(|(other, pair)| Some((old[other], new[(*pair)?])))
                .filter(|(other, _)| other.sheet == old[at].sheet)
                .filter_map(|(other, pair)| Some((other.cell?, pair.cell?)))
                .filter(|(other, _)| other.row <= cell.row)
                .max_by_key(|(other, _)| other.row);
            let moved = above.map_or(0, |(before, after)| i64::from(after.row) - i64::from(before.row));
            let found = (0..new.len()).find(|found| {
                let there = new[*found];
                !self.taken[*found]
                    && there.rule == old[at].rule
                    && there.sheet == old[at].sheet
                    && there.cell.is_some_and(|there| there.column == cell.column && i64::from(there.row) == i64::from(cell.row) + moved)
            });
            if let Some(found) = found {
                self.of_old[at] = Some(found);
                self.taken[found] = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding;
    use crate::model::Address;

    fn at(row: u32, raw: &str) -> Finding {
        let mut finding = Finding::new(&finding::TIME_UNREAD).on_sheet(&"a.xlsx".into(), &"KH".into()).raw(raw).field("Thời gian");
        finding.cell = Some(Address::new(row, 5));
        finding
    }

    /// How many of the old are still there, and how many of the new are new.
    fn left(old: &[Finding], new: &[Finding]) -> (usize, usize) {
        let (old, new): (Vec<&Finding>, Vec<&Finding>) = (old.iter().collect(), new.iter().collect());
        let still = matched(&old, &new).iter().flatten().count();
        (still, new.len() - still)
    }

    #[test]
    fn a_fault_is_the_same_where_rows_were_put_in_above_it() {
        let old = [at(5, "sớm"), at(6, "sớm"), at(9, "mai")];
        assert_eq!(left(&old, &[at(7, "sớm"), at(8, "sớm"), at(11, "mai")]), (3, 0));
        assert_eq!(left(&old, &[at(8, "sớm")]), (1, 0));
        assert_eq!(left(&old, &[at(5, "sớm"), at(6, "sớm"), at(9, "mai"), at(12, "mai")]), (3, 1));
    }

    #[test]
    fn a_cell_changed_and_still_wrong_is_still_open() {
        let old = [at(5, "sớm"), at(9, "mai")];
        assert_eq!(left(&old, &[at(7, "sớm"), at(11, "mốt")]), (2, 0));
        assert_eq!(left(&old, &[at(9, "mốt")]), (1, 0));
        assert_eq!(left(&old, &[at(20, "mốt")]), (0, 1));
    }

    #[test]
    fn another_fault_in_the_same_cell_is_new() {
        let mut other = at(5, "sớm");
        other.rule = &finding::TIME_REPAIRED;
        assert_eq!(left(&[at(5, "sớm")], &[other]), (0, 1));
    }
}
