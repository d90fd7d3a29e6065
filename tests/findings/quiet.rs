//! What is in order is not remarked upon: beside each remark on a contradiction, what comes near it and must not provoke it.
//! An officer who gets two hundred remarks stops reading.

use super::*;

/// The plan, the result and the self-assessment of a careful school.
fn careful(school: &str) -> [Paper; 3] {
    let rows = assessed("tt18-2018", 2, &["2.2||x", "3.6||x"]);
    let mut table = lines(&rows);
    table.extend([
        "",
        "Mức đánh giá của trường: Mức 1",
        "Tổng số các tiêu chí đạt Mức 1: 28/28 tỷ lệ 100%",
        "||||Ban Mai, ngày 05 tháng 01 năm 2024",
    ]);
    [
        plan(
            school,
            &[
                "1|2.2|100% đạt chuẩn|Cử 3 giáo viên học nâng chuẩn đào tạo|Hiệu trưởng|Từ tháng 8/2023 đến tháng 5/2024|15.000.000 đồng",
                "2|3.6|Đủ sách tham khảo|Bổ sung sách tham khảo cho học sinh|Thư viện|Tháng 12/2023|Theo thực tế",
                "3|3.6|Thư viện tiên tiến|Sắp xếp lại thư viện theo khối lớp|Thư viện|Giai đoạn 2023-2028|Không",
                "",
                "||||Ban Mai, ngày 05 tháng 9 năm 2023",
            ],
        ),
        result(
            school,
            &[
                "1|2.2|cử 3 giáo viên học nâng chuẩn đào tạo.||Đã cử 3 giáo viên, 2 người đã tốt nghiệp||Không",
                "2|3.6|- Bổ sung sách tham khảo cho HS||Đã mua 120 cuốn sách cho khối 6 và khối 7||Không có",
                "3|3.6|Sắp xếp lại thư viện theo khối lớp||Đã xếp xong khối 6|Đang xếp khối 7|",
                "",
                "||||Ban Mai, ngày 04 tháng 01 năm 2024",
            ],
        ),
        assessment(school, &table),
    ]
}

/// Ids of the remarks that an officer is asked to look at, and of remarks on contradictions whatever their severity.
fn remarks(reading: &Reading) -> Vec<String> {
    let to_look_at =
        |finding: &&Finding| finding.rule.severity != ctcl::finding::Severity::Info || finding.rule.id.starts_with(['X', 'K', 'R', 'C']);
    reading.findings.iter().filter(to_look_at).map(|finding| format!("{} {}", finding.rule.id, finding.message())).collect()
}

#[test]
fn a_careful_school_is_left_in_peace() {
    let read = Desk::new().file("thcs hoa sen.xlsx", &careful(HOA_SEN)).received("thcs hoa sen.xlsx", "08/01/2024").judged();
    assert_eq!(remarks(&read), [""; 0]);
    assert_eq!(
        read.actions.iter().map(|action| action.status).collect::<Vec<_>>(),
        [Status::Completed, Status::Completed, Status::InProgress]
    );
}

#[test]
fn a_table_that_marks_the_highest_level_alone_skips_none() {
    let rows = ["1.1|||x", "1.2||x|", "1.3|||x", "1.4|x||"];
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &rows)]).judged();
    assert!(of(&read, "X05").is_empty() && of(&read, "X06").is_empty());
}

#[test]
fn what_was_said_twice_alike_is_no_contradiction() {
    let rows = assessed("tt18-2018", 2, &["2.2||x"]);
    let mut again = assessment(HOA_SEN, &lines(&rows));
    again.name = "TĐG lần 2".to_owned();
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows)), again]).judged();
    assert!(of(&read, "X06").is_empty(), "{:?}", remarks(&read));
    let other = assessment(HOA_SEN, &lines(&assessed("tt18-2018", 2, &["2.2|x|"])));
    let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows)), Paper { name: "Bảng 2".to_owned(), ..other }]).judged();
    assert!(!of(&read, "X06").is_empty(), "but what was said otherwise is");
}

#[test]
fn work_for_a_criterion_that_can_still_rise_and_weakness_not_assessed_are_no_remark() {
    let rows = assessed("tt18-2018", 2, &["2.2||"]);
    let read = Desk::new()
        .file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows)), plan(HOA_SEN, &["1|1.1|Đủ|Rà soát chiến lược phát triển|HT|Tháng 10/2023|"])])
        .judged();
    assert!(of(&read, "X11").is_empty(), "Mức 3 is still to be reached: {:?}", remarks(&read));
    assert!(of(&read, "X12").is_empty(), "nothing was said of 2.2: {:?}", remarks(&read));
}

