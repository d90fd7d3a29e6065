//! A line that gives levels or counts criteria in, whether they are not what the school found of itself now out: what others found, what was
//! once, what is said of another thing, what a rule asks for.

use super::said::position;
use crate::phrase::token::Token;

/// Whose finding it is that is none of the school's own, when it was not, and what only may be. Folded.
const OTHERS: &[&str] = &[
    "danh gia ngoai",
    "doan danh gia",
    "doan kiem tra",
    "doan tham dinh",
    "ubnd",
    "phong gd",
    "phong giao duc",
    "so gd",
    "so giao duc",
    "duoc cong nhan",
    "da duoc",
    "nam hoc truoc",
    "nam truoc",
    "truoc day",
    "lan truoc",
    "danh gia truoc",
    "neu",
    "se dat",
    "cum chuyen mon",
    "cong an",
    "dang uy",
    "thanh tra",
];
/// Who may find something of a school besides itself, and what they do. Folded.
const BODIES: &[&str] =
    &["phong gd", "phong giao duc", "so gd", "so giao duc", "ubnd", "hoi dong tham dinh", "to tham dinh", "cum chuyen mon"];
const FIND: &[&str] = &["danh gia", "xac dinh", "ket luan", "kiem tra", "tham dinh", "cong nhan", "phuc tra", "cong bo", "ra soat"];
/// Schools that are not this one, or a place of it. Folded.
const OTHER_SCHOOLS: &[&str] =
    &["cac truong", "diem truong", "binh quan", "trung binh", "toan huyen", "toan xa", "toan tinh", "truong ban"];
/// Other things of a school that are judged by level. Folded.
const OTHER_THINGS: &[&str] = &[
    "chuyen doi so",
    "nang luc so",
    "thu vien",
    "vien chuc",
    "can bo cong chuc",
    "dang vien",
    "chi bo",
    "cong doan",
    "thi dua",
    "chuan hieu truong",
    "chuan nghe nghiep",
    "an toan truong hoc",
    "truong hoc an toan",
    "truong hoc hanh phuc",
    "truong hoc thong minh",
    "truong hoc xanh",
    "pho cap",
    "xoa mu chu",
    "hai long",
    "don vi hoc tap",
    "co so vat chat",
    "thiet bi",
    "y te",
    "hoc sinh",
    "giao vien",
];
/// What was before. Folded.
const ONCE: &[&str] =
    &["nam hoc truoc", "nam truoc", "truoc day", "truoc sap nhap", "truoc khi sap nhap", "truoc khi cai tien", "ky truoc", "lan truoc"];

/// Whether criteria are counted by others, or as they were once: "Đoàn đánh giá ngoài xác định trường có 25/28 tiêu chí đạt Mức 2",
/// "… 22/28 (theo Báo cáo đánh giá ngoài)". `count` is where the number stands; what is compared with ("so với năm học trước") is behind it.
pub(super) fn counts_of_others(tokens: &[Token], count: usize) -> bool {
    let before = &tokens[..count];
    let own = |part: &[Token]| position(part, "tu danh gia").is_some() || position(part, "tdg").is_some();
    let outside = |part: &[Token]| ["danh gia ngoai", "doan danh gia", "dgn"].iter().any(|words| position(part, words).is_some());
    let above = |part: &[Token]| {
        let body = BODIES.iter().filter_map(|words| position(part, words)).filter(|at| *at == 0 || !part[*at - 1].is_word("co")).min();
        body.is_some() && FIND.iter().any(|words| position(part, words).is_some())
    };
    let once = ONCE.iter().filter_map(|words| position(before, words)).any(|at| at < 2 || !before[at - 1].is_word("voi"));
    // "(theo Báo cáo đánh giá ngoài)"; "(đánh giá ngoài: 22/28)" gives theirs beside the school's own.
    let bracketed = || {
        let open = tokens[count..].iter().position(|token| token.is_sign('(')).map(|at| &tokens[count + at + 1..]);
        open.is_some_and(|inside| {
            inside.first().is_some_and(|first| first.is_word("theo")) && !own(inside) && (outside(inside) || above(inside))
        })
    };
    let others = OTHER_SCHOOLS.iter().any(|words| position(before, words).is_some());
    let several = before.windows(2).any(|pair| pair[0].number().is_some() && pair[1].is_word("truong"));
    others || several || once || !own(before) && (outside(before) || above(before)) || bracketed()
}

