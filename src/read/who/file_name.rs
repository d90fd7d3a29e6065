//! The name of a file and of the folders it lies in → the school it is called after.

use super::{Named, holds_words, is_here, stranger};
use crate::finding::{self, Finding};
use crate::model::{School, SchoolKind};
use crate::phrase;
use crate::read::Context;
use crate::register::Match;
use crate::text;

/// "MN Hoa Sen (2)" as "MN Hoa Sen": what a browser adds to a file that it has fetched before is no number of the school.
pub(super) fn without_copy(stem: &str) -> &str {
    let numbered = stem.trim_end().strip_suffix(')').and_then(|stem| stem.rsplit_once('('));
    let copy = |number: &str| number.len() <= 2 && !number.is_empty() && number.bytes().all(|letter| letter.is_ascii_digit());
    numbered.filter(|(_, number)| copy(number)).map_or(stem, |(stem, _)| stem)
}

pub(super) fn by_file_name(file: &str, surroundings: &str, context: &Context<'_>, named: &mut Named) {
    let stem = without_copy(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    let path = text::fold(&stem.replace(['_', '-', '.', '/'], " "));
    if let Some(school) = path
        .split(' ')
        .filter(|word| word.len() >= 6 && word.bytes().any(|letter| letter.is_ascii_digit()))
        .find_map(|word| context.register.by_code(word))
    {
        named.findings.push(Finding::new(&finding::SCHOOL_FROM_FILE_NAME).with("name", &school.name).of_school(&school.id));
        named.school = Some(school.clone());
        return;
    }
    // The longest name of the register that stands in the path; the kind beside it tells schools of one name apart.
    let in_path = |path: &str| -> Vec<(usize, &School)> {
        let score = |school: &School| {
            let names = std::iter::once(school.name.as_str()).chain(school.aliases.iter().map(String::as_str));
            names.filter_map(|name| path_score(path, name, school)).max()
        };
        context.register.schools.iter().filter_map(|school| Some((score(school)?, school))).collect()
    };
    let mut best = in_path(&path);
    if best.is_empty() {
        best = in_path(&text::fold(&unjoined(stem).replace(['_', '-', '.', '/'], " ")));
    }
    if best.is_empty() {
        best = context.register.schools.iter().filter_map(|school| Some((run_together(&path, school)?, school))).collect();
    }
    let top = best.iter().map(|(score, _)| *score).max();
    let mut candidates: Vec<&School> = best.iter().filter(|(score, _)| Some(*score) == top).map(|(_, school)| *school).collect();
    if candidates.len() > 1 {
        let here: Vec<&School> = candidates.iter().copied().filter(|school| is_here(school, context, surroundings)).collect();
        if here.len() == 1 {
            candidates = here;
        }
    }
    match candidates[..] {
        [school] => {
            named.findings.push(Finding::new(&finding::SCHOOL_FROM_FILE_NAME).with("name", &school.name).of_school(&school.id));
            named.school = Some(school.clone());
        }
        [] => {
            let mut path = file.rsplit('/');
            let stem = path.next().unwrap_or(file);
            let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
            // "TH Kim Liên/ke hoach.xlsx": the folder nearest to the file that names one.
            let names = std::iter::once(stem).chain(path).map(|name| without_surroundings(&name.replace(['_', '-'], " ")));
            // "TH Bình An 1 - KQ TĐG" is the register's "Tiểu học Số 1 Bình An".
            let found = |name: String| {
                let phrase = phrase::school::parse(&name);
                match context.register.find_named(&phrase) {
                    Match::One(school) | Match::Close(school) if phrase.kind.is_some() => Some(school.clone()),
                    Match::None if context.register.schools.is_empty() => stranger(&phrase, context),
                    _ => None,
                }
            };
            if let Some(school) = names.filter_map(found).next() {
                named.findings.push(Finding::new(&finding::SCHOOL_FROM_FILE_NAME).with("name", &school.name).of_school(&school.id));
                named.school = Some(school);
            }
        }
        _ => {
            let listed: Vec<String> = candidates.iter().map(|school| format!("{} ({})", school.name, school.id)).collect();
            named
                .findings
                .push(Finding::new(&finding::SCHOOL_AMBIGUOUS).raw(file).with("name", file).with("candidates", listed.join("; ")));
        }
    }
}

/// "THCS Chu Van An" of `THCSChuVanAn`: a capital begins a word.
fn unjoined(stem: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let begins = |at: usize| {
        let low = |at: usize| letters.get(at).is_some_and(|letter| letter.is_lowercase());
        at > 0 && letters[at].is_uppercase() && (low(at - 1) || letters[at - 1].is_alphanumeric() && low(at + 1))
    };
    (0..letters.len()).flat_map(|at| [' '].into_iter().filter(move |_| begins(at)).chain([letters[at]])).collect()
}

/// "THCS Đông Cửu.xlsx" in which THCS Bắc Sơn stands: the name of the file, without its folders, is that of another school of the register.
pub(super) fn other_in_file_name(file: &str, school: &School, context: &Context<'_>) -> Option<Finding> {
    let stem = file.rsplit('/').next().unwrap_or(file);
    let stem = text::fold(&stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).replace(['_', '-', '.'], " "));
    let score = |of: &School| {
        let names = std::iter::once(of.name.as_str()).chain(of.aliases.iter().map(String::as_str));
        let coded = holds_words(&stem, &text::fold(&of.id)) && of.id.len() >= 5;
        names.filter_map(|name| path_score(&stem, name, of)).max().max(coded.then_some(usize::MAX))
    };
    if score(school).is_some() {
        return None;
    }
    let best = context.register.schools.iter().filter_map(|of| Some((score(of)?, of))).max_by_key(|(score, of)| (*score, &of.id));
    // A short name may be part of another word of the file's name.
    const LEAST: usize = 6;
    let (_, other) = best.filter(|(score, _)| *score >= LEAST)?;
    Some(Finding::new(&finding::FILE_NAMES_OTHER_SCHOOL).of_school(&school.id).with("named", &other.name).with("name", &school.name))
}

