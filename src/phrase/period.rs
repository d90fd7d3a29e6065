//! A title, the name of a sheet or of a file in, the half of the school year it reports on out: `HỌC KỲ I`, `KQ HKII`, `Báo cáo cuối năm học`.

use crate::model::Period;
use crate::text;

/// The one half that the text names; none where it names both, or none.
pub fn parse(text: &str) -> Option<Period> {
    let folded = text::fold(text);
    let words: Vec<&str> = folded.split([' ', '_']).filter(|word| !word.is_empty()).collect();
    let mut named: Option<Period> = None;
    for at in 0..words.len() {
        let Some(period) = at_word(&words[at..]) else { continue };
        if named.is_some_and(|known| known != period) {
            return None;
        }
        named = Some(period);
    }
    named
}

fn at_word(words: &[&str]) -> Option<Period> {
    match *words {
        ["hoc", "ky" | "ki", number, ..] | ["hk", number, ..] => half(number),
        ["cuoi" | "ca", "nam", "hoc", ..] => Some(Period::Hk2),
        // "Cuối năm 2023" is a day of a calendar year.
        ["cuoi" | "ca", "nam", ref rest @ ..] => {
            (!rest.first().is_some_and(|next| next.bytes().all(|letter| letter.is_ascii_digit()))).then_some(Period::Hk2)
        }
        ["giua", "nam", "hoc", ..] => Some(Period::Hk1),
        [word, ..] => ["hocky", "hocki", "hk"].iter().find_map(|short| half(word.strip_prefix(short)?)),
        [] => None,
    }
}

/// `I` is often typed as the letter l.
fn half(number: &str) -> Option<Period> {
    match number {
        "i" | "l" | "1" | "01" | "mot" => Some(Period::Hk1),
        "ii" | "ll" | "2" | "02" | "hai" => Some(Period::Hk2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_or_a_name_tells_its_half() {
        for text in
            ["HỌC KỲ I", "Kết quả học kì 1, năm học 2023-2024", "KQ HKI", "kq_hk1.xlsx", "BC HK 1", "Sơ kết học kỳ một", "Giữa năm học"]
        {
            assert_eq!(parse(text), Some(Period::Hk1), "{text}");
        }
        for text in
            ["HỌC KỲ II NĂM HỌC 2023-2024", "KQ HKII", "BC_HK2.xlsx", "Báo cáo cuối năm học", "Kết quả cả năm", "HKll", "học kì hai"]
        {
            assert_eq!(parse(text), Some(Period::Hk2), "{text}");
        }
    }

    #[test]
    fn what_names_no_half_or_both_is_none() {
        for text in [
            "",
            "Kế hoạch năm học 2023-2024",
            "Kết quả HKI, phương hướng HKII",
            "HK",
            "HK3",
            "Học kỳ",
            "Đến cuối năm 2023",
            "hkinh",
            "Hàng năm",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
