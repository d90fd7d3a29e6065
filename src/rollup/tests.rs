//! Any split of a district, in any order and through any roll-up between, gives the district's own figures; what does not fit is refused.

mod by_loops;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use polars::prelude::{BooleanChunked, DataFrame, NewChunkedArray};
use proptest::prelude::*;

use super::*;
use crate::dataset::variable::{NAME, REGISTERED, SCHOOL_ID};
use crate::phrase;
use crate::report::example;
use crate::stats::{self, Grouping, Statistics, Tally};
use crate::write;

const AS_OF: Date = example::AS_OF;

fn question() -> Question {
    Question {
        school_year: SchoolYear::new(2023).expect("a school year"),
        period: Period::Hk1,
        as_of: AS_OF,
        deadline: AS_OF,
        expected: true,
    }
}

fn unit(name: &str) -> UnitName {
    UnitName { name: name.to_owned(), level: "xa".to_owned(), parent: "Sở GD&ĐT tỉnh Ngàn Hoa".to_owned() }
}

fn frameworks() -> Frameworks {
    Frameworks::load(None).expect("the built-in frameworks are sound")
}

fn tables(dataset: &Dataset) -> Vec<(&'static str, Vec<u8>)> {
    dataset.tables().map(|(name, table)| (name, bytes_of(table))).into()
}

fn district(schools: usize) -> Dataset {
    Dataset::new(&example::district(schools).reading, &question())
}

/// The schools that `of` gives to this part, as an output of a unit of their own.
fn part(name: &str, whole: &Dataset, of: impl Fn(&str) -> bool) -> Part {
    let mut dataset = whole.clone();
    for table in [
        &mut dataset.schools,
        &mut dataset.submissions,
        &mut dataset.assessments,
        &mut dataset.actions,
        &mut dataset.evidence,
        &mut dataset.findings,
    ] {
        let own = SCHOOL_ID.texts_of(table).expect("a column").iter().map(|id| of(id.unwrap_or_default())).collect::<Vec<_>>();
        *table = table.filter(&BooleanChunked::from_slice("own".into(), &own)).expect("filtered");
    }
    let dataset = dataset.compiled_by(&unit(name));
    let frameworks = frameworks();
    let used = dataset.frameworks().expect("columns").into_iter();
    let used = used.filter_map(|id| frameworks.get(&id).map(|framework| (id.clone(), framework.fingerprint()))).collect();
    let stamp = Stamp::of_report(unit(name), &question(), used, &tables(&dataset));
    held(stamp, &dataset)
}

/// An output whose tables lie in memory.
fn held(stamp: Stamp, dataset: &Dataset) -> Part {
    let (given, bytes) = (stamp.unit.name.clone(), BTreeMap::from(dataset.tables().map(|(name, table)| (name, bytes_of(table)))));
    let tables = Stored::new(move |name| Ok(bytes[name].clone()));
    Part { given, stamp, schools: dataset.schools.clone(), tables, edited: None, settled: Settled::default() }
}

fn bytes_of(table: &DataFrame) -> Vec<u8> {
    write::parquet::to_bytes(table).expect("bytes")
}

