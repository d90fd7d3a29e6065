//! The name of a file and of its folder in, which version of a report it says it is, and of which part of the school, out.

use super::file_day::{self, NameDay};
use crate::text;

/// What a file name tells, else the folder that is nearest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub number: u32,
    /// What gave the number.
    pub by: By,
    pub day: Option<NameDay>,
    /// "Bản nháp", "cũ": kept, not sent.
    pub set_aside: bool,
    /// "KH bổ sung": adds to what was sent.
    pub adds: bool,
    /// "cơ sở 2", "điểm trường Bản Mới", "tổ Văn", "cấp tiểu học": who of the school it is from.
    pub part: Option<String>,
    /// The stages of schooling that its name names, one by one.
    stages: Vec<Stage>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum By {
    #[default]
    Nothing,
    /// `_v2`, "lần 3", "(2)".
    Count,
    /// "bổ sung", "sửa".
    Word,
    FolderCount,
    FolderWord,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Preschool,
    Primary,
    LowerSecondary,
    UpperSecondary,
}

const REWORKED: &[&str] = &[
    "sua",
    "bo sung",
    "moi",
    "chinh sua",
    "final",
    "chinh thuc",
    "dieu chinh",
    "da ky",
    "ban ky",
    "co dau",
    "chot",
    "ban cuoi",
    "hoan chinh",
];

/// In the name of a folder "mới" may be of a place (Chợ Mới), "sửa" of works.
const REWORKED_FOLDER: &[&str] = &[
    "final",
    "chinh thuc",
    "ban chinh",
    "ban moi",
    "ban sua",
    "da sua",
    "da chinh sua",
    "hoan chinh",
    "ban cuoi",
    "da ky",
    "ban ky",
    "chot",
];

const NOT_YET: &[&str] = &[
    "chua sua",
    "chua chinh sua",
    "chua dieu chinh",
    "chua chinh thuc",
    "chua hoan chinh",
    "truoc khi sua",
    "chua ky",
    "chua chot",
    "chua co dau",
];

const SET_ASIDE: &[&str] = &["ban nhap", "file nhap", "du thao", "draft", "ban cu", "file cu", "backup", "sao luu", "khong dung", "bo di"];

/// A file "… bổ sung" may as well be the whole, completed.
const ADDS: &[&str] =
    &["ke hoach bo sung", "kh bo sung", "ctcl bo sung", "bo sung ke hoach", "bo sung kh", "bao cao bo sung", "viec bo sung"];

/// What is counted, but not versions: "cơ sở 2", "phụ lục 1", "biểu 3".
const COUNTED: &[&str] = &[
    "so", "cs", "diem", "truong", "khu", "hieu", "phan", "luc", "pl", "bieu", "mau", "trang", "to", "khoi", "tc", "chuan", "chi", "bang",
    "sheet", "cum", "thon", "lop",
];

pub(super) fn named(file: &str) -> Named {
    let last = file.rsplit('/').next().unwrap_or(file);
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let folders = || file.rsplit('/').skip(1);
    let day = std::iter::once(stem).chain(folders()).find_map(file_day::named);
    // What is left of a name counts versions: "09.01.2024" is no ninth.
    let without_day = |name: &str| Words::of(&file_day::named(name).map_or_else(|| name.to_owned(), |(_, rest)| rest));
    let stem = without_day(stem);
    let folders: Vec<Words> = folders().map(without_day).collect();
    let mut named = Named {
        day: day.map(|(day, _)| day),
        set_aside: stem.is_set_aside() || folders.iter().any(|folder| folder.is_set_aside() || folder.folded == "cu"),
        adds: ADDS.iter().any(|words| stem.has(words)) && !["dieu chinh", "sua", "thay the"].iter().any(|word| stem.has(word)),
        part: std::iter::once(&stem).chain(&folders).find_map(Words::part),
        stages: std::iter::once(&stem).chain(&folders).flat_map(Words::stages).collect(),
        ..Named::default()
    };
    (named.number, named.by) = stem
        .count()
        .or_else(|| stem.last_number())
        .map(|number| (number, By::Count))
        .or_else(|| stem.says(REWORKED).then_some((2, By::Word)))
        .or_else(|| folders.iter().find_map(Words::count).map(|number| (number, By::FolderCount)))
        .or_else(|| folders.iter().any(|folder| folder.says(REWORKED_FOLDER)).then_some((2, By::FolderWord)))
        .unwrap_or_default();
    named
}

