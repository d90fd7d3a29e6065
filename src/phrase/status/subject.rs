//! A text of a result that names its work first in, the statement behind it out: `Hội đồng trường chưa kiện toàn`, `Quy chế đang soạn thảo`.

use super::only::only_some;
use super::parts::PEOPLE;

/// Begin what somebody did; "chưa" and "đang" behind them are said of those it was done to.
pub(super) const DEEDS: &[&str] = &[
    "da", "duoc", "phu", "boi", "ren", "giup", "kem", "ho", "vận", "nhac", "day", "on", "bo", "khac", "kiem", "ra", "lap", "to", "xay",
    "thuc", "trien", "hoan", "tang", "nang", "tap", "tham", "tuyen", "phoi", "quan", "cho", "dam", "bao", "co", "chỉ", "chi", "huong",
    "doi", "sap", "tiep", "mua", "sua", "trang", "theo", "giao", "phan", "cu", "moi", "mời", "lam", "duy", "phat", "tu", "cap", "ban",
    "trao", "thay", "don", "ve", "trong", "trồng", "cham", "chăm", "chấm", "dang", "đăng", "ký", "xem", "thong", "uu", "dieu", "chuyen",
    "gui", "trinh", "de", "để", "luu", "nhap", "cong", "khong", "chua", "se", "du", "100",
];
/// Begin other deeds, or sentences that are no subject at all.
const OTHERS: &[&str] = &[
    "thanh", "danh", "đanh", "khen", "khuyen", "kien", "lat", "son", "long", "mo", "nhan", "rut", "san", "soan", "su", "tao", "thu",
    "thue", "tiet", "tim", "tong", "ung", "xet", "xin", "xu", "yeu", "phe", "in", "ke", "gan", "giang", "giam", "han", "do", "vi", "neu",
    "khi", "mac", "tuy", "hien", "van", "con", "chờ", "hoãn", "sang", "qua", "nhung", "moi", "tat", "toan", "cac", "vượt", "lien", "quyen",
    "dung", "dừng", "bị", "bi", "den", "tinh", "trong", "thoi", "nam", "thang", "hk", "hki", "hkii", "het", "xong", "mot", "nhieu", "chưa",
    "tang", "hoc", "tre", "trẻ", "hs", "gv", "lang",
];
/// Things that begin as deeds do.
pub(super) const THINGS: &[&str] = &[
    "don vi thi cong",
    "cong trinh",
    "cong viec",
    "ho so",
    "ke hoach",
    "cơ so vat chat",
    "bao cao",
    "de an",
    "du an",
    "trang thiet bi",
    "tu sach",
    "to chuyên mon",
    "kinh phi",
    "chuyên de",
    "hoi thao",
    "hoi dong",
    "hoi nghi",
    "thu viện",
    "ban ghe",
    "phan mem",
    "nha truong",
];
/// Begin the statement.
const STATE: &[&str] = &[
    "chua", "dang", "khong", "hoãn", "lui", "du", "tam", "chờ", "van", "sap", "bi", "ngung", "dừng", "da", "duoc", "doi", "chuyen", "se",
    "huy",
];
/// Said of how good it is, which is no state of the work.
const QUALITIES: &[&str] = &["hieu qua", "chat luong", "ket qua", "ty le", "so luong", "muc do", "trinh do", "y thuc", "nhan thuc"];

/// Behind "đang": what is in use is done.
const IN_USE: &[&str] = &["hoat", "su", "vận", "phat", "duy", "khai", "duoc", "o", "rat", "dan"];

