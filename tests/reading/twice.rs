//! Titles that stand twice and mean two things: two years, two times, the beginning and the end.

use super::{levels, rules, sheet, work};
use crate::paper::reading;
use ctcl::model::Status;

#[test]
fn levels_of_last_year_beside_those_of_this_year_count_for_nothing() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Năm học 2022-2023|||Năm học 2023-2024||",
        "||Mức 1|Mức 2|Mức 3|Mức 1|Mức 2|Mức 3",
        "1|1.1|x|x||x|x|x",
        "2|1.4|x|||x|x|",
        "3|3.5||||x||",
    ])
    .merged(2, 0, 3, 0)
    .merged(2, 1, 3, 1)
    .merged(2, 2, 2, 4)
    .merged(2, 5, 2, 7)]);
    let levels = levels(&read);
    assert_eq!((levels["1.1"].as_str(), levels["1.4"].as_str(), levels["3.5"].as_str()), ("+++", "++-", "+--"), "{:?}", rules(&read));
    let told: Vec<String> = read.findings.iter().filter(|finding| finding.rule.id == "S37").map(|finding| finding.message()).collect();
    assert_eq!(told.len(), 2, "{:?}", rules(&read));
    assert!(told[0].contains("năm học 2022-2023; kỳ này tính theo các cột của năm học 2023-2024"), "{told:?}");
}

#[test]
fn an_adjusted_time_replaces_the_one_before_and_is_told() {
    let rows = [
        "1|1.3|Phát triển đảng viên|10/2023|12/2023|Chi bộ",
        "2|2.4|Phụ đạo học sinh|9/2023||TTCM",
        "3|5.6|Thi học sinh giỏi|11/2023|-|PHT",
    ];
    for (old, new) in [
        ("Thời gian (cũ)", "Thời gian (điều chỉnh)"),
        ("Thời gian", "Gia hạn thời gian"),
        ("Thời hạn ban đầu", "Thời hạn mới"),
        ("Hạn", "Gia hạn đến"),
        ("Thời gian", "Dời sang"),
        ("Hạn", "Xin lùi đến"),
        ("Hạn hoàn thành", "Gia hạn"),
    ] {
        let title = format!("TT|Tiêu chí|Giải pháp|{old}|{new}|Phụ trách");
        let read = reading(&[sheet(&[&title, rows[0], rows[1], rows[2]])]);
        assert_eq!(
            work(&read),
            ["1.3 Phát triển đảng viên @ 12/2023", "2.4 Phụ đạo học sinh @ 9/2023", "5.6 Thi học sinh giỏi @ 11/2023"],
            "{title} {:?}",
            rules(&read)
        );
        let told = read.findings.iter().find(|finding| finding.rule.id == "T28").map(|finding| finding.message());
        assert!(told.is_some_and(|told| told.contains("1 dòng tính hạn theo cột này")), "{title} {:?}", rules(&read));
    }
}

#[test]
fn what_begins_and_is_completed_has_a_due_date_in_the_plan_of_2026_too() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn|Tiêu chí|Điểm hạn chế|Hoạt động cải tiến|Sản phẩm|Người phụ trách|Bắt đầu|Hoàn thành|Kinh phí (triệu đồng)|Tình trạng",
        "1|Tiêu chuẩn 2|2.2|Ít chứng chỉ|Mở lớp bồi dưỡng|40 chứng chỉ|PHT|9/2023|11/2023|20|Hoàn thành",
        "2|Tiêu chuẩn 4|4.1|Phòng tin cũ|Thay 25 máy tính|Biên bản|Kế toán|10/2023|1/2024|250|Đang thực hiện",
    ])]);
    assert_eq!(work(&read), ["2.2 Mở lớp bồi dưỡng @ 9/2023 – 11/2023", "4.1 Thay 25 máy tính @ 10/2023 – 1/2024"], "{:?}", rules(&read));
    assert_eq!(read.actions[1].window.due.map(|due| due.to_string()).as_deref(), Some("2024-01-31"));
    assert_eq!((read.actions[0].status, read.actions[1].status), (Status::Completed, Status::InProgress));
}

