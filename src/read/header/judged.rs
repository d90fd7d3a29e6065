//! A title in, what it is like and what it says besides out: worked out once for each way to write it, and kept.

use std::collections::BTreeSet;

use super::money::{self, Speaks};
use super::moved;
use super::rivals;
use super::title::Title;
use crate::form::Field;
use crate::model::{Period, SchoolYear};
use crate::phrase;
use crate::read::crossed::period::period;
use crate::text;

/// What titles say of work that a share is told of. Folded.
const PROGRESS: &[&str] = &["tien do", "hoan thanh", "thuc hien", "ket qua", "dat duoc", "cong viec", "khoi luong"];

/// When a form was sent, as the form itself writes down. Folded.
const SENDING: &[&str] =
    &["dau thoi gian", "timestamp", "thoi gian gui", "ngay gui", "thoi diem gui", "thoi gian nop", "ngay nop", "thoi gian tra loi"];

/// What is known of one title; it depends on the title alone.
pub(super) struct Judged {
    /// Likeness to every column of every form.
    pub scores: Vec<Vec<f64>>,
    pub speaks: Option<Speaks>,
    /// The half of the year it names, and what it says besides.
    pub half: Option<Period>,
    pub besides: String,
    /// The school year it names, and what it says besides.
    pub year: Option<SchoolYear>,
    pub besides_year: String,
    /// Its lowest title names that year: "Mức đạt năm học 2022-2023".
    pub is_of_its_year: bool,
    /// "Mức đạt năm học trước".
    pub is_of_last_year: bool,
    /// "Nhóm công tác chấm / Mức 1": what those found whose work the council of the school concludes upon.
    pub by_group: bool,
    /// "Hội đồng TĐG kết luận / Mức 1".
    pub by_council: bool,
    /// What it says besides who found it.
    pub besides_finder: String,
    /// "Đánh giá ngoài / Mức 1" is what others found.
    pub of_others: bool,
    /// "Phòng GD&ĐT / Mức 1" is what was found by somebody above the school.
    pub found_above: bool,
    /// "Đơn vị tính" helps nobody, and "Số lượng kế hoạch" is no time.
    pub is_measure: bool,
    /// "Thời gian hoàn thành thực tế" is when it was done, not when it is to be.
    pub is_actual: bool,
    /// "Thời gian thực tế", "Ngày hoàn thành thực tế": a day, and no state in words.
    pub is_actual_time: bool,
    /// "Thời gian theo kế hoạch" is when it is to be done, whatever other times stand beside it.
    pub is_planned: bool,
    /// "Thời gian hoàn thành" is when it was done, where a planned time stands beside it.
    pub is_completion: bool,
    /// "Chưa hoàn thành": not begun, or begun and not yet done.
    pub is_incompletion: bool,
    /// "Nguyên nhân chưa hoàn thành": why, and not whether.
    pub is_reason: bool,
    /// "Hướng khắc phục", "Giải pháp tiếp theo": what is to mend what was not done, or the work itself.
    pub is_remedy: bool,
    /// "Hoàn thành", under no title of a time.
    pub is_bare_completion: bool,
    /// "Người kiểm tra", "Đơn vị theo dõi": who looks on, and does not do the work.
    pub is_of_overseer: bool,
    /// "Gia hạn đến" is when the work was moved to, however like "Giai đoạn" or "Đích đến" it is spelled.
    pub moves: bool,
    /// How far work has come, whether by its own words or by the ticks below it.
    pub is_state: bool,
    /// It stands under "Thực hiện" or "Kết quả": a time there may be when the work was done.
    pub is_under_results: bool,
    /// "Mục tiêu" is what is aimed at; without accents it begins as "Mức" does.
    pub is_aim: bool,
    /// "Hiện trạng / Mức": it says how high, with the letter that "Mục" has not.
    pub is_level: bool,
    /// "Mức ưu tiên", "Mức độ quan trọng": how much the work matters, not how far it has come.
    pub is_rank: bool,
    /// "Kết quả dự kiến đạt được", "Kết quả mong đợi": what the work is to come to, not what came of it.
    pub is_expected: bool,
    /// "Hiện trạng" is what is there before the work, however like "Tình trạng" it is spelled.
    pub is_present: bool,
    /// "Trường" is whose the row is, and nobody who works on it.
    pub names_schools: bool,
    /// "Tên tiêu chí": what a criterion is called, where its code stands beside it.
    pub names_criteria: bool,
    /// "Nguồn lực": what the work takes, which is its money only where no other title says what it costs.
    pub is_resources: bool,
    /// The fields some form has under this title: "Mã tiêu chí" is the criterion. Told by who knows the forms.
    pub owners: BTreeSet<Field>,
    pub is_share: bool,
    /// "Tháng 9", "Quý II/2024": a month or a term, of which a table may have any number.
    pub is_period: bool,
    /// "Dấu thời gian": when the form was sent.
    pub is_sending: bool,
    /// It speaks of how far work has come.
    pub tells_progress: bool,
}

