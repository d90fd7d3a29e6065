//! A text of a result in, whether it says that the work was put off, given up or stopped out: `Hoãn do mưa bão`, `Kế hoạch bị hủy`, `Ngưng vì thiếu thợ`.

use super::first_clause;
use crate::text::clean;

/// "Hoãn do mưa bão", "Hủy": without their marks they begin as "hoàn thành" and "huy động" do.
pub(super) fn is_postponed(text: &str) -> bool {
    let whole = clean(text).to_lowercase();
    // "Kế hoạch bị hoãn"
    let of_plan =
        ["kế hoạch này ", "kế hoạch ", "nội dung này ", "việc này ", "công việc này ", "hoạt động này ", "hoạt động ", "chương trình "];
    let whole = of_plan
        .iter()
        .find_map(|plan| whole.strip_prefix(plan))
        .filter(|rest| rest.starts_with("bị ") || rest.starts_with("phải ") || rest.starts_with("đã bị "))
        .map_or(whole.clone(), str::to_owned);
    // "Đã hoãn 1 tuần do mưa, sau đó tổ chức ngày 22/11"
    const AFTER_ALL: &[&str] =
        &["sau đó ", "nay đã ", "đến nay đã ", "đã tổ chức", "đã thực hiện", "đã làm", "đã hoàn thành", "đã xong", "đã diễn ra"];
    if whole.split([',', ';', '.', '\n']).skip(1).any(|clause| AFTER_ALL.iter().any(|lead| clause.trim().starts_with(lead))) {
        return false;
    }
    let text = ["bị ", "phải ", "đã bị ", "đành ", "đã "].iter().find_map(|lead| whole.strip_prefix(lead)).unwrap_or(&whole);
    // "Đã hủy hồ sơ hết hạn" is a deed.
    let things = ["nội dung", "kế hoạch", "công việc", "việc", "hoạt động", "chương trình"];
    let thing = text.split_once(' ').map(|(_, thing)| thing.strip_prefix("bỏ ").unwrap_or(thing));
    let thing = thing.is_some_and(|thing| things.iter().any(|known| thing.starts_with(known)));
    // "Hủy hóa đơn cũ"
    let of_papers = ["hóa đơn", "hoá đơn", "hồ sơ", "giấy", "tài liệu", "sổ", "phôi", "thuốc"].iter().any(|paper| text.contains(paper));
    let alone = text.split(' ').count() <= 2
        || thing
        || (!of_papers && is_for_reason(text))
        || [" do ", " vì "].iter().any(|word| text.contains(word))
        || !whole.starts_with("đã ") && !of_papers;
    // "Bỏ, vì đã có nước sạch của xã"
    let dropped = clean(first_clause(&whole)) == "bỏ" || ["bỏ vì ", "bỏ do "].iter().any(|lead| whole.starts_with(lead));
    dropped || text.starts_with("hoãn") || alone && ["hủy", "huỷ"].iter().any(|word| text.starts_with(word))
}

/// "hủy theo chỉ đạo của Sở", "hủy bỏ từ tháng 11", "huỷ để tập trung thi": what was cancelled is not named. "Hủy theo quy định" is how a thing is destroyed.
fn is_for_reason(text: &str) -> bool {
    const BEHIND: &[&str] = &[
        "theo chỉ đạo",
        "theo công văn",
        "theo yêu cầu",
        "theo thông báo",
        "theo ý kiến",
        "theo đề nghị",
        "theo chủ trương",
        "theo cv ",
        "theo quyết định của",
        "theo lịch",
        "theo kế hoạch mới",
        "từ tháng",
        "từ đầu",
        "từ hk",
        "để tập trung",
        "để dành",
        "để chuyển",
        "để nhường",
    ];
    let rest = text.strip_prefix("hủy ").or_else(|| text.strip_prefix("huỷ ")).unwrap_or_default();
    let rest = rest.strip_prefix("bỏ ").unwrap_or(rest);
    BEHIND.iter().any(|behind| rest.starts_with(behind))
}

/// "Dừng", "Ngưng do thiếu kinh phí"; "đúng kế hoạch" looks the same without its mark.
pub(super) fn is_stopped(text: &str) -> bool {
    let text = clean(text).to_lowercase();
    let text = ["đã bị ", "đã phải ", "bị ", "phải ", "đã "].iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(&text);
    // "Đã dừng thu các khoản ngoài quy định" is a deed.
    ["dừng", "ngừng", "ngưng"].iter().any(|word| {
        text.strip_prefix(word).is_some_and(|rest| ![" thu", " dạy thêm", " việc dạy thêm"].iter().any(|deed| rest.starts_with(deed)))
    })
}
