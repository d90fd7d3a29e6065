//! Rows of their own that name a criterion over the work of it, and codes in the column of numbers.

use super::{levels, rules, sheet, work};
use crate::paper::{Paper, reading};

const PLAN: &str = "TT|Nội dung|Người thực hiện|Thời gian|Kinh phí|Kết quả";
const TAUGHT: &str = "Cử giáo viên Tin học đi bồi dưỡng|Phó hiệu trưởng|Tháng 10/2023|5.000.000đ|Đã bồi dưỡng xong";
const BOUGHT: &str = "Mua 15 máy vi tính|Kế toán|Tháng 11/2023|45.000.000đ|Đang đấu thầu";

fn both() -> [&'static str; 2] {
    ["1.7 Cử giáo viên Tin học đi bồi dưỡng @ Tháng 10/2023", "3.5 Mua 15 máy vi tính @ Tháng 11/2023"]
}

#[test]
fn a_title_among_the_work_gives_the_rows_below_it_their_criterion() {
    for (first, second, number) in [
        ("|Tiêu chí 1.7. Quản lý cán bộ, giáo viên và nhân viên", "|Tiêu chí 3.5. Thiết bị", "-"),
        ("|Tiêu chí 1.7. Quản lý cán bộ, giáo viên và nhân viên", "|Tiêu chí 3.5. Thiết bị", ""),
        ("7|Tiêu chí 1.7. Quản lý cán bộ, giáo viên và nhân viên", "5|Tiêu chí 3.5. Thiết bị", "-"),
        ("|TC 1.7", "|TC 3.5: Thiết bị dạy học", "1"),
        ("|Tiêu chí 1.7: Bồi dưỡng đội ngũ", "|Tiêu chí 3.5: Mua sắm máy móc", "1"),
        ("1.7. Quản lý cán bộ, giáo viên và nhân viên", "3.5. Thiết bị", "1"),
        ("|1.7. Quản lý cán bộ, giáo viên", "|3.5. Thiết bị", "1"),
        ("1.7. Quản lý cán bộ, giáo viên và nhân viên", "3.5. Mua sắm máy móc", "1"),
        ("1.7|Quản lý cán bộ, giáo viên và nhân viên", "3.5|Thiết bị", "1"),
        ("Quản lý cán bộ, giáo viên và nhân viên", "Thiết bị", "1"),
        ("PHIẾU TIÊU CHÍ 1.7: Quản lý cán bộ", "PHIẾU TIÊU CHÍ 3.5: Thiết bị", "1"),
    ] {
        let rows = [PLAN, first, &format!("{number}|{TAUGHT}"), second, &format!("{number}|{BOUGHT}")];
        let read = reading(&[sheet(&rows)]);
        assert_eq!(work(&read), both(), "{first}: {:?}", rules(&read));
        assert!(!rules(&read).contains("R06") && !rules(&read).contains("R01"), "{first}: {:?}", rules(&read));
    }
}

#[test]
fn a_title_holds_up_to_the_next_and_no_further_than_its_standard() {
    let read = reading(&[sheet(&[
        PLAN,
        "I|TIÊU CHUẨN 1: TỔ CHỨC VÀ QUẢN LÝ NHÀ TRƯỜNG",
        "7|Tiêu chí 7. Quản lý cán bộ, giáo viên và nhân viên",
        "-|Cử giáo viên đi học|Phó hiệu trưởng|Tháng 10/2023||",
        "-|Xét nâng lương|Kế toán|Tháng 11/2023||",
        "-|Mua tủ sách (tiêu chí 3.6)|Thư viện|Tháng 12/2023||",
        "III|TIÊU CHUẨN 3: CƠ SỞ VẬT CHẤT VÀ THIẾT BỊ DẠY HỌC",
        "-|Sơn lại tường rào|Bảo vệ|Tháng 11/2023||",
    ])]);
    let expected = [
        "1.7 Cử giáo viên đi học @ Tháng 10/2023",
        "1.7 Xét nâng lương @ Tháng 11/2023",
        "3.6 Mua tủ sách (tiêu chí 3.6) @ Tháng 12/2023",
        "? Sơn lại tường rào @ Tháng 11/2023",
    ];
    assert_eq!(work(&read), expected);
}

