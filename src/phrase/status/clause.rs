//! The clauses of a text of a result in, whether one of them says that a part of the work is not done out: `Giai đoạn 1 đã xong, giai đoạn 2 chưa`.

use super::barred::prepares;
use super::found::only_finds_broken;
use super::only::only_some;
use super::parts::{
    PEOPLE, comes_next, counts_twice, counts_undone, drops_some, ends_short, goes_on, has_none, leaves_some, lies_undone, owes_money,
    rest_waits,
};
use super::share::{counted, share_of_work};
use super::steps::only_steps;
use super::target::{Aim, aim};
use super::unfruitful::comes_to_nothing;
use super::words::heard;
use crate::text::{clean, holds_words as says};

/// Behind "chưa": the work was begun, or what was bought has not come.
const ENDS: &[&str] = &[
    "xong", "het", "ve", "hoan", "du", "tron", "dut", "duoc", "lap", "thi", "xay", "sua", "mua", "thuc", "trien", "lam", "tra", "giao",
    "toi",
];
/// How work lies undone, in any clause. Folded.
const UNDONE: &[&str] = &[
    "dở dang",
    "tam dừng",
    "dang dở",
    "ghi von",
    "nua chung",
    "con no",
    "dinh tre",
    "bỏ dang",
    "chua dau vao dau",
    "cam chung",
    "chay thu",
    "vận hanh thu",
];
/// In a later clause: the rest is left to another time.
const TO_ANOTHER_TIME: &[&str] = &[
    " sang nam",
    " sang hk",
    " sang hoc ky",
    " sang thang",
    " để nam sau",
    " để he",
    " để hk",
    " để hoc ky",
    " chuyen hk",
    " chuyen hoc ky",
    " đợi xa hoi hoa",
    " đợi kinh phi",
];
/// Inspections: what is missing or not yet was found by them.
const INSPECTS: &[&str] = &["ra soat", "kiem ke", "kiem kê", "kiem tra", "kham", "thong ke", "thong kê", "khao sat", "phan loai"];
/// A longer clause tells more than how far the work is.
const LONGEST: usize = 14;

/// Whether a part of the work is said to be open, in a text without words that only look like "chưa". What is said so of people is not of the work.
pub(super) fn leaves_a_part(text: &str) -> bool {
    if aim(text) == Some(Aim::Missed) || rest_waits(text) {
        return true;
    }
    let text = clean(text)
        .to_lowercase()
        .replace(" nhưng ", ", ")
        .replace(" chứ chưa ", ", chưa ")
        .replace(" nhung ", ", ")
        .replace(" mà không", ", không")
        .replace(" song ", ", ")
        .replace(" còn lại ", ", ")
        .replace('+', ", ")
        .replace(": ", ", ")
        .replace(" và sẽ ", ", sẽ ")
        .replace(" - ", ", ")
        .replace(" – ", ", ");
    let clauses: Vec<String> = text.split([',', ';', '.', '\n', '(', ')']).map(heard).filter(|clause| !clause.is_empty()).collect();
    let written: Vec<&str> = text.split([',', ';', '.', '\n', '(', ')']).map(str::trim).filter(|clause| !clause.is_empty()).collect();
    let to_nothing = clauses.iter().any(|clause| comes_to_nothing(clause));
    if only_steps(&clauses) || drops_some(&clauses) || to_nothing || only_finds_broken(&written) {
        return true;
    }
    let finds = clauses.first().is_some_and(|first| inspects(first));
    text.split([',', ';', '.', '\n', '(', ')']).map(str::trim).enumerate().any(|(at, written)| {
        if finds && at > 0 && is_found(written) || is_of_the_old(written) {
            return false;
        }
        if excepts(written) || at > 0 && (written == "không được" || written == "không nổi") || is_over_with_unit(written) {
            return true;
        }
        // "Hết kinh phí, dừng", "Bỏ dở"; "bộ đồ dùng" looks the same without its marks.
        // "Đường truyền yếu nên ngừng", "mở được vài buổi rồi thôi"
        let ends = |end: String| written.ends_with(&end);
        let given_up =
            ["nên", "phải", "rồi", "đành"].iter().any(|lead| ["dừng", "ngừng", "ngưng"].iter().any(|stop| ends(format!(" {lead} {stop}"))))
                || ends(" rồi thôi".to_owned())
                || ends(" rồi bỏ".to_owned());
        let stopped = given_up
            || written.contains("bỏ dở")
            || ["dừng", "ngừng", "ngưng"].iter().any(|word| written == *word || written.starts_with(&format!("{word} lại")));
        let clause = heard(written);
        stopped || is_open(&clause, at > 0) || written.contains('%') && share_of_work(&clause)
    })
}

