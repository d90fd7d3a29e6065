//! What was planned and what is reported of it in, whether the one answers the other out: `Xây nhà đa năng` is not answered by `Đã phê duyệt dự toán`.
//!
//! For asking, never for reading, but for a step that was itself the work planned: `Lập tờ trình`.

use std::collections::BTreeSet;

use super::kin::{is_of_one_matter, speaks_of_plan};
use super::matter::{content, is_common};
use super::paper::{draws_up_paper, is_granted, issues_paper};
use super::shortfall::outnumbers;
use crate::phrase::status::assured::{is_said_of_all, tells_a_deed};
use crate::phrase::status::target::{Aim, aim};
use crate::phrase::status::words::heard;
use crate::phrase::token::{Token, tokens};
use crate::text::fold;

/// Whether the report names something of what was planned, or says of all of it how it went: `Đã hoàn thành`.
///
/// True where either says too little to be compared.
pub fn answers(planned: &[&str], done: &str) -> bool {
    const FEWEST: usize = 2;
    if planned.iter().any(|plan| runs_against(plan, done)) {
        return false;
    }
    // "Đã trang bị thêm 25 bộ từ nguồn ngân sách": by what means is not what.
    let means = [" từ nguồn ", " bằng nguồn ", " từ ngân sách", " bằng ngân sách", " từ quỹ "].iter().filter_map(|by| done.find(by)).min();
    let done = means.map_or(done, |at| &done[..at]);
    let said = content(done);
    let mut nothing_planned = true;
    for text in planned {
        let plan = content(text);
        nothing_planned &= plan.is_empty();
        if !said.is_disjoint(&plan) {
            return true;
        }
    }
    nothing_planned
        || bears_number(done)
        || planned.first().is_some_and(|plan| outnumbers(plan, done) == Some(true))
        || says_when_or_where(done)
        || aim(done) == Some(Aim::Reached)
        || issues_paper(planned, done)
        || planned.iter().any(|plan| is_granted(plan, done))
        || is_of_one_matter(planned, done)
        || says_deed_of_noun(planned, done)
        || (said.len() < FEWEST || is_said_of_all(done)) && !names_what_ended(done)
}

/// "Tỉ lệ sâu răng tăng" of a plan to lower it.
fn runs_against(planned: &str, done: &str) -> bool {
    let words = |text: &str| fold(text).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let says = |words: &[String], word: &str| words.iter().any(|said| said == word);
    let plan = planned.trim_start().to_lowercase();
    // "HS yếu: 6 em" of a plan to have none
    let none = ["không có ", "không để ", "không còn "].iter().any(|lead| plan.starts_with(lead));
    if none {
        let said = words(done);
        let counted = said.iter().any(|word| word.parse::<u32>().is_ok_and(|count| count > 0))
            && !said.iter().any(|word| word.len() == 4 && word.starts_with("20"));
        let well = ["khong", "0", "giam", "100", "da"].iter().any(|word| says(&said, word));
        return counted && !well && !content(planned).is_disjoint(&content(done));
    }
    // "Tỷ lệ BHYT hạ còn 91%" of a plan to raise it
    let told = done.to_lowercase();
    let raises = ["nâng", "tăng"].iter().any(|deed| plan.starts_with(deed));
    let falls = ["hạ còn", "hạ xuống", "tụt", "sụt", "giảm còn", "giảm xuống", "giảm so với"].iter().any(|fall| told.contains(fall));
    if raises && falls && !["tăng", "nâng", "yếu", "bỏ học", "vi phạm"].iter().any(|word| told.contains(word)) {
        return !content(planned).is_disjoint(&content(done));
    }
    // "Giảm 2%" and no more of a plan to raise it
    let alone = |move_: &str| {
        told.strip_prefix(move_).is_some_and(|by| by.starts_with(|sign: char| sign.is_ascii_digit()) && !by.contains([' ', ';']))
    };
    if raises && alone("giảm ") || plan.starts_with("giảm") && alone("tăng ") {
        return !plan.contains("yếu") && !plan.contains("bỏ học");
    }
    if !plan.starts_with("giảm") || !done.contains("tăng") {
        return false;
    }
    let done = words(done);
    let well = ["giam", "cuong", "gioi", "kha", "khong", "ren"].iter().any(|word| says(&done, word));
    !well && !content(planned).is_disjoint(&done.iter().cloned().collect())
}

