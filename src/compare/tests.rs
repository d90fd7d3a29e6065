//! Two small outputs, compared: what a head of office would be told; and random ones, whose balances must close.

use jiff::civil::date;
use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};

use super::{Certainty, Changes, CriteriaBalance, CriterionTurn, Fate, Kin, Kinship, Pins, Side, WorkBalance, WorkChange, between};
use crate::dataset::{Dataset, Question};
use crate::model::{Action, FormKind, Lineage, Outcome, School, State, Status};
use crate::reading::Reading;
use crate::stats::tests::random::readings;
use crate::stats::tests::sample::{DEADLINE, action, assessment, frameworks, question, school, submission};
use crate::stats::{self, Statistics, UnitName};

/// The figures of a reading.
fn figures(reading: &Reading, question: &Question) -> Statistics {
    let dataset = Dataset::new(reading, question);
    stats::compute(&dataset, &frameworks(), |_| 2, UnitName::default(), question).expect("sound tables")
}

fn later() -> Question {
    Question { as_of: date(2024, 5, 10), deadline: date(2024, 5, 10), ..question() }
}

fn compared(old: &Reading, new: &Reading, pins: &Pins) -> Changes {
    let (before, after) = (figures(old, &question()), figures(new, &later()));
    between(Side { statistics: &before, reading: old }, Side { statistics: &after, reading: new }, pins).expect("two periods of one unit")
}

/// One school that reported, with its work.
fn reading(actions: Vec<Action>) -> Reading {
    Reading {
        schools: vec![school("a", Some("one"), true)],
        submissions: vec![submission("a.xlsx", "a", State::Accepted, &[FormKind::Plan], Some(DEADLINE))],
        actions,
        ..Reading::default()
    }
}

fn work(task: &str, status: Status, due: Option<jiff::civil::Date>, row: u32) -> Action {
    Action { task: task.to_owned(), ..action("a", "one", Some("1.1"), status, due, row) }
}

fn find<'c>(changes: &'c Changes, task: &str) -> &'c WorkChange {
    let named = |side: &Option<super::WorkSide>| side.as_ref().is_some_and(|side| side.task.starts_with(task));
    changes.work.iter().find(|change| named(&change.old) || named(&change.new)).expect("the work is listed")
}

#[test]
fn every_piece_of_work_has_one_fate() {
    let old = reading(vec![
        work("Bổ sung 20 máy tính cho phòng tin học", Status::InProgress, Some(date(2024, 3, 31)), 1),
        work("Sửa chữa nhà vệ sinh học sinh khu B", Status::NotStarted, Some(date(2024, 2, 28)), 2),
        work("Tập huấn phương pháp dạy học tích cực", Status::Completed, Some(date(2023, 12, 31)), 3),
        work("Trồng cây bóng mát sân trường", Status::NotStarted, None, 4),
    ]);
    let new = reading(vec![
        work("Bổ sung 20 máy tính cho phòng tin học", Status::Completed, Some(date(2024, 3, 31)), 1),
        work("Sửa chữa nhà vệ sinh học sinh khu B", Status::InProgress, Some(date(2024, 4, 30)), 2),
        work("Ký hợp đồng thư viện điện tử dùng chung", Status::NotStarted, None, 5),
    ]);
    let changes = compared(&old, &new, &Pins::default());
    assert_eq!(
        changes.work_balance,
        WorkBalance { old: 4, finished: 1, dropped: 1, of_schools_left: 0, kept: 2, added: 1, of_schools_come: 0, new: 3 }
    );
    assert!(find(&changes, "Bổ sung").was_completed());
    let repaired = find(&changes, "Sửa chữa");
    assert_eq!((repaired.slipped_days(), repaired.is_newly_overdue()), (Some(62), true));
    assert_eq!(find(&changes, "Tập huấn").fate, Fate::Finished);
    assert_eq!(find(&changes, "Trồng cây").fate, Fate::Dropped);
    assert_eq!(find(&changes, "Ký hợp đồng").fate, Fate::Added);
}

#[test]
fn work_of_a_school_that_is_silent_is_not_dropped() {
    let old = reading(vec![work("Sửa sân trường", Status::NotStarted, None, 1)]);
    let new = Reading { schools: old.schools.clone(), ..Reading::default() };
    let changes = compared(&old, &new, &Pins::default());
    assert_eq!(find(&changes, "Sửa sân").fate, Fate::SchoolLeft);
    assert_eq!((changes.schools_balance.no_longer, changes.schools_balance.new), (1, 0));
}

