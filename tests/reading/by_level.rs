//! Self-assessments with a row for each level of a criterion.

use super::{expected, levels, rules, sheet};
use crate::paper::{Paper, Typed, reading};

#[test]
fn a_column_of_levels_says_which_is_met() {
    let rows = [
        "TT|Tiêu chí|Mức (1/2/3)|Đạt/Không đạt|Ghi chú",
        "1|Tiêu chí 1.1|Mức 1|Đạt|",
        "|Tiêu chí 1.1|Mức 2|Đạt|",
        "|Tiêu chí 1.1|Mức 3|Không đạt|",
        "2|Tiêu chí 1.2|Mức 1|Đạt|",
        "|Tiêu chí 1.2|Mức 2|Không đạt|thiếu hồ sơ",
        "3|Tiêu chí 1.3|Mức 1|Không đạt|",
        "|Tiêu chí 1.3|Mức 2|Không đạt|",
        "|Tiêu chí 1.3|Mức 3|Không đạt|",
    ];
    let read = reading(&[sheet(&rows)]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-"), ("1.3", "---")]), "{:?}", rules(&read));
    let verdict = read.assessments.iter().find(|row| row.criterion.to_string() == "1.1" && row.level == 3).expect("Mức 3");
    assert_eq!(verdict.origin.cell.to_string(), "D6");
}

#[test]
fn the_criterion_may_be_merged_over_its_levels_or_stand_once() {
    let rows = ["Tiêu chí|Mức|Kết quả", "1.1|1|Đạt", "|2|Đạt", "|3|Đạt", "1.2|1|Đạt", "|2|KĐ", "1.10|1|Đ", "|2|KĐ"];
    for paper in [sheet(&rows), sheet(&rows).merged(3, 0, 5, 0).merged(6, 0, 7, 0).merged(8, 0, 9, 0)] {
        let read = reading(&[paper]);
        assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "+-"), ("1.10", "+-")]), "{:?}", rules(&read));
    }
}

#[test]
fn marks_stand_under_met_and_unmet() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn, tiêu chí|Mức|Kết quả tự đánh giá|",
        "|||Đạt|Không đạt",
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|Tiêu chí 1.1: Phương hướng, chiến lược|Mức 1|x|",
        "||Mức 2|x|",
        "||Mức 3||x",
        "2|Tiêu chí 1.5: Lớp học|Mức 1|x|",
        "||Mức 2||x",
        "||Mức 3||x",
    ])
    .merged(2, 3, 2, 4)]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.5", "+--")]), "{:?}", rules(&read));
}

#[test]
fn the_level_may_stand_in_the_cell_of_the_code() {
    for [first, second] in [["1.1 - Mức 1", "1.1 - Mức 2"], ["Tiêu chí 1.1 (Mức 1)", "Tiêu chí 1.1 (Mức 2)"], ["1.1/M1", "1.1/M2"]]
    {
        let read = reading(&[sheet(&[
            "Tiêu chí|Đạt|Không đạt",
            &format!("{first}|x|"),
            &format!("{second}||x"),
            "1.2 - Mức 1|x|",
            "1.2 - Mức 2|x|",
        ])]);
        assert_eq!(levels(&read), expected(&[("1.1", "+--"), ("1.2", "++")]), "{first}: {:?}", rules(&read));
    }
}

#[test]
fn levels_below_their_criterion_are_its_own() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Đạt|Không đạt",
        "Tiêu chí 1.1||",
        "Mức 1|x|",
        "Mức 2|x|",
        "Mức 3||x",
        "Tiêu chí 1.2||",
        "Mức 1||x",
        "Mức 2||x",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "--")]), "{:?}", rules(&read));
}

