//! A self-assessment and a plan in one table ("Tiêu chí | Điểm yếu | Biện pháp | Thời gian | Mức 1 | Mức 2 | Mức 3") → two tables over the same rows,
//! the one of the levels and the one of the work. Where the rest is no plan, as in "Tiêu chí | Mô tả hiện trạng | Điểm mạnh | Mức đạt", the
//! levels alone, and the titles that nothing was made of.

use std::collections::BTreeSet;

use super::{Table, beside, in_one_piece};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::read::by_level;
use crate::read::grid::{Grid, Row};
use crate::read::header::{Header, Matcher};
use crate::settings::Pin;
use crate::text;

/// Rows below the titles that tell what a column holds.
const ROWS: usize = 60;

/// The table of the levels and that of the work, in this order.
pub(super) fn apart<'a>(
    grid: &Grid,
    whole: &Table<'a>,
    matcher: &mut Matcher<'a>,
    pins: &[&Pin],
    known: &[Header<'a>],
) -> Option<Vec<Table<'a>>> {
    let header = &whole.header;
    if whole.pinned
        || whole.lost
        || !matches!(header.form.kind, FormKind::Plan | FormKind::Result | FormKind::Problems | FormKind::Assessment)
    {
        return None;
    }
    let (levels, are_marks) = columns_of_levels(grid, whole)?;
    let keys = |column: u32| {
        let names = |field: Field| matches!(field, Field::Ordinal | Field::Criterion | Field::Standard | Field::Item);
        header.field_at(column).is_some_and(names)
    };
    let rest = |column: u32| !levels.contains(&column) && !keys(column);
    // An assessment with nothing but remarks beside it is one table.
    let left_over = header.unused.iter().filter(|(column, _)| rest(*column)).count();
    if header.form.kind == FormKind::Assessment && left_over < FEWEST_OF_WORK {
        return None;
    }
    let in_force = matcher.forms().any(|(form, in_force)| in_force && form.id == header.form.id);
    let mut read = |is_own: &dyn Fn(u32) -> bool| {
        let part = beside::part_of(grid, whole.segment.clone(), is_own);
        let found = in_one_piece(&part, matcher, pins, known);
        let mut tables = found.tables.into_iter().filter(|table| (header.first..header.end).contains(&table.header.first));
        let table = tables.next().filter(|table| !found.refused && !table.lost && !table.header.columns.is_empty())?;
        Some(Table { above: whole.above.clone(), segment: whole.segment.clone(), ..table })
    };
    if !are_marks {
        // What each level asks for stands beside the work.
        let mut work = read(&|column| keys(column) || rest(column)).filter(|table| tells_of_work(&table.header))?;
        let titled = header.columns.iter().map(|assigned| (assigned.column, assigned.title.clone())).chain(header.unused.iter().cloned());
        work.header.unused.extend(titled.filter(|(column, _)| levels.contains(column)));
        work.body.clone_from(&whole.body);
        return Some(vec![work]);
    }
    let mut assessed = read(&|column| keys(column) || levels.contains(&column))?;
    if assessed.header.form.kind != FormKind::Assessment || assessed.header.column(Field::Criterion).is_none() {
        return None;
    }
    let work = if header.form.kind == FormKind::Assessment {
        read(&|column| keys(column) || rest(column))
    } else {
        read(&|column| !levels.contains(&column)).filter(|table| table.header.form.kind == header.form.kind)
    };
    if let Some(work) = work.filter(|table| tells_of_work(&table.header)) {
        let of_work: BTreeSet<u32> = work.header.columns.iter().map(|assigned| assigned.column).filter(|column| rest(*column)).collect();
        leave_to_work(&mut assessed, whole, &levels, &of_work);
        assessed.beside_work = true;
        return Some(vec![assessed, work]);
    }
    if header.form.kind == FormKind::Problems && in_force {
        let problems = read(&|column| !levels.contains(&column)).filter(|table| table.header.form.kind == FormKind::Problems)?;
        assessed.beside_work = true;
        return Some(vec![assessed, problems]);
    }
    if header.form.kind == FormKind::Assessment {
        return None;
    }
    let titled = header.unused.iter().cloned().chain(header.columns.iter().map(|assigned| (assigned.column, assigned.title.clone())));
    assessed.header.unused.extend(titled.filter(|(column, _)| rest(*column)));
    assessed.header.unused.sort();
    // All that stands on the rows is theirs.
    assessed.body.clone_from(&whole.body);
    Some(vec![assessed])
}

/// Columns of a plan that make one: the work, and when or by whom.
const FEWEST_OF_WORK: usize = 2;

fn tells_of_work(header: &Header<'_>) -> bool {
    let has = |fields: &[Field]| fields.iter().any(|field| header.column(*field).is_some());
    matches!(header.form.kind, FormKind::Plan | FormKind::Result)
        && has(&[Field::Task, Field::Planned, Field::Content])
        && has(&[Field::Time, Field::Start, Field::End, Field::Lead, Field::Status, Field::Done, Field::Ongoing, Field::NotStarted])
}