#[test]
fn the_office_decides_what_wording_leaves_in_doubt() {
    let old = reading(vec![work("Mua bổ sung máy tính cho phòng tin học", Status::NotStarted, None, 1)]);
    let new = reading(vec![work("Trang bị thêm máy vi tính phòng tin", Status::InProgress, None, 1)]);
    let doubtful = compared(&old, &new, &Pins::default());
    assert_eq!(find(&doubtful, "Mua").certainty, Some(Certainty::Doubtful));
    let questions = Pins::default().questions(&doubtful);
    assert_eq!(questions.len(), 1);
    for (answer, certainty, fate) in [("có", Some(Certainty::Pinned), Fate::Kept), ("không", None, Fate::Dropped)] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lien-ket.csv");
        let [school, criterion, before, after, _] = &questions[0];
        std::fs::write(
            &path,
            format!("Mã trường;Tiêu chí;Việc kỳ trước;Việc kỳ này;Cùng một việc\n{school};{criterion};{before};{after};{answer}\n"),
        )
        .expect("written");
        let pins = Pins::load(&path).expect("read");
        let decided = compared(&old, &new, &pins);
        let change = find(&decided, "Mua");
        assert_eq!((change.certainty, change.fate), (certainty, fate), "{answer}");
        assert!(pins.questions(&decided).is_empty() && decided.idle_pins.is_empty());
    }
}

#[test]
fn criteria_gained_and_lost_are_told_apart_from_schools_that_come_and_go() {
    let base = |id: &str, verdicts: &[(&str, Outcome)]| Reading {
        schools: ["a", "b"].map(|id| school(id, Some("one"), true)).into(),
        submissions: vec![submission(&format!("{id}.xlsx"), id, State::Accepted, &[FormKind::Assessment], Some(DEADLINE))],
        assessments: (1..).zip(verdicts).map(|(row, (code, outcome))| assessment(id, "one", code, 1, *outcome, row)).collect(),
        ..Reading::default()
    };
    let old = base("a", &[("1.1", Outcome::Met), ("1.10", Outcome::Unmet), ("2.1", Outcome::Met)]);
    let mut new = base("a", &[("1.1", Outcome::Unmet), ("1.10", Outcome::Met), ("2.1", Outcome::Met)]);
    let other = base("b", &[("1.1", Outcome::Met)]);
    new.submissions.extend(other.submissions);
    new.assessments.extend(other.assessments);
    let changes = compared(&old, &new, &Pins::default());
    let level1 = &changes.criteria_balance[0];
    let expected = CriteriaBalance {
        framework: "one".to_owned(),
        level: 1,
        old: 2,
        lost: 1,
        gained: 1,
        of_schools_come: 1,
        new: 3,
        ..CriteriaBalance::default()
    };
    assert_eq!(*level1, expected);
    let turns: Vec<(String, CriterionTurn)> = changes.criteria.iter().map(|change| (change.criterion.to_string(), change.turn)).collect();
    assert_eq!(turns, [("1.1".to_owned(), CriterionTurn::Lost), ("1.10".to_owned(), CriterionTurn::Gained)]);
}

#[test]
fn criteria_of_one_circular_are_never_held_against_those_of_another() {
    let under = |framework: &str, code: &str| Reading {
        schools: vec![school("a", Some(framework), true)],
        submissions: vec![submission("a.xlsx", "a", State::Accepted, &[FormKind::Plan, FormKind::Assessment], Some(DEADLINE))],
        assessments: vec![assessment("a", framework, code, 1, Outcome::Met, 1)],
        actions: vec![Action { task: "Xây nhà đa năng".to_owned(), ..action("a", framework, Some(code), Status::InProgress, None, 2) }],
        ..Reading::default()
    };
    let (old, new) = (under("one", "1.1"), under("two", "1.1"));
    let changes = compared(&old, &new, &Pins::default());
    assert!(changes.schools[0].changed_framework() && changes.criteria.is_empty());
    for balance in &changes.criteria_balance {
        assert_eq!((balance.lost, balance.gained, balance.first_met, balance.unassessed), (0, 0, 0, 0), "{balance:?}");
        assert_eq!(balance.old + balance.of_schools_come, balance.new + balance.of_schools_left, "{balance:?}");
    }
    // The work goes on whatever the circular is called; the same words under another circular are likely the same work.
    let work = find(&changes, "Xây nhà");
    assert_eq!((work.fate, work.certainty), (Fate::Kept, Some(Certainty::Likely)));
}

