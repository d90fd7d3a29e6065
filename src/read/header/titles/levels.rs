//! A title in, the level it names out, whatever the school calls it: "Đạt M1", "Mức 01", "Cấp độ 2", "MĐ3", "Tiêu chí đạt mức hai".

use crate::model::Address;
use crate::read::grid::{Grid, Row};
use crate::read::header::title::Title;
use crate::text;

/// The highest level that criteria have; Mức 4 is a list of its own.
const HIGHEST: usize = 3;
/// What may stand before the level.
const BEFORE: &[&str] = &["tieu chi", "ket qua", "kq", "dat duoc", "dat o", "dat"];
const NAMES: &[&str] = &["muc dat", "muc do", "muc", "cap do", "cap", "level", "md", "m"];
const NUMBERS: [&[&str]; HIGHEST] = [&["1", "01", "i", "mot"], &["2", "02", "ii", "hai"], &["3", "03", "iii", "ba"]];
const NOT_REACHED: &[&str] = &["khong dat", "chua dat", "ko dat", "k dat", "kd", "duoi"];

/// The title as the forms spell it: `muc 2`, or `khong dat` where it denies the first level or all of them. `title` as written: "Mục 1" names
/// no level.
pub(super) fn spelled(title: &str, folded: &str) -> Option<String> {
    if !folded.ends_with(|letter: char| letter.is_ascii_digit() || "iotab".contains(letter)) || title.to_lowercase().contains("mục") {
        return None;
    }
    let after = |rest: &'_ str, words: &[&str]| -> Option<String> {
        words.iter().find_map(|word| Some(rest.strip_prefix(word)?.strip_prefix(' ')?.to_owned()))
    };
    if let Some(denied) = after(folded, NOT_REACHED) {
        // "Không đạt Mức 2" says nothing of Mức 1.
        let of_all = || denied.strip_prefix("muc ").is_some_and(|levels| levels.starts_with("1 2"));
        return (level(&denied) == Some(1) || of_all()).then(|| "khong dat".to_owned());
    }
    let mut rest = folded.strip_suffix(" dat").unwrap_or(folded).to_owned();
    while let Some(next) = level(&rest).is_none().then(|| after(&rest, BEFORE)).flatten() {
        rest = next;
    }
    level(&rest).map(|level| format!("muc {level}"))
}

/// "muc 2", "m2", "cap do hai": a number behind the name of levels.
fn level(folded: &str) -> Option<usize> {
    let number = NAMES.iter().find_map(|name| folded.strip_prefix(name)).map(str::trim_start)?;
    NUMBERS.iter().position(|spellings| spellings.contains(&number)).map(|at| at + 1)
}

/// Whether a title names a level: "Đạt M1", "Cấp độ 2".
pub(in crate::read) fn names_level(title: &str) -> bool {
    spelled(title, &text::fold(title)).is_some()
}

/// Whether titles are the numbers of levels below this one: "I | II | III" below "Đạt mức".
pub(in crate::read) fn are_numbers(over: &str, titles: &[String]) -> bool {
    let of_levels = heads_levels(&text::fold(over));
    of_levels && titles.iter().zip(NUMBERS).all(|(title, spellings)| spellings.contains(&text::fold(title).as_str()))
}

/// "Đạt", "Mức đạt", "Kết quả đạt mức".
fn heads_levels(folded: &str) -> bool {
    text::holds_words(folded, "dat") || text::holds_words(folded, "muc")
}

/// "Không đạt" over "Mức 1", beside "Đạt" over "Mức 1" and "Mức 2": the one column of what is not met, and no second of that level.
pub(super) fn name_denied(titles: &mut [Title]) {
    const DENIED: &[&str] = &["khong dat", "chua dat", "kd"];
    let above = |title: &Title| DENIED.iter().find_map(|words| title.upper.strip_suffix(words)).map(|rest| rest.trim_end().to_owned());
    let denied: Vec<(usize, String)> = titles.iter().enumerate().filter_map(|(at, title)| Some((at, above(title)?))).collect();
    let [(at, upper)] = &denied[..] else { return };
    let again = titles.iter().filter(|title| title.leaf == titles[*at].leaf).count() > 1;
    if again && titles[*at].leaf == "muc 1" {
        titles[*at].leaf = "khong dat".to_owned();
        titles[*at].upper.clone_from(upper);
    }
}

/// "I | II | III" or "1 | 2 | 3" below "Đạt mức": numbers by themselves are levels where the title above says so.
pub(super) fn name_numbers(titles: &mut [Title]) {
    let number = |title: &Title| {
        let spellings = |at: usize| NUMBERS[at].contains(&title.leaf.as_str());
        heads_levels(&title.upper).then(|| (0..HIGHEST).find(|at| spellings(*at))).flatten()
    };
    let numbers: Vec<Option<usize>> = titles.iter().map(number).collect();
    let found: Vec<usize> = numbers.iter().flatten().copied().collect();
    if found != [0, 1] && found != [0, 1, 2] {
        return;
    }
    for (title, number) in titles.iter_mut().zip(numbers) {
        if let Some(number) = number {
            title.leaf = format!("muc {}", number + 1);
        }
    }
}

/// Whether a row holds nothing but "1 | 2 | 3" below a title of levels that covers them: it divides that title. A row that numbers all columns
/// of the table covers the others too.
pub(super) fn divide(grid: &Grid, above: &Row, row: &Row) -> bool {
    let counts = || row.cells.iter().zip(1..).all(|(cell, number)| cell.text.trim() == number.to_string());
    let Some(first) = row.cells.first() else { return false };
    if !matches!(row.cells.len(), 2 | HIGHEST) || row.index != above.index + 1 || !counts() {
        return false;
    }
    let Some(title) = above.get(first.column) else { return false };
    let of_levels = heads_levels(&text::fold(&title.text));
    let free = row.cells[1..].iter().all(|cell| above.get(cell.column).is_none_or(|over| over.text == title.text));
    let merged = grid.merge_at(Address::new(above.index, first.column));
    of_levels && free && merged.is_none_or(|area| area.columns() as usize == row.cells.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_found_in_what_schools_call_it() {
        for (title, expected) in [
            ("Đạt M1", "muc 1"),
            ("Mức 01", "muc 1"),
            ("Mức hai", "muc 2"),
            ("Mức đạt 3", "muc 3"),
            ("Đạt mức độ 2", "muc 2"),
            ("Đạt mức II", "muc 2"),
            ("Cấp độ 1", "muc 1"),
            ("M.3", "muc 3"),
            ("MĐ2", "muc 2"),
            ("Tiêu chí đạt mức 1", "muc 1"),
            ("Kết quả đạt Mức 2", "muc 2"),
            ("Mức 1 đạt", "muc 1"),
            ("Mức (1)", "muc 1"),
            ("Chưa đạt mức 1", "khong dat"),
            ("Dưới mức 1", "khong dat"),
            ("KĐ Mức 1", "khong dat"),
            ("Không đạt mức 1, 2, 3", "khong dat"),
        ] {
            assert_eq!(spelled(title, &text::fold(title)).as_deref(), Some(expected), "{title}");
        }
        let others = [
            "Mục 1",
            "Mức 4",
            "Tiêu chí Mức 4",
            "Không đạt mức 2",
            "Mức đạt",
            "Đạt",
            "Mức 1, 2",
            "Tiêu chí 1",
            "Kết quả HK I",
            "Đạt lần 1",
            "Quý I",
            "Mức 1 năm trước",
        ];
        for title in others {
            assert_eq!(spelled(title, &text::fold(title)), None, "{title}");
        }
    }
}
