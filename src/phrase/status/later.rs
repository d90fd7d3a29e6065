//! What a text of a result says of a time to come in, whether the work is left to it out: `Chuyển sang HKII`, `Tháng 3 mới làm`.

use super::assured::tells_a_deed;
use super::when_to_come::{is_second_half, is_time_to_come, is_year, is_year_end};

/// Put the work off. Folded, as all phrases here.
const NOT_BEGUN: &[&str] = &[
    "tam hoãn",
    "hoãn ",
    "bai bỏ",
    "loai bỏ",
    "loai khoi ke hoach",
    "rut khoi ke hoach",
    "bỏ khoi ke hoach",
    "dua ra khoi ke hoach",
    "khong can thiet",
    "khong co nhu cau",
    "khong thuoc đối tuong",
    "doi sang",
    "doi lai",
    "da lui thoi",
    "da lui lich",
    "da lui sang",
    "da lui den",
    "da lui lai",
    "da xin lui",
    "da xin hoãn",
    "da dua ra khoi ke hoach",
    "da loai khoi ke hoach",
    "da rut khoi ke hoach",
    "bỏ noi dung",
    "bỏ hang muc",
    "bỏ viec",
    "bỏ cong viec",
    "khong lam nua",
    "nằm tren giay",
    "con nằm tren giay",
    "van nằm tren giay",
    "van con nằm tren giay",
    "van con tren giay",
    "moi co tren giay",
    "gac lai ",
    "tam gac ",
    "noi dung nay truong xin rut",
    "xin rut ",
    "da chuyen sang nam",
    "da chuyen sang ke hoach nam",
    "da chuyen sang hk",
    "da chuyen sang hoc ky",
    "chuyen sang nam hoc",
    "chuyen sang thuc hien o ",
    "chuyen sang thuc hien vao ",
    "chuyen sang thuc hien trong ",
    "chuyen sang hoc ky",
    "chuyen sang hk",
    "chuyen sang ky",
    "du kien thuc hien",
    "du kien trien khai",
    "du kien to chuc",
    "du kien mua",
    "cham chua trien khai",
    "cham chua thuc hien",
    "dieu chinh sang",
    "gop vao ke hoach nam",
    "để lai nam",
    "chuyen sang nam",
    "chuyen sang thang",
    "chuyen sang quy",
    "chuyen sang dot",
    "chuyen sang giai doan",
    "chuyen hk",
    "chuyen hoc ky",
    "chuyen qua",
    "lui sang",
    "lui lai",
    "lui den",
    "lui thoi gian",
    "để sang",
    "day lui",
    "day sang",
    "day den",
    "dua vao ke hoach nam",
    "dua sang",
    "chuyen sang ke hoach",
    "xin chuyen",
    "xin lui",
    "xin hoãn",
    "de nghi chuyen",
    "de nghi lui",
    "de xuat chuyen",
];

/// Move the work elsewhere in time.
const MOVES: &[&str] = &["chuyen", "gop", "ghep", "doi", "lui", "gian", "chờ"];
/// Lead in the time it is moved to.
const TO: &[&str] = &["sang", "vao", "den", "qua", "toi"];
const TIMES: &[&str] = &["nam", "hk", "hk2", "hkii", "hoc", "ky", "thang", "quy", "dot", "giai", "he", "cuoi", "dau"];
const WORKS: &[&str] = &[
    "thuc hien",
    "trien khai",
    "lam",
    "mua",
    "mua sam",
    "to chuc",
    "sua",
    "sua chữa",
    "xay",
    "xay dung",
    "tien hanh",
    "bo sung",
    "lap dat",
];

