//! A line above a table in, what paper it names out: the plan to improve quality and its reports, or another of the many papers of a school.

use super::grid::{Grid, Row};
use crate::text::{fold, holds_words, opens_with_words};

/// A longer line is a sentence.
const LONGEST: usize = 140;

/// Openings that name no paper of ours, whatever follows, but for what `OURS` holds.
const OF_OTHERS: &[&str] = &[
    "so theo doi",
    "so dang ky",
    "danh sach",
    "co so du lieu",
    "phan cong nhiem vu",
    "phan cong cong tac",
    "phan cong chuyen mon",
    "quyet toan",
    "thuc trang",
    "lich cong tac",
    "lich hop",
    "lich kiem tra",
    "lich truc",
    "bien ban",
    "theo doi kien nghi",
    "chuan hieu truong",
    "chuan nghe nghiep",
    "thoi khoa bieu",
    "noi quy",
    "cong khai",
    "bang luong",
    "bang cham cong",
    "bang diem",
    "so diem",
    "bao gia",
];

/// Openings of ours and of others, told apart by what follows: "KẾ HOẠCH KIỂM TRA NỘI BỘ" is of others, "KẾ HOẠCH THỰC HIỆN NĂM HỌC" is not.
const OF_EITHER: &[&str] = &[
    "ke hoach",
    "bao cao",
    "danh gia",
    "tu danh gia",
    "ket qua",
    "theo doi",
    "thong ke",
    "bang",
    "du toan",
    "phieu",
    "phan cong",
    "lich",
    "chuong trinh",
    "dang ky",
    "danh muc",
    "tong hop",
];

/// Plans of a time, not of a purpose: "KẾ HOẠCH CÔNG TÁC THÁNG 12", "KẾ HOẠCH GIÁO DỤC NHÀ TRƯỜNG". What may follow "kế hoạch", up to the time.
const OF_TIME: &[&[&str]] = &[
    &["nam", "hoc"],
    &["nam"],
    &["thang"],
    &["tuan"],
    &["hoc", "ky"],
    &["hoc", "ki"],
    &["giao", "duc", "nha", "truong"],
    &["giao", "duc", "cua", "nha", "truong"],
    &["giao", "duc", "nam", "hoc"],
];

/// What only papers of ours speak of.
const OURS: &[&str] = &[
    "cai tien",
    "ctcl",
    "chat luong giao duc",
    "kiem dinh",
    "kdclgd",
    "tieu chuan",
    "tieu chi",
    "minh chung",
    "chi bao",
    "muc 4",
    "thuc hien ke hoach",
    "thuc hien cong viec",
    "chuan quoc gia",
    "diem yeu",
    "danh gia ngoai",
    "bieu",
    "phan iv",
    "phan vi",
];

/// What may follow the openings in a paper of ours.
const NEUTRAL: &[&str] = &[
    "phan cong",
    "lich",
    "chuong trinh",
    "dang ky",
    "phuong huong khac phuc",
    "co so vat chat",
    "tu danh gia",
    "nhiem vu trong tam",
    "thong tu",
    "quyet dinh",
    "nam hoc truoc",
    "ke hoach",
    "bao cao",
    "danh gia",
    "ket qua",
    "thuc hien",
    "theo doi",
    "thong ke",
    "du toan",
    "kinh phi",
    "trien khai",
    "hanh dong",
    "nam hoc",
    "hoc ky",
    "hoc ki",
    "ca nam",
    "cuoi nam",
    "dau nam",
    "giua nam",
    "cuoi ky",
    "giai doan",
    "tien do",
    "tong hop",
    "cong viec",
    "noi dung",
    "nhiem vu",
    "giai phap",
    "bien phap",
    "khac phuc",
    "phan dau",
    "han che",
    "ton tai",
    "hoat dong",
    "nha truong",
    "mam non",
    "mau giao",
    "tieu hoc",
    "thcs",
    "trung hoc",
    "co so",
    "don vi",
    "ra soat",
    "dieu chinh",
    "bo sung",
    "de xuat",
    "chi tiet",
    "cu the",
    "nang cao",
    "xay dung",
    "chat luong",
    "giao duc",
    "phat trien",
    "chien luoc",
    "cong tac",
    "trong tam",
    "muc tieu",
    "chi tieu",
    "thoi gian",
    "du kien",
    "bang",
    "phieu",
    "phu luc",
    "truong",
    "thang",
    "quy",
    "muc",
    "dat",
    "cua",
    "cho",
    "cac",
    "tung",
    "hang",
    "nam",
    "ky",
    "ki",
    "hk",
    "hki",
    "hkii",
    "i",
    "ii",
    "tt",
    "so",
    "ngay",
    "den",
    "tu",
    "va",
    "theo",
    "trong",
    "lan",
    "mau",
    "moi",
    "chung",
    "viec",
    "ve",
    "su",
];

/// What stands behind "trường" in the name of one, which ends a title.
const KINDS: &[&str] = &["mam", "mau", "mn", "mg", "tieu", "th", "thcs", "trung", "ptdtbt", "pt", "pho", "lien"];

