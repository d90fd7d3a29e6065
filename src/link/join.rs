//! Result rows → the plan rows they speak of: same school, same criterion, same wording; what is left stands alone.
//!
//! One row may speak for several: a result that lists the works of the plan, a plan whose works are reported one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::closest;
use super::costs::Costs;
use super::dated;
use super::reported::{alone, keep_under_way, report_on, together};
use super::wording::{is_within, items, written_out};
use crate::finding::{self, Finding};
use crate::model::{Action, Cost, Criterion, FormKind, Report, State, Status, day_shown};
use crate::phrase;
use crate::reading::Reading;
use crate::text;

/// Word for word.
const EXACTLY: f64 = 1.0;
/// From this likeness of wording on, two rows speak of the same work.
const SAME: f64 = 0.72;
/// Below this likeness the joining is told.
const SURELY_SAME: f64 = 0.86;
/// Where one row is left on each side, this much is enough, and said.
const LOOSELY_SAME: f64 = 0.66;
/// Without the criterion to hold on to, the wording must agree almost to the letter.
const SAME_WITHOUT_CRITERION: f64 = 0.9;

/// File, sheet and row.
type Place = (Arc<str>, Arc<str>, u32);

/// The places of actions and of reports that may speak of the same work.
type Group = (Vec<usize>, Vec<usize>);

/// Joins every report; what finds no plan row becomes an action of its own.
pub(super) fn results(reading: &mut Reading, deadline: Date) {
    let mut reports: Vec<Option<Report>> = std::mem::take(&mut reading.reports).into_iter().map(Some).collect();
    reports.sort_by(|a, b| {
        a.as_ref().map(|report| (&report.school_id, &report.origin)).cmp(&b.as_ref().map(|report| (&report.school_id, &report.origin)))
    });
    reading.actions.sort_by(|a, b| (&a.school_id, &a.origin, a.criterion).cmp(&(&b.school_id, &b.origin, b.criterion)));
    let mut joiner = Joiner {
        wordings: reading.actions.iter().map(wordings).collect(),
        planned: reports.iter().map(|report| report.as_ref().map(planned).unwrap_or_default()).collect(),
        joined: vec![false; reading.actions.len()],
        placed: BTreeSet::new(),
        costs: Costs::default(),
        findings: Vec::new(),
        deadline,
    };
    let mut by_key: BTreeMap<(String, Option<Criterion>), Group> = BTreeMap::new();
    for (at, action) in reading.actions.iter().enumerate() {
        by_key.entry((action.school_id.clone(), action.criterion)).or_default().0.push(at);
    }
    for (at, report) in reports.iter().enumerate() {
        if let Some(report) = report {
            by_key.entry((report.school_id.clone(), report.criterion)).or_default().1.push(at);
        }
    }
    for (actions, of) in by_key.values_mut() {
        in_time(actions, &reading.actions);
        joiner.by_wording(actions, of, EXACTLY, &mut reading.actions, &mut reports);
        joiner.works_in_one_report(actions, of, &mut reading.actions, &mut reports);
        joiner.reports_of_one_work(actions, of, &mut reading.actions, &mut reports);
        joiner.closest(actions, of, &mut reading.actions, &mut reports);
        joiner.by_wording(actions, of, SAME, &mut reading.actions, &mut reports);
        joiner.in_order(actions, of, &mut reading.actions, &mut reports);
        joiner.last_pair(actions, of, &mut reading.actions, &mut reports);
    }
    joiner.across_criteria(&mut reading.actions, &mut reports);
    joiner.in_words_alone(&mut reading.actions, &mut reports);
    // A row that found its work has the criterion of that work.
    reading.findings.retain(|told| !(is_without_criterion(told) && place_of(told).is_some_and(|place| joiner.placed.contains(&place))));
    let with_plan: BTreeSet<String> = reading.actions.iter().map(|action| action.school_id.clone()).collect();
    let with_result = schools_with_result(reading);
    for (action, joined) in reading.actions.iter().zip(&joiner.joined) {
        if !joined && action.status == Status::NoReport && with_result.contains(&action.school_id) {
            joiner
                .findings
                .push(Finding::new(&finding::PLAN_WITHOUT_RESULT).at(&action.origin).of_school(&action.school_id).raw(&action.task));
        }
    }
    for report in reports.into_iter().flatten() {
        let unsaid = report.planned.is_empty() && report.adjusted.is_empty();
        let rule = if unsaid { &finding::RESULT_WITHOUT_WORK } else { &finding::RESULT_WITHOUT_PLAN };
        if unsaid || with_plan.contains(&report.school_id) {
            let due = report.window.due.map_or_else(|| "không có hạn".to_owned(), |due| format!("hạn {} theo dòng này", day_shown(due)));
            let told = Finding::new(rule).at(&report.origin).of_school(&report.school_id).raw(&report.planned);
            joiner.findings.push(told.with("due", due));
        }
        joiner.findings.extend(dated::done_in_future(&report, deadline));
        let mut action = alone(report);
        keep_under_way(&mut action, deadline);
        reading.actions.push(action);
    }
    reading.findings.extend(joiner.findings);
    reading.findings.extend(joiner.costs.told());
}

