//! What others or circumstances did to a work in, how far it has come out: `Không được phê duyệt` is not begun, `Gặp khó khăn` is under way.

use super::only::only_some;
use super::words::heard;
use crate::model::Status;

/// What keeps a work from being begun at all.
const REFUSED: &[&str] = &[
    "bi tu choi",
    "bi cat",
    "bi loai",
    "bi gach",
    "bi bỏ",
    "duoc cat khoi",
    "da cat khoi",
    "bi dua ra khoi",
    "dua ra khoi",
    "rut khoi",
    "khong duoc duyet",
    "khong duoc phe duyet",
    "khong duoc chap thuan",
    "khong duoc dong y",
    "khong duoc cho phep",
    "khong duoc cap",
    "khong duoc giao",
    "khong duoc bo tri",
    "khong duoc ho tro",
    "khong duoc giai quyet",
    "khong duoc xem xet",
    "khong thuoc tham quyen",
    "khong thuoc trach nhiem",
    "khong thuoc nhiem vu",
    "khong thuoc chuc nang",
    "khong thuoc pham vi",
    "khong phai trach nhiem",
    "khong phai nhiem vu",
    "ngoai tham quyen",
    "vuot tham quyen",
    "ngoai kha nang",
    "vuot kha nang",
    "vuot qua kha nang",
    "nam ngoai kha nang",
    "qua kha nang",
    "khong phai thuc hien",
    "khong phai trien khai",
    "khong phai lam",
    "khong con phai",
];

/// What hinders a work that goes on.
const HINDERED: &[&str] = &[
    "vuong",
    "bi vuong",
    "bi tra",
    "gap kho khan",
    "gap nhieu kho khan",
    "con gap kho khan",
    "con gap nhieu kho khan",
    "con kho khan",
    "con nhieu kho khan",
    "con han che",
    "con mot so han che",
    "kho thuc hien",
    "kho trien khai",
    "rat kho thuc hien",
    "keo dai sang",
    "keo dai den",
    "keo dai thoi gian thuc hien",
];

/// What a school lacks, and not how many of it: "Thiếu 2 máy" is a part.
const MEANS: &[&str] = &[
    "von",
    "nguon von",
    "nguon luc",
    "nguon",
    "nhan su",
    "nhan luc",
    "giao vien",
    "gv",
    "can bo",
    "nhan vien",
    "nguoi",
    "dat",
    "quỹ dat",
    "mat bang",
    "phong hoc",
    "co so vat chat",
    "csvc",
    "dieu kien",
    "thoi gian",
];

/// The status that such words state at the beginning of a text; `None` for all others.
pub(super) fn barred(folded: &str) -> Option<Status> {
    let begins = |phrases: &[&str]| phrases.iter().any(|phrase| folded == *phrase || folded.starts_with(&format!("{phrase} ")));
    // "Hai chuyến đi đều bị huỷ vì mưa bão", "Trường bạn xin rút nên thôi"
    let all_dropped = [" deu bi huy", " deu huy", " deu bi hoãn", " deu hoãn", " deu khong thuc hien", " deu khong to chuc"];
    let said = format!(" {folded} ");
    if all_dropped.iter().any(|words| said.contains(words))
        || said.ends_with(" nen thoi ")
        || said.ends_with(" nen bỏ ") && !said.contains(" da ")
    {
        return Some(Status::NotStarted);
    }
    // "Vẫn dùng phòng cũ": what was to be replaced still is in use.
    let still = ["van dung ", "van su dung ", "van con dung ", "van phai dung ", "van hoc ", "van lam viec "];
    let in_old = still.iter().any(|words| folded.starts_with(words)) && folded.split(' ').any(|word| matches!(word, "cũ" | "cu"));
    let as_before = folded.starts_with("van ") && (folded.ends_with(" nhu cũ") || folded.ends_with(" nhu cu"));
    if in_old
        || as_before
        || begins(REFUSED)
        || matches!(folded, "bỏ" | "bo")
        || is_disagreed(folded)
        || finds_nobody(folded)
        || lacks_means(folded)
    {
        return Some(Status::NotStarted);
    }
    let came_through = [" da ", " hoan thanh", " xong"].iter().any(|words| folded.contains(words));
    ((begins(HINDERED) && !folded.contains(" nen chua ") || is_extended(folded)) && !came_through
        || prepares(folded)
        || only_some(folded)
        || needs_more(folded)
        || lasts(folded))
    .then_some(Status::InProgress)
}

