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
    let text = ["bị ", "phải ", "đã bị ", "đành ", "đã "].iter().find_map(|lead| whole.strip_prefix(lead)).unwrap_or(&whole);
    // "Đã hủy hồ sơ hết hạn" is a deed.
    let things = ["nội dung", "kế hoạch", "công việc", "việc", "hoạt động", "chương trình"];
    let thing = text.split_once(' ').map(|(_, thing)| thing.strip_prefix("bỏ ").unwrap_or(thing));
    let thing = thing.is_some_and(|thing| things.iter().any(|known| thing.starts_with(known)));
    // "Hủy hóa đơn cũ"
    let of_papers = ["hóa đơn", "hoá đơn", "hồ sơ", "giấy", "tài liệu", "sổ", "phôi", "thuốc"].iter().any(|paper| text.contains(paper));
    let alone = text.split(' ').count() <= 2
        || thing
        || [" do ", " vì "].iter().any(|word| text.contains(word))
        || !whole.starts_with("đã ") && !of_papers;
    // "Bỏ, vì đã có nước sạch của xã"
    let dropped = clean(first_clause(&whole)) == "bỏ" || ["bỏ vì ", "bỏ do "].iter().any(|lead| whole.starts_with(lead));
    dropped || text.starts_with("hoãn") || alone && ["hủy", "huỷ"].iter().any(|word| text.starts_with(word))
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
