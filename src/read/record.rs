//! Lines of a table → records. Every data row becomes a record or a finding.

mod assessment;
mod choices;
mod cost;
mod evidence;
mod in_words;
mod left_out;
mod misplaced;
mod moved;
mod plan;
mod problem;
mod result;
mod states;
mod unfilled;
mod window;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Context;
use super::code::{Coded, Codes};
use super::grid::CellKind;
use super::header::{Header, likeness_from};
use super::rows::{self, Line, LogicalRow, Piece, Reason, Side};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::framework::Framework;
use crate::model::{Address, Declaration, FormKind, Origin, SchoolYear};
use crate::phrase;
use crate::reading::Reading;
use crate::text;

pub(super) use problem::{Improved, Problem, place_tasks};
pub(super) use unfilled::told as unfilled_form;

/// Where the code of a row may stand, best first.
const CODE_FIELDS: [Field; 3] = [Field::Criterion, Field::Item, Field::Standard];

/// Where a table stands and whose it is.
pub(super) struct Place<'a> {
    pub file: &'a Arc<str>,
    pub sheet: &'a Arc<str>,
    pub school_id: &'a str,
    pub framework: &'a Framework,
    pub context: &'a Context<'a>,
    /// The school year that the table is for.
    pub year: SchoolYear,
    pub header: &'a Header<'a>,
    /// What one unit of a bare number in the cost column is worth, in đồng, where the table says so.
    pub unit_vnd: Option<i64>,
    /// It is a form that the office handed out.
    pub stamped: bool,
    /// Nothing was written into it: it holds what was printed in, no more and no less.
    pub untouched: bool,
    /// Its titles were lost: what its columns are is supposed by what stands in them.
    pub supposed: bool,
}

impl Place<'_> {
    fn origin(&self, cell: Address) -> Origin {
        Origin { file: Arc::clone(self.file), sheet: Arc::clone(self.sheet), cell }
    }

    fn finding(&self, rule: &'static crate::finding::Rule, cell: Address) -> Finding {
        Finding::new(rule).at(&self.origin(cell)).of_school(self.school_id)
    }

    fn placed(&self, mut finding: Finding, cell: Address) -> Finding {
        finding.file = Some(Arc::clone(self.file));
        finding.sheet = Some(Arc::clone(self.sheet));
        finding.cell = finding.cell.or(Some(cell));
        finding.school_id = Some(self.school_id.to_owned());
        finding
    }
}

/// What a table gave: records and findings; and, from part IV of a plan, the criteria its problems belong to.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub reading: Reading,
    pub problems: Vec<Problem>,
    /// Of each plan row, in the order of `reading.actions`, what joins it to part IV.
    pub improved: Vec<Improved>,
    /// Nothing was written into the form.
    pub unfilled: bool,
}

/// Reads the lines of one table.
pub(super) fn take(place: &Place<'_>, lines: &[Line]) -> Taken {
    let mut taken = Taken::default();
    let rows: Vec<&LogicalRow> = lines.iter().filter_map(|line| if let Line::Data(row) = line { Some(row) } else { None }).collect();
    let field = CODE_FIELDS.into_iter().find(|field| place.header.column(*field).is_some()).unwrap_or(Field::Criterion);
    let mut codes = Codes::new(place.framework, place.context.frameworks, &rows, field);
    let works = in_words::Works::of(&rows);
    let money = cost::Money::of(place, &rows, &mut taken.reading.findings);
    let mut at = 0;
    match place.header.form.kind {
        FormKind::Assessment => assessment::take(place, lines, &rows, &mut codes, &mut taken),
        kind => {
            for line in lines {
                let Line::Data(row) = line else { continue };
                cells(place, row, &mut taken.reading.findings);
                taken.reading.findings.extend(misplaced::told(place, row));
                match kind {
                    FormKind::Plan => plan::take(place, row, at, (works, &money), &mut codes, &mut taken),
                    FormKind::Result => result::take(place, row, at, (works, &money), &mut codes, &mut taken),
                    FormKind::Evidence => evidence::take(place, row, at, &money, &mut codes, &mut taken),
                    FormKind::Problems => problem::take(place, row, at, &mut codes, &mut taken),
                    FormKind::FollowUp | FormKind::Assessment => {}
                }
                at += 1;
            }
        }
    }
    choices::settle(place, &rows, &mut taken);
    unfilled::settle(place, &rows, &mut taken);
    if kind_is_not_counted(place.header.form.kind) && !rows.is_empty() && !taken.unfilled {
        let told = Finding::new(&finding::FORM_NOT_COUNTED).with("form", &place.header.form.title).with("count", rows.len());
        taken.reading.findings.push(place.placed(told, rows[0].address()));
    }
    if matches!(place.header.form.kind, FormKind::Plan | FormKind::Result | FormKind::Evidence) {
        taken.reading.findings.extend(left_out::told(place, &rows));
        taken.reading.findings.extend(left_out::told_around(place, &rows));
    }
    around(place, lines, &mut taken.reading);
    taken
}