#[test]
fn a_school_that_is_gone_without_a_word_leaves_with_its_work_and_the_balances_close() {
    let of =
        |id: &str, task: &str, row: u32| Action { task: task.to_owned(), ..action(id, "one", Some("1.1"), Status::InProgress, None, row) };
    let sent = |id: &str| submission(&format!("{id}.xlsx"), id, State::Accepted, &[FormKind::Plan], Some(DEADLINE));
    let old = Reading {
        schools: ["a", "b"].map(|id| school(id, Some("one"), true)).into(),
        submissions: ["a", "b"].map(sent).into(),
        actions: vec![of("a", "Xây nhà đa năng", 1), of("b", "Trồng cây xanh", 1)],
        ..Reading::default()
    };
    let new = Reading {
        schools: vec![school("b", Some("one"), true)],
        submissions: vec![sent("b")],
        actions: vec![of("b", "Trồng cây xanh", 1), of("b", "Xây nhà đa năng", 2)],
        ..Reading::default()
    };
    let changes = compared(&old, &new, &Pins::default());
    assert_eq!((changes.schools_balance.old, changes.schools_balance.left, changes.schools_balance.new), (2, 1, 1));
    let expected = WorkBalance { old: 2, of_schools_left: 1, kept: 1, added: 1, new: 2, ..WorkBalance::default() };
    assert_eq!(changes.work_balance, expected);
}

/// Schools that all sent plans, and their work.
fn schools(schools: Vec<School>, actions: Vec<Action>) -> Reading {
    let sent = |school: &School| submission(&format!("{}.xlsx", school.id), &school.id, State::Accepted, &[FormKind::Plan], Some(DEADLINE));
    Reading { submissions: schools.iter().map(sent).collect(), schools, actions, ..Reading::default() }
}

fn of(id: &str, task: &str, row: u32) -> Action {
    Action { task: task.to_owned(), ..action(id, "one", Some("1.1"), Status::InProgress, None, row) }
}

fn descended(id: &str, took_in: &[&str], split_from: Option<&str>) -> School {
    let lineage = Lineage { took_in: took_in.iter().map(|id| (*id).to_owned()).collect(), split_from: split_from.map(str::to_owned) };
    School { lineage, ..school(id, Some("one"), true) }
}

#[test]
fn the_work_of_a_merged_school_goes_on_in_the_school_that_took_it_in() {
    let old = schools(
        ["a", "b"].map(|id| school(id, Some("one"), true)).into(),
        vec![of("a", "Xây nhà đa năng", 1), of("a", "Mua đàn cho phòng nhạc", 2), of("b", "Trồng cây xanh", 1)],
    );
    let new = schools(vec![descended("b", &["a"], None)], vec![of("b", "Trồng cây xanh", 1), of("b", "Xây nhà đa năng", 2)]);
    let changes = compared(&old, &new, &Pins::default());
    let balance = changes.schools_balance;
    assert_eq!((balance.old, balance.left, balance.passed_on, balance.new), (2, 0, 1, 1));
    let expected = WorkBalance { old: 3, dropped: 1, kept: 2, new: 2, ..WorkBalance::default() };
    assert_eq!(changes.work_balance, expected);
    assert_eq!(changes.schools[0].heirs, [Kin { how: Kinship::Merged, school_id: "b".to_owned() }]);
    assert_eq!(changes.schools[1].forebears, [Kin { how: Kinship::Merged, school_id: "a".to_owned() }]);
    assert_eq!(find(&changes, "Mua đàn").school_id, "a");
    assert_eq!(find(&changes, "Xây nhà").school_id, "b");
}

#[test]
fn the_work_of_a_split_school_goes_on_in_its_parts_and_a_new_name_is_told() {
    let old = schools(vec![school("a", Some("one"), true)], vec![of("a", "Xây nhà đa năng", 1), of("a", "Trồng cây xanh", 2)]);
    let mut parts = ["c", "d"].map(|id| descended(id, &[], Some("a"))).to_vec();
    let work = vec![of("c", "Xây nhà đa năng", 1), of("d", "Trồng cây xanh", 1)];
    let changes = compared(&old, &schools(parts.clone(), work.clone()), &Pins::default());
    let balance = changes.schools_balance;
    assert_eq!((balance.old, balance.passed_on, balance.entered, balance.descended, balance.new), (1, 1, 0, 2, 2));
    assert_eq!((changes.work_balance.kept, changes.work_balance.added, changes.work_balance.of_schools_left), (2, 0, 0));
    // One of the parts keeps the code: it is the school, and only the other one is new.
    parts[0] = School { name: "Trường đổi tên".to_owned(), ..school("a", Some("one"), true) };
    let work = vec![of("a", "Xây nhà đa năng", 1), of("d", "Trồng cây xanh", 1)];
    let changes = compared(&old, &schools(parts, work), &Pins::default());
    assert_eq!((changes.schools_balance.passed_on, changes.schools_balance.descended, changes.work_balance.kept), (0, 1, 2));
    assert_eq!(changes.schools[0].old_name.as_deref(), Some("Trường a"));
}

