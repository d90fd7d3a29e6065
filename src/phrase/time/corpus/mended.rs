//! Times that the fingers slipped in, in the school year 2023-2024: what can only be one word is that word.

pub const MENDED: &[(&str, &[&str])] = &[
    (
        "2023-10-01..2023-10-31 repaired",
        &["Thánng 10/2023", "Thag 10/2023", "Tháng 10//2023", "thsang 10/2023", "Thangs 10/2023", "thnág 10/2023", "Tháng 10/20023"],
    ),
    ("2023-09-05..2024-01-15 repaired", &["Hojc kyf I", "Hocj kif 1", "hoc kyf 1"]),
    ("2023-09-05..2024-05-31 repaired", &["Nawm hocj 2023-2024", "Năm họcc 2023-2024"]),
    ("..2023-10-15 repaired", &["Truwowcs 15/10/2023", "Trướcc ngày 15/10/2023"]),
    ("2023-09-21..2023-09-30 repaired", &["Cuối thág 9/2023", "Cuoois thangs 9/2023"]),
    ("2023-10-30..2023-10-30 repaired", &["30/10/2032", "ngày 30/10/2032"]),
    ("2023-10-01..2023-10-30 repaired", &["01/10/2023 – 30/10/2032"]),
    (".. recurring", &["Thuwowngf xuyeen", "Thường xuyênn", "Thừơng xuyên", "Hằngg năm"]),
];
