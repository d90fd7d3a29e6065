//! Every figure of one small reading, counted by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::repeat_n;

use jiff::civil::date;

use super::sample::{action, assessment, criterion, frameworks, origin, question, school, submission};
use crate::dataset::{Dataset, Question};
use crate::finding::{Finding, RULES, Severity};
use crate::framework::Frameworks;
use crate::model::{Action, Cost, CostKind, CostSource, Declaration, FormKind, Lateness, Outcome, State, Status, WindowFlag};
use crate::reading::Reading;
use crate::stats::{self, ActionCounts, FindingCounts, LevelCounts, Reported, Statistics, SubmissionCounts, UnitName};

/// Under `one`: an (in time), binh (late), chi (nothing came), dung (unreadable), la (not registered). Under `two`: em (in time).
fn reading() -> Reading {
    use FormKind::{Assessment, Plan, Result};
    use Outcome::{Met, NotAssessed, Unmet};
    use Status::{Completed, InProgress, NoReport, NotStarted};
    let schools = ["an", "binh", "chi", "dung"].map(|id| school(id, Some("one"), true)).into_iter();
    let inferred = |mut action: Action| {
        action.window.flags = BTreeSet::from([WindowFlag::YearInferred]);
        action
    };
    let of_standard = |mut action: Action, standard: u8| {
        action.standard = Some(standard);
        action
    };
    Reading {
        schools: schools.chain([school("em", Some("two"), true), school("la", Some("one"), false)]).collect(),
        stated: Vec::new(),
        submissions: vec![
            submission("an.xlsx", "an", State::Accepted, &[Plan, Result, Assessment], Some(date(2024, 1, 10))),
            submission("binh.xlsx", "binh", State::Accepted, &[Plan, Assessment], Some(date(2024, 1, 12))),
            submission("dung.xlsx", "dung", State::Rejected, &[], None),
            submission("em.xlsx", "em", State::Accepted, &[Assessment], None),
            submission("la.xlsx", "la", State::Accepted, &[Plan], Some(date(2024, 1, 2))),
        ],
        assessments: vec![
            assessment("an", "one", "1.1", 1, Met, 1),
            assessment("an", "one", "1.1", 2, Met, 1),
            assessment("an", "one", "1.1", 3, Met, 1),
            assessment("an", "one", "1.10", 1, Met, 2),
            assessment("an", "one", "1.10", 2, Unmet, 2),
            assessment("an", "one", "2.1", 1, Met, 3),
            assessment("an", "one", "2.1", 2, Met, 3),
            assessment("an", "one", "2.1", 3, Unmet, 3),
            // Two sheets that disagree: unmet.
            assessment("binh", "one", "1.1", 1, Unmet, 1),
            assessment("binh", "one", "1.1", 1, Met, 9),
            assessment("binh", "one", "2.1", 1, NotAssessed, 2),
            // Neither a level of this criterion, nor a criterion of this framework.
            assessment("binh", "one", "1.10", 3, Unmet, 3),
            assessment("binh", "one", "7.7", 1, Unmet, 3),
            assessment("em", "two", "1.1", 1, Met, 1),
            // The same code under a framework that is not the school's.
            assessment("em", "one", "1.1", 1, Unmet, 2),
        ],
        actions: vec![
            action("an", "one", Some("1.1"), Completed, Some(date(2023, 12, 1)), 1),
            action("an", "one", Some("1.10"), InProgress, Some(date(2023, 12, 31)), 2),
            action("an", "one", Some("M4.1"), InProgress, Some(date(2024, 1, 10)), 3),
            inferred(action("binh", "one", Some("2.1"), NotStarted, Some(date(2023, 12, 1)), 1)),
            action("binh", "one", Some("2.1"), NoReport, Some(date(2023, 12, 1)), 2),
            action("binh", "one", Some("2.1"), InProgress, None, 3),
            of_standard(action("binh", "one", None, InProgress, Some(date(2024, 1, 1)), 4), 2),
            action("em", "one", Some("1.1"), InProgress, Some(date(2023, 12, 11)), 1),
            action("la", "one", Some("1.10"), NotStarted, Some(date(2024, 1, 9)), 1),
        ],
        reports: Vec::new(),
        evidence: Vec::new(),
        declarations: vec![
            Declaration::CriteriaMet { school_id: "la".to_owned(), level: 1, met: 2, of: Some(3), origin: origin("la", 1) },
            Declaration::CriteriaMet { school_id: "la".to_owned(), level: 3, met: 9, of: Some(9), origin: origin("la", 2) },
            Declaration::SchoolLevel { school_id: "an".to_owned(), level: 2, origin: origin("an", 30) },
        ],
        findings: Vec::new(),
    }
}

