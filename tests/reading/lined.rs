//! A self-assessment in lines of text, with no table around it.

use super::{expected, levels, rules, sheet};
use crate::paper::reading;

#[test]
fn lines_that_judge_criteria_are_a_self_assessment() {
    let of = [("1.1", "+++"), ("1.2", "--"), ("1.3", "+--"), ("1.10", "++"), ("2.1", "++-")];
    let lines: [&[&str]; 4] = [
        &[
            "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường",
            "Tiêu chí 1.1: Đạt mức 3",
            "Tiêu chí 1.2: Không đạt",
            "1.3 - Mức 1",
            "Tiêu chí 1.10: Hội đồng trường - Kết quả: Đạt Mức 2",
            "Tiêu chuẩn 2: Cán bộ quản lý, giáo viên",
            "- Tiêu chí 1: đạt Mức 2",
        ],
        &["Tiêu chuẩn 1: Tiêu chí 1.1: Mức 3; Tiêu chí 1.2: Không đạt; Tiêu chí 1.3: M1; Tiêu chí 1.10: Mức 2.", "TC 2.1: M2"],
        &["Tiêu chí và mức đạt", "1|Tiêu chí 1.1: Mức 3", "2|Tiêu chí 1.2: KĐ", "3|Tiêu chí 1.3: Mức 1", "4|Tiêu chí 1.10, 2.1: Đạt mức 2"],
        &[
            "Tiêu chí 1.1: Mức 1: Đạt; Mức 2: Đạt; Mức 3: Đạt",
            "Tiêu chí 1.2: Mức 1: Không đạt; Mức 2: Không đạt",
            "Tiêu chí 1.3: Mức 1: Đạt; Mức 2: Không đạt",
            "Tiêu chí 1.10: Đạt Mức 2",
            "Tiêu chí 2.1: Đạt Mức 2",
        ],
    ];
    for lines in lines {
        let read = reading(&[sheet(&[&["KẾT QUẢ TỰ ĐÁNH GIÁ"], lines].concat())]);
        assert_eq!(levels(&read), expected(&of), "{lines:?}: {:?}", rules(&read));
        assert!(rules(&read).contains("T90") && !rules(&read).contains("T09"), "{:?}", rules(&read));
    }
}

#[test]
fn lines_of_aims_and_lines_that_are_not_clear_are_told_and_judge_nothing() {
    let found = ["Tiêu chí 1.1: Mức 1", "Tiêu chí 1.2: Mức 1", "Tiêu chí 1.3: Mức 1", "Tiêu chí 1.4: Mức 2", "Tiêu chí 1.6: Mức 1"];
    let aims = found.map(|line| line.replace("Mức 1", "Mức 2"));
    let aims: Vec<&str> = aims.iter().map(String::as_str).collect();
    let read = reading(&[sheet(&[&["ĐĂNG KÝ MỨC ĐẠT CUỐI NĂM"], &aims[..]].concat())]);
    assert!(levels(&read).is_empty() && rules(&read).contains("T62"), "{:?}", rules(&read));
    let both = [&["I. KẾT QUẢ TỰ ĐÁNH GIÁ"], &found[..], &["II. MỤC TIÊU PHẤN ĐẤU CUỐI NĂM"], &aims[..]].concat();
    let read = reading(&[sheet(&both)]);
    let of = [("1.1", "+--"), ("1.2", "+-"), ("1.3", "+--"), ("1.4", "++-"), ("1.6", "+--")];
    assert_eq!(levels(&read), expected(&of), "{:?}", rules(&read));
    assert!(rules(&read).contains("T62"), "{:?}", rules(&read));
    let mut unclear = found.to_vec();
    unclear.push("Tiêu chí 2.1: đạt mức 1, dự kiến mức 2");
    let read = reading(&[sheet(&[&["KẾT QUẢ TỰ ĐÁNH GIÁ"], &unclear[..]].concat())]);
    assert_eq!(levels(&read).get("2.1").map(String::as_str), Some("???"), "{:?}", rules(&read));
    assert!(rules(&read).contains("C10"), "{:?}", rules(&read));
}

#[test]
fn criteria_that_head_the_works_of_a_plan_are_no_self_assessment() {
    let rows = [
        "TT|Công việc|Người thực hiện|Thời gian",
        "Tiêu chí 1.1: Đạt mức 2",
        "1|Rà soát chiến lược|HT|10/2023",
        "Tiêu chí 1.2: Đạt mức 1",
        "2|Kiện toàn hội đồng|HT|11/2023",
        "Tiêu chí 1.3: Đạt mức 1",
        "3|Bồi dưỡng đoàn viên|BT|11/2023",
        "Tiêu chí 1.4: Đạt mức 1",
        "4|Họp tổ|TT|11/2023",
        "Tiêu chí 1.5: Đạt mức 1",
        "5|Chia lớp|TT|11/2023",
    ];
    let read = reading(&[sheet(&rows)]);
    assert_eq!((levels(&read).len(), read.actions.len()), (0, 5), "{:?}", rules(&read));
}
