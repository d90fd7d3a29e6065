//! From the first day of a stretch to its last, its half, and what ends with it, in the school year 2023-2024; what the times of a list are for.

pub const THROUGH: &[(&str, &[&str])] = &[
    (
        "2023-10-01..2023-10-31",
        &["Từ đầu đến cuối tháng 10/2023", "Từ đầu tới hết tháng 10/2023", "Bắt đầu và kết thúc trong tháng 10/2023"],
    ),
    ("2023-09-05..2024-05-31", &["Toàn bộ năm học 2023-2024", "Từ đầu đến cuối năm học", "Năm học 2023-2024 (35 tuần)"]),
    ("2023-09-05..2024-01-15", &["Toàn bộ học kỳ I", "Từ 05/9/2023 đến khi kết thúc học kỳ I"]),
    ("2024-01-01..2024-06-30", &["Nửa đầu năm 2024"]),
    ("2024-07-01..2024-12-31", &["Nửa cuối năm 2024", "nửa sau năm 2024"]),
    ("..2024-01-15", &["Trước khi hết học kỳ I", "Xong trước khi hết HKI", "Đến khi kết thúc học kỳ I", "đến khi hết HKI"]),
    ("..2023-12-31", &["Trước khi kết thúc năm 2023", "Trước khi hết tháng 12/2023", "Cố gắng hoàn thành trước ngày 31/12/2023"]),
    ("2023-09-01..2024-05-31", &["Từ tháng 9/2023 đến khi kết thúc tháng 5/2024"]),
    ("2023-09-01.. open", &["Từ tháng 9/2023 đến khi hoàn thành", "Từ tháng 9/2023 đến khi có kinh phí"]),
    ("2023-09-01..2023-12-31 multiple", &["Tháng 9/2023: khảo sát; tháng 12/2023: nghiệm thu", "9/2023: lập dự toán, 12/2023: thi công"]),
    ("2023-09-01..2023-12-31", &["Tháng 9 đến tháng 12 năm 2023 (4 tháng)"]),
    ("2023-09-01..2023-12-31 year_inferred", &["Tháng 9/2023 đến tháng 12 cùng năm"]),
    ("2023-10-01..2023-10-31", &["Tháng 10/2023 - theo kế hoạch của Phòng"]),
    ("2024-04-01..2024-04-30 year_inferred", &["Tháng bốn"]),
    (".. conditional", &["Lúc nào có kinh phí thì làm", "Bao giờ có kinh phí", "Đến khi có kinh phí", "Trước khi sửa chữa"]),
];