/// The columns of levels, of "Không đạt" beside them, or the one column of the level reached, and whether marks stand there; `None` where
/// there are none.
fn columns_of_levels(grid: &Grid, whole: &Table<'_>) -> Option<(BTreeSet<u32>, bool)> {
    let header = &whole.header;
    let assigned = header.columns.iter().map(|assigned| (assigned.column, assigned.title.as_str()));
    let titles: Vec<(u32, &str)> = header.unused.iter().map(|(column, title)| (*column, title.as_str())).chain(assigned).collect();
    let leaf = |title: &str| title.rsplit(" / ").next().unwrap_or_default().trim().to_owned();
    let rows: Vec<&Row> = grid.rows.iter().filter(|row| (header.end..whole.segment.end).contains(&row.index)).take(ROWS).collect();
    let texts = |column: u32| {
        let shown = rows.iter().filter_map(move |row| row.get(column)).map(|cell| cell.text.trim());
        shown.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    let mostly = |column: u32, is: &dyn Fn(&str) -> bool| {
        let texts = texts(column);
        // Lines of the signature stand below as well.
        texts.iter().filter(|text| is(text)).count() * 3 >= texts.len() * 2
    };
    let marks = |column: u32| mostly(column, &|text| phrase::mark::verdict(text).is_some() || phrase::levels::reached(text).is_some());
    let level = |title: &str| {
        let leaf = leaf(title);
        phrase::levels::named(&leaf).filter(|level| *level <= 3 && text::fold(&leaf).starts_with('m')).or_else(|| of_level(&leaf))
    };
    let own = |title: &str| !by_level::speaks_of_aims(title);
    let of_levels: Vec<(u32, u8)> =
        titles.iter().filter(|(_, title)| own(title)).filter_map(|(column, title)| Some((*column, level(title)?))).collect();
    let numbers: BTreeSet<u8> = of_levels.iter().map(|(_, level)| *level).collect();
    if numbers.len() >= 2 && numbers.len() == of_levels.len() && of_levels.iter().all(|(column, _)| requires(&texts(*column))) {
        return Some((of_levels.iter().map(|(column, _)| *column).collect(), false));
    }
    if numbers.len() >= 2 && numbers.len() == of_levels.len() && of_levels.iter().all(|(column, _)| marks(*column)) {
        let is_unmet = |title: &str| matches!(text::fold(&leaf(title)).as_str(), "khong dat" | "chua dat" | "kd" | "khong dat muc 1");
        let unmet = titles.iter().filter(|(column, title)| is_unmet(title) && marks(*column)).map(|(column, _)| *column);
        return Some((of_levels.iter().map(|(column, _)| *column).chain(unmet).collect(), true));
    }
    let reached = |text: &str| matches!(phrase::levels::reached(text), Some(Reached::Up(_)));
    let named =
        |text: &str| phrase::levels::named(text).is_some_and(|_| text.to_lowercase().contains('m')) || text::fold(text).contains("dat muc");
    let mut says = titles.iter().filter(|(column, title)| {
        let texts = texts(*column);
        own(title)
            // "Đánh giá hiện trạng: Đạt Mức 1" is of the problem.
            && (header.form.kind != FormKind::Problems || says_muc(title))
            && (titles_level(&leaf(title)) || titles_state(&leaf(title))) && mostly(*column, &reached) && (texts.iter().any(|text| named(text)) || says_muc(title))
    });
    let (column, _) = says.next().filter(|_| says.next().is_none())?;
    Some((BTreeSet::from([*column]), true))
}

/// "Có chiến lược được phê duyệt": what a level asks for.
fn requires(texts: &[&str]) -> bool {
    let is_text = |text: &&&str| phrase::mark::verdict(text).is_none() && text.split(' ').count() > 2;
    texts.iter().filter(is_text).count() * 3 > texts.len() * 2
}

/// "Đạt mức 1", "Kết quả mức 2".
fn of_level(leaf: &str) -> Option<u8> {
    let folded = text::fold(leaf);
    let behind = ["dat ", "ket qua ", "dat duoc "].iter().find_map(|word| folded.strip_prefix(word))?;
    phrase::levels::named(behind).filter(|level| behind.starts_with("muc") && *level <= 3)
}

fn says_muc(title: &str) -> bool {
    text::fold(title).split(' ').any(|word| word == "muc")
}

/// "Tự đánh giá", "Mức đạt", "Kết quả TĐG", "Mức hiện tại": a title under which the level stands that a criterion has reached. Under a bare
/// "Kết quả" it may be what the work is to come to.
fn titles_level(leaf: &str) -> bool {
    const TITLES: &[&str] = &["tu danh gia", "tdg", "danh gia", "xep loai", "muc"];
    let folded = text::fold(leaf);
    TITLES.iter().any(|words| text::holds_words(&folded, words))
}

/// "Hiện trạng" over nothing but levels, beside what is to be reached.
fn titles_state(leaf: &str) -> bool {
    let folded = text::fold(leaf);
    ["hien trang", "thuc trang", "hien tai", "hien nay"].iter().any(|words| text::holds_words(&folded, words))
}

/// Takes the rows out of the self-assessment that are of the work alone: a further piece of work for the criterion above, whose level
/// stands there, and what a row repeats of it.
fn leave_to_work(assessed: &mut Table<'_>, whole: &Table<'_>, levels: &BTreeSet<u32>, of_work: &BTreeSet<u32>) {
    let Some(key) = assessed.header.column(Field::Criterion).map(|assigned| assigned.column) else { return };
    let marks = |row: &Row| -> Vec<String> {
        levels.iter().map(|column| row.get(*column).map_or(String::new(), |cell| cell.text.clone())).collect()
    };
    let works = |row: &Row| of_work.iter().any(|column| whole.row(row.index).is_some_and(|row| row.get(*column).is_some()));
    let mut above: Option<(String, Vec<String>)> = None;
    let mut further: BTreeSet<u32> = BTreeSet::new();
    for row in &assessed.body {
        let code = row.get(key).map_or(String::new(), |cell| cell.text.trim().to_owned());
        let own = marks(row);
        let silent = own.iter().all(String::is_empty);
        let same = above.as_ref().is_some_and(|(known, said)| (code.is_empty() || *known == code) && (silent || *said == own));
        if works(row) && same && (silent || !code.is_empty()) {
            further.insert(row.index);
        } else if !code.is_empty() {
            above = Some((code, own));
        }
    }
    assessed.body.retain(|row| !further.contains(&row.index));
}
