//! A self-assessment in; whether it has a row for each level of a criterion ("1.1 | Mức 2 | Không đạt"), or says whether each criterion
//! has the level aimed at ("1.1 | Mức đăng ký: 2 | Đạt"), and where the level stands, out.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::Row;
use super::header::{Assigned, Header, Matcher};
use crate::form::{Field, Form};
use crate::model::{Criterion, FormKind};
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::Mark;
use crate::text;

/// From this share of its cells on, a column holds levels.
const SHARE: f64 = 0.8;
/// Cells that make such a column.
const FEWEST: usize = 3;
/// Levels that each criterion has on the average, or more; all have two at least, and rows may be missing.
const LEVELS_EACH: f64 = 1.5;
/// Rows looked at.
const ROWS: usize = 120;
/// What a column counts for that its content made out.
const BY_CONTENT: f64 = 0.8;
/// What a column of levels counts for that its title and its content made out.
const UNDERSTOOD: f64 = 0.95;

/// Makes the header that of a table with a row for each level, where its rows say so: levels in a column of their own, or in the cells of the codes.
pub(super) fn settle<'a>(matcher: &Matcher<'a>, header: &mut Header<'a>, body: &[Row]) {
    // Levels in columns of their own leave none to rows.
    if header.form.kind != FormKind::Assessment || header.columns.iter().any(|assigned| assigned.field.level().is_some()) {
        return;
    }
    let Some(form) = matcher.forms().map(|(form, _)| form).find(|form| form.column(Field::Level).is_some()) else { return };
    let body = &body[..body.len().min(ROWS)];
    if let Some((code, aimed, judged)) = numbered_column(header, body).and_then(|code| aimed_at(header, body, code)) {
        let mut beside = header.clone();
        // "Mức đạt năm học trước" beside it is not what this year came to.
        let (kept, others): (Vec<_>, Vec<_>) =
            beside.columns.into_iter().partition(|assigned| assigned.field != Field::Outcome || judged.contains(&assigned.column));
        beside.unused.extend(others.into_iter().map(|assigned| (assigned.column, assigned.title)));
        beside.columns = kept;
        if let Some(turned) = turned(form, &beside, code, Some(aimed), body) {
            // As the matcher scores a header.
            let score = |assigned: &Assigned| if assigned.field == Field::Level { UNDERSTOOD } else { assigned.score };
            let found: f64 = turned.columns.iter().map(score).sum();
            let known = found / (turned.columns.len() + turned.unused.len()) as f64;
            let needed = turned.column(Field::Criterion).map_or(0.0, |criterion| criterion.score).min(UNDERSTOOD);
            let score = header.score.max(0.6 * needed + 0.4 * known);
            *header = Header { score, ..turned };
        }
        return;
    }
    let Some(code) = code_column(header) else { return };
    if header.form.column(Field::Level).is_none() {
        let in_codes = levels_in_codes(body, code);
        let column = level_column(header, body, code);
        if !(in_codes || column.is_some()) {
            return;
        }
        let Some(turned) = turned(form, header, code, column, body) else { return };
        *header = turned;
    }
    if header.column(Field::Level).is_none() && levels_in_codes(body, code) {
        header.missing.retain(|field| *field != Field::Level);
    }
}

/// The column of codes such as "1.1", whatever its title was taken for.
fn numbered_column(header: &Header<'_>, body: &[Row]) -> Option<u32> {
    if let Some(criterion) = header.column(Field::Criterion) {
        return Some(criterion.column);
    }
    header.columns.iter().map(|assigned| assigned.column).find(|column| {
        let texts = || body.iter().filter_map(|row| row.get(*column)).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
        let numbered = |text: &&str| matches!(phrase::criterion::parse(text, None, None).criterion, Some(Criterion::Numbered { .. }));
        texts().filter(numbered).count() * 2 > texts().count()
    })
}

fn code_column(header: &Header<'_>) -> Option<u32> {
    [Field::Criterion, Field::Item].into_iter().find_map(|field| header.column(field)).map(|assigned| assigned.column)
}

/// Whether a title is that of the levels that criteria are to reach.
pub(super) fn speaks_of_aims(title: &str) -> bool {
    const WORDS: &[&str] =
        &["dang ky", "dang ki", "phan dau", "can dat", "phai dat", "muc tieu", "chi tieu", "du kien", "yeu cau", "huong toi", "de ra"];
    let folded = text::fold(title);
    WORDS.iter().any(|words| text::holds_words(&folded, words))
}

/// "Mức 3", "Đạt mức 3": the level that a criterion is to reach.
pub(super) fn aim(text: &str) -> Option<u8> {
    let reached = || match phrase::levels::reached(text) {
        Some(Reached::Up(level)) if level > 0 => Some(level),
        _ => None,
    };
    phrase::levels::named(text).or_else(reached)
}

