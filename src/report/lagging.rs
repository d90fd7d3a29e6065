//! Criteria that hold schools back: sheet *Tiêu chí chậm* with the schools concerned and what they write, and its chart.

use std::collections::{BTreeMap, BTreeSet};

use super::basis::{Basis, Entry};
use super::live::{Count, column, level_key, table};
use super::verdict::Standing;
use super::{page, wording, work};
use crate::chart::{BoundChart, Chart, Role, Series};
use crate::model::{Action, Assessment, Criterion, Lateness, Outcome, Status};
use crate::stats::Lagging;
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Tiêu chí chậm";

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(NAME,
        "Tiêu chí còn nhiều trường vướng",
        &[
            &format!(
                "Trường bị ảnh hưởng: chưa đạt tiêu chí ở mức mục tiêu trở xuống ({}), hoặc có việc chắc chắn quá hạn ở tiêu chí đó; mỗi trường tính một lần",
                targets(basis)
            ),
            "Xếp theo tỷ lệ trường bị ảnh hưởng trên số trường đã báo cáo; trường chưa nộp không được tính",
        ],
    );
    let lagging = &basis.source.statistics.lagging;
    if lagging.is_empty() {
        sheet.blocks.push(page::note("Không có tiêu chí nào có trường bị ảnh hưởng."));
        return sheet;
    }
    let rows: Vec<Row> = listed(basis).iter().map(|figures| page::row(cells(basis, figures))).collect();
    let shown = rows.len();
    sheet.freeze = Some(0);
    sheet.blocks.push(Block::Table(Table { id: "lagging".to_owned(), columns: columns(), rows, filter: false }));
    if lagging.len() > shown {
        let rest = lagging[shown..].iter().map(|figures| {
            format!(
                "{} ({}/{})",
                basis.criterion_code(&figures.framework, figures.criterion),
                figures.schools_affected,
                figures.schools_reported
            )
        });
        sheet.blocks.push(page::muted(format!(
            "Tiêu chí khác có trường bị ảnh hưởng (số trường bị ảnh hưởng/đã báo cáo): {}.",
            rest.collect::<Vec<_>>().join("; ")
        )));
    }
    sheet.blocks.push(Block::Charts(vec![bound_chart("lagging", 1, 3, shown)]));
    sheet.blocks.push(page::heading(format!("Các trường bị ảnh hưởng và nội dung trường nêu ({shown} tiêu chí đầu)")));
    let details = details(basis);
    page::print_in_part(basis.source.options.printed_rows, &mut sheet, &page::kinds(&details));
    sheet.blocks.push(Block::Table(details));
    sheet
}

/// Those that have rows, bars and their schools one by one: as many as the settings say. The rest is named in a line below the table.
pub fn listed<'a>(basis: &Basis<'a>) -> &'a [Lagging] {
    let lagging = &basis.source.statistics.lagging;
    &lagging[..lagging.len().min(basis.source.options.lagging_top)]
}

pub fn chart(basis: &Basis) -> Chart {
    let drawn = listed(basis);
    let label = |figures: &Lagging| {
        // The share stays on one line.
        let share = wording::share(figures.schools_affected, figures.schools_reported).replace(' ', "\u{a0}");
        format!(
            "{} {}: {share}",
            basis.criterion_code(&figures.framework, figures.criterion),
            basis.criterion_title(&figures.framework, figures.criterion)
        )
    };
    Chart {
        id: "tieu-chi-cham".to_owned(),
        title: "Tiêu chí còn nhiều trường vướng".to_owned(),
        subtitle: format!("Số trường bị ảnh hưởng, xếp theo tỷ lệ trên số trường đã báo cáo · đến ngày {}", wording::date(basis.as_of())),
        categories: drawn.iter().map(label).collect(),
        series: vec![Series {
            name: "Trường bị ảnh hưởng".to_owned(),
            role: Role::Accent,
            values: drawn.iter().map(|figures| figures.schools_affected as i64).collect(),
        }],
        axis: "Số trường".to_owned(),
        source: super::source_line(basis),
    }
}

