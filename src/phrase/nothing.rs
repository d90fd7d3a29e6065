//! A text in, whether it says anything at all out: "Không", "-", dots that a template leaves to be filled in.

use crate::text::memory::Memory;
use crate::text::{clean, fold};

/// Whether the text says that there is nothing: "Không", "-", an ellipsis, or no text at all.
pub fn is_nothing(text: &str) -> bool {
    if !text.chars().any(char::is_alphanumeric) {
        return text.chars().all(|sign| sign.is_whitespace() || is_rule(sign) || is_unseen(sign));
    }
    // "0%" says how much is done; "0" says that there is nothing.
    if text.len() > 120 || text.contains('%') {
        return false;
    }
    thread_local! {
        static READ: Memory<bool> = Memory::default();
    }
    READ.with(|known| known.recall(text, says_nothing))
}

/// Whether words say it: "Không có" is written, and a dash may be printed.
pub fn is_nothing_in_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && is_nothing(text)
}

/// What stands behind `1.` or `a)`.
pub(super) fn behind_number(text: &str) -> &str {
    let trimmed = text.trim_start();
    let number = trimmed.find([' ', '\u{a0}', '.', ')']).map_or("", |end| &trimmed[..end]);
    let counts = number.len() <= 2 && !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit()) || matches!(number, "a" | "b");
    let rest = &trimmed[number.len()..];
    match rest.strip_prefix(['.', ')']) {
        Some(behind) if counts && behind.starts_with(char::is_whitespace) && behind.chars().any(|sign| !sign.is_whitespace()) => {
            behind.trim_start()
        }
        _ => text,
    }
}

fn says_nothing(text: &str) -> bool {
    // "Không trễ, đúng tiến độ" says how it goes, and names no "nội dung".
    if text.to_lowercase().contains(" đúng ") {
        return false;
    }
    let whole = fold(behind_number(text));
    let folded = whole.trim_end_matches(" a").trim_end_matches(" het").trim_end_matches(" nua");
    const NOTHING: &[&str] = &[
        "khong",
        "khong co",
        "ko",
        "ko co",
        "k",
        "k co",
        "khg",
        "da khong",
        "da khong co",
        "khong co gi",
        "khong co noi dung",
        "khong co noi dung nao",
        "khong co cong viec nao",
        "khong ton dong",
        "khong con ton tai",
        "khong ton tai",
        "khong con",
        "khong con noi dung nao",
        "khong co noi dung chua trien khai",
        "khong co noi dung chua thuc hien",
        "khong phat sinh",
        "khong thay doi",
        "khong dieu chinh",
        "khong co dieu chinh",
        "khong co thay doi",
        "chua co",
        "0",
        "n a",
        "na",
        "none",
        "nil",
        "null",
        "khong yeu cau",
        "khong can",
        "khong ap dung",
        "kco",
        "kong",
        "kong co",
        "khog",
        "khog co",
        "khng",
        "khng co",
        "khon",
        "hok",
        "hok co",
        "ko con",
        "k con",
        "0 co",
        "00",
        "0 0",
        "chua phat sinh",
        "khong co noi dung nay",
        "khong phai trien khai tiep",
        "khong phai thuc hien tiep",
        "khong phai lam tiep",
    ];
    NOTHING.contains(&folded) || NOTHING.contains(&whole.as_str()) || denies_all(folded) || is_said_by_mark(text)
}

/// "Hông", "Hổng có", "Trống": without their marks they are other words.
fn is_said_by_mark(text: &str) -> bool {
    let text = clean(text).to_lowercase();
    let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    matches!(
        text,
        "hông"
            | "hổng"
            | "hông có"
            | "hổng có"
            | "hông còn"
            | "hổng còn"
            | "trống"
            | "để trống"
            | "còn trống"
            | "bỏ trống"
            | "còn bỏ trống"
            | "còn để trống"
            | "ø"
    )
}

/// "0/5", "0%": of what is under way or not begun, none.
pub(super) fn is_none_of_all(text: &str) -> bool {
    let text = text.trim();
    let (none, all) = text.split_once('/').or_else(|| Some((text.strip_suffix('%')?, "1"))).unwrap_or_default();
    let none = none.trim();
    !none.is_empty() && none.bytes().all(|sign| matches!(sign, b'0' | b',' | b'.')) && all.trim().parse::<u32>().is_ok_and(|all| all > 0)
}

/// "Không còn phòng nào", "kg", "Kh": nothing that is under way or not begun; under what is done the first is no work done, "KH" a plan.
pub(super) fn says_none(text: &str) -> bool {
    let folded = fold(text);
    let none = ["khong ", "ko "].iter().any(|word| folded.starts_with(word)) && folded.ends_with(" nao") && folded.split(' ').count() <= 6;
    // "Không phải làm ở HK II"
    let none = none
        || ["khong phai lam o ", "khong phai lam trong ", "khong phai thuc hien o ", "khong phai thuc hien trong "]
            .iter()
            .any(|words| folded.starts_with(words) && folded.split(' ').count() <= 9);
    none || matches!(text.trim(), "kg" | "Kg" | "kh" | "Kh")
}

