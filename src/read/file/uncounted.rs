//! A table that looks like one of a form in, the cell out that says it is none: when the school assesses itself, a paper of another sort,
//! what the rows of another table come to, the levels that each criterion has.

use std::collections::BTreeSet;

use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::read::by_standard;
use crate::read::grid::Row;
use crate::read::table::{self, Table};
use crate::text;

/// `sheet`: what the sheet is called.
pub(super) fn named<'t>(table: &'t Table<'_>, sheet: &str) -> Option<(Address, &'t str)> {
    timetable(table).or_else(|| ledger(table)).or_else(|| targets(table)).or_else(|| overview(table)).or_else(|| catalogue(table, sheet))
}

/// "DANH MỤC TIÊU CHÍ" over "Mã | Tên tiêu chí | Mức", "Mức cao nhất" over "Mức 3": which levels there are, and none that was reached.
fn catalogue<'t>(table: &'t Table<'_>, sheet: &str) -> Option<(Address, &'t str)> {
    const LINES: usize = 4;
    const HIGHEST: &[&str] = &["muc cao nhat", "muc toi da", "so muc", "cac muc", "muc hien co", "muc co"];
    let header = &table.header;
    let level = header.column(Field::Outcome).or_else(|| header.column(Field::Level))?;
    if header.form.kind != FormKind::Assessment {
        return None;
    }
    let title = text::fold(&level.title);
    let above: Vec<String> = table.above.iter().rev().take(LINES).map(|(_, line)| text::fold(line)).chain([text::fold(sheet)]).collect();
    let assesses =
        above.iter().chain([&title]).any(|line| ["danh gia", "tdg", "ket qua", "dat"].iter().any(|words| text::holds_words(line, words)));
    let lists = || above.iter().any(|line| ["danh muc", "danhmuc", "danh sach tieu chi"].iter().any(|words| line.starts_with(words)));
    (!assesses && (HIGHEST.contains(&title.as_str()) || lists())).then(|| (Address::new(header.first, level.column), level.title.as_str()))
}

/// "Ngày | Nội dung chi | Số tiền | Người nhận": what was paid out, to whom.
fn ledger<'t>(table: &'t Table<'_>) -> Option<(Address, &'t str)> {
    const PAID: &[&str] = &[
        "noi dung chi",
        "khoan chi",
        "dien giai",
        "ly do chi",
        "nguoi nhan",
        "nguoi nhan tien",
        "don vi nhan",
        "so chung tu",
        "so hoa don",
    ];
    let header = &table.header;
    if header.form.kind != FormKind::Plan || header.column(Field::Criterion).is_some() {
        return None;
    }
    let titles = header.columns.iter().map(|assigned| (assigned.column, &assigned.title));
    let titles = titles.chain(header.unused.iter().map(|(column, title)| (*column, title)));
    let mut paid = titles.filter(|(_, title)| PAID.contains(&text::fold(title).as_str()));
    let (column, title) = paid.next()?;
    paid.next().map(|_| (Address::new(header.first, column), title.as_str()))
}

/// "Chỉ tiêu | Kế hoạch | Đạt được" over "Duy trì sĩ số | 100% | 99,8%", "Danh hiệu | Đăng ký | Kết quả": what the school aims at in its year.
fn targets<'t>(table: &'t Table<'_>) -> Option<(Address, &'t str)> {
    const AIMS: &[&str] = &["chi tieu", "danh hieu", "chi so"];
    let header = &table.header;
    let column = |fields: &[Field]| fields.iter().find_map(|field| header.column(*field));
    let planned = column(&[Field::Criterion, Field::Standard, Field::Time, Field::Start, Field::End, Field::Lead]);
    let titles = header.columns.iter().map(|assigned| (assigned.column, &assigned.title));
    let mut titles = titles.chain(header.unused.iter().map(|(column, title)| (*column, title)));
    let (aimed, title) = titles.find(|(_, title)| AIMS.iter().any(|aim| text::opens_with_words(&text::fold(title), aim)))?;
    if planned.is_some() {
        return None;
    }
    let told = [Field::Status, Field::Done, Field::Ongoing, Field::NotStarted];
    let told: Vec<u32> = told.into_iter().filter_map(|field| header.column(field)).map(|assigned| assigned.column).collect();
    // What stands behind a gap is another list.
    let own = || table.body.iter().zip(header.end..).take_while(|(row, index)| row.index == *index).map(|(row, _)| row);
    let cells = || own().flat_map(|row| told.iter().filter_map(|column| row.get(*column)));
    let counted = cells().next().is_some() && cells().all(|cell| text::is_figure(&cell.text));
    counted.then(|| (Address::new(header.first, aimed), title.as_str()))
}

