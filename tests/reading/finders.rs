//! Self-assessments that say more than the school's own level of this year: last year's, the group's, each indicator's, sums by standard.

use super::{expected, levels, rules, sheet, work};
use crate::paper::reading;

#[test]
fn of_levels_by_year_that_of_this_year_holds() {
    for titles in [
        "Tiêu chí|Mức đạt năm học 2022-2023|Mức đạt năm học 2023-2024|Phấn đấu năm học 2024-2025",
        "Tiêu chí|Kết quả năm trước|Kết quả năm nay|Phấn đấu năm học 2024-2025",
        "Tiêu chí|Mức năm trước|Mức năm nay|Ghi chú",
        "Tiêu chí|Năm học 2022-2023|Năm học 2023-2024|Phấn đấu năm học 2024-2025",
    ] {
        let read = reading(&[sheet(&["TỰ ĐÁNH GIÁ", titles, "1.1|1|2|3", "1.3|2|3|3", "3.6|0|1|2", "5.6|1|2|3"])]);
        let this = expected(&[("1.1", "++-"), ("1.3", "+++"), ("3.6", "+--"), ("5.6", "++-")]);
        if titles.contains("|Năm học") {
            // No word says what stands there: nothing is read, and it is told.
            assert!(
                levels(&read) == this || levels(&read).is_empty() && rules(&read).iter().any(|id| id.starts_with(['T', 'F'])),
                "{titles}: {:?} {:?}",
                levels(&read),
                rules(&read)
            );
        } else {
            assert_eq!(levels(&read), this, "{titles}: {:?}", rules(&read));
        }
    }
}

#[test]
fn last_years_level_alone_is_none_of_this_year() {
    let read = reading(&[sheet(&["TỰ ĐÁNH GIÁ", "TT|Tiêu chí|Mức đạt năm học 2022-2023", "1|1.1|Mức 2", "2|1.3|Mức 1"])]);
    assert!(read.assessments.is_empty() && rules(&read).iter().any(|id| id.starts_with(['T', 'F'])), "{:?}", rules(&read));
}

#[test]
fn what_the_council_concludes_holds_over_what_the_group_found() {
    let marks = reading(&[sheet(&[
        "Tiêu chí|Nhóm công tác chấm|||Hội đồng TĐG kết luận||",
        "|Mức 1|Mức 2|Mức 3|Mức 1|Mức 2|Mức 3",
        "1.1|x|x|x|x|x|x",
        "1.3|x|x||x||",
        "1.5|x|x|x|x|x|",
    ])
    .merged(2, 1, 2, 3)
    .merged(2, 4, 2, 6)
    .merged(2, 0, 3, 0)]);
    let all = expected(&[("1.1", "+++"), ("1.3", "+--"), ("1.5", "++-")]);
    assert_eq!(levels(&marks), all, "{:?}", rules(&marks));
    assert!(!rules(&marks).contains("C11"));
    for titles in
        ["Tiêu chí|Tổ tự đánh giá|Hội đồng duyệt", "Tiêu chí|Nhóm 1 chấm|Hội đồng kết luận", "Tiêu chí|Nhóm đánh giá|Hội đồng thống nhất"]
    {
        let read = reading(&[sheet(&["TỰ ĐÁNH GIÁ", titles, "1.1|Mức 3|Mức 3", "1.3|Mức 2|Mức 1", "1.5|Mức 3|Mức 2"])]);
        assert_eq!(levels(&read), all, "{titles}: {:?}", rules(&read));
    }
}

#[test]
fn rows_of_indicators_come_to_their_conclusion() {
    const TITLES: &str = "Tiêu chí|Chỉ báo|Mức 1|Mức 2|Mức 3";
    let concluded = reading(&[sheet(&[
        TITLES,
        "Tiêu chí 1.1: Phương hướng, chiến lược xây dựng và phát triển nhà trường||||",
        "|a|Đạt|Đạt|Không đạt",
        "|b|Đạt||",
        "|c|Đạt||",
        "|Kết luận|Đạt|Đạt|Không đạt",
        "Tiêu chí 1.3: Tổ chức Đảng Cộng sản Việt Nam, các đoàn thể và tổ chức khác trong nhà trường||||",
        "|a|Đạt|Đạt|Đạt",
        "|b|Đạt|Đạt|Không đạt",
        "|c|Đạt||",
        "|Kết luận|Đạt|Đạt|Không đạt",
    ])]);
    assert_eq!(levels(&concluded), expected(&[("1.1", "++-"), ("1.3", "++-")]), "{:?}", rules(&concluded));
    assert!(!["X06", "C11", "C12", "R01", "T03"].iter().any(|id| rules(&concluded).contains(id)), "{:?}", rules(&concluded));
    let plain = reading(&[sheet(&[TITLES, "1.1|a|x|x|", "|b|x||", "|c|x||", "1.3|a|Đạt|Đạt|Đạt", "|b|Đạt|Không đạt|Đạt"])]);
    assert_eq!(levels(&plain), expected(&[("1.1", "++-"), ("1.3", "+--")]), "{:?}", rules(&plain));
}

