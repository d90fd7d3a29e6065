//! A text as it stands in its cell in, what of it is to be read out.

use super::figures::in_figures;
use super::now::{answered, chosen, now, spoken};
use super::roughly::roughly;
use super::slips::{mended_opening, mended_within};
use super::spoken_so::as_elsewhere;
use super::untroubled::without_denied_trouble;
use crate::phrase::nothing::behind_number;
use crate::phrase::telex;
use crate::text::memory::Memory;

/// The text without the number of an entry or a tick before it, and without what once was, with the slips of its first word taken back.
pub(super) fn as_meant(text: &str) -> String {
    thread_local! {
        static READ: Memory<String> = Memory::default();
    }
    // Each question about a state begins with it, and a row asks several about one text.
    READ.with(|known| known.recall(text, read_as_meant))
}

fn read_as_meant(text: &str) -> String {
    let chosen = chosen(text);
    let text = behind_dash(behind_tick(behind_number(chosen.as_deref().unwrap_or(text))));
    let now = answered(text).or_else(|| now(text)).or_else(|| spoken(text));
    let text = now.as_deref().unwrap_or(text);
    let elsewhere = as_elsewhere(text);
    let text = elsewhere.as_deref().unwrap_or(text);
    let text = telex::taken_back(text).unwrap_or_else(|| text.to_owned());
    let text = in_figures(&text).unwrap_or(text);
    let text = roughly(&text).unwrap_or(text);
    let text = without_denied_trouble(&text).unwrap_or(text);
    let text = share_apart(&text).unwrap_or(text);
    let text = without_points(&text).unwrap_or(text);
    let text = without_none(&text).unwrap_or(text);
    let text = mended_within(&text).unwrap_or(text);
    mended_opening(&text).unwrap_or(text)
}

/// "- Đã mua" → "Đã mua", where it is the one entry of a list.
fn behind_dash(text: &str) -> &str {
    let entry = text.trim_start().strip_prefix(['-', '–', '+', '•']).map(str::trim_start);
    entry.filter(|entry| entry.starts_with(char::is_alphabetic) && !entry.trim_end().contains('\n')).unwrap_or(text)
}

/// "0% – chưa vận động được" → "0%, chưa vận động được": the dash parts the share from what explains it.
fn share_apart(text: &str) -> Option<String> {
    let (share, said) = text.split_once('%')?;
    let behind = said.trim_start().strip_prefix(['-', '–', '—', ':', '(']).map(str::trim_start)?;
    let share = share.trim();
    let number = !share.is_empty() && share.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.'));
    (number && behind.starts_with(char::is_alphabetic)).then(|| format!("{share}%, {}", behind.trim_end_matches(')')))
}

/// "5.240.000đ đã nộp" → "5240000đ đã nộp": the points of an amount part no clauses.
fn without_points(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let groups = |at: usize| at > 0 && letters[at] == '.' && digit(at - 1) && (1..4).all(|ahead| digit(at + ahead)) && !digit(at + 4);
    let twice = (0..letters.len()).filter(|at| groups(*at)).count() >= 2;
    twice.then(|| (0..letters.len()).filter(|at| !groups(*at)).map(|at| letters[at]).collect())
}

/// "14 xếp loại tốt, 5 khá, 0 chưa đạt" → "14 xếp loại tốt, 5 khá": of several that are counted, that there is none of the last.
fn without_none(text: &str) -> Option<String> {
    let counted = |clause: &str| clause.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
    let none = |clause: &str| {
        let clause = clause.trim().to_lowercase();
        let rest = clause.strip_prefix("00 ").or(clause.strip_prefix("0 ")).or(clause.strip_prefix("không có "));
        rest.is_some_and(|rest| rest.split(' ').count() <= 6 && (rest.contains("chưa đạt") || rest.contains("chưa hoàn thành")))
    };
    let (before, last) = text.rsplit_once([',', ';'])?;
    (none(last) && before.split([',', ';']).next_back().is_some_and(counted)).then(|| before.to_owned())
}

/// "x - 80%", "✓ (chưa xong)": what a tick is explained by.
fn behind_tick(text: &str) -> &str {
    let rest = ["x ", "X ", "x:", "X:", "✓", "✔"].iter().find_map(|tick| text.trim_start().strip_prefix(tick));
    let rest = rest.map(|rest| rest.trim_start_matches([' ', '-', '–', ':', '(', ',']));
    rest.filter(|rest| rest.chars().any(char::is_alphanumeric)).unwrap_or(text)
}
