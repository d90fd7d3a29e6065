//! What denies a work in, how far it has come out: `Nhà trường chưa mua được` is not begun, `Vẫn chưa xong` is under way.

use super::assured::tells_a_deed;
use super::later::{behind_time_to_come, is_moved};
use super::subject::{DEEDS, THINGS};
use super::untroubled::is_trouble;
use crate::model::Status;

/// Say who or until when; the statement stands behind them.
const LEADS: &[&str] = &[
    "cho den nay",
    "cho toi nay",
    "nha truong",
    "truong",
    "bgh",
    "ban giam hieu",
    "hieu truong",
    "to chuyên mon",
    "cac to chuyên mon",
    "cac to",
    "hien nay",
    "hien tai",
    "hien",
    "van con",
    "van",
    "den nay",
    "tinh den nay",
    "den thoi diem nay",
    "den thoi diem hien tai",
    "noi dung nay",
    "cong viec nay",
    "viec nay",
    "con",
    "nhung",
    "tuy nhien",
    "ve cơ ban van",
    "chỉ",
    "hoan toan",
    "thoi",
    "xin phep",
    "bỏ",
    "quyet dinh",
];

/// The folded statement without what leads it in; `ko`, `k` and `khg` are "không".
pub(super) fn behind_leads(folded: &str) -> String {
    let mut rest = folded;
    while let Some(behind) = LEADS.iter().filter_map(|lead| rest.strip_prefix(lead)?.strip_prefix(' ')).min_by_key(|rest| rest.len()) {
        rest = behind;
    }
    let short = ["ko ", "k ", "khg ", "kg ", "khong co the "].iter().find_map(|short| rest.strip_prefix(short));
    short.map_or_else(|| rest.to_owned(), |behind| format!("khong {behind}"))
}

/// What a statement that denies says; `None` for one that does not, and for "không" before what is no work of the school's:
/// "không thu ngoài quy định" was kept to.
pub(super) fn denied(folded: &str) -> Option<Status> {
    let statement = behind_leads(folded);
    if let Some(rest) = statement.strip_prefix("chua ") {
        if is_well(rest) {
            return None;
        }
        // "Chưa làm gì hết", "Chưa động tĩnh gì cả"
        if [" gi het", " gi ca", " gi"].iter().any(|end| rest.ends_with(end)) && rest.split(' ').count() <= 5 {
            return Some(Status::NotStarted);
        }
        return Some(if has_begun(rest) { Status::InProgress } else { Status::NotStarted });
    }
    // "Đất đang tranh chấp nên không xây được", "Không đủ số lượng nên không mở lớp"; what was given or is there already need not be done.
    if let Some((reason, outcome)) = statement.split_once(" nen khong ") {
        const DEEDS: &[&str] = &["mo", "xay", "sua", "mua", "lam", "to", "thuc", "trien", "tuyen", "lap", "di", "hoc", "lat", "son"];
        let need_not = reason.split(' ').any(|word| matches!(word, "duoc" | "da" | "du" | "tang" | "con"));
        let deed = outcome.split(' ').next().is_some_and(|deed| DEEDS.contains(&deed));
        if !need_not || reason.starts_with("khong du ") {
            return refused(outcome).or(deed.then_some(Status::NotStarted));
        }
    }
    if let Some(rest) = statement.strip_prefix("khong ") {
        // "Không còn phù hợp nên không thực hiện"
        return refused(rest).or_else(|| denied(rest.split_once(" nen ")?.1));
    }
    if let Some(rest) = statement.strip_prefix("se ") {
        let rest = ["co gang ", "phan dau ", "som ", "no luc "].iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
        let ends = rest == "xong" || rest.starts_with("xong ") || ["hoan thanh", "hoan tat", "hoan thien", "tiep tuc", "ban giao", "nghiem thu"].iter().any(|words| rest.starts_with(words))
                // "Sẽ làm tiếp"
                || rest.split(' ').nth(1) == Some("tiep");
        return Some(if ends { Status::InProgress } else { Status::NotStarted });
    }
    // "Tủ cũ còn dùng được nên không mua nữa", "Sở không tổ chức thi nữa"
    if let Some((_, rest)) = statement.strip_suffix(" nua").and_then(|said| said.rsplit_once(" nen khong "))
        && tells_a_deed(rest)
    {
        return Some(Status::NotStarted);
    }
    if let Some((who, rest)) = statement.strip_suffix(" nua").and_then(|said| said.split_once(" khong "))
        && who.split(' ').count() <= 4
        && tells_a_deed(rest)
    {
        return Some(Status::NotStarted);
    }
    // "Giáo viên sẽ tập huấn trong hè"
    const WHO: &[&str] =
        &["giao vien", "gv", "hoc sinh", "hs", "tre", "phu huynh", "cac lop", "cac khoi", "doan", "cong doan", "nhan vien"];
    if let Some(rest) = WHO.iter().find_map(|who| statement.strip_prefix(who)?.strip_prefix(" se ")) {
        return denied(&format!("se {rest}"));
    }
    // "Vận động chưa được", "Làm không nổi"
    let unable = [" chua duoc", " khong duoc", " khong noi"].iter().any(|end| statement.ends_with(end));
    if unable && statement.split(' ').count() <= 4 && !statement.starts_with("da ") {
        return Some(Status::NotStarted);
    }
    if let Some(said) = behind_time_to_come(&statement) {
        return denied(said);
    }
    if is_moved(&statement) {
        return Some(Status::NotStarted);
    }
    // "Khi có kinh phí sẽ thực hiện"
    if (statement.starts_with("khi ") || statement.starts_with("neu "))
        && [" se ", " thi lam", " thi mua", " thi thuc hien", " thi trien khai"].iter().any(|words| statement.contains(words))
    {
        return Some(Status::NotStarted);
    }
    // "Do chưa có kinh phí nên chưa thực hiện"
    let reason = ["do ", "vi ", "boi vi ", "thieu ", "vuong ", "chua ", "khong "].iter().any(|word| statement.starts_with(word));
    if reason && let Some((_, outcome)) = statement.split_once(" nen ") {
        return denied(outcome);
    }
    // "Kinh phí chưa về nên chưa mua"
    if let Some((reason, outcome)) = statement.split_once(" nen chua ") {
        // "Mua thì mua rồi nhưng thiếu hóa chất nên chưa dùng được": what was bought is not yet of use.
        if format!(" {reason} ").contains(" roi ") || reason.starts_with("da ") {
            return Some(Status::InProgress);
        }
        return denied(&format!("chua {outcome}"));
    }
    // "Do thiếu giáo viên, chưa mở lớp"; "do kinh phí chưa về" is a reason alone.
    const HINDERS: &[&str] = &["thieu", "mưa", "mua", "bao", "lu", "dich", "thoi", "anh", "vuong", "khong", "nghi", "trung", "ban"];
    let because = ["do ", "vi ", "boi "].iter().find_map(|word| statement.strip_prefix(word));
    if let Some((reason, outcome)) = because.and_then(|rest| rest.split_once(" chua "))
        && HINDERS.contains(&reason.split(' ').next().unwrap_or_default())
    {
        return denied(&format!("chua {outcome}"));
    }
    not_of_subject(&statement)
}

