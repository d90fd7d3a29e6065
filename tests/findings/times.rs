//! The time column of a result form: what it says of the plan's work, and of work no plan names.

use ctcl::model::{Lateness, Status};
use ctcl::reading::Reading;
use jiff::civil::date;

use super::{Desk, HOA_SEN, of, plan, sheet};

const RESULT: &str = "TT|Tiêu chí|Nội dung kế hoạch|Thời gian hoàn thành|Tình trạng|Ghi chú";

fn judged(planned: &[&str], told: &[&str]) -> Reading {
    let mut rows = vec!["BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", RESULT];
    rows.extend(told);
    let mut papers = vec![sheet("KQ", HOA_SEN, &rows)];
    if !planned.is_empty() {
        papers.push(plan(HOA_SEN, planned));
    }
    Desk::new().file("a.xlsx", &papers).judged()
}

#[test]
fn the_day_of_completion_is_kept_beside_the_due_date_of_the_plan() {
    let read =
        judged(&["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|31/12/2023|"], &["1|1.1|Rà soát kế hoạch chiến lược|15/12/2023|Hoàn thành|"]);
    let [action] = &read.actions[..] else { panic!("one work: {:?}", read.actions) };
    assert_eq!((action.window.due, action.time_text.as_str()), (Some(date(2023, 12, 31)), "31/12/2023"));
    assert_eq!((action.reported_time.as_str(), action.status), ("15/12/2023", Status::Completed));
    for id in ["T03", "X21", "X22", "X23"] {
        assert!(of(&read, id).is_empty(), "{id}");
    }
}

#[test]
fn another_due_date_in_the_result_is_told_and_moves_nothing() {
    let read = judged(
        &["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|31/12/2023|"],
        &["1|1.1|Rà soát kế hoạch chiến lược|tháng 5/2024|Đang thực hiện|"],
    );
    assert_eq!(read.actions[0].window.due, Some(date(2023, 12, 31)));
    assert_eq!(read.actions[0].lateness(date(2024, 1, 10)), Lateness::Certain);
    let told = of(&read, "X21");
    assert_eq!(told.len(), 1);
    assert!(told[0].message().contains("31/05/2024") && told[0].message().contains("31/12/2023"), "{}", told[0].message());
}

#[test]
fn work_that_no_plan_names_has_the_time_its_result_gives() {
    let read = judged(&[], &["1|1.1|Rà soát kế hoạch chiến lược|31/12/2023|Đang thực hiện|"]);
    assert_eq!((read.actions.len(), read.actions[0].window.due), (1, Some(date(2023, 12, 31))));
    assert_eq!(read.actions[0].lateness(date(2024, 1, 10)), Lateness::Certain);
}

#[test]
fn a_plan_without_a_time_takes_that_of_its_result_and_says_so() {
    let read = judged(
        &["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT||", "2|1.2|Đủ|Kiện toàn hội đồng trường|HT|Tháng 10/2023|"],
        &["1|1.1|Rà soát kế hoạch chiến lược|31/12/2023|Đang thực hiện|", "2|1.2|Kiện toàn hội đồng trường|lúc rảnh|Hoàn thành|"],
    );
    assert_eq!(read.actions[0].window.due, Some(date(2023, 12, 31)));
    assert_eq!(of(&read, "X22").len(), 1);
    assert_eq!(of(&read, "C18").len(), 1, "a time that says nothing is told");
    assert_eq!(read.actions[1].window.due, Some(date(2023, 10, 31)));
}

#[test]
fn work_done_at_a_time_still_to_come_is_told() {
    let read = judged(&[], &["1|1.1|Rà soát kế hoạch chiến lược|tháng 5/2024|Hoàn thành|", "2|1.2|Kiện toàn|9/2023|Xong|"]);
    let told: Vec<_> = of(&read, "X23").into_iter().filter_map(|finding| finding.raw.as_deref()).collect();
    assert_eq!(told, ["tháng 5/2024"]);
}

