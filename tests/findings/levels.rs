//! Self-assessments: levels, totals in words, standards, and whose titles they bear.

use super::*;
use ctcl::model::Outcome;

#[test]
fn a_level_that_is_declared_otherwise_tells_what_is_missing() {
    let mut rows = assessed("tt18-2018", 2, &["2.2||x", "3.6|x||"]);
    rows.push("".to_owned());
    rows.push("Mức đánh giá của trường: Mức 2".to_owned());
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert_eq!(message(&read, "X04"), "Trường tự nhận Mức 2, theo các tiêu chí là Mức 0. Để đạt Mức 1 còn thiếu: 3.6.");
}

#[test]
fn what_work_is_to_come_to_is_no_level_the_school_declares() {
    // The second row is for the criterion above it.
    let papers = [plan(HOA_SEN, &["1|1.2|Đủ theo quy định|Kiện toàn hội đồng trường|HT||", "2||Đạt Mức 3|Rà soát nghị quyết|HT||"])];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    assert_eq!(read.actions.len(), 2);
    assert!(read.declarations.is_empty(), "{:?}", read.declarations);
    let told = [plan(HOA_SEN, &["1|1.2|Đủ|Kiện toàn hội đồng trường|HT||", "", "Nhà trường tự đánh giá đạt Mức 2"])];
    assert_eq!(Desk::new().file("a.xlsx", &told).judged().declarations.len(), 1);
}

#[test]
fn a_sentence_above_a_plan_is_an_assessment_only_where_it_says_what_was_reached_this_year() {
    let read = |line: &str| {
        let plan = sheet("KH", HOA_SEN, &[line, PLAN, "1|1.2|Đủ|Kiện toàn hội đồng trường|HT||"]);
        let read = Desk::new().file("a.xlsx", &[plan]).judged();
        (read.declarations.len(), of(&read, "T20").len())
    };
    for line in [
        "Kế hoạch nhằm đạt Mức 3 (19 tiêu chí)",
        "Chỉ tiêu: đạt Mức 2: 27/27 tiêu chí",
        "Năm học 2022-2023 có 20/27 tiêu chí đạt Mức 2",
        "Tổng số tiêu chí đạt Mức 2: 20/27 (năm học 2022-2023)",
    ] {
        assert_eq!(read(line), (0, 0), "{line}");
    }
    assert_eq!(read("Tổng số tiêu chí đạt Mức 2: 20/27"), (1, 1));
}

#[test]
fn level_2_without_level_1_is_told_where_every_level_is_marked() {
    let rows = assessed("tt18-2018", 2, &["2.2|||x"]);
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert!(message(&read, "X05").starts_with("Tiêu chí 2.2 đánh dấu Mức 2 nhưng không đánh dấu Mức 1"));
}

#[test]
fn weak_criteria_without_work_and_work_for_what_is_met_are_told_once() {
    let rows = assessed("tt18-2018", 3, &["2.2|x||", "2.3|x||", "3.1||x"]);
    let papers = [assessment(HOA_SEN, &lines(&rows)), plan(HOA_SEN, &["1|1.2|Đủ|Kiện toàn hội đồng|HT||", "2|2.3|Đủ|Bồi dưỡng|HT||"])];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    let weak: Vec<String> = of(&read, "X12").iter().map(|finding| finding.message()).collect();
    assert_eq!(
        weak,
        [
            "1 tiêu chí chưa đạt Mức 1 mà không có việc nào trong kế hoạch: 2.2.",
            "1 tiêu chí chưa đạt Mức 2 mà không có việc nào trong kế hoạch: 3.1."
        ]
    );
    assert_eq!(message(&read, "X11"), "1 tiêu chí đã tự đánh giá đạt đủ các mức mà vẫn có việc cải tiến: 1.2.");
}

#[test]
fn a_standard_with_too_few_or_too_many_rows_is_told() {
    let mut rows = assessed("tt18-2018", 2, &[]);
    rows.retain(|row| !row.starts_with("1.10|"));
    rows.push("5.6||x|x".to_owned());
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert_eq!(message(&read, "X07"), "Bảng tự đánh giá thiếu 1 tiêu chí: Tiêu chuẩn 1 có 9/10 (thiếu 1.10).");
    assert!(message(&read, "X20").starts_with("Tiêu chuẩn 5 có 7 dòng tiêu chí trong khi bộ tiêu chuẩn có 6: tiêu chí 5.6"));
}

#[test]
fn totals_in_words_are_checked_against_the_table() {
    let mut rows = assessed("tt18-2018", 2, &["2.2||x"]);
    rows.push("Tổng số các tiêu chí đạt Mức 2: 28/28 tỷ lệ 100%".to_owned());
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    assert_eq!(message(&read, "X08"), "Trường ghi Mức 2: 28/28, đếm trong bảng là 27/28.");
}

