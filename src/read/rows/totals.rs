//! One row of the sheet in, whether it only says what amounts come to out: "Tổng cộng", "Cộng mang sang trang sau", "Dự phòng 10%".

use super::Physical;
use crate::form::Field;
use crate::model::Address;
use crate::phrase;
use crate::read::grid::CellKind;
use crate::text;

/// Openings of rows that add up. Folded.
const TOTALS: &[&str] = &[
    "cong chung",
    "tong cong",
    "tong so",
    "tong hop",
    "ty le",
    "ti le",
    "so tieu chi",
    "so luong tieu chi",
    "so tc",
    "dat ty le",
    "dat ti le",
];

/// Openings of what people write beside nothing but an amount: a sum so far, or what is left of it. Folded.
const BESIDE_AMOUNTS: &[&str] = &[
    "luy ke",
    "mang sang",
    "chuyen sang",
    "chuyen trang",
    "so mang sang",
    "so chuyen sang",
    "so trang truoc",
    "trang truoc",
    "grand total",
    "total",
    "subtotal",
    "sub total",
    "binh quan",
    "so con",
    "con thieu",
    "con phai",
    "con lai",
    "chenh lech",
    "lam tron",
];

/// What may follow "Dự phòng", "Tiết kiệm", "Đã có" where no work is meant: "Dự phòng 10%", "Tiết kiệm chi 5%", "Đã có kinh phí".
const OF_MONEY: &[&str] = &["phi", "chi", "kinh", "kp", "tien", "nguon", "ngan", "sach"];

/// What stands behind "Cộng", "Tổng" in a sum. "Cộng tác viên", "Tổng vệ sinh" are work.
const SUMMED: &[&str] = &[
    "tiêu chuẩn",
    "tc",
    "tiêu chí",
    "mức",
    "(",
    "phần",
    "mục",
    "kinh phí",
    "i",
    "chi phí",
    "số",
    "dự toán",
    "nhu cầu",
    "tiền",
    "các",
    "dồn",
    "mang",
    "chuyển",
    "trang",
    "cộng",
    "a+",
    "a +",
    "lũy",
    "bảng",
];

/// "Tổng cộng", "Tỷ lệ" where the number of a row or its criterion stands.
pub(super) fn opens_one(folded: &str) -> bool {
    matches!(folded, "cong" | "tong") || TOTALS.iter().any(|opening| text::opens_with_words(folded, opening))
}

/// What names a row: its first text, or the first behind the amount of a table whose money stands to the left of its work.
fn label<'t>(texts: &[(Address, &'t str)]) -> Option<&'t str> {
    let filled = || texts.iter().map(|(_, text)| *text).filter(|text| !text.is_empty());
    filled().find(|text| !is_amount(text)).or_else(|| filled().next())
}

/// Words beside the figures of an amount: its unit, what is counted, who pays. Folded.
const OF_AMOUNTS: &[&str] = &[
    "d", "dong", "vnd", "tr", "trieu", "trd", "nghin", "ngan", "k", "ty", "ti", "ca", "va", "tu", "nguon", "sach", "nha", "nuoc", "huyen",
    "xa", "hoi", "hoa", "xhh", "ns", "nsnn", "kp", "kinh", "phi", "phu", "huynh", "phhs", "cmhs", "ung", "ho", "tc", "tieu", "chi", "viec",
    "cong", "muc", "dat",
];

/// "9.500", "2 hoạt động", "35.000.000 đồng (ba mươi lăm triệu)", "NSNN: 35 triệu"; "Mua 5 bộ máy tính" is work.
fn is_amount(text: &str) -> bool {
    if !text.chars().any(|letter| letter.is_ascii_digit()) {
        return false;
    }
    let opens_with_number = text.trim_start_matches(['(', '~', '-', ' ']).starts_with(|letter: char| letter.is_ascii_digit());
    let is_long = |word: &str| word.chars().count() > 6 && word.chars().all(char::is_alphabetic);
    if opens_with_number {
        return !text.split_whitespace().any(is_long);
    }
    let folded = text::fold(text);
    let mut words = folded.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.all(|word| OF_AMOUNTS.contains(&word))
}

