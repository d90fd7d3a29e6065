//! The columns of a result in, how far the work has come out; and whether a text says anything at all.
//!
//! The same word means different things in different columns: "Không" under *chưa triển khai* says that nothing is left.

mod answer;
mod apart;
mod assured;
mod barred;
mod clause;
#[cfg(test)]
mod corpus;
mod denied;
mod doubt;
mod late;
mod later;
mod now;
mod only;
mod over;
mod parts;
mod share;
mod slips;
mod statement;
mod steps;
mod subject;
mod timed;
mod words;

pub use self::answer::{Short, answers, copies_plan, falls_short, names_plan};
pub use self::doubt::{Doubt, doubt};

use self::barred::lacks_money;
use self::clause::leaves_a_part;
use self::late::{is_only_late, says_late};
use self::later::is_put_off;
use self::now::{answered, chosen, now, spoken};
use self::only::ends_with_some;
use self::over::{has_ended, is_over, is_whole, tells_all_done};
use self::share::{is_fraction, is_part};
use self::slips::mended_opening;
use self::statement::{goes_on, is_at_work, is_hindered, is_left_open, is_partly, opening, stated};
use self::timed::behind_time;
use self::words::heard;
use super::telex;
use crate::model::Status;
use crate::text::memory::Memory;
use crate::text::{clean, fold};

/// How far a piece of work has come, and whether the report itself calls it late.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatusPhrase {
    pub status: Status,
    pub late_stated: bool,
}

/// What the three columns of a result say together: done, under way or late, not begun.
pub fn parse(done: &str, ongoing: &str, not_started: &str) -> StatusPhrase {
    let late_stated = [done, ongoing, not_started].iter().any(|text| says_late(&as_meant(text)));
    let as_done = said(done, Status::Completed);
    let as_ongoing = said(ongoing, Status::InProgress);
    let as_waiting = said(not_started, Status::NotStarted);
    let begun = as_done.is_some_and(|status| status != Status::NotStarted) || as_ongoing.is_some_and(|status| status != Status::NotStarted);
    let status = match (as_done, as_ongoing, as_waiting) {
        // "Chưa có" and "0" under what is done say so.
        (None, None, None) if matches!(fold(done).as_str(), "chua co" | "0") => Status::NotStarted,
        (None, None, None) => Status::NoReport,
        // Some of it is done or under way, and some is not begun.
        (_, _, Some(Status::NotStarted)) if begun => Status::InProgress,
        (_, _, Some(Status::InProgress)) => Status::InProgress,
        (Some(Status::Completed), Some(Status::InProgress), _) if keeps_up(ongoing) => Status::Completed,
        (Some(Status::Completed), None | Some(Status::Completed), _) => Status::Completed,
        (None, Some(Status::Completed), _) => Status::Completed,
        (None | Some(Status::NotStarted), None | Some(Status::NotStarted), None | Some(Status::NotStarted)) => Status::NotStarted,
        (None, None, Some(Status::Completed)) => Status::Completed,
        _ => Status::InProgress,
    };
    StatusPhrase { status, late_stated }
}

/// What the three columns say of a work as planned: a step that was itself the work is done with it.
pub fn of_plan(planned: &str, done: &str, ongoing: &str, not_started: &str) -> StatusPhrase {
    let phrase = parse(done, ongoing, not_started);
    let alone = is_nothing(ongoing) && is_nothing(not_started);
    match phrase.status {
        Status::InProgress if alone && answer::is_as_planned(planned, done) => StatusPhrase { status: Status::Completed, ..phrase },
        _ => phrase,
    }
}

/// The status that the words of a text turn to, though its column says otherwise and they do not open with it: "Đã sơn 3 phòng, còn 2 phòng" under what is done.
pub fn against_column(text: &str, column: Status) -> Option<Status> {
    let status = said(text, column).filter(|status| *status != column)?;
    let meant = as_meant(text);
    (!is_count(&meant) && opening(&heard(&meant), is_share(&meant)) != Some(status)).then_some(status)
}

