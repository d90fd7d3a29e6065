//! Counts of work in; out come their cells, their chart, and the words a school gives for it.

use std::collections::BTreeSet;

use super::basis::Basis;
use super::live::{Count, column, table};
use super::{page, wording};
use crate::chart::{Chart, Role, Series};
use crate::model::{Action, Lateness, Origin, Status};
use crate::phrase::{mark, status};
use crate::stats::ActionCounts;
use crate::table::{Cell, Column, Link, Tone};

/// What each status means on a chart, from done to unknown.
pub const STATUS_ROLES: [(Status, Role); 4] = [
    (Status::Completed, Role::Good),
    (Status::InProgress, Role::Progress),
    (Status::NotStarted, Role::Warning),
    (Status::NoReport, Role::Unknown),
];

/// The columns that [`cells`] fills.
pub fn columns() -> Vec<Column> {
    ["Tổng số", "Hoàn thành", "Đang thực hiện", "Chưa triển khai", "Chưa báo cáo", "Chắc chắn quá hạn", "Có thể quá hạn"]
        .map(|title| Column::number(title, 9.0))
        .into()
}

/// Total, the four statuses, certainly and possibly overdue; alive over the actions that `among` counts.
pub fn cells(basis: &Basis, counts: &ActionCounts, among: &[Count]) -> Vec<Cell> {
    let live = &basis.live;
    let with = |column: &'static str, text: &str| among.iter().map(|count| count.clone().and(column, text)).collect::<Vec<_>>();
    let mut cells = vec![live.count(counts.total, among)];
    for (status, _) in STATUS_ROLES {
        cells.push(live.count(of_status(counts, status), &with(column::STATUS, status.title())));
    }
    cells.push(page::toned(
        live.count(counts.overdue, &with(column::OVERDUE, wording::lateness(Lateness::Certain))),
        counts.overdue,
        Tone::Bad,
    ));
    cells.push(page::toned(
        live.count(counts.possibly_overdue, &with(column::OVERDUE, wording::lateness(Lateness::Possible))),
        counts.possibly_overdue,
        Tone::Warning,
    ));
    cells
}

pub fn of_status(counts: &ActionCounts, status: Status) -> usize {
    match status {
        Status::Completed => counts.completed,
        Status::InProgress => counts.in_progress,
        Status::NotStarted => counts.not_started,
        Status::NoReport => counts.no_report,
    }
}

pub fn plus(a: ActionCounts, b: &ActionCounts) -> ActionCounts {
    ActionCounts {
        total: a.total + b.total,
        completed: a.completed + b.completed,
        in_progress: a.in_progress + b.in_progress,
        not_started: a.not_started + b.not_started,
        no_report: a.no_report + b.no_report,
        overdue: a.overdue + b.overdue,
        possibly_overdue: a.possibly_overdue + b.possibly_overdue,
        undetermined: a.undetermined + b.undetermined,
    }
}

/// The work of the schools of one kind.
pub fn of_kind(basis: &Basis, kind: &str) -> ActionCounts {
    basis.schools.iter().filter(|entry| entry.kind() == kind).fold(ActionCounts::default(), |sum, entry| plus(sum, &entry.figures.actions))
}

/// All work on the data sheet of the schools of one kind.
pub fn count_of_kind(kind: &str) -> Count {
    Count::of(table::ACTIONS, column::KIND, kind)
}

pub fn chart(basis: &Basis) -> Chart {
    let kinds = basis.kinds();
    let counts: Vec<ActionCounts> = kinds.iter().map(|kind| of_kind(basis, kind)).collect();
    let total = basis.source.statistics.actions.total;
    Chart {
        id: "tinh-trang-cong-viec".to_owned(),
        title: "Tình trạng công việc cải tiến theo loại hình trường".to_owned(),
        subtitle: format!(
            "{} việc trong kế hoạch của {} trường đã báo cáo · đến ngày {}",
            wording::count(total),
            wording::count(basis.source.statistics.schools.reported),
            wording::date(basis.as_of())
        ),
        categories: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        series: STATUS_ROLES
            .iter()
            .map(|(status, role)| Series {
                name: status.title().to_owned(),
                role: *role,
                values: counts.iter().map(|counts| of_status(counts, *status) as i64).collect(),
            })
            .collect(),
        axis: "Số việc".to_owned(),
        source: super::source_line(basis),
    }
}

/// The columns that [`of_schools`] fills.
pub fn of_schools_columns(title: &str, width: f64) -> Vec<Column> {
    vec![Column::centred("TT", 5.0), Column::text(title, width), Column::number("Số việc", 12.0), Column::number("Số trường", 12.0)]
}

/// How many pieces of work, of how many schools; without a number of its own where that is nothing.
pub fn of_schools(number: usize, title: &str, actions: &[&Action]) -> Vec<Cell> {
    let schools: BTreeSet<&str> = actions.iter().map(|action| action.school_id.as_str()).collect();
    let number = if number == 0 { Cell::empty() } else { Cell::count(number) };
    vec![number, Cell::text(title), Cell::count(actions.len()), Cell::count(schools.len())]
}

/// What the school writes of work that is not finished: what is under way or late, what has not begun, its note. A bare mark, and "Không" for
/// what is left, say which column was filled in, and nothing else.
pub fn said(action: &Action) -> String {
    spoken([&action.ongoing_text, &action.not_started_text, &action.note])
}

fn spoken(columns: [&str; 3]) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for text in columns.map(str::trim) {
        let speaks = !status::is_nothing(text) && mark::parse(text).is_none();
        if speaks && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join("; ")
}

/// The place a row was read from, as a link to it.
pub fn origin(basis: &Basis, origin: &Origin) -> Cell {
    place(&origin.file, &origin.sheet, &origin.cell.to_string(), basis.link(origin))
}

/// The same in a list for reading: a file that no link leads to goes by its own name, without bundles and units above it.
pub fn brief_origin(basis: &Basis, origin: &Origin) -> Cell {
    brief_place(&origin.file, &origin.sheet, &origin.cell.to_string(), basis.link(origin))
}

pub fn brief_place(file: &str, sheet: &str, cell: &str, link: Option<Link>) -> Cell {
    place(file.rsplit('/').next().unwrap_or(file), sheet, cell, link)
}

fn place(file: &str, sheet: &str, cell: &str, link: Option<Link>) -> Cell {
    // Some programs set a link on one line only, so the file is left to the link.
    match link {
        Some(link) => Cell::text(format!("{sheet}!{cell}")).tone(Tone::Muted).link(link),
        None => Cell::text(format!("[{file}]{sheet}!{cell}")).tone(Tone::Muted),
    }
}

pub fn status_tone(status: Status) -> Tone {
    match status {
        Status::Completed => Tone::Good,
        Status::InProgress => Tone::Plain,
        Status::NotStarted => Tone::Warning,
        Status::NoReport => Tone::Muted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_school_says_of_its_work_is_words_not_marks() {
        assert_eq!(spoken(["Đang lắp đặt", "Không", ""]), "Đang lắp đặt");
        assert_eq!(spoken(["", "x", "-"]), "");
        assert_eq!(spoken(["", "Chưa có kinh phí", "Chưa có kinh phí"]), "Chưa có kinh phí");
        assert_eq!(spoken(["Đang làm", "Không đủ kinh phí", ""]), "Đang làm; Không đủ kinh phí");
    }
}
