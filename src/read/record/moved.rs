//! The note of a row and its due date in, that the note moves it out: "Lùi sang tháng 3/2024". The due date stays; somebody is to look.

use jiff::civil::Date;

use super::Place;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::day_shown;
use crate::phrase;
use crate::read::rows::LogicalRow;

/// Words behind which the new time stands; by their marks, for "đổi" is not "dời".
const MOVING: &[&str] =
    &["lùi", "dời", "chuyển sang", "chuyển đến", "gia hạn", "hoãn", "kéo dài", "điều chỉnh thời gian", "điều chỉnh sang"];
/// What may stand between them and the time.
const BETWEEN: &[&str] =
    &["lại", "thời", "gian", "hạn", "hoàn", "thành", "thực", "hiện", "sang", "đến", "tới", "vào", "xuống", "qua", "việc", "này"];

/// Told where a note, or what is said of the state, names a time behind the due one.
pub(super) fn told(place: &Place<'_>, row: &LogicalRow, due: Option<Date>) -> Option<Finding> {
    let due = due?;
    let fields = [Field::Note, Field::Status, Field::Ongoing, Field::NotStarted];
    fields.into_iter().filter_map(|field| row.pieces.get(&field)).find_map(|piece| {
        let later =
            new_time(&piece.text).and_then(|time| phrase::time::parse(&time, place.year, &place.context.frameworks.calendars).due)?;
        let told = place.finding(&finding::TIME_MOVED, piece.address).field(Field::Time.title()).raw(&piece.text);
        (later > due).then(|| told.with("later", day_shown(later)).with("due", day_shown(due)))
    })
}

/// `tháng 3/2024` of "Lùi sang tháng 3/2024 do thiếu vốn": the longest time that stands right behind.
fn new_time(text: &str) -> Option<String> {
    const LONGEST: usize = 8;
    let lower = text.to_lowercase();
    let at = MOVING.iter().filter_map(|word| Some(at_word(&lower, word)? + word.len())).min()?;
    let end = lower[at..].find([',', ';', '\n', '(']).map_or(lower.len(), |end| at + end);
    let words: Vec<&str> = lower[at..end].split_whitespace().skip_while(|word| BETWEEN.contains(word)).collect();
    let time = |count: usize| words.get(..count).map(|words| words.join(" ").trim_end_matches(['.', ')']).to_owned());
    (1..=LONGEST.min(words.len())).rev().filter_map(time).find(|time| phrase::time::is_time(time))
}

/// Where the word stands, and is no part of another.
fn at_word(text: &str, word: &str) -> Option<usize> {
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let bounded = |next: Option<char>| next.is_none_or(|letter| !letter.is_alphanumeric());
        bounded(text[..*at].chars().next_back()) && bounded(text[at + word.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::new_time;

    #[test]
    fn the_new_time_stands_behind_the_word_that_moves_it() {
        for (text, time) in [
            ("Lùi sang tháng 3/2024", "tháng 3/2024"),
            ("Chuyển sang HKII do chưa có kinh phí", "hkii"),
            ("Chưa thực hiện, xin lùi đến 28/02/2024", "28/02/2024"),
            ("Gia hạn đến hết tháng 5/2024.", "hết tháng 5/2024"),
            ("Lùi thời gian hoàn thành đến 30/4/2024 vì mưa", "30/4/2024"),
        ] {
            assert_eq!(new_time(text).as_deref(), Some(time), "{text}");
        }
        for text in ["", "Năm 2022 chưa xong", "Chuyển sang phòng bên", "Theo dõi tháng 3/2024", "Không hoãn"] {
            assert_eq!(new_time(text), None, "{text}");
        }
    }
}
