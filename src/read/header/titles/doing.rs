//! A title in, whether it names the work by what is done out: "Nội dung mua sắm, sửa chữa" beside criteria.

use super::Title;
use crate::text;

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
    const NAMED: &[&str] =
        &["cong viec", "giai phap", "bien phap", "hoat dong", "nhiem vu", "noi dung", "cong tac", "phuong an", "hanh dong"];
    let may_be_work = |title: &&Title| NAMED.iter().any(|words| title.leaf.contains(words)) || title.leaf == "viec";
    // "Tình trạng công việc" tells how far it has come.
    let may_be_work = |title: &&Title| may_be_work(title) && !super::tells_what_came(title);
    let of_criteria = |title: &Title| title.leaf.contains("tieu chi") || text::holds_words(&title.leaf, "tc");
    titles.iter().any(of_criteria) && titles.iter().filter(may_be_work).nth(1).is_none()
}

/// "Công tác cần làm", "Phương án thực hiện": what is to be done, and nothing else.
fn is_to_be_done(leaf: &str) -> bool {
    const HEADS: &[&str] = &["cong tac", "phuong an", "cong viec", "giai phap", "bien phap", "hoat dong", "nhiem vu", "hanh dong", "viec"];
    const TO_BE_DONE: &[&str] =
        &["can", "phai", "se", "lam", "thuc", "hien", "trien", "khai", "cai", "tien", "khac", "phuc", "cu", "the", "chat", "luong"];
    let plain = ["cac ", "nhung ", "noi dung "].iter().find_map(|many| leaf.strip_prefix(many)).unwrap_or(leaf);
    let rest = HEADS.iter().find_map(|head| plain.strip_prefix(head)?.strip_prefix(' '));
    rest.is_some_and(|rest| rest.split(' ').all(|word| TO_BE_DONE.contains(&word)))
}

pub(super) fn is_work(title: &Title) -> bool {
    if is_to_be_done(&title.leaf) {
        return true;
    }
    let Some(rest) = ["noi dung ", "nd ", "cac noi dung "].iter().find_map(|words| title.leaf.strip_prefix(words)) else { return false };
    let says = |words: &&str| format!(" {rest} ").contains(&format!(" {words} "));
    // "Nội dung đã mua sắm" tells what came of it; "sửa chữa" is no "chưa".
    let tells = || title.shown.to_lowercase().split_whitespace().any(|word| matches!(word, "đã" | "đang" | "chưa"));
    DOING.iter().any(says) && !OTHERWISE.iter().any(says) && !tells()
}
