//! What stands in a column of numbers in, whether it counts the rows or says the criterion of each out.

use crate::model::Criterion;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "1.7", "1.9", "2.2", "3.1": nobody counts so.
    Codes,
    /// "1.1", "1.2", "2.1": the works of each part counted, or the first criteria of each standard.
    Either,
}

/// `None` where some number is no code: "1", "2", "2.1" count.
pub(super) fn of(numbers: &[&str]) -> Option<Kind> {
    const MOST_STANDARDS: u8 = 5;
    const MOST_CRITERIA: u8 = 12;
    let code = |text: &&str| match text.trim_end_matches('.').parse() {
        Ok(Criterion::Numbered { standard: standard @ 1..=MOST_STANDARDS, number: number @ 1..=MOST_CRITERIA }) => Some((standard, number)),
        _ => None,
    };
    let codes: Vec<(u8, u8)> = numbers.iter().map(code).collect::<Option<_>>()?;
    let (first, _) = codes.split_first()?;
    // The last of ten, as Excel stores it, may be either.
    let follows =
        |above: (u8, u8), own: (u8, u8)| own == (above.0, above.1 + 1) || own == (above.0 + 1, 1) || above.1 == 9 && own == (above.0, 1);
    let jumps = usize::from(first.1 != 1) + codes.windows(2).filter(|pair| !follows(pair[0], pair[1])).count();
    // One row taken out leaves a gap in a count, too.
    Some(if jumps * 3 > codes.len() { Kind::Codes } else { Kind::Either })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_jump_are_codes() {
        for numbers in
            [&["1.7", "3.5"][..], &["1.7", "1.9", "2.2", "2.3", "3.1", "3.2", "3.4", "3.6", "4.1"], &["1.1", "1.1", "1.2", "1.2"], &["2.4"]]
        {
            assert_eq!(of(numbers), Some(Kind::Codes), "{numbers:?}");
        }
        for numbers in [&["1.1", "1.2", "2.1"][..], &["1.1", "1.2", "1.4", "1.5"], &["1.1"], &["2.3", "2.4", "2.5", "3.1", "3.2"]] {
            assert_eq!(of(numbers), Some(Kind::Either), "{numbers:?}");
        }
        for numbers in [&["1", "2", "2.1", "2.2"][..], &[], &["1.7", "a"], &["7.1", "7.4"], &["1.1.2", "1.3.1"]] {
            assert_eq!(of(numbers), None, "{numbers:?}");
        }
    }
}
