//! Titles as offices word them: synonyms, abbreviations, hints in brackets, a word of English, and what their neighbours make of them.

use super::columns::told;
use super::{leaves_out, rules, sheet, work};
use crate::paper::reading;
use ctcl::model::{Action, Status};
use ctcl::reading::Reading;

const ROW: &str =
    "1|Tiêu chí 1.1|Sân trường xanh, sạch|Trồng 20 cây bóng mát|Hiệu trưởng|Tháng 10/2023|5.000.000đ|Cần thợ sửa chữa|Ưu tiên";
const OTHER: &str = "2|Tiêu chí 3.4|Đủ nước sạch|Khoan giếng nước|Kế toán|15/12/2023|Không|UBND xã hỗ trợ ngày công|";

fn is_read(action: &Action) -> bool {
    action.criterion.is_some_and(|criterion| criterion.to_string() == "1.1")
        && action.target == "Sân trường xanh, sạch"
        && action.task == "Trồng 20 cây bóng mát"
        && action.lead == "Hiệu trưởng"
        && action.time_text == "Tháng 10/2023"
        && action.cost.amount_vnd == Some(5_000_000)
        && action.conditions == "Cần thợ sửa chữa"
        && action.note == "Ưu tiên"
}

fn asks(read: &Reading) -> bool {
    ["T04", "T14", "T15", "T29", "T30"].iter().any(|id| rules(read).contains(id))
}

#[test]
fn the_columns_of_a_plan_are_known_however_they_are_worded() {
    for titles in [
        "TT|Ký hiệu tiêu chí|Mục tiêu, chỉ tiêu|Các việc phải làm|Đồng chí phụ trách|Thời gian tiến hành|Khái toán|Nguồn lực cần huy động|G/c",
        "STT|Tiêu chí (theo TT18)|Target|Hoạt động cải tiến (mỗi việc một dòng)|Person in charge|Thgian (ghi rõ tháng, năm)|Dự trù kinh phí (nếu có)|Nguồn lực|Lưu ý",
        "No.|Tiêu chuẩn/ tiêu chí (ghi rõ số)|Mục tiêu phấn đấu đến cuối năm|Cách làm|Ai làm (họ tên, chức vụ)|Thời gian cần thực hiện|Chi phí (ghi rõ nguồn)|Nhân lực, CSVC|GC",
        "#|Thuộc tiêu chuẩn, tiêu chí nào|Đích cần đạt (so với hiện trạng)|Giải pháp, hoạt động cải tiến (nêu cụ thể)|Cá nhân/tập thể thực hiện|Hạn (tháng/năm)|Nhu cầu kinh phí|Điều kiện cần có|Ghi chú",
        "TT|Tiêu chí|Mục tiêu năm học|Phương án thực hiện|Ban/tổ thực hiện|Tiến độ dự kiến|Mức chi|CSVC cần có|Ghi chú",
        "TT|Thuộc TC|Chỉ tiêu cụ thể|Những công tác cần làm|Người được giao|Tháng/năm|Dự kiến chi|Nguồn lực hỗ trợ|Ghi chú",
        "Stt|TC (ghi số)|Chỉ tiêu (định lượng)|Đầu việc|GV phụ trách|Kế hoạch thời gian|Kinh phí và nguồn lực|Nguồn lực, phương tiện|Note",
    ] {
        let read = reading(&[sheet(&[titles, ROW, OTHER])]);
        assert_eq!(work(&read).len(), 2, "{titles}: {:?}", rules(&read));
        assert!(is_read(&read.actions[0]), "{titles}: {:?}", read.actions[0]);
        assert!(!asks(&read) && !leaves_out(&read), "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn what_is_needed_for_the_work_is_its_money_where_no_other_title_says_what_it_costs() {
    let rows = ["1|Tiêu chí 1.1|Trồng cây|10/2023|5.000.000đ (ngân sách)", "2|Tiêu chí 3.4|Khoan giếng|12/2023|XHH"];
    let read = reading(&[sheet(&["TT|Tiêu chí|Công việc|Thời gian|Nguồn lực", rows[0], rows[1]])]);
    assert_eq!(read.actions[0].cost.amount_vnd, Some(5_000_000), "{:?}", rules(&read));
    assert!(!asks(&read), "{:?}", rules(&read));
}

#[test]
fn a_measure_of_the_result_is_not_the_result() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Chỉ số đánh giá kết quả|Phụ trách|Thời gian|Kinh phí",
        "1|Tiêu chí 1.1|Trồng cây|Hồ sơ lưu|Hiệu trưởng|10/2023|5.000.000đ",
        "2|Tiêu chí 3.4|Khoan giếng|Biên bản nghiệm thu|Kế toán|12/2023|Không",
    ])]);
    assert!(read.actions.iter().all(|action| action.status == Status::NoReport), "{:?}", read.actions);
    assert!(!rules(&read).contains("C14"), "{:?}", rules(&read));
}

