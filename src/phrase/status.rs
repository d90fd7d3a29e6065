//! The columns of a result in, how far the work has come out; and whether a text says anything at all.
//!
//! The same word means different things in different columns: "Không" under *chưa triển khai* says that nothing is left.

mod agreed;
mod apart;
mod assured;
mod barred;
mod beside;
mod by_half;
mod clause;
mod coming;
mod contrast;
#[cfg(test)]
mod corpus;
mod declined;
mod denied;
mod doubt;
mod dropped;
mod everyday;
mod figures;
mod found;
mod hindered;
mod ill;
mod kept_up;
mod late;
mod later;
mod left_open;
mod lessened;
mod meant;
mod now;
mod numbered;
mod only;
mod over;
mod pace;
mod parts;
mod promised;
mod reached;
mod roughly;
mod sentences;
mod share;
mod slips;
mod software;
mod some_left;
mod spoiled;
mod spoken_so;
mod state;
mod statement;
mod steps;
mod subject;
mod target;
mod timed;
mod unaccounted;
mod unfruitful;
mod unharmed;
mod untroubled;
mod whatever;
mod when_to_come;
mod withdrawn;
mod words;

pub use self::beside::{
    Short, answers, comes_to_aim, copies_plan, does_otherwise, falls_short, lacks_outcome, names_plan, only_makes_ready, teaches_others,
    tells_how_far, tells_outcome,
};
pub use self::by_half::told_last;
pub use self::doubt::{Doubt, doubt};
pub use self::numbered::bare_work;
pub use self::pace::is_on_time;
pub use self::state::{is_bare_state, state};
pub use self::unaccounted::unaccounted;
pub use super::nothing::{is_nothing, is_nothing_in_words, is_placeholder};

use self::barred::{buys_some, lacks_money};
use self::beside::{beside_plan, is_as_planned, only_stage};
use self::clause::leaves_a_part;
use self::dropped::{is_postponed, is_stopped};
use self::kept_up::{is_rate_kept, keeps_up};
use self::late::{is_not_late, is_only_late, says_late};
use self::later::is_put_off;
use self::left_open::is_left_open;
use self::lessened::{has_lessened, has_raised};
use self::meant::as_meant;
use self::only::{begins_with_some, ends_with_some};
use self::over::{has_ended, is_over, is_over_late, is_provided, is_whole, tells_all_done};
use self::promised::{is_late_unbegun, is_not_for_reason, is_of_no_time, is_promised, is_unknown};
use self::share::{is_fraction, is_part};
use self::software::printed;
use self::statement::{goes_on, is_at_work, is_hindered, is_partly, opening, stated};
use self::target::{Aim, aim};
use self::timed::behind_time;
use self::unharmed::is_unharmed;
use self::whatever::{behind_lateness, stated_of_any};
use self::words::heard;
use super::mark::{self, Mark};
use super::nothing::{denies_lack, is_none_of_all, says_none};
use crate::model::Status;
use crate::text::memory::Memory;
use crate::text::{cleaned, fold};

/// How far a piece of work has come, and whether the report itself calls it late.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatusPhrase {
    pub status: Status,
    pub late_stated: bool,
}

