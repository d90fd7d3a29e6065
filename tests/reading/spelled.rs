//! Titles as schools write them, each in an otherwise ordinary table: what stands below is read as under the title of the form, and nothing is
//! asked of the office.

use ctcl::finding::Severity;
use ctcl::model::Status;
use ctcl::reading::Reading;

use super::{expected, levels, rules, sheet};
use crate::paper::reading;

/// What is said of columns that are not understood or not surely understood.
fn asks(read: &Reading) -> Vec<(&str, String)> {
    let of_columns =
        read.findings.iter().filter(|finding| matches!(finding.rule.id, "T02" | "T04" | "T05" | "T14" | "T15" | "T29" | "C10"));
    of_columns.filter(|finding| finding.rule.severity != Severity::Info).map(|finding| (finding.rule.id, finding.message())).collect()
}

const PLAN: [&str; 8] = ["TT", "Tiêu chí", "Kết quả cần đạt", "Công việc", "Người phụ trách", "Thời gian", "Kinh phí", "Tình trạng"];

/// A plan with this title in place of one of its own.
fn plan(place: usize, title: &str) -> Reading {
    let mut titles = PLAN;
    titles[place] = title;
    reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &titles.join("|"),
        "1|Tiêu chí 1.1|100% phòng có nội quy|Rà soát nội quy các phòng|Hiệu trưởng|Tháng 10/2023|5.000.000đ|Đã hoàn thành",
        "2|Tiêu chí 1.5|Sĩ số dưới 45|Mở thêm hai lớp sáu|Phó hiệu trưởng|Tháng 11/2023|Không|Đang thực hiện",
        "3|Tiêu chí 3.2|Đủ thiết bị lớp 8|Mua bộ thí nghiệm|Kế toán|Tháng 12/2023|2.000.000đ|Chưa thực hiện",
    ])])
}

#[test]
fn the_columns_of_a_plan_are_known_by_what_schools_call_them() {
    let titles: [(usize, &[&str]); 8] = [
        (0, &["#", "Mục", "TT công việc", "Nº"]),
        (
            1,
            &[
                "Tiêu chí chưa đạt",
                "Tiêu chí cải tiến",
                "Tiêu chí còn hạn chế",
                "Tiêu chí thực hiện",
                "Tiêu chuẩn/ tiêu chí theo TT 18",
                "Tên TC",
            ],
        ),
        (2, &["Mục tiêu đạt được", "Kết quả đầu ra", "Sản phẩm đầu ra", "Nội dung cần đạt", "Phấn đấu đạt"]),
        (3, &["Việc cần thực hiện", "Cách thực hiện", "Công tác cải tiến", "Phương hướng cải tiến", "Công việc triển khai"]),
        (4, &["Phụ trách thực hiện", "Người chỉ đạo", "Đối tượng thực hiện", "Cán bộ, giáo viên thực hiện"]),
        (5, &["Mốc hoàn thành", "Thời gian triển khai", "Mốc thực hiện", "Giai đoạn", "Hoàn thành trong tháng", "Dự kiến hoàn thành"]),
        (6, &["Thành tiền", "Trị giá", "Tiền dự kiến"]),
        (7, &["Tình hình đến nay", "Hoàn thành hay chưa", "Đã thực hiện đến đâu", "Kết quả (xong/chưa)", "Mức độ đã thực hiện"]),
    ];
    let told = |read: &Reading| {
        let told = read.actions.iter().map(|action| {
            let code = action.criterion.map(|criterion| criterion.to_string());
            (
                code,
                action.target.clone(),
                action.task.clone(),
                action.lead.clone(),
                action.window.due,
                action.cost.amount_vnd,
                action.status,
            )
        });
        told.collect::<Vec<_>>()
    };
    let printed = told(&plan(0, PLAN[0]));
    assert_eq!(printed[0].6, Status::Completed);
    for (place, titles) in titles {
        for title in titles {
            let read = plan(place, title);
            assert_eq!(told(&read), printed, "{title}: {:?}", rules(&read));
            assert_eq!(asks(&read), [], "{title}");
        }
    }
}

