//! A roll-up by unit: sheets *Theo đơn vị* and *Việc theo đơn vị*. Every number adds up to the last row; units that sent nothing stand below.

use super::basis::Basis;
use super::{page, wording};
use crate::stats::Tally;
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Theo đơn vị";
const WORK_NAME: &str = "Việc theo đơn vị";

/// What is told of schools that are counted together, in two parts: side by side they would be too small in print.
pub struct Part {
    /// Of its tables, in their ids.
    pub id: &'static str,
    pub title: &'static str,
    pub columns: fn() -> Vec<Column>,
    /// The cells of the columns.
    pub figures: fn(&Tally) -> Vec<Cell>,
}

pub const STANDING: Part =
    Part { id: "standing", title: "Nộp báo cáo, tự đánh giá, công nhận", columns: standing_columns, figures: standing_figures };
pub const WORK: Part = Part { id: "work", title: "Công việc cải tiến, kinh phí", columns: work_columns, figures: work_figures };

pub fn sheets(basis: &Basis) -> [Sheet; 2] {
    let statistics = basis.source.statistics;
    let leaves = statistics.by_unit.iter().filter(|unit| !unit.rolled_up).count();
    let counted = format!(
        "{} đơn vị đã gửi số liệu; tỷ lệ tính từ số phần và số toàn thể của từng dòng, không lấy trung bình",
        wording::count(leaves)
    );
    let sheet = |name: &str, title: &str, part: &Part| {
        let mut sheet = basis.sheet(name, title, &[&counted, "Đơn vị xếp theo tên, không xếp hạng"]);
        sheet.freeze = Some(0);
        sheet.frozen_columns = 2;
        sheet.blocks.push(Block::Table(list(basis, part)));
        sheet
    };
    let mut standing = sheet(NAME, "Kết quả theo đơn vị", &STANDING);
    standing.blocks.push(page::heading("Đơn vị chưa gửi số liệu"));
    standing.blocks.push(match statistics.missing_units.as_slice() {
        [] => page::note("Không có, hoặc không dùng danh sách đơn vị."),
        names => Block::Table(missing(names)),
    });
    [standing, sheet(WORK_NAME, "Công việc cải tiến theo đơn vị", &WORK)]
}

fn list(basis: &Basis, part: &Part) -> Table {
    let mut columns = vec![Column::centred("TT", 5.0), Column::text("Đơn vị", 40.0), Column::text("Cấp trên", 30.0)];
    columns.extend((part.columns)());
    let mut rows: Vec<Row> = Vec::new();
    let mut total = Tally::default();
    let mut number = 0;
    for unit in &basis.source.statistics.by_unit {
        let leaf = !unit.rolled_up;
        number += usize::from(leaf);
        let mark = if leaf { Cell::count(number) } else { Cell::empty() };
        let name = if leaf { unit.unit.name.clone() } else { format!("{} ({} đơn vị)", unit.unit.name, wording::count(unit.units)) };
        let above = if leaf { unit.unit.parent.clone() } else { unit.within.last().cloned().unwrap_or_default() };
        let mut cells = vec![mark, Cell::text(name), Cell::text(above)];
        cells.extend((part.figures)(&unit.figures));
        rows.push(page::row(cells));
        if leaf {
            total.absorb(&unit.figures);
        }
    }
    let mut cells = vec![Cell::empty(), Cell::text("Cộng các đơn vị"), Cell::empty()];
    cells.extend((part.figures)(&total));
    rows.push(page::total(cells));
    Table { id: format!("units_{}", part.id), columns, rows, filter: false }
}

fn standing_columns() -> Vec<Column> {
    vec![
        Column::number("Số trường", 9.0),
        Column::number("Đã nộp", 9.0),
        Column::number("Tỷ lệ đã nộp", 10.0).with_bars(),
        Column::number("Đúng hạn", 9.0),
        Column::number("Trễ hạn", 9.0),
        Column::number("Chưa nộp", 9.0),
        Column::number("Không đọc được", 9.0),
        Column::number("Đã tự đánh giá", 10.0),
        Column::number("Có cấp độ KĐCLGD", 11.0),
        Column::number("Đạt chuẩn quốc gia", 10.0),
        Column::number("Công nhận sắp hết hạn", 10.0),
        Column::number("Số lỗi", 8.0),
    ]
}

fn standing_figures(tally: &Tally) -> Vec<Cell> {
    let schools = &tally.schools;
    let all = schools.on_time + schools.late + schools.missing + schools.unreadable;
    let recognised = |levels: &std::collections::BTreeMap<u8, usize>| Cell::count(levels.values().sum());
    vec![
        Cell::count(all),
        Cell::count(schools.reported),
        Cell::share(schools.reported, all),
        Cell::count(schools.on_time),
        page::toned(Cell::count(schools.late), schools.late, Tone::Warning),
        page::toned(Cell::count(schools.missing), schools.missing, Tone::Bad),
        page::toned(Cell::count(schools.unreadable), schools.unreadable, Tone::Bad),
        Cell::count(tally.self_assessed),
        recognised(&tally.accreditation),
        recognised(&tally.national_standard),
        page::toned(Cell::count(tally.expiring), tally.expiring, Tone::Warning),
        page::toned(Cell::count(tally.findings.error), tally.findings.error, Tone::Bad),
    ]
}

fn work_columns() -> Vec<Column> {
    vec![
        Column::number("Số việc", 9.0),
        Column::number("Hoàn thành", 9.0),
        Column::number("Tỷ lệ hoàn thành", 10.0).with_bars(),
        Column::number("Đang thực hiện", 9.0),
        Column::number("Chưa triển khai", 9.0),
        Column::number("Chưa báo cáo", 9.0),
        Column::number("Chắc chắn quá hạn", 9.0),
        Column::number("Có thể quá hạn", 9.0),
        Column::number("Kinh phí (đồng)", 18.0),
    ]
}

fn work_figures(tally: &Tally) -> Vec<Cell> {
    let actions = &tally.actions;
    vec![
        Cell::count(actions.total),
        Cell::count(actions.completed),
        Cell::share(actions.completed, actions.total),
        Cell::count(actions.in_progress),
        Cell::count(actions.not_started),
        Cell::count(actions.no_report),
        page::toned(Cell::count(actions.overdue), actions.overdue, Tone::Bad),
        page::toned(Cell::count(actions.possibly_overdue), actions.possibly_overdue, Tone::Warning),
        Cell::money(Some(tally.cost_vnd)),
    ]
}

fn missing(names: &[String]) -> Table {
    let rows = names.iter().enumerate().map(|(index, name)| page::row(vec![Cell::count(index + 1), Cell::text(name).tone(Tone::Bad)]));
    Table {
        id: "missing_units".to_owned(),
        columns: vec![Column::centred("TT", 5.0), Column::text("Đơn vị chưa gửi", 40.0)],
        rows: rows.collect(),
        filter: false,
    }
}
