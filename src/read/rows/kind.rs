//! What one row of the sheet is: data, a title, a band, a total, or nothing to count.

use super::{Physical, Reason, is_unfinished_code, primary, signed, totals, work};
use crate::form::{Content, Field};
use crate::model::{Address, FormKind, LevelBand};
use crate::phrase;
use crate::read::caption::paper;
use crate::read::grid::{CellKind, Grid};
use crate::read::header::{Header, likeness_from};
use crate::read::section::{self, TimeTitle};
use crate::text;

#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    Data,
    Standard {
        number: Option<u8>,
        title: String,
        address: Address,
    },
    Band(LevelBand),
    /// "Tháng 9/2023" over the rows that are to be done in it.
    Time(TimeTitle),
    Total {
        text: String,
        address: Address,
    },
    Left(Reason),
}

/// "10/10", "9", "90%", "9/10 (90%)": how many criteria of a standard, and no mark of one.
fn is_count(text: &str) -> bool {
    let sign = |letter: char| matches!(letter, '/' | '%' | ',' | '.' | '(' | ')' | '-') || letter.is_whitespace();
    text.chars().any(|letter| letter.is_ascii_digit()) && text.chars().all(|letter| letter.is_ascii_digit() || sign(letter))
}

/// The row above, where it may go on.
#[derive(Clone, Copy)]
pub(super) struct Above {
    pub open: bool,
    /// Its time makes sense as it stands.
    pub time_is_whole: bool,
}

