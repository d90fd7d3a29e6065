//! How many schools meet each criterion at each level: sheet *Mức đạt theo tiêu chí* and its charts, one framework at a time.

use std::collections::{BTreeMap, BTreeSet};

use super::basis::Basis;
use super::live::{Count, column, level_key, table};
use super::{page, wording};
use crate::chart::{BoundChart, Chart, Role, Series};
use crate::model::{Criterion, Outcome};
use crate::stats::{CriterionFigures, LevelCounts, Reported};
use crate::table::{Block, Cell, Column, Sheet, Table, Tone};

pub const NAME: &str = "Mức đạt theo tiêu chí";

const HIGHEST: &str = "Số trường theo mức cao nhất đạt được";

/// The schools of a framework by the highest level they reach on one criterion; all of them, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spread {
    pub reached: BTreeMap<u8, usize>,
    pub below: usize,
    pub not_assessed: usize,
    pub not_reported: usize,
}

impl Spread {
    pub fn of(basis: &Basis, figures: &CriterionFigures) -> Self {
        let mut spread = Spread { reached: figures.levels.keys().map(|level| (*level, 0)).collect(), ..Spread::default() };
        for entry in basis.schools_of(&figures.framework) {
            if !entry.figures.submission.counts() {
                spread.not_reported += 1;
                continue;
            }
            match basis.verdicts.reached(&entry.figures.school_id, figures.criterion, figures.levels.keys().copied()) {
                None => spread.not_assessed += 1,
                Some(0) => spread.below += 1,
                Some(level) => *spread.reached.entry(level).or_default() += 1,
            }
        }
        spread
    }
}

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(NAME,
        "Số trường đạt từng mức theo tiêu chí",
        &[
            "Tỷ lệ = số trường đạt ÷ số trường đã đánh giá tiêu chí ở mức đó; trường chưa nộp và chưa đánh giá không nằm trong mẫu số; –: tiêu chí không có mức đó",
        ],
    );
    for framework in basis.frameworks() {
        let schools = basis.schools_of(framework).count();
        sheet.blocks.push(page::heading(format!("{}: {} trường", basis.framework_name(framework), wording::count(schools))));
        let table = numbered(basis, framework);
        let chart = bound_chart(basis, framework, &table);
        sheet.freeze.get_or_insert(sheet.blocks.len());
        sheet.blocks.push(Block::Table(table));
        if let Some(list) = level4(basis, framework) {
            sheet.blocks.push(page::heading(format!("{}: danh mục Mức 4", basis.framework_name(framework))));
            sheet.blocks.push(Block::Table(list));
        }
        sheet.blocks.push(Block::Charts(vec![chart]));
    }
    if sheet.blocks.is_empty() {
        sheet.blocks.push(page::note("Chưa có trường nào xác định được bộ tiêu chuẩn."));
    }
    sheet
}

/// Each criterion as one bar over all schools of the framework.
pub fn chart(basis: &Basis, framework: &str) -> Chart {
    let criteria: Vec<&CriterionFigures> = numbered_criteria(basis, framework).collect();
    let spreads: Vec<Spread> = criteria.iter().map(|figures| Spread::of(basis, figures)).collect();
    let values = |value: &dyn Fn(&Spread) -> usize| spreads.iter().map(|spread| value(spread) as i64).collect();
    let mut series: Vec<Series> = roles(&levels(basis, framework))
        .into_iter()
        .map(|(level, role)| Series {
            name: wording::level(level),
            role,
            values: values(&|spread| spread.reached.get(&level).copied().unwrap_or(0)),
        })
        .collect();
    series.push(Series { name: wording::level(0), role: Role::Bad, values: values(&|spread| spread.below) });
    series.push(Series { name: "Chưa đánh giá".to_owned(), role: Role::Neutral, values: values(&|spread| spread.not_assessed) });
    series.push(Series { name: "Chưa có báo cáo".to_owned(), role: Role::Unknown, values: values(&|spread| spread.not_reported) });
    Chart {
        id: format!("muc-dat-theo-tieu-chi-{framework}"),
        title: format!("Số trường theo mức cao nhất đạt được ở từng tiêu chí, {}", basis.framework_name(framework)),
        subtitle: format!(
            "Tính trên {} trường · đến ngày {}",
            wording::count(basis.schools_of(framework).count()),
            wording::date(basis.as_of())
        ),
        categories: criteria.iter().map(|figures| format!("{} {}", figures.criterion, figures.title)).collect(),
        series,
        axis: "Số trường".to_owned(),
        source: super::source_line(basis),
    }
}

