//! Numbers and criteria typed in the middle of the rows they are meant for, which nobody merged.

use super::{rules, sheet, work};
use crate::paper::reading;

const PLAN: &str = "TT|Tiêu chí|Công việc|Phụ trách|Thời hạn";

fn codes(rows: &[&str]) -> (Vec<String>, bool) {
    let read = reading(&[sheet(rows)]);
    let codes = work(&read).iter().map(|work| work.split(' ').next().unwrap_or_default().to_owned()).collect();
    (codes, rules(&read).contains("R03"))
}

#[test]
fn a_criterion_in_the_middle_of_its_works_is_that_of_all_of_them() {
    let bare = [
        PLAN,
        "||Lập kế hoạch|PHT|15/9/2023",
        "1|1.7|Thi giảng|PHT|20/11/2023",
        "||Tổng kết|PHT|20/5/2024",
        "||Lắp bàn|Cô Hóa|15/9/2023",
        "2|3.3|Mua hóa chất|Cô Hóa|20/11/2023",
        "||Xử lý chất thải|Cô Hóa|20/5/2024",
        "3|3.5|Mua máy chiếu|Cô Hóa|20/5/2024",
    ];
    assert_eq!(codes(&bare), (["1.7", "1.7", "1.7", "3.3", "3.3", "3.3", "3.5"].map(str::to_owned).to_vec(), false));
    // Whose they are is an inference, and told once.
    let read = reading(&[sheet(&bare)]);
    let told: Vec<_> = read.findings.iter().filter(|finding| finding.rule.id == "R18").collect();
    assert_eq!(told.len(), 1, "{:?}", rules(&read));
    assert!(told[0].message().contains("2 việc"), "{}", told[0].message());
    let numbered = [
        PLAN,
        "|Tiêu chuẩn 1",
        "1||Lập kế hoạch|PHT|15/9/2023",
        "2|1.7|Thi giảng|PHT|20/11/2023",
        "3||Tổng kết|PHT|20/5/2024",
        "|Tiêu chuẩn 3",
        "4||Lắp bàn|Cô Hóa|15/9/2023",
        "5|3.3|Mua hóa chất|Cô Hóa|20/11/2023",
        "6||Xử lý chất thải|Cô Hóa|20/5/2024",
    ];
    assert_eq!(codes(&numbered), (["1.7", "1.7", "1.7", "3.3", "3.3", "3.3"].map(str::to_owned).to_vec(), false));
}

#[test]
fn works_that_do_not_stand_around_their_criteria_throughout_have_the_one_above() {
    for (rows, expected, asked) in [
        // The first has none; the others have theirs on top.
        (
            &["||a|PHT|15/9/2023", "1|1.7|b|PHT|20/11/2023", "2|3.3|c|PHT|20/11/2023", "||d|PHT|20/5/2024"][..],
            &["?", "1.7", "3.3", "3.3"][..],
            true,
        ),
        // Once says nothing.
        (&["||a|PHT|15/9/2023", "1|1.7|b|PHT|20/11/2023", "||c|PHT|20/5/2024"], &["?", "1.7", "1.7"], true),
        (
            &["1|1.7|a|PHT|15/9/2023", "||b|PHT|20/11/2023", "||c|PHT|20/5/2024", "2|3.3|d|PHT|20/5/2024", "||e|PHT|20/5/2024"],
            &["1.7", "1.7", "1.7", "3.3", "3.3"],
            false,
        ),
        (
            &["||a|PHT|15/9/2023", "1|1.7|b|PHT|20/11/2023", "||c|PHT|20/5/2024", "||d|PHT|20/5/2024", "2|3.3|e|PHT|20/5/2024"],
            &["?", "1.7", "1.7", "1.7", "3.3"],
            true,
        ),
    ] {
        let rows: Vec<&str> = std::iter::once(PLAN).chain(rows.iter().copied()).collect();
        let expected: Vec<String> = expected.iter().map(|code| (*code).to_owned()).collect();
        assert_eq!(codes(&rows), (expected, asked), "{rows:?}");
    }
}
