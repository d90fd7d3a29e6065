//! Rows that a page end broke, and what stands around the break: page numbers, titles again, "(tiếp theo)", sums.

use super::{PLAN, rules, sheet, work};
use crate::paper::{Paper, reading};

const FULL: &str = "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Kinh phí";

#[test]
fn a_page_number_and_the_titles_again_do_not_part_a_row() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 1.3|Củng cố tổ chức chi đoàn và|Bí thư chi|Tháng 10",
        "Trang 2/5",
        PLAN,
        "|| đội thiếu niên|đoàn|năm 2023",
        "2|Tiêu chí 1.4|Phân công tổ|Hiệu trưởng|Tháng 11/2023",
    ])]);
    assert_eq!(work(&read), ["1.3 Củng cố tổ chức chi đoàn và đội thiếu niên @ Tháng 10 năm 2023", "1.4 Phân công tổ @ Tháng 11/2023"]);
    assert_eq!(read.actions[0].lead, "Bí thư chi đoàn");
}

#[test]
fn a_span_broken_before_its_end_is_one_time() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Mức độ thực hiện",
        "1|Tiêu chí 2.1|Bồi dưỡng|Hiệu trưởng|Từ tháng 9/2023|Đang",
        "||CBQL||đến tháng 12/2023|thực hiện",
    ])]);
    assert_eq!(work(&read), ["2.1 Bồi dưỡng CBQL @ Từ tháng 9/2023 đến tháng 12/2023"]);
    assert_eq!(read.actions[0].window.due, Some(jiff::civil::date(2023, 12, 31)), "{:?}", rules(&read));
}

