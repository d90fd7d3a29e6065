//! A table and its rows in; what a column holds whose title says nothing, by its content and its place, out. Always told; where it is not sure, only told.

pub(super) mod choices;
pub(super) mod criteria;
mod states;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use super::content::{Profile, profiles};
use super::crossed::period::period;
use super::grid::{Cell, CellKind, Row};
use super::header::{Assigned, Header, Matcher, PLAIN, is_of_numbers, is_of_overseer, is_of_spending, may_be_codes};
use crate::finding::{self, Finding};
use crate::form::{Content, Field};
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::text;

/// From this share of its cells on, a column holds what it seems to hold.
const SURE: f64 = 0.75;
/// From this share on, it may.
const MAYBE: f64 = 0.5;
/// Cells that make a column.
const FEWEST_CELLS: usize = 2;
/// Rows looked at.
const ROWS: usize = 60;
/// What a column counts for that was recognised by its content.
const BY_CONTENT: f64 = 0.8;

/// Gives the header the columns that their content makes out. Returns what is to be said of them.
pub(super) fn complete<'a>(matcher: &mut Matcher<'a>, header: &mut Header<'a>, body: &[Row]) -> Vec<Finding> {
    let body = &body[..body.len().min(ROWS)];
    let mut told = Vec::from_iter(codes_in_numbers(header, body));
    states::before_the_work(header);
    states::without_untold(header, body);
    choices::left_out(header, body);
    verdict::beside_results(header, body);
    told.extend(states::progress_in_words(header, body));
    told.extend(states::behind_the_work(header, body));
    told.extend(states::elsewhere(header, body));
    told.extend(by_content(matcher, header, body));
    told.retain(|finding| finding.rule.id != finding::COLUMN_BY_CONTENT.id || !says_so_itself(finding));
    told
}

/// Whether the title of a column that its content made out says as much: "Kết quả HKI" over states.
fn says_so_itself(finding: &Finding) -> bool {
    const STATES: &[&str] = &["ket qua", "kq", "ket qua thuc hien", "tinh trang", "tinh hinh", "tinh hinh thuc hien", "tien do"];
    let (Some(title), Some(field)) = (&finding.raw, &finding.field) else { return false };
    *field == Field::Status.title() && STATES.contains(&phrase::period::without(title).as_str())
}

