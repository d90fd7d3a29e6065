//! A text of a result in, whether it says no more than that the work keeps to its time out: `Đúng tiến độ`.
//!
//! Of work due only later that is no end of it.

use crate::text::{fold, has_more_letters};

/// "Đúng tiến độ", "Thực hiện đúng kế hoạch đề ra": nothing but that the work keeps to its time.
pub fn is_on_time(text: &str) -> bool {
    const LONGEST: usize = 60;
    const BESIDE: &[&str] =
        &["thuc hien", "trien khai", "theo", "dung", "kip", "dam bao", "bao dam", "duoc", "tot", "de ra", "da de ra", "dang", "ve"];
    if has_more_letters(text, LONGEST) {
        return false;
    }
    let folded = fold(text);
    let Some((before, behind)) = ["tien do", "ke hoach"].iter().find_map(|words| folded.split_once(words)) else { return false };
    if !["dung", "theo", "kip", "dam bao", "bao dam"].iter().any(|words| folded.contains(words)) {
        return false;
    }
    let mut rest = format!(" {before} {behind} ");
    for words in BESIDE {
        rest = rest.replace(&format!(" {words} "), " ");
    }
    rest.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::is_on_time;

    #[test]
    fn what_only_keeps_to_its_time_is_told_from_what_ended() {
        for text in ["Đúng tiến độ", "Theo đúng kế hoạch", "Đảm bảo tiến độ", "Thực hiện theo đúng tiến độ", "Đang đúng tiến độ đề ra"]
        {
            assert!(is_on_time(text), "{text}");
        }
        for text in [
            "",
            "Kế hoạch",
            "Đã thực hiện theo đúng kế hoạch",
            "Hoàn thành đúng tiến độ",
            "Đúng hạn",
            "Đã xong",
            "Đúng tiến độ, đã mua 5 máy",
            "Không đúng tiến độ",
            "Vượt tiến độ",
        ] {
            assert!(!is_on_time(text), "{text}");
        }
    }
}
