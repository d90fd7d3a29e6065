//! Self-assessments as clerks mark them: signs of every sort, one column for the level, what others found beside.

use std::collections::BTreeMap;

use ctcl::model::Outcome;
use ctcl::reading::Reading;

use super::{leaves_out, rules, sheet};
use crate::paper::{Paper, Typed, reading};

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

#[test]
fn letters_in_a_font_of_signs_are_the_signs_people_see() {
    let mut paper = sheet(&["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1||||", "1.3||||", "1.4||||", "1.5||||", "1.6||||"]);
    let typed: &[(u32, u16, &str, &str)] = &[
        (3, 2, "ü", "Wingdings"),
        (3, 3, "ü", "Wingdings"),
        (3, 4, "ü", "Wingdings"),
        (4, 2, "þ", "Wingdings"),
        (4, 3, "þ", "Wingdings"),
        (4, 4, "¨", "Wingdings"),
        (5, 2, "P", "Wingdings 2"),
        (5, 3, "o", "Wingdings"),
        (6, 1, "a", "Webdings"),
        (7, 2, "Ö", "Symbol"),
        (7, 3, "Ö", "Symbol"),
    ];
    for (row, column, text, font) in typed {
        paper = paper.put(*row, *column, Typed::InFont(text, font));
    }
    let read = reading(&[paper]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.3", 2), ("1.4", 1), ("1.5", 0), ("1.6", 2)]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C10") && !rules(&read).contains("C06"), "{:?}", rules(&read));
}

#[test]
fn boxes_with_a_cross_are_marks_where_no_tick_stands_beside_them() {
    let mut paper = sheet(&["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1||||", "1.3||||"]);
    for (row, column, text) in [(3, 2, "ý"), (3, 3, "x"), (3, 4, "¨"), (4, 1, "ý")] {
        paper = paper.put(row, column, Typed::InFont(text, "Wingdings"));
    }
    let read = reading(&[paper]);
    assert_eq!(levels(&read), expected(&[("1.1", 2), ("1.3", 0)]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C10"), "{:?}", rules(&read));
}

#[test]
fn a_cross_beside_ticks_may_deny_and_is_asked_about() {
    let read = reading(&[sheet(&["Tiêu chí|Mức 1|Mức 2|Mức 3", "1.1|✓|✓|x", "1.3|✓|☒|☒", "1.4|x|x|x"])]);
    assert_eq!(levels(&read), expected(&[("1.1", 2), ("1.3", 1), ("1.4", 0)]), "{:?}", rules(&read));
    assert!(read.findings.iter().filter(|finding| finding.rule.id == "C10").count() == 6, "{:?}", rules(&read));
    // Under "Không đạt" a cross is what it is anywhere.
    let read = reading(&[sheet(&["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1||✓|✓|✓", "1.3|x|||"])]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.3", 0)]));
    assert!(!rules(&read).contains("C10"), "{:?}", rules(&read));
}

#[test]
fn a_mark_merged_over_levels_is_a_mark_of_each() {
    let read = reading(&[sheet(&["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1||x||", "1.3||x||", "1.4||x|x|x"])
        .merged(3, 2, 3, 4)
        .merged(4, 2, 4, 3)]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.3", 2), ("1.4", 3)]), "{:?}", rules(&read));
}

#[test]
fn marks_of_no_level_are_asked_about() {
    let read = reading(&[sheet(&["Tiêu chí|Đạt|Không đạt", "1.1|x|", "1.2|x|", "1.3||x"])]);
    assert!(read.assessments.iter().all(|row| row.result == Outcome::NotAssessed), "{:?}", levels(&read));
    assert_eq!(read.findings.iter().filter(|finding| finding.rule.id == "C21").count(), 3, "{:?}", rules(&read));
    assert!(!rules(&read).contains("C12"));
}

#[test]
fn the_list_of_level_four_may_say_its_results_in_words() {
    let read = reading(&[sheet(&["Đánh giá tiêu chí Mức 4", "Khoản|Nội dung|Kết quả", "1|Thư viện|Đạt", "2|Chương trình|Không đạt"])]);
    assert_eq!(levels(&read), expected(&[("M4.1", 4), ("M4.2", 0)]), "{:?}", rules(&read));
    assert!(read.reports.is_empty());
}

#[test]
fn a_level_named_again_in_its_own_column_is_a_mark() {
    let read = reading(&[sheet(&["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1|||Đạt mức 2|", "1.3||Đạt mức 1||", "1.4||Đạt mức 3||"])]);
    assert_eq!(levels(&read), expected(&[("1.1", 2), ("1.3", 1), ("1.4", 0)]), "{:?}", rules(&read));
    assert!(rules(&read).contains("C10"), "{:?}", rules(&read));
}

#[test]
fn levels_listed_in_one_cell_are_read_up_to_the_last() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức đạt",
        "1|1.1|1, 2",
        "2|1.2|1",
        "3|1.3|1;2;3",
        "4|1.4|Mức 1 và Mức 2",
        "5|1.5|M1, M2, M3",
        "6|1.6|Mức 1: Đạt; Mức 2: Không đạt",
        "7|1.7|1+2",
        "8|2.1|1-3",
        "9|2.2|I, II",
        "10|2.3|Không đạt",
    ])]);
    assert_eq!(
        levels(&read),
        expected(&[("1.1", 2), ("1.2", 1), ("1.3", 3), ("1.4", 2), ("1.5", 3), ("1.6", 1), ("1.7", 2), ("2.1", 3), ("2.2", 2), ("2.3", 0)]),
        "{:?}",
        rules(&read)
    );
    assert!(!rules(&read).contains("C10") && !rules(&read).contains("C23"), "{:?}", rules(&read));
}

