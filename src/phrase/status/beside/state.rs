//! What is reported of a work in, read beside what was planned of it: `Không xây mới` of a plan to build, `7/12` of a plan to buy 12.
//!
//! Only what says nothing by itself, or another thing, is read so; what says how far it came, says it whatever was planned.

use super::answer::is_as_planned;
use super::asked::how_far_asked;
use super::ceiling::{comes_below, moves_against, stays_above};
use super::contest::tells_what_came_of_it;
use super::done_away::is_done_away_with;
use super::in_use::is_in_use;
use super::kin::tells_done_of;
use super::matter::names_any;
use super::paper::{draws_up_paper, is_granted, only_consults};
use super::scope::names_another_place;
use super::short::{comes_up_to, falls_short, keeps_below, keeps_share_below, reaches_share_alone, told_of_rest_only};
use super::shortfall::outnumbers;
use super::stage::only_stage;
use super::unasked::leaves_nothing_to_ask;
use super::under_way::is_under_way;
use crate::model::Status;
use crate::phrase::money;
use crate::phrase::status::assured::tells_a_deed;
use crate::phrase::status::denied::{behind_leads, denied};
use crate::phrase::status::doubt::{Doubt, doubt};
use crate::phrase::status::found::{looks, only_finds_broken};
use crate::phrase::status::lessened::{lessens_as_planned, raises_as_planned};
use crate::phrase::status::words::heard;
use crate::phrase::token::{Token, tokens};
use crate::text::clean;

/// How far a work has come whose report by itself comes to a status or to none.
pub(in crate::phrase::status) fn beside_plan(planned: &str, said: &str, by_itself: Option<Status>) -> Option<Status> {
    if planned.is_empty() || said.is_empty() {
        return by_itself;
    }
    if let Some(status) = by_itself.and_then(|status| how_far_asked(planned, said, status)) {
        return Some(status);
    }
    match by_itself {
        Some(Status::Completed) if denies_deed(planned, said) => Some(Status::NotStarted),
        None if denies_deed(planned, said) => Some(Status::NotStarted),
        None | Some(Status::Completed) if only_stage(planned, said) || is_under_way(planned, said) => Some(Status::InProgress),
        None | Some(Status::Completed) if only_consults(planned, said) || moves_against(planned, said) => Some(Status::InProgress),
        Some(Status::Completed) if stays_above(planned, said) => Some(Status::InProgress),
        None | Some(Status::Completed) => part_of_count(planned, said)
            .or_else(|| number_alone(planned, said))
            .or(by_itself)
            .or_else(|| reaches(planned, said))
            .or_else(|| tells_it_done(planned, said))
            .or_else(|| (tells_what_came_of_it(planned, said) || is_done_away_with(planned, said)).then_some(Status::Completed))
            .or_else(|| leaves_nothing_to_ask(planned, said).then_some(Status::Completed)),
        // "1,5%" of a plan to come below 2 % is what there is of it, and no share of the work.
        Some(Status::InProgress | Status::NotStarted) if keeps_share_below(planned, said) || comes_below(planned, said) => {
            Some(Status::Completed)
        }
        Some(Status::InProgress) if is_in_use(planned, said) => Some(Status::Completed),
        Some(Status::InProgress) if reaches_share_alone(planned, said) || tells_what_came_of_it(planned, said) => Some(Status::Completed),
        // "Có kế hoạch nhưng chưa thực hiện" of a plan to draw it up
        Some(Status::NotStarted) if draws_up_paper(planned) && heard(said).starts_with("co ") => Some(Status::InProgress),
        // "Còn 4 em yếu, giảm 6 em" of a plan to have fewer
        Some(Status::InProgress)
            if moves_as_planned(planned, said) && told_of_rest_only(said)
                || lessens_as_planned(planned, said)
                || raises_as_planned(planned, said) =>
        {
            Some(Status::Completed)
        }
        Some(Status::InProgress)
            if finds(planned, said) || finds_broken(planned, said) || is_granted(planned, said) || is_hired(planned, said) =>
        {
            Some(Status::Completed)
        }
        Some(Status::InProgress) if is_refused(planned, said) => Some(Status::NotStarted),
        Some(Status::InProgress) if ends_denying(planned, said) => Some(Status::NotStarted),
        Some(Status::InProgress) if is_founded(planned, said) || is_as_planned(planned, said) => Some(Status::Completed),
        status => status,
    }
}

