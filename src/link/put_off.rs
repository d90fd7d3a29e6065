//! The works of a school before some of its files were set aside, and those it planned for the first half, in; work whose due day has passed by
//! the earlier plan and not by the one that counts out: a due day put off takes work off the list of what is overdue.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};

use super::Context;
use super::wording::written_out;
use crate::finding::{self, Finding};
use crate::model::{Action, Criterion, Status, day_shown};
use crate::reading::Reading;

/// School, criterion and the words of a work.
type Work = (String, Option<Criterion>, String);

/// When each work was due in every plan that was sent.
pub(super) struct Planned(BTreeMap<Work, BTreeSet<Date>>);

impl Planned {
    /// The works as they were read, before versions are told apart.
    pub(super) fn of(reading: &Reading) -> Planned {
        let mut planned = Planned(BTreeMap::new());
        planned.take(&reading.actions);
        planned
    }

    fn take(&mut self, actions: &[Action]) {
        for action in actions {
            if let Some(due) = action.window.due.filter(|_| !action.task.is_empty()) {
                self.0.entry(work(action)).or_default().insert(due);
            }
        }
    }

    /// Tells, once a school, of the unfinished works that were due before the deadline and are due later now.
    pub(super) fn told(mut self, reading: &mut Reading, context: &Context<'_>) {
        if let Some(first_half) = context.first_half {
            self.take(&first_half.actions);
        }
        let mut counted: BTreeMap<Work, BTreeSet<Date>> = BTreeMap::new();
        for action in &reading.actions {
            counted.entry(work(action)).or_default().extend(action.window.due);
        }
        let opening = date(context.year.first(), 8, 1);
        let mut put_off: BTreeMap<&str, Vec<(&Action, Date)>> = BTreeMap::new();
        for action in reading.actions.iter().filter(|action| action.status != Status::Completed) {
            let Some(now) = action.window.due.filter(|due| *due > context.deadline) else { continue };
            let work = work(action);
            let here = &counted[&work];
            // Work that the plan has twice is due twice; and last year's plan was due last year.
            let passed = |due: &Date| *due >= opening && *due < context.deadline && *due < now && !here.contains(due);
            let before = self.0.get(&work).and_then(|told| told.iter().copied().rfind(passed));
            if let Some(before) = before {
                put_off.entry(&action.school_id).or_default().push((action, before));
            }
        }
        let mut findings = Vec::new();
        for (school, mut works) in put_off {
            works.sort_by_key(|(action, _)| &action.origin);
            let (action, before) = works[0];
            let cells: Vec<String> = works.iter().map(|(action, _)| format!("{}!{}", action.origin.sheet, action.origin.cell)).collect();
            let now = action.window.due.map_or_else(String::new, day_shown);
            let told = Finding::new(&finding::DUE_PUT_OFF).at(&action.origin).of_school(school).raw(&action.task);
            findings
                .push(told.with("count", works.len()).with("cells", cells.join(", ")).with("before", day_shown(before)).with("now", now));
        }
        reading.findings.extend(findings);
    }
}

fn work(action: &Action) -> Work {
    (action.school_id.clone(), action.criterion, written_out(&action.task))
}
