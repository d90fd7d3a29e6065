//! Times that stand in two columns, under a title that only says which term, or beside another that replaces or outdates them.

use std::collections::BTreeSet;

use super::{rules, sheet};
use crate::paper::{Office, Typed, reading, workbook};
use ctcl::read::Source;
use ctcl::reading::Reading;

/// `Sửa WC 2023-10-01..2023-12-31 no_report` for each piece of work.
fn when(read: &Reading) -> Vec<String> {
    let mut actions: Vec<_> = read.actions.iter().collect();
    actions.sort_by(|a, b| a.origin.cmp(&b.origin));
    let day = |day: Option<jiff::civil::Date>| day.map_or(String::new(), |day| day.to_string());
    let said = |action: &&ctcl::model::Action| {
        format!("{} {}..{} {}", action.task, day(action.window.start), day(action.window.due), action.status.code())
    };
    actions.iter().map(said).collect()
}

#[test]
fn a_quarter_beside_its_year_is_one_time() {
    let read = reading(&[sheet(&["TT|Tiêu chí|Công việc|Quý|Năm|Phụ trách", "1|3.4|Sửa WC|IV|2023|HT", "2|3.5|Mua bảng|I|2024|HT"])]);
    assert_eq!(when(&read), ["Sửa WC 2023-10-01..2023-12-31 no_report", "Mua bảng 2024-01-01..2024-03-31 no_report"]);
    let read = reading(&[sheet(&["TT|Tiêu chí|Công việc|Tuần|Tháng|Phụ trách", "1|3.4|Sửa WC|Tuần 2|10|HT", "2|3.5|Mua bảng|4|3|HT"])]);
    assert_eq!(when(&read), ["Sửa WC 2023-10-08..2023-10-14 no_report", "Mua bảng 2024-03-22..2024-03-28 no_report"]);
    assert!(!rules(&read).contains("T14"), "{:?}", rules(&read));
}

#[test]
fn a_start_and_how_long_it_takes_make_an_end() {
    for (title, three, one) in [("Số tháng", "3", "1"), ("Số tháng thực hiện", "3 tháng", "01"), ("Thời lượng (tháng)", "3", "1")]
    {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Công việc|Bắt đầu|{title}|Phụ trách"),
            &format!("1|3.4|Sửa WC|9/2023|{three}|HT"),
            &format!("2|3.5|Mua bảng|10/2023|{one}|HT"),
        ])]);
        assert_eq!(when(&read), ["Sửa WC 2023-09-01..2023-11-30 no_report", "Mua bảng 2023-10-01..2023-10-31 no_report"], "{title}");
    }
    let rows = ["TT|Tiêu chí|Công việc|Ngày bắt đầu|Số ngày|Phụ trách", "1|3.4|Sửa WC||30|HT", "2|3.5|Mua bảng||cả năm|HT"];
    let read = reading(&[sheet(&rows).put(3, 3, Typed::Date(2023, 9, 1)).put(4, 3, Typed::Date(2023, 10, 1))]);
    assert_eq!(when(&read)[0], "Sửa WC 2023-09-01..2023-09-30 no_report");
    let rows = ["TT|Tiêu chí|Công việc|Ngày bắt đầu|Thời lượng|Phụ trách", "1|3.4|Sửa WC||3 tháng|HT", "2|3.5|Mua bảng||2 tuần|HT"];
    let read = reading(&[sheet(&rows).put(3, 3, Typed::Date(2023, 9, 1)).put(4, 3, Typed::Date(2023, 10, 1))]);
    assert_eq!(when(&read), ["Sửa WC 2023-09-01..2023-11-30 no_report", "Mua bảng 2023-10-01..2023-10-14 no_report"]);
}

#[test]
fn a_length_whose_start_says_nothing_is_asked_about_and_no_month() {
    let rows = ["TT|Tiêu chí|Công việc|Bắt đầu|Số tuần|Phụ trách", "1|3.4|Sửa WC|Khi có tiền|3|HT", "2|3.5|Mua bảng|10/2023|2|HT"];
    let read = reading(&[sheet(&rows)]);
    assert!(read.actions.iter().all(|action| action.window.due.is_none()), "{:?}", when(&read));
    assert!(rules(&read).contains("C07"), "{:?}", rules(&read));
    let rows = ["TT|Tiêu chí|Công việc|Bắt đầu|Kết thúc|Số tháng", "1|3.4|Sửa WC|9/2023|12/2023|4"];
    assert_eq!(when(&reading(&[sheet(&rows)])), ["Sửa WC 2023-09-01..2023-12-31 no_report"]);
}