#[test]
fn a_decision_on_the_work_of_a_merged_school_is_followed() {
    let old =
        schools(["a", "b"].map(|id| school(id, Some("one"), true)).into(), vec![of("a", "Mua bổ sung máy tính cho phòng tin học", 1)]);
    let new = schools(vec![descended("b", &["a"], None)], vec![of("b", "Trang bị thêm máy vi tính phòng tin", 1)]);
    let questions = Pins::default().questions(&compared(&old, &new, &Pins::default()));
    let [school, _, before, after, _] = &questions[0];
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lien-ket.csv");
    std::fs::write(&path, format!("Mã trường;Việc kỳ trước;Việc kỳ này;Cùng một việc\n{school};{before};{after};không\n"))
        .expect("written");
    let pins = Pins::load(&path).expect("read");
    let decided = compared(&old, &new, &pins);
    assert_eq!((find(&decided, "Mua").fate, find(&decided, "Trang bị").fate), (Fate::Dropped, Fate::Added));
    assert!(decided.idle_pins.is_empty() && pins.questions(&decided).is_empty());
}

#[test]
fn a_criterion_that_is_called_otherwise_under_one_framework_is_told() {
    let one = reading(Vec::new());
    let (before, mut after) = (figures(&one, &question()), figures(&one, &later()));
    let told = |before: &Statistics, after: &Statistics| {
        let sides = [before, after].map(|statistics| Side { statistics, reading: &one });
        between(sides[0], sides[1], &Pins::default()).expect("two periods of one unit").reworded
    };
    assert_eq!(told(&before, &after), []);
    after.by_criterion[0].title = "Nội dung khác hẳn".to_owned();
    let gone = after.by_criterion.remove(1);
    let reworded = told(&before, &after);
    assert_eq!(reworded.len(), 2);
    assert_eq!(reworded[0].new_title.as_deref(), Some("Nội dung khác hẳn"));
    assert_eq!((reworded[1].criterion, &reworded[1].new_title), (gone.criterion, &None));
}

#[test]
fn works_in_other_words_are_found_by_what_no_other_work_says() {
    let old = reading(vec![
        work("Tập huấn phòng cháy chữa cháy cho cán bộ, giáo viên", Status::NotStarted, None, 1),
        work("Tập huấn phòng chống đuối nước cho học sinh", Status::NotStarted, None, 2),
        work("Xây dựng nhà vệ sinh dành cho học sinh nữ", Status::NotStarted, None, 3),
    ]);
    let new = reading(vec![
        work("Tập huấn PCCC", Status::Completed, None, 1),
        work("Phòng chống đuối nước cho HS", Status::InProgress, None, 2),
        work("Xây dựng nhà vệ sinh dành cho học sinh nam", Status::InProgress, None, 3),
    ]);
    let changes = compared(&old, &new, &Pins::default());
    for (was, is) in [("Tập huấn phòng cháy", "Tập huấn PCCC"), ("Tập huấn phòng chống", "Phòng chống đuối")] {
        let change = find(&changes, was);
        assert!(change.new.as_ref().is_some_and(|new| new.task.starts_with(is)), "{was}");
        assert_eq!(change.certainty, Some(Certainty::Doubtful), "{was}");
    }
    assert_eq!(find(&changes, "Xây dựng nhà vệ sinh dành cho học sinh nữ").fate, Fate::Dropped);
}

#[test]
fn works_that_only_look_alike_are_asked_about() {
    let old = reading(vec![work("Mua sắm máy tính phòng tin học năm học này cho học sinh khối lớp sáu", Status::NotStarted, None, 1)]);
    let new = reading(vec![work("Sửa chữa máy tính phòng tin học năm học này cho học sinh khối lớp sáu", Status::InProgress, None, 1)]);
    let changes = compared(&old, &new, &Pins::default());
    assert_eq!(find(&changes, "Mua sắm").certainty, Some(Certainty::Doubtful));
    assert_eq!(Pins::default().questions(&changes).len(), 1);
    let other = reading(vec![work("Sửa phòng học số 2", Status::InProgress, None, 1)]);
    let numbered = compared(&reading(vec![work("Sửa phòng học số 1", Status::NotStarted, None, 1)]), &other, &Pins::default());
    assert_ne!(find(&numbered, "Sửa phòng").certainty, Some(Certainty::Likely));
}

