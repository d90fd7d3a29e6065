//! When work is to be done, where a school says it with crosses under months, with bare months, or in two columns of which one is not the plan's.

use super::{leaves_out, rules, sheet, work};
use crate::paper::{Paper, reading};
use ctcl::reading::Reading;

fn dues(read: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    actions.iter().map(|action| action.window.due.map_or("-".to_owned(), |due| due.to_string())).collect()
}

#[test]
fn crosses_under_months_say_when() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Người phụ trách|T9|T10|T11|T12|T1|Kinh phí",
        "1|1.1|Rà soát chiến lược|Hiệu trưởng|x|x||||Không",
        "2|1.10|Lắp camera|Bảo vệ|||x|||5 triệu",
        "3|5.2|Bồi dưỡng học sinh|Tổ trưởng|x||||x|",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ tháng 9, 10", "1.10 Lắp camera @ tháng 11", "5.2 Bồi dưỡng học sinh @ tháng 9, 1"]);
    assert_eq!(dues(&read), ["2023-10-31", "2023-11-30", "2024-01-31"]);
    assert_eq!(read.actions[1].cost.amount_vnd, Some(5_000_000));
    assert!(!leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn numbers_of_months_under_a_wider_title_leave_the_columns_beside_them() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "TT|Tiêu chí|Nội dung cải tiến|Hoạt động/giải pháp|Thời gian thực hiện||||Phụ trách|Mức độ thực hiện||",
            "||||9|10|11|12||Hoàn thành|Đang thực hiện|Chưa hoàn thành",
            "1|1.1|Chiến lược|Công bố||x|||Hiệu trưởng|x||",
            "2|1.2|Hội đồng|Kiện toàn|||x|x|Hiệu trưởng|||x",
        ],
    )
    .merged(2, 4, 2, 7)
    .merged(2, 9, 2, 11)]);
    assert_eq!(work(&read), ["1.1 Công bố @ tháng 10", "1.2 Kiện toàn @ tháng 11, 12"]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "not_started"], "{:?}", rules(&read));
}

#[test]
fn bare_numbers_under_a_title_of_months_are_months() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Tháng",
        "1|3.1|Trồng cỏ|Bảo vệ|10",
        "2|5.3|Dạy nội dung địa phương|Giáo viên|9; 3",
    ])]);
    assert_eq!(dues(&read), ["2023-10-31", "2024-03-31"]);
}

#[test]
fn the_time_it_took_or_once_had_is_not_the_time_of_the_plan() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian cũ|Thời gian thực hiện|Kinh phí",
        "1|1.1|Rà soát|Hiệu trưởng|8/2023|9/2023|Không",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 9/2023"]);
    assert!(rules(&read).contains("T03"), "{:?}", rules(&read));
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian theo kế hoạch|Thời gian hoàn thành thực tế|Tình trạng",
        "1|1.1|Rà soát|Hiệu trưởng|Tháng 9/2023|15/10/2023|Hoàn thành",
    ])]);
    assert_eq!(dues(&read), ["2023-09-30"], "{:?}", rules(&read));
}

#[test]
fn a_month_belongs_to_the_school_year_the_plan_is_for() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "(Năm học: 2022 – 2023)",
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian",
            "1|1.1|Rà soát|Hiệu trưởng|tháng 10",
            "2|1.2|Kiện toàn|Hiệu trưởng|Tháng 3",
        ],
    )]);
    assert_eq!(dues(&read), ["2022-10-31", "2023-03-31"]);
    assert!(rules(&read).contains("S25"));
}

#[test]
fn when_the_school_assesses_itself_is_no_plan_to_improve() {
    let timetable = [
        "TRƯỜNG THCS HOA SEN",
        "Năm học 2023-2024",
        "THỜI GIAN BIỂU TỰ ĐÁNH GIÁ",
        "Thời gian|Các hoạt động",
        "Tuần 1|Họp lãnh đạo nhà trường",
        "Tuần 2|Phổ biến kế hoạch",
    ];
    let read = reading(&[Paper::of("TGB", &timetable)]);
    assert!(read.actions.is_empty(), "{:?}", work(&read));
    assert!(rules(&read).contains("T08"), "{:?}", rules(&read));
    let plan: Vec<&str> =
        timetable.iter().map(|line| if line.starts_with("THỜI") { "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG" } else { line }).collect();
    assert_eq!(reading(&[Paper::of("KH", &plan)]).actions.len(), 2);
}