#[test]
fn work_that_names_its_criterion_and_sections_that_are_numbered_are_no_titles() {
    let named = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 1.1: Rà soát chiến lược||||",
        "2|Tiêu chí 1.2: Kiện toàn hội đồng trường|Hiệu trưởng|Tháng 9/2023||",
        "3|Tiêu chí 1.3: Đại hội chi đoàn||||",
    ])]);
    let expected = [
        "1.1 Tiêu chí 1.1: Rà soát chiến lược @ ",
        "1.2 Tiêu chí 1.2: Kiện toàn hội đồng trường @ Tháng 9/2023",
        "1.3 Tiêu chí 1.3: Đại hội chi đoàn @ ",
    ];
    assert_eq!(work(&named), expected);
    let sections = reading(&[sheet(&[
        PLAN,
        "1.1. Công tác chuyên môn",
        "1|Dự giờ, thăm lớp|Phó hiệu trưởng|Tháng 10/2023||",
        "1.2. Công tác kiểm tra",
        "2|Kiểm tra hồ sơ|Hiệu trưởng|Tháng 11/2023||",
    ])]);
    assert_eq!(work(&sections), ["? Dự giờ, thăm lớp @ Tháng 10/2023", "? Kiểm tra hồ sơ @ Tháng 11/2023"]);
}

#[test]
fn codes_in_the_column_of_numbers_are_those_of_the_work() {
    const WITH_AIMS: &str = "TT|Nội dung cải tiến|Giải pháp|Người phụ trách|Thời gian|Kinh phí|Kết quả";
    let plain = [PLAN, &format!("1.7|{TAUGHT}"), &format!("3.5|{BOUGHT}")].map(str::to_owned);
    let aims = [WITH_AIMS, &format!("1.7|Bồi dưỡng|{TAUGHT}"), &format!("3.5|Thiết bị|{BOUGHT}")].map(str::to_owned);
    let headed = [
        WITH_AIMS,
        "1|Tổ chức và quản lý nhà trường",
        &format!("1.7|Bồi dưỡng|{TAUGHT}"),
        "3|Cơ sở vật chất",
        &format!("3.5|Thiết bị|{BOUGHT}"),
    ]
    .map(str::to_owned);
    for rows in [&plain[..], &aims, &headed] {
        let read = reading(&[sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>())]);
        assert_eq!(work(&read), both(), "{rows:?} {:?}", rules(&read));
        assert!(rules(&read).contains("T14") && !rules(&read).contains("R06"), "{:?}", rules(&read));
    }
}

#[test]
fn numbers_of_work_within_its_criterion_name_the_criterion() {
    let read = reading(&[sheet(&[
        "Mã việc|Tên việc|Người làm|Thời gian|Kinh phí|Đã làm xong|Đang làm|Chưa làm",
        "1.3.1|Xây dựng công trình măng non|Tổng phụ trách|Tháng 1/2024|||x|",
        "1.7.1|Cử giáo viên đi học|Phó hiệu trưởng|Tháng 11/2023||x||",
        "1.7.2|Xét nâng lương|Kế toán|Tháng 12/2023||x||",
        "3.5.1|Mua máy vi tính|Kế toán|Tháng 10/2023||||x",
    ])]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    let codes: Vec<String> = work(&read).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["1.3", "1.7", "1.7", "3.5"], "{:?}", rules(&read));
    assert_eq!(states, ["in_progress", "completed", "completed", "not_started"], "{:?}", rules(&read));
}

