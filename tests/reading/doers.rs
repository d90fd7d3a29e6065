//! Who does the work where rows of their own say so, and who is on duty, which is no work of a plan.

use super::{rules, sheet, work};
use crate::paper::reading;

#[test]
fn a_row_over_the_works_names_who_does_them() {
    let leads = |rows: &[&str]| -> Vec<String> { reading(&[sheet(rows)]).actions.iter().map(|action| action.lead.clone()).collect() };
    let bands = [
        "STT|Tiêu chí|Nội dung cải tiến|Thời hạn",
        "A|Người phụ trách: Hiệu trưởng Lò Văn Inh",
        "1|1.1|Công bố sứ mạng|30/10/2023",
        "B|Người phụ trách: Phó hiệu trưởng",
        "2|5.2|Dạy tự chọn|15/1/2024",
        "C|Đ/c Lò Thị Mai",
        "3|5.3|Dạy thêm|15/1/2024",
        "D|Việc chung",
        "4|5.4|Dạy bù|15/1/2024",
    ];
    assert_eq!(leads(&bands), ["Hiệu trưởng Lò Văn Inh", "Phó hiệu trưởng", "Đ/c Lò Thị Mai", ""]);
    let capitals = [
        "TT|Tiêu chí|Nhiệm vụ|Thời gian|Kết quả",
        "PHỤ TRÁCH: HIỆU TRƯỞNG",
        "1|1.2|Họp hội đồng trường|10/2023|Đã họp",
        "PHỤ TRÁCH: KẾ TOÁN",
        "1|1.6|Lập sổ tài sản|10/2023|Đã lập",
    ];
    assert_eq!(leads(&capitals), ["HIỆU TRƯỞNG", "KẾ TOÁN"]);
    let beside_own = [
        "STT|Tiêu chí|Nội dung cải tiến|Phụ trách|Thời hạn",
        "|Thầy Sơn",
        "1|1.1|Công bố sứ mạng||30/10/2023",
        "2|1.2|Bầu hội đồng trường|Cô Mai|30/10/2023",
        "|Cô Lan",
        "3|5.2|Dạy tự chọn||15/1/2024",
    ];
    assert_eq!(leads(&beside_own), ["Thầy Sơn", "Cô Mai", "Cô Lan"]);
    let of_office = [
        "STT|Công việc|Tiêu chí|Thời gian",
        "I|Đồng chí Hiệu trưởng",
        "1|Tham mưu xây nhà đa năng|3.1|Tháng 5/2024",
        "2|Họp hội đồng trường|1.2|Tháng 9/2023",
        "II|Đồng chí Phó hiệu trưởng",
        "1|Duyệt giáo án|1.8|",
    ];
    assert_eq!(leads(&of_office), ["Đồng chí Hiệu trưởng", "Đồng chí Hiệu trưởng", "Đồng chí Phó hiệu trưởng"]);
    // The rest of the cell above on the next page.
    let rest = ["STT|Tiêu chí|Nội dung cải tiến|Phụ trách|Thời hạn", "1|1.1|Công bố sứ mạng|Thầy Sơn,|30/10/2023", "|||Cô Lan|"];
    assert_eq!(leads(&rest), ["Thầy Sơn,\nCô Lan"]);
    let said_below = [
        "STT|Nội dung cải tiến|Thời hạn",
        "1|Mua sách (tiêu chí 3.6)|30/10/2023",
        "|Người thực hiện: Cô Lan|",
        "2|Sửa cửa (tiêu chí 3.2)|30/11/2023",
    ];
    assert_eq!(leads(&said_below), ["Cô Lan", ""], "what stands below a work is said of it, and not of the next");
    let tasks: Vec<String> = reading(&[sheet(&said_below)]).actions.iter().map(|action| action.task.clone()).collect();
    assert_eq!(tasks, ["Mua sách (tiêu chí 3.6)", "Sửa cửa (tiêu chí 3.2)"]);
}