/// "Kết quả: 22/25 đạt chuẩn" of a plan to look into it: what was found is no part of the work.
fn finds(planned: &str, said: &str) -> bool {
    const LOOKS: &[&str] = &["ra soat", "kiem tra", "danh gia", "khao sat", "thong ke", "kham", "xep loai", "cham", "chấm"];
    const FOUND: &[&str] = &["dat", "tot", "kha", "dam", "bao", "an", "du", "hai", "xep", "gioi", "chuan"];
    let plan = heard(planned);
    let said = heard(said);
    let words: Vec<&str> = said.strip_prefix("ket qua ").unwrap_or(&said).split(' ').collect();
    let number = |at: usize| words.get(at).is_some_and(|word| word.parse::<u32>().is_ok());
    LOOKS.iter().any(|look| plan.starts_with(look))
        && number(0)
        && number(1)
        && words[2..].iter().take(4).any(|word| FOUND.contains(word))
        && !words.iter().any(|word| matches!(*word, "chua" | "con" | "dang" | "duoc"))
}

/// "Kiểm tra phát hiện 3 ổ cắm hỏng" of a plan to look.
fn finds_broken(planned: &str, said: &str) -> bool {
    let told = said.to_lowercase();
    let told: Vec<&str> = told.split([',', ';', '.', '\n']).map(str::trim).filter(|clause| !clause.is_empty()).collect();
    looks(planned) && only_finds_broken(&told)
}

/// "Đã ký hợp đồng" of a plan to find a nurse: whoever has signed is there.
fn is_hired(planned: &str, said: &str) -> bool {
    const PEOPLE: &[&str] =
        &["nhan vien", "giao vien", "bao ve", "cap duong", "y te", "ke toan", "lao cong", "tap vu", "phuc vu", "day hop dong"];
    let (plan, told) = (heard(planned).replace("vận", "van"), heard(said));
    let signed = matches!(told.as_str(), "da ký hop dong" | "da ky hop dong" | "ký hop dong xong" | "ky hop dong xong");
    signed && (plan.starts_with("hop dong ") || PEOPLE.iter().any(|who| plan.contains(who)))
}

/// "Đã thành lập, đang ôn luyện" of a plan to found a team: what it is founded for goes on.
fn is_founded(planned: &str, said: &str) -> bool {
    const ONCE: &[&str] = &["thanh lap", "kien toan", "bau", "tuyen chon", "chon"];
    const USES: &[&str] = &["on ", "on luyen", "tap luyen", "luyen tap", "sinh hoat", "hoat dong", "su dung", "vận hanh", "boi duong"];
    let plan = heard(planned);
    let Some(deed) = ONCE.iter().find(|deed| plan.starts_with(**deed)) else { return false };
    let clauses: Vec<String> = said.split([',', ';', '.', '\n']).map(heard).filter(|clause| !clause.is_empty()).collect();
    let founded = clauses.first().and_then(|clause| clause.strip_prefix("da ")).is_some_and(|clause| clause.starts_with(deed));
    let goes_on = |clause: &String| {
        clause.strip_prefix("dang ").or(clause.strip_prefix("va dang ")).is_some_and(|rest| USES.iter().any(|uses| rest.starts_with(uses)))
    };
    founded && clauses.len() > 1 && clauses[1..].iter().all(goes_on) && !said.contains(|sign: char| sign.is_ascii_digit())
}