/// "Cần bổ sung thêm 2 GV", "Cần có thêm kinh phí": what is needed is not there. "Chưa chậm so với kế hoạch" goes on.
fn needs_more(folded: &str) -> bool {
    const NEEDS: &[&str] = &[
        "bo sung",
        "co them",
        "co kinh phi",
        "mua",
        "them",
        "trang bi",
        "sua",
        "xay",
        "thay",
        "ho tro",
        "kinh phi",
        "duoc ",
        "tiep tuc",
        "hoan thien",
        "day nhanh",
    ];
    const NOT_LATE: &[&str] = &["cham", "bi cham", "tre han", "qua han"];
    let begins = |words: &[&str], rest: &str| words.iter().any(|words| rest.starts_with(words));
    let needed = ["rat can ", "van can ", "con can ", "can phai ", "can "].iter().find_map(|lead| folded.strip_prefix(lead));
    needed.is_some_and(|rest| begins(NEEDS, rest) && !format!("{rest} ").contains(" da "))
        || folded.strip_prefix("chua ").is_some_and(|rest| begins(NOT_LATE, rest) && !rest.starts_with("cham soc"))
}

/// "UBND xã không đồng ý", "Phụ huynh không đồng thuận".
fn is_disagreed(folded: &str) -> bool {
    const OTHERS: &[&str] = &["ubnd", "uy ban", "cap tren", "phu huynh", "cha me", "cmhs", "phong", "so", "dia phuong", "xa", "huyen"];
    const REFUSALS: &[&str] =
        &["dong y", "dong thuan", "chap thuan", "phe duyet", "duyet", "nhat tri", "cho phep", "cap kinh phi", "bo sung", "bo tri", "cap"];
    let refuses = folded.split_once(" khong ").is_some_and(|(who, what)| {
        who.split(' ').count() <= 5 && REFUSALS.iter().any(|refusal| what == *refusal || what.starts_with(&format!("{refusal} ")))
    });
    refuses && OTHERS.iter().any(|other| folded.starts_with(&format!("{other} ")))
}

/// "Không có học sinh đăng ký"; that nobody left school is another matter.
fn finds_nobody(folded: &str) -> bool {
    folded.strip_prefix("khong co ").is_some_and(|rest| {
        rest.split(' ').count() <= 7
            && ["đăng ký", "dang ky", "tham gia", "tham du", "du tuyen", "ung tuyen", "dau thau"]
                .iter()
                .any(|deed| rest.ends_with(&format!(" {deed}")))
    })
}

/// "Thiếu giáo viên", and no more.
fn lacks_means(folded: &str) -> bool {
    folded.strip_prefix("thieu ").is_some_and(|rest| {
        MEANS.iter().any(|means| rest == *means || rest.strip_prefix(means).is_some_and(|more| more.starts_with(' ')))
            && rest.split(' ').count() <= 4
            && !rest.contains(" da ")
            && !rest.contains(" nen ")
    })
}

/// "Xin gia hạn", "Gia hạn đến tháng 3"; "Gia hạn hợp đồng" is a deed of its own.
fn is_extended(folded: &str) -> bool {
    const UNTIL: &[&str] = &["den", "toi", "them", "sang", "thoi gian", "thoi han", "tien do", "qua"];
    let rest = ["xin ", "de nghi ", "duoc "].iter().find_map(|lead| folded.strip_prefix(lead)).unwrap_or(folded);
    rest.strip_prefix("gia han")
        .is_some_and(|rest| rest.is_empty() || UNTIL.iter().any(|until| format!("{rest} ").starts_with(&format!(" {until} "))))
}

