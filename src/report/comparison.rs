//! What changed from one output to another in; the workbook of `compare` and the sheet *So với kỳ trước* out.

mod balance;
mod lists;

use std::collections::BTreeMap;
use std::path::Path;

use super::{Signature, page, wording};
use crate::compare::{Certainty, Changes, Moment, WorkChange};
use crate::framework::Frameworks;
use crate::table::{Block, Book, COMPARISON, OUTPUT_PROPERTY, Sheet};

pub const NAME: &str = "So với kỳ trước";

/// The changes, and the names they are told in.
pub struct View<'a> {
    pub changes: &'a Changes,
    frameworks: &'a Frameworks,
    names: BTreeMap<&'a str, &'a str>,
    /// Rows of a list up to which it is printed whole.
    printed_rows: usize,
}

impl<'a> View<'a> {
    pub fn new(changes: &'a Changes, frameworks: &'a Frameworks, printed_rows: usize) -> Self {
        let names = changes.schools.iter().map(|school| (school.school_id.as_str(), school.name.as_str())).collect();
        View { changes, frameworks, names, printed_rows }
    }

    fn name<'n>(&'n self, school_id: &'n str) -> &'n str {
        self.names.get(school_id).copied().unwrap_or(school_id)
    }
}

/// The workbook of `compare`.
pub fn book(view: &View, signature: Signature) -> Book {
    let new = &view.changes.new;
    let mut summary = summary(view);
    summary.blocks.extend(page::signature(signature, new.as_of));
    let mut sheets = vec![summary, schools(view), work(view)];
    sheets.extend(lists::doubtful(view).map(|blocks| Sheet {
        blocks,
        ..sheet(
            view,
            "Liên kết cần xem",
            "Công việc chưa chắc là một",
            &["Lời văn hai kỳ khác nhau nhiều. Ghi có hoặc không vào cột \"Cùng một việc\" của tệp liên kết (--pins), rồi chạy lại"],
        )
    }));
    Book {
        title: format!("So sánh {} với {}", period(new), period(&view.changes.old)),
        author: new.unit.name.clone(),
        created: new.as_of,
        properties: vec![(OUTPUT_PROPERTY.to_owned(), COMPARISON.to_owned())],
        carried: Vec::new(),
        sheets,
    }
}

/// The sheets of the consolidated workbook: the balances, then school by school, work by work.
pub fn in_report(view: &View) -> [Sheet; 3] {
    [summary(view), schools(view), work(view)]
}

fn summary(view: &View) -> Sheet {
    let mut sheet = sheet(
        view,
        NAME,
        "So sánh hai kỳ báo cáo",
        &[
            "Mỗi hàng khép kín: kỳ trước, trừ phần giảm, cộng phần tăng, bằng kỳ này. Trường không báo cáo được tách riêng, không tính là thay đổi",
        ],
    );
    sheet.blocks = balance::blocks(view);
    sheet
}

fn schools(view: &View) -> Sheet {
    let mut sheet = sheet(
        view,
        "Trường thay đổi",
        "Thay đổi của từng trường",
        &["Tiêu chí chỉ so ở trường báo cáo cả hai kỳ theo cùng bộ tiêu chuẩn. Thứ tự theo mã trường, không xếp hạng"],
    );
    sheet.blocks = lists::schools(view);
    sheet.freeze = Some(sheet.blocks.len() - 1);
    sheet
}

fn work(view: &View) -> Sheet {
    let mut sheet = sheet(
        view,
        "Việc thay đổi",
        "Thay đổi của từng việc",
        &["Việc của hai kỳ được nối theo trường, tiêu chí và lời văn. Việc không có gì thay đổi không liệt kê"],
    );
    sheet.blocks = lists::work(view);
    let kinds = sheet.blocks.iter().rev().find_map(Block::table).map(page::kinds);
    page::print_in_part(view.printed_rows, &mut sheet, &kinds.unwrap_or_default());
    sheet.freeze = Some(sheet.blocks.len() - 1);
    sheet
}

/// A sheet with the letterhead of the newer output, and both periods under the title.
fn sheet(view: &View, name: &str, title: &str, counted: &[&str]) -> Sheet {
    let Changes { old, new, .. } = view.changes;
    let mut subtitle = vec![format!("{} so với {}", period(new), period(old))];
    subtitle.extend(counted.iter().map(|line| (*line).to_owned()));
    page::titled(&new.unit, name, title, subtitle)
}

