//! Self-assessments that list or count criteria by level, lists of Mức 4 under titles of their own, rows that speak of all the others.

use ctcl::model::Declaration;
use ctcl::reading::Reading;

use super::{expected, levels, rules, sheet};
use crate::paper::{Typed, reading};

fn met(read: &Reading) -> Vec<(u8, u32, Option<u32>)> {
    let mut found: Vec<_> = read
        .declarations
        .iter()
        .filter_map(|declaration| match declaration {
            Declaration::CriteriaMet { level, met, of, .. } => Some((*level, *met, *of)),
            Declaration::SchoolLevel { .. } => None,
        })
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn criteria_listed_by_level_in_lines_are_assessed() {
    let read = reading(&[sheet(&[
        "Kết quả tự đánh giá các tiêu chí:",
        "- Các tiêu chí không đạt: 1.9",
        "- Các tiêu chí đạt Mức 1: 2.1, 2.2",
        "- Các tiêu chí đạt Mức 2: 1.2, 1.3, 1.10",
        "- Các tiêu chí đạt Mức 3: 1.1, 3.1",
    ])]);
    let all =
        [("1.1", "+++"), ("1.2", "++"), ("1.3", "++-"), ("1.9", "--"), ("1.10", "++"), ("2.1", "+--"), ("2.2", "+--"), ("3.1", "+++")];
    assert_eq!(levels(&read), expected(&all), "{:?}", rules(&read));
    assert_eq!(met(&read), [], "a list is no count: {:?}", read.declarations);
}

#[test]
fn criteria_named_in_a_line_of_a_plan_are_not_assessed() {
    let lines = ["- Các tiêu chí đạt Mức 1: 2.1, 2.2", "- Các tiêu chí chưa đạt Mức 2: 1.2, 1.3, 1.10, 3.1, 3.2, 3.3, 3.4, 3.5"];
    let read = reading(&[sheet(&[lines[0], lines[1], super::PLAN, "1|Tiêu chí 1.1|Mua sách|HT|Tháng 10/2023"])]);
    assert_eq!((levels(&read).len(), met(&read)), (0, Vec::new()), "{:?}", read.declarations);
}

#[test]
fn a_little_table_of_counts_is_totals() {
    let totals = [(1, 28, Some(28)), (2, 25, Some(28)), (3, 11, Some(20))];
    for table in [
        ["Mức|Số tiêu chí đạt|Tổng số|Tỷ lệ", "Mức 1|28|28|100%", "Mức 2|25|28|89,3%", "Mức 3|11|20|55%"],
        ["TT|Nội dung|Số TC đạt|Tổng số TC", "1|Đạt Mức 1|28|28", "2|Đạt Mức 2|25|28", "3|Đạt Mức 3|11|20"],
        ["|Mức 1|Mức 2|Mức 3", "Số tiêu chí đạt|28|25|11", "Tổng số tiêu chí|28|28|20", "Tỷ lệ|100%|89%|55%"],
    ] {
        let read = reading(&[sheet(&table)]);
        assert_eq!(met(&read), totals, "{table:?} {:?}", rules(&read));
        assert!(["R03", "R04", "T04"].iter().all(|id| !rules(&read).contains(id)), "{table:?} {:?}", rules(&read));
    }
}

const ITEMS: [(&str, &str); 3] = [("M4.1", "+"), ("M4.2", "-"), ("M4.3", "+")];

#[test]
fn the_list_of_level_4_may_have_titles_of_its_own() {
    for list in [
        [
            "Nội dung|Đạt|Không đạt|Ghi chú",
            "Khoản 1, Điều 22: Thư viện|x||",
            "Khoản 2, Điều 22: Sân vườn||x|",
            "Khoản 3, Điều 22: Kết quả|x||",
        ],
        ["TT|Nội dung|Tự đánh giá|", "1|Thư viện đạt chuẩn|Đạt", "2|Sân vườn rộng rãi|Không đạt", "3|Kết quả vượt trội|Đạt"],
        ["Tiêu chí|Kết quả||", "Khoản 1 Điều 22|Đạt", "Khoản 2 Điều 22|Không đạt", "Khoản 3 Điều 22|Đạt"],
    ] {
        let table = ["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1||x|x|x", "1.2||x||-", "", "2. Đánh giá tiêu chí Mức 4"];
        let read = reading(&[sheet(&[&table[..], &list].concat())]);
        let all = [&[("1.1", "+++"), ("1.2", "+-")][..], &ITEMS].concat();
        assert_eq!(levels(&read), expected(&all), "{list:?} {:?}", rules(&read));
        assert!(["C10", "C21", "R03", "R04", "T02"].iter().all(|id| !rules(&read).contains(id)), "{list:?} {:?}", rules(&read));
    }
}

#[test]
fn all_other_criteria_may_share_a_row() {
    let read =
        reading(&[sheet(&["Tiêu chí|Kết quả", "Tiêu chí 1.1|Đạt Mức 3", "Tiêu chí 3.4|Đạt Mức 1", "Các tiêu chí còn lại|Đạt Mức 2"])]);
    let levels = levels(&read);
    assert_eq!(levels.len(), 28, "{:?}", rules(&read));
    assert_eq!(["1.1", "3.4", "1.10", "5.6"].map(|code| levels[code].as_str()), ["+++", "+-", "++", "++-"]);
    assert!(rules(&read).contains("R14") && !rules(&read).contains("R03"), "{:?}", rules(&read));
}

#[test]
fn whose_the_other_criteria_are_is_asked_where_it_is_open() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Kết quả",
        "Tiêu chuẩn 1|",
        "Tiêu chí 1.1|Đạt Mức 3",
        "Tiêu chuẩn 2|",
        "Tiêu chí 2.1|Đạt Mức 1",
        "Các tiêu chí còn lại|Đạt Mức 2",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("2.1", "+--")]), "{:?}", rules(&read));
    assert!(rules(&read).contains("R03"), "{:?}", rules(&read));
}

