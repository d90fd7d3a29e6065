//! What was planned and what is reported of it in, where the report says less told: `Lắp tivi cho 16 lớp` → `Đã lắp tivi cho 9 lớp`.
//!
//! For asking, never for reading: in two cells the wording may differ.

use std::collections::BTreeMap;

use super::ages::ages_left_out;
use super::alike::told_otherwise;
use super::alongside::part_beside;
use super::another::of_another;
use super::counts::{Counted, Per, SHARE, SHORT, TIMES, counts, last_named};
use super::instead::{exclude, of_other_thing};
use super::listed::works_left;
use super::matter::names_any;
use super::named::{names_fewer, names_one};
use super::nearly::comes_near;
use super::none_wanted::more_than_none;
use super::pairs::other_side;
use super::round::earlier_round;
use super::scope::{between_spaces, left_out, says_of_all};
use super::shortfall::{Short, in_figures};
use super::turns::{one_turn, years_left};
use super::unreached::{above_least, unreached};
use crate::phrase::money;
use crate::phrase::status::words::heard;
use crate::phrase::token::{Token, tokens};
use crate::text;

/// What the plan asks for and the report has less of.
pub fn falls_short(planned: &str, done: &str) -> Option<Short> {
    let works = works_left(planned, done);
    let (planned, done) = (in_figures(planned), in_figures(done));
    works
        .or_else(|| fewer(&planned, &done))
        .or_else(|| comes_near(&planned, &done))
        .or_else(|| told_by_how_much(&planned, &done))
        .or_else(|| raised_less(&planned, &done))
        .or_else(|| raised_otherwise(&planned, &done))
        .or_else(|| some_of_all(&planned, &done))
        .or_else(|| count_of_all(&planned, &done))
        .or_else(|| ages_left_out(&planned, &done))
        .or_else(|| left_out(&planned, &done))
        .or_else(|| names_fewer(&planned, &done))
        .or_else(|| names_one(&planned, &done))
        .or_else(|| unreached(&planned, &done))
        .or_else(|| above_least(&planned, &done))
        .or_else(|| lower_level(&planned, &done))
        .or_else(|| more_than_none(&planned, &done))
        .or_else(|| one_turn(&planned, &done))
        .or_else(|| years_left(&planned, &done))
        .or_else(|| of_another(&planned, &done))
        .or_else(|| other_side(&planned, &done))
        .or_else(|| earlier_round(&planned, &done))
        .or_else(|| part_beside(&planned, &done))
        .or_else(|| of_other_thing(&planned, &done))
        .or_else(|| super::each::fewer_for_each(&planned, &done))
}

/// "Thư viện đạt mức độ 1" of a plan for mức độ 2.
fn lower_level(planned: &str, done: &str) -> Option<Short> {
    const LEVELS: &[&str] = &["mức độ", "cấp độ", "mức"];
    let level = |text: &str, word: &str| {
        let (lower, lead) = (text::clean(text).to_lowercase(), format!("{word} "));
        let mut found = lower.match_indices(lead.as_str()).filter_map(|(at, lead)| {
            let number: String = lower[at + lead.len()..].chars().take_while(char::is_ascii_digit).collect();
            number.parse::<u8>().ok().filter(|level| (1..=4).contains(level))
        });
        let first = found.next()?;
        found.next().is_none().then_some(first)
    };
    let word = LEVELS.iter().find(|word| level(planned, word).is_some())?;
    let (wanted, reached) = (level(planned, word)?, level(done, word)?);
    (reached < wanted).then(|| Short { planned: format!("{word} {wanted}"), done: format!("{word} {reached}") })
}