/// "Chưa để xảy ra tai nạn", "Chưa phát hiện sai phạm": what has not come about is well.
pub(super) fn is_well(rest: &str) -> bool {
    const EVILS: &[&str] = &["vi pham", "bỏ hoc", "tai nan", "bao luc", "sai pham", "khieu nai", "khieu kien", "truong hop", "vu viec"];
    ["để xay ra", "xay ra", "phat hien"].iter().any(|words| rest.starts_with(words))
        || is_trouble(rest)
        || rest.starts_with("co ") && EVILS.iter().any(|evil| rest.contains(evil))
}

/// What is missing where the work itself was begun: `chưa hoàn thành`, `chưa đạt`, `chưa mua đủ`.
fn has_begun(rest: &str) -> bool {
    // Said of the work anywhere: "chưa lát xong sân".
    const BEGUN: &[&str] = &[
        "xong",
        "hoan thanh",
        "hoan thien",
        "hoan tat",
        "het",
        "day du",
        "dut diem",
        "dam bao",
        "bao dam",
        "tot",
        "dong bo",
        "hieu qua",
        "nghiem thu",
        "ban giao",
        "triet để",
        "tien do",
        "theo kip",
        "kip thoi",
        "thuong xuyen",
        "hop ly",
        "phu hop",
        "chuyen bien",
        "on dinh",
        "ro net",
        "chu dong",
        "linh hoat",
        "phong phu",
        "chat che",
        "cu the",
        "chi tiet",
        "toan dien",
        "quyet toan",
        "thanh toan",
        "khang trang",
        "dap ung",
        "dung han",
        "dung ke hoach",
        "dung quy dinh",
        "dung yeu cau",
        "dung thoi gian",
        "duoc nhieu",
        "o khoi",
        "hoan chinh",
        "tron ven",
        "nhu mong doi",
        "kha quan",
        "tich cuc",
        "o lop",
        "o diem",
        "o mot so",
        "dung theo",
        "theo dung",
        "nhu ke hoach",
        "nhu mong muon",
        "dat yeu cau",
        "dat chuan",
        "dat ke hoach",
        "dat chỉ tieu",
        "dua vao su dung",
        "dung duoc",
        "su dung duoc",
        "co ket qua",
        "ht",
    ];
    // Only right behind "chưa": elsewhere they are other words without their marks.
    const STATES: &[&str] = &[
        "dat",
        "on",
        "cao",
        "nhieu",
        "deu",
        "sau",
        "ro",
        "rong",
        "that su",
        "thuc su",
        "sat",
        "manh",
        "khoa hoc",
        "sach",
        "dep",
        "duoc nhieu",
        "duoc bao nhieu",
        "den dau",
        "biet",
    ];
    // "Chưa dự toán", "chưa dự giờ"
    const OTHER_DU: &[&str] = &["dieu", "toan", "gio", "an", "thao", "kien", "tru", "thi", "hoc", "phong", "lieu", "bao", "lich"];
    // "Chưa tới 50%", "chưa quá nửa"
    let mut opening = rest.split(' ');
    let measured = matches!(opening.next(), Some("toi" | "den" | "qua" | "duoc" | "dat"))
        && opening.next().is_some_and(|word| word.parse::<u32>().is_ok() && rest.split(' ').count() == 2 || matches!(word, "nua" | "mot"))
        && (rest.ends_with("nua") || rest.split(' ').count() == 2);
    // "Chưa 100%", "Chưa được 1/2"
    let numbers = |rest: &str| rest.split(' ').all(|word| word.parse::<u32>().is_ok());
    if numbers(rest) || rest.strip_prefix("duoc ").is_some_and(numbers) {
        return true;
    }
    if measured {
        return true;
    }
    // What a reason says, "do chưa đủ kinh phí", is not said of the work.
    let words: Vec<&str> = rest.split(' ').collect();
    let reason = |at: &usize| match words[*at] {
        // "Tiến độ", "mức độ"
        "do" => *at == 0 || !matches!(words[at - 1], "tien" | "muc" | "che" | "trinh" | "toc"),
        "boi" => words.get(at + 1) == Some(&"vi"),
        word => matches!(word, "vi" | "nen" | "chua" | "nhung"),
    };
    let said = &words[..(0..words.len()).find(reason).unwrap_or(words.len()).min(6)];
    let enough =
        said.iter().zip(said.iter().skip(1)).any(|(word, next)| *word == "du" && !OTHER_DU.contains(next)) || said.last() == Some(&"du");
    // "Xây dựng kế hoạch", "tuyển dụng được": without their marks they are "đúng" and "dùng", and are neither.
    const COMPOUNDS: &[&str] = &[" xay dung ", " tuyen dung ", " ap dung ", " ung dung ", " vận dung ", " van dung "];
    let line = COMPOUNDS.iter().fold(format!(" {} ", said.join(" ")), |line, words| line.replace(words, " lam "));
    let state = STATES.iter().any(|words| line.starts_with(&format!(" {words} ")));
    rest == "kip"
        || rest.starts_with("kip do ")
        || rest.starts_with("kip vi ")
        || enough
        || state
        || BEGUN.iter().any(|words| line.contains(&format!(" {words} ")))
}