/// Of files of one school that has several stages of schooling: the stage each alone names, where every one names one.
pub(super) fn tell_stages_apart(files: &mut [&mut Named]) {
    let others = |at: usize| files.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| &other.stages);
    let own: Vec<Vec<Stage>> = (0..files.len())
        .map(|at| {
            let count = |stages: &[Stage], stage: Stage| stages.iter().filter(|own| **own == stage).count();
            let mut alone: Vec<Stage> = Vec::new();
            for stage in &files[at].stages {
                let more = others(at).any(|other| count(other, *stage) < count(&files[at].stages, *stage));
                if more && !alone.contains(stage) {
                    alone.push(*stage);
                }
            }
            alone
        })
        .collect();
    if own.iter().any(|stages| stages.len() != 1) {
        return;
    }
    for (file, stages) in files.iter_mut().zip(own) {
        file.part.get_or_insert_with(|| format!("{:?}", stages[0]));
    }
}

/// The words of a name, folded and as they are written.
struct Words {
    folded: String,
    written: String,
}

impl Words {
    fn of(name: &str) -> Words {
        let spaced = name.replace(['_', '-', '.', '(', ')', '[', ']', '&', '+'], " ");
        let written = spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        Words { folded: text::fold(&spaced), written }
    }

    fn words(&self) -> Vec<&str> {
        self.folded.split(' ').collect()
    }

    fn has(&self, words: &str) -> bool {
        format!(" {} ", self.folded).contains(&format!(" {words} "))
    }

    fn says(&self, known: &[&str]) -> bool {
        known.iter().any(|words| self.has(words)) && !NOT_YET.iter().any(|words| self.has(words))
    }

    fn is_set_aside(&self) -> bool {
        // Without their marks "nháp" and "cũ" may be "nhập" and "Cư".
        let marked = |word: &str| self.written.split(' ').any(|own| own == word);
        marked("nháp") || marked("cũ") || SET_ASIDE.iter().chain(NOT_YET).any(|words| self.has(words))
    }

    /// "v2", "lần 3", "đợt 2".
    fn count(&self) -> Option<u32> {
        let words = self.words();
        let after = |word: &str| words.windows(2).find(|pair| pair[0] == word).and_then(|pair| pair[1].parse::<u32>().ok());
        let attached = words.iter().find_map(|word| word.strip_prefix('v').and_then(|digits| digits.parse::<u32>().ok()));
        attached.or_else(|| ["v", "lan", "dot", "ver", "version", "ban"].iter().find_map(|word| after(word)))
    }

    /// "(2)", where it counts nothing else.
    fn last_number(&self) -> Option<u32> {
        let words = self.words();
        let [.., before, last] = words.as_slice() else { return None };
        // "bản số 2" counts versions, "Lê Lợi số 2" schools.
        let of_version = matches!(words.as_slice(), [.., "ban" | "lan", "so", _]);
        last.parse().ok().filter(|number| *number < 20 && (of_version || !COUNTED.contains(before)))
    }

    /// "cơ sở 2", "điểm trường Bản Mới", "tổ Văn": up to what tells a version.
    fn part(&self) -> Option<String> {
        let (words, written) = (self.words(), self.written.split(' ').collect::<Vec<_>>());
        let numbered = ["co so", "cs", "diem truong", "diem", "phan hieu", "khu", "khoi", "phan"];
        let opens = |at: usize| {
            let rest = words[at..].join(" ");
            let number = numbered.iter().find_map(|noun| {
                let rest = rest.strip_prefix(*noun)?.strip_prefix(' ')?;
                let number = rest.split(' ').next()?;
                let counts = number.parse::<u32>().is_ok_and(|number| number < 20) || number == "chinh" || number == "le";
                counts.then(|| format!("{noun} {number}"))
            });
            let site = || rest.strip_prefix("diem truong ").or_else(|| rest.strip_prefix("phan hieu ")).map(until_version);
            let team = || rest.strip_prefix("to ").filter(|_| words.len() == written.len() && written[at] == "tổ").map(until_version);
            number.or_else(|| site().or_else(team).map(str::to_owned)).filter(|part: &String| !part.is_empty())
        };
        (0..words.len()).find_map(opens)
    }

    fn stages(&self) -> Vec<Stage> {
        let words = self.words();
        let mut stages = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let rest = words[at..].join(" ") + " ";
            const NAMES: &[(&str, Stage)] = &[
                ("trung hoc co so ", Stage::LowerSecondary),
                ("trung hoc pho thong ", Stage::UpperSecondary),
                ("tieu hoc ", Stage::Primary),
                ("mam non ", Stage::Preschool),
                ("thcs ", Stage::LowerSecondary),
                ("thpt ", Stage::UpperSecondary),
                ("th ", Stage::Primary),
                ("mn ", Stage::Preschool),
            ];
            let named = NAMES.iter().find(|(name, _)| rest.starts_with(name));
            stages.extend(named.map(|(_, stage)| *stage));
            at += named.map_or(1, |(name, _)| name.trim_end().split(' ').count());
        }
        stages
    }
}

