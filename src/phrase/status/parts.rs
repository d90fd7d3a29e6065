//! A clause of a result in, whether what it counts or names is left undone out: `1 phòng chưa sơn`, `8 phòng trên 10 phòng`, `Nền chưa lát`.

/// Whose "chưa" is what they are, and no state of the work.
pub(super) const PEOPLE: &[&str] = &["sinh", "hs", "em", "tre", "trẻ", "chau", "nguoi", "vien", "gv", "nv", "huynh", "dan"];

/// "1 phòng chưa sơn", "1 phòng sơn sau", "2 nội dung chưa làm".
pub(super) fn counts_undone(words: &[&str], later: bool) -> bool {
    let counted = words[0].parse::<u32>().is_ok() && !words.iter().any(|word| PEOPLE.contains(word));
    // "3 chỉ số không đạt"
    const ASKED: &[&str] = &["chi", "chỉ", "noi", "tieu", "muc", "mon"];
    if counted && words.ends_with(&["khong", "dat"]) && words.get(1).is_some_and(|what| ASKED.contains(what)) {
        return true;
    }
    let Some(at) = words.iter().position(|word| *word == "chua") else {
        return counted && later && words.len() > 2 && words.last() == Some(&"sau");
    };
    counted && (2..=5).contains(&at) && words.get(at + 1).is_some_and(|next| !matches!(*next, "dat" | "co" | "ke" | "tinh"))
}

/// "Nền chưa lát", "hàng chưa giao": behind another clause, what a thing was to become.
pub(super) fn lies_undone(words: &[&str], later: bool) -> bool {
    const DEEDS: &[&str] = &[
        "da", "phu", "boi", "giup", "kem", "ho", "nhac", "vận", "ra", "khong", "tham", "giam", "tang", "huong", "tiep", "ket", "hieu",
        "chat", "co",
    ];
    const WELL: &[&str] = &["cao", "tot", "that", "hieu", "deu", "phat", "để", "tung", "bao", "quyet", "thanh", "kip"];
    // What somebody else has to deliver.
    const OTHERS: &[&str] = &["nha thau", "don vi thi cong", "nha cung cap", "hang", "thiet bi", "may"];
    let Some(at) = words.iter().position(|word| *word == "chua").filter(|at| (1..=5).contains(at)) else { return false };
    let Some(next) = words.get(at + 1) else { return false };
    // "Nhà vệ sinh học sinh chưa sửa"
    let people = !is_built(words) && words[..at].iter().any(|word| PEOPLE.contains(word));
    let others = OTHERS.contains(&words[..at].join(" ").as_str());
    // "CLB bóng rổ chưa thành lập", but "chưa thành thạo"
    let founded = *next == "thanh" && words.get(at + 2) == Some(&"lap");
    let happens = *next == "xay" && words.get(at + 2) == Some(&"ra");
    (later && words.len() <= at + 4 || others) && !people && !DEEDS.contains(&words[0]) && (!WELL.contains(next) || founded) && !happens
}

/// "Giai đoạn 2 đang triển khai", "UBND xã đang xem xét", "2 giáo viên đang học đại học".
pub(super) fn goes_on(words: &[&str], later: bool) -> bool {
    const WORKS: &[&str] = &[
        "thuc", "trien", "lam", "sua", "xay", "thi", "hoan", "lap", "mua", "tien", "chờ", "son", "lat", "lop", "do", "cai", "nang", "dao",
        "to", "soan", "san", "cap", "nhap", "viet", "quay", "ghi", "trong", "trồng", "in", "dau", "thuong", "bo", "đợi",
    ];
    const ASKED: &[&str] = &["ubnd", "uy", "cap", "phong", "so", "huyen", "xa"];
    const STAFF: &[&str] = &["vien", "gv", "bo", "c", "chi", "chí", "cbql", "chuc", "nguoi"];
    let Some(at) = words.iter().position(|word| *word == "dang").filter(|at| (1..=5).contains(at)) else { return false };
    let next = words.get(at + 1).copied().unwrap_or_default();
    let people = !is_built(words) && words[..at].iter().any(|word| PEOPLE.contains(word));
    let counted = words[0].parse::<u32>().is_ok() || words[0] == "co" && words[1].parse::<u32>().is_ok();
    later && !people && WORKS.contains(&next)
        || ASKED.contains(&words[0]) && matches!(next, "xem" | "tham" | "chờ" | "lap" | "trinh" | "xet" | "xin")
        || counted && STAFF.contains(&words[at - 1]) && matches!(next, "hoc" | "theo" | "on" | "thi" | "dao")
}

