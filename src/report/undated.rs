//! Unfinished work without a due date: sheet *Chưa rõ hạn*, by why there is none.

use super::basis::Basis;
use super::{page, wording, work};
use crate::model::{Action, Lateness, WindowKind};
use crate::table::{Block, Cell, Column, Row, Sheet, Table};

pub const NAME: &str = "Chưa rõ hạn";

/// First what can be mended, then what is rightly without a date. Several times of which one is open are read as a span without a due date.
const KINDS: [WindowKind; 5] = [WindowKind::Unknown, WindowKind::Open, WindowKind::Span, WindowKind::Conditional, WindowKind::Recurring];

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.sheet(NAME,
        "Công việc chưa hoàn thành, chưa rõ hạn",
        &[
            "Các việc này không được tính là quá hạn. Việc không ghi hoặc không đọc được thời gian cần hỏi lại trường; việc thường xuyên hoặc có điều kiện vốn không có hạn",
        ],
    );
    let actions: Vec<&Action> =
        basis.source.reading.actions.iter().filter(|action| action.lateness(basis.as_of()) == Lateness::Undetermined).collect();
    if actions.is_empty() {
        sheet.blocks.push(page::note("Mọi việc chưa hoàn thành đều có hạn."));
        return sheet;
    }
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Trường", 28.0),
        Column::centred("Tiêu chí", 9.0),
        Column::text("Thời gian (nguyên văn)", 28.0),
        Column::centred("Bắt đầu", 12.0),
        Column::text("Công việc", 46.0),
        Column::text("Chủ trì, phối hợp", 22.0),
        Column::text("Tình trạng", 14.0),
        Column::text("Nguồn", 24.0),
    ];
    let mut rows: Vec<Row> = Vec::new();
    let mut counts: Vec<Row> = Vec::new();
    for kind in KINDS {
        let mut group: Vec<&Action> = actions.iter().copied().filter(|action| action.window.kind == kind).collect();
        if group.is_empty() {
            continue;
        }
        group.sort_by_key(|action| (basis.place(&action.school_id), action.criterion, &action.origin));
        let title = if kind == WindowKind::Span { "Nhiều mốc, có mốc không có hạn" } else { wording::window_kind(kind) };
        counts.push(page::row(work::of_schools(counts.len() + 1, title, &group)));
        rows.push(page::group(format!("{title}: {} việc", wording::count(group.len())), columns.len()));
        rows.extend(group.into_iter().enumerate().map(|(index, action)| {
            page::row(vec![
                Cell::count(index + 1),
                Cell::text(basis.name(&action.school_id)),
                Cell::text(basis.criterion_name(action.criterion)),
                Cell::text(&action.time_text),
                Cell::date(action.window.start),
                Cell::text(&action.task),
                Cell::text(&action.lead),
                Cell::text(action.status.title()).tone(work::status_tone(action.status)),
                work::brief_origin(basis, &action.origin),
            ])
        }));
    }
    counts.push(page::total(work::of_schools(0, "Cộng", &actions)));
    let list = Table { id: "undated".to_owned(), columns, rows, filter: false };
    page::print_in_part(basis.source.options.printed_rows, &mut sheet, &page::kinds(&list));
    sheet.blocks.push(page::heading("1. Theo lý do chưa rõ hạn"));
    let columns = work::of_schools_columns("Lý do", 70.0);
    sheet.blocks.push(Block::Table(Table { id: "undated_counts".to_owned(), columns, rows: counts, filter: false }));
    sheet.blocks.push(page::heading("2. Từng việc"));
    sheet.freeze = Some(sheet.blocks.len());
    sheet.blocks.push(Block::Table(list));
    sheet
}