#[test]
fn marks_under_progress_beside_a_reason_are_its_states() {
    let read = reading(&[sheet(&[
        "TT|KẾ HOẠCH||||KẾT QUẢ ĐẾN 31/12/2023|||",
        "|Tiêu chí|Việc cần làm|Phụ trách|Hạn|Tiến độ|||Lý do",
        "|||||Xong|Đang làm|Chưa làm|",
        "1|1.6|Số hóa hồ sơ|Văn thư|15/11/2023|x|||",
        "2|2.3|Tuyển nhân viên y tế|Hiệu trưởng|12/2023||x||Hoàn thành hồ sơ, chờ thi tuyển",
        "3|3.6|Mua tủ sách|Thư viện|30/11/2023|||x|Chưa có báo giá",
    ])
    .merged(2, 0, 4, 0)
    .merged(2, 1, 2, 4)
    .merged(2, 5, 2, 8)
    .merged(3, 5, 3, 7)]);
    let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
    assert_eq!(states, [Status::Completed, Status::InProgress, Status::NotStarted], "{:?}", rules(&read));
}

#[test]
fn who_does_the_work_may_stand_under_thuc_hien() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung|Thực hiện|Thời gian",
        "1|1.9|Họp lấy ý kiến|Công đoàn, Hiệu trưởng|10/2023",
        "2|1.10|Tập huấn chữa cháy|Bảo vệ, Kế toán|12/2023",
    ])]);
    assert_eq!(read.actions[0].lead, "Công đoàn, Hiệu trưởng", "{:?}", rules(&read));
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung|Thực hiện|Thời gian",
        "1|1.9|Họp lấy ý kiến|Đã xong|10/2023",
        "2|1.10|Tập huấn chữa cháy|Chưa làm|12/2023",
    ])]);
    assert_eq!((read.actions[0].status, read.actions[1].status), (Status::Completed, Status::NotStarted), "{:?}", rules(&read));
}

#[test]
fn ticks_under_states_in_other_words_are_states_though_their_sums_stand_below() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung thực hiện|Phân công|Thời gian|Kết quả|||Ghi chú",
        "|||||Đã làm|Đang làm dở|Chưa làm|",
        "1|1.6|Lập hồ sơ tài sản|Kế toán|30/10/2023|x|||Bàn giao ngày 25/10",
        "2|3.2|Sửa phòng học|Kế toán|31/12/2023||x||Đang chờ nghiệm thu",
        "3|3.4|Làm hàng rào|Bảo vệ|28/02/2024|||x|",
        "|Tổng cộng||||1|1|1|",
    ])
    .merged(2, 5, 2, 7)]);
    let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
    assert_eq!(states, [Status::Completed, Status::InProgress, Status::NotStarted], "{:?}", rules(&read));
}

#[test]
fn a_day_on_which_work_was_completed_says_that_it_was() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung công việc|Phụ trách|Hạn hoàn thành|Ngày hoàn thành thực tế|Lý do chậm",
        "1|1.1|Ban hành chiến lược|HT|31/10/2023|28/10/2023|",
        "2|3.5|Mua ti vi|KT|30/11/2023|15/12/2023|Giao chậm",
        "3|3.6|Sắp xếp kho sách|TV|31/12/2023||",
    ])]);
    let states: Vec<(Status, String)> =
        read.actions.iter().map(|action| (action.status, action.window.due.map(|due| due.to_string()).unwrap_or_default())).collect();
    let expected = [(Status::Completed, "2023-10-31"), (Status::Completed, "2023-11-30"), (Status::NoReport, "2023-12-31")];
    assert_eq!(states, expected.map(|(status, due)| (status, due.to_owned())), "{:?}", rules(&read));
}