/// "Mô đun 4 học sau", "khối 8, 9 làm tiếp"; "phía sau", "cửa sau" are places.
fn is_for_after(words: &[&str]) -> bool {
    const PLACES: &[&str] = &["phia", "cua", "san", "day", "mat", "ngay", "truoc", "dang", "cong", "khu", "lan", "ve", "buoc"];
    const KEPT: &[&str] = &["duy", "phat", "nhan", "giu", "tiep"];
    match words {
        [first, ..] if KEPT.contains(first) => false,
        [.., before, "sau"] => !PLACES.contains(before),
        [.., "lam" | "hien" | "khai", "tiep"] => true,
        [.., "he" | "hè", "lam"] => true,
        _ => false,
    }
}

/// "Rà soát xong", "Đã kiểm kê".
fn inspects(clause: &str) -> bool {
    let rest = clause.strip_prefix("da ").unwrap_or(clause);
    INSPECTS.iter().any(|deed| rest == *deed || rest.strip_prefix(deed).is_some_and(|rest| rest.starts_with(' ')))
}

/// "có 3 hồ sơ chưa đủ minh chứng", "thiếu 3 bộ": what an inspection found, and not that it goes on.
fn is_found(written: &str) -> bool {
    let clause = heard(written);
    let found = ["co ", "thieu ", "hong ", "phat hien ", "con thieu "].iter().any(|lead| clause.starts_with(lead));
    found && !INSPECTS.iter().any(|deed| clause.contains(deed))
}

/// "cái cũ đang chờ thanh lý": of what was replaced.
fn is_of_the_old(written: &str) -> bool {
    written.split(' ').take(4).any(|word| word == "cũ") && written.contains("thanh lý")
}

/// "Đã xong trừ phòng Tin"; "bài trừ", "phòng trừ" are deeds, and what is taken off a sum is no rest.
fn excepts(written: &str) -> bool {
    let words: Vec<&str> = written.split(' ').collect();
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).map_or("", |at| words[at]);
        let next = words.get(at + 1).copied().unwrap_or_default();
        *word == "trừ"
            && !matches!(before, "bài" | "loại" | "phòng" | "diệt" | "khấu" | "miễn" | "giảm" | "bù")
            && !matches!(next, "tiền" | "" | "điểm" | "sâu" | "khử" | "các")
            // "trừ 5 em ốm": the work was done with all that were there.
            && !words.get(at + 2).is_some_and(|what| next.parse::<u32>().is_ok() && PEOPLE.contains(&heard(what).as_str()))
    }) || written.starts_with("không kể ")
        || ["hết ngoài ", "xong ngoài ", "thành ngoài "].iter().any(|words| written.contains(words))
}

/// "Vận động được 20 triệu/50 triệu", "9 tháng/12 tháng".
fn is_over_with_unit(written: &str) -> bool {
    let Some((part, whole)) = written.split_once('/') else { return false };
    let [.., count, unit] = &part.trim().split(' ').collect::<Vec<_>>()[..] else { return false };
    let mut whole = whole.trim().split(' ');
    let (Some(of), Some(of_unit)) = (whole.next(), whole.next()) else { return false };
    unit == &of_unit && matches!((count.parse::<f64>(), of.parse::<f64>()), (Ok(part), Ok(whole)) if part < whole)
}

