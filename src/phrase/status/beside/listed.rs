//! A plan that lists several works in one cell in, what the report leaves untold of them out: `1. Lập hồ sơ 2. Thi công` → `1: xong`,
//! `Sửa mái, sơn tường` → `Đã sơn tường`.
//!
//! For asking, never for reading.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::matter::content;
use super::scope::{between_spaces, says_of_all};
use super::shortfall::Short;
use crate::phrase::spelled::{self, Phrases, words};
use crate::phrase::status::assured::begins_with_deed;
use crate::phrase::token::{Token, tokens};

/// The works that the report says nothing of, where it names others by their number or in their words.
pub(super) fn works_left(planned: &str, done: &str) -> Option<Short> {
    let works = works(planned);
    if works.len() < 2 {
        return deeds_left(planned, done);
    }
    if says_of_all(&between_spaces(done)) {
        return None;
    }
    let told = by_number(works.len(), done).or_else(|| in_words(&works, done))?;
    (!told.is_empty() && told.len() < works.len()).then(|| Short {
        planned: format!("{} việc: {}", works.len(), works.join("; ")),
        done: format!("việc {}", told.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(", ")),
    })
}

/// "1. Lập hồ sơ 2. Thi công", "a) … b) …", lines that begin with a dash.
fn works(planned: &str) -> Vec<String> {
    let mut begins: Vec<(usize, usize)> = Vec::new();
    for (at, sign) in planned.char_indices() {
        let first = planned[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || before == ';');
        let label = &planned[at..];
        let (Some(own), true) = (label_of(begins.len(), sign), first) else { continue };
        let Some(behind) = label.strip_prefix(own.as_str()).and_then(|rest| rest.strip_prefix(['.', ')', '/'])) else { continue };
        let text = behind.trim_start();
        if text.len() < behind.len() && text.starts_with(char::is_alphabetic) {
            begins.push((at, planned.len() - text.len()));
        }
    }
    let end = |next: usize| begins.get(next).map_or(planned.len(), |(at, _)| *at);
    let numbered: Vec<String> =
        begins.iter().enumerate().map(|(at, (_, text))| planned[*text..end(at + 1)].trim_matches(AROUND).to_owned()).collect();
    if numbered.len() >= 2 {
        return numbered;
    }
    let lines: Vec<&str> = planned.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let bullet = |line: &&str| line.strip_prefix(['-', '+', '*', '•', '–']).map(|work| work.trim_matches(AROUND).to_owned());
    lines.iter().map(bullet).collect::<Option<Vec<String>>>().unwrap_or_default()
}

