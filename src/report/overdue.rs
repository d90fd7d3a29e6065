//! Work past its due date: sheet *Việc quá hạn*, grouped by how long, and its chart.

use std::collections::HashMap;

use super::basis::Basis;
use super::live::{Count, column, table};
use super::{page, wording, work};
use crate::chart::{BoundChart, Chart, Role, Series};
use crate::model::{Action, Lateness};
use crate::stats::{OriginFigure, Overdue};
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Việc quá hạn";

/// How long work is overdue, in days, both ends included.
struct Age {
    title: &'static str,
    least: i32,
    most: Option<i32>,
}

const AGES: [Age; 3] = [
    Age { title: "Từ 1 đến 30 ngày", least: 1, most: Some(30) },
    Age { title: "Từ 31 đến 90 ngày", least: 31, most: Some(90) },
    Age { title: "Trên 90 ngày", least: 91, most: None },
];

/// On its own sheet, of the title and of each figure.
const AGE_WIDTHS: [f64; 2] = [32.0, 12.0];

const CERTAINTIES: [(Lateness, Role); 2] = [(Lateness::Certain, Role::Bad), (Lateness::Possible, Role::Warning)];

impl Age {
    fn holds(&self, overdue: &Overdue) -> bool {
        overdue.days_overdue >= self.least && self.most.is_none_or(|most| overdue.days_overdue <= most)
    }
}

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(NAME,
        "Công việc quá hạn",
        &[
            "Quá hạn: chưa hoàn thành và hạn trước ngày tính. Việc không có hạn không bao giờ tính là quá hạn (xem trang Chưa rõ hạn)",
            "Chắc chắn: hạn ghi rõ ngày tháng và trường có báo cáo tình trạng. Có thể: hạn do suy đoán, hoặc trường chưa báo cáo về việc đó",
        ],
    );
    let counts = ages(basis, "overdue_ages", AGE_WIDTHS);
    if basis.source.statistics.overdue.is_empty() {
        sheet.blocks.push(Block::Table(counts));
        sheet.blocks.push(page::note("Không có việc quá hạn."));
        return sheet;
    }
    sheet.blocks.push(Block::Beside(counts, bound_chart("overdue_ages")));
    let list = list(basis);
    page::print_in_part(basis.source.options.printed_rows, &mut sheet, &page::kinds(&list));
    sheet.freeze = Some(sheet.blocks.len());
    sheet.blocks.push(Block::Table(list));
    sheet
}

pub fn chart(basis: &Basis) -> Chart {
    let total = basis.source.statistics.overdue.len();
    Chart {
        id: "viec-qua-han".to_owned(),
        title: "Việc quá hạn theo số ngày".to_owned(),
        subtitle: format!(
            "{} việc quá hạn trong {} việc · đến ngày {}",
            wording::count(total),
            wording::count(basis.source.statistics.actions.total),
            wording::date(basis.as_of())
        ),
        categories: AGES.iter().map(|age| age.title.to_owned()).collect(),
        series: CERTAINTIES
            .iter()
            .map(|(certainty, role)| Series {
                name: wording::lateness(*certainty).to_owned(),
                role: *role,
                values: AGES.iter().map(|age| count(basis, age, *certainty) as i64).collect(),
            })
            .collect(),
        axis: "Số việc".to_owned(),
        source: super::source_line(basis),
    }
}

/// Certainly and possibly overdue work, by how long.
pub fn by_age(basis: &Basis) -> Vec<(&'static str, [usize; 2])> {
    AGES.iter().map(|age| (age.title, CERTAINTIES.map(|(certainty, _)| count(basis, age, certainty)))).collect()
}

/// Certainly and possibly overdue work, from a table that [`ages`] made.
pub fn bound_chart(table: &str) -> BoundChart {
    BoundChart {
        title: "Việc quá hạn theo số ngày".to_owned(),
        table: table.to_owned(),
        category_column: 0,
        series: CERTAINTIES
            .iter()
            .enumerate()
            .map(|(index, (certainty, role))| (wording::lateness(*certainty).to_owned(), *role, index + 1))
            .collect(),
        rows: 0..AGES.len(),
        axis: "Số việc".to_owned(),
    }
}

fn count(basis: &Basis, age: &Age, certainty: Lateness) -> usize {
    basis.source.statistics.overdue.iter().filter(|overdue| overdue.certainty == certainty && age.holds(overdue)).count()
}