/// "182/210 cháu", where all of them were meant: "100% trẻ", "toàn bộ", "mỗi lớp".
fn some_of_all(planned: &str, done: &str) -> Option<Short> {
    const ALL: &[&str] = &["100%", "tất cả", "toàn bộ", "toàn trường", "toàn thể", "mỗi", "mọi", "các lớp", "các phòng"];
    const THINGS: &[&str] =
        &["hs", "gv", "em", "chau", "tre", "lop", "phong", "nguoi", "can", "nhan", "dang", "ho", "to", "bo", "cbgv", "d", "hoc", "giao"];
    // Behind those a number names a day, a paper or a mark: "ngày 5/10", "số 3/QĐ", "điểm 8/10".
    const NAMES: &[&str] = &["ngay", "so", "thang", "diem", "lop", "den", "tu", "thu", "hang"];
    let plan = planned.to_lowercase();
    let all = ALL.iter().find(|all| plan.contains(**all))?;
    // "mỗi lớp"
    let behind = plan.split_once(all).map_or("", |(_, behind)| behind.trim_start());
    let whose = if matches!(*all, "mỗi" | "mọi") { behind.split([' ', ',']).next().unwrap_or_default() } else { "" };
    let shown = format!("{all} {whose}").trim_end().to_owned();
    let tokens = tokens(done);
    (0..tokens.len()).find_map(|at| {
        let part = tokens[at].number()?;
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        if before.is_some_and(|before| before.is_sign('/') || before.word().is_some_and(|word| NAMES.contains(&word))) {
            return None;
        }
        // "8 phòng/10 lớp", "8 phòng học/10 lớp"
        let slash = (at + 1..tokens.len().min(at + 4)).find(|at| tokens[*at].is_sign('/'))?;
        let whole = tokens.get(slash + 1)?.number().filter(|whole| part < *whole)?;
        let behind = tokens.get(slash + 2);
        let counts = behind.and_then(Token::word).is_some_and(|word| THINGS.contains(&word))
            || behind.is_none_or(|next| !next.is_sign('/')) && whole > 31;
        let between = &tokens[at + 1..slash];
        (counts && (between.is_empty() || plan.contains("mỗi") && between.iter().all(|token| token.word().is_some())))
            .then(|| Short { planned: shown.clone(), done: format!("{part}/{whole}") })
    })
}

/// "Dự giờ được 15 GV" of a plan for 100% of them: how many they are is not said.
fn count_of_all(planned: &str, done: &str) -> Option<Short> {
    const ALL: &[&str] = &["100%", "tất cả", "toàn bộ", "toàn thể"];
    let plan = planned.to_lowercase();
    let (all, behind) = ALL.iter().find_map(|all| Some((*all, plan.split_once(all)?.1)))?;
    let behind = tokens(behind);
    let whom = |token: &Token| {
        token.word().map(|word| SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, whole)| *whole).to_owned())
    };
    let first = behind.iter().find(|token| !matches!(&*token.written, "các" | "số" | "đội" | "ngũ"))?;
    // "học sinh" is counted as "sinh"
    let of_pupils = first.is_word("hoc") && behind.iter().any(|token| token.is_word("sinh"));
    let unit = if of_pupils { "sinh".to_owned() } else { whom(first)? };
    let said = counts(done);
    let [told] = &said.get(&unit)?[..] else { return None };
    let whole = done.contains(['/', '%']) || says_of_all(&between_spaces(done));
    (said.len() == 1 && told.per.is_none() && !whole)
        .then(|| Short { planned: format!("{all} {}", first.written), done: told.written.clone() })
}

/// Say that means are raised.
const RAISES: &[&str] = &["van dong", "keu goi", "huy dong", "quyen gop", "ung ho", "gay quy", "tai tro"];

/// "Đã vận động được 20 triệu", where 50 were to be raised. What work costs may well be less than was thought: that is no shortfall.
fn raised_less(planned: &str, done: &str) -> Option<Short> {
    let (plan, said) = (text::fold(planned), text::fold(done));
    let raises = |folded: &str| RAISES.iter().any(|words| text::holds_words(folded, words));
    // "Thu về 35 triệu"
    const COMES_IN: &[&str] = &["duoc", "thu ve", "moi co", "gop"];
    if !raises(&plan) || !raises(&said) && !COMES_IN.iter().any(|words| text::holds_words(&said, words)) {
        return None;
    }
    let amount = |text: &str| money::parse(text).amount_vnd.filter(|amount| *amount > 0);
    let (wanted, raised) = (amount(planned)?, amount(done)?);
    let shown = |amount: i64| format!("{} đồng", money::grouped(amount));
    (raised < wanted).then(|| Short { planned: shown(wanted), done: shown(raised) })
}

