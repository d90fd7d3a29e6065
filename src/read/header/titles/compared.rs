//! A title as written in, what it is compared by out: folded, without what is no part of what the column holds (its translation, a day, the
//! choices, the unit, which criteria), and a level by its number.

use super::levels;
use crate::phrase;
use crate::text;
use crate::text::memory::Memory;

/// The title folded, without its translation, the day it speaks of, the levels to choose from and what its amounts count.
pub(in crate::read::header) fn folded(title: &str) -> String {
    thread_local! {
        static FOLDED: Memory<String> = Memory::default();
    }
    // A title is looked at again at each row that a header may begin or end with.
    FOLDED.with(|known| known.recall(title, fold_title))
}

fn fold_title(title: &str) -> String {
    let plain = without_unit(without_choice(without_day(without_instruction(without_translation(without_number(title))))));
    let plain = without_mark(plain);
    let folded = text::fold(plain);
    if folded.is_empty() && plain.contains('#') || plain.trim().to_lowercase() == "mục" {
        return ORDINAL.to_owned();
    }
    let folded = without_year(title, &folded).unwrap_or(folded);
    levels::spelled(plain, &folded).or_else(|| of_criteria(&folded)).unwrap_or_else(|| with_roman_half(folded))
}

/// "Kết quả HK1" is "Kết quả HKI": its number counts nothing.
fn with_roman_half(folded: String) -> String {
    if !folded.contains(['1', '2']) || !folded.contains('k') {
        return folded;
    }
    let mut words: Vec<&str> = folded.split(' ').collect();
    for at in 0..words.len() {
        let behind_half = at > 0 && matches!(words[at - 1], "hk" | "ky" | "ki");
        words[at] = match words[at] {
            "hk1" => "hki",
            "hk2" => "hkii",
            "1" if behind_half => "i",
            "2" if behind_half => "ii",
            word => word,
        };
    }
    words.join(" ")
}

/// "#", and "Mục", which is no "Mức": the number of the row.
const ORDINAL: &str = "stt";

/// "Mức 1 (x)", "Hoàn thành (đánh dấu x)", "Đang triển khai (tỷ lệ %)": how a row is marked is no part of what a column holds.
fn without_mark(title: &str) -> &str {
    let Some((before, mark)) = title.trim_end().strip_suffix(')').and_then(|title| title.rsplit_once('(')) else { return title };
    let marks = matches!(text::fold(mark).as_str(), "x" | "danh dau x" | "dau x" | "danh x" | "tick" | "tich" | "danh dau");
    let share = || {
        matches!(text::fold(mark).trim(), "" | "ty le" | "ti le" | "ghi ty le" | "ghi ti le" | "ghi ro ty le") && mark.contains(['%', 'ệ'])
    };
    let state = || ["dang ", "chua "].iter().any(|words| text::fold(before).starts_with(words));
    if (marks || share() && state()) && !before.trim().is_empty() { before.trim_end() } else { title }
}

/// "Nội dung cải tiến (2)", "Tổng (5=3+4)": the number of the column is no part of what it holds. "Mức (1)" is a level, "Học kỳ (1)" a half.
fn without_number(title: &str) -> &str {
    let Some((before, number)) = title.trim_end().strip_suffix(')').and_then(|title| title.rsplit_once('(')) else { return title };
    let numbers = number.split(['=', '+', '-', '/', ':', '*', ' ']).filter(|part| !part.is_empty());
    let is_number = |part: &str| part.len() <= 2 && part.bytes().all(|letter| letter.is_ascii_digit());
    let counted = ["muc", "ky", "hk", "lan", "dot", "quy"].iter().any(|word| text::fold(before).ends_with(word));
    let alone = number.contains('=') || numbers.clone().count() == 1;
    if alone && numbers.clone().all(is_number) && !counted && before.contains(char::is_alphabetic) { before.trim_end() } else { title }
}

