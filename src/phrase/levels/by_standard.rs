//! A line that counts the criteria of one standard in, which standard and what it counts out: "Tiêu chuẩn 1: 8/10 tiêu chí đạt Mức 1".

use super::declared::all;
use super::said::LevelPhrase;

/// What a line says of one standard; nothing counted where it only names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfStandard {
    pub standard: u8,
    /// Each a [`LevelPhrase::CriteriaMet`].
    pub counted: Vec<LevelPhrase>,
}

/// `None` for a line that does not open with a standard and its number.
pub fn of_standard(text: &str) -> Option<OfStandard> {
    const WORD: &str = "tiêu chuẩn ";
    let line = text.to_lowercase();
    let (before, behind) = line.split_once(WORD)?;
    // "II. Tiêu chuẩn 2", "- Tiêu chuẩn 2".
    if before.chars().any(|letter| letter.is_alphabetic() && !matches!(letter, 'i' | 'v' | 'x')) {
        return None;
    }
    let behind = behind.trim_start_matches("số ");
    let number: String = behind.chars().take_while(|letter| letter.is_ascii_digit() || matches!(letter, 'i' | 'v')).collect();
    let standard = match number.as_str() {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        digits => digits.parse().ok().filter(|number| (1..=9).contains(number))?,
    };
    let rest = &behind[number.len()..];
    let of_criterion = rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    if of_criterion || rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest = rest.trim_start_matches([':', '-', '–', ',', '.', ')', ' ']).trim_end_matches('.');
    let counts = |text: &str| all(text).into_iter().filter(|said| matches!(said, LevelPhrase::CriteriaMet { .. })).collect::<Vec<_>>();
    let counted = Some(counts(rest)).filter(|said| !said.is_empty()).unwrap_or_else(|| counts(&format!("{rest} tiêu chí")));
    Some(OfStandard { standard, counted })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_standard_and_its_counts_are_read() {
        let met = |level, met, of| LevelPhrase::CriteriaMet { level, met, of };
        for (text, standard, counted) in [
            ("Tiêu chuẩn 1: 8/10 tiêu chí đạt Mức 1", 1, vec![met(1, 8, Some(10))]),
            ("Tiêu chuẩn 2 có 3/4 tiêu chí đạt Mức 1, 2/4 tiêu chí đạt Mức 2.", 2, vec![met(1, 3, Some(4)), met(2, 2, Some(4))]),
            ("- Tiêu chuẩn III: Mức 1: 6/6; Mức 2: 5/6", 3, vec![met(1, 6, Some(6)), met(2, 5, Some(6))]),
            ("TIÊU CHUẨN 4: QUAN HỆ GIỮA NHÀ TRƯỜNG, GIA ĐÌNH VÀ XÃ HỘI", 4, vec![]),
        ] {
            assert_eq!(of_standard(text), Some(OfStandard { standard, counted }), "{text}");
        }
        for text in [
            "Tổng số tiêu chí đạt Mức 1: 8/10",
            "Tiêu chuẩn 1.2: Hội đồng trường",
            "Tiêu chuẩn đánh giá trường tiểu học",
            "Đánh giá chung về Tiêu chuẩn 1: 8/10 tiêu chí đạt Mức 1",
        ] {
            assert_eq!(of_standard(text), None, "{text}");
        }
    }
}
