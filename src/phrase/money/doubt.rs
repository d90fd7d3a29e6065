//! What stands beside a number with its unit in, whether it is money of another country, a count of things or an amount that is denied out.

use super::super::token::Token;
use super::number::{Number, unit_at};

/// Things that thousands and millions are counted of: "2 nghìn cuốn vở", "5 triệu viên gạch". Folded.
const COUNTED: &[&str] = &["cuon", "quyen", "vien", "luot", "nguoi", "em", "chau", "hs", "trang", "to", "ban", "cay"];

/// What is not done with the amount behind it: "không đủ 10 triệu", "chưa được cấp 10 triệu"; "không quá 10 triệu" is an amount. Folded.
const DENIED: &[&str] = &["duoc", "du", "phai", "nhan", "cap", "bo", "huy", "xin", "thu", "chi", "ho"];

/// Lead in what has become of an amount named before: "12 triệu, đã chi 5 triệu". Folded.
pub(super) const SPENT: &[&str] = &[
    "giai ngan",
    "con no",
    "da chi",
    "da thanh toan",
    "da giai ngan",
    "da tam ung",
    "tam ung",
    "da su dung",
    "da thuc hien",
    "thuc chi",
    "da cap",
    "da nhan",
    "con thieu",
    "moi co",
    "moi chi",
    "moi cap",
    "mới co",
    "mới chi",
    "mới cap",
    "da co",
    "da huy dong",
    "da van dong",
    "da quyet toan",
    "quyet toan",
];

/// How far before the number a word denies it.
const NEAR: usize = 4;

/// `1000 $`, `$1000`, "5 nghìn đô"
pub(super) fn is_foreign(token: Option<&Token>) -> bool {
    let sign = ['$', '€', '£', '¥'].into_iter().any(|sign| token.is_some_and(|token| token.is_sign(sign)));
    const MONEY: &[&str] = &["usd", "euro", "eur", "gbp", "jpy", "cny", "ndt", "yen", "won", "baht", "dollar", "dola"];
    sign || token.is_some_and(|token| token.written == "đô" || token.word().is_some_and(|word| MONEY.contains(&word)))
}

/// Whether the tokens behind an amount say that it is none of đồng; `unit` is its own.
pub(super) fn is_of_something_else(behind: &[Token], unit: i64) -> bool {
    let word = |at: usize| behind.get(at).and_then(Token::word);
    // "2 nghìn học sinh"; a price may stand as "30k quyển", and "15 triệu cây xanh" is what trees cost.
    let thing = word(0).is_some_and(|word| COUNTED.contains(&word)) || (word(0), word(1)) == (Some("hoc"), Some("sinh"));
    let counted = thing && (unit == 1_000 || unit == 1_000_000 && word(0) == Some("vien"));
    // "10 tỷ triệu"
    let unit_again = unit_at(behind, false).is_some_and(|(again, _)| again > 1);
    // "10 triệu mấy", "10 triệu?": who wrote it does not know either. "Máy" may have lost its mark.
    let open = behind.first().is_some_and(|token| matches!(token.written.as_str(), "mấy" | "lẻ") || token.is_sign('?'));
    // "500 nhân dân tệ", "2 triệu yên Nhật"
    let abroad = (word(0), word(1)) == (Some("nhan"), Some("dan")) || (word(0), word(1)) == (Some("yen"), Some("nhat"));
    counted || unit_again || open || abroad || is_foreign(behind.first())
}

/// Whether a number without a unit is too large to count what the words behind it name: "5.000.000 mua sách", "2.000.000 bàn ghế". Of bricks,
/// of pages and of visits there may be as many.
pub(super) fn is_spent_on(number: Number, behind: &[Token]) -> bool {
    // "Số TK 123456789"
    let written = number.grouped || number.digits % 1_000 == 0;
    let word = |at: usize| behind.get(at).and_then(Token::word);
    let counted = match word(0) {
        Some("ban" | "to" | "cay") => number.digits < 1_000_000,
        Some("hoc") => word(1) == Some("sinh"),
        Some(word) => COUNTED.contains(&word),
        None => true,
    };
    written && number.decimals == 0 && number.digits >= 100_000 && !counted && !is_foreign(behind.first())
}

/// Whether the tokens before an amount deny it: "Không được cấp" 10 triệu.
pub(super) fn is_denied(before: &[Token]) -> bool {
    let near = before.iter().rev().take(NEAR).take_while(|token| token.word().is_some()).count();
    let near = &before[before.len() - near..];
    near.windows(2)
        .any(|two| matches!(two[0].word(), Some("khong" | "chua" | "ko")) && two[1].word().is_some_and(|word| DENIED.contains(&word)))
}

/// Whether the words before an amount say that it is what another changes by or falls short of, and not what the work costs: "Giảm 5 triệu",
/// "Còn thiếu 10 triệu", "Tăng thêm 2 triệu". "Tầng 2", "tặng 2 triệu" and "tối thiểu 2 triệu" are other words.
pub(super) fn is_difference(before: &[Token]) -> bool {
    const BETWEEN: &[&str] = &["khoang", "them", "di", "con", "so", "tien", "chi", "kinh", "phi", "duoc"];
    let last = before.iter().rev().find(|token| !token.word().is_some_and(|word| BETWEEN.contains(&word)));
    last.is_some_and(|token| matches!(token.written.as_str(), "giảm" | "giam" | "tăng" | "thiếu" | "nợ" | "hụt" | "lệch" | "bớt" | "vượt"))
}

/// Whether the words behind the amount at the place say what has become of it: "10 triệu đã có" beside what is needed is no further amount.
pub(super) fn is_settled(tokens: &[Token], at: usize) -> bool {
    let ends = |token: &Token| [',', ';', '\n', '(', ')', '+'].iter().any(|sign| token.is_sign(*sign));
    let own: Vec<&str> = tokens[at..].iter().take_while(|token| !ends(token)).filter_map(Token::word).collect();
    let ends_with = |words: &&str| {
        let words: Vec<&str> = words.split(' ').collect();
        own.ends_with(&words)
    };
    SPENT.iter().any(ends_with)
}