/// "Nhà vệ sinh học sinh": people are named only for what is theirs.
fn is_built(words: &[&str]) -> bool {
    let first = usize::from(words[0].parse::<u32>().is_ok());
    matches!(words.get(first), Some(&"nha" | &"phong" | &"khu" | &"san" | &"tuong" | &"cong" | &"ban"))
}

/// "8 phòng trên 10 phòng", "xong 8 phòng/10 phòng".
pub(super) fn counts_twice(words: &[&str]) -> bool {
    let words: Vec<&str> = words.iter().copied().filter(|word| !matches!(*word, "tong" | "so")).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<u32>().ok());
    (0..words.len()).any(|at| {
        // "15/8 đến 30/8" are days.
        let (Some(part), Some(thing), None) = (number(at), words.get(at + 1), number(at + 1)) else { return false };
        let behind = if number(at + 2).is_some() || matches!(words.get(at + 2), Some(&"tren" | &"trong")) { at + 2 } else { at + 3 };
        let over = behind + usize::from(matches!(words.get(behind), Some(&"tren" | &"trong")));
        number(over).is_some_and(|whole| part < whole)
            && words.get(over + 1) == Some(thing)
            && (!PEOPLE.contains(thing) || is_entered(&words))
            && !TIMES.contains(thing)
    })
}

/// "Nhập được 260 em trên 530 em": of what is written into a book or a computer, the people are the work.
pub(super) fn is_entered(words: &[&str]) -> bool {
    let rest = words.strip_prefix(&["da"]).or(words.strip_prefix(&["moi"])).unwrap_or(words);
    matches!(rest, ["nhap", next, ..] if !matches!(*next, "hoc" | "cuoc" | "vien" | "vai" | "trường" | "truong"))
        || rest.starts_with(&["so", "hoa"])
}

const TIMES: &[&str] = &["thang", "nam", "ngay", "tuan", "trieu", "dong", "ty", "nghin", "lan"];

/// "Xong 3, còn 2", "Xong 3 còn 2"; "giảm còn 3%" is another matter.
pub(super) fn leaves_some(words: &[&str]) -> bool {
    words.windows(2).enumerate().any(|(at, pair)| {
        pair[0] == "con"
            && pair[1].parse::<u32>().is_ok()
            && at >= 2
            && words[..at].iter().any(|word| word.parse::<u32>().is_ok())
            && !matches!(words[at - 1], "giam" | "xuong" | "chỉ")
            // "giảm từ 34 còn 11"
            && !words[..at].iter().rev().take(5).any(|word| *word == "giam")
            && words.get(at + 2).is_none_or(|what| !TIMES.contains(what) && !PEOPLE.contains(what))
    })
}

/// "Hồ sơ cập nhật chưa kịp thời": how the work falls short, at the end of what is short.
pub(super) fn ends_short(words: &[&str]) -> bool {
    const STATES: &[&str] = &[
        "thuong xuyen",
        "kip thoi",
        "day du",
        "dong bo",
        "tot",
        "dong deu",
        "dung han",
        "dung tien do",
        "nghiem tuc",
        "triet de",
        "het",
        "rong",
        "rong rai",
        "den noi den chon",
        "dap ung",
        "dap ung yeu cau",
    ];
    const AGAINST: &[&str] = &["khac", "giam", "nhac", "chan", "xu", "han", "phe", "ra", "kiem", "tranh"];
    let Some(at) = words.iter().rposition(|word| *word == "chua").filter(|at| (2..=8).contains(at)) else { return false };
    STATES.contains(&words[at + 1..].join(" ").as_str())
        && !AGAINST.contains(&words[0])
        && !words[..at].iter().any(|word| PEOPLE.contains(word))
}

/// "Tầng 3 không có", "khối 9 thì không": behind other parts, one that has none.
pub(super) fn has_none(words: &[&str], later: bool) -> bool {
    const KINDS: &[&str] = &["tầng", "tang", "khoi", "lop", "phong", "day", "diem", "khu", "to", "nha"];
    const MOST: usize = 7;
    let ends = matches!(words, [.., "khong", "co"] | [.., "chua", "co"] | [.., "thi", "khong"]);
    later && ends && KINDS.contains(&words[0]) && (3..=MOST).contains(&words.len())
}