/// Whether the text opens with the work being left to another time.
pub(super) fn is_for_later(folded: &str) -> bool {
    // "Bị lùi lại do mưa", "phải chuyển sang HKII"
    let folded =
        ["da bi ", "da phai ", "buoc phai ", "bi ", "phai ", "danh "].iter().find_map(|lead| folded.strip_prefix(lead)).unwrap_or(folded);
    // "Đổi sang hình thức vẽ tranh": how it was done.
    const WAYS: &[&str] =
        &["hinh thuc", "truc tuyen", "online", "cach ", "dang ", "phuong an", "mo hinh", "dia diem", "noi khac", "truc tiep"];
    if folded.strip_prefix("doi sang ").is_some_and(|how| WAYS.iter().any(|way| how.starts_with(way))) {
        return false;
    }
    let dropped = ["de nghi bỏ", "de nghi dua ra khoi ke hoach", "xin bỏ", "de xuat bỏ", "de nghi huy", "de nghi dừng"]
        .iter()
        .any(|words| format!(" {folded}").contains(&format!(" {words}")));
    dropped
        || is_supposed(folded)
        || NOT_BEGUN.iter().any(|phrase| folded.starts_with(phrase))
        || is_only_then(folded)
        || is_left_to(folded)
        || is_for_some_time(folded)
        || is_after(folded)
        || is_on_paper(folded)
        || is_given_up(folded)
        || matches!(folded, "thang sau" | "tuan sau" | "quy sau" | "ky sau" | "hoc ky sau" | "he toi" | "bỏ ngỏ" | "bỏ ngo" | "con bỏ ngỏ" | "con bỏ ngo")
        || folded.strip_prefix("chờ ").or(folded.strip_prefix("đợi ")).is_some_and(|when| is_time_to_come(when) || matches!(when, "den he" | "toi he" | "dip he" | "nghi he"))
        // "Kì thi lùi vô thời hạn"
        || folded.ends_with(" vo thoi han")
}

/// "Chắc qua Tết mới làm được", "Có lẽ sang hè mới mua": what is thought of a time to come.
fn is_supposed(folded: &str) -> bool {
    const SUPPOSE: &[&str] = &["chac ", "chac la ", "chac phai ", "chac den ", "co le ", "co khi ", "kha nang ", "chac cung phai "];
    let supposed = SUPPOSE.iter().filter_map(|lead| folded.strip_prefix(lead)).min_by_key(|rest| rest.len());
    // "Chắc tuần sau mới xong" is under way.
    supposed.and_then(|rest| rest.split_once(" moi ")).is_some_and(|(when, what)| {
        when.split(' ').count() <= 5 && !ENDS.iter().any(|end| what.starts_with(end)) && !when.split(' ').any(|word| word == "da")
    })
}

/// "Không còn phù hợp", "Không nằm trong kế hoạch", "Thay bằng nội dung khác".
fn is_given_up(folded: &str) -> bool {
    const LEADS: &[&str] =
        &["khong con phu hop", "khong nằm trong ke hoach", "khong nam trong ke hoach", "khong co trong ke hoach", "khong con can thiet"];
    const OTHERS: &[&str] = &["noi dung", "hoat dong", "hinh thuc", "cong viec", "viec", "phuong an"];
    let replaced = folded.strip_prefix("thay bang ").and_then(|rest| rest.strip_suffix(" khac"));
    LEADS
        .iter()
        .any(|lead| folded.strip_prefix(lead).is_some_and(|rest| rest.is_empty() || rest.starts_with(" nen ") || rest.starts_with(" voi ")))
        // "Chuyển cho đơn vị khác thực hiện"
        || folded.starts_with("chuyen cho ") && [" thuc hien", " phu trach", " quan ly"].iter().any(|end| folded.ends_with(end))
        || replaced.is_some_and(|what| OTHERS.contains(&what))
}