/// What the three columns of a result say together: done, under way or late, not begun.
pub fn parse(done: &str, ongoing: &str, not_started: &str) -> StatusPhrase {
    let [done, ongoing, not_started] = [done, ongoing, not_started].map(cleaned);
    let [done, ongoing, not_started] = [&*done, &*ongoing, &*not_started];
    let late_stated = [done, ongoing, not_started].iter().any(|text| says_late(&as_meant(text)));
    let as_done = said(done, Status::Completed);
    let as_ongoing = said(ongoing, Status::InProgress);
    let as_waiting = said(not_started, Status::NotStarted);
    let begun = as_done.is_some_and(|status| status != Status::NotStarted) || as_ongoing.is_some_and(|status| status != Status::NotStarted);
    let status = match (as_done, as_ongoing, as_waiting) {
        // "Chưa có" and "0" under what is done say so; "0" under all three is a row left empty.
        (None, None, None) if fold(&as_meant(done)) == "chua co" || fold(done) == "0" && (ongoing != done || not_started != done) => {
            Status::NotStarted
        }
        // Under what is not begun it says the same.
        (None, None, None) if fold(&as_meant(not_started)) == "chua co" => Status::NotStarted,
        // "0%" under what is under way, and nothing else is told.
        (None, None, None) if done.is_empty() && not_started.is_empty() && is_none_of_all(ongoing) => Status::NotStarted,
        (None, None, None) if done.is_empty() && ongoing.is_empty() && matches!(not_started.trim(), "0%" | "0 %") => Status::NotStarted,
        // "Không chậm trễ" alone: it goes on in time.
        (None, None, None) if is_nothing(done) && is_nothing(not_started) && is_not_late(&as_meant(ongoing)) => Status::InProgress,
        (None, None, None) => Status::NoReport,
        // Some of it is done or under way, and some is not begun.
        (_, _, Some(Status::NotStarted)) if begun => Status::InProgress,
        (_, _, Some(Status::InProgress)) => Status::InProgress,
        (Some(Status::Completed), Some(Status::InProgress), _) if keeps_up(&as_meant(ongoing)) => Status::Completed,
        // "98,5%", "Duy trì": a rate that is kept up, and no share of the work.
        (Some(Status::InProgress), Some(Status::InProgress), None) if is_rate_kept(done, ongoing) => Status::Completed,
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
    let planned = bare_work(planned);
    let phrase = parse(done, ongoing, not_started);
    let alone = is_nothing(ongoing) && is_nothing(not_started);
    match phrase.status {
        Status::InProgress if alone && is_as_planned(planned, done) => StatusPhrase { status: Status::Completed, ..phrase },
        status if alone && !is_nothing(done) => {
            StatusPhrase { status: beside_plan(planned, done, Some(status)).unwrap_or(status), ..phrase }
        }
        _ => phrase,
    }
}

/// Whether a text begins with something to do: "Mua sách", "Quy hoạch lại khuôn viên".
pub fn names_deed(text: &str) -> bool {
    assured::tells_a_deed(text)
}

/// Whether the cell of a column of states says nothing. A "+" there is a tick, elsewhere a bullet without its text; "Chưa có" says that there
/// is nothing yet.
pub fn is_unsaid(text: &str) -> bool {
    is_nothing(text) && mark::parse(text) != Some(Mark::Yes) && fold(text) != "chua co"
}

/// What the cell of a column of states says of a work as planned: by itself, or by what was planned, "10 bình".
pub fn state_of_plan(planned: &str, text: &str) -> Option<StatusPhrase> {
    let said = state(text);
    let status = beside_plan(bare_work(planned), text, said.map(|said| said.status))?;
    Some(StatusPhrase { status, late_stated: said.map_or_else(|| says_late(text), |said| said.late_stated) })
}

/// The status that the words of a text turn to, though its column says otherwise and they do not open with it: "Đã sơn 3 phòng, còn 2 phòng" under what is done;
/// or that it is a stage before what was planned.
pub fn against_column(planned: &str, text: &str, column: Status) -> Option<Status> {
    if column == Status::Completed && only_stage(bare_work(planned), text) {
        return Some(Status::InProgress);
    }
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
    if let Some(state) = printed(text) {
        return Some(state);
    }
    let text = &as_meant(text);
    let by_grammar = behind_lateness(text).and_then(|behind| Some(word(&behind)?.status)).or_else(|| stated_of_any(text));
    if let Some(status) = by_grammar {
        return Some(StatusPhrase { status, late_stated: says_late(text) });
    }
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
        folded if is_unknown(folded) => Some(Status::NoReport),
        _ if has_lessened(text) || has_raised(text) || is_unharmed(text) => Some(Status::Completed),
        _ if is_not_late(text) => Some(Status::InProgress),
        folded if is_late_unbegun(folded) || is_of_no_time(folded) || is_not_for_reason(text) => Some(Status::NotStarted),
        _ if is_over_late(text) => Some(Status::Completed),
        _ if late_stated && stated(text, &folded).is_none() => Some(Status::InProgress),
        _ if late_stated && is_only_late(&folded) => Some(Status::InProgress),
        _ if is_postponed(text) => Some(Status::NotStarted),
        folded => stated(text, folded).map(|status| match status {
            Status::Completed if leaves_a_part(text) || text.contains('/') && is_fraction(folded) => Status::InProgress,
            // "Tỉ lệ đạt 92% (KH 90%)"
            Status::InProgress if aim(text) == Some(Aim::Reached) && !is_left_open(text) => Status::Completed,
            status => status,
        }),
    }?;
    Some(StatusPhrase { status, late_stated })
}

