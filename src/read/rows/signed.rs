//! A row below a table in, whether it is of those who sign and of who gets a copy out: "Nơi nhận:", "…, ngày 05 tháng 01 năm 2024", "TỔ TRƯỞNG".

use super::{Physical, work};
use crate::form::{Content, Field};
use crate::model::Address;
use crate::phrase;
use crate::read::content::{is_role, opens_with_role};
use crate::read::header::Header;
use crate::text;

/// Openings of lines that stand below a table: who signs, when, who gets a copy. Folded.
const BELOW: &[&str] = &[
    "noi nhan",
    "hieu truong",
    "pho hieu truong",
    "thu truong",
    "nguoi lap",
    "nguoi tong hop",
    "nguoi viet",
    "nguoi danh gia",
    "ky ten",
    "ky va ghi ro",
    "ky ghi ro",
    "tm",
    "kt",
    "duyet",
    "phe duyet",
    "xac nhan",
    "chu tich hoi dong",
    "thu ky",
    "luu vt",
    "luu van thu",
    "da ky",
];

/// Lines of the signature block. A role in the column of roles, right after an unfinished row, is the rest of that row.
pub(super) fn is_below(row: &Physical, texts: &[(Address, &str)], header: &Header<'_>, may_continue: bool, more_follow: bool) -> bool {
    const MOST_CELLS: usize = 3;
    // "TIÊU CHUẨN 2: CÁN BỘ QUẢN LÝ, GIÁO VIÊN, NHÂN VIÊN" names roles, and nobody signs by it.
    let titles = |text: &str| phrase::criterion::heading(text).is_some_and(|heading| heading.number.is_some());
    if texts.iter().any(|(_, text)| titles(text)) {
        return false;
    }
    let filled = texts.iter().filter(|(_, text)| !text.is_empty());
    // "Nơi nhận:" where numbers stand is none.
    let opens_below = |text: &str| BELOW.iter().any(|opening| text::opens_with_words(&text::fold(text), opening));
    let is_numbered = row.is_numbered() && !opens_below(row.text(Field::Ordinal));
    if filled.clone().nth(MOST_CELLS).is_some() || is_numbered && row.content() > 1 {
        // "NGƯỜI LẬP BIỂU | KẾ TOÁN | CHỦ TỊCH CÔNG ĐOÀN | HIỆU TRƯỞNG"
        let signs = |text: &str| !text.contains(char::is_lowercase) && (is_role(text) || opens_below(text));
        return !is_numbered && filled.clone().all(|(_, text)| signs(text)) && filled.clone().any(|(_, text)| opens_below(text));
    }
    let filled: Vec<(Address, String)> = filled.map(|(address, text)| (*address, text::fold(head_of_signature(text)))).collect();
    let when = row.text(Field::Time);
    let within = more_follow || phrase::time::is_time(when) && !is_place_and_date(&text::fold(when));
    if filled.iter().any(|(_, text)| text.len() > 160) || work(header).is_some_and(|work| says_a_work(row.text(work), within)) {
        return false;
    }
    // Who signs says when in words of their own; a time of work beside two more cells is a row.
    if filled.len() == MOST_CELLS && texts.iter().any(|(_, text)| phrase::time::is_time(text) && !is_place_and_date(&text::fold(text))) {
        return false;
    }
    let only_lead = filled.iter().all(|(address, _)| header.field_at(address.column) == Some(Field::Lead));
    if only_lead && may_continue {
        return false;
    }
    let mut written = texts.iter().map(|(_, text)| *text).filter(|text| !text.is_empty());
    if are_roles_of_signers(texts, header) || written.next().is_some_and(is_place_and_day) && written.next().is_none() {
        return true;
    }
    let by_role = |field: Field| matches!(field, Field::Lead | Field::Partner | Field::Assessor | Field::Collector);
    let says_so = |text: &str| BELOW.iter().any(|opening| text::opens_with_words(text, opening)) || is_place_and_date(text);
    let of_row = |address: &Address| header.field_at(address.column);
    // "Hiệu trưởng" in the column of roles, beside work, is who does it.
    let beside_work = filled
        .iter()
        .any(|(address, text)| !says_so(text) && of_row(address).is_some_and(|field| !by_role(field) && !super::names_the_row(field)));
    // Nor is it one who signs under a title that the form does not know: "Người kiểm tra".
    let titled = |address: &Address| header.unused.iter().any(|(column, title)| *column == address.column && !title.is_empty());
    let is_large = |address: &Address| texts.iter().any(|(at, text)| at == address && !text.contains(char::is_lowercase));
    let does_it = |address: &Address| of_row(address).is_some_and(by_role) || titled(address) && !is_large(address);
    filled.iter().any(|(address, text)| says_so(text) && !(beside_work && does_it(address)))
}

