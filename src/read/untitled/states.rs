//! A plan and its rows in; the column that says how far each work has come, by what stands in it, out.

use super::{BY_CONTENT, FEWEST_CELLS, MAYBE, SURE};
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, FormKind, Status};
use crate::phrase;
use crate::read::content;
use crate::read::grid::Row;
use crate::read::header::{Assigned, Header};
use crate::text;

/// "Tiến độ thực hiện" over what was done, in words, and not over times: the column of states of a table that has no other, else what is said besides
/// them: "Đã mua 5 bộ | Đúng tiến độ".
pub(super) fn progress_in_words(header: &mut Header<'_>, body: &[Row]) -> Option<Finding> {
    let is_time = |field: Field| matches!(field, Field::Time | Field::Start | Field::End);
    if !matches!(header.form.kind, FormKind::Plan | FormKind::Result) || header.form.column(Field::Status).is_none() {
        return None;
    }
    let field = if reports(header) { Field::Outcome } else { Field::Status };
    let tells_progress = |title: &str| text::fold(title).contains("tien do");
    let taken = header.columns.iter().find(|assigned| is_time(assigned.field) && tells_progress(&assigned.title));
    let unused = || header.unused.iter().find(|(_, title)| tells_progress(title)).map(|(column, _)| *column);
    let column = taken.map(|assigned| assigned.column).or_else(unused).filter(|_| header.column(field).is_none())?;
    let cells = texts(body, column);
    // "Chậm 2 tháng" is no time.
    let is_month = |text: &str| text.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month));
    let times = cells.iter().filter(|text| is_month(text) || phrase::time::is_time(text) && !content::says_pace(text)).count();
    if cells.len() < FEWEST_CELLS || times as f64 >= MAYBE * cells.len() as f64 {
        return None;
    }
    let told = taken_for(header, column, field)?;
    // What was the one end of a time beside it is all of it.
    let mut times = header.columns.iter_mut().filter(|assigned| is_time(assigned.field));
    if let (Some(only), None) = (times.next(), times.next())
        && header.form.column(Field::Time).is_some()
        && !["bat dau", "khoi cong", "hoan thanh"]
            .contains(&text::fold(&only.title).trim_start_matches("thoi gian ").trim_start_matches("ngay "))
    {
        only.field = Field::Time;
    }
    header.missing = header.form.lacking(|field| header.column(field).is_some());
    Some(told)
}

/// "Tình trạng hiện nay" to the left of the work of a plan: what there is, and not how far the work has come.
pub(super) fn before_the_work(header: &mut Header<'_>) {
    let work = header.column(Field::Task).map_or(0, |task| task.column);
    if header.form.kind != FormKind::Plan || header.form.column(Field::Situation).is_none() || header.column(Field::Situation).is_some() {
        return;
    }
    let now = |title: &str| {
        let folded = text::fold(title);
        ["hien nay", "hien tai"].iter().any(|words| folded.ends_with(words))
    };
    let mut columns = header.columns.iter_mut();
    if let Some(assigned) = columns.find(|assigned| assigned.field == Field::Status && assigned.column < work && now(&assigned.title)) {
        assigned.field = Field::Situation;
    }
}

/// "Chỉ số | 100%", "Kết quả năm trước | Đạt": a title that says itself that what stands below it is no state of the work.
pub(super) fn speaks_otherwise(title: &str) -> bool {
    const WORDS: &[&str] = &[
        "chi so",
        "chi tieu",
        "muc tieu",
        "yeu cau",
        "san pham",
        "minh chung",
        "nam truoc",
        "phan dau",
        "mong",
        "du kien",
        "doi tuong",
        "can cu",
        "rui ro",
        "phuong tien",
        "dia diem",
        "hien trang",
        "thuc trang",
        "diem yeu",
        "diem manh",
        "uu tien",
        "quan trong",
    ];
    let folded = text::fold(title);
    WORDS.iter().any(|words| folded.contains(words))
}

/// "Phương tiện | Máy tính", "Lực lượng thực hiện | Tổ KHTN": a column whose title is only somewhat like that of a state, and in which none stands, is none.
pub(super) fn without_untold(header: &mut Header<'_>, body: &[Row]) {
    const SOMEWHAT: f64 = 0.8;
    const FEW: f64 = 0.2;
    let tells = |text: &&str| {
        content::says_state(text)
            || phrase::status::word(text).is_some()
            || phrase::status::is_nothing(text)
            || phrase::mark::parse(text).is_some()
            || text::fold(text).split_once(' ').is_some_and(|(first, _)| matches!(first, "da" | "se"))
    };
    let is_untold = |assigned: &Assigned| {
        let of_state = matches!(assigned.field, Field::Status | Field::Done | Field::Ongoing | Field::NotStarted);
        let needed = header.form.column(assigned.field).is_none_or(|column| column.needed);
        if !of_state || needed || assigned.score >= SOMEWHAT {
            return false;
        }
        let cells = texts(body, assigned.column);
        cells.len() >= FEWEST_CELLS && (cells.iter().filter(|text| tells(text)).count() as f64) < FEW * cells.len() as f64
    };
    let untold: Vec<u32> = header.columns.iter().filter(|assigned| is_untold(assigned)).map(|assigned| assigned.column).collect();
    for column in untold {
        let Some(at) = header.columns.iter().position(|assigned| assigned.column == column) else { continue };
        let assigned = header.columns.remove(at);
        header.unused.push((column, assigned.title));
        header.unused.sort();
    }
}