/// "Đã bình xét" of a plan that names no deed, "Thi đua": no more is said than that it was done.
fn says_deed_of_noun(planned: &[&str], done: &str) -> bool {
    const LONGEST: usize = 4;
    done.split(' ').count() <= LONGEST
        && done.to_lowercase().starts_with("đã ")
        && tells_a_deed(done)
        && planned.iter().all(|plan| !tells_a_deed(plan))
        && done.chars().all(|sign| sign.is_alphabetic() || sign == ' ')
}

/// "Tổ chức vào tuần 3 tháng 10 tại lớp Lá 2": of the work itself, when and where.
fn says_when_or_where(done: &str) -> bool {
    const DEEDS: &[&str] =
        &["to chuc", "thuc hien", "trien khai", "lam", "tien hanh", "hoan thanh", "van hanh", "hoat dong", "su dung", "ap dung"];
    const THEN: &[&str] = &["vao", "ngay", "trong", "tai", "tu", "thang", "tuan", "hang", "moi"];
    // "Đã tổ chức, có kỷ yếu"
    let first = fold(done.split([',', ';', '.', '(']).next().unwrap_or_default());
    if first.strip_prefix("da ").is_some_and(|deed| DEEDS[..6].contains(&deed)) {
        return true;
    }
    let done = fold(done);
    let done = ["da ", "nha truong da ", "duoc "].iter().find_map(|lead| done.strip_prefix(lead)).unwrap_or(&done);
    let rest = DEEDS.iter().find_map(|deed| done.strip_prefix(deed)?.strip_prefix(' '));
    rest.is_some_and(|rest| rest.split(' ').next().is_some_and(|word| THEN.contains(&word)))
}

/// "QĐ số 102/QĐ-THCS", "28/28 GV": the paper itself, or all of those meant.
fn bears_number(done: &str) -> bool {
    let tokens = tokens(done);
    tokens.windows(3).any(|three| {
        let of_paper = three[0].number().is_some() && three[1].is_sign('/') && three[2].word().is_some();
        let all = three[0].number().is_some() && three[1].is_sign('/') && three[0].number() == three[2].number();
        of_paper || all
    })
}

/// Whether the report has no word but those of the plan, and none that says it was done: "Nhà trường tăng cường", "Sơn 5 phòng".
pub fn copies_plan(planned: &str, done: &str) -> bool {
    const SAYS: &[&str] = &[
        "da", "duoc", "xong", "thanh", "roi", "tot", "du", "dat", "thuong", "hieu", "co", "deu", "luon", "kip", "bao", "dam", "nghiem",
        "dinh", "hang", "het",
    ];
    const DOERS: &[&str] = &["nha", "truong", "bgh", "ban", "giam", "hieu", "to", "giao", "vien", "gv", "tich", "cuc"];
    // Most say what they say in other words, and are not looked at word by word.
    if done.len() > 120 || done.starts_with("Đã ") || done.starts_with("đã ") {
        return false;
    }
    let all = |text: &str| tokens(text).iter().filter_map(|token| token.word().map(str::to_owned)).collect::<Vec<_>>();
    let (plan, said) = (all(planned), all(done));
    // "15/15 lớp học 2 buổi" says more than "Các lớp học 2 buổi/ngày".
    let numbers = |text: &str| tokens(text).iter().filter_map(Token::number).collect::<BTreeSet<u64>>();
    let counted = !numbers(done).is_subset(&numbers(planned));
    // "10 bình" says how many there are.
    let counts = tokens(done).first().is_some_and(|first| first.number().is_some());
    !said.is_empty()
        && !counted
        && !counts
        && said.len() <= 8
        && !said.iter().any(|word| SAYS.contains(&word.as_str()))
        && said.iter().all(|word| plan.contains(word) || DOERS.contains(&word.as_str()))
        && said.iter().any(|word| plan.contains(word))
}

