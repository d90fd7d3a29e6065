//! Random readings: the figures are those that plain loops over the records give, whatever the order of the records.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};

use super::random::{FORMS, readings, shuffled};
use super::sample::{DEADLINE, frameworks, question};
use crate::dataset::{Dataset, Question};
use crate::finding::Severity;
use crate::framework::{Framework, Frameworks};
use crate::model::{
    Action, Assessment, CostKind, CostSource, Criterion, Declaration, FormKind, Lateness, Outcome, School, State, Status, Submission,
};
use crate::reading::Reading;
use crate::stats::{
    self, ActionCounts, CostFigures, CriterionFigures, FindingCounts, Forms, Lagging, LevelCounts, OriginFigure, Overdue, Reported, SCHEMA,
    SchoolFigures, StandardFigures, Statistics, SubmissionCounts, UnitName,
};

const TARGET: u8 = 2;
fn reported(reading: &Reading, id: &str) -> Reported {
    let own: Vec<&Submission> = reading.submissions.iter().filter(|submission| submission.school_ids.contains(id)).collect();
    let read: Vec<&&Submission> = own.iter().filter(|submission| submission.state != State::Rejected).collect();
    let came = |form: FormKind| {
        read.iter().filter(|submission| submission.forms.contains(&form)).filter_map(|submission| submission.received_on).min()
    };
    match (own.is_empty(), read.is_empty()) {
        (true, _) => Reported::Missing,
        (false, true) => Reported::Unreadable,
        (false, false) if FORMS.iter().any(|form| came(*form).is_some_and(|day| day > DEADLINE)) => Reported::Late,
        (false, false) => Reported::OnTime,
    }
}

fn verdict(reading: &Reading, school: &School, criterion: Criterion, level: u8) -> Outcome {
    let own = |row: &&Assessment| {
        row.school_id == school.id && Some(&row.framework) == school.framework.as_ref() && row.criterion == criterion && row.level == level
    };
    let said: BTreeSet<Outcome> = reading.assessments.iter().filter(own).map(|row| row.result).collect();
    if !reported(reading, &school.id).counts() {
        return Outcome::NotAssessed;
    }
    [Outcome::Unmet, Outcome::Met].into_iter().find(|outcome| said.contains(outcome)).unwrap_or(Outcome::NotAssessed)
}

fn count<'r>(actions: impl Iterator<Item = &'r Action>) -> ActionCounts {
    let mut counts = ActionCounts::default();
    for action in actions {
        counts.total += 1;
        match action.status {
            Status::Completed => counts.completed += 1,
            Status::InProgress => counts.in_progress += 1,
            Status::NotStarted => counts.not_started += 1,
            Status::NoReport => counts.no_report += 1,
        }
        match action.lateness(DEADLINE) {
            Lateness::No => {}
            Lateness::Certain => counts.overdue += 1,
            Lateness::Possible => counts.possibly_overdue += 1,
            Lateness::Undetermined => counts.undetermined += 1,
        }
    }
    counts
}

fn standard(action: &Action) -> Option<u8> {
    match action.criterion {
        Some(Criterion::Numbered { standard, .. }) => Some(standard),
        Some(Criterion::Level4 { .. }) => None,
        None => action.standard,
    }
}

fn criteria(framework: &Framework) -> Vec<Criterion> {
    framework.criteria.iter().map(|info| info.criterion).chain(framework.level4.iter().map(|item| item.criterion())).collect()
}

