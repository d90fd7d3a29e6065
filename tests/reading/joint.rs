//! A plan and a self-assessment in one table.

use super::{expected, leaves_out, levels, rules, sheet, work};
use crate::paper::{Office, Paper, reading, workbook};
use ctcl::read::Source;

fn drawn(rows: &[&str]) -> Paper {
    Paper::drawn("TĐG", &[&["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"], rows].concat())
}

const READ: [(&str, &str); 2] = [("1.1", "++-"), ("1.3", "+--")];

#[test]
fn columns_of_levels_before_and_behind_the_work_are_read_with_it() {
    let tables: [&[&str]; 5] = [
        &[
            "Tiêu chí|Điểm yếu|Biện pháp|Thời gian|Người thực hiện|Mức 1|Mức 2|Mức 3",
            "1.1|Chưa rà soát|Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng|x|x|",
            "1.3|Ít đảng viên|Kết nạp đảng viên|Tháng 5/2024|Chi bộ|x||",
        ],
        &[
            "TT|Tiêu chí|Mức 1|Mức 2|Mức 3|Điểm yếu|Biện pháp cải tiến|Thời gian|Người thực hiện|Kinh phí",
            "1|1.1|x|x||Chưa rà soát|Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng|",
            "2|1.3|x|||Ít đảng viên|Kết nạp đảng viên|Tháng 5/2024|Chi bộ|5.000.000",
        ],
        &[
            "Tiêu chí|Điểm mạnh|Kế hoạch cải tiến|Thời gian|Tự đánh giá",
            "1.1|Có chiến lược|Rà soát chiến lược|Tháng 10/2023|Mức 2",
            "1.3|Có chi bộ|Kết nạp đảng viên|Tháng 5/2024|Mức 1",
        ],
        &[
            "Tiêu chí|Tự đánh giá|<|<|<|Kế hoạch cải tiến|<|<",
            "^|Không đạt|Mức 1|Mức 2|Mức 3|Nội dung|Thời gian|Người thực hiện",
            "1.1|||x||Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng",
            "1.3||x|||Kết nạp đảng viên|Tháng 5/2024|Chi bộ",
        ],
        &[
            "Tiêu chí|Công việc|Thời gian|Người thực hiện|Kết quả thực hiện|Tự đánh giá|<|<",
            "^|^|^|^|^|Mức 1|Mức 2|Mức 3",
            "1.1|Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng|Đã xong|x|x|",
            "1.3|Kết nạp đảng viên|Tháng 5/2024|Chi bộ|Đang thực hiện|x||",
        ],
    ];
    for rows in tables {
        let read = reading(&[drawn(rows)]);
        assert_eq!(levels(&read), expected(&READ), "{rows:?} {:?}", rules(&read));
        let works = ["1.1 Rà soát chiến lược @ Tháng 10/2023", "1.3 Kết nạp đảng viên @ Tháng 5/2024"];
        assert_eq!(work(&read), works, "{rows:?} {:?}", rules(&read));
    }
}

#[test]
fn further_work_for_a_criterion_says_nothing_of_its_level() {
    for next in ["^|^|Công khai chiến lược|Tháng 11/2023|Văn thư|^", "1.1||Công khai chiến lược|Tháng 11/2023|Văn thư|Mức 2"]
    {
        let read = reading(&[drawn(&[
            "Tiêu chí|Điểm yếu|Biện pháp|Thời gian|Người thực hiện|Tự đánh giá",
            "1.1|Chưa rà soát|Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng|Mức 2",
            next,
            "1.3|Ít đảng viên|Kết nạp đảng viên|Tháng 5/2024|Chi bộ|Mức 1",
        ])]);
        assert_eq!((levels(&read), read.actions.len()), (expected(&READ), 3), "{next} {:?}", rules(&read));
        assert!(!rules(&read).contains("C12"), "{next} {:?}", rules(&read));
    }
}

#[test]
fn levels_beside_what_describes_a_criterion_are_read_and_the_rest_is_told() {
    for titles in ["Mức 1|Mức 2|Mức 3", "Mức đạt||"] {
        let marks = |marks: &'static str, level: &'static str| if titles.starts_with("Mức 1") { marks } else { level };
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|Mô tả hiện trạng|Điểm mạnh|Điểm yếu|Kế hoạch cải tiến|{titles}"),
            &format!("1|1.1|Có chiến lược được phê duyệt|Rõ ràng|Chưa rà soát|Rà soát hằng năm|{}", marks("x|x|", "Mức 2||")),
            &format!("2|1.3|Chi bộ có 12 đảng viên|Hoạt động tốt|Ít đảng viên|Kết nạp thêm đảng viên|{}", marks("x||", "Mức 1||")),
        ])]);
        assert_eq!(levels(&read), expected(&READ), "{titles} {:?}", rules(&read));
        assert!(leaves_out(&read), "{titles} {:?}", rules(&read));
    }
}

