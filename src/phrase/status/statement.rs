//! What a text of a result states in its own words in, the status it means out: `Đã ký hợp đồng, đang thi công` is under way.

use super::barred::barred;
use super::clause::leaves_a_part;
use super::denied::{behind_leads, denied};
use super::later::{expects_end, is_for_later, is_moved, is_put_off};
use super::left_open::is_left_open;

use super::is_share;
use super::over::{has_ended, is_over, is_whole};
use super::parts::PEOPLE;
use super::promised::{is_late_unbegun, is_of_no_time, is_to_come};
use super::share::{is_fraction, is_half, share_of};
use super::subject::behind_subject;
use super::words::heard;
use crate::model::Status;
use crate::text::clean;

/// What the first words of a text state.
///
/// `share`: a number of it is a share of the work.
pub(super) fn opening(folded: &str, share: bool) -> Option<Status> {
    if folded.starts_with("chua bao cao") {
        return None;
    }
    const UNDER_WAY: &[&str] = &[
        "dang ",
        "hoan thanh mot phan",
        "da hoan thanh mot phan",
        "thuc hien mot phan",
        "da thuc hien mot phan",
        "thuc hien duoc mot phan",
        "da thuc hien duoc mot phan",
        "hoan thanh duoc mot phan",
        "da hoan thanh duoc mot phan",
        "trien khai mot phan",
        "da trien khai mot phan",
        "moi hoan thanh",
        "moi thuc hien",
        "moi trien khai",
        "moi bat dau",
        "moi dat",
        "moi chỉ",
        "buoc dau",
        "da bat dau",
        "bat dau",
        "da va dang",
        "da khoi cong",
        "khoi cong",
        "da khoi dong",
        "moi khoi dong",
        "moi khoi cong",
        "moi dừng ",
        "moi o ",
        "moi len ",
        "moi khao sat",
        "moi xin",
        "moi lam mot",
        "moi lam den",
        "moi lam phan",
        "tam dừng",
        "tam ngung",
        "dừng thuc hien",
        "dừng trien khai",
        "ngung thuc hien",
        "ngung trien khai",
        "phai dừng lai",
        "khong tiep tuc thuc hien",
        "khong tiep tuc trien khai",
        "con thieu",
        "con chua",
        "du kien hoan thanh",
        "du kien hoan tat",
        "du kien xong",
        "du kien nghiem thu",
        "du kien ban giao",
        "hoan thanh cơ ban",
        "da hoan thanh cơ ban",
        "cơ ban hoan thanh",
        "da cơ ban hoan thanh",
        "gan hoan thanh",
        "gan nhu ",
        "gan xong",
        "sap xong",
        "sap hoan ",
        "sap toi ",
        "chỉ con ",
        "con vuong",
        "con mot ",
        "con nhieu",
        "con dở",
        "thuc hien tiep ",
        "thuc hien tung phan",
        "thuc hien con ",
        "trien khai con ",
        "mot nua so ",
        "mot nua da ",
        "mot nua chua ",
        "mot phan da ",
        "mot phan chua ",
        "mot phan dang ",
        "bi dinh chỉ",
        "dinh chỉ ",
        "chờ ",
        "trien khai tiep ",
        "lam tiep ",
        "thi cong ",
        "moi co ",
        "moi du thao",
        "tung buoc ",
        "moi hop ",
        "moi ban ",
        "cơ ban ",
        "gan du",
        "vua bat dau",
        "vua khoi cong",
        "vua moi trien khai",
        "vua moi thuc hien",
        "vua moi bat dau",
        "cơ ban du",
        "cơ ban dap ung",
        "sap ban giao",
        "sap nghiem thu",
        "sap khoi cong",
        "cam chung",
        "bi dinh tre",
        "dinh tre",
        "bi gian doan",
        "gian doan",
        "dang dở",
        "nua chung",
        "duoc phan nua",
        "duoc mot nua",
        "lam duoc it",
        "lam duoc mot",
        "lam chua ",
        "chuyen tiep ",
        "con tiep tuc",
        "cơ ban da ",
        "cơ ban xong",
        "ve cơ ban da ",
        "ve cơ ban hoan",
        "dat mot phan",
        "dat duoc mot phan",
        "phan lon da ",
        "phan lon noi dung",
        "kho hoan thanh",
        "han hoan thanh",
        "hau nhu da ",
        "hau nhu xong",
        "hau nhu hoan",
        "đa phan ",
        "hau het da ",
        "đa so da ",
        "giai doan cuoi",
        "hau het noi dung",
        "hau het cac noi dung",
        "moi xay dung ke hoach",
        "moi lap ke hoach",
        "moi lap danh sach",
        "moi lap du toan",
        "moi lap to trinh",
        "moi lap ho so",
        "moi thong kê",
        "moi ra soat",
        "moi lien hệ",
        "moi chuan bi",
        "moi trinh ",
        "moi gui to trinh",
        "moi phan cong",
        "moi duoc mot phan",
        "tiep tuc ",
        "tuong đối hoan thanh",
        "tuong đối xong",
        "tuong đối day du",
        "khong tiep tuc",
        "gan dat",
        "suyt ",
        "khong hoan toan ",
    ];
    // "Kì" is "kỳ".
    let folded = folded.split(' ').map(|word| if word == "ki" { "ky" } else { word }).collect::<Vec<_>>().join(" ");
    let folded = folded.replace(" 1 phan", " mot phan").replace(" 1 nua", " mot nua");
    let folded = folded.as_str();
    // "Đã tạm hoãn", "Đã không tổ chức được"
    const AGAINST: &[&str] = &[
        "tam hoãn",
        "hoãn",
        "lui",
        "tam dừng",
        "tam gac",
        "gac lai",
        "cham",
        "qua han",
        "vuong",
        "du kien",
        "rut khoi",
        "chuyen nam sau",
        "thoi khong",
        "khong thuc hien",
        "khong trien khai",
        "khong to chuc",
        "khong kip",
        "khong lam",
        "khong mua",
        "bỏ khoi",
        "bỏ ra khoi",
    ];
    if let Some(rest) = folded.strip_prefix("da ")
        && AGAINST.iter().any(|words| rest.strip_prefix(words).is_some_and(|behind| behind.is_empty() || behind.starts_with(' ')))
        && let Some(status) = opening(rest, share)
    {
        return Some(status);
    }
    let none = matches!(
        folded,
        "chua"
            | "da bỏ"
            | "bỏ"
            | "da thoi"
            | "tam gac"
            | "gac lai"
            | "gach bỏ"
            | "dinh chỉ"
            | "c th"
            | "k th"
            | "k lam"
            | "khong con nhu cau"
            | "rut"
            | "khong duoc"
            | "se"
            | "hoãn"
            | "lui"
            | "chuyen"
            | "doi"
            | "gian"
            | "bỏ qua"
            | "nam sau"
            | "thoi gian toi"
            | "trong thoi gian toi"
            | "nam hoc sau"
            | "nam toi"
            | "nam hoc toi"
            | "sang nam"
            | "hoan"
            | "huy"
            | "huy bỏ"
            | "huy bo"
            | "cth"
            | "chua th"
            | "kth"
            | "khong th"
    );
    const WHOLE: &[&str] = &[
        "kd",
        "cd",
        "cht",
        "dth",
        "d th",
        "d lam",
        "moi lam",
        "lam do",
        "lam dở",
        "con lam dở",
        "chuyen tiep",
        "dang th",
        "dang",
        "tiep tuc",
        "cơ ban",
        "tuong đối",
        "phan lon",
        "đa so",
        "thieu",
        "thieu nhieu",
        "tam xong",
        "mot phan nho",
        "rat it",
        "con it",
        "dở dang",
        "mot phan",
        "moi mot phan",
        "mot nua",
        "hon mot nua",
        "trong qua trinh thuc hien",
        "trong qua trinh trien khai",
        "trong qua trinh thi cong",
        "trong qua trinh hoan thien",
        "chờ",
        "đợi",
        "dang chờ",
        "dang đợi",
    ];
    if WHOLE.contains(&folded) {
        return Some(Status::InProgress);
    }
    if none || is_for_later(folded) || is_to_come(folded) || is_late_unbegun(folded) || is_of_no_time(folded) {
        return Some(Status::NotStarted);
    }
    // "Chờ sang hè"
    let cancelled = folded.strip_prefix("bi ").unwrap_or(folded);
    if folded.starts_with("chờ ") && is_moved(folded)
        || ["huy do ", "huy vi "].iter().any(|words| cancelled.starts_with(words))
        || folded == "bi huy"
    {
        return Some(Status::NotStarted);
    }
    // "Còn lớp 7B chưa nộp": all but that is done.
    let rest: Vec<&str> = folded.strip_prefix("con ").map_or_else(Vec::new, |rest| rest.split(' ').collect());
    if (1..rest.len().min(6))
        .any(|at| matches!(rest[at], "chua" | "dang") && !matches!(rest[0], "nhung" | "tuy" | "kinh" | "nha" | "truong"))
    {
        return Some(Status::InProgress);
    }
    // "0/5 phòng"
    if folded.starts_with("0 ") && is_fraction(folded) {
        return Some(Status::NotStarted);
    }
    if let Some(said) = folded.strip_prefix("sap toi ").filter(|said| said.starts_with("se ")) {
        return denied(said);
    }
    // "Mới hoàn thành ngày 8/1/2024"
    let just_now = folded.strip_prefix("moi hoan thanh ").is_some_and(|rest| rest.starts_with("ngay ") || rest.starts_with("hom "));
    if expects_end(folded) || UNDER_WAY.iter().any(|phrase| folded.starts_with(phrase)) && !is_built(folded) && !just_now {
        return Some(Status::InProgress);
    }
    if is_of_several(folded) {
        return Some(Status::InProgress);
    }
    // "Còn 3 phòng chưa sửa": the others are.
    if folded.strip_prefix("con ").is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit())) {
        return Some(Status::InProgress);
    }
    // "Mới mua được 2 máy", "Mới xây xong phần móng"
    if folded.starts_with("moi ") && [" duoc ", " xong phan"].iter().any(|words| folded.contains(words)) {
        return Some(Status::InProgress);
    }
    if let Some(status) = barred(folded) {
        return Some(status);
    }
    let led = behind_leads(folded);
    if led != folded
        && !led.starts_with("chua ")
        && !led.starts_with("khong ")
        && let Some(status) = opening(&led, share)
    {
        return Some(status);
    }
    if let Some(status) = denied(folded) {
        return Some(status);
    }
    if is_half(folded) {
        return Some(Status::InProgress);
    }
    if let Some(status) = share.then(|| share_of(folded)).flatten().or_else(|| is_whole(folded).then_some(Status::Completed)) {
        return Some(status);
    }
    let said = behind_subject(folded)?;
    if is_put_off(&said) {
        return Some(Status::NotStarted);
    }
    opening(&said, share).filter(|status| *status != Status::Completed)
}