fn by_content<'a>(matcher: &mut Matcher<'a>, header: &mut Header<'a>, body: &[Row]) -> Vec<Finding> {
    let strange = strange_columns(header, body);
    let names_criteria = header.form.kind == FormKind::Plan && header.column(Field::Criterion).is_none() && contents(header).is_some();
    if strange.is_empty() && !names_criteria {
        return Vec::new();
    }
    let rows: Vec<&Row> = body.iter().filter(|row| row.cells.len() >= 3).collect();
    let profiles = profiles(&rows);
    if names_criteria && let Some(finding) = named_in_contents(matcher, header, &profiles) {
        return vec![finding];
    }
    if let Some(finding) = coded_beside_names(header, &profiles, &strange) {
        return vec![finding];
    }
    let holds = |column: u32, content: Content| profiles.get(&column).map_or(0.0, |profile| agreement(profile, content));
    // A plan whose codes stand under a strange title is the plan that has a column for them.
    let coded = strange.iter().filter(|column| holds(**column, Content::Code) >= SURE).count() == 1;
    let before = header.clone();
    if coded
        && header.form.column(Field::Criterion).is_none()
        && let Some(form) = matcher.with_criterion(header)
    {
        header.form = form;
        header.missing = form.lacking(|field| header.column(field).is_some());
    }
    let open = open_fields(header);
    let meant: BTreeMap<u32, BTreeSet<Field>> = header.unused.iter().map(|(column, title)| (*column, matcher.spelled(title))).collect();
    // "Điều kiện hỗ trợ khác" in a report is no column of money, though "Không" and "Phụ huynh" below it might be said of money.
    let says_other = |column: u32, content: Content| {
        let fields = meant.get(&column).filter(|fields| !fields.is_empty());
        content == Content::Money && fields.is_some_and(|fields| fields.iter().all(|field| field.content() != content))
    };
    let fits = |column: u32, field: Field, least: f64| {
        let content = content_of(header, field);
        !says_other(column, content)
            && holds(column, content) >= least
            && stands_right(header, field, column)
            && may_be(field, content, header, &profiles, column)
            && !(matches!(field, Field::Task | Field::Planned) && names_people(body, column))
    };
    let mut findings = Vec::new();
    let mut found: Vec<(Field, u32)> = Vec::new();
    for &column in &strange {
        let sure: Vec<Field> = open.iter().copied().filter(|field| fits(column, *field, SURE)).collect();
        let maybe: Vec<Field> = open.iter().copied().filter(|field| fits(column, *field, MAYBE)).collect();
        let rivals = |field: Field| strange.iter().any(|other| *other != column && fits(*other, field, SURE));
        let title = header.unused.iter().find(|(unused, _)| *unused == column).map_or("", |(_, title)| title.as_str());
        let named = if title.is_empty() { format!("{} (không có tiêu đề)", Address::letters(column)) } else { title.to_owned() };
        let cell = Address::new(header.end.saturating_sub(1), column);
        let told = |rule| {
            let mut finding = Finding::new(rule).raw(&named).with("column", Address::letters(column));
            finding.cell = Some(cell);
            finding
        };
        match (&sure[..], &maybe[..]) {
            ([field], _) if !rivals(*field) => {
                found.push((*field, column));
                findings.push(told(&finding::COLUMN_BY_CONTENT).field(field.title()));
            }
            (_, []) => {}
            (_, candidates) => {
                let listed: Vec<&str> = candidates.iter().map(|field| field.title()).collect();
                findings.push(told(&finding::COLUMN_MAYBE).with("candidates", listed.join(", ")).with("form", &header.form.id));
            }
        }
    }
    for (field, column) in found {
        let title = header.unused.iter().find(|(unused, _)| *unused == column).map(|(_, title)| title.clone()).unwrap_or_default();
        header.unused.retain(|(unused, _)| *unused != column);
        let needed = header.form.columns.iter().filter(|column| column.needed).count().max(1);
        if header.missing.contains(&field) {
            header.score += 0.6 * BY_CONTENT / needed as f64;
        }
        // As sure as content makes it: told above, and not told again as a doubtful title.
        header.columns.push(Assigned { field, column, title, score: BY_CONTENT, runner_up: None });
        header.missing = header.form.lacking(|field| header.columns.iter().any(|assigned| assigned.field == field));
    }
    header.columns.sort_by_key(|assigned| assigned.column);
    if header.form.id != before.form.id && !header.missing.is_empty() {
        // The codes found no column after all: the table stays what it was.
        *header = before;
        return Vec::new();
    }
    findings
}

/// Gives a plan without times the column whose titles read from the top name them ("Thời gian" over "thực hiện và" over "hoàn thành") and that holds
/// nothing else, whatever the lowest of them says; whether there was one.
fn under_titles_of_time(header: &mut Header<'_>, body: &[Row]) -> bool {
    const STATES: &[Field] = &[Field::Done, Field::Ongoing, Field::NotStarted, Field::Status];
    const TIMES: &[&str] = &["thoi gian", "thoi han", "thoi diem", "han"];
    let says_when = |column: u32| {
        let cells = || body.iter().take(ROWS).filter(|row| row.cells.len() >= 3).filter_map(|row| row.get(column));
        cells().count() >= FEWEST_CELLS && cells().all(|cell| matches!(cell.kind, CellKind::Date(_)) || phrase::time::is_time(&cell.text))
    };
    let titled = |title: &str| title.contains(" / ") && TIMES.iter().any(|words| text::opens_with_words(&text::fold(title), words));
    let is_when = |assigned: &&mut Assigned| STATES.contains(&assigned.field) && titled(&assigned.title) && says_when(assigned.column);
    if header.form.kind != FormKind::Plan || header.form.column(Field::Time).is_none() {
        return false;
    }
    let Some(assigned) = header.columns.iter_mut().find(is_when) else { return false };
    (assigned.field, assigned.score, assigned.runner_up) = (Field::Time, PLAIN, None);
    header.missing.retain(|field| *field != Field::Time);
    true
}