/// "Phụ huynh đã ủng hộ 100 cuốn sách", where 50 million were to be raised: given were things, and no money is told.
fn raised_otherwise(planned: &str, done: &str) -> Option<Short> {
    const WORTH: &[&str] = &["tri gia", "gia tri", "tong", "quy ra", "tuong duong", "du", "vuot", "hoan thanh"];
    let (plan, said) = (text::fold(planned), text::fold(done));
    let raises = |folded: &str| RAISES.iter().any(|words| text::holds_words(folded, words));
    let wanted = money::parse(planned).amount_vnd.filter(|amount| *amount > 0)?;
    if !raises(&plan) || !raises(&said) || WORTH.iter().any(|words| text::holds_words(&said, words)) {
        return None;
    }
    let counted = counts(done);
    let mut things = counted.iter().filter(|(unit, _)| *unit != SHARE && *unit != TIMES).flat_map(|(_, counted)| counted);
    let told = things.next().filter(|_| money::parse(done).amount_vnd.is_none())?;
    Some(Short { planned: format!("{} đồng", money::grouped(wanted)), done: told.written.clone() })
}

/// What both count, and the report less of.
fn fewer(planned: &str, done: &str) -> Option<Short> {
    let has_digit = |text: &str| text.bytes().any(|sign| sign.is_ascii_digit());
    if !has_digit(planned) || !has_digit(done) && !done.contains(" thứ ") {
        return None;
    }
    let (mut plan, said) = (counts(planned), counts(done));
    times_each(planned, &mut plan);
    if let Some(short) = above_most(planned, done, &said) {
        return Some(short);
    }
    plan.iter().find_map(|(unit, wanted)| {
        let [wanted] = &wanted[..] else { return None };
        let short = |done: String| Some(Short { planned: wanted.written.clone(), done });
        let Some(told) = said.get(unit) else {
            // "3 đồng chí" of a plan for 5 giáo viên
            if let Some((count, written)) = told_otherwise(planned, unit, done, &said) {
                return if count < wanted.count { short(written) } else { None };
            }
            // "Khám lần 1" of a plan to do it twice
            // "Bước 1 đến bước 5" of a plan with 12 of them; "lớp 5" is no fifth.
            const IN_ORDER: &[&str] = &["buoi", "chuyen", "buoc", "module", "modul", "chuong", "chang"];
            let named = |written: &str| unit == TIMES || IN_ORDER.contains(&unit.as_str()) || written.contains("thứ ");
            let (last, written) = last_named(done, unit).filter(|(_, written)| named(written))?;
            return if (last as f64) < wanted.count { short(written) } else { None };
        };
        if unit == SHARE {
            // Shares do not add up, and less is what was wanted of "giảm xuống dưới 5%".
            let [share] = &told[..] else { return None };
            return if share.count < wanted.count && wanted.count <= 100.0 && !lowers(planned) {
                short(share.written.clone())
            } else {
                None
            };
        }
        if told.iter().any(|told| told.per.is_some() && told.per != wanted.per) {
            return None;
        }
        // "2 buổi/ngày" is asked of each class; "3 lần/năm" is reached one by one.
        let of_each = wanted.per.is_some_and(|per| per <= Per::Week) || told.iter().any(|told| told.per.is_some());
        if of_each {
            let least = told.iter().min_by(|one, other| one.count.total_cmp(&other.count))?;
            return if least.count > 0.0 && least.count < wanted.count { short(least.written.clone()) } else { None };
        }
        // "1 máy photocopy, 1 máy in" of a plan for 2 máy photocopy
        let of_it: Vec<&Counted> = told.iter().filter(|told| !counts_another(planned, wanted, done, told)).collect();
        let of_it = if of_it.is_empty() { told.iter().collect() } else { of_it };
        let sum: f64 = of_it.iter().map(|told| told.count).sum();
        if sum > 0.0 && sum < wanted.count {
            short(of_it.iter().map(|told| told.written.as_str()).collect::<Vec<_>>().join(", "))
        } else {
            None
        }
    })
}