/// "Thi công xong", "Thi công đã hoàn thành": of building, that it is over.
fn is_built(folded: &str) -> bool {
    folded.strip_prefix("thi cong ").is_some_and(|rest| {
        let over = format!(" {rest} ");
        matches!(rest, "xong" | "hoan thanh")
            || [" da ", " hoan thanh ", " nghiem thu ", " ban giao "].iter().any(|word| over.contains(word)) && !over.contains(" chua ")
    })
}

/// "Một số nội dung đã hoàn thành", "Một vài việc chưa làm".
fn is_of_several(folded: &str) -> bool {
    const SOME: &[&str] = &["mot so", "mot vai", "vai", "hau het", "nhieu", "phan lon", "đa so", "mot phan"];
    const PARTS: &[&str] = &["noi dung", "cong viec", "viec", "hang muc", "nhiem vu", "chi tieu", "chỉ tieu", "phan viec", "muc"];
    let rest = SOME.iter().find_map(|some| folded.strip_prefix(some)?.strip_prefix(' '));
    let rest = rest.map(|rest| rest.strip_prefix("cac ").unwrap_or(rest));
    rest.and_then(|rest| PARTS.iter().find_map(|part| rest.strip_prefix(part))).is_some_and(|said| {
        [" da", " chua", " dang", " van", " con"].iter().any(|word| format!("{said} ").starts_with(&format!("{word} ")))
    })
}