/// "Có kế hoạch nhưng chưa thực hiện", "Có chủ trương song chưa triển khai": the paper is there, and nothing else. To have drawn it up is a step.
fn is_on_paper(folded: &str) -> bool {
    const PAPERS: &[&str] = &["ke hoach", "kh", "chu truong", "du toan", "phuong an", "de an", "y tuong", "y tưởng", "du dinh", "chi dao"];
    const WORKS: &[&str] = &["thuc hien", "trien khai", "lam", "tien hanh", "bat dau", "thuc hien duoc", "trien khai duoc", "lam duoc"];
    // "Đã có trong kế hoạch", "Nằm trong kế hoạch trung hạn"
    const BEHIND: &[&str] = &["", "trung han", "nam hoc", "cua truong", "cua xa", "nam sau", "dau tu cong", "dau tu"];
    let listed = [
        "co trong ke hoach",
        "da co trong ke hoach",
        "nằm trong ke hoach",
        "nam trong ke hoach",
        "da nằm trong ke hoach",
        "da nam trong ke hoach",
        "dua vao ke hoach",
    ];
    let rest = listed.iter().find_map(|lead| folded.strip_prefix(lead));
    if let Some(rest) = rest {
        return BEHIND.contains(&rest.trim_start());
    }
    let Some(rest) = folded.strip_prefix("co ") else { return false };
    let Some(rest) = PAPERS.iter().find_map(|paper| rest.strip_prefix(paper)?.strip_prefix(' ')) else { return false };
    let rest = ["nhung ", "song ", "ma ", "tuy nhien "].iter().find_map(|turn| rest.strip_prefix(turn)).unwrap_or(rest);
    let rest = rest.strip_prefix("van ").unwrap_or(rest);
    rest.strip_prefix("chua ").is_some_and(|what| WORKS.contains(&what))
}

/// "Chờ quyết toán xong mới mua", "Đợi hội phụ huynh họp mới quyết", "Khi được cấp kinh phí mới thực hiện", "Có kinh phí thì làm".
fn is_after(folded: &str) -> bool {
    const WAITS: &[&str] =
        &["chờ ", "đợi ", "khi ", "den khi ", "bao gio ", "neu ", "co kinh phi ", "co nguon ", "co tien ", "co von ", "chung nao "];
    const MEANS: &[&str] = &["co kinh phi", "co nguon kinh phi", "co nguon", "duoc cap kinh phi", "duoc bo tri kinh phi", "co von"];
    let Some(rest) = WAITS.iter().find_map(|waits| folded.strip_prefix(waits)) else { return false };
    // "Đến khi có kinh phí"
    if MEANS.contains(&rest) {
        return true;
    }
    let own = format!(" {rest}");
    own.rsplit_once(" moi ").or_else(|| own.rsplit_once(" thi ")).is_some_and(|(_, what)| {
        what.split(' ').count() <= 4
            && !what.contains("duoc")
            && !what.contains("xong")
            && (tells_a_deed(what) || WORKS.contains(&what) || ["quyet", "tinh", "ban", "lam"].iter().any(|deed| what.starts_with(deed)))
    })
}

/// "Để sau", "Làm sau", "Xem xét sau", "Sắp làm".
fn is_for_some_time(folded: &str) -> bool {
    const VERBS: &[&str] = &["để", "tinh", "xem", "lam", "mua", "sua", "thuc", "trien", "to", "xay", "bo"];
    let words: Vec<&str> = folded.split(' ').collect();
    let after = words.len() <= 3 && words.last() == Some(&"sau") && VERBS.contains(&words[0]);
    let soon = folded
        .strip_prefix("sap ")
        .is_some_and(|rest| WORKS.iter().any(|work| rest == *work || rest.strip_prefix(work).is_some_and(|more| more.starts_with(' '))));
    let planned = folded
        .strip_prefix("co ke hoach ")
        .is_some_and(|rest| !rest.contains(" da ") && WORKS.iter().any(|work| rest.starts_with(&format!("{work} "))));
    // "Ra tháng 3", "Qua tháng 2"
    let month = ["ra thang ", "qua thang ", "hen thang ", "hen sang thang "].iter().find_map(|lead| folded.strip_prefix(lead));
    let month = month.is_some_and(|month| month.parse::<u8>().is_ok_and(|month| (2..=7).contains(&month)));
    // "Hẹn quý sau", "Hẹn ra Tết"
    let hoped = folded.strip_prefix("hen ").is_some_and(|when| {
        let when = ["den ", "sang ", "qua ", "lai "].iter().find_map(|lead| when.strip_prefix(lead)).unwrap_or(when);
        is_time_to_come(when) || matches!(when, "ra tet" | "sau tet" | "tet" | "ra giêng" | "ra gieng")
    });
    // "Kế hoạch tháng 4/2024 tổ chức"
    let in_plan = ["ke hoach ", "kh "].iter().find_map(|lead| folded.strip_prefix(lead)).is_some_and(|rest| {
        WORKS.iter().filter_map(|work| rest.strip_suffix(work)).any(|when| is_second_half(when.strip_suffix(' ').unwrap_or_default()))
    });
    in_plan || month || after || soon || planned || hoped || folded == "để lai"
}

