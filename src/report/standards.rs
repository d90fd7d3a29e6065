//! Verdicts and work summed over each standard: sheet *Theo tiêu chuẩn* and its charts, one framework at a time.

use std::collections::{BTreeMap, BTreeSet};

use super::basis::Basis;
use super::live::{Count, column, standard_key, standard_level_key, table};
use super::{page, wording, work};
use crate::chart::{BoundChart, Chart, Role, Series};
use crate::model::Outcome;
use crate::stats::{ActionCounts, LevelCounts, StandardFigures};
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Theo tiêu chuẩn";

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(
        NAME,
        "Kết quả theo tiêu chuẩn",
        &[
            "Lượt đánh giá = tiêu chí × trường; tỷ lệ = lượt đạt ÷ lượt đã đánh giá ở mức đó",
            "Trường bị ảnh hưởng: chưa đạt một tiêu chí ở mức mục tiêu trở xuống, hoặc có việc chắc chắn quá hạn; mỗi trường tính một lần",
        ],
    );
    for framework in basis.frameworks() {
        let table = standards_table(basis, framework);
        sheet.blocks.push(page::heading(basis.framework_name(framework)));
        let statuses = work::STATUS_ROLES
            .iter()
            .enumerate()
            .map(|(index, (status, role))| (status.title().to_owned(), *role, first_work_column(basis, framework) + 1 + index))
            .collect();
        let chart = BoundChart {
            title: format!("Tình trạng công việc theo tiêu chuẩn, {}", basis.framework_name(framework)),
            table: table.id.clone(),
            category_column: 1,
            series: statuses,
            rows: 0..table.rows.len().saturating_sub(1),
            axis: "Số việc".to_owned(),
        };
        sheet.blocks.push(Block::Table(table));
        sheet.blocks.push(Block::Charts(vec![chart]));
    }
    let loose = loose_actions(basis);
    if loose > 0 {
        sheet.blocks.push(page::muted(format!(
            "Ngoài ra có {} việc không ghi tiêu chuẩn (trong đó có việc thuộc danh mục Mức 4), chỉ được tính ở số chung.",
            wording::count(loose)
        )));
    }
    sheet
}

/// Verdicts at the target level, as one bar a standard.
pub fn chart(basis: &Basis, framework: &str) -> Chart {
    let level = (basis.source.target_level)(framework);
    let standards: Vec<&StandardFigures> = of(basis, framework).collect();
    let values =
        |value: fn(&LevelCounts) -> usize| standards.iter().map(|figures| figures.levels.get(&level).map_or(0, value) as i64).collect();
    Chart {
        id: format!("theo-tieu-chuan-{framework}"),
        title: format!("Lượt đánh giá ở {} theo tiêu chuẩn, {}", wording::level(level), basis.framework_name(framework)),
        subtitle: format!(
            "Mỗi lượt là một tiêu chí của một trường; {} trường · đến ngày {}",
            wording::count(basis.schools_of(framework).count()),
            wording::date(basis.as_of())
        ),
        categories: standards.iter().map(|figures| format!("{}. {}", figures.standard, figures.title)).collect(),
        series: vec![
            Series { name: "Đạt".to_owned(), role: Role::Good, values: values(|counts| counts.met) },
            Series { name: "Không đạt".to_owned(), role: Role::Bad, values: values(|counts| counts.unmet) },
            Series { name: "Chưa đánh giá".to_owned(), role: Role::Neutral, values: values(|counts| counts.not_assessed) },
            Series { name: "Chưa có báo cáo".to_owned(), role: Role::Unknown, values: values(|counts| counts.not_reported) },
        ],
        axis: "Số lượt".to_owned(),
        source: super::source_line(basis),
    }
}

fn of<'a>(basis: &Basis<'a>, framework: &str) -> impl Iterator<Item = &'a StandardFigures> {
    basis.source.statistics.by_standard.iter().filter(move |figures| figures.framework == framework)
}

