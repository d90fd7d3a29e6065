//! Plans whose months, weeks or halves of the year are rows of their own over the work that is to be done in them.

use super::{PLAN, rules, sheet, work};
use crate::paper::{Paper, Typed, reading};
use ctcl::reading::Reading;

/// `2023-09-30` for each piece of work, in order of the rows.
fn dues(read: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.iter().map(|action| action.window.due.map_or("-".to_owned(), |due| due.to_string())).collect()
}

#[test]
fn a_plan_without_a_column_of_times_has_those_of_its_months() {
    let rows = [
        "TT|Nội dung công việc|Người phụ trách|Ghi chú",
        "Tháng 9/2023",
        "1|Rà soát chiến lược theo tiêu chí 1.1|Hiệu trưởng|",
        "2|Kiện toàn hội đồng trường (tiêu chí 1.2)|Hiệu trưởng|",
        "THÁNG 10 NĂM 2023",
        "3|Bồi dưỡng giáo viên (tiêu chí 2.2)|Tổ trưởng|",
        "Tháng 1/2024",
        "4|Mua sách thư viện (tiêu chí 3.6)|Kế toán|",
    ];
    for paper in [sheet(&rows), sheet(&rows).merged(3, 0, 3, 3).merged(6, 0, 6, 3).merged(8, 0, 8, 3)] {
        let read = reading(&[paper]);
        assert_eq!(dues(&read), ["2023-09-30", "2023-09-30", "2023-10-31", "2024-01-31"], "{:?} {:?}", work(&read), rules(&read));
        let told: Vec<_> = read.findings.iter().filter(|finding| finding.rule.id == "R09").collect();
        assert_eq!(told.len(), 1);
        assert!(!rules(&read).contains("T23"), "{:?}", rules(&read));
        assert_eq!(told[0].cell.map(|cell| cell.to_string()).as_deref(), Some("A4"));
    }
}

#[test]
fn months_stand_in_the_column_of_the_work_or_beside_a_number_too() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc/giải pháp cần thực hiện|Chủ trì",
        "||Tháng 9/2023|",
        "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng",
        "II|Tháng 10/2023||",
        "2|Tiêu chí 1.2|Kiện toàn hội đồng|Hiệu trưởng",
        "||Công việc tháng 11/2023:|",
        "3|Tiêu chí 1.10|Diễn tập chữa cháy|Hiệu trưởng",
    ])]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát hồ sơ @ Tháng 9/2023", "1.2 Kiện toàn hội đồng @ Tháng 10/2023", "1.10 Diễn tập chữa cháy @ tháng 11/2023"]
    );
    assert_eq!(dues(&read), ["2023-09-30", "2023-10-31", "2023-11-30"]);
}

#[test]
fn weeks_are_of_the_month_above_and_halves_of_the_year_are_themselves() {
    let read = reading(&[sheet(&[
        "TT|Nội dung công việc|Người thực hiện",
        "HỌC KỲ I",
        "1|Rà soát chiến lược (tiêu chí 1.1)|Hiệu trưởng",
        "Tháng 2/2024",
        "Tuần 1",
        "2|Kiểm tra hồ sơ (tiêu chí 1.7)|Phó hiệu trưởng",
        "Tuần 3",
        "3|Tổ chức hội thảo (tiêu chí 5.3)|Tổ trưởng",
    ])]);
    assert_eq!(dues(&read), ["2024-01-15", "2024-02-07", "2024-02-21"], "{:?} {:?}", work(&read), rules(&read));
}

#[test]
fn a_row_keeps_the_time_it_says_itself() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Chủ trì|Thời gian",
        "Tháng 9/2023",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng|15/9/2023",
        "2|1.2|Kiện toàn hội đồng|Hiệu trưởng|",
        "3|1.3|Đại hội chi đoàn|Bí thư|Tuần 2",
        "Tháng 10/2023",
        "4|1.4|Sinh hoạt tổ|Tổ trưởng|Hàng tuần",
    ])
    .merged(3, 0, 3, 4)
    .merged(7, 0, 7, 4)]);
    assert_eq!(
        work(&read),
        [
            "1.1 Rà soát hồ sơ @ 15/9/2023",
            "1.2 Kiện toàn hội đồng @ Tháng 9/2023",
            "1.3 Đại hội chi đoàn @ Tuần 2 tháng 9/2023",
            "1.4 Sinh hoạt tổ @ Hàng tuần",
        ]
    );
    assert_eq!(dues(&read), ["2023-09-15", "2023-09-30", "2023-09-14", "-"]);
}

