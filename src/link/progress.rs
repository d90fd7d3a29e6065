//! A list of works with how far each has come, in the columns of a plan, beside the plan of another sheet that has the same works: its rows out as
//! results of that plan. As the newer plan, a list without times or costs would leave nothing due and nothing to pay, and one called a report
//! would put off in silence what it has another time for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::strangers::{Sheet, sheet_of, speaks_of};
use super::wording::written_out;
use crate::finding::{self, Finding};
use crate::model::{Action, FormKind, Report, SchoolYear, Status, Window};
use crate::reading::Reading;

/// The works of one school on one part of a sheet.
#[derive(Default)]
struct Works {
    words: Vec<String>,
    told: usize,
    timed: usize,
    costed: usize,
    /// The sheet is called a report.
    reports: bool,
}

impl Works {
    fn take(&mut self, row: &Action) {
        self.words.push(written_out(&row.task));
        self.costed += usize::from(!row.cost_text.is_empty());
        self.told += usize::from(row.status != Status::NoReport);
        self.timed += usize::from(!row.time_text.is_empty());
    }

    fn half(&self) -> usize {
        self.words.len().div_ceil(2)
    }

    /// Whether `list` says how far these works have come, and lacks what these have, or is called a report on them.
    fn is_reported_by(&self, list: &Works) -> bool {
        let lacks = |own: usize, other: usize| own >= self.half() && other == 0;
        let adds = |own: usize, other: usize| own == 0 && other > 0;
        let is_list = lacks(self.timed, list.timed) || lacks(self.costed, list.costed) || list.reports && !self.reports;
        self.told == 0
            && list.told >= list.half()
            && is_list
            && !adds(self.timed, list.timed)
            && !adds(self.costed, list.costed)
            && speaks_of(&self.words, &list.words)
    }
}

/// Tables of one sheet that are called reports, or those that are not: a report may stand below its plan.
type Part = (Sheet, bool);

/// By sheet the plans there, by the first row of their titles, and whether each is called a report.
struct Parts(BTreeMap<Sheet, BTreeMap<u32, bool>>);

impl Parts {
    fn of(reading: &Reading) -> Self {
        let mut parts: BTreeMap<Sheet, BTreeMap<u32, bool>> = BTreeMap::new();
        for table in reading.stated.iter().filter(|table| table.form == FormKind::Plan) {
            parts.entry((Arc::clone(&table.file), Arc::clone(&table.sheet))).or_default().insert(table.row, table.reports);
        }
        Parts(parts)
    }

    fn part(&self, sheet: Sheet, row: u32) -> Part {
        let above = self.0.get(&sheet).and_then(|tables| tables.range(..=row).next_back());
        let reports = above.is_some_and(|(_, reports)| *reports);
        (sheet, reports)
    }

    fn of_row(&self, row: &Action) -> Part {
        self.part(sheet_of(&row.origin), row.origin.cell.row)
    }
}

/// Makes results of the rows of such lists.
pub(super) fn lists(reading: &mut Reading, year: SchoolYear) {
    let of_other_year: BTreeSet<Sheet> = reading
        .stated
        .iter()
        .filter(|table| table.form == FormKind::Plan && table.year.is_some_and(|stated| stated != year))
        .map(|table| (Arc::clone(&table.file), Arc::clone(&table.sheet)))
        .collect();
    let parts = Parts::of(reading);
    let mut works: BTreeMap<&str, BTreeMap<Part, Works>> = BTreeMap::new();
    for row in &reading.actions {
        let part = parts.of_row(row);
        if !of_other_year.contains(&part.0) {
            let reports = part.1;
            let of_part = works.entry(&row.school_id).or_default().entry(part).or_default();
            of_part.reports = reports;
            of_part.take(row);
        }
    }
    let mut lists: BTreeMap<(String, Part), Finding> = BTreeMap::new();
    for (school, parts) in &works {
        for (list, told) in parts.iter().filter(|(_, told)| told.told > 0) {
            let plan = parts.iter().find(|(plan, works)| *plan != list && works.is_reported_by(told));
            if let Some((((file, sheet), _), _)) = plan {
                let ((list_file, list_sheet), _) = list;
                let finding = Finding::new(&finding::LIST_IS_RESULT).on_sheet(list_file, list_sheet).of_school(school);
                let finding = finding.with("count", told.words.len()).with("plan", format!("[{file}]{sheet}"));
                lists.insert(((*school).to_owned(), list.clone()), finding);
            }
        }
    }
    if lists.is_empty() {
        return;
    }
    let is_list = |row: &Action| lists.contains_key(&(row.school_id.clone(), parts.of_row(row)));
    let (results, plans): (Vec<Action>, Vec<Action>) = std::mem::take(&mut reading.actions).into_iter().partition(is_list);
    reading.actions = plans;
    reading.reports.extend(results.into_iter().map(as_result));
    let is_there = |file: &Arc<str>, sheet: &Arc<str>, row: u32| {
        let part = parts.part((Arc::clone(file), Arc::clone(sheet)), row);
        lists.keys().any(|(_, list)| *list == part)
    };
    for table in reading.stated.iter_mut().filter(|table| table.form == FormKind::Plan && is_there(&table.file, &table.sheet, table.row)) {
        table.form = FormKind::Result;
    }
    for submission in &mut reading.submissions {
        if lists.keys().any(|(_, ((file, _), _))| *file == submission.file) {
            submission.forms.insert(FormKind::Result);
        }
    }
    // Its times are those of the plan now.
    reading.findings.retain(|told| {
        let row = told.cell.map_or(0, |cell| cell.row);
        let there = told.file.as_ref().zip(told.sheet.as_ref()).is_some_and(|(file, sheet)| is_there(file, sheet, row));
        !(told.rule == &finding::PLAN_WITHOUT_TIMES && there)
    });
    reading.findings.extend(lists.into_values());
}

fn as_result(row: Action) -> Report {
    let said_at = row.result_origin.filter(|said| said.sheet == row.origin.sheet && said.file == row.origin.file).map(|said| said.cell);
    Report {
        school_id: row.school_id,
        framework: row.framework,
        standard: row.standard,
        criterion: row.criterion,
        level_band: row.level_band,
        planned: row.task,
        adjusted: row.adjusted,
        done_text: row.done_text,
        ongoing_text: row.ongoing_text,
        not_started_text: row.not_started_text,
        note: row.note,
        lead: row.lead,
        time_text: row.time_text,
        window: row.window,
        cost_text: row.cost_text,
        cost: row.cost,
        done_at: Window::default(),
        said_at,
        status: row.status,
        late_stated: row.late_stated,
        origin: row.origin,
    }
}
