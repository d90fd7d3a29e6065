//! The answers to an online form in, those of one school put together in the order they were sent out.

use crate::phrase;
use crate::text;

/// When an answer was sent: its parts in order of weight.
type Moment = Vec<u32>;

/// One answer: the row of the sheet, who sent it, from where and when, as written.
pub(super) struct Answer {
    pub row: u32,
    pub school: String,
    /// What stands under "Xã", "Địa chỉ"; empty without such a column.
    pub place: String,
    pub sent: String,
}

/// The places of the answers of one school each, the last one sent last; `None` where it cannot be said when all of them were sent.
pub(super) fn by_school(answers: &[Answer]) -> Option<Vec<Vec<usize>>> {
    let moments = moments(answers.iter().map(|answer| answer.sent.as_str()))?;
    let keys: Vec<String> = answers.iter().map(key).collect();
    let mut schools: Vec<Vec<usize>> = Vec::new();
    for at in 0..answers.len() {
        match schools.iter_mut().find(|of| !keys[at].is_empty() && keys[of[0]] == keys[at]) {
            Some(of) => of.push(at),
            None => schools.push(vec![at]),
        }
    }
    // Answers are written down in the order they come: of two of one moment the lower is the later.
    schools.iter_mut().for_each(|of| of.sort_by_key(|at| (&moments[*at], *at)));
    Some(schools)
}

/// "THCS Hoa Sen", "Trường THCS Hoa Sen": one school; with another place behind the name or beside it, two of one name.
fn key(answer: &Answer) -> String {
    let (school, folded) = (phrase::school::parse(&answer.school), text::fold(&answer.school));
    let who = match (school.name.map(|name| text::fold(&name)), school.short) {
        (Some(name), Some(kind)) => {
            let behind = folded.rsplit_once(&name).map_or("", |(_, behind)| behind);
            format!("{kind} {name}{behind}")
        }
        _ => folded,
    };
    if who.is_empty() { who } else { format!("{who} / {}", text::fold(&answer.place)) }
}

/// Whether a folded title asks where the school lies.
pub(super) fn asks_for_place(title: &str) -> bool {
    const PLACES: &[&str] =
        &["xa", "phuong", "thi tran", "huyen", "quan", "thi xa", "thanh pho", "dia ban", "dia chi", "dia phuong", "dia danh"];
    PLACES.iter().any(|place| text::holds_words(title, place))
}

/// Every moment, where each can be read: `05/01/2024 8:10:11`, `2024-01-05 8:10`, and `1/15/2024 8:10` where the month stands first in all.
fn moments<'t>(sent: impl Iterator<Item = &'t str>) -> Option<Vec<Moment>> {
    let numbers: Vec<Vec<u32>> = sent.map(numbers).collect();
    let by = |date: fn(&[u32]) -> Option<[u32; 3]>| -> Option<Vec<Moment>> {
        let moment = |numbers: &Vec<u32>| {
            let date = date(numbers)?;
            ((1..=12).contains(&date[1]) && (1..=31).contains(&date[2])).then(|| [&date[..], &numbers[3..]].concat())
        };
        numbers.iter().map(moment).collect()
    };
    let day_first = by(|numbers| match numbers {
        [day, month, year, ..] if *year >= 1000 => Some([*year, *month, *day]),
        [year, month, day, ..] if *year >= 1000 => Some([*year, *month, *day]),
        _ => None,
    });
    let month_first = by(|numbers| match numbers {
        [month, day, year, ..] if *year >= 1000 => Some([*year, *month, *day]),
        _ => None,
    });
    match (day_first, month_first) {
        // Both may be meant: answers are written down in the order they come.
        (Some(day_first), Some(month_first)) if !day_first.is_sorted() && month_first.is_sorted() => Some(month_first),
        (day_first, month_first) => day_first.or(month_first),
    }
}

/// The numbers of a text; hours after noon counted on.
fn numbers(text: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let folded = text::fold(text);
    let of_afternoon = folded.split(' ').any(|word| matches!(word, "pm" | "ch" | "chieu" | "toi"));
    if let Some(hour) = numbers.get_mut(3).filter(|hour| of_afternoon && **hour < 12) {
        *hour += 12;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(texts: &[&str]) -> Option<Vec<usize>> {
        let moments = moments(texts.iter().copied())?;
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_key(|at| moments[*at].clone());
        Some(order)
    }

    #[test]
    fn moments_are_ordered_however_they_are_written() {
        assert_eq!(order(&["08/01/2024 9:00:00", "05/01/2024 8:10:11"]), Some(vec![1, 0]));
        assert_eq!(order(&["1/5/2024 8:10:11", "1/15/2024 7:00:00"]), Some(vec![0, 1]), "the month stands first");
        assert_eq!(order(&["12/1/2023 8:10:11", "1/5/2024 7:00:00"]), Some(vec![0, 1]));
        assert_eq!(order(&["05/01/2024 8:10:11 CH", "05/01/2024 10:00:00"]), Some(vec![1, 0]));
        assert_eq!(order(&["2024-01-05 08:10", "2024-01-04 09:00"]), Some(vec![1, 0]));
        assert_eq!(order(&["sáng", "05/01/2024"]), None);
    }
}