/// Whether a time stands before what is to be done: "Cuối năm sẽ tổng kết", "Trong thời gian tới sẽ mua"; where that is, the statement.
pub(super) fn behind_time_to_come(folded: &str) -> Option<&str> {
    const OF_TIME: &[&str] = &["toi", "sau", "cuoi", "thang", "nam", "hk", "hkii", "hk2", "ky", "he", "tuan", "quy", "dau"];
    let at = folded.find(" se ")?;
    let before: Vec<&str> = folded[..at].split(' ').collect();
    (before.len() <= 5 && before.iter().any(|word| OF_TIME.contains(word)) && !before.contains(&"da")).then(|| &folded[at + 1..])
}

/// "HKII mới thực hiện", "Tháng 3 mới làm", "Đến quý II/2024 mới triển khai": times of the year's second half; those of its first
/// are past when the school reports. What "mới … được" tells was done.
fn is_only_then(folded: &str) -> bool {
    // "Theo kế hoạch thì tháng 4 mới làm"
    let planned =
        ["theo ke hoach ", "theo kh ", "theo lich ", "theo tien do ", "theo du kien "].iter().find_map(|lead| folded.strip_prefix(lead));
    let own = planned.map_or(folded, |rest| rest.strip_prefix("thi ").unwrap_or(rest));
    let rest = ["den ", "sang ", "tu ", "cho den "].iter().find_map(|lead| own.strip_prefix(lead)).unwrap_or(own);
    const SOON: &[&str] =
        &["nam sau", "nam hoc sau", "nam toi", "nam hoc toi", "sang nam", "he nay", "he toi", "ky sau", "hoc ky sau", "thang sau"];
    let soon = WORKS.iter().filter_map(|work| rest.strip_suffix(work)).any(|when| SOON.contains(&when.trim_end()));
    soon || rest.split_once(" moi ").is_some_and(|(when, what)| {
        (is_time_to_come(when) || is_second_half(when) || ends_with_time(when) || own.starts_with("sang ") && is_year(when))
            && (WORKS.contains(&what) || matches!(what, "co kinh phi" | "co von"))
            // "Đợt cuối năm mới đánh giá"
            || (is_time_to_come(when) || ends_with_time(when) || is_year_end(when)) && tells_a_deed(what) && what.split(' ').count() <= 4 && !what.contains("duoc")
    })
}

/// "Để HKII", "Để sang năm sau làm". "Đề HKII đã in" is an examination.
fn is_left_to(folded: &str) -> bool {
    let Some(left) = folded.strip_prefix("để ") else { return false };
    let rest = ["den ", "sang ", "cho den ", "danh den ", "danh sang "].iter().find_map(|lead| left.strip_prefix(lead)).unwrap_or(left);
    let words: Vec<&str> = rest.split(' ').collect();
    // "Để dịp 30/4 thay luôn"
    if matches!(words[..], ["dip" | "tet", ..]) && !words.contains(&"da") {
        return true;
    }
    (1..=words.len().min(4)).any(|end| {
        let what = words[end..].join(" ");
        let when = words[..end].join(" ");
        (is_time_to_come(&when) || is_second_half(&when))
            && (what.is_empty() || WORKS.contains(&what.strip_prefix("moi ").unwrap_or(&what)))
    })
}