/// Whether what is counted with the same unit is certainly another thing.
fn counts_another(planned: &str, wanted: &Counted, done: &str, told: &Counted) -> bool {
    let (plan, said) = (tokens(planned), tokens(done));
    exclude(&thing(&plan, wanted.unit_at), &thing(&said, told.unit_at))
}

/// What stands from a unit to the end of its words, without the unit where it says nothing of the thing: "5 bộ bàn ghế".
fn thing(tokens: &[Token], unit_at: usize) -> String {
    const ANY: &[&str] = &["bo", "cai", "chiec", "don", "he"];
    let behind = tokens.get(unit_at..).unwrap_or_default();
    let behind = if behind.first().and_then(Token::word).is_some_and(|unit| ANY.contains(&unit)) { &behind[1..] } else { behind };
    behind.iter().take_while(|token| token.word().is_some()).map(|token| token.written.as_str()).collect::<Vec<_>>().join(" ")
}

/// Say that less is better.
const LOWERS: &[&str] = &["duoi", "giam", "qua", "xuong"];

fn lowers(planned: &str) -> bool {
    tokens(planned).iter().filter_map(Token::word).any(|word| LOWERS.contains(&word))
}

/// "Giảm 1%" of a plan to come below 5 %: by how much, and not to what.
fn told_by_how_much(planned: &str, done: &str) -> Option<Short> {
    let plan = planned.to_lowercase();
    let limit = ["dưới ", "xuống ", "còn "].iter().any(|lead| plan.contains(lead)) && plan.contains('%');
    let told = text::clean(done).to_lowercase();
    let by = ["đã giảm được ", "đã giảm ", "giảm được ", "giảm "].iter().find_map(|lead| told.strip_prefix(lead))?;
    let share = by.trim_end_matches('.').strip_suffix('%')?.trim();
    (limit && share.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ',' | '.')))
        .then(|| Short { planned: planned.to_owned(), done: done.to_owned() })
}

/// "giảm từ 8% xuống còn 6%", where it was to come below 5 %.
fn above_most(planned: &str, done: &str, said: &BTreeMap<String, Vec<Counted>>) -> Option<Short> {
    let (most, wanted, share) = beside_most(planned, done, said)?;
    (share.count > wanted.count).then(|| Short { planned: format!("{most} {}", wanted.written), done: share.written.clone() })
}

/// "Tỷ lệ suy dinh dưỡng còn 2,1%", where it was to come below 3 %.
pub(super) fn keeps_below(planned: &str, done: &str) -> bool {
    let said = counts(done);
    beside_most(planned, done, &said).is_some_and(|(_, wanted, share)| share.count <= wanted.count)
}

