//! The heads, feet and names of some files in, the school year and the half they say they are of out: for a run that was told neither.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::grid::{Grid, Row};
use super::source::Source;
use super::worker::Worker;
use super::{Isolation, aside, dated, table, who};
use crate::model::{Period, SchoolYear};
use crate::phrase;
use crate::settings::Limits;
use crate::text;

/// What the files of a run say of the time they are from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct When {
    /// The year most of them name, the later of two.
    pub year: Option<SchoolYear>,
    /// The half they report on.
    pub period: Option<Period>,
    /// How many files were looked at.
    pub files: usize,
}

/// What one file says of it.
struct Told {
    years: BTreeSet<SchoolYear>,
    /// The half its titles or names say that it reports on.
    half: Option<Period>,
    signed: Vec<Date>,
}

/// What files say of the time they are from; of many, some from the whole list are looked at. `asked` is the year that the run was told.
pub fn when(sources: &[Source], asked: Option<SchoolYear>, limits: &Limits, isolation: &Isolation) -> When {
    const ENOUGH: usize = 40;
    let mut worker = Worker::new(isolation, limits);
    let mut all: Vec<Told> = Vec::new();
    for source in sources.iter().step_by(sources.len().div_ceil(ENOUGH).max(1)) {
        let Ok(bytes) = source.bytes(limits) else { continue };
        let Ok((workbook, _)) = worker.parse(&source.name, &bytes) else { continue };
        if aside::by_content(&workbook).is_some() {
            continue;
        }
        let lines: Vec<_> = workbook.grids.iter().flat_map(|grid| table::lines(head(grid))).collect();
        let signed = workbook.grids.iter().filter_map(signed).collect();
        all.push(Told { years: who::years(&source.name, &lines), half: half(&source.name, &workbook.grids), signed });
    }
    taken(&all, asked)
}

fn taken(all: &[Told], asked: Option<SchoolYear>) -> When {
    let mut years: BTreeMap<SchoolYear, usize> = BTreeMap::new();
    for year in all.iter().flat_map(|told| &told.years) {
        *years.entry(*year).or_default() += 1;
    }
    let year = asked.or_else(|| years.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year));
    let mut halves: BTreeMap<Period, usize> = BTreeMap::new();
    for half in all.iter().filter_map(|told| told.half_of(year?)) {
        *halves.entry(half).or_default() += 1;
    }
    When { year, period: reported(&halves), files: all.len() }
}

impl Told {
    /// The half of that year; a file of another year says nothing of it.
    fn half_of(&self, year: SchoolYear) -> Option<Period> {
        let within = |day: &&Date| year.year_of_month(day.month()) == day.year();
        let last = self.signed.iter().filter(within).max();
        let is_of_year = match &self.years {
            years if years.is_empty() => last.is_some() || self.signed.is_empty(),
            years => years.contains(&year),
        };
        if is_of_year { self.half.or_else(|| signed_in(*last?)) } else { None }
    }
}

/// Reports on the second half come when those on the first have long been there, and may lie beside them; before, there are none.
fn reported(halves: &BTreeMap<Period, usize>) -> Option<Period> {
    const ONE_SLIP_AMONG: usize = 4;
    let of = |half: Period| halves.get(&half).copied().unwrap_or(0);
    match (of(Period::Hk1), of(Period::Hk2)) {
        (0, 0) => None,
        (first, second) if second * ONE_SLIP_AMONG >= first => Some(Period::Hk2),
        _ => Some(Period::Hk1),
    }
}

fn head(grid: &Grid) -> &[Row] {
    const LONGEST: usize = 15;
    &grid.rows[..grid.rows.len().min(LONGEST)]
}

fn foot(grid: &Grid) -> &[Row] {
    const LONGEST: usize = 12;
    &grid.rows[grid.rows.len().saturating_sub(LONGEST)..]
}

/// The one half that a file reports on by its titles or names.
fn half(name: &str, grids: &[Grid]) -> Option<Period> {
    let titled: BTreeSet<Period> = grids.iter().filter_map(titled).collect();
    let one = titled.first().copied().filter(|_| titled.len() == 1);
    one.or_else(|| phrase::period::parse(name).filter(|_| !plans(name)))
}