fn is_open(clause: &str, later: bool) -> bool {
    let words: Vec<&str> = clause.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > LONGEST {
        return false;
    }
    let put_off = later && (TO_ANOTHER_TIME.iter().any(|words| format!(" {clause}").contains(words)) || is_for_after(&words));
    // "Họp PH lần 2 vẫn chưa thống nhất", "1 số nội dung không làm được"
    let lacks = later && clause.ends_with(" khong lam duoc")
        || clause.contains(" van chua thong nhat")
        || ["van thieu", "van con thieu", "con thieu", "van chua"].iter().any(|words| clause.starts_with(words));
    put_off
        || lacks
        || prepares(clause)
        || awaits_others(&words)
        || UNDONE.iter().any(|words| says(clause, words) && !owes_money(clause))
            && !clause.ends_with("thu on dinh")
            && !clause.ends_with("thu tot")
        || is_short_of(&words)
        || is_stage(clause)
        || is_of_some(&words)
        || denies(&words)
        || falls_short(&words)
        || counts_undone(&words, later)
        || lies_undone(&words, later)
        || goes_on(&words, later)
        || counts_twice(&words)
        || leaves_some(&words)
        || clause.ends_with(" con thieu") && !matches!(words[0], "da" | "bo" | "mua" | "tuyen" | "khong")
        || ends_short(&words)
        || [" xong dot 1", " xong giai doan 1", " xong buoc 1", " lan 1 xong", " dot 1 xong", " giai doan 1 xong"]
            .iter()
            .any(|end| clause.ends_with(end))
        || later && (is_expected(&words) || goes_further(clause))
        || comes_next(&words, later)
        || has_none(&words, later)
        || later && only_some(clause)
        || words.last() == Some(&"dở")
        || later && (matches!(words[..], ["it"] | ["con", "it"] | ["chua"]) || words.last() == Some(&"thieu") || is_to_come(&words))
        || says(clause, "khoi cong") && !says(clause, "xong") && !says(clause, "hoan thanh")
}

/// "Chuyên đề 2 dự kiến tháng 3"; "muộn hơn dự kiến" says when it was done.
fn is_expected(words: &[&str]) -> bool {
    let place = words.windows(2).position(|pair| pair == ["du", "kien"]);
    place.is_some_and(|at| at == 0 || !matches!(words[at - 1], "hon" | "voi" | "theo" | "nhu"))
}

/// "Tiếp tục bồi dưỡng trong HKII", "cần bổ sung thêm", "còn vướng"; what is kept up is done.
fn goes_further(clause: &str) -> bool {
    const KEPT: &[&str] = &["duy", "phat", "giu", "nhan", "nang", "bao"];
    let goes_on = clause.strip_prefix("tiep tuc ").and_then(|rest| rest.split(' ').next()).is_some_and(|next| !KEPT.contains(&next));
    goes_on
        || ["can bo sung", "can hoan thien", "can tiep tuc", "con vuong", "con gap kho khan", "con kho khan"]
            .iter()
            .any(|words| clause.starts_with(words))
}

