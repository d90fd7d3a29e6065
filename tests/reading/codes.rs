//! Codes that Excel turned into days and numbers, and titles that belong to another framework.

use ctcl::read::Source;
use ctcl::reading::Reading;

use super::{PLAN, levels, rules, sheet, work};
use crate::paper::{Office, Paper, Typed, reading, workbook};

fn told(read: &Reading, id: &str) -> usize {
    read.findings.iter().filter(|finding| finding.rule.id == id).count()
}

fn codes(read: &Reading) -> Vec<String> {
    work(read).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect()
}

/// Days since the end of 1899.
const FIRST_OF_OCTOBER_2025: f64 = 45_931.0;
const SECOND_OF_JANUARY_2024: f64 = 45_293.0;

#[test]
fn a_day_left_as_a_bare_number_is_the_code_it_was_typed_as() {
    let rows = [
        PLAN,
        "1|Tiêu chí 1.9|Công khai thu chi|Kế toán|Tháng 10/2023",
        "2||Diễn tập chữa cháy|Hiệu trưởng|Tháng 3/2024",
        "3|Tiêu chí 2.1|Bồi dưỡng cán bộ|Hiệu trưởng|Tháng 4/2024",
    ];
    for typed in [Typed::Number(FIRST_OF_OCTOBER_2025), Typed::Text("45931".to_owned())] {
        let read = reading(&[sheet(&rows).put(4, 1, typed)]);
        assert_eq!(codes(&read), ["1.9", "1.10", "2.1"], "{:?}", rules(&read));
        assert_eq!((told(&read, "C05"), told(&read, "R03"), told(&read, "R01")), (1, 0, 0));
    }
}

#[test]
fn the_order_of_rows_decides_between_two_readings_of_a_day_and_where_it_does_not_both_are_told() {
    let lone = |above: &str, below: &str| {
        let rows = [PLAN, above, "2||Diễn tập chữa cháy|Hiệu trưởng|Tháng 3/2024", below];
        reading(&[sheet(&rows).put(4, 1, Typed::Number(SECOND_OF_JANUARY_2024))])
    };
    let read = lone("1|Tiêu chí 1.1|Rà soát|HT|Tháng 9/2023", "3|Tiêu chí 1.3|Đại hội|HT|Tháng 9/2023");
    assert_eq!(codes(&read), ["1.1", "1.2", "1.3"]);
    let read = lone("1|Tiêu chí 1.10|Rà soát|HT|Tháng 9/2023", "3|Tiêu chí 2.3|Đại hội|HT|Tháng 9/2023");
    assert_eq!(codes(&read), ["1.10", "2.1", "2.3"]);
    let read = lone("1||Rà soát|HT|Tháng 9/2023", "3||Đại hội|HT|Tháng 9/2023");
    assert_eq!(codes(&read)[1], "?", "{:?}", work(&read));
    let ambiguous = read.findings.iter().find(|finding| finding.rule.id == "C04").expect("told");
    assert!(ambiguous.message().contains("1.2") && ambiguous.message().contains("2.1"), "{}", ambiguous.message());
}

#[test]
fn the_title_beside_it_decides_what_a_day_was() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian",
        "3.1|Khuôn viên, khu sân chơi, bãi tập|Làm lại sân|HT|Tháng 9/2023",
        "3.2|Phòng học, phòng học bộ môn và khối phục vụ học tập|Sửa phòng|HT|Tháng 9/2023",
        "3.3|Khối hành chính - quản trị|Sửa phòng họp|HT|Tháng 9/2023",
        "|Phương hướng, chiến lược xây dựng và phát triển nhà trường|Rà soát|HT|Tháng 9/2023",
        "|Đối với hiệu trưởng, phó hiệu trưởng|Bồi dưỡng|HT|Tháng 9/2023",
    ])
    .put(6, 0, Typed::Number(45_292.0))
    .put(7, 0, Typed::Number(SECOND_OF_JANUARY_2024))]);
    assert_eq!(codes(&read), ["3.1", "3.2", "3.3", "1.1", "2.1"], "{:?}", rules(&read));
}

