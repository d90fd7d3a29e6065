//! The titles of a header and the rows below them in; of several columns of levels the school's own of this year, and those named aside that
//! tell of a year before, of an aim, of a group's proposal or of what others found: "Mức năm trước | Mức năm nay", "Nhóm chấm | Hội đồng kết luận".

use super::people::NONE;
use super::title::Title;
use crate::model::SchoolYear;
use crate::phrase;
use crate::phrase::levels::Reached;
use crate::phrase::mark::Mark;
use crate::read::grid::Row;
use crate::text;
use crate::text::memory::MemoryUnder;

/// Rows that tell what stands under a title.
const ROWS: usize = 40;

/// Words of titles of levels that are not the school's own of this year, and whose they are. Folded.
const OTHERS: &[(&str, &[&str])] = &[
    ("mức của năm trước", &["nam truoc", "nam ngoai", "nam hoc truoc", "lan truoc", "ky truoc", "chu ky truoc", "truoc day"]),
    ("mức muốn đạt", &["can dat", "phan dau", "muc tieu", "dang ky", "ke hoach", "du kien", "huong toi", "yeu cau"]),
    ("mức do nhóm, tổ đề nghị", &["nhom", "to", "ca nhan", "bo phan", "so bo", "de nghi", "de xuat"]),
    ("mức do đoàn đánh giá ngoài xác định", &["danh gia ngoai", "doan danh gia", "dgn"]),
];

/// Who finds a level above the school. Folded.
const ABOVE: &[&str] = &[
    "xa",
    "phuong",
    "ubnd",
    "phong",
    "pgd",
    "so",
    "sgd",
    "huyen",
    "tinh",
    "cum",
    "doan",
    "cap",
    "bo",
    "to tham dinh",
    "hoi dong tham dinh",
];
/// What stands behind its name: "Sở đánh giá", "Phòng GD&ĐT", "Xã". "Số tiêu chí" has another.
const FINDS: &[&str] = &[
    "danh", "cham", "tham", "xet", "xep", "duyet", "ket", "cong", "kiem", "khao", "gd", "gddt", "giao", "vh", "van", "xa", "tren", "huyen",
    "so", "tinh", "phuong", "truong",
];
/// What may stand before it: "Kết quả Phòng GD&ĐT đánh giá", "Mức do xã chấm". Folded.
const BEFORE: &[&str] = &[
    "ket qua",
    "kq",
    "muc dat",
    "muc",
    "kiem tra",
    "tham dinh",
    "phuc tra",
    "danh gia cua",
    "danh gia",
    "do",
    "cua",
    "y kien",
    "ket luan",
];

/// "Xã đánh giá", "Phòng GD&ĐT", "Sở", "Cụm chấm": a folded title of what was found by somebody above the school.
pub(super) fn is_found_above(folded: &str) -> bool {
    let mut rest = folded.trim();
    while let Some(next) = BEFORE.iter().find_map(|words| rest.strip_prefix(words).and_then(|rest| rest.strip_prefix(' '))) {
        rest = next;
    }
    ABOVE.iter().any(|who| match rest.strip_prefix(who) {
        Some("") => true,
        Some(behind) => behind.strip_prefix(' ').is_some_and(|act| FINDS.contains(&act.split(' ').next().unwrap_or_default())),
        None => false,
    })
}

/// "II. KẾT QUẢ ĐÁNH GIÁ CỦA ĐOÀN ĐÁNH GIÁ NGOÀI", "Phòng GD&ĐT thẩm định": whose findings a line heads, where they are not the school's own.
pub(in crate::read) fn found_by_others(line: &str) -> Option<&'static str> {
    const LONGEST: usize = 120;
    const FOUND: &[&str] = &["danh gia", "tham dinh", "kiem tra", "phuc tra", "cham", "xep loai"];
    if line.chars().count() > LONGEST {
        return None;
    }
    let folded = text::fold(line);
    let says = |words: &str| text::holds_words(&folded, words);
    if says("tu danh gia") || says("tdg") || says("cai tien") || !FOUND.iter().any(|words| says(words)) && !says("dgn") {
        return None;
    }
    if ["danh gia ngoai", "doan danh gia", "dgn"].iter().any(|words| says(words)) {
        return Some("mức do đoàn đánh giá ngoài xác định");
    }
    // "II. ", "2) "
    let entry = |word: &str| word.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x') || letter.is_ascii_digit()) || word.len() == 1;
    let heading = folded.split_once(' ').filter(|(first, _)| entry(first)).map_or(folded.as_str(), |(_, rest)| rest);
    is_found_above(heading).then_some("mức do cấp trên đánh giá")
}

/// "Mức 1 / TĐG", "Mức 1 / ĐGN": who found it stands below the level. The school's own is the level; the others' are told.
pub(super) fn name_finders(titles: &mut [Title]) {
    let of_level = |title: &Title| phrase::levels::named(&title.upper).is_some() && title.upper.starts_with('m');
    let is_own = |leaf: &str| matches!(leaf, "tdg" | "tu danh gia" | "truong" | "nha truong" | "truong tdg" | "truong tu danh gia");
    let is_other = |leaf: &str| matches!(leaf, "dgn" | "danh gia ngoai" | "doan dgn") || is_found_above(leaf);
    let found = |is: &dyn Fn(&str) -> bool| titles.iter().filter(|title| of_level(title) && is(&title.leaf)).count();
    if found(&is_own) == 0 || found(&is_other) == 0 {
        return;
    }
    for title in titles.iter_mut().filter(|title| of_level(title)) {
        if is_own(&title.leaf) {
            title.leaf = std::mem::take(&mut title.upper);
        } else if is_other(&title.leaf) {
            (title.leaf, title.upper) = (NONE.to_owned(), String::new());
        }
    }
}