#[test]
fn the_day_of_completion_says_so_whatever_the_other_titles_are() {
    for titles in [
        "Công việc|Phụ trách|Hạn|Ngày hoàn thành thực tế",
        "Công việc|Phụ trách|Thời hạn|Ngày hoàn thành thực tế|Ghi chú",
        "Việc|Người làm|Hạn hoàn thành|Ngày hoàn thành thực tế|Kinh phí",
    ] {
        let titles = format!("TT|Tiêu chí|{titles}");
        let read =
            reading(&[sheet(&[&titles, "1|1.1|Ban hành chiến lược|HT|31/10/2023|28/10/2023|", "2|3.6|Sắp xếp kho sách|TV|31/12/2023||"])]);
        let states: Vec<(Status, String)> =
            read.actions.iter().map(|action| (action.status, action.window.due.map(|due| due.to_string()).unwrap_or_default())).collect();
        let expected = [(Status::Completed, "2023-10-31"), (Status::NoReport, "2023-12-31")];
        assert_eq!(states, expected.map(|(status, due)| (status, due.to_owned())), "{titles} {:?}", rules(&read));
    }
}

#[test]
fn months_under_a_title_like_a_state_are_the_time() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Giải pháp|Thành tiền|Thực hiện xong|Phụ trách",
        "1|3.5|Mua máy chiếu|60.000.000|Tháng 12/2023|KT",
        "2|3.6|Mua sách|10.000.000|Tháng 11/2023|TV",
    ])]);
    assert_eq!(work(&read), ["3.5 Mua máy chiếu @ Tháng 12/2023", "3.6 Mua sách @ Tháng 11/2023"], "{:?}", rules(&read));
    assert!(rules(&read).contains("T14") && !rules(&read).contains("C14"), "{:?}", rules(&read));
}

#[test]
fn words_of_state_under_an_assessment_of_the_work_are_its_states() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung kế hoạch|Thời hạn|Đánh giá",
        "1|1.1|Rà soát chiến lược|10/2023|Đạt",
        "2|2.2|Thao giảng|12/2023|Chưa đạt",
        "3|3.6|Mua sách|12/2023|Đạt một phần",
    ])]);
    let states: Vec<Status> =
        read.reports.iter().map(|report| report.status).chain(read.actions.iter().map(|action| action.status)).collect();
    assert_eq!(states, [Status::Completed, Status::InProgress, Status::InProgress], "{:?}", rules(&read));
}

#[test]
fn the_planned_time_is_the_time_whatever_says_when_it_was_completed() {
    let read = reading(&[sheet(&[
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung|Thời gian theo kế hoạch|Thời gian hoàn thành|Kết quả",
        "1|1.3|Kết nạp đảng viên|12/2023|11/2023|Đã kết nạp 02 đảng viên",
        "2|3.2|Lắp quạt|11/2023||Chưa lắp do chưa có kinh phí",
    ])]);
    let times: Vec<&str> = read.reports.iter().map(|report| report.time_text.as_str()).collect();
    assert_eq!(times, ["12/2023", "11/2023"], "{:?}", rules(&read));
}

#[test]
fn what_was_planned_stands_beside_what_was_done_and_what_was_not() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chuẩn, tiêu chí|Việc đã đề ra|Việc đã làm được|Việc chưa làm được|Nguyên nhân",
        "1|Tiêu chí 1.1|Bổ sung chiến lược|Đã bổ sung và công khai||",
        "2|Tiêu chí 1.10|Lắp camera|Không|Chưa lắp được camera|Thiếu kinh phí",
    ])]);
    let told: Vec<(&str, Status)> = read.reports.iter().map(|report| (report.planned.as_str(), report.status)).collect();
    assert_eq!(told, [("Bổ sung chiến lược", Status::Completed), ("Lắp camera", Status::NotStarted)], "{:?}", rules(&read));
}

