//! What a plan is for and what its report is of in, the one held against the other where they are of the same thing for or of others told:
//! `Cải tạo nhà vệ sinh học sinh` → `Nhà vệ sinh GV đã cải tạo`.
//!
//! For asking, never for reading. Only words that exclude each other are held so, each behind the same word in both: other words may mean the same.

mod vocabulary;

use std::sync::LazyLock;

use self::vocabulary::{BETWEEN, DEEDS, KINDS};
use super::matter::content;
use super::scope::labels;
use super::shortfall::Short;
use crate::phrase::spelled::{Phrases, Word, words};
use crate::phrase::token::{Token, tokens};
use crate::text::cleaned;

/// What tells one thing from another of its name.
struct Kind {
    /// Behind which words; behind any where there are none.
    heads: Option<Phrases>,
    /// Those that exclude each other; of one line are of one meaning.
    apart: Vec<Phrases>,
}

struct Vocabulary {
    kinds: Vec<Kind>,
    between: Phrases,
    staff: Phrases,
    pupils: Phrases,
    terms: [Phrases; 2],
    deeds: Vec<Phrases>,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    kinds: KINDS
        .iter()
        .map(|(heads, apart)| Kind {
            heads: (!heads.is_empty()).then(|| Phrases::of(heads)),
            apart: apart.iter().map(|line| Phrases::of(line)).collect(),
        })
        .collect(),
    between: Phrases::of(BETWEEN),
    deeds: DEEDS.iter().map(|line| Phrases::of(line)).collect(),
    terms: [
        Phrases::of("hk1, hki, hk 1, hk i, học kỳ 1, học kỳ i, học kì 1, học kì i"),
        Phrases::of("hk2, hkii, hk 2, hk ii, học kỳ 2, học kỳ ii, học kì 2, học kì ii"),
    ],
    pupils: Phrases::of("học sinh, hs, trẻ, các em, phụ huynh, cha mẹ, cmhs, cha mẹ học sinh"),
    // Of whom each of the groups of staff is a part.
    staff: Phrases::of("cán bộ, cbgv, cbgvnv, cb, viên chức, đội ngũ, cbvc, ccvc, công chức"),
});

/// What the plan is for, and what else the report is of.
pub(super) fn of_another(planned: &str, done: &str) -> Option<Short> {
    const LONGEST: usize = 160;
    if planned.len() > LONGEST || done.len() > LONGEST {
        return None;
    }
    let (plan, said) = (words(planned), words(done));
    let other = KNOWN.kinds.iter().find_map(|kind| kind.other(&plan, &said));
    other
        .map(|(one, told)| Short { planned: shown(planned, &one), done: shown(done, &told) })
        .or_else(|| staff_alone(&plan, &said))
        .or_else(|| other_event(planned, done))
        .or_else(|| other_term(&plan, &said))
        .or_else(|| other_code(planned, done))
        .or_else(|| other_label(planned, done))
}

/// Words of one kind that stand together, "GV và HS": which of the kind they are, and where the word is that they stand behind.
struct Mention {
    of: Vec<usize>,
    head: Option<usize>,
    end: usize,
}

impl Kind {
    fn other(&self, plan: &[Word], said: &[Word]) -> Option<(Mention, Mention)> {
        let mut told = self.mentions(said);
        let told = told.pop().filter(|_| told.is_empty())?;
        // "GV đã được tập huấn" of a plan that begins "Tập huấn"
        let passive = || {
            let done =
                said.windows(3).any(|three| three[0].plain == "duoc" && plan.len() > 1 && three[1].is(&plan[0]) && three[2].is(&plan[1]));
            done.then_some(&plan[1])
        };
        let head = told.head.map(|at| &said[at]).or_else(passive)?;
        let mut planned = self.mentions(plan);
        // Of two that stand apart one may be who does it.
        let one = planned.pop().filter(|_| planned.is_empty())?;
        // "phía sau" and "bên trái" are sides; a hall in front is another hall.
        let sides = |word: &Word| matches!(&*word.plain, "phia" | "ben" | "huong" | "mat");
        let for_whom = told.head.is_some_and(|at| said.get(at + 1).is_some_and(|next| matches!(&*next.plain, "cho" | "cua" | "danh")));
        let behind = one.head.is_some_and(|own| {
            plan[own].is(head)
                || told.head.is_some_and(|at| is_of_one_head(&plan[..=own], &said[..=at], for_whom))
                || (self.heads.is_none() || for_whom) && plan[..=own].iter().any(|word| word.is(head))
                || self.heads.is_some() && sides(&plan[own]) && sides(head)
        });
        let whole_staff = KNOWN.staff.stand_in(said) || KNOWN.staff.stand_in(plan);
        // "cho GV và HS" → "cho HS"
        let all = one.of.iter().all(|one| told.of.contains(one));
        (behind && !all && !whole_staff).then_some((one, told))
    }