#[test]
fn a_dash_before_a_month_is_the_rest_of_a_span_where_no_work_has_a_bullet() {
    let works = |second: &str| {
        let read = reading(&[sheet(&[
            "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian",
            "1|1.1|Rà soát chiến lược|HT|9/2023",
            "2|1.2|Bổ sung sách tham khảo|Cô|9/2023",
            second,
            "3|1.3|Sơn tường|BGH|11/2023",
        ])]);
        read.actions.iter().filter_map(|work| work.window.due).map(|due| due.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(works("||Cho thư viện|Thu|- 12/2023"), ["2023-09-30", "2023-12-31", "2023-11-30"]);
    assert_eq!(works("||- Trồng cây|- Cô Thu|- 12/2023").len(), 4);
    assert_eq!(works("||Trồng cây|Cô Thu|12/2023").len(), 4);
}

#[test]
fn what_is_continued_belongs_to_the_criterion_above_and_is_work_of_its_own() {
    let read = reading(&[sheet(&[
        FULL,
        "1|Tiêu chí 3.5|Mua 20 máy tính|Kế toán|9/2023|200 triệu",
        FULL,
        "|Tiêu chí 3.5 (tiếp)|Nối mạng|Tổ tin|10/2023|3 triệu",
        "|(tiếp theo)|Tập huấn|Tổ tin|11/2023|",
    ])]);
    assert_eq!(work(&read), ["3.5 Mua 20 máy tính @ 9/2023", "3.5 Nối mạng @ 10/2023", "3.5 Tập huấn @ 11/2023"], "{:?}", rules(&read));
}

#[test]
fn sums_within_a_table_are_no_work() {
    let read = reading(&[sheet(&[
        "|||||ĐVT: 1.000 đồng",
        FULL,
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|1.6|Mua phần mềm|Kế toán|10/2023|9.000",
        "Cộng tiêu chuẩn 1|||||9.000",
        "||Tổng|||9.000",
        "2|1.7|Tổng rà soát hồ sơ viên chức|Hiệu trưởng|11/2023|500",
    ])]);
    assert_eq!(work(&read), ["1.6 Mua phần mềm @ 10/2023", "1.7 Tổng rà soát hồ sơ viên chức @ 11/2023"], "{:?}", rules(&read));
    assert_eq!(read.actions[0].cost.amount_vnd, Some(9_000_000));
    assert!(!rules(&read).contains("R04") && rules(&read).contains("T06"), "{:?}", rules(&read));
}

#[test]
fn a_row_of_part_vi_that_says_nothing_yet_is_no_signature() {
    let read = reading(&[Paper::of(
        "VI",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2026-2027",
            "VI. Theo dõi, đánh giá",
            "Thời điểm|Nội dung theo dõi|Kết quả thực hiện|Điều chỉnh (nếu có)|Người đánh giá",
            "Cuối học kỳ I|Phần mềm|Đã mua|Không|Hiệu trưởng",
            "Cuối năm học||||Hiệu trưởng",
            "||||HIỆU TRƯỞNG",
        ],
    )]);
    let told = |id: &str| read.findings.iter().filter(|finding| finding.rule.id == id).map(|finding| finding.message()).collect::<Vec<_>>();
    assert!(told("T08")[0].contains("2 dòng"), "{:?}", told("T08"));
    assert!(told("R01").is_empty(), "{:?}", told("R01"));
    assert_eq!(told("T06").len(), 1);
    assert!(told("T06")[0].contains("7 (ngày tháng"), "{:?}", told("T06"));
}

#[test]
fn a_narrow_table_over_two_pages_keeps_every_row_whatever_stands_above_it() {
    let narrow = "Nội dung công việc|Thời gian thực hiện";
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN",
        "Năm học 2023-2024",
        narrow,
        "Rà soát hồ sơ quản lý|Trong năm học 2023-2024",
        "Bổ sung sách thư viện|Tháng 10/2023",
        narrow,
        "Tập huấn phần mềm|Học kỳ I",
        "Sửa mái nhà|Trong",
        "|năm học 2023-2024",
        narrow,
        "Trồng cây|Học kỳ II",
    ])]);
    assert_eq!(
        work(&read),
        [
            "? Rà soát hồ sơ quản lý @ Trong năm học 2023-2024",
            "? Bổ sung sách thư viện @ Tháng 10/2023",
            "? Tập huấn phần mềm @ Học kỳ I",
            "? Sửa mái nhà @ Trong năm học 2023-2024",
            "? Trồng cây @ Học kỳ II",
        ],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn work_in_the_words_of_titles_right_above_the_titles_again_is_work() {
    let full = "Số TT|Tiêu chuẩn,\ntiêu chí|Kết quả\ncần đạt|Công việc/\ngiải pháp\nthực hiện|Nhóm công tác,\ncá nhân\nchịu trách nhiệm|Thời hạn|Dự kiến\nkinh phí|Điều kiện\nhỗ trợ khác|Ghi\nchú";
    let read = reading(&[sheet(&[
        full,
        "1|TC 2.3|Nhân viên được bồi dưỡng nghiệp vụ|Cử nhân viên y tế, văn thư tham gia tập huấn|Phó hiệu trưởng|Hàng tháng|Xã hội hóa||",
        "||Đủ số lượng nhân viên theo quy định|Tham mưu bố trí đủ nhân viên theo định mức|Hiệu trưởng|Tuần 6 - 8|||",
        full,
        "2|TC 2.4|Học sinh có thành tích|Bồi dưỡng học sinh|Tổ trưởng chuyên môn|T5/2024|||",
        "||Đủ số lượng giáo viên theo quy định|Tham mưu bố trí đủ giáo viên theo định mức|Hiệu trưởng|Tuần 9 - 11|||",
        "|Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học|||||||",
        full,
        "3|TC 3.1|Sân chơi sạch|Trồng cây|Tổng phụ trách|T5/2024|||",
    ])]);
    assert_eq!(
        work(&read),
        [
            "2.3 Cử nhân viên y tế, văn thư tham gia tập huấn @ Hàng tháng",
            "2.3 Tham mưu bố trí đủ nhân viên theo định mức @ Tuần 6 - 8",
            "2.4 Bồi dưỡng học sinh @ T5/2024",
            "2.4 Tham mưu bố trí đủ giáo viên theo định mức @ Tuần 9 - 11",
            "3.1 Trồng cây @ T5/2024",
        ],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn a_time_with_a_remark_that_the_table_goes_on_is_that_time() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc, giải pháp|Người thực hiện|Thời gian",
        "1|1.3|Đại hội Liên đội|TPT|10/2023",
        "2|2.2|Xây dựng tổ hợp tác|TTCM|11/2023 (tiếp theo trang sau)",
    ])]);
    assert_eq!(read.actions[1].window.due.map(|due| due.to_string()).as_deref(), Some("2023-11-30"), "{:?}", rules(&read));
}

