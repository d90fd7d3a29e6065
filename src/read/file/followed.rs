//! Results that a plan's part VI tells of its works in their own words: "Cuối học kỳ I | Trồng rừng | Chưa trồng vì hạn hán".
//!
//! What it follows in other words, "Tiến độ mua sách, số lượt mượn", is of no one work and counts for nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::File;
use crate::finding::{self, Finding};
use crate::form::{Field, Form};
use crate::model::{FormKind, Origin, Period, Status};
use crate::phrase;
use crate::read::grid::Grid;
use crate::read::record::Taken;
use crate::read::rows::{Line, LogicalRow};
use crate::text;

impl File<'_> {
    /// Gives the works above that say nothing of themselves what stands beside their words; of two times the later one that is reported on.
    pub(super) fn followed(&mut self, grid: &Grid, form: &Form, lines: &[Line], taken: &mut Taken, school_id: &str) {
        if form.kind != FormKind::FollowUp {
            return;
        }
        let period = self.context.period;
        let rows = lines.iter().filter_map(|line| if let Line::Data(row) = line { Some(row) } else { None });
        let told = rows.filter(|row| !phrase::status::is_nothing(row.text(Field::Outcome)) && !is_to_come(row, period));
        let (mut found, mut left, mut first) = (BTreeSet::new(), 0, None);
        for row in told {
            let words = text::fold(row.text(Field::Content));
            let open = |at: &usize, status: Status| status == Status::NoReport || found.contains(at);
            let works = self.reading.actions.iter().enumerate().filter(|(_, action)| action.school_id == school_id);
            let mut same = works.filter(|(at, action)| open(at, action.status) && !words.is_empty() && text::fold(&action.task) == words);
            let (Some(at), None) = (same.next().map(|(at, _)| at), same.next()) else {
                left += 1;
                continue;
            };
            let Some(piece) = row.pieces.get(&Field::Outcome) else { continue };
            let Some(read) = phrase::status::state(&piece.text) else {
                left += 1;
                continue;
            };
            let action = &mut self.reading.actions[at];
            (action.status, action.late_stated) = (read.status, read.late_stated);
            action.done_text.clone_from(&piece.text);
            action.result_origin = Some(Origin { file: Arc::clone(self.name), sheet: Arc::clone(&grid.name), cell: piece.address });
            first = first.or(Some(piece.address));
            found.insert(at);
        }
        if found.is_empty() {
            return;
        }
        taken.reading.findings.retain(|told| told.rule != &finding::FORM_NOT_COUNTED);
        let told = Finding::new(&finding::RESULTS_FOLLOWED).of_school(school_id).with("count", found.len()).with("left", left);
        self.on_sheet(grid, Finding { cell: first, ..told });
    }
}

/// "Cuối năm học", where the first half of the year is reported on.
fn is_to_come(row: &LogicalRow, period: Option<Period>) -> bool {
    let time = text::fold(row.text(Field::Time));
    period == Some(Period::Hk1) && time.contains("nam hoc") && !time.contains("hoc ky i ")
}