#[test]
fn a_criterion_titled_as_in_another_framework_is_told_and_counted_by_its_code() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 1.10: Đảm bảo an ninh trật tự, an toàn trường học|Diễn tập|HT|Tháng 9/2023",
        "2|Tiêu chí 5.3: Kết quả nuôi dưỡng và chăm sóc sức khỏe|Bồi dưỡng|HT|Tháng 9/2023",
        "MỨC 4",
        "3|Tiêu chí 4: Thư viện hiện đại kết nối mạng|Nâng cấp|HT|Tháng 9/2023",
    ])]);
    assert_eq!(codes(&read), ["1.10", "5.3", "M4.4"]);
    assert_eq!(told(&read, "K22"), 1, "{:?}", rules(&read));
}

#[test]
fn of_the_frameworks_of_2026_too_a_borrowed_title_is_told() {
    let paper = Paper::of(
        "V",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2026-2027",
            "TT|Tiêu chí|Nội dung cải tiến|Hoạt động/giải pháp|Thời gian thực hiện|Đơn vị/cá nhân phụ trách|Mức độ thực hiện",
            "1|Tiêu chí 2.2: Giáo viên|Bồi dưỡng|Tập huấn giáo viên|Tháng 10/2026|Hiệu trưởng|Đang thực hiện",
            "2|TITLE|Chương trình|Rà soát chương trình|Tháng 10/2026|Hiệu trưởng|Đang thực hiện",
        ],
    );
    let office = Office::in_year(2026);
    let (own, other) =
        (office.frameworks.get("tt57-2026-pho-thong").expect("built in"), office.frameworks.get("tt57-2026-mam-non").expect("built in"));
    let differing = own.criteria.iter().find_map(|info| {
        let title = other.title_of(info.criterion)?;
        (title != info.title && title.len() > 30 && !own.criteria.iter().any(|info| info.title == title))
            .then(|| format!("Tiêu chí {}: {title}", info.criterion))
    });
    let titled = differing.expect("the sets differ");
    let mut paper = paper;
    paper.text(4, 1, &titled);
    let read = office.read(&[ctcl::read::Source::in_memory("a.xlsx", workbook(&[paper]))]);
    assert_eq!(read.actions.len(), 2);
    assert_eq!(told(&read, "K22"), 1, "{titled}: {:?}", rules(&read));
}

#[test]
fn a_criterion_by_its_name_alone_is_known_and_told() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian",
        "1|Thư viện|Mua sách|Nhân viên thư viện|9/2023",
        "2|Khu vệ sinh, hệ thống cấp thoát nước|Sửa|Kế toán|10/2023",
        "3|Phòng học|Sơn lại|Kế toán|11/2023",
    ])]);
    assert_eq!(work(&read), ["3.6 Mua sách @ 9/2023", "3.4 Sửa @ 10/2023", "? Sơn lại @ 11/2023"]);
    assert!(rules(&read).is_superset(&["C05", "R03"].into()), "{:?}", rules(&read));
}

#[test]
fn bare_codes_in_what_is_to_be_improved_are_codes() {
    let office = Office::in_year(2026);
    let paper = Paper::of(
        "V",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2026-2027",
            "TT|Nội dung cải tiến|Hoạt động/giải pháp|Thời gian thực hiện|Đơn vị/cá nhân phụ trách|Mức độ thực hiện",
            "1|1.4|Nâng cấp trang tin|30/11/2026|Tổ tin|Hoàn thành",
            "2|2.2. Giáo viên|Tập huấn|12/2026|Phó hiệu trưởng|Đang thực hiện",
            "3|1.10|Lắp camera|1/2027|Bảo vệ|",
        ],
    );
    let read = office.read(&[Source::in_memory("bao-cao.xlsx", workbook(&[paper]))]);
    assert_eq!(work(&read), ["1.4 Nâng cấp trang tin @ 30/11/2026", "2.2 Tập huấn @ 12/2026", "? Lắp camera @ 1/2027"]);
    assert!(rules(&read).contains("K21"), "{:?}", rules(&read));
}

#[test]
fn rows_that_share_a_cell_of_two_criteria_count_for_the_same_one() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Giải pháp|Phụ trách|Hoàn thành",
        "1|1.1|Rà soát chiến lược|HT|10/2023",
        "2|Tiêu chí 2.1, 2.2|Cử cán bộ đi học|HT|5/2024",
        "||Bồi dưỡng tại chỗ|PHT|12/2023",
        "3|2.3|Tập huấn văn thư|VP|3/2024",
    ])
    .merged(4, 0, 5, 0)
    .merged(4, 1, 5, 1)]);
    let codes: Vec<String> = work(&read).iter().map(|work| work[..3].to_owned()).collect();
    assert_eq!(codes, ["1.1", "2.1", "2.1", "2.3"], "{:?}", rules(&read));
}

