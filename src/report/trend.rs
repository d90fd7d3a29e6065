//! The figures of several periods in; sheet *Xu hướng* and its charts out. Codes of criteria never cross from one framework to another.

use super::basis::Basis;
use super::{page, wording, work};
use crate::chart::{BoundChart, Chart, Role, Series};
use crate::stats::{ActionCounts, Statistics};
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Xu hướng";

const PERIOD_WIDTH: f64 = 30.0;
const FIGURE_WIDTH: f64 = 12.0;

/// How schools stand with the office, by what it means on a chart.
const SUBMISSION: [(&str, Role); 4] =
    [("Đúng hạn", Role::Good), ("Trễ hạn", Role::Warning), ("Chưa nộp", Role::Unknown), ("Không đọc được", Role::Bad)];
const OVERDUE: [(&str, Role); 2] = [("Chắc chắn", Role::Bad), ("Có thể", Role::Warning)];

pub fn sheet(basis: &Basis, periods: &[Statistics]) -> Sheet {
    let mut sheet = basis.sheet(
        NAME,
        "Xu hướng qua các kỳ",
        &["Số liệu của từng kỳ như đã lưu trong kho, kỳ cũ trước. Bộ tiêu chuẩn khác nhau không so với nhau"],
    );
    if periods.len() < 2 {
        sheet.blocks.push(page::note("Trong kho mới có kỳ này; từ kỳ sau trang này mới cho thấy xu hướng."));
    }
    sheet.blocks.push(page::heading("1. Nộp báo cáo"));
    sheet.blocks.push(Block::Table(submissions(periods)));
    sheet.blocks.push(page::heading("2. Công việc cải tiến"));
    sheet.blocks.push(Block::Table(works(periods)));
    sheet.blocks.push(Block::Charts(bound_charts(periods.len())));
    let levels = school_levels(basis, periods);
    if !levels.rows.is_empty() {
        sheet.blocks.push(page::heading("3. Mức đạt của trường"));
        sheet.blocks.push(Block::Table(levels));
    }
    let criteria = criteria(basis, periods);
    if !criteria.rows.is_empty() {
        sheet.blocks.push(page::heading("4. Tiêu chí đạt, cộng mọi trường đã đánh giá"));
        sheet.blocks.push(Block::Table(criteria));
    }
    sheet
}

/// The pictures of `bieu-do`.
pub fn charts(basis: &Basis, periods: &[Statistics]) -> Vec<Chart> {
    let chart = |id: &str, title: &str, axis: &str, parts: &[(&str, Role)], values: &dyn Fn(&Statistics) -> Vec<usize>| Chart {
        id: id.to_owned(),
        title: title.to_owned(),
        subtitle: format!("{} kỳ trong kho, kỳ cũ trước", wording::count(periods.len())),
        categories: periods.iter().map(period).collect(),
        series: parts
            .iter()
            .enumerate()
            .map(|(place, (name, role))| Series {
                name: (*name).to_owned(),
                role: *role,
                values: periods.iter().map(|statistics| values(statistics).get(place).map_or(0, |value| *value as i64)).collect(),
            })
            .collect(),
        axis: axis.to_owned(),
        source: super::source_line(basis),
    };
    let statuses = work::STATUS_ROLES.map(|(status, role)| (status.title(), role));
    vec![
        chart("xu-huong-nop-bao-cao", "Nộp báo cáo qua các kỳ", "Số trường", &SUBMISSION, &|statistics| {
            standing(statistics).to_vec()
        }),
        chart("xu-huong-cong-viec", "Tình trạng công việc qua các kỳ", "Số việc", &statuses, &|statistics| {
            work::STATUS_ROLES.map(|(status, _)| work::of_status(&statistics.actions, status)).to_vec()
        }),
        chart("xu-huong-qua-han", "Việc quá hạn qua các kỳ", "Số việc", &OVERDUE, &|statistics| {
            vec![statistics.actions.overdue, statistics.actions.possibly_overdue]
        }),
    ]
}

fn bound_charts(rows: usize) -> Vec<BoundChart> {
    let chart = |title: &str, table: &str, axis: &str, series: Vec<(String, Role, usize)>| BoundChart {
        title: title.to_owned(),
        table: table.to_owned(),
        category_column: 0,
        series,
        rows: 0..rows,
        axis: axis.to_owned(),
    };
    let submission = SUBMISSION.iter().zip(4..).map(|((name, role), column)| ((*name).to_owned(), *role, column)).collect();
    let statuses = work::STATUS_ROLES.iter().zip([2, 4, 5, 6]).map(|((status, role), column)| (status.title().to_owned(), *role, column));
    vec![
        chart("Nộp báo cáo", "trend_submission", "Số trường", submission),
        chart("Tình trạng công việc", "trend_work", "Số việc", statuses.collect()),
    ]
}

/// `Học kỳ I 2023-2024`.
fn period(statistics: &Statistics) -> String {
    format!("{} {}", statistics.period.title(), statistics.school_year)
}