/// What files are called before their school's name: `43 KH CTCL THCS Kim Giang`. Folded.
pub(super) const BEFORE: &[&str] = &[
    "kq", "kh", "bc", "ctcl", "khctcl", "bcctcl", "tdg", "tong", "hop", "ke", "hoach", "bao", "cao", "ket", "qua", "cai", "tien", "chat",
    "luong", "tu", "danh", "gia", "bieu", "mau", "phu", "luc", "so", "nam", "hoc", "hki", "hkii", "hk1", "hk2", "copy", "of", "file",
    "cua",
];
/// What sheets are called besides. Folded.
pub(super) const OF_SHEETS: &[&str] =
    &["sheet", "trang", "nd", "kp", "dk", "dc", "cv", "pl", "tc", "thang", "quy", "dot", "lan", "minh", "chung", "th"];
/// What stands behind it, and is the last syllable of no name. Folded.
const BEHIND: &[&str] =
    &["kq", "kh", "bc", "ctcl", "khctcl", "bcctcl", "tdg", "hki", "hkii", "hk1", "hk2", "final", "copy", "v1", "v2", "v3"];

/// A file's name without what stands before and behind the school's. "THCS Tân Bình 1" keeps its number.
fn without_surroundings(stem: &str) -> String {
    let words: Vec<&str> = stem.split_whitespace().collect();
    let digits = |word: &str| word.trim_end_matches('.').bytes().all(|letter| letter.is_ascii_digit());
    let before = |word: &&&str| digits(word) || BEFORE.contains(&text::fold(word).as_str());
    let behind = |word: &&&str| digits(word) && word.len() == 4 || BEHIND.contains(&text::fold(word).as_str());
    let words = &words[words.iter().take_while(before).count()..];
    words[..words.len() - words.iter().rev().take_while(behind).count()].join(" ")
}

