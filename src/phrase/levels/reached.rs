//! A cell that says which levels a criterion has reached in, the highest of them out: `Đạt Mức 2`, `Mức 1, 2`, `M1 và M2`, `1-3`, `Không đạt`.
//!
//! Levels parted by a stroke (`1/2`, `Mức 1/2/3`) are a share, a choice that nobody made, or a date: they have no reading.

#[cfg(test)]
mod corpus;
mod each_level;
mod remark;

use super::tokens;
use crate::phrase::criterion::evidence_code;
use crate::phrase::mark::{self, Mark, Verdict};
use crate::phrase::token::Token;
use crate::text::memory::Memory;
use remark::{is_lack, lacks_above, opens_aim, opens_lack};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Up to this level; 0 for none.
    Up(u8),
    /// One level is passed over: `1, 3`, `Mức 2 và 3`, `Mức 1: không đạt, Mức 2: đạt`.
    Gap { missing: u8 },
    /// Not this level, and nothing of those below it: `Không đạt Mức 2`.
    Below(u8),
}

/// A phrase is made of levels and of what is said of them.
#[derive(Debug, PartialEq)]
enum Part {
    Levels(Vec<u8>),
    Met(bool),
}

/// The levels that a cell says are reached; `None` where it says anything else, too.
pub fn reached(text: &str) -> Option<Reached> {
    thread_local! {
        static READ: Memory<Option<Reached>> = Memory::default();
    }
    // Whoever looks for a table of levels asks it of every cell.
    READ.with(|known| known.recall(text, read))
}

