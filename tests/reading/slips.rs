//! "Phiếu đánh giá tiêu chí": one block or sheet for each criterion, in free form.

use super::{expected, levels, rules};
use crate::paper::{Paper, reading};

fn slip(rows: &[&str]) -> Paper {
    let mut all = vec!["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", "PHIẾU ĐÁNH GIÁ TIÊU CHÍ"];
    all.extend(rows);
    Paper::of("Phiếu", &all)
}

#[test]
fn the_slip_of_the_circular_is_read_with_its_conclusion_and_its_plan() {
    let read = reading(&[slip(&[
        "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
        "Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường",
        "Mức 1: a) Phù hợp với mục tiêu giáo dục; b) Được xác định bằng văn bản; c) Được công bố công khai.",
        "Mức 2: Nhà trường có các giải pháp giám sát việc thực hiện phương hướng, chiến lược.",
        "1. Mô tả hiện trạng",
        "Nhà trường có chiến lược phát triển giai đoạn 2020-2025 được phê duyệt và công khai trên trang thông tin.",
        "2. Điểm mạnh",
        "3. Điểm yếu",
        "4. Kế hoạch cải tiến chất lượng",
        "TT|Giải pháp|Người thực hiện|Thời gian",
        "1|Rà soát, bổ sung chiến lược|Hiệu trưởng|Tháng 12/2023",
        "",
        "5. Tự đánh giá",
        "Mức 1||Mức 2||Mức 3|",
        "Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt",
        "a|Đạt|*|Đạt|*|Không đạt",
        "b|Đạt||||",
        "c|Đạt||||",
        "|Đạt||Đạt||Không đạt",
        "Kết quả: Đạt Mức 2",
    ])
    .merged(16, 0, 16, 1)
    .merged(16, 2, 16, 3)
    .merged(16, 4, 16, 5)]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-")]), "{:?}", rules(&read));
    assert!(read.declarations.is_empty(), "{:?}", read.declarations);
    let works: Vec<String> =
        read.actions.iter().map(|action| format!("{:?} {}", action.criterion.map(|it| it.to_string()), action.task)).collect();
    assert_eq!(works, ["Some(\"1.1\") Rà soát, bổ sung chiến lược"], "{:?}", rules(&read));
    for id in ["C22", "T02", "T09", "C10"] {
        assert!(!rules(&read).contains(id), "{id}: {:?}", rules(&read));
    }
    assert!(read.assessments.iter().all(|row| row.origin.cell.to_string() == "A23"), "{:?}", read.assessments[0].origin);
}

#[test]
fn lines_of_levels_and_a_conclusion_one_block_after_the_other() {
    let read = reading(&[slip(&[
        "Tiêu chí 1.1: Phương hướng, chiến lược",
        "Mức 1: Đạt",
        "Mức 2: Đạt",
        "Mức 3: Không đạt",
        "Tự đánh giá: Đạt Mức 2",
        "",
        "Tiêu chí 1.2: Hội đồng trường",
        "Mức 1: Đạt",
        "Mức 2: Không đạt",
        "Kết luận: Tiêu chí đạt Mức 1",
        "",
        "Tiêu chí 1.3",
        "Kết luận: Không đạt",
        "",
        "Kết luận chung: Trường đạt Mức 1",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-"), ("1.3", "---")]), "{:?}", rules(&read));
    assert_eq!(read.declarations.len(), 1, "what is said of the school stays: {:?}", read.declarations);
}

#[test]
fn without_a_conclusion_a_level_is_met_by_all_its_indicators() {
    let read = reading(&[slip(&[
        "Tiêu chí 1.1: Phương hướng, chiến lược",
        "Mức|Chỉ báo|Đạt|Không đạt",
        "Mức 1|a) Phù hợp với mục tiêu giáo dục|x|",
        "|b) Được xác định bằng văn bản|x|",
        "|c) Được công bố công khai|x|",
        "Mức 2|a) Có giải pháp giám sát||x",
        "Tiêu chí 1.5: Khối lớp",
        "Chỉ báo|Mức 1|Mức 2|Mức 3",
        "a|Đạt|Đạt|Đạt",
        "b|Đạt|Đạt|",
        "c|Không đạt||",
    ])
    .merged(5, 0, 7, 0)]);
    assert_eq!(levels(&read), expected(&[("1.1", "+--"), ("1.5", "---")]), "{:?}", rules(&read));
}

#[test]
fn what_disagrees_with_the_conclusion_is_told() {
    let read = reading(&[slip(&[
        "Tiêu chí 1.1: Phương hướng, chiến lược",
        "Mức 1: Đạt",
        "Mức 2: Không đạt",
        "Tự đánh giá: Đạt Mức 2",
        "Tiêu chí 1.3: Tổ chức Đảng",
        "Mức 1: Không đạt",
        "Mức 2: Đạt",
        "Tiêu chí 1.4: Hiệu trưởng",
        "Tự đánh giá: Đạt Mức 2",
        "Kết luận: Đạt Mức 3",
        "Tiêu chí 1.5: Khối lớp",
        "Kết quả: Đạt Mức 1/2/3",
        "Tiêu chí 1.6: Quản lý hành chính",
        "Mức 1: Đạt",
    ])]);
    assert_eq!(
        levels(&read),
        expected(&[("1.1", "++-"), ("1.3", "???"), ("1.4", "???"), ("1.5", "???"), ("1.6", "+??")]),
        "{:?}",
        rules(&read)
    );
    for id in ["C22", "C11", "C10", "C12", "C20"] {
        assert!(rules(&read).contains(id), "{id}: {:?}", rules(&read));
    }
}

#[test]
fn a_sheet_for_each_criterion_needs_no_title_and_no_letterhead_of_its_own() {
    let cover = Paper::of("Bìa", &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", "BÁO CÁO TỰ ĐÁNH GIÁ"]);
    let first = Paper::of(
        "TC1.1",
        &["Tiêu chí|1.1: Phương hướng, chiến lược", "Mức 1|Đạt", "Mức 2|Đạt", "Mức 3|Không đạt", "Tự đánh giá|Đạt Mức 2"],
    );
    let second =
        Paper::of("TC1.2", &["Tiêu chuẩn 1: Tổ chức", "Tiêu chí 2: Hội đồng trường", "Mức 1: Đạt", "Mức 2: Đạt", "Tự đánh giá: Mức 2"]);
    let read = reading(&[cover, first, second]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "++")]), "{:?}", rules(&read));
    assert!(read.declarations.is_empty(), "{:?}", read.declarations);
}

#[test]
fn a_table_with_codes_of_its_own_is_no_slip() {
    let read = reading(&[Paper::of(
        "TĐG",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
            "Tiêu chí 1.1||x|x|x",
            "Tiêu chí 1.2||x|x|",
            "Tiêu chí 1.3||x||",
            "Tự đánh giá: Trường đạt Mức 1",
        ],
    )]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "++"), ("1.3", "+--")]), "{:?}", rules(&read));
    assert_eq!(read.declarations.len(), 1);
}