/// What stands behind the subject of a short text; `None` where none is sure to stand first.
pub(super) fn behind_subject(folded: &str) -> Option<String> {
    let words: Vec<&str> = folded.split(' ').collect();
    let first = words.first()?;
    // "Giáo viên đang thực hiện"
    let at_work = words.len().checked_sub(3).filter(|at| (1..=4).contains(at) && is_at_work(&words[*at..]));
    if let Some(at) = at_work.filter(|at| words[..*at].iter().any(|word| PEOPLE.contains(word))) {
        return Some(words[at..].join(" "));
    }
    // "Bồi dưỡng HSG đang tiến hành": a deed as the name of the work.
    if let Some(said) = behind_deed(&words) {
        return Some(said);
    }
    let named = THINGS.iter().any(|thing| folded.starts_with(&format!("{thing} ")));
    if !named && (DEEDS.contains(first) || OTHERS.contains(first) || first.starts_with(|sign: char| sign.is_ascii_digit())) {
        return None;
    }
    let at = (1..words.len().min(7)).find(|at| {
        // "Thiết bị mới nhận được một nửa", "trường mới được xây"; "huy động"
        if words[*at] == "moi" {
            return words.get(at + 1) != Some(&"duoc") && only_some(&words[*at..].join(" "));
        }
        // "Phòng chờ giáo viên"
        if words[*at] == "chờ" && matches!(words[*at - 1], "phong" | "nha" | "sanh" | "san") {
            return false;
        }
        if words[*at] == "huy" {
            return words.get(at + 1).is_none_or(|next| matches!(*next, "bỏ" | "do" | "vi"));
        }
        if words[*at] == "con" {
            return matches!(words.get(at + 1), Some(&"thieu" | &"nhieu" | &"dở" | &"cham" | &"dang"));
        }
        STATE.contains(&words[*at])
            && (words[*at] != "du" || words.get(at + 1) == Some(&"kien"))
            && (words[*at] != "tam" || matches!(words.get(at + 1), Some(&"ngung" | &"dừng" | &"hoãn")))
    })?;
    let subject = words[..at].join(" ");
    // "Tường rào xong, cổng trường chưa": more than one statement.
    let more =
        words[..at].iter().any(|word| matches!(*word, "xong" | "thanh" | "lai" | "du" | "con" | "roi") || word.parse::<u32>().is_ok());
    let people = words[..at].iter().any(|word| PEOPLE.contains(word));
    let told = matches!(words[at], "da" | "duoc")
        || people && words[at] != "se"
        || QUALITIES.iter().any(|quality| subject.starts_with(quality)) && !matches!(words[at..], ["chua" | "khong", "dat", ..]);
    let in_use = words[at] == "dang"
        && words.get(at + 1).is_some_and(|next| IN_USE.contains(next))
        && !matches!(words[at + 1..], ["duoc", "thuc" | "trien" | "sua" | "xay" | "thi" | "lap", ..]);
    // However long the reason is: "Gói thầu bị hủy vì không có nhà thầu tham gia".
    let reason = (at + 1..words.len())
        .find(|at| matches!(words[*at], "vi" | "theo") || words[*at] == "do" && !matches!(words[*at - 1], "tien" | "muc"));
    (!told && !more && !in_use && reason.unwrap_or(words.len()) - at <= 7).then(|| words[at..].join(" "))
}

/// Says nothing but how far the work is.
fn is_at_work(words: &[&str]) -> bool {
    matches!(words, ["dang", "thuc", "hien"] | ["dang", "trien", "khai"] | ["dang", "hoan", "thien"])
}

/// The statement behind a work that is named by its deed, where it can be said of nobody.
fn behind_deed(words: &[&str]) -> Option<String> {
    const GOES: &[&str] = &["thuc", "trien", "tien", "to", "dau", "xin", "trinh", "deu", "viet", "soan", "chinh", "chờ"];
    if !DEEDS.contains(&words[0]) || matches!(words[0], "da" | "chua" | "khong" | "se" | "du" | "duoc" | "co" | "dang" | "cham" | "100") {
        return None;
    }
    let at = (2..words.len().min(8)).find(|at| matches!(words[*at], "chua" | "dang" | "khong"))?;
    let people = words[..at].iter().any(|word| PEOPLE.contains(word));
    let next = at + 1 + usize::from(words.get(at + 1) == Some(&"duoc"));
    (!people && words.len() - at <= 5 && !matches!(words[at - 1], "do" | "vi") && words.get(next).is_some_and(|next| GOES.contains(next)))
        .then(|| words[at..].join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::words::heard;
    use super::*;

    #[test]
    fn the_statement_behind_a_subject_is_found() {
        for (text, rest) in [
            ("Hội đồng trường chưa kiện toàn", "chua kien toan"),
            ("Quy chế đang soạn thảo", "dang soan thao"),
            ("Hội thảo hoãn vì dịch", "hoãn vi dich"),
            ("CLB tạm ngưng sinh hoạt", "tam ngung sinh hoat"),
            ("Kế hoạch chưa được duyệt", "chua duoc duyet"),
            ("Hội thảo dự kiến tháng 4", "du kien thang 4"),
        ] {
            assert_eq!(behind_subject(&heard(text)).as_deref(), Some(rest), "{text}");
        }
        for text in [
            "Học sinh chưa ngoan được nhắc nhở",
            "Phụ đạo học sinh chưa đạt chuẩn",
            "Thanh lý tài sản không còn sử dụng",
            "Hội thảo đã tổ chức, chưa quyết toán",
            "Chất lượng chưa cao",
            "Giáo viên chưa đạt chuẩn đã đi học",
            "Kế hoạch đã duyệt, chưa thực hiện",
        ] {
            assert_eq!(behind_subject(&heard(text)), None, "{text}");
        }
    }
}
