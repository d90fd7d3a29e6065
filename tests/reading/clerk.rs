//! Sheets as a clerk types them: abbreviations, no accents, other people's titles.

use ctcl::model::Status;

use super::{PLAN, leaves_out, rules, sheet, work};
use crate::paper::{Paper, Typed, reading};

#[test]
fn titles_and_times_in_abbreviations_are_read() {
    let read = reading(&[sheet(&[
        "||(ĐVT: triệu đồng)",
        "STT|TCh|KQ cần đạt|Việc cần làm|Người PT|TG thực hiện|KP|ĐK hỗ trợ|GC",
        "1|2|3|4|5|6|7|8|9",
        "|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|TC 1.1|Có PHCL|Rà soát phương hướng|Hiệu trưởng|T9/2023|5|Không|",
        "2|TC1.3||Củng cố chi đoàn|Bí thư đoàn|T10-12/2023|1,5||",
        "3|TC 1.10||Lắp camera|Kế toán|HKI|20|PHHS|",
        "4|TC 2.2||Bồi dưỡng GV|PHT|Cả năm|0||",
    ])]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát phương hướng @ T9/2023", "1.3 Củng cố chi đoàn @ T10-12/2023", "1.10 Lắp camera @ HKI", "2.2 Bồi dưỡng GV @ Cả năm"]
    );
    let costs: Vec<_> = read.actions.iter().map(|action| action.cost.amount_vnd).collect();
    assert_eq!(costs, [Some(5_000_000), Some(1_500_000), Some(20_000_000), Some(0)]);
    assert_eq!(read.actions[2].conditions, "PHHS");
}

#[test]
fn a_sheet_without_accents_and_half_in_english_is_read() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRUONG TIEU HOC SAO MAI",
            "Nam hoc 2023-2024",
            "KE HOACH CAI TIEN CHAT LUONG",
            "No.|Tieu chi|Giai phap|Nguoi thuc hien|Deadline|Chi phi|Remark",
            "1|1.1|Bo sung ho so|Hieu truong|thang 10/2023|2000000|",
            "2|2.1|Boi duong can bo|PHT|thang 12|khong|gap",
        ],
    )]);
    assert_eq!(work(&read), ["1.1 Bo sung ho so @ thang 10/2023", "2.1 Boi duong can bo @ thang 12"]);
    assert_eq!((read.actions[0].cost.amount_vnd, read.actions[1].cost.amount_vnd), (Some(2_000_000), None));
    assert_eq!((read.actions[1].note.as_str(), read.actions[1].school_id.as_str()), ("gap", "tieu-hoc-sao-mai"));
}

#[test]
fn every_way_to_say_as_above_takes_what_stands_above() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Biện pháp khắc phục|Người chịu trách nhiệm|Hạn hoàn thành|Dự trù kinh phí",
        "1|Tiêu chí 1.1|Họp hội đồng trường|Chủ tịch hội đồng|Hàng tháng|",
        "2|Tiêu chí 1.2|Sinh hoạt chi bộ|nt|nt|-nt-",
        "3|Tiêu chí 1.3|Kiện toàn tổ khối|\"|Như trên|",
    ])]);
    assert!(read.actions.iter().all(|action| action.lead == "Chủ tịch hội đồng" && action.time_text == "Hàng tháng"), "{:?}", work(&read));
    assert!(read.actions.iter().all(|action| action.cost_text.is_empty()));
}