fn levels(basis: &Basis, framework: &str) -> Vec<u8> {
    of(basis, framework).flat_map(|figures| figures.levels.keys().copied()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn first_work_column(basis: &Basis, framework: &str) -> usize {
    2 + 3 * levels(basis, framework).len()
}

fn standards_table(basis: &Basis, framework: &str) -> Table {
    let levels = levels(basis, framework);
    let mut columns = vec![Column::centred("Tiêu chuẩn", 8.0), Column::text("Nội dung", 27.0)];
    for level in &levels {
        let group = format!("{} (lượt)", wording::level(*level));
        columns.extend(
            [Column::number("Đạt", 6.0), Column::number("Đã đánh giá", 7.0), Column::number("Tỷ lệ", 9.0).with_bars()]
                .map(|column| column.under(&group)),
        );
    }
    columns.extend(work::columns().into_iter().map(|column| column.under("Công việc cải tiến")));
    columns.extend(
        [Column::number("Bị ảnh hưởng", 8.0), Column::number("Đã báo cáo", 8.0), Column::number("Tỷ lệ", 10.0).with_bars()]
            .map(|column| column.under("Số trường")),
    );
    let mut rows: Vec<Row> = of(basis, framework).map(|figures| page::row(standard(basis, figures, &levels))).collect();
    rows.push(page::total(totals(basis, framework, &levels)));
    let id: String = framework.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    Table { id: format!("standards_{id}"), columns, rows, filter: false }
}

fn standard(basis: &Basis, figures: &StandardFigures, levels: &[u8]) -> Vec<Cell> {
    let mut cells = vec![Cell::count(usize::from(figures.standard)), Cell::text(&figures.title)];
    for level in levels {
        let counts = figures.levels.get(level).copied().unwrap_or_default();
        cells.append(&mut verdict_cells(basis, &counts, &[(&figures.framework, figures.standard)], *level));
    }
    let among = [Count::of(table::ACTIONS, column::STANDARD_KEY, &standard_key(&figures.framework, figures.standard))];
    cells.append(&mut work::cells(basis, &figures.actions, &among));
    cells.push(page::toned(Cell::count(figures.schools_affected), figures.schools_affected, Tone::Strong));
    cells.push(basis.live.count(figures.schools_reported, &super::criteria::reported(&figures.framework)));
    cells.push(Cell::share(figures.schools_affected, figures.schools_reported));
    cells
}

fn totals(basis: &Basis, framework: &str, levels: &[u8]) -> Vec<Cell> {
    let mut verdicts: BTreeMap<u8, LevelCounts> = BTreeMap::new();
    let mut actions = ActionCounts::default();
    let mut standards = Vec::new();
    for figures in of(basis, framework) {
        for (level, counts) in &figures.levels {
            let sum = verdicts.entry(*level).or_default();
            sum.met += counts.met;
            sum.unmet += counts.unmet;
        }
        actions = work::plus(actions, &figures.actions);
        standards.push((framework, figures.standard));
    }
    let mut cells = vec![Cell::empty(), Cell::text("Cộng")];
    for level in levels {
        let counts = verdicts.get(level).copied().unwrap_or_default();
        cells.append(&mut verdict_cells(basis, &counts, &standards, *level));
    }
    let among: Vec<Count> = standards
        .iter()
        .map(|(framework, standard)| Count::of(table::ACTIONS, column::STANDARD_KEY, &standard_key(framework, *standard)))
        .collect();
    cells.append(&mut work::cells(basis, &actions, &among));
    cells.extend([Cell::empty(), Cell::empty(), Cell::empty()]);
    cells
}

fn verdict_cells(basis: &Basis, counts: &LevelCounts, standards: &[(&str, u8)], level: u8) -> Vec<Cell> {
    let verdicts = |outcome: Outcome| {
        standards.iter().map(move |(framework, standard)| {
            Count::of(table::ASSESSMENTS, column::STANDARD_KEY, &standard_level_key(framework, *standard, level))
                .and(column::RESULT, wording::outcome(outcome))
        })
    };
    let met: Vec<Count> = verdicts(Outcome::Met).collect();
    let judged: Vec<Count> = met.iter().cloned().chain(verdicts(Outcome::Unmet)).collect();
    vec![
        basis.live.count(counts.met, &met),
        basis.live.count(counts.assessed(), &judged),
        basis.live.share(counts.met, counts.assessed(), &met, &judged),
    ]
}

/// Actions that no standard counts.
fn loose_actions(basis: &Basis) -> usize {
    let counted: usize = basis.source.statistics.by_standard.iter().map(|figures| figures.actions.total).sum();
    basis.source.statistics.actions.total.saturating_sub(counted)
}