#[test]
fn rows_of_met_and_of_unmet_below_the_levels_say_what_their_marks_mean() {
    let read = reading(&[slip(&[
        "Tiêu chí 1.1: Phương hướng, chiến lược",
        "|Mức 1|Mức 2|Mức 3",
        "Đạt|x|x|",
        "Không đạt|||x",
        "Tiêu chí 1.2: Hội đồng trường",
        "|Mức 1|Mức 2",
        "Đạt|x|",
        "Không đạt||x",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-")]), "{:?}", rules(&read));
}

#[test]
fn the_next_slip_is_no_rest_of_the_work_planned_in_the_one_above() {
    let read = reading(&[Paper::of(
        "Phiếu",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "",
            "Tiêu chí 1.1: Phương hướng, chiến lược xây dựng nhà trường",
            "Kế hoạch cải tiến",
            "Công việc|Thời gian|Người thực hiện",
            "Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng",
            "Tự đánh giá: Đạt Mức 2",
            "Tiêu chí 1.2: Hội đồng trường",
            "4. Kế hoạch cải tiến chất lượng:",
            "Công việc|Thời gian|Người thực hiện",
            "Kiện toàn hội đồng|Tháng 11/2023|Hiệu trưởng",
            "Tự đánh giá: Đạt Mức 1",
        ],
    )]);
    assert_eq!(
        super::work(&read),
        ["1.1 Rà soát chiến lược @ Tháng 10/2023", "1.2 Kiện toàn hội đồng @ Tháng 11/2023"],
        "{:?}",
        rules(&read)
    );
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-")]));
}

const ONE: &str = "Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường\nMức 1: Đạt (3/3 chỉ báo)\nMức 2: Đạt\nMức 3: Không đạt\nKết luận: Đạt Mức 2";
const TWO: &str = "PHIẾU ĐÁNH GIÁ TIÊU CHÍ\nTiêu chuẩn 1: Tổ chức và quản lý nhà trường\nTiêu chí 1.2: Hội đồng trường và các hội đồng khác\n1. Mô tả hiện trạng\nMức 1\na) Nhà trường có hội đồng trường\n2. Điểm mạnh\n5. Tự đánh giá: Đạt Mức 1";

#[test]
fn a_slip_written_whole_into_one_cell_is_read_line_by_line() {
    let both = [("1.1", "++-"), ("1.2", "+-")];
    let one_after_the_other = Paper::of("Phiếu", &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", ONE, TWO, "||HIỆU TRƯỞNG"]);
    let in_one_cell = Paper::of("Phiếu", &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", &format!("{ONE}\n\n{TWO}")]);
    let numbered = Paper::of("Phiếu", &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", "TT|Phiếu", &format!("1|{ONE}"), &format!("2|{TWO}")]);
    for paper in [one_after_the_other, in_one_cell, numbered] {
        let read = reading(&[paper]);
        assert_eq!(levels(&read), expected(&both), "{:?}", rules(&read));
        assert!(["C12", "C22", "C10", "F35"].iter().all(|id| !rules(&read).contains(id)), "{:?}", rules(&read));
    }
    let read = reading(&[Paper::of("Phiếu", &["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", TWO])]);
    assert_eq!(levels(&read), expected(&[("1.2", "+-")]), "{:?}", rules(&read));
    assert!(read.assessments.iter().all(|row| row.origin.cell.to_string() == "A3"));
}

#[test]
fn a_slip_in_one_cell_that_contradicts_itself_is_told() {
    let read = reading(&[slip(&["Tiêu chí 1.1: Phương hướng, chiến lược\nMức 1: Đạt\nMức 2: Không đạt\nKết luận: Đạt Mức 2"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-")]), "{:?}", rules(&read));
    assert!(rules(&read).contains("C22"), "{:?}", rules(&read));
}

#[test]
fn a_criterion_of_many_lines_in_a_table_is_no_slip() {
    let read = reading(&[Paper::of(
        "KH",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2023-2024",
            "TT|Tiêu chí|Công việc|Thời gian",
            "1|Tiêu chí 1.1: Phương hướng, chiến lược\nMức 1: Đạt\nMức 2: Không đạt|Rà soát chiến lược|Tháng 10/2023",
        ],
    )]);
    assert_eq!((read.actions.len(), read.assessments.len()), (1, 0), "{:?}", rules(&read));
}

const TITLES: [&str; 2] = ["Mức 1|<|Mức 2|<|Mức 3|<", "Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt"];

#[test]
fn the_row_of_the_whole_below_the_indicators_is_held_against_them() {
    let one = |whole: &str, name: &str, heading: &str| {
        let rows = ["a|Đạt|a|Đạt|a|Không đạt", "b|Không đạt||||", "c|Đạt||||", whole];
        reading(&[Paper::drawn(name, &[&["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024", heading], &TITLES[..], &rows].concat())])
    };
    let agrees = "Đạt/Không đạt|Không đạt|Đạt/Không đạt|Không đạt|Đạt/Không đạt|Không đạt";
    for (name, heading) in [("Phiếu", "Tiêu chí 1.1: Phương hướng, chiến lược"), ("Phiếu", "2. Tiêu chí 1.1. Phương hướng"), ("TC 1.1", "")]
    {
        let read = one(agrees, name, heading);
        assert_eq!(levels(&read), expected(&[("1.1", "---")]), "{name} {heading} {:?}", rules(&read));
        assert!(["C10", "C22", "T02"].iter().all(|id| !rules(&read).contains(id)), "{name} {heading} {:?}", rules(&read));
    }
    for whole in
        ["Đạt/Không đạt|Đạt|Đạt/Không đạt|Không đạt|Đạt/Không đạt|Không đạt", "Đạt/Không đạt: Đạt|<|Đạt/Không đạt: Không đạt|<|-|<"]
    {
        let read = one(whole, "Phiếu", "Tiêu chí 1.1: Phương hướng, chiến lược");
        assert_eq!(levels(&read)["1.1"].get(..2), Some("+-"), "{whole} {:?}", rules(&read));
        assert!(rules(&read).contains("C22") && !rules(&read).contains("C10"), "{whole} {:?}", rules(&read));
    }
    let read = one("Mức tiêu chí đạt được: Mức 1", "Phiếu", "Tiêu chí 1.1: Phương hướng, chiến lược");
    assert_eq!(levels(&read), expected(&[("1.1", "+--")]), "{:?}", rules(&read));
    assert!(rules(&read).contains("C22") && !rules(&read).contains("C10"), "{:?}", rules(&read));
}

#[test]
fn what_stands_between_the_conclusion_of_a_slip_and_the_next_slip_is_no_mark() {
    let one = |code: &str, marks: [&str; 2], concluded: &str| {
        [
            "Phụ lục 5a".to_owned(),
            "Phiếu đánh giá tiêu chí".to_owned(),
            "Nhóm, cá nhân: Tổ Văn".to_owned(),
            "PHIẾU ĐÁNH GIÁ TIÊU CHÍ".to_owned(),
            format!("Tiêu chí {code}: Tên tiêu chí"),
            "5. Tự đánh giá".to_owned(),
            "Mức 1||Mức 2||Mức 3|".to_owned(),
            "Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt|Chỉ báo|Đạt/Không đạt".to_owned(),
            format!("a|Đạt|*|{}|*|{}", marks[0], marks[1]),
            "b|Đạt|-|-|-|-".to_owned(),
            "c|Đạt|-|-|-|-".to_owned(),
            format!("Kết quả: {concluded}"),
            "Xác nhận của trưởng nhóm công tác||....., ngày ... tháng ... năm ...|".to_owned(),
        ]
    };
    let rows: Vec<String> =
        one("1.1", ["Đạt", "Không đạt"], "Đạt mức 2").into_iter().chain(one("1.2", ["Không đạt", "-"], "Đạt mức 1")).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let read = reading(&[slip(&rows)]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.2", "+-")]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C10"), "{:?}", rules(&read));
}