#[test]
fn a_list_of_levels_with_a_gap_and_what_excel_made_of_one_are_told() {
    let mut paper = sheet(&["TT|Tiêu chí|Mức đạt", "1|1.1|1, 3", "2|1.2|1/2", "3|1.3|", "4|1.4|", "5|1.5|", "6|1.6|Mức 2", "7|2.1|2, 3"]);
    paper = paper.put(5, 2, Typed::Number(1.2)).put(6, 2, Typed::Number(12.0)).put(7, 2, Typed::Date(2024, 2, 1));
    let read = reading(&[paper]);
    let judged: BTreeMap<String, u8> = levels(&read).into_iter().filter(|(_, level)| *level > 0).collect();
    assert_eq!(judged, expected(&[("1.3", 2), ("1.6", 2)]), "{:?}", rules(&read));
    let unsure = read.assessments.iter().filter(|row| ["1.1", "1.2", "1.4", "1.5", "2.1"].contains(&row.criterion.to_string().as_str()));
    assert!(unsure.clone().count() > 0 && unsure.clone().all(|row| row.result == Outcome::NotAssessed));
    let cells = |id: &str| -> Vec<String> {
        let of = read.findings.iter().filter(|finding| finding.rule.id == id);
        of.filter_map(|finding| finding.cell).map(|cell| cell.to_string()).collect()
    };
    assert_eq!(
        (cells("C23"), cells("C10"), cells("C24")),
        (vec!["C4".into(), "C10".into()], vec!["C5".into(), "C7".into(), "C8".into()], vec!["C6".into()])
    );
}

