//! The columns of a result in, how far the work has come out; and whether a text says anything at all.
//!
//! The same word means different things in different columns: "Không" under *chưa triển khai* says that nothing is left.

#[cfg(test)]
mod corpus;

use super::token::bare;
use crate::model::Status;
use crate::text::{clean, fold};

/// How far a piece of work has come, and whether the report itself calls it late.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatusPhrase {
    pub status: Status,
    pub late_stated: bool,
}

/// What the three columns of a result say together: done, under way or late, not begun.
pub fn parse(done: &str, ongoing: &str, not_started: &str) -> StatusPhrase {
    let late_stated = [done, ongoing, not_started].iter().any(|text| says_late(text));
    let as_done = said(done, Status::Completed);
    let as_ongoing = said(ongoing, Status::InProgress);
    let as_waiting = said(not_started, Status::NotStarted);
    let begun = as_done.is_some_and(|status| status != Status::NotStarted) || as_ongoing.is_some_and(|status| status != Status::NotStarted);
    let status = match (as_done, as_ongoing, as_waiting) {
        (None, None, None) => Status::NoReport,
        // Some of it is done or under way, and some is not begun.
        (_, _, Some(Status::NotStarted)) if begun => Status::InProgress,
        (_, _, Some(Status::InProgress)) => Status::InProgress,
        (Some(Status::Completed), Some(Status::InProgress), _) if keeps_up(ongoing) => Status::Completed,
        (Some(Status::Completed), None | Some(Status::Completed), _) => Status::Completed,
        (None, Some(Status::Completed), _) => Status::Completed,
        (None | Some(Status::NotStarted), None | Some(Status::NotStarted), None | Some(Status::NotStarted)) => Status::NotStarted,
        (None, None, Some(Status::Completed)) => Status::Completed,
        _ => Status::InProgress,
    };
    StatusPhrase { status, late_stated }
}

/// What a single column of status says: `Hoàn thành`, `Đang thực hiện`, `80%`. `None` for what is no status.
///
/// "Chưa hoàn thành" is work that has begun; only what says that nothing was done is not started.
pub fn word(text: &str) -> Option<StatusPhrase> {
    let folded = fold(text);
    if is_count(text) {
        return None;
    }
    let late_stated = says_late(text) || matches!(folded.as_str(), "cham" | "cham tien do" | "qua han" | "tre han" | "tre");
    let status = match folded.as_str() {
        "hoan thanh" | "ht" | "xong" | "dat" | "da dat" | "da xong" | "hoan tat" => Some(Status::Completed),
        "dth" | "dang th" | "mot phan" | "do dang" | "chua dat" | "khong dat" | "cht" => Some(Status::InProgress),
        "chua" | "khong thuc hien" | "khong trien khai" | "cth" | "chua th" => Some(Status::NotStarted),
        "chua bao cao" | "khong bao cao" => Some(Status::NoReport),
        _ if late_stated && stated(&folded).is_none() => Some(Status::InProgress),
        folded => stated(folded),
    }?;
    Some(StatusPhrase { status, late_stated })
}

/// Whether the text says that there is nothing: "Không", "-", an ellipsis, or no text at all.
pub fn is_nothing(text: &str) -> bool {
    if !text.chars().any(char::is_alphanumeric) {
        return text.chars().all(|sign| sign.is_whitespace() || is_rule(sign) || is_unseen(sign));
    }
    if text.len() > 80 {
        return false;
    }
    let folded = fold(text);
    let folded = folded.trim_end_matches(" a").trim_end_matches(" het");
    const NOTHING: &[&str] = &[
        "khong",
        "khong co",
        "ko",
        "ko co",
        "k",
        "k co",
        "khg",
        "khong co gi",
        "khong co noi dung",
        "khong co noi dung nao",
        "khong co cong viec nao",
        "khong ton dong",
        "khong con",
        "khong con noi dung nao",
        "khong co noi dung chua trien khai",
        "khong co noi dung chua thuc hien",
        "khong phat sinh",
        "khong thay doi",
        "khong dieu chinh",
        "khong co dieu chinh",
        "khong co thay doi",
        "chua co",
        "0",
        "n a",
        "na",
        "none",
        "nil",
        "null",
        "khong yeu cau",
        "khong can",
    ];
    NOTHING.contains(&folded)
}

/// Whether the text is a line of dots that a template leaves to be filled in: "…", ".....", "____", "…/…/…".
pub fn is_placeholder(text: &str) -> bool {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace() && !is_unseen(*sign)).collect();
    let dots = text.chars().filter(|sign| matches!(sign, '.' | '_' | '·' | '․')).count();
    let leader = text.contains('…') || dots > 1;
    leader && text.chars().all(|sign| matches!(sign, '.' | '…' | '_' | '·' | '․' | '/' | '-' | ',' | '(' | ')' | '[' | ']'))
}