/// Deeds with a thing of their own that stand beside each other: "Sửa mái, sơn tường". What comes before the others is done with them, and what is
/// hoped of them is no work.
fn deeds_left(planned: &str, done: &str) -> Option<Short> {
    const MOST: usize = 4;
    const LONGEST: usize = 140;
    // "100% GV", "các lớp" are all of what one deed is done to.
    const OF_ALL: &[&str] =
        &[" tat ca ", " toan bo ", " day du ", " deu ", " cac hang muc ", " cac noi dung ", " con lai ", " ca hai ", " ca 2 "];
    let said = between_spaces(done);
    if planned.len() > LONGEST || OF_ALL.iter().any(|all| said.contains(all)) {
        return None;
    }
    if let Some(short) = paper_alone(planned, done).or_else(|| one_of_pair(planned, done)) {
        return Some(short);
    }
    let deeds: Vec<String> = planned
        .split([',', ';', '\n'])
        .flat_map(|part| part.split(" và "))
        .map(|part| part.trim_matches(AROUND).to_owned())
        .filter(|part| !part.is_empty())
        .collect();
    // "… và diễn tập": the last needs no thing.
    let own_thing = |at: usize| {
        let words = words(&deeds[at]);
        // "các quy chế, quy định" are papers.
        let last = at + 1 == deeds.len() && words.len() > 1 && !KNOWN.nouns.begin(&words);
        let deed = (1..words.len() + usize::from(last)).any(|end| begins_with_deed(&words[..end]));
        KNOWN.hoped.begin(&words)
            || (deed || KNOWN.before.beginning(&words).any(|count| count < words.len())) && !content(&deeds[at]).is_empty()
    };
    if !(2..=MOST).contains(&deeds.len()) || !(0..deeds.len()).all(own_thing) {
        return None;
    }
    // "Lập hồ sơ, đề nghị công nhận": where all come before something, the last is the work.
    let all_before = deeds.iter().all(|deed| KNOWN.before.begin(&words(deed)));
    let told = in_words(&deeds, done).filter(|told| !told.is_empty())?;
    let left = |at: usize| {
        let words = words(&deeds[at]);
        // "Cải tạo nhà vệ sinh, thay thiết bị hỏng": a part of the mending.
        let broken = words.iter().any(|word| matches!(&*word.plain, "hong" | "hu" | "vo" | "cu"));
        let mended = broken && told.iter().any(|at| KNOWN.mends.begin(&spelled::words(&deeds[*at])));
        // "…; rà soát phương án": behind what is told it is a work of its own.
        let behind = KNOWN.looks.begin(&words) && told.iter().all(|told| *told < at);
        let comes_before = KNOWN.before.begin(&words) && !(all_before && at + 1 == deeds.len()) && !behind;
        // "Xây dựng, ban hành quy chế": what is issued was drawn up.
        let drawn_up = words.len() <= 2
            && KNOWN.draws_up.begin(&words)
            && told.iter().any(|told| *told > at && KNOWN.issues.begin(&spelled::words(&deeds[*told])));
        !told.contains(&at) && !mended && !comes_before && !drawn_up && !KNOWN.hoped.begin(&words)
    };
    let first = (0..deeds.len()).find(|at| left(*at))?;
    let shown = |deed: &str| format!("\"{}\"", deed.to_lowercase());
    // Where the report counts, its own words are shown: it may count otherwise than the plan.
    let counts = |text: &str| text.contains(|sign: char| sign.is_ascii_digit());
    let own = told.iter().any(|at| counts(&deeds[*at])).then(|| shown(done.trim_matches(AROUND)));
    let of_plan = || told.iter().map(|at| shown(&deeds[*at])).collect::<Vec<_>>().join(", ");
    Some(Short { planned: shown(&deeds[first]), done: own.unwrap_or_else(of_plan) })
}

/// "Đã sửa điện" of "Sửa chữa điện nước": two things that are named in one breath.
fn one_of_pair(planned: &str, done: &str) -> Option<Short> {
    const PAIRS: &[(&str, &str)] = &[("điện", "nước"), ("bàn", "ghế"), ("chăn", "màn"), ("bát", "đũa"), ("loa", "đài")];
    const MOST_WORDS: usize = 8;
    if done.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let plan = tokens(planned);
    PAIRS.iter().find_map(|(one, other)| {
        plan.windows(2).any(|two| two[0].written == *one && two[1].written == *other).then_some(())?;
        let said = tokens(done);
        let names = |word: &str| said.iter().any(|token| token.written == word);
        let told = match (names(one), names(other)) {
            (true, false) => one,
            (false, true) => other,
            _ => return None,
        };
        Some(Short { planned: format!("{one} {other}"), done: (*told).to_owned() })
    })
}

/// "Đã xây dựng kế hoạch" of "Xây dựng kế hoạch và tổ chức thực hiện".
fn paper_alone(planned: &str, done: &str) -> Option<Short> {
    const MOST_WORDS: usize = 9;
    let (plan, said) = (words(planned), words(done));
    if said.len() > MOST_WORDS || !KNOWN.papers.begin(&plan) || KNOWN.carries_out.stand_in(&said) {
        return None;
    }
    let from = usize::from(said.first().is_some_and(|first| first.plain == "da"));
    let from = if from == 0 && said.len() > 3 && said[0].plain == "nha" && said[2].plain == "da" { 3 } else { from };
    let carried = (2..plan.len()).find(|at| {
        let joined = plan[at - 1].plain == "va" || planned.contains([',', ';', '\n']);
        joined && KNOWN.carries_out.beginning(&plan[*at..]).next().is_some()
    })?;
    let length = KNOWN.carries_out.beginning(&plan[carried..]).max().unwrap_or_default();
    let made = said.get(from..).is_some_and(|said| KNOWN.papers.begin(said));
    let written: Vec<&str> = planned.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let shown = written.get(carried..carried + length)?.join(" ").to_lowercase();
    made.then(|| Short { planned: format!("\"{shown}\""), done: "kế hoạch".to_owned() })
}

