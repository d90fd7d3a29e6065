//! Rows of a plan → actions.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use super::{Place, Taken, criteria, piece_text};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Action, Address, Cost, CostKind, Criterion, LevelBand, Status, Window, WindowFlag, WindowKind};
use crate::phrase;
use crate::read::code::Codes;
use crate::read::grid::CellKind;
use crate::read::rows::{LogicalRow, Piece};

pub(super) fn take(place: &Place<'_>, row: &LogicalRow, at: usize, codes: &mut Codes<'_>, taken: &mut Taken) {
    let findings = &mut taken.reading.findings;
    let coded = criteria(place, row, at, codes, findings);
    let task = task(row);
    let target = piece_text(row.pieces.get(&Field::Target));
    let said = |text: &str| !phrase::status::is_nothing(text) && !phrase::status::is_placeholder(text);
    if !said(&task) && !said(&target) {
        // The template's row for a criterion without anything planned. What else stands there must not vanish.
        if let Some((field, piece)) = row.pieces.iter().find(|(field, piece)| {
            !matches!(
                field,
                Field::Ordinal | Field::Criterion | Field::Standard | Field::Item | Field::Task | Field::Target | Field::Content
            ) && said(&piece.text)
                && row.rows.contains(&piece.address.row)
        }) {
            findings.push(place.finding(&finding::ROW_NOT_UNDERSTOOD, piece.address).field(field.title()).raw(&piece.text));
        } else {
            findings.push(place.finding(&finding::ROW_EMPTY, row.address()));
        }
        return;
    }
    let work_cell = row
        .pieces
        .get(&Field::Task)
        .or_else(|| row.pieces.get(&Field::Content))
        .or_else(|| row.pieces.get(&Field::Target))
        .map_or_else(|| row.address(), |piece| piece.address);
    let mut found = coded.criteria;
    if found.is_empty() && !coded.refused {
        found = in_words(place, row, &task, &target);
    }
    if found.is_empty() && !coded.refused {
        let has_column = place.header.column(Field::Criterion).is_some();
        let rule = if has_column && coded.standard.is_none() { &finding::ROW_WITHOUT_CRITERION } else { &finding::TASK_WITHOUT_CRITERION };
        findings.push(place.finding(rule, work_cell).raw(&task));
    }
    let window = window(place, row, findings);
    let cost = cost(place, row, findings);
    let columns = [Field::Done, Field::Ongoing, Field::NotStarted];
    let marked = |field: Field| row.pieces.get(&field).filter(|piece| said(&piece.text));
    let by_columns = columns.into_iter().any(|field| marked(field).is_some());
    let status_piece = row.pieces.get(&Field::Status).or_else(|| columns.into_iter().find_map(marked));
    let status = if by_columns && !row.pieces.contains_key(&Field::Status) {
        let [done, ongoing, not_started] = columns.map(|field| row.text(field));
        Some(phrase::status::parse(done, ongoing, not_started))
    } else {
        status_piece.filter(|piece| said(&piece.text)).map(|piece| {
            phrase::status::word(&piece.text).unwrap_or_else(|| {
                findings.push(place.finding(&finding::STATUS_UNREAD, piece.address).field(Field::Status.title()).raw(&piece.text));
                phrase::status::StatusPhrase { status: Status::InProgress, late_stated: false }
            })
        })
    };
    let code_cell = super::CODE_FIELDS
        .into_iter()
        .filter_map(|field| row.pieces.get(&field))
        .map(|piece| piece.address)
        .find(|address| row.rows.contains(&address.row));
    // Work merged over several rows is read where it stands; the row itself is where its own cells are.
    let own_cell = if row.rows.contains(&work_cell.row) { work_cell } else { row.address() };
    let origin = place.origin(code_cell.unwrap_or(own_cell));
    let action = Action {
        school_id: place.school_id.to_owned(),
        framework: place.framework.id.clone(),
        standard: coded.standard,
        criterion: None,
        level_band: row.band,
        target,
        task,
        lead: piece_text(row.pieces.get(&Field::Lead)),
        time_text: time_text(row),
        window,
        cost_text: piece_text(row.pieces.get(&Field::Cost)),
        cost,
        conditions: piece_text(row.pieces.get(&Field::Conditions)),
        note: piece_text(row.pieces.get(&Field::Note)),
        adjusted: String::new(),
        done_text: row.pieces.get(&Field::Status).map_or_else(|| row.text(Field::Done).to_owned(), |piece| piece.text.clone()),
        ongoing_text: row.text(Field::Ongoing).to_owned(),
        not_started_text: row.text(Field::NotStarted).to_owned(),
        status: status.as_ref().map_or(Status::NoReport, |status| status.status),
        late_stated: status.as_ref().is_some_and(|status| status.late_stated),
        result_origin: status.is_some().then(|| place.origin(status_piece.map_or(work_cell, |piece| piece.address))),
        origin,
    };
    let number = piece_text(row.pieces.get(&Field::Ordinal));
    // One row is one piece of work, counted once, whatever number of criteria it names.
    let criterion = found.first().copied();
    let level_band = action.level_band.or(matches!(criterion, Some(Criterion::Level4 { .. })).then_some(LevelBand::Four));
    taken.reading.actions.push(Action {
        criterion,
        standard: criterion.and_then(Criterion::standard).or(action.standard),
        level_band,
        ..action
    });
    taken.ordinals.push(number);
}