#[test]
fn roman_months_under_a_title_of_months_say_when() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Thời gian (tháng)||||",
        "||||IX|X|XI|XII|I",
        "1|1.1|Rà soát|Hiệu trưởng|✓|✓|||",
        "2|3.5|Mua đồ dùng|Kế toán|||||✓",
    ])
    .merged(2, 4, 2, 8)]);
    assert_eq!(work(&read), ["1.1 Rà soát @ tháng 9, 10", "3.5 Mua đồ dùng @ tháng 1"]);
    assert_eq!(dues(&read), ["2023-10-31", "2024-01-31"]);
}

#[test]
fn crosses_under_school_years_say_when() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Năm học 2023-2024|Năm học 2024-2025|Kinh phí",
        "1|1.1|Rà soát|Hiệu trưởng|x||Không",
        "2|3.2|Xây phòng học|Hiệu trưởng||x|2 tỷ",
    ])]);
    assert_eq!(dues(&read), ["2024-05-31", "2025-05-31"], "{:?}", work(&read));
}

#[test]
fn crosses_under_months_under_years_say_when() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung|Người thực hiện|Năm 2023||||Năm 2024|||||Tình trạng",
        "||||T9|T10|T11|T12|T1|T2|T3|T4|T5|",
        "1|1.1|Rà soát chiến lược|HT|x|x||||||||Xong",
        "2|2.2|Thao giảng|PHT||x|x|x||||||Đang làm",
        "3|5.2|Bồi dưỡng học sinh|TTCM|x|x|x|x|x|x|x|||Đang làm",
    ])
    .merged(2, 0, 3, 0)
    .merged(2, 1, 3, 1)
    .merged(2, 2, 3, 2)
    .merged(2, 3, 3, 3)
    .merged(2, 4, 2, 7)
    .merged(2, 8, 2, 12)
    .merged(2, 13, 3, 13)]);
    assert_eq!(dues(&read), ["2023-10-31", "2023-12-31", "2024-03-31"], "{:?}", rules(&read));
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "in_progress", "in_progress"], "{:?}", rules(&read));
}

#[test]
fn a_title_that_says_before_ends_the_work_before_the_month() {
    for title in ["Hoàn thành trước", "Xong trước", "Phải xong trước ngày"] {
        let titles = format!("TT|Tiêu chí|Công việc|Người làm|{title}");
        let read = reading(&[sheet(&[
            &titles,
            "1|1.1|Rà soát chiến lược|Hiệu trưởng|Tháng 2/2024",
            "2|1.3|Đại hội chi đoàn|Bí thư|15/11/2023",
            "3|3.6|Mua sách|Kế toán|trước 20/12/2023",
        ])]);
        let shown: Vec<_> = read.actions.iter().map(|action| (action.window.start, action.window.due)).collect();
        let due = |year, month, day| (None, Some(jiff::civil::date(year, month, day)));
        assert_eq!(shown, [due(2024, 1, 31), due(2023, 11, 15), due(2023, 12, 20)], "{title}: {:?}", rules(&read));
    }
    let by = reading(&[sheet(&["TT|Tiêu chí|Công việc|Người làm|Hoàn thành", "1|1.1|Rà soát|Hiệu trưởng|Tháng 2/2024"])]);
    assert_eq!(by.actions[0].window.due, Some(jiff::civil::date(2024, 2, 29)), "{:?}", rules(&by));
}

