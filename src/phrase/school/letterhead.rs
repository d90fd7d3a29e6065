//! The lines of a letterhead in, what of them can name a school out: lines that belong together joined, the state and its motto cut off.

use super::Word;
use crate::text::{fold, is_vietnamese_syllable};

/// The text without the line ends that a letterhead has behind "và": `TRƯỜNG TIỂU HỌC VÀ` and below it `TRUNG HỌC CƠ SỞ`.
pub(super) fn unbroken(text: String) -> String {
    let goes_on = |line: &str| line.ends_with('&') || fold(line).ends_with(" va");
    if !text.contains('\n') || !text.lines().any(goes_on) {
        return text;
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        joined.push_str(line.trim_end());
        joined.push(if goes_on(line.trim_end()) { ' ' } else { '\n' });
    }
    joined
}

/// A short line that is not the next of the letterhead.
pub(super) fn is_second_half(line: &str) -> bool {
    let folded = fold(line);
    let other =
        ["cong hoa", "doc lap", "so ", "ke hoach", "bao cao", "nam hoc", "hoi dong", "to ", "tu danh gia", "danh sach", "phieu", "bieu"];
    (1..=4).contains(&folded.split(' ').count()) && !other.iter().any(|words| folded.starts_with(words))
}

/// "Cơ sở 2 - Trường TH Lê Lợi", "Điểm trường Bản Mới - Trường MN Hoa Ban": behind the place of a school, the school.
pub(super) fn behind_campus(text: &str) -> Option<&str> {
    const PLACES: &[&str] = &["phan hieu ", "diem truong ", "diem le ", "diem ban ", "khu le ", "co so 1", "co so 2", "co so 3", "co so 4"];
    let (place, behind) = [" - ", " – ", ", "].iter().find_map(|dash| text.split_once(dash))?;
    let (place, behind) = (fold(place), behind.trim());
    let school = behind.starts_with("Tr") || behind.starts_with("TR");
    (school && PLACES.iter().any(|known| place.starts_with(known))).then_some(behind)
}

/// Cuts off the name of the state or its motto, which stand to the right of the school's name on many letterheads.
pub(super) fn cut_state(words: &mut Vec<Word<'_>>) {
    const STATE: &[&[&str]] = &[&["cong", "hoa", "xa"], &["doc", "lap", "tu", "do"]];
    let stands = |at: usize| {
        STATE.iter().any(|state| words.len() >= at + state.len() && words[at..].iter().zip(*state).all(|(word, of)| word.folded == *of))
    };
    let end = (0..words.len()).find(|at| stands(*at)).unwrap_or(words.len());
    words.truncate(end);
}

/// Whether what a paper is called, its number, its day or whom it is for stands here, behind a name: `LÊ LỢI TỰ ĐÁNH GIÁ`, `Lê Lợi Số: 12/KH-THCSLL`.
///
/// What follows as a sentence does is none: "Trường THCS Lê Lợi tổ chức hội thi".
pub(super) fn titles_a_paper(words: &[Word<'_>], at: usize) -> bool {
    const PAPERS: &[&str] = &[
        "tự đánh giá",
        "báo cáo",
        "kế hoạch",
        "kính gửi",
        "biên bản",
        "danh sách",
        "danh mục",
        "mã minh chứng",
        "minh chứng",
        "phụ lục",
        "cải tiến",
        "học kỳ",
        "học kì",
        "hội đồng tđg",
        "nhóm công tác",
        "nhóm chuyên",
        "tổ chuyên môn",
        "tổ tự nhiên",
        "tổ xã hội",
        "tổ khoa học",
        "tổ hành chính",
        "tổ văn phòng",
        "tổng hợp",
        "phiếu đánh giá",
        "phiếu tự đánh giá",
        "phiếu khảo sát",
        "biểu mẫu",
        "biểu tổng hợp",
        "tờ trình",
        "quyết định",
        "thông báo",
        "chương trình",
        "phương án",
        "hội đồng tự đánh giá",
        "hội đồng trường",
        "kết quả",
        "cộng hòa",
    ];
    let written = |ahead: usize| words.get(at + ahead).map_or("", |word| word.written);
    let is = |phrase: &&str| {
        phrase.split(' ').enumerate().all(|(ahead, word)| {
            let said = written(ahead).to_lowercase();
            // Typed without marks, or with one in the wrong place.
            said == word || fold(word) == fold(&said) && (said.is_ascii() || !is_vietnamese_syllable(&said))
        })
    };
    let capitals = written(0).chars().all(char::is_uppercase);
    let folded = |ahead: usize| words.get(at + ahead).map_or("", |word| word.folded.as_str());
    let begins_number = |ahead: usize| written(ahead).starts_with(|sign: char| sign.is_ascii_digit());
    let number = folded(0) == "so" && words[at].after.starts_with([':', '.']) && begins_number(1);
    // "BẢNG TỔNG HỢP", but "Bảng La"
    const LISTED: &[&str] = &["tổng", "kế", "theo", "danh", "thống", "mã", "đánh", "phân", "đối", "tự", "báo", "minh"];
    let table = is(&"bảng") && LISTED.contains(&written(1).to_lowercase().as_str());
    let numbered = (is(&"mức") || is(&"mẫu") || is(&"biểu")) && begins_number(1);
    let years = is(&"năm") && written(1).len() == 4 && begins_number(1);
    let quarter = is(&"quý")
        && matches!(folded(1), "i" | "ii" | "iii" | "iv" | "1" | "2" | "3" | "4")
        && (words[at + 1].after.starts_with('/') || folded(2) == "nam");
    let month = is(&"tháng") && begins_number(1) && (written(1).contains('/') || folded(2) == "nam");
    let day = folded(0) == "ngay" && begins_number(1) && (written(1).contains('/') || folded(2) == "thang");
    number || table || numbered || years || quarter || month || day || PAPERS.iter().any(is) || capitals && HEADINGS.iter().any(is)
}

/// Compounds of schools' papers that no name is made of: in capitals they head a paper, in small letters they are said of the school.
const HEADINGS: &[&str] = &[
    "chất lượng",
    "kiểm định",
    "đánh giá",
    "nhiệm vụ",
    "công khai",
    "công tác",
    "tiến độ",
    "theo dõi",
    "thực hiện",
    "tiêu chuẩn",
    "tiêu chí",
    "chỉ tiêu",
    "mục tiêu",
    "nội dung",
    "giải pháp",
    "biện pháp",
    "kinh phí",
    "tài chính",
    "thống kê",
    "tổng kết",
    "sơ kết",
    "đề án",
    "dự án",
    "dự toán",
    "quy chế",
    "quy định",
    "nghị quyết",
    "hướng dẫn",
    "công văn",
    "tờ khai",
    "hồ sơ",
    "phân công",
    "lịch công tác",
    "chuyên môn",
    "ban giám hiệu",
    "giáo viên",
    "học sinh",
    "cán bộ",
    "nhân viên",
    "hiệu trưởng",
    "đăng ký",
    "đạt chuẩn",
    "đạt kiểm định",
    "chuẩn quốc gia",
    "phổ cập",
    "tuyển sinh",
    "thi đua",
    "khen thưởng",
    "bồi dưỡng",
    "rà soát",
    "khảo sát",
    "hoạt động",
    "phong trào",
    "sáng kiến",
    "cơ sở vật chất",
];