/// "Chưa thực hiện; đang làm phần móng": a later clause says that the work is under way. What only waits or asks is not.
pub(super) fn goes_on(text: &str) -> bool {
    let lowered = clean(text).to_lowercase().replace(" nhưng ", ", ");
    lowered.split([',', ';', '.', '\n']).skip(1).map(heard).any(|clause| {
        let clause = clause.strip_prefix("hien ").or_else(|| clause.strip_prefix("nhung ")).unwrap_or(&clause);
        is_at_work(clause)
    })
}

/// "Đang sửa chữa", but not "đang xin kinh phí", "đang chờ phê duyệt".
pub(super) fn is_at_work(folded: &str) -> bool {
    const ASKS: &[&str] = &["chờ", "xin", "de", "tham", "tim", "vận", "trinh", "dừng", "gap", "thieu"];
    folded.strip_prefix("dang ").and_then(|rest| rest.split(' ').next()).is_some_and(|verb| !ASKS.contains(&verb))
}

/// "Mới làm một phần": under what is not begun, that some of it was.
pub(super) fn is_partly(folded: &str) -> bool {
    folded.starts_with("moi ") && [" phan", " duoc ", " nua"].iter().any(|words| folded.contains(words))
        || folded.contains(" mot phan")
        || folded.starts_with("da bat dau")
        || folded.starts_with("bat dau ")
}