#[test]
fn a_term_or_a_school_year_alone_is_a_time() {
    for (title, first, second) in [("Học kỳ", "I", "II"), ("Học kỳ", "1", "2"), ("HK", "HKI", "HKII"), ("Kỳ", "1", "2")] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Công việc|{title}|Phụ trách"),
            &format!("1|3.4|Sửa WC|{first}|HT"),
            &format!("2|3.5|Mua bảng|{second}|HT"),
        ])]);
        assert_eq!(when(&read), ["Sửa WC 2023-09-05..2024-01-15 no_report", "Mua bảng 2024-01-16..2024-05-31 no_report"], "{title}");
    }
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Năm học thực hiện|Phụ trách",
        "1|3.4|Sửa WC|2023-2024|HT",
        "2|3.5|Mua bảng|2024-2025|HT",
    ])]);
    assert_eq!(when(&read), ["Sửa WC 2023-09-05..2024-05-31 no_report", "Mua bảng 2024-09-05..2025-05-31 no_report"]);
    let read = reading(&[sheet(&["TT|Tiêu chí|Công việc|Quý|Phụ trách", "1|3.4|Sửa WC|IV|HT", "2|3.5|Mua bảng|1|HT"])]);
    assert_eq!(when(&read), ["Sửa WC 2023-10-01..2023-12-31 no_report", "Mua bảng 2024-01-01..2024-03-31 no_report"]);
}

#[test]
fn a_time_registered_and_one_adjusted_stand_under_one_title() {
    let rows = [
        "TT|Tiêu chí|Công việc|Thời gian||Phụ trách",
        "|||Đăng ký|Điều chỉnh|",
        "1|3.4|Sửa WC|Tháng 10/2023|Tháng 2/2024|HT",
        "2|3.5|Mua bảng|Tháng 11/2023||HT",
    ];
    let paper = sheet(&rows).merged(2, 3, 2, 4).merged(2, 0, 3, 0).merged(2, 1, 3, 1).merged(2, 2, 3, 2).merged(2, 5, 3, 5);
    assert_eq!(when(&reading(&[paper])), ["Sửa WC 2024-02-01..2024-02-29 no_report", "Mua bảng 2023-11-01..2023-11-30 no_report"]);
}

#[test]
fn the_time_it_really_took_says_what_is_done_and_the_planned_one_when_it_is_due() {
    for (planned, actual) in
        [("Thời gian dự kiến", "Thời gian thực tế"), ("Thời gian", "Ngày hoàn thành thực tế"), ("Thời gian", "Thời gian thực tế")]
    {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Công việc|{planned}|{actual}|Người thực hiện"),
            "1|1.2|Họp Hội đồng trường|Tháng 10/2023|12/10/2023|HT",
            "2|3.5|Sửa máy tính|Tháng 11/2023|Chưa|TB",
            "3|5.5|Ngoại khóa|Tháng 12/2023||TPT",
        ])]);
        assert_eq!(
            when(&read),
            [
                "Họp Hội đồng trường 2023-10-01..2023-10-31 completed",
                "Sửa máy tính 2023-11-01..2023-11-30 not_started",
                "Ngoại khóa 2023-12-01..2023-12-31 no_report"
            ],
            "{planned} | {actual}"
        );
    }
}