/// How much of a path a school's name covers: letters of the name, doubled where the kind stands right before it.
fn path_score(path: &str, name: &str, school: &School) -> Option<usize> {
    let phrase = phrase::school::parse(name);
    let bare = text::fold(phrase.name.as_deref().unwrap_or(name));
    if bare.is_empty() || !holds_words(path, &bare) {
        return None;
    }
    let padded = format!(" {path} ");
    let (before, behind) = padded.split_once(&format!(" {bare} ")).unwrap_or_default();
    let kind = school.kind.or(phrase.kind);
    // "TieuhocXuanLoc" has its words run together.
    let ends = |short: &&str| before.ends_with(&format!(" {short}")) || before.ends_with(&format!(" {}", short.replace(' ', "")));
    let stands_before = |kind: SchoolKind| short_names(kind).iter().any(ends);
    let kind_before = kind.is_some_and(stands_before);
    let other_kind = SchoolKind::ALL.into_iter().filter(|other| Some(*other) != kind).any(stands_before);
    if other_kind && !kind_before {
        return None;
    }
    let kind_here = kind_before || kind.is_some_and(|kind| stands_behind(kind, behind));
    if bare.len() < 4 && !kind_here {
        return None;
    }
    Some(bare.len() * if kind_here { 2 } else { 1 })
}

/// "Pa Tần mn", "Nà Nghịu TH": the kind right behind the name. "TH" is also what is done, and the sum, where more follows.
fn stands_behind(kind: SchoolKind, behind: &str) -> bool {
    let behind = behind.trim_end();
    let begins = |short: &&str| behind == *short || short.len() > 2 && behind.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    let of_kind = |kind: SchoolKind| short_names(kind).iter().filter(|short| begins(short)).map(|short| short.len()).max();
    let longest = SchoolKind::ALL.into_iter().filter_map(of_kind).max();
    longest.is_some() && of_kind(kind) == longest
}

/// "mn hoacuc tdg" holds "Mầm non Hoa Cúc": how many letters, where the kind stands right before them.
fn run_together(path: &str, school: &School) -> Option<usize> {
    const LEAST: usize = 6;
    let phrase = phrase::school::parse(&school.name);
    let name = text::fold(phrase.name.as_deref()?).replace(' ', "");
    let stands =
        |short: &&str| holds_words(path, &format!("{short} {name}")) || holds_words(path, &format!("{}{name}", short.replace(' ', "")));
    (name.len() >= LEAST && short_names(school.kind?).iter().any(stands)).then_some(name.len())
}

fn short_names(kind: SchoolKind) -> &'static [&'static str] {
    match kind {
        SchoolKind::MamNon => &["mn", "mam non", "mau giao", "mg", "nha tre", "mnon"],
        SchoolKind::TieuHoc => &["th", "tieu hoc", "tih"],
        SchoolKind::Thcs => &["thcs", "trung hoc co so"],
        SchoolKind::Thpt => &["thpt", "trung hoc pho thong"],
        SchoolKind::NhieuCap => &[
            "th thcs",
            "th va thcs",
            "tieu hoc va thcs",
            "tieu hoc va trung hoc co so",
            "thcs thpt",
            "thcs va thpt",
            "pt nhieu cap",
            "tieu hoc thcs",
        ],
        SchoolKind::Gdtx => &["gdtx", "gdnn gdtx", "giao duc thuong xuyen"],
    }
}

#[cfg(test)]
mod tests {
    use super::without_copy;

    #[test]
    fn the_number_of_a_second_download_is_none_of_the_school() {
        for (stem, bare) in [
            ("MN Hoa Sen (2)", "MN Hoa Sen "),
            ("ke-hoach/MN Hoa Sen(1)", "ke-hoach/MN Hoa Sen"),
            ("MN Hoa Sen 2", "MN Hoa Sen 2"),
            ("MN Hoa Sen 2 (1)", "MN Hoa Sen 2 "),
            ("THCS Hoa Sen (2023)", "THCS Hoa Sen (2023)"),
            ("THCS Hoa Sen (sửa)", "THCS Hoa Sen (sửa)"),
        ] {
            assert_eq!(without_copy(stem), bare, "{stem}");
        }
    }
}