/// "Lượt mượn sách tăng so với năm trước" of a plan to promote reading books: it went the way it was to go.
fn moves_as_planned(planned: &str, said: &str) -> bool {
    const UP: &[&str] = &["nâng", "tăng", "đẩy mạnh", "phát triển", "mở rộng"];
    let (plan, told) = (clean(planned).to_lowercase(), clean(said).to_lowercase());
    let word = |word: &str| told.split(' ').any(|said| said.trim_matches([',', '.', ';']) == word);
    let up = UP.iter().any(|deed| plan.starts_with(deed)) && (word("tăng") || told.contains("cao hơn") || told.contains("nâng lên"));
    let down = plan.starts_with("giảm") && word("giảm");
    (up && !word("giảm") || down && !word("tăng")) && names_any(planned, said) && falls_short(planned, said).is_none()
}

/// "Có kế hoạch" of a plan to draw one up, "Có tổ chức" of one to hold something: the plan's own words, affirmed.
fn has_it(planned: &str, said: &str) -> bool {
    const MAKES: &[&str] =
        &["xay dung", "lap", "ban hanh", "thanh lap", "mua", "mua sam", "trang bi", "lam", "bo tri", "bo sung", "to chuc", "thuc hien"];
    const LONGEST: usize = 5;
    const BODIES: &[&str] = &["to ", "ban ", "hoi dong ", "doi ", "cau lac bo ", "clb ", "thanh lap ", "kien toan ", "chi bo ", "nhom "];
    let (plan, said) = (heard(planned), heard(said));
    // "Có QĐ" of a body that was to be set up
    if matches!(said.as_str(), "co qd" | "da co qd" | "co quyet dinh" | "da co quyet dinh" | "co qd thanh lap" | "co quyet dinh thanh lap")
    {
        return BODIES.iter().any(|body| plan.starts_with(body));
    }
    let thing = said.strip_prefix("da co ").or(said.strip_prefix("co du ")).or(said.strip_prefix("co "));
    let thing = thing.filter(|thing| thing.split(' ').count() <= LONGEST && !thing.contains(|sign: char| sign.is_ascii_digit()));
    thing.is_some_and(|thing| {
        let thing = thing.strip_suffix(" roi").unwrap_or(thing);
        let ends = |rest: &str| rest.is_empty() || rest.starts_with(' ');
        MAKES.iter().any(|deed| {
            plan.strip_prefix(deed).is_some_and(|object| {
                thing == *deed
                    || thing.contains(' ') && object.strip_prefix(' ').and_then(|object| object.strip_prefix(thing)).is_some_and(ends)
            })
        })
    })
}

/// "Không xây dựng mới mà dùng bộ cũ" of a plan that begins "Xây dựng": its own deed is denied. What is kept from is none:
/// "Không thu ngoài quy định", "Không phát hiện trường hợp nào".
fn denies_deed(planned: &str, said: &str) -> bool {
    const KEPT_FROM: &[&str] = &["ngoai", "sai", "trai", "qua", "nao", "them", "de", "để", "con", "bỏ", "thieu", "cham", "tre", "phai"];
    const OTHERWISE: &[&str] = &["long ghep", "ket hop", "thay bang", "thay vao do", "da "];
    let clause = heard(said.split([',', ';', '.', '\n', '(']).next().unwrap_or_default());
    let statement = behind_leads(&clause);
    let Some(rest) = statement.strip_prefix("khong ").or_else(|| statement.strip_prefix("chua ")) else { return false };
    let rest = ["the ", "co ", "duoc ", "kip ", "tien hanh ", "con "].iter().find_map(|lead| rest.strip_prefix(lead)).unwrap_or(rest);
    let plan = heard(planned);
    let alike = rest.split(' ').zip(plan.split(' ')).take_while(|(said, planned)| said == planned).count();
    (alike >= 2 || alike == 1 && tells_a_deed(rest))
        && !rest.split(' ').take_while(|word| !matches!(*word, "vi" | "do")).any(|word| KEPT_FROM.contains(&word))
        // "Không tổ chức riêng mà lồng ghép vào lễ 20/11": done in another way, perhaps.
        && !OTHERWISE.iter().any(|way| heard(said).contains(way))
}

