//! A text of a result in, how far the work has come out where people say it in everyday words: `Phần lớn hoàn thành`, `Được chừng 1/3`,
//! `Vì chưa có giáo viên, sang năm 2024 mới làm`.

use super::kept_up::keeps_up;
use super::later::is_for_later;
use super::statement::opening;
use super::words::heard;
use crate::model::Status;

/// How far it has come, of a text in lower case.
pub(super) fn in_everyday_words(written: &str) -> Option<Status> {
    let clauses: Vec<&str> = written.split([',', ';', '.', '\n', '(', ')']).map(str::trim).filter(|clause| !clause.is_empty()).collect();
    let (first, later) = clauses.split_first()?;
    if later.iter().any(|clause| rest_waits(first, clause)) {
        return Some(Status::InProgress);
    }
    let ended =
        later.iter().any(|clause| clause.starts_with("đã ") || clause.contains(" đã ") || clause.split(' ').any(|word| word == "xong"));
    stopped_midway(first).or_else(|| behind_reason(written)).or_else(|| of_all_together(written)).or_else(|| match () {
        () if ["làm tới đâu", "làm đến đâu", "được tới đâu", "được đến đâu"].iter().any(|lead| first.starts_with(lead)) => {
            Some(Status::InProgress)
        }
        () if later.is_empty() && is_all_but_over(first) => Some(Status::Completed),
        () if !ended && (is_over_for_most(first) || is_rough_share(first) || is_only_begun(first) || is_left_to_others(first)) => {
            Some(Status::InProgress)
        }
        () => None,
    })
}

/// "Có 3 bài, 2 bài đang quay", "Sửa được 6 máy, 4 máy chờ linh kiện": of what the first clause counts others are not done.
fn rest_waits(first: &str, clause: &str) -> bool {
    const PEOPLE: &[&str] =
        &["em", "hs", "học", "trẻ", "cháu", "gv", "giáo", "người", "đồng", "đ", "cán", "nhân", "bạn", "đảng", "phụ", "quần"];
    let said: Vec<&str> = clause.split(' ').collect();
    let [count, unit, rest @ ..] = &said[..] else { return false };
    let rest = rest.strip_prefix(&["còn", "lại"]).unwrap_or(rest);
    let waits =
        matches!(rest, ["chờ" | "đợi", ..] | ["đang", _, ..]) && !matches!(rest, ["đang", "sử" | "dùng" | "hoạt" | "chạy" | "phục", ..]);
    let numbers = |word: &str| word.parse::<u32>().is_ok();
    let counts_same = first.split(' ').collect::<Vec<_>>().windows(2).any(|two| numbers(two[0]) && two[1] == *unit);
    numbers(count) && waits && counts_same && !PEOPLE.contains(unit)
}

/// "Tạm hoãn giữa chừng", "Tổ chức được 2 buổi nên dừng lại": what stopped half-way had begun.
fn stopped_midway(first: &str) -> Option<Status> {
    const STOPS: &[&str] = &["tạm hoãn ", "hoãn ", "tạm dừng ", "dừng ", "ngừng ", "tạm ngừng ", "ngưng ", "bỏ ", "nghỉ "];
    const SO: &[&str] = &[" nên dừng ", " nên phải dừng ", " nên ngừng ", " nên ngưng ", " nên tạm dừng ", " nên đành dừng "];
    let said = ["đã bị ", "đã phải ", "bị ", "phải ", "đã ", "đành "].iter().find_map(|lead| first.strip_prefix(lead)).unwrap_or(first);
    // "Phải đợi đến khi có biên chế"
    if first.starts_with("phải đợi ") || first.starts_with("còn đợi ") {
        return Some(Status::InProgress);
    }
    let midway = first.ends_with("giữa chừng") && STOPS.iter().any(|stop| said.starts_with(stop));
    // "nên dừng thu các khoản ngoài quy định" is a deed.
    let so = SO.iter().find_map(|so| first.split_once(so)).is_some_and(|(_, what)| {
        ["lại", "thực hiện", "triển khai", "thi công", "việc", "giữa"].iter().any(|stopped| what.starts_with(stopped))
    });
    (midway || so).then_some(Status::InProgress)
}

/// "Vì chưa có giáo viên, sang năm 2024 mới làm", "Vì mưa lũ, thi công bị gián đoạn": behind the reason, how far it is.
fn behind_reason(written: &str) -> Option<Status> {
    let (reason, said) = written.split_once([',', ';'])?;
    let because = ["vì ", "do ", "bởi ", "tại "].iter().any(|why| reason.starts_with(why));
    if !because || said.contains([',', ';', '.', '\n', '(']) || keeps_up(said) {
        return None;
    }
    let said = heard(said);
    // "thi công bị gián đoạn", "việc mua sắm bị đình trệ"
    let broken_off = [" bi gian doan", " bi dinh tre", " bi dinh chỉ", " bi cham lai", " bi dở dang"].iter().any(|end| said.ends_with(end));
    match opening(&said, false) {
        _ if is_for_later(&said) => Some(Status::NotStarted),
        _ if broken_off => Some(Status::InProgress),
        Some(Status::InProgress) => Some(Status::InProgress),
        _ => None,
    }
}

