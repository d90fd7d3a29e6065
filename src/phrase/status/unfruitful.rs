//! A clause of a result in, whether nothing came of what was tried, or some of those meant fell away, out: `không có thí sinh nào trúng tuyển`,
//! `4 GV không tham gia`.

/// That none of these came about is well.
const EVILS: &[&str] = &[
    " vi pham ",
    " bỏ hoc ",
    " tai nan ",
    " bao luc ",
    " ngo doc ",
    " yeu ",
    " kem ",
    " khieu ",
    " don thu ",
    " sai ",
    " xay ra ",
    " thieu ",
    " ton ",
    " truong hop ",
    " phat sinh ",
    " nghi hoc ",
    " duong ",
    " muon ",
    " cham ",
    " tre ",
    " mac ",
    " benh ",
    " mu chu ",
    " bi ",
    " no ",
    " ngoai ",
    " khong dat ",
    " chua ",
    " luu ban ",
    " o lai ",
    " ky luat ",
    " phe binh ",
    " trai ",
    " day them ",
];

/// Behind "không … nào": what was hoped for.
const HOPED: &[&str] = &[
    "trung", "trúng", "dat", "do", "đỗ", "duoc", "tham", "đăng", "dang", "nop", "du", "dau", "nhan", "thuc", "lam", "dong", "ung", "cong",
    "trien",
];

/// "Không có thí sinh nào trúng tuyển", "Không ai nộp hồ sơ", "không có hàng", "không đến nhận việc".
pub(super) fn comes_to_nothing(clause: &str) -> bool {
    const ABSENT: &[&str] = &[
        "khong thanh cong",
        "khong co giai",
        "khong dat giai",
        "khong co hang",
        "khong co nguoi",
        "khong co giao vien day",
        "khong co gv day",
        "khong co thi sinh",
        "khong co ung vien",
        "khong co nha thau",
        "khong co nha cung cap",
        "khong co don vi",
        "khong den nhan",
        "khong den lam",
        "khong den lop",
        "khong cap giay",
        "khong cap phep",
        "khong cap kinh phi",
        "khong cap dat",
        "khong bo tri duoc",
        "khong moi duoc",
        "khong mời duoc",
        "khong tham gia duoc",
        "khong phai lop nao",
        "khong phai to nao",
    ];
    const OTHERS: &[&str] =
        &["khong co giai phap", "khong co giai quyet", "khong co hang rao", "khong co hang quan", "khong co don vi nao vi"];
    let text = format!(" {clause} ");
    let words: Vec<&str> = clause.split(' ').collect();
    if EVILS.iter().any(|evil| text.contains(evil)) {
        return falls_through(&words) && !text.contains(" vi pham ");
    }
    let none = words.iter().enumerate().filter(|(_, word)| **word == "khong").any(|(at, _)| {
        let rest = &words[at + 1..];
        let rest = if rest.starts_with(&["co", "ai"]) { &rest[1..] } else { rest };
        if rest.first() == Some(&"ai") {
            return rest.get(1).is_some_and(|next| HOPED.contains(next) || matches!(*next, "den" | "hoc"));
        }
        let nao = rest.iter().position(|word| *word == "nao").filter(|nao| (1..=5).contains(nao));
        nao.and_then(|nao| rest.get(nao + 1)).is_some_and(|next| HOPED.contains(next))
    });
    // "Khoan 2 chỗ đều không có nước"
    let all_failed = words.windows(3).any(|three| three[..2] == ["deu", "khong"] && (HOPED.contains(&three[2]) || three[2] == "co"));
    none || all_failed
        || lacks_means(&words)
        || clause.ends_with(" khong den")
        || falls_through(&words)
        || ABSENT.iter().any(|absent| text.contains(&format!(" {absent} "))) && !OTHERS.iter().any(|other| text.contains(other))
}

/// "Huyện trả lời không còn quỹ đất", "năm nay không có đợt mua sắm tập trung": what the work would need.
fn lacks_means(words: &[&str]) -> bool {
    const MEANS: &[&[&str]] = &[
        &["tien"],
        &["kinh", "phi"],
        &["nguon"],
        &["von"],
        &["quỹ", "dat"],
        &["quy", "dat"],
        &["dat"],
        &["mat", "bang"],
        &["bien", "che"],
        &["chỉ", "tieu"],
        &["chi", "tieu"],
        &["dot", "mua"],
        &["dot", "tuyen"],
    ];
    words.windows(2).enumerate().any(|(at, two)| {
        let lacks = matches!(two, ["khong", "co" | "con" | "du"] | ["chua", "co"]);
        // "không có đất trống", "không có chỉ tiêu nào không đạt" are well.
        lacks
            && MEANS.iter().any(|means| {
                let rest = &words[at + 2..];
                rest.starts_with(means)
                    && !matches!(rest.get(means.len()), Some(&"trong" | &"trồng" | &"nao" | &"du" | &"ton" | &"no" | &"that"))
            })
    })
}