/// "Nhà máy từ chối vì dịch" of a plan to visit it: nothing else is told. Who was to be asked, was asked.
fn is_refused(planned: &str, said: &str) -> bool {
    const ASKS: &[&str] = &["vận dong", "keu goi", "huy dong", "xin", "de nghi", "de xuat", "tham muu", "phoi hop", "mời", "lien he"];
    let (plan, told) = (heard(planned), heard(said));
    let alone = !said.contains([',', ';', '\n']);
    let refused = told.split_once(" tu choi").is_some_and(|(who, _)| who.split(' ').count() <= 4 && !who.contains("da "));
    alone && refused && !ASKS.iter().any(|asks| plan.starts_with(asks))
}

/// "Dời lịch 2 lần, đến 10/1 vẫn chưa tập huấn" of a plan to train: what was told before was in the way.
fn ends_denying(planned: &str, said: &str) -> bool {
    let clauses: Vec<String> = said.split([',', ';', '\n']).flat_map(|said| said.split(". ")).map(heard).collect();
    let Some((last, before)) = clauses.split_last().filter(|(_, before)| !before.is_empty()) else { return false };
    let begun = |clause: &String| {
        clause.split(' ').any(|word| matches!(word, "da" | "dang" | "xong" | "duoc" | "tiep" | "mua" | "sua" | "lam" | "mot"))
            || tells_a_deed(clause)
    };
    let Some((_, rest)) = last.split_once("chua ").filter(|(lead, _)| lead.is_empty() || lead.ends_with("van ")) else { return false };
    rest.split(' ').next() == heard(planned).split(' ').next()
        && denied(&format!("chua {rest}")) == Some(Status::NotStarted)
        && !before.iter().any(begun)
}

/// "Được 4" of a plan for 6, "15" of one for 20: a number alone counts the one thing that the plan counts.
fn number_alone(planned: &str, said: &str) -> Option<Status> {
    let told = heard(said);
    let told =
        ["da ", "moi ", "duoc ", "lam ", "xong ", "co "].iter().fold(told.as_str(), |rest, lead| rest.strip_prefix(lead).unwrap_or(rest));
    let count: u64 = told.parse().ok()?;
    let tokens = tokens(planned);
    let counted = |at: &usize| {
        tokens.get(at + 1).is_some_and(|next| next.word().is_some())
            && !at.checked_sub(1).is_some_and(|before| tokens[before].is_sign('/') || NAMED.iter().any(|name| tokens[before].is_word(name)))
    };
    const NAMED: &[&str] = &["thang", "nam", "lop", "khoi", "ngay", "tieu", "chi", "chuan", "so", "muc", "hk", "ky"];
    let mut numbers = (0..tokens.len()).filter(|at| tokens[*at].number().is_some());
    let (at, None) = (numbers.next()?, numbers.next()) else { return None };
    let wanted = tokens[at].number().filter(|wanted| counted(&at) && count <= *wanted)?;
    Some(match count {
        0 => Status::NotStarted,
        _ if count < wanted => Status::InProgress,
        _ => Status::Completed,
    })
}

/// "7/12" of a plan to buy 12 is a part of them, and no day.
fn part_of_count(planned: &str, said: &str) -> Option<Status> {
    let (part, whole) = said.trim().trim_end_matches('.').split_once('/')?;
    // "5/8 GV"
    let whole = whole.trim().split_once(' ').filter(|(_, unit)| unit.chars().all(char::is_alphabetic)).map_or(whole, |(whole, _)| whole);
    let (part, whole) = (part.trim().parse::<u64>().ok()?, whole.trim().parse::<u64>().ok()?);
    let tokens = tokens(planned);
    let counted = (0..tokens.len()).any(|at| {
        tokens[at].number() == Some(whole)
            && tokens.get(at + 1).is_some_and(|next| next.word().is_some())
            && !at.checked_sub(1).is_some_and(|before| tokens[before].is_sign('/') || tokens[before].is_word("thang"))
    });
    counted.then_some(match part {
        0 => Status::NotStarted,
        _ if part < whole => Status::InProgress,
        _ => Status::Completed,
    })
}