fn school_figures(reading: &Reading, frameworks: &Frameworks, school: &School) -> SchoolFigures {
    let framework = school.framework.as_deref().and_then(|id| frameworks.get(id));
    let outcome = |criterion: Criterion, level: u8| verdict(reading, school, criterion, level);
    let judged = framework.is_some_and(|framework| {
        (1..=4).any(|level| framework.criteria_with(level).any(|criterion| outcome(criterion, level) != Outcome::NotAssessed))
    });
    let mut criteria_met = BTreeMap::new();
    for level in 1..=4 {
        let all: Vec<Criterion> = framework.map(|framework| framework.criteria_with(level).collect()).unwrap_or_default();
        let total = |declaration: &Declaration| match declaration {
            Declaration::CriteriaMet { school_id, level: declared, met, of, .. } if *school_id == school.id && *declared == level => {
                Some((*met as usize, *of))
            }
            _ => None,
        };
        let of = |stated: Option<u32>| if framework.is_some() { Some(all.len()) } else { stated.map(|of| of as usize) };
        if judged && !all.is_empty() {
            criteria_met.insert(level, (all.iter().filter(|criterion| outcome(**criterion, level) == Outcome::Met).count(), all.len()));
        } else if let Some((met, stated)) = reading.declarations.iter().find_map(total).filter(|_| !judged)
            && let Some(of) = of(stated).filter(|of| *of > 0 && met <= *of)
        {
            criteria_met.insert(level, (met, of));
        }
    }
    let declared = |declaration: &Declaration| match declaration {
        Declaration::SchoolLevel { school_id, level, .. } if *school_id == school.id => Some(*level),
        _ => None,
    };
    let has = |form: FormKind| {
        reading.submissions.iter().any(|submission| {
            submission.state != State::Rejected && submission.school_ids.contains(&school.id) && submission.forms.contains(&form)
        })
    };
    let findings = |severity: Severity| {
        reading
            .findings
            .iter()
            .filter(|finding| finding.school_id.as_ref() == Some(&school.id) && finding.rule.severity == severity)
            .count()
    };
    SchoolFigures {
        school_id: school.id.clone(),
        name: school.name.clone(),
        kind: school.kind,
        framework: school.framework.clone(),
        submission: reported(reading, &school.id),
        forms: Forms {
            plan: has(FormKind::Plan),
            result: has(FormKind::Result)
                || reading.actions.iter().any(|action| action.school_id == school.id && action.result_origin.is_some()),
            assessment: has(FormKind::Assessment),
            evidence: has(FormKind::Evidence),
        },
        criteria_met,
        level: framework.filter(|_| judged).and_then(|framework| framework.school_level(outcome)),
        declared_level: reading.declarations.iter().find_map(declared),
        actions: count(reading.actions.iter().filter(|action| action.school_id == school.id)),
        findings: FindingCounts { error: findings(Severity::Error), warning: findings(Severity::Warning), info: findings(Severity::Info) },
    }
}

