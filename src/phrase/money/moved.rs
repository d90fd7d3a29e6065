//! The words about an amount in, whether it is money that pays for no work out: given back, borrowed, left over, or counted in another row.

use super::super::token::Token;
use super::number::unit_at;
use super::payers::{is_of_payer, stands};

/// What is done with money that pays for nothing, or what has become of it. Folded.
const MOVED: &[&str] = &[
    "hoan tra",
    "hoan lai",
    "hoan ung",
    "hoan tien",
    "hoan phi",
    "rut lai",
    "khau tru",
    "tru luong",
    "tra lai",
    "tra no",
    "nop lai",
    "nop tra",
    "ket du",
    "con du",
    "con thua",
    "bi cat",
    "khong co",
    "ko co",
    "chua co",
    "khong quyet toan",
    "chuyen sang nam sau",
    "chuyen nam sau",
    "chuyen sang nam hoc sau",
    "khong chi",
];

/// The same, in words that are others without their marks, as they are written: "muốn", "dự", "váy", "thu hội", "công thưa".
const MARKED: &[&str] = &[
    "mượn",
    "muon",
    "vay",
    "dư",
    "thừa",
    "tồn",
    "trừ",
    "hoãn",
    "hoãn chi",
    "bỏ",
    "vượt",
    "cắt",
    "hủy",
    "huỷ",
    "thu hồi",
    "thu hoi",
    "tiết kiệm",
    "tiet kiem",
];

/// In front of one of those words they make another of it: to rent, to destroy, what is saved up.
const OTHERWISE: &[&str] = &["thue", "tieu", "quy", "heo", "hanh", "diet", "phong"];

/// Between such a word and its amount, beside those who pay: "hoàn trả tiền tạm ứng", "vay quỹ công đoàn khoảng". Folded.
const BETWEEN: &[&str] =
    &["khoang", "gan", "hon", "duoc", "them", "cho", "lai", "tam", "ung", "cong", "doan", "ngan", "hang", "hoi", "toan", "bo", "het", "di"];

/// "Hoàn trả ngân sách 3 triệu", "Vay quỹ công đoàn 5 triệu": whether the words right before an amount say that it was moved and not spent.
/// "Tiêu hủy hồ sơ 2 triệu", "Thuê mượn loa đài 2 triệu" are works.
pub(super) fn is_moved(before: &[Token]) -> bool {
    let money = |token: &Token| token.word().is_some_and(|word| BETWEEN.contains(&word) || is_of_payer(word));
    for end in (0..before.len()).rev() {
        if let Some(start) = begins(before, end) {
            return !start.checked_sub(1).is_some_and(|other| before[other].word().is_some_and(|word| OTHERWISE.contains(&word)));
        }
        if !money(&before[end]) {
            return false;
        }
    }
    false
}

/// Where the phrase that ends at the place begins.
fn begins(tokens: &[Token], end: usize) -> Option<usize> {
    let folded = MOVED.iter().find_map(|phrase| {
        let start = (end + 1).checked_sub(phrase.split(' ').count())?;
        stands(tokens, start, phrase).then_some(start)
    });
    folded.or_else(|| {
        MARKED.iter().find_map(|phrase| {
            let start = (end + 1).checked_sub(phrase.split(' ').count())?;
            phrase.split(' ').enumerate().all(|(ahead, word)| tokens[start + ahead].written == word).then_some(start)
        })
    })
}

/// "5 triệu mượn của công đoàn", "10 triệu (vay)", "10 triệu còn thiếu": the same, said behind the amount. "10 triệu (còn thiếu 4 triệu)"
/// says it of another.
pub(super) fn is_moved_behind(behind: &[Token]) -> bool {
    const SHORT: &[&str] = &["con thieu", "con du", "con thua"];
    let behind = &behind[usize::from(behind.first().is_some_and(|token| token.is_sign('(')))..];
    let length = match behind.first().map_or("", |token| token.written.as_str()) {
        "mượn" | "vay" | "dư" | "thừa" => 1,
        _ if SHORT.iter().any(|phrase| stands(behind, 0, phrase)) => 2,
        _ => return false,
    };
    behind.get(length).is_none_or(|next| next.number().is_none())
}

