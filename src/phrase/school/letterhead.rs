//! The lines of a letterhead in, what of them can name a school out: lines that belong together joined, the state and its motto cut off.

use super::Word;
use crate::text::fold;

/// The text without the line ends that a letterhead has behind "và": `TRƯỜNG TIỂU HỌC VÀ` and below it `TRUNG HỌC CƠ SỞ`.
pub(super) fn unbroken(text: String) -> String {
    let goes_on = |line: &str| line.ends_with('&') || fold(line).ends_with(" va");
    if !text.contains('\n') || !text.lines().any(goes_on) {
        return text;
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        joined.push_str(line.trim_end());
        joined.push(if goes_on(line.trim_end()) { ' ' } else { '\n' });
    }
    joined
}

/// A short line that is not the next of the letterhead.
pub(super) fn is_second_half(line: &str) -> bool {
    let folded = fold(line);
    let other =
        ["cong hoa", "doc lap", "so ", "ke hoach", "bao cao", "nam hoc", "hoi dong", "to ", "tu danh gia", "danh sach", "phieu", "bieu"];
    (1..=4).contains(&folded.split(' ').count()) && !other.iter().any(|words| folded.starts_with(words))
}

/// Cuts off the name of the state or its motto, which stand to the right of the school's name on many letterheads.
pub(super) fn cut_state(words: &mut Vec<Word<'_>>) {
    const STATE: &[&[&str]] = &[&["cong", "hoa", "xa"], &["doc", "lap", "tu", "do"]];
    let stands = |at: usize| {
        STATE.iter().any(|state| words.len() >= at + state.len() && words[at..].iter().zip(*state).all(|(word, of)| word.folded == *of))
    };
    let end = (0..words.len()).find(|at| stands(*at)).unwrap_or(words.len());
    words.truncate(end);
}
