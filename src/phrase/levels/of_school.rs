//! A line that says which level the school as a whole found itself at, in; the level out: "Kết luận: Trường đạt Mức 2", "Mức đánh giá của trường: Mức 1".

use super::of_others::{is_by_another_circular, is_of_a_part, is_of_another_thing, is_of_others};
use super::said::{LevelPhrase, level, position};
use crate::phrase::token::Token;

/// What the level is said of: the school as a whole. Folded.
const ABOUT: &[&str] = &[
    "muc danh gia",
    "truong dat",
    "truong khong dat",
    "truong chua dat",
    "truong moi dat",
    "truong hien dat",
    "truong chi dat",
    "truong xep",
    "truong du dieu kien dat",
    "co so giao duc dat",
    "co so giao duc khong dat",
    "co so giao duc chua dat",
    "tu danh gia",
    "ket luan",
    "ket qua danh gia",
    "tu xep loai",
    "xep loai chung",
    "truong xep loai",
];
/// What says nothing of whose level it is.
const BY_FORM: &[&str] = &["dat muc", "xep muc"];
const DENIED: &[&str] = &["khong dat", "chua dat", "khong du dieu kien", "chua du dieu kien"];

/// "Kết luận: Trường đạt Mức 2; đề nghị công nhận đạt chuẩn quốc gia Mức độ 1", "Trường đạt Mức 1, chưa đạt Mức 2": the one clause that says what the
/// school found of itself.
pub(super) fn in_one_clause(tokens: &[Token]) -> Option<LevelPhrase> {
    const BEGIN: &[&str] = &[
        "de nghi",
        "chuan quoc gia",
        "dat chuan",
        "va dat chuan",
        "chua dat",
        "khong dat",
        "nhung chua",
        "nhung khong",
        "do",
        "vi",
        "con",
    ];
    const IN_BRACKETS: &[&str] = &["nam", "lan truoc"];
    let another = |rest: &[Token]| BEGIN.iter().any(|words| position(rest, words) == Some(0));
    let ends = |at: usize| {
        let rest = &tokens[at + 1..];
        [';', '.'].into_iter().any(|sign| tokens[at].is_sign(sign))
            || [',', '('].into_iter().any(|sign| tokens[at].is_sign(sign)) && another(rest)
            || tokens[at].is_sign('(') && IN_BRACKETS.iter().any(|words| position(rest, words) == Some(0))
    };
    let mut clauses: Vec<&[Token]> = Vec::new();
    let mut from = 0;
    for at in (0..tokens.len()).filter(|at| ends(*at)).chain([tokens.len()]) {
        clauses.push(&tokens[from..at]);
        from = at + 1;
    }
    let asks = |clause: &[Token]| position(clause, "de nghi").is_some() || position(clause, "cong nhan").is_some();
    let mut declared = clauses.iter().filter(|clause| !asks(clause)).filter_map(|clause| school_level(clause));
    declared.next().filter(|_| clauses.len() > 1 && declared.next().is_none())
}