#[test]
fn a_month_before_its_work_in_the_first_column_holds_for_what_is_below() {
    let read = reading(&[sheet(&[
        "Thời gian|Tiêu chí|Nội dung công việc|Người phụ trách",
        "Tháng 9/2023|||",
        "|1.1|Rà soát hồ sơ|Hiệu trưởng",
        "|1.2|Kiện toàn hội đồng|Hiệu trưởng",
        "Tháng 12/2023|||",
        "|1.10|Diễn tập|Bảo vệ",
    ])]);
    assert_eq!(dues(&read), ["2023-09-30", "2023-09-30", "2023-12-31"], "{:?} {:?}", work(&read), rules(&read));
}

#[test]
fn titles_within_the_months_part_them_and_one_behind_them_all_is_asked_about() {
    let within = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Chủ trì",
        "Tháng 9/2023",
        "A. Công tác tổ chức",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng",
        "B. Công tác chuyên môn",
        "2|2.2|Bồi dưỡng|Tổ trưởng",
        "Tháng 10/2023",
        "A. Công tác tổ chức",
        "3|1.2|Kiện toàn hội đồng|Hiệu trưởng",
    ])]);
    assert_eq!(dues(&within), ["2023-09-30", "2023-09-30", "2023-10-31"]);
    assert!(!rules(&within).contains("R10"));
    let behind = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Chủ trì",
        "Tháng 9/2023",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng",
        "Tháng 10/2023",
        "2|1.2|Kiện toàn hội đồng|Hiệu trưởng",
        "CÔNG VIỆC KHÁC",
        "3|1.3|Đại hội chi đoàn|Bí thư",
    ])]);
    assert_eq!(dues(&behind), ["2023-09-30", "2023-10-31", "-"]);
    assert!(rules(&behind).contains("R10"), "{:?}", rules(&behind));
}

#[test]
fn each_month_may_have_titles_of_columns_of_its_own() {
    let read = reading(&[sheet(&[
        "Tháng 9/2023",
        "TT|Nội dung công việc|Người thực hiện",
        "1|Rà soát chiến lược (tiêu chí 1.1)|Hiệu trưởng",
        "Tháng 10/2023",
        "TT|Nội dung công việc|Người thực hiện",
        "1|Bồi dưỡng giáo viên (tiêu chí 2.2)|Tổ trưởng",
    ])]);
    assert_eq!(dues(&read), ["2023-09-30", "2023-10-31"], "{:?} {:?}", work(&read), rules(&read));
}

#[test]
fn a_plan_that_says_no_time_anywhere_is_still_asked_about() {
    let read = reading(&[sheet(&[
        "TT|Nội dung công việc|Người thực hiện",
        "1|Rà soát chiến lược (tiêu chí 1.1)|Hiệu trưởng",
        "2|Bồi dưỡng giáo viên (tiêu chí 2.2)|Tổ trưởng",
    ])]);
    assert!(read.actions.is_empty());
    assert!(rules(&read).contains("F35"), "{:?}", rules(&read));
}

#[test]
fn the_half_of_the_year_above_results_is_not_when_the_work_is_due() {
    let read = reading(&[Paper::of(
        "KQ",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "TT|Tiêu chí|Nội dung kế hoạch|Đã triển khai xong|Đang triển khai|Chưa triển khai",
            "HỌC KỲ I",
            "1|1.1|Rà soát hồ sơ|Đã rà soát||",
        ],
    )]);
    assert_eq!(read.reports.len(), 1, "{:?}", rules(&read));
    assert_eq!(read.reports[0].time_text, "");
}

#[test]
fn a_month_that_excel_made_a_day_of_is_a_month() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Chủ trì",
        "",
        "1|1.1|Rà soát hồ sơ|Hiệu trưởng",
        "",
        "2|1.2|Kiện toàn hội đồng|Hiệu trưởng",
    ])
    .put(3, 0, Typed::Date(2023, 9, 1))
    .put(5, 0, Typed::Date(2023, 10, 1))]);
    assert_eq!(dues(&read), ["2023-09-30", "2023-10-31"], "{:?} {:?}", work(&read), rules(&read));
}

#[test]
fn in_a_first_column_of_times_one_stands_for_the_rows_below_it() {
    let read = reading(&[sheet(&[
        "Thời gian|Tiêu chí|Nội dung công việc|Người phụ trách",
        "Tháng 9/2023|1.1|Rà soát hồ sơ|Hiệu trưởng",
        "|1.2|Kiện toàn hội đồng|Hiệu trưởng",
        "Tháng 10/2023|1.3|Đại hội chi đoàn|Bí thư",
    ])]);
    assert_eq!(dues(&read), ["2023-09-30", "2023-09-30", "2023-10-31"], "{:?} {:?}", work(&read), rules(&read));
    assert!(rules(&read).contains("R09"));
}

