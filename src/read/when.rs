//! The heads, feet and names of some files in, the school year and the half they say they are of out: for a run that was told neither.

use std::collections::{BTreeMap, BTreeSet};

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

/// What files say of the time they are from; of many, some from the whole list are looked at.
pub fn when(sources: &[Source], limits: &Limits, isolation: &Isolation) -> When {
    const ENOUGH: usize = 40;
    let mut worker = Worker::new(isolation, limits);
    let mut years: BTreeMap<SchoolYear, usize> = BTreeMap::new();
    let mut halves: BTreeMap<Period, usize> = BTreeMap::new();
    let mut files = 0;
    for source in sources.iter().step_by(sources.len().div_ceil(ENOUGH).max(1)) {
        let Ok(bytes) = source.bytes(limits) else { continue };
        let Ok((workbook, _)) = worker.parse(&source.name, &bytes) else { continue };
        if aside::by_content(&workbook).is_some() {
            continue;
        }
        files += 1;
        let lines: Vec<_> = workbook.grids.iter().flat_map(|grid| table::lines(head(grid))).collect();
        for year in who::years(&source.name, &lines) {
            *years.entry(year).or_default() += 1;
        }
        if let Some(half) = half(&source.name, &workbook.grids) {
            *halves.entry(half).or_default() += 1;
        }
    }
    let year = years.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year);
    When { year, period: reported(&halves), files }
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

/// The one half that a file reports on by its titles or names; else the one it was signed in.
fn half(name: &str, grids: &[Grid]) -> Option<Period> {
    let one = |halves: BTreeSet<Period>| if halves.len() == 1 { halves.first().copied() } else { None };
    let titled = one(grids.iter().filter_map(titled).collect());
    titled.or_else(|| phrase::period::parse(name).filter(|_| !plans(name))).or_else(|| one(grids.iter().filter_map(signed).collect()))
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

/// The half of the school year in which a sheet was signed, where the month tells: the report on a year comes from March on, the one
/// on its first half from November to February, and a plan before.
fn signed(grid: &Grid) -> Option<Period> {
    let lines = table::lines(head(grid)).into_iter().chain(table::lines(foot(grid)));
    let day = lines.filter_map(|(_, line)| dated::place_and_date(&line)).max()?;
    match day.month() {
        3..=7 => Some(Period::Hk2),
        11 | 12 | 1 | 2 => Some(Period::Hk1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
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