/// "Do thiếu kinh phí nên chưa thực hiện": the reason first, then that nothing was done.
pub(super) fn is_hindered(folded: &str) -> bool {
    let reason = ["do ", "vi ", "thieu ", "chua co ", "khong co ", "khong du ", "vuong "].iter().any(|word| folded.starts_with(word));
    reason
        && ["chua thuc hien", "chua trien khai", "chua thuc hien duoc", "chua trien khai duoc", "chua lam duoc", "chua mua duoc"]
            .iter()
            .any(|words| folded.ends_with(words))
}

/// "còn 2 phòng", "kinh phí còn thiếu"; "một số em còn rụt rè" says how they are, and "không còn" that nothing is left.
fn leaves_things(folded: &str) -> bool {
    const LACKS: &[&str] = &["chua", "thieu", "no", "lai", "dang", "vang", "cham", "o"];
    let words: Vec<&str> = folded.split(' ').collect();
    (0..words.len()).filter(|at| words[*at] == "con").any(|at| {
        let before = at.checked_sub(1).map_or("", |at| words[at]);
        let lacks = words.get(at + 1).is_some_and(|next| LACKS.contains(next) || next.parse::<u32>().is_ok());
        before != "khong" && (lacks || !PEOPLE.contains(&before)) && !falls_to(&words[..at])
    })
}

/// "Đã giảm tỷ lệ học sinh yếu xuống" before "còn 2%": what is left is what was to be reached, and none of the work.
fn falls_to(before: &[&str]) -> bool {
    before.last() == Some(&"xuong") || matches!(before, ["da", "giam" | "ha" | "rut" | "keo", ..])
}

/// What a text of a status column states in words.
pub(super) fn stated(text: &str, folded: &str) -> Option<Status> {
    let share = is_share(text);
    if let Some(status) = opening(folded, share) {
        return Some(status);
    }
    if is_over(folded) || has_ended(text) {
        return Some(Status::Completed);
    }
    let doubtful = format!(" {folded} ").contains(" mot phan") || leaves_things(folded) || is_left_open(text) || leaves_a_part(text);
    let done = ["hoan thanh", "da ", "thuc hien tot", "thuc hien day du", "thuc hien xong", "dat yeu cau", "hoan tat"]
        .iter()
        .any(|phrase| folded.starts_with(phrase));
    match (done, doubtful) {
        (true, false) => Some(Status::Completed),
        (true, true) => Some(Status::InProgress),
        _ => None,
    }
}