/// "Chuẩn bị triển khai"; "chuẩn bị tốt cơ sở vật chất" is a deed of its own.
pub(super) fn prepares(folded: &str) -> bool {
    const NEXT: &[&str] = &[
        "thuc hien",
        "trien khai",
        "khoi cong",
        "thi cong",
        "tien hanh",
        "dau thau",
        "xay dung",
        "sua",
        "mua sam",
        "nghiem thu",
        "ban giao",
        "hoan thanh",
        "lap dat",
        "mua",
        "lam",
        "to chuc",
        "ky hop dong",
        "ký hop dong",
    ];
    let rest = folded.strip_prefix("sap ").unwrap_or(folded);
    rest.strip_prefix("chuan bi ").is_some_and(|rest| NEXT.iter().any(|next| rest == *next || rest.starts_with(&format!("{next} "))))
}

/// "Triển khai được 2 tháng": how long it has gone on says that it goes on.
fn lasts(folded: &str) -> bool {
    let rest = folded.strip_prefix("da ").unwrap_or(folded);
    let rest = ["trien khai duoc ", "thuc hien duoc ", "lam duoc ", "thi cong duoc "].iter().find_map(|work| rest.strip_prefix(work));
    rest.is_some_and(|rest| {
        let words: Vec<&str> = rest.split(' ').collect();
        matches!(words[..], [count, "thang" | "tuan" | "ngay"] if count.parse::<u8>().is_ok())
    })
}

/// "Chưa đủ kinh phí, mới mua được 3 bộ": behind the lack, what was got all the same.
pub(super) fn buys_some(text: &str) -> bool {
    let counted = |clause: &str| clause.split(' ').any(|word| word.parse::<u32>().is_ok_and(|count| count > 0));
    let clauses = text.split([',', ';', '.', '\n']).skip(1).map(heard);
    clauses.into_iter().any(|clause| {
        let got = ["moi ", "chỉ ", "da ", "truoc mat "].iter().any(|lead| clause.starts_with(lead)) && clause.contains(" duoc ");
        got && counted(&clause) && !clause.contains(" chua ")
    })
}

/// "Chưa có kinh phí": under what is done, that nothing was.
pub(super) fn lacks_money(folded: &str) -> bool {
    [
        "chua co kinh phi",
        "chua duoc cap kinh phi",
        "chua bo tri duoc kinh phi",
        "chua bo tri kinh phi",
        "chua co nguon kinh phi",
        "chua du kinh phi",
        "chua nhan duoc kinh phi",
        "kinh phi chua",
        "do kinh phi",
        "vi kinh phi",
        "do nguon kinh phi",
    ]
    .iter()
    .any(|words| folded.starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bars_or_hinders_the_work_is_no_work_done() {
        for text in [
            "bo",
            "bi tu choi",
            "khong duoc phe duyet",
            "ubnd xa khong dong y",
            "phu huynh khong dong thuan chu truong",
            "khong co hoc sinh dang ky",
            "thieu giao vien",
            "thieu nhan luc",
            "ngoai kha nang cua truong",
            "khong phai thuc hien",
        ] {
            assert_eq!(barred(&heard(text)), Some(Status::NotStarted), "{text}");
        }
        for text in [
            "vuong co che",
            "gap nhieu kho khan",
            "kho thuc hien",
            "chuan bi khoi cong",
            "xin gia han",
            "gia han den thang 3",
            "keo dai sang hkii",
            "chi lam duoc 2 phong",
            "moi co 3 gv di hoc",
            "trien khai duoc 2 thang",
            "cần bổ sung thêm 2 giáo viên",
            "vẫn cần mua thêm",
            "chưa chậm so với kế hoạch",
        ] {
            assert_eq!(barred(&heard(text)), Some(Status::InProgress), "{text}");
        }
        for text in [
            "bo sung 5 may tinh",
            "khong co hoc sinh bo hoc",
            "chuan bi tot co so vat chat",
            "chi dao duoc 5 to",
            "giup hoc sinh gap kho khan",
            "thieu 2 may",
            "bo tri duoc phong hoc",
            "khong de hoc sinh nghi hoc",
            "thuc hien duoc 2 chuyen de",
            "thang 10 moi thuc hien xong",
            "gap kho khan nhung da hoan thanh",
            "gia han hop dong bao ve",
            "căn cứ kế hoạch, đã mua",
            "cân đo trẻ",
            "cần mua gì đã mua đủ",
        ] {
            assert_eq!(barred(&heard(text)), None, "{text}");
        }
    }
}
