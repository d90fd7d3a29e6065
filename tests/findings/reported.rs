//! What a school reports of its work, held against what it planned, and against the column in which it stands.

use ctcl::model::{Period, Status};

use super::{Desk, HOA_SEN, message, of, plan, result, sheet};

#[test]
fn what_is_reported_is_held_against_what_was_planned() {
    let judged = |work: &str, done: &str| {
        let papers = [plan(HOA_SEN, &[&format!("1|1.1|Đủ|{work}|HT||")]), result(HOA_SEN, &[&format!("1|1.1|{work}||{done}||Không")])];
        Desk::new().file("a.xlsx", &papers).judged()
    };
    let read = judged("Lắp tivi cho 16 lớp", "Đã lắp tivi cho 9 lớp");
    assert_eq!(message(&read, "X33"), "Việc được tính là đã hoàn thành, nhưng kế hoạch ghi 16 lớp mà kết quả ghi 9 lớp.");
    let read = judged("Tổ chức ngày hội đọc sách", "Đã phân công đồng chí Hạnh phụ trách");
    assert!(message(&read, "X32").starts_with("1 việc"), "{}", message(&read, "X32"));
    // A step is the work where it was planned, and else is told to be read as no more.
    let read = judged("Lập tờ trình xin kinh phí", "Đã lập tờ trình đúng hạn");
    assert_eq!(read.actions[0].status, Status::Completed);
    let read = judged("Sơn 5 phòng học", "Đã sơn 3 phòng, còn 2 phòng");
    assert_eq!(read.actions[0].status, Status::InProgress);
    assert!(message(&read, "X34").contains("nên tính là Đang thực hiện"), "{}", message(&read, "X34"));
    let read = judged("Sơn 5 phòng học", "Đã sơn 5 phòng học");
    assert!(["X24", "X32", "X33", "X34"].iter().all(|id| of(&read, id).is_empty()));
}

#[test]
fn a_state_in_the_plan_that_lies_in_the_future_is_asked_about() {
    let paper = sheet(
        "KH",
        HOA_SEN,
        &[
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Tình trạng",
            "1|1.1|Rà soát hồ sơ|HT|9/2023|Hoàn thành tháng 5/2024",
            "2|1.2|Kiện toàn|HT|9/2023|Hoàn thành tháng 12/2023",
        ],
    );
    let read = Desk::new().over(Period::Hk1).file("a.xlsx", &[paper]).judged();
    assert_eq!(of(&read, "X23").len(), 1);
    assert!(message(&read, "X23").contains("Hoàn thành tháng 5/2024"));
}

#[test]
fn states_in_the_columns_of_a_plan_are_read_against_it_too() {
    let paper = sheet(
        "KH",
        HOA_SEN,
        &[
            "TT|Tiêu chí|Công việc|Phụ trách|Thời gian|Đã hoàn thành|Đang thực hiện|Chưa thực hiện",
            "1|1.1|Lập tờ trình xin kinh phí|HT|9/2023|Đã lập tờ trình đúng hạn||",
            "2|1.2|Sơn 5 phòng học|HT|9/2023|Đã sơn 3 phòng, còn 2 phòng||",
        ],
    );
    let read = Desk::new().file("a.xlsx", &[paper]).judged();
    let states: Vec<&str> = read.actions.iter().map(|action| action.status.code()).collect();
    assert_eq!(states, ["completed", "in_progress"]);
    assert!(message(&read, "X34").contains("nên tính là Đang thực hiện"), "{}", message(&read, "X34"));
}

#[test]
fn what_is_asked_about_a_result_stands_at_the_cell_that_says_it() {
    let papers =
        [plan(HOA_SEN, &["1|1.1|Đủ|Mua máy chiếu|HT||"]), result(HOA_SEN, &["1|1.1|Mua máy chiếu||Đã mua, chưa thanh toán hết||Không"])];
    let read = Desk::new().file("a.xlsx", &papers).judged();
    let cell = read.actions[0].result_origin.as_ref().map(|origin| (origin.sheet.to_string(), origin.cell.to_string()));
    let told = of(&read, "X24");
    assert_eq!(cell, told[0].sheet.as_ref().zip(told[0].cell).map(|(sheet, cell)| (sheet.to_string(), cell.to_string())));
    assert!(cell.is_some_and(|(_, cell)| cell.starts_with('E')), "the column of what is done");
}