#[test]
fn short_titles_of_levels_and_the_level_of_none_are_read() {
    let read = reading(&[sheet(&["TỰ ĐÁNH GIÁ", "Tiêu chí|Mức", "TC1.1|M2", "TC1.3|KĐ", "TC1.5|M1"])]);
    assert_eq!(levels(&read), expected(&[("1.1", "++-"), ("1.3", "---"), ("1.5", "+--")]), "{:?}", rules(&read));
    let zero = reading(&[sheet(&["Tiêu chí|M0|M1|M2|M3", "(Đ: đạt, KĐ: không đạt)", "1.1||v|v|", "1.3|v|||", "1.5||v||"])]);
    assert_eq!(levels(&zero), expected(&[("1.1", "++-"), ("1.3", "---"), ("1.5", "+--")]), "{:?}", rules(&zero));
    assert!(!["T03", "C12", "R04"].iter().any(|id| rules(&zero).contains(id)), "{:?}", rules(&zero));
}

#[test]
fn sums_by_standard_are_no_rows_of_a_form() {
    let read = reading(&[sheet(&[
        "TT|Tiêu chí|Công việc|Người làm|Thời gian|Kinh phí|Kết quả",
        "1|1.1|Rà soát chiến lược|Hiệu trưởng|Tháng 10/2023||Đã xong",
        "2|3.6|Mua sách|Kế toán|Tháng 11/2023||Chưa làm",
        "",
        "TỔNG HỢP",
        "Tiêu chuẩn|Số việc|Đã xong|Đang làm|Chưa làm",
        "Tiêu chuẩn 1|1|1|0|0",
        "Tiêu chuẩn 2|0|0|0|0",
        "Tiêu chuẩn 3|1|0|0|1",
        "Cộng|2|1|0|1",
    ])]);
    assert_eq!(work(&read), ["1.1 Rà soát chiến lược @ Tháng 10/2023", "3.6 Mua sách @ Tháng 11/2023"]);
    assert!(read.reports.is_empty() && rules(&read).contains("T08"), "{:?}", rules(&read));
    let levels_of = reading(&[sheet(&[
        "Tiêu chuẩn|Số tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
        "Tiêu chuẩn 1|10|0|10|8|3",
        "Tiêu chuẩn 2|4|1|3|3|1",
        "",
        "Tiêu chí|Không đạt|Mức 1|Mức 2|Mức 3",
        "1.1||x|x|x",
        "1.2||x||",
    ])]);
    assert_eq!(levels(&levels_of), expected(&[("1.1", "+++"), ("1.2", "+-")]), "{:?}", rules(&levels_of));
}

#[test]
fn criteria_listed_by_level_have_the_highest_that_lists_them() {
    for (second, third) in [("1.1, 1.3", "1.1"), ("1.3", "1.1")] {
        let rows = [
            "C. KẾT QUẢ TỰ ĐÁNH GIÁ",
            "Mức|Các tiêu chí đạt|Số lượng",
            "Không đạt|1.5|1",
            "Mức 1|1.1, 1.2, 1.3|3",
            &format!("Mức 2|{second}|2"),
            &format!("Mức 3|{third}|1"),
        ];
        let read = reading(&[sheet(&rows)]);
        let all = expected(&[("1.1", "+++"), ("1.2", "+-"), ("1.3", "++-"), ("1.5", "---")]);
        assert_eq!(levels(&read), all, "{second}: {:?}", rules(&read));
        assert!(!["R03", "X06", "R05"].iter().any(|id| rules(&read).contains(id)), "{:?}", rules(&read));
    }
}