#[test]
fn two_ends_may_be_days_bare_numbers_of_days_or_words() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian||Trạng thái",
        "||||Bắt đầu|Kết thúc|",
        "1|1.1|Rà soát|HT|||Xong",
        "2|1.2|Kiện toàn|HT|||Đang làm",
        "3|1.10|Camera|KT|tháng 9|tháng 12|Chưa",
    ])
    .put(4, 4, Typed::Date(2023, 9, 5))
    .put(4, 5, Typed::Date(2023, 12, 31))
    .put(5, 4, Typed::Number(45_170.0))
    .put(5, 5, Typed::Number(45_291.0))
    .merged(2, 4, 2, 5)]);
    let windows: Vec<String> = read
        .actions
        .iter()
        .map(|action| format!("{}..{} {}", action.window.start.expect("a start"), action.window.due.expect("an end"), action.status.code()))
        .collect();
    assert_eq!(
        windows,
        ["2023-09-05..2023-12-31 completed", "2023-09-01..2023-12-31 in_progress", "2023-09-01..2023-12-31 not_started"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn results_under_other_peoples_titles_are_told_apart() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chuẩn/tiêu chí|Nội dung KH CTCL||Kết quả thực hiện|||Ghi chú",
        "||Đầu năm|Đã điều chỉnh|Những việc đã xong|Những việc đang làm/chậm (nêu lý do)|Những việc chưa làm|",
        "I|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|Tiêu chí 1.1|Rà soát|Không|Đã rà soát xong|Không|Không|",
        "2|Tiêu chí 1.2|Kiện toàn||Đã kiện toàn 1 phần|Chậm do thiếu người|-|",
        "3|Tiêu chí 1.10|Camera||Không|Không|Chưa lắp|",
    ])
    .merged(2, 2, 2, 3)
    .merged(2, 4, 2, 6)]);
    let states: Vec<Status> = read.reports.iter().map(|report| report.status).collect();
    assert_eq!(states, [Status::Completed, Status::InProgress, Status::NotStarted], "{:?}", rules(&read));
}

#[test]
fn states_marked_in_columns_keep_their_due_date_and_their_reason() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung kế hoạch|Thời hạn|Mức độ hoàn thành|||Lý do",
        "||||Đã xong|Đang làm|Chưa làm|",
        "1|1.1|Rà soát|Tháng 9/2023|x|||",
        "2|1.2|Kiện toàn|Tháng 10/2023||x||thiếu người",
        "3|1.3|Đại hội|Tháng 11/2023|||x|chưa có kinh phí",
    ])
    .merged(2, 4, 2, 6)]);
    let told: Vec<String> =
        read.reports.iter().map(|report| format!("{} {} {}", report.status.code(), report.time_text, report.note)).collect();
    assert_eq!(
        told,
        ["completed Tháng 9/2023 ", "in_progress Tháng 10/2023 thiếu người", "not_started Tháng 11/2023 chưa có kinh phí"],
        "{:?}",
        rules(&read)
    );
    assert!(!leaves_out(&read));
}

#[test]
fn three_columns_with_the_criterion_inside_the_words_are_a_plan() {
    let read = reading(&[sheet(&[
        "TT|Nội dung công việc|Thời điểm",
        "1|Cải tạo sân trường (tiêu chí 3.1)|Tháng 10/2023",
        "2|Tiêu chí 3.2: mua bàn ghế|Quý IV/2023",
        "3|Tập huấn giáo viên|thường xuyên",
    ])]);
    let codes: Vec<_> = read.actions.iter().map(|action| action.criterion.map(|criterion| criterion.to_string())).collect();
    assert_eq!(codes, [Some("3.1".to_owned()), Some("3.2".to_owned()), None]);
    assert!(rules(&read).contains("R06"));
}

#[test]
fn two_schools_on_one_sheet_keep_their_rows() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS AN BÌNH",
            "Năm học 2023-2024",
            PLAN,
            "1|1.1|Rà soát|HT|Tháng 9/2023",
            "",
            "TRƯỜNG TIỂU HỌC AN BÌNH",
            "Năm học 2023-2024",
            PLAN,
            "1|2.1|Bồi dưỡng|HT|Tháng 10/2023",
        ],
    )]);
    let owners: Vec<(&str, &str)> = read.actions.iter().map(|action| (action.school_id.as_str(), action.task.as_str())).collect();
    assert_eq!(owners, [("thcs-an-binh", "Rà soát"), ("tieu-hoc-an-binh", "Bồi dưỡng")]);
}