fn standing(statistics: &Statistics) -> [usize; 4] {
    let schools = &statistics.schools;
    [schools.on_time, schools.late, schools.missing, schools.unreadable]
}

fn columns(first: &[&str], figures: &[&str]) -> Vec<Column> {
    let mut columns: Vec<Column> = first.iter().map(|title| Column::text(title, PERIOD_WIDTH)).collect();
    columns.extend(figures.iter().map(|title| Column::number(title, FIGURE_WIDTH)));
    columns
}

fn submissions(periods: &[Statistics]) -> Table {
    let rows = periods
        .iter()
        .map(|statistics| {
            let schools = &statistics.schools;
            let mut row = vec![
                Cell::text(period(statistics)),
                schools.expected.map_or_else(|| Cell::text("–"), Cell::count),
                Cell::count(schools.reported),
                schools.expected.map_or_else(Cell::empty, |expected| Cell::share(schools.reported, expected)),
            ];
            row.extend(standing(statistics).map(Cell::count));
            page::row(row)
        })
        .collect();
    let columns = columns(&["Kỳ"], &["Số trường", "Đã nộp", "Tỷ lệ đã nộp", "Đúng hạn", "Trễ hạn", "Chưa nộp", "Không đọc được"]);
    Table { id: "trend_submission".to_owned(), columns, rows, filter: false }
}

fn works(periods: &[Statistics]) -> Table {
    let rows = periods
        .iter()
        .map(|statistics| {
            let ActionCounts { total, completed, in_progress, not_started, no_report, overdue, possibly_overdue, .. } = statistics.actions;
            page::row(vec![
                Cell::text(period(statistics)),
                Cell::count(total),
                Cell::count(completed),
                Cell::share(completed, total),
                Cell::count(in_progress),
                Cell::count(not_started),
                Cell::count(no_report),
                page::toned(Cell::count(overdue), overdue, Tone::Bad),
                page::toned(Cell::count(possibly_overdue), possibly_overdue, Tone::Warning),
            ])
        })
        .collect();
    let columns = columns(
        &["Kỳ"],
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
    Table { id: "trend_work".to_owned(), columns, rows, filter: false }
}

/// Frameworks of all periods, each once, in the order they first appear.
fn frameworks(periods: &[Statistics]) -> Vec<&str> {
    let mut known: Vec<&str> = Vec::new();
    for figures in periods.iter().flat_map(|statistics| &statistics.by_criterion) {
        if !known.contains(&figures.framework.as_str()) {
            known.push(&figures.framework);
        }
    }
    known.sort_unstable();
    known
}

/// Framework by framework, period by period: schools that report, and the level they reach as a whole.
fn school_levels(basis: &Basis, periods: &[Statistics]) -> Table {
    const LEVELS: [u8; 5] = [0, 1, 2, 3, 4];
    let mut rows: Vec<Row> = Vec::new();
    for framework in frameworks(periods) {
        for statistics in periods {
            let schools = statistics.by_school.iter().filter(|school| school.framework.as_deref() == Some(framework));
            let levels: Vec<Option<u8>> = schools.filter(|school| school.submission.counts()).map(|school| school.level).collect();
            if levels.is_empty() {
                continue;
            }
            let count = |level: Option<u8>| levels.iter().filter(|known| **known == level).count();
            let mut row = vec![Cell::text(basis.framework_name(framework)), Cell::text(period(statistics)), Cell::count(levels.len())];
            row.extend(LEVELS.map(|level| Cell::count(count(Some(level)))));
            row.push(Cell::count(count(None)));
            rows.push(page::row(row));
        }
    }
    let titles: Vec<String> = LEVELS.iter().map(|level| wording::level(*level)).collect();
    let mut figures = vec!["Trường báo cáo"];
    figures.extend(titles.iter().map(String::as_str));
    figures.push(super::levels::TOO_LITTLE);
    Table { id: "trend_levels".to_owned(), columns: columns(&["Bộ tiêu chuẩn", "Kỳ"], &figures), rows, filter: false }
}

/// Framework, level and period: verdicts "met" over verdicts given, criterion by school.
fn criteria(basis: &Basis, periods: &[Statistics]) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    for framework in frameworks(periods) {
        for level in 1..=4u8 {
            for statistics in periods {
                let counts = statistics.by_criterion.iter().filter(|figures| figures.framework == framework);
                let counts = counts.filter_map(|figures| figures.levels.get(&level));
                let (met, assessed) = counts.fold((0, 0), |(met, assessed), counts| (met + counts.met, assessed + counts.assessed()));
                if assessed > 0 {
                    rows.push(page::row(vec![
                        Cell::text(format!("{}, {}", basis.framework_name(framework), wording::level(level))),
                        Cell::text(period(statistics)),
                        Cell::count(met),
                        Cell::count(assessed),
                        Cell::share(met, assessed),
                    ]));
                }
            }
        }
    }
    let columns = columns(&["Bộ tiêu chuẩn, mức", "Kỳ"], &["Đạt", "Đã đánh giá", "Tỷ lệ đạt"]);
    Table { id: "trend_criteria".to_owned(), columns, rows, filter: false }
}