struct Vocabulary {
    before: Phrases,
    looks: Phrases,
    hoped: Phrases,
    papers: Phrases,
    carries_out: Phrases,
    mends: Phrases,
    nouns: Phrases,
    draws_up: Phrases,
    issues: Phrases,
}

static KNOWN: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
    before: Phrases::of(
        "rà soát, khảo sát, thống kê, lập kế hoạch, xây dựng kế hoạch, lập dự toán, lập danh sách, lập hồ sơ, nghiên cứu, tìm hiểu, chuẩn bị, phân công, tham mưu, đề xuất, đề nghị, xin, họp bàn, họp, vận động, kêu gọi, huy động, phối hợp, chỉ đạo, quán triệt, xác định, lựa chọn, chọn, thành lập, liên hệ, bố trí, sắp xếp, thu thập, phát động, tuyên truyền, yêu cầu, khuyến khích, động viên, hướng dẫn, theo dõi, cử, tiếp tục, duy trì, chủ động, tích cực, thường xuyên",
    ),
    looks: Phrases::of("rà soát, khảo sát, thống kê, lập dự toán, lập danh sách, lập hồ sơ, thành lập, thu thập"),
    hoped: Phrases::of(
        "nâng cao, nâng, đảm bảo, bảo đảm, góp phần, giúp, phục vụ, tạo, phát huy, phấn đấu, đáp ứng, hướng tới, tăng cường, nhằm, để, giảm, hạn chế, khắc phục, đạt, phát triển, đẩy mạnh, giữ gìn, giữ, bảo vệ, rèn, rèn luyện, có, cải thiện, tăng, thu hút, quan tâm, chú trọng",
    ),
    papers: Phrases::of("xây dựng kế hoạch, lập kế hoạch, ban hành kế hoạch, có kế hoạch, lên kế hoạch, hoàn thành kế hoạch"),
    nouns: Phrases::of("quy định, bảo vệ, hợp đồng, sinh hoạt, báo cáo, thông báo, trang trí, kế hoạch, tổng hợp, công khai, thi đua"),
    mends: Phrases::of("cải tạo, sửa, sửa chữa, nâng cấp, tu sửa, tu bổ, chỉnh trang, làm mới"),
    draws_up: Phrases::of("xây dựng, lập, soạn thảo, soạn, dự thảo, biên soạn, viết"),
    issues: Phrases::of("ban hành, công bố, phê duyệt, thông qua, niêm yết, hoàn thiện, triển khai, thực hiện, áp dụng, nộp, gửi"),
    carries_out: Phrases::of("tổ chức thực hiện, triển khai thực hiện, tổ chức triển khai, triển khai, thực hiện, tổ chức"),
});

const AROUND: &[char] = &[' ', ';', '.', ',', '\n', '\u{a0}'];

/// The label of the next entry, where its first sign is the one that stands here: the first entry says whether they are figures or letters.
fn label_of(at: usize, sign: char) -> Option<String> {
    let number = (at + 1).to_string();
    let letter = char::from(b'a' + u8::try_from(at).ok()?);
    if number.starts_with(sign) { Some(number) } else { (sign == letter).then(|| sign.to_string()) }
}

