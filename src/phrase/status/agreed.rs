//! A clause of a result in, whether it tells that the work was agreed to and no more out: `Hiệu trưởng duyệt mua`, `Đã thống nhất chủ trương sửa`.
//!
//! What is agreed upon as such, a statute or the plan of a year, is a work of its own: `Đã thông qua quy chế chi tiêu`.

/// Who agrees.
const WHO: &[&str] = &[
    "hieu truong",
    "pho hieu truong",
    "bgh",
    "ban giam hieu",
    "lanh dao truong",
    "lanh dao",
    "nha truong",
    "truong",
    "hoi dong truong",
    "hoi dong su pham",
    "hoi dong",
    "tap the",
    "chi bo",
    "cong doan",
    "ubnd xa",
    "ubnd phuong",
    "ubnd huyen",
    "ubnd tinh",
    "ubnd",
    "uy ban",
    "phong gd dt",
    "phong gd",
    "phong giao duc",
    "phong tai chinh",
    "phong",
    "so gd dt",
    "so gd",
    "so giao duc",
    "so",
    "cap tren",
    "dia phuong",
    "xa",
    "phuong",
    "huyen",
    "tinh",
    "ban dai dien cmhs",
    "ban dai dien",
    "hoi phu huynh",
    "hoi cmhs",
    "hoi cha me hoc sinh",
    "phu huynh",
    "cha me hoc sinh",
    "cmhs",
];
const AGREES: &[&str] = &[
    "duyet chi",
    "duyet",
    "phe duyet",
    "ký duyet",
    "ky duyet",
    "dong y",
    "nhat tri",
    "thong nhat",
    "chap thuan",
    "chap nhan",
    "cho phep",
    "thong qua",
    "cho chu truong",
];
/// Between the consent and what it is given to.
const TO: &[&str] =
    &["cho", "de", "để", "ve", "voi", "viec", "chu truong", "phuong an", "ke hoach", "danh muc", "kinh phi", "nha truong", "truong"];
/// What is to be done, or what for.
const DEEDS: &[&str] = &[
    "mua",
    "sam",
    "trang bi",
    "xay",
    "sua",
    "lap dat",
    "lap them",
    "lap moi",
    "lat",
    "son",
    "trồng",
    "thue",
    "tuyen",
    "nang cap",
    "cai tao",
    "dau tu",
    "thay",
    "lam moi",
    "lam them",
    "mở rong",
    "mo rong",
    "ho tro",
    "bo sung",
    "cap kinh phi",
    "cap von",
];
/// The money or the intention, and not the thing.
const MEANS: &[&str] = &["chu truong", "kinh phi", "du toan", "ngan sach", "nguon von"];

/// Whether the clause tells a consent to work that is to be done, or to its money.
pub(super) fn only_agrees(clause: &str) -> bool {
    let own = behind_leads(clause);
    let named = behind(own, WHO).map(behind_leads);
    let by_whom = named.is_some();
    let Some(what) = behind(named.unwrap_or(own), AGREES) else { return false };
    if is_consent_alone(what, by_whom) {
        return true;
    }
    let is_means = |text: &str| MEANS.iter().any(|means| text.strip_prefix(means).is_some_and(|rest| ends_word(rest).is_some()));
    // "Duyệt dự toán thu chi năm 2024" is a work of its own.
    if is_means(what) && (by_whom || what.starts_with("chu truong") || what.split(' ').count() <= 3 || clause.starts_with("duoc ")) {
        return true;
    }
    let mut rest = what;
    while let Some(next) = behind(rest, TO).filter(|next| !next.is_empty()) {
        rest = next;
    }
    let deed = DEEDS.iter().any(|deed| rest.strip_prefix(deed).is_some_and(|behind| ends_word(behind).is_some()));
    let done = [" da ", " xong", " va mua", " va sua", " va lap"].iter().any(|words| rest.contains(words));
    // "Phụ huynh thống nhất hỗ trợ 20 triệu" tells what is given.
    let gives = rest.starts_with("ho tro") && rest.contains(|sign: char| sign.is_ascii_digit());
    deed && !done && !gives
}

/// "Được Hiệu trưởng phê duyệt", "được cấp trên cho phép thực hiện", "đã thống nhất trong cuộc họp": nothing is told but the consent.
fn is_consent_alone(what: &str, by_whom: bool) -> bool {
    const GO_AHEAD: &[&str] =
        &["", "thuc hien", "trien khai", "cho thuc hien", "cho trien khai", "cho lam", "cho tien hanh", "de thuc hien", "de trien khai"];
    const WHERE: &[&str] = &["trong", "tai", "o", "qua"];
    const MEETINGS: &[&str] = &["cuoc hop", "hop", "phien hop", "buoi hop", "hoi nghi"];
    let met = behind(what, WHERE).and_then(|place| behind(place, MEETINGS));
    by_whom && GO_AHEAD.contains(&what) || met.is_some_and(|whose| whose.split(' ').count() <= 4 && !whose.contains(" da "))
}

