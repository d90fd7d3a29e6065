//! What a careless hand does to a table: cells that slip by a column, rows that are pasted twice, codes that are left out, contents in the wrong column.

use super::*;

const WORKS: [&str; 4] = [
    "1|Tiêu chí 1.1|Đủ|Rà soát kế hoạch chiến lược|Hiệu trưởng|Tháng 12/2023|2.000.000 đồng",
    "2|Tiêu chí 1.2|Đủ|Kiện toàn hội đồng trường|Hiệu trưởng|Tháng 3/2024|",
    "3|Tiêu chí 2.1|Đủ|Bồi dưỡng giáo viên cốt cán|Phó hiệu trưởng|Tháng 4/2024|",
    "4|Tiêu chí 2.2|Đủ|Cử giáo viên đi học nâng chuẩn|Phó hiệu trưởng|Tháng 10/2023|",
];

fn ids<'r>(read: &'r Reading, among: &[&str]) -> Vec<&'r str> {
    read.findings.iter().map(|finding| finding.rule.id).filter(|id| among.contains(id)).collect()
}

fn codes(read: &Reading) -> Vec<String> {
    read.actions.iter().map(|action| action.criterion.map_or_else(String::new, |criterion| criterion.to_string())).collect()
}

#[test]
fn a_row_that_slipped_to_the_right_is_put_back() {
    let slipped = "|3|Tiêu chí 2.1|Đủ|Bồi dưỡng giáo viên cốt cán|Phó hiệu trưởng|Tháng 4/2024";
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &[WORKS[0], WORKS[1], slipped, WORKS[3]])]).judged();
    assert_eq!(codes(&read), ["1.1", "1.2", "2.1", "2.2"]);
    assert_eq!(read.actions[2].lead, "Phó hiệu trưởng");
    assert_eq!(ids(&read, &["R02", "R15", "C07"]), ["R15"]);
    // The criterion of another row is named in words, and nothing slipped.
    let named = "3|Tiêu chí 2.1|Tiêu chí 2.1 đạt Mức 2|Bồi dưỡng giáo viên cốt cán|Phó hiệu trưởng|Tháng 4/2024|";
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &[WORKS[0], WORKS[1], named, WORKS[3]])]).judged();
    assert_eq!((codes(&read).len(), ids(&read, &["R15"]).len()), (4, 0));
}

#[test]
fn rows_that_were_pasted_twice_count_once() {
    let rows = [WORKS[0], WORKS[1], WORKS[2], WORKS[1], WORKS[2], WORKS[3]];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &rows)]).judged();
    assert_eq!(codes(&read), ["1.1", "1.2", "2.1", "2.2"]);
    let said = message(&read, "X38");
    assert!(said.contains("2 dòng") && said.contains("giống"), "{said}");
    // The same work in another month is a work of its own, and so is one that says nothing but its name.
    let again = "5|Tiêu chí 1.2|Đủ|Kiện toàn hội đồng trường|Hiệu trưởng|Tháng 5/2024|";
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &[WORKS[0], WORKS[1], again])]).judged();
    assert_eq!((read.actions.len(), of(&read, "X38").len()), (3, 0));
}

#[test]
fn a_table_with_its_copy_beside_it_counts_once() {
    let beside = |row: &str| format!("{row}||{row}");
    let rows: Vec<String> = [&[PLAN], &WORKS[..]].concat().into_iter().map(beside).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let read = Desk::new().file("a.xlsx", &[sheet("KH", HOA_SEN, &rows)]).judged();
    assert_eq!(read.actions.len(), 4, "{:?}", work(&read));
}