#[test]
fn titles_of_times_with_a_number_head_the_work_below_them() {
    for (first, second) in [("HỌC KỲ I", "HỌC KỲ II"), ("Tháng 9/2023", "Tháng 10/2023")] {
        for (titles, cell) in [("Thời gian", ""), ("Kinh phí", "Không")] {
            let titles = format!("TT|Nội dung công việc|Tiêu chí|Người phụ trách|{titles}");
            let bands = [format!("I|{first}"), format!("II|{second}")];
            let works = ["1|Sửa chữa điện nước|3.4|Bảo vệ", "2|Tập huấn giáo viên|2.2|PHT", "3|Ngày hội đọc sách|3.6|Thư viện"];
            let works = works.map(|work| format!("{work}|{cell}"));
            let read = reading(&[sheet(&[&titles, &bands[0], &works[0], &works[1], &bands[1], &works[2]])]);
            let times: Vec<&str> = read.actions.iter().map(|action| action.time_text.as_str()).collect();
            assert_eq!(times, [first, first, second], "{titles}: {:?}", rules(&read));
            assert!(rules(&read).contains("R09") && !rules(&read).contains("T23"), "{:?}", rules(&read));
        }
    }
}

#[test]
fn two_months_under_a_title_of_months_are_no_day() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Tháng|Phụ trách",
        "1|3.4|Sửa nhà vệ sinh|10/11|HT",
        "2|3.5|Mua bảng|9/2023|HT",
    ])]);
    assert_eq!(dues(&read), ["2023-11-30", "2023-09-30"], "{:?}", rules(&read));
}

#[test]
fn bullets_stars_and_arrows_mark_months_as_crosses_do() {
    for sign in ["•", "*", "●", "→", "-->", "x"] {
        let read = reading(&[sheet(&[
            "TT|Tiêu chí|Công việc|T8|T9|T10|T11|T12|T1|T2|T3|T4|T5|Phụ trách",
            &format!("1|1.5|Chia lớp|{sign}|{sign}|||||||||HT"),
            &format!("2|3.2|Sửa phòng||{sign}|{sign}|{sign}|||||||HT"),
            &format!("3|3.5|Mua đồ chơi|||{sign}|{sign}|{sign}|{sign}|{sign}||||HT"),
        ])]);
        assert_eq!(dues(&read), ["2023-09-30", "2023-11-30", "2024-02-29"], "{sign}: {:?}", rules(&read));
    }
}

#[test]
fn quarters_and_parts_of_terms_are_crossed_as_months_are() {
    for (titles, first, last) in [
        ("Quý III/2023|Quý IV/2023|Quý I/2024|Quý II/2024", "2023-09-30", "2024-03-31"),
        ("Nửa đầu HKI|Nửa cuối HKI|Nửa đầu HKII|Nửa cuối HKII", "2023-11-10", "2024-03-24"),
        ("Tháng 8-9|Tháng 10-11|Tháng 12-1|Tháng 2-3", "2023-09-30", "2024-01-31"),
        ("8/23|9/23|10/23|11/23", "2023-08-31", "2023-10-31"),
    ] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Công việc|{titles}|Phụ trách"),
            "1|1.5|Chia lớp|x||||HT",
            "2|3.2|Sửa phòng||x|x||HT",
        ])]);
        assert_eq!(dues(&read), [first, last], "{titles}: {:?}", rules(&read));
        assert!(read.actions.iter().all(|action| action.status == ctcl::model::Status::NoReport), "{titles}");
    }
}

#[test]
fn painted_months_are_told_and_read_and_what_stands_under_months_besides_is_no_work_done() {
    let rows = ["TT|Tiêu chí|Công việc|T9|T10|T11|T12|Phụ trách", "1|1.5|Chia lớp|||||HT", "2|3.2|Sửa phòng|||||HT"];
    let on = |paper: crate::paper::Paper, row, column| paper.put(row, column, crate::paper::Typed::On("", 0x00_B0_F0));
    let painted = [(3, 3), (3, 4), (4, 5), (4, 6)].into_iter().fold(sheet(&rows), |paper, (row, column)| on(paper, row, column));
    let read = reading(&[painted]);
    assert_eq!(dues(&read), ["2023-10-31", "2023-12-31"], "{:?}", rules(&read));
    assert!(rules(&read).contains("T70"), "{:?}", rules(&read));
    // Nothing painted, nothing written: no due date, and none from the last title.
    let read = reading(&[sheet(&rows)]);
    assert!(read.actions.iter().all(|action| action.window.due.is_none()), "{:?}", rules(&read));
    let money = [
        "TT|Tiêu chí|Công việc|T9|T10|T11|T12|T1|T2|T3|T4|Phụ trách",
        "1|1.5|Chia lớp||1000000|||||||HT",
        "2|3.2|Sửa phòng|||1000000||||||HT",
    ];
    let read = reading(&[sheet(&money)]);
    let states: Vec<(&str, &str)> = read.actions.iter().map(|action| (action.task.as_str(), action.status.code())).collect();
    assert_eq!(states, [("Chia lớp", "no_report"), ("Sửa phòng", "no_report")], "{:?}", rules(&read));
}