/// "Cả 3 nội dung đều chưa làm": of all of it what is said of each.
fn of_all_together(written: &str) -> Option<Status> {
    const ALL: &[&str] = &["cả ", "các ", "tất cả ", "toàn bộ ", "mọi ", "những "];
    const WORKS: &[&str] =
        &["làm", "thực hiện", "triển khai", "tiến hành", "bắt đầu", "làm được", "thực hiện được", "triển khai được", "có gì"];
    const LONGEST: usize = 6;
    let (whole, said) = written.trim_end_matches(['.', ' ']).split_once(" đều ")?;
    let deed = said.strip_prefix("chưa ").map(|deed| ["được ", "hề "].iter().find_map(|lead| deed.strip_prefix(lead)).unwrap_or(deed))?;
    let all = ALL.iter().any(|all| whole.starts_with(all)) && whole.split(' ').count() <= LONGEST;
    (all && WORKS.contains(&deed)).then_some(Status::NotStarted)
}

/// "Đã cơ bản hoàn thành và đưa vào sử dụng": what is used or handed over is there.
fn is_all_but_over(first: &str) -> bool {
    const OPEN: &[&str] = &["chưa", "sẽ", "chờ", "sắp", "chuẩn", "còn", "không", "để", "dự"];
    const HANDED: &[&str] = &["và đưa vào sử dụng", "và đã đưa vào sử dụng", "và bàn giao", "và đã bàn giao", "và đưa vào hoạt động"];
    let all_but = ["cơ bản ", "đã cơ bản ", "về cơ bản "].iter().any(|lead| first.starts_with(lead));
    all_but && HANDED.iter().any(|handed| first.ends_with(handed)) && !first.split(' ').any(|word| OPEN.contains(&word))
}

/// "Phần lớn hoàn thành", "Đa số nội dung xong": "Phần lớn giáo viên hoàn thành tốt" tells of people.
fn is_over_for_most(first: &str) -> bool {
    const MOST: &[&str] = &["phần lớn ", "đa số ", "hầu hết ", "phần nhiều ", "gần hết ", "hơn nửa ", "quá nửa "];
    const OF_WORK: &[&str] =
        &["", "nội dung", "các nội dung", "công việc", "việc", "các việc", "hạng mục", "các hạng mục", "khối lượng", "kế hoạch"];
    let Some(rest) = MOST.iter().find_map(|most| first.strip_prefix(most)) else { return false };
    let ends = ["đã hoàn thành", "hoàn thành", "đã xong", "xong", "hoàn tất", "đã làm"];
    ends.iter().filter_map(|end| rest.strip_suffix(end)).any(|what| OF_WORK.contains(&what.trim_end()))
}

/// "Được chừng 1/3", "Làm được khoảng 2/5 khối lượng".
fn is_rough_share(first: &str) -> bool {
    const LEADS: &[&str] = &["đã ", "mới ", "làm ", "thực hiện ", "hoàn thành ", "triển khai ", "được ", "đạt ", "xong "];
    const ROUGHLY: &[&str] = &["chừng ", "khoảng ", "gần ", "hơn ", "tầm ", "cỡ ", "độ ", "ước "];
    const OF_WORK: &[&str] = &["", "khối lượng", "công việc", "kế hoạch", "nội dung", "phần việc", "tiến độ"];
    let mut rest = first;
    while let Some(behind) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = behind;
    }
    let Some(share) = ROUGHLY.iter().find_map(|roughly| rest.strip_prefix(roughly)).filter(|_| rest.len() < first.len()) else {
        return false;
    };
    let (share, what) = share.split_once(' ').unwrap_or((share, ""));
    let part = share.split_once('/').and_then(|(part, whole)| Some((part.parse::<u8>().ok()?, whole.parse::<u8>().ok()?)));
    part.is_some_and(|(part, whole)| 0 < part && part < whole && whole <= 10) && OF_WORK.contains(&what)
}

