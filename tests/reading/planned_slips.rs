//! "4. Kế hoạch cải tiến chất lượng" of slips, one sheet for each criterion: as a table, in lines, in words.

use super::{expected, levels, rules};
use crate::paper::{Paper, reading};

/// A slip with its plan, the table of its indicators below, and who wrote it.
fn slip(code: &str, plan: &[&str]) -> Paper {
    let criterion = format!("Tiêu chí {code}: Nội dung tiêu chí");
    let above = ["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", "PHIẾU ĐÁNH GIÁ TIÊU CHÍ", &criterion, "1. Mô tả hiện trạng", "Có đủ hồ sơ."];
    let below = [
        "5. Tự đánh giá",
        "5.1. Tự đánh giá từng chỉ báo:",
        "Mức 1||Mức 2||Mức 3|",
        "Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt",
        "a|Đạt|-|Đạt|-|Không đạt",
        "b|Đạt||||",
        "c|Đạt||||",
        "5.2. Tự đánh giá tiêu chí: Đạt Mức 2",
        "",
        "|||NGƯỜI VIẾT",
        "|||(Ký, ghi rõ họ tên)",
    ];
    Paper::of(&format!("TC {code}"), &[&above[..], &["4. Kế hoạch cải tiến chất lượng"], plan, &below].concat())
}

fn works(read: &ctcl::reading::Reading) -> Vec<String> {
    let shown = |action: &ctcl::model::Action| {
        let criterion = action.criterion.map_or_else(String::new, |it| it.to_string());
        format!("{criterion} {} | {} | {} | {} | {}", action.task, action.lead, action.time_text, action.cost_text, action.origin.cell)
    };
    read.actions.iter().map(shown).collect()
}

#[test]
fn a_plan_as_a_table_ends_where_the_criterion_is_judged() {
    let titles = "Giải pháp cải tiến|Người thực hiện|Thời gian|Kinh phí";
    let read = reading(&[
        slip("1.1", &[titles, "Rà soát chiến lược|Hiệu trưởng|Tháng 9/2023|0"]),
        slip("1.3", &[titles, "Kiện toàn chi bộ|Phó hiệu trưởng|Tháng 10/2023|0", "Kết nạp 2 đảng viên|Hiệu trưởng|Tháng 12/2023|0"]),
    ]);
    assert_eq!(
        works(&read),
        [
            "1.1 Rà soát chiến lược | Hiệu trưởng | Tháng 9/2023 | 0 | A9",
            "1.3 Kiện toàn chi bộ | Phó hiệu trưởng | Tháng 10/2023 | 0 | A9",
            "1.3 Kết nạp 2 đảng viên | Hiệu trưởng | Tháng 12/2023 | 0 | A10",
        ]
    );
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "++-")]), "{:?}", rules(&read));
    assert!(["C09", "R01", "T96"].iter().all(|id| !rules(&read).contains(*id)), "{:?}", rules(&read));
}

#[test]
fn a_plan_in_lines_is_a_work_for_each_time_its_labels_come() {
    let one = ["- Giải pháp: Rà soát chiến lược", "- Người thực hiện: Hiệu trưởng", "- Thời gian: Tháng 9/2023", "- Kinh phí: 0"];
    let two = [
        "- Biện pháp: Kiện toàn chi bộ",
        "- Người phụ trách: Phó hiệu trưởng",
        "- Thời gian: Tháng 10/2023",
        "- Biện pháp: Kết nạp 2 đảng viên",
        "- Người phụ trách: Hiệu trưởng",
        "- Thời gian: Tháng 12/2023",
    ];
    let read = reading(&[slip("1.1", &one), slip("1.3", &two)]);
    assert_eq!(
        works(&read),
        [
            "1.1 Rà soát chiến lược | Hiệu trưởng | Tháng 9/2023 | 0 | A8",
            "1.3 Kiện toàn chi bộ | Phó hiệu trưởng | Tháng 10/2023 |  | A8",
            "1.3 Kết nạp 2 đảng viên | Hiệu trưởng | Tháng 12/2023 |  | A11",
        ],
        "{:?}",
        rules(&read)
    );
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "++-")]), "{:?}", rules(&read));
}

#[test]
fn a_line_that_goes_on_below_is_no_work_of_its_own() {
    let lines = ["- Giải pháp: Rà soát, bổ sung", "- Người thực hiện: Hiệu trưởng,", "phó hiệu trưởng", "- Thời gian: Tháng 9/2023"];
    let read = reading(&[slip("1.1", &lines)]);
    assert_eq!(works(&read), ["1.1 Rà soát, bổ sung | Hiệu trưởng, phó hiệu trưởng | Tháng 9/2023 |  | A8"], "{:?}", rules(&read));
}

#[test]
fn what_is_judged_right_below_the_lines_of_a_plan_is_no_line_of_it() {
    let mut rows = vec!["TRƯỜNG THCS HOA SEN".to_owned(), "Năm học 2023-2024".to_owned(), "PHIẾU ĐÁNH GIÁ TIÊU CHÍ".to_owned()];
    for code in ["1.1", "1.3"] {
        rows.push(format!("Tiêu chí {code}: Nội dung tiêu chí"));
        let lines = ["Kế hoạch cải tiến:", "+ Biện pháp: Rà soát", "+ Thời gian: Tháng 9/2023", "Tự đánh giá: Đạt Mức 2"];
        rows.extend(lines.map(str::to_owned));
    }
    let read = reading(&[Paper::of("Phiếu", &rows.iter().map(String::as_str).collect::<Vec<_>>())]);
    assert_eq!(works(&read), ["1.1 Rà soát |  | Tháng 9/2023 |  | A6", "1.3 Rà soát |  | Tháng 9/2023 |  | A11"], "{:?}", rules(&read));
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "++-")]), "{:?}", rules(&read));
}

#[test]
fn a_plan_in_words_is_told_and_none_is_not() {
    let words = "Năm học 2023-2024, hiệu trưởng rà soát chiến lược phát triển nhà trường trong tháng 9.";
    let read = reading(&[slip("1.1", &[words]), slip("1.3", &["Không có."]), slip("1.4", &[])]);
    assert!(read.actions.is_empty(), "{:?}", works(&read));
    let told: Vec<_> = read.findings.iter().filter(|finding| finding.rule.id == "T96").collect();
    assert_eq!(told.iter().filter_map(|finding| finding.cell).map(|cell| cell.to_string()).collect::<Vec<_>>(), ["A8"]);
    assert!(told[0].to_string().contains("1 tiêu chí ở trang này viết thành đoạn văn"), "{}", told[0]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "++-"), ("1.4", "++-")]), "{:?}", rules(&read));
}