fn read(text: &str) -> Option<Reached> {
    // "Mức 3*": the star leads to a note.
    let text = text.trim().trim_end_matches(['*', '!']);
    if let Some(each) = each_level::reached(text) {
        return Some(each);
    }
    // "✓ Mức 2", "x (mức 2)": the level is what is ticked.
    let ticked = text.strip_prefix(['✓', '✔', '√', 'x', 'X']).map(str::trim_start);
    if let Some(level) = ticked.map(|rest| rest.trim_matches(['(', ')'])).filter(|rest| rest.to_lowercase().starts_with('m')) {
        return reached(level);
    }
    if let Some(both) = said_twice(text) {
        return both;
    }
    if let Some((before, share)) = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && let Some(Verdict::Said(mark)) = mark::verdict(share)
    {
        // "Đạt Mức 2 (3/3 chỉ báo)" and "Không đạt (1/3 chỉ báo)" agree with themselves.
        let own = reached(before)?;
        let says_yes = matches!(own, Reached::Up(level) if level > 0);
        return (says_yes == (mark == Mark::Yes)).then_some(own);
    }
    if let Some((before, lack)) = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && let Some(own @ Reached::Up(1..)) = reached(before)
    {
        return lacks_above(&tokens(lack), own).then_some(own);
    }
    // "Chưa đạt Mức 1 (chỉ báo a chưa đạt)": why, and nothing else.
    if let Some((before, lack)) = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('))
        && let Some(own @ (Reached::Up(0) | Reached::Below(_))) = reached(before)
    {
        return is_lack(&tokens(lack)).then_some(own);
    }
    // "Đạt Mức 2 [H1-1.1-01]"
    if let Some((before, evidence)) = text.trim().strip_suffix(']').and_then(|text| text.rsplit_once('['))
        && evidence_code(evidence).is_some()
    {
        return reached(before);
    }
    const MOST: usize = 40;
    let tokens = tokens(text);
    if tokens.len() > MOST {
        return None;
    }
    // "Mức 2, phấn đấu Mức 3"
    if let Some(aim) = (1..tokens.len()).find(|at| opens_aim(&tokens[*at..])) {
        let own = judged(&parts(&tokens[..aim])?).filter(|own| matches!(own, Reached::Up(1..)))?;
        return lacks_above(&tokens[aim..], own).then_some(own);
    }
    // "Đạt mức 2, mức 3 còn thiếu chỉ báo a"
    if let Some(lack) = (1..tokens.len()).find(|at| opens_lack(&tokens[*at..])) {
        let clause = tokens[..lack].iter().rposition(|token| token.is_word("muc")).filter(|at| *at > 0 && lack - at == 2)?;
        let own = judged(&parts(&tokens[..clause])?).filter(|own| matches!(own, Reached::Up(1..)))?;
        let above = level(&tokens[clause + 1], true)?;
        return matches!(own, Reached::Up(reached) if above > reached).then_some(own);
    }
    if let Some(all) = all_or_none(&tokens) {
        return Some(all);
    }
    if let ["duoi", "muc", "1"] = &tokens.iter().map(|token| token.word().unwrap_or(token.written.as_str())).collect::<Vec<_>>()[..] {
        return Some(Reached::Up(0));
    }
    // "0", "M0", "Mức 0", "K. đạt"
    let denied = || mark::word(text) == Some(Mark::No) && tokens.iter().any(|token| token.is_word("dat"));
    let (last, before) = tokens.split_last()?;
    let none = last.number() == Some(0) && before.iter().all(|token| ["muc", "do", "m", "dat"].iter().any(|word| token.is_word(word)));
    if none || denied() {
        return Some(Reached::Up(0));
    }
    judged(&parts(&tokens)?)
}

/// "Đạt (mức 2)", "3 (ba)", "Chưa đạt mức 2 (đạt mức 1)": what stands in the bracket and what before it, said of one level. `None` where
/// it is another sort of remark.
fn said_twice(text: &str) -> Option<Option<Reached>> {
    let (before, inner) = text.strip_suffix(')')?.rsplit_once('(')?;
    let words = tokens(inner);
    let own = judged(&parts(&words).unwrap_or_default());
    if matches!(parts(&tokens(before)).as_deref(), Some([Part::Met(true)])) && matches!(own, Some(Reached::Up(1..))) {
        return Some(own);
    }
    let [Part::Levels(_)] = parts(&tokens(before)).as_deref().unwrap_or_default() else {
        let below = judged(&parts(&tokens(before))?)?;
        return match (below, own) {
            (Reached::Below(denied), Some(Reached::Up(met))) if met > 0 => Some((met < denied).then_some(Reached::Up(met))),
            _ => None,
        };
    };
    let [word] = &words[..] else { return None };
    let written = super::number(word.word()?)?;
    Some(judged(&parts(&tokens(before))?).filter(|own| *own == Reached::Up(written)))
}

/// "Đạt cả 3 mức", "Đạt tất cả các mức", "Chưa đạt mức nào".
fn all_or_none(tokens: &[Token]) -> Option<Reached> {
    let words: Vec<&str> = tokens.iter().map(|token| token.word().unwrap_or(token.written.as_str())).collect();
    match words.strip_suffix(&["."]).unwrap_or(&words) {
        ["khong" | "chua", "dat", "muc", "nao"] | ["khong" | "chua", "dat", "bat", "ky" | "cu", "muc", "nao"] => Some(Reached::Up(0)),
        ["dat", "ca", count @ ("2" | "3"), "muc"] | ["ca", count @ ("2" | "3"), "muc"] => count.parse().ok().map(Reached::Up),
        ["dat", "ca", "hai", "muc"] => Some(Reached::Up(2)),
        ["dat", "ca", "ba", "muc"] | ["dat", "tat", "ca", "cac", "muc"] | ["tat", "ca", "cac", "muc"] => Some(Reached::Up(3)),
        _ => None,
    }
}

fn parts(tokens: &[Token]) -> Option<Vec<Part>> {
    let mut parts: Vec<Part> = Vec::new();
    // The level a span began with: "1-", "Mức 1 đến".
    let mut from: Option<u8> = None;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let before_dat = tokens.get(at + 1).is_some_and(|next| next.is_word("dat"));
        let after_muc = at > 0 && (tokens[at - 1].is_word("muc") || tokens[at - 1].is_word("do"));
        at += 1;
        if let Some(level) = level(token, after_muc) {
            if !matches!(parts.last(), Some(Part::Levels(_))) {
                parts.push(Part::Levels(Vec::new()));
            }
            let Some(Part::Levels(levels)) = parts.last_mut() else { return None };
            match from.take() {
                Some(first) if first < level => levels.extend(first + 1..=level),
                Some(_) => return None,
                None => levels.push(level),
            }
            continue;
        }
        let behind_level = matches!(parts.last(), Some(Part::Levels(_))) && tokens[at - 2].is_sign(':');
        let ends = tokens.get(at).is_none_or(|next| [',', ';', '.', '\n'].into_iter().any(|sign| next.is_sign(sign)));
        // "Mức 3: Chưa"
        let bare = behind_level && ends && (token.is_word("khong") || token.is_word("chua"));
        let not = ["khong", "chua", "k", "ko", "kh"].iter().any(|word| token.is_word(word));
        let denies = token.is_word("kd") || bare || not && before_dat;
        let spans = token.is_sign('-') || token.is_word("den") || token.is_word("toi");
        if from.is_some() && !(token.is_word("muc") || token.is_word("m") || token.is_word("do")) {
            return None;
        } else if denies {
            at += usize::from(!token.is_word("kd") && !bare);
            parts.push(Part::Met(false));
        // "Mức 1: Đ"; elsewhere a letter is nobody's word.
        } else if token.is_word("dat") || token.is_word("d") && matches!(parts.last(), Some(Part::Levels(_))) {
            parts.push(Part::Met(true));
        } else if before_dat && parts.is_empty() && (token.is_word("chi") || token.is_word("moi")) {
            // "Chỉ đạt Mức 1" says no less than "Đạt Mức 1".
        } else if matches!(parts[..], [Part::Met(true)]) && (token.is_word("o") || token.is_word("den")) && next_level(&tokens[at..]) {
            // "Đạt ở mức 2", "Đạt đến Mức 2"
        } else if let Some(length) = labels(&tokens[at - 1..], parts.first()).filter(|_| matches!(parts[..], [] | [Part::Met(true)])) {
            at += length - 1;
        } else if let Some(length) = keeps(&tokens[at - 1..]).filter(|_| matches!(parts[..], [] | [Part::Met(true)])) {
            // "Duy trì mức 2"
            at += length - 1;
        } else if spans && next_level(&tokens[at..]) {
            // A dash may open a line, or stand before what is said of the level: "Mức 1 - Đạt".
            from = if let Some(Part::Levels(levels)) = parts.last() { levels.last().copied() } else { None };
            if from.is_none() && !token.is_sign('-') {
                return None;
            }
        } else if !(token.is_sign('-')
            || [',', ';', '+', '&', '.', ':', '\n'].into_iter().any(|sign| token.is_sign(sign))
            || ["muc", "do", "m", "va", "cac", "da", "nhung", "tu"].into_iter().any(|word| token.is_word(word)))
        {
            return None;
        }
    }
    from.is_none().then_some(parts)
}