#[test]
fn abbreviated_titles_of_money_and_shares_of_the_work_are_read() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Giải pháp|Cá nhân/ bộ phận|Từ...đến...|Dự trù KP (tr.đ)|% công việc|Vướng mắc",
        "1|TC 2.1|Học cao cấp chính trị|HT|9/2023-6/2024|4|100|",
        "2|TC 2.3|Hợp đồng nhân viên y tế|HT|10/2023-5/2024|36|80|Chờ duyệt",
        "3|TC 3.1|Trồng cây|BV|1/2024|2|0|Chưa đến mùa",
    ])]);
    let costs: Vec<Option<i64>> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(costs, [Some(4_000_000), Some(36_000_000), Some(2_000_000)], "{:?}", rules(&read));
    let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
    assert_eq!(states, [Status::Completed, Status::InProgress, Status::NotStarted], "{:?}", rules(&read));
}

#[test]
fn ticks_under_completed_are_states_and_no_times() {
    for titles in [
        "Hoàn thành|Không hoàn thành|Đang làm",
        "Hoàn thành|Chưa hoàn thành|Hoàn thành một phần",
        "Đã hoàn thành|Chưa hoàn thành|Đang thực hiện",
    ] {
        let title = format!("Tiêu chí|Công việc|Người thực hiện|Thời gian|{titles}");
        let read = reading(&[sheet(&[
            &title,
            "1.7|Cử giáo viên đi bồi dưỡng|PHT|Tháng 10/2023|x||",
            "3.5|Mua máy tính|Kế toán|Tháng 11/2023||x|",
            "3.6|Xây tủ sách|Thư viện|Tháng 12/2023|||x",
            "4.2|Tham mưu mở rộng sân|HT|Tháng 4/2024|||",
        ])]);
        let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
        assert_eq!(states, [Status::Completed, Status::NotStarted, Status::InProgress, Status::NoReport], "{titles} {:?}", rules(&read));
        assert_eq!(work(&read)[0], "1.7 Cử giáo viên đi bồi dưỡng @ Tháng 10/2023", "{titles}");
    }
    let read = reading(&[sheet(&[
        "Tiêu chí|Công việc|Thời gian|Hoàn thành",
        "1.7|Cử giáo viên đi bồi dưỡng|Tháng 10/2023|x",
        "3.5|Mua máy tính|Tháng 11/2023|",
    ])]);
    let states: Vec<Status> = read.actions.iter().map(|action| action.status).collect();
    assert_eq!(states, [Status::Completed, Status::NoReport], "{:?}", rules(&read));
}

#[test]
fn days_of_completion_beside_some_of_the_times_are_no_due_dates() {
    let table = |days: [&str; 4]| {
        let [a, b, c, d] = days;
        reading(&[sheet(&[
            "Tiêu chí|Công việc|Người thực hiện|Thời gian|Ngày hoàn thành",
            &format!("1.7|Cử giáo viên đi bồi dưỡng|PHT|Tháng 10/2023|{a}"),
            &format!("3.5|Mua máy tính|Kế toán|Tháng 11/2023|{b}"),
            &format!("3.6|Xây tủ sách|Thư viện|Tháng 12/2023|{c}"),
            &format!("4.2|Tham mưu mở rộng sân|HT|Tháng 4/2024|{d}"),
        ])])
    };
    let due = |read: &ctcl::reading::Reading, at: usize| read.actions[at].window.due.map(|due| due.to_string()).unwrap_or_default();
    let read = table(["25/10/2023", "", "", ""]);
    assert_eq!((read.actions[0].status, read.actions[1].status), (Status::Completed, Status::NoReport), "{:?}", rules(&read));
    assert_eq!(due(&read, 0), "2023-10-31");
    assert!(rules(&read).contains("T04"), "{:?}", rules(&read));
    // Beside every time it is when the work is to be completed.
    let read = table(["25/10/2023", "20/11/2023", "15/12/2023", "20/4/2024"]);
    assert_eq!((read.actions[0].status, due(&read, 0).as_str()), (Status::NoReport, "2023-10-25"), "{:?}", rules(&read));
}
