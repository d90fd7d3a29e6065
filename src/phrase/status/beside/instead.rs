//! What a plan does to a thing and what its report does the same to out, where that is another thing told: `Sửa nhà bảo vệ` → `Nhà xe đã sửa`.
//!
//! For asking, never for reading. No list of things: the deed is the same in both, and of what stands behind it either neither has a word of the
//! other's, or both begin alike and go on otherwise. What is general ("thiết bị") is answered by whatever is of its kind.

mod kinds;

use std::sync::LazyLock;

use super::kin::is_of_one_matter;
use super::matter::content;
use super::shortfall::Short;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::status::assured::deed_length;
use crate::text::cleaned;

/// Between "đã" and the deed.
const CARRIES_OUT: &str = "được, hoàn thành, hoàn tất, tổ chức, tiến hành, thực hiện, triển khai, việc, công tác, xong, kịp thời, chủ động";
/// Before a thing: how many, and that it is more.
const BEFORE_THING: &str = "các, những, một số, một, cái, chiếc, bộ, quyển, cuốn, tấm, thêm, lại, mới, đủ, đầy đủ, được, xong, toàn bộ, tất cả, hệ thống, khu vực, công trình, hạng mục, về, lại toàn bộ";
/// Behind a thing: for whom, where, when, how it went.
const ENDS_THING: &str = "cho, tại, ở, để, trong, theo, nhằm, phục vụ, vào, từ, do, bằng, với, của, vì, xong, đạt, năm học, đầu, cuối, đúng, kịp, cấp,
    lần, nhân, chào mừng, trước, rồi, rất, tốt, có, gồm, đã, được, từng, mỗi, và, mới, cũ, hỏng, hư hỏng, lại, chi tiết, cụ thể, phù hợp, hợp lý, rõ ràng, khoa học, khang trang,
    sạch sẽ, sạch đẹp, đẹp, hiện đại, thành công, hoàn chỉnh, hoàn thành, đầy đủ, đến, tới, khi, sau khi, sử dụng, như, là, thường xuyên, định kỳ, kỳ, học kỳ, hki, hkii, mức, số, trên,
    nói chung, còn thiếu, còn, bị, xuống cấp, nhà trường, toàn trường, trường, thêm, nữa, riêng, đồng loạt, an toàn, hiệu quả, nghiêm túc, quy mô, ngoài, bảo đảm, đảm bảo, dịp, qua, ra, lên, ngay";
/// Of which every thing of their kind is one.
const GENERAL: &str = "thiết bị, trang thiết bị, đồ dùng, đồ chơi, dụng cụ, phương tiện, vật tư, vật chất, cơ sở vật chất, csvc, tài liệu, học liệu, văn bản, hồ sơ, sổ sách, hoạt động, phong trào, công tác,
    chất lượng, nội dung, hình thức, phương pháp, môi trường, cảnh quan, khuôn viên, trường lớp, trường, ngoại khóa, trải nghiệm, tham quan, chuyên môn, kiến thức, kỹ năng, năng lực, trình độ, chương trình, nhân sự,
    đội ngũ, giáo dục, nề nếp, quan hệ, phòng chống, dịch bệnh, tệ nạn, pháp luật, nhiệm vụ, biện pháp, giải pháp, hạng mục, công trình, quy định, lễ hội, sự kiện, không gian, hạ tầng, nguồn lực, kinh phí, tuyên truyền, sân chơi, hội thi, cuộc thi,
    kế hoạch, phần, góc, nguyên vật liệu, nguyên liệu, bài, tin, phần mềm, ứng dụng, hệ thống, mô hình, kỷ niệm, lễ, ngày hội, ngày lễ, thi đua, thi, thể thao, văn nghệ, chuyên đề, câu lạc bộ, clb, dạy, học, cán bộ, cây";
/// Who works; before "đã" they are no thing.
const DOERS: &str = "nhà trường, trường, bgh, ban giám hiệu, hiệu trưởng, phó hiệu trưởng, tổ, các tổ, công đoàn, chi đoàn, đoàn, đội, liên đội, gv, gvcn, giáo viên, nhân viên, kế toán, thủ quỹ, văn thư, bảo vệ,
    phụ huynh, cha mẹ, cmhs, hội, ban, chi bộ, ubnd, xã, huyện, đơn vị, nhà thầu, thợ, công ty, cô, thầy, các lớp, lớp, mỗi, trạm y tế, y tế, học sinh, hs, các em, trẻ, cbgv, cbgvnv, bộ phận, nhà tài trợ, mạnh thường quân";
/// Those who are named by other words than the plan has for them.
const PERSONS: &str = "đồng chí, đ, người, em, cháu, bạn, lượt, đại biểu, thành viên";
/// What is held may be called otherwise where it is of one matter: "Tết trung thu", "đêm hội trăng rằm".
const HOLDS: &str = "tổ chức, thực hiện, triển khai, phát động, tham gia, mở, dạy, bồi dưỡng, tập huấn";