#[test]
fn standards_may_be_counted_in_roman_figures_above_numbers_of_rows() {
    let read = reading(&[sheet(&[
        "TT|Nội dung|Mức 1|Mức 2|Mức 3",
        "I|TỔ CHỨC VÀ QUẢN LÝ NHÀ TRƯỜNG|||",
        "1|Phương hướng, chiến lược xây dựng và phát triển nhà trường|x|x|x",
        "10|Đảm bảo an ninh trật tự, an toàn trường học|x|x|",
        "II|Đội ngũ cán bộ, giáo viên và học sinh|||",
        "4|Đối với học sinh|x||",
        "III|CƠ SỞ VẬT CHẤT VÀ THIẾT BỊ DẠY HỌC|||",
        "6|Thư viện|x|x|",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.10", "++"), ("2.4", "+--"), ("3.6", "++-")]), "{:?}", rules(&read));
    assert!(["R01", "R03", "R04"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
}

#[test]
fn codes_run_together_with_their_word_stand_beside_names() {
    let read = reading(&[sheet(&[
        "Tiêu chuẩn, tiêu chí|Tên tiêu chí|Đạt||",
        "||Mức 3|Mức 2|Mức 1",
        "TC1.1|Phương hướng, chiến lược xây dựng và phát triển nhà trường|✓||",
        "TC1.2|Hội đồng trường và các hội đồng khác||✓|",
        "TC1.3|Tổ chức Đảng, các đoàn thể trong nhà trường||✓|",
        "TC1.4|Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn|||✓",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "++"), ("1.3", "++-"), ("1.4", "+--")]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("R02"), "{:?}", rules(&read));
}

#[test]
fn marks_in_words_are_no_choice_between_columns() {
    let read =
        reading(&[sheet(&["Tiêu chí|Đạt||", "|Mức độ 1|Mức độ 2|Mức độ 3", "1.1|đ|Không|Không", "1.2|đ|đ|/", "1.3|đ|đ|đ", "1.4|đ|đ|đ"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+--"), ("1.2", "++"), ("1.3", "+++"), ("1.4", "+++")]), "{:?}", rules(&read));
}

#[test]
fn a_row_that_is_struck_through_yields_to_the_one_that_is_not() {
    let table = sheet(&["Tiêu chí|Mức đạt", "2.2|Mức 2", "|", "2.3|Mức 2", "2.4|Mức 1"]);
    let read = reading(&[table.put(4, 0, Typed::Struck("2.3")).put(4, 1, Typed::Struck("Mức 1"))]);
    assert_eq!(levels(&read), expected(&[("2.2", "++-"), ("2.3", "++-"), ("2.4", "+--")]), "{:?}", rules(&read));
    assert!(rules(&read).contains("T26") && !rules(&read).contains("X06"), "{:?}", rules(&read));
}

#[test]
fn what_the_criterion_is_about_may_stand_before_its_level() {
    let read = reading(&[sheet(&[
        "Tiêu chí|Nội dung|Mức đạt",
        "1.1|Phương hướng, chiến lược|Mức III",
        "1.2|Hội đồng trường|Mức II",
        "1.3|Tổ chức Đảng|KĐ",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "++"), ("1.3", "---")]), "{:?}", rules(&read));
}

#[test]
fn levels_under_a_title_of_results_are_a_self_assessment() {
    let read = reading(&[sheet(&[
        "I. TỔNG HỢP THEO TIÊU CHUẨN",
        "Tiêu chuẩn|Số tiêu chí|Không đạt|Đạt mức 1|Đạt mức 2|Đạt mức 3",
        "Tiêu chuẩn 1|10|0|10|9|3",
        "",
        "II. CHI TIẾT TỪNG TIÊU CHÍ",
        "Tiêu chí|Nội dung|Kết quả đạt được",
        "TC 1.1|Phương hướng, chiến lược xây dựng nhà trường|Mức 3",
        "TC 1.2|Hội đồng trường và các hội đồng khác|Không đạt",
        "TC 1.3|Tổ chức Đảng và các đoàn thể|Mức 2",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "--"), ("1.3", "++-")]), "{:?}", rules(&read));
    assert!(read.reports.is_empty() && !rules(&read).contains("C14"), "{:?}", rules(&read));
}

#[test]
fn what_came_of_work_stays_so() {
    let rows = ["TC 1.1|Mua sách|Đã xong", "TC 1.2|Sửa mái|Đang làm", "TC 1.3|Đạt Mức 2|Chưa làm"];
    let read = reading(&[sheet(&[&["Tiêu chí|Nội dung|Kết quả đạt được"], &rows[..]].concat())]);
    assert_eq!((levels(&read).len(), read.reports.len()), (0, 3), "{:?}", rules(&read));
}

#[test]
fn totals_may_share_a_line_or_have_their_share_beside_them() {
    for lines in [
        &["Kết quả: Mức 1: 27/28 tiêu chí; Mức 2: 25/28 tiêu chí; Mức 3: 10/20 tiêu chí."][..],
        &["Tổng số tiêu chí đạt Mức 1:|27/28|96%", "Tổng số tiêu chí đạt Mức 2:|25/28|89,29%", "Tổng số tiêu chí đạt Mức 3:|10/20|50%"],
    ] {
        let read = reading(&[sheet(lines)]);
        assert_eq!(met(&read), [(1, 27, Some(28)), (2, 25, Some(28)), (3, 10, Some(20))], "{lines:?} {:?}", rules(&read));
    }
}

#[test]
fn the_level_of_the_school_below_the_criteria_is_declared() {
    let read = reading(&[sheet(&["Tiêu chí|Mức đạt", "5.5|Mức 2", "5.6|Mức 2", "TỰ ĐÁNH GIÁ CHUNG|Mức 2"])]);
    assert_eq!(levels(&read), expected(&[("5.5", "++-"), ("5.6", "++-")]), "{:?}", rules(&read));
    let declared = |declaration: &Declaration| matches!(declaration, Declaration::SchoolLevel { level: 2, .. });
    assert!(read.declarations.iter().any(declared), "{:?}", read.declarations);
}

#[test]
fn the_code_may_stand_behind_the_name_and_room_for_a_mark_is_none() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức 1|Mức 2|Mức 3",
        "1|Quản lý hành chính, tài chính và tài sản (1.6)|(x)|(x)|( )",
        "2|Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn và tổ văn phòng (1.4)|(x)|( )|( )",
        "3|Thư viện (3.6)|(x)|(x)|(x)",
    ])]);
    let found = levels(&read);
    assert_eq!(found.keys().collect::<Vec<_>>(), ["1.4", "1.6", "3.6"], "{:?}", rules(&read));
    assert!(found["1.4"].starts_with('+') && !rules(&read).contains("C10"), "{found:?} {:?}", rules(&read));
}

/// How many criteria each standard of tt18-2018 has.
const OF_STANDARDS: [u32; 5] = [10, 4, 6, 2, 6];

/// Rows for each standard, below a title.
fn by_standard(rows: impl Fn(usize, u32) -> Vec<String>) -> Vec<String> {
    let title = vec!["KẾT QUẢ TỰ ĐÁNH GIÁ".to_owned()];
    title.into_iter().chain(OF_STANDARDS.iter().zip(1..).flat_map(|(of, number)| rows(number, *of))).collect()
}

fn read_rows(rows: &[String]) -> Reading {
    reading(&[sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>())])
}

#[test]
fn what_one_standard_has_is_no_total_of_the_school_and_all_five_come_to_one() {
    let sums = [(1, 28, Some(28)), (2, 23, Some(28))];
    let in_lines = by_standard(|at, of| vec![format!("Tiêu chuẩn {at}: {of}/{of} tiêu chí đạt Mức 1, {}/{of} tiêu chí đạt Mức 2", of - 1)]);
    let below_names = by_standard(|at, of| {
        let (first, second) = (format!("- Số tiêu chí đạt Mức 1: {of}/{of}"), format!("- Số tiêu chí đạt Mức 2: {}/{of}", of - 1));
        vec![format!("Tiêu chuẩn {at}: Tên của tiêu chuẩn"), first, second]
    });
    let beside_names =
        by_standard(|at, of| vec![format!("Tiêu chuẩn {at}|{of}/{of} tiêu chí đạt Mức 1; {}/{of} tiêu chí đạt Mức 2", of - 1)]);
    let mut in_columns = by_standard(|at, of| vec![format!("TC{at}|{of}|{of}|100%|{}|90%", of - 1)]);
    in_columns.insert(1, "Tiêu chuẩn|Tổng số tiêu chí|Số tiêu chí đạt Mức 1|Tỷ lệ|Số tiêu chí đạt Mức 2|Tỷ lệ".to_owned());
    for rows in [&in_lines, &below_names, &beside_names, &in_columns] {
        let read = read_rows(rows);
        assert_eq!(met(&read), sums, "{rows:?} {:?}", rules(&read));
        assert!(rules(&read).contains("T20") && !rules(&read).contains("C45"), "{:?}", rules(&read));
    }
    // What the school counts of itself below them is not counted again.
    let with_whole = [&below_names[..], &["Tổng số tiêu chí đạt Mức 1: 27/28".to_owned()]].concat();
    assert_eq!(met(&read_rows(&with_whole)), [(1, 27, Some(28)), (2, 23, Some(28))]);
    // Four of the five come to nothing, and that is said.
    for rows in [&in_lines[..5], &below_names[..13]] {
        let read = read_rows(rows);
        assert_eq!(met(&read), [], "{rows:?}");
        let told: Vec<String> = read.findings.iter().filter(|finding| finding.rule.id == "C45").map(|finding| finding.message()).collect();
        assert!(told.len() == 2 && told.iter().all(|told| told.contains("không có số của Tiêu chuẩn 5")), "{told:?}");
    }
}

#[test]
fn totals_that_cannot_be_true_together_are_told() {
    let told = |rows: &[&str]| {
        let read = reading(&[sheet(&[&["KẾT QUẢ TỰ ĐÁNH GIÁ"], rows].concat())]);
        let told =
            read.findings.iter().filter(|finding| finding.rule.id == "C45").map(|finding| finding.message()).collect::<Vec<_>>().join("\n");
        (met(&read), told)
    };
    let (known, message) = told(&["Số tiêu chí đạt Mức 1: 25/28", "Số tiêu chí đạt Mức 2: 27/28"]);
    assert!(known.len() == 2 && message.contains("mức trên không thể nhiều hơn mức dưới"), "{message}");
    let (_, message) = told(&["Số tiêu chí đạt Mức 1: 25/27"]);
    assert!(message.contains("Mức 1 có 28 tiêu chí"), "{message}");
    let (_, message) = told(&["Số tiêu chí đạt Mức 1: 25/28", "Số tiêu chí đạt Mức 1: 26/28"]);
    assert!(message.contains("hai số khác nhau"), "{message}");
    let (known, message) = told(&["Số tiêu chí đạt Mức 1: 8/10", "Số tiêu chí đạt Mức 3: 12/20"]);
    assert!(known == [(3, 12, Some(20))] && message.contains("số của một phần"), "{known:?} {message}");
    for fine in [
        &["Số tiêu chí đạt Mức 1: 28/28", "Số tiêu chí đạt Mức 2: 25/28", "Số tiêu chí đạt Mức 3: 12/20"][..],
        &["Có 25 tiêu chí đạt Mức 2"],
    ] {
        assert_eq!(told(fine).1, "", "{fine:?}");
    }
}

#[test]
fn counts_of_met_and_unmet_by_level_are_read_from_tables_right_above_a_conclusion() {
    let read = reading(&[sheet(&[
        "KẾT QUẢ TỰ ĐÁNH GIÁ",
        "Mức đánh giá|Số tiêu chí đạt",
        "Mức 1|28/28",
        "Mức 2|25/28",
        "Trường tự đánh giá đạt: Mức 2",
    ])]);
    assert_eq!(met(&read), [(1, 28, Some(28)), (2, 25, Some(28))], "{:?}", rules(&read));
    let mut paper = sheet(&[
        "KẾT QUẢ TỰ ĐÁNH GIÁ",
        "TT|Mức|Đạt||Không đạt|",
        "||Số lượng|Tỷ lệ|Số lượng|Tỷ lệ",
        "1|Mức 1|27|96,43%|1|3,57%",
        "2|Mức 2|20|71,43%|8|28,57%",
    ]);
    let first =
        paper.cells.iter().find(|(.., typed)| matches!(typed, Typed::Text(text) if text == "Đạt")).map(|(row, ..)| *row).expect("titles");
    paper.merges.extend([(first, 2, first, 3), (first, 4, first, 5)]);
    let read = reading(&[paper]);
    assert_eq!(met(&read), [(1, 27, None), (2, 20, None)], "{:?}", rules(&read));
}