/// "Đánh giá viên chức cuối năm"
fn ends_with_time(when: &str) -> bool {
    let named = when.starts_with("dot ") && when.ends_with("cuoi nam")
        || [" cuoi nam", " hkii", " hk2", " nam sau", " hoc ky 2", " hoc ky ii"].iter().any(|time| when.ends_with(time));
    named && when.split(' ').count() <= 7 && !when.starts_with("da ") && !when.contains(" da ")
}

/// "Giãn sang năm sau", "Gộp vào kế hoạch HKII", "Thực hiện trong năm học tới".
pub(super) fn is_moved(statement: &str) -> bool {
    let words: Vec<&str> = statement.split(' ').collect();
    let is_time = |at: usize| {
        let at = if words.get(at..at + 2) == Some(&["ke", "hoach"]) { at + 2 } else { at };
        // "Chuyển sang học ca sáng" is no term.
        words.get(at).is_some_and(|word| TIMES.contains(word) && (*word != "hoc" || matches!(words.get(at + 1), Some(&"ky" | &"ki"))))
    };
    let moves = MOVES.contains(&words[0]);
    let moved = words
        .iter()
        .enumerate()
        .take(if moves { 7 } else { 4 })
        .any(|(at, word)| (*word == "sang" || moves && TO.contains(word)) && is_time(at + 1));
    let later = ["nam sau", "nam hoc sau", "nam toi", "nam hoc toi"]
        .iter()
        .any(|later| statement.starts_with(&format!("{later} ")) || statement.ends_with(&format!(" {later}")));
    // "Tập huấn đợt 2 dời sang tháng 2"
    let done = words.iter().any(|word| matches!(*word, "da" | "xong" | "duoc" | "thanh" | "lai"));
    let put = words
        .windows(3)
        .enumerate()
        .any(|(at, three)| matches!(three[0], "doi" | "lui" | "chuyen" | "hoãn" | "gian") && TO.contains(&three[1]) && is_time(at + 2));
    let parted = counts_parts(&words);
    (moved || put && !done) && !parted
        // "Mua đủ sách cho năm học tới"
        || (later && !statement.contains(" cho nam ") && words.len() <= 8 && !matches!(words[0], "da" | "tiep") && !statement.contains("tiep tuc"))
}

/// "Mua 3 máy, 2 máy chuyển sang năm sau": what is moved is counted, and so is what was done of the same before it.
fn counts_parts(words: &[&str]) -> bool {
    let counted: Vec<&str> =
        words.windows(2).filter(|two| two[0].parse::<u32>().is_ok() && two[1].parse::<u32>().is_err()).map(|two| two[1]).collect();
    let first = words.iter().position(|word| word.parse::<u32>().is_ok());
    first.is_some_and(|at| at > 0) && counted.len() > 1 && counted[..counted.len() - 1].contains(&counted[counted.len() - 1])
}

const ENDS: &[&str] = &["xong", "hoan thanh", " ht", "ban giao", "nghiem thu", "dua vao su dung", "ket thuc"];

/// "Dự kiến HKII hoàn thành", "Tuần sau xong": what is to end has begun.
pub(super) fn expects_end(folded: &str) -> bool {
    const SOON: &[&str] = &["tuan sau ", "tuan toi ", "thang sau ", "thang toi ", "cuoi thang ", "cuoi tuan ", "cuoi nam ", "he toi "];
    is_open_ended(folded)
        || folded.starts_with("du kien ") && ENDS.iter().any(|end| folded.contains(end))
        || SOON.iter().filter_map(|soon| folded.strip_prefix(soon)).any(|rest| ENDS.contains(&rest))
}

