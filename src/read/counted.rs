//! A little table of how many criteria reached each level ("Mức | Số tiêu chí đạt | Tổng số | Tỷ lệ" over "Mức 1 | 28 | 28 | 100%", or the
//! levels side by side) in, a line for each level out, as schools write it: "Tổng số tiêu chí đạt Mức 1: 28/28".

use std::borrow::Cow;

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use crate::model::{Address, Criterion};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::text;
use crate::text::memory::Memory;

/// Levels that make such a table.
const FEWEST: usize = 2;
/// A longer title is that of something else.
const LONGEST: usize = 60;
const MOST_CRITERIA: u32 = 40;
/// Standard, criteria, each level, what is not met, shares of each.
const MOST_COLUMNS: usize = 12;

/// The workbook, such tables put as lines.
pub(super) fn in_lines(workbook: &Workbook) -> Cow<'_, Workbook> {
    workbook.mended(tables, put)
}

/// By place of its row: the lines that stand for it, each with its column.
struct Counts {
    titles: u32,
    lines: Vec<(u32, Vec<(u32, String)>)>,
}

fn tables(grid: &Grid) -> Vec<Counts> {
    let may_be =
        |row: &Row| (2..=6).contains(&row.cells.len()) && row.cells.iter().all(|cell| !text::has_more_letters(&cell.text, LONGEST));
    let at = (0..grid.rows.len()).filter(|at| may_be(&grid.rows[*at]));
    let by_standards = (0..grid.rows.len()).filter(|at| grid.rows[*at].cells.len() <= MOST_COLUMNS).filter_map(|at| by_standards(grid, at));
    at.filter_map(|at| by_rows(grid, at).or_else(|| by_columns(grid, at))).chain(by_standards).collect()
}

/// What a title counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Title {
    Met,
    Whole,
    Share,
}

fn title(text: &str) -> Option<Title> {
    thread_local! {
        static READ: Memory<Option<Title>> = Memory::default();
    }
    // Every short row may be that of the titles.
    READ.with(|known| known.recall(text, read_title))
}

fn read_title(text: &str) -> Option<Title> {
    let folded = text::fold(text);
    let says = |words: &str| text::holds_words(&folded, words);
    let of_criteria = says("tieu chi") || says("tc") || says("so luong") || says("sl");
    if text.contains('%') || says("ty le") || says("ti le") {
        return Some(Title::Share);
    }
    if says("khong dat") || says("chua dat") {
        return None;
    }
    let number = says("so luong") || says("sl");
    match (says("dat"), says("tong so") || says("tong")) {
        (true, _) if of_criteria => Some(Title::Met),
        (false, true) => Some(Title::Whole),
        (false, false) if number => Some(Title::Met),
        // "Các tiêu chí" lists them.
        (false, false) if of_criteria && says("so") => Some(Title::Whole),
        _ => None,
    }
}

/// "Mức 1", "Đạt Mức 2", "Tiêu chí đạt Mức 3"; 0 for "Không đạt".
pub(super) fn level(text: &str) -> Option<u8> {
    thread_local! {
        static READ: Memory<Option<u8>> = Memory::default();
    }
    if text::has_more_letters(text, LONGEST) {
        return None;
    }
    READ.with(|known| known.recall(text, read_level))
}

fn read_level(text: &str) -> Option<u8> {
    let folded = text::fold(text);
    let bare = ["tong so tieu chi ", "so tieu chi ", "cac tieu chi ", "tieu chi "]
        .iter()
        .find_map(|words| folded.strip_prefix(words))
        .unwrap_or(&folded);
    match phrase::levels::reached(bare)? {
        Reached::Up(level) if bare.contains('m') || level == 0 => Some(level),
        _ => None,
    }
}

/// `28`, or `28/28`.
pub(super) fn count(text: &str) -> Option<(u32, Option<u32>)> {
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number <= MOST_CRITERIA);
    match text.split_once('/') {
        Some((met, of)) => Some((number(met)?, Some(number(of)?))),
        None => Some((number(text)?, None)),
    }
}

fn line(level: u8, (met, own): (u32, Option<u32>), whole: Option<u32>) -> String {
    let of = own.or(whole).filter(|of| met <= *of).map_or_else(String::new, |of| format!("/{of}"));
    if level == 0 {
        format!("Tổng số tiêu chí không đạt: {met}{of}")
    } else {
        format!("Tổng số tiêu chí đạt Mức {level}: {met}{of}")
    }
}

