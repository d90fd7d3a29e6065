//! A folded text of a result in, whether it says that all of the work is done or what was amiss is over out: `Tất cả đã triển khai`, `Đã khắc phục xong`.

use super::words::heard;
use crate::text::clean;

/// "Đã được bố trí đủ nhân viên", "Đã có đủ giáo viên": of what was lacking, that it is there.
pub(super) fn is_provided(folded: &str) -> bool {
    const LONGEST: usize = 10;
    const OPEN: &[&str] =
        &["chua", "chờ", "nhung", "se", "con", "dang", "xin", "de", "để", "dieu", "thu", "ho", "kinh", "moi", "phe", "duyet"];
    let words: Vec<&str> = folded.split(' ').collect();
    words[0] == "da" && words.len() <= LONGEST && words.contains(&"du") && !words.iter().any(|word| OPEN.contains(word))
}

/// "Đã hoàn thành", "Tất cả đã triển khai", and no more.
pub(super) fn is_whole(folded: &str) -> bool {
    const AROUND: &[&str] = &[
        "da", "duoc", "deu", "hoan", "thanh", "trien", "khai", "thuc", "hien", "lam", "xong", "het", "tat", "ca", "toan", "bo", "day",
        "du", "roi", "cac", "noi", "dung", "cong", "viec", "nhiem", "vu", "theo", "ke", "hoach", "tien", "do", "han", "tot", "100",
    ];
    let begins = ["da ", "100 ", "tat ca ", "toan bo ", "cac noi dung ", "cac cong viec "].iter().any(|words| folded.starts_with(words));
    let ends = ["hoan thanh", "hoan tat", " xong", " het", "tat ca", "toan bo", "day du", " 100", " deu da ", "100 da "]
        .iter()
        .any(|words| folded.contains(words));
    const WELL: &[&str] =
        &["tot", "xuat sac", "dung han", "dung tien do", "dung ke hoach", "vuot muc", "vuot chỉ tieu", "vuot ke hoach", "som"];
    // "Đã hoàn thành vượt mức"
    let well = folded.strip_prefix("da ").unwrap_or(folded).strip_prefix("hoan thanh ").is_some_and(|how| WELL.contains(&how));
    // "Không còn thiếu phòng học"
    well || folded.starts_with("khong con thieu")
        || matches!(folded, "hoan thanh" | "hoan thanh 100" | "100" | "xong" | "hoan tat")
        || (begins && ends && folded.split(' ').all(|word| AROUND.contains(&word)))
}

/// Of all that is whole, what says that it was done: "Tất cả các nội dung" does not.
pub(super) fn tells_all_done(folded: &str) -> bool {
    let text = format!(" {folded} ");
    [" da ", " xong ", " hoan thanh ", " hoan tat "].iter().any(|word| text.contains(word))
}

/// "Chậm 1 tuần, nay đã xong", "Đã hoàn thành trong tháng 12": a clause says that it ended, and none that something is left.
pub(super) fn has_ended(text: &str) -> bool {
    const ENDED: &[&str] = &["da hoan thanh", "da hoan tat", "da nghiem thu", "da ban giao", "da mua du"];
    const WHEN: &[&str] =
        &["trong ", "ngay ", "vao ", "tu ", "thang ", "truoc ", "dung ", "tat ca", "toan bo", "cac noi dung", "het", "roi"];
    const LEFT: &[&str] =
        &[" chua ", " dang ", " con ", " se ", " phan ", " chờ ", " mot so ", " giai doan ", " buoc ", " rieng ", " tru ", " thieu "];
    let whole = format!(" {} ", heard(text)).replace(" chua kip thoi ", " ");
    if text.contains('%') || LEFT.iter().any(|word| whole.contains(word)) {
        return false;
    }
    let text = clean(text).to_lowercase().replace(" nhưng ", ", ").replace(" song ", ", ");
    text.split([',', ';', '.', '\n', '(', ')']).map(heard).any(|clause| {
        let clause = [
            "noi dung nay ",
            "noi dung ",
            "cong viec nay ",
            "cong viec ",
            "viec nay ",
            "nay ",
            "den nay ",
            "hien ",
            "hien nay ",
            "cuoi cung ",
        ]
        .iter()
        .find_map(|lead| clause.strip_prefix(lead))
        .unwrap_or(&clause);
        let at_end = |rest: &str| rest.is_empty() || WHEN.iter().any(|when| rest.starts_with(when)) || is_day(rest);
        ENDED.iter().filter_map(|end| clause.strip_prefix(end)).any(|rest| at_end(rest.trim_start()))
            || behind_xong(clause).is_some_and(|rest| at_end(&rest))
            || clause.strip_prefix("xong ").is_some_and(is_day)
    })
}