#[test]
fn two_outputs_in_the_wrong_order_or_of_other_schools_are_refused() {
    let one = reading(Vec::new());
    let (earlier, newer) = (figures(&one, &question()), figures(&one, &later()));
    let side = |statistics, reading| Side { statistics, reading };
    let error = between(side(&newer, &one), side(&earlier, &one), &Pins::default()).expect_err("refused");
    assert!(error.to_string().contains("10/05/2024"), "{error}");
    let stranger = Reading { schools: vec![school("z", Some("one"), true)], ..Reading::default() };
    let other = figures(&stranger, &later());
    let error = between(side(&earlier, &one), side(&other, &stranger), &Pins::default()).expect_err("refused");
    assert!(error.to_string().contains("không có trường nào chung"), "{error}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Old + changes = new, for schools, criteria, work and overdue work; and both ends are the figures of the two outputs.
    #[test]
    fn every_balance_closes(old in readings(), mut new in readings(), registers in any::<(bool, bool)>(), merged in any::<bool>()) {
        let there: Vec<String> = new.schools.iter().map(|school| school.id.clone()).collect();
        if let (true, Some(heir)) = (merged, new.schools.first_mut()) {
            heir.lineage.took_in = old.schools.iter().map(|school| school.id.clone()).filter(|id| !there.contains(id)).collect();
        }
        let before = figures(&old, &Question { expected: registers.0, ..question() });
        let after = figures(&new, &Question { expected: registers.1, ..later() });
        let changes = between(Side { statistics: &before, reading: &old }, Side { statistics: &after, reading: &new }, &Pins::default())
            .expect("two periods of one unit");

        let schools = changes.schools_balance;
        prop_assert_eq!((schools.old, schools.new), (before.schools.reported, after.schools.reported));
        prop_assert_eq!(
            schools.old + schools.newly + schools.entered + schools.descended,
            schools.new + schools.no_longer + schools.left + schools.passed_on
        );

        let met = |statistics: &Statistics, framework: &str, level: u8| -> usize {
            let criteria = statistics.by_criterion.iter().filter(|figures| figures.framework == framework);
            criteria.filter_map(|figures| figures.levels.get(&level)).map(|counts| counts.met).sum()
        };
        let mut seen = (0, 0);
        for balance in &changes.criteria_balance {
            prop_assert_eq!(balance.old, met(&before, &balance.framework, balance.level));
            prop_assert_eq!(balance.new, met(&after, &balance.framework, balance.level));
            prop_assert_eq!(
                balance.old + balance.gained + balance.first_met + balance.of_schools_come,
                balance.new + balance.lost + balance.unassessed + balance.of_schools_left
            );
            seen = (seen.0 + balance.old, seen.1 + balance.new);
        }
        let all = |statistics: &Statistics| -> usize {
            statistics.by_criterion.iter().flat_map(|figures| figures.levels.values()).map(|counts| counts.met).sum()
        };
        prop_assert_eq!(seen, (all(&before), all(&after)));

        let work = changes.work_balance;
        prop_assert_eq!((work.old, work.new), (before.actions.total, after.actions.total));
        prop_assert_eq!(work.old, work.kept + work.finished + work.dropped + work.of_schools_left);
        prop_assert_eq!(work.new, work.kept + work.added + work.of_schools_come);
        prop_assert_eq!(changes.status_moves.iter().flatten().sum::<usize>(), work.kept);

        let overdue = changes.overdue_balance;
        prop_assert_eq!(overdue.old, before.actions.overdue + before.actions.possibly_overdue);
        prop_assert_eq!(overdue.new, after.actions.overdue + after.actions.possibly_overdue);
        prop_assert_eq!(overdue.old + overdue.newly + overdue.entered, overdue.new + overdue.completed + overdue.eased + overdue.left);
    }

    /// Nothing happened between an output and itself.
    #[test]
    fn an_output_does_not_differ_from_itself(reading in readings()) {
        let statistics = figures(&reading, &question());
        let side = Side { statistics: &statistics, reading: &reading };
        let changes = between(side, side, &Pins::default()).expect("one output");
        prop_assert_eq!(changes.work_balance.kept, statistics.actions.total);
        prop_assert_eq!(changes.criteria.len(), 0);
        prop_assert_eq!(changes.schools_balance.newly + changes.schools_balance.no_longer, 0);
        let moved = changes.work.iter().filter(|change| change.was_completed() || change.slipped_days().is_some()).count();
        prop_assert_eq!(moved, 0);
    }
}