#[test]
fn the_half_a_report_is_of_is_not_the_time_of_its_work() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|1.3|Củng cố tổ chức chi đoàn|Bí thư|Tháng 4/2024",
        "",
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
        "Học kỳ I, năm học 2023-2024",
        "TT|Tiêu chí|Nội dung kế hoạch cải tiến chất lượng|Đã triển khai xong|Đang triển khai|Chưa triển khai",
        "1|1.3|Củng cố tổ chức chi đoàn||Đang củng cố|",
    ])]);
    assert_eq!(work(&read), ["1.3 Củng cố tổ chức chi đoàn @ Tháng 4/2024"]);
    assert!(!rules(&read).contains("R09") && !rules(&read).contains("X21"), "{:?}", rules(&read));
}

#[test]
fn work_that_only_heads_the_works_below_it_is_none_itself() {
    for (first, numbers, bullet) in [("Bồi dưỡng giáo viên:", ["", ""], "- "), ("Bồi dưỡng giáo viên", ["1.1", "1.2"], "")] {
        let read = reading(&[sheet(&[
            "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian|Kinh phí|Kết quả",
            &format!("1|1.7|{first}||||"),
            &format!("{}||{bullet}Cử giáo viên Tin học|PHT|Tháng 10/2023|5.000.000đ|Đã xong", numbers[0]),
            &format!("{}||{bullet}Dự giờ 10 giáo viên|Tổ trưởng|Tháng 12/2023||Chưa làm", numbers[1]),
            "2|3.5|Mua 15 máy vi tính|Kế toán|Tháng 11/2023|45.000.000đ|Đang làm",
            "3|3.6|Xây tủ sách||||",
        ])]);
        let expected = [
            format!("1.7 {bullet}Cử giáo viên Tin học @ Tháng 10/2023"),
            format!("1.7 {bullet}Dự giờ 10 giáo viên @ Tháng 12/2023"),
            "3.5 Mua 15 máy vi tính @ Tháng 11/2023".to_owned(),
            "3.6 Xây tủ sách @ ".to_owned(),
        ];
        assert_eq!(work(&read), expected, "{:?}", rules(&read));
        assert!(rules(&read).contains("T06"));
    }
}

#[test]
fn the_part_that_looks_back_on_the_year_before_does_not_count() {
    const TOLD: &str = "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kết quả";
    for part in [
        "I. KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN NĂM HỌC 2022-2023",
        "1. Đánh giá thực hiện kế hoạch năm học trước (2022-2023)",
        "Phần A: Kết quả thực hiện năm học trước",
    ] {
        let read = reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            part,
            TOLD,
            "1|1.5|Tách lớp ghép|HT|Tháng 9|Đã thực hiện",
            "2|3.6|Mua sách|TV|Tháng 12|Chưa thực hiện",
            "II. KẾ HOẠCH NĂM HỌC 2023-2024",
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian",
            "1|2.2|Bồi dưỡng GV|PHT|Tháng 8/2023",
        ])]);
        assert_eq!(work(&read), ["2.2 Bồi dưỡng GV @ Tháng 8/2023"], "{part} {:?}", rules(&read));
        assert!(rules(&read).contains("T60"), "{part} {:?}", rules(&read));
    }
    // Work that is taken over, and a part whose times are this year's, are this year's work.
    for (part, time) in [
        ("I. Các việc năm học 2022-2023 chuyển sang", "Tháng 9"),
        ("I. KẾT QUẢ THỰC HIỆN NĂM HỌC 2022-2023", "Tháng 9/2023"),
        ("I. KẾT QUẢ THỰC HIỆN NĂM HỌC 2023-2024", "Tháng 9"),
    ] {
        let row = format!("1|1.5|Tách lớp ghép|HT|{time}|Đã thực hiện");
        let read = reading(&[sheet(&["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", part, TOLD, &row])]);
        assert_eq!(read.actions.len(), 1, "{part} {:?}", rules(&read));
    }
}

#[test]
fn what_an_office_wrote_below_the_work_is_none_of_it() {
    for remark in ["Phòng GD nhận xét: tiến độ chậm, đề nghị hoàn thành sớm", "PGD: cần bổ sung minh chứng", "Ý kiến của UBND xã: đồng ý"]
    {
        let row = format!("||{remark}|||");
        let read = reading(&[sheet(&[
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kết quả",
            "1|1.4|Kiện toàn tổ|HT|Tháng 9/2023|Đang thực hiện",
            &row,
            "2|3.5|Làm đồ chơi|GV|Tháng 11/2023|Đã xong",
        ])]);
        assert_eq!(work(&read), ["1.4 Kiện toàn tổ @ Tháng 9/2023", "3.5 Làm đồ chơi @ Tháng 11/2023"], "{remark} {:?}", rules(&read));
    }
}

