//! A text of a result in, whether what it tells of is only some of what there is out: `4 phòng đã thay, 2 phòng vẫn dùng bàn ghế cũ`,
//! `Không phải lớp nào cũng có`, `Quyên góp được 45/60 triệu đồng`.

use std::sync::LazyLock;

use super::assured::begins_with_deed;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::text::clean;

/// Parts of a school that a work goes through one by one.
const PLACES: &str = "khối, lớp, phòng, dãy, tầng, khu, tổ, điểm trường, điểm lẻ, cơ sở, nhà, bộ phận, nhóm, hạng mục, máy, bộ";
/// What stays the old one by right.
const BY_RIGHT: &str = "sách, sgk, chương trình, tên, nề nếp, nếp, mẫu, thông tư, quy định, lịch";
const MOST: &str = "hầu hết, đa số, phần lớn, đại đa số";
/// Say that means are raised or paid out; what was bought for less than was thought is bought.
const RAISES: &str =
    "vận động, huy động, đóng góp, quyên góp, kêu gọi, ủng hộ, xã hội hóa, xhh, thu được, giải ngân, tài trợ, gây quỹ, thu";
/// Behind "hai trong ba".
const THINGS: &str =
    "đợt, buổi, nội dung, hạng mục, việc, công việc, đầu việc, nhiệm vụ, chuyên đề, phòng, bước, khâu, mục, hoạt động, kỳ họp";
/// Before it.
const VERBS: &str = "được, xong, hoàn thành, thực hiện, làm, tổ chức, triển khai, mới, đạt";

/// Gone through one by one; a number names each.
const ROUNDS: &str = "mô đun, module, chuyên đề, bài, buổi, đợt, vòng, phần, nội dung, tiêu chí, giai đoạn, bước";

struct Vocabulary {
    places: Phrases,
    by_right: Phrases,
    most: Phrases,
    raises: Phrases,
    things: Phrases,
    verbs: Phrases,
    rounds: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    places: Phrases::of(PLACES),
    by_right: Phrases::of(BY_RIGHT),
    most: Phrases::of(MOST),
    raises: Phrases::of(RAISES),
    things: Phrases::of(THINGS),
    verbs: Phrases::of(VERBS),
    rounds: Phrases::of(ROUNDS),
});

/// Whether the rest is said to be as it was, or not to be told of all.
pub(super) fn is_some_left(text: &str) -> bool {
    let written = clean(text).to_lowercase().replace(" nhưng ", ", ");
    let clauses: Vec<&str> = written.split([',', ';', '\n', '(', ')']).flat_map(|said| said.split(". ")).map(str::trim).collect();
    let clauses: Vec<&str> = clauses.into_iter().filter(|clause| !clause.is_empty()).collect();
    let Some((first, later)) = clauses.split_first() else { return false };
    let ended = later.iter().any(|clause| words(clause).iter().any(|word| word.is_written("đã") || word.plain == "xong"));
    keeps_the_old(&clauses)
        || !ended && (is_not_of_all(first) || is_of_most_places(&words(first)))
        || clauses.iter().any(|clause| {
            raises_a_part(clause)
                || is_part_of_time(clause)
                || counts_some(&words(clause))
                || is_for_a_part(clause)
                || came_so_far(&words(clause))
        })
        || later.iter().any(|clause| leaves_a_place(&words(clause)) || is_promised(&words(clause)))
}

/// "4 phòng đã thay, 2 phòng vẫn dùng bàn ghế cũ".
fn keeps_the_old(clauses: &[&str]) -> bool {
    let of_places = |clause: &[Word]| (0..clause.len()).any(|at| KNOWN.places.begin(&clause[at..]));
    clauses.iter().enumerate().skip(1).any(|(at, clause)| {
        let said = words(clause);
        let Some(still) = said.iter().position(|word| word.is_written("vẫn")).filter(|still| *still > 0) else { return false };
        let old = said.len() > still + 1 && said.last().is_some_and(|word| word.is_written("cũ"));
        let subject = &said[..still];
        let before = clauses[..at].iter().map(|clause| words(clause)).any(|clause| of_places(&clause));
        old && of_places(subject) && before && !KNOWN.by_right.stand_in(&said) && !said.iter().any(|word| word.is_written("như"))
    })
}