/// Whether the clause tells who agreed, and neither to what nor for what.
pub(super) fn only_consents(clause: &str) -> bool {
    let own = behind_leads(clause);
    let named = behind(own, WHO).map(behind_leads);
    behind(named.unwrap_or(own), AGREES).is_some_and(|what| is_consent_alone(what, named.is_some()))
}

fn behind_leads(text: &str) -> &str {
    let mut rest = text;
    while let Some(next) = ["da ", "duoc ", "cung ", "moi ", "vua ", "deu "].iter().find_map(|word| rest.strip_prefix(word)) {
        rest = next;
    }
    rest
}

/// What stands behind the longest of the phrases that the text opens with.
fn behind<'t>(text: &'t str, phrases: &[&str]) -> Option<&'t str> {
    phrases.iter().filter_map(|phrase| ends_word(text.strip_prefix(*phrase)?)).min_by_key(|rest| rest.len())
}

/// What stands behind a phrase, where a word ends there.
fn ends_word(rest: &str) -> Option<&str> {
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// "Tham mưu xây phòng học" → "UBND xã đồng ý chủ trương": what was planned was to be granted it.
pub(super) fn is_asked_for(planned: &str) -> bool {
    const ASKS: &[&str] = &[
        "tham muu",
        "de nghi",
        "de xuat",
        "kien nghi",
        "xin",
        "trinh",
        "lap to trinh",
        "lam to trinh",
        "thong nhat",
        "phe duyet",
        "duyet",
        "lay y kien",
        "thong qua",
        "vận dong",
        "hop",
        "to chuc hop",
        "to chuc hoi nghi",
        "hoi nghi",
        "ban",
        "thoa thuan",
    ];
    ASKS.iter().any(|asks| planned.strip_prefix(asks).is_some_and(|rest| ends_word(rest).is_some()))
}

#[cfg(test)]
mod tests {
    use super::super::words::heard;
    use super::*;

    #[test]
    fn consent_is_told_from_the_work_and_from_what_is_agreed_upon_as_such() {
        for text in [
            "Hiệu trưởng duyệt mua",
            "Hiệu trưởng đã phê duyệt kế hoạch mua máy",
            "Ban giám hiệu đồng ý cho mua 5 máy tính",
            "Lãnh đạo thống nhất chủ trương sửa chữa",
            "UBND xã đã chấp thuận chủ trương xây dựng",
            "Được phê duyệt kinh phí",
            "Chi bộ đã thông qua chủ trương",
            "Sở đã đồng ý chủ trương",
            "Phòng GD&ĐT duyệt dự toán",
            "Hội phụ huynh nhất trí hỗ trợ",
            "Đã được UBND huyện chấp thuận cho xây thêm 2 phòng",
            "BGH duyệt việc lắp đặt camera",
            "Được Hiệu trưởng phê duyệt",
            "Được cấp trên cho phép thực hiện",
            "Đã thống nhất trong cuộc họp phụ huynh",
            "Nhất trí tại hội nghị viên chức",
            "Đã được UBND xã cho chủ trương",
        ] {
            assert!(only_agrees(&heard(text)), "{text}");
        }
        for text in [
            "Đã thông qua quy chế chi tiêu nội bộ",
            "Đã phê duyệt kế hoạch giáo dục của các tổ",
            "Hiệu trưởng duyệt giáo án hằng tuần",
            "Đã duyệt dự toán thu chi năm 2024",
            "Thông qua các buổi sinh hoạt, học sinh được giáo dục kỹ năng",
            "95% phụ huynh đồng thuận",
            "Phụ huynh đồng ý cho con học bán trú",
            "Phụ huynh thống nhất mức đóng góp",
            "Thống nhất nội dung soạn giảng",
            "Hiệu trưởng đã duyệt, đã mua 5 máy",
            "Đã được phê duyệt",
            "Được phê duyệt",
            "Phụ huynh thống nhất trang phục",
            "Thống nhất trong tổ về cách chấm",
            "Hiệu trưởng duyệt mua và đã lắp xong",
            "Phụ huynh thống nhất hỗ trợ 20 triệu đồng",
        ] {
            assert!(!only_agrees(&heard(text)), "{text}");
        }
    }
}
