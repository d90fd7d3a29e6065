//! Self-assessments with a column for each indicator under each level.

use super::{expected, levels, rules, sheet};
use crate::paper::{Paper, reading};

fn cells(read: &ctcl::reading::Reading, id: &str) -> Vec<String> {
    let of = read.findings.iter().filter(|finding| finding.rule.id == id);
    of.filter_map(|finding| finding.cell).map(|cell| cell.to_string()).collect()
}

fn concluded(rows: &[&str]) -> Paper {
    let mut all = vec!["TT|Tiêu chuẩn, tiêu chí|Mức 1||||Mức 2||||Mức 3||||Ghi chú", "||a|b|c|Đạt|a|b|c|Đạt|a|b|c|Đạt|"];
    all.extend(rows);
    sheet(&all).merged(2, 0, 3, 0).merged(2, 1, 3, 1).merged(2, 2, 2, 5).merged(2, 6, 2, 9).merged(2, 10, 2, 13).merged(2, 14, 3, 14)
}

#[test]
fn a_level_is_met_as_it_is_concluded() {
    let read = reading(&[concluded(&[
        "|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|Tiêu chí 1.1|x|x|x|x|x|x|x|x||||||",
        "2|Tiêu chí 1.3|x|x|x|x|x|x||x|x||||",
        "3|Tiêu chí 1.4|x||x||||||||||",
        "4|Tiêu chí 1.5|x|x|x|x|x|x|x|x|x|x|x|x|",
        "|||||||HIỆU TRƯỞNG",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "++?"), ("1.4", "---"), ("1.5", "+++")]), "{:?}", rules(&read));
    assert_eq!(cells(&read, "C10"), ["N7"], "one indicator of Mức 3 met, and nothing said of the level: {:?}", rules(&read));
    let verdict = read.assessments.iter().find(|row| row.criterion.to_string() == "1.1" && row.level == 2).expect("Mức 2");
    assert_eq!((verdict.origin.cell.to_string().as_str(), verdict.mark.as_str()), ("J6", "a: x; b: x; c: x; Đạt: x"));
}

#[test]
fn a_conclusion_that_its_indicators_contradict_counts_for_nothing() {
    let read = reading(&[concluded(&["1|1.1|x||x|x|x|x|x|x|||||", "2|1.3|Đ|KĐ|Đ|Đ|Đ|Đ|Đ|KĐ|||||", "3|1.4|x|x|x|x|||||||||"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "?+-"), ("1.3", "???"), ("1.4", "+--")]), "{:?}", rules(&read));
    assert_eq!(cells(&read, "C25"), ["F5", "F6", "J6"], "{:?}", rules(&read));
}

#[test]
fn without_a_conclusion_all_indicators_must_be_met() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức 1|||Mức 2|||Mức 3||",
        "||a|b|c|a|b|c|a|b|c",
        "1|1.1|x|x|x|x|x|x|||",
        "2|1.3|x|x|x|x||x|||",
        "3|1.4|x||x||||||",
        "4|1.5|x|x|x|x|x||||",
    ])
    .merged(2, 0, 3, 0)
    .merged(2, 1, 3, 1)
    .merged(2, 2, 2, 4)
    .merged(2, 5, 2, 7)
    .merged(2, 8, 2, 10)]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "+--"), ("1.4", "---"), ("1.5", "+?-")]), "{:?}", rules(&read));
    assert_eq!(cells(&read, "C10"), ["F8"], "whether Mức 2 of 1.5 has a third indicator nobody says: {:?}", rules(&read));
}