/// "HKII sẽ tổng kết", "1 phòng hoàn thành trong tháng 2", "tháng 2 tổ chức".
pub(super) fn is_to_come(words: &[&str]) -> bool {
    const KEPT: &[&str] = &["duy", "phat", "tiep", "nhan", "bao", "su"];
    let words: Vec<&str> = words.iter().copied().filter(|word| *word != "duoc").collect();
    let words = &words[..];
    const WORKS: &[&str] = &["to", "thuc", "trien", "lam", "mua", "khoi", "lap", "sua", "xay", "tien", "thi", "nghiem"];
    // "phần ốp lát và thiết bị sẽ làm sau Tết"
    // "danh mục thiết bị tối thiểu sẽ làm vào hè"
    let dated = |at: usize| words.get(at + 2).is_some_and(|when| matches!(*when, "vao" | "trong" | "sau"));
    let farthest = |at: usize| if matches!(words[0], "phan" | "hang" | "cac" | "so") || dated(at) { 7 } else { 4 };
    let will = words.iter().position(|word| *word == "se").filter(|at| (1..=farthest(*at)).contains(at));
    let goes_on = |at: usize| {
        words.get(at + 1..at + 4).is_some_and(|next| matches!(next, ["tiep", "tuc", "trong" | "vao" | "lam" | "thuc" | "trien"]))
    };
    will.is_some_and(|at| words.get(at + 1).is_some_and(|next| !KEPT.contains(next) || goes_on(at)) && !words[..at].contains(&"da"))
        || matches!(words, ["thang", month, work, ..] if month.parse::<u8>().is_ok_and(|month| (2..=7).contains(&month)) && WORKS.contains(work))
}

/// "Thiếu 2 bộ bàn ghế", "Mua thiếu 2 bộ", "3 buổi trong tổng số 5 buổi".
fn is_short_of(words: &[&str]) -> bool {
    let number = |at: usize| words.get(at).and_then(|word| counted(word));
    let short =
        words.iter().enumerate().any(|(at, word)| *word == "thieu" && number(at + 1).is_some() && (at == 0 || words[at - 1] != "khong"));
    let of_all = words.windows(2).position(|pair| matches!(pair, ["tong", "so"] | ["trong", "so"])).is_some_and(|at| {
        let part = words[..at].iter().rev().find_map(|word| word.parse::<u32>().ok());
        part.zip(number(at + 2)).is_some_and(|(part, whole)| part < whole)
    });
    // "3 trên 5 nội dung", "2 trong 4 chuyên đề"; "2 buổi trong 3 ngày" is how long they took.
    const STRETCHES: &[&str] = &["ngay", "tuan", "thang", "nam", "hoc", "ky", "hk", "dot", "quy", "lop", "diem", "giai"];
    // "3 trên tổng 5 phòng"
    let words: Vec<&str> = words.iter().copied().filter(|word| *word != "tong").collect();
    let of_some = words.windows(3).enumerate().any(|(at, three)| {
        let counted = matches!(three[1], "tren" | "trong")
            && three[0].parse::<u32>().ok().zip(three[2].parse::<u32>().ok()).is_some_and(|(part, whole)| part < whole);
        // "Trường là 1 trong 5 đơn vị dẫn đầu", "đạt giải 2 trong 3 môn"
        let ranks = at > 0 && matches!(words[at - 1], "la" | "giai" | "top");
        counted && !ranks && words.get(at + 3).is_some_and(|what| !STRETCHES.contains(what))
    });
    // "6 đầu việc trên 9"
    let of_more = (0..words.len()).any(|at| {
        let Some(part) = words[at].parse::<u32>().ok() else { return false };
        let over = (at + 2..=at + 3).find(|over| words.get(*over) == Some(&"tren"));
        over.and_then(|over| words.get(over + 1)?.parse::<u32>().ok().filter(|_| words.len() == over + 2)).is_some_and(|whole| part < whole)
    });
    let people = words.iter().any(|word| PEOPLE.contains(word));
    !people && (short || of_all || of_some || of_more)
}

