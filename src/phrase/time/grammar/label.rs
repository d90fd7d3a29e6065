//! Words and numbers before a time that only name the occasion or how long it takes in, skipped out: `Lần 1:`, `Đợt I (9/2023)`, `3 ngày:`, `Ngày hội đọc sách` of `Ngày hội đọc sách 21/4`.

use crate::phrase::time::cursor::{Cursor, Head};
use crate::phrase::time::lexicon::{AFTER, BEFORE, CONDITIONS, ENDS, FILLERS, FROM, RECURRING, ROMANS, TIME_WORDS, UNTIL};

/// What says that a time is not, or no longer, meant.
const DENIED: &[&str] =
    &["khong", "ko", "chua", "huy", "bo", "dời", "đổi", "doi", "chuyen", "lui", "hoan", "cu", "tre", "cham", "qua", "ghi", "luu"];

/// `Lần 1:`, `Đợt 2 tháng 3`, `Đợt I (9/2023)`: the number is that of the occasion, not of a day.
pub(super) fn label(cursor: &mut Cursor<'_>) -> bool {
    let word = if cursor.matches("giai doan").is_some() { 2 } else { 1 };
    let named = word == 2 || matches!(cursor.word(0), Some("lan" | "dot" | "buoc" | "gd"));
    let roman = cursor.word(word).is_some_and(|word| ROMANS.iter().any(|(name, _)| *name == word));
    if !named || !(roman || cursor.number(word).is_some_and(|number| number <= 20)) {
        return false;
    }
    let sign = usize::from(cursor.sign(word + 1) == Some(':'));
    let bracket = cursor.sign(word + 1) == Some('(');
    let time = cursor.word(word + 1).is_some_and(|word| TIME_WORDS.contains(&word) || matches!(word, "t" | "trong" | "vao"));
    let found = sign == 1 || bracket || time;
    cursor.at += if found { word + 1 + sign } else { 0 };
    found
}

/// `Xây dựng kế hoạch:` of `Xây dựng kế hoạch: 9/2023; thực hiện: 10/2023`, `Khối 6:`, `Cô Lan:`: what the time behind the colon is for, or whose it is.
pub(super) fn heading(cursor: &mut Cursor<'_>) -> bool {
    const LONGEST: usize = 8;
    // "Bắt đầu:", "Hoàn thành:" say what the time itself is.
    if [FROM, ENDS, UNTIL, BEFORE, AFTER, RECURRING, CONDITIONS]
        .iter()
        .any(|words| words.iter().any(|words| cursor.matches(words).is_some()))
    {
        return false;
    }
    let is_name = |at: usize| {
        cursor.word(at).is_some_and(|word| !TIME_WORDS.contains(&word) && !DENIED.contains(&word) && !matches!(word, "t" | "th" | "hoc"))
            || cursor.sign(at) == Some('&')
    };
    let mut length = 0;
    while length <= LONGEST && is_name(length) {
        length += 1;
    }
    // "Khối 6", "tổ 2"
    let group = length > 0 && matches!(cursor.word(length - 1), Some("khoi" | "lop" | "to" | "nhom" | "phong" | "chi"));
    length += usize::from(group && cursor.number(length).is_some());
    let found = (1..=LONGEST).contains(&length) && cursor.sign(length) == Some(':') && cursor.peek(length + 1).is_some();
    if found {
        // "Dự kiến hạn cuối: 30/11/2023": what is said of the time itself is no name.
        cursor.at += leading_fillers(cursor, length).unwrap_or(length + 1);
        cursor.head = None;
    }
    found
}

/// How many words say nothing of when, where behind them and up to the colon at `length` stands a word that limits the time.
fn leading_fillers(cursor: &Cursor<'_>, length: usize) -> Option<usize> {
    let mut rest = Cursor { tokens: cursor.tokens, at: cursor.at, head: None, context: cursor.context };
    while rest.take_any(FILLERS) {
        let (skipped, left) = (rest.at - cursor.at, (cursor.at + length).checked_sub(rest.at)?);
        if [FROM, ENDS, UNTIL].iter().any(|words| words.iter().any(|words| rest.matches(words) == Some(left))) {
            return Some(skipped);
        }
    }
    None
}

