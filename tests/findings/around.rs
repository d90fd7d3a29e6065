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
    }
}
