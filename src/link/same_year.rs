//! Results of a school that sent no plan this time in; beside them the plan it sent for the first half of the same school year out.
//!
//! The form of results has no dates: what is overdue, by whom and for how much only the plan says, and schools send it once a year.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::finding::{self, Finding};
use crate::model::{Action, Origin, Status};
use crate::reading::Reading;

/// Takes the works that were planned earlier in the year into the reading of every school that reports results and plans nothing.
/// What was completed then keeps what was said of it, until this time's results say otherwise.
pub(super) fn plans(reading: &mut Reading, earlier: &Reading) {
    let with_plan: BTreeSet<&str> = reading.actions.iter().map(|action| action.school_id.as_str()).collect();
    let reporting: BTreeSet<String> =
        reading.reports.iter().map(|report| &report.school_id).filter(|school| !with_plan.contains(school.as_str())).cloned().collect();
    for school in reporting {
        let planned: Vec<&Action> = earlier.actions.iter().filter(|action| action.school_id == school && is_planned(action)).collect();
        if planned.is_empty() {
            continue;
        }
        let files: BTreeSet<&str> = planned.iter().map(|action| action.origin.file.as_ref()).collect();
        let told = Finding::new(&finding::PLAN_OF_FIRST_HALF).of_school(&school).with("count", planned.len());
        reading.findings.push(told.with("files", files.into_iter().collect::<Vec<_>>().join(", ")));
        reading.actions.extend(planned.into_iter().map(carried));
    }
}

/// Whether a plan names the work; a row of results that none does has no place of its own.
fn is_planned(action: &Action) -> bool {
    action.result_origin.as_ref() != Some(&action.origin)
}

fn carried(action: &Action) -> Action {
    // A file of this time may have the same name.
    let of_then = |origin: &Origin| Origin { file: Arc::from(format!("{} (kỳ trước)", origin.file)), ..origin.clone() };
    let work = Action { origin: of_then(&action.origin), result_origin: action.result_origin.as_ref().map(of_then), ..action.clone() };
    if work.status == Status::Completed {
        return work;
    }
    Action {
        done_text: String::new(),
        ongoing_text: String::new(),
        not_started_text: String::new(),
        reported_time: String::new(),
        status: Status::NoReport,
        late_stated: false,
        result_origin: None,
        ..work
    }
}
