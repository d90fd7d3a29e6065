//! A title in, whether it names the time that work was moved to out.

/// "Gia hạn đến", "Xin lùi sang tháng", "Dời đến": to when work was moved, and nothing else.
pub(super) fn moves(folded: &str) -> bool {
    const ASKING: &[&str] = &["xin", "de nghi", "da", "duoc", "da duoc", "xin duoc"];
    const MOVED: &[&str] =
        &["gia han", "doi", "lui", "hoan", "chuyen", "doi han", "lui han", "lui lai", "doi lai", "lui thoi gian", "doi thoi gian"];
    const UNTIL: &[&str] = &["den", "sang", "toi", "den ngay", "den thang", "sang thang", "sang ngay", "toi ngay", "toi thang"];
    let until = UNTIL.iter().find_map(|words| folded.strip_suffix(words)?.strip_suffix(' '));
    let asked = |moved: &str| ASKING.iter().find_map(|words| moved.strip_prefix(words)?.strip_prefix(' ')).unwrap_or(moved).to_owned();
    until.is_some_and(|moved| MOVED.contains(&moved) || MOVED.contains(&asked(moved).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_say_that_work_was_moved_without_naming_a_time() {
        for title in ["gia han den", "xin lui den", "doi sang", "lui sang thang", "hoan den", "da doi den ngay", "de nghi gia han toi"] {
            assert!(moves(title), "{title}");
        }
        for title in ["den", "tu ngay den ngay", "chuyen doi", "hoan thanh", "chuyen den cho", "doi thoai", "ke hoach chuyen sang nam"] {
            assert!(!moves(title), "{title}");
        }
    }
}