fn joined_by(parts: Vec<Part>, above: &str, change: impl Fn(&mut Wanted<'_>)) -> anyhow::Result<Joined> {
    let (frameworks, accepted) = (frameworks(), Accepted::default());
    let mut wanted = Wanted {
        unit: UnitName { name: above.to_owned(), level: "so".to_owned(), parent: String::new() },
        school_year: None,
        period: None,
        as_of: None,
        deadline: &|_, _| AS_OF,
        frameworks: &frameworks,
        expected: None,
        accepted: &accepted,
    };
    change(&mut wanted);
    join(parts, &wanted)
}

fn joined(parts: Vec<Part>) -> Joined {
    joined_by(parts, "Sở", |_| {}).expect("nothing speaks against it")
}

fn accepting(parts: Vec<Part>, reason: Reason) -> Joined {
    let accepted = Accepted::of([(reason, "đã hỏi đơn vị".to_owned())]);
    let frameworks = frameworks();
    let wanted = Wanted {
        unit: unit("Sở"),
        school_year: None,
        period: None,
        as_of: None,
        deadline: &|_, _| AS_OF,
        frameworks: &frameworks,
        expected: None,
        accepted: &accepted,
    };
    join(parts, &wanted).expect("accepted")
}

/// A roll-up as an output that can be rolled up again.
fn as_part(joined: Joined) -> Part {
    let (dataset, mut stamp) = (whole(&joined), joined.stamp);
    stamp.tables = stamp::hashes(&tables(&dataset));
    held(stamp, &dataset)
}

fn whole(joined: &Joined) -> Dataset {
    joined.dataset().expect("tables that can be read")
}

/// Schools of one band here: so few that a district makes several.
const FEW: usize = 9;

/// The figures of a roll-up and of its units, counted as the program counts them: some schools at a time.
fn in_bands(joined: &Joined) -> (Statistics, Vec<stats::UnitFigures>) {
    let mut all: Option<Statistics> = None;
    for band in joined.bands(FEW).expect("tables that can be read") {
        let band = band.expect("a band");
        let mut more = figures(&band, &joined.question);
        more.by_unit = units_of(&band, joined);
        match &mut all {
            Some(all) => all.absorb(more),
            None => all = Some(more),
        }
    }
    let mut all = all.expect("a band");
    let units = std::mem::take(&mut all.by_unit);
    (all, units)
}

fn added_up(joined: &Joined) -> Statistics {
    in_bands(joined).0
}

fn figures(dataset: &Dataset, question: &Question) -> Statistics {
    let mut statistics = stats::compute(dataset, &frameworks(), |_| 2, UnitName::default(), question).expect("sound tables");
    for row in &mut statistics.overdue {
        row.origin.file = row.origin.file.rsplit('/').next().unwrap_or_default().to_owned();
    }
    statistics
}

/// Every figure of every group but the units, which are another thing in a roll-up.
fn by_group(dataset: &Dataset) -> Vec<stats::GroupFigures> {
    let groupings: Vec<Grouping> = Grouping::ALL.into_iter().filter(|grouping| *grouping != Grouping::Unit).collect();
    groups(dataset, &groupings).figures()
}

fn groups(dataset: &Dataset, groupings: &[Grouping]) -> stats::Groups {
    stats::Groups::of(dataset, &frameworks(), |_| 2, &question(), groupings, 365).expect("sound tables")
}

fn by_unit(joined: &Joined) -> Vec<stats::UnitFigures> {
    units_of(&whole(joined), joined)
}

fn units_of(dataset: &Dataset, joined: &Joined) -> Vec<stats::UnitFigures> {
    let statistics = figures(dataset, &joined.question);
    stats::by_unit(dataset, &statistics, &frameworks(), &joined.question, &joined.stamp.units, 365).expect("sound tables")
}

fn refusal(parts: Vec<Part>) -> String {
    joined_by(parts, "Sở", |_| {}).expect_err("refused").to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_split_gives_the_figures_of_the_whole(seed in any::<u64>(), count in 1usize..5, between in any::<bool>()) {
        let whole = district(26);
        let ids: Vec<String> = SCHOOL_ID.texts_of(&whole.schools).expect("a column").iter().map(|id| id.unwrap_or_default().to_owned()).collect();
        let place = |id: &str| {
            let at = ids.iter().position(|known| known == id).unwrap_or(0) as u64;
            (seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(at.wrapping_mul(1_442_695_040_888_963_407)) >> 33) as usize % count
        };
        let mut parts: Vec<Part> = (0..count).map(|number| part(&format!("UBND xã {number}"), &whole, |id| place(id) == number)).collect();
        let straight = joined(parts.clone());
        let expected = figures(&whole, &question());
        prop_assert_eq!(&figures(&self::whole(&straight), &straight.question), &expected);
        let (added, units) = in_bands(&straight);
        prop_assert_eq!(&added, &expected);
        prop_assert_eq!(units, by_unit(&straight));

        parts.reverse();
        let turned = joined(parts.clone());
        prop_assert_eq!(tables(&self::whole(&turned)), tables(&self::whole(&straight)));
        prop_assert_eq!(&turned.stamp, &straight.stamp);

        if between {
            let rest = parts.split_off(parts.len() / 2);
            let mut nested: Vec<Part> = rest;
            if !parts.is_empty() {
                nested.push(as_part(joined_by(parts, "Cụm 1", |_| {}).expect("joined")));
            }
            let nested = joined(nested);
            prop_assert_eq!(tables(&self::whole(&nested)), tables(&self::whole(&straight)));
            // Unit, province, nation: one level more changes no row and no figure.
            let nation = joined_by(vec![as_part(nested)], "Bộ GD&ĐT", |_| {}).expect("joined");
            prop_assert_eq!(tables(&self::whole(&nation)), tables(&self::whole(&straight)));
            prop_assert_eq!(&added_up(&nation), &expected);
            prop_assert_eq!(by_group(&self::whole(&nation)), by_group(&whole));
        }

        let units = by_unit(&straight);
        prop_assert_eq!(units.len(), count);
        let mut sum = Tally::default();
        units.iter().for_each(|unit| sum.absorb(&unit.figures));
        prop_assert_eq!(&sum.schools, &expected.schools);
        prop_assert_eq!(&sum.actions, &expected.actions);
        prop_assert_eq!(sum.cost_vnd, expected.cost.total_vnd);
        for unit in &units {
            let mut kinds = Tally::default();
            unit.by_kind.iter().for_each(|kind| kinds.absorb(&kind.figures));
            prop_assert_eq!(kinds.actions, unit.figures.actions);
        }
    }
}

#[test]
fn groups_counted_some_schools_at_a_time_are_those_of_the_whole() {
    let (a, b) = two();
    let joined = joined(vec![a, b]);
    let mut added = stats::Groups::default();
    for band in joined.bands(5).expect("tables that can be read") {
        added.absorb(groups(&band.expect("a band"), &Grouping::ALL));
    }
    assert_eq!(added.figures(), groups(&whole(&joined), &Grouping::ALL).figures());
}

fn two() -> (Part, Part) {
    let whole = district(12);
    let first: BTreeSet<String> =
        SCHOOL_ID.texts_of(&whole.schools).expect("a column").iter().flatten().take(6).map(str::to_owned).collect();
    (part("UBND xã A", &whole, |id| first.contains(id)), part("UBND xã B", &whole, |id| !first.contains(id)))
}

#[test]
fn a_roll_up_between_is_a_row_of_its_own_and_counts_nothing_twice() {
    let (a, b) = two();
    let cluster = as_part(joined_by(vec![a], "Cụm 1", |_| {}).expect("joined"));
    let nested = joined(vec![cluster, b]);
    let units = by_unit(&nested);
    let named: Vec<(&str, bool, usize)> = units.iter().map(|unit| (unit.unit.name.as_str(), unit.rolled_up, unit.units)).collect();
    assert_eq!(named, [("UBND xã B", false, 1), ("Cụm 1", true, 1), ("UBND xã A", false, 1)]);
    assert_eq!(units[1].figures, units[2].figures);
    assert_eq!(units[2].within, ["Cụm 1"]);
}

#[test]
fn files_keep_their_unit() {
    let (a, b) = two();
    let actions = whole(&joined(vec![a, b])).actions;
    let files = crate::dataset::variable::FILE.texts_of(&actions).expect("a column");
    assert!(files.iter().flatten().all(|file| file.starts_with("Sở GD&ĐT tỉnh Ngàn Hoa/UBND xã ")));
}

#[test]
fn a_school_in_two_units_is_refused_by_name_and_counts_once_where_accepted() {
    let whole = district(6);
    let (all, some) = (part("UBND xã A", &whole, |_| true), part("UBND xã B", &whole, |id| id.ends_with('1')));
    let ids = some.schools.height();
    assert!(ids > 0);
    let told = refusal(vec![all.clone(), some.clone()]);
    assert!(told.contains("trường có trong hai đơn vị") && told.contains("UBND xã A (Sở GD&ĐT tỉnh Ngàn Hoa) và UBND xã B"), "{told}");
    assert!(told.contains("--accept duplicate-school"), "{told}");
    let joined = accepting(vec![all, some], Reason::DuplicateSchool);
    assert_eq!(added_up(&joined).by_school.len(), 6);
    assert!(joined.stamp.accepted[0].contains("đã hỏi đơn vị") && joined.stamp.notes[0].contains("tính theo UBND xã A"));
}

/// A part whose schools are what `change` makes of code, name and whether the register lists it.
fn with_schools(mut part: Part, change: impl Fn(&str, &str) -> (String, bool)) -> Part {
    let ids: Vec<String> =
        SCHOOL_ID.texts_of(&part.schools).expect("a column").iter().map(|id| id.unwrap_or_default().to_owned()).collect();
    let names: Vec<String> =
        NAME.texts_of(&part.schools).expect("a column").iter().map(|name| name.unwrap_or_default().to_owned()).collect();
    let (ids, registered): (Vec<String>, Vec<bool>) = ids.iter().zip(&names).map(|(id, name)| change(id, name)).unzip();
    part.schools.with_column(SCHOOL_ID.texts(ids.iter().map(|id| Some(id.as_str())))).expect("a column");
    part.schools.with_column(REGISTERED.truths(registered.into_iter())).expect("a column");
    part
}

#[test]
fn a_school_outside_one_register_and_in_another_is_one_school() {
    let stranger = |part| with_schools(part, |_, name| (phrase::school::parse(name).id().expect("a name"), false));
    let whole = district(6);
    let all = || part("UBND xã A", &whole, |_| true);
    let again = || stranger(part("UBND xã B", &whole, |_| true));
    let told = refusal(vec![all(), again()]);
    assert!(told.contains("6 trường có trong hai đơn vị") && told.contains("ngoài danh sách trường, mã "), "{told}");
    let joined = accepting(vec![all(), again()], Reason::DuplicateSchool);
    assert_eq!(joined.without_rows().schools.height(), 6);
    // In a unit without a register every school is a stranger: names alone are no proof, and it is noted.
    let mut without = again();
    without.stamp.units.iter_mut().for_each(|unit| unit.expected = false);
    let joined = joined_by(vec![all(), without], "Sở", |_| {}).expect("two units");
    assert!(joined.stamp.notes.iter().any(|note| note.contains("trùng tên với")), "{:?}", joined.stamp.notes);
}

#[test]
fn codes_that_lost_their_zeros_are_the_same_schools() {
    let whole = district(6);
    let coded = |zeros: &'static str| {
        move |id: &str, _: &str| {
            (format!("{zeros}{}", id.bytes().fold(7_000_000_u32, |sum, byte| sum * 3 % 1_000_003 + 1_000_000 + u32::from(byte))), true)
        }
    };
    let (a, b) =
        (with_schools(part("UBND xã A", &whole, |_| true), coded("0")), with_schools(part("UBND xã B", &whole, |_| true), coded("")));
    let told = refusal(vec![a.clone(), b]);
    assert!(told.contains("6 trường có trong hai đơn vị") && told.contains("(mã 1"), "{told}");
    let other = with_schools(part("UBND xã B", &whole, |_| true), coded("5"));
    assert_eq!(joined(vec![a, other]).without_rows().schools.height(), 12, "other codes are other schools, whatever their names");
}