fn compute(reading: &Reading, question: &Question) -> Statistics {
    stats::compute(&Dataset::new(reading, question), &frameworks(), |_| 2, UnitName::default(), question).expect("sound tables")
}

fn statistics() -> Statistics {
    compute(&reading(), &question())
}

/// Totals, four statuses, certainly and possibly overdue, undetermined.
fn counts([total, completed, in_progress, not_started, no_report, overdue, possibly_overdue, undetermined]: [usize; 8]) -> ActionCounts {
    ActionCounts { total, completed, in_progress, not_started, no_report, overdue, possibly_overdue, undetermined }
}

fn levels(levels: &[(u8, [usize; 4])]) -> BTreeMap<u8, LevelCounts> {
    levels
        .iter()
        .map(|(level, [met, unmet, not_assessed, not_reported])| {
            (*level, LevelCounts { met: *met, unmet: *unmet, not_assessed: *not_assessed, not_reported: *not_reported })
        })
        .collect()
}

#[test]
fn a_school_that_has_not_reported_has_not_failed() {
    assert_eq!(statistics().schools, SubmissionCounts { expected: Some(5), reported: 3, on_time: 2, late: 1, missing: 1, unreadable: 1 });
    let submissions: Vec<(String, Reported)> =
        statistics().by_school.into_iter().map(|school| (school.school_id, school.submission)).collect();
    let expected = [
        ("an", Reported::OnTime),
        ("binh", Reported::Late),
        ("chi", Reported::Missing),
        ("dung", Reported::Unreadable),
        ("em", Reported::OnTime),
        ("la", Reported::OnTime),
    ];
    assert_eq!(submissions, expected.map(|(id, reported)| (id.to_owned(), reported)));
}

#[test]
fn without_a_register_nothing_is_expected() {
    let schools = compute(&reading(), &Question { expected: false, ..question() }).schools;
    assert_eq!(schools, SubmissionCounts { expected: None, reported: 4, on_time: 3, late: 1, missing: 1, unreadable: 1 });
}

#[test]
fn the_four_counts_of_a_level_add_up_to_all_schools_of_the_framework() {
    let figures: Vec<_> =
        statistics().by_criterion.into_iter().map(|figure| (figure.framework, figure.criterion.to_string(), figure.levels)).collect();
    let expected = [
        ("one", "1.1", levels(&[(1, [1, 1, 1, 2]), (2, [1, 0, 2, 2]), (3, [1, 0, 2, 2])])),
        ("one", "1.10", levels(&[(1, [1, 0, 2, 2]), (2, [0, 1, 2, 2])])),
        ("one", "2.1", levels(&[(1, [1, 0, 2, 2]), (2, [1, 0, 2, 2]), (3, [0, 1, 2, 2])])),
        ("one", "M4.1", levels(&[(4, [0, 0, 3, 2])])),
        ("one", "M4.2", levels(&[(4, [0, 0, 3, 2])])),
        ("two", "1.1", levels(&[(1, [1, 0, 0, 0]), (2, [0, 0, 1, 0])])),
    ];
    assert_eq!(figures, expected.map(|(framework, code, levels)| (framework.to_owned(), code.to_owned(), levels)));
}

#[test]
fn a_school_meets_criteria_and_reaches_a_level_by_its_own_framework() {
    let schools: Vec<_> =
        statistics().by_school.into_iter().map(|school| (school.criteria_met, school.level, school.declared_level)).collect();
    let met = |pairs: &[(u8, (usize, usize))]| pairs.iter().copied().collect::<BTreeMap<_, _>>();
    assert_eq!(
        schools,
        [
            (met(&[(1, (3, 3)), (2, (2, 3)), (3, (1, 2)), (4, (0, 2))]), Some(1), Some(2)),
            (met(&[(1, (0, 3)), (2, (0, 3)), (3, (0, 2)), (4, (0, 2))]), Some(0), None),
            (met(&[]), None, None),
            (met(&[]), None, None),
            // Mức 2 was not assessed: neither reached nor missed.
            (met(&[(1, (1, 1)), (2, (0, 1))]), None, None),
            // Only a total in words; 9 criteria at Mức 3 of a framework that has 2 is no figure.
            (met(&[(1, (2, 3))]), None, None),
        ]
    );
}