/// "văn lần 2" → "văn".
fn until_version(rest: &str) -> &str {
    let ends = [" lan ", " v", " ban ", " sua", " moi", " bo sung", " chinh ", " dieu chinh", " final", " nhap", " cu"];
    let end = ends.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    rest[..end].trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ')
}

#[cfg(test)]
mod tests {
    use super::{By, Named, named, tell_stages_apart};

    #[test]
    fn a_file_name_tells_its_version() {
        for (name, number) in [
            ("thcs-a.xlsx", 0),
            ("thcs-a_v2.xlsx", 2),
            ("THCS A (lần 3).xlsx", 3),
            ("mn hoa sen (2).xlsx", 2),
            ("x/th-b bổ sung.xlsx", 2),
            ("th 2023.xlsx", 0),
            ("bao-cao/02.xlsx", 0),
            ("TH A chưa sửa.xlsx", 0),
            ("TH A - cơ sở 2.xlsx", 0),
            ("TH A phụ lục 3.xlsx", 0),
            ("TH A biểu 2.xlsx", 0),
            ("TH Lê Lợi số 2.xlsx", 0),
            ("TH Lê Lợi bản số 2.xlsx", 2),
            ("KH 09.01.2024.xlsx", 0),
        ] {
            assert_eq!(named(name).number, number, "{name}");
        }
    }

    #[test]
    fn the_folder_tells_the_version_where_the_name_does_not() {
        for (name, number, by) in [
            ("Lần 2/THCS A.xlsx", 2, By::FolderCount),
            ("Đợt 1/THCS A.xlsx", 1, By::FolderCount),
            ("Lần 1/THCS A (lần 3).xlsx", 3, By::Count),
            ("THCS A/Bản chính/KH.xlsx", 2, By::FolderWord),
            ("Xã Chợ Mới/THCS A.xlsx", 0, By::Nothing),
            ("Cụm 3/THCS A.xlsx", 0, By::Nothing),
            ("Chưa chính thức/THCS A.xlsx", 0, By::Nothing),
        ] {
            let Named { number: read, by: read_by, .. } = named(name);
            assert_eq!((read, read_by), (number, by), "{name}");
        }
    }

    #[test]
    fn a_draft_and_an_old_copy_are_set_aside() {
        for (name, aside) in [
            ("THCS A/Bản nháp/KH.xlsx", true),
            ("cũ/THCS A.xlsx", true),
            ("Cu/THCS A.xlsx", true),
            ("THCS A (bản cũ).xlsx", true),
            ("THCS A dự thảo.xlsx", true),
            ("Cư Kuin/THCS A.xlsx", false),
            ("Nhập liệu/THCS A.xlsx", false),
            ("TH Cu Pui.xlsx", false),
        ] {
            assert_eq!(named(name).set_aside, aside, "{name}");
        }
    }

    #[test]
    fn a_name_tells_which_part_of_the_school_it_is_from() {
        for (name, part) in [
            ("THCS A - cơ sở 2.xlsx", Some("co so 2")),
            ("THCS A/Cơ sở 1/KH.xlsx", Some("co so 1")),
            ("MN B điểm trường Bản Mo lần 2.xlsx", Some("ban mo")),
            ("TH C - KH tổ Văn (2).xlsx", Some("van")),
            ("TH C - KH khối 4.xlsx", Some("khoi 4")),
            ("TH Tô Hiệu.xlsx", None),
            ("TH To Hieu 2.xlsx", None),
            ("Trung học cơ sở A.xlsx", None),
        ] {
            assert_eq!(named(name).part.as_deref(), part, "{name}");
        }
    }

    #[test]
    fn stages_of_schooling_are_told_apart_by_what_each_name_alone_has() {
        let parts = |names: &[&str]| -> Vec<Option<String>> {
            let mut named: Vec<Named> = names.iter().map(|name| named(name)).collect();
            tell_stages_apart(&mut named.iter_mut().collect::<Vec<_>>());
            named.into_iter().map(|named| named.part).collect()
        };
        let (primary, secondary) = (Some("Primary".to_owned()), Some("LowerSecondary".to_owned()));
        assert_eq!(parts(&["TH&THCS A - Tiểu học.xlsx", "TH&THCS A - THCS.xlsx"]), [primary.clone(), secondary.clone()]);
        assert_eq!(parts(&["TH&THCS A/TH/KH.xlsx", "TH&THCS A/THCS/KH.xlsx"]), [primary, secondary]);
        assert_eq!(parts(&["TH&THCS A.xlsx", "TH&THCS A (2).xlsx"]), [None, None]);
        assert_eq!(parts(&["TH&THCS A.xlsx", "TH&THCS A - THCS.xlsx"]), [None, None]);
    }
}