/// `không mua được`, `không thực hiện do dịch`, `không tổ chức`: works that were not done.
fn refused(rest: &str) -> Option<Status> {
    const WORKS: &[&str] = &[
        "thuc hien",
        "trien khai",
        "to chuc",
        "lam",
        "tien hanh",
        "mua",
        "mua sam",
        "sua",
        "xay",
        "xay dung",
        "trang bi",
        "bo sung",
        "lap dat",
        "cai tao",
        "nang cap",
        "can thuc hien",
        "can trien khai",
        "can lam",
        "can mua",
        "kip thuc hien",
        "kip trien khai",
        "kip lam",
        "co thuc hien",
        "co trien khai",
        "duoc thuc hien",
        "duoc trien khai",
        "khac phuc",
        "cap",
        "the thuc hien",
        "the trien khai",
        "the lam",
        "the to chuc",
        "the mua",
        "kip mua",
        "kip to chuc",
    ];
    if [
        "hoan thanh",
        "dat",
        "dap ung",
        "xong",
        "thuong xuyen",
        "day du",
        "het",
        "ro",
        "dung ke hoach",
        "dung tien do",
        "dam bao tien do",
        "bao dam tien do",
    ]
    .iter()
    .any(|words| rest == *words || rest.starts_with(&format!("{words} ")))
    {
        return Some(Status::InProgress);
    }
    if matches!(rest, "du" | "dam bao" | "bao dam" | "hieu qua" | "tot" | "on" | "deu" | "dong bo") {
        return Some(Status::InProgress);
    }
    // "Không thực hiện đầy đủ"
    if [" day du", " kip", " kip thoi", " het", " thuong xuyen"].iter().any(|end| rest.ends_with(end))
        && WORKS.iter().any(|work| rest.starts_with(&format!("{work} ")))
    {
        return Some(Status::InProgress);
    }
    const MEANS: &[&str] = &[
        "con thoi gian",
        "con kinh phi",
        "con nguon",
        "co thoi gian",
        "co nguoi",
        "co nhan luc",
        "co nguon",
        "co giao vien để",
        "du thoi gian",
    ];
    if MEANS.iter().any(|means| rest.starts_with(means))
        || rest.starts_with("co dieu kien")
        || rest.starts_with("du dieu kien")
        || rest.starts_with("kha thi")
    {
        return Some(Status::NotStarted);
    }
    // "Không khắc phục được", "Không tuyển được giáo viên"; that nothing bad was found is well.
    let words: Vec<&str> = rest.split(' ').collect();
    let able = words.iter().take(4).skip(1).any(|word| *word == "duoc");
    // "Không giữ được danh hiệu": it was kept up until then.
    if able && matches!(words[0], "giu" | "duy") {
        return Some(Status::InProgress);
    }
    const OTHERS: &[&str] =
        &["co", "con", "để", "thu", "ai", "duoc", "hoc", "hs", "tre", "trẻ", "em", "gv", "giao", "lop", "phong", "phat", "xay"];
    if able && !OTHERS.contains(&words[0]) {
        return Some(Status::NotStarted);
    }
    let object = WORKS.iter().filter_map(|work| rest.strip_prefix(work)).min_by_key(|object| object.len())?;
    let able = object.split(' ').take(5).any(|word| word == "duoc");
    let reason = [" do ", " vi ", " theo ke hoach", " nua", " trong nam", " trong hk", " o hk", " nam nay", " ky nay"]
        .iter()
        .any(|words| object.starts_with(words));
    let possible = rest.starts_with("the ") || rest.starts_with("kip ");
    (object.is_empty() || able || reason || possible).then_some(Status::NotStarted)
}