/// What a line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    Ours,
    /// A plan of the whole school year: another paper beside a plan to improve, and where that is missing perhaps what the school took for it.
    OfYear,
    Other,
}

/// `None` where the line names no paper at all.
pub(super) fn paper(line: &str) -> Option<Paper> {
    if line.chars().count() > LONGEST || line.chars().next().is_some_and(char::is_lowercase) {
        return None;
    }
    let folded = fold(line);
    let opens = |openings: &[&str]| openings.iter().any(|opening| opens_with_words(&folded, opening));
    let (others, either) = (opens(OF_OTHERS), opens(OF_EITHER));
    if !others && !either {
        return None;
    }
    if OURS.iter().any(|words| holds_words(&folded, words)) {
        return Some(Paper::Ours);
    }
    if others {
        return Some(Paper::Other);
    }
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.contains(|letter: char| letter.is_ascii_digit())).collect();
    if is_of_time(&words) {
        return Some(Paper::OfYear);
    }
    let named = words.windows(2).position(|pair| pair[0] == "truong" && KINDS.contains(&pair[1]));
    let words = &words[..named.unwrap_or(words.len())];
    // One word more is a slip of the hand, or the name of a place.
    Some(if strange(words) >= 2 { Paper::Other } else { Paper::Ours })
}

/// "KẾ HOẠCH NĂM HỌC", "KẾ HOẠCH CÔNG TÁC THÁNG 12/2023", "KẾ HOẠCH GIÁO DỤC NHÀ TRƯỜNG NĂM HỌC".
fn is_of_time(words: &[&str]) -> bool {
    let Some(rest) = words.strip_prefix(&["ke", "hoach"]) else { return false };
    let works = [&["cong", "tac"][..], &["hoat", "dong"]].into_iter().find_map(|works| rest.strip_prefix(works));
    let rest = works.unwrap_or(rest);
    let time = OF_TIME.iter().filter_map(|time| rest.strip_prefix(*time)).min_by_key(|behind| behind.len());
    time.is_some_and(|behind| behind.iter().all(|word| ["nam", "hoc", "ky", "ki", "i", "ii", "thang", "tuan", "va", "den"].contains(word)))
}

/// How many words are none that may stand in the title of a paper of ours.
fn strange(words: &[&str]) -> usize {
    let mut count = 0;
    let mut rest = words;
    while let [_, after @ ..] = rest {
        let known = NEUTRAL.iter().map(|neutral| neutral.split(' ')).filter_map(|neutral| {
            let length = neutral.clone().count();
            rest.get(..length).is_some_and(|opening| neutral.eq(opening.iter().copied())).then_some(length)
        });
        match known.max() {
            Some(length) => rest = &rest[length..],
            None => (count, rest) = (count + 1, after),
        }
    }
    count
}

/// Whether the nearest title above the row at `at` names a paper of others, and the rows below it speak of no criteria.
pub(super) fn of_another_paper(grid: &Grid, at: usize, body: &[Row]) -> bool {
    /// Works of the table above may be called like papers.
    const FEWEST_OF_A_TABLE: usize = 3;
    let above = grid.rows[..at].iter().rev().take_while(|row| row.cells.len() < FEWEST_OF_A_TABLE);
    let cells = above.flat_map(|row| row.cells.iter().rev());
    let title = cells.map(|cell| cell.text.as_str()).find_map(paper);
    let named = body.iter().flat_map(|row| &row.cells).any(|cell| {
        let folded = fold(&cell.text);
        let numbered = |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit());
        let coded =
            || folded.split_once('.').is_some_and(|(standard, number)| standard.len() == 1 && numbered(standard) && numbered(number));
        ["tieu chuan ", "tieu chi "].iter().any(|word| folded.split_once(word).is_some_and(|(_, rest)| numbered(rest))) || coded()
    });
    title == Some(Paper::Other) && !named
}

