//! A text of a result that tells parts of the work one by one in, whether a later part is told without being done out: `Nhà A sơn xong, nhà B sơn lót`.
//!
//! For asking, never for reading.

use super::unfruitful::counts_fallen;
use super::words::heard;
use crate::text::clean;

/// What has parts of its kind; a part is told by the kind's name and its own.
const KINDS: &[&str] = &["khoi", "lop", "phong", "day", "nha", "tang", "khu", "diem truong", "to", "dot", "goi", "hang muc"];
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
    let Some(kind) = KINDS.iter().find(|kind| clause.starts_with(&format!("{kind} "))) else { return false };
    let of_school = *kind == "diem truong";
    let alike = |first: &str| first.starts_with(&format!("{kind} ")) || of_school && first.starts_with("truong chinh");
    // "… cho khối 3, khối 4, 5 học chung": the part stands at the end of what was done.
    let ends = |first: &str| {
        let words: Vec<&str> = first.split(' ').collect();
        words.len() > 2 && words[words.len() - 2] == *kind && words[words.len() - 1].parse::<u32>().is_ok()
    };
    let rest = clause[kind.len()..].split(' ').filter(|word| word.len() > 1 && word.parse::<u32>().is_err()).count();
    let counted =
        clause.split(' ').any(|word| word.parse::<u32>().is_ok()) && !["khoi", "lop", "phong", "tang", "to", "dot", "goi"].contains(kind);
    !says_done(clause) && !counted && before.iter().any(|first| says_done(first) && (alike(first) && rest >= 1 || ends(first) && rest >= 2))
}

/// "Đã cử 05 giáo viên tham gia, đến nay 03 đ/c hoàn thành khóa học": fewer ended than went.
fn fewer_ended(clauses: &[String]) -> bool {
    const ENDED: &[&str] = &[" hoan thanh ", " tot nghiep ", " duoc cap ", " nhan bang ", " co bang ", " thi do "];
    const WHO: &[&str] = &["gv", "giao", "d", "đ", "dong", "nguoi", "can", "cb"];
    let counted = |clause: &str| {
        let words: Vec<&str> = clause.split(' ').collect();
        (0..words.len()).find_map(|at| words[at].parse::<u32>().ok().filter(|_| words.get(at + 1).is_some_and(|who| WHO.contains(who))))
    };
    let Some(sent) =
        clauses.first().filter(|first| first.starts_with("da cu ") || first.starts_with("cu ")).and_then(|first| counted(first))
    else {
        return false;
    };
    clauses[1..].iter().any(|clause| {
        clause.starts_with("den nay ")
            && ENDED.iter().any(|ended| format!(" {clause} ").contains(ended))
            && counted(clause).is_some_and(|ended| ended < sent)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_told_without_being_done_is_seen() {
        for text in [
            "Nhà A sơn xong, nhà B sơn lót",
            "Dãy A đã lợp, dãy B bắn mái tuần này",
            "Khối 1, 2, 3 nhập xong; khối 4, 5 nhập tới tuần 12",
            "Trường chính đã nối mạng, điểm trường Khe Lánh ngoài vùng phủ sóng",
            "Xếp được lịch dạy cho khối 3, khối 4, 5 học chung với trường bên",
            "Đã cử 05 giáo viên tham gia, đến nay 03 đ/c hoàn thành khóa học và được cấp chứng chỉ",
            "18 GV có chứng chỉ, 4 GV không tham gia",
        ] {
            assert!(leaves_another(text), "{text}");
        }
        for text in [
            "Nhà A đã sơn, nhà B đã sơn",
            "Đã lắp ở dãy A, dãy B, dãy C",
            "Đã sơn dãy A, dãy B phía sau trường",
            "Khối 6, 7 học buổi sáng, khối 8, 9 học buổi chiều",
            "Đã mua 5 máy, phòng máy hoạt động ổn định",
            "Trường đã họp, trường mời phụ huynh dự",
            "Đã cử 05 giáo viên tham gia, 05 đ/c hoàn thành khóa học",
            "Đã cử 3 giáo viên, 2 người đã tốt nghiệp",
        ] {
            assert!(!leaves_another(text), "{text}");
        }
    }
}