fn is_rule(sign: char) -> bool {
    matches!(
        sign,
        '-' | '–'
            | '—'
            | '−'
            | '‐'
            | '‑'
            | '/'
            | '\\'
            | '.'
            | '…'
            | '_'
            | '·'
            | '․'
            | ','
            | ';'
            | ':'
            | '*'
            | '+'
            | '\''
            | '"'
            | '('
            | ')'
            | '['
            | ']'
            | '•'
            | '~'
    )
}

fn is_unseen(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// What the text of a column says: the column's own meaning, unless the words say otherwise.
fn said(text: &str, column: Status) -> Option<Status> {
    if is_nothing(text) || is_placeholder(text) {
        return None;
    }
    let folded = fold(text);
    if folded.is_empty() && !text.contains(['✓', '✔', '×', '√', '☑', '✅', '☒']) {
        return None;
    }
    let opened = if is_count(text) { None } else { opening(&folded) };
    Some(match (column, opened) {
        (Status::InProgress, _) if is_over(&folded) => Status::Completed,
        (Status::Completed, Some(status)) => status,
        (Status::InProgress, Some(Status::Completed)) if is_whole(&folded) => Status::Completed,
        (Status::InProgress, Some(Status::NotStarted)) => Status::NotStarted,
        (Status::NotStarted, Some(Status::InProgress)) if folded.starts_with("dang") => Status::InProgress,
        (Status::NotStarted, Some(Status::Completed)) if is_whole(&folded) => Status::Completed,
        (column, _) => column,
    })
}

/// A number alone counts something; only with its sign is it a share.
fn is_count(text: &str) -> bool {
    !text.contains('%') && text.chars().all(|letter| !letter.is_alphabetic()) && text.chars().any(|letter| letter.is_ascii_digit())
}

/// "Đã hoàn thành", and no more.
fn is_whole(folded: &str) -> bool {
    matches!(
        folded,
        "hoan thanh"
            | "da hoan thanh"
            | "da hoan thanh 100"
            | "hoan thanh 100"
            | "100"
            | "da xong"
            | "xong"
            | "da thuc hien xong"
            | "da hoan thanh tat ca"
            | "da trien khai het"
            | "da thuc hien het"
    )
}

/// "Đã không còn": what was under way is over.
fn is_over(folded: &str) -> bool {
    ["da khong con", "da khac phuc xong", "da duoc khac phuc", "khong con tinh trang", "da cham dut"]
        .iter()
        .any(|phrase| folded.contains(phrase))
}

/// What the first words of a text state.
fn opening(folded: &str) -> Option<Status> {
    if folded.starts_with("chua bao cao") {
        return None;
    }
    const NOT_BEGUN: &[&str] = &[
        "chua den han",
        "chua thuc hien",
        "chua trien khai",
        "chua bat dau",
        "chua tien hanh",
        "chua lam",
        "chua co ke hoach",
        "chua to chuc",
        "khong thuc hien duoc",
        "cham chua trien khai",
        "cham chua thuc hien",
    ];
    const UNDER_WAY: &[&str] = &[
        "dang ",
        "chua ",
        "hoan thanh mot phan",
        "da hoan thanh mot phan",
        "hoan thanh co ban",
        "da hoan thanh co ban",
        "co ban hoan thanh",
        "da co ban hoan thanh",
        "gan hoan thanh",
        "gan xong",
        "tiep tuc ",
        "khong hoan thanh",
        "khong dat",
    ];
    if NOT_BEGUN.iter().any(|phrase| folded.starts_with(phrase)) || folded == "chua" {
        return Some(Status::NotStarted);
    }
    if UNDER_WAY.iter().any(|phrase| folded.starts_with(phrase)) {
        return Some(Status::InProgress);
    }
    share(folded).or_else(|| is_whole(folded).then_some(Status::Completed))
}

/// The share of the task, where the text is nothing else: `80%`, `Đã hoàn thành khoảng 80%`. A share of people is none of the task.
fn share(folded: &str) -> Option<Status> {
    const AROUND: &[&str] = &[
        "da", "dat", "duoc", "hoan", "thanh", "thuc", "hien", "khoang", "tren", "tien", "do", "ke", "hoach", "khoi", "luong", "cong",
        "viec", "noi", "dung", "muc", "ty", "le", "ti", "gan",
    ];
    let mut numbers = Vec::new();
    for word in folded.split(' ') {
        match word.parse::<u32>() {
            Ok(number) => numbers.push(number),
            Err(_) if AROUND.contains(&word) => {}
            Err(_) => return None,
        }
    }
    match numbers[..] {
        [0] | [0, 0] => Some(Status::NotStarted),
        [100] | [100, 0] => Some(Status::Completed),
        [whole] | [whole, _] if whole < 100 => Some(Status::InProgress),
        _ => None,
    }
}

/// What a text of a status column states in words.
fn stated(folded: &str) -> Option<Status> {
    if let Some(status) = opening(folded) {
        return Some(status);
    }
    if is_over(folded) {
        return Some(Status::Completed);
    }
    let doubtful = [" chua ", " dang ", " nhung ", " mot phan", " con "].iter().any(|phrase| format!(" {folded} ").contains(phrase));
    let done = ["hoan thanh", "da ", "thuc hien tot", "thuc hien day du", "thuc hien xong", "dat yeu cau", "hoan tat"]
        .iter()
        .any(|phrase| folded.starts_with(phrase));
    match (done, doubtful) {
        (true, false) => Some(Status::Completed),
        (true, true) => Some(Status::InProgress),
        _ => None,
    }
}

/// Whether the work is done and only kept up: "Tiếp tục duy trì".
fn keeps_up(ongoing: &str) -> bool {
    let folded = format!(" {} ", fold(ongoing))
        .replace(" dang duy tri ", " duy tri ")
        .replace(" dang tiep tuc duy tri ", " duy tri ")
        .replace(" dang phat huy ", " phat huy ");
    let keeps =
        [" duy tri ", " phat huy ", " giu vung ", " giu gin ", " bao quan ", " bao duong "].iter().any(|phrase| folded.contains(phrase));
    let works = [
        " dang ",
        " chua ",
        " hoan thien ",
        " bo sung ",
        " van dong ",
        " xay dung ",
        " mua sam ",
        " trien khai ",
        " se ",
        " con thieu ",
        " con lai ",
        " de nghi ",
        " tham muu ",
        " cho cap ",
        " sua chua ",
        " tim nguon ",
    ];
    keeps && !says_late(ongoing) && !works.iter().any(|phrase| folded.contains(phrase))
}

/// Whether the text itself calls the work late. "Chậm … đã không còn" does not, nor do slow pupils and those who come late.
fn says_late(text: &str) -> bool {
    let written = clean(text).to_lowercase();
    let words: Vec<(&str, String)> =
        written.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| (word, bare(word))).collect();
    let bare_at = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", |(_, word)| word.as_str());
    (0..words.len()).any(|at| {
        let before = |back: usize| bare_at(at.checked_sub(back));
        let after = |ahead: usize| bare_at(Some(at + ahead));
        // "Chăm sóc" and "chấm bài" look the same without their marks.
        let is_word = |marked: &str, plain: &str| {
            words[at].0 == marked
                || (words[at].0 == plain
                    && matches!((after(1), after(2)), ("tien", "do") | ("so", "voi") | ("ke", "hoach") | ("tre", _) | ("han", _)))
        };
        let denied = ["khong", "chua", "tranh", "han"].contains(&before(1)) && before(1) != "chua"
            || matches!((before(2), before(1)), ("khong", "bi" | "con" | "the") | ("tinh", "trang"))
            || (1..=4).any(|back| (before(back + 1), before(back)) == ("khac", "phuc"));
        let found = if is_word("chậm", "cham") {
            !matches!(after(1), "nhat" | "tien" | "noi" | "phat" | "hieu" | "rai" | "lai")
                && !matches!(before(1), "sinh" | "tre" | "em" | "hs" | "di" | "doc" | "viet" | "tiep" | "hoc")
                || (after(1), after(2)) == ("tien", "do")
        } else if is_word("trễ", "tre") {
            matches!(after(1), "han" | "tien" | "so" | "ke" | "do" | "vi" | "") && !matches!(before(1), "di" | "hoc" | "cham")
        } else if is_word("muộn", "muon") {
            matches!((after(1), after(2)), ("so", "voi") | ("tien", "do")) && before(1) != "di"
        } else {
            let phrase = |phrase: &str| phrase.split(' ').enumerate().all(|(ahead, word)| after(ahead) == word);
            return [
                "chua kip",
                "khong kip",
                "qua han",
                "khong dung tien do",
                "chua dung tien do",
                "khong dam bao tien do",
                "chua dam bao tien do",
                "khong bao dam tien do",
                "chua bao dam tien do",
                "khong dung ke hoach",
                "khong dung han",
                "tre han",
            ]
            .iter()
            .any(|known| phrase(known))
                && !is_over(&fold(text));
        };
        found && !denied && !is_over(&fold(text))
    })
}