/// "Không phải lớp nào cũng có".
fn is_not_of_all(first: &str) -> bool {
    const FARTHEST: usize = 4;
    let said = words(first);
    let not = said.windows(2).position(|two| two[0].is_written("không") && two[1].is_written("phải"));
    let each = said.windows(2).position(|two| two[0].is_written("nào") && two[1].is_written("cũng"));
    let so = said.iter().any(|word| word.is_written("nên"));
    not.zip(each).is_some_and(|(not, each)| (not + 3..=not + 2 + FARTHEST).contains(&each)) && !so
}

/// "Hầu hết các phòng đã lắp".
fn is_of_most_places(first: &[Word]) -> bool {
    const LONGEST: usize = 5;
    let Some(most) = KNOWN.most.beginning(first).max() else { return false };
    let rest = &first[most..];
    let rest = if rest.first().is_some_and(|word| word.is_written("các")) { &rest[1..] } else { rest };
    let Some(past) = rest.iter().position(|word| word.is_written("đã")).filter(|past| *past <= LONGEST) else { return false };
    let deed = &rest[past + 1..];
    let deed = if deed.first().is_some_and(|word| word.is_written("được")) { &deed[1..] } else { deed };
    KNOWN.places.begin(rest) && (begins_with_deed(deed) || deed.first().is_some_and(|word| word.plain == "xong"))
}

/// "Hầu hết GV đã hoàn thành": for asking; what was meant for all of them is not done by most.
pub(super) fn is_of_most_staff(text: &str) -> bool {
    const LONGEST: usize = 5;
    const STAFF: &[&str] = &["gv", "vien", "nv", "cbgv", "bo", "huynh", "phhs", "cmhs"];
    let said = words(text);
    let Some(most) = KNOWN.most.beginning(&said).max() else { return false };
    let rest = &said[most..];
    let Some(past) = rest.iter().position(|word| word.is_written("đã")).filter(|past| (1..=LONGEST).contains(past)) else { return false };
    let ends =
        |word: &Word| ["hoàn", "nộp", "xong", "làm", "thực", "đăng", "tham", "học", "ký", "đóng"].iter().any(|end| word.is_written(end));
    rest[..past].iter().any(|word| STAFF.contains(&&*word.plain)) && rest.get(past + 1).is_some_and(ends)
}

/// "Quyên góp được 45/60 triệu đồng", "Giải ngân 200/350 triệu".
fn raises_a_part(clause: &str) -> bool {
    const UNITS: &[&str] =
        &["triệu", "tr", "đồng", "nghìn", "ngàn", "tỷ", "tỉ", "trđ", "kg", "kí", "ký", "tấn", "tạ", "suất", "cuốn", "bộ", "cây", "cái"];
    let apart: Vec<&str> = clause.split(' ').collect();
    let number = |digits: &str| digits.replace(',', ".").parse::<f64>().ok();
    let part = apart.windows(2).any(|two| {
        let unit = two[1].trim_end_matches(['.', ' ']);
        let counts = two[0].split_once('/').and_then(|(part, whole)| Some((number(part)?, number(whole)?)));
        UNITS.contains(&unit) && counts.is_some_and(|(part, whole)| part < whole)
    });
    part && KNOWN.raises.stand_in(&words(clause))
}

