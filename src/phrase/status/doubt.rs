//! What is said under work that is done in, whether it is to be asked about out: for asking, never for reading.

use super::assured::{affirms, tells_a_deed, turns};
use super::contrast::leaves_another;
use super::denied::is_well;
use super::figures::in_figures;
use super::ill::is_in_bad_order;
use super::left_open::is_afterwards;
use super::now::now;
use super::parts::PEOPLE;
use super::some_left::{is_now_and_then, is_of_most_staff};
use super::spoiled::is_spoiled;
use super::spoken_so::as_elsewhere;
use super::target::{Aim, aim};
use super::unaccounted::unaccounted;
use super::untroubled::without_denied_trouble;
use super::whatever::behind_lateness;
use super::words::heard;
use crate::text::clean;
use crate::text::memory::Memory;

/// What is to be asked of a text that as a whole counts as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// It speaks of what is not yet: "Đã mua sắm xong, chưa thanh toán".
    Left,
    /// A clause of it is accounted for by nothing, and speaks of what may be left: "Trồng 60 gốc, mưa xuống trồng nốt".
    Unaccounted,
    /// It is not understood to say what was done: "Nhà tài trợ đã đồng ý".
    Unclear,
}

/// Whether the text, though as a whole it counts as done, is to be asked about.
pub fn doubt(done: &str) -> Option<Doubt> {
    thread_local! {
        static KNOWN: Memory<Option<Doubt>> = Memory::default();
    }
    let read = |done: &str| {
        let chosen = super::now::chosen(done);
        let done = chosen.as_deref().unwrap_or(done);
        let elsewhere = as_elsewhere(done);
        let done = elsewhere.as_deref().unwrap_or(done);
        let now = now(done);
        let done = now.as_deref().unwrap_or(done);
        let behind = behind_lateness(done).or_else(|| without_concession(done));
        let done = behind.as_deref().unwrap_or(done);
        let untroubled = without_denied_trouble(done);
        let done = untroubled.as_deref().unwrap_or(done);
        if is_in_bad_order(done) {
            return Some(Doubt::Left);
        }
        let figures = in_figures(done);
        let done = figures.as_deref().unwrap_or(done);
        // "Vận động được 64 triệu so với 50 triệu dự kiến, vượt 14 triệu"
        let reached = aim(done) == Some(Aim::Reached) && !done.contains("chưa");
        let left = done.trim_end().ends_with('?')
            || is_of_most_staff(done)
            || is_now_and_then(done)
            || is_spoiled(done)
            || !reached && (is_open(done) || turns(done) || leaves_another(done) || hands_in(done));
        match () {
            () if left => Some(Doubt::Left),
            () if !reached && unaccounted(done).is_some() => Some(Doubt::Unaccounted),
            () => (!reached && !affirms(done)).then_some(Doubt::Unclear),
        }
    };
    KNOWN.with(|known| known.recall(done, read))
}

/// "Đã lắp camera mặc dù thiếu kinh phí" → "đã lắp camera": in spite of what.
fn without_concession(done: &str) -> Option<String> {
    let written = clean(done).to_lowercase();
    let (said, _) = [" mặc dù ", " dù ", " mac dù ", " mac du "].iter().find_map(|lead| written.split_once(lead))?;
    (said.split(' ').any(|word| word == "đã" || word == "da") && !said.contains([',', ';'])).then(|| said.to_owned())
}

