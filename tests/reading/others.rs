//! What others found of a school, and what it found of itself another year, beside its self-assessment of this year.

use super::{expected, levels, rules};
use crate::paper::{Paper, reading};

const READ: [(&str, &str); 2] = [("1.1", "++-"), ("1.3", "+--")];

fn drawn(name: &str, rows: &[&str]) -> Paper {
    Paper::drawn(name, &[&["TRƯỜNG THCS HOA SEN", "Năm học 2023-2024"], rows].concat())
}

#[test]
fn what_is_found_above_the_school_stands_beside_and_does_not_count() {
    let tables: [&[&str]; 5] = [
        &["Tiêu chí|Trường tự đánh giá|Xã đánh giá|Sở đánh giá", "1.1|Mức 2|Mức 1|Mức 1", "1.3|Mức 1|Mức 2|Mức 2"],
        &["Tiêu chí|Trường|<|<|Phòng GD&ĐT|<|<", "^|M1|M2|M3|M1|M2|M3", "1.1|x|x||x||", "1.3|x|||x|x|"],
        &["Tiêu chí|Mức 1|<|Mức 2|<|Mức 3|<", "^|TĐG|ĐGN|TĐG|ĐGN|TĐG|ĐGN", "1.1|x|x|x|||", "1.3|x|x||x||"],
        &[
            "Tiêu chí|Đoàn đánh giá ngoài|<|<|Nhà trường tự đánh giá|<|<",
            "^|Mức 1|Mức 2|Mức 3|Mức 1|Mức 2|Mức 3",
            "1.1|x|||x|x|",
            "1.3|x|x||x||",
        ],
        &[
            "Tiêu chí|Đánh giá|Mức 1|Mức 2|Mức 3",
            "1.1|Tự đánh giá|x|x|",
            "^|Đánh giá ngoài|x|x|x",
            "1.3|Tự đánh giá|x||",
            "^|Đánh giá ngoài|x|x|",
        ],
    ];
    for rows in tables {
        let read = reading(&[drawn("TĐG", rows)]);
        assert_eq!(levels(&read), expected(&READ), "{rows:?} {:?}", rules(&read));
    }
}

const OWN: [&str; 3] = ["Tiêu chí|Mức 1|Mức 2|Mức 3", "1.1|x|x|", "1.3|x||"];
const OTHERS: [&str; 3] = ["Tiêu chí|Mức 1|Mức 2|Mức 3", "1.1|x||", "1.3|x|x|"];

#[test]
fn a_table_of_others_below_above_or_on_a_sheet_of_its_own_is_told() {
    let below = [&["I. KẾT QUẢ TỰ ĐÁNH GIÁ"], &OWN[..], &["II. KẾT QUẢ ĐÁNH GIÁ CỦA ĐOÀN ĐÁNH GIÁ NGOÀI"], &OTHERS].concat();
    let above = [&["I. PHÒNG GD&ĐT ĐÁNH GIÁ"], &OTHERS[..], &["II. NHÀ TRƯỜNG TỰ ĐÁNH GIÁ"], &OWN].concat();
    let apart = || [drawn("TĐG", &OWN), drawn("Đánh giá ngoài", &OTHERS)];
    for papers in [vec![drawn("TĐG", &below)], vec![drawn("TĐG", &above)], apart().to_vec()] {
        let read = reading(&papers);
        assert_eq!(levels(&read), expected(&READ), "{:?}", rules(&read));
        assert!(rules(&read).contains("T62"), "{:?}", rules(&read));
    }
}

#[test]
fn a_self_assessment_for_the_assessment_from_outside_is_the_schools_own() {
    for title in ["BÁO CÁO TỰ ĐÁNH GIÁ PHỤC VỤ ĐÁNH GIÁ NGOÀI", "UBND XÃ BAN MAI", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"] {
        let read = reading(&[drawn("TĐG", &[&[title], &OWN[..]].concat())]);
        assert_eq!(levels(&read), expected(&READ), "{title} {:?}", rules(&read));
        assert!(!rules(&read).contains("T62"), "{title} {:?}", rules(&read));
    }
}

#[test]
fn of_two_years_on_one_sheet_this_one_counts() {
    let rows = [&["KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2022-2023"], &OTHERS[..], &["KẾT QUẢ TỰ ĐÁNH GIÁ NĂM HỌC 2023-2024"], &OWN].concat();
    let columns: &[&str] = &["Tiêu chí|2021-2022|2022-2023|2023-2024", "1.1|Mức 1|Mức 1|Mức 2", "1.3|Mức 1|Mức 2|Mức 1"];
    let (below, beside) = (reading(&[drawn("TĐG", &rows)]), reading(&[drawn("TĐG", columns)]));
    assert_eq!(levels(&below), expected(&READ), "{:?}", rules(&below));
    assert!(rules(&below).contains("S35"), "{:?}", rules(&below));
    assert_eq!(levels(&beside), expected(&READ), "{:?}", rules(&beside));
}
