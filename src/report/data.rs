//! Every normalised row, its raw text beside what was read, with its origin: sheets *Dữ liệu* and *Dữ liệu đánh giá*. The formulas of the other sheets count here.

use super::basis::{Basis, UNKNOWN};
use super::live::{column, criterion_key, level_key, school_key, standard_key, standard_level_key, table};
use super::verdict::Standing;
use super::{cost, page, wording, work};
use crate::model::{Action, Assessment, Criterion, WindowFlag};
use crate::table::{Block, Cell, Column, Listing, Sheet, Table, Tone};

pub const ACTIONS: &str = "Dữ liệu";
pub const ASSESSMENTS: &str = "Dữ liệu đánh giá";

const PRINTED_ASSESSMENT_COLUMNS: usize = 10;
/// People filter these sheets on the screen; on paper the first rows show what they are.
const PRINTED_ROWS: usize = 40;

pub fn actions(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(ACTIONS,
        "Dữ liệu công việc cải tiến",
        &[
            "Mỗi dòng là một việc của một trường, ghép từ kế hoạch và kết quả; sửa Tình trạng hoặc Hạn hoàn thành ở đây thì các trang tổng hợp tính lại",
            "Các cột Khóa dùng cho công thức, không sửa; việc không có khóa chỉ được tính ở số chung và số của trường",
            "Trang này để lọc trên máy; khi in chỉ in các dòng đầu và các cột chính",
        ],
    );
    let mut order: Vec<&Action> = basis.source.reading.actions.iter().collect();
    order.sort_by_key(|action| (basis.place(&action.school_id), &action.school_id, &action.origin));
    if order.is_empty() {
        sheet.blocks.push(page::note("Không có việc nào."));
        return sheet;
    }
    let rows = order.into_iter().enumerate().map(|(index, action)| action_cells(basis, action, index + 1)).collect();
    sheet.freeze = Some(0);
    sheet.frozen_columns = 2;
    sheet.printed_rows = Some(PRINTED_ROWS);
    sheet.printed_columns = Some(PRINTED_ACTION_COLUMNS);
    let table = Table { id: table::ACTIONS.to_owned(), columns: action_columns(), rows: Vec::new(), filter: true };
    sheet.blocks.push(Block::Listing(Listing { table, rows }));
    sheet
}

pub fn assessments(basis: &Basis) -> Sheet {
    let mut sheet = basis.live_sheet(ASSESSMENTS,
        "Dữ liệu tự đánh giá",
        &[
            "Mỗi dòng là kết quả của một trường ở một tiêu chí và một mức; sửa Kết quả (Đạt, Không đạt, Chưa đánh giá) ở đây thì các trang tổng hợp tính lại",
            "Dòng không có khóa không được tính vào số liệu, lý do ở cột Ghi chú",
            "Trang này để lọc trên máy; khi in chỉ in các dòng đầu và các cột chính",
        ],
    );
    let reading = basis.source.reading;
    let mut order: Vec<(&Assessment, Standing)> = reading.assessments.iter().zip(basis.verdicts.standings.iter().copied()).collect();
    order.sort_by_key(|(assessment, _)| {
        (basis.place(&assessment.school_id), &assessment.school_id, assessment.criterion, assessment.level, &assessment.origin)
    });
    if order.is_empty() {
        sheet.blocks.push(page::note("Không có dòng tự đánh giá nào."));
        return sheet;
    }
    let columns = vec![
        Column::centred("STT", 7.0),
        Column::text(column::SCHOOL, 30.0),
        Column::text(column::FRAMEWORK, 13.0),
        Column::centred("Tiêu chí", 7.0),
        Column::text("Nội dung", 44.0),
        Column::centred("Mức", 6.0),
        Column::text(column::RESULT, 14.0),
        Column::text("Trường ghi (nguyên văn)", 14.0),
        Column::text("Ghi chú", 18.0),
        Column::text("Nguồn", 18.0),
        Column::text(column::SCHOOL_ID, 13.0),
        Column::centred("Tiêu chuẩn", 8.0),
        Column::text(column::CRITERION_KEY, 18.0),
        Column::text(column::STANDARD_KEY, 18.0),
        Column::text(column::SCHOOL_KEY, 22.0),
    ];
    let rows = order
        .into_iter()
        .enumerate()
        .map(|(index, (assessment, standing))| assessment_cells(basis, assessment, standing, index + 1))
        .collect();
    sheet.freeze = Some(0);
    sheet.frozen_columns = 2;
    sheet.printed_rows = Some(PRINTED_ROWS);
    sheet.printed_columns = Some(PRINTED_ASSESSMENT_COLUMNS);
    let table = Table { id: table::ASSESSMENTS.to_owned(), columns, rows: Vec::new(), filter: true };
    sheet.blocks.push(Block::Listing(Listing { table, rows }));
    sheet
}