/// The line that says a table is when the school assesses itself, or a paper of another sort ("Tổng hợp ý kiến góp ý"), and no plan to
/// improve; only of a table that names no criteria.
fn timetable<'t>(table: &'t Table<'_>) -> Option<(Address, &'t str)> {
    const LINES: usize = 6;
    const SAYS_SO: &[&str] = &[
        "thoi gian bieu",
        "lich tu danh gia",
        "ke hoach tu danh gia",
        "tien trinh tu danh gia",
        "tien do tu danh gia",
        "hoat dong tu danh gia",
        "cong tac tu danh gia",
        "quy trinh tu danh gia",
        "y kien gop y",
        "gop y",
        "lich cong tac",
        "lich lam viec",
        "lich hop",
        "lich kiem tra",
        "lich truc",
        "bien ban",
        "danh sach",
    ];
    // "Viết phiếu đánh giá tiêu chí" names none.
    let names_criteria = |line: &str| {
        let folded = text::fold(line);
        let numbered = folded.split_once("tieu chi ").is_some_and(|(_, rest)| rest.starts_with(|sign: char| sign.is_ascii_digit()));
        numbered || folded.contains("cai tien")
    };
    if table.header.form.kind != FormKind::Plan
        || [Field::Criterion, Field::Content].iter().any(|field| table.header.column(*field).is_some())
        || table::lines(&table.body).iter().any(|(_, line)| names_criteria(line))
    {
        return None;
    }
    let near = table.above.iter().rev().take(LINES).map(|(address, line)| (address, line, text::fold(line)));
    let (address, line, folded) = near.into_iter().find(|(_, _, folded)| {
        folded.contains("cai tien") || folded.contains("ctcl") || SAYS_SO.iter().any(|words| folded.contains(words))
    })?;
    (!folded.contains("cai tien") && !folded.contains("ctcl")).then_some((*address, line.as_str()))
}

/// "Tiêu chuẩn | Số việc | Đã xong | Đang làm | Chưa làm" over numbers: what the rows of another table come to, by standard.
fn overview<'t>(table: &'t Table<'_>) -> Option<(Address, &'t str)> {
    let header = &table.header;
    // "Số tiêu chí", "Tổng số tiêu chí" counts those of a standard.
    let counts_them = |title: &str| ["so ", "tong so "].iter().any(|words| title.starts_with(words));
    let named = header.column(Field::Criterion).filter(|assigned| !counts_them(&text::fold(&assigned.title)));
    let key = named.or_else(|| header.column(Field::Standard))?;
    let counts = |field: Field| {
        field.level().is_some() || matches!(field, Field::Unmet | Field::Met | Field::Done | Field::Ongoing | Field::NotStarted)
    };
    let counted: Vec<u32> = header.columns.iter().filter(|assigned| counts(assigned.field)).map(|assigned| assigned.column).collect();
    let of_standards = text::fold(&key.title) == "tieu chuan";
    // The standard that a row is of, unless it is of a criterion.
    let of = |row: &Row| {
        let text = row.get(key.column)?.text.trim().trim_end_matches('.');
        let named = phrase::criterion::parse(text, None, None);
        let bare = || text.parse::<u8>().ok().filter(|number| of_standards && (1..=5).contains(number));
        named.standard.or_else(bare).map(|standard| Some(standard).filter(|_| named.criterion.is_none()))
    };
    let of_each: Vec<&Row> = table.body.iter().filter(|row| of(row).is_some()).collect();
    let standards: BTreeSet<Option<u8>> = of_each.iter().filter_map(|row| of(row)).collect();
    let each_once = standards.len() == of_each.len() && !standards.contains(&None);
    let only_counts = |row: &&Row| {
        let cells = || row.cells.iter().filter(|cell| counted.contains(&cell.column) && !cell.text.is_empty());
        cells().count() >= 2 && cells().all(|cell| text::is_figure(&cell.text))
    };
    let titles = header.unused.iter().map(|(_, title)| title).chain(header.columns.iter().map(|assigned| &assigned.title));
    let counts_criteria = titles.into_iter().any(|title| by_standard::counts_criteria(&text::fold(title)));
    let enough = of_each.len() >= if counts_criteria { 1 } else { 2 };
    let whole = counted.len() >= 2 && enough && each_once && of_each.iter().all(only_counts);
    whole.then(|| (Address::new(header.first, key.column), key.title.as_str()))
}
