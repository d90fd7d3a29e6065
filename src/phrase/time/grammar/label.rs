//! Words and numbers before a time that only name the occasion in, skipped out: `Lần 1:`, `Đợt I (9/2023)`, `mùng` of `mùng 5/9`.

use crate::phrase::time::cursor::Cursor;
use crate::phrase::time::lexicon::{ROMANS, TIME_WORDS};

/// `Lần 1:`, `Đợt 2 tháng 3`, `Đợt I (9/2023)`: the number is that of the occasion, not of a day.
pub(super) fn label(cursor: &mut Cursor<'_>) -> bool {
    let word = if cursor.matches("giai doan").is_some() { 2 } else { 1 };
    let named = word == 2 || matches!(cursor.word(0), Some("lan" | "dot" | "buoc"));
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

/// `mùng 5/9`. The feasts of the moon are counted in the same words, and are no days of the calendar.
pub(super) fn solar_day(cursor: &mut Cursor<'_>) -> bool {
    let named = matches!(cursor.word(0), Some("mung" | "mong"));
    let feast =
        matches!((cursor.number(1), cursor.number(3)), (Some(10), Some(3)) | (Some(5), Some(5)) | (Some(3), Some(3)) | (Some(1), _));
    let found = named && !feast && cursor.number(1).is_some_and(|day| day <= 10);
    cursor.at += usize::from(found);
    found
}