#[test]
fn actions_are_counted_once_for_each_question() {
    let statistics = statistics();
    assert_eq!(statistics.actions, counts([9, 1, 5, 2, 1, 4, 2, 1]));
    let by_school: Vec<ActionCounts> = statistics.by_school.iter().map(|school| school.actions).collect();
    let none = ActionCounts::default();
    assert_eq!(
        by_school,
        [
            counts([3, 1, 2, 0, 0, 1, 0, 0]),
            counts([4, 0, 2, 1, 1, 1, 2, 1]),
            none,
            none,
            counts([1, 0, 1, 0, 0, 1, 0, 0]),
            counts([1, 0, 0, 1, 0, 1, 0, 0])
        ]
    );
    let by_criterion: Vec<ActionCounts> = statistics.by_criterion.iter().map(|figure| figure.actions).collect();
    assert_eq!(
        by_criterion,
        [
            counts([1, 1, 0, 0, 0, 0, 0, 0]),
            counts([2, 0, 1, 1, 0, 2, 0, 0]),
            counts([3, 0, 1, 1, 1, 0, 2, 1]),
            counts([1, 0, 1, 0, 0, 0, 0, 0]),
            none,
            none
        ]
    );
    let by_standard: Vec<ActionCounts> = statistics.by_standard.iter().map(|figure| figure.actions).collect();
    assert_eq!(by_standard, [counts([3, 1, 1, 1, 0, 2, 0, 0]), counts([4, 0, 2, 1, 1, 1, 2, 1]), none]);
}

#[test]
fn a_school_is_affected_once_however_many_reasons_there_are() {
    let statistics = statistics();
    let affected: Vec<(usize, usize)> =
        statistics.by_criterion.iter().map(|figure| (figure.schools_affected, figure.schools_reported)).collect();
    // 1.1: binh, unmet. 1.10: an, unmet and overdue; la, overdue. 2.1: an is unmet above the target, binh only possibly overdue.
    assert_eq!(affected, [(1, 3), (2, 3), (0, 3), (0, 3), (0, 3), (0, 1)]);
    let standards: Vec<(usize, usize)> =
        statistics.by_standard.iter().map(|figure| (figure.schools_affected, figure.schools_reported)).collect();
    assert_eq!(standards, [(3, 3), (1, 3), (0, 1)]);
    let lagging: Vec<_> = statistics
        .lagging
        .iter()
        .map(|row| (row.rank, row.criterion.to_string(), row.schools_affected, row.schools_reported, row.unmet, row.overdue))
        .collect();
    assert_eq!(lagging, [(1, "1.10".to_owned(), 2, 3, 1, 2), (2, "1.1".to_owned(), 1, 3, 1, 0)]);
}

#[test]
fn two_criteria_of_a_standard_affect_a_school_once() {
    let mut reading = reading();
    reading.assessments.push(assessment("an", "one", "1.1", 2, Outcome::Unmet, 9));
    let statistics = compute(&reading, &question());
    assert_eq!(statistics.by_criterion[..2].iter().map(|figure| figure.schools_affected).sum::<usize>(), 4, "an twice, binh, la");
    assert_eq!(statistics.by_standard[0].schools_affected, 3);
}

#[test]
fn standards_add_up_their_criteria_without_the_list_of_level_4() {
    let levels_of: Vec<_> = statistics().by_standard.into_iter().map(|figure| (figure.framework, figure.standard, figure.levels)).collect();
    let expected = [
        ("one", 1, levels(&[(1, [2, 1, 3, 4]), (2, [1, 1, 4, 4]), (3, [1, 0, 2, 2])])),
        ("one", 2, levels(&[(1, [1, 0, 2, 2]), (2, [1, 0, 2, 2]), (3, [0, 1, 2, 2])])),
        ("two", 1, levels(&[(1, [1, 0, 0, 0]), (2, [0, 0, 1, 0])])),
    ];
    assert_eq!(levels_of, expected.map(|(framework, standard, levels)| (framework.to_owned(), standard, levels)));
}