#[test]
fn a_standard_and_the_numbers_of_its_criteria_in_two_columns_are_codes() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn|Tiêu chí|Nhiệm vụ|Ai làm|Khi nào|Tiền",
        "1|1|1|Rà soát|HT|Tháng 9/2023|1tr",
        "2||2|Kiện toàn|HT|Tháng 10/2023|2 trđ",
        "3|2|1, 2|Bồi dưỡng|PHT|Tháng 11/2023|500k",
        "4|3|3.1 và 3.2|Sửa phòng|KT|Hè 2024|1,2 tỷ",
    ])
    .merged(3, 1, 4, 1)]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát @ Tháng 9/2023", "1.2 Kiện toàn @ Tháng 10/2023", "2.1 Bồi dưỡng @ Tháng 11/2023", "3.1 Sửa phòng @ Hè 2024"]
    );
    let told = read.findings.iter().filter(|finding| finding.rule.id == "R05").count();
    assert_eq!(told, 2, "the other criteria of a row are told");
    let costs: Vec<_> = read.actions.iter().map(|action| action.cost.amount_vnd.unwrap_or(0)).collect();
    assert_eq!(costs, [1_000_000, 2_000_000, 500_000, 1_200_000_000]);
}

#[test]
fn codes_in_every_spelling_are_codes() {
    let read = reading(&[sheet(&[
        PLAN,
        "1|1,3|Đại hội|HT|Tháng 9/2023",
        "2|1. 4|Phân công|HT|Tháng 9/2023",
        "3|1.5.|Phân lớp|HT|Tháng 9/2023",
        "4|1.9|Công khai|HT|Tháng 9/2023",
        "5||Diễn tập|HT|Tháng 9/2023",
        "6||Bồi dưỡng|HT|Tháng 9/2023",
        "7|2.2|Thao giảng|HT|Tháng 9/2023",
    ])
    .put(7, 1, Typed::Number(1.1))
    .put(8, 1, Typed::Date(2024, 1, 2))]);
    let codes: Vec<String> = work(&read).iter().filter_map(|work| work.split(' ').next().map(str::to_owned)).collect();
    assert_eq!(codes, ["1.3", "1.4", "1.5", "1.9", "1.10", "2.1", "2.2"], "{:?}", rules(&read));
}

#[test]
fn a_lost_row_of_titles_a_shifted_row_and_leftover_tags_are_mended_and_told() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc/giải pháp|Chủ trì|Thời gian|Kinh phí",
        "1 Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|<i>Tiêu chí 1.1</i>|Đạt mức 3|<p>Bổ sung</p> kế hoạch|Hiệu trưởng|Thời gian bắt|Không",
        "|||||đầu: tháng 9/2023. Hoàn thành: tháng 12/2023|",
        "Tiêu chí 1.5|Sĩ số đúng|Phân lớp|Phó hiệu trưởng|Tháng 8/2023|0đ|",
        "2|Tiêu chí 1.6|…|…|…|…|…",
        "4|Tiêu chuẩn 5: Hoạt động giáo dục và kết quả giáo dục",
        "5|Tiêu chí 5.1|Thực hiện|Duy trì nề nếp|HT|Năm học 2023-2024|",
    ])]);
    let dues: Vec<String> = read
        .actions
        .iter()
        .map(|action| format!("{} {}", action.criterion.expect("a code"), action.window.due.expect("a due date")))
        .collect();
    assert_eq!(dues, ["1.1 2023-12-31", "1.5 2023-08-31", "5.1 2024-05-31"], "{:?}", rules(&read));
    assert_eq!(read.actions[1].cost.amount_vnd, Some(0));
    for id in ["R01", "R02", "R07"] {
        assert!(rules(&read).contains(id), "{id}: {:?}", rules(&read));
    }
}

