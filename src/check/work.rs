//! Work: forms that did not come, weak criteria without a plan, results that say nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use super::{Context, FirstRows, Verdicts, about, framework_of, listed};
use crate::finding::{self, Finding};
use crate::framework::Level4Item;
use crate::model::{Action, Criterion, FormKind, Origin, Outcome, State, Status};
use crate::phrase;
use crate::phrase::status::{Doubt, Short};
use crate::reading::Reading;
use crate::text;

/// A school that reported, without one of the three forms the office asks for.
pub(super) fn forms(reading: &Reading, findings: &mut Vec<Finding>) {
    let mut forms: BTreeMap<&str, BTreeSet<FormKind>> = BTreeMap::new();
    for submission in reading.submissions.iter().filter(|submission| submission.state == State::Accepted) {
        for school in &submission.school_ids {
            forms.entry(school).or_default().extend(&submission.forms);
        }
    }
    // The 2026 plan holds its own column of progress.
    let reporting: HashSet<&str> =
        reading.actions.iter().filter(|action| action.result_origin.is_some()).map(|action| action.school_id.as_str()).collect();
    // What was sent for the first half of the year is the plan of the second, too.
    let planned_before = |school: &str| {
        let is_told = |told: &Finding| told.rule == &finding::PLAN_OF_FIRST_HALF && told.school_id.as_deref() == Some(school);
        reading.findings.iter().any(is_told)
    };
    for (school, sent) in forms {
        let reports_progress = reporting.contains(school);
        let asked = [FormKind::Plan, FormKind::Result, FormKind::Assessment];
        let missing: Vec<&str> = asked
            .iter()
            .filter(|form| !(sent.contains(form) || **form == FormKind::Result && reports_progress))
            .filter(|form| **form != FormKind::Plan || sent.contains(form) || !planned_before(school))
            .map(|form| form.title())
            .collect();
        if !missing.is_empty() {
            findings.push(Finding::new(&finding::FORMS_MISSING).of_school(school).with("forms", missing.join(", ")));
        }
    }
}

/// Criteria not met without work planned, and work planned for criteria that are met in full.
pub(super) fn weak_criteria(
    reading: &Reading,
    verdicts: &Verdicts,
    first_rows: &FirstRows<'_>,
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
) {
    let planned: BTreeSet<(&str, Criterion)> =
        reading.actions.iter().filter_map(|action| Some((action.school_id.as_str(), action.criterion?))).collect();
    let with_plan: BTreeSet<&str> = reading.actions.iter().map(|action| action.school_id.as_str()).collect();
    for ((school, framework_id), of) in verdicts {
        let Some(framework) = framework_of(context, framework_id).filter(|_| with_plan.contains(school.as_str())) else { continue };
        let target = (context.target_level)(framework_id);
        let mut in_full: Vec<Criterion> = Vec::new();
        let mut weak: BTreeMap<u8, Vec<Criterion>> = BTreeMap::new();
        let listed4 = framework.level4.iter().map(Level4Item::criterion);
        for criterion in framework.criteria.iter().map(|info| info.criterion).chain(listed4) {
            let levels = framework.levels_of(criterion);
            let unmet =
                levels.iter().filter(|level| **level <= target).find(|level| of.get(&(criterion, **level)) == Some(&Outcome::Unmet));
            let has_plan = planned.contains(&(school.as_str(), criterion));
            if let (Some(level), false) = (unmet, has_plan) {
                weak.entry(*level).or_default().push(criterion);
            }
            if has_plan && levels.iter().all(|level| of.get(&(criterion, *level)) == Some(&Outcome::Met)) {
                in_full.push(criterion);
            }
        }
        for (level, criteria) in weak {
            let row = criteria.first().and_then(|first| first_rows.of_criterion(school, framework_id, *first));
            let told = Finding::new(&finding::WEAK_WITHOUT_PLAN).with("count", criteria.len()).with("level", level);
            findings.push(about(told.with("criteria", listed(&criteria)), row, school));
        }
        if !in_full.is_empty() {
            let told = Finding::new(&finding::PLAN_FOR_MET).with("count", in_full.len()).with("criteria", listed(&in_full));
            findings.push(about(told, first_rows.of_school(school, framework_id), school));
        }
    }
}

/// A text shorter than this, "đã thực hiện xong", is everybody's.
pub(super) const FEWEST_LETTERS: usize = 25;

