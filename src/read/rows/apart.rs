//! The rows of a table in, those out that are of another table below it, whose titles no form knows ("Nội dung | 2022-2023 | 2023-2024" over
//! numbers, "Nhóm | Thành viên | Tiêu chí phụ trách"): from its titles on, which stand apart from the work and say nothing of any.

use std::collections::BTreeSet;

use super::coded::{has_code, is_code_field};
use super::kind::{repeats_titles, titles_numbers};
use super::{Physical, is_ordinal, names_the_row, primary, signed, work};
use crate::form::Field;
use crate::model::FormKind;
use crate::phrase;
use crate::read::content;
use crate::read::header::{Header, may_title};
use crate::text;

/// Titles side by side that make a table.
const FEWEST: usize = 2;

/// By row of the sheet.
pub(super) fn rows(rows: &[Physical], header: &Header<'_>) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    if !matches!(header.form.kind, FormKind::Plan | FormKind::Result | FormKind::Assessment) {
        return found;
    }
    let facts = Facts { header };
    let mut within = false;
    let mut last_number = None;
    for (at, row) in rows.iter().enumerate() {
        let gap = at.checked_sub(1).is_none_or(|above| row.index > rows[above].index + 1);
        within = if within { !facts.resume(row, last_number.filter(|_| gap)) } else { facts.open_another(rows, at) };
        if within {
            found.insert(row.index);
        } else {
            last_number = number(row).or(last_number);
        }
    }
    found
}

fn number(row: &Physical) -> Option<u32> {
    row.text(Field::Ordinal).trim().trim_end_matches(['.', ')']).parse().ok()
}

/// A mark or a level, and no mere number.
fn of_level(text: &str) -> bool {
    !text::is_figure(text) && (phrase::mark::parse(text).is_some() || phrase::levels::reached(text).is_some())
}

/// "Đã thăm", "Chưa khen"; "Đăng ký" says nothing of the kind.
fn begins_statement(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["đã ", "đang ", "chưa "].iter().any(|opening| lower.starts_with(opening))
}

/// "-", "/": nothing to be said.
fn is_ruled(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// Whether the rows state levels, wherever they state what came out.
fn judges_all(rows: &[Physical]) -> bool {
    let mut judged = rows.iter().map(|row| row.text(Field::Outcome)).filter(|text| !text.is_empty() && !text::is_figure(text));
    judged.clone().count() >= FEWEST && judged.all(of_level)
}

/// "(1)", "2": the number of a column.
fn is_column_number(text: &str) -> bool {
    text.trim_matches(['(', ')', ' ']).bytes().all(|letter| letter.is_ascii_digit())
}

/// The texts of a row that are there.
fn filled(row: &Physical) -> Vec<&str> {
    row.texts().into_iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty()).collect()
}

/// What the columns of the table make of a row.
struct Facts<'a> {
    header: &'a Header<'a>,
}