#[test]
fn who_does_the_work_tells_the_columns_apart_where_the_titles_were_lost() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "1 Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "1|Tiêu chí 1.1|Chiến lược được phê duyệt và công khai|Rà soát, bổ sung chiến lược phát triển nhà trường|Tổ trưởng các tổ|Hè 2024|700 nghìn",
        "2|Tiêu chí 1.3|Kết nạp 2 đảng viên|Bồi dưỡng 2 quần chúng ưu tú để kết nạp Đảng|Đ/c Lan – TTCM tổ 1|Cả năm học|XHH 20 triệu",
        "3|Tiêu chí 1.9|Quy chế được công khai|Niêm yết công khai quy chế chi tiêu nội bộ|Nhóm công tác 2|Tháng 10/2023|700 nghìn",
        "4|Tiêu chí 2.1|Có chứng chỉ quản lý nhà nước|Cử phó hiệu trưởng học lớp quản lý nhà nước|P.HT chuyên môn|Tháng 9/2023|Không",
        "5|Tiêu chí 2.2|60% giáo viên đạt danh hiệu|Tổ chức hội thi giáo viên dạy giỏi cấp trường|PHT phụ trách|HKI|5 triệu đồng",
    ])]);
    let told: Vec<(&str, &str, &str)> =
        read.actions.iter().map(|action| (action.target.as_str(), action.task.as_str(), action.lead.as_str())).collect();
    assert_eq!(
        told[1],
        ("Kết nạp 2 đảng viên", "Bồi dưỡng 2 quần chúng ưu tú để kết nạp Đảng", "Đ/c Lan – TTCM tổ 1"),
        "{:?}",
        rules(&read)
    );
    assert!(told.len() == 5 && rules(&read).contains("T05"), "{:?}", rules(&read));
}

#[test]
fn titles_over_several_columns_need_not_be_merged() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Thực hiện||Thời gian||Kinh phí||Ghi chú",
        "|||Chủ trì|Phối hợp|Từ|Đến|NSNN|XHH|",
        "1|1.1|Rà soát|HT|Các tổ|9/2023|12/2023|1.000.000||",
        "2|1.2|Kiện toàn|HT|Công đoàn|10/2023|11/2023||2.000.000|",
    ])]);
    let told: Vec<String> = read
        .actions
        .iter()
        .map(|action| format!("{} {:?} {:?}", action.lead, action.window.due.map(|due| due.to_string()), action.cost.amount_vnd))
        .collect();
    assert_eq!(
        told,
        ["HT; phối hợp: Các tổ Some(\"2023-12-31\") Some(1000000)", "HT; phối hợp: Công đoàn Some(\"2023-11-30\") Some(2000000)"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn a_criterion_in_a_row_of_its_own_holds_for_the_work_below() {
    let read = reading(&[sheet(&[
        "TT|Nội dung công việc|Người thực hiện|Thời gian|Kinh phí",
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường",
        "1|Rà soát chiến lược|HT|9/2023|Không",
        "2|Công khai chiến lược|VT|10/2023|200.000đ",
        "Tiêu chí 10",
        "1|Lắp camera|BV|11/2023|20.000.000đ",
        "Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên và học sinh",
        "1|Bồi dưỡng|HT|11/2023|Không",
    ])]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát chiến lược @ 9/2023", "1.1 Công khai chiến lược @ 10/2023", "1.10 Lắp camera @ 11/2023", "? Bồi dưỡng @ 11/2023"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn a_row_shifted_without_a_code_is_put_back_and_is_no_signature() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc|Chủ trì|Thời gian|Kinh phí",
        "1|Tiêu chí 1.1|Đủ|Rà soát chiến lược|Hiệu trưởng|Tháng 9/2023|Không",
        "||Kiện toàn ban đại diện cha mẹ|Hiệu trưởng|Tháng 10/2023||",
    ])]);
    assert_eq!(
        work(&read),
        ["1.1 Rà soát chiến lược @ Tháng 9/2023", "1.1 Kiện toàn ban đại diện cha mẹ @ Tháng 10/2023"],
        "{:?}",
        rules(&read)
    );
    assert!(rules(&read).contains("R02"));
}

