//! Every school against every criterion: sheet *Trường × tiêu chí*. Schools stand by commune, kind and name: no ranking.

use std::collections::HashSet;

use super::basis::{Basis, Entry};
use super::live::{level, school_key};
use super::{page, submission};
use crate::model::{Criterion, Lateness, Outcome};
use crate::stats::CriterionFigures;
use crate::table::{Block, Cell, Column, Sheet, Table, Tone};

pub const NAME: &str = "Trường × tiêu chí";

/// Stands beside a level where work on the criterion is certainly overdue.
pub const OVERDUE_MARK: &str = "▲";

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = page::live_sheet(
        basis,
        NAME,
        "Mức đạt của từng trường ở từng tiêu chí",
        &[
            "Số trong ô: mức cao nhất đạt được (0: chưa đạt Mức 1; –: chưa đánh giá); danh mục Mức 4: Đ đạt, K không đạt; ▲: có việc chắc chắn quá hạn; ô trống: trường chưa có báo cáo",
            "Trường xếp theo xã, phường, loại hình và tên; bảng này không dùng để xếp hạng trường",
        ],
    );
    let late = overdue(basis);
    for framework in basis.frameworks() {
        sheet.blocks.push(page::heading(basis.framework_name(framework)));
        sheet.freeze.get_or_insert(sheet.blocks.len());
        sheet.blocks.push(Block::Table(framework_table(basis, framework, &late)));
    }
    sheet
}

/// The criteria on which each school has work that is certainly overdue.
pub fn overdue<'a>(basis: &Basis<'a>) -> HashSet<(&'a str, Criterion)> {
    let late =
        basis.source.reading.actions.iter().filter(|action| basis.is_own(action) && action.lateness(basis.as_of()) == Lateness::Certain);
    late.filter_map(|action| action.criterion.map(|criterion| (action.school_id.as_str(), criterion))).collect()
}

fn framework_table(basis: &Basis, framework: &str, late: &HashSet<(&str, Criterion)>) -> Table {
    let criteria: Vec<&CriterionFigures> = basis.criteria(framework).collect();
    let mut columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Tên trường", 30.0),
        Column::text("Xã, phường", 16.0),
        Column::text("Tình trạng nộp", 12.0),
    ];
    for figures in &criteria {
        let group = figures.criterion.standard().map_or_else(|| "Danh mục Mức 4".to_owned(), |standard| format!("Tiêu chuẩn {standard}"));
        columns.push(Column::centred(&figures.criterion.to_string(), 5.6).under(&group));
    }
    let rows = basis
        .schools_of(framework)
        .enumerate()
        .map(|(index, entry)| {
            let state = entry.figures.submission;
            let mut cells = vec![
                Cell::count(index + 1),
                Cell::text(&entry.figures.name),
                Cell::text(entry.commune()),
                Cell::text(state.title()).tone(submission::tone(state)),
            ];
            cells.extend(criteria.iter().map(|figures| cell(basis, entry, figures, late)));
            page::row(cells)
        })
        .collect();
    let id: String = framework.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    Table { id: format!("matrix_{id}"), columns, rows, filter: false }
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
