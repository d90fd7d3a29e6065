//! What stands behind a gap or a blank column and is the school's own all the same, and tables of other things around levels.

use super::*;

fn levels(found: &Reading) -> Vec<String> {
    let mut met: Vec<String> = found
        .assessments
        .iter()
        .filter(|judged| judged.result == ctcl::model::Outcome::Met)
        .map(|judged| format!("{}/{}", judged.criterion, judged.level))
        .collect();
    met.sort();
    met
}

fn read(lines: &[&str]) -> Reading {
    let lines: Vec<&str> = [HOA_SEN].into_iter().chain(lines.iter().copied()).collect();
    Desk::new().file("a.xlsx", &[Paper::of("Sheet1", &lines)]).judged()
}

#[test]
fn levels_behind_a_blank_column_are_no_table_of_other_things() {
    for titles in ["Mức đạt|Minh chứng", "Mức|Minh chứng", "Tự đánh giá|Minh chứng"] {
        let titles = format!("TT|Tiêu chí||{titles}");
        let lines =
            ["KẾT QUẢ TỰ ĐÁNH GIÁ", &titles, "1|1.1||2|[H1-1.1-01]", "2|1.2||1|[H1-1.2-01]", "3|1.3||2|[H1-1.3-01]", "4|1.4", "5|1.5"];
        let found = read(&lines);
        assert_eq!(levels(&found), ["1.1/1", "1.1/2", "1.2/1", "1.3/1", "1.3/2"], "{titles}");
    }
}

#[test]
fn a_group_of_works_behind_a_gap_is_kept_though_it_names_no_time_and_no_known_doer() {
    let lines = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "Công việc|Người làm|Khi nào",
        "Mua sách|Kế toán|9/2023",
        "Trồng cây|BGH|10/2023",
        "",
        "Góc thiên nhiên|Cô Lan|",
        "Góc sách|Cô Hoa|",
        "Sân khấu|Thầy Tú|",
    ];
    let found = read(&lines);
    assert_eq!(found.actions.len(), 5, "{:?}", found.actions.iter().map(|work| &work.task).collect::<Vec<_>>());
}

#[test]
fn other_tables_below_a_list_of_criteria_by_level_change_no_level() {
    for other in
        [&["Nội dung|2021-2022|2022-2023", "Số lớp|12|13", "Số giáo viên|21|22"], &["Danh hiệu|Đăng ký|Kết quả", "LĐTT|20|21", "CSTĐ|3|3"]]
    {
        let list =
            ["KẾT QUẢ TỰ ĐÁNH GIÁ", "Mức|Các tiêu chí đạt|Số lượng", "Mức 1|1.1, 1.2, 1.3|3", "Mức 2|1.1, 1.2|2", "Không đạt||0", "", ""];
        let lines: Vec<&str> = list.into_iter().chain(other.iter().copied()).collect();
        let found = read(&lines);
        assert_eq!(levels(&found), ["1.1/1", "1.1/2", "1.2/1", "1.2/2", "1.3/1"], "{other:?}");
        let signed = ["|HIỆU TRƯỞNG", "", "", "CÁC CHỈ SỐ CỦA NHÀ TRƯỜNG"];
        let lines: Vec<&str> = list.into_iter().chain(signed).chain(other.iter().copied()).collect();
        let found = read(&lines);
        assert_eq!(levels(&found), ["1.1/1", "1.1/2", "1.2/1", "1.2/2", "1.3/1"], "{other:?}");
        assert!(!found.findings.iter().any(|told| told.rule.id == "R04"), "{other:?}");
    }
}

#[test]
fn groups_beside_lines_above_the_work_are_no_columns_of_it() {
    let groups = ["Nhóm|Thành viên|Tiêu chí phụ trách", "Nhóm 1|Giáo viên A, Giáo viên B|1.1, 1.2", "Nhóm 2|Giáo viên C|2.1, 2.2"];
    let works = ["1|1.1|Mua sách|9/2023", "2|1.2|Trồng cây|10/2023", "3|1.3|Sơn tường|11/2023", "4|1.4|Xây nhà xe|12/2023"];
    let (titles, standard) = ("TT|Tiêu chí|Công việc|Thời gian", "I|Tiêu chuẩn 1: Tổ chức và quản lý||");
    for above in [
        &["Đơn vị tính: triệu đồng|||", titles][..],
        &["|||", "I. TIÊU CHUẨN 1: TỔ CHỨC VÀ QUẢN LÝ|||", titles],
        &[titles, standard, standard],
    ] {
        let beside = |(at, line): (usize, &&str)| groups.get(at).map_or((*line).to_owned(), |group| format!("{line}||{group}"));
        let lines: Vec<String> = above.iter().chain(&works).enumerate().map(beside).collect();
        let lines: Vec<&str> = ["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG"].into_iter().chain(lines.iter().map(String::as_str)).collect();
        let found = read(&lines);
        let works: Vec<&str> = found.actions.iter().map(|work| work.task.as_str()).collect();
        assert_eq!(works, ["Mua sách", "Trồng cây", "Sơn tường", "Xây nhà xe"], "{lines:?}");
        assert!(found.findings.iter().any(|told| told.rule.id == "T08"), "{lines:?}");
    }
}