struct Vocabulary {
    carries_out: Phrases,
    before_thing: Phrases,
    ends_thing: Phrases,
    general: Phrases,
    doers: Phrases,
    persons: Phrases,
    holds: Phrases,
    named: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    carries_out: Phrases::of(CARRIES_OUT),
    before_thing: Phrases::of(BEFORE_THING),
    ends_thing: Phrases::of(ENDS_THING),
    general: Phrases::of(GENERAL),
    doers: Phrases::of(DOERS),
    persons: Phrases::of(PERSONS),
    holds: Phrases::of(HOLDS),
    named: Phrases::of("câu lạc bộ, clb, hội thi, cuộc thi"),
});

/// A clause: its words as they stand and as they are compared.
struct Clause<'a> {
    written: Vec<&'a str>,
    words: std::sync::Arc<[Word]>,
}

impl Clause<'_> {
    fn text(&self, from: usize, to: usize) -> String {
        self.written[from..to].join(" ")
    }
}

/// The thing of the plan, and the other one of its report.
pub(super) fn of_other_thing(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 160;
    if planned.len() > LONGEST || done.len() > LONGEST || done.contains(['"', '“', '«']) {
        return None;
    }
    let (planned, done) = (cleaned(planned), cleaned(done));
    let (plan, said) = (first_clause(&planned)?, first_clause(&done)?);
    // "Trồng cây" is a deed; what is planted may be flowers.
    let deed = deed_length(&plan.words).filter(|_| !kinds::know(&plan.words[1..])).unwrap_or(1);
    let (told, deed) = thing_told(&plan.words, &said.words, deed)?;
    let own = thing(&plan.words, deed);
    let named = |words: &[Word]| KNOWN.named.beginning(words).max();
    // "CLB tiếng Anh" and "CLB bóng đá" are two of a kind that go by their names.
    let of_one_kind = named(&plan.words[own.0..]).is_some() && named(&plan.words[own.0..]) == named(&said.words[told.0..]);
    let (own_words, told_words) = (&plan.words[own.0..own.1], &said.words[told.0..told.1]);
    let excluded = kinds::exclude(own_words, told_words);
    if own.0 == own.1 || KNOWN.general.begin(own_words) && !of_one_kind && !excluded {
        return None;
    }
    let alike = own_words.iter().zip(told_words).take_while(|(own, told)| own.is(told)).count();
    let rest = |clause: &Clause, thing: (usize, usize)| content(&clause.text(thing.0 + alike, thing.1));
    let (of_plan, of_report) = (rest(&plan, own), rest(&said, told));
    let apart =
        !of_plan.is_empty() && !of_report.is_empty() && of_plan.is_disjoint(&content(&done)) && of_report.is_disjoint(&content(&planned));
    // One word alone may be another name of the same, and what is counted in the report alone may be of its kind.
    let sure = alike > 0 || excluded || told_words.len() > 1 && own_words.len() > 1 && !counts_alone(&planned, &done);
    let persons = KNOWN.persons.begin(told_words);
    let held = KNOWN.holds.begin(&plan.words) && alike == 0 && is_of_one_matter(&[&planned], &done);
    (apart && sure && !persons && !held)
        .then(|| Short { planned: format!("\"{}\"", plan.text(own.0, own.1)), done: format!("\"{}\"", said.text(told.0, told.1)) })
}

/// Whether both begin with things of one kind, each with another: "máy in" and "máy scan".
pub(super) fn exclude(one: &str, other: &str) -> bool {
    kinds::exclude(&words(one), &words(other))
}

fn first_clause(text: &str) -> Option<Clause<'_>> {
    let clause = text.split([',', ';', '.', '\n', '(', ':']).find(|clause| clause.chars().any(char::is_alphabetic))?;
    // "soạn thảo xong quy trình": what stands within a deed and its thing is neither.
    let within = |word: &str| matches!(word.to_lowercase().as_str(), "xong" | "rồi" | "đủ");
    let written: Vec<&str> =
        clause.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty() && !within(word)).collect();
    let words = words(&written.join(" "));
    (written.len() == words.len()).then_some(Clause { written, words })
}

fn counts_alone(planned: &str, done: &str) -> bool {
    let counts = |text: &str| text.contains(|sign: char| sign.is_ascii_digit());
    counts(done) && !counts(planned)
}

/// From where to where the thing stands that begins there.
fn thing(words: &[Word], from: usize) -> (usize, usize) {
    let mut from = from.min(words.len());
    while from < words.len() {
        match KNOWN.before_thing.beginning(&words[from..]).max() {
            Some(length) => from += length,
            None if words[from].begins_number() => from += 1,
            None => break,
        }
    }
    let ends = |at: usize| words[at].begins_number() || KNOWN.ends_thing.begin(&words[at..]) && !names_side(words, at);
    let to = (from..words.len()).find(|at| ends(*at)).unwrap_or(words.len());
    (from, to)
}

/// "phía trước", "cổng trường": a side, or a name that goes on.
fn names_side(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &*words[at].plain);
    matches!(before, Some("phia" | "ben" | "cong" | "san" | "mat" | "day" | "diem" | "hieu"))
}