fn numbered_criteria<'a>(basis: &Basis<'a>, framework: &str) -> impl Iterator<Item = &'a CriterionFigures> {
    basis.criteria(framework).filter(|figures| matches!(figures.criterion, Criterion::Numbered { .. }))
}

/// The levels any criterion of the framework has, the Mức 4 list aside.
pub fn levels(basis: &Basis, framework: &str) -> Vec<u8> {
    numbered_criteria(basis, framework).flat_map(|figures| figures.levels.keys().copied()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The levels from the highest down, with what each means on a chart.
fn roles(levels: &[u8]) -> Vec<(u8, Role)> {
    levels.iter().rev().enumerate().map(|(index, level)| (*level, [Role::Good, Role::Progress, Role::Warning][index.min(2)])).collect()
}

fn numbered(basis: &Basis, framework: &str) -> Table {
    let levels = levels(basis, framework);
    let mut columns = vec![Column::centred("Tiêu chí", 8.0), Column::text("Nội dung", 64.0)];
    for level in levels.iter().rev() {
        columns.push(Column::number(&wording::level(*level), 8.0).under(HIGHEST));
    }
    for title in ["Chưa đạt Mức 1", "Chưa đánh giá", "Chưa có báo cáo"] {
        columns.push(Column::number(title, 9.0).under(HIGHEST));
    }
    for level in &levels {
        let group = wording::level(*level);
        columns.push(Column::number("Đạt", 7.0).under(&group));
        columns.push(Column::number("Đã đánh giá", 8.0).under(&group));
        columns.push(Column::number("Tỷ lệ", 10.0).under(&group).with_bars());
    }
    let rows = numbered_criteria(basis, framework)
        .map(|figures| {
            let mut cells = vec![Cell::text(figures.criterion.to_string()), Cell::text(&figures.title)];
            cells.append(&mut spread_cells(basis, figures, &levels));
            for level in &levels {
                match figures.levels.get(level) {
                    Some(counts) => cells.append(&mut share_cells(basis, figures, *level, counts)),
                    None => cells.extend([none(), none(), none()]),
                }
            }
            page::row(cells)
        })
        .collect();
    Table { id: table_id(framework), columns, rows, filter: false }
}

fn spread_cells(basis: &Basis, figures: &CriterionFigures, levels: &[u8]) -> Vec<Cell> {
    let spread = Spread::of(basis, figures);
    let live = &basis.live;
    let met = |level: u8| verdicts(figures, level, Outcome::Met);
    let met_figure = |level: u8| figures.levels.get(&level).map_or(0, |counts| counts.met);
    let mut cells = Vec::new();
    for level in levels.iter().rev() {
        let Some(reached) = spread.reached.get(level).copied() else {
            cells.push(none());
            continue;
        };
        let above = figures.levels.keys().copied().find(|above| above > level);
        let consistent = met_figure(*level).checked_sub(above.map_or(0, met_figure)) == Some(reached);
        cells.push(match above {
            _ if !consistent => Cell::count(reached),
            Some(above) => live.difference(reached, &[met(*level)], &[met(above)]),
            None => live.count(reached, &[met(*level)]),
        });
    }
    let first = figures.levels.keys().next().copied().unwrap_or(1);
    let judged = [met(first), verdicts(figures, first, Outcome::Unmet)];
    cells.push(page::toned(live.count(spread.below, &judged[1..]), spread.below, Tone::Bad));
    cells.push(live.difference(spread.not_assessed, &reported(&figures.framework), &judged).tone(Tone::Muted));
    cells.push(live.count(spread.not_reported, &not_reported(&figures.framework)).tone(Tone::Muted));
    cells
}

fn share_cells(basis: &Basis, figures: &CriterionFigures, level: u8, counts: &LevelCounts) -> Vec<Cell> {
    let met = [verdicts(figures, level, Outcome::Met)];
    let judged = [met[0].clone(), verdicts(figures, level, Outcome::Unmet)];
    vec![
        basis.live.count(counts.met, &met),
        basis.live.count(counts.assessed(), &judged),
        basis.live.share(counts.met, counts.assessed(), &met, &judged),
    ]
}

/// The list of Mức 4, in the columns of the table above it.
fn level4(basis: &Basis, framework: &str) -> Option<Table> {
    let mut rows = Vec::new();
    for figures in basis.criteria(framework) {
        let (Criterion::Level4 { item }, Some((level, counts))) = (figures.criterion, figures.levels.iter().next()) else { continue };
        let live = &basis.live;
        let met = verdicts(figures, *level, Outcome::Met);
        let unmet = verdicts(figures, *level, Outcome::Unmet);
        let judged = [met.clone(), unmet.clone()];
        rows.push(page::row(vec![
            Cell::text(format!("Khoản {item}")),
            Cell::text(&figures.title),
            live.count(counts.met, std::slice::from_ref(&met)),
            page::toned(live.count(counts.unmet, &[unmet]), counts.unmet, Tone::Bad),
            live.difference(counts.not_assessed, &reported(framework), &judged).tone(Tone::Muted),
            live.count(counts.not_reported, &not_reported(framework)).tone(Tone::Muted),
            live.count(counts.assessed(), &judged),
            live.share(counts.met, counts.assessed(), &[met], &judged),
        ]));
    }
    let mut columns = vec![Column::centred("Khoản", 8.0), Column::text("Nội dung", 64.0)];
    columns
        .extend(["Đạt", "Không đạt", "Chưa đánh giá", "Chưa có báo cáo", "Đã đánh giá", "Tỷ lệ"].map(|title| Column::number(title, 9.0)));
    (!rows.is_empty()).then(|| Table { id: format!("{}_m4", table_id(framework)), columns, rows, filter: false })
}

fn bound_chart(basis: &Basis, framework: &str, table: &Table) -> BoundChart {
    let mut series: Vec<(String, Role, usize)> = roles(&levels(basis, framework))
        .into_iter()
        .enumerate()
        .map(|(index, (level, role))| (wording::level(level), role, index + 2))
        .collect();
    let next = series.len() + 2;
    series.push((wording::level(0), Role::Bad, next));
    series.push(("Chưa đánh giá".to_owned(), Role::Neutral, next + 1));
    series.push(("Chưa có báo cáo".to_owned(), Role::Unknown, next + 2));
    BoundChart {
        title: format!("Số trường theo mức cao nhất đạt được, {}", basis.framework_name(framework)),
        table: table.id.clone(),
        category_column: 0,
        series,
        rows: 0..table.rows.len(),
        axis: "Số trường".to_owned(),
    }
}

fn verdicts(figures: &CriterionFigures, level: u8, outcome: Outcome) -> Count {
    Count::of(table::ASSESSMENTS, column::CRITERION_KEY, &level_key(&figures.framework, figures.criterion, level))
        .and(column::RESULT, wording::outcome(outcome))
}

/// The schools of a framework that reported.
pub fn reported(framework: &str) -> [Count; 2] {
    [Reported::OnTime, Reported::Late]
        .map(|reported| Count::of(table::SCHOOLS, column::FRAMEWORK, framework).and(column::SUBMISSION, reported.title()))
}

fn not_reported(framework: &str) -> [Count; 2] {
    [Reported::Missing, Reported::Unreadable]
        .map(|reported| Count::of(table::SCHOOLS, column::FRAMEWORK, framework).and(column::SUBMISSION, reported.title()))
}

fn none() -> Cell {
    Cell::text("–").tone(Tone::Muted)
}

/// ASCII, and never like a cell address.
fn table_id(framework: &str) -> String {
    let id: String = framework.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    format!("criteria_{id}")
}
