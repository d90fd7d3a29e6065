//! A table in which a column, or a row over others, says whose each row is, as an office puts the plans of its schools together → one table a school.

use std::collections::{BTreeMap, BTreeSet};

use super::Table;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, SchoolKind};
use crate::phrase;
use crate::read::grid::Row;
use crate::text;

/// Titles of such a column. Folded.
const TITLES: &[&str] = &[
    "truong",
    "ten truong",
    "don vi",
    "ten don vi",
    "don vi truong",
    "truong don vi",
    "ten truong hoc",
    "truong hoc",
    "co so giao duc",
    "ten co so giao duc",
    "don vi truong hoc",
    "don vi bao cao",
    "don vi lap bao cao",
    "truong bao cao",
    "ten csgd",
    "csgd",
];
/// Columns that may name other schools than the one whose row it is. Folded.
const OTHERS: &[&str] =
    &["phoi hop", "hoc hoi", "hoc tap", "tham quan", "giao luu", "lien ket", "ket nghia", "di den", "chuyen", "doi tac"];

/// The parts, each with the name of its school as the last line above it; the table itself where neither a column nor rows name schools. A column
/// whose title says nothing of schools is told.
pub(super) fn parted(table: Table<'_>) -> (Vec<Table<'_>>, Option<Finding>) {
    let by_content = || column_of_nothing_else(&table).map(|column| (column, Names::Whole));
    let titled = column(&table).map(|column| (column, Names::Whole)).or_else(|| column_of_bare_names(&table));
    let Some((column, names)) = titled.or_else(by_content) else { return (by_rows(table), None) };
    let told =
        column_of_nothing_else(&table).filter(|other| *other == column && !is_titled(&table, column)).map(|column| told(&table, column));
    (by_column(table, column, &names), told)
}

fn told(table: &Table<'_>, column: u32) -> Finding {
    let schools: BTreeSet<String> = table.body.iter().filter_map(|row| row.get(column)).map(|cell| text::fold(&cell.text)).collect();
    let title = title_of(table, column).unwrap_or_default();
    let cell = Some(Address::new(table.header.end.saturating_sub(1), column));
    Finding { cell, ..Finding::new(&finding::SCHOOLS_BY_COLUMN).raw(title).with("count", schools.len()) }
}

fn title_of<'t>(table: &'t Table<'_>, column: u32) -> Option<&'t str> {
    let unused = table.header.unused.iter().map(|(column, title)| (*column, title.as_str()));
    let mut all = unused.chain(table.header.columns.iter().map(|assigned| (assigned.column, assigned.title.as_str())));
    all.find(|(of, _)| *of == column).map(|(_, title)| title)
}

/// "Trường", "Đơn vị báo cáo", "Thầy cô công tác tại trường nào?".
fn is_titled(table: &Table<'_>, column: u32) -> bool {
    title_of(table, column).is_some_and(|title| TITLES.contains(&text::fold(title).as_str()) || asks_for_school(title))
}

fn by_column<'a>(table: Table<'a>, column: u32, names: &Names) -> Vec<Table<'a>> {
    let Table { mut header, body, repeats, above, lost, pinned, beside_work, segment } = table;
    header.unused.retain(|(unused, _)| *unused != column);
    header.columns.retain(|assigned| assigned.column != column);
    header.missing = header.form.lacking(|field| header.columns.iter().any(|assigned| assigned.field == field));
    let mut parts: Vec<Table<'_>> = Vec::new();
    let mut named: Option<String> = None;
    for mut row in body {
        let name = row.get(column).and_then(|cell| names.whole(&row, &cell.text)).filter(|name| names_school(name));
        let other = name.as_ref().is_some_and(|name| named.as_ref() != Some(name));
        if parts.is_empty() || other && named.is_some() {
            let part = Table {
                header: header.clone(),
                body: Vec::new(),
                repeats: Vec::new(),
                above: above.clone(),
                lost,
                pinned,
                beside_work,
                segment: row.index..row.index,
            };
            parts.push(part);
        }
        let Some(part) = parts.last_mut() else { continue };
        if let Some(name) = name.filter(|_| other) {
            part.above.push((Address::new(row.index, column), name.clone()));
            named = Some(name);
        }
        part.segment.end = row.index + 1;
        part.repeats.extend(repeats.iter().filter(|repeat| repeat.start == row.index).cloned());
        row.cells.retain(|cell| cell.column != column || repeats.iter().any(|repeat| repeat.contains(&row.index)));
        if !row.cells.is_empty() {
            part.body.push(row);
        }
    }
    if let Some(first) = parts.first_mut() {
        first.segment.start = segment.start;
    }
    parts
}