#[test]
fn totals_in_words_belong_to_the_school_they_stand_below() {
    let total = |number: u8| format!("Tổng số các tiêu chí đạt Mức 1: {number}/27");
    let rows = |school: &str, number: u8| {
        vec![school.to_owned(), "Năm học 2023-2024".to_owned(), PLAN.to_owned(), "1|1.1|Đủ|Rà soát|HT||".to_owned(), total(number)]
    };
    let (one, other) = (rows("TRƯỜNG TIỂU HỌC MỘT NẮNG", 20), rows("TRƯỜNG TIỂU HỌC HAI SƯƠNG", 21));
    let all: Vec<&str> = one.iter().chain(&other).map(String::as_str).collect();
    let read = Desk::new().file("cum 1.xlsx", &[Paper::of("Cụm", &all)]).judged();
    let mut declared: Vec<String> = read.declarations.iter().map(|declaration| format!("{declaration:?}")).collect();
    declared.sort();
    assert_eq!(declared.len(), 2, "{declared:?}");
    assert!(declared[0].contains("tieu-hoc-hai-suong") && declared[0].contains("met: 21"), "{declared:?}");
    assert!(declared[1].contains("tieu-hoc-mot-nang") && declared[1].contains("met: 20"), "{declared:?}");
    assert_eq!(read.actions.len(), 2);
}

#[test]
fn titles_and_circulars_of_another_framework_are_told() {
    let rows = ["|Tiêu chuẩn 5: Hoạt động và kết quả nuôi dưỡng, chăm sóc, giáo dục trẻ", "1|5.1|Đủ|Đổi mới dạy học|HT||"];
    let mut paper = plan(HOA_SEN, &rows);
    paper.text(1, 0, "Năm học 2023-2024, theo Thông tư số 19/2018/TT-BGDĐT");
    let read = Desk::new().file("a.xlsx", &[paper]).judged();
    assert_eq!(of(&read, "K22").len(), 1, "{:?}", read.findings);
    assert_eq!(
        message(&read, "K26"),
        "Văn bản dẫn Thông tư 19/2018/TT-BGDĐT, trong khi năm học này trường theo Thông tư 18/2018/TT-BGDĐT."
    );
}

#[test]
fn an_old_form_among_new_ones_is_told_and_does_not_move_the_school() {
    let old = ["1|1.10|Đủ|Giữ an ninh trường học|HT||", "2|5.6|Đủ|Nâng kết quả giáo dục|HT||", "3|3.6|Đủ|Bổ sung sách|HT||"];
    let mut paper = plan(HOA_SEN, &old);
    paper.text(1, 0, "Năm học 2026-2027");
    let new =
        ["TRƯỜNG THCS HOA SEN", "Năm học 2026-2027", "Tiêu chuẩn, Tiêu chí|Không đạt Mức 1|Đạt|", "||Mức 1|Mức 2", "1.1||x|x", "1.2||x|"];
    let read = Desk::in_year(2026).file("a.xlsx", &[paper, Paper::of("TĐG", &new)]).judged();
    let framework = |id: &str| read.schools.iter().find(|school| school.id == id).and_then(|school| school.framework.clone());
    assert_eq!(framework("09900001").as_deref(), Some("tt57-2026-pho-thong"));
    assert!(!of(&read, "K23").is_empty());
    assert_eq!(of(&read, "K25").len(), 1, "{:?}", read.findings);
}

#[test]
fn totals_in_words_alone_are_a_self_assessment() {
    let rows = ["Tổng số các tiêu chí đạt Mức 1: 28/28 tỷ lệ 100%", "Tổng số các tiêu chí đạt Mức 3: 13/20 tỷ lệ 65%"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát|HT||"]), sheet("TĐG", HOA_SEN, &rows)]).judged();
    assert_eq!(read.declarations.len(), 2);
    assert_eq!(of(&read, "T09").len(), 0);
    assert!(message(&read, "T20").ends_with("lấy các số này: Mức 1: 28/28; Mức 3: 13/20."), "{}", message(&read, "T20"));
    assert_eq!(message(&read, "X14"), "Trường có báo cáo nhưng không thấy biểu: Kết quả thực hiện.");
}

#[test]
fn a_plan_in_words_of_the_school_is_no_form_of_another_circular() {
    let rows = [
        "TRƯỜNG THCS HOA SEN",
        "Năm học 2026-2027",
        "TT|Tiêu chí|Việc cải tiến|Người làm|Thời gian|Kinh phí|Kết quả",
        "1|1.1|Xây dựng kế hoạch phát triển|Hiệu trưởng|Tháng 12/2026||Đã xong",
        "2|4.1|Mua màn hình tương tác|Kế toán|Tháng 11/2026|2.000.000đ|Chưa mua",
    ];
    let read = Desk::in_year(2026).file("a.xlsx", &[Paper::of("KH", &rows)]).judged();
    assert_eq!((read.actions.len(), of(&read, "K23").len()), (2, 0), "{:?}", read.findings);
}

#[test]
fn below_a_level_that_is_denied_an_empty_cell_says_nothing() {
    let rows = assessed("tt18-2018", 2, &["1.2|||KĐ|", "1.3||KĐ||", "2.1|x|||"]);
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
    let of = |criterion: &str| {
        let own = read.assessments.iter().filter(|row| row.criterion.to_string() == criterion && row.level <= 2);
        own.map(|row| row.result).collect::<Vec<_>>()
    };
    assert_eq!(of("1.2"), [Outcome::NotAssessed, Outcome::Unmet]);
    assert_eq!([of("1.3"), of("2.1")], [[Outcome::Unmet; 2], [Outcome::Unmet; 2]]);
    let told = "Tiêu chí 1.2 ghi không đạt ở Mức 2 mà để trống Mức 1; Mức 1 không tính là đạt hay không đạt.";
    assert_eq!(message(&read, "C42"), told);
}