/// `khảo sát` of `Tháng 9/2023: khảo sát; tháng 12/2023: nghiệm thu`: what the time before the colon is for.
pub(super) fn purpose(cursor: &mut Cursor<'_>) -> bool {
    const LONGEST: usize = 8;
    // A month alone and what it is about is a heading: "THÁNG 9/2023: chủ điểm Truyền thống nhà trường".
    let listed = cursor.tokens.iter().any(|token| token.is_sign(';') || token.is_sign(','));
    let behind_colon = listed && cursor.at > 0 && cursor.tokens[cursor.at - 1].is_sign(':');
    let states_time =
        [FROM, UNTIL, BEFORE, AFTER, RECURRING, CONDITIONS].iter().any(|words| words.iter().any(|words| cursor.matches(words).is_some()));
    let is_plain = |word: &str| !TIME_WORDS.contains(&word) && !DENIED.contains(&word) && !matches!(word, "t" | "th");
    let length = (0..).take_while(|at| cursor.word(*at).is_some_and(is_plain)).count();
    let ends = cursor.peek(length).is_none() || matches!(cursor.sign(length), Some(';' | ',' | '.'));
    let found = behind_colon && !states_time && (1..=LONGEST).contains(&length) && ends;
    cursor.at += if found { length } else { 0 };
    found
}

/// `mùng 5/9`. The feasts of the moon are counted in the same words, and are no days of the calendar.
pub(super) fn solar_day(cursor: &mut Cursor<'_>) -> bool {
    let named = matches!(cursor.word(0), Some("mung" | "mong"));
    let feast =
        matches!((cursor.number(1), cursor.number(3)), (Some(10), Some(3)) | (Some(5), Some(5)) | (Some(3), Some(3)) | (Some(1), _));
    // "Mùng 1 tháng 10 năm 2023"
    let dated =
        cursor.word(2) == Some("thang") && cursor.number(3).is_some() && cursor.word(4) == Some("nam") && cursor.number(5).is_some();
    let found = named && (!feast || dated) && cursor.number(1).is_some_and(|day| day <= 10);
    cursor.at += usize::from(found);
    found
}

/// `3 ngày` of `3 ngày (từ 15/10 đến 17/10/2023)`, `35 tuần, từ …`: how long it takes, where the days themselves stand behind it.
pub(super) fn length(cursor: &mut Cursor<'_>) -> bool {
    // Not "tư" and "sáu", which are also "từ" and "sau".
    let counted = cursor.number(0).is_some_and(|count| count < 100) || matches!(cursor.word(0), Some("mot" | "hai" | "ba" | "bon"));
    let unit = cursor.word(1).filter(|unit| counted && matches!(*unit, "ngay" | "buoi" | "tuan" | "thang" | "nam"));
    // `2 ngày 15-16/10/2023`; but `2 tháng 10` is a day.
    let days = unit == Some("ngay") && cursor.number(2).is_some() && matches!(cursor.sign(3), Some('/' | '-'));
    let found = unit.is_some() && (days || matches!(cursor.sign(2), Some('(' | ',' | ':')) && cursor.peek(3).is_some());
    if found {
        cursor.at += if days || cursor.sign(2) == Some('(') { 2 } else { 3 };
        cursor.head = (unit == Some("nam")).then_some(Head::Year);
    }
    found
}

/// `2 đợt` of `2 đợt: tháng 11/2023 và tháng 3/2024`.
pub(super) fn count_of_occasions(cursor: &mut Cursor<'_>) -> bool {
    let counted = cursor.number(0).is_some_and(|count| count < 100) && matches!(cursor.word(1), Some("dot" | "lan" | "cuoc" | "buoi"));
    let sign = matches!(cursor.sign(2), Some(':' | ',' | '('));
    let found = counted && cursor.peek(3).is_some() && (sign || matches!(cursor.word(2), Some("thang" | "vao" | "t")));
    cursor.at += match (found, cursor.sign(2)) {
        (true, Some(':' | ',')) => 3,
        (true, _) => 2,
        _ => 0,
    };
    found
}