/// Columns whose title is only somewhat like that of a time, a sum or a doer, and under which none stands, are none: "Số ngày", "TỔNG HỢP".
pub(super) fn without_disagreeing(header: &mut Header<'_>, body: &[Row]) {
    const SOMEWHAT: f64 = 0.8;
    // "Số việc theo kế hoạch" over "1", "3" counts works and is none; under a plain title a number stands for work that nobody wrote.
    let counts = |assigned: &Assigned| {
        let texts = || body.iter().take(ROWS).filter_map(|row| row.get(assigned.column)).map(|cell| cell.text.trim());
        let of_work = matches!(assigned.field, Field::Task | Field::Planned);
        of_work
            && assigned.score < PLAIN
            && texts().filter(|text| !text.is_empty()).nth(1).is_some()
            && texts().all(|text| text.is_empty() || text.parse::<u32>().is_ok())
    };
    // "Dự toán | Đã thực hiện" over amounts is what was spent.
    let spends = |assigned: &Assigned| {
        let texts = || body.iter().take(ROWS).filter(|row| row.cells.len() >= 3).filter_map(|row| row.get(assigned.column));
        let amount = |text: &str| {
            text.chars().filter(char::is_ascii_digit).count() >= 4 && text.chars().all(|sign| sign.is_ascii_digit() || sign == '.')
        };
        matches!(assigned.field, Field::Done | Field::Ongoing)
            && header.column(Field::Cost).is_some()
            && texts().any(|cell| amount(cell.text.trim()))
            && texts().all(|cell| amount(cell.text.trim()) || cell.text.trim() == "0")
    };
    // "Tiêu chuẩn, t.chí" over "1.1", "1.2", whatever else it is somewhat like.
    let codes = |assigned: &Assigned| {
        let texts = || body.iter().take(ROWS).filter(|row| row.cells.len() >= 3).filter_map(|row| row.get(assigned.column));
        let is_code = |cell: &Cell| phrase::criterion::parse(&cell.text, None, None).criterion.is_some();
        header.column(Field::Criterion).is_none()
            && assigned.field.content() == Content::Text
            && assigned.score < SOMEWHAT
            && texts().count() >= FEWEST_CELLS
            && texts().filter(|cell| is_code(cell)).count() * 4 >= texts().count() * 3
    };
    let is_none = |assigned: &&Assigned| counts(assigned) || spends(assigned) || codes(assigned);
    let counting: Vec<u32> = header.columns.iter().filter(is_none).map(|assigned| assigned.column).collect();
    leave_out(header, &counting);
    // "Thực hiện xong" over months is when, and no state.
    let timed = [Field::Time, Field::Start, Field::End].into_iter().any(|field| header.column(field).is_some());
    let timed = timed || under_titles_of_time(header, body);
    let holds_times = |column: u32| {
        let cells = || body.iter().take(ROWS).filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty());
        !timed && cells().count() >= FEWEST_CELLS && cells().all(|cell| is_month(&cell.text))
    };
    let doubtful = |assigned: &Assigned| {
        let typed = matches!(content_of(header, assigned.field), Content::Time | Content::Money | Content::Role)
            || content_of(header, assigned.field) == Content::Status && holds_times(assigned.column);
        let needed = header.form.column(assigned.field).is_none_or(|column| column.needed);
        typed && !needed && assigned.score < SOMEWHAT
    };
    let columns: Vec<(u32, Content)> = header
        .columns
        .iter()
        .filter(|assigned| doubtful(assigned))
        .map(|assigned| (assigned.column, content_of(header, assigned.field)))
        .collect();
    if columns.is_empty() {
        return;
    }
    let of_these = |row: &Row| {
        let cells = row.cells.iter().filter(|cell| columns.iter().any(|(column, _)| *column == cell.column));
        Row { index: row.index, cells: cells.cloned().collect() }
    };
    let rows: Vec<Row> = body.iter().take(ROWS).filter(|row| row.cells.len() >= 3).map(of_these).collect();
    let profiles = profiles(&rows.iter().collect::<Vec<_>>());
    let disagrees = |column: u32, content: Content| {
        profiles.get(&column).is_some_and(|profile| {
            let none = match content {
                Content::Money => profile.agreement(content) + profile.nothing,
                // A day may be that of the work done; only months got here.
                Content::Status => 0.0,
                _ => profile.agreement(content),
            };
            profile.filled >= FEWEST_CELLS as f64 && none == 0.0
        })
    };
    let left: Vec<u32> = columns.into_iter().filter(|(column, content)| disagrees(*column, *content)).map(|(column, _)| column).collect();
    leave_out(header, &left);
}