#[test]
fn a_mark_may_say_how_many_indicators_are_met() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức 1|Mức 2|Mức 3",
        "1|1.1|Đạt (3/3 chỉ báo)|Đạt 1/1|Không đạt (0/1)",
        "2|1.3|3/3|2/3|",
        "3|1.5|x (3/3)|3/3 chỉ báo|đạt 1/1 CB",
        "4|1.6|Đạt (2/3 chỉ báo)|Không đạt|Không đạt",
        "5|2.1|Đạt 3/3|Không đạt (3/3)|",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", 2), ("1.3", 1), ("1.5", 3), ("1.6", 0), ("2.1", 1)]), "{:?}", rules(&read));
    let told: Vec<String> =
        read.findings.iter().filter(|finding| finding.rule.id == "C25").filter_map(|it| it.cell).map(|cell| cell.to_string()).collect();
    assert_eq!(told, ["C7", "D8"], "{:?}", rules(&read));
    let open: Vec<(String, u8)> = read
        .assessments
        .iter()
        .filter(|row| row.result == Outcome::NotAssessed)
        .map(|row| (row.criterion.to_string(), row.level))
        .collect();
    assert_eq!(open, [("1.6".to_owned(), 1), ("2.1".to_owned(), 2)], "what contradicts itself counts for nothing");
}

#[test]
fn the_word_met_under_unmet_is_a_mark_unless_unmet_stands_there_too() {
    let titles = "TT|Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3";
    let read = reading(&[sheet(&[titles, "1|1.1||Đạt|Đạt|", "2|1.3|Đạt|||", "3|1.4||Đạt||"])]);
    assert_eq!(levels(&read), expected(&[("1.1", 2), ("1.3", 0), ("1.4", 1)]), "{:?}", rules(&read));
    assert!(read.assessments.iter().all(|row| row.result != Outcome::NotAssessed));

    let read = reading(&[sheet(&[titles, "1|1.1||x|x|", "2|1.3|Đạt|||", "3|1.4|Không đạt|||", "4|1.5|x|||"])]);
    assert_eq!(levels(&read), expected(&[("1.1", 2), ("1.3", 0), ("1.4", 0), ("1.5", 0)]));
    assert!(read.assessments.iter().filter(|row| row.criterion.to_string() == "1.3").all(|row| row.result == Outcome::NotAssessed));
    assert!(rules(&read).contains("C10"), "{:?}", rules(&read));
}

#[test]
fn a_level_met_above_one_that_is_not_is_a_contradiction() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức 1|Mức 2|Mức 3",
        "1|1.1|Không đạt|Đạt|Không đạt",
        "2|1.3|Đạt|Đạt|Không đạt",
        "3|1.5|2/3|1/1|0/1",
        "4|1.6|Đạt|Không đạt|Không đạt",
    ])]);
    let first = read.assessments.iter().filter(|row| row.criterion.to_string() == "1.1");
    assert!(first.clone().count() == 3 && first.clone().all(|row| row.result == Outcome::NotAssessed), "{:?}", rules(&read));
    assert_eq!(levels(&read), expected(&[("1.1", 0), ("1.3", 2), ("1.5", 0), ("1.6", 1)]), "{:?}", rules(&read));
    assert_eq!(read.findings.iter().filter(|finding| finding.rule.id == "C11").count(), 1);
}

#[test]
fn a_conclusion_beside_the_levels_is_held_against_the_marks_and_taken_where_there_are_none() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3|Kết quả",
        "1|1.1||x|x||Mức 2",
        "2|1.2||x|||Mức 2",
        "3|1.3|||||Mức 1",
        "4|1.4|||||Không đạt",
        "5|1.5||x|x|x|Đạt",
        "6|1.6|x||||Đạt mức 1",
    ])]);
    let tops = [("1.1", 2), ("1.2", 1), ("1.3", 1), ("1.4", 0), ("1.5", 3), ("1.6", 0)];
    assert_eq!(levels(&read), tops.map(|(code, top)| (code.to_owned(), top)).into());
    let told: Vec<String> = read
        .findings
        .iter()
        .filter(|finding| finding.rule.id == "C30")
        .map(|finding| format!("{} {}", finding.details["criterion"], finding.details["marked"]))
        .collect();
    assert_eq!(told, ["1.2 Mức 1", "1.6 Không đạt"]);
    assert!(!leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn a_mark_with_its_reason_under_not_met_is_a_mark() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
        "1|1.2||x|x|",
        "2|1.4|x (thiếu 1 phó hiệu trưởng)|||",
        "3|1.5||x (đề nghị)||",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.2", 2), ("1.4", 0), ("1.5", 0)]), "{:?}", rules(&read));
    assert!(rules(&read).contains("C10"));
}