/// "Thực hiện được 2 trong 3 đợt", "Hoàn thành hai trong ba nội dung".
fn counts_some(clause: &[Word]) -> bool {
    const NUMBERS: &[&str] = &["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
    let number = |word: &Word| {
        let spelled = || NUMBERS.iter().position(|known| word.is_written(known)).map(|at| at as u32 + 1);
        word.plain.parse::<u32>().ok().or_else(spelled)
    };
    (1..clause.len().saturating_sub(2)).any(|at| {
        let of = at + 1;
        let whole = of + 1 + usize::from(clause.get(of + 1).is_some_and(|word| word.is_written("số")));
        let counts = number(&clause[at]).zip(clause.get(whole).and_then(number));
        clause[of].is_written("trong")
            && counts.is_some_and(|(part, whole)| part < whole)
            && KNOWN.verbs.end(&clause[..at])
            && clause.get(whole + 1..).is_some_and(|thing| KNOWN.things.begin(thing))
    })
}

/// "Lúc có lúc không", "Tháng làm tháng nghỉ", "Bữa đực bữa cái": for asking, never for reading.
pub(super) fn is_now_and_then(text: &str) -> bool {
    const TIMES: &[&str] = &["lúc", "khi", "tháng", "tuần", "bữa", "hôm", "ngày", "buổi", "nơi", "chỗ", "lớp", "tổ"];
    const NOT: &[&str] = &["không", "chưa", "nghỉ", "thôi", "cái", "thiếu", "bỏ", "quên"];
    let said = words(text);
    let [time, _, again, not] = &said[..] else { return false };
    time.is(again) && TIMES.iter().any(|known| time.is_written(known)) && NOT.iter().any(|known| not.is_written(known))
}

/// "đến nay đã 4/9 tháng", "dạy được 20/35 tuần".
fn is_part_of_time(clause: &str) -> bool {
    clause.split(' ').collect::<Vec<_>>().windows(3).any(|three| {
        let counts = three[1].split_once('/').and_then(|(part, whole)| Some((part.parse::<u32>().ok()?, whole.parse::<u32>().ok()?)));
        matches!(three[0], "đã" | "được" | "xong" | "mới")
            && counts.is_some_and(|(part, whole)| part < whole)
            && matches!(three[2], "tháng" | "tuần")
    })
}

/// "Đã trang bị đủ bàn ghế cho 8/10 phòng".
fn is_for_a_part(clause: &str) -> bool {
    let apart: Vec<&str> = clause.split(' ').collect();
    let done = words(clause).iter().any(|word| word.is_written("đã") || word.plain == "xong" || word.is_written("được"));
    let part = apart.windows(3).any(|three| {
        let counts = three[1].split_once('/').and_then(|(part, whole)| Some((part.parse::<u32>().ok()?, whole.parse::<u32>().ok()?)));
        matches!(three[0], "cho" | "ở" | "tại") && counts.is_some_and(|(part, whole)| part < whole) && KNOWN.places.begin(&words(three[2]))
    });
    done && part
}

/// "dữ liệu mới nhập được 1200/4500 đầu sách", "mẫu giáo mới làm được vài bộ"; "tivi mới được cấp 10 chiếc" are new.
fn came_so_far(clause: &[Word]) -> bool {
    let Some(just) = clause.iter().position(|word| word.is_written("mới") && word.plain == "moi").filter(|just| *just > 0) else {
        return false;
    };
    let deed = &clause[just + 1..];
    let able = deed.iter().take(3).position(|word| word.is_written("được")).filter(|able| *able > 0);
    let few = |word: &Word| word.begins_number() || ["vài", "một"].iter().any(|few| word.is_written(few));
    // "Tháng 3 mới mua được 2 máy" tells when.
    let when = ["tháng", "ngày", "đến", "hk", "tuần", "năm", "hôm", "từ", "sang", "mãi", "hè", "sau", "khi"]
        .iter()
        .any(|time| clause[0].is_written(time));
    !when && begins_with_deed(deed) && able.and_then(|able| deed.get(able + 1)).is_some_and(few)
}

/// "còn tổ Văn phòng", "còn dãy C": behind what is done, a place that is left.
fn leaves_a_place(clause: &[Word]) -> bool {
    const LONGEST: usize = 4;
    const USES: &[&str] = &["làm", "dùng", "để", "đọc", "xem", "giữ", "đủ", "tốt", "mới", "thêm", "nữa", "đạt", "có", "thì"];
    let [left, rest @ ..] = clause else { return false };
    // "còn mô đun 8"
    let numbered = KNOWN.rounds.beginning(rest).max().and_then(|count| rest.get(count)).is_some_and(Word::begins_number);
    // "còn phòng cũ làm kho" is left nothing to do.
    let acts = (1..rest.len()).any(|at| begins_with_deed(&rest[at..]) || USES.iter().any(|use_| rest[at].is_written(use_)));
    left.is_written("còn")
        && (KNOWN.places.begin(rest) && !acts || numbered)
        && (2..=LONGEST).contains(&rest.len())
        && !rest.iter().any(|word| word.is_written("đã"))
}

/// "công ty hẹn tháng 2 lắp", "buổi 3 hẹn tuần sau": behind what is done, what is promised for a time.
fn is_promised(clause: &[Word]) -> bool {
    const FARTHEST: usize = 4;
    const TIMES: &[&str] = &["tháng", "tuần", "tết", "hk", "hkii", "hk2", "năm", "cuối", "đầu", "sang", "ngày", "ra", "sau", "học", "hè"];
    let at = clause.iter().position(|word| word.is_written("hẹn")).filter(|at| *at <= FARTHEST);
    at.and_then(|at| clause.get(at + 1)).is_some_and(|next| TIMES.iter().any(|time| next.is_written(time)))
        && !clause.iter().any(|word| word.is_written("đã") || word.plain == "xong" || word.is_written("đúng"))
}

#[cfg(test)]
mod tests {
    use super::super::{Doubt, doubt, parse};
    use crate::model::Status;

    #[test]
    fn what_is_left_as_it_was_is_not_done() {
        for text in [
            "4 phòng đã thay, hai phòng vẫn dùng bàn ghế cũ",
            "Đã thay 4 phòng, 2 phòng vẫn dùng bàn ghế cũ",
            "Thay mới 4 phòng, phòng 5 và 6 vẫn bàn ghế cũ",
            "Khối 4, 5 có tivi, khối 1 vẫn dùng máy chiếu cũ",
            "Đã sơn dãy A, dãy B vẫn để cũ",
            "Không phải lớp nào cũng có",
            "Không phải GV nào cũng hoàn thành",
            "Hầu hết các phòng đã lắp",
            "Phần lớn các lớp đã làm",
            "Đã vận động PHHS đóng góp được 45/60 triệu đồng",
            "Giải ngân 200/350 triệu đồng",
            "Thực hiện được 2 trong 3 đợt",
            "Đã trang bị đủ bàn ghế đúng quy cách cho 8/10 phòng",
            "Đã cài đặt phần mềm quản lý thư viện; dữ liệu mới nhập được 1.200/4.500 đầu sách",
            "Các lớp nhà trẻ làm xong, mẫu giáo mới làm được vài bộ",
            "Hồ sơ của 3 tổ đã đưa lên Drive, còn tổ Văn phòng",
            "Đã làm 2 buổi, buổi 3 hẹn tháng 2",
            "Đã mua máy, công ty hẹn tháng 2 lắp",
            "Đã thu 1.250/2.000 kg giấy vụn",
            "Đã bồi dưỡng xong 7 mô đun, còn mô đun 8, 9",
            "Thực hiện theo từng tháng, đến nay đã 4/9 tháng",
            "Hoàn thành hai trong ba nội dung",
        ] {
            assert_eq!(parse(text, "", "").status, Status::InProgress, "{text}");
        }
        for text in [
            "Đã lắp 10 máy mới, 5 máy cũ vẫn dùng tốt",
            "Đã sửa xong, bàn ghế cũ vẫn tận dụng cho lớp bán trú",
            "Khối 4, 8 đã dùng SGK mới, khối 5, 9 vẫn dùng SGK cũ",
            "Lớp 5A đạt giải, các lớp vẫn giữ nề nếp cũ",
            "GV nào cũng hoàn thành",
            "Không phải lớp nào cũng có tivi nên nhà trường đã trang bị đủ 15 lớp",
            "Hầu hết HS đã có sách",
            "Đã mua 10 máy, chi 45/60 triệu đồng",
            "Vận động được 60/60 triệu đồng",
            "Tổ chức 2 buổi trong 3 ngày",
            "Đã lắp đủ cho 10/10 phòng",
            "Đã mua 5 tivi, tivi mới được cấp 10 chiếc",
            "Đã tổ chức xong, còn tặng 20 suất quà",
            "Đã lợp mái, giao đúng hẹn",
            "Lớp 4 và lớp 5",
            "Đã thu 2.000/2.000 kg giấy vụn",
            "Đã thu 45 suất quà, còn bài dự thi đã gửi",
            "Tổ chức được 9/9 tháng",
            "Đã mua máy, còn phòng cũ làm kho",
            "Đã đọc xong, còn tổ Văn đọc thêm",
            "Đã sơn dãy A, còn dãy B mới xây",
        ] {
            assert_eq!(parse(text, "", "").status, Status::Completed, "{text}");
        }
        for text in ["Hầu hết GV đã hoàn thành", "Đa số giáo viên đã nộp", "Lúc có lúc không", "Bữa đực bữa cái", "Tổ có tổ không"]
        {
            assert_eq!((parse(text, "", "").status, doubt(text)), (Status::Completed, Some(Doubt::Left)), "{text}");
        }
        for text in ["Đa số phụ huynh đồng tình", "Phần lớn giáo viên sử dụng thành thạo", "Hầu hết HS đã có sách"]
        {
            assert_ne!(doubt(text), Some(Doubt::Left), "{text}");
        }
    }
}
