//! Self-assessments whose criteria are known by their names, with the codes in a column of their own or with none.

use super::{expected, levels, rules};
use crate::paper::{Paper, reading};

const HEADS: &str = "Hiệu trưởng, phó hiệu trưởng, tổ chuyên môn và tổ văn phòng";

fn assessment(rows: &[&str]) -> Paper {
    let mut all = vec!["TRƯỜNG THCS HOA SEN", "KẾT QUẢ TỰ ĐÁNH GIÁ", "Năm học 2023-2024"];
    all.extend(rows);
    Paper::of("TĐG", &all)
}

#[test]
fn codes_stand_beside_the_names() {
    for titles in ["Tiêu chí|Tên tiêu chí|Đạt mức", "TC|Tên tiêu chí|Kết quả", "Mã tiêu chí|Tên tiêu chí|Mức đạt"]
    {
        let four = format!("1.4|{HEADS}|Mức 2");
        let read = reading(&[assessment(&[
            titles,
            "1.1|Phương hướng, chiến lược xây dựng và phát triển nhà trường|Mức 3",
            &four,
            "1.9|Thực hiện quy chế dân chủ cơ sở|Không đạt",
            "1.10|Đảm bảo an ninh trật tự, an toàn trường học|Mức 2",
            "2.1|Đối với hiệu trưởng, phó hiệu trưởng|Mức 1",
            "3.6|Thư viện|Mức 1",
        ])]);
        let all = expected(&[("1.1", "+++"), ("1.4", "++-"), ("1.9", "--"), ("1.10", "++"), ("2.1", "+--"), ("3.6", "+--")]);
        assert_eq!(levels(&read), all, "{titles}: {:?}", rules(&read));
        assert!(!["R01", "R04", "C10", "T03"].iter().any(|id| rules(&read).contains(id)), "{titles}: {:?}", rules(&read));
    }
    let two = reading(&[assessment(&["Tiêu chí|Tên tiêu chí|Kết quả", "3.5|Thiết bị|Mức 1", "3.6|Thư viện|Mức 2"])]);
    assert_eq!(levels(&two), expected(&[("3.5", "+--"), ("3.6", "++-")]), "{:?}", rules(&two));
}

#[test]
fn names_alone_are_rows_of_their_own_and_that_of_the_heads_is_no_signature() {
    let fourth = format!("{HEADS}|Mức 2");
    let rows = ["Quản lý cán bộ, giáo viên và nhân viên|Không đạt", fourth.as_str(), "Thư viện|Mức 1", "|", "HIỆU TRƯỞNG|"];
    let plain = reading(&[assessment(&[&["Tên tiêu chí|Mức tự đánh giá"], &rows[..]].concat())]);
    let all = expected(&[("1.4", "++-"), ("1.7", "--"), ("3.6", "+--")]);
    assert_eq!(levels(&plain), all, "{:?}", rules(&plain));
    let numbered: Vec<String> = rows[..3].iter().enumerate().map(|(at, row)| format!("{}|{row}", at + 1)).collect();
    let numbered: Vec<&str> = std::iter::once("TT|Tên tiêu chí|Mức tự đánh giá").chain(numbered.iter().map(String::as_str)).collect();
    let read = reading(&[assessment(&numbered)]);
    assert_eq!(levels(&read), all, "{:?}", rules(&read));
}

#[test]
fn a_name_that_the_page_parted_from_its_code_begins_no_row() {
    let read = reading(&[assessment(&[
        "Tiêu chuẩn, tiêu chí|Mức đạt|Ghi chú",
        "Tiêu chí 3.5:|Mức 2|đã mua",
        "Thiết bị||thêm 15 máy",
        "Tiêu chí 3.6: Thư viện|Mức 1|",
    ])]);
    assert_eq!(levels(&read), expected(&[("3.5", "++-"), ("3.6", "+--")]), "{:?}", rules(&read));
    assert!(rules(&read).contains("R01"));
}

#[test]
fn a_name_may_be_mistyped_or_shortened_and_still_be_the_name_of_one_criterion() {
    let read = reading(&[assessment(&[
        "TT|Tên tiêu chí|Mức tự đánh giá",
        "1|Phương hướng, chiến lượ xây dựng và phá triển nhà trường|Mức 2",
        "2|Đối với giáo viê|Mức 1",
        "3|Đối với NV|Mức 2",
        "4|Thự hiện quy chế dân chủ cơ sở|Không đạt",
        "5|Thư việ|Mức 3",
        "6|Đối với người học|Mức 3",
    ])]);
    let all = expected(&[("1.1", "++-"), ("2.2", "+--"), ("2.3", "++-"), ("1.9", "--")]);
    assert_eq!(levels(&read), all, "{:?}", rules(&read));
}