#[test]
fn numbers_that_may_count_the_rows_are_no_codes_and_are_asked_about() {
    let counted = |numbers: [&str; 3]| {
        let rows = numbers.map(|number| format!("{number}|{TAUGHT}"));
        reading(&[sheet(&[PLAN, &rows[0], &rows[1], &rows[2]])])
    };
    let either = counted(["1.1", "1.2", "2.1"]);
    assert!(work(&either).iter().all(|work| work.starts_with('?')) && rules(&either).contains("T31"), "{:?}", rules(&either));
    let plain = counted(["1", "2", "3"]);
    assert!(!rules(&plain).contains("T31") && !rules(&plain).contains("T14"), "{:?}", rules(&plain));
    let parts = counted(["1", "1.1", "1.2"]);
    assert!(!rules(&parts).contains("T31") && work(&parts).iter().all(|work| work.starts_with('?')), "{:?}", work(&parts));
}

#[test]
fn a_card_of_each_criterion_heads_its_small_table() {
    const TITLES: &str = "Việc cải tiến|Người phụ trách|Thời gian|Kinh phí|Kết quả";
    let read = reading(&[Paper::of(
        "Phiếu",
        &[
            "TRƯỜNG THCS HOA SEN",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "Năm học 2023-2024",
            "",
            "PHIẾU TIÊU CHÍ 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường",
            "Tự đánh giá:|Mức 1",
            "",
            "PHIẾU TIÊU CHÍ 1.3: Tổ chức Đảng Cộng sản Việt Nam, các đoàn thể và tổ chức khác trong nhà trường",
            "Tự đánh giá:|Không đạt",
            TITLES,
            "Đại hội chi đoàn|Bí thư|Tháng 10/2023|2.000.000đ|Đã đại hội",
            "",
            "PHIẾU TIÊU CHÍ 3.6: Thư viện",
            "Tự đánh giá:|Mức 2",
            TITLES,
            "Mua sách|Kế toán|Tháng 11/2023|5.000.000đ|Chưa mua",
        ],
    )]);
    assert_eq!(work(&read), ["1.3 Đại hội chi đoàn @ Tháng 10/2023", "3.6 Mua sách @ Tháng 11/2023"], "{:?}", rules(&read));
    let shown: Vec<(String, String)> = levels(&read).into_iter().collect();
    let expected = [("1.1", "+--"), ("1.3", "---"), ("3.6", "++-")].map(|(code, shown)| (code.to_owned(), shown.to_owned()));
    assert_eq!(shown, expected, "{:?}", rules(&read));
    assert!(!rules(&read).contains("R01"));
}

#[test]
fn a_card_of_labels_and_values_is_a_row_of_the_plan_and_its_cells_are_named_where_they_stand() {
    let card = |criterion: &str, task: &str, time: &str, state: &str| {
        [
            format!("Tiêu chí|{criterion}"),
            "Điểm yếu|Còn hạn chế".to_owned(),
            format!("Việc cải tiến|{task}"),
            "Người phụ trách|Hiệu trưởng".to_owned(),
            format!("Thời gian|{time}"),
            "Kinh phí|".to_owned(),
            format!("Tình trạng|{state}"),
            String::new(),
        ]
    };
    let rows: Vec<String> = ["TRƯỜNG THCS HOA SEN", "PHIẾU CẢI TIẾN TỪNG TIÊU CHÍ", "Năm học 2023-2024", ""]
        .map(str::to_owned)
        .into_iter()
        .chain(card("1.9 Thực hiện quy chế dân chủ cơ sở", "Bổ sung quy chế dân chủ", "Từ tháng 1/2024 đến tháng 3/2024", "Đã hoàn thành"))
        .chain(card("3.6 Thư viện", "Xây dựng tủ sách", "Một ngày đẹp trời", "Chưa thực hiện"))
        .collect();
    let read = reading(&[Paper::of("Phiếu", &rows.iter().map(String::as_str).collect::<Vec<_>>())]);
    assert_eq!(
        work(&read),
        ["1.9 Bổ sung quy chế dân chủ @ Từ tháng 1/2024 đến tháng 3/2024", "3.6 Xây dựng tủ sách @ Một ngày đẹp trời"],
        "{:?}",
        rules(&read)
    );
    let cells: Vec<String> = read.actions.iter().map(|action| action.origin.cell.to_string()).collect();
    assert_eq!(cells, ["B5", "B13"]);
    let unread = read.findings.iter().find(|finding| finding.rule.id == "C07").and_then(|finding| finding.cell);
    assert_eq!(unread.map(|cell| cell.to_string()).as_deref(), Some("B17"), "the time that is none");
    assert!(!rules(&read).contains("C12"));
}