#[test]
fn what_stands_beside_the_name_of_every_criterion_is_no_other_table() {
    for (gap, said) in [("|", "Điểm yếu|Nguyên nhân"), ("", "Hiện trạng|Minh chứng"), ("|", "Ghi chú|Đề xuất")] {
        for [first, second] in [
            ["Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường", "Tiêu chí 1.2: Hội đồng trường"],
            ["Tiêu chí 1.1", "TC 1.2"],
            ["1.1. Phương hướng, chiến lược xây dựng và phát triển nhà trường", "1.2. Hội đồng trường"],
        ] {
            let lines = [
                "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG".to_owned(),
                format!("TT|Nội dung công việc|Thời gian{gap}|{said}"),
                format!("I|Tiêu chuẩn 1: Tổ chức và quản lý|{gap}|Nhiều hạn chế|Thiếu người"),
                format!("|{first}|{gap}|Chưa rà soát|Thiếu thời gian"),
                "1|Rà soát chiến lược|9/2023".to_owned(),
                format!("|{second}|{gap}|Họp chưa đều|Thiếu kế hoạch"),
                "2|Kiện toàn hội đồng|10/2023".to_owned(),
            ];
            let found = read(&lines.iter().map(String::as_str).collect::<Vec<_>>());
            let works: Vec<String> =
                found.actions.iter().map(|work| format!("{:?} {}", work.criterion.map(|own| own.to_string()), work.task)).collect();
            assert_eq!(works, ["Some(\"1.1\") Rà soát chiến lược", "Some(\"1.2\") Kiện toàn hội đồng"], "{lines:?}");
            assert!(!found.findings.iter().any(|told| told.rule.id == "T08"), "{lines:?}");
        }
    }
}

#[test]
fn work_that_names_its_criterion_is_work_beside_a_note_too() {
    let lines = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Nội dung công việc|Thời gian|Ghi chú",
        "1|Tiêu chí 1.1: Rà soát, bổ sung chiến lược||Cả năm",
        "2|Tiêu chí 1.2: Họp hội đồng trường mỗi quý|10/2023|",
        "3|Tiêu chí 3.6: Mua sách cho thư viện||Cả năm",
        "4|Tiêu chí 1.3: Kết nạp đảng viên mới|11/2023|",
    ];
    assert_eq!(read(&lines).actions.len(), 4);
}

#[test]
fn what_stands_far_from_a_table_is_another_where_it_has_none_of_its_titles() {
    let halves = "Tiêu chí|Kết quả||Tiêu chí|Kết quả";
    let levels_of = |beside: [&str; 3]| {
        let rows = [halves, "1.1|Mức 1||3.1|Mức 1", "1.2|Mức 1||3.2|Mức 1", "1.3|Mức 1||3.3|Mức 1", "1.4|Mức 1||3.4|Mức 1"];
        let rows: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| beside.get(at).map_or((*row).to_owned(), |beside| format!("{row}||||||{beside}")))
            .collect();
        let lines: Vec<&str> = ["KẾT QUẢ TỰ ĐÁNH GIÁ"].into_iter().chain(rows.iter().map(String::as_str)).collect();
        levels(&read(&lines)).len()
    };
    assert_eq!(levels_of(["Nhóm|Thành viên|Tiêu chí phụ trách", "Nhóm 1|Giáo viên A|1.1, 1.2", "Nhóm 2|Giáo viên B|2.1, 2.2"]), 8);

    let lines = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Công việc|Thời gian|||||Kết quả|Ghi chú",
        "1|1.1|Mua sách|9/2023|||||Mua được 45 cuốn|Đủ",
        "2|1.2|Trồng cây|10/2023|||||Trồng 5 cây|Thiếu",
        "3|1.3|Sơn tường|11/2023",
        "4|1.4|Xây nhà xe|12/2023",
    ];
    let found = read(&lines);
    assert_eq!(found.actions.iter().filter(|work| work.status.code() == "completed").count(), 2);
}

#[test]
fn a_table_of_days_beside_a_plan_from_its_first_standard_on_costs_no_work() {
    let lines = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Công việc|Thời gian||||LỊCH LÀM VIỆC CỦA HỘI ĐỒNG",
        "Tiêu chuẩn 1: Tổ chức và quản lý|||||||Thời gian|Nội dung|Người thực hiện",
        "1|1.1|Mua sách|9/2023||||Tuần 1 tháng 9|Họp hội đồng|Chủ tịch HĐ",
        "2|1.2|Trồng cây|10/2023||||Tuần 2 tháng 9|Thu thập minh chứng|Các nhóm",
        "3|1.3|Sơn tường|11/2023",
        "4|1.4|Xây nhà xe|12/2023",
    ];
    let found = read(&lines);
    let works: Vec<&str> = found.actions.iter().map(|work| work.task.as_str()).collect();
    assert_eq!(works, ["Mua sách", "Trồng cây", "Sơn tường", "Xây nhà xe"]);
    assert!(found.findings.iter().any(|told| told.rule.id == "T61"));
}