/// Columns that hold nothing of what their titles are like.
fn leave_out(header: &mut Header<'_>, columns: &[u32]) {
    for column in columns {
        let Some(at) = header.columns.iter().position(|assigned| assigned.column == *column) else { continue };
        let assigned = header.columns.remove(at);
        header.money.retain(|money| money.column != *column);
        header.unused.push((*column, assigned.title));
        header.unused.sort();
    }
    if !columns.is_empty() {
        header.missing = header.form.lacking(|field| header.column(field).is_some());
    }
}

/// "Tháng 12/2023": a time that is no day on which something was completed.
fn is_month(text: &str) -> bool {
    let folded = text::fold(text);
    phrase::time::is_time(text) && folded.split(' ').any(|word| matches!(word, "thang" | "quy" | "hki" | "hkii" | "ky" | "nam"))
}

/// "Nội dung", and not what is to be improved.
fn contents<'h>(header: &'h Header<'_>) -> Option<&'h Assigned> {
    header.column(Field::Content).filter(|assigned| !text::fold(&assigned.title).contains("cai tien"))
}

/// "Nội dung" over the names of criteria is their column, and the plan is the one that has it.
fn named_in_contents<'a>(matcher: &Matcher<'a>, header: &mut Header<'a>, profiles: &BTreeMap<u32, Profile>) -> Option<Finding> {
    let at = contents(header)?.column;
    profiles.get(&at).filter(|profile| agreement(profile, Content::Code) >= SURE)?;
    let mut moved = header.clone();
    moved.columns.retain(|assigned| assigned.field != Field::Content);
    moved.form = matcher.with_criterion(&moved)?;
    let title = grid_title(header, at);
    moved.columns.push(Assigned { field: Field::Criterion, column: at, title: title.clone(), score: BY_CONTENT, runner_up: None });
    moved.columns.sort_by_key(|assigned| assigned.column);
    moved.missing = moved.form.lacking(|field| moved.column(field).is_some());
    if !moved.missing.is_empty() {
        return None;
    }
    let mut told =
        Finding::new(&finding::COLUMN_BY_CONTENT).raw(title).with("column", Address::letters(at)).field(Field::Criterion.title());
    told.cell = Some(Address::new(header.end.saturating_sub(1), at));
    *header = moved;
    Some(told)
}

/// A column of numbers that was taken for codes, or may hold them: "TT | Nội dung" over "1.7 | Cử giáo viên đi bồi dưỡng".
fn codes_in_numbers(header: &Header<'_>, body: &[Row]) -> Option<Finding> {
    let told = |rule, assigned: &Assigned| {
        let mut told = Finding::new(rule).raw(&assigned.title).with("column", Address::letters(assigned.column));
        told.cell = Some(Address::new(header.end.saturating_sub(1), assigned.column));
        told
    };
    if let Some(codes) = header.column(Field::Criterion) {
        let taken = || told(&finding::COLUMN_BY_CONTENT, codes).field(Field::Criterion.title());
        // "Mã số | Tên tiêu chí" says whose.
        let named = codes.title.to_lowercase().starts_with("mã")
            && header.unused.iter().any(|(column, title)| *column == codes.column + 1 && text::fold(title).contains("tieu chi"));
        return (is_of_numbers(&codes.title) && !named).then(taken);
    }
    let numbers = header.column(Field::Ordinal)?;
    let of_work = matches!(header.form.kind, FormKind::Plan | FormKind::Result);
    let asked = of_work && may_be_codes(&numbers.title, numbers.column, body) && !names_criteria(body);
    asked.then(|| told(&finding::NUMBERS_LIKE_CODES, numbers))
}