/// "1: xong", "Đã làm ý a", "Phần 1, 2 đã xong": the places of what is named. `None` where nothing is named so.
fn by_number(count: usize, done: &str) -> Option<BTreeSet<usize>> {
    const KINDS: &[&str] = &["y", "phan", "muc", "viec", "nd", "dung", "buoc"];
    const STATES: &[&str] = &["xong", "da", "ok", "roi", "hoan", "chua", "dang", "bo"];
    let tokens = tokens(done);
    let label = |at: usize| {
        let token = tokens.get(at)?;
        let place = match (token.number(), token.word()) {
            (Some(number), _) => usize::try_from(number).ok()?.checked_sub(1)?,
            (_, Some(word)) if word.len() == 1 => usize::from(word.as_bytes()[0].checked_sub(b'a')?),
            _ => return None,
        };
        (place < count).then_some(place)
    };
    let mut named = BTreeSet::new();
    let mut at = 0;
    while at < tokens.len() {
        let kind = tokens[at].word().is_some_and(|word| KINDS.contains(&word));
        let begins = at == 0 || tokens[at - 1].is_sign('\n') || tokens[at - 1].is_sign(';') || tokens[at - 1].is_sign(',');
        let mut next = at + usize::from(kind);
        let mut own: Vec<usize> = Vec::new();
        while let Some(place) = label(next) {
            // "1-3"
            if tokens.get(next - usize::from(next > 0)).is_some_and(|sign| sign.is_sign('-'))
                && let Some(first) = own.last().copied()
            {
                own.extend(first + 1..place);
            }
            own.push(place);
            let joined = tokens.get(next + 1).is_some_and(|sign| sign.is_sign(',') || sign.is_sign('-') || sign.is_word("va"));
            next += 1;
            if !joined || label(next + 1).is_none() {
                break;
            }
            next += 1;
        }
        let state = |token: &Token| {
            [':', '.', ')', '-'].iter().any(|sign| token.is_sign(*sign)) || token.word().is_some_and(|word| STATES.contains(&word))
        };
        if !own.is_empty() && (kind || begins && tokens.get(next).is_some_and(state)) {
            named.extend(own);
            at = next;
        } else {
            at += 1;
        }
    }
    (!named.is_empty()).then_some(named)
}