#[test]
fn targets_above_a_plan_whose_titles_hold_a_day_are_no_work() {
    for state in ["Kết quả thực hiện (đến 31/12/2023)", "Kết quả đến 31/12"] {
        let titles = format!("TT|Tiêu chí|Nội dung công việc|Người thực hiện|Thời gian|{state}");
        let lines = [
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "CHỈ TIÊU PHẤN ĐẤU",
            "TT|Chỉ tiêu|Kế hoạch|Đạt được",
            "1|Học sinh hoàn thành chương trình|99%|99,2%",
            "2|Giáo viên giỏi cấp trường|15|16",
            "",
            &titles,
            "1|1.1|Mua sách|Kế toán|9/2023|Đã mua",
            "2|1.2|Trồng cây|BGH|10/2023|Đang trồng",
        ];
        let works: Vec<String> = read(&lines).actions.iter().map(|work| format!("{} {}", work.task, work.status.code())).collect();
        assert_eq!(works, ["Mua sách completed", "Trồng cây in_progress"], "{state}");
    }
}

#[test]
fn two_tables_beside_a_plan_are_read_where_they_stand() {
    let lines = [
        "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
        "TT|Tiêu chí|Công việc|Thời gian||||LỊCH LÀM VIỆC CỦA HỘI ĐỒNG",
        "Tiêu chuẩn 1: Tổ chức và quản lý|||||||Thời gian|Nội dung|Người thực hiện",
        "1|1.1|Mua sách|9/2023||||Tuần 1 tháng 9|Họp hội đồng|Chủ tịch HĐ",
        "2|1.2|Trồng cây|10/2023||||Tuần 2 tháng 9|Thu thập minh chứng|Các nhóm",
        "3|1.3|Sơn tường|11/2023",
        "4|1.4|Xây nhà xe|12/2023||||Mức|Số tiêu chí đạt|Tỷ lệ",
        "5|1.5|Họp tổ|12/2023||||Mức 1|28/28|100%",
        "6|1.6|Dự giờ|12/2023||||Mức 2|20/28|71%",
        "7|1.7|Thao giảng|12/2023",
        "8|1.8|Thi đua|12/2023",
    ];
    let found = read(&lines);
    assert_eq!(found.actions.len(), 8, "{:?}", found.actions.iter().map(|work| &work.task).collect::<Vec<_>>());
    let cell = |id: &str| found.findings.iter().find(|told| told.rule.id == id).and_then(|told| told.cell).map(|cell| cell.to_string());
    assert_eq!((cell("T61").as_deref(), cell("T20").as_deref()), (Some("H3"), Some("H9")));
}

#[test]
fn people_beside_a_list_of_criteria_by_level_change_no_level_though_both_end_together() {
    let found = read(&[
        "KẾT QUẢ TỰ ĐÁNH GIÁ",
        "Mức|Các tiêu chí đạt|Số lượng||DANH SÁCH HỘI ĐỒNG TỰ ĐÁNH GIÁ",
        "Mức 1|1.1, 1.2, 1.3|3||TT|Họ và tên|Chức vụ",
        "Mức 2|1.1, 1.2|2||1|Giáo viên A|Hiệu trưởng",
        "Không đạt|1.4|1||2|Giáo viên B|Thư ký",
        "",
        "|HIỆU TRƯỞNG",
    ]);
    assert_eq!(levels(&found), ["1.1/1", "1.1/2", "1.2/1", "1.2/2", "1.3/1"]);
}

#[test]
fn results_behind_a_blank_column_with_notes_that_no_title_stands_over_are_results() {
    let works = ["1|1.1|Mua sách|9/2023", "2|1.2|Trồng cây|10/2023", "3|1.3|Sơn tường|11/2023", "4|1.4|Xây nhà xe|12/2023"];
    let told = [
        ["Đã mua|Đủ", "Đã trồng|Thiếu", "Đã sơn|Chờ", "Đã xây|Tốt"],
        ["Mua được 45 cuốn|Hóa đơn", "Trồng 5 cây|Biên bản", "Sơn 3 phòng|Ảnh", "Xây xong nhà xe|Hồ sơ"],
    ];
    for gap in ["||", "|||||"] {
        for results in told {
            for count in [3, 4] {
                let mut lines = vec!["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG".to_owned(), format!("TT|Tiêu chí|Công việc|Thời gian{gap}Kết quả")];
                lines.extend(works.iter().enumerate().map(|(at, work)| match results.get(at).filter(|_| at < count) {
                    Some(result) => format!("{work}{gap}{result}"),
                    None => (*work).to_owned(),
                }));
                let found = read(&lines.iter().map(String::as_str).collect::<Vec<_>>());
                let done = found.actions.iter().filter(|work| work.status.code() == "completed").count();
                assert_eq!((found.actions.len(), done), (4, count), "{lines:?}");
            }
        }
    }
}