/// "Cộng tiêu chuẩn 1 | 9.500", "Tổng" in the column of the work: a sum and nothing beside it but amounts.
pub(super) fn only_adds_up(row: &Physical, texts: &[(Address, &str)]) -> bool {
    let Some(label) = label(texts) else { return false };
    // "Chuyển sang học kỳ II", "Còn thiếu kinh phí" where the state of work stands tells of the work.
    let tells_state = |field: &Field| matches!(field, Field::Done | Field::Ongoing | Field::NotStarted | Field::Status | Field::Outcome);
    if row.pieces.iter().any(|(field, piece)| tells_state(field) && piece.text == label) {
        return false;
    }
    let others = || texts.iter().map(|(_, text)| *text).filter(|text| !text.is_empty() && *text != label);
    // Nearly all rows have words beside their first cell.
    if !others().all(is_amount) {
        return false;
    }
    // The word may be broken over lines.
    let lower = label.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let opens = ["cộng", "tổng"]
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '('])));
    let folded = text::fold(label);
    if counts_works(&folded) {
        return others().next().is_none();
    }
    let bare = matches!(folded.as_str(), "cong" | "tong" | "tong cong" | "tong so" | "cong chung" | "tong kinh phi");
    // "Tổng NSNN", "Cộng xã hội hóa": what one of those who pay gives. "Cộng đồng ủng hộ" is no sum.
    let pays = |rest: &str| !rest.starts_with("đồng") && phrase::money::payers(rest).is_some();
    let part = lower.split_once(' ').is_some_and(|(_, rest)| SUMMED.iter().any(|word| rest.starts_with(word)) || pays(rest));
    let of_money = !row.has(Field::Time) && !row.has(Field::Lead) && names_an_amount(&folded);
    let uncomputed = row.pieces.values().any(|piece| piece.text.is_empty() && piece.kind == CellKind::Uncomputed);
    let summed = others().next().is_some() || uncomputed || bare;
    let counts = counts_criteria(&folded) && others().all(is_count);
    (opens && (bare || part) || of_money || counts) && summed
}

/// "Cộng: 8 việc", "Tổng số 12 nhiệm vụ", and no more.
fn counts_works(folded: &str) -> bool {
    let rest = ["tong cong ", "tong so ", "tong ", "cong "].iter().find_map(|opening| folded.strip_prefix(opening));
    let counted = rest.and_then(|rest| rest.split_once(' ')).filter(|(count, _)| count.bytes().all(|digit| digit.is_ascii_digit()));
    counted.is_some_and(|(_, of)| matches!(of, "viec" | "cong viec" | "dau viec" | "nhiem vu" | "noi dung" | "hoat dong" | "giai phap"))
}

/// "Số TC đạt", "Tiêu chuẩn 1: số tiêu chí đạt", "TC1 đạt" beside counts.
fn counts_criteria(folded: &str) -> bool {
    let of_standard = ["tieu chuan ", "tc ", "tc"].iter().find_map(|word| {
        let rest = folded.strip_prefix(word)?.strip_prefix(|letter: char| letter.is_ascii_digit())?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim_start())
    });
    let rest = of_standard.unwrap_or(folded);
    ["so tieu chi dat", "so tc dat", "so luong tieu chi dat", "so luong dat"].iter().any(|words| text::opens_with_words(rest, words))
        || matches!(rest, "so tieu chi" | "so tc" | "so dat")
        || of_standard.is_some() && matches!(rest, "dat" | "cong" | "tong" | "tong so")
}

/// "10", "8/10", "80%".
fn is_count(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit())
        && text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '/' | '%' | ',' | '.' | ' '))
}

/// "Lũy kế", "Trang trước chuyển sang", "TC:", "Dự phòng 10%".
fn names_an_amount(folded: &str) -> bool {
    let rest = ["du phong", "tiet kiem", "da co", "da huy dong", "phat sinh"].iter().find_map(|word| folded.strip_prefix(word));
    let of_money = |rest: &str| rest.split(' ').all(|word| word.is_empty() || word.parse::<u16>().is_ok() || OF_MONEY.contains(&word));
    folded == "tc" || rest.is_some_and(of_money) || BESIDE_AMOUNTS.iter().any(|opening| text::opens_with_words(folded, opening))
}

/// "Trong đó: - Ngân sách | 50.000.000", "- Xã hội hóa | 2.000.000": who pays how much of the sum above.
pub(super) fn parts_a_total(row: &Physical) -> bool {
    let texts = row.texts();
    let mut filled = texts.iter().map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
    let Some(named) = filled.next() else { return false };
    let opens = ["Trong đó", "trong đó", "TRONG ĐÓ"].iter().find_map(|words| named.strip_prefix(words)).unwrap_or(named);
    let (Some(amount), None) = (filled.next(), filled.next()) else {
        // "Trong đó:" above who pays what.
        return filled.next().is_none() && texts.len() == 1 && opens.len() < named.len() && opens.trim_matches([':', ' ']).is_empty();
    };
    let payer = opens.trim_start_matches([':', '-', '–', '+', '*', ' ']).trim_end_matches(':');
    let is_amount = amount.starts_with(|letter: char| letter.is_ascii_digit());
    is_amount && (phrase::money::payers(payer).is_some() || matches!(text::fold(payer).as_str(), "khac" | "nguon khac"))
}