/// Results that repeat the plan, and results that several schools give in the same words.
pub(super) fn hollow_results(reading: &Reading, findings: &mut Vec<Finding>) {
    // Two schools may well say a little more in the same words.
    const FEWEST_LETTERS_OF_TWO: usize = 40;
    let mut same: BTreeMap<String, Vec<&Action>> = BTreeMap::new();
    for action in reading.actions.iter().filter(|action| action.result_origin.as_ref().is_some_and(|origin| *origin != action.origin)) {
        let plan = [&action.task, &action.target, &action.adjusted].map(|text| text::fold(text));
        let said = [&action.done_text, &action.ongoing_text].into_iter().filter(|text| !phrase::status::is_nothing(text));
        let repeated = said.clone().find(|text| {
            let folded = text::fold(text);
            folded.len() >= FEWEST_LETTERS && plan.contains(&folded)
        });
        if let (Some(text), Some(place)) = (repeated, &action.result_origin) {
            findings.push(Finding::new(&finding::RESULT_REPEATS_PLAN).at(place).of_school(&action.school_id).raw(text));
        }
    }
    for action in reading.actions.iter().filter(|action| action.result_origin.is_some() && !phrase::status::is_nothing(&action.done_text)) {
        let done = text::fold(&action.done_text);
        if done.len() >= FEWEST_LETTERS_OF_TWO {
            same.entry(done).or_default().push(action);
        }
    }
    // Of one school one remark: that a sentence is shared says little, that many are says more.
    let mut shared: BTreeMap<&str, Vec<(&Origin, &Action, &str)>> = BTreeMap::new();
    let names: HashMap<&str, &str> = reading.schools.iter().rev().map(|school| (school.id.as_str(), school.name.as_str())).collect();
    for actions in same.values() {
        let schools: BTreeSet<&str> = actions.iter().map(|action| action.school_id.as_str()).collect();
        if schools.len() < 2 {
            continue;
        }
        for action in actions {
            let other = schools.iter().find(|school| **school != action.school_id).copied().unwrap_or_default();
            shared.entry(&action.school_id).or_default().push((action.result_origin.as_ref().unwrap_or(&action.origin), action, other));
        }
    }
    for (school, mut rows) in shared {
        rows.sort_by_key(|(place, ..)| *place);
        let (place, action, other) = rows[0];
        let cells: Vec<String> = rows.iter().map(|(place, ..)| format!("{}!{}", place.sheet, place.cell)).collect();
        findings.push(
            Finding::new(&finding::RESULT_REPEATED_ELSEWHERE)
                .at(place)
                .of_school(school)
                .raw(&action.done_text)
                .with("count", rows.len())
                .with("cells", cells.join(", "))
                .with("other", names.get(other).copied().unwrap_or(other)),
        );
    }
}

/// Work that counts as done although its result has a word of what is left, is not understood to say what was done, or does not answer
/// the plan. Of one school one remark of each kind; less than was planned and words that nothing accounts for are told of each work.
pub(super) fn done_in_doubt(reading: &Reading, findings: &mut Vec<Finding>) {
    let mut doubtful: BTreeMap<(Doubt, &str), Vec<(&Origin, &Action)>> = BTreeMap::new();
    let completed = reading.actions.iter().filter(|action| action.status == Status::Completed && !action.done_text.is_empty());
    let completed: Vec<&Action> = completed.collect();
    // Each row is weighed by itself, which is most of what checking takes.
    let weighed: Vec<(Option<Short>, Option<Doubt>)> = completed.par_iter().map(|action| weighed(action)).collect();
    for (action, (short, doubt)) in completed.into_iter().zip(weighed) {
        let place = action.result_origin.as_ref().unwrap_or(&action.origin);
        if let Some(short) = short {
            let told = Finding::new(&finding::DONE_LESS).at(place).of_school(&action.school_id).raw(&action.done_text);
            findings.push(told.with("planned", short.planned).with("done", short.done));
        }
        if let Some(Doubt::Unaccounted) = doubt {
            let told = Finding::new(&finding::DONE_UNACCOUNTED).at(place).of_school(&action.school_id).raw(&action.done_text);
            findings.push(told.with("words", phrase::status::unaccounted(&action.done_text).unwrap_or_default()));
        } else if let Some(doubt) = doubt {
            doubtful.entry((doubt, &action.school_id)).or_default().push((place, action));
        }
    }
    for ((doubt, school), mut rows) in doubtful {
        rows.sort_by_key(|(place, _)| *place);
        rows.dedup_by_key(|(place, _)| *place);
        let (place, action) = rows[0];
        let cells: Vec<String> = rows.iter().map(|(place, _)| format!("{}!{}", place.sheet, place.cell)).collect();
        let rule = if doubt == Doubt::Left { &finding::DONE_IN_DOUBT } else { &finding::DONE_UNCLEAR };
        let told = Finding::new(rule).at(place).of_school(school).raw(&action.done_text);
        let told = told.with("planned", finding::shortened(&action.task));
        findings.push(told.with("count", rows.len()).with("cells", cells.join(", ")));
    }
}

/// Whether less was done than planned, and what is doubtful about its being done.
fn weighed(action: &Action) -> (Option<Short>, Option<Doubt>) {
    let done = action.done_text.as_str();
    let planned = [action.adjusted.as_str(), &action.task, &action.target];
    let of_plan = planned[..2].iter().find(|text| !text.is_empty() && !phrase::status::is_nothing(text)).copied().unwrap_or_default();
    let of_plan = phrase::status::bare_work(of_plan);
    let copied = phrase::status::copies_plan(of_plan, done);
    let unanswered = || (copied || !phrase::status::answers(&planned, done)).then_some(Doubt::Unclear);
    let tells = || phrase::status::names_plan(of_plan, done) || phrase::status::tells_outcome(of_plan, done);
    let named = |doubt: &Doubt| copied || *doubt != Doubt::Unclear || !tells();
    if phrase::status::comes_to_aim(of_plan, done) {
        return (None, None);
    }
    let short = phrase::status::falls_short(of_plan, done);
    // "Lát tới gốc phượng": how far it came, where no number or name shows what is left.
    let how_far = || (short.is_none() && phrase::status::tells_how_far(of_plan, done)).then_some(Doubt::Left);
    let doubt = phrase::status::doubt(done).filter(|doubt| *doubt == Doubt::Left).or_else(how_far);
    let doubt = doubt.or_else(|| phrase::status::doubt(done)).or_else(unanswered).filter(named);
    // "Chọn được phòng" of a plan to equip it: words of the plan's own, and nothing that tells of the thing.
    let no_further = || {
        let status = [
            phrase::status::lacks_outcome,
            phrase::status::only_makes_ready,
            phrase::status::teaches_others,
            phrase::status::does_otherwise,
        ];
        status.iter().any(|comes_short| comes_short(of_plan, done))
    };
    let doubt = doubt.or_else(|| (short.is_none() && no_further()).then_some(Doubt::Unclear));
    (short.map(|short| short.in_full(of_plan, done)), doubt)
}
