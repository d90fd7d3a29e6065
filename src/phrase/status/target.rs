//! A text of a result that names what was aimed at beside what was reached in, whether that was reached out: `150m (kế hoạch 200m)` falls short,
//! `97% (KH 95%)` does not.

use super::parts::PEOPLE;
use crate::phrase::token::{Kind, Token, tokens};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    Missed,
    Reached,
}

/// Say what was aimed at; the number stands behind them.
const AIMS: &[&[&str]] = &[&["kh"], &["ke", "hoach"], &["chi", "tieu"], &["muc", "tieu"], &["tren", "tong"], &["trong", "tong"]];
/// Between the aim and its number.
const BETWEEN: &[&str] = &["la", "de", "ra", "giao", "dau", "nam", "hoc", "dang", "ky", "duoc", "ca", "so", "phai", "dat"];
/// Less of these is better, and their number says nothing by itself.
const EVILS: &[&str] = &["yeu", "kem", "coi", "duong", "loi", "duoi", "giam"];
/// Before a number that names and does not count: "lớp 9", "tháng 10".
const NAMES: &[&str] = &[
    "lop", "khoi", "thang", "nam", "ngay", "quy", "ky", "hk", "dot", "lan", "so", "tuan", "muc", "dieu", "chi", "module", "to", "cap",
    "hoc",
];
/// Before what was reached, where it stands behind the aim: "Kế hoạch 4 chuyên đề, tổ chức được 3", "KH 4, TH 3".
const REACHED: &[&str] = &["duoc", "hien", "th", "dat"];

/// A number that counts something.
struct Measure {
    value: f64,
    /// A share of a hundred.
    share: bool,
    unit: Option<String>,
    at: usize,
}

/// `None` where the text names no such pair.
pub(super) fn aim(text: &str) -> Option<Aim> {
    let lowered = text.to_lowercase();
    if !text.bytes().any(|sign| sign.is_ascii_digit()) && !lowered.contains("chỉ tiêu") && !lowered.contains("chi tieu") {
        return None;
    }
    let tokens = tokens(text);
    if falls_behind(&tokens) {
        return Some(Aim::Missed);
    }
    let word = |at: usize| tokens.get(at).and_then(Token::word).unwrap_or_default();
    if exceeds(&tokens) {
        return Some(Aim::Reached);
    }
    let measures = measures(&tokens);
    for at in 0..tokens.len() {
        let Some(aim) = AIMS.iter().find(|aim| (0..aim.len()).all(|ahead| word(at + ahead) == aim[ahead])) else { continue };
        let of_all = aim.len() == 2 && aim[1] == "tong";
        if of_all && tokens.iter().filter_map(Token::word).any(|word| PEOPLE.contains(&word)) {
            continue;
        }
        let mut next = at + aim.len();
        let mut most = false;
        while next < tokens.len()
            && (BETWEEN.contains(&word(next)) && (of_all || word(next) != "so") || is_link(&tokens[next]) || word(next) == "duoi")
        {
            most |= word(next) == "duoi" || tokens[next].is_sign('<') || tokens[next].is_sign('≤');
            next += 1;
        }
        let Some(wanted) = measures.iter().find(|measure| measure.at == next) else { continue };
        let alike = |measure: &&Measure| {
            measure.share == wanted.share
                && (measure.unit.is_none()
                    || wanted.unit.is_none()
                    || measure.share
                    || measure.unit == wanted.unit
                    || !of_all && at > measure.at && wanted.unit.is_none())
        };
        let before = measures.iter().rev().filter(|measure| measure.at < at).take(3).find(alike);
        let behind = || {
            measures.iter().filter(|measure| measure.at > wanted.at).find(|measure| {
                // "KH: 20 tiết; TH: 14 tiết"
                let linked = measure.at > 1 && is_link(&tokens[measure.at - 1]);
                measure.share == wanted.share && REACHED.contains(&word(measure.at.saturating_sub(1 + usize::from(linked))))
            })
        };
        let Some(reached) = before.or_else(behind) else { continue };
        if !most && !of_all && tokens.iter().filter_map(Token::word).any(|word| EVILS.contains(&word)) {
            return None;
        }
        let enough = if most { reached.value <= wanted.value } else { reached.value >= wanted.value };
        return Some(if enough { Aim::Reached } else { Aim::Missed });
    }
    None
}