pub(super) fn school_level(tokens: &[Token]) -> Option<LevelPhrase> {
    if is_of_a_part(tokens) || is_by_another_circular(tokens) || is_of_another_thing(tokens) {
        return None;
    }
    // "… theo Thông tư 18/2018/TT-BGDĐT"
    let behind = ["theo thong tu", "theo tt", "theo quy dinh"].iter().filter_map(|words| position(tokens, words)).min();
    let tokens = &tokens[..behind.unwrap_or(tokens.len())];
    let says = |words: &str| position(tokens, words).is_some();
    // "Trường đạt chuẩn quốc gia mức độ 1" is another decision.
    // "Trường đạt tiêu chuẩn đánh giá trường THCS Mức 2" is its level.
    let of_a_standard = says("tieu chuan") && !says("dat tieu chuan danh gia truong");
    if of_a_standard || ["tieu chi", "quoc gia"].iter().any(|words| says(words)) || is_of_others(tokens) {
        return None;
    }
    let states = ABOUT.iter().any(|words| says(words)) || names_the_school(tokens);
    if !states && !BY_FORM.iter().any(|words| says(words)) {
        return None;
    }
    let numbers = tokens.iter().filter(|token| token.number().is_some()).count();
    if let Some(at) = DENIED.iter().filter_map(|words| position(tokens, words)).min() {
        // "Không đạt Mức 1" is level 0; "không đạt Mức 3" says nothing of the level there is.
        let bound = level(&tokens[at..], 4).map(|(level, _)| level);
        let affirmed = position(&tokens[..at], "dat").is_some();
        return (states && !affirmed && matches!(bound, None | Some(1))).then_some(LevelPhrase::SchoolLevel { level: 0 });
    }
    let by_degree = says("cap do");
    // "Trường đạt KĐCLGD cấp độ 2" may say what others found once.
    if by_degree && !["tu danh gia", "ket luan"].iter().any(|words| says(words)) {
        return None;
    }
    let (level, after) = level(tokens, 4).or_else(|| behind_a_colon(tokens))?;
    let written = usize::from(tokens[after - 1].number().is_some());
    // A heading such as "Tự đánh giá theo Mức 4" declares nothing.
    let after_colon = tokens.iter().rposition(|token| token.is_sign(':')).is_some_and(|at| tokens.len() - at <= 4);
    let declares = says("dat")
        || position(tokens, "muc danh gia").is_some_and(|at| tokens.get(at + 3).is_some())
        || says("ket luan")
        || says("truong xep")
        // "Tự đánh giá: Mức 4" may head its list.
        || states && after_colon && level < 4;
    let ends = tokens[after..].iter().all(|token| token.number().is_none());
    let headed = says("theo muc") || says("phan");
    let alone = tokens.first().is_some_and(|token| token.is_word("dat")) && !states && tokens.len() > 4;
    (declares && ends && !headed && !alone && numbers == written && (states || tokens.len() <= 4))
        .then_some(LevelPhrase::SchoolLevel { level })
}

/// "Mức tự đánh giá của trường: 2".
fn behind_a_colon(tokens: &[Token]) -> Option<(u8, usize)> {
    const MOST: u64 = 4;
    let [.., colon, number] = tokens else { return None };
    let level = number.number().filter(|level| (1..=MOST).contains(level) && colon.is_sign(':'))?;
    let of_level = ["muc tu danh gia", "muc danh gia"].iter().any(|words| position(tokens, words) == Some(0));
    of_level.then(|| Some((u8::try_from(level).ok()?, tokens.len())))?
}

/// "Trường THCS Hoa Sen đạt Mức 2": nothing but a name between the words.
fn names_the_school(tokens: &[Token]) -> bool {
    let Some(truong) = position(tokens, "truong") else { return false };
    let opens = truong == 0 || truong == 1 && tokens[0].is_word("nha");
    let Some(reaches) = position(tokens, "dat muc").filter(|at| opens && *at > truong) else { return false };
    let is_capital = |token: &Token| token.capital || token.is_sign('&');
    let named = &tokens[truong + 1..reaches];
    !named.is_empty() && named.iter().all(is_capital)
}

#[cfg(test)]
mod tests {
    use super::super::declared::parse;
    use super::super::said::LevelPhrase;