/// The thing that the plan's deed was done to: behind the deed, or before "đã"; and how many words the deed has.
fn thing_told(plan: &[Word], said: &[Word], known: usize) -> Option<((usize, usize), usize)> {
    let past = said.iter().position(|word| word.is_written("đã"));
    let mut at = past.map_or(0, |past| past + 1);
    while at < said.len() && !said[at].is(plan.first()?) {
        at += KNOWN.carries_out.beginning(&said[at..]).max()?;
    }
    let deed = said.get(at..).filter(|deed| deed.first().is_some_and(|first| first.is(&plan[0])))?;
    // "Rãnh đã được đổ bê tông": all that stands behind "đã" are words of the plan's deed.
    let alike = deed.iter().zip(plan).take_while(|(one, other)| one.is(other)).count();
    if alike < deed.len() {
        let behind = thing(said, at + deed_length(deed).unwrap_or(1).min(known));
        if behind.0 < behind.1 {
            return Some((behind, known));
        }
    }
    let before = thing(&said[..past?], 0);
    let acts = KNOWN.doers.begin(&said[before.0..]) && said.get(past? + 1).is_none_or(|next| next.plain != "duoc");
    (before.0 < before.1 && before.1 == past? && !acts).then_some((before, alike.max(known)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_done_to_another_thing_is_told() {
        for (planned, done, own, told) in [
            ("Sửa nhà bảo vệ", "Nhà xe đã sửa", "nhà bảo vệ", "Nhà xe"),
            ("Làm mới cầu thang thoát hiểm", "Nhà xe giáo viên đã làm mới xong", "cầu thang thoát hiểm", "Nhà xe giáo viên"),
            ("Ban hành quy chế dân chủ", "Đã ban hành xong quy trình xử lý rủi ro", "quy chế dân chủ", "quy trình xử lý rủi ro"),
            ("Xây dựng cổng phụ", "Đã xây bể bơi mini", "cổng phụ", "bể bơi mini"),
            ("Đổ bê tông hố ga", "rãnh thoát nước đã được đổ bê tông", "hố ga", "rãnh thoát nước"),
            ("Sửa chữa giếng trời", "Phòng đa năng đã sửa chữa xong", "giếng trời", "Phòng đa năng"),
            ("Ốp lát phòng đọc điểm Nà Lo", "Phòng đọc điểm Pa Tần đã ốp lát xong", "phòng đọc điểm Nà Lo", "Phòng đọc điểm Pa Tần"),
            ("Khơi đường mương", "Đã khơi hố ga", "đường mương", "hố ga"),
            ("Đầu tư xe đẩy thức ăn", "Máy scan đã được đầu tư", "xe đẩy thức ăn", "Máy scan"),
            ("Trồng cây xanh", "Đã trồng hoa", "cây xanh", "hoa"),
            ("Mua bàn", "Đã mua ghế", "bàn", "ghế"),
            ("Sửa điện", "Đã sửa nước", "điện", "nước"),
            (
                "Đầu tư ghế đá điểm trường chính",
                "Đã hoàn thành đầu tư ghế đá điểm trường lẻ",
                "ghế đá điểm trường chính",
                "ghế đá điểm trường lẻ",
            ),
        ] {
            let short = of_other_thing(planned, done).map(|short| (short.planned, short.done));
            assert_eq!(short, Some((format!("\"{own}\""), format!("\"{told}\""))), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Sửa nhà bảo vệ", "Nhà bảo vệ đã sửa"),
            ("Sửa nhà bảo vệ", "Nhà trường đã sửa"),
            ("Sửa nhà xe", "Nhà để xe đã sửa xong"),
            ("Mua sắm thiết bị dạy học", "Đã mua sắm máy chiếu vật thể"),
            ("Mua máy tính", "Đã mua 10 bộ vi tính"),
            ("Bổ sung tài liệu cho thư viện", "Đã bổ sung 200 đầu sách"),
            ("Tổ chức Tết trung thu cho học sinh", "Đã tổ chức đêm hội trăng rằm"),
            ("Tổ chức lễ khai giảng", "Đã tổ chức ngày 5/9"),
            ("Xây dựng quy chế làm việc", "Đã xây dựng quy chế chi tiết, cụ thể"),
            ("Xây dựng quy chế làm việc", "Đã ban hành quy chế dân chủ"),
            ("Trang bị máy lọc nước", "Đã lắp 3 máy RO"),
            ("Lắp camera", "Đã lắp 8 mắt"),
            ("Tu sửa, cải tạo phòng học", "Đã tu sửa, cải tạo 3 phòng"),
            ("Sửa chữa hàng rào", "Đã hoàn thành"),
            ("Làm hàng rào", "Đã làm tường rào"),
            ("Trồng hoa, cây cảnh", "Đã trồng cây cảnh và hoa"),
            ("Sửa điện nước", "Đã sửa đường điện, đường nước"),
        ] {
            assert_eq!(of_other_thing(planned, done), None, "{planned}: {done}");
        }
    }
}