impl Facts<'_> {
    /// How many cells hold what their columns are for.
    fn of_work(&self, row: &Physical) -> usize {
        let fits = |(field, text): (Field, &str)| match field {
            Field::Time | Field::Start | Field::End => phrase::time::is_time(text) && phrase::year::parse(text).is_none(),
            Field::Lead | Field::Partner | Field::Collector => content::is_role(text),
            Field::Status | Field::Done | Field::Ongoing | Field::NotStarted => {
                phrase::status::word(text).is_some() || phrase::mark::parse(text).is_some() || begins_statement(text)
            }
            field if field.level().is_some() || matches!(field, Field::Unmet | Field::Outcome) => of_level(text),
            // "Đăng ký" may be a title.
            field if work(self.header) == Some(field) => text.split_whitespace().count() > FEWEST && phrase::status::names_deed(text),
            _ => false,
        };
        row.pieces.iter().filter(|(field, piece)| !piece.text.is_empty() && fits((**field, &piece.text))).count()
    }

    /// A criterion or a standard; a bare number is that of something else.
    fn is_coded(&self, row: &Physical) -> bool {
        let is_bare = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
        let code = row.text(primary(self.header));
        let coded = !is_bare(code) && phrase::year::parse(code).is_none() && has_code(row, self.header, None, None);
        coded || filled(row).iter().any(|text| phrase::criterion::heading(text).is_some())
    }

    /// Whether the rows name their criteria by codes, wherever they name them.
    fn codes_all(&self, rows: &[Physical]) -> bool {
        let key = primary(self.header);
        let mut named = rows.iter().filter(|row| row.has(key) && filled(row).len() > 1 && !repeats_titles(row, self.header));
        is_code_field(key) && named.clone().count() >= FEWEST && named.all(|row| self.is_coded(row) || is_column_number(row.text(key)))
    }

    /// "Nhóm 1" where the other rows have codes.
    fn names_instead(&self, row: &Physical) -> bool {
        row.text(primary(self.header)).contains(char::is_alphabetic) && !self.is_coded(row)
    }

    /// A text where numbers stand, or a number where texts do: nothing that the columns of the table are for.
    fn contradict(&self, row: &Physical) -> bool {
        let of_text = |field: Field| !names_the_row(field) && !matches!(field, Field::Cost | Field::Status) && field.level().is_none();
        let is_word = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count() > 1 && !is_ordinal(text);
        row.pieces.iter().any(|(field, piece)| match field {
            Field::Ordinal => is_word(&piece.text),
            field if field.level().is_some() || *field == Field::Unmet => {
                !piece.text.is_empty() && !of_level(&piece.text) && !is_ruled(&piece.text)
            }
            field => {
                of_text(*field)
                    && text::is_figure(&piece.text)
                    && !phrase::time::is_time(&piece.text)
                    && phrase::mark::parse(&piece.text).is_none()
            }
        })
    }

    /// Titles below a gap or a line by itself, and below them rows that are no work.
    fn open_another(&self, rows: &[Physical], at: usize) -> bool {
        let row = &rows[at];
        let Some(above) = at.checked_sub(1).map(|above| &rows[above]) else { return false };
        let apart = row.index > above.index + 1 || filled(above).len() == 1 && !self.is_coded(above);
        if !apart
            || !self.are_titles(row)
            || signed::is_below(row, &row.texts(), self.header, false, false)
            || repeats_titles(row, self.header)
        {
            return false;
        }
        let facts = self.of_work(row);
        if facts > 1 {
            return false;
        }
        let below: Vec<&Physical> =
            rows[at + 1..].iter().zip(row.index + 1..).take_while(|(row, index)| row.index == *index).map(|(row, _)| row).collect();
        // "TT | Họ và tên" where the table has no numbers: nobody's work begins so.
        if filled(row).first().is_some_and(|first| titles_numbers(first)) {
            return !below.is_empty() && !below.iter().any(|row| self.is_coded(row));
        }
        let is_work = |row: &&Physical| self.is_coded(row) || self.of_work(row) >= FEWEST;
        let all = |is: &dyn Fn(&Physical) -> bool| is(row) && below.iter().all(|row| is(row));
        let uncoded = || self.codes_all(&rows[..at]) && all(&|row| self.names_instead(row));
        let unjudged = || judges_all(&rows[..at]) && all(&|row| row.has(Field::Outcome) && !of_level(row.text(Field::Outcome)));
        let contradicts = || self.contradict(row) || below.iter().any(|row| self.contradict(row)) || uncoded() || unjudged();
        // "Đạt chuẩn" over numbers where states stand.
        let throughout = || below.iter().all(|row| self.contradict(row));
        let evident = if facts == 0 { contradicts() } else { throughout() };
        // Work that stands a column to the left may still say what came of it.
        let is_told = |row: &&Physical| filled(row).iter().any(|text| begins_statement(text));
        !below.is_empty() && !below.iter().any(|row| is_work(row) || is_told(row)) && evident
    }

    fn are_titles(&self, row: &Physical) -> bool {
        let texts = filled(row);
        texts.len() >= FEWEST && texts.iter().all(|text| may_title(text)) && !self.is_coded(row) && number(row).is_none()
    }

    /// Work of the table again: it names its criterion or goes on with the last number above.
    fn resume(&self, row: &Physical, last: Option<u32>) -> bool {
        let goes_on = last.is_some_and(|last| number(row) == Some(last + 1));
        self.is_coded(row) || goes_on && self.of_work(row) > 0
    }
}