#[test]
fn who_helps_in_a_column_of_its_own_is_kept_beside_who_leads() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Chủ trì|Phối hợp|Thời gian|Kinh phí",
        "1|1.1|Rà soát|Hiệu trưởng|Các tổ trưởng|9/2023|Không",
        "2|1.2|Kiện toàn|Phó hiệu trưởng||10/2023|Không",
    ])]);
    let leads: Vec<&str> = read.actions.iter().map(|action| action.lead.as_str()).collect();
    assert_eq!(leads, ["Hiệu trưởng; phối hợp: Các tổ trưởng", "Phó hiệu trưởng"]);
    assert!(read.actions.iter().all(|action| action.conditions.is_empty()));
}

#[test]
fn shares_say_how_far_the_work_has_come() {
    let rows = [
        "TT|Tiêu chí|Công việc|Thời hạn|Tiến độ (%)",
        "1|1.1|Rà soát|9/2023|",
        "2|1.2|Kiện toàn|10/2023|",
        "3|1.3|Đại hội|11/2023|",
        "4|1.4|Họp tổ|12/2023|40",
    ];
    let shared = sheet(&rows).put(3, 4, Typed::Share(1.0)).put(4, 4, Typed::Share(0.5)).put(5, 4, Typed::Share(0.0));
    for paper in [shared, sheet(&rows).put(3, 4, Typed::Number(100.0)).put(4, 4, Typed::Number(50.0)).put(5, 4, Typed::Number(0.0))] {
        let read = reading(&[paper]);
        let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
        assert_eq!(states, ["completed", "in_progress", "not_started", "in_progress"], "{:?}", rules(&read));
        assert_eq!(work(&read)[0], "1.1 Rà soát @ 9/2023");
    }
}