/// The columns of codes, of levels aimed at, and of results, where these are "Đạt" and "Không đạt" rather than levels.
fn aimed_at(header: &Header<'_>, body: &[Row], code: u32) -> Option<(u32, u32, Vec<u32>)> {
    let assigned = header.columns.iter().map(|assigned| (assigned.column, &assigned.title));
    let titled: BTreeMap<u32, &String> = header.unused.iter().map(|(column, title)| (*column, title)).chain(assigned).collect();
    let texts =
        |column: u32| body.iter().filter_map(move |row| row.get(column)).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
    // Lines of the signature stand below as well.
    let coded = || body.iter().filter(|row| row.get(code).is_some_and(|cell| !cell.text.is_empty()));
    let holds_levels = |column: u32| {
        let cells: Vec<&str> =
            coded().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
        let levels: Vec<u8> = cells.iter().filter_map(|text| aim(text)).filter(|level| *level <= 3).collect();
        !levels.is_empty() && levels.len() as f64 >= SHARE * cells.len() as f64
    };
    let mut aims = titled.iter().filter(|(column, title)| **column != code && speaks_of_aims(title) && holds_levels(**column));
    let (aim, _) = aims.next().filter(|_| aims.next().is_none())?;
    let judged_by_words = |column: u32| {
        let says = |text: &&str| {
            phrase::mark::verdict(text).is_some() && phrase::mark::parse(text) != Some(Mark::Dash) && phrase::levels::named(text).is_none()
        };
        let levels = |text: &&str| matches!(phrase::levels::reached(text), Some(Reached::Up(1..))) && phrase::mark::word(text).is_none();
        texts(column).filter(says).count() > texts(column).filter(levels).count()
    };
    let judged = titled.keys().copied().filter(|column| *column != code && column != aim && judged_by_words(*column)).collect::<Vec<_>>();
    (!judged.is_empty()).then_some((code, *aim, judged))
}

/// "1.1 - Mức 2", or "Mức 2" below "1.1".
fn levels_in_codes(body: &[Row], code: u32) -> bool {
    let levels: Vec<u8> = body
        .iter()
        .filter_map(|row| row.get(code))
        .filter_map(|cell| {
            // "1", "2", "3" count the rows.
            let alone = || phrase::levels::named(&cell.text).filter(|_| text::fold(&cell.text).starts_with('m'));
            phrase::levels::of_code(&cell.text).map(|(_, level)| level).or_else(alone)
        })
        .collect();
    levels.len() >= FEWEST && levels.iter().collect::<BTreeSet<_>>().len() >= 2
}

/// The column of bare levels that come again and again, below fewer codes than there are levels.
fn level_column(header: &Header<'_>, body: &[Row], code: u32) -> Option<u32> {
    let named: Vec<u32> =
        body.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect::<BTreeSet<_>>().into_iter().collect();
    // "1.1 | Mức 2" and "1.2 | Mức 1" may be what each criterion aims at.
    let codes_beside = |column: u32| {
        let rows = body.iter().filter(|row| row.get(column).is_some());
        rows.filter_map(|row| row.get(code)).map(|cell| cell.text.as_str()).collect::<BTreeSet<_>>().len()
    };
    let mut found = named.into_iter().filter(|column| {
        let marks = header.field_at(*column).is_some_and(|field| !matches!(field, Field::Outcome | Field::Note | Field::Content));
        let cells: Vec<&str> = body.iter().filter_map(|row| row.get(*column)).map(|cell| cell.text.as_str()).collect();
        let levels: Vec<u8> = cells.iter().filter_map(|text| phrase::levels::named(text)).collect();
        let falls = levels.windows(2).filter(|pair| pair[1] < pair[0]).count();
        let rises = levels.windows(2).filter(|pair| pair[1] > pair[0]).count();
        !marks
            && *column != code
            && levels.len() >= FEWEST
            && levels.len() as f64 >= SHARE * cells.len() as f64
            // 1, 2, 3, 1, 2, 3: the levels of one criterion after the other; a level reached by each goes up and down as it will.
            && rises + falls + 1 == levels.len()
            && levels.windows(2).all(|pair| pair[1] == pair[0] + 1 || pair[1] == 1)
            && codes_beside(*column) as f64 <= levels.len() as f64 / LEVELS_EACH
    });
    found.next().filter(|_| found.next().is_none())
}

/// The header as one of the form with levels in rows; `None` where nothing says whether a level is met.
fn turned<'a>(form: &'a Form, header: &Header<'a>, code: u32, level: Option<u32>, body: &[Row]) -> Option<Header<'a>> {
    let mut turned = Header { form, columns: Vec::new(), ..header.clone() };
    let title = |column: u32| {
        let of = header.columns.iter().find(|assigned| assigned.column == column).map(|assigned| assigned.title.clone());
        of.or_else(|| header.unused.iter().find(|(unused, _)| *unused == column).map(|(_, title)| title.clone())).unwrap_or_default()
    };
    let by_content = |field: Field, column: u32| Assigned { field, column, title: title(column), score: BY_CONTENT, runner_up: None };
    for assigned in &header.columns {
        if assigned.column == code {
            turned.columns.push(Assigned { field: Field::Criterion, runner_up: None, ..assigned.clone() });
        } else if Some(assigned.column) != level && form.column(assigned.field).is_some() {
            turned.columns.push(assigned.clone());
        } else if Some(assigned.column) != level {
            turned.unused.push((assigned.column, assigned.title.clone()));
        }
    }
    turned.columns.extend(level.map(|column| by_content(Field::Level, column)));
    let judged = |header: &Header<'_>| [Field::Outcome, Field::Met, Field::Unmet].into_iter().any(|field| header.column(field).is_some());
    if !judged(&turned) {
        let marks = |column: u32| {
            let cells: Vec<&str> = body.iter().filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).collect();
            cells.len() >= FEWEST && cells.iter().all(|text| phrase::mark::parse(text).is_some())
        };
        let strange: Vec<u32> = header.unused.iter().map(|(column, _)| *column).filter(|column| marks(*column)).collect();
        let [only] = strange[..] else { return None };
        turned.columns.push(by_content(Field::Outcome, only));
    }
    turned.columns.sort_by_key(|assigned| assigned.column);
    turned.unused.retain(|(column, _)| !turned.columns.iter().any(|assigned| assigned.column == *column));
    turned.missing = form.lacking(|field| turned.column(field).is_some() || field == Field::Level);
    turned.missing.is_empty().then_some(turned)
}
