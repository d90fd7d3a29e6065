//! Figures by unit and kind and the layouts of the office in, `bieu-so.xlsx` out: the table that goes to the office above.

use std::collections::BTreeSet;

use super::basis::{Basis, UNKNOWN};
use super::{Source, overview, page};
use crate::model::SchoolKind;
use crate::returns::{Field, Layout, Rows};
use crate::stats::{KindFigures, Tally, UnitFigures};
use crate::table::{Block, Book, Cell, Column, OUTPUT_PROPERTY, Row, Sheet, Table};

/// A workbook with one sheet a layout. `units` are those that read schools' files: one for a report.
pub fn book(source: &Source, layouts: &[Layout], units: &[UnitFigures]) -> Book {
    let basis = Basis::new(source);
    let units: Vec<&UnitFigures> = units.iter().filter(|unit| !unit.rolled_up).collect();
    Book {
        title: format!("Biểu gửi cấp trên. {}, năm học {}", source.statistics.period.title(), source.statistics.school_year),
        author: source.statistics.unit.name.clone(),
        created: source.statistics.as_of,
        sheets: layouts.iter().enumerate().map(|(number, layout)| sheet(&basis, layout, &units, number)).collect(),
        properties: vec![(OUTPUT_PROPERTY.to_owned(), "bieu-so".to_owned())],
        carried: Vec::new(),
    }
}

fn sheet(basis: &Basis, layout: &Layout, units: &[&UnitFigures], number: usize) -> Sheet {
    let outside = overview::outside(basis);
    let notes: Vec<&str> = layout.notes.iter().chain(&outside).map(String::as_str).collect();
    let mut sheet = basis.sheet(&layout.sheet, &layout.title, &notes);
    let columns = layout.columns.iter().map(|column| {
        let base = match column.field {
            Field::Number => Column::centred(&column.title, column.width),
            Field::Name | Field::Parent => Column::text(&column.title, column.width),
            _ => Column::number(&column.title, column.width),
        };
        match &column.group {
            Some(group) => base.under(group),
            None => base,
        }
    });
    let table = Table { id: format!("returns_{number}"), columns: columns.collect(), rows: rows(layout, units), filter: false };
    sheet.freeze = Some(0);
    sheet.blocks.push(Block::Table(table));
    sheet.letterhead = overview::letterhead(&sheet.letterhead);
    sheet.blocks.extend(page::signature(basis.source.signature, basis.as_of()));
    sheet
}

fn rows(layout: &Layout, units: &[&UnitFigures]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut total = Tally::default();
    units.iter().for_each(|unit| total.absorb(&unit.figures));
    let line = |number: Option<usize>, name: &str, parent: &str, tally: &Tally| -> Vec<Cell> {
        layout.columns.iter().map(|column| cell(column.field, number, name, parent, tally)).collect()
    };
    match layout.rows {
        Rows::Unit => {
            let own = units.iter().enumerate();
            rows.extend(own.map(|(at, unit)| page::row(line(Some(at + 1), &unit.unit.name, &unit.unit.parent, &unit.figures))));
        }
        Rows::Kind => {
            let kinds = kinds(units);
            rows.extend(kinds.iter().enumerate().map(|(at, kind)| page::row(line(Some(at + 1), title(kind.kind), "", &kind.figures))));
        }
        Rows::UnitAndKind => {
            for (at, unit) in units.iter().enumerate() {
                rows.push(Row { cells: line(Some(at + 1), &unit.unit.name, &unit.unit.parent, &unit.figures), ..page::total(Vec::new()) });
                rows.extend(unit.by_kind.iter().map(|kind| page::row(line(None, title(kind.kind), "", &kind.figures))));
            }
            if units.len() > 1 {
                let all = kinds(units);
                rows.extend(all.iter().map(|kind| page::row(line(None, &format!("Cộng {}", title(kind.kind)), "", &kind.figures))));
            }
        }
    }
    if layout.rows != Rows::UnitAndKind || units.len() != 1 {
        rows.push(page::total(line(None, "Cộng", "", &total)));
    }
    rows
}

/// The kinds of all units together.
fn kinds(units: &[&UnitFigures]) -> Vec<KindFigures> {
    let mut all: Vec<KindFigures> = Vec::new();
    for kind in units.iter().flat_map(|unit| &unit.by_kind) {
        match all.iter_mut().find(|known| known.kind == kind.kind) {
            Some(known) => known.figures.absorb(&kind.figures),
            None => all.push(kind.clone()),
        }
    }
    all.sort_by_key(|kind| (kind.kind.is_none(), kind.kind));
    all
}

fn title(kind: Option<SchoolKind>) -> &'static str {
    kind.map_or(UNKNOWN, SchoolKind::title)
}