/// `3` of `3 tháng 9, 10, 11/2023`, `Hai` of `Hai ngày 14 và 15/11/2023`: as many as are listed.
pub(super) fn count_of_listed(cursor: &mut Cursor<'_>) -> bool {
    const SPOKEN: &[(&str, u64)] = &[("hai", 2), ("ba", 3), ("bon", 4)];
    let spoken = || SPOKEN.iter().find(|(name, _)| cursor.word(0) == Some(name)).map(|(_, count)| *count);
    let Some(count) = cursor.number(0).or_else(spoken).filter(|count| (2..=12).contains(count)) else { return false };
    let unit = cursor.word(1);
    if !matches!(unit, Some("thang" | "ngay")) {
        return false;
    }
    // "Ba ngày từ 14 đến 16/11/2023"
    let days = unit == Some("ngay") && cursor.peek(2).is_some_and(|token| token.written == "từ") && cursor.number(3).is_some();
    let mut listed = u64::from(cursor.number(2).is_some());
    let mut at = 3;
    while listed > 0 && (cursor.sign(at) == Some(',') || cursor.word(at) == Some("va")) && cursor.number(at + 1).is_some() {
        listed += 1;
        at += 2;
    }
    let found = days || listed == count;
    cursor.at += match (found, days) {
        (true, true) => 2,
        (true, false) => 1,
        _ => 0,
    };
    found
}

/// `Tuần lễ` of `Tuần lễ từ 16/10 đến 20/10/2023`: no week that is counted.
pub(super) fn week_of(cursor: &mut Cursor<'_>) -> bool {
    let words = cursor.matches("tuan le").or(cursor.matches("tuan")).unwrap_or(0);
    let dated = cursor.peek(words).is_some_and(|token| token.written == "từ") && cursor.number(words + 1).is_some();
    let found = words > 0 && dated && matches!(cursor.sign(words + 2), Some('/' | '.' | '-'));
    cursor.at += if found { words } else { 0 };
    found
}

/// The longest name of a feast or a campaign.
const LONGEST_NAME: usize = 8;

/// Takes the name of a feast up to its day: `Ngày hội đọc sách 21/4`, `Đợt thi đua chào mừng ngày 20/11`, `Tháng thanh niên (tháng 3/2024)`.
pub(super) fn occasion(cursor: &mut Cursor<'_>) -> bool {
    const NAMED: &[&str] = &[
        "ngay",
        "le",
        "dip",
        "nhan",
        "dot thi dua",
        "tuan le",
        "thang",
        "chao mung",
        "ky niem",
        "khai truong",
        "tuu truong",
        "trung thu",
        "tet trung thu",
        "dai hoi",
        "hoi nghi",
        "hoi thi",
    ];
    let Some(lead) = NAMED.iter().filter_map(|name| cursor.matches(name)).max() else { return false };
    let is_name = |word: &str| {
        !TIME_WORDS.contains(&word)
            && !matches!(word, "dau" | "cuoi" | "giua" | "trong" | "khi" | "theo" | "hang" | "moi" | "va" | "tet" | "nguyen" | "duong")
    };
    let mut length = lead;
    while cursor.word(length).is_some_and(is_name) {
        length += 1;
    }
    let date = length + usize::from(cursor.word(length) == Some("ngay") || cursor.sign(length) == Some('('));
    let day =
        |at: usize| cursor.number(at).is_some() && matches!(cursor.sign(at + 1), Some('/' | '-' | '.')) && cursor.number(at + 2).is_some();
    let month = cursor.sign(length) == Some('(') && cursor.word(date) == Some("thang") && cursor.number(date + 1).is_some();
    let found = length <= LONGEST_NAME && (day(date) || month) && (length > lead || lead > 1);
    cursor.at += if found { length } else { 0 };
    found
}
