//! Lists that tell how far the works of a plan have come, in the columns of a plan.

use std::collections::BTreeSet;

use super::*;
use ctcl::model::Period;

const WORKS: &[&str] = &[
    "1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|",
    "2|3.5|Đủ|Mua 15 máy vi tính|KT|Tháng 11/2023|45 triệu đồng",
    "3|3.6|Đủ|Mua 300 bản sách cho thư viện|TV|Tháng 12/2023|15 triệu đồng",
    "4|5.1|Đủ|Dự giờ 20 tiết|PHT|Tháng 3/2024|2 triệu đồng",
];

fn list(titles: &str, rows: &[&str]) -> Paper {
    Paper::of("TĐ", &[&[HOA_SEN, "THEO DÕI KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", titles][..], rows].concat())
}

/// The works by their due day and their cost, and how far they have come.
fn told(read: &Reading) -> BTreeSet<String> {
    let shown = |row: &ctcl::model::Action| {
        let due = row.window.due.map_or_else(String::new, |due| due.to_string());
        format!("{} {due} {} {:?}", row.task, row.cost.amount_vnd.unwrap_or_default(), row.status)
    };
    read.actions.iter().map(shown).collect()
}

#[test]
fn a_list_without_times_or_costs_reports_on_the_plan_and_takes_nothing_from_it() {
    let expected = BTreeSet::from(
        [
            "Rà soát kế hoạch chiến lược 2023-12-31 0 Completed",
            "Mua 15 máy vi tính 2023-11-30 45000000 InProgress",
            "Mua 300 bản sách cho thư viện 2023-12-31 15000000 NotStarted",
            "Dự giờ 20 tiết 2024-03-31 2000000 Completed",
        ]
        .map(str::to_owned),
    );
    let bare = [
        "1|1.1|Rà soát kế hoạch chiến lược||Đã xong",
        "2|3.5|Mua 15 máy vi tính||Đang làm",
        "3|3.6|Mua 300 bản sách cho thư viện||Chưa làm",
        "4|5.1|Dự giờ 20 tiết||Đã xong",
    ];
    let timed = [
        "1|1.1|Rà soát kế hoạch chiến lược|Tháng 12/2023|Đã xong",
        "2|3.5|Mua 15 máy vi tính|Tháng 11/2023|Đang làm",
        "3|3.6|Mua 300 bản sách cho thư viện|Tháng 12/2023|Chưa làm",
        "4|5.1|Dự giờ 20 tiết|Tháng 3/2024|Đã xong",
    ];
    for rows in [bare, timed] {
        let progress = list("TT|Tiêu chí|Công việc|Thời gian hoàn thành|Đánh giá", &rows);
        let sheets = Desk::new().file("a.xlsx", &[plan(HOA_SEN, WORKS), progress.clone()]).judged();
        assert_eq!(
            (told(&sheets), of(&sheets, "F77").len(), of(&sheets, "F45").len()),
            (expected.clone(), 1, 0),
            "on two sheets of a file"
        );
        // Whichever file is read first.
        for (one, other) in [("a.xlsx", "z.xlsx"), ("z.xlsx", "a.xlsx")] {
            let read = Desk::new().file(one, &[plan(HOA_SEN, WORKS)]).file(other, std::slice::from_ref(&progress)).judged();
            assert_eq!(told(&read), expected);
            assert_eq!((of(&read, "F77").len(), of(&read, "F37").len() + of(&read, "F38").len() + of(&read, "T23").len()), (1, 0));
            assert!(read.actions.iter().all(|row| row.result_origin.as_ref().is_some_and(|said| &*said.file == other)));
        }
    }
}

