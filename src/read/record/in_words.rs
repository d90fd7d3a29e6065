//! The words of a row in, the criteria they name out, where no column says them: "Mua sách (tiêu chí 3.6)", "Xây nhà vệ sinh - TC3.4",
//! "Bồi dưỡng giáo viên (2.2)", "[3.5] Mua máy", "1.10 - Lắp camera".

use super::Place;
use crate::finding;
use crate::form::Field;
use crate::framework::Framework;
use crate::model::{Address, Criterion};
use crate::phrase;
use crate::read::header::are_codes;
use crate::read::rows::LogicalRow;
use crate::text;

/// How the works of a table are told apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Works {
    /// The numbers they open with do not count them: "1.10 - Lắp camera" above "2.2 - Hội giảng".
    open_with_codes: bool,
}

impl Works {
    pub fn of(rows: &[&LogicalRow]) -> Self {
        let work = |row: &&LogicalRow| {
            [Field::Task, Field::Planned, Field::Content].into_iter().map(|field| row.text(field).to_owned()).find(|text| !text.is_empty())
        };
        let texts: Vec<String> = rows.iter().filter_map(work).collect();
        let openings: Vec<&str> = texts.iter().filter_map(|text| opening(text)).collect();
        Works { open_with_codes: are_codes(&openings) }
    }

    /// The criteria named inside the first text that names one.
    pub fn named(self, place: &Place<'_>, row: &LogicalRow, texts: &[&str]) -> Vec<Criterion> {
        let known = |criterion: &Criterion| place.framework.has(*criterion);
        texts
            .iter()
            .map(|text| {
                let named: Vec<Criterion> = if says_criterion(text) {
                    phrase::criterion::all(text, row.standard, row.band)
                        .iter()
                        .filter_map(|phrase| phrase.criterion)
                        .filter(known)
                        .collect()
                } else {
                    Vec::new()
                };
                if named.is_empty() { self.by_code(text, place.framework) } else { named }
            })
            .find(|named| !named.is_empty())
            .unwrap_or_default()
    }

    /// A bare code, where nothing else is written so: in brackets that close or open the text, or before it. "Mua 2.5 tấn xi măng" has none.
    fn by_code(self, text: &str, framework: &Framework) -> Vec<Criterion> {
        let text = text.trim();
        let closed = || text.trim_end_matches(['.', ';', ',', ' ']).strip_suffix([')', ']'])?.rsplit_once(['(', '[']).map(|(_, code)| code);
        let opened = || text.strip_prefix(['[', '('])?.split_once([']', ')']).map(|(code, _)| code);
        let before = || opening(text).filter(|_| self.open_with_codes);
        let codes = |code: &str| -> Vec<Criterion> {
            let bare = code.contains('.') && code.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ';' | ' '));
            let parts = || code.split([',', ';', ' ']).filter(|part| !part.is_empty());
            let criteria: Option<Vec<Criterion>> =
                bare.then(|| parts().map(|part| part.parse().ok().filter(|criterion| framework.has(*criterion))).collect()).flatten();
            criteria.unwrap_or_default()
        };
        [closed(), opened(), before()].into_iter().flatten().map(codes).find(|found| !found.is_empty()).unwrap_or_default()
    }
}

/// "tiêu chí", "TC", "TC3.4".
fn says_criterion(text: &str) -> bool {
    let folded = text::fold(text);
    let is_short = |word: &str| {
        word.strip_prefix("tc").is_some_and(|rest| rest.is_empty() || rest.starts_with(|letter: char| letter.is_ascii_digit()))
    };
    folded.contains("tieu chi") || folded.split(' ').any(is_short)
}

/// "1.10" of "1.10 - Lắp camera", "3.5. Mua máy".
fn opening(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['-', '+', '*', ' ']);
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let (number, rest) = text.split_at(end);
    let rest = rest.trim_start_matches([' ', '-', '–', ':', ')']);
    let number = number.trim_end_matches('.');
    (number.contains('.') && rest.starts_with(char::is_uppercase)).then_some(number)
}

/// Work that names several criteria counts for the first.
pub(super) fn several(place: &Place<'_>, found: &[Criterion], text: &str, cell: Address) -> Option<finding::Finding> {
    let [first, _, ..] = found else { return None };
    let listed: Vec<String> = found.iter().map(Criterion::to_string).collect();
    let told = place.finding(&finding::SEVERAL_CRITERIA, cell).raw(text).with("count", listed.len());
    Some(told.with("criteria", listed.join(", ")).with("first", first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_before_work_is_what_stands_before_a_capital() {
        for (text, expected) in [
            ("1.10 - Lắp camera", Some("1.10")),
            ("3.5. Mua máy", Some("3.5")),
            ("- 2.2: Hội giảng", Some("2.2")),
            ("2.5 tấn xi măng", None),
            ("1. Mua máy", None),
            ("Đạt 3.5 điểm", None),
            ("3.5", None),
        ] {
            assert_eq!(opening(text), expected, "{text}");
        }
    }
}
