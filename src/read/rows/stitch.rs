//! Rows of the sheet that are one row to people: broken by a page end, sharing merged cells; and codes that stand in another column.

use super::coded::is_dotted_code;
use super::follows;
use super::inherited::says_again;
use super::wording::{is_scrap, is_whole_time, starts_item, starts_low, starts_outcome};
use super::{Amount, Habits, LogicalRow, Physical, Piece, is_code, is_code_field, is_unfinished_code, names_the_row, primary, work};
use crate::form::Field;
use crate::model::{Address, CostKind, FormKind};
use crate::phrase;
use crate::read::content::is_role;
use crate::read::grid::{CellKind, Grid};
use crate::read::header::Header;
use crate::text;

/// "Chỉ báo a)", and nothing of what it asks.
const LONGEST_LETTER: usize = 16;

/// "II.3" in a column of criteria, where elsewhere it may count a part of the plan, and "1.3.1", the first work of one: "Tiêu chí II.3", "Tiêu chí 1.3".
pub(super) fn name_codes(header: &Header<'_>, rows: &mut [Physical]) {
    if header.column(Field::Criterion).is_none() {
        return;
    }
    let is_number = |text: &str| text.parse::<u8>().is_ok_and(|number| number > 0);
    let code = |text: &str| {
        let parts: Vec<&str> = text.trim().trim_end_matches('.').split('.').collect();
        match parts[..] {
            ["I" | "II" | "III" | "IV" | "V", number] if is_number(number) => Some(format!("Tiêu chí {text}")),
            [standard, number, work] if [standard, number, work].into_iter().all(is_number) => {
                Some(format!("Tiêu chí {standard}.{number}"))
            }
            _ => None,
        }
    };
    for piece in rows.iter_mut().filter_map(|row| row.pieces.get_mut(&Field::Criterion)) {
        // Longer texts are looked at elsewhere.
        const LONGEST: usize = 10;
        if piece.text.len() <= LONGEST
            && let Some(named) = code(&piece.text)
        {
            piece.raw.get_or_insert(std::mem::replace(&mut piece.text, named));
        }
    }
}

pub(super) fn take_code_from_ordinal(row: &mut Physical) {
    if !is_dotted_code(row.text(Field::Ordinal)) {
        return;
    }
    if let (Some(number), Some(criterion)) = (row.pieces.remove(&Field::Ordinal), row.pieces.get_mut(&Field::Criterion)) {
        criterion.text = format!("{}: {}", number.text, criterion.text);
        if !matches!(number.kind, CellKind::Text) {
            criterion.kind = number.kind;
        }
    }
}

/// "1.1 - Mức 2" as the code and its level; "Mức 2" below "1.1" as a level alone.
pub(super) fn take_level_from_code(row: &mut Physical) {
    if row.has(Field::Level) {
        return;
    }
    let Some(piece) = row.pieces.get_mut(&Field::Criterion) else { return };
    let of_code = phrase::levels::of_code(&piece.text).map(|(code, level)| (code.to_owned(), level));
    let alone = || phrase::levels::named(&piece.text).filter(|_| text::fold(&piece.text).starts_with('m'));
    let Some((code, level)) = of_code.or_else(|| Some((String::new(), alone()?))) else { return };
    let whole = std::mem::replace(&mut piece.text, code);
    let level = Piece { text: format!("Mức {level}"), raw: Some(whole.clone()), address: piece.address, kind: CellKind::Text };
    piece.raw.get_or_insert(whole);
    row.pieces.insert(Field::Level, level);
}

/// From one row to the rest of it on the next page.
const MOST_BETWEEN: u32 = 2;

