//! The number of a row in, as it is compared with that of another row, out: "1.", "(1)", "Việc 1" → `1`; the numbers of a list: "STT 1, 2, 5-7".

use crate::text;

/// A longer text is no number, in letters.
const LONGEST: usize = 24;
/// What stands before a number. Folded.
const BEFORE: &[&str] = &["noi dung", "cong viec", "nhiem vu", "viec", "stt", "tt", "so", "muc", "cv"];

/// `None` where the text holds no digit, or more than a number: "1 buổi", "Quý 1".
pub(super) fn number(text: &str) -> Option<String> {
    let bare = unnamed(text)?;
    let code = |letter: char| letter.is_ascii_digit() || letter == '.' || letter.is_ascii_alphabetic();
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    let letters = bare.bytes().filter(u8::is_ascii_alphabetic).count();
    (digits > 0 && letters <= 2 && bare.chars().all(code)).then_some(bare)
}

/// All that a list names: `1`, `2`, `5`, `6`, `7` of "1, 2, 5-7"; one number is a list of one.
pub(super) fn listed(text: &str) -> Option<Vec<String>> {
    const MOST: u16 = 40;
    if let Some(one) = number(text) {
        return Some(vec![one]);
    }
    let folded = text.to_lowercase().replace(" và ", ", ").replace(" đến ", "-").replace('–', "-");
    let mut all = Vec::new();
    for part in folded.split([',', ';', '+', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once('-') {
            Some((from, to)) => {
                let (from, to): (u16, u16) = (number(from)?.parse().ok()?, number(to)?.parse().ok()?);
                if from >= to || to - from > MOST {
                    return None;
                }
                all.extend((from..=to).map(|number| number.to_string()));
            }
            None => all.push(number(part)?),
        }
    }
    (!all.is_empty()).then_some(all)
}

/// "Việc số 1." → `1`.
fn unnamed(text: &str) -> Option<String> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let lower = text.trim().to_lowercase();
    let start = lower.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
    let words = text::fold(&lower[..start]);
    let named = words.is_empty() || words.split(' ').all(|word| BEFORE.iter().any(|known| known.split(' ').any(|known| known == word)));
    // "a1", "CV01": letters that are part of the code.
    let own = if named { &lower[start..] } else { &lower[..] };
    let bare = own.trim_matches(|letter: char| !letter.is_alphanumeric());
    let bare = bare.trim_start_matches('0');
    (!bare.is_empty()).then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_however_they_are_written() {
        for (text, expected) in
            [("1", "1"), ("01.", "1"), ("(1)", "1"), ("Việc 1", "1"), ("Việc số 12", "12"), ("1.1a", "1.1a"), ("A1", "a1")]
        {
            assert_eq!(number(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "Mua sách", "1 buổi", "Tháng 9", "Quý 1", "15/10/2023", "15.000.000đ mua bàn ghế"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_list_names_each_of_its_numbers() {
        for (text, expected) in [
            ("STT 1, 2, 5", &["1", "2", "5"][..]),
            ("3-5", &["3", "4", "5"]),
            ("Việc 1 và 2", &["1", "2"]),
            ("1; 1.1a", &["1", "1.1a"]),
            ("6", &["6"]),
        ] {
            assert_eq!(listed(text).as_deref(), Some(&expected.iter().map(ToString::to_string).collect::<Vec<_>>()[..]), "{text}");
        }
        for text in ["5-3", "1, hai", "Các việc còn lại", ""] {
            assert_eq!(listed(text), None, "{text}");
        }
    }
}
