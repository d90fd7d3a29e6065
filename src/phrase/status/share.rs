//! What a text says of a part of the work in, how far it has come out: `80%`, `3/5 phòng`, `một phần`.

use super::parts::is_entered;
use crate::model::Status;

/// "Thực hiện được một nửa", "Đã khắc phục một phần", "Hoàn thành phần lớn", "Đã hoàn thành 1/2".
pub(super) fn is_half(folded: &str) -> bool {
    const VERBS: &[&str] = &[
        "hoan thanh",
        "ht",
        "thuc hien",
        "trien khai",
        "lam",
        "sua",
        "mua",
        "mua sam",
        "xay",
        "xay dung",
        "khac phuc",
        "dat",
        "xong",
        "giai quyet",
        "lap dat",
        "trang bi",
        "bo sung",
        "thi cong",
        "cap",
        "dap ung",
        "cai tao",
        "duoc cap",
        "duoc trang bi",
        "duoc bo sung",
        "duoc sua",
    ];
    const PARTS: &[&str] = &[
        "dở dang",
        "mot phan",
        "mot nua",
        "phan lon",
        "đa so",
        "gan het",
        "gan xong",
        "cơ ban",
        "buoc dau",
        "hau het",
        "mot so noi dung",
        "mot so cong viec",
        "nua",
        "phan nua",
        "phan nhieu",
        "kha kha",
        "mot vai",
        "mot so",
        "phan 1",
        "qua nua",
        "hon nua",
        "hon mot nua",
        "phan nao",
        "phan mong",
        "phan tho",
        "1 2",
        "1 3",
        "2 3",
        "1 4",
        "3 4",
    ];
    let rest = folded.strip_prefix("da ").unwrap_or(folded);
    let after = VERBS.iter().filter_map(|verb| rest.strip_prefix(verb)?.strip_prefix(' ')).min_by_key(|rest| rest.len());
    let begins = after.is_some_and(|after| {
        let after = after.strip_prefix("duoc ").or(after.strip_prefix("xong ")).unwrap_or(after);
        let about = ["khoang ", "hon ", "tren "].iter().find_map(|about| after.strip_prefix(about));
        let after =
            about.filter(|part| part.starts_with(|sign: char| sign.is_ascii_digit()) || after.starts_with("khoang ")).unwrap_or(after);
        is_part_in_words(after)
            || PARTS.iter().any(|part| after.strip_prefix(part).is_some_and(|behind| behind.is_empty() || behind.starts_with(' ')))
            // "Đã hoàn thành 1/2/2024" is a day.
            && !after.split(' ').nth(2).is_some_and(|word| word.len() == 4 && word.bytes().all(|sign| sign.is_ascii_digit()))
    });
    // "Khoảng 2/3", "Được một phần"
    let alone = ["khoang ", "hon ", "gan ", "duoc ", "dat ", "qua ", "moi ", "moi duoc "].iter().find_map(|lead| rest.strip_prefix(lead));
    // "Thiết bị mới nhận được một nửa"
    let begins = begins
        || comes_to_a_part(folded)
        // "Được khoảng một nửa"
        || alone.is_some_and(|part| PARTS.contains(&part) || part.strip_prefix("khoang ").is_some_and(|part| PARTS.contains(&part)))
        || is_part_in_words(alone.map_or(rest, |rest| rest.strip_prefix("khoang ").unwrap_or(rest))) && rest.split(' ').count() <= 5;
    // "Xong 3/5"
    let over = after.or(alone).is_some_and(|after| {
        let mut numbers = after.split(' ').map(str::parse::<u32>);
        matches!((numbers.next(), numbers.next(), numbers.next()), (Some(Ok(part)), Some(Ok(whole)), None) if part < whole && whole <= 30)
    });
    begins
        || over
        || is_some_of_ten(rest)
        || matches!(rest, "non nua" | "non mot nua")
        || is_some_of_several(folded)
        || (after.is_some()
            && folded.split(' ').count() <= 8
            && (folded.ends_with(" mot phan") || folded.ends_with(" tuong đối") || folded.ends_with(" mot nua")))
}

