//! A folded text and words in, whether they stand in it as words out.

/// Whether `words` stand in `text`, at neither end within a word: "han" is in "co thoi han", and not in "thanh". Nothing is copied for it.
pub fn holds_words(text: &str, words: &str) -> bool {
    let (mut rest, first) = (text, words.as_bytes().first());
    loop {
        if rest.as_bytes().first() == first && opens_with_words(rest, words) {
            return true;
        }
        match memchr::memchr(b' ', rest.as_bytes()) {
            Some(gap) => rest = &rest[gap + 1..],
            None => return false,
        }
    }
}

/// Whether `text` begins with `words`, not ending within a word: "tong so tien" opens with "tong so", and "tong soat" does not.
pub fn opens_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// "Tổng cộng", "Cộng: 7 trường", "Tổng số 12": the label of a total. "Cộng Hòa" and "Tổng Cọt" are places.
pub fn is_total(text: &str) -> bool {
    let folded = super::fold(text);
    let counted = |rest: &str| rest.is_empty() || rest.starts_with(|letter: char| letter.is_ascii_digit());
    ["tong cong", "tong so"].iter().any(|label| opens_with_words(&folded, label))
        || ["tong", "cong"].iter().any(|label| folded.strip_prefix(label).is_some_and(|rest| counted(rest.trim_start())))
}

/// "12", "85%", "90,9 %": a number or a share, and no word.
pub fn is_figure(text: &str) -> bool {
    let bare = text.trim().trim_end_matches('%').trim_end();
    let bare = bare.strip_prefix('-').unwrap_or(bare);
    let (whole, rest) = bare.split_once([',', '.']).unwrap_or((bare, "0"));
    [whole, rest].iter().all(|part| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, proptest};

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn words_stand_in_a_text_where_gaps_part_them_from_it(text in "[abđ ]{0,10}", words in "[abđ]( ?[abđ]){0,3}") {
            assert_eq!(holds_words(&text, &words), format!(" {text} ").contains(&format!(" {words} ")));
        }
    }

    #[test]
    fn figures_are_numbers_and_shares() {
        assert!(["12", "85%", "90,9", "0.5 %", "-3"].into_iter().all(is_figure));
        assert!(["", "%", "Nan", "1e5", "3/5", "1.2.3", "5 lớp"].into_iter().all(|text| !is_figure(text)));
    }
}