/// "Phát cỏ xong" of "1. Phát cỏ 2. Trồng hoa": in a short report.
fn in_words(works: &[String], done: &str) -> Option<BTreeSet<usize>> {
    const MOST_WORDS: usize = 8;
    if done.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let words: Vec<BTreeSet<String>> = works.iter().map(|work| content(work)).collect();
    let said = content(done);
    let own = |at: usize| -> BTreeSet<&String> {
        words[at].iter().filter(|word| words.iter().enumerate().all(|(other, words)| other == at || !words.contains(*word))).collect()
    };
    if (0..works.len()).any(|at| own(at).is_empty()) {
        return None;
    }
    Some((0..works.len()).filter(|at| own(*at).into_iter().any(|word| said.contains(word))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_works_in_one_cell_those_untold_are_seen() {
        for (planned, done, told) in [
            ("1. Lập hồ sơ 2. Thi công", "1: xong", "việc 1"),
            ("1. Lập hồ sơ\n2. Thi công", "Phần 1: xong", "việc 1"),
            ("a) Lập hồ sơ b) Thi công", "Đã làm ý a", "việc 1"),
            ("a. Phát cỏ; b. Trồng hoa", "a xong", "việc 1"),
            ("1. Phát cỏ 2. Trồng hoa", "Phát cỏ xong", "việc 1"),
            ("- Lập hồ sơ\n- Thi công", "Đã lập hồ sơ", "việc 1"),
            ("1. Lập hồ sơ 2. Thi công 3. Nghiệm thu", "Nội dung 1, 2 đã xong", "việc 1, 2"),
            ("1) Lập hồ sơ 2) Thi công 3) Nghiệm thu", "1-2: xong", "việc 1, 2"),
            ("1. Lập hồ sơ 2. Thi công", "1. Đã lập hồ sơ trình UBND xã từ tháng 9 và được phê duyệt", "việc 1"),
        ] {
            assert_eq!(works_left(planned, done).map(|short| short.done).as_deref(), Some(told), "{planned}: {done}");
        }
        for (planned, done) in [
            ("1. Lập hồ sơ 2. Thi công", "1, 2: xong"),
            ("1. Lập hồ sơ 2. Thi công", "Đã hoàn thành"),
            ("1. Lập hồ sơ 2. Thi công", "Cả 2 việc đều xong"),
            ("1. Phát cỏ 2. Trồng hoa", "Phát cỏ, trồng hoa xong trước 20/11"),
            ("1. Phát cỏ 2. Trồng hoa", "ý 1 đã xong, ý 2 chưa"),
            ("1. Phát cỏ 2. Trồng hoa", "1 giải nhì, 2 giải ba"),
            ("Mua 1. 200 cây giống", "Đã mua"),
            ("Phát cỏ sân trường", "1: xong"),
            ("- Lập hồ sơ\n- Thi công", "- Đã lập hồ sơ\n- Đã thi công"),
        ] {
            assert_eq!(works_left(planned, done), None, "{planned}: {done}");
        }
    }

    #[test]
    fn of_deeds_beside_each_other_those_untold_are_seen() {
        for (planned, done, left) in [
            ("Sửa mái, sơn tường", "Đã sơn tường", "\"sửa mái\""),
            ("Trồng cây xanh, làm bồn hoa", "Đã trồng cây xanh", "\"làm bồn hoa\""),
            ("Sửa nhà vệ sinh và xây bể nước", "Nhà vệ sinh đã sửa xong", "\"xây bể nước\""),
            ("Mua sách thư viện; lắp camera", "Lắp camera rồi", "\"mua sách thư viện\""),
            ("Tập huấn phần mềm, cấp tài khoản cho GV", "Đã cấp tài khoản cho 100% GV", "\"tập huấn phần mềm\""),
            ("Xây dựng quy tắc ứng xử và triển khai đến CBGV", "Đã xây dựng quy tắc ứng xử", "\"triển khai đến cbgv\""),
            ("Sửa chữa điện nước", "Đã sửa điện", "điện nước"),
            ("Thanh lý bàn ghế cũ", "Đã thanh lý ghế cũ", "bàn ghế"),
            ("Lập hồ sơ, đề nghị công nhận thư viện", "Đã lập hồ sơ", "\"đề nghị công nhận thư viện\""),
            ("Xây dựng kế hoạch phòng chống thiên tai và diễn tập", "Đã xây dựng kế hoạch", "\"diễn tập\""),
            ("Xây dựng kế hoạch, triển khai thực hiện", "Đã xây dựng kế hoạch", "\"triển khai thực hiện\""),
            ("Lập kế hoạch tự đánh giá và tổ chức thực hiện", "Đã lập kế hoạch", "\"tổ chức thực hiện\""),
        ] {
            assert_eq!(works_left(planned, done).map(|short| short.planned).as_deref(), Some(left), "{planned}: {done}");
        }
        for (planned, done) in [
            ("Sửa mái, sơn tường", "Đã sửa mái và sơn tường"),
            ("Sửa mái, sơn tường", "Đã hoàn thành"),
            ("Sửa bàn ghế", "Đã sửa 20 bộ bàn ghế"),
            ("Sửa bàn ghế", "Đã sửa xong"),
            ("Sửa mái, sơn tường", "Các hạng mục sửa mái đều xong"),
            ("Sửa mái, sơn tường", "Đã sơn tường, mái đã lợp lại"),
            ("Rà soát, bổ sung hồ sơ", "Đã rà soát"),
            ("Cải tạo nhà vệ sinh học sinh, thay thiết bị hư hỏng", "Đã cải tạo xong 13 phòng vệ sinh"),
            ("Ban hành các quy chế, quy định", "Đã ban hành đủ 5 quy chế"),
            ("Rà soát đội ngũ, bố trí giáo viên", "Đã bố trí đủ giáo viên"),
            ("Lập dự toán, sửa mái", "Đã sửa mái"),
            ("Bồi dưỡng giáo viên, nâng cao chất lượng dạy học", "Đã bồi dưỡng giáo viên"),
            ("Xây dựng kế hoạch và tổ chức thực hiện", "Đã xây dựng kế hoạch và thực hiện"),
            ("Xây dựng kế hoạch năm học", "Đã xây dựng kế hoạch"),
            ("Xây dựng kế hoạch tổ chức hội thi", "Đã xây dựng kế hoạch"),
        ] {
            assert_eq!(works_left(planned, done), None, "{planned}: {done}");
        }
    }
}
