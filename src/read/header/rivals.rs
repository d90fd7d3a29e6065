//! The titles of a header and the rows below them in; of several columns of levels the school's own of this year, and those named aside that
//! tell of a year before, of an aim, of a group's proposal or of what others found: "Mức năm trước | Mức năm nay", "Nhóm chấm | Hội đồng kết luận".

use super::titles::Title;
use crate::model::SchoolYear;
use crate::phrase;
use crate::phrase::mark::Mark;
use crate::read::grid::Row;
use crate::text;

/// Rows that tell what stands under a title.
const ROWS: usize = 40;

/// No spelling of any title is like it.
const ASIDE: &str = "~";

/// Words of titles of levels that are not the school's own of this year, and whose they are. Folded.
const OTHERS: &[(&str, &[&str])] = &[
    ("mức của năm trước", &["nam truoc", "nam ngoai", "nam hoc truoc", "lan truoc", "ky truoc", "chu ky truoc", "truoc day"]),
    ("mức muốn đạt", &["can dat", "phan dau", "muc tieu", "dang ky", "ke hoach", "du kien", "huong toi", "yeu cau"]),
    ("mức do nhóm, tổ đề nghị", &["nhom", "to", "ca nhan", "bo phan", "so bo", "de nghi", "de xuat"]),
    ("mức do đoàn đánh giá ngoài xác định", &["danh gia ngoai", "doan danh gia", "dgn"]),
];

/// What a title of levels tells, where that is not what the school found of itself this year.
pub(in crate::read) fn told_of(title: &str, year: SchoolYear) -> Option<&'static str> {
    let spaced = format!(" {} ", text::fold(title));
    let says = |words: &&str| spaced.contains(&format!(" {words} "));
    if phrase::year::parse(title).is_some_and(|named| named != year) {
        return Some("mức của năm học khác");
    }
    OTHERS.iter().find(|(_, words)| words.iter().any(says)).map(|(what, _)| *what)
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
        let leaf = if at == *own { "muc dat duoc" } else { ASIDE };
        (titles[at].leaf, titles[at].upper) = (leaf.to_owned(), String::new());
    }
}

/// "Mức 2", "3", "Không đạt": nearly every cell a level, and some level reached.
fn holds_levels(title: &Title, below: &[Row]) -> bool {
    if ["tt", "stt", "so tt", "tieu chuan", "tieu chi", "diem"].iter().any(|words| title.leaf.starts_with(words)) {
        return false;
    }
    let cells =
        below.iter().take(ROWS).filter_map(|row| row.get(title.column)).map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    /// A longer text is no level.
    const LONGEST: usize = 60;
    let (mut count, mut levels, mut reached) = (0, 0, 0);
    for text in cells {
        if text.len() > LONGEST && count > 0 && levels == 0 {
            return false;
        }
        let is_reached = matches!(text, "1" | "2" | "3") || phrase::levels::named(text).is_some();
        count += 1;
        reached += usize::from(is_reached);
        levels += usize::from(is_reached || text == "0" || phrase::mark::word(text) == Some(Mark::No));
    }
    count >= 2 && reached > 0 && levels * 5 >= count * 4
}