#[test]
fn a_day_typed_with_a_year_that_cannot_be_is_mended_as_a_text_is() {
    let rows = ["TT|Tiêu chí|Công việc|Bắt đầu|Kết thúc", "1|3.4|Nạo vét|01/10/2023|", "2|3.5|Mua bảng|01/10/2023|30/10/2032"];
    let read = reading(&[sheet(&rows).put(3, 4, Typed::Date(2032, 10, 30))]);
    assert_eq!(when(&read), ["Nạo vét 2023-10-01..2023-10-30 no_report", "Mua bảng 2023-10-01..2023-10-30 no_report"]);
    assert!(rules(&read).contains("C08"), "{:?}", rules(&read));
    let rows = ["TT|Tiêu chí|Công việc|Bắt đầu|Kết thúc", "1|3.4|Nạo vét|01/10/2023|"];
    let read = reading(&[sheet(&rows).put(3, 4, Typed::Date(2035, 10, 30))]);
    assert!(rules(&read).contains("X09"), "{:?}", rules(&read));
}

#[test]
fn when_a_form_was_sent_is_no_time_of_the_work() {
    for sent in ["Dấu thời gian", "Timestamp"] {
        let rows = [
            &format!("{sent}|Địa chỉ email|Tên trường|Tiêu chí|Việc cải tiến|Thời hạn hoàn thành|Kinh phí (đồng)|Tình trạng đến nay"),
            "|th@x.edu.vn|Trường Tiểu học Xuân Phú|1.6|Số hóa sổ sách|30/11/2023|2000000|Đã hoàn thành",
            "|th@x.edu.vn|Trường Tiểu học Xuân Phú|5.3|CLB bóng đá|31/3/2024|0|Chưa thực hiện",
        ];
        let paper = crate::paper::Paper::of("Câu trả lời", &rows).put(1, 0, Typed::Date(2024, 1, 5)).put(2, 0, Typed::Date(2024, 1, 5));
        let read = reading(&[paper]);
        assert_eq!(
            when(&read),
            ["Số hóa sổ sách 2023-11-30..2023-11-30 completed", "CLB bóng đá 2024-03-31..2024-03-31 not_started"],
            "{sent}"
        );
        assert!(!rules(&read).contains("X18") && !rules(&read).contains("T04"), "{:?}", rules(&read));
    }
}

#[test]
fn of_months_that_tell_states_the_last_one_told_counts() {
    let rows = [
        "TT|Tiêu chí|Công việc|Hạn|Tháng 10|Tháng 11|Tháng 12|Ghi chú",
        "1|1.9|Ban hành quy chế|31/10/2023|Đã xong|||",
        "2|3.3|Sửa văn phòng|30/11/2023|Đang làm|Đang làm|Đã xong|",
        "3|3.6|Mua kệ sách|31/12/2023|Chưa làm|Đang đặt hàng|Đang đặt hàng|",
        "4|5.3|Lập CLB cờ vua|30/11/2023|Chưa làm|Chưa làm|Chưa làm|Thiếu GV",
        "5|5.4|Trải nghiệm|30/12/2023||||",
    ];
    let read = reading(&[sheet(&rows)]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "completed", "in_progress", "not_started", "no_report"], "{:?}", rules(&read));
    let told: BTreeSet<&str> = rules(&read).into_iter().filter(|id| matches!(*id, "T03" | "T15" | "T29" | "T71")).collect();
    assert_eq!(told, BTreeSet::from(["T71"]));
    let rows = [
        "TT|Tiêu chí|Công việc|Thời hạn|Phụ trách|Tiến độ T10|Tiến độ T11|Tiến độ T12",
        "1|3.4|Sửa WC|10/2023|HT|50%|100%|100%",
        "2|3.5|Mua bảng|12/2023|HT|0%|20%|40%",
    ];
    let read = reading(&[sheet(&rows)]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "in_progress"], "{:?}", rules(&read));
    // What is told of months behind the report does not count for it.
    let mut office = Office::in_year(2023);
    office.settings.period = Some(ctcl::model::Period::Hk1);
    let rows = [
        "TT|Tiêu chí|Công việc|Hạn|Tháng 12|Tháng 1|Tháng 2|Tháng 3",
        "1|1.9|Ban hành quy chế|31/10/2023|Đang làm|Đang làm|Đã xong|",
        "2|3.3|Sửa văn phòng|30/11/2023|||Đã xong|Đã xong",
    ];
    let read = office.read(&[Source::in_memory("a.xlsx", workbook(&[sheet(&rows)]))]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["in_progress", "no_report"], "{:?}", rules(&read));
}