/// How the cells of the column name their schools.
enum Names {
    /// "Trường THCS Hoa Sen".
    Whole,
    /// "Hoa Sen", its kind in another column or in the line above the table, where one says it.
    Bare { kinds: Option<u32>, kind: Option<SchoolKind> },
}

impl Names {
    fn whole(&self, row: &Row, written: &str) -> Option<String> {
        let Names::Bare { kinds, kind } = self else { return Some(written.to_owned()) };
        if names_school(written) || !is_bare_name(written) {
            return Some(written.to_owned()).filter(|name| names_school(name));
        }
        let beside = kinds.and_then(|column| row.get(column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        let kind = beside.or(kind.map(SchoolKind::title)).unwrap_or_default();
        Some(text::clean(&format!("Trường {kind} {written}")))
    }
}

/// "Trường" over "Hoa Sen", "Kim Liên": several names and nothing else.
fn column_of_bare_names(table: &Table<'_>) -> Option<(u32, Names)> {
    let is_named = |title: &str| matches!(text::fold(title).as_str(), "truong" | "ten truong" | "truong hoc" | "ten truong hoc");
    let (column, _) = table.header.unused.iter().find(|(_, title)| is_named(title))?;
    let cells = || table.body.iter().filter_map(|row| row.get(*column)).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
    let schools: BTreeSet<String> = cells().map(text::fold).collect();
    if schools.len() < 2 || !cells().all(|text| is_bare_name(text) || names_school(text)) {
        return None;
    }
    let of_kinds = |title: &str| KINDS.contains(&text::fold(title).as_str());
    let kinds = table.header.unused.iter().find(|(_, title)| of_kinds(title)).map(|(column, _)| *column);
    let said: BTreeSet<SchoolKind> = table.above.iter().filter_map(|(_, line)| kind_of_all(line)).collect();
    let kind = said.first().copied().filter(|_| said.len() == 1);
    Some((*column, Names::Bare { kinds, kind }))
}

/// "Hoa Sen", "Nguyễn Du 2".
fn is_bare_name(text: &str) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(|first| first.is_uppercase() || first.is_ascii_digit());
    let words = text.split_whitespace().count();
    words <= 5 && text.split_whitespace().all(capital) && text.starts_with(char::is_uppercase)
}

/// "TỔNG HỢP KẾ HOẠCH CÁC TRƯỜNG MẦM NON". "… TIỂU HỌC VÀ THCS" says it of none.
fn kind_of_all(line: &str) -> Option<SchoolKind> {
    let line = text::clean(line).to_lowercase();
    let (_, behind) = line.split_once("các trường ")?;
    let several = behind.contains([',', '&', '/']) || behind.split(' ').any(|word| matches!(word, "và" | "hoặc"));
    phrase::school::parse(&format!("trường {behind}")).kind.filter(|_| !several)
}

/// Titles of the column that says what kind a school is. Folded.
const KINDS: &[&str] = &["cap hoc", "bac hoc", "cap", "loai hinh", "loai truong", "khoi", "nganh hoc", "cap truong"];

/// "I | TRƯỜNG MẦM NON HOA MƠ" over the rows of that school.
fn by_rows(table: Table<'_>) -> Vec<Table<'_>> {
    let bands: BTreeMap<u32, (Address, String)> =
        table.body.iter().filter_map(|row| Some((row.index, headed_by(row)?))).filter(|(row, _)| !is_repeat(&table, *row)).collect();
    let schools: BTreeSet<String> = bands.values().map(|(_, name)| text::fold(name)).collect();
    // One such row may be what is left of a letterhead; several, and the first right below the titles, head rows.
    if schools.len() < 2 || table.body.first().is_none_or(|first| !bands.contains_key(&first.index)) {
        return vec![table];
    }
    let mut parts: Vec<Table<'_>> = Vec::new();
    for row in table.body {
        match bands.get(&row.index) {
            Some(line) => {
                let above = table.above.iter().cloned().chain([line.clone()]).collect();
                let segment = row.index..row.index + 1;
                let (body, repeats) = (Vec::new(), Vec::new());
                parts.push(Table {
                    header: table.header.clone(),
                    body,
                    repeats,
                    above,
                    lost: table.lost,
                    pinned: table.pinned,
                    beside_work: table.beside_work,
                    segment,
                });
            }
            None => {
                let Some(part) = parts.last_mut() else { continue };
                part.repeats.extend(table.repeats.iter().filter(|repeat| repeat.start == row.index).cloned());
                part.segment.end = row.index + 1;
                part.body.push(row);
            }
        }
    }
    parts
}

fn is_repeat(table: &Table<'_>, row: u32) -> bool {
    table.repeats.iter().any(|repeat| repeat.contains(&row))
}

/// The school that a row names, where it says nothing else but its number.
fn headed_by(row: &Row) -> Option<(Address, String)> {
    let mut filled = row.cells.iter().filter(|cell| !cell.text.is_empty());
    let (first, second, None) = (filled.next()?, filled.next(), filled.next()) else { return None };
    let is_entry = |text: &str| text.trim_matches(['.', ')', ' ']).chars().count() <= 4;
    let cell = second.filter(|_| is_entry(&first.text)).or(second.is_none().then_some(first))?;
    let bare = without_entry(&cell.text);
    names_whole_school(bare).then(|| (Address::new(row.index, cell.column), bare.to_owned()))
}

/// "1. Trường …", "I/ Trường …".
fn without_entry(text: &str) -> &str {
    match text.split_once(['.', ')', '/', '-']) {
        Some((entry, rest)) if entry.trim().chars().count() <= 4 && entry.chars().all(char::is_alphanumeric) => rest.trim_start(),
        _ => text.trim_start(),
    }
}

/// A name with what stands before it; a sentence has more.
const MOST_WORDS: usize = 12;
/// What the name of a school begins with. Folded.
const OPENINGS: &[&str] = &["truong ", "don vi truong ", "ten truong ", "mn ", "th ", "thcs ", "thpt ", "mam non ", "tieu hoc "];

/// The column titled as schools are, where most of its cells name one.
fn column(table: &Table<'_>) -> Option<u32> {
    let cells = |column: u32| cells(table, column);
    let named = |column: u32| cells(column).filter(|text| names_school(text)).count();
    let titled = columns(table).filter(|(_, title)| TITLES.contains(&text::fold(title).as_str())).map(|(column, _)| column);
    let by_title = titled.into_iter().find(|column| named(*column) > 0 && named(*column) * 2 > cells(*column).count());
    let unused = || table.header.unused.iter().filter(|(_, title)| asks_for_school(title)).map(|(column, _)| *column);
    by_title.or_else(|| unused().find(|column| holds_only(table, *column, names_school)))
}

/// The column that holds nothing but schools with their kinds, each row from the first on, where no line above names one.
fn column_of_nothing_else(table: &Table<'_>) -> Option<u32> {
    let first = table.body.first().filter(|_| !table.above.iter().any(|(_, line)| names_whole_school(line)))?;
    let begun = |column: u32| first.get(column).is_some_and(|cell| !cell.text.is_empty());
    let mut columns = columns(table).filter(|(column, title)| begun(*column) && is_own(title)).map(|(column, _)| column);
    columns.find(|column| holds_only(table, *column, names_whole_school))
}

/// Columns but those of criteria and of the work, and their titles.
fn columns<'t>(table: &'t Table<'_>) -> impl Iterator<Item = (u32, &'t str)> {
    let unused = table.header.unused.iter().map(|(column, title)| (*column, title.as_str()));
    let others = table.header.columns.iter().filter(|assigned| !matches!(assigned.field, Field::Criterion | Field::Task));
    unused.chain(others.map(|assigned| (assigned.column, assigned.title.as_str())))
}

fn cells<'t>(table: &'t Table<'_>, column: u32) -> impl Iterator<Item = &'t str> {
    table.body.iter().filter_map(move |row| row.get(column)).map(|cell| cell.text.as_str())
}

/// Whether a column names two schools or more and nothing else.
fn holds_only(table: &Table<'_>, column: u32, is_one: fn(&str) -> bool) -> bool {
    cells(table, column).all(is_one) && cells(table, column).map(text::fold).collect::<BTreeSet<String>>().len() >= 2
}

/// Of whose the row is, and not with whom the work is done.
fn is_own(title: &str) -> bool {
    !OTHERS.iter().any(|other| text::fold(title).contains(other))
}

/// "Thầy cô công tác tại trường nào?"
fn asks_for_school(title: &str) -> bool {
    is_own(title) && text::fold(title).split(' ').any(|word| matches!(word, "truong" | "vi"))
}

/// A school with its kind ("THCS An Bình"), and nothing before it.
fn names_whole_school(text: &str) -> bool {
    let folded = text::fold(text);
    if !OPENINGS.iter().any(|opening| folded.starts_with(opening)) || folded.split(' ').count() > MOST_WORDS {
        return false;
    }
    let named = phrase::school::parse(text);
    named.kind.is_some() && named.name.is_some()
}

fn names_school(text: &str) -> bool {
    phrase::school::parse(text).name.is_some()
}