    fn mentions(&self, words: &[Word]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let (mut at, mut joined) = (0, false);
        while at < words.len() {
            let known = (0..self.apart.len()).filter_map(|one| Some((self.apart[one].beginning(&words[at..]).max()?, one)));
            let Some((length, one)) = known.max_by_key(|(length, _)| *length) else {
                joined &= matches!(&*words[at].plain, "va" | "cac");
                at += 1;
                continue;
            };
            let end = at + length;
            if let Some(last) = found.last_mut().filter(|_| joined) {
                last.of.push(one);
                last.end = end;
            } else if self.heads.as_ref().is_none_or(|heads| heads.end(&words[..at])) {
                found.push(Mention { of: vec![one], head: head(&words[..at]), end });
                joined = true;
            }
            at = end;
        }
        found
    }
}

/// "tuyển 2 giáo viên" and "tuyển 2 GV"; "Bồi dưỡng giáo viên" and "tập huấn cho".
fn is_of_one_head(plan: &[Word], said: &[Word], for_whom: bool) -> bool {
    let teacher = |words: &[Word]| match words {
        [.., last] if last.plain == "gv" => true,
        [.., before, last] => before.plain == "giao" && last.plain == "vien",
        _ => false,
    };
    teacher(plan) && teacher(said) || for_whom && KNOWN.deeds.iter().any(|line| line.end(plan) && line.end(said))
}

/// The place of the last word before what is for somebody: of "vệ sinh cho các" that of "sinh".
fn head(before: &[Word]) -> Option<usize> {
    let mut end = before.len();
    while end > 0 {
        let joins = (end.saturating_sub(3)..end).find(|from| KNOWN.between.beginning(&before[*from..end]).any(|count| from + count == end));
        match joins {
            Some(from) => end = from,
            None if before[end - 1].begins_number() => end -= 1,
            None => return Some(end - 1),
        }
    }
    None
}

/// The words of a mention as they are written, from the one before its head.
fn shown(text: &str, mention: &Mention) -> String {
    let text = cleaned(text);
    let written: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    written[mention.head.unwrap_or_default().saturating_sub(1)..mention.end.min(written.len())].join(" ")
}

/// "Đã tuyên truyền cho CBGV" of a plan for "CBGV và học sinh": for those who work at the school alone.
fn staff_alone(plan: &[Word], said: &[Word]) -> Option<Short> {
    const LONGEST: usize = 10;
    let staff = |words: &[Word]| KNOWN.staff.stand_in(words);
    let others = |words: &[Word]| KNOWN.pupils.stand_in(words);
    let for_staff = (1..said.len()).any(|at| said[at - 1].plain == "cho" && KNOWN.staff.begin(&said[at..]));
    let whole = said.iter().any(|word| matches!(&*word.plain, "toan" | "ca" | "deu" | "moi" | "tat"));
    let left = staff(plan) && others(plan) && for_staff && !others(said) && !whole && said.len() <= LONGEST;
    left.then(|| Short {
        planned: "cán bộ, giáo viên và học sinh (phụ huynh)".to_owned(), done: "cán bộ, giáo viên".to_owned()
    })
}

