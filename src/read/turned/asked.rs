//! The title of a column of schools' levels in, what it asks for out: a criterion, or what the school comes to as a whole.

use crate::model::Criterion;
use crate::phrase;
use crate::text;

/// The criterion a title asks for, in however many words: `1.1`, `TC 1.1`, `Tiêu chí 1.1: Phương hướng …`, `Tự đánh giá [Tiêu chí 1.1]`.
pub(super) fn asked(title: &str) -> Option<Criterion> {
    let choice = title.trim_end().strip_suffix(']').and_then(|title| title.rsplit_once('['));
    let title = choice.map_or(title, |(_, choice)| choice).trim();
    if !title.starts_with(|first: char| matches!(first, 't' | 'T') || first.is_ascii_digit()) {
        return None;
    }
    let folded = text::fold(title);
    if !(folded.starts_with("tieu chi") || folded.starts_with("tc") || folded.starts_with(|letter: char| letter.is_ascii_digit())) {
        return None;
    }
    let mut named = phrase::criterion::all(title, None, None).into_iter();
    match (named.next().and_then(|first| first.criterion), named.next()) {
        (Some(criterion @ Criterion::Numbered { .. }), None) => Some(criterion),
        _ => None,
    }
}

/// "Mức đạt", "Trường tự đánh giá đạt mức chung": the title of what each school comes to. "Mức đạt năm 2021", "Mức đăng ký" are not.
pub(super) fn asks_for_the_school(title: &str) -> bool {
    const SAID: &[&str] = &["dat", "chung", "xep", "danh"];
    const AROUND: &[&str] =
        &["muc", "do", "tu", "gia", "ket", "qua", "truong", "nha", "cua", "toan", "loai", "tdg", "tong", "hop", "nao", "cuoi", "cung"];
    let folded = text::fold(title);
    let words = || folded.split(' ');
    words().any(|word| SAID.contains(&word)) && words().all(|word| SAID.contains(&word) || AROUND.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_asks_for_what_the_school_comes_to() {
        for title in ["Mức đạt", "Trường tự đánh giá đạt mức chung", "Kết quả chung", "TĐG chung", "Xếp mức", "ĐẠT MỨC"]
        {
            assert!(asks_for_the_school(title), "{title}");
        }
        for title in ["Mức đạt năm 2021", "Mức đăng ký", "Mức", "Kết quả", "Đạt chuẩn quốc gia", "Đánh giá ngoài", "Tiêu chí 1.1", ""]
        {
            assert!(!asks_for_the_school(title), "{title}");
        }
    }

    #[test]
    fn a_title_asks_for_one_criterion() {
        for title in ["1.1", "TC 1.1", "Tiêu chí 1.1: Phương hướng, chiến lược", "Tự đánh giá [Tiêu chí 1.1]"] {
            assert!(matches!(asked(title), Some(Criterion::Numbered { .. })), "{title}");
        }
        for title in ["Mức đạt", "Tiêu chí 1.1 và 1.2", "Trường THCS Hoa Sen", "Ngày 1.1"] {
            assert_eq!(asked(title), None, "{title}");
        }
    }
}
