//! A cell that holds what belongs in another column, and nothing else: an amount under "Người thực hiện", a time under "Điều kiện hỗ trợ", a criterion
//! under "Chưa triển khai", the code of a piece of evidence under "Nơi thu thập".

use super::{CODE_FIELDS, Place};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{CostKind, FormKind};
use crate::phrase;
use crate::read::content;
use crate::read::rows::LogicalRow;
use crate::text;

const LONGEST: usize = 60;
/// Below, a bare number counts something.
const LEAST_AMOUNT: i64 = 100_000;

pub(super) fn told(place: &Place<'_>, row: &LogicalRow) -> Vec<Finding> {
    let own = |field: Field| {
        // An amount, a time, a code: none is without a figure.
        let may_be = |text: &str| holds_digit(text) && !text::has_more_letters(text, LONGEST);
        row.pieces.get(&field).filter(|piece| row.rows.contains(&piece.address.row) && may_be(&piece.text))
    };
    let tell = |fields: &[Field], what: &str, is: &dyn Fn(&str) -> bool| -> Vec<Finding> {
        let found = fields.iter().filter_map(|field| Some((field, own(*field).filter(|piece| is(&piece.text))?)));
        found
            .map(|(field, piece)| {
                place
                    .finding(&finding::MISPLACED, piece.address)
                    .field(field.title())
                    .raw(&piece.text)
                    .with("field", field.title())
                    .with("what", what)
            })
            .collect()
    };
    match place.header.form.kind {
        FormKind::Plan => {
            let mut told = Vec::from_iter(doer_for_work(place, row));
            let others = [Field::Target, Field::Lead, Field::Conditions, Field::Note];
            if others.into_iter().all(|field| own(field).is_none()) {
                return told;
            }
            let unpaid = !holds_digit(row.text(Field::Cost)) && row.money.values().all(|amount| !holds_digit(&amount.piece.text));
            let timeless = [Field::Time, Field::Start, Field::End].into_iter().all(|field| !phrase::time::is_time(row.text(field)));
            if unpaid {
                told.extend(tell(&others, "số tiền", &is_amount));
            }
            if timeless && place.header.column(Field::Time).is_some() {
                told.extend(tell(&others[..3], "thời gian", &phrase::time::is_time));
            }
            told
        }
        FormKind::Result => {
            let uncoded = row.same_criterion || CODE_FIELDS.into_iter().all(|field| !holds_digit(row.text(field)));
            let is = |text: &str| is_bare_code(text) || uncoded && is_dotted(text);
            tell(&[Field::Done, Field::Ongoing, Field::NotStarted], "mã tiêu chí", &is)
        }
        FormKind::Evidence => {
            let coded = [Field::Evidence, Field::EvidenceCode, Field::Content]
                .into_iter()
                .any(|field| phrase::criterion::evidence_code(row.text(field)).is_some());
            let opens_with_code = |text: &str| text.starts_with(['[', '(']) && phrase::criterion::evidence_code(text).is_some();
            if coded { Vec::new() } else { tell(&[Field::Place, Field::Collector, Field::Lead], "mã minh chứng", &opens_with_code) }
        }
        _ => Vec::new(),
    }
}

/// "Tổ văn phòng" under the work beside "Lắp quạt trần 8 phòng học" under who does it: two cells of one row changed places.
fn doer_for_work(place: &Place<'_>, row: &LogicalRow) -> Option<Finding> {
    const MOST: usize = 4;
    let own = |field: Field| row.pieces.get(&field).filter(|piece| row.rows.contains(&piece.address.row));
    let (work, lead) = (own(Field::Task)?, own(Field::Lead)?);
    let words = |text: &str| text.split_whitespace().count();
    let is_doer = words(&work.text) <= MOST && content::opens_with_role(&work.text);
    // Names are in capitals.
    let small = lead.text.split_whitespace().skip(1).filter(|word| word.starts_with(char::is_lowercase)).count();
    let is_work = words(&lead.text) > MOST && small * 2 > words(&lead.text) && !content::is_role(&lead.text);
    let told = || place.finding(&finding::MISPLACED, work.address).field(Field::Task.title()).raw(&work.text);
    (is_doer && is_work).then(|| told().with("field", Field::Task.title()).with("what", "người thực hiện"))
}

fn holds_digit(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit())
}

/// "9 000 000", "15 triệu đồng": an amount, and no word besides.
fn is_amount(text: &str) -> bool {
    const UNITS: &[&str] = &["dong", "d", "vnd", "trieu", "tr", "nghin", "ngan", "k", "ty", "khoang"];
    let folded = text::fold(text);
    let mut words = folded.split(' ').map(|word| word.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    words.all(|word| word.is_empty() || UNITS.contains(&word)) && {
        let cost = phrase::money::parse(text);
        cost.kind == CostKind::Amount && cost.amount_vnd.is_some_and(|amount| amount >= LEAST_AMOUNT)
    }
}

/// "TC 2.3", "1,5": nobody says so of a work.
fn is_bare_code(text: &str) -> bool {
    let found = phrase::criterion::parse(text, None, None);
    let named = text::fold(text);
    found.criterion.is_some() && (named.starts_with("tc ") || named.starts_with("tieu chi ")) && named.split(' ').count() <= 4
}

/// "1.5", "2,3"
fn is_dotted(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|letter| letter.is_ascii_digit());
    text.split_once(['.', ',']).is_some_and(|(standard, number)| standard.len() == 1 && is_number(standard) && is_number(number))
}
