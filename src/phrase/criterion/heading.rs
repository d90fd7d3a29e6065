//! Rows that stand over others in, what they head out: a standard (`2 Tiêu chuẩn 2: Cán bộ quản lý`) or a band of levels (`MỨC 1, 2, 3`).

use super::super::token::Token;
use super::marks::tokens;
use crate::model::LevelBand;
use crate::text::clean;
use crate::text::memory::Memory;

/// A row that names a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardHeading {
    /// Schools forget it: `Tiêu chuẩn : Quan hệ giữa nhà trường, gia đình và xã hội`.
    pub number: Option<u8>,
    /// As it is written; empty where there is none.
    pub title: String,
}

/// A title longer than this is prose.
const LONGEST_TITLE: usize = 160;

/// The standard that a row names; `None` for column titles, for criteria and for prose.
pub fn heading(text: &str) -> Option<StandardHeading> {
    thread_local! {
        static READ: Memory<Option<StandardHeading>> = Memory::default();
    }
    READ.with(|read| read.recall(text, read_heading))
}

fn read_heading(text: &str) -> Option<StandardHeading> {
    let tokens = unwrapped(tokens(text));
    let is = |at: usize, words: &[&str]| tokens.get(at).and_then(Token::word).is_some_and(|word| words.contains(&word));
    // A number of its own may stand before it: `2 Tiêu chuẩn 2`, `II. Tiêu chuẩn 2`.
    let start = (0..tokens.len().min(4)).find(|at| is(*at, &["tieu"]) && is(at + 1, &["chuan"]))?;
    let counts =
        |token: &Token| token.number().is_some() || token.word().is_some_and(|word| roman(word).is_some()) || token.word().is_none();
    if !tokens[..start].iter().all(counts) {
        return None;
    }
    let mut at = start + 2;
    let number = ordinal(&tokens, at);
    at += usize::from(number.is_some());
    if number.is_some() && is(at, &["so"]) {
        return None;
    }
    // `Tiêu chuẩn 2.3: Đối với nhân viên` names a criterion.
    let whole = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced && (token.is_sign('.') || token.number().is_some()));
    if number.is_some() && whole(at) && whole(at + 1) && !tokens[at + 1].is_sign('.') {
        return None;
    }
    let named = tokens.get(at).is_some_and(|token| [':', '.', '-', '\n'].iter().any(|sign| token.is_sign(*sign)));
    // `Tiêu chuẩn, tiêu chí` heads a column; `Tiêu chuẩn 1, tiêu chí 2` names a criterion.
    let about_criterion = (at..tokens.len())
        .any(|at| is(at, &["tieu"]) && is(at + 1, &["chi"]) && tokens.get(at + 2).is_none_or(|token| token.number().is_some()));
    if about_criterion
        || (number.is_none() && !named)
        || tokens.get(at).is_some_and(|token| token.is_sign(','))
        || tokens.get(at).is_some_and(|token| token.number().is_some())
        || (number.is_some() && is_list(&tokens, at - 1))
    {
        return None;
    }
    let title = title_after(&clean(text), number.is_some());
    if title.chars().count() > LONGEST_TITLE || (number.is_none() && title.is_empty()) {
        return None;
    }
    Some(StandardHeading { number, title })
}

/// What stands behind "Tiêu chuẩn n:", on one line.
fn title_after(text: &str, numbered: bool) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let after = words.iter().position(|word| super::super::token::bare(word).starts_with("chuan")).map_or(words.len(), |at| at + 1);
    let rest = words[after.min(words.len())..].join(" ");
    let glued = words.get(after.saturating_sub(1)).map_or(0, |word| word.chars().filter(char::is_ascii_digit).count());
    let rest = if numbered && glued == 0 {
        let digits = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
        if digits.len() < rest.len() { digits } else { rest.trim_start_matches(['I', 'V', 'i', 'v']) }
    } else {
        &rest
    };
    rest.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, ':' | '.' | '-' | '–' | '—' | ';' | ',')).to_owned()
}

