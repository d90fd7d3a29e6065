//! A text in, the same with its numbers in figures out: `hai bộ máy chiếu` → `2 bộ máy chiếu`, `bảy mươi phần trăm` → `70%`, `2.300 vỏ lon` → `2300 vỏ lon`.

/// What is counted behind a number in words; "một phần", "năm học", "ba mẹ" count nothing.
const COUNTED: &[&str] = &[
    "bộ", "cái", "chiếc", "phòng", "buổi", "chuyên", "máy", "người", "em", "cháu", "trẻ", "giáo", "gv", "hs", "lớp", "tivi", "ti", "quạt",
    "cuốn", "quyển", "cây", "nhóm", "thành", "camera", "bình", "tủ", "bảng", "hạng", "mét", "dãy", "khối", "sáng", "bạn", "tổ", "điểm",
    "lần", "đợt", "đàn", "loa", "nhà", "sân", "hố", "bể", "đảng", "đồng", "quần", "mô",
];
/// Behind those, the words are of another thing: "một bộ phận", "một tổ chức".
const OTHERS: &[(&str, &str)] = &[
    ("bộ", "phận"),
    ("tổ", "chức"),
    ("nhà", "tài"),
    ("thành", "phố"),
    ("thành", "công"),
    ("thành", "lập"),
    ("đồng", "bộ"),
    ("đồng", "chí"),
    ("đồng", "thời"),
    ("người", "dân"),
    ("sáng", "tạo"),
    ("quần", "áo"),
    ("mô", "tả"),
];

/// `None` where nothing is to be changed.
pub(super) fn in_figures(text: &str) -> Option<String> {
    if !text.split(' ').any(|word| begins_number(word) || word.contains('.')) {
        return None;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut written: Vec<String> = Vec::with_capacity(words.len());
    let mut changed = false;
    let mut at = 0;
    while at < words.len() {
        // "Hai phần ba khối lượng"
        let of_parts = at > 0 && lower[at - 1] == "phần";
        if let Some((number, end)) = number_in_words(&lower, at).filter(|_| !of_parts) {
            let word = |at: usize| lower.get(at).map_or("", |word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
            if word(end) == "phần" && word(end + 1) == "trăm" {
                let behind = &words[end + 1][words[end + 1].len().min("trăm".len())..];
                written.push(format!("{number}%{behind}"));
                (at, changed) = (end + 2, true);
                continue;
            }
            // "Trong năm học", "cả năm lớp 9"
            let year = number == 5
                && end == at + 1
                && (at == 0
                    || matches!(
                        &*lower[at - 1],
                        "trong" | "đầu" | "cuối" | "mỗi" | "hằng" | "hàng" | "từng" | "cả" | "nhiều" | "các" | "qua" | "suốt"
                    ));
            let counts = COUNTED.contains(&word(end)) && !OTHERS.contains(&(word(end), word(end + 1)));
            if counts && !(year && word(end) != "chiếc" && word(end) != "bộ" && word(end) != "cái") {
                written.push(number.to_string());
                (at, changed) = (end, true);
                continue;
            }
        }
        let whole = without_points(words[at]);
        changed |= whole.is_some();
        written.push(whole.unwrap_or_else(|| words[at].to_owned()));
        at += 1;
    }
    changed.then(|| written.join(" "))
}

fn begins_number(word: &str) -> bool {
    const FIRST: &[&str] = &[
        "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy",
        "Bẩy", "Tám", "Chín", "Mười",
    ];
    FIRST.contains(&word)
}

/// The number that begins at a word, and where it ends.
fn number_in_words(words: &[String], at: usize) -> Option<(u32, usize)> {
    let one = |at: usize| {
        Some(match words.get(at)?.as_str() {
            "một" | "mốt" => 1,
            "hai" => 2,
            "ba" => 3,
            "bốn" | "tư" => 4,
            "năm" | "lăm" => 5,
            "sáu" => 6,
            "bảy" | "bẩy" => 7,
            "tám" => 8,
            "chín" => 9,
            _ => return None,
        })
    };
    let ten = |at: usize, word: &str| words.get(at).is_some_and(|known| known == word);
    if ten(at, "mười") {
        return Some(one(at + 1).map_or((10, at + 1), |ones| (10 + ones, at + 2)));
    }
    // "Một trăm phần trăm"
    if words.get(at).is_some_and(|word| word == "một") && ten(at + 1, "trăm") && ten(at + 2, "phần") {
        return Some((100, at + 2));
    }
    let first = one(at)?;
    if !ten(at + 1, "mươi") {
        return (words[at] != "tư" && words[at] != "lăm" && words[at] != "mốt").then_some((first, at + 1));
    }
    Some(one(at + 2).map_or((first * 10, at + 2), |ones| (first * 10 + ones, at + 3)))
}

/// "2.300" → "2300"; days and codes of criteria have other groups.
fn without_points(word: &str) -> Option<String> {
    let (thousands, rest) = word.split_once('.')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = (1..=3).contains(&thousands.len()) && thousands.bytes().all(|sign| sign.is_ascii_digit()) && !thousands.starts_with('0');
    (number && digits == 3 && !rest[3..].starts_with(['.', '/'])).then(|| format!("{thousands}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_written_in_figures_where_they_count() {
        for (text, figures) in [
            ("Đã mua một bộ máy chiếu", "Đã mua 1 bộ máy chiếu"),
            ("Mua năm chiếc quạt trần", "Mua 5 chiếc quạt trần"),
            ("Đạt bảy mươi phần trăm", "Đạt 70%"),
            ("Tổ chức mười hai buổi", "Tổ chức 12 buổi"),
            ("Hai mươi mốt phòng", "21 phòng"),
            ("Thu 2.300 vỏ lon", "Thu 2300 vỏ lon"),
        ] {
            assert_eq!(in_figures(text).as_deref(), Some(figures), "{text}");
        }
        for text in [
            "Một số giáo viên",
            "Một bộ phận học sinh",
            "Hoàn thành một phần",
            "Trong năm học",
            "Năm học 2023-2024",
            "Chuyển sang năm học sau",
            "Hoàn thành hai phần ba khối lượng",
            "Hai bên phối hợp",
            "Ngày 5.10.2023",
            "Tiêu chí 1.10",
            "Đầu năm lớp đã ổn định",
            "",
        ] {
            assert_eq!(in_figures(text), None, "{text}");
        }
    }
}
