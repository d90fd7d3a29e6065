//! Figures by commune, cluster, old district: sheet *Theo nhóm*, two tables a kind of group. The groups of one table add up to its last row.

use super::basis::Basis;
use super::{page, units};
use crate::stats::{GroupFigures, Grouping, Tally};
use crate::table::{Block, Cell, Column, Row, Sheet, Table};

pub const NAME: &str = "Theo nhóm";

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.sheet(
        NAME,
        "Kết quả theo nhóm trường",
        &["Mỗi trường thuộc một nhóm ở mỗi bảng; tỷ lệ tính từ số phần và số toàn thể của từng dòng", "Nhóm xếp theo tên, không xếp hạng"],
    );
    let groups = &basis.source.statistics.by_group;
    let mut number = 0;
    for grouping in Grouping::ALL {
        let own: Vec<&GroupFigures> = groups.iter().filter(|group| group.by == grouping).collect();
        if own.is_empty() {
            continue;
        }
        number += 1;
        for (letter, part) in ["a", "b"].iter().zip([&units::STANDING, &units::WORK]) {
            sheet.blocks.push(page::heading(format!("{number}{letter}. {}: {}", grouping.title(), part.title)));
            sheet.blocks.push(Block::Table(table(grouping, &own, number, part)));
        }
    }
    sheet
}

fn table(grouping: Grouping, groups: &[&GroupFigures], number: usize, part: &units::Part) -> Table {
    let mut columns = vec![Column::centred("TT", 5.0), Column::text(grouping.title(), 40.0)];
    columns.extend((part.columns)());
    let row = |first: Cell, name: &str, tally: &Tally| {
        let mut cells = vec![first, Cell::text(name)];
        cells.extend((part.figures)(tally));
        cells
    };
    let mut rows: Vec<Row> =
        groups.iter().enumerate().map(|(at, group)| page::row(row(Cell::count(at + 1), &group.name, &group.figures))).collect();
    let mut total = Tally::default();
    groups.iter().for_each(|group| total.absorb(&group.figures));
    rows.push(page::total(row(Cell::empty(), "Cộng", &total)));
    Table { id: format!("groups_{}_{number}", part.id), columns, rows, filter: false }
}