#[test]
fn items_of_level_4_below_the_criteria_are_marked_in_the_first_column() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Mức 1|Mức 2|Mức 3",
        "1.1|Đạt|Đạt|Đạt",
        "1.2|Đạt|Đạt|",
        "MỨC 4 (Điều 22)|||",
        "1. Khoản 1 Điều 22|Đạt||",
        "2. Khoản 2 Điều 22|Không đạt||",
    ])]);
    let levels = levels(&read);
    assert_eq!((levels["M4.1"], levels["M4.2"]), (4, 0), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C13"), "{:?}", rules(&read));
}

#[test]
fn of_two_columns_of_levels_the_schools_own_of_this_year_counts() {
    for (other, own) in [
        ("Mức năm trước", "Mức năm nay"),
        ("Kết quả năm trước", "Kết quả năm nay"),
        ("Tổ tự đánh giá", "Hội đồng duyệt"),
        ("Nhóm 1 chấm", "Hội đồng kết luận"),
        ("Mức cần đạt", "Mức hiện tại"),
    ] {
        for (title, first) in [(format!("Tiêu chí|{other}|{own}"), true), (format!("Tiêu chí|{own}|{other}"), false)] {
            let row =
                |code: &str, other: &str, own: &str| if first { format!("{code}|{other}|{own}") } else { format!("{code}|{own}|{other}") };
            let rows = [row("1.1", "Mức 1", "Mức 3"), row("1.2", "Mức 3", "Mức 2"), row("1.3", "Mức 3", "Không đạt")];
            let read = reading(&[sheet(&[&title, &rows[0], &rows[1], &rows[2]])]);
            assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.2", 2), ("1.3", 0)]), "{title} {:?}", rules(&read));
            assert!(rules(&read).contains("T40"), "{title} {:?}", rules(&read));
        }
    }
}

#[test]
fn a_mark_without_a_reading_is_told_once_and_hides_no_other() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Không đạt|Đạt mức 1|Đạt mức 2|Đạt mức 3",
        "1|1.1||*|*|",
        "2|1.2||x (a, b, c)|x|",
        "3|1.3||x (a, b)|x|x",
        "4|1.4||x|x|x",
        "5|1.5|||x|",
        "6|1.6||x|x|",
        "7|1.7||||",
    ])]);
    let told = |id: &str| {
        read.findings.iter().filter(|told| told.rule.id == id).map(|told| told.cell.map_or(0, |cell| cell.row + 1)).collect::<Vec<_>>()
    };
    assert_eq!((told("C10"), told("C12")), (vec![4, 4, 6], vec![10]), "{:?}", rules(&read));
    assert_eq!(told("X05"), [8], "{:?}", rules(&read));
    assert_eq!(levels(&read)["1.2"], 2);
}

#[test]
fn no_under_not_met_beside_levels_that_are_met_denies_nothing() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Không đạt|Đạt mức 1|Đạt mức 2|Đạt mức 3",
        "1|1.1|0|x|x|x",
        "2|1.2|Không|x|x|",
        "3|1.3|Không|||",
        "4|1.4|Không đạt|x||",
        "5|1.5||Đạt|Đạt|Chưa đạt mức 3",
        "6|1.6||Không đạt mức 1||",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.2", 2), ("1.3", 0), ("1.4", 0), ("1.5", 2), ("1.6", 0)]));
    let told: Vec<_> = read.findings.iter().filter(|told| told.rule.id == "C11").map(|told| told.message()).collect();
    assert!(told.len() == 1 && told[0].contains("1.4"), "{told:?}");
}

