//! Before, over and after Tết.

pub const FEASTS: &[(&str, &[&str])] = &[
    (
        "..2024-02-09 approximate",
        &["Trước Tết", "trước Tết Nguyên đán", "Xong trước Tết Giáp Thìn 2024", "Trước khi nghỉ Tết", "Trước dịp nghỉ Tết Nguyên đán"],
    ),
    ("..2024-01-01 year_inferred", &["Trước Tết Dương lịch"]),
    ("2024-02-10..2024-02-14 approximate", &["Tết Nguyên đán", "Dịp Tết", "Trong dịp Tết Nguyên đán 2024"]),
    ("2024-02-15.. open approximate", &["Sau Tết", "Từ sau Tết Nguyên đán", "Sau nghỉ Tết"]),
    ("2024-02-15..2024-05-31 approximate", &["Sau Tết đến hết năm học"]),
];