#[test]
fn a_column_of_what_is_done_that_names_only_a_time_to_come_is_told() {
    let rows = [
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Nội dung kế hoạch|Những công việc đã triển khai xong|Những công việc đang triển khai hoặc chậm|Chưa triển khai|Ghi chú",
        "1|1.1|Rà soát kế hoạch chiến lược|Thực hiện trong hè 2024|||",
        "2|1.2|Kiện toàn hội đồng trường|Thực hiện trong tháng 10/2023|||",
        "3|1.3|Bồi dưỡng giáo viên|Đã bồi dưỡng 12 giáo viên, hè 2024 bồi dưỡng tiếp|||",
        "4|1.4|Tổ chức hội thi|Hội thi cấp trường tổ chức vào tháng 3|||",
        "5|1.5|Trồng cây xanh|Đã trồng 20 cây trong tháng 10|||",
        "6|1.6|Xây hố cát|Ngày 20/01/2024 nghiệm thu|||",
        "7|1.7|Xây bồn hoa|Ngày 20/12/2023 nghiệm thu|||",
    ];
    let read = Desk::new().file("a.xlsx", &[sheet("KQ", HOA_SEN, &rows)]).judged();
    let told: Vec<_> = of(&read, "X23").into_iter().filter_map(|finding| finding.raw.as_deref()).collect();
    assert_eq!(told, ["Thực hiện trong hè 2024", "Hội thi cấp trường tổ chức vào tháng 3", "Ngày 20/01/2024 nghiệm thu"]);
}

#[test]
fn a_report_that_lists_work_with_its_time_is_no_second_plan() {
    let rows = [
        "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Công việc|Thời gian thực hiện|Tình trạng",
        "1|1.1|Rà soát kế hoạch chiến lược|Tháng 10/2023|Hoàn thành",
    ];
    let read = Desk::new()
        .file("a.xlsx", &[plan(HOA_SEN, &["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 10/2023|"]), sheet("KQ", HOA_SEN, &rows)])
        .judged();
    assert_eq!(read.actions.len(), 1, "{:?}", read.actions);
    assert_eq!(read.actions[0].status, Status::Completed);
}

#[test]
fn a_plan_whose_column_of_times_is_gone_is_told_once() {
    let titles = "TT|Tiêu chuẩn, tiêu chí|Kết quả cần đạt|Công việc/giải pháp cần thực hiện|Chủ trì|Dự kiến kinh phí";
    let rows =
        ["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", titles, "1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Không", "2|1.2|Đủ|Kiện toàn hội đồng|HT|Không"];
    let read = Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &rows)]).judged();
    assert_eq!((read.actions.len(), of(&read, "T23").len()), (2, 1));
    assert!(read.actions.iter().all(|action| action.window.due.is_none()));
    // Two columns, or a column that is empty, are a column.
    assert!(of(&judged(&["1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT||"], &[]), "T23").is_empty());
}

#[test]
fn a_note_that_puts_work_off_is_told_and_the_due_date_stays() {
    const NOTED: &str = "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian|Ghi chú";
    let rows = [
        NOTED,
        "1|3.1|Làm mái che sân|Kế toán|30/11/2023|Lùi sang tháng 3/2024",
        "2|3.6|Mua phần mềm|Thư viện|15/12/2023|Chuyển sang HKII do chưa có kinh phí",
        "3|1.9|Sửa quy chế|CTCĐ|15/10/2023|Năm 2022 đã lùi nhiều lần",
    ];
    let read = Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &rows)]).judged();
    let told: Vec<String> = of(&read, "R11").iter().map(|finding| finding.message()).collect();
    assert_eq!(
        told,
        [
            "\"Lùi sang tháng 3/2024\" nói việc chuyển đến 31/03/2024, còn cột thời gian ghi hạn 30/11/2023; xét quá hạn theo cột thời gian.",
            "\"Chuyển sang HKII do chưa có kinh phí\" nói việc chuyển đến 31/05/2024, còn cột thời gian ghi hạn 15/12/2023; xét quá hạn theo cột thời gian."
        ]
    );
    assert_eq!(read.actions[0].window.due, Some(date(2023, 11, 30)));
}

#[test]
fn one_day_of_the_year_after_may_have_got_the_year_in_which_it_was_typed() {
    let told = |time: &str| {
        let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &[&format!("1|1.1|Đủ|Rà soát|HT|{time}|")])]).judged();
        of(&read, "X09").len()
    };
    assert_eq!((told("15/11/2024"), told("Tháng 12/2024")), (1, 1));
    for time in ["15/11/2023", "Tháng 7/2024", "Từ năm 2023 đến tháng 12/2025", "Tháng 9/2023 đến tháng 12/2024"] {
        assert_eq!(told(time), 0, "{time}");
    }
}