/// `Thư viện chưa được bổ sung sách`, `Nhà vệ sinh đang sửa chữa`: what the work was for, then that it is not done.
/// Where the text begins with what somebody did, "phụ đạo học sinh chưa đạt chuẩn", it is not of the work.
fn not_of_subject(statement: &str) -> Option<Status> {
    const WORKS: &[&str] = &[
        "thuc hien",
        "trien khai",
        "duoc mua",
        "duoc sua",
        "duoc xay",
        "duoc trang bi",
        "duoc bo sung",
        "duoc lap",
        "duoc cai tao",
        "duoc nang cap",
        "duoc dau tu",
        "duoc thuc hien",
        "duoc trien khai",
        "duoc thay",
        "duoc cap",
        "mua",
        "sua",
        "xay",
        "trang bi",
        "lap dat",
        "thi cong",
        "ban hanh",
        "tien hanh",
        "khoi cong",
        "hoan thanh",
        "hoan thien",
        "xong",
    ];
    let words: Vec<&str> = statement.split(' ').collect();
    if DEEDS.contains(words.first()?) && !THINGS.iter().any(|thing| statement.starts_with(thing)) {
        return None;
    }
    let at = words.iter().take(7).position(|word| matches!(*word, "chua" | "dang"))?;
    // "Kế hoạch đã duyệt, chưa thực hiện"
    if words[..at].contains(&"da") {
        return None;
    }
    let people = matches!(
        words[..at],
        [.., "tre" | "trẻ" | "em" | "hs" | "gv" | "nguoi"] | [.., "hoc", "sinh"] | [.., "giao" | "nhan", "vien"] | [.., "phu", "huynh"]
    );
    if people {
        return None;
    }
    let rest = words[at + 1..].join(" ");
    let works = WORKS.iter().any(|work| rest == *work || rest.starts_with(&format!("{work} ")));
    (at > 0 && works).then(|| match words[at] {
        "dang" => Status::InProgress,
        _ if has_begun(&rest) => Status::InProgress,
        _ => Status::NotStarted,
    })
}
