//! A clause of a result in, whether it says that only some was done out: `Mới mua được 2 máy`, `Chỉ làm được 2 phòng`.

/// "Chỉ làm được 2 phòng", "Mới có 3 giáo viên", "Mới sửa xong 1 phòng"; "chỉ đạo", "chi trả" and "mỗi lớp" are other words.
pub(super) fn only_some(clause: &str) -> bool {
    const WORKS: &[&str] =
        &["lam", "thuc", "trien", "mua", "sua", "to", "xay", "lap", "trồng", "trong", "hoan", "dat", "bo", "trang", "co"];
    if clause.starts_with("chỉ moi ") || clause.starts_with("moi chỉ ") {
        return true;
    }
    if clause.starts_with("chỉ ") && clause.contains(" mot phan") {
        return true;
    }
    let able = |rest: &str| rest.split(' ').take(4).any(|word| word == "duoc");
    if let Some(rest) = clause.strip_prefix("chỉ ") {
        return rest.split(' ').next().is_some_and(|work| WORKS.contains(&work)) && able(rest);
    }
    let Some(rest) = clause.strip_prefix("moi ") else { return false };
    let words: Vec<&str> = rest.split(' ').collect();
    let counted =
        |at: usize| words.get(at).is_some_and(|word| word.bytes().all(|sign| sign.is_ascii_digit()) || matches!(*word, "mot" | "phan"));
    words[0] == "co" && counted(1) || able(rest) || words.iter().take(3).position(|word| *word == "xong").is_some_and(|at| counted(at + 1))
}

/// "Do kinh phí khó khăn nên mới mua được 2 bộ": the reason first.
pub(super) fn ends_with_some(folded: &str) -> bool {
    const LEADS: &[&str] = &["do ", "vi ", "kinh phi ", "thieu ", "khong du ", "khong co "];
    LEADS.iter().any(|lead| folded.starts_with(lead))
        && [" moi ", " chỉ "].iter().filter_map(|word| folded.find(word)).any(|at| only_some(&folded[at + 1..]))
}