#[test]
fn a_day_that_could_only_turn_back_in_rising_codes_is_the_next_code() {
    let days =
        |paper: Paper| paper.put(3, 1, Typed::Date(2023, 9, 1)).put(4, 1, Typed::Date(2023, 10, 1)).put(5, 1, Typed::Date(2023, 1, 2));
    let rows = [
        "STT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian",
        "1||Công khai|HT|10/2023",
        "2||Diễn tập|BV|11/2023",
        "3||Đi học|HT|12/2023",
    ];
    let read = reading(&[days(sheet(&rows))]);
    let codes: Vec<String> = read.actions.iter().map(|action| action.criterion.map_or("?".to_owned(), |code| code.to_string())).collect();
    assert_eq!(codes, ["1.9", "1.10", "2.1"], "{:?}", rules(&read));
    assert_eq!(told(&read, "C05"), 3);
}

#[test]
fn codes_may_name_their_standard_in_roman_figures() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí số|Công việc|Người làm|Thời gian",
        "1|I.1|Rà soát chiến lược|Hiệu trưởng|Tháng 10/2023",
        "2|III.5|Mua máy vi tính|Kế toán|Tháng 11/2023",
        "3|II.3|Cử nhân viên tập huấn|Hiệu trưởng|Tháng 12/2023",
    ])]);
    assert_eq!(codes(&read), ["1.1", "3.5", "2.3"], "{:?}", rules(&read));
}

/// A plan with one row for each code.
fn plan_of(written: &[&str]) -> Reading {
    let rows: Vec<String> =
        written.iter().enumerate().map(|(at, code)| format!("{}|{code}|Việc số {}|HT|Tháng 9/2023", at + 1, at + 1)).collect();
    reading(&[sheet(&[PLAN].into_iter().chain(rows.iter().map(String::as_str)).collect::<Vec<_>>())])
}

#[test]
fn a_second_criterion_of_a_cell_is_told_however_the_two_are_parted() {
    let written = [
        "1.1 1.2",
        "(1.1) (1.2)",
        "Tiêu chí 1.1 1.2",
        "Tiêu chí 1.1, 2, 3",
        "1.1; 3; 5",
        "Tiêu chí 1.1 Mức 3; 1.2 Mức 2",
        "1.1/1.2",
        "1.1,3,5",
    ];
    let read = plan_of(&written);
    assert_eq!(codes(&read), vec!["1.1"; written.len()]);
    assert_eq!(told(&read, "R05"), written.len(), "{:?}", rules(&read));
}

#[test]
fn a_standard_with_the_number_of_a_criterion_is_that_criterion() {
    let read = plan_of(&["Tiêu chuẩn 2.3", "Tiêu chuẩn 2.4: Đối với học sinh", "Tiêu chuẩn 1 (1.1)", "Tiêu chuẩn 3 - 1.1"]);
    assert_eq!(codes(&read), ["2.3", "2.4", "1.1", "?"]);
    assert_eq!((told(&read, "R03"), told(&read, "R06")), (1, 0), "{:?}", rules(&read));
}

#[test]
fn a_code_written_as_nobody_else_does_is_read_where_codes_belong_and_told() {
    let written = ["I.10", "II.3", "Tiêu chí 2-3", "Tiêu chí 2/3", "1-10", "01.10", "01.02", "2 . 3"];
    let read = plan_of(&written);
    assert_eq!(codes(&read), ["1.10", "2.3", "2.3", "2.3", "1.10", "1.10", "1.2", "2.3"], "{:?}", rules(&read));
    assert!(told(&read, "C05") >= 5, "{:?}", rules(&read));
    let read =
        plan_of(&["Tiêu chí Thư viện", "TC Thiết bị", "An ninh trật tự, an toàn trường học", "Cùng tiêu chí", "Nhà trường", "Giáo dục"]);
    assert_eq!(codes(&read), ["3.6", "3.5", "1.10", "1.10", "?", "?"], "{:?}", rules(&read));
}