/// "Hai trong ba hạng mục đã xong", "Ba phần tư công việc đã xong".
fn is_some_of_several(folded: &str) -> bool {
    const ENDS: &[&str] = &["xong", "da xong", "da lam xong", "hoan thanh", "da hoan thanh", "da thuc hien", "da trien khai"];
    let number = |word: &str| {
        let said = || NUMBERS.iter().position(|known| *known == word).filter(|at| *at < 4).map(|at| at as u32 + 1);
        word.parse::<u32>().ok().or_else(said)
    };
    let words: Vec<&str> = folded.split(' ').collect();
    // "Có 5 lớp thì 4 lớp xong"
    if let ["co", all, thing, "thi", some, of, .., "xong"] = words[..]
        && thing == of
        && number(some).zip(number(all)).is_some_and(|(some, all)| some < all)
    {
        return true;
    }
    let whole = 2 + usize::from(words.get(2) == Some(&"so"));
    let counted = match (words.first(), words.get(whole)) {
        (Some(some), Some(all)) if words[1] == "trong" => number(some).zip(number(all)).is_some_and(|(some, all)| some < all),
        _ => false,
    };
    let thing = words.get(if counted { whole + 1 } else { 3 }).copied().unwrap_or_default();
    let ends = ENDS.iter().any(|end| folded.strip_suffix(end).is_some_and(|rest| rest.ends_with(' ')));
    // "1 trong 5"
    if counted && words.len() == whole + 1 {
        return true;
    }
    (counted || is_part_in_words(folded)) && ends && !PEOPLE_OF.contains(&thing)
}

/// "Được 7 phần", "Làm được khoảng bảy phần": of ten, and no more is said.
fn is_some_of_ten(rest: &str) -> bool {
    const NUMBERS: &[&str] = &["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
    let Some((lead, count)) = rest.strip_suffix(" phan").and_then(|rest| rest.rsplit_once(' ')) else { return false };
    let known = |word: &str| matches!(word, "duoc" | "dat" | "lam" | "xong" | "khoang" | "moi" | "thuc" | "hien" | "hoan" | "thanh");
    lead.split(' ').all(known) && (NUMBERS.contains(&count) || count.parse::<u8>().is_ok_and(|count| (1..10).contains(&count)))
}

/// "Thiết bị về được một nửa theo hợp đồng", "Thực hiện được phần nào": what a sentence comes to, whatever its verb.
fn comes_to_a_part(folded: &str) -> bool {
    const PARTS: &[&str] = &["mot nua", "mot phan", "mot it", "phan nua", "phan nao", "qua nua", "hon nua", "chut it"];
    const BEHIND: &[&str] = &["theo", "so", "do", "vi", "nhu", "cong", "khoi", "noi", "ke", "yeu", "con", "phan", "viec"];
    ["duoc", "thay"].iter().any(|lead| {
        folded.match_indices(&format!(" {lead} ")).any(|(at, found)| {
            let rest = &folded[at + found.len()..];
            // "San ủi được hai phần ba diện tích"
            if is_part_in_words(rest) {
                return true;
            }
            let behind = PARTS.iter().find_map(|part| rest.strip_prefix(part));
            behind.is_some_and(|behind| {
                behind.is_empty() || behind.starts_with(' ') && behind[1..].split(' ').next().is_some_and(|word| BEHIND.contains(&word))
            })
        })
    })
}

/// The share of the task, where the text is nothing else: `80%`, `Đã hoàn thành khoảng 80%`. A share of people is none of the task.
pub(super) fn share_of(folded: &str) -> Option<Status> {
    const AROUND: &[&str] = &[
        "da", "dat", "duoc", "hoan", "thanh", "thuc", "hien", "khoang", "tren", "tien", "do", "ke", "hoach", "khoi", "luong", "cong",
        "viec", "noi", "dung", "muc", "ty", "le", "ti", "gan", "chỉ", "chi", "tieu", "de", "ra", "so", "voi", "yeu", "cau", "phan", "tram",
        "duoi", "it", "nhat", "hon", "kh", "ht", "trien", "khai", "lam", "xong", "uoc", "sua", "chữa", "xay", "dung", "mua", "sam", "thi",
        "giai", "ngan", "lap", "xap", "xi", "moi", "roi", "den", "nay",
    ];
    if let Some(status) = share_in_words(folded) {
        return Some(status);
    }
    let nearly = [" gan ", " xap xi ", " duoi "].iter().any(|word| format!(" {folded}").contains(word));
    let mut numbers = Vec::new();
    for word in folded.split(' ') {
        match word.parse::<u32>() {
            Ok(number) => numbers.push(number),
            Err(_) if AROUND.contains(&word) => {}
            Err(_) => return None,
        }
    }
    match numbers[..] {
        [0] | [0, 0] => Some(Status::NotStarted),
        [100] | [100, 0] => Some(if nearly { Status::InProgress } else { Status::Completed }),
        [whole] | [whole, _] if whole < 100 => Some(Status::InProgress),
        _ => None,
    }
}

/// "Sáu mươi phần trăm", "Đạt một trăm phần trăm".
fn share_in_words(folded: &str) -> Option<Status> {
    const LEADS: &[&str] = &["da ", "dat ", "hoan thanh ", "duoc ", "thuc hien ", "khoang "];
    let mut rest = folded;
    while let Some(behind) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = behind;
    }
    let count = rest.strip_suffix(" phan tram")?;
    let spelled = count.split(' ').all(|word| NUMBERS.contains(&word));
    spelled.then_some(if matches!(count, "tram" | "mot tram") { Status::Completed } else { Status::InProgress })
}

