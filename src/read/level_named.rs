//! A table of criteria marked "Đạt" or "Không đạt" under a line or on a sheet that names one level ("Đánh giá tiêu chí Mức 1", sheet "Mức 2") → the
//! same with that level in a column of its own, and what is to be told of it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::grid::{Cell, CellKind, Grid, Row, Workbook};
use super::header::{Matcher, is_title_row};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::text;

/// The title of the column that is added: rows below it say nothing of other levels.
pub(super) const TITLE: &str = "Mức theo tên bảng";
/// Rows that make a table.
const FEWEST: usize = 3;
/// From this share of its cells on, a column holds marks.
const SHARE: f64 = 0.8;

/// The workbook, such levels beside each criterion; by sheet what is to be told.
pub(super) fn written<'w>(workbook: &'w Workbook, matcher: &mut Matcher<'_>) -> (Cow<'w, Workbook>, Vec<(usize, Finding)>) {
    let found: Vec<Vec<OneLevel>> = workbook.grids.iter().map(|grid| tables(grid, matcher)).collect();
    let told = found.iter().enumerate().flat_map(|(sheet, found)| found.iter().map(move |table| (sheet, table.told()))).collect();
    (workbook.mended_where(&found, put), told)
}

/// A table of one level.
struct OneLevel {
    level: u8,
    /// The words that name it.
    named: String,
    titles: Address,
    rows: BTreeSet<u32>,
}

impl OneLevel {
    fn told(&self) -> Finding {
        let told = Finding::new(&finding::LEVEL_OF_TABLE).raw(&self.named).with("count", self.rows.len()).with("level", self.level);
        Finding { cell: Some(self.titles), ..told }
    }
}

fn tables(grid: &Grid, matcher: &mut Matcher<'_>) -> Vec<OneLevel> {
    let starts: Vec<usize> = (0..grid.rows.len()).filter(|at| opens_table(&grid.rows[*at])).collect();
    let of = |(place, at): (usize, &usize)| {
        let (level, named) = level_above(grid, *at)?;
        let end = starts.get(place + 1).copied().unwrap_or(grid.rows.len());
        let rows = marked(&grid.rows[*at..end], matcher)?;
        let titles = Address::new(grid.rows[*at].index, grid.rows[*at].cells[0].column);
        Some(OneLevel { level, named, titles, rows })
    };
    starts.iter().enumerate().filter_map(of).collect()
}

/// Cheaply: titles, and one of them speaks of criteria.
fn opens_table(row: &Row) -> bool {
    const LONGEST: usize = 60;
    const CHI: &[&str] = &["chí", "Chí", "CHÍ", "chi", "CHI"];
    let may = |text: &str| text.len() <= LONGEST && CHI.iter().any(|word| text.contains(word));
    let names = |text: &str| may(text) && text::holds_words(&text::fold(text), "tieu chi");
    row.cells.len() >= 2 && row.cells.iter().any(|cell| names(&cell.text)) && is_title_row(row)
}

/// The rows with a criterion and a mark that names no level; `None` where the table says otherwise of which level its marks are.
fn marked(rows: &[Row], matcher: &mut Matcher<'_>) -> Option<BTreeSet<u32>> {
    let (titles, body) = rows.split_first()?;
    let below = body.first().filter(|below| is_title_row(below) && below.index == titles.index + 1);
    let spelled = |row: &Row, fields: &[Field], matcher: &mut Matcher<'_>| -> Vec<u32> {
        let is = |cell: &&Cell, matcher: &mut Matcher<'_>| fields.iter().any(|field| matcher.spelled(&cell.text).contains(field));
        row.cells.iter().filter(|cell| is(cell, matcher)).map(|cell| cell.column).collect()
    };
    let names_level = |row: &Row| row.cells.iter().any(|cell| says_level(&cell.text));
    if names_level(titles) || below.is_some_and(names_level) {
        return None;
    }
    let [code] = spelled(titles, &[Field::Criterion, Field::Item], matcher)[..] else { return None };
    const MARKS: &[Field] = &[Field::Met, Field::Unmet, Field::Outcome];
    let mut marks: BTreeSet<u32> = spelled(titles, MARKS, matcher).into_iter().collect();
    marks.extend(below.into_iter().flat_map(|below| spelled(below, MARKS, matcher)));
    // Work has a time, and who does it; "Nội dung" may be that of the criterion.
    const OF_WORK: &[Field] = &[Field::Time, Field::End, Field::Lead, Field::Cost];
    marks.remove(&code);
    let contents = spelled(titles, &[Field::Content], matcher);
    let works = spelled(titles, &[Field::Task], matcher).iter().any(|column| !contents.contains(column));
    if marks.is_empty() || works || !spelled(titles, OF_WORK, matcher).is_empty() {
        return None;
    }
    let coded = |row: &&Row| row.get(code).is_some_and(|cell| phrase::criterion::parse(&cell.text, Some(1), None).criterion.is_some());
    let (mut said, mut others) = (0, 0);
    let mut found = BTreeSet::new();
    for row in body.iter().filter(coded) {
        found.insert(row.index);
        for cell in row.cells.iter().filter(|cell| marks.contains(&cell.column)) {
            if says_level(&cell.text) || phrase::mark::verdict(&cell.text).is_none() {
                others += 1;
            } else {
                said += 1;
            }
        }
    }
    // What stands below the last criterion heads the next table.
    let last = found.last().copied().unwrap_or_default();
    let mut between = body.iter().filter(|row| row.index < last && row.cells.len() <= 2).flat_map(|row| &row.cells);
    let rows_name_levels = between.any(|cell| phrase::levels::named(&cell.text).is_some() && says_level(&cell.text));
    let meant = said >= FEWEST && f64::from(said as u32) >= SHARE * f64::from((said + others) as u32);
    (meant && !rows_name_levels).then_some(found)
}

