//! Planned money: sheet *Kinh phí*, by source, standard and school, with what could not be read as an amount.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::{page, wording, work};
use crate::model::{Action, CostKind, CostPart, CostSource, Criterion};
use crate::table::{Block, Cell, Column, Row, Sheet, Table};

pub const NAME: &str = "Kinh phí";

/// What a cell says of money without an amount that could be added.
const WITHOUT_AMOUNT: [(CostKind, &str); 3] = [
    (CostKind::Unspecified, "Có nhắc đến kinh phí nhưng không có số tiền"),
    (CostKind::UnitPrice, "Đơn giá, không phải tổng số"),
    (CostKind::SourceOnly, "Chỉ ghi nguồn, không ghi số tiền"),
];

/// Pieces of work with an amount, and the sum.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    works: usize,
    vnd: i64,
}

pub fn sheet(basis: &Basis) -> Sheet {
    let statistics = basis.source.statistics;
    let mut sheet = basis.sheet(NAME,
        "Kinh phí dự kiến",
        &[
            &format!("Tổng số tiền đọc được: {}", wording::money(statistics.cost.total_vnd)),
            "Chỉ cộng số tiền ghi rõ là tổng; khoảng tiền lấy mức cao; đơn giá và nguồn không kèm số tiền không được cộng, đếm ở mục 4, liệt kê ở mục 5",
        ],
    );
    sheet.blocks.push(page::heading("1. Theo nguồn"));
    sheet.blocks.push(Block::Table(by_source(basis)));
    sheet.blocks.push(page::heading("2. Theo tiêu chuẩn"));
    sheet.blocks.push(Block::Table(by_standard(basis)));
    sheet.blocks.push(page::heading("3. Theo trường"));
    sheet.blocks.push(Block::Table(by_school(basis)));
    sheet.blocks.push(page::heading("4. Nội dung kinh phí chưa cộng được"));
    let list = without_amount(basis);
    if list.rows.is_empty() {
        sheet.blocks.push(page::note("Không có."));
        return sheet;
    }
    sheet.blocks.push(Block::Table(by_kind(basis)));
    page::print_in_part(basis.source.options.printed_rows, &mut sheet, &page::kinds(&list));
    sheet.blocks.push(page::heading("5. Từng việc có kinh phí chưa cộng được"));
    sheet.blocks.push(Block::Table(list));
    sheet
}

/// Work of which something is said of money that cannot be added.
fn not_added<'a>(basis: &Basis<'a>, kind: CostKind) -> Vec<&'a Action> {
    basis.source.reading.actions.iter().filter(|action| action.cost.kind == kind).collect()
}

fn by_kind(basis: &Basis) -> Table {
    let kinds = WITHOUT_AMOUNT.map(|(kind, title)| (title, not_added(basis, kind)));
    let all: Vec<&Action> = kinds.iter().flat_map(|(_, actions)| actions).copied().collect();
    let mut rows: Vec<Row> =
        kinds.iter().enumerate().map(|(index, (title, actions))| page::row(work::of_schools(index + 1, title, actions))).collect();
    rows.push(page::total(work::of_schools(0, "Cộng", &all)));
    Table { id: "cost_without_amount_counts".to_owned(), columns: work::of_schools_columns("Nội dung", 44.0), rows, filter: false }
}

fn priced<'a>(basis: &Basis<'a>) -> impl Iterator<Item = (&'a Action, i64)> {
    let counted = basis.source.reading.actions.iter().filter(|action| matches!(action.cost.kind, CostKind::Amount | CostKind::Zero));
    counted.filter_map(|action| action.cost.amount_vnd.map(|vnd| (action, vnd)))
}

/// The source of an amount or of a part of it, in the words of `by_source`.
fn source_code(part: &CostPart) -> &'static str {
    match (part.sources.contains(&CostSource::Budget), part.sources.contains(&CostSource::Socialised)) {
        (true, true) => "budget+socialised",
        (true, false) => "budget",
        (false, true) => "socialised",
        (false, false) => "unstated",
    }
}

fn columns(group: &str) -> Vec<Column> {
    vec![
        Column::centred("TT", 5.0),
        Column::text(group, 44.0),
        Column::number("Số việc có số tiền", 12.0),
        Column::number("Số tiền (đồng)", 20.0),
        Column::number("Tỷ lệ", 24.0).with_bars(),
    ]
}