/// How many pieces of work are overdue, by how long; `widths` of the title and of each figure.
pub fn ages(basis: &Basis, id: &str, widths: [f64; 2]) -> Table {
    let among = |age: Option<&Age>, certainty: Lateness| {
        let count = Count::of(table::ACTIONS, column::OVERDUE, wording::lateness(certainty));
        age.map_or_else(|| count.clone(), |age| count.clone().between(column::DAYS_OVERDUE, age.least, age.most))
    };
    let cells = |age: Option<&Age>| {
        let figures = CERTAINTIES.map(|(certainty, _)| match age {
            Some(age) => count(basis, age, certainty),
            None => AGES.iter().map(|age| count(basis, age, certainty)).sum(),
        });
        let counts = CERTAINTIES.map(|(certainty, _)| among(age, certainty));
        vec![
            page::toned(basis.live.count(figures[0], &counts[..1]), figures[0], Tone::Bad),
            page::toned(basis.live.count(figures[1], &counts[1..]), figures[1], Tone::Warning),
            basis.live.count(figures[0] + figures[1], &counts),
        ]
    };
    let mut rows: Vec<Row> = AGES
        .iter()
        .map(|age| {
            let mut row = vec![Cell::text(age.title)];
            row.append(&mut cells(Some(age)));
            page::row(row)
        })
        .collect();
    let mut row = vec![Cell::text("Cộng")];
    row.append(&mut cells(None));
    rows.push(page::total(row));
    let mut columns = vec![Column::text("Số ngày quá hạn", widths[0])];
    columns.extend(["Chắc chắn", "Có thể", "Cộng"].map(|title| Column::number(title, widths[1])));
    Table { id: id.to_owned(), columns, rows, filter: false }
}

fn list(basis: &Basis) -> Table {
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Trường", 26.0),
        Column::centred("Tiêu chí", 7.0),
        Column::centred("Hạn", 11.0),
        Column::centred("Số ngày", 7.0),
        Column::text("Mức chắc chắn", 12.0),
        Column::text("Tình trạng", 13.0),
        Column::text("Công việc", 42.0),
        Column::text("Chủ trì, phối hợp", 18.0),
        Column::text("Lý do, nội dung trường nêu", 32.0),
        Column::text("Nguồn", 16.0),
    ];
    let mut actions: HashMap<(&str, &str, &str, String), &Action> = HashMap::new();
    for action in &basis.source.reading.actions {
        actions.insert((&action.school_id, &action.origin.file, &action.origin.sheet, action.origin.cell.to_string()), action);
    }
    let mut rows = Vec::new();
    for age in AGES.iter().rev() {
        let mut group: Vec<&Overdue> = basis.source.statistics.overdue.iter().filter(|overdue| age.holds(overdue)).collect();
        if group.is_empty() {
            continue;
        }
        group.sort_by_key(|overdue| (basis.place(&overdue.school_id), overdue.criterion, -overdue.days_overdue));
        let certain = group.iter().filter(|overdue| overdue.certainty == Lateness::Certain).count();
        let text = format!(
            "{}: {} việc ({} chắc chắn, {} có thể)",
            age.title,
            wording::count(group.len()),
            wording::count(certain),
            wording::count(group.len() - certain)
        );
        rows.push(page::group(text, columns.len()));
        for (index, overdue) in group.into_iter().enumerate() {
            let origin = &overdue.origin;
            let action = actions.get(&(overdue.school_id.as_str(), origin.file.as_str(), origin.sheet.as_str(), origin.cell.clone()));
            rows.push(page::row(work_row(basis, overdue, action.copied(), index + 1)));
        }
    }
    Table { id: "overdue".to_owned(), columns, rows, filter: false }
}

fn work_row(basis: &Basis, overdue: &Overdue, action: Option<&Action>, number: usize) -> Vec<Cell> {
    let OriginFigure { file, sheet, cell } = &overdue.origin;
    vec![
        Cell::count(number),
        Cell::text(basis.name(&overdue.school_id)),
        Cell::text(basis.criterion_name(overdue.criterion)),
        Cell::date(Some(overdue.due)),
        Cell::count(usize::try_from(overdue.days_overdue).unwrap_or(0)),
        Cell::text(wording::lateness(overdue.certainty)).tone(wording::lateness_tone(overdue.certainty)),
        Cell::text(overdue.status.title()).tone(work::status_tone(overdue.status)),
        Cell::text(&overdue.task),
        Cell::text(&overdue.lead),
        Cell::text(action.map(work::said).unwrap_or_default()),
        work::brief_place(file, sheet, cell, basis.link_of(&overdue.origin)),
    ]
}