#[test]
fn cards_that_are_not_alike_are_told_as_not_read() {
    let read = reading(&[sheet(&[
        "PHIẾU CẢI TIẾN TỪNG TIÊU CHÍ",
        "Tiêu chí|1.9 Thực hiện quy chế dân chủ cơ sở",
        "Việc cải tiến|Bổ sung quy chế",
        "Việc cải tiến|Niêm yết quy chế",
        "Thời gian|Tháng 3/2024",
        "Tiêu chí|3.6 Thư viện",
        "Việc cải tiến|Xây dựng tủ sách",
        "Thời gian|Tháng 5/2024",
    ])]);
    assert!(read.actions.is_empty() && rules(&read).contains("T32") && !rules(&read).contains("C12"), "{:?}", rules(&read));
}

#[test]
fn titles_written_over_several_rows_without_a_merged_cell_are_put_together() {
    let read = reading(&[sheet(&[
        "TT||Công việc||Thời gian|",
        "|Tiêu||Người|thực|Kinh",
        "|chí|cần làm|phụ trách|hiện|phí",
        "1|3.2|Sơn lớp|BV|Tháng 8/2023|9.000.000",
        "2|5.4|Khám sức khỏe|YT|Tháng 10/2023|",
    ])]);
    assert_eq!(work(&read), ["3.2 Sơn lớp @ Tháng 8/2023", "5.4 Khám sức khỏe @ Tháng 10/2023"], "{:?}", rules(&read));
    assert_eq!(read.actions[0].lead, "BV");
    assert_eq!(read.actions[0].cost.amount_vnd, Some(9_000_000));
    assert!(!rules(&read).contains("T10"), "{:?}", rules(&read));
}

#[test]
fn a_title_of_a_group_over_its_first_column_alone_is_of_all_that_stand_below_it() {
    for rows in [
        [
            "TT|Tiêu chí|Công việc|Thời gian||Kinh phí||Phụ trách",
            "|||Bắt đầu|Kết thúc|Ngân sách|Xã hội hóa|",
            "1|3.2|Sơn lớp|8/2023|10/2023|9.000.000|1.000.000|BV",
            "2|5.4|Khám sức khỏe|10/2023|11/2023|||YT",
        ],
        [
            "TT|Tiêu chí|KẾ HOẠCH|||||",
            "||Công việc|Bắt đầu|Kết thúc|Ngân sách|Xã hội hóa|Phụ trách",
            "1|3.2|Sơn lớp|8/2023|10/2023|9.000.000|1.000.000|BV",
            "2|5.4|Khám sức khỏe|10/2023|11/2023|||YT",
        ],
    ] {
        let read = reading(&[sheet(&rows)]);
        assert_eq!(work(&read), ["3.2 Sơn lớp @ 8/2023 – 10/2023", "5.4 Khám sức khỏe @ 10/2023 – 11/2023"], "{rows:?} {:?}", rules(&read));
        assert_eq!(read.actions[0].cost.amount_vnd, Some(10_000_000), "{rows:?} {:?}", rules(&read));
        assert_eq!(read.actions[0].lead, "BV", "{rows:?}");
    }
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|KẾ HOẠCH|||KẾT QUẢ|||Ghi chú",
        "||Công việc|Thời gian||Đã xong|Đang làm|Chưa làm|",
        "|||Bắt đầu|Kết thúc||||",
        "1|3.2|Sơn lớp|8/2023|10/2023|x|||",
        "2|5.4|Khám sức khỏe|10/2023|11/2023||x||",
    ])]);
    assert_eq!(work(&read), ["3.2 Sơn lớp @ 8/2023 – 10/2023", "5.4 Khám sức khỏe @ 10/2023 – 11/2023"], "{:?}", rules(&read));
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "in_progress"], "{:?}", rules(&read));
}