/// "Cơ sở vật chất của trường đạt Mức 1", "Thư viện trường đạt Mức 2": what is said of something that the school has.
pub(super) fn is_of_a_part(tokens: &[Token]) -> bool {
    const OWNED: &[&str] = &["cua", "vien", "bo", "doan", "doi", "san", "khuon", "chat", "te", "tin", "an"];
    let at_school = position(tokens, "truong dat").or_else(|| position(tokens, "truong xep"));
    let Some(mut school) = at_school else { return false };
    if school > 0 && tokens[school - 1].is_word("nha") {
        school -= 1;
    }
    // "Kết quả tự đánh giá của trường đạt Mức 2" is of the school.
    let of_school = ["danh gia", "ket luan", "ket qua", "xep loai"].iter().any(|words| position(&tokens[..school], words).is_some());
    school > 0 && !of_school && OWNED.iter().any(|word| tokens[school - 1].is_word(word))
}

/// "Trường đạt mức 2 theo Thông tư 16/2022/TT-BGDĐT": circulars on libraries, buildings and equipment have levels of their own.
pub(super) fn is_by_another_circular(tokens: &[Token]) -> bool {
    const OF_SCHOOLS: &[u64] = &[17, 18, 19, 22, 57];
    let number = |words: &str| {
        let behind = &tokens[position(tokens, words)? + 2..];
        behind.iter().take(2).find_map(Token::number)
    };
    number("thong tu").is_some_and(|number| !OF_SCHOOLS.contains(&number))
}

/// "Đoàn đánh giá ngoài kết luận: Mức 2", "Năm trước trường đạt Mức 1"; what is asked for ("đề nghị đánh giá ngoài") is no finding.
pub(super) fn is_of_others(tokens: &[Token]) -> bool {
    const AHEAD: usize = 4;
    // "Cơ sở giáo dục" is the school.
    let of_school = |at: usize| tokens[at].is_word("so") && at > 0 && tokens[at - 1].is_word("co");
    // "Căn cứ kết quả nêu trên, trường đạt Mức 1" asks for nothing.
    let follows = |at: usize| ["tren", "o", "tai"].iter().any(|word| tokens.get(at + 1).is_some_and(|next| next.is_word(word)));
    let as_said = |at: usize| tokens[at].is_word("neu") && (follows(at) || at > 0 && tokens[at - 1].is_word("da"));
    OTHERS
        .iter()
        .filter_map(|words| position(tokens, words))
        .filter(|at| !of_school(*at) && !as_said(*at))
        .any(|at| position(&tokens[at.saturating_sub(AHEAD)..at], "de nghi").is_none())
}

/// "Tự đánh giá thư viện: Đạt Mức 2", "Trường đạt Mức 1 về chuyển đổi số"; a reason ("do thư viện chưa đạt chuẩn") is none.
pub(super) fn is_of_another_thing(tokens: &[Token]) -> bool {
    const REASONS: &[&str] = &["do", "vi", "tuy", "nhung", "song"];
    let level = position(tokens, "muc").unwrap_or(0);
    let reason = (level + 1..tokens.len()).find(|at| REASONS.iter().any(|word| tokens[*at].is_word(word)));
    // "Mức độ 2"
    let reason = reason.filter(|at| *at > level + 1);
    OTHER_THINGS.iter().any(|words| position(&tokens[..reason.unwrap_or(tokens.len())], words).is_some())
}

/// "Yêu cầu: có ít nhất 26/28 tiêu chí đạt Mức 2", "khi tất cả các tiêu chí đạt Mức 1": a rule and no finding.
pub(super) fn is_condition(tokens: &[Token], count: usize) -> bool {
    const RULES: &[&str] = &["yeu cau", "phai co", "phai dat", "it nhat", "toi thieu", "dieu kien", "vi du", "gia su"];
    let before = &tokens[..count];
    let when = (0..before.len()).any(|at| {
        let when = before[at].is_word("khi") && !before.get(at + 1).is_some_and(|next| next.is_word("do"));
        when && (at == 0 || !["sau", "truoc", "tu", "den"].iter().any(|word| before[at - 1].is_word(word)))
    });
    when || RULES.iter().any(|words| position(before, words).is_some())
}
