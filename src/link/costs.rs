//! Planned works and the results joined to them in, where their costs differ out. What counts is the plan's.

use std::collections::BTreeMap;

use super::strangers::{Sheet, sheet_of};
use crate::finding::{self, Finding};
use crate::model::{Action, Report};

/// By school and the sheet of its results: how many works cost otherwise there, and a sheet of the plan.
#[derive(Default)]
pub(super) struct Costs {
    differ: BTreeMap<(String, Sheet), (usize, Sheet)>,
}

impl Costs {
    /// Before the result is joined.
    pub fn compare(&mut self, action: &Action, report: &Report) {
        let (planned, reported) = (action.cost.amount_vnd.unwrap_or(0), report.cost.amount_vnd);
        if reported.is_some_and(|reported| reported != planned) {
            let of = (report.school_id.clone(), sheet_of(&report.origin));
            self.differ.entry(of).or_insert_with(|| (0, sheet_of(&action.origin))).0 += 1;
        }
    }

    pub fn told(self) -> impl Iterator<Item = Finding> {
        self.differ.into_iter().map(|((school, (file, sheet)), (count, plan))| {
            let told = Finding::new(&finding::LIST_COSTS_DIFFER).on_sheet(&file, &sheet).of_school(&school);
            told.with("count", count).with("plan", format!("[{}]{}", plan.0, plan.1))
        })
    }
}
