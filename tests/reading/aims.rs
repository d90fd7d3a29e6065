//! Self-assessments that say of each criterion whether it has the level it is registered for.

use super::{expected, levels, rules, sheet};
use crate::paper::reading;

#[test]
fn met_is_the_level_registered_and_unmet_leaves_the_lower_ones_open() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chuẩn, tiêu chí|Mức đăng ký|Kết quả: Đạt/Không đạt|Ghi chú",
        "|Tiêu chuẩn 1: Tổ chức và quản lý nhà trường|||",
        "1|Tiêu chí 1.1|Mức 3|Đạt|",
        "2|Tiêu chí 1.2|Mức 2|Đạt|",
        "3|Tiêu chí 1.3|Mức 3|Không đạt|Thiếu minh chứng",
        "4|Tiêu chí 1.4|Mức 1|Không đạt|",
        "5|Tiêu chí 1.5|Mức 2|Đạt|",
        "6|Tiêu chí 1.6|Mức 2||",
        "7|Tiêu chí 1.7||Đạt|",
        "",
        "|||HIỆU TRƯỞNG|",
    ])]);
    let known = [("1.1", "+++"), ("1.2", "++"), ("1.3", "??-"), ("1.4", "---"), ("1.5", "++-"), ("1.6", "???")];
    assert_eq!(levels(&read), expected(&known), "{:?}", rules(&read));
    let told = |id: &str| read.findings.iter().filter(|finding| finding.rule.id == id).map(|it| it.message()).collect::<Vec<_>>();
    assert_eq!(told("C26").len(), 1, "how the table is read is told once: {:?}", rules(&read));
    assert_eq!(told("C27"), ["Tiêu chí 1.3 không đạt Mức 3 đã đăng ký mà không ghi đạt đến mức nào; Mức 1, Mức 2 coi như chưa đánh giá."]);
    assert_eq!((told("C12").len(), told("C21").len()), (1, 1), "no verdict for 1.6, no level for 1.7: {:?}", rules(&read));
    assert!(["C10", "C20", "T04", "F35"].iter().all(|id| told(id).is_empty()), "{:?}", rules(&read));
}

#[test]
fn the_verdict_may_stand_in_two_columns_and_the_levels_as_numbers() {
    for titles in ["Mức phấn đấu", "Mức cần đạt", "Đăng ký", "Mức đăng ký phấn đấu", "Yêu cầu cần đạt"] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chí|{titles}|Kết quả|"),
            "|||Đạt|Không đạt",
            "1|1.1|3|x|",
            "2|1.2|2|x|",
            "3|1.3|3||x",
            "4|1.4|1||x",
        ])
        .merged(2, 0, 3, 0)
        .merged(2, 1, 3, 1)
        .merged(2, 2, 3, 2)
        .merged(2, 3, 2, 4)]);
        assert_eq!(
            levels(&read),
            expected(&[("1.1", "+++"), ("1.2", "++"), ("1.3", "??-"), ("1.4", "---")]),
            "{titles} {:?}",
            rules(&read)
        );
    }
}

#[test]
fn a_level_reached_that_is_named_beside_the_aim_is_the_level() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức đăng ký|Kết quả tự đánh giá",
        "1|1.1|3|Đạt",
        "2|1.3|3|Chưa đạt",
        "3|1.4|2|Đạt mức 1",
        "4|1.5|2|Không đạt mức 2",
        "5|1.6|2|Không đạt mức 1",
        "6|1.7|1|Đạt (2/3 chỉ báo)",
        "7|1.8|2|Đạt",
        "8|2.1|3|1",
    ])]);
    let known =
        [("1.1", "+++"), ("1.3", "??-"), ("1.4", "+--"), ("1.5", "?--"), ("1.6", "---"), ("1.7", "??"), ("1.8", "++"), ("2.1", "???")];
    assert_eq!(levels(&read), expected(&known), "{:?}", rules(&read));
    for id in ["C25", "C10", "C27"] {
        assert!(rules(&read).contains(id), "{id}: {:?}", rules(&read));
    }
}

#[test]
fn last_years_level_beside_the_aim_is_not_this_years() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức đạt năm học trước|Mức đăng ký năm nay|Kết quả",
        "1|1.1|Mức 2|Mức 3|Đạt",
        "2|1.2|Mức 1|Mức 2|Đạt",
        "3|1.3|Mức 2|Mức 3|Không đạt",
    ])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "++"), ("1.3", "??-")]), "{:?}", rules(&read));
}

