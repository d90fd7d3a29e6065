//! A text in, what it counts out by unit: `16 lớp`, `650m2`, `96%`, `2 lần/tháng`.

use std::collections::BTreeMap;

use crate::phrase::token::{Kind, Token, bare, tokens};

/// The unit of a share.
pub(super) const SHARE: &str = "%";
/// The unit of times: "2 lần", "2 đợt" and "2 kỳ" are as many.
pub(super) const TIMES: &str = "lần";

pub(super) struct Counted {
    pub count: f64,
    /// The stretch of time in which it is so many: of "2 lần/tháng" a month.
    pub per: Option<Per>,
    pub written: String,
    /// The token of its unit.
    pub unit_at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Per {
    Day,
    Week,
    Month,
    Quarter,
    Term,
    Year,
}

/// What is written short in units, or stands for them → its first word.
pub(super) const SHORT: &[(&str, &str)] = &[
    ("gv", "giao"),
    ("gvcn", "giao"),
    ("cbgv", "can"),
    ("nv", "nhan"),
    ("hs", "sinh"),
    ("cmhs", "cha"),
    ("ph", "phu"),
    ("cntt", "nghe"),
    ("csvc", "vat"),
    ("sgk", "sach"),
    ("bhyt", "hiem"),
    ("ubnd", "uy"),
    // Books are counted by the piece: "100 sách", "40 cuốn".
    ("cuon", "sach"),
    ("quyen", "sach"),
];

/// By unit, what a text counts. What a number names, `lớp 9`, or when, `tháng 9`, it does not count.
pub(super) fn counts(text: &str) -> BTreeMap<String, Vec<Counted>> {
    const NAMED: &[&str] = &[
        "lớp", "khối", "số", "chí", "chỉ", "điều", "khoản", "quý", "kỳ", "kì", "tháng", "năm", "ngày", "đợt", "đoạn", "chuẩn", "mức", "hk",
        "phòng", "tt", "qđ", "module", "đun", "tổ", "lần", "bước", "hạng", "cấp", "tuần", "bậc", "lực",
    ];
    const NO_UNITS: &[&str] = &[
        "thang", "nam", "ngay", "tuan", "gio", "trieu", "dong", "ty", "nghin", "ngan", "tr", "d", "va", "den", "la", "hoc", "trong", "cho",
        "da", "voi", "tai", "o", "diem", "phut", "k",
    ];
    let tokens = tokens(text);
    let whole = each(&tokens);
    let mut counts: BTreeMap<String, Vec<Counted>> = BTreeMap::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(count) = token.number() else { continue };
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        // "22,5%"
        if let [comma, part, sign, ..] = &tokens[at + 1..]
            && comma.is_sign(',')
            && !comma.spaced
            && !part.spaced
            && let Some(tenths) = part.number()
            && sign.is_sign('%')
        {
            let count = count as f64 + tenths as f64 / 10f64.powi(part.digits() as i32);
            let written = format!("{},{}%", token.written, part.written);
            counts.entry(SHARE.to_owned()).or_default().push(Counted { count, per: None, written, unit_at: at + 3 });
            continue;
        }
        let in_number = |sign: Option<&Token>| sign.is_some_and(|sign| ['.', ',', '/', '-'].into_iter().any(|mark| sign.is_sign(mark)));
        // Of "1.200" and "5/10/2023" no single number counts; "10/10 lớp" counts all of them.
        let of_all = before.is_some_and(|sign| sign.is_sign('/')) && at >= 2 && tokens[at - 2].number() == Some(count);
        let Some(unit) =
            tokens.get(at + 1).filter(|_| !in_number(before) || of_all || before.is_some_and(|sign| sign.is_sign(',') && token.spaced))
        else {
            continue;
        };
        // "sĩ số 100%", "Sở cấp 1 GV"
        let known = |word: &str| SHORT.iter().find(|(short, _)| *short == word).map(|(_, whole)| *whole);
        // "sinh hoạt tổ 2 lần", but "khối 6 lần 2"
        let how_often = is_times(&tokens, at + 1) && tokens.get(at + 2).is_none_or(|next| next.number().is_none());
        let granted = before.is_some_and(|before| before.is_word("cap")) && (count > 5 || unit.word().and_then(known).is_some());
        let counts_all = unit.is_sign('%') || how_often || granted;
        // "số 44" names, "hồ sơ 44 người" counts.
        // "mỗi tổ 2 đề tài"
        let of_each = at >= 2 && matches!(tokens[at - 2].written.as_str(), "mỗi" | "từng");
        // "1 lớp 12 người": what is counted itself is no name.
        let counted = at >= 2
            && tokens[at - 2].number().is_some()
            && tokens[at - 1].word().is_some_and(|word| matches!(word, "lop" | "phong" | "to" | "dot" | "khoi"))
            && unit.word().is_some();
        let named = |before: &Token| !of_each && !counted && before.word().is_some_and(|word| is_one_of(NAMED, before, word));
        if !counts_all && before.is_some_and(named) {
            continue;
        }
        let per = per(&tokens[at + 2..]);
        let (key, shown) = match &unit.kind {
            Kind::Sign('%') => (SHARE.to_owned(), format!("{count}%")),
            Kind::Word(_) if is_times(&tokens, at + 1) => {
                // "gấp 2 lần", "1 lần nữa"
                let times = before.is_some_and(|before| before.is_word("gap") || before.is_word("tang"))
                    || tokens.get(at + 2).is_some_and(|next| next.is_word("nua") || next.is_word("so"));
                if times {
                    continue;
                }
                (TIMES.to_owned(), format!("{count} {}", unit.written))
            }
            // "3 đồng chí", "3 đ/c"
            Kind::Word(word) if is_comrades(word, &tokens[at + 1..]) => {
                ("nguoi".to_owned(), format!("{count} {}", if word == "d" { "đ/c" } else { "đồng chí" }))
            }
            // "hoc" alone is a place of time: "2 học kỳ".
            Kind::Word(word) if word == "hoc" && tokens.get(at + 2).is_some_and(|next| next.is_word("sinh")) => {
                ("sinh".to_owned(), format!("{count} học sinh"))
            }
            // "120 tài sản"; "tại" counts nothing.
            Kind::Word(word) if !NO_UNITS.contains(&word.as_str()) || unit.written == "tài" => {
                let space = if unit.spaced { " " } else { "" };
                // "m2" is read as a letter and a number.
                let square = tokens.get(at + 2).filter(|next| word == "m" && next.number() == Some(2) && !next.spaced).map_or("", |_| "2");
                (known(word).unwrap_or(word).to_owned(), format!("{count}{space}{}{square}", unit.written))
            }
            _ => continue,
        };
        let written = per.map_or_else(|| shown.clone(), |(_, written)| format!("{shown}/{written}"));
        counts.entry(key).or_default().push(Counted {
            count: count as f64,
            per: per.map(|(per, _)| per).or(whole),
            written,
            unit_at: at + 1,
        });
    }
    counts
}

