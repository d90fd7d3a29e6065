//! Text read by a program that took Latin-1 for CP1258 in, mended text out: `đă đăng kư` is `đã đăng ký`, `chương tŕnh` is `chương trình`.
//!
//! In CP1258 the places of ã, ý, õ are ă, ư, ơ, and those of ì, ò, Ì, Ò are marks that fall on the letter before.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::syllable::is_vietnamese_syllable;

/// The mended text, or `None` where no small word is surely damaged. Only words that Vietnamese cannot have are touched,
/// and words that never stand alone otherwise, such as `quản lư`, once another word has proved the damage.
pub fn cp1258(raw: &str) -> Option<String> {
    if !is_suspicious(raw) {
        return None;
    }
    let mut mended = String::with_capacity(raw.len());
    let mut proved = false;
    let vietnamese = raw.chars().any(|letter| matches!(letter, 'đ' | 'Đ' | '\u{1EA0}'..='\u{1EF9}'));
    let mut word = String::new();
    for letter in raw.chars().chain(['\n']) {
        if letter.is_alphabetic() || is_combining_mark(letter) {
            word.push(letter);
            continue;
        }
        match mend(&word) {
            Some(true_word) => {
                // Names of the highlands end in ă (Krông Pă): a capital proves nothing; a marked consonant among Vietnamese words does.
                proved |= word.starts_with(char::is_lowercase)
                    || (vietnamese
                        && word.chars().any(is_marked_consonant)
                        && !word.chars().any(|letter| matches!(letter, 'ă' | 'ư' | 'ơ')));
                mended.push_str(&true_word);
            }
            None => mended.push_str(&word),
        }
        word.clear();
        mended.push(letter);
    }
    mended.pop();
    proved.then(|| PAIRS.iter().fold(mended, |text, (damaged, meant)| text.replace(damaged, meant)))
}

/// Pairs of words that mean nothing as they stand.
const PAIRS: &[(&str, &str)] = &[
    ("uản lư", "uản lý"),
    ("xử lư", "xử lý"),
    ("tâm lư", "tâm lý"),
    ("vật lư", "vật lý"),
    ("địa lư", "địa lý"),
    ("hợp lư", "hợp lý"),
    ("pháp lư", "pháp lý"),
    ("lư luận", "lý luận"),
    ("lư thuyết", "lý thuyết"),
    ("lư do", "lý do"),
    ("Lư do", "Lý do"),
    ("ư kiến", "ý kiến"),
    ("Ư kiến", "Ý kiến"),
    ("ư thức", "ý thức"),
    ("Ư thức", "Ý thức"),
    ("đồng ư", "đồng ý"),
    ("chú ư", "chú ý"),
    ("Chú ư", "Chú ý"),
    ("lưu ư", "lưu ý"),
    ("Lưu ư", "Lưu ý"),
    ("góp ư", "góp ý"),
    ("Góp ư", "Góp ý"),
];

/// Whether some letter stands where Vietnamese never has it; asked of every cell, so before any word is weighed.
fn is_suspicious(text: &str) -> bool {
    let mut before = ' ';
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let after = || {
            let mut ahead = letters.clone().map(|letter| letter.to_ascii_lowercase());
            (ahead.next().unwrap_or(' '), ahead.next().unwrap_or(' '))
        };
        let suspicious = match letter {
            'ă' | 'Ă' => {
                let (next, second) = after();
                !matches!(next, 'c' | 'm' | 'n' | 'p' | 't') || second == 'h'
            }
            'ư' | 'Ư' => matches!(before, 'k' | 'K' | 'u' | 'U'),
            'ơ' | 'Ơ' => {
                let (next, second) = after();
                next == 'n' && matches!(second, 'g' | 'h') && !matches!(before, 'ư' | 'Ư')
            }
            letter => !letter.is_ascii() && is_trace(letter),
        };
        if suspicious {
            return true;
        }
        before = letter;
    }
    false
}

/// Letters that can be the work of the confusion: ă, ư, ơ at the wrong place, and consonants with a mark.
fn is_trace(letter: char) -> bool {
    matches!(letter, 'ă' | 'Ă' | 'ư' | 'Ư' | 'ơ' | 'Ơ') || !letter.is_ascii() && is_marked_consonant(letter)
}