#[test]
fn a_list_of_other_works_or_a_plan_that_says_what_became_of_it_is_a_plan() {
    let titles = "TT|Tiêu chí|Công việc|Thời gian|Kinh phí|Đánh giá";
    for (title, rows) in [
        // Of other works.
        ("THEO DÕI KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", &["1|1.1|Xây nhà đa năng||||Đang làm", "2|3.5|Sửa cổng trường||||Chưa làm"][..]),
        // The plan itself, with what became of it.
        (
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            &["1|1.1|Rà soát kế hoạch chiến lược|Tháng 12/2023|0|Đã xong", "2|3.5|Mua 15 máy vi tính|Tháng 11/2023|45 triệu đồng|Đang làm"],
        ),
    ] {
        let list = Paper::of("TĐ", &[&[HOA_SEN, title, titles][..], rows].concat());
        let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, WORKS)]).file("z.xlsx", &[list]).over(Period::Hk1).judged();
        assert!(of(&read, "F77").is_empty(), "{rows:?}");
    }
}

#[test]
fn a_report_in_the_columns_of_the_plan_moves_no_due_day_and_no_cost_in_silence() {
    let titles = "TT|Tiêu chí|Công việc|Thời gian|Kinh phí|Đánh giá";
    // Two of four works, one put off and one that cost more; then the work that is left.
    let some =
        ["1|1.1|Rà soát kế hoạch chiến lược|Tháng 12/2023|0|Đã xong", "2|3.5|Mua 15 máy vi tính|Tháng 4/2024|47 triệu đồng|Đang làm"];
    let left = ["1|3.5|Mua 15 máy vi tính|Tháng 4/2024|45 triệu đồng|Đang làm"];
    let reports = [
        ("BÁO CÁO TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG HỌC KỲ I", &some[..], 1),
        ("CÁC VIỆC CHƯA HOÀN THÀNH CỦA KẾ HOẠCH, CHUYỂN SANG HỌC KỲ II", &left[..], 0),
    ];
    for (title, rows, costs) in reports {
        let report = Paper::of("BC", &[&[HOA_SEN, title, titles][..], rows].concat());
        let sheets = Desk::new().file("a.xlsx", &[plan(HOA_SEN, WORKS), report.clone()]).over(Period::Hk1).judged();
        let files = Desk::new().file("a.xlsx", &[plan(HOA_SEN, WORKS)]).file("z.xlsx", &[report]).over(Period::Hk1).judged();
        for read in [sheets, files] {
            assert_eq!(read.actions.len(), WORKS.len(), "{title}");
            assert!(told(&read).contains("Mua 15 máy vi tính 2023-11-30 45000000 InProgress"), "{title}: {:?}", told(&read));
            let counts = ["F77", "X21", "F78", "F45"].map(|id| of(&read, id).len());
            assert_eq!(counts, [1, 1, costs, 0], "{title}: {:?}", read.findings);
        }
    }
    // Works beyond the plan keep their own time and cost, and take nothing of the plan away.
    let beyond =
        ["1|1.1|Rà soát kế hoạch chiến lược|Tháng 12/2023|0|Đã xong", "2|4.2|Ký quy chế phối hợp|Tháng 10/2023|2 triệu đồng|Chưa làm"];
    let report = Paper::of("BC", &[&[HOA_SEN, "BÁO CÁO THỰC HIỆN KẾ HOẠCH CẢI TIẾN", titles][..], &beyond].concat());
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, WORKS)]).file("z.xlsx", &[report]).over(Period::Hk1).judged();
    assert_eq!((read.actions.len(), of(&read, "F37").len()), (WORKS.len() + 1, 0), "{:?}", told(&read));
    assert!(told(&read).contains("Ký quy chế phối hợp 2023-10-31 2000000 NotStarted"), "{:?}", told(&read));
    assert!(message(&read, "X02").ends_with("tính là một việc riêng, hạn 31/10/2023 theo dòng này."), "{}", message(&read, "X02"));
    // A plan of a later day is a plan: its times hold.
    let newer = Paper::of("KH mới", &[&[HOA_SEN, "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG (ĐIỀU CHỈNH)", titles][..], &some].concat());
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, WORKS), newer]).over(Period::Hk1).judged();
    assert!(told(&read).contains("Mua 15 máy vi tính 2024-04-30 47000000 InProgress"), "{:?}", told(&read));
    assert!(of(&read, "F77").is_empty() && of(&read, "X21").is_empty());
}
