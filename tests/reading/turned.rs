//! Self-assessments turned round: criteria as titles of columns.

use std::collections::BTreeMap;

use ctcl::model::Outcome;
use ctcl::reading::Reading;

use super::{expected, levels, rules, sheet};
use crate::paper::{Paper, reading};

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

/// `thcs-hoa-sen 1.1 ++-`, a school a line.
fn of_schools(read: &Reading) -> Vec<String> {
    let mut of: BTreeMap<(&str, String), String> = BTreeMap::new();
    for row in &read.assessments {
        let sign = match row.result {
            Outcome::Met => '+',
            Outcome::Unmet => '-',
            Outcome::NotAssessed => '?',
        };
        of.entry((row.school_id.as_str(), row.criterion.to_string())).or_default().push(sign);
    }
    of.into_iter().map(|((school, criterion), signs)| format!("{school} {criterion} {signs}")).collect()
}

#[test]
fn levels_of_several_schools_are_each_their_own_whichever_way_the_table_lies() {
    let expected = ["thcs-hoa-sen 1.1 ++-", "thcs-hoa-sen 1.2 --", "thcs-sao-mai 1.1 +++", "thcs-sao-mai 1.2 ++"];
    let title = "TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2023-2024";
    let across = [title, "TT|Trường|1.1|1.2", "1|THCS Hoa Sen|Mức 2|Không đạt", "2|THCS Sao Mai|Mức 3|Mức 2"];
    let down = [title, "Tiêu chí|THCS Hoa Sen|THCS Sao Mai", "1.1|Mức 2|Mức 3", "1.2|Không đạt|Mức 2"];
    let form = [
        "Dấu thời gian|Địa chỉ email|Tên trường thầy cô công tác|Tiêu chí 1.1: Phương hướng, chiến lược|Tiêu chí 1.2: Hội đồng trường|Góp ý",
        "08/05/2024 9:12:33|a@b.vn|Trường THCS Hoa Sen|Mức 2|Không đạt|",
        "09/05/2024 9:12:33|c@b.vn|Trường THCS Sao Mai|Mức 3|Mức 2|Cần tập huấn",
    ];
    let marks = [title, "Tiêu chí|THCS Hoa Sen|||THCS Sao Mai||", "|M1|M2|M3|M1|M2|M3", "1.1|x|x||x|x|x", "1.2|KĐ|||x|x|"];
    for rows in [&across[..], &down, &form, &marks] {
        let read = reading(&[Paper::of("Tổng hợp", rows)]);
        assert_eq!(of_schools(&read), expected, "{:?}", rules(&read));
        assert!(!rules(&read).contains("F35"), "{:?}", rules(&read));
    }
    let read = reading(&[Paper::of("Tổng hợp", &form)]);
    let told: Vec<&str> = read.findings.iter().filter(|told| told.rule.id == "T03").filter_map(|told| told.raw.as_deref()).collect();
    assert_eq!(told, ["Dấu thời gian", "Địa chỉ email", "Góp ý"]);
}

#[test]
fn a_row_of_levels_without_a_school_is_told_and_what_stands_beside_levels_is_asked_about() {
    let read = reading(&[Paper::of(
        "Tổng hợp",
        &[
            "TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2023-2024",
            "Trường|1.1|1.2|Thời gian sửa chữa",
            "THCS Hoa Sen|2|1|Tháng 10/2023",
            "|3|2|Tháng 12/2023",
            "THCS Sao Mai|3|2|Tháng 3/2024",
        ],
    )]);
    let known = ["thcs-hoa-sen 1.1 ++-", "thcs-hoa-sen 1.2 +-", "thcs-sao-mai 1.1 +++", "thcs-sao-mai 1.2 ++"];
    assert_eq!(of_schools(&read), known, "{:?}", rules(&read));
    let at = |id: &str| read.findings.iter().find(|told| told.rule.id == id).and_then(|told| told.cell).map(|cell| cell.to_string());
    assert_eq!((at("S71"), at("T29")), (Some("B4".to_owned()), Some("D2".to_owned())));
}
