//! A cell that says of each level whether it is met in, the highest of them out: `Mức 1: 3/3; Mức 2: 1/1; Mức 3: 0/1`, `Mức 1 (Đạt), Mức 2 (Chưa)`,
//! `☑ Mức 1 ☑ Mức 2 ☐ Mức 3`.

use std::borrow::Cow;

use super::Reached;
use crate::phrase::levels::named;
use crate::phrase::mark::{Mark, Verdict, verdict};
use crate::text::fold;

const TICKED: &[char] = &['☑', '✅', '☒'];
const EMPTY: &[char] = &['☐', '□'];

/// `None` where it is written otherwise: levels that are only listed, or of which one has no mark.
pub(super) fn reached(text: &str) -> Option<Reached> {
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    let drawn = drawn(text);
    if drawn.contains(EMPTY) || drawn.contains(TICKED) {
        return boxes(&drawn);
    }
    let parts = || text.split([';', ',', '\n']);
    // "Đạt mức 1; mức 2: không đạt"
    let said: Vec<(u8, bool)> = parts().map(|part| one(part).or_else(|| spoken(part))).collect::<Option<_>>()?;
    judged(&said, false).filter(|_| parts().any(|part| one(part).is_some()))
}

/// "Đạt mức 1", "chưa đạt mức 2": the mark before its level.
fn spoken(part: &str) -> Option<(u8, bool)> {
    let folded = fold(part);
    let (met, level) = ["khong dat ", "chua dat ", "dat "].iter().find_map(|mark| Some((*mark == "dat ", folded.strip_prefix(mark)?)))?;
    named(level).filter(|level| *level <= 3).map(|level| (level, met))
}

/// "Mức 1: 3/3", "Mức 2 (Đạt)", "Mức 3 chưa".
fn one(part: &str) -> Option<(u8, bool)> {
    let part = part.trim().trim_start_matches(['-', '+', ' ']);
    let begins = part.to_lowercase().starts_with('m');
    let end = part.char_indices().find(|(_, sign)| sign.is_ascii_digit()).map(|(at, sign)| at + sign.len_utf8()).filter(|_| begins)?;
    let (level, mark) = part.split_at(end);
    let mark = mark.trim_matches([':', '-', '–', '(', ')', '=', ' ']);
    let level = named(level).filter(|level| *level <= 3)?;
    match verdict(mark)? {
        Verdict::Said(Mark::Yes) => Some((level, true)),
        Verdict::Said(Mark::No) => Some((level, false)),
        Verdict::Said(Mark::Dash) | Verdict::Contradicts => None,
    }
}

/// "Mức 1 [ ] Mức 2 [x]" with its boxes drawn.
fn drawn(text: &str) -> Cow<'_, str> {
    const TYPED: [(&str, &str); 6] = [("[ ]", "☐"), ("[]", "☐"), ("[x]", "☑"), ("[X]", "☑"), ("[v]", "☑"), ("[V]", "☑")];
    if !text.contains('[') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(TYPED.iter().fold(text.to_owned(), |text, (typed, drawn)| text.replace(typed, drawn)))
}

/// Boxes before each level, or behind it; of those only the highest may be ticked.
fn boxes(text: &str) -> Option<Reached> {
    let is_box = |sign: char| TICKED.contains(&sign) || EMPTY.contains(&sign);
    let text = text.trim();
    let text = text.strip_prefix("Đạt").map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    let before = text.starts_with(is_box);
    let mut said = Vec::new();
    let mut unmet = false;
    let mut rest = text;
    while !rest.trim().is_empty() {
        let at = rest.find(is_box)?;
        let sign = rest[at..].chars().next()?;
        let (opening, behind) = (&rest[..at], &rest[at + sign.len_utf8()..]);
        let level = if before {
            let end = behind.find(is_box).unwrap_or(behind.len());
            rest = &behind[end..];
            &behind[..end]
        } else {
            rest = behind;
            opening
        };
        let level = level.trim().trim_end_matches([',', ';', ':', '-']).trim();
        let ticked = TICKED.contains(&sign);
        if matches!(fold(level).as_str(), "khong dat" | "chua dat" | "khong dat muc 1") {
            unmet |= ticked;
            continue;
        }
        said.push((named(level).filter(|number| *number <= 3 && level.to_lowercase().starts_with('m'))?, ticked));
    }
    if unmet {
        // Ticked together with a level it says nothing.
        return said.iter().all(|(_, met)| !met).then_some(Reached::Up(0));
    }
    judged(&said, true)
}

/// `highest`: one tick, at the highest level, is enough.
fn judged(said: &[(u8, bool)], highest: bool) -> Option<Reached> {
    let rises = said.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if said.len() < 2 || !rises {
        return None;
    }
    let top = said.iter().rev().find(|(_, met)| *met).map(|(level, _)| *level);
    let Some(top) = top else {
        // Nothing ticked is a choice that nobody made.
        let first = said[0].0;
        return (!highest).then_some(if first == 1 { Reached::Up(0) } else { Reached::Below(first) });
    };
    let ticked = said.iter().filter(|(_, met)| *met).count();
    let missing = said.iter().find(|(level, met)| !met && *level < top).map(|(level, _)| *level);
    match missing {
        Some(missing) if !(highest && ticked == 1) => Some(Reached::Gap { missing }),
        _ => Some(Reached::Up(top)),
    }
}