/// Every figure by loops over the records; `schools` stand in the order of their ids.
fn by_loops(reading: &Reading, frameworks: &Frameworks, question: &Question) -> Statistics {
    let schools = &reading.schools;
    let (mut by_criterion, mut by_standard, mut lagging) = (Vec::new(), Vec::new(), Vec::new());
    for framework in &frameworks.all {
        let followers: Vec<&School> = schools.iter().filter(|school| school.framework.as_ref() == Some(&framework.id)).collect();
        if followers.is_empty() {
            continue;
        }
        let reporters: Vec<&&School> = followers.iter().filter(|school| reported(reading, &school.id).counts()).collect();
        let own = |action: &&Action| action.framework == framework.id && followers.iter().any(|school| school.id == action.school_id);
        let late = |school: &School, belongs: &dyn Fn(&Action) -> bool| {
            reading
                .actions
                .iter()
                .filter(own)
                .any(|action| action.school_id == school.id && belongs(action) && action.lateness(DEADLINE) == Lateness::Certain)
        };
        let unmet = |school: &School, criterion: Criterion| {
            framework
                .levels_of(criterion)
                .into_iter()
                .any(|level| level <= TARGET && verdict(reading, school, criterion, level) == Outcome::Unmet)
        };
        for criterion in criteria(framework) {
            let mut levels = BTreeMap::new();
            for level in framework.levels_of(criterion) {
                let number =
                    |outcome: Outcome| reporters.iter().filter(|school| verdict(reading, school, criterion, level) == outcome).count();
                let counts = LevelCounts {
                    met: number(Outcome::Met),
                    unmet: number(Outcome::Unmet),
                    not_assessed: number(Outcome::NotAssessed),
                    not_reported: followers.len() - reporters.len(),
                };
                levels.insert(level, counts);
            }
            let on_it = |action: &Action| action.criterion == Some(criterion);
            let overdue = reporters.iter().filter(|school| late(school, &on_it)).count();
            let unmet_at = reporters.iter().filter(|school| unmet(school, criterion)).count();
            let schools_affected = reporters.iter().filter(|school| unmet(school, criterion) || late(school, &on_it)).count();
            by_criterion.push(CriterionFigures {
                framework: framework.id.clone(),
                criterion,
                title: framework.title_of(criterion).expect("a criterion of the framework").to_owned(),
                levels,
                actions: count(reading.actions.iter().filter(own).filter(|action| on_it(action))),
                schools_affected,
                schools_reported: reporters.len(),
            });
            if schools_affected > 0 {
                lagging.push(Lagging {
                    rank: 0,
                    framework: framework.id.clone(),
                    criterion,
                    schools_affected,
                    schools_reported: reporters.len(),
                    unmet: unmet_at,
                    overdue,
                });
            }
        }
        for number in framework.standards.iter().map(|standard| standard.number) {
            let of_it: Vec<&CriterionFigures> = by_criterion
                .iter()
                .filter(|figure| figure.framework == framework.id && figure.criterion.standard() == Some(number))
                .collect();
            let mut levels: BTreeMap<u8, LevelCounts> = BTreeMap::new();
            for (level, counts) in of_it.iter().flat_map(|figure| &figure.levels) {
                let sum = levels.entry(*level).or_default();
                *sum = LevelCounts {
                    met: sum.met + counts.met,
                    unmet: sum.unmet + counts.unmet,
                    not_assessed: sum.not_assessed + counts.not_assessed,
                    not_reported: sum.not_reported + counts.not_reported,
                };
            }
            let on_it = |action: &Action| standard(action) == Some(number);
            by_standard.push(StandardFigures {
                framework: framework.id.clone(),
                standard: number,
                title: framework.standard_title(number).expect("a standard of the framework").to_owned(),
                levels,
                actions: count(reading.actions.iter().filter(own).filter(|action| on_it(action))),
                schools_affected: reporters
                    .iter()
                    .filter(|school| of_it.iter().any(|figure| unmet(school, figure.criterion)) || late(school, &on_it))
                    .count(),
                schools_reported: reporters.len(),
            });
        }
    }
    // Shares of at most four schools: sixtieths are exact.
    lagging.sort_by_key(|row| {
        (60 - 60 * row.schools_affected / row.schools_reported, 5 - row.schools_affected, row.framework.clone(), row.criterion)
    });
    (1..).zip(&mut lagging).for_each(|(rank, row)| row.rank = rank);
    let number = |kind: Reported| {
        schools.iter().filter(|school| (school.registered || !question.expected) && reported(reading, &school.id) == kind).count()
    };
    let [on_time, late, missing, unreadable] = [Reported::OnTime, Reported::Late, Reported::Missing, Reported::Unreadable].map(number);
    let expected = question.expected.then(|| schools.iter().filter(|school| school.registered).count());
    Statistics {
        by_unit: Vec::new(),
        by_group: Vec::new(),
        missing_units: Vec::new(),
        schema: SCHEMA.to_owned(),
        unit: UnitName::default(),
        school_year: question.school_year,
        period: question.period,
        as_of: question.as_of,
        target_level: by_criterion.iter().map(|figures| (figures.framework.clone(), TARGET)).collect(),
        schools: SubmissionCounts { expected, reported: on_time + late, on_time, late, missing, unreadable },
        by_school: schools.iter().map(|school| school_figures(reading, frameworks, school)).collect(),
        by_criterion,
        by_standard,
        actions: count(reading.actions.iter()),
        overdue: overdue(reading),
        lagging,
        cost: cost(reading),
    }
}

