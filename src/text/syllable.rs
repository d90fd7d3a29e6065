//! A word in, whether Vietnamese could spell it out. The measure by which old encodings are told from true text.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::memory::Memory;

const ONSETS: &[&str] = &[
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "ph", "qu", "r", "s", "t", "th", "tr",
    "v", "x",
];

/// Rimes without their tone.
const RIMES: &[&str] = &[
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "âm", "ân",
    "âng", "âp", "ât", "âu", "ây", "e", "ec", "em", "en", "eng", "eo", "ep", "et", "ê", "êch", "êm", "ên", "ênh", "êp", "êt", "êu", "i",
    "ia", "ich", "im", "in", "inh", "ip", "it", "iu", "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", "o", "oa", "oac", "oach", "oai",
    "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oăc", "oăm", "oăn", "oăng", "oăt", "oc", "oe", "oen", "oeo", "oet", "oi",
    "om", "on", "ong", "oong", "ooc", "op", "ot", "ô", "ôc", "ôi", "ôm", "ôn", "ông", "ôp", "ôt", "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", "u",
    "ua", "uc", "ui", "um", "un", "ung", "up", "ut", "uân", "uâng", "uât", "uây", "uê", "uêch", "uênh", "uôc", "uôi", "uôm", "uôn", "uông",
    "uôt", "uơ", "uy", "uya", "uych", "uynh", "uyt", "uyu", "uyên", "uyêt", "ư", "ưa", "ưc", "ưi", "ưm", "ưn", "ưng", "ưt", "ưu", "ươc",
    "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", "y", "yêm", "yên", "yêng", "yêt", "yêu",
];

/// Rimes after `qu`, whose u belongs to the onset.
const RIMES_AFTER_QU: &[&str] = &[
    "a", "ac", "ach", "ai", "an", "ang", "anh", "ao", "at", "au", "ay", "ăc", "ăm", "ăn", "ăng", "ăp", "ăt", "âc", "ân", "âng", "ât", "âu",
    "ây", "e", "en", "eng", "eo", "et", "ê", "êch", "ên", "ênh", "êt", "i", "ich", "in", "it", "inh", "iêt", "ôc", "ơ", "ơi", "ơt", "y",
    "ych", "yên", "yêt", "ynh", "yt", "yu",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tone {
    /// Sắc, nặng: the only ones before c, ch, p, t.
    Short,
    /// Huyền, hỏi, ngã.
    Long,
}

/// Bytes of the longest syllable, its marks composed or not: "nghiêng" with a tone.
const LONGEST: usize = 7 * 5;

/// Whether Vietnamese could spell one syllable so, in either case: onset, rime, and a tone on the vowel that may bear it.
pub fn is_vietnamese_syllable(word: &str) -> bool {
    thread_local! {
        static JUDGED: Memory<bool> = Memory::default();
    }
    // Longer ones are none, and not worth keeping.
    word.len() <= LONGEST && JUDGED.with(|memory| memory.recall(word, is_spelled))
}

fn is_spelled(word: &str) -> bool {
    let Some(Toneless { letters, tone }) = without_tone(word) else { return false };
    let begins = |onset: &str| onset.chars().enumerate().all(|(at, letter)| letters.get(at) == Some(&letter));
    let mut onset = ONSETS.iter().copied().filter(|onset| begins(onset)).max_by_key(|onset| onset.chars().count()).unwrap_or("");
    // In gì, gìn and giếng the i belongs to the rime.
    if onset == "gi" && !matches!(letters.get(2), Some('a' | 'ă' | 'â' | 'e' | 'o' | 'ô' | 'ơ' | 'u' | 'ư')) {
        onset = "g";
    }
    let length = onset.chars().count();
    let rime: String = letters[length..].iter().collect();
    let rimes = if onset == "qu" { RIMES_AFTER_QU } else { RIMES };
    if !rimes.contains(&rime.as_str()) || !may_follow(onset, &rime) {
        return false;
    }
    let stopped = rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch");
    match tone {
        None => !stopped,
        Some((Tone::Long, _)) if stopped => false,
        Some((_, at)) => at >= length && bears_tone(&letters[length..], at - length),
    }
}

/// Whether the folded word is a syllable that lost its marks: `hoc`, `truong`.
pub fn is_bare_syllable(folded: &str) -> bool {
    static BARE: LazyLock<Vec<String>> = LazyLock::new(|| RIMES.iter().map(|rime| super::fold(rime)).collect());
    let rime_after = |onset: &&str| {
        let rime = folded.strip_prefix(super::fold(onset).as_str())?;
        BARE.iter().any(|bare| bare == rime).then_some(())
    };
    ONSETS.iter().any(|onset| rime_after(onset).is_some())
}

/// A word taken apart: the letters in lower case with the marks of their vowels, and the tone with its place.
struct Toneless {
    letters: Vec<char>,
    tone: Option<(Tone, usize)>,
}

/// Takes a word apart. `None` for what Vietnamese does not write.
fn without_tone(word: &str) -> Option<Toneless> {
    let mut letters: Vec<char> = Vec::with_capacity(8);
    let mut tone = None;
    for letter in word.chars().flat_map(char::to_lowercase).nfd() {
        let found = match letter {
            'a'..='z' | 'đ' => {
                letters.push(letter);
                continue;
            }
            '\u{0302}' | '\u{0306}' | '\u{031B}' => {
                let last = letters.last_mut()?;
                *last = match (*last, letter) {
                    ('a', '\u{0302}') => 'â',
                    ('e', '\u{0302}') => 'ê',
                    ('o', '\u{0302}') => 'ô',
                    ('a', '\u{0306}') => 'ă',
                    ('o', '\u{031B}') => 'ơ',
                    ('u', '\u{031B}') => 'ư',
                    _ => return None,
                };
                continue;
            }
            '\u{0300}' | '\u{0309}' | '\u{0303}' => Tone::Long,
            '\u{0301}' | '\u{0323}' => Tone::Short,
            _ => return None,
        };
        if tone.is_some() || letters.is_empty() || letters.len() > 7 {
            return None;
        }
        tone = Some((found, letters.len() - 1));
    }
    (!letters.is_empty() && letters.len() <= 7).then_some(Toneless { letters, tone })
}

/// Spelling of c/k, g/gh, ng/ngh before the vowels.
fn may_follow(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['i', 'e', 'ê', 'y']);
    match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        "g" => !rime.starts_with(['e', 'ê', 'y']),
        _ => true,
    }
}