#[test]
fn one_unit_twice_is_refused_and_counts_once_where_accepted() {
    let (a, b) = two();
    let told = refusal(vec![a.clone(), b.clone(), a.clone()]);
    assert!(told.contains("Một đơn vị có trong hai kết quả: UBND xã A") && !told.contains("xã B ("), "{told}");
    assert!(!told.contains("trường có trong hai đơn vị"), "its schools are no news: {told}");
    let schools = a.schools.height() + b.schools.height();
    assert_eq!(accepting(vec![a.clone(), b, a], Reason::DuplicateUnit).without_rows().schools.height(), schools);
}

#[test]
fn other_years_and_halves_are_refused() {
    let (a, mut b) = two();
    b.stamp.units[0].period = Period::Hk2;
    let told = refusal(vec![a.clone(), b.clone()]);
    assert!(told.contains("Khác kỳ báo cáo: Học kỳ I: UBND xã A") && told.contains("Cuối năm học: UBND xã B"), "{told}");
    assert_eq!(accepting(vec![a.clone(), b.clone()], Reason::MixedPeriod).question.period, Period::Hk2);
    b.stamp.units[0].period = Period::Hk1;
    b.stamp.units[0].school_year = SchoolYear::new(2024).expect("a school year");
    let told = refusal(vec![a.clone(), b.clone()]);
    assert!(told.contains("Khác năm học: 2023-2024: UBND xã A") && told.contains("--accept mixed-year"), "{told}");
    accepting(vec![a.clone(), b], Reason::MixedYear);
    let told = joined_by(vec![a], "Sở", |wanted| wanted.school_year = SchoolYear::new(2020)).expect_err("another year").to_string();
    assert!(told.contains("(cần 2020-2021)"), "{told}");
}