/// `Học kỳ I, năm học 2023-2024 (đến ngày 10/01/2024)`.
fn period(moment: &Moment) -> String {
    format!("{}, năm học {} (đến ngày {})", moment.period.title(), moment.school_year, wording::date(moment.as_of))
}

/// What `compare` says in the terminal.
pub fn spoken(view: &View, output: &Path, pins: Option<&Path>, asked: usize) -> String {
    let changes = view.changes;
    let (schools, work) = (changes.schools_balance, changes.work_balance);
    let count = |is: fn(&WorkChange) -> bool| wording::count(changes.work.iter().filter(|change| is(change)).count());
    let mut lines = vec![
        format!("{} so với {}", period(&changes.new), period(&changes.old)),
        String::new(),
        format!(
            "Trường đã báo cáo: {} → {} (mới báo cáo {}, không còn báo cáo {})",
            wording::count(schools.old),
            wording::count(schools.new),
            wording::count(schools.newly + schools.entered),
            wording::count(schools.no_longer + schools.left)
        ),
    ];
    if schools.passed_on + schools.descended > 0 {
        lines.push(format!(
            "Trường sáp nhập hoặc tách: {} trường không còn, {} trường thay vào",
            wording::count(schools.passed_on),
            wording::count(schools.descended)
        ));
    }
    if !changes.reworded.is_empty() {
        lines.push(format!("Tiêu chí đổi nội dung giữa hai kỳ: {}, xem trang {NAME}", wording::count(changes.reworded.len())));
    }
    for balance in &changes.criteria_balance {
        lines.push(format!(
            "Tiêu chí đạt {}, {}: {} → {}{}",
            wording::level(balance.level),
            wording::framework(view.frameworks, &balance.framework),
            wording::count(balance.old),
            wording::count(balance.new),
            terms(&[
                ("mới đạt", balance.gained + balance.first_met),
                ("trường mới báo cáo", balance.of_schools_come),
                ("không còn đạt", balance.lost),
                ("không đánh giá nữa", balance.unassessed),
                ("trường không báo cáo", balance.of_schools_left),
            ])
        ));
    }
    lines.push(format!(
        "Công việc: {} → {}{}",
        wording::count(work.old),
        wording::count(work.new),
        terms(&[
            ("việc mới", work.added),
            ("trường kỳ trước không gửi", work.of_schools_come),
            ("đã xong không nêu lại", work.finished),
            ("không nêu nữa", work.dropped),
            ("trường kỳ này không gửi", work.of_schools_left),
        ])
    ));
    lines.push(format!(
        "Trong các việc có ở cả hai kỳ: xong thêm {}, quá hạn thêm {}, lùi hạn {}",
        count(WorkChange::was_completed),
        count(WorkChange::is_newly_overdue),
        count(|change| change.slipped_days().is_some_and(|days| days > 0))
    ));
    let doubtful = changes.work.iter().filter(|change| change.certainty == Some(Certainty::Doubtful)).count();
    if doubtful > 0 {
        let doubtful = wording::count(doubtful);
        lines.push(match pins {
            Some(pins) if asked > 0 => format!(
                "Nối chưa chắc: {doubtful} việc; đã thêm {} dòng vào {} để đơn vị ghi có hoặc không.",
                wording::count(asked),
                pins.display()
            ),
            Some(pins) => format!("Nối chưa chắc: {doubtful} việc, đang chờ trả lời trong {}.", pins.display()),
            None => format!("Nối chưa chắc: {doubtful} việc, xem trang Liên kết cần xem; thêm --pins lien-ket.csv để trả lời."),
        });
    }
    lines.push(format!("\nKết quả: {}\n", output.display()));
    lines.join("\n")
}

/// What leads from the one figure to the other, nothing left out but noughts: " (mới đạt 2, không còn đạt 1)".
fn terms(parts: &[(&str, usize)]) -> String {
    let named: Vec<String> =
        parts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {}", wording::count(*count))).collect();
    if named.is_empty() { String::new() } else { format!(" ({})", named.join(", ")) }
}