#[test]
fn stages_written_under_months_are_no_states() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|T9|T10|T11|T12|T1|Phụ trách",
        "1|1.5|Chia lớp|Bắt đầu|Xong||||HT",
        "2|3.2|Sửa phòng||Bắt đầu|Làm|Xong||HT",
        "3|3.5|Mua đồ chơi|Bắt đầu|Làm|Làm|Làm|Xong|HT",
    ])]);
    assert!(read.actions.iter().all(|action| action.status == ctcl::model::Status::NoReport), "{:?}", when(&read));
    assert!(rules(&read).contains("T74"), "{:?}", rules(&read));
    let dues: Vec<_> = read.actions.iter().map(|action| action.window.due.map(|due| due.to_string()).unwrap_or_default()).collect();
    assert_eq!(dues, ["2023-10-31", "2023-12-31", "2024-01-31"], "they say when");
    // What a step says of time is not when it is done.
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Phụ trách|Học kỳ I|Học kỳ II",
        "1|1.6|Hoàn chỉnh hồ sơ tài chính|KT|Kiểm kê tài sản|Quyết toán năm 2022",
        "2|3.2|Sửa phòng học|KT|Khảo sát|Thi công",
        "3|3.6|Mua sách|TV|Lập danh mục tháng 9|",
    ])]);
    let shown: Vec<_> =
        read.actions.iter().map(|action| (action.time_text.as_str(), action.window.due.map(|due| due.to_string()))).collect();
    let day = |day: &str| Some(day.to_owned());
    let expected = [
        ("Học kỳ I; Học kỳ II (Kiểm kê tài sản; Quyết toán năm 2022)", day("2024-05-31")),
        ("Học kỳ I; Học kỳ II (Khảo sát; Thi công)", day("2024-05-31")),
        ("Học kỳ I (Lập danh mục tháng 9)", day("2024-01-15")),
    ];
    assert_eq!(shown, expected, "{:?}", rules(&read));
}

#[test]
fn numbers_under_a_title_of_weeks_are_weeks_and_no_months() {
    for (titles, times) in [
        ("Từ tuần|Đến tuần", ["3|8", "10|12"]),
        ("Thời gian (tuần)|Ghi chú", ["3-8|", "10-12|"]),
        ("Tuần bắt đầu|Tuần kết thúc", ["3|8", "10|12"]),
    ] {
        let head = format!("TT|Tiêu chí|Công việc|{titles}|Phụ trách");
        let read = reading(&[sheet(&[
            &head,
            &format!("1|1.8|Dự giờ khối 4|{}|PHT", times[0]),
            &format!("2|5.2|Thi viết chữ đẹp|{}|TTCM", times[1]),
        ])]);
        let dues: Vec<_> = read.actions.iter().map(|action| action.window.due.map(|due| due.to_string()).unwrap_or_default()).collect();
        assert_eq!(dues, ["2023-11-05", "2023-12-03"], "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn days_that_excel_stored_with_the_month_first_are_turned_and_told() {
    let rows = [
        "TT|Tiêu chí|Công việc|Hạn hoàn thành|Phụ trách",
        "1|1.2|Họp Hội đồng trường||HT",
        "2|1.7|Xếp loại viên chức|25/12/2023|HT",
        "3|3.5|Thanh lý thiết bị||HT",
        "4|5.1|Khảo sát chất lượng|28/4/2024|HT",
    ];
    let paper = || sheet(&rows).put(3, 3, Typed::Date(2023, 5, 10));
    let read = reading(&[paper().put(5, 3, Typed::Date(2024, 8, 3))]);
    let due: Vec<String> = read.actions.iter().filter_map(|action| Some(action.window.due?.to_string())).collect();
    assert_eq!(due, ["2023-10-05", "2023-12-25", "2024-03-08", "2024-04-28"], "{:?}", rules(&read));
    assert!(rules(&read).contains("T95") && !rules(&read).contains("X09"), "{:?}", rules(&read));
    let read = reading(&[paper().put(5, 3, Typed::Date(2024, 3, 18))]);
    assert!(!rules(&read).contains("T95") && rules(&read).contains("X09"), "{:?}", rules(&read));
}