/// Whether a row is the rest of the row above, rather than a further piece of work. One that begins with a code is only
/// where the page ended between "Tiêu chí" and its number.
///
/// Where the texts of the table begin with small letters anyway, that says nothing; where its works stand behind bullets, each bullet begins one.
pub(super) fn continues(above: &LogicalRow, row: &Physical, coded: bool, habits: Habits, grid: &Grid, header: &Header<'_>) -> bool {
    if row.has(Field::Level) || row.has(Field::Ordinal) && row.text(Field::Ordinal).chars().any(|letter| letter.is_ascii_digit()) {
        return false;
    }
    // "nt" says again what the row above says.
    if row.is_numbered() && !row.has(Field::Ordinal) || row.pieces.iter().any(|(field, piece)| says_again(*field, &piece.text)) {
        return false;
    }
    // "II | Đội ngũ" below "A2 | Kiểm kê tài sản" begins a part.
    let opens_a_part = |number: &str| {
        let bare = number.trim_end_matches(['.', ')', ' ']);
        !bare.is_empty() && bare.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X')) && above.text(Field::Ordinal) != number
    };
    if opens_a_part(row.text(Field::Ordinal)) {
        return false;
    }
    // "b) | Mua tủ lưu mẫu" below "a) | Sửa bếp".
    let letter = |text: &str| {
        let bare = text.trim_start_matches('(').trim_end_matches([')', '.', ' ']);
        let mut letters = bare.chars();
        letters.next().filter(|letter| letter.is_alphabetic() && letters.next().is_none())
    };
    // So does "b" below a row that no letter counts, where both name works.
    let are_works = || work(header).is_some_and(|work| row.has(work) && !above.text(work).is_empty());
    if let Some(own) = letter(row.text(Field::Ordinal))
        && letter(above.text(Field::Ordinal)).map_or_else(are_works, |upper| own != upper)
    {
        return false;
    }
    // "Tiêu chí 2.3" below "Tiêu chí 1.10", whatever is missing in the row.
    let code = |text: &str| phrase::criterion::parse(text, None, None).criterion.filter(|_| is_code(text, None, None, None));
    let coded_otherwise =
        |field: Field| matches!((code(row.text(field)), code(above.text(field))), (Some(own), Some(upper)) if own != upper);
    if [Field::Criterion, Field::Item, Field::Standard].into_iter().any(coded_otherwise) && row.content() > 1 {
        return false;
    }
    // "7" below "1": numbers of criteria of a standard that nobody named.
    let number = |text: &str| text.trim().parse::<u8>().ok();
    if matches!((number(row.text(Field::Criterion)), number(above.text(Field::Criterion))), (Some(own), Some(upper)) if own != upper)
        && work(header).is_some_and(|work| row.has(work) && !above.text(work).is_empty())
    {
        return false;
    }
    // "b | Đạt | Đạt" below "a | Đạt | Không đạt".
    let is_letter = |text: &str| text.len() <= LONGEST_LETTER && phrase::mark::is_indicator(text);
    if header.form.kind == FormKind::Assessment && (row.has(Field::Indicator) || is_letter(row.text(Field::Content))) {
        return false;
    }
    // Of two halves side by side the one has ended, and below a gap stands what is of neither: some of it in no column of ours.
    let gap = row.index.saturating_sub(above.rows.last().copied().unwrap_or_default());
    let other = gap > MOST_BETWEEN && row.extra.iter().any(|(_, text)| !text.is_empty());
    if header.form.kind == FormKind::Assessment && !coded && other {
        return false;
    }
    // "[H1-1.1-02] Biên bản họp" below "[H1-1.1-01] Kế hoạch" is evidence of its own.
    let evidence = |code: &str, text: &str| Some(if code.is_empty() { opening_code(text)? } else { code.to_owned() });
    let own = evidence(row.text(Field::EvidenceCode), row.text(Field::Evidence));
    if own.is_some_and(|own| evidence(above.text(Field::EvidenceCode), above.text(Field::Evidence)).is_some_and(|upper| upper != own)) {
        return false;
    }
    let key = primary(header);
    // Marked on its own, below a row that is marked.
    let judged = |field: Field, text: &str| field == Field::Outcome && phrase::levels::reached(text).is_some();
    if header.form.kind == FormKind::Assessment
        && row.pieces.iter().any(|(field, piece)| judged(*field, &piece.text) && judged(*field, above.text(*field)))
    {
        return false;
    }
    // "Không", "x", "100%" is a whole answer: below another one, or a state told in words, it is of further work.
    let answers = |text: &str| phrase::status::is_nothing(text) || phrase::mark::parse(text).is_some();
    let answered_again = |field: Field| answers(row.text(field)) && !above.text(field).is_empty() && !row.text(field).is_empty();
    let reports_again = || [Field::Adjusted, Field::Done, Field::Ongoing, Field::NotStarted].into_iter().any(answered_again);
    if header.form.kind == FormKind::Result && !coded && work(header).is_some_and(|work| row.has(work)) && reports_again() {
        return false;
    }
    if is_code_field(key) && row.has(key) {
        let awaited = is_unfinished_code(above.text(key));
        // "Tiêu chí" alone above "Tiêu chí 3.3: …": the page ended within another criterion.
        let folded = text::fold(row.text(key));
        let begins = folded.starts_with("tieu chi ");
        // "Các tiêu chí còn lại" begins something as well, if it is no criterion.
        if folded.starts_with("cac tieu chi") || folded.starts_with("nhung tieu chi") {
            return false;
        }
        return !is_unfinished_code(row.text(key))
            && (awaited && !(coded && begins) || !coded && above.pieces.contains_key(&key) && !stands_alone(above, row));
    }
    if coded {
        return false;
    }
    let Some(work) = work(header) else { return fills_gaps(above, row) };
    let task = row.text(work);
    if task.is_empty() {
        // "Cuối năm học", nothing said yet, and who will judge: a row of its own.
        return !(header.form.kind == FormKind::FollowUp && starts_item(row.text(Field::Time)));
    }
    // "2023-2028" below "Rà soát chiến lược giai đoạn" is nobody's work.
    let says_nothing = !task.contains(char::is_alphabetic) && task.contains(|sign: char| sign.is_ascii_digit());
    let rest = || starts_low(task) && !stands_alone(above, row) || only_ends_texts(above, row) || ends_a_numbered(above, row);
    if says_nothing || !habits.low && rest() {
        return true;
    }
    let last = above.rows.last().copied().unwrap_or_default();
    let shares = |field: Field| {
        header.column(field).is_some_and(|assigned| {
            grid.merge_at(Address::new(row.index, assigned.column))
                .is_some_and(|area| area.first.row <= last && area.rows() > 1 && area.first.row < row.index)
        })
    };
    if shares(key) || [Field::Time, Field::Lead, Field::Target].into_iter().any(shares) {
        return false;
    }
    let own_time = row.text(Field::Time);
    let above_time = above.text(Field::Time);
    if !own_time.is_empty() {
        if ends_span(above_time, own_time) || bulleted(task).is_none() && ends_days(above_time, own_time) {
            return true;
        }
        if starts_low(own_time) && text::fold(own_time).starts_with("den ") && !task.starts_with(char::is_uppercase) {
            return true;
        }
        let reads_alone = phrase::time::is_time(own_time);
        let above_reads = above_time.is_empty() || phrase::time::is_time(above_time);
        // A time that a page end broke does not read alone, but it opens like one.
        return !(above_reads && (reads_alone || starts_item(own_time)));
    }
    let own_facts = row.pieces.keys().filter(|field| **field != work && !names_the_row(**field)).count();
    // A report leaves the states of further work empty: "Quy hoạch lại khuôn viên" below "Thanh lý tài sản hư hỏng" is no rest of it.
    let begins_deed = |text: &str| match bulleted(text) {
        Some(text) => habits.bulleted && phrase::status::names_deed(text),
        None => text.starts_with(char::is_uppercase) && phrase::status::names_deed(text),
    };
    let ended = |text: &str| {
        let text = if habits.bulleted { text.trim_end_matches([';', '.']) } else { text };
        text.ends_with(char::is_alphanumeric)
    };
    let reported = header.form.kind == FormKind::Result && ended(above.text(work)) && begins_deed(task) && begins_deed(above.text(work));
    // "b) Học tiếng Anh" below "a) Bồi dưỡng quản trị số", each with somebody or a state of its own.
    let begins = starts_item(task) || follows::counts_on(above.text(work), task);
    !reported && own_facts == 0 || !begins
}