/// "… nên nhà trường chưa nhận hàng", "Công ty từ chối tài trợ", "Ban đại diện CMHS rút lại cam kết".
fn falls_through(words: &[&str]) -> bool {
    const WORKS: &[&str] = &["mua", "nhan", "lam", "thuc", "trien", "to", "sua", "xay", "lap", "bo", "tuyen", "mo", "tham", "du", "cap"];
    const OTHERS: &[&str] = &["cong", "nha", "ubnd", "phu", "don", "huyen", "xa", "so", "phong", "ban", "hoi", "doanh"];
    let therefore = words.iter().position(|word| *word == "nen").is_some_and(|nen| {
        let rest = &words[nen + 1..];
        let denied = rest.iter().take(4).position(|word| matches!(*word, "chua" | "khong"));
        // "Được tặng nên không mua" is another way to the same end.
        denied.is_some_and(|at| {
            rest.get(at + 1)
                .is_some_and(|work| if rest[at] == "chua" { WORKS.contains(work) } else { matches!(*work, "tham" | "du" | "nhan") })
        })
    });
    let refused = words.windows(2).any(|two| matches!(two, ["tu", "choi"] | ["rut", "lai"]));
    let own = matches!(words[..], ["nha", "truong", ..] | ["ban", "giam", ..]);
    therefore || refused && !own && OTHERS.contains(&words[0])
}

/// "4 GV không tham gia", "02 cái không hoạt động", "01 đ/c bỏ giữa chừng", "02 đ/c phải học lại": of those counted, that some fell away.
pub(super) fn counts_fallen(clause: &str) -> bool {
    const FALLEN: &[&[&str]] = &[
        &["khong"],
        &["bỏ", "giua"],
        &["bỏ", "cuoc"],
        &["phai", "hoc", "lai"],
        &["phai", "thi", "lai"],
        &["phai", "lam", "lai"],
        &["xin", "rut"],
        &["xin", "nghi"],
        &["rut"],
        &["truot"],
    ];
    // "3 lớp không còn học nhờ", "5 GV không vi phạm"
    const WELL: &[&str] = &["con", "vi", "bi", "phai", "thuoc", "de", "để", "ke", "tinh", "nhung", "co"];
    // "2 máy không sửa được đã thay mới"
    if EVILS.iter().any(|evil| format!(" {clause} ").contains(evil)) || clause.contains(" da ") {
        return false;
    }
    let words: Vec<&str> = clause.split(' ').collect();
    (0..words.len()).any(|at| {
        words[at].parse::<u32>().is_ok_and(|count| count > 0)
            && (at + 2..words.len().min(at + 5)).any(|behind| {
                FALLEN.iter().any(|fallen| words[behind..].starts_with(fallen))
                    && !(words[behind] == "khong" && words.get(behind + 1).is_none_or(|next| WELL.contains(next)))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::super::words::heard;
    use super::*;

    #[test]
    fn what_came_to_nothing_is_told_from_what_did_not_befall() {
        for text in [
            "không có thí sinh nào trúng tuyển",
            "Thông báo tuyển 2 lần đều không có người dự tuyển",
            "không ai nộp hồ sơ",
            "Không GV nào đạt",
            "không em nào đạt giải",
            "không có giải",
            "cờ tướng không có hàng",
            "Người trúng tuyển không đến nhận việc",
            "Đã đăng tin nhưng không có ai nộp hồ sơ",
            "Giáo viên được điều động không đến",
            "nên không cấp giấy CNQSDĐ",
            "nhà trường không có tiền thay",
            "Kế toán báo tiền chưa về tài khoản nên nhà trường chưa nhận hàng",
            "Công ty từ chối tài trợ",
        ] {
            assert!(comes_to_nothing(&heard(text)), "{text}");
        }
        for text in [
            "Không có học sinh nào bỏ học",
            "Không có giáo viên nào vi phạm",
            "Không ai vi phạm",
            "Không có giải pháp khác",
            "Không có hàng rào cũ",
            "Không để em nào đứt bữa",
            "Không có hộ nào khiếu nại",
            "Tuyên truyền thường xuyên nên không có tai nạn",
            "Học sinh biết từ chối ma túy",
            "Nhà trường từ chối các khoản thu ngoài quy định",
            "Được tặng 5 máy nên không mua",
            "Không còn phòng nào xuống cấp",
        ] {
            assert!(!comes_to_nothing(&heard(text)), "{text}");
        }
        for text in ["4 GV không tham gia", "trong đó 02 cái không hoạt động", "có 01 đ/c bỏ giữa chừng", "02 đ/c phải học lại 1 mô đun"]
        {
            assert!(counts_fallen(&heard(text)), "{text}");
        }
        for text in ["3 lớp không còn học nhờ", "vận động 3 em bỏ học trở lại lớp", "12 GV tham gia", "5 lớp không có học sinh yếu"]
        {
            assert!(!counts_fallen(&heard(text)), "{text}");
        }
    }
}
