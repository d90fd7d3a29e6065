//! A line that sums up a self-assessment in, what it declares out: `Tổng số các tiêu chí đạt Mức 3: 13/19 tỷ lệ 68,42%`.

use super::of_others::{counts_of_others, is_condition};
use super::of_school::{in_one_clause, school_level};
use super::said::{LevelPhrase, level, position};
use super::tokens;
use crate::phrase::token::Token;
use crate::text::fold;
use crate::text::memory::Memory;

/// What the line declares; `None` for what is planned, denied, or said of one criterion.
pub fn parse(text: &str) -> Option<LevelPhrase> {
    thread_local! {
        static READ: Memory<Option<LevelPhrase>> = Memory::default();
    }
    READ.with(|known| known.recall(text, read))
}

/// All that a line declares: "Mức 1: 27/27 tiêu chí; Mức 2: 25/27; Mức 3: 10/19" counts each level, and so does "Trường có 27/28 tiêu chí đạt Mức 1,
/// 25/28 tiêu chí đạt Mức 2 và 10/20 tiêu chí đạt Mức 3".
pub fn all(text: &str) -> Vec<LevelPhrase> {
    if let Some(counted) = in_one_sentence(text) {
        return counted;
    }
    let mut parts: Vec<&str> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    // "Tổng số tiêu chí: 28; đạt Mức 1: 28; đạt Mức 2: 26": of how many is said first.
    if let [whole, _, _, ..] = parts[..]
        && fold(whole).starts_with("tong so")
        && !fold(whole).contains("muc")
    {
        parts.remove(0);
    }
    let counts = |part: &&str| parse(part).or_else(|| parse(&format!("{} tiêu chí", part.trim_end_matches('.'))));
    let each: Vec<LevelPhrase> = parts.iter().filter_map(counts).filter(|said| matches!(said, LevelPhrase::CriteriaMet { .. })).collect();
    // "Nhà trường tự đánh giá: Mức 1: 28/28; Mức 2: 26/28" says of what without the word.
    let folded = fold(text);
    let of_all = || each.iter().all(|said| matches!(said, LevelPhrase::CriteriaMet { of: Some(_), .. }));
    let own =
        || folded.contains("tu danh gia") && !["chi bao", "chi so", "tieu chuan"].iter().any(|other| folded.contains(other)) && of_all();
    let of_criteria = folded.contains("tieu chi") || own();
    if parts.len() > 1 && each.len() == parts.len() && of_criteria { each } else { parse(text).into_iter().collect() }
}

/// Counts of different levels, each with its own word "Mức", between commas and "và".
fn in_one_sentence(text: &str) -> Option<Vec<LevelPhrase>> {
    // Most lines end here.
    let text = &text.replace(" (trong đó ", ", ");
    if !text.contains(", ") && !text.contains(" và ") || fold(text).matches("muc ").count() < 2 {
        return None;
    }
    let mut clauses: Vec<String> = Vec::new();
    for part in text.replace(" và ", ", ").split([',', ';']).filter(|part| !part.trim().is_empty()) {
        match clauses.last_mut() {
            // "tỷ lệ 96,43%" goes on with what stands before it.
            Some(above)
                if !fold(part).contains("muc")
                    || above.ends_with(|digit: char| digit.is_ascii_digit()) && part.starts_with(|digit: char| digit.is_ascii_digit()) =>
            {
                above.push(',');
                above.push_str(part);
            }
            _ => clauses.push(part.to_owned()),
        }
    }
    let ends = |clause: &str| if clause.contains('(') { clause.len() } else { clause.trim_end_matches(')').len() };
    let bare = |clause: &str| clause[..ends(clause)].trim().to_owned();
    let counted: Vec<LevelPhrase> =
        clauses.iter().map(|clause| parse(&bare(clause.trim().trim_end_matches('.')))).collect::<Option<_>>()?;
    let levels: Vec<u8> =
        counted.iter().filter_map(|said| if let LevelPhrase::CriteriaMet { level, .. } = said { Some(*level) } else { None }).collect();
    if counted.len() < 2 || levels.len() < counted.len() {
        return None;
    }
    // "26 tiêu chí đạt Mức 2, 2 tiêu chí đạt Mức 1": whether the second are among the first nobody knows.
    Some(if levels.windows(2).all(|pair| pair[0] < pair[1]) { counted } else { Vec::new() })
}