/// The share or the number that a plan wants nothing above, behind the word that says so, and the one that was come to.
fn beside_most<'a>(planned: &str, done: &str, said: &'a BTreeMap<String, Vec<Counted>>) -> Option<(String, Counted, &'a Counted)> {
    let plan = tokens(planned);
    let most = (1..plan.len()).find(|at| {
        let led = plan[at - 1].word().is_some_and(|word| LOWERS.contains(&word)) || plan[at - 1].is_sign('<') || plan[at - 1].is_sign('≤');
        led && plan[*at].number().is_some() && !plan[at - 1].is_word("giam")
    })?;
    // "dưới 5%", "còn dưới 3 em"
    let mut wanted = counts(&planned.to_lowercase());
    let number = plan[most].number()?;
    let of_number = |(unit, counted): (&String, &Vec<Counted>)| counted.iter().any(|one| one.count == number as f64).then(|| unit.clone());
    let unit = if wanted.contains_key(SHARE) { SHARE.to_owned() } else { wanted.iter().find_map(of_number)? };
    let wanted = wanted.remove(&unit)?.pop()?;
    let share = said.get(&unit)?.last()?;
    // "giảm 3%" says by how much.
    let by = tokens(done).windows(2).any(|two| {
        matches!(two[0].word(), Some("giam" | "tang" | "vuot" | "hon")) && two[1].number().is_some_and(|by| by == share.count as u64)
    });
    let of_same = plan[most].number()? == wanted.count as u64 && names_any(planned, done);
    (of_same && !by).then(|| (plan[most - 1].written.clone(), wanted, share))
}

/// "Hiện có 9/28 GV trên chuẩn (32,1%)", where the share was to come up to 30 %.
pub(super) fn comes_up_to(planned: &str, done: &str) -> bool {
    const RAISES: &[&str] = &["nang", "tang", "dat", "phan", "huy", "duy"];
    let raises = tokens(planned).first().and_then(Token::word).is_some_and(|deed| RAISES.contains(&deed));
    let of_change = tokens(done).iter().filter_map(Token::word).any(|word| matches!(word, "tang" | "giam" | "vuot" | "hon" | "nam"));
    let (plan, said) = (counts(planned), counts(done));
    let (Some([wanted]), Some([share])) = (plan.get(SHARE).map(Vec::as_slice), said.get(SHARE).map(Vec::as_slice)) else { return false };
    raises && !of_change && !lowers(planned) && share.count >= wanted.count && names_any(planned, done)
}

/// "Đạt 92%", "98,5%" and no more of a plan that sets out to reach at least a share: "Phấn đấu 90% trở lên".
pub(super) fn reaches_share_alone(planned: &str, said: &str) -> bool {
    const WHEN: &[&str] = &[
        "nay ",
        "hiện nay ",
        "đến nay ",
        "hiện ",
        "học kỳ 1 ",
        "học kỳ i ",
        "hk1 ",
        "hki ",
        "hk i ",
        "kỳ i ",
        "kỳ 1 ",
        "học kỳ 2 ",
        "học kỳ ii ",
        "hk2 ",
        "hkii ",
    ];
    const AIMS: &[&str] = &["phan dau", "dat", "ty le", "ti le", "tro len", "it nhat", "toi thieu", "duy tri", "nang", "tren"];
    let share = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    let told = said.trim().trim_end_matches('.').to_lowercase();
    let told = told.replace("học kì", "học kỳ").replace(':', " ").replace("  ", " ");
    let told = told.strip_prefix("cuối ").unwrap_or(&told);
    let told = WHEN.iter().find_map(|lead| told.strip_prefix(lead)).unwrap_or(told);
    let told = ["đã đạt ", "đạt được ", "hiện đạt ", "đạt tỷ lệ ", "đạt ", "được "]
        .iter()
        .find_map(|lead| told.strip_prefix(lead))
        .unwrap_or(told);
    let Some(told) = told.strip_suffix('%').and_then(share) else { return false };
    let plan = text::fold(planned);
    let counted = counts(planned);
    let Some([wanted]) = counted.get(SHARE).map(Vec::as_slice) else { return false };
    told <= 100.0 && told >= wanted.count && !lowers(planned) && AIMS.iter().any(|aim| text::holds_words(&plan, aim))
}