/// Whether some word of it says that something is left.
fn is_open(done: &str) -> bool {
    const WORDS: &[&str] = &["se", "thieu", "dở", "chờ", "hoãn", "dừng", "hua", "dần"];
    const PHRASES: &[&str] = &[
        " con lai ",
        " con ton tai ",
        " van con ",
        " du kien ",
        " thi diem ",
        " thí diem ",
        " mot phan ",
        " phan khung ",
        " dot 1 ",
        " dot dau ",
        " vong 1 ",
        " giai doan 1 ",
        " rai rac ",
        " du an treo ",
        " bi treo ",
        " con treo ",
        " lam lai ",
        " thuc hien lai ",
        " tiep tuc lam ",
        " chuyen sang ",
        " lui sang ",
        " nam sau ",
        " nam hoc sau ",
        " len ke hoach ",
        " tuan sau ",
        " tuan toi ",
        " thang sau ",
        " thang toi ",
        " sau tet ",
        " ra tet ",
        " he toi ",
    ];
    // "Đã làm lại hàng rào" is done once more, and "phải làm lại" is not.
    let text = format!(" {} ", heard(done))
        .replace(" khong con ton tai ", " ")
        .replace(" da lam lai ", " da lam ")
        .replace(" da thuc hien lai ", " da thuc hien ");
    // "Đã có kế hoạch số 17" is a paper, "các biện pháp trong kế hoạch cải tiến" are those of the plan.
    let planned = [" co ke hoach ", " trong ke hoach "].iter().filter_map(|words| text.split_once(words)).any(|(_, rest)| {
        !["so ", "cai tien", "giao duc", "nam hoc", "de ra", "da ", "nha truong"].iter().any(|paper| rest.starts_with(paper))
            && !rest.is_empty()
    });
    // "100% giáo viên có kế hoạch tự bồi dưỡng"
    let planned = planned && !text.starts_with(" 100 ") && !text.contains(" vien co ke hoach ") && !text.contains(" gv co ke hoach ");
    if planned || PHRASES.iter().any(|phrase| text.contains(phrase)) {
        return true;
    }
    done.split([',', ';', '.', '\n', '(', ')']).enumerate().any(|(at, written)| {
        let clause = heard(written);
        if at > 0 && is_of_time_to_come(&clause) {
            return true;
        }
        if at > 0 && is_afterwards(&clause) {
            return false;
        }
        let of_people = |words: &[&str], at: usize| is_of_people(words, at) && tells_a_deed(written);
        let words: Vec<&str> = clause.split(' ').collect();
        words.iter().enumerate().any(|(at, word)| match *word {
            // "Không có học sinh xếp loại Chưa đạt"
            // "14 xếp loại tốt, 0 chưa đạt"
            "chua" if at > 0 && words[at - 1] == "0" => false,
            "chua" if words[0] == "khong" && matches!(words.get(1), Some(&"co" | &"con")) => false,
            "chua" => !is_well(&words[at + 1..].join(" ")) && !of_people(&words, at),
            "dang" => !is_in_use(&words[at + 1..]) && !of_people(&words, at),
            "chờ" => at == 0 || words[at - 1] != "phong",
            // "Sẽ tiếp tục duy trì trong HKII"
            "se" => !is_kept_up(&words[at + 1..]),
            // "Đã bổ sung đầy đủ các minh chứng còn thiếu", "Đã khắc phục tình trạng thiếu ghế"
            "thieu" => {
                let none = words[0] == "khong" && words[..at].contains(&"nao");
                let mended = words[..at]
                    .windows(2)
                    .any(|two| matches!(two, ["khac", "phuc"] | ["bo", "sung"] | ["giai", "quyet"] | ["xu", "ly"] | ["mua", "du"]));
                !none && !mended
            }
            word => WORDS.contains(&word),
        })
    })
}

/// "Hồ sơ cơ quan văn hóa đã gửi LĐLĐ": what is asked for is not yet granted.
fn hands_in(done: &str) -> bool {
    const OUT: &[&str] = &[" du ", " day du ", " dung han ", " xong ", " duyet ", " dat ", " duoc ", " kiem tra ", " luu "];
    let text = format!(" {} ", heard(done));
    let papers = [" ho so ", " to trinh ", " don "].iter().any(|paper| text.starts_with(paper));
    papers && [" da gui ", " da nop ", " da trinh "].iter().any(|sent| text.contains(sent)) && !OUT.iter().any(|out| text.contains(out))
}

