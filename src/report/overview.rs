//! The page for the head of the office: sheet *Tổng quan*, five questions, each with its table and its chart.

use super::basis::Basis;
use super::live::{Count, column, table};
use super::{lagging, levels, overdue, page, submission, wording, work};
use crate::chart::BoundChart;
use crate::stats::{ActionCounts, Statistics};
use crate::table::{Block, Cell, Column, Row, Sheet, Table};

pub const NAME: &str = "Tổng quan";

/// Of the lagging criteria listed, those named on the page.
const LAGGING: usize = 5;

/// All tables of the page share one grid: a title and narrow figures, at most so many; their charts stand at the right.
const TITLE_WIDTH: f64 = 19.0;
const FIGURE_WIDTH: f64 = 7.0;
const MOST_FIGURES: usize = 8;
/// Of the title, where a code stands before it.
const CODE_WIDTH: f64 = 12.0;

pub fn sheet(basis: &Basis) -> Sheet {
    let statistics = basis.source.statistics;
    let mut sheet = basis.live_sheet(NAME, "Tổng hợp kế hoạch cải tiến chất lượng giáo dục", &[]);
    sheet.landscape = false;
    sheet.one_page = true;
    sheet.letterhead = letterhead(&sheet.letterhead);
    sheet.blocks.extend(headlines(statistics).into_iter().chain(outside(basis)).map(page::note));
    let kinds = basis.kinds();
    let mut section = |title: &str, block: Block| sheet.blocks.extend([page::heading(title), block]);
    let expected = basis.expected_kinds();
    section("1. Nộp báo cáo", beside(submissions(basis, &expected), submission::bound_chart("overview_submission", 0, 4, expected.len())));
    let levels = levels_chart(basis);
    section("2. Mức đạt của trường", beside(school_levels(basis), levels));
    section("3. Công việc cải tiến", beside(works(basis, &kinds), work_chart(kinds.len())));
    let ages = overdue::ages(basis, "overview_overdue", [title_width(3), FIGURE_WIDTH]);
    section("4. Việc quá hạn", beside(ages, overdue::bound_chart("overview_overdue")));
    let shown = lagging::listed(basis).len().min(LAGGING);
    section(
        "5. Tiêu chí còn nhiều trường vướng",
        match shown {
            0 => page::note("Không có tiêu chí nào có trường bị ảnh hưởng."),
            _ => beside(lagging_table(basis), lagging::bound_chart("overview_lagging", 0, 2, shown)),
        },
    );
    sheet.blocks.extend(page::signature(basis.source.signature, basis.as_of()));
    sheet
}

/// A table with its chart; alone where there is nothing to draw.
fn beside(table: Table, chart: BoundChart) -> Block {
    if chart.rows.is_empty() { Block::Table(table) } else { Block::Beside(table, chart) }
}

/// The unit at the left, the motto at the right, as on every page that is signed.
pub fn letterhead(unit: &[String]) -> Vec<String> {
    const MOTTO: [&str; 2] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
    (0..unit.len().max(MOTTO.len()))
        .map(|line| format!("{}\t{}", unit.get(line).map_or("", String::as_str), MOTTO.get(line).unwrap_or(&"")))
        .collect()
}

/// What the head should know before reading any table.
fn headlines(statistics: &Statistics) -> Vec<String> {
    let schools = &statistics.schools;
    let actions = &statistics.actions;
    let reported = match schools.expected {
        Some(expected) => format!(
            "Đã nộp báo cáo: {}; chưa nộp: {}; có tệp nhưng không đọc được: {}.",
            wording::share_of(schools.reported, expected, "trường"),
            wording::count(schools.missing),
            wording::count(schools.unreadable)
        ),
        None => {
            format!("{} trường có báo cáo; không có danh sách trường nên chưa biết trường nào chưa nộp.", wording::count(schools.reported))
        }
    };
    let work = format!(
        "Công việc: hoàn thành {}; chắc chắn quá hạn {}, có thể quá hạn {}; chưa rõ hạn {}.",
        wording::share_of(actions.completed, actions.total, "việc"),
        wording::count(actions.overdue),
        wording::count(actions.possibly_overdue),
        wording::count(actions.undetermined)
    );
    vec![reported, work]
}

/// What the figures hold beyond the schools of the register: without it they would not add up.
pub fn outside(basis: &Basis) -> Option<String> {
    const NAMED: usize = 3;
    let outside = basis.outside();
    let names: Vec<&str> = outside.iter().take(NAMED).map(|entry| entry.name.as_str()).collect();
    let others = if outside.len() > NAMED { ", …" } else { "" };
    (!outside.is_empty()).then(|| {
        format!(
            "Ngoài danh sách có {} trường gửi báo cáo ({}{others}): không tính vào số trường phải nộp; tiêu chí, mức đạt và công việc của trường đã cộng vào số liệu chung.",
            wording::count(outside.len()),
            names.join(", ")
        )
    })
}

