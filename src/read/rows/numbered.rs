//! The rows of a table in, those that only head the rows below them by their numbers out: "2 | Cơ sở vật chất" over "2.1", "2.2".

use std::collections::BTreeSet;

use super::{Physical, is_code_field, primary, work};
use crate::form::Field;
use crate::phrase;
use crate::read::header::Header;

/// Headings that a table must have before numbers of two tiers mean anything.
const FEWEST: usize = 2;

/// By row of the sheet. Where criteria have no column of their own "2.1" is one itself, and only letters and Roman numbers head: "I" over "1".
pub(super) fn headings(header: &Header<'_>, rows: &[Physical]) -> BTreeSet<u32> {
    let key = primary(header);
    let coded = is_code_field(key);
    // Under a title that no form knows, "Mã", the numbers stand before all that is known.
    let first = header.columns.first().map_or(0, |assigned| assigned.column);
    let unknown = |row: &Physical| row.extra.iter().find(|(at, _)| at.column < first).map(|(_, text)| text.clone());
    let without = header.column(Field::Ordinal).is_none();
    let by_unknown = without && rows.iter().filter(|row| unknown(row).is_some()).count() * 2 > rows.len();
    // Codes in the column of numbers are opened by the number of their standard: "3 | Cơ sở vật chất" over "3.5".
    let in_numbers = without && !by_unknown && key == Field::Criterion;
    let number = if in_numbers { Field::Criterion } else { Field::Ordinal };
    let opens = |above: &str, below: &str| {
        if in_numbers {
            opens_code(above, below)
        } else {
            opens(above, below) && (coded || !above.starts_with(|letter: char| letter.is_ascii_digit()))
        }
    };
    let Some(work) = work(header) else { return BTreeSet::new() };
    let is_bare = |row: &Physical| {
        // What is to be improved may be named so, too; and a name may stand where the criteria do.
        let beside = if in_numbers { Field::Content } else { key };
        let text = if row.has(work) { row.text(work) } else { row.text(beside) };
        let filled = row.texts().iter().filter(|(_, text)| !text.is_empty()).count();
        let names = phrase::criterion::heading(text).is_some() || coded && phrase::criterion::parse(text, None, None).criterion.is_some();
        !text.is_empty() && filled == 2 && row.money.is_empty() && !names
    };
    let number = |row: &Physical| if by_unknown { unknown(row).unwrap_or_default() } else { row.text(number).to_owned() };
    let found: BTreeSet<u32> = rows
        .windows(2)
        .filter(|pair| is_bare(&pair[0]) && !is_bare(&pair[1]) && opens(&number(&pair[0]), &number(&pair[1])))
        .map(|pair| pair[0].index)
        .collect();
    let mut found = if in_numbers || found.len() >= FEWEST { found } else { BTreeSet::new() };
    if without && !by_unknown {
        found.extend(in_words(rows, work));
    }
    found
}

/// "1. Công tác tổ chức" alone on its row over "a. Rà soát chiến lược | 1.1 | 9/2023": the numbers stand before the words.
fn in_words(rows: &[Physical], work: Field) -> BTreeSet<u32> {
    let filled = |row: &Physical| row.texts().iter().filter(|(_, text)| !text.is_empty()).count();
    let is_bare = |row: &Physical| {
        let text = row.text(work);
        let names = phrase::criterion::heading(text).is_some() || phrase::criterion::parse(text, None, None).criterion.is_some();
        filled(row) == 1 && row.money.is_empty() && !names
    };
    let heads = |pair: &&[Physical]| {
        let [above, below] = [&pair[0], &pair[1]].map(|row| entry(row.text(work)));
        let opens = |above: &str, below: &str| {
            let is_first = matches!(below, "a" | "1") && !above.eq_ignore_ascii_case(below);
            let is_over =
                above.bytes().all(|sign| sign.is_ascii_digit()) && below == "a" || above.bytes().all(|sign| sign.is_ascii_uppercase());
            opens(above, below) || is_first && is_over
        };
        is_bare(&pair[0]) && filled(&pair[1]) > 1 && above.zip(below).is_some_and(|(above, below)| opens(above, below))
    };
    let found: BTreeSet<u32> = rows.windows(2).filter(heads).map(|pair| pair[0].index).collect();
    if found.len() >= FEWEST { found } else { BTreeSet::new() }
}

/// "1" of "1. Công tác tổ chức", "a" of "a) Rà soát".
fn entry(text: &str) -> Option<&str> {
    const LONGEST: usize = 6;
    let (entry, words) = text.split_once(' ')?;
    let bare = entry.trim_end_matches(['.', ')', '/', ':']);
    let closed = bare.len() < entry.len() || bare.contains('.');
    (closed && !bare.is_empty() && bare.len() <= LONGEST && words.starts_with(char::is_alphabetic)).then_some(bare)
}

/// "2" over "2.1" or "2a", "II" or "B" over "1", and over "B1", "II.1", "CV5".
fn opens(number: &str, below: &str) -> bool {
    let [number, below] = [number, below].map(|number| number.trim_matches(['.', ')', '(', ' ']));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
    // "A.I" over "A.I.1", "A" over "A.I".
    let first = |rest: &str| rest == ".I" || number.contains('.') && matches!(rest, ".1" | ".a");
    let opened_by_letter = number.starts_with(|letter: char| letter.is_ascii_uppercase());
    if opened_by_letter && below.strip_prefix(number).is_some_and(first) {
        return true;
    }
    let lettered = !number.is_empty() && (number.len() == 1 || number.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X')));
    if is_digits(number) {
        let first = |rest: &str| matches!(rest, ".1" | ".a" | "-1" | "a" | "A" | ". 1");
        return below.strip_prefix(number).is_some_and(first);
    }
    // "A" over "I", "B" over "III": Roman numbers go on over the parts.
    let is_roman = |text: &str| !text.is_empty() && text.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    let counts_works = is_digits(below.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).trim_start_matches(['.', '-']));
    lettered && number.chars().all(|letter| letter.is_ascii_uppercase()) && (counts_works || !is_roman(number) && is_roman(below))
}

/// "3" over "3.5".
fn opens_code(number: &str, below: &str) -> bool {
    let number = number.trim_end_matches('.');
    let of_standard = number.len() == 1 && number.bytes().all(|letter| letter.is_ascii_digit());
    of_standard && below.strip_prefix(number).is_some_and(|rest| rest.starts_with('.') && rest.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::opens;

    #[test]
    fn a_number_opens_the_tier_below_it() {
        for (number, below) in [
            ("1", "1.1"),
            ("2.", "2.1."),
            ("3", "3a"),
            ("I", "1"),
            ("B", "1."),
            ("IV", "4"),
            ("A", "I"),
            ("B", "III"),
            ("II", "B1"),
            ("I", "I.1"),
            ("A", "CV-05"),
            ("A", "A.I"),
            ("A.II", "A.II.1"),
            ("B.2", "B.2.1"),
        ] {
            assert!(opens(number, below), "{number} {below}");
        }
        for (number, below) in [
            ("1", "2"),
            ("1", "11"),
            ("2", "2.2"),
            ("1", ""),
            ("", "1"),
            ("a", "1"),
            ("1", "1.10"),
            ("I", "II"),
            ("1", "A1"),
            ("I", "A"),
            ("A.I", "A.II"),
            ("A.1", "A.2"),
            ("A.I", "B.I.1"),
        ] {
            assert!(!opens(number, below), "{number} {below}");
        }
    }
}