impl Judged {
    pub fn of(title: &Title, scores: Vec<Vec<f64>>) -> Judged {
        let under = format!(" {} ", title.upper);
        let leaf = title.shown.rsplit(" / ").next().unwrap_or_default();
        let finder = Finder::of(if title.upper.is_empty() { &title.leaf } else { &title.upper });
        Judged {
            scores,
            speaks: money::speaks(title),
            half: phrase::period::parse(&title.shown),
            besides: phrase::period::without(&title.shown),
            year: phrase::year::parse(&title.shown),
            besides_year: without_year(&title.shown),
            is_of_its_year: phrase::year::parse(leaf).is_some(),
            is_of_last_year: ["nam truoc", "nam hoc truoc", "nam ngoai"].iter().any(|words| text::fold(leaf).ends_with(words)),
            by_group: finder == Some(Finder::Group),
            by_council: finder == Some(Finder::Council),
            besides_finder: if title.upper.is_empty() { String::new() } else { title.leaf.clone() },
            of_others: [" danh gia ngoai ", " doan danh gia ", " dgn "].iter().any(|words| under.contains(words)),
            found_above: rivals::is_found_above(&title.upper),
            is_measure: ["don vi tinh", "dvt", "so luong", "khoi luong"].iter().any(|words| text::opens_with_words(&title.leaf, words)),
            is_under_results: [" thuc hien ", " ket qua "].iter().any(|words| under.contains(words)) && !under.contains(" ke hoach "),
            is_of_overseer: is_of_overseer(&title.leaf),
            moves: moved::moves(&title.leaf),
            is_state: matches!(title.leaf.as_str(), "da hoan thanh" | "dang thuc hien" | "chua thuc hien"),
            is_actual: title.leaf.contains("thuc te"),
            is_actual_time: title.leaf.contains("thuc te") && speaks_of_a_day(&title.leaf),
            is_planned: ["theo ke hoach", "theo kh", "ke hoach", "du kien"].iter().any(|words| title.leaf.ends_with(words)),
            is_completion: ["hoan thanh", "ket thuc", "thuc te"].iter().any(|words| title.leaf.ends_with(words)),
            is_incompletion: ["chua hoan thanh", "chua xong"].iter().any(|words| title.leaf.ends_with(words)),
            is_reason: ["nguyen nhan", "ly do", "li do", "vi sao", "tai sao"]
                .iter()
                .any(|words| text::opens_with_words(&title.leaf, words)),
            is_remedy: ["khac phuc", "tiep theo"].iter().any(|words| text::fold(leaf).ends_with(words)),
            is_bare_completion: title.leaf == "hoan thanh"
                && !["thoi", "han", "tien do"].iter().any(|words| text::holds_words(&title.upper, words)),
            is_rank: ["uu tien", "quan trong", "cap thiet", "can thiet", "kho khan", "rui ro"]
                .iter()
                .any(|words| title.leaf.contains(words)),
            is_level: leaf.to_lowercase().split_whitespace().any(|word| word == "mức"),
            is_aim: title.leaf == "muc tieu" || title.leaf.starts_with("muc tieu ") && !title.leaf.starts_with("muc tieu chi"),
            is_expected: !title.leaf.contains("so voi")
                && [
                    "du kien",
                    "mong doi",
                    "mong muon",
                    "ky vong",
                    "can dat",
                    "phai dat",
                    "phan dau",
                    "huong toi",
                    "huong den",
                    "du tinh",
                    "dau ra",
                ]
                .iter()
                .any(|words| title.leaf.contains(words)),
            is_present: ["hien trang", "thuc trang", "ban dau", "danh gia ngoai"].iter().any(|words| title.leaf.contains(words))
                && !title.leaf.contains("can dat"),
            names_schools: matches!(title.leaf.as_str(), "truong" | "ten truong" | "truong hoc" | "ten truong hoc"),
            names_criteria: names_criteria(&title.leaf),
            is_resources: text::holds_words(&title.leaf, "nguon luc")
                && !["kinh phi", "kp", "tien", "tai chinh", "ngan sach"].iter().any(|words| text::holds_words(&title.leaf, words)),
            owners: BTreeSet::new(),
            is_share: title.shown.contains('%') && !is_whole(&title.leaf) && !is_of_one_state(&title.leaf),
            is_period: period(leaf).is_some(),
            is_sending: is_sending(&title.leaf),
            tells_progress: PROGRESS.iter().any(|words| title.leaf.contains(words)),
        }
    }
}

