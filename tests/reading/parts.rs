//! Rows that head a part of a plan, by a number or a letter of their own.

use super::{rules, sheet, work};
use crate::paper::reading;

const PLAN: &str = "TT|Tiêu chí|Nội dung công việc|Phụ trách|Thời gian|Kinh phí";

#[test]
fn a_part_of_a_plan_is_headed_by_its_number_over_works_with_codes_of_their_own() {
    let read = reading(&[sheet(&[
        "Mã việc|Việc cần làm|Tiêu chí|Thời hạn|Người làm|Kinh phí",
        "I|Quản lý||||",
        "A1|Xây dựng nội quy mới|1.9|30/9/2023|HT|",
        "A2|Kiểm kê tài sản|1.6|31/12/2023|KT|500.000",
        "II|Đội ngũ||||",
        "B1|Thi giáo viên dạy giỏi|2.2|30/11/2023|PHT|3.000.000",
        "III|TIÊU CHUẨN 3||||",
        "C1|Sửa mái tôn nhà xe|3.1|31/10/2023|BV|4.200.000",
    ])]);
    let expected = [
        "1.9 Xây dựng nội quy mới @ 30/9/2023",
        "1.6 Kiểm kê tài sản @ 31/12/2023",
        "2.2 Thi giáo viên dạy giỏi @ 30/11/2023",
        "3.1 Sửa mái tôn nhà xe @ 31/10/2023",
    ];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
    assert!(!rules(&read).contains("R01") && !rules(&read).contains("R03"), "{:?}", rules(&read));
}

#[test]
fn parts_of_a_plan_are_headed_under_any_title_of_their_letters() {
    let read = reading(&[sheet(&[
        "Mã|Nội dung|Tiêu chí|Thời gian|Phụ trách|Kinh phí",
        "A|VIỆC LÀM NGAY||||",
        "CV01|Thay dây điện hỏng|3.2|9/2023|BV|1.500.000",
        "CV02|Bổ sung bình chữa cháy|1.10|9/2023|BV|4.000.000",
        "B|VIỆC TRONG NĂM||||",
        "CV03|Mua 6 đàn organ|3.5|12/2023|KT|36.000.000",
    ])]);
    let expected = ["3.2 Thay dây điện hỏng @ 9/2023", "1.10 Bổ sung bình chữa cháy @ 9/2023", "3.5 Mua 6 đàn organ @ 12/2023"];
    assert_eq!(work(&read), expected, "{:?}", rules(&read));
    let lettered = reading(&[sheet(&[
        PLAN,
        "1|3.5|Mua sắm thiết bị bếp:|||",
        "a||Mua tủ cấp đông|KT|10/2023|18.000.000",
        "b||Mua máy xay thịt|KT|11/2023|7.000.000",
        "2|2.2|Cử 2 giáo viên đi học|HT|9/2023|",
    ])]);
    let expected = ["3.5 Mua tủ cấp đông @ 10/2023", "3.5 Mua máy xay thịt @ 11/2023", "2.2 Cử 2 giáo viên đi học @ 9/2023"];
    assert_eq!(work(&lettered), expected, "{:?}", rules(&lettered));
}

#[test]
fn works_numbered_in_one_cell_of_a_row_are_one_work_until_the_last_of_them() {
    let row = "1|3.2|1. Sửa mái\n2. Lắp quạt|1. Hiệu trưởng\n2. Kế toán|1. T9/2023\n2. T2/2024|1. 20.000.000đ\n2. 6.000.000đ";
    let read = reading(&[sheet(&[PLAN, row, "2|3.6|Mua sách|Thư viện|12/2023|Không"])]);
    let told: Vec<_> = read.actions.iter().map(|row| (row.window.due.map(|due| due.to_string()), row.cost.amount_vnd)).collect();
    assert_eq!(told[0], (Some("2024-02-29".to_owned()), Some(26_000_000)), "{:?}", rules(&read));
    assert_eq!(told.len(), 2);
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc theo kế hoạch|Kết quả thực hiện",
        "1|3.2|1. Sửa mái\n2. Lắp quạt\n3. Kẻ vạch|1. Đã xong\n2. Đang làm\n3. Chưa làm",
        "2|3.6|Mua sách|Đã xong",
    ])]);
    let told: Vec<_> = read.reports.iter().map(|report| report.status.code()).collect();
    assert_eq!(told, ["in_progress", "completed"], "{:?}", rules(&read));
}
