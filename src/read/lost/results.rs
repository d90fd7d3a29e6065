//! Rows of results whose titles were lost in, the header of the form of eight columns out, where three columns side by side tell by their words
//! what was done, what is under way and what was not begun: "Đã họp 100% các lớp | | Không", "| Đang học | Không", "| | Chưa mua".

use crate::form::{Field, Form};
use crate::phrase;
use crate::read::grid::Row;
use crate::read::header::{Assigned, Header};
use crate::text;

/// What a column counts for that its words made out.
const BY_WORDS: f64 = 0.8;
/// Openings of what stands in each. Folded.
const DONE: &[&str] = &["da", "hoan thanh", "xong", "thuc hien tot", "thuc hien xong"];
const ONGOING: &[&str] = &["dang", "cham", "tiep tuc", "chua xong", "chua hoan thanh", "con", "da", "moi"];
const NOT_STARTED: &[&str] = &["chua"];

/// `code`: the column of criteria, `first`: the first row.
pub(super) fn header<'a>(form: &'a Form, rows: &[&Row], code: u32, first: u32) -> Option<Header<'a>> {
    let states = [Field::Done, Field::Ongoing, Field::NotStarted];
    if states.iter().chain([&Field::Planned]).any(|field| form.column(*field).is_none()) {
        return None;
    }
    let last = rows.iter().filter_map(|row| row.cells.last()).map(|cell| cell.column).max()?;
    let tell = |column: u32| {
        let at = |row: &&&Row, of: u32| row.get(column + of).is_some_and(|cell| !cell.text.is_empty());
        let opens = |of: u32, words: &[&str]| {
            let cells = rows.iter().filter_map(|row| row.get(column + of)).map(|cell| cell.text.as_str());
            cells.filter(|text| !text.is_empty() && !phrase::status::is_nothing(text)).all(|text| {
                let folded = text::fold(text);
                words.iter().any(|opening| text::opens_with_words(&folded, opening))
            })
        };
        let said = rows.iter().filter(|row| (0..3).any(|of| at(row, of))).count();
        opens(0, DONE)
            && opens(1, ONGOING)
            && opens(2, NOT_STARTED)
            && [0, 2].iter().all(|of| rows.iter().any(|row| at(&row, *of)))
            && said * 5 >= rows.len() * 4
    };
    // What was planned stands between, and perhaps what was made of it.
    let done = (code + 2..=code + 3).find(|column| tell(*column))?;
    let mut header = Header::empty(form, first, first);
    let mut assign = |field: Field, column: u32| {
        let filled = rows.iter().any(|row| row.get(column).is_some());
        if filled && form.column(field).is_some() {
            header.columns.push(Assigned { field, column, title: String::new(), score: BY_WORDS, runner_up: None });
        }
    };
    if let Some(number) = code.checked_sub(1) {
        assign(Field::Ordinal, number);
    }
    assign(Field::Criterion, code);
    assign(Field::Planned, code + 1);
    if done == code + 3 {
        assign(Field::Adjusted, code + 2);
    }
    (0..3).zip(states).for_each(|(of, field)| assign(field, done + of));
    assign(Field::Note, done + 3);
    header.unused = (done + 4..=last).map(|column| (column, String::new())).collect();
    header.missing = form.lacking(|field| header.column(field).is_some());
    header.score = BY_WORDS;
    header.missing.is_empty().then_some(header)
}