/// What a single column of status says: `Hoàn thành`, `Đang thực hiện`, `80%`. `None` for what is no status.
///
/// "Chưa hoàn thành" is work that has begun; only what says that nothing was done is not started.
pub fn word(text: &str) -> Option<StatusPhrase> {
    thread_local! {
        static READ: Memory<Option<StatusPhrase>> = Memory::default();
    }
    READ.with(|known| known.recall(text, read_word))
}

fn read_word(text: &str) -> Option<StatusPhrase> {
    let text = &as_meant(text);
    let folded = heard(text);
    if is_count(text) {
        return None;
    }
    let late_stated = says_late(text) || matches!(folded.as_str(), "cham" | "cham tien do" | "qua han" | "tre han" | "tre");
    let status = match folded.as_str() {
        "hoan thanh" | "ht" | "xong" | "dat" | "da dat" | "da xong" | "hoan tat" => Some(Status::Completed),
        "dth" | "dang th" | "mot phan" | "do dang" | "chua dat" | "khong dat" | "cht" => Some(Status::InProgress),
        "chua" | "khong thuc hien" | "khong trien khai" | "cth" | "chua th" => Some(Status::NotStarted),
        "chua bao cao" | "khong bao cao" => Some(Status::NoReport),
        _ if late_stated && stated(text, &folded).is_none() => Some(Status::InProgress),
        _ if late_stated && is_only_late(&folded) => Some(Status::InProgress),
        _ if is_postponed(text) => Some(Status::NotStarted),
        folded => stated(text, folded).map(|status| match status {
            Status::Completed if leaves_a_part(text) || is_fraction(folded) => Status::InProgress,
            status => status,
        }),
    }?;
    Some(StatusPhrase { status, late_stated })
}

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
    if matches!(signs.as_str(), "x" | "X" | "v" | "V" | "✓" | "✔" | "√" | "☑" | "✅" | "+" | "1" | "100") {
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
    match folded.as_str() {
        "ok" | "oke" | "done" | "roi" | "co" | "tot" | "dam bao" | "bao dam" | "h thanh" | "dht" | "ht dung han" | "ket thuc"
        | "thanh cong" | "dat kh" | "toan bo" => return of(Status::Completed),
        "khong" | "ko" | "k" | "khong co" | "0" | "chua co" | "ctk" | "to do" => return of(Status::NotStarted),
        "doing" | "in progress" => return of(Status::InProgress),
        _ => {}
    }
    if folded.split(' ').count() > LONGEST || is_nothing(&meant) || is_placeholder(&meant) || !meant.chars().any(char::is_alphanumeric) {
        return None;
    }
    // "Hoàn thàng", "Hoành thành"
    if folded.split(' ').count() == 2
        && rapidfuzz::distance::osa::distance(folded.chars(), "hoan thanh".chars()) <= 2
        && folded.starts_with("hoa")
    {
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
            let deed = meant.chars().any(|sign| sign.is_ascii_digit()) && assured::tells_a_deed(&meant) && !assured::turns(&meant);
            if deed && !folded.starts_with("du kien") {
                return of(Status::Completed);
            }
            let well = [" tot", "hieu qua"].iter().any(|words| folded.contains(words));
            let lasts = !well && ["thuong xuyen", "duy tri", "hang ", "trong ca nam", "du kien"].iter().any(|words| folded.contains(words));
            (!lasts
                && !folded.chars().all(|sign| sign.is_ascii_digit() || sign == ' ')
                && assured::is_said_of_all(&meant)
                && !assured::turns(&meant))
            .then(|| of(Status::Completed))
            .flatten()
        }
        status => of(status),
    }
}