/// "Hoàn thành khảo sát", "Xong móng": what ended is named, and may be less than all.
fn names_what_ended(done: &str) -> bool {
    const OF_ALL: &[&str] = &[
        "va", "roi", "tu", "trong", "ngay", "thang", "vao", "truoc", "dung", "theo", "som", "tot", "day", "du", "toan", "bo", "het", "cac",
        "nhiem", "vu", "chi", "tieu", "muc", "nghiem", "ban", "ke", "hoach", "cong", "viec", "noi", "tat", "ca", "hang", "xuat", "sac",
        "o", "cuoi", "dau", "hki", "hk", "hoc", "vuot", "dat", "muon", "cham", "sau", "nhung", "khong", "tren", "duoc", "ngoai", "nam",
        "quy", "co", "kip", "dot", "de", "tron", "ven", "luon", "xuoi", "ca", "dip", "hom", "nhan", "chao", "hki", "luc",
    ];
    let tokens = tokens(done);
    let words: Vec<&str> = tokens.iter().map(|token| token.word().unwrap_or("")).collect();
    (0..words.len()).any(|at| {
        let behind = match words[at] {
            "xong" => at + 1,
            "thanh" if at > 0 && words[at - 1] == "hoan" => at + 1,
            _ => return false,
        };
        words.get(behind).is_some_and(|word| word.len() > 1 && !OF_ALL.contains(word))
    })
}

/// Whether the report names so much of what was planned that it can be of nothing else: "Tiêu hủy hồ sơ" → "Đã tiêu hủy hồ sơ".
pub fn names_plan(planned: &str, done: &str) -> bool {
    const FEWEST: usize = 2;
    !runs_against(planned, done)
        && (content(planned).intersection(&content(done)).count() >= FEWEST
            || did_as_named(planned, done)
            || speaks_of_plan(planned, done)
            || draws_up_paper(planned) && issues_paper(&[planned], done))
}

/// "Đã ngăn bằng nhôm kính" of a plan for a "vách ngăn": behind "đã" stands a word of the plan's own.
fn did_as_named(planned: &str, done: &str) -> bool {
    let words = tokens(done);
    let deed = words.first().filter(|first| first.written == "đã").and(words.get(1));
    deed.is_some_and(|deed| {
        !is_common(deed, deed.word().unwrap_or_default()) && tokens(planned).iter().any(|token| token.written == deed.written)
    })
}

