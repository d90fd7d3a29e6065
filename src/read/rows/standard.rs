//! The cell of a column of standards, or the title of one, in, which standard it names out.

use crate::framework::{Framework, Standard};
use crate::model::Criterion;
use crate::phrase;
use crate::read::header::likeness_from;
use crate::read::names::spelled_out;
use crate::text::{fold, opens_with_words};

/// The standard that the cell of a column of standards names: "Tiêu chuẩn 2", "2", "2. Cán bộ quản lý", "II".
pub(super) fn standard_of(text: &str) -> Option<u8> {
    let opening = text.trim().split(['.', ':', ' ', ')', '-']).next().unwrap_or_default();
    let number = counted(opening);
    // "TC 1: Tổ chức" in that column is no criterion.
    let short = || {
        let rest = ["TC", "Tc", "T.C"].iter().find_map(|short| text.trim().strip_prefix(short))?.trim_start_matches(['.', ' ']);
        let number = rest.split([':', ' ', ')', '-', '\n']).next()?.trim_end_matches('.');
        number.parse::<u8>().ok().filter(|number| (1..=9).contains(number))
    };
    phrase::criterion::parse(text, None, None).standard.or(number).or_else(short)
}

/// The one standard that the title of a table names: "KẾ HOẠCH CẢI TIẾN TIÊU CHUẨN 1".
pub(super) fn of_title(line: &str) -> Option<u8> {
    const LONGEST: usize = 100;
    const OPENINGS: &[&str] = &["ke hoach", "bao cao", "ket qua", "bang", "bieu", "phu luc", "tu danh gia", "danh gia", "tong hop"];
    let folded = fold(line);
    if line.chars().count() > LONGEST || !OPENINGS.iter().any(|opening| opens_with_words(&folded, opening)) {
        return None;
    }
    let (_, behind) = folded.split_once("tieu chuan ")?;
    let mut words = behind.split(' ');
    let number = counted(&words.next()?.to_uppercase())?;
    // "Tiêu chuẩn 1, 2", "tiêu chuẩn 1 đến 5", and two that are named are several.
    let several = |word: &str| matches!(word, "va" | "den") || counted(&word.to_uppercase()).is_some();
    (!behind.contains("tieu chuan") && !words.next().is_some_and(several)).then_some(number)
}

/// The standard that a sheet called "TC2" holds, where its criteria are counted within it. Where all of them are "Tiêu chí 2", the name may be theirs.
pub(super) fn of_sheet(name: &str, codes: impl Iterator<Item = u8>) -> Option<u8> {
    let bare = name.trim().trim_start_matches(['T', 't', 'C', 'c', 'h', 'H', '.', ' ']);
    let short = fold(name.trim().strip_suffix(bare)?).replace(' ', "");
    let number = counted(&bare.to_uppercase()).filter(|_| matches!(short.as_str(), "tc" | "tch"))?;
    let mut codes = codes.peekable();
    codes.peek()?;
    codes.any(|code| code != number).then_some(number)
}

/// `2`, `II`.
pub(super) fn counted(number: &str) -> Option<u8> {
    let roman = || ["I", "II", "III", "IV", "V"].iter().position(|known| *known == number).and_then(|at| u8::try_from(at + 1).ok());
    number.parse().ok().or_else(roman).filter(|number| (1..=9).contains(number))
}

/// The standard of this title, or of the one title that begins so.
pub(in crate::read) fn standard_titled(framework: &Framework, title: &str) -> Option<u8> {
    const SAME: f64 = 0.9;
    let folded = fold(title);
    // One word alone names nothing.
    folded.split(' ').nth(1)?;
    let is = |standard: &&Standard| likeness_from(&folded, &fold(&standard.title), SAME) >= SAME;
    let begins = |standard: &&Standard| fold(&standard.title).starts_with(&folded);
    let only = |wanted: &dyn Fn(&&Standard) -> bool| {
        let mut found = framework.standards.iter().filter(wanted);
        found.next().filter(|_| found.next().is_none()).map(|standard| standard.number)
    };
    only(&is).or_else(|| only(&begins))
}

/// "3. Cơ sở vật chất", "III/ Cơ sở vật chất", "TC3: Cơ sở vật chất": the number before a title, and the title.
pub(super) fn numbered_title(text: &str) -> (Option<u8>, &str) {
    let bare = ["TC", "T.C"].into_iter().find_map(|short| text.strip_prefix(short)).unwrap_or(text).trim_start_matches(['.', ' ']);
    let split = bare.split_once(['.', ':', '/', ')', '-', '–']).and_then(|(number, title)| Some((counted(number.trim())?, title.trim())));
    split.map_or((None, text), |(number, title)| (Some(number), title))
}

/// The standard whose whole title this is.
pub(super) fn title_of_standard(framework: &Framework, title: &str) -> Option<u8> {
    framework.standards.iter().find(|standard| is_title(title, &standard.title)).map(|standard| standard.number)
}

/// The one criterion whose whole title this is, of the standard in force before others.
pub(super) fn criterion_titled(framework: &Framework, standard: Option<u8>, title: &str) -> Option<Criterion> {
    let found: Vec<Criterion> = framework.criteria.iter().filter(|info| is_title(title, &info.title)).map(|info| info.criterion).collect();
    let own = || found.iter().copied().find(|criterion| standard.is_some() && criterion.standard() == standard);
    match found[..] {
        [only] => Some(only),
        _ => own(),
    }
}

/// Short titles ("Thư viện") are the same or none.
fn is_title(text: &str, title: &str) -> bool {
    const SAME: f64 = 0.9;
    let (text, title) = (spelled_out(&fold(text)), fold(title));
    text == title || title.split(' ').count() >= 4 && likeness_from(&text, &title, SAME) >= SAME
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_may_be_called_by_the_standard_it_holds() {
        let of = |name: &str, codes: &[u8]| of_sheet(name, codes.iter().copied());
        for (name, number) in [("TC1", 1), ("TC 2", 2), ("T.C 3", 3), ("TC.4", 4), ("tc5", 5), ("TC III", 3)] {
            assert_eq!(of(name, &[1, 6]), Some(number), "{name}");
        }
        for name in ["TC1.2", "TC", "TC 1-3", "TH1", "Sheet1", "TC12", "1", "C1"] {
            assert_eq!(of(name, &[1, 6]), None, "{name}");
        }
        assert_eq!(of("TC2", &[2, 2]), None, "the criterion itself, it may be");
        assert_eq!(of("TC2", &[]), None);
    }

    #[test]
    fn the_title_of_a_table_may_name_its_standard() {
        for (line, number) in
            [("KẾ HOẠCH CẢI TIẾN TIÊU CHUẨN 1", 1), ("Bảng 3. Tiêu chuẩn III: Cơ sở vật chất", 3), ("Kết quả tự đánh giá tiêu chuẩn 5", 5)]
        {
            assert_eq!(of_title(line), Some(number), "{line}");
        }
        for line in [
            "Kế hoạch cải tiến tiêu chuẩn 1 và 2",
            "Báo cáo tiêu chuẩn 1, tiêu chuẩn 2",
            "Kế hoạch cải tiến các tiêu chuẩn",
            "Kết quả tiêu chuẩn 1 đến 5",
            "Căn cứ tiêu chuẩn 1",
        ] {
            assert_eq!(of_title(line), None, "{line}");
        }
    }
}