/// Whether the text says that there is nothing: "Không", "-", an ellipsis, or no text at all.
pub fn is_nothing(text: &str) -> bool {
    if !text.chars().any(char::is_alphanumeric) {
        return text.chars().all(|sign| sign.is_whitespace() || is_rule(sign) || is_unseen(sign));
    }
    // "0%" says how much is done; "0" says that there is nothing.
    if text.len() > 120 || text.contains('%') {
        return false;
    }
    let whole = fold(behind_number(text));
    let folded = whole.trim_end_matches(" a").trim_end_matches(" het").trim_end_matches(" nua");
    const NOTHING: &[&str] = &[
        "khong",
        "khong co",
        "ko",
        "ko co",
        "k",
        "k co",
        "khg",
        "da khong",
        "da khong co",
        "khong co gi",
        "khong co noi dung",
        "khong co noi dung nao",
        "khong co cong viec nao",
        "khong ton dong",
        "khong con ton tai",
        "khong ton tai",
        "khong con",
        "khong con noi dung nao",
        "khong co noi dung chua trien khai",
        "khong co noi dung chua thuc hien",
        "khong phat sinh",
        "khong thay doi",
        "khong dieu chinh",
        "khong co dieu chinh",
        "khong co thay doi",
        "chua co",
        "0",
        "n a",
        "na",
        "none",
        "nil",
        "null",
        "khong yeu cau",
        "khong can",
        "khong ap dung",
        "kco",
        "kg",
        "khon",
        "kh",
        "hok",
        "hok co",
        "ko con",
        "k con",
        "0 co",
        "00",
        "0 0",
        "chua phat sinh",
        "khong co noi dung nay",
        "khong phai trien khai tiep",
        "khong phai thuc hien tiep",
        "khong phai lam tiep",
    ];
    NOTHING.contains(&folded) || NOTHING.contains(&whole.as_str()) || denies_all(folded) || is_said_by_mark(text)
}

/// "Hông", "Hổng có", "Trống": without their marks they are other words.
fn is_said_by_mark(text: &str) -> bool {
    let text = clean(text).to_lowercase();
    let text = text.trim_matches(|sign: char| !sign.is_alphanumeric());
    matches!(text, "hông" | "hổng" | "hông có" | "hổng có" | "hông còn" | "hổng còn" | "trống" | "để trống" | "ø")
}

/// "0/5", "0%": of what is under way or not begun, none.
fn is_none_of_all(text: &str) -> bool {
    let text = text.trim();
    let (none, all) = text.split_once('/').or_else(|| Some((text.strip_suffix('%')?, "1"))).unwrap_or_default();
    let none = none.trim();
    !none.is_empty() && none.bytes().all(|sign| matches!(sign, b'0' | b',' | b'.')) && all.trim().parse::<u32>().is_ok_and(|all| all > 0)
}

/// "Không có nội dung nào chưa triển khai", "không còn việc chậm": the words of the column's own title, denied.
fn denies_all(folded: &str) -> bool {
    if folded.starts_with("chua co noi dung nao")
        || folded.starts_with("khong co gi thay doi")
        || matches!(
            folded,
            "khong co vuong mac" | "khong co gi vuong mac" | "khong vuong mac" | "khong co kho khan" | "khong co kho khan gi"
        )
    {
        return true;
    }
    const THINGS: &[&str] = &["noi", "viec", "gi", "nao", "muc", "hoat", "nhiem", "phan", "van", "cong", "ton", "tai"];
    const AROUND: &[&str] = &[
        "dung", "cong", "dong", "vu", "de", "lam", "nua", "can", "phai", "chua", "dang", "cham", "tre", "hoac", "va", "trien", "khai",
        "thuc", "hien", "hoan", "thanh", "tien", "do", "ton", "dieu", "chinh", "bo", "sung", "so", "voi", "ke", "hoach", "duoc", "het",
        "bi",
    ];
    // "Không chậm", "không bị chậm tiến độ": of a column for what is late.
    if ["khong cham", "khong bi cham", "khong tre", "khong bi tre", "ko cham"]
        .iter()
        .filter_map(|words| folded.strip_prefix(words))
        .any(|rest| rest.split(' ').all(|word| word.is_empty() || word != "lam" && AROUND.contains(&word)))
    {
        return true;
    }
    // "Không còn phòng nào", "Không bỏ sót nội dung nào"
    if ["khong ", "ko "].iter().any(|word| folded.starts_with(word)) && folded.ends_with(" nao") && folded.split(' ').count() <= 6 {
        return true;
    }
    // "Không có giáo viên nào chưa tham gia": denied twice, nothing is left.
    if (folded.starts_with("khong co ") || folded.starts_with("khong con ")) && folded.contains(" nao chua ") {
        return true;
    }
    let denied = ["khong co ", "khong con ", "ko co ", "ko con ", "khong "].iter().find_map(|words| folded.strip_prefix(words));
    denied.is_some_and(|rest| {
        let mut words = rest.split(' ');
        words.next().is_some_and(|word| THINGS.contains(&word)) && words.all(|word| THINGS.contains(&word) || AROUND.contains(&word))
    })
}