/// Whether the report says no more than that the step was taken which was itself the work: "Lập tờ trình" → "Đã lập tờ trình đúng hạn".
pub(in crate::phrase::status) fn is_as_planned(planned: &str, done: &str) -> bool {
    const STEPS: &[&str] = &[
        "trinh", "lap", "gui", "nop", "xin", "de", "kien", "khao", "tham", "đăng", "dang", "ký", "ky", "chon", "lua", "thong", "lay",
        "thue", "moi", "mời", "dat", "dau", "cap", "nhan", "lien", "xac", "duyet", "phe",
    ];
    let (planned, done) = (heard(planned), heard(done));
    let done = done.strip_prefix("da ").unwrap_or(&done);
    let mut plan = planned.split(' ');
    let (Some(deed), Some(object)) = (plan.next(), plan.next()) else { return false };
    STEPS.contains(&deed)
        && done.split(' ').next() == Some(deed)
        && done.split(' ').skip(1).any(|word| word == object)
        && done.split(' ').count() <= 16
        && !done.contains(|sign: char| sign.is_ascii_digit())
        && [" chua ", " chờ ", " dang ", " se ", " con ", " khong ", " mot phan "].iter().all(|word| !format!("{done} ").contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_answers_the_plan_where_it_names_its_matter_or_says_of_all_how_it_went() {
        for (planned, done) in [
            ("Mua 10 máy tính", "Đã mua 10 máy"),
            ("Sửa nhà vệ sinh", "Đã hoàn thành và nghiệm thu"),
            ("Sửa hàng rào", "Xong"),
            ("Xây dựng kế hoạch chiến lược", "Đã ban hành tháng 11"),
            ("Làm nhà xe", "Đã hoàn thành trước ngày 20/11, đạt yêu cầu"),
            ("Bồi dưỡng giáo viên", "Tập huấn cho 28 GV"),
            ("Duy trì sĩ số", "Không có học sinh bỏ học"),
            ("Kiểm tra bếp ăn", "Chưa phát hiện vi phạm"),
            ("Công tác thi đua", "Thực hiện tốt, đầy đủ"),
            ("Sinh hoạt câu lạc bộ", "12 buổi (KH 10 buổi)"),
            ("Giảm tỉ lệ sâu răng", "Tỉ lệ sâu răng giảm"),
            ("Chuyên đề phát triển vận động", "Tổ chức vào tuần 3 tháng 10 tại lớp Lá 2"),
            ("Tổ chức hội thảo", "Đã tổ chức, có kỷ yếu"),
            ("Tham mưu xây nhà hiệu bộ", "Được UBND huyện chấp thuận"),
            ("Mua thêm 50 bộ đồ dùng", "Ngân sách huyện cấp 50 bộ"),
            ("Xây dựng trang thông tin", "Đã vận hành từ tháng 10"),
            ("Kiểm định chất lượng mức độ 2", "Đã được Sở cấp giấy chứng nhận"),
            ("Tự đánh giá theo Thông tư 18", "Hoàn thành báo cáo TĐG, đã nộp Phòng"),
            ("Giảm học sinh yếu", "Tỉ lệ học sinh giỏi tăng"),
            ("Nâng tỉ lệ chuyên cần", "Tỉ lệ HS nghỉ học giảm xuống 1%, chuyên cần tăng"),
            ("", "Đã phê duyệt dự toán"),
            ("Công tác thi đua", "Đã bình xét"),
        ] {
            assert!(answers(&[planned], done), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Xây nhà đa năng", "Đã phê duyệt dự toán"),
            ("Xây nhà xe", "Hoàn thành khảo sát"),
            ("Giảm tỉ lệ sâu răng", "Tỉ lệ sâu răng tăng"),
            ("Nâng tỉ lệ tham gia BHYT", "Tỷ lệ BHYT hạ còn 91%"),
            ("Không có học sinh yếu", "HS yếu: 6 em (1,8%)"),
            ("Tổ chức ngày hội đọc sách", "Đã phân công đ/c Hạnh phụ trách"),
            ("Sửa mái tôn", "Đã được UBND huyện ghi vốn năm 2024"),
            ("Làm mái che sân trường", "Đã tổ chức họp phụ huynh"),
        ] {
            assert!(!answers(&[planned], done), "{planned}: {done}");
        }
    }

    #[test]
    fn the_words_of_the_plan_again_say_nothing() {
        for (planned, done) in [
            ("Tăng cường kỷ luật lao động", "Nhà trường tăng cường"),
            ("Sơn 5 phòng", "Sơn 5 phòng"),
            ("Chỉ đạo đổi mới phương pháp", "BGH chỉ đạo"),
        ] {
            assert!(copies_plan(planned, done), "{done}");
        }
        for (planned, done) in [
            ("Sơn 5 phòng", "Đã sơn 5 phòng"),
            ("Mua máy tính", "Mua 10 máy tính"),
            ("Bồi dưỡng giáo viên", "Thực hiện tốt"),
            ("Sửa nhà xe", "x"),
            ("Lắp đặt 10 bình chữa cháy", "10 bình"),
            ("Tổ chức hội thi", "Tổ chức hội thi cấp trường"),
        ] {
            assert!(!copies_plan(planned, done), "{done}");
        }
    }

    #[test]
    fn a_step_may_be_the_work_that_was_planned() {
        assert!(is_as_planned("Lập tờ trình xin kinh phí", "Đã lập tờ trình đúng hạn"));
        assert!(is_as_planned("Trình kế hoạch giáo dục", "Đã trình Phòng GD&ĐT phê duyệt kế hoạch giáo dục"));
        for (planned, done) in [
            ("Lập kế hoạch sửa chữa", "Đã lập dự toán"),
            ("Xây nhà đa năng", "Đã lập tờ trình"),
            ("Lập tờ trình xin kinh phí", "Đã lập tờ trình, chờ duyệt"),
            ("", "Đã lập tờ trình"),
        ] {
            assert!(!is_as_planned(planned, done), "{planned}: {done}");
        }
    }
}
