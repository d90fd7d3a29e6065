//! What stands behind a level in, whether it is only what is lacking or aimed at above it out: "(còn thiếu chỉ báo b của Mức 3)", "phấn đấu Mức 3".

use super::{Reached, Token, level};

/// "(còn thiếu chỉ báo b của Mức 3)" behind "Đạt Mức 2": what is missing is of a level above. What names no level may be missing of this one.
pub(super) fn lacks_above(remark: &[Token], own: Reached) -> bool {
    let is = |at: usize, word: &str| remark.get(at).is_some_and(|token| token.is_word(word));
    let ends = |words: [&str; 2]| matches!(remark, [.., one, two] if one.is_word(words[0]) && two.is_word(words[1]));
    // "(còn chỉ báo b Mức 3 chưa đạt)"
    let denied = ends(["chua", "dat"]) || ends(["khong", "dat"]);
    let opens = is(0, "con") && is(1, "thieu") || is(0, "thieu") || is(0, "chua") || opens_aim(remark) || denied;
    let named: Vec<u8> =
        (1..remark.len()).filter(|at| is(at - 1, "muc") || is(at - 1, "m")).filter_map(|at| level(&remark[at], true)).collect();
    opens
        && !named.is_empty()
        && named.iter().all(|level| Reached::Up(*level) != own && matches!(own, Reached::Up(reached) if *level > reached))
}

/// "chỉ báo a chưa đạt", "thiếu minh chứng", "chỉ báo c Mức 1": why the lowest level is not met, and nothing that is.
pub(super) fn is_lack(remark: &[Token]) -> bool {
    let says = |word: &str| remark.iter().any(|token| token.is_word(word));
    let denies = ["chua", "khong", "thieu"].into_iter().any(says);
    let of_level_1 = || remark.windows(2).all(|pair| !pair[0].is_word("muc") || level(&pair[1], true) == Some(1));
    let names_indicators =
        remark.first().is_some_and(|token| token.is_word("chi")) && remark.get(1).is_some_and(|token| token.is_word("bao"));
    (denies || names_indicators)
        && of_level_1()
        && remark
            .iter()
            .enumerate()
            .all(|(at, token)| !token.is_word("dat") || at > 0 && ["chua", "khong"].iter().any(|word| remark[at - 1].is_word(word)))
}

/// "còn thiếu chỉ báo a", "thiếu minh chứng".
pub(super) fn opens_lack(tokens: &[Token]) -> bool {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is_word(word));
    is(0, "con") && is(1, "thieu") || is(0, "thieu")
}

/// "Phấn đấu Mức 3", "đang phấn đấu Mức 3", "đăng ký Mức 3": what is aimed at beside what is reached.
pub(super) fn opens_aim(tokens: &[Token]) -> bool {
    const AIMS: &[&[&str]] = &[
        &["phan", "dau"],
        &["dang", "phan", "dau"],
        &["tiep", "tuc", "phan", "dau"],
        &["dang", "ky"],
        &["huong", "toi"],
        &["huong", "den"],
        &["muc", "tieu"],
    ];
    AIMS.iter().any(|words| words.iter().enumerate().all(|(at, word)| tokens.get(at).is_some_and(|token| token.is_word(word))))
}