/// "Thời gian (ghi rõ tháng, năm)", "Phụ trách (họ tên, chức vụ)", "Công việc (mỗi việc một dòng)": how a column is to be filled in is no part
/// of what it holds. "Đang triển khai (lý do)" and "Kết quả (dự kiến)" say what it holds.
fn without_instruction(title: &str) -> &str {
    const OPENINGS: &[&str] = &[
        "ghi",
        "neu ro",
        "neu cu the",
        "neu ngan gon",
        "neu ten",
        "neu chi tiet",
        "ho ten",
        "ho va ten",
        "moi viec",
        "moi dong",
        "liet ke",
        "ke ro",
        "mo ta",
        "dien",
        "viet",
        "chi tiet",
        "dinh luong",
        "thang nam",
        "ngay thang",
        "neu co",
    ];
    const AIMS: &[&str] = &["muc tieu", "chi tieu", "dich", "can dat", "mong doi", "du kien", "phan dau"];
    let Some((before, bracket)) = title.trim_end().strip_suffix(')').and_then(|title| title.rsplit_once('(')) else { return title };
    let folded = text::fold(bracket);
    // "Mục tiêu (so với hiện trạng)" is the aim; "Kết quả (so với hiện trạng)" would be the result without it.
    let compares = folded == "so voi hien trang" && AIMS.iter().any(|aim| text::fold(before).contains(aim));
    let instructs =
        compares || OPENINGS.iter().any(|words| folded.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')));
    if instructs && !before.trim().is_empty() { before.trim_end() } else { title }
}

/// "Tiêu chí còn hạn chế", "Tiêu chuẩn, tiêu chí theo TT 18": which of the criteria stand below is no part of what a column holds. "Tiêu chí
/// đánh giá kết quả" is of other things.
fn of_criteria(folded: &str) -> Option<String> {
    const WHICH: &[&str] = &[
        "chua dat",
        "con han che",
        "con yeu",
        "can nang cao",
        "can bo sung",
        "can hoan thien",
        "can duy tri",
        "phai cai tien",
        "duoc cai tien",
        "cai tien",
        "theo thong tu",
        "theo tt",
        "kiem dinh",
        "kdclgd",
        "thuc hien",
        "truong",
    ];
    let (title, which) = ["tieu chuan tieu chi", "tieu chi"].iter().find_map(|title| Some((*title, folded.strip_prefix(title)?)))?;
    let which = which.strip_prefix(' ')?;
    WHICH
        .iter()
        .any(|words| {
            // "theo TT17"
            let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(|sign: char| sign == ' ' || sign.is_ascii_digit());
            which.strip_prefix(words).is_some_and(goes_on)
        })
        .then(|| title.to_owned())
}

/// "Mức đạt năm học 2023-2024", "Mức năm nay": of which year it is, is no part of what a column holds.
fn without_year(title: &str, folded: &str) -> Option<String> {
    let now = [" nam nay", " nam hoc nay"].iter().find_map(|words| folded.strip_suffix(words));
    if let Some(rest) = now {
        return Some(rest.to_owned());
    }
    phrase::year::parse(title)?;
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|letter| letter.is_ascii_digit());
    let words: Vec<&str> = folded.split(' ').filter(|word| !is_year(word) && !matches!(*word, "nam" | "hoc" | "nh")).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// "Tiến độ đến 10/01/2024", "Kết quả (tính đến ngày 31/12)": until when is no part of what a column holds.
fn without_day(title: &str) -> &str {
    let Some(at) = ["đến", "Đến", "ĐẾN"].iter().filter_map(|word| title.rfind(word)).max() else { return title };
    let is_day = |word: &str| {
        let numbers = word.split(['/', '-', '.', '–']).all(|part| part.bytes().all(|letter| letter.is_ascii_digit()));
        numbers || matches!(text::fold(word).as_str(), "" | "ngay" | "thang" | "nam" | "het" | "nay")
    };
    let after = &title[at + "đến".len()..];
    let words =
        || after.split(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | ',' | ':')).filter(|word| !word.is_empty());
    let names_day = || after.contains(|letter: char| letter.is_ascii_digit()) || words().any(|word| text::fold(word) == "nay");
    if !words().all(is_day) || !names_day() {
        return title;
    }
    let before = title[..at].trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ',' | '-'));
    let before = ["tính", "Tính", "TÍNH"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let before = before.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ',' | '-'));
    if before.is_empty() { title } else { before }
}

/// "KP (tr.đ)", "Kinh phí (ĐVT: triệu đồng)".
fn without_unit(title: &str) -> &str {
    let Some((before, unit)) = title.trim_end().strip_suffix(')').and_then(|title| title.rsplit_once('(')) else { return title };
    if !before.trim().is_empty() && phrase::money::unit(&format!("({unit})")).is_some() { before.trim_end() } else { title }
}

