//! A text of a result that tells parts of the work one by one in, whether a later part is told without being done out: `Nhà A sơn xong, nhà B sơn lót`.
//!
//! For asking, never for reading.

use super::unfruitful::counts_fallen;
use super::words::heard;
use crate::text::clean;

/// What has parts of its kind; a part is told by the kind's name and its own.
const KINDS: &[&str] = &["khoi", "lop", "phong", "day", "nha", "tầng", "tang", "khu", "diem truong", "to", "dot", "goi", "hang muc"];
const DONE: &[&str] = &[
    " da ",
    " xong ",
    " hoan thanh ",
    " duoc ",
    " dat ",
    " du ",
    " deu ",
    " cung ",
    " co ",
    " tot ",
    " nghiem thu ",
    " ban giao ",
    " on dinh ",
    " het ",
];

/// Whether a later clause tells of a part, or of some of those counted, no deed done.
pub(super) fn leaves_another(text: &str) -> bool {
    let clauses = clauses(text);
    clauses.iter().any(|clause| counts_fallen(clause))
        || fewer_ended(&clauses)
        || (1..clauses.len()).any(|at| is_another(&clauses[..at], &clauses[at]))
}

/// The clauses, each with the labels that go on behind a comma: "khối 4, 5 nhập tới tuần 12" is one.
fn clauses(text: &str) -> Vec<String> {
    let text = clean(text).to_lowercase();
    let mut found: Vec<String> = Vec::new();
    for written in text.split([',', ';', '.', '\n', '(', ')']) {
        let clause = heard(written);
        let label = |word: Option<&str>| word.is_some_and(|word| word.len() <= 2 && (word.len() == 1 || word.parse::<u32>().is_ok()));
        match found.last_mut() {
            Some(last) if label(last.rsplit(' ').next()) && label(clause.split(' ').next()) => {
                last.push(' ');
                last.push_str(&clause);
            }
            _ if clause.is_empty() => {}
            _ => found.push(clause),
        }
    }
    found
}

fn is_another(before: &[String], clause: &str) -> bool {
    let clause = ["rieng ", "con ", "trong do ", "nhung "].iter().find_map(|lead| clause.strip_prefix(lead)).unwrap_or(clause);
    let says_done = |clause: &str| DONE.iter().any(|done| format!(" {clause} ").contains(done));
    // "Bồn hoa trước sân đẹp, các bồn khác cỏ mọc", "K6, K7 có 1 bài, K9 0"
    let words: Vec<&str> = clause.split(' ').collect();
    let others = matches!(words[0], "cac" | "may" | "nhung" | "nhieu") && words.iter().take(5).any(|word| *word == "khac");
    let none = words.last() == Some(&"0") && words.len() <= 3 && (KINDS.contains(&words[0]) || is_class(words[0]));
    if others && !says_done(clause) && !goes_well(&words) || none {
        return true;
    }
    let Some(kind) = KINDS.iter().find(|kind| clause.starts_with(&format!("{kind} "))) else { return false };
    let of_school = *kind == "diem truong";
    let alike = |first: &str| first.starts_with(&format!("{kind} ")) || of_school && first.starts_with("truong chinh");
    // "… cho khối 3, khối 4, 5 học chung": the part stands at the end of what was done.
    let ends = |first: &str| {
        let words: Vec<&str> = first.split(' ').collect();
        words.len() > 2 && words[words.len() - 2] == *kind && words[words.len() - 1].parse::<u32>().is_ok()
    };
    let rest = clause[kind.len()..].split(' ').filter(|word| word.len() > 1 && word.parse::<u32>().is_err()).count();
    let counted = clause.split(' ').any(|word| word.parse::<u32>().is_ok())
        && !["khoi", "lop", "phong", "tầng", "tang", "to", "dot", "goi"].contains(kind);
    !says_done(clause) && !counted && before.iter().any(|first| says_done(first) && (alike(first) && rest >= 1 || ends(first) && rest >= 2))
}

/// "K9", "6A".
fn is_class(word: &str) -> bool {
    let named = word.strip_prefix(['k', 'l']).unwrap_or(word);
    (1..=3).contains(&named.len()) && named.starts_with(|sign: char| sign.is_ascii_digit()) && word.chars().any(char::is_alphabetic)
}

/// "các lớp khác học tập theo", "các trường khác đến tham quan".
fn goes_well(words: &[&str]) -> bool {
    const WELL: &[&str] = &["theo", "hoc", "tham", "den", "cung", "khen", "trong", "nhu", "de", "tang"];
    words.iter().any(|word| WELL.contains(word)) || words.len() <= 3
}