/// "Mỗi lớp 1 tivi (12 lớp)" is 12 of them.
fn times_each(planned: &str, plan: &mut BTreeMap<String, Vec<Counted>>) {
    let tokens = tokens(planned);
    let Some(at) = tokens.iter().position(|token| token.is_word("moi") && token.written.starts_with("mỗ")) else { return };
    let Some(whose) = tokens.get(at + 1).and_then(Token::word) else { return };
    // "mỗi giáo viên 1 bài"
    let Some((at, each)) = (at + 2..=at + 3).find_map(|at| Some((at, tokens.get(at)?.number()?))) else { return };
    let Some([holders]) = plan.get(whose).map(Vec::as_slice) else { return };
    let (count, shown) = (holders.count * each as f64, tokens.get(at + 1).map_or("", |what| what.written.as_str()));
    if let Some(what) = tokens.get(at + 1).and_then(Token::word) {
        plan.insert(what.to_owned(), vec![Counted { count, per: None, written: format!("{count} {shown}"), unit_at: usize::MAX }]);
    }
}

/// "1,5%" and no more of a plan that is to bring something below 2 %.
pub(super) fn keeps_share_below(planned: &str, said: &str) -> bool {
    const DOWN: &[&str] = &["dưới", "xuống", "không quá", "còn"];
    let share = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    let told = said.trim().trim_end_matches('.');
    let told = ["còn ", "Còn ", "chỉ còn ", "Chỉ còn "].iter().find_map(|lead| told.strip_prefix(lead)).unwrap_or(told);
    let Some(told) = told.strip_suffix('%').and_then(share) else { return false };
    let plan = planned.to_lowercase();
    let (Some((before, _)), true) = (plan.split_once('%'), plan.matches('%').count() == 1) else { return false };
    let wanted = before.trim_end().rsplit(' ').next().and_then(share);
    let named = before.trim_end().rsplit_once(' ').map_or("", |(lead, _)| lead);
    wanted.is_some_and(|wanted| told <= wanted) && DOWN.iter().any(|down| named.ends_with(down))
}

/// Whether the report is nothing but a share that the plan was to reach, or to come down to: there is nothing to ask.
pub fn comes_to_aim(planned: &str, done: &str) -> bool {
    keeps_share_below(planned, done) || reaches_share_alone(planned, done) || super::ceiling::comes_below(planned, done)
}

