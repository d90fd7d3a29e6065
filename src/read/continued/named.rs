//! Results that name their works by numbers in, the same with the words of the plan beside them out.

use std::borrow::Cow;

use super::part::Part;
use super::put;
use crate::finding::{self, Finding};
use crate::model::Address;
use crate::read::grid::{Cell, CellKind, Workbook};
use crate::read::record::spans;

/// The title of the works of a plan, in a table of results.
const TITLE: &str = "Nội dung công việc";

/// Puts the names there; tells how many, and which numbers are none of the plan's.
pub(super) fn by_number(workbook: &mut Cow<'_, Workbook>, plan: &Part, results: &Part) -> Vec<Finding> {
    let Some(name) = plan.name() else { return Vec::new() };
    let work = |row: u32| workbook.grids[plan.sheet].row(row)?.get(name.at).map(|cell| cell.text.clone());
    let mut unnamed = Vec::new();
    let mut names = Vec::new();
    for (row, works) in results.works_of(plan) {
        // A list speaks for each of the works whose words it holds, line by line.
        let texts = works.as_ref().and_then(|works| works.iter().map(|planned| work(*planned)).collect::<Option<Vec<String>>>());
        match (texts, works) {
            (Some(texts), Some(works)) => names.push((row, works, texts)),
            _ => unnamed.push(row),
        }
    }
    let mut told = Vec::new();
    let at = Some(results.at());
    if !names.is_empty() {
        let count = names.iter().map(|(_, works, _)| works.len()).sum::<usize>();
        let finding = Finding::new(&finding::RESULTS_BY_NUMBER).raw(results.title()).with("count", count);
        told.push(Finding { cell: at, ..finding });
    }
    if !unnamed.is_empty() {
        let finding = Finding::new(&finding::RESULTS_WITHOUT_WORK).raw(results.title()).with("rows", spans(&unnamed));
        told.push(Finding { cell: at, ..finding });
    }
    if names.is_empty() {
        return told;
    }
    // What was told of them is no row of the table any more.
    workbook.to_mut().grids[results.sheet].rows.retain(|row| !unnamed.contains(&row.index));
    let criterion = plan.criterion().filter(|_| results.criterion().is_none()).map(|column| column.at);
    let code = |works: &[u32]| match works {
        [only] => Some(workbook.grids[plan.sheet].row(*only)?.get(criterion?)?.text.clone()),
        _ => None,
    };
    let codes: Vec<(u32, String)> = names.iter().filter_map(|(row, works, _)| Some((*row, code(works)?))).collect();
    let grid = &mut workbook.to_mut().grids[results.sheet];
    let behind = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or_default() + 1;
    let cell = |text: String| Cell { column: behind, text, raw: None, kind: CellKind::Text };
    let titles: Vec<u32> = results.again.iter().copied().chain([results.titles]).collect();
    for titles in &titles {
        put(grid, Address::new(*titles, behind), cell(TITLE.to_owned()));
    }
    if results.has_own_numbers {
        // The numbers have named their works, and say nothing more.
        grid.rows.iter_mut().filter(|row| (results.titles..=results.last).contains(&row.index)).for_each(|row| {
            row.cells.retain(|cell| cell.column != results.numbers_at);
        });
    }
    // "STT trong kế hoạch" is the title of no work.
    let title = grid.rows.iter_mut().filter(|row| titles.contains(&row.index)).flat_map(|row| &mut row.cells);
    let is_code = results.criterion().is_some_and(|column| column.at == results.numbers_at);
    for title in title.filter(|cell| !is_code && cell.column == results.numbers_at) {
        title.raw = Some(std::mem::replace(&mut title.text, "STT".to_owned()));
    }
    for (row, _, texts) in names {
        put(grid, Address::new(row, behind), cell(texts.join("\n")));
    }
    if !codes.is_empty() {
        for titles in titles {
            put(grid, Address::new(titles, behind + 1), cell("Tiêu chí".to_owned()));
        }
        for (row, code) in codes {
            put(grid, Address::new(row, behind + 1), cell(code));
        }
    }
    told
}