/// Whether the letter at `at` of a rime may carry the tone, in the old way of writing or the new (hoà, hòa).
fn bears_tone(rime: &[char], at: usize) -> bool {
    let is_vowel = |letter: char| matches!(letter, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y');
    let vowels: Vec<char> = rime.iter().copied().take_while(|letter| is_vowel(*letter)).collect();
    if let Some(marked) = vowels.iter().rposition(|letter| matches!(letter, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư')) {
        return at == marked;
    }
    let closed = rime.len() > vowels.len();
    match (vowels.len(), closed) {
        (1, _) => at == 0,
        (2, true) => at == 1,
        (2, false) if matches!(vowels[..], ['o', 'a' | 'e'] | ['u', 'y']) => at <= 1,
        (2, false) => at == 0,
        (3, _) => at == 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_true_vietnamese_is_a_syllable() {
        let text = "Trường trung học cơ sở tổ chức và quản lý nhà trường theo quy định của pháp luật giúp học sinh khuyết tật được hưởng chế độ chính sách \
                    hoà bình hòa bình thuý thúy quý quyết nghiêng nghĩa giếng gì gìn giữ khoẻ khỏe oanh uyên yêu ruột rượu hươu khuỷu ngoằn xoong ghế kỷ cương \
                    tháng chạp quốc ngữ huỳnh quà của mùa Đặng ỦY ban mượn sách quyển giúp đỡ chuyển đổi số ước mơ ăn ở Ý yếu ớt hoạch kiểm định ngoài ý kiến";
        for word in text.split_whitespace() {
            assert!(is_vietnamese_syllable(word), "{word}");
        }
    }

    #[test]
    fn a_syllable_without_its_marks_is_still_one() {
        for word in ["hoc", "truong", "chuan", "quy", "thang", "nghi", "uy", "duoc", "giup", "khuyu"] {
            assert!(is_bare_syllable(word), "{word}");
        }
        for word in ["", "hojc", "chuaa", "thnag", "bgh", "max", "clb", "hocc"] {
            assert!(!is_bare_syllable(word), "{word}");
        }
    }

    #[test]
    fn what_vietnamese_cannot_spell_is_none() {
        for word in [
            "",
            "kư",
            "đă",
            "quư",
            "café",
            "façade",
            "niño",
            "tieâu",
            "tröôøng",
            "caù",
            "zô",
            "Đăk",
            "hoc",
            "họcc",
            "aaaaaaaaaaaa",
            "\u{301}",
            "cê",
            "ghà",
            "ngê",
            "hộcc",
        ] {
            assert!(!is_vietnamese_syllable(word), "{word}");
        }
    }
}