pub(super) fn of(row: &Physical, header: &Header<'_>, grid: &Grid, coded: bool, above: Above, more_follow: bool) -> Kind {
    let texts = row.texts();
    let Some(&(address, first)) = texts.iter().find(|(_, text)| !text.is_empty()) else {
        // Nothing but cells in error: data, so that each gets its finding.
        return Kind::Data;
    };
    let folded = text::fold(first);
    // What stands in no column of the table is of another one beside it.
    let own = || texts.iter().filter(|(at, _)| header.knows(at.column)).copied().collect::<Vec<_>>();
    if are_column_numbers(&texts, header) || are_column_numbers(&own(), header) {
        return Kind::Left(Reason::ColumnNumbers);
    }
    let key = primary(header);
    // "Cộng TC1" adds up the criteria of a standard and is the code of none.
    let coded = coded && !totals::only_adds_up(row, &texts);
    if !coded && repeats_titles(row, header) {
        return Kind::Left(Reason::RepeatedHeader);
    }
    if !coded && opens_other_table(row, &texts) {
        return Kind::Left(Reason::OtherTable);
    }
    // "Tự đánh giá chung | Mức 2" below the last criterion.
    if !coded && header.form.kind == FormKind::Assessment && super::speaks_of_the_school(first) {
        return Kind::Total { text: first.to_owned(), address };
    }
    if !coded && signed::is_below(row, &texts, header, above.open && more_follow, more_follow) {
        return Kind::Left(Reason::Signature);
    }
    if !coded && texts.iter().filter(|(_, text)| !text.is_empty()).count() == 1 && phrase::money::is_unit_line(first) {
        return Kind::Left(Reason::AfterTable);
    }
    let only = texts.iter().filter(|(_, text)| !text.is_empty()).count() == 1;
    if only && !coded && is_remark(first) {
        return Kind::Left(Reason::Remark);
    }
    let of_work = matches!(header.form.kind, FormKind::Plan | FormKind::Result);
    if only && !coded && of_work && describes(first) {
        return Kind::Left(Reason::Described);
    }
    if only && !coded && titles_a_paper(first) {
        return Kind::Left(Reason::Section);
    }
    if only && (is_page_number(&folded) || is_bare_page_number(first, header.field_at(address.column), above.time_is_whole)) {
        return Kind::Left(Reason::PageNumber);
    }
    if only && (text::opens_with_words(&folded, "bang chu") || !coded && is_legend(first)) {
        return Kind::Left(Reason::AfterTable);
    }
    if !coded && let Some(title) = row.time_title().filter(|title| section::heads(title, header, grid)) {
        return Kind::Time(title);
    }
    if is_placeholder(row, &texts) || row.content() <= 1 && texts.iter().any(|(_, text)| is_room_for_more(text)) {
        return Kind::Left(Reason::Placeholder);
    }
    if is_guidance(row) {
        return Kind::Left(Reason::Example);
    }
    if work(header).is_some_and(|work| opens_an_example(row.text(work))) {
        return Kind::Left(Reason::Example);
    }
    if is_example(&folded) && header.field_at(address.column).is_none_or(super::names_the_row) {
        return Kind::Left(Reason::Example);
    }
    let filled = texts.iter().filter(|(_, text)| !text.is_empty()).count();
    // "1 | Tiêu chuẩn 1: …" where the column of the work holds the titles too, whether or not criteria have one of their own.
    let numbered = filled == 2 && row.has(Field::Ordinal);
    // "Tiêu chuẩn 3: Cơ sở vật chất | 35,5", "Tiêu chuẩn 1: … | 10/10 | 9/10", "Tiêu chuẩn 1 | | x | x | ----": what its rows come to stands
    // beside the title.
    let comes_to = |text: &str| is_count(text) || phrase::mark::parse(text).is_some();
    let sums_up = |field: Field, text: &str| field == Field::Cost || (field.level().is_some() || field == Field::Unmet) && comes_to(text);
    // The title may stand where the work does: "II | Tiêu chuẩn 2: … | | 5.000.000".
    let titles = |text: &str| phrase::criterion::heading(text).is_some_and(|heading| heading.number.is_some());
    let besides = |field: Field| super::names_the_row(field) || super::is_of_heading(field);
    let of_title = |field: Field, text: &str| besides(field) || text.is_empty() || sums_up(field, text) || titles(text);
    let summed = row.pieces.iter().all(|(field, piece)| of_title(*field, &piece.text))
        && texts.iter().any(|(_, text)| phrase::criterion::heading(text).is_some());
    let alone = row.content() == 0
        || filled == 1
        || summed
        || numbered
            && phrase::criterion::heading(texts.iter().filter(|(_, text)| !text.is_empty()).nth(1).map_or("", |(_, text)| text)).is_some();
    if alone {
        for (address, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
            if let Some(band) = phrase::criterion::band(text) {
                return Kind::Band(band);
            }
            // Beside its criterion a standard's title only says where the criterion belongs.
            if let Some(heading) = phrase::criterion::heading(text).filter(|_| !coded) {
                return Kind::Standard { number: heading.number, title: heading.title, address: *address };
            }
        }
    }
    let at_the_side = header.field_at(address.column).is_none_or(super::names_the_row);
    if !coded && (totals::opens_one(&folded) && at_the_side || totals::only_adds_up(row, &texts)) {
        return Kind::Total { text: texts.iter().map(|(_, text)| *text).collect::<Vec<_>>().join(" "), address };
    }
    if row.pieces.is_empty() {
        return Kind::Left(Reason::AfterTable);
    }
    if !coded && !is_unfinished_code(row.text(key)) && is_section(row, &texts, header, grid) {
        return Kind::Left(Reason::Section);
    }
    Kind::Data
}

/// "Phòng GD nhận xét: tiến độ chậm", "Ý kiến của UBND xã: đồng ý": what whoever looked the report through wrote below the work.
fn is_remark(text: &str) -> bool {
    const OFFICES: &[&str] =
        &["phong gd", "pgd", "phong giao duc", "ubnd", "uy ban", "so gd", "so giao duc", "phong vhxh", "phong vh xh", "doan kiem tra"];
    const SAYS: &[&str] = &["nhan xet", "y kien", "gop y", "tham dinh", "danh gia"];
    const LONGEST: usize = 60;
    let Some((head, _)) = text.split_once(':').filter(|(head, said)| head.chars().count() <= LONGEST && !said.trim().is_empty()) else {
        return false;
    };
    let head = format!(" {} ", text::fold(head));
    let names = |words: &[&str]| words.iter().any(|word| head.contains(&format!(" {word} ")) || head.starts_with(&format!(" {word}")));
    let of_office = OFFICES.iter().any(|office| head.contains(&format!(" {office}")));
    of_office && (names(SAYS) || OFFICES.iter().any(|office| head.starts_with(&format!(" {office}"))))
}