/// Within a sheet work stands in its order; of several sheets the earlier work comes first, and has the earlier result.
fn in_time(actions: &mut [usize], all: &[Action]) {
    let sheet = |at: usize| (&all[at].origin.file, &all[at].origin.sheet);
    if actions.iter().any(|at| sheet(*at) != sheet(actions[0])) {
        actions.sort_by_key(|at| all[*at].window.due.unwrap_or(Date::MAX));
    }
}

fn schools_with_result(reading: &Reading) -> BTreeSet<String> {
    reading
        .submissions
        .iter()
        .filter(|submission| submission.state == State::Accepted && submission.forms.contains(&FormKind::Result))
        .flat_map(|submission| submission.school_ids.iter().cloned())
        .collect()
}

struct Joiner {
    /// Folded wordings of each action: the work, the target, both.
    wordings: Vec<Vec<String>>,
    /// Folded wording of each report.
    planned: Vec<String>,
    joined: Vec<bool>,
    /// Rows of reports that name no criterion and were joined to work that does.
    placed: BTreeSet<Place>,
    costs: Costs,
    findings: Vec<Finding>,
    /// The last day on which results of this period are told.
    deadline: Date,
}

impl Joiner {
    /// Pairs by falling likeness; equal likeness by the order of the rows.
    fn by_wording(&mut self, actions: &[usize], of: &[usize], least: f64, all: &mut [Action], reports: &mut [Option<Report>]) {
        let mut pairs: Vec<(f64, f64, usize, usize)> = Vec::new();
        for (order, &action) in actions.iter().enumerate() {
            for (report_order, &report) in of.iter().enumerate() {
                if reports[report].is_none() || self.joined[action] {
                    continue;
                }
                let score = if least >= EXACTLY { self.is_exactly(action, report) } else { self.likeness(action, report) };
                if score >= least {
                    pairs.push((score - (order.abs_diff(report_order)) as f64 * 1e-6, score, action, report));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)).then(a.3.cmp(&b.3)));
        for (_, score, action, report) in pairs {
            if least < EXACTLY && self.is_of_another(action, report, actions) {
                continue;
            }
            if !self.joined[action] && reports[report].is_some() && !self.is_surely(action, report, score) {
                self.tell_loose(action, report, "lời văn gần giống", all, reports);
            }
            self.join(action, report, all, reports);
        }
    }

    /// Whether two rows of this likeness need no word: nothing is said in one that is not in the other.
    fn is_surely(&self, action: usize, report: usize, likeness: f64) -> bool {
        let result = &self.planned[report];
        let is_same = |wording: &String| is_within(wording, result) && !closest::is_another_deed(wording, result);
        likeness >= SURELY_SAME && self.wordings[action].iter().any(is_same)
    }