/// "Không còn em nào chưa có thẻ BHYT", "Không còn hạng mục nào dở dang": denied twice.
pub(super) fn denies_lack(text: &str) -> bool {
    const LACKS: &[&str] = &["chua ", "do dang", "con do", "dang do", "bi cham", "cham ", "ton dong"];
    let folded = fold(text);
    // "Không còn việc dở dang", "không còn tồn đọng"
    let left_over = folded.strip_prefix("khong con ").is_some_and(|rest| {
        let what = ["do dang", "dang do", "ton dong"].iter().find_map(|lack| rest.strip_suffix(lack));
        what.is_some_and(|what| what.split_whitespace().count() <= 2)
    });
    if left_over {
        return true;
    }
    let rest = ["khong co ", "khong con "].iter().find_map(|lead| folded.strip_prefix(lead));
    rest.and_then(|rest| rest.split_once(" nao "))
        .is_some_and(|(what, lack)| what.split(' ').count() <= 4 && LACKS.iter().any(|known| lack.starts_with(known)))
}

/// How a text begins that denies being late. Folded.
pub(super) const LATENESS_DENIED: &[&str] = &[
    "khong cham",
    "khong bi cham",
    "khong tre",
    "khong bi tre",
    "ko cham",
    "chua bao gio cham",
    "khong bao gio cham",
    "chua tung cham",
    "chua he cham",
    "chua cham",
    "chua tre",
    "chua lan nao cham",
    "chua lan nao tre",
    "chua bao gio tre",
];

/// "Không có nội dung nào chưa triển khai", "không còn việc chậm": the words of the column's own title, denied.
fn denies_all(folded: &str) -> bool {
    if folded.starts_with("chua co noi dung nao")
        || folded.starts_with("khong co gi thay doi")
        || matches!(
            folded,
            "khong co vuong mac" | "khong co gi vuong mac" | "khong vuong mac" | "khong co kho khan" | "khong co kho khan gi"
        )
    {
        return true;
    }
    const THINGS: &[&str] = &["noi", "viec", "gi", "nao", "muc", "hoat", "nhiem", "phan", "van", "cong", "ton", "tai"];
    const AROUND: &[&str] = &[
        "dung", "cong", "dong", "vu", "de", "lam", "nua", "can", "phai", "chua", "dang", "cham", "tre", "hoac", "va", "trien", "khai",
        "thuc", "hien", "hoan", "thanh", "tien", "do", "ton", "dieu", "chinh", "bo", "sung", "so", "voi", "ke", "hoach", "kh", "duoc",
        "het", "bi",
    ];
    // "Không bị chậm tiến độ": of a column for what is late.
    if LATENESS_DENIED
        .iter()
        .filter_map(|words| folded.strip_prefix(words))
        .any(|rest| rest.split(' ').all(|word| word.is_empty() || word != "lam" && AROUND.contains(&word)))
    {
        return true;
    }
    // "Không có giáo viên nào chưa tham gia": denied twice, nothing is left.
    if (folded.starts_with("khong co ") || folded.starts_with("khong con ")) && folded.contains(" nao chua ") {
        return true;
    }
    let denied = ["khong co ", "khong con ", "ko co ", "ko con ", "khong "].iter().find_map(|words| folded.strip_prefix(words));
    denied.is_some_and(|rest| {
        let mut words = rest.split(' ');
        words.next().is_some_and(|word| THINGS.contains(&word)) && words.all(|word| THINGS.contains(&word) || AROUND.contains(&word))
    })
}

/// Whether the text is what a template leaves to be filled in: "…", ".....", "____", "…/…/…", "(nhà trường bổ sung)".
pub fn is_placeholder(text: &str) -> bool {
    asks_to_be_filled(text) || is_dotted(text)
}

/// "(nhà trường bổ sung)", "(chưa nhập)", "— chưa ghi —", "[CHƯA CÓ DỮ LIỆU - không xuất bản chính thức]": what the software that a school
/// prints its report with puts where nothing was entered. Without brackets or dashes around them these are words of the school's.
fn asks_to_be_filled(text: &str) -> bool {
    const ASKS: &[&str] = &[
        "nha truong bo sung",
        "nha truong tu bo sung",
        "don vi bo sung",
        "chua nhap",
        "chua nhap du lieu",
        "chua ghi",
        "chua dien",
        "chua chon",
        "dien vao day",
        "nhap vao day",
        "nhap noi dung",
        "chua co du lieu",
        "chua co du lieu khong xuat ban chinh thuc",
    ];
    let text = text.trim();
    let pairs = [('(', ')'), ('[', ']'), ('<', '>'), ('—', '—'), ('–', '–'), ('-', '-')];
    let inner = pairs.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close));
    inner.is_some_and(|inner| ASKS.contains(&fold(inner).as_str()))
}

fn is_dotted(text: &str) -> bool {
    let signs = || text.chars().filter(|sign| !sign.is_whitespace() && !is_unseen(*sign));
    let dots = || signs().filter(|sign| matches!(sign, '.' | '_' | '·' | '․')).nth(1).is_some();
    signs().all(|sign| matches!(sign, '.' | '…' | '_' | '·' | '․' | '/' | '-' | ',' | '(' | ')' | '[' | ']'))
        && (text.contains('…') || dots())
}

fn is_rule(sign: char) -> bool {
    matches!(
        sign,
        '-' | '–'
            | '—'
            | '−'
            | '‐'
            | '‑'
            | '/'
            | '\\'
            | '.'
            | '…'
            | '_'
            | '·'
            | '․'
            | ','
            | ';'
            | ':'
            | '*'
            | '+'
            | '\''
            | '"'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '('
            | ')'
            | '['
            | ']'
            | '•'
            | '~'
    )
}

pub(super) fn is_unseen(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