/// Why a due date is not certain, in words; empty when the school wrote it out.
pub fn supposed(action: &Action) -> String {
    let flags = action.window.flags.iter().filter(|flag| **flag != WindowFlag::Multiple);
    flags.map(|flag| wording::window_flag(*flag)).collect::<Vec<_>>().join(", ")
}

/// So many stand in front, for reading and printing: what is to be done, by whom, by when, and how it stands.
const PRINTED_ACTION_COLUMNS: usize = 11;

fn action_columns() -> Vec<Column> {
    vec![
        Column::centred("STT", 5.0),
        Column::text(column::SCHOOL, 28.0),
        Column::centred("Tiêu chí", 6.0),
        Column::text("Công việc", 42.0),
        Column::text("Chủ trì, phối hợp", 18.0),
        Column::text("Thời gian (nguyên văn)", 18.0),
        Column::centred(column::DUE, 11.0),
        Column::text(column::STATUS, 13.0),
        Column::text(column::OVERDUE, 12.0),
        Column::number(column::DAYS_OVERDUE, 7.0),
        Column::text("Nguồn kế hoạch", 16.0),
        Column::text("Nguồn kết quả", 16.0),
        Column::text("Đã triển khai xong", 30.0),
        Column::text("Đang triển khai hoặc chậm", 30.0),
        Column::text("Chưa triển khai", 30.0),
        Column::text("Ghi chú", 24.0),
        Column::text("Trường báo chậm", 10.0),
        Column::text(column::SCHOOL_ID, 13.0),
        Column::text(column::KIND, 12.0),
        Column::text(column::COMMUNE, 16.0),
        Column::text(column::FRAMEWORK, 13.0),
        Column::centred("Tiêu chuẩn", 8.0),
        Column::text("Phần kế hoạch", 11.0),
        Column::text("Kết quả cần đạt", 36.0),
        Column::text("Nội dung điều chỉnh", 30.0),
        Column::text("Loại thời gian", 14.0),
        Column::centred("Bắt đầu", 12.0),
        Column::text(column::SUPPOSED, 18.0),
        Column::text("Nhiều mốc", 8.0),
        Column::text("Kinh phí (nguyên văn)", 22.0),
        Column::number(column::COST, 16.0),
        Column::text("Nguồn kinh phí", 14.0),
        Column::text("Điều kiện hỗ trợ", 24.0),
        Column::text(column::CRITERION_KEY, 18.0),
        Column::text(column::STANDARD_KEY, 18.0),
        Column::text(column::SCHOOL_KEY, 20.0),
    ]
}