#[test]
fn a_plan_with_a_column_of_evidence_is_no_list_of_evidence() {
    for titles in [
        "TT|Công việc/giải pháp cần thực hiện (nêu cụ thể)|Phụ trách|Thời điểm thực hiện|Tổng kinh phí|Minh chứng dự kiến|Ghi chú thêm",
        "TT|Biện pháp khắc phục (ghi ngắn gọn)|Người thực hiện|Thgian|Dự toán (nếu có)|Minh chứng|Ghi chú",
    ] {
        let read = reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            titles,
            "1|Trồng cây|Hiệu trưởng|10/2023|5.000.000đ|Hình ảnh|",
            "2|Khoan giếng|Kế toán|12/2023|Không|Biên bản nghiệm thu|",
        ])]);
        assert_eq!(work(&read), ["? Trồng cây @ 10/2023", "? Khoan giếng @ 12/2023"], "{titles}: {:?}", rules(&read));
    }
    // A list of evidence may name the work by which it is collected nowhere.
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Minh chứng cần thu thập|Nơi thu thập|Người thu thập|Thời gian thu thập",
        "1|Tiêu chí 1.1|Chiến lược phát triển|Văn phòng|Văn thư|10/2023",
        "2|Tiêu chí 1.2|Quyết định thành lập|Văn phòng|Văn thư|10/2023",
    ])]);
    assert_eq!((read.actions.len(), read.evidence.len()), (0, 2), "{:?}", rules(&read));
}

#[test]
fn what_was_planned_is_titled_in_a_report_as_the_work_is_in_a_plan() {
    for (titles, count) in [
        ("TT|Tiêu chí|Đầu việc|Đã làm được|Đang tiến hành|Chưa triển khai (nêu lý do)|GC", 3),
        ("TT|Tiêu chí|Biện pháp khắc phục|Việc đã làm (tính đến nay)|Đang thực hiện|Chưa làm|G/c", 3),
        ("TT|Tiêu chí|Cách làm|Đã xong|Đang làm dở|Chưa làm được|Ghi chú", 3),
    ] {
        let read = reading(&[sheet(&[
            "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            titles,
            "1|Tiêu chí 1.1|Trồng cây|Đã trồng 20 cây|||",
            "2|Tiêu chí 3.4|Khoan giếng||Đang khoan||",
            "3|Tiêu chí 3.5|Mua tủ|||Chưa có kinh phí|",
        ])]);
        let shown: Vec<(&str, Status)> = read.reports.iter().map(|report| (report.planned.as_str(), report.status)).collect();
        let expected = [("Trồng cây", Status::Completed), ("Khoan giếng", Status::InProgress), ("Mua tủ", Status::NotStarted)];
        assert_eq!(shown, expected[..count], "{titles}: {:?}", rules(&read));
    }
    for titles in
        ["TT|Tiêu chí|Đầu việc|Mức độ thực hiện", "TT|Tiêu chí|Cách làm|Tiến độ đạt được", "TT|Tiêu chí|Biện pháp khắc phục|Status"]
    {
        let read = reading(&[sheet(&[
            "KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            titles,
            "1|Tiêu chí 1.1|Trồng cây|Hoàn thành",
            "2|Tiêu chí 3.4|Khoan giếng|Đang thực hiện",
        ])]);
        let shown: Vec<Status> = read.reports.iter().map(|report| report.status).collect();
        assert_eq!(shown, [Status::Completed, Status::InProgress], "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn a_plan_that_tells_its_results_keeps_its_aims_and_its_money_under_the_name_of_a_report() {
    let read = reading(&[sheet(&[
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Mục tiêu|Công việc|Người/nhóm thực hiện|Hạn định|Kinh phí|Tình hình",
        "1|Tiêu chí 1.1|Sân trường xanh|Trồng cây|Hiệu trưởng|10/2023|5.000.000đ|Hoàn thành",
        "2|Tiêu chí 3.4|Đủ nước sạch|Khoan giếng|Kế toán|12/2023|Không|Đang thực hiện",
    ])]);
    let shown: Vec<(&str, Option<i64>, Status)> =
        read.actions.iter().map(|action| (action.target.as_str(), action.cost.amount_vnd, action.status)).collect();
    let expected = [("Sân trường xanh", Some(5_000_000), Status::Completed), ("Đủ nước sạch", None, Status::InProgress)];
    assert_eq!(shown, expected, "{:?}", rules(&read));
}

#[test]
fn a_report_tells_who_did_the_work_where_no_plan_does() {
    let read = reading(&[sheet(&[
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Công việc|Người thực hiện|Đã làm|Đang làm|Chưa làm",
        "1|Tiêu chí 1.1|Trồng cây|Hiệu trưởng|Đã trồng 20 cây||",
        "2|Tiêu chí 3.4|Khoan giếng|Kế toán||Đang khoan|",
    ])]);
    let leads: Vec<&str> = read.reports.iter().map(|report| report.lead.as_str()).collect();
    assert_eq!(leads, ["Hiệu trưởng", "Kế toán"], "{:?}", rules(&read));
    assert!(!leaves_out(&read), "{:?}", rules(&read));
}

#[test]
fn a_note_that_work_is_watched_each_month_is_no_time_of_it() {
    let rows = ["1|Tiêu chí 1.1|Trồng cây|10/2023", "2|Tiêu chí 3.4|Khoan giếng|12/2023"];
    let noted = |note: &str| {
        let rows = rows.map(|row| format!("{row}|{note}"));
        reading(&[sheet(&["TT|Tiêu chí|Công việc|Thời gian|Ghi chú", &rows[0], &rows[1]])])
    };
    assert!(told(&noted("Theo dõi hằng tháng"), "T30").is_empty());
    assert_eq!(told(&noted("Tháng 3/2024"), "T30"), [("Ghi chú", Some("Ghi chú"))]);
}