/// "Chưa hoàn thành" and no more: by itself work that has begun.
pub fn is_unfinished(text: &str) -> bool {
    const LONGEST: usize = 160;
    text.len() <= LONGEST && matches!(heard(&as_meant(text)).as_str(), "chua hoan thanh" | "cht")
}

/// Whether a text names work that is under way as a choice of its own: "Đang thực hiện", "Hoàn thành/Đang thực hiện/Chưa hoàn thành".
pub fn offers_under_way(text: &str) -> bool {
    const NAMED: &[&str] = &["dang thuc hien", "dang trien khai", "dang tien hanh", "dang lam", "dth"];
    text.split(['/', ',', ';', '(', ')', '|', '☐', '☑', '☒', '□']).any(|part| NAMED.contains(&heard(part).trim()))
}

/// What the text of a column says: the column's own meaning, unless the words say otherwise.
fn said(text: &str, column: Status) -> Option<Status> {
    thread_local! {
        static READ: [Memory<Option<Status>>; Status::ALL.len()] = Default::default();
    }
    READ.with(|known| {
        known[column as usize].recall(text, |text| {
            let read = read_said(text, column);
            if column == Status::Completed { sentences::weighed(text, read) } else { read }
        })
    })
}

fn read_said(text: &str, column: Status) -> Option<Status> {
    if column == Status::Completed
        && let Some(status) = apart::together(text, said_of_part)
    {
        return Some(status);
    }
    if let Some(state) = printed(text) {
        return Some(state.status);
    }
    let text = &as_meant(text);
    // `+` is a tick as good as another where columns are ticked.
    if text.trim() == "+" {
        return Some(column);
    }
    // "Không còn em nào chưa có thẻ"
    if column == Status::Completed
        && (denies_lack(text) || is_not_late(text) || has_lessened(text) || has_raised(text) || is_unharmed(text))
    {
        return Some(Status::Completed);
    }
    if is_nothing(text) || is_placeholder(text) || column != Status::Completed && (is_none_of_all(text) || says_none(text)) {
        return None;
    }
    // "100%" of it is not begun.
    if column == Status::NotStarted && text.trim() == "100%" {
        return Some(Status::NotStarted);
    }
    // "Không (đã làm hết)", "Không còn việc nào chưa làm, các nội dung đã xong từ tháng 11"
    if let Some((nothing, said)) = text.split_once('(').or_else(|| text.split_once([',', ';'])).or_else(|| text.split_once(" vì "))
        && column != Status::Completed
        && (is_nothing(nothing) || says_none(nothing))
        && !nothing.trim().is_empty()
        && (is_whole(&heard(said)) || ends_all(said))
    {
        return Some(Status::Completed);
    }
    if column == Status::Completed && is_not_for_reason(text) {
        return Some(Status::NotStarted);
    }
    if column != Status::NotStarted && is_over_late(text) {
        return Some(Status::Completed);
    }
    if column == Status::Completed
        && let Some(status) = behind_lateness(text).and_then(|behind| said(&behind, column)).or_else(|| stated_of_any(text))
    {
        return Some(status);
    }
    let folded = heard(text);
    // "Hết": nothing is left under way or to begin.
    if column != Status::Completed
        && matches!(folded.as_str(), "het" | "da het" | "het roi" | "het viec" | "het noi dung" | "het cong viec")
    {
        return None;
    }
    if matches!(folded.as_str(), "chua bao cao" | "khong bao cao" | "chua co bao cao" | "khong co bao cao") || is_unknown(&folded) {
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
        // "ĐTH": "đã thực hiện" or "đang thực hiện", of which its column knows.
        (Status::Completed, _) if folded == "dth" => Status::Completed,
        (Status::Completed, _) if ends_with_some(&folded) => Status::InProgress,
        (Status::Completed, _) if lacks_money(&folded) && buys_some(text) => Status::InProgress,
        (Status::Completed, _) if lacks_money(&folded) || is_postponed(text) => Status::NotStarted,
        // "Tiến độ chưa kịp so với kế hoạch"
        (Status::InProgress, Some(Status::NotStarted))
            if ["tien do ", "chua kip ", "khong kip "].iter().any(|lead| folded.starts_with(lead)) && says_late(text) =>
        {
            Status::InProgress
        }
        (Status::InProgress, Some(Status::NotStarted)) if lacks_money(&folded) && !is_hindered(&folded) => Status::InProgress,
        (Status::InProgress, Some(Status::NotStarted)) if late::is_slowed(&folded) => Status::InProgress,
        (Status::Completed, None) if is_stopped(text) => Status::InProgress,
        (Status::Completed, None) if says_late(text) && (is_only_late(&folded) || !says_done(&folded)) => Status::InProgress,
        (Status::Completed | Status::InProgress, Some(Status::NotStarted)) if goes_on(text) => Status::InProgress,
        (Status::InProgress, _) if (is_over(&folded) || has_ended(text)) && !is_left_open(text) => Status::Completed,
        // "Đã hoàn thành, không chậm"
        (Status::InProgress, _)
            if is_whole(&heard(first_clause(text))) && !says_late(text) && !leaves_a_part(text) && !is_left_open(text) =>
        {
            Status::Completed
        }
        (Status::Completed, Some(Status::InProgress)) if keeps_up(text) => Status::Completed,
        // "97% (KH 95%)", "95%, vượt 3%"
        (Status::Completed, None | Some(Status::InProgress)) if aim(text) == Some(Aim::Reached) && !is_left_open(text) => Status::Completed,
        (Status::Completed, Some(Status::Completed)) if leaves_a_part(text) || is_left_open(text) => Status::InProgress,
        (Status::Completed, Some(status)) => status,
        (Status::Completed, None) if is_put_off(&folded) || is_promised(&folded) => Status::NotStarted,
        (Status::Completed, None)
            if is_left_open(text)
                // "Bảng mica 2,4m" is no fraction.
                || text.contains('/') && is_fraction(&folded)
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
                || has_ended(text)
                || is_provided(&folded) =>
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

/// Whether the text says of anything that it was done.
fn says_done(folded: &str) -> bool {
    let text = format!(" {folded} ");
    [" da ", " xong ", " hoan thanh ", " hoan tat ", " ban giao ", " nghiem thu ", " dat ", " nop "].iter().any(|word| text.contains(word))
}

/// Up to the first sign that parts clauses; those of days are none.
fn first_clause(text: &str) -> &str {
    let end = text.find([',', ';', '\n']).into_iter().chain(text.find(". ")).min();
    &text[..end.unwrap_or(text.len())]
}

/// A share of the whole is written with its sign: "hoàn thành 5 nội dung" is none.
fn is_share(text: &str) -> bool {
    text.contains('%') || text.to_lowercase().contains("phần trăm")
}

/// A number alone counts something; only with its sign is it a share.
fn is_count(text: &str) -> bool {
    !text.contains('%') && text.chars().all(|letter| !letter.is_alphabetic()) && text.chars().any(|letter| letter.is_ascii_digit())
}
