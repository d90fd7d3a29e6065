//! What a paper says of levels outside its tables: criteria that do not meet one, the years that totals are of, other schools.

use ctcl::model::Declaration;
use ctcl::reading::Reading;

use super::{rules, sheet};
use crate::paper::{Paper, reading};

fn met(read: &Reading) -> Vec<(u8, u32)> {
    let counted = read.declarations.iter().filter_map(|declaration| match declaration {
        Declaration::CriteriaMet { level, met, .. } => Some((*level, *met)),
        Declaration::SchoolLevel { .. } => None,
    });
    let mut found: Vec<_> = counted.collect();
    found.sort_unstable();
    found
}

#[test]
fn criteria_that_do_not_meet_a_level_leave_the_others() {
    for (lines, totals) in [
        (&["Các tiêu chí không đạt Mức 1: không có", "Các tiêu chí chưa đạt Mức 2: 1.4, 3.2"][..], &[(1, 28), (2, 26)][..]),
        (&["Tất cả các tiêu chí đều đạt Mức 1.", "Số tiêu chí không đạt Mức 2: 2/28"], &[(1, 28), (2, 26)]),
        (&["Đánh giá chung", "Còn 2 tiêu chí chưa đạt Mức 2 (1.4 và 3.2)"], &[(2, 26)]),
        // Said of one standard.
        (&["Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học", "Các tiêu chí chưa đạt Mức 2: 3.2"], &[]),
        // Not all that a level has, or a number of criteria that there are not.
        (&["Các tiêu chí chưa đạt Mức 2: 1.4, 9.9"], &[]),
        (&["Số tiêu chí không đạt Mức 2: 2/10"], &[]),
    ] {
        let read = reading(&[sheet(lines)]);
        assert_eq!(met(&read), totals, "{lines:?} {:?}", rules(&read));
    }
}

#[test]
fn a_list_that_may_leave_out_those_of_the_level_below_is_asked() {
    let read = reading(&[sheet(&["Các tiêu chí không đạt Mức 1: 2.2", "Các tiêu chí chưa đạt Mức 2: 1.4, 3.2"])]);
    assert_eq!(met(&read), [(1, 27)], "{:?}", rules(&read));
    assert!(rules(&read).contains("C45"), "{:?}", rules(&read));
    let read = reading(&[sheet(&["Các tiêu chí không đạt Mức 1: 2.2", "Các tiêu chí chưa đạt Mức 2: 1.4, 2.2, 3.2"])]);
    assert_eq!(met(&read), [(1, 27), (2, 25)], "{:?}", rules(&read));
    assert!(!rules(&read).contains("C45"), "{:?}", rules(&read));
}

#[test]
fn totals_under_the_heading_of_an_earlier_year_are_not_of_this_one() {
    let years = ["Năm học 2022-2023:", "Số tiêu chí đạt Mức 2: 20/28", "Năm học 2023-2024:", "Số tiêu chí đạt Mức 2: 26/28"];
    let read = reading(&[sheet(&years)]);
    assert_eq!(met(&read), [(2, 26)], "{:?}", rules(&read));
    let read = reading(&[sheet(&["Năm học 2022-2023", "Số tiêu chí đạt Mức 2: 20/28"])]);
    assert_eq!(met(&read), [], "{:?}", rules(&read));
}

#[test]
fn what_is_said_of_another_school_is_not_taken_for_this_one() {
    let rows = ["Tiêu chí|Mức 1|Mức 2|Mức 3", "1.1|x|x|x", "1.2|x|x|-", "1.3|x||"];
    for line in [
        "Trường THCS Lê Lợi đạt Mức 3",
        "Trường THCS Lê Lợi (trường kết nghĩa) đạt Mức 3",
        "Trường THCS Lê Lợi có 20/28 tiêu chí đạt Mức 2",
    ] {
        let paper = Paper::of("TĐG", &[&["TRƯỜNG THCS HOA SEN", line][..], &rows].concat());
        let read = reading(&[paper]);
        assert!(read.assessments.iter().all(|row| row.school_id == "thcs-hoa-sen"), "{line} {:?}", rules(&read));
        assert!(!read.assessments.is_empty() && read.declarations.is_empty(), "{line} {:?}", read.declarations);
    }
    let paper = Paper::of("TĐG", &[&["TRƯỜNG THCS HOA SEN", "Trường THCS Hoa Sen đạt Mức 1"][..], &rows].concat());
    assert_eq!(reading(&[paper]).declarations.len(), 1);
}