#[test]
fn numbers_of_columns_on_the_next_page_are_no_work_below_a_standard() {
    let read = reading(&[sheet(&[
        PLAN,
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|1.1|Rà soát|HT|9/2023",
        PLAN,
        "1|2|3|4|5",
        "2|1.2|Kiện toàn|HT|10/2023",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 9/2023", "1.2 Kiện toàn @ 10/2023"], "{:?}", rules(&read));
}

#[test]
fn whatever_a_sum_is_called_it_is_no_work() {
    for called in [
        "Cộng mang sang trang 2",
        "Mang sang trang sau",
        "Trang trước chuyển sang",
        "Chuyển trang sau",
        "Số trang trước mang sang",
        "Lũy kế",
        "Cộng dồn",
        "Tổng cộng trang 1",
        "Cộng các khoản trên",
        "CỘNG A+B",
        "Tổng dự toán kinh phí (04 công việc)",
        "Tổng cộng + dự phòng",
        "Grand Total",
        "TC:",
        "Bình quân",
        "Còn thiếu",
        "Đã có",
        "Số còn phải huy động",
        "Dự phòng 10%",
        "Tiết kiệm 10%",
    ] {
        for row in [format!("||{called}|||6.500.000"), format!("{called}|||||6.500.000")] {
            let read = reading(&[sheet(&[FULL, "1|3.1|Trồng cây|HT|2/2024|2.500.000", &row, "2|3.4|Thay máy lọc|HT|10/2023|8.000.000"])]);
            assert_eq!(work(&read), ["3.1 Trồng cây @ 2/2024", "3.4 Thay máy lọc @ 10/2023"], "{row} {:?}", rules(&read));
            assert_eq!(read.actions[0].cost.amount_vnd, Some(2_500_000), "{row}");
        }
    }
    // Broken over lines, in words.
    for row in ["||Cộng\ntiêu chuẩn 3|||10.500.000", "|Cộng tiêu\nchuẩn 3||||10.500.000", "||Tổng\ncộng|||10,5 triệu"] {
        let read = reading(&[sheet(&[FULL, "1|3.1|Trồng cây|HT|2/2024|2.500.000", "2|3.4|Thay máy lọc|HT|10/2023|8.000.000", row])]);
        assert_eq!(read.actions.len(), 2, "{row} {:?}", work(&read));
        assert_eq!(read.actions[1].cost.amount_vnd, Some(8_000_000), "{row}");
    }
    // What the amounts above come to is their sum, whatever it is called.
    let read = reading(&[sheet(&[
        FULL,
        "1|3.1|Trồng cây|HT|2/2024|2.500.000",
        "2|3.4|Thay máy lọc|HT|10/2023|8.000.000",
        "||Nhu cầu vốn cả năm|||10.500.000",
    ])]);
    assert_eq!(read.actions.len(), 2, "{:?}", work(&read));
}

#[test]
fn work_that_only_sounds_like_a_sum_stays_work() {
    for task in ["Tổng vệ sinh trường lớp", "Tiết kiệm điện nước", "Cộng tác với trạm y tế", "Dự phòng dịch bệnh mùa đông"]
    {
        let row = format!("||{task}|||500.000");
        let read = reading(&[sheet(&[FULL, "1|3.1|Trồng cây|HT|2/2024|2.500.000", &row, "2|3.4|Thay máy lọc|HT|10/2023|8.000.000"])]);
        assert_eq!(read.actions.len(), 3, "{task} {:?}", work(&read));
    }
}

#[test]
fn a_sentence_broken_before_the_number_it_calls_for_is_one() {
    let read =
        reading(&[sheet(&[FULL, "1|3.5|Mua thêm|Kế toán|9/2023|200 triệu", "||20 máy tính|||", "2|3.6|Nối mạng|Tổ tin|10/2023|3 triệu"])]);
    assert_eq!(work(&read), ["3.5 Mua thêm 20 máy tính @ 9/2023", "3.6 Nối mạng @ 10/2023"], "{:?}", rules(&read));
}

#[test]
fn a_criterion_lost_at_a_page_end_does_not_swallow_the_next() {
    let read = reading(&[sheet(&[
        FULL,
        "1|Tiêu chí|Mua thêm sách|Kế toán|9/2023|200 triệu",
        "2|Tiêu chí 3.6: Thư viện|Nối mạng|Tổ tin|10/2023|3 triệu",
    ])]);
    assert_eq!(work(&read).last().map(String::as_str), Some("3.6 Nối mạng @ 10/2023"), "{:?}", rules(&read));
    assert_eq!(read.actions.len(), 2, "{:?}", work(&read));
}

#[test]
fn a_plan_that_goes_on_upon_the_next_sheet_without_titles_is_read_on_by_its_numbers() {
    for (title, first) in [("Nội dung cần cải tiến", "Tiêu chí 3.5"), ("Tiêu chí", ""), ("Tiêu chí", "Tiêu chí 3.5")] {
        let begins = [
            &format!("TT|{title}|Giải pháp|Người phụ trách|Thời gian|Kinh phí"),
            "1|Tiêu chí 1.5|Sắp xếp lại nhóm lớp|PHT|Tháng 9/2023|Không",
            "2|Tiêu chí 1.8|Xây dựng kế hoạch|PHT|Tháng 9/2023|500.000đ",
        ];
        let on = [
            &format!("3|{first}|Mua bổ sung đồ dùng|Kế toán|Tháng 11/2023|35.500.000đ"),
            "III|Tiêu chuẩn 4: Quan hệ giữa nhà trường, gia đình và xã hội",
            "4|Tiêu chí 4.1|Tổ chức ngày hội|BGH|05/9/2023|3 triệu",
        ];
        let second = Paper { name: "Trang 2".to_owned(), ..Paper::of("Trang 2", &on) };
        let read = reading(&[sheet(&begins), second]);
        let tasks: Vec<&str> = read.actions.iter().map(|action| action.task.as_str()).collect();
        assert_eq!(
            tasks,
            ["Sắp xếp lại nhóm lớp", "Xây dựng kế hoạch", "Mua bổ sung đồ dùng", "Tổ chức ngày hội"],
            "{title} {first} {:?}",
            rules(&read)
        );
        assert_eq!(read.actions[2].cost.amount_vnd, Some(35_500_000), "{title} {first}");
        assert!(rules(&read).contains("T05"), "{:?}", rules(&read));
    }
    // Other columns, or numbers that begin anew, are another table.
    let begins = ["TT|Tiêu chí|Giải pháp|Người phụ trách|Thời gian", "1|1.5|Sắp xếp lại nhóm lớp|PHT|Tháng 9/2023"];
    for other in ["1|Nguyễn Văn An|Hiệu trưởng|Chủ tịch|0912345678", "2|Nguyễn Thị Bình|P. Hiệu trưởng|Phó Chủ tịch|0912345678|x"]
    {
        let read = reading(&[sheet(&begins), Paper::of("Trang 2", &[other])]);
        assert_eq!(read.actions.len(), 1, "{other}: {:?}", rules(&read));
    }
}

#[test]
fn evidence_below_a_page_end_is_of_the_criterion_above_it() {
    for between in [&["", "Trang 1", "Tiêu chí|Minh chứng|Kết quả"][..], &["", ""], &["", "", "Tiêu chí|Minh chứng|Kết quả"]]
    {
        for rest in ["|Biên bản họp|", "|[H1-1.2-02]|"] {
            let rows = ["Tiêu chí|Minh chứng|Kết quả", "1.1|[H1-1.1-01]|Mức 1", "1.2|Quyết định thành lập;|Mức 2"];
            let lines: Vec<&str> = rows.iter().chain(between).copied().chain([rest, "1.3|[H1-1.3-01]|Mức 1"]).collect();
            let read = reading(&[sheet(&lines)]);
            assert!(rules(&read).contains("R01") && !rules(&read).contains("X20"), "{lines:?} {:?}", rules(&read));
        }
    }
}

#[test]
fn a_number_under_the_work_right_above_titles_that_stand_again_is_that_of_the_page() {
    const TITLES: &str = "TT|Tiêu chí|Nội dung cải tiến|Phụ trách|Thời hạn";
    let rows = [TITLES, "1|1.1|Công bố sứ mạng|HT|30/10/2023", "||1", TITLES, "2|3.2|Sửa phòng học khu|BV|30/10/2023", "||2"];
    let read = crate::paper::reading(&[super::sheet(&rows)]);
    assert_eq!(super::work(&read), ["1.1 Công bố sứ mạng @ 30/10/2023", "3.2 Sửa phòng học khu @ 30/10/2023"], "{:?}", super::rules(&read));
    // Once it may be the rest of the row above.
    let read = crate::paper::reading(&[super::sheet(&[TITLES, "1|3.2|Sửa nhà vệ sinh khu|BV|30/10/2023", "||2"])]);
    assert_eq!(super::work(&read), ["3.2 Sửa nhà vệ sinh khu 2 @ 30/10/2023"], "{:?}", super::rules(&read));
}

#[test]
fn a_count_of_the_works_is_no_part_of_the_last() {
    const TITLES: &str = "TT|Tiêu chí|Công việc|Phụ trách|Thời hạn";
    for below in ["||Cộng: 8 việc||", "||Tổng số: 02 nhiệm vụ||", "Tổng: 2 việc||||"] {
        let read = crate::paper::reading(&[super::sheet(&[
            TITLES,
            "1|1.1|Công bố sứ mạng|HT|30/10/2023",
            "2|3.2|Nghiệm thu|HT|15/1/2024",
            below,
        ])]);
        assert_eq!(super::work(&read), ["1.1 Công bố sứ mạng @ 30/10/2023", "3.2 Nghiệm thu @ 15/1/2024"], "{below}");
    }
    let work = "3|5.5|Tổng 5 hoạt động trải nghiệm|TPT|30/4/2024";
    assert_eq!(crate::paper::reading(&[super::sheet(&[TITLES, "1|1.1|Công bố sứ mạng|HT|30/10/2023", work])]).actions.len(), 2);
}
