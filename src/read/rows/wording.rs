//! Texts of single cells in, what they say of their row out: numbers of criteria, numbers of rows, names cut off by a page.

use crate::model::Criterion;
use crate::phrase;
use crate::text::{fold, has_more_letters};

/// `1`, `2, 3`, `1 và 2`: numbers of criteria within a standard.
pub(super) fn are_bare_numbers(text: &str) -> bool {
    // "1,10" without a space is a code.
    let numbers = text.trim().replace(" và ", ", ");
    numbers
        .replace("; ", ", ")
        .replace(" & ", ", ")
        .split(", ")
        .all(|part| part.len() <= 2 && part.parse::<u8>().is_ok_and(|number| number > 0))
}

/// A time that makes sense as it stands: "HKI và", "10/2023 -" go on.
pub(super) fn is_whole_time(text: &str) -> bool {
    const JOINING: &[&str] = &["va", "den", "tu", "toi", "hoac", "sang"];
    let goes_on = || fold(text).rsplit(' ').next().is_some_and(|last| JOINING.contains(&last));
    !text.ends_with([',', '-', '–', ';', '/']) && !goes_on() && phrase::time::is_time(text)
}

/// A name, and not the end of one that began on the row above.
pub(super) fn names_something(text: &str) -> bool {
    text.split_whitespace().nth(2).is_some() && text.chars().next().is_some_and(char::is_uppercase)
}

/// `1`, `2.`, `a)`, `IV`: what stands for the number of a row; not `- Phòng GD&ĐT;`.
pub(super) fn is_ordinal(text: &str) -> bool {
    let first = text.trim_start_matches(['(', '[', ' ']);
    let opening = first.split(['.', ')', ']', ' ']).next().unwrap_or_default();
    let letters = opening.chars().count();
    let lettered = letters == 1 && opening.chars().all(char::is_alphabetic);
    let roman = letters > 0 && opening.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    first.starts_with(|letter: char| letter.is_ascii_digit()) || lettered || roman
}

/// "Tiêu chí 3.1: Mua sách", "Mua sách (tiêu chí 3.1)", "Sửa mái nhà xe theo tiêu chí 3.4": work that says itself which criterion it is of, whatever stands above it.
pub(super) fn names_its_own(work: &str) -> bool {
    criterion_of_its_own(work).is_some()
}

/// The criterion that work names so.
pub(super) fn criterion_of_its_own(work: &str) -> Option<Criterion> {
    let closing = || work.trim_end().strip_suffix(')').and_then(|work| work.rsplit_once('(')).map_or("", |(_, closing)| closing);
    // With its word and a whole code it is named wherever it stands.
    let anywhere = work.to_lowercase().rfind("tiêu chí ").and_then(|at| work.get(at..)).unwrap_or_default();
    [without_entry(work), closing(), anywhere].into_iter().find_map(|text| {
        let opening: String = text.chars().take(16).collect();
        let folded = fold(&opening);
        let named = folded.starts_with("tieu chi ") || folded.starts_with("tc");
        named.then(|| phrase::criterion::parse(text, None, None).criterion).flatten()
    })
}

/// "- Cử giáo viên", "+ Dự giờ".
pub(super) fn is_item(text: &str) -> bool {
    text.starts_with(['-', '–', '+', '•', '*'])
}

/// "(tiếp theo)": what was begun on the page before.
pub(super) fn is_continued(text: &str) -> bool {
    const LONGEST: usize = "tieptheotrang".len();
    !has_more_letters(text, LONGEST) && matches!(fold(text).as_str(), "tiep" | "tiep theo" | "tiep tuc" | "tiep trang")
}

/// "Tiêu chí", and the page ended before its number.
pub(super) fn is_unfinished_code(text: &str) -> bool {
    const LONGEST: usize = "tieuchuan".len();
    !has_more_letters(text, LONGEST) && matches!(fold(text).as_str(), "tieu chi" | "tieu chuan" | "khoan" | "t chi" | "tc" | "t chuan")
}

/// "2. Tiêu chí 3.6: Thư viện", "b) Tiêu chí …": the text behind the number of an entry. "1.1 …" is no entry.
pub(super) fn without_entry(text: &str) -> &str {
    match text.trim_start().split_once(['.', ')', '/', '-']) {
        Some((entry, rest)) if entry.chars().count() <= 3 && rest.starts_with(' ') && entry.chars().all(char::is_alphanumeric) => {
            rest.trim_start()
        }
        _ => text,
    }
}
pub(super) fn starts_low(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase) && !text.get(1..2).is_some_and(|second| matches!(second, ")" | "."))
}

/// A capital, a bullet, a number of a list or a date: the beginning of something. "7 của nhà trường" is the rest of something.
pub(super) fn starts_item(text: &str) -> bool {
    let after_digits = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = after_digits.len() < text.len() && (after_digits.is_empty() || after_digits.starts_with(['.', ')', '/', '-', ':']));
    numbered || text.starts_with(|letter: char| letter.is_uppercase() || matches!(letter, '-' | '+' | '•' | '*' | '–'))
}

/// "→ Kết quả: đã xong", "=> Đã mua": what came of the text above, on a line of its own.
pub(super) fn starts_outcome(text: &str) -> bool {
    text.starts_with(['→', '⇒', '➔', '➜']) || text.starts_with("=>")
}

/// "B" of "nhà vệ sinh khu B", "2" of "Nhóm công tác 2": too little to be the beginning of anything.
pub(super) fn is_scrap(text: &str) -> bool {
    const LONGEST: usize = 2;
    text.chars().count() <= LONGEST && text.chars().all(char::is_alphanumeric)
}