/// Whether the text is a line of dots that a template leaves to be filled in: "…", ".....", "____", "…/…/…".
pub fn is_placeholder(text: &str) -> bool {
    let signs = || text.chars().filter(|sign| !sign.is_whitespace() && !is_unseen(*sign));
    let dots = || signs().filter(|sign| matches!(sign, '.' | '_' | '·' | '․')).nth(1).is_some();
    signs().all(|sign| matches!(sign, '.' | '…' | '_' | '·' | '․' | '/' | '-' | ',' | '(' | ')' | '[' | ']'))
        && (text.contains('…') || dots())
}

fn is_rule(sign: char) -> bool {
    matches!(
        sign,
        '-' | '–'
            | '—'
            | '−'
            | '‐'
            | '‑'
            | '/'
            | '\\'
            | '.'
            | '…'
            | '_'
            | '·'
            | '․'
            | ','
            | ';'
            | ':'
            | '*'
            | '+'
            | '\''
            | '"'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '('
            | ')'
            | '['
            | ']'
            | '•'
            | '~'
    )
}

fn is_unseen(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// What the text of a column says: the column's own meaning, unless the words say otherwise.
fn said(text: &str, column: Status) -> Option<Status> {
    thread_local! {
        static READ: [Memory<Option<Status>>; Status::ALL.len()] = Default::default();
    }
    READ.with(|known| known[column as usize].recall(text, |text| read_said(text, column)))
}

fn read_said(text: &str, column: Status) -> Option<Status> {
    if column == Status::Completed
        && let Some(status) = apart::together(text, said_of_part)
    {
        return Some(status);
    }
    let text = &as_meant(text);
    // `+` is a tick as good as another where columns are ticked.
    if text.trim() == "+" {
        return Some(column);
    }
    if is_nothing(text) || is_placeholder(text) || column != Status::Completed && is_none_of_all(text) {
        return None;
    }
    // "100%" of it is not begun.
    if column == Status::NotStarted && text.trim() == "100%" {
        return Some(Status::NotStarted);
    }
    // "Không (đã làm hết)", "Không còn việc nào chưa làm, các nội dung đã xong từ tháng 11"
    if let Some((nothing, said)) = text.split_once('(').or_else(|| text.split_once([',', ';'])).or_else(|| text.split_once(" vì "))
        && column != Status::Completed
        && is_nothing(nothing)
        && !nothing.trim().is_empty()
        && (is_whole(&heard(said)) || ends_all(said))
    {
        return Some(Status::Completed);
    }
    let folded = heard(text);
    // "Hết": nothing is left under way or to begin.
    if column != Status::Completed
        && matches!(folded.as_str(), "het" | "da het" | "het roi" | "het viec" | "het noi dung" | "het cong viec")
    {
        return None;
    }
    if matches!(folded.as_str(), "chua bao cao" | "khong bao cao" | "chua co bao cao" | "khong co bao cao") {
        return None;
    }
    if folded.is_empty() && !text.contains(['✓', '✔', '×', '√', '☑', '✅', '☒']) {
        return None;
    }
    // "2/3" is a share of the work, "10" is ten of something.
    let opened = match is_count(text) {
        true => is_part(&folded).then_some(if folded.starts_with("0 ") { Status::NotStarted } else { Status::InProgress }),
        // "Hoàn thành 50%, phần còn lại chuyển sang năm sau"
        false => {
            opening(&folded, is_share(text))
                .or_else(|| opening(&behind_time(&heard(first_clause(text)))?, is_share(text)))
                .or_else(|| {
                    let first = text.split([',', ';', '(', '\n']).next().filter(|first| first.contains('%') && first.len() < text.len())?;
                    opening(&heard(first), true)
                })
                .or_else(|| {
                    // "Nhà đa năng: chưa khởi công"
                    let (head, said) = text.split_once(": ")?;
                    let reason = heard(head).ends_with("ly do") || heard(head).ends_with("nguyen nhan");
                    (head.split(' ').count() <= 6 && !reason).then(|| opening(&heard(first_clause(said)), is_share(said)))?
                })
        }
    };
    Some(match (column, opened) {
        (Status::Completed, _) if ends_with_some(&folded) => Status::InProgress,
        (Status::Completed, _) if lacks_money(&folded) || is_postponed(text) => Status::NotStarted,
        (Status::InProgress, Some(Status::NotStarted)) if lacks_money(&folded) && !is_hindered(&folded) => Status::InProgress,
        (Status::Completed, None) if is_stopped(text) => Status::InProgress,
        (Status::Completed, None) if says_late(text) && (is_only_late(&folded) || !says_done(&folded)) => Status::InProgress,
        (Status::Completed | Status::InProgress, Some(Status::NotStarted)) if goes_on(text) => Status::InProgress,
        (Status::InProgress, _) if is_over(&folded) || has_ended(text) => Status::Completed,
        // "Đã hoàn thành, không chậm"
        (Status::InProgress, _)
            if is_whole(&heard(first_clause(text))) && !says_late(text) && !leaves_a_part(text) && !is_left_open(text) =>
        {
            Status::Completed
        }
        (Status::Completed, Some(Status::InProgress)) if keeps_up(text) => Status::Completed,
        (Status::Completed, Some(Status::Completed)) if leaves_a_part(text) || is_left_open(text) => Status::InProgress,
        (Status::Completed, Some(status)) => status,
        (Status::Completed, None) if is_put_off(&folded) => Status::NotStarted,
        (Status::Completed, None)
            if is_left_open(text)
                || is_fraction(&folded)
                || leaves_a_part(text)
                || behind_time(&folded).is_some_and(|said| is_fraction(&said)) =>
        {
            Status::InProgress
        }
        (Status::InProgress, None) if is_hindered(&folded) => Status::NotStarted,
        (Status::InProgress, Some(Status::Completed)) if is_whole(&folded) => Status::Completed,
        (Status::InProgress, Some(Status::NotStarted)) => Status::NotStarted,
        (Status::NotStarted, Some(Status::InProgress)) if is_at_work(&folded) || is_partly(&folded) => Status::InProgress,
        (Status::NotStarted, Some(Status::Completed)) if is_whole(&folded) && tells_all_done(&folded) => Status::Completed,
        (Status::NotStarted, _)
            if matches!(folded.as_str(), "da thuc hien" | "da trien khai" | "da lam" | "deu da trien khai" | "deu da thuc hien")
                || has_ended(text) =>
        {
            Status::Completed
        }
        // "Mới xong 2/5 phòng", "Đã khởi công": some of it was.
        (Status::NotStarted, _) if begins_with_some(&folded) => Status::InProgress,
        // "Chưa xong, còn 20%"
        (Status::NotStarted, Some(Status::InProgress)) if text.contains('%') || folded.contains(" moi duoc ") => Status::InProgress,
        (column, _) => column,
    })
}

/// "các nội dung đã xong từ tháng 11", "đã hoàn thành hết": of what was not nothing, that it is over.
fn ends_all(said: &str) -> bool {
    let folded = heard(said);
    let subjects = ["cac noi dung ", "cac cong viec ", "cac viec ", "tat ca ", "noi dung ", "deu ", "toan bo "];
    let mut rest = folded.as_str();
    while let Some(behind) = subjects.iter().find_map(|subject| rest.strip_prefix(subject)) {
        rest = behind;
    }
    has_ended(rest)
        || ["da hoan thanh", "da xong", "da lam xong", "da thuc hien xong"].iter().any(|end| rest.starts_with(end))
            && !rest.contains(" phan ")
}

/// Of one part of several: that there is nothing is that nothing was done.
fn said_of_part(part: &str) -> Option<Status> {
    if is_nothing(part) || is_none_of_all(part) {
        return Some(Status::NotStarted);
    }
    let in_full = part.trim().split_once('/').is_some_and(|(some, all)| some.trim() == all.trim());
    if in_full { Some(Status::Completed) } else { said(part, Status::Completed) }
}

/// "Đã làm được 50%", "Mới xong móng": what was done, told under what is not begun. "Đã lập tờ trình" and what waits is not.
fn begins_with_some(folded: &str) -> bool {
    const DONE: &[&str] = &[
        "da lam",
        "da thuc hien",
        "da trien khai",
        "da hoan thanh",
        "da xong",
        "da mua",
        "da lap",
        "da sua",
        "da xay",
        "da khoi cong",
        "khoi cong",
        "da thi cong",
        "moi",
    ];
    if matches!(folded, "lam dở" | "lam do" | "dở dang")
        || folded.contains(" da xong") && folded.contains(|sign: char| sign.is_ascii_digit())
    {
        return true;
    }
    DONE.iter().any(|words| folded.strip_prefix(words).is_some_and(|rest| rest.starts_with(' ') || rest.is_empty()))
        && [" chua ", " chờ ", " xin ", " ke hoach ", " thu tuc ", " ho so "].iter().all(|word| !folded.contains(word))
}

/// Whether the text says of anything that it was done.
fn says_done(folded: &str) -> bool {
    let text = format!(" {folded} ");
    [" da ", " xong ", " hoan thanh ", " hoan tat ", " ban giao ", " nghiem thu ", " dat "].iter().any(|word| text.contains(word))
}

/// The text without the number of an entry or a tick before it, and without what once was, with the slips of its first word taken back.
fn as_meant(text: &str) -> String {
    let chosen = chosen(text);
    let text = behind_tick(behind_number(chosen.as_deref().unwrap_or(text)));
    let now = answered(text).or_else(|| now(text)).or_else(|| spoken(text));
    let text = now.as_deref().unwrap_or(text);
    let text = telex::taken_back(text).unwrap_or_else(|| text.to_owned());
    mended_opening(&text).unwrap_or(text)
}

/// Up to the first sign that parts clauses; those of days are none.
fn first_clause(text: &str) -> &str {
    let end = text.find([',', ';', '\n']).into_iter().chain(text.find(". ")).min();
    &text[..end.unwrap_or(text.len())]
}

/// What stands behind `1.` or `a)`.
fn behind_number(text: &str) -> &str {
    let trimmed = text.trim_start();
    let number = trimmed.find([' ', '\u{a0}', '.', ')']).map_or("", |end| &trimmed[..end]);
    let counts = number.len() <= 2 && !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit()) || matches!(number, "a" | "b");
    let rest = &trimmed[number.len()..];
    match rest.strip_prefix(['.', ')']) {
        Some(behind) if counts && behind.starts_with(char::is_whitespace) && behind.chars().any(|sign| !sign.is_whitespace()) => {
            behind.trim_start()
        }
        _ => text,
    }
}