#[test]
fn levels_in_the_column_of_results_outweigh_the_aims() {
    let read =
        reading(&[sheet(&["TT|Tiêu chí|Mức đăng ký|Mức đạt được", "1|1.1|Mức 3|Mức 3", "2|1.2|Mức 2|Mức 1", "3|1.3|Mức 3|Không đạt"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "+-"), ("1.3", "---")]), "{:?}", rules(&read));
    assert!(!rules(&read).contains("C26"));
}

#[test]
fn words_without_any_level_are_asked_about() {
    for title in ["Kết quả tự đánh giá", "Kết quả"] {
        let read = reading(&[sheet(&[
            &format!("TT|Tiêu chuẩn, tiêu chí|{title}|Ghi chú"),
            "1|1.1|Đạt|",
            "2|1.2|Đạt|",
            "3|1.3|Không đạt|",
            "4|1.5|Đạt|",
        ])]);
        assert!(levels(&read).values().all(|levels| levels.chars().all(|level| level == '?')), "{title}: {:?}", levels(&read));
        assert_eq!(read.findings.iter().filter(|finding| finding.rule.id == "C21").count(), 4, "{title}: {:?}", rules(&read));
    }
}

#[test]
fn codes_and_titles_may_stand_otherwise() {
    let variants: [&[&str]; 4] = [
        &[
            "TT|Nội dung tiêu chí|Mức đăng ký|Kết quả đạt được",
            "1.1|Phương hướng, chiến lược|Mức 3|Đạt",
            "1.2|Hội đồng trường|Mức 2|Không đạt",
            "1.3|Tổ chức Đảng, đoàn thể|Mức 2|Đạt",
        ],
        &["TT|Tiêu chí|Mức đăng ký|Tự đánh giá", "1|1.1|Đạt mức 3|Đ", "2|1.2|Đạt mức 2|KĐ", "3|1.3|Đạt mức 2|Đ"],
        &[
            "Tiêu chí|Mức đăng ký đầu năm|Tự đánh giá cuối năm (Đạt, không đạt)|Lý do",
            "Tiêu chí 1.1|Mức 3|Đạt|",
            "Tiêu chí 1.2|Mức 2|Không đạt|Thiếu",
            "Tiêu chí 1.3|Mức 2|Đạt|",
        ],
        &[
            "TT|Tiêu chí|Mức đăng ký|Tự đánh giá|Đánh giá ngoài",
            "1|1.1|Mức 3|Đạt|Không đạt",
            "2|1.2|Mức 2|Không đạt|Đạt",
            "3|1.3|Mức 2|Đạt|Không đạt",
        ],
    ];
    for rows in variants {
        let read = reading(&[sheet(rows)]);
        assert_eq!(levels(&read), expected(&[("1.1", "+++"), ("1.2", "?-"), ("1.3", "++-")]), "{rows:?} {:?}", rules(&read));
    }
}

#[test]
fn a_plan_with_the_level_aimed_at_is_a_plan_and_what_its_criteria_have_reached_is_read_with_it() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Mức hiện tại|Mức phấn đấu|Giải pháp|Thời gian",
        "1|1.1|Mức 2|Mức 3|Rà soát chiến lược|Tháng 10/2023",
        "2|1.2|Mức 1|Mức 2|Kiện toàn hội đồng|Tháng 11/2023",
    ])]);
    assert_eq!((read.actions.len(), levels(&read)), (2, expected(&[("1.1", "++-"), ("1.2", "+-")])), "{:?}", rules(&read));
}

#[test]
fn a_level_in_the_plan_alone_is_told_as_where_it_was_taken_from() {
    for title in ["Mức hiện tại", "Hiện trạng"] {
        let read = reading(&[sheet(&[
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            &format!("STT|Tiêu chí|{title}|Mục tiêu|Giải pháp|Thời gian"),
            "1|1.3|Mức 1|Mức 2|Bồi dưỡng đoàn viên|10/2023",
            "2|1.6|Mức 1|Mức 2|Kiểm kê tài sản|12/2023",
            "3|2.2|Mức 1|Mức 3|Cử 2 giáo viên đi học|5/2024",
        ])]);
        assert_eq!(levels(&read), expected(&[("1.3", "+--"), ("1.6", "+--"), ("2.2", "+--")]), "{title}: {:?}", rules(&read));
        assert!(rules(&read).contains("T37") && !rules(&read).contains("C14"), "{title}: {:?}", rules(&read));
        assert_eq!(read.actions.len(), 3);
    }
}