/// "còn 4 em", and no word of work that goes on.
pub(super) fn told_of_rest_only(said: &str) -> bool {
    let told = heard(said);
    let count = |word: &str| word.parse::<u32>().is_ok();
    told.strip_prefix("con ").and_then(|rest| rest.split(' ').next()).is_some_and(count)
        && !told.split(' ').any(|word| matches!(word, "dang" | "chua" | "se" | "chờ" | "thieu"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_planned_falls_short() {
        let short = |planned, done| falls_short(planned, done).map(|short| (short.planned, short.done));
        let of = |planned: &str, done: &str| Some((planned.to_owned(), done.to_owned()));
        assert_eq!(short("Lắp tivi cho 16 lớp", "Đã lắp tivi cho 9 lớp"), of("16 lớp", "9 lớp"));
        assert_eq!(short("Mua 10 máy tính", "Mua 4 máy, 3 máy"), of("10 máy", "4 máy, 3 máy"));
        assert_eq!(short("Mua 2 máy photocopy", "Đã mua 1 máy photocopy, 1 máy in"), of("2 máy", "1 máy"));
        assert_eq!(short("Mua 5 bộ bàn ghế", "Đã mua 3 bộ bàn ghế, 2 bộ tủ"), of("5 bộ", "3 bộ"));
        assert_eq!(short("Mỗi lớp 1 phòng", "8 phòng học/10 lớp"), of("mỗi lớp", "8/10"));
        assert_eq!(short("Cấp thẻ cho toàn bộ học sinh", "Cấp thẻ cho 300/420 HS"), of("toàn bộ", "300/420"));
        assert_eq!(short("Dự giờ 100% GV", "Ngày 5/10 dự giờ GV"), None);
        assert_eq!(short("Lát 650m2 sân", "Lát được 400m2"), of("650m2", "400m2"));
        assert_eq!(short("100% học sinh tham gia BHYT", "Có 96% HS tham gia"), of("100%", "96%"));
        assert_eq!(short("Bồi dưỡng 28 giáo viên", "Đã bồi dưỡng 18 GV"), of("28 giáo", "18 gv"));
        assert_eq!(short("Họp phụ huynh 3 lần/năm", "Đã họp 1 lần"), of("3 lần/năm", "1 lần"));
        assert_eq!(short("Họp cha mẹ học sinh 3 kỳ/năm", "Họp 2 kỳ"), of("3 kỳ/năm", "2 kỳ"));
        assert_eq!(short("Tẩy giun 2 lần/năm", "Tẩy giun được một đợt"), of("2 lần/năm", "1 đợt"));
        assert_eq!(short("Tẩy giun 2 lần/năm", "Tẩy giun đợt T8"), of("2 lần/năm", "đợt t8"));
        assert_eq!(short("Tổ chức 3 buổi tuyên truyền", "Xong buổi thứ hai"), of("3 buổi", "buổi thứ hai"));
        assert_eq!(short("Xây dựng 3 mô hình sáng tạo", "Mô hình thứ nhất được giải Ba huyện"), of("3 mô", "hình thứ nhất"));
        assert_eq!(short("Áp dụng quy trình 12 bước", "Bước 1 đến bước 5 chạy ổn"), of("12 bước", "bước 5"));
        assert_eq!(short("Xây dựng thư viện đạt mức độ 2", "Thư viện đạt mức độ 1"), of("mức độ 2", "mức độ 1"));
        assert_eq!(short("Khám sức khỏe cho toàn bộ học sinh", "Khám được các lớp Lá, Chồi"), of("mọi học sinh", "lớp Lá, Chồi"));
        assert_eq!(short("Cho 100% HS lớp 5 học bơi", "HS lớp 5A học bơi từ tháng 9"), of("lớp 5", "lớp 5A"));
        assert_eq!(short("Mỗi lớp một máy tính", "Khối Lá đủ máy"), of("mỗi lớp", "khối Lá"));
        assert_eq!(short("Thay toàn bộ bóng đèn", "Hai lớp Lá thay xong"), of("100%", "2 lớp"));
        assert_eq!(short("Dán tem QR cho 120 tài sản", "Dán 45 cái"), of("120 tài", "45 cái"));
        assert_eq!(short("Huy động trẻ 3-5 tuổi ra lớp", "Trẻ 5 tuổi ra lớp đủ"), of("3, 4, 5 tuổi", "5 tuổi"));
        assert_eq!(short("24 giáo viên, mỗi giáo viên 1 bài giảng", "Nộp được 15 bài"), of("24 bài", "15 bài"));
        assert_eq!(short("Mua 40 bộ bàn ghế", "Được cấp 25 bộ"), of("40 bộ", "25 bộ"));
        assert_eq!(short("Sinh hoạt tổ 2 lần/tháng", "Mỗi tháng sinh hoạt tổ được 1 lần"), of("2 lần/tháng", "1 lần"));
        assert_eq!(short("Khám sức khỏe 2 lần/năm", "Khám sức khỏe lần 1 ngày 15/9"), of("2 lần/năm", "lần 1"));
        assert_eq!(short("Tất cả các lớp học 2 buổi/ngày", "Lớp 1–3 học 2 buổi, lớp 4, 5 học 1 buổi"), of("2 buổi/ngày", "1 buổi"));
        assert_eq!(short("Bổ sung 2 giáo viên Tin học", "Sở mới cấp 1 GV Tin học"), of("2 giáo", "1 gv"));
        assert_eq!(short("Giảm tỷ lệ trẻ suy dinh dưỡng dưới 5%", "Trẻ suy dinh dưỡng giảm từ 8% xuống còn 5,6%"), of("dưới 5%", "5,6%"));
        assert_eq!(short("Mua 100 sách", "Mua được 40 cuốn"), of("100 sách", "40 cuốn"));
        assert_eq!(short("Bổ sung 200 cuốn truyện", "Đã mua 150 quyển"), of("200 cuốn", "150 quyển"));
        assert_eq!(short("Vận động quỹ 50 triệu", "Đã vận động được 20 triệu"), of("50.000.000 đồng", "20.000.000 đồng"));
        assert_eq!(short("Kêu gọi tài trợ 1,5 tỷ đồng", "Mới được 900 triệu"), of("1.500.000.000 đồng", "900.000.000 đồng"));
        for (planned, done) in [
            ("Vận động quỹ 50 triệu", "Đã vận động được 62 triệu"),
            ("Vận động 10 triệu mua loa", "Đã mua loa 8 triệu"),
            ("Mua 100 sách", "Mua được 120 cuốn"),
            ("Mua 100 sách", "Đã mua 60 cuốn sách và 40 quyển truyện"),
            ("Mua 40 cuốn sổ", "Đã mua 40 quyển"),
            ("Họp tổ 2 lần/tháng", "Đã họp tổ 8 lần"),
            ("Khám sức khỏe 2 lần/năm", "Khám 1 lần/học kỳ"),
            ("Khám sức khỏe 2 lần/năm", "Khám lần 2 ngày 20/12"),
            ("Tẩy giun 2 lần/năm", "Tẩy giun đợt T8, T12"),
            ("Mua 10 bộ sách", "Trường cấp 3 bộ môn đã đủ sách"),
            ("Khám sức khỏe 2 lần/năm", "Khám 2 đợt: 15/9 và 20/12"),
            ("Tổ chức 2 lần/năm", "Tổ chức 2 lần, số em tham gia tăng gấp 1 lần"),
            ("Tất cả các lớp học 2 buổi/ngày", "15/15 lớp học 2 buổi"),
            ("Giảm tỷ lệ suy dinh dưỡng dưới 5%", "Tỷ lệ suy dinh dưỡng giảm 6%"),
            ("Giảm tỷ lệ suy dinh dưỡng dưới 5%", "Tỷ lệ suy dinh dưỡng giảm từ 8% xuống còn 4,5%"),
            ("Mua 10 máy tính", "Mua 4 máy tính và 6 máy xách tay"),
            ("Lắp tivi lớp 9", "Đã lắp 2 tivi cho khối 6"),
            ("Trồng 50 cây", "Ngày 5/9 trồng 50 cây"),
            ("Tháng 9 họp 3 buổi", "Họp 3 buổi"),
            ("Kinh phí 50 triệu", "Chi 45 triệu"),
            ("Duy trì chuẩn quốc gia mức độ 1", "Đạt chuẩn quốc gia mức độ 1"),
            ("Đạt mức 2", "Đạt mức 2, nhiều tiêu chí đạt mức 3"),
            ("Khám sức khỏe cho toàn bộ học sinh", "Khám ở các lớp, đủ 100%"),
            ("Phổ cập cho trẻ 5 tuổi", "Trẻ 5 tuổi ra lớp đủ"),
            ("Huy động trẻ 3-5 tuổi ra lớp", "Trẻ 3 đến 5 tuổi ra lớp đạt 98%"),
            ("Huy động trẻ 3-5 tuổi ra lớp", "Trẻ 3, 4 và 5 tuổi ra lớp đạt 98%"),
            ("Huy động trẻ 3-5 tuổi ra lớp", "Mẫu giáo 98%, riêng trẻ 5 tuổi 100%"),
            ("Huy động trẻ 3-5 tuổi ra lớp", "Trẻ trong độ tuổi ra lớp 98%"),
            ("Đạt 80% khá giỏi", "60% khá, 25% giỏi"),
            ("Mua 30 máy tính", "Đã mua 20 máy tính để bàn, 10 máy tính xách tay"),
            ("Mua 5 máy", "Đã mua 3 máy in, 2 máy chiếu"),
            ("Mua 10 quạt", "Đã mua 5 quạt trần, 5 quạt cây"),
        ] {
            assert_eq!(falls_short(planned, done), None, "{planned}: {done}");
        }
    }
}
