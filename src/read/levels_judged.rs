//! Tables read as work in; those that name criteria where others name work, each judged by a word or a number, out as the self-assessments they are.

use super::Context;
use super::levels_told::{FEWEST, ROWS, SHARE, of_levels, of_one_column, says_when_or_who, titled};
use super::names::Names;
use super::table::Table;
use crate::finding::{self, Finding};
use crate::form::Field;
use crate::model::{Address, FormKind};
use crate::phrase;
use crate::text;

/// Tables that name criteria where others name work ("1.1 | Phương hướng, chiến lược | Đạt"), each judged by a word or by the number of a level:
/// they tell of no work. By table what is to be told of it.
pub(super) fn judged<'a>(tables: &mut [(usize, Table<'a>)], context: &Context<'a>) -> Vec<(usize, Finding)> {
    let mut told = Vec::new();
    for (place, (_, table)) in tables.iter_mut().enumerate().filter(|(_, (_, table))| !table.pinned) {
        let header = &table.header;
        if !matches!(header.form.kind, FormKind::Plan | FormKind::Result) || says_when_or_who(header) {
            continue;
        }
        let column = |fields: &[Field]| fields.iter().find_map(|field| header.column(*field));
        let work = column(&[Field::Planned, Field::Task, Field::Content]);
        let verdict = column(&[Field::Status, Field::Outcome, Field::Done]);
        let (Some(code), Some(work), Some(verdict)) = (header.column(Field::Criterion), work, verdict) else { continue };
        let names: Vec<Names> = context.frameworks.all.iter().map(Names::of).collect();
        let rows = table.body.iter().take(ROWS).filter_map(|row| {
            let criterion = phrase::criterion::parse(&row.get(code.column)?.text, Some(1), None).criterion?;
            let text = text::fold(&row.get(work.column)?.text);
            let verdict = row.get(verdict.column).map_or("", |cell| cell.text.trim());
            Some((names.iter().any(|names| names.is_of(&text, criterion)), verdict))
        });
        let rows: Vec<(bool, &str)> = rows.collect();
        // "Đ" beside "K"
        let is_verdict = |text: &str| phrase::mark::word(text).is_some() || text::fold(text) == "k";
        let by_number = are_levels(rows.iter().map(|(_, verdict)| *verdict));
        let own = rows.iter().filter(|(named, verdict)| *named && (by_number || is_verdict(verdict))).count();
        if own < FEWEST || (own as f64) < SHARE * rows.len() as f64 {
            continue;
        }
        if let Some(form) = of_one_column(context.forms.all.iter()) {
            if by_number {
                let finding = Finding::new(&finding::LEVELS_BY_NUMBER).raw(&verdict.title).with("count", rows.len());
                told.push((place, Finding { cell: Some(Address::new(header.first, verdict.column)), ..finding }));
            }
            let verdict = (verdict.column, &verdict.title.clone());
            table.header = of_levels(form, header, &titled(header), verdict);
        }
    }
    told
}

/// Numbers that can be nothing but levels: 0 to 3 or nothing in every row, and not only the 1 and 0 that also stand for yes and no.
fn are_levels<'t>(cells: impl Iterator<Item = &'t str>) -> bool {
    let filled: Vec<&str> = cells.filter(|text| !phrase::status::is_nothing(text)).collect();
    filled.len() >= FEWEST && filled.iter().all(|text| matches!(*text, "0" | "1" | "2" | "3")) && filled.iter().any(|text| *text >= "2")
}
