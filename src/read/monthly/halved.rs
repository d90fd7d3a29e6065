//! Halves of the year that are titles of what came of the work ("HKI | HKII" over "Đã mua | Đang trồng", "Thực hiện HKI | Thực hiện HKII") in; the
//! same titles with that word out, as schools mostly write them: which of them counts is told by others.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{FEWEST, Told, When, is_work, says_what_came, tells_otherwise, tells_states};
use crate::phrase;
use crate::read::grid::{Cell, Grid, Row, Workbook};
use crate::read::header::may_title;
use crate::text;

pub(in crate::read) fn titled(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(titles, |grid, told| {
        let Some(row) = grid.rows.iter_mut().find(|row| row.index == told.row) else { return };
        for cell in row.cells.iter_mut().filter(|cell| told.has(cell.column)) {
            let title = format!("Kết quả: {}", cell.text);
            cell.raw = Some(std::mem::replace(&mut cell.text, title));
        }
    })
}

fn titles(grid: &Grid) -> Vec<Told> {
    let mut found: Vec<Told> = grid.rows.iter().filter_map(|row| of_row(grid, row)).collect();
    for at in 1..found.len() {
        found[at - 1].until = found[at].row;
    }
    found
}

fn of_row(grid: &Grid, row: &Row) -> Option<Told> {
    let named: Vec<(&Cell, bool)> = row.cells.iter().filter_map(|cell| Some((cell, says(&cell.text)?))).collect();
    let side_by_side = named.windows(2).all(|pair| pair[0].0.column + 1 == pair[1].0.column);
    let halves: BTreeSet<_> = named.iter().filter_map(|(cell, _)| phrase::period::parse(&cell.text)).collect();
    if halves.len() < FEWEST || !side_by_side || is_work(row) {
        return None;
    }
    let columns = named.iter().zip(1..).map(|((cell, _), round)| (cell.column, When::Round(round))).collect();
    let mut told = Told { row: row.index, over: None, until: u32::MAX, columns };
    told.over = super::over(grid, &told);
    let says = named.iter().all(|(_, says)| *says) || told.over.is_some_and(|at| says_what_came(grid.text(at)));
    // "50% | 100%" may as well be how much is to be done.
    let aims = || grid.rows.iter().filter(|row| told.holds(row)).flat_map(|row| told.cells(row)).any(|cell| text::is_figure(&cell.text));
    ((says || !aims()) && tells_states(grid, &told, says) && !tells_otherwise(grid, row, &told)).then_some(told)
}

/// Whether a title that names a half and nothing else says that it tells of what was done.
fn says(title: &str) -> Option<bool> {
    if !may_name_half(title) || !may_title(title) || phrase::period::parse(title).is_none() {
        return None;
    }
    match phrase::period::without(title).as_str() {
        "" => Some(false),
        "thuc hien" | "da thuc hien" | "da lam" | "viec da lam" => Some(true),
        _ => None,
    }
}

/// Cheaply, for it is asked of every cell: "HKI", "Học kỳ II", "Cuối năm".
fn may_name_half(title: &str) -> bool {
    const LONGEST: usize = 48;
    title.len() <= LONGEST && ["HK", "hk", "Hk", "kỳ", "KỲ", "Kỳ", "kì", "KÌ", "năm", "NĂM"].iter().any(|letters| title.contains(letters))
}