fn by_rows(grid: &Grid, at: usize) -> Option<Counts> {
    let titles = &grid.rows[at];
    // "Đạt | Không đạt" over "Số lượng | Tỷ lệ" of each.
    let above = grid.rows[..at].last().filter(|row| row.index + 1 == titles.index && over_counts(grid, row));
    let of_unmet = |cell: &Cell| {
        let over = above.and_then(|row| grid.shown(Address::new(row.index, cell.column)));
        over.is_some_and(|over| phrase::levels::reached(&over.text) == Some(Reached::Up(0)))
    };
    let kind = |cell: &Cell| if of_unmet(cell) { None } else { title(&cell.text) };
    let kinds: Vec<(u32, Option<Title>)> = titles.cells.iter().map(|cell| (cell.column, kind(cell))).collect();
    let of = |kind: Title| {
        let mut found = kinds.iter().filter(|(_, of)| *of == Some(kind)).map(|(column, _)| *column);
        found.next().filter(|_| found.next().is_none())
    };
    let (met, whole) = match (of(Title::Met), of(Title::Whole)) {
        (Some(met), whole) => (met, whole),
        // "Mức | Số tiêu chí | Tỷ lệ"
        (None, Some(only)) if of(Title::Share).is_some() => (only, None),
        _ => return None,
    };
    let mut lines = Vec::new();
    for row in &grid.rows[at + 1..] {
        let Some((named, level)) =
            row.cells.iter().filter(|cell| cell.column < met).find_map(|cell| Some((cell.column, level(&cell.text)?)))
        else {
            break;
        };
        let is_figure =
            |text: &str| count(text).is_some() || text.trim_end_matches('%').replace(',', ".").trim().parse::<f64>().is_ok() || text == "-";
        // Codes beside their number are worth more than the number.
        if row.cells.iter().any(|cell| cell.column > named && !is_figure(&cell.text)) {
            return None;
        }
        // "Trường tự đánh giá đạt: Mức 2" right below.
        let Some(counted) = row.get(met) else { break };
        let counted = count(&counted.text)?;
        let whole = whole.and_then(|column| row.get(column)).and_then(|cell| count(&cell.text)).map(|(whole, _)| whole);
        lines.push((row.index, vec![(named, line(level, counted, whole))]));
    }
    let enough = lines.len() >= FEWEST;
    let lines = above.map(|row| (row.index, Vec::new())).into_iter().chain(lines).collect();
    enough.then_some(Counts { titles: titles.index, lines })
}

/// "TT | Mức | Đạt | Không đạt", the last two over two columns each.
fn over_counts(grid: &Grid, row: &Row) -> bool {
    let wide = |cell: &&Cell| grid.merge_at(Address::new(row.index, cell.column)).is_some_and(|area| area.columns() > 1);
    let states: Vec<&str> = row.cells.iter().filter(wide).map(|cell| cell.text.as_str()).collect();
    let unmet = |text: &&str| phrase::levels::reached(text) == Some(Reached::Up(0));
    states.len() == 2 && states.iter().any(unmet) && states.iter().any(|text| text::fold(text).starts_with("dat"))
}

/// "| Mức 1 | Mức 2 | Mức 3" over "Số tiêu chí đạt | 28 | 25 | 11", "Tổng số tiêu chí | 28 | 28 | 20".
fn by_columns(grid: &Grid, at: usize) -> Option<Counts> {
    let titles = &grid.rows[at];
    let levels: Vec<(u32, u8)> = titles.cells.iter().filter_map(|cell| Some((cell.column, level(&cell.text)?))).collect();
    let (first, _) = *levels.first()?;
    if levels.len() < FEWEST || titles.cells.len() > levels.len() + 1 {
        return None;
    }
    let label = |row: &Row| row.cells.first().filter(|cell| cell.column < first).and_then(|cell| title(&cell.text));
    let rows: Vec<(&Row, Title)> = grid.rows[at + 1..].iter().map_while(|row| Some((row, label(row)?))).collect();
    let (met, _) = rows.iter().find(|(_, kind)| *kind == Title::Met)?;
    let whole = rows.iter().find(|(_, kind)| *kind == Title::Whole).map(|(row, _)| *row);
    let counts = levels.iter().map(|(column, level)| {
        let counted = count(&met.get(*column)?.text)?;
        let whole = whole.and_then(|row| row.get(*column)).and_then(|cell| count(&cell.text)).map(|(whole, _)| whole);
        Some((*column, line(*level, counted, whole)))
    });
    let counts: Vec<(u32, String)> = counts.collect::<Option<_>>()?;
    let lines = rows.iter().map(|(row, kind)| (row.index, if *kind == Title::Met { counts.clone() } else { Vec::new() }));
    Some(Counts { titles: titles.index, lines: lines.collect() })
}