const NUMBERS: &[&str] = &["mot", "hai", "ba", "bon", "nam", "lam", "sau", "bay", "tam", "chin", "muoi", "tu", "tram"];

/// "Hai phần ba".
fn is_part_in_words(words: &str) -> bool {
    let mut words = words.split(' ').take(3);
    if let (Some(part), Some("phan"), Some(whole)) = (words.clone().next(), words.clone().nth(1), words.clone().nth(2))
        && let (Ok(part), Ok(whole)) = (part.parse::<u32>(), whole.parse::<u32>())
    {
        return part < whole;
    }
    matches!((words.next(), words.next(), words.next()), (Some(part), Some("phan"), Some(whole)) if NUMBERS.contains(&part) && NUMBERS.contains(&whole) && whole != "tram")
}

/// "Đạt 60% kế hoạch", "trang bị được 70% thiết bị": a share of the work, whatever stands about it; never one of people.
pub(super) fn share_of_work(clause: &str) -> bool {
    const OF: &[&str] = &["ke", "kh", "khoi", "tien", "chỉ", "cong", "noi", "nhu", "yeu"];
    const DEEDS: &[&str] = &[
        "trang bi",
        "mua",
        "mua sam",
        "sua",
        "sua chữa",
        "lap",
        "lap dat",
        "xay",
        "bo sung",
        "thi cong",
        "son",
        "lat",
        "trồng",
        "cap",
        "thay",
        "giai ngan",
    ];
    let clause = ["den nay ", "hien nay ", "hien "].iter().find_map(|lead| clause.strip_prefix(lead)).unwrap_or(clause);
    let words: Vec<&str> = clause.split(' ').collect();
    let Some(at) = words.iter().position(|word| word.parse::<u32>().is_ok_and(|share| share < 100)) else { return false };
    let next = words.get(at + 1).copied().unwrap_or_default();
    // "Cải tạo được 60% diện tích"
    // "Tuyển sinh đạt 90% kế hoạch"
    if at > 0 && words[at - 1] == "dat" && words[at + 1..] == ["ke", "hoach"] {
        return true;
    }
    let before = words[..at].iter().rev().find(|word| **word != "khoang").copied().unwrap_or_default();
    if (2..=10).contains(&at) && before == "duoc" {
        let people = |at: usize| match words[at] {
            "giao" => words.get(at + 1) == Some(&"vien"),
            "hoc" => words.get(at + 1) == Some(&"sinh"),
            word => PEOPLE_OF.contains(&word),
        };
        return !(0..words.len()).any(people);
    }
    let verb = words[..at]
        .iter()
        .filter(|word| !matches!(**word, "da" | "duoc" | "xong" | "khoang" | "moi"))
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    (matches!(verb.as_str(), "dat" | "hoan thanh" | "thuc hien") && OF.contains(&next))
        || DEEDS.contains(&verb.as_str()) && !next.is_empty() && !PEOPLE_OF.contains(&next)
}