/// The work: its own column; in the 2026 plan the activity, and what is to be improved where no activity is written.
fn task(row: &LogicalRow) -> String {
    let task = row.text(Field::Task);
    if task.is_empty() { row.text(Field::Content).to_owned() } else { task.to_owned() }
}

/// The criterion named inside the text, where the plan has no column for it or leaves it empty.
fn in_words(place: &Place<'_>, row: &LogicalRow, task: &str, target: &str) -> Vec<Criterion> {
    for text in [row.text(Field::Content), task, target, row.text(Field::Note)] {
        let folded = crate::text::fold(text);
        if !(folded.contains("tieu chi") || folded.split(' ').any(|word| word == "tc")) {
            continue;
        }
        let named: Vec<Criterion> = phrase::criterion::all(text, row.standard, row.band)
            .iter()
            .filter_map(|phrase| phrase.criterion)
            .filter(|criterion| place.framework.has(*criterion))
            .collect();
        if !named.is_empty() {
            return named;
        }
    }
    Vec::new()
}

fn time_text(row: &LogicalRow) -> String {
    match (row.text(Field::Start), row.text(Field::End)) {
        ("", "") => row.text(Field::Time).to_owned(),
        (start, "") => start.to_owned(),
        ("", end) => end.to_owned(),
        (start, end) => format!("{start} – {end}"),
    }
}

/// The time of a row, from one column or from two.
fn window(place: &Place<'_>, row: &LogicalRow, findings: &mut Vec<Finding>) -> Window {
    let parse = |piece: &Piece| match piece.kind {
        CellKind::Date(date) => Window { kind: WindowKind::Span, start: Some(date), due: Some(date), flags: BTreeSet::new() },
        CellKind::Number { value, .. } if serial_day(value).is_some() => {
            Window { kind: WindowKind::Span, start: serial_day(value), due: serial_day(value), flags: BTreeSet::new() }
        }
        CellKind::Number { .. } if piece.text.len() <= 2 => {
            phrase::time::parse(&format!("tháng {}", piece.text), place.context.year, &place.context.frameworks.calendars)
        }
        _ => phrase::time::parse(&piece.text, place.context.year, &place.context.frameworks.calendars),
    };
    let filled = |field: Field| row.pieces.get(&field).filter(|piece| !piece.text.is_empty());
    let window = match (filled(Field::Start), filled(Field::End), filled(Field::Time)) {
        (Some(start), Some(end), _) => {
            let (start, end) = (parse(start), parse(end));
            let in_order = start.start.zip(end.due).is_none_or(|(start, due)| start <= due);
            if end.due.is_some() && in_order {
                Window { kind: WindowKind::Span, start: start.start, due: end.due, flags: start.flags.union(&end.flags).copied().collect() }
            } else if in_order && start.start.is_some() && end.kind != WindowKind::Unknown {
                Window { kind: if end.kind == WindowKind::Span { WindowKind::Open } else { end.kind }, start: start.start, ..end }
            } else {
                if let (false, Some(first), Some(due)) = (in_order, start.start, end.due) {
                    due_before_start(place, &time_text(row), first, due, row.address(), findings);
                    return Window::default();
                }
                Window::default()
            }
        }
        (None, Some(end), _) => {
            let end = parse(end);
            Window { start: None, ..end }
        }
        (Some(start), None, None) => {
            let start = parse(start);
            Window { kind: if start.start.is_some() { WindowKind::Open } else { start.kind }, due: None, ..start }
        }
        (_, _, Some(time)) => parse(time),
        (None, None, None) => return Window::default(),
    };
    let time = time_text(row);
    let cell = [Field::Time, Field::End, Field::Start].into_iter().filter_map(filled).map(|piece| piece.address).next().unwrap_or_default();
    if let Some((first, due)) = (window.kind == WindowKind::Unknown).then(|| reversed(place, &time)).flatten() {
        due_before_start(place, &time, first, due, cell, findings);
        return window;
    }
    notes(place, &window, &time, cell, findings);
    window
}