#[test]
fn contents_that_name_the_criteria_are_their_column() {
    let read = reading(&[sheet(&[
        "STT|Nội dung|Giải pháp|Thời gian|Người thực hiện",
        "I|Tiêu chuẩn 1. Tổ chức và quản lý nhà trường",
        "1|Tiêu chí 1: Phương hướng, chiến lược xây dựng và phát triển nhà trường|Rà soát|9/2023|Hiệu trưởng",
        "2|Tiêu chí 10: Đảm bảo an ninh trật tự, an toàn trường học|Lắp camera|10/2023|Bảo vệ",
        "II|Tiêu chuẩn 3. Cơ sở vật chất và thiết bị dạy học",
        "1|Tiêu chí 6: Thư viện|Mua sách|11/2023|Thư viện",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát @ 9/2023", "1.10 Lắp camera @ 10/2023", "3.6 Mua sách @ 11/2023"]);
    assert!(rules(&read).contains("T14"));
}

#[test]
fn texts_that_excel_took_for_formulas_come_back() {
    let rows =
        ["TT|Tiêu chí|Công việc|Phụ trách|Thời gian", "1|1.1||HT|9/2023", "2|1.2||HT|10/2023", "3|1.3||HT|11/2023", "4|1.4||HT|12/2023"];
    let read = reading(&[sheet(&rows)
        .put(3, 2, Typed::Formula("-Duy trì sĩ số", "#NAME?"))
        .put(4, 2, Typed::Formula("=Duy trì nề nếp", "#NAME?"))
        .put(5, 2, Typed::Formula("+Tổ chức thao giảng", "#NAME?"))
        .put(6, 2, Typed::Formula("=-Mua sắm thiết bị", "#VALUE!"))]);
    assert_eq!(
        work(&read),
        [
            "1.1 -Duy trì sĩ số @ 9/2023",
            "1.2 Duy trì nề nếp @ 10/2023",
            "1.3 +Tổ chức thao giảng @ 11/2023",
            "1.4 -Mua sắm thiết bị @ 12/2023"
        ]
    );
    assert_eq!(read.findings.iter().filter(|finding| finding.rule.id == "C03").count(), 4);
}

#[test]
fn a_column_that_names_the_school_of_each_row_parts_the_table() {
    let read = reading(&[Paper::of(
        "Tổng hợp",
        &[
            "TỔNG HỢP KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024",
            "STT|Tên trường|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian|Kinh phí",
            "1|Trường THCS Hoa Sen|1.1|Rà soát chiến lược|HT|9/2023|Không",
            "2||1.2|Kiện toàn|HT|10/2023|1 triệu",
            "3|Trường Tiểu học Sao Mai|2.1|Bồi dưỡng|HT|11/2023|2 triệu",
        ],
    )]);
    let owners: Vec<(&str, &str)> = read.actions.iter().map(|action| (action.school_id.as_str(), action.task.as_str())).collect();
    assert_eq!(
        owners,
        [("thcs-hoa-sen", "Rà soát chiến lược"), ("thcs-hoa-sen", "Kiện toàn"), ("tieu-hoc-sao-mai", "Bồi dưỡng")],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn numbered_titles_of_standards_and_criteria_head_the_work_below() {
    let read = reading(&[sheet(&[
        "TT|Nội dung|Người thực hiện|Thời gian",
        "1|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường||",
        "1.1|Phương hướng, chiến lược xây dựng và phát triển nhà trường||",
        "1.1.1|Rà soát chiến lược|HT|9/2023",
        "1.1.2|Công khai|VT|10/2023",
        "1.2|Hội đồng trường (Hội đồng quản trị đối với trường tư thục) và các hội đồng khác||",
        "1.2.1|Kiện toàn hội đồng|HT|11/2023",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ 9/2023", "1.1 Công khai @ 10/2023", "1.2 Kiện toàn hội đồng @ 11/2023"]);
}

#[test]
fn a_share_done_is_no_mark_under_done() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung cải tiến|Giải pháp|Tháng bắt đầu|Tháng kết thúc|Người phụ trách|% hoàn thành",
        "1|4.1|Cơ sở vật chất|Sửa phòng|9|12|Kế toán|100%",
        "2|4.2|Phối hợp|Tham mưu|10|5|Hiệu trưởng|60",
        "3|2.2|Giáo viên|Tập huấn|11|12|Phó hiệu trưởng|0",
    ])]);
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "in_progress", "not_started"], "{:?}", rules(&read));
}

#[test]
fn words_of_a_sheet_in_an_old_encoding_are_read_in_it_whatever_their_own_letters() {
    let tcvn3 = [
        "Tiªu chuÈn, tiªu chÝ|Kh«ng ®¹t|§¹t||",
        "||Møc 1|Møc 2|Møc 3",
        "Tiªu chuÈn 1: Tæ chøc vµ qu¶n lý nhµ tr\u{ad}êng",
        "1.1||x|x|",
        "1.2||x||-",
        "1.3||×||",
        "Tiªu chuÈn, tiªu chÝ|Kh«ng ®¹t|§¹t||",
        "||Møc 1|Møc 2|Møc 3",
        "1.4||x|x|x",
        "1.5||x||",
    ];
    let vni = [
        "Tieâu chuaån, tieâu chí|Khoâng ñaït|Ñaït||",
        "||Möùc 1|Möùc 2|Möùc 3",
        "Tieâu chuaån 1: Toå chöùc vaø quaûn lyù nhaø tröôøng",
        "1.1||x|x|",
        "1.2||x||-",
        "1.3||×||",
        "Tieâu chuaån, tieâu chí|Khoâng ñaït|Ñaït||",
        "||Möùc 1|Möùc 2|Möùc 3",
        "1.4||x|x|x",
        "1.5||x||",
    ];
    for (rows, school) in [(tcvn3, "TR¦êNG THCS HOA SEN"), (vni, "TRÖÔØNG THCS HOA SEN")] {
        let read = reading(&[crate::paper::Paper::of("TDG", &[&[school][..], &rows].concat())]);
        let known = [("1.1", "++-"), ("1.2", "+-"), ("1.3", "+--"), ("1.4", "+++"), ("1.5", "+--")];
        assert_eq!(super::levels(&read), super::expected(&known), "{school}: {:?}", rules(&read));
        assert!(["C10", "C11", "R01"].iter().all(|id| !rules(&read).contains(id)), "{school}: {:?}", rules(&read));
    }
}