    #[test]
    fn the_level_of_the_school_is_read() {
        for (text, level) in [
            ("Mức đánh giá của trường: Mức 2", 2),
            ("Mức đánh giá của trường mầm non: Mức 1", 1),
            ("Trường đạt Mức 1", 1),
            ("Tự đánh giá: Đạt Mức 2", 2),
            ("Kết luận: Trường đạt Mức 3.", 3),
            ("Nhà trường tự đánh giá đạt Mức 2", 2),
            ("Mức đánh giá: Mức 4", 4),
            ("Mức đánh giá của trường: Không đạt", 0),
            ("Trường không đạt Mức 1", 0),
            ("Đạt Mức 2", 2),
            ("* Kết luận: Trường THCS Hoa Sen đạt Mức 2; đề nghị công nhận KĐCLGD Cấp độ 2 và đạt chuẩn quốc gia Mức độ 1.", 2),
            ("Nhà trường tự đánh giá: đạt kiểm định chất lượng giáo dục Cấp độ 3, chuẩn quốc gia Mức độ 2.", 3),
            ("Căn cứ kết quả trên, trường THCS tự xếp loại: Đạt Mức 1.", 1),
            ("Trường đạt tiêu chuẩn đánh giá trường THCS Mức 2.", 2),
            ("Kết luận: Trường đạt Mức 2, đề nghị công nhận đạt chuẩn quốc gia Mức độ 1", 2),
            ("Nhà trường tự đánh giá đạt Mức 2 và đề nghị đánh giá ngoài", 2),
            ("Kết luận: Trường đạt Mức 1, chưa đạt Mức 2", 1),
            ("Trường xếp Mức 2", 2),
            ("Kết quả: Trường xếp loại Mức 2", 2),
            ("Như vậy, trường đạt Mức 2 theo Thông tư 18/2018/TT-BGDĐT", 2),
            ("Hiện nay trường mới đạt Mức 1", 1),
            ("Trường đủ điều kiện đạt Mức 2", 2),
            ("Trường THCS Hoa Sen đạt Mức 2.", 2),
            ("Kết luận: nhà trường đạt Mức 1 (do còn 02 tiêu chí chưa đạt Mức 2)", 1),
            ("Căn cứ kết quả nêu trên, trường đạt Mức 1.", 1),
            ("Tự đánh giá: đạt Mức 1 (năm 2018: Mức 2)", 1),
            ("Hội đồng tự đánh giá kết luận: trường đạt Mức 1", 1),
            ("Trường THCS Hạnh Phúc đạt Mức 2", 2),
            ("Kết luận: Trường đạt Mức 1, do thư viện chưa đạt chuẩn", 1),
            ("Trường đạt Mức 1, do còn 3 tiêu chí chưa đạt Mức 2.", 1),
            ("Kết quả tự đánh giá của trường đạt Mức 2", 2),
            ("Trường đạt Mức 2 theo Thông tư số 57/2026/TT-BGDĐT", 2),
            ("Kết quả tự đánh giá chung: Mức 2", 2),
            ("Xếp loại chung: Mức 1", 1),
            ("Tự đánh giá cấp độ: 2", 2),
            ("Mức tự đánh giá của trường: 2", 2),
            ("Trường chưa đạt Mức 1", 0),
            ("Trường tự đánh giá chưa đạt Mức 1", 0),
        ] {
            assert_eq!(parse(text), Some(LevelPhrase::SchoolLevel { level }), "{text}");
        }
    }
    #[test]
    fn what_others_found_what_was_once_and_what_may_be_is_none() {
        for text in [
            "Đoàn đánh giá ngoài kết luận: Mức 2",
            "Kết quả đánh giá ngoài: Đạt Mức 3",
            "Phòng GD&ĐT đánh giá: Trường đạt Mức 1",
            "Trường được công nhận đạt Mức 2",
            "Trường đã được Sở GD&ĐT công nhận đạt kiểm định chất lượng giáo dục Cấp độ 2",
            "Năm học trước trường đạt Mức 1",
            "Nếu bổ sung phòng học thì trường đạt Mức 2",
            "Trường sẽ đạt Mức 3",
            "Trường chưa đạt Mức 2",
            "Tự đánh giá: Mức 4",
            "Trường có đội ngũ giáo viên đạt Mức 2",
            "Trường có phòng học đạt mức 3",
            "Cơ sở vật chất của trường đạt mức 1 theo Thông tư 13/2020/TT-BGDĐT",
            "Cơ sở vật chất của nhà trường đạt Mức 2",
            "Kết luận của Đoàn kiểm tra: trường đạt Mức 2",
            "UBND xã đánh giá trường đạt Mức 2",
            "Trường tự đánh giá lần trước đạt Mức 2",
            "Kết quả đánh giá xếp loại viên chức: Mức 1",
            "Kết quả đánh giá an toàn trường học: đạt mức 2",
            "Tự đánh giá chuyển đổi số: đạt Mức 2",
            "Tự đánh giá thư viện: Đạt Mức 2",
            "Kết luận: thư viện đạt Mức 1",
            "Kết quả đánh giá trường học hạnh phúc: Mức 3",
            "Trường đạt Mức 1 xây dựng trường học thông minh",
            "Tập thể trường đạt Mức 1 thi đua",
            "Nếu bổ sung giáo viên, trường đạt Mức 2",
            "Thư viện trường đạt Mức 2",
            "Trường đạt mức 2 theo Thông tư số 16/2022/TT-BGDĐT",
            "Trường đạt Mức 1 về thiết bị theo Thông tư 13/2020/TT-BGDĐT",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