#[test]
fn prose_on_a_criterion_is_no_work_where_the_first_column_is_the_work() {
    let of = |title: &str, work: &str| {
        vec![
            title.to_owned(),
            "1. Mô tả hiện trạng".to_owned(),
            "Nhà trường đã thực hiện đầy đủ các nội dung theo quy định.".to_owned(),
            "2. Điểm mạnh: Đội ngũ đoàn kết.".to_owned(),
            "3. Điểm yếu".to_owned(),
            "Một số nội dung còn hạn chế.".to_owned(),
            "4. Kế hoạch cải tiến chất lượng".to_owned(),
            "Nội dung|Người thực hiện|Thời gian|Kinh phí".to_owned(),
            work.to_owned(),
            "5. Tự đánh giá: Đạt Mức 1".to_owned(),
        ]
    };
    let rows: Vec<String> = [
        of("Tiêu chí 1.3: Tổ chức Đảng", "Bồi dưỡng đoàn viên|Chi đoàn|10/2023|"),
        of("Tiêu chí 1.6: Quản lý hành chính", "Kiểm kê tài sản|KT|12/2023|"),
        of("Tiêu chí 2.2: Đối với giáo viên", "Cử 2 giáo viên đi học|HT|5/2024|"),
    ]
    .concat();
    let read = reading(&[sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>())]);
    let expected = ["1.3 Bồi dưỡng đoàn viên @ 10/2023", "1.6 Kiểm kê tài sản @ 12/2023", "2.2 Cử 2 giáo viên đi học @ 5/2024"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
    assert_eq!(super::levels(&read), super::expected(&[("1.3", "+--"), ("1.6", "+--"), ("2.2", "+--")]));
}

#[test]
fn the_title_of_a_standard_with_its_sum_is_no_work_though_it_stands_where_the_work_does() {
    let read = reading(&[sheet(&[
        "STT|Nội dung công việc|Tiêu chí|Thời gian|Người thực hiện|Kinh phí (đồng)",
        "I|Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh||||5000000",
        "1|Bồi dưỡng giáo viên|2.2|11/2023|TTCM|5000000",
        "II|Tiêu chuẩn 4: Quan hệ giữa nhà trường, gia đình và xã hội||||0",
        "1|Kiện toàn Ban đại diện|4.1|9/2023|HT|0",
    ])]);
    assert_eq!(work(&read), ["2.2 Bồi dưỡng giáo viên @ 11/2023", "4.1 Kiện toàn Ban đại diện @ 9/2023"], "{:?}", rules(&read));
}

#[test]
fn the_title_above_a_table_names_the_standard_of_its_criteria() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN TIÊU CHUẨN 3",
        "TT|Tiêu chí|Nội dung|Người thực hiện|Thời gian",
        "1|Tiêu chí 1|Trồng cây|Đoàn|2/2024",
        "2|Tiêu chí 6|Mua sách|TV|12/2023",
    ])]);
    assert_eq!(work(&read), ["3.1 Trồng cây @ 2/2024", "3.6 Mua sách @ 12/2023"], "{:?}", rules(&read));
}

#[test]
fn a_span_of_days_on_a_row_of_its_own_is_the_time_of_the_rows_below_it() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người làm|Ghi chú",
        "|Từ 04/9/2023 đến 09/9/2023",
        "1|1.5|Ổn định lớp|GVCN|",
        "|Từ ngày 11/9 đến ngày 16/9/2023",
        "2|4.1|Họp phụ huynh|GVCN|",
        "|02/01/2024 - 31/01/2024",
        "3|5.6|Thi học kỳ|PHT|",
    ])]);
    assert_eq!(dues(&read), ["2023-09-09", "2023-09-16", "2024-01-31"], "{:?}", rules(&read));
}

#[test]
fn parts_of_parts_count_no_works() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chí|Công việc|Phụ trách|Hạn",
        "A||KẾ HOẠCH HỌC KỲ I",
        "A.I||Cơ sở vật chất",
        "A.I.1|3.1|Sơn cổng|Bảo vệ|30/9/2023",
        "A.I.2|3.5|Mua cờ|TPT|30/9/2023",
        "A.II||Chuyên môn",
        "A.II.1|5.1|Duyệt kế hoạch giáo dục|PHT|10/9/2023",
        "B||KẾ HOẠCH HỌC KỲ II",
        "B.I||Chuyên môn",
        "B.I.1|5.2|Ôn thi|Tổ Văn|10/5/2024",
    ])]);
    let expected =
        ["3.1 Sơn cổng @ 30/9/2023", "3.5 Mua cờ @ 30/9/2023", "5.1 Duyệt kế hoạch giáo dục @ 10/9/2023", "5.2 Ôn thi @ 10/5/2024"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
    assert!(!rules(&read).contains("R03") && !rules(&read).contains("R01"), "{:?}", rules(&read));
}
