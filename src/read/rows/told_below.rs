//! The rows of a plan in, the same out where each work stands in two rows, what is planned above what came of it: "KH | Kiểm tra 5 giáo viên"
//! over "TH | Đã kiểm tra 5/5 giáo viên", in a column of these signs or before the words themselves.

use std::collections::BTreeSet;

use super::{Physical, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::read::header::Header;
use crate::text::fold;

#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Planned,
    Told,
}

/// Hands what was told to the row above as its state; out come the rows it was told in.
pub(super) fn rows(header: &Header<'_>, rows: &mut [Physical]) -> BTreeSet<u32> {
    let mut told = BTreeSet::new();
    let Some(work) = work(header).filter(|_| header.form.kind == FormKind::Plan && header.column(Field::Status).is_none()) else {
        return told;
    };
    let signs: Vec<Option<(Sign, String)>> = rows.iter().map(|row| signed(row, work)).collect();
    let pairs = signs.windows(2).filter(|pair| matches!(pair, [Some((Sign::Planned, _)), Some((Sign::Told, _))]));
    let said_of = signs.iter().flatten().filter(|(sign, _)| *sign == Sign::Told).count();
    // What is not told in pairs throughout is told otherwise.
    if said_of == 0 || pairs.count() < said_of {
        return told;
    }
    for at in 1..rows.len() {
        let (Some((Sign::Planned, planned)), Some((Sign::Told, said))) = (&signs[at - 1], &signs[at]) else { continue };
        let Some(piece) = rows[at].pieces.get(&work).cloned() else { continue };
        let mut state = piece;
        set(&mut state.text, &mut state.raw, said);
        let row = &mut rows[at - 1];
        if let Some(task) = row.pieces.get_mut(&work) {
            set(&mut task.text, &mut task.raw, planned);
        }
        row.pieces.insert(Field::Status, state);
        told.insert(rows[at].index);
    }
    told
}

fn set(text: &mut String, raw: &mut Option<String>, own: &str) {
    if text != own {
        let whole = std::mem::replace(text, own.to_owned());
        raw.get_or_insert(whole);
    }
}

/// The sign of a row and its words without it.
fn signed(row: &Physical, work: Field) -> Option<(Sign, String)> {
    let words = row.text(work);
    if words.is_empty() {
        return None;
    }
    let beside =
        row.extra.iter().map(|(_, text)| text.as_str()).chain([Field::Note, Field::Content].into_iter().map(|field| row.text(field)));
    if let Some(sign) = beside.filter_map(sign).next() {
        return Some((sign, words.to_owned()));
    }
    let (label, rest) = words.split_once(':')?;
    Some((sign(label)?, rest.trim().to_owned()))
}

fn sign(text: &str) -> Option<Sign> {
    const LONGEST: usize = 12;
    if text.chars().count() > LONGEST {
        return None;
    }
    match fold(text).as_str() {
        "kh" | "ke hoach" => Some(Sign::Planned),
        "th" | "thuc hien" | "kq" | "ket qua" => Some(Sign::Told),
        _ => None,
    }
}