#[test]
fn conclusions_beside_the_level_and_in_two_columns_are_read() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Mức 1|||Kết quả Mức 1|Mức 2||",
        "|Chỉ báo a|Chỉ báo b|Chỉ báo c||Chỉ báo|Đạt|Không đạt",
        "1.1|Đ|Đ|Đ|Đạt|Đ|x|",
        "1.2|Đ|Đ|Đ|Đạt|KĐ||x",
        "1.7|Đ|KĐ|Đ|Không đạt|||x",
    ])
    .merged(2, 0, 3, 0)
    .merged(2, 1, 2, 3)
    .merged(2, 4, 3, 4)
    .merged(2, 5, 2, 7)]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-"), ("1.7", "--")]), "{:?}", rules(&read));
}

#[test]
fn indicators_of_a_level_above_one_that_is_not_met_do_not_make_it_met() {
    let rows = |first: &str| {
        sheet(&["STT|Tiêu chí|Mức 1||Mức 2||Không đạt", "||a|b|a|b|", &format!("1|1.1|{first}|Đ|Đ|"), "2|1.2|+|-|+|+|", "3|1.3|Đ|Đ|Đ|-|"])
            .merged(2, 0, 3, 0)
            .merged(2, 1, 3, 1)
            .merged(2, 2, 2, 3)
            .merged(2, 4, 2, 5)
            .merged(2, 6, 3, 6)
    };
    let read = reading(&[rows("Đ|K")]);
    assert_eq!(levels(&read), expected(&[("1.1", "---"), ("1.2", "--"), ("1.3", "+--")]), "{:?}", rules(&read));
}

#[test]
fn a_level_with_one_indicator_is_met_by_its_mark_and_a_conclusion_decides_what_marks_leave_open() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Mức 1|||Mức 2|||Mức 3||Đạt mức",
        "|a|b|c|a|b|c|a|b|",
        "1.1|x|x|x|x|||x||3",
        "1.2|x|x|x|x|||||2",
        "1.6|x|x|||||||0",
    ])
    .merged(2, 0, 3, 0)
    .merged(2, 1, 2, 3)
    .merged(2, 4, 2, 6)
    .merged(2, 7, 2, 8)
    .merged(2, 9, 3, 9)]);
    let levels = levels(&read);
    assert_eq!((levels["1.1"].as_str(), levels["1.2"].as_str(), levels["1.6"].as_str()), ("+++", "++", "---"), "{:?}", rules(&read));
}

#[test]
fn a_letter_and_its_mark_under_each_level_are_read_a_row_for_each_indicator_or_for_all() {
    let lettered = |rows: &[&str]| {
        let titles = ["Tiêu chí|Mức 1|<|Mức 2|<|Mức 3|<", "^|Chỉ báo|Đạt/Không đạt|Chỉ báo (nếu có)|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt"];
        Paper::drawn("TĐG", &[&["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"], &titles[..], rows].concat())
    };
    let tables: [&[&str]; 5] = [
        &[
            "Tiêu chuẩn 1: Tổ chức|<|<|<|<|<|<",
            "1.1|a|Đạt|a|Đạt|a|Không đạt",
            "|b|Đạt|||||Còn ít",
            "1.3|a|Đạt|a|Đạt|a|Đạt",
            "|b|Đạt|b|Không đạt|b|Đạt|",
        ],
        &["1.1|a|Đạt|a|Đạt|a|Không đạt", "^|b|Đạt||||", "^|c|Đạt||||", "1.3|a|Đạt|a|Đạt|a|Đạt", "^|b|Đạt|b|Không đạt|b|Đạt", "^|c|Đạt||||"],
        &["1.1|a, b, c|Đạt|a|Đạt|a|Không đạt", "1.3|a, b, c|Đạt|a, b|Không đạt|a, b|Không đạt"],
        &[
            "1.1|a|Đạt|a|Đạt|a|Không đạt",
            "|b|Đạt||||",
            "|Đạt/Không đạt|Đạt|Đạt/Không đạt|Đạt|Đạt/Không đạt|Không đạt",
            "1.3|a|Đạt|a|Đạt|a|Đạt",
            "|b|Đạt|b|Không đạt|b|Đạt",
            "|Đạt/Không đạt|Đạt|Đạt/Không đạt|Không đạt|Đạt/Không đạt|Không đạt",
        ],
        &["1.1|a|Đ|a|Đ|a|KĐ", "1.1|b|Đ||||", "1.3|a|Đ|a|KĐ|a|KĐ", "1.3|b|Đ|b|Đ|b|KĐ"],
    ];
    for rows in tables {
        let read = reading(&[lettered(rows)]);
        assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "+--")]), "{rows:?} {:?}", rules(&read));
        assert!(["C10", "C11", "C12", "C25", "T03"].iter().all(|id| !rules(&read).contains(id)), "{rows:?} {:?}", rules(&read));
    }
    let read = reading(&[lettered(&[
        "1.1|a|Đạt|a|Đạt|a|Không đạt",
        "^|b|Không đạt||||",
        "^|Đạt/Không đạt|Đạt|Đạt/Không đạt|Đạt|Đạt/Không đạt|Không đạt",
        "1.3|a|Đạt|a|Đạt|a|",
        "^|b||b|Đạt|b|",
    ])]);
    assert_eq!((cells(&read, "C25"), cells(&read, "C10")), (vec!["C5".to_owned()], vec!["C8".to_owned()]), "{:?}", rules(&read));
}