fn read(text: &str) -> Option<LevelPhrase> {
    // No line of this sort goes without one of the words; most lines end here.
    let folded = fold(text);
    if !folded.contains("muc") && !folded.contains("cap do") {
        return None;
    }
    let tokens = tokens(text);
    if tokens.len() > 40 {
        return None;
    }
    let says = |phrase: &str| position(&tokens, phrase).is_some();
    if is_aim(&tokens) {
        return None;
    }
    // "8/8 tiêu chí bắt buộc đạt Mức 1; 6/7 tiêu chí còn lại đạt Mức 1" counts some of them.
    // What one standard has is no total either.
    let of_standard = position(&tokens, "tieu chuan").is_some_and(|at| tokens.get(at + 2).is_some_and(|next| next.number().is_some()));
    let of_some = says("tieu chi bat buoc") || says("tieu chi con lai") || of_standard;
    let met = if of_some {
        None
    } else {
        criteria_met(&tokens).filter(|(_, at)| !counts_of_others(&tokens, *at) && !is_condition(&tokens, *at)).map(|(met, _)| met)
    };
    met.or_else(|| school_level(&tokens)).or_else(|| in_one_clause(&tokens))
}

/// What is planned, asked for or hoped.
pub(super) fn is_aim(tokens: &[Token]) -> bool {
    const AIMS: &[&str] = &[
        "phan dau",
        "muc tieu",
        "mục tieu",
        "huong toi",
        "de dat",
        "dang ky",
        "ke hoach dat",
        "du kien",
        "quyet tam",
        "can dat",
        "tiep tuc",
        "nham",
    ];
    AIMS.iter().any(|phrase| position(tokens, phrase).is_some()) || position(tokens, "chi tieu") == Some(0)
}

/// Whether a line counts criteria, be they counted by whom, when and for what they may.
pub fn counts(text: &str) -> bool {
    let folded = fold(text);
    folded.contains("muc") && criteria_met(&tokens(text)).is_some()
}

/// "12 tiêu chí chỉ đạt Mức 2": those of the level above are not among them.
fn only_that(tokens: &[Token]) -> bool {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is_word(word));
    (1..tokens.len()).any(|at| is(at, "chi") && is(at + 1, "dat") && !is(at - 1, "tieu"))
}