#[test]
fn criteria_below_a_level_are_marked_for_it() {
    let read =
        reading(&[sheet(&["Tiêu chí|Đạt|Không đạt", "MỨC 1||", "1.1|x|", "1.2|x|", "MỨC 2||", "1.1|x|", "1.2||x", "MỨC 3||", "1.1||x"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-")]), "{:?}", rules(&read));
}

#[test]
fn a_level_without_a_row_is_asked_about_and_marks_that_cannot_be_together_do_not_count() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Mức|Kết quả",
        "1.1|1|Đạt",
        "|2|Đạt",
        "1.2|1|Không đạt",
        "|2|Đạt",
        "1.3|1|Đạt",
        "|2|Không đạt",
        "1.4|1|",
        "|2|khá",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++?"), ("1.2", "??"), ("1.3", "+--"), ("1.4", "???")]), "{:?}", rules(&read));
    for id in ["C20", "C11", "C12", "C10"] {
        assert!(rules(&read).contains(id), "{id} {:?}", rules(&read));
    }
}

#[test]
fn a_mark_on_a_row_without_a_level_is_asked_about() {
    let read = reading(&[sheet(&["Tiêu chí|Mức|Kết quả", "1.1|1|Đạt", "|2|Đạt", "|3|Đạt", "1.2||Đạt", "1.3|1|Đạt", "|2|Không đạt"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.3", "+--")]));
    assert!(rules(&read).contains("C21"), "{:?}", rules(&read));
}

#[test]
fn one_ten_stored_as_a_number_on_each_of_its_rows_is_one_ten() {
    let mut paper = Paper::of(
        "TĐG",
        &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", "Tiêu chí|Mức|Kết quả", "1.9|1|Đạt", "1.9|2|Không đạt", "|1|Đạt", "|2|Không đạt"],
    );
    paper = paper.put(5, 0, Typed::Number(1.1)).put(6, 0, Typed::Number(1.1));
    let read = reading(&[paper]);
    assert_eq!(levels(&read), expected(&[("1.9", "+-"), ("1.10", "+-")]), "{:?}", rules(&read));
}

#[test]
fn the_highest_level_with_a_mark_beside_it_is_one_row_for_each_criterion() {
    let read = reading(&[sheet(&["Tiêu chí|Mức|Kết quả", "1.1|3|Đạt", "1.3|2|Đạt", "1.5|1|Không đạt"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.3", "++-"), ("1.5", "---")]), "{:?}", rules(&read));
}

#[test]
fn the_set_of_2026_may_come_in_rows_too() {
    let paper = Paper::of(
        "TĐG",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2026-2027",
            "TT|Tiêu chí|Mức|Đạt|Không đạt",
            "1|1.1|Mức 1|x|",
            "||Mức 2||x",
            "2|1.2|Mức 1|x|",
            "||Mức 2|x|",
        ],
    );
    let bytes = crate::paper::workbook(&[paper]);
    let read = crate::paper::Office::in_year(2026).read(&[ctcl::read::Source::in_memory("a.xlsx", bytes)]);
    assert_eq!(levels(&read), expected(&[("1.1", "+-"), ("1.2", "++")]), "{:?}", rules(&read));
}

#[test]
fn a_column_of_levels_that_each_criterion_aims_at_is_not_its_verdict() {
    let rows: Vec<String> =
        (1..=9).map(|number| format!("{number}|1.{number}|Mức {}|Đạt mức {}", 1 + number % 3, 1 + number % 2)).collect();
    let table: Vec<&str> = ["TT|Tiêu chí|Mục tiêu|Kết quả tự đánh giá"].into_iter().chain(rows.iter().map(String::as_str)).collect();
    let read = reading(&[sheet(&table)]);
    let found = levels(&read);
    assert_eq!((found["1.1"].as_str(), found["1.2"].as_str(), found["1.3"].as_str()), ("++-", "+-", "++-"), "{:?}", rules(&read));

    let rows: Vec<String> = (1..=9)
        .map(|number| format!("{number}|1.{number}||x|{}||Mức {}", if number % 2 == 1 { "x" } else { "" }, 1 + number % 2))
        .collect();
    let table: Vec<&str> = ["TT|Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3|Ghi chú"].into_iter().chain(rows.iter().map(String::as_str)).collect();
    let read = reading(&[sheet(&table)]);
    let found = levels(&read);
    assert_eq!((found["1.1"].as_str(), found["1.2"].as_str(), found["1.3"].as_str()), ("++-", "+-", "++-"), "{:?}", rules(&read));
}

#[test]
fn what_was_found_before_or_by_others_is_not_what_the_school_declares() {
    for title in ["Năm học 2022-2023", "Kết quả năm trước", "Mức năm 2021", "Đánh giá lần trước", "Đánh giá ngoài"]
    {
        let header = format!("Tiêu chí|{title}|Kết quả tự đánh giá");
        let read = reading(&[sheet(&[
            "KẾT QUẢ TỰ ĐÁNH GIÁ",
            &header,
            "1.1|Đạt Mức 1|Đạt Mức 2",
            "1.2|Đạt Mức 1|Đạt Mức 2",
            "1.3|Đạt Mức 1|Đạt Mức 2",
        ])]);
        assert!(read.declarations.is_empty(), "{title} {:?}", read.declarations);
    }
}

#[test]
fn counts_of_criteria_below_a_standard_are_no_criteria() {
    for row in ["Cộng tiêu\nchuẩn 1|3|2|0", "Tiêu chuẩn 1: số tiêu chí đạt|3|2|0", "Số TC đạt|3|2|0", "TC1 đạt|3|2|1", "Cộng dồn|3|2|0"]
    {
        let read = reading(&[sheet(&[
            "KẾT QUẢ TỰ ĐÁNH GIÁ",
            "Tiêu chí|Mức 1|Mức 2|Mức 3",
            "1.1|x|x|",
            "1.2|x||",
            "1.3|x|x|",
            row,
            "2.1|x|x|",
            "2.2|x||",
        ])]);
        let found = levels(&read);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["1.1", "1.2", "1.3", "2.1", "2.2"], "{row} {found:?}");
        let met: usize = found.values().map(|levels| levels.matches('+').count()).sum();
        assert_eq!(met, 8, "{row} {found:?}");
        assert!(!rules(&read).contains("R03") && !rules(&read).contains("C10"), "{row} {:?}", rules(&read));
    }
}

/// "Kết quả" over 1, 2 and 3 beside the names of criteria can be nothing but levels; beside works, or among other numbers, it can.
#[test]
fn bare_numbers_beside_the_names_of_criteria_are_levels_and_told() {
    let named = ["Phương hướng, chiến lược xây dựng và phát triển nhà trường", "Hội đồng trường", "Khối lớp và tổ chức lớp học"];
    let read = |works: [&str; 3], numbers: [&str; 3]| {
        let codes = ["1.1", "1.2", "1.5"];
        let rows: Vec<String> = (0..3).map(|at| format!("{}|{}|{}|{}", at + 1, codes[at], works[at], numbers[at])).collect();
        let mut all = vec!["TT|Tiêu chí|Nội dung|Kết quả"];
        all.extend(rows.iter().map(String::as_str));
        reading(&[sheet(&all)])
    };
    let levels = read(named, ["3", "2", "1"]);
    let met = levels.assessments.iter().filter(|assessment| assessment.result == ctcl::model::Outcome::Met);
    assert_eq!(met.count(), 6, "{:?}", rules(&levels));
    assert!(rules(&levels).contains("T99") && !rules(&levels).contains("C14") && levels.actions.is_empty(), "{:?}", rules(&levels));
    let works = ["Rà soát chiến lược phát triển", "Kiện toàn hội đồng", "Chia lại các lớp"];
    for (works, numbers) in [(works, ["3", "2", "1"]), (named, ["3", "12", "1"]), (named, ["1", "1", "0"])] {
        let read = read(works, numbers);
        assert!(read.assessments.is_empty() && !rules(&read).contains("T99"), "{numbers:?}: {:?}", rules(&read));
    }
}

fn assessment(rows: &[&str]) -> Paper {
    let mut all = vec!["TRƯỜNG THCS HOA SEN", "KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2023-2024", ""];
    all.extend(rows);
    Paper::of("TĐG", &all)
}

#[test]
fn a_level_at_which_no_criterion_is_listed_takes_none_of_those_above() {
    let listed = ["Mức|Các tiêu chí đạt|Số lượng", "Mức 1|1.1, 1.3, 1.4|3", "Mức 2|1.1, 1.3|2"];
    for (rows, reached) in [
        (&["Mức 3||0", "Không đạt|1.5|1"][..], [("1.1", "++-"), ("1.3", "++-"), ("1.4", "+--"), ("1.5", "---")]),
        (&["Mức 3|Không|0", "Không đạt|1.5|1"], [("1.1", "++-"), ("1.3", "++-"), ("1.4", "+--"), ("1.5", "---")]),
    ] {
        let read = reading(&[assessment(&[&listed[..], rows].concat())]);
        assert_eq!(levels(&read), expected(&reached), "{rows:?}: {:?}", rules(&read));
        assert!(rules(&read).contains("R17"), "{rows:?}: {:?}", rules(&read));
    }
    let read = reading(&[assessment(&[&listed[..], &["Mức 3|1.3|1", "Không đạt||0"]].concat())]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "+++"), ("1.4", "+--")]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C11"), "{:?}", rules(&read));
}

#[test]
fn levels_of_two_years_or_halves_are_read_however_they_are_worded() {
    for level in ["Mức", "Đạt mức", "Đạt đến Mức", "M"] {
        let of = |number: u8| if level == "M" { format!("M{number}") } else { format!("{level} {number}") };
        let rows = |first: [&str; 3], second: [&str; 3]| -> Vec<String> {
            (0..3).map(|at| format!("{}|1.{}|{}|{}", at + 1, [1, 3, 4][at], first[at], second[at])).collect()
        };
        let (two, one, three) = (of(2), of(1), of(3));
        let (now, before) = ([two.as_str(), &one, &three], [one.as_str(), &one, &two]);
        for (titles, rows) in [
            ("TT|Tiêu chí|Năm học 2022-2023|Năm học 2023-2024", rows(before, now)),
            ("TT|Tiêu chí|Học kỳ I|Học kỳ II", rows(now, ["", "", ""])),
            ("TT|Tiêu chí|Học kỳ I|Học kỳ II", rows(now, [&three, &two, &three])),
        ] {
            let lines: Vec<&str> = [titles].into_iter().chain(rows.iter().map(String::as_str)).collect();
            let read = reading(&[assessment(&lines)]);
            assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "+--"), ("1.4", "+++")]), "{lines:?}: {:?}", rules(&read));
            assert!(!rules(&read).contains("T05"), "{lines:?}: {:?}", rules(&read));
            // No line above says what these are, and they are no works.
            let read = reading(&[sheet(&lines)]);
            assert!(read.actions.is_empty() && !rules(&read).contains("T98"), "{lines:?}: {:?}", rules(&read));
        }
    }
}