/// What stands in a column of rows that hold work.
pub(super) fn texts(body: &[Row], column: u32) -> Vec<&str> {
    let rows = body.iter().filter(|row| row.cells.len() >= 3);
    rows.filter_map(|row| row.get(column)).map(|cell| cell.text.as_str()).filter(|text| !text.trim().is_empty()).collect()
}

/// "Tự đánh giá", "Nhận xét", "Diễn biến" behind the work, over sentences of what was done: the column of states of a plan that has no other.
pub(super) fn behind_the_work(header: &mut Header<'_>, body: &[Row]) -> Option<Finding> {
    const TELL: &[&str] =
        &["tu danh gia", "nhan xet", "dien bien", "bao cao", "da lam", "da thuc hien", "da trien khai", "hoan thanh chua hoan thanh"];
    if header.form.kind != FormKind::Plan || reports(header) || header.form.column(Field::Status).is_none() {
        return None;
    }
    let work = [Field::Task, Field::Content].into_iter().find_map(|field| header.column(field))?.column;
    let may_tell = |column: u32, title: &str| {
        let folded = text::fold(title);
        column > work && TELL.iter().any(|words| folded.contains(words))
    };
    let holds = |column: u32| {
        let cells = texts(body, column);
        let told = cells.iter().filter(|text| content::tells_state(text)).count();
        cells.len() >= FEWEST_CELLS && told as f64 >= SURE * cells.len() as f64
    };
    let assigned = header.columns.iter().filter(|assigned| !matches!(assigned.field, Field::Task | Field::Content));
    let columns = assigned.map(|assigned| (assigned.column, assigned.title.clone())).chain(header.unused.iter().cloned());
    let mut telling = columns.filter(|(column, title)| may_tell(*column, title) && holds(*column));
    let (Some((column, _)), None) = (telling.next(), telling.next()) else { return None };
    let told = taken_for(header, column, Field::Status)?;
    header.missing = header.form.lacking(|field| header.column(field).is_some());
    Some(told)
}

/// Whether some column says how far the work has come.
fn reports(header: &Header<'_>) -> bool {
    [Field::Done, Field::Ongoing, Field::NotStarted, Field::Status].into_iter().any(|field| header.column(field).is_some())
}

/// Makes a column that of a field, whether or not it was another's.
fn taken_for(header: &mut Header<'_>, column: u32, field: Field) -> Option<Finding> {
    let cell = Address::new(header.end.saturating_sub(1), column);
    if let Some(at) = header.unused.iter().position(|(unused, _)| *unused == column) {
        let (_, title) = header.unused.remove(at);
        header.columns.push(Assigned { field, column, title, score: BY_CONTENT, runner_up: None });
        header.columns.sort_by_key(|assigned| assigned.column);
    }
    let assigned = header.columns.iter_mut().find(|assigned| assigned.column == column)?;
    (assigned.field, assigned.score, assigned.runner_up) = (field, BY_CONTENT, None);
    let told = Finding::new(&finding::COLUMN_BY_CONTENT).raw(&assigned.title).with("column", Address::letters(assigned.column));
    Some(Finding { cell: Some(cell), ..told.field(field.title()) })
}

/// "Ghi chú", "Theo dõi", "Hiện nay" that hold how far each work has come, in a plan that says it nowhere else: its column of states.
pub(super) fn elsewhere(header: &mut Header<'_>, body: &[Row]) -> Option<Finding> {
    const LONGEST: usize = 100;
    if header.form.kind != FormKind::Plan || reports(header) || header.form.column(Field::Status).is_none() {
        return None;
    }
    let may_say = |field: Field| {
        matches!(
            field,
            Field::Note | Field::Partner | Field::Situation | Field::Assessor | Field::Outcome | Field::Adjustment | Field::Indicator
        )
    };
    // "Hiện trạng" before the time of the work is what there was before it.
    let time = [Field::Time, Field::End].into_iter().find_map(|field| header.column(field)).map_or(0, |time| time.column);
    let is_before = |assigned: &Assigned| {
        let title = text::fold(&assigned.title);
        assigned.column < time && ["hien trang", "thuc trang", "danh gia", "ban dau"].iter().any(|words| title.contains(words))
    };
    let rows = body.iter().filter(|row| row.cells.len() >= 3);
    let count = rows.clone().count();
    let holds_states = |column: u32| {
        let cells: Vec<_> = rows.clone().filter_map(|row| row.get(column)).filter(|cell| !cell.text.is_empty()).collect();
        let states = || {
            cells
                .iter()
                .filter(|cell| cell.text.len() <= LONGEST && content::says_state(&cell.text))
                .filter_map(|cell| phrase::status::word(&cell.text))
        };
        // Of states some say that work is done.
        cells.len() >= FEWEST_CELLS
            && cells.len() * 2 >= count
            && states().count() as f64 >= SURE * cells.len() as f64
            && states().any(|said| said.status == Status::Completed)
    };
    let mut holding = (0..header.columns.len()).filter(|at| {
        let assigned = &header.columns[*at];
        may_say(assigned.field) && !is_before(assigned) && holds_states(assigned.column)
    });
    let (Some(at), None) = (holding.next(), holding.next()) else { return None };
    taken_for(header, header.columns[at].column, Field::Status)
}
