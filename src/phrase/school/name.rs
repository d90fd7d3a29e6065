//! The words behind the kind of a school in, its name out; `None` for prose.

use super::Word;
use super::letterhead::titles_a_paper;

/// Words that a name has in small letters.
const SMALL: &[&str] = &[
    "số",
    "thuật",
    "nghiệp",
    "xã",
    "phường",
    "huyện",
    "quận",
    "thị",
    "trấn",
    "thành",
    "phố",
    "tỉnh",
    "cơ",
    "sở",
    "cơ sở",
    "và",
    "tp",
    "khu",
    "thôn",
    "ấp",
    "bản",
    "tt",
    "so",
    "tế",
    "ngữ",
    "hành",
    "phạm",
    "nghiệm",
];

/// Words that no name has: what they stand in is prose.
const PROSE: &[&str] = &[
    "đã",
    "được",
    "có",
    "là",
    "tổ",
    "thực",
    "các",
    "cho",
    "với",
    "trong",
    "tại",
    "sẽ",
    "phải",
    "về",
    "theo",
    "để",
    "khi",
    "của",
    "những",
    "không",
    "chưa",
    "đang",
    "cần",
    "nên",
    "do",
    "bị",
    "từ",
    "đến",
    "đạt",
    "ban",
    "giám",
    "hiệu",
    "trưởng",
    "năm",
    "học",
    "kế",
    "hoạch",
    "chuẩn",
    "quốc",
    "báo",
    "cáo",
    "tiêu",
    "chí",
    "hạng",
    "loại",
    "trên",
    "này",
    "đó",
    "xây",
    "dựng",
    "công",
    "tác",
];

