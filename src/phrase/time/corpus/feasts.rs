//! Before, over and after Tết and the feasts of the school: khai giảng, sơ kết, bế giảng.

pub const FEASTS: &[(&str, &[&str])] = &[
    (
        "..2024-02-09 approximate",
        &["Trước Tết", "trước Tết Nguyên đán", "Xong trước Tết Giáp Thìn 2024", "Trước khi nghỉ Tết", "Trước dịp nghỉ Tết Nguyên đán"],
    ),
    ("..2024-01-01 year_inferred", &["Trước Tết Dương lịch"]),
    ("2024-02-10..2024-02-14 approximate", &["Tết Nguyên đán", "Dịp Tết", "Trong dịp Tết Nguyên đán 2024"]),
    ("2024-02-15.. open approximate", &["Sau Tết", "Từ sau Tết Nguyên đán", "Sau nghỉ Tết"]),
    ("2024-02-15..2024-05-31 approximate", &["Sau Tết đến hết năm học"]),
    ("..2023-09-05", &["trước khi khai giảng", "Xong trước khi khai giảng năm học"]),
    ("..2024-05-31 approximate", &["Trước khi bế giảng", "Trước lễ tổng kết", "Trước khi tổng kết năm học"]),
    ("..2024-01-15 approximate", &["Trước khi sơ kết HKI"]),
    ("2024-05-01..2024-05-31 approximate", &["Bế giảng năm học", "Bế giảng năm học 2023-2024", "Lễ bế giảng năm học 2023-2024"]),
    ("2023-09-05..2023-09-05 year_inferred", &["Lễ khai giảng 5/9", "Ngày khai giảng 05/9"]),
];
