//! Rows of the evidence collection → evidence.

use super::cost::{self, Money};
use super::{Coded, Place, Taken, criteria, piece_text};
use crate::finding;
use crate::form::Field;
use crate::model::Evidence;
use crate::phrase;
use crate::read::code::{Codes, standard_of};
use crate::read::rows::LogicalRow;

pub(super) fn take(place: &Place<'_>, row: &LogicalRow, at: usize, money: &Money<'_>, codes: &mut Codes<'_>, taken: &mut Taken) {
    let findings = &mut taken.reading.findings;
    let coded = criteria(place, row, at, codes, findings);
    let description =
        [Field::Evidence, Field::Content].into_iter().map(|field| row.text(field)).find(|text| !text.is_empty()).unwrap_or("");
    if phrase::status::is_nothing(description) || phrase::status::is_placeholder(description) {
        findings.push(place.finding(&finding::ROW_EMPTY, row.address()));
        return;
    }
    for (coded_apart, description) in listed(row.text(Field::EvidenceCode), description) {
        push(place, row, (coded_apart, description), &coded, money, taken);
    }
}

/// The code and the words of each piece: a cell may list several, each with a code of its own in the cell or, line by line, in the one beside.
fn listed<'r>(codes: &'r str, description: &'r str) -> Vec<(&'r str, &'r str)> {
    let is_bullet = |letter: char| matches!(letter, '-' | '+' | '*' | '•' | '–') || letter.is_whitespace();
    let coded = |text: &&str| phrase::criterion::evidence_code(text).is_some();
    let lines = |text: &'r str| -> Vec<&'r str> {
        text.lines().map(|line| line.trim_start_matches(is_bullet)).filter(|line| !line.is_empty()).collect()
    };
    let (beside, below) = (lines(codes), lines(description));
    if below.len() > 1 && beside.len() == below.len() && beside.iter().all(coded) {
        return beside.into_iter().zip(below).collect();
    }
    let pieces: Vec<&str> =
        description.split(['\n', ';']).map(|piece| piece.trim().trim_start_matches(is_bullet)).filter(|piece| !piece.is_empty()).collect();
    if pieces.len() > 1 && codes.is_empty() && pieces.iter().all(coded) {
        return pieces.into_iter().map(|piece| ("", piece)).collect();
    }
    vec![(codes, description)]
}

fn push(
    place: &Place<'_>,
    row: &LogicalRow,
    (coded_apart, description): (&str, &str),
    coded: &Coded,
    money: &Money<'_>,
    taken: &mut Taken,
) {
    let code = phrase::criterion::evidence_code(coded_apart).or_else(|| phrase::criterion::evidence_code(description));
    let by_code = code.as_ref().and_then(|(_, phrase)| phrase.criterion).filter(|criterion| place.framework.has(*criterion));
    let criterion = coded.criteria.first().copied().or(by_code);
    let described = row.pieces.get(&Field::Evidence).map(|piece| piece.address).filter(|address| row.rows.contains(&address.row));
    let cell = described.unwrap_or_else(|| row.address());
    taken.reading.evidence.push(Evidence {
        school_id: place.school_id.to_owned(),
        framework: place.framework.id.clone(),
        standard: criterion
            .and_then(|criterion| criterion.standard())
            .or(coded.standard)
            .or_else(|| standard_of(row.text(Field::Standard), row.band)),
        criterion,
        // A code of no known shape is still what the school calls it.
        code: code.map(|(code, _)| code).or_else(|| (!coded_apart.is_empty()).then(|| coded_apart.to_owned())),
        description: description.to_owned(),
        place: piece_text(row.pieces.get(&Field::Place)),
        collector: [Field::Collector, Field::Lead]
            .into_iter()
            .map(|field| row.text(field))
            .find(|text| !text.is_empty())
            .unwrap_or("")
            .to_owned(),
        time_text: row.text(Field::Time).to_owned(),
        cost_text: cost::text(row, money),
        note: row.text(Field::Note).to_owned(),
        origin: place.origin(cell),
    });
}
