//! What stands only in comments pinned to cells: told once for a sheet, never counted.

use super::{PLAN, rules, sheet, work};
use crate::paper::{Paper, reading};
use ctcl::reading::Reading;

fn told(read: &Reading) -> Vec<String> {
    read.findings.iter().filter(|finding| finding.rule.id == "T27").map(|finding| finding.details["notes"].clone()).collect()
}

fn plan() -> Paper {
    sheet(&[PLAN, "1|Tiêu chí 1.1|Rà soát hồ sơ|Hiệu trưởng|Tháng 10/2023", "2|Tiêu chí 1.5|Mua sắm|Kế toán|Tháng 11/2023"])
}

#[test]
fn notes_on_cells_are_told_once_for_a_sheet_and_change_nothing() {
    let read = reading(&[plan().noted(3, 4, "Lùi sang tháng 3/2024").noted(4, 2, "Đã xong ngày 20/11")]);
    assert_eq!(told(&read), ["E4 \"Lùi sang tháng 3/2024\", C5 \"Đã xong ngày 20/11\""]);
    assert_eq!(work(&read), ["1.1 Rà soát hồ sơ @ Tháng 10/2023", "1.5 Mua sắm @ Tháng 11/2023"]);
}

#[test]
fn a_name_without_words_our_own_notes_and_sheets_without_a_table_are_not_told() {
    let read = reading(&[
        plan().noted(3, 4, "").noted(4, 4, "Cần sửa (ctcl)\n[Cần xem lại] Không hiểu thời gian."),
        Paper::of("Bìa", &["TRƯỜNG THCS HOA SEN"]).noted(0, 0, "In bìa màu"),
    ]);
    assert!(!rules(&read).contains("T27"), "{:?}", told(&read));
}