#[test]
fn met_and_unmet_under_each_level_are_one_mark_of_it() {
    let pairs = |titles: &str, rows: &[&str]| {
        let titles = [titles, "^|Đạt|K.đạt|Đạt|K.đạt|Đạt|K.đạt"];
        Paper::drawn("TĐG", &[&["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"], &titles[..], rows].concat())
    };
    let tables: [&[&str]; 2] = [
        &["1.1|x||x|||x", "1.2|x||x|||", "1.3|x|||x||x", "1.4||x||x||x"],
        &["1.1|1|0|1|0|0|1", "1.2|1|0|1|0||", "1.3|1|0|0|1|0|1", "1.4|0|1|0|1|0|1"],
    ];
    for rows in tables {
        let read = reading(&[pairs("Tiêu chí|Mức 1|<|Mức 2|<|Mức 3|<", rows)]);
        let known = [("1.1", "++-"), ("1.2", "++"), ("1.3", "+--"), ("1.4", "---")];
        assert_eq!(levels(&read), expected(&known), "{rows:?} {:?}", rules(&read));
        assert!(["C10", "C30", "T03", "T29"].iter().all(|id| !rules(&read).contains(id)), "{rows:?} {:?}", rules(&read));
    }
    for titles in ["^|Có|Không|Có|Không|Có|Không", "^|Đ|KĐ|Đ|KĐ|Đ|KĐ"] {
        let rows = ["Tiêu chí|Mức 1|<|Mức 2|<|Mức 3|<", titles, "1.1|x||x|||x", "1.3|x|||x||x"];
        let read = reading(&[Paper::drawn("TĐG", &[&["TRƯỜNG THCS HOA SEN"], &rows[..]].concat())]);
        assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "+--")]), "{titles} {:?}", rules(&read));
        assert!(["T03", "T29"].iter().all(|id| !rules(&read).contains(id)), "{titles} {:?}", rules(&read));
    }
    // A row for each indicator.
    let titles = ["Tiêu chí|Chỉ báo|Mức 1|<|Mức 2|<", "^|^|Đạt|Không đạt|Đạt|Không đạt", "1.3|a|x||x|", "^|b|x|||x", "^|c|x|||"];
    let read = reading(&[Paper::drawn("TĐG", &[&["TRƯỜNG THCS HOA SEN"], &titles[..]].concat())]);
    assert_eq!(levels(&read), expected(&[("1.3", "+--")]), "{:?}", rules(&read));
}