/// "Mức đạt (0, 1, 2, 3)", "Kết quả (Hoàn thành/Đang thực hiện/Chưa thực hiện)": what may be written below.
fn without_choice(title: &str) -> &str {
    let Some((before, choice)) = title.trim_end().strip_suffix(')').and_then(|title| title.rsplit_once('(')) else { return title };
    let levels = choice.split([',', '/', ';', '-', ' ']).filter(|part| !part.is_empty());
    let are_levels = levels.clone().count() > 1 && levels.clone().all(|part| matches!(part, "0" | "1" | "2" | "3" | "4"));
    let states = choice.split([',', '/', ';']).map(str::trim).filter(|part| !part.is_empty());
    let are_states = || states.clone().count() > 1 && states.clone().all(|part| phrase::status::word(part).is_some());
    if (are_levels || are_states()) && !before.trim().is_empty() { before.trim_end() } else { title }
}

/// "Tiêu chí (Criterion)", "Phụ trách/Person in charge": a school that teaches in English says its titles twice.
fn without_translation(title: &str) -> &str {
    let Some((own, other)) = title.split_once(['(', '/', '\n']) else { return title };
    let foreign = |word: &str| word.len() >= 4 && word.chars().any(char::is_lowercase) && !text::is_bare_syllable(&word.to_lowercase());
    let translated = other.is_ascii() && other.split(|letter: char| !letter.is_alphabetic()).any(foreign);
    if translated && !own.is_ascii() { own.trim_end() } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_compared_without_the_day_the_choices_and_the_unit_beside_it() {
        for (title, expected) in [
            ("Tiến độ đến 10/01/2024", "tien do"),
            ("Kết quả (tính đến ngày 31/12/2023)", "ket qua"),
            ("Tình trạng tính đến hết tháng 12", "tinh trang"),
            ("Mức đạt (0,1,2,3)", "muc dat"),
            ("Từ ngày đến ngày", "tu ngay den ngay"),
            ("Thời gian (từ … đến …)", "thoi gian tu den"),
            ("Kinh phí (1000đ)", "kinh phi"),
            ("Mức đạt năm học 2023-2024", "muc dat"),
            ("Mức năm nay", "muc"),
            ("Năm học 2023-2024", "nam hoc 2023 2024"),
            ("KP (ĐVT: triệu đồng)", "kp"),
            ("Kinh phí (năm 2024)", "kinh phi nam 2024"),
            ("Đến 31/12", "den 31 12"),
            ("Việc đã làm (tính đến nay)", "viec da lam"),
            ("Thời gian (ghi rõ tháng, năm)", "thoi gian"),
            ("Phụ trách (họ tên, chức vụ)", "phu trach"),
            ("Công việc (mỗi việc một dòng)", "cong viec"),
            ("Chưa triển khai (nêu rõ lý do)", "chua trien khai"),
            ("Đang triển khai (lý do)", "dang trien khai ly do"),
            ("Kết quả (dự kiến)", "ket qua du kien"),
            ("Mục tiêu (so với hiện trạng)", "muc tieu"),
            ("Kết quả (so với hiện trạng)", "ket qua so voi hien trang"),
            ("Kết quả đạt được (Hoàn thành/Đang thực hiện/Chưa thực hiện)", "ket qua dat duoc"),
            ("Hoàn thành (Có/Không)", "hoan thanh co khong"),
            ("Cost (nếu có)", "cost"),
            ("Tiêu chí (theo TT17)", "tieu chi"),
            ("Mức 1 (x)", "muc 1"),
            ("TT (1)", "tt"),
            ("Nội dung cải tiến\n(2)", "noi dung cai tien"),
            ("Tổng (5=3+4)", "tong"),
            ("Mức (1)", "muc 1"),
            ("Học kỳ (2)", "hoc ky ii"),
            ("Kết quả HK1", "ket qua hki"),
            ("Kết quả học kỳ 2", "ket qua hoc ky ii"),
            ("Kết quả lần 2", "ket qua lan 2"),
            ("Hoàn thành (đánh dấu x)", "hoan thanh"),
            ("Đang triển khai (tỷ lệ %)", "dang trien khai"),
            ("Đang thực hiện (%)", "dang thuc hien"),
            ("Hoàn thành (%)", "hoan thanh"),
            ("Kinh phí (tỷ lệ %)", "kinh phi ty le"),
            ("#", "stt"),
            ("Mục", "stt"),
            ("Mức", "muc"),
            ("Tiêu chí còn hạn chế", "tieu chi"),
            ("Tiêu chuẩn, tiêu chí theo TT 18", "tieu chuan tieu chi"),
            ("Tiêu chí đánh giá kết quả", "tieu chi danh gia ket qua"),
            ("Tiêu chí Mức 4", "tieu chi muc 4"),
        ] {
            assert_eq!(folded(title), expected, "{title}");
        }
    }
}