#[test]
fn a_roster_of_the_week_beside_the_plan_is_no_work() {
    let plan =
        ["TT|Tiêu chí|Công việc|Phụ trách|Thời hạn", "1|1.6|Chỉnh lý hồ sơ|Văn thư|15/9/2023", "2|3.1|Trồng cây bàng|Đoàn|30/11/2023"];
    let below = |title: &str, first: &str, second: &str| {
        let roster = ["", title, "TT|Công việc|Phụ trách|Thời gian", first, second];
        reading(&[sheet(&[&plan[..], &roster].concat())])
    };
    for (first, second) in
        [("1|Trực cổng|Bác Dân|Thứ 2, 4", "2|Trực nhà ăn|Cô Yến|Thứ 3, 5"), ("1|Mở cổng|Bác Sinh|Sáng", "2|Khóa cổng|Bác Sinh|Buổi chiều")]
    {
        for title in ["Phân công trực", "", "Trực tuần"] {
            let read = below(title, first, second);
            assert_eq!(work(&read), ["1.6 Chỉnh lý hồ sơ @ 15/9/2023", "3.1 Trồng cây bàng @ 30/11/2023"], "{title}: {:?}", rules(&read));
            assert!(rules(&read).contains("T61"), "{:?}", rules(&read));
        }
    }
    for (first, second) in [
        ("1|Trực cổng|Bác Dân|Tháng 2", "2|Trực nhà ăn|Cô Yến|Cả năm"),
        ("1|Trực cổng|Bác Dân|Thứ 2", "2|Mua máy lọc nước|Cô Yến|Tháng 12/2023"),
        ("1|Họp tổ|Bác Dân|Thứ 2 hằng tuần", "2|Sinh hoạt chuyên môn|Cô Yến|Thứ 5 hằng tuần"),
    ] {
        let read = below("", first, second);
        assert_eq!(read.actions.len(), 4, "{:?}", rules(&read));
    }
    // Alone it may be all that the school has sent.
    let alone = reading(&[sheet(&["TT|Công việc|Phụ trách|Thời gian", "1|Trực cổng|Bác Dân|Thứ 2, 4", "2|Trực nhà ăn|Cô Yến|Thứ 3, 5"])]);
    assert_eq!(alone.actions.len(), 2, "{:?}", rules(&alone));
}

#[test]
fn a_time_that_replaces_another_is_no_condition() {
    let read = reading(&[sheet(&[
        "STT|Tiêu chí|Nội dung cải tiến|Ai|Hạn hoàn thành|Hạn điều chỉnh|Tình trạng",
        "1|1.1|Công bố sứ mạng|Hiệu trưởng|30/10/2023|30/11/2023|Đang làm",
        "2|1.2|Họp hội đồng trường|Hiệu trưởng|30/10/2023||Đã xong",
    ])]);
    let due: Vec<_> = read.actions.iter().map(|action| action.window.due.map(|due| due.to_string()).unwrap_or_default()).collect();
    assert_eq!(due, ["2023-11-30", "2023-10-30"], "{:?}", rules(&read));
    assert!(read.actions.iter().all(|action| action.conditions.is_empty() && action.lead == "Hiệu trưởng") && rules(&read).contains("T28"));
}

#[test]
fn a_second_table_that_names_no_criterion_is_counted_and_asked_about() {
    let plan =
        ["TT|Tiêu chí|Công việc|Phụ trách|Thời hạn", "1|1.6|Chỉnh lý hồ sơ|Văn thư|15/9/2023", "2|3.1|Trồng cây bàng|Đoàn|30/11/2023"];
    let asked = |title: &str, titles: &str| {
        let second = ["", title, titles, "1|Mua bánh kẹo|Cô Nga|25/9/2023", "2|Dựng sân khấu|Thầy Hải|28/9/2023"];
        let read = reading(&[sheet(&[&plan[..], &second].concat())]);
        (read.actions.len(), rules(&read).contains("T61"))
    };
    const TITLES: &str = "TT|Công việc|Phụ trách|Thời gian";
    assert_eq!(asked("Tổ chức Tết Trung thu", TITLES), (4, true));
    assert_eq!(asked("", TITLES), (4, true));
    for title in [
        "B. Kế hoạch bổ sung",
        "Tiêu chí 3.5: Thiết bị",
        "Các việc cải tiến khác",
        "Tiêu chuẩn 4: Quan hệ giữa nhà trường, gia đình và xã hội",
    ] {
        assert_eq!(asked(title, TITLES), (4, false), "{title}");
    }
}
