//! What a roll-up says of its units, counted again by plain loops over their schools; and what no figure shows: whose files, what is missing, who counts.

use jiff::ToSpan;

use super::*;
use crate::dataset::variable::{REGISTERED, RESULT_FILE, ROW_ID};
use crate::finding::{self, Finding, Severity};
use crate::model::{Outcome, School};
use crate::reading::Reading;
use crate::stats::{Reported, SchoolFigures};

/// Recognitions that end within so many days are expiring.
const SOON: i64 = 365;

/// A district whose schools were recognised long ago, lately, never, or on a day with nothing to recognise; every seventh is in no register.
fn reading(schools: usize) -> Reading {
    let mut reading = example::district(schools).reading;
    for (number, school) in reading.schools.iter_mut().enumerate() {
        // Over since May, over in May, over in two years, unknown.
        school.recognised_on = [Some(date(2018, 5, 20)), Some(date(2019, 5, 20)), Some(date(2021, 5, 20)), None][number % 4];
        (school.accreditation, school.national_standard) = [(Some(2), None), (None, Some(1)), (None, None)][number % 3];
        school.registered = number % 7 != 6;
        // Some have reached all there is.
        if number % 3 == 1 {
            reading.assessments.iter_mut().filter(|row| row.school_id == school.id).for_each(|row| row.result = Outcome::Met);
        }
        reading.findings.push(Finding::new(&finding::DUE_FROM_RESULT).of_school(&school.id).raw(school.name.clone()));
    }
    reading
}

/// The figures of some schools, one after the other.
fn counted(schools: &[(&School, &SchoolFigures)], reading: &Reading) -> Tally {
    let frameworks = frameworks();
    let mut tally = Tally::default();
    for (school, figures) in schools {
        let counts = &mut tally.schools;
        *counts.expected.get_or_insert(0) += usize::from(school.registered);
        if school.registered {
            match figures.submission {
                Reported::OnTime => counts.on_time += 1,
                Reported::Late => counts.late += 1,
                Reported::Missing => counts.missing += 1,
                Reported::Unreadable => counts.unreadable += 1,
            }
        }
        counts.reported = counts.on_time + counts.late;
        let reported = matches!(figures.submission, Reported::OnTime | Reported::Late);
        tally.self_assessed += usize::from(reported && !figures.criteria_met.is_empty());
        if let (true, Some(reached), Some(id)) = (reported, figures.level, &school.framework) {
            for level in frameworks.get(id).expect("a built-in framework").levels() {
                let of = tally.levels.entry(id.clone()).or_default().entry(level).or_default();
                of.judged += 1;
                of.reached += usize::from(level <= reached);
            }
        }
        school.accreditation.into_iter().for_each(|level| *tally.accreditation.entry(level).or_default() += 1);
        school.national_standard.into_iter().for_each(|level| *tally.national_standard.entry(level).or_default() += 1);
        if let (true, Some(day)) = (school.accreditation.or(school.national_standard).is_some(), school.recognised_on) {
            let left = AS_OF.until(day.saturating_add(5.years())).expect("days apart").get_days();
            tally.expiring += usize::from((0..=SOON).contains(&i64::from(left)));
        }
        let own = reading.actions.iter().filter(|action| action.school_id == school.id);
        tally.cost_vnd += own.filter_map(|action| action.cost.amount_vnd).sum::<i64>();
        tally.actions.add(&figures.actions);
        for finding in reading.findings.iter().filter(|finding| finding.school_id.as_ref() == Some(&school.id)) {
            match finding.rule.severity {
                Severity::Error => tally.findings.error += 1,
                Severity::Warning => tally.findings.warning += 1,
                Severity::Info => tally.findings.info += 1,
            }
        }
    }
    tally
}