#[test]
fn a_row_without_its_criterion_among_rows_that_have_one_is_told() {
    let more = ["5|Tiêu chí 3.1|Đủ|Trồng cây|Hiệu trưởng|Tháng 4/2024|", "6|Tiêu chí 3.2|Đủ|Sửa phòng học|Hiệu trưởng|Tháng 4/2024|"];
    let bare = "7||Đủ|Mua máy tính|Hiệu trưởng|Tháng 4/2024|";
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &[&WORKS[..], &more, &[bare]].concat())]).judged();
    assert_eq!(ids(&read, &["R16"]), ["R16"]);
    // Where several rows leave it out it is the custom of the table.
    let other = "8||Đủ|Mua máy in|Hiệu trưởng|Tháng 4/2024|";
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &[&WORKS[..], &more, &[bare, other]].concat())]).judged();
    assert_eq!(ids(&read, &["R16"]), [""; 0]);
}

#[test]
fn what_stands_in_the_wrong_column_is_told() {
    let told = |row: &str| {
        let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &[WORKS[0], row])]).judged();
        of(&read, "C35").iter().map(|finding| finding.details["what"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(told("2|Tiêu chí 1.2|Đủ|Kiện toàn hội đồng trường|9 000 000|Tháng 3/2024|Hiệu trưởng"), ["số tiền"]);
    assert_eq!(told("2|Tiêu chí 1.2|Đủ|Kiện toàn hội đồng trường|Tháng 3/2024|Hiệu trưởng|"), ["thời gian"]);
    for well in [
        "2|Tiêu chí 1.2|Đủ|Kiện toàn hội đồng trường|Tổ 1|Tháng 3/2024|",
        "2|Tiêu chí 1.2|100% lớp|Kiện toàn hội đồng trường|HT|Tháng 3/2024|",
        "2|Tiêu chí 1.2|10.000.000 đồng|Quyên góp quỹ học bổng|HT|Tháng 3/2024|500.000 đồng",
    ] {
        assert_eq!(told(well), [""; 0], "{well}");
    }
    let rows = ["1|1.1|Rà soát kế hoạch chiến lược||Đã xong||", "2||Kiện toàn hội đồng trường||||TC 1.2"];
    let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, &WORKS), result(HOA_SEN, &rows)]).judged();
    assert_eq!(of(&read, "C35").len(), 1);
}

#[test]
fn a_result_that_names_no_work_is_told() {
    let rows = ["1|1.1|Rà soát kế hoạch chiến lược||Đã xong||", "2|1.2|||Đã kiện toàn||"];
    let read = Desk::new().file("a.xlsx", &[result(HOA_SEN, &rows)]).judged();
    assert_eq!(of(&read, "X37").len(), 1);
}

#[test]
fn the_rest_of_a_text_that_begins_like_a_heading_is_no_heading() {
    let rows = ["1|1.1|Tham mưu cải tạo cổng trường|||Đang thi công|", "|||||phần vỉa hè|", "2|1.2|Kiện toàn hội đồng trường||Đã xong||"];
    let read = Desk::new().file("a.xlsx", &[result(HOA_SEN, &rows)]).judged();
    assert_eq!(read.actions[0].ongoing_text, "Đang thi công phần vỉa hè");
}

#[test]
fn the_short_rows_of_a_block_that_was_pasted_twice_are_copies_too() {
    const SHORT: [&str; 2] = ["5|Tiêu chí 3.6|Đủ|Mua sách|Thư viện|Tháng 12/2023|", "6|Tiêu chí 3.6||Dán nhãn|Thư viện|Tháng 12/2023|"];
    let counted = |rows: &[&str]| {
        let read = Desk::new().file("a.xlsx", &[plan(HOA_SEN, rows)]).judged();
        (read.actions.len(), of(&read, "X38").len())
    };
    assert_eq!(counted(&[WORKS[1], SHORT[0], SHORT[1], "", WORKS[1], SHORT[0], SHORT[1]]), (3, 1));
    // The same few words elsewhere than the copy of a longer row are work of their own.
    assert_eq!(counted(&[WORKS[1], SHORT[1], "", WORKS[1], WORKS[0], SHORT[1]]), (4, 1));
    assert_eq!(counted(&[SHORT[1], WORKS[0], SHORT[1]]), (3, 0));
}