/// "II. KẾT QUẢ TỰ ĐÁNH GIÁ": the title of what comes next, where the table above did not end yet.
fn titles_a_paper(text: &str) -> bool {
    let bare = text.trim_start_matches(|letter: char| matches!(letter, 'I' | 'V' | 'X' | '.' | ' ' | '/' | ')') || letter.is_ascii_digit());
    bare.len() < text.len() && !text.contains(char::is_lowercase) && paper(bare).is_some()
}

/// "TT | Họ và tên | Chức vụ": titles that are none of this form, where the number of a row should stand.
fn opens_other_table(row: &Physical, texts: &[(Address, &str)]) -> bool {
    let filled = texts.iter().filter(|(_, text)| !text.is_empty());
    titles_numbers(row.text(Field::Ordinal))
        && filled.clone().count() >= 2
        && filled.clone().all(|(_, text)| text.chars().count() <= 60 && text.chars().any(char::is_alphabetic))
}

/// "TT", "Số TT": what heads the numbers of rows.
pub(super) fn titles_numbers(text: &str) -> bool {
    matches!(text::fold(text).as_str(), "tt" | "stt" | "so tt" | "s tt")
}

/// "(Nêu rõ việc làm) | (Tên người) | (Tháng/năm)": what whoever made the form wants written, whatever row the numbers before it name.
fn is_guidance(row: &Physical) -> bool {
    let texts = row.texts();
    let bracketed = |text: &str| {
        let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        // "(x)" is a mark.
        inner.is_some_and(|inner| !inner.contains(['(', ')']) && inner.chars().filter(|sign| sign.is_alphabetic()).nth(1).is_some())
    };
    let names = |at: &Address| row.pieces.iter().any(|(field, piece)| super::names_the_row(*field) && piece.address == *at);
    let filled = || texts.iter().map(|(at, text)| (at, text.trim())).filter(|(_, text)| !text.is_empty());
    let own = || filled().filter(|(at, text)| !names(at) || bracketed(text)).map(|(_, text)| text);
    own().count() >= 3 && own().all(bracketed)
}

/// "(Đ: đạt, KĐ: không đạt)": what the marks of the table mean.
fn is_legend(text: &str) -> bool {
    let inner = text.trim().strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let explains =
        |part: &str| part.split_once([':', '=']).is_some_and(|(sign, words)| sign.trim().chars().count() <= 4 && !words.trim().is_empty());
    inner.is_some_and(|inner| inner.split([',', ';']).all(explains))
}

/// "Ví dụ" where the number of a row stands: whoever made the form wrote it.
fn is_example(folded: &str) -> bool {
    matches!(folded, "vi du" | "vd" | "dong mau" | "dong vi du" | "mau" | "example")
}

/// "Ví dụ: Rà soát chiến lược" where the work stands: nobody's work begins so.
fn opens_an_example(work: &str) -> bool {
    let opening: String = work.trim_start_matches(['(', '-', ' ']).chars().take(8).collect();
    opening.split_once(':').is_some_and(|(word, _)| matches!(text::fold(word).as_str(), "vi du" | "vd"))
}

/// "Trang 2", "Trang 2/5".
fn is_page_number(folded: &str) -> bool {
    let rest = folded.strip_prefix("trang ").or_else(|| folded.strip_prefix("page "));
    rest.is_some_and(|rest| !rest.is_empty() && rest.split(' ').all(|word| word.parse::<u16>().is_ok()))
}

/// "2" alone on its row, where no text could go on with it: a number of a page that was pasted with the table.
fn is_bare_page_number(text: &str, field: Option<Field>, time_is_whole: bool) -> bool {
    let is_number = text.len() <= 3 && text.bytes().all(|letter| letter.is_ascii_digit()) && !text.starts_with('0');
    is_number
        && match field.map(Field::content) {
            None | Some(Content::Role) => true,
            Some(Content::Time) => time_is_whole,
            Some(_) => false,
        }
}