/// "Đã cử 05 giáo viên tham gia, đến nay 03 đ/c hoàn thành khóa học", "GVCN đã đến nhà 3 em, 2 em đi học lại", "Mua 30 bộ, giao 18 bộ":
/// of those counted first, fewer came to what was meant.
fn fewer_ended(clauses: &[String]) -> bool {
    const BY_NOW: &[&str] = &[" hoan thanh ", " tot nghiep ", " duoc cap ", " nhan bang ", " co bang ", " thi do "];
    const ENDED: &[&str] = &[
        " di hoc lai ",
        " tro lai lop ",
        " ra lop ",
        " nop bai ",
        " nop san pham ",
        " giao ",
        " giao duoc ",
        " ve ",
        " co ho so ",
        " lap xong ",
        " dung duoc ",
        " su dung duoc ",
    ];
    // "Đo 15 phòng, 11 phòng đủ sáng": of things; of people it may be how well some of them did.
    const WELL: &[&str] = &[" du ", " dat ", " tot ", " hoat dong ", " an toan ", " xong ", " dam bao ", " dung duoc "];
    let Some(first) = clauses.first() else { return false };
    counted(first).into_iter().any(|(count, what)| {
        let ended = clauses[1..].iter().filter(|clause| {
            let text = format!(" {clause} ");
            let fits = !matches!(what, "em" | "gv" | "giai" | "lan" | "buoi") && clause.starts_with(|sign: char| sign.is_ascii_digit());
            ENDED.iter().any(|ended| text.contains(ended))
                || fits && WELL.iter().any(|well| text.contains(well))
                || text.starts_with(" den nay ") && BY_NOW.iter().any(|ended| text.contains(ended))
        });
        let of_same = ended.filter_map(|clause| counted(clause).into_iter().find(|(_, other)| *other == what).map(|(count, _)| count));
        let (clauses, sum) = of_same.fold((0, 0), |(clauses, sum), count| (clauses + 1, sum + count));
        clauses > 0 && sum < count
    })
}

/// What a clause counts; pupils are counted by many words, and so are those who teach.
fn counted(clause: &str) -> Vec<(u32, &str)> {
    let words: Vec<&str> = clause.split(' ').collect();
    let what = |word| match word {
        "hs" | "em" | "chau" | "tre" | "trẻ" | "hoc" => "em",
        "gv" | "giao" | "d" | "đ" | "dong" | "nguoi" | "can" | "cb" | "co" => "gv",
        word => word,
    };
    words
        .windows(2)
        .filter_map(|two| Some((two[0].parse().ok().filter(|count| *count > 0)?, what(two[1]))))
        .filter(|(_, what)| what.parse::<u32>().is_err())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_told_without_being_done_is_seen() {
        for text in [
            "Nhà A sơn xong, nhà B sơn lót",
            "Bồn hoa trước phòng hội đồng đẹp, các bồn khác cỏ mọc",
            "Đo 15 phòng, 11 phòng đủ sáng",
            "K6, K7 có 1 bài, K8 có 2 bài, K9 0",
            "Dãy A đã lợp, dãy B bắn mái tuần này",
            "Khối 1, 2, 3 nhập xong; khối 4, 5 nhập tới tuần 12",
            "Trường chính đã nối mạng, điểm trường Khe Lánh ngoài vùng phủ sóng",
            "Xếp được lịch dạy cho khối 3, khối 4, 5 học chung với trường bên",
            "Đã cử 05 giáo viên tham gia, đến nay 03 đ/c hoàn thành khóa học và được cấp chứng chỉ",
            "18 GV có chứng chỉ, 4 GV không tham gia",
            "GVCN đã đến nhà 3 em, 2 em đi học lại, 1 em theo bố mẹ vào Nam",
            "Mua 30 bộ bàn ghế, giao 18 bộ",
            "8 GV đăng ký, 5 GV nộp bài",
            "2 HS khuyết tật, 1 em có hồ sơ",
        ] {
            assert!(leaves_another(text), "{text}");
        }
        for text in [
            "Nhà A đã sơn, nhà B đã sơn",
            "Đã xây dựng thư viện, các trường khác đến tham quan",
            "Đã mua tivi, máy tính và các thiết bị khác",
            "Tỷ lệ bỏ học 0, lưu ban 0",
            "Đã lắp ở dãy A, dãy B, dãy C",
            "Đã sơn dãy A, dãy B phía sau trường",
            "Khối 6, 7 học buổi sáng, khối 8, 9 học buổi chiều",
            "Đã mua 5 máy, phòng máy hoạt động ổn định",
            "Trường đã họp, trường mời phụ huynh dự",
            "Đã cử 05 giáo viên tham gia, 05 đ/c hoàn thành khóa học",
            "Đã cử 3 giáo viên, 2 người đã tốt nghiệp",
            "GVCN đã đến nhà 3 em, cả 3 em đã đi học lại",
            "Mua 30 bộ bàn ghế, giao đợt 1 18 bộ, giao đợt 2 12 bộ",
            "Bồi dưỡng 12 em, 3 em đạt giải",
            "Khám 210 cháu, 9 cháu được cấp thuốc",
        ] {
            assert!(!leaves_another(text), "{text}");
        }
    }
}