pub fn bound_chart(table: &str, category: usize, affected: usize, rows: usize) -> BoundChart {
    BoundChart {
        title: "Trường bị ảnh hưởng theo tiêu chí".to_owned(),
        table: table.to_owned(),
        category_column: category,
        series: vec![("Trường bị ảnh hưởng".to_owned(), Role::Accent, affected)],
        rows: 0..rows,
        axis: "Số trường".to_owned(),
    }
}

/// Affected, reported, share, unmet, with overdue work. Schools counted once each stay values: a formula for them would hide what it does.
pub fn figures_cells(basis: &Basis, figures: &Lagging) -> Vec<Cell> {
    vec![
        Cell::count(figures.schools_affected).tone(Tone::Strong),
        basis.live.count(figures.schools_reported, &super::criteria::reported(&figures.framework)),
        Cell::share(figures.schools_affected, figures.schools_reported),
        unmet(basis, figures),
        page::toned(Cell::count(figures.overdue), figures.overdue, Tone::Bad),
    ]
}

/// Alive where every school that is unmet below the target level is unmet at it too.
fn unmet(basis: &Basis, figures: &Lagging) -> Cell {
    let target = (basis.source.target_level)(&figures.framework);
    let level = basis
        .criteria(&figures.framework)
        .find(|known| known.criterion == figures.criterion)
        .and_then(|known| known.levels.range(..=target).next_back());
    match level {
        Some((level, counts)) if counts.unmet == figures.unmet => {
            let key = level_key(&figures.framework, figures.criterion, *level);
            basis.live.count(
                figures.unmet,
                &[Count::of(table::ASSESSMENTS, column::CRITERION_KEY, &key).and(column::RESULT, wording::outcome(Outcome::Unmet))],
            )
        }
        _ => Cell::count(figures.unmet),
    }
}

fn targets(basis: &Basis) -> String {
    let mut levels: BTreeMap<u8, Vec<String>> = BTreeMap::new();
    for framework in basis.frameworks() {
        levels.entry((basis.source.target_level)(framework)).or_default().push(basis.framework_name(framework));
    }
    match levels.len() {
        1 => levels.keys().map(|level| wording::level(*level)).collect(),
        _ => levels.iter().map(|(level, names)| format!("{}: {}", wording::level(*level), names.join(", "))).collect::<Vec<_>>().join("; "),
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::centred("Thứ tự", 6.0),
        Column::text("Tiêu chí", 30.0),
        Column::text("Nội dung", 62.0),
        Column::number("Trường bị ảnh hưởng", 12.0),
        Column::number("Trường đã báo cáo", 12.0),
        Column::number("Tỷ lệ", 12.0).with_bars(),
        Column::number("Trường chưa đạt", 12.0),
        Column::number("Trường có việc quá hạn", 12.0),
    ]
}

fn cells(basis: &Basis, figures: &Lagging) -> Vec<Cell> {
    let mut cells = vec![
        Cell::count(figures.rank),
        Cell::text(basis.criterion_code(&figures.framework, figures.criterion)),
        Cell::text(basis.criterion_title(&figures.framework, figures.criterion)),
    ];
    cells.append(&mut figures_cells(basis, figures));
    cells
}

/// What concerns one school on one criterion.
#[derive(Default)]
struct Concern<'a> {
    unmet: BTreeSet<u8>,
    verdict: Option<&'a Assessment>,
    open: Vec<&'a Action>,
    certainly_overdue: bool,
}

