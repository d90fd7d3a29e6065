//! The groups of one kind add up to the whole, under the old geography as under the new.

use jiff::civil::date;

use crate::dataset::{Dataset, Question};
use crate::framework::Frameworks;
use crate::model::{Geography, Period, SchoolYear};
use crate::report::example;
use crate::stats::{self, Grouping, Tally, UnitName};

fn question(as_of: jiff::civil::Date) -> Question {
    let school_year = SchoolYear::new(2023).expect("a school year");
    Question { school_year, period: Period::Hk1, as_of, deadline: as_of, expected: true }
}

#[test]
fn groups_add_up_in_the_old_geography_and_in_the_new() {
    let frameworks = Frameworks::load(None).expect("the built-in frameworks are sound");
    let mut reading = example::district(24).reading;
    for (number, school) in reading.schools.iter_mut().enumerate() {
        school.cluster = format!("Cụm {}", number % 3);
        school.geography = Geography {
            district: if number % 5 == 0 { String::new() } else { format!("Huyện {}", number % 2) },
            commune_before: format!("{} (cũ)", school.commune),
            changed_on: Some(date(2025, 7, 1)),
        };
    }
    let question = question(example::AS_OF);
    let dataset = Dataset::new(&reading, &question);
    let whole = stats::compute(&dataset, &frameworks, |_| 2, UnitName::default(), &question).expect("sound tables");
    let groups = stats::Groups::of(&dataset, &frameworks, |_| 2, &question, &Grouping::ALL, 365).expect("sound tables").figures();
    for grouping in Grouping::ALL {
        let of: Vec<_> = groups.iter().filter(|group| group.by == grouping).collect();
        let mut sum = Tally::default();
        of.iter().for_each(|group| sum.absorb(&group.figures));
        assert_eq!((sum.schools, sum.actions, sum.cost_vnd), (whole.schools.clone(), whole.actions, whole.cost.total_vnd), "{grouping:?}");
        for criterion in &whole.by_criterion {
            let own = of.iter().flat_map(|group| &group.by_criterion);
            let own = own.filter(|other| (&other.framework, other.criterion) == (&criterion.framework, criterion.criterion));
            let met = |figures: &stats::CriterionFigures| figures.levels.values().map(|level| level.met).sum::<usize>();
            assert_eq!(own.map(met).sum::<usize>(), met(criterion), "{grouping:?} {}", criterion.criterion);
        }
    }
    let names =
        |grouping: Grouping| -> Vec<&str> { groups.iter().filter(|group| group.by == grouping).map(|group| group.name.as_str()).collect() };
    assert_eq!(names(Grouping::District), ["Huyện 0", "Huyện 1", "Chưa rõ"]);
    assert_eq!(names(Grouping::Commune), names(Grouping::CommuneBefore));
    assert!(names(Grouping::CommuneNew).iter().all(|name| !name.ends_with("(cũ)")));
}
