//! Which level the schools reach as a whole: counts for *Tổng quan*, and their chart. Counts only: levels are not for ranking schools.

use super::basis::{Basis, Entry};
use super::live::{Count, column, table};
use super::wording;
use crate::chart::{Chart, Role, Series};
use crate::table::{Cell, Tone};

/// Reported, but too little judged to tell the level.
pub const TOO_LITTLE: &str = "Chưa đủ dữ liệu";
/// Nothing came, or nothing that could be read.
pub const NO_REPORT: &str = "Chưa có báo cáo";

/// The level of a school in the words of all sheets.
pub fn words(entry: &Entry) -> String {
    match entry.figures.level {
        _ if !entry.figures.submission.counts() => NO_REPORT.to_owned(),
        Some(level) => wording::level(level),
        None => TOO_LITTLE.to_owned(),
    }
}

pub fn tone(entry: &Entry) -> Tone {
    match entry.figures.level {
        Some(level) if entry.figures.submission.counts() => Tone::Level(level),
        _ => Tone::Muted,
    }
}

/// All words there are, with what each means on a chart: no level that no framework of the schools has.
pub fn scale(basis: &Basis) -> Vec<(String, Role)> {
    const ROLES: [Role; 5] = [Role::Bad, Role::Warning, Role::Progress, Role::Good, Role::Accent];
    let rules = basis.frameworks().into_iter().filter_map(|id| basis.source.frameworks.get(id)).flat_map(|framework| framework.levels());
    let reached = basis.schools.iter().filter_map(|entry| entry.figures.level);
    let highest = rules.chain(reached).max().unwrap_or(4);
    let mut scale: Vec<(String, Role)> = (0..=highest).zip(ROLES).map(|(level, role)| (wording::level(level), role)).collect();
    scale.extend([(TOO_LITTLE.to_owned(), Role::Neutral), (NO_REPORT.to_owned(), Role::Unknown)]);
    scale
}

/// Schools of the framework in all, then by the words of [`scale`].
pub fn cells(basis: &Basis, framework: &str) -> Vec<Cell> {
    let all = Count::of(table::SCHOOL_LEVELS, column::FRAMEWORK, framework);
    let mut cells = vec![basis.live.count(basis.schools_of(framework).count(), std::slice::from_ref(&all))];
    for (words, _) in scale(basis) {
        cells.push(basis.live.count(count(basis, framework, &words), &[all.clone().and(column::SCHOOL_LEVEL, &words)]));
    }
    cells
}

pub fn chart(basis: &Basis) -> Chart {
    let frameworks = basis.frameworks();
    let reported = basis.schools.iter().filter(|entry| entry.figures.submission.counts()).count();
    Chart {
        id: "muc-do-truong".to_owned(),
        title: "Số trường theo mức đạt được của trường".to_owned(),
        subtitle: format!(
            "Theo quy tắc của từng bộ tiêu chuẩn; {} trường đã báo cáo trong {} trường{} · đến ngày {}",
            wording::count(reported),
            wording::count(basis.schools.len()),
            if basis.outside().is_empty() { "" } else { ", kể cả trường ngoài danh sách" },
            wording::date(basis.as_of())
        ),
        categories: frameworks.iter().map(|framework| basis.framework_name(framework)).collect(),
        series: scale(basis)
            .into_iter()
            .map(|(words, role)| Series {
                values: frameworks.iter().map(|framework| count(basis, framework, &words) as i64).collect(),
                name: words,
                role,
            })
            .collect(),
        axis: "Số trường".to_owned(),
        source: super::source_line(basis),
    }
}

fn count(basis: &Basis, framework: &str, wanted: &str) -> usize {
    basis.schools_of(framework).filter(|entry| words(entry) == wanted).count()
}
