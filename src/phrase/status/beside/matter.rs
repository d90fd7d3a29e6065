//! What a text is about: its words but for those that every plan has, whole where it has them short.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use crate::phrase::spelled::with_y;
use crate::phrase::token::{Token, bare, tokens};

/// Words that every plan has.
const COMMON: &str = "
    đã các và của cho trong tại về với theo từ đến ở là có được để nhưng một số tất cả toàn bộ đều cũng lúc khi này năm học kỳ hki hkii hk tháng ngày
    tuần quý tổ chức thực hiện triển khai xây kế hoạch nhà trường công tác hoạt động nâng cao chất lượng tăng cường đảm bảo hoàn thành xong tốt đầy
    đủ kịp thời thường xuyên đạt tiến độ bổ sung làm hợp việc nội dung không chưa đang sẽ còn
    trang bị thêm mua sắm
";

/// Whether every plan has the word.
pub(super) fn is_common(token: &Token, word: &str) -> bool {
    static WORDS: LazyLock<(HashSet<&str>, HashSet<String>)> =
        LazyLock::new(|| (COMMON.split_whitespace().collect(), COMMON.split_whitespace().map(bare).collect()));
    // Without marks it may be each that has its letters.
    WORDS.0.contains(token.written.as_str()) || token.written == word && WORDS.1.contains(word)
}

/// What is written short → its words.
const SHORT: &[(&str, &[&str])] = &[
    ("gv", &["giao", "vien"]),
    ("gvcn", &["giao", "vien"]),
    ("cbgv", &["can", "giao", "vien"]),
    ("nv", &["nhan", "vien"]),
    ("hs", &["sinh"]),
    ("em", &["sinh"]),
    ("chau", &["tre", "sinh"]),
    ("cmhs", &["cha", "me", "phu", "huynh"]),
    ("ph", &["phu", "huynh"]),
    ("cntt", &["nghe", "thong", "tin"]),
    ("csvc", &["vat", "co"]),
    ("sgk", &["sach"]),
    ("bhyt", &["hiem", "te"]),
    ("ubnd", &["uy", "ban"]),
    ("tdg", &["danh", "gia"]),
    ("pccc", &["phong", "chay"]),
    ("atgt", &["giao", "thong"]),
    ("sdd", &["suy", "dinh", "duong"]),
    ("tvtt", &["thu", "vien"]),
    ("nvsp", &["nghiep", "vu"]),
    ("gvdg", &["vien", "day", "gioi"]),
    ("hsg", &["sinh", "gioi"]),
];

/// Whether the one names anything that the other does.
pub(super) fn names_any(planned: &str, done: &str) -> bool {
    !content(planned).is_disjoint(&content(done))
}

/// The words of a text that tell one work from another.
pub(super) fn content(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for token in tokens(text).iter() {
        let Some(word) = token.word() else { continue };
        match SHORT.iter().find(|(short, _)| *short == word) {
            Some((_, whole)) => words.extend(whole.iter().map(|word| (*word).to_owned())),
            None if word.len() > 1 && !is_common(token, word) => _ = words.insert(with_y(word).unwrap_or_else(|| word.to_owned())),
            None => {}
        }
    }
    words
}