/// "4 phòng kia HKII lắp", "tầng 2: tháng 3/2024": a later clause that says no more than when.
fn is_of_time_to_come(clause: &str) -> bool {
    const HALVES: &[&str] = &[" hkii ", " hk2 ", " hoc ky ii ", " hoc ky 2 "];
    const DONE: &[&str] = &[" da ", " xong ", " ap dung ", " duy tri ", " phat huy ", " chuan bi ", " ke hoach ", " cho "];
    let text = format!(" {clause} ");
    if DONE.iter().any(|word| text.contains(word)) {
        return false;
    }
    let words: Vec<&str> = clause.split(' ').collect();
    // "cấp huyện 20/2": of a part, its day.
    const PARTS: &[&str] = &["cap", "vong", "dot", "lan", "buoi", "khoi", "lop", "ky"];
    let of_part = matches!(words[..], [part, .., day, month] if words.len() <= 5 && PARTS.contains(&part)
        && day.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day)) && month.parse::<u8>().is_ok_and(|month| (2..=7).contains(&month)));
    if of_part {
        return true;
    }
    let month = words.iter().position(|word| *word == "thang").filter(|at| *at <= 3 && words.len() <= at + 3);
    HALVES.iter().any(|half| text.contains(half))
        || month.and_then(|at| words.get(at + 1)).and_then(|month| month.parse::<u8>().ok()).is_some_and(|month| (2..=7).contains(&month))
}

/// "Hệ thống camera đang hoạt động tốt".
fn is_in_use(behind: &[&str]) -> bool {
    const USES: &[&str] =
        &["hoat dong", "su dung", "dung", "chay", "duy tri", "vận hanh", "phat huy", "khai thac", "on luyen", "tap luyen", "sinh hoat"];
    let behind = behind.join(" ");
    let behind = behind.strip_prefix("duoc ").unwrap_or(&behind);
    USES.iter().any(|uses| behind.starts_with(uses))
}

/// "tiếp tục duy trì", "phát huy": what is done is kept.
fn is_kept_up(behind: &[&str]) -> bool {
    let behind = behind.strip_prefix(&["tiep", "tuc"]).unwrap_or(behind);
    matches!(
        behind,
        ["duy", "tri", ..]
            | ["phat", "huy", ..]
            | ["giu", "gin" | "vung", ..]
            | ["bao", "quan" | "duong" | "tri", ..]
            | ["nhan", "rong", ..]
    )
}

/// "Phụ đạo học sinh chưa hoàn thành": behind the deed, those it is done to.
fn is_of_people(words: &[&str], at: usize) -> bool {
    !matches!(words.get(at + 1), None | Some(&"deu" | &"het" | &"du" | &"xong" | &"day"))
        && words[..at].iter().rev().take(4).any(|word| PEOPLE.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_what_is_left_are_seen_and_what_looks_like_them_is_not() {
        for done in [
            "Đã mua sắm xong, chưa thanh toán",
            "Tủ sách lớp học, thư viện tỉnh sẽ tặng thêm",
            "Có làm, hiện chưa tốt",
            "Da lam, con lai 2 phong",
            "Nội dung của nhà trường, một phần của kế hoạch",
            "Thực hiện dần",
            "Dự án treo",
            "Hoàn thành?",
            "Địa phương hứa đầu tư năm 2025",
            "Triển khai thí điểm",
            "Hội giảng vòng 1 xong, vòng 2 tháng 3",
            "Nhân viên chưa tập huấn",
            "Phụ đạo học sinh yếu chưa đều",
            "Nhà tài trợ đã đồng ý",
            "Đã làm xong nhưng phải làm lại một đoạn",
        ] {
            assert!(doubt(done).is_some(), "{done}");
        }
        for done in [
            "Sửa chữa 5 phòng học",
            "Chia sẻ kinh nghiệm",
            "Đã đăng ký thi đua",
            "Đảng bộ đã họp",
            "Đã trang bị 5 máy",
            "Đã xây bể chứa nước",
            "Thực hiện dân chủ cơ sở",
            "Đã có hướng dẫn",
            "Phụ đạo học sinh chưa hoàn thành",
            "Hệ thống camera đang hoạt động tốt",
            "Chưa để xảy ra tai nạn",
            "Phòng chờ giáo viên đã bố trí",
            "Đã làm lại hàng rào phía đông trường",
            "Đã thực hiện lại hệ thống thoát nước",
        ] {
            assert!(doubt(done).is_none(), "{done}");
        }
    }

    #[test]
    fn of_boxes_only_the_ticked_one_is_doubted() {
        assert_eq!(doubt("☑ Hoàn thành\n☐ Đang thực hiện\n☐ Chưa hoàn thành"), None);
        assert_eq!(doubt("☐ Hoàn thành ☐ Đang thực hiện ☑ Chưa hoàn thành"), doubt("Chưa hoàn thành"));
    }
}
