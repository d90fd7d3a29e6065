//! Work that falls due soon: sheet *Sắp đến hạn*.

use jiff::ToSpan;

use super::basis::Basis;
use super::{page, wording, work};
use crate::model::{Action, Status};
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Sắp đến hạn";

pub fn sheet(basis: &Basis) -> Sheet {
    let days = basis.source.options.due_soon_days;
    let last = basis.as_of().saturating_add(i64::from(days).days());
    let mut sheet = basis.sheet(
        NAME,
        "Công việc sắp đến hạn",
        &[&format!("Việc chưa hoàn thành có hạn từ ngày {} đến ngày {} ({days} ngày)", wording::date(basis.as_of()), wording::date(last))],
    );
    let mut due: Vec<&Action> = basis
        .source
        .reading
        .actions
        .iter()
        .filter(|action| action.status != Status::Completed && action.window.due.is_some_and(|due| basis.as_of() <= due && due <= last))
        .collect();
    due.sort_by_key(|action| (action.window.due, basis.place(&action.school_id), action.criterion, &action.origin));
    if due.is_empty() {
        sheet.blocks.push(page::note("Không có việc nào đến hạn trong khoảng này."));
        return sheet;
    }
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::centred("Hạn hoàn thành", 11.0),
        Column::centred("Còn (ngày)", 7.0),
        Column::text("Trường", 26.0),
        Column::centred("Tiêu chí", 7.0),
        Column::text("Công việc", 38.0),
        Column::text("Chủ trì, phối hợp", 18.0),
        Column::text("Thời gian (nguyên văn)", 16.0),
        Column::text("Hạn do suy đoán", 13.0),
        Column::text("Tình trạng", 13.0),
        Column::text("Trường nêu", 20.0),
        Column::text("Nguồn", 16.0),
    ];
    let rows: Vec<Row> = due
        .into_iter()
        .enumerate()
        .map(|(index, action)| {
            let left = action.window.due.map(|due| (due - basis.as_of()).get_days());
            page::row(vec![
                Cell::count(index + 1),
                Cell::date(action.window.due),
                left.and_then(|days| usize::try_from(days).ok()).map_or_else(Cell::empty, Cell::count),
                Cell::text(basis.name(&action.school_id)),
                Cell::text(basis.criterion_name(action.criterion)),
                Cell::text(&action.task),
                Cell::text(&action.lead),
                Cell::text(&action.time_text),
                page::flagged(super::data::supposed(action), Tone::Warning),
                Cell::text(action.status.title()).tone(work::status_tone(action.status)),
                Cell::text(work::said(action)),
                work::brief_origin(basis, &action.origin),
            ])
        })
        .collect();
    let list = Table { id: "upcoming".to_owned(), columns, rows, filter: true };
    page::print_in_part(basis.source.options.printed_rows, &mut sheet, &page::kinds(&list));
    sheet.freeze = Some(0);
    sheet.blocks.push(Block::Table(list));
    sheet
}
