//! Works as cards and side by side, their labels at the left: several below one another, two on a line, numbered.

use super::{rules, sheet};
use crate::paper::reading;
use ctcl::reading::Reading;

/// Each work with its criterion, who does it, until when and how far it has come, in the order of the sheet.
fn works(read: &Reading) -> Vec<String> {
    let of = |action: &ctcl::model::Action| {
        let criterion = action.criterion.map(|criterion| criterion.to_string()).unwrap_or_default();
        let due = action.window.due.map(|due| due.to_string()).unwrap_or_default();
        format!("{criterion} {} | {} | {due} | {}", action.task, action.lead, action.status.code())
    };
    let mut works: Vec<String> = read.actions.iter().map(of).collect();
    works.sort();
    works
}

const KNOWN: [&str; 4] = [
    "1.1 Sửa mái che | Kế toán | 2023-10-04 | not_started",
    "1.4 Mua đồ chơi | Nhân viên y tế | 2024-01-27 | no_report",
    "3.3 Cải tạo bếp | Phó hiệu trưởng | 2024-03-04 | completed",
    "5.2 Bổ sung sách | Thủ thư | 2023-11-05 | in_progress",
];

#[test]
fn works_side_by_side_may_stand_in_a_block_for_each_standard() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "Tiêu chuẩn 1",
        "Tiêu chí|1.1|Tiêu chí 1.4",
        "Biện pháp thực hiện|Sửa mái che|Mua đồ chơi",
        "Người phụ trách|Kế toán|Nhân viên y tế",
        "Thời gian hoàn thành|04/10/2023|27/01/2024",
        "Kết quả thực hiện|Chưa thực hiện|",
        "Tiêu chuẩn 3",
        "Tiêu chí|3.3",
        "Biện pháp thực hiện|Cải tạo bếp",
        "Người phụ trách|Phó hiệu trưởng",
        "Thời gian hoàn thành|04/03/2024",
        "Kết quả thực hiện|Đã xong",
        "",
        "Tiêu chuẩn 5",
        "Tiêu chí|5.2",
        "Biện pháp thực hiện|Bổ sung sách",
        "Người phụ trách|Thủ thư",
        "Thời gian hoàn thành|05/11/2023",
        "Kết quả thực hiện|Đang làm",
    ])]);
    assert_eq!(works(&read), KNOWN, "{:?}", rules(&read));
    let cells: Vec<String> = read.actions.iter().map(|action| action.origin.cell.to_string()).collect();
    assert_eq!(cells, ["B5", "C5", "B11", "B18"]);
}

#[test]
fn two_cards_on_a_line_are_two_works_and_no_other_table_beside_the_first() {
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "",
        "Tiêu chí|1.1||Tiêu chí|1.4",
        "Nội dung công việc|Sửa mái che||Nội dung công việc|Mua đồ chơi",
        "Chủ trì|Kế toán||Chủ trì|Nhân viên y tế",
        "Thời gian thực hiện|04/10/2023||Thời gian thực hiện|27/01/2024",
        "Kết quả thực hiện|Chưa thực hiện||Kết quả thực hiện|",
        "",
        "Tiêu chí|3.3||Tiêu chí|Tiêu chí 5.2",
        "Nội dung công việc|Cải tạo bếp||Nội dung công việc|Bổ sung sách",
        "Chủ trì|Phó hiệu trưởng||Chủ trì|Thủ thư",
        "Thời gian thực hiện|04/03/2024||Thời gian thực hiện|05/11/2023",
        "Kết quả thực hiện|Đã xong||Kết quả thực hiện|Đang làm",
    ])]);
    assert_eq!(works(&read), KNOWN, "{:?}", rules(&read));
    assert!(!rules(&read).contains("T08"), "{:?}", rules(&read));
}

#[test]
fn a_bare_number_heads_a_card_and_one_of_them_may_say_more_than_the_others() {
    for number in ["1", "1.", "I"] {
        let read = reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            number,
            "Tiêu chí|1.1",
            "Công việc|Sửa mái che",
            "Người thực hiện|Kế toán",
            "Thời gian hoàn thành|04/10/2023",
            "Kết quả|Chưa thực hiện",
            "2",
            "Tiêu chí|1.4",
            "Công việc|Mua đồ chơi",
            "Người thực hiện|Nhân viên y tế",
            "Thời gian hoàn thành|27/01/2024",
        ])]);
        assert_eq!(works(&read), KNOWN[..2], "{number}: {:?}", rules(&read));
    }
}

#[test]
fn the_second_half_of_a_list_beside_the_first_is_no_other_table() {
    let titles = "TT|Tiêu chí|Nội dung công việc|Người thực hiện|Hạn hoàn thành";
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        &format!("{titles}||{titles}"),
        "1|1.1|Sửa mái che|Kế toán|04/10/2023||4|5.3|Mua bàn ghế|Nhân viên y tế|18/11/2023",
        "2|1.4|Mua đồ chơi|Nhân viên y tế|27/01/2024||5|5.4|Trồng cây xanh|Tổ văn phòng|25/05/2024",
        "3|3.3|Cải tạo bếp|Phó hiệu trưởng|04/03/2024||6|5.6|Cập nhật trang tin|Tổ văn phòng|17/03/2024",
        "4|3.5|Thay cổng|Bảo vệ|04/03/2024",
    ])]);
    assert_eq!(read.actions.len(), 7, "{:?} {:?}", works(&read), rules(&read));
    assert!(!rules(&read).contains("T08"), "{:?}", rules(&read));
}

#[test]
fn a_self_assessment_below_works_side_by_side_stays_whole() {
    let rows = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "Tiêu chí|1.1|1.4|2.1|3.3|5.2|5.3",
        "Công việc|Sửa mái che|Mua đồ chơi|Mở lớp|Cải tạo bếp|Bổ sung sách|Hội thi",
        "Người thực hiện|Kế toán|Nhân viên y tế|Hiệu trưởng|Phó hiệu trưởng|Thủ thư|Công đoàn",
        "Thời gian|04/10/2023|27/01/2024|10/11/2023|04/03/2024|05/11/2023|20/11/2023",
        "",
        "Tiêu chí|Kết quả||",
        "|Mức 1|Mức 2|Mức 3",
        "1.1|x|x|",
        "1.2|x||",
        "1.3|x|x|x",
    ];
    let mut paper = sheet(&rows);
    let titles = paper.cells.iter().filter(|(.., typed)| matches!(typed, crate::paper::Typed::Text(text) if text == "Kết quả"));
    let row = titles.map(|(row, ..)| *row).next().expect("titles of levels");
    paper.merges.extend([(row, 0, row + 1, 0), (row, 1, row, 3)]);
    let read = reading(&[paper]);
    assert_eq!(read.actions.len(), 6, "{:?} {:?}", works(&read), rules(&read));
    let judged = read.assessments.iter().filter(|verdict| verdict.level == 2).map(|verdict| verdict.origin.cell.to_string());
    let judged: Vec<String> = judged.collect();
    assert_eq!(judged.len(), 3, "{:?}", rules(&read));
    assert!(
        judged
            .iter()
            .all(|cell| cell.ends_with(|digit: char| digit.is_ascii_digit()) && cell[1..].parse::<u32>().is_ok_and(|line| line > row)),
        "{judged:?}"
    );
}