/// A self-assessment under titles of two rows.
fn assessment(unmet: &str, levels: [&str; 3]) -> Reading {
    let below = format!("||{}", levels.join("|"));
    let read = sheet(&[
        "BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
        &format!("Tiêu chuẩn, tiêu chí|{unmet}|Đạt||"),
        &below,
        "Tiêu chí 1.1||x|x|x",
        "Tiêu chí 1.3||x|x|",
        "Tiêu chí 1.4||x||",
        "Tiêu chí 1.5|x|||",
    ]);
    reading(&[read.merged(3, 0, 4, 0).merged(3, 1, 4, 1).merged(3, 2, 3, 4)])
}

#[test]
fn levels_are_known_by_whatever_name_and_number_they_have() {
    let known = expected(&[("1.1", "+++"), ("1.3", "++-"), ("1.4", "+--"), ("1.5", "---")]);
    for titles in [
        ["Đạt M1", "Đạt M2", "Đạt M3"],
        ["Mức 01", "Mức 02", "Mức 03"],
        ["Mức một", "Mức hai", "Mức ba"],
        ["Mức đạt 1", "Mức đạt 2", "Mức đạt 3"],
        ["Cấp độ 1", "Cấp độ 2", "Cấp độ 3"],
        ["MĐ1", "MĐ2", "MĐ3"],
        ["M.1", "M.2", "M.3"],
        ["Mức 1 (x)", "Mức 2 (x)", "Mức 3 (x)"],
        ["I", "II", "III"],
        ["1", "2", "3"],
    ] {
        let read = assessment("Không đạt", titles);
        assert_eq!(levels(&read), known, "{titles:?}: {:?}", rules(&read));
        assert_eq!(asks(&read), [], "{titles:?}");
    }
    for unmet in ["Chưa đạt mức 1", "Dưới mức 1", "Ko", "KĐ (x)", "Không đạt mức 1, 2, 3", "Không đạt (đánh dấu x)"]
    {
        let read = assessment(unmet, ["Mức 1", "Mức 2", "Mức 3"]);
        assert_eq!(levels(&read), known, "{unmet}: {:?}", rules(&read));
    }
}