#[test]
fn titles_that_stand_again_among_codes_are_no_numbers() {
    let read = reading(&[sheet(&[
        PLAN,
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1.1|Rà soát phương hướng phát triển|Hiệu trưởng|15/10/2023|5.000.000đ|",
        "1.10|Lắp camera cổng trường|Bảo vệ|20/12/2023|4.500.000đ|",
        PLAN,
        "Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học",
        "3.2|Sơn lại 6 phòng học|Phó hiệu trưởng|30/11/2023|12.000.000đ|",
    ])]);
    let codes: Vec<String> = work(&read).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["1.1", "1.10", "3.2"], "{:?}", rules(&read));
    assert!(rules(&read).contains("T14"), "{:?}", rules(&read));
    // Nor are the numbers of the columns, and those of standards beside what their work comes to.
    let summed = reading(&[sheet(&[
        "STT|Nội dung công việc|Người thực hiện|Thời hạn|Kinh phí (triệu đồng)",
        "(1)|(2)|(3)|(4)|(5)",
        "I|Tiêu chuẩn 1|||6",
        "1.4|Tập huấn tổ trưởng|PHT|30/9/2023|2",
        "1.6|Thuê sắp xếp hồ sơ|Văn thư|30/11/2023|4",
        "II|Tiêu chuẩn 3|||50",
        "3.2|Xây mái che|HT|30/3/2024|50",
    ])]);
    let expected = ["1.4 Tập huấn tổ trưởng @ 30/9/2023", "1.6 Thuê sắp xếp hồ sơ @ 30/11/2023", "3.2 Xây mái che @ 30/3/2024"];
    assert_eq!(work(&summed), expected, "{:?}", rules(&summed));
    // How far the work has come is no level of a criterion.
    let titles = "TT|Nội dung cải tiến|Phụ trách|Thời gian thực hiện|Mức độ thực hiện";
    let told = reading(&[sheet(&[
        titles,
        "1.1|Xây dựng tầm nhìn|HT|30/9/2023|Hoàn thành",
        "2.2|Bồi dưỡng|PHT|30/11/2023|Đang thực hiện",
        "4.1|Sửa phòng máy|BV|31/12/2023|Hoàn thành",
    ])]);
    let codes: Vec<String> = work(&told).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["1.1", "2.2", "4.1"], "{:?}", rules(&told));
}

const SHORT: &str = "TT|Nội dung công việc|Phụ trách|Thời hạn";

#[test]
fn numbers_that_only_headings_have_count_no_works() {
    let read = reading(&[sheet(&[
        SHORT,
        "1|Cơ sở vật chất (tiêu chí 3.2)",
        "|Sơn bảng|Bảo vệ|10/10/2023",
        "|Sửa cửa|Bảo vệ|10/11/2023",
        "2|Chuyên môn (tiêu chí 5.1)",
        "|Duyệt kế hoạch bài dạy|Phó hiệu trưởng|10/9/2023",
        "3|Họp phụ huynh (tiêu chí 4.1)",
        "3.1|Họp đầu năm|GVCN|20/9/2023",
    ])]);
    let expected =
        ["3.2 Sơn bảng @ 10/10/2023", "3.2 Sửa cửa @ 10/11/2023", "5.1 Duyệt kế hoạch bài dạy @ 10/9/2023", "4.1 Họp đầu năm @ 20/9/2023"];
    assert_eq!(work(&read), expected);
    // One row with a number that says who and when is work, and then the others may be, too.
    let mixed = reading(&[sheet(&[
        SHORT,
        "1|Mua sách (tiêu chí 3.6)",
        "|Sơn bảng|Bảo vệ|10/10/2023",
        "2|Sửa cửa (tiêu chí 3.2)|Bảo vệ|10/11/2023",
        "3|Họp phụ huynh (tiêu chí 4.1)",
        "|Thay khóa|Bảo vệ|10/12/2023",
    ])]);
    assert_eq!(mixed.actions.len(), 5, "{:?}", work(&mixed));
    let unfilled = reading(&[sheet(&[SHORT, "1|Mua sách (tiêu chí 3.6)", "2|Sơn bảng (tiêu chí 3.2)", "|Thay khóa|Bảo vệ|10/12/2023"])]);
    assert_eq!(unfilled.actions.len(), 3, "{:?}", work(&unfilled));
}

