//! Forms with the work of an earlier report printed in: whether a school wrote into them, and what counts of a plan it left as it was.

use crate::finding::{self, Finding};
use crate::form::Printed;
use crate::model::{FormKind, Status};
use crate::read::record::Taken;
use crate::read::rows::Line;
use crate::read::table::Table;

use super::File;

/// A plan as it was handed out. Whether its school reports with it is known only when the whole file is read.
pub(super) struct PrintedPlan {
    pub taken: Taken,
    /// What is said of it where the file holds nothing else.
    pub unfilled: Finding,
}

/// Whether the rows of a table hold what was printed into them, word for word.
pub(super) fn is_untouched(table: &Table<'_>, lines: &[Line], printed: Option<&Printed>) -> bool {
    let Some(printed) = printed else { return false };
    let rows = lines.iter().filter_map(Line::data).flat_map(|row| &row.rows);
    let cells = rows.filter_map(|row| table.row(*row)).flat_map(|row| &row.cells);
    let covered = cells.filter(|cell| table.header.field_at(cell.column).is_none_or(Printed::covers));
    Printed::of(covered.map(|cell| cell.text.as_str())).as_ref() == Some(printed)
}

impl File<'_> {
    /// A plan that goes on unchanged counts beside a form that was filled in; alone it says only that the file was sent back.
    /// The progress printed into it is that of the last report and counts in neither case.
    pub(super) fn printed_plans(&mut self) {
        let reported = !self.forms.is_empty();
        for plan in std::mem::take(&mut self.printed) {
            if !reported {
                self.unfilled = true;
                self.reading.findings.push(plan.unfilled);
                continue;
            }
            let mut taken = plan.taken;
            let mut told_before = 0;
            for action in taken.reading.actions.iter_mut().filter(|action| action.status != Status::NoReport) {
                action.status = Status::NoReport;
                action.result_origin = None;
                for text in [&mut action.done_text, &mut action.ongoing_text, &mut action.not_started_text] {
                    text.clear();
                }
                told_before += 1;
            }
            if told_before > 0 {
                let told = Finding { rule: &finding::PROGRESS_PRINTED, ..plan.unfilled };
                self.reading.findings.push(told.with("count", told_before));
            }
            self.take(FormKind::Plan, taken);
        }
    }
}
