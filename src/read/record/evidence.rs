//! Rows of the evidence collection → evidence.

use super::cost::{self, Money};
use super::{Place, Taken, criteria, piece_text};
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
    let coded_apart = row.text(Field::EvidenceCode);
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