/// "Mức 2" anywhere in a text.
fn says_level(text: &str) -> bool {
    !levels(&text::fold(text)).is_empty()
}

/// What names the level of the table below: the nearest line that does, else the name of the sheet.
fn level_above(grid: &Grid, at: usize) -> Option<(u8, String)> {
    const LINES: usize = 8;
    let lines = grid.rows[..at].iter().rev().take(LINES).take_while(|row| row.cells.len() <= 2);
    for cell in lines.flat_map(|row| &row.cells) {
        if says_level(&cell.text) {
            return of_line(&cell.text).map(|level| (level, cell.text.clone()));
        }
    }
    of_line(&grid.name.replace('_', " ")).map(|level| (level, grid.name.to_string()))
}

/// The one level that a title names: `1` of "Đánh giá tiêu chí Mức 1", "TĐG M1"; none of "Tiêu chí đánh giá Mức 1, 2 và 3", "Phấn đấu đạt Mức 2".
fn of_line(line: &str) -> Option<u8> {
    const LONGEST: usize = 120;
    const OTHERWISE: &[&str] = &[
        "phan dau",
        "dang ky",
        "dang ki",
        "muc do",
        "cap do",
        "chuan quoc gia",
        "truong dat",
        "ket luan",
        "ke hoach",
        "muc tieu",
        "de nghi",
    ];
    const OF_MARKS: &[&str] = &["danh gia", "tieu chi", "ket qua", "tdg", "bang", "tong hop"];
    let folded = text::fold(line);
    let [level] = levels(&folded)[..] else { return None };
    let holds = |words: &&str| text::holds_words(&folded, words);
    let alone = folded.split(' ').filter(|word| word.len() > 2).all(|word| word.starts_with("muc"));
    (line.len() <= LONGEST && !OTHERWISE.iter().any(holds) && (alone || OF_MARKS.iter().any(holds))).then_some(level)
}

/// The levels 1 to 3 that a folded text names: "muc 1", "m1", "muc 1 2 va 3".
fn levels(folded: &str) -> Vec<u8> {
    let number = |word: &str| match word {
        "1" | "i" => Some(1),
        "2" | "ii" => Some(2),
        "3" | "iii" => Some(3),
        _ => None,
    };
    let mut found = Vec::new();
    let mut named = false;
    for word in folded.split(' ') {
        let joined = word.strip_prefix("muc").or_else(|| word.strip_prefix('m')).filter(|digits| digits.len() == 1);
        let own = joined.and_then(number).or_else(|| number(word).filter(|_| named));
        found.extend(own);
        named = word == "muc" || own.is_some() || named && matches!(word, "va" | "den" | "hoac");
    }
    found
}

fn put(grid: &mut Grid, table: &OneLevel) {
    let column = grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or_default() + 1;
    // Of several such tables on one sheet all levels stand in one column.
    let column = grid.rows.iter().flat_map(|row| &row.cells).find(|cell| cell.text == TITLE).map_or(column, |cell| cell.column);
    for row in &mut grid.rows {
        let text = match row.index {
            index if index == table.titles.row => TITLE.to_owned(),
            index if table.rows.contains(&index) => format!("Mức {}", table.level),
            _ => continue,
        };
        row.cells.push(Cell { column, text, raw: None, kind: CellKind::Text });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_or_the_name_of_a_sheet_names_one_level() {
        for (line, level) in [
            ("Mức 1", 1),
            ("M2", 2),
            ("TĐG M3", 3),
            ("II. Mức 2", 2),
            ("1. Đánh giá tiêu chí Mức 1", 1),
            ("BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ MỨC III", 3),
            ("Kết quả đánh giá các tiêu chí theo mức 2", 2),
        ] {
            assert_eq!(of_line(line), Some(level), "{line}");
        }
        for line in [
            "1. Đánh giá tiêu chí Mức 1, 2 và 3",
            "Tiêu chí đánh giá trường từ Mức 1 đến Mức 3",
            "Phấn đấu đạt Mức 2",
            "Kế hoạch đạt mức 2",
            "KẾT LUẬN: Trường đạt Mức 1",
            "Mức độ 2",
            "Đánh giá tiêu chí Mức 4",
            "Năm học 2023-2024",
            "Đạt chuẩn quốc gia mức 1",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }
}
