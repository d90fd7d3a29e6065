//! A table in which a column, or a row over others, says whose each row is, as an office puts the plans of its schools together → one table a school.

use std::collections::{BTreeMap, BTreeSet};

use super::Table;
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

/// The parts, each with the name of its school as the last line above it; the table itself where neither a column nor rows name schools.
pub(super) fn parted(table: Table<'_>) -> Vec<Table<'_>> {
    let Some((column, names)) = column(&table).map(|column| (column, Names::Whole)).or_else(|| column_of_bare_names(&table)) else {
        return by_rows(table);
    };
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
    let assigned = || {
        let others = table.header.columns.iter().filter(|assigned| !matches!(assigned.field, Field::Criterion | Field::Task));
        others.map(|assigned| (assigned.column, &assigned.title))
    };
    let unused = || table.header.unused.iter().map(|(column, title)| (*column, title));
    let cells = |column: u32| table.body.iter().filter_map(move |row| row.get(column)).map(|cell| cell.text.as_str());
    let named = |column: u32| cells(column).filter(|text| names_school(text)).count();
    let titled = unused().chain(assigned()).filter(|(_, title)| TITLES.contains(&text::fold(title).as_str())).map(|(column, _)| column);
    let by_title = titled.into_iter().find(|column| named(*column) > 0 && named(*column) * 2 > cells(*column).count());
    // "Thầy cô công tác tại trường nào?" over nothing but schools.
    let own = |title: &str| !OTHERS.iter().any(|other| text::fold(title).contains(other));
    let asks = |title: &str| own(title) && text::fold(title).split(' ').any(|word| matches!(word, "truong" | "vi"));
    let only_schools = |column: u32, is_one: fn(&str) -> bool| {
        cells(column).all(is_one) && cells(column).map(text::fold).collect::<BTreeSet<String>>().len() >= 2
    };
    by_title
        .or_else(|| unused().filter(|(_, title)| asks(title)).map(|(column, _)| column).find(|column| only_schools(*column, names_school)))
        .or_else(|| {
            let nobody_above = !table.above.iter().any(|(_, line)| names_whole_school(line));
            let first = table.body.first().filter(|_| nobody_above)?;
            let begun = |column: u32| first.get(column).is_some_and(|cell| !cell.text.is_empty());
            let columns = || unused().chain(assigned()).filter(|(column, title)| begun(*column) && own(title)).map(|(column, _)| column);
            columns().find(|column| only_schools(*column, names_whole_school))
        })
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