/// "Ngày hội STEM đã được triển khai" of a plan for a "hội thảo": where people meet to talk, and where they feast, play or travel.
fn other_event(planned: &str, done: &str) -> Option<Short> {
    const EVENTS: [&[&str]; 2] = [
        &["hội thảo", "tọa đàm", "toạ đàm", "hội nghị", "lớp tập huấn"],
        &[
            "ngày hội",
            "hội diễn",
            "hội trại",
            "cắm trại",
            "tham quan",
            "dã ngoại",
            "hội thao",
            "hội khỏe",
            "hội chợ",
            "lễ hội",
            "đêm hội",
            "giải bóng",
        ],
    ];
    let (plan, said) = (cleaned(planned).to_lowercase(), cleaned(done).to_lowercase());
    let named = |text: &str, events: &[&'static str]| events.iter().find(|event| text.contains(**event)).copied();
    let kinds = |text: &str| (named(text, EVENTS[0]), named(text, EVENTS[1]));
    let (event, other) = match (kinds(&plan), kinds(&said)) {
        ((Some(event), None), (None, Some(other))) | ((None, Some(event)), (Some(other), None)) => (event, other),
        _ => return None,
    };
    // "Tham quan Đền Hùng" is named by its place in whatever is told of it.
    let of_event = |text: &str, event: &str| content(&text.replace(event, " "));
    of_event(&plan, event).is_disjoint(&of_event(&said, other)).then(|| Short { planned: event.to_owned(), done: other.to_owned() })
}

/// "Đã khảo sát HK1" of a plan for HK2, or for both.
fn other_term(plan: &[Word], said: &[Word]) -> Option<Short> {
    let terms = |words: &[Word]| {
        let named = |terms: &Phrases| terms.stand_in(words);
        (named(&KNOWN.terms[0]), named(&KNOWN.terms[1]))
    };
    let shown = |(first, second): (bool, bool)| match (first, second) {
        (true, true) => "học kỳ I, II",
        (true, false) => "học kỳ I",
        _ => "học kỳ II",
    };
    let (planned, told) = (terms(plan), terms(said));
    let other = match (planned, told) {
        ((_, true), (true, false)) => true,
        ((true, _), (false, true)) => planned == (true, false),
        _ => false,
    };
    other.then(|| Short { planned: shown(planned).to_owned(), done: shown(told).to_owned() })
}

/// "Hồ sơ TC 3.1 xong" of a plan for tiêu chí 3.1 and 3.2, or for another.
fn other_code(planned: &str, done: &str) -> Option<Short> {
    let (wanted, told) = (codes(planned), codes(done));
    let left = !told.is_empty() && wanted.iter().any(|code| !told.contains(code));
    let own = told.iter().all(|code| wanted.contains(code)) || !told.iter().any(|code| wanted.contains(code));
    (left && own).then(|| Short { planned: format!("tiêu chí {}", wanted.join(", ")), done: format!("tiêu chí {}", told.join(", ")) })
}

/// "3.1", behind "tiêu chí" or "TC", or beside one that is.
fn codes(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let named =
        tokens.iter().any(|token| token.is_word("tc")) || tokens.windows(2).any(|two| two[0].is_word("tieu") && two[1].is_word("chi"));
    let code = |at: usize| {
        let (standard, criterion) = (tokens[at].number()?, tokens.get(at + 2)?.number()?);
        let point = tokens[at + 1].is_sign('.') && !tokens[at + 1].spaced && !tokens[at + 2].spaced;
        let alone = !at.checked_sub(1).is_some_and(|before| tokens[before].is_sign('.') || tokens[before].is_sign('/'))
            && !tokens.get(at + 3).is_some_and(|next| !next.spaced && (next.is_sign('.') || next.number().is_some()));
        (point && alone && (1..=5).contains(&standard) && (1..=10).contains(&criterion)).then(|| format!("{standard}.{criterion}"))
    };
    if named { (0..tokens.len()).filter_map(code).collect() } else { Vec::new() }
}

/// "Đã sơn khối 2" of a plan for khối 1; "lớp 5A" is one of lớp 5.
fn other_label(planned: &str, done: &str) -> Option<Short> {
    const HELD: &[&str] = &["tại", "ở"];
    const COUNTED: &[&str] = &["lần", "đợt", "buổi", "tiết", "kỳ", "lượt"];
    let (plan, said) = (tokens(planned), tokens(done));
    let (named, told) = (labels(&plan), labels(&said));
    // Where it was held is not what it is of.
    if said.iter().any(|token| HELD.contains(&token.written.as_str())) {
        return None;
    }
    // "Họp tổ 2 lần/tháng" counts how often.
    let counts = |tokens: &[Token]| tokens.windows(2).any(|two| two[0].number().is_some() && COUNTED.contains(&two[1].written.as_str()));
    if counts(&plan) || counts(&said) {
        return None;
    }
    told.iter().find_map(|(place, some)| {
        let (_, all) = named.iter().find(|(kind, _)| kind == place)?;
        let same = |one: &str, other: &str| one.starts_with(other) || other.starts_with(one);
        let apart = some.iter().all(|one| all.iter().all(|other| !same(one, other)));
        let shown = |labels: &[String]| format!("{place} {}", labels.join(", "));
        apart.then(|| Short { planned: shown(all), done: shown(some) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_others_than_planned_is_told() {
        for (planned, done, wanted, told) in [
            ("Cải tạo nhà vệ sinh học sinh", "Nhà vệ sinh GV đã cải tạo", "vệ sinh học sinh", "vệ sinh GV"),
            ("Khám sức khỏe cho HS", "Đã khám sức khỏe cho GV", "sức khỏe cho HS", "sức khỏe cho GV"),
            ("Khám sức khỏe cho GV và HS", "Đã khám sức khỏe cho HS", "sức khỏe cho GV và HS", "sức khỏe cho HS"),
            ("Tập huấn CNTT cho giáo viên", "Đã tập huấn cho nhân viên", "huấn CNTT cho giáo viên", "tập huấn cho nhân viên"),
            ("Tập huấn chuyển đổi số cho GV, NV", "GV đã được tập huấn", "chuyển đổi số cho GV NV", "GV"),
            ("Làm nhà xe GV", "Nhà xe HS đã làm xong", "nhà xe GV", "Nhà xe HS"),
            ("Sơn lại phòng học khối 1", "Đã sơn phòng học khối 2", "khối 1", "khối 2"),
            ("Bồi dưỡng HS giỏi lớp 5", "Đã bồi dưỡng HS giỏi lớp 4", "lớp 5", "lớp 4"),
            ("Bồi dưỡng HSG môn Toán", "Đã bồi dưỡng môn Văn", "môn Toán", "môn Văn"),
            ("Lắp camera cổng trường", "Đã lắp camera hành lang", "Lắp camera cổng trường", "lắp camera hành lang"),
            ("Xây tường rào phía đông", "Tường rào phía tây đã xây", "rào phía đông", "rào phía tây"),
            ("Mua máy chiếu", "Đã mua máy in", "Mua máy chiếu", "mua máy in"),
            ("Xây nhà đa năng", "Nhà xe đã xây xong", "Xây nhà đa năng", "Nhà xe"),
            ("Khảo sát chất lượng HK2", "Đã khảo sát chất lượng HK1", "học kỳ II", "học kỳ I"),
            ("Kiểm tra hồ sơ HKI, HKII", "Đã kiểm tra HKI", "học kỳ I, II", "học kỳ I"),
            ("Sắm tủ đựng hồ sơ", "Đã đóng tủ sách", "Sắm tủ đựng hồ sơ", "đóng tủ sách"),
            ("Rà soát quy chế chi tiêu nội bộ", "Đã rà soát quy chế làm việc", "quy chế chi tiêu nội bộ", "quy chế làm việc"),
            ("Nâng chuẩn cho GV Tiếng Anh", "GV Tin học đã nâng chuẩn", "cho GV Tiếng Anh", "GV Tin học"),
            ("Hoàn thiện hồ sơ tiêu chí 3.1, 3.2", "Hồ sơ TC 3.1 xong", "tiêu chí 3.1, 3.2", "tiêu chí 3.1"),
            ("Thu thập minh chứng tiêu chuẩn 3", "Đã thu thập minh chứng tiêu chuẩn 2", "tiêu chuẩn 3", "tiêu chuẩn 2"),
            ("Làm lại hàng rào phía sau", "Hàng rào bên trái đã làm", "rào phía sau", "rào bên trái"),
            ("Trang bị phòng y tế", "Phòng tin học đã trang bị", "bị phòng y tế", "Phòng tin học"),
            ("Mua xe rùa cho nam", "Đã mua cho nữ", "xe rùa cho nam", "Đã mua cho nữ"),
            ("Bồi dưỡng giáo viên về CNTT", "Đã tập huấn cho nhân viên", "Bồi dưỡng giáo viên", "tập huấn cho nhân viên"),
            ("Tuyển 2 giáo viên Tiếng Anh", "Đã tuyển 2 GV Tin học", "giáo viên Tiếng Anh", "2 GV Tin học"),
            ("Cải tạo sân chơi", "Đã cải tạo vườn trường", "Cải tạo sân chơi", "cải tạo vườn trường"),
            ("Triển khai hội thảo", "Ngày hội STEM đã được triển khai", "hội thảo", "ngày hội"),
            ("Ký quy chế phối hợp với công an", "Đã ký với trạm y tế", "hợp với công an", "ký với trạm y tế"),
            ("Trang bị loa cho phòng học", "Đã trang bị máy chiếu", "Trang bị loa", "trang bị máy chiếu"),
        ] {
            let short = of_another(planned, done).map(|short| (short.planned, short.done));
            assert_eq!(short, Some((wanted.to_owned(), told.to_owned())), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Cải tạo nhà vệ sinh học sinh", "Nhà vệ sinh HS đã cải tạo"),
            ("Họp tổ 2 lần/tháng", "Đã họp tổ 8 lần"),
            ("Thu thập minh chứng TC 3.1", "Tiêu chí 3.1 đã xong ngày 5.9"),
            ("Chuyên đề Toán", "Chuyên đề đã tổ chức ở lớp 4"),
            ("Khảo sát chất lượng HK1", "Đã khảo sát HK1, HK2"),
            ("Cải tạo nhà vệ sinh", "Nhà vệ sinh GV đã cải tạo"),
            ("Bồi dưỡng học sinh giỏi", "Đã phân công giáo viên bồi dưỡng"),
            ("Tập huấn cho giáo viên", "Đã tập huấn cho 100% CBGVNV"),
            ("Tập huấn cho cán bộ, giáo viên, nhân viên", "Đã tập huấn cho giáo viên, nhân viên"),
            ("Phối hợp phụ huynh giáo dục học sinh", "Đã phối hợp phụ huynh"),
            ("Mua bàn ghế học sinh", "Đã mua bàn ghế do phụ huynh tặng"),
            ("Tuyên truyền cho phụ huynh", "Đã tuyên truyền tới cha mẹ học sinh"),
            ("Bồi dưỡng HS giỏi lớp 5", "Đã bồi dưỡng HS giỏi lớp 5A"),
            ("Tổ chức chuyên đề khối 3", "Chuyên đề tổ chức tại khối 4"),
            ("Mua máy tính", "Đã mua 5 máy vi tính"),
            ("Mua máy chiếu", "Đã mua tivi thay máy chiếu"),
            ("Xây nhà xe", "Nhà để xe đã xây"),
            ("Xây nhà xe", "Nhà thầu đã bàn giao"),
            ("Lắp camera cổng trường", "Đã lắp camera giám sát"),
            ("Sửa cổng trường", "Cổng trường đã sửa, sân trường sạch đẹp"),
            ("Khám sức khỏe cho HS", "Đã khám cho tất cả các em"),
            ("Mua xe rùa cho nam", "Đã mua xe rùa năm 2023"),
            ("Thành lập đội bóng đá nam, nữ", "Đã thành lập đội bóng nam và nữ"),
            ("Vận động phụ huynh hỗ trợ học sinh nghèo", "Đã tặng quà cho học sinh nghèo"),
            ("Giáo viên tuyên truyền an toàn giao thông", "Đã tuyên truyền cho học sinh"),
            ("Tập huấn cho giáo viên", "Đã tập huấn cho thầy cô"),
            ("Tổ chức hội thảo về ngày hội đọc sách", "Đã tổ chức ngày hội đọc sách"),
            ("Tổ chức tham quan Đền Hùng", "Đã tổ chức hội nghị tại Đền Hùng"),
            ("Trang bị máy tính", "Đã trang bị 5 laptop"),
            ("Lắp quạt, đèn cho các lớp", "Đã lắp quạt, đèn"),
            ("Phối hợp với công an xã", "Đã phối hợp với công an, trạm y tế"),
        ] {
            assert_eq!(of_another(planned, done), None, "{planned}: {done}");
        }
    }
}