    /// Whether the report names another thing of the same kind than the work does, or nothing of what tells it apart from one beside it.
    fn is_of_another(&self, action: usize, report: usize, actions: &[usize]) -> bool {
        let task = |action: usize| self.wordings[action].first().map_or("", String::as_str);
        let others = actions.iter().filter(|other| **other != action).map(|other| task(*other));
        !self.wordings[action].contains(&self.planned[report]) && closest::may_be_of_another(task(action), others, &self.planned[report])
    }

    /// A result that lists works which the plan has row by row: it speaks for each of them.
    fn works_in_one_report(&mut self, actions: &[usize], of: &[usize], all: &mut [Action], reports: &mut [Option<Report>]) {
        for &at in of {
            let Some(report) = &reports[at] else { continue };
            let left: Vec<usize> = actions.iter().copied().filter(|action| !self.joined[*action]).collect();
            let mut works = matching(&items(&report.planned), left.iter().copied(), |action| &self.wordings[action]);
            if works.len() < 2 {
                let wordings: Vec<&str> = left.iter().map(|action| self.wordings[*action].first().map_or("", String::as_str)).collect();
                works = closest::all_told(&wordings, &self.planned[at]).into_iter().map(|place| left[place]).collect();
            }
            if works.len() < 2 {
                continue;
            }
            let Some(report) = reports[at].take() else { continue };
            self.findings.push(
                Finding::new(&finding::RESULT_FOR_SEVERAL)
                    .at(&report.origin)
                    .of_school(&report.school_id)
                    .raw(&report.planned)
                    .with("count", works.len()),
            );
            for action in works {
                self.joined[action] = true;
                self.place(&all[action], &report);
                // What all of them cost is the cost of none.
                self.report_on(&mut all[action], Report { cost: Cost::default(), ..report.clone() });
            }
        }
    }

    /// A plan row that lists works which are reported row by row: it has come as far as they have together.
    fn reports_of_one_work(&mut self, actions: &[usize], of: &[usize], all: &mut [Action], reports: &mut [Option<Report>]) {
        for &action in actions {
            if self.joined[action] {
                continue;
            }
            let open = of.iter().copied().filter(|report| reports[*report].is_some());
            let parts = matching(&items(&all[action].task), open, |report| std::slice::from_ref(&self.planned[report]));
            if parts.len() < 2 {
                continue;
            }
            let parts: Vec<Report> = parts.into_iter().filter_map(|at| reports[at].take()).collect();
            let count = parts.len();
            let Some(whole) = parts.into_iter().reduce(together) else { continue };
            self.findings.push(
                Finding::new(&finding::RESULTS_OF_ONE)
                    .at(&whole.origin)
                    .of_school(&whole.school_id)
                    .raw(&all[action].task)
                    .with("count", count)
                    .with("status", whole.status.title().to_lowercase()),
            );
            self.joined[action] = true;
            self.report_on(&mut all[action], whole);
        }
    }

    /// As many results as works are left, and none repeats the wording of the plan: they follow each other as the plan does.
    fn in_order(&mut self, actions: &[usize], of: &[usize], all: &mut [Action], reports: &mut [Option<Report>]) {
        let left: Vec<usize> = actions.iter().copied().filter(|action| !self.joined[*action] && all[*action].criterion.is_some()).collect();
        let open: Vec<usize> = of.iter().copied().filter(|report| reports[*report].is_some()).collect();
        if left.len() < 2 || left.len() != open.len() || !open.iter().all(|report| self.planned[*report].is_empty()) {
            return;
        }
        for (action, report) in left.into_iter().zip(open) {
            self.tell_loose(action, report, "cùng tiêu chí và cùng thứ tự", all, reports);
            self.join(action, report, all, reports);
        }
    }