/// Begin the names of people: "60% giáo viên".
const PEOPLE_OF: &[&str] = &["giao", "hoc", "hs", "gv", "cb", "phu", "can", "nguoi", "em", "trẻ", "tre", "nhan"];

/// "2/3", the lesser first: a part of the whole.
pub(super) fn is_part(folded: &str) -> bool {
    let mut numbers = folded.split(' ').map(str::parse::<u32>);
    matches!((numbers.next(), numbers.next(), numbers.next()), (Some(Ok(part)), Some(Ok(whole)), None) if part < whole && (whole <= 10 || whole == 100))
}

/// The number of "5", "50m", "500m2".
pub(super) fn counted(word: &str) -> Option<u32> {
    let digits = word.len() - word.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    matches!(&word[digits..], "" | "m" | "m2" | "km").then(|| word[..digits].parse().ok())?
}

/// "Đã sửa 3/5 phòng": what is counted is the work, not people, and not a date.
pub(super) fn is_fraction(folded: &str) -> bool {
    const PEOPLE: &[&str] =
        &["giao", "hoc", "hs", "gv", "cb", "cbgv", "cbgvnv", "nguoi", "em", "tre", "trẻ", "can", "phu", "dang", "đảng", "nhan"];
    // "Ngày 5/10", "lớp 5/10", "điểm 8/10" count no work.
    const BEFORE: &[&str] = &[
        "sang", "sáng", "chieu", "toi", "dem", "hom", "ngay", "lop", "thang", "ky", "khoi", "diem", "muc", "hang", "vu", "luc", "tu",
        "den", "truoc", "module", "thu", "hang", "vi",
    ];
    let words: Vec<&str> = folded.split(' ').collect();
    // "50m/100m"
    let number = |at: usize| words.get(at).and_then(|word| counted(word));
    let Some(at) = (0..words.len().min(6)).find(|at| number(*at).is_some()) else { return false };
    let (Some(part), Some(whole)) = (number(at), number(at + 1)) else { return false };
    // "Đã tuyển được 1/2 giáo viên": of whom is hired or sent, the people are the work.
    const TAKES_ON: &[&str] = &["tuyen", "hop", "cu", "ket", "dieu"];
    let takes_on = TAKES_ON.contains(words.iter().find(|word| **word != "da").unwrap_or(&"")) || is_entered(&words);
    part < whole
        && (at == 0 || !BEFORE.contains(&words[at - 1]))
        // "25/30 điểm", but "3/5 điểm trường"
        && (words.get(at + 2) != Some(&"diem") || words.get(at + 3) == Some(&"truong"))
        // "18/20 lớp đạt tiên tiến"
        && !(words.get(at + 2) == Some(&"lop") && matches!(words.get(at + 3), Some(&"dat" | &"xep" | &"tien" | &"duoc" | &"tham")))
        && words.get(at + 2).map_or(words[at + 1].contains('m'), |what| {
            (!PEOPLE.contains(what) || takes_on || folded.ends_with(" chỉ tieu") || folded.ends_with(" ke hoach")) && what.parse::<u32>().is_err() && *what != "nam" && *what != "thang"
        })
}
