//! All tables of a file read → its part of the reading: which forms it holds, which schools have reported with it, and what state it has.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{File, who};
use crate::finding::{self, Finding};
use crate::model::{Declaration, ReceivedFrom, School, State, Submission};
use crate::read::grid::Workbook;
use crate::read::{record, table};
use crate::reading::Reading;

impl File<'_> {
    /// Schools whose tables hold no row, and of which no line says anything either.
    fn silent(&self) -> BTreeSet<String> {
        let reading = &self.reading;
        let declared = reading.declarations.iter().map(|row| match row {
            Declaration::CriteriaMet { school_id, .. } | Declaration::SchoolLevel { school_id, .. } => school_id,
        });
        let rows = reading.actions.iter().map(|row| &row.school_id).chain(reading.reports.iter().map(|row| &row.school_id));
        let rows =
            rows.chain(reading.assessments.iter().map(|row| &row.school_id)).chain(reading.evidence.iter().map(|row| &row.school_id));
        let speak: BTreeSet<&String> = rows.chain(declared).chain(&self.filled).collect();
        self.schools.keys().filter(|id| !speak.contains(id)).cloned().collect()
    }

    /// The school of the register that stands above everything else, of a file in which nothing of ours was found: it has sent something.
    fn school_of_letterhead(&self, workbook: &Workbook) -> Option<School> {
        const MOST_ROWS: usize = 10;
        const FEWEST_CELLS_OF_A_TABLE: usize = 3;
        workbook.grids.iter().find_map(|grid| {
            let above = grid.rows.iter().take(MOST_ROWS).position(|row| row.cells.len() >= FEWEST_CELLS_OF_A_TABLE);
            let lines = table::lines(&grid.rows[..above.unwrap_or(grid.rows.len().min(MOST_ROWS))]);
            who::school(self.name, &lines, None, self.context).school.filter(|school| school.registered)
        })
    }

    pub(super) fn finish(mut self, sha256: String, workbook: &Workbook) -> Reading {
        self.schools_apart();
        let placed = record::place_tasks(&mut self.reading.actions, &self.improved, &self.problems);
        // Work that found its criterion in part IV is not without one.
        self.reading.findings.retain(|finding| {
            finding.rule != &finding::TASK_WITHOUT_CRITERION || !placed.cells.contains(&(finding.sheet.clone(), finding.cell))
        });
        self.reading.findings.extend(placed.findings);
        let silent = self.silent();
        let counted = !self.forms.is_empty() && (self.schools.is_empty() || silent.len() < self.schools.len());
        if counted {
            // A sheet for each school, as the office handed them out: whose sheet is empty has not reported with it.
            self.schools.retain(|id, _| !silent.contains(id));
        }
        if !counted && (self.unfilled || !silent.is_empty()) {
            self.reading.findings.push(Finding::new(&finding::FILE_UNFILLED).in_file(self.name));
        } else if !counted && !self.refused {
            self.reading.findings.push(Finding::new(&finding::NO_TABLE).in_file(self.name));
        }
        let known = || who::school_of_file(self.name, self.context).or_else(|| self.school_of_letterhead(workbook));
        if self.schools.is_empty()
            && let Some(school) = known()
        {
            self.schools.insert(school.id.clone(), school);
        }
        if let [school] = self.schools.keys().collect::<Vec<_>>()[..] {
            for finding in self.reading.findings.iter_mut().filter(|finding| finding.school_id.is_none()) {
                finding.school_id = Some(school.clone());
            }
        }
        self.reading.submissions.push(Submission {
            file: Arc::clone(self.name),
            sha256,
            school_ids: self.schools.keys().cloned().collect(),
            forms: self.forms,
            received_on: workbook.modified,
            received_from: if workbook.modified.is_some() { ReceivedFrom::Document } else { ReceivedFrom::None },
            state: if counted { State::Accepted } else { State::Rejected },
        });
        self.reading.schools = self.schools.into_values().collect();
        self.reading
    }
}
