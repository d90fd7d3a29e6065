//! What the register says of accreditation: sheet *Công nhận*, and which recognitions end soon.

use jiff::ToSpan;
use jiff::civil::Date;

use super::basis::{Basis, Entry};
use super::{page, wording};
use crate::table::{Block, Cell, Column, Row, Sheet, Table, Tone};

pub const NAME: &str = "Công nhận";

/// Cấp độ and mức độ are both valid for five years.
const VALID_YEARS: i32 = 5;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Ended,
    Ending,
    Valid,
    WithoutDate,
    NotRecognised,
}

impl Standing {
    const ALL: [Standing; 5] = [Standing::Ended, Standing::Ending, Standing::Valid, Standing::WithoutDate, Standing::NotRecognised];

    fn of(basis: &Basis, entry: &Entry) -> Self {
        let Some(school) = entry.school.filter(|school| school.accreditation.is_some() || school.national_standard.is_some()) else {
            return Standing::NotRecognised;
        };
        match school.recognised_on.map(end) {
            None => Standing::WithoutDate,
            Some(end) if end < basis.as_of() => Standing::Ended,
            Some(end) if end <= basis.as_of().saturating_add(i64::from(basis.source.options.expiring_days).days()) => Standing::Ending,
            Some(_) => Standing::Valid,
        }
    }

    fn title(self, days: u32) -> String {
        match self {
            Standing::Ended => "Đã hết hạn".to_owned(),
            Standing::Ending => format!("Hết hạn trong {days} ngày tới"),
            Standing::Valid => "Còn hiệu lực".to_owned(),
            Standing::WithoutDate => "Chưa rõ ngày công nhận".to_owned(),
            Standing::NotRecognised => "Danh sách không ghi công nhận".to_owned(),
        }
    }

    fn tone(self) -> Tone {
        match self {
            Standing::Ended => Tone::Bad,
            Standing::Ending | Standing::WithoutDate => Tone::Warning,
            Standing::Valid => Tone::Good,
            Standing::NotRecognised => Tone::Muted,
        }
    }
}

/// The last day of a recognition.
fn end(recognised_on: Date) -> Date {
    recognised_on.saturating_add(VALID_YEARS.years())
}

pub fn sheet(basis: &Basis) -> Sheet {
    let mut sheet = basis.sheet(
        NAME,
        "Công nhận kiểm định chất lượng và chuẩn quốc gia",
        &[&format!(
            "Theo danh sách trường; công nhận có giá trị {VALID_YEARS} năm kể từ ngày công nhận. Tính trên {} trường",
            wording::count(basis.expected().count())
        )],
    );
    sheet.blocks.push(page::heading("1. Theo tình trạng"));
    sheet.blocks.push(Block::Table(counts(basis)));
    let days = basis.source.options.expiring_days;
    sheet.blocks.push(page::heading(format!("2. Đã hết hạn hoặc hết hạn trong {days} ngày tới")));
    let ends = |entry: &&Entry| matches!(Standing::of(basis, entry), Standing::Ended | Standing::Ending);
    let mut ending: Vec<&Entry> = basis.expected().filter(ends).collect();
    // The first to end first.
    ending.sort_by_key(|entry| entry.school.and_then(|school| school.recognised_on));
    sheet.blocks.push(match ending.len() {
        0 => page::note("Không có trường nào."),
        _ => Block::Table(Table { filter: false, ..list(basis, "recognition_ending", &ending) }),
    });
    sheet.blocks.push(page::heading("3. Từng trường"));
    sheet.freeze = Some(sheet.blocks.len());
    sheet.blocks.push(Block::Table(list(basis, "recognition", &basis.expected().collect::<Vec<_>>())));
    sheet
}

fn counts(basis: &Basis) -> Table {
    let days = basis.source.options.expiring_days;
    let all = basis.expected().count();
    let mut rows: Vec<Row> = Standing::ALL
        .into_iter()
        .enumerate()
        .map(|(index, standing)| {
            let count = basis.expected().filter(|entry| Standing::of(basis, entry) == standing).count();
            page::row(vec![Cell::count(index + 1), Cell::text(standing.title(days)), Cell::count(count), Cell::share(count, all)])
        })
        .collect();
    rows.push(page::total(vec![Cell::empty(), Cell::text("Cộng"), Cell::count(all), Cell::share(all, all)]));
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Tình trạng", 47.6),
        Column::number("Số trường", 18.0),
        Column::number("Tỷ lệ", 14.0),
    ];
    Table { id: "recognition_counts".to_owned(), columns, rows, filter: false }
}

fn list(basis: &Basis, id: &str, schools: &[&Entry]) -> Table {
    let columns = vec![
        Column::centred("TT", 5.0),
        Column::text("Mã trường", 13.0),
        Column::text("Tên trường", 34.0),
        Column::text("Xã, phường", 18.0),
        Column::text("Loại hình", 14.0),
        Column::centred("Cấp độ KĐCLGD", 10.0),
        Column::centred("Chuẩn quốc gia, mức độ", 10.0),
        Column::centred("Ngày công nhận", 12.0),
        Column::centred("Ngày hết hạn", 12.0),
        Column::centred("Còn (ngày)", 9.0),
        Column::text("Tình trạng", 26.0),
        Column::centred("Mục tiêu", 10.0),
    ];
    let rows = schools
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let standing = Standing::of(basis, entry);
            let number = |value: Option<u8>| value.map_or_else(Cell::empty, |value| Cell::count(usize::from(value)));
            let end = entry.school.and_then(|school| school.recognised_on).map(end);
            let left = end.map(|end| (end - basis.as_of()).get_days());
            page::row(vec![
                Cell::count(index + 1),
                Cell::text(&entry.figures.school_id),
                Cell::text(&entry.figures.name),
                Cell::text(entry.commune()),
                Cell::text(entry.kind()),
                number(entry.school.and_then(|school| school.accreditation)),
                number(entry.school.and_then(|school| school.national_standard)),
                Cell::date(entry.school.and_then(|school| school.recognised_on)),
                Cell::date(end),
                left.and_then(|days| usize::try_from(days).ok()).map_or_else(Cell::empty, Cell::count),
                Cell::text(standing.title(basis.source.options.expiring_days)).tone(standing.tone()),
                Cell::text(entry.school.and_then(|school| school.target_level).map(wording::level).unwrap_or_default()),
            ])
        })
        .collect();
    Table { id: id.to_owned(), columns, rows, filter: true }
}