    /// One plan row and one result row left under the same criterion.
    fn last_pair(&mut self, actions: &[usize], of: &[usize], all: &mut [Action], reports: &mut [Option<Report>]) {
        let left: Vec<usize> = actions.iter().copied().filter(|action| !self.joined[*action]).collect();
        let open: Vec<usize> = of.iter().copied().filter(|report| reports[*report].is_some()).collect();
        let ([action], [report]) = (&left[..], &open[..]) else { return };
        let (action, report) = (*action, *report);
        if all[action].criterion.is_none() {
            return;
        }
        let score = self.likeness(action, report);
        let is_other = || score < LOOSELY_SAME || self.is_of_another(action, report, actions);
        if !self.planned[report].is_empty() && is_other() {
            return;
        }
        self.tell_loose(action, report, "cùng tiêu chí và mỗi bên chỉ còn một dòng", all, reports);
        self.join(action, report, all, reports);
    }

    fn tell_loose(&mut self, action: usize, report: usize, why: &str, all: &[Action], reports: &[Option<Report>]) {
        let Some(open) = &reports[report] else { return };
        self.findings.push(
            Finding::new(&finding::RESULT_LINKED_LOOSELY)
                .at(&open.origin)
                .of_school(&open.school_id)
                .raw(&open.planned)
                .with("task", &all[action].task)
                .with("why", why),
        );
    }

    /// Plan rows that name no criterion, and result rows whose criterion the plan does not have.
    fn across_criteria(&mut self, all: &mut [Action], reports: &mut [Option<Report>]) {
        let mut by_school: BTreeMap<String, Group> = BTreeMap::new();
        for (at, action) in all.iter().enumerate().filter(|(at, action)| !self.joined[*at] && action.criterion.is_none()) {
            by_school.entry(action.school_id.clone()).or_default().0.push(at);
        }
        for (at, report) in reports.iter().enumerate() {
            if let Some(report) = report {
                by_school.entry(report.school_id.clone()).or_default().1.push(at);
            }
        }
        for (actions, of) in by_school.values() {
            self.by_wording(actions, of, SAME_WITHOUT_CRITERION, all, reports);
        }
    }

    /// Result rows that name no criterion, and work in the same words under any. Where the plan has such work more often than the
    /// report, the first of it is taken, and told.
    fn in_words_alone(&mut self, all: &mut [Action], reports: &mut [Option<Report>]) {
        let mut by_school: BTreeMap<String, Group> = BTreeMap::new();
        for (at, report) in reports.iter().enumerate() {
            if let Some(report) = report.as_ref().filter(|report| report.criterion.is_none() && !self.planned[at].is_empty()) {
                by_school.entry(report.school_id.clone()).or_default().1.push(at);
            }
        }
        for (at, action) in all.iter().enumerate().filter(|(at, _)| !self.joined[*at]) {
            if let Some((actions, _)) = by_school.get_mut(&action.school_id) {
                actions.push(at);
            }
        }
        for (actions, of) in by_school.values() {
            for &report in of {
                let same: Vec<usize> =
                    actions.iter().copied().filter(|action| !self.joined[*action] && self.is_exactly(*action, report) >= EXACTLY).collect();
                let rivals = of.iter().filter(|other| reports[**other].is_some() && self.planned[**other] == self.planned[report]).count();
                if same.len() > rivals {
                    self.tell_loose(same[0], report, "cùng lời văn, nhưng kế hoạch có việc ấy ở nhiều tiêu chí", all, reports);
                    self.join(same[0], report, all, reports);
                }
            }
            self.works_in_one_report(actions, of, all, reports);
            self.closest(actions, of, all, reports);
            self.by_wording(actions, of, SAME_WITHOUT_CRITERION, all, reports);
        }
    }

