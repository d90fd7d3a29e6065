//! A plan that lists several works in one cell in, what the report leaves untold of them out: `1. Lập hồ sơ 2. Thi công` → `1: xong`.
//!
//! For asking, never for reading.

use std::collections::BTreeSet;

use super::answer::content;
use super::scope::{between_spaces, says_of_all};
use super::shortfall::Short;
use crate::phrase::token::{Token, tokens};

/// The works that the report says nothing of, where it names others by their number or in their words.
pub(super) fn works_left(planned: &str, done: &str) -> Option<Short> {
    let works = works(planned);
    if works.len() < 2 || says_of_all(&between_spaces(done)) {
        return None;
    }
    let told = by_number(works.len(), done).or_else(|| in_words(&works, done))?;
    (!told.is_empty() && told.len() < works.len()).then(|| Short {
        planned: format!("{} việc: {}", works.len(), works.join("; ")),
        done: format!("việc {}", told.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(", ")),
    })
}

/// "1. Lập hồ sơ 2. Thi công", "a) … b) …", lines that begin with a dash.
fn works(planned: &str) -> Vec<String> {
    let mut begins: Vec<(usize, usize)> = Vec::new();
    for (at, sign) in planned.char_indices() {
        let first = planned[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || before == ';');
        let label = &planned[at..];
        let (Some(own), true) = (label_of(begins.len(), sign), first) else { continue };
        let Some(behind) = label.strip_prefix(own.as_str()).and_then(|rest| rest.strip_prefix(['.', ')', '/'])) else { continue };
        let text = behind.trim_start();
        if text.len() < behind.len() && text.starts_with(char::is_alphabetic) {
            begins.push((at, planned.len() - text.len()));
        }
    }
    let end = |next: usize| begins.get(next).map_or(planned.len(), |(at, _)| *at);
    let numbered: Vec<String> =
        begins.iter().enumerate().map(|(at, (_, text))| planned[*text..end(at + 1)].trim_matches(AROUND).to_owned()).collect();
    if numbered.len() >= 2 {
        return numbered;
    }
    let lines: Vec<&str> = planned.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let bullet = |line: &&str| line.strip_prefix(['-', '+', '*', '•', '–']).map(|work| work.trim_matches(AROUND).to_owned());
    lines.iter().map(bullet).collect::<Option<Vec<String>>>().unwrap_or_default()
}

const AROUND: &[char] = &[' ', ';', '.', ',', '\n', '\u{a0}'];

/// The label of the next entry, where its first sign is the one that stands here: the first entry says whether they are figures or letters.
fn label_of(at: usize, sign: char) -> Option<String> {
    let number = (at + 1).to_string();
    let letter = char::from(b'a' + u8::try_from(at).ok()?);
    if number.starts_with(sign) { Some(number) } else { (sign == letter).then(|| sign.to_string()) }
}

/// "1: xong", "Đã làm ý a", "Phần 1, 2 đã xong": the places of what is named. `None` where nothing is named so.
fn by_number(count: usize, done: &str) -> Option<BTreeSet<usize>> {
    const KINDS: &[&str] = &["y", "phan", "muc", "viec", "nd", "dung", "buoc"];
    const STATES: &[&str] = &["xong", "da", "ok", "roi", "hoan", "chua", "dang", "bo"];
    let tokens = tokens(done);
    let label = |at: usize| {
        let token = tokens.get(at)?;
        let place = match (token.number(), token.word()) {
            (Some(number), _) => usize::try_from(number).ok()?.checked_sub(1)?,
            (_, Some(word)) if word.len() == 1 => usize::from(word.as_bytes()[0].checked_sub(b'a')?),
            _ => return None,
        };
        (place < count).then_some(place)
    };
    let mut named = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let kind = tokens[at].word().is_some_and(|word| KINDS.contains(&word));
        let begins = at == 0 || tokens[at - 1].is_sign('\n') || tokens[at - 1].is_sign(';') || tokens[at - 1].is_sign(',');
        let mut next = at + usize::from(kind);
        let mut own: Vec<usize> = Vec::new();
        while let Some(place) = label(next) {
            // "1-3"
            if tokens.get(next - usize::from(next > 0)).is_some_and(|sign| sign.is_sign('-'))
                && let Some(first) = own.last().copied()
            {
                own.extend(first + 1..place);
            }
            own.push(place);
            let joined = tokens.get(next + 1).is_some_and(|sign| sign.is_sign(',') || sign.is_sign('-') || sign.is_word("va"));
            next += 1;
            if !joined || label(next + 1).is_none() {
                break;
            }
            next += 1;
        }
        let state = |token: &Token| {
            [':', '.', ')', '-'].iter().any(|sign| token.is_sign(*sign)) || token.word().is_some_and(|word| STATES.contains(&word))
        };
        if !own.is_empty() && (kind || begins && tokens.get(next).is_some_and(state)) {
            named.extend(own);
            at = next;
        } else {
            at += 1;
        }
    }
    (!named.is_empty()).then_some(named)
}

