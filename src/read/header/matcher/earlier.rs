//! The titles of a header in, those that tell until an earlier day what another tells until a later one out: "Kết quả đến tháng 11 | Kết quả đến tháng 1".

use crate::read::header::title::Title;
use crate::text;

/// For each title, the place of the one that tells the same until the latest day, where that is another.
pub(super) fn titles(titles: &[Title]) -> Vec<Option<usize>> {
    let until: Vec<Option<(u8, u8)>> = titles.iter().map(|title| until(&title.shown)).collect();
    (0..titles.len())
        .map(|at| {
            let own = until[at]?;
            let same = |other: &usize| titles[*other].leaf == titles[at].leaf && titles[*other].upper == titles[at].upper;
            let last = (0..titles.len()).filter(same).filter(|other| until[*other].is_some()).max_by_key(|other| until[*other])?;
            (until[last] > Some(own)).then_some(last)
        })
        .collect()
}

/// "Kết quả đến tháng 11", "Tiến độ đến 10/01/2024": the month, by its place in the school year, and the day.
fn until(shown: &str) -> Option<(u8, u8)> {
    let leaf = text::fold(shown.rsplit(" / ").next()?);
    let words: Vec<&str> = leaf.split(' ').collect();
    let from = words.iter().rposition(|word| *word == "den")? + 1;
    let numbers: Vec<u8> = words[from..].iter().filter(|word| word.len() <= 2).filter_map(|word| word.parse().ok()).collect();
    let (day, month) = match (&numbers[..], words[from..].contains(&"thang")) {
        ([month], true) => (31, *month),
        ([day, month], _) => (*day, *month),
        _ => return None,
    };
    (1..=12).contains(&month).then_some(((month + 4) % 12, day))
}

#[cfg(test)]
mod tests {
    use super::until;

    #[test]
    fn titles_say_until_when_they_tell() {
        let ordered = [
            "Kết quả đến ngày 30/9",
            "Kết quả đến tháng 11",
            "Tiến độ đến 31/12/2023",
            "Kết quả (tính đến 10/01/2024)",
            "Tình trạng đến hết tháng 1",
        ];
        let told: Vec<_> = ordered.iter().map(|title| until(title)).collect();
        assert!(told.iter().all(Option::is_some) && told.is_sorted(), "{told:?}");
        for title in ["Kết quả", "Gia hạn đến", "Làm đến đâu", "Từ ngày đến ngày", "Kết quả đến tháng 13"] {
            assert_eq!(until(title), None, "{title}");
        }
    }
}
