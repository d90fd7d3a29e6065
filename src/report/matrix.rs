//! Every school against every criterion: sheet *Trường × tiêu chí*. Schools stand by commune, kind and name: no ranking.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::basis::{Basis, Entry};
use super::live::{level, school_key};
use super::{page, submission, wording};
use crate::model::{Criterion, Lateness, Outcome};
use crate::stats::CriterionFigures;
use crate::table::{Block, Cell, Column, Sheet, Table, Tone};

pub const NAME: &str = "Trường × tiêu chí";

/// Stands beside a level where work on the criterion is certainly overdue.
pub const OVERDUE_MARK: &str = "▲";

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(NAME,
        "Mức đạt của từng trường ở từng tiêu chí",
        &[
            "Số trong ô: mức cao nhất đạt được (0: chưa đạt Mức 1; –: chưa đánh giá); danh mục Mức 4: Đ đạt, K không đạt; ▲: có việc chắc chắn quá hạn; ô trống: trường chưa có báo cáo",
            "Trường xếp theo bộ tiêu chuẩn, xã, phường, loại hình và tên; bảng này không dùng để xếp hạng trường",
        ],
    );
    if basis.frameworks().len() > 1 {
        sheet.subtitle.push(
            "Cùng một mã ở các bộ tiêu chuẩn khác nhau là những tiêu chí khác nhau; ô gạch chéo: bộ tiêu chuẩn không có tiêu chí đó"
                .to_owned(),
        );
    }
    sheet.freeze = Some(0);
    sheet.frozen_columns = 2;
    sheet.blocks.push(Block::Table(table(basis)));
    sheet
}

/// The criteria on which each school has work that is certainly overdue.
pub fn overdue<'a>(basis: &Basis<'a>) -> HashSet<(&'a str, Criterion)> {
    let late =
        basis.source.reading.actions.iter().filter(|action| basis.is_own(action) && action.lateness(basis.as_of()) == Lateness::Certain);
    late.filter_map(|action| action.criterion.map(|criterion| (action.school_id.as_str(), criterion))).collect()
}

/// One table, so that one row of titles stands in view and on every page, whatever framework a school follows.
fn table(basis: &Basis) -> Table {
    let late = overdue(basis);
    let frameworks = groups(basis);
    let several = frameworks.len() > 1;
    let codes: BTreeSet<Criterion> =
        frameworks.iter().flat_map(|framework| basis.criteria(framework)).map(|figures| figures.criterion).collect();
    let mut columns = vec![
        Column::centred("TT", 3.0),
        Column::text("Tên trường", 26.0),
        Column::text("Xã, phường", 15.0),
        Column::text("Tình trạng nộp", 7.8),
    ];
    for code in &codes {
        let (title, group) = match code {
            Criterion::Level4 { item } => (item.to_string(), "Mức 4, khoản".to_owned()),
            Criterion::Numbered { standard, .. } => (code.to_string(), format!("Tiêu chuẩn {standard}")),
        };
        columns.push(Column::centred(&title, 3.6).under(&group));
    }
    let mut rows = Vec::new();
    for framework in frameworks {
        if several {
            let schools = wording::count(basis.schools_of(framework).count());
            rows.push(page::group(format!("{}: {schools} trường", basis.framework_name(framework)), columns.len()));
        }
        for (index, entry) in basis.schools_of(framework).enumerate() {
            rows.push(page::row(school(basis, entry, index + 1, &codes, &late)));
        }
    }
    Table { id: "matrix".to_owned(), columns, rows, filter: false }
}

/// The frameworks the schools follow; last, without a name, the schools of which none is known.
fn groups<'a>(basis: &Basis<'a>) -> Vec<&'a str> {
    let mut frameworks = basis.frameworks();
    let known: HashSet<&str> = frameworks.iter().copied().collect();
    let others: BTreeSet<&str> = basis.schools.iter().map(Entry::framework).filter(|framework| !known.contains(framework)).collect();
    frameworks.extend(others.iter().filter(|framework| !framework.is_empty()));
    frameworks.extend(others.contains("").then_some(""));
    frameworks
}

fn school(basis: &Basis, entry: &Entry, number: usize, codes: &BTreeSet<Criterion>, late: &HashSet<(&str, Criterion)>) -> Vec<Cell> {
    let state = entry.figures.submission;
    let mut cells = vec![Cell::count(number), Cell::text(&entry.figures.name), Cell::text(entry.commune())];
    cells.push(Cell::text(state.title()).tone(submission::tone(state)));
    let criteria: HashMap<Criterion, &CriterionFigures> =
        basis.criteria(entry.framework()).map(|figures| (figures.criterion, figures)).collect();
    cells.extend(codes.iter().map(|code| match criteria.get(code) {
        Some(figures) => cell(basis, entry, figures, late),
        None => Cell::empty().tone(Tone::Absent),
    }));
    cells
}

fn cell(basis: &Basis, entry: &Entry, figures: &CriterionFigures, late: &HashSet<(&str, Criterion)>) -> Cell {
    if !entry.figures.submission.counts() {
        return Cell::empty();
    }
    let school_id = entry.figures.school_id.as_str();
    let mark = if late.contains(&(school_id, figures.criterion)) { format!(" {OVERDUE_MARK}") } else { String::new() };
    let key = school_key(school_id, figures.criterion);
    if let Criterion::Level4 { .. } = figures.criterion {
        let level = figures.levels.keys().next().copied().unwrap_or(4);
        let (word, tone) = match basis.verdicts.outcome(school_id, figures.criterion, level) {
            Outcome::Met => ("Đ", Tone::Level(level)),
            Outcome::Unmet => ("K", Tone::Level(0)),
            Outcome::NotAssessed => ("–", Tone::Muted),
        };
        return basis.live.matrix(format!("{word}{mark}"), &key, true).tone(tone);
    }
    let levels = || figures.levels.keys().copied();
    let reached = basis.verdicts.reached(school_id, figures.criterion, levels());
    let shown = format!("{}{mark}", reached.map_or_else(|| "–".to_owned(), |level| level.to_string()));
    let tone = reached.map_or(Tone::Muted, Tone::Level);
    // The formula counts levels met, which is the level reached only where no lower level is unmet or left out.
    let counted = match basis.verdicts.judged(school_id, figures.criterion, levels()) {
        0 => None,
        _ => Some(basis.verdicts.met(school_id, figures.criterion, levels())),
    };
    if counted == reached.map(usize::from) { basis.live.matrix(shown, &key, false).tone(tone) } else { level(shown).tone(tone) }
}
