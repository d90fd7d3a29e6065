//! Self-assessments turned round: criteria as titles of columns.

use super::{expected, levels, rules, sheet};
use crate::paper::reading;

#[test]
fn levels_as_rows_are_read_for_each_criterion_with_their_cells() {
    let read = reading(&[sheet(&[
        "BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
        "Tiêu chí|1.1|1.2|1.3|1.4|1.5|1.10",
        "Không đạt||||x||",
        "Mức 1|x|x|x||x|x",
        "Mức 2|x||x||x|x",
        "Mức 3|||x|||",
        "",
        "||||HIỆU TRƯỞNG",
    ])]);
    let known = [("1.1", "++-"), ("1.2", "+-"), ("1.3", "+++"), ("1.4", "---"), ("1.5", "++-"), ("1.10", "++")];
    assert_eq!(levels(&read), expected(&known), "{:?}", rules(&read));
    let cell = |code: &str, level: u8| {
        let row = read.assessments.iter().find(|row| row.criterion.to_string() == code && row.level == level).expect("a verdict");
        (row.origin.cell.to_string(), row.mark.clone())
    };
    assert_eq!(
        (cell("1.1", 2), cell("1.1", 3), cell("1.4", 1)),
        (("B7".into(), "x".into()), ("B8".into(), String::new()), ("E5".into(), "x".into()))
    );
    assert!(["F35", "T09", "C20", "C12"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
}

#[test]
fn one_row_of_levels_reached_and_standards_one_below_the_other_are_read() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn 1|Tiêu chí 1.1|Tiêu chí 1.2|Tiêu chí 1.3",
        "Mức đạt|Mức 2|Không đạt|3",
        "Tiêu chuẩn 2|Tiêu chí 2.1|Tiêu chí 2.2|Tiêu chí 2.3",
        "Mức đạt|Mức 1, 2|khá|",
    ])]);
    let known = [("1.1", "++-"), ("1.2", "--"), ("1.3", "+++"), ("2.1", "++-"), ("2.2", "???"), ("2.3", "???")];
    assert_eq!(levels(&read), expected(&known), "{:?}", rules(&read));
    assert!(rules(&read).contains("C10") && rules(&read).contains("C12"), "{:?}", rules(&read));
}

#[test]
fn marks_both_ways_count_for_nothing_and_campuses_are_not_taken_for_the_school() {
    let read = reading(&[sheet(&["Mức|1.1|1.3|1.4", "Không đạt|x||", "Mức 1|x|x|x", "Mức 2||x|", "Mức 3||x|-"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "???"), ("1.3", "+++"), ("1.4", "+--")]), "{:?}", rules(&read));
    assert!(rules(&read).contains("C11"), "{:?}", rules(&read));

    let read = reading(&[sheet(&[
        "Điểm trường|1.1|1.2|1.3|1.4",
        "Điểm trường chính|Mức 2|Mức 1|Mức 2|Mức 1",
        "Điểm trường lẻ|Mức 1|Mức 1|Mức 2|Mức 1",
    ])]);
    assert!(read.assessments.is_empty());
    assert!(["F35", "T01", "T02"].iter().any(|id| rules(&read).contains(id)), "{:?}", rules(&read));
}

#[test]
fn a_standard_of_two_criteria_turned_round_is_read_too() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn 1",
        "Tiêu chí|1.1|1.2|1.3",
        "Mức 1|x|x|x",
        "Mức 2|x||x",
        "Tiêu chuẩn 4",
        "Tiêu chí|4.1|4.2",
        "Mức 1|x|x",
        "Mức 2|x|",
    ])]);
    let known = [("1.1", "++-"), ("1.2", "+-"), ("1.3", "++-"), ("4.1", "++-"), ("4.2", "+--")];
    let found: Vec<(String, String)> = levels(&read).into_iter().map(|(code, levels)| (code, levels.replace('?', "-"))).collect();
    assert_eq!(found, known.map(|(code, levels)| (code.to_owned(), levels.to_owned())), "{:?}", rules(&read));
    let read = reading(&[sheet(&["Tiêu chí|4.1|4.2", "Mức đạt|Mức 2|Mức 1"])]);
    assert_eq!(levels(&read), expected(&[("4.1", "++-"), ("4.2", "+--")]), "{:?}", rules(&read));
}