fn kind_is_not_counted(kind: FormKind) -> bool {
    matches!(kind, FormKind::FollowUp | FormKind::Problems)
}

/// Totals in words, titles of standards, and the rows that are not data.
fn around(place: &Place<'_>, lines: &[Line], reading: &mut Reading) {
    let mut left: BTreeMap<Reason, Vec<u32>> = BTreeMap::new();
    for line in lines {
        match line {
            Line::Data(row) => row_notes(place, row, &mut reading.findings),
            Line::Standard { number, guessed, title, address } => {
                let finding = standard_title(place, *number, *guessed, title, *address);
                reading.findings.extend(finding);
            }
            Line::Total { text, address } => reading.declarations.extend(declaration(place, text, *address)),
            // Rows of a follow-up are times themselves, and nothing of it has a due date.
            Line::TimeEnds { .. } if kind_is_not_counted(place.header.form.kind) => {}
            Line::TimeEnds { time, title, address } => {
                let told = place.finding(&finding::TIME_TITLE_ENDS, *address).raw(title).with("time", time);
                reading.findings.push(told);
            }
            Line::Left { row, reason } => left.entry(*reason).or_default().push(*row),
        }
    }
    reading.findings.extend(titled_times(place, lines));
    reading.findings.extend(rows::unlike_their_parts(lines, place.header).into_iter().filter_map(|row| {
        let piece = row.pieces.get(&Field::Cost)?;
        Some(place.finding(&finding::COST_UNLIKE_ITS_PARTS, piece.address).field(Field::Cost.title()).raw(&piece.text))
    }));
    let Some(first) = left.values().flatten().min().copied() else { return };
    let rows: Vec<String> = left.iter().map(|(reason, rows)| format!("{} ({})", spans(rows), reason.title())).collect();
    let cell = Address::new(first, place.header.columns.first().map_or(0, |assigned| assigned.column));
    reading.findings.push(place.finding(&finding::ROWS_NOT_TAKEN, cell).with("rows", rows.join("; ")));
}

/// Rows whose time stands in a title above them, told once for a table.
fn titled_times(place: &Place<'_>, lines: &[Line]) -> Option<Finding> {
    let rows: Vec<&LogicalRow> =
        lines.iter().filter_map(|line| if let Line::Data(row) = line { Some(row) } else { None }).filter(|row| row.titled_time).collect();
    let first = rows.first()?;
    let cell = first.pieces.get(&Field::Time).map_or_else(|| first.address(), |piece| piece.address);
    let mut times: Vec<&str> = Vec::new();
    for row in &rows {
        if !times.contains(&row.text(Field::Time)) {
            times.push(row.text(Field::Time));
        }
    }
    let told = place.finding(&finding::TIME_FROM_TITLE, cell).field(Field::Time.title());
    Some(told.with("count", rows.len()).with("times", times.join("; ")))
}

/// `3, 7-9` from rows counted from 0.
pub(super) fn spans(rows: &[u32]) -> String {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    rows.dedup();
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => spans.push((row, row)),
        }
    }
    spans
        .iter()
        .map(|(first, last)| if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) })
        .collect::<Vec<_>>()
        .join(", ")
}

/// A line such as "Tổng số các tiêu chí đạt Mức 3: 13/19" as what the school says of itself.
pub(super) fn declaration(place: &Place<'_>, text: &str, address: Address) -> Option<Declaration> {
    let school_id = place.school_id.to_owned();
    let origin = place.origin(address);
    match phrase::levels::parse(text)? {
        phrase::levels::LevelPhrase::CriteriaMet { level, met, of } => Some(Declaration::CriteriaMet { school_id, level, met, of, origin }),
        phrase::levels::LevelPhrase::SchoolLevel { level } => Some(Declaration::SchoolLevel { school_id, level, origin }),
    }
}

