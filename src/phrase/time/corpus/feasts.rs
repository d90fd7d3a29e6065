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
    (
        "2023-09-29..2023-09-29 approximate",
        &["Rằm tháng Tám", "Trung thu", "Tết Trung thu", "Dịp Tết Trung thu năm 2023", "Ngày rằm tháng 8"],
    ),
    ("2024-02-24..2024-02-24 approximate", &["Rằm tháng Giêng"]),
    ("..2023-09-28 approximate", &["Trước Trung thu"]),
    ("2023-09-28..2023-09-28", &["Trung thu 28/9/2023"]),
    ("..2023-09-05 year_inferred", &["Trước ngày khai giảng năm học mới"]),
    ("2023-09-05..2024-05-31 approximate", &["Từ khai giảng đến tổng kết", "Từ khai giảng đến tổng kết năm học"]),
    ("2023-10-10..2023-12-10 year_inferred multiple", &["Ngày 10 các tháng 10, 12", "Ngày 10 của các tháng 10 và 12"]),
    ("2023-10-10..2023-12-10 multiple", &["Ngày 10 các tháng 10, 12/2023"]),
    ("2023-01-01..2023-12-31", &["Năm 2023: cả năm", "Năm 2023 (cả năm)"]),
    ("2023-07-01..2023-12-31", &["Năm 2023: 6 tháng cuối năm"]),
    (".. recurring", &["Họp tổ 2 lần/tháng", "Sinh hoạt chuyên môn 1 lần/tuần", "Các buổi chào cờ đầu tuần"]),
    ("..2024-03-31 year_inferred", &["Ko quá tháng 3"]),
    ("..2023-09-05", &["trước khi khai giảng", "Xong trước khi khai giảng năm học"]),
    ("..2024-05-31 approximate", &["Trước khi bế giảng", "Trước lễ tổng kết", "Trước khi tổng kết năm học"]),
    ("..2024-01-15 approximate", &["Trước khi sơ kết HKI"]),
    ("2024-05-01..2024-05-31 approximate", &["Bế giảng năm học", "Bế giảng năm học 2023-2024", "Lễ bế giảng năm học 2023-2024"]),
    ("2023-09-05..2023-09-05 year_inferred", &["Lễ khai giảng 5/9", "Ngày khai giảng 05/9"]),
    // What a month celebrates is no day of the work.
    (
        "2023-11-01..2023-11-30",
        &[
            "Tháng 11/2023 (chào mừng 20/11)",
            "Tháng 11/2023 (chào mừng ngày Nhà giáo Việt Nam 20/11)",
            "Tháng 11/2023, chào mừng ngày 20/11",
            "Tháng 11/2023 - kỷ niệm 41 năm Ngày Nhà giáo Việt Nam 20/11/2023",
            "Trong tháng 11/2023 nhân dịp kỷ niệm 20/11",
            "Tháng 11/2023: chào mừng 09/11 và 20/11",
        ],
    ),
    ("2024-04-01..2024-04-30", &["Tháng 4/2024 (Ngày sách 21/4)", "Tháng 4/2024 - Ngày Sách và Văn hóa đọc Việt Nam 21/4"]),
    ("2023-10-01..2023-11-30 year_inferred", &["Tháng 10, 11 (chào mừng 20/10, 20/11)"]),
    ("2023-11-15..2023-11-15", &["15/11/2023 (chào mừng 20/11)"]),
    ("2023-11-20..2023-11-20", &["Tháng 11/2023 (20/11)", "Tháng 11/2023 (ngày 20/11)"]),
    ("2023-11-01..2023-11-20", &["Tháng 11/2023 (từ 01/11 đến 20/11)"]),
    ("2023-09-01..2023-11-20 year_inferred multiple", &["Tháng 9 và dịp 20/11", "Tháng 9, dịp 20/11"]),
    (".. unknown", &["Tháng 11/2023 (chào mừng 20/11, họp xong trước ngày 15)"]),
    // A limit in the half year that the bracket names.
    ("..2023-12-15", &["Trước 15/12/2023 (HKI)", "Trước 15/12/2023 (tháng 12)"]),
];