#[test]
fn months_between_drawn_lines_head_the_works_below_them() {
    for [open, close] in [["── ", " ──"], ["*** ", " ***"], ["= ", " ="], ["▪ ", " ▪"]] {
        let (first, second) = (format!("{open}Tháng 9/2023{close}"), format!("{open}Tháng 11/2023{close}"));
        let read = reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "Tiêu chí|Việc|Phụ trách|Tình trạng",
            &first,
            "1.1|Rà soát chiến lược|HT|Xong",
            &second,
            "3.3|Sửa thư viện|KT|Đang làm",
        ])]);
        assert_eq!(
            work(&read),
            ["1.1 Rà soát chiến lược @ Tháng 9/2023", "3.3 Sửa thư viện @ Tháng 11/2023"],
            "{open}: {:?}",
            rules(&read)
        );
    }
}

const WORKS: [&str; 4] = [
    "TT|Tiêu chí|Nội dung công việc|Thời gian|Phụ trách",
    "1|1.1|Rà soát chiến lược|Tháng 9/2023|HT",
    "2|1.5|Biên chế lớp|Tháng 10/2023|PHT",
    "3|3.3|Sửa phòng thư viện|Tháng 11/2023|KT",
];

#[test]
fn results_by_month_right_below_the_name_of_their_table_are_read() {
    let told = [
        "KẾT QUẢ THỰC HIỆN",
        "TT|Nội dung công việc|Tháng 9|Tháng 10|Tháng 11",
        "1|Rà soát chiến lược||Hoàn thành|",
        "2|Biên chế lớp||Hoàn thành|",
        "3|Sửa phòng thư viện|||Đang làm",
    ];
    let plan = [&["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"][..], &WORKS].concat();
    let below = reading(&[sheet(&[&plan[..], &[""], &told].concat())]);
    let beside = reading(&[sheet(&plan), Paper::of("KQ", &told)]);
    for read in [below, beside] {
        let mut states: Vec<(&str, &str)> = read.reports.iter().map(|report| (report.planned.as_str(), report.status.code())).collect();
        states.sort_unstable();
        let expected = [("Biên chế lớp", "completed"), ("Rà soát chiến lược", "completed"), ("Sửa phòng thư viện", "in_progress")];
        assert_eq!(states, expected, "{:?}", rules(&read));
    }
}

#[test]
fn works_named_again_where_no_table_is_read_are_told() {
    let told =
        ["TT|Tên công việc|Kinh phí thực chi|Chứng từ", "1|Rà soát chiến lược|0|x", "2|Biên chế lớp|0|x", "3|Sửa phòng thư viện|12|y"];
    let plan = [&["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"][..], &WORKS].concat();
    let below = reading(&[sheet(&[&plan[..], &[""], &told].concat())]);
    let apart = reading(&[sheet(&plan), Paper::of("Chi", &told)]);
    for read in [&below, &apart] {
        assert!(rules(read).contains("T66"), "{:?}", rules(read));
        assert_eq!(read.actions.len(), 3);
    }
    // A list of other things, and names without anything beside them.
    let others = ["TT|Họ tên|Chức vụ|Điện thoại", "1|Nguyễn A|HT|1", "2|Trần B|PHT|2", "3|Lê C|KT|3"];
    assert!(!rules(&reading(&[sheet(&plan), Paper::of("DS", &others)])).contains("T66"));
    let bare = ["Các việc trong năm", "1|Rà soát chiến lược", "2|Biên chế lớp", "3|Sửa phòng thư viện"];
    assert!(!rules(&reading(&[sheet(&plan), Paper::of("DS", &bare)])).contains("T66"));
}