#[test]
fn an_edited_sheet_and_another_framework_are_refused() {
    let (mut a, mut b) = two();
    a.edited = Some("trang Dữ liệu dòng 9 không còn như khi ghi".to_owned());
    let told = refusal(vec![a.clone(), b.clone()]);
    assert!(told.contains("UBND xã A (Sở GD&ĐT tỉnh Ngàn Hoa), trang Dữ liệu dòng 9"), "{told}");
    assert!(accepting(vec![a.clone(), b.clone()], Reason::Edited).stamp.accepted[0].contains("dùng dữ liệu gốc"));
    a.edited = None;
    let id = b.stamp.units[0].frameworks.keys().next().expect("a framework").clone();
    b.stamp.units[0].frameworks.insert(id.clone(), "khac".to_owned());
    let told = refusal(vec![a.clone(), b.clone()]);
    assert!(told.contains(&format!("Bộ tiêu chuẩn \"{id}\" ở đơn vị khác với ở đây: UBND xã B")), "{told}");
    accepting(vec![a.clone(), b.clone()], Reason::FrameworkDiffers);
    b.stamp.units[0].frameworks = BTreeMap::from([("tt99-2030".to_owned(), String::new())]);
    assert!(refusal(vec![a, b]).contains("Không có bộ tiêu chuẩn \"tt99-2030\""));
}

