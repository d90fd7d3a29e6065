//! What one costs or gives and how many there are; amounts that are none of the plan; halves and hundreds in words.

use super::{parse, told};

const CORPUS: &[(&str, &[&str])] = &[
    (
        "30000000",
        &[
            "Mỗi em 100k, 300 em",
            "300 em, mỗi em đóng 100.000đ",
            "300 học sinh, mỗi em 100k",
            "Thu 100.000đ/HS của 300 HS",
            "100k/em (300 em)",
            "100.000đ/hs (300 hs)",
            "300 GV, mỗi người 100.000đ",
            "6 phòng, 5 triệu/phòng",
            "5 triệu/phòng (6 phòng)",
            "Mua 3 tivi giá 10tr/cái",
            "Mua 2 máy in giá 15tr/chiếc",
            "Không dưới 20 triệu, không quá 30 triệu",
            "Tối thiểu 20.000.000đ, tối đa 30.000.000đ",
            "30.000.000đ theo QĐ 125/QĐ-UBND ngày 10/8/2023",
            "30 triệu (theo QĐ 125/QĐ-UBND)",
        ],
    ),
    // Those who pay, glued to the unit, in brackets, or named and not asked.
    ("15000000 budget", &["15.000.000đngân sách", "15.000.000đNSNN", "15triệungân sách", "15.000.000đnga\u{302}n sách"]),
    ("15000000 socialised", &["15 triệuXHH", "15.000.000đtừ nguồn xã hội hóa", "15tr (PH)"]),
    ("15000000 budget socialised", &["10tr (NSNN) và 5tr (PH)"]),
    ("15000000", &["15'000'000 đồng", "15.000.000đồng"]),
    ("source_only socialised", &["Huy động xã hội"]),
    ("30000000 socialised", &["300 phụ huynh đóng góp mỗi người 100.000đ", "30 triệu do Công ty X tài trợ", "Công ty X tài trợ 30 triệu"]),
    // By the month besides, of another thing, or of a third: how many there are is not said.
    (
        "unit_price",
        &[
            "300 em, 50k/em/tháng",
            "Mua quạt cho 3 lớp 500k/cái",
            "Mua 3 phòng quạt 500k/cái",
            "100k/em",
            "mỗi em 100.000đ",
            "5 triệu/phòng",
        ],
    ),
    // What each gives, or all of them?
    ("unspecified", &["300 HS đóng 100k", "300 học sinh đóng 100.000đ", "450 em nộp 50.000đ"]),
    ("20000000 socialised", &["45 phụ huynh ủng hộ 20 triệu", "Phụ huynh 45 HS đóng góp 20 triệu"]),
    ("120000000", &["120 triệu cho 450 học sinh", "120 triệu mua 10 máy tính"]),
    (
        "unspecified",
        &[
            "10 triệu mấy",
            "10 triệu?",
            "10 triệu lẻ",
            "Bớt 2 triệu",
            "Vượt 5 triệu",
            "Giảm 5 triệu",
            "Giảm khoảng 5 triệu đồng",
            "Tăng thêm 2 triệu",
            "Thiếu 5 triệu",
            "Còn thiếu 10 triệu",
            "còn nợ 5 triệu",
            "500 nghìn EUR",
            "500 nghìn euro",
            "2 triệu yên Nhật",
            "500 triệu NDT",
            "5 nghìn nhân dân tệ",
        ],
    ),
    // Other words than those that say what an amount changes by.
    ("5000000", &["Tối thiểu 5 triệu", "toi thieu 5 trieu", "Tăng âm, loa 5 triệu", "Sửa tầng 2: 5 triệu", "5 triệu may rèm"]),
    ("12000000", &["Giảm từ 15 triệu xuống 12 triệu"]),
    ("8000000", &["8.000.000đ/-", "8.000.000đ/"]),
    ("500000", &["nửa triệu", "Nửa triệu đồng"]),
    ("500000000", &["nửa tỷ", "nửa tỉ đồng"]),
    ("120000000", &["trăm hai mươi triệu", "Trăm hai mươi triệu đồng"]),
    ("unspecified", &["hàng trăm triệu", "vài trăm triệu", "mấy trăm nghìn", "nửa năm", "nửa"]),
];

#[test]
fn what_one_costs_is_multiplied_where_such_are_counted_and_what_is_no_amount_is_asked_about() {
    let texts = CORPUS.iter().flat_map(|(meaning, texts)| texts.iter().map(move |text| (text, *meaning, told(&parse(text)))));
    let wrong: Vec<_> = texts.filter(|(_, meaning, read)| read != meaning).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
