//! What an office or a hurried school put together: rows of schools, sheets that go on, sheets that only show how.

use std::collections::{BTreeMap, BTreeSet};

use super::{rules, sheet, work};
use crate::paper::{Paper, reading};
use ctcl::model::{Declaration, Status};

const TITLES: &str = "TT|Tiêu chí|Nội dung|Phụ trách|Thời gian|Kinh phí";

#[test]
fn a_row_with_the_name_of_a_school_heads_the_rows_of_that_school() {
    let read = reading(&[Paper::of(
        "Tổng hợp",
        &[
            "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN MÂY",
            "TỔNG HỢP KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2023-2024",
            TITLES,
            "I|Trường Mầm non Hoa Mơ||||",
            "1|1.6|Lập sổ tài sản|Kế toán|9/2023|0",
            "2|3.4|Thay tủ cơm|Bếp|12/2023|18.000.000",
            "II|Trường Tiểu học Lam Sơn||||",
            "1|3.1|Lát sân|Hiệu trưởng|2/2024|50.000.000",
            "|Tổng cộng||||68.000.000",
        ],
    )]);
    let mut of_school: BTreeMap<&str, usize> = BTreeMap::new();
    for action in &read.actions {
        *of_school.entry(action.school_id.as_str()).or_default() += 1;
    }
    assert_eq!(of_school, BTreeMap::from([("mam-non-hoa-mo", 2), ("tieu-hoc-lam-son", 1)]), "{:?}", rules(&read));
    assert_eq!(work(&read), ["1.6 Lập sổ tài sản @ 9/2023", "3.4 Thay tủ cơm @ 12/2023", "3.1 Lát sân @ 2/2024"]);
}

#[test]
fn work_that_names_another_school_heads_nothing() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Nội dung|Phụ trách|Thời gian",
        "1|2.2|Trường THCS Bắc Sơn|Phó hiệu trưởng|11/2023",
        "2|3.5|Trường THCS Võ Miếu cho mượn thiết bị|Kế toán|12/2023",
    ])]);
    assert_eq!(read.actions.len(), 2, "{:?}", rules(&read));
    assert!(read.actions.iter().all(|action| action.school_id == "thcs-hoa-sen"));
}

#[test]
fn a_table_that_goes_on_upon_the_next_sheet_without_titles_is_read_and_told() {
    let read = reading(&[
        sheet(&[TITLES, "1|1.1|Lấy ý kiến|Hiệu trưởng|Tháng 9/2023|0", "2|1.8|Kiểm tra nội bộ|PHT|Tháng 11/2023|1 triệu đồng"]),
        Paper::of(
            "Trang 2",
            &[
                "3|2.1|Bồi dưỡng cán bộ nguồn|Hiệu trưởng|Tháng 12/2023|3 triệu đồng",
                "4|3.2|Sửa phòng học bộ môn|Kế toán|Tháng 3/2024|40 triệu đồng",
                "|||Ban Mai, ngày 05 tháng 9 năm 2023",
                "|||HIỆU TRƯỞNG",
            ],
        ),
    ]);
    assert_eq!(
        work(&read),
        [
            "1.1 Lấy ý kiến @ Tháng 9/2023",
            "1.8 Kiểm tra nội bộ @ Tháng 11/2023",
            "2.1 Bồi dưỡng cán bộ nguồn @ Tháng 12/2023",
            "3.2 Sửa phòng học bộ môn @ Tháng 3/2024"
        ],
        "{:?}",
        rules(&read)
    );
    assert!(rules(&read).contains("T05"), "{:?}", rules(&read));
}

#[test]
fn what_a_sheet_of_guidance_shows_is_no_work_and_is_told() {
    let guide = |task: &str| {
        let row = format!("1|1.1|{task}|Hiệu trưởng|Tháng 10/2023|0");
        Paper::of("Hướng dẫn", &["HƯỚNG DẪN ĐIỀN BIỂU", "Cột Tiêu chí ghi mã, ví dụ 1.10", TITLES, &row])
    };
    let own = sheet(&[TITLES, "1|3.1|Kè lại bờ ao|Bảo vệ|12/2023|", "2|3.6|Kiểm kê sách|Thư viện|9/2023|"]);
    let read = reading(&[guide("Rà soát chiến lược"), own.clone()]);
    assert_eq!(work(&read), ["3.1 Kè lại bờ ao @ 12/2023", "3.6 Kiểm kê sách @ 9/2023"], "{:?}", rules(&read));
    assert!(rules(&read).contains("F51"), "{:?}", rules(&read));
    // Where nothing else was filled in, the school wrote upon the guidance itself.
    let mut only = guide("Rà soát chiến lược");
    only.text(0, 3, "TRƯỜNG THCS HOA SEN");
    assert_eq!(reading(&[only]).actions.len(), 1);
    let read = reading(&[sheet(&[TITLES, "1|1.1|Ví dụ: Rà soát chiến lược|Hiệu trưởng|10/2023|0", "1|3.1|Kè bờ ao|Bảo vệ|12/2023|"])]);
    assert_eq!(work(&read), ["3.1 Kè bờ ao @ 12/2023"], "{:?}", rules(&read));
}