/// "Từ 30/10/2023 đến 15/9/2023": two times that are clear, in the wrong order.
fn reversed(place: &Place<'_>, time: &str) -> Option<(Date, Date)> {
    let parse = |text: &str| phrase::time::parse(text.trim(), place.context.year, &place.context.frameworks.calendars);
    let (first, second) = [" đến ", " - ", " – ", "-", "–"].iter().find_map(|sign| time.split_once(sign))?;
    let (first, second) = (parse(first), parse(second));
    first.start.zip(second.due).filter(|(start, due)| due < start)
}

fn due_before_start(place: &Place<'_>, time: &str, start: Date, due: Date, cell: Address, findings: &mut Vec<Finding>) {
    let told = place.finding(&finding::DUE_BEFORE_START, cell).field(Field::Time.title()).raw(time);
    findings.push(told.with("start", day(start)).with("due", day(due)));
}

fn day(date: Date) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

/// A day stored as a bare number, where the cell lost its format of a date: days since the end of 1899, of this century only.
fn serial_day(value: f64) -> Option<jiff::civil::Date> {
    let days = (value.fract() == 0.0 && (36_526.0..73_050.0).contains(&value)).then_some(value as i32)?;
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
}

fn notes(place: &Place<'_>, window: &Window, time: &str, cell: Address, findings: &mut Vec<Finding>) {
    let shown = |date: Option<Date>| date.map_or_else(|| "?".to_owned(), day);
    if window.kind == WindowKind::Unknown && !phrase::status::is_nothing(time) {
        findings.push(place.finding(&finding::TIME_UNREAD, cell).field(Field::Time.title()).raw(time));
    }
    if window.flags.contains(&WindowFlag::Repaired) {
        findings.push(
            place
                .finding(&finding::TIME_REPAIRED, cell)
                .field(Field::Time.title())
                .raw(time)
                .with("start", shown(window.start))
                .with("due", shown(window.due)),
        );
    }
    if let Some(due) = window.due {
        let year = place.context.year;
        // A plan may reach years ahead ("giai đoạn 2025-2030"), never back behind the summer before its year.
        let far = due < date(year.first(), 6, 1) || due.year() > year.second() + 6;
        if far {
            findings.push(
                place
                    .finding(&finding::DUE_OUTSIDE_PLAN, cell)
                    .field(Field::Time.title())
                    .raw(time)
                    .with("due", day(due))
                    .with("year", year),
            );
        }
    }
}

fn cost(place: &Place<'_>, row: &LogicalRow, findings: &mut Vec<Finding>) -> Cost {
    let Some(piece) = row.pieces.get(&Field::Cost).filter(|piece| !piece.text.is_empty()) else { return Cost::default() };
    let cost = match piece.kind {
        CellKind::Number { value, .. } => number_cost(value, place.unit_vnd.unwrap_or(1)),
        _ => phrase::money::parse_in(&piece.text, place.unit_vnd.unwrap_or(1)),
    };
    if cost.kind == CostKind::Unspecified && !phrase::money::is_left_open(&piece.text) {
        findings.push(place.finding(&finding::COST_UNREAD, piece.address).field(Field::Cost.title()).raw(&piece.text));
    }
    let bare = matches!(piece.kind, CellKind::Number { .. }) || !piece.text.chars().any(char::is_alphabetic);
    if bare && place.unit_vnd.is_none() && cost.amount_vnd.is_some_and(|amount| amount > 0 && amount < 100_000) {
        findings.push(place.finding(&finding::NUMBER_AS_COST, piece.address).field(Field::Cost.title()).raw(&piece.text));
    }
    cost
}

fn number_cost(value: f64, unit_vnd: i64) -> Cost {
    let amount = value * unit_vnd as f64;
    if !(0.0..1e15).contains(&amount) {
        return Cost { kind: CostKind::Unspecified, ..Cost::default() };
    }
    let amount = amount.round() as i64;
    Cost { kind: if amount == 0 { CostKind::Zero } else { CostKind::Amount }, amount_vnd: Some(amount), sources: BTreeSet::new() }
}