/// "Hiệu trưởng dự giờ 2 tiết/tuần", "Phê duyệt kế hoạch của các tổ", "KT hồ sơ sổ sách": what somebody who may sign does, where the work stands.
/// Within the table, rows with codes below it or a time beside it, whatever it is that they do; else what nobody signs by.
fn says_a_work(text: &str, within: bool) -> bool {
    const SIGNERS: &[&str] =
        &["pho hieu truong", "hieu truong", "thu truong", "chu tich hoi dong truong", "chu tich hoi dong", "thu ky hoi dong", "thu ky"];
    const DEEDS: &[&str] = &["phe duyet", "duyet", "xac nhan", "kt"];
    /// "Duyệt của …", "Hiệu trưởng trường …", "Thư ký đã ký": whose hand it is.
    const BY: &[&str] = &[
        "ky",
        "ki",
        "da ky",
        "da ki",
        "da duyet",
        "kiem",
        "va",
        "cua",
        "boi",
        "nha truong",
        "lanh dao",
        "truong",
        "phong",
        "so",
        "ubnd",
        "uy ban",
        "cap tren",
        "to",
        "hoi dong",
        "tu danh gia",
    ];
    const BEHIND: usize = 2;
    // "KT. Hiệu trưởng" signs for somebody.
    if !text.contains(char::is_lowercase) || text.contains('\n') {
        return false;
    }
    let folded = text::fold(text);
    let behind = |openings: &[&str]| {
        let opening = openings.iter().find(|opening| text::opens_with_words(&folded, opening))?;
        let words: Vec<&str> = text.split_whitespace().skip(opening.split(' ').count()).collect();
        Some(words.join(" "))
    };
    let of_somebody = |text: &str| opens_with_role(text) || BY.iter().any(|by| text::opens_with_words(&text::fold(text), by));
    let object = |text: &str| text.starts_with(char::is_lowercase) && text.split(' ').nth(BEHIND - 1).is_some() && !of_somebody(text);
    /// "Hiệu trưởng phê duyệt", "Thư ký ghi biên bản" below the last row, and nothing beside it.
    const SIGNED_AS: &[&str] = &["phe duyet", "duyet", "xac nhan", "lap", "ghi bien ban", "ghi chep", "tong hop"];
    let does =
        |text: &str| phrase::status::names_deed(text) && !SIGNED_AS.iter().any(|deed| text::opens_with_words(&text::fold(text), deed));
    behind(SIGNERS).is_some_and(|text| object(&text) && (within || does(&text)))
        || within && behind(DEEDS).is_some_and(|text| object(&text))
}

/// Of a whole signature in one cell the line with its date: who signs stands on the next. Other texts as they are.
fn head_of_signature(text: &str) -> &str {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return text };
    let signs = text::fold(second);
    let is_head = is_place_and_date(&text::fold(first)) && BELOW.iter().any(|opening| text::opens_with_words(&signs, opening));
    if is_head { first } else { text }
}

/// "…, ngày 05 tháng 01 năm 2024", also with the numbers still to be filled in.
fn is_place_and_date(folded: &str) -> bool {
    let after_day = folded.find("ngay").map(|at| &folded[at..]);
    after_day.is_some_and(|rest| rest.contains("thang") && rest.contains("nam") && rest.len() < 40 && !folded.starts_with("tu "))
}

/// "Phù Yên, ngày 10/9/2023", and nothing else.
fn is_place_and_day(text: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let Some((place, day)) = text.trim().split_once(", ngày ") else { return false };
    let words: Vec<&str> = place.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    let of_time = |word: &&str| {
        matches!(text::fold(word).as_str(), "thu" | "dot" | "tuan" | "thang" | "hoc" | "ky" | "sang" | "chieu" | "toi" | "buoi")
    };
    let is_name = (2..=MOST_WORDS).contains(&words.len()) && words.iter().all(capital) && !words.iter().any(of_time);
    let parts: Vec<&str> = day.trim().trim_end_matches('.').split(['/', '-', '.']).collect();
    is_name && parts.len() == 3 && parts.iter().all(|part| part.trim().parse::<u16>().is_ok())
}

/// "TỔ TRƯỞNG" and nothing else: written large, or where times and money stand.
fn are_roles_of_signers(texts: &[(Address, &str)], header: &Header<'_>) -> bool {
    let is_large = |text: &str| text.contains(' ') && !text.contains(char::is_lowercase);
    let holds_no_role =
        |address: &Address| header.field_at(address.column).is_some_and(|field| matches!(field.content(), Content::Time | Content::Money));
    let mut filled = texts.iter().filter(|(_, text)| !text.is_empty());
    filled.all(|(address, text)| is_role(text) && (is_large(text) || holds_no_role(address)))
}