/// "Xong giai đoạn 1", "Hoàn thành bước đầu", "Ở giai đoạn cuối".
fn is_stage(clause: &str) -> bool {
    const PARTS: &[&str] =
        &["khau chuan bi", "phan mong", "phan tho", "phan khung", "phan than", "mong", "giai doan 1", "giai doan dau", "dot 1", "buoc 1"];
    if PARTS
        .iter()
        .filter_map(|part| clause.strip_prefix(part))
        .any(|rest| matches!(rest, " da xong" | " xong" | " da hoan thanh" | " hoan thanh"))
    {
        return true;
    }
    let rest = clause.strip_prefix("da ").unwrap_or(clause);
    let done = [
        "thuc hien den ",
        "trien khai den ",
        "lam den ",
        "xong ",
        "hoan thanh ",
        "lam xong ",
        "thuc hien xong ",
        "nghiem thu ",
        "thi cong xong ",
        "o ",
    ]
    .iter()
    .find_map(|opening| rest.strip_prefix(opening));
    const EARLY: &[&str] = &[
        "mong",
        "thiet ke",
        "dau thau",
        "ho so thiet ke",
        "khau chuan bi",
        "du thao",
        "de cuong",
        "dan y",
        "ban thao",
        "thu tuc",
        "chu truong",
        "khoi luong nho",
        "ban ve",
        "ban vẽ",
        "du toan",
        "san lap",
        "phan tho",
        "phan mong",
        "phan khung",
    ];
    if done.is_some_and(|stage| {
        EARLY.iter().any(|early| stage == *early || stage.strip_prefix(early).is_some_and(|rest| rest.starts_with(' ')))
    }) {
        return true;
    }
    done.is_some_and(|stage| {
        let mut words = stage.split(' ');
        let named = matches!((words.next(), stage.starts_with("giai doan")), (Some("buoc" | "dot"), _) | (_, true));
        let number = words.find(|word| *word != "doan");
        let of =
            number.is_some_and(|word| word.parse::<u8>().is_ok_and(|number| number <= 3) || matches!(word, "dau" | "i" | "cuoi" | "mot"));
        named && of && words.next().is_none()
    })
}

/// "Thực hiện chưa thường xuyên", "Thực hiện không đầy đủ", "Vận động chưa được".
fn falls_short(words: &[&str]) -> bool {
    const WORKS: &[&str] = &[
        "thuc hien",
        "trien khai",
        "lam",
        "to chuc",
        "tien hanh",
        "thi cong",
        "vận dong",
        "duy tri",
        "ap dung",
        "tuyen",
        "tuyen dung",
        "ket qua",
        "hoan thanh",
    ];
    const STATES: &[&str] = &[
        "thuong", "tot", "dong", "day", "deu", "duoc", "triet", "nghiem", "hieu", "dung", "kip", "dat", "het", "ky", "sau", "rong", "lien",
        "dam", "bao",
    ];
    let Some(at) = words.iter().position(|word| matches!(*word, "chua" | "khong")).filter(|at| (1..=4).contains(at)) else { return false };
    let rest = &words[..at];
    let rest = rest.strip_prefix(&["da"]).unwrap_or(rest);
    let rest = rest.strip_suffix(&["con"]).unwrap_or(rest);
    WORKS.contains(&rest.join(" ").as_str()) && words.get(at + 1).is_some_and(|state| STATES.contains(state))
}

/// "Có lớp chưa thực hiện", "Nơi có nơi chưa", "Một số lớp chưa", "Tổ Toán chưa làm".
fn is_of_some(words: &[&str]) -> bool {
    let Some(at) = words.iter().position(|word| *word == "chua") else { return false };
    let some = matches!(words[0], "co" | "noi" | "mot" | "vai" | "con") && at >= 2;
    let some = some || matches!(words[0], "to" | "khoi" | "lop") && (2..=3).contains(&at);
    some && at <= 5 && !PEOPLE.contains(&words[at - 1]) && words.get(at + 1).is_none_or(|next| ENDS.contains(next))
}

/// "UBND xã chưa cấp đất", "Phụ huynh chưa đồng thuận".
fn awaits_others(words: &[&str]) -> bool {
    let words = words.strip_prefix(&["mot", "so"]).unwrap_or(words);
    const OTHERS: &[&str] = &["ubnd", "uy", "cap", "phu", "cha", "phong", "so", "huyen", "xa", "dia", "nha"];
    const GRANTS: &[&str] = &["cap", "duyet", "phe", "dong", "bo", "giao", "chap", "co"];
    let at = words.iter().position(|word| *word == "chua").filter(|at| (1..=4).contains(at));
    at.and_then(|at| words.get(at + 1)).is_some_and(|next| OTHERS.contains(&words[0]) && GRANTS.contains(next))
        && words[..2] != ["phu", "dao"]
}