/// "x - 80%", "✓ (chưa xong)": what a tick is explained by.
fn behind_tick(text: &str) -> &str {
    let rest = ["x ", "X ", "x:", "X:", "✓", "✔"].iter().find_map(|tick| text.trim_start().strip_prefix(tick));
    let rest = rest.map(|rest| rest.trim_start_matches([' ', '-', '–', ':', '(', ',']));
    rest.filter(|rest| rest.chars().any(char::is_alphanumeric)).unwrap_or(text)
}

/// "Hoãn do mưa bão", "Hủy": without their marks they begin as "hoàn thành" and "huy động" do.
fn is_postponed(text: &str) -> bool {
    let whole = clean(text).to_lowercase();
    let text = ["bị ", "phải ", "đã bị ", "đành ", "đã "].iter().find_map(|lead| whole.strip_prefix(lead)).unwrap_or(&whole);
    // "Đã hủy hồ sơ hết hạn" is a deed.
    let things = ["nội dung", "kế hoạch", "công việc", "việc", "hoạt động", "chương trình"];
    let thing = text.split_once(' ').map(|(_, thing)| thing.strip_prefix("bỏ ").unwrap_or(thing));
    let thing = thing.is_some_and(|thing| things.iter().any(|known| thing.starts_with(known)));
    // "Hủy hóa đơn cũ"
    let of_papers = ["hóa đơn", "hoá đơn", "hồ sơ", "giấy", "tài liệu", "sổ", "phôi", "thuốc"].iter().any(|paper| text.contains(paper));
    let alone = text.split(' ').count() <= 2
        || thing
        || [" do ", " vì "].iter().any(|word| text.contains(word))
        || !whole.starts_with("đã ") && !of_papers;
    text.starts_with("hoãn") || alone && ["hủy", "huỷ"].iter().any(|word| text.starts_with(word))
}

