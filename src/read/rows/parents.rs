//! The lines of a plan in, the same out where money that a row sums up over its parts counts once: "1 | Mua sắm thiết bị | 50.000.000" over
//! "1.1 | Máy chiếu | 30.000.000", "1.2 | Loa máy | 20.000.000", or over works without numbers. Parts that say when or by whom are the works, and the row is their heading;
//! parts that say neither are details of the row, which is the one work.

use super::wording::{criterion_of_its_own, is_item};
use super::{Line, LogicalRow, Piece, Reason, names_the_row, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::read::grid::CellKind;
use crate::read::header::Header;

/// What makes a work of a part: who, when, what came of it.
const OF_WORK: &[Field] = &[
    Field::Time,
    Field::Start,
    Field::End,
    Field::Lead,
    Field::Partner,
    Field::Status,
    Field::Done,
    Field::Ongoing,
    Field::NotStarted,
    Field::Outcome,
];

/// What a heading does not hand down.
const OWN: &[Field] = &[Field::Cost, Field::Note];

pub(super) fn counted_once(mut lines: Vec<Line>, header: &Header<'_>) -> Vec<Line> {
    let Some(work) = work(header).filter(|_| header.form.kind == FormKind::Plan && header.column(Field::Cost).is_some()) else {
        return lines;
    };
    let mut left: Vec<Option<Reason>> =
        lines.iter().map(|line| if let Line::Left { reason, .. } = line { Some(*reason) } else { None }).collect();
    // From below: what a part sums up itself is settled before it is a part.
    for at in (0..lines.len()).rev() {
        let Some(parent) = lines[at].data().filter(|row| !row.text(Field::Cost).is_empty()) else { continue };
        let parts = parts(&lines, &left, at, work);
        let rows: Vec<&LogicalRow> = parts.iter().filter_map(|part| lines[*part].data()).collect();
        if !add_up(parent, &rows) {
            continue;
        }
        if parent.text(work).is_empty() || rows.iter().any(|row| says(row)) {
            left[at] = Some(Reason::Whole);
            hand_down(&mut lines, at, &parts, work);
        } else {
            parts.into_iter().for_each(|part| left[part] = Some(Reason::Detail));
        }
    }
    let mut found = Vec::with_capacity(lines.len());
    for (line, left) in lines.into_iter().zip(left) {
        match (line, left) {
            (Line::Data(row), Some(reason)) => found.extend(row.rows.iter().map(|row| Line::Left { row: *row, reason })),
            (line, _) => found.push(line),
        }
    }
    found
}

/// Whether a row says itself who does the work, when, or what came of it.
fn says(row: &LogicalRow) -> bool {
    OF_WORK.iter().any(|field| own(row, *field).is_some())
}

/// "| | Mua bàn | HT | 10/2023" without number and criterion.
fn is_bare(row: &LogicalRow) -> bool {
    let coded = [Field::Criterion, Field::Item, Field::Standard].into_iter().any(|field| own(row, field).is_some());
    row.text(Field::Ordinal).is_empty() && !coded
}

/// Whether a row with a number that says neither who nor when ("1 | Tiêu chí 3.3 | Mua sắm thiết bị") heads the bare ones right below it, of which
/// some do.
fn heads_works(lines: &[Line], at: usize, parent: &LogicalRow) -> bool {
    let mut below = lines[at + 1..].iter().map_while(Line::data).take_while(|row| is_bare(row));
    !parent.text(Field::Ordinal).is_empty() && !says(parent) && below.any(says)
}

/// Rows with an amount over rows that have amounts, too, and come to something else: listed under them by their numbers ("1 | 50.000.000" over
/// "1.1 | 30.000.000", "1.2 | 15.000.000", or "I" over "1", "2"), or without any. Whether the money is one sum or two, only the school knows.
pub(in crate::read) fn unlike_their_parts<'l>(lines: &'l [Line], header: &Header<'_>) -> Vec<&'l LogicalRow> {
    let Some(work) = work(header) else { return Vec::new() };
    let amount = |row: &LogicalRow| phrase::money::parse_in(&own(row, Field::Cost)?.text, 1).amount_vnd.filter(|amount| *amount > 0);
    let differ = |at: usize, parent: &LogicalRow| {
        let Some(whole) = amount(parent).filter(|_| !parent.text(Field::Ordinal).is_empty()) else { return false };
        let below = lines[at + 1..].iter().map_while(|line| if let Line::Data(row) = line { Some(row) } else { None });
        let heads = heads_works(lines, at, parent);
        let is_listed = |row: &&LogicalRow| !row.text(Field::Ordinal).is_empty() && is_part(parent, row, work) || heads && is_bare(row);
        let parts: Vec<&LogicalRow> = below.take_while(is_listed).collect();
        let amounts: Vec<i64> = parts.iter().copied().filter_map(amount).collect();
        // One work without a number may as well be the next.
        let listed = amounts.len() > 1 || parts.iter().any(|row| !row.text(Field::Ordinal).is_empty());
        listed && !amounts.is_empty() && amounts.iter().sum::<i64>() != whole
    };
    let rows = lines.iter().enumerate().filter_map(|(at, line)| line.data().map(|row| (at, row)));
    rows.filter(|(at, row)| differ(*at, row)).map(|(_, row)| row).collect()
}

/// The rows right below that are listed under a row by their numbers, or are of a criterion that has nothing but an amount beside it.
fn parts(lines: &[Line], left: &[Option<Reason>], at: usize, work: Field) -> Vec<usize> {
    const PASSED: &[Reason] = &[Reason::Whole, Reason::Detail, Reason::RepeatedHeader, Reason::PageNumber, Reason::ColumnNumbers];
    let Some(parent) = lines[at].data() else { return Vec::new() };
    let names_only = parent.text(work).is_empty();
    let heads = heads_works(lines, at, parent);
    let mut found = Vec::new();
    for below in at + 1..lines.len() {
        match (&lines[below], left[below]) {
            // "II | Đội ngũ | 2.000.000" below "I | Cơ sở vật chất | 30.000.000" has parts of its own.
            (Line::Data(row), Some(Reason::Whole)) if !names_only && !is_part(parent, row, work) => break,
            (_, Some(reason)) if PASSED.contains(&reason) => {}
            (Line::Data(row), None)
                if names_only && row.same_criterion || !names_only && (is_part(parent, row, work) || heads && is_bare(row)) =>
            {
                found.push(below);
            }
            _ => break,
        }
    }
    found
}

/// "1.1", "a", "-" below "1"; "1", "I.1" below "I" or "A"; "- Máy chiếu" without a number.
fn is_part(parent: &LogicalRow, row: &LogicalRow, work: Field) -> bool {
    let [above, below] = [parent, row].map(|row| row.text(Field::Ordinal).trim_matches(['.', ')', '(', ' ']));
    let task = parent.text(work);
    if below.is_empty() {
        return is_item(row.text(work)) && !is_item(task) || task.ends_with(':') || task.ends_with("gồm");
    }
    if is_item(below) {
        return !is_item(above);
    }
    let is_lettered = |text: &str| text.len() == 1 && text.bytes().all(|letter| letter.is_ascii_lowercase());
    if above.starts_with(|letter: char| letter.is_ascii_digit()) {
        let within = below.strip_prefix(above).is_some_and(|rest| rest.starts_with(['.', '-']) || is_lettered(rest));
        return within || is_lettered(below);
    }
    let goes_on = |rest: &str| rest.starts_with(['.', '-']) && rest.ends_with(|last: char| last.is_ascii_digit());
    if !above.is_empty() && below.strip_prefix(above).is_some_and(goes_on) {
        return true;
    }
    let is_capital = !above.is_empty() && above.bytes().all(|letter| letter.is_ascii_uppercase());
    let is_roman = |text: &str| text.bytes().all(|letter| matches!(letter, b'I' | b'V' | b'X'));
    is_capital && (below.starts_with(|letter: char| letter.is_ascii_digit()) || is_lettered(below) || !is_roman(above) && is_roman(below))
}

/// Whether the amount of a row is that of its parts together.
fn add_up(parent: &LogicalRow, parts: &[&LogicalRow]) -> bool {
    const MILLION: i64 = 1_000_000;
    let priced: Vec<&str> = parts.iter().filter_map(|row| own(row, Field::Cost)).map(|piece| piece.text.as_str()).collect();
    // One part of the same amount is a part only by its number.
    let numbered = || parts.iter().all(|row| row.text(Field::Ordinal).contains(|letter: char| letter.is_ascii_digit()));
    let Some(whole) = own(parent, Field::Cost).filter(|_| priced.len() > 1 || !priced.is_empty() && numbered()) else { return false };
    // Bare numbers are alike in whatever unit; fractions only in a greater one.
    [1, MILLION].into_iter().any(|unit| {
        let amount = |text: &str| phrase::money::parse_in(text, unit).amount_vnd;
        let sum: Option<i64> = priced.iter().map(|text| amount(text)).sum();
        sum.is_some_and(|sum| sum > 0 && amount(&whole.text) == Some(sum))
    })
}

/// What a row says itself, and not a cell merged over it.
fn own(row: &LogicalRow, field: Field) -> Option<&Piece> {
    row.pieces.get(&field).filter(|piece| !piece.text.is_empty() && row.rows.contains(&piece.address.row))
}

/// The parts of a heading have from it what none of them says itself.
fn hand_down(lines: &mut [Line], at: usize, parts: &[usize], work: Field) {
    let Some(parent) = lines[at].data().cloned() else { return };
    let criterion = criterion_of_its_own(parent.text(work)).map(|criterion| Piece {
        text: format!("Tiêu chí {criterion}"),
        raw: None,
        address: parent.pieces.get(&work).map_or_else(|| parent.address(), |piece| piece.address),
        kind: CellKind::Text,
    });
    let said = |field: Field| parts.iter().filter_map(|part| lines[*part].data()).any(|row| !row.text(field).is_empty());
    let is_handed = |field: Field, piece: &Piece| {
        let stays = field == Field::Ordinal || field == work || OWN.contains(&field);
        !stays && !piece.text.is_empty() && (names_the_row(field) || !said(field))
    };
    let handed: Vec<(Field, Piece)> =
        parent.pieces.iter().filter(|(field, piece)| is_handed(**field, piece)).map(|(field, piece)| (*field, piece.clone())).collect();
    for (place, part) in parts.iter().enumerate() {
        let Line::Data(row) = &mut lines[*part] else { continue };
        for (field, piece) in &handed {
            if row.text(*field).is_empty() {
                row.pieces.insert(*field, piece.clone());
            }
        }
        if let Some(criterion) = criterion.as_ref().filter(|_| row.text(Field::Criterion).is_empty())
            && criterion_of_its_own(row.text(work)).is_none()
        {
            row.pieces.insert(Field::Criterion, criterion.clone());
        }
        // The row it took its criterion from is no row any more.
        row.same_criterion &= place > 0;
    }
}
