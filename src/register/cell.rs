//! The text of one cell of a register in, the value out, or nothing where it is none.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::model::SchoolKind;
use crate::phrase;
use crate::text;

/// A code as text: no spaces, no `.0` of a number.
pub(super) fn code(raw: &str) -> String {
    let code: String = text::clean(raw).split_whitespace().collect();
    let code = code.trim_start_matches('\'');
    match code.strip_suffix(".0") {
        Some(whole) if whole.bytes().all(|letter| letter.is_ascii_digit()) => whole.to_owned(),
        _ => code.to_owned(),
    }
}

/// What stands where there is nothing to say.
pub(super) fn is_nothing(raw: &str) -> bool {
    matches!(
        text::fold(raw).as_str(),
        "" | "khong" | "khong co" | "chua" | "chua co" | "chua dat" | "k" | "0" | "chua cong nhan" | "khong dat"
    )
}

/// "Cấp độ 2", "II", "2": one number from 1 to `highest`.
pub(super) fn level(raw: &str, highest: u8) -> Option<u8> {
    let folded = text::fold(raw);
    let mut numbers = folded.split(|letter: char| !letter.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let number = match (numbers.next(), numbers.next()) {
        (Some(digits), None) => digits.parse().ok(),
        (None, _) => folded
            .rsplit(' ')
            .next()
            .and_then(|word| ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == word))
            .and_then(|at| u8::try_from(at + 1).ok()),
        _ => None,
    };
    number.filter(|number| (1..=highest).contains(number))
}

/// What Excel counts days from, for days after February 1900.
const EXCEL_DAY_0: Date = date(1899, 12, 30);

/// `20/05/2022`, `2022-05-20`, `20.5.2022`, with or without a time of day, or the number Excel keeps for a day.
pub(super) fn day(raw: &str) -> Option<Date> {
    let cleaned = text::clean(raw);
    let first = cleaned.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<i32> = first.split(['/', '-', '.']).map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let of = |year: i32, month: i32, day: i32| Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok();
    let day = match parts[..] {
        [serial @ 30_000..=80_000] => EXCEL_DAY_0.checked_add(serial.days()).ok(),
        [year, month, day] if year >= 1000 => of(year, month, day),
        [day, month, year @ 0..100] => of(2000 + year, month, day),
        [day, month, year] => of(year, month, day),
        _ => None,
    };
    day.filter(|day| (1990..=2100).contains(&day.year()))
}

/// "Tiểu học", "MN", "TH&THCS": what offices write for a kind of school.
pub(super) fn kind(raw: &str) -> Option<SchoolKind> {
    const WORDS: &[(SchoolKind, &[&str])] = &[
        (
            SchoolKind::MamNon,
            &["mam non", "mn", "mau giao", "mg", "nha tre", "gdmn", "mam non mau giao", "giao duc mam non", "mam non doc lap"],
        ),
        (SchoolKind::TieuHoc, &["tieu hoc", "th", "tih", "cap 1", "cap i", "gdth", "giao duc tieu hoc"]),
        (SchoolKind::Thcs, &["thcs", "trung hoc co so", "cap 2", "cap ii", "ptdtbt thcs", "ptdtnt thcs"]),
        (SchoolKind::Thpt, &["thpt", "trung hoc pho thong", "cap 3", "cap iii", "thpt chuyen", "ptdtnt thpt"]),
        (
            SchoolKind::NhieuCap,
            &[
                "nhieu cap",
                "nhieu cap hoc",
                "pho thong nhieu cap",
                "pho thong nhieu cap hoc",
                "pho thong co nhieu cap hoc",
                "th thcs",
                "th va thcs",
                "tieu hoc va thcs",
                "tieu hoc thcs",
                "tieu hoc va trung hoc co so",
                "lien cap",
                "thcs thpt",
                "thcs va thpt",
                "th thcs thpt",
                "th thcs va thpt",
                "truong pho thong co nhieu cap hoc",
                "pho thong lien cap",
                "tieu hoc thcs va thpt",
            ],
        ),
        (
            SchoolKind::Gdtx,
            &[
                "gdtx",
                "giao duc thuong xuyen",
                "gdnn gdtx",
                "tt gdtx",
                "tt gdnn gdtx",
                "trung tam gdtx",
                "trung tam gdnn gdtx",
                "trung tam giao duc thuong xuyen",
            ],
        ),
    ];
    let folded = text::fold(raw);
    let folded = folded.strip_prefix("truong ").unwrap_or(&folded);
    let code = SchoolKind::ALL.into_iter().find(|kind| kind.code().replace('_', " ") == folded);
    let word = || WORDS.iter().find(|(_, words)| words.contains(&folded)).map(|(kind, _)| *kind);
    code.or_else(word).or_else(|| phrase::school::parse(raw).kind)
}

/// "Công lập", "Tư thục": who runs the school, which some offices call its Loại hình. It says nothing of what it teaches.
pub(super) fn is_ownership(raw: &str) -> bool {
    matches!(
        text::fold(raw).as_str(),
        "cong lap"
            | "ngoai cong lap"
            | "tu thuc"
            | "dan lap"
            | "ban cong"
            | "cl"
            | "ncl"
            | "tt"
            | "cong lap tu chu"
            | "truong cong lap"
            | "truong tu thuc"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_text() {
        for (raw, read) in [(" 0123 4567 ", "01234567"), ("1234567.0", "1234567"), ("'01234567", "01234567"), ("A1.0", "A1.0"), ("", "")] {
            assert_eq!(code(raw), read);
        }
    }

    #[test]
    fn a_level_is_one_number_within_its_range() {
        for (raw, read) in [
            ("2", Some(2)),
            ("Cấp độ 2", Some(2)),
            ("Mức độ II", Some(2)),
            ("III", Some(3)),
            ("Mức 4", Some(4)),
            ("5", None),
            ("1-2", None),
            ("đạt", None),
            ("", None),
            ("999", None),
        ] {
            assert_eq!(level(raw, 4), read, "{raw}");
        }
    }

    #[test]
    fn a_day_is_read_day_first_or_as_iso_and_never_guessed() {
        for (raw, read) in [
            ("20/05/2022", Some(date(2022, 5, 20))),
            ("2022-05-20", Some(date(2022, 5, 20))),
            ("2022-05-20 00:00:00", Some(date(2022, 5, 20))),
            ("2022-05-20T00:00:00", Some(date(2022, 5, 20))),
            ("5.6.2021", Some(date(2021, 6, 5))),
            ("5/6/21", Some(date(2021, 6, 5))),
            ("44701", Some(date(2022, 5, 20))),
            ("31/02/2022", None),
            ("05/20/2022", None),
            ("2022", None),
            ("tháng 5/2022", None),
            ("20/05/1022", None),
            ("", None),
        ] {
            assert_eq!(day(raw), read, "{raw}");
        }
    }

    #[test]
    fn kinds_are_known_by_name_code_and_abbreviation() {
        for (raw, read) in [
            ("Mầm non", Some(SchoolKind::MamNon)),
            ("MN", Some(SchoolKind::MamNon)),
            ("tieu_hoc", Some(SchoolKind::TieuHoc)),
            ("TH&THCS", Some(SchoolKind::NhieuCap)),
            ("Nhiều cấp học", Some(SchoolKind::NhieuCap)),
            ("Trường THPT", Some(SchoolKind::Thpt)),
            ("TT GDNN-GDTX", Some(SchoolKind::Gdtx)),
            ("Công lập", None),
            ("", None),
        ] {
            assert_eq!(kind(raw), read, "{raw}");
        }
        assert!(is_ownership("Ngoài công lập"));
    }
}
