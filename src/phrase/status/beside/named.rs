//! What a plan counts and what a result names of it in, fewer than were planned told: `Cử 5 giáo viên đi học` → `Cô Hoa, cô Mận đã có bằng`.
//!
//! For asking, never for reading.

use super::scope::{between_spaces, says_of_all};
use super::shortfall::Short;
use crate::phrase::token::{Token, tokens};

/// What one of those that a plan counts is called with a name behind it: "cô Hoa", "điểm Nà Khoa".
///
/// As it is shown, as it is written, and what the plan counts.
const CALLED: &[(&str, &[&str], &[&str])] = &[
    ("đồng chí", &["chí"], &["giao", "gv", "nguoi", "dang", "quan", "doan", "can"]),
    ("cô", &["cô", "thầy"], &["giao", "gv", "dong", "dang", "quan", "nguoi", "co", "thay", "can", "cbgv", "nhan", "nv"]),
    ("em", &["em", "cháu", "bạn"], &["em", "chau", "hoc", "hs", "tre"]),
    ("điểm", &["điểm"], &["diem"]),
    ("thôn", &["thôn", "bản", "ấp"], &["thon", "ban", "ap"]),
    ("phòng", &["phòng"], &["phong"]),
    ("chuyên đề", &["đề"], &["chuyen"]),
    ("câu lạc bộ", &["bộ", "clb"], &["cau", "clb"]),
];

/// Begin with a capital as names do: "Cô Hiệu trưởng".
const NO_NAMES: &[&str] = &[
    "hieu", "pho", "tong", "to", "bi", "chu", "giao", "y", "bgh", "ht", "pht", "gv", "gd", "gddt", "noi", "tai", "van", "kinh", "quan",
    "nong", "ld",
];

/// How many the plan counts, and the names that the result has.
pub(super) fn names_fewer(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 120;
    let comrades = done.replace("đ/c", "đồng chí").replace("Đ/c", "đồng chí").replace("Đ/C", "đồng chí");
    let said = tokens(&comrades);
    // What is counted is held against the plan by its numbers.
    if done.len() > LONGEST || said.iter().any(|token| token.number().is_some()) || says_of_all(&between_spaces(done)) {
        return None;
    }
    let plan = tokens(planned);
    CALLED.iter().find_map(|(shown, called, units)| {
        let (wanted, unit) = (1..plan.len()).find_map(|at| {
            let word = plan[at].word().filter(|unit| units.contains(unit))?;
            let count = plan[at - 1].number().filter(|count| (2..=60).contains(count))?;
            // "5 giáo viên"
            let whole =
                matches!(word, "giao" | "hoc" | "dong" | "dang" | "quan" | "doan" | "nhan" | "can" | "diem" | "phong" | "chuyen" | "cau");
            let behind = plan.get(at + 1).filter(|next| whole && next.word().is_some());
            Some((count, behind.map_or_else(|| plan[at].written.clone(), |next| format!("{} {}", plan[at].written, next.written))))
        })?;
        let names = names(&said, called);
        let fewer = !names.is_empty() && (names.len() as u64) < wanted;
        fewer.then(|| Short { planned: format!("{wanted} {unit}"), done: format!("{shown} {}", names.join(", ")) })
    })
}