/// "Sửa chưa xong", "hàng chưa về", "giai đoạn 2 chưa": what the work is or was for, then that it is not done.
fn denies(words: &[&str]) -> bool {
    // What somebody did to others: "phụ đạo học sinh chưa hoàn thành".
    const DEEDS: &[&str] =
        &["da", "phu", "boi", "giup", "kem", "ho", "nhac", "vận", "ra", "khong", "tham", "giam", "tang", "huong", "tiep"];
    // "Dụng cụ y tế thì chưa", "kinh phí và con người đều chưa": however much is named before it.
    if let [.., "thi" | "deu" | "van", "chua"] = words {
        return !words.iter().any(|word| PEOPLE.contains(word));
    }
    let Some(at) = words.iter().position(|word| *word == "chua").filter(|at| (1..=4).contains(at)) else { return false };
    if DEEDS.contains(&words[0]) || words[..at].iter().any(|word| PEOPLE.contains(word)) {
        return false;
    }
    match words.get(at + 1) {
        None => true,
        Some(&"ve") => words.len() == at + 2,
        Some(next) => matches!(*next, "xong" | "het" | "du" | "dut") || words[at + 1..].iter().take(3).any(|word| *word == "xong"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::as_meant;
    use super::*;

    #[test]
    fn a_part_that_is_open_is_found_in_any_clause() {
        for text in [
            "Giai đoạn 1 đã xong, giai đoạn 2 chưa",
            "Đợt 1 xong, đợt 2 sang năm",
            "Một số lớp đã có, một số lớp chưa",
            "Nơi có nơi chưa",
            "Có lớp chưa thực hiện",
            "Sửa chưa xong",
            "Thực hiện chưa hết",
            "Phòng máy chưa lắp xong",
            "Đã đặt mua, hàng chưa về",
            "Mua thiếu 2 bộ",
            "Thiếu 2 bộ bàn ghế",
            "Sơn xong 3 phòng, còn nợ 2 phòng",
            "Đã thực hiện được 3 buổi trong tổng số 5 buổi",
            "Xong giai đoạn 1",
            "Ở giai đoạn cuối",
            "Công trình tạm dừng",
            "Nhà thầu bỏ dở",
            "Hết kinh phí, dừng",
            "Sân trường sửa chữa chưa xong",
            "UBND xã chưa cấp đất",
            "Phụ huynh chưa đồng thuận",
            "Vẫn thiếu 1 giáo viên Tiếng Anh",
            "Đã bổ sung nhưng vẫn thiếu",
        ] {
            assert!(leaves_a_part(&as_meant(text)), "{text}");
        }
        for text in [
            "",
            "Đã hoàn thành",
            "Đã phụ đạo học sinh chưa hoàn thành",
            "Phụ đạo học sinh chưa hoàn thành môn Toán",
            "Giảm tỉ lệ học sinh chưa hoàn thành",
            "Giáo viên chưa đạt chuẩn đã đi học",
            "Không thiếu 1 bộ nào",
            "Đã bổ sung giáo viên còn thiếu",
            "Hoàn thành giai đoạn 2021-2025 của đề án xây dựng trường chuẩn",
            "Có học sinh chưa ngoan được giáo dục",
            "Đúng tiến độ",
            "Đã chuyển sang năm học mới",
            "Vận động 3 em trong tổng số 5 em bỏ học trở lại lớp",
            "Sửa chữa xong",
            "Sửa chữa hết các phòng",
            "Sua chua xong",
            "Phụ đạo học sinh chưa đồng đều",
            "Đã mua và bàn giao 5 bộ đồ dùng, đồ chơi",
        ] {
            assert!(!leaves_a_part(&as_meant(text)), "{text}");
        }
    }
}
