//! The unit that stands above a table or in its title, and what a bare number below it is.

use super::told;
use crate::phrase::money::{parse_in, unit};

#[test]
fn a_bare_number_is_in_the_unit_of_its_table() {
    for (text, meaning) in [
        ("15", "15000000"),
        ("1,5", "1500000"),
        ("0", "0 zero"),
        ("15 triệu", "15000000"),
        ("15.000.000đ", "15000000"),
        ("5-7", "7000000"),
        ("Ngân sách: 15", "15000000 budget"),
        ("1.500", "unspecified"),
        ("Ngân sách năm 2024", "source_only budget"),
        ("10; 5", "15000000"),
        ("20 máy", "unspecified"),
        ("3 x 5", "15000000"),
        ("12 lớp x 2", "24000000"),
        ("12 lớp x 2,5", "30000000"),
        ("2 x 12 lớp", "24000000"),
        ("12 lớp x 2 tháng", "unspecified"),
        ("5 lớp x 2 triệu", "10000000"),
        ("99999999999", "unspecified"),
    ] {
        assert_eq!(told(&parse_in(text, 1_000_000)), meaning, "{text}");
    }
}

#[test]
fn a_point_in_a_table_of_thousands_groups_them() {
    for (text, meaning) in
        [("9.000", "9000000"), ("12.500", "12500000"), ("1.250.000", "1250000000"), ("12,500", "12500000"), ("9,5", "9500")]
    {
        assert_eq!(told(&parse_in(text, 1_000)), meaning, "{text}");
    }
}

#[test]
fn the_number_of_a_paper_is_no_amount() {
    for (text, meaning) in
        [("QĐ 120.000 và 5 triệu", "unspecified"), ("Theo QĐ số 120/QĐ-UBND: 500 triệu", "500000000"), ("Theo QĐ: 120.000đ", "120000")]
    {
        assert_eq!(told(&parse_in(text, 1)), meaning, "{text}");
    }
}

#[test]
fn the_unit_of_a_table_is_read_from_the_words_above_it() {
    for (text, value) in [
        ("ĐVT: triệu đồng", 1_000_000),
        ("Đơn vị tính: nghìn đồng", 1_000),
        ("(đơn vị: 1.000 đồng)", 1_000),
        ("Kinh phí (triệu đồng)", 1_000_000),
        ("Kinh phí dự kiến (1.000đ)", 1_000),
        ("Dự kiến kinh phí\n(ngàn đồng)", 1_000),
        ("Kinh phí (đồng)", 1),
        ("ĐVT: 1000 đ", 1_000),
        ("Đơn vị: đồng", 1),
        ("(Đơn vị tính: Tỷ đồng)", 1_000_000_000),
        ("Đvt: tr.đ", 1_000_000),
        ("(triệu đồng)", 1_000_000),
        ("Đơn vị tính: 1.000.000 đồng", 1_000_000),
    ] {
        assert_eq!(unit(text), Some(value), "{text}");
    }
    let more: Vec<String> = [
        ("Kinh phí (ĐVT: 1.000đ)", Some(1_000)),
        ("Kinh phí (Triệu)", Some(1_000_000)),
        ("KP (tr.đ)", Some(1_000_000)),
        ("KP dự kiến (triệu đồng)", Some(1_000_000)),
        ("Dự kiến kinh phí (nghìn đ)", Some(1_000)),
        ("Dự kiến kinh phí (VNĐ)", Some(1)),
        ("(ĐVT: 1000đồng)", Some(1_000)),
        ("ĐVT : 1.000 đ", Some(1_000)),
        ("Đvt: ngàn đồng", Some(1_000)),
        ("ĐƠN VỊ TÍNH: TRIỆU ĐỒNG", Some(1_000_000)),
        ("Đơn vị tính là triệu đồng", Some(1_000_000)),
        ("Đơn vị tiền: nghìn đồng", Some(1_000)),
        ("Kinh phí - ĐVT: triệu đồng", Some(1_000_000)),
        ("Kinh phí\nĐVT: triệu đồng", Some(1_000_000)),
        ("Kinh phí, triệu đồng", Some(1_000_000)),
        ("Số tiền (x 1.000đ)", None),
        ("Số tiền (1000đ)", Some(1_000)),
        ("Thành tiền (đ)", Some(1)),
        ("Nguồn kinh phí (triệu đồng)", Some(1_000_000)),
        ("Chi phí dự kiến (triệu)", Some(1_000_000)),
        ("Kinh phí thực hiện (triệu đồng)", Some(1_000_000)),
        ("Dự toán kinh phí (đồng)", Some(1)),
        ("Tổng kinh phí (tỷ đồng)", Some(1_000_000_000)),
        ("Đơn vị: nghìn đồng/tháng", None),
        ("Đơn vị tính: bộ, cái", None),
        ("Kinh phí (nguồn)", None),
        ("Kinh phí (k)", Some(1_000)),
        ("Kinh phí 10 triệu đồng", None),
        ("Kinh phí (10 triệu đồng)", None),
        ("Mức đóng góp (triệu đồng)", None),
    ]
    .iter()
    .filter(|(text, value)| unit(text) != *value)
    .map(|(text, value)| format!("{text:?} is {value:?}, read as {:?}", unit(text)))
    .collect();
    assert!(more.is_empty(), "{}", more.join("\n"));
    for text in [
        "",
        "Kinh phí",
        "10 triệu đồng",
        "Đơn vị: Trường THCS Hoa Sen",
        "Đơn vị tính: người",
        "ĐVT: cái",
        "Kinh phí (nếu có)",
        "Ghi chú (triệu đồng nếu có)",
        "Đơn vị: đồng chí A",
        "triệu đồng",
    ] {
        assert_eq!(unit(text), None, "{text}");
    }
}