/// (1) (2) (3) …: at least three, or as many as the table has columns, counting up from the left.
pub(super) fn are_column_numbers(texts: &[(Address, &str)], header: &Header<'_>) -> bool {
    // A, B, C over all columns.
    let filled = || texts.iter().map(|(_, text)| text.trim_matches(['(', ')', ' '])).filter(|text| !text.is_empty());
    if ('A'..='Z').zip(filled()).all(|(letter, text)| text.chars().eq([letter])) && filled().count() >= header.columns.len().max(3) {
        return true;
    }
    // Columns that name the row are often lettered: A, B, 1, 2, 3.
    let mut letters = "ABCD".chars();
    let numbers = filled().skip_while(|text| letters.next().is_some_and(|letter| text.chars().eq([letter]))).map(column_number);
    let Some(numbers) = numbers.collect::<Option<Vec<u32>>>() else { return false };
    // "A | B | 1" of a plan of three columns.
    let lettered = filled().count() - numbers.len();
    let of_three = lettered == 2 && numbers == [1] && header.columns.len() == 3;
    of_three
        || numbers.len() >= header.columns.len().clamp(2, 3) - usize::from(numbers.len() < texts.len())
            && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
            && numbers[0] <= 2
}

/// "(1) (2) (3)", whatever table they are of.
pub(in crate::read) fn count_columns<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let numbers: Option<Vec<u32>> = texts.map(column_number).collect();
    numbers.is_some_and(|numbers| numbers.len() > 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1))
}

fn column_number(text: &str) -> Option<u32> {
    let inner = text.trim().trim_start_matches(['(', '[']);
    // Under "Tiến độ" a bare number was made a share.
    let digits = inner.split([')', ']', '=', '%']).next()?.trim();
    digits.parse().ok().filter(|number| *number <= 30)
}

/// The titles again, on the next printed page. "Đạt" under "Đạt" is a mark and repeats nothing.
pub(super) fn repeats_titles(row: &Physical, header: &Header<'_>) -> bool {
    let mut alike = 0;
    let mut filled = 0;
    for assigned in &header.columns {
        let text = row.text(assigned.field);
        if text.is_empty() {
            continue;
        }
        filled += 1;
        if phrase::mark::parse(text).is_some() {
            continue;
        }
        let mut parts = assigned.title.split(" / ").chain([assigned.title.as_str()]);
        alike += usize::from(parts.any(|part| repeats(text, part)));
    }
    filled >= 2 && alike * 3 >= filled * 2
}

/// Nearly the same words; texts of quite another length are not even compared.
fn repeats(text: &str, title: &str) -> bool {
    const SAME: f64 = 0.9;
    let (shorter, longer) = if text.len() <= title.len() { (text.len(), title.len()) } else { (title.len(), text.len()) };
    shorter * 10 >= longer * 7 && likeness_from(&text::fold(text), &text::fold(title), SAME) >= SAME
}

fn is_placeholder(row: &Physical, texts: &[(Address, &str)]) -> bool {
    texts.iter().all(|(_, text)| {
        text.is_empty()
            || phrase::status::is_placeholder(text)
            || text.trim_matches(['.', ')', '(', ' ']).parse::<u32>().is_ok_and(|number| number < 1000)
    }) && !row.pieces.values().any(|piece| matches!(piece.kind, CellKind::Error | CellKind::Uncomputed | CellKind::Date(_)))
        && row.content()
            == row
                .pieces
                .iter()
                .filter(|(field, piece)| {
                    !super::names_the_row(**field) && phrase::status::is_placeholder(&piece.text) && !piece.text.is_empty()
                })
                .count()
        && !row.pieces.iter().any(|(field, piece)| {
            matches!(field, Field::Criterion | Field::Item) && !piece.text.is_empty() && !phrase::status::is_placeholder(&piece.text)
        })
}