/// The half in the titles of a sheet that reports; a plan may be for the half that begins.
fn titled(grid: &Grid) -> Option<Period> {
    const CELLS_OF_A_LETTERHEAD: usize = 2;
    const LONGEST: usize = 160;
    let titles: Vec<&Row> = head(grid).iter().filter(|row| row.cells.len() <= CELLS_OF_A_LETTERHEAD).collect();
    let lines: Vec<&str> = titles.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.text.lines()).collect();
    let lines: Vec<&str> = lines.into_iter().filter(|line| line.chars().count() <= LONGEST).collect();
    if !lines.iter().chain([&&*grid.name]).any(|line| reports(line)) {
        return None;
    }
    let named: BTreeSet<Period> = lines.iter().filter(|line| !plans(line)).filter_map(|line| phrase::period::parse(line)).collect();
    match named.len() {
        0 => lines.iter().find_map(|line| phrase::period::until(line)).or_else(|| phrase::period::parse(&grid.name)),
        1 => named.first().copied(),
        _ => None,
    }
}

fn reports(title: &str) -> bool {
    const WORDS: [&str; 9] = ["ket qua", "kq", "bao cao", "bc", "danh gia", "tdg", "tien do", "so ket", "tong ket"];
    let folded = text::fold(title).replace('_', " ");
    WORDS.iter().any(|words| text::holds_words(&folded, words))
}

fn plans(title: &str) -> bool {
    let folded = text::fold(title).replace('_', " ");
    ["ke hoach", "kh"].iter().any(|words| text::holds_words(&folded, words)) && !reports(title)
}

/// The last day that a sheet bears behind a place.
fn signed(grid: &Grid) -> Option<Date> {
    let lines = table::lines(head(grid)).into_iter().chain(table::lines(foot(grid)));
    lines.filter_map(|(_, line)| dated::place_and_date(&line)).max()
}

/// The half that what was signed on a day reports on, where the month tells: the report on a year comes from March on, the one on its first
/// half from November to February, and a plan before.
fn signed_in(day: Date) -> Option<Period> {
    match day.month() {
        3..=7 => Some(Period::Hk2),
        11 | 12 | 1 | 2 => Some(Period::Hk1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn one_slip_moves_no_period_and_what_is_left_of_the_first_half_neither() {
        use Period::{Hk1, Hk2};
        for (first, second, wished) in
            [(0, 0, None), (30, 0, Some(Hk1)), (30, 1, Some(Hk1)), (40, 20, Some(Hk2)), (0, 3, Some(Hk2)), (1, 1, Some(Hk2))]
        {
            assert_eq!(reported(&BTreeMap::from([(Hk1, first), (Hk2, second)])), wished, "{first} {second}");
        }
    }

    #[test]
    fn what_is_of_another_year_says_nothing_of_the_half() {
        let year = |first: &str| first.parse::<SchoolYear>().expect("a school year");
        let told = |of: &str, half: Option<Period>, signed: &[Date]| Told { years: [year(of)].into(), half, signed: signed.to_vec() };
        let january = || told("2023-2024", None, &[date(2024, 1, 8)]);
        // Last May's report left in the folder, and a plan signed before its year began.
        let left = told("2022-2023", Some(Period::Hk2), &[date(2023, 5, 8)]);
        let early = told("2023-2024", None, &[date(2023, 7, 25)]);
        let undated = Told { years: BTreeSet::new(), half: Some(Period::Hk2), signed: vec![date(2023, 5, 8)] };
        let found = taken(&[january(), left, early, undated], Some(year("2023-2024")));
        assert_eq!(found, When { year: Some(year("2023-2024")), period: Some(Period::Hk1), files: 4 });
        let may = told("2023-2024", None, &[date(2023, 9, 15), date(2024, 5, 8)]);
        assert_eq!(taken(&[january(), may], None).period, Some(Period::Hk2));
        assert_eq!(taken(&[told("2023-2024", None, &[date(2023, 7, 25)])], None).period, None);
    }

    #[test]
    fn a_report_tells_its_half_and_a_plan_for_a_half_does_not() {
        for (title, reported) in [
            ("KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CẢ NĂM HỌC", true),
            ("BC tự đánh giá HKII", true),
            ("KQ_HK2", true),
            ("KẾ HOẠCH CẢI TIẾN HỌC KỲ II", false),
            ("KH_HK2", false),
            ("Danh sách giáo viên học kỳ II", false),
        ] {
            assert_eq!(reports(title), reported, "{title}");
        }
        assert!(plans("Trường TH A/KH_HK2.xlsx") && !plans("KQ thực hiện KH HK2.xlsx"));
    }
}
