//! The words behind "trường" that say what sort of school it is in, the sort out: `PTDTBT`, `chuyên`.

use super::lexicon::Level;
use super::{Word, sort};
use crate::text::is_vietnamese_syllable;

/// "Trường THPT Chuyên Việt", "Tiểu học Chuyên Mỹ": a word of the name, where one syllable is all that is left, or where no school is of that sort.
pub(super) fn is_called_chuyen(words: &[Word<'_>], at: usize, level: Option<Level>) -> bool {
    let Some(level) = level.filter(|_| words[at].folded == "chuyen") else { return false };
    let rest = &words[at + 1..];
    let one = matches!(rest, [only] if is_vietnamese_syllable(&only.written.to_lowercase()));
    let sorts_alone = sort(words, at + 1).is_some_and(|(_, length)| length == rest.len());
    !rest.is_empty() && (level != Level::Thpt || one || sorts_alone)
}

/// The sort of a school of the peoples, however it is written: `ptdtbt`, `ptdtnt`.
pub(super) fn of_peoples(words: &[Word<'_>]) -> Option<&'static str> {
    let has = |names: &[&str]| words.iter().any(|word| names.contains(&word.folded.as_str()));
    let day = has(&["ptdtbt", "dtbt", "bt"]) || (has(&["ptdt", "toc"]) && has(&["ban"]));
    let whole = has(&["ptdtnt", "dtnt", "nt"]) || (has(&["ptdt", "toc"]) && has(&["noi"]));
    match (day, whole) {
        (true, _) => Some("ptdtbt"),
        (_, true) => Some("ptdtnt"),
        _ => None,
    }
}

/// "Trường Chuyên Lê Hồng Phong", of whose words the first are its sort; "Trường Chuyên biệt Hoa Mai" is of another.
pub(super) fn is_special(words: &[Word<'_>], sorts: usize) -> bool {
    let named = words.get(sorts).is_some_and(|name| name.folded != "biet" && name.written.starts_with(char::is_uppercase));
    sorts == 1 && words[0].folded == "chuyen" && named && words.len() > sorts + 1
}
