//! A text in, its words of one region in those that everybody writes out: `Chưa mần chi hết` is `Chưa làm gì hết`.

/// As they are said in a region → as they are written elsewhere.
const WORDS: &[(&str, &str)] = &[
    ("mần", "làm"),
    ("hổng có làm", "không làm"),
    ("hổng", "không"),
    ("hỏng có", "không có"),
    ("hông có", "không có"),
    ("hông còn", "không còn"),
    ("nỏ", "không"),
    ("chẳng", "không"),
    ("chả", "không"),
    ("chớ", "chứ"),
    ("chi hết", "gì hết"),
    ("chi cả", "gì cả"),
    ("mô hết", "đâu hết"),
    ("xài đỡ", "dùng tạm"),
    ("dùng đỡ", "dùng tạm"),
    ("làm đỡ", "làm tạm"),
    ("mượn đỡ", "mượn tạm"),
    ("học đỡ", "học tạm"),
    ("xài", "dùng"),
    ("ra răng", "ra sao"),
];

/// `None` where it has none of them.
pub(super) fn as_elsewhere(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() || !WORDS.iter().any(|(word, _)| lower.contains(word)) {
        return None;
    }
    let mut said = text.to_owned();
    for (word, written) in WORDS {
        let bound = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
        while let Some(at) = said
            .to_lowercase()
            .match_indices(word)
            .map(|(at, _)| at)
            .find(|at| bound(said[..*at].chars().next_back()) && bound(said[at + word.len()..].chars().next()))
        {
            // A kind of meat roll, and what a mushroom is.
            if said[..at].to_lowercase().ends_with("giò ") || said[..at].to_lowercase().ends_with("bún ") {
                return None;
            }
            said.replace_range(at..at + word.len(), written);
        }
    }
    (said != text).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_region_are_written_as_elsewhere() {
        for (text, said) in [
            ("Chưa mần chi hết", Some("Chưa làm gì hết")),
            ("Mần chưa tới", Some("làm chưa tới")),
            ("Hổng còn cái nào gãy", Some("không còn cái nào gãy")),
            ("Bên hông nhà đa năng", None),
            ("Giò chả", None),
            ("Đã làm xong", None),
        ] {
            assert_eq!(as_elsewhere(text).as_deref(), said, "{text}");
        }
    }
}
