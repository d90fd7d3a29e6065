//! Changes in; tables whose rows close out: then, less, more, now.

use super::View;
use crate::model::Status;
use crate::report::{page, wording};
use crate::table::{Block, Cell, Column, Row, Table, Tone};

/// What a part of a balance does to the figure.
#[derive(Clone, Copy)]
enum Sign {
    Less,
    More,
}

/// One part of a balance: what it is called, and how it weighs.
type Part = (&'static str, Sign);

const SCHOOLS: [Part; 6] = [
    ("Không còn báo cáo", Sign::Less),
    ("Ra khỏi danh sách", Sign::Less),
    ("Đã sáp nhập hoặc tách", Sign::Less),
    ("Mới báo cáo", Sign::More),
    ("Mới có trong danh sách", Sign::More),
    ("Từ trường sáp nhập hoặc tách", Sign::More),
];
const CRITERIA: [Part; 6] = [
    ("Không còn đạt", Sign::Less),
    ("Không đánh giá nữa", Sign::Less),
    ("Trường không báo cáo hoặc đổi bộ tiêu chuẩn", Sign::Less),
    ("Mới đạt", Sign::More),
    ("Mới đánh giá và đạt", Sign::More),
    ("Trường mới báo cáo hoặc đổi bộ tiêu chuẩn", Sign::More),
];
const WORK: [Part; 5] = [
    ("Đã xong, không nêu lại", Sign::Less),
    ("Chưa xong mà không nêu nữa", Sign::Less),
    ("Trường không gửi kế hoạch, kết quả kỳ này", Sign::Less),
    ("Việc mới", Sign::More),
    ("Trường kỳ trước không gửi", Sign::More),
];
const OVERDUE: [Part; 5] = [
    ("Đã hoàn thành", Sign::Less),
    ("Được lùi hạn hoặc bỏ hạn", Sign::Less),
    ("Không nêu nữa", Sign::Less),
    ("Quá hạn thêm", Sign::More),
    ("Việc mới nêu đã quá hạn", Sign::More),
];

pub fn blocks(view: &View) -> Vec<Block> {
    let changes = view.changes;
    let (schools, work, overdue) = (changes.schools_balance, changes.work_balance, changes.overdue_balance);
    let mut blocks = vec![
        page::heading("Trường đã báo cáo"),
        single(
            "balance_schools",
            "Số trường",
            &SCHOOLS,
            schools.old,
            &[schools.no_longer, schools.left, schools.passed_on, schools.newly, schools.entered, schools.descended],
            schools.new,
        ),
        page::heading("Tiêu chí đạt, cộng mọi trường"),
    ];
    if changes.criteria_balance.is_empty() {
        blocks.push(page::note("Không kỳ nào có kết quả tự đánh giá."));
    } else {
        blocks.push(Block::Table(criteria(view)));
    }
    blocks.extend(reworded(view));
    blocks.extend([
        page::heading("Công việc"),
        single(
            "balance_work",
            "Số việc",
            &WORK,
            work.old,
            &[work.finished, work.dropped, work.of_schools_left, work.added, work.of_schools_come],
            work.new,
        ),
        page::heading("Việc quá hạn (chắc chắn và có thể)"),
        single(
            "balance_overdue",
            "Số việc",
            &OVERDUE,
            overdue.old,
            &[overdue.completed, overdue.eased, overdue.left, overdue.newly, overdue.entered],
            overdue.new,
        ),
        page::heading(format!("Tình trạng của {} việc có ở cả hai kỳ", wording::count(work.kept))),
        Block::Table(moves(&changes.status_moves)),
    ]);
    if !changes.idle_pins.is_empty() {
        blocks.push(Block::Note {
            text: format!(
                "{} dòng của tệp liên kết không còn khớp với việc nào, ví dụ {}.",
                wording::count(changes.idle_pins.len()),
                wording::brief(&changes.idle_pins[0], 160)
            ),
            tone: Tone::Warning,
        });
    }
    blocks
}

/// Of a long list the first lines, and how many more there are.
const REWORDINGS: usize = 12;

/// Criteria that mean something else than before: their verdicts are counted as they were made, and said.
fn reworded(view: &View) -> Vec<Block> {
    let told = &view.changes.reworded;
    let mut blocks: Vec<Block> = told
        .iter()
        .take(REWORDINGS)
        .map(|criterion| {
            let title = |title: &Option<String>| {
                title.as_ref().map_or_else(|| "không có".to_owned(), |title| format!("\"{}\"", wording::brief(title, 120)))
            };
            page::note(format!(
                "{}: tiêu chí {} kỳ trước {}, kỳ này {}. Kết quả hai kỳ của tiêu chí này có thể không cùng một nội dung.",
                wording::framework(view.frameworks, &criterion.framework),
                criterion.criterion,
                title(&criterion.old_title),
                title(&criterion.new_title)
            ))
        })
        .collect();
    if told.len() > REWORDINGS {
        blocks.push(page::note(format!("Còn {} tiêu chí khác đổi nội dung.", wording::count(told.len() - REWORDINGS))));
    }
    blocks
}

fn columns(first: &[Column], parts: &[Part]) -> Vec<Column> {
    let mut columns = first.to_vec();
    columns.push(Column::number("Kỳ trước", 9.0));
    columns.extend(parts.iter().map(|(title, sign)| {
        Column::number(title, 15.0).under(match sign {
            Sign::Less => "Giảm",
            Sign::More => "Tăng",
        })
    }));
    columns.push(Column::number("Kỳ này", 9.0));
    columns
}

fn cells(old: usize, values: &[usize], new: usize) -> Vec<Cell> {
    let mut cells = vec![Cell::count(old)];
    cells.extend(values.iter().map(|value| Cell::count(*value)));
    cells.push(Cell::count(new).tone(Tone::Strong));
    cells
}

/// A balance of one row.
fn single(id: &str, what: &str, parts: &[Part], old: usize, values: &[usize], new: usize) -> Block {
    let mut row = vec![Cell::text(what)];
    row.extend(cells(old, values, new));
    Block::Table(Table { id: id.to_owned(), columns: columns(&[Column::text("", 24.0)], parts), rows: vec![page::row(row)], filter: false })
}

/// By framework and level.
fn criteria(view: &View) -> Table {
    let rows: Vec<Row> = view
        .changes
        .criteria_balance
        .iter()
        .map(|balance| {
            let mut row =
                vec![Cell::text(wording::framework(view.frameworks, &balance.framework)), Cell::text(wording::level(balance.level))];
            row.extend(cells(
                balance.old,
                &[balance.lost, balance.unassessed, balance.of_schools_left, balance.gained, balance.first_met, balance.of_schools_come],
                balance.new,
            ));
            page::row(row)
        })
        .collect();
    Table {
        id: "balance_criteria".to_owned(),
        columns: columns(&[Column::text("Bộ tiêu chuẩn", 24.0), Column::centred("Mức", 8.0)], &CRITERIA),
        rows,
        filter: false,
    }
}

/// Status then by rows, status now by columns.
fn moves(moves: &[[usize; 4]; 4]) -> Table {
    let mut columns = vec![Column::text("Kỳ trước", 24.0)];
    columns.extend(Status::ALL.map(|status| Column::number(status.title(), 13.0).under("Kỳ này")));
    columns.push(Column::number("Cộng", 9.0));
    let line = |title: &str, counts: [usize; 4]| {
        let mut row = vec![Cell::text(title)];
        row.extend(counts.map(Cell::count));
        row.push(Cell::count(counts.iter().sum()).tone(Tone::Strong));
        row
    };
    let mut rows: Vec<Row> = Status::ALL.iter().zip(moves).map(|(status, counts)| page::row(line(status.title(), *counts))).collect();
    let total = [0, 1, 2, 3].map(|now| moves.iter().map(|counts| counts[now]).sum());
    rows.push(page::total(line("Cộng", total)));
    Table { id: "status_moves".to_owned(), columns, rows, filter: false }
}
