//! The tables of a workbook in, those out that say who is on duty on which day of the week, beside or below a plan whose works have criteria:
//! "Công việc | Phụ trách | Thời gian" over "Trực cổng | Bác Dân | Thứ 2, 4". No work of a plan is due on a day of the week. And those out that
//! may be of anything, for no row of them names a criterion as every row of the plan does.

use std::collections::BTreeMap;

use super::coded::names_criteria;
use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::read::caption::{Paper, paper};
use crate::read::table::Table;
use crate::text;

/// Rows that make a roster.
const FEWEST: usize = 2;
/// What days and parts of days are called. Folded.
const OF_WEEK: &[&str] =
    &["thu", "chu", "nhat", "cn", "hai", "ba", "tu", "nam", "sau", "bay", "buoi", "sang", "chieu", "toi", "trua", "ca", "va", "den"];
/// Words of them that say that these are days, and no numbers.
const DAYS: &[&str] = &["thu", "cn", "buoi", "sang", "chieu", "toi", "trua", "ca"];

/// By place among the tables: where its title stands, and what it is.
pub(super) fn rosters<'t>(tables: &'t [(usize, Table<'_>)]) -> BTreeMap<usize, (Address, &'t str)> {
    let of_work = |table: &Table<'_>| matches!(table.header.form.kind, FormKind::Plan | FormKind::Result);
    let beside_plan = tables.iter().any(|(_, table)| of_work(table) && names_criteria(table));
    let is_roster = |table: &Table<'_>| beside_plan && of_work(table) && !table.pinned && !names_criteria(table) && is_of_days(table);
    tables
        .iter()
        .enumerate()
        .filter(|(_, (_, table))| is_roster(table))
        .filter_map(|(place, (_, table))| Some((place, title(table)?)))
        .collect()
}

/// By place among the tables, those on the sheet of a plan, behind it, that name no criteria where all its works do, neither below their titles
/// nor above, under no title of ours.
pub(super) fn without_criteria<'t>(tables: &'t [(usize, Table<'_>)]) -> BTreeMap<usize, (Address, &'t str)> {
    let is_plan = |table: &Table<'_>| table.header.form.kind == FormKind::Plan && !table.lost;
    let coded = |sheet: usize, before: usize| {
        tables[..before]
            .iter()
            .any(|(of, table)| *of == sheet && is_plan(table) && table.header.column(Field::Criterion).is_some() && names_criteria(table))
    };
    let ours = |line: &str| {
        let folded = text::fold(line);
        paper(line) == Some(Paper::Ours)
            || ["tieu chuan", "tieu chi", "muc 4", "cai tien", "ke hoach"].iter().any(|words| text::holds_words(&folded, words))
    };
    let may_be_other = |table: &Table<'_>| {
        let bare = table.header.column(Field::Criterion).is_none() && table.header.column(Field::Standard).is_none();
        is_plan(table) && !table.pinned && bare && !names_criteria(table) && !table.above.iter().any(|(_, line)| ours(line))
    };
    let found = tables.iter().enumerate().filter(|(place, (sheet, table))| may_be_other(table) && coded(*sheet, *place));
    found.filter_map(|(place, (_, table))| Some((place, title(table)?))).collect()
}

/// The line right above its titles, or the first of them.
fn title<'t>(table: &'t Table<'_>) -> Option<(Address, &'t str)> {
    let near = |(address, _): &&(Address, String)| address.row + 2 >= table.header.first;
    let above = table.above.last().filter(near).map(|(address, line)| (*address, line.as_str()));
    above.or_else(|| table.header.columns.first().map(|first| (Address::new(table.header.first, first.column), first.title.as_str())))
}

/// Whether every time is a day of the week or a part of a day, and there are some.
fn is_of_days(table: &Table<'_>) -> bool {
    let Some(times) = [Field::Time, Field::Start].into_iter().find_map(|field| table.header.column(field)) else { return false };
    // Below a gap may stand anything.
    let own = table.body.iter().enumerate().take_while(|(place, row)| row.index == table.header.end + *place as u32);
    let mut cells = own.filter(|(_, row)| row.cells.len() > 2).filter_map(|(_, row)| row.get(times.column)).peekable();
    let all = cells.clone().all(|cell| is_of_week(&cell.text));
    cells.peek().is_some() && all && cells.count() >= FEWEST
}

/// "Thứ 2, 4", "Thứ Hai", "Sáng thứ 7", "CN", "Buổi chiều", "T2-T6"; "Tháng 2", "Cả năm" and "Hằng ngày" are times of a plan.
fn is_of_week(text: &str) -> bool {
    let folded = text::fold(text);
    let short = |word: &str| matches!(word.as_bytes(), [b't', b'2'..=b'7']);
    let number = |word: &str| matches!(word.as_bytes(), [b'2'..=b'8']);
    let known = |word: &str| OF_WEEK.contains(&word) || number(word) || short(word);
    // "T10" is a month, and "T2" alone may be.
    let says = folded == "chu nhat" || folded.split(' ').any(|word| DAYS.contains(&word));
    let many = || folded.split(' ').filter(|word| short(word)).count() > 1 && !folded.contains('/');
    !folded.is_empty() && folded.split(' ').all(known) && (says || many()) && folded != "ca nam"
}

#[cfg(test)]
mod tests {
    use super::is_of_week;

    #[test]
    fn days_of_the_week_are_no_times_of_a_plan() {
        for text in
            ["Thứ 2, 4", "Thứ Hai", "Sáng thứ 7", "Chiều thứ 3 và thứ 5", "CN", "Chủ nhật", "Buổi sáng", "Thứ hai đến thứ sáu", "Ca 2"]
        {
            assert!(is_of_week(text), "{text}");
        }
        for text in [
            "Tháng 2",
            "Cả năm",
            "Hằng ngày",
            "Thứ 2 hằng tuần",
            "T2",
            "T2/2024",
            "Năm 2024",
            "Sáng 15/10/2023",
            "Tuần 3",
            "",
            "Tháng ba",
            "Thường xuyên",
            "HKI",
        ] {
            assert!(!is_of_week(text), "{text}");
        }
    }
}