#[test]
fn another_day_of_closing_judges_the_work_again() {
    let whole = district(12);
    let a = part("UBND xã A", &whole, |_| true);
    let later = date(2024, 5, 10);
    let joined = joined_by(vec![a], "Sở", |wanted| wanted.as_of = Some(later)).expect("joined");
    let expected = Dataset::new(&example::district(12).reading, &Question { as_of: later, ..question() });
    assert_eq!(added_up(&joined).overdue, figures(&expected, &joined.question).overdue);
    assert!(joined.stamp.notes[0].contains("10/05/2024"));
}

#[test]
fn units_that_sent_nothing_are_named() {
    let rows: Vec<Vec<String>> = [["TT", "Tên đơn vị"], ["1", "UBND xã A"], ["2", "Ubnd Xã B"], ["3", "UBND xã C"]]
        .map(|row| row.map(str::to_owned).to_vec())
        .to_vec();
    let expected = Expected::from_sheets(&[rows], "don-vi.csv").expect("a list");
    let (a, b) = two();
    let joined = joined_by(vec![a, b], "Sở", |_| {}).expect("joined");
    assert!(joined.stamp.missing.is_empty());
    let (a, b) = two();
    let (frameworks, accepted) = (frameworks(), Accepted::default());
    let wanted = Wanted {
        unit: unit("Sở"),
        school_year: None,
        period: None,
        as_of: None,
        deadline: &|_, _| AS_OF,
        frameworks: &frameworks,
        expected: Some(&expected),
        accepted: &accepted,
    };
    assert_eq!(join(vec![a, b], &wanted).expect("joined").stamp.missing, ["UBND xã C"]);
    // As offices are called in lists, and as they call themselves.
    let list = |name: &str| {
        let rows = [["TT", "Tên đơn vị"], ["1", name]].map(|row| row.map(str::to_owned).to_vec());
        Expected::from_sheets(&[rows.to_vec()], "don-vi.csv").expect("a list")
    };
    let named = |unit: &str| {
        let mut part = two().0;
        part.stamp.unit.name = unit.to_owned();
        part.stamp.units[0].unit.name = unit.to_owned();
        part
    };
    for (listed, sent, is_one) in [
        ("Quận Bến Cát", "Phòng GD&ĐT quận Bến Cát", true),
        ("Bến Cát", "Phòng Giáo dục và Đào tạo quận Bến Cát", true),
        ("UBND xã Ban Mai", "xã Ban Mai", true),
        ("Thành phố Bến Cát", "UBND TP Bến Cát", true),
        ("Xã Bến Cát", "Phòng GD&ĐT quận Bến Cát", false),
        ("Quận Bến Cát", "Phòng GD&ĐT quận Bến Cát Đông", false),
    ] {
        assert_eq!(list(listed).missing(&[named(sent)]).is_empty(), is_one, "{listed}: {sent}");
        assert_eq!(list(listed).strangers(&[named(sent)]).is_empty(), is_one, "{listed}: {sent}");
    }
    assert!(Expected::from_sheets(&[vec![vec!["1".to_owned(), "UBND xã A".to_owned()]]], "don-vi.csv").is_err());
}

#[test]
fn reasons_are_known_by_two_names() {
    assert_eq!(Accepted::entry("edited=Xã đã xác nhận"), Ok((Reason::Edited, "Xã đã xác nhận".to_owned())));
    assert_eq!("trung-truong".parse(), Ok(Reason::DuplicateSchool));
    assert!(Accepted::entry("everything").expect_err("unknown").contains("duplicate-school"));
}
