//! A clause of a result in, whether it says that only some was done out: `Mới mua được 2 máy`, `Chỉ làm được 2 phòng`.

use super::assured::tells_a_deed;

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
    let few = matches!(words[..], ["mot" | "it" | "vai" | "duoc" | "co" | "xong", ..]) && words.len() <= 4 && !words.contains(&"lan");
    words[0] == "co" && counted(1)
        || few
        || able(rest)
        || words.iter().take(3).position(|word| *word == "xong").is_some_and(|at| counted(at + 1))
}

/// "Do kinh phí khó khăn nên mới mua được 2 bộ": the reason first.
pub(super) fn ends_with_some(folded: &str) -> bool {
    const LEADS: &[&str] = &["do ", "vi ", "kinh phi ", "thieu ", "khong du ", "khong co "];
    LEADS.iter().any(|lead| folded.starts_with(lead))
        && ([" moi ", " chỉ "].iter().filter_map(|word| folded.find(word)).any(|at| only_some(&folded[at + 1..])) || makes_do(folded))
}

/// "Do kinh phí hạn hẹp nên chỉ mua 5 máy": a deed and how many, behind what was short.
fn makes_do(folded: &str) -> bool {
    const FARTHEST: usize = 4;
    let only = [" nen chỉ moi ", " nen moi chỉ ", " nen chỉ ", " nen moi "].iter().find_map(|so| folded.split_once(so));
    only.is_some_and(|(_, rest)| {
        let counted = rest.split(' ').skip(1).take(FARTHEST).any(|word| word.parse::<u32>().is_ok_and(|count| count > 0));
        counted && tells_a_deed(rest) && !rest.split(' ').any(|word| PLANS.contains(&word))
    })
}

/// Of a deed that was only thought of.
const PLANS: &[&str] = &["du", "de", "xin", "dang", "ke", "chờ", "len", "se", "ho", "to"];

/// "Chỉ mới có chủ trương": only thought of.
fn only_plans(deed: &str) -> bool {
    const PREPARES: &[&str] = &["khao", "co", "lap", "trinh", "gui", "ban", "hop"];
    deed.split(' ').take(2).any(|word| PLANS.contains(&word) || PREPARES.contains(&word)) || deed.starts_with("xay dung ke hoach")
}

/// "Đã làm được 50%", "Mới xong móng": what was done, told under what is not begun. "Đã lập tờ trình" and what waits is not.
pub(super) fn begins_with_some(folded: &str) -> bool {
    const DONE: &[&str] = &[
        "da lam",
        "da thuc hien",
        "da trien khai",
        "da hoan thanh",
        "da xong",
        "da mua",
        "da lap",
        "da sua",
        "da xay",
        "da khoi cong",
        "khoi cong",
        "da thi cong",
        "moi",
    ];
    // "Chỉ mới làm phần móng"
    if let Some(deed) = folded.strip_prefix("chỉ moi ") {
        return tells_a_deed(deed) && !only_plans(deed);
    }
    if ends_with_some(folded) {
        return true;
    }
    if matches!(folded, "lam dở" | "lam do" | "dở dang")
        || folded.contains(" da xong") && folded.contains(|sign: char| sign.is_ascii_digit())
    {
        return true;
    }
    // "Đã triển khai nhưng chưa xong"
    const BEGUN: &[&str] = &["da trien khai", "da thuc hien", "da lam", "da bat dau", "da thi cong", "da tien hanh"];
    const NOT_OVER: &[&str] =
        &[" chua xong", " chua hoan thanh", " chua het", " chua day du", " chua hoan tat", " con dở dang", " chua dut diem"];
    if BEGUN.iter().any(|lead| folded.starts_with(lead)) && NOT_OVER.iter().any(|end| folded.ends_with(end)) {
        return true;
    }
    // "Được 10 cuốn, còn lại chưa mua"
    let counted = folded.split(' ').skip_while(|word| *word != "duoc").nth(1).is_some_and(|count| count.parse::<u32>().is_ok());
    if counted && folded.split(' ').take(3).any(|word| word == "duoc") && !folded.starts_with("chua ") && !folded.starts_with("khong ") {
        return true;
    }
    DONE.iter().any(|words| folded.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ') || rest.is_empty()))
        && [" chua ", " chờ ", " xin ", " de xuat", " de nghi", " ke hoach ", " thu tuc ", " ho so ", " y tưởng", " y tuong"]
            .iter()
            .all(|word| !folded.contains(word))
}