/// Where a folded line begins to name a report on a plan, whatever the report is called: "bao cao thuc hien ke hoach", "tien do thuc hien ke hoach".
pub(super) fn reports_on_a_plan(folded: &str) -> Option<usize> {
    const REPORTS: &[&str] = &["bao cao", "ket qua", "tinh hinh", "tien do", "theo doi"];
    let before = &folded[..folded.find(" thuc hien ke hoach")?];
    REPORTS.iter().find_map(|words| before.strip_suffix(words)).map(str::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_told_apart_by_what_they_are_called() {
        for line in [
            "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG",
            "BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH HỌC KỲ I",
            "BÁO CÁO KẾT QUẢ THỰC HIỆN NĂM HỌC 2023-2024",
            "KẾ HOẠCH KHẮC PHỤC HẠN CHẾ SAU ĐÁNH GIÁ NGOÀI",
            "KẾ HOẠCH THỰC HIỆN NHIỆM VỤ TRỌNG TÂM",
            "BẢNG TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
            "TỰ ĐÁNH GIÁ NĂM HỌC 2023-2024",
            "Kế hoạch nâng cao chất lượng giáo dục của nhà trường",
            "KẾ HOẠCH XÂY DỰNG TRƯỜNG CHUẨN QUỐC GIA",
            "Theo dõi tiến độ thực hiện các nhiệm vụ",
            "DANH SÁCH CÁC TIÊU CHÍ CẦN CẢI TIẾN",
            "PHÂN CÔNG THỰC HIỆN KẾ HOẠCH CẢI TIẾN",
            "KẾ HOẠCH",
            "LỊCH THỰC HIỆN",
            "PHÂN CÔNG THỰC HIỆN CÁC NHIỆM VỤ",
            "CHƯƠNG TRÌNH HÀNH ĐỘNG NĂM HỌC 2023-2024",
            "ĐĂNG KÝ NỘI DUNG CẢI TIẾN",
            "DỰ TOÁN KINH PHÍ THỰC HIỆN",
            "KẾ HOẠCH HÀNH ĐỘNG NĂM HỌC 2023-2024 CỦA TRƯỜNG TIỂU HỌC LÊ LAI",
        ] {
            assert_ne!(paper(line), Some(Paper::Other), "{line}");
        }
        for line in [
            "KẾ HOẠCH KIỂM TRA NỘI BỘ",
            "KẾ HOẠCH TỔ CHỨC HỘI THI",
            "KẾ HOẠCH BỒI DƯỠNG THƯỜNG XUYÊN",
            "QUYẾT TOÁN THU CHI",
            "THEO DÕI KIẾN NGHỊ SAU KIỂM TRA",
            "PHÂN CÔNG NHIỆM VỤ",
            "Sổ theo dõi văn bản",
            "DANH SÁCH HỌC SINH KHUYẾT TẬT",
            "ĐÁNH GIÁ MỨC ĐỘ CHUYỂN ĐỔI SỐ",
            "ĐÁNH GIÁ ĐƠN VỊ HỌC TẬP",
            "TỰ ĐÁNH GIÁ XÂY DỰNG TRƯỜNG HỌC HẠNH PHÚC",
            "ĐÁNH GIÁ GIÁO VIÊN THEO CHUẨN NGHỀ NGHIỆP",
            "CHUẨN HIỆU TRƯỞNG",
            "THỰC TRẠNG CƠ SỞ VẬT CHẤT",
            "LỊCH CÔNG TÁC THÁNG 1/2024",
            "ĐĂNG KÝ THI ĐUA",
            "KẾ HOẠCH PHÒNG CHỐNG TAI NẠN THƯƠNG TÍCH",
            "BÁO CÁO CÔNG TÁC Y TẾ TRƯỜNG HỌC",
            "DANH MỤC MUA SẮM THIẾT BỊ NĂM 2023",
            "TỔNG HỢP KẾT QUẢ THI ĐUA HỌC KỲ I",
            "CÔNG KHAI CAM KẾT CHẤT LƯỢNG",
        ] {
            assert_eq!(paper(line), Some(Paper::Other), "{line}");
        }
        for line in [
            "KẾ HOẠCH NĂM HỌC 2023-2024",
            "KẾ HOẠCH CÔNG TÁC THÁNG 12/2023",
            "KẾ HOẠCH THÁNG 11 NĂM 2023",
            "KẾ HOẠCH HOẠT ĐỘNG TUẦN 15",
            "KẾ HOẠCH GIÁO DỤC NHÀ TRƯỜNG NĂM HỌC 2023-2024",
            "KẾ HOẠCH CÔNG TÁC HỌC KỲ I NĂM HỌC 2023-2024",
        ] {
            assert_eq!(paper(line), Some(Paper::OfYear), "{line}");
        }
        for line in [
            "DANH MỤC MINH CHỨNG",
            "DANH MỤC CÔNG VIỆC",
            "TỔNG HỢP KẾT QUẢ THỰC HIỆN",
            "KẾ HOẠCH HÀNH ĐỘNG NĂM HỌC",
            "KẾ HOẠCH NĂM HỌC CẢI TIẾN CHẤT LƯỢNG",
        ] {
            assert_eq!(paper(line), Some(Paper::Ours), "{line}");
        }
        for line in [
            "TRƯỜNG TIỂU HỌC LÊ LAI",
            "Năm học 2023-2024",
            "I. Công tác tổ chức",
            "ĐVT: triệu đồng",
            "(Kèm theo Kế hoạch số 12)",
            "kế hoạch kiểm tra nội bộ",
        ] {
            assert_eq!(paper(line), None, "{line}");
        }
    }

    #[test]
    fn a_report_on_a_plan_is_called_in_many_ways() {
        for line in ["bao cao thuc hien ke hoach cai tien", "bieu 2 tien do thuc hien ke hoach", "bao cao ket qua thuc hien ke hoach"] {
            assert!(reports_on_a_plan(line).is_some(), "{line}");
        }
        for line in ["phan cong viec thuc hien ke hoach", "ke hoach thuc hien cai tien", "ke hoach cai tien va ket qua thuc hien"] {
            assert_eq!(reports_on_a_plan(line), None, "{line}");
        }
    }
}