#[test]
fn numbers_of_the_columns_below_the_titles_are_no_levels() {
    let read = reading(&[sheet(&[
        "BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
        "Tiêu chuẩn, tiêu chí|Mức đạt|Ghi chú",
        "1|2|3",
        "Tiêu chí 1.1|Mức 3|",
        "Tiêu chí 1.4|Mức 1|",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.4", "+--")]), "{:?}", rules(&read));
}

#[test]
fn the_list_of_level_4_is_known_by_its_items_and_never_a_report_of_work() {
    let known = expected(&[("M4.1", "+"), ("M4.2", "-"), ("M4.3", "+")]);
    for titles in [
        "Tiêu chí|Nội dung|Kết quả",
        "Mục|Nội dung|Kết quả",
        "Yêu cầu|Nội dung|Kết quả",
        "Khoản Mức 4|Nội dung quy định|Kết quả Mức 4",
        "Điều khoản|Nội dung|Trường tự đánh giá",
        "Khoản|Nội dung|Đạt/Chưa đạt",
    ] {
        let read = reading(&[sheet(&[
            "Đánh giá tiêu chí Mức 4",
            titles,
            "Khoản 1|Kế hoạch giáo dục tiếp cận chương trình tiên tiến|Đạt",
            "Khoản 2|Thư viện có kết nối Internet|Không đạt",
            "Khoản 3|Học sinh tham gia nghiên cứu khoa học|Đạt",
        ])]);
        assert_eq!(levels(&read), known, "{titles}: {:?}", rules(&read));
        assert!(read.actions.is_empty() && read.reports.is_empty(), "{titles}");
    }
}

#[test]
fn states_of_work_have_many_names() {
    for (titles, states) in [
        ("Thực hiện xong|Hoàn thành một phần|Tồn đọng", [Status::Completed, Status::InProgress, Status::NotStarted]),
        ("Hoàn thành 100%|Chưa hoàn thành (đang làm)|Không thực hiện", [Status::Completed, Status::InProgress, Status::NotStarted]),
        ("Kết quả đã hoàn thành|Đang làm chưa xong|Chưa khởi động", [Status::Completed, Status::InProgress, Status::NotStarted]),
    ] {
        let read = reading(&[sheet(&[
            "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            &format!("TT|Tiêu chí|Nội dung kế hoạch|{titles}|Ghi chú"),
            "1|Tiêu chí 1.1|Rà soát chiến lược|Tháng 10 đã ban hành chiến lược bổ sung|||",
            "2|Tiêu chí 1.5|Mở thêm hai lớp sáu||UBND phường đang bố trí phòng||",
            "3|Tiêu chí 3.2|Mua bộ thí nghiệm|||Chưa có kinh phí nên chưa mua|",
        ])]);
        let told: Vec<Status> = read.reports.iter().map(|report| report.status).collect();
        assert_eq!(told, states, "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn the_lines_of_the_state_are_above_the_titles_whatever_words_stand_in_them() {
    let read = reading(&[crate::paper::Paper::of(
        "KH",
        &[
            "UBND PHƯỜNG QUAN HOA|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "TRƯỜNG THCS HOA SEN|||Độc lập - Tự do - Hạnh phúc",
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "Năm học 2023-2024",
            "Số điện thoại|TT|Nội dung công việc|Thời điểm thực hiện",
            "0912345678|1|Tham mưu xây thêm phòng học bộ môn|Thường xuyên",
            "0987654321|2|Mua sắm thiết bị dạy học tối thiểu|Tháng 10/2023",
        ],
    )]);
    assert_eq!(read.actions.len(), 2, "{:?}", rules(&read));
    assert_eq!(read.actions[0].school_id, "thcs-hoa-sen");
}

#[test]
fn a_day_on_which_something_else_happens_is_no_time_of_the_work() {
    let with = |title: &str| {
        reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            &format!("TT|Tiêu chí|Công việc|Người phụ trách|Thời gian|Số văn bản|{title}"),
            "1|1.1|Kiện toàn hội đồng trường|Hiệu trưởng|Tháng 10/2023|12/QĐ-TH|05/10/2023",
            "2|1.5|Kiểm tra hồ sơ học sinh|Phó hiệu trưởng|Tháng 11/2023|15/KH-TH|20/11/2023",
            "3|3.2|Mua bộ thí nghiệm|Kế toán|Tháng 12/2023||",
        ])])
    };
    let times = |read: &Reading| read.actions.iter().map(|action| action.time_text.clone()).collect::<Vec<_>>();
    let days = ["Ngày ban hành", "Ngày ký", "Ngày sinh", "Ngày báo cáo", "Ngày họp", "Ngày duyệt", "Ngày rà soát", "Ngày đánh giá"];
    for title in days {
        let read = with(title);
        assert_eq!(times(&read), ["Tháng 10/2023", "Tháng 11/2023", "Tháng 12/2023"], "{title}");
        let told: Vec<_> =
            read.findings.iter().filter(|finding| finding.message().contains(title)).map(|finding| finding.rule.id).collect();
        assert!(told.iter().any(|id| matches!(*id, "T29" | "T30")), "{title}: {told:?}");
    }
    // A slip of the hand in the day of the form's own is still that day.
    for title in ["Ngày kêt thuc", "Ngày kết thcú", "Ngày hết hnạ"] {
        assert!(times(&with(title))[0].contains("05/10/2023"), "{title}");
    }
}