#[test]
fn what_works_without_numbers_cost_together_is_no_cost_of_their_heading() {
    let of = |first: &str| {
        let read = reading(&[sheet(&[
            "TT|Nội dung|Phụ trách|Thời hạn|Kinh phí (đồng)",
            &format!("1|Khuôn viên (tiêu chí 3.1)|||{first}"),
            "|Mua cây|Đoàn|30/10/2023|4.000.000",
            "|Xây bồn|Bảo vệ|30/11/2023|5.000.000",
            "2|Thiết bị (tiêu chí 3.5)|||6.000.000",
            "|Mua loa|TPT|30/9/2023|6.000.000",
        ])]);
        let costs: i64 = read.actions.iter().filter_map(|action| action.cost.amount_vnd).sum();
        (read.actions.len(), costs)
    };
    assert_eq!(of("9.000.000"), (3, 15_000_000));
    assert_eq!(of(""), (3, 15_000_000));
    // What comes to something else may be a work's own.
    assert_eq!(of("2.000.000").0, 5);
}

#[test]
fn works_under_letters_and_below_an_earlier_title_are_of_their_own_heading() {
    let lettered = reading(&[sheet(&[
        SHORT,
        "1|Cải tạo sân (tiêu chí 3.1)",
        "a|Trồng cây|Đoàn|10/10/2023",
        "b)|Lát gạch|Đoàn|10/11/2023",
        "2|Họp phụ huynh (tiêu chí 4.1)",
        "a|Họp đầu năm|GVCN|20/9/2023",
        "3|Mua bàn ghế|Kế toán|20/12/2023",
    ])]);
    let codes: Vec<String> = work(&lettered).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["3.1", "3.1", "4.1", "?"], "{:?}", work(&lettered));
    let titled = reading(&[sheet(&[
        SHORT,
        "|Tiêu chí 3.5: Thiết bị",
        "1|Mua tủ|Cô Vân|10/11/2023",
        "2|Mua loa|Cô Vân|10/12/2023",
        "3|Họp phụ huynh (tiêu chí 4.1)",
        "3.1|Họp đầu năm|GVCN|20/9/2023",
        "3.2|Họp cuối kỳ|GVCN|15/1/2024",
    ])]);
    let codes: Vec<String> = work(&titled).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    assert_eq!(codes, ["3.5", "3.5", "4.1", "4.1"], "{:?}", work(&titled));
}

#[test]
fn parts_counted_before_their_words_head_works_that_are_counted_so() {
    for [part, work, next] in [["1.", "a.", "b."], ["I.", "1.", "2."], ["2)", "a)", "b)"], ["1.", "1.1.", "1.2."]] {
        let second = if part == "I." { "II." } else { "2." };
        let again = if work == "1.1." { "2.1." } else { work };
        let rows = [
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG".to_owned(),
            "Nội dung|Tiêu chí|Thời gian|Phụ trách|Tiến độ".to_owned(),
            format!("{part} Công tác tổ chức"),
            format!("{work} Rà soát chiến lược|1.1|9/2023|HT|Xong"),
            format!("{next} Biên chế lớp|1.5|10/2023|PHT|Đang làm"),
            format!("{second} Cơ sở vật chất"),
            format!("{again} Sửa phòng|3.3|12/2023|KT|Chưa làm"),
        ];
        let read = reading(&[sheet(&rows.each_ref().map(String::as_str))]);
        let works: Vec<(String, &str)> = read
            .actions
            .iter()
            .map(|action| (action.criterion.map_or_else(String::new, |criterion| criterion.to_string()), action.status.code()))
            .collect();
        let expected = [("1.1", "completed"), ("1.5", "in_progress"), ("3.3", "not_started")];
        assert_eq!(works, expected.map(|(code, state)| (code.to_owned(), state)), "{part}: {:?}", rules(&read));
    }
}
