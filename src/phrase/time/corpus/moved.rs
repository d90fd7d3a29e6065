//! Ends that were moved.

pub const MOVED: &[(&str, &[&str])] = &[
    (
        "2023-10-01..2024-03-31",
        &[
            "Tháng 10/2023, lùi sang tháng 3/2024",
            "Tháng 10/2023 (lùi sang tháng 3/2024)",
            "Tháng 10/2023 (đã gia hạn đến tháng 3/2024)",
            "Tháng 10/2023 chuyển sang tháng 3/2024",
        ],
    ),
    ("..2024-04-30", &["Gia hạn đến 30/4/2024", "Kéo dài đến tháng 4/2024"]),
    ("2023-10-01..2024-03-31 year_inferred", &["Tháng 10 (lùi sang tháng 3)", "Tháng 10 dời sang tháng 3"]),
];