/// "Mới giải phóng xong mặt bằng": nothing but that a part ended just now; "Mới mua xong" tells of all.
fn is_only_begun(first: &str) -> bool {
    const FARTHEST: usize = 4;
    let Some(rest) = first.strip_prefix("mới ") else { return false };
    let said: Vec<&str> = rest.split(' ').collect();
    let end = said.iter().position(|word| *word == "xong");
    end.is_some_and(|end| (1..FARTHEST).contains(&end) && end + 1 < said.len())
        // "mới mua xong từ tháng 10"
        && !end.and_then(|end| said.get(end + 1)).is_some_and(|next| matches!(*next, "từ" | "hôm" | "tháng" | "trong" | "ngày" | "tuần" | "và" | "vào" | "trước" | "toàn" | "tất" | "hết" | "cả"))
}

/// "Đã giao các tổ thực hiện": who is to do it, and not that it was done.
fn is_left_to_others(first: &str) -> bool {
    const LONGEST: usize = 9;
    let given = ["đã giao ", "giao ", "đã phân công ", "phân công ", "đã giao cho "].iter().any(|lead| first.starts_with(lead));
    let to_do = [" thực hiện", " triển khai", " tiến hành"].iter().any(|end| first.ends_with(end));
    given && to_do && first.split(' ').count() <= LONGEST && !first.split(' ').any(|word| matches!(word, "được" | "xong" | "và"))
}

#[cfg(test)]
mod tests {
    use super::super::{parse, word};
    use crate::model::Status;

    #[test]
    fn everyday_words_tell_how_far_the_work_is() {
        for (text, status) in [
            ("Tạm hoãn giữa chừng", Status::InProgress),
            ("Do hết kinh phí nên dừng thi công", Status::InProgress),
            ("Vì chưa có giáo viên, sang năm 2024 mới làm", Status::NotStarted),
            ("Do chờ hướng dẫn, sang học kỳ 2 mới triển khai", Status::NotStarted),
            ("Vì mưa lũ, thi công bị gián đoạn", Status::InProgress),
            ("Cả 3 nội dung đều chưa làm", Status::NotStarted),
            ("Tất cả các mục đều chưa thực hiện", Status::NotStarted),
            ("Đã cơ bản hoàn thành và đưa vào sử dụng", Status::Completed),
            ("Phần lớn hoàn thành", Status::InProgress),
            ("Hầu hết các nội dung đã hoàn thành", Status::InProgress),
            ("Được chừng 1/3", Status::InProgress),
            ("Làm được khoảng 2/5 khối lượng", Status::InProgress),
            ("Mới giải phóng xong mặt bằng", Status::InProgress),
            ("Đã giao các tổ thực hiện", Status::InProgress),
            ("Đã lắp một nửa số quạt", Status::InProgress),
            ("3 bóng đã thay, 2 bóng còn lại chờ mua", Status::InProgress),
            ("Đã làm bước 1, bước 2 làm trong HK2", Status::InProgress),
            ("Đã mua, đang chờ thanh toán", Status::Completed),
            ("Lắp xong rồi, chờ quyết toán thôi", Status::Completed),
            ("Đề nghị đưa ra khỏi kế hoạch", Status::NotStarted),
            ("Đã và đang thực hiện thường xuyên hằng tuần", Status::Completed),
            ("Đã và đang thực hiện", Status::InProgress),
            ("Chưa hoàn thnàh", Status::InProgress),
            ("Có 3 bài, 2 bài đang quay", Status::InProgress),
            ("Sửa được 6 máy, 4 máy chờ linh kiện", Status::InProgress),
            ("Làm tới đâu hay tới đó", Status::InProgress),
            ("Chưa có số liệu", Status::NoReport),
        ] {
            assert_eq!(parse(text, "", "").status, status, "{text}");
        }
        for text in [
            "Phần lớn giáo viên hoàn thành tốt nhiệm vụ",
            "Phần lớn học sinh tham gia",
            "Hầu hết phụ huynh đồng tình, đã thực hiện xong",
            "Vì trời mưa, tổ chức trong hội trường",
            "Do nhu cầu tăng, mua 12 bộ",
            "Vì sức khỏe học sinh, duy trì ăn bán trú",
            "Các em đều chưa vi phạm lần nào",
            "Các lớp đều không có học sinh bỏ học",
            "Mới mua xong từ tháng 10",
            "Mua 6 máy, 4 máy đang sử dụng tốt",
            "Đã phân công cô Hoa phụ trách thư viện",
            "Đã giao 5 máy cho phòng tin học",
            "Đã hỗ trợ một nửa học phí",
            "Dạy được gần 20/11",
            "Đã dừng thu các khoản ngoài quy định",
            "Phòng 1 đã sửa, phòng 2 đã sửa trong HK2",
        ] {
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
        }
        assert_eq!(word("Phần lớn hoàn thành").map(|said| said.status), Some(Status::InProgress));
        assert_eq!(word("Đang chunẩ bị").map(|said| said.status), Some(Status::InProgress));
    }
}