#[test]
fn a_level_with_a_row_for_each_indicator_is_met_where_all_are() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Mức 1|Mức 2|Mức 3",
        "1.1|||",
        "a|Đạt|Đạt|Không đạt",
        "b|Đạt||",
        "1.3|||",
        "a|Đạt|Đạt|",
        "b|Đạt|Không đạt|",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "+--")]), "{:?}", rules(&read));

    let rows = ["1.3|Mức 1|a|x|", "^|^|b|x|", "^|^|c|x|", "^|Mức 2|a|x|", "^|^|b||x", "^|Mức 3|a||x"];
    let titles = ["TRƯỜNG THCS HOA SEN", "Tiêu chí|Mức|Chỉ báo|Đạt|Không đạt", "1.1|Mức 1|a|x|", "^|Mức 2|a|x|", "^|Mức 3|a||x"];
    let read = reading(&[Paper::drawn("TĐG", &[&titles[..], &rows].concat())]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "+--")]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C11"), "{:?}", rules(&read));
}

#[test]
fn how_many_indicators_are_met_is_no_mark_by_itself() {
    let paper = sheet(&[
        "TỔNG HỢP TỰ ĐÁNH GIÁ",
        "Tiêu chí|Mức 1||Mức 2||Mức 3||Kết luận",
        "|Số chỉ báo|Đạt|Số chỉ báo|Đạt|Số chỉ báo|Đạt|",
        "1.1|3|3|1|1|1|1|Mức 3",
        "1.3|3|3|2|2|2|1|Mức 2",
        "1.4|3|3|2|1|2|0|Mức 1",
        "1.6|3|2|2|0|1|0|Không đạt",
    ]);
    let paper = paper.merged(3, 1, 3, 2).merged(3, 3, 3, 4).merged(3, 5, 3, 6).merged(3, 0, 4, 0).merged(3, 7, 4, 7);
    let read = reading(&[paper]);
    let levels = levels(&read);
    assert_eq!([&levels["1.1"], &levels["1.3"], &levels["1.4"]], ["+++", "++-", "+--"], "{levels:?} {:?}", rules(&read));
    assert!(levels["1.6"].starts_with('-'), "{levels:?}");
}

#[test]
fn a_level_whose_indicators_are_not_told_apart_has_its_mark_under_its_own_title() {
    let read =
        reading(&[sheet(&["Tiêu chí|Mức 1|||Mức 2|Mức 3", "|a|b|c||", "1.1|x|x|x|x|x", "1.3|x|x|x|x|", "1.4|x|x|x||"]).merged(2, 1, 2, 3)]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.3", "++-"), ("1.4", "+--")]), "{:?}", rules(&read));
}

#[test]
fn an_indicator_left_empty_below_what_it_denies_leaves_its_level_open() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Chỉ báo|Mức 1|Mức 2|Mức 3",
        "1.3|a|Đạt|Đạt|",
        "|b||Không đạt|",
        "|c|Đạt||",
        "1.4|a|Đạt|Đạt|Đạt",
        "|b|Đạt||Không đạt",
        "|c|Đạt||",
        "1.5|a|Đạt|Đạt|",
        "|b|Đạt||",
        "|c|Đạt||",
        "2.1|a|Đạt|Không đạt|",
        "|b|Đạt|Đạt|",
        "|c|Đạt||",
    ])]);
    // 1.3 and 1.4 have an indicator b at that level (tt18-2018), 1.5 has none at Mức 2.
    assert_eq!(levels(&read), expected(&[("1.3", "?--"), ("1.4", "+?-"), ("1.5", "++-"), ("2.1", "+--")]), "{:?}", rules(&read));
    assert_eq!(cells(&read, "C42"), ["D5", "E8"], "{:?}", rules(&read));
}