/// "Phát cỏ xong" of "1. Phát cỏ 2. Trồng hoa": in a short report.
fn in_words(works: &[String], done: &str) -> Option<BTreeSet<usize>> {
    const MOST_WORDS: usize = 8;
    if done.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let words: Vec<BTreeSet<String>> = works.iter().map(|work| content(work)).collect();
    let said = content(done);
    let own = |at: usize| -> BTreeSet<&String> {
        words[at].iter().filter(|word| words.iter().enumerate().all(|(other, words)| other == at || !words.contains(*word))).collect()
    };
    if (0..works.len()).any(|at| own(at).is_empty()) {
        return None;
    }
    Some((0..works.len()).filter(|at| own(*at).into_iter().any(|word| said.contains(word))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_works_in_one_cell_those_untold_are_seen() {
        for (planned, done, told) in [
            ("1. Lập hồ sơ 2. Thi công", "1: xong", "việc 1"),
            ("1. Lập hồ sơ\n2. Thi công", "Phần 1: xong", "việc 1"),
            ("a) Lập hồ sơ b) Thi công", "Đã làm ý a", "việc 1"),
            ("a. Phát cỏ; b. Trồng hoa", "a xong", "việc 1"),
            ("1. Phát cỏ 2. Trồng hoa", "Phát cỏ xong", "việc 1"),
            ("- Lập hồ sơ\n- Thi công", "Đã lập hồ sơ", "việc 1"),
            ("1. Lập hồ sơ 2. Thi công 3. Nghiệm thu", "Nội dung 1, 2 đã xong", "việc 1, 2"),
            ("1) Lập hồ sơ 2) Thi công 3) Nghiệm thu", "1-2: xong", "việc 1, 2"),
            ("1. Lập hồ sơ 2. Thi công", "1. Đã lập hồ sơ trình UBND xã từ tháng 9 và được phê duyệt", "việc 1"),
        ] {
            assert_eq!(works_left(planned, done).map(|short| short.done).as_deref(), Some(told), "{planned}: {done}");
        }
        for (planned, done) in [
            ("1. Lập hồ sơ 2. Thi công", "1, 2: xong"),
            ("1. Lập hồ sơ 2. Thi công", "Đã hoàn thành"),
            ("1. Lập hồ sơ 2. Thi công", "Cả 2 việc đều xong"),
            ("1. Phát cỏ 2. Trồng hoa", "Phát cỏ, trồng hoa xong trước 20/11"),
            ("1. Phát cỏ 2. Trồng hoa", "ý 1 đã xong, ý 2 chưa"),
            ("1. Phát cỏ 2. Trồng hoa", "1 giải nhì, 2 giải ba"),
            ("Mua 1. 200 cây giống", "Đã mua"),
            ("Phát cỏ sân trường", "1: xong"),
            ("- Lập hồ sơ\n- Thi công", "- Đã lập hồ sơ\n- Đã thi công"),
        ] {
            assert_eq!(works_left(planned, done), None, "{planned}: {done}");
        }
    }
}