/// The number of a standard at the place, in digits or Roman: 1 to 9.
pub(super) fn ordinal(tokens: &[Token], at: usize) -> Option<u8> {
    let token = tokens.get(at)?;
    if let Some(number) = token.number() {
        // `Tiêu chuẩn 1.1` is a criterion by another name; the standard is still its first number.
        return u8::try_from(number).ok().filter(|number| (1..=9).contains(number) && token.digits() <= 2);
    }
    roman(token.word()?)
}

/// `Tiêu chuẩn 1 và 2`, `Tiêu chuẩn 1-5`: behind the number at the place stands another, and neither is the one meant.
pub(super) fn is_list(tokens: &[Token], at: usize) -> bool {
    let joined = tokens.get(at + 1).is_some_and(|token| {
        [',', ';', '-', '&', '+'].iter().any(|sign| token.is_sign(*sign)) || token.is_word("va") || token.is_word("den")
    });
    let whole_code = tokens.get(at + 3).is_some_and(|token| token.is_sign('.') || token.is_sign(','))
        && tokens.get(at + 4).is_some_and(|token| token.number().is_some() && !token.spaced);
    let named_again =
        tokens.get(at + 2).is_some_and(|token| token.is_word("tieu")) && tokens.get(at + 3).is_some_and(|token| token.is_word("chuan"));
    let counted = ordinal(tokens, at + 2).is_some()
        && !whole_code
        && tokens.get(at + 3).is_none_or(|token| token.word().is_none() || token.is_word("va"));
    joined && (named_again || counted)
}

/// The tokens without the line ends within "tiêu chuẩn 1".
fn unwrapped(tokens: Vec<Token>) -> Vec<Token> {
    let is = |at: Option<usize>, word: &str| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_word(word));
    let wraps = |at: usize| {
        let next = tokens.get(at + 1);
        (is(at.checked_sub(1), "tieu") && is(Some(at + 1), "chuan"))
            || (is(at.checked_sub(1), "chuan") && is(at.checked_sub(2), "tieu") && next.is_some_and(|next| next.number().is_some()))
    };
    (0..tokens.len()).filter(|at| !(tokens[*at].is_sign('\n') && wraps(*at))).map(|at| tokens[at].clone()).collect()
}

fn roman(word: &str) -> Option<u8> {
    ["i", "ii", "iii", "iv", "v", "vi", "vii"].iter().position(|known| *known == word).and_then(|place| u8::try_from(place + 1).ok())
}

/// The band of levels that a row heads: `MỨC 1, 2, 3`, `Mức 1-3`, `MỨC 4`, `Phần: Tự đánh giá theo Mức 4`. `None` for `Mức 2`, which is a column, and for prose.
pub fn band(text: &str) -> Option<LevelBand> {
    thread_local! {
        static READ: Memory<Option<LevelBand>> = Memory::default();
    }
    READ.with(|read| read.recall(text, read_band))
}

fn read_band(text: &str) -> Option<LevelBand> {
    const AROUND: &[&str] = &[
        "muc", "phan", "tu", "danh", "gia", "theo", "tieu", "chi", "cac", "va", "den", "cua", "truong", "noi", "dung", "ke", "hoach",
        "cai", "tien", "chat", "luong", "doi", "voi", "o", "do", "dat", "i", "ii", "iii", "a", "b", "c", "yeu", "cau",
    ];
    let tokens = tokens(text);
    let tokens = before_citation(&tokens)?;
    if tokens.is_empty() || tokens.len() > 16 || !tokens.iter().any(|token| token.is_word("muc")) {
        return None;
    }
    let words: Vec<&str> = tokens.iter().filter_map(Token::word).collect();
    // "Trường đạt Mức 4", "Đạt Mức 4" state a result.
    let states =
        words.first() == Some(&"dat") || words.windows(2).any(|pair| matches!(pair, ["truong", "dat"] | ["gia", "dat"] | ["tu", "dat"]));
    if !words.iter().all(|word| AROUND.contains(word)) || states {
        return None;
    }
    let start = tokens.iter().position(|token| token.is_word("muc"))?;
    let levels: Vec<u64> = tokens[start..].iter().filter_map(Token::number).collect();
    let ranged = levels.len() == 2 && tokens[start..].iter().any(|token| token.is_sign('-') || token.is_word("den"));
    match levels[..] {
        [4] => Some(LevelBand::Four),
        [1, 2, 3] | [1, 2] => Some(LevelBand::OneToThree),
        [1, 3] if ranged => Some(LevelBand::OneToThree),
        _ => None,
    }
}