fn row_notes(place: &Place<'_>, row: &LogicalRow, findings: &mut Vec<Finding>) {
    if row.rows.len() > 1 {
        let rule = if row.may_be_two.is_some() { &finding::ROW_STITCHED_DOUBTED } else { &finding::ROW_STITCHED };
        findings.push(place.finding(rule, row.may_be_two.unwrap_or_else(|| row.address())).with("rows", spans(&row.rows)));
    }
    findings.extend(row.shifted.map(|side| {
        let rule = if side == Side::Left { &finding::ROW_SHIFTED } else { &finding::ROW_SHIFTED_RIGHT };
        place.finding(rule, row.address())
    }));
}

/// What is to be said of the title of a standard: another's, another framework's, or one that nobody knows and no number says.
fn standard_title(place: &Place<'_>, number: Option<u8>, guessed: bool, title: &str, address: Address) -> Option<Finding> {
    let folded = text::fold(title);
    let told =
        |rule| place.finding(rule, address).raw(title).with("number", number.map_or_else(|| "?".to_owned(), |number| number.to_string()));
    let own = number.and_then(|number| place.framework.standard_title(number));
    if own.is_some_and(|own| likeness_from(&folded, &text::fold(own), 0.8) >= 0.8) {
        return None;
    }
    if let Some(other) = rows::standard_titled(place.framework, title).filter(|other| Some(*other) != number) {
        return Some(told(&finding::STANDARD_TITLE_MISMATCH).with("other", other));
    }
    let of_number = |framework: &&Framework| {
        framework.id != place.framework.id
            && framework
                .standards
                .iter()
                .any(|standard| Some(standard.number) == number && likeness_from(&folded, &text::fold(&standard.title), 0.9) >= 0.9)
    };
    let other = place.context.frameworks.all.iter().find(of_number).filter(|_| folded.len() >= 8);
    match other {
        Some(other) => Some(told(&finding::OTHER_FRAMEWORK_TITLE).with("other", &other.title).with("framework", &place.framework.title)),
        None => guessed.then(|| told(&finding::STANDARD_WITHOUT_NUMBER)),
    }
}

/// Findings about single cells of a row: errors, formulas without results, texts recovered.
fn cells(place: &Place<'_>, row: &LogicalRow, findings: &mut Vec<Finding>) {
    for (field, piece) in &row.pieces {
        if !row.rows.contains(&piece.address.row) {
            continue;
        }
        let raw = piece.raw.clone().unwrap_or_default();
        let rule = match piece.kind {
            CellKind::Error => &finding::ERROR_VALUE,
            CellKind::Uncomputed => &finding::FORMULA_UNCOMPUTED,
            CellKind::Recovered => &finding::FORMULA_RECOVERED,
            _ => continue,
        };
        findings.push(place.finding(rule, piece.address).field(field.title()).raw(raw).with("text", &piece.text));
    }
}

/// The criteria a row stands for, by its code cell, its band and the rows above. Findings go to `findings`.
fn criteria(place: &Place<'_>, row: &LogicalRow, at: usize, codes: &mut Codes<'_>, findings: &mut Vec<Finding>) -> Coded {
    let Some(piece) = CODE_FIELDS.into_iter().filter_map(|field| row.pieces.get(&field)).find(|piece| !piece.text.is_empty()) else {
        return Coded { standard: row.standard, ..Coded::default() };
    };
    let mut coded = codes.resolve(at, row, piece);
    if coded.criteria.is_empty() && coded.standard.is_none() {
        coded.standard = super::code::standard_of(&piece.text, row.band);
    }
    // A code taken over from the row above is no cell of this row: what is wrong with it here is said here.
    let cell = if row.rows.contains(&piece.address.row) { piece.address } else { row.address() };
    for finding in std::mem::take(&mut coded.findings) {
        findings.push(place.placed(finding, cell).field(Field::Criterion.title()));
    }
    // Of criteria judged together each is judged; work is counted once.
    if coded.criteria.len() > 1 && place.header.form.kind != FormKind::Assessment {
        findings.extend(in_words::several(place, &coded.criteria, &piece.text, piece.address));
    }
    coded
}

fn piece_text(piece: Option<&Piece>) -> String {
    piece.map_or_else(String::new, |piece| piece.text.clone())
}

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn rows_are_named_as_excel_numbers_them() {
        assert_eq!(spans(&[2, 6, 7, 8, 6]), "3, 7-9");
    }
}
