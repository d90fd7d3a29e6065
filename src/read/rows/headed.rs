//! The lines of a table in, the same out where a row of work that only names what the works below it have in common is none itself:
//! "Bồi dưỡng giáo viên:" over "- Cử giáo viên đi học | 10/2023", or "1" over "1.1", "1.2". A criterion that it names is that of those works.

use super::wording::{criterion_of_its_own, is_item};
use super::{Line, LogicalRow, Physical, Piece, Reason, names_the_row, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::read::grid::CellKind;
use crate::read::header::Header;
use crate::read::names::{Names, title_words};
use crate::text::fold;

pub(super) fn without_headings(lines: Vec<Line>, header: &Header<'_>, names: &Names) -> Vec<Line> {
    let Some(work) = work(header).filter(|_| matches!(header.form.kind, FormKind::Plan | FormKind::Result)) else { return lines };
    let counted = numbers_count_headings(&lines, work);
    let is_heading = |row: &LogicalRow, below: &LogicalRow| {
        is_heading(row, below, work) || counted && counts_itself(row) || is_item(below.text(work)) && is_title(row, work, names)
    };
    let heads: Vec<bool> = (0..lines.len())
        .map(|at| matches!((&lines[at], lines.get(at + 1)), (Line::Data(row), Some(Line::Data(below))) if is_heading(row, below)))
        .collect();
    let mut found = Vec::with_capacity(lines.len());
    let mut headed = false;
    let mut named: Option<Named> = None;
    for (line, heads) in lines.into_iter().zip(heads) {
        match line {
            Line::Data(row) if heads => {
                named = Named::by(&row, work, counted);
                found.extend(row.rows.iter().map(|row| Line::Left { row: *row, reason: Reason::Section }));
            }
            Line::Data(mut row) => {
                named = named.filter(|named| named.is_over(&row, work));
                if let Some(named) = &named {
                    named.give(&mut row, work);
                }
                // The row it took its criterion from is no row any more.
                row.same_criterion &= !headed;
                found.push(Line::Data(row));
            }
            line => {
                named = named.filter(|_| matches!(line, Line::Left { reason: Reason::RepeatedHeader | Reason::PageNumber, .. }));
                found.push(line);
            }
        }
        headed = heads;
    }
    found
}

/// "1 | Điểm yếu: Thiếu máy tính (tiêu chí 3.5)": the criterion that a heading names, and how the works under it are listed.
struct Named {
    criterion: Piece,
    /// The number before it; none where bullets list the works.
    number: Option<String>,
    /// Works under it have no numbers.
    over_unnumbered: bool,
    /// Who does them and when, where the title of the criterion says so.
    besides: Vec<(Field, Piece)>,
}

impl Named {
    fn by(heading: &LogicalRow, work: Field, over_unnumbered: bool) -> Option<Self> {
        let piece = heading.pieces.get(&work)?;
        let criterion = criterion_of_its_own(&piece.text).filter(|_| !heading.pieces.contains_key(&Field::Criterion))?;
        let criterion =
            Piece { text: format!("Tiêu chí {criterion}"), raw: Some(piece.text.clone()), address: piece.address, kind: CellKind::Text };
        let number = heading.text(Field::Ordinal).trim_end_matches(['.', ')']);
        let besides = OF_ALL.iter().filter_map(|field| Some((*field, heading.pieces.get(field)?.clone())));
        let besides = besides.filter(|(_, piece)| !piece.text.is_empty()).collect();
        Some(Named { criterion, number: Some(number.to_owned()).filter(|number| !number.is_empty()), over_unnumbered, besides })
    }

    /// "1.2", "1a" or "a" under "1", each "- …" under a line that is none.
    fn is_over(&self, row: &LogicalRow, work: Field) -> bool {
        let ordinal = row.text(Field::Ordinal).trim_start_matches('(');
        let is_letter = |text: &str| matches!(text.trim_end_matches(['.', ')', ' ']).as_bytes(), [b'a'..=b'z']);
        let below = |number: &String| {
            let Some(rest) = ordinal.strip_prefix(number.as_str()) else { return is_letter(ordinal) };
            let part = rest.strip_prefix(['.', '-']).unwrap_or_default();
            part.starts_with(char::is_alphanumeric) || is_letter(rest)
        };
        is_item(row.text(work)) || self.over_unnumbered && ordinal.is_empty() || self.number.as_ref().is_some_and(below)
    }

    /// What a title above the heading named is not the criterion of the works under it.
    fn give(&self, row: &mut LogicalRow, work: Field) {
        let own = row.pieces.get(&Field::Criterion).is_some_and(|own| own.address.row >= self.criterion.address.row);
        if !own && criterion_of_its_own(row.text(work)).is_none() {
            row.pieces.insert(Field::Criterion, self.criterion.clone());
        }
        // "- Rà soát hồ sơ | Kế toán" has its own, and when it is done from the title.
        for (field, piece) in &self.besides {
            if row.text(*field).is_empty() {
                row.pieces.insert(*field, piece.clone());
            }
        }
    }
}

/// What the title of a criterion may say of all works under it.
const OF_ALL: &[Field] = &[Field::Time, Field::Start, Field::End, Field::Lead, Field::Partner];

/// Whether "- Kiểm kê tài sản" is one of the works listed under the title of a criterion, and no rest of what stands above it: "+ hồ sơ" below
/// "- Rà soát hồ sơ" is of that work.
pub(super) fn begins_listed(lines: &[Line], row: &Physical, header: &Header<'_>, names: &Names) -> bool {
    let Some(work) = work(header).filter(|work| is_item(row.text(*work))) else { return false };
    let above: Vec<&LogicalRow> = lines.iter().rev().map_while(Line::data).collect();
    let Some(title) = above.iter().position(|row| !is_item(row.text(work))) else { return false };
    let sign = |row: &LogicalRow| row.text(work).chars().next();
    let first = title.checked_sub(1).and_then(|first| sign(above[first]));
    is_title(above[title], work, names) && first.is_none_or(|first| row.text(work).starts_with(first))
}

/// "Tiêu chí 1.6: Quản lý hành chính, tài chính và tài sản | Kế toán | Tháng 12/2023": no work, but who does the works of the criterion and when.
/// What it costs and how far it has come would be told of one.
fn is_title(row: &LogicalRow, work: Field, names: &Names) -> bool {
    let text = row.text(work);
    let criterion = criterion_of_its_own(text).filter(|_| !is_item(text));
    let of_all = |field: Field| field == work || names_the_row(field) || OF_ALL.contains(&field);
    let only_code = || {
        let folded = fold(text);
        let bare = folded.strip_prefix("tieu chi ").or(folded.strip_prefix("tc "));
        bare.is_some_and(|code| !code.contains(char::is_alphabetic))
    };
    criterion.is_some_and(|criterion| title_words(text).map_or_else(only_code, |words| names.opens(&words, criterion)))
        && row.pieces.iter().all(|(field, piece)| piece.text.is_empty() || of_all(*field))
        && row.money.is_empty()
        && row.extra.is_empty()
}

/// Whether a row says more than what the work is: when, who, for how much, what came of it.
fn says(row: &LogicalRow, work: Field) -> bool {
    let said = row.pieces.iter().any(|(field, piece)| !names_the_row(*field) && *field != work && !piece.text.is_empty());
    said || !row.money.is_empty() || !row.extra.is_empty()
}

/// Whether a row says more than what the work is and what it costs, or costs something else than the rows without numbers below it together.
fn says_more_than_sum(lines: &[Line], at: usize, row: &LogicalRow, work: Field) -> bool {
    let own = row.text(Field::Cost);
    if own.is_empty() {
        return says(row, work);
    }
    let mut bare = row.clone();
    bare.pieces.remove(&Field::Cost);
    let below = lines[at + 1..].iter().map_while(Line::data).take_while(|below| below.text(Field::Ordinal).is_empty());
    let amount = |text: &str| phrase::money::parse_in(text, 1).amount_vnd;
    let sum: Option<i64> = below.map(|below| below.text(Field::Cost)).filter(|text| !text.is_empty()).map(amount).sum();
    says(&bare, work) || sum.is_none_or(|sum| sum == 0 || amount(own) != Some(sum))
}

/// "1", "II.": no number of a part, as "1.1" and "a" are.
fn counts_itself(row: &LogicalRow) -> bool {
    let number = row.text(Field::Ordinal).trim_end_matches(['.', ')', ' ']);
    !number.is_empty() && (number.bytes().all(|digit| digit.is_ascii_digit()) || number.bytes().all(|digit| b"IVX".contains(&digit)))
}

/// Whether the numbers of a table count headings: "1 | Cơ sở vật chất", "| Sơn bảng | Bảo vệ | 10/10/2023". No row with a number says who or when, or more than what those below it cost together,
/// a row without one stands right below each, and every row without one says so.
fn numbers_count_headings(lines: &[Line], work: Field) -> bool {
    const FEWEST: usize = 2;
    let mut headings = 0;
    for (at, line) in lines.iter().enumerate() {
        let Line::Data(row) = line else { continue };
        let ordinal = row.text(Field::Ordinal);
        if counts_itself(row) {
            let heads = |below: &LogicalRow| !counts_itself(below) && same_criterion(row, below);
            if says_more_than_sum(lines, at, row, work)
                || row.text(work).is_empty()
                || !lines.get(at + 1).and_then(Line::data).is_some_and(heads)
            {
                return false;
            }
            headings += usize::from(lines.get(at + 1).and_then(Line::data).is_some_and(|below| below.text(Field::Ordinal).is_empty()));
        } else if ordinal.is_empty() && !says(row, work) {
            return false;
        }
    }
    headings >= FEWEST
}

/// The row below names no criterion itself: it has none, or that of the row, or that of a title above both.
fn same_criterion(row: &LogicalRow, below: &LogicalRow) -> bool {
    let criterion = below.pieces.get(&Field::Criterion);
    below.same_criterion || criterion.is_none_or(|criterion| criterion.address.row < row.address().row)
}

/// Nothing but work and what names the row, over a row of the same criterion that is listed under it and says when, who, for how much or what came of it.
fn is_heading(row: &LogicalRow, below: &LogicalRow, work: Field) -> bool {
    let task = row.text(work);
    !task.is_empty()
        && !says(row, work)
        && says(below, work)
        && same_criterion(row, below)
        && (is_item(below.text(work)) && !is_item(task) || is_within(row.text(Field::Ordinal), below.text(Field::Ordinal)))
}

/// "1.1" below "1", "2a" below "2", "a" below "1".
fn is_within(number: &str, below: &str) -> bool {
    let number = number.trim_end_matches(['.', ')']);
    let counts = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
    if counts && below.trim_matches(['.', ')', '(', ' ']) == "a" {
        return true;
    }
    let rest = below.strip_prefix(number).filter(|_| !number.is_empty());
    rest.is_some_and(|rest| matches!(rest.trim_end_matches(['.', ')']), ".1" | "a" | ".a" | "-1"))
}