/// Whether a row that goes on with the one above could as well be a work of its own: nothing but words that begin a deed, below words that end.
fn may_be_its_own(above: &LogicalRow, row: &Physical, header: &Header<'_>) -> bool {
    const JOINING: &[&str] = &["va", "cho", "cua", "de", "voi", "trong", "ve", "theo", "hoac", "cac", "nhung"];
    let Some(work) = work(header).filter(|_| matches!(header.form.kind, FormKind::Plan | FormKind::Result)) else { return false };
    let (upper, task) = (above.text(work), row.text(work));
    let only = row.pieces.iter().all(|(field, piece)| *field == work || piece.text.is_empty());
    let goes_on = || text::fold(upper).rsplit(' ').next().is_some_and(|last| JOINING.contains(&last));
    let last = upper.lines().next_back().unwrap_or_default();
    // "2. Sửa phòng" below "b. Viết dự thảo"
    let bare = if bulleted(task).is_some() { task } else { phrase::status::bare_work(task) };
    let begins = bare.starts_with(char::is_uppercase) && phrase::status::names_deed(bare) && bulleted(last).is_none()
        || follows::counts_on(upper, task);
    only && begins && upper.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ')' | '.' | ';')) && !goes_on()
}

/// The code of evidence that a text opens with: "[H1-1.1-02] Biên bản họp".
fn opening_code(text: &str) -> Option<String> {
    let (code, _) = phrase::criterion::evidence_code(text)?;
    text.trim_start_matches(['[', '(', '-', '+', ' ']).starts_with(&code).then_some(code)
}