#[test]
fn every_unit_and_every_roll_up_between_counts_what_its_schools_say() {
    let reading = reading(29);
    let whole = Dataset::new(&reading, &question());
    let figures = figures(&whole, &question());
    let place = |id: &str| id.bytes().map(usize::from).sum::<usize>() % 4;
    let part = |number: usize| part(&format!("UBND xã {number}"), &whole, |id| place(id) == number);
    let cluster = as_part(joined_by(vec![part(0), part(1)], "Cụm", |_| {}).expect("joined"));
    let region = as_part(joined_by(vec![part(2), cluster], "Vùng", |_| {}).expect("joined"));
    let joined = joined(vec![region, part(3)]);
    assert!(joined.stamp.units.is_sorted_by_key(|leaf| &leaf.unit), "{:?}", joined.stamp.units);
    let units = by_unit(&joined);
    let mut seen = Vec::new();
    for unit in &units {
        let held: &[usize] = match unit.unit.name.as_str() {
            "Vùng" => &[0, 1, 2],
            "Cụm" => &[0, 1],
            name => [&[0][..], &[1], &[2], &[3]][usize::from(name.as_bytes()[name.len() - 1] - b'0')],
        };
        let schools: Vec<(&School, &SchoolFigures)> = reading
            .schools
            .iter()
            .filter(|school| held.contains(&place(&school.id)))
            .map(|school| (school, figures.by_school.iter().find(|row| row.school_id == school.id).expect("every school has its row")))
            .collect();
        assert_eq!(unit.figures, counted(&schools, &reading), "{}", unit.unit.name);
        assert_eq!(unit.units, held.len(), "{}", unit.unit.name);
        seen.push((unit.unit.name.as_str(), unit.within.join("/")));
    }
    seen.sort();
    let expected =
        [("Cụm", "Vùng"), ("UBND xã 0", "Vùng/Cụm"), ("UBND xã 1", "Vùng/Cụm"), ("UBND xã 2", "Vùng"), ("UBND xã 3", ""), ("Vùng", "")];
    assert_eq!(seen, expected.map(|(name, within)| (name, within.to_owned())));
    assert!(units.iter().any(|unit| unit.figures.expiring > 0) && units.iter().any(|unit| !unit.figures.levels.is_empty()));
}

#[test]
fn figures_counted_school_by_school_are_those_of_the_whole() {
    let reading = reading(13);
    let whole = Dataset::new(&reading, &question());
    let joined = joined(vec![part("UBND xã A", &whole, |_| true)]);
    let (mut added, mut numbers): (Option<Statistics>, Vec<u32>) = Default::default();
    for band in joined.bands(1).expect("tables that can be read") {
        let band = band.expect("a band");
        numbers.extend(ROW_ID.numbers_of(&band.actions).expect("a column").iter().flatten());
        let more = figures(&band, &joined.question);
        match &mut added {
            Some(added) => added.absorb(more),
            None => added = Some(more),
        }
    }
    assert_eq!(added.expect("a band"), figures(&whole, &question()));
    assert!(numbers.iter().copied().eq(1..=whole.actions.height() as u32), "works are numbered through: {numbers:?}");
}

/// An output with its tables written otherwise.
fn changed(part: Part, change: impl Fn(&mut Dataset)) -> Part {
    let table = |name: &str| part.tables.table(name).expect("a table");
    let mut dataset = Dataset {
        schools: part.schools.clone(),
        submissions: table("submissions"),
        assessments: table("assessments"),
        actions: table("actions"),
        evidence: table("evidence"),
        findings: table("findings"),
    };
    change(&mut dataset);
    held(part.stamp, &dataset)
}

#[test]
fn whose_school_counts_does_not_rest_on_the_order_of_the_outputs() {
    let district = district(9);
    let (all, some) = (part("UBND xã A", &district, |_| true), part("UBND xã B", &district, |id| id.ends_with('1')));
    let one = accepting(vec![all.clone(), some.clone()], Reason::DuplicateSchool);
    let other = accepting(vec![some, all], Reason::DuplicateSchool);
    assert_eq!(one.stamp, other.stamp);
    assert_eq!(tables(&whole(&one)), tables(&whole(&other)));
}

#[test]
fn where_one_unit_has_no_register_nothing_is_expected_of_all_and_it_is_named() {
    let (a, mut b) = two();
    b.stamp.units[0].expected = false;
    let joined = joined(vec![a, b]);
    assert!(!joined.question.expected);
    assert_eq!(added_up(&joined).schools.expected, None);
    assert!(joined.stamp.notes.iter().any(|note| note.contains("không dùng danh sách trường: UBND xã B")), "{:?}", joined.stamp.notes);
}

