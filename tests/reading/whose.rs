//! Levels that a title says are not what the school found of itself this year: what is aimed at, what others found, what last year came to.

use super::{rules, sheet};
use crate::paper::{Paper, reading};
use ctcl::reading::Reading;

const NOT_OWN: [(&str, &str); 4] = [
    ("ĐĂNG KÝ MỨC ĐẠT CÁC TIÊU CHÍ NĂM HỌC 2023-2024", "T62"),
    ("II. Mục tiêu phấn đấu đến cuối năm học", "T62"),
    ("KẾT QUẢ KIỂM TRA CỦA PHÒNG GD&ĐT", "T62"),
    ("KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2022-2023", "T60"),
];

fn told(read: &Reading, id: &str, title: &str) -> bool {
    read.findings.iter().any(|told| told.rule.id == id && told.raw.as_deref() == Some(title) && told.cell.is_some())
}

/// Under each title that says so nothing counts and the title is told; under one of the school's own all does.
fn only_its_own_counts(paper: impl Fn(&str) -> Paper, counted: impl Fn(&Reading) -> usize) {
    for (title, id) in NOT_OWN {
        let read = reading(&[paper(title)]);
        assert_eq!(counted(&read), 0, "{title} {:?}", rules(&read));
        assert!(told(&read, id, title) && !rules(&read).contains("F35"), "{title} {:?}", rules(&read));
    }
    for title in ["KẾT QUẢ TỰ ĐÁNH GIÁ", "TỰ ĐÁNH GIÁ SO VỚI MỤC TIÊU", "Mục tiêu: nâng cao chất lượng giáo dục", "BẢNG 1"]
    {
        let read = reading(&[paper(title)]);
        assert!(counted(&read) > 0, "{title} {:?}", rules(&read));
        assert!(!rules(&read).contains("T62") && !rules(&read).contains("T60"), "{title} {:?}", rules(&read));
    }
}

#[test]
fn a_table_is_the_schools_own_unless_its_title_says_otherwise() {
    let rows = ["TT|Tiêu chí|Mức 1|Mức 2|Mức 3", "1|1.1|x|x|", "2|1.2|x||", "3|1.3|x|x|x"];
    only_its_own_counts(|title| sheet(&[&[title], &rows[..]].concat()), |read| read.assessments.len());
}

#[test]
fn levels_of_several_schools_are_their_own_unless_the_title_says_otherwise() {
    for rows in [
        ["Trường|1.1|1.2", "THCS Hoa Sen|Mức 2|Mức 1", "THCS Sao Mai|Mức 3|Mức 2"],
        ["Tiêu chí|THCS Hoa Sen|THCS Sao Mai", "1.1|Mức 2|Mức 3", "1.2|Mức 1|Mức 2"],
    ] {
        let paper = |title: &str| Paper::of("TH", &[&["PHÒNG GD&ĐT HUYỆN MÂY", title], &rows[..]].concat());
        only_its_own_counts(paper, |read| read.assessments.len());
    }
}

#[test]
fn lists_and_totals_are_the_schools_own_unless_the_line_above_says_otherwise() {
    let lists = ["- Mức 1: 1.1, 1.2, 1.3, 1.4", "- Mức 2: 1.5, 1.6, 1.7, 2.1, 2.2", "- Mức 3: 2.3, 3.1"];
    only_its_own_counts(|title| sheet(&[&[title], &lists[..]].concat()), |read| read.assessments.len());
    let totals = ["Tổng số tiêu chí đạt Mức 1: 28/28", "Tổng số tiêu chí đạt Mức 2: 26/28"];
    only_its_own_counts(|title| sheet(&[&[title], &totals[..]].concat()), |read| read.declarations.len());
    let counts = ["Mức|Số tiêu chí đạt|Tổng số", "Mức 1|28|28", "Mức 2|26|28"];
    only_its_own_counts(|title| sheet(&[&[title], &counts[..]].concat()), |read| read.declarations.len());
}

#[test]
fn what_came_of_the_levels_registered_is_the_schools_own() {
    let rows = ["ĐĂNG KÝ", "TT|Mức đăng ký|Tiêu chí|Đạt|Không đạt", "1|Mức 2|1.1|x|", "2|Mức 1|1.2|x|"];
    let read = reading(&[sheet(&rows)]);
    assert!(!read.assessments.is_empty() && !rules(&read).contains("T62"), "{:?}", rules(&read));
}