/// "Mạnh thường quân tặng 30 bộ bàn ghế" of a plan to raise means, "24 bóng, 6 quạt" of one to replace them: a deed of the planned matter, of
/// which there is nothing to ask.
fn tells_it_done(planned: &str, said: &str) -> Option<Status> {
    // "Tăng 32% so với đầu năm" of a plan to come up to 30 %.
    // "Vẫn ghi" goes on.
    if planned.contains('%') && said.contains('%') || heard(said).starts_with("van ") || names_another_place(planned, said) {
        return None;
    }
    const FEWEST: usize = 3;
    let told = clean(said).split(' ').count() >= FEWEST && tells_done_of(planned, said) && doubt(said).is_none()
        || counts_what_was_planned(planned, said);
    (told && falls_short(planned, said).is_none()).then_some(Status::Completed)
}

/// "24 bóng, 6 quạt": things that the plan names without a number, and how many.
fn counts_what_was_planned(planned: &str, said: &str) -> bool {
    const BESIDE: &[&str] = &["mới", "thêm", "nữa", "cái", "bộ", "chiếc", "loại", "gỗ", "sắt", "nhựa", "inox"];
    const TIMES: &[&str] = &["lần", "buổi", "đợt", "tiết", "lượt", "cuộc"];
    let plan = tokens(planned);
    if is_one_with_price(planned, said) {
        return true;
    }
    let counted = |clause: &str| {
        // "12 kệ gỗ do phụ huynh đóng": by whom is not what.
        let clause = clause.split_once(" do ").map_or(clause, |(what, _)| what);
        let tokens = tokens(clause);
        let planned = |token: &Token| token.word().is_some_and(|word| plan.iter().any(|planned| planned.is_word(word)));
        let known = |token: &Token| planned(token) || BESIDE.contains(&token.written.as_str());
        tokens.len() >= 2
            && tokens[0].number().is_some_and(|count| count > 0)
            && (tokens[1..].iter().all(known) && tokens[1..].iter().any(planned)
                || TIMES.contains(&tokens[1].written.as_str()) && tokens.len() == 2)
    };
    // "32 tiết, 21 giỏi, 11 khá": how often, and what came of it
    let often = |said: &str| {
        let mut clauses = said.split([',', ';']).map(tokens);
        let first = clauses.next().is_some_and(|first| {
            first.len() == 2 && first[0].number().is_some_and(|count| count > 0) && TIMES.contains(&first[1].written.as_str())
        });
        first && clauses.all(|clause| clause.len() <= 4 && clause.first().is_some_and(|token| token.number().is_some()))
    };
    let told = tokens(said);
    // "455/455 em"
    let in_full = told.windows(4).any(|four| {
        four[0].number().is_some_and(|count| count > 1)
            && four[1].is_sign('/')
            && four[0].number() == four[2].number()
            && four[3].word().is_some()
    });
    // "Bọc 400 cuốn" of a plan that begins "Bọc"
    let same_deed = told.len() <= 5
        && told.first().zip(plan.first()).is_some_and(|(said, planned)| said.word().is_some() && said.written == planned.written)
        && told.iter().any(|token| token.number().is_some_and(|count| count > 0));
    // "Mỗi khối 1 tiết/tháng"
    let of_each = told.len() >= 4
        && told[0].written == "mỗi"
        && told[2].number().is_some_and(|count| count > 0)
        && TIMES.contains(&told[3].written.as_str())
        && told.len() <= 6;
    let all = || said.split([',', ';']).all(counted);
    let uncounted = !plan.iter().any(|token| token.number().is_some());
    match doubt(said) {
        Some(Doubt::Left) => false,
        doubt => often(said) || of_each || in_full && doubt.is_none() || uncounted && (same_deed || all()),
    }
}