fn is_link(token: &Token) -> bool {
    [':', '=', '<', '≤', '>', '≥'].iter().any(|sign| token.is_sign(*sign))
}

/// "vượt 3%", "vượt chỉ tiêu"; "vượt khả năng" is another matter.
fn exceeds(tokens: &[Token]) -> bool {
    const AIMS: &[&str] = &["chi", "ke", "kh", "quy", "muc", "yeu", "so", "tien", "du"];
    (0..tokens.len()).any(|at| {
        tokens[at].is_word("vuot")
            && !at.checked_sub(1).is_some_and(|before| ["chua", "khong", "de", "phan"].iter().any(|word| tokens[before].is_word(word)))
            && tokens.get(at + 1).is_some_and(|next| next.number().is_some() || next.word().is_some_and(|word| AIMS.contains(&word)))
    })
}

/// "thấp hơn KH 3,6%", "còn cách chỉ tiêu 4%", "Xấp xỉ chỉ tiêu", "Môn Anh không đạt chỉ tiêu".
fn falls_behind(tokens: &[Token]) -> bool {
    const SHORT: &[&[&str]] = &[
        &["thap", "hon"],
        &["it", "hon"],
        &["con", "cach"],
        &["duoi"],
        &["xap", "xi"],
        &["gan", "dat"],
        &["khong", "dat"],
        &["chua", "dat"],
        &["gan", "bang"],
    ];
    const AIMS: &[&[&str]] = &[&["chi", "tieu"], &["ke", "hoach"], &["kh"], &["muc", "tieu"]];
    let words: Vec<&str> = tokens.iter().map(|token| token.word().unwrap_or_default()).collect();
    // "thiếu 4 em so với kế hoạch"
    const FARTHEST: usize = 4;
    let lacks = words.iter().position(|word| *word == "thieu").is_some_and(|at| {
        let behind = &words[at + 1..];
        tokens.get(at + 1).is_some_and(|next| next.number().is_some())
            && (1..=FARTHEST.min(behind.len()))
                .any(|to| behind[to..].strip_prefix(&["so", "voi"]).is_some_and(|behind| AIMS.iter().any(|aim| behind.starts_with(aim))))
    });
    if lacks {
        return true;
    }
    // "Tỉ lệ bỏ học thấp hơn chỉ tiêu", "Chi phí thấp hơn kế hoạch": less was better.
    let evil = words.iter().any(|word| matches!(*word, "yeu" | "kem" | "coi" | "duong" | "beo" | "phi"))
        || tokens.iter().any(|token| matches!(token.written.as_str(), "bỏ" | "nạn" | "nợ" | "sâu"));
    !evil
        && (0..words.len()).any(|at| {
            SHORT.iter().filter(|short| words[at..].starts_with(short)).any(|short| {
                let behind = &words[at + short.len()..];
                let behind = behind.strip_prefix(&["so", "voi"]).unwrap_or(behind);
                AIMS.iter().any(|aim| behind.starts_with(aim)) || short[0] == "thap" && behind.starts_with(&["quy", "dinh"])
            })
        })
}