/// Whether a folded title is of those who look on: "nguoi bao cao", "don vi giam sat".
pub(in crate::read) fn is_of_overseer(folded: &str) -> bool {
    const WHO: &[&str] = &["nguoi", "don vi", "bo phan", "can bo", "lanh dao"];
    const LOOKS: &[&str] =
        &["kiem tra", "bao cao", "theo doi", "giam sat", "duyet", "phe duyet", "xac nhan", "nghiem thu", "tong hop", "don doc", "cap nhat"];
    WHO.iter()
        .filter_map(|who| folded.strip_prefix(who))
        .any(|rest| LOOKS.iter().any(|looks| text::opens_with_words(rest.trim_start(), looks)))
}

/// Whether a folded title is of what criteria are called.
pub(in crate::read) fn names_criteria(folded: &str) -> bool {
    matches!(folded, "ten tieu chi" | "noi dung tieu chi" | "ten tc" | "ten tieu chuan tieu chi")
}

/// Whether a folded title is of when a form was sent.
pub(in crate::read) fn is_sending(folded: &str) -> bool {
    SENDING.contains(&folded)
}

/// "Hoàn thành 100%" is the work that is done, and no share of it.
fn is_whole(folded: &str) -> bool {
    folded.strip_suffix(" 100").is_some_and(|rest| !rest.contains(|letter: char| letter.is_ascii_digit()))
}

/// "Đang triển khai (tỷ lệ %)" is the work under way, and says how much of it is done.
fn is_of_one_state(folded: &str) -> bool {
    ["dang ", "chua "].iter().any(|words| folded.starts_with(words))
}

/// Whether a folded title speaks of when.
pub(super) fn speaks_of_a_day(folded: &str) -> bool {
    ["ngay", "thoi gian", "thoi diem", "thang"].iter().any(|word| folded.contains(word))
}

/// Who found what a column of marks says.
#[derive(PartialEq)]
enum Finder {
    Group,
    Council,
}

impl Finder {
    fn of(folded: &str) -> Option<Finder> {
        const FINDS: &[&str] = &["cham", "danh gia", "ket luan", "duyet", "thong nhat", "tdg", "xep loai", "xep muc", "ket qua"];
        if !FINDS.iter().any(|word| folded.contains(word)) {
            return None;
        }
        let opens = |words: &[&str]| words.iter().any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')));
        if opens(&["hoi dong", "hd", "truong", "nha truong"]) {
            Some(Finder::Council)
        } else {
            opens(&["nhom", "to", "cac to", "cac nhom", "ca nhan", "giao vien"]).then_some(Finder::Group)
        }
    }
}

/// "Năm học 2022-2023 / Mức 1": `muc 1`.
fn without_year(shown: &str) -> String {
    let folded = text::fold(shown);
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|letter| letter.is_ascii_digit());
    let named = |word: &&str| !is_year(word) && !matches!(*word, "nam" | "hoc" | "nh");
    folded.split(' ').filter(named).collect::<Vec<_>>().join(" ")
}