/// "Từ tháng 9/2026" and, below the page break, "đến tháng 12/2026".
fn ends_span(above: &str, own: &str) -> bool {
    starts_low(own)
        && text::fold(own).starts_with("den ")
        && text::fold(above).starts_with("tu ")
        && !text::fold(above).contains(" den ")
        && phrase::time::is_time(&format!("{above} {own}"))
}

/// "9/2023" and, below the page break, "- 12/2023", where no text stands behind a bullet.
fn ends_days(above: &str, own: &str) -> bool {
    let dashes = ['-', '–'];
    own.starts_with(dashes) && !above.contains(dashes) && phrase::time::is_time(above) && phrase::time::is_time(&format!("{above} {own}"))
}

/// A time of its own after a whole one, and something else that begins afresh: a further piece of work, though its text begins with a small letter.
fn stands_alone(above: &LogicalRow, row: &Physical) -> bool {
    let time = row.text(Field::Time);
    let beside: Vec<&str> = [Field::Lead, Field::Collector, Field::Target, Field::Cost, Field::Place]
        .into_iter()
        .map(|field| row.text(field))
        .filter(|text| !text.is_empty())
        .collect();
    let whole = |text: &str| !text.is_empty() && starts_item(text) && is_whole_time(text);
    // "2" where somebody is named is the rest of "Nhóm công tác 2".
    let is_rest = |field: Field| is_scrap(row.text(field));
    let begins = beside.iter().all(|text| starts_item(text)) && ![Field::Lead, Field::Collector].into_iter().any(is_rest);
    whole(time) && whole(above.text(Field::Time)) && !beside.is_empty() && begins
}

/// Whether every text of a row is the rest of a text above it, and one surely is.
fn only_ends_texts(above: &LogicalRow, row: &Physical) -> bool {
    let mut own = row.pieces.iter().filter(|(field, piece)| !names_the_row(**field) && !piece.text.is_empty()).peekable();
    own.peek().is_some()
        && own.clone().all(|(field, piece)| (!starts_item(&piece.text) || is_scrap(&piece.text)) && !above.text(*field).is_empty())
        && own.any(|(field, piece)| ends_text(above.text(*field), &piece.text))
}

/// "Anh cho giáo viên | môn" below "7 | Tổ chức lớp tiếng | Các tổ chuyên": without the number that the row above has, beside a text that can only be
/// the rest of the one above it.
fn ends_a_numbered(above: &LogicalRow, row: &Physical) -> bool {
    let is_rest = |field: Field| {
        let (own, upper) = (row.text(field), above.text(field));
        // "môn" goes on with "Các tổ chuyên"; "cô Lan" is somebody beside "Kế toán".
        let whole = field != Field::Target && is_role(upper) && own.contains(' ');
        starts_low(own) && !upper.is_empty() && !starts_low(upper) && !is_role(own) && !whole
    };
    let timed = is_whole_time(row.text(Field::Time)) && is_whole_time(above.text(Field::Time));
    !above.text(Field::Ordinal).is_empty()
        && !row.is_numbered()
        && !timed
        && !stands_alone(above, row)
        && [Field::Lead, Field::Collector, Field::Target].into_iter().any(is_rest)
}

/// Where no column holds the work: whether a row only goes on with texts above it, or stands where the row above is empty.
fn fills_gaps(above: &LogicalRow, row: &Physical) -> bool {
    let mut shared = row
        .pieces
        .iter()
        .filter(|(field, piece)| !names_the_row(**field) && !piece.text.is_empty() && !above.text(**field).is_empty())
        .peekable();
    shared.peek().is_none() || shared.any(|(field, piece)| ends_text(above.text(*field), &piece.text))
}

