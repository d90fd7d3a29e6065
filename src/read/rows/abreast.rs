//! Works numbered in one cell beside their times or states numbered in another ("1. Sửa mái\n2. Lắp quạt" | "1. T9/2023\n2. T10/2023") in, a row for
//! each out.
//!
//! Only where each work of a plan has a time of its own, each of a report its own state, and no money is left that is of all of them.

use super::{Line, LogicalRow, Piece};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::read::header::Header;

const TIMES: [Field; 3] = [Field::Time, Field::Start, Field::End];
/// What each work has of its own.
const OWN: [Field; 7] = [Field::Lead, Field::Partner, Field::Cost, Field::Status, Field::Done, Field::Ongoing, Field::NotStarted];

pub(super) fn apart(lines: Vec<Line>, header: &Header<'_>) -> Vec<Line> {
    let told: &[Field] = match header.form.kind {
        FormKind::Plan => &TIMES,
        FormKind::Result => &[Field::Status],
        _ => return lines,
    };
    let Some(work) = super::work(header) else { return lines };
    let parted = |line: Line| match line {
        Line::Data(row) => works(&row, work, told).unwrap_or_else(|| vec![row]).into_iter().map(Line::Data).collect(),
        other => vec![other],
    };
    lines.into_iter().flat_map(parted).collect()
}

fn works(row: &LogicalRow, work: Field, told: &[Field]) -> Option<Vec<LogicalRow>> {
    let items = |piece: &Piece| items(&piece.text);
    let works = items(row.pieces.get(&work)?)?;
    let of_each = |piece: &Piece| items(piece).filter(|own| own.len() == works.len());
    let says = |text: &String| phrase::time::is_time(text) || phrase::status::state(text).is_some();
    if !told.iter().filter_map(|field| row.pieces.get(field)).find_map(of_each)?.iter().all(says) {
        return None;
    }
    let is_shared = |piece: &Piece| phrase::status::is_nothing(&piece.text) || of_each(piece).is_some();
    let money = row.pieces.get(&Field::Cost).into_iter().chain(row.money.values().map(|amount| &amount.piece));
    if !money.into_iter().all(is_shared) {
        return None;
    }
    let part = |at: usize| {
        let mut part = row.clone();
        let own = part.pieces.iter_mut().filter(|(field, _)| **field == work || TIMES.contains(field) || OWN.contains(field));
        for piece in own.map(|(_, piece)| piece).chain(part.money.values_mut().map(|amount| &mut amount.piece)) {
            if let Some(own) = of_each(piece) {
                let whole = std::mem::replace(&mut piece.text, own[at].clone());
                piece.raw.get_or_insert(whole);
            }
        }
        part.abreast = if at == 0 { works.len() } else { 0 };
        part
    };
    Some((0..works.len()).map(part).collect())
}

/// "1. Sửa mái\n2. Lắp quạt": what stands behind each number; `None` where the numbers do not run from 1, or anything stands before them.
fn items(text: &str) -> Option<Vec<String>> {
    const FEWEST: usize = 2;
    let mut items: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match behind_number(line, items.len() + 1) {
            Some(own) => items.push(own.to_owned()),
            None => {
                let open = items.last_mut()?;
                open.push('\n');
                open.push_str(line);
            }
        }
    }
    (items.len() >= FEWEST && items.iter().all(|item| !item.is_empty())).then_some(items)
}

/// "1. T9/2023", "(1) T9/2023", "1) T9/2023", "1/ Sửa"; "1/9/2023" and "1.000.000" are numbers of their own.
fn behind_number(line: &str, number: usize) -> Option<&str> {
    let rest = line.trim_start_matches(['(', '[']).strip_prefix(&number.to_string())?;
    let own = rest.strip_prefix(['.', ')', '/', ':', ']', '-'])?;
    let own = own.strip_prefix(['.', ')', ':']).unwrap_or(own);
    (!own.starts_with(|letter: char| letter.is_ascii_digit())).then(|| own.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_run_from_one_part_a_cell() {
        for (text, expected) in [
            ("1. Sửa mái\n2. Lắp quạt", "Sửa mái|Lắp quạt"),
            ("1) Sửa mái\n2) Lắp quạt\nở hai phòng\n3) Kẻ vạch", "Sửa mái|Lắp quạt\nở hai phòng|Kẻ vạch"),
            ("(1) T9/2023\n(2) T10/2023", "T9/2023|T10/2023"),
            ("1. 20.000.000đ\n2. Không", "20.000.000đ|Không"),
            ("1.T9/2023\n\n2.T2/2024", "T9/2023|T2/2024"),
        ] {
            assert_eq!(items(text).map(|items| items.join("|")).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["1. Sửa mái", "1/9/2023\n2/9/2023", "Sửa:\n1. mái\n2. quạt", "2. Sửa mái\n3. Lắp quạt", "1.000.000\n2.000.000", "- Sửa\n- Lắp"]
        {
            assert_eq!(items(text), None, "{text}");
        }
    }
}