fn is_marked_consonant(letter: char) -> bool {
    // The letters of Vietnamese, which with dashes and quotes are nearly all there is, are vowels, or have no mark that comes off.
    if matches!(letter, '\u{C0}'..='\u{C3}' | '\u{C8}'..='\u{CA}' | '\u{D2}'..='\u{D5}' | '\u{E0}'..='\u{E3}' | '\u{E8}'..='\u{EA}' | '\u{F2}'..='\u{F5}' | 'đ' | 'Đ' | '\u{1EA0}'..='\u{1EF9}' | '\u{2010}'..='\u{2027}')
    {
        return false;
    }
    let mut parts = std::iter::once(letter).nfd();
    let base = parts.next();
    let marked = parts.next().is_some();
    (marked && base.is_some_and(is_consonant)) || is_combining_mark(letter)
}

fn is_consonant(letter: char) -> bool {
    matches!(letter.to_ascii_lowercase(), 'b' | 'c' | 'd' | 'g' | 'h' | 'k' | 'l' | 'm' | 'n' | 'p' | 'q' | 'r' | 's' | 't' | 'v' | 'x')
        || matches!(letter, 'đ' | 'Đ')
}

/// The one true word that this damaged one can be.
fn mend(word: &str) -> Option<String> {
    if word.len() > 24 || !word.chars().any(is_trace) || is_vietnamese_syllable(word) {
        return None;
    }
    let mut letters = String::with_capacity(word.len() + 4);
    for letter in word.nfd() {
        let after_consonant = letters.chars().last().is_some_and(is_consonant);
        letters.push(match letter {
            '\u{0301}' if after_consonant => 'ì',
            '\u{0323}' if after_consonant => 'ò',
            '\u{0300}' if after_consonant => 'Ì',
            '\u{0309}' if after_consonant => 'Ò',
            letter => letter,
        });
    }
    // Each ă, ư, ơ is either itself or the damage.
    let mut candidates = vec![String::new()];
    for letter in letters.nfc() {
        let meant = match letter {
            'ă' => Some('ã'),
            'Ă' => Some('Ã'),
            'ư' => Some('ý'),
            'Ư' => Some('Ý'),
            'ơ' => Some('õ'),
            'Ơ' => Some('Õ'),
            _ => None,
        };
        let changed: Vec<String> =
            meant.map_or_else(Vec::new, |meant| candidates.iter().map(|candidate| format!("{candidate}{meant}")).collect());
        for candidate in &mut candidates {
            candidate.push(letter);
        }
        candidates.extend(changed);
        if candidates.len() > 16 {
            return None;
        }
    }
    candidates.retain(|candidate| is_vietnamese_syllable(candidate));
    if candidates.len() == 1 { candidates.pop() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_vietnamese_cannot_have_are_mended() {
        for (raw, text) in [
            ("đă đăng kư", "đã đăng ký"),
            ("Đă đăng kư", "Đã đăng ký"),
            ("chương tŕnh", "chương trình"),
            ("ḿnh", "mình"),
            ("xă hội hóa", "xã hội hóa"),
            ("pḥng học", "phòng học"),
            ("quư II, quản lư", "quý II, quản lý"),
            ("t́nh h́nh", "tình hình"),
            ("c\u{323}n lại", "còn lại"),
            ("Trường TH Số 2 \u{1E24}a Phước", "Trường TH Số 2 Hòa Phước"),
            ("TRƯỜNG TIỂU HỌC SỐ 1 H\u{309}A PHƯỚC", "TRƯỜNG TIỂU HỌC SỐ 1 HÒA PHƯỚC"),
        ] {
            assert_eq!(cp1258(&raw.nfc().collect::<String>()).as_deref(), Some(text), "{raw}");
        }
    }

    #[test]
    fn what_is_not_surely_damaged_stays() {
        for text in [
            "",
            "đã đăng ký",
            "Đăk Lăk",
            "Krông Pă",
            "cái lư hương",
            "cơ sở",
            "ăn năn",
            "thế ư",
            "Kư",
            "Ćevapi",
            "ńć",
            "ưu tiên",
            "quản lư",
            "đơn vị",
            "H'Mông",
            "mơ",
            "Ơ",
        ] {
            assert_eq!(cp1258(text), None, "{text}");
        }
    }
}