/// What a title of levels tells, where that is not what the school found of itself this year.
pub(in crate::read) fn told_of(title: &str, year: SchoolYear) -> Option<&'static str> {
    thread_local! {
        static READ: MemoryUnder<SchoolYear, Option<&'static str>> = MemoryUnder::default();
    }
    // The same titles are asked for at each row that a header may begin or end with.
    READ.with(|known| known.recall(title, |under| *under == year, || year, |title| read_told_of(title, year)))
}

fn read_told_of(title: &str, year: SchoolYear) -> Option<&'static str> {
    let spaced = format!(" {} ", text::fold(title));
    let says = |words: &&str| spaced.contains(&format!(" {words} "));
    if phrase::year::parse(title).is_some_and(|named| named != year) {
        return Some("mức của năm học khác");
    }
    let others = OTHERS.iter().find(|(_, words)| words.iter().any(says)).map(|(what, _)| *what);
    others.or_else(|| is_found_above(spaced.trim()).then_some("mức do cấp trên đánh giá"))
}

/// Where one column of levels is the school's own of this year, and the others say that they are not: it is the level reached.
pub(super) fn name_levels(titles: &mut [Title], below: &[Row], year: SchoolYear) {
    let by_level = |title: &Title| matches!(title.leaf.as_str(), "muc 1" | "m1" | "muc i" | "dat muc 1");
    // Few titles tell of others; only below those the cells are looked at.
    if titles.iter().any(by_level) || !titles.iter().any(|title| told_of(&title.shown, year).is_some()) {
        return;
    }
    let found: Vec<usize> = (0..titles.len()).filter(|at| holds_levels(&titles[*at], below)).collect();
    let (others, own): (Vec<usize>, Vec<usize>) = found.iter().partition(|at| told_of(&titles[**at].shown, year).is_some());
    let ([own], false) = (&own[..], others.is_empty()) else { return };
    for at in found {
        let leaf = if at == *own { "muc dat duoc" } else { NONE };
        (titles[at].leaf, titles[at].upper) = (leaf.to_owned(), String::new());
    }
}

/// "Học kỳ I | Cuối năm", "Kết quả HK1 | Kết quả HK2" over levels and nothing else: the levels of either half, of which the half reported on is taken as of any two columns
/// that say the same of both.
pub(super) fn name_halves(titles: &mut [Title], below: &[Row]) {
    const BESIDES: &[&str] = &["", "ket qua", "kq", "muc", "muc dat", "danh gia", "tu danh gia", "tdg", "ket qua tu danh gia", "dat"];
    let is_half = |title: &Title| {
        title.upper.is_empty()
            && phrase::period::parse(&title.shown).is_some()
            && BESIDES.contains(&phrase::period::without(&title.shown).as_str())
    };
    let halves: Vec<usize> = (0..titles.len()).filter(|at| is_half(&titles[*at])).collect();
    // The half that is still to come says nothing yet.
    let is_empty =
        |at: &usize| below.iter().take(ROWS).all(|row| row.get(titles[*at].column).is_none_or(|cell| cell.text.trim().is_empty()));
    let told: Vec<&usize> = halves.iter().filter(|at| !is_empty(at)).collect();
    if halves.len() == 2 && !told.is_empty() && told.into_iter().all(|at| holds_levels(&titles[*at], below)) {
        halves.into_iter().for_each(|at| "muc dat duoc".clone_into(&mut titles[at].leaf));
    }
}

/// "Mức 2", "3", "Không đạt": nearly every cell a level, and some level reached.
fn holds_levels(title: &Title, below: &[Row]) -> bool {
    if ["tt", "stt", "so tt", "tieu chuan", "tieu chi", "diem"].iter().any(|words| title.leaf.starts_with(words)) {
        return false;
    }
    let cells =
        || below.iter().take(ROWS).filter_map(|row| row.get(title.column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    /// A longer text is no level.
    const LONGEST: usize = 60;
    let count = cells().count();
    let (mut others, mut levels, mut reached) = (0, 0, 0);
    for text in cells() {
        if text.len() > LONGEST && others > 0 && levels == 0 {
            return false;
        }
        // "Đạt mức 2", "Đạt đến Mức 2"
        let worded = || text.ends_with(['1', '2', '3', 'I', 'i']) && matches!(phrase::levels::reached(text), Some(Reached::Up(1..=3)));
        let is_reached = matches!(text, "1" | "2" | "3") || phrase::levels::named(text).is_some() || worded();
        reached += usize::from(is_reached);
        let denied = || phrase::mark::word(text) == Some(Mark::No) || matches!(phrase::levels::reached(text), Some(Reached::Up(0)));
        if is_reached || text == "0" || denied() {
            levels += 1;
        } else {
            others += 1;
        }
        // Most columns are given up after their first cells.
        if others * 5 > count {
            return false;
        }
    }
    count >= 2 && reached > 0
}
