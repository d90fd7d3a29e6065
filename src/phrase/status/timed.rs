//! A folded text that begins with a time in, what stands behind that time out: `den het thang 12 2023 da hoan thanh 80`.

/// Stand before a time, or between two.
const AROUND: &[&str] = &["tinh", "den", "toi", "het", "cuoi", "dau", "giua", "trong", "tu", "vao", "va", "ngay", "nam", "hoc"];
/// Need a number behind them.
const UNITS: &[&str] = &["thang", "ngay", "quy", "tuan", "ky", "hk", "nam"];
/// Are times by themselves.
const TIMES: &[&str] = &["hk1", "hk2", "hki", "hkii", "he"];

/// `None` where the text does not begin with a time, or says nothing behind it. "Tháng 10 mới thực hiện" says when, not how far: only
/// behind "đến" is "mới" a measure.
pub(super) fn behind_time(folded: &str) -> Option<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    let is_number = |word: &str| word.parse::<u32>().is_ok() || matches!(word, "i" | "ii" | "iii" | "iv");
    let (mut at, mut end) = (0, 0);
    while at < words.len() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        match words[at] {
            "den" if next == "nay" => at += 2,
            "thoi" if next == "diem" && matches!(words.get(at + 2), Some(&"nay" | &"hien" | &"bao")) => {
                at += if words[at + 2] == "nay" { 3 } else { 4 };
            }
            unit if UNITS.contains(&unit) && (is_number(next) || next == "nay") => {
                at += 2;
                while words.get(at).is_some_and(|word| is_number(word)) {
                    at += 1;
                }
            }
            time if TIMES.contains(&time) => {
                at += 1;
                while words.get(at).is_some_and(|word| word.parse::<u32>().is_ok()) {
                    at += 1;
                }
            }
            // "Từ 9/2023", "đến 31/12"; a number by itself counts something.
            number
                if at > 0
                    && matches!(words[at - 1], "den" | "tu" | "toi" | "het" | "trong" | "hoc")
                    && is_number(number)
                    && is_number(next) =>
            {
                while words.get(at).is_some_and(|word| is_number(word)) {
                    at += 1;
                }
            }
            around if AROUND.contains(&around) => {
                at += 1;
                continue;
            }
            _ => break,
        }
        end = at;
    }
    let until = words[..end].contains(&"den");
    (end > 0 && end < words.len() && (until || words[end] != "moi")).then(|| words[end..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::behind_time;

    #[test]
    fn what_stands_behind_a_time_is_found() {
        for (text, rest) in [
            ("den thang 12 da hoan thanh 80", "da hoan thanh 80"),
            ("tinh den het ngay 31 12 2023 dat 60", "dat 60"),
            ("den nay moi xong mong", "moi xong mong"),
            ("tu thang 9 den thang 12 dang thuc hien", "dang thuc hien"),
            ("tu 9 2023 den 12 2023 da lam", "da lam"),
            ("hki da mua 5 may", "da mua 5 may"),
            ("trong he 2023 dang sua", "dang sua"),
            ("quy iii chua lam", "chua lam"),
            ("den thoi diem bao cao moi lam mot phan", "moi lam mot phan"),
        ] {
            assert_eq!(behind_time(text).as_deref(), Some(rest), "{text}");
        }
        for text in [
            "",
            "da hoan thanh",
            "thang 10",
            "dau tu 5 may",
            "trong 20 cay",
            "nam bat tinh hinh",
            "ngay hoi doc sach",
            "hoc sinh gioi",
            "quy 2 2024 moi thuc hien",
        ] {
            assert_eq!(behind_time(text), None, "{text}");
        }
    }
}