/// "Tự đánh giá", "TĐG:", "Mức cao nhất đạt được:" before the level or "đạt", "chuẩn", "yêu cầu" behind it: how many words.
fn labels(tokens: &[Token], met: Option<&Part>) -> Option<usize> {
    const BEFORE: &[&[&str]] = &[
        &["muc", "cao", "nhat", "dat", "duoc"],
        &["muc", "tu", "danh", "gia"],
        &["truong", "tu", "danh", "gia"],
        &["tu", "danh", "gia"],
        &["tdg"],
        &["xep"],
        &["ket", "luan"],
    ];
    const BEHIND: &[&[&str]] = &[&["chuan"], &["yeu", "cau"], &["toi"]];
    let stands = |words: &&&[&str]| words.iter().enumerate().all(|(at, word)| tokens.get(at).is_some_and(|token| token.is_word(word)));
    let words = if met.is_none() { BEFORE } else { BEHIND }.iter().find(stands)?;
    let signs = tokens[words.len()..].iter().take_while(|token| token.is_sign(':')).count();
    let rest = &tokens[words.len() + signs..];
    let says = next_level(rest)
        || met.is_none() && rest.first().is_some_and(|token| ["dat", "khong", "chua"].iter().any(|word| token.is_word(word)));
    says.then_some(words.len() + signs)
}

/// "Duy trì", "giữ vững", "mức cao nhất:" before a level: how many words.
fn keeps(tokens: &[Token]) -> Option<usize> {
    const WORDS: &[&[&str]] = &[&["duy", "tri"], &["giu", "vung"], &["muc", "cao", "nhat"]];
    let stands = |words: &&&[&str]| words.iter().enumerate().all(|(at, word)| tokens.get(at).is_some_and(|token| token.is_word(word)));
    let words = WORDS.iter().find(stands)?;
    let signs = tokens[words.len()..].iter().take_while(|token| token.is_sign(':')).count();
    next_level(&tokens[words.len() + signs..]).then_some(words.len())
}

/// `2`, `II`, and `hai` right behind "Mức".
fn level(token: &Token, after_muc: bool) -> Option<u8> {
    match (token.number(), token.word()) {
        (Some(number), _) => u8::try_from(number).ok().filter(|level| (1..=4).contains(level) && token.digits() == 1),
        (_, Some(word)) if after_muc || matches!(word, "i" | "ii" | "iii" | "iv") => super::number(word),
        _ => None,
    }
}

fn next_level(tokens: &[Token]) -> bool {
    let words = tokens.iter().take_while(|token| token.is_word("muc") || token.is_word("do") || token.is_word("m")).count();
    tokens.get(words).is_some_and(|token| level(token, words > 0).is_some())
}

fn judged(parts: &[Part]) -> Option<Reached> {
    let (mut met, mut unmet): (Vec<u8>, Vec<u8>) = Default::default();
    match parts {
        [Part::Levels(levels)] => met.extend(levels),
        [Part::Met(false)] => return Some(Reached::Up(0)),
        _ => {
            for pair in parts.chunks(2) {
                // Said before the levels, or behind them, and one way throughout.
                let (Part::Met(yes), Part::Levels(levels)) = (match (pair, &parts[0]) {
                    ([said @ Part::Met(_), levels], Part::Met(_)) | ([levels, said @ Part::Met(_)], Part::Levels(_)) => (said, levels),
                    _ => return None,
                }) else {
                    return None;
                };
                if *yes { met.extend(levels) } else { unmet.extend(levels) }
            }
        }
    }
    let twice = |levels: &[u8]| (1..levels.len()).any(|at| levels[..at].contains(&levels[at]));
    if twice(&met) || twice(&unmet) {
        return None;
    }
    let (Some(top), first) = (met.iter().max().copied(), unmet.iter().min().copied()) else {
        return unmet.iter().min().map(|first| if *first == 1 { Reached::Up(0) } else { Reached::Below(*first) });
    };
    if let Some(first) = first.filter(|first| *first <= top) {
        return Some(Reached::Gap { missing: first });
    }
    let missing = (1..top).find(|level| met.len() > 1 && !met.contains(level));
    Some(missing.map_or(Reached::Up(top), |missing| Reached::Gap { missing }))
}