/// Whether a text can only be the rest of the one above: it begins with a small letter, or with the number that one calls for,
/// as "2 chuyên đề cấp trường" below "Đã tổ chức được".
fn ends_text(above: &str, text: &str) -> bool {
    const CALLING: &[&str] =
        &["so", "duoc", "co", "them", "gom", "la", "tu", "den", "voi", "cho", "cua", "va", "hon", "tren", "duoi", "khoang", "lop", "khoi"];
    let numbered = || text.starts_with(|letter: char| letter.is_ascii_digit()) && !starts_item(text);
    let calls = || text::fold(above).rsplit(' ').next().is_some_and(|word| CALLING.contains(&word));
    starts_low(text) || numbered() && above.ends_with(char::is_alphabetic) && calls()
}

/// What stands behind the bullet with which a text begins.
pub(super) fn bulleted(text: &str) -> Option<&str> {
    text.strip_prefix(['-', '+', '•', '*', '–']).map(str::trim_start)
}

fn is_number(piece: &Piece) -> bool {
    matches!(piece.kind, CellKind::Number { .. })
}

/// "50000000 | Ngân sách" over "30000000 | Phụ huynh" of one work: an amount of each payer, and nothing else.
fn are_by_payer(open: &LogicalRow, row: &Physical) -> bool {
    let numbers = || row.money.iter().filter(|(_, amount)| is_number(&amount.piece));
    let stands_above = |column: &u32| open.money.get(column).is_some_and(|above| is_number(&above.piece));
    let pays = |text: &str| phrase::money::parse(text).kind == CostKind::SourceOnly;
    let payer = row.money.iter().find(|(_, amount)| pays(&amount.piece.text));
    let other_above = |(column, amount): (&u32, &Amount)| {
        open.money.get(column).is_some_and(|above| pays(&above.piece.text) && above.piece.text != amount.piece.text)
    };
    let only_money = row.pieces.iter().all(|(field, piece)| piece.text.is_empty() || *field == Field::Cost);
    only_money && numbers().count() == 1 && numbers().all(|(column, _)| stands_above(column)) && payer.is_some_and(other_above)
}

/// Appends a row to the row it continues.
pub(super) fn join(open: &mut LogicalRow, row: Physical, header: &Header<'_>) {
    if may_be_its_own(open, &row, header) {
        let at = row.texts().into_iter().find(|(_, text)| !text.is_empty()).map(|(address, _)| address);
        open.may_be_two = open.may_be_two.or(at);
    }
    let one_sentence = ends_span(open.text(Field::Time), row.text(Field::Time));
    open.rows.push(row.index);
    let between = if are_by_payer(open, &row) { "+ " } else { "" };
    open.extra.extend(row.extra.into_iter().map(|(address, _)| address));
    for (column, amount) in row.money {
        let upper =
            open.money.entry(column).or_insert_with(|| Amount { piece: Piece { text: String::new(), ..amount.piece.clone() }, ..amount });
        if upper.piece.text.is_empty() {
            *upper = amount;
        } else if !amount.piece.text.is_empty() {
            // Two amounts one below the other are no longer the number of one cell.
            let between = if is_number(&amount.piece) { between } else { "" };
            upper.piece.text = format!("{} {between}{}", upper.piece.text, amount.piece.text);
            upper.piece.kind = CellKind::Text;
        }
    }
    for (field, piece) in row.pieces {
        match open.pieces.get_mut(&field) {
            Some(upper) if !upper.text.is_empty() => {
                if piece.text.is_empty() {
                    continue;
                }
                let begins = starts_item(&piece.text) || starts_outcome(&piece.text);
                let gap = if begins
                    && !one_sentence
                    && !is_scrap(&piece.text)
                    && !matches!(field, Field::Time | Field::Criterion | Field::Item | Field::Standard)
                {
                    '\n'
                } else {
                    ' '
                };
                upper.text.push(gap);
                upper.text.push_str(&piece.text);
                upper.raw = None;
                // A number or a day that a text goes on with is a text; a code that became a day stays one.
                if matches!(upper.kind, CellKind::Number { .. }) || matches!(upper.kind, CellKind::Date(_)) && !is_code_field(field) {
                    upper.kind = CellKind::Text;
                }
            }
            _ => {
                open.pieces.insert(field, piece);
            }
        }
    }
}