/// "Đã sửa xong 15/12" → "15 12", "đã xong từ tháng 11" → "tu thang 11": whatever was done, what stands behind its end.
fn behind_xong(clause: &str) -> Option<String> {
    const LONGEST_DEED: usize = 2;
    let words: Vec<&str> = clause.strip_prefix("da ")?.split(' ').collect();
    let at = words.iter().take(LONGEST_DEED + 1).position(|word| *word == "xong")?;
    Some(words[at + 1..].join(" "))
}

/// "15/12", "15/12/2023".
fn is_day(rest: &str) -> bool {
    let words: Vec<&str> = rest.split(' ').collect();
    (2..=3).contains(&words.len()) && words.iter().all(|word| word.parse::<u32>().is_ok())
}

/// "Đã không còn": what was under way is over.
pub(super) fn is_over(folded: &str) -> bool {
    const DONE: &[&str] = &[
        "vua xong",
        "vua hoan thanh",
        "vua moi xong",
        "vua moi hoan thanh",
        "da giai quyet xong",
        "da xu ly xong",
        "da thao go xong",
        "da xong tu ",
    ];
    let whole = ["cong viec", "noi dung", "cong viec nay", "noi dung nay", "viec nay"]
        .iter()
        .filter_map(|subject| folded.strip_prefix(subject))
        .any(|rest| rest.starts_with(" da hoan thanh") || rest.starts_with(" da hoan tat") || rest.starts_with(" da xong"));
    // "Đã mua đủ"
    let enough = folded.starts_with("da ")
        && folded.split(' ').count() <= 5
        && [" du", " day du", " xong", " het"].iter().any(|end| folded.ends_with(end));
    // "Đã tổ chức xong cả 2 đợt"
    let all =
        folded.starts_with("da ") && [" xong ca ", " xong toan bo ", " xong tat ca ", " xong het "].iter().any(|end| folded.contains(end));
    let handed_over =
        ["da nghiem thu", "da ban giao", "da dua vao su dung", "da hoan thanh va"].iter().any(|words| folded.starts_with(words));
    (whole || handed_over || enough || all) && [" phan ", " chua ", " dang ", " con "].iter().all(|word| !folded.contains(word))
        || folded.starts_with("da xong khong con")
        || matches!(folded, "da khac phuc" | "da duoc khac phuc" | "da giai quyet" | "da duoc giai quyet" | "da xu ly")
        || DONE.iter().any(|words| folded.starts_with(words)) && !folded.contains(" phan ")
        || ["khong con cham", "da khac phuc tinh trang", "da khac phuc duoc"].iter().any(|phrase| folded.starts_with(phrase))
        || [
            "da khong con",
            "da khac phuc xong",
            "da duoc khac phuc",
            "khong con tinh trang",
            "da chấm dut",
            "khong con tre han",
            "da xu ly cham tre",
        ]
        .iter()
        .any(|phrase| folded.contains(phrase))
}

/// "Xong muộn", "Chậm 2 tuần, đến 15/11 mới xong": over, though late. A day of the year's second half is to come when the school reports.
pub(super) fn is_over_late(text: &str) -> bool {
    const ENDS: &[&str] = &["xong", "hoàn thành", "làm xong", "lắp xong", "sửa xong", "nghiệm thu"];
    let written = text.trim().trim_end_matches('.').to_lowercase();
    if matches!(written.as_str(), "xong muộn" | "xong trễ" | "xong chậm" | "hoàn thành trễ" | "đã xong nhưng trễ" | "làm xong muộn")
    {
        return true;
    }
    let Some((before, _)) = written.rsplit_once(" mới ").filter(|(_, end)| ENDS.contains(end)) else { return false };
    let late = ["chậm", "trễ", "quá hạn", "muộn"].iter().any(|late| before.starts_with(late));
    let day = before.rsplit(' ').next().and_then(|day| day.split_once('/'));
    let past = day.is_some_and(|(day, month)| {
        let month = month.split('/').next().unwrap_or_default();
        day.parse::<u8>().is_ok() && month.parse::<u8>().is_ok_and(|month| matches!(month, 1 | 8..=12))
    });
    late && past
}