#[test]
fn an_indicator_passed_over_where_only_what_is_met_is_marked_is_not_met() {
    let read = reading(&[sheet(&[
        "Tiêu chí, chỉ báo|Mức 1|Mức 2|Mức 3",
        "1.3|||",
        "a|-|x|x",
        "b|x|x|x",
        "c|x|-|-",
        "1.4|||",
        "a|x||x",
        "b|x|x|x",
        "c|x||",
        "2.1|||",
        "a|||",
        "b|x||",
        "c|x||",
    ])]);
    // Mức 2 and Mức 3 of 1.3 have no indicator c (tt18-2018).
    assert_eq!(levels(&read), expected(&[("1.3", "---"), ("1.4", "+--"), ("2.1", "---")]), "{:?}", rules(&read));
    let verdict = read.assessments.iter().find(|row| row.criterion.to_string() == "1.3" && row.level == 1).expect("Mức 1");
    assert_eq!(verdict.mark, "a: -; b: x; c: x");
    let told: Vec<_> = read.findings.iter().filter(|finding| finding.rule.id == "C44").map(|finding| finding.message()).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[1].contains("Tiêu chí 1.4") && told[1].contains("Mức 2 (a: -; b: x)"), "{told:?}");
}

#[test]
fn an_indicator_behind_the_last_mark_is_unmet_only_where_each_is_marked_on_its_own() {
    let each = ["1.1|||", "a|x|x|x", "b|x||", "c|x||", "1.3|||", "a|x|x|x", "b|x|x|", "c|x||", "1.4|||", "a|x||", "b|x||", "c|||"];
    let read = reading(&[sheet(&[&["Tiêu chí|Mức 1|Mức 2|Mức 3"], &each[..]].concat())]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.3", "++-"), ("1.4", "---")]), "{:?}", rules(&read));
    // One mark beside the first, or merged over all, is that of the level.
    let one = ["1.1|||", "a|x|x|x", "b|||", "c|||", "1.3|||", "a|x|x|", "b|||", "c|||", "1.4|||", "a|x||", "b|||", "c|||"];
    let read = reading(&[sheet(&[&["Tiêu chí|Mức 1|Mức 2|Mức 3"], &one[..]].concat())]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.3", "++-"), ("1.4", "+--")]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C44"), "{:?}", rules(&read));
}

#[test]
fn marks_of_the_criterion_hold_whatever_its_indicators_leave_empty() {
    let rows = ["1.1|x|x|x", "a|||", "b|||", "c|||", "1.3|x|x|", "a|||", "b|||", "1.4|x||", "a|||"];
    let read = reading(&[sheet(&[&["Tiêu chí|Mức 1|Mức 2|Mức 3"], &rows[..]].concat())]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.3", "++-"), ("1.4", "+--")]), "{:?}", rules(&read));
}

#[test]
fn letters_below_the_names_of_criteria_whose_codes_stand_beside_are_indicators() {
    for titles in
        ["Mã|Nội dung", "Mã TC|Tên tiêu chí", "Mã tiêu chí|Nội dung", "Mã|Tiêu chuẩn, tiêu chí, chỉ báo", "Mã TC|Tiêu chí/ chỉ báo"]
    {
        let read = reading(&[sheet(&[
            &format!("{titles}|Mức 1|Mức 2|Mức 3"),
            "|Tiêu chuẩn 4: Quan hệ giữa nhà trường, gia đình và xã hội|||",
            "4.1|Ban đại diện cha mẹ học sinh|||",
            "|Chỉ báo a|Đ|Đ|KĐ",
            "|Chỉ báo b|Đ||",
            "|Chỉ báo c|Đ||",
            "4.2|Công tác tham mưu cấp ủy đảng|||",
            "|Chỉ báo a|KĐ|KĐ|KĐ",
            "|Chỉ báo b|Đ|Đ|",
            "|Chỉ báo c|Đ||",
        ])]);
        assert_eq!(levels(&read), expected(&[("4.1", "++-"), ("4.2", "---")]), "{titles}: {:?}", rules(&read));
        assert!(!rules(&read).contains("X06"), "{titles}: {:?}", rules(&read));
    }
}