/// "1 cái, 850.000đ" of a plan to buy it.
fn is_one_with_price(planned: &str, said: &str) -> bool {
    const PIECES: &[&str] = &["cái", "bộ", "chiếc", "máy", "cuốn", "quyển"];
    let bought = ["mua", "trang bi", "sam", "may", "dong"].iter().any(|deed| heard(planned).starts_with(&format!("{deed} ")));
    let uncounted = !planned.contains(|sign: char| sign.is_ascii_digit());
    let Some((piece, price)) = said.split_once(", ").or_else(|| said.split_once(" (")).filter(|_| bought && uncounted) else {
        return false;
    };
    let piece = tokens(piece);
    let counted = piece.len() == 2 && piece[0].number().is_some_and(|count| count > 0) && PIECES.contains(&&*piece[1].written);
    counted && price.split(' ').count() <= 3 && money::parse(price.trim_end_matches(')')).amount_vnd.is_some_and(|amount| amount > 0)
}

/// "10 bình" of a plan for 10, "Tỷ lệ suy dinh dưỡng còn 2,1%" of a plan to come below 3 %.
fn reaches(planned: &str, said: &str) -> Option<Status> {
    const LONGEST: usize = 12;
    let words = clean(said).split(' ').count();
    let open = heard(said);
    let open = open.split(' ').any(|word| matches!(word, "chua" | "khong" | "dang" | "se" | "chờ" | "thieu" | "moi" | "du" | "chỉ"));
    if words > LONGEST || open {
        return None;
    }
    if moves_as_planned(planned, said) || keeps_below(planned, said) || comes_up_to(planned, said) || has_it(planned, said) {
        return Some(Status::Completed);
    }
    // A number and what it counts, and no more.
    let counted = tokens(said);
    let alone = counted.first().is_some_and(|first| first.number().is_some())
        && counted.len() <= 4
        && counted[1..].iter().all(|token| token.word().is_some());
    let planned_too = counted[1..].iter().filter_map(Token::word).all(|word| tokens(planned).iter().any(|token| token.is_word(word)));
    (alone && counted.len() > 1 && planned_too)
        .then(|| outnumbers(planned, said).map(|enough| if enough { Status::Completed } else { Status::InProgress }))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_gives_the_report_its_meaning() {
        for (planned, said, status) in [
            ("Xây dựng tiêu chí thi đua mới", "Không xây dựng mới mà tiếp tục dùng bộ tiêu chí cũ", Some(Status::NotStarted)),
            ("Tổ chức tham quan", "Nhà trường không tổ chức", Some(Status::NotStarted)),
            ("Học 2 buổi/ngày", "Không học 2 buổi vì thiếu phòng", Some(Status::NotStarted)),
            ("Mua 12 máy tính", "7/12", Some(Status::InProgress)),
            ("Cải tạo 6 bồn hoa", "Được 4", Some(Status::InProgress)),
            ("Bồi dưỡng 20 GV", "20", Some(Status::Completed)),
            ("Mua 12 máy tính", "0/12", Some(Status::NotStarted)),
            ("Mua 12 máy tính", "12/12", Some(Status::Completed)),
            ("Lắp đặt 10 bình chữa cháy", "10 bình", Some(Status::Completed)),
            ("Lắp đặt 10 bình chữa cháy", "12 bình chữa cháy", Some(Status::Completed)),
            ("Lắp đặt 10 bình chữa cháy", "8 bình", Some(Status::InProgress)),
            ("Giảm tỉ lệ trẻ suy dinh dưỡng dưới 3%", "Tỷ lệ trẻ suy dinh dưỡng còn 2,1%", Some(Status::Completed)),
            ("Nâng tỉ lệ GV trên chuẩn lên 30%", "Hiện có 9/28 GV trên chuẩn (32,1%)", Some(Status::Completed)),
            ("Đẩy mạnh phong trào đọc sách", "Lượt mượn sách tăng so với năm trước", Some(Status::Completed)),
            ("Xây dựng kế hoạch bồi dưỡng thường xuyên", "Có kế hoạch", Some(Status::Completed)),
            ("Tổ chức tuần lễ học tập suốt đời", "Có tổ chức", Some(Status::Completed)),
            ("Thu các khoản đúng quy định", "Không thu ngoài quy định", Some(Status::Completed)),
            ("Duy trì sĩ số", "Không có học sinh bỏ học", Some(Status::Completed)),
            ("Phát hiện sớm học sinh bỏ học", "Không phát hiện trường hợp nào", Some(Status::Completed)),
            ("Bọc sách", "Bọc 400 cuốn", Some(Status::Completed)),
            ("Hội giảng chào mừng 20/11", "32 tiết, 21 giỏi, 11 khá", Some(Status::Completed)),
            ("Tẩy giun cho học sinh", "Uống ngày 9/12, 455/455 em", Some(Status::Completed)),
            ("Làm biển chỉ dẫn", "4 biển mới", Some(Status::Completed)),
            ("Dạy học STEM", "Mỗi khối 1 tiết/tháng", Some(Status::Completed)),
            ("Tham gia cuộc thi UPU", "26 bài dự thi", Some(Status::Completed)),
            ("Xây dựng tập thể đoàn kết", "Nội bộ đoàn kết, thống nhất cao", Some(Status::Completed)),
            ("Tổ tư vấn tâm lý", "Có QĐ", Some(Status::Completed)),
            ("Làm kệ để giày dép", "12 kệ gỗ do phụ huynh đóng", Some(Status::Completed)),
            ("Mua loa cầm tay", "1 cái, 850.000đ", Some(Status::Completed)),
            ("Huy động nguồn lực xây dựng trường", "Mạnh thường quân tặng 30 bộ bàn ghế, 1 tivi", Some(Status::Completed)),
            ("Thay bóng điện, quạt hỏng", "24 bóng, 6 quạt", Some(Status::Completed)),
            ("Tổ chức ngày hội đọc sách", "Ngày 8/12 toàn trường tham gia, quyên góp 320 cuốn", Some(Status::Completed)),
            ("Xây 2 phòng học", "Cất nóc hôm 12/12", Some(Status::InProgress)),
            ("Làm mái che sân trường", "Họp phụ huynh ngày 5/10", Some(Status::InProgress)),
        ] {
            assert_eq!(beside_plan(planned, said, None), status, "{planned}: {said}");
        }
        for (planned, said) in [
            ("Tổ chức lễ tri ân", "Không tổ chức riêng mà lồng ghép vào lễ 20/11"),
            ("Họp tháng 12", "7/12"),
            ("Họp tháng 12", "10"),
            ("Mua 10 máy", "15"),
            ("Xây nhà đa năng", "Có QĐ"),
            ("Mua bàn bóng bàn", "Không còn hàng"),
            ("Tổ chức giao lưu với trường vùng cao", "Tháng 3 đi"),
            ("Tủ sách lớp", "Mỗi lớp mới 1 ngăn"),
            ("Học sinh khối 5 biết bơi", "20/64 em bơi được"),
            ("Kê bàn ghế chuẩn", "Lớp 6 kê lại"),
            ("Mua loa cầm tay", "1 cái, còn thiếu 2 cái"),
            ("Mua 3 loa", "1 cái, 850.000đ"),
            ("Mua máy tính", "7/12"),
            ("Giảm tỉ lệ trẻ suy dinh dưỡng dưới 3%", "Tỷ lệ trẻ suy dinh dưỡng còn 4,1%"),
            ("Lắp đặt 10 bình chữa cháy", "10 người trực"),
            ("Lắp đặt 10 bình chữa cháy", "Chưa đủ 10 bình"),
            ("Nâng tỉ lệ GV trên chuẩn lên 30%", "Hiện có 7/28 GV trên chuẩn (25%)"),
            ("Nâng tỉ lệ GV trên chuẩn lên 30%", "Tăng 32% so với đầu năm"),
            ("Tổ chức hội diễn văn nghệ", "Dồn vào dịp 26/3 luôn cho tiện"),
            ("Khám mắt cho học sinh", "Bệnh viện bảo ra giêng mới cử người"),
            ("Mở rộng sân chơi", "Nhà ông Páo không chịu nhường đất"),
            ("Ghi sổ nhật ký", "Vẫn ghi"),
            ("Bọc sách", "Bọc chưa tới 40 cuốn"),
            ("Xây nhà đa năng", "Có kế hoạch"),
            ("Xây dựng nhà đa năng", "Có nhà"),
        ] {
            assert_eq!(beside_plan(planned, said, None), None, "{planned}: {said}");
        }
        let under_way = Some(Status::InProgress);
        assert_eq!(beside_plan("Giảm tỷ lệ học sinh yếu xuống dưới 2%", "1,5%", under_way), Some(Status::Completed));
        assert_eq!(beside_plan("Giảm tỷ lệ học sinh yếu xuống dưới 2%", "80%", under_way), under_way);
        assert_eq!(beside_plan("Nâng tỷ lệ chuyên cần lên 95%", "80%", under_way), under_way);
        assert_eq!(beside_plan("Xây dựng kế hoạch chiến lược", "Được Hiệu trưởng phê duyệt", under_way), Some(Status::Completed));
        assert_eq!(beside_plan("Mua 30 bộ bàn ghế", "Được Hiệu trưởng phê duyệt", under_way), under_way);
        assert_eq!(beside_plan("Bổ sung nhân viên y tế", "Đã ký hợp đồng", under_way), Some(Status::Completed));
        assert_eq!(beside_plan("Mua 30 bộ bàn ghế", "Đã ký hợp đồng", under_way), under_way);
        assert_eq!(beside_plan("Rà soát trình độ giáo viên", "Kết quả: 22/25 đạt chuẩn", under_way), Some(Status::Completed));
        assert_eq!(beside_plan("Giảm học sinh yếu", "Còn 4 em yếu, giảm 6 em", under_way), Some(Status::Completed));
        assert_eq!(beside_plan("Sửa 10 máy tính", "Còn 4 máy, sửa 6 máy", under_way), under_way);
        assert_eq!(beside_plan("Kiểm tra hồ sơ", "Kiểm tra được 3/5 tổ", under_way), under_way);
        assert_eq!(beside_plan("Cho HS tham quan nhà máy giấy", "Nhà máy từ chối vì dịch", under_way), Some(Status::NotStarted));
        assert_eq!(beside_plan("Vận động tài trợ", "Công ty từ chối tài trợ", under_way), under_way);
        let dodged = "Bác sĩ bận nên dời lịch 2 lần, đến 10/1 vẫn chưa tập huấn";
        assert_eq!(beside_plan("Tập huấn sơ cấp cứu", dodged, under_way), Some(Status::NotStarted));
        assert_eq!(beside_plan("Lắp tivi", "Đã lắp 3 lớp, đến nay vẫn chưa lắp khối 5", under_way), under_way);
        assert_eq!(beside_plan("Sửa nhà xe", "Thợ bận, đến nay vẫn chưa sửa xong", under_way), under_way);
        assert_eq!(beside_plan("Thành lập đội tuyển", "Đã thành lập, đang ôn luyện", under_way), Some(Status::Completed));
        assert_eq!(beside_plan("Thành lập 3 câu lạc bộ", "Đã thành lập 2 câu lạc bộ, đang sinh hoạt", under_way), under_way);
        assert_eq!(beside_plan("Bồi dưỡng đội tuyển", "Đã thành lập, đang ôn luyện", under_way), under_way);
    }
}
