//! A title in, whether it names the work by what is done out: "Nội dung mua sắm, sửa chữa" beside criteria.

use super::Title;

/// What schools do. "Nội dung kiểm tra", "Nội dung đánh giá" are of other tables.
const DOING: &[&str] = &[
    "mua sam",
    "sua chua",
    "xay dung",
    "xay moi",
    "cai tao",
    "tu sua",
    "nang cap",
    "trang bi",
    "bo sung",
    "dau tu",
    "bao tri",
    "bao duong",
    "boi duong",
    "tap huan",
    "ren luyen",
    "khac phuc",
    "to chuc",
    "tham muu",
    "tuyen truyen",
    "phoi hop",
    "van dong",
    "huy dong",
];

const OTHERWISE: &[&str] = &["ket qua", "danh gia", "kiem tra", "theo doi", "dieu chinh", "minh chung", "han che", "phi", "tien"];

/// Whether the table has criteria, and no other title that may be that of the work.
pub(super) fn may_name_work(titles: &[Title]) -> bool {
    const NAMED: &[&str] = &["cong viec", "giai phap", "bien phap", "hoat dong", "nhiem vu", "noi dung"];
    let may_be_work = |title: &&Title| NAMED.iter().any(|words| title.leaf.contains(words)) || title.leaf == "viec";
    titles.iter().any(|title| title.leaf.contains("tieu chi")) && titles.iter().filter(may_be_work).nth(1).is_none()
}

pub(super) fn is_work(title: &Title) -> bool {
    let Some(rest) = ["noi dung ", "nd ", "cac noi dung "].iter().find_map(|words| title.leaf.strip_prefix(words)) else { return false };
    let says = |words: &&str| format!(" {rest} ").contains(&format!(" {words} "));
    // "Nội dung đã mua sắm" tells what came of it; "sửa chữa" is no "chưa".
    let tells = || title.shown.to_lowercase().split_whitespace().any(|word| matches!(word, "đã" | "đang" | "chưa"));
    DOING.iter().any(says) && !OTHERWISE.iter().any(says) && !tells()
}