/// The name, in title case where it stood in capitals. Ends at the place that follows it: `Hoa Sen, huyện A`, `Hoa Sen - Năm học 2023-2024`.
pub(super) fn proper(words: &[Word<'_>], line: &str) -> Option<String> {
    let line_in_capitals = !line.chars().any(char::is_lowercase);
    let end = words.iter().enumerate().position(|(at, _)| ends_at(words, at)).unwrap_or(words.len());
    let mut last = end;
    for (at, word) in words[..end].iter().enumerate() {
        // `Hòa Bình "A"`: the letter tells the school from its neighbour.
        let lettered = word.after.ends_with(['"', '“'])
            && words[at + 1..end].first().is_some_and(|next| next.written.chars().count() <= 2 && next.after.starts_with(['"', '”']));
        if lettered {
            last = at + 2;
            break;
        }
        // `"A" Long Bình`: the letter stands before the name.
        let leads = at == 0 && word.written.chars().count() <= 2 && word.after.starts_with(['"', '”']) && end > 1;
        if leads && !word.after.contains([',', ';', '(', ':']) {
            continue;
        }
        if word.after.contains([',', ';', '(', ':', '"', '”', '»'])
            || word.after.trim_end().ends_with('.') && at > 0 && word.written.chars().count() > 2
        {
            last = at + 1;
            break;
        }
    }
    let words = &words[..last];
    let letters = || words.iter().flat_map(|word| word.written.chars());
    if words.is_empty() || words.len() > 8 || !words.iter().any(|word| word.written.chars().any(char::is_alphanumeric)) {
        return None;
    }
    let capitals = !letters().any(char::is_lowercase) && (line_in_capitals || words.len() > 1);
    let small = !line.chars().any(char::is_uppercase);
    let lowered: Vec<String> = words.iter().map(|word| word.written.to_lowercase()).collect();
    // Capitals cannot tell a name from a heading; a word of prose can.
    if prose(&lowered, words, capitals || small) {
        return None;
    }
    let mut name = String::new();
    for (at, word) in words.iter().enumerate() {
        let in_title = if capitals { title(word.written, at + 1 == words.len() && at > 0) } else { word.written.to_owned() };
        name.push_str(&in_title);
        if at + 1 < words.len() {
            let joint = word.after.trim();
            name.push_str(match joint {
                "" if word.after.is_empty() => "",
                "-" | "–" if word.after.starts_with(' ') => " - ",
                // `THCS-Nguyen-Du`; but `MN-19-5`.
                "-" | "–" if !line.contains(' ') && !is_number(word) && !is_number(&words[at + 1]) => " ",
                "-" | "–" => "-",
                "." => {
                    if word.after.ends_with(' ') {
                        ". "
                    } else {
                        "."
                    }
                }
                "&" => " & ",
                // `H' Hen Niê`
                "'" | "’" => "' ",
                _ => " ",
            });
        }
    }
    Some(name)
}

/// "ĐH Vinh", "Cao Đẳng Sư Phạm": a school that stands above ours, and sends no tables of these.
pub(super) fn is_higher(name: &str) -> bool {
    const HIGHER: &[&str] = &["dai hoc", "dh", "dhsp", "cao dang", "cd", "cdsp", "trung cap", "hoc vien", "chinh tri"];
    let folded = crate::text::fold(name);
    HIGHER.iter().any(|sort| folded.strip_prefix(sort).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// What a school has, or a district has of schools. Folded.
const COUNTED: &[&str] = &["truong", "hs", "hoc", "sinh", "gv", "giao", "vien", "lop", "tre", "chau", "em", "nguoi", "phong", "nhom"];

/// "THCS: 5", "TH: 120 HS": how many there are of a kind; `end` is behind it.
pub(super) fn counts_schools(words: &[Word<'_>], end: usize) -> bool {
    let colon = end > 0 && words[end - 1].after.contains(':');
    let counted = |word: &Word<'_>| COUNTED.contains(&word.folded.as_str());
    colon && matches!(&words[end..], [count, rest @ ..] if is_number(count) && rest.iter().all(counted))
}

fn is_number(word: &Word<'_>) -> bool {
    word.written.chars().all(|letter| letter.is_ascii_digit())
}

/// A dash or a word before which the name is over: the place, the school year.
fn ends_at(words: &[Word<'_>], at: usize) -> bool {
    let folded = |ahead: usize| words.get(at + ahead).map_or("", |word| word.folded.as_str());
    let behind_dash = at > 0 && words[at - 1].after.trim().starts_with(['-', '–']);
    let dashed = behind_dash && words[at - 1].after.starts_with(' ');
    let place = matches!(folded(0), "huyen" | "quan" | "tp" | "tinh" | "xa" | "phuong" | "tx" | "ubnd" | "phong")
        || matches!((folded(0), folded(1)), ("thanh", "pho") | ("thi", "xa" | "tran"));
    // "Trần Phú - P. Thống Nhất"
    let short_place = dashed && matches!(folded(0), "p" | "q" | "h" | "t" | "x" | "tt") && words[at].after.starts_with('.');
    // "Lương Thế Vinh Q.1"
    let numbered_place = at > 1
        && matches!(words[at].written, "P" | "Q")
        && words[at].after.starts_with('.')
        && words.get(at + 1).is_some_and(|next| is_number(next));
    let short_place = short_place || numbered_place;
    // "Sao Mai - Cơ sở 2", "Sao Mai - điểm trường Thôn 3": a place of the school, and no school of its own.
    let numbered = folded(2).parse::<u8>().is_ok() || matches!(folded(2), "i" | "ii" | "iii" | "chinh");
    let campus = at > 0
        && (matches!((folded(0), folded(1)), ("phan", "hieu") | ("diem", "truong"))
            || (folded(0), folded(1)) == ("co", "so") && (numbered || dashed)
            || dashed && (words[at].written.to_lowercase() == "điểm" || (folded(0), folded(1)) == ("khu", "le")));
    // `Le_Loi_2023-2024`, `Lê Lợi 2025`
    let year = |ahead: usize| folded(ahead).len() == 4 && folded(ahead).starts_with("20") && folded(ahead).parse::<u16>().is_ok();
    let years = at > 0 && year(0) && (year(1) || words.len() == at + 1);
    // `Lê Lợi - KHCTCL`, `Lê Lợi HKI`: what the file holds.
    let paper = at > 0
        && (matches!(folded(0), "khctcl" | "khct" | "ctcl" | "hki" | "hkii" | "hk1" | "hk2")
            || dashed && (matches!(folded(0), "kh" | "bc") || matches!((folded(0), folded(1)), ("ke", "hoach") | ("bao", "cao"))));
    // "Lê Lợi TP. Huế", "LÊ LỢI HUYỆN MỘC CHÂU": behind a name of two words, where no number needs its place ("Số 2 xã Tân Lập").
    let written = words[at].written.to_lowercase();
    let official = matches!(written.as_str(), "huyện" | "tỉnh" | "quận" | "xã" | "phường" | "tp" | "tx")
        || matches!((written.as_str(), folded(1)), ("thành", "pho") | ("thị", "xa" | "tran"));
    let plain = |word: &Word<'_>| !word.written.starts_with(|letter: char| letter.is_ascii_digit());
    let named_place = at > 1 && official && words.len() > at + 1 && words[..at].iter().all(plain);
    // "Lê Lợi - Đ/c: 12 Trần Phú", "Lê Lợi, địa chỉ …"
    let address = at > 0 && (folded(0) == "d" && words[at].after == "/" && folded(1) == "c" || (folded(0), folded(1)) == ("dia", "chi"));
    campus
        || at > 0 && titles_a_paper(words, at)
        || address
        || named_place
        || paper
        || years
        || (folded(0) == "nam" && folded(1) == "hoc")
        || (folded(0) == "nh" && folded(1).starts_with("20"))
        || (dashed && place)
        || short_place
        // `Lý Tự Trọng-thị xã Sa Pa`
        || behind_dash && place && words[at].written.starts_with(char::is_lowercase)
        || ((at > 0 && matches!(folded(0), "huyen" | "tinh") || at > 1 && matches!(folded(0), "xa" | "phuong"))
            && words[..at].iter().all(|word| !word.written.starts_with(|letter: char| letter.is_ascii_digit()))
            && words[at].written.chars().next().is_some_and(char::is_lowercase))
}

fn prose(lowered: &[String], words: &[Word<'_>], one_case: bool) -> bool {
    // "Nậm Có", "Nậm Cần": behind the stream stands its name, whatever the word means elsewhere.
    let of_stream = |at: usize| at > 0 && lowered[at - 1] == "nậm";
    if one_case {
        // "Thực hành Sư phạm", "Thực nghiệm": schools of a college.
        let of_college =
            |at: usize| matches!((lowered[at].as_str(), lowered.get(at + 1).map_or("", String::as_str)), ("thực", "hành" | "nghiệm"));
        // "LƯƠNG ĐỊNH CỦA", "TRẦN KẾ XƯƠNG": what else is a small word.
        let of_person = |at: usize| match (lowered[at].as_str(), lowered.get(at + 1).map(String::as_str)) {
            ("của", next) => next.is_none() && at >= 2,
            ("kế", Some(next)) => !matches!(next, "hoạch" | "toán" | "bên" | "cận" | "tiếp" | "thừa"),
            ("báo", Some(next)) => next != "cáo",
            // "THẠCH GIÁM", "GIÁM KHÊ"
            ("giám", next) => !matches!(next, Some("hiệu" | "đốc" | "sát" | "khảo" | "thị")),
            _ => false,
        };
        return (0..lowered.len())
            .any(|at| ONE_CASE_PROSE.contains(&lowered[at].as_str()) && !of_college(at) && !of_person(at) && !of_stream(at));
    }
    // "Tiểu học 30 tháng 4": named after a day.
    let day = words.len() == 3 && is_number(&words[0]) && lowered[1] == "tháng" && is_number(&words[2]);
    if day {
        return false;
    }
    // "Hoa sen", "Sao mai", "Tuổi thơ": many write only the first word of a name with a capital.
    let brief = words.len() <= 3 && words[0].written.starts_with(char::is_uppercase);
    words.iter().zip(lowered).enumerate().any(|(at, (word, lowered))| {
        let begins = word.written.chars().next().is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit());
        (!begins && (PROSE.contains(&lowered.as_str()) || !(brief || SMALL.contains(&lowered.as_str()))))
            || matches!(lowered.as_str(), "đã" | "được" | "có" | "là" | "chuẩn" | "đạt") && !of_stream(at)
    })
}

/// Words that mark prose even where capitals hide the names; words that are also names (Công, Tổ, Từ) are not among them.
const ONE_CASE_PROSE: &[&str] = &[
    "đã",
    "được",
    "có",
    "là",
    "các",
    "cho",
    "với",
    "trong",
    "tại",
    "sẽ",
    "phải",
    "về",
    "theo",
    "để",
    "khi",
    "của",
    "những",
    "không",
    "chưa",
    "đang",
    "cần",
    "nên",
    "bị",
    "đến",
    "đạt",
    "giám",
    "trưởng",
    "kế",
    "chuẩn",
    "báo",
    "tiêu",
    "này",
    "xây",
    "thực",
    "hoạch",
];

/// `TÙNG` as `Tùng`; a single letter, a last Roman numeral and a word without a vowel stay as they are.
fn title(word: &str, last: bool) -> String {
    let is_vowel = |letter: char| crate::phrase::token::bare(&letter.to_string()).starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
    let upper = word.chars().all(|letter| letter.is_uppercase() || !letter.is_alphabetic());
    let roman = last && upper && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    let abbreviation = upper && !word.chars().any(is_vowel);
    if roman || abbreviation || (upper && word.chars().count() == 1) {
        return word.to_owned();
    }
    let mut titled = String::with_capacity(word.len());
    let mut begins = true;
    for letter in word.chars() {
        if begins {
            titled.extend(letter.to_uppercase())
        } else {
            titled.extend(letter.to_lowercase())
        }
        begins = !letter.is_alphanumeric();
    }
    titled
}