fn rows(sums: impl IntoIterator<Item = (String, Sum)>, total: i64) -> Vec<Row> {
    let mut works = 0;
    let mut vnd = 0i64;
    let mut rows = Vec::new();
    for (index, (name, sum)) in sums.into_iter().enumerate() {
        works += sum.works;
        vnd = vnd.saturating_add(sum.vnd);
        rows.push(page::row(vec![
            Cell::count(index + 1),
            Cell::text(name),
            Cell::count(sum.works),
            Cell::money(Some(sum.vnd)),
            share(sum.vnd, total),
        ]));
    }
    rows.push(page::total(vec![Cell::empty(), Cell::text("Cộng"), Cell::count(works), Cell::money(Some(vnd)), share(vnd, total)]));
    rows
}

fn share(part: i64, whole: i64) -> Cell {
    Cell::new(crate::table::Value::Share { part, whole })
}

fn by_source(basis: &Basis) -> Table {
    let cost = &basis.source.statistics.cost;
    let mut works: BTreeMap<&str, usize> = BTreeMap::new();
    for (action, _) in priced(basis) {
        for part in action.cost.shares() {
            *works.entry(source_code(&part)).or_default() += 1;
        }
    }
    let sums = cost.by_source.iter().map(|(code, vnd)| {
        (wording::cost_source(code).to_owned(), Sum { works: works.get(code.as_str()).copied().unwrap_or(0), vnd: *vnd })
    });
    Table { id: "cost_by_source".to_owned(), columns: columns("Nguồn"), rows: rows(sums, cost.total_vnd), filter: false }
}

fn by_standard(basis: &Basis) -> Table {
    let mut sums: BTreeMap<(&str, bool, Option<u8>), Sum> = BTreeMap::new();
    for (action, vnd) in priced(basis) {
        let standard = Criterion::standard_or(action.criterion, action.standard);
        add(sums.entry((&action.framework, standard.is_none(), standard)).or_default(), vnd);
    }
    let title = |framework: &str, number: u8| {
        basis
            .source
            .statistics
            .by_standard
            .iter()
            .find(|figures| figures.framework == framework && figures.standard == number)
            .map_or("", |figures| figures.title.as_str())
    };
    let named = sums.into_iter().map(|((framework, _, standard), sum)| {
        let name = standard
            .map_or_else(|| "Không ghi tiêu chuẩn".to_owned(), |number| format!("Tiêu chuẩn {number}. {}", title(framework, number)));
        (format!("{name} · {}", basis.framework_short(framework)), sum)
    });
    Table {
        id: "cost_by_standard".to_owned(),
        columns: columns("Tiêu chuẩn"),
        rows: rows(named, basis.source.statistics.cost.total_vnd),
        filter: false,
    }
}

/// Schools that reported, in their order; a school without an amount shows nothing, not zero work.
fn by_school(basis: &Basis) -> Table {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for (action, vnd) in priced(basis) {
        add(sums.entry(&action.school_id).or_default(), vnd);
    }
    let named = basis.schools.iter().filter_map(|entry| sums.get(entry.figures.school_id.as_str()).map(|sum| (entry.name.clone(), *sum)));
    Table {
        id: "cost_by_school".to_owned(),
        columns: columns("Trường"),
        rows: rows(named, basis.source.statistics.cost.total_vnd),
        filter: false,
    }
}

fn add(sum: &mut Sum, vnd: i64) {
    sum.works += 1;
    sum.vnd = sum.vnd.saturating_add(vnd);
}

fn without_amount(basis: &Basis) -> Table {
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Trường", 44.0),
        Column::centred("Tiêu chí", 12.0),
        Column::text("Nguồn kinh phí đọc được", 20.0),
        Column::text("Kinh phí (nguyên văn)", 24.0),
        Column::text("Công việc", 44.0),
        Column::text("Nguồn", 24.0),
    ];
    let mut rows = Vec::new();
    for (kind, title) in WITHOUT_AMOUNT {
        let mut group = not_added(basis, kind);
        if group.is_empty() {
            continue;
        }
        group.sort_by_key(|action| (basis.place(&action.school_id), action.criterion, &action.origin));
        rows.push(page::group(format!("{title}: {} việc", wording::count(group.len())), columns.len()));
        rows.extend(group.into_iter().enumerate().map(|(index, action)| {
            page::row(vec![
                Cell::count(index + 1),
                Cell::text(basis.name(&action.school_id)),
                Cell::text(basis.criterion_name(action.criterion)),
                Cell::text(sources(action)),
                Cell::text(&action.cost_text),
                Cell::text(&action.task),
                work::brief_origin(basis, &action.origin),
            ])
        }));
    }
    Table { id: "cost_without_amount".to_owned(), columns, rows, filter: false }
}

/// Who pays, in words.
pub fn sources(action: &Action) -> String {
    let word = |source: &CostSource| match source {
        CostSource::Budget => "Ngân sách",
        CostSource::Socialised => "Xã hội hóa",
    };
    action.cost.sources.iter().map(word).collect::<Vec<_>>().join(", ")
}