/// "tháng sau mới có", "ra Tết mới lắp": behind what is done, what comes only at a time to come.
fn comes_only_then(words: &[&str]) -> bool {
    const TIMES: &[&[&str]] = &[
        &["thang", "sau"],
        &["thang", "toi"],
        &["tuan", "sau"],
        &["tuan", "toi"],
        &["nam", "sau"],
        &["nam", "toi"],
        &["sang", "nam"],
        &["ra", "tet"],
        &["sau", "tet"],
        &["qua", "tet"],
        &["quy", "sau"],
        &["quy", "toi"],
        &["ky", "sau"],
        &["he"],
        &["hè"],
        &["nghi", "he"],
        &["nghi", "hè"],
        &["hkii"],
        &["hk2"],
        &["hoc", "ky", "ii"],
        &["hoc", "ky", "2"],
    ];
    let words = words.strip_prefix(&["phai"]).or(words.strip_prefix(&["den"])).or(words.strip_prefix(&["sang"])).unwrap_or(words);
    let behind = TIMES.iter().find_map(|time| words.strip_prefix(*time));
    behind.is_some_and(|rest| matches!(rest, ["moi", verb, ..] if *verb != "nhat") && rest.len() <= 4)
}

/// "Lần 2 vào tháng 3", "đợt 2 sẽ làm": the next time is to come.
pub(super) fn comes_next(words: &[&str], later: bool) -> bool {
    let named = matches!(words, ["lan" | "dot" | "buoi", number, "vao" | "se" | "du" | "trong" | "sang" | "thang" | "hkii", ..] if number.parse::<u8>().is_ok());
    later && (named || comes_only_then(words))
}
/// "Đã sửa 3 phòng, 2 phòng còn lại sửa trong hè": summer and next year lie behind both days of report.
pub(super) fn rest_waits(text: &str) -> bool {
    const LATER: &[&str] = &[" trong hè", " vào hè", " dịp hè", " năm sau", " năm học sau", " năm tới", " năm học tới", " sang năm"];
    let text = text.to_lowercase();
    let rest = text.split_once("còn lại").map(|(_, rest)| rest.split([',', ';', '.', '\n']).next().unwrap_or_default());
    rest.is_some_and(|rest| LATER.iter().any(|time| rest.contains(time)) && !rest.contains(" đã "))
}

/// "Còn nợ tiền thợ": of what is done.
pub(super) fn owes_money(clause: &str) -> bool {
    const WHOM: &[&str] = &[
        "tien tho",
        "tien thợ",
        "thợ",
        "tien nha thau",
        "tien cong",
        "tien vat lieu",
        "nha thau",
        "tho ",
        "tho",
        "cua hang",
        "cong ty",
        "don vi thi cong",
    ];
    clause.split_once("con no ").is_some_and(|(_, what)| {
        WHOM.iter().any(|whom| what.strip_prefix(whom).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    })
}

/// "2 việc xong, 1 việc hủy", "Xong 2 hạng mục, hủy 1 hạng mục": of several things, that some were dropped.
pub(super) fn drops_some(clauses: &[String]) -> bool {
    let drops: Vec<bool> = clauses.iter().map(|clause| drops_counted(&clause.split(' ').collect::<Vec<_>>())).collect();
    drops.contains(&true) && drops.contains(&false)
}

fn drops_counted(words: &[&str]) -> bool {
    const THINGS: &[&str] = &[
        "viec", "noi", "hang", "hoat", "buoi", "dot", "chuyen", "chuyên", "tiet", "cuoc", "cong", "phan", "nhiem", "muc", "chuong", "lan",
        "dau",
    ];
    let number = |word: &&str| word.parse::<u32>().is_ok_and(|count| (1..100).contains(&count));
    let dropped = |rest: &[&str]| {
        let rest = match rest {
            ["phai" | "bi" | "da" | "duoc" | "thi" | "tam", rest @ ..] => rest,
            rest => rest,
        };
        match rest {
            ["huy" | "hoãn" | "hoan" | "bỏ" | "dừng" | "ngung"] => true,
            ["huy" | "hoãn" | "bỏ" | "dừng" | "ngung", next, ..] => matches!(*next, "do" | "vi" | "bỏ" | "lai" | "sang" | "vo"),
            ["khong", "thuc" | "to" | "trien" | "tien", "hien" | "chuc" | "khai" | "hanh", rest @ ..] => {
                rest.first().is_none_or(|next| matches!(*next, "do" | "vi" | "duoc" | "nua"))
            }
            ["khong", "lam"] | ["khong", "lam", "duoc", ..] => true,
            _ => false,
        }
    };
    match words {
        // "hủy 1 hạng mục"
        ["huy" | "hoãn" | "dừng", count, thing, ..] if number(count) && THINGS.contains(thing) => true,
        // "1 việc hủy", "1 nội dung không thực hiện"
        [count, thing, rest @ ..] if number(count) && THINGS.contains(thing) => (0..=1).any(|skip| rest.get(skip..).is_some_and(dropped)),
        // "chuyên đề 3 hoãn", "nội dung 2 không thực hiện"
        [thing, rest @ ..] if THINGS.contains(thing) => {
            (0..=1).any(|skip| rest.get(skip).is_some_and(number) && rest.get(skip + 1..).is_some_and(dropped))
        }
        _ => false,
    }
}