fn overdue(reading: &Reading) -> Vec<Overdue> {
    let mut late: Vec<&Action> =
        reading.actions.iter().filter(|action| matches!(action.lateness(DEADLINE), Lateness::Certain | Lateness::Possible)).collect();
    late.sort_by_key(|action| {
        (
            action.window.due,
            action.school_id.clone(),
            action.criterion.is_none(),
            action.criterion,
            action.task.clone(),
            action.origin.clone(),
            format!("{action:?}"),
        )
    });
    let figure = |action: &Action| Overdue {
        school_id: action.school_id.clone(),
        criterion: action.criterion,
        task: action.task.clone(),
        lead: action.lead.clone(),
        due: action.window.due.expect("overdue work has a due date"),
        days_overdue: action.days_overdue(DEADLINE).expect("overdue work is some days late"),
        certainty: action.lateness(DEADLINE),
        status: action.status,
        origin: OriginFigure {
            file: action.origin.file.to_string(),
            sheet: action.origin.sheet.to_string(),
            cell: action.origin.cell.to_string(),
        },
    };
    late.into_iter().map(figure).collect()
}

fn cost(reading: &Reading) -> CostFigures {
    let mut figures = CostFigures::default();
    for cost in reading.actions.iter().map(|action| &action.cost).filter(|cost| matches!(cost.kind, CostKind::Amount | CostKind::Zero)) {
        let source = match (cost.sources.contains(&CostSource::Budget), cost.sources.contains(&CostSource::Socialised)) {
            (true, true) => "budget+socialised",
            (true, false) => "budget",
            (false, true) => "socialised",
            (false, false) => "unstated",
        };
        let amount = cost.amount_vnd.unwrap_or(0);
        figures.total_vnd += amount;
        *figures.by_source.entry(source.to_owned()).or_default() += amount;
    }
    figures
}

fn compute(reading: &Reading, question: &Question) -> Statistics {
    stats::compute(&Dataset::new(reading, question), &frameworks(), |_| TARGET, UnitName::default(), question).expect("sound tables")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_figures_are_those_of_plain_loops(reading in readings(), expected in any::<bool>()) {
        let question = Question { expected, ..question() };
        prop_assert_eq!(compute(&reading, &question), by_loops(&reading, &frameworks(), &question));
    }

    #[test]
    fn the_parts_add_up_to_the_whole(reading in readings()) {
        let statistics = compute(&reading, &question());
        let schools = &statistics.schools;
        prop_assert_eq!(schools.expected, Some(schools.reported + schools.missing + schools.unreadable));
        prop_assert_eq!(schools.reported, schools.on_time + schools.late);
        prop_assert_eq!(statistics.by_school.len(), reading.schools.len());
        let all = &statistics.actions;
        prop_assert_eq!(all.total, reading.actions.len());
        prop_assert_eq!(all.total, all.completed + all.in_progress + all.not_started + all.no_report);
        prop_assert_eq!(all.overdue + all.possibly_overdue, statistics.overdue.len());
        for figure in &statistics.by_criterion {
            let followers = reading.schools.iter().filter(|school| school.framework.as_ref() == Some(&figure.framework)).count();
            for level in figure.levels.values() {
                prop_assert_eq!(level.met + level.unmet + level.not_assessed + level.not_reported, followers);
            }
            prop_assert!(figure.schools_affected <= figure.schools_reported);
        }
        prop_assert_eq!(statistics.cost.by_source.values().sum::<i64>(), statistics.cost.total_vnd);
    }

    #[test]
    fn the_order_of_the_records_does_not_show((reading, other) in readings().prop_flat_map(|reading| (Just(reading.clone()), shuffled(reading)))) {
        let (dataset, shuffled) = (Dataset::new(&reading, &question()), Dataset::new(&other, &question()));
        for ((name, table), (_, other)) in dataset.tables().into_iter().zip(shuffled.tables()) {
            prop_assert!(table.equals_missing(other), "{}", name);
        }
        prop_assert_eq!(compute(&reading, &question()), compute(&other, &question()));
    }
}
