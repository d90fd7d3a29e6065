//! The folded name of a time in, whether it lies behind the day of report out: `HKII`, `Tháng 3`, `quý II/2024`.

/// "HKII", "năm sau", "hè": behind the day of report.
pub(super) fn is_time_to_come(when: &str) -> bool {
    const LATER: &[&str] = &[
        "hkii",
        "hk2",
        "hk ii",
        "hk 2",
        "hoc ky ii",
        "hoc ky 2",
        "ky ii",
        "ky 2",
        "he",
        "nam sau",
        "nam hoc sau",
        "nam toi",
        "sang nam",
        "cuoi nam",
        "cuoi nam hoc",
        "hoc ky sau",
        "ky sau",
        "thang sau",
        "quy sau",
        "nam",
        "qua nam",
    ];
    LATER.contains(&when)
}

/// "Tháng 3", "quý II/2024".
pub(super) fn is_second_half(when: &str) -> bool {
    let words: Vec<&str> = when.split(' ').collect();
    let year = |words: &[&str]| match words {
        [] => true,
        [year] | ["nam", year] => year.len() == 4 && year.bytes().all(|sign| sign.is_ascii_digit()),
        _ => false,
    };
    match words[..] {
        ["thang", month, ref rest @ ..] => month.parse::<u8>().is_ok_and(|month| (2..=7).contains(&month)) && year(rest),
        ["quy", quarter, ref rest @ ..] => matches!(quarter, "2" | "3" | "ii" | "iii") && year(rest),
        _ => false,
    }
}

/// "Cuối tháng 5", "tháng 6": behind both days of report.
pub(super) fn is_year_end(when: &str) -> bool {
    let when = ["cuoi ", "giua ", "dau ", "het "].iter().find_map(|lead| when.strip_prefix(lead)).unwrap_or(when);
    is_second_half(when) && when.split(' ').nth(1).is_some_and(|month| matches!(month, "5" | "6" | "7"))
}

/// "năm 2024"
pub(super) fn is_year(when: &str) -> bool {
    when.strip_prefix("nam ").is_some_and(|year| year.len() == 4 && year.bytes().all(|sign| sign.is_ascii_digit()))
}
