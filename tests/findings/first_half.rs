//! At the end of the year most schools send results alone: their plan came with the first half.

use super::*;

const WORKS: [&str; 3] = [
    "1|1.1|Đủ|Rà soát kế hoạch chiến lược|HT|Tháng 12/2023|",
    "2|1.2|Đủ|Kiện toàn hội đồng trường|HT|Tháng 3/2024|5 triệu",
    "3|2.1|Đủ|Bồi dưỡng giáo viên cốt cán|PHT|Tháng 4/2024|",
];
const JANUARY: [&str; 2] = ["1|1.1|Rà soát kế hoạch chiến lược||Đã xong||", "2|3.1|Mua ghế đá (phát sinh)||Đã mua 5 bộ||"];
const MAY: [&str; 1] = ["1|1.2|Kiện toàn hội đồng trường|||Đang thực hiện|"];

fn january() -> Reading {
    Desk::new().file("bao-cao.xlsx", &[plan(HOA_SEN, &WORKS), result(HOA_SEN, &JANUARY)]).judged()
}

fn at_the_end(papers: &[Paper]) -> Reading {
    let desk = Desk { first_half: Some(january()), ..Desk::new() };
    desk.file("bao-cao.xlsx", papers).at_the_end_of_the_year().judged()
}

#[test]
fn results_alone_are_told_of_the_plan_of_the_first_half() {
    let read = at_the_end(&[result(HOA_SEN, &MAY)]);
    let shown: Vec<String> = read
        .actions
        .iter()
        .map(|action| {
            let due = action.window.due.map_or_else(String::new, |due| due.to_string());
            format!("{}: {} {due} {}", action.task, action.status.code(), action.origin.file)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Rà soát kế hoạch chiến lược: completed 2023-12-31 bao-cao.xlsx (kỳ trước)",
            "Kiện toàn hội đồng trường: in_progress 2024-03-31 bao-cao.xlsx (kỳ trước)",
            "Bồi dưỡng giáo viên cốt cán: no_report 2024-04-30 bao-cao.xlsx (kỳ trước)",
        ],
        "what no plan named is not of this half"
    );
    let results: Vec<&str> = read.actions.iter().filter_map(|action| Some(action.result_origin.as_ref()?.file.as_ref())).collect();
    assert_eq!(results, ["bao-cao.xlsx (kỳ trước)", "bao-cao.xlsx"], "completed work keeps what was said of it, other work does not");
    assert_eq!(read.actions[1].cost.amount_vnd, Some(5_000_000));
    let told = of(&read, "X36");
    assert_eq!(told.len(), 1);
    assert!(told[0].to_string().contains("3 việc") && told[0].to_string().contains("bao-cao.xlsx"), "{}", told[0]);
    assert_eq!(message(&read, "X14"), "Trường có báo cáo nhưng không thấy biểu: Tự đánh giá.");
}

#[test]
fn a_plan_of_this_half_is_the_plan() {
    let read = at_the_end(&[plan(HOA_SEN, &WORKS[1..2]), result(HOA_SEN, &MAY)]);
    assert_eq!((read.actions.len(), of(&read, "X36").len()), (1, 0));
    // Nor does a plan stand for what no results speak of.
    let assessed = sheet("TDG", HOA_SEN, &["Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3", "1.1||x||", "1.2||x||", "1.3||x||", "1.4||x||"]);
    let read = at_the_end(&[assessed]);
    assert_eq!((read.actions.len(), of(&read, "X36").len()), (0, 0));
}

#[test]
fn without_the_first_half_at_hand_the_office_is_told_how_to_give_it() {
    let read = Desk::new().file("bao-cao.xlsx", &[result(HOA_SEN, &MAY)]).at_the_end_of_the_year().judged();
    let told = of(&read, "X14");
    assert!(told[0].remedy().contains("--previous"), "{}", told[0].remedy());
    assert_eq!(read.actions[0].window.due, None);
}