fn action_cells(basis: &Basis, action: &Action, number: usize) -> Vec<Cell> {
    let entry = basis.entry(&action.school_id);
    let lateness = action.lateness(basis.as_of());
    let standard = Criterion::standard_or(action.criterion, action.standard);
    // Under another framework than the school's, work is counted for the school but for no criterion.
    let own = basis.is_own(action).then_some(());
    // A result row that no plan row matches is an action whose own origin is the result's.
    let planned = action.result_origin.as_ref() != Some(&action.origin);
    vec![
        Cell::count(number),
        Cell::text(entry.map_or("", |entry| entry.figures.name.as_str())),
        Cell::text(action.criterion.map(|criterion| criterion.to_string()).unwrap_or_default()),
        Cell::text(&action.task),
        Cell::text(&action.lead),
        Cell::text(&action.time_text),
        Cell::date(action.window.due),
        Cell::text(action.status.title()).tone(work::status_tone(action.status)),
        basis.live.lateness(wording::lateness(lateness), basis.as_of()).tone(wording::lateness_tone(lateness)),
        basis.live.days_overdue(action.days_overdue(basis.as_of()), basis.as_of()),
        if planned { work::origin(basis, &action.origin) } else { Cell::empty() },
        action.result_origin.as_ref().map_or_else(Cell::empty, |origin| work::origin(basis, origin)),
        Cell::text(&action.done_text),
        Cell::text(&action.ongoing_text),
        Cell::text(&action.not_started_text),
        Cell::text(&action.note),
        Cell::text(if action.late_stated { "x" } else { "" }),
        Cell::text(&action.school_id),
        Cell::text(entry.map_or(UNKNOWN, |entry| entry.kind())),
        Cell::text(entry.map_or(UNKNOWN, |entry| entry.commune())),
        Cell::text(&action.framework),
        Cell::text(standard.map(|standard| standard.to_string()).unwrap_or_default()),
        Cell::text(action.level_band.map_or("", wording::band)),
        Cell::text(&action.target),
        Cell::text(&action.adjusted),
        Cell::text(wording::window_kind(action.window.kind)),
        Cell::date(action.window.start),
        Cell::text(supposed(action)),
        Cell::text(if action.window.flags.contains(&WindowFlag::Multiple) { "x" } else { "" }),
        Cell::text(&action.cost_text),
        Cell::money(action.cost.amount_vnd),
        Cell::text(cost::sources(action)),
        Cell::text(&action.conditions),
        key(own.and(action.criterion).map(|criterion| criterion_key(&action.framework, criterion))),
        key(own.and(standard).map(|standard| standard_key(&action.framework, standard))),
        key(own.and(action.criterion).map(|criterion| school_key(&action.school_id, criterion))),
    ]
}

fn assessment_cells(basis: &Basis, assessment: &Assessment, standing: Standing, number: usize) -> Vec<Cell> {
    let standard = assessment.criterion.standard();
    let counted = standing == Standing::Counted;
    let remark = match standing {
        Standing::Counted => "",
        Standing::Repeated => "Trùng dòng khác, không tính",
        Standing::Foreign => "Khác bộ tiêu chuẩn của trường, không tính",
        Standing::NoSuchLevel => "Tiêu chí không có mức này, không tính",
    };
    vec![
        Cell::count(number),
        Cell::text(basis.entry(&assessment.school_id).map_or("", |entry| entry.figures.name.as_str())),
        Cell::text(&assessment.framework),
        Cell::text(assessment.criterion.to_string()),
        Cell::text(basis.criterion_title(&assessment.framework, assessment.criterion)),
        Cell::count(usize::from(assessment.level)),
        Cell::text(wording::outcome(assessment.result)),
        Cell::text(&assessment.mark),
        page::flagged(remark, Tone::Warning),
        work::origin(basis, &assessment.origin),
        Cell::text(&assessment.school_id),
        Cell::text(standard.map(|standard| standard.to_string()).unwrap_or_default()),
        key(counted.then(|| level_key(&assessment.framework, assessment.criterion, assessment.level))),
        key(standard.filter(|_| counted).map(|standard| standard_level_key(&assessment.framework, standard, assessment.level))),
        key(counted.then(|| school_key(&assessment.school_id, assessment.criterion))),
    ]
}

fn key(key: Option<String>) -> Cell {
    page::flagged(key.unwrap_or_default(), Tone::Muted)
}