/// "Tiêu chuẩn | Số tiêu chí | Đạt Mức 1 | Đạt Mức 2" over a row for each standard and "Cộng | 28 | 27 | 26": that last row.
fn by_standards(grid: &Grid, at: usize) -> Option<Counts> {
    const MOST_STANDARDS: usize = 5;
    const TOTALS: &[&str] = &["cong", "tong", "tong cong", "tong so", "cong chung", "tong hop", "toan truong", "chung"];
    let titles = &grid.rows[at];
    let levels: Vec<(u32, u8)> = titles.cells.iter().filter_map(|cell| Some((cell.column, level(&cell.text)?))).collect();
    let (first, _) = *levels.first()?;
    let numbers: Vec<u8> = levels.iter().map(|(_, level)| *level).filter(|level| *level > 0).collect();
    if numbers.len() < FEWEST || numbers.windows(2).any(|pair| pair[1] <= pair[0]) {
        return None;
    }
    let of_standards = titles.cells.iter().any(|cell| cell.column < first && text::fold(&cell.text) == "tieu chuan");
    let label = |row: &Row| {
        row.cells.iter().take_while(|cell| cell.column < first).map(|cell| cell.text.clone()).find(|text| count(text).is_none())
    };
    let named = |row: &Row| {
        let label = label(row)?;
        // "TC1" under "Tiêu chuẩn" is no criterion.
        let short = || text::fold(&label).strip_prefix("tc").and_then(|number| number.trim().parse::<u8>().ok());
        let parsed = phrase::criterion::parse(&label, None, None);
        parsed.standard.filter(|_| parsed.criterion.is_none()).or_else(|| short().filter(|_| of_standards))
    };
    let is_standard = |row: &&Row| {
        let counts = row.cells.iter().any(|cell| cell.column >= first && count(&cell.text).is_some());
        counts && named(row).is_some()
    };
    let rows = &grid.rows[at + 1..];
    let standards = rows.iter().take_while(is_standard).count();
    if !(2..=MOST_STANDARDS).contains(&standards) {
        return None;
    }
    let is_total = |row: &&Row| label(row).is_some_and(|label| TOTALS.contains(&text::fold(&label).as_str()));
    let titled = |column: u32| grid.shown(Address::new(titles.index, column)).and_then(|cell| title(&cell.text));
    let counts_of = |row: &Row, before: &str| -> Option<Vec<(u32, String)>> {
        let whole = row.cells.iter().filter(|cell| cell.column < first && titled(cell.column) == Some(Title::Whole));
        let whole = whole.filter_map(|cell| count(&cell.text)).map(|(whole, _)| whole).next();
        let of_level = |(column, level): &(u32, u8)| {
            // Not every criterion has the third level.
            let whole = whole.filter(|_| *level < 3);
            Some((*column, format!("{before}{}", line(*level, count(&row.get(*column)?.text)?, whole))))
        };
        levels.iter().map(of_level).collect()
    };
    // "Đạt" over the levels, where the titles are of two rows.
    let over = grid.rows[..at].last().filter(|row| row.index + 1 == titles.index);
    let reaches = |cell: &Cell| {
        let area = |row: &Row| grid.merge_at(Address::new(row.index, cell.column)).copied();
        over.and_then(area).is_some_and(|area| area.last.row >= titles.index || area.contains(Address::new(area.first.row, first)))
    };
    let over = over.filter(|row| row.cells.iter().any(reaches));
    let over = over.map(|row| (row.index, Vec::new())).into_iter();
    let lines: Vec<(u32, Vec<(u32, String)>)> = match rows.get(standards).filter(is_total) {
        Some(total) => {
            let emptied = rows[..standards].iter().map(|row| (row.index, Vec::new()));
            over.chain(emptied).chain([(total.index, counts_of(total, "")?)]).collect()
        }
        // Without their sum they are all there is, where no table of criteria stands on the sheet.
        None if grid.rows.iter().flat_map(|row| &row.cells).any(|cell| is_criterion(&cell.text)) => return None,
        None => {
            let of_row = |row: &Row| Some((row.index, counts_of(row, &format!("Tiêu chuẩn {}: ", named(row)?))?));
            over.chain(rows[..standards].iter().map(of_row).collect::<Option<Vec<_>>>()?).collect()
        }
    };
    Some(Counts { titles: titles.index, lines })
}

/// "Tiêu chí 1.1", "1.10".
fn is_criterion(text: &str) -> bool {
    !text::has_more_letters(text, LONGEST)
        && matches!(phrase::criterion::parse(text, None, None).criterion, Some(Criterion::Numbered { .. }))
}