/// "Mức 4", "mức IV", "mức bốn", and no word of whether it was reached.
pub fn names_level4(text: &str) -> bool {
    const LONGEST: usize = 80;
    const SAYS: &[&str] = &["chua", "khong", "ket", "da", "duoc"];
    if crate::text::has_more_letters(text, LONGEST) {
        return false;
    }
    let tokens = tokens(text);
    let is_four = |at: usize| {
        tokens.get(at).is_some_and(|token| token.number() == Some(4) || token.is_word("iv") || matches!(&*token.written, "bốn" | "tư"))
    };
    let named = |at: usize| {
        tokens[at].is_word("muc") && (is_four(at + 1) || tokens.get(at + 1).is_some_and(|next| next.is_word("do")) && is_four(at + 2))
    };
    (0..tokens.len()).any(named) && !tokens.iter().any(|token| token.word().is_some_and(|word| SAYS.contains(&word)))
}

/// "MỨC 4 (Điều 22 Thông tư 18)", "Mức 4 (nếu có)": what stands before the citation. `None` where something else is said behind it.
fn before_citation(tokens: &[Token]) -> Option<&[Token]> {
    const CITES: &[&str] = &[
        "dieu", "khoan", "thong", "tu", "tt", "so", "va", "den", "cua", "theo", "quy", "dinh", "tai", "bo", "gddt", "bgddt", "gd", "dt",
        "ban", "hanh", "kem", "neu", "co", "dt-bgddt",
    ];
    const MOST: usize = 30;
    let opens = |at: usize| {
        let next = |ahead: usize| tokens.get(at + ahead);
        let article = tokens[at].is_word("dieu") && next(1).is_some_and(|next| next.number().is_some());
        let circular = tokens[at].is_word("thong") && next(1).is_some_and(|next| next.is_word("tu"));
        let if_any = tokens[at].is_word("neu") && next(1).is_some_and(|next| next.is_word("co"));
        article || circular || if_any
    };
    let Some(from) = (0..tokens.len()).find(|at| opens(*at)) else { return Some(tokens) };
    let cited = tokens.len() <= MOST && tokens[from..].iter().filter_map(Token::word).all(|word| CITES.contains(&word));
    // "theo quy định tại Điều 22"
    let leads =
        |token: &Token| token.word().is_none_or(|word| matches!(word, "theo" | "quy" | "dinh" | "tai" | "tu")) && token.number().is_none();
    let before = tokens[..from].iter().rposition(|token| !leads(token)).map_or(0, |last| last + 1);
    cited.then_some(&tokens[..before])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_names_a_standard_is_a_heading() {
        for (text, number, title) in [
            ("Tiêu chuẩn 2: Cán bộ quản lý, giáo viên", Some(2), "Cán bộ quản lý, giáo viên"),
            ("2 Tiêu chuẩn 2: Cán bộ quản lý", Some(2), "Cán bộ quản lý"),
            ("4 Tiêu chuẩn 5: Hoạt động", Some(5), "Hoạt động"),
            ("II. Tiêu chuẩn 2. Cán bộ quản lý", Some(2), "Cán bộ quản lý"),
            ("Tiêu chuẩn : Quan hệ giữa nhà trường, gia đình và xã hội", None, "Quan hệ giữa nhà trường, gia đình và xã hội"),
            ("TIÊU CHUẨN 3", Some(3), ""),
            ("Tiêu chuẩn 5 Hoạt động giáo dục", Some(5), "Hoạt động giáo dục"),
            ("Tiêu chuẩn 1\nTổ chức và quản lý", Some(1), "Tổ chức và quản lý"),
            ("TIÊU CHUẨN II: CÁN BỘ", Some(2), "CÁN BỘ"),
            ("<b>Tiêu chuẩn 3:</b> Cơ sở vật chất", Some(3), "Cơ sở vật chất"),
            ("Tiêu chuẩn2: Cán bộ", Some(2), "Cán bộ"),
            ("Tiêu\nchuẩn 2: Cán bộ", Some(2), "Cán bộ"),
            ("TIÊU CHUẨN\n2", Some(2), ""),
            ("Tiêu chuẩn 2.Cán bộ", Some(2), "Cán bộ"),
            ("Tiêu chuẩnn 2: Cán bộ", Some(2), "Cán bộ"),
            ("Tiêu chuẩn 2. 3 nội dung", Some(2), "3 nội dung"),
        ] {
            assert_eq!(heading(text), Some(StandardHeading { number, title: title.to_owned() }), "{text}");
        }
        for text in [
            "",
            "Tiêu chuẩn, tiêu chí",
            "Tiêu chuẩn",
            "Tiêu chuẩn 1, tiêu chí 2",
            "Tiêu chí 1.1",
            "Nhà trường đạt tiêu chuẩn 1",
            "Tiêu chuẩn đánh giá chất lượng giáo dục",
            "Bộ tiêu chuẩn 2018",
            "Tiêu chuẩn 10",
            "Tiêu chuẩn 1 và 2",
            "Tiêu chuẩn 1-5",
            "Tiêu chuẩn 2.3: Đối với nhân viên",
        ] {
            assert_eq!(heading(text), None, "{text}");
        }
    }

    #[test]
    fn a_row_that_names_levels_is_a_band() {
        for text in [
            "MỨC 1, 2, 3",
            "Mức 1-3",
            "MỨC 1,2 VÀ 3",
            "Mức 1, mức 2, mức 3",
            "I. MỨC 1, 2, 3",
            "Tự đánh giá theo các mức 1, 2 và 3",
            "Mức 1 đến mức 3:",
            "Muc 1, 2, 3",
            "Tiêu chí Mức 1, 2, 3",
            "MỨC 1, 2, 3 (từ Điều 7 đến Điều 11)",
            "Mức 1, 2, 3 theo Thông tư 18/2018/TT-BGDĐT",
        ] {
            assert_eq!(band(text), Some(LevelBand::OneToThree), "{text}");
        }
        for text in [
            "MỨC 4",
            "Mức 4:",
            "Phần: Tự đánh giá theo Mức 4",
            "II. MỨC 4",
            "Các tiêu chí Mức 4",
            "Tiêu chí đánh giá mức 4",
            "MỨC 4 (Điều 22)",
            "Mức 4: Điều 22 Thông tư số 18/2018/TT-BGDĐT",
            "Mức 4 theo quy định tại Điều 22",
            "MỨC 4 (nếu có)",
        ] {
            assert_eq!(band(text), Some(LevelBand::Four), "{text}");
        }
        for text in [
            "",
            "Mức 1",
            "Mức 2",
            "Mức 3",
            "Trường đạt Mức 4",
            "Mức 4 (Điều 22): chưa đạt",
            "Điều 22. Mức 4 gồm 6 khoản",
            "Đạt Mức 4 theo Điều 22",
            "Tự đánh giá: Đạt Mức 4",
            "Đạt Mức 1, 2, 3",
            "Mức độ thực hiện",
            "Mức 1, 2, 3, 4",
            "Tổng số tiêu chí đạt Mức 3: 13/19",
            "4",
            "Mục 4",
            "Mục 1, 2, 3",
        ] {
            assert_eq!(band(text), None, "{text}");
        }
    }
}