/// Of a title beside so many figures, so that all tables end at one edge.
fn title_width(figures: usize) -> f64 {
    TITLE_WIDTH + MOST_FIGURES.saturating_sub(figures) as f64 * FIGURE_WIDTH
}

fn columns(title: &str, figures: &[&str]) -> Vec<Column> {
    let mut columns = vec![Column::text(title, title_width(figures.len()))];
    columns.extend(figures.iter().map(|figure| Column::number(figure, FIGURE_WIDTH)));
    columns
}

fn titled(title: impl Into<String>, mut cells: Vec<Cell>) -> Vec<Cell> {
    let mut row = vec![Cell::text(title)];
    row.append(&mut cells);
    row
}

fn submissions(basis: &Basis, kinds: &[&str]) -> Table {
    let mut rows: Vec<Row> = kinds
        .iter()
        .map(|kind| {
            let tally = submission::Tally::of(submission::of_kind(basis, kind));
            page::row(titled(*kind, tally.cells(basis, &submission::among(basis).and(column::KIND, kind))))
        })
        .collect();
    rows.push(page::total(titled("Cộng", submission::Tally::of(basis.expected()).cells(basis, &submission::among(basis)))));
    let columns =
        columns("Loại hình trường", &["Số trường", "Đã nộp", "Tỷ lệ đã nộp", "Đúng hạn", "Trễ hạn", "Chưa nộp", "Không đọc được"]);
    Table { id: "overview_submission".to_owned(), columns, rows, filter: false }
}

fn school_levels(basis: &Basis) -> Table {
    let scale = levels::scale(basis);
    let mut titles = vec!["Số trường"];
    titles.extend(scale.iter().map(|(words, _)| words.as_str()));
    let rows = basis
        .frameworks()
        .into_iter()
        .map(|framework| page::row(titled(basis.framework_name(framework), levels::cells(basis, framework))))
        .collect();
    Table { id: "overview_levels".to_owned(), columns: columns("Bộ tiêu chuẩn", &titles), rows, filter: false }
}

fn levels_chart(basis: &Basis) -> BoundChart {
    BoundChart {
        title: "Mức đạt của trường".to_owned(),
        table: "overview_levels".to_owned(),
        category_column: 0,
        series: levels::scale(basis).into_iter().enumerate().map(|(index, (words, role))| (words, role, index + 2)).collect(),
        rows: 0..basis.frameworks().len(),
        axis: "Số trường".to_owned(),
    }
}

fn works(basis: &Basis, kinds: &[&str]) -> Table {
    let cells = |counts: &ActionCounts, among: Count| {
        let among = [among];
        let mut cells = work::cells(basis, counts, &among);
        let completed = [among[0].clone().and(column::STATUS, crate::model::Status::Completed.title())];
        cells.insert(2, basis.live.share(counts.completed, counts.total, &completed, &among));
        cells
    };
    let mut rows: Vec<Row> =
        kinds.iter().map(|kind| page::row(titled(*kind, cells(&work::of_kind(basis, kind), work::count_of_kind(kind))))).collect();
    rows.push(page::total(titled("Cộng", cells(&basis.source.statistics.actions, Count::all(table::ACTIONS)))));
    let columns = columns(
        "Loại hình trường",
        &[
            "Tổng số việc",
            "Hoàn thành",
            "Tỷ lệ hoàn thành",
            "Đang thực hiện",
            "Chưa triển khai",
            "Chưa báo cáo",
            "Chắc chắn quá hạn",
            "Có thể quá hạn",
        ],
    );
    Table { id: "overview_work".to_owned(), columns, rows, filter: false }
}

fn work_chart(rows: usize) -> BoundChart {
    // Completed stands before the share, the other statuses after it.
    const COLUMNS: [usize; 4] = [2, 4, 5, 6];
    BoundChart {
        title: "Tình trạng công việc cải tiến".to_owned(),
        table: "overview_work".to_owned(),
        category_column: 0,
        series: work::STATUS_ROLES.iter().zip(COLUMNS).map(|((status, role), column)| (status.title().to_owned(), *role, column)).collect(),
        rows: 0..rows,
        axis: "Số việc".to_owned(),
    }
}

fn lagging_table(basis: &Basis) -> Table {
    let rows = lagging::listed(basis)
        .iter()
        .take(LAGGING)
        .map(|figures| {
            let mut row = vec![
                Cell::text(basis.criterion_code(&figures.framework, figures.criterion)),
                Cell::text(basis.criterion_title(&figures.framework, figures.criterion)),
            ];
            row.append(&mut lagging::figures_cells(basis, figures));
            page::row(row)
        })
        .collect();
    let mut columns = columns("Nội dung", &["Trường bị ảnh hưởng", "Trường đã báo cáo", "Tỷ lệ", "Trường chưa đạt", "Có việc quá hạn"]);
    columns[0].width -= CODE_WIDTH;
    columns.insert(0, Column::text("Tiêu chí", CODE_WIDTH));
    Table { id: "overview_lagging".to_owned(), columns, rows, filter: false }
}
