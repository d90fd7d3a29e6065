//! A line typed with a space behind every letter ("K Ế   H O Ạ C H", "T T") in, its words out; `None` for any other line.
//!
//! Wider gaps part the words; where there are none, the syllables of Vietnamese do. A line that comes to anything but syllables and the
//! abbreviations below is left as it is.

use super::syllable::is_vietnamese_syllable;

/// What is no syllable and stands in titles all the same.
const ABBREVIATIONS: &[&str] =
    &["TT", "STT", "ĐVT", "TH", "THCS", "THPT", "MN", "UBND", "GD", "ĐT", "GDĐT", "GDTX", "PTDTBT", "PTDTNT", "CTCL", "KH", "TĐG", "TC"];
/// The longest of them, and the longest syllable.
const LONGEST: usize = 7;
/// Fewer letters are a title only where they are one of the abbreviations: "x x" is two marks.
const FEWEST: usize = 4;

/// Whether a line may be such a one: asked of every cell.
pub(super) fn may_be(text: &str) -> bool {
    let begins = |line: &str| {
        let mut letters = line.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_some_and(char::is_whitespace)
    };
    begins(text) || text.contains('\n') && text.lines().any(begins)
}

pub(super) fn joined(line: &str) -> Option<String> {
    let line = line.trim();
    if !may_be(line) {
        return None;
    }
    let mut letters: Vec<(char, usize)> = Vec::new();
    for letter in line.chars() {
        match letters.last_mut() {
            Some((_, gap)) if letter.is_whitespace() => *gap += 1,
            Some((_, 0)) => return None,
            _ => letters.push((letter, 0)),
        }
    }
    let within = letters.iter().map(|(_, gap)| *gap).filter(|gap| *gap > 0).min()?;
    let words = letters.split_inclusive(|(_, gap)| *gap > within).map(|word| word.iter().map(|(letter, _)| *letter).collect::<Vec<_>>());
    let pieces: Option<Vec<String>> = words.map(|word| pieces(&word)).collect();
    let joined = pieces?.join(" ");
    let count = letters.iter().filter(|(letter, _)| letter.is_alphabetic()).count();
    (count >= FEWEST || ABBREVIATIONS.contains(&joined.as_str())).then_some(joined)
}

/// The fewest words these letters come to, the first as long as it can be.
fn pieces(letters: &[char]) -> Option<String> {
    // From each place on: how many words, and where the first of them ends.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; letters.len() + 1];
    best[letters.len()] = Some((0, letters.len()));
    for start in (0..letters.len()).rev() {
        let ends = (start + 1..=letters.len().min(start + LONGEST)).rev();
        best[start] = ends
            .filter(|end| is_word(&letters[start..*end]))
            .filter_map(|end| Some((best[end]?.0 + 1, end)))
            .min_by_key(|(count, end)| (*count, std::cmp::Reverse(*end)));
    }
    let (mut at, mut text) = (0, String::new());
    while at < letters.len() {
        let (_, end) = best[at]?;
        let worded = |letter: &char| letter.is_alphabetic();
        if at > 0 && worded(&letters[at - 1]) && worded(&letters[at]) {
            text.push(' ');
        }
        text.extend(&letters[at..end]);
        at = end;
    }
    Some(text)
}

fn is_word(letters: &[char]) -> bool {
    let word: String = letters.iter().collect();
    match letters {
        [letter] if !letter.is_alphabetic() => true,
        _ => is_vietnamese_syllable(&word) || ABBREVIATIONS.contains(&word.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_apart_are_words_again() {
        for (line, words) in [
            ("K Ế   H O Ạ C H", "KẾ HOẠCH"),
            ("K Ế H O Ạ C H C Ả I T I Ế N C H Ấ T L Ư Ợ N G", "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"),
            ("T T", "TT"),
            ("S T T", "STT"),
            ("T R Ư Ờ N G  T H C S  H O A  S E N", "TRƯỜNG THCS HOA SEN"),
            ("N ă m   h ọ c   2 0 2 3 - 2 0 2 4", "Năm học 2023-2024"),
            ("T  H  Ờ  I    G  I  A  N", "THỜI GIAN"),
        ] {
            assert_eq!(joined(line).as_deref(), Some(words), "{line}");
        }
    }

    #[test]
    fn other_lines_stay() {
        for line in ["x x", "x x x", "A B", "a b c d", "1 2 3 4", "Ở lớp 6 A", "Ý kiến", "x", "", "T", "H T", "X - X - X"] {
            assert_eq!(joined(line), None, "{line}");
        }
    }
}