/// "Còn 5 triệu chưa có": whether an amount that nothing stands before is what is left.
pub(super) fn is_left(before: &[Token]) -> bool {
    let mut words = before.iter().filter(|token| !token.is_word("khoang") && !token.is_word("lai") && !token.is_word("hon"));
    let left = words.next_back().is_some_and(|token| matches!(token.written.as_str(), "còn" | "con"));
    left && words.all(|token| matches!(token.word(), Some("hien" | "van" | "chi" | "kinh" | "phi" | "so" | "tien")))
}

/// "Không thực hiện, dự toán 5 triệu": whether the text begins by saying that the work is not done.
pub(super) fn is_called_off(tokens: &[Token]) -> bool {
    const OFF: &[&str] = &["khong thuc hien", "khong trien khai", "khong lam nua", "khong to chuc"];
    OFF.iter().any(|phrase| stands(tokens, 0, phrase) && tokens.get(phrase.split(' ').count()).is_none_or(|next| next.word().is_none()))
}

/// "20 triệu, còn lại 2 triệu": whether nothing else is said of the amount at the place than that it is left; "còn lại 10 triệu phụ huynh đóng
/// góp" says who pays it.
pub(super) fn is_all_that_is_left(tokens: &[Token], at: usize) -> bool {
    let parts = |token: &Token| [',', ';', '\n', '(', ')'].iter().any(|sign| token.is_sign(*sign));
    let start = tokens[..at].iter().rposition(parts).map_or(0, |sign| sign + 1);
    let end = tokens[at..].iter().position(parts).map_or(tokens.len(), |length| at + length);
    const AROUND: &[&str] = &["con", "lai", "khoang", "so", "tien", "kinh", "phi", "la"];
    let unit = |at: usize| unit_at(&tokens[at..], false).is_some();
    let own = (start..end).all(|at| tokens[at].word().is_none_or(|word| AROUND.contains(&word) || unit(at)));
    own && (start..at).any(|at| stands(tokens, at, "con lai"))
}

/// "còn" of "Kinh phí 100 triệu, còn 20 triệu mua ghế": whether the amount at the place is what is left of one before it.
pub(super) fn is_rest(tokens: &[Token], at: usize) -> bool {
    let number = |token: &&Token| token.number().is_some() || token.is_sign('.') || token.is_sign(',') && !token.spaced;
    let length = tokens[..at].iter().rev().take_while(number).count();
    matches!(tokens[..at - length].last().and_then(Token::word), Some("con"))
}

/// "Chung với mục 2", "đã tính ở tiêu chí 1.2", "gộp vào mục trên": whether another row holds the amount.
pub(super) fn is_counted_elsewhere(tokens: &[Token]) -> bool {
    const PLACES: &[&str] =
        &["muc", "tieu", "tc", "noi", "viec", "stt", "phan", "dong", "y", "cau", "hang", "tren", "cung", "chung", "khoan"];
    let word = |at: usize| tokens.get(at).and_then(Token::word);
    let place = |at: usize| word(at).is_some_and(|word| PLACES.contains(&word));
    let led = |phrase: &str, at: usize| stands(tokens, at, phrase) && place(at + phrase.split(' ').count());
    const TOGETHER: &[&str] =
        &["chung voi", "chung o", "cung voi", "gop voi", "gop vao", "tinh vao", "tinh o", "da co o", "nam trong", "ghi o"];
    (0..tokens.len())
        .any(|at| TOGETHER.iter().any(|phrase| led(phrase, at)) || stands(tokens, at, "gop chung") || is_said_above(tokens, at))
}

/// "Ở trên" at the end of what is said; "sơn tường ở trên tầng 2" goes on.
fn is_said_above(tokens: &[Token], at: usize) -> bool {
    stands(tokens, at, "o tren")
        && tokens
            .get(at + 2)
            .is_none_or(|next| next.word().is_none() && unit_at(&tokens[at + 2..], false).is_none() && next.number().is_none())
}