#[test]
fn levels_said_in_whole_and_levels_aimed_at_are_told_apart() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức đạt được|Ghi chú",
        "1|1.1|Đạt cả 3 mức|",
        "2|1.2|Chưa đạt mức nào|",
        "3|1.3|Mức 2, phấn đấu mức 3|",
        "4|1.4|Mức 1: Đ, Mức 2: Đ, Mức 3: KĐ|",
        "5|1.5|Đạt mức 2 [H1-1.5-01]|",
        "6|1.6|Mức 2/3|",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.2", 0), ("1.3", 2), ("1.4", 2), ("1.5", 2), ("1.6", 0)]));
    let told = |id: &str| read.findings.iter().filter(|told| told.rule.id == id).count();
    assert_eq!((told("C10"), told("C12")), (1, 0), "{:?}", rules(&read));
}

#[test]
fn levels_by_halves_alone_are_no_empty_form() {
    let mut rows = vec!["TRƯỜNG TIỂU HỌC HOA SEN".to_owned(), "BÁO CÁO TỰ ĐÁNH GIÁ".to_owned(), "Năm học 2023-2024".to_owned()];
    rows.extend([String::new(), "Tiêu chí|Học kỳ I|Cuối năm".to_owned()]);
    for (standard, count) in [(1, 10), (2, 4), (3, 6), (4, 2), (5, 5)] {
        let level = |place: usize| if place.is_multiple_of(4) { "Không đạt".to_owned() } else { format!("Mức {}", place % 4) };
        rows.extend((1..=count).map(|code| format!("TC {standard}.{code}|{}|{}", level(code + 1), level(code))));
    }
    let read = reading(&[Paper::of("TĐG", &rows.iter().map(String::as_str).collect::<Vec<_>>())]);
    assert!(!rules(&read).contains("F43") && !rules(&read).contains("T12"), "{:?}", rules(&read));
    // One half is read, and the other is asked about.
    assert!(rules(&read).contains("T29") && levels(&read).len() == 27, "{:?}", rules(&read));
}

#[test]
fn crosses_beside_ticks_deny_and_a_column_of_reasons_holds_no_marks() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Mức 1|Mức 2|Mức 3",
        "Tiêu chí 1.1|✓|✓|✓",
        "Tiêu chí 1.2|✓|✗|",
        "Tiêu chí 1.3|✗||",
        "Tiêu chí 1.4|☑|☐|",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.2", 1), ("1.3", 0), ("1.4", 1)]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C10"), "{:?}", rules(&read));
    let titles = "STT|Tiêu chí|Tự đánh giá mức|Lý do chưa đạt mức cao hơn";
    let read = reading(&[sheet(&[titles, "1|1.1|Mức 3|", "2|1.2|Mức 1|Chưa có biên bản", "3|1.3|Không đạt|Thiếu"])]);
    assert_eq!(levels(&read), expected(&[("1.1", 3), ("1.2", 1), ("1.3", 0)]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C10"), "{:?}", rules(&read));
}

#[test]
fn a_narrow_table_in_two_halves_side_by_side_is_read_whole() {
    for titles in ["Tiêu chí|Kết quả||Tiêu chí|Kết quả", "Tiêu chí|Kết quả|Tiêu chí|Kết quả"] {
        let gap = if titles.contains("||") { "|" } else { "" };
        let row = |left: &str, right: &str| format!("{left}{gap}|{right}");
        let rows = [row("1.1|Đạt mức 2", "1.4|Đạt mức 1"), row("1.2|Đạt mức 1", "1.5|Không đạt"), row("1.3|Đạt mức 1", "1.6|Đạt mức 2")];
        let read = reading(&[sheet(&[titles, &rows[0], &rows[1], &rows[2]])]);
        let all = expected(&[("1.1", 2), ("1.2", 1), ("1.3", 1), ("1.4", 1), ("1.5", 0), ("1.6", 2)]);
        assert_eq!(levels(&read), all, "{titles}: {:?}", rules(&read));
    }
}