#[test]
fn what_is_aimed_at_and_what_levels_ask_for_are_no_levels_reached() {
    let tables: [&[&str]; 3] = [
        &[
            "Tiêu chí|Mức đăng ký|Công việc|Thời gian|Người thực hiện",
            "1.1|Mức 3|Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng",
            "1.3|Mức 2|Kết nạp đảng viên|Tháng 5/2024|Chi bộ",
        ],
        &[
            "Tiêu chí|Kết quả|Công việc|Thời gian|Người thực hiện",
            "1.1|Đạt Mức 3|Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng",
            "1.3|Đạt Mức 2|Kết nạp đảng viên|Tháng 5/2024|Chi bộ",
        ],
        &[
            "Tiêu chí|Mức 1|Mức 2|Mức 3|Công việc|Thời gian|Người thực hiện",
            "1.1|Có chiến lược được phê duyệt|Có giám sát chiến lược|Có rà soát định kỳ|Rà soát chiến lược|Tháng 10/2023|Hiệu trưởng",
            "1.3|Có chi bộ Đảng|Hoàn thành tốt nhiệm vụ|Có thành tích nổi bật|Kết nạp đảng viên|Tháng 5/2024|Chi bộ",
        ],
    ];
    for rows in tables {
        let read = reading(&[sheet(rows)]);
        assert_eq!((read.actions.len(), read.assessments.len()), (2, 0), "{rows:?} {:?}", rules(&read));
    }
}

#[test]
fn a_self_assessment_of_its_own_speaks_rather_than_the_levels_of_a_plan() {
    let own = Paper::of("TĐG", &["TRƯỜNG THCS HOA SEN", "Tiêu chí|Mức 1|Mức 2|Mức 3", "1.1|x|x|", "1.3|x||"]);
    let plan = sheet(&["Tiêu chí|Mức đạt|Công việc|Thời gian|Người thực hiện", "1.3|Mức 2|Kết nạp đảng viên|Tháng 5/2024|Chi bộ"]);
    let read = reading(&[own, plan]);
    assert_eq!((levels(&read), read.actions.len()), (expected(&READ), 1), "{:?}", rules(&read));
    assert!(rules(&read).contains("T63"), "{:?}", rules(&read));
}

#[test]
fn the_form_of_2026_in_one_table_with_its_plan_is_read() {
    let paper = Paper::of(
        "TĐG",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2026-2027",
            "Tiêu chí|Không đạt Mức 1|Mức 1|Mức 2|Nội dung cải tiến|Giải pháp|Thời gian thực hiện|Người phụ trách",
            "1.1|||x||||",
            "1.2||x||Phân công nhiệm vụ|Rà soát phân công|Tháng 10/2026|Hiệu trưởng",
            "1.3|x|||Kế hoạch tài chính|Lập kế hoạch tài chính|Tháng 11/2026|Kế toán",
        ],
    );
    let read = Office::in_year(2026).read(&[Source::in_memory("bao-cao.xlsx", workbook(&[paper]))]);
    let known = [("1.1", "++"), ("1.2", "+-"), ("1.3", "--")];
    assert_eq!((levels(&read), read.actions.len()), (expected(&known), 2), "{:?}", rules(&read));

    // Part IV of that plan, too, where a column says the level.
    let paper = Paper::of(
        "IV",
        &[
            "TRƯỜNG THCS HOA SEN",
            "Năm học 2026-2027",
            "IV. ĐÁNH GIÁ HIỆN TRẠNG",
            "TT|Tiêu chuẩn|Tiêu chí liên quan (nếu có)|Mức đạt|Đánh giá hiện trạng|Điểm hạn chế|Nguyên nhân của hạn chế",
            "1|Tiêu chuẩn 1|1.1|Mức 2|Có kế hoạch chiến lược|Chưa rà soát|Thiếu người",
            "2|Tiêu chuẩn 1|1.2|Mức 1|Có phân công|Chưa phối hợp|Chưa quen",
        ],
    );
    let read = Office::in_year(2026).read(&[Source::in_memory("bao-cao.xlsx", workbook(&[paper]))]);
    assert_eq!(levels(&read), expected(&known[..2]), "{:?}", rules(&read));
}

#[test]
fn an_assessment_of_two_rows_of_titles_beside_a_plan_of_one_are_two_tables() {
    let paper = sheet(&[
        "Tiêu chí|Không đạt|Đạt||||TT|Tiêu chí|Công việc|Thời gian|Người phụ trách|Kinh phí",
        "||Mức 1|Mức 2|Mức 3|||||||",
        "1.1||x|x|x||1|2.2|Bồi dưỡng giáo viên|Tháng 11/2023|Tổ trưởng|12 triệu",
        "1.2||x|x|||2|3.4|Thay bồn rửa tay|15/10/2023|Bảo vệ|3 triệu",
        "2.2||x||||||||||",
        "3.4|x|||||||||||",
    ]);
    let merged = [6, 7, 8, 9, 10, 11].iter().fold(paper, |paper, column| paper.merged(2, *column, 3, *column));
    let read = reading(&[merged.merged(2, 0, 3, 0).merged(2, 1, 3, 1).merged(2, 2, 2, 4)]);
    let expected = ["2.2 Bồi dưỡng giáo viên @ Tháng 11/2023", "3.4 Thay bồn rửa tay @ 15/10/2023"];
    assert_eq!(super::work(&read), expected, "{:?}", super::rules(&read));
    let levels = super::levels(&read);
    assert_eq!([levels["1.1"].as_str(), levels["2.2"].as_str(), levels["3.4"].as_str()], ["+++", "+--", "--"], "{levels:?}");
}