/// "Hội thi đồ dùng dạy học thành công" of a plan for two, "Đã ban hành quy chế dân chủ" of one for three: one of those that the plan counts, by
/// what it was of.
pub(super) fn names_one(planned: &str, done: &str) -> Option<Short> {
    const EVENTS: &[&str] =
        &["hội thi", "chuyên đề", "hội thảo", "cuộc thi", "câu lạc bộ", "mô hình", "hội nghị", "ngoại khóa", "sân chơi"];
    /// Of which "các" are several, too.
    const PAPERS: &[&str] = &["quy chế", "nội quy", "quy định", "quy trình", "đề án", "quyết định", "kế hoạch"];
    const LEADS: &[&str] = &[
        "",
        "đã tổ chức ",
        "tổ chức ",
        "đã tổ chức được ",
        "tổ chức được ",
        "đã ban hành ",
        "ban hành ",
        "đã xây dựng ",
        "xây dựng ",
        "đã xây dựng được ",
        "đã thành lập ",
        "thành lập ",
        "thành lập được ",
        "đã làm ",
        "làm được ",
        "đã có ",
        "có ",
        "mới có ",
    ];
    const LONGEST: usize = 12;
    /// Behind it they tell how it went, and not which it was.
    const TELLS: &[&str] = &[
        "đã",
        "được",
        "diễn",
        "tổ",
        "đều",
        "rất",
        "có",
        "cấp",
        "theo",
        "này",
        "trên",
        "hoạt",
        "đạt",
        "đúng",
        "trường",
        "mới",
        "đầy",
        "đủ",
        "kịp",
        "xong",
        "rồi",
        "nhà",
        "của",
        "với",
        "tại",
        "vào",
        "ngày",
    ];
    let (plan, said) = (planned.to_lowercase(), done.to_lowercase());
    let words: Vec<&str> = said.split(' ').collect();
    if words.len() > LONGEST || said.contains(|sign: char| sign.is_ascii_digit()) || says_of_all(&between_spaces(done)) {
        return None;
    }
    let listed = 1 + said.matches([',', ';']).count() + said.matches(" và ").count();
    EVENTS.iter().chain(PAPERS).find_map(|event| {
        let (before, _) = plan.split_once(&format!(" {event}"))?;
        let before = [" buổi", " cuộc", " lần", " đợt"].iter().find_map(|unit| before.strip_suffix(unit)).unwrap_or(before);
        let count = before.rsplit(' ').next()?;
        let several = count == "các" && PAPERS.contains(event);
        let wanted = if several { 2 } else { count.parse::<usize>().ok().filter(|count| (2..=12).contains(count))? };
        let behind = LEADS.iter().find_map(|lead| said.strip_prefix(lead)?.strip_prefix(event));
        let which = behind?.strip_prefix(' ')?;
        let named = which.split(' ').next().is_some_and(|word| !TELLS.contains(&word)) && !which.starts_with("thành công");
        (named && said.matches(event).count().max(listed) < wanted).then(|| Short {
            planned: format!("{count} {event}"),
            done: format!("{event} {}", which.split(' ').take(4).collect::<Vec<_>>().join(" ")),
        })
    })
}