fn measures(tokens: &[Token]) -> Vec<Measure> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(number) = tokens[at].number() else {
            at += 1;
            continue;
        };
        let joined = |at: usize, sign: char| tokens.get(at).is_some_and(|token| token.is_sign(sign) && !token.spaced);
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        // Of "m2", "6A1" and days no number counts.
        let in_word = before.is_some_and(|before| {
            !tokens[at].spaced && (before.word().is_some() || before.is_sign('/') || before.is_sign('.') || before.is_sign('-'))
        });
        let mut end = at + 1;
        let mut value = number as f64;
        if (joined(end, ',') || joined(end, '.')) && tokens.get(end + 1).is_some_and(|next| next.number().is_some() && !next.spaced) {
            let (digits, part) = (tokens[end + 1].digits(), tokens[end + 1].number().unwrap_or_default() as f64);
            value = if tokens[end].is_sign('.') && digits == 3 { value * 1000.0 + part } else { value + part / 10f64.powi(digits as i32) };
            end += 2;
        }
        let slashed = joined(end, '/') && tokens.get(end + 1).is_some_and(|next| next.number().is_some() || next.capital);
        let share = tokens.get(end).is_some_and(|next| next.is_sign('%'));
        // "tỷ lệ lên lớp 97%"
        let named = !share && before.and_then(Token::word).is_some_and(|word| NAMES.contains(&word)) && !is_aim(tokens, at);
        let year = !share && (1990.0..2100.0).contains(&value);
        if !in_word && !named && !slashed && !year {
            let unit = tokens.get(end).and_then(|next| if let Kind::Word(word) = &next.kind { Some(word.clone()) } else { None });
            found.push(Measure { value, share, unit, at });
        }
        at = end;
    }
    found
}

/// "chỉ tiêu năm học 95%": behind the aim, "năm" and "học" name nothing.
fn is_aim(tokens: &[Token], at: usize) -> bool {
    let words: Vec<&str> = tokens[at.saturating_sub(5)..at].iter().filter_map(Token::word).collect();
    words.iter().any(|word| matches!(*word, "tieu" | "hoach" | "kh" | "tong"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_reached_is_held_against_what_was_aimed_at() {
        for text in [
            "7 (KH 10)",
            "Xây được 120m trên tổng số 200m tường rào",
            "Xây được 150m tường rào (kế hoạch 200m)",
            "Lát được 300m2 sân (kế hoạch 500m2)",
            "2 GV dạy giỏi cấp huyện (chỉ tiêu 4)",
            "3 sáng kiến được công nhận so với chỉ tiêu 5",
            "Kế hoạch 4 chuyên đề, do thời tiết mưa bão nên tổ chức được 3",
            "KH 4, TH 3",
            "Trẻ ra lớp đạt 92,5% (chỉ tiêu 95%)",
        ] {
            assert_eq!(aim(text), Some(Aim::Missed), "{text}");
        }
        for text in [
            "97% (KH 95%)",
            "95,5% (chỉ tiêu 95%)",
            "Chỉ tiêu 95%, thực hiện 97%",
            "98% so với kế hoạch 95%",
            "98%, vượt 3%",
            "KH 4, TH 4",
            "Kế hoạch 4 chuyên đề, đã tổ chức được 5",
            "Suy dinh dưỡng giảm còn 3,2% (KH dưới 4%)",
        ] {
            assert_eq!(aim(text), Some(Aim::Reached), "{text}");
        }
        for text in [
            "Đạt 60% kế hoạch",
            "Kế hoạch số 17 ngày 5/9",
            "Đã xây dựng kế hoạch 12/KH-THCS",
            "Đã hoàn thành kế hoạch năm 2023",
            "Vận động 3 em trong tổng số 5 em bỏ học trở lại lớp",
            "Học sinh yếu 2% (chỉ tiêu 3%)",
            "Tỉ lệ bỏ học thấp hơn chỉ tiêu 0,5%",
            "Chi phí thấp hơn kế hoạch 2 triệu",
            "Sĩ số mỗi lớp dưới quy định",
            "Vượt quá khả năng của 1 trường",
            "Tháng 10 tổ chức 2 buổi theo kế hoạch tháng",
        ] {
            assert_eq!(aim(text), None, "{text}");
        }
    }
}