#[test]
fn titles_of_standards_and_criteria_without_numbers_head_the_work_below_them() {
    let read = reading(&[sheet(&[
        "TT|Nội dung công việc|Người thực hiện|Thời gian",
        "I|Tổ chức và quản lý nhà trường||",
        "1|Khối lớp và tổ chức lớp học||",
        "-|Tách lớp 6A|PHT|9/2023",
        "2|Quản lý hành chính, tài chính và tài sản||",
        "-|Kiểm kê tài sản|KT|12/2023",
        "II|Cơ sở vật chất và thiết bị dạy học||",
        "1|Thư viện||",
        "-|Mua 200 bản sách|TV|11/2023",
    ])]);
    assert_eq!(
        work(&read),
        ["1.5 Tách lớp 6A @ 9/2023", "1.6 Kiểm kê tài sản @ 12/2023", "3.6 Mua 200 bản sách @ 11/2023"],
        "{:?}",
        rules(&read)
    );
    assert!(read.actions.iter().all(|action| action.status == Status::NoReport));
}

#[test]
fn a_numbered_heading_with_a_criterion_heads_the_table_below_it() {
    let titles = "TT|Nội dung|Phụ trách|Thời gian";
    let read = reading(&[sheet(&[
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "1. Tiêu chí 1.5: Khối lớp và tổ chức lớp học",
        titles,
        "1|Tách lớp 6B|PHT|9/2023",
        "2. Tiêu chí 3.6: Thư viện",
        titles,
        "1|Bổ sung truyện|TV|10/2023",
        "2|Tổ chức ngày hội đọc|TPT|4/2024",
    ])]);
    assert_eq!(
        work(&read),
        ["1.5 Tách lớp 6B @ 9/2023", "3.6 Bổ sung truyện @ 10/2023", "3.6 Tổ chức ngày hội đọc @ 4/2024"],
        "{:?}",
        rules(&read)
    );
}

#[test]
fn a_paper_of_another_sort_holds_no_work_and_is_told() {
    let read = reading(&[sheet(&[
        "TỔNG HỢP Ý KIẾN GÓP Ý",
        "TT|Nội dung góp ý|Người góp ý|Thời gian|Tiếp thu",
        "1|Sửa câu chữ phần 1|Nguyễn Văn A|10/9/2023|Đã tiếp thu",
        "2|Bổ sung minh chứng|Trần Thị B|12/9/2023|Đã tiếp thu",
    ])]);
    assert!(read.actions.is_empty(), "{:?}", work(&read));
    assert!(rules(&read).contains("T08"), "{:?}", rules(&read));
}

#[test]
fn what_each_school_of_a_list_comes_to_is_the_level_it_declares() {
    let read = reading(&[Paper::of(
        "Tổng hợp",
        &[
            "TỔNG HỢP TỰ ĐÁNH GIÁ CÁC TRƯỜNG NĂM HỌC 2023-2024",
            "TT|Tên trường|TC 1.1|TC 1.2|TC 1.3|Mức đạt",
            "1|Trường THCS Hoa Sen|Mức 2|Mức 3|Mức 2|Mức 2",
            "2|Trường Tiểu học Lam Sơn|Mức 1|Mức 2|Không đạt|Không đạt",
        ],
    )]);
    let said = |declaration: &Declaration| match declaration {
        Declaration::SchoolLevel { school_id, level, origin } => Some((school_id.clone(), *level, origin.cell.to_string())),
        Declaration::CriteriaMet { .. } => None,
    };
    let declared: Vec<_> = read.declarations.iter().filter_map(said).collect();
    assert_eq!(declared, [("thcs-hoa-sen".to_owned(), 2, "F3".to_owned()), ("tieu-hoc-lam-son".to_owned(), 0, "F4".to_owned())]);
    assert!(!rules(&read).contains(&"T29"), "{:?}", rules(&read));
}

#[test]
fn counts_of_criteria_by_school_are_what_each_says_it_met() {
    let read = reading(&[Paper::of(
        "Tổng hợp",
        &[
            "TỔNG HỢP TỰ ĐÁNH GIÁ CÁC TRƯỜNG NĂM HỌC 2023-2024",
            "TT|Tên trường|Số tiêu chí đạt Mức 1|Số tiêu chí đạt Mức 2|Trường đạt mức",
            "1|Trường THCS Hoa Sen|28/28|20|Mức 1",
            "2|Trường Tiểu học Lam Sơn|27|19|Mức 1",
            "|Cộng|55|39|",
        ],
    )]);
    let said = |declaration: &Declaration| match declaration {
        Declaration::CriteriaMet { school_id, level, met, .. } => format!("{school_id} {level}: {met}"),
        Declaration::SchoolLevel { school_id, level, .. } => format!("{school_id} Mức {level}"),
    };
    let declared: BTreeSet<String> = read.declarations.iter().map(said).collect();
    let meant = ["thcs-hoa-sen 1: 28", "thcs-hoa-sen 2: 20", "thcs-hoa-sen Mức 1"];
    let others = ["tieu-hoc-lam-son 1: 27", "tieu-hoc-lam-son 2: 19", "tieu-hoc-lam-son Mức 1"];
    assert_eq!(declared, meant.iter().chain(&others).map(|said| (*said).to_owned()).collect());
    assert_eq!(read.findings.iter().filter(|finding| finding.rule.id == "T20").count(), 2, "{:?}", rules(&read));
}
