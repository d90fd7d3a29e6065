//! Self-assessments as clerks mark them: signs of every sort, one column for the level, what others found beside.

use std::collections::BTreeMap;

use ctcl::model::Outcome;
use ctcl::reading::Reading;

use super::{rules, sheet};
use crate::paper::reading;

/// Criterion → the highest level met, 0 for none.
fn levels(read: &Reading) -> BTreeMap<String, u8> {
    let mut levels = BTreeMap::new();
    for row in &read.assessments {
        let top = levels.entry(row.criterion.to_string()).or_insert(0);
        if row.result == Outcome::Met {
            *top = row.level.max(*top);
        }
    }
    levels
}

fn expected(levels: &[(&str, u8)]) -> BTreeMap<String, u8> {
    levels.iter().map(|(code, level)| ((*code).to_owned(), *level)).collect()
}

#[test]
fn marks_of_every_sort_are_marks() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn, tiêu chí|Kết quả|||",
        "|Không đạt|Đạt||",
        "||Mức 1|Mức 2|Mức 3",
        "Tiêu chuẩn 1||||",
        "Tiêu chí 1.1||x|x|x",
        "Tiêu chí 1.2||✓|✓|--",
        "Tiêu chí 1.3|×|||",
        "Tiêu chí 1.4||Đ|KĐ|",
        "Tiêu chí 1.5||Đạt|Đạt|-",
        "Tiêu chí 1.6||1|1|0",
        "Tiêu chí 1.8||+|+|",
        "Tiêu chí 1.10||v|v|",
        "Cộng|1|9|8|3",
    ])
    .merged(2, 1, 2, 4)
    .merged(3, 2, 3, 4)]);
    assert_eq!(
        levels(&read),
        expected(&[("1.1", 3), ("1.2", 2), ("1.3", 0), ("1.4", 1), ("1.5", 2), ("1.6", 2), ("1.8", 2), ("1.10", 2)]),
        "{:?}",
        rules(&read)
    );
}

#[test]
fn one_mark_at_the_highest_level_stands_for_those_below() {
    let read =
        reading(&[sheet(&["TT|Tiêu chí|Không đạt|Đạt mức 1|Đạt mức 2|Đạt mức 3", "1|1.1||||x", "2|1.2|||x|", "3|1.3||x||", "4|1.4|x|||"])]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.2", 2), ("1.3", 1), ("1.4", 0)]));
}

#[test]
fn one_column_may_say_the_level() {
    let read = reading(&[sheet(&[
        "KẾT QUẢ TỰ ĐÁNH GIÁ",
        "STT|Tiêu chí|Mức đạt được|Ghi chú",
        "1|Tiêu chí 1.1|Mức 3|",
        "2|Tiêu chí 1.2|Đạt mức 2|",
        "3|Tiêu chí 1.3|Không đạt|",
        "4|Tiêu chí 1.4|1|",
        "5|Tiêu chí 1.5|khá tốt|",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.2", 2), ("1.3", 0), ("1.4", 1), ("1.5", 0)]), "{:?}", rules(&read));
    assert!(rules(&read).contains("C10"), "what is no level is told: {:?}", rules(&read));
}

#[test]
fn the_level_of_a_criterion_is_not_that_of_the_school() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chí|Kết quả tự đánh giá",
        "1|1.1|Đạt mức 2",
        "2|1.2|Đạt Mức 1, 2",
        "3|1.3|Đạt mức 3",
        "4|1.4|Chưa đạt",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", 2), ("1.2", 2), ("1.3", 3), ("1.4", 0)]));
    assert!(read.declarations.is_empty(), "{:?}", read.declarations);
}

#[test]
fn what_others_found_stands_beside_what_the_school_found() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Tự đánh giá||||Đánh giá ngoài|||",
        "|KĐ|Mức 1|Mức 2|Mức 3|KĐ|Mức 1|Mức 2|Mức 3",
        "1.1||x|x|x||x|x|",
        "1.3|x||||x|||",
    ])
    .merged(2, 0, 3, 0)
    .merged(2, 1, 2, 4)
    .merged(2, 5, 2, 8)]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.3", 0)]), "{:?}", rules(&read));
}