fn cell(field: Field, number: Option<usize>, name: &str, parent: &str, tally: &Tally) -> Cell {
    let (schools, actions) = (&tally.schools, &tally.actions);
    let all = schools.on_time + schools.late + schools.missing + schools.unreadable;
    match field {
        Field::Number => number.map_or_else(Cell::empty, Cell::count),
        Field::Name => Cell::text(name),
        Field::Parent => Cell::text(parent),
        Field::Schools => Cell::count(all),
        Field::Reported => Cell::count(schools.reported),
        Field::ReportedShare => Cell::share(schools.reported, all),
        Field::OnTime => Cell::count(schools.on_time),
        Field::Late => Cell::count(schools.late),
        Field::Missing => Cell::count(schools.missing),
        Field::Unreadable => Cell::count(schools.unreadable),
        Field::SelfAssessed => Cell::count(tally.self_assessed),
        Field::SelfAssessedShare => Cell::share(tally.self_assessed, schools.reported),
        Field::Level(level) => level_reached(tally, level).map_or_else(none, |(reached, _)| Cell::count(reached)),
        Field::LevelShare(level) => level_reached(tally, level).map_or_else(none, |(reached, judged)| Cell::share(reached, judged)),
        Field::Accreditation(level) => Cell::count(tally.accreditation.get(&level).copied().unwrap_or(0)),
        Field::NationalStandard(level) => Cell::count(tally.national_standard.get(&level).copied().unwrap_or(0)),
        Field::Expiring => Cell::count(tally.expiring),
        Field::Actions => Cell::count(actions.total),
        Field::Completed => Cell::count(actions.completed),
        Field::CompletedShare => Cell::share(actions.completed, actions.total),
        Field::InProgress => Cell::count(actions.in_progress),
        Field::NotStarted => Cell::count(actions.not_started),
        Field::NoReport => Cell::count(actions.no_report),
        Field::Overdue => Cell::count(actions.overdue),
        Field::OverdueShare => Cell::share(actions.overdue, actions.total),
        Field::PossiblyOverdue => Cell::count(actions.possibly_overdue),
        Field::Undetermined => Cell::count(actions.undetermined),
        Field::Cost => Cell::money(Some(tally.cost_vnd)),
    }
}

/// Schools that reached the level, and schools whose level is known. Frameworks with other levels are not added to one another:
/// Mức 2 of two is not Mức 2 of four.
fn level_reached(tally: &Tally, level: u8) -> Option<(usize, usize)> {
    let scales: BTreeSet<Vec<u8>> = tally.levels.values().map(|levels| levels.keys().copied().collect()).collect();
    if scales.len() > 1 {
        return None;
    }
    let counted: Vec<_> = tally.levels.values().filter_map(|levels| levels.get(&level)).collect();
    // Nobody's level is known: nobody is known to have reached it.
    if counted.is_empty() && !tally.levels.is_empty() {
        return None;
    }
    Some((counted.iter().map(|counted| counted.reached).sum(), counted.iter().map(|counted| counted.judged).sum()))
}

fn none() -> Cell {
    Cell::text("–")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::example;
    use crate::stats::LevelReached;

    fn unit(name: &str, reached: usize) -> UnitFigures {
        let mut figures = Tally { self_assessed: 3, cost_vnd: 5, ..Tally::default() };
        figures.schools.on_time = 3;
        figures.schools.missing = 1;
        figures.schools.reported = 3;
        figures.levels.entry("tt18-2018".to_owned()).or_default().insert(1, LevelReached { reached, judged: 3 });
        let unit = crate::model::UnitName { name: name.to_owned(), ..Default::default() };
        let by_kind = vec![KindFigures { kind: Some(SchoolKind::Thcs), figures: figures.clone() }];
        UnitFigures { unit, within: Vec::new(), rolled_up: false, units: 1, figures, by_kind }
    }

    #[test]
    fn shares_of_a_sum_are_of_parts_and_wholes() {
        let layouts = crate::returns::load(None).expect("sound");
        let (a, b) = (unit("Xã A", 3), unit("Xã B", 0));
        let table = rows(&layouts[0], &[&a, &b]);
        let last = table.last().expect("a last row");
        let place = layouts[0].columns.iter().position(|column| column.field == Field::LevelShare(1)).expect("a column");
        assert_eq!(last.cells[place], Cell::share(3, 6));
        assert_eq!(last.cells[2], Cell::count(8));
        assert_eq!(table.len(), 2 + 2 + 1 + 1);
        assert_eq!(level_reached(&a.figures, 2), None);
    }

    #[test]
    fn frameworks_with_other_levels_are_not_added() {
        let mut mixed = unit("Xã A", 3).figures;
        mixed.levels.entry("tt57-2026-pho-thong".to_owned()).or_default().insert(2, LevelReached::default());
        assert_eq!(level_reached(&mixed, 1), None);
        let example = example::district(3);
        let layouts = crate::returns::load(None).expect("sound");
        let book = book(&example.source(), &layouts, &[unit("Xã A", 3)]);
        assert!(crate::write::xlsx::to_bytes(&book).is_ok());
    }
}