/// Whether some row says itself which criterion it is of.
fn names_criteria(body: &[Row]) -> bool {
    body.iter().flat_map(|row| &row.cells).any(|cell| {
        let folded = text::fold(&cell.text);
        (folded.contains("tieu chi") || folded.starts_with("tc "))
            && phrase::criterion::parse(&cell.text, Some(1), None).criterion.is_some()
    })
}

/// "Tên tiêu chí | Mã": where the codes stand in a column of their own, the criterion is read from them.
fn coded_beside_names(header: &mut Header<'_>, profiles: &BTreeMap<u32, Profile>, strange: &[u32]) -> Option<Finding> {
    const NAMES: f64 = 0.2;
    let holds = |column: u32| profiles.get(&column).map_or(0.0, |profile| agreement(profile, Content::Code));
    let names = header.columns.iter().position(|assigned| assigned.field == Field::Criterion && holds(assigned.column) <= NAMES)?;
    let mut codes = strange.iter().copied().filter(|column| holds(*column) >= SURE);
    let (Some(column), None) = (codes.next(), codes.next()) else { return None };
    let title = header.unused.iter().find(|(unused, _)| *unused == column).map(|(_, title)| title.clone())?;
    if !text::fold(&title).split(' ').any(|word| matches!(word, "ma" | "so" | "ky" | "code")) {
        return None;
    }
    let before = std::mem::replace(
        &mut header.columns[names],
        Assigned { field: Field::Criterion, column, title: title.clone(), score: BY_CONTENT, runner_up: None },
    );
    header.unused.retain(|(unused, _)| *unused != column);
    header.unused.push((before.column, before.title));
    header.unused.sort();
    header.columns.sort_by_key(|assigned| assigned.column);
    let mut told =
        Finding::new(&finding::COLUMN_BY_CONTENT).raw(title).with("column", Address::letters(column)).field(Field::Criterion.title());
    told.cell = Some(Address::new(header.end.saturating_sub(1), column));
    Some(told)
}

fn grid_title(header: &Header<'_>, column: u32) -> String {
    header.columns.iter().find(|assigned| assigned.column == column).map(|assigned| assigned.title.clone()).unwrap_or_default()
}

/// Filled columns that no field was found for.
fn strange_columns(header: &Header<'_>, body: &[Row]) -> Vec<u32> {
    let mut cells: BTreeMap<u32, usize> = BTreeMap::new();
    for row in body.iter().filter(|row| row.cells.iter().any(|cell| header.knows(cell.column))) {
        for cell in row.cells.iter().filter(|cell| !header.knows(cell.column)) {
            *cells.entry(cell.column).or_default() += 1;
        }
    }
    // "Còn lại | 100%": nothing was done. That it is left out is told.
    let rest = |column: u32| header.unused.iter().any(|(unused, title)| *unused == column && text::fold(title).contains("con lai"));
    // Of several columns of months none is the state, or the time.
    let months: Vec<u32> = header.unused.iter().filter(|(_, title)| period(title).is_some()).map(|(column, _)| *column).collect();
    let of_calendar = |column: u32| months.len() > 2 && months.contains(&column);
    // "Lãnh đạo duyệt | Đã duyệt" is how far the paper came, and not the work; nor is what a report says was spent its cost.
    let looks_on = |title: &str| is_of_overseer(&text::fold(title)) || header.form.kind == FormKind::Result && is_of_spending(title);
    let looks_on = |column: u32| header.unused.iter().any(|(unused, title)| *unused == column && looks_on(title));
    let left = |column: u32| rest(column) || of_calendar(column) || looks_on(column) || stands_far_off(header, column);
    let left = |column: u32| left(column) || choices::are_listed(header, body, column);
    cells.into_iter().filter(|(column, count)| *count >= FEWEST_CELLS && !left(*column)).map(|(column, _)| column).collect()
}

/// "Nhóm trưởng" over "Phó hiệu trưởng", "Tổ văn phòng": nothing but who, and no work.
fn names_people(body: &[Row], column: u32) -> bool {
    const MOST_WORDS: usize = 4;
    let cells = || body.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty());
    let roles = cells().filter(|cell| super::content::opens_with_role(&cell.text) || super::content::is_role(&cell.text)).count();
    roles * 2 > cells().count() && cells().all(|cell| cell.text.split_whitespace().count() <= MOST_WORDS)
}

