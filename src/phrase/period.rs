//! A title, the name of a sheet or of a file in, the half of the school year it reports on out: `HỌC KỲ I`, `KQ HKII`, `Báo cáo cuối năm học`.

use crate::model::Period;
use crate::text;

/// The one half that the text names; none where it names both, or none.
pub fn parse(text: &str) -> Option<Period> {
    read(text).1
}

/// The one month that a title or the name of a sheet names: `THÁNG 10/2023`, `KQ T10`. The date of a document is none.
pub fn month(text: &str) -> Option<u8> {
    let folded = text::fold(text);
    let words: Vec<&str> = folded.split([' ', '_']).filter(|word| !word.is_empty()).collect();
    if words.contains(&"ngay") {
        return None;
    }
    let number = |word: &str| word.parse::<u8>().ok().filter(|month| word.len() <= 2 && (1..=12).contains(month));
    let months: Vec<u8> = (0..words.len())
        .filter_map(|at| match words[at] {
            "thang" | "t" => number(words.get(at + 1)?),
            word => number(word.strip_prefix("thang").or_else(|| word.strip_prefix('t'))?),
        })
        .collect();
    // "Tháng 9, 10": several, or none that is sure.
    let listed = |month: u8| words.windows(3).any(|three| number(three[1]) == Some(month) && number(three[2]).is_some());
    match months[..] {
        [only] if !listed(only) => Some(only),
        _ => None,
    }
}

/// The half in which the day lies up to which a report goes: `(Tính đến ngày 31/12/2023)`.
pub fn until(text: &str) -> Option<Period> {
    let folded = text::fold(text);
    let (_, behind) = folded.split_once("tinh den ").or_else(|| folded.split_once("so lieu den "))?;
    let mut words = behind.split(' ').filter(|word| !matches!(*word, "ngay" | "het" | "thang" | "nam"));
    let (day, month) = (words.next()?.parse::<u8>().ok()?, words.next()?.parse::<u8>().ok()?);
    ((1..=31).contains(&day) && (1..=12).contains(&month)).then(|| of_month(month))
}

/// The half of the school year that a month lies in.
pub fn of_month(month: u8) -> Period {
    if matches!(month, 2..=7) { Period::Hk2 } else { Period::Hk1 }
}

/// What the text says besides, folded: `Kết quả học kỳ I` and `Kết quả cả năm` say the same of two halves.
pub fn without(text: &str) -> String {
    read(text).0
}

fn read(text: &str) -> (String, Option<Period>) {
    let folded = text::fold(text);
    let words: Vec<&str> = folded.split([' ', '_']).filter(|word| !word.is_empty()).collect();
    let mut rest: Vec<&str> = Vec::new();
    let mut named: Vec<Period> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match at_word(&words[at..]) {
            Some((period, count)) => {
                // "Chuyển sang học kỳ II" is said at the end of the one before.
                if rest.last() != Some(&"sang") {
                    named.push(period);
                }
                at += count;
            }
            None => {
                rest.push(words[at]);
                at += 1;
            }
        }
    }
    let one = named.first().copied().filter(|first| named.iter().all(|period| period == first));
    (rest.join(" "), one)
}

/// The half named from here on, and in how many words.
fn at_word(words: &[&str]) -> Option<(Period, usize)> {
    match *words {
        ["hoc", "ky" | "ki", number, ..] => half(number).map(|period| (period, 3)),
        ["hk", number, ..] => half(number).map(|period| (period, 2)),
        ["cuoi" | "ca", "nam", "hoc", ..] => Some((Period::Hk2, 3)),
        ["giua", "nam", "hoc", ..] => Some((Period::Hk1, 3)),
        // "Cuối năm 2023" is a day of a calendar year.
        ["cuoi" | "ca" | "giua", "nam", ref rest @ ..] => {
            let of_calendar = rest.first().is_some_and(|next| next.bytes().all(|letter| letter.is_ascii_digit()));
            let period = if words[0] == "giua" { Period::Hk1 } else { Period::Hk2 };
            (!of_calendar).then_some((period, 2))
        }
        [word, ..] => ["hocky", "hocki", "hk"].iter().find_map(|short| half(word.strip_prefix(short)?)).map(|period| (period, 1)),
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
        for text in [
            "HỌC KỲ I",
            "Kết quả học kì 1, năm học 2023-2024",
            "KQ HKI",
            "kq_hk1.xlsx",
            "BC HK 1",
            "Sơ kết học kỳ một",
            "Giữa năm học",
            "Việc HKI chuyển sang HKII",
        ] {
            assert_eq!(parse(text), Some(Period::Hk1), "{text}");
        }
        for text in
            ["HỌC KỲ II NĂM HỌC 2023-2024", "KQ HKII", "BC_HK2.xlsx", "Báo cáo cuối năm học", "Kết quả cả năm", "HKll", "học kì hai"]
        {
            assert_eq!(parse(text), Some(Period::Hk2), "{text}");
        }
    }

    #[test]
    fn a_title_or_a_sheet_tells_its_month() {
        for (text, month) in [
            ("BÁO CÁO KẾT QUẢ THÁNG 10/2023", Some(10)),
            ("T9", Some(9)),
            ("KQ T11", Some(11)),
            ("Thang 01", Some(1)),
            ("Tháng 9, 10/2023", None),
            ("Tháng 9 và tháng 10", None),
            ("Ban Mai, ngày 05 tháng 01 năm 2024", None),
            ("Sheet1", None),
            ("T13", None),
            ("TH2", None),
        ] {
            assert_eq!(super::month(text), month, "{text}");
        }
        assert_eq!((of_month(9), of_month(1), of_month(3)), (Period::Hk1, Period::Hk1, Period::Hk2));
    }

    #[test]
    fn the_day_up_to_which_a_report_goes_lies_in_its_half() {
        for (text, half) in [
            ("(Tính đến ngày 31/12/2023)", Some(Period::Hk1)),
            ("Số liệu tính đến hết ngày 15 tháng 5 năm 2024", Some(Period::Hk2)),
            ("Số liệu đến 10/01/2024", Some(Period::Hk1)),
            ("Tính đến nay", None),
            ("Ban Mai, ngày 31/12/2023", None),
            ("Tính đến tháng 5", None),
        ] {
            assert_eq!(super::until(text), half, "{text}");
        }
    }

    #[test]
    fn what_is_said_of_both_halves_is_the_same() {
        assert_eq!(without("Kết quả học kỳ I"), "ket qua");
        assert_eq!(without("Kết quả cả năm học"), without("KẾT QUẢ HKI"));
        assert_eq!(without("Cuối năm / Mức 1"), without("Học kì 1 / Mức 1"));
        assert_eq!(without("Phương hướng HKII"), "phuong huong");
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
            "Các việc chưa xong, chuyển tiếp sang học kỳ II",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