/// "Không thể hoàn thành", "Không biết bao giờ xong": begun, and no end in sight.
fn is_open_ended(folded: &str) -> bool {
    const LEADS: &[&str] = &[
        "khong the hoan thanh",
        "khong the xong",
        "khong biet bao gio xong",
        "khong biet khi nao xong",
        "chua biet bao gio xong",
        "chua biet khi nao xong",
    ];
    // "Mai nghiệm thu"
    let soon = ["mai ", "ngay mai ", "mốt "].iter().find_map(|day| folded.strip_prefix(day));
    LEADS.iter().any(|lead| folded.starts_with(lead))
        || soon.is_some_and(|end| matches!(end, "nghiem thu" | "ban giao" | "xong" | "hoan thanh" | "lap"))
}

/// "Dự kiến tháng 5", "Thiếu kinh phí": under what is done, a time to come or what was in the way is nothing done.
pub(super) fn is_put_off(folded: &str) -> bool {
    const REASONS: &[&str] = &[
        "thieu kinh phi",
        "het kinh phi",
        "khong co kinh phi",
        "khong du kinh phi",
        "khong duoc cap kinh phi",
        "kinh phi khong",
        "kinh phi han hep",
        "vuong mat bang",
    ];
    if expects_end(folded) {
        return false;
    }
    REASONS.iter().any(|words| folded.starts_with(words))
        || folded.strip_prefix("du kien ").is_some_and(|rest| {
            // "Dự kiến 10/6"
            let day = rest.split(' ').count() <= 3 && rest.contains(' ') && rest.split(' ').all(|word| word.parse::<u16>().is_ok());
            day || rest.split(' ').count() <= 6
                && [" thang ", " hk", " hoc ky ", " nam sau", " nam toi", " quy ", " nam ", " he", " cuoi ", " dau "]
                    .iter()
                    .any(|time| rest.contains(time))
                || [
                    "tuan ", "thang ", "hk", "hoc ky", "hoc ki", "quy ", "nam ", "cuoi ", "dau ", "ngay ", "trong ", "vao ", "sang ",
                    "den ",
                ]
                .iter()
                .any(|word| rest.starts_with(word))
        })
}

#[cfg(test)]
mod tests {
    use super::super::words::heard;
    use super::*;

    #[test]
    fn what_is_left_to_a_time_to_come_is_told_from_what_was_done_then() {
        for text in [
            "HKII mới thực hiện",
            "Để HKII",
            "Để sang HKII làm",
            "De sang hkii lam",
            "Để năm sau",
            "Để dành sang năm",
            "Tháng 3 mới làm",
            "Đợt cuối năm mới đánh giá",
            "Chờ quyết toán xong mới mua",
            "Đến cuối tháng 5 mới công khai",
            "Đợi hội phụ huynh họp kỳ 2 mới quyết",
            "Đến tháng 3 mới thực hiện",
            "Theo kế hoạch tháng 4 mới làm",
            "Theo lịch thì đến tháng 3 mới tổ chức",
            "Quý 2/2024 mới thực hiện",
            "Hoãn sang năm",
        ] {
            assert!(is_for_later(&heard(text)), "{text}");
        }
        for text in ["Chuyển thực hiện vào năm 2025", "Gộp vào kế hoạch HKII", "Chờ sang hè", "Giãn sang năm sau"] {
            assert!(is_moved(&heard(text)), "{text}");
        }
        for text in [
            "Đề HKII đã được thẩm định",
            "Tháng 10 mới thực hiện",
            "Tháng 3 mới mua được 2 máy",
            "Đến nay mới xong phần thô",
            "Để đồ dùng gọn gàng",
            "Chuyên đề vào tháng 11",
            "Đội văn nghệ diễn vào dịp 20/11",
            "Chuyển 2 giáo viên đến điểm lẻ",
        ] {
            assert!(!is_for_later(&heard(text)) && !is_moved(&heard(text)), "{text}");
        }
    }
}