    /// What is left on both sides, where the words of one work and of no other come closest to those of the result.
    fn closest(&mut self, actions: &[usize], of: &[usize], all: &mut [Action], reports: &mut [Option<Report>]) {
        let open: Vec<usize> = of.iter().copied().filter(|report| reports[*report].is_some()).collect();
        let left: Vec<usize> = actions.iter().copied().filter(|action| !self.joined[*action]).collect();
        let works: Vec<&str> = left.iter().map(|action| self.wordings[*action].first().map_or("", String::as_str)).collect();
        let results: Vec<&str> = open.iter().map(|report| self.planned[*report].as_str()).collect();
        for (work, result) in closest::pairs(&works, &results) {
            if !self.is_surely(left[work], open[result], self.likeness(left[work], open[result])) {
                self.tell_loose(left[work], open[result], "lời văn gần việc này nhất, xa các việc khác", all, reports);
            }
            self.join(left[work], open[result], all, reports);
        }
    }

    /// The likeness of the same words, without weighing others.
    fn is_exactly(&self, action: usize, report: usize) -> f64 {
        let planned = &self.planned[report];
        if !planned.is_empty() && self.wordings[action].contains(planned) { EXACTLY } else { 0.0 }
    }

    fn likeness(&self, action: usize, report: usize) -> f64 {
        let planned = &self.planned[report];
        self.wordings[action].iter().map(|wording| text::likeness(wording, planned)).fold(0.0, f64::max)
    }

    fn join(&mut self, action: usize, report: usize, all: &mut [Action], reports: &mut [Option<Report>]) {
        if self.joined[action] {
            return;
        }
        let Some(report) = reports[report].take() else { return };
        self.joined[action] = true;
        self.place(&all[action], &report);
        self.report_on(&mut all[action], report);
    }

    /// A row of results that names no criterion has that of the work it speaks of.
    fn place(&mut self, action: &Action, report: &Report) {
        if report.criterion.is_none() && action.criterion.is_some() {
            self.placed.insert((Arc::clone(&report.origin.file), Arc::clone(&report.origin.sheet), report.origin.cell.row));
        }
    }

    fn report_on(&mut self, action: &mut Action, report: Report) {
        let report = dated::not_before_its_time(report, self.deadline);
        self.findings.extend(dated::told(action, &report, self.deadline));
        self.costs.compare(action, &report);
        report_on(action, report);
        keep_under_way(action, self.deadline);
    }
}

fn is_without_criterion(told: &Finding) -> bool {
    told.rule == &finding::ROW_WITHOUT_CRITERION || told.rule == &finding::TASK_WITHOUT_CRITERION
}

fn place_of(told: &Finding) -> Option<Place> {
    Some((Arc::clone(told.file.as_ref()?), Arc::clone(told.sheet.as_ref()?), told.cell?.row))
}

/// The rows that the items of a list speak of, each item of one and each row once, by falling likeness.
fn matching<'w>(items: &[String], rows: impl Iterator<Item = usize>, wordings: impl Fn(usize) -> &'w [String]) -> Vec<usize> {
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for row in rows {
        for (at, item) in items.iter().enumerate() {
            let score = wordings(row).iter().map(|wording| text::likeness(item, wording)).fold(0.0, f64::max);
            if score >= SURELY_SAME {
                pairs.push((score, at, row));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut taken, mut rows) = (BTreeSet::new(), BTreeSet::new());
    for (_, item, row) in pairs {
        if !taken.contains(&item) && !rows.contains(&row) {
            taken.insert(item);
            rows.insert(row);
        }
    }
    rows.into_iter().collect()
}

fn wordings(action: &Action) -> Vec<String> {
    let (task, target) = (written_out(&action.task), written_out(&action.target));
    let both = format!("{target} {task}");
    [task, target, both].into_iter().filter(|wording| !wording.trim().is_empty()).collect()
}

fn planned(report: &Report) -> String {
    let wording = if report.planned.is_empty() { &report.adjusted } else { &report.planned };
    if phrase::status::is_nothing(wording) { String::new() } else { written_out(wording) }
}