/// Nothing stands over a column, and so many blank ones before it: nobody leaves out that many within a table. A list that cells choose from is there.
fn stands_far_off(header: &Header<'_>, column: u32) -> bool {
    const FAR: u32 = 3;
    let of_table = || header.columns.iter().map(|assigned| assigned.column).chain(header.unused.iter().map(|(unused, _)| *unused));
    let titled = of_table().any(|titled| titled == column);
    !titled && of_table().filter(|titled| *titled < column).max().is_some_and(|last| last + FAR < column)
}

/// Fields of the form that no column was found for, and that content can tell.
fn open_fields(header: &Header<'_>) -> Vec<Field> {
    let has = |field: Field| header.column(field).is_some();
    let timed = has(Field::Time) || has(Field::Start) || has(Field::End);
    let reported = [Field::Done, Field::Ongoing, Field::NotStarted, Field::Outcome].into_iter().any(has);
    let listed = header.form.columns.iter().map(|column| column.field).filter(|field| !has(*field));
    let told_by_content = listed.filter(|field| match field {
        Field::Criterion | Field::Lead | Field::Collector => true,
        Field::Time => !timed,
        Field::Cost => header.money.is_empty(),
        Field::Status => !reported,
        // Only what the table cannot do without is made out by being the one text left over.
        Field::Task | Field::Planned | Field::Evidence => header.missing.contains(field),
        Field::Level1 | Field::Level2 | Field::Level3 | Field::Unmet => true,
        _ => false,
    });
    told_by_content.collect()
}

fn content_of(header: &Header<'_>, field: Field) -> Content {
    header.form.column(field).map_or(field.content(), |column| column.content)
}

fn agreement(profile: &Profile, content: Content) -> f64 {
    match content {
        // "Không" is what a column of money says where none is needed.
        Content::Money if profile.sums >= 0.3 => (profile.sums + profile.nothing).min(1.0),
        Content::Money => 0.0,
        // Words that are a time, a doer or a state are not the work.
        Content::Text => (profile.prose - profile.time - profile.role - profile.status).max(0.0),
        other => profile.agreement(other),
    }
}

/// Whether a column lies between the columns that the form has before and behind the field.
fn stands_right(header: &Header<'_>, field: Field, column: u32) -> bool {
    let place = |field: Field| header.form.columns.iter().position(|column| column.field == field);
    let Some(own) = place(field) else { return false };
    let before = |assigned: &&Assigned| place(assigned.field).is_some_and(|place| place < own);
    let left = header.columns.iter().filter(before).filter(|assigned| assigned.column < column).count();
    let right = header.columns.iter().filter(|assigned| !before(assigned)).filter(|assigned| assigned.column > column).count();
    // Schools move columns; most of the others must stand where the form has them.
    (left + right) * 2 > header.columns.len()
}

/// What content alone must not decide: a mark is a level only next to the other levels and in their order.
fn may_be(field: Field, content: Content, header: &Header<'_>, profiles: &BTreeMap<u32, Profile>, column: u32) -> bool {
    if content != Content::Mark {
        let title = header.unused.iter().find(|(unused, _)| *unused == column).map_or("", |(_, title)| title.as_str());
        return profiles.contains_key(&column) && !(field == Field::Status && states::speaks_otherwise(title));
    }
    let at = |field: Field| header.column(field).map(|assigned| assigned.column);
    // "Nhóm chấm / Mức 3" is no other level, wherever it stands.
    let title = header.unused.iter().find(|(unused, _)| *unused == column).and_then(|(_, title)| title.rsplit(" / ").next());
    if title.is_some_and(|title| phrase::levels::named(title).is_some()) {
        return false;
    }
    match field {
        Field::Unmet => at(Field::Level1) == Some(column + 1),
        Field::Level1 => at(Field::Level2) == Some(column + 1),
        Field::Level2 => at(Field::Level1) == column.checked_sub(1) && at(Field::Level3) == Some(column + 1),
        Field::Level3 => at(Field::Level2).is_some() && at(Field::Level2) == column.checked_sub(1),
        _ => false,
    }
}