fn details(basis: &Basis) -> Table {
    let columns = vec![
        Column::centred("TT", 6.0),
        Column::text("Trường", 30.0),
        Column::text("Vì sao", 20.0),
        Column::text("Công việc", 46.0),
        Column::text("Tình trạng", 12.0),
        Column::centred("Hạn", 12.0),
        Column::text("Trường nêu", 36.0),
        Column::text("Nguồn", 24.0),
    ];
    let mut rows = Vec::new();
    let concerns = concerns(basis);
    for figures in listed(basis) {
        let title = basis.criterion_title(&figures.framework, figures.criterion);
        let share = wording::share_of(figures.schools_affected, figures.schools_reported, "trường");
        let text = format!(
            "{} ({}): {title}. Bị ảnh hưởng {share}",
            wording::criterion(figures.criterion),
            basis.framework_name(&figures.framework)
        );
        rows.push(page::group(text, columns.len()));
        let mut number = 0;
        for entry in basis.schools_of(&figures.framework) {
            let Some(concern) = concerns.get(&(figures.framework.as_str(), figures.criterion, entry.figures.school_id.as_str())) else {
                continue;
            };
            if concern.unmet.is_empty() && !concern.certainly_overdue {
                continue;
            }
            number += 1;
            rows.append(&mut school(basis, entry, concern, number));
        }
    }
    Table { id: "lagging_schools".to_owned(), columns, rows, filter: false }
}

fn school(basis: &Basis, entry: &Entry, concern: &Concern, number: usize) -> Vec<Row> {
    let unmet = concern.unmet.iter().next().map(|level| format!("Chưa đạt Mức {level}"));
    if concern.open.is_empty() {
        let source = concern.verdict.map_or_else(Cell::empty, |assessment| work::brief_origin(basis, &assessment.origin));
        let nothing = Cell::text("Không có việc nào chưa xong trong kế hoạch").tone(Tone::Muted);
        return vec![page::row(vec![
            Cell::count(number),
            Cell::text(&entry.name),
            Cell::text(unmet.unwrap_or_default()),
            nothing,
            Cell::empty(),
            Cell::empty(),
            Cell::empty(),
            source,
        ])];
    }
    let work = concern.open.iter().enumerate().map(|(index, action)| {
        let lateness = action.lateness(basis.as_of());
        let late = action.days_overdue(basis.as_of()).map(|days| format!("{} quá hạn {days} ngày", wording::lateness(lateness)));
        let first = index == 0;
        let why = [unmet.clone().filter(|_| first), late].into_iter().flatten().collect::<Vec<_>>().join("; ");
        page::row(vec![
            if first { Cell::count(number) } else { Cell::empty() },
            Cell::text(&entry.name),
            Cell::text(why).tone(wording::lateness_tone(lateness)),
            Cell::text(&action.task),
            Cell::text(action.status.title()).tone(work::status_tone(action.status)),
            Cell::date(action.window.due),
            Cell::text(work::said(action)),
            work::brief_origin(basis, action.result_origin.as_ref().unwrap_or(&action.origin)),
        ])
    });
    work.collect()
}

fn concerns<'a>(basis: &Basis<'a>) -> BTreeMap<(&'a str, Criterion, &'a str), Concern<'a>> {
    let mut concerns: BTreeMap<(&str, Criterion, &str), Concern> = BTreeMap::new();
    for (assessment, standing) in basis.source.reading.assessments.iter().zip(&basis.verdicts.standings) {
        if *standing == Standing::Counted
            && assessment.result == Outcome::Unmet
            && assessment.level <= (basis.source.target_level)(&assessment.framework)
        {
            let concern = concerns.entry((&assessment.framework, assessment.criterion, &assessment.school_id)).or_default();
            concern.unmet.insert(assessment.level);
            concern.verdict.get_or_insert(assessment);
        }
    }
    for action in basis.source.reading.actions.iter().filter(|action| action.status != Status::Completed && basis.is_own(action)) {
        let Some(criterion) = action.criterion else { continue };
        let concern = concerns.entry((&action.framework, criterion, &action.school_id)).or_default();
        concern.certainly_overdue |= action.lateness(basis.as_of()) == Lateness::Certain;
        concern.open.push(action);
    }
    concerns
}