fn is_comrades(word: &str, tokens: &[Token]) -> bool {
    let behind = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is_word(word));
    word == "dong" && behind(1, "chi") || word == "d" && tokens.get(1).is_some_and(|sign| sign.is_sign('/')) && behind(2, "c")
}

/// Whether a token is one of those words; without its marks it may be each: "lợp 200m2" is no class, "dột 8 phòng" no turn.
fn is_one_of(words: &[&str], token: &Token, plain: &str) -> bool {
    words.contains(&token.written.as_str()) || token.written == plain && words.iter().any(|word| bare(word) == plain)
}

/// "lần", "đợt", "kỳ": how often. "lân" and "ký" are other words.
fn is_times(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| matches!(token.written.as_str(), "lần" | "lan" | "đợt" | "dot" | "kỳ" | "kì"))
}

/// The last of its kind that a text names: of "Khám lần 1 ngày 15/9" the first time, of "Xong buổi thứ hai" the second "buoi".
pub(super) fn last_named(text: &str, unit: &str) -> Option<(u64, String)> {
    let tokens = tokens(text);
    let of_kind = |at: &usize| if unit == TIMES { is_times(&tokens, *at) } else { tokens[*at].is_word(unit) };
    let named = (0..tokens.len()).filter(of_kind).filter_map(|at| {
        // "buổi thứ hai", "mô hình thứ nhất"
        let ordered = |at: usize| tokens.get(at + 1).is_some_and(|next| next.written == "thứ");
        // "chuyên đề 1", "học phần 2"
        let in_two = tokens.get(at + 1).is_some_and(|next| next.is_word(behind_unit(unit)));
        let at = if !ordered(at) && (ordered(at + 1) && tokens[at + 1].word().is_some() || in_two) { at + 1 } else { at };
        let ordered = ordered(at);
        let token = tokens.get(at + 1 + usize::from(ordered))?;
        // "đợt T8", "đợt tháng 8 và tháng 12"
        if unit == TIMES && (token.is_word("t") || token.is_word("thang")) {
            let months =
                tokens[at + 1..].windows(2).filter(|two| (two[0].is_word("t") || two[0].is_word("thang")) && two[1].number().is_some());
            return Some((months.count() as u64, format!("{} {}{}", tokens[at].written, token.written, tokens.get(at + 2)?.written)));
        }
        let number = match token.word() {
            Some("i" | "nhat" | "dau") => 1,
            Some("ii") => 2,
            Some("hai") if ordered => 2,
            Some("ba") if ordered => 3,
            Some("tu") if ordered => 4,
            _ => token.number().filter(|number| (1..=12).contains(number))?,
        };
        Some((number, tokens[at..=at + 1 + usize::from(ordered)].iter().map(|token| token.written.as_str()).collect::<Vec<_>>().join(" ")))
    });
    named.max_by_key(|(number, _)| *number)
}

