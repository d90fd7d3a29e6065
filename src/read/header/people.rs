//! The titles of a table in, whether it lists people out: "TT | Họ và tên | Chức vụ | Nhiệm vụ | Ký tên". Nobody looks for work among them.

use super::title::Title;
use super::{Header, PLAIN};
use crate::form::Field;
use crate::text::fold;

/// No spelling of any title is like it.
pub(super) const NONE: &str = "~";

const NAMES: &[&str] = &["ho ten", "ho va ten", "ho ten thanh vien", "ho va ten thanh vien"];
/// What is said of a person. Folded.
const OF_THEM: &[&str] = &[
    "chuc vu",
    "chuc danh",
    "chuc vu chuc danh",
    "ngay sinh",
    "nam sinh",
    "ngay thang nam sinh",
    "trinh do",
    "trinh do chuyen mon",
    "chuyen mon",
    "mon day",
    "ky ten",
    "chu ky",
    "gioi tinh",
    "dan toc",
    "que quan",
    "dien thoai",
    "so dien thoai",
    "don vi cong tac",
];

/// A plan by persons says when, for how much, of which criterion or how far in titles beyond doubt.
pub(super) fn are_listed(titles: &[Title], header: &Header<'_>, is_sure: bool) -> bool {
    const OF_WORK: &[Field] = &[
        Field::Criterion,
        Field::Time,
        Field::Start,
        Field::End,
        Field::Cost,
        Field::Status,
        Field::Done,
        Field::Ongoing,
        Field::NotStarted,
        Field::Met,
        Field::Unmet,
    ];
    let stands = |known: &[&str]| titles.iter().any(|title| known.contains(&fold(&title.shown).as_str()));
    let of_work = header.columns.iter().any(|assigned| OF_WORK.contains(&assigned.field) && assigned.score >= PLAIN);
    stands(NAMES) && stands(OF_THEM) && !(of_work && is_sure)
}

/// What no column of ours is called, however like one it is written: who somebody is, and what comes first. Folded.
const ASIDE: &[&str] = &["uu tien", "muc do uu tien", "thu tu uu tien", "muc uu tien", "ty trong", "ky ten", "ky nhan", "chu ky"];

/// Titles that are like none of a form.
pub(super) fn set_aside(titles: &mut [Title]) {
    let is_aside = |title: &Title| NAMES.contains(&title.leaf.as_str()) || ASIDE.contains(&title.leaf.as_str());
    for title in titles.iter_mut().filter(|title| title.upper.is_empty() && is_aside(title)) {
        title.leaf = NONE.to_owned();
    }
}