#[test]
fn results_keep_their_unit_as_plans_do() {
    let (a, b) = two();
    let actions = whole(&joined(vec![a, b])).actions;
    let files = RESULT_FILE.texts_of(&actions).expect("a column");
    assert!(files.iter().flatten().count() > 0);
    assert!(files.iter().flatten().all(|file| file.starts_with("Sở GD&ĐT tỉnh Ngàn Hoa/UBND xã ")));
}

#[test]
fn units_missing_below_are_missing_above_once() {
    let (mut a, mut b) = two();
    a.stamp.missing = vec!["UBND xã Z".to_owned(), "UBND xã Y".to_owned()];
    b.stamp.missing = vec!["UBND xã Z".to_owned()];
    assert_eq!(joined(vec![b, a]).stamp.missing, ["UBND xã Y", "UBND xã Z"]);
}

#[test]
fn schools_that_only_their_name_tells_apart_stay_two_with_all_their_rows() {
    let district = district(3);
    let ids = SCHOOL_ID.texts_of(&district.schools).expect("a column");
    let (first, second) = (ids.get(0).expect("a school").to_owned(), ids.get(1).expect("a school").to_owned());
    let shared = format!("{first};{second}");
    let stranger = |name: &str| {
        changed(part(name, &district, |_| true), |dataset| {
            let unregistered = REGISTERED.truths(std::iter::repeat_n(false, dataset.schools.height()));
            dataset.schools.with_column(unregistered).expect("a column");
            // A file that speaks for two schools.
            let files = SCHOOL_ID.texts((0..dataset.submissions.height()).map(|_| Some(shared.as_str())));
            dataset.submissions.with_column(files).expect("a column");
        })
    };
    let works = district.actions.height();
    let joined = accepting(vec![stranger("UBND xã A"), stranger("UBND xã B")], Reason::DuplicateSchool);
    let all = whole(&joined);
    assert_eq!((all.schools.height(), all.actions.height()), (6, 2 * works));
    let names: BTreeSet<&str> = SCHOOL_ID.texts_of(&all.schools).expect("a column").iter().flatten().collect();
    assert_eq!(names.len(), 6, "{names:?}");
    let of_works: BTreeSet<&str> = SCHOOL_ID.texts_of(&all.actions).expect("a column").iter().flatten().collect();
    assert!(of_works.is_subset(&names), "{of_works:?}");
    for ids in SCHOOL_ID.texts_of(&all.submissions).expect("a column").iter().flatten() {
        let ids: Vec<&str> = ids.split(';').collect();
        assert!(ids.len() == 2 && ids.iter().all(|id| names.contains(id)), "{ids:?}");
    }
    assert!(joined.stamp.notes.iter().any(|note| note.contains("tính là 2 trường khác nhau")), "{:?}", joined.stamp.notes);
}

#[test]
fn a_commune_written_three_ways_is_one_and_holds_from_its_day_on() {
    let mut reading = example::district(12).reading;
    for (number, school) in reading.schools.iter_mut().enumerate() {
        school.commune = ["xã Ban Mai", "Xã Ban Mai", "XÃ BAN MAI"][number % 3].to_owned();
        school.geography.commune_before = "Xã Sương Sớm".to_owned();
        school.geography.changed_on = Some([AS_OF, AS_OF.saturating_add(1.day())][number % 2]);
    }
    let district = Dataset::new(&reading, &question());
    let joined = joined(vec![part("UBND xã A", &district, |_| true)]);
    let mut in_bands = stats::Groups::default();
    for band in joined.bands(1).expect("tables that can be read") {
        in_bands.absorb(groups(&band.expect("a band"), &[Grouping::Commune]));
    }
    let at_once = groups(&district, &[Grouping::Commune]).figures();
    let named: Vec<(&str, Option<usize>)> = at_once.iter().map(|group| (group.name.as_str(), group.figures.schools.expected)).collect();
    assert_eq!(named, [("XÃ BAN MAI", Some(6)), ("Xã Sương Sớm", Some(6))]);
    assert_eq!(in_bands.figures(), at_once);
}