/// The second word of a unit that is called by two.
fn behind_unit(unit: &str) -> &str {
    match unit {
        "chuyen" => "de",
        "mo" => "dun",
        "giai" => "doan",
        _ => " ",
    }
}

/// Behind the unit: "/tháng", "/GV/học kỳ", " mỗi năm".
fn per(behind: &[Token]) -> Option<(Per, &str)> {
    const FARTHEST: usize = 4;
    (0..behind.len().min(FARTHEST)).find_map(|at| {
        let leads = behind[at].is_sign('/') || behind[at].written == "mỗi";
        let stops = behind[..at].iter().any(|token| token.number().is_some() || token.is_sign(','));
        (leads && !stops).then(|| stretch(&behind[at + 1..]))?
    })
}

/// "Mỗi tháng họp 1 lần", "Hằng tuần", said of all that is counted.
fn each(tokens: &[Token]) -> Option<Per> {
    (0..tokens.len()).find_map(|at| {
        let leads = matches!(tokens[at].written.as_str(), "mỗi" | "hằng" | "hàng" | "từng");
        leads.then(|| stretch(&tokens[at + 1..])).flatten().map(|(per, _)| per)
    })
}

fn stretch(tokens: &[Token]) -> Option<(Per, &str)> {
    let first = tokens.first()?;
    let per = match first.word()? {
        "ngay" => Per::Day,
        "tuan" => Per::Week,
        "thang" => Per::Month,
        "quy" => Per::Quarter,
        "hk" | "hki" | "ky" | "ki" => Per::Term,
        "hoc" if tokens.get(1).is_some_and(|next| next.is_word("ky") || next.is_word("ki")) => return Some((Per::Term, "học kỳ")),
        "nam" => Per::Year,
        _ => return None,
    };
    Some((per, &first.written))
}