/// What is counted, and where the number stands.
fn criteria_met(tokens: &[Token]) -> Option<(LevelPhrase, usize)> {
    let behind = position(tokens, "tieu chi").map(|at| at + 2).or_else(|| position(tokens, "tc").map(|at| at + 1))?;
    // `Tiêu chí 1.1 đạt Mức 2` is one criterion, not how many.
    if tokens.get(behind).is_some_and(|token| token.number().is_some())
        || ["khong dat", "chua dat"].iter().any(|denied| position(tokens, denied).is_some())
        || only_that(tokens)
    {
        return None;
    }
    let (level, after) = level(tokens, 4)?;
    let is_sign = |at: usize, sign: char| tokens.get(at).is_some_and(|token| token.is_sign(sign));
    let number =
        |at: usize| tokens.get(at).and_then(Token::number).and_then(|number| u32::try_from(number).ok()).filter(|number| *number <= 100);
    // "2. Đánh giá tiêu chí Mức 4" is a heading.
    let opens = |at: usize| at == 0 && is_sign(1, '.');
    // "Các tiêu chí đạt Mức 2: 1.1, 1.3" lists them.
    let of_code = |at: usize| {
        let followed =
            |at: usize| is_sign(at + 1, '.') && tokens.get(at + 2).is_some_and(|token| token.number().is_some() && !token.spaced);
        followed(at) || at >= 2 && followed(at - 2) && tokens[at - 2].number().is_some()
    };
    // "8/10 tiêu chí đạt Mức 2, không có tiêu chí nào đạt Mức 4" counts one of them.
    // "mức độ 4"; "trong đó 9/15" is a count.
    let of_degree = |at: usize| at > 1 && tokens[at - 1].is_word("do") && ["muc", "cap"].iter().any(|word| tokens[at - 2].is_word(word));
    let of_level = |at: usize| at > 0 && tokens[at - 1].is_word("muc") || of_degree(at);
    let before = |at: usize, word: &str| at > 0 && tokens[at - 1].is_word(word);
    // "tăng 6 tiêu chí", "tăng từ 20/28 lên 26/28", "kế hoạch 28/28, thực hiện 26/28", "5 trường".
    let len = (0..tokens.len()).rfind(|at| tokens[*at].is_word("len"));
    let of_other = |at: usize| {
        ["tang", "giam", "them", "vuot", "hon", "thieu"].iter().any(|word| before(at, word))
            || before(at, "tu") && len.is_some_and(|len| len > at)
            || before(at, "hoach") && at > 1
            || before(at, "tieu") && at > 1 && before(at - 1, "chi")
            || tokens.get(at + 1).is_some_and(|next| next.is_word("truong"))
    };
    let below_other = |at: usize| at > 1 && is_sign(at - 1, '/') && of_other(at - 2);
    let counted = |at: usize| {
        let whole = !is_sign(at + 1, '%') && !is_sign(at + 1, ',') && !of_code(at) && !of_level(at) && !of_other(at) && !below_other(at);
        (at < tokens.len() && whole && !opens(at)).then(|| number(at)).flatten()
    };
    // "So với lần trước (20/28), nay có 26/28 tiêu chí đạt Mức 2": what is in brackets counts where nothing else does.
    let mut depth = 0_i32;
    let mut bracketed = vec![false; tokens.len()];
    for (at, token) in tokens.iter().enumerate() {
        depth += i32::from(token.is_sign('(')) - i32::from(token.is_sign(')'));
        bracketed[at] = depth > 0;
    }
    // The count stands behind the level, or before it: "13/19 tiêu chí đạt Mức 3".
    let order = || (after..tokens.len()).chain(0..after.saturating_sub(2)).filter(|at| counted(*at).is_some());
    // "Nhóm 1 rà soát: 9/10 tiêu chí đạt Mức 2": a share counts, where one is given.
    let share = order().find(|at| !bracketed[*at] && is_sign(at + 1, '/') && number(at + 2).is_some());
    let place = share.or_else(|| order().find(|at| !bracketed[*at])).or_else(|| order().next())?;
    // `…/19` of the empty form.
    let met = counted(place).filter(|_| !place.checked_sub(1).is_some_and(|before| is_sign(before, '/')))?;
    let of = if is_sign(place + 1, '/') {
        Some(number(place + 2)?)
    } else if tokens.get(place + 1).is_some_and(|token| token.is_word("tren")) {
        number(place + 2)
    } else {
        None
    };
    of.is_none_or(|of| met <= of).then_some((LevelPhrase::CriteriaMet { level, met, of }, place))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::super::{named, reached};
    use super::*;

    #[test]
    fn totals_are_read() {
        for (text, level, met, of) in [
            ("Tổng số các tiêu chí đạt Mức 3: 13/19 tỷ lệ 68,42%", 3, 13, Some(19)),
            ("Tổng số các tiêu chí đạt Mức 1: 25/25 tỷ lệ 100%", 1, 25, Some(25)),
            ("- Số tiêu chí đạt mức 2: 27/28 (96,4%)", 2, 27, Some(28)),
            ("Mức 1: 28/28 tiêu chí", 1, 28, Some(28)),
            ("13/19 tiêu chí đạt Mức 3", 3, 13, Some(19)),
            ("Số lượng tiêu chí đạt Mức 2: 27", 2, 27, None),
            ("Tổng số tiêu chí đạt mức 4: 0/6", 4, 0, Some(6)),
            ("Số tiêu chí đạt Mức 3: 13 trên 19", 3, 13, Some(19)),
            ("Nhà trường có 8/10 tiêu chí đạt Mức 2, không có tiêu chí nào đạt Mức 4.", 2, 8, Some(10)),
            ("Nhóm 1 rà soát: 9/10 tiêu chí đạt Mức 2", 2, 9, Some(10)),
        ] {
            assert_eq!(parse(text), Some(LevelPhrase::CriteriaMet { level, met, of }), "{text}");
        }
    }

    #[test]
    fn a_school_says_its_level_and_what_it_counts_of_some_criteria_is_no_total() {
        for (text, level) in
            [("Cơ sở giáo dục Đạt Mức 1.", 1), ("Cơ sở giáo dục không đạt Mức 1.", 0), ("Kết quả tự đánh giá: Đạt Mức 2", 2)]
        {
            assert_eq!(parse(text), Some(LevelPhrase::SchoolLevel { level }), "{text}");
        }
        for text in [
            "8/8 tiêu chí bắt buộc đạt Mức 1; 6/7 tiêu chí còn lại đạt Mức 1 trở lên",
            "Cần nâng 5 tiêu chí bắt buộc lên Mức 2 và 0 tiêu chí còn lại lên Mức 2",
            "3. Mức đạt của cơ sở giáo dục",
        ] {
            assert_eq!(all(text), [], "{text}");
        }
    }

    #[test]
    fn totals_are_read_however_they_are_put() {
        for (text, level, met, of) in [
            ("Tổng số tiêu chí đạt mức 3: 13/19, đạt tỷ lệ 68,4%", 3, 13, Some(19)),
            ("Tổng số tiêu chí đạt Mức 3 là 13/19 (68,42%)", 3, 13, Some(19)),
            ("Tổng số các tiêu chí Đạt Mức 3:  13 /19  tỉ lệ 68,42 %", 3, 13, Some(19)),
            ("Mức 3: Có 13/19 tiêu chí đạt, tỷ lệ 68,42%", 3, 13, Some(19)),
            ("Mức 3: đạt 13/19 tiêu chí (68,42%)", 3, 13, Some(19)),
            ("Đạt mức 3: 13/19 TC", 3, 13, Some(19)),
            ("Số TC đạt mức 3: 13/19", 3, 13, Some(19)),
            ("Có 13 tiêu chí đạt Mức 3", 3, 13, None),
            ("Có 13/19 tiêu chí đạt mức 3 chiếm 68,42%", 3, 13, Some(19)),
            ("Tổng số các tiêu chí đạt Mức 3: 68,42% (13/19)", 3, 13, Some(19)),
            ("Tổng số tiêu chí đạt mức III: 13/19", 3, 13, Some(19)),
            ("TỔNG SỐ CÁC TIÊU CHÍ ĐẠT MỨC 3: 13/19 TỶ LỆ 68,42%", 3, 13, Some(19)),
            ("Tong so tieu chi dat muc 3: 13/19", 3, 13, Some(19)),
            ("Tổng số tiêu chí đạt mức độ 3: 13/19", 3, 13, Some(19)),
            ("+ Mức 2 : 27/28 tiêu chí", 2, 27, Some(28)),
            ("Số tiêu chí đạt mức 2: 27/28 tiêu chí, tỉ lệ 96.4%", 2, 27, Some(28)),
            ("Số tiêu chí đạt mức 3: 0", 3, 0, None),
            ("Tổng số các tiêu chí đạt Mức 3: 13/19 (kế hoạch 15/19)", 3, 13, Some(19)),
            ("Tổng số các tiêu chí đạt Mức 3: 13/19 (chỉ tiêu 15/19)", 3, 13, Some(19)),
            ("Số tiêu chí đạt Mức 3: 13/19 (đánh giá ngoài: 12/19)", 3, 13, Some(19)),
            ("Số tiêu chí đạt Mức 3 theo tự đánh giá: 13/19; theo đánh giá ngoài: 12/19", 3, 13, Some(19)),
            ("So với lần đánh giá trước (10/19), nay trường có 13/19 tiêu chí đạt Mức 3", 3, 13, Some(19)),
            ("Trường có 13/19 tiêu chí đạt Mức 3, tăng 3 tiêu chí so với năm 2022", 3, 13, Some(19)),
            ("Số tiêu chí đạt Mức 3 tăng từ 10/19 lên 13/19", 3, 13, Some(19)),
            ("Mức 3: kế hoạch 15/19 tiêu chí, thực hiện 13/19 tiêu chí", 3, 13, Some(19)),
            ("Sau khi cải tiến, trường có 13/19 tiêu chí đạt Mức 3", 3, 13, Some(19)),
            ("So với năm học trước, số tiêu chí đạt Mức 3 tăng lên 13/19", 3, 13, Some(19)),
            ("Theo hướng dẫn của Sở GD&ĐT, trường có 13/19 tiêu chí đạt Mức 3", 3, 13, Some(19)),
        ] {
            assert_eq!(parse(text), Some(LevelPhrase::CriteriaMet { level, met, of }), "{text}");
        }
        for text in [
            "Tổng số các tiêu chí đạt Mức 3: …/19 tỷ lệ …%",
            "Tổng số các tiêu chí đạt Mức 3: ....../19",
            "Tổng số các tiêu chí đạt Mức 3:      /19",
            "Tổng số các tiêu chí đạt Mức 3: 13/ tỷ lệ",
            "Tổng số các tiêu chí đạt Mức 3: 68,42%",
            "Số tiêu chí chưa đạt mức 3: 6/19",
            "Số tiêu chí ở mục 3: 13/19",
            "Mục tiêu: 13/19 tiêu chí đạt Mức 3",
            "- Các tiêu chí đạt Mức 1: 1.5",
            "Theo kết quả đánh giá ngoài năm 2021: 24/28 tiêu chí đạt Mức 2",
            "Đoàn đánh giá ngoài của Sở xác định trường có 25/28 tiêu chí đạt Mức 2.",
            "Phòng GD&ĐT kiểm tra lại, xác định 23/28 tiêu chí đạt Mức 2",
            "Số tiêu chí đạt Mức 2: 22/28 (theo Báo cáo đánh giá ngoài ngày 12/5/2022)",
            "Trước sáp nhập, trường THCS Lê Lợi có 20/28 tiêu chí đạt Mức 2",
            "Năm học trước có 20/28 tiêu chí đạt Mức 2",
            "Có 5 trường trong xã có 28/28 tiêu chí đạt Mức 2",
            "Các trường trong cụm bình quân có 25/28 tiêu chí đạt Mức 2",
            "Điểm trường Bản Mới: 20/28 tiêu chí đạt Mức 2",
            "Ví dụ: Số tiêu chí đạt Mức 2: 26/28",
            "Yêu cầu: có ít nhất 26/28 tiêu chí đạt Mức 2",
            "Trường đạt chuẩn quốc gia mức độ 1 khi 28/28 tiêu chí đạt Mức 2",
            "Theo quy định, trường đạt Mức 2 phải có 28/28 tiêu chí đạt Mức 2",
            "12 tiêu chí chỉ đạt Mức 2",
            "Các tiêu chí đạt Mức 2: 1.1, 1.3; 2.4",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        for (text, level) in [
            ("Mức đánh giá của trường tiểu học Hoa Sen: Mức 1", 1),
            ("MỨC ĐÁNH GIÁ CỦA TRƯỜNG: MỨC 2", 2),
            ("Tự đánh giá đạt: Mức 2", 2),
            ("Trường tự đánh giá đạt mức: 2", 2),
            ("Mức đánh giá của trường: Mức II", 2),
            ("Truong dat Muc 2", 2),
            ("Trường đạt Mức 2.", 2),
            ("Kết luận: Nhà trường đạt mức 3", 3),
        ] {
            assert_eq!(parse(text), Some(LevelPhrase::SchoolLevel { level }), "{text}");
        }
        for text in ["Trường đạt mục 2", "Tự đánh giá: Mục 2", "Mức đánh giá của trường: Mức …", "Mức đánh giá của trường: Mức 1, 2"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
        for text in ["Mục 2", "Mục II", "mục 1:"] {
            assert_eq!((named(text), reached(text)), (None, None), "{text}");
        }
    }

    #[test]
    fn levels_that_come_down_are_counted_by_nobody() {
        assert_eq!(all("Kết quả rà soát của cụm chuyên môn: 24/28 tiêu chí đạt Mức 2"), []);
        for text in ["26 tiêu chí đạt Mức 2 trở lên, 2 tiêu chí đạt Mức 1", "Có 26/28 tiêu chí đạt Mức 2 và 2/28 tiêu chí đạt Mức 1"]
        {
            assert_eq!(all(text), [], "{text}");
        }
    }

    #[test]
    fn a_sentence_may_count_each_level() {
        let counts = |text: &str| {
            let said = all(text).into_iter();
            said.filter_map(|said| if let LevelPhrase::CriteriaMet { level, met, of } = said { Some((level, met, of)) } else { None })
                .collect::<Vec<_>>()
        };
        let three = [(1, 27, Some(28)), (2, 25, Some(28)), (3, 10, Some(20))];
        for text in [
            "Nhà trường tự đánh giá có 27/28 tiêu chí đạt Mức 1, 25/28 tiêu chí đạt Mức 2, 10/20 tiêu chí đạt Mức 3.",
            "Trường có 27/28 tiêu chí đạt Mức 1 (tỷ lệ 96,43%), 25/28 tiêu chí đạt mức 2, tỷ lệ 89,29% và 10/20 tiêu chí đạt mức 3, tỷ lệ 50%",
            "Số tiêu chí đạt Mức 1: 27/28, số tiêu chí đạt Mức 2: 25/28, số tiêu chí đạt Mức 3: 10/20",
            "Nhà trường có 27/28 tiêu chí đạt Mức 1, trong đó 25/28 tiêu chí đạt Mức 2, 10/20 tiêu chí đạt Mức 3.",
            "Trường có 27/28 tiêu chí đạt Mức 1, trong đó 25/28 tiêu chí đạt Mức 2 và 10/20 tiêu chí đạt Mức 3.",
            "Trường có 27/28 tiêu chí đạt Mức 1 (trong đó có 25/28 tiêu chí đạt Mức 2, 10/20 tiêu chí đạt Mức 3)",
        ] {
            assert_eq!(counts(text), three, "{text}");
        }
        for text in [
            "Có 27/28 tiêu chí đạt Mức 1, phấn đấu 25/28 tiêu chí đạt Mức 2, 10/20 tiêu chí đạt Mức 3",
            "Năm trước 20/28 tiêu chí đạt Mức 2, năm nay 25/28 tiêu chí đạt Mức 2",
            "Tiêu chí 1.1 đạt Mức 1, Tiêu chí 1.2 đạt Mức 2",
        ] {
            assert_ne!(counts(text).len(), 2, "{text}");
            assert_ne!(counts(text).len(), 3, "{text}");
        }
    }

    #[test]
    fn a_line_may_count_each_level() {
        let of = |text: &str| {
            all(text)
                .into_iter()
                .map(|said| if let LevelPhrase::CriteriaMet { level, met, .. } = said { (level, met) } else { (0, 0) })
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of("Kết quả tự đánh giá: Mức 1: 27/27 tiêu chí; Mức 2: 25/27 tiêu chí; Mức 3: 10/19 tiêu chí."),
            [(1, 27), (2, 25), (3, 10)]
        );
        assert_eq!(of("Số tiêu chí đạt Mức 1: 27/27; Mức 2: 25/27; Mức 3: 10/19"), [(1, 27), (2, 25), (3, 10)]);
        assert_eq!(of("Tổng số tiêu chí đạt Mức 3: 13/19; tỷ lệ 68,42%"), [(3, 13)]);
        assert_eq!(of("Tổng số tiêu chí: 28; đạt Mức 1: 28; đạt Mức 2: 26; đạt Mức 3: 14"), [(1, 28), (2, 26), (3, 14)]);
        assert_eq!(
            of("Nhà trường tự đánh giá: Mức 1: 28/28 (100%); Mức 2: 26/28 (92,9%); Mức 3: 14/20 (70%)"),
            [(1, 28), (2, 26), (3, 14)]
        );
        for text in ["Tự đánh giá chỉ báo: Mức 1: 84/84; Mức 2: 60/66", "Học sinh đạt: Mức 1: 28/28; Mức 2: 26/28"] {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn what_declares_nothing_is_none() {
        for text in [
            "",
            "Mức 1",
            "MỨC 1, 2, 3",
            "MỨC 4",
            "Tự đánh giá theo Mức 4",
            "Phần: Tự đánh giá theo Mức 4",
            "Tiêu chí 1.1 đạt Mức 2",
            "Phấn đấu đạt Mức 3",
            "Kế hoạch nhằm đạt Mức 3 (19 tiêu chí)",
            "Chỉ tiêu: đạt Mức 2: 27/27 tiêu chí",
            "Trường chưa đạt Mức 3",
            "Duy trì để đạt Mức 2",
            "Trường không đạt Mức 3",
            "Tổng số tiêu chí không đạt Mức 1: 2/28",
            "Trường đạt chuẩn quốc gia mức độ 1",
            "Trường đạt 95% học sinh giỏi",
            "Mức độ thực hiện",
            "Trường đạt Mức 7",
            "Tổng số tiêu chí đạt Mức 3: 20/19",
            "Tiêu chuẩn 1 đạt Mức 2",
            "Trường đạt kiểm định chất lượng giáo dục cấp độ 2",
            "Đề nghị công nhận trường đạt Cấp độ 2; chuẩn quốc gia Mức độ 1",
            "Tự đánh giá: đạt chuẩn quốc gia Mức độ 1",
            "Năm trước, trường tự đánh giá chưa đạt Mức 2",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "(Mức|tiêu chí|đạt|không|trường|tự đánh giá| |:|/|1|3|19|,|%|của){0,14}|\\PC{0,30}") {
            let _ = parse(&text);
        }
    }
}