#[test]
fn short_words_that_everybody_uses_are_nobodys() {
    let of_school = |school: &str, done: &str| {
        [
            plan(school, &["1|1.1|Đủ|Rà soát kế hoạch|HT|Tháng 10/2023|", "2|1.2|Đủ|Kiện toàn hội đồng trường|HT|Tháng 10/2023|"]),
            result(
                school,
                &[&format!("1|1.1|Rà soát kế hoạch||{done}||Không"), &format!("2|1.2|Kiện toàn hội đồng trường||{done}||Không")],
            ),
        ]
    };
    let both = |done: &str| {
        let read = Desk::new()
            .file("b.xlsx", &of_school("TRƯỜNG TH&THCS ĐẠI BÀNG", done))
            .file("c.xlsx", &of_school("TRƯỜNG PTDTBT THCS CHIM ÉN", done))
            .judged();
        (of(&read, "X10").len(), of(&read, "X13").len())
    };
    assert_eq!(both("Đã thực hiện xong"), (0, 0));
    assert_eq!(both("Rà soát kế hoạch"), (0, 0), "too short to be called a copy");
    assert_eq!(both("Đã tổ chức 02 buổi họp lấy ý kiến và công bố trên trang tin của trường"), (0, 2), "one remark a school");
    // One school may say the same of two works of its own.
    let read = Desk::new().file("b.xlsx", &of_school(HOA_SEN, "Đã tổ chức họp toàn trường, lấy ý kiến và công bố công khai")).judged();
    assert!(of(&read, "X13").is_empty());
}

#[test]
fn days_in_the_summer_before_and_plans_of_several_years_are_within_the_plan() {
    let rows = [
        "1|1.1|Đủ|Rà soát chiến lược|HT|Tháng 8/2023|",
        "2|1.2|Đủ|Kiện toàn hội đồng|HT|Hè 2024|",
        "3|1.3|Đủ|Xây dựng nhà đa năng|HT|2023-2028|",
        "4|1.4|Đủ|Củng cố các tổ|HT|15/9/2023 - 30/10/2023|",
    ];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &rows)]).judged();
    assert!(of(&read, "X09").is_empty() && of(&read, "X18").is_empty(), "{:?}", remarks(&read));
}

#[test]
fn the_circular_and_the_titles_of_the_schools_own_framework_are_no_remark() {
    let rows = [
        "|Tiêu chuẩn 5: Hoạt động giáo dục và kết quả giáo dục",
        "1|Tiêu chí 5.1: Thực hiện Chương trình giáo dục phổ thông|Đủ|Đổi mới dạy học|HT||",
    ];
    let mut paper = plan(HOA_SEN, &rows);
    paper.text(1, 0, "Năm học 2023-2024, theo Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018 và Thông tư số 22/2024/TT-BGDĐT");
    let read = Desk::new().file("a.xlsx", &[paper]).judged();
    for id in ["K22", "K23", "K24", "K25", "K26", "K27", "K28", "X19"] {
        assert!(of(&read, id).is_empty(), "{id}: {:?}", remarks(&read));
    }
}

#[test]
fn a_level_that_is_declared_as_it_is_and_one_that_cannot_be_known_are_no_remark() {
    let declared = |otherwise: &[&str], level: u8| {
        let mut rows = assessed("tt18-2018", 2, otherwise);
        rows.extend([String::new(), format!("Mức đánh giá của trường: Mức {level}")]);
        let read = Desk::new().file("a.xlsx", &[assessment(HOA_SEN, &lines(&rows))]).judged();
        of(&read, "X04").len()
    };
    assert_eq!(declared(&[], 2), 0);
    assert_eq!(declared(&["2.2||x"], 1), 0);
    assert_eq!(declared(&["2.2||"], 2), 0, "2.2 was not assessed: nobody knows");
    assert_eq!(declared(&["2.2||x"], 2), 1);
}

#[test]
fn one_row_for_one_work_is_neither_one_for_several_nor_several_for_one() {
    let papers = [
        plan(
            HOA_SEN,
            &[
                "1|1.1|Đủ|Rà soát chiến lược, công khai trên trang tin|HT|Tháng 10/2023|",
                "2|1.1|Đủ|Tổ chức hội nghị viên chức|HT|Tháng 10/2023|",
            ],
        ),
        result(
            HOA_SEN,
            &["1|1.1|Rà soát chiến lược, công khai trên trang tin||Đã xong||Không", "2|1.1|Tổ chức hội nghị viên chức||Đã xong||Không"],
        ),
    ];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    for id in ["X01", "X02", "X03", "X16", "X17"] {
        assert!(of(&read, id).is_empty(), "{id}: {:?}", remarks(&read));
    }
}

#[test]
fn words_of_slips_are_not_missed_where_the_plan_is_a_table() {
    let slip = Paper::of(
        "TC 1.1",
        &[
            HOA_SEN,
            "Năm học 2023-2024",
            "PHIẾU ĐÁNH GIÁ TIÊU CHÍ",
            "Tiêu chí 1.1: Phương hướng, chiến lược",
            "4. Kế hoạch cải tiến chất lượng",
            "Năm học 2023-2024, hiệu trưởng rà soát chiến lược phát triển nhà trường trong tháng 9.",
            "5. Tự đánh giá: Đạt Mức 2",
        ],
    );
    let alone = Desk::new().file("phieu.xlsx", std::slice::from_ref(&slip)).judged();
    assert_eq!(of(&alone, "T96").len(), 1, "{:?}", alone.findings);
    let both = Desk::new().file("phieu.xlsx", &[slip]).file("kh.xlsx", &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát chiến lược|HT|Tháng 9/2023|"])]);
    assert!(of(&both.judged(), "T96").is_empty());
}
