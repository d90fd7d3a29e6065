//! Counts of criteria above, below and within a self-assessment: never criteria themselves.

use super::{expected, levels, rules, sheet};
use crate::paper::reading;

const TABLE: [&str; 4] = ["Tiêu chí|Mức 1|Mức 2|Mức 3", "1.1|x|x|", "1.2|x|x|-", "1.3|x||"];
const READ: [(&str, &str); 3] = [("1.1", "++-"), ("1.2", "++"), ("1.3", "+--")];

#[test]
fn counts_by_standard_above_and_below_the_table_are_no_criteria() {
    let counts: [&[&str]; 4] = [
        &["Tiêu chuẩn|Số tiêu chí|Đạt Mức 1|Đạt Mức 2|Đạt Mức 3", "Tiêu chuẩn 1|3|3|2|0", "Cộng|3|3|2|0"],
        &["Tiêu chuẩn|Số tiêu chí|Mức 1|Mức 2|Mức 3", "1|3|3|3|1", "Tổng|3|3|3|1"],
        &["Mức|Tiêu chuẩn 1|Tiêu chuẩn 2|Tổng", "Mức 1|3|0|3", "Mức 2|2|0|2", "Mức 3|0|0|0"],
        &["Số tiêu chí đạt|3/3|2/3|0/2", "Tỉ lệ %|100|66,7|0"],
    ];
    for (place, counts) in counts.into_iter().enumerate() {
        let below = [&TABLE[..], counts].concat();
        let above = [counts, &[""], &TABLE].concat();
        let above = (place < 2).then_some(above);
        for rows in [Some(below), above].into_iter().flatten() {
            let read = reading(&[sheet(&rows)]);
            assert_eq!(levels(&read), expected(&READ), "{rows:?} {:?}", rules(&read));
            assert!(["C10", "R03", "R04"].iter().all(|id| !rules(&read).contains(id)), "{rows:?} {:?}", rules(&read));
        }
    }
}

#[test]
fn counts_beside_the_title_of_a_standard_leave_its_criteria_alone() {
    let read = reading(&[sheet(&[
        TABLE[0],
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường|3/3|2/3|0/2",
        TABLE[1],
        TABLE[2],
        TABLE[3],
        "Tiêu chuẩn 2|1|1 (100%)|1/1",
        "2.1|x|x|x",
    ])]);
    assert_eq!(levels(&read), expected(&[READ[0], READ[1], READ[2], ("2.1", "+++")]), "{:?}", rules(&read));
    assert!(["R01", "R03"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
}

#[test]
fn totals_in_two_cells_are_totals_and_the_number_of_a_heading_is_none() {
    let read = reading(&[sheet(&["Tổng số tiêu chí đạt Mức 1|28/28", "Tổng số tiêu chí đạt Mức 2|27/28", "2. Đánh giá tiêu chí Mức 4"])]);
    assert_eq!(read.declarations.len(), 2, "{:?} {:?}", read.declarations, rules(&read));
}

#[test]
fn items_of_the_list_of_level_4_may_stand_below_the_criteria_in_a_column_of_their_own() {
    let read = reading(&[sheet(&["Tiêu chí|Mức 1|Mức 2|Mức 3|Mức 4", "1.1|x|x||", "1.2|x|x|-|", "Khoản 1||||x", "Khoản 2||||Không đạt"])]);
    assert_eq!(levels(&read), expected(&[READ[0], READ[1], ("M4.1", "+"), ("M4.2", "-")]), "{:?}", rules(&read));
}

#[test]
fn a_dash_beside_plus_says_that_the_level_is_not_met() {
    let read = reading(&[sheet(&[TABLE[0], "1.1|+|+|-", "1.2|+|+|-", "1.3|+|-|-", "1.4|-|-|-"])]);
    assert_eq!(levels(&read), expected(&[READ[0], READ[1], READ[2], ("1.4", "---")]), "{:?}", rules(&read));
    assert!(["C12", "C13"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
}