fn put(grid: &mut Grid, counts: &Counts) {
    grid.rows.retain(|row| row.index != counts.titles);
    for (index, lines) in &counts.lines {
        let Ok(at) = grid.rows.binary_search_by_key(index, |row| row.index) else { continue };
        if lines.is_empty() {
            grid.rows.remove(at);
            continue;
        }
        let row = &mut grid.rows[at];
        let written = row.cells.iter().map(Cell::as_written).collect::<Vec<_>>().join(" | ");
        let cell =
            |(column, text): &(u32, String)| Cell { column: *column, text: text.clone(), raw: Some(written.clone()), kind: CellKind::Text };
        row.cells = lines.iter().map(cell).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::super::grid::sketch::{grid, mended};
    use super::*;

    #[test]
    fn counts_by_level_are_lines() {
        let expected =
            ["0:Tổng số tiêu chí đạt Mức 1: 28/28", "0:Tổng số tiêu chí đạt Mức 2: 25/28", "0:Tổng số tiêu chí đạt Mức 3: 11/20"];
        let tables: &[&[&[&str]]] = &[
            &[
                &["Mức", "Số tiêu chí đạt", "Tổng số tiêu chí", "Tỷ lệ"],
                &["Mức 1", "28", "28", "100%"],
                &["Mức 2", "25", "28", "89,3%"],
                &["Mức 3", "11", "20", "55%"],
            ],
            &[&["Kết quả", "Tổng số TC", "Số TC đạt"], &["Đạt Mức 1", "28", "28"], &["Đạt Mức 2", "28", "25"], &["Đạt Mức 3", "20", "11"]],
            &[
                &["Mức đánh giá", "Số lượng tiêu chí", "Tỉ lệ (%)"],
                &["Mức 1", "28/28", "100"],
                &["Mức 2", "25/28", "89,3"],
                &["Mức 3", "11/20", "55"],
            ],
        ];
        for table in tables {
            assert_eq!(mended(grid(table), in_lines), expected, "{table:?}");
        }
        let turned: &[&[&str]] = &[
            &["Nội dung", "Mức 1", "Mức 2"],
            &["Số tiêu chí đạt", "28", "25"],
            &["Tổng số tiêu chí", "28", "28"],
            &["Tỷ lệ", "100%", "89%"],
        ];
        assert_eq!(mended(grid(turned), in_lines), ["1:Tổng số tiêu chí đạt Mức 1: 28/28 2:Tổng số tiêu chí đạt Mức 2: 25/28"]);
    }

    #[test]
    fn what_the_standards_come_to_is_lines() {
        let rows: &[&[&str]] = &[
            &["TT", "Tiêu chuẩn", "Số tiêu chí", "Không đạt", "Mức 1", "Mức 2", "Mức 3"],
            &["1", "Tiêu chuẩn 1", "10", "0", "10", "9", "4"],
            &["2", "Tiêu chuẩn 2: Cán bộ quản lý", "4", "1", "3", "3", "2"],
            &["", "Cộng", "14", "1", "13", "12", "6"],
        ];
        let expected = ["3:Tổng số tiêu chí không đạt: 1/14 4:Tổng số tiêu chí đạt Mức 1: 13/14 5:Tổng số tiêu chí đạt Mức 2: 12/14 \
             6:Tổng số tiêu chí đạt Mức 3: 6"];
        assert_eq!(mended(grid(rows), in_lines), expected);
    }

    #[test]
    fn tables_of_criteria_stay() {
        let tables: &[&[&[&str]]] = &[
            &[&["Tiêu chí", "Mức 1", "Mức 2"], &["1.1", "x", "x"], &["1.2", "x", ""]],
            &[&["Mức", "Các tiêu chí đạt", "Số lượng"], &["Mức 1", "1.1, 1.2", "2"], &["Mức 2", "1.3", "1"]],
            &[&["Mức đạt được", "Các tiêu chí", "Số lượng"], &["Mức 1", "1.1, 1.2", "2"], &["Mức 2", "1.3", "1"]],
            &[&["Tiêu chí", "Mức 1", "Mức 2", "Mức 3"], &["Tiêu chuẩn 1", "", ""], &["1.1", "x", "x"], &["Cộng", "1", "1", "0"]],
            &[&["Tiêu chuẩn", "Số tiêu chí", "Đạt Mức 1"], &["1", "10", "9"], &["2", "4", "4"]],
            &[&["Tiêu chí", "Số tiêu chí", "Kết quả"], &["1.1", "1", "Mức 2"], &["1.2", "1", "Mức 3"]],
        ];
        for table in tables {
            let before = super::super::grid::sketch::lines(&grid(table));
            assert_eq!(mended(grid(table), in_lines), before, "{table:?}");
        }
    }
}