#[test]
fn an_item_of_the_list_of_level_4_is_read_however_it_is_called() {
    let read = reading(&[sheet(&[
        PLAN,
        "MỨC 4",
        "1|K.2|Việc số 1|HT|Tháng 9/2023",
        "2|Mục 2|Việc số 2|HT|Tháng 9/2023",
        "3|Điểm 3|Việc số 3|HT|Tháng 9/2023",
        "4|M4.4|Việc số 4|HT|Tháng 9/2023",
    ])]);
    assert_eq!(codes(&read), ["M4.2", "M4.2", "M4.3", "M4.4"], "{:?}", rules(&read));
}

#[test]
fn a_day_that_no_criterion_can_have_been_is_no_code_and_the_cell_is_quoted() {
    let read = plan_of(&["Tiêu chí 1.9", "15/10", "Tiêu chí 1.10"]);
    assert_eq!(codes(&read), ["1.9", "?", "1.10"]);
    assert_eq!((told(&read, "C04"), told(&read, "R03")), (0, 1), "{:?}", rules(&read));
    let unread = read.findings.iter().find(|finding| finding.rule.id == "R03").expect("told");
    assert!(unread.message().contains("ô mã ghi \"15/10\""), "{}", unread.message());
    // Below a standard as well: its criterion is written, and not read.
    let read = reading(&[sheet(&[PLAN, "Tiêu chuẩn 2: Cán bộ quản lý", "1|Số 3|Việc số 1|HT|Tháng 9/2023"])]);
    assert_eq!((told(&read, "R03"), told(&read, "R06")), (1, 0), "{:?}", rules(&read));
}

#[test]
fn numbers_that_are_codes_stand_before_the_names_of_their_criteria() {
    let names = ["Phương hướng, chiến lược xây dựng và phát triển nhà trường", "Hội đồng trường", "An ninh trật tự, an toàn trường học"];
    let mut paper = sheet(&["TC|Nội dung tiêu chí|Tự đánh giá"]);
    for (at, (name, code)) in names.iter().zip([1.1, 1.2, 1.3]).enumerate() {
        let row = 3 + at as u32;
        paper.text(row, 1, name);
        paper.text(row, 2, "Đạt mức 2");
        paper = paper.put(row, 0, Typed::Number(code));
    }
    let read = reading(&[paper]);
    assert_eq!(levels(&read).len(), 3, "{:?}", rules(&read));
    assert!(!rules(&read).contains("R03"));
    // What is said of each criterion is declared of none, and of no school.
    assert_eq!(read.declarations.len(), 0, "{:?}", read.declarations);
}

#[test]
fn one_ten_stored_as_a_number_is_one_ten_after_one_nine() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|Tiêu chí 1.9|Công khai thu chi|Kế toán|Tháng 10/2023",
        "2||Diễn tập chữa cháy|Hiệu trưởng|Tháng 3/2024",
        "3|Tiêu chí 2.1|Bồi dưỡng cán bộ|Hiệu trưởng|Tháng 4/2024",
    ])
    .put(4, 1, Typed::Number(1.1))]);
    assert_eq!(
        work(&read),
        ["1.9 Công khai thu chi @ Tháng 10/2023", "1.10 Diễn tập chữa cháy @ Tháng 3/2024", "2.1 Bồi dưỡng cán bộ @ Tháng 4/2024"]
    );
    assert!(rules(&read).contains("C05"));
}

#[test]
fn words_of_a_criterion_that_are_none_are_an_error_though_the_standard_is_known() {
    let long = "Nhà trường cần xây dựng khối phòng học bộ môn đúng chuẩn, bổ sung trang thiết bị theo yêu cầu của địa phương";
    for (cell, id, other) in [(long, "R03", "R06"), ("Công tác khác", "R06", "R03")] {
        let row = format!("1|{cell}|Mua máy chiếu|Kế toán|Tháng 10/2023");
        let titles = "TT|Tiêu chí|Công việc|Người thực hiện|Thời gian";
        let read = reading(&[sheet(&[titles, "Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học", &row])]);
        assert!(rules(&read).contains(id) && !rules(&read).contains(other), "{cell}: {:?}", rules(&read));
    }
}
