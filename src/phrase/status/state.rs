//! The cell of a column of states in, how far the work has come out: `Rồi`, `ĐHT`, `5/5 phòng`, a tick.
//!
//! [`word`] knows states wherever they stand; here stand states and nothing else, so that a short word is enough.

use rapidfuzz::distance::osa;

use super::late::{is_not_late, says_late};
use super::spoiled::is_spoiled;
use super::target::{Aim, aim};
use super::unaccounted::unaccounted;
use super::{StatusPhrase, apart, as_meant, assured, doubt, is_nothing, is_placeholder, said, word};
use crate::model::Status;
use crate::phrase::nothing::{denies_lack, is_unseen};
use crate::text::fold;
use crate::text::memory::Memory;

/// What the cell of a column of states says: all that [`word`] knows, a tick, and what such a cell says in more words.
///
/// `None` for what is no state; a column of other things is not taken for one of states by this.
pub fn state(text: &str) -> Option<StatusPhrase> {
    thread_local! {
        static READ: Memory<Option<StatusPhrase>> = Memory::default();
    }
    READ.with(|known| known.recall(text, |text| apart_state(text).or_else(|| word(text)).or_else(|| in_more_words(text))))
}

fn apart_state(text: &str) -> Option<StatusPhrase> {
    let status =
        apart::together(text, |part| if is_nothing(part) { Some(Status::NotStarted) } else { state(part).map(|said| said.status) })?;
    Some(StatusPhrase { status, late_stated: says_late(text) })
}

fn in_more_words(text: &str) -> Option<StatusPhrase> {
    const LONGEST: usize = 30;
    let meant = as_meant(text);
    let of = |status| Some(StatusPhrase { status, late_stated: says_late(&meant) });
    let folded = fold(&meant);
    let signs: String = meant.chars().filter(|sign| !sign.is_whitespace() && !is_unseen(*sign)).collect();
    if matches!(signs.as_str(), "x" | "X" | "v" | "V" | "✓" | "✔" | "√" | "☑" | "✅" | "+" | "100") {
        return of(Status::Completed);
    }
    // "0,7" of a whole; "1,0" is all of it.
    if let Some(share) =
        signs.strip_prefix("0,").or(signs.strip_prefix("0.")).filter(|share| share.bytes().all(|sign| sign.is_ascii_digit()))
    {
        return of(if share.bytes().all(|sign| sign == b'0') { Status::NotStarted } else { Status::InProgress });
    }
    if matches!(signs.as_str(), "1,0" | "1.0") {
        return of(Status::Completed);
    }
    // "115%"
    if signs.strip_suffix('%').is_some_and(|share| share.parse::<u32>().is_ok_and(|share| (101..=300).contains(&share))) {
        return of(Status::Completed);
    }
    match folded.as_str() {
        "true" | "ok" | "oke" | "roi" | "co" | "tot" | "dam bao" | "bao dam" | "h thanh" | "dht" | "ht dung han" | "ket thuc"
        | "thanh cong" | "sach se" | "dat kh" | "toan bo" => return of(Status::Completed),
        "false" | "khong" | "ko" | "k" | "khong co" | "0" | "chua co" | "ctk" | "thoi" => return of(Status::NotStarted),
        _ => {}
    }
    // "Không còn em nào chưa biết đọc", "Không chậm": denied twice, and of how it goes.
    if denies_lack(&meant) {
        return of(Status::Completed);
    }
    if is_not_late(&meant) {
        return of(Status::InProgress);
    }
    if folded.split(' ').count() > LONGEST || is_nothing(&meant) || is_placeholder(&meant) || !meant.chars().any(char::is_alphanumeric) {
        return None;
    }
    // "Hoàn thàng", "Hoành thành"
    if folded.split(' ').count() == 2 && osa::distance(folded.chars(), "hoan thanh".chars()) <= 2 && folded.starts_with("hoa") {
        return of(Status::Completed);
    }
    // "5/5 phòng"
    let counted = meant.split([' ', '(']).next().and_then(|word| word.split_once('/'));
    if let Some((some, all)) = counted.and_then(|(some, all)| some.parse::<u32>().ok().zip(all.parse::<u32>().ok())) {
        return of(match some {
            0 => Status::NotStarted,
            _ if some < all => Status::InProgress,
            _ => Status::Completed,
        });
    }
    match said(&meant, Status::Completed)? {
        Status::Completed => {
            // "Trồng được 45 cây xanh"
            let deed = meant.chars().any(|sign| sign.is_ascii_digit())
                && !is_turned(&meant)
                && (assured::tells_a_deed(&meant) || assured::tells_whose_deed(&meant) && doubt(&meant).is_none());
            if deed && !folded.starts_with("du kien") {
                return of(Status::Completed);
            }
            // "thay hết ống mới rồi ạ"
            // "Uống được rồi", "Chạy được rồi"
            if folded.ends_with(" duoc roi") && folded.split(' ').count() <= 5 && doubt(&meant) != Some(super::Doubt::Left) {
                return of(Status::Completed);
            }
            // "Thay hết", "Lắp hết rồi"
            if folded.strip_suffix(" roi").unwrap_or(&folded).ends_with(" het")
                && folded.split(' ').count() <= 4
                && assured::tells_a_deed(&meant)
            {
                return of(Status::Completed);
            }
            let by_now = folded.strip_suffix(" a").unwrap_or(&folded).ends_with(" roi");
            if by_now && assured::tells_a_deed(&meant) && doubt(&meant).is_none() {
                return of(Status::Completed);
            }
            let well = [" tot", "hieu qua"].iter().any(|words| folded.contains(words));
            let line = format!(" {folded} ");
            let lasts =
                !well && [" thuong xuyen", " duy tri", " hang ", " trong ca nam", " du kien"].iter().any(|words| line.contains(words));
            // "Kiểm tra thường xuyên", "Sinh hoạt hằng tuần": what is done again and again is done; "Thường xuyên" alone may be when.
            let again = lasts
                && (assured::tells_a_deed(&meant) || assured::tells_whose_deed(&meant))
                && ![" duy tri", " du kien"].iter().any(|words| line.contains(words));
            if again && doubt(&meant).is_none() {
                return of(Status::Completed);
            }
            // "Liên đội đã phát động, nuôi được 12 con heo đất", "KH 4, TH 4": told in a sentence, and with nothing to ask.
            let told = meant.contains(" đã ") || aim(&meant) == Some(Aim::Reached);
            if told && !lasts && !meant.contains(" thì ") && doubt(&meant).is_none() {
                return of(Status::Completed);
            }
            (!lasts
                && !folded.chars().all(|sign| sign.is_ascii_digit() || sign == ' ')
                && assured::is_said_of_all(&meant)
                && !is_turned(&meant))
            .then(|| of(Status::Completed))
            .flatten()
        }
        status => of(status),
    }
}

/// Whether something else is said than that it was done.
fn is_turned(text: &str) -> bool {
    assured::turns(text) || unaccounted(text).is_some() || is_spoiled(text)
}

/// "đã xong", "chưa làm": said of a work and of nothing else, wherever it stands.
pub fn is_bare_state(text: &str) -> bool {
    const STATES: &[&str] = &[
        "xong",
        "da xong",
        "da lam",
        "da lam xong",
        "da thuc hien",
        "da hoan thanh",
        "dang lam",
        "dang thuc hien",
        "chua lam",
        "chua thuc hien",
        "chua trien khai",
        "chua xong",
    ];
    STATES.contains(&fold(text).as_str())
}