/// "Dừng", "Ngưng do thiếu kinh phí"; "đúng kế hoạch" looks the same without its mark.
fn is_stopped(text: &str) -> bool {
    let text = clean(text).to_lowercase();
    let text = ["đã bị ", "đã phải ", "bị ", "phải ", "đã "].iter().find_map(|lead| text.strip_prefix(lead)).unwrap_or(&text);
    // "Đã dừng thu các khoản ngoài quy định" is a deed.
    ["dừng", "ngừng", "ngưng"].iter().any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(" thu")))
}

/// A share of the whole is written with its sign: "hoàn thành 5 nội dung" is none.
fn is_share(text: &str) -> bool {
    text.contains('%') || text.to_lowercase().contains("phần trăm")
}

/// A number alone counts something; only with its sign is it a share.
fn is_count(text: &str) -> bool {
    !text.contains('%') && text.chars().all(|letter| !letter.is_alphabetic()) && text.chars().any(|letter| letter.is_ascii_digit())
}

/// Whether the work is done and only kept up: "Tiếp tục duy trì".
fn keeps_up(ongoing: &str) -> bool {
    let folded = format!(" {} ", heard(ongoing))
        .replace(" dang duy tri ", " duy tri ")
        .replace(" dang tiep tuc duy tri ", " duy tri ")
        .replace(" dang phat huy ", " phat huy ")
        .replace(" dang su dung tot ", " duy tri ")
        .replace(" dang hoat dong ", " duy tri ")
        .replace(" dang vận hanh ", " duy tri ");
    // How well it goes, and no more.
    const WELL: &[&str] = &[
        "dung tien do",
        "dam bao tien do",
        "bao dam tien do",
        "dung ke hoach",
        "hoat dong tot",
        "hoat dong on dinh",
        "hoat dong hieu qua",
        "da hoat dong on dinh",
        "da di vao hoat dong",
    ];
    let keeps = [
        " duy tri ",
        " phat huy ",
        " giu vung ",
        " giu gin ",
        " bao quan ",
        " bao duong ",
        " bao tri ",
        " thuong xuyen ",
        " dinh ky ",
        " hang ngay ",
        " hang tuan ",
        " hang thang ",
        " moi thang ",
        " moi tuan ",
        " theo quy che ",
    ]
    .iter()
    .any(|phrase| folded.contains(phrase))
        || WELL.contains(&folded.trim());
    let works = [
        " khong ",
        " dang ",
        " chua ",
        " hoan thien ",
        " bo sung ",
        " vận dong ",
        " xay dung ",
        " mua sam ",
        " trien khai ",
        " se ",
        " con thieu ",
        " con lai ",
        " de nghi ",
        " tham muu ",
        " chờ cap ",
        " sua chữa ",
        " tim nguon ",
    ];
    keeps && !says_late(ongoing) && !works.iter().any(|phrase| folded.contains(phrase))
}