/// A title over part of the table: alone on its row, in the first column or merged over half the table.
fn is_section(row: &Physical, texts: &[(Address, &str)], header: &Header<'_>, grid: &Grid) -> bool {
    let filled: Vec<&(Address, &str)> = texts.iter().filter(|(_, text)| !text.is_empty()).collect();
    let [(address, text)] = filled[..] else {
        // "I | Công tác tổ chức": a number and a title, nothing else.
        return matches!(filled[..], [(_, number), (address, _)] if is_roman(number) && row.content() <= 1 && grid.merge_at(*address).is_some_and(|area| area.columns() >= 2));
    };
    let wide = grid.merge_at(*address).is_some_and(|area| area.columns() as usize * 2 >= header.columns.len().max(2));
    let first_column = header.columns.first().is_some_and(|assigned| assigned.column >= address.column);
    let holds_work = work(header).is_some_and(|field| header.column(field).is_some_and(|assigned| assigned.column == address.column));
    let numbered = text
        .split(['.', ')', ' ', ':'])
        .next()
        // "phần vỉa hè" is the rest of a text.
        .filter(|opening| opening.starts_with(char::is_uppercase))
        .is_some_and(|opening| is_roman(opening) || text::fold(opening) == "phan" || text::fold(opening) == "bieu");
    let titled = numbered && (!holds_work || is_all_capitals(text));
    wide || (first_column && !holds_work && text.chars().any(char::is_alphabetic)) || titled || is_part_of_report(text)
}

/// "II. KẾT QUẢ TỰ ĐÁNH GIÁ": nobody's work among others is written so.
fn is_all_capitals(text: &str) -> bool {
    text.split_whitespace().nth(2).is_some() && !text.contains(char::is_lowercase)
}

/// "Khảo sát phụ huynh | 90% | 85%": shares where marks belong.
pub(super) fn counts_answers(row: &Physical) -> bool {
    let mut marks = row.pieces.iter().filter(|(field, piece)| field.level().is_some() && !piece.text.is_empty()).peekable();
    marks.peek().is_some() && marks.all(|(_, piece)| piece.text.trim().ends_with('%'))
}

/// "(Các công việc khác, nếu có)": where the form leaves room for more.
fn is_room_for_more(text: &str) -> bool {
    let inner = text.trim().strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    inner.is_some_and(|inner| text::fold(inner).ends_with("neu co"))
}

/// "2. Điểm mạnh", "Điểm yếu: Thiếu phòng học": what is written on a criterion before its plan.
fn describes(text: &str) -> bool {
    const PARTS: &[&str] =
        &["mo ta hien trang", "hien trang", "diem manh", "diem yeu", "nhung diem manh", "nhung diem yeu", "cac diem manh", "cac diem yeu"];
    const LONGEST: usize = 40;
    let opening = text.split([':', '\n']).next().unwrap_or_default();
    if text::has_more_letters(opening, LONGEST) {
        return false;
    }
    let folded = text::fold(opening);
    PARTS.contains(&folded.as_str()) || behind_entry(&folded).is_some_and(|bare| PARTS.contains(&bare))
}

/// `diem manh` of "2 diem manh". Folded.
fn behind_entry(folded: &str) -> Option<&str> {
    folded.split_once(' ').filter(|(entry, _)| entry.len() <= 3 && (is_number(entry) || is_entry(entry))).map(|(_, rest)| rest)
}

/// "4. Kế hoạch cải tiến chất lượng:": the parts of what is written on a criterion; nobody's work is called so.
fn is_part_of_report(text: &str) -> bool {
    const PARTS: &[&str] = &["ke hoach cai tien", "ke hoach cai tien chat luong", "ke hoach cai tien chat luong giao duc", "tu danh gia"];
    const LONGEST: usize = 50;
    if text::has_more_letters(text, LONGEST) {
        return false;
    }
    let folded = text::fold(text);
    PARTS.contains(&folded.as_str()) || behind_entry(&folded).is_some_and(|bare| PARTS.contains(&bare))
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|letter| letter.is_ascii_digit())
}

/// `iv`, `d`: folded.
fn is_entry(text: &str) -> bool {
    text.len() == 1 || text.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'))
}

fn is_roman(text: &str) -> bool {
    !text.is_empty() && text.len() <= 5 && text.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
}