#[test]
fn the_longest_overdue_work_stands_first() {
    let overdue: Vec<_> = statistics()
        .overdue
        .into_iter()
        .map(|row| (row.days_overdue, row.school_id, row.criterion.map(|criterion| criterion.to_string()), row.certainty, row.origin.cell))
        .collect();
    let expected = [
        (40, "binh", Some("2.1"), Lateness::Possible, "B2"),
        (40, "binh", Some("2.1"), Lateness::Possible, "B3"),
        (30, "em", Some("1.1"), Lateness::Certain, "B2"),
        (10, "an", Some("1.10"), Lateness::Certain, "B3"),
        (9, "binh", None, Lateness::Certain, "B5"),
        (1, "la", Some("1.10"), Lateness::Certain, "B2"),
    ];
    assert_eq!(
        overdue,
        expected.map(|(days, id, code, certainty, cell)| (days, id.to_owned(), code.map(str::to_owned), certainty, cell.to_owned()))
    );
}

#[test]
fn only_amounts_written_as_a_total_are_added() {
    let mut reading = reading();
    let both = [CostSource::Budget, CostSource::Socialised];
    let costs: [(CostKind, Option<i64>, &[CostSource]); 7] = [
        (CostKind::Amount, Some(5_000_000), &both[..1]),
        (CostKind::Amount, Some(2_000_000), &both),
        (CostKind::Amount, Some(1_000_000), &[]),
        (CostKind::Zero, Some(0), &[]),
        (CostKind::UnitPrice, Some(300_000), &both[..1]),
        (CostKind::SourceOnly, None, &both[1..]),
        (CostKind::Amount, Some(30_000), &both[..1]),
    ];
    for (action, (kind, amount_vnd, sources)) in reading.actions.iter_mut().zip(costs) {
        action.cost = Cost { kind, amount_vnd, sources: sources.iter().copied().collect(), parts: Vec::new() };
    }
    let cost = compute(&reading, &question()).cost;
    assert_eq!(cost.total_vnd, 8_030_000);
    let by_source = [("budget", 5_030_000), ("budget+socialised", 2_000_000), ("unstated", 1_000_000)];
    assert_eq!(cost.by_source, by_source.map(|(source, amount)| (source.to_owned(), amount)).into());
}

#[test]
fn findings_count_for_the_school_they_name() {
    let of = |severity: Severity| Finding::new(RULES.iter().find(|rule| rule.severity == severity).expect("a rule of each severity"));
    let mut reading = reading();
    reading.findings.extend(repeat_n(of(Severity::Warning).of_school("an"), 2));
    reading.findings.extend([of(Severity::Error).of_school("dung"), of(Severity::Info).of_school("an"), of(Severity::Error)]);
    let schools = compute(&reading, &question()).by_school;
    let counts: Vec<FindingCounts> = schools.iter().map(|school| school.findings).collect();
    let none = FindingCounts::default();
    assert_eq!(counts, [FindingCounts { error: 0, warning: 2, info: 1 }, none, none, FindingCounts { error: 1, ..none }, none, none]);
}

#[test]
fn the_forms_of_a_school_are_those_that_were_read() {
    let schools = statistics().by_school;
    let forms: Vec<[bool; 4]> =
        schools.iter().map(|school| [school.forms.plan, school.forms.result, school.forms.assessment, school.forms.evidence]).collect();
    let no = [false; 4];
    assert_eq!(
        forms,
        [[true, true, true, false], [true, false, true, false], no, no, [false, false, true, false], [true, false, false, false]]
    );
}

#[test]
fn nothing_read_gives_empty_figures() {
    let statistics = compute(&Reading::default(), &question());
    assert_eq!(statistics.schools, SubmissionCounts { expected: Some(0), ..SubmissionCounts::default() });
    assert_eq!(statistics.actions, ActionCounts::default());
    assert!(
        statistics.by_school.is_empty()
            && statistics.by_criterion.is_empty()
            && statistics.overdue.is_empty()
            && statistics.lagging.is_empty()
    );
}

#[test]
fn criteria_of_which_nobody_spoke_are_listed_too() {
    let frameworks = Frameworks::load(None).expect("the built-in files are sound");
    let reading = Reading { schools: vec![school("an", Some("tt18-2018"), true)], ..Reading::default() };
    let statistics =
        stats::compute(&Dataset::new(&reading, &question()), &frameworks, |_| 2, UnitName::default(), &question()).expect("sound tables");
    assert_eq!(statistics.by_criterion.len(), 28 + 6);
    assert_eq!(statistics.by_criterion[9].criterion, criterion("1.10"));
    assert!(
        statistics
            .by_criterion
            .iter()
            .flat_map(|figure| figure.levels.values())
            .all(|level| level.not_reported == 1 && level.assessed() == 0)
    );
    assert_eq!(statistics.by_standard.len(), 5);
}