/// "Hoa, Mận" of "Cô Hoa, cô Mận đã có bằng"; "Nà Khoa, Huổi Lóng" of "Điểm Nà Khoa, Huổi Lóng rào xong".
fn names(said: &[Token], called: &[&str]) -> Vec<String> {
    let is_called = |at: usize| said.get(at).is_some_and(|token| called.contains(&token.written.as_str()));
    let mut names = Vec::new();
    let mut at = 0;
    while at < said.len() {
        if !is_called(at) {
            at += 1;
            continue;
        }
        at += 1;
        loop {
            while is_called(at) {
                at += 1;
            }
            let from = at;
            while said.get(at).is_some_and(|token| token.capital && token.word().is_some_and(|word| !NO_NAMES.contains(&word))) {
                at += 1;
            }
            if at == from {
                break;
            }
            let name = said[from..at].iter().map(|token| capital(&token.written)).collect::<Vec<_>>().join(" ");
            if !names.contains(&name) {
                names.push(name);
            }
            if !said.get(at).is_some_and(|token| token.is_sign(',') || token.is_word("va")) {
                break;
            }
            at += 1;
        }
    }
    names
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_names_than_were_counted_are_told() {
        for (planned, done, names) in [
            ("Cử 5 giáo viên đi học nâng chuẩn", "Cô Hoa, cô Mận đã có bằng", "cô Hoa, Mận"),
            ("Làm hàng rào 4 điểm trường", "Điểm Nà Khoa, Huổi Lóng rào xong", "điểm Nà Khoa, Huổi Lóng"),
            ("Giúp 3 em khuyết tật hòa nhập", "Em Páo đã biết viết", "em Páo"),
            ("Cử 3 GV thi huyện", "Thầy Lâm và cô Dung đạt", "cô Lâm, Dung"),
            ("Bổ sung tranh ảnh cho 9 phòng bộ môn", "Phòng Sử có tranh mới", "phòng Sử"),
            ("Xây dựng 5 phòng học bộ môn", "Phòng Lý, Hóa đưa vào sử dụng", "phòng Lý, Hóa"),
            ("Tổ chức 4 chuyên đề cấp trường", "Chuyên đề Toán, chuyên đề Tiếng Việt đã làm", "chuyên đề Toán, Tiếng Việt"),
            ("Thành lập 3 câu lạc bộ", "CLB Bóng đá hoạt động tốt", "câu lạc bộ Bóng"),
            ("Kết nạp 2 đảng viên", "Đã kết nạp đ/c Hà", "đồng chí Hà"),
            ("Phát triển 3 đảng viên mới", "Kết nạp được cô Hạnh", "cô Hạnh"),
            ("Tuyển 2 nhân viên", "Đã tuyển cô Mai", "cô Mai"),
            ("Cử 3 GV đi học", "Đ/c Hà và đ/c Lan đang theo học", "đồng chí Hà, Lan"),
        ] {
            assert_eq!(names_fewer(planned, done).map(|short| short.done).as_deref(), Some(names), "{done}");
        }
        assert!(names_one("Tổ chức 2 hội thi cho giáo viên", "Hội thi đồ dùng dạy học thành công tốt đẹp").is_some());
        assert!(names_one("Tổ chức 4 chuyên đề", "Đã tổ chức chuyên đề phòng chống đuối nước").is_some());
        assert!(names_one("Ban hành 3 quy chế", "Đã ban hành quy chế dân chủ, quy chế chi tiêu").is_some());
        assert!(names_one("Ban hành các quy chế", "Đã ban hành quy chế dân chủ").is_some());
        assert!(names_one("Ban hành 4 quyết định", "Đã ban hành quyết định thành lập hội đồng").is_some());
        assert!(names_one("Tổ chức 2 buổi ngoại khóa", "Đã tổ chức ngoại khóa về ma túy").is_some());
        for (planned, done) in [
            ("Ban hành 2 quy chế", "Đã ban hành quy chế dân chủ, quy chế chi tiêu"),
            ("Ban hành các quy chế", "Đã ban hành quy chế dân chủ và quy chế chi tiêu"),
            ("Ban hành các quy chế", "Đã ban hành quy chế đầy đủ"),
            ("Ban hành các quy chế", "Đã ban hành"),
            ("Ban hành quy chế dân chủ", "Đã ban hành quy chế dân chủ"),
            ("Tổ chức hội thi cho giáo viên", "Hội thi đồ dùng dạy học thành công tốt đẹp"),
            ("Tổ chức 2 hội thi cho giáo viên", "Hội thi đã diễn ra thành công"),
            ("Tổ chức 2 hội thi cho giáo viên", "Hội thi thành công"),
            ("Tổ chức 2 buổi ngoại khóa", "Đã tổ chức ngoại khóa ma túy và ATGT"),
            ("Tổ chức 2 hội thi cho giáo viên", "Tổ chức 2 hội thi: đồ dùng, giáo án"),
            ("Tổ chức 2 hội thi cho giáo viên", "Hội thi vẽ tranh và hội thi kể chuyện sôi nổi"),
        ] {
            assert_eq!(names_one(planned, done), None, "{done}");
        }
        for (planned, done) in [
            ("Cử 2 giáo viên đi học", "Cô Hoa, cô Mận đã có bằng"),
            ("Cử giáo viên đi học", "Cô Hoa đã có bằng"),
            ("Cử 5 giáo viên đi học", "Thầy Hiệu trưởng đã phân công"),
            ("Cử 5 giáo viên đi học", "5 cô đã học, cô Hoa loại giỏi"),
            ("Làm hàng rào 4 điểm trường", "Điểm trường nào cũng rào xong"),
            ("Xây 5 phòng học", "Phòng GD&ĐT đã nghiệm thu"),
            ("Xây 5 phòng học", "Phòng Tài chính huyện đã quyết toán"),
            ("Làm hàng rào 4 điểm trường", "Cả điểm Nà Khoa xa nhất cũng rào xong"),
        ] {
            assert_eq!(names_fewer(planned, done), None, "{done}");
        }
    }
}
